/* SPDX-License-Identifier: Apache-2.0 */
/* Words of one stem as one number ("strikes", "striking"), by Snowball's stemmers. */
#ifndef NGI_STEMS_H
#define NGI_STEMS_H

#include "provenance/words.h"

/* Stemmers made so far and stems looked up lately. Zero it to begin. */
typedef struct ngi_stems ngi_stems;

ngi_stems *ngi_stems_new(void); /* NULL: no memory */
void ngi_stems_free(ngi_stems *stems);

/* The stemmer of a language (BCP 47; empty: English), for the words of its text. */
uint32_t ngi_stems_of(ngi_stems *stems, ng_slice language);
/* The hash of the stem of a word of `text`; the word's own hash where the language has no stemmer.
 * The same word has the same stem always. */
uint32_t ngi_stem_hash(ngi_stems *stems, uint32_t stemmer, ng_slice text, const ngi_row_word *word);

#endif
