#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Command tests: each folder of tests/cli that has a `cmd` is a case.

`cmd` is run by sh in a copy of the folder, with the command as `nutgraf`; what it prints must be
`stdout` and `stderr`, its exit code `exit`. A missing `stdout` or `stderr` stands for nothing
printed, a missing `exit` for 0. `make golden` writes them anew. Standard input is `stdin`, where
there is one, else empty.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

WRITE = os.environ.get("GOLDEN") == "write"
SECONDS = 60


def content(path):
    """A file's bytes, b"" where there is none."""
    if not os.path.exists(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def put(path, data):
    """Writes a file, or removes it where it would be empty."""
    if data:
        with open(path, "wb") as file:
            file.write(data)
    elif os.path.exists(path):
        os.remove(path)


def run(case, folder):
    """What the case prints, and its exit code."""
    place = os.path.join(folder, "case")
    shutil.copytree(case, place)
    path = os.path.join(folder, "bin")
    os.mkdir(path)
    os.symlink(os.path.abspath(os.environ["NUTGRAF"]), os.path.join(path, "nutgraf"))
    environment = dict(os.environ, PATH=path + os.pathsep + os.environ["PATH"], LC_ALL="C.UTF-8",
                       TERM="dumb")
    environment.pop("NO_COLOR", None)
    done = subprocess.run(["sh", "./cmd"], cwd=place, input=content(os.path.join(case, "stdin")),
                          env=environment, capture_output=True, timeout=SECONDS, check=False)
    return done.stdout, done.stderr, done.returncode


def check(case):
    """Raises ValueError where something differs."""
    with tempfile.TemporaryDirectory() as folder:
        stdout, stderr, code = run(case, folder)
    if WRITE:
        put(os.path.join(case, "stdout"), stdout)
        put(os.path.join(case, "stderr"), stderr)
        put(os.path.join(case, "exit"), f"{code}\n".encode() if code else b"")
    wanted = int(content(os.path.join(case, "exit")) or b"0")
    if code != wanted:
        raise ValueError(f"exit code {code}, wanted {wanted}; it said {stderr[-300:]!r}")
    for name, found in (("stdout", stdout), ("stderr", stderr)):
        if found != content(os.path.join(case, name)):
            raise ValueError(f"{name} is {found[:600]!r}, wanted "
                             f"{content(os.path.join(case, name))[:600]!r}")


def main():
    """One TAP line a case."""
    cases = sorted(os.path.dirname(path) for path in glob.glob("tests/cli/**/cmd", recursive=True))
    print(f"1..{len(cases)}")
    bad = 0
    for number, case in enumerate(cases, 1):
        try:
            check(case)
            print(f"ok {number} - {case}")
        except (ValueError, subprocess.TimeoutExpired) as error:
            bad += 1
            print(f"not ok {number} - {case}\n# {error}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main())
