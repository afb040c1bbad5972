/* SPDX-License-Identifier: Apache-2.0 */
/* Labels blocks with the learned model: gradient-boosted trees (Friedman 2001; trained with
 * XGBoost) over the numbers of features.c.
 *
 * A few trees at a time over a few rows, so that the rows and the trees' nodes stay in the
 * fastest cache. A row goes down eight trees in step, so that the processor walks them at once;
 * most pages have too few rows in doubt to walk several of these. Most blocks
 * of a page are plainly menus or plainly paragraphs: after the first trees those are settled,
 * and only the rest, put together anew, walk on. */
#include "stories/blocks/model.h"

#include "stories/blocks/forest.h"

#include <math.h>

enum { ROWS = 32, IN_STEP = 8, AT_ONCE = 512 };

/* A row on its way through the trees. */
typedef struct walk {
    const float *row;
    float odds;
    uint32_t index; /* where its log odds go */
} walk;

/* Trees that follow one another. */
typedef struct tree_view {
    const uint8_t *features;
    const float *thresholds, *leaves;
} tree_view;

static tree_view tree_of(const ngi_forest *forest, uint32_t tree)
{
    return (tree_view){.features = forest->features + (size_t)tree * NGI_FOREST_NODES,
                       .thresholds = forest->thresholds + (size_t)tree * NGI_FOREST_NODES,
                       .leaves = forest->leaves + (size_t)tree * NGI_FOREST_LEAVES};
}

/* One step down the nth tree: the node below `at` where a row goes. */
static inline size_t below(const tree_view *t, size_t n, size_t at, const float *row)
{
    size_t node = n * NGI_FOREST_NODES + at;
    return 2 * at + 1 + (row[t->features[node]] >= t->thresholds[node]);
}

static inline float leaf_at(const tree_view *t, size_t n, size_t at)
{
    return t->leaves[n * NGI_FOREST_LEAVES + at - NGI_FOREST_NODES];
}

/* A row's leaves in eight trees. The walks are written out: in an array they would live in
 * memory. */
static inline void leaves_of(const tree_view *t, const float *row, float leaf[IN_STEP])
{
    size_t at0 = 0, at1 = 0, at2 = 0, at3 = 0, at4 = 0, at5 = 0, at6 = 0, at7 = 0;
#pragma GCC unroll 6
    for (int depth = 0; depth < NGI_FOREST_DEPTH; depth++) {
        at0 = below(t, 0, at0, row);
        at1 = below(t, 1, at1, row);
        at2 = below(t, 2, at2, row);
        at3 = below(t, 3, at3, row);
        at4 = below(t, 4, at4, row);
        at5 = below(t, 5, at5, row);
        at6 = below(t, 6, at6, row);
        at7 = below(t, 7, at7, row);
    }
    leaf[0] = leaf_at(t, 0, at0);
    leaf[1] = leaf_at(t, 1, at1);
    leaf[2] = leaf_at(t, 2, at2);
    leaf[3] = leaf_at(t, 3, at3);
    leaf[4] = leaf_at(t, 4, at4);
    leaf[5] = leaf_at(t, 5, at5);
    leaf[6] = leaf_at(t, 6, at6);
    leaf[7] = leaf_at(t, 7, at7);
}

/* The same for the last trees of a forest, fewer than eight. */
static void few_leaves_of(const tree_view *t, uint32_t trees, const float *row, float leaf[IN_STEP])
{
    for (uint32_t n = 0; n < trees; n++) {
        size_t at = 0;
        for (int depth = 0; depth < NGI_FOREST_DEPTH; depth++)
            at = below(t, n, at, row);
        leaf[n] = leaf_at(t, n, at);
    }
}

static bool is_settled(const ngi_forest *forest, float odds)
{
    return odds < forest->low || odds > forest->high;
}

/* The trees [from, to) for some rows; with `settle` a row goes no further than to the tree that
 * settles it. Returns how many rows are left, which then stand first. */
