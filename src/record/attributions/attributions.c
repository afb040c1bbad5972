/* SPDX-License-Identifier: Apache-2.0 */
/* The steps to a story's attributions: each field by itself, then as one list. */
#include "record/attributions/attributions.h"

typedef struct list {
    ngi_attribution *items;
    ngi_draft *drafts;
    uint32_t count;
} list;

static bool make_field(ngi_arena *arena, const ngi_story_words *words, uint8_t in, bool fast,
                       list *out)
{
    const ngi_prose *prose = &words->prose[in];
    ngi_work w = {.arena = arena,
                  .prose = prose,
                  .syntax = words->tagged ? &words->syntax[in] : NULL,
                  .bits = words->bits[in],
                  .in = in};
    ngi_attribution *learned = NULL;
    uint32_t count = 0;
    *out = (list){0};
    if (prose->token_count == 0)
        return true;
    if (words->tagged && !ngi_attributions_learned(arena, prose, w.syntax, fast, words->model, &learned, &count))
        return false;
    ngi_find_silences(&w);
    ngi_find_sayings(&w);
    ngi_find_layouts(&w);
    if (in == NGI_FIELD_HEADLINE)
        ngi_find_in_headline(&w);
    ngi_merge(&w, learned, count);
    ngi_find_carried(&w);
    if (!ngi_finish(&w, &out->items, &out->count))
        return false;
    out->drafts = w.drafts;
    return true;
}

bool ngi_attributions_make(ngi_arena *arena, const ngi_story_words *words, bool fast,
                           ngi_attribution **out, ngi_draft **drafts, uint32_t *count)
{
    static const uint8_t order[NGI_FIELD_COUNT] = {NGI_FIELD_HEADLINE, NGI_FIELD_DESCRIPTION,
                                                   NGI_FIELD_BODY};
    list lists[NGI_FIELD_COUNT];
    *count = 0;
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++) {
        if (!make_field(arena, words, order[i], fast, &lists[i]))
            return false;
        for (uint32_t k = 0; k < lists[i].count; k++)
            if (lists[i].items[k].parent != NGI_NO_PARENT)
                lists[i].items[k].parent += *count;
        *count += lists[i].count;
    }
    *out = NGI_NEW_ARRAY(arena, ngi_attribution, *count + 1);
    *drafts = NGI_NEW_ARRAY(arena, ngi_draft, *count + 1);
    if (*out == NULL || *drafts == NULL)
        return false;
    uint32_t at = 0;
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++) {
        if (lists[i].count == 0)
            continue;
        memcpy(*out + at, lists[i].items, lists[i].count * sizeof(**out));
        memcpy(*drafts + at, lists[i].drafts, lists[i].count * sizeof(**drafts));
        at += lists[i].count;
    }
    return true;
}
