/* SPDX-License-Identifier: Apache-2.0 */
/* Drafts to attributions: their order, form, confidence, and which stands in which. */
#include "record/attributions/attributions.h"

#include <stdlib.h>

/* Share of a rule's drafts, of those that the learned model does not have, that are right as to
 * source, cue and content: measured on 84 articles of US political news by several publishers
 * (learned model of other articles). What stands there too seldom (denials, headlines,
 * quotations carried on, answers not given) has a value by guess, see
 * docs/attributions.md. */
static const float precision[NGI_RULE_COUNT] = {
    [NGI_RULE_LEARNED] = 0.0F,   [NGI_RULE_SAID_CLEAR] = 0.58F, [NGI_RULE_SAID] = 0.49F,
    [NGI_RULE_SAID_WEAK] = 0.5F, [NGI_RULE_DENIES] = 0.7F,      [NGI_RULE_INTENDS] = 0.4F,
    [NGI_RULE_REQUESTS] = 0.41F, [NGI_RULE_SILENCE] = 0.8F,     [NGI_RULE_UNKNOWN] = 0.7F,
    [NGI_RULE_HEADLINE] = 0.71F, [NGI_RULE_LAYOUT] = 0.9F,  [NGI_RULE_CARRIED] = 0.72F,
};

static uint32_t first_token(const ngi_draft *d)
{
    uint32_t first = d->cue.end > d->cue.begin ? d->cue.begin : UINT32_MAX;
    if (d->sources > 0 && d->source[0].begin < first)
        first = d->source[0].begin;
    if (d->contents > 0 && d->content[0].begin < first)
        first = d->content[0].begin;
    return first;
}

static int by_place(const void *a, const void *b)
{
    const ngi_draft *x = a, *y = b;
    uint32_t p = first_token(x), q = first_token(y);
    if (p != q)
        return p < q ? -1 : 1;
    if (x->cue.begin != y->cue.begin)
        return x->cue.begin < y->cue.begin ? -1 : 1;
    uint32_t s = x->sources > 0 ? x->source[x->sources - 1].begin : 0;
    uint32_t t = y->sources > 0 ? y->source[y->sources - 1].begin : 0;
    return s < t ? -1 : s > t;
}

static void sort_stretches(ngi_stretch *s, uint8_t count)
{
    for (uint8_t i = 1; i < count; i++)
        for (uint8_t j = i; j > 0 && s[j - 1].begin > s[j].begin; j--) {
            ngi_stretch swap = s[j];
            s[j] = s[j - 1];
            s[j - 1] = swap;
        }
}

/* "said he could not comment on drafts": the answer is that there is none. */
static bool says_nothing(const ngi_work *w, const ngi_draft *d)
{
    if (d->contents == 0 || d->cue.end == 0)
        return false;
    uint32_t at = d->content[0].begin, stop = at + 8;
    stop = stop < d->content[0].end ? stop : d->content[0].end;
    at += ngi_word_is(w, at, "that");
    if (!ngi_word_of(w, at, "he she it they the"))
        return false;
    for (; at + 1 < stop; at++)
        if (ngi_word_of(w, at, "could would can will") && ngi_word_of(w, at + 1, "not n't")) {
            at += 2 + ngi_word_has(w, at + 2, NGI_W_ADVERB);
            return ngi_word_of(w, at, "comment discuss elaborate");
        }
    return false;
}

/* "called the charges ..." names something; "called for", "called on ... to" ask for it. */
static bool names_it(const ngi_work *w, const ngi_draft *d, uint32_t i)
{
    return ngi_word_of(w, i, "call calls called calling") &&
           !ngi_word_of(w, i + 1, "for on upon") &&
           (d->contents == 0 || !ngi_word_of(w, d->content[0].begin, "for on upon to"));
}

