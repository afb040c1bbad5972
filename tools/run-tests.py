#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the tests of build folders and counts their cases.

    python3 tools/run-tests.py BUILDDIR...

A cmocka program prints a TAP line for each of its cases; each is counted. A program that
prints none counts as one case. The last line is "N passed, N failed", and the exit code is
0 only if something ran and nothing failed.
"""
import json
import os
import re
import subprocess
import sys

CASE = re.compile(r"^(not )?ok\b[ \d]*(?:- )?(.*)", re.MULTILINE)


def run(folder):
    """The tests of one folder: a list of (test, passed, failed, what it printed)."""
    log = os.path.join(folder, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.remove(log)
    subprocess.run(["meson", "test", "-C", folder, "--no-rebuild", "--quiet",
                    "--num-processes", os.environ.get("JOBS") or str(os.cpu_count())],
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=False)
    if not os.path.exists(log):
        return [(folder + ": meson test did not run", 0, 1, "")]
    results = []
    with open(log, encoding="utf-8", errors="replace") as lines:
        for row in map(json.loads, lines):
            said = row.get("stdout") or ""
            cases = [(m.group(1) is None, m.group(2)) for m in CASE.finditer(said)]
            passed = sum(good for good, _ in cases)
            failed = len(cases) - passed
            if row["result"] == "SKIP":
                continue
            if row["result"] == "OK":
                passed += not cases
            elif failed == 0:
                failed = 1  # it crashed or ran too long after its last case
            results.append((row["name"], passed, failed, said + (row.get("stderr") or "")
                            if failed else ""))
    return results


def main(folders):
    """Runs all folders and prints the sum."""
    all_passed = all_failed = 0
    for folder in folders:
        for name, passed, failed, said in run(folder):
            all_passed += passed
            all_failed += failed
            print(f"{'FAIL' if failed else 'ok  '} {folder}: {name} ({passed} of {passed + failed})")
            if said:
                print("     " + "\n     ".join(said[-6000:].splitlines()))
    print(f"{all_passed} passed, {all_failed} failed")
    return 0 if all_passed and not all_failed else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
