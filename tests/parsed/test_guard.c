/* SPDX-License-Identifier: Apache-2.0 */
/* Pages made to break or stall the parser. Work is counted, not timed: the nodes kept, and
 * whether a limit cut the page. A case that were quadratic again would not end in the time
 * that the test runner allows. */
#include "fixture.h"
#include "tests.h"

#include <stdlib.h>

static void add(const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        ngi_buffer_add(&fixture_text, ngi_slice_of(text));
}

/* A copy without a byte to spare, so that a sanitizer sees a read past the end. */
static ngi_tree parse_page(const ngi_html_limits *limits, bool evidence, char **copy)
{
    *copy = malloc(fixture_text.len + (fixture_text.len == 0));
    assert_non_null(*copy);
    if (fixture_text.len != 0)
        memcpy(*copy, fixture_text.ptr, fixture_text.len);
    return fixture_parse(ngi_slice(*copy, fixture_text.len), limits, evidence);
}

/* What holds of every tree. */
static void check_tree(const char *name, const ngi_tree *t)
{
    assert_true(t->count >= 1);
    expect_int(name, t->nodes[0].end, t->count);
    for (uint32_t i = 1; i < t->count; i++) {
        const ngi_node *n = &t->nodes[i], *parent = &t->nodes[n->parent];
        assert_true(n->parent < i && n->end > i && n->end <= parent->end);
        assert_true(parent->tag != NGI_TAG_TEXT && n->attr + n->attr_count <= t->attr_count);
        assert_int_equal(n->depth, parent->depth + 1);
    }
}

static size_t deepest(const ngi_tree *t)
{
    size_t depth = 0;
    for (uint32_t i = 0; i < t->count; i++)
        depth = t->nodes[i].depth > depth ? t->nodes[i].depth : depth;
    return depth;
}

static const struct {
    const char *name, *before, *repeated;
    size_t times;
    const char *after;
    const char *cut;     /* the limit that is met; NULL: none; "?": may be */
    uint32_t most_nodes; /* 0: not looked at */
} cases[] = {
    {"nothing", "", "", 0, "", NULL, 3},
    {"<select size><option>", "<select size><option>x", "", 0, "", NULL, 0},
    {"options, with mutation events quadratic", "<select>", "<option>x", 50000, "", NULL, 0},
    {"nested a hundred thousand deep", "", "<div>", 100000, "deep", NULL, 600},
    {"deep, then as many end tags", "", "<div>", 100000, "</div></div></x>", NULL, 600},
    {"deep, then unknown end tags", "<div><div><div>", "</x>", 100000, "", NULL, 10},
    {"lists in list items", "", "<li><ul>", 50000, "", NULL, 600},
    {"list items below many elements", "", "<div><li>", 50000, "", NULL, 0},
    {"a million attributes of one name", "<p ", "a=1 ", 1000000, ">x", NULL, 6},
    {"formatting without end", "", "<b><p>", 20000, "</b>", "?", 0},
    {"many formatting elements a paragraph", "", "<p><b><b><b><b>", 20000, "", "?", 0},
    {"formatting in a table", "<table><b>", "<tr>x", 20000, "", "?", 0},
    {"nested templates", "", "<template>", 200000, "x", NULL, 10},
    {"open shadow roots", "", "<template shadowrootmode=open>", 20000, "x", NULL, 600},
    {"nested tables", "", "<table><tr><td>", 30000, "x", NULL, 600},
    {"text fostered out of a table", "<table>", "x<tr>", 50000, "", NULL, 0},
    {"links in links", "", "<a>", 50000, "x", NULL, 0},
    {"nobr", "", "<nobr>", 50000, "", "?", 0},
    {"buttons", "", "<button>", 20000, "</p>", NULL, 0},
    {"nested svg", "", "<svg>", 100000, "x", NULL, 10},
    {"less-than signs, each an error", "", "<", 5000000, "", NULL, 4},
    {"NULs", "<p>", "&#0;", 500000, "", NULL, 8},
    {"a comment of dashes", "<!--", "-", 2000000, "", NULL, 4},
    {"scripts that escape scripts", "<script><!--", "<script ", 500000, "", NULL, 4},
    {"entities", "<p>", "&amp;&nLt;&notit;", 200000, "", NULL, 8},
    {"end tags within text", "<p>", "a</x>", 200000, "", NULL, 8},
    {"an html element again and again", "", "<html a=1><body b=1>", 100000, "", NULL, 4},
    {"ruby", "", "<ruby><rt>", 30000, "", NULL, 0},
    {"frames", "<frameset>", "<frame>", 50000, "", NULL, 0},
    {"forms in forms", "", "<form><div>", 50000, "", NULL, 0},
    {"one text of five megabytes", "<p>", "a word of it here ", 300000, "", NULL, 6},
    {"carriage returns", "<pre>", "\r", 500000, "", NULL, 6},
};

static void test_hostile_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        const char *name = cases[i].name;
        char *copy;
        ngi_buffer_clear(&fixture_text);
        add(cases[i].before, 1);
        add(cases[i].repeated, cases[i].times);
        add(cases[i].after, 1);
        ngi_tree tree = parse_page(NULL, i % 2 == 0, &copy);
        check_tree(name, &tree);
        const char *why = tree.cut ? tree.cut_why : "";
        if (cases[i].cut == NULL)
            expect_text(name, ngi_slice_of(why), "");
        if (cases[i].most_nodes != 0 && tree.count > cases[i].most_nodes)
            fail_msg("%s: %u nodes", name, (unsigned)tree.count);
        assert_true(deepest(&tree) <= 512 + 4);
        free(copy);
    }
}