/* "asked the court to jail him", "had asked an outside firm to go through all contracts" */
static bool asks_to(const ngi_work *w, const ngi_draft *d, uint32_t i)
{
    enum { LONGEST_ASKED = 8 };
    if (ngi_word_of(w, i + 1, "to for") ||
        (d->contents > 0 && ngi_word_is(w, d->content[0].begin, "to")))
        return true;
    for (uint32_t at = i + 1; at < i + 1 + LONGEST_ASKED && ngi_mark(w, at) == 0; at++) {
        if (ngi_word_of(w, at, "whether if how why what when where who about") ||
            (at > i + 1 && ngi_word_finite(w, at)))
            return false;
        if (at > i + 1 && ngi_word_is(w, at, "to"))
            return true;
    }
    return false;
}

/* The stance that the words of the cue tell, for what was learned. */
static uint8_t stance_of(const ngi_work *w, const ngi_draft *d)
{
    bool negated = false;
    for (uint32_t i = d->cue.begin; i < d->cue.end; i++) {
        uint32_t bits = w->bits[i];
        bool last = i + 1 >= d->cue.end || (bits & (NGI_W_AUX | NGI_W_ADVERB)) == 0;
        negated = negated || ngi_word_of(w, i, "not n't never");
        if ((negated || ngi_word_is(w, i, "unable")) &&
            ngi_word_of(w, i + (ngi_word_is(w, i + 1, "to") ? 2 : 0),
                        "determine verify confirm establish ascertain"))
            return NGI_STANCE_UNKNOWN; /* "was unable to determine" */
        if (ngi_word_of(w, i, "doubt doubts doubted") && !negated)
            return NGI_STANCE_QUESTIONS;
        if (ngi_word_of(w, i, "plead pleads pleaded pleading") && d->contents > 0 &&
            ngi_words_are(w, d->content[0].begin, "not guilty") > 0)
            return NGI_STANCE_DENIES;
        if ((bits & NGI_W_REPORTS) == 0 || !last)
            continue;
        bool to = ngi_word_of(w, i + 1, "to");
        if ((bits & NGI_W_DENY) != 0)
            return negated ? NGI_STANCE_DECLINES : NGI_STANCE_DENIES;
        if ((bits & NGI_W_DECLINE) != 0 && !negated)
            return NGI_STANCE_DECLINES;
        if (negated && ngi_word_of(w, i,
                                   "say said comment respond answer reply confirm specify "
                                   "elaborate disclose"))
            return ngi_word_of(w, i, "comment respond answer reply") ? NGI_STANCE_DECLINES
                                                                     : NGI_STANCE_UNKNOWN;
        if ((bits & NGI_W_REQUEST) != 0 && !names_it(w, d, i))
            return NGI_STANCE_REQUESTS;
        if ((bits & NGI_W_ASK) != 0)
            return asks_to(w, d, i) ? NGI_STANCE_REQUESTS : NGI_STANCE_QUESTIONS;
        if ((bits & NGI_W_INTEND) != 0 && (to || (bits & (NGI_W_SAY | NGI_W_TELL)) == 0))
            return NGI_STANCE_INTENDS;
    }
    return NGI_STANCE_STATES;
}

static uint8_t form_of(const ngi_work *w, const ngi_draft *d)
{
    bool inside = false, outside = false;
    for (uint8_t k = 0; k < d->contents; k++)
        for (uint32_t t = d->content[k].begin; t < d->content[k].end; t++) {
            const ngi_token *token = &w->prose->tokens[t];
            if ((token->shape & NGI_SHAPE_WORD) == 0)
                continue;
            inside = inside || token->quote >= 0;
            outside = outside || token->quote < 0;
        }
    return !inside ? NGI_FORM_INDIRECT : outside ? NGI_FORM_MIXED : NGI_FORM_DIRECT;
}

