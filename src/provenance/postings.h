/* SPDX-License-Identifier: Apache-2.0 */
/* Which stories have a shingle: a hash table that grows a bucket at a time, so that no single
 * addition waits for all others to be moved. */
#ifndef NGI_POSTINGS_H
#define NGI_POSTINGS_H

#include "base/base.h"

typedef struct ngi_posting {
    uint32_t hash, story;
} ngi_posting;

typedef struct ngi_bucket {
    ngi_posting *items; /* in the order in which they came */
    uint32_t count, room;
} ngi_bucket;

/* Linear hashing (Litwin 1980): buckets 0 .. count - 1; those before `split` are cut already. */
typedef struct ngi_postings {
    ngi_bucket **segments;
    uint32_t segment_count;
    uint32_t level, split; /* 2^level buckets, and split more */
    uint64_t items;
    size_t bytes;
} ngi_postings;

bool ngi_postings_init(ngi_postings *postings); /* false: no memory */
void ngi_postings_free(ngi_postings *postings);
bool ngi_postings_add(ngi_postings *postings, uint32_t hash, uint32_t story);
void ngi_postings_remove(ngi_postings *postings, uint32_t hash, uint32_t story);
/* The bucket that holds all postings of `hash`, and others. */
const ngi_bucket *ngi_postings_of(const ngi_postings *postings, uint32_t hash);

#endif
