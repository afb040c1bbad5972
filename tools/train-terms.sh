#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# train-terms.sh BUILDDIR DATA [check] - counts the commonest terms of news (models/terms.c) anew.
#
# DATA holds attribution/train.jsonl. The same data and program give the same file, to the bit. With
# "check" nothing is written to models/, and a difference is a failure.
set -eu
build=$1 data=${2:-} way=${3:-}
if [ ! -f "$data/attribution/train.jsonl" ]; then
    echo "train: say where the data is: make train DATA=DIR (a folder that holds" >&2
    echo "attribution/train.jsonl)" >&2
    exit 2
fi
ninja -C "$build" ${JOBS:+-j "$JOBS"} train-terms >"$build/train-terms.log" 2>&1 ||
    { tail -n 20 "$build/train-terms.log" >&2; exit 1; }
sed 's/"text":/"articleBody":/' "$data/attribution/train.jsonl" |
    "$build/train-terms" >"$build/terms.c"
if [ -n "$way" ]; then
    cmp "$build/terms.c" models/terms.c
else
    cp "$build/terms.c" models/terms.c
fi
