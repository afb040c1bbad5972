/* SPDX-License-Identifier: Apache-2.0 */
/* Dates by name: weekdays, months, days of months, seasons and holidays. */
#include "record/when/reading.h"

/* ---- resolving ---- */

static ngi_day weekday_by(const ngi_when_reader *r, int weekday, ngi_tense tense)
{
    int back = (ngi_day_weekday(r->base) - weekday + 7) % 7;
    return tense == NGI_TENSE_FUTURE && back != 0 ? r->base + 7 - back : r->base - back;
}

/* A date nearly a year off would have been given with its year: then it is the near one. */
enum { FAR_DAYS = 320, FAR_MONTHS = 11 };

static int year_of_month(const ngi_when_reader *r, int month, ngi_tense tense)
{
    int year, now, date;
    ngi_day_parts(r->base, &year, &now, &date);
    int back = (now - month + 12) % 12, ahead = (12 - back) % 12;
    bool past = tense == NGI_TENSE_PAST ? back < FAR_MONTHS
                : tense == NGI_TENSE_FUTURE ? ahead >= FAR_MONTHS
                                            : back <= 9;
    if (back == 0)
        return year;
    return past ? (month > now ? year - 1 : year) : (month < now ? year + 1 : year);
}

static int year_of_date(const ngi_when_reader *r, int month, int date, ngi_tense tense)
{
    int year, month_now, date_now;
    ngi_day_parts(r->base, &year, &month_now, &date_now);
    bool passed = month < month_now || (month == month_now && date <= date_now);
    bool today = month == month_now && date == date_now;
    if (today)
        return year;
    int before = passed ? year : year - 1, after = passed ? year + 1 : year;
    int64_t back = (int64_t)r->base - ngi_day_of(before, month, date < 29 ? date : 28);
    int64_t ahead = (int64_t)ngi_day_of(after, month, date < 29 ? date : 28) - r->base;
    if (tense == NGI_TENSE_PAST)
        return back > FAR_DAYS ? after : before;
    if (tense == NGI_TENSE_FUTURE)
        return ahead > FAR_DAYS ? before : after;
    return ahead * 2 < back ? after : before;
}

void ngi_when_in_year(ngi_point *point, int year)
{
    if (point->grain == NGI_GRAIN_MONTH) {
        point->days = ngi_days_month(year, point->month);
    } else if (point->grain == NGI_GRAIN_MONTH_DAY) {
        point->days = ngi_days_unknown();
        if (ngi_day_real(year, point->month, point->date))
            point->days = ngi_days_day(ngi_day_of(year, point->month, point->date));
        if (point->days.has_hi && point->date_hi > point->date &&
            ngi_day_real(year, point->month, point->date_hi))
            point->days.hi = ngi_day_of(year, point->month, point->date_hi);
    }
}

void ngi_when_resolve(const ngi_when_reader *r, uint32_t begin, uint32_t end, ngi_point *point)
{
    if (!r->has_base || (point->grain != NGI_GRAIN_MONTH && point->grain != NGI_GRAIN_MONTH_DAY))
        return;
    ngi_tense tense = ngi_when_tense(r, begin, end);
    int year = point->grain == NGI_GRAIN_MONTH
                   ? year_of_month(r, point->month, tense)
                   : year_of_date(r, point->month, point->date, tense);
    ngi_when_in_year(point, year);
    if (!point->days.has_lo && point->month == 2 && point->date == 29)
        for (int off = -1; off >= -4 && !point->days.has_lo; off--)
            ngi_when_in_year(point, year + off);
}

/* ---- numbers ---- */

bool ngi_when_year(const ngi_when_reader *r, uint32_t i, int *year)
{
    if (!ngi_atom_number(r->atoms, i))
        return false;
    const ngi_atom *atom = &r->atoms->items[i];
    if (atom->digits != 4 || atom->number < 1000 || atom->number >= 2200 ||
        (atom->flags & (NGI_ATOM_GROUPED | NGI_ATOM_DECIMAL | NGI_ATOM_STRANGE)) != 0)
        return false;
    if (ngi_atom_glued(r->atoms, i + 1) && (r->atoms->items[i + 1].kind != NGI_ATOM_MARK ||
                                            r->atoms->items[i + 1].mark == '%'))
        return false;
    *year = ngi_whole(atom->number);
    return true;
}

