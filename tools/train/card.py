#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps the model cards true: sizes and checksums of the learned files.

  card.py           writes the tables between the marks in models/blocks.md, record.md and names.md
  card.py --check   exit code 1 where a table is not that of the files
"""
import hashlib, os, re, struct, sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
CARDS = {'blocks.md': ('blocks.c', 'kind.c', 'lexicon.c'), 'record.md': ('record.bin',),
         'names.md': ('names.bin',)}
MARKS = re.compile('(<!-- files -->\n).*?(<!-- /files -->)', re.DOTALL)
HOLDS = re.compile(r'\.trees = (\d+)|ngi_lexicon_size = (\d+)')
ENTRY = re.compile(r'\{0x')


def row(name):
    """A line of the table: what a file holds, how large it is, and its checksum."""
    with open(os.path.join(ROOT, 'models', name), 'rb') as file:
        data = file.read()
    if name == 'names.bin':
        rows, words = struct.unpack_from('<II', data, 8)
        holds = f'{1 << rows:,} rows of weights, a lexicon of {1 << words:,} places'
        return f'| `{name}` | {holds} | {len(data):,} | `{hashlib.sha256(data).hexdigest()}` |\n'
    if name.endswith('.bin'):
        holds = f'version {struct.unpack_from("<I", data, 8)[0]}, {struct.unpack_from("<I", data, 12)[0]} tables'
        return f'| `{name}` | {holds} | {len(data):,} | `{hashlib.sha256(data).hexdigest()}` |\n'
    text = data.decode('utf-8')
    found = HOLDS.findall(text)
    trees = [int(t) for t, _ in found if t]
    places = [int(p) for _, p in found if p]
    holds = (' + '.join(map(str, trees)) + ' trees' if trees else
             f'{len(ENTRY.findall(text)):,} words in {places[0]:,} places')
    return f'| `{name}` | {holds} | {len(data):,} | `{hashlib.sha256(data).hexdigest()}` |\n'


def keep(name, check):
    """Writes or checks the table of one card; whether it was true."""
    path = os.path.join(ROOT, 'models', name)
    with open(path, encoding='utf-8') as file:
        card = file.read()
    table = ('| file | holds | bytes | sha256 |\n| --- | --- | ---: | --- |\n' +
             ''.join(row(name) for name in CARDS[name]))
    new = MARKS.sub(lambda m: m[1] + table + m[2], card)
    if not check:
        with open(path, 'w', encoding='utf-8') as file:
            file.write(new)
        sys.stdout.write(table)
    return new == card


def main():
    """Writes or checks the tables."""
    check = sys.argv[1:] == ['--check']
    true = [keep(name, check) for name in CARDS]
    return 0 if all(true) or not check else 1


if __name__ == '__main__':
    sys.exit(main())
