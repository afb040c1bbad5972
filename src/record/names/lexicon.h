/* SPDX-License-Identifier: Apache-2.0 */
/* Words and phrases that are known beforehand: first names, countries, titles, common words.
 *
 * One table, part of the model file: open addressing over 32-bit hashes, bits of knowledge a
 * place. A phrase has the hash of its words in turn; each of its beginnings is in the table
 * too, so that the longest phrase at a word is found by going on while there is an entry. */
#ifndef NGI_NAMES_LEXICON_H
#define NGI_NAMES_LEXICON_H

#include "base/base.h"

enum { /* what is known of a word or a phrase */
    NGI_KNOWN_FIRST = 1 << 0,    /* a first name */
    NGI_KNOWN_LAST = 1 << 1,     /* a family name */
    NGI_KNOWN_COUNTRY = 1 << 2,
    NGI_KNOWN_PLACE = 1 << 3,    /* a city, region, river, ... */
    NGI_KNOWN_BODY = 1 << 4,     /* an organization by its whole name */
    NGI_KNOWN_BODY_WORD = 1 << 5,  /* "ministry", "university", "Ltd" */
    NGI_KNOWN_PLACE_WORD = 1 << 6, /* "river", "street", "county" */
    NGI_KNOWN_TITLE = 1 << 7,    /* "Mr.", "president" */
    NGI_KNOWN_PEOPLE = 1 << 8,   /* "French", "Kenyans", "Catholic" */
    NGI_KNOWN_TIME = 1 << 9,     /* months, weekdays, feasts */
    NGI_KNOWN_OTHER = 1 << 10,   /* a name of something else */
    NGI_KNOWN_COMMON = 1 << 11,  /* a common word of running text in lower case */
    NGI_KNOWN_USUAL = 1 << 12,   /* a less common one */
    NGI_KNOWN_ROLE = 1 << 13,    /* what people do: "mayor", "inspector" */
    NGI_KNOWN_WORD_BITS = (1 << 14) - 1,
    NGI_KNOWN_PREFIX = 1 << 14,  /* a phrase goes on from here */
    NGI_KNOWN_INSIDE = 1 << 15,  /* set by the reader: in a phrase */
};

typedef struct ngi_known_entry {
    uint16_t check; /* bits of the hash */
    uint16_t bits;  /* 0: empty */
} ngi_known_entry;

typedef struct ngi_name_lexicon {
    const ngi_known_entry *entries;
    uint32_t mask; /* places - 1; places are a power of two */
} ngi_name_lexicon;

static inline uint32_t ngi_known_join(uint32_t phrase, uint32_t word)
{
    return ((phrase ^ (phrase >> 15)) * 0x9E3779B1u + word) | 1;
}
static inline uint32_t ngi_known_place(uint32_t hash)
{
    return hash * 0x85EBCA6Bu >> 7;
}
static inline uint16_t ngi_known_check(uint32_t hash)
{
    return (uint16_t)(hash ^ hash >> 16);
}

/* The bits of a hash, 0 where it isn't known. */
static inline uint32_t ngi_known(const ngi_name_lexicon *lexicon, uint32_t hash)
{
    uint32_t at = ngi_known_place(hash) & lexicon->mask;
    uint16_t check = ngi_known_check(hash);
    for (int tries = 0; tries < 64; tries++, at = (at + 1) & lexicon->mask) {
        const ngi_known_entry *entry = &lexicon->entries[at];
        if (entry->bits == 0 || entry->check == check)
            return entry->bits;
    }
    return 0;
}

#endif
