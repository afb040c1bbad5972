/* SPDX-License-Identifier: Apache-2.0 */
/* Stories that are about the same: cosine of their terms, each weighed by the square of how rare
 * it is among all stories (Salton & Buckley 1988), fading with the days between them.
 *
 * Partners are looked for by each story's weightiest terms, among the stories just before it in
 * time: a term of which news is full leads to its neighbours, not through all stories. */
#include "provenance/answer.h"
#include "provenance/common.h"
#include "provenance/lists.h"

#include <math.h>
#include <stdlib.h>

enum {
    ASKED = 24,    /* terms of a story that partners are looked for by */
    BEFORE = 96,   /* stories of a term that are looked at: the nearest before */
    PARTNERS = 64, /* of these, those that are compared in full: the likeliest */
};
static const float PROMISING = 0.025f; /* likeness by the terms asked, to be compared in full */
static const float LEAST = 0.04f;      /* likeness of a tie that is kept */
static const double FADE_DAYS = 14;    /* behind which likeness counts half */
static const int64_t OLD_DAYS = 120;   /* behind which likeness is too little to tie */
static const double KNOWN = 20;        /* stories that stand for all news */

typedef struct tying {
    ngi_answer *answer;
    uint32_t *terms, *offsets; /* of all stories */
    float *values;             /* of each term in its story; 0 where no other has it */
    ngi_lists lists;
    float *listed;    /* the values of a list's stories */
    float *laid_out;  /* by list: the values of the story in hand */
    uint32_t *cursor; /* of each list: stories that have gone by */
    uint32_t *since;  /* of each list: the first of its stories that is not too old */
    int64_t *middles; /* of each story: the sum of its first and last moment; NGI_NO_MOMENT */
    uint32_t oldest;  /* story that is near enough in time to the one in hand */
    float *sums;      /* by story */
    uint32_t *touched, touched_count;
} tying;

static bool gather(tying *t)
{
    ngi_answer *a = t->answer;
    size_t all = 0;
    t->offsets = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(uint32_t));
    for (uint32_t i = 0; i < a->count; i++)
        all += a->echo_of[i] == UINT32_MAX ? a->stories[i]->term_count : 0;
    if (all >= UINT32_MAX)
        return !(a->arena.failed = true);
    t->terms = ngi_arena_alloc(&a->arena, all + 1, sizeof(uint32_t));
    t->values = ngi_arena_alloc(&a->arena, all + 1, sizeof(float));
    t->sums = NGI_NEW_ARRAY(&a->arena, float, a->count + 1);
    t->touched = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(uint32_t));
    t->middles = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(int64_t));
    if (a->arena.failed)
        return false;
    uint32_t filled = 0;
    for (uint32_t i = 0; i < a->count; i++) {
        const ngi_shelved *k = a->stories[i];
        t->middles[i] = ngi_shelved_dated(k) ? k->first + k->last : NGI_NO_MOMENT;
        t->offsets[i] = filled;
        if (k->term_count == 0 || a->echo_of[i] != UINT32_MAX)
            continue;
        memcpy(t->terms + filled, ngi_shelved_terms(k), k->term_count * sizeof(uint32_t));
        filled += k->term_count;
    }
    t->offsets[a->count] = filled;
    return ngi_lists_make(&a->arena, t->terms, t->offsets, a->count, 8, &t->lists);
}

static int by_term(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left >> 8, b = *(const uint32_t *)right >> 8;
    return a < b ? -1 : a > b;
}

/* How rare a term is: among these stories, and among KNOWN others which they are joined with, so
 * that a few stories do not seem to be about what all news says. */
static double rarity(const tying *t, uint32_t term, uint32_t stories)
{
    const uint32_t *common =
        bsearch(&term, ngi_common_terms, ngi_common_terms_count, sizeof(uint32_t), by_term);
    double known = common == NULL ? 0 : KNOWN * (*common & 0xFF) / 255.0;
    return log((t->answer->count + KNOWN + 1) / (stories + known));
}

