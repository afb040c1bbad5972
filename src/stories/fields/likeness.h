/* SPDX-License-Identifier: Apache-2.0 */
/* How alike two short texts are: the words they share. For headlines, standfirsts, names. */
#ifndef NGI_LIKENESS_H
#define NGI_LIKENESS_H

#include "base/base.h"

/* The words of a text, folded: hashes in rising order (a word that comes twice stands
 * twice). Each character of a script without spaces is a word. */
typedef struct ngi_words {
    uint64_t *items;
    uint32_t count;
    uint64_t whole; /* of all letters and digits in their order */
} ngi_words;

ngi_words ngi_words_of(ngi_arena *arena, ng_slice text);
/* Whether letters and digits are the same. */
bool ngi_words_same(const ngi_words *a, const ngi_words *b);
uint32_t ngi_words_shared(const ngi_words *a, const ngi_words *b);
/* 2 * shared / (a + b). */
double ngi_words_alike(const ngi_words *a, const ngi_words *b);
/* shared / a: how much of `a` stands in `b`. */
double ngi_words_within(const ngi_words *a, const ngi_words *b);

#endif
