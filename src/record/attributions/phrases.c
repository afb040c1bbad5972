/* SPDX-License-Identifier: Apache-2.0 */
/* Noun phrases beside a verb, without a parser: sources are short and their borders are
 * marked well (commas, verbs, words that begin clauses), so a walk from the verb outwards
 * finds them. Steps are bounded, so that a sentence of a million words costs no more. */
#include "record/attributions/work.h"

enum { LONGEST_PHRASE = 40, LONGEST_ASIDE = 45 };

static uint32_t bounded(uint32_t low, uint32_t end, uint32_t longest)
{
    return end - low > longest ? end - longest : low;
}

/* ---- before a verb ---- */

/* Begins a clause, so that no noun phrase reaches over it. */
static bool stops(const ngi_work *w, uint32_t i)
{
    return ngi_word_of(w, i,
                       "that which when while because if although though whereas where "
                       "whether but unless until since after before so as than whom and or "
                       "to") &&
           !ngi_word_capital(w, i);
}

/* "and" joins two nouns of one phrase. */
static bool joins(const ngi_work *w, uint32_t low, uint32_t i, uint32_t end)
{
    if (!ngi_word_of(w, i, "and or") || i <= low || i + 1 >= end)
        return false;
    if (ngi_word_capital(w, i - 1) && ngi_word_capital(w, i + 1))
        return true;
    if (ngi_tag_is(w, i - 1, "JJ") && ngi_tag_is(w, i + 1, "JJ"))
        return true; /* "current and former employees" */
    return ngi_word_noun(w, i - 1) && !ngi_word_finite(w, i - 1) &&
           !ngi_word_has(w, i - 1, NGI_W_ADVERB | NGI_W_TIME) &&
           (w->syntax != NULL || ngi_word_has(w, i - 1, NGI_W_NOUN) || ngi_word_capital(w, i - 1));
}

/* A comma between members of a list: "Orla, Marn and Tessel". */
static bool lists(const ngi_work *w, uint32_t low, uint32_t i, uint32_t begin)
{
    if (ngi_mark(w, i) != ',' || i <= low || !ngi_word_noun(w, i - 1))
        return false;
    uint32_t at = i + 1, stop = i + 8 < begin ? i + 8 : begin;
    if (ngi_word_of(w, at, "and or"))
        return true; /* the last comma of a list */
    for (; at < stop && ngi_mark(w, at) == 0; at++)
        if (ngi_word_of(w, at, "and or"))
            return ngi_word_noun(w, at - 1) && at > i + 1;
    return at < stop && ngi_mark(w, at) == ',' && ngi_word_capital(w, i - 1) &&
           ngi_word_capital(w, i + 1) && lists(w, at - 1, at, begin);
}

/* Where the phrase that ends at `end` begins, as far as punctuation and clauses tell. */
static uint32_t walk_back(const ngi_work *w, uint32_t low, uint32_t end)
{
    uint32_t at = end;
    bool list = false;
    for (; at > low; at--) {
        uint32_t i = at - 1;
        char mark = ngi_mark(w, i);
        if (mark == ')') {
            uint32_t open = i;
            while (open > low && ngi_mark(w, open) != '(')
                open--;
            if (ngi_mark(w, open) != '(' || open == low)
                break;
            at = open + 1;
            continue;
        }
        if (mark == ',' && (list || ngi_word_of(w, i + 1, "and or")) && lists(w, low, i, end))
            continue;
        if (mark != 0 && mark != '\'' && mark != '&' && mark != '/')
            break;
        if (ngi_word_is(w, i, "who")) { /* a relative clause of the noun: go on before it */
            continue;
        }
        if (joins(w, low, i, end)) {
            list = true;
            continue;
        }
        bool adviser_to = ngi_word_is(w, i, "to") && i > low && ngi_word_has(w, i - 1, NGI_W_PERSON) &&
                          (ngi_word_has(w, i + 1, NGI_W_DETERMINER) || ngi_word_capital(w, i + 1));
        if ((stops(w, i) && !adviser_to) || ngi_word_finite(w, i)) {
            bool relative = false; /* "officials who spoke on condition of anonymity" */
            for (uint32_t j = i; j > low && i - j < 12 && ngi_mark(w, j) == 0 && !relative; j--)
                relative = ngi_word_is(w, j, "who") && j > low && ngi_mark(w, j - 1) == 0 &&
                           ngi_word_noun(w, j - 1);
            if (!relative)
                break;
        }
    }
    return at;
}

