/* SPDX-License-Identifier: Apache-2.0 */
/* The learned numbers, as they stand in a file: tables of small whole numbers with a scale
 * each. Weights are kept by hashed features: row = hash of a feature, columns = classes.
 *
 * The file (docs/models.md): "NUTGRAF\n", u32 version, u32 tables, u64 checksum of all that
 * follows, then for each table u32 offset, u32 bytes, f32 scale, u32 0; all little-endian. */
#ifndef NGI_MODEL_H
#define NGI_MODEL_H

#include "base/base.h"

enum {
    NGI_MODEL_VERSION = 1,
    NGI_MODEL_HEAD = 24,  /* bytes before the list of tables */
    NGI_MODEL_ENTRY = 16, /* bytes of a table's entry */

    NGI_TAG_ROOM = 48, /* columns of the tagger */
    NGI_LABEL_ROOM = 32,

    /* rows, as powers of two */
    NGI_TAGGER_BITS = 15,
    NGI_ARCS_BITS = 17,
    NGI_LABELS_BITS = 14,
    NGI_ANCHORS_BITS = 19,
    NGI_ROLES_NODE_BITS = 18,
    NGI_ROLES_EDGE_BITS = 15,
    NGI_LINKS_NODE_BITS = 19,
    NGI_LINKS_EDGE_BITS = 16,
    NGI_WORTH_BITS = 17,

    NGI_WORTH_NUMBERS = 72, /* numbers of a candidate that the trees look at */
};

typedef enum ngi_table {
    NGI_TABLE_TAG_WORDS, /* pairs: hash of a word, its only tag */
    NGI_TABLE_LEMMAS,    /* pairs: hash of a form, hash of its lemma */
    NGI_TABLE_CUES,      /* pairs: hash of a lemma that was an anchor, how often (in 255ths) */
    NGI_TABLE_TAGGER,
    NGI_TABLE_ARCS,
    NGI_TABLE_LABELS,
    NGI_TABLE_ANCHORS,
    NGI_TABLE_ROLES_NODE,
    NGI_TABLE_ROLES_EDGE,
    NGI_TABLE_LINKS_NODE,
    NGI_TABLE_LINKS_EDGE,
    NGI_TABLE_WORTH,     /* of a candidate's words */
    NGI_TABLE_TREES,     /* of a candidate's numbers: ngi_tree_node */
    NGI_TABLE_CHANCES,   /* steps from score to chance: f32 pairs; and the cut */
    NGI_TABLE_COUNT,
} ngi_table;

/* An entry of a table of pairs: open addressing, a power of two of them, key 0 is free. */
typedef struct ngi_pair {
    uint32_t key, value;
} ngi_pair;

/* A node of a boosted tree. Left where the number is at most `cut`, else right. */
typedef struct ngi_tree_node {
    float cut;        /* of a leaf: its value */
    uint16_t feature; /* NGI_TREE_LEAF; NGI_TREE_HEAD: before a tree, `left` is its size */
    uint16_t left;    /* nodes from this one to the left child; the right one comes next */
} ngi_tree_node;

enum { NGI_TREE_LEAF = 0xFFFF, NGI_TREE_HEAD = 0xFFFE };

typedef struct ngi_weights {
    const void *rows;
    uint32_t bytes;
    float scale;
} ngi_weights;

struct ngi_model {
    ngi_weights table[NGI_TABLE_COUNT];
};
typedef struct ngi_model ngi_model;

/* Looks through a model's file and points `out` into it: `file` must stay, and begin at a
 * multiple of 8. NG_ERR_FORMAT when it is cut off, of another kind or version, or damaged. */
NG_MUST_USE ng_status ngi_model_read(ng_slice file, ngi_model *out, ng_error *error);
/* The model that is built in, taken as it is: a test reads it with all checks. */
void ngi_model_builtin(ngi_model *out);
ng_slice ngi_model_builtin_file(void);
/* The checksum of what follows it in a file. */
uint64_t ngi_model_checksum(ng_slice body);

/* The value of `key` in a table of pairs, or 0. */
static inline uint32_t ngi_pair_find(const ngi_weights *w, uint32_t key)
{
    const ngi_pair *pairs = w->rows;
    uint32_t mask = w->bytes / (uint32_t)sizeof *pairs - 1;
    if (w->bytes == 0)
        return 0;
    for (uint32_t i = key & mask, steps = 0; steps <= mask; i = (i + 1) & mask, steps++) {
        if (pairs[i].key == key)
            return pairs[i].value;
        if (pairs[i].key == 0)
            return 0;
    }
    return 0;
}

#endif
