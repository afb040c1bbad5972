/* SPDX-License-Identifier: Apache-2.0 */
/* Which blocks of a page are alike, the paragraph that most of its text is set in, and the
 * block taken for its headline: see features.h. Shapes are hashes of tag and class, numbered
 * by an open table: linear in the blocks. */
#include "stories/blocks/features_work.h"

#include "base/map.h"

static uint64_t shape_of(const ngi_tree *t, uint32_t node)
{
    ng_slice name = ngi_slice_sub(ngi_attr_value(t, node, NGI_ATTR_CLASS), 0, 80);
    return ngi_shape_hash(name, t->nodes[node].tag);
}

/* Gives equal keys equal small numbers, in order of first sight. */
uint32_t *ngi_number_keys(ngi_arena *arena, const uint64_t *keys, uint32_t n)
{
    uint32_t size = 64;
    while (size < n * 2)
        size *= 2;
    uint32_t *slots = NGI_NEW_ARRAY(arena, uint32_t, size); /* 1 + index of the first */
    uint32_t *ids = NGI_NEW_ARRAY(arena, uint32_t, n + 1);
    uint32_t next = 0;
    if (slots == NULL || ids == NULL)
        return NULL;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = (uint32_t)(keys[i] >> 20) & (size - 1);
        while (slots[at] != 0 && keys[slots[at] - 1] != keys[i])
            at = (at + 1) & (size - 1);
        if (slots[at] == 0) {
            slots[at] = i + 1;
            ids[i] = next++;
        } else {
            ids[i] = ids[slots[at] - 1];
        }
    }
    return ids;
}

static bool tally_up(const ngi_work *w, const uint32_t *ids, ngi_tally *out)
{
    out->count = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    out->mass = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    out->link_mass = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    if (w->arena->failed)
        return false;
    for (uint32_t i = 0; i < w->n; i++) {
        float s = (float)w->blocks[i].words;
        out->count[ids[i]]++;
        out->mass[ids[i]] += s;
        out->link_mass[ids[i]] += s * w->link_share[i];
    }
    return true;
}

bool ngi_find_shapes(ngi_work *w)
{
    const ngi_tree *t = w->tree;
    uint64_t *memo = NGI_NEW_ARRAY(w->arena, uint64_t, t->count); /* 0: not made yet */
    uint64_t *texts = NGI_NEW_ARRAY(w->arena, uint64_t, w->n + 1);
    w->shape1 = NGI_NEW_ARRAY(w->arena, uint64_t, w->n + 1);
    w->shape2 = NGI_NEW_ARRAY(w->arena, uint64_t, w->n + 1);
    if (w->arena->failed)
        return false;
    for (uint32_t i = 0; i < w->n; i++) {
        uint32_t e = w->blocks[i].node;
        uint64_t all = 0;
        for (int k = 0; k < 3; k++, e = t->nodes[e].parent) {
            if (memo[e] == 0)
                memo[e] = shape_of(t, e) | 1;
            all = all * 0x9E3779B97F4A7C15u + memo[e];
            if (k == 0)
                w->shape1[i] = memo[e];
        }
        w->shape2[i] = all ^ all >> 29;
        texts[i] = ngi_shape_hash(w->blocks[i].text, 0);
    }
    w->shape1_id = ngi_number_keys(w->arena, w->shape1, w->n);
    w->shape2_id = ngi_number_keys(w->arena, w->shape2, w->n);
    w->dup_id = ngi_number_keys(w->arena, texts, w->n);
    if (w->arena->failed)
        return false;
    return tally_up(w, w->shape1_id, &w->tally1) && tally_up(w, w->shape2_id, &w->tally2) &&
           tally_up(w, w->dup_id, &w->dup);
}

static uint32_t heaviest(const ngi_work *w, const uint32_t *ids)
{
    float *sums = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    uint32_t best = 0;
    for (int64_t i = w->c0; sums != NULL && i >= 0 && i <= w->c1; i++)
        if (w->is_long[i])
            sums[ids[i]] += (float)w->blocks[i].words;
    for (uint32_t i = 1; sums != NULL && i < w->n; i++)
        if (sums[i] > sums[best])
            best = i;
    return best;
}

bool ngi_find_majority(ngi_work *w)
{
    ngi_majority m = {.known = w->c0 >= 0};
    float sum = 0, count = 0, best = -1;
    w->majority_count = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    if (!m.known || w->majority_count == NULL) {
        w->majority = m;
        return w->majority_count != NULL;
    }
    m.shape1 = heaviest(w, w->shape1_id);
    m.shape2 = heaviest(w, w->shape2_id);
    for (int64_t i = w->c0; i <= w->c1; i++)
        if (w->is_long[i]) {
            sum += (float)w->blocks[i].words;
            count++;
        }
    m.length = sum / (count < 1 ? 1 : count);
    for (int64_t i = w->c0; i <= w->c1; i++) { /* the parent by its own long children's mass */
        uint32_t p = w->tree->nodes[w->blocks[i].node].parent;
        float below = ngi_sum_below(w, w->long_mass, p);
        if (w->is_long[i] && w->shape1_id[i] == m.shape1 && below > best) {
            best = below;
            m.parent = p;
        }
    }
    for (uint32_t i = 0; i < w->n; i++)
        w->majority_count[i + 1] =
            w->majority_count[i] + (w->is_long[i] && w->shape1_id[i] == m.shape1);
    w->majority = m;
    return !w->arena->failed;
}

/* ---- headline ---- */

void ngi_find_headline(ngi_work *w)
{
    float best = 0.5f;
    int64_t h1 = -1;
    w->titled = -1;
    for (uint32_t i = 0; i < w->n; i++) {
        const ngi_look *k = &w->looks[i];
        uint8_t tag = w->tree->nodes[w->blocks[i].node].tag;
        if (tag == NGI_TAG_H1 && h1 < 0)
            h1 = i;
        if (k->word_count < 2 || k->word_count > 40 || w->title_words == 0)
            continue;
        uint32_t hit = 0, distinct = 0;
        for (uint32_t j = 0; j < k->word_count; j++) {
            const ngi_text_word *x = &w->words[k->first_word + j];
            ngi_page_word *p = x->bits & NGI_IN_TITLE ? ngi_page_word_of(w, x->hash, false) : NULL;
            if (p != NULL && p->stamp != 0x40000000u + i) {
                p->stamp = 0x40000000u + i;
                hit++;
            }
            distinct++;
        }
        float both = (float)(distinct + w->title_words - hit);
        float like = (float)hit / (both < 1 ? 1 : both) +
                     (tag == NGI_TAG_H1 || tag == NGI_TAG_H2 ? 0.3f : 0);
        if (like > best + 1e-6f) {
            best = like;
            w->titled = i;
        }
    }
    bool titled_h1 = w->titled >= 0 && w->tree->nodes[w->blocks[w->titled].node].tag == NGI_TAG_H1;
    w->headline = h1 >= 0 && !titled_h1 ? h1 : w->titled;
}
