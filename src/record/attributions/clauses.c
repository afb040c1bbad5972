/* SPDX-License-Identifier: Apache-2.0 */
/* Where what is said begins and ends: the clause or the quotation behind a cue, or before it.
 * Walks are along one sentence, or to the end of a quotation that runs over several. */
#include "record/attributions/sayings.h"

enum { LONGEST_ADJUNCT = 16, LONGEST_ADDRESSEE = 14, LONGEST_TRAILER = 16 };

ngi_stretch ngi_sentence_of(const ngi_work *w, uint32_t sentence)
{
    ngi_stretch s = w->prose->sentences[sentence];
    while (s.end > s.begin &&
           (ngi_mark(w, s.end - 1) == '.' || ngi_mark(w, s.end - 1) == '!' ||
            ngi_mark(w, s.end - 1) == '?') &&
           !(w->prose->tokens[s.end - 1].shape & NGI_SHAPE_WORD) &&
           w->prose->tokens[s.end - 1].quote < 0)
        s.end--;
    return s;
}

/* ---- behind a cue ---- */

/* A subject begins: "he", or "the deal" where no preposition governs it. */
static bool subject_begins(const ngi_work *w, uint32_t i)
{
    if (ngi_word_of(w, i, "he she they it we i you there"))
        return true;
    return ngi_word_has(w, i, NGI_W_DETERMINER) && !ngi_word_has(w, i - 1, NGI_W_PREPOSITION) &&
           !ngi_word_has(w, i - 1, NGI_W_DETERMINER);
}

static bool ends_adjunct(const ngi_work *w, uint32_t i)
{
    char mark = ngi_mark(w, i);
    return ngi_word_is(w, i, "that") || (mark != 0 && mark != '\'' && mark != '-' && mark != '/');
}

/* "in a statement", "on Tuesday", "at a briefing in Tessel": to its end. */
static uint32_t skip_adjunct(const ngi_work *w, uint32_t at, uint32_t high)
{
    uint32_t stop = at + LONGEST_ADJUNCT < high ? at + LONGEST_ADJUNCT : high, i = at + 1;
    if (ngi_word_has(w, at, NGI_W_TIME)) {
        while (i < stop && ngi_word_has(w, i, NGI_W_TIME))
            i++;
        return i;
    }
    for (; i < stop && !ends_adjunct(w, i); i++) {
        if (i > at + 1 && subject_begins(w, i))
            return i;
        if (ngi_word_has(w, i, NGI_W_TIME) && !ngi_word_has(w, i + 1, NGI_W_TIME) &&
            !ngi_word_has(w, i + 1, NGI_W_PREPOSITION) &&
            !(w->prose->tokens[i + 1].shape & NGI_SHAPE_DIGIT))
            return i + 1;
        if (i > at + 1 && ngi_word_finite(w, i))
            return at; /* the words are a clause: nothing was to be passed over */
    }
    return i;
}

static bool adjunct_begins(const ngi_work *w, uint32_t i)
{
    if (ngi_word_is(w, i, "at") && ngi_word_of(w, i + 1, "least most"))
        return false;
    if (ngi_word_has(w, i, NGI_W_TIME) && !ngi_word_is(w, i + 1, "'s"))
        return ngi_word_of(w, i,
                           "monday tuesday wednesday thursday friday saturday sunday today "
                           "yesterday earlier late");
    return ngi_word_of(w, i,
                       "in on at during by via after following through from over late "
                       "before") &&
           !ngi_word_capital(w, i);
}

static uint32_t skip_addressee(const ngi_work *w, uint32_t at, uint32_t high)
{
    uint32_t stop = at + LONGEST_ADDRESSEE < high ? at + LONGEST_ADDRESSEE : high;
    if (at < stop && ngi_mark(w, at) != 0)
        return at;
    for (uint32_t i = at; i < stop; i++) {
        if (i > at && (ends_adjunct(w, i) || adjunct_begins(w, i) || subject_begins(w, i) ||
                       ngi_word_of(w, i, "about how what why to if whether")))
            return i;
        if (i > at + 1 && ngi_word_finite(w, i))
            return i - 1;
    }
    return stop;
}

ngi_behind ngi_clause_behind(const ngi_work *w, uint32_t *at, uint32_t high, bool told)
{
    uint32_t i = *at;
    if (told)
        i = skip_addressee(w, i, high);
    while (i < high && ngi_word_has(w, i, NGI_W_ADVERB) &&
           !ngi_word_has(w, i, NGI_W_CLAUSE | NGI_W_TIME) && !ngi_word_of(w, i, "only even just"))
        i++;
    for (unsigned adjuncts = 0; adjuncts < 4 && i < high && adjunct_begins(w, i); adjuncts++) {
        uint32_t next = skip_adjunct(w, i, high);
        if (next == i)
            break;
        i = next;
    }
    *at = i;
    if (i >= high)
        return NGI_BEHIND_NOTHING;
    switch (ngi_mark(w, i)) {
    case 0: return ngi_word_is(w, i, "that") ? NGI_BEHIND_THAT : NGI_BEHIND_CLAUSE;
    case ',': return NGI_BEHIND_COMMA;
    case '"':
        return w->prose->tokens[i].quote_state == NGI_QUOTE_OPEN ? NGI_BEHIND_QUOTE
                                                                 : NGI_BEHIND_NOTHING;
    case ':': return NGI_BEHIND_COLON;
    case '.':
    case ';':
    case ')': return NGI_BEHIND_NOTHING;
    default: return NGI_BEHIND_CLAUSE;
    }
}

