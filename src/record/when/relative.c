/* SPDX-License-Identifier: Apache-2.0 */
/* Dates that are counted from the story's day, or from a day named before. */
#include "record/when/reading.h"

/* ---- counts of units ---- */

uint32_t ngi_when_count(const ngi_when_reader *r, uint32_t i, double *count, ngi_unit *unit,
                        bool *approximate)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i;
    bool spelled;
    if (ngi_atom_has(a, at, NGI_W_ABOUT | NGI_W_UNDER | NGI_W_OVER)) {
        *approximate = true;
        at++;
    } else if (ngi_atom_is(a, at, "more") && ngi_atom_is(a, at + 1, "than")) {
        *approximate = true;
        at += 2;
    }
    if (at >= a->count)
        return 0;
    uint32_t used = ngi_number_at(a, at, count, &spelled);
    if (used != 0) {
        at += used;
    } else {
        *count = 0;
        bool article = ngi_atom_has(a, at, NGI_W_ARTICLE);
        at += article;
        if (ngi_atom_has(a, at, NGI_W_VAGUE)) {
            *approximate = true;
            *count = a->items[at].entry->number;
            at++;
            if (ngi_atom_has(a, at, NGI_W_OF))
                at++;
        } else if (article) {
            *count = 1;
        } else if (!ngi_atom_has(a, at, NGI_W_PLURAL)) {
            return 0;
        } else {
            *approximate = true;
        }
    }
    if (ngi_atom_dash(a, at))
        at++;
    if (ngi_atom_has(a, at, NGI_W_LAST | NGI_W_NEXT | NGI_W_PAST_N) && at > i)
        at++; /* "les trois derniers mois", "tres proximas semanas" */
    if (!ngi_atom_has(a, at, NGI_W_UNIT) || a->items[at].entry->when < NGI_UNIT_MINUTE)
        return 0;
    *unit = (ngi_unit)a->items[at].entry->when;
    return at + 1 - i;
}

/* A stretch of `count` units that ends, or begins, at the base. */
static ngi_days rolling(const ngi_when_reader *r, double count, ngi_unit unit, bool ahead)
{
    ngi_days days = {0};
    if (!r->has_base)
        return days;
    ngi_day other = ngi_day_move(r->base, unit, ahead ? count : -count);
    days.lo = ahead ? r->base : other;
    days.hi = ahead ? other : r->base;
    days.has_lo = ahead || count != 0;
    days.has_hi = !ahead || count != 0;
    return days;
}

/* ---- today ---- */

uint32_t ngi_when_today(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i + 1;
    int by;
    out->grain = NGI_GRAIN_DAY;
    if (ngi_atom_has(a, i, NGI_W_TODAY)) {
        by = a->items[i].entry->when;
        if (a->tongue == NGI_EN && i > 0 && (a->items[i].flags & a->items[i - 1].flags &
                                             NGI_ATOM_CAPITAL) != 0)
            return 0; /* a paper that is called so */
        if (a->tongue == NGI_FR && ngi_atom_is(a, i, "aujourd"))
            at = i + 3; /* aujourd'hui */
        if (a->tongue == NGI_DE && ngi_atom_is(a, i, "morgen") &&
            (i == 0 || ngi_atom_has(a, i - 1, NGI_W_WEEKDAY | NGI_W_TODAY | NGI_W_THE | NGI_W_IN) ||
             (a->items[i].flags & NGI_ATOM_CAPITAL) != 0))
            return 0;
        if (a->tongue == NGI_ES && ngi_atom_has(a, i, NGI_W_PART) && i > 0 &&
            ngi_atom_has(a, i - 1, NGI_W_THE | NGI_W_THIS | NGI_W_OF))
            return 0; /* "la mañana", "esta mañana", "de la mañana" */
    } else if (ngi_atom_is(a, i, "day") && ngi_atom_is(a, i + 1, "before") &&
               ngi_atom_is(a, i + 2, "yesterday")) {
        by = -2;
        at = i + 3;
        out->article = true;
    } else if (ngi_atom_is(a, i, "day") && ngi_atom_is(a, i + 1, "after") &&
               ngi_atom_is(a, i + 2, "tomorrow")) {
        by = 2;
        at = i + 3;
        out->article = true;
    } else if ((ngi_atom_is(a, i, "avant") || ngi_atom_is(a, i, "apr\xC3\xA8s")) &&
               ngi_atom_mark(a, i + 1, '-') && ngi_atom_has(a, i + 2, NGI_W_TODAY)) {
        by = 2 * a->items[i + 2].entry->when; /* "avant-hier" */
        at = i + 3;
    } else {
        return 0;
    }
    if (ngi_atom_has(a, at, NGI_W_PART))
        at++;
    if (r->has_base) {
        out->days = ngi_days_day(r->base + by);
        if (a->tongue == NGI_EN && ngi_atom_is(a, i, "overnight")) {
            out->days.lo = r->base - 1;
            out->days.approximate = true;
        }
    }
    return (at > a->count ? a->count : at) - i;
}

