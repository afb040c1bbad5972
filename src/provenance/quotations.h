/* SPDX-License-Identifier: Apache-2.0 */
/* Quotations, and those that stand in several stories. */
#ifndef NGI_QUOTATIONS_H
#define NGI_QUOTATIONS_H

#include "provenance/answer.h"

enum { NGI_QUOTATION_LEAST = 4 }; /* words: shorter ones are phrases that anybody may quote */

/* What stands between two quotation marks of a paragraph. */
typedef struct ngi_quotation {
    uint32_t begin, end; /* bytes of the text, without the marks */
    uint32_t word, word_end;
} ngi_quotation;

/* All quotations of a text that are long enough. row: its words. Lives in `arena`; false when
 * memory is out. */
bool ngi_quotations_cut(ngi_arena *arena, ng_slice text, const ngi_word_row *row,
                        ngi_quotation **out, uint32_t *count);

/* A quotation at a place. */
typedef struct ngi_quoted {
    uint32_t story; /* rank */
    ngi_quotation at;
    uint32_t set;              /* number of the first that is the same quotation */
    uint32_t point, point_end; /* its place in code points */
    ng_slice speaker;          /* by the story's own record; may be empty */
} ngi_quoted;

typedef struct ngi_quoted_list {
    ngi_quoted *items; /* by story, then place */
    size_t room;
    uint32_t count;
} ngi_quoted_list;

/* The quotations of all stories, each with its set: those of which the shorter stands for the most
 * part in the longer. Needs ngi_answer_order() alone. */
bool ngi_quotations_find(ngi_answer *answer, const ngi_asking *asking, ngi_quoted_list *out);

#endif
