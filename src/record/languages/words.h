/* SPDX-License-Identifier: Apache-2.0 */
/* The words by which dates and figures are read: one table a language, sorted by bytes.
 *
 * Words stand as ngi_base_letter() leaves them: small, without diacritics (a test checks this
 * and the order). One word may do several things ("may": a month and a verb; "quarter": a
 * time and a fraction), so a row holds classes as bits, the value that dates want, and the
 * number and unit that figures want. */
#ifndef NGI_RECORD_WORDS_H
#define NGI_RECORD_WORDS_H

#include "base/base.h"

/* What a word may be. In dates: */
#define NGI_W_MONTH (1ull << 0)    /* when: 1 to 12 */
#define NGI_W_WEEKDAY (1ull << 1)  /* when: 0, Monday, to 6 */
#define NGI_W_SHORT (1ull << 2)    /* a short form, or a name or everyday word too: only with
                                      a point, a number or a word of place in time beside it */
#define NGI_W_UNIT (1ull << 3)     /* when: ngi_unit; figures: a unit of time */
#define NGI_W_SEASON (1ull << 4)   /* when: 0, spring, to 3, winter */
#define NGI_W_TODAY (1ull << 5)    /* when: days from the base */
#define NGI_W_PART (1ull << 6)     /* of a day: "morning" */
#define NGI_W_LAST (1ull << 7)     /* "last", "previous"; behind in French and Spanish */
#define NGI_W_NEXT (1ull << 8)
#define NGI_W_THIS (1ull << 9)
#define NGI_W_PAST_N (1ull << 10)  /* "past three weeks" */
#define NGI_W_EARLY (1ull << 11)   /* "early", "Anfang", "debut" */
#define NGI_W_MID (1ull << 12)
#define NGI_W_LATE (1ull << 13)    /* "late": the last part */
#define NGI_W_END (1ull << 14)     /* "end of", "Ende": the last day or part */
#define NGI_W_AGO (1ull << 15)     /* behind its number: "ago"; before it: "vor", "hace" */
#define NGI_W_EARLIER (1ull << 16)
#define NGI_W_LATER (1ull << 17)
#define NGI_W_SINCE (1ull << 18)
#define NGI_W_UNTIL (1ull << 19)
#define NGI_W_BY (1ull << 20)
#define NGI_W_WITHIN (1ull << 21)
#define NGI_W_BETWEEN (1ull << 22)
#define NGI_W_FROM (1ull << 23)
#define NGI_W_TO (1ull << 24)      /* joins the ends of a range */
#define NGI_W_AND (1ull << 25)
#define NGI_W_OF (1ull << 26)
#define NGI_W_THE (1ull << 27)
#define NGI_W_IN (1ull << 28)      /* prepositions that a year or month follows */
#define NGI_W_ORDINAL (1ull << 29) /* when: 1 to 31 */
#define NGI_W_NUMBER (1ull << 30)  /* number */
#define NGI_W_POWER (1ull << 31)   /* number: "hundred", "million" */
#define NGI_W_FUTURE (1ull << 32)  /* verbs and words of what is to come */
#define NGI_W_DONE (1ull << 33)    /* verbs of what has been */
#define NGI_W_BE (1ull << 34)      /* "be", "is": a participle behind it does not tell */
#define NGI_W_HALF (1ull << 35)    /* "half" of a year; the fraction too */
#define NGI_W_FISCAL (1ull << 36)
#define NGI_W_THAT (1ull << 37)    /* "that", "same", "following": of a day named before */
#define NGI_W_HOLIDAY (1ull << 38) /* when: ngi_holiday */
#define NGI_W_PLURAL (1ull << 39)  /* more than one: "days"; irregular: "people" */
#define NGI_W_YEARLY (1ull << 40)  /* nouns that a year stands before: "elections" */
#define NGI_W_OPENS (1ull << 41)   /* present of plans: "opens on Friday" */
/* In figures: */
#define NGI_W_MEASURE (1ull << 42)  /* unit */
#define NGI_W_CURRENCY (1ull << 43) /* unit; behind or before the number */
#define NGI_W_ABOUT (1ull << 44)    /* "around" */
#define NGI_W_OVER (1ull << 45)     /* "over": a lower bound */
#define NGI_W_UNDER (1ull << 46)    /* "nearly": an upper bound */
#define NGI_W_MANY (1ull << 47)     /* "dozens"; number: one of them */
#define NGI_W_FRACTION (1ull << 48) /* number: "third" */
#define NGI_W_LABEL (1ull << 49)    /* a number behind it is a name: "Article 5" */
#define NGI_W_STOP (1ull << 50)     /* ends what is counted */
#define NGI_W_NATION (1ull << 51)   /* "Canadian" dollars; unit: the first letters of the code */
#define NGI_W_VAGUE (1ull << 52)    /* "few", "several" */
#define NGI_W_AGED (1ull << 53)     /* "aged", "old" */
#define NGI_W_REPORT (1ull << 54)   /* "said": what follows is another clause */
#define NGI_W_DECADE (1ull << 55)   /* "eighties"; when: 80 */
#define NGI_W_ARTICLE (1ull << 56)  /* "a", "une": one of a unit */
#define NGI_W_NAMED (1ull << 57)    /* opens the name of a date of several words */

typedef enum ngi_unit {
    NGI_UNIT_SECOND = 1,
    NGI_UNIT_MINUTE,
    NGI_UNIT_HOUR,
    NGI_UNIT_DAY,
    NGI_UNIT_WEEKEND,
    NGI_UNIT_WEEK,
    NGI_UNIT_FORTNIGHT,
    NGI_UNIT_MONTH,
    NGI_UNIT_QUARTER,
    NGI_UNIT_YEAR,
    NGI_UNIT_DECADE,
    NGI_UNIT_CENTURY,
} ngi_unit;

typedef enum ngi_holiday {
    NGI_CHRISTMAS,
    NGI_CHRISTMAS_EVE,
    NGI_NEW_YEAR,
    NGI_NEW_YEAR_EVE,
    NGI_HALLOWEEN,
    NGI_THANKSGIVING,
    NGI_EASTER,
    NGI_GOOD_FRIDAY,
    NGI_PENTECOST,
    NGI_VALENTINE,
    NGI_BOXING_DAY,
    NGI_EASTER_MONDAY,
} ngi_holiday;

typedef struct ngi_entry {
    const char *word;
    uint64_t classes;
    int when;
    double number;
    const char *unit;
} ngi_entry;

typedef enum ngi_tongue { NGI_EN, NGI_DE, NGI_FR, NGI_ES, NGI_TONGUES, NGI_OTHER } ngi_tongue;

/* The table of a language, in order. */
typedef struct ngi_lexicon {
    const ngi_entry *entries;
    size_t count;
} ngi_lexicon;

extern const ngi_lexicon ngi_words_en, ngi_words_de, ngi_words_fr, ngi_words_es;

/* Which language's rules a BCP 47 tag asks for; the empty tag: English. */
ngi_tongue ngi_tongue_of(ng_slice language);

#endif
