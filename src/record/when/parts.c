/* SPDX-License-Identifier: Apache-2.0 */
/* Parts of a stretch and stretches with a number: "early June", "the end of the year", "the
 * first quarter of 2025", "the 1990s", "fiscal 2024". */
#include "record/when/reading.h"

/* ---- decades and centuries ---- */

static uint32_t decade(ngi_point *out, int first, uint32_t used)
{
    out->days = ngi_days_years(first, first + 9);
    out->grain = NGI_GRAIN_OTHER;
    out->article = true;
    return used;
}

static int of_century(int two) /* "the 90s", "the 20s" */
{
    return two < 30 ? 2000 + two : 1900 + two;
}

static uint32_t german_years(const ngi_atoms *a, uint32_t i)
{
    uint32_t at = i;
    if (ngi_atom_mark(a, at, '-'))
        at++;
    return ngi_atom_is(a, at, "jahre") || ngi_atom_is(a, at, "jahren") ? at + 1 - i : 0;
}

uint32_t ngi_when_decade(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    bool apostrophe = ngi_atom_mark(a, i, '\'');
    uint32_t at = i + apostrophe;
    bool placed = apostrophe || (i > 0 && ngi_atom_mark(a, i - 1, '\'')) || (i > 0 && ngi_atom_has(a, i - 1, NGI_W_THE | NGI_W_MID | NGI_W_EARLY |
                                                                     NGI_W_LATE)) ||
                  (i > 1 && ngi_atom_dash(a, i - 1) && ngi_atom_has(a, i - 2, NGI_W_MID));
    if (ngi_atom_has(a, i, NGI_W_DECADE) && placed)
        return decade(out, of_century(a->items[i].entry->when), 1);
    bool years = i > 0 && (ngi_atom_is(a, i - 1, "ann\xC3\xA9" "es") || ngi_atom_is(a, i - 1, "a\xC3\xB1os") ||
                           (ngi_atom_has(a, i - 1, NGI_W_OF) && i > 1 &&
                            ngi_atom_is(a, i - 2, "d\xC3\xA9" "cada")));
    if (!ngi_atom_number(a, at) || a->items[at].flags >= NGI_ATOM_GROUPED)
        return 0;
    int value = ngi_whole(a->items[at].number), digits = a->items[at].digits;
    if ((digits != 2 && digits != 4) || value % 10 != 0 || (digits == 4 && (value < 1000 || value > 2190)))
        return 0;
    int first = digits == 4 ? value : of_century(value);
    bool ending = ngi_atom_glued(a, at + 1) && a->items[at + 1].kind == NGI_ATOM_WORD;
    if (ending && a->tongue == NGI_EN && ngi_atom_is(a, at + 1, "s") && (digits == 4 || placed))
        return decade(out, first, at + 2 - i);
    if (ending && a->tongue == NGI_DE && ngi_atom_is(a, at + 1, "er")) {
        uint32_t more = german_years(a, at + 2);
        return digits == 4 || more != 0 ? decade(out, first, at + 2 + more - i) : 0;
    }
    return years ? decade(out, first, at + 1 - i) : 0;
}

static int roman(ng_slice s)
{
    int sum = 0, last = 0;
    for (size_t i = s.len; i > 0; i--) {
        int value = s.ptr[i - 1] == 'I' ? 1 : s.ptr[i - 1] == 'V' ? 5 : s.ptr[i - 1] == 'X' ? 10 : 0;
        if (value == 0 || s.len > 6)
            return 0;
        sum += value < last ? -value : value;
        last = value > last ? value : last;
    }
    return sum;
}

static bool is_century(const ngi_atoms *a, uint32_t i)
{
    return ngi_atom_has(a, i, NGI_W_UNIT) && a->items[i].entry->when == NGI_UNIT_CENTURY &&
           !ngi_atom_has(a, i, NGI_W_PLURAL);
}

