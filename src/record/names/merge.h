/* SPDX-License-Identifier: Apache-2.0 */
/* What merge.c works on. */
#ifndef NGI_NAMES_MERGE_H
#define NGI_NAMES_MERGE_H

#include "record/names/found.h"

typedef struct merge {
    ngi_found_list *list;
    uint32_t *up;   /* of a mention the one that it goes with; itself: a root */
    uint32_t *next; /* chains of people with one last name */
    ngi_index keys, last_names, first_names, sounds;
    ngi_index beginnings, endings, initials; /* of organizations */
} merge;

/* The key that a mention of these words, one space between, has. */
uint32_t ngi_merge_key(ng_slice words);

#endif
