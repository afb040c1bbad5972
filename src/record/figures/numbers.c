/* SPDX-License-Identifier: Apache-2.0 */
/* The number of a figure: digits and words, fractions, ranges, and many without a number
 * ("dozens", "tens of thousands"). */
#include "record/figures/reading.h"

#include "record/figures/numbers.h"

/* ---- one number ---- */

static bool usable(const ngi_atoms *a, uint32_t i)
{
    return i < a->count && (a->items[i].flags & (NGI_ATOM_DATED | NGI_ATOM_STRANGE)) == 0;
}

/* "½" behind a number or alone. */
static double vulgar(const ngi_atoms *a, uint32_t i)
{
    if (i >= a->count || a->items[i].kind != NGI_ATOM_MARK)
        return 0;
    switch (a->items[i].mark) {
    case 0xBC: return 0.25;
    case 0xBD: return 0.5;
    case 0xBE: return 0.75;
    case 0x2153: return 1.0 / 3;
    case 0x2154: return 2.0 / 3;
    default: return 0;
    }
}

/* A power in letters glued to digits: "2.5bn", "$5m", "100k". */
static double suffix(const ngi_atoms *a, uint32_t i, bool money)
{
    if (!ngi_atom_glued(a, i) || a->items[i].kind != NGI_ATOM_WORD)
        return 0;
    if (ngi_atom_is(a, i, "bn") || (money && ngi_atom_is(a, i, "b")))
        return 1e9;
    if (ngi_atom_is(a, i, "tn") || ngi_atom_is(a, i, "trn") || (money && ngi_atom_is(a, i, "t")))
        return 1e12;
    if (ngi_atom_is(a, i, "k"))
        return 1e3;
    if (ngi_atom_is(a, i, "mn") || ngi_atom_is(a, i, "mln") || ngi_atom_is(a, i, "mio"))
        return 1e6;
    if (ngi_atom_is(a, i, "m"))
        return money || (ngi_atom_has(a, i + 1, NGI_W_PLURAL) && a->tongue == NGI_EN) ? 1e6 : 0;
    return 0;
}

uint32_t ngi_figure_number(const ngi_atoms *a, uint32_t i, bool money, double *value, bool *spelled,
                           bool *power)
{
    *power = false;
    *spelled = false;
    double part = vulgar(a, i);
    if (part != 0) {
        *value = part;
        return 1;
    }
    if (!usable(a, i))
        return 0;
    uint32_t used = ngi_number_at(a, i, value, spelled);
    if (used == 0)
        return 0;
    for (uint32_t k = i; k < i + used; k++) {
        if ((a->items[k].flags & (NGI_ATOM_DATED | NGI_ATOM_STRANGE)) != 0)
            return 0;
        *power |= ngi_atom_has(a, k, NGI_W_POWER);
    }
    if (!*spelled && used == 1) {
        double times = suffix(a, i + 1, money);
        if (times == 0 && a->tongue != NGI_EN && ngi_atom_mark(a, i + 2, 0x20AC) &&
            ngi_atom_glued(a, i + 2)) /* "5,5 M€" */
            times = ngi_atom_is(a, i + 1, "m") ? 1e6
                    : ngi_atom_is(a, i + 1, "md") || ngi_atom_is(a, i + 1, "mds") ? 1e9
                                                                                   : 0;
        if (times != 0) {
            *value *= times;
            *power = true;
            used = 2;
        } else if ((part = vulgar(a, i + 1)) != 0) {
            *value += part;
            used = 2;
        } else if (ngi_atom_mark(a, i + 1, '-') && ngi_atom_glued(a, i + 1) &&
                   ngi_atom_has(a, i + 2, NGI_W_POWER)) {
            *value *= a->items[i + 2].entry->number; /* "$3-million" */
            *power = true;
            used = 3;
        }
    }
    if (*power && a->tongue == NGI_DE && ngi_atom_mark(a, i + used, '.') &&
        (ngi_atom_is(a, i + used - 1, "mio") || ngi_atom_is(a, i + used - 1, "mrd")) &&
        i + used + 1 < a->count)
        used++;
    return used;
}

/* ---- fractions ---- */

static bool takes_fraction(const ngi_atoms *a, uint32_t i)
{
    static const char *const words[] = {"its", "their", "his", "her", "our", "those", "these",
                                        "them", "all", "des", "du", "der", "aller", "de", "del", "d",
                                        "of", "von"};
    if (ngi_atom_has(a, i, NGI_W_OF | NGI_W_THE) || ngi_atom_is(a, i, "majority"))
        return true;
    for (size_t k = 0; k < NGI_COUNT(words); k++)
        if (ngi_atom_is(a, i, words[k]))
            return true;
    return false;
}

