/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers in words, of four languages: see ngi_number_at() in atoms.h.
 *
 * English, French and Spanish put a number together of several words by the same rules: what
 * is smaller than the last power is added, a power multiplies what stands before it. German
 * writes all of it as one word, its ones before its tens. */
#include "record/languages/atoms.h"

typedef struct sum {
    double total, current; /* in whole powers, and below */
    double last_power;     /* thousand or more; 0: none yet */
    bool any;
} sum;

/* Adds a word for a number below a thousand ("twenty", "three", "doscientos"). */
static bool add_number(sum *s, double value, bool french)
{
    double current = s->current;
    int low = ngi_whole(current) % 100;
    if (french && value == 20 && low == 4)
        s->current += 76; /* quatre-vingt */
    else if (french && (low == 60 || low == 80) && value < 20)
        s->current += value;
    else if (s->any && current != 0 && value < 10 && low >= 20 && low % 10 == 0)
        s->current += value;
    else if (current == 0 || (low == 0 && value < 100))
        s->current += value;
    else
        return false;
    s->any = true;
    return true;
}

static bool add_power(sum *s, double power)
{
    if (power == 100 || power == 12) {
        if (s->current >= 100)
            return false;
        s->current = (s->current == 0 ? 1 : s->current) * power;
    } else if (s->last_power != 0 && power > s->last_power) {
        s->total = (s->total + s->current) * power; /* "mil millones" */
        s->current = 0;
        s->last_power = power;
    } else {
        if (s->last_power == power || (s->current == 0 && s->last_power != 0))
            return false;
        s->total += (s->current == 0 ? 1 : s->current) * power;
        s->current = 0;
        s->last_power = power;
    }
    s->any = true;
    return true;
}

/* Whether atom i joins two parts of a number, with what stands behind it. */
static bool joins(const ngi_atoms *a, uint32_t i, const sum *s)
{
    if (!ngi_atom_has(a, i + 1, NGI_W_NUMBER))
        return false;
    double behind = a->items[i + 1].entry->number;
    if (ngi_atom_mark(a, i, '-'))
        return ngi_atom_glued(a, i) && ngi_atom_glued(a, i + 1);
    if (!ngi_atom_has(a, i, NGI_W_AND))
        return false;
    int low = ngi_whole(s->current) % 100;
    if (a->tongue == NGI_EN)
        return low == 0 && (s->current != 0 || s->last_power != 0) && behind < 100;
    return behind < 12 && low >= 20 && low % 10 == 0;
}

/* "and a half" behind a number. */
static uint32_t half_behind(const ngi_atoms *a, uint32_t i)
{
    if (a->tongue == NGI_EN && ngi_atom_is(a, i, "and") && ngi_atom_is(a, i + 1, "a") &&
        ngi_atom_has(a, i + 2, NGI_W_HALF))
        return 3;
    return 0;
}

static bool is_article(const ngi_atoms *a, uint32_t i)
{
    return ngi_atom_has(a, i, NGI_W_ARTICLE);
}

/* "half a million", "eine halbe Million", "un demi-million". */
static uint32_t half_of_power(const ngi_atoms *a, uint32_t i, double *value)
{
    uint32_t at = i;
    if (is_article(a, at) && ngi_atom_has(a, at + 1, NGI_W_HALF))
        at++;
    if (!ngi_atom_has(a, at, NGI_W_HALF))
        return 0;
    at++;
    if (is_article(a, at) || ngi_atom_mark(a, at, '-'))
        at++;
    if (!ngi_atom_has(a, at, NGI_W_POWER) || a->items[at].entry->number < 12)
        return 0;
    *value = a->items[at].entry->number / 2;
    return at + 1 - i;
}

/* ---- German ---- */

typedef struct part {
    const char *word;
    double value;
} part;

static size_t match(ng_slice rest, const part *parts, size_t count, double *value)
{
    for (size_t i = 0; i < count; i++)
        if (ngi_starts_nocase(rest, ngi_slice_of(parts[i].word))) {
            *value = parts[i].value;
            return ngi_slice_of(parts[i].word).len;
        }
    return 0;
}

/* A number below a hundred at the start of *rest: "drei", "zweiundzwanzig"; 0 for none. */
static double below_hundred(ng_slice *rest)
{
    static const part ones[] = {
        {"dreizehn", 13}, {"vierzehn", 14}, {"fünfzehn", 15}, {"sechzehn", 16}, {"siebzehn", 17},
        {"achtzehn", 18}, {"neunzehn", 19}, {"sechzig", 60},  {"siebzig", 70},  {"zwanzig", 20},
        {"dreißig", 30},  {"dreissig", 30}, {"vierzig", 40},  {"fünfzig", 50},  {"achtzig", 80},
        {"neunzig", 90},  {"eins", 1},      {"ein", 1},       {"zwei", 2},      {"drei", 3},
        {"vier", 4},      {"fünf", 5},      {"sechs", 6},     {"sieben", 7},    {"acht", 8},
        {"neun", 9},      {"zehn", 10},     {"elf", 11},      {"zwölf", 12}};
    double value = 0, tens = 0;
    size_t len = match(*rest, ones, NGI_COUNT(ones), &value);
    *rest = ngi_slice_from(*rest, len);
    if (len == 0 || value > 9 || !ngi_starts_nocase(*rest, NGI_LIT("und")))
        return value;
    ng_slice behind = ngi_slice_from(*rest, 3);
    len = match(behind, ones, NGI_COUNT(ones), &tens);
    if (len == 0 || tens < 20)
        return value;
    *rest = ngi_slice_from(behind, len);
    return value + tens;
}