/* ---- last, next, this ---- */

/* "fin de semana" is no end of a week. */
static bool is_weekend_es(const ngi_atoms *a, uint32_t i)
{
    return a->tongue == NGI_ES && ngi_atom_is(a, i, "fin") && ngi_atom_is(a, i + 1, "de") &&
           ngi_atom_is(a, i + 2, "semana");
}

/* The atoms of a unit: "week-end" is three. */
static uint32_t unit_width(const ngi_atoms *a, uint32_t i)
{
    bool french = a->tongue == NGI_FR && ngi_atom_is(a, i, "week") && ngi_atom_is(a, i + 2, "end");
    return french || is_weekend_es(a, i) ? 3 : 1;
}

/* The unit, weekday, month, season or part of a day behind "last", "next", "this" (by -1, 1, 0). */
static uint32_t step(ngi_when_reader *r, uint32_t begin, uint32_t i, int by, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint64_t classes = i < a->count ? a->items[i].classes : 0;
    int when = i < a->count && a->items[i].entry != NULL ? a->items[i].entry->when : 0;
    int year, month, date;
    out->grain = NGI_GRAIN_OTHER;
    if (is_weekend_es(a, i)) {
        classes = NGI_W_UNIT;
        when = NGI_UNIT_WEEKEND;
    }
    if ((classes & NGI_W_UNIT) != 0 && (classes & NGI_W_PLURAL) == 0) {
        if (when < NGI_UNIT_DAY || (when == NGI_UNIT_DAY && by == 0))
            return 0;
        if (r->has_base) {
            out->days = ngi_days_unit(r->base, (ngi_unit)when, by);
            if (when == NGI_UNIT_WEEKEND && by == -1 && ngi_day_weekday(r->base) >= 5)
                out->days = ngi_days_unit(r->base, NGI_UNIT_WEEKEND, -1);
            if (when == NGI_UNIT_WEEKEND && by == 0 && ngi_day_weekday(r->base) < 2 &&
                ngi_when_tense(r, begin, i + 1) == NGI_TENSE_PAST)
                out->days = ngi_days_unit(r->base, NGI_UNIT_WEEKEND, -1);
        }
        return unit_width(a, i);
    }
    if ((classes & NGI_W_WEEKDAY) != 0 && (classes & NGI_W_SHORT) == 0) {
        if (r->has_base) {
            int back = (ngi_day_weekday(r->base) - when + 7) % 7;
            ngi_day day = by < 0 ? r->base - (back == 0 ? 7 : back)
                          : by > 0 ? r->base + 7 - back
                          : back == 0 ? r->base
                          : ngi_when_tense(r, begin, i + 1) == NGI_TENSE_PAST ? r->base - back
                                                                              : r->base + 7 - back;
            out->days = ngi_days_day(day);
        }
        return 1 + (uint32_t)ngi_atom_has(a, i + 1, NGI_W_PART);
    }
    bool capital = (a->tongue != NGI_EN && a->tongue != NGI_DE) ||
                   (i < a->count && (a->items[i].flags & NGI_ATOM_CAPITAL) != 0);
    if ((classes & NGI_W_MONTH) != 0 && capital && when >= 1) {
        if (ngi_atom_number(a, i + 1) && a->items[i + 1].digits <= 2)
            return 0; /* "last March 5": the year is for the tense */
        if (r->has_base) {
            ngi_day_parts(r->base, &year, &month, &date);
            int off = by < 0 ? (when < month ? 0 : -1) : by > 0 ? (when > month ? 0 : 1) : 0;
            out->days = ngi_days_month(year + off, when);
        }
        out->grain = NGI_GRAIN_MONTH_YEAR;
        return 1;
    }
    if ((classes & NGI_W_SEASON) != 0) {
        if (r->has_base) {
            ngi_day_parts(r->base, &year, &month, &date);
            ngi_days season = ngi_days_months(year, 3 * when + 3, 3);
            if (when == 3 && month <= 2 && by <= 0)
                season = ngi_days_months(year - 1, 12, 3);
            if (by < 0 && season.hi >= r->base)
                season = ngi_days_unit(season.lo, NGI_UNIT_YEAR, 0),
                ngi_day_parts(season.lo, &year, &month, &date),
                season = ngi_days_months(year - 1, 3 * when + 3, 3);
            if (by > 0 && season.lo <= r->base)
                season = ngi_days_months(year + 1, 3 * when + 3, 3);
            out->days = season;
            out->days.approximate = true;
        }
        return 1;
    }
    if ((classes & NGI_W_PART) != 0 && (classes & NGI_W_PLURAL) == 0) {
        if (by > 0)
            return 0;
        if (r->has_base)
            out->days = ngi_days_day(r->base + by);
        out->grain = NGI_GRAIN_DAY;
        return 1;
    }
    return 0;
}

