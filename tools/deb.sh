#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# deb.sh WORKDIR OUTDIR - builds the Debian package: command, libraries, header, man pages,
# completion, pkg-config file. yyjson, where Debian lacks it, goes along in a folder that only
# nutgraf looks in; lexbor is inside the libraries. Needs dpkg-deb, no root.
set -eu
work=$1 out=$2
arch=$(dpkg --print-architecture)
libdir=lib/$(cc -print-multiarch 2>/dev/null || gcc -print-multiarch)

sh tools/build.sh "$work" -Dprefix=/usr -Dlibdir="$libdir" -Dbuildtype=release -Dwhole=true -Dtests=false
version=$(sed -n "s/^  version: '\(.*\)',/\1/p" meson.build)
root=$work/root
rm -rf "$root"
DESTDIR=$PWD/$root meson install -C "$work" --no-rebuild --quiet --strip
find "$root" -name '*.[1-9]' -path '*/man/*' -exec gzip -9n {} +

# What the programs need, from the packages that own it here.
needs=$(for file in "$root/usr/bin/nutgraf" "$root/usr/$libdir"/*.so "$root/usr/$libdir"/nutgraf/*.so.*; do
    [ -f "$file" ] || continue
    ldd "$file" | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p'
done | sort -u | grep -v "^$PWD/" | while read -r library; do
    # /lib may be a link to /usr/lib; dpkg knows one of the two names
    owner=$(dpkg -S "$library" 2>/dev/null || dpkg -S "/usr$library" 2>/dev/null || dpkg -S "${library#/usr}" 2>/dev/null || true)
    package=${owner%%:*}
    [ -n "$package" ] || continue
    have=$(dpkg-query -W -f '${Version}' "$package:$arch" 2>/dev/null || dpkg-query -W -f '${Version}' "$package")
    # two parts of the version: the package's name holds the ABI, and a security update of the
    # machine that builds is not asked of the one that installs
    echo "$package (>= $(echo "${have%%[-+~]*}" | cut -d. -f1,2))"
done | sort -u | paste -sd, - | sed 's/,/, /g')

doc=$root/usr/share/doc/nutgraf
mkdir -p "$doc" "$root/DEBIAN"
{
    echo 'nutgraf is licensed under the Apache License, Version 2.0, which is on Debian systems'
    echo 'in /usr/share/common-licenses/Apache-2.0. It holds, or carries along, the libraries'
    echo 'below, each under the terms given.'
    for text in third_party/share/doc/*/copyright; do
        if [ -f "$text" ]; then printf '\n---- %s ----\n\n' "$(basename "$(dirname "$text")")"; cat "$text"; fi
    done
} >"$doc/copyright"
gzip -9nc CHANGELOG.md >"$doc/changelog.gz"

cat >"$root/DEBIAN/control" <<C
Package: nutgraf
Version: $version
Architecture: $arch
Maintainer: nutgraf developers <nutgraf@localhost>
Section: text
Priority: optional
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: $needs
Description: reads the news: from any news page to clean, separate, dated stories
 Reads saved news pages, section pages and plain-text dumps, finds each story on
 them, and gives its headline, standfirst, authors, dates and body, each with its
 place in the page's bytes. The command nutgraf, and the C library libnutgraf.
C
printf '#!/bin/sh\nset -e\nif [ "$1" = configure ]; then ldconfig; fi\n' >"$root/DEBIAN/postinst"
printf '#!/bin/sh\nset -e\nif [ "$1" = remove ]; then ldconfig; fi\n' >"$root/DEBIAN/postrm"
chmod 755 "$root/DEBIAN/postinst" "$root/DEBIAN/postrm"
find "$root" -type d -exec chmod 755 {} +

mkdir -p "$out"
deb=$out/nutgraf_${version}_$arch.deb
dpkg-deb --root-owner-group --build "$root" "$deb" >/dev/null
echo "$deb"
