/* SPDX-License-Identifier: Apache-2.0 */
/* Labels blocks with the learned model: gradient-boosted trees (Friedman 2001; trained with
 * XGBoost) over the numbers of features.c.
 *
 * Tree by tree over a few rows at a time, so that the rows and the tree's nodes stay in the
 * fastest cache, and four rows in step, so that the processor walks them at once. Most blocks
 * of a page are plainly menus or plainly paragraphs: after the first trees those are settled,
 * and only the rest walk through all. */
#include "stories/blocks/model.h"

#include "stories/blocks/forest.h"

#include <math.h>

enum { ROWS = 32, IN_STEP = 4 };

/* One step down: the node below `at` where a row goes. */
static inline size_t below(const uint8_t *features, const float *thresholds, size_t at,
                           const float *row)
{
    return 2 * at + 1 + (row[features[at]] >= thresholds[at]);
}

/* Adds a tree's leaves to the rows of the list. The four walks are written out: in an array
 * they would live in memory. */
static void add_tree(const ngi_forest *forest, uint32_t tree, const float *rows, size_t width,
                     const uint8_t *list, uint32_t count, float *log_odds)
{
    const uint8_t *features = forest->features + (size_t)tree * NGI_FOREST_NODES;
    const float *thresholds = forest->thresholds + (size_t)tree * NGI_FOREST_NODES;
    const float *leaves = forest->leaves + (size_t)tree * NGI_FOREST_LEAVES;
    const uint8_t *end = list + count;
    for (; end - list >= IN_STEP; list += IN_STEP) {
        const float *row0 = rows + list[0] * width, *row1 = rows + list[1] * width;
        const float *row2 = rows + list[2] * width, *row3 = rows + list[3] * width;
        size_t at0 = 0, at1 = 0, at2 = 0, at3 = 0;
        for (int depth = 0; depth < NGI_FOREST_DEPTH; depth++) {
            at0 = below(features, thresholds, at0, row0);
            at1 = below(features, thresholds, at1, row1);
            at2 = below(features, thresholds, at2, row2);
            at3 = below(features, thresholds, at3, row3);
        }
        log_odds[list[0]] += leaves[at0 - NGI_FOREST_NODES];
        log_odds[list[1]] += leaves[at1 - NGI_FOREST_NODES];
        log_odds[list[2]] += leaves[at2 - NGI_FOREST_NODES];
        log_odds[list[3]] += leaves[at3 - NGI_FOREST_NODES];
    }
    for (; list < end; list++) {
        const float *row = rows + *list * width;
        size_t at = 0;
        for (int depth = 0; depth < NGI_FOREST_DEPTH; depth++)
            at = below(features, thresholds, at, row);
        log_odds[*list] += leaves[at - NGI_FOREST_NODES];
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
