/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of the provenance of stories, as JSON lines. */
#ifndef NGI_VIEW_PROVENANCE_H
#define NGI_VIEW_PROVENANCE_H

#include "provenance/answer.h"

/* Rows of the words that are at hand, kept from story to story. */
typedef struct ngi_verdict_writer {
    const ngi_answer *answer;
    ngi_word_row story, other;
} ngi_verdict_writer;

/* A story's row: its groups, its source, the passages. False when memory is out. */
bool ngi_view_verdict(ngi_buffer *out, ngi_verdict_writer *writer, uint32_t rank);
void ngi_verdict_writer_free(ngi_verdict_writer *writer);

#endif