/* Weights to values: vectors of length 1. */
static bool weigh(tying *t)
{
    ngi_answer *a = t->answer;
    float *rare = NGI_NEW_ARRAY(&a->arena, float, t->lists.count + 1);
    for (uint32_t s = 0; rare != NULL && s < a->count; s++) {
        double squares = 0;
        for (uint32_t i = t->offsets[s]; i < t->offsets[s + 1]; i++) {
            uint32_t list = t->lists.list_of[i];
            /* A term that no other story has ties to none, but is what the story is about. */
            float lone = list != UINT32_MAX ? 0 : (float)rarity(t, t->terms[i], 1);
            if (list != UINT32_MAX && rare[list] == 0)
                rare[list] = (float)rarity(t, t->terms[i],
                                           t->lists.starts[list + 1] - t->lists.starts[list]);
            float r = list == UINT32_MAX ? lone : rare[list];
            t->values[i] = (float)(t->terms[i] & 0xFF) * r * r;
            squares += (double)t->values[i] * (double)t->values[i];
        }
        float length = squares > 0 ? (float)sqrt(squares) : 1;
        for (uint32_t i = t->offsets[s]; i < t->offsets[s + 1]; i++)
            t->values[i] /= length;
    }
    return rare != NULL;
}

/* The values again, by list. */
static bool list_values(tying *t)
{
    ngi_answer *a = t->answer;
    uint32_t lists = t->lists.count, all = t->lists.starts[lists];
    t->cursor = NGI_NEW_ARRAY(&a->arena, uint32_t, lists + 1);
    t->since = NGI_NEW_ARRAY(&a->arena, uint32_t, lists + 1);
    t->listed = ngi_arena_alloc(&a->arena, all + 1, sizeof(float));
    t->laid_out = NGI_NEW_ARRAY(&a->arena, float, lists + 1);
    if (a->arena.failed)
        return false;
    for (uint32_t i = 0; i < t->offsets[a->count]; i++) {
        uint32_t list = t->lists.list_of[i];
        if (list != UINT32_MAX)
            t->listed[t->lists.starts[list] + t->cursor[list]++] = t->values[i];
    }
    memset(t->cursor, 0, (lists + 1) * sizeof(*t->cursor));
    return true;
}

/* Lays a story's values out by list, or takes them away again. */
static void lay_out(tying *t, uint32_t story, bool out)
{
    for (uint32_t i = t->offsets[story]; i < t->offsets[story + 1]; i++)
        if (t->lists.list_of[i] != UINT32_MAX)
            t->laid_out[t->lists.list_of[i]] = out ? t->values[i] : 0;
}

/* The cosine of the story that is laid out and another. */
static float cosine(const tying *t, uint32_t other)
{
    float sum = 0;
    for (uint32_t i = t->offsets[other]; i < t->offsets[other + 1]; i++)
        if (t->lists.list_of[i] != UINT32_MAX)
            sum += t->values[i] * t->laid_out[t->lists.list_of[i]];
    return sum;
}

/* ---- partners ---- */

typedef struct asked {
    float value;
    uint32_t list, at;
} asked;

/* The weightiest terms of a story, by insertion: there are few. */
static uint32_t choose_terms(const tying *t, uint32_t story, asked out[ASKED])
{
    uint32_t n = 0;
    for (uint32_t i = t->offsets[story]; i < t->offsets[story + 1]; i++) {
        float value = t->values[i];
        if (t->lists.list_of[i] == UINT32_MAX || value <= 0 ||
            (n == ASKED && value <= out[n - 1].value))
            continue;
        uint32_t k = n < ASKED ? n++ : n - 1;
        for (; k > 0 && out[k - 1].value < value; k--)
            out[k] = out[k - 1];
        out[k] = (asked){value, t->lists.list_of[i], i};
    }
    return n;
}

typedef struct stretch {
    uint32_t begin, end;
} stretch;

/* Stories of a list that are looked at: those just before the one in hand that are not too old. */
static stretch before_in(tying *t, uint32_t list)
{
    uint32_t start = t->lists.starts[list], passed = t->cursor[list];
    uint32_t first = passed > BEFORE ? passed - BEFORE : 0;
    if (t->oldest > 0) {
        first = t->since[list] > first ? t->since[list] : first;
        while (first < passed && t->lists.stories[start + first] < t->oldest)
            first++;
        t->since[list] = first;
    }
    return (stretch){start + first, start + passed};
}

