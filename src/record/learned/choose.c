/* SPDX-License-Identifier: Apache-2.0 */
/* Which candidates are kept: the best first, each without the words that a better one has, and
 * not at all where that is more than half of its content or its anchor is in a cue already.
 *
 * Then content that roles.c is sure of and nobody claims: next to a kept content, in the same
 * sentence or quotation, it is added to that; else, if it is quoted, it stands for itself, with
 * the source that its paragraph shows, if any. */
#include "record/learned/candidates.h"

#include <stdlib.h>

enum { FILL_LEAST = 4, ALONE_LEAST = 8 };

typedef struct table {
    const ngi_reading *r;
    const ngi_choice *how;
    int32_t *content; /* by token: the kept candidate that has it as content, or -1 */
    int32_t *cue;
    ngi_candidates *kept;
} table;

typedef struct ranked {
    float worth;
    uint32_t index;
} ranked;

static int by_worth(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->worth != y->worth)
        return x->worth < y->worth ? 1 : -1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* Tokens of the content that no one has, as pieces. */
static void without_taken(const table *t, ngi_candidate *c)
{
    ngi_candidate left = *c;
    left.pieces = left.words = 0;
    for (uint32_t k = 0; k < c->pieces; k++)
        for (uint32_t i = c->content[k].begin; i < c->content[k].end; i++) {
            if (t->content[i] >= 0)
                continue;
            bool goes_on = left.pieces > 0 && left.content[left.pieces - 1].end == i;
            if (!goes_on && left.pieces == NGI_PIECES_MAX)
                continue;
            if (!goes_on)
                left.content[left.pieces++].begin = i;
            left.content[left.pieces - 1].end = i + 1;
            left.words++;
        }
    *c = left;
}

static void trim_cue(const table *t, ngi_candidate *c)
{
    while (c->cue.begin < c->anchor &&
           (t->cue[c->cue.begin] >= 0 || t->content[c->cue.begin] >= 0))
        c->cue.begin++;
    while (c->cue.end > c->anchor + 1 &&
           (t->cue[c->cue.end - 1] >= 0 || t->content[c->cue.end - 1] >= 0))
        c->cue.end--;
}

static void keep(table *t, const ngi_candidate *candidate)
{
    ngi_candidate c = *candidate;
    if (c.words == 0 || t->cue[c.anchor] >= 0)
        return;
    without_taken(t, &c);
    if (2 * c.words < candidate->words)
        return;
    trim_cue(t, &c);
    int32_t number = (int32_t)t->kept->count;
    for (uint32_t k = 0; k < c.pieces; k++)
        for (uint32_t i = c.content[k].begin; i < c.content[k].end; i++)
            t->content[i] = number;
    for (uint32_t i = c.cue.begin; i < c.cue.end; i++)
        t->cue[i] = number;
    t->kept->items[t->kept->count++] = c;
}

/* ---- what nobody claims ---- */

static bool belongs(const table *t, uint32_t i, uint32_t other)
{
    const ngi_token *a = &t->r->prose->tokens[i], *b = &t->r->prose->tokens[other];
    return a->sentence == b->sentence || (a->quote >= 0 && a->quote == b->quote) ||
           (a->paragraph == b->paragraph && a->quote >= 0 && b->quote >= 0);
}

/* The kept candidate whose content lies next to token i, in steps of one; or -1. */
static int32_t next_to(const table *t, int64_t from, int step, uint32_t i)
{
    for (int k = 0; k < 4 && from >= 0 && from < t->r->prose->token_count; k++, from += step) {
        if (t->content[from] >= 0)
            return belongs(t, i, (uint32_t)from) ? t->content[from] : -1;
        if (t->cue[from] >= 0 || ngi_is_word_token(t->r->prose, (uint32_t)from))
            return -1;
    }
    return -1;
}

/* Puts a stretch among the pieces, in order; joins what touches. */
static bool add_piece(ngi_candidate *c, ngi_stretch s)
{
    uint32_t k = c->pieces;
    for (uint32_t j = 0; j < c->pieces; j++) {
        if (c->content[j].end == s.begin) {
            c->content[j].end = s.end;
            c->words += s.end - s.begin;
            return true;
        }
        if (c->content[j].begin == s.end) {
            c->content[j].begin = s.begin;
            c->words += s.end - s.begin;
            return true;
        }
    }
    if (c->pieces == NGI_PIECES_MAX)
        return false;
    for (; k > 0 && c->content[k - 1].begin > s.begin; k--)
        c->content[k] = c->content[k - 1];
    c->content[k] = s;
    c->pieces++;
    c->words += s.end - s.begin;
    return true;
}

