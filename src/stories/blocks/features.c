/* SPDX-License-Identifier: Apache-2.0 */
/* Computes the numbers that the block model looks at: see features.h and docs/blocks.md.
 *
 * look.c looks at the texts, elements.c at what stands around them, shapes.c finds what is
 * alike; rows.c makes a row of numbers of that for each block. Two thirds of the blocks of a
 * news page are menus, footers and short links far from all text: they get no row. */
#include "stories/blocks/features_work.h"

const char *const ngi_feature_names[NGI_FEATURE_COUNT] = {
#define NGI_FEATURE_NAME(name) #name,
    NGI_FEATURE_LIST(NGI_FEATURE_NAME)
#undef NGI_FEATURE_NAME
};

static bool find_nearest_long(ngi_work *w)
{
    int32_t last = -1;
    w->long_before = NGI_NEW_ARRAY(w->arena, int32_t, w->n + 1);
    w->long_after = NGI_NEW_ARRAY(w->arena, int32_t, w->n + 1);
    if (w->arena->failed)
        return false;
    for (uint32_t i = 0; i < w->n; i++) {
        w->long_before[i] = last;
        if (w->is_long[i] && w->blocks[i].words >= 15)
            last = (int32_t)i;
    }
    last = -1;
    for (uint32_t i = w->n; i-- > 0;) {
        w->long_after[i] = last;
        if (w->is_long[i] && w->blocks[i].words >= 15)
            last = (int32_t)i;
    }
    return true;
}

/* How often the block's first two words begin a short block. */
static bool begin_features(const ngi_work *w, ngi_sketch *out)
{
    uint64_t *keys = NGI_NEW_ARRAY(w->arena, uint64_t, w->n + 1);
    float *counts = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    if (keys == NULL || counts == NULL)
        return false;
    for (uint32_t i = 0; i < w->n; i++) {
        const ngi_look *k = &w->looks[i];
        const ngi_text_word *x = &w->words[k->first_word];
        keys[i] = k->word_count == 0 ? 1 : (uint64_t)x[0].hash << 32 | x[k->word_count > 1].hash;
        keys[i] *= 0x9E3779B97F4A7C15u;
    }
    uint32_t *ids = ngi_number_keys(w->arena, keys, w->n);
    if (ids == NULL)
        return false;
    for (uint32_t i = 0; i < w->n; i++)
        counts[ids[i]] += w->blocks[i].words < 30;
    for (uint32_t r = 0; r < out->row_count; r++) {
        uint32_t i = out->row_block[r];
        out->rows[(size_t)r * NGI_FEATURE_COUNT + NGI_F_pre2] =
            w->blocks[i].words < 30 ? ngi_least(9, counts[ids[i]]) : 0;
    }
    return true;
}

static bool prepare(ngi_work *w)
{
    if (!ngi_look_at_texts(w) || !ngi_look_at_elements(w) || ngi_arena_is_up(w->arena) ||
        !ngi_sum_up(w) || !ngi_look_at_claims(w) || !ngi_find_shapes(w))
        return false;
    ngi_find_container(w);
    ngi_find_headline(w);
    return ngi_find_majority(w) && find_nearest_long(w);
}

/* Whether a page says that it is a news article, and has the text of one. Shops and forums say
 * that they are articles, but of no news. */
static bool is_plain_news(const ngi_work *w, const float *page)
{
    return page[NGI_F_pg_news] != 0 && w->c0 >= 0 && w->long_total > 200 &&
           w->long_total > 0.3f * w->total;
}

/* A first look: whether a block is no main text without any doubt. Of menus, of footers outside
 * articles, and on plain news of the short lines far from all long text, 2 of 3 blocks of news
 * pages, the model gave none a chance above 0.2. */
static bool is_obvious(const ngi_work *w, uint32_t i, bool plain)
{
    const ngi_node *nodes = w->tree->nodes, *own = &nodes[w->blocks[i].node];
    uint32_t up = w->ancestors[own->parent];
    bool footer = (up >> NGI_A_FOOTER & 1) != 0 && (up >> NGI_A_ARTICLE & 1) == 0;
    bool heading = own->tag >= NGI_TAG_H1 && own->tag <= NGI_TAG_H6;
    bool outside = (int64_t)i < w->c0 || (int64_t)i > w->c1;
    uint32_t from = i < 5 ? 0 : i - 5, to = i + 6 > w->n ? w->n : i + 6;
    return (up >> NGI_A_NAV & 1) != 0 || footer ||
           (plain && outside && w->blocks[i].words <= 8 && !heading &&
            w->long_count[to] == w->long_count[from]);
}

static bool choose_rows(const ngi_work *w, ngi_sketch *out)
{
    out->row_block = ngi_arena_alloc(w->arena, (size_t)w->n + 1, sizeof *out->row_block);
    out->dated = ngi_arena_alloc(w->arena, (size_t)w->n + 1, sizeof *out->dated);
    if (w->arena->failed)
        return false;
    bool plain = is_plain_news(w, out->page);
    for (uint32_t i = 0; i < w->n; i++) {
        out->dated[i] = w->looks[i].date;
        if (w->all || (out->row_count < NGI_ROWS_MAX && !is_obvious(w, i, plain)))
            out->row_block[out->row_count++] = i;
    }
    out->rows =
        ngi_arena_alloc(w->arena, (size_t)out->row_count * NGI_FEATURE_COUNT, sizeof *out->rows);
    return !w->arena->failed;
}

bool ngi_features_make(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta,
                       const ngi_blocks *blocks, ngi_features_of which, ngi_sketch *out)
{
    ngi_work w = {.arena = arena,
                  .tree = tree,
                  .meta = meta,
                  .blocks = blocks->items,
                  .n = blocks->count,
                  .all = which == NGI_FEATURES_OF_ALL};
    *out = (ngi_sketch){.headline = UINT32_MAX};
    if (w.n == 0)
        return true;
    if (!prepare(&w))
        return false;
    ngi_page_features(&w, out->page);
    if (!choose_rows(&w, out) || !ngi_weigh_names(&w, out->row_block, out->row_count))
        return false;
    for (uint32_t r = 0; r < out->row_count; r++) {
        float *row = out->rows + (size_t)r * NGI_FEATURE_COUNT;
        if (r % 1024 == 0 && ngi_arena_is_up(arena))
            return false;
        memcpy(row, out->page, sizeof out->page);
        ngi_row_make(&w, out->row_block[r], row);
    }
    out->container = w.container;
    out->headline = w.headline < 0 ? UINT32_MAX : (uint32_t)w.headline;
    out->shape = w.shape2;
    return begin_features(&w, out) && !arena->failed;
}