/* "the previous day", "the following week", "that year": counted from the date before. */
static uint32_t of_before(ngi_when_reader *r, uint32_t i, int by, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    if (!ngi_atom_has(a, i, NGI_W_UNIT) || ngi_atom_has(a, i, NGI_W_PLURAL) ||
        a->items[i].entry->when < NGI_UNIT_DAY)
        return 0;
    out->grain = NGI_GRAIN_OTHER;
    out->article = true;
    if (r->has_last && r->last.has_lo)
        out->days = ngi_days_unit(by > 0 && r->last.has_hi ? r->last.hi : r->last.lo,
                                  (ngi_unit)a->items[i].entry->when, by);
    return 1;
}

/* Languages that put the word behind: "la semaine dernière", "el mes próximo". */
static uint32_t unit_first(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    if ((a->tongue != NGI_FR && a->tongue != NGI_ES) ||
        (!ngi_atom_has(a, i, NGI_W_UNIT | NGI_W_SEASON | NGI_W_MONTH) && !is_weekend_es(a, i)) ||
        ngi_atom_has(a, i, NGI_W_PLURAL))
        return 0;
    int by = 0;
    uint32_t used = 0, at = i + unit_width(a, i);
    if (ngi_atom_has(a, at, NGI_W_LAST))
        by = -1, used = 1;
    else if (ngi_atom_has(a, at, NGI_W_NEXT))
        by = 1, used = 1;
    else if (ngi_atom_is(a, at, "que") && ngi_atom_is(a, at + 1, "viene"))
        by = 1, used = 2;
    if (used == 0)
        return 0;
    if (ngi_atom_has(a, at, NGI_W_THAT))
        return of_before(r, i, by, out) != 0 ? at + used - i : 0;
    uint32_t stepped = step(r, i, i, by, out);
    out->article = true;
    return stepped == 0 ? 0 : at + used - i;
}

