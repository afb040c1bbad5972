/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the dates of a text: see when.h.
 *
 * One pass over atoms. Where a word or number can begin a date, the forms are tried in order,
 * longest first; each looks at a few atoms ahead, and the tense at a few dozen around, so the
 * time is linear. What a date means is decided in docs/dates-and-figures.md. */
#include "record/when/dates.h"

#include "record/when/when.h"

/* ---- one point ---- */

static uint32_t year_point(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    int year, to;
    if (!ngi_when_year(r, i, &year))
        return 0;
    bool range = (ngi_atom_dash(a, i + 1) || ngi_atom_mark(a, i + 1, '/')) && ngi_atom_glued(a, i + 1) &&
                 ngi_atom_glued(a, i + 2);
    if (range && ngi_atom_number(a, i + 2) && a->items[i + 2].digits == 2 && year >= 1900 &&
        ngi_whole(a->items[i + 2].number) > year % 100 &&
        !(ngi_atom_glued(a, i + 3) && ngi_atom_dash(a, i + 3))) {
        to = year - year % 100 + ngi_whole(a->items[i + 2].number); /* "2023-24" */
    } else if (range && ngi_when_year(r, i + 2, &to) && to > year && year >= 1800 && to <= 2150 &&
               !ngi_atom_has(a, i + 3, NGI_W_UNIT | NGI_W_MEASURE | NGI_W_PLURAL | NGI_W_CURRENCY)) {
        range = true;
    } else {
        range = false;
    }
    if (!range && !r->lenient && !ngi_when_lone_year(r, i))
        return 0;
    out->days = ngi_days_years(year, range ? to : year);
    out->grain = range ? NGI_GRAIN_OTHER : NGI_GRAIN_YEAR;
    return range ? 3 : 1;
}

uint32_t ngi_when_point(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    if (i >= a->count)
        return 0;
    typedef uint32_t reader(ngi_when_reader *, uint32_t, ngi_point *);
    static reader *const of_numbers[] = {ngi_when_numeric, ngi_when_number, ngi_when_decade,
                                         ngi_when_part, ngi_when_distance, year_point};
    static reader *const of_words[] = {ngi_when_holiday, ngi_when_weekday, ngi_when_month,
                                       ngi_when_today, ngi_when_distance, ngi_when_relative,
                                       ngi_when_part, ngi_when_number, ngi_when_season,
                                       ngi_when_decade};
    bool number = a->items[i].kind == NGI_ATOM_NUMBER;
    reader *const *readers = number ? of_numbers : of_words;
    size_t count = number ? NGI_COUNT(of_numbers) : NGI_COUNT(of_words);
    for (size_t k = 0; k < count; k++) {
        ngi_point point = {0};
        uint32_t used = readers[k](r, i, &point);
        if (used != 0) {
            *out = point;
            return used;
        }
    }
    return 0;
}

/* ---- several points ---- */

static bool ranges(const ngi_point *p)
{
    return p->grain != NGI_GRAIN_OTHER && !p->counted;
}

/* Gives the first of two points the year of the second where only that has one. */
static void share_year(ngi_point *first, ngi_point *second)
{
    int year, month, date;
    bool told = second->grain == NGI_GRAIN_DAY || second->grain == NGI_GRAIN_MONTH_YEAR;
    if (!second->days.has_lo)
        return;
    if ((first->grain == NGI_GRAIN_MONTH || first->grain == NGI_GRAIN_MONTH_DAY) && told) {
        ngi_day_parts(second->days.lo, &year, &month, &date);
        ngi_when_in_year(first, first->month > month ? year - 1 : year);
    }
    if (!first->days.has_lo || second->days.lo >= first->days.lo)
        return;
    if (second->grain == NGI_GRAIN_MONTH || second->grain == NGI_GRAIN_MONTH_DAY) {
        ngi_day_parts(first->days.lo, &year, &month, &date);
        ngi_when_in_year(second, second->month < month ? year + 1 : year);
    } else if (second->grain == NGI_GRAIN_WEEKDAY) {
        int ahead = (ngi_day_weekday(second->days.lo) - ngi_day_weekday(first->days.lo) + 7) % 7;
        second->days = ngi_days_day(first->days.lo + ahead);
    }
}

static bool join(ngi_point *first, ngi_point *second)
{
    share_year(first, second);
    if (first->days.has_lo && second->days.has_hi && second->days.hi < first->days.lo)
        return false;
    first->days.hi = second->days.hi;
    first->days.has_hi = second->days.has_hi;
    first->days.approximate |= second->days.approximate;
    if (!first->days.has_lo || !first->days.has_hi)
        first->days.has_lo = first->days.has_hi = false;
    first->grain = NGI_GRAIN_OTHER;
    return true;
}

