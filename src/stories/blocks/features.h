/* SPDX-License-Identifier: Apache-2.0 */
/* What the block model looks at: about 200 numbers a block. docs/blocks.md tells what each
 * group is worth. The list is shared by the program and the training, so that both always
 * mean the same thing. */
#ifndef NGI_FEATURES_H
#define NGI_FEATURES_H

#include "stories/blocks/blocks.h"
#include "stories/meta/meta.h"

/* clang-format off */
#define NGI_FEATURE_LIST(X) \
    /* text shape */ \
    X(lw) X(lc) X(avgw) X(ld) X(nlinks) X(bold) X(em) X(time) X(endp) X(colon) X(ell) X(comma) \
    X(digit) X(upper) X(allcap) X(quote) X(sent) X(sym) X(date) X(lowst) X(quest) X(fun) X(dup) \
    X(paren) X(at) \
    /* tag, parent's tag, ancestors */ \
    X(t_p) X(t_div) X(t_li) X(t_h1) X(t_h2) X(t_h3) X(t_h4) X(t_td) X(t_figcap) X(t_quote) \
    X(t_pre) X(t_dd) X(t_button) X(t_section) X(t_other) \
    X(pt_div) X(pt_section) X(pt_article) X(pt_main) X(pt_li) X(pt_list) X(pt_row) X(pt_quote) \
    X(pt_figure) X(pt_aside) X(pt_header) X(pt_footer) X(pt_nav) X(pt_form) X(pt_body) \
    X(a_article) X(a_main) X(a_header) X(a_footer) X(a_nav) X(a_aside) X(a_form) X(a_figure) \
    X(a_table) X(a_list) X(a_li) X(a_quote) X(a_section) X(a_details) X(a_button) X(a_dialog) \
    X(a_dl) X(a_noscript) X(a_a) X(a_address) X(hid) X(ib) X(depth) \
    /* masses of self and four ancestors */ \
    X(pm0) X(pm1) X(pm2) X(pm3) X(pm4) X(al0) X(al1) X(al2) X(al3) X(al4) \
    X(n0) X(n1) X(n2) X(n3) X(n4) X(pc0) X(pc1) X(pc2) X(pc3) X(pc4) \
    /* the main container */ \
    X(c_up) X(c_down) X(c_par) X(c_before) X(c_after) X(c_pos) X(c_end) X(c_beg) \
    /* blocks of the same shape */ \
    X(s1n) X(s1m) X(s2n) X(s2m) X(s2len) X(s2ld) \
    /* place, headline, title, description */ \
    X(pos) X(mpos) X(h1d) X(h1m) X(istitle) X(tsim) X(tin) X(dsim) X(din) X(dpre) X(deq) X(jb) \
    /* neighbours */ \
    X(lwb3) X(lwb2) X(lwb1) X(lwa1) X(lwa2) X(lwa3) X(ldb3) X(ldb2) X(ldb1) X(lda1) X(lda2) X(lda3) \
    X(spb3) X(spb2) X(spb1) X(spa1) X(spa2) X(spa3) X(tpb2) X(tpb1) X(tpa1) X(tpa2) \
    X(epb2) X(epb1) X(epa1) X(epa2) \
    X(pld) X(plu) X(plv) X(plc) X(nld) X(nlu) X(nlv) X(nlc) X(win) \
    /* the majority paragraph */ \
    X(mk1) X(mk2) X(mpar) X(mrel) X(mkb) X(mka) X(byb) X(bya) X(imgb) X(imga) X(imgn) \
    X(nls1) X(nls2) X(pre2) X(kids) X(sibs) X(firstc) X(lastc) \
    /* class and id words; words of the text */ \
    X(x0min) X(x0max) X(x0mean) X(x1min) X(x1max) X(x1mean) X(x2min) X(x2max) X(x2mean) \
    X(wmin) X(wmax) X(wmean) \
    /* the page */ \
    X(pg_n) X(pg_tot) X(pg_ptot) X(pg_body) X(pg_article) X(pg_product) X(pg_forum) X(pg_og) \
    X(pg_sc) X(pg_cm) X(pg_long) X(pg_cc) X(pg_h) X(pg_news) X(pg_dated) X(pg_times)
/* clang-format on */

typedef enum ngi_feature {
#define NGI_FEATURE_ENUM(name) NGI_F_##name,
    NGI_FEATURE_LIST(NGI_FEATURE_ENUM)
#undef NGI_FEATURE_ENUM
        NGI_FEATURE_COUNT
} ngi_feature;

extern const char *const ngi_feature_names[NGI_FEATURE_COUNT];

/* A list of hashed words of one element's class, id and the like. */
typedef struct ngi_tokens {
    const uint32_t *hashes;
    uint32_t count;
} ngi_tokens;

/* What the features were made from that later steps and the training need as well. */
typedef struct ngi_sketch {
    float *rows;         /* row_count rows of NGI_FEATURE_COUNT */
    uint32_t *row_block; /* per row: its block, in order */
    uint32_t row_count;
    bool *dated;                   /* per block: a date, a year or a time stands in it */
    float page[NGI_FEATURE_COUNT]; /* the numbers that all rows share; else 0 */
    uint32_t container;            /* the main container's node; 0 where there is none */
    uint32_t headline;             /* the block taken for the page's headline, or UINT32_MAX */
    uint64_t *shape; /* per block: hash of tag and class of self, parent, grandparent */
} ngi_sketch;

typedef enum ngi_features_of {
    NGI_FEATURES_OF_ALL,      /* a row for each block */
    NGI_FEATURES_OF_DOUBTFUL, /* none for obvious furniture, nor beyond NGI_ROWS_MAX */
} ngi_features_of;

/* The most blocks of a page that get rows: its first ones. Of 127 pages the longest has 1,727. */
enum { NGI_ROWS_MAX = 20000 };

/* Computes the features of blocks. False when memory is out. */
bool ngi_features_make(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta,
                       const ngi_blocks *blocks, ngi_features_of which, ngi_sketch *out);

/* Whether an attribute of this name names an element of this tag: its class, id, data-testid,
 * data-component, itemprop, role, data-type. */
bool ngi_names_element(uint8_t name, uint8_t tag);
/* The hashed words of an element: of the attributes that name it (a custom element's own name
 * too), and each two that follow one another. At most NGI_TOKENS_MAX. */
enum { NGI_TOKENS_MAX = 64 };
uint32_t ngi_tokens_of(const ngi_tree *tree, uint32_t node, uint32_t out[NGI_TOKENS_MAX]);
/* The hashed words of a text's first bytes, lower case, and each two that follow one
 * another. At most NGI_WORDS_MAX. */
enum { NGI_WORDS_MAX = 80, NGI_WORDS_BYTES = 400 };
uint32_t ngi_text_tokens(ng_slice text, uint32_t out[NGI_WORDS_MAX]);
/* The hash of two words that follow one another. */
uint32_t ngi_pair_token(uint32_t a, uint32_t b);

#endif
