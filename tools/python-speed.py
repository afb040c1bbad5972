#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""python-speed.py DIR [ROUNDS] - CPU time of reading pages from Python, beside the command.

Needs the module (docs/python.md) and NUTGRAF, the command (build/nutgraf). Files of DIR must be
plain HTML. Prints the least of all rounds: starting Python is not in it, starting the command is.
"""
import glob
import os
import resource
import subprocess
import sys
import time

import nutgraf


def by_read(files):
    """A call a page, dicts made."""
    for path in files:
        with open(path, "rb") as file:
            nutgraf.read(file.read())


def by_rows(files):
    """The library goes over the files."""
    for _ in nutgraf.rows(*files, threads=1):
        pass


def command_seconds(files):
    """The command's CPU time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([os.environ.get("NUTGRAF", "build/nutgraf"), "read", "-j", "1", "--format",
                    "jsonl", *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def own_seconds(work, files):
    """This process's CPU time."""
    before = time.process_time()
    work(files)
    return time.process_time() - before


def main():
    """Measures in turn, so that what else the machine does falls on all."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    files = sorted(glob.glob(os.path.join(sys.argv[1], "**", "*.html"), recursive=True))
    if not files:
        sys.exit(f"python-speed: no *.html in {sys.argv[1]}")
    rounds = [(command_seconds(files), own_seconds(by_read, files), own_seconds(by_rows, files))
              for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 10)]
    least = [min(column) for column in zip(*rounds)]
    for name, seconds in zip(("command", "read()", "rows()"), least):
        print(f"{name:8} {len(files) / seconds:8.0f} pages a CPU second, "
              f"{seconds / least[0]:.2f} times the command's time")


if __name__ == "__main__":
    main()
