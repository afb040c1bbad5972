/* SPDX-License-Identifier: Apache-2.0 */
/* Gradient-boosted trees as flat arrays: complete trees of one depth, so that a walk is a
 * few additions without a branch. Trained by tools/train, kept in models/. */
#ifndef NGI_FOREST_H
#define NGI_FOREST_H

#include <stddef.h>
#include <stdint.h>

enum { NGI_FOREST_DEPTH = 6, NGI_FOREST_NODES = 63, NGI_FOREST_LEAVES = 64 };

typedef struct ngi_forest {
    uint32_t trees;
    float base;              /* log odds before the first tree */
    const uint8_t *features; /* trees * NODES: what is compared */
    const float *thresholds; /* trees * NODES: at or above goes right */
    const float *leaves;     /* trees * LEAVES: added to the log odds */
    uint32_t early;          /* after so many trees, rows below `low` or above `high` are settled */
    float low, high;
} ngi_forest;

/* Sets the log odds of `count` rows of `width` numbers each. */
void ngi_forest_score(const ngi_forest *forest, const float *rows, size_t width, size_t count,
                      float *log_odds);

extern const ngi_forest ngi_block_forest; /* models/blocks.c */

#endif
