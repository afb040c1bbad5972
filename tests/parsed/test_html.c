/* SPDX-License-Identifier: Apache-2.0 */
/* The flat tree: what is kept of a page, in which order, and what never gets there. */
#include "fixture.h"
#include "tests.h"

/* The tree in one line: elements as name(children), texts in quotes. */
static void show(const ngi_tree *t, uint32_t node)
{
    const ngi_node *n = &t->nodes[node];
    if (n->tag == NGI_TAG_TEXT) {
        ngi_buffer_char(&fixture_text, '"');
        ngi_buffer_add(&fixture_text, n->text);
        ngi_buffer_char(&fixture_text, '"');
        return;
    }
    ngi_buffer_add(&fixture_text,
                   n->tag == NGI_TAG_OTHER ? n->text : ngi_slice_of(ngi_tag_name(n->tag)));
    for (uint32_t a = 0; a < n->attr_count; a++) {
        const ngi_attr *attr = &t->attrs[n->attr + a];
        ngi_buffer_format(&fixture_text, " %s=%.*s", ngi_attr_name_text(attr->name),
                          (int)attr->value.len, attr->value.ptr);
    }
    if (n->end == node + 1)
        return;
    ngi_buffer_char(&fixture_text, '(');
    for (uint32_t child = node + 1; child < n->end; child = t->nodes[child].end) {
        if (child != node + 1)
            ngi_buffer_char(&fixture_text, ' ');
        show(t, child);
    }
    ngi_buffer_char(&fixture_text, ')');
}

static const struct {
    const char *name, *page, *tree; /* tree: what stands in the html element */
} cases[] = {
    {"nothing", "", "head body"},
    {"text", "Good morning", "head body(\"Good morning\")"},
    {"entities", "<p>Salt &amp; sons", "head body(p(\"Salt & sons\"))"},
    {"implied elements", "<table><td>4", "head body(table(tbody(tr(td(\"4\")))))"},
    {"comments join what they part", "<p>a<!-- b -->c", "head body(p(\"ac\"))"},
    {"styles are dropped", "<style>p{}</style>x", "head body(\"x\")"},
    {"svg is dropped", "<p>a<svg><path/><text>no</text></svg>b", "head body(p(\"a\" \"b\"))"},
    {"svg that closes itself", "<p>a<svg/>b", "head body(p(\"a\" \"b\"))"},
    {"svg in svg", "<p>a<svg><svg></svg>no</svg>b", "head body(p(\"a\" \"b\"))"},
    {"svg left open before a paragraph", "<div><svg><path><p>a", "head body(div(p(\"a\")))"},
    {"svg left open before an end tag", "<div><svg><path></div>a", "head body(div \"a\")"},
    {"svg left open in a link", "<li><a><svg></a></li><li>b", "head body(li(a) li(\"b\"))"},
    {"a title in svg", "<svg><title>no</title></svg><p>a", "head body(p(\"a\"))"},
    {"html in a description", "<svg><desc><p>no</p></desc></svg><p>a", "head body(p(\"a\"))"},
    {"html in a foreign object", "<svg><foreignObject><div>no</div></foreignObject></svg>a",
     "head body(\"a\")"},
    {"a style in svg", "<svg><style>no</style></svg>a", "head body(\"a\")"},
    {"math is dropped", "a<math><mi>x</mi></math>b", "head body(\"a\" \"b\")"},
    {"scripts are dropped", "a<script>if (a<b) b()</script>c", "head body(\"a\" \"c\")"},
    {"scripts with other tags in them", "<script>'</scripty></style>'</SCRIPT >a",
     "head body(\"a\")"},
    {"scripts that escape their end", "<script><!--<script></script>--></script>a",
     "head body(\"a\")"},
    {"scripts that seem to", "<script><!-- x</script>a", "head body(\"a\")"},
    {"scripts without an end", "a<script>x</scrip", "head body(\"a\")"},
    {"styles without an end", "a<style>x", "head body(\"a\")"},
    {"styles with other tags in them", "<style>a</b></styles></style>c", "head body(\"c\")"},
    {"json is kept", "<script type=\"application/ld+json\">{\"a\":1}</script>",
     "head(script type=application/ld+json(\"{\"a\":1}\")) body"},
    {"json without text is not", "<script type=application/json></script>x", "head body(\"x\")"},
    {"state by its id", "<script id=__NEXT_DATA__>{}</script>",
     "head(script id=__NEXT_DATA__(\"{}\")) body"},
    {"state by its assignment", "<script>window.__INITIAL_STATE__={}</script>",
     "head(script(\"window.__INITIAL_STATE__={}\")) body"},
    {"an article's text in a script", "<script>x({\"articleBody\":\"y\"})</script>",
     "head(script(\"x({\"articleBody\":\"y\"})\")) body"},
    {"an article's parts in a script", "<script>var f={\"content_elements\":[]}</script>",
     "head(script(\"var f={\"content_elements\":[]}\")) body"},
    {"the words at the very start", "<script>articleBody</script>",
     "head(script(\"articleBody\")) body"},
    {"almost the words", "<script>articleBod content_el</script>x", "head body(\"x\")"},
    {"a script from elsewhere", "<script src=a.js>articleBody</script>x", "head body(\"x\")"},
    {"templates are left out", "<template><p>no</template>a", "head body(\"a\")"},
    {"a shadow root is not", "<div><template shadowrootmode=open><p>in</template>out</div>",
     "head body(div(template shadowrootmode=open(p(\"in\")) \"out\"))"},
    {"noscript has elements", "<body><noscript><p>a</noscript>", "head body(noscript(p(\"a\")))"},
    {"attributes that are kept", "<a href=/x class=\"b c\" onclick=d() target=e>f",
     "head body(a href=/x class=b c(\"f\"))"},
    {"attributes of custom names", "<time data-timestamp=1 data-other=2 itemprop=d>f",
     "head body(time data-timestamp=1 itemprop=d(\"f\"))"},
    {"a bare attribute", "<div hidden>a", "head body(div hidden=(\"a\"))"},
    {"custom elements keep their name", "<news-card>a", "head body(news-card(\"a\"))"},
    {"a second body adds its attributes", "<body class=a>x<body id=b>",
     "head body class=a id=b(\"x\")"},
    {"hidden inputs stay in tables", "<table><input type=hidden value=a><tr>",
     "head body(table(input type=hidden value=a tbody(tr)))"},
    {"a link cut off", "<p>a<a href=\"/b", "head body(p(\"a\"))"},
};

