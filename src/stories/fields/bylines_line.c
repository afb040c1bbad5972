/* SPDX-License-Identifier: Apache-2.0 */
/* Cuts lines into units and looks phrases up: see bylines_line.h. */
#include "stories/fields/bylines_line.h"
#include "stories/dates/ages_words.h"
#include "stories/fields/bylines_words.h"
#include "stories/scene.h"

/* Marks that belong to a word when glued into it. */
static bool joins_words(uint32_t mark)
{
    return mark == '-' || mark == '\'' || mark == '.' || mark == 0xB7 || mark == '`' ||
           mark == 0x00B4 || mark == 0x05F3 || mark == 0x05F4 || mark == 0x2011 || mark == 0x30FB ||
           mark == '_';
}

/* The dot within foreign names in Japanese, unlike that behind "文". */
static bool is_katakana(const ngi_tokens *t, size_t i)
{
    ng_slice fold = ngi_token_fold(t, i);
    uint32_t c = fold.len == 0 ? 0 : ngi_utf8_next(fold, &(size_t){0});
    return c >= 0x30A0 && c <= 0x30FF;
}

/* Whether "X." keeps its dot: initials and titles. */
static bool keeps_dot(const ngi_unit *u)
{
    size_t letters = ngi_utf8_count(u->fold);
    return letters <= 1 || (letters <= 3 && u->upper && !u->shout) ||
           (letters <= 4 && u->upper && memchr(u->fold.ptr, '.', u->fold.len) != NULL);
}

/* A role, a desk, a word that ends a byline. */
static bool is_trade_word(ng_slice fold)
{
    int unit = ngi_words_find(ngi_byline_units, ngi_byline_units_count, fold);
    int phrase = ngi_words_find(ngi_byline_phrases, ngi_byline_phrases_count, fold);
    return (unit >= 0 && (unit & (NGI_BYLINE_ROLE | NGI_BYLINE_HOUSE)) != 0) ||
           (phrase >= 0 && (phrase & NGI_BYLINE_STOP) != 0);
}

/* Whether the word that ends in token i and the one that token i + 1 begins were glued by the
 * markup ("Jane DoeReporter", "Jane Doe5 hours ago"), unlike "McDonald" and "BR24". */
static bool glued_by_markup(const ngi_tokens *t, size_t i)
{
    const ngi_token *left = &t->at[i], *right = &t->at[i + 1];
    size_t letters = ngi_utf8_count(ngi_token_fold(t, i));
    if (left->kind != NGI_TOKEN_WORD || left->shout)
        return false;
    if (right->kind == NGI_TOKEN_NUMBER)
        return letters >= 3;
    if (right->kind != NGI_TOKEN_WORD || !right->upper)
        return false;
    if (!left->upper && ngi_token_in(t, i, " by von par por door di av af "))
        return true;
    if (letters >= 3 && is_trade_word(ngi_token_fold(t, i + 1)))
        return true;
    return letters >= 4 && !ngi_token_in(t, i, " fitz ") &&
           ngi_utf8_count(ngi_token_fold(t, i + 1)) >= 3;
}

/* Takes the tokens from i on that make one unit; returns the token behind. A claim of
 * metadata has nothing glued by markup: "user123", "TechTeam" stay whole. */
static size_t take_unit(const ngi_tokens *t, size_t i, bool claim, ngi_unit *u)
{
    const ngi_token *first = &t->at[i];
    *u = (ngi_unit){.begin = first->begin,
                    .end = first->end,
                    .upper = first->upper,
                    .shout = first->shout,
                    .fold = ngi_token_fold(t, i),
                    .mark = first->value};
    if (first->kind == NGI_TOKEN_MARK && first->value != '@') {
        u->kind = NGI_UNIT_SEP;
        return i + 1;
    }
    u->kind = first->kind == NGI_TOKEN_WORD ? NGI_UNIT_WORD : NGI_UNIT_OTHER;
    size_t k = i + 1;
    for (; k < t->count && t->at[k].glued && (claim || !glued_by_markup(t, k - 1)); k++) {
        const ngi_token *next = &t->at[k];
        if (next->kind == NGI_TOKEN_MARK) {
            bool in_word = (next->value != 0x30FB || is_katakana(t, k - 1)) &&
                           joins_words(next->value) && k + 1 < t->count && t->at[k + 1].glued &&
                           t->at[k + 1].kind != NGI_TOKEN_MARK;
            bool address = next->value == '@' || (u->kind == NGI_UNIT_OTHER && next->value != ',' &&
                                                  next->value != '|' && next->value != ')');
            if (next->value == '@')
                u->kind = NGI_UNIT_OTHER;
            if (!in_word && !address)
                break;
            continue;
        }
        if (next->kind == NGI_TOKEN_NUMBER && !claim)
            u->kind = NGI_UNIT_OTHER;
        else
            u->shout = u->shout && next->shout;
    }
    u->end = t->at[k - 1].end;
    u->fold = ngi_slice(t->fold + first->fold, (size_t)(t->at[k - 1].fold_end - first->fold));
    u->no_case = u->kind == NGI_UNIT_WORD && (unsigned char)u->fold.ptr[0] >= 0xD6;
    if (k < t->count && t->at[k].glued && ngi_token_is_mark(t, k, '.') &&
        u->kind == NGI_UNIT_WORD) {
        if (keeps_dot(u))
            u->end = t->at[k].end;
        k++; /* else the end of a sentence or a short form: of no use here */
    }
    return k;
}

