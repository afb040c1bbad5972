#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The shared library shows the functions that nutgraf.h declares, all of them and no others;
# the static one likewise.
set -eu
python3 tools/lint.py --only symbols "$NUTGRAF_BUILD"
archive=$NUTGRAF_BUILD/libnutgraf.a
if [ -f "$archive" ]; then
    others=$(nm -g --defined-only "$archive" 2>/dev/null | awk 'NF == 3 && $3 !~ /^ng_/ { print $3 }')
    [ -z "$others" ] || { echo "the static library shows $others" >&2; exit 1; }
fi
