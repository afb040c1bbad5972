#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The Python module: its wheel is made by pip with no network, installed into a folder, and used.

Debian's own Python runs it, which has cffi. With sanitizers it is left out: they can't be loaded
into an interpreter that was built without them.
"""
import datetime
import glob
import json
import logging
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import types
import typing

COMMAND = os.path.abspath(os.environ["NUTGRAF"])
BUILD = os.path.dirname(COMMAND)
PAGES = sorted(p for end in ("html", "txt") for p in
               glob.glob(f"tests/pages/**/*.{end}", recursive=True) if not p.endswith("known.txt"))
ARCHIVE = "tests/cli/archive/news.warc.gz"


def content(path):
    """A file's bytes."""
    with open(path, "rb") as file:
        return file.read()


def command(*words):
    """The rows that the command prints."""
    done = subprocess.run([COMMAND, "read", "--format", "jsonl", *words], capture_output=True,
                          check=False)
    return [json.loads(line) for line in done.stdout.splitlines()]


def expect(wanted, given):
    """Fails where the two differ."""
    if wanted != given:
        raise AssertionError(f"wanted {str(wanted)[:500]}, not {str(given)[:500]}")


def expect_error(code, call, *words, **named):
    """Fails unless the call raises an Error of this code."""
    try:
        call(*words, **named)
    except nutgraf.Error as error:
        expect(code, error.code)
        expect(True, len(str(error)) > 5)
        return error
    raise AssertionError(f"no error {code}")


def test_pages_are_read_as_by_the_command():
    """Every page of the tests, with everything on."""
    given = command("--evidence", "--comments", "--with", "all", "--now", "2026-03-04T10:00Z",
                    "--url", "https://daily.example/a/b", *PAGES)
    expect(len(PAGES), len(given))
    for path, row in zip(PAGES, given):
        own = nutgraf.read(content(path), evidence=True, comments=True, with_="all",
                           now="2026-03-04T10:00Z", url="https://daily.example/a/b")
        expect(path, row.pop("file"))
        expect(row, own)


def test_each_way_to_say_what_the_record_is_to_hold():
    """A string with commas, a list, everything."""
    page = content("samples/article.html")
    for with_, fields in (("attributions,names", {"attributions", "names"}), (["dates"], {"dates"}),
                          ((), set()), ("", set()), ("all", {"attributions", "names", "dates",
                                                            "figures"})):
        story = nutgraf.read(page, with_=with_)["stories"][0]
        for field in ("attributions", "names", "dates", "figures"):
            expect(field in fields, field in story)


def test_text_is_taken_as_utf_8():
    """Whatever the page declares."""
    page = '<meta charset="iso-8859-5"><h1>Přívoz</h1>' + "<p>Žluťoučký kůň pěl ódy.</p>" * 9
    expect(nutgraf.read(page, charset="utf-8")["text"], nutgraf.read(page)["text"])
    expect(True, "Žluťoučký" in nutgraf.read(page)["text"])
    expect(nutgraf.read(page)["text"], nutgraf.read(bytearray(page.encode()), charset="utf-8")["text"])


def test_now_may_be_a_datetime():
    """With a zone or in UTC, as the same moment in words."""
    page = b"<h1>Ferry sails again</h1><p>Two hours ago</p>" + b"<p>The ferry sailed again.</p>" * 9
    east = datetime.timezone(datetime.timedelta(hours=2))
    for now, words in ((datetime.datetime(2026, 3, 4, 10), "2026-03-04T10:00:00Z"),
                       (datetime.datetime(2026, 3, 4, 12, tzinfo=east), "2026-03-04T10:00:00Z")):
        expect(nutgraf.read(page, now=words), nutgraf.read(page, now=now))


def test_errors_are_exceptions():
    """Each names its kind and says why."""
    expect_error("format", nutgraf.read, b"")
    expect_error("format", nutgraf.read, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    expect_error("limit", nutgraf.read, b"<p>text</p>" * 100, max_bytes=10)
    expect_error("argument", nutgraf.read, b"<p>x", kind="leaflet")
    expect_error("argument", nutgraf.read, b"<p>x", with_="gossip")
    expect_error("argument", nutgraf.read, b"<p>x", now="yesterday")
    expect_error("argument", lambda: list(nutgraf.rows(ARCHIVE, from_="yesterday")))


def test_stories_of_an_archive():
    """The same as the command's, and each with its record."""
    own = list(nutgraf.stories(ARCHIVE))
    rows = command(ARCHIVE)
    expect([s["headline"] for row in rows for s in row.get("stories", ())],
           [s["headline"] for s in own])
    expect(True, len(own) > 0 and all(s["page"]["warc"]["offset"] >= 0 for s in own))


def test_rows_of_many_inputs_in_order():
    """Threads or not, with what could not be read."""
    paths = PAGES[:20] + ["/nowhere.html"] + PAGES[20:]
    wanted = command("--with", "names", *paths)
    for threads in (1, 3, None):
        expect(wanted, list(nutgraf.rows(*paths, threads=threads, with_="names")))


def test_ranges_and_filters():
    """As by the command."""
    size = os.path.getsize(ARCHIVE)
    whole = [json.loads(line) for line in nutgraf.lines(ARCHIVE)]
    expect(command(ARCHIVE), whole)
    cut = whole[1]["warc"]["offset"]
    parts = [list(nutgraf.rows(ARCHIVE, range_=part)) for part in ((0, cut), (cut, size))]
    expect(whole, parts[0] + parts[1])
    expect(1, len(parts[0]))
    expect(command("--language", "de", "--kind", "article", *PAGES),
           list(nutgraf.rows(*PAGES, languages=["de"], kinds="article")))
    expect(command("--host", "ferrow.example", "--to", "2025", ARCHIVE),
           list(nutgraf.rows(ARCHIVE, hosts="ferrow.example", to="2025")))
    expect(sorted(map(str, whole)), sorted(map(str, nutgraf.rows(ARCHIVE, unordered=True))))
    expect_error("argument", list, nutgraf.rows(ARCHIVE, kinds="leaflet"))


def test_what_fails_is_logged_and_ends_nothing():
    """By stories(), which gives no rows."""
    said = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())
    logging.getLogger("nutgraf").addHandler(handler)
    expect(1, len(list(nutgraf.stories("/nowhere.html", "samples/article.html"))))
    logging.getLogger("nutgraf").removeHandler(handler)
    expect(True, len(said) == 1 and said[0].startswith("/nowhere.html: "))


