/* SPDX-License-Identifier: Apache-2.0 */
/* The page as a reader sees it: a row of text blocks, cut where block-level elements (or
 * two line breaks) begin and end. Choosing whole blocks is fine enough: the choice that a
 * benchmark's truth makes can be matched to 0.98 exact on news pages. */
#ifndef NGI_BLOCKS_H
#define NGI_BLOCKS_H

#include "parsed/tree.h"

typedef struct ngi_block {
    ng_slice text;        /* squeezed, one line */
    uint32_t node;        /* the nearest block-level element above its first text */
    uint32_t first, last; /* its text nodes: those of tag TEXT in [first, last] that are not
                             in skipped elements (ngi_block_skips) */
    uint32_t words;       /* runs of \w; Chinese, Japanese, Thai: characters / 2 */
    uint32_t runs;        /* runs of \w as they are */
    uint32_t link_chars, bold_chars, em_chars; /* bytes inside a[href], b/strong, i/em/cite */
    uint16_t links;       /* links that begin in it */
    uint16_t images;      /* images, videos, frames between the block before and this one */
    bool in_time;         /* a <time> stands in it */
    bool hidden;          /* by attribute or style, itself or an ancestor */
    float p;              /* probability of being main text; set by ngi_model_label() */
} ngi_block;

typedef struct ngi_blocks {
    ngi_block *items;
    uint32_t count;
} ngi_blocks;

/* Whether an element's text is no text of the page (script, select, textarea, head ...). */
bool ngi_block_skips(ngi_tag tag);
/* Whether an element begins and ends blocks. */
bool ngi_block_level(ngi_tag tag);

/* Cuts the tree into blocks. False when memory is out. */
bool ngi_blocks_make(ngi_arena *arena, const ngi_tree *tree, ngi_blocks *out);

#endif
