#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The examples of the man pages and of the command's own help do what they say.

Each is run in a folder that holds what examples name: page.html, page.html.gz, pages/,
crawl.jsonl, record.jsonl, robots.txt, news.warc.gz, archives/, stories.jsonl, and two versions of a
story, monday.html and tuesday.html. It must succeed
and say nothing on standard error.
"""
import glob
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile

COMMAND = os.path.abspath(os.environ["NUTGRAF"])


def of_manuals():
    """(where, command) of each example line of docs/*.1."""
    for path in sorted(glob.glob("docs/*.1")):
        with open(path, encoding="utf-8") as file:
            for line in re.findall(r"^\.Dl (.*\bnutgraf .*)$", file.read(), re.MULTILINE):
                yield os.path.basename(path), line.replace("\\", "")


def of_help():
    """The same of nutgraf help and nutgraf help COMMAND."""
    whole = subprocess.run([COMMAND, "help"], capture_output=True, check=True, text=True).stdout
    for name in ["", *re.findall(r"^  ([a-z]+) {2,}", whole, re.MULTILINE)]:
        words = subprocess.run([COMMAND, "help", *name.split()], capture_output=True, check=True,
                               text=True).stdout
        for line in re.findall(r"^  (nutgraf .*)$", words, re.MULTILINE):
            if "/usr/" not in line:
                yield f"help {name}".strip(), re.sub(r" {3,}.*| {2,}in a pipe.*", "", line)


def archive(page):
    """A web archive whose page is kept at byte 1203; it is told by its bytes, not its name."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = ("WARC/1.0\r\nWARC-Type: {}\r\nWARC-Date: 2026-03-04T10:00:00Z\r\n"
            "WARC-Target-URI: https://daily.example/a/1\r\nContent-Type: {}\r\n"
            "Content-Length: {}\r\n\r\n")
    about = head.format("warcinfo", "application/warc-fields", 1000).encode()
    about += b"." * 1000 + b"\r\n" * ((1203 - len(about) - 1000) // 2)
    about += b"\n" * (1203 - len(about))
    return about + head.format("response", "application/http", len(http)).encode() + http + b"\r\n\r\n"


def furnish(place):
    """Puts there what examples name."""
    sample = "samples/article.html"
    shutil.copy(sample, f"{place}/page.html")
    with open(sample, "rb") as file, gzip.open(f"{place}/page.html.gz", "wb") as packed:
        packed.write(file.read())
    os.mkdir(f"{place}/pages")
    shutil.copy(sample, f"{place}/pages/a.html")
    shutil.copy("samples/section.html", f"{place}/pages/b.html")
    for name in ("pages/c.html", "monday.html", "tuesday.html", "agency.json", "local.json"):
        shutil.copy(sample, f"{place}/{name}")
    with open(f"{place}/crawl.jsonl", "w", encoding="utf-8") as file:
        file.write('{"file":"page.html","url":"https://daily.example/a/1",'
                   '"now":"2026-03-04T10:00:00Z"}\n')
    with open(f"{place}/robots.txt", "w", encoding="utf-8") as file:
        file.write("User-agent: *\nAllow: /\n")
    with open(f"{place}/subscriptions.opml", "w", encoding="utf-8") as file:
        file.write('<opml version="2.0"><body><outline text="Ferrow" '
                   'xmlUrl="https://ferrow.example/rss"/></body></opml>\n')
    with open(f"{place}/page.html", "a", encoding="utf-8") as file:
        file.write('<a href="/rss.xml">RSS</a>\n')
    subprocess.run([COMMAND, "read", "--evidence", "--with", "all", "page.html", "-o",
                    "record.jsonl"], cwd=place, check=True)
    os.mkdir(f"{place}/archives")
    with open(sample, "rb") as file:
        packed = archive(file.read())
    for name in ("news.warc.gz", "archives/a.warc"):
        with open(f"{place}/{name}", "wb") as file:
            file.write(packed)
    subprocess.run([COMMAND, "read", "-e", "news.warc.gz", "-o", "stories.jsonl"], cwd=place,
                   check=True)
    shutil.copy(f"{place}/stories.jsonl", f"{place}/today.jsonl")
    os.mkdir(f"{place}/bin")
    os.symlink(COMMAND, f"{place}/bin/nutgraf")


def fault(line):
    """What is wrong with an example, or an empty text."""
    with tempfile.TemporaryDirectory() as place:
        furnish(place)
        path = f"{place}/bin{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=place,
                              env=dict(os.environ, PATH=path, LC_ALL="C.UTF-8"),
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
        wrote = re.search(r"(?:>|-o) (\S+\.(?:jsonl|cdxj|opml))", line)
        said = done.stdout + done.stderr
        if done.returncode != 0 or done.stderr:
            return f"exit {done.returncode}: {said.decode('utf-8', 'replace')}"
        if wrote and not os.path.getsize(f"{place}/{wrote[1]}"):
            return f"nothing in {wrote[1]}"
        return "" if wrote or done.stdout else "nothing printed"


def main():
    """Runs all, and prints a TAP line for each."""
    failed, examples = 0, [*of_manuals(), *of_help()]
    for number, (where, line) in enumerate(examples, 1):
        wrong = fault(line)
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {where}: {line}")
        if wrong:
            print("# " + wrong[:2000].replace("\n", "\n# "))
    return 0 if examples and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
