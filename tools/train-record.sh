#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# train-record.sh BUILDDIR DATA [check] - learns the record's models (models/record.bin) anew.
#
# DATA holds language/gum and attribution/train.jsonl, dev.jsonl. Features come from the library
# itself (tools/train-record), so that learning and reading can't come apart. The same data and
# program give the same file, to the bit. What was measured is printed and goes to BUILDDIR/record:
# rows of the articles left out, each read by models that have not seen its publisher. With
# "check" the model is written there as well, and not into models/.
set -eu
build=$1 data=${2:-} way=${3:-}
if [ ! -f "$data/attribution/train.jsonl" ] || [ ! -d "$data/language/gum" ]; then
    echo "train: say where the data is: make train DATA=DIR (a folder that holds" >&2
    echo "attribution/train.jsonl and language/gum)" >&2
    exit 2
fi
ninja -C "$build" ${JOBS:+-j "$JOBS"} train-record >"$build/train-record.log" 2>&1 ||
    { tail -n 20 "$build/train-record.log" >&2; exit 1; }
out=$build/record
mkdir -p "$out"
"$build/train-record" "$data" "$out/record.bin" "$out/rows" >"$out/log.txt"
cat "$out/log.txt"
if [ -f "$data/score/score_attribution.py" ]; then
    for part in train:held dev:dev; do
        echo "-- ${part%:*}.jsonl, models that have not seen the article's publisher or month"
        python3 "$data/score/score_attribution.py" "$data/attribution/${part%:*}.jsonl" \
            "$out/rows.${part#*:}.jsonl"
    done | tee -a "$out/log.txt"
fi
[ -n "$way" ] || cp "$out/record.bin" models/record.bin
[ -n "$way" ] || "${PYTHON:-python3}" tools/train/card.py >/dev/null
