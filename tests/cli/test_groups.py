#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""nutgraf group, quotes and diff over stories of our own (tests/provenance/base.txt), edited here
in the ways in which desks edit: each edit has its row, with what must come out of it."""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

COMMAND = os.path.abspath(os.environ["NUTGRAF"])


def base():
    """The stories: [(headline, paragraphs)]."""
    with open("tests/provenance/base.txt", encoding="utf-8") as file:
        parts = re.split(r"^==== (.*)\n", file.read(), flags=re.MULTILINE)[1:]
    return [(h, b.strip().split("\n\n")) for h, b in zip(parts[::2], parts[1::2])]


BASE = base()
FERRY, WATER, MOSS, TRAINS, BAKER = (paragraphs for _, paragraphs in BASE)


def story(name, paragraphs, date="2025-03-05T10:00:00Z", site="one.example", **more):
    """A row."""
    return {"identifier": name, "url": f"https://{site}/{name}", "headline": f"About {name}",
            "datePublished": date, "articleBody": "\n\n".join(paragraphs), "inLanguage": "en",
            **more}


def run(arguments, rows=None, code=0):
    """What the command prints; rows are its standard input, one a line."""
    text = "".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n"
                   for r in rows or [])
    done = subprocess.run([COMMAND, *arguments], input=text, capture_output=True, text=True,
                          encoding="utf-8", check=False)
    if code is not None and done.returncode != code:
        raise AssertionError(f"{arguments}: exit {done.returncode}: {done.stderr}")
    return done


def group(rows, *options, code=0):
    """The rows of nutgraf group by identifier, and what it said of broken ones."""
    done = run(["group", *options, "-"], rows, code)
    return {r["identifier"]: r for r in map(json.loads, done.stdout.splitlines())}, done.stderr


def swap(paragraphs, pairs):
    """The text with words replaced."""
    out = []
    for p in paragraphs:
        for a, b in pairs:
            p = re.sub(rf"\b{a}\b", b, p)
        out.append(p)
    return out


HEAVY = [("brought", "carried"), ("before", "ahead of"), ("handed", "gave"), ("said", "told us"),
         ("struck", "hit"), ("found", "saw"), ("about", "around"), ("treated", "looked after"),
         ("used", "sailed"), ("within", "inside"), ("taken", "seized"), ("hired", "rented")]
LOCAL = ["Readers of this paper in Ashby followed the news with concern, and the mayor sent a note "
         "of sympathy to the island on behalf of the borough council."]

LATER = "2025-03-05T15:30:00+01:00"
# name, the copy's paragraphs, kinds that are right, least and greatest share
EDITS = [
    ("unchanged", FERRY, {"verbatim"}, 0.99, 1),
    ("typography", [p.replace('"', "\u201d").replace(" - ", " \u2014 ") for p in FERRY],
     {"verbatim"}, 0.99, 1),
    ("cut from the end", FERRY[:4], {"cut"}, 0.97, 1),
    ("paragraphs dropped", FERRY[:2] + FERRY[3:5] + FERRY[6:], {"cut"}, 0.97, 1),
    ("reordered", FERRY[:1] + FERRY[4:] + FERRY[1:4], {"edited", "verbatim"}, 0.95, 1),
    ("paragraphs merged", [" ".join(FERRY)], {"verbatim"}, 0.99, 1),
    ("paragraphs split", [s for p in FERRY for s in re.split(r"(?<=\.) ", p)], {"verbatim"},
     0.99, 1),
    ("dateline removed", [FERRY[0].split(" - ", 1)[1]] + FERRY[1:], {"verbatim"}, 0.99, 1),
    ("credit in the text", [FERRY[0] + " The agency Nordlys reported this."] + FERRY[1:],
     {"edited", "verbatim"}, 0.93, 1),
    ("heavily rewritten", LOCAL + swap(FERRY[:6], HEAVY), {"edited"}, 0.7, 0.95),
    ("a local lead", LOCAL + FERRY, {"edited"}, 0.85, 0.95),
    ("numbers reformatted", swap(FERRY, [("212", "two hundred and twelve"), ("3,100", "3100"),
                                         ("30 days", "30 d")]), {"verbatim", "edited"}, 0.95, 1),
    ("a brief", FERRY[:1] + [FERRY[3].split(". ")[0] + "."], {"brief"}, 0.95, 1),
    ("capitals", [p.upper() for p in FERRY], {"verbatim"}, 0.99, 1),
]


def check_edits():
    """Each edit is found as a copy of the agency's story, of the right kind and share."""
    for name, paragraphs, kinds, least, most in EDITS:
        rows = [story("copy", paragraphs, LATER, "two.example"),
                story("other", WATER), story("origin", FERRY, "2025-03-04T23:00:00Z")]
        got, _ = group(rows)
        copy = got["copy"]
        assert copy["copyOf"] == "origin", (name, copy)
        assert copy["copyGroup"] == got["origin"]["copyGroup"] != got["other"]["copyGroup"], name
        assert copy["event"] == got["origin"]["event"] != got["other"]["event"], name
        assert copy["kind"] in kinds, (name, copy["kind"])
        assert least <= copy["share"] <= most, (name, copy["share"])
        assert got["origin"]["copyOf"] is None, name
        assert copy["firstSeen"]["identifier"] == "origin", name
        check_passages(name, rows[0]["articleBody"], rows[2]["articleBody"], copy["passages"])
    return len(EDITS)