/* Leading words that are no part of the phrase: adverbs, "On Tuesday", "In Tessel". */
static uint32_t skip_lead(const ngi_work *w, uint32_t begin, uint32_t end)
{
    while (begin < end &&
           (ngi_word_has(w, begin, NGI_W_ADVERB) || ngi_word_of(w, begin, "and but or so as not") ||
            (ngi_mark(w, begin) != 0 && ngi_mark(w, begin) != '\'')) &&
           !ngi_word_has(w, begin, NGI_W_NOUN))
        begin++;
    bool lead = ngi_word_has(w, begin, NGI_W_PREPOSITION) ||
                (ngi_word_has(w, begin, NGI_W_TIME) && !ngi_word_is(w, begin + 1, "'s"));
    if (!lead || begin >= end)
        return begin;
    for (uint32_t i = begin + 1; i < end; i++) {
        if (ngi_word_has(w, i, NGI_W_DETERMINER | NGI_W_PRONOUN) &&
            !ngi_word_has(w, i - 1, NGI_W_PREPOSITION) && !ngi_word_has(w, i - 1, NGI_W_DETERMINER))
            return i;
        if (ngi_word_has(w, i - 1, NGI_W_TIME) && !ngi_word_has(w, i, NGI_W_TIME) &&
            ngi_mark(w, i) == 0 && !ngi_word_has(w, i, NGI_W_PREPOSITION))
            return i;
    }
    return end;
}

static bool core_before(const ngi_work *w, uint32_t low, uint32_t end, ngi_stretch *out)
{
    low = bounded(low, end, LONGEST_PHRASE);
    if (end <= low)
        return false;
    if (ngi_word_of(w, end - 1, "he she they it we i you who which")) {
        *out = (ngi_stretch){end - 1, end};
        return true;
    }
    uint32_t begin = skip_lead(w, walk_back(w, low, end), end);
    bool noun = false;
    for (uint32_t i = begin; i < end && !noun; i++)
        noun = ngi_word_noun(w, i) &&
               !(ngi_word_has(w, i, NGI_W_TIME) && !ngi_word_has(w, i, NGI_W_NOUN));
    *out = (ngi_stretch){begin, end};
    return noun && begin < end;
}

/* What may stand between commas behind a noun: "a fellow at ...", "who heads ...". */
static bool aside_begins(const ngi_work *w, uint32_t i)
{
    if (ngi_word_of(w, i, "who which whose"))
        return true;
    if (ngi_word_has(w, i, NGI_W_CLAUSE) || ngi_word_has(w, i, NGI_W_PRONOUN))
        return false;
    return ngi_mark(w, i) == 0;
}

bool ngi_phrase_before(const ngi_work *w, uint32_t low, uint32_t end, ngi_stretch *out)
{
    if (end <= low)
        return false;
    char mark = ngi_mark(w, end - 1);
    if (mark != ',' && mark != '-')
        return core_before(w, low, end, out);
    uint32_t floor = bounded(low, end, LONGEST_ASIDE);
    for (uint32_t comma = end - 1; comma > floor; comma--) {
        uint32_t i = comma - 1;
        if (ngi_mark(w, i) == '"' || ngi_mark(w, i) == ';' || ngi_mark(w, i) == ':')
            return false;
        if (ngi_mark(w, i) != mark || !aside_begins(w, i + 1))
            continue;
        if (core_before(w, low, i, out) &&
            (ngi_word_capital(w, i - 1) || ngi_word_noun(w, i - 1))) {
            out->end = end - 1;
            return true;
        }
        return false;
    }
    return false;
}