/* "over the weekend", "am Wochenende": the last one, or the one to come. */
static uint32_t weekend(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    bool is = (ngi_atom_has(a, i, NGI_W_UNIT) && a->items[i].entry->when == NGI_UNIT_WEEKEND &&
               !ngi_atom_has(a, i, NGI_W_PLURAL)) || is_weekend_es(a, i);
    if (!is || i == 0 || !ngi_atom_has(a, i - 1, NGI_W_THE | NGI_W_IN))
        return 0;
    uint32_t used = unit_width(a, i);
    out->grain = NGI_GRAIN_OTHER;
    out->article = true;
    if (!r->has_base)
        return used;
    bool ahead = ngi_when_tense(r, i, i + used) == NGI_TENSE_FUTURE ||
                 (i > 1 && (ngi_atom_is(a, i - 2, "for") || ngi_atom_is(a, i - 2, "before") ||
                            ngi_atom_is(a, i - 2, "of")));
    bool now = ngi_day_weekday(r->base) >= 5;
    out->days = ngi_days_unit(r->base, NGI_UNIT_WEEKEND, ahead || now ? 0 : -1);
    return used;
}

/* "ces trois dernières années", "las dos próximas semanas": the number first. */
static uint32_t number_first(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    double count;
    ngi_unit unit;
    bool approximate = false;
    if (a->tongue == NGI_EN || a->tongue == NGI_DE)
        return 0;
    bool the = ngi_atom_has(a, i, NGI_W_THE | NGI_W_THIS);
    uint32_t used = ngi_when_count(r, i + the, &count, &unit, &approximate), end = i + the + used;
    if (used < 3 || count == 0 || !ngi_atom_has(a, end - 2, NGI_W_LAST | NGI_W_NEXT))
        return 0;
    out->days = rolling(r, count, unit, ngi_atom_has(a, end - 2, NGI_W_NEXT));
    out->days.approximate = approximate;
    out->grain = NGI_GRAIN_OTHER;
    out->article = out->counted = true;
    return end - i;
}

uint32_t ngi_when_relative(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint32_t used = unit_first(r, i, out);
    if (used == 0)
        used = number_first(r, i, out);
    if (used == 0)
        used = weekend(r, i, out);
    if (used != 0)
        return used;
    if (!ngi_atom_has(a, i, NGI_W_LAST | NGI_W_NEXT | NGI_W_THIS | NGI_W_PAST_N | NGI_W_THAT))
        return 0;
    uint64_t classes = a->items[i].classes;
    bool the = i > 0 && ngi_atom_has(a, i - 1, NGI_W_THE);
    uint32_t at = i + 1;
    if (!the && ngi_atom_is(a, i, "following"))
        return 0; /* "following Monday's talks" */
    if ((classes & NGI_W_THIS) != 0 && ngi_atom_has(a, at, NGI_W_LAST | NGI_W_NEXT)) {
        classes = a->items[at].classes; /* "this past week", "this coming Friday" */
        the = (classes & NGI_W_PAST_N) != 0 && (classes & NGI_W_LAST) == 0;
        at++;
    }
    if ((classes & NGI_W_THIS) != 0 && ngi_atom_has(a, at, NGI_W_PAST_N)) {
        classes = a->items[at].classes;
        at++;
    }
    double count;
    ngi_unit unit;
    bool approximate = false;
    if ((classes & (NGI_W_PAST_N | NGI_W_NEXT)) != 0) {
        used = ngi_when_count(r, at, &count, &unit, &approximate);
        if (used != 0 && (count != 1 || ngi_atom_number(a, at))) {
            out->days = rolling(r, count, unit, (classes & NGI_W_NEXT) != 0);
            out->days.approximate = approximate;
            out->grain = NGI_GRAIN_OTHER;
            out->article = out->counted = true;
            return at + used - i;
        }
    }
    bool singular = ngi_atom_has(a, at, NGI_W_UNIT) && !ngi_atom_has(a, at, NGI_W_PLURAL);
    bool english = a->tongue == NGI_EN;
    if (singular && (classes & NGI_W_THAT) != 0 && (classes & NGI_W_NEXT) == 0 && (!english || the ||
                                                    ngi_atom_is(a, i, "that"))) {
        used = of_before(r, at, 0, out);
        return used == 0 ? 0 : at + used - i;
    }
    if (singular && english && the && ngi_atom_is(a, at - 1, "previous")) {
        used = of_before(r, at, -1, out);
        return used == 0 ? 0 : at + used - i;
    }
    if (singular && english && the && (classes & NGI_W_NEXT) != 0 &&
        ((classes & NGI_W_THAT) != 0 || a->items[at].entry->when == NGI_UNIT_DAY)) {
        used = of_before(r, at, 1, out);
        return used == 0 ? 0 : at + used - i;
    }
    /* "the past week", "the last year", "the next decade" go from or to today. */
    if (singular && english && (the || (classes & NGI_W_LAST) == 0) &&
        (classes & (NGI_W_PAST_N | NGI_W_NEXT)) != 0 && !ngi_atom_has(a, at, NGI_W_WEEKDAY) &&
        (the || (classes & NGI_W_NEXT) == 0) && a->items[at].entry->when >= NGI_UNIT_DAY &&
        !(ngi_atom_is(a, at, "day") || ngi_atom_is(a, at, "weekend"))) {
        out->days = rolling(r, 1, (ngi_unit)a->items[at].entry->when, (classes & NGI_W_NEXT) != 0);
        out->grain = NGI_GRAIN_OTHER;
        out->article = true;
        return at + 1 - i;
    }
    int by = (classes & NGI_W_LAST) != 0 ? -1 : (classes & NGI_W_NEXT) != 0 ? 1 : 0;
    if ((classes & (NGI_W_LAST | NGI_W_NEXT | NGI_W_THIS)) == 0)
        return 0;
    if (english && by != 0 && singular && ngi_atom_is(a, at, "day"))
        return 0;
    used = step(r, i, at, by, out);
    if (used != 0 && the && english)
        out->article = true;
    return used == 0 ? 0 : at + used - i;
}

