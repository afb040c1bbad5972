/* SPDX-License-Identifier: Apache-2.0 */
/* What a page is: a story, a list, or something else; and where to cut its blocks. */
#ifndef NGI_KIND_H
#define NGI_KIND_H

#include "stories/blocks/features.h"
#include "stories/blocks/forest.h"

/* What the page model looks at: sums over the blocks and their chance of being main text. */
/* clang-format off */
#define NGI_KIND_FEATURE_LIST(X) \
    X(words) X(share) X(certain) X(blocks) X(length) X(links) X(items) X(cells) X(paragraphs) \
    X(ends) X(headings) X(linked) X(titled) X(dates) X(times) X(inside) X(doubt) X(alike) \
    X(questions) X(code) X(digits) X(classes) X(texts) X(bold) X(linkblocks) \
    X(pg_n) X(pg_tot) X(pg_ptot) X(pg_body) X(pg_article) X(pg_product) X(pg_forum) X(pg_og) \
    X(pg_sc) X(pg_cm) X(pg_long) X(pg_cc) X(pg_h)
/* clang-format on */

typedef enum ngi_kind_feature {
#define NGI_KIND_ENUM(name) NGI_K_##name,
    NGI_KIND_FEATURE_LIST(NGI_KIND_ENUM)
#undef NGI_KIND_ENUM
        NGI_KIND_FEATURE_COUNT
} ngi_kind_feature;

/* Fills out[NGI_KIND_FEATURE_COUNT] of labelled blocks. False when memory is out. */
bool ngi_kind_features(ngi_arena *arena, const ngi_blocks *blocks, const ngi_sketch *sketch,
                       float *out);

typedef struct ngi_kind_guess {
    float article, list; /* chances; what is left is neither */
    bool says_article;   /* the page says that it is one, or is set like a short one */
    float cut_article;   /* cut for a story's body */
    float cut_page;      /* cut with the best expected word F1 of this page */
} ngi_kind_guess;

/* The chances, from blocks as the model labelled them. False when memory is out. */
bool ngi_kind_find(ngi_arena *arena, const ngi_blocks *blocks, const ngi_sketch *sketch,
                   ngi_kind_guess *out);
/* The cuts, from the blocks' chances as they are to be cut. False when memory is out. */
bool ngi_kind_cuts(ngi_arena *arena, const ngi_blocks *blocks, ngi_kind_guess *guess);

extern const ngi_forest ngi_article_forest, ngi_list_forest; /* models/kind.c */

#endif