/* A day of a month in digits, with the ending of an ordinal. Returns atoms used. */
static uint32_t day_number(const ngi_when_reader *r, uint32_t i, int *day)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", "er", "ter", "ten", "re", "o"};
    const ngi_atoms *a = r->atoms;
    if (!ngi_atom_number(a, i))
        return 0;
    const ngi_atom *atom = &a->items[i];
    if (atom->digits > 2 || atom->number < 1 || atom->number > 31 ||
        (atom->flags & (NGI_ATOM_GROUPED | NGI_ATOM_DECIMAL)) != 0)
        return 0;
    *day = ngi_whole(atom->number);
    if (!ngi_atom_glued(a, i + 1))
        return 1;
    const ngi_atom *behind = &a->items[i + 1];
    if (behind->kind == NGI_ATOM_WORD) {
        for (size_t k = 0; k < NGI_COUNT(endings); k++)
            if (ngi_atom_is(a, i + 1, endings[k]))
                return 2;
        return 0;
    }
    if (behind->mark == 0xBA || behind->mark == 0xB0 || (behind->mark == '.' && a->tongue == NGI_DE))
        return 2;
    if ((behind->mark == ':' || behind->mark == '.' || behind->mark == '%') &&
        (behind->mark == '%' || (ngi_atom_glued(a, i + 2) && ngi_atom_number(a, i + 2))))
        return 0;
    return 1;
}

/* A second day behind the first: "3-5", "3 to 5", "3 et 4", "3./4.". Returns atoms used. */
static uint32_t second_day(const ngi_when_reader *r, uint32_t i, int first, int *day)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i;
    if (!ngi_atom_dash(a, at) && !ngi_atom_mark(a, at, '/') && !ngi_atom_has(a, at, NGI_W_TO | NGI_W_AND))
        return 0;
    at++;
    if (ngi_atom_has(a, at, NGI_W_THE))
        at++;
    uint32_t used = day_number(r, at, day);
    if (used == 0 || *day <= first || ngi_atom_has(a, at + used, NGI_W_UNIT | NGI_W_POWER))
        return 0;
    return at + used - i;
}

/* A year behind a month: "2024", ", 2024", "of 2024", "de 2024". Returns atoms used. */
uint32_t ngi_when_year_behind(const ngi_when_reader *r, uint32_t i, bool comma, int *year)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i;
    if (comma && ngi_atom_mark(a, at, ','))
        at++;
    else if (ngi_atom_has(a, at, NGI_W_OF))
        at++;
    if (!ngi_when_year(r, at, year))
        return 0;
    if (at > i && ngi_atom_mark(a, i, ',') &&
        ngi_atom_has(a, at + 1, NGI_W_UNIT | NGI_W_MEASURE | NGI_W_POWER | NGI_W_PLURAL))
        return 0;
    return at + 1 - i;
}

static uint32_t month_word(const ngi_when_reader *r, uint32_t i, int *month)
{
    const ngi_atoms *a = r->atoms;
    if (!ngi_atom_has(a, i, NGI_W_MONTH))
        return 0;
    bool capitals = a->tongue == NGI_EN || a->tongue == NGI_DE;
    if (capitals && (a->items[i].flags & NGI_ATOM_CAPITAL) == 0)
        return 0;
    *month = a->items[i].entry->when;
    bool point = ngi_atom_has(a, i, NGI_W_SHORT) && a->items[i].end - a->items[i].begin <= 5 &&
                 ngi_atom_mark(a, i + 1, '.') && ngi_atom_glued(a, i + 1) &&
                 a->items[i].end - a->items[i].begin < (capitals ? 5u : 6u) &&
                 !(a->tongue == NGI_EN && (ngi_atom_is(a, i, "may") || ngi_atom_is(a, i, "june")));
    return point ? 2 : 1;
}

