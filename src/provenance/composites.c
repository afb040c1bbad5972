/* SPDX-License-Identifier: Apache-2.0 */
/* Stories that are put together of others which have nothing to do with each other: two merged
 * into one, or a roundup with a little of many. They must not tie their sources together. */
#include "provenance/answer.h"

#include <stdlib.h>

enum {
    SOURCES = 8, /* that are looked at: the largest */
    LEAST_PASSAGE = 8,
    LEAST_WORDS = 20,    /* of a source */
    MOST_PASSAGES = 256, /* of a pair that are held against those of another */
};
static const float LEAST_SHARE = 0.08f, OVERLAP = 0.3f, UNRELATED = 0.2f;
static const float TWIN = 0.8f;  /* share of both above which they are the same composite */
static const float WHOLE = 0.6f; /* share of a source that stands in a merged story, at least */
static const float MERGED_SHARE = 0.15f, ROUNDUP_SHARE = 0.1f, ROUNDUP_MOST = 0.55f;
static const float MERGED_OF_TWO =
    0.75f; /* share of two sources above which a third is by the way */

typedef struct source {
    const ngi_pair *pair;
    uint32_t story, words;
} source;

static int by_words(const void *left, const void *right)
{
    const source *a = left, *b = right;
    return a->words != b->words ? (a->words > b->words ? -1 : 1)
                                : (a->story > b->story) - (a->story < b->story);
}

static void side_of(const ngi_passage *q, unsigned side, uint32_t *begin, uint32_t *end)
{
    *begin = side == 0 ? q->from : q->to;
    *end = side == 0 ? q->from_end : q->to_end;
}

/* Words of the story's long passages in a pair. */
static uint32_t long_words(const ngi_answer *a, const ngi_pair *p, uint32_t story)
{
    uint32_t sum = 0, begin, end;
    for (uint32_t k = 0; k < p->passage_count; k++) {
        const ngi_passage *q = &a->passages[p->passage + k];
        side_of(q, ngi_pair_side(p, story), &begin, &end);
        sum += q->same >= LEAST_PASSAGE ? end - begin : 0;
    }
    return sum;
}

/* Words of a story that lie in the passages of two pairs. */
static uint32_t shared_words(const ngi_answer *a, const ngi_pair *x, const ngi_pair *y,
                             uint32_t story)
{
    uint32_t sum = 0, b1, e1, b2, e2;
    for (uint32_t i = 0; i < x->passage_count && i < MOST_PASSAGES; i++) {
        side_of(&a->passages[x->passage + i], ngi_pair_side(x, story), &b1, &e1);
        for (uint32_t k = 0; k < y->passage_count && k < MOST_PASSAGES; k++) {
            side_of(&a->passages[y->passage + k], ngi_pair_side(y, story), &b2, &e2);
            uint32_t begin = b1 > b2 ? b1 : b2, end = e1 < e2 ? e1 : e2;
            sum += end > begin ? end - begin : 0;
        }
    }
    return sum;
}

/* Whether a source has nothing to do with those found before. */
static bool is_apart(const ngi_answer *a, const source *s, const source *found, uint32_t count,
                     uint32_t story)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t fewer = s->words < found[i].words ? s->words : found[i].words;
        if ((float)shared_words(a, s->pair, found[i].pair, story) > OVERLAP * (float)fewer ||
            ngi_pair_strength(ngi_pair_of(a, s->story, found[i].story)) >= UNRELATED)
            return false;
    }
    return true;
}

/* The sources of a story that have nothing to do with each other, the largest first. */
static uint32_t find_sources(const ngi_answer *a, uint32_t story, source *room, source *out)
{
    uint32_t n = 0, found = 0, words = a->stories[story]->words;
    for (uint32_t i = a->partner_starts[story]; i < a->partner_starts[story + 1]; i++) {
        const ngi_pair *p = &a->pairs[a->partners[i]];
        source s = {p, ngi_pair_other(p, story), long_words(a, p, story)};
        bool twin = ngi_pair_share(a, p, story) > TWIN && ngi_pair_share(a, p, s.story) > TWIN;
        if (!twin && ngi_pair_strength(p) > 0 && s.words >= LEAST_WORDS &&
            (float)s.words >= LEAST_SHARE * (float)words)
            room[n++] = s;
    }
    if (n > 1)
        qsort(room, n, sizeof(*room), by_words);
    for (uint32_t i = 0; i < n && found < SOURCES; i++)
        if (is_apart(a, &room[i], out, found, story))
            out[found++] = room[i];
    return found;
}

/* Roundups have the beginnings of their sources, merged stories most of each. */
static bool are_whole(const ngi_answer *a, const source *s, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (ngi_pair_share(a, s[i].pair, s[i].story) < WHOLE)
            return false;
    return true;
}

static uint8_t judge(const ngi_answer *a, const source *s, uint32_t count, float words)
{
    bool of_two = count >= 2 && (float)(s[0].words + s[1].words) > MERGED_OF_TWO * words;
    if (count >= 3 && !of_two && (float)s[0].words < ROUNDUP_MOST * words &&
        (float)s[2].words >= ROUNDUP_SHARE * words && !are_whole(a, s, count))
        return NGI_ROUNDUP;
    if (count >= 2 && (float)s[1].words >= MERGED_SHARE * words)
        return NGI_MERGED;
    return NGI_WHOLE;
}

bool ngi_answer_composites(ngi_answer *a)
{
    source found[SOURCES];
    uint32_t most = 1;
    for (uint32_t i = 0; i < a->count; i++)
        if (a->partner_starts[i + 1] - a->partner_starts[i] > most)
            most = a->partner_starts[i + 1] - a->partner_starts[i];
    source *room = ngi_arena_alloc(&a->arena, most, sizeof(*room));
    if (room == NULL)
        return false;
    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t count = find_sources(a, i, room, found);
        a->composite[i] = judge(a, found, count, (float)a->stories[i]->words);
        if (a->composite[i] == NGI_MERGED)
            a->verdicts[i].also = found[1].story;
    }
    /* A roundup is a copy of another roundup only, nearly whole. */
    for (uint32_t i = 0; i < a->pair_count; i++) {
        ngi_pair *p = &a->pairs[i];
        if ((a->composite[p->story[0]] == NGI_ROUNDUP ||
             a->composite[p->story[1]] == NGI_ROUNDUP) &&
            (ngi_pair_share(a, p, p->story[0]) < 0.7f || ngi_pair_share(a, p, p->story[1]) < 0.7f))
            p->linked = false;
    }
    return true;
}
