#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# train-names.sh BUILDDIR DATA [check] - learns the model of names (models/names.bin) anew.
#
# DATA holds language/names-dev.jsonl, names-news.jsonl and gum; words are counted in its other
# texts as well. The same data, program and lists (tools/train-names/lists) give the same file, to
# the bit. With "check" nothing is written to models/: names of each fifth of the documents are
# found by a model that has not seen them, and scored.
set -eu
build=$1 data=${2:-} way=${3:-}
if [ ! -f "$data/language/names-dev.jsonl" ] || [ ! -d "$data/language/gum" ]; then
    echo "train: say where the data is: make train DATA=DIR (a folder that holds" >&2
    echo "language/names-dev.jsonl, language/names-news.jsonl and language/gum)" >&2
    exit 2
fi
ninja -C "$build" ${JOBS:+-j "$JOBS"} train-names >"$build/train-names.log" 2>&1 ||
    { tail -n 20 "$build/train-names.log" >&2; exit 1; }
out=$build/names lists=tools/train-names/lists
mkdir -p "$out"
"${PYTHON:-python3}" tools/train-names/corpus.py "$data" "$lists" "$out/common.txt" >"$out/corpus.tsv"
if [ -n "$way" ]; then
    "$build/train-names" "$out/corpus.tsv" "$lists" "$out/common.txt" | tee "$out/held-out.txt"
else
    "$build/train-names" "$out/corpus.tsv" "$lists" "$out/common.txt" models
    "${PYTHON:-python3}" tools/train/card.py >/dev/null
fi
