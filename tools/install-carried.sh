#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install-carried.sh FROM PRIVATE-DIR - meson's install script: puts the shared library that
# the system lacks (yyjson) beside nutgraf, in a folder of its own that only nutgraf looks in.
set -eu
from=$1 to=${DESTDIR:-}$2
mkdir -p "$to"
for so in "$from"/libyyjson.so.[0-9]; do
    install -m 644 "$so" "$to/${so##*/}"
done
ln -sf "$(basename "$so")" "$to/libyyjson.so"