/* ---- distances ---- */

static void ago(const ngi_when_reader *r, double count, ngi_unit unit, bool approximate, int sign,
                ngi_point *out)
{
    out->grain = NGI_GRAIN_OTHER;
    out->counted = true;
    if (!r->has_base || count == 0)
        return;
    double whole = (double)(int64_t)count;
    if (unit <= NGI_UNIT_DAY)
        out->days = ngi_days_day(ngi_day_move(r->base, unit, sign * count));
    else if (unit >= NGI_UNIT_DECADE || whole != count)
        out->days = ngi_days_unit(ngi_day_move(r->base, unit, sign * count), NGI_UNIT_YEAR, 0);
    else
        out->days = ngi_days_unit(r->base, unit, sign * (int64_t)count);
    out->days.approximate = approximate || unit > NGI_UNIT_DAY;
}

/* "two days later", "a year earlier": from the date before, else back from the base. */
static void from_before(const ngi_when_reader *r, double count, ngi_unit unit, bool approximate,
                        int sign, ngi_point *out)
{
    out->grain = NGI_GRAIN_OTHER;
    out->counted = true;
    if (count == 0)
        return;
    if (r->has_last && r->last.has_lo) {
        ngi_unit grain = r->last.has_hi && r->last.hi - r->last.lo > 300  ? NGI_UNIT_YEAR
                         : r->last.has_hi && r->last.hi - r->last.lo > 26 ? NGI_UNIT_MONTH
                                                                          : NGI_UNIT_DAY;
        if (unit > grain)
            grain = unit > NGI_UNIT_YEAR ? NGI_UNIT_YEAR : unit;
        if (grain == NGI_UNIT_WEEK)
            grain = NGI_UNIT_DAY; /* "a week later": the same weekday */
        ngi_day day = ngi_day_move(r->last.lo, unit, sign * count);
        out->days = ngi_days_unit(day, grain, 0);
        out->days.approximate = approximate || unit > NGI_UNIT_WEEK;
    } else if (sign < 0) {
        ago(r, count, unit, approximate, sign, out);
    }
}

