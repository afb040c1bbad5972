/* SPDX-License-Identifier: Apache-2.0 */
#include "parsed/json.h"
#include "tests.h"

#include <stdlib.h>

/* Each row: a text, and the string that member "a" of its first value must have. */
static const struct {
    const char *name, *text, *wanted;
    uint32_t count;
} cases[] = {
    {"well-formed", "{\"a\": \"b\"}", "b", 1},
    {"in an HTML comment", "<!-- {\"a\": \"b\"} -->", "b", 1},
    {"in CDATA behind a comment", "//<![CDATA[\n{\"a\": \"b\"}\n//]]>", "b", 1},
    {"a line break in a string", "{\"a\": \"b\nc\"}", "b\nc", 1},
    {"a tab in a string", "{\"a\": \"b\tc\"}", "b\tc", 1},
    {"a comma too many", "{\"a\": \"b\",}", "b", 1},
    {"two commas", "{\"x\": 1,, \"a\": \"b\"}", "b", 1},
    {"a comma missing", "{\"x\": \"y\"\n\"a\": \"b\"}", "b", 1},
    {"two objects, one behind the other", "{\"a\": \"b\"}{\"a\": \"c\"}", "b", 2},
    {"two with rubbish between", "{\"a\": \"b\"}; foo {\"a\": \"c\"}", "b", 2},
    {"the bracket at the end missing", "{\"a\": \"b\"", "b", 1},
    {"cut off within a string", "{\"a\": \"b", "b", 1},
    {"cut off behind a colon", "{\"a\": \"b\", \"c\":", "b", 1},
    {"quotes within a string", "{\"a\": \"He said \"no\" to it\"}", "He said 'no' to it", 1},
    {"entities for quotes", "{&quot;a&quot;: &quot;b&quot;}", "b", 1},
    {"an escape that is none", "{\"a\": \"b\\'c\"}", "b'c", 1},
    {"half a surrogate pair", "{\"a\": \"b\\ud83d\"}", "b      ", 1},
    {"a comment within", "{\"x\": 1, // note\n\"a\": \"b\"}", "b", 1},
    {"assigned in a script", "window.data = {\"a\": \"b\"};", "b", 1},
    {"escapes", "{\"a\": \"\\u00e9\\n\\\"\"}", "é\n\"", 1},
    {"no JSON", "function () { return 1; }", "", 0},
    {"empty", "", "", 0},
    {"brackets alone", "[[[[[[", "", 1},
};

static void test_broken_json_is_read(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_json_text text;
        assert_true(ngi_json_read(&arena, ngi_slice_of(cases[i].text), false, &text));
        expect_int(cases[i].name, text.count, cases[i].count);
        if (text.count > 0)
            expect_text(cases[i].name,
                        ngi_json_string(ngi_json_get(text.roots[0].value, "a")), cases[i].wanted);
    }
    ngi_arena_free(&arena);
}

static const struct {
    const char *name, *text, *wanted; /* the source that the string "a" was made of */
} places[] = {
    {"plain", "{\"a\": \"bridge\"}", "bridge"},
    {"escapes", "{\"a\": \"\\u00e9t\\u00e9 \\\"x\\\"\"}", "\\u00e9t\\u00e9 \\\"x\\\""},
    {"a pair of surrogates", "{\"a\": \"x \\ud83d\\ude00 y\"}", "x \\ud83d\\ude00 y"},
    {"repaired", "<!-- {\"a\": \"one\ntwo\",, \"b\": 1", "one\ntwo"},
    {"beyond ASCII", "{\"z\": \"ü\", \"a\": \"Brücke\"}", "Brücke"},
};

static void test_strings_know_their_place(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(places); i++) {
        ngi_json_text text;
        ng_slice source = ngi_slice_of(places[i].text);
        assert_true(ngi_json_read(&arena, source, false, &text));
        expect_int(places[i].name, text.count, 1);
        const ngi_json *a = ngi_json_get(text.roots[0].value, "a");
        ngi_json_trace trace = ngi_json_trace_of(&text, a);
        assert_non_null(trace.text);
        uint32_t begin = trace.source;
        uint32_t end = ngi_json_trace_to(&trace, ngi_json_string(a).len);
        expect_text(places[i].name, ngi_slice_sub(source, begin, end), places[i].wanted);
    }
    ngi_arena_free(&arena);
}

static void test_values_are_walked_in_order(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_json_text text;
    ngi_arena_init(&arena, 0);
    assert_true(ngi_json_read(&arena, NGI_LIT("[{\"a\": [1, 2]}, \"b\", true]"), false, &text));
    const ngi_json *root = text.roots[0].value;
    expect_int("all", text.roots[0].count, 8);
    expect_int("elements", (int64_t)ngi_json_size(root), 3);
    expect_int("span of the object", ngi_json_span(ngi_json_at(root, 1)), 5);
    size_t n = 0;
    for (ngi_json_walk w = ngi_json_each(root); ngi_json_step(&w);)
        n++;
    expect_int("each", (int64_t)n, 3);
    ngi_json_walk lone = ngi_json_each(ngi_json_at(root, 6));
    assert_true(ngi_json_step(&lone));
    expect_text("a lone value", ngi_json_string(lone.value), "b");
    assert_false(ngi_json_step(&lone));
    bool truth = false;
    assert_true(ngi_json_truth(ngi_json_at(root, 7), &truth) && truth);
    assert_null(ngi_json_get(NULL, "a"));
    expect_int("nothing has no size", (int64_t)ngi_json_size(NULL), 0);
    ngi_arena_free(&arena);
}

/* Hostile texts: what is read of them matters less than that it ends, and soon. */
static void test_hostile_texts_end(void **state)
{
    (void)state;
    static const char *const units[] = {"[", "{\"a\":", "{\"", "\"", "{}", "{]", "[\"a\",", "{\"\\", "&quot;{",
                                        "{\"a\"\n"};
    enum { LENGTH = 200000 };
    char *text = malloc(LENGTH);
    assert_non_null(text);
    for (size_t u = 0; u < ARRAY_COUNT(units); u++) {
        ngi_arena arena;
        ngi_json_text out;
        size_t n = strlen(units[u]);
        for (size_t i = 0; i < LENGTH; i++)
            text[i] = units[u][i % n];
        ngi_arena_init(&arena, 64 * 1024 * 1024);
        (void)ngi_json_read(&arena, ngi_slice(text, LENGTH), u % 2 == 0, &out);
        ngi_arena_free(&arena);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_broken_json_is_read),
        cmocka_unit_test(test_strings_know_their_place),
        cmocka_unit_test(test_values_are_walked_in_order),
        cmocka_unit_test(test_hostile_texts_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
