/* SPDX-License-Identifier: Apache-2.0 */
/* Training of the record's models (models/record.md): what its steps share.
 *
 * Everything is done in one order from fixed seeds; threads work on folds that share nothing,
 * so that the file is the same to the bit each time. Features come from the library itself. */
#ifndef LEARN_H
#define LEARN_H

#include "record/learned/candidates.h"
#include "record/learned/parser.h"

#include <stdio.h>

void die(const char *what, const char *which) __attribute__((noreturn));
void *need(void *pointer);
double seconds(void);

/* ---- chance ---- */

typedef struct rng {
    uint64_t state;
} rng;
uint32_t rng_next(rng *r);
void rng_shuffle(rng *r, uint32_t *items, uint32_t count);
/* Drops a share of the rows. */
uint32_t rng_drop(rng *r, uint32_t *rows, uint32_t count, float share);

/* ---- tables of weights ---- */

enum { FEW_CLIPPED = 100000, MANY_CLIPPED = 300 };

typedef struct learner {
    unsigned bits, columns;
    float *rows;    /* weights, and sums of squared gradients (AdaGrad) */
    double *sum;    /* of the weights at the ends of epochs, or of moves with their time; or NULL */
    unsigned summed;
} learner;

learner learner_new(unsigned bits, unsigned columns);
void learner_free(learner *l);
float learner_sum(const learner *l, const uint32_t *rows, uint32_t count, unsigned column);
void learner_sums(const learner *l, const uint32_t *rows, uint32_t count, float *out);
/* One step of AdaGrad along `error` for each column, on all rows. */
void learner_step(learner *l, const uint32_t *rows, uint32_t count, const float *error, float rate);
/* Notes the weights of this epoch; learner_settle() makes them the mean of those noted. */
void learner_note(learner *l);
void learner_settle(learner *l);
/* Begins anew with what was noted kept, so that the mean is one of several rounds. */
void learner_again(learner *l);
/* Whole numbers of a byte, times `factor`; of four columns and more in excess of 128. One weight
 * in `clipped` is larger than a byte holds, and is made smaller. */
ngi_weights learner_pack(const learner *l, float factor, size_t clipped);

/* Averaged perceptron. */
void learner_move(learner *l, const uint32_t *rows, uint32_t count, unsigned column, float by,
                  double now);
void learner_average(learner *l, double now);

/* ---- tables of pairs ---- */

typedef struct pairs {
    ngi_pair *items;
    uint32_t count, room;
} pairs;
void pairs_put(pairs *p, uint32_t key, uint32_t value); /* keys are put once */
ngi_weights pairs_pack(const pairs *p);

/* ---- texts ---- */

typedef struct gold {
    ngi_stretch *source, *cue, *content; /* runs of tokens */
    uint32_t sources, cues, contents;
    int32_t anchor; /* -1: none */
} gold;

typedef struct article {
    ng_slice id, publisher, text;
    ngi_arena arena;
    ngi_prose prose;
    ngi_syntax syntax;
    ngi_reading reading;
    uint32_t *places; /* of code points: byte; one more at the end */
    gold *golds;
    uint32_t gold_count;
    int fold;
    ngi_candidates candidates;
    bool *right; /* by candidate */
} article;

typedef struct articles {
    article *items;
    uint32_t count;
} articles;

articles articles_read(const char *path, const ngi_model *model);

/* A treebank as one text. */
typedef struct treebank {
    ngi_prose prose;
    ngi_lexeme *words;
    uint8_t *tag, *label; /* gold */
    int32_t *head;
    ng_slice *lemma;
} treebank;
treebank treebank_read(ngi_arena *arena, const char *folder, const char *part);

/* ---- steps ---- */

void learn_syntax(const treebank *train, const treebank *dev, ngi_model *model);
void learn_lemmas(const treebank *train, const articles *texts, ngi_model *model);
void learn_cues(articles *train, articles *dev, ngi_model *model);
ngi_weights learn_anchors(const articles *train, int without, const ngi_model *model);
void learn_roles(const articles *train, int without, ngi_model *model);
void learn_links(const articles *train, int without, ngi_model *model);
ngi_weights learn_sparse(const articles *train, int without);
ngi_weights learn_trees(const articles *train, int without);
ngi_weights learn_chances(const articles *train, const ngi_choice *how);

bool gold_right(const article *a, const ngi_candidate *c);
void measure(const articles *texts, const ngi_choice *how, const char *name);
double measure_whole(const articles *texts, const ngi_choice *how);
void write_predictions(const articles *texts, const ngi_choice *how, const ngi_weights *chances,
                       const char *path);

typedef void (*job)(int number, void *context);
void run_jobs(int count, int threads, job work, void *context);

#endif
