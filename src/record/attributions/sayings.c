/* SPDX-License-Identifier: Apache-2.0 */
/* Statements by their verb: "X said that ...", "...," X told Y; "according to X".
 *
 * A verb that reports is looked at in its sentence: its subject before it or, inverted,
 * behind it; the clause or quotation behind it, before it, or both. It is passed over where
 * it is a noun, an infinitive or a passive without "by". The finder is meant to miss rather
 * than to guess: what it finds stands beside what was learned (merge.c). */
#include "record/attributions/sayings.h"

/* ---- the cue ---- */

/* ", the documents show." closes a sentence: taggers take the verb for a noun. */
static bool closes_after_document(const ngi_work *w, uint32_t i)
{
    return i > 1 && ngi_word_of(w, i, "show shows indicate say says") &&
           ngi_word_has(w, i - 1, NGI_W_DOCUMENT) &&
           (i + 1 >= w->prose->token_count || ngi_mark(w, i + 1) == '.' ||
            w->prose->tokens[i + 1].sentence != w->prose->tokens[i].sentence);
}

/* "two people briefed on the talks": says which people. */
static bool tells_which(const ngi_work *w, uint32_t i)
{
    return i > 0 && ngi_word_of(w, i, "briefed informed warned notified told") &&
           ngi_word_of(w, i + 1, "on about of by") && ngi_word_has(w, i - 1, NGI_W_NOUN) &&
           (ngi_word_is(w, i, "briefed") || ngi_word_is(w, i + 1, "by"));
}

/* "Lindqvist urged patients ...", "the group, which ..., urged insurers": no adjective stands
 * there, whatever a tagger says. */
static bool past_behind_name(const ngi_work *w, uint32_t i)
{
    if (!ngi_tag_is(w, i, "JJ") || i == 0 || !ngi_ends(ngi_token_text(w->prose, i), NGI_LIT("ed")))
        return false;
    if (ngi_mark(w, i - 1) == ',')
        return ngi_word_has(w, i, NGI_W_REQUEST | NGI_W_TELL) &&
               (ngi_tag_is(w, i + 1, "NN") || ngi_tag_is(w, i + 1, "DT") || ngi_tag_is(w, i + 1, "PRP"));
    return ngi_tag_is(w, i - 1, "NNP") || ngi_word_has(w, i - 1, NGI_W_PERSON | NGI_W_GROUP);
}

static bool is_verb(const ngi_work *w, uint32_t i)
{
    if (tells_which(w, i) || (ngi_word_is(w, i, "states") && i > 0 &&
                              ngi_word_of(w, i - 1, "member united neighbouring neighboring federal")))
        return false;
    if (closes_after_document(w, i))
        return true;
    if (w->syntax != NULL && !ngi_tag_is(w, i, "VB") && !past_behind_name(w, i))
        return false;
    if (ngi_word_capital(w, i) && i != w->prose->sentences[w->prose->tokens[i].sentence].begin)
        return false;
    if (i == 0)
        return true;
    if (ngi_word_is(w, i - 1, "to") || ngi_word_is(w, i - 1, "'s") ||
        ngi_word_has(w, i - 1, NGI_W_PREPOSITION))
        return false;
    return !ngi_word_has(w, i - 1, NGI_W_DETERMINER) || ngi_word_of(w, i - 1, "both all others");
}

/* The verb with its auxiliaries and adverbs. */
static uint32_t cue_begin(const ngi_work *w, uint32_t low, uint32_t verb)
{
    uint32_t at = verb;
    while (at > low && ngi_word_has(w, at - 1, NGI_W_AUX | NGI_W_ADVERB | NGI_W_NOT) &&
           !ngi_word_is(w, at - 1, "'s") && !ngi_word_capital(w, at - 1))
        at--;
    return at;
}

static bool has_between(const ngi_work *w, uint32_t begin, uint32_t end, const char *words)
{
    for (uint32_t i = begin; i < end; i++)
        if (ngi_word_of(w, i, words))
            return true;
    return false;
}

