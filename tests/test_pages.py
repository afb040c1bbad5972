#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Golden pages: what the command reads from a page is what the page says.

tests/pages/**/NAME.truth says, in the form below, what a careful reader finds on NAME.html or
NAME.txt beside it. It is written by hand from the page, never from the program's output. Where
the program is wrong today, tests/pages/known.txt names the page and the field; a field that is
wrong and not named there fails the test, and so does one that is named and has become right.
`make golden` writes known.txt anew (and nothing else); read the diff.

    # a comment
    file: samples/article.html      the page, where it does not stand beside the truth
    options: --now 2026-03-04T10:00Z
    kind: article
    language: en
    text:                           only for pages without stories: a line a line
    ...
    story:                          each story begins so
    headline: ...                   headline, description, author (one a line), published and
    author: ...                     section must be absent from the row where absent here;
    published: 2026-03-04           modified, credit, publisher, url, image, free, keyword only
    body:                           count where given. "*" is not looked at, "-" must be absent
    A paragraph.
    ## A subhead
    - a list item
    > a quote
    | a row | of a table
    @ the text of an embedded post
    ^ a caption
    ~ a line that may be called a paragraph or a subhead
    ? a paragraph that may be read as part of the body, or not (?## a subhead, ?- an item)
    comment: who | what
    teaser: headline                section:, age:, date:, about:, url: of it in further lines
    teaser? headline                one that may be there or not

Each page is read twice, and the second time, with --evidence, each word of each part, headline
and teaser must stand at the bytes that are named.
"""
import glob
import html
import json
import os
import re
import shlex
import subprocess
import sys

COMMAND = os.environ["NUTGRAF"]
WRITE = os.environ.get("GOLDEN") == "write"
KNOWN = "tests/pages/known.txt"
WORD = re.compile(r"\w+")
MARKS = {"##": "heading", "-": "list-item", ">": "quote", "@": "embed", "^": "caption",
         "|": "table", "~": "any"}
STORY_KEYS = {"headline", "description", "published", "modified", "section", "credit",
              "publisher", "url", "image", "free"}
ALWAYS = ("headline", "description", "published", "section")
TEASER_KEYS = {"section": "articleSection", "age": "ageText", "date": "datePublished",
               "about": "description", "url": "url"}


# ---- the truth ---------------------------------------------------------------------

def part(line):
    """A body line as (type, text, whether it must be there)."""
    needed = not line.startswith("?")
    line = line.lstrip("?").strip() if not needed else line
    mark, _, rest = line.partition(" ")
    if mark in MARKS:
        return MARKS[mark], rest.strip(), needed
    return "paragraph", line, needed


def add_part(parts, line):
    """Appends a line of a body; rows of a table that follow each other are one part."""
    kind, text, needed = part(line)
    if kind == "table" and parts and parts[-1][0] == "table":
        parts[-1] = ("table", parts[-1][1] + "\n" + text, parts[-1][2])
    else:
        parts.append((kind, text, needed))


def head_line(truth, key, value):
    """A line before the first story."""
    if key not in ("file", "options", "kind", "language"):
        raise ValueError(f"no such line of a truth: {key}")
    truth[key] = value


def story_line(story, key, value):
    """A line of a story's head."""
    if key in ("author", "keyword"):
        story.setdefault(key, []).append(value)
    elif key in STORY_KEYS:
        story[key] = value
    else:
        raise ValueError(f"no such line of a story: {key}")


def parse(lines):
    """A truth as a dictionary."""
    truth = {"stories": [], "teasers": []}
    place = "head"
    for line in lines:
        if not line or line.startswith("# "):
            continue
        key, colon, value = line.partition(":")
        value = value.strip()
        optional = line.startswith("teaser? ")
        if optional or (colon and key == "teaser"):
            truth["teasers"].append({"headline": line[8:].strip(), "optional": optional})
            place = "teaser"
        elif line == "story:":
            truth["stories"].append({"body": [], "comments": []})
            place = "story"
        elif line in ("body:", "text:"):
            place = line[:-1]
            truth.setdefault("text", []) if place == "text" else None
        elif key == "comment" and place in ("story", "body"):
            truth["stories"][-1]["comments"].append(value)
        elif place == "body":
            add_part(truth["stories"][-1]["body"], line)
        elif place == "text":
            truth["text"].append(line)
        elif place == "teaser":
            truth["teasers"][-1][TEASER_KEYS[key]] = value
        elif place == "story":
            story_line(truth["stories"][-1], key, value)
        else:
            head_line(truth, key, value)
    return truth


# ---- the row beside the truth ------------------------------------------------------

def fits(wanted, found):
    """Whether parts stand in order: all needed ones, and of the others what there is."""
    at = 0
    for text, needed in wanted:
        if at < len(found) and found[at] == text:
            at += 1
        elif needed:
            return False
    return at == len(found)


def field_of(story, key):
    """A story's field under the name that truths give it."""
    value = {
        "published": story.get("datePublished"), "modified": story.get("dateModified"),
        "section": story.get("articleSection"), "credit": story.get("creditText"),
        "publisher": story.get("publisher", {}).get("name"),
        "image": story.get("image", {}).get("url"),
        "free": story.get("isAccessibleForFree"),
    }.get(key, story.get(key))
    return {True: "true", False: "false", None: "-"}.get(value, value)


def story_faults(number, wanted, found):
    """(what, wanted, found) for each field of a story that is not as the page says."""
    name = f"story {number} "
    for key in sorted(STORY_KEYS):
        value = wanted.get(key, "-" if key in ALWAYS else "*")
        if value not in ("*", field_of(found, key)):
            yield name + key, value, field_of(found, key)
    authors = [a["name"] for a in found.get("author", [])]
    if wanted.get("author") != ["*"] and wanted.get("author", []) != authors:
        yield name + "author", wanted.get("author", []), authors
    if "keyword" in wanted and wanted["keyword"] != found.get("keywords", []):
        yield name + "keyword", wanted["keyword"], found.get("keywords", [])
    comments = [c.get("author", "") + " | " + c["text"] for c in found.get("comments", [])]
    if wanted["comments"] != comments:
        yield name + "comments", wanted["comments"], comments
    yield from body_faults(name, wanted["body"], found)


def body_faults(name, wanted, found):
    """The same of a body: its texts, its captions, and the types of its parts."""
    parts = [(p["type"], p["text"]) for p in found["parts"]]
    body = [(t, needed) for kind, t, needed in wanted if kind != "caption"]
    texts = [t for kind, t in parts if kind != "caption"]
    if not fits(body, texts):
        yield name + "body", [t for t, _ in body], texts
    captions = [(t, needed) for kind, t, needed in wanted if kind == "caption"]
    if captions and not fits(captions, [t for kind, t in parts if kind == "caption"]):
        yield (name + "captions", [t for t, _ in captions],
               [t for kind, t in parts if kind == "caption"])
    types = {text: kind for kind, text, _ in wanted}
    wrong = [(kind, t) for kind, t in parts if types.get(t, kind) not in (kind, "any")]
    if wrong:
        yield name + "types", [(types[t], t) for _, t in wrong], wrong


def teaser_faults(wanted, found):
    """The same of the teasers, which may come in any order."""
    by_headline = {}
    for teaser in found:
        by_headline.setdefault(teaser["headline"], teaser)
    needed = [t["headline"] for t in wanted if not t["optional"]]
    missing = [h for h in needed if h not in by_headline]
    known = {t["headline"] for t in wanted}
    extra = [t["headline"] for t in found if t["headline"] not in known]
    if missing or extra:
        yield "teasers", missing, extra
    for key in ("articleSection", "ageText", "datePublished", "description", "url"):
        pairs = [(t["headline"], t.get(key, "-"), by_headline[t["headline"]].get(key, "-"))
                 for t in wanted if t["headline"] in by_headline and t.get(key) != "*"
                 and (key != "url" or key in t)]
        wrong = [p for p in pairs if p[1] != p[2]]
        if wrong:
            yield ("teaser " + key, [(h, w) for h, w, _ in wrong], [(h, f) for h, _, f in wrong])


def faults(truth, row):
    """Everything on a page that was not read as it says."""
    stories = row.get("stories", [])
    if "error" in row:
        yield "error", "", row["error"]
    for name, key in (("kind", "kind"), ("language", "inLanguage")):
        if truth.get(name, "*") not in ("*", row.get(key, "-")):
            yield name, truth[name], row.get(key, "-")
    if len(stories) != len(truth["stories"]):
        yield ("stories", [s.get("headline") for s in truth["stories"]],
               [s.get("headline") for s in stories])
    for number, wanted in enumerate(truth["stories"], 1):
        same = [s for s in stories if s.get("headline") == wanted.get("headline")]
        if len(stories) == len(truth["stories"]):
            same = [stories[number - 1]]
        if same:
            yield from story_faults(number, wanted, same[0])
    yield from teaser_faults(truth["teasers"], row.get("teasers", []))
    lines = [line for line in row.get("text", "").split("\n") if line.strip()]
    if "text" in truth and truth["text"] != lines:
        yield "text", truth["text"], lines
    if row.get("kind") == "article" and row["text"] != (stories or [{}])[0].get("articleBody"):
        yield "text", "the body", "something else"


# ---- evidence ----------------------------------------------------------------------

def texts_with_places(node):
    """Every (text, ranges) pair below a JSON value."""
    if isinstance(node, dict):
        ranges = node.get("bytes")
        text = node.get("text") or node.get("headline") or node.get("name")
        if isinstance(ranges, list) and isinstance(text, str) and node.get("type") != "table":
            yield text, ranges
        for key in ("headline", "description", "articleSection") if "evidence" in node else ():
            if key in node:  # each of a story's texts has a place
                yield node[key], node["evidence"].get(key, {}).get("bytes", [])
        for value in node.values():
            yield from texts_with_places(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts_with_places(value)


def places_fault(page, row):
    """The first word that is not at its bytes. Old charsets are left to other tests."""
    with open(page, "rb") as file:
        raw = file.read()
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return
    for text, ranges in texts_with_places(row):
        pieces = [raw[start:end].decode("utf-8", "replace") for start, end in ranges]
        pieces = " ".join(pieces) + "\n" + "".join(pieces)  # a word may lie in two places
        pieces = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m.group(1), 16)), pieces)
        pieces = pieces.replace("\\/", "/")
        seen = html.unescape(re.sub(r"<[^>]*>", "", pieces)) + " " + html.unescape(pieces)
        seen = re.sub("[\u00ad\u200b\u2060\ufeff]", "", seen)
        missing = [word for word in WORD.findall(text) if word not in seen]
        if missing:
            yield "evidence", f"{missing[0]} of {text[:60]}", ranges[:3]
            return


