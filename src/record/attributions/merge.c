/* SPDX-License-Identifier: Apache-2.0 */
/* One list of what was learned and what rules found.
 *
 * The learned model's borders are better, so where both have the same cue its words stay and
 * the rule adds what the corpus does not tell: the stance, a missing source. Answers that
 * were not given are the other way round: the rule has an entry for each party. */
#include "record/attributions/sayings.h"
#include "record/attributions/attributions.h"

/* The token that holds byte `at`, or the next one behind it. */
static uint32_t token_at(const ngi_prose *p, uint32_t at)
{
    uint32_t low = 0, high = p->token_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (p->tokens[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint8_t stretches_of(const ngi_prose *p, const ngi_extents *e, ngi_stretch *out,
                            uint8_t room)
{
    uint8_t count = 0;
    for (uint32_t i = 0; i < e->count && count < room; i++) {
        ngi_stretch s = {token_at(p, e->items[i].begin), 0};
        s.end = token_at(p, e->items[i].end > 0 ? e->items[i].end - 1 : 0) + 1;
        if (s.end > p->token_count)
            s.end = p->token_count;
        if (s.begin < s.end)
            out[count++] = s;
    }
    return count;
}

static void take(ngi_work *w, const ngi_attribution *a)
{
    ngi_draft *d = ngi_work_add(w);
    ngi_stretch cue[2];
    if (d == NULL)
        return;
    d->rule = NGI_RULE_LEARNED;
    d->confidence = a->confidence;
    d->sources = stretches_of(w->prose, &a->source, d->source, NGI_DRAFT_SOURCES);
    d->contents = stretches_of(w->prose, &a->content, d->content, NGI_DRAFT_CONTENTS);
    if (stretches_of(w->prose, &a->cue, cue, 2) > 0)
        d->cue = cue[0];
    d->carried = d->sources == 0 && d->cue.end == d->cue.begin;
}

static bool silence(const ngi_draft *d)
{
    return d->rule == NGI_RULE_SILENCE || d->rule == NGI_RULE_UNKNOWN;
}

/* What the model holds below this chance gives way to a clear rule with another source. */
#define DOUBT 0.6F

/* The sources share no word. */
static bool apart(const ngi_draft *a, const ngi_draft *b)
{
    if (a->sources == 0)
        return true;
    ngi_stretch x = a->source[0], y = b->source[0];
    return x.end <= y.begin || y.end <= x.begin;
}

/* "An official, who spoke on condition of anonymity, said the delay ...": the model takes the
 * source for the content. */
static bool turned(const ngi_draft *a, const ngi_draft *b)
{
    return a->contents == 1 && a->content[0].begin <= b->source[0].begin &&
           a->content[0].end + 2 >= b->source[0].end && b->content[0].begin >= b->cue.end &&
           a->content[0].end <= b->cue.begin;
}

/* "which according to records | handled nine calls": source and content in one go behind the cue,
 * where the model takes what stands before. */
static bool in_one_go(const ngi_draft *a, const ngi_draft *b)
{
    return a->contents > 0 && b->sources == 1 && b->contents == 1 &&
           b->source[0].begin == b->cue.end && b->content[0].begin == b->source[0].end &&
           b->content[0].end > b->content[0].begin && a->content[0].end <= b->cue.begin &&
           a->cue.begin == b->cue.begin;
}

/* "three of the engineers and two reports | seen by X": a participle alone is no source. */
static bool torn(const ngi_work *w, const ngi_draft *a, const ngi_draft *b)
{
    return a->sources == 1 && a->source[0].begin > b->source[0].begin &&
           a->source[0].begin <= b->source[b->sources - 1].end &&
           ngi_word_of(w, a->source[0].begin, "seen viewed obtained reviewed briefed") &&
           ngi_word_is(w, a->source[0].begin + 1, "by");
}

/* "Three officials, who spoke on condition of anonymity because the talks are private, said ...":
 * the model takes a part of the source for the content. */
static bool content_in_source(const ngi_draft *a, const ngi_draft *b)
{
    for (uint8_t k = 0; k < a->contents && b->sources > 0; k++)
        if (a->content[k].begin > b->source[0].begin && a->content[k].end <= b->source[0].end)
            return true;
    return false;
}

/* Words stand before token i that go on with it: no mark, no word that begins a clause. */
static bool within_phrase(const ngi_work *w, uint32_t i)
{
    return i > 0 && ngi_mark(w, i - 1) == 0 && ngi_mark(w, i) != '"' &&
           w->prose->tokens[i].sentence == w->prose->tokens[i - 1].sentence &&
           !ngi_word_has(w, i - 1, (NGI_W_CLAUSE & ~NGI_W_PREPOSITION) | NGI_W_REPORTS) &&
           (ngi_word_has(w, i - 1, NGI_W_PREPOSITION | NGI_W_DETERMINER) || ngi_tag_is(w, i - 1, "VB"));
}

/* "He was told by his doctor that he should rest, his wife said", "Managers kept it from |
 * patients and regulators, five employees told": of what stands before the cue the model has the
 * last words only, where the rule has the sentence. */
static bool last_words_only(const ngi_work *w, const ngi_draft *a, const ngi_draft *b)
{
    if (a->contents != 1 || b->contents != 1 || b->content[0].end > b->cue.begin ||
        a->content[0].begin <= b->content[0].begin || a->content[0].end > b->content[0].end)
        return false;
    uint32_t own = a->content[0].end - a->content[0].begin;
    return within_phrase(w, a->content[0].begin) ||
           (a->confidence < DOUBT && 2 * own < b->content[0].end - b->content[0].begin);
}

/* Two drafts have one cue: `a` came first (learned before rules, silences before sayings). */
static void join(const ngi_work *w, ngi_draft *a, ngi_draft *b)
{
    if (silence(b)) {
        if (!silence(a)) {
            if (a->confidence > b->confidence)
                b->confidence = a->confidence;
            a->dead = true;
        }
        return;
    }
    if (a->rule == NGI_RULE_LEARNED && b->rule == NGI_RULE_SAID_CLEAR && b->sources > 0 &&
        b->contents > 0 && apart(a, b) &&
        (a->confidence < DOUBT || turned(a, b))) { /* turned round, mostly */
        a->dead = true;
        return;
    }
    if (b->rule == NGI_RULE_LAYOUT) { /* a whole speech, where the model has a part of it */
        if (a->confidence > b->confidence)
            b->confidence = a->confidence;
        a->dead = true;
        return;
    }
    if (a->rule == NGI_RULE_LEARNED && b->rule <= NGI_RULE_SAID_WEAK && last_words_only(w, a, b)) {
        a->dead = true;
        return;
    }
    if (a->rule == NGI_RULE_LEARNED && b->rule == NGI_RULE_SAID_CLEAR &&
        (in_one_go(a, b) || content_in_source(a, b) ||
         (b->sources > 0 && b->contents > 0 && torn(w, a, b)))) {
        a->dead = true;
        return;
    }
    b->dead = true;
    if (a->rule != NGI_RULE_LEARNED)
        return;
    a->stance = b->stance;
    if (a->sources == 0 && b->sources > 0) {
        memcpy(a->source, b->source, sizeof(a->source));
        a->sources = b->sources;
    }
    if (a->contents == 0 && b->contents > 0) {
        memcpy(a->content, b->content, sizeof(a->content));
        a->contents = b->contents;
    }
}

/* "according to a report | that the company sent | to ...", "... customs data, | two officials and
 * letters seen by X": what closes the sentence behind the source belongs to it where the
 * content stands before the cue. A word or two between may be nobody's. */
static void widen_source(ngi_work *w, ngi_draft *d)
{
    if (d->sources != 1 || d->contents < 2 || d->cue.end < 2 || !ngi_word_is(w, d->cue.end - 1, "to") ||
        !ngi_word_is(w, d->cue.end - 2, "according") || d->source[0].begin < d->cue.end ||
        d->content[0].end > d->cue.begin)
        return;
    ngi_stretch *source = &d->source[0], last = d->content[d->contents - 1];
    uint32_t sentence = w->prose->tokens[source->begin].sentence;
    if (last.begin < source->end || w->prose->tokens[last.end - 1].sentence != sentence)
        return;
    bool comma = ngi_mark(w, source->end) == ',';
    uint32_t listed = comma ? ngi_sources_end(w, *source, ngi_sentence_of(w, sentence).end) : 0;
    if (listed < last.end && (comma || last.begin > source->end + 2))
        return;
    source->end = last.end > listed ? last.end : listed;
    while (source->end > last.end && ngi_mark(w, source->end - 1) != 0)
        source->end--;
    d->contents--;
}

/* "asked | the court | to jail him": whom is no part of what. */
static void cut_asked(const ngi_work *w, ngi_draft *d)
{
    uint32_t i = d->cue.end;
    if (d->rule != NGI_RULE_LEARNED || d->contents == 0 || d->content[0].begin != i || i == 0 ||
        (w->bits[i - 1] & NGI_W_ASK) == 0 || !ngi_word_has(w, i, NGI_W_DETERMINER) ||
        !ngi_word_is(w, i + 2, "to") || d->content[0].end <= i + 3)
        return;
    d->content[0].begin = i + 2;
}

/* "killing at least 43 people, | three of the engineers": what the sentence says before. */
static void cut_participle(const ngi_work *w, ngi_draft *d)
{
    if (d->sources == 0 || !ngi_tag_is(w, d->source[0].begin, "VBG") ||
        ngi_word_capital(w, d->source[0].begin))
        return;
    for (uint32_t i = d->source[0].begin + 1; i + 1 < d->source[0].end; i++)
        if (ngi_mark(w, i) == ',' &&
            ngi_word_has(w, i + 1, NGI_W_NUMBER | NGI_W_DETERMINER | NGI_W_NOUN)) {
            d->source[0].begin = i + 1;
            return;
        }
}

/* Content without a cue is dropped where another draft has half of it. */
static void drop_covered(ngi_work *w)
{
    uint8_t *held = ngi_arena_zero(w->arena, (size_t)w->prose->token_count + 1, 1);
    if (held == NULL)
        return;
    for (size_t i = 0; i < w->count; i++) {
        const ngi_draft *d = &w->drafts[i];
        if (d->dead || d->cue.end == d->cue.begin)
            continue;
        for (uint8_t k = 0; k < d->contents; k++)
            memset(held + d->content[k].begin, 1, d->content[k].end - d->content[k].begin);
    }
    for (size_t i = 0; i < w->count; i++) {
        ngi_draft *d = &w->drafts[i];
        uint32_t all = 0, taken = 0;
        if (d->dead || d->cue.end > d->cue.begin)
            continue;
        for (uint8_t k = 0; k < d->contents; k++)
            for (uint32_t t = d->content[k].begin; t < d->content[k].end; t++, all++)
                taken += held[t];
        d->dead = 2 * taken > all;
    }
}

/* "who asked not to be identified", "who declined to be named" say nothing but why a source is
 * unnamed; "Asked about it" leads to the answer behind it; "documents seen by X" is no word of X. */
static bool says_nothing_itself(const ngi_work *w, const ngi_draft *d)
{
    if (d->contents > 0 && ngi_word_of(w, d->cue.end - (d->cue.end > 0), "asked asks asking requested requesting") &&
        ngi_words_are(w, d->content[0].begin, "not to be") > 0 &&
        ngi_word_of(w, d->content[0].begin + 3, "identified named quoted"))
        return true;
    if (d->contents > 0 && (d->sources == 0 || ngi_word_is(w, d->source[0].begin, "who"))) {
        uint32_t at = d->content[0].begin, stop = at + 6;
        stop = stop < d->content[0].end ? stop : d->content[0].end;
        bool asks = ngi_word_of(w, d->cue.end - (d->cue.end > 0),
                                "asked asks requested declined refused want wanted insisted");
        for (; at < stop && asks; at++)
            if (ngi_word_of(w, at, "identified named quoted withheld anonymity"))
                return true;
    }
    if (d->rule != NGI_RULE_LEARNED || d->cue.end == d->cue.begin)
        return false;
    if (ngi_words_are(w, d->cue.begin, "known as") > 0)
        return true;
    if (w->in == NGI_FIELD_HEADLINE && ngi_mark(w, d->cue.begin) == ':' && d->sources > 0 &&
        ngi_word_of(w, d->source[0].begin, "exclusive analysis explainer live watch video opinion "
                                           "update factbox breaking"))
        return true;
    if (d->sources == 0 && ngi_word_is(w, d->cue.begin, "asked") &&
        d->cue.begin == w->prose->sentences[w->prose->tokens[d->cue.begin].sentence].begin)
        return true;
    return ngi_word_of(w, d->cue.end - 1, "seen viewed obtained briefed naming");
}

void ngi_merge(ngi_work *w, const ngi_attribution *learned, uint32_t count)
{
    size_t rules = w->count;
    for (uint32_t i = 0; i < count; i++)
        take(w, &learned[i]);
    /* owner of each cue token: 1 + the draft that came first */
    uint32_t *owner = ngi_arena_zero(w->arena, (size_t)w->prose->token_count + 1, sizeof(*owner));
    if (owner == NULL)
        return;
    for (size_t k = 0; k < w->count; k++) {
        size_t i = k < w->count - rules ? rules + k : k - (w->count - rules); /* learned first */
        ngi_draft *d = &w->drafts[i];
        for (uint32_t t = d->cue.begin; t < d->cue.end && !d->dead; t++)
            if (owner[t] != 0 && !w->drafts[owner[t] - 1].dead && owner[t] - 1 != i)
                join(w, &w->drafts[owner[t] - 1], d);
        for (uint32_t t = d->cue.begin; t < d->cue.end && !d->dead; t++)
            owner[t] = (uint32_t)i + 1;
    }
    for (size_t i = 0; i < w->count; i++) {
        widen_source(w, &w->drafts[i]);
        cut_participle(w, &w->drafts[i]);
        cut_asked(w, &w->drafts[i]);
    }
    ngi_mend(w);
    for (size_t i = 0; i < w->count; i++)
        w->drafts[i].dead = w->drafts[i].dead || says_nothing_itself(w, &w->drafts[i]);
    drop_covered(w);
}