static bool plural(const ngi_work *w, ngi_stretch s)
{
    if (s.end - s.begin == 1 && ngi_word_of(w, s.begin, "they we i you who"))
        return true;
    for (uint32_t i = s.begin; i < s.end && ngi_mark(w, i) == 0; i++) {
        ng_slice word = ngi_token_text(w->prose, i);
        if (ngi_word_has(w, i, NGI_W_PLURAL) || ngi_word_is(w, i, "police") ||
            ngi_word_is(w, i, "and"))
            return true;
        if (word.len > 3 && word.ptr[word.len - 1] == 's' &&
            !ngi_word_has(w, i + 1, NGI_W_PERSON | NGI_W_BODY))
            return true;
        if (ngi_word_has(w, i, NGI_W_PREPOSITION))
            return false;
    }
    return false;
}

/* "..., said Theo Lind, head of research.": a name behind the verb that ends the sentence, or goes
 * on behind a comma. */
static bool closes_with_name(const ngi_work *w, ngi_cue *c)
{
    if (c->at.begin + 1 != c->at.end || !ngi_word_of(w, c->verb, "said says") ||
        !ngi_word_capital(w, c->verb + 1) || ngi_word_has(w, c->verb + 1, NGI_W_TIME) ||
        !ngi_phrase_after(w, c->verb + 1, c->high, &c->source))
        return false;
    return c->source.end >= c->high || ngi_mark(w, c->source.end) == ',';
}

/* Finds the subject, before the verb or behind it. */
static bool find_source(const ngi_work *w, ngi_cue *c)
{
    char before = c->at.begin > c->low ? ngi_mark(w, c->at.begin - 1) : '"';
    bool quoted = c->at.begin > 0 && w->prose->tokens[c->at.begin - 1].quote >= 0;
    if (before == ',' && !quoted && closes_with_name(w, c)) {
        c->inverted = true;
        return true;
    }
    if (!quoted && before != '"' && ngi_phrase_before(w, c->low, c->at.begin, &c->source))
        return true;
    if (before != ',' && before != '"' && before != '-' && !quoted)
        return false;
    c->inverted = c->at.begin + 1 == c->at.end && c->at.begin > 0 &&
                  ngi_phrase_after(w, c->verb + 1, c->high, &c->source);
    return c->inverted;
}

/* ---- the content ---- */

/* A quotation that goes on behind the sentence of its cue: "...," he said. "..." */
static void add_following(const ngi_work *w, ngi_draft *d, uint32_t sentence)
{
    uint32_t next = sentence + 1;
    if (next >= w->prose->sentence_count)
        return;
    uint32_t begin = w->prose->sentences[next].begin;
    if (begin == 0 || w->prose->tokens[begin].paragraph != w->prose->tokens[begin - 1].paragraph ||
        w->prose->tokens[begin].quote_state != NGI_QUOTE_OPEN)
        return;
    const ngi_stretch *q = &w->prose->quotes[w->prose->tokens[begin].quote];
    uint32_t after = q->end; /* a cue of its own behind it? */
    bool ends = after >= w->prose->token_count ||
                w->prose->tokens[after].sentence != w->prose->tokens[after - 1].sentence ||
                w->prose->tokens[after].paragraph != w->prose->tokens[after - 1].paragraph;
    if (ends)
        ngi_content_add(w, d, q->begin, q->end);
}

static bool starts_report(const ngi_work *w, uint32_t i)
{
    return ngi_word_has(w, i, NGI_W_ING) || ngi_word_of(w, i, "citing quoting who which whose") ||
           ngi_words_are(w, i, "according to");
}

/* Fills the contents of a statement; false where nothing is said. */
static bool find_content(const ngi_work *w, const ngi_cue *c, ngi_draft *d)
{
    uint32_t at = c->inverted ? c->source.end : c->at.end;
    uint32_t end = c->inverted ? c->at.begin : c->source.end > 0 ? c->source.begin : c->at.begin;
    ngi_behind behind =
        ngi_clause_behind(w, &at, c->high, ngi_word_has(w, c->verb, NGI_W_TELL) && !c->inverted);
    ngi_stretch before;
    bool has_before = end > c->low && ngi_clause_before(w, c->low, end, &before);
    bool weak = ngi_word_has(w, c->verb, NGI_W_WEAK);
    switch (behind) {
    case NGI_BEHIND_NOTHING:
        if (!has_before)
            return false;
        ngi_content_add(w, d, before.begin, before.end);
        if (w->prose->tokens[before.end - 1].quote >= 0)
            add_following(w, d, w->prose->tokens[c->verb].sentence);
        return d->contents > 0;
    case NGI_BEHIND_COMMA: {
        bool quote = w->prose->tokens[at + 1].quote_state == NGI_QUOTE_OPEN && at + 1 < c->high;
        if (has_before)
            ngi_content_add(w, d, before.begin, before.end);
        else if (!quote)
            return false;
        bool was_quote = has_before && w->prose->tokens[before.end - 1].quote >= 0;
        if (quote || (has_before && !was_quote && !starts_report(w, at + 1)))
            ngi_content_add(w, d, at + 1, ngi_clause_end(w, at + 1, c->high));
        else if (was_quote)
            add_following(w, d, w->prose->tokens[c->verb].sentence);
        return d->contents > 0;
    }
    case NGI_BEHIND_COLON: at++; break;
    case NGI_BEHIND_CLAUSE:
        if (c->inverted && has_before) { /* "...," said Ostrova as she left */
            ngi_content_add(w, d, before.begin, before.end);
            add_following(w, d, w->prose->tokens[c->verb].sentence);
            return true;
        }
        if (weak || c->inverted || ngi_word_of(w, at, "to by of about as with and or"))
            return false;
        break;
    default: break;
    }
    ngi_content_add(w, d, at, ngi_clause_end(w, at, c->high));
    return d->contents > 0;
}