static bool extents(ngi_work *w, const ngi_stretch *from, uint8_t count, ngi_extents *out)
{
    out->items = count > 0 ? NGI_NEW_ARRAY(w->arena, ngi_extent, count) : NULL;
    out->count = 0;
    for (uint8_t i = 0; i < count && out->items != NULL; i++) {
        ngi_extent e = {w->prose->tokens[from[i].begin].begin,
                        w->prose->tokens[from[i].end - 1].end};
        if (out->count > 0 && e.begin < out->items[out->count - 1].end) { /* they overlap */
            if (e.end > out->items[out->count - 1].end)
                out->items[out->count - 1].end = e.end;
            continue;
        }
        out->items[out->count++] = e;
    }
    return count == 0 || out->items != NULL;
}

/* ---- which stands in which ---- */

typedef struct holder {
    ngi_stretch at;
    uint32_t owner;
} holder;

static int by_begin(const void *a, const void *b)
{
    const holder *x = a, *y = b;
    if (x->at.begin != y->at.begin)
        return x->at.begin < y->at.begin ? -1 : 1;
    if (x->at.end != y->at.end)
        return x->at.end > y->at.end ? -1 : 1;
    return x->owner < y->owner ? -1 : x->owner > y->owner;
}

typedef struct anchor {
    uint32_t at, owner;
} anchor;

static int by_anchor(const void *a, const void *b)
{
    const anchor *x = a, *y = b;
    return x->at < y->at ? -1 : x->at > y->at;
}

static uint32_t anchor_of(const ngi_draft *d)
{
    return d->cue.end > d->cue.begin ? d->cue.begin
           : d->contents > 0         ? d->content[0].begin
                                     : first_token(d);
}

/* The innermost content around each anchor, by one sweep over both in text order. */
static bool find_parents(ngi_work *w, const ngi_draft *drafts, ngi_attribution *out, uint32_t count)
{
    size_t most = (size_t)count * NGI_DRAFT_CONTENTS + 1;
    holder *holders = ngi_arena_alloc(w->arena, most, sizeof(*holders));
    uint32_t *stack = ngi_arena_alloc(w->arena, most, sizeof(*stack));
    anchor *anchors = ngi_arena_alloc(w->arena, (size_t)count + 1, sizeof(*anchors));
    size_t n = 0, next = 0, depth = 0;
    if (holders == NULL || stack == NULL || anchors == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        anchors[i] = (anchor){anchor_of(&drafts[i]), i};
        for (uint8_t k = 0; k < drafts[i].contents; k++)
            holders[n++] = (holder){drafts[i].content[k], i};
    }
    qsort(holders, n, sizeof(*holders), by_begin);
    qsort(anchors, count, sizeof(*anchors), by_anchor);
    for (uint32_t a = 0; a < count; a++) {
        uint32_t at = anchors[a].at, owner = anchors[a].owner;
        for (; next < n && holders[next].at.begin <= at; next++)
            stack[depth++] = (uint32_t)next;
        while (depth > 0 && holders[stack[depth - 1]].at.end <= at)
            depth--;
        for (size_t k = depth, looks = 0; k > 0 && looks < 8; k--, looks++) {
            const holder *h = &holders[stack[k - 1]];
            if (h->owner != owner && h->at.end > at && out[h->owner].parent != owner) {
                out[owner].parent = h->owner;
                break;
            }
        }
    }
    return true;
}

static void set_depths(ngi_attribution *out, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t depth = 0, at = i;
        while (out[at].parent != NGI_NO_PARENT && depth < 8) {
            at = out[at].parent;
            depth++;
        }
        if (depth == 8)
            out[i].parent = NGI_NO_PARENT; /* they hold one another: none is inside */
        out[i].depth = depth == 8 ? 0 : (uint8_t)depth;
    }
}

/* What a part of a source is: people, or documents; 0 where it is neither. */
static uint32_t kind_of_part(const ngi_work *w, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++) {
        if (i == begin + 1 && ngi_word_is(w, i, "of") && ngi_word_has(w, begin, NGI_W_NUMBER))
            continue; /* "three of the engineers" */
        if (ngi_word_of(w, i, "of with from for by"))
            return 0; /* the noun stands before its preposition */
        if (ngi_word_has(w, i, NGI_W_PERSON | NGI_W_GROUP) &&
            !ngi_word_has(w, i + 1, NGI_W_PERSON | NGI_W_DOCUMENT))
            return NGI_W_PERSON;
        if (ngi_word_has(w, i, NGI_W_DOCUMENT) && !ngi_word_has(w, i + 1, NGI_W_PERSON))
            return NGI_W_DOCUMENT;
    }
    return 0;
}

