#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Archives through the command: runs that are killed, standard input, counts, memory."""
import gzip
import json
import os
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import kill_runs  # noqa: E402 pylint: disable=wrong-import-position

NUTGRAF = os.path.abspath(os.environ["NUTGRAF"])
with open(NUTGRAF, "rb") as binary:
    SANITIZED = b"__asan" in binary.read()
ENV = dict(os.environ, LC_ALL="C.UTF-8", TERM="dumb")
PARAGRAPH = ("<p>The ferry number %d sailed past the light at seven, for the %dth time since the "
             "old pier was closed, with two hundred people, a brass band and a dog on board.</p>")


def record(number, body, mime="text/html", kind="response"):
    """One record of a WARC."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {mime}\r\n\r\n".encode() + body
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Date: 2026-03-03T14:05:00Z\r\nWARC-Target-URI: https://f.example/{number}\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n").encode()
    return head + http + b"\r\n\r\n"


def page(number, paragraphs):
    """A small page of news."""
    text = "".join(PARAGRAPH % (number, i) for i in range(paragraphs))
    return (f"<!doctype html><html lang=en><title>Ferry {number}</title><body><article><h1>Ferry "
            f"{number} sails again</h1>{text}</article></body></html>").encode()


def make(path, count, packed=True, broken=()):
    """An archive with a request before each page; damage in the pages of `broken`."""
    with open(path, "wb") as file:
        for i in range(count):
            for one in (record(10 * i, b"", kind="request"), record(10 * i + 1, page(i, 3 + i % 40))):
                data = bytearray(gzip.compress(one, 1) if packed else one)
                if i in broken and one is not None and b"request" not in one:
                    data[len(data) // 2] ^= 0x55
                file.write(data)


def run(*arguments, **more):
    """Runs the command to its end."""
    more.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.run([NUTGRAF, *arguments], env=ENV, capture_output=True, timeout=250,
                          check=False, **more)


def test_a_killed_run_goes_on(place):
    """SIGKILL at random moments: nothing lost, nothing twice, the counts the same"""
    archive = f"{place}/news.warc.gz"
    make(archive, 150 if SANITIZED else 1200, broken=(7, 70))
    for options in ((), ("-j", "3"), ("-j", "3", "--unordered")):
        equal, hits, lives, rows = kill_runs.same_after_kills(NUTGRAF, archive, 6, 4, options)
        assert equal and hits >= 6 and lives > hits and rows > 100, (equal, hits, lives, rows)


def test_rows_before_their_turn_are_kept(place):
    """without order, a state knows which rows behind its place are out; another order is refused"""
    archive, whole, out, state, again = (f"{place}/{name}" for name in (
        "news.warc.gz", "whole", "out", "state", "again"))
    make(archive, 12)
    assert run("read", "--unordered", "-o", whole, "--resume", again, archive).returncode == 0
    with open(whole, encoding="utf-8") as file:
        rows = file.read().splitlines(True)
    offsets = [json.loads(row)["warc"]["offset"] for row in rows]
    assert offsets == sorted(offsets) and len(rows) == 12  # one thread
    with open(again, encoding="utf-8") as file:
        kept = json.load(file)
    total = kept["summary"]
    # As if rows 0, 3 and 4 were out, and the run had been killed then.
    ahead = [rows[0], rows[4], rows[3]]
    kept["complete"] = False
    kept["outputBytes"] = sum(len(row.encode()) for row in ahead)
    kept["position"].update(input=0, inArchive=True, unit=offsets[0], offset=offsets[0], nth=1,
                            readTo=offsets[0] + json.loads(rows[0])["warc"]["length"],
                            size=os.path.getsize(archive))
    kept["ahead"] = [[0, 1, offsets[n], 1, 0] for n in (3, 4)]
    kept["summary"] = {**total, "records": 0, "pages": 0, "stories": 0, "bytes": 0}
    with open(state, "w", encoding="utf-8") as file:
        json.dump(kept, file)
    with open(out + ".part", "w", encoding="utf-8") as file:
        file.write("".join(ahead) + "a row that was cut")
    done = run("read", "--unordered", "-o", out, "--resume", state, archive)
    assert done.returncode == 0, done.stderr
    with open(out, encoding="utf-8") as file:
        got = file.read().splitlines(True)
    assert got == ahead + rows[1:3] + rows[5:], [json.loads(row)["warc"]["offset"] for row in got]
    with open(state, encoding="utf-8") as file:
        end = json.load(file)
    assert end["complete"] and "ahead" not in end
    assert end["summary"]["pages"] == 9  # those of this life
    done = run("read", "-o", out, "--resume", state, archive)
    assert done.returncode == 2 and b"other options" in done.stderr, done


def test_an_interrupted_run_goes_on(place):
    """SIGTERM: 130, no output yet; then all of it"""
    archive, out, state = (f"{place}/{name}" for name in ("news.warc.gz", "out", "state"))
    make(archive, 400 if SANITIZED else 3000)
    wanted = run("read", archive).stdout
    with subprocess.Popen([NUTGRAF, "read", "-o", out, "--resume", state, archive],
                          env=ENV) as process:
        while not (os.path.exists(out + ".part") and os.path.getsize(out + ".part") > 0):
            assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        code = process.wait(60)
    assert code == 130 and not os.path.exists(out) and os.path.exists(state), code
    done = run("read", "-o", out, "--resume", state, archive)
    assert done.returncode == 0, done.stderr
    with open(out, "rb") as file:
        assert file.read() == wanted
    before = os.stat(out).st_mtime_ns
    assert run("read", "-o", out, "--resume", state, archive).returncode == 0
    assert os.stat(out).st_mtime_ns == before  # nothing was left to be done


def life_on_standard_output(state, archive, rows, kill):
    """Reads rows; after so many the run gets a signal, and what it still wrote is read"""
    with subprocess.Popen([NUTGRAF, "read", "--resume", state, archive], env=ENV,
                          stdout=subprocess.PIPE) as process:
        got = []
        for row in process.stdout:  # of which a pipe holds few: the run waits for us
            got.append(row)
            if len(got) == rows:
                process.send_signal(kill)
    return process.returncode, [row for row in got if row.endswith(b"\n")]


def test_resumed_on_standard_output(place):
    """interrupted, it goes on behind its last row; killed, rows may come again, none is lost"""
    archive, state = f"{place}/news.warc.gz", f"{place}/state"
    make(archive, 150 if SANITIZED else 1200)
    wanted = run("read", archive).stdout.splitlines(True)
    code, first = life_on_standard_output(state, archive, 20, signal.SIGTERM)
    assert code == 130 and first == wanted[:len(first)]
    code, second = life_on_standard_output(state, archive, 20, signal.SIGKILL)
    assert code == -9 and second == wanted[len(first):len(first) + len(second)]
    code, third = life_on_standard_output(state, archive, 0, 0)
    assert code == 0 and third == wanted[-len(third):]
    assert len(first) + len(second) + len(third) >= len(wanted)
    done = run("read", "--resume", state, archive)
    assert done.returncode == 0 and done.stdout == b""  # nothing was left to be done


def test_what_can_not_be_gone_on_with(place):
    """other options, other inputs, a part that is gone: told, and nothing is touched"""
    archive, other, out, state = (f"{place}/{name}" for name in ("a.warc", "b.warc", "out", "state"))
    make(archive, 5, packed=False)
    make(other, 6, packed=False)
    with open(state, "w", encoding="utf-8") as file:
        file.write("a letter")
    for arguments, code, words in (
            ([archive], 2, "no state"),
            (["--evidence", archive], 2, "other options"),
            ([other], 2, "inputs are not those"),
            ([archive], 3, "part is gone")):
        done = run("read", "-o", out, "--resume", state, *arguments)
        assert done.returncode == code and words in done.stderr.decode(), (words, done)
        assert not os.path.exists(out)
        if words == "no state":
            os.remove(state)
            assert run("read", "-o", out, "--resume", state, archive).returncode == 0
            os.remove(out)
            with open(state, encoding="utf-8") as file:
                kept = json.load(file)
            kept["complete"] = False  # as if it had been killed at its last moment
            with open(state, "w", encoding="utf-8") as file:
                json.dump(kept, file)
            with open(out + ".part", "wb") as file:
                file.write(b"x" * kept["outputBytes"])
        if words.startswith("inputs"):
            os.remove(out + ".part")


def test_standard_input(place):
    """archives and pages, packed and plain, from a pipe and from a file"""
    archive = f"{place}/news.warc.gz"
    make(archive, 30)
    plain = f"{place}/plain.warc"
    make(plain, 30, packed=False)
    html = f"{place}/page.html.gz"
    with gzip.open(html, "wb") as file:
        file.write(page(1, 3000))
    for name in (archive, plain, html, "samples/section.html"):
        wanted = [json.loads(row) for row in run("read", name).stdout.splitlines()]
        with open(name, "rb") as file:
            data = file.read()
        with open(name, "rb") as file:
            got = [run("read", "-", input=data, stdin=None).stdout, run("read", "-", stdin=file).stdout]
        for rows in got:
            rows = [json.loads(row) for row in rows.splitlines()]
            for row in rows + wanted:
                row["file"] = row.get("warc", {})["file"] = ""
            assert rows and rows == wanted, name
    done = run("read", "--max-size", "1000", "-", input=page(1, 100), stdin=None)
    assert done.returncode == 1 and b"larger than the limit" in done.stderr


def test_summary(place):
    """counts, reasons, and the place of what is broken"""
    archive, summary = f"{place}/news.warc.gz", f"{place}/summary"
    make(archive, 20, broken=(3, 5))
    with open("docs/schema/summary.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    done = run("read", "-o", f"{place}/out", "--summary", summary, archive, f"{place}/missing")
    assert done.returncode == 1 and done.stderr.count(b"broken") == 2, done.stderr
    with open(summary, encoding="utf-8") as file:
        counts = json.load(file)
    assert sorted(counts) == sorted(schema["required"]) == sorted(schema["properties"])
    assert sorted(counts["skipped"]) == sorted(schema["properties"]["skipped"]["required"])
    assert [counts[k] for k in ("inputs", "failedInputs", "records", "broken", "pages", "stories")] \
        == [2, 1, 38, 2, 18, 18], counts
    assert counts["skipped"]["type"] == 20 and counts["bytes"] == os.path.getsize(archive)
    assert len(counts["brokenRecords"]) == 2
    for broken in counts["brokenRecords"]:
        with open(archive, "rb") as file:
            file.seek(broken["offset"])
            assert file.read(3) == b"\x1f\x8b\x08"
    assert [f["file"] for f in counts["failures"]] == [f"{place}/missing"]
    assert run("read", "-o", f"{place}/out", "--summary", f"{place}/no/folder",
               archive).returncode == 3


def test_index_of_much(place):
    """sorted by bytes, each record at its place; the same from standard order or from a list"""
    archive = f"{place}/news.warc.gz"
    make(archive, 300)
    lines = run("index", archive).stdout.splitlines()
    assert len(lines) == 300 and lines == sorted(lines)
    for line in lines[::37]:
        fields = json.loads(line.split(b" ", 2)[2])
        shown = run("show", f"{archive}@{fields['offset']}").stdout
        assert f"WARC-Target-URI: {fields['url']}\r\n".encode() in shown
        with open(archive, "rb") as file:
            file.seek(int(fields["offset"]))
            assert gzip.decompress(file.read(int(fields["length"]))) == shown + b"\r\n\r\n"


def peak(arguments):
    """Peak memory in kB."""
    with subprocess.Popen([NUTGRAF, *arguments], env=ENV, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
    return usage.ru_maxrss


def test_memory_stays_flat(place):
    """ten times the records take no more memory; nor does one that is passed over"""
    few, many, large = (f"{place}/{name}.warc" for name in ("few", "many", "large"))
    make(few, 300, packed=False)
    make(many, 600 if SANITIZED else 3000, packed=False)
    with open(large, "wb") as file:
        file.write(record(1, b"\0" * (300 << 20), "video/mp4", "metadata") + record(2, page(2, 20)))
    for threads in ("1", "2"):
        some = peak(["read", "-j", threads, few])
        room = 40000 if SANITIZED else 4000
        assert peak(["read", "-j", threads, many]) < some * 1.15 + room
        assert peak(["read", "-j", threads, large]) < some * 1.15 + room
    with gzip.open(large + ".gz", "wb", 1) as file:
        file.write(record(1, b"\0" * (300 << 20), "video/mp4", "metadata") + record(2, page(2, 20)))
    assert peak(["read", large + ".gz"]) < some * 1.15 + room


def main():
    """Runs every test in a folder of its own and prints a TAP line for each."""
    failed = 0
    tests = [(n, f) for n, f in sorted(globals().items()) if n.startswith("test_")]
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as place:
            try:
                test(place)
                print(f"ok {number} - {name}", flush=True)
            except (AssertionError, subprocess.TimeoutExpired, ValueError, OSError) as why:
                failed += 1
                print(f"not ok {number} - {name}\n# {type(why).__name__}: {why}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
