/* SPDX-License-Identifier: Apache-2.0 */
/* A parser, an arena and a buffer for all tests of a file: what cmocka's set-up makes and its
 * tear-down frees. */
#ifndef NUTGRAF_PARSED_FIXTURE_H
#define NUTGRAF_PARSED_FIXTURE_H

#include "parsed/html.h"

extern ngi_html_parser *fixture_parser;
extern ngi_arena fixture_arena;
extern ngi_buffer fixture_text; /* put together by the test, which empties it as well */

/* The page's tree, in the arena, which is emptied before. Fails the test where it can't be had. */
ngi_tree fixture_parse(ng_slice page, const ngi_html_limits *limits, bool evidence);

int fixture_set_up(void **state);
int fixture_tear_down(void **state);

#endif
