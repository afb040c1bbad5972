/* SPDX-License-Identifier: Apache-2.0 */
/* See rendered.h. */
#include "rendered.h"

#include "record/figures/figures.h"
#include "record/languages/quotes.h"
#include "record/when/when.h"
#include "tests.h"

static void add_span(ngi_buffer *b, ng_slice text, ngi_extent at)
{
    assert_true(at.begin < at.end && at.end <= text.len);
    ngi_buffer_add(b, ngi_slice_sub(text, at.begin, at.end));
}

static ng_slice kept(ngi_arena *arena, ngi_buffer *b)
{
    ng_slice copy = ngi_arena_copy(arena, ngi_buffer_slice(b));
    ngi_buffer_free(b);
    return copy;
}

ng_slice render_dates(ngi_arena *arena, ng_slice text, const char *base, const char *language)
{
    ngi_prose prose = {.text = text};
    ngi_when *dates;
    uint32_t count;
    ngi_buffer b = {0};
    assert_true(ngi_dates_find(arena, &prose, 0, ngi_slice_of(base), ngi_slice_of(language), &dates,
                               &count));
    for (uint32_t i = 0; i < count; i++) {
        NGI_BUFFER_LIT(&b, "[");
        add_span(&b, text, dates[i].at);
        NGI_BUFFER_LIT(&b, "] ");
        ngi_buffer_add(&b, dates[i].start);
        if (!ngi_equal(dates[i].start, dates[i].end)) {
            NGI_BUFFER_LIT(&b, "..");
            ngi_buffer_add(&b, dates[i].end);
        }
        if (dates[i].approximate)
            ngi_buffer_char(&b, '~');
        if (i + 1 < count)
            NGI_BUFFER_LIT(&b, "; ");
    }
    return kept(arena, &b);
}

ng_slice render_figures(ngi_arena *arena, ng_slice text, const char *language)
{
    ngi_prose prose = {.text = text};
    ngi_figure *figures;
    uint32_t count;
    ngi_buffer b = {0};
    assert_true(ngi_figures_find(arena, &prose, 0, ngi_slice_of(language), &figures, &count));
    for (uint32_t i = 0; i < count; i++) {
        const ngi_figure *f = &figures[i];
        NGI_BUFFER_LIT(&b, "[");
        add_span(&b, text, f->at);
        NGI_BUFFER_LIT(&b, "]");
        if (f->has_value)
            ngi_buffer_format(&b, " %.10g", f->value);
        if (f->unit.len != 0)
            ngi_buffer_format(&b, " %.*s", (int)f->unit.len, f->unit.ptr);
        if (f->of.len != 0)
            ngi_buffer_format(&b, " of %.*s", (int)f->of.len, f->of.ptr);
        if (f->has_min)
            ngi_buffer_format(&b, " min %.10g", f->min);
        if (f->has_max)
            ngi_buffer_format(&b, " max %.10g", f->max);
        if (f->approximate)
            NGI_BUFFER_LIT(&b, " ~");
        if (f->has_conversion)
            ngi_buffer_format(&b, " = %.10g %.*s", f->conversion_value, (int)f->conversion_unit.len,
                              f->conversion_unit.ptr);
        if (i + 1 < count)
            NGI_BUFFER_LIT(&b, "; ");
    }
    return kept(arena, &b);
}

static void add_spans(ngi_buffer *b, ng_slice text, const ngi_extents *spans)
{
    for (uint32_t i = 0; i < spans->count; i++) {
        if (i > 0)
            NGI_BUFFER_LIT(b, " + ");
        add_span(b, text, spans->items[i]);
    }
}

ng_slice render_quotes(ngi_arena *arena, ng_slice text, const char *language)
{
    ngi_prose prose = {.text = text};
    ngi_attribution *said;
    uint32_t count;
    ngi_buffer b = {0};
    assert_true(ngi_quotes_by_rule(arena, &prose, ngi_slice_of(language), &said, &count));
    for (uint32_t i = 0; i < count; i++) {
        add_spans(&b, text, &said[i].source);
        NGI_BUFFER_LIT(&b, " | ");
        add_spans(&b, text, &said[i].cue);
        NGI_BUFFER_LIT(&b, " | ");
        add_spans(&b, text, &said[i].content);
        if (said[i].form == NGI_FORM_MIXED)
            NGI_BUFFER_LIT(&b, " (mixed)");
        if (i + 1 < count)
            NGI_BUFFER_LIT(&b, "; ");
    }
    return kept(arena, &b);
}

void check_rendered(const rendered_row *rows, size_t count, char kind, const char *language)
{
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < count; i++) {
        ng_slice text = ngi_slice_of(rows[i].text);
        ng_slice is = kind == 'd'   ? render_dates(&arena, text, RENDERED_BASE, language)
                      : kind == 'f' ? render_figures(&arena, text, language)
                                    : render_quotes(&arena, text, language);
        expect_text(rows[i].text, is, rows[i].wanted);
        ngi_arena_reset(&arena);
    }
    ngi_arena_free(&arena);
}
