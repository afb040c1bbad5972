/* SPDX-License-Identifier: Apache-2.0 */
/* A linear-chain conditional random field over hashed features, learned by AdaGrad.
 *
 * Each weight has a share that all sets of texts have in common and one for what sets apart
 * the texts that names are to be found in from the others, so that a corpus of other rules helps
 * without its rules being learned. Features are left out at random in training, which spreads
 * what is known over many of them. One thread, a fixed order: the same data, the same weights. */
#ifndef TRAIN_NAMES_CRF_H
#define TRAIN_NAMES_CRF_H

#include "record/names/model.h"
#include "record/record.h"
#include "record/prose.h"

enum { LABELS = NGI_NAME_LABELS, SENTENCE_MOST = 256 };

typedef struct sentence {
    const char *text;      /* of its row; tokens are places in it */
    uint32_t row, count;
    const ngi_token *tokens;
    uint8_t *gold;         /* labels */
    uint32_t *first;       /* count + 1: where each token's features begin */
    float weight;
    bool near;             /* of the texts that names are to be found in */
    bool open;             /* words outside of names may be names of other things */
    uint8_t set;
    uint32_t document;
    bool used;             /* learned from */
} sentence;

typedef struct crf {
    uint32_t *features;    /* of all sentences: numbers */
    uint32_t feature_count; /* different ones */
    uint32_t *seen;        /* how often each is in the sentences learned from */
    float *shared, *apart; /* feature * LABELS */
    float moves[LABELS * LABELS];
} crf;

typedef struct crf_settings {
    int rounds;
    float rate, leave_out, decay, far_weight;
    uint32_t rare; /* features seen less often are not learned */
} crf_settings;

bool crf_learn(crf *model, const crf_settings *settings, const sentence *sentences, uint32_t count);

#endif
