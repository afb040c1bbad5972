/* SPDX-License-Identifier: Apache-2.0 */
/* Days, months, quarters and holidays: see days.h. */
#include "record/when/days.h"

#include "stories/dates/calendar.h"

bool ngi_day_read(ng_slice iso, ngi_day *out)
{
    static const uint8_t at[] = {0, 1, 2, 3, 5, 6, 8, 9};
    int digits[8];
    if (iso.len < 10 || iso.ptr[4] != '-' || iso.ptr[7] != '-')
        return false;
    for (size_t i = 0; i < NGI_COUNT(at); i++) {
        digits[i] = iso.ptr[at[i]] - '0';
        if (digits[i] < 0 || digits[i] > 9)
            return false;
    }
    int year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
    int month = digits[4] * 10 + digits[5], day = digits[6] * 10 + digits[7];
    if (!ngi_day_real(year, month, day))
        return false;
    *out = ngi_day_of(year, month, day);
    return true;
}

ngi_day ngi_day_of(int year, int month, int day)
{
    return (ngi_day)ngi_days_of(year, month, day);
}

void ngi_day_parts(ngi_day day, int *year, int *month, int *date)
{
    ngi_days_to(day, year, month, date);
}

ng_slice ngi_day_print(ngi_arena *arena, ngi_day day)
{
    int year, month, date;
    ngi_day_parts(day, &year, &month, &date);
    if (year < 1 || year > 9999)
        return (ng_slice){0};
    char *text = ngi_arena_chars(arena, 12);
    if (text == NULL)
        return (ng_slice){0};
    int len = snprintf(text, 12, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
                       (unsigned)date % 100);
    return ngi_slice(text, (size_t)len);
}

bool ngi_day_real(int year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= ngi_month_length(year, month);
}

int ngi_day_weekday(ngi_day day)
{
    return (int)(((int64_t)day + 3) % 7 + 7) % 7; /* 1970-01-01 was a Thursday */
}

ngi_day ngi_day_add_months(ngi_day day, int64_t months)
{
    int year, month, date;
    ngi_day_parts(day, &year, &month, &date);
    int64_t all = (int64_t)year * 12 + month - 1 + months;
    if (all < 12)
        all = 12;
    if (all > 9999 * 12)
        all = 9999 * 12;
    year = (int)(all / 12);
    month = (int)(all % 12) + 1;
    int most = ngi_month_length(year, month);
    return ngi_day_of(year, month, date < most ? date : most);
}

ngi_days ngi_days_unknown(void)
{
    return (ngi_days){0};
}

ngi_days ngi_days_day(ngi_day day)
{
    return (ngi_days){.lo = day, .hi = day, .has_lo = true, .has_hi = true};
}

ngi_days ngi_days_months(int year, int month, int count)
{
    ngi_day lo = ngi_day_of(year, month, 1);
    return (ngi_days){.lo = lo, .hi = ngi_day_add_months(lo, count) - 1, .has_lo = true,
                      .has_hi = true};
}

ngi_days ngi_days_month(int year, int month)
{
    return ngi_days_months(year, month, 1);
}

ngi_days ngi_days_years(int first, int last)
{
    return (ngi_days){.lo = ngi_day_of(first, 1, 1), .hi = ngi_day_of(last, 12, 31),
                      .has_lo = true, .has_hi = true};
}

static int64_t clamp(int64_t by)
{
    return by < -200000 ? -200000 : by > 200000 ? 200000 : by;
}

ngi_days ngi_days_unit(ngi_day day, ngi_unit unit, int64_t by)
{
    int year, month, date;
    by = clamp(by);
    switch (unit) {
    case NGI_UNIT_SECOND:
    case NGI_UNIT_MINUTE:
    case NGI_UNIT_HOUR:
        return ngi_days_day(ngi_day_move(day, unit, (double)by));
    case NGI_UNIT_DAY:
        return ngi_days_day(day + (ngi_day)by);
    case NGI_UNIT_WEEKEND:
    case NGI_UNIT_WEEK:
    case NGI_UNIT_FORTNIGHT: {
        ngi_day monday = day - ngi_day_weekday(day) +
                         (ngi_day)by * (unit == NGI_UNIT_FORTNIGHT ? 14 : 7);
        return (ngi_days){.lo = unit == NGI_UNIT_WEEKEND ? monday + 5 : monday, .hi = monday + 6,
                          .has_lo = true, .has_hi = true};
    }
    case NGI_UNIT_MONTH:
    case NGI_UNIT_QUARTER: {
        int length = unit == NGI_UNIT_MONTH ? 1 : 3;
        ngi_day_parts(ngi_day_add_months(day, by * length), &year, &month, &date);
        return ngi_days_months(year, month - (month - 1) % length, length);
    }
    case NGI_UNIT_YEAR:
    case NGI_UNIT_DECADE:
    case NGI_UNIT_CENTURY: {
        int length = unit == NGI_UNIT_YEAR ? 1 : unit == NGI_UNIT_DECADE ? 10 : 100;
        ngi_day_parts(ngi_day_add_months(day, by * length * 12), &year, &month, &date);
        int first = unit == NGI_UNIT_CENTURY ? (year - 1) / 100 * 100 + 1 : year - year % length;
        return ngi_days_years(first, first + length - 1);
    }
    }
    return ngi_days_unknown();
}

