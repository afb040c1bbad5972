/* SPDX-License-Identifier: Apache-2.0 */
/* Which words stand in quotation marks.
 *
 * Within a paragraph, marks are paired like brackets; where kind or place leaves open what a
 * mark is ("straight" ones), the gaps around it and what is open decide. An opening mark left
 * over holds up to the next mark or the paragraph's end: so go quotations over several
 * paragraphs, each opened and only the last one closed. A closing mark left over closes what
 * the paragraph before left open, else it is none (6' 2"). Single marks count at the edges of
 * words and outside of double ones, and only where the paragraph closes them. Linear. */
#include "base/utf8.h"
#include "record/text/text.h"

typedef enum mark_kind { MARK_NONE, MARK_OPEN, MARK_CLOSE, MARK_EITHER } mark_kind;

typedef struct finder {
    ngi_arena *arena;
    ngi_prose *prose;
    ngi_tongue tongue;
    size_t quote_room;
    uint32_t *open, open_count; /* a stack of opening marks of the paragraph */
    uint32_t *mate;             /* by token: of an opening mark the end of its stretch, else 0 */
    bool *unclosed;             /* by token: an opening mark that has no closing one */
    bool carried, failed;       /* the paragraph before ended inside of a quotation */
} finder;

static uint32_t only_character(const ngi_prose *p, uint32_t i)
{
    ng_slice word = ngi_token_text(p, i);
    size_t at = 0;
    uint32_t c = ngi_utf8_next(word, &at);
    if (at == word.len)
        return c;
    bool twice = word.len == 2 && word.ptr[0] == word.ptr[1];
    return twice && c == '\'' ? '"' : twice && c == '`' ? 0x201C : 0;
}

static bool gap_before(const ngi_prose *p, uint32_t i)
{
    return (p->tokens[i].shape & NGI_SHAPE_SPACE) != 0;
}

static bool gap_after(const ngi_prose *p, uint32_t i)
{
    return i + 1 >= p->token_count || gap_before(p, i + 1);
}

static bool is_single(uint32_t c)
{
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x2039 || c == 0x203A;
}

/* The double mark that opened last, or 0. */
static uint32_t last_open(const finder *f)
{
    return f->open_count == 0 ? 0 : only_character(f->prose, f->open[f->open_count - 1]);
}

/* Curly marks, whose kind the language may turn round. */
static mark_kind curly_kind(const finder *f, uint32_t c, uint32_t i)
{
    switch (c) {
    case 0x201E: /* low, German */
    case 0x300C:
    case 0x300E: return MARK_OPEN;
    case 0x300D:
    case 0x300F: return MARK_CLOSE;
    case 0x201C: return last_open(f) == 0x201E ? MARK_CLOSE : MARK_OPEN;
    case 0x201F: return MARK_OPEN;
    case 0x201D:
        if (last_open(f) == 0 && gap_before(f->prose, i) && !gap_after(f->prose, i))
            return MARK_OPEN; /* ”so” */
        return MARK_CLOSE;
    case 0xAB: return last_open(f) == 0xBB ? MARK_CLOSE : MARK_OPEN;
    case 0xBB:
        if (last_open(f) == 0xAB || (f->tongue != NGI_GERMAN && last_open(f) != 0))
            return MARK_CLOSE;
        return f->tongue == NGI_GERMAN || (gap_before(f->prose, i) && !gap_after(f->prose, i))
                   ? MARK_OPEN
                   : MARK_CLOSE;
    default: return MARK_NONE;
    }
}

static mark_kind straight_kind(const finder *f, uint32_t i, bool first)
{
    const ngi_prose *p = f->prose;
    bool before = gap_before(p, i), after = gap_after(p, i);
    if (first)
        return MARK_OPEN;
    if (before && !after)
        return MARK_OPEN;
    if (after && !before)
        return MARK_CLOSE;
    return MARK_EITHER;
}

static mark_kind double_kind(const finder *f, uint32_t i, bool first)
{
    uint32_t c = only_character(f->prose, i);
    mark_kind kind = c == '"' ? straight_kind(f, i, first) : curly_kind(f, c, i);
    if (kind == MARK_EITHER)
        kind = f->open_count == 0 ? MARK_OPEN : MARK_CLOSE;
    return kind;
}

/* 6' 2": no mark of speech. */
static bool is_measure(const ngi_prose *p, uint32_t i)
{
    return i > 0 && !gap_before(p, i) && (p->tokens[i - 1].shape & NGI_SHAPE_DIGIT) != 0;
}

/* Pairs the double marks of a paragraph: mate[] of each opening mark. */
static void pair_double(finder *f, ngi_stretch at)
{
    ngi_prose *p = f->prose;
    f->open_count = 0;
    bool any = false;
    for (uint32_t i = at.begin; i < at.end; i++) {
        if ((p->tokens[i].shape & NGI_SHAPE_WORD) != 0)
            continue;
        mark_kind kind = double_kind(f, i, i == at.begin);
        if (kind == MARK_OPEN) {
            f->open[f->open_count++] = i;
            any = true;
        } else if (kind == MARK_CLOSE && f->open_count > 0) {
            f->mate[f->open[--f->open_count]] = i + 1;
        } else if (kind == MARK_CLOSE && !any && f->carried && !is_measure(p, i)) {
            f->mate[at.begin] = i + 1; /* the paragraph goes on without a mark of its own */
            any = true;
        }
    }
}