/* Adds up how far the stories before `story` are like it, by these terms alone. */
static void sum_up(tying *t, uint32_t story)
{
    asked terms[ASKED];
    stretch stretches[ASKED]; /* found first, so that the lists come from memory side by side */
    uint32_t n = choose_terms(t, story, terms);
    t->touched_count = 0;
    for (uint32_t k = 0; k < n; k++)
        stretches[k] = before_in(t, terms[k].list);
    for (uint32_t k = 0; k < n; k++)
        for (uint32_t i = stretches[k].begin; i < stretches[k].end; i++) {
            uint32_t other = t->lists.stories[i];
            if (t->sums[other] == 0)
                t->touched[t->touched_count++] = other;
            t->sums[other] += terms[k].value * t->listed[i];
        }
    for (uint32_t i = t->offsets[story]; i < t->offsets[story + 1]; i++)
        if (t->lists.list_of[i] != UINT32_MAX)
            t->cursor[t->lists.list_of[i]]++;
}

typedef struct partner {
    float sum;
    uint32_t story;
} partner;

static float fade(const tying *t, uint32_t a, uint32_t b)
{
    int64_t x = t->middles[a], y = t->middles[b];
    if (x == NGI_NO_MOMENT || y == NGI_NO_MOMENT)
        return 1;
    double days = fabs((double)x - (double)y) / 2 / 86400;
    return (float)(1 / (1 + days / FADE_DAYS));
}

static uint32_t choose_partners(tying *t, uint32_t story, partner out[PARTNERS])
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < t->touched_count; i++) {
        partner p = {t->sums[t->touched[i]], t->touched[i]};
        t->sums[t->touched[i]] = 0;
        if (p.sum < PROMISING || p.sum * fade(t, p.story, story) < PROMISING)
            continue;
        if (n == PARTNERS &&
            (p.sum < out[n - 1].sum || (p.sum == out[n - 1].sum && p.story > out[n - 1].story)))
            continue;
        uint32_t k = n < PARTNERS ? n++ : n - 1;
        for (; k > 0 &&
               (out[k - 1].sum < p.sum || (out[k - 1].sum == p.sum && out[k - 1].story > p.story));
             k--)
            out[k] = out[k - 1];
        out[k] = p;
    }
    return n;
}

/* Stories come in the order of their dates; those without one come last, and are near to all. */
static void pass_old(tying *t, uint32_t story)
{
    const ngi_answer *a = t->answer;
    const ngi_shelved *k = a->stories[story];
    while (ngi_shelved_dated(k) && k->first - a->stories[t->oldest]->last > OLD_DAYS * 86400)
        t->oldest++;
    if (!ngi_shelved_dated(k))
        t->oldest = 0;
}

static bool tie(tying *t, uint32_t story, const ngi_asking *asking)
{
    ngi_answer *a = t->answer;
    partner partners[PARTNERS];
    pass_old(t, story);
    sum_up(t, story);
    uint32_t n = choose_partners(t, story, partners);
    lay_out(t, story, true);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t other = partners[i].story;
        const ngi_shelved *x = a->stories[other], *y = a->stories[story];
        float likeness = cosine(t, other) * fade(t, other, story);
        if (likeness < LEAST || ngi_too_far(asking, x, y))
            continue;
        if (!ngi_arena_grow(&a->arena, &a->ties, &a->tie_room, a->tie_count + 1, sizeof(ngi_tie)))
            return false;
        a->ties[a->tie_count++] = (ngi_tie){{other, story}, likeness};
    }
    lay_out(t, story, false);
    return true;
}

bool ngi_answer_ties(ngi_answer *answer, const ngi_asking *asking)
{
    tying t = {.answer = answer};
    if (!gather(&t) || !weigh(&t) || !list_values(&t))
        return false;
    for (uint32_t i = 0; !answer->arena.failed && i < answer->count; i++)
        if (!tie(&t, i, asking) || (asking->stop != NULL && *asking->stop != 0))
            break;
    return !answer->arena.failed;
}
