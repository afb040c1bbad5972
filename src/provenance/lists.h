/* SPDX-License-Identifier: Apache-2.0 */
/* From numbers that stories have (shingles, terms) to the stories that have a number: lists in
 * the order of the stories, made once for all of them. */
#ifndef NGI_LISTS_H
#define NGI_LISTS_H

#include "base/base.h"

typedef struct ngi_lists {
    uint32_t *starts; /* of each list in `stories`, and behind the last */
    uint32_t *stories;
    uint32_t *list_of; /* of each number as it was given: its list; UINT32_MAX: no other has it */
    uint32_t count;    /* lists of two stories and more */
} ngi_lists;

/* numbers: of all stories, one after the other, story i's at offsets[i] .. offsets[i + 1] - 1, no
 * number twice in a story. shift: low bits that do not count. False when memory is out. */
bool ngi_lists_make(ngi_arena *arena, const uint32_t *numbers, const uint32_t *offsets,
                    uint32_t stories, unsigned shift, ngi_lists *out);

#endif