def letters(text):
    """Its words, for comparing."""
    return re.findall(r"\w+", text.lower())


def check_passages(name, body, source, passages):
    """The two sides of each passage begin and end with the same word, and share most of theirs."""
    assert passages, name
    for p in passages:
        assert p["with"] == "origin", name
        a, b = letters(source[slice(*p["from"])]), letters(body[slice(*p["to"])])
        assert a[0] == b[0] and a[-1] == b[-1], (name, a[:3], b[:3])
        assert len(set(a) & set(b)) >= 0.6 * len(set(b)), (name, a, b)


FACTS = ("Residents of {0} can expect a high of {1} degrees on Friday, with an overnight low of {2} "
         "degrees. Winds will blow from the north at {3} kilometres an hour, with gusts of up to "
         "{4}. The chance of rain is {5} per cent, and up to {6} millimetres may fall before "
         "evening. The sun rises at 5:{7} and sets at 19:{8}.")
QUOTE = ('"I have been to every harbour on this coast and I have never seen a ship lie so high on a '
         'rock and come off it with all her people dry," the coast guard\'s chief said.')
HOUSE = ("Sign up for our morning letter and have the day's stories in your box before breakfast. "
         "You can leave at any time. We never share your address with anybody, and our terms of "
         "use have not changed since last year.")
# name, rows: no two of them may share a group
SAID = ('"The old pier comes down beam by beam, and nobody will pay a higher fare for it while I hold '
        'this office," Transport Minister Edda Falk said in a statement that set out the plan.')

TRAPS = [
    ("filled with numbers", [
        story("a", [FACTS.format("Ashby", 14, 3, 12, 40, 20, 4, 12, 44)]),
        story("b", [FACTS.format("Brome", 9, -2, 31, 66, 80, 11, 14, 41)], site="two.example"),
        story("c", [FACTS.format("Calder", 17, 8, 22, 51, 45, 7, 13, 43)], site="one.example")]),
    ("one quotation", [story("a", FERRY[2:4] + [QUOTE]), story("b", [QUOTE] + BAKER, LATER,
                                                              "two.example")]),
    ("one quotation with its speaker", [
        story("a", FERRY + [SAID]),
        story("b", ["Brome lost its ferry on Friday and is to have a bus in its place, at half the price, "
                    "until spring.", SAID, "Shops there fear for their trade."], LATER, "two.example")]),
    ("one headline", [story("a", WATER, headline="Vote"), story("b", BAKER, LATER, "two.example",
                                                                headline="Vote")]),
    ("a site's own paragraph", [story("a", WATER[:3] + [HOUSE]), story("b", [HOUSE] + BAKER[:3]),
                                story("c", MOSS[:3] + [HOUSE])]),
    ("a roundup", [story("r", ["Here is what you need to know this morning."] +
                         [p[0] for p in (FERRY, WATER, MOSS, TRAINS)], LATER, "three.example"),
                   story("a", FERRY), story("b", WATER), story("c", MOSS), story("d", TRAINS)]),
    ("background of a follow-up", [story("a", WATER), story("b", BAKER + WATER[1:2], LATER)]),
]


MATCH = ("{0} {1} {2} in front of a crowd of {3} on Saturday. {4} headed the first goal in minute "
         "{5}, and {6} saved a penalty before the break. {0} next travel to {7}, while {1} have a week "
         "of rest. The referee, {8}, showed {9} yellow cards, and nobody was sent off in the rain.")
NOTICE = ("{0}, {1}, of {2}, died at home on Tuesday after a short illness. {0} was born in {3} and came to "
          "{2} as a child. A service will be held at the chapel of {4} on Friday; the family asks for no "
          "flowers. {0} leaves a sister in {5}, and many friends at the {6}.")
# the same for two stories alone: a form is told by names, too
TRAPS += [
    ("two match reports", [
        story("a", [MATCH.format("Ashby", "Brome", "2-1", "4,094", "Toller", 15, "Quist", "Calder",
                                 "Ines Rahm", 6)]),
        story("b", [MATCH.format("Dunmore", "Harlow", "0-3", "1,207", "Okafor", 71, "Lind", "Merrow",
                                 "Jan Pohl", 2)], LATER, "two.example")]),
    ("two notices", [
        story("a", [NOTICE.format("Ada Brandt", 84, "Ashby", "Lipa", "Saint Oswin", "Dolni",
                                  "Harbour Choir")]),
        story("b", [NOTICE.format("Tomas Wirth", 71, "Merrow", "Sorrel", "Saint Hild", "Karst",
                                  "Mill Band")], LATER, "two.example")]),
    ("a site's text longer than its stories", [
        story(n, [p[0], HOUSE + " " + HOUSE.lower()], site="one.example")
        for n, p in zip("abcd", (WATER, MOSS, TRAINS, BAKER))]),
]


