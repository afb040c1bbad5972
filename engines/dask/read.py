#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reads web archives on the workers of a Dask scheduler.

    read.py SCHEDULER LIST OUT [--with PARTS] [--megabytes N] [--threads N]

LIST has one archive a line; each becomes OUT/NAME.jsonl, those above N megabytes (2048) several, by
ranges of bytes. An output has its name only when it is whole, and what is there is not read again,
so the job can be run again after anything. A task whose worker dies is given to another one.
OUT, the archives and the module nutgraf must be there on every worker. Exit status 0: every
output is there.
"""
import argparse
import collections
import os
import sys

from distributed import Client, as_completed

TRIES = 3


def tasks(archives, most, out):
    """(archive, range or None, output) of each task."""
    for archive in archives:
        size = os.path.getsize(archive)
        name = os.path.join(out, os.path.basename(archive))
        if size <= most:
            yield archive, None, name + ".jsonl"
        else:
            for start in range(0, size, most):
                yield archive, (start, start + most), f"{name}.{start}-{start + most}.jsonl"


def read(archive, range_, output, threads, with_):
    """One task, on a worker: what was counted."""
    import nutgraf  # on the worker
    counts = collections.Counter()
    part = f"{output}.{os.uname().nodename}-{os.getpid()}.part"
    try:
        with open(part, "wb") as file:
            for line in nutgraf.lines(archive, threads=threads, range_=range_, with_=with_):
                file.write(line)
                counts["rows"] += 1
            file.flush()
            os.fsync(file.fileno())
        counts["bytes"] = os.path.getsize(part)
        os.replace(part, output)
    finally:
        if os.path.exists(part):
            os.remove(part)
    return dict(counts)


def main():
    """Maps the tasks over the workers and says how far they are."""
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("scheduler", "list", "out"):
        options.add_argument(name)
    options.add_argument("--with", dest="with_", default="")
    options.add_argument("--megabytes", type=int, default=2048)
    options.add_argument("--threads", type=int, default=1)
    asked = options.parse_args()
    with open(asked.list, encoding="utf-8") as file:
        archives = [os.path.abspath(line) for line in file.read().split("\n") if line]
    out = os.path.abspath(asked.out)
    os.makedirs(out, exist_ok=True)
    todo = list(tasks(archives, asked.megabytes << 20, out))
    if len({task[2] for task in todo}) < len(todo):
        sys.exit("read.py: two archives have the same name, and so would their outputs; rename one")
    missing = [task for task in todo if not os.path.exists(task[2])]
    failed, counts = 0, collections.Counter()
    with Client(asked.scheduler, timeout=60) as client:
        jobs = client.map(lambda task: read(*task, asked.threads, asked.with_), missing,
                          pure=False, retries=TRIES - 1)
        for done, job in enumerate(as_completed(jobs, raise_errors=False), 1):
            if job.status == "finished":
                counts.update(job.result())
            else:
                failed += 1
                print(f"read.py: {missing[jobs.index(job)][0]}: {job.exception()}", file=sys.stderr)
            print(f"{done} of {len(missing)} tasks, {counts['rows']} rows, "
                  f"{counts['bytes'] >> 20} MB", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
