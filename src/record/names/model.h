/* SPDX-License-Identifier: Apache-2.0 */
/* The learned numbers of the name tagger: what they are, and where they are kept.
 *
 * models/names.bin is taken into the library as it is and read in place. A feature is a hash;
 * its row of eight small weights stands in the first free place behind the one that the hash
 * names, and 16 of its bits beside the row tell it from others. No words, no names: hashes
 * and weights. models/names.md is the card, tools/train-names makes the file.
 *
 * Opening looks at the head alone, so that it costs nothing to do so for each story; whatever
 * stands in rows and lexicon is safe to read. ngi_name_model_check() takes the checksum. */
#ifndef NGI_NAMES_MODEL_H
#define NGI_NAMES_MODEL_H

#include "record/names/lexicon.h"

enum {
    NGI_NAME_TYPES = 4,
    NGI_NAME_WEIGHTS = 2 * NGI_NAME_TYPES,    /* of a row: begin and inside of each type */
    NGI_NAME_LABELS = NGI_NAME_WEIGHTS + 1,   /* 0: outside; 1 + 2t: begins; 2 + 2t: goes on */
    NGI_NAME_PROBES = 64,                     /* places that are looked at for a feature */
};

/* The head of the file. All numbers are little-endian. */
typedef struct ngi_name_model_head {
    char magic[8];           /* "NGNAMES1" */
    uint32_t row_bits;       /* 2^row_bits rows */
    uint32_t lexicon_bits;   /* 2^lexicon_bits entries of the lexicon */
    uint32_t unit;           /* what is added up in reading: 2^16 of a weight of training */
    uint32_t checksum;       /* of all that follows the head */
    int16_t moves[NGI_NAME_LABELS * NGI_NAME_LABELS]; /* from label * LABELS + to label */
    int16_t spare[15];
} ngi_name_model_head;

typedef struct ngi_name_model {
    const int16_t *moves;
    const uint16_t *checks;  /* a row's check; 0: the row is empty */
    const int8_t *weights;   /* a row's NGI_NAME_WEIGHTS */
    uint32_t row_mask;
    ngi_name_lexicon lexicon;
} ngi_name_model;

/* False where `bytes` is no such file, or one cut off. Needs 4-byte aligned bytes. */
bool ngi_name_model_open(ng_slice bytes, ngi_name_model *out);
/* Whether the file is the one that was written. */
bool ngi_name_model_check(ng_slice bytes);
/* The checksum of what follows the head. */
uint32_t ngi_name_model_sum(ng_slice bytes);
/* The file inside of the library. */
ng_slice ngi_name_model_bytes(void);

static inline uint32_t ngi_name_row_place(uint32_t feature)
{
    return feature * 0x9E3779B1u >> 8;
}
static inline uint16_t ngi_name_row_check(uint32_t feature)
{
    uint16_t check = (uint16_t)(feature ^ feature >> 16);
    return check == 0 ? 1 : check;
}

/* The weights of a feature, NULL where it has none. */
static inline const int8_t *ngi_name_row(const ngi_name_model *model, uint32_t feature)
{
    uint32_t at = ngi_name_row_place(feature) & model->row_mask;
    uint16_t check = ngi_name_row_check(feature);
    for (int tries = 0; tries < NGI_NAME_PROBES; tries++, at = (at + 1) & model->row_mask) {
        if (model->checks[at] == check)
            return model->weights + (size_t)at * NGI_NAME_WEIGHTS;
        if (model->checks[at] == 0)
            return NULL;
    }
    return NULL;
}

#endif