def check_updates():
    """A story with new numbers at its old address is an update, in whatever language it is told."""
    rows = [story(f"v{i}", [FERRY[0], f"By {i + 6} o'clock {i * 7 + 3} people were in hospital, {i + 2} of "
                            f"them in a grave state, and {i * 11 + 40} had been found, doctors said.",
                            FERRY[2], FERRY[5]], f"2025-03-05T0{i + 1}:00:00Z") for i in range(4)]
    for r in rows:
        r["url"] = "https://one.example/live"
    got, _ = group(rows)
    assert len({r["copyGroup"] for r in got.values()}) == 1, got
    assert got["v3"]["kind"] == "update" and len({r["event"] for r in got.values()}) == 1, got
    german = ["\u201eWir zahlen das nicht\u201c, sagte sie am Dienstag vor dem Rathaus. Danach verlas der "
              "B\u00fcrgermeister einen Brief an die Reederei, in dem er Auskunft \u00fcber die Bauarbeiten "
              "verlangt, die seit vier Monaten ruhen."]
    got, _ = group([dict(story("a", german), inLanguage="de"),
                    dict(story("b", german, LATER, "two.example"), inLanguage="de")])
    assert got["b"]["copyOf"] == "a", got
    return 2


def check_traps():
    """What shares text and is no copy."""
    for name, rows in TRAPS:
        got, _ = group(rows)
        assert len({r["copyGroup"] for r in got.values()}) == len(rows), (name, got)
        assert all(r["copyOf"] is None for r in got.values()), name
    return len(TRAPS)


def check_merged():
    """Two stories made one are a copy of the larger part, also of the other, and tie nothing."""
    rows = [story("origin", FERRY, "2025-03-04T20:00:00Z"), story("second", WATER),
            story("copy", FERRY[:5] + WATER[:4], "2025-03-06T10:00:00Z", "two.example"),
            story("echo", WATER[:5], "2025-03-06T11:00:00Z", "three.example")]
    got, _ = group(rows)
    assert got["copy"]["copyOf"] == "origin" and got["copy"]["kind"] == "merged", got["copy"]
    assert got["copy"]["also"][0]["identifier"] == "second", got["copy"]
    assert got["echo"]["copyOf"] == "second", got["echo"]
    assert got["origin"]["copyGroup"] != got["second"]["copyGroup"]
    return 1


# name, (date, credit, site) of the original and of the copy, paragraphs of the copy; None: not told
DIRECTIONS = [
    ("dates", ("2025-03-04T10:00:00Z", None, "a.example"),
     ("2025-03-04T11:00:00Z", None, "b.example"), FERRY, True),
    ("zones", ("2025-03-04T12:00:00+05:00", None, "a.example"),
     ("2025-03-04T08:00:00Z", None, "b.example"), FERRY, True),
    ("a late stamp of the agency", ("2025-03-05T10:00:00Z", "Nordlys", "nordlys.example"),
     ("2025-03-04T11:00:00Z", "Nordlys", "b.example"), FERRY[:5], True),
    ("a day against a time", ("2025-03-04", "Nordlys", "nordlyswire.example"),
     ("2025-03-04T09:00:00Z", None, "b.example"), FERRY[:5], True),
    ("initials", ("2025-03-04", "The Coastal News Union", "cnu.example"),
     ("2025-03-04T09:00:00Z", "with CNU", "b.example"), FERRY[:5], True),
    ("only the cut tells", ("2025-03-04", None, "a.example"), ("2025-03-04", None, "b.example"),
     FERRY[:3], True),
    ("nothing tells", ("2025-03-04", None, "a.example"), ("2025-03-04", None, "b.example"),
     FERRY, None),
    ("no dates", (None, None, "a.example"), (None, None, "b.example"), FERRY, None),
]


def dated(name, paragraphs, about):
    """A story of which some fields may be missing."""
    date, credit, site = about
    row = story(name, paragraphs, date, site)
    if credit is not None:
        row["creditText"] = credit
    if date is None:
        del row["datePublished"]
    return row


def check_directions():
    """Which came from which."""
    for name, first, second, paragraphs, wanted in DIRECTIONS:
        got, _ = group([dated("copy", paragraphs, second), dated("origin", FERRY, first)])
        assert got["copy"]["copyGroup"] == got["origin"]["copyGroup"], name
        assert got["origin"]["copyOf"] is None, (name, got["origin"])
        assert got["copy"]["copyOf"] == ("origin" if wanted else None), (name, got["copy"])
        assert wanted or "order not told" in got["copy"]["why"], name
    return len(DIRECTIONS) + check_datelines()


