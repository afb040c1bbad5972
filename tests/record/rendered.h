/* SPDX-License-Identifier: Apache-2.0 */
/* Dates, figures and quotations as one line, so that a row of a table holds all of an answer. */
#ifndef TESTS_RENDERED_H
#define TESTS_RENDERED_H

#include "base/base.h"

/* A Wednesday: the story's date in the tables. */
#define RENDERED_BASE "2024-11-20T09:30:00Z"

typedef struct rendered_row {
    const char *text, *wanted;
} rendered_row;

/* "[text] start..end~; ..."; ~: approximate. */
ng_slice render_dates(ngi_arena *arena, ng_slice text, const char *base, const char *language);
/* "[text] value unit of what min.. ..max ~ = conversion; ..." */
ng_slice render_figures(ngi_arena *arena, ng_slice text, const char *language);
/* "source | cue | content + content; ..." with (mixed) behind what is in part quoted. */
ng_slice render_quotes(ngi_arena *arena, ng_slice text, const char *language);

/* Checks a table; `kind` is 'd', 'f' or 'q'. */
void check_rendered(const rendered_row *rows, size_t count, char kind, const char *language);

#endif
