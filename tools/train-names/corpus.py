#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gives the sentences that the name tagger learns from, as lines for learn.c.

    corpus.py DATA LISTS COMMON >OUT

A line a sentence, fields parted by tabs: set (web, news, gum, plain), document, text, names. Names
are BEGIN:END:TYPE, parted by spaces, in bytes of the text; TYPE is P, O, L or X (person,
organization, place, other). Sentences of set `plain` have no names: nobody marked them.

In GUM a name is the run of proper nouns around the head of a mention; titles stand before it, as
they do in the other two sets. Those two mark people, organizations and places alone: their other
words may still be names of other kinds.

Few names are marked, so sentences come again with other names in the place of their own, from LISTS
and made up of syllables (set with a "+" behind it): what stands around names is learned from more
of them, and names nobody has seen are learned too. The same data gives the same lines.

COMMON is written: words that running text has in lower case, "+" frequent ones, "-" others. They
are counted in all texts of DATA; what is kept of them in the model is a hash and a bit.
"""
import glob
import gzip
import html
import json
import os
import random
import re
from collections import Counter
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


def read_list(folder, name):
    """The entries of a list."""
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        rows = [row.strip() for row in file if row.strip() and row[0] != "#"]
    return sorted({entry.strip() for row in rows for entry in row.split(",") if entry.strip()})


class Names:
    """Other names to put in the place of those of a sentence."""

    def __init__(self, folder):
        self.dice = random.Random(7)
        self.first, self.last = read_list(folder, "first.txt"), read_list(folder, "last.txt")
        self.places = read_list(folder, "countries.txt") * 3 + read_list(folder, "places.txt")
        self.bodies = read_list(folder, "bodies.txt")
        self.body_words = [w for w in read_list(folder, "body-words.txt") if w[:1].isupper()]
        self.place_words = [w for w in read_list(folder, "place-words.txt") if w[:1].isupper()]

    def syllables(self):
        """A word that is none."""
        parts = [self.dice.choice(["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t",
                                   "v", "w", "z", "br", "st", "kr", "th", "sh", "ch", "gr", "fl"])
                 + self.dice.choice(["a", "e", "i", "o", "u", "ai", "ou", "ee"])
                 for _ in range(self.dice.randint(1, 3))]
        return ("".join(parts) + self.dice.choice(["n", "r", "s", "l", "nd", "rt", "m", "k", "", "", "v",
                                                   "sky", "son", "berg", "ton", "man"])).capitalize()

    def person(self, words):
        """A person's name of as many words."""
        last = self.dice.choice(self.last) if self.dice.random() < 0.5 else self.syllables()
        if words == 1:
            return last if self.dice.random() < 0.6 else self.dice.choice(self.first)
        first = self.dice.choice(self.first) if self.dice.random() < 0.8 else self.syllables()
        return f"{first} {last}"

    def organization(self):
        """A known body, or an invented one with a word that bodies have."""
        way = self.dice.random()
        if way < 0.5:
            return self.dice.choice(self.bodies)
        if way < 0.6:
            return self.syllables()
        words = [self.syllables(), self.dice.choice(self.body_words)]
        if self.dice.random() < 0.3:
            words.insert(1, self.dice.choice(self.body_words))
        return " ".join(words)

    def place(self):
        """A known place, or an invented one."""
        way = self.dice.random()
        if way < 0.75:
            return self.dice.choice(self.places)
        return self.syllables() if way < 0.9 else f"{self.syllables()} {self.dice.choice(self.place_words)}"

    def other(self, old, kind):
        """A name for `old`; itself where that is written in small letters or is no plain name."""
        if old.islower() or kind == "X":
            return old
        if kind == "P":
            new = self.person(len(old.split()))
        else:
            new = self.organization() if kind == "O" else self.place()
        return new.upper() if old.isupper() and len(old) > 5 else new

    def swap(self, text, names):
        """The sentence with other names: text, names."""
        out, spans, at = "", [], 0
        for begin, end, kind in sorted(names):
            if begin < at:
                continue
            out += text[at:begin]
            new = self.other(text[begin:end], kind)
            spans.append((len(out), len(out) + len(new), kind))
            out += new
            at = end
        return out + text[at:], spans


def write(out, group, document, text, names):
    """Writes one sentence; offsets become bytes."""
    spans = []
    for begin, end, kind in sorted(names):
        a = len(text[:begin].encode())
        b = a + len(text[begin:end].encode())
        spans.append(f"{a}:{b}:{kind}")
    print(group, document, text, " ".join(spans), sep="\t", file=out)


def line(out, group, document, text, names):
    """Writes one sentence, and again with other names."""
    text = re.sub(r"[\t\r\n]", " ", text)
    write(out, group, document, text, names)
    for _ in range(0 if not names else 1 if group == "gum" else 4):
        write(out, group + "+", document, *OTHER[0].swap(text, names))


OTHER = []  # the one Names of a run


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
        for a, b, kind in sorted(names, key=lambda n: (n[0] - n[1], n)):
            if all(b < c or a > d for c, d, _ in kept):
                kept.append((a, b, kind))
        line(out, "gum", name, sentence, [(spans[a][0], spans[b][1], k) for a, b, k in kept])


def gum(out, folder):
    """All documents of GUM."""
    for path in sorted(glob.glob(os.path.join(folder, "*.conllu.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for text in file.read().split("# newdoc id = ")[1:]:
                gum_document(out, text.split("\n", 1)[0].strip(), text)


def running_text(data):
    """All texts of DATA that are sentences."""
    for name, field in (("attribution/train.jsonl", "text"),
                        ("events/events-dev/articles.jsonl", "articleBody"),
                        ("pages/wcxb-dev/truth.jsonl", "text")):
        path = os.path.join(data, name)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as rows:
                for row in rows:
                    yield json.loads(row).get(field) or ""
    for path in sorted(glob.glob(f"{data}/language/gum/train-*.conllu.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            yield "\n".join(row[9:] for row in rows if row.startswith("# text = "))


def common_words(data, path):
    """Counts words by how they begin, headlines and first words of sentences left out."""
    small, large = Counter(), Counter()
    for text in running_text(data):
        for sentence in re.split(r"(?<=[.!?])[\"”’]?\s+|\n+", text):
            words = re.findall(r"[A-Za-zÀ-ÿ]+(?:[’'][a-z]+)?", sentence)
            if len(words) > 4 and sum(w[0].isupper() for w in words) * 2 > len(words):
                continue
            for i, word in enumerate(words):
                if word[0].islower():
                    small[word.lower()] += 1
                elif i > 0:
                    large[word.lower()] += 1
    with open(path, "w", encoding="utf-8") as out:
        for word, count in sorted(small.items()):
            if count >= 40 and count >= 10 * large[word]:
                print("+" + word, file=out)
            elif count >= 3 and count >= 4 * large[word]:
                print("-" + word, file=out)


def main():
    """Reads the sets in turn."""
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    data = sys.argv[1]
    OTHER.append(Names(sys.argv[2]))
    common_words(data, sys.argv[3])
    universal(sys.stdout, f"{data}/language/names-dev.jsonl", "web")
    universal(sys.stdout, f"{data}/language/names-news.jsonl", "news")
    gum(sys.stdout, f"{data}/language/gum")


if __name__ == "__main__":
    main()