def check_datelines():
    """A source that a dateline names in brackets is a credit."""
    bare, day = FERRY[1:], "2025-03-04"
    leads = [("LAGOS, March 4 (Nordlys) - ", "origin"), ("(Nordlys) - ", "origin"),
             ("Rio de Janeiro (Nordlys) \u2014 ", "origin"), ("The ferry (Nordlys) - ", None)]
    for lead, wanted in leads:
        got, _ = group([dated("copy", [lead + bare[0], *bare[1:]], (day, None, "b.example")),
                        dated("origin", bare, (day, None, "a.example"))])
        assert got["copy"]["copyOf"] == wanted, (lead, got["copy"])
        assert got["origin"]["copyOf"] is None, (lead, got["origin"])
    return len(leads)


def check_changes():
    """Versions of one page come in the order of their changes."""
    day = "2025-03-04T09:00:00Z"
    cases = [("2025-03-04T11:30:00Z", "2025-03-04T15:00:00Z", True),
             (None, "2025-03-04T15:00:00Z", True),
             ("2025-03-04T15:00:00Z", "2025-03-04T15:00:20Z", False),
             ("1999-01-01T00:00:00Z", None, False),
             ("soon", "later", False)]
    for first, second, told in cases:
        for turn in (False, True):
            rows = [story("b", FERRY, day, "daily.example"),
                    story("a", FERRY + ["Ticket prices stay as they are, she said."], day,
                          "daily.example")]
            for row, change in zip(rows, (first, second)):
                if change is not None:
                    row["dateModified"] = change
            got, _ = group(rows[::-1] if turn else rows)
            why = got["a"].get("why", []) + got["b"].get("why", [])
            assert ("earlier date" in why) == told, (first, second, got)
            assert not told or got["a"]["copyOf"] == "b", (first, second, got)
            assert not told or got["a"]["firstSeen"]["identifier"] == "b", got["a"]
    return len(cases)


def everything():
    """All stories of the tables above, under names of their own."""
    rows = [story(f"base{i}", p, f"2025-03-0{i + 1}T0{i}:00:00Z", f"s{i}.example")
            for i, (_, p) in enumerate(BASE)]
    rows += [story(f"edit{i}", p, f"2025-03-0{1 + i % 6}T12:{i:02}:00Z", f"t{i}.example")
             for i, (_, p, *_) in enumerate(EDITS)]
    for i, (_, trap) in enumerate(TRAPS):
        rows += [dict(r, identifier=f"trap{i}{r['identifier']}") for r in trap]
    return rows


def check_shuffles():
    """The order in which stories come makes no difference, nor does an index between runs."""
    rows = everything()
    wanted, _ = group(rows)
    chance = random.Random(5)
    for turn in range(20):
        chance.shuffle(rows)
        got, _ = group(rows)
        assert got == wanted, (turn, [k for k in wanted if got[k] != wanted[k]])
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "seen.index")
        for part in (rows[:9], rows[9:20], rows[20:]):
            assert len(group(part, "--index", index)[0]) == len(part)
        done = run(["group", "--index", index])
        assert {r["identifier"]: r for r in map(json.loads, done.stdout.splitlines())} == wanted
        damage(index)
    return 21


def damage(index):
    """A damaged index is refused, and stays as it is."""
    with open(index, "rb") as file:
        whole = file.read()
    for name, data in [("cut", whole[:-9]), ("longer", whole + b"x"), ("foreign", b"PK" + whole),
                       ("a byte", whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:]),
                       ("version", whole[:8] + b"\x09" + whole[9:]), ("empty", b"")]:
        with open(index, "wb") as file:
            file.write(data)
        done = run(["group", "--index", index, "-"], [story("x", FERRY)], None)
        assert done.returncode == 3 and "seen.index" in done.stderr, (name, done)
        with open(index, "rb") as file:
            assert file.read() == data, name


def index_run(rows, *options, code=0):
    """Identifiers of what a run with an index prints."""
    return list(group(rows, *options, code=code)[0])