/* "two-thirds", "a quarter of", "half the", "ein Drittel der", "la moitié des". */
static uint32_t fraction(const ngi_atoms *a, uint32_t i, ngi_quantity *q)
{
    double times = 1;
    bool spelled = true;
    uint32_t at = i, used = 0;
    static const char *const ones[] = {"a", "one", "un", "une", "una", "ein", "eine", "einem", "einen"};
    bool half = ngi_atom_has(a, at, NGI_W_HALF) && ngi_atom_has(a, at, NGI_W_FRACTION);
    if (!half) {
        for (size_t k = 0; k < NGI_COUNT(ones) && used == 0; k++)
            used = ngi_atom_is(a, at, ones[k]);
        if (used == 0 && ngi_atom_has(a, at, NGI_W_NUMBER)) {
            times = a->items[at].entry->number;
            used = 1;
        }
        if (used == 0 && ngi_atom_has(a, at, NGI_W_THE) && a->tongue != NGI_EN)
            used = 1; /* "la moitié" */
        at += used;
        at += ngi_atom_mark(a, at, '-') && ngi_atom_glued(a, at);
    }
    if (!ngi_atom_has(a, at, NGI_W_FRACTION) || (used == 0 && !half))
        return 0;
    double part = a->items[at].entry->number * times;
    at++;
    bool plain = half || times == 1;
    if (part >= 1 || (plain && !takes_fraction(a, at)) || (times > 1 && part < 0.1))
        return 0;
    if (half && i > 0 && ngi_atom_has(a, i - 1, NGI_W_ORDINAL | NGI_W_THIS | NGI_W_THAT | NGI_W_LAST))
        return 0; /* "the second half of the match" */
    if (half && a->tongue == NGI_EN && i > 0 && ngi_atom_has(a, i - 1, NGI_W_THE))
        return 0;
    if (ngi_atom_has(a, at - 1, NGI_W_UNIT) && times == 1 && ngi_atom_has(a, at + 1, NGI_W_LAST))
        return 0;
    q->value = part;
    q->has_value = q->share = true;
    q->spelled = spelled;
    return at - i;
}

/* "one in five", "nine out of 10". */
static uint32_t share_of(const ngi_atoms *a, uint32_t i, double first, ngi_quantity *q)
{
    uint32_t at = i;
    bool power, spelled;
    double second;
    if (ngi_atom_is(a, at, "in") || ngi_atom_is(a, at, "sur"))
        at++;
    else if (ngi_atom_is(a, at, "out") && ngi_atom_is(a, at + 1, "of"))
        at += 2;
    else if (ngi_atom_is(a, at, "de") && ngi_atom_is(a, at + 1, "cada"))
        at += 2;
    else if (ngi_atom_is(a, at, "von"))
        at++;
    else
        return 0;
    uint32_t used = ngi_figure_number(a, at, false, &second, &spelled, &power);
    bool odd = a->tongue == NGI_EN && first > 10;
    if (used == 0 || first >= second || second > 1e6 || first < 1 || odd ||
        ngi_atom_has(a, at + used, NGI_W_UNIT | NGI_W_MONTH | NGI_W_CURRENCY | NGI_W_MEASURE) ||
        ngi_atom_mark(a, at + used, '%'))
        return 0;
    q->value = first / second;
    q->share = true;
    return at + used - i;
}

/* ---- many ---- */

/* "dozens", "hundreds of thousands", "several hundred". */
static uint32_t many(const ngi_atoms *a, uint32_t i, ngi_quantity *q)
{
    uint32_t at = i;
    double least;
    if (ngi_atom_has(a, at, NGI_W_MANY)) {
        least = a->items[at++].entry->number;
        if (least < 12 && !ngi_atom_has(a, at, NGI_W_OF))
            return 0; /* "tens" only of thousands */
    } else {
        if (ngi_atom_is(a, at, "a"))
            at++;
        if (!ngi_atom_has(a, at, NGI_W_VAGUE) || !ngi_atom_has(a, at + 1, NGI_W_POWER | NGI_W_MANY))
            return 0;
        least = a->items[at + 1].entry->number;
        at += 2;
    }
    while (true) {
        uint32_t next = at + (ngi_atom_has(a, at, NGI_W_OF) ? 1 : 0);
        next += ngi_atom_mark(a, next, '\'');
        if (!ngi_atom_has(a, next, NGI_W_MANY | NGI_W_POWER))
            break;
        least *= a->items[next].entry->number;
        at = next + 1;
    }
    if (least < 12 && a->tongue == NGI_EN)
        return 0;
    q->min = 2 * least;
    q->has_min = q->approximate = true;
    q->spelled = q->power = true;
    return at - i;
}

