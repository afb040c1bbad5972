/* SPDX-License-Identifier: Apache-2.0 */
/* Texts that very many stories have, to the letter: the first few stand for all in the comparing, so
 * that a flood of one text costs no more than its reading. The others are given what was found of
 * the first. */
#include "base/map.h"
#include "provenance/answer.h"

#include <stdlib.h>

enum { COMPARED = 16 }; /* stories of one text that are compared with others */

typedef struct echo {
    uint64_t text;
    uint32_t story;
} echo;

static int by_text(const void *left, const void *right)
{
    const echo *a = left, *b = right;
    if (a->text != b->text)
        return a->text < b->text ? -1 : 1;
    return a->story < b->story ? -1 : a->story > b->story;
}

bool ngi_answer_find_echoes(ngi_answer *a)
{
    echo *all = malloc((a->count + 1) * sizeof(*all));
    a->echo_of = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(uint32_t));
    bool ok = all != NULL && a->echo_of != NULL;
    for (uint32_t i = 0; ok && i < a->count; i++) {
        all[i] = (echo){ngi_hash(ngi_shelved_string(a->stories[i], NGI_SHELF_BODY)), i};
        a->echo_of[i] = UINT32_MAX;
    }
    if (ok && a->count > 1)
        qsort(all, a->count, sizeof(*all), by_text);
    for (uint32_t i = 0, end; ok && i < a->count; i = end) {
        for (end = i + 1; end < a->count && all[end].text == all[i].text; end++)
            if (end - i >= COMPARED)
                a->echo_of[all[end].story] = all[i].story;
    }
    free(all);
    return ok;
}

/* A pair in which a story stands in the place of the one that it echoes. */
static bool copy_pair(ngi_answer *a, const ngi_pair *of, uint32_t first, uint32_t story,
                      uint32_t *index)
{
    uint32_t other = ngi_pair_other(of, first), n = of->passage_count;
    unsigned side = ngi_pair_side(of, first);
    ngi_pair pair = *of;
    if (!ngi_arena_grow(&a->arena, &a->pairs, &a->pair_room, a->pair_count + 1, sizeof(pair)) ||
        !ngi_arena_grow(&a->arena, &a->passages, &a->passage_room, a->passage_count + n,
                        sizeof(ngi_passage)))
        return false;
    bool turn = (story > other) != (side == 1); /* the lower rank is side 0 */
    pair.story[story > other] = story;
    pair.story[story < other] = other;
    if (turn) {
        pair.covered[0] = of->covered[1];
        pair.covered[1] = of->covered[0];
    }
    pair.passage = (uint32_t)a->passage_count;
    for (uint32_t i = 0; i < n; i++) {
        ngi_passage q = a->passages[of->passage + i];
        a->passages[a->passage_count++] = turn ? ngi_passage_turned(&q) : q;
    }
    *index = a->pair_count;
    a->pairs[a->pair_count++] = pair;
    return true;
}

/* The passage that is a story's whole text. */
static bool whole_passage(const ngi_shelved *story, ngi_passage *out)
{
    ngi_word_row row = {0};
    bool ok = ngi_word_row_cut(&row, ngi_shelved_string(story, NGI_SHELF_BODY));
    *out = (ngi_passage){.from_end = row.count, .to_end = row.count, .same = row.count};
    if (ok && row.count > 0)
        out->place_from = out->place_to =
            (ngi_extent){row.items[0].begin, row.items[row.count - 1].end};
    ngi_word_row_free(&row);
    return ok;
}

/* The pair of a story with one of the same text, its whole length one passage. */
static bool whole_pair(ngi_answer *a, uint32_t first, uint32_t story, uint32_t *index)
{
    uint32_t words = a->stories[first]->words;
    if (!ngi_arena_grow(&a->arena, &a->pairs, &a->pair_room, a->pair_count + 1, sizeof(ngi_pair)) ||
        !ngi_arena_grow(&a->arena, &a->passages, &a->passage_room, a->passage_count + 1,
                        sizeof(ngi_passage)) ||
        !whole_passage(a->stories[first], &a->passages[a->passage_count]))
        return false;
    *index = a->pair_count;
    a->pairs[a->pair_count++] = (ngi_pair){.story = {first, story},
                                           .covered = {words, words},
                                           .strength = {1, 1},
                                           .passage = (uint32_t)a->passage_count,
                                           .passage_count = words > 0,
                                           .same = words,
                                           .linked = true};
    a->passage_count++;
    return true;
}

static bool follow(ngi_answer *a, uint32_t story, uint32_t first)
{
    const ngi_verdict *f = &a->verdicts[first];
    ngi_verdict *v = &a->verdicts[story];
    *v = *f;
    v->also = UINT32_MAX;
    if (a->stories[first]->words == 0) {
        v->copy_of = UINT32_MAX; /* nothing was copied */
        v->group = v->event = v->first_seen = story;
        return true;
    }
    if (f->copy_of != UINT32_MAX && f->copy_of != story) {
        ngi_pair of = a->pairs[f->pair]; /* growing moves them */
        return copy_pair(a, &of, first, story, &v->pair);
    }
    v->copy_of = first;
    v->kind = NGI_COPY_VERBATIM;
    v->share = 1;
    v->why = ngi_before(a->stories[first], a->stories[story]) > 0 ? NGI_WHY_EARLIEST : 0;
    if (v->why == 0) {
        v->copy_of = UINT32_MAX;
        v->why = NGI_WHY_NOT_TOLD;
        return true;
    }
    return whole_pair(a, first, story, &v->pair);
}

bool ngi_answer_echoes(ngi_answer *a)
{
    for (uint32_t i = 0; i < a->count; i++)
        if (a->echo_of[i] != UINT32_MAX && !follow(a, i, a->echo_of[i]))
            return false;
    return true;
}