static uint32_t walk_some(const ngi_forest *forest, uint32_t from, uint32_t to, bool settle,
                          walk *w, uint32_t count, float *log_odds)
{
    float leaf[IN_STEP];
    for (uint32_t n = from; n < to && count != 0; n += IN_STEP) {
        tree_view t = tree_of(forest, n);
        uint32_t trees = to - n < IN_STEP ? to - n : IN_STEP, kept = 0;
        for (uint32_t i = 0; i < count; i++) {
            walk row = w[i];
            bool settled = false;
            if (trees == IN_STEP)
                leaves_of(&t, row.row, leaf);
            else
                few_leaves_of(&t, trees, row.row, leaf);
            for (uint32_t k = 0; k < trees && !settled; k++) {
                row.odds += leaf[k];
                settled = settle && is_settled(forest, row.odds);
            }
            if (settled)
                log_odds[row.index] = row.odds;
            else
                w[kept++] = row;
        }
        count = kept;
    }
    return count;
}

/* Keeps of some walks those that the early trees have not settled. */
static uint32_t keep_doubtful(const ngi_forest *forest, walk *w, uint32_t count, float *log_odds)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (is_settled(forest, w[i].odds))
            log_odds[w[i].index] = w[i].odds;
        else
            w[kept++] = w[i];
    }
    return kept;
}

static void score_some(const ngi_forest *forest, const float *rows, size_t width, uint32_t count,
                       float *log_odds)
{
    walk walks[AT_ONCE];
    uint32_t early = forest->early < forest->trees ? forest->early : forest->trees;
    for (uint32_t i = 0; i < count; i++)
        walks[i] = (walk){rows + i * width, forest->base, i};
    for (uint32_t i = 0; i < count; i += ROWS)
        walk_some(forest, 0, early, false, walks + i, count - i < ROWS ? count - i : ROWS,
                  log_odds);
    uint32_t kept = keep_doubtful(forest, walks, count, log_odds);
    for (uint32_t i = 0; i < kept; i += ROWS) {
        uint32_t some = kept - i < ROWS ? kept - i : ROWS;
        some = walk_some(forest, early, forest->trees, true, walks + i, some, log_odds);
        for (uint32_t k = i; k < i + some; k++)
            log_odds[walks[k].index] = walks[k].odds;
    }
}

void ngi_forest_score(const ngi_forest *forest, const float *rows, size_t width, size_t count,
                      float *log_odds)
{
    for (size_t i = 0; i < count; i += AT_ONCE)
        score_some(forest, rows + i * width, width,
                   (uint32_t)(count - i < AT_ONCE ? count - i : AT_ONCE), log_odds + i);
}

/* The chance of a block without a row: furniture. What stands beyond the rows of a huge page is
 * judged by its looks. */
static float rough_chance(const ngi_block *b, bool beyond)
{
    bool prose = b->words >= 12 && b->link_chars * 5 < b->text.len * 2 && !b->hidden;
    return beyond && prose ? 0.8f : 0.006f; /* the mean that the model gives to menus */
}

bool ngi_model_label(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta,
                     ngi_blocks *blocks, ngi_sketch *sketch)
{
    if (!ngi_features_make(arena, tree, meta, blocks, NGI_FEATURES_OF_DOUBTFUL, sketch))
        return false;
    float *log_odds = ngi_arena_alloc(arena, sketch->row_count, sizeof *log_odds);
    if (log_odds == NULL)
        return false;
    ngi_forest_score(&ngi_block_forest, sketch->rows, NGI_FEATURE_COUNT, sketch->row_count,
                     log_odds);
    for (uint32_t i = 0, row = 0; i < blocks->count; i++) {
        if (row < sketch->row_count && sketch->row_block[row] == i)
            blocks->items[i].p = 1 / (1 + expf(-log_odds[row++]));
        else
            blocks->items[i].p = rough_chance(&blocks->items[i], row == NGI_ROWS_MAX);
    }
    return true;
}
