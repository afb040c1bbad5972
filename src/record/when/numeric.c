/* SPDX-License-Identifier: Apache-2.0 */
/* Dates in digits, and years by themselves. */
#include "record/when/reading.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

typedef struct digits {
    int value[3], len[3];
    int count;
    char mark;
    size_t end;
} digits;

/* Up to three numbers with the same mark between them, from byte `at`. */
static bool cut_digits(ng_slice s, size_t at, digits *out)
{
    *out = (digits){0};
    if (at > 0 && (is_digit(s.ptr[at - 1]) || s.ptr[at - 1] == '/' || s.ptr[at - 1] == '-' ||
                   s.ptr[at - 1] == '.' || s.ptr[at - 1] == '$'))
        return false;
    while (out->count < 3) {
        int value = 0, len = 0;
        for (; at < s.len && is_digit(s.ptr[at]) && len < 5; at++, len++)
            value = value * 10 + (s.ptr[at] - '0');
        if (len == 0 || len > 4)
            return false;
        out->value[out->count] = value;
        out->len[out->count++] = len;
        out->end = at;
        if (at + 1 >= s.len || !is_digit(s.ptr[at + 1]) || out->count == 3)
            break;
        char mark = s.ptr[at];
        if ((mark != '-' && mark != '/' && mark != '.') || (out->mark != 0 && mark != out->mark))
            break;
        out->mark = mark;
        at++;
    }
    size_t end = out->end;
    return end >= s.len || (!is_digit(s.ptr[end]) && s.ptr[end] != '/' &&
                            !(s.ptr[end] == '-' && end + 1 < s.len && is_digit(s.ptr[end + 1])));
}

/* Day, month and year of three numbers; false where they are none. */
static bool arrange(const digits *d, ngi_tongue tongue, int *year, int *month, int *day)
{
    const int *v = d->value;
    if (d->len[0] == 4) {
        *year = v[0], *month = v[1], *day = v[2];
    } else if (d->len[2] == 4 || (d->len[2] == 2 && d->mark != '-' && d->len[0] <= 2)) {
        *year = d->len[2] == 4 ? v[2] : v[2] + (v[2] < 70 ? 2000 : 1900);
        bool month_first = tongue == NGI_EN && d->mark != '.' && v[0] <= 12;
        *month = month_first ? v[0] : v[1];
        *day = month_first ? v[1] : v[0];
    } else {
        return false;
    }
    return *year >= 1000 && *year < 2200 && ngi_day_real(*year, *month, *day);
}

static uint32_t atoms_to(const ngi_atoms *a, uint32_t i, size_t end)
{
    uint32_t at = i;
    while (at < a->count && a->items[at].begin < end)
        at++;
    return at - i;
}

/* "am 5.3.": a day and a month in digits, told by the preposition before them. */
static uint32_t day_and_month(ngi_when_reader *r, uint32_t i, const digits *d, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    if (a->tongue != NGI_DE || d->mark != '.' || i == 0 || d->end >= a->text.len ||
        a->text.ptr[d->end] != '.' ||
        !ngi_atom_has(a, i - 1, NGI_W_IN | NGI_W_UNTIL | NGI_W_SINCE | NGI_W_FROM | NGI_W_THE) ||
        !ngi_day_real(2024, d->value[1], d->value[0]))
        return 0;
    out->grain = NGI_GRAIN_MONTH_DAY;
    out->month = (uint8_t)d->value[1];
    out->date = out->date_hi = (uint8_t)d->value[0];
    uint32_t used = atoms_to(a, i, d->end + 1);
    ngi_when_resolve(r, i, i + used, out);
    return used;
}

