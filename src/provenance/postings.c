/* SPDX-License-Identifier: Apache-2.0 */
/* See postings.h. */
#include "provenance/postings.h"

#include <stdlib.h>

enum {
    SEGMENT = 4096, /* buckets that are allocated together */
    LOAD = 24,      /* postings a bucket, on average */
};

static ngi_bucket *bucket_at(const ngi_postings *p, uint32_t i)
{
    return &p->segments[i / SEGMENT][i % SEGMENT];
}

static uint32_t place_of(const ngi_postings *p, uint32_t hash)
{
    uint32_t mixed = hash * 0x9E3779B1u; /* sampled hashes share their lowest bits */
    mixed ^= mixed >> 16;
    uint32_t i = mixed & ((1u << p->level) - 1);
    return i < p->split ? mixed & ((2u << p->level) - 1) : i;
}

static bool add_segment(ngi_postings *p)
{
    void *grown = realloc(p->segments, (p->segment_count + 1) * sizeof(*p->segments));
    if (grown == NULL)
        return false;
    p->segments = grown;
    p->segments[p->segment_count] = calloc(SEGMENT, sizeof(ngi_bucket));
    if (p->segments[p->segment_count] == NULL)
        return false;
    p->segment_count++;
    p->bytes += SEGMENT * sizeof(ngi_bucket);
    return true;
}

bool ngi_postings_init(ngi_postings *p)
{
    *p = (ngi_postings){.level = 4};
    return add_segment(p);
}

void ngi_postings_free(ngi_postings *p)
{
    for (uint32_t i = 0; i < p->segment_count; i++) {
        for (uint32_t k = 0; k < SEGMENT; k++)
            free(p->segments[i][k].items);
        free(p->segments[i]);
    }
    free(p->segments);
    *p = (ngi_postings){0};
}

static bool put(ngi_postings *p, ngi_bucket *b, ngi_posting item)
{
    if (b->count == b->room) {
        uint32_t room = b->room == 0 ? 8 : b->room + b->room / 4 + 4;
        void *grown = realloc(b->items, room * sizeof(*b->items));
        if (grown == NULL)
            return false;
        p->bytes += (room - b->room) * sizeof(*b->items);
        b->items = grown;
        b->room = room;
    }
    b->items[b->count++] = item;
    return true;
}

/* Cuts the next bucket in two. Where memory is out it stays whole: nothing is lost. */
static void split(ngi_postings *p)
{
    uint32_t from = p->split, into = (1u << p->level) + from;
    if (p->level >= 26 || (into / SEGMENT >= p->segment_count && !add_segment(p)))
        return;
    ngi_bucket old = *bucket_at(p, from), low = {0}, high = {0};
    p->split++;
    for (uint32_t i = 0; i < old.count; i++) {
        ngi_bucket *b = place_of(p, old.items[i].hash) == from ? &low : &high;
        if (!put(p, b, old.items[i])) {
            p->split--;
            free(low.items);
            free(high.items);
            return;
        }
    }
    free(old.items);
    p->bytes -= old.room * sizeof(*old.items);
    *bucket_at(p, from) = low;
    *bucket_at(p, into) = high;
    if (p->split == 1u << p->level) {
        p->level++;
        p->split = 0;
    }
}

bool ngi_postings_add(ngi_postings *p, uint32_t hash, uint32_t story)
{
    if (!put(p, bucket_at(p, place_of(p, hash)), (ngi_posting){hash, story}))
        return false;
    if (++p->items > (uint64_t)LOAD * ((1u << p->level) + p->split))
        split(p);
    return true;
}

void ngi_postings_remove(ngi_postings *p, uint32_t hash, uint32_t story)
{
    ngi_bucket *b = bucket_at(p, place_of(p, hash));
    for (uint32_t i = 0; i < b->count; i++) {
        if (b->items[i].hash != hash || b->items[i].story != story)
            continue;
        memmove(b->items + i, b->items + i + 1, (b->count - i - 1) * sizeof(*b->items));
        b->count--;
        p->items--;
        return;
    }
}

const ngi_bucket *ngi_postings_of(const ngi_postings *p, uint32_t hash)
{
    return bucket_at(p, place_of(p, hash));
}
