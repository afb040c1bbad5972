#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# build.sh - configures and builds one folder: sh tools/build.sh BUILDDIR [MESON-OPTION...]
#
# Meson runs again only where its files, the options or the list of sources (sources.sh) have
# changed.
# Quiet while all goes well; the compiler's words are shown when it does not.
set -eu
dir=$1
shift
want=$(printf "%s\n" "$*"; cksum meson.build meson_options.txt; sh tools/sources.sh all)
stamp=$dir/configured
if [ ! -f "$dir/build.ninja" ]; then
    rm -rf "$dir"
    meson setup "$dir" "$@" >/dev/null || { cat "$dir/meson-logs/meson-log.txt" 2>/dev/null | tail -n 20; exit 1; }
    printf '%s\n' "$want" >"$stamp"
elif [ "$want" != "$(cat "$stamp" 2>/dev/null)" ]; then
    meson setup --reconfigure "$dir" "$@" >/dev/null || { tail -n 20 "$dir/meson-logs/meson-log.txt"; exit 1; }
    printf '%s\n' "$want" >"$stamp"
fi
log=$dir/build.log
if ! ninja -C "$dir" ${JOBS:+-j "$JOBS"} >"$log" 2>&1; then
    grep -v '^\[[0-9/]*\] ' "$log" || cat "$log"
    echo "build: $dir failed" >&2
    exit 1
fi
grep -A 5 'warning: ' "$log" || true