/* "19th century", "19. Jahrhundert", "XIXe siecle" or "siglo XIX". */
static uint32_t century(const ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i;
    int number = 0;
    if (a->tongue == NGI_ES) {
        if (!is_century(a, i) || i + 1 >= a->count)
            return 0;
        number = roman(ngi_atom_text(a, ++at));
    } else if (ngi_atom_number(a, at) && a->items[at].digits <= 2) {
        number = ngi_whole(a->items[at++].number);
        if (ngi_atom_glued(a, at))
            at++;
    } else if (ngi_atom_has(a, at, NGI_W_ORDINAL)) {
        number = a->items[at++].entry->when;
    } else if (a->tongue == NGI_FR && at < a->count && (a->items[at].flags & NGI_ATOM_CAPITAL) != 0) {
        ng_slice word = ngi_atom_text(a, at++);
        number = ngi_ends(word, NGI_LIT("e")) ? roman(ngi_slice_sub(word, 0, word.len - 1)) : 0;
    }
    if (ngi_atom_mark(a, at, '-') && a->tongue == NGI_EN)
        at++;
    if (number < 1 || number > 22 || (a->tongue != NGI_ES && !is_century(a, at)))
        return 0;
    out->days = ngi_days_years(number * 100 - 99, number * 100);
    out->grain = NGI_GRAIN_OTHER;
    out->article = true;
    return at + 1 - i;
}

/* ---- quarters and halves ---- */

static ngi_days part_of_year(const ngi_when_reader *r, uint32_t i, uint32_t end, int year, bool told,
                             int number, int months)
{
    int month, date;
    if (!told && !r->has_base)
        return ngi_days_unknown();
    if (told)
        return ngi_days_months(year, (number - 1) * months + 1, months);
    ngi_day_parts(r->base, &year, &month, &date);
    ngi_days days = ngi_days_months(year, (number - 1) * months + 1, months);
    ngi_tense tense = ngi_when_tense(r, i, end);
    if (tense == NGI_TENSE_FUTURE ? days.hi < r->base : false)
        return ngi_days_months(year + 1, (number - 1) * months + 1, months);
    if (tense != NGI_TENSE_FUTURE && days.lo > r->base)
        return ngi_days_months(year - 1, (number - 1) * months + 1, months);
    return days;
}

/* The year behind a quarter: "of 2025", "2025", "of last year", "of the year". */
static uint32_t its_year(const ngi_when_reader *r, uint32_t i, int *year, bool *told)
{
    ngi_days days;
    ngi_unit unit;
    int month, date;
    *told = true;
    uint32_t used = ngi_when_year_behind(r, i, false, year);
    if (used != 0)
        return used;
    used = ngi_when_behind(r, i, &days, &unit);
    if (used != 0 && unit == NGI_UNIT_YEAR && days.has_lo) {
        ngi_day_parts(days.lo, year, &month, &date);
        return used;
    }
    *told = false;
    if (ngi_atom_has(r->atoms, i, NGI_W_OF) && ngi_atom_has(r->atoms, i + 1, NGI_W_THE) &&
        ngi_atom_is(r->atoms, i + 2, "year"))
        return 3;
    return 0;
}

/* "Q1", "H2", "T3": a letter with a number. */
static bool short_part(const ngi_atoms *a, uint32_t i, int *number, int *months)
{
    ng_slice word = i < a->count ? ngi_atom_text(a, i) : (ng_slice){0};
    if (word.len != 2 || word.ptr[1] < '1' || word.ptr[1] > '4')
        return false;
    *number = word.ptr[1] - '0';
    *months = word.ptr[0] == 'Q' ? 3 : word.ptr[0] == 'H' && *number <= 2 ? 6 : 0;
    return *months != 0;
}

static bool is_half_year(const ngi_atoms *a, uint32_t i)
{
    static const char *const words[] = {"half", "halbjahr", "semestre", "mitad"};
    for (size_t k = 0; k < NGI_COUNT(words); k++)
        if (ngi_atom_is(a, i, words[k]))
            return true;
    return ngi_atom_is(a, i, "Jahresh\xC3\xA4lfte");
}