uint32_t ngi_when_numeric(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    digits d;
    int year, month, day;
    if (!ngi_atom_number(r->atoms, i) || r->atoms->items[i].digits > 4)
        return 0;
    uint32_t begin = r->atoms->items[i].begin, end = r->atoms->items[i].end;
    ng_slice s = r->atoms->text; /* the mark is asked first: most numbers are none of these */
    char mark = (r->atoms->items[i].flags & NGI_ATOM_DECIMAL) != 0 ? '.'
                : end < s.len                                     ? s.ptr[end]
                                                                  : ' ';
    if ((mark != '-' && mark != '/' && mark != '.') || !cut_digits(s, begin, &d))
        return 0;
    if (d.count == 3 && arrange(&d, r->atoms->tongue, &year, &month, &day)) {
        out->days = ngi_days_day(ngi_day_of(year, month, day));
        out->grain = NGI_GRAIN_DAY;
        return atoms_to(r->atoms, i, d.end);
    }
    if (d.count == 2 && d.mark == '/' && d.value[0] == 9 && d.value[1] == 11 &&
        r->atoms->tongue == NGI_EN) {
        out->days = ngi_days_day(ngi_day_of(2001, 9, 11));
        out->grain = NGI_GRAIN_DAY;
        return atoms_to(r->atoms, i, d.end);
    }
    return d.count == 2 ? day_and_month(r, i, &d, out) : 0;
}

/* ---- years ---- */

/* Whether what stands behind a year makes it a count, a time or a part of something else. */
static bool counts(const ngi_atoms *a, uint32_t i)
{
    static const char *const times[] = {"gmt", "utc", "hours", "hrs", "local", "edt", "est", "uhr"};
    if (i >= a->count)
        return false;
    if (ngi_atom_mark(a, i, '%') || ngi_atom_mark(a, i, 0xB0) ||
        (ngi_atom_mark(a, i, '/') && ngi_atom_number(a, i + 1) && a->items[i + 1].digits > 2))
        return true;
    for (size_t k = 0; k < NGI_COUNT(times); k++)
        if (ngi_atom_is(a, i, times[k]))
            return true;
    return ngi_atom_has(a, i, NGI_W_UNIT | NGI_W_MEASURE | NGI_W_CURRENCY | NGI_W_POWER) ||
           (ngi_atom_has(a, i, NGI_W_PLURAL) && !ngi_atom_has(a, i, NGI_W_YEARLY));
}

/* A word in small letters that looks like a plural: what a number may count. */
static bool plural(const ngi_atoms *a, uint32_t i)
{
    if (i >= a->count || a->items[i].kind != NGI_ATOM_WORD ||
        (a->items[i].flags & NGI_ATOM_CAPITAL) != 0 ||
        ngi_atom_has(a, i, NGI_W_STOP | NGI_W_YEARLY | NGI_W_DONE))
        return false;
    return a->items[i].end - a->items[i].begin > 3 && a->text.ptr[a->items[i].end - 1] == 's';
}

static bool strong_place(const ngi_atoms *a, uint32_t i)
{
    static const char *const words[] = {"in", "since", "during", "until", "before", "after",
                                        "from", "between", "by", "till", "en", "im", "seit",
                                        "depuis", "desde", "back", "circa", "early", "late"};
    for (size_t k = 0; k < NGI_COUNT(words); k++)
        if (ngi_atom_is(a, i, words[k]))
            return true;
    return ngi_atom_has(a, i, NGI_W_SINCE | NGI_W_UNTIL | NGI_W_BETWEEN | NGI_W_FISCAL |
                                  NGI_W_SEASON | NGI_W_EARLY | NGI_W_LATE | NGI_W_MID | NGI_W_END) ||
           (ngi_atom_has(a, i, NGI_W_UNIT) && a->items[i].entry->when == NGI_UNIT_YEAR);
}