/* Gives the marks left open their ends: where the next one opens, or the paragraph's end. */
static void end_open(finder *f, ngi_stretch at)
{
    uint32_t end = at.end;
    for (uint32_t k = f->open_count; k-- > 0;) {
        uint32_t next = end;
        for (uint32_t i = f->open[k] + 1; i < end; i++)
            if (f->mate[i] != 0) {
                next = i;
                break;
            }
        f->mate[f->open[k]] = next;
        f->unclosed[f->open[k]] = true;
        end = f->open[k];
    }
    f->carried = f->open_count > 0;
}

static bool opens_single(const ngi_prose *p, uint32_t i, uint32_t c)
{
    if (c == 0x2019 || c == 0x203A || i + 1 >= p->token_count || gap_after(p, i))
        return false;
    uint8_t next = p->tokens[i + 1].shape;
    bool bracket = i > 0 && (ngi_token_is(p, i - 1, '(') || ngi_token_is(p, i - 1, '[') ||
                             ngi_token_is(p, i - 1, '-'));
    return (gap_before(p, i) || bracket) && (next & NGI_SHAPE_WORD) != 0;
}

/* Closes at the edge of a word; behind a plural's s only with a mark of the sentence before. */
static bool closes_single(const ngi_prose *p, uint32_t i, uint32_t c)
{
    bool edge = gap_after(p, i) || (p->tokens[i + 1].shape & NGI_SHAPE_WORD) == 0;
    return c != 0x2018 && c != 0x201A && c != 0x2039 && !gap_before(p, i) && edge;
}

/* Single marks outside of double ones. A mark opens only where a later one closes, so the
 * paragraph is gone through from its end. */
static void pair_single(finder *f, ngi_stretch at)
{
    ngi_prose *p = f->prose;
    uint32_t close = 0; /* the nearest closing mark behind */
    uint32_t *closes = f->open; /* by place in the paragraph; the stack is free now */
    for (uint32_t i = at.end; i-- > at.begin;) {
        uint32_t c = (p->tokens[i].shape & NGI_SHAPE_WORD) != 0 ? 0 : only_character(p, i);
        if (f->mate[i] != 0)
            close = 0; /* not across a double quotation */
        closes[i - at.begin] = close;
        if (is_single(c) && closes_single(p, i, c))
            close = i;
    }
    for (uint32_t i = at.begin; i < at.end; i++) {
        if (f->mate[i] != 0) {
            i = f->mate[i] - 1;
            continue;
        }
        uint32_t c = (p->tokens[i].shape & NGI_SHAPE_WORD) != 0 ? 0 : only_character(p, i);
        uint32_t end = closes[i - at.begin];
        if (is_single(c) && end > i + 1 && opens_single(p, i, c)) {
            f->mate[i] = end + 1;
            i = end;
        }
    }
}

static bool is_any_mark(const ngi_prose *p, uint32_t i)
{
    static const uint32_t closing[] = {'"', 0x201D, 0x201C, 0xAB, 0xBB, 0x300D, 0x300F};
    uint32_t c = (p->tokens[i].shape & NGI_SHAPE_WORD) != 0 ? 0 : only_character(p, i);
    for (size_t k = 0; k < NGI_COUNT(closing); k++)
        if (c == closing[k])
            return true;
    return is_single(c);
}

static void put_quote(finder *f, uint32_t begin, uint32_t end)
{
    ngi_prose *p = f->prose;
    if (!ngi_arena_grow(f->arena, &p->quotes, &f->quote_room, (size_t)p->quote_count + 1,
                        sizeof *p->quotes)) {
        f->failed = true;
        return;
    }
    for (uint32_t i = begin; i < end; i++) {
        p->tokens[i].quote = (int32_t)p->quote_count;
        p->tokens[i].quote_state = NGI_QUOTE_INSIDE;
    }
    if (is_any_mark(p, begin) || only_character(p, begin) == 0x201E)
        p->tokens[begin].quote_state = NGI_QUOTE_OPEN;
    p->quotes[p->quote_count++] = (ngi_stretch){begin, end};
}

/* Outermost stretches become quotations; marks inside are part of them. */
static void put_quotes(finder *f, ngi_stretch at)
{
    ngi_prose *p = f->prose;
    for (uint32_t i = at.begin; i < at.end && !f->failed; i++) {
        uint32_t end = f->mate[i];
        if (end == 0)
            continue;
        put_quote(f, i, end);
        if (!f->unclosed[i] && end - 1 > i)
            p->tokens[end - 1].quote_state = NGI_QUOTE_CLOSE;
        i = end - 1;
    }
}

bool ngi_quotes_make(ngi_arena *arena, ngi_tongue tongue, ngi_prose *prose)
{
    finder f = {.arena = arena, .prose = prose, .tongue = tongue};
    f.open = ngi_arena_alloc(arena, prose->token_count, sizeof *f.open);
    f.mate = ngi_arena_zero(arena, prose->token_count, sizeof *f.mate);
    f.unclosed = ngi_arena_zero(arena, prose->token_count, sizeof *f.unclosed);
    if (prose->token_count != 0 && (f.unclosed == NULL || f.open == NULL || f.mate == NULL))
        return false;
    for (uint32_t k = 0; k < prose->paragraph_count && !f.failed; k++) {
        ngi_stretch at = prose->paragraphs[k];
        pair_double(&f, at);
        end_open(&f, at);
        pair_single(&f, at);
        put_quotes(&f, at);
    }
    return !f.failed;
}