void ngi_line_cut(ng_slice text, bool claim, ngi_line *out)
{
    const ngi_tokens *t = &out->tokens;
    ngi_tokens_cut(text, &out->tokens);
    out->count = 0;
    for (size_t i = 0; i < t->count && out->count < NGI_LINE_UNITS;) {
        bool parted = i > 0 && !claim && t->at[i].glued && t->at[i].kind != NGI_TOKEN_MARK &&
                      t->at[i - 1].kind != NGI_TOKEN_MARK && t->at[i - 1].upper;
        if (parted) /* two things that the markup has glued */
            out->at[out->count++] = (ngi_unit){
                .begin = t->at[i].begin, .end = t->at[i].begin, .kind = NGI_UNIT_SEP, .mark = '|'};
        if (out->count < NGI_LINE_UNITS)
            i = take_unit(t, i, claim, &out->at[out->count++]);
    }
    out->cut = t->used < text.len || out->count == NGI_LINE_UNITS;
}

void ngi_line_know(ngi_line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        ngi_unit *u = &line->at[i];
        if (u->kind == NGI_UNIT_WORD) {
            int is = ngi_words_find(ngi_byline_units, ngi_byline_units_count, u->fold);
            u->is = (uint16_t)(is < 0 ? 0 : is);
        }
    }
}

bool ngi_unit_in(const ngi_unit *u, const char *list)
{
    return u->kind == NGI_UNIT_WORD && ngi_word_in(u->fold, list);
}

size_t ngi_phrase_at(const ngi_line *l, size_t i, size_t end, int kinds)
{
    size_t best = 0;
    if (i >= end || l->at[i].kind == NGI_UNIT_SEP || l->at[i].fold.len == 0)
        return 0;
    ng_slice first = l->at[i].fold;
    for (size_t at = ngi_words_first(ngi_byline_phrases, ngi_byline_phrases_count, first);
         at < ngi_byline_phrases_count &&
         strncmp(ngi_byline_phrases[at].word, first.ptr, first.len) == 0;
         at++) {
        ng_slice phrase = ngi_slice_of(ngi_byline_phrases[at].word), word;
        bool fits = (ngi_byline_phrases[at].value & kinds) != 0;
        size_t k = i;
        while (fits && ngi_split(&phrase, ' ', &word)) {
            fits = k < end && l->at[k].kind != NGI_UNIT_SEP && ngi_equal(l->at[k].fold, word);
            k++;
        }
        if (fits && k - i > best)
            best = k - i;
    }
    return best;
}

bool ngi_line_mark(const ngi_line *l, size_t i, uint32_t mark)
{
    return i < l->count && l->at[i].kind == NGI_UNIT_SEP && l->at[i].mark == mark;
}

/* ---- the opening ---- */

/* Whether the units before i end in a relative age: "Yesterday", "vor 5 Tagen". */
static bool behind_age(const ngi_line *l, size_t i)
{
    ng_slice fold = l->at[i - 1].fold;
    if (i == 1 && ngi_words_find(ngi_age_days, ngi_age_days_count, fold) >= 0)
        return true;
    bool number = (i >= 2 && l->at[i - 2].kind == NGI_UNIT_OTHER) ||
                  (i >= 3 && l->at[i - 3].kind == NGI_UNIT_OTHER);
    return number && (ngi_words_find(ngi_age_units, ngi_age_units_count, fold) >= 0 ||
                      ngi_words_find(ngi_age_after, ngi_age_after_count, fold) >= 0);
}

/* Whether a byline may open at unit i: at the start, behind a separator, a number, an age or
 * what ends a time; as a label anywhere in scripts without capitals ("来源：晨报 记者：王伟"). */
