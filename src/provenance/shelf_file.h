/* SPDX-License-Identifier: Apache-2.0 */
/* A shelf as bytes of a file, used where they are mapped. */
#ifndef NGI_SHELF_FILE_H
#define NGI_SHELF_FILE_H

#include "provenance/shelf.h"

typedef struct ngi_shelf_head {
    char magic[8];     /* "NGSHELF" */
    uint32_t version;  /* of the form */
    uint32_t measures; /* what shingles and terms are made with: other ones mean other words */
    uint64_t stories;
    uint64_t size; /* bytes behind the head: the stories, each as ngi_shelved has it */
    uint64_t sum;  /* hash of these bytes */
} ngi_shelf_head;

/* A head that says what this shelf is made with; stories, size and sum are for the caller. */
ngi_shelf_head ngi_shelf_head_make(ngi_shelf *shelf);
/* The sum of stories, one after the other; 0 at first. */
uint64_t ngi_shelf_sum(uint64_t sum, const ngi_shelved *story);

/* Takes the stories of a file; `bytes` must hold as long as the shelf.
 *   NG_ERR_FORMAT  no such file, one of another version, cut, or damaged
 *   NG_ERR_MEMORY  an allocation failed */
ng_status ngi_shelf_load(ngi_shelf *shelf, ng_slice bytes, ng_error *error);

#endif