/* ---- behind a verb ---- */

/* Whether a phrase may go on with this preposition. */
static bool goes_on(const ngi_work *w, uint32_t i)
{
    if (ngi_word_of(w, i, "of for"))
        return true;
    return ngi_word_of(w, i, "in at from with") && !ngi_word_has(w, i + 1, NGI_W_TIME) &&
           (ngi_word_capital(w, i + 1) ||
            (ngi_word_is(w, i + 1, "the") && !ngi_word_has(w, i + 2, NGI_W_DOCUMENT)));
}

/* Whether an apposition begins behind the comma at i: "a lawyer for ...", "who was there". */
static bool apposition(const ngi_work *w, uint32_t i, uint32_t high)
{
    if (i + 2 >= high || ngi_mark(w, i) != ',')
        return false;
    if (ngi_word_of(w, i + 1, "a an the who whose his her its their one"))
        return true;
    return ngi_word_has(w, i + 1, NGI_W_PERSON) || ngi_word_of(w, i + 1, "former acting then now");
}

/* "reviewed by", "seen by": of the document or the person before it. */
static bool seen_by(const ngi_work *w, uint32_t i)
{
    return ngi_word_of(w, i,
                       "reviewed seen obtained viewed analysed analyzed published released issued provided "
                       "posted compiled prepared commissioned cited quoted written signed") &&
           ngi_word_is(w, i + 1, "by");
}

bool ngi_phrase_after(const ngi_work *w, uint32_t begin, uint32_t high, ngi_stretch *out)
{
    uint32_t at = begin;
    bool noun = false;
    if (high - begin > LONGEST_PHRASE)
        high = begin + LONGEST_PHRASE;
    if (ngi_word_of(w, begin, "he she they it we i you") && begin < high) {
        *out = (ngi_stretch){begin, begin + 1};
        return true;
    }
    while (at < high) {
        char mark = ngi_mark(w, at);
        if (mark == '(' && noun) { /* "(ICC)" belongs to the name before it */
            while (at < high && ngi_mark(w, at) != ')')
                at++;
            at += at < high;
            continue;
        }
        if (mark != 0 && mark != '\'' && mark != '&')
            break;
        if (ngi_word_of(w, at, "and or") && noun && at + 1 < high &&
            (ngi_word_capital(w, at + 1) || ngi_word_has(w, at + 1, NGI_W_DETERMINER))) {
            at++;
            continue;
        }
        bool which = at > begin && ngi_word_has(w, at - 1, NGI_W_DETERMINER); /* "a July 21 meeting" */
        if (ngi_word_has(w, at, NGI_W_TIME) && !ngi_word_has(w, at, NGI_W_NOUN) && !which)
            break;
        if (noun && seen_by(w, at)) { /* "documents reviewed by Northwire" */
            at += 2;
            continue;
        }
        if (ngi_word_has(w, at, NGI_W_PREPOSITION | NGI_W_CLAUSE) && !goes_on(w, at) &&
            !(ngi_word_is(w, at, "who") && noun))
            break;
        if (noun && !ngi_word_is(w, at - 1, "who") && ngi_word_finite(w, at))
            break;
        noun = noun || ngi_word_noun(w, at);
        at++;
    }
    while (at > begin && ngi_word_has(w, at - 1, NGI_W_PREPOSITION | NGI_W_ADVERB) &&
           !ngi_word_noun(w, at - 1))
        at--;
    *out = (ngi_stretch){begin, at};
    if (!noun || at == begin)
        return false;
    if (apposition(w, at, high)) {
        uint32_t end = at + 1;
        while (end < high &&
               (ngi_mark(w, end) == 0 || ngi_mark(w, end) == '\'' || ngi_mark(w, end) == '&' ||
                ngi_mark(w, end) == '(' || ngi_mark(w, end) == ')'))
            end++;
        if (end < high || ngi_mark(w, end) == '.')
            out->end = end;
    }
    return true;
}
