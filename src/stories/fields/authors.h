/* SPDX-License-Identifier: Apache-2.0 */
/* What authors.c and signed.c share: names under collection. */
#ifndef NGI_AUTHORS_H
#define NGI_AUTHORS_H

#include "stories/fields/fields.h"

enum { NGI_MAX_NAMES = 40, NGI_MAX_BYLINE = 400 };

typedef struct ngi_names {
    ngi_author items[NGI_MAX_NAMES];
    uint32_t count;
    ng_slice credit; /* of the first agency or house among them */
} ngi_names;

/* The persons in `text`, which is known to be about authors (lone) or not. */
void ngi_names_add_text(const ngi_fields *f, ngi_names *list, ng_slice text, ng_slice url,
                        ngi_place place, bool lone);
/* Drops names of one word where names have two, and those with digits: labels and roles. */
void ngi_names_drop_handles(ngi_names *list);

/* signed.c: names that stand for themselves where a text begins or ends. True where one was
 * found; a block that is nothing else leaves the story's body. */
bool ngi_signed_head(ngi_fields *f, ngi_names *list);
bool ngi_signed_tail(ngi_fields *f, ngi_names *list);

#endif