static uint32_t quarter(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    int number = 0, months = 0, year = 0;
    uint32_t at = i;
    bool told, half = false;
    if (!short_part(a, i, &number, &months)) {
        if (ngi_atom_has(a, at, NGI_W_ORDINAL)) {
            number = ngi_atom_is(a, at, "second") ? 2 : a->items[at].entry->when;
            at++;
        } else if (ngi_atom_number(a, at) && a->items[at].digits == 1 && ngi_atom_glued(a, at + 1)) {
            number = ngi_whole(a->items[at].number);
            at += 2;
        }
        if (number < 1 || number > 4)
            return 0;
        if (ngi_atom_mark(a, at, '-'))
            at++;
        half = number <= 2 && is_half_year(a, at);
        bool is_quarter = ngi_atom_has(a, at, NGI_W_UNIT) && a->items[at].entry->when == NGI_UNIT_QUARTER;
        if (!half && !is_quarter)
            return 0;
        months = half ? 6 : 3;
    }
    at++;
    uint32_t used = its_year(r, at, &year, &told);
    if (half && used == 0 && !ngi_atom_is(a, at - 1, "Halbjahr"))
        return 0; /* "the second half" of a match */
    out->days = part_of_year(r, i, at + used, year, told, number, months);
    out->grain = NGI_GRAIN_OTHER;
    out->article = true;
    return at + used - i;
}

/* "the first two months of 2025", "the first nine months of the year". */
static uint32_t first_months(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    double count;
    ngi_unit unit;
    bool approximate = false, told;
    int year = 0, month, date;
    if (a->tongue != NGI_EN || !ngi_atom_is(a, i, "first"))
        return 0;
    uint32_t at = i + 1, used = ngi_when_count(r, at, &count, &unit, &approximate);
    if (used == 0 || unit != NGI_UNIT_MONTH || count < 1 || count > 12)
        return 0;
    at += used;
    used = its_year(r, at, &year, &told);
    if (used == 0)
        return 0;
    if (!told && r->has_base)
        ngi_day_parts(r->base, &year, &month, &date);
    if (told || r->has_base)
        out->days = ngi_days_months(year, 1, (int)count);
    out->grain = NGI_GRAIN_OTHER;
    out->article = true;
    return at + used - i;
}

/* "fiscal 2024", "fiscal year 2023-24", "FY2024". Whose fiscal year it is the text seldom
 * tells: the calendar's, roughly. */
static uint32_t fiscal(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i + 1;
    int year;
    ng_slice word = i < a->count ? ngi_atom_text(a, i) : (ng_slice){0};
    if (a->tongue == NGI_EN && word.len == 6 && ngi_starts(word, NGI_LIT("FY20")) &&
        word.ptr[4] >= '0' && word.ptr[4] <= '9' && word.ptr[5] >= '0' && word.ptr[5] <= '9') {
        year = 2000 + (word.ptr[4] - '0') * 10 + word.ptr[5] - '0'; /* "FY2025" */
        out->days = ngi_days_years(year, year);
        out->days.approximate = true;
        out->grain = NGI_GRAIN_YEAR;
        return 1;
    }
    if (!ngi_atom_has(a, i, NGI_W_FISCAL))
        return 0;
    if (ngi_atom_has(a, at, NGI_W_UNIT))
        at++;
    if (!ngi_when_year(r, at, &year))
        return 0;
    out->days = ngi_days_years(year, year);
    out->days.approximate = true;
    out->grain = NGI_GRAIN_YEAR;
    return at + 1 - i;
}

/* ---- early, mid, late, end ---- */

enum { DEPTH = 2 };

enum { EARLY, MID, LATE, END, BEGIN };

/* A unit with an article or nothing before it: "the end of the year", "Ende der Woche". */
static uint32_t bare_unit(ngi_when_reader *r, uint32_t i, bool article, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    if (!ngi_atom_has(a, i, NGI_W_UNIT) || ngi_atom_has(a, i, NGI_W_PLURAL) ||
        (!article && a->tongue == NGI_EN))
        return 0;
    ngi_unit unit = (ngi_unit)a->items[i].entry->when;
    if (unit < NGI_UNIT_WEEK)
        return 0;
    if (r->has_base)
        out->days = ngi_days_unit(r->base, unit, 0);
    out->grain = NGI_GRAIN_OTHER;
    return 1;
}

