/* SPDX-License-Identifier: Apache-2.0 */
/* See fixture.h. */
#include "fixture.h"
#include "tests.h"

ngi_html_parser *fixture_parser;
ngi_arena fixture_arena;
ngi_buffer fixture_text;

int fixture_set_up(void **state)
{
    (void)state;
    ngi_arena_init(&fixture_arena, 0);
    fixture_parser = ngi_html_parser_new();
    return fixture_parser == NULL;
}

int fixture_tear_down(void **state)
{
    (void)state;
    ngi_html_parser_free(fixture_parser);
    ngi_arena_free(&fixture_arena);
    ngi_buffer_free(&fixture_text);
    return 0;
}

ngi_tree fixture_parse(ng_slice page, const ngi_html_limits *limits, bool evidence)
{
    ngi_tree tree;
    ng_error error;
    ngi_arena_reset(&fixture_arena);
    if (ngi_html_parse(fixture_parser, &fixture_arena, page, limits, evidence, &tree, &error) !=
        NG_OK)
        fail_msg("%s", error.text);
    return tree;
}