# ---- the run -----------------------------------------------------------------------

def read(page, options):
    """The row of a page."""
    done = subprocess.run([COMMAND, "read", "--format", "jsonl", *options, page],
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise ValueError(f"exit code {done.returncode}: {done.stderr.decode(errors='replace')}")
    lines = done.stdout.decode("utf-8").splitlines()
    if len(lines) != 1:
        raise ValueError(f"{len(lines)} lines instead of one row")
    return json.loads(lines[0])


def page_of(stem, truth):
    """The page that a truth tells of."""
    beside = [stem + end for end in (".html", ".txt") if os.path.exists(stem + end)]
    if "file" not in truth and len(beside) != 1:
        raise ValueError("has no page beside it")
    return truth.get("file") or beside[0]


def check(path):
    """Everything that is wrong with the reading of one page."""
    stem = path[: -len(".truth")]
    with open(path, encoding="utf-8") as file:
        truth = parse(file.read().split("\n"))
    page = page_of(stem, truth)
    options = shlex.split(truth.get("options", ""))
    found = list(faults(truth, read(page, options)))
    return found + list(places_fault(page, read(page, ["--evidence", *options])))


def shown(value):
    """A value in one line; of two lists the caller shows what differs."""
    return json.dumps(value, ensure_ascii=False)


def report(what, wanted, found):
    """A fault as comment lines of TAP."""
    if isinstance(wanted, list) and isinstance(found, list):
        only = ([w for w in wanted if w not in found], [f for f in found if f not in wanted])
        wanted, found = only if any(only) else (wanted, found)
    print(f"# {what}\n#   wanted {shown(wanted)}\n#   found  {shown(found)}")


def known_faults():
    """{page: set of faults} of known.txt."""
    known = {}
    if os.path.exists(KNOWN):
        with open(KNOWN, encoding="utf-8") as file:
            for line in file.read().split("\n"):
                name, colon, what = line.partition(": ")
                if colon and not line.startswith("#"):
                    known.setdefault(name, set()).add(what)
    return known


def write_known(all_faults):
    """known.txt as the program is today."""
    with open(KNOWN, "w", encoding="utf-8") as file:
        file.write("# What the program reads wrongly today: page and field. Written by: make "
                   "golden\n# Each line is an error to mend, not a promise.\n")
        for name in sorted(all_faults):
            for what in sorted(all_faults[name]):
                file.write(f"{name}: {what}\n")


def verdict(name, found, known):
    """Prints what is new and what is no more; whether all is as known."""
    whats = {what for what, _, _ in found}
    for what, wanted, got in found:
        if what not in known or os.environ.get("GOLDEN") == "show":
            report(what, wanted, got)
    for what in sorted(known - whats):
        print(f"# {name}: {what} is right now: take it off {KNOWN} (make golden)")
    return whats == known


def main():
    """One TAP line a page."""
    paths = sorted(glob.glob("tests/pages/**/*.truth", recursive=True))
    pages = [p for end in ("html", "txt") for p in
             glob.glob(f"tests/pages/**/*.{end}", recursive=True) if p != KNOWN]
    bare = [p for p in pages if not os.path.exists(re.sub(r"\.\w+$", ".truth", p))]
    if len(sys.argv) > 1:
        paths = [p for p in paths if any(a in p for a in sys.argv[1:])]
    print(f"1..{len(paths) + len(bare)}")
    known, now, bad = known_faults(), {}, 0
    for number, path in enumerate(paths, 1):
        name = path[len("tests/pages/"): -len(".truth")]
        try:
            found = check(path)
            now[name] = {what for what, _, _ in found}
            good = WRITE or verdict(name, found, known.get(name, set()))
        except (ValueError, KeyError) as error:
            print(f"# {error}")
            good = False
        bad += not good
        print(f"{'' if good else 'not '}ok {number} - {path}")
    for number, page in enumerate(bare, len(paths) + 1):
        print(f"not ok {number} - {page} has no truth beside it")
    if WRITE:
        write_known(now)
    return 1 if bad or bare else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main())
