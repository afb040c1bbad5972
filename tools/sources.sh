#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# sources.sh - names the files that the build takes, one a line, sorted.
#
#   sh tools/sources.sh KIND
#
# A new file in a room is built without an edit of meson.build: the Makefile configures
# again when this list has changed.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."
me=tools/sources.sh

list() { find "$@" 2>/dev/null | sort; }

case ${1:-} in
lib)     list src models -name '*.c' ;;
cli)     list cli -name '*.c' ;;
tests)   list tests -name 'test_*.c' ;;
scripts) list tests \( -name 'test_*.sh' -o -name 'test_*.py' \) ;;
support) list tests -name '*.c' ! -name 'test_*' ;;
fuzz)    list fuzz -maxdepth 1 -name '*.c' ! -name 'replay.c' ;;
train)   list tools/train-record -name '*.c' ;;
bench)   list bench -maxdepth 1 -name '*.c' ;;
man)     list docs -name '*.[1357]' ;;
bash)    list cli docs tools -name '*.bash' ;;
zsh)     list cli docs tools -name '_nutgraf' ;;
fish)    list cli docs tools -name '*.fish' ;;
all)     for kind in lib cli tests scripts support fuzz bench train man bash zsh fish; do sh $me $kind; done ;;
*)       echo "use: sh tools/sources.sh lib|cli|tests|scripts|support|fuzz|bench|train|man|bash|zsh|fish|all" >&2; exit 2 ;;
esac
