/* SPDX-License-Identifier: Apache-2.0 */
#include "parsed/url.h"
#include "tests.h"

#define BASE "https://www.example.org/news/2026/page.html?x=1"

static const struct {
    const char *name, *base, *href, *wanted;
} cases[] = {
    {"absolute", BASE, "https://other.example/a", "https://other.example/a"},
    {"from the root", BASE, "/a/b", "https://www.example.org/a/b"},
    {"beside the page", BASE, "other.html", "https://www.example.org/news/2026/other.html"},
    {"one up", BASE, "../other.html", "https://www.example.org/news/other.html"},
    {"the page's scheme", BASE, "//img.example.org/a.jpg", "https://img.example.org/a.jpg"},
    {"a query", BASE, "?y=2", "https://www.example.org/news/2026/page.html?y=2"},
    {"dots in the path", BASE, "/a/../b", "https://www.example.org/b"},
    {"a letter beyond ASCII", BASE, "/straße", "https://www.example.org/stra%C3%9Fe"},
    {"white space around", BASE, "  /a \n", "https://www.example.org/a"},
    {"a host without a path", BASE, "https://other.example", "https://other.example/"},
    {"no base", "", "/a", "/a"},
    {"no base, absolute", "", "http://other.example/a", "http://other.example/a"},
    {"a script", BASE, "javascript:alert(1)", ""},
    {"a script in disguise", BASE, "java\nscript:alert(1)", ""},
    {"mail", BASE, "mailto:jo@example.org", ""},
    {"data", BASE, "data:text/html,x", ""},
    {"a place on the page", BASE, "#top", ""},
    {"a broken host", BASE, "https://[::1", ""},
    {"empty", BASE, "", ""},
};

static void test_resolving(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++)
        expect_text(cases[i].name,
                    ngi_url_resolve(&arena, ngi_slice_of(cases[i].base), ngi_slice_of(cases[i].href)),
                    cases[i].wanted);
    ngi_arena_free(&arena);
}

static const struct {
    const char *url, *host, *path;
} parts[] = {
    {"https://www.example.org/a?b", "example.org", "/a?b"},
    {"http://example.org:8080/a", "example.org", "/a"},
    {"https://example.org", "example.org", ""},
    {"https://example.org?a", "example.org", "?a"},
    {"/a/b", "", "/a/b"},
    {"", "", ""},
};

static void test_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(parts); i++) {
        expect_text(parts[i].url, ngi_url_host(ngi_slice_of(parts[i].url)), parts[i].host);
        expect_text(parts[i].url, ngi_url_path(ngi_slice_of(parts[i].url)), parts[i].path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_resolving),
        cmocka_unit_test(test_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