def check_index():
    """What comes again from run to run: the same text, a changed one, stories without a name."""
    with tempfile.TemporaryDirectory() as folder:
        options = ("--index", os.path.join(folder, "i.index"))
        unnamed = [{"articleBody": "\n".join(p)} for p in (FERRY, WATER, MOSS, BAKER)]
        first = index_run(unnamed[:2], *options)
        assert [re.fullmatch(r"-#[0-9a-f]{8}", n) is not None for n in first] == [True] * 2, first
        second = index_run(unnamed[1:], *options)
        assert len(second) == 2 and not set(first) & set(second), second
        assert index_run([{"url": "https://a.example/1", "articleBody": "One day."}],
                         *options) == ["https://a.example/1"]
        for body, name in (("One day.", []), ("One day more.", ["https://a.example/1@2"]),
                           ("One day more.", []), ("A week.", ["https://a.example/1@3"]),
                           ("One day.", [])):
            assert index_run([{"url": "https://a.example/1", "articleBody": body}],
                             *options) == name, body
        assert index_run([story("n", MOSS)], *options) == ["n"]
        assert index_run([story("n", MOSS), story("n", BAKER)], *options) == ["n@2"]
        assert index_run([story("n", MOSS, headline="Another")], *options) == ["n@3"]
        assert index_run([story("m", MOSS), story("m", BAKER)], *options, code=1) == ["m"]
        threads = run(["group", "--threads", *options, "-"], [story("late", FERRY, LATER)]).stdout
        assert len(threads.splitlines()) == 1 and '"late"' in threads, threads
        threads = run(["group", "--threads", "-f", "text", *options, "-"],
                      [story("ferry2", FERRY), story("moss2", MOSS)]).stdout
        assert len(threads.split("\n\n")) == 2, threads
    rows = [{"identifier": 12, "articleBody": "a"}, {"identifier": -3, "articleBody": "b"},
            '{"identifier":123456789012345678901234567890,"articleBody":"c"}',
            {"identifier": 1.5, "articleBody": "d"}, {"url": "https://u.example", "articleBody": "e"},
            {"url": "https://u.example", "articleBody": "e"},
            {"url": "https://p.example", "file": "p.html",
             "stories": [{"articleBody": "g"}, {"articleBody": "h"}]},
            {"file": "n.warc.gz", "warc": {"offset": 1203}, "stories": [{"articleBody": "i"}]}]
    assert list(group(rows)[0]) == [
        "12", "-3", "123456789012345678901234567890", "1.5", "-#5", "-#6", "p.html#1", "p.html#2",
        "n.warc.gz@1203#1"]
    flood = [{"file": "p.html", "stories": [{"articleBody": f"Day {i}."}]} for i in range(3000)]
    assert len(group(flood)[0]) == 3000
    return 1


def check_not_written():
    """Where the rows are lost the index stays without their stories, and a link beside it is not
    followed."""
    with tempfile.TemporaryDirectory() as folder:
        index, victim = (os.path.join(folder, n) for n in ("i.index", "victim"))
        row = json.dumps(story("a", FERRY)) + "\n"
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([COMMAND, "group", "--index", index, "-"], input=row, text=True,
                                  stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 3 and not os.path.exists(index), done
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([COMMAND, "group", "--index", index, "-"], input=row, text=True,
                              stdout=writer, stderr=subprocess.PIPE, check=False)
        os.close(writer)
        assert done.returncode != 0 and not os.path.exists(index), done
        run(["group", "--index", index, "-o", os.path.join(folder, "none", "rows"), "-"],
            [story("a", FERRY)], 3)
        assert not os.path.exists(index)
        with open(victim, "w", encoding="utf-8") as file:
            file.write("mine")
        os.symlink(victim, index + ".new")
        assert list(group([story("a", FERRY)], "--index", index)[0]) == ["a"]
        with open(victim, encoding="utf-8") as file:
            assert file.read() == "mine"
        assert os.path.isfile(index) and not os.path.islink(index)
        done = run(["group", "--index", victim, "-"], [story("a", FERRY)], 3)
        assert "make one with --index" in done.stderr, done.stderr
    return 1


def check_rows():
    """Broken rows are named, and the others go on."""
    rows = ["{", "[]", '{"x":1}', "", '{"identifier":"e","articleBody":""}', story("ok", FERRY),
            story("ok", WATER), '{"articleBody":"A story without a name."}',
            '{"identifier":"t","articleBody":"Cut of', '{"file":"f.html","error":{"code":"io"}}',
            json.dumps({"file": "p.html", "stories": [{"articleBody": "One."},
                                                      {"articleBody": "Two."}]}),
            '{"identifier":"d","articleBody":"x y","datePublished":"2025-02-31T99:00:00Z"}']
    got, said = group(rows, code=1)
    assert list(got) == ["e", "ok", "-#8", "p.html#1", "p.html#2", "d"], list(got)
    for number, words in [(1, "not JSON"), (2, "no JSON object"), (3, "articleBody"),
                          (7, "there already"), (9, "not JSON")]:
        assert re.search(rf"^nutgraf: -#{number}: .*{words}", said, re.MULTILINE), (number, said)
    return len(rows)


def check_hostile():
    """Texts made to be slow or large come to an end."""
    one = " ".join(["word"] * 60000)
    rows = [story("long", [one]), story("longer", [one + " end"], LATER),
            story("marks", ['"' * 100000]), story("digits", ["1 " * 50000]),
            story("none", [""]), story("wide", ["\U0001F600" * 5000, "\u4E2D\u6587" * 5000])]
    rows += [{"identifier": f"n{i}", "articleBody": "word"} for i in range(20000)]
    rows += [story(f"f{i}", FERRY, "2025-03-04", f"x{i}.example") for i in range(800)]
    got, said = group(rows)
    assert len(got) == len(rows) and not said
    assert len({got[f"f{i}"]["copyGroup"] for i in range(800)}) == 1
    return 1


def check_text():
    """Lines for people: where each story comes from, and no control characters."""
    rows = [story("origin", FERRY, "2025-03-04T10:00:00Z"),
            story("copy", FERRY[:4], "2025-03-04T12:00:00Z", "two.example"),
            story("bare\x1b[31m", WATER, headline="")]
    del rows[2]["datePublished"]
    lines = run(["group", "-f", "text", "-"], rows).stdout.splitlines()
    assert lines == ["About origin  origin, 2025-03-04", "About copy  copy, 2025-03-04",
                     "  \u21b3 cut, 100 % of it from origin: dateline, earlier date, the source has more",
                     "  earliest seen here: origin", lines[-1]], lines
    assert lines[-1].startswith("bare") and "\x1b" not in lines[-1], lines
    return len(lines)


def check_threads():
    """Threads: every story once, copies behind their original, in time."""
    rows = [story("origin", FERRY, "2025-03-04T23:00:00Z", headline="Ferry aground"),
            story("copy", FERRY[:4], LATER, "two.example"), story("other", WATER)]
    done = run(["group", "--threads", "-"], rows)
    threads = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[s["identifier"] for s in t["stories"]] for t in threads] == [["origin", "copy"],
                                                                         ["other"]], threads
    assert threads[0]["title"] == "Ferry aground" and threads[0]["from"] == "2025-03-04"
    assert threads[0]["to"] == "2025-03-05" and threads[0]["stories"][1]["copyOf"] == "origin"
    text = run(["group", "--threads", "--format", "text", "-"], rows).stdout
    assert "\u21b3 2025-03-05 two.example (cut, 100 %)" in text, text
    far = [story("origin", FERRY, "2025-01-01"), story("copy", FERRY, "2025-03-09", "b.example")]
    assert len({r["copyGroup"] for r in group(far)[0].values()}) == 1
    assert len({r["copyGroup"] for r in group(far, "--window", "7")[0].values()}) == 2
    return 1


