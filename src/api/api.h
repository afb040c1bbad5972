/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this room share: pages that still live in their reader. A run writes
 * such a page at once; a document is its copy. */
#ifndef NGI_API_H
#define NGI_API_H

#include "bytes/bytes.h"
#include "record/record.h"
#include "stories/scene.h"

/* A page copied out of its reader. */
struct ng_document {
    ngi_arena arena;
    ngi_page page;
};

/* Options as the caller gave them, put on top of the defaults: a caller built against an
 * older header has a smaller struct. */
ng_read_options ngi_read_options_of(const ng_read_options *given);
ng_write_options ngi_write_options_of(const ng_write_options *given);

/* As ng_reader_read_page() and ng_reader_read_file(), but *out lives in the reader until its
 * next page. */
ng_status ngi_reader_page(ng_reader *reader, ng_slice page, const ng_read_options *options,
                          ngi_page *out, ng_error *error);
ng_status ngi_reader_file(ng_reader *reader, const char *path, const ng_read_options *options,
                          ngi_page *out, ng_error *error);

/* What of the pages read by this reader is wanted: NULL or a filter that outlives it. A page
 * that is not has `left_out`, and nothing else. in_archive: its host was looked at before. */
void ngi_reader_sieve(ng_reader *reader, const ng_filter *filter, bool in_archive);

/* Copies a page with all its strings into `arena`. False when memory is out. */
bool ngi_page_copy(ngi_arena *arena, const ngi_page *page, ngi_page *out);

/* Copies a record with all its strings into `arena`; NULL of NULL, or when memory is out. */
ngi_record *ngi_record_copy(ngi_arena *arena, const ngi_record *record);

/* Appends the page in the form that options name. */
void ngi_page_write(ngi_buffer *out, const ngi_page *page, const ng_write_options *options);

/* "YYYY-MM-DDTHH:MM:SS+HH:MM" of an ISO 8601 moment, UTC where it has no zone; empty where
 * it is none. Lives in `arena`. */
ng_slice ngi_moment_normal(ngi_arena *arena, ng_slice text);

/* Whether a text that was decoded is HTML rather than a plain-text dump. */
bool ngi_looks_like_html(ng_slice text);

/* Fills the ranges of every text of the page. offset_of: from offsets of the decoded text to
 * offsets of the page's bytes. */
bool ngi_evidence_fill(const ngi_scene *scene, const ngi_decoded *decoded, ngi_page *page);

#endif
