/* SPDX-License-Identifier: Apache-2.0 */
#include "tests.h"

#include "api/api.h"

static const struct {
    const char *name, *text;
    bool html;
} cases[] = {
    {"a document", "<!DOCTYPE html><title>x</title>", true},
    {"white space first", "\n\n <html><body>x", true},
    {"a comment first", "<!-- saved --><p>x", true},
    {"XHTML", "<?xml version=\"1.0\"?><html>", true},
    {"cut out of a page", "<div class=a><p>The ferry</p></div>", true},
    {"from the middle of a page", "sailed.</p><p>It was late.</p><p>It rained.</p>", true},
    {"text", "The ferry sailed.\n\nIt was late.", false},
    {"text with a stray sign", "if a < b and c > d, then e < f", false},
    {"text that names a tag", "Use the <b> tag for bold.", false},
    {"text that names two", "The <b> and the <i> tag.", false},
    {"an address in angle brackets",
     "Write to <desk@daily.example> or <news@daily.example>, "
     "<tips@daily.example>, <x@y.example>",
     false},
    {"a quote in angle brackets", "<<The ferry>> sailed", false},
    {"source code", "#include <stdio.h>\n#include <string.h>\n#include <stdlib.h>", false},
    {"a made-up tag first", "<ferry> sails", false},
    {"empty", "", false},
};

static void test_html_is_told_from_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++)
        expect_int(cases[i].name, ngi_looks_like_html(ngi_slice_of(cases[i].text)), cases[i].html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_html_is_told_from_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
