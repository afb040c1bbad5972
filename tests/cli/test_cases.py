#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the command on cases that are data: tests/cli/cases/NAME/ holds `cmd` and what it must
give: `stdout`, `stderr`, `exit` (absent: nothing, nothing, 0).

`cmd` runs by sh in a copy of its folder, with nutgraf in the path. GOLDEN=write writes what
comes out as what is wanted; read the diff.
"""
import os
import shutil
import subprocess
import sys
import tempfile

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
WANTED = ("stdout", "stderr", "exit")


def run(folder):
    """What the case's command gives, by the names of its files."""
    env = dict(os.environ, LC_ALL="C.UTF-8", TERM="dumb")
    env["PATH"] = os.path.dirname(os.path.abspath(os.environ["NUTGRAF"])) + ":" + env["PATH"]
    with tempfile.TemporaryDirectory() as place:
        work = os.path.join(place, "work")
        shutil.copytree(folder, work, ignore=shutil.ignore_patterns("cmd", *WANTED))
        done = subprocess.run(["sh", os.path.join(folder, "cmd")], cwd=work, env=env,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
                              check=False)
    return {"stdout": done.stdout, "stderr": done.stderr,
            "exit": b"" if done.returncode == 0 else b"%d\n" % done.returncode}


def wanted(folder, name):
    """What a file of the case wants."""
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def write(folder, given):
    """Makes what came out what is wanted."""
    for name in WANTED:
        path = os.path.join(folder, name)
        if given[name]:
            with open(path, "wb") as file:
                file.write(given[name])
        elif os.path.exists(path):
            os.remove(path)


def main():
    """Runs every case and prints a TAP line for each."""
    failed = 0
    golden = os.environ.get("GOLDEN") == "write"
    for number, case in enumerate(sorted(os.listdir(CASES)), 1):
        folder = os.path.join(CASES, case)
        given = run(folder)
        if golden:
            write(folder, given)
        wrong = [name for name in WANTED if given[name] != wanted(folder, name)]
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {case}")
        for name in wrong:
            print(f"# {name} is:\n{given[name].decode('utf-8', 'replace')}"
                  f"# wanted:\n{wanted(folder, name).decode('utf-8', 'replace')}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