ngi_day ngi_day_move(ngi_day day, ngi_unit unit, double by)
{
    if (!(by > -100000 && by < 100000))
        by = by < 0 ? -100000 : 100000;
    switch (unit) {
    case NGI_UNIT_SECOND:
    case NGI_UNIT_MINUTE: return day;
    case NGI_UNIT_HOUR: return day + (ngi_day)(by / 24);
    case NGI_UNIT_DAY: return day + (ngi_day)by;
    case NGI_UNIT_WEEKEND:
    case NGI_UNIT_WEEK: return day + (ngi_day)(by * 7);
    case NGI_UNIT_FORTNIGHT: return day + (ngi_day)(by * 14);
    case NGI_UNIT_MONTH: return ngi_day_add_months(day, (int64_t)by);
    case NGI_UNIT_QUARTER: return ngi_day_add_months(day, (int64_t)(by * 3));
    case NGI_UNIT_YEAR: return ngi_day_add_months(day, (int64_t)(by * 12));
    case NGI_UNIT_DECADE: return ngi_day_add_months(day, (int64_t)(by * 120));
    case NGI_UNIT_CENTURY: return ngi_day_add_months(day, (int64_t)(by * 1200));
    }
    return day;
}

ngi_days ngi_days_third(ngi_days days, int which)
{
    if (!days.has_lo || !days.has_hi)
        return days;
    ngi_day lo = days.lo, hi = days.hi, length = hi - lo + 1;
    int year, month, date;
    ngi_day_parts(lo, &year, &month, &date);
    if (date == 1 && length >= 90) { /* whole months: thirds of a year or quarter are months */
        int months = (int)(length / 30), part = months / 3;
        days.lo = ngi_day_add_months(lo, which * part);
        days.hi = which == 2 ? hi : ngi_day_add_months(lo, (which + 1) * part) - 1;
    } else if (date == 1 && length >= 28) {
        days.lo = lo + which * 10;
        days.hi = which == 2 ? hi : lo + which * 10 + 9;
    } else if (length > 2) {
        days.lo = lo + (ngi_day)((int64_t)length * which / 3);
        days.hi = lo + (ngi_day)((int64_t)length * (which + 1) / 3) - 1;
    }
    days.approximate = length > 1;
    return days;
}

/* Easter of the Gregorian calendar, by the anonymous computus of 1876. */
static ngi_day easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
    int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return ngi_day_of(year, n / 31, n % 31 + 1);
}

ngi_day ngi_day_holiday(ngi_holiday holiday, int year)
{
    switch (holiday) {
    case NGI_CHRISTMAS: return ngi_day_of(year, 12, 25);
    case NGI_CHRISTMAS_EVE: return ngi_day_of(year, 12, 24);
    case NGI_NEW_YEAR: return ngi_day_of(year, 1, 1);
    case NGI_NEW_YEAR_EVE: return ngi_day_of(year, 12, 31);
    case NGI_HALLOWEEN: return ngi_day_of(year, 10, 31);
    case NGI_VALENTINE: return ngi_day_of(year, 2, 14);
    case NGI_BOXING_DAY: return ngi_day_of(year, 12, 26);
    case NGI_EASTER: return easter(year);
    case NGI_EASTER_MONDAY: return easter(year) + 1;
    case NGI_GOOD_FRIDAY: return easter(year) - 2;
    case NGI_PENTECOST: return easter(year) + 49;
    case NGI_THANKSGIVING: {
        ngi_day first = ngi_day_of(year, 11, 1);
        return first + (3 - ngi_day_weekday(first) + 7) % 7 + 21;
    }
    }
    return ngi_day_of(year, 1, 1);
}
