/* SPDX-License-Identifier: Apache-2.0 */
/* Which words of one text stand in another: passages that run in both, with single words
 * changed, left out and put in. */
#ifndef NGI_ALIGN_H
#define NGI_ALIGN_H

#include "provenance/words.h"

/* Words [from, from_end) of the one text and [to, to_end) of the other. */
typedef struct ngi_passage {
    uint32_t from, from_end, to, to_end;
    uint32_t same;     /* words that are the same */
    uint32_t numbers;  /* of these, numbers */
    uint32_t capitals; /* of these, words that begin with a capital */
    uint32_t odd_from; /* numbers between them that are not the same */
    uint32_t odd_to;
    uint32_t lone_from; /* and words with capitals: names, for the most part */
    uint32_t lone_to;
    uint32_t quoted_from; /* words in quotation marks */
    uint32_t quoted_to;
    ngi_extent place_from, place_to; /* from the first word to the last, in bytes */
} ngi_passage;

/* Words that are the same, one after the other. */
typedef struct ngi_run {
    uint32_t from, to, length;
    uint32_t passage; /* that it is in; UINT32_MAX: in none, it is too little */
} ngi_run;

/* Keeps its memory from pair to pair. */
typedef struct ngi_aligner {
    uint32_t *heads; /* hash of three words to the place where it stands last, + 1 */
    uint32_t *links; /* to the place before, + 1 */
    uint32_t head_mask, head_room, link_room;
    ngi_passage *passages; /* of the last pair, in the order of `to` */
    uint32_t count, room;
    bool keeps_runs; /* set by the caller: */
    ngi_run *runs;   /* of the last pair, in the order of `to` */
    uint32_t run_count, run_room;
    const ngi_word_row *indexed; /* the row that heads and links are of */
    uint64_t key;                /* and the key that it was given with */
    bool failed;                 /* memory was out */
} ngi_aligner;

/* The passages of `to` that stand in `from`. key: tells rows of `from` apart, so that the same
 * text need not be indexed twice; 0: always index. Time is linear in both, in the worst case
 * too. False when memory is out. */
bool ngi_align(ngi_aligner *aligner, const ngi_word_row *from, uint64_t key,
               const ngi_word_row *to);
void ngi_aligner_free(ngi_aligner *aligner);

/* A passage with its sides changed. */
ngi_passage ngi_passage_turned(const ngi_passage *passage);
/* Words of the passages on either side; each word counts once. */
uint32_t ngi_passages_to(const ngi_passage *passages, uint32_t count);
uint32_t ngi_passages_from(const ngi_passage *passages, uint32_t count);

#endif