static void test_what_is_kept(void **state)
{
    (void)state;
    for (size_t round = 0; round < 2; round++)
        for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
            ngi_tree tree = fixture_parse(ngi_slice_of(cases[i].page), NULL, round == 1);
            ngi_buffer_clear(&fixture_text);
            for (uint32_t n = 1; n < tree.count; n = tree.nodes[n].end) {
                if (n != 1)
                    ngi_buffer_char(&fixture_text, ' ');
                show(&tree, n);
            }
            expect_text(cases[i].name, ngi_buffer_slice(&fixture_text), cases[i].tree);
        }
}

static void test_shadow_roots_are_marked(void **state)
{
    (void)state;
    ng_slice page = NGI_LIT("<div>a<template shadowrootmode=open><p>b<i>c</i></template>d</div>");
    ngi_tree tree = fixture_parse(page, NULL, false);
    for (uint32_t i = 0; i < tree.count; i++) {
        ng_slice text = tree.nodes[i].text;
        bool within = ngi_equal(text, NGI_LIT("b")) || ngi_equal(text, NGI_LIT("c"));
        if (tree.nodes[i].tag == NGI_TAG_TEXT)
            assert_int_equal(tree.nodes[i].flags & NGI_NODE_SHADOW, within ? NGI_NODE_SHADOW : 0);
    }
}

static void test_names_of_tags(void **state)
{
    (void)state;
    expect_int("a", ngi_tag_of(NGI_LIT("A")), NGI_TAG_A);
    expect_int("none", ngi_tag_of(NGI_LIT("news-card")), NGI_TAG_OTHER);
    expect_text("h1", ngi_slice_of(ngi_tag_name(NGI_TAG_H1)), "h1");
    expect_text("attribute", ngi_slice_of(ngi_attr_name_text(NGI_ATTR_HTTP_EQUIV)), "http-equiv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_kept),
        cmocka_unit_test(test_shadow_roots_are_marked),
        cmocka_unit_test(test_names_of_tags),
    };
    return cmocka_run_group_tests(tests, fixture_set_up, fixture_tear_down);
}