uint32_t ngi_when_distance(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    double count;
    ngi_unit unit;
    bool approximate = false;
    uint32_t used;
    if (a->tongue == NGI_EN) {
        used = ngi_when_count(r, i, &count, &unit, &approximate);
        if (used == 0)
            return 0;
        uint32_t at = i + used;
        if (ngi_atom_has(a, at, NGI_W_AGO)) {
            ago(r, count, unit, approximate, -1, out);
            return used + 1;
        }
        if (ngi_atom_is(a, at, "from") && ngi_atom_is(a, at + 1, "now")) {
            ago(r, count, unit, approximate, 1, out);
            return used + 2;
        }
        if (unit < NGI_UNIT_DAY)
            return 0;
        if (ngi_atom_is(a, at, "earlier") || ngi_atom_is(a, at, "previously") ||
            (ngi_atom_is(a, at, "before") &&
             (at + 1 >= a->count || a->items[at + 1].kind == NGI_ATOM_MARK))) {
            from_before(r, count, unit, approximate, -1, out);
            return used + 1;
        }
        if (ngi_atom_is(a, at, "later")) {
            from_before(r, count, unit, approximate, 1, out);
            return used + 1;
        }
        return 0;
    }
    /* Behind its word: "vor drei Jahren", "il y a trois ans", "hace tres años". */
    uint32_t lead = 0;
    if (ngi_atom_has(a, i, NGI_W_AGO))
        lead = 1;
    else if (ngi_atom_is(a, i, "il") && ngi_atom_is(a, i + 1, "y") && ngi_atom_is(a, i + 2, "a"))
        lead = 3;
    if (lead != 0) {
        used = ngi_when_count(r, i + lead, &count, &unit, &approximate);
        if (used == 0)
            return 0;
        ago(r, count, unit, approximate, -1, out);
        return lead + used;
    }
    used = ngi_when_count(r, i, &count, &unit, &approximate);
    if (used == 0 || unit < NGI_UNIT_DAY)
        return 0;
    if (ngi_atom_has(a, i + used, NGI_W_LATER)) {
        from_before(r, count, unit, approximate, 1, out);
        return used + 1;
    }
    if (ngi_atom_has(a, i + used, NGI_W_EARLIER)) {
        from_before(r, count, unit, approximate, -1, out);
        return used + 1;
    }
    return 0;
}

/* ---- behind a date ---- */

uint32_t ngi_when_behind(const ngi_when_reader *r, uint32_t i, ngi_days *out, ngi_unit *unit)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i;
    *out = ngi_days_unknown();
    while (ngi_atom_has(a, at, NGI_W_OF | NGI_W_THE) && at < i + 2)
        at++;
    int by;
    if (ngi_atom_has(a, at, NGI_W_LAST | NGI_W_NEXT | NGI_W_THIS) && ngi_atom_has(a, at + 1, NGI_W_UNIT)) {
        by = ngi_atom_has(a, at, NGI_W_LAST) ? -1 : ngi_atom_has(a, at, NGI_W_NEXT) ? 1 : 0;
        *unit = (ngi_unit)a->items[at + 1].entry->when;
        at += 2;
    } else if ((a->tongue == NGI_FR || a->tongue == NGI_ES) && ngi_atom_has(a, at, NGI_W_UNIT) &&
               ngi_atom_has(a, at + 1, NGI_W_LAST | NGI_W_NEXT)) {
        by = ngi_atom_has(a, at + 1, NGI_W_LAST) ? -1 : 1;
        *unit = (ngi_unit)a->items[at].entry->when;
        at += 2;
    } else {
        return 0;
    }
    if (*unit < NGI_UNIT_WEEK || ngi_atom_has(a, at - 1, NGI_W_PLURAL))
        return 0;
    if (r->has_base)
        *out = ngi_days_unit(r->base, *unit, by);
    return at - i;
}
