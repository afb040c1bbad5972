/* SPDX-License-Identifier: Apache-2.0 */
/* How much of a story is another's own text.
 *
 * What two stories of one site share that are otherwise not alike is the site's: a newsletter's
 * advertisement, its background paragraphs. It counts for no pair. Nor do quotations, which every
 * reporter has who was there. */
#include "provenance/answer.h"

#include <stdlib.h>

typedef struct stretch {
    uint32_t begin, end; /* words */
} stretch;

/* Of each story, what is its site's: stretches in rising order, not overlapping. */
typedef struct housework {
    uint32_t *starts;
    stretch *stretches;
    uint32_t *words; /* of all the stretches of a story */
} housework;

static const float ALIKE = 0.5f;     /* share above which one site's stories are versions of one */
static const float WHOLE = 0.85f;    /* share of both above which quotations are of the story */
static const float QUOTATION = 0.8f; /* share of quoted words above which a passage is one */
static const float LONE = 0.5f; /* the same where it is all that is shared: who said it stands by */
enum {
    LEAD = 16,     /* words with which a story begins */
    LEAST_OWN = 8, /* words of a story's own */
};

/* Whether what two stories share is their site's: they are not alike otherwise, or it is one passage
 * behind the beginning of both, however long it is beside them. */
static bool same_site_text(const ngi_answer *a, const ngi_pair *p)
{
    const ngi_shelved *x = a->stories[p->story[0]], *y = a->stories[p->story[1]];
    const ngi_passage *q = &a->passages[p->passage];
    if (x->site == 0 || x->site != y->site)
        return false;
    if (ngi_pair_share(a, p, p->story[0]) < ALIKE && ngi_pair_share(a, p, p->story[1]) < ALIKE)
        return true;
    return p->passage_count == 1 && q->from >= LEAD && q->to >= LEAD;
}

static int by_begin(const void *left, const void *right)
{
    const stretch *a = left, *b = right;
    return a->begin != b->begin ? (a->begin < b->begin ? -1 : 1)
                                : (a->end > b->end) - (a->end < b->end);
}

/* Sorts a story's stretches and joins those that meet; returns how many are left. */
static uint32_t tidy(stretch *s, uint32_t n, uint32_t *words)
{
    uint32_t kept = 0;
    *words = 0;
    if (n > 1)
        qsort(s, n, sizeof(*s), by_begin);
    for (uint32_t i = 0; i < n; i++) {
        if (kept > 0 && s[i].begin <= s[kept - 1].end) {
            if (s[i].end > s[kept - 1].end)
                s[kept - 1].end = s[i].end;
        } else {
            s[kept++] = s[i];
        }
    }
    for (uint32_t i = 0; i < kept; i++)
        *words += s[i].end - s[i].begin;
    return kept;
}

static bool find_housework(ngi_answer *a, housework *out)
{
    out->starts = NGI_NEW_ARRAY(&a->arena, uint32_t, a->count + 2);
    out->words = NGI_NEW_ARRAY(&a->arena, uint32_t, a->count + 1);
    size_t all = 0;
    for (uint32_t i = 0; !a->arena.failed && i < a->pair_count; i++) {
        if (!same_site_text(a, &a->pairs[i]))
            continue;
        for (int side = 0; side < 2; side++)
            out->starts[a->pairs[i].story[side] + 2] += a->pairs[i].passage_count;
        all += 2 * (size_t)a->pairs[i].passage_count;
    }
    out->stretches = ngi_arena_alloc(&a->arena, all + 1, sizeof(stretch));
    if (a->arena.failed)
        return false;
    for (uint32_t i = 2; i <= a->count + 1; i++)
        out->starts[i] += out->starts[i - 1];
    for (uint32_t i = 0; i < a->pair_count; i++) {
        const ngi_pair *p = &a->pairs[i];
        for (uint32_t k = 0; same_site_text(a, p) && k < p->passage_count; k++) {
            const ngi_passage *q = &a->passages[p->passage + k];
            out->stretches[out->starts[p->story[0] + 1]++] = (stretch){q->from, q->from_end};
            out->stretches[out->starts[p->story[1] + 1]++] = (stretch){q->to, q->to_end};
        }
    }
    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t begin = out->starts[i], n = out->starts[i + 1] - begin;
        uint32_t kept = tidy(out->stretches + begin, n, &out->words[i]);
        for (uint32_t k = kept; k < n; k++)
            out->stretches[begin + k] = (stretch){UINT32_MAX, UINT32_MAX};
    }
    return true;
}

/* Words of [begin, end) that are the story's own. */
static uint32_t own_words(const housework *h, uint32_t story, uint32_t begin, uint32_t end)
{
    uint32_t own = end - begin;
    for (uint32_t i = h->starts[story]; i < h->starts[story + 1]; i++) {
        const stretch *s = &h->stretches[i];
        if (s->begin >= end)
            break;
        uint32_t from = s->begin > begin ? s->begin : begin, to = s->end < end ? s->end : end;
        own -= to > from ? to - from : 0;
    }
    return own;
}

static float strength(const ngi_answer *a, const housework *h, const ngi_pair *p, int side)
{
    uint32_t story = p->story[side], all = a->stories[story]->words - h->words[story];
    double sum = 0;
    bool whole =
        ngi_pair_share(a, p, p->story[0]) > WHOLE && ngi_pair_share(a, p, p->story[1]) > WHOLE;
    if (whole && h->words[story] == 0)
        return ngi_pair_share(a, p, story);
    if (all < LEAST_OWN || all > a->stories[story]->words)
        return 0;
    float quotation = p->passage_count == 1 ? LONE : QUOTATION;
    for (uint32_t k = 0; k < p->passage_count; k++) {
        const ngi_passage *q = &a->passages[p->passage + k];
        uint32_t begin = side == 0 ? q->from : q->to, end = side == 0 ? q->from_end : q->to_end;
        double quoted = (double)(side == 0 ? q->quoted_from : q->quoted_to) / (end - begin);
        double own = own_words(h, story, begin, end);
        sum += quoted > (double)quotation ? own * (1 - quoted) : own;
    }
    return sum > all ? 1 : (float)(sum / all);
}

bool ngi_answer_links(ngi_answer *a)
{
    housework h;
    if (!find_housework(a, &h))
        return false;
    for (uint32_t i = 0; i < a->pair_count; i++) {
        ngi_pair *p = &a->pairs[i];
        p->strength[0] = strength(a, &h, p, 0);
        p->strength[1] = strength(a, &h, p, 1);
        p->linked = ngi_pair_strength(p) >= NGI_LINK;
        if (p->filled && (p->strength[0] >= ALIKE || p->strength[1] >= ALIKE))
            a->filled[p->story[0]] = a->filled[p->story[1]] = 1;
    }
    return true;
}
