#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps the model card true: sizes and checksums of the learned files.

  card.py           writes the table between the marks in models/blocks.md
  card.py --check   exit code 1 where the table is not that of the files
"""
import hashlib, os, re, sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
CARD = os.path.join(ROOT, 'models', 'blocks.md')
MARKS = re.compile('(<!-- files -->\n).*?(<!-- /files -->)', re.DOTALL)
HOLDS = re.compile(r'\.trees = (\d+)|ngi_lexicon_size = (\d+)')
ENTRY = re.compile(r'\{0x')


def row(name):
    """A line of the table: what a file holds, how large it is, and its checksum."""
    with open(os.path.join(ROOT, 'models', name), 'rb') as file:
        data = file.read()
    text = data.decode('utf-8')
    found = HOLDS.findall(text)
    trees = [int(t) for t, _ in found if t]
    places = [int(p) for _, p in found if p]
    holds = (' + '.join(map(str, trees)) + ' trees' if trees else
             f'{len(ENTRY.findall(text)):,} words in {places[0]:,} places')
    return f'| `{name}` | {holds} | {len(data):,} | `{hashlib.sha256(data).hexdigest()}` |\n'


def main():
    """Writes or checks the table."""
    with open(CARD, encoding='utf-8') as file:
        card = file.read()
    table = ('| file | holds | bytes | sha256 |\n| --- | --- | ---: | --- |\n' +
             ''.join(row(name) for name in ('blocks.c', 'kind.c', 'lexicon.c')))
    new = MARKS.sub(lambda m: m[1] + table + m[2], card)
    if sys.argv[1:] == ['--check']:
        return 0 if new == card else 1
    if new != card:
        with open(CARD, 'w', encoding='utf-8') as file:
            file.write(new)
    sys.stdout.write(table)
    return 0


if __name__ == '__main__':
    sys.exit(main())
