/* SPDX-License-Identifier: Apache-2.0 */
/* See near.h. Postings of the story's shingles are counted in a small table; of a shingle that
 * thousands have, the first and the last are looked at. */
#include "provenance/near.h"

#include <stdlib.h>

enum { SLOTS = 1 << 15, SIDE = 512, ASKED = 512 };

typedef struct slot {
    uint32_t story, count; /* count 0: free */
} slot;

typedef struct counting {
    slot *slots;
    uint32_t used;
} counting;

static void count_story(counting *c, uint32_t story)
{
    uint32_t i = story * 0x9E3779B1u >> 17;
    while (c->slots[i].count != 0 && c->slots[i].story != story)
        i = (i + 1) % SLOTS;
    if (c->slots[i].count == 0 && c->used >= SLOTS / 2)
        return; /* thousands share a shingle already: those are enough */
    c->used += c->slots[i].count == 0;
    c->slots[i].story = story;
    c->slots[i].count++;
}

static void count_bucket(counting *c, const ngi_bucket *b, uint32_t hash)
{
    for (uint32_t i = 0; i < b->count; i++) {
        if (i == SIDE && b->count > 2 * SIDE)
            i = b->count - SIDE;
        if (b->items[i].hash == hash)
            count_story(c, b->items[i].story);
    }
}

static int by_count(const void *left, const void *right)
{
    const slot *a = left, *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return a->story < b->story ? -1 : a->story > b->story;
}

uint32_t ngi_near_find(const ngi_shelf *shelf, const ngi_shelved *asking,
                       uint32_t handles[NGI_NEAR_MOST])
{
    counting c = {.slots = calloc(SLOTS, sizeof(slot))};
    const uint32_t *shingles = ngi_shelved_shingles(asking);
    uint32_t n = 0, step = asking->shingle_count / ASKED + 1;
    if (c.slots == NULL)
        return 0;
    for (uint32_t i = 0; i < asking->shingle_count; i += step)
        count_bucket(&c, ngi_postings_of(&shelf->postings, shingles[i]), shingles[i]);
    for (uint32_t i = 0; i < SLOTS; i++)
        if (c.slots[i].count > 0)
            c.slots[n++] = c.slots[i];
    qsort(c.slots, n, sizeof(slot), by_count);
    n = n < NGI_NEAR_MOST ? n : NGI_NEAR_MOST;
    for (uint32_t i = 0; i < n; i++)
        handles[i] = c.slots[i].story;
    free(c.slots);
    return n;
}
