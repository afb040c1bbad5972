/* SPDX-License-Identifier: Apache-2.0 */
/* A hash map from slices (borrowed) to 32-bit numbers, in an arena. Open addressing. */
#ifndef NGI_MAP_H
#define NGI_MAP_H

#include "base/base.h"

typedef struct ngi_map_entry {
    ng_slice key;
    uint64_t hash;
    uint32_t value;
    bool used;
} ngi_map_entry;

typedef struct ngi_map {
    ngi_arena *arena;
    ngi_map_entry *entries; /* capacity is a power of two */
    size_t capacity, count;
} ngi_map;

uint64_t ngi_hash(ng_slice s);
/* Of sixteen bytes: where all keys have as many, at no cost for their length. */
uint64_t ngi_hash_sixteen(const void *bytes);
/* The same with a number mixed in: for keys of a text and a kind. */
uint64_t ngi_shape_hash(ng_slice s, uint64_t kind);
void ngi_map_init(ngi_map *map, ngi_arena *arena);
/* The value of `key`, made with `value` 0 where it is new (*is_new tells; may be NULL).
 * NULL when memory is out. The pointer holds until the next call. */
uint32_t *ngi_map_put(ngi_map *map, ng_slice key, bool *is_new);
/* The value of `key`, or NULL. */
uint32_t *ngi_map_get(const ngi_map *map, ng_slice key);

#endif
