/* SPDX-License-Identifier: Apache-2.0 */
#include "parsed/fragment.h"
#include "tests.h"

#include <stdlib.h>

static const struct {
    const char *name, *source, *wanted;
} texts[] = {
    {"plain text is borrowed", "The bridge", "The bridge"},
    {"entities by name", "Bridge &amp; ford &ndash; closed", "Bridge & ford – closed"},
    {"entities by number", "&#66;ridge&#x20;&#8217;s", "Bridge ’s"},
    {"numbers of windows-1252", "it&#146;s", "it’s"},
    {"escaped twice", "Bridge &amp;amp; ford", "Bridge & ford"},
    {"unknown entities stay", "a &bogus; b & c", "a &bogus; b & c"},
    {"tags go", "The <b>old</b> bridge", "The old bridge"},
    {"a line break is a space", "The<br/>bridge", "The bridge"},
    {"less-than that is no tag", "3 < 4 and 5 > 4", "3 < 4 and 5 > 4"},
    {"a tag that never ends", "The <a href=", "The <a href="},
    {"white space", "  The \n\t bridge&nbsp;", "The bridge"},
    {"a surrogate's number", "a&#xD800;b", "a b"},
    {"nothing", "", ""},
};

static void test_short_texts(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(texts); i++)
        expect_text(texts[i].name, ngi_fragment_text(&arena, ngi_slice_of(texts[i].source)),
                    texts[i].wanted);
    ngi_arena_free(&arena);
}

static const struct {
    const char *name, *source;
    bool breaks;
    const char *wanted; /* blocks with their tags, joined by " | " */
} cuts[] = {
    {"paragraphs", "<p>One</p><p>Two</p>", false, "p One | p Two"},
    {"a heading", "<h2>Head</h2><p>One</p>", false, "h2 Head | p One"},
    {"list items", "<ul><li>One</li><li>Two</li></ul>", false, "li One | li Two"},
    {"paragraphs of a quotation", "<blockquote><p>One</p></blockquote><p>Two</p>", false,
     "blockquote One | p Two"},
    {"empty lines", "One\n\nTwo", false, "p One | p Two"},
    {"one line break is none", "One\ntwo", false, "p One two"},
    {"unless it is said to be", "One\nTwo", true, "p One | p Two"},
    {"two breaks", "One<br><br/>Two", false, "p One | p Two"},
    {"one break", "One<br>two", false, "p One two"},
    {"scripts go", "<p>One</p><script>var x = '<p>';</script><p>Two</p>", false, "p One | p Two"},
    {"a script that never ends", "<p>One</p><script>var x", false, "p One"},
    {"empty blocks", "<p> </p><p>One</p><div></div>", false, "p One"},
    {"attributes", "<p class='a > b'>One</p>", false, "p b'>One"},
    {"capitals", "<P>One</P><P>Two", false, "p One | p Two"},
    {"nothing", "", false, ""},
};

static void test_longer_texts(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cuts); i++) {
        ngi_fragment *f;
        uint32_t count;
        ngi_buffer b = {0};
        assert_true(ngi_fragment_cut(&arena, ngi_slice_of(cuts[i].source), cuts[i].breaks, &f, &count));
        for (uint32_t k = 0; k < count; k++)
            ngi_buffer_format(&b, "%s%s %.*s", k > 0 ? " | " : "", ngi_tag_name((ngi_tag)f[k].tag),
                              (int)f[k].text.len, f[k].text.ptr);
        expect_text(cuts[i].name, ngi_buffer_slice(&b), cuts[i].wanted);
        ngi_buffer_free(&b);
    }
    ngi_arena_free(&arena);
}

static void test_hostile_texts_end(void **state)
{
    (void)state;
    static const char *const units[] = {"<a ", "&", "<", "<p", "&#", "\n ", "<!--"};
    enum { LENGTH = 300000 };
    char *text = malloc(LENGTH);
    assert_non_null(text);
    for (size_t u = 0; u < ARRAY_COUNT(units); u++) {
        ngi_arena arena;
        ngi_fragment *f;
        uint32_t count;
        size_t n = strlen(units[u]);
        for (size_t i = 0; i < LENGTH; i++)
            text[i] = units[u][i % n];
        ngi_arena_init(&arena, 0);
        assert_true(ngi_fragment_cut(&arena, ngi_slice(text, LENGTH), false, &f, &count));
        ngi_arena_free(&arena);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_texts),
        cmocka_unit_test(test_longer_texts),
        cmocka_unit_test(test_hostile_texts_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
