#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# docs.sh OUTDIR - checks the man pages and writes them as HTML (both by mandoc).
set -eu
out=$1
if ! command -v mandoc >/dev/null 2>&1; then
    echo "docs: needs mandoc; as root: apt-get install -y --no-install-recommends mandoc" >&2
    exit 1
fi
mkdir -p "$out"
for page in $(sh tools/sources.sh man); do
    mandoc -T lint -W warning "$page"
    mandoc -T html -O style=mandoc.css "$page" >"$out/$(basename "$page").html"
    echo "$out/$(basename "$page").html"
done
