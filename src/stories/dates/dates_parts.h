/* SPDX-License-Identifier: Apache-2.0 */
/* What the three files that read dates share (dates_forms.c: dates; dates_times.c: times and
 * zones; dates.c: both together). */
#ifndef NGI_DATES_PARTS_H
#define NGI_DATES_PARTS_H

#include "stories/dates/dates.h"

typedef struct ngi_reading {
    const ngi_tokens *t;
    const ngi_moment *now; /* NULL where not known */
    int day_first;
    bool machine; /* written by a program */
    ngi_moment m;
    bool yearless; /* no year told (yet): from now */
    bool persian, thai;
    bool unsure;        /* day and month of m could be swapped */
    size_t first, last; /* tokens used: [first, last) */
} ngi_reading;

/* ---- small looks at tokens ---- */

static inline const ngi_token *token(const ngi_tokens *t, size_t i)
{
    return i < t->count ? &t->at[i] : NULL;
}

static inline bool is_number(const ngi_tokens *t, size_t i, int most_digits)
{
    return i < t->count && t->at[i].kind == NGI_TOKEN_NUMBER && t->at[i].digits <= most_digits;
}

static inline bool is_glued(const ngi_tokens *t, size_t i)
{
    return i < t->count && t->at[i].glued;
}

static inline int value(const ngi_tokens *t, size_t i)
{
    return (int)t->at[i].value;
}

static inline bool is_word(const ngi_tokens *t, size_t i, const char *list)
{
    return ngi_token_in(t, i, list);
}

static inline uint32_t mark_at(const ngi_tokens *t, size_t i)
{
    return i < t->count && t->at[i].kind == NGI_TOKEN_MARK ? t->at[i].value : 0;
}

/* ---- dates_forms.c ---- */

/* A date that begins at token i: fills r->m, r->first, r->last. */
bool ngi_date_at(ngi_reading *r, size_t i);
/* Puts year, month and day into r, whatever calendar the year is of. */
bool ngi_set_day(ngi_reading *r, int year, int month, int day);
/* Whether token i is a number that can be a year in full. */
bool ngi_is_year(const ngi_tokens *t, size_t i);
/* Whether a number or mark stuck to the left of token i makes it part of something else. */
bool ngi_tied_left(const ngi_tokens *t, size_t i);
bool ngi_is_unit(const ngi_tokens *t, size_t i, const char *han, const char *hangul);

/* ---- dates_times.c ---- */

/* A time at token i: sets it in r->m and moves *at behind it. led: a word before it says that
 * a time comes ("kl.", "um"), so "14.05" and "15 Uhr" will do. two_digits: "2:15" will not. */
bool ngi_time_at(ngi_reading *r, size_t *at, bool led, bool two_digits);
/* A zone at token *at, in brackets or not; moves *at behind it. seconds: the time before it
 * has them, so "-01:00" is no second time. */
bool ngi_zone_at(ngi_reading *r, size_t *at, bool seconds);

/* What stands between a date and its time. */
typedef struct ngi_gap {
    bool led;    /* a word says that a time comes */
    bool parted; /* by | or a dot: a duration might follow */
    size_t end;
} ngi_gap;

ngi_gap ngi_gap_skip(ngi_reading *r, size_t i);
extern const char ngi_time_words[];

#endif
