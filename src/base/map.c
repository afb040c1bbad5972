/* SPDX-License-Identifier: Apache-2.0 */
/* Open addressing with linear probing, at most half full; see map.h. Hashes are xxHash's
 * XXH3 with no secret: a page may choose its keys, so probing is bounded by giving each
 * map one entry per distinct word of one page, and pages are bounded in size and time. */
#include "base/map.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t ngi_hash(ng_slice s)
{
    return XXH3_64bits(s.len == 0 ? "" : s.ptr, s.len);
}

uint64_t ngi_hash_sixteen(const void *bytes)
{
    return XXH3_64bits(bytes, 16);
}

uint64_t ngi_shape_hash(ng_slice s, uint64_t kind)
{
    return XXH3_64bits_withSeed(s.len == 0 ? "" : s.ptr, s.len, kind);
}

void ngi_map_init(ngi_map *map, ngi_arena *arena)
{
    *map = (ngi_map){.arena = arena};
}

static ngi_map_entry *probe(const ngi_map *map, ng_slice key, uint64_t hash)
{
    size_t mask = map->capacity - 1;
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        ngi_map_entry *e = &map->entries[i];
        if (!e->used || (e->hash == hash && ngi_equal(e->key, key)))
            return e;
    }
}

static bool rehash(ngi_map *map)
{
    ngi_map old = *map;
    size_t room = old.capacity == 0 ? 64 : old.capacity * 2;
    ngi_map_entry *entries = NGI_NEW_ARRAY(map->arena, ngi_map_entry, room);
    if (entries == NULL)
        return false;
    map->entries = entries;
    map->capacity = room;
    for (size_t i = 0; i < old.capacity; i++)
        if (old.entries[i].used)
            *probe(map, old.entries[i].key, old.entries[i].hash) = old.entries[i];
    return true;
}

uint32_t *ngi_map_put(ngi_map *map, ng_slice key, bool *is_new)
{
    if (map->count * 2 >= map->capacity && !rehash(map))
        return NULL;
    uint64_t hash = ngi_hash(key);
    ngi_map_entry *e = probe(map, key, hash);
    if (is_new != NULL)
        *is_new = !e->used;
    if (!e->used) {
        *e = (ngi_map_entry){.key = key, .hash = hash, .used = true};
        map->count++;
    }
    return &e->value;
}

uint32_t *ngi_map_get(const ngi_map *map, ng_slice key)
{
    if (map->capacity == 0)
        return NULL;
    ngi_map_entry *e = probe(map, key, ngi_hash(key));
    return e->used ? &e->value : NULL;
}
