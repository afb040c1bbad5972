#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Golden tests: each page of tests/pages gives the row that stands beside it.

tests/pages/**/NAME.html (or .txt, .html.gz) is read by the command; NAME.json is its row, laid
out over lines so that a diff can be read. NAME.args, where there is one, holds options, one a
line. `make golden` writes the rows anew. Each page is read twice, and the second time, with
--evidence, each word of each part, headline and teaser must stand at the bytes that are named.
"""
import glob
import gzip
import html
import json
import os
import re
import subprocess
import sys

COMMAND = os.environ["NUTGRAF"]
WRITE = os.environ.get("GOLDEN") == "write"
WORD = re.compile(r"\w+")


def read(page, options):
    """The row of a page."""
    done = subprocess.run([COMMAND, "read", "--format", "jsonl", *options, page],
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise ValueError(f"exit code {done.returncode}: {done.stderr.decode(errors='replace')}")
    lines = done.stdout.decode("utf-8").splitlines()
    if len(lines) != 1:
        raise ValueError(f"{len(lines)} lines instead of one row")
    return json.loads(lines[0])


def difference(wanted, found):
    """The first lines that differ."""
    for number, (a, b) in enumerate(zip(wanted.split("\n"), found.split("\n")), 1):
        if a != b:
            return f"line {number}: wanted {a.strip()!r}, found {b.strip()!r}"
    return "one is longer than the other"


def texts_with_places(node):
    """Every (text, ranges) pair below a JSON value."""
    if isinstance(node, dict):
        ranges = node.get("bytes")
        text = node.get("text") or node.get("headline") or node.get("name")
        if isinstance(ranges, list) and isinstance(text, str) and node.get("type") != "table":
            yield text, ranges
        for value in node.values():
            yield from texts_with_places(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts_with_places(value)


def check_places(page, row):
    """Each text's words are at its bytes. Pages in old charsets are left to other tests."""
    with open(page, "rb") as file:
        raw = file.read()
    if raw[:2] == b"\x1f\x8b":
        raw = gzip.decompress(raw)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return
    for text, ranges in texts_with_places(row):
        pieces = b" ".join(raw[start:end] for start, end in ranges).decode("utf-8", "replace")
        pieces = pieces.replace("\\/", "/")
        seen = html.unescape(re.sub(r"<[^>]*>", "", pieces)) + " " + html.unescape(pieces)
        seen = re.sub("[\u00ad\u200b\u2060\ufeff]", "", seen)
        missing = [word for word in WORD.findall(text) if word not in seen]
        if missing:
            raise ValueError(f"{missing[0]!r} of {text[:60]!r} is not at {ranges[:3]}")


def check(page):
    """Raises ValueError where something is wrong."""
    stem = re.sub(r"\.(html|txt|html\.gz)$", "", page)
    options = []
    if os.path.exists(stem + ".args"):
        with open(stem + ".args", encoding="utf-8") as file:
            options = file.read().split("\n")
            options = [o for o in options if o]
    found = json.dumps(read(page, options), ensure_ascii=False, indent=1) + "\n"
    if WRITE:
        with open(stem + ".json", "w", encoding="utf-8") as file:
            file.write(found)
    if not os.path.exists(stem + ".json"):
        raise ValueError("has no row beside it: make golden")
    with open(stem + ".json", encoding="utf-8") as file:
        wanted = file.read()
    if wanted != found:
        raise ValueError(difference(wanted, found))
    check_places(page, read(page, ["--evidence", *options]))


def main():
    """One TAP line a page."""
    pages = sorted(path for pattern in ("html", "txt", "html.gz")
                   for path in glob.glob(f"tests/pages/**/*.{pattern}", recursive=True))
    print(f"1..{len(pages)}")
    bad = 0
    for number, page in enumerate(pages, 1):
        try:
            check(page)
            print(f"ok {number} - {page}")
        except (ValueError, KeyError) as error:
            bad += 1
            print(f"not ok {number} - {page}\n# {error}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main())
