/* SPDX-License-Identifier: Apache-2.0 */
/* Words before a number that make it rough ("around"), or a bound ("at least", "up to"). */
#include "record/figures/reading.h"

typedef enum hedge { ROUGH, LOWER, LOWER_ROUGH, UPPER, UPPER_ROUGH } hedge;

static const struct {
    ngi_tongue tongue;
    const char *words[4]; /* as they stand, the last directly before the number */
    hedge hedge;
} phrases[] = {
    {NGI_EN, {"more", "than"}, LOWER_ROUGH},
    {NGI_EN, {"greater", "than"}, LOWER_ROUGH},
    {NGI_EN, {"no", "more", "than"}, UPPER},
    {NGI_EN, {"not", "more", "than"}, UPPER},
    {NGI_EN, {"no", "fewer", "than"}, LOWER},
    {NGI_EN, {"no", "less", "than"}, LOWER},
    {NGI_EN, {"fewer", "than"}, UPPER_ROUGH},
    {NGI_EN, {"less", "than"}, UPPER_ROUGH},
    {NGI_EN, {"at", "least"}, LOWER},
    {NGI_EN, {"at", "most"}, UPPER},
    {NGI_EN, {"up", "to"}, UPPER},
    {NGI_EN, {"as", "many", "as"}, UPPER_ROUGH},
    {NGI_EN, {"as", "much", "as"}, UPPER_ROUGH},
    {NGI_EN, {"as", "few", "as"}, LOWER_ROUGH},
    {NGI_EN, {"as", "little", "as"}, LOWER_ROUGH},
    {NGI_EN, {"a", "minimum", "of"}, LOWER},
    {NGI_EN, {"a", "maximum", "of"}, UPPER},
    {NGI_EN, {"close", "to"}, ROUGH},
    {NGI_EN, {"upwards", "of"}, LOWER_ROUGH},
    {NGI_EN, {"just", "over"}, LOWER_ROUGH},
    {NGI_EN, {"well", "over"}, LOWER_ROUGH},
    {NGI_EN, {"just", "under"}, UPPER_ROUGH},
    {NGI_EN, {"an", "estimated"}, ROUGH},
    {NGI_EN, {"estimated", "at"}, ROUGH},
    {NGI_DE, {"mehr", "als"}, LOWER_ROUGH},
    {NGI_DE, {"weniger", "als"}, UPPER_ROUGH},
    {NGI_DE, {"nicht", "mehr", "als"}, UPPER},
    {NGI_DE, {"bis", "zu"}, UPPER},
    {NGI_DE, {"rund"}, ROUGH},
    {NGI_DE, {"gut"}, LOWER_ROUGH},
    {NGI_DE, {"knapp"}, UPPER_ROUGH},
    {NGI_DE, {"mindestens"}, LOWER},
    {NGI_DE, {"wenigstens"}, LOWER},
    {NGI_DE, {"maximal"}, UPPER},
    {NGI_DE, {"h\xC3\xB6" "chstens"}, UPPER},
    {NGI_FR, {"plus", "de"}, LOWER_ROUGH},
    {NGI_FR, {"plus", "d", "'"}, LOWER_ROUGH},
    {NGI_FR, {"moins", "de"}, UPPER_ROUGH},
    {NGI_FR, {"au", "moins"}, LOWER},
    {NGI_FR, {"au", "plus"}, UPPER},
    {NGI_FR, {"pr\xC3\xA8s", "de"}, UPPER_ROUGH},
    {NGI_FR, {"pr\xC3\xA8s", "d", "'"}, UPPER_ROUGH},
    {NGI_FR, {"jusqu", "'", "\xC3\xA0"}, UPPER},
    {NGI_FR, {"quelque"}, ROUGH},
    {NGI_FR, {"environ"}, ROUGH},
    {NGI_FR, {"presque"}, UPPER_ROUGH},
    {NGI_FR, {"autour", "de"}, ROUGH},
    {NGI_ES, {"m\xC3\xA1s", "de"}, LOWER_ROUGH},
    {NGI_ES, {"menos", "de"}, UPPER_ROUGH},
    {NGI_ES, {"al", "menos"}, LOWER},
    {NGI_ES, {"por", "lo", "menos"}, LOWER},
    {NGI_ES, {"como", "m\xC3\xADnimo"}, LOWER},
    {NGI_ES, {"como", "m\xC3\xA1ximo"}, UPPER},
    {NGI_ES, {"cerca", "de"}, ROUGH},
    {NGI_ES, {"alrededor", "de"}, ROUGH},
    {NGI_ES, {"en", "torno", "a"}, ROUGH},
    {NGI_ES, {"hasta"}, UPPER},
    {NGI_ES, {"casi"}, UPPER_ROUGH},
    {NGI_ES, {"unos"}, ROUGH},
    {NGI_ES, {"unas"}, ROUGH},
};

