/* SPDX-License-Identifier: Apache-2.0 */
/* The word tables of bylines.c: phrases, and single words by what they do. */
#ifndef NGI_BYLINES_WORDS_H
#define NGI_BYLINES_WORDS_H

#include "stories/dates/calendar.h"

enum {
    NGI_BYLINE_OPEN = 1,       /* opens a byline: "written by" */
    NGI_BYLINE_MAYBE = 2,      /* opens one where full names follow: "von" */
    NGI_BYLINE_STOP = 4,       /* ends one: credits of pictures, dates, buttons, helpers */
    NGI_BYLINE_AGENCY = 8,     /* a news agency */
    NGI_BYLINE_HOUSE = 16,     /* in the name of a house or a desk, not of a person */
    NGI_BYLINE_ROLE = 32,      /* what persons are: "reporter" */
    NGI_BYLINE_MOD = 64,       /* stands before a role: "senior" */
    NGI_BYLINE_PARTICLE = 128, /* a small word within names: "van" */
    NGI_BYLINE_TAIL = 256,     /* behind a name: where, for whom */
    NGI_BYLINE_JOIN = 512,     /* between names: "and" */
};

extern const ngi_word ngi_byline_phrases[], ngi_byline_units[];
extern const size_t ngi_byline_phrases_count, ngi_byline_units_count;

#endif
