#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What `make install` puts in place can be used: a program by pkg-config against the shared and
# the static library, and the command, each from a folder that was moved after the installation.
set -eu
[ -f "$NUTGRAF_BUILD/libnutgraf.a" ] || exit 77 # a sanitizer build is not installed
unset PKG_CONFIG_PATH PKG_CONFIG_LIBDIR || true
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
DESTDIR=$tmp/stage meson install -C "$NUTGRAF_BUILD" --no-rebuild --quiet >/dev/null
prefix=$(find "$tmp/stage" -type d -name include | head -n 1)
mv "${prefix%/include}" "$tmp/moved"
pc=$(find "$tmp/moved" -name nutgraf.pc)
libdir=$(dirname "$(dirname "$pc")")

cat >"$tmp/example.c" <<'C'
#include <nutgraf.h>
#include <stdio.h>
int main(int argc, char **argv)
{
    ng_reader *reader;
    ng_document *page;
    ng_error error;
    if (argc != 2 || ng_reader_new(&reader, &error) != NG_OK)
        return 2;
    if (ng_reader_read_file(reader, argv[1], NULL, &page, &error) != NG_OK)
        return fprintf(stderr, "%s\n", error.text), 1;
    printf("%zu stories\n", ng_document_story_count(page));
    ng_document_free(page);
    ng_reader_free(reader);
    return 0;
}
C
cat >"$tmp/page.html" <<'H'
<!DOCTYPE html><html lang="en"><head><title>Night ferry returns</title></head><body><article>
<h1>Night ferry returns</h1><p>The night ferry between Orsund and the outer islands will sail
again from Friday, the harbour council said, after eleven weeks of repairs to its bow door.</p>
<p>The door was found to be bent after a storm in February, and no yard nearby could take the
ship, so that passengers had to go round by the long road over the northern bridge.</p>
</article></body></html>
H
pkg() { PKG_CONFIG_PATH=$(dirname "$pc") pkg-config --define-variable=prefix="$tmp/moved" "$@"; }

cc -std=c17 "$tmp/example.c" -o "$tmp/shared" $(pkg --cflags --libs nutgraf) -Wl,-rpath,"$libdir"
[ "$("$tmp/shared" "$tmp/page.html")" = "1 stories" ]
cc -std=c17 "$tmp/example.c" -o "$tmp/static" $(pkg --cflags nutgraf) "$libdir/libnutgraf.a" \
    $(pkg --static --libs nutgraf | sed 's/-lnutgraf//')
[ "$("$tmp/static" "$tmp/page.html")" = "1 stories" ]
"$tmp/moved/bin/nutgraf" read --format jsonl "$tmp/page.html" | grep -q '"headline":"Night ferry returns"'
