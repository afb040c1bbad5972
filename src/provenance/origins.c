/* SPDX-License-Identifier: Apache-2.0 */
/* In a group of copies: which is the original, and from which each of the others was taken.
 *
 * Dates tell most, as far as they go: a day is no midnight, and agencies send their stories again
 * later. So do credit lines: who credits an agency has copied, unless it is the agency's own site
 * (its host is named like the credit). And a story that has more of another than that has of it
 * was the longer one, which was cut. */
#include "provenance/answer.h"
#include "provenance/credits.h"

#include <stdlib.h>

/* In a large group the earliest stand for all. */
enum {
    ASKED = 32,
    CREDIT_WORDS = 12, /* of credit lines and datelines, which change no story */
};
static const float AGENCY = 6, CREDITED = -2, HELPED = -1, LIKELY = 0.5f, EARLIER = 3,
                   SAME_SITE = 2, CONTAINS = 3;
static const float NEARER = 0.12f; /* share that another source must have more of a story */
static const float MARGIN = 0.3f;  /* between originals, below which nothing tells */
static const float CHANGED = 0.6f; /* what a changed word within a passage counts */

typedef struct tracing {
    ngi_answer *answer;
    const ngi_agencies *agencies;
    const uint32_t *members; /* of the group in hand, by rank */
    uint32_t count;
    float *scores; /* of each member */
} tracing;

static float share_of(const ngi_answer *a, uint32_t story, uint32_t source)
{
    const ngi_pair *p = ngi_pair_of(a, story, source);
    return p == NULL ? 0 : ngi_pair_share(a, p, story);
}

/* 1: a came out before b; -1: behind it; something between where their dates overlap: a day before
 * another is likely earlier, though zones may differ. */
static float order_of(const ngi_shelved *a, const ngi_shelved *b)
{
    int order = ngi_before(a, b);
    if (order != 0 || !ngi_shelved_dated(a) || !ngi_shelved_dated(b))
        return (float)order;
    double gap = ((double)(b->first + b->last) - (double)(a->first + a->last)) / 2;
    double wide = ((double)(a->last - a->first) + (double)(b->last - b->first)) / 2;
    return gap > wide / 3 ? LIKELY : gap < -wide / 3 ? -LIKELY : 0;
}

/* What a credit takes from a story that is not the agency's: "with" names a helper. */
static float credit_of(const ngi_shelved *k)
{
    ng_slice credit = ngi_credit_of(k);
    return credit.len == 0 ? 0 : ngi_starts_nocase(credit, NGI_LIT("with ")) ? HELPED : CREDITED;
}

/* How much speaks for a story being the original. */
static float score(const tracing *t, uint32_t story)
{
    const ngi_answer *a = t->answer;
    const ngi_shelved *k = a->stories[story];
    bool agency = ngi_is_agency(t->agencies, k);
    uint32_t asked = t->count < ASKED ? t->count : ASKED, others = 0;
    float sum = 0;
    for (uint32_t i = 0; i < asked; i++) {
        uint32_t other = t->members[i];
        if (other == story)
            continue;
        const ngi_shelved *o = a->stories[other];
        float weight = k->site != 0 && k->site == o->site ? SAME_SITE : 1;
        sum += EARLIER * weight * order_of(k, o);
        sum += CONTAINS * (share_of(a, other, story) - share_of(a, story, other));
        others++;
    }
    sum = others == 0 ? 0 : sum / (float)others;
    if (agency)
        sum += AGENCY;
    else
        sum += credit_of(k);
    return sum;
}

/* ---- from which ---- */

/* The story of the group from which `story` was taken: the original, or another that has clearly
 * more of it, is not later, and is itself nearer to the original. */
static uint32_t source_of(const tracing *t, uint32_t story, uint32_t original, float own)
{
    const ngi_answer *a = t->answer;
    uint32_t best = original;
    float most = share_of(a, story, original) + NEARER;
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t other = t->members[i];
        if (other == story || other == original || t->scores[i] <= own ||
            ngi_before(a->stories[story], a->stories[other]) > 0)
            continue;
        const ngi_pair *p = ngi_pair_of(a, story, other);
        if (p == NULL || ngi_pair_share(a, p, story) <= most)
            continue;
        best = other;
        most = ngi_pair_share(a, p, story);
    }
    return best;
}

