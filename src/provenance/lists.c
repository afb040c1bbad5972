/* SPDX-License-Identifier: Apache-2.0 */
/* See lists.h. Sorted by radix, which keeps the order of the stories and takes no longer for
 * numbers that somebody has chosen. */
#include "provenance/lists.h"

#include <stdlib.h>

typedef struct entry {
    uint32_t number, at; /* at: as it was given */
} entry;

enum { DIGIT = 11, SLOTS = 1 << DIGIT };

static void sort_by(const entry *in, entry *out, size_t count, unsigned shift)
{
    size_t sums[SLOTS] = {0}, sum = 0;
    for (size_t i = 0; i < count; i++)
        sums[in[i].number >> shift & (SLOTS - 1)]++;
    for (size_t i = 0; i < SLOTS; i++) {
        size_t here = sums[i];
        sums[i] = sum;
        sum += here;
    }
    for (size_t i = 0; i < count; i++)
        out[sums[in[i].number >> shift & (SLOTS - 1)]++] = in[i];
}

/* The story of each number, in the order in which they were given. */
static void note_stories(const uint32_t *offsets, uint32_t stories, uint32_t *out)
{
    for (uint32_t s = 0; s < stories; s++)
        for (uint32_t i = offsets[s]; i < offsets[s + 1]; i++)
            out[i] = s;
}

static void cut_lists(ngi_lists *lists, const entry *sorted, const uint32_t *story_of, size_t n)
{
    uint32_t filled = 0;
    lists->count = 0;
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && sorted[end].number == sorted[i].number; end++)
            continue;
        if (end - i < 2) {
            lists->list_of[sorted[i].at] = UINT32_MAX;
            continue;
        }
        lists->starts[lists->count] = filled;
        for (size_t k = i; k < end; k++) {
            lists->list_of[sorted[k].at] = lists->count;
            lists->stories[filled++] = story_of[sorted[k].at];
        }
        lists->count++;
    }
    lists->starts[lists->count] = filled;
}

bool ngi_lists_make(ngi_arena *arena, const uint32_t *numbers, const uint32_t *offsets,
                    uint32_t stories, unsigned shift, ngi_lists *out)
{
    size_t n = offsets[stories];
    out->starts = ngi_arena_alloc(arena, n / 2 + 2, sizeof(uint32_t));
    out->stories = ngi_arena_alloc(arena, n + 1, sizeof(uint32_t));
    out->list_of = ngi_arena_alloc(arena, n + 1, sizeof(uint32_t));
    uint32_t *story_of = malloc((n + 1) * sizeof(uint32_t));
    entry *a = calloc(n + 1, sizeof(*a)), *b = malloc((n + 1) * sizeof(*b));
    bool ok = !arena->failed && a != NULL && b != NULL && story_of != NULL;
    if (ok) {
        for (size_t i = 0; i < n; i++)
            a[i] = (entry){numbers[i] >> shift, (uint32_t)i};
        note_stories(offsets, stories, story_of);
        sort_by(a, b, n, 0);
        sort_by(b, a, n, DIGIT);
        sort_by(a, b, n, 2 * DIGIT);
        cut_lists(out, b, story_of, n);
    }
    free(story_of);
    free(a);
    free(b);
    return ok;
}