def check_quotes():
    """A quotation followed from its whole to a cut and an altered form."""
    whole = FERRY[1].split('"')[3]
    cut = ('The passengers were told to stay calm. "The crew handed out blankets," one of them '
           "remembered later.")
    altered = ('One of them said: "Nobody cried. The crew handed out blankets and told us to sit on '
               'the port side."')
    rows = [story("first", FERRY[:2], "2025-03-04"),
            story("cut", [cut], "2025-03-05", "two.example"),
            story("altered", [altered], "2025-03-06", "three.example"),
            story("none", ['He said "the crew of the ship" and left.'], "2025-03-06")]
    rows[0]["attributions"] = [{"content": [[0, 5000]], "speaker": {"name": "Ingrid Haldorsen"}}]
    quotes = [json.loads(line) for line in run(["quotes", "-"], rows).stdout.splitlines()]
    assert len(quotes) == 1, quotes
    quote = quotes[0]
    assert quote["quotation"] == whole and quote["speaker"] == "Ingrid Haldorsen", quote
    assert quote["earliest"]["identifier"] == "first" and quote["stories"] == 3
    forms = {p["identifier"]: p for p in quote["places"]}
    assert [forms[k]["form"] for k in ("first", "cut", "altered")] == ["whole", "cut", "altered"]
    assert {"from": "starboard", "to": "port"} in forms["altered"]["changes"], forms["altered"]
    for row in rows[:3]:
        start, end = forms[row["identifier"]]["span"]
        assert row["articleBody"][start:end] == forms[row["identifier"]].get("text", whole)
    return 1


def said(middle):
    """A short story around a sentence."""
    return ["The council of Merrow met on Monday to talk about the road to the coast. " + middle,
            "The mayor thanked all who came and closed the meeting before noon."]


