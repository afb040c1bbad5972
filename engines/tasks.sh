#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tasks.sh [MEGABYTES] <LIST - one task a line: ARCHIVE, or ARCHIVE, a tab and START-END.
#
# LIST has one archive a line. Those above MEGABYTES (default 2048) are cut into ranges of that
# size; a record belongs to the range in which it starts, so the ranges together are the archive.
set -eu
most=$((${1:-2048} * 1048576))
while IFS= read -r archive; do
    [ -n "$archive" ] || continue
    size=$(stat -Lc %s -- "$archive")
    if [ "$size" -le "$most" ]; then
        printf '%s\n' "$archive"
        continue
    fi
    start=0
    while [ "$start" -lt "$size" ]; do
        printf '%s\t%s-%s\n' "$archive" "$start" "$((start + most))"
        start=$((start + most))
    done
done
