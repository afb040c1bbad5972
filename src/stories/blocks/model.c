/* SPDX-License-Identifier: Apache-2.0 */
/* Labels blocks with the learned model: gradient-boosted trees (Friedman 2001; trained with
 * XGBoost) over the numbers of features.c.
 *
 * Tree by tree over a few rows at a time, so that the rows and the tree's nodes stay in the
 * fastest cache, and four rows in step, so that the processor walks them at once. Most blocks
 * of a page are plainly menus or plainly paragraphs: after the first trees those are settled,
 * and only the rest, put together anew, walk on. */
#include "stories/blocks/model.h"

#include "stories/blocks/forest.h"

#include <math.h>

enum { ROWS = 32, IN_STEP = 4, AT_ONCE = 512 };

/* A row on its way through the trees. */
typedef struct walk {
    const float *row;
    float odds;
    uint32_t index; /* where its log odds go */
} walk;

/* One tree of a forest. */
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

/* One step down: the node below `at` where a row goes. */
static inline size_t below(const tree_view *t, size_t at, const float *row)
{
    return 2 * at + 1 + (row[t->features[at]] >= t->thresholds[at]);
}

/* The leaves of four rows. The walks are written out: in an array they would live in memory. */
static inline void leaves_of(const tree_view *t, const walk *w, float leaf[IN_STEP])
{
    const float *row0 = w[0].row, *row1 = w[1].row, *row2 = w[2].row, *row3 = w[3].row;
    size_t at0 = 0, at1 = 0, at2 = 0, at3 = 0;
#pragma GCC unroll 6
    for (int depth = 0; depth < NGI_FOREST_DEPTH; depth++) {
        at0 = below(t, at0, row0);
        at1 = below(t, at1, row1);
        at2 = below(t, at2, row2);
        at3 = below(t, at3, row3);
    }
    leaf[0] = t->leaves[at0 - NGI_FOREST_NODES];
    leaf[1] = t->leaves[at1 - NGI_FOREST_NODES];
    leaf[2] = t->leaves[at2 - NGI_FOREST_NODES];
    leaf[3] = t->leaves[at3 - NGI_FOREST_NODES];
}

static float leaf_of(const tree_view *t, const float *row)
{
    size_t at = 0;
    for (int depth = 0; depth < NGI_FOREST_DEPTH; depth++)
        at = below(t, at, row);
    return t->leaves[at - NGI_FOREST_NODES];
}

/* The trees that all rows go through. */
static void walk_all(const ngi_forest *forest, uint32_t trees, walk *w, uint32_t count)
{
    float leaf[IN_STEP];
    for (uint32_t n = 0; n < trees; n++) {
        tree_view t = tree_of(forest, n);
        uint32_t i = 0;
        for (; i + IN_STEP <= count; i += IN_STEP) {
            leaves_of(&t, w + i, leaf);
            for (int k = 0; k < IN_STEP; k++)
                w[i + (uint32_t)k].odds += leaf[k];
        }
        for (; i < count; i++)
            w[i].odds += leaf_of(&t, w[i].row);
    }
}

/* Keeps a row whose log odds are not settled yet, else these. */
static inline uint32_t keep(const ngi_forest *forest, walk *w, uint32_t kept, walk row,
                            float *log_odds)
{
    if (row.odds >= forest->low && row.odds <= forest->high)
        w[kept++] = row;
    else
        log_odds[row.index] = row.odds;
    return kept;
}

/* The trees behind them, for rows that none of these settles. */
static void walk_on(const ngi_forest *forest, walk *w, uint32_t count, float *log_odds)
{
    float leaf[IN_STEP];
    for (uint32_t n = forest->early; n < forest->trees && count != 0; n++) {
        tree_view t = tree_of(forest, n);
        uint32_t i = 0, kept = 0;
        for (; i + IN_STEP <= count; i += IN_STEP) {
            leaves_of(&t, w + i, leaf);
            for (int k = 0; k < IN_STEP; k++) {
                walk row = w[i + (uint32_t)k];
                row.odds += leaf[k];
                kept = keep(forest, w, kept, row, log_odds);
            }
        }
        for (; i < count; i++) {
            walk row = w[i];
            row.odds += leaf_of(&t, row.row);
            kept = keep(forest, w, kept, row, log_odds);
        }
        count = kept;
    }
    for (uint32_t i = 0; i < count; i++)
        log_odds[w[i].index] = w[i].odds;
}

static void score_some(const ngi_forest *forest, const float *rows, size_t width, uint32_t count,
                       float *log_odds)
{
    walk walks[AT_ONCE];
    uint32_t first = forest->early < forest->trees ? forest->early : forest->trees, kept = 0;
    for (uint32_t i = 0; i < count; i++)
        walks[i] = (walk){rows + i * width, forest->base, i};
    for (uint32_t i = 0; i < count; i += ROWS)
        walk_all(forest, first, walks + i, count - i < ROWS ? count - i : ROWS);
    for (uint32_t i = 0; i < count; i++)
        kept = keep(forest, walks, kept, walks[i], log_odds);
    for (uint32_t i = 0; i < kept; i += ROWS)
        walk_on(forest, walks + i, kept - i < ROWS ? kept - i : ROWS, log_odds);
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