static uint32_t skip_article(const ngi_atoms *a, uint32_t i)
{
    uint32_t used = ngi_atom_has(a, i, NGI_W_THE);
    if (used != 0 && ngi_atom_mark(a, i + 1, '\''))
        used++;
    return used;
}

/* The rest of a range behind its first point, from the word that joins on. */
static uint32_t range_behind(ngi_when_reader *r, uint32_t at, uint64_t joiners, bool dashes,
                             ngi_point *first)
{
    const ngi_atoms *a = r->atoms;
    uint32_t i = at;
    bool dash = dashes && ngi_atom_dash(a, at);
    if (!ngi_atom_has(a, at, joiners) && !dash)
        return 0;
    at++;
    if (!dash && ngi_atom_has(a, at, NGI_W_TO | NGI_W_IN) && a->tongue != NGI_EN &&
        !ngi_atom_has(a, at, NGI_W_MONTH))
        at++; /* "bis zum" */
    at += skip_article(a, at);
    ngi_point second = {0};
    bool lenient = r->lenient;
    r->lenient = true;
    uint32_t used = ngi_when_point(r, at, &second);
    r->lenient = lenient;
    if (used == 0 || !ranges(&second) ||
        (first->grain == NGI_GRAIN_YEAR) != (second.grain == NGI_GRAIN_YEAR) || !join(first, &second))
        return 0;
    return at + used - i;
}

/* "between 3 and 5 March", "du 3 au 5 mars": the first day has no month. */
static uint32_t days_of_one_month(ngi_when_reader *r, uint32_t i, uint64_t joiners, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    if (!ngi_atom_number(a, i) || a->items[i].digits > 2)
        return 0;
    uint32_t at = i + 1;
    at += ngi_atom_glued(a, at) && !ngi_atom_dash(a, at);
    if (!ngi_atom_has(a, at, joiners))
        return 0;
    at++;
    at += skip_article(a, at);
    uint32_t used = ngi_when_number(r, at, out);
    int first = ngi_whole(a->items[i].number);
    if (used == 0 || first < 1 || first >= out->date)
        return 0;
    if (out->days.has_lo)
        out->days.lo -= out->date - first;
    out->grain = NGI_GRAIN_OTHER;
    return at + used - i;
}

static uint32_t between(ngi_when_reader *r, uint32_t i, uint64_t joiners, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i + 1;
    at += skip_article(a, at);
    uint32_t used = days_of_one_month(r, at, joiners, out);
    if (used != 0)
        return at + used - i;
    bool lenient = r->lenient;
    r->lenient = true;
    used = ngi_when_point(r, at, out);
    r->lenient = lenient;
    if (used == 0 || out->counted)
        return 0;
    at += used;
    if (out->date_hi > out->date && (joiners & NGI_W_AND) != 0)
        return at - i; /* "between March 3 and 5" */
    if (!ranges(out))
        return 0;
    used = range_behind(r, at, joiners, (joiners & NGI_W_TO) != 0, out);
    return used == 0 ? 0 : at + used - i;
}

/* ---- open sides ---- */

static uint32_t inner(ngi_when_reader *r, uint32_t at, ngi_tense tense, ngi_point *out)
{
    r->forced = tense;
    uint32_t used = ngi_when_point(r, at, out);
    r->forced = NGI_TENSE_NONE;
    return used;
}

static uint32_t since(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i + 1;
    double count;
    ngi_unit unit;
    bool approximate = false;
    if (a->tongue != NGI_EN) { /* "seit drei Jahren", "depuis trois ans", "desde hace tres años" */
        uint32_t lead = ngi_atom_has(a, at, NGI_W_AGO) ? 1 : 0;
        uint32_t used = ngi_when_count(r, at + lead, &count, &unit, &approximate);
        if (used != 0 && (a->tongue != NGI_ES || lead != 0)) {
            out->counted = true;
            out->grain = NGI_GRAIN_OTHER;
            if (r->has_base) {
                out->days = ngi_days_day(ngi_day_move(r->base, unit, -count));
                out->days.hi = r->base;
                out->days.has_lo = count != 0;
                out->days.approximate = approximate || unit > NGI_UNIT_DAY;
            }
            return 1 + lead + used;
        }
    }
    while (ngi_atom_has(a, at, NGI_W_ABOUT))
        at++;
    at += skip_article(a, at);
    uint32_t used = inner(r, at, NGI_TENSE_PAST, out);
    if (used == 0)
        return 0;
    if (out->days.has_lo && r->has_base && out->days.lo <= r->base)
        out->days.hi = r->base;
    else
        out->days.has_hi = false;
    out->article = false;
    return at + used - i;
}

