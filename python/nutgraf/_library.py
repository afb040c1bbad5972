# SPDX-License-Identifier: Apache-2.0
"""libnutgraf through cffi. While a call runs the interpreter's lock is free."""
import datetime
import os
import threading

from cffi import FFI

HERE = os.path.dirname(os.path.abspath(__file__))
ffi = FFI()

_reader = threading.local()


class Error(Exception):
    """Why something could not be read.

    code    short name as in rows: "format", "limit", "io", "memory", "argument", ...
    offset  bytes into the input where reading stopped, or 0
    """

    def __init__(self, code, text, offset=0):
        super().__init__(text)
        self.code = code
        self.offset = offset


def _load():
    with open(os.path.join(HERE, "declarations.h"), encoding="utf-8") as file:
        ffi.cdef(file.read())
    helper = os.path.join(HERE, "libyyjson.so.0")
    if os.path.exists(helper):  # the library finds it loaded already
        ffi.dlopen(helper, ffi.RTLD_GLOBAL | ffi.RTLD_NOW)
    return ffi.dlopen(os.path.join(HERE, "libnutgraf.so"))


lib = _load()
version = ffi.string(lib.ng_version()).decode()

# Where the library keeps a name for each number of an enumeration, it is asked.
KINDS = {"auto": lib.NG_KIND_AUTO}
for _name in ("ARTICLE", "SECTION", "PAGE", "TEXT", "FEED", "PLAIN", "SITEMAP", "OPML"):
    KINDS[_name.lower()] = getattr(lib, "NG_KIND_" + _name)
WITH = {name: getattr(lib, "NG_WITH_" + name.upper())
        for name in ("attributions", "names", "dates", "figures", "relations", "all")}


def check(status, error):
    """Raises Error unless a call went well."""
    if status != lib.NG_OK:
        raise failure(error, status)


def failure(error, status=None):
    """An ng_error as an exception."""
    code = error.status if error.status != lib.NG_OK or status is None else status
    text = ffi.string(error.text).decode("utf-8", "replace")
    return Error(ffi.string(lib.ng_status_name(code)).decode(),
                 text or ffi.string(lib.ng_status_text(code)).decode(), int(error.offset_bytes))


def reader():
    """This thread's reader, which keeps its memory from page to page."""
    if not hasattr(_reader, "own"):
        out, error = ffi.new("ng_reader **"), ffi.new("ng_error *")
        check(lib.ng_reader_new(out, error), error)
        _reader.own = ffi.gc(out[0], lib.ng_reader_free)
    return _reader.own


def _names(given, known, what):
    names = [n for n in (given.split(",") if isinstance(given, str) else given) if n]
    for name in names:
        if name not in known:
            raise Error("argument", f"{what} {name!r}: of {', '.join(known)}")
    return names


def _slice(kept, target, text):
    if text:
        data = text.encode() if isinstance(text, str) else text
        buffer = ffi.from_buffer("char[]", data)
        kept.append(buffer)
        target.ptr, target.len = buffer, len(data)


def read_options(target, kept, *, url=None, now=None, charset=None, kind="auto", with_=(),
                 fast=False, model=None, evidence=False, comments=False, max_bytes=0, max_depth=0,
                 max_milliseconds=0):
    """Fills an ng_read_options; `kept` gets what must live as long as it."""
    if kind not in KINDS:
        raise Error("argument", f"kind {kind!r}: one of {', '.join(KINDS)}")
    names = _names(with_, WITH, "with_")
    if isinstance(now, datetime.datetime):
        now = now.isoformat()
    if now:
        error = ffi.new("ng_error *")
        data = ffi.from_buffer("char[]", now.encode())
        check(lib.ng_moment_check(ffi.new("ng_slice *", {"ptr": data, "len": len(now.encode())})[0],
                                  error), error)
    target.size = ffi.sizeof("ng_read_options")
    target.kind = KINDS[kind]
    _slice(kept, target.url, url)
    _slice(kept, target.now, now)
    _slice(kept, target.charset, charset)
    _slice(kept, target.model, model)
    bits = 0
    for name in names:
        bits |= WITH[name]
    setattr(target, "with", bits)
    target.fast, target.evidence, target.comments = fast, evidence, comments
    target.max_bytes, target.max_depth = max_bytes, max_depth
    target.max_milliseconds = max_milliseconds


def filter_options(target, kept, *, hosts=(), from_=None, to=None, words=(), languages=(),
                   kinds=()):
    """Fills an ng_filter."""
    for name, given in (("hosts", hosts), ("words", words), ("languages", languages)):
        _slice(kept, getattr(target, name), given if isinstance(given, str) else ",".join(given))
    _slice(kept, getattr(target, "from"), from_)
    _slice(kept, target.to, to)
    for name in _names(kinds, [k for k in KINDS if k not in ("auto", "plain")], "kinds"):
        target.kinds |= 1 << KINDS[name]


FILTERS = ("hosts", "from_", "to", "words", "languages", "kinds")
