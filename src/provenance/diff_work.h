/* SPDX-License-Identifier: Apache-2.0 */
/* Two stories that are being compared: what diff.c, diff_said.c and diff_sentences.c share. */
#ifndef NGI_DIFF_WORK_H
#define NGI_DIFF_WORK_H

#include "provenance/diff.h"
#include "provenance/quotations.h"

typedef struct ngi_comparing {
    ngi_arena *arena;
    ngi_diff *diff;
    ng_slice text[2];
    ngi_word_row row[2];
    uint32_t *map[2];    /* of each word: the same word on the other side, or NGI_NOWHERE */
    uint32_t *quoted[2]; /* of each word: the quotation that it is in, counted from 1, or 0 */
    uint8_t *lone[2];    /* words of paragraphs that the other side has not at all */
    uint8_t *shown[2];   /* words of changes that are listed, and of facts that stayed the same */
    ngi_quotation *quotations[2];
    uint32_t quotation_count[2];
} ngi_comparing;

/* Words [begin, end). */
typedef struct ngi_words {
    uint32_t begin, end;
} ngi_words;

/* Shares of the words of a stretch: below the first it is not there, from the second on something
 * of it is, from the third on most. */
#define NGI_DIFF_GONE 0.25f
#define NGI_DIFF_TOLD 0.3f
#define NGI_DIFF_MOST 0.6f

/* The words that lie in bytes of a side, and the reverse. */
ngi_words ngi_diff_words(const ngi_comparing *c, int side, ngi_extent place);
ngi_extent ngi_diff_place(const ngi_comparing *c, int side, ngi_words words);
/* How many of the words stand on the other side. */
uint32_t ngi_diff_mapped(const ngi_comparing *c, int side, ngi_words words);
/* From the first to the last word to which these lead. */
ngi_extent ngi_diff_reach(const ngi_comparing *c, int side, ngi_words words);
/* The words are accounted for: no sentence need be listed for them. */
void ngi_diff_show(ngi_comparing *c, int side, ngi_extent place);
/* A change that one side has alone. index: in the record's list, or NGI_NOWHERE. */
ngi_change ngi_diff_alone(int side, ngi_extent place, uint32_t index);
/* Lists a change; false when memory is out. */
bool ngi_diff_add(ngi_comparing *c, ngi_changes *list, ngi_change change);

/* diff_said.c: quotations, then statements. Both false when memory is out. */
bool ngi_diff_quotations(ngi_comparing *c);
bool ngi_diff_statements(ngi_comparing *c);
/* diff_sentences.c: sentences with words that no other list has. The last step. */
bool ngi_diff_sentences(ngi_comparing *c);

#endif
