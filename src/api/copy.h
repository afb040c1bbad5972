/* SPDX-License-Identifier: Apache-2.0 */
/* Copying out of one arena into another, string by string and array by array. */
#ifndef NGI_COPY_H
#define NGI_COPY_H

#include "base/base.h"

static inline bool ngi_copy_slice(ngi_arena *arena, ng_slice *slice)
{
    *slice = slice->len > 0 ? ngi_arena_copy(arena, *slice) : (ng_slice){0};
    return !arena->failed;
}

static inline void *ngi_copy_array(ngi_arena *arena, const void *items, size_t count, size_t size)
{
    void *copy = count > 0 ? ngi_arena_alloc(arena, count, size) : NULL;
    if (copy != NULL)
        memcpy(copy, items, count * size);
    return copy;
}

/* Copies the array at *items with its `count` items; `each` copies what an item holds. */
#define NGI_COPY_ITEMS(arena, items, count, each)                                                  \
    do {                                                                                           \
        (items) = ngi_copy_array((arena), (items), (count), sizeof(*(items)));                     \
        for (uint32_t i_ = 0; (items) != NULL && i_ < (count); i_++)                               \
            each((arena), &(items)[i_]);                                                           \
    } while (0)

#endif