/* Whether a month whose name is a first name, a verb or a short form is a month here. */
static bool month_in_place(const ngi_when_reader *r, uint32_t i, uint32_t used)
{
    const ngi_atoms *a = r->atoms;
    if (!ngi_atom_has(a, i, NGI_W_SHORT) || r->lenient)
        return true;
    if (used == 2 && a->items[i].end - a->items[i].begin <= 4)
        return true;
    if (i == 0)
        return false;
    uint64_t places = NGI_W_SINCE | NGI_W_UNTIL | NGI_W_EARLY | NGI_W_MID | NGI_W_LATE | NGI_W_END |
                      NGI_W_LAST | NGI_W_NEXT | NGI_W_THIS | NGI_W_BETWEEN;
    if (ngi_atom_has(a, i - 1, places) || ngi_atom_is(a, i - 1, "in") ||
        ngi_atom_is(a, i - 1, "during") || ngi_atom_is(a, i - 1, "through") ||
        (ngi_atom_dash(a, i - 1) && i > 1 && ngi_atom_has(a, i - 2, places)))
        return true;
    return !ngi_atom_is(a, i, "may") && ngi_atom_has(a, i - 1, NGI_W_IN | NGI_W_BY | NGI_W_OF);
}

static bool date_exists(int month, int day)
{
    return ngi_day_real(2024, month, day);
}

/* ---- days of months ---- */

/* Days whose year everybody knows, where what happened stands behind them. */
static int famous_year(const ngi_atoms *a, uint32_t i, int month, int day)
{
    static const struct {
        int month, day, year;
    } days[] = {{9, 11, 2001}, {10, 7, 2023}, {1, 6, 2021}};
    if (a->tongue != NGI_EN ||
        !(ngi_atom_is(a, i, "attacks") || ngi_atom_is(a, i, "attack") || ngi_atom_is(a, i, "riot") ||
          ngi_atom_is(a, i, "insurrection") || ngi_atom_is(a, i, "assault")))
        return 0;
    for (size_t k = 0; k < NGI_COUNT(days); k++)
        if (days[k].month == month && days[k].day == day)
            return days[k].year;
    return 0;
}

/* What stands behind a day and its month: a year, "last year", or nothing. */
static uint32_t finish_date(ngi_when_reader *r, uint32_t i, uint32_t at, ngi_point *out)
{
    int year;
    ngi_days behind;
    ngi_unit unit;
    out->grain = NGI_GRAIN_MONTH_DAY;
    uint32_t used = ngi_when_year_behind(r, at, true, &year);
    if (used != 0) {
        ngi_when_in_year(out, year);
        out->grain = NGI_GRAIN_DAY;
        return at + used - i;
    }
    year = famous_year(r->atoms, at, out->month, out->date);
    if (year != 0 && r->has_base && ngi_day_of(year, 12, 31) <= r->base + 366) {
        ngi_when_in_year(out, year);
        out->grain = NGI_GRAIN_DAY;
        return at - i;
    }
    used = ngi_when_behind(r, at, &behind, &unit);
    if (used != 0 && unit == NGI_UNIT_YEAR) {
        int month, date;
        out->grain = NGI_GRAIN_DAY;
        if (behind.has_lo) {
            ngi_day_parts(behind.lo, &year, &month, &date);
            out->grain = NGI_GRAIN_MONTH_DAY;
            ngi_when_in_year(out, year);
            out->grain = NGI_GRAIN_DAY;
        }
        return at + used - i;
    }
    ngi_when_resolve(r, i, at, out);
    return at - i;
}

static uint32_t month_and_day(ngi_when_reader *r, uint32_t i, uint32_t at, int month, ngi_point *out)
{
    int day, hi;
    if (ngi_atom_has(r->atoms, at, NGI_W_THE))
        at++;
    uint32_t used = day_number(r, at, &day);
    if (used == 0 || !date_exists(month, day))
        return 0;
    at += used;
    out->month = (uint8_t)month;
    out->date = out->date_hi = (uint8_t)day;
    used = second_day(r, at, day, &hi);
    if (used != 0 && date_exists(month, hi)) {
        out->date_hi = (uint8_t)hi;
        at += used;
    } else if (ngi_atom_has(r->atoms, at, NGI_W_PLURAL | NGI_W_MEASURE | NGI_W_CURRENCY)) {
        return 0; /* "in March 12 people died" */
    }
    return finish_date(r, i, at, out);
}

