/* SPDX-License-Identifier: Apache-2.0 */
/* What the name tagger sees of a word: features as hashes, the same in training and reading.
 *
 * Some sixty a word: the word, its neighbours, their shapes and endings, what lists know of
 * them (lexicon.h), and the run of capitalised words that it stands in, so that all of
 * "Bank of Sandmark" knows that it begins with "Bank". */
#ifndef NGI_NAMES_FEATURES_H
#define NGI_NAMES_FEATURES_H

#include "record/names/lexicon.h"
#include "record/prose.h"

enum { NGI_NAME_FEATURES = 96 }; /* most features of one word */

typedef struct ngi_name_word {
    uint32_t lower;        /* hash in lower case */
    uint32_t shape;        /* hash of the shape: "Xx", "X.X.", "dd" */
    uint32_t ends[7];      /* hashes of prefixes of 1 to 3 and suffixes of 1 to 4 bytes */
    uint32_t known;        /* ngi_known bits of the word and of the phrase that it stands in */
    uint32_t run_begin, run_end; /* words of its run of capitals; equal: in none */
    uint8_t form;          /* ngi_name_form */
    uint8_t phrase;        /* words of the known phrase that begins here; 0: none does */
} ngi_name_word;

typedef enum ngi_name_form {
    NGI_NAME_FORM_LOWER,
    NGI_NAME_FORM_CAPITAL,
    NGI_NAME_FORM_ALL_CAPITALS,
    NGI_NAME_FORM_MIXED,
    NGI_NAME_FORM_LETTER, /* one capital letter */
    NGI_NAME_FORM_DIGIT,
    NGI_NAME_FORM_MARK,
} ngi_name_form;

/* A sentence made ready. Words are those of prose->tokens from `begin`. */
typedef struct ngi_name_sentence {
    const ngi_prose *prose;
    const ngi_name_lexicon *lexicon;
    ngi_name_word *words; /* room for `count` */
    uint32_t begin, count;
    uint8_t manner; /* 0: as usual; 1: most words begin with a capital; 2: most are in capitals;
                     * 3: none has a capital */
} ngi_name_sentence;

/* Looks at all words of the sentence; words, begin, count, prose and lexicon are set. */
void ngi_name_prepare(ngi_name_sentence *sentence);

/* The features of word i; returns how many, at most NGI_NAME_FEATURES. */
uint32_t ngi_name_features(const ngi_name_sentence *sentence, uint32_t i, uint32_t *out);

#endif
