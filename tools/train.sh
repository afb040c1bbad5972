#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# train.sh BUILDDIR DATA [check|OUTDIR] - learns the models in models/ anew from the pages in DATA.
#
# DATA holds pages/wcxb-dev, pages/fundus-dev and, if there is, sections. The blocks and their
# numbers come from the program itself (tools/train/dump.c), so that both mean the same. With
# "check" nothing is written: each page is read by a model made without its site, and measured.
# With OUTDIR, five sets of models go there, each made without a fifth of the sites.
set -eu
build=$1 data=${2:-} way=${3:-}
python=${PYTHON:-/usr/bin/python3}
if [ ! -f "$data/pages/wcxb-dev/truth.jsonl" ] || [ ! -f "$data/pages/fundus-dev/truth.jsonl" ]; then
    echo "train: say where the data is: make train DATA=DIR (a folder that holds" >&2
    echo "pages/wcxb-dev/truth.jsonl and pages/fundus-dev/truth.jsonl)" >&2
    exit 2
fi
missing=''
for module in numpy xgboost; do
    "$python" -c "import $module" 2>/dev/null || missing="$missing python3-$module"
done
if [ -n "$missing" ]; then
    echo "train: $python lacks some modules; as root:" >&2
    echo "    apt-get install -y --no-install-recommends$missing" >&2
    exit 1
fi
version=$("$python" -c 'import xgboost; print(xgboost.__version__)')
if [ "$version" != 1.7.4 ]; then
    echo "train: the models were made with XGBoost 1.7.4 (Debian 12); $version may give others" >&2
fi
ninja -C "$build" ${JOBS:+-j "$JOBS"} train-dump >"$build/train-dump.log" 2>&1 ||
    { tail -n 20 "$build/train-dump.log" >&2; exit 1; }
case $way in
check | '')
    out=models
    [ -z "$way" ] || out=--check
    "$python" tools/train/train.py "$data" "$build/train-dump" $out >"$build/held-out.part"
    mv "$build/held-out.part" "$build/held-out.txt"
    cat "$build/held-out.txt"
    [ -n "$way" ] || "$python" tools/train/card.py
    ;;
*) "$python" tools/train/train.py "$data" "$build/train-dump" --held-out "$way" ;;
esac
