/* SPDX-License-Identifier: Apache-2.0 */
/* What is clear from the words alone and the learned model now and then gets wrong: a source that
 * runs on into the sentence's verb, a statement whose two parts stand around "according to X",
 * a subject that a remark keeps apart from its verb. Walks are bounded, as all in a sentence. */
#include "record/attributions/sayings.h"

enum { NEAR = 40 };
#define SURE 0.6F

static bool relative(const ngi_work *w, uint32_t i)
{
    return ngi_word_of(w, i, "who which that whose whom where");
}

/* The first finite verb of [begin, end) that is none of a relative clause, or `end`. */
static uint32_t main_verb(const ngi_work *w, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end && i - begin < NEAR && !relative(w, i); i++)
        if (ngi_word_finite(w, i) && i > begin)
            return i;
    return end;
}

/* "The agency | put the firm on its list on March 7, | saying ...": to the verb, if behind it goes
 * a word that reports without a subject of its own. */
static void cut_source_at_verb(const ngi_work *w, ngi_draft *d)
{
    if (d->sources != 1 || d->cue.end == d->cue.begin || d->source[0].end > d->cue.begin ||
        !ngi_word_has(w, d->cue.end - 1, NGI_W_ING))
        return;
    uint32_t verb = main_verb(w, d->source[0].begin, d->source[0].end);
    while (verb > d->source[0].begin + 1 && ngi_word_has(w, verb - 1, NGI_W_ADVERB | NGI_W_AUX))
        verb--;
    d->source[0].end = verb;
    while (d->source[0].end > d->source[0].begin + 1 && ngi_mark(w, d->source[0].end - 1) == ',')
        d->source[0].end--;
}

/* "put the firm on its list on March 7, saying": the cue is its last word. */
static void cut_cue_at_comma(const ngi_work *w, ngi_draft *d)
{
    if (d->cue.end < d->cue.begin + 3 || !ngi_word_has(w, d->cue.end - 1, NGI_W_ING) ||
        !ngi_word_has(w, d->cue.end - 1, NGI_W_REPORTS))
        return;
    for (uint32_t i = d->cue.end - 1; i > d->cue.begin; i--)
        if (ngi_mark(w, i) == ',') {
            d->cue.begin = i + 1;
            return;
        }
}

/* "reported by the Ledger | in June": when is no part of who. */
static void cut_time(const ngi_work *w, ngi_draft *d)
{
    if (d->sources != 1)
        return;
    ngi_stretch *s = &d->source[0];
    uint32_t end = s->end;
    while (end > s->begin + 1 && (ngi_word_has(w, end - 1, NGI_W_TIME) ||
                                  (w->prose->tokens[end - 1].shape & NGI_SHAPE_DIGIT) != 0))
        end--;
    if (end < s->end && end > s->begin + 1 && ngi_word_of(w, end - 1, "in on at since during") &&
        ngi_word_has(w, end, NGI_W_TIME))
        s->end = end - 1;
}

/* "The minister, according to two aides, | intends to resign": both parts are what they say. */
static void add_second_half(const ngi_work *w, ngi_draft *d)
{
    if (d->contents != 1 || d->sources != 1 || d->cue.end < d->cue.begin + 2 ||
        !ngi_word_is(w, d->cue.end - 2, "according") || d->source[0].begin < d->cue.end ||
        d->content[0].end > d->cue.begin)
        return;
    uint32_t at = d->source[0].end, high = ngi_sentence_of(w, w->prose->tokens[d->cue.begin].sentence).end;
    if (main_verb(w, d->content[0].begin, d->content[0].end) < d->content[0].end ||
        ngi_mark(w, at) != ',' || ngi_mark(w, d->cue.begin - 1) != ',')
        return;
    uint32_t verb = at + 1;
    while (verb < high && ngi_word_has(w, verb, NGI_W_ADVERB | NGI_W_AUX) && !ngi_word_finite(w, verb))
        verb++;
    if (verb < high && ngi_word_finite(w, verb))
        ngi_content_add(w, d, at + 1, ngi_clause_end(w, at + 1, high));
}

/* "The minister, according to two aides, | intends": who, where the model names nobody. */
static void fill_source(const ngi_work *w, ngi_draft *d)
{
    if (d->sources != 0 || d->cue.end == d->cue.begin || !ngi_word_finite(w, d->cue.begin) ||
        !ngi_word_has(w, d->cue.end - 1, NGI_W_REPORTS) || ngi_word_of(w, d->cue.begin, "is was are were"))
        return;
    ngi_stretch source;
    uint32_t low = ngi_sentence_of(w, w->prose->tokens[d->cue.begin].sentence).begin;
    if (d->cue.begin - low > NEAR)
        low = d->cue.begin - NEAR;
    if (w->prose->tokens[d->cue.begin].quote >= 0 || !ngi_phrase_before(w, low, d->cue.begin, &source))
        return;
    for (uint8_t k = 0; k < d->contents; k++)
        if (d->content[k].begin < source.end && source.begin < d->content[k].end)
            return;
    for (uint32_t i = source.begin + 1; i + 1 < source.end; i++)
        if (ngi_mark(w, i) == ',' && ngi_word_of(w, i + 1, "according speaking citing asked when through"))
            source.end = i;
    d->source[d->sources++] = source;
}