uint32_t ngi_when_month(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    int month, year;
    ngi_days behind;
    ngi_unit unit;
    uint32_t used = month_word(r, i, &month);
    if (used == 0)
        return 0;
    uint32_t at = i + used;
    if (r->atoms->tongue == NGI_EN || r->atoms->tongue == NGI_OTHER) {
        uint32_t with_day = month_and_day(r, i, at, month, out);
        if (with_day != 0)
            return with_day;
    }
    out->month = (uint8_t)month;
    out->grain = NGI_GRAIN_MONTH;
    uint32_t more = ngi_when_year_behind(r, at, true, &year);
    if (more != 0) {
        ngi_when_in_year(out, year);
        out->grain = NGI_GRAIN_MONTH_YEAR;
        return at + more - i;
    }
    more = ngi_when_behind(r, at, &behind, &unit);
    if (more != 0 && unit == NGI_UNIT_YEAR) {
        int ignored;
        if (behind.has_lo) {
            ngi_day_parts(behind.lo, &year, &month, &ignored);
            ngi_when_in_year(out, year);
        }
        out->grain = NGI_GRAIN_MONTH_YEAR;
        return at + more - i;
    }
    if (!month_in_place(r, i, used))
        return 0;
    ngi_when_resolve(r, i, at, out);
    return used;
}

/* "3 March", "3. bis 5. Maerz", "1er mai", "3 de marzo de 2024", "the third of March". */
uint32_t ngi_when_number(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    int day, hi = 0, month;
    uint32_t at = i, used = day_number(r, i, &day);
    if (used == 0 && ngi_atom_has(a, i, NGI_W_ORDINAL) && a->items[i].entry->when <= 31) {
        day = a->items[i].entry->when;
        used = 1;
        if (a->tongue == NGI_EN && !ngi_atom_has(a, i + 1, NGI_W_OF))
            return 0;
    }
    if (used == 0)
        return 0;
    at += used;
    used = second_day(r, at, day, &hi);
    at += used;
    if (ngi_atom_has(a, at, NGI_W_OF))
        at++;
    if (a->tongue == NGI_ES && used == 0 && at == i + 1 && !r->lenient)
        return 0; /* "3 marzo" is not Spanish */
    uint32_t month_used = month_word(r, at, &month);
    if (month_used == 0 || !date_exists(month, day) || (used != 0 && !date_exists(month, hi)))
        return 0;
    if (a->tongue == NGI_EN && month_used == 1 && ngi_atom_is(a, at, "may") && at > i + 1 &&
        !ngi_atom_has(a, at - 1, NGI_W_OF) && a->items[at - 1].kind == NGI_ATOM_MARK)
        return 0;
    out->month = (uint8_t)month;
    out->date = (uint8_t)day;
    out->date_hi = (uint8_t)(used != 0 ? hi : day);
    return finish_date(r, i, at + month_used, out);
}

/* ---- weekdays ---- */

static bool weekday_in_place(const ngi_when_reader *r, uint32_t i)
{
    const ngi_atoms *a = r->atoms;
    const ngi_atom *atom = &a->items[i];
    bool capitals = a->tongue == NGI_EN || a->tongue == NGI_DE;
    if (capitals && (atom->flags & NGI_ATOM_CAPITAL) == 0)
        return false;
    if ((atom->classes & NGI_W_SHORT) == 0)
        return true;
    uint32_t at = i + 1;
    bool point = ngi_atom_mark(a, at, '.') && ngi_atom_glued(a, at);
    at += point;
    at += ngi_atom_mark(a, at, ',');
    return ngi_atom_has(a, at, NGI_W_MONTH) ||
           (ngi_atom_number(a, at) && ngi_atom_has(a, at + 1, NGI_W_MONTH)) ||
           (point && atom->end - atom->begin <= 5 && i > 0 && ngi_atom_has(a, i - 1, NGI_W_IN));
}

