/* SPDX-License-Identifier: Apache-2.0 */
/* Attributions from a text: the learned steps one after the other, and their spans as bytes.
 *
 * Anchors, roles, links, worth, choice; see their files. The fast way goes without syntax and
 * looks at fewer anchors. */
#include "record/learned/candidates.h"

#include <stdlib.h>

/* A stretch without marks at its ends that belong to no span: the corpus leaves the comma
 * and the full stop behind a content outside. */
static ngi_extent extent_of(const ngi_prose *p, ngi_stretch s)
{
    return (ngi_extent){p->tokens[s.begin].begin, p->tokens[s.end - 1].end};
}

/* Stretches as bytes, cut where paragraphs end. */
static bool put_extents(ngi_arena *arena, const ngi_prose *p, const ngi_stretch *s, uint32_t count,
                        ngi_extents *out)
{
    size_t room = 0;
    *out = (ngi_extents){0};
    for (uint32_t k = 0; k < count; k++)
        for (uint32_t begin = s[k].begin; begin < s[k].end;) {
            uint32_t end = p->paragraphs[p->tokens[begin].paragraph].end;
            end = end < s[k].end ? end : s[k].end;
            if (!ngi_arena_grow(arena, &out->items, &room, (size_t)out->count + 1,
                                sizeof *out->items))
                return false;
            out->items[out->count++] = extent_of(p, (ngi_stretch){begin, end});
            begin = end;
        }
    return true;
}

static uint8_t form_of(const ngi_reading *r, const ngi_candidate *c)
{
    uint32_t inside = 0, outside = 0;
    for (uint32_t k = 0; k < c->pieces; k++)
        for (uint32_t i = c->content[k].begin; i < c->content[k].end; i++) {
            bool word = ngi_is_word_token(r->prose, i);
            inside += word && r->words[i].quote != NGI_QUOTE_OUT;
            outside += word && r->words[i].quote == NGI_QUOTE_OUT;
        }
    return inside == 0 ? NGI_FORM_INDIRECT : outside == 0 ? NGI_FORM_DIRECT : NGI_FORM_MIXED;
}

static uint32_t first_token(const ngi_candidate *c)
{
    uint32_t first = c->pieces > 0 ? c->content[0].begin : c->anchor;
    if (c->cue.end > c->cue.begin && c->cue.begin < first)
        first = c->cue.begin;
    if (c->source.end > c->source.begin && c->source.begin < first)
        first = c->source.begin;
    return first;
}

static int by_place(const void *a, const void *b)
{
    const ngi_candidate *x = a, *y = b;
    uint32_t p = first_token(x), q = first_token(y);
    if (p != q)
        return p < q ? -1 : 1;
    return x->anchor < y->anchor ? -1 : x->anchor > y->anchor;
}

static bool put_attribution(ngi_arena *arena, const ngi_reading *r, const ngi_candidate *c,
                            ngi_attribution *out)
{
    *out = (ngi_attribution){.parent = NGI_NO_PARENT, .form = form_of(r, c)};
    out->confidence = ngi_chance_of(&r->model->table[NGI_TABLE_CHANCES], c->worth);
    return put_extents(arena, r->prose, &c->source, c->source.end > c->source.begin,
                       &out->source) &&
           put_extents(arena, r->prose, &c->cue, c->cue.end > c->cue.begin, &out->cue) &&
           put_extents(arena, r->prose, c->content, c->pieces, &out->content);
}

bool ngi_attributions_by(ngi_arena *arena, const ngi_model *model, const ngi_prose *prose,
                         const ngi_syntax *syntax, bool fast, const ngi_choice *how,
                         ngi_attribution **out, uint32_t *count)
{
    ngi_reading r;
    ngi_candidates all, kept;
    *out = NULL;
    *count = 0;
    if (!ngi_reading_make(arena, model, prose, syntax, fast, &r))
        return false;
    ngi_anchors_find(&r);
    if (ngi_arena_is_up(arena)) /* these steps take no memory: none of them looks at the clock */
        return false;
    ngi_roles_find(&r);
    if (ngi_arena_is_up(arena) ||
        !ngi_candidates_find(arena, &r, fast ? NGI_ANCHOR_LEAST_FAST : NGI_ANCHOR_LEAST, &all))
        return false;
    ngi_worth_find(&r, &all);
    if (ngi_arena_is_up(arena) || !ngi_candidates_choose(arena, &r, &all, how, &kept))
        return false;
    qsort(kept.items, kept.count, sizeof *kept.items, by_place);
    *out = NGI_NEW_ARRAY(arena, ngi_attribution, kept.count);
    for (uint32_t i = 0; i < kept.count && !arena->failed; i++)
        if (put_attribution(arena, &r, &kept.items[i], &(*out)[*count]))
            ++*count;
    if (arena->failed)
        *count = 0;
    return !arena->failed;
}

bool ngi_attributions_learned(ngi_arena *arena, const ngi_prose *prose, const ngi_syntax *syntax,
                              bool fast, const ngi_model *model, ngi_attribution **out,
                              uint32_t *count)
{
    ngi_model builtin;
    if (model == NULL)
        ngi_model_builtin(&builtin);
    model = model != NULL ? model : &builtin;
    const ngi_choice how = {.cut = model->table[NGI_TABLE_CHANCES].scale,
                            .fill = 0.75f, .fill_alone = true};
    return ngi_attributions_by(arena, model, prose, syntax, fast, &how, out, count);
}
