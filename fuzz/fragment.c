/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as markup inside a string, and as a base and a link, cut at its first line end.
 * What must hold: texts that come out are valid UTF-8; the pieces of a text stand in it, in
 * order; an address that was resolved has no parts but its own, and leads to the same host when
 * it is resolved again. (To the byte it need not be the same: lexbor 3.0.1 escapes a grave accent
 * behind a question mark in the second round only.) */
#include "base/utf8.h"
#include "parsed/fragment.h"
#include "parsed/url.h"

#include "watch.h"

static void must_be_utf8(ng_slice text)
{
    must(ngi_utf8_valid(text, NULL) == text.len, "what comes out is valid UTF-8");
}

static void cut(ngi_arena *arena, ng_slice source, bool breaks)
{
    ngi_fragment *pieces;
    uint32_t count;
    size_t end = 0;
    if (!ngi_fragment_cut(arena, source, breaks, &pieces, &count))
        return;
    for (uint32_t i = 0; i < count; i++) {
        const ngi_fragment *piece = &pieces[i];
        must_be_utf8(piece->text);
        must(piece->begin >= end && piece->begin <= piece->end && piece->end <= source.len,
             "pieces stand in the text, in order");
        end = piece->end;
    }
}

static void resolve(ngi_arena *arena, ng_slice source)
{
    ng_slice base = {0}, href = source;
    ngi_split(&href, '\n', &base);
    ng_slice url = ngi_url_resolve(arena, base, href);
    must_be_utf8(url);
    must_be_utf8(ngi_url_host(url));
    must(ngi_url_host(url).len + ngi_url_path(url).len <= url.len, "parts are no longer");
    if (ngi_url_host(url).len != 0) {
        ng_slice again = ngi_url_resolve(arena, base, url);
        must(ngi_equal(ngi_url_host(again), ngi_url_host(url)), "an address keeps its host");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ng_slice raw = {size > 1 ? (const char *)bytes + 1 : "", size > 1 ? size - 1 : 0};
    ng_slice source = ngi_utf8_repair(&arena, raw);
    watch_begin();
    must_be_utf8(ngi_fragment_text(&arena, source));
    cut(&arena, source, size != 0 && (bytes[0] & 1));
    resolve(&arena, source);
    watch_end(size);
    ngi_arena_free(&arena);
    return 0;
}
