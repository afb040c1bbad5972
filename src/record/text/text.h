/* SPDX-License-Identifier: Apache-2.0 */
/* What the steps of ngi_prose_make() share: tokens (tokens.c), quotations (quotes.c),
 * sentences (sentences.c), abbreviations (abbreviations.c). Each is one pass. */
#ifndef NGI_TEXT_H
#define NGI_TEXT_H

#include "record/prose.h"

/* Languages whose abbreviations and marks are known; all others are read like English. */
typedef enum ngi_tongue { NGI_ENGLISH, NGI_GERMAN, NGI_FRENCH, NGI_SPANISH } ngi_tongue;

typedef enum ngi_abbreviation {
    NGI_ABBREVIATION_NONE,
    NGI_ABBREVIATION_TITLE, /* a name follows: never ends a sentence ("Mr.") */
    NGI_ABBREVIATION_NUMBER, /* one before a digit only ("No. 5") */
    NGI_ABBREVIATION_FREE,  /* may end a sentence ("U.S.", "Inc.") */
} ngi_abbreviation;

/* What the word before a full stop is; in lower case or as written. */
ngi_abbreviation ngi_abbreviation_of(ng_slice word, ngi_tongue tongue);
/* A word that stands at the start of sentences, seldom of names: "The", "But", "He". */
bool ngi_is_opener(ng_slice word, ngi_tongue tongue);
/* A verb that comes after a quotation and before its speaker or after it: "said". */
bool ngi_is_saying(ng_slice word, ngi_tongue tongue);

/* Shape bits of a word, all but SPACE. */
uint8_t ngi_word_shape(ng_slice word);

bool ngi_tokens_make(ngi_arena *arena, ngi_tongue tongue, ngi_prose *prose);
bool ngi_quotes_make(ngi_arena *arena, ngi_tongue tongue, ngi_prose *prose);
bool ngi_sentences_make(ngi_arena *arena, ngi_tongue tongue, ngi_prose *prose);

static inline bool ngi_token_is(const ngi_prose *p, uint32_t i, char c)
{
    const ngi_token *t = &p->tokens[i];
    return t->end - t->begin == 1 && p->text.ptr[t->begin] == c;
}

#endif
