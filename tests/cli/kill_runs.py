#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills a bulk run at random moments and goes on with it until it is done.

    python3 tests/cli/kill_runs.py NUTGRAF ARCHIVE [KILLS] [SEED] [OPTION...]

Each life of the run gets SIGKILL after a random part of the time that the whole run takes. At
the end the output must be, byte for byte, that of a run which nobody killed; with --unordered
its rows, in any order. Says how many kills hit a living run.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time


def counts_of(text):
    """A summary without its time, its lists in one order."""
    counts = json.loads(text)
    counts.pop("seconds", None)
    return {name: sorted(map(json.dumps, value)) if isinstance(value, list) else value
            for name, value in counts.items()}


def same_after_kills(nutgraf, archive, kills, seed, options=()):
    """Kills until `kills` have hit; returns (equal, hits, lives, rows)."""
    chance = random.Random(seed)
    hits = lives = rows = 0
    equal, unordered = True, "--unordered" in options
    with tempfile.TemporaryDirectory() as place:
        out, state, summary = (f"{place}/{name}" for name in ("out", "state", "summary"))
        begin = time.monotonic()
        whole = subprocess.run([nutgraf, "read", "--format", "jsonl", *options, "--summary",
                                f"{place}/wanted", archive], capture_output=True, check=True)
        seconds = time.monotonic() - begin
        with open(f"{place}/wanted", encoding="utf-8") as file:
            wanted = file.read()
        while hits < kills and equal:
            for name in (out, state, summary, out + ".part"):
                if os.path.exists(name):
                    os.remove(name)
            while True:
                lives += 1
                with subprocess.Popen([nutgraf, "read", *options, "-o", out, "--resume", state,
                                       "--summary", summary, archive],
                                      stderr=subprocess.DEVNULL) as run:
                    try:
                        code = run.wait(chance.random() * seconds if hits < kills else None)
                        if code == 0:
                            break
                        raise RuntimeError(f"a life ended with {code}")
                    except subprocess.TimeoutExpired:
                        run.kill()
                        hits += run.wait() == -9
            with open(out, "rb") as file:
                got = file.read()
            with open(summary, encoding="utf-8") as file:
                counts = file.read()
            rows = got.count(b"\n")
            pair = [got, whole.stdout]
            if unordered:
                pair = [sorted(rows_of.split(b"\n")) for rows_of in pair]
            equal = pair[0] == pair[1] and counts_of(counts) == counts_of(wanted)
    return equal, hits, lives, rows


def main():
    """The figures on one line; exit code 1 where something was lost or came twice."""
    nutgraf, archive = sys.argv[1:3]
    kills = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    equal, hits, lives, rows = same_after_kills(nutgraf, archive, kills, seed, sys.argv[5:])
    print(f"{hits} kills in {lives} lives, {rows} rows: "
          f"{'none lost, none twice' if equal else 'NOT the same'}")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
