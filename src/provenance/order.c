/* SPDX-License-Identifier: Apache-2.0 */
/* Ranks: stories by the moment at which they came out at the latest, those without a date behind
 * all others, equals by identifier. */
#include "provenance/answer.h"

#include <stdlib.h>

static int compare_names(ng_slice a, ng_slice b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter == 0 ? 0 : memcmp(a.ptr, b.ptr, shorter);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* A story with the moment that it is put in order by: looked up once, not at each comparison. */
typedef struct ordered {
    int64_t moment;
    uint32_t handle;
} ordered;

static int by_rank(const void *left, const void *right, void *context)
{
    const ngi_shelf *shelf = context;
    const ordered *a = left, *b = right;
    if (a->moment != b->moment)
        return a->moment < b->moment ? -1 : 1;
    return compare_names(ngi_shelved_string(shelf->stories[a->handle], NGI_SHELF_IDENTIFIER),
                         ngi_shelved_string(shelf->stories[b->handle], NGI_SHELF_IDENTIFIER));
}

/* The shelf's stories, in their order; owned by the caller. NULL when memory is out. */
static ordered *put_in_order(const ngi_shelf *shelf)
{
    ordered *all = malloc((shelf->living + 1) * sizeof(*all));
    uint32_t n = 0;
    for (uint32_t i = 0; all != NULL && i < shelf->count; i++) {
        const ngi_shelved *k = shelf->stories[i];
        if (k != NULL)
            all[n++] = (ordered){ngi_shelved_dated(k) ? k->last : INT64_MAX, i};
    }
    if (all != NULL)
        qsort_r(all, n, sizeof(*all), by_rank, (void *)shelf);
    return all;
}

bool ngi_answer_order(ngi_answer *a)
{
    const ngi_shelf *shelf = a->shelf;
    a->handles = ngi_arena_alloc(&a->arena, shelf->living + 1, sizeof(*a->handles));
    a->stories = ngi_arena_alloc(&a->arena, shelf->living + 1, sizeof(*a->stories));
    a->verdicts = NGI_NEW_ARRAY(&a->arena, ngi_verdict, shelf->living + 1);
    a->filled = NGI_NEW_ARRAY(&a->arena, uint8_t, shelf->living + 1);
    a->composite = NGI_NEW_ARRAY(&a->arena, uint8_t, shelf->living + 1);
    ordered *all = a->arena.failed ? NULL : put_in_order(shelf);
    if (all == NULL)
        return !(a->arena.failed = true);
    a->count = shelf->living;
    for (uint32_t i = 0; i < a->count; i++) {
        a->handles[i] = all[i].handle;
        a->stories[i] = shelf->stories[a->handles[i]];
        a->verdicts[i] = (ngi_verdict){
            .group = i, .event = i, .copy_of = UINT32_MAX, .also = UINT32_MAX, .first_seen = i};
    }
    free(all);
    return true;
}

bool ngi_too_far(const ngi_asking *asking, const ngi_shelved *a, const ngi_shelved *b)
{
    if (asking->window_days <= 0 || !ngi_shelved_dated(a) || !ngi_shelved_dated(b))
        return false;
    int64_t gap = a->first > b->last   ? a->first - b->last
                  : b->first > a->last ? b->first - a->last
                                       : 0;
    return (double)gap > asking->window_days * 86400;
}

/* Versions of one page are published at one moment: which was changed later is the later one. One
 * that says nothing of a change is as it was published. */
static int by_change(const ngi_shelved *a, const ngi_shelved *b)
{
    const ngi_shelved *sides[2] = {a, b};
    int64_t first[2], last[2];
    if (a->site == 0 || a->site != b->site || a->first != b->first || a->last != b->last)
        return 0;
    for (int i = 0; i < 2; i++) {
        ngi_moments_of(ngi_shelved_string(sides[i], NGI_SHELF_MODIFIED), (ng_slice){0}, &first[i],
                       &last[i]);
        if (first[i] == NGI_NO_MOMENT || last[i] < sides[i]->first) {
            first[i] = sides[i]->first;
            last[i] = sides[i]->last;
        }
    }
    return last[0] <= first[1] ? 1 : last[1] <= first[0] ? -1 : 0;
}

int ngi_before(const ngi_shelved *a, const ngi_shelved *b)
{
    if (!ngi_shelved_dated(a) || !ngi_shelved_dated(b))
        return 0;
    return a->last <= b->first ? 1 : b->last <= a->first ? -1 : by_change(a, b);
}