/* One below a thousand. *used: something was there. */
static double below_thousand(ng_slice *rest, bool *used)
{
    size_t len = rest->len;
    double value = below_hundred(rest);
    if (ngi_starts_nocase(*rest, NGI_LIT("hundert"))) {
        *rest = ngi_slice_from(*rest, 7);
        if (ngi_starts_nocase(*rest, NGI_LIT("und")))
            *rest = ngi_slice_from(*rest, 3);
        value = (value == 0 ? 1 : value) * 100;
        value += below_hundred(rest);
    }
    *used = rest->len != len;
    return value;
}

static bool german(ng_slice word, double *value)
{
    bool low, high;
    double number = below_thousand(&word, &high);
    if (ngi_starts_nocase(word, NGI_LIT("tausend"))) {
        word = ngi_slice_from(word, 7);
        number = (high ? number : 1) * 1000;
        if (ngi_starts_nocase(word, NGI_LIT("und")))
            word = ngi_slice_from(word, 3);
        number += below_thousand(&word, &low);
        high = true;
    }
    *value = number;
    return high && word.len == 0 && number > 1;
}

/* Whether a word that is in no table may be a German number: cheap, asked of every word. */
static bool german_begin(ng_slice word)
{
    return word.len >= 6 && ngi_find_char(NGI_LIT("ezdvfsanhtEZDVFSANHT"), word.ptr[0]) != NGI_NONE;
}

/* ---- all ---- */

static uint32_t in_words(const ngi_atoms *a, uint32_t i, sum *s)
{
    uint32_t at = i;
    bool french = a->tongue == NGI_FR;
    if (is_article(a, at) && ngi_atom_has(a, at + 1, NGI_W_POWER))
        at++;
    while (at < a->count) {
        const ngi_atom *atom = &a->items[at];
        bool glued_behind = at > i && atom->kind == NGI_ATOM_WORD && !ngi_atom_dash(a, at - 1) &&
                            (atom->flags & NGI_ATOM_SPACE) == 0;
        if (glued_behind)
            break;
        if ((atom->classes & NGI_W_POWER) != 0 && add_power(s, atom->entry->number))
            at++;
        else if ((atom->classes & NGI_W_NUMBER) != 0 && add_number(s, atom->entry->number, french))
            at++;
        else if (at > i && joins(a, at, s))
            at++;
        else
            break;
    }
    while (at > i && a->items[at - 1].kind == NGI_ATOM_MARK)
        at--; /* a hyphen whose number did not fit */
    if (at > i && ngi_atom_has(a, at - 1, NGI_W_AND))
        at--;
    return s->any ? at - i : 0;
}

uint32_t ngi_number_at(const ngi_atoms *a, uint32_t i, double *value, bool *spelled)
{
    sum s = {0};
    uint32_t used = 0;
    const ngi_atom *atom = &a->items[i];
    *spelled = atom->kind != NGI_ATOM_NUMBER;
    if (!*spelled) {
        s = (sum){.current = atom->number, .any = true};
        used = 1;
        while (ngi_atom_has(a, i + used, NGI_W_POWER) && a->items[i + used].entry->number != 12) {
            bool first = s.last_power == 0;
            double power = a->items[i + used].entry->number;
            if (!first && power <= s.last_power)
                break;
            s.total = (s.total + s.current) * power;
            s.current = 0;
            s.last_power = power;
            used++;
        }
    } else if ((used = half_of_power(a, i, value)) != 0) {
        return used;
    } else if ((atom->classes & (NGI_W_NUMBER | NGI_W_POWER)) != 0 || is_article(a, i)) {
        used = in_words(a, i, &s);
    } else if (a->tongue == NGI_DE && atom->entry == NULL && atom->kind == NGI_ATOM_WORD &&
               german_begin(ngi_atom_text(a, i)) && german(ngi_atom_text(a, i), &s.current)) {
        used = 1;
        if (ngi_atom_has(a, i + 1, NGI_W_POWER) && a->items[i + 1].entry->number >= 1e6) {
            s.current *= a->items[i + 1].entry->number;
            used = 2;
        }
    }
    if (used == 0)
        return 0;
    uint32_t half = half_behind(a, i + used);
    if (half != 0 && s.total == 0) {
        s.current += 0.5;
        used += half;
        if (ngi_atom_has(a, i + used, NGI_W_POWER))
            s.current *= a->items[i + used++].entry->number;
    }
    *value = s.total + s.current;
    return used;
}
