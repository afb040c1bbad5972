/* SPDX-License-Identifier: Apache-2.0 */
/* A line of text as bylines.c sees it: words with their hyphens and dots, separators, and
 * things that are neither (numbers, addresses, handles). */
#ifndef NGI_BYLINES_LINE_H
#define NGI_BYLINES_LINE_H

#include "stories/fields/bylines_words.h"

enum { NGI_LINE_UNITS = 160 };

typedef enum ngi_unit_kind { NGI_UNIT_WORD, NGI_UNIT_SEP, NGI_UNIT_OTHER } ngi_unit_kind;

typedef struct ngi_unit {
    uint16_t begin, end; /* in the text */
    ng_slice fold;
    uint32_t mark; /* NGI_UNIT_SEP: which */
    uint8_t kind;
    uint16_t is;       /* NGI_BYLINE_HOUSE and so on: what the word does */
    bool upper, shout; /* first letter; all letters */
    bool no_case;      /* of a script without capitals */
} ngi_unit;

typedef struct ngi_line {
    ngi_tokens tokens;
    ngi_unit at[NGI_LINE_UNITS];
    size_t count;
    bool cut; /* the text went on */
} ngi_line;

/* Cuts a line. claim: it comes from metadata, where nothing is glued by markup. */
void ngi_line_cut(ng_slice text, bool claim, ngi_line *out);
/* Looks up what each word does (u->is): not needed to see that a line is no byline. */
void ngi_line_know(ngi_line *line);
/* Whether a unit is a word of `list`: words with a space on each side of each. */
bool ngi_unit_in(const ngi_unit *u, const char *list);
/* The number of units from i on that spell a phrase of these kinds (NGI_BYLINE_OPEN ...), the
 * longest; or 0. */
size_t ngi_phrase_at(const ngi_line *l, size_t i, size_t end, int kinds);
bool ngi_line_mark(const ngi_line *l, size_t i, uint32_t mark);

/* Where a byline opens: "By", "Text:". sure: by a phrase that does nothing else. */
typedef struct ngi_opening {
    size_t at, behind;
    bool found, sure;
} ngi_opening;

ngi_opening ngi_line_opening(const ngi_line *l);

#endif
