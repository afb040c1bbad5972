# SPDX-License-Identifier: Apache-2.0
"""Runs over many inputs: the library's threads read ahead, an iterator hands rows out."""
from __future__ import annotations

import json
import logging
import os
import queue
import threading
from typing import Any, Iterator, Optional, Tuple, Union, cast

from ._library import FILTERS, Error, check, ffi, filter_options, lib, read_options
from .types import Row, Story

ROWS_AHEAD = 64
log = logging.getLogger("nutgraf")
Path = Union[str, "os.PathLike[str]"]


class _Run:
    """One call of ng_run() in a thread of its own. What the thread hands over: rows as bytes, at
    last an exception or None."""

    def __init__(self, paths, threads, unordered, range_, settings):
        self.paths = iter([os.fsencode(path) for path in paths])
        self.rows: queue.Queue = queue.Queue(ROWS_AHEAD)
        self.stop = ffi.new("int *", 0)
        self.kept: list = []
        self.options = ffi.new("ng_run_options *", {"size": ffi.sizeof("ng_run_options")})
        filters = {name: settings.pop(name) for name in FILTERS if name in settings}
        read_options(self.options.read, self.kept, **settings)
        filter_options(self.options.filter, self.kept, **filters)
        if range_ is not None:
            self.options.range.start, self.options.range.end = range_
        self.options.unordered = unordered
        self.options.write.size = ffi.sizeof("ng_write_options")
        self.options.threads = threads or os.cpu_count() or 1
        self.options.stop = self.stop
        self.handle = ffi.new_handle(self)
        self.thread = threading.Thread(target=self.work, name="nutgraf", daemon=True)
        self.thread.start()

    def next_input(self, out):
        """Names the next input to the library."""
        path = next(self.paths, None)
        if path is None:
            return False
        self.path = ffi.new("char[]", path)
        out.path = self.path
        return True

    def take(self, data):
        """Hands a row over; False once nobody wants it."""
        while not self.stop[0]:
            try:
                self.rows.put(data, timeout=0.1)
                return True
            except queue.Full:
                continue
        return False

    def work(self):
        """The thread."""
        error = ffi.new("ng_error *")
        end = None
        try:
            check(lib.ng_run(self.options, _source, _sink, self.handle, error), error)
        except Error as raised:
            end = raised
        self.take(end)

    def close(self):
        """Ends the run, wherever it is."""
        self.stop[0] = 1
        self.thread.join()


@ffi.callback("ng_input_source", error=False)
def _source(context, out):
    return ffi.from_handle(context).next_input(out)


@ffi.callback("ng_row_sink", error=False)
def _sink(context, given, failure, data, length):
    if length == 0:  # a record that is broken has no row
        why = ffi.string(failure.text).decode("utf-8", "replace") if failure else "not read"
        log.warning("%s@%d: %s", os.fsdecode(ffi.string(given.path)), given.offset, why)
        return True
    return ffi.from_handle(context).take(ffi.buffer(data, length)[:])


def lines(*paths: Path, threads: Optional[int] = None, unordered: bool = False,
          range_: Optional[Tuple[int, int]] = None, **settings: Any) -> Iterator[bytes]:
    """The row of every page in these files and web archives (WARC, ARC; plain, gzip, zstd), in
    their order: JSON lines as the command prints them, to be passed on.

    threads    how many read; all cores unless said
    unordered  give rows as they are done
    range_     of archives only the records that start in these bytes: (start, end)
    settings   as of read(): now, with_, kind, evidence, comments, fast, max_...; and which pages:
               hosts, from_, to, words, languages, kinds, as the command's options (a string with
               commas, or a list)

    Rows are read ahead while you work on one. Ending the loop early ends the run. Broken
    records are named to the logger "nutgraf". Raises Error where the run itself fails.
    """
    run = _Run(paths, threads, unordered, range_, settings)
    try:
        while True:
            row = run.rows.get()
            if row is None:
                return
            if isinstance(row, Error):
                raise row
            yield row
    finally:
        run.close()


def rows(*paths: Path, **settings: Any) -> Iterator[Row]:
    """The same rows as dicts. A page that can't be read gives a row with `error`."""
    found = lines(*paths, **settings)
    try:
        for line in found:
            yield cast(Row, json.loads(line))
    finally:
        found.close()  # type: ignore[attr-defined]


def stories(path: Path, *more: Path, **settings: Any) -> Iterator[Story]:
    """Every story in a file or web archive, each with `page`: the row's file, url, kind, warc,
    sha256. What can't be read is named to the logger "nutgraf". Settings as of lines()."""
    found = rows(path, *more, **settings)
    try:
        for row in found:
            page = {key: row[key]  # type: ignore[literal-required]
                    for key in ("file", "url", "kind", "sha256", "warc") if key in row}
            if "error" in row:
                log.warning("%s: %s", row.get("file"), row["error"].get("text"))
            for story in row.get("stories", ()):
                story["page"] = page
                yield story
    finally:
        found.close()  # type: ignore[attr-defined]
