/* SPDX-License-Identifier: Apache-2.0 */
/* Labels blocks with the learned model: gradient-boosted trees (Friedman 2001; trained with
 * XGBoost) over the numbers of features.c.
 *
 * Tree by tree over a few rows at a time, so that the rows and the tree's nodes stay in the
 * fastest cache, and four rows in step, so that the processor walks them at once. Most blocks
 * of a page are plainly menus or plainly paragraphs: after the first trees those are settled,
 * and only the rest walk through all. */
#include "stories/model.h"

#include "stories/forest.h"

#include <math.h>

enum { ROWS = 32, IN_STEP = 4 };

/* The next node, below `at`, for a row. */
#define STEP(row, at) (2 * (at) + 1 + ((row)[features[at]] >= thresholds[at]))

/* Adds a tree's leaves to the rows of the list. */
static void add_tree(const ngi_forest *forest, uint32_t tree, const float *rows, size_t width,
                     const uint8_t *list, uint32_t count, float *log_odds)
{
    const uint8_t *features = forest->features + (size_t)tree * NGI_FOREST_NODES;
    const float *thresholds = forest->thresholds + (size_t)tree * NGI_FOREST_NODES;
    const float *leaves = forest->leaves + (size_t)tree * NGI_FOREST_LEAVES - NGI_FOREST_NODES;
    uint32_t i = 0;
    for (; i + IN_STEP <= count; i += IN_STEP) {
        const float *row[IN_STEP];
        uint32_t at[IN_STEP] = {0};
        for (int k = 0; k < IN_STEP; k++)
            row[k] = rows + list[i + (uint32_t)k] * width;
        for (int depth = 0; depth < NGI_FOREST_DEPTH; depth++)
            for (int k = 0; k < IN_STEP; k++)
                at[k] = STEP(row[k], at[k]);
        for (int k = 0; k < IN_STEP; k++)
            log_odds[list[i + (uint32_t)k]] += leaves[at[k]];
    }
    for (; i < count; i++) {
        const float *row = rows + list[i] * width;
        uint32_t at = 0;
        for (int depth = 0; depth < NGI_FOREST_DEPTH; depth++)
            at = STEP(row, at);
        log_odds[list[i]] += leaves[at];
    }
}

static void score_some(const ngi_forest *forest, const float *rows, size_t width, uint32_t count,
                       float *log_odds)
{
    uint8_t list[ROWS]; /* the rows that are not settled */
    for (uint32_t i = 0; i < count; i++) {
        list[i] = (uint8_t)i;
        log_odds[i] = forest->base;
    }
    for (uint32_t t = 0; t < forest->trees && count != 0; t++) {
        if (t >= forest->early) {
            uint32_t kept = 0;
            for (uint32_t i = 0; i < count; i++) {
                float odds = log_odds[list[i]];
                list[kept] = list[i];
                kept += odds >= forest->low && odds <= forest->high;
            }
            count = kept;
        }
        add_tree(forest, t, rows, width, list, count, log_odds);
    }
}

void ngi_forest_score(const ngi_forest *forest, const float *rows, size_t width, size_t count,
                      float *log_odds)
{
    for (size_t i = 0; i < count; i += ROWS)
        score_some(forest, rows + i * width, width, (uint32_t)(count - i < ROWS ? count - i : ROWS),
                   log_odds + i);
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
