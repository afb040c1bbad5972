/* SPDX-License-Identifier: Apache-2.0 */
/* Labels blocks with the learned model: gradient-boosted trees (Friedman 2001; trained with
 * XGBoost) over the numbers of features.c.
 *
 * Tree by tree over all rows, so that a tree's nodes stay in the fastest cache. Most blocks
 * of a page are plainly menus or plainly paragraphs: after the first trees those are
 * settled, and only the rest walk through all. */
#include "stories/model.h"

#include "stories/forest.h"

#include <math.h>

static float leaf_of(const ngi_forest *forest, uint32_t tree, const float *row)
{
    const uint8_t *features = forest->features + (size_t)tree * NGI_FOREST_NODES;
    const float *thresholds = forest->thresholds + (size_t)tree * NGI_FOREST_NODES;
    uint32_t at = 0;
    for (int depth = 0; depth < NGI_FOREST_DEPTH; depth++)
        at = 2 * at + 1 + (row[features[at]] >= thresholds[at]);
    return forest->leaves[(size_t)tree * NGI_FOREST_LEAVES + at - NGI_FOREST_NODES];
}

void ngi_forest_score(const ngi_forest *forest, const float *rows, size_t width, size_t count,
                      float *log_odds)
{
    for (size_t i = 0; i < count; i++)
        log_odds[i] = forest->base;
    for (uint32_t t = 0; t < forest->trees; t++)
        for (size_t i = 0; i < count; i++) {
            if (t >= forest->early && (log_odds[i] < forest->low || log_odds[i] > forest->high))
                continue;
            log_odds[i] += leaf_of(forest, t, rows + i * width);
        }
}

bool ngi_model_label(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta,
                     ngi_blocks *blocks, ngi_sketch *sketch)
{
    if (!ngi_features_make(arena, tree, meta, blocks, sketch))
        return false;
    float *log_odds = ngi_arena_alloc(arena, blocks->count, sizeof *log_odds);
    if (log_odds == NULL)
        return false;
    ngi_forest_score(&ngi_block_forest, sketch->rows, NGI_FEATURE_COUNT, blocks->count, log_odds);
    for (uint32_t i = 0; i < blocks->count; i++)
        blocks->items[i].p = 1 / (1 + expf(-log_odds[i]));
    return true;
}
