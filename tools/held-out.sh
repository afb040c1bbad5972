#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# held-out.sh DATA OUTDIR - builds the command five times, each with models made without a
# fifth of the sites in DATA: OUTDIR/0/nutgraf to OUTDIR/4/nutgraf. eval.sh then reads each page
# by the one that has not seen its site. Rules of the program have no such parts: they are what
# they are, written with all of these pages at hand.
set -eu
data=$1 out=$2
mkdir -p "$out/models"
cp models/*.c "$out/models/" # those that are not held out
out=$(cd "$out" && pwd)
sh tools/train.sh build "$data" "$out"
for part in 0 1 2 3 4; do
    cp "$out/$part"/*.c "$out/models/"
    sh tools/build.sh build-held-out -Dtests=false -Dmodels="$out/models"
    cp build-held-out/nutgraf "$out/$part/nutgraf"
done