/* The date behind a weekday: "Tuesday, March 5", "Dienstag, den 5. Maerz". */
static uint32_t weekday_with_date(ngi_when_reader *r, uint32_t i, uint32_t at, int weekday,
                                  ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    if (ngi_atom_mark(a, at, '.') && ngi_atom_glued(a, at))
        at++;
    if (ngi_atom_mark(a, at, ','))
        at++;
    if (ngi_atom_has(a, at, NGI_W_THE))
        at++;
    ngi_point date = {0};
    uint32_t used = ngi_when_numeric(r, at, &date);
    if (used == 0)
        used = ngi_atom_has(a, at, NGI_W_MONTH) ? ngi_when_month(r, at, &date)
                                                : ngi_when_number(r, at, &date);
    if (used == 0 || (date.grain != NGI_GRAIN_DAY && date.grain != NGI_GRAIN_MONTH_DAY))
        return 0;
    if (date.grain == NGI_GRAIN_MONTH_DAY && r->has_base) {
        int year, month, day; /* the year near the base in which the weekday fits */
        static const int offs[] = {0, -1, 1, -2, 2};
        ngi_day_parts(r->base, &year, &month, &day);
        for (size_t k = 0; k < NGI_COUNT(offs); k++)
            if (ngi_day_real(year + offs[k], date.month, date.date) &&
                ngi_day_weekday(ngi_day_of(year + offs[k], date.month, date.date)) == weekday) {
                ngi_when_in_year(&date, year + offs[k]);
                break;
            }
    }
    *out = date;
    return at + used - i;
}

uint32_t ngi_when_weekday(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    if (!ngi_atom_has(a, i, NGI_W_WEEKDAY) || !weekday_in_place(r, i))
        return 0;
    int weekday = a->items[i].entry->when;
    uint32_t at = i + 1;
    if (i > 0 && ngi_atom_has(a, i - 1, NGI_W_ARTICLE) &&
        (at >= a->count || a->items[at].kind == NGI_ATOM_MARK))
        return 0; /* "it was a Saturday" */
    uint32_t used = weekday_with_date(r, i, at, weekday, out);
    if (used != 0)
        return used;
    if (ngi_atom_has(a, i, NGI_W_SHORT) && ngi_atom_mark(a, at, '.'))
        at++;
    if (ngi_atom_has(a, at, NGI_W_PART))
        at++;
    out->grain = NGI_GRAIN_WEEKDAY;
    ngi_days behind;
    ngi_unit unit;
    used = ngi_when_behind(r, at, &behind, &unit);
    if (used != 0 && unit == NGI_UNIT_WEEK) {
        if (behind.has_lo)
            out->days = ngi_days_day(behind.lo + weekday);
        return at + used - i;
    }
    bool after = a->tongue == NGI_FR || a->tongue == NGI_ES;
    if (after && ngi_atom_has(a, at, NGI_W_LAST | NGI_W_NEXT)) {
        bool next = ngi_atom_has(a, at, NGI_W_NEXT);
        if (r->has_base) {
            ngi_day day = weekday_by(r, weekday, next ? NGI_TENSE_FUTURE : NGI_TENSE_PAST);
            if (day == r->base)
                day += next ? 7 : -7;
            out->days = ngi_days_day(day);
        }
        return at + 1 - i;
    }
    if (r->has_base)
        out->days = ngi_days_day(weekday_by(r, weekday, ngi_when_tense(r, i, at)));
    return at - i;
}

/* ---- seasons and holidays ---- */

