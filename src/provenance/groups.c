/* SPDX-License-Identifier: Apache-2.0 */
/* Groups of copies: links from the strongest down, and two groups become one only where they are
 * linked on average, so that no chain of weak links joins what does not belong together. */
#include "provenance/answer.h"

#include <stdlib.h>

/* Of large groups, as many of the earliest stand for all. */
enum { ASKED = 8 };
static const float ON_AVERAGE = 0.75f * NGI_LINK;

typedef struct grouping {
    ngi_answer *answer;
    uint32_t *leader;           /* of each story: the rank that stands for its group */
    uint32_t (*members)[ASKED]; /* of each leader's group, the first; UINT32_MAX: none */
} grouping;

static uint32_t leader_of(const grouping *g, uint32_t story)
{
    while (g->leader[story] != story) {
        g->leader[story] = g->leader[g->leader[story]];
        story = g->leader[story];
    }
    return story;
}

static float link_between(const ngi_answer *a, uint32_t x, uint32_t y)
{
    const ngi_pair *p = ngi_pair_of(a, x, y);
    bool roundup = a->composite[x] == NGI_ROUNDUP || a->composite[y] == NGI_ROUNDUP;
    return p == NULL || (roundup && !p->linked) ? 0 : ngi_pair_strength(p);
}

static bool belong_together(const grouping *g, uint32_t x, uint32_t y)
{
    double sum = 0;
    uint32_t pairs = 0;
    for (uint32_t i = 0; i < ASKED && g->members[x][i] != UINT32_MAX; i++)
        for (uint32_t k = 0; k < ASKED && g->members[y][k] != UINT32_MAX; k++, pairs++)
            sum += link_between(g->answer, g->members[x][i], g->members[y][k]);
    return sum >= ON_AVERAGE * pairs;
}

/* Joins the groups of two leaders: the earlier one leads. */
static void join(grouping *g, uint32_t x, uint32_t y)
{
    uint32_t low = x < y ? x : y, high = x < y ? y : x, merged[ASKED];
    for (uint32_t i = 0, k = 0, n = 0; n < ASKED; n++) {
        bool from_low = i < ASKED && (k >= ASKED || g->members[low][i] <= g->members[high][k]);
        merged[n] = from_low ? g->members[low][i] : g->members[high][k];
        i += from_low;
        k += !from_low;
    }
    memcpy(g->members[low], merged, sizeof(merged));
    g->leader[high] = low;
}

static int by_strength(const void *left, const void *right)
{
    const ngi_pair *a = *(const ngi_pair *const *)left, *b = *(const ngi_pair *const *)right;
    float x = ngi_pair_strength(a), y = ngi_pair_strength(b);
    if (x != y)
        return x > y ? -1 : 1;
    return a < b ? -1 : a > b;
}

static void join_linked(grouping *g, const ngi_pair **links, uint32_t count)
{
    const ngi_answer *a = g->answer;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t s0 = links[i]->story[0], s1 = links[i]->story[1];
        if (a->composite[s0] == NGI_MERGED || a->composite[s1] == NGI_MERGED)
            continue;
        uint32_t x = leader_of(g, s0), y = leader_of(g, s1);
        if (x != y && belong_together(g, x, y))
            join(g, x, y);
    }
}

/* A merged story goes to the source from which it has most. */
static void add_merged(grouping *g, uint32_t story)
{
    ngi_answer *a = g->answer;
    const ngi_pair *best = NULL;
    float most = 0, back = 0;
    for (uint32_t i = a->partner_starts[story]; i < a->partner_starts[story + 1]; i++) {
        const ngi_pair *p = &a->pairs[a->partners[i]];
        unsigned side = ngi_pair_side(p, story);
        if (p->filled || a->composite[ngi_pair_other(p, story)] != NGI_WHOLE ||
            ngi_pair_strength(p) < ON_AVERAGE)
            continue;
        if (p->strength[side] > most ||
            (p->strength[side] == most && p->strength[1 - side] > back)) {
            best = p;
            most = p->strength[side];
            back = p->strength[1 - side];
        }
    }
    if (best != NULL)
        join(g, leader_of(g, ngi_pair_other(best, story)), leader_of(g, story));
}

bool ngi_answer_groups(ngi_answer *a)
{
    grouping g = {.answer = a};
    g.leader = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(uint32_t));
    g.members = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(*g.members));
    const ngi_pair **links = ngi_arena_alloc(&a->arena, a->pair_count + 1, sizeof(*links));
    if (a->arena.failed)
        return false;
    uint32_t count = 0;
    for (uint32_t i = 0; i < a->pair_count; i++)
        if (a->pairs[i].linked)
            links[count++] = &a->pairs[i];
    for (uint32_t i = 0; i < a->count; i++) {
        g.leader[i] = i;
        memset(g.members[i], 0xFF, sizeof(g.members[i]));
        g.members[i][0] = i;
    }
    if (count > 1)
        qsort(links, count, sizeof(*links), by_strength);
    join_linked(&g, links, count);
    for (uint32_t i = 0; i < a->count; i++)
        if (a->composite[i] == NGI_MERGED)
            add_merged(&g, i);
    for (uint32_t i = 0; i < a->count; i++)
        a->verdicts[i].group = leader_of(&g, i);
    return true;
}
