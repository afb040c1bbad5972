/* SPDX-License-Identifier: Apache-2.0 */
/* A text as a row of words, each a number: what copies are found and aligned by.
 *
 * Case, quotation marks, dashes, commas within numbers and all that stands between words do not
 * count, so that respelled typography is the same text. Needs no language. */
#ifndef NGI_PROVENANCE_WORDS_H
#define NGI_PROVENANCE_WORDS_H

#include "base/base.h"

enum {
    NGI_WORD_NUMBER = 1,  /* begins with a digit */
    NGI_WORD_QUOTED = 2,  /* stands between quotation marks: ngi_word_row_mark() tells */
    NGI_WORD_SHORT = 4,   /* up to three small letters of ASCII: "the", "of" */
    NGI_WORD_CAPITAL = 8, /* begins with a capital */
};

typedef struct ngi_row_word {
    uint32_t hash;       /* of its letters, folded */
    uint32_t begin, end; /* bytes of the text */
    uint32_t flags;
} ngi_row_word;

/* Owns its memory and keeps it from text to text. */
typedef struct ngi_word_row {
    ngi_row_word *items;
    uint32_t count, capacity;
    bool failed; /* memory was out: the row is not whole */
} ngi_word_row;

/* Cuts `text` (valid UTF-8). What row held before is forgotten. Linear. */
bool ngi_word_row_cut(ngi_word_row *row, ng_slice text);
/* Marks the words of `text`, cut before, that stand between quotation marks. */
void ngi_word_row_mark(ngi_word_row *row, ng_slice text);
void ngi_word_row_free(ngi_word_row *row);

#endif
