#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run-samples.sh COMMAND - reads the bundled pages in samples/ and shows their stories.
set -eu
command=$1
if [ ! -x "$command" ]; then
    echo "run: there is no $command; run make" >&2
    exit 1
fi
seen=0
for page in samples/*.html samples/*.txt; do
    [ -f "$page" ] || continue
    seen=$((seen + 1))
    printf '\n======== %s\n\n' "$page"
    "$command" read --format text "$page" </dev/null
done
if [ $seen = 0 ]; then
    echo "run: samples/ holds no page" >&2
    exit 1
fi
printf '\n%s pages read. Try: %s read samples/*.html | head -c 1000\n' $seen "$command"