def test_a_loop_may_end_early():
    """Nothing goes on behind it."""
    for rows in (nutgraf.rows(*PAGES * 20), nutgraf.stories(*PAGES * 20)):
        next(rows)
        rows.close()
        expect([], [t for t in threading.enumerate() if t.name == "nutgraf"])


def test_other_threads_run_while_a_page_is_read():
    """With no switching between them but where the lock is let go."""
    page = b"<h1>Long list</h1>" + b"<p>A paragraph of the long list of names.</p>" * 20000
    state = ["not begun"]

    def work():
        state[0] = "reading"
        nutgraf.read(page)
        state[0] = "done"
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    thread = threading.Thread(target=work)
    thread.start()
    while state[0] == "not begun":
        time.sleep(0)
    seen = state[0]
    sys.setswitchinterval(usual)
    thread.join()
    expect("reading", seen)


def test_types_are_told():
    """For checkers and editors."""
    for call in (nutgraf.read, nutgraf.rows, nutgraf.stories):
        hints = typing.get_type_hints(call)
        expect(True, "return" in hints and len(hints) > 1)
    folder = os.path.dirname(nutgraf.__file__)
    expect(True, os.path.exists(os.path.join(folder, "py.typed")))
    with open("docs/schema/row.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    own = {"page"}
    story = schema["$defs"]["story"]["properties"]
    expect(set(), set(typing.get_type_hints(nutgraf.types.Story)) - set(story) - own)


def stand_in(path, **names):
    """Puts a module with these names where an import finds it."""
    parts = path.split(".")
    for i in range(len(parts)):
        sys.modules.setdefault(".".join(parts[:i + 1]), types.ModuleType(parts[i]))
    for name, value in names.items():
        setattr(sys.modules[path], name, value)


def pipelines():
    """The interfaces that extractors have in the two pipelines: theirs, where they are installed."""
    try:
        from datatrove.pipeline.extractors.base import BaseExtractor
    except ImportError:
        class BaseExtractor:
            """A step that knows its timeout."""

            def __init__(self, timeout=0.1):
                self.timeout = timeout
        stand_in("datatrove.pipeline.extractors.base", BaseExtractor=BaseExtractor)
    try:
        from nemo_curator.stages.text.download.html_extractors import HTMLExtractorAlgorithm
    except ImportError:
        class HTMLExtractorAlgorithm:
            """An algorithm."""
        stand_in("nemo_curator.stages.text.download.html_extractors",
                 HTMLExtractorAlgorithm=HTMLExtractorAlgorithm)
    return BaseExtractor, HTMLExtractorAlgorithm


def test_adapters():
    """Each is of its pipeline's kind, and can be sent to another process."""
    page = content("samples/article.html").decode()
    step, algorithm = pipelines()
    from nutgraf import adapters
    extractor = adapters.Extractor(timeout=2)
    expect(True, isinstance(extractor, step) and extractor.timeout == 2)
    expect(nutgraf.read(page)["text"], pickle.loads(pickle.dumps(extractor)).extract(page))
    own = adapters.Algorithm()
    expect(True, isinstance(own, algorithm))
    expect(nutgraf.read(page)["text"], "\n\n".join(own.extract_text(page, frozenset(), "ENGLISH")))
    expect(None, own.extract_text("", frozenset(), "ENGLISH"))


def main():
    """Makes the wheel and runs every test."""
    global nutgraf
    library = os.path.join(BUILD, "libnutgraf.so")
    if b"__asan_init" in content(library):
        return 77
    with tempfile.TemporaryDirectory() as folder:
        quiet = dict(capture_output=True, text=True, check=False,
                     env=dict(os.environ, BUILD=BUILD, PIP_NO_INDEX="1",
                              PIP_DISABLE_PIP_VERSION_CHECK="1"))
        pip = [sys.executable, "-m", "pip"]
        for words in (["wheel", "--no-deps", "-w", folder, "./python"],
                      ["install", "--no-deps", "--target", os.path.join(folder, "site"),
                       "--find-links", folder, "nutgraf"]):
            done = subprocess.run(pip + words, **quiet)
            if done.returncode != 0:
                print(f"not ok 1 - pip {words[0]}\n{done.stdout}{done.stderr}")
                return 1
        sys.path.insert(0, os.path.join(folder, "site"))
        import nutgraf
        failed = 0
        tests = [(n, t) for n, t in globals().items() if n.startswith("test_")]
        for i, (name, test) in enumerate(tests):
            try:
                test()
                print(f"ok {i + 1} - {name}", flush=True)
            except Exception:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {i + 1} - {name}\n{traceback.format_exc()}", flush=True)
        return failed != 0


if __name__ == "__main__":
    sys.exit(main())
