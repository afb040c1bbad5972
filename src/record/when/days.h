/* SPDX-License-Identifier: Apache-2.0 */
/* Days and stretches of days, as the readers of dates reckon with them. */
#ifndef NGI_DAYS_H
#define NGI_DAYS_H

#include "record/languages/words.h"

/* Days since 1970-01-01 of the Gregorian calendar. */
typedef int32_t ngi_day;

/* From one day to another, both included. */
typedef struct ngi_days {
    ngi_day lo, hi;
    bool has_lo, has_hi; /* a side that the text does not tell is open */
    bool approximate;
} ngi_days;

/* The day that an ISO 8601 date or moment begins with, of any year (old stories have archives). */
bool ngi_day_read(ng_slice iso, ngi_day *out);
/* "2024-03-05", in the arena; empty where memory is out. */
ng_slice ngi_day_print(ngi_arena *arena, ngi_day day);
ngi_day ngi_day_of(int year, int month, int day);
void ngi_day_parts(ngi_day day, int *year, int *month, int *date);
bool ngi_day_real(int year, int month, int day);
int ngi_day_weekday(ngi_day day); /* 0: Monday */
/* The same date (or the month's last) some months later. */
ngi_day ngi_day_add_months(ngi_day day, int64_t months);

ngi_days ngi_days_unknown(void);
ngi_days ngi_days_day(ngi_day day);
ngi_days ngi_days_month(int year, int month);
ngi_days ngi_days_months(int year, int month, int count);
ngi_days ngi_days_years(int first, int last);
/* The calendar's day, weekend, week, month, quarter, year, decade or century that holds `day`,
 * moved by `by` of them. */
ngi_days ngi_days_unit(ngi_day day, ngi_unit unit, int64_t by);
/* `day` moved by a number of units, to the day. */
ngi_day ngi_day_move(ngi_day day, ngi_unit unit, double by);
/* The part of a stretch that its first, second or last third is (0, 1, 2). */
ngi_days ngi_days_third(ngi_days days, int which);
/* The holiday of a year. */
ngi_day ngi_day_holiday(ngi_holiday holiday, int year);

#endif