/* ---- ranges ---- */

/* Joins two numbers: "-", "to", "or", and "and" behind "between". */
static uint32_t joiner(const ngi_atoms *a, uint32_t i, bool between, bool *dash)
{
    *dash = ngi_atom_dash(a, i) && ngi_atom_glued(a, i) == ngi_atom_glued(a, i + 1);
    if (*dash || (!between && ngi_atom_has(a, i, NGI_W_TO)) ||
        (a->tongue == NGI_DE && ngi_atom_is(a, i, "bis")) || (between && ngi_atom_has(a, i, NGI_W_AND)))
        return 1;
    if (ngi_atom_mark(a, i, '-') && ngi_atom_has(a, i + 1, NGI_W_TO) && ngi_atom_mark(a, i + 2, '-'))
        return 3; /* "three-to-four-hour" */
    if (ngi_atom_mark(a, i, '-') && ngi_atom_has(a, i + 1, NGI_W_TO) && !ngi_atom_glued(a, i + 2))
        return 2; /* "10- to 12-day" */
    return ngi_atom_is(a, i, "or") || ngi_atom_is(a, i, "oder") || ngi_atom_is(a, i, "ou") ||
                   ngi_atom_is(a, i, "o")
               ? 1
               : 0;
}

/* The unit of the first of two: "5% to 7%", "$2-$3". Atoms used. */
static uint32_t first_unit(const ngi_atoms *a, uint32_t i, const ngi_quantity *q, ng_slice *unit)
{
    bool hyphen, share;
    ng_slice found = {0};
    uint32_t used = ngi_figure_unit(a, i, q, &found, &hyphen, &share);
    if (used == 0 || hyphen)
        return 0;
    *unit = found;
    return used;
}

static bool small_or(const ngi_atoms *a, uint32_t i, double first, double second)
{
    bool word = ngi_atom_is(a, i, "or") || ngi_atom_is(a, i, "oder") || ngi_atom_is(a, i, "ou") ||
                ngi_atom_is(a, i, "o");
    return !word || second - first <= first;
}

static bool has_plural_near(const ngi_atoms *a, uint32_t i)
{
    for (uint32_t k = i; k < i + 3 && k < a->count && a->items[k].kind == NGI_ATOM_WORD; k++)
        if (ngi_figure_plural(a, k))
            return true;
    return false;
}

/* The second number of a range behind the first, with its unit. */
static uint32_t range(const ngi_atoms *a, uint32_t i, bool between, bool from, ngi_quantity *q)
{
    ng_slice unit = q->unit, second_unit = q->unit;
    uint32_t at = i;
    bool dash, power, spelled, hyphen, share, money_first = q->unit.len != 0;
    ngi_quantity first = *q;
    uint32_t used = money_first ? 0 : first_unit(a, at, &first, &unit);
    bool own_unit = used != 0;
    at += used;
    used = joiner(a, at, between, &dash);
    if (used == 0 || (from && !between && (own_unit || money_first)))
        return 0;
    uint32_t join_at = at;
    at += used;
    at += between && ngi_atom_has(a, at, NGI_W_THE); /* "entre el 30 y el 40 %" */
    at += ngi_figure_money_at(a, at, &second_unit);
    double second;
    used = ngi_figure_number(a, at, unit.len != 0 || second_unit.len != 0, &second, &spelled, &power);
    if (used == 0)
        return 0;
    double low = q->value, high = second;
    if (power && !q->power && low < 1000 && high >= 1000) {
        double times = 1;
        for (uint32_t k = at; k < at + used; k++)
            if (ngi_atom_has(a, k, NGI_W_POWER))
                times *= a->items[k].entry->number;
        if (times == 1)
            times = high >= 1e12 ? 1e12 : high >= 1e9 ? 1e9 : high >= 1e6 ? 1e6 : 1e3;
        low *= times;
    }
    at += used;
    if (low >= high || !small_or(a, join_at, low, high))
        return 0;
    first.value = high;
    first.power = power || q->power;
    ng_slice behind = {0};
    used = ngi_figure_unit(a, at, &first, &behind, &hyphen, &share);
    if (used == 0 && unit.len == 0 && second_unit.len == 0 && dash && !power &&
        !has_plural_near(a, at))
        return 0; /* a score */
    if (own_unit && (used == 0 || (behind.len != 0 && !ngi_equal(behind, unit))))
        return 0; /* "rose 14% to 812 pence" are two figures */
    at += used;
    q->share = used != 0 && share;
    q->hyphen = used != 0 && hyphen;
    q->unit = behind.len != 0 ? behind : second_unit.len != 0 ? second_unit : unit;
    q->has_value = false;
    q->has_min = q->has_max = true;
    q->min = low;
    q->max = high;
    q->power = first.power;
    return at - i;
}