/* Verbs that make an "until" one of the past. */
static bool lasted(const ngi_when_reader *r, uint32_t i)
{
    static const char *const verbs[] = {"was", "were", "ran", "served", "worked", "lived",
                                        "lasted", "remained", "stayed", "ruled", "led"};
    for (uint32_t k = i, near = 0; k > r->sentence && near < 8; k--, near++)
        for (size_t v = 0; v < NGI_COUNT(verbs); v++)
            if (ngi_atom_is(r->atoms, k - 1, verbs[v]))
                return true;
    return false;
}

static uint32_t until(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i + 1;
    double count;
    ngi_unit unit;
    bool approximate = false;
    bool within = a->tongue == NGI_FR && ngi_atom_is(a, i, "ici");
    if (within) { /* "d'ici deux ans" */
        uint32_t used = ngi_when_count(r, at, &count, &unit, &approximate);
        if (used != 0) {
            out->counted = true;
            if (r->has_base) {
                out->days = ngi_days_day(r->base);
                out->days.hi = ngi_day_move(r->base, unit, count);
                out->days.has_hi = count != 0;
                out->days.approximate = approximate;
            }
            return 1 + used;
        }
    }
    at += ngi_atom_mark(a, at, '\'') && a->tongue == NGI_FR; /* "jusqu'au" */
    for (int k = 0; k < 2 && ngi_atom_has(a, at, NGI_W_TO | NGI_W_IN) && a->tongue != NGI_EN &&
                    !ngi_atom_has(a, at, NGI_W_MONTH | NGI_W_END | NGI_W_EARLY | NGI_W_MID);
         k++)
        at++;
    at += skip_article(a, at);
    uint32_t used = inner(r, at, lasted(r, i) ? NGI_TENSE_PAST : NGI_TENSE_FUTURE, out);
    if (used == 0 || out->counted)
        return 0;
    out->days.has_lo = false;
    out->article = false;
    return at + used - i;
}

static uint32_t within(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint32_t at = i + 1;
    double count;
    ngi_unit unit;
    bool approximate = false;
    bool plain = !ngi_atom_has(a, i, NGI_W_WITHIN); /* "in" */
    if (a->tongue == NGI_ES && plain && ngi_atom_is(a, at, "un") && ngi_atom_is(a, at + 1, "plazo")) {
        plain = false; /* "en un plazo de ocho meses" */
        at += 2;
    }
    if (a->tongue != NGI_EN && ngi_atom_has(a, at, NGI_W_OF))
        at++;
    if (ngi_atom_has(a, at, NGI_W_THE) && (!plain || a->tongue == NGI_FR)) {
        if (ngi_atom_has(a, at + 1, NGI_W_UNIT))
            return 0; /* "dans les années 90" */
        plain = plain && a->tongue != NGI_FR; /* "dans les huit mois" */
        at++;
    }
    bool spanish = a->tongue == NGI_ES && ngi_atom_is(a, i, "dentro");
    plain |= spanish; /* "dentro de dos semanas": when they are over */
    if (!plain && ngi_atom_has(a, at, NGI_W_NEXT))
        at++;
    uint32_t used = ngi_when_count(r, at, &count, &unit, &approximate);
    if (used == 0 || (plain && (unit < NGI_UNIT_HOUR || ngi_atom_has(a, at, NGI_W_PLURAL))))
        return 0;
    at += used;
    if (a->tongue == NGI_EN && (ngi_atom_has(a, at, NGI_W_OF) || ngi_atom_is(a, at, "'")))
        return 0; /* "within days of the attack" */
    bool anchored = a->tongue == NGI_EN || a->tongue == NGI_ES;
    if (plain && anchored && !spanish && ngi_when_tense(r, i, at) != NGI_TENSE_FUTURE)
        return 0; /* "fell 3 percent in two weeks" */
    out->grain = NGI_GRAIN_OTHER;
    out->counted = true;
    if (!r->has_base)
        return at - i;
    ngi_day end = ngi_day_move(r->base, unit, count);
    out->days = ngi_days_day(r->base);
    out->days.hi = end;
    out->days.has_hi = count != 0;
    out->days.approximate = approximate;
    if (plain) { /* "in two weeks": then, not until then */
        out->days = unit <= NGI_UNIT_DAY ? ngi_days_day(end)
                    : unit < NGI_UNIT_DECADE ? ngi_days_unit(r->base, unit, (int64_t)count)
                                             : ngi_days_unit(end, NGI_UNIT_YEAR, 0);
        out->days.approximate = true;
    }
    return at - i;
}

