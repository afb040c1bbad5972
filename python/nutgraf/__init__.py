# SPDX-License-Identifier: Apache-2.0
"""nutgraf reads the news: saved pages, section pages, dumps and web archives, to stories.

    import nutgraf
    row = nutgraf.read(html_bytes, url="https://daily.example/a/1", with_="attributions")
    for story in nutgraf.stories("CC-NEWS-20260303.warc.gz"):
        print(story["headline"], story["page"]["url"])

Rows have the fields that the command prints as JSON lines.
"""
from __future__ import annotations

import json
from datetime import datetime
from typing import Iterable, Optional, Union, cast

from ._library import Error, check, failure, ffi, lib, read_options, reader, version
from ._run import lines, rows, stories
from .types import Row

__all__ = ["Error", "lines", "read", "rows", "stories", "version"]
__version__ = version


@ffi.callback("ng_sink")
def _collect(context, data, length):
    ffi.from_handle(context).append(ffi.buffer(data, length)[:])
    return True


def read(html_bytes: Union[bytes, bytearray, memoryview, str], *, url: Optional[str] = None,
         now: Union[str, datetime, None] = None, with_: Union[str, Iterable[str]] = (),
         kind: str = "auto", charset: Optional[str] = None, evidence: bool = False,
         comments: bool = False, fast: bool = False, model: Optional[str] = None, max_bytes: int = 0,
         max_depth: int = 0, max_milliseconds: int = 0) -> Row:
    """Reads one page: its row, as a dict.

    html_bytes  the page as saved or fetched, in any charset; a str is taken as UTF-8
    url         its address, which resolves links
    now         the moment from which "2 hours ago" counts, ISO 8601 or a datetime
    with_       of attributions, names, dates, figures, relations or all; a list, or a string
                with commas
    kind        what to take it for: auto, article, section, page, text, feed, plain,
                sitemap, opml
    charset     what the HTTP header says
    evidence    keep where in the bytes each text was read
    comments    keep readers' comments
    fast        make the record without the slow parts of its model
    model       make the record by the model in this file, in place of the one built in
    max_...     limits; 0: the library's own

    Raises Error where nothing can be read. A page that was not read to its end has its row,
    with `error`. Other Python threads run meanwhile.
    """
    kept: list = []
    if isinstance(html_bytes, str):
        html_bytes, charset = html_bytes.encode("utf-8", "replace"), "utf-8"
    options = ffi.new("ng_read_options *")
    read_options(options, kept, url=url, now=now, charset=charset, kind=kind, with_=with_,
                 fast=fast, model=model, evidence=evidence, comments=comments, max_bytes=max_bytes,
                 max_depth=max_depth, max_milliseconds=max_milliseconds)
    data = ffi.from_buffer("char[]", html_bytes)
    page = ffi.new("ng_slice *", {"ptr": data, "len": len(html_bytes)})
    out, error = ffi.new("ng_document **"), ffi.new("ng_error *")
    check(lib.ng_reader_read_page(reader(), page[0], options, out, error), error)
    form = ffi.new("ng_write_options *", {"size": ffi.sizeof("ng_write_options")})
    pieces: list = []
    handle = ffi.new_handle(pieces)
    try:
        check(lib.ng_document_write(out[0], form, _collect, handle, error), error)
    finally:
        lib.ng_document_free(out[0])
    row = json.loads(b"".join(pieces))
    row.pop("file", None)
    return cast(Row, row)