/* Where the next part of a list of sources begins, of another kind than the one before; 0: none. */
static uint32_t next_part(const ngi_work *w, ngi_stretch s, uint32_t *end)
{
    uint32_t kind = kind_of_part(w, s.begin, s.end);
    uint32_t stop = s.begin + 40 < s.end ? s.begin + 40 : s.end;
    for (uint32_t i = s.begin + 1; i + 1 < stop && kind != 0; i++) {
        bool comma = ngi_mark(w, i) == ',';
        if (!comma && !ngi_word_is(w, i, "and"))
            continue;
        uint32_t at = i + 1 + (comma && ngi_word_is(w, i + 1, "and")), other;
        if (ngi_word_of(w, at, "who which whose that"))
            continue; /* says more of the same */
        other = kind_of_part(w, at, at + 6 < s.end ? at + 6 : s.end);
        if (other == 0 || other == kind)
            continue;
        *end = i;
        return at;
    }
    return 0;
}

/* "two sources and documents seen by X": on the word of both, so an attribution for each. */
static void part_sources(ngi_work *w)
{
    for (size_t k = 0; k < w->count; k++) { /* parts are looked at again */
        uint32_t end, next;
        if (w->drafts[k].dead || w->drafts[k].sources != 1 || w->drafts[k].cue.end == 0 ||
            (next = next_part(w, w->drafts[k].source[0], &end)) == 0)
            continue;
        ngi_draft *other = ngi_work_add(w);
        if (other == NULL)
            return;
        *other = w->drafts[k];
        other->source[0].begin = next;
        w->drafts[k].source[0].end = end;
    }
}

bool ngi_finish(ngi_work *w, ngi_attribution **out, uint32_t *count)
{
    uint32_t n = 0;
    part_sources(w);
    for (size_t i = 0; i < w->count; i++)
        if (!w->drafts[i].dead && first_token(&w->drafts[i]) != UINT32_MAX)
            w->drafts[n++] = w->drafts[i];
    w->count = n;
    *count = n;
    *out = n > 0 ? NGI_NEW_ARRAY(w->arena, ngi_attribution, n) : NULL;
    if (n == 0 || *out == NULL)
        return !w->arena->failed;
    for (uint32_t i = 0; i < n; i++) {
        sort_stretches(w->drafts[i].source, w->drafts[i].sources);
        sort_stretches(w->drafts[i].content, w->drafts[i].contents);
    }
    qsort(w->drafts, n, sizeof(*w->drafts), by_place);
    for (uint32_t i = 0; i < n; i++) {
        ngi_draft *d = &w->drafts[i];
        ngi_attribution *a = &(*out)[i];
        ngi_stretch cue[2] = {d->lead, d->cue};
        a->parent = NGI_NO_PARENT;
        a->in = w->in;
        a->stance = d->stance != NGI_STANCE_STATES ? d->stance : stance_of(w, d);
        if (a->stance == NGI_STANCE_STATES && says_nothing(w, d))
            a->stance = NGI_STANCE_DECLINES;
        a->form = form_of(w, d);
        a->confidence = d->confidence > 0 ? d->confidence : precision[d->rule];
        if (!extents(w, d->source, d->sources, &a->source) ||
            !extents(w, cue + (d->lead.end == 0), (d->lead.end > 0) + (d->cue.end > d->cue.begin),
                     &a->cue) ||
            !extents(w, d->content, d->contents, &a->content))
            return false;
    }
    if (!find_parents(w, w->drafts, *out, n))
        return false;
    set_depths(*out, n);
    return true;
}
