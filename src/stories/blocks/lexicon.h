/* SPDX-License-Identifier: Apache-2.0 */
/* Learned log odds of class and id words, and of words in short blocks: how much each speaks
 * for main text. Words are kept as 32-bit hashes only. */
#ifndef NGI_LEXICON_H
#define NGI_LEXICON_H

#include "base/base.h"

/* Levels: the block's element, its parent, all above it, the block's text. */
enum { NGI_LEXICON_LEVELS = 4, NGI_LEXICON_NONE = -128 };

typedef struct ngi_lexicon_entry {
    uint32_t hash; /* 0: empty place */
    int8_t odds[NGI_LEXICON_LEVELS]; /* log odds * 16, or NGI_LEXICON_NONE */
} ngi_lexicon_entry;

/* In models/lexicon.c, written by the training; a power of two of places, probed linearly. */
extern const ngi_lexicon_entry ngi_lexicon[];
extern const uint32_t ngi_lexicon_size;

/* The odds of a hashed word, or NULL. */
const int8_t *ngi_lexicon_get(uint32_t hash);

#endif
