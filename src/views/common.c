/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms share: names, the last check of the output, addresses that are safe, and
 * the direction of scripts. */
#include "base/utf8.h"
#include "views/views.h"

ng_slice ngi_part_name(uint8_t type)
{
    static const char *const names[] = {
        [NGI_PART_PARAGRAPH] = "paragraph", [NGI_PART_HEADING] = "heading",
        [NGI_PART_QUOTE] = "quote",         [NGI_PART_LIST_ITEM] = "list-item",
        [NGI_PART_TABLE] = "table",         [NGI_PART_EMBED] = "embed",
        [NGI_PART_CAPTION] = "caption",     [NGI_PART_CODE] = "code",
    };
    return ngi_slice_of(type < NGI_COUNT(names) ? names[type] : names[NGI_PART_PARAGRAPH]);
}

/* A file's name may be any bytes. Everything else is valid already, but the promise of
 * valid output is kept here, where it costs one pass over some 15 kB. */
void ngi_view_repair(ngi_buffer *out, size_t start)
{
    if (out->failed)
        return;
    ng_slice written = ngi_slice_from(ngi_buffer_slice(out), start);
    if (ngi_utf8_valid(written, NULL) == written.len)
        return;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ng_slice valid = ngi_utf8_repair(&arena, written);
    if (arena.failed) {
        out->failed = true;
    } else {
        out->len = start;
        ngi_buffer_add(out, valid);
    }
    ngi_arena_free(&arena);
}

bool ngi_safe_address(ng_slice url)
{
    static const ng_slice safe[] = {{"http", 4}, {"https", 5}, {"mailto", 6}};
    if (url.len == 0)
        return false;
    /* A scheme ends at the first colon, unless the path, query or fragment begins before. */
    size_t colon = 0;
    while (colon < url.len && memchr(":/?#", url.ptr[colon], 4) == NULL) {
        unsigned char c = (unsigned char)url.ptr[colon++];
        if (c <= ' ' || c == 0x7F) /* browsers drop these before they look for the scheme */
            return false;
    }
    if (colon == url.len || url.ptr[colon] != ':')
        return true;
    for (size_t i = 0; i < NGI_COUNT(safe); i++)
        if (ngi_equal_nocase(ngi_slice_sub(url, 0, colon), safe[i]))
            return true;
    return false;
}

static bool strong_right_to_left(uint32_t c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

bool ngi_right_to_left(ng_slice language, ng_slice text)
{
    static const ng_slice tags[] = {{"ar", 2}, {"fa", 2}, {"he", 2}, {"ur", 2}, {"ps", 2},
                                    {"yi", 2}, {"ug", 2}, {"sd", 2}, {"dv", 2}, {"ckb", 3}};
    for (size_t i = 0; i < NGI_COUNT(tags); i++)
        if (ngi_equal(language, tags[i]))
            return true;
    if (language.len > 0)
        return false;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = ngi_utf8_next(text, &i);
        if (ngi_is_letter(c))
            return strong_right_to_left(c);
    }
    return false;
}
