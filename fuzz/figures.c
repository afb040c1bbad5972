/* SPDX-License-Identifier: Apache-2.0 */
/* Any text read for figures and for direct speech. The first byte chooses the language. What
 * must hold: spans lie inside the text and on characters, figures in order; numbers are finite,
 * bounds in order; what is counted stands inside the figure; a quotation has content. */
#include "base/utf8.h"
#include "record/figures/figures.h"
#include "record/languages/quotes.h"

#include "watch.h"

#include <math.h>

static bool on_character(ng_slice text, size_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

static void must_be_span(ng_slice text, ngi_extent at)
{
    must(at.begin < at.end && at.end <= text.len, "a span lies inside the text");
    must(on_character(text, at.begin) && on_character(text, at.end), "a span holds characters");
}

static void must_be_figures(ng_slice text, const ngi_figure *figures, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const ngi_figure *f = &figures[i];
        must_be_span(text, f->at);
        must(f->has_value || f->has_min || f->has_max, "a figure has a number");
        must(isfinite(f->value) && isfinite(f->min) && isfinite(f->max), "numbers are finite");
        must(!f->has_min || !f->has_max || f->min <= f->max, "bounds are in order");
        must(f->of.len == 0 || (f->of.ptr >= text.ptr + f->at.begin &&
                                f->of.ptr + f->of.len <= text.ptr + f->at.end),
             "what is counted stands inside");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const languages[] = {"en", "de", "fr", "es", "", "ja"};
    if (size == 0)
        return 0;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_prose prose = {
        .text = ngi_utf8_repair(&arena, ngi_slice((const char *)data + 1, size - 1))};
    ng_slice language = ngi_slice_of(languages[data[0] % NGI_COUNT(languages)]);
    ngi_figure *figures;
    ngi_attribution *said;
    uint32_t count;
    watch_begin();
    must(ngi_figures_find(&arena, &prose, 0, language, &figures, &count), "memory is not out");
    must_be_figures(prose.text, figures, count);
    must(ngi_quotes_by_rule(&arena, &prose, language, &said, &count), "memory is not out");
    for (uint32_t i = 0; i < count; i++) {
        const ngi_extents *lists[] = {&said[i].source, &said[i].cue, &said[i].content};
        must(said[i].content.count != 0, "a quotation has content");
        for (size_t k = 0; k < NGI_COUNT(lists); k++)
            for (uint32_t e = 0; e < lists[k]->count; e++)
                must_be_span(prose.text, lists[k]->items[e]);
    }
    watch_end(size);
    ngi_arena_free(&arena);
    return 0;
}
