/* SPDX-License-Identifier: Apache-2.0 */
/* The stories whose provenance is asked for: their texts, and of each a few hundred numbers by
 * which its copies and its event are found.
 *
 * Stories have handles in the order in which they came; an answer never depends on them. */
#ifndef NGI_SHELF_H
#define NGI_SHELF_H

#include "parsed/story_row.h"
#include "provenance/moments.h"
#include "provenance/postings.h"
#include "provenance/stems.h"

enum {
    NGI_SHINGLE_WORDS = 4,
    NGI_SHINGLE_SAMPLE = 8,   /* one of so many is kept: those whose hash it divides */
    NGI_SHINGLES_MOST = 8192, /* of one story */
    NGI_TERMS_MOST = 128,
    NGI_TERM_STEP = 20, /* a term's weight is kept in steps of 1/20 */
};

/* The strings of a story that are kept, in this order. */
typedef enum ngi_shelf_string {
    NGI_SHELF_IDENTIFIER,
    NGI_SHELF_URL,
    NGI_SHELF_SITE, /* host of the address */
    NGI_SHELF_HEADLINE,
    NGI_SHELF_BODY,
    NGI_SHELF_PUBLISHED,
    NGI_SHELF_MODIFIED,
    NGI_SHELF_FETCHED,
    NGI_SHELF_CREDIT,
    NGI_SHELF_LANGUAGE,
    NGI_SHELF_SAYINGS, /* see ngi_shelved_saying() */
    NGI_SHELF_STRINGS,
} ngi_shelf_string;

/* A story's numbers and strings, in one piece of memory: as it is in a file, too. */
typedef struct ngi_shelved {
    uint32_t size;                    /* bytes of all this */
    uint32_t words;                   /* of the body */
    int64_t first, last;              /* seconds since 1970 between which it was published */
    uint64_t site;                    /* hash of the host; 0: none known */
    uint32_t ends[NGI_SHELF_STRINGS]; /* where each string ends, counted from the first */
    uint32_t shingle_count, term_count;
    uint32_t data[]; /* shingles rising; terms rising: 24 bits of hash, 8 of weight; strings */
} ngi_shelved;

static inline const uint32_t *ngi_shelved_shingles(const ngi_shelved *k)
{
    return k->data;
}
static inline const uint32_t *ngi_shelved_terms(const ngi_shelved *k)
{
    return k->data + k->shingle_count;
}
static inline bool ngi_shelved_dated(const ngi_shelved *k)
{
    return k->first != NGI_NO_MOMENT;
}
ng_slice ngi_shelved_string(const ngi_shelved *k, ngi_shelf_string which);
/* Takes the next of the story's sayings off *rest, which is its NGI_SHELF_SAYINGS at first. */
bool ngi_shelved_saying(ng_slice *rest, ngi_row_saying *out);

typedef struct ngi_shelf {
    const ngi_shelved **stories; /* by handle; NULL: removed */
    uint8_t *owned;              /* whether its memory is the shelf's (else a file's) */
    uint32_t count, room;        /* handles, removed ones too */
    uint32_t living;
    ngi_postings names;    /* hash of an identifier to handles */
    ngi_postings postings; /* shingle to handles */
    ngi_stems *stems;
    struct ngi_term_table *terms; /* for the story that is being made */
    ngi_word_row words;           /* of the story that was made last */
    size_t text_bytes;            /* of the stories' strings */
    size_t bytes;                 /* of the stories' numbers; see ngi_shelf_bytes() */
} ngi_shelf;

ng_status ngi_shelf_init(ngi_shelf *shelf, ng_error *error);
void ngi_shelf_free(ngi_shelf *shelf);

/* Makes a story's numbers. *out is malloc()ed. NG_ERR_MEMORY; NG_ERR_LIMIT: 4 GiB and more. */
ng_status ngi_shelved_make(ngi_shelf *shelf, const ngi_row_story *story, ngi_shelved **out,
                           ng_error *error);
/* Takes a story; owned: with its memory. NG_ERR_ARGUMENT: the identifier is there already. */
ng_status ngi_shelf_add(ngi_shelf *shelf, const ngi_shelved *story, bool owned, ng_error *error);
/* False: there is none of that identifier. */
bool ngi_shelf_remove(ngi_shelf *shelf, ng_slice identifier);
/* Bytes in memory besides the stories' own strings. */
size_t ngi_shelf_bytes(const ngi_shelf *shelf);
/* The handle of an identifier, or UINT32_MAX. */
uint32_t ngi_shelf_find(const ngi_shelf *shelf, ng_slice identifier);

#endif