/* Whether "from X to Y" tells a move, not a stretch: "moved from Tuesday to Friday". */
static bool moves(const ngi_atoms *a, uint32_t i)
{
    static const char *const verbs[] = {"moved", "postponed", "delayed", "rescheduled", "pushed",
                                        "shifted", "changed", "rose", "fell", "grew"};
    for (uint32_t k = i, near = 0; k > 0 && near < 4; k--, near++)
        for (size_t v = 0; v < NGI_COUNT(verbs); v++)
            if (ngi_atom_is(a, k - 1, verbs[v]))
                return true;
    return false;
}

/* "in two weeks": the word before a count of days to come. */
static bool is_in(const ngi_atoms *a, uint32_t i)
{
    static const char *const words[] = {"in", "in", "dans", "en"};
    return a->tongue < NGI_TONGUES && ngi_atom_is(a, i, words[a->tongue]);
}

/* ---- the pass ---- */

static uint32_t date_at(ngi_when_reader *r, uint32_t i, ngi_point *out)
{
    const ngi_atoms *a = r->atoms;
    uint64_t classes = a->items[i].classes;
    uint32_t used = 0;
    if ((classes & NGI_W_SINCE) != 0)
        used = since(r, i, out);
    if (used == 0 && (classes & (NGI_W_UNTIL | NGI_W_BY)) != 0)
        used = until(r, i, out);
    if (used == 0 && (classes & NGI_W_BETWEEN) != 0)
        used = between(r, i, NGI_W_AND, out);
    if (used == 0 && (classes & NGI_W_FROM) != 0 && !moves(a, i))
        used = between(r, i, NGI_W_TO | NGI_W_UNTIL, out);
    if (used == 0 && ((classes & NGI_W_WITHIN) != 0 || is_in(a, i)))
        used = within(r, i, out);
    if (used != 0)
        return used;
    *out = (ngi_point){0};
    used = ngi_when_point(r, i, out);
    if (used == 0 || !ranges(out) || out->date_hi > out->date)
        return used;
    ngi_point joined = *out;
    bool dash = !ngi_atom_has(a, i, NGI_W_WEEKDAY) || ngi_atom_glued(a, i + used);
    uint32_t more = range_behind(r, i + used, (out->grain == NGI_GRAIN_WEEKDAY ? 0 : NGI_W_TO) |
                                                  (a->tongue == NGI_DE ? NGI_W_UNTIL : 0),
                                 dash, &joined);
    if (more != 0)
        *out = joined;
    return used + more;
}

#define STARTS                                                                                     \
    (NGI_W_MONTH | NGI_W_WEEKDAY | NGI_W_UNIT | NGI_W_SEASON | NGI_W_TODAY | NGI_W_LAST |          \
     NGI_W_NEXT | NGI_W_THIS | NGI_W_PAST_N | NGI_W_EARLY | NGI_W_MID | NGI_W_LATE | NGI_W_END |   \
     NGI_W_AGO | NGI_W_SINCE | NGI_W_UNTIL | NGI_W_BY | NGI_W_WITHIN | NGI_W_BETWEEN |             \
     NGI_W_FROM | NGI_W_IN | NGI_W_ORDINAL | NGI_W_NUMBER | NGI_W_POWER | NGI_W_FISCAL |           \
     NGI_W_THAT | NGI_W_HOLIDAY | NGI_W_VAGUE | NGI_W_DECADE | NGI_W_ABOUT | NGI_W_OVER |          \
     NGI_W_UNDER | NGI_W_OF | NGI_W_ARTICLE | NGI_W_NAMED)

static bool may_start(const ngi_atoms *a, uint32_t i)
{
    const ngi_atom *atom = &a->items[i];
    if (atom->kind == NGI_ATOM_MARK)
        return atom->mark == '\'' && ngi_atom_number(a, i + 1);
    if (atom->kind == NGI_ATOM_NUMBER || (atom->classes & STARTS) != 0)
        return true;
    if (a->tongue == NGI_EN && (atom->flags & NGI_ATOM_CAPITAL) != 0 && atom->entry == NULL)
        return ngi_starts(ngi_atom_text(a, i), NGI_LIT("FY2")); /* "FY2025" */
    return a->tongue == NGI_FR && (atom->flags & NGI_ATOM_CAPITAL) != 0 &&
           ngi_find_char(NGI_LIT("IVX"), a->text.ptr[atom->begin]) != NGI_NONE; /* "XIXe siecle" */
}