static bool may_open(const ngi_line *l, size_t i)
{
    bool label = i > 0 && l->at[i].no_case && l->at[i - 1].no_case &&
                 (ngi_line_mark(l, i + 1, ':') || ngi_line_mark(l, i + 1, 0xFF1A));
    return i == 0 || label || l->at[i - 1].kind != NGI_UNIT_WORD ||
           ngi_unit_in(&l->at[i - 1], " uhr gmt am pm h ") || behind_age(l, i);
}

enum { SHORT_LINE = 8 };

/* "Text:", "文/", "文｜": marks behind an opening; not those that ngi_line_cut() made. */
static bool may_follow_opening(const ngi_line *l, size_t i)
{
    const ngi_unit *u = &l->at[i];
    bool wide = l->at[i - 1].no_case && (u->mark == '/' || u->mark == 0x30FB);
    return u->end > u->begin && (u->mark == ':' || u->mark == ';' || u->mark == '|' || wide);
}

/* The units of a line before its first number: a date may stand behind the names. */
static size_t before_number(const ngi_line *l)
{
    size_t i = 0;
    while (i < l->count && l->at[i].kind != NGI_UNIT_OTHER)
        i++;
    return i;
}

ngi_opening ngi_line_opening(const ngi_line *l)
{
    ngi_opening out = {0};
    for (size_t i = 0; i < l->count && !out.found; i++) {
        if (l->at[i].kind != NGI_UNIT_WORD || !may_open(l, i))
            continue;
        size_t used = ngi_phrase_at(l, i, l->count, NGI_BYLINE_OPEN);
        out.sure = used != 0;
        if (used == 0)
            used = ngi_phrase_at(l, i, l->count, NGI_BYLINE_MAYBE);
        if (used == 0)
            continue;
        if (!out.sure && i == 0 && !l->at[i].upper && !l->at[i].no_case &&
            before_number(l) > SHORT_LINE)
            continue;
        if (!out.sure && i + used < l->count && ngi_unit_in(&l->at[i], " de ") &&
            ngi_unit_in(&l->at[i + used], " la las los el "))
            continue; /* "De La Cruz" */
        if (!out.sure && i + used < l->count && !l->at[i + used].upper &&
            (l->at[i + used].is & NGI_BYLINE_PARTICLE) != 0 &&
            !ngi_unit_in(&l->at[i + used], " de van von di du da "))
            continue; /* "Von der Leyen" */
        out.found = true;
        out.at = i;
        out.behind = i + used;
        while (out.behind < l->count && l->at[out.behind].kind == NGI_UNIT_SEP &&
               may_follow_opening(l, out.behind))
            out.behind++;
        if (ngi_line_mark(l, out.behind, '/') &&
            (used = ngi_phrase_at(l, out.behind + 1, l->count, NGI_BYLINE_OPEN)) != 0)
            out.behind += used + 1; /* "Autorin/Autor" */
        /* "Text: Von Erika Beispiel" */
        used = ngi_phrase_at(l, out.behind, l->count, NGI_BYLINE_OPEN);
        if (used == 0)
            used = ngi_phrase_at(l, out.behind, l->count, NGI_BYLINE_MAYBE);
        if (used != 0 && out.behind + used + 1 < l->count)
            out.behind += used;
    }
    return out;
}

/* ---- desks ---- */

enum { LONGEST_DESK = 7 };

bool ngi_author_is_own(ng_slice value)
{
    ngi_line l;
    bool own = false;
    ngi_line_cut(value, true, &l);
    ngi_line_know(&l);
    for (size_t i = 0; i < l.count; i++) {
        if (ngi_phrase_at(&l, i, l.count, NGI_BYLINE_AGENCY) != 0)
            return false;
        own = own || (l.at[i].kind == NGI_UNIT_WORD && l.at[i].is == 0);
    }
    return own;
}

bool ngi_author_is_desk(ng_slice value)
{
    ngi_line l;
    bool desk = false, own = false;
    ngi_line_cut(value, true, &l);
    ngi_line_know(&l);
    if (l.cut || l.count < 2 || l.count > LONGEST_DESK ||
        ngi_unit_in(&l.at[l.count - 1], " ltd inc gmbh llc plc ag corp "))
        return false; /* a company is no desk */
    for (size_t i = 0; i < l.count; i++) {
        const ngi_unit *u = &l.at[i];
        if (u->kind != NGI_UNIT_WORD || ngi_phrase_at(&l, i, l.count, NGI_BYLINE_AGENCY) != 0)
            return false;
        desk = desk || (u->is & NGI_BYLINE_HOUSE) != 0;
        own = own || u->is == 0;
    }
    return desk && own;
}
