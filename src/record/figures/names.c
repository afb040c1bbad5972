/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers that are no figures, as a reader would say: parts of names ("F-16", "Boeing 737",
 * "Article 5"), times of day, scores, ages, telephone numbers, marks of a list. */
#include "record/figures/numbers.h"

static bool is_digits(const ngi_atoms *a, uint32_t i)
{
    return ngi_atom_number(a, i);
}

/* "10:30", "3-1", "555-0199-22", "1/2": numbers glued by a mark. Atoms of the chain, or 1. */
static uint32_t chain(const ngi_atoms *a, uint32_t i, uint32_t mark)
{
    uint32_t at = i + 1;
    while (at + 1 < a->count && a->items[at].kind == NGI_ATOM_MARK && a->items[at].mark == mark &&
           ngi_atom_glued(a, at) && ngi_atom_glued(a, at + 1) && is_digits(a, at + 1))
        at += 2;
    return at - i;
}

static bool is_time(const ngi_atoms *a, uint32_t i, uint32_t *skip)
{
    static const char *const words[] = {"am", "pm", "gmt", "utc", "hrs", "uhr", "edt", "est", "bst",
                                        "cet"};
    uint32_t at = i + chain(a, i, ':');
    if (at > i + 1) {
        *skip = at - i;
        return true;
    }
    for (size_t k = 0; k < NGI_COUNT(words); k++)
        if (ngi_atom_is(a, at, words[k])) {
            *skip = 2;
            return true;
        }
    if ((ngi_atom_is(a, at, "a") || ngi_atom_is(a, at, "p")) && ngi_atom_mark(a, at + 1, '.') &&
        ngi_atom_is(a, at + 2, "m")) {
        *skip = 4;
        return true;
    }
    if (ngi_atom_is(a, at, "o") && ngi_atom_mark(a, at + 1, '\'')) {
        *skip = 4;
        return true;
    }
    bool hour = a->items[i].digits <= 2 && a->items[i].number < 25;
    if (a->tongue == NGI_FR && hour && ngi_atom_glued(a, at) && ngi_atom_is(a, at, "h")) {
        *skip = 2;
        return true;
    }
    if (a->tongue == NGI_FR && hour && i > 0 && ngi_atom_is(a, at, "heures") &&
        (ngi_atom_is(a, i - 1, "\xC3\xA0") || ngi_atom_is(a, i - 1, "vers"))) {
        *skip = 2;
        return true;
    }
    return a->tongue == NGI_ES && hour && i > 1 && ngi_atom_is(a, i - 1, "las") &&
           (ngi_atom_is(a, i - 2, "a") || ngi_atom_is(a, i - 2, "desde") || ngi_atom_is(a, i - 2, "hacia")) &&
           !ngi_figure_plural(a, i + 1);
}

/* Glued to letters before or behind: "F-16", "G7" is one word already, "5G", "10th", "#5". */
static bool is_glued(const ngi_atoms *a, uint32_t i, uint32_t *skip)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", "er", "re", "e", "s", "eme"};
    if (ngi_atom_glued(a, i) && i > 0) {
        const ngi_atom *before = &a->items[i - 1];
        if (before->kind == NGI_ATOM_WORD && !ngi_atom_has(a, i - 1, NGI_W_CURRENCY))
            return true;
        uint32_t c = before->mark;
        if (before->kind == NGI_ATOM_MARK && (c == '#' || c == '@' || c == '_' || c == '&' || c == '=' ||
                                              c == '+'))
            return true;
        if (before->kind == NGI_ATOM_MARK && (c == '/' || c == ':' || c == '.') && ngi_atom_glued(a, i - 1))
            return true;
        if (ngi_atom_dash(a, i - 1) && ngi_atom_glued(a, i - 1) && i > 1 && c == '-' &&
            a->items[i - 2].kind == NGI_ATOM_WORD &&
            !ngi_atom_has(a, i - 2, NGI_W_NUMBER | NGI_W_POWER | NGI_W_TO | NGI_W_UNIT))
            return true;
    }
    if (!ngi_atom_glued(a, i + 1))
        return false;
    const ngi_atom *behind = &a->items[i + 1];
    if (behind->kind == NGI_ATOM_MARK)
        return behind->mark == '@' || behind->mark == 0xBA ||
               (behind->mark == '\'' && ngi_atom_is(a, i + 2, "s"));
    for (size_t k = 0; k < NGI_COUNT(endings); k++)
        if (ngi_atom_is(a, i + 1, endings[k])) {
            *skip = 2;
            return true;
        }
    bool unit = ngi_atom_has(a, i + 1, NGI_W_MEASURE | NGI_W_CURRENCY | NGI_W_UNIT | NGI_W_POWER);
    bool letters = ngi_atom_is(a, i + 1, "c") || ngi_atom_is(a, i + 1, "f") || ngi_atom_is(a, i + 1, "bn") ||
                   ngi_atom_is(a, i + 1, "in") ||
                   ngi_atom_is(a, i + 1, "m") || ngi_atom_is(a, i + 1, "k") || ngi_atom_is(a, i + 1, "b") ||
                   ngi_atom_is(a, i + 1, "tn") || ngi_atom_is(a, i + 1, "mn") || ngi_atom_is(a, i + 1, "mln") ||
                   ngi_atom_is(a, i + 1, "trn") || ngi_atom_is(a, i + 1, "t") || ngi_atom_is(a, i + 1, "mio");
    if (behind->end - behind->begin == 1 && (behind->flags & NGI_ATOM_CAPITAL) != 0 &&
        ngi_find_char(NGI_LIT("CFMKBT"), a->text.ptr[behind->begin]) == NGI_NONE)
        unit = letters = false;
    if (behind->kind == NGI_ATOM_WORD && !unit && !letters) {
        *skip = 2; /* "5G" */
        return true;
    }
    return false;
}

