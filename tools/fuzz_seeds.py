#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""fuzz_seeds.py DIR - seeds for the fuzz targets from the golden pages.

Mutation starts best from small inputs that already reach deep: each page of tests/pages and
samples is given whole where it is small, and in pieces (cut at tags or lines). The byte in
front, which chooses how a target reads, is taken by turns, so that all choices have seeds.
"""
import pathlib
import re
import sys

WHOLE_BYTES, PIECE_BYTES = 8000, 1500
ROOT = pathlib.Path(__file__).resolve().parent.parent


def pieces(data):
    """Cuts of about PIECE_BYTES, each at the start of a tag or line."""
    starts, last = [], 0
    for match in re.finditer(rb'\n|<(?=[a-zA-Z])', data):
        if match.start() - last >= PIECE_BYTES:
            starts.append((last, match.start()))
            last = match.start()
    return [data[a:b] for a, b in starts + [(last, len(data))]]


def inputs():
    for folder in ('tests/pages', 'samples'):
        for path in sorted((ROOT / folder).rglob('*')):
            if path.suffix in ('.html', '.txt') and path.is_file():
                data = path.read_bytes()
                parts = pieces(data)
                if len(data) <= WHOLE_BYTES:
                    yield path.suffix, data
                if len(parts) > 1:
                    for part in parts:
                        yield path.suffix, part


def write(folder, name, data):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def main():
    out = pathlib.Path(sys.argv[1])
    for i, (suffix, data) in enumerate(inputs()):
        choice = bytes([i * 37 % 256])
        write(out / 'page', f'page-{i}', choice + data)
        if suffix == '.html':
            write(out / 'html', f'page-{i}', choice + data)
        else:
            write(out / 'dump', f'page-{i}', choice + data)
        write(out / 'decode', f'page-{i}', b'\xff\x01' + data[:600])


if __name__ == '__main__':
    main()
