#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# setup.sh - puts everything in place that the build and the tests need.
#
# Debian packages first: nothing happens where all are there; root installs what is missing;
# anybody else is told the one line to run as root. Then lexbor and yyjson, which Debian 12
# lacks: by get-lexbor.sh into third_party, unless the system has both.
# Takes milliseconds when there is nothing to do.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C

need=''
tool() { command -v "$1" >/dev/null 2>&1 || need="$need $2"; }
library() {
    pkg-config --exists "$1" 2>/dev/null || need="$need $2"
}

tool cc gcc
tool make make
tool meson meson
tool ninja ninja-build
tool pkg-config pkg-config
tool python3 python3
/usr/bin/python3 -c 'import cffi, pip' 2>/dev/null || need="$need python3-cffi python3-pip"
if [ ! -e /usr/include/stdio.h ]; then need="$need libc6-dev"; fi
if [ ! -e /usr/include/libstemmer.h ]; then need="$need libstemmer-dev"; fi # has no .pc file
modules='zlib libdeflate libzstd libutf8proc libxxhash libcrypto libxml-2.0 libbrotlidec cmocka'
if ! pkg-config --exists $modules 2>/dev/null; then
    library zlib zlib1g-dev
    library libdeflate libdeflate-dev
    library libzstd libzstd-dev
    library libutf8proc libutf8proc-dev
    library libxxhash libxxhash-dev
    library libcrypto libssl-dev
    library libxml-2.0 libxml2-dev
    library libbrotlidec libbrotli-dev
    library cmocka libcmocka-dev
fi

# Elsewhere (Ubuntu) lexbor still comes from Debian: its keys and its address are packaged.
is_debian=no debian_info=/usr/share/python-apt/templates/Debian.info
if [ ! -f /etc/os-release ] || grep -q '^ID=debian' /etc/os-release; then is_debian=yes; fi
has_lexbor=no
if pkg-config --exists lexbor yyjson 2>/dev/null ||
    [ -f third_party/lib/pkgconfig/lexbor.pc ]; then has_lexbor=yes; fi
if [ $is_debian$has_lexbor = nono ]; then
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || need="$need debian-archive-keyring"
    [ -e $debian_info ] || need="$need python-apt-common"
fi

if [ -n "$need" ]; then
    line="apt-get update && apt-get install -y --no-install-recommends$need"
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "setup: missing:$need (these are Debian's names; this system has no apt-get)" >&2
        exit 1
    fi
    if [ "$(id -u)" != 0 ]; then
        echo "setup: some packages are missing. As root, run:" >&2
        echo "    $line" >&2
        exit 1
    fi
    echo "setup: installing$need"
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    apt-get update </dev/null >"$log" 2>&1 || true # some other source may fail: no matter here
    if ! apt-get install -y --no-install-recommends$need </dev/null >>"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        echo "setup: this failed (see above): $line" >&2
        exit 1
    fi
    rm -f "$log"
fi

# The system's own lexbor and yyjson, where a later release has them.
if env -u PKG_CONFIG_PATH pkg-config --exists lexbor yyjson 2>/dev/null; then
    exit 0
fi
if [ ! -f third_party/lib/pkgconfig/lexbor.pc ] || [ ! -f third_party/lib/pkgconfig/yyjson.pc ]; then
    if [ "$is_debian" = no ] && [ -z "${LEXBOR_MIRROR:-}" ]; then
        # The address of Debian's archive, as apt's own table of releases has it; plain
        # http, since apt checks signatures and this may lack the certificates.
        LEXBOR_MIRROR=$(sed -n 's/^BaseURI: https*\(:[^ ]*\)$/http\1/p' "$debian_info" | head -n 1)
        export LEXBOR_MIRROR
    fi
    echo "setup: putting lexbor and yyjson in third_party"
    sh tools/get-lexbor.sh third_party libyyjson-dev </dev/null
fi