/* "3-1", "6-4 6-2": a score has no unit and is no range. */
static bool is_score(const ngi_atoms *a, uint32_t i, uint32_t *skip)
{
    uint32_t c = i + 1 < a->count ? a->items[i + 1].mark : 0;
    bool dash = ngi_atom_dash(a, i + 1) || ngi_atom_mark(a, i + 1, '/');
    uint32_t length = dash ? chain(a, i, c) : 1;
    if (length == 1)
        return false;
    *skip = length;
    if (length > 3)
        return true; /* a telephone number */
    const ngi_atom *first = &a->items[i], *second = &a->items[i + 2];
    ng_slice unit = {0};
    bool hyphen, share;
    ngi_quantity q = {.value = second->number};
    bool behind = ngi_figure_unit(a, i + 3, &q, &unit, &hyphen, &share) != 0 ||
                  ngi_atom_has(a, i + 3, NGI_W_POWER) ||
                  (ngi_atom_glued(a, i + 3) && a->items[i + 3].kind == NGI_ATOM_WORD);
    if (behind && first->number < second->number && c != '/')
        return false;
    bool money = i > 0 && ngi_figure_money_before(a, i, &unit) != i;
    if (money || first->number >= second->number || c == '/')
        return !money;
    for (uint32_t k = i + 3; k < i + 6 && k < a->count && a->items[k].kind == NGI_ATOM_WORD; k++)
        if (ngi_figure_plural(a, k))
            return false;
    return true;
}

/* "99 Mill Street": a house. */
static bool is_address(const ngi_atoms *a, uint32_t i)
{
    static const char *const ways[] = {"Street", "St", "Avenue", "Ave", "Road", "Rd", "Lane",
                                       "Boulevard", "Blvd", "Drive", "Square", "Terrace", "Way"};
    for (uint32_t k = i + 1; k < i + 5 && k < a->count && (a->items[k].flags & NGI_ATOM_CAPITAL) != 0; k++)
        for (size_t w = 0; w < NGI_COUNT(ways) && k > i + 1; w++)
            if (ngi_atom_is(a, k, ways[w]))
                return true;
    return false;
}

/* The number that opens a line of a list: "1. Rice". */
static bool is_list_mark(const ngi_atoms *a, uint32_t i)
{
    return i == 0 && a->paragraph && a->items[0].digits <= 2 &&
           (ngi_atom_mark(a, 1, '.') || ngi_atom_mark(a, 1, ')')) && a->count > 2;
}

/* An age between commas or in brackets behind a name: "Marta Lind, 43, said". */
static bool is_bare_age(const ngi_atoms *a, uint32_t i)
{
    const ngi_atom *atom = &a->items[i];
    if (i > 0 && ngi_atom_has(a, i - 1, NGI_W_AGED))
        return true;
    if (a->tongue == NGI_EN && i > 1 && ngi_atom_has(a, i - 1, NGI_W_BE | NGI_W_DONE) &&
        (ngi_atom_is(a, i - 2, "he") || ngi_atom_is(a, i - 2, "she") ||
         ngi_atom_is(a, i - 2, "who") ||
         (a->items[i - 2].flags & NGI_ATOM_CAPITAL) != 0) && atom->number <= 115 &&
        (i + 1 >= a->count || a->items[i + 1].kind == NGI_ATOM_MARK) && !ngi_atom_glued(a, i + 2) &&
        (ngi_atom_is(a, i - 1, "was") || ngi_atom_is(a, i - 1, "is")))
        return true; /* "She was 86." */
    if (i < 2 || atom->digits > 3 || atom->number < 1 || atom->number > 115 ||
        (atom->flags & NGI_ATOM_DECIMAL) != 0 || (a->items[i - 2].flags & NGI_ATOM_CAPITAL) == 0)
        return false;
    uint32_t at = i + 1;
    if (ngi_atom_mark(a, i - 1, '(') && ngi_atom_mark(a, at, ')'))
        return true;
    if (!ngi_atom_mark(a, i - 1, ','))
        return false;
    if (ngi_atom_is(a, at, "ans") || ngi_atom_is(a, at, "Jahre"))
        at++;
    return ngi_atom_mark(a, at, ',') || ngi_atom_mark(a, at, '.') || ngi_atom_is(a, at, "and") ||
           at >= a->count;
}