/* ", five employees": a mark is no part of who; nor is the "and" of a new clause, before which
 * somebody else's words stand. */
static void cut_lead(const ngi_work *w, ngi_draft *d)
{
    bool clause = false;
    for (uint8_t k = 0; k < d->sources; k++)
        while (d->source[k].begin + 1 < d->source[k].end &&
               (ngi_mark(w, d->source[k].begin) == ',' || ngi_word_of(w, d->source[k].begin, "and but"))) {
            clause = clause || ngi_mark(w, d->source[k].begin) != ',';
            d->source[k].begin++;
        }
    if (clause && d->contents == 2 && d->content[0].end <= d->source[0].begin &&
        d->content[1].begin >= d->cue.end && w->prose->tokens[d->content[0].begin].quote < 0) {
        d->content[0] = d->content[1];
        d->contents = 1;
    }
}

/* "..., two sources | briefed on the visit | said": the people belong to their participle, not to
 * what they say. */
static void widen_to_people(const ngi_work *w, ngi_draft *d)
{
    if (d->sources != 1 || d->contents == 0 || d->source[0].end != d->cue.begin ||
        !ngi_word_of(w, d->source[0].begin, "briefed familiar with close involved informed who"))
        return;
    ngi_stretch whole, *last = &d->content[d->contents - 1];
    uint32_t low = ngi_sentence_of(w, w->prose->tokens[d->cue.begin].sentence).begin;
    if (d->cue.begin - low > NEAR)
        low = d->cue.begin - NEAR;
    if (last->end > d->source[0].begin || !ngi_phrase_before(w, low, d->cue.begin, &whole) ||
        whole.begin >= d->source[0].begin || whole.begin <= last->begin)
        return;
    d->source[0].begin = whole.begin;
    if (last->end > whole.begin)
        last->end = whole.begin;
    while (last->end > last->begin + 1 && ngi_mark(w, last->end - 1) == ',')
        last->end--;
}

/* "the group, which reported on the trade in 2024, | urged insurers": the clause ends there. */
static void cut_relative(const ngi_work *w, ngi_draft *d)
{
    ngi_stretch *last = &d->content[d->contents - (d->contents > 0)];
    if (d->contents == 0 || last->begin < d->cue.end || d->cue.begin == 0 ||
        (d->sources > 0 && d->source[0].end != d->cue.begin))
        return;
    uint32_t who = d->sources > 0 ? d->source[0].begin : d->cue.begin - 1;
    while (who > 0 && ngi_word_has(w, who, NGI_W_ADVERB))
        who--;
    if (!ngi_word_of(w, who, "which who") || who == 0 || ngi_mark(w, who - 1) != ',')
        return;
    for (uint32_t i = last->begin + 1; i + 1 < last->end && i - last->begin < NEAR; i++)
        if (ngi_mark(w, i) == ',' && w->prose->tokens[i].quote < 0 &&
            (ngi_word_finite(w, i + 1) || ngi_word_has(w, i + 1, NGI_W_REQUEST | NGI_W_TELL))) {
            last->end = i;
            return;
        }
}

/* "Estra has asked for access, | its minister, Jonas Pell, told ...": where the source of another
 * statement begins, whose cue stands behind, content ends that nobody is sure of. */
static void cut_at_sources(ngi_work *w)
{
    uint32_t *cue_of = ngi_arena_zero(w->arena, (size_t)w->prose->token_count + 1, sizeof *cue_of);
    if (cue_of == NULL)
        return;
    for (size_t i = 0; i < w->count; i++) {
        const ngi_draft *d = &w->drafts[i];
        if (!d->dead && d->sources == 1 && d->cue.begin >= d->source[0].end)
            cue_of[d->source[0].begin] = d->cue.begin;
    }
    for (size_t i = 0; i < w->count; i++) {
        ngi_draft *d = &w->drafts[i];
        if (d->dead || d->confidence >= SURE || d->contents == 0)
            continue;
        ngi_stretch *last = &d->content[d->contents - 1];
        for (uint32_t t = last->begin + 1; t < last->end && t - last->begin < 4 * NEAR; t++)
            if (cue_of[t] >= last->end && ngi_mark(w, t - 1) == ',' && w->prose->tokens[t].quote < 0)
                last->end = t - 1;
    }
}

void ngi_mend(ngi_work *w)
{
    for (size_t i = 0; i < w->count; i++) {
        ngi_draft *d = &w->drafts[i];
        if (d->dead || d->rule != NGI_RULE_LEARNED)
            continue;
        cut_lead(w, d);
        widen_to_people(w, d);
        cut_relative(w, d);
        cut_cue_at_comma(w, d);
        cut_source_at_verb(w, d);
        cut_time(w, d);
        add_second_half(w, d);
        fill_source(w, d);
    }
    cut_at_sources(w);
}
