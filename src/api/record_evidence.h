/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of the page at which the words of a record stand. */
#ifndef NGI_RECORD_EVIDENCE_H
#define NGI_RECORD_EVIDENCE_H

#include "record/record.h"

/* Finds the bytes of [at.begin, at.end) of a text. wide: its place may hold more than it. */
typedef void ngi_span_finder(void *context, const ngi_text *text, bool wide, ngi_extent at,
                             ngi_bytes *out);

/* Asks `find` for every span of the story's record. Spans that reach over several parts get
 * the bytes of each; those in tables get none, as a table's text is put together. */
void ngi_record_evidence(ngi_arena *arena, ngi_story *story, ngi_span_finder *find, void *context);

ngi_span_finder ngi_evidence_span;  /* evidence.c; context: its filler */
ngi_span_finder ngi_evidence_plain; /* the text is the page; context: the arena */

#endif