bool ngi_figure_is_none(const ngi_atoms *a, uint32_t i, uint32_t *skip)
{
    *skip = 1;
    if ((a->items[i].flags & (NGI_ATOM_STRANGE | NGI_ATOM_DATED)) != 0)
        return true;
    return is_glued(a, i, skip) || is_time(a, i, skip) || is_score(a, i, skip) || is_list_mark(a, i) ||
           is_bare_age(a, i) || is_address(a, i);
}

bool ngi_figure_is_age(const ngi_atoms *a, const ngi_quantity *q)
{
    if (q->unit.len == 0 && ngi_atom_mark(a, q->unit_end, '-') &&
        ngi_atom_has(a, q->unit_end + 1, NGI_W_AGED) && a->tongue == NGI_DE)
        return true; /* "25-jährig" */
    bool years = ngi_equal(q->unit, NGI_LIT("year")) || ngi_equal(q->unit, NGI_LIT("month"));
    if (!years)
        return false;
    uint32_t at = q->unit_end;
    at += ngi_atom_mark(a, at, '-');
    if (ngi_atom_has(a, at, NGI_W_AGED) || ngi_atom_is(a, at, "olds"))
        return true;
    if (q->number > 1 && ngi_atom_has(a, q->number - 2, NGI_W_AGED) && a->tongue != NGI_EN)
        return true; /* "agé de 43 ans" */
    if (q->number > 0 && ngi_atom_has(a, q->number - 1, NGI_W_AGED))
        return true;
    if (a->tongue == NGI_EN || q->number == 0 || q->value > 115)
        return false;
    if ((a->tongue == NGI_FR || a->tongue == NGI_DE || a->tongue == NGI_ES) &&
        ngi_atom_mark(a, q->number - 1, ',') && ngi_atom_mark(a, q->unit_end, ','))
        return true;
    return a->tongue == NGI_ES && ngi_atom_is(a, q->number - 1, "de") && q->number > 1 &&
           (ngi_atom_mark(a, q->unit_end, ',') || ngi_atom_mark(a, q->unit_end, '.')) &&
           q->value > 10;
}

static bool kills(const ngi_atoms *a, uint32_t i)
{
    ng_slice word = ngi_atom_text(a, i);
    return a->items[i].kind == NGI_ATOM_WORD && (a->items[i].flags & NGI_ATOM_CAPITAL) == 0 &&
           word.len > 4 && (ngi_ends(word, NGI_LIT("ing")) || ngi_ends(word, NGI_LIT("ed")));
}

static bool are_dead(const ngi_atoms *a, uint32_t i)
{
    static const char *const words[] = {"killed", "wounded", "injured", "dead", "missing", "arrested",
                                        "Tote", "Verletzte", "morts", "bless\xC3\xA9s", "muertos",
                                        "heridos", "were", "died"};
    for (size_t k = 0; k < NGI_COUNT(words); k++)
        if (ngi_atom_is(a, i, words[k]))
            return true;
    return false;
}

bool ngi_figure_is_label(const ngi_atoms *a, const ngi_quantity *q)
{
    uint32_t i = q->number;
    bool one = q->has_value && q->spelled && q->value == 1 && q->unit.len == 0 && !q->share &&
               a->tongue == NGI_EN;
    if (one && q->approximate)
        return true; /* "more than one reporter" */
    if (q->approximate || q->has_min || q->has_max)
        return false;
    if (i > 0 && ngi_atom_has(a, i - 1, NGI_W_LABEL) && !q->power && q->unit.len == 0 && !q->spelled)
        return true;
    if (i > 1 && ngi_atom_mark(a, i - 1, '.') && ngi_atom_glued(a, i - 1) &&
        (ngi_atom_is(a, i - 2, "no") || ngi_atom_is(a, i - 2, "nr") || ngi_atom_is(a, i - 2, "art") ||
         ngi_atom_is(a, i - 2, "n")))
        return true;
    if (one)
        return !(i > 0 && kills(a, i - 1)) && !are_dead(a, q->of_end != 0 ? q->of_end : q->unit_end);
    if (q->unit.len != 0 || q->of_end != 0 || q->power || q->share)
        return false;
    if (q->spelled)
        return q->value < 2 ||
               !(q->value > 12 || are_dead(a, q->unit_end) || (i > 0 && kills(a, i - 1)));
    return i > 0 && (a->items[i - 1].flags & NGI_ATOM_CAPITAL) != 0 && a->items[i - 1].classes == 0 &&
           !are_dead(a, q->unit_end) && (a->items[i].flags & NGI_ATOM_GROUPED) == 0;
}
