/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes in any charset: the first byte chooses the charset (as an HTTP header's hint, or
 * none), the second whether it is HTML. What must hold: valid UTF-8; offsets inside the page
 * and in order; the end leads to the end; the same input gives the same text. */
#include "base/utf8.h"
#include "bytes/charset.h"

#include "watch.h"

static void check_offsets(const ngi_decoded *d, size_t page_len)
{
    uint64_t last = d->skipped;
    size_t step = d->text.len / 50 + 1; /* each look-up decodes up to a KiB */
    for (size_t at = 0; at < d->text.len; at += step) {
        uint64_t offset = ngi_source_offset(d, at);
        must(offset >= last && offset <= page_len, "offsets are in order and inside");
        last = offset;
    }
    must(ngi_source_offset(d, d->text.len) == page_len, "the end leads to the end");
}

/* All of the bytes in one encoding, whatever they look like. */
static void check_transcoding(ngi_arena *arena, ng_slice page, unsigned which)
{
    unsigned count = LXB_ENCODING_LAST_ENTRY - LXB_ENCODING_BIG5;
    const lxb_encoding_data_t *e = which >= 250 ? ngi_charset_named(arena, NGI_LIT("cp850"))
                                   : which >= 244
                                       ? ngi_charset_utf32(which % 2 == 0)
                                       : lxb_encoding_data(LXB_ENCODING_BIG5 + which % count);
    ngi_decoded d = {0};
    if (e == NULL || e->encoding == LXB_ENCODING_REPLACEMENT)
        return;
    must(ngi_transcode(arena, page, e, &d.text, &d.offsets), "there is memory");
    must(ngi_utf8_valid(d.text, NULL) == d.text.len, "the text is UTF-8");
    must(d.text.len <= page.len * 3, "a byte makes three at most");
    check_offsets(&d, page.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static ngi_arena arena;
    ngi_decoded d, again;
    ng_error error;
    if (size < 2)
        return 0;
    watch_begin();
    ng_slice page = {(const char *)bytes + 2, size - 2}, hint = {0};
    static const char *const pages[] = {"cp437",      "850",   "ibm852",
                                        "mac_latin2", "cp037", "utf-32le"};
    const lxb_encoding_data_t *e = bytes[0] < 64 ? lxb_encoding_data(bytes[0]) : NULL;
    if (e != NULL)
        hint = ngi_slice_of((const char *)e->name);
    else if (bytes[0] >= 128)
        hint = ngi_slice_of(pages[bytes[0] % NGI_COUNT(pages)]);
    ngi_arena_reset(&arena);
    ng_status status = ngi_decode(&arena, page, hint, bytes[1] & 1, &d, &error);
    must(status == NG_OK || status == NG_ERR_FORMAT, "text, or no text");
    if (status == NG_OK) {
        must(ngi_utf8_valid(d.text, NULL) == d.text.len, "the text is UTF-8");
        check_offsets(&d, page.len);
        must(ngi_decode(&arena, page, hint, bytes[1] & 1, &again, &error) == NG_OK &&
                 ngi_equal(d.text, again.text) && d.charset == again.charset,
             "the same bytes give the same text");
    }
    ngi_arena_reset(&arena);
    check_transcoding(&arena, page, bytes[0]);
    watch_end(size);
    return 0;
}