static bool in_order(const ngi_answer *a, const ngi_pair *p, unsigned side)
{
    for (uint32_t i = 1; i < p->passage_count; i++) {
        const ngi_passage *q = &a->passages[p->passage + i];
        if (side == 1 ? q->from < q[-1].from : q->to < q[-1].to)
            return false;
    }
    return true;
}

/* What was changed in a copy, in words. */
typedef struct changes {
    uint32_t added;   /* words that are not the source's */
    uint32_t changed; /* within passages */
    uint32_t numbers; /* that are others */
} changes;

static changes changes_of(const ngi_answer *a, const ngi_pair *p, uint32_t story)
{
    uint32_t covered = p->covered[ngi_pair_side(p, story)], words = a->stories[story]->words;
    changes c = {words > covered ? words - covered : 0, covered > p->same ? covered - p->same : 0,
                 0};
    for (uint32_t i = 0; i < p->passage_count; i++) {
        const ngi_passage *q = &a->passages[p->passage + i];
        c.numbers += q->odd_from < q->odd_to ? q->odd_from : q->odd_to;
    }
    return c;
}

static ngi_copy_kind kind_of(const ngi_answer *a, const ngi_pair *p, uint32_t story)
{
    const ngi_shelved *k = a->stories[story], *source = a->stories[ngi_pair_other(p, story)];
    float back = ngi_pair_share(a, p, ngi_pair_other(p, story));
    changes c = changes_of(a, p, story);
    uint32_t few = k->words / 50 + 1;
    if (a->composite[story] == NGI_MERGED)
        return NGI_COPY_MERGED;
    bool same = c.added <= CREDIT_WORDS && c.added <= k->words / 10 && c.changed <= few &&
                c.numbers == 0 && in_order(a, p, ngi_pair_side(p, story));
    if (k->site != 0 && k->site == source->site && !(same && back > 0.97f))
        return NGI_COPY_UPDATE;
    if (k->words < 100 && k->words * 5 < source->words * 2)
        return NGI_COPY_BRIEF;
    return !same ? NGI_COPY_EDITED : back > 0.93f ? NGI_COPY_VERBATIM : NGI_COPY_CUT;
}

static float taken(const ngi_answer *a, const ngi_pair *p, uint32_t story)
{
    uint32_t covered = p->covered[ngi_pair_side(p, story)], words = a->stories[story]->words;
    float changed = covered > p->same ? (float)(covered - p->same) : 0;
    float sum = (float)covered - changed * (1 - CHANGED);
    return words == 0 ? 0 : sum > (float)words ? 1 : sum / (float)words;
}

static uint8_t reasons(const tracing *t, uint32_t story, uint32_t source, const ngi_pair *p)
{
    const ngi_answer *a = t->answer;
    const ngi_shelved *k = a->stories[story], *s = a->stories[source];
    uint8_t why = 0;
    if (ngi_before(s, k) > 0)
        why |= NGI_WHY_EARLIEST;
    if (ngi_shelved_string(k, NGI_SHELF_CREDIT).len != 0 && !ngi_is_agency(t->agencies, k))
        why |= NGI_WHY_CREDIT;
    if (ngi_is_agency(t->agencies, s))
        why |= NGI_WHY_AGENCY;
    if (k->site != 0 && k->site == s->site)
        why |= NGI_WHY_SAME_SITE;
    if (ngi_dateline_source(k).len != 0)
        why |= NGI_WHY_DATELINE;
    if (p != NULL && ngi_pair_share(a, p, story) > ngi_pair_share(a, p, source) + 0.05f)
        why |= NGI_WHY_CONTAINS;
    return why;
}

/* The chance that group and source are right, from what was seen on stories of known origin:
 * it falls with the share that was taken, and where little speaks for the original. */
static float confidence_of(float share, float margin)
{
    float text = share > 0.9f ? 1 : share > 0.6f ? 0.97f : share > 0.45f ? 0.9f : 0.75f;
    float order = margin > 3 ? 0.97f : margin > 1 ? 0.9f : margin > MARGIN ? 0.75f : 0.5f;
    return text * order;
}