static uint8_t rule_of(const ngi_work *w, const ngi_cue *c)
{
    if (ngi_word_of(w, c->verb, "said says told added according tells announced"))
        return NGI_RULE_SAID_CLEAR;
    return ngi_word_has(w, c->verb, NGI_W_WEAK) ? NGI_RULE_SAID_WEAK : NGI_RULE_SAID;
}

static void keep(ngi_work *w, const ngi_cue *c, ngi_draft *d)
{
    d->cue = c->at;
    if (c->source.end > c->source.begin)
        d->source[d->sources++] = c->source;
    ngi_draft *out = ngi_work_add(w);
    if (out != NULL)
        *out = *d;
}

/* ---- the kinds of verbs ---- */

/* "The firm rejected the bid and urged ...": the source of the cue before in the sentence. */
static bool same_source(const ngi_work *w, ngi_cue *c)
{
    if (w->count == 0 || c->at.begin == 0 || !ngi_word_of(w, c->at.begin - 1, "and but"))
        return false;
    const ngi_draft *last = &w->drafts[w->count - 1];
    if (last->cue.begin < c->low || last->cue.begin >= c->at.begin || last->sources != 1 ||
        last->source[0].end > last->cue.begin)
        return false;
    c->source = last->source[0];
    return true;
}

/* ", adding that ...": the source of the cue before in the sentence. */
static void try_ing(ngi_work *w, ngi_cue *c)
{
    ngi_draft d = {.rule = NGI_RULE_SAID};
    if (c->at.begin == 0 ||
        (ngi_mark(w, c->at.begin - 1) != ',' && !ngi_word_of(w, c->at.begin - 1, "and")) ||
        w->count == 0)
        return;
    const ngi_draft *last = &w->drafts[w->count - 1];
    if (last->cue.begin < c->low || last->sources == 0)
        return;
    c->source = last->source[0];
    uint32_t at = c->at.end;
    ngi_behind behind = ngi_clause_behind(w, &at, c->high, ngi_word_has(w, c->verb, NGI_W_TELL));
    if (behind == NGI_BEHIND_NOTHING || behind == NGI_BEHIND_COMMA)
        return;
    ngi_content_add(w, &d, at + (behind == NGI_BEHIND_COLON), ngi_clause_end(w, at, c->high));
    if (d.contents > 0)
        keep(w, c, &d);
}

/* "was told by X that ..." */
static void try_passive(ngi_work *w, ngi_cue *c)
{
    ngi_draft d = {.rule = NGI_RULE_SAID};
    uint32_t at = c->verb + 1;
    if (!ngi_word_of(w, c->verb, "told informed warned assured notified"))
        return;
    if (ngi_word_is(w, at, "by")) {
        if (!ngi_phrase_after(w, at + 1, c->high, &c->source))
            return;
        c->at.end = at + 1;
        at = c->source.end;
    }
    ngi_behind behind = ngi_clause_behind(w, &at, c->high, false);
    if (behind != NGI_BEHIND_THAT && behind != NGI_BEHIND_QUOTE && behind != NGI_BEHIND_CLAUSE)
        return;
    if (behind == NGI_BEHIND_CLAUSE && ngi_word_has(w, at, NGI_W_PREPOSITION))
        return;
    ngi_content_add(w, &d, at, ngi_clause_end(w, at, c->high));
    if (d.contents > 0)
        keep(w, c, &d);
}

