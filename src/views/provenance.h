/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of the provenance of stories, as JSON lines and as text. */
#ifndef NGI_VIEW_PROVENANCE_H
#define NGI_VIEW_PROVENANCE_H

#include "provenance/quotations.h"

/* A story's row: its groups, its source, the passages. False when memory is out. */
bool ngi_view_verdict(ngi_buffer *out, const ngi_answer *answer, uint32_t rank);
/* provenance_text.c: the same for people, without the passages. */
bool ngi_view_verdict_text(ngi_buffer *out, const ngi_answer *answer, uint32_t rank, bool color);
/* "verbatim", "cut" ...; empty where a story is no copy. */
const char *ngi_view_kind(const ngi_verdict *verdict);
/* What spoke for a story's source, one reason after the other: *at begins with 0, `out` is written
 * anew. False: no more. */
bool ngi_view_next_reason(const ngi_answer *answer, uint32_t rank, uint32_t *at, ngi_buffer *out);
/* "firstSeen" and its like: a story with its date, and what that rests on. */
void ngi_view_seen(ngi_buffer *out, ng_slice key, const ngi_answer *answer, uint32_t rank);
/* "2025-03-04": the day of the story's date or else of its address; nothing where neither is. */
void ngi_view_day(ngi_buffer *out, const ngi_shelved *story);

/* Hands out what was written so far, behind each row; false ends the writing. */
typedef bool ngi_view_flush(void *context, ngi_buffer *out);

/* provenance_threads.c: the stories of each event, in order, copies behind their original. A JSON
 * line for each event; text: lines for people. known: events of stories with handles below alone
 * are passed over. False when memory is out. */
bool ngi_view_threads(ngi_buffer *out, const ngi_answer *answer, uint32_t known, bool text,
                      bool color, ngi_view_flush *flush, void *context);

/* provenance_quotes.c: the quotations that stand in several stories, the same ways. */
bool ngi_view_quotes(ngi_buffer *out, const ngi_answer *answer, const ngi_quoted_list *list,
                     bool text, bool color, ngi_view_flush *flush, void *context);

#endif
