/* SPDX-License-Identifier: Apache-2.0 */
/* Pages as reading hands them over, for the tests of the forms. */
#ifndef NUTGRAF_TESTS_VIEWS_SAMPLE_H
#define NUTGRAF_TESTS_VIEWS_SAMPLE_H

#include "views/views.h"

/* A story with every field and every type of part, and two teasers. */
ngi_page sample_page(void);
/* The same with hostile texts: markup, escape sequences, javascript: addresses. */
ngi_page sample_hostile(void);
/* A page with no story and no teaser: a text. */
ngi_page sample_forum(void);
/* One story in Persian. */
ngi_page sample_persian(void);

typedef void sample_view(ngi_buffer *out, const ngi_page *page, const ng_write_options *options);
/* Writes a page; the result holds until the next call. */
ng_slice sample_written(sample_view *view, const ngi_page *page, const ng_write_options *options);

#endif