static void try_say(ngi_work *w, ngi_cue *c)
{
    ngi_draft d = {0};
    if (!find_source(w, c))
        return;
    if (ngi_word_has(w, c->verb, NGI_W_BASE) && c->at.begin == c->verb && !plural(w, c->source))
        return;
    if (ngi_word_has(w, c->verb, NGI_W_ASK) && ngi_word_of(w, c->verb + 1, "not to for"))
        return; /* "who asked not to be named" */
    d.rule = rule_of(w, c);
    if (find_content(w, c, &d))
        keep(w, c, &d);
}

/* What is denied is a claim: "denied that", "denied any wrongdoing", "rejected the accusations";
 * not "denied them permits", "dismissed her proposal". */
static bool denial(const ngi_work *w, uint32_t verb, uint32_t high)
{
    uint32_t at = verb + 1, stop = at + 8 < high ? at + 8 : high;
    if (ngi_word_of(w, at, "by him her them us me in at"))
        return false;
    if (ngi_word_of(w, verb, "denied denies deny"))
        return true;
    for (; at < stop; at++)
        if (ngi_word_of(w, at,
                        "allegation allegations claim claims charge charges accusation "
                        "accusations report reports assertion assertions suggestion "
                        "suggestions notion idea criticism account accounts findings that"))
            return true;
    return false;
}

/* Denials, refusals, intentions and requests take the words behind them. */
static void try_stance(ngi_work *w, ngi_cue *c, uint8_t stance, uint8_t rule)
{
    ngi_draft d = {.stance = stance, .rule = rule};
    uint32_t at = c->verb + 1;
    if (!same_source(w, c) && !ngi_phrase_before(w, c->low, c->at.begin, &c->source))
        return;
    if (ngi_word_has(w, c->verb, NGI_W_BASE) && c->at.begin == c->verb && !plural(w, c->source))
        return;
    if (stance == NGI_STANCE_DENIES && !denial(w, c->verb, c->high))
        return;
    if (stance == NGI_STANCE_INTENDS &&
        !ngi_word_of(w, c->verb,
                     "vowed vows vow pledged pledges pledge promised promises promise "
                     "threatened threatens threaten swore"))
        return; /* plans and hopes are told by the story itself as often */
    if (stance == NGI_STANCE_INTENDS && !ngi_word_is(w, at, "to") && !ngi_word_is(w, at, "not") &&
        !(ngi_word_is(w, at, "that") && ngi_word_of(w, c->verb,
                                                    "vowed pledged promised threatened "
                                                    "vows pledges promises")))
        return;
    if (stance == NGI_STANCE_REQUESTS) {
        bool called = ngi_word_of(w, c->verb, "called calls call appealed appeals appeal pressed");
        if (called && !ngi_word_of(w, at, "on for upon to"))
            return;
        if (!called && !ngi_word_of(w, c->verb,
                                    "urged urges urge demanded demands demand implored "
                                    "begged"))
            return;
        if (called)
            c->at.end = ++at;
        else if (ngi_mark(w, at) != 0 || ngi_word_has(w, at, NGI_W_PREPOSITION))
            return;
    }
    if (at >= c->high || ngi_mark(w, at) == ',')
        return;
    ngi_content_add(w, &d, at, ngi_clause_end(w, at, c->high));
    if (d.contents > 0)
        keep(w, c, &d);
}

/* "according to customs data, three people with knowledge of the sales and letters seen by X": a
 * list of sources that closes the sentence; its end, or that of the first. */
uint32_t ngi_sources_end(const ngi_work *w, ngi_stretch first, uint32_t high)
{
    uint32_t at = first.end + 1, stop = at + 4 < high ? at + 4 : high;
    bool another = false, last = false;
    if (first.end >= high || ngi_mark(w, first.end) != ',' || high - at > 30 ||
        !ngi_word_has(w, at, NGI_W_NUMBER | NGI_W_DOCUMENT | NGI_W_PERSON))
        return first.end;
    for (uint32_t i = at; i < stop; i++)
        another = another || ngi_word_has(w, i, NGI_W_PERSON | NGI_W_DOCUMENT | NGI_W_GROUP);
    for (uint32_t i = at; i < high && another; i++) {
        if (ngi_mark(w, i) == '"' || (ngi_word_finite(w, i) && !ngi_word_is(w, i + 1, "by")))
            return first.end;
        last = last || ngi_word_is(w, i, "and");
    }
    return last ? high : first.end;
}

