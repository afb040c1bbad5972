/* SPDX-License-Identifier: Apache-2.0 */
/* A corpus behind nutgraf.h. */
#ifndef NGI_CORPUS_H
#define NGI_CORPUS_H

#include "provenance/answer.h"

struct ng_corpus {
    ngi_shelf shelf;
    ngi_arena arena; /* of the row in hand */
    ngi_aligner aligner;
    ngi_word_row words;
    uint64_t asked; /* stories for which others were aligned */
    char *map;      /* of the file that it was opened from, or NULL */
    size_t map_size;
    uint32_t known; /* handles below are of that file */
};

/* Options as the caller gave them, put on top of the defaults. */
ng_ask_options ngi_ask_options_of(const ng_ask_options *given);

#endif
