#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# test-columns.sh COMMAND - tests tools/columns, with Node and DuckDB, which it installs where they lack.
set -eu
need=''
command -v node >/dev/null 2>&1 || need="$need nodejs"
command -v npm >/dev/null 2>&1 || need="$need npm"
if [ -n "$need" ]; then
    line="apt-get update && apt-get install -y --no-install-recommends$need"
    if [ "$(id -u)" != 0 ]; then
        echo "test-columns: some packages are missing. As root, run:" >&2
        echo "    $line" >&2
        exit 1
    fi
    echo "test-columns: installing$need"
    sh -c "$line" </dev/null >/dev/null
fi
if [ ! -d tools/columns/node_modules/@duckdb ]; then
    npm install --prefix tools/columns --no-package-lock --no-audit --no-fund --silent
fi
NUTGRAF=$1 exec node tests/columns/test_columns.js