SELL = "sell the land to anybody outside the valley"
# name, paragraphs before and after, and what the list of a name must hold
DIFFS = [
    ("a figure", FERRY, swap(FERRY, [("212", "231")]), "figures", "changed", "212", "231"),
    ("a date", FERRY, swap(FERRY, [("Thursday", "Friday")]), "dates", "changed", "Thursday",
     "Friday"),
    ("a paragraph gone", FERRY, FERRY[:4] + FERRY[5:], "paragraphs", "gone", "The owner", None),
    ("a paragraph added", FERRY, FERRY + BAKER[:1], "paragraphs", "added", None, "An appeals"),
    ("a denial dropped", FERRY, FERRY[:4] + FERRY[5:], "attributions", "gone", "denied", None),
    ("a quotation shortened", FERRY, [p.replace(" and told us to sit on the starboard side", "")
                                      for p in FERRY], "quotations", "shortened", "Nobody screamed",
     "Nobody screamed"),
    ("a quotation without marks", WATER, [p.replace('"', "") for p in WATER], "quotations",
     "unquoted", "You cannot send", "You cannot send"),
    ("nobody's word", FERRY, [p.replace(", the coast guard said.", ".") for p in FERRY],
     "attributions", "unattributed", "the coast guard said", None),
    ("a currency", said("The toll costs $5 for every car."),
     said("The toll costs 5 EUR sign for every car."), "figures", "changed", "$5", "5 EUR"),
    ("a sign of a hundred", said("Prices rose 3.5% in the last year."),
     said("Prices rose 3.5 in the last year."), "figures", "changed", "3.5%", "3.5"),
    ("a sign behind a space", said("The card costs 5 \u20ac at the desk."),
     said("The card costs 5 at the desk."), "figures", "changed", "5", "5"),
    ("a minus", said("The change was -4 in the end."), said("The change was 4 in the end."),
     "figures", "changed", "-4", "4"),
    ("a minus before a currency", said("It ended the year at -$5 a share."),
     said("It ended the year at $5 a share."), "figures", "changed", "$5", "$5"),
    ("a date without a year", said("The works end on 12 October at the latest."),
     said("The works end on Oct. 13 at the latest."), "dates", "changed", "12 October", "Oct. 13"),
    ("a sense", said("The insurance covers the damage to the pier."),
     said("The insurance does not cover the damage to the pier."), "sentences", "changed",
     "The insurance covers the damage to the pier.", "does not cover"),
    ("a name", said("Then the house of Olof Lund burned down in the night."),
     said("Then the house of Anna Berg burned down in the night."), "sentences", "changed",
     "Olof Lund", "Anna Berg"),
    ("two names", said("Anna Berg beat Olof Lund in the final vote."),
     said("Olof Lund beat Anna Berg in the final vote."), "sentences", "changed", "Anna Berg beat",
     "Olof Lund beat"),
    ("a short sentence more", said("The bridge is old."), said("The bridge is old. It sways."),
     "sentences", "added", None, "It sways."),
    ("a short sentence less", said("The bridge is old. It sways."), said("The bridge is old."),
     "sentences", "gone", "It sways.", None),
    ("a speaker", said("The bridge is unsafe, said Anna Berg, an engineer."),
     said("The bridge is unsafe, said Olof Lund, an engineer."), "attributions", "changed",
     "Anna Berg", "Olof Lund"),
    ("a source", said("Officials said the bridge was closed for a week."),
     said("The ministry said the bridge was closed for a week."), "attributions", "changed",
     "Officials", "The ministry"),
    ("a stance", said("Berg denied that the bridge was closed for a week."),
     said("Berg said that the bridge was closed for a week."), "attributions", "changed", "denied",
     "said"),
    ("a source dropped", said("According to a police source, the driver fled on foot."),
     said("The driver fled on foot."), "attributions", "unattributed", "police source", None),
    ("a word dropped from within a quotation", said(f'"We will never {SELL}," Berg said.'),
     said(f'"We will {SELL}," Berg said.'), "quotations", "changed", "never", "We will sell"),
    ("a word put into a quotation", said(f'"We will {SELL}," Berg said.'),
     said(f'"We will never {SELL}," Berg said.'), "quotations", "changed", "We will sell", "never"),
    ("a quotation cut with a mark", said(f'"We will, when the day comes, {SELL}," Berg said.'),
     said(f'"We will ... {SELL}," Berg said.'), "quotations", "shortened", "when the day",
     "We will ..."),
    ("a quotation cut where it is interrupted",
     said(f'"We will think about it for long and we {SELL}," Berg said.'),
     said(f'"We will think about it," Berg said, "and we {SELL}."'), "quotations", "shortened",
     "for long", "and we sell"),
    ("a quotation added", said("Berg sat down."),
     said('Berg sat down. "They can all come and see us," he said.'), "quotations", "added", None,
     "They can all come and see us,"),
]

# name, texts before and after that tell the same, and what is said of them
SAME = [
    ("nothing", said("The bridge is old."), said("The bridge is old."), "No fact changed."),
    ("marks", said('Berg said "the bridge - the old one - is closed" for a week.'),
     said("Berg said \u201cthe bridge \u2014 the old one \u2014 is closed\u201d for a week."),
     "No fact changed."),
    ("the same sentence twice", said("It sways. It sways."), said("It sways. It sways."),
     "No fact changed."),
    ("a year that is not told", said("The works end on 12 October at the latest."),
     said("The works end on Oct. 12 at the latest."), "No fact changed, but words"),
    ("a sign for a word", said("Prices rose 3.5% in the last year."),
     said("Prices rose 3.5 per cent in the last year."), "No fact changed, but words"),
    ("a range", said("It takes 10-20 days, 5 - 6 at best."),
     said("It takes 10\u201320 days, 5 \u2013 6 at best."), "No fact changed."),
    ("paragraphs merged", FERRY, [" ".join(FERRY)], "No fact changed."),
    ("paragraphs moved", FERRY[:1] + FERRY[4:] + FERRY[1:4], FERRY, "No fact changed, but words"),
]