/* The run of source words that its paragraph shows and no candidate has. */
static ngi_stretch free_source(const table *t, ngi_stretch s)
{
    const ngi_reading *r = t->r;
    ngi_stretch best = {0, 0}, p = r->prose->paragraphs[r->prose->tokens[s.begin].paragraph];
    float most = 0;
    uint32_t from = s.begin - p.begin > 60 ? s.begin - 60 : p.begin;
    uint32_t to = p.end - s.end > 60 ? s.end + 60 : p.end;
    for (uint32_t i = from; i < to;) {
        uint32_t begin = i;
        float sum = 0;
        for (; i < to && r->roles[i][NGI_ROLE_SOURCE] > 0.4f && t->content[i] < 0 && t->cue[i] < 0;
             i++)
            sum += r->roles[i][NGI_ROLE_SOURCE];
        if (sum > most) {
            most = sum;
            best = (ngi_stretch){begin, i};
        }
        i += i == begin;
    }
    return best;
}

static void fill_one(table *t, ngi_stretch s)
{
    int32_t at = next_to(t, (int64_t)s.begin - 1, -1, s.begin);
    if (at < 0)
        at = next_to(t, s.end, 1, s.begin);
    bool quoted = false;
    for (uint32_t i = s.begin; i < s.end; i++)
        quoted |= t->r->words[i].quote != NGI_QUOTE_OUT;
    if (at >= 0) {
        if (!add_piece(&t->kept->items[at], s))
            return;
    } else if (t->how->fill_alone && quoted && s.end - s.begin >= ALONE_LEAST) {
        at = (int32_t)t->kept->count;
        ngi_candidate c = {.anchor = s.begin, .pieces = 1, .content = {s}};
        c.words = s.end - s.begin;
        c.source = free_source(t, s);
        t->kept->items[t->kept->count++] = c;
    }
    for (uint32_t i = s.begin; at >= 0 && i < s.end; i++)
        t->content[i] = at;
}

static bool is_free(const table *t, uint32_t i)
{
    return t->content[i] < 0 && t->cue[i] < 0 &&
           t->r->roles[i][NGI_ROLE_CONTENT] >= t->how->fill;
}

static void fill(table *t)
{
    const ngi_prose *p = t->r->prose;
    for (uint32_t i = 0; i < p->token_count;) {
        uint32_t begin = i;
        for (; i < p->token_count && is_free(t, i) &&
               p->tokens[i].paragraph == p->tokens[begin].paragraph; i++)
            continue;
        if (i - begin >= FILL_LEAST)
            fill_one(t, (ngi_stretch){begin, i});
        i += i == begin;
    }
}

bool ngi_candidates_choose(ngi_arena *arena, const ngi_reading *r, const ngi_candidates *all,
                           const ngi_choice *how, ngi_candidates *kept)
{
    size_t n = r->prose->token_count, room = all->count + n / ALONE_LEAST + 1;
    table t = {.r = r, .how = how, .kept = kept};
    ranked *order = ngi_arena_alloc(arena, all->count, sizeof *order);
    t.content = ngi_arena_alloc(arena, n, sizeof *t.content);
    t.cue = ngi_arena_alloc(arena, n, sizeof *t.cue);
    *kept = (ngi_candidates){ngi_arena_alloc(arena, room, sizeof *kept->items), 0};
    if (arena->failed)
        return false;
    memset(t.content, 0xFF, n * sizeof *t.content);
    memset(t.cue, 0xFF, n * sizeof *t.cue);
    for (uint32_t i = 0; i < all->count; i++)
        order[i] = (ranked){all->items[i].worth, i};
    qsort(order, all->count, sizeof *order, by_worth);
    for (uint32_t k = 0; k < all->count && order[k].worth >= how->cut; k++)
        keep(&t, &all->items[order[k].index]);
    if (how->fill < 1)
        fill(&t);
    return true;
}