/* The atoms of phrase k that end before atom i, or 0. */
static uint32_t phrase_before(const ngi_atoms *a, uint32_t i, size_t k)
{
    uint32_t length = 0;
    while (length < 4 && phrases[k].words[length] != NULL)
        length++;
    if (length > i)
        return 0;
    for (uint32_t w = 0; w < length; w++) {
        const char *word = phrases[k].words[w];
        bool same = word[0] == '\'' ? ngi_atom_mark(a, i - length + w, '\'')
                                    : ngi_atom_is(a, i - length + w, word);
        if (!same && !ngi_equal(ngi_atom_text(a, i - length + w), ngi_slice_of(word)))
            return 0;
    }
    return length;
}

static void apply(ngi_quantity *q, hedge hedge)
{
    bool rough = hedge == ROUGH || hedge == LOWER_ROUGH || hedge == UPPER_ROUGH;
    q->approximate |= rough;
    if (!q->has_value)
        return;
    if (hedge == LOWER || hedge == LOWER_ROUGH) {
        q->has_min = true;
        q->min = q->value;
    } else if (hedge == UPPER || hedge == UPPER_ROUGH) {
        q->has_max = true;
        q->max = q->value;
    }
}

/* Whether the word before may end a hedge at all: most words may not. */
static bool may_hedge(const ngi_atoms *a, uint32_t i)
{
    return a->items[i].kind == NGI_ATOM_WORD || a->items[i].mark == '\'';
}

static uint32_t longest_phrase(const ngi_atoms *a, uint32_t i, hedge *found)
{
    uint32_t best = 0;
    for (size_t k = 0; k < NGI_COUNT(phrases); k++) {
        uint32_t used = phrases[k].tongue == a->tongue ? phrase_before(a, i, k) : 0;
        if (used > best) {
            best = used;
            *found = phrases[k].hedge;
        }
    }
    return best;
}

bool ngi_figure_between(const ngi_atoms *a, uint32_t i)
{
    return i > 0 && (ngi_atom_has(a, i - 1, NGI_W_BETWEEN) ||
                     (i > 1 && ngi_atom_has(a, i - 1, NGI_W_THE) &&
                      ngi_atom_has(a, i - 2, NGI_W_BETWEEN)));
}

void ngi_figure_hedge(const ngi_atoms *a, ngi_quantity *q)
{
    for (int k = 0; k < 2 && q->begin > 0 && may_hedge(a, q->begin - 1); k++) {
        hedge found = ROUGH;
        uint32_t used = longest_phrase(a, q->begin, &found);
        if (used == 0) {
            uint64_t classes = a->items[q->begin - 1].classes;
            if ((classes & (NGI_W_ABOUT | NGI_W_OVER | NGI_W_UNDER)) == 0)
                break;
            found = (classes & NGI_W_ABOUT) != 0  ? ROUGH
                    : (classes & NGI_W_OVER) != 0 ? LOWER_ROUGH
                                                  : UPPER_ROUGH;
            used = 1;
        }
        q->begin -= used;
        apply(q, found);
    }
    if (ngi_figure_between(a, q->begin) && !q->has_value)
        q->begin -= 1 + ngi_atom_has(a, q->begin - 1, NGI_W_THE);
    if (ngi_atom_mark(a, q->unit_end, '-') && ngi_atom_is(a, q->unit_end + 1, "odd")) {
        q->unit_end += 2; /* "40-odd" */
        q->end = q->unit_end;
        q->approximate = true;
    }
    if (ngi_atom_mark(a, q->unit_end, '+') && ngi_atom_glued(a, q->unit_end) && q->has_value) {
        apply(q, LOWER);
        q->unit_end++;
        q->end = q->unit_end;
    }
}
