/* SPDX-License-Identifier: Apache-2.0 */
/* The learned block model: which blocks are main text. See docs/blocks.md. */
#ifndef NGI_MODEL_H
#define NGI_MODEL_H

#include "stories/blocks/blocks.h"
#include "stories/blocks/features.h"
#include "stories/meta/meta.h"

/* Sets p of each block; *sketch gets the numbers it was made from. False when memory is out. */
bool ngi_model_label(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta,
                     ngi_blocks *blocks, ngi_sketch *sketch);

#endif
