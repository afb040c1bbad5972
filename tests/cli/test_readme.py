#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the README shows is what happens.

Each "$ command" in it is run, and must print what stands below it; its C program must compile
without a warning. Commands that need jq are passed over where there is none. `make golden`
writes what they print today into the README; read the diff.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

COMMAND = os.environ["NUTGRAF"]
WRITE = os.environ.get("GOLDEN") == "write"
BLOCK = re.compile(r"(?<=^```\n)\$ .*?(?=^```$)", re.MULTILINE | re.DOTALL)
PROGRAM = re.compile(r"^```c\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(line):
    """What a command prints."""
    script = line.replace("build/nutgraf", COMMAND)
    done = subprocess.run(["bash", "-o", "pipefail", "-c", script], capture_output=True,
                          stdin=subprocess.DEVNULL, check=False)
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def check_commands(text):
    """(name, what was wrong or None) for each command; the README as it would be right."""
    results, pieces, at = [], [], 0
    for block in BLOCK.finditer(text):
        pieces.append(text[at:block.start()])
        at = block.end()
        for example in re.split(r"^(?=\$ )", block[0], flags=re.MULTILINE)[1:]:
            first, _, shown = example.partition("\n")
            gap = "\n" if shown.endswith("\n\n") else ""
            shown = shown[:-1] if gap else shown
            if "| jq" in first and not shutil.which("jq"):
                pieces.append(example)
                continue
            printed, words = run(first[2:])
            results.append((first[2:], None if printed == shown and not words else
                            "prints\n" + printed + words))
            pieces.append(first + "\n" + printed + gap)
    return results, "".join(pieces) + text[at:]


def check_program(text):
    """The C program compiles."""
    with tempfile.NamedTemporaryFile("w", suffix=".c", encoding="utf-8") as source:
        source.write(PROGRAM.search(text)[1])
        source.flush()
        done = subprocess.run(["cc", "-std=c17", "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
                               "-Iinclude", source.name], capture_output=True, text=True,
                              check=False)
    return "the C program", done.stderr if done.returncode else None


def main():
    """Checks all, and prints a TAP line for each."""
    with open("README.md", encoding="utf-8") as file:
        text = file.read()
    results, right = check_commands(text)
    results.append(check_program(text))
    for number, (name, wrong) in enumerate(results, 1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
        if wrong:
            print("# " + wrong.replace("\n", "\n# "))
    if WRITE and right != text:
        with open("README.md", "w", encoding="utf-8") as file:
            file.write(right)
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == "__main__":
    sys.exit(main())
