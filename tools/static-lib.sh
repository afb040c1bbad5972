#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# static-lib.sh OUTPUT ARCHIVE-OR-OBJECT [LEXBOR-ARCHIVE] - makes the static library that is installed.
#
# One object that holds the library and the parts of lexbor that it uses, and shows ng_*
# alone: as with the shared library, nothing of the inside can collide with a user's names.
set -eu
out=$1 archive=$2 lexbor=${3:-}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
ld -r -o "$tmp/nutgraf.o" --whole-archive "$archive" --no-whole-archive $lexbor
objcopy --wildcard --keep-global-symbol='ng_*' "$tmp/nutgraf.o"
rm -f "$out"
ar rcs "$out" "$tmp/nutgraf.o"
