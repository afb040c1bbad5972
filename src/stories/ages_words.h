/* SPDX-License-Identifier: Apache-2.0 */
/* The word tables of ages.c: see ages_words.c. Lists end in NULL; flat tables are as in
 * calendar.h: "|2 hour hours " or, without numbers, " updated published ". */
#ifndef NGI_AGES_WORDS_H
#define NGI_AGES_WORDS_H

#include <stddef.h>

typedef enum ngi_age_unit {
    NGI_SECOND,
    NGI_MINUTE,
    NGI_HOUR,
    NGI_DAY,
    NGI_WEEK,
    NGI_MONTH,
    NGI_YEAR
} ngi_age_unit;

typedef struct ngi_age_spelling {
    const char *text;
    int unit;
} ngi_age_spelling;

extern const char ngi_age_units[], ngi_age_lone[], ngi_age_dual[], ngi_age_numbers[];
extern const size_t ngi_age_units_len, ngi_age_lone_len, ngi_age_dual_len, ngi_age_numbers_len;
extern const char *const ngi_age_before[], *const ngi_age_half[], *const ngi_age_after[];
extern const char *const ngi_age_yesterday[],
    *const ngi_age_today[], *const ngi_age_before_yesterday[], *const ngi_age_now[];
extern const ngi_age_spelling ngi_age_spelled[];
extern const char *const ngi_age_after_spelled[];
extern const char ngi_age_lead[], ngi_age_few[], ngi_age_self[];

#endif
