#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The record of invented agency stories against what was found in them by hand.

Each line of tests/agency/NAME.truth is SOURCE|CUE|CONTENT|STANCE|KIND|COUNT: the words of the
source as the story has them, a cue (may be empty), the first words of the content (empty where
a party only declined), the stance, and of the speaker the kind and, where told, the number; a
seventh column, where there is one, is a word of the resolved speaker's name or description. NAME.names
has name|type|aliases (parted by ;), NAME.dates text|start|end behind a line "# base DAY", and
NAME.figures text|value|unit|min|max; a last "?" marks what a reader may take otherwise: it is not
counted. The floors are those that a reader may expect; `AGENCY=show` prints what is missed and what is
superfluous. The rules were mended with these stories at hand; what was found before is told in
docs/attributions.md. The floors of unnamed sources and of names are below what a reader may expect.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent / "agency"
NUTGRAF = os.environ.get("NUTGRAF", "build/nutgraf")
SHOW = os.environ.get("AGENCY") == "show"
FLOORS = {  # share of ..., at least
    "attributions found with their content": ("found", "all", 0.85),
    "of what is given right": ("right", "given", 0.75),
    "attributions with the right speaker": ("speaker", "all", 0.80),
    "attributions with the right stance": ("stance", "all", 0.85),
    "denials and non-answers with party and stance": ("silence_right", "silence", 0.90),
    "unnamed sources with their number": ("unnamed_right", "unnamed", 0.80),
    "names with their type and aliases": ("name_right", "name", 0.70),
    "dates to the day": ("date_right", "date", 0.95),
    "figures with value and unit": ("figure_right", "figure", 0.90),
}


def plain(text):
    return " ".join((text or "").lower().replace("\u2019", "'").split())


def points(row, given):
    """How well an attribution that was given answers one that was found by hand; 0: not."""
    source, cue, content = map(plain, row[:3])
    text = given["text"]
    said = plain(text.get("content"))
    if content and content not in said:
        return 0
    score = 3 if content else 0
    words = cue.split()
    has = plain(text.get("cue")).split()
    score += sum(word in has for word in words) / max(len(words), 1)
    by = plain(text.get("source"))
    score += 1.5 * bool(by and source and (source in by or by in source))
    return score if score > (3 if content else 1.5) or content and not source else 0


def speaks(row, given):
    """Whether the speaker is the one meant: named, described, or a pronoun of a person."""
    source = plain(row[0])
    speaker = given.get("speaker", {})
    told = plain(" ".join(str(speaker.get(key, "")) for key in ("name", "description", "organization")))
    if len(row) > 6 and row[6]:
        return plain(row[6]) in told
    told += " " + plain(given["text"].get("source"))
    pronoun = source in ("he", "she") and speaker.get("kind") == "person"
    return source in told or pronoun or bool(speaker.get("name")) and plain(speaker["name"]) in source


def rows_of(path):
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def tally(name, kind, wanted, fits, total):
    """Counts those of the rows wanted for which something fits."""
    for row in wanted:
        if row[-1] == "?":
            continue
        good = fits(row)
        total[kind] += 1
        total[kind + "_right"] += good
        if SHOW and not good:
            print(f"# {name}: {kind} missed {row}")


def overlaps(text, given):
    return plain(text) in plain(given["text"]) or plain(given["text"]) in plain(text)


def figure_fits(row, given):
    value, unit, low, high = row[1:5]
    for key, want in (("value", value), ("min", low), ("max", high)):
        if want and abs(given.get(key, 1e99) - float(want)) > 0.002 * abs(float(want)):
            return False
    return overlaps(row[0], given) and given.get("unit", "") == unit


def others(name, story, total):
    """Names, dates and figures of a story."""
    names = {plain(one["name"]): one for one in story.get("names", [])}

    def named(row):
        one = names.get(plain(row[0])) or names.get(plain(row[0].removeprefix("the ")))
        aliases = {plain(alias) for alias in (one or {}).get("aliases", [])}
        wanted = {plain(alias) for alias in row[2].split(";") if alias}
        return one is not None and one["type"] == row[1] and wanted <= aliases

    def dated(row):
        return any(overlaps(row[0], one) and one.get("start", "") == row[1] and
                   one.get("end", "") == row[2] for one in story.get("dates", []))

    def counted(row):
        return any(figure_fits(row, one) for one in story.get("figures", []))

    for kind, fits in (("name", named), ("date", dated), ("figure", counted)):
        tally(name, kind, rows_of(FOLDER / f"{name}.{kind}s"), fits, total)


def count(name, total):
    base = re.search(r"# base (\S+)", dates.read_text(encoding="utf-8")) if (
        dates := FOLDER / (name + ".dates")).exists() else None
    out = subprocess.run([NUTGRAF, "read", "--as", "plain", "--with", "all", "--format", "jsonl",
                          *(["--now", base.group(1) + "T20:00:00Z"] if base else []),
                          str(FOLDER / (name + ".txt"))], capture_output=True, check=True)
    story = json.loads(out.stdout)["stories"][0]
    given = story.get("attributions", [])
    others(name, story, total)
    used = set()
    for row in rows_of(FOLDER / (name + ".truth")):
        best = max(range(len(given)), key=lambda i: points(row, given[i]), default=-1)
        found = best >= 0 and points(row, given[best]) > 0
        stance, kind, number = row[3], row[4], row[5]
        right = found and speaks(row, given[best])
        says = found and given[best]["stance"] == stance
        total["all"] += 1
        total["found"] += found
        total["speaker"] += right
        total["stance"] += says
        if stance in ("denies", "declines", "unknown"):
            total["silence"] += 1
            total["silence_right"] += right and says
        if kind == "unnamed":
            speaker = given[best].get("speaker", {}) if found else {}
            total["unnamed"] += 1
            total["unnamed_right"] += (speaker.get("kind") == "unnamed" and
                                       str(speaker.get("count", "")) == number)
        if found:
            used.add(best)
        elif SHOW:
            print(f"# {name}: missed {row}")
        if SHOW and found and not (right and says):
            print(f"# {name}: of {row}: {given[best]['stance']} {given[best].get('speaker')}")
    total["given"] += len(given)
    total["right"] += len(used)
    for i, one in enumerate(given):
        if SHOW and i not in used:
            print(f"# {name}: superfluous {one['text']}")


def main():
    keys = {key for pair in FLOORS.values() for key in pair[:2]}
    total = dict.fromkeys(keys, 0)
    for path in sorted(FOLDER.glob(os.environ.get("STORY", "*") + ".txt")):
        count(path.stem, total)
    print(f"1..{len(FLOORS)}")
    failed = False
    for i, (what, (part, whole, floor)) in enumerate(FLOORS.items(), 1):
        good = total[part] >= floor * total[whole]
        failed = failed or not good
        print(f"{'ok' if good else 'not ok'} {i} - {what}: {total[part]} of {total[whole]}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
