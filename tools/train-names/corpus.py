#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gives the sentences that the name tagger learns from, as lines for learn.c.

    corpus.py DATA >OUT

A line a sentence, fields parted by tabs: set (web, news, gum, plain), document, text, names. Names
are BEGIN:END:TYPE, parted by spaces, in bytes of the text; TYPE is P, O, L or X (person,
organization, place, other). Sentences of set `plain` have no names: nobody marked them.

In GUM a name is the run of proper nouns around the head of a mention; titles stand before it, as
they do in the other two sets. Those two mark people, organizations and places alone: their other
words may still be names of other kinds.
"""
import glob
import gzip
import html
import json
import os
import re
import sys

TYPES = {"PER": "P", "ORG": "O", "LOC": "L", "person": "P", "organization": "O", "place": "L",
         "object": "X", "event": "X", "abstract": "X", "animal": "X", "plant": "X",
         "substance": "X"}
TITLES = set("""mr mrs ms miss dr prof professor president senator sen rep representative governor gov
 king queen prince princess lord lady sir dame judge justice captain colonel general gen col maj
 major lieutenant lt sergeant sgt minister prime secretary chancellor mayor pope bishop father
 chairman director ambassador rev reverend saint detective officer uncle aunt coach congressman
 vice deputy chief""".split())
LINKS = {"of", "the", "and", "for", "de", "la", "'s", "’s", "&", "-", "/", "del", "von", "van",
         "al", "in", "on", "at", "'", ".", "to"}


def line(out, group, document, text, names):
    """Writes one sentence; offsets become bytes."""
    text = re.sub(r"[\t\r\n]", " ", text)
    spans = []
    for begin, end, kind in sorted(names):
        a = len(text[:begin].encode())
        b = a + len(text[begin:end].encode())
        spans.append(f"{a}:{b}:{kind}")
    print(group, document, text, " ".join(spans), sep="\t", file=out)


def universal(out, path, group):
    """Sentences with marked spans."""
    with open(path, encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            names = [(a, b, TYPES[t]) for a, b, t in row["names"]]
            line(out, group, row["id"].rsplit("-", 1)[0], row["text"], names)


def mentions(rows):
    """(first, last, type, head) of each mention in one sentence of GUM; places in `rows`."""
    open_at, found = {}, []
    for i, row in enumerate(rows):
        value = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]+|[^()]+\)|\)", value.group(1)) if value else []:
            # "(7-person-new-ssnnn-cf1-1,2-coref)" opens and closes at once: the second
            # pattern sees only its bracket.
            if part.startswith("("):
                fields = part[1:].split("-")
                open_at.setdefault(fields[0], []).append((i, fields))
                last = fields[0]
            else:
                key = part[:-1] or last
                if open_at.get(key):
                    first, fields = open_at[key].pop()
                    found.append((first, i, fields))
    return found


def gum_name(rows, first, last, fields):
    """The part of a mention that is a name: (first, last, type), or None."""
    kind = TYPES.get(fields[1] if len(fields) > 1 else "")
    if kind is None:
        return None
    heads = [int(h) for h in re.findall(r"\d+", fields[5])] if len(fields) > 5 else []
    heads = [first + h - 1 for h in heads if first + h - 1 <= last]
    if not heads or not any(rows[h][3] == "PROPN" for h in heads):
        return None
    a = heads[0]
    b = a if kind == "P" else heads[-1]

    def proper(k):
        return rows[k][3] == "PROPN" or (rows[k][3] in ("ADJ", "NOUN", "NUM", "X")
                                         and rows[k][1][:1].isupper())
    while a > first and proper(a - 1):
        a -= 1
    while True:
        if b < last and proper(b + 1):
            b += 1
            continue
        step = b + 1
        while step <= last and rows[step][1].lower() in LINKS and step - b <= 2:
            step += 1
        if b < step - 1 and step <= last and rows[step][3] == "PROPN" and kind != "P":
            b = step
            continue
        break
    if rows[a][3] != "PROPN" and not rows[a][1][:1].isupper():
        return None
    if kind == "P":
        if a == b and re.search("(an|is|ese|man)s?$", rows[a][1]):
            return None
        while a < b and rows[a][1].lower().rstrip(".") in TITLES:
            a += 1
        if rows[a][1].lower().rstrip(".") in TITLES and a == b:
            return None
    return (a, b, kind)


def gum_document(out, name, text):
    """One document of GUM."""
    for block in text.split("\n\n"):
        sentence = re.search(r"^# text = (.*)$", block, re.M)
        if not sentence:
            continue
        sentence = sentence.group(1)
        rows, spans, at, skip = [], [], 0, -1
        for raw in block.split("\n"):
            row = raw.split("\t")
            if len(row) != 10 or not re.fullmatch(r"\d+", row[0]):
                continue
            begin = sentence.find(row[1], at)
            if begin < 0 or begin > at + 3:
                begin = at
            at = begin + len(row[1])
            rows.append(row)
            spans.append((begin, at))
        names = {gum_name(rows, *m) for m in mentions(rows)} - {None}
        # The outer of two that overlap, unless it is only a longer person.
        kept = []
        for a, b, kind in sorted(names, key=lambda n: (n[0] - n[1], n[0])):
            if all(b < c or a > d for c, d, _ in kept):
                kept.append((a, b, kind))
        line(out, "gum", name, sentence, [(spans[a][0], spans[b][1], k) for a, b, k in kept])


def gum(out, folder):
    """All documents of GUM."""
    for path in sorted(glob.glob(os.path.join(folder, "*.conllu.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for text in file.read().split("# newdoc id = ")[1:]:
                gum_document(out, text.split("\n", 1)[0].strip(), text)


def main():
    """Reads the sets in turn."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data = sys.argv[1]
    universal(sys.stdout, f"{data}/language/names-dev.jsonl", "web")
    universal(sys.stdout, f"{data}/language/names-news.jsonl", "news")
    gum(sys.stdout, f"{data}/language/gum")


if __name__ == "__main__":
    main()
