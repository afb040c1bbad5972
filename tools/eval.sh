#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# eval.sh COMMAND DATA [OUTDIR] - reads the pages of DATA and prints what its scorers say.
#
# DATA/pages/SET and DATA/sections hold pages with truth.jsonl; DATA/score holds the scorers.
# Pages get their address, and their time of fetching where it is known, from the truth; the
# rows go to OUTDIR (build/eval). EVAL_OPTIONS are further options of `nutgraf read`.
set -eu
command=$1 data=${2:-} out=${3:-build/eval}
if [ -z "$data" ] || [ ! -d "$data/score" ]; then
    echo "eval: say where the data is: make eval DATA=DIR (a folder that holds score/ and pages/)" >&2
    exit 2
fi
data=$(cd "$data" && pwd)
mkdir -p "$out"
jobs=${JOBS:-2}

# truth.jsonl and its folder to a manifest.
manifest() {
    python3 - "$1" <<'P'
import json, sys
for line in open(sys.argv[1] + "/truth.jsonl", encoding="utf-8"):
    row = json.loads(line)
    wish = {"file": sys.argv[1] + "/" + row["file"], "url": row.get("url"), "now": row.get("fetched")}
    print(json.dumps({k: v for k, v in wish.items() if v}, ensure_ascii=False))
P
}

score() { # SCORER TRUTH ROWS
    echo
    echo "-- $(basename "$1" .py)"
    (cd "$data/score" && python3 "$@")
}

for set in wcxb-dev fundus-dev; do
    pages=$data/pages/$set
    [ -f "$pages/truth.jsonl" ] || continue
    echo
    echo "==== $set"
    manifest "$pages" >"$out/$set.manifest"
    # 1: some page could not be read; the scorers count it as empty
    "$command" read ${EVAL_OPTIONS:-} --format jsonl -j "$jobs" --manifest "$out/$set.manifest" \
        -o "$out/$set.jsonl" </dev/null || [ $? = 1 ]
    rows=$(cd "$out" && pwd)/$set.jsonl
    score score_body.py "$pages/truth.jsonl" "$rows"
    score score_meta.py "$pages/truth.jsonl" "$rows"
done

if [ -f "$data/sections/truth.jsonl" ]; then
    echo
    echo "==== sections"
    "$command" read ${EVAL_OPTIONS:-} --format jsonl -j "$jobs" --manifest "$data/sections/manifest.jsonl" \
        -o "$out/sections.jsonl" </dev/null || [ $? = 1 ]
    rows=$(cd "$out" && pwd)/sections.jsonl
    score score_sections.py "$data/sections/truth.jsonl" "$rows"
fi
