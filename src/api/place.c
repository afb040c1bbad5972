/* SPDX-License-Identifier: Apache-2.0 */
/* Shows a place in a page's bytes. The stretch is taken in bytes and decoded by itself, with
 * the page's charset: offsets then need no map, and a place in a page of any size costs
 * nothing but the look for its charset. */
#include "api/api.h"
#include "base/utf8.h"
#include "views/views.h"

#include <stdlib.h>

enum { AROUND_BYTES = 240, CHARSET_LOOK_BYTES = 64 * 1024 };

ng_status ng_bytes_read(const char *path, uint64_t max_bytes, ng_slice *out, ng_error *error)
{
    ngi_buffer buffer = {0};
    *out = (ng_slice){0};
    ng_status status =
        ngi_file_read(path, max_bytes > 0 ? max_bytes : NGI_DEFAULT_MAX_BYTES, &buffer, error);
    if (status != NG_OK) {
        ngi_buffer_free(&buffer);
        return status;
    }
    *out = ngi_buffer_slice(&buffer);
    return NG_OK;
}

void ng_bytes_free(ng_slice bytes)
{
    free((char *)bytes.ptr);
}

/* Decodes a stretch as the whole page's charset has it. */
static ng_slice decoded(ngi_arena *arena, ng_slice bytes, const char *charset)
{
    ngi_decoded text;
    if (bytes.len == 0)
        return (ng_slice){0};
    if (ngi_decode(arena, bytes, ngi_slice_of(charset), false, &text, NULL) == NG_OK)
        return text.text;
    return ngi_utf8_repair(arena, bytes);
}

static bool is_utf16(const char *charset)
{
    return charset != NULL && ngi_starts_nocase(ngi_slice_of(charset), NGI_LIT("utf-16"));
}

/* Moves the cut before the place to where a character begins: in UTF-16 every other byte,
 * else behind a byte that no charset has but as a character of its own. */
static uint64_t sound_cut(ng_slice page, uint64_t at, uint64_t limit, bool utf16)
{
    if (utf16)
        return at & ~UINT64_C(1);
    for (uint64_t i = at; at > 0 && i < limit && i < at + 64; i++)
        if ((unsigned char)page.ptr[i] < 0x30)
            return i;
    while (at > 0 && at < page.len && ((unsigned char)page.ptr[at] & 0xC0) == 0x80)
        at--;
    return at;
}

ng_status ng_place_write(ng_slice page, ng_range range, const ng_write_options *given,
                         ng_sink *sink, void *context, ng_error *error)
{
    ng_write_options options = ngi_write_options_of(given);
    if (range.start > range.end || range.end > page.len)
        return ngi_fail(error, NG_ERR_ARGUMENT, 0,
                        "the input has %zu bytes: %llu-%llu is no "
                        "place in it",
                        page.len, (unsigned long long)range.start, (unsigned long long)range.end);
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_decoded look = {.charset = "UTF-8"};
    if (ngi_decode(&arena, page, (ng_slice){0}, true, &look, NULL) != NG_OK)
        look.charset = "UTF-8";
    bool utf16 = is_utf16(look.charset);
    uint64_t from = range.start > AROUND_BYTES ? range.start - AROUND_BYTES : 0;
    uint64_t to = page.len - range.end > AROUND_BYTES ? range.end + AROUND_BYTES : page.len;
    from = sound_cut(page, from, range.start, utf16);
    to = to == page.len ? to : sound_cut(page, to, page.len, utf16);
    ngi_place_text place = {
        .before = decoded(&arena, ngi_slice_sub(page, from, range.start), look.charset),
        .inside = decoded(&arena, ngi_slice_sub(page, range.start, range.end), look.charset),
        .after = decoded(&arena, ngi_slice_sub(page, range.end, to), look.charset),
        .more_before = from > 0,
        .more_after = to < page.len,
    };
    ngi_buffer out = {0};
    ngi_view_place(&out, &place, &options);
    ng_status status = NG_OK;
    if (out.failed || arena.failed)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the place");
    else if (!sink(context, out.ptr, out.len))
        status = ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    ngi_buffer_free(&out);
    ngi_arena_free(&arena);
    return status;
}