/* ---- the end of content ---- */

/* A new report of the same source begins: ", adding", ", citing", " and said". */
static bool next_report(const ngi_work *w, uint32_t i, uint32_t high)
{
    bool comma = ngi_mark(w, i) == ',';
    uint32_t at = i + 1;
    if (comma && (ngi_word_of(w, at, "citing quoting") || ngi_words_are(w, at, "according to")))
        return true;
    if (comma && ngi_word_has(w, at, NGI_W_ING) &&
        ngi_word_has(w, at, NGI_W_SAY | NGI_W_DENY | NGI_W_TELL | NGI_W_REQUEST))
        return true;
    if (comma && ngi_word_of(w, at, "and but"))
        at++;
    else if (!ngi_word_of(w, i, "and but"))
        return false;
    while (at < high && ngi_word_has(w, at, NGI_W_ADVERB | NGI_W_AUX))
        at++;
    return ngi_word_has(w, at, NGI_W_REPORTS) && !ngi_word_has(w, at, NGI_W_ING | NGI_W_BASE) &&
           !ngi_word_has(w, at, NGI_W_WEAK | NGI_W_INTEND);
}

/* ", the agency reported." or ", Ostrova said on Friday" closes the sentence. */
static bool trailer(const ngi_work *w, uint32_t comma, uint32_t high)
{
    uint32_t stop = comma + LONGEST_TRAILER < high ? comma + LONGEST_TRAILER : high;
    for (uint32_t i = comma + 1; i < stop; i++) {
        if (ngi_mark(w, i) == ',' || ngi_word_has(w, i, NGI_W_CLAUSE & ~NGI_W_PREPOSITION))
            return false;
        if (!ngi_word_has(w, i, NGI_W_SAY | NGI_W_TELL) || ngi_word_has(w, i, NGI_W_ING))
            continue;
        uint32_t at = i + 1;
        ngi_behind behind = ngi_clause_behind(w, &at, high, ngi_word_has(w, i, NGI_W_TELL));
        if (i > comma + 1)
            return behind == NGI_BEHIND_NOTHING;
        ngi_stretch source; /* ", said Ostrova" */
        return ngi_phrase_after(w, i + 1, high, &source) && source.end + 8 >= high;
    }
    return false;
}

uint32_t ngi_clause_end(const ngi_work *w, uint32_t begin, uint32_t high)
{
    int32_t quote = begin < w->prose->token_count ? w->prose->tokens[begin].quote : -1;
    uint32_t end = high;
    if (quote >= 0 && w->prose->quotes[quote].end >= high)
        return w->prose->quotes[quote].end;
    for (uint32_t i = begin + 1; i < high; i++) {
        const ngi_token *t = &w->prose->tokens[i];
        if (t->quote >= 0) {
            if (w->prose->quotes[t->quote].end >= high)
                return w->prose->quotes[t->quote].end; /* runs over the sentence's end */
            continue;
        }
        bool comma = ngi_mark(w, i) == ',';
        if (!comma && !ngi_word_of(w, i, "and but"))
            continue;
        if (next_report(w, i, high) || (comma && trailer(w, i, high)))
            return i;
    }
    return end;
}

/* ---- before a cue ---- */

/* No clause: "On Tuesday", "In a statement", "Later". */
static bool only_lead(const ngi_work *w, ngi_stretch s)
{
    if (s.end <= s.begin + 1)
        return true;
    if (!ngi_word_has(w, s.begin, NGI_W_PREPOSITION | NGI_W_ADVERB | NGI_W_TIME) &&
        !ngi_word_of(w, s.begin, "asked after when as speaking in while"))
        return false;
    for (uint32_t i = s.begin; i < s.end; i++)
        if (w->prose->tokens[i].quote >= 0 ||
            (ngi_word_finite(w, i) && !ngi_word_of(w, s.begin, "asked after when as while")))
            return false;
    return true;
}

bool ngi_clause_before(const ngi_work *w, uint32_t low, uint32_t end, ngi_stretch *out)
{
    uint32_t at = end;
    while (at > low && (ngi_mark(w, at - 1) == ',' || ngi_mark(w, at - 1) == '-'))
        at--;
    if (at == 0 || at <= low)
        return false;
    *out = (ngi_stretch){low, at};
    int32_t quote = w->prose->tokens[at - 1].quote;
    if (quote >= 0) {
        const ngi_stretch *q = &w->prose->quotes[quote];
        uint32_t first = w->prose->sentences[w->prose->tokens[q->begin].sentence].begin;
        out->begin = first < q->begin && first >= low ? first : q->begin < low ? q->begin : low;
        return true;
    }
    while (out->begin < at && ngi_mark(w, out->begin) != 0 && ngi_mark(w, out->begin) != '"')
        out->begin++;
    return at < end && !only_lead(w, *out);
}

void ngi_content_add(const ngi_work *w, ngi_draft *d, uint32_t begin, uint32_t end)
{
    while (begin < end && (ngi_mark(w, begin) == ',' || ngi_mark(w, begin) == ':'))
        begin++;
    while (end > begin && w->prose->tokens[end - 1].quote < 0 &&
           (ngi_mark(w, end - 1) == ',' || ngi_mark(w, end - 1) == '.' ||
            ngi_mark(w, end - 1) == ';' || ngi_mark(w, end - 1) == '-'))
        end--;
    if (begin < end && d->contents < NGI_DRAFT_CONTENTS)
        d->content[d->contents++] = (ngi_stretch){begin, end};
}
