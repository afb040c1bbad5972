/* SPDX-License-Identifier: Apache-2.0 */
/* What a figure counts: the noun behind it, with the adjectives between ("20,000 North Korean
 * soldiers", "30 percent of voters", "a 12-day offensive"). Without a parser: words are taken
 * up to the first plural, or to a word that no noun phrase holds. */
#include "record/figures/numbers.h"

enum { PHRASE = 5 };

#define ENDS                                                                                       \
    (NGI_W_STOP | NGI_W_DONE | NGI_W_BE | NGI_W_FUTURE | NGI_W_WEEKDAY | NGI_W_TODAY |             \
     NGI_W_LAST | NGI_W_NEXT | NGI_W_THIS | NGI_W_SINCE | NGI_W_UNTIL | NGI_W_AGO |                \
     NGI_W_OF | NGI_W_BY | NGI_W_WITHIN | NGI_W_BETWEEN | NGI_W_FROM | NGI_W_TO | NGI_W_AND)

/* Words that end in s and are no plural. */
static bool not_plural(const ngi_atoms *a, uint32_t i)
{
    ng_slice word = ngi_atom_text(a, i);
    return ngi_ends(word, NGI_LIT("ss")) || ngi_ends(word, NGI_LIT("us")) ||
           ngi_ends(word, NGI_LIT("is")) || ngi_ends(word, NGI_LIT("ous"));
}

bool ngi_figure_plural(const ngi_atoms *a, uint32_t i)
{
    if (i >= a->count || a->items[i].kind != NGI_ATOM_WORD)
        return false;
    const ngi_atom *atom = &a->items[i];
    if ((atom->classes & NGI_W_PLURAL) != 0)
        return (atom->classes & NGI_W_STOP) == 0;
    if ((atom->classes & ENDS) != 0 || atom->end - atom->begin < 4)
        return false;
    char last = a->text.ptr[atom->end - 1];
    if (a->tongue == NGI_DE) /* nouns have capitals; their plurals end in many ways */
        return (atom->flags & NGI_ATOM_CAPITAL) != 0;
    if (a->tongue == NGI_FR && last == 'x')
        return true;
    return last == 's' && ((a->tongue == NGI_EN && !not_plural(a, i)) || a->tongue == NGI_FR ||
                           a->tongue == NGI_ES);
}

static bool is_adverb(const ngi_atoms *a, uint32_t i)
{
    return a->tongue == NGI_EN && ngi_ends(ngi_atom_text(a, i), NGI_LIT("ly")) &&
           a->items[i].end - a->items[i].begin > 5 && !ngi_atom_is(a, i, "family");
}

/* A past or a participle in small letters: of a singular phrase it is the verb. */
static bool is_verbal(const ngi_atoms *a, uint32_t i)
{
    ng_slice word = ngi_atom_text(a, i);
    return a->tongue == NGI_EN && (a->items[i].flags & NGI_ATOM_CAPITAL) == 0 && word.len > 4 &&
           (ngi_ends(word, NGI_LIT("ed")) || ngi_ends(word, NGI_LIT("ing")));
}

static bool ends_phrase(const ngi_atoms *a, uint32_t i)
{
    return i >= a->count || a->items[i].kind != NGI_ATOM_WORD || ngi_atom_has(a, i, ENDS) ||
           is_adverb(a, i);
}

/* The atom behind a word, over a hyphen ("anti-aircraft"); 0 where the phrase ends. */
static uint32_t after_word(const ngi_atoms *a, uint32_t i)
{
    if (ngi_atom_mark(a, i, '-') && ngi_atom_glued(a, i) && ngi_atom_glued(a, i + 1) &&
        i + 1 < a->count && a->items[i + 1].kind == NGI_ATOM_WORD)
        return i + 1;
    if (ngi_atom_mark(a, i, '\'') && ngi_atom_is(a, i + 1, "s") && ngi_atom_glued(a, i + 1) &&
        a->tongue == NGI_EN && i + 2 < a->count)
        return i + 2; /* "Ann Lee's voters" */
    return ngi_atom_glued(a, i) ? 0 : i;
}

/* The end of a phrase with a plural, or i where none comes. */
static uint32_t to_plural(const ngi_atoms *a, uint32_t i)
{
    uint32_t at = i;
    for (int k = 0; k < PHRASE && !ends_phrase(a, at); k++) {
        if (ngi_figure_plural(a, at)) {
            bool more = ngi_atom_has(a, at, NGI_W_PLURAL | NGI_W_UNIT) && a->tongue == NGI_EN &&
                        ngi_figure_plural(a, at + 1) && !ngi_atom_glued(a, at + 1) &&
                        !ngi_atom_has(a, at + 1, NGI_W_OPENS);
            return at + 1 + more;
        }
        uint32_t next = after_word(a, at + 1);
        if (next == 0)
            break;
        at = next;
    }
    return i;
}