static void give_source(tracing *t, uint32_t index, uint32_t original, float best)
{
    ngi_answer *a = t->answer;
    uint32_t story = t->members[index];
    ngi_verdict *v = &a->verdicts[story];
    uint32_t source = source_of(t, story, original, t->scores[index]);
    const ngi_pair *p = ngi_pair_of(a, story, source);
    v->copy_of = source;
    v->why = reasons(t, story, source, p);
    v->kind = NGI_COPY_EDITED;
    if (p != NULL) {
        v->pair = (uint32_t)(p - a->pairs);
        v->share = taken(a, p, story);
        v->kind = (uint8_t)kind_of(a, p, story);
    } else { /* of the same group, but with nothing to show for it */
        v->copy_of = UINT32_MAX;
        v->why = NGI_WHY_NOT_TOLD;
    }
    v->confidence = confidence_of(v->share, best - t->scores[index]);
}

/* ---- a group ---- */

static uint32_t earliest(const ngi_answer *a, const uint32_t *members, uint32_t count)
{
    uint32_t best = members[0]; /* dated stories come before all others */
    for (uint32_t i = 1; i < count; i++)
        if (ngi_shelved_dated(a->stories[members[i]]) && ngi_shelved_dated(a->stories[best]) &&
            ngi_before(a->stories[members[i]], a->stories[best]) > 0)
            best = members[i];
    return best;
}

static void trace(tracing *t)
{
    ngi_answer *a = t->answer;
    uint32_t best = 0, first = earliest(a, t->members, t->count);
    float second = -1e9f;
    for (uint32_t i = 0; i < t->count; i++) {
        t->scores[i] = score(t, t->members[i]);
        if (t->scores[i] > t->scores[best])
            best = i;
    }
    for (uint32_t i = 0; i < t->count; i++) {
        a->verdicts[t->members[i]].first_seen = first;
        if (i != best && t->scores[i] > second)
            second = t->scores[i];
    }
    ngi_verdict *v = &a->verdicts[t->members[best]];
    v->confidence = confidence_of(1, t->scores[best] - second);
    if (t->count == 2 && t->scores[best] - second < MARGIN) {
        for (uint32_t i = 0; i < 2; i++) {
            a->verdicts[t->members[i]].why = NGI_WHY_NOT_TOLD;
            a->verdicts[t->members[i]].confidence = v->confidence;
        }
        return;
    }
    for (uint32_t i = 0; i < t->count; i++)
        if (i != best)
            give_source(t, i, t->members[best], t->scores[best]);
}

/* The second source of a merged story, where it is not of the story's own group. */
static void give_also(ngi_answer *a, uint32_t story)
{
    ngi_verdict *v = &a->verdicts[story];
    if (v->also == UINT32_MAX || v->copy_of == UINT32_MAX) {
        v->also = UINT32_MAX;
        return;
    }
    if (a->verdicts[v->also].group == v->group) {
        v->also = UINT32_MAX;
        return;
    }
    uint32_t original = a->verdicts[v->also].copy_of;
    if (original != UINT32_MAX && ngi_pair_of(a, story, original) != NULL)
        v->also = original;
    const ngi_pair *p = ngi_pair_of(a, story, v->also);
    v->also_pair = (uint32_t)(p - a->pairs);
    v->also_share = taken(a, p, story);
}

bool ngi_answer_origins(ngi_answer *a)
{
    uint32_t *starts = NGI_NEW_ARRAY(&a->arena, uint32_t, a->count + 2);
    uint32_t *members = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(uint32_t));
    float *scores = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(float));
    ngi_agencies agencies;
    if (a->arena.failed || !ngi_agencies_find(a, &agencies))
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        starts[a->verdicts[i].group + 2]++;
    for (uint32_t i = 2; i <= a->count + 1; i++)
        starts[i] += starts[i - 1];
    for (uint32_t i = 0; i < a->count; i++)
        members[starts[a->verdicts[i].group + 1]++] = i;
    for (uint32_t i = 0; i < a->count; i++) {
        tracing t = {a, &agencies, members + starts[i], starts[i + 1] - starts[i], scores};
        if (t.count > 1)
            trace(&t);
        else if (t.count == 1)
            a->verdicts[t.members[0]].confidence = 0.95f;
    }
    for (uint32_t i = 0; i < a->count; i++)
        give_also(a, i);
    return true;
}