/* "according to X", "in the words of X", "citing X". */
static void try_according(ngi_work *w, ngi_cue *c, uint32_t words)
{
    ngi_draft d = {.rule = NGI_RULE_SAID_CLEAR};
    ngi_stretch before;
    c->at = (ngi_stretch){c->verb, c->verb + words};
    if (!ngi_phrase_after(w, c->at.end, c->high, &c->source))
        return;
    bool relative = c->verb > c->low && ngi_word_of(w, c->verb - 1, "which who that");
    if (relative) { /* "which according to port records | handled 19 of the calls" */
        uint32_t at = c->source.begin + 1;
        while (at < c->source.end && !ngi_tag_is(w, at, "VB") && !ngi_tag_is(w, at, "MD"))
            at++;
        c->source.end = at;
        uint32_t end = at, stop = ngi_clause_end(w, at, c->high);
        while (end < stop && ngi_mark(w, end) != ',')
            end++;
        ngi_content_add(w, &d, at, end);
        if (d.contents > 0)
            keep(w, c, &d);
        return;
    }
    c->source.end = ngi_sources_end(w, c->source, c->high);
    uint32_t after = c->source.end, end = c->verb;
    while (end > c->low && ngi_mark(w, end - 1) == ',')
        end--;
    bool has_before = end > c->low + 1;
    if (has_before && ngi_clause_before(w, c->low, end, &before))
        ngi_content_add(w, &d, before.begin, before.end);
    else if (has_before)
        ngi_content_add(w, &d, c->low, end);
    bool comma = ngi_mark(w, after) == ',' && after + 3 < c->high;
    if (comma && (!has_before || ngi_mark(w, c->verb - 1) == ',') &&
        (!has_before || !starts_report(w, after + 1)))
        ngi_content_add(w, &d, after + 1, ngi_clause_end(w, after + 1, c->high));
    if (d.contents > 0)
        keep(w, c, &d);
}

/* ---- all of them ---- */

static void look_at(ngi_work *w, ngi_cue *c)
{
    uint32_t i = c->verb, bits = w->bits[i];
    uint32_t words = ngi_words_are(w, i, "according to");
    if (words == 0 && ngi_word_is(w, i, "in"))
        words = ngi_words_are(w, i, "in the words of");
    if (words > 0) {
        try_according(w, c, words);
        return;
    }
    if ((bits & NGI_W_REPORTS) == 0 || !is_verb(w, i))
        return;
    c->at = (ngi_stretch){cue_begin(w, c->low, i), i + 1};
    if (has_between(w, c->at.begin, i, "not n't never"))
        return; /* silences.c */
    bool passive =
        has_between(w, c->at.begin, i, "was were is are been be being") && (bits & NGI_W_ING) == 0;
    if (passive)
        try_passive(w, c);
    else if ((bits & NGI_W_ING) != 0 && c->at.begin == i)
        try_ing(w, c);
    else if ((bits & NGI_W_DENY) != 0)
        try_stance(w, c, NGI_STANCE_DENIES, NGI_RULE_DENIES);
    else if ((bits & NGI_W_INTEND) != 0 && ngi_word_of(w, i + 1, "to not that"))
        try_stance(w, c, NGI_STANCE_INTENDS, NGI_RULE_INTENDS);
    else if ((bits & NGI_W_REQUEST) != 0)
        try_stance(w, c, NGI_STANCE_REQUESTS, NGI_RULE_REQUESTS);
    else if ((bits & (NGI_W_SAY | NGI_W_TELL | NGI_W_ASK)) != 0)
        try_say(w, c);
}

void ngi_find_sayings(ngi_work *w)
{
    for (uint32_t s = 0; s < w->prose->sentence_count; s++) {
        ngi_stretch sentence = ngi_sentence_of(w, s);
        for (uint32_t i = sentence.begin; i < sentence.end; i++) {
            if (w->prose->tokens[i].quote >= 0)
                continue; /* words of the one who is quoted */
            ngi_stretch near = ngi_window_of(sentence, i);
            ngi_cue cue = {.low = near.begin, .high = near.end, .verb = i};
            look_at(w, &cue);
        }
    }
}
