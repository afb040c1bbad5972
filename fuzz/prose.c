/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as words. The first byte chooses the language. What must hold: words lie in order on
 * whole characters, every one in the sentence, paragraph and quotation that it names; nothing
 * but white space and what no one sees is left out; the same text comes apart alike twice. */
#include "base/utf8.h"
#include "record/prose.h"

#include "watch.h"

static bool on_character(ng_slice text, size_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

static void must_be_gap(ng_slice gap)
{
    for (size_t at = 0; at < gap.len;) {
        uint32_t c = ngi_utf8_next(gap, &at);
        must(c <= ' ' || c == 0x7F || ngi_is_wide_space(c) || ngi_is_invisible(c) || c == 0x2028 ||
                 c == 0x2029,
             "only white space stands between words");
    }
}

static bool inside(uint32_t i, ngi_stretch s)
{
    return i >= s.begin && i < s.end;
}

static void must_be_whole(const ngi_prose *p)
{
    size_t last = 0;
    for (uint32_t i = 0; i < p->token_count; i++) {
        const ngi_token *t = &p->tokens[i];
        must(t->begin >= last && t->end > t->begin && t->end <= p->text.len, "words in order");
        must(on_character(p->text, t->begin) && on_character(p->text, t->end), "whole characters");
        must_be_gap(ngi_slice_sub(p->text, last, t->begin));
        must(t->sentence < p->sentence_count && inside(i, p->sentences[t->sentence]), "sentence");
        must(t->paragraph < p->paragraph_count && inside(i, p->paragraphs[t->paragraph]),
             "paragraph");
        must((t->quote >= 0) == (t->quote_state != NGI_QUOTE_OUT), "state");
        must(t->quote < 0 || inside(i, p->quotes[t->quote]), "quotation");
        last = t->end;
    }
    must_be_gap(ngi_slice_from(p->text, last));
    for (uint32_t q = 0; q < p->quote_count; q++)
        must(p->quotes[q].begin < p->quotes[q].end &&
                 p->tokens[p->quotes[q].begin].paragraph ==
                     p->tokens[p->quotes[q].end - 1].paragraph,
             "a quotation is in one paragraph");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const languages[] = {"en", "de", "fr", "es", ""};
    if (size == 0)
        return 0;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ng_slice text = ngi_utf8_repair(&arena, ngi_slice((const char *)data + 1, size - 1));
    ng_slice language = ngi_slice_of(languages[data[0] % NGI_COUNT(languages)]);
    ngi_prose prose, again;
    watch_begin();
    must(ngi_prose_make(&arena, text, language, &prose), "memory is there");
    must_be_whole(&prose);
    must(ngi_prose_make(&arena, text, language, &again) &&
             prose.token_count == again.token_count && prose.quote_count == again.quote_count,
         "the same text comes apart alike");
    watch_end(size);
    ngi_arena_free(&arena);
    return 0;
}