static void cut_part(const ngi_when_reader *r, int which, bool relative, ngi_point *p)
{
    ngi_days *d = &p->days;
    if (!d->has_lo || !d->has_hi || d->lo == d->hi)
        return;
    if (relative && r->has_base && d->lo <= r->base && d->hi >= r->base) {
        if (which == EARLY)
            d->hi = r->base; /* "earlier this month" */
        else
            d->lo = r->base;
        return;
    }
    if (which == BEGIN && d->hi - d->lo > 300) {
        d->hi = ngi_day_add_months(d->lo, 1) - 1; /* "the start of the year" */
        d->approximate = true;
    } else if (which != END) {
        *d = ngi_days_third(*d, which == BEGIN ? EARLY : which);
    } else {
        ngi_day length = d->hi - d->lo + 1;
        if (length >= 300)
            d->lo = ngi_day_add_months(d->lo, (int64_t)(length / 30) - 1);
        else if (length > 4)
            *d = ngi_days_third(*d, LATE);
        d->approximate = true;
    }
}

/* The words between "end" and what ends: "of the", "of", "-", "in", "on". *article: a "the". */
static uint32_t links(const ngi_atoms *a, uint32_t i, bool *article, bool *link)
{
    uint32_t at = i;
    *link = true;
    if (ngi_atom_mark(a, at, '-') && ngi_atom_glued(a, at))
        at++;
    else if (ngi_atom_has(a, at, NGI_W_OF) || ngi_atom_is(a, at, "in") || ngi_atom_is(a, at, "on"))
        at++;
    else
        *link = false;
    if (ngi_atom_mark(a, at, '\'')) /* "d'octobre" */
        at++;
    *article = ngi_atom_has(a, at, NGI_W_THE);
    at += *article;
    if (*article && ngi_atom_mark(a, at, '\''))
        at++;
    return at - i;
}

uint32_t ngi_when_part(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint32_t used = fiscal(r, i, out);
    if (used == 0)
        used = quarter(r, i, out);
    if (used == 0)
        used = first_months(r, i, out);
    if (used == 0)
        used = century(r, i, out);
    if (used != 0)
        return used;
    if (!ngi_atom_has(a, i, NGI_W_EARLY | NGI_W_MID | NGI_W_LATE | NGI_W_END) ||
        (a->tongue == NGI_ES && ngi_atom_is(a, i, "fin") && ngi_atom_is(a, i + 2, "semana")))
        return 0;
    bool article, link, english = a->tongue == NGI_EN;
    int which = ngi_atom_has(a, i, NGI_W_EARLY) ? EARLY : ngi_atom_has(a, i, NGI_W_MID) ? MID
                : ngi_atom_has(a, i, NGI_W_LATE) ? LATE
                                                 : END;
    bool relative = english && (ngi_atom_is(a, i, "earlier") || ngi_atom_is(a, i, "later"));
    bool adjective = english && (relative || ngi_atom_is(a, i, "early") || ngi_atom_is(a, i, "late") ||
                                 ngi_atom_is(a, i, "mid"));
    if (which == EARLY && english && !adjective)
        which = BEGIN;
    uint32_t at = i + 1;
    at += links(a, at, &article, &link);
    if (english && !adjective && !link)
        return 0; /* "end March" is no English */
    ngi_point inner = {0};
    bool lenient = r->lenient;
    r->lenient = true;
    r->depth++; /* so that "early early early ..." stays linear */
    used = bare_unit(r, at, article, &inner);
    if (used == 0 && r->depth <= DEPTH && !ngi_atom_has(a, at, NGI_W_MID | NGI_W_END))
        used = ngi_when_point(r, at, &inner);
    r->depth--;
    r->lenient = lenient;
    if (used == 0)
        return 0;
    *out = inner;
    out->article = !adjective && english;
    if (inner.grain != NGI_GRAIN_DAY && inner.grain != NGI_GRAIN_WEEKDAY &&
        inner.grain != NGI_GRAIN_MONTH_DAY) {
        cut_part(r, which, relative, out);
        if (out->grain == NGI_GRAIN_YEAR || out->grain == NGI_GRAIN_MONTH)
            out->grain = NGI_GRAIN_MONTH_YEAR;
    }
    return at + used - i;
}
