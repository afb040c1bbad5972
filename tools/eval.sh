#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# eval.sh COMMAND DATA [OUTDIR] - reads the pages of DATA and prints what its scorers say.
#
# DATA/pages/SET and DATA/sections hold pages with truth.jsonl; DATA/score holds the scorers.
# Pages get their address, and their time of fetching where it is known, from the truth; the
# rows and a report go to OUTDIR (build/eval). EVAL_OPTIONS are further options of
# `nutgraf read`. Where COMMAND is a folder made by held-out.sh, each page is read by the
# command in it whose models have not seen the page's site, and section pages are left out:
# they are put together from articles of many sites. DATA/attribution/dev.jsonl holds articles
# whose attributions are known, DATA/copies and DATA/events stories whose copies and events are.
set -eu
command=$1 data=${2:-} out=${3:-build/eval}
if [ -z "$data" ] || [ ! -d "$data/score" ]; then
    echo "eval: say where the data is: make eval DATA=DIR (a folder that holds score/ and pages/)" >&2
    exit 2
fi
data=$(cd "$data" && pwd)
mkdir -p "$out"
out=$(cd "$out" && pwd)
jobs=${JOBS:-2}
report=$out/report.txt
: >"$report"

say() { printf '%s\n' "$@" | tee -a "$report"; }

# truth.jsonl and its folder to a manifest; with a folder of held-out.sh and one of its parts,
# of that part's pages alone. Pages that no part names were in no training: part 0 has them.
manifest() { # FOLDER [HELD PART]
    python3 - "$@" <<'P'
import glob, json, os, sys
folder, held, part = (sys.argv[1:] + [None, None])[:3]
part_of = {}
for path in glob.glob(f"{held}/*/pages.txt"):
    for line in open(path, encoding="utf-8"):
        part_of[tuple(line.rstrip("\n").split("\t"))] = os.path.basename(os.path.dirname(path))
for line in open(folder + "/truth.jsonl", encoding="utf-8"):
    row = json.loads(line)
    if held and part_of.get((os.path.basename(folder), row["file"]), "0") != part:
        continue
    wish = {"file": folder + "/" + row["file"], "url": row.get("url"), "now": row.get("fetched")}
    print(json.dumps({k: v for k, v in wish.items() if v}, ensure_ascii=False))
P
}

read_rows() { # COMMAND MANIFEST ROWS; 1: some page could not be read; it is scored as empty
    "$1" read ${EVAL_OPTIONS:-} --format jsonl -j "$jobs" --manifest "$2" -o "$3" </dev/null ||
        [ $? = 1 ]
}

read_set() { # FOLDER SET
    if [ ! -d "$command" ]; then
        manifest "$1" >"$out/$2.manifest"
        read_rows "$command" "$out/$2.manifest" "$out/$2.jsonl"
        return
    fi
    : >"$out/$2.jsonl"
    for part in "$command"/[0-9]; do
        manifest "$1" "$command" "$(basename "$part")" >"$out/part.manifest"
        read_rows "$part/nutgraf" "$out/part.manifest" "$out/part.jsonl"
        cat "$out/part.jsonl" >>"$out/$2.jsonl"
    done
}

score() { # SCORER TRUTH ROWS
    say '' "-- $(basename "$1" .py)"
    (cd "$data/score" && python3 "$@") >"$out/scores.txt"
    tee -a "$report" <"$out/scores.txt"
}

for set in wcxb-dev fundus-dev; do
    pages=$data/pages/$set
    [ -f "$pages/truth.jsonl" ] || continue
    say '' "==== $set"
    read_set "$pages" "$set"
    score score_body.py "$pages/truth.jsonl" "$out/$set.jsonl"
    score score_meta.py "$pages/truth.jsonl" "$out/$set.jsonl"
done

if [ -f "$data/sections/truth.jsonl" ] && [ ! -d "$command" ]; then
    say '' '==== sections'
    read_rows "$command" "$data/sections/manifest.jsonl" "$out/sections.jsonl"
    score score_sections.py "$data/sections/truth.jsonl" "$out/sections.jsonl"
fi

# Each article as a file of plain text; the rows are matched by the file's name.
articles() { # JSONL FOLDER
    python3 - "$@" <<'P'
import json, os, sys
os.makedirs(sys.argv[2], exist_ok=True)
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    path = os.path.join(sys.argv[2], row["id"] + ".txt")
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(row["text"])
    print(json.dumps({"file": os.path.abspath(path)}))
P
}

if [ -f "$data/attribution/dev.jsonl" ] && [ ! -d "$command" ]; then
    articles "$data/attribution/dev.jsonl" "$out/articles" >"$out/articles.manifest"
    own=${EVAL_OPTIONS:-}
    for way in '' --fast; do
        say '' "==== attributions${way:+, }$way"
        EVAL_OPTIONS="$own --as plain --with attributions $way"
        read_rows "$command" "$out/articles.manifest" "$out/attributions.jsonl"
        score score_attribution.py "$data/attribution/dev.jsonl" "$out/attributions.jsonl"
    done
    EVAL_OPTIONS=$own
fi

# Groups are learned from nothing but counts of common words: there is no held-out way to run.
if [ ! -d "$command" ] && [ -f "$data/copies/stories.jsonl" ]; then
    say '' '==== copies'
    "$command" group -o "$out/copies.jsonl" "$data/copies/stories.jsonl"
    score score_copies.py "$data/copies/truth.jsonl" "$out/copies.jsonl"
fi
for set in "$data"/events/*/; do
    if [ -d "$command" ] || [ ! -f "$set/articles.jsonl" ]; then continue; fi
    say '' "==== $(basename "$set")"
    "$command" group --threads -o "$out/threads.jsonl" "$set/articles.jsonl"
    score score_events.py "$set/truth.jsonl" "$out/threads.jsonl"
done
