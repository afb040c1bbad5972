/* SPDX-License-Identifier: Apache-2.0 */
/* The word tables of ages.c. */
#ifndef NGI_AGES_WORDS_H
#define NGI_AGES_WORDS_H

#include "stories/dates/calendar.h"

typedef enum ngi_age_unit {
    NGI_SECOND,
    NGI_MINUTE,
    NGI_HOUR,
    NGI_DAY,
    NGI_WEEK,
    NGI_MONTH,
    NGI_YEAR,
} ngi_age_unit;

enum {
    NGI_AGE_UNIT_BITS = 15, /* the unit */
    NGI_AGE_LONE = 32,      /* one of it, without a number ("hour ago") */
    NGI_AGE_DUAL = 64,      /* two of it in one word; not behind a number */
    NGI_AGE_SELF = 128,     /* an age with its number alone: an ending does a marker's work */
    NGI_AGE_FEW = 100,      /* of numbers: more than one */
    NGI_AGE_NOW = 100,      /* of days: this moment */
    NGI_AGE_HALF = 1,       /* of what stands before: needs a word behind too */
};

typedef struct ngi_age_spelling {
    const char *text;
    int unit;
} ngi_age_spelling;

extern const ngi_word ngi_age_units[], ngi_age_numbers[], ngi_age_before[], ngi_age_after[],
    ngi_age_days[], ngi_age_lead[];
extern const size_t ngi_age_units_count, ngi_age_numbers_count, ngi_age_before_count,
    ngi_age_after_count, ngi_age_days_count, ngi_age_lead_count;
/* Units and markers of scripts without spaces; they end in NULL. */
extern const ngi_age_spelling ngi_age_spelled[];
extern const char *const ngi_age_after_spelled[];

#endif