/* What stands before a date and belongs to it: "the" 1990s, "d'"ici mars, "les années" 90. */
static uint32_t lead(const ngi_atoms *a, uint32_t i, bool article)
{
    if (a->tongue == NGI_FR && i > 1 && ngi_atom_is(a, i, "ici") && ngi_atom_mark(a, i - 1, '\''))
        return 2;
    if (!article || i == 0)
        return 0;
    uint32_t at = i;
    if (at > 1 && ngi_atom_number(a, at) && ngi_atom_has(a, at - 1, NGI_W_OF) &&
        ngi_atom_has(a, at - 2, NGI_W_UNIT))
        at -= 2; /* "la década de 1990" */
    else if (ngi_atom_number(a, at) && ngi_atom_has(a, at - 1, NGI_W_UNIT))
        at--;
    if (at > 1 && ngi_atom_mark(a, at - 1, '\'') && ngi_atom_has(a, at - 2, NGI_W_THE))
        at -= 2;
    else if (at > 0 && ngi_atom_has(a, at - 1, NGI_W_THE))
        at--;
    return i - at;
}

/* The dates of a window, each handed to `found`. */
bool ngi_when_window(ngi_when_reader *r, ngi_when_found *found, void *user)
{
    ngi_atoms *a = r->atoms;
    r->sentence = 0;
    for (uint32_t i = 0; i < a->count;) {
        if (ngi_atom_ends_sentence(a, i))
            r->sentence = i + 1;
        ngi_point point = {0};
        uint32_t used = may_start(a, i) ? date_at(r, i, &point) : 0;
        if (used == 0) {
            i++;
            continue;
        }
        uint32_t begin = i, end = i + used > a->count ? a->count : i + used;
        begin -= lead(a, i, point.article);
        if (!point.counted)
            for (uint32_t k = begin; k < end; k++)
                a->items[k].flags |= NGI_ATOM_DATED;
        if (point.days.has_lo && point.grain != NGI_GRAIN_OTHER) {
            r->last = point.days;
            r->has_last = true;
        }
        if (!found(user, a, begin, end, &point.days))
            return false;
        i = end;
    }
    return true;
}

/* ---- the public face ---- */

typedef struct list {
    ngi_arena *arena;
    ngi_when *items;
    size_t count, capacity;
    uint8_t in;
} list;

static bool add(void *user, const ngi_atoms *a, uint32_t begin, uint32_t end, const ngi_days *days)
{
    list *l = user;
    if (l->count >= NGI_DATES_MOST)
        return true;
    if (!ngi_arena_grow(l->arena, &l->items, &l->capacity, l->count + 1, sizeof *l->items))
        return false;
    ngi_when *when = &l->items[l->count++];
    *when = (ngi_when){.at = {a->items[begin].begin, a->items[end - 1].end}, .in = l->in};
    when->approximate = days->approximate;
    if (days->has_lo)
        when->start = ngi_day_print(l->arena, days->lo);
    if (days->has_hi)
        when->end = ngi_day_print(l->arena, days->hi);
    return true;
}

void ngi_when_begin(ngi_when_reader *r, ngi_atoms *atoms, ng_slice base)
{
    *r = (ngi_when_reader){.atoms = atoms};
    r->has_base = ngi_day_read(base, &r->base) && r->base > ngi_day_of(1500, 1, 1) &&
                  r->base < ngi_day_of(2500, 1, 1); /* so that sums stay years of four digits */
}

bool ngi_dates_find(ngi_arena *arena, const ngi_prose *prose, uint8_t in, ng_slice base,
                    ng_slice language, ngi_when **out, uint32_t *count)
{
    *out = NULL;
    *count = 0;
    ngi_tongue tongue = ngi_tongue_of(language);
    if (tongue == NGI_OTHER)
        return true;
    ngi_atoms *atoms = ngi_arena_alloc(arena, 1, sizeof *atoms);
    if (atoms == NULL)
        return false;
    ngi_when_reader r;
    list l = {.arena = arena, .in = in};
    ngi_when_begin(&r, atoms, base);
    ngi_atoms_begin(atoms, prose->text, tongue);
    while (ngi_atoms_next(atoms))
        if (!ngi_when_window(&r, add, &l))
            return false;
    *out = l.items;
    *count = (uint32_t)l.count;
    return !arena->failed;
}