/* The end of a phrase in the singular: words to the first that ends one, three at most. */
static uint32_t to_end(const ngi_atoms *a, uint32_t i, uint32_t most)
{
    uint32_t at = i;
    for (uint32_t k = 0; k < most && !ends_phrase(a, at); k++) {
        if (k > 0 && a->items[at - 1].kind != NGI_ATOM_MARK && (is_verbal(a, at) || ngi_atom_has(a, at, NGI_W_OPENS | NGI_W_MONTH) ||
                      (a->tongue == NGI_EN && ngi_figure_plural(a, at))))
            break; /* the verb: "covers" */
        bool noun = a->tongue == NGI_DE && (a->items[at].flags & NGI_ATOM_CAPITAL) != 0;
        uint32_t next = after_word(a, at + 1);
        at++;
        if (next == 0 || noun)
            break;
        at = next;
    }
    while (at > i && (a->items[at - 1].kind == NGI_ATOM_MARK))
        at--;
    return at;
}

/* Determiners behind "of": "of the", "of its". */
static uint32_t skip_determiners(const ngi_atoms *a, uint32_t i)
{
    static const char *const words[] = {"its", "their", "his", "her", "our", "my", "all", "those",
                                        "these", "this", "a", "an", "such", "ses", "leurs", "ces",
                                        "sus", "los", "las", "seiner", "ihrer", "aller"};
    for (int k = 0; k < 2; k++) {
        bool found = ngi_atom_has(a, i, NGI_W_THE) || ngi_atom_mark(a, i, '\'');
        for (size_t w = 0; w < NGI_COUNT(words) && !found; w++)
            found = ngi_atom_is(a, i, words[w]);
        if (!found)
            break;
        i++;
    }
    return i;
}

static bool is_of(const ngi_atoms *a, uint32_t i)
{
    return ngi_atom_has(a, i, NGI_W_OF);
}

static void set(ngi_quantity *q, uint32_t begin, uint32_t end)
{
    if (end > begin) {
        q->of_begin = begin;
        q->of_end = end;
        q->end = end;
    }
}

void ngi_figure_counted(const ngi_atoms *a, ngi_quantity *q)
{
    uint32_t at = q->unit_end;
    bool time = q->unit.len != 0 && ngi_atom_has(a, at - 1, NGI_W_UNIT);
    if (q->hyphen || (ngi_atom_mark(a, at, '-') && ngi_atom_glued(a, at) && q->unit.len == 0)) {
        if (ngi_atom_mark(a, at, '-'))
            at++;
        set(q, at, to_end(a, at, 3));
        return;
    }
    at += ngi_atom_is(a, at, "worth");
    bool of = is_of(a, at);
    if (of)
        at++;
    bool half = q->share && !of && q->unit.len == 0; /* "half the population" */
    if (!of && (half ? !ngi_atom_has(a, at, NGI_W_THE) : false) && q->has_value && q->spelled) {
        set(q, at, to_plural(a, at));
        return;
    }
    if (of || half) {
        if (a->tongue == NGI_DE && of && time)
            return;
        at = skip_determiners(a, at);
        if (ngi_atom_has(a, at, NGI_W_NUMBER) || ngi_atom_number(a, at))
            return;
        uint32_t end = to_plural(a, at);
        set(q, at, end > at ? end : to_end(a, at, a->tongue == NGI_EN ? 2 : 1));
        return;
    }
    if (a->tongue == NGI_DE && q->share)
        at = skip_determiners(a, at);
    if (q->unit.len != 0) {
        bool money = q->unit.len == 3 && q->unit.ptr[0] >= 'A' && q->unit.ptr[0] <= 'Z' && !q->share;
        if (ngi_atom_is(a, at, "in") && money && !ends_phrase(a, at + 1) && a->tongue == NGI_EN &&
            (a->items[at + 1].flags & NGI_ATOM_CAPITAL) == 0 && !ngi_atom_has(a, at + 1, NGI_W_MONTH)) {
            at++; /* "$141 million in aid" */
            uint32_t end = to_plural(a, at);
            set(q, at, end > at ? end : to_end(a, at, 2));
        } else if ((money && a->tongue == NGI_EN) || (a->tongue == NGI_DE && q->share)) {
            set(q, at, to_end(a, at, 3));
        }
        return;
    }
    while (ngi_atom_is(a, at, "more") || ngi_atom_is(a, at, "other") || ngi_atom_is(a, at, "weitere") ||
           ngi_atom_is(a, at, "autres") || ngi_atom_is(a, at, "otros") || ngi_atom_is(a, at, "otras"))
        at++;
    uint32_t end = to_plural(a, at);
    if (end == at && q->has_value && q->value == 1)
        end = to_end(a, at, 2);
    set(q, at, end);
}