/* ---- all of it ---- */

static uint32_t sign(const ngi_atoms *a, uint32_t i, bool *negative)
{
    *negative = (ngi_atom_mark(a, i, '-') || ngi_atom_mark(a, i, 0x2212)) && ngi_atom_glued(a, i + 1) &&
                !ngi_atom_glued(a, i) && ngi_atom_number(a, i + 1);
    if (ngi_atom_is(a, i, "minus") && ngi_atom_has(a, i + 1, NGI_W_NUMBER | NGI_W_POWER))
        *negative = true;
    if (ngi_atom_is(a, i, "minus") && ngi_atom_number(a, i + 1))
        *negative = true;
    return *negative;
}

/* "half an hour", "a half-hour". */
static uint32_t half_unit(const ngi_atoms *a, uint32_t i, ngi_quantity *q)
{
    if (!ngi_atom_has(a, i, NGI_W_HALF) || a->tongue == NGI_ES)
        return 0;
    uint32_t at = i + 1;
    at += ngi_atom_is(a, at, "a") || ngi_atom_is(a, at, "an") || ngi_atom_mark(a, at, '-');
    if (!ngi_atom_has(a, at, NGI_W_UNIT) || ngi_atom_has(a, at, NGI_W_PLURAL) ||
        a->items[at].entry->unit == NULL || (a->tongue == NGI_EN && at == i + 1))
        return 0;
    q->value = 0.5;
    q->has_value = q->spelled = true;
    q->unit = ngi_slice_of(a->items[at].entry->unit);
    return at + 1 - i;
}

uint32_t ngi_figure_core(const ngi_atoms *a, uint32_t i, ngi_quantity *q)
{
    bool negative, hyphen, share;
    uint32_t at = i;
    q->number = i;
    uint32_t used = many(a, i, q);
    if (used == 0)
        used = half_unit(a, i, q);
    if (used == 0)
        used = fraction(a, i, q);
    if (used != 0) {
        q->unit_end = i + used;
        ng_slice unit = {0};
        uint32_t more = q->unit.len == 0 && (!q->share || ngi_atom_mark(a, i + used, '-'))
                            ? ngi_figure_unit(a, i + used, q, &unit, &hyphen, &share) : 0;
        if (more == 0 && q->min != 0 && ngi_atom_has(a, i + used, NGI_W_OF))
            more = ngi_figure_unit(a, i + used + 1, q, &unit, &hyphen, &share),
            more += more != 0;
        if (more != 0)
            q->unit = unit;
        q->unit_end += more;
        return used + more;
    }
    at += ngi_figure_money_at(a, at, &q->unit);
    at += sign(a, at, &negative);
    if (negative)
        at += ngi_figure_money_at(a, at, &q->unit);
    q->number = at;
    used = ngi_figure_number(a, at, q->unit.len != 0, &q->value, &q->spelled, &q->power);
    if (used == 0)
        return 0;
    if (negative)
        q->value = -q->value;
    for (uint32_t k = at; k < at + used; k++) /* "une vingtaine" */
        q->approximate |= ngi_atom_has(a, k, NGI_W_POWER) && ngi_atom_has(a, k, NGI_W_ABOUT);
    at += used;
    q->has_value = true;
    bool between = ngi_figure_between(a, i), from = i > 0 && ngi_atom_has(a, i - 1, NGI_W_FROM);
    used = range(a, at, between, from, q);
    if (used != 0) {
        q->unit_end = at + used;
        return at + used - i;
    }
    used = q->unit.len == 0 ? share_of(a, at, q->value, q) : 0;
    if (used == 0 && q->unit.len == 0) {
        used = ngi_figure_unit(a, at, q, &q->unit, &hyphen, &share);
        q->hyphen = used != 0 && hyphen;
        q->share = used != 0 && share;
    } else if (used == 0 && ngi_atom_has(a, at, NGI_W_CURRENCY) &&
               (a->items[at].classes & NGI_W_DONE) == 0) {
        used = 1; /* "$5 dollars" */
    }
    q->unit_end = at + used;
    return at + used - i;
}