/* Names of the page's own are hashed in chains: beyond 8,000 the page is cut. */
static void test_names(void **state)
{
    static const struct {
        const char *name, *format;
        unsigned count;
        const char *why;
    } rows[] = {
        {"attributes, few", "<p a%u=1>x", 2000, ""},
        {"attributes, many", "<p a%u=1>x", 100000, ""}, /* not kept: lexbor sees none of them */
        {"attributes in odd tags, many", "<p a%u=&>x", 100000, "names"},
        {"elements, few", "<x-%u>x</x-%u>", 2000, ""},
        {"elements, many", "<x-%u>x</x-%u>", 100000, "names"},
        {"on the html element", "<html b%u=&>", 100000, "names"},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        char *copy;
        ngi_buffer_clear(&fixture_text);
        for (unsigned k = 0; k < rows[i].count; k++)
            ngi_buffer_format(&fixture_text, rows[i].format, k, k);
        ngi_tree tree = parse_page(NULL, true, &copy);
        check_tree(rows[i].name, &tree);
        expect_text(rows[i].name, ngi_slice_of(tree.cut ? tree.cut_why : ""), rows[i].why);
        if (tree.cut && (tree.cut_at == 0 || tree.cut_at > 600000))
            fail_msg("%s: cut at %u", rows[i].name, (unsigned)tree.cut_at);
        free(copy);
    }
}

/* An entity that is longer decoded (6 bytes) than written (5), at every place around the
 * end of the buffer that the tokenizer starts with: an overflow of one byte in lexbor. */
static void test_long_entity_at_the_buffers_end(void **state)
{
    (void)state;
    for (size_t fill = 16384 - 24; fill <= 16384 + 8; fill++) {
        ngi_html_parser *fresh = ngi_html_parser_new();
        ngi_tree tree;
        char *copy;
        ngi_buffer_clear(&fixture_text);
        add("a", fill);
        add("&nLt;", 1);
        copy = malloc(fixture_text.len);
        assert_non_null(copy);
        memcpy(copy, fixture_text.ptr, fixture_text.len);
        ngi_arena_reset(&fixture_arena);
        ng_slice text = {copy, fixture_text.len};
        assert_int_equal(ngi_html_parse(fresh, &fixture_arena, text, NULL, false, &tree, NULL),
                         NG_OK);
        assert_int_equal(tree.nodes[tree.count - 1].text.len, fill + 6);
        ngi_html_parser_free(fresh);
        free(copy);
    }
}

static const struct {
    const char *name;
    uint32_t asked, most;
} depths[] = {{"default", 0, 516}, {"twenty", 20, 24}, {"less than can be", 1, 12}};

static void test_depth_is_an_option(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(depths); i++) {
        ngi_html_limits limits = {.max_depth = depths[i].asked};
        char *copy;
        ngi_buffer_clear(&fixture_text);
        add("<section>", 5000);
        add("The words at the bottom.", 1);
        add("</section>", 5000);
        add("<p>After it.", 1);
        ngi_tree tree = parse_page(&limits, true, &copy);
        check_tree(depths[i].name, &tree);
        assert_true(deepest(&tree) <= depths[i].most);
        bool bottom = false, after = false;
        for (uint32_t n = 0; n < tree.count; n++) {
            bottom = bottom || ngi_equal(tree.nodes[n].text, NGI_LIT("The words at the bottom."));
            after = after || ngi_equal(tree.nodes[n].text, NGI_LIT("After it."));
        }
        assert_true(bottom && after);
        free(copy);
    }
}

/* A page that is cut leaves the parser as it was. */
static void test_the_parser_goes_on_after_a_cut(void **state)
{
    (void)state;
    for (int round = 0; round < 3; round++) {
        char *copy;
        ngi_buffer_clear(&fixture_text);
        for (unsigned k = 0; k < 30000; k++)
            ngi_buffer_format(&fixture_text, "<x%u>", k);
        ngi_tree tree = parse_page(NULL, round % 2 == 0, &copy);
        assert_true(tree.cut);
        free(copy);
        ngi_buffer_clear(&fixture_text);
        add("<p class=a>Whole.", 1);
        tree = parse_page(NULL, round % 2 == 0, &copy);
        assert_false(tree.cut);
        assert_int_equal(tree.count, 5);
        expect_text("text", tree.nodes[4].text, "Whole.");
        free(copy);
    }
}

/* The attributes of a tag end at a limit, and what the tree doesn't keep doesn't count. */
static void test_attributes_of_a_tag(void **state)
{
    (void)state;
    char *copy;
    ngi_buffer_clear(&fixture_text);
    add("<p ", 1);
    add("onclick=a() ", 1000);
    add("id=x>text", 1);
    ngi_tree tree = parse_page(NULL, false, &copy);
    expect_text("id", ngi_attr_value(&tree, 3, NGI_ATTR_ID), "x");
    free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile_pages),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_long_entity_at_the_buffers_end),
        cmocka_unit_test(test_depth_is_an_option),
        cmocka_unit_test(test_the_parser_goes_on_after_a_cut),
        cmocka_unit_test(test_attributes_of_a_tag),
    };
    return cmocka_run_group_tests(tests, fixture_set_up, fixture_tear_down);
}
