/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that compute features share: features.c, look.c, elements.c, shapes.c and
 * rows.c. One ngi_work holds all that is known of a page while its rows are made. */
#ifndef NGI_FEATURES_WORK_H
#define NGI_FEATURES_WORK_H

#include "stories/blocks/features.h"

#include "base/utf8.h"

/* One word of a block's text. */
typedef struct ngi_text_word {
    uint32_t hash;  /* of the folded letters */
    uint32_t token; /* the same with all digits alike: its place in the lexicon */
    uint8_t length; /* characters, at most 255 */
    bool upper;     /* begins with a capital */
    uint8_t bits;   /* what it is on this page: NGI_IN_TITLE ... */
} ngi_text_word;

/* What one look at a block's text tells. */
typedef struct ngi_look {
    uint32_t first_word, word_count; /* in work.words */
    uint32_t chars, commas, digits, sentences, symbols, capitals, letters;
    bool ends, colon, ellipsis, quote, lower_start, question, date, paren, at;
} ngi_look;

/* Log odds of the class words of an element, summed down the tree. */
typedef struct ngi_odds {
    float min, max, sum;
    uint32_t count;
} ngi_odds;

enum { NGI_DESCRIPTIONS = 4 };
enum { /* bits of a page word */
       NGI_IN_TITLE = 1,
       NGI_IN_DESCRIPTION = 2, /* shifted by the description's number */
       NGI_IS_FUNCTION = 64,
};

typedef struct ngi_page_word {
    uint32_t hash, count, stamp;
    uint8_t bits;
} ngi_page_word;

/* Sums over the blocks of one shape. */
typedef struct ngi_tally {
    float *count, *mass, *link_mass;
} ngi_tally;

/* The majority paragraph: the shape, path and parent of most of the container's long text. */
typedef struct ngi_majority {
    uint32_t shape1, shape2, parent;
    float length;
    bool known;
} ngi_majority;

typedef struct ngi_work {
    ngi_arena *arena;
    const ngi_tree *tree;
    const ngi_meta *meta;
    const ngi_block *blocks;
    uint32_t n;
    bool all; /* rows are wanted for menus too */
    ngi_text_word *words;
    ngi_look *looks;
    ngi_page_word *table; /* open addressing, a power of two */
    uint32_t table_size;
    float *log_words, *link_share; /* per block */
    uint32_t *before;              /* per node: number of blocks whose text begins before it */
    float *mass, *link_mass, *long_mass, *long_count; /* prefix sums over blocks */
    float *date_count;                                /* the same, of short blocks with a date */
    float *majority_count;                            /* the same, of the majority's long blocks */
    float *score;                                     /* per node: points as main container */
    uint32_t *ancestors;       /* per node: bits of tags and roles above and at it */
    uint8_t *state;            /* per node: 2 in an itemprop=articleBody */
    uint16_t *kids;            /* per node: element children */
    ngi_odds *odds[3];         /* per node and level; level 2 is summed over all above */
    uint64_t *shape1, *shape2; /* per block */
    uint32_t *shape1_id, *shape2_id;
    uint32_t *dup_id;
    ngi_tally tally1, tally2, dup;
    ngi_majority majority;
    bool *is_long;
    int32_t *long_before, *long_after;
    uint32_t *body_grams; /* hashes of JSON-LD body's three words, open addressing */
    uint32_t body_size;
    uint32_t body_words;
    ng_slice descriptions[NGI_DESCRIPTIONS];
    uint32_t description_words[NGI_DESCRIPTIONS];
    ng_slice description_plain[NGI_DESCRIPTIONS];
    uint32_t description_count, title_words;
    uint32_t container;
    int64_t headline, titled; /* blocks, or -1 */
    int64_t c0, c1;           /* first and last long block of the container, or -1 */
    float total, long_total;
} ngi_work;

/* clang-format off */
enum { /* bits of work.ancestors, in the order of the a_ features */
    NGI_A_ARTICLE, NGI_A_MAIN, NGI_A_HEADER, NGI_A_FOOTER, NGI_A_NAV, NGI_A_ASIDE, NGI_A_FORM,
    NGI_A_FIGURE, NGI_A_TABLE, NGI_A_LIST, NGI_A_LI, NGI_A_QUOTE, NGI_A_SECTION, NGI_A_DETAILS,
    NGI_A_BUTTON, NGI_A_DIALOG, NGI_A_DL, NGI_A_NOSCRIPT, NGI_A_A, NGI_A_ADDRESS, NGI_A_COUNT
};
/* clang-format on */

/* log(1 + x) to within 0.002, for scaling only: the exponent's bits, and a parabola that
 * meets log2 at both ends of the mantissa's range. */
static inline float ngi_log1(float x)
{
    float y = x + 1, m;
    uint32_t bits;
    if (x <= 0)
        return 0;
    memcpy(&bits, &y, sizeof bits);
    int exponent = (int)(bits >> 23) - 127;
    bits = (bits & 0x7FFFFF) | 0x3F800000;
    memcpy(&m, &bits, sizeof m);
    m -= 1;
    return ((float)exponent + m * (1.3465f - 0.3465f * m)) * 0.69314718f;
}

static inline float ngi_share_of(float a, float b)
{
    return a / (b < 1 ? 1 : b);
}

static inline float ngi_least(float a, float b)
{
    return a < b ? a : b;
}

static inline float ngi_sum_below(const ngi_work *w, const float *prefix, uint32_t node)
{
    return prefix[w->before[w->tree->nodes[node].end]] - prefix[w->before[node]];
}

/* look.c: looks at the texts of all blocks; marks the words that the page's titles,
 * descriptions and long blocks have, and reads the claimed body. False when memory is out. */
bool ngi_look_at_texts(ngi_work *work);
bool ngi_look_at_claims(ngi_work *work);
/* look.c: the word of the page's table with that hash, or NULL. */
ngi_page_word *ngi_page_word_of(ngi_work *work, uint32_t hash, bool make);
/* look.c: whether the claimed body has these three words in a row. */
bool ngi_body_has(const ngi_work *work, const ngi_text_word words[3]);

/* elements.c: what elements hand down to what is in them; sums over blocks; the container. */
bool ngi_look_at_elements(ngi_work *work);
bool ngi_sum_up(ngi_work *work);
/* The odds, by their names, of the elements of some blocks and of all above these. */
bool ngi_weigh_names(ngi_work *work, const uint32_t *blocks, uint32_t count);
void ngi_find_container(ngi_work *work);
/* elements.c: the odds of hashed words by one level of the lexicon. */
ngi_odds ngi_odds_of(const uint32_t *hashes, uint32_t count, int level);

/* shapes.c: which blocks are alike; the majority paragraph; the headline. */
bool ngi_find_shapes(ngi_work *work);
bool ngi_find_majority(ngi_work *work);
void ngi_find_headline(ngi_work *work);
/* shapes.c: equal keys get equal small numbers, in order of first sight. NULL: memory is out. */
uint32_t *ngi_number_keys(ngi_arena *arena, const uint64_t *keys, uint32_t n);

/* rows.c: the numbers that all blocks of a page share, and those of block i. */
void ngi_page_features(const ngi_work *work, float *row);
void ngi_row_make(ngi_work *work, uint32_t i, float *row);

#endif