static bool by_word_before(const ngi_atoms *a, uint32_t i, int year)
{
    if (ngi_atom_mark(a, i - 1, '('))
        return ngi_atom_mark(a, i + 1, ')') || ngi_atom_mark(a, i + 1, ',') || ngi_atom_dash(a, i + 1);
    if (ngi_atom_dash(a, i - 1))
        return i > 1 && ngi_atom_has(a, i - 2, NGI_W_MID | NGI_W_EARLY | NGI_W_LATE | NGI_W_END);
    if (strong_place(a, i - 1))
        return true;
    if (ngi_atom_has(a, i - 1, NGI_W_IN | NGI_W_BY | NGI_W_FROM | NGI_W_TO | NGI_W_OF | NGI_W_LAST |
                                   NGI_W_NEXT))
        return year >= 1500 && !plural(a, i + 1);
    if (ngi_atom_has(a, i - 1, NGI_W_THE))
        return year >= 1900 && i + 1 < a->count && a->items[i + 1].kind == NGI_ATOM_WORD &&
               (ngi_atom_has(a, i + 1, NGI_W_YEARLY) || !plural(a, i + 1));
    bool list = ngi_atom_has(a, i - 1, NGI_W_AND) || ngi_atom_mark(a, i - 1, ',') ||
                ngi_atom_is(a, i - 1, "or");
    if (list && i > 1 && ngi_atom_number(a, i - 2) && (a->items[i - 2].flags & NGI_ATOM_DATED) != 0 &&
        a->items[i - 2].digits == 4)
        return true;
    if (ngi_atom_mark(a, i - 1, ',') && i > 1 && (a->items[i - 2].flags & NGI_ATOM_CAPITAL) != 0)
        return year >= 1700 && (i + 1 >= a->count || a->items[i + 1].kind == NGI_ATOM_MARK);
    return (a->items[i - 1].flags & NGI_ATOM_CAPITAL) != 0 && year >= 1980 && year < 2100 &&
           !ngi_atom_has(a, i - 1, NGI_W_LABEL | NGI_W_CURRENCY) && a->tongue != NGI_DE &&
           !plural(a, i + 1);
}

bool ngi_when_lone_year(const ngi_when_reader *r, uint32_t i)
{
    const ngi_atoms *a = r->atoms;
    int year;
    if (!ngi_when_year(r, i, &year) || counts(a, i + 1))
        return false;
    if (i > 0 && a->items[i - 1].kind == NGI_ATOM_MARK && ngi_atom_glued(a, i) &&
        ngi_find_char(NGI_LIT("$#+./@_&"), (char)(a->items[i - 1].mark & 0x7F)) != NGI_NONE)
        return false;
    if (i > 0 && a->items[i - 1].kind == NGI_ATOM_MARK &&
        (a->items[i - 1].mark == 0xA3 || a->items[i - 1].mark == 0xA5 || a->items[i - 1].mark == 0x20AC))
        return false;
    if (i > 0 && ngi_atom_glued(a, i) && a->items[i - 1].kind != NGI_ATOM_MARK)
        return false;
    if (i > 0 && ngi_atom_has(a, i - 1, NGI_W_CURRENCY | NGI_W_LABEL) &&
        !ngi_atom_has(a, i - 1, NGI_W_IN))
        return false;
    if (i > 0 && by_word_before(a, i, year))
        return true;
    if (year < 1900 || year > 2100)
        return false;
    if (ngi_atom_mark(a, i + 1, '\'') && ngi_atom_is(a, i + 2, "s"))
        return true;
    if (ngi_atom_has(a, i + 1, NGI_W_YEARLY) && !ngi_atom_has(a, i + 1, NGI_W_STOP))
        return true;
    if (a->tongue == NGI_DE)
        return i + 1 >= a->count || a->items[i + 1].kind == NGI_ATOM_MARK ||
               (a->items[i + 1].flags & NGI_ATOM_CAPITAL) == 0;
    bool first = i == r->sentence || (i > 0 && a->items[i - 1].kind == NGI_ATOM_MARK && i - 1 == r->sentence);
    return first && (i + 1 >= a->count || ngi_atom_has(a, i + 1, NGI_W_BE | NGI_W_DONE | NGI_W_FUTURE) ||
                     ngi_atom_mark(a, i + 1, ','));
}