uint32_t ngi_when_season(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    int year, season = ngi_atom_has(a, i, NGI_W_SEASON) ? a->items[i].entry->when : -1;
    if (season < 0)
        return 0;
    uint32_t used = ngi_when_year_behind(r, i + 1, false, &year);
    ngi_days behind;
    ngi_unit unit;
    if (used == 0) {
        used = ngi_when_behind(r, i + 1, &behind, &unit);
        if (used == 0 || unit != NGI_UNIT_YEAR)
            return 0;
        int month, date;
        out->grain = NGI_GRAIN_OTHER;
        if (!behind.has_lo)
            return 1 + used;
        ngi_day_parts(behind.lo, &year, &month, &date);
    }
    out->days = ngi_days_months(year, 3 * season + 3, 3);
    out->days.approximate = true;
    out->grain = NGI_GRAIN_OTHER;
    return 1 + used;
}

/* The holiday at atom i and the atoms of its name. */
static uint32_t holiday_name(const ngi_atoms *a, uint32_t i, ngi_holiday *holiday)
{
    static const struct {
        ngi_tongue tongue;
        const char *words[4];
        ngi_holiday holiday;
    } names[] = {
        {NGI_EN, {"christmas", "eve"}, NGI_CHRISTMAS_EVE},
        {NGI_EN, {"christmas", "day"}, NGI_CHRISTMAS},
        {NGI_EN, {"new", "year", "'", "s"}, NGI_NEW_YEAR},
        {NGI_EN, {"good", "friday"}, NGI_GOOD_FRIDAY},
        {NGI_EN, {"boxing", "day"}, NGI_BOXING_DAY},
        {NGI_EN, {"easter", "monday"}, NGI_EASTER_MONDAY},
        {NGI_EN, {"easter", "sunday"}, NGI_EASTER},
        {NGI_EN, {"thanksgiving", "day"}, NGI_THANKSGIVING},
        {NGI_FR, {"vendredi", "saint"}, NGI_GOOD_FRIDAY},
        {NGI_FR, {"lundi", "de", "paques"}, NGI_EASTER_MONDAY},
        {NGI_ES, {"viernes", "santo"}, NGI_GOOD_FRIDAY},
        {NGI_ES, {"domingo", "de", "resurreccion"}, NGI_EASTER},
    };
    if (i >= a->count || (a->items[i].flags & NGI_ATOM_CAPITAL) == 0)
        return 0;
    for (size_t k = 0; k < NGI_COUNT(names); k++) {
        uint32_t used = 0;
        while (used < 4 && names[k].words[used] != NULL && ngi_atom_is(a, i + used, names[k].words[used]))
            used++;
        if (names[k].tongue != a->tongue || (used < 4 && names[k].words[used] != NULL))
            continue;
        *holiday = names[k].holiday;
        if (*holiday == NGI_NEW_YEAR) {
            if (ngi_atom_is(a, i + used, "eve"))
                *holiday = NGI_NEW_YEAR_EVE;
            else if (!ngi_atom_is(a, i + used, "day"))
                return 0;
            used++;
        }
        return used;
    }
    if (!ngi_atom_has(a, i, NGI_W_HOLIDAY))
        return 0;
    *holiday = (ngi_holiday)a->items[i].entry->when;
    return 1;
}

uint32_t ngi_when_holiday(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    ngi_holiday holiday;
    int year, month, date;
    uint32_t used = holiday_name(r->atoms, i, &holiday);
    if (used == 0)
        return 0;
    out->grain = NGI_GRAIN_OTHER;
    uint32_t more = ngi_when_year_behind(r, i + used, true, &year);
    if (more != 0) {
        out->days = ngi_days_day(ngi_day_holiday(holiday, year));
        return used + more;
    }
    if (!r->has_base)
        return used;
    ngi_day_parts(r->base, &year, &month, &date);
    ngi_tense tense = ngi_when_tense(r, i, i + used);
    ngi_day now = ngi_day_holiday(holiday, year), before = ngi_day_holiday(holiday, year - 1);
    ngi_day after = ngi_day_holiday(holiday, year + 1);
    if (now < r->base)
        before = now;
    else
        after = now;
    bool next = tense == NGI_TENSE_FUTURE ||
                (tense == NGI_TENSE_NONE && after - r->base < r->base - before);
    out->days = ngi_days_day(next || after == r->base ? after : before);
    return used;
}