def diff(folder, before, after, *options, code=None):
    """Compares two texts, and holds every span to its text."""
    paths = [os.path.join(folder, n) for n in ("a.json", "b.json")]
    for path, text in zip(paths, (before, after)):
        row = story("a", text)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(row, file)
    done = run(["diff", *options, *paths], None, code)
    if options:
        return done.stdout
    got = json.loads(done.stdout)
    assert done.returncode == (4 if got["changed"] else 0), done
    for key in ("paragraphs", "figures", "dates", "quotations", "attributions", "sentences"):
        for c in got[key]:
            for side, text in (("before", before), ("after", after)):
                if side in c:
                    start, end = c[side]["span"]
                    assert "\n\n".join(text)[start:end] == c[side]["text"], c
    return got


def check_diffs():
    """What changed, by kind, with the words on both sides."""
    with tempfile.TemporaryDirectory() as folder:
        for name, before, after, key, change, was, now in DIFFS:
            got = diff(folder, before, after)
            found = [c for c in got[key] if c["change"] == change
                     and was in ((c.get("before") or {}).get("text", "") if was else [was])
                     and now in ((c.get("after") or {}).get("text", "") if now else [now])]
            assert found and got["changed"], (name, got)
        bare = [p.replace(", the coast guard said.", ".") for p in FERRY]
        text = diff(folder, FERRY, bare, "--format", "text", code=4)
        assert "told on nobody's word now" in text, text
    return len(DIFFS)


def check_same():
    """What is the same but for its dress; and no word that changed is passed over in silence."""
    with tempfile.TemporaryDirectory() as folder:
        for name, before, after, told in SAME:
            got = diff(folder, before, after)
            assert not got["changed"], (name, got)
            text = diff(folder, before, after, "--format", "text", code=0)
            assert text.startswith(told), (name, text)
        chance = random.Random(7)
        for turn in range(40):
            text = list(chance.choice((FERRY, WATER, MOSS, TRAINS, BAKER)))
            spot = chance.randrange(len(text))
            found = list(re.finditer(r"\b[a-z]{4,}\b", text[spot]))
            word = chance.choice(found)
            text[spot] = text[spot][:word.start()] + "wombat" + text[spot][word.end():]
            before = next(b for _, b in BASE if b[:1] == text[:1] or b[1:] == text[1:])
            for sides in ((before, text), (text, before)):
                got = diff(folder, *sides)
                assert got["changed"] and "wombat" in json.dumps(got), (turn, word, got)
    return len(SAME)


def check_diff_faults():
    """The file that is broken is the one that is named."""
    with tempfile.TemporaryDirectory() as folder:
        good, bad = (os.path.join(folder, n) for n in ("good.json", "bad.json"))
        for path, text in ((good, json.dumps(story("second", FERRY))), (bad, '{"second": ')):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        for files in ((good, bad), (bad, good)):
            done = run(["diff", *files], None, 1)
            assert f"nutgraf: {bad}: not JSON" in done.stderr, done.stderr
            assert "mend it" in done.stderr and not done.stdout, done
    return 2


def check_languages():
    """Reports in two languages stay apart; copies in others than English are found."""
    german = ["Eine F\u00e4hre mit 212 Menschen an Bord ist am Dienstagabend vor dem Hafen von "
              "Skarnholm auf Felsen gelaufen, Rettungsboote brachten alle Reisenden an Land.",
              "Die Reederei Kystruter wies den Vorwurf zur\u00fcck, das Schiff sei zu nah an der "
              "K\u00fcste gefahren. Die Untersuchung soll binnen 30 Tagen abgeschlossen sein."]
    persian = ["\u06a9\u0634\u062a\u06cc \u0628\u0627 \u062f\u0648\u06cc\u0633\u062a \u0645\u0633"
               "\u0627\u0641\u0631 \u062f\u0631 \u0646\u0632\u062f\u06cc\u06a9\u06cc \u0628\u0646"
               "\u062f\u0631 \u0628\u0647 \u0635\u062e\u0631\u0647 \u0628\u0631\u062e\u0648\u0631"
               "\u062f \u06a9\u0631\u062f \u0648 \u0647\u0645\u0647 \u0646\u062c\u0627\u062a "
               "\u06cc\u0627\u0641\u062a\u0646\u062f"] * 2
    rows = [story("en", WATER), dict(story("de", german), inLanguage="de"),
            dict(story("de2", german, LATER, "two.example"), inLanguage="de"),
            dict(story("fa", persian), inLanguage="fa"),
            dict(story("fa2", persian, LATER, "two.example"), inLanguage="fa")]
    got, _ = group(rows)
    assert got["de2"]["copyOf"] == "de" and got["fa2"]["copyOf"] == "fa", got
    assert len({r["event"] for r in got.values()}) == 3, got
    return 1


def main():
    """Runs all checks."""
    for check in (check_edits, check_updates, check_traps, check_merged, check_directions, check_changes, check_text,
                  check_shuffles, check_rows, check_index, check_not_written, check_hostile,
                  check_threads, check_quotes, check_diffs, check_same, check_diff_faults,
                  check_languages):
        try:
            print(f"ok - {check.__name__}: {check()}")
        except AssertionError as error:
            print(f"not ok - {check.__name__}: {error}")
            sys.exit(1)


if __name__ == "__main__":
    main()
