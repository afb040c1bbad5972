/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that read dates share.
 *
 * A point is a date by itself ("March 3", "last week", "2014"); dates.c puts points together
 * ("since 2014", "March 3 to April 5"). Each reader returns the number of atoms that it used,
 * 0 for no date. */
#ifndef NGI_WHEN_READING_H
#define NGI_WHEN_READING_H

#include "record/languages/atoms.h"
#include "record/when/days.h"

typedef enum ngi_tense { NGI_TENSE_NONE, NGI_TENSE_PAST, NGI_TENSE_FUTURE } ngi_tense;

typedef enum ngi_grain { /* how fine a point is */
    NGI_GRAIN_DAY,
    NGI_GRAIN_WEEKDAY,
    NGI_GRAIN_MONTH_DAY, /* a day of a month whose year is not told */
    NGI_GRAIN_MONTH,     /* a month whose year is not told */
    NGI_GRAIN_MONTH_YEAR,
    NGI_GRAIN_YEAR,
    NGI_GRAIN_OTHER,
} ngi_grain;

typedef struct ngi_point {
    ngi_days days;
    uint8_t grain; /* ngi_grain */
    uint8_t month; /* of MONTH and MONTH_DAY */
    uint8_t date, date_hi; /* of MONTH_DAY */
    bool article;  /* a "the" before it belongs to it */
    bool counted;  /* its numbers count days or years, and are figures as well */
} ngi_point;

typedef struct ngi_when_reader {
    ngi_atoms *atoms;
    bool has_base, has_last;
    ngi_day base;
    ngi_days last;      /* the date before, for "a day later" */
    ngi_tense forced;   /* by a word that a point stands behind: "since", "until" */
    bool lenient;       /* in a range: a month's name needs no more beside it */
    uint8_t depth;      /* parts of parts: "early in the last week of", twice at most */
    uint32_t sentence;  /* the sentence's first atom */
} ngi_when_reader;

/* ---- tense.c ---- */

/* Whether atoms [begin, end) stand beside a verb of what has been or is to come. */
ngi_tense ngi_when_tense(const ngi_when_reader *r, uint32_t begin, uint32_t end);

/* ---- calendar forms: named.c ---- */

bool ngi_when_year(const ngi_when_reader *r, uint32_t i, int *year);
/* Whether a lone number of four digits is a year by what stands beside it. */
bool ngi_when_lone_year(const ngi_when_reader *r, uint32_t i);
uint32_t ngi_when_weekday(ngi_when_reader *r, uint32_t i, ngi_point *out);
uint32_t ngi_when_month(ngi_when_reader *r, uint32_t i, ngi_point *out);
uint32_t ngi_when_number(ngi_when_reader *r, uint32_t i, ngi_point *out);
uint32_t ngi_when_numeric(ngi_when_reader *r, uint32_t i, ngi_point *out);
uint32_t ngi_when_holiday(ngi_when_reader *r, uint32_t i, ngi_point *out);
uint32_t ngi_when_season(ngi_when_reader *r, uint32_t i, ngi_point *out);
/* A year behind a month: "2024", ", 2024", "of 2024". */
uint32_t ngi_when_year_behind(const ngi_when_reader *r, uint32_t i, bool comma, int *year);
/* The day of a month, or the month, whose year the base and the tense tell. */
void ngi_when_resolve(const ngi_when_reader *r, uint32_t begin, uint32_t end, ngi_point *point);
void ngi_when_in_year(ngi_point *point, int year);

/* ---- relative forms: relative.c ---- */

uint32_t ngi_when_today(ngi_when_reader *r, uint32_t i, ngi_point *out);
/* "last week", "the past three years", "this summer", "lundi dernier" without its weekday. */
uint32_t ngi_when_relative(ngi_when_reader *r, uint32_t i, ngi_point *out);
/* "three years ago", "two days later". */
uint32_t ngi_when_distance(ngi_when_reader *r, uint32_t i, ngi_point *out);
/* "this year", "of last month" behind a date: 0 where there is none. */
uint32_t ngi_when_behind(const ngi_when_reader *r, uint32_t i, ngi_days *out, ngi_unit *unit);
/* A count of units: "eight months", "a week", "a few days". *count 0: not told. */
uint32_t ngi_when_count(const ngi_when_reader *r, uint32_t i, double *count, ngi_unit *unit,
                        bool *approximate);

/* ---- parts of a stretch: parts.c ---- */

uint32_t ngi_when_part(ngi_when_reader *r, uint32_t i, ngi_point *out);
uint32_t ngi_when_decade(ngi_when_reader *r, uint32_t i, ngi_point *out);

/* Any point at atom i. */
uint32_t ngi_when_point(ngi_when_reader *r, uint32_t i, ngi_point *out);

#endif
