/* SPDX-License-Identifier: Apache-2.0 */
#include "stories/meta/gather.h"
#include "tests.h"

/* One line for what was gathered: claims as "source:type headline/date/authors", then hints
 * as "kind=text". */
static void describe(const ngi_meta *m, ngi_buffer *b)
{
    static const char *const kinds[] = {"title", "author", "published", "modified", "section",
                                        "keywords", "publisher", "credit", "access"};
    for (uint32_t i = 0; i < m->claim_count; i++) {
        const ngi_claim *c = &m->claims[i];
        ngi_buffer_format(b, "%s%s:%.*s%s %.*s/%.*s", b->len > 0 ? "; " : "", c->source,
                          (int)c->type.len, c->type.ptr, c->main ? "!" : "", (int)c->headline.len,
                          c->headline.ptr, (int)c->date_published.len, c->date_published.ptr);
        for (uint32_t k = 0; k < c->author_count; k++)
            ngi_buffer_format(b, "/%.*s%s", (int)c->authors[k].name.text.len,
                              c->authors[k].name.text.ptr, c->authors[k].organization ? "*" : "");
    }
    for (uint32_t i = 0; i < m->hint_count; i++)
        ngi_buffer_format(b, "%s%s=%.*s", b->len > 0 ? "; " : "", kinds[m->hints[i].kind],
                          (int)m->hints[i].text.len, m->hints[i].text.ptr);
}

#define SCRIPT(json) "<script type='application/ld+json'>" json "</script>"

static const struct {
    const char *name, *html, *wanted;
} cases[] = {
    {"one article", SCRIPT("{\"@type\": \"NewsArticle\", \"headline\": \"Ice\", \"datePublished\": \"2026-05-03\", "
                           "\"author\": \"Jo Harrow\"}"),
     "json-ld:NewsArticle! Ice/2026-05-03/Jo Harrow"},
    {"in an array", SCRIPT("[{\"@type\": \"Organization\"}, {\"@type\": \"Article\", \"headline\": \"Ice\"}]"),
     "json-ld:Article! Ice/"},
    {"in a graph", SCRIPT("{\"@graph\": [{\"@type\": \"Article\", \"headline\": \"Ice\"}]}"), "json-ld:Article! Ice/"},
    {"as main entity of a page",
     SCRIPT("{\"@type\": \"WebPage\", \"name\": \"Ice - Post\", \"mainEntity\": {\"@type\": \"Article\", "
            "\"headline\": \"Ice\"}}"),
     "json-ld:WebPage Ice - Post/; json-ld:Article! Ice/"},
    {"several types", SCRIPT("{\"@type\": [\"Thing\", \"NewsArticle\"], \"headline\": \"Ice\"}"),
     "json-ld:NewsArticle! Ice/"},
    {"a type as an address", SCRIPT("{\"@type\": \"http://schema.org/NewsArticle\", \"headline\": \"Ice\"}"),
     "json-ld:NewsArticle! Ice/"},
    {"articles of a list are not the page's own",
     SCRIPT("{\"@type\": \"ItemList\", \"itemListElement\": [{\"@type\": \"Article\", \"headline\": \"Ice\"}]}"),
     "json-ld:Article Ice/"},
    {"an author told elsewhere in the graph",
     SCRIPT("{\"@graph\": [{\"@type\": \"Article\", \"headline\": \"Ice\", \"author\": {\"@id\": \"#jo\"}}, "
            "{\"@type\": \"Person\", \"@id\": \"#jo\", \"name\": \"Jo Harrow\"}]}"),
     "json-ld:Article! Ice//Jo Harrow"},
    {"an organization is marked",
     SCRIPT("{\"@type\": \"Article\", \"headline\": \"Ice\", \"author\": {\"@type\": \"NewsMediaOrganization\", "
            "\"name\": \"Post\"}}"),
     "json-ld:Article! Ice//Post*"},
    {"escaped markup", SCRIPT("{\"@type\": \"Article\", \"headline\": \"&lt;b&gt;Ice&lt;/b&gt; &amp;amp; snow\"}"),
     "json-ld:Article! Ice & snow/"},
    {"keys in another case", SCRIPT("{\"@type\": \"Article\", \"HeadLine\": \"Ice\", \"datepublished\": \"2026-05-03\"}"),
     "json-ld:Article! Ice/2026-05-03"},
    {"seconds since 1970", SCRIPT("{\"@type\": \"Article\", \"headline\": \"Ice\", \"datePublished\": 1777817100}"),
     "json-ld:Article! Ice/1777817100"},
    {"broken JSON", SCRIPT("<!-- {\"@type\": \"Article\", \"headline\": \"Ice\", -->"), "json-ld:Article! Ice/"},
    {"no JSON", SCRIPT("null; // later"), ""},
    {"other types", SCRIPT("{\"@type\": \"Recipe\", \"name\": \"Soup\"}"), ""},
    {"microdata",
     "<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>Ice</h1><span "
     "itemprop=author itemscope itemtype='https://schema.org/Person'>By <b itemprop=name>Jo Harrow</b></span>"
     "<time itemprop=datePublished datetime='2026-05-03'>Sunday</time></article>",
     "microdata:NewsArticle! Ice/2026-05-03/Jo Harrow"},
    {"a person without a name of its own",
     "<article itemscope itemtype='https://schema.org/Article'><span itemprop=author itemscope>Jo Harrow</span>"
     "</article>",
     "microdata:Article! //Jo Harrow"},
    {"RDFa", "<div typeof='schema:NewsArticle'><h1 property='schema:headline'>Ice</h1><span "
             "property='schema:datePublished' content='2026-05-03'>Sunday</span></div>",
     "microdata:NewsArticle! Ice/2026-05-03"},
    {"microdata outside of an article", "<span itemprop=author>Jo Harrow</span>", "author=Jo Harrow"},
    {"many spellings of meta",
     "<meta property=article:published_time content=1><meta name=DC.date.issued content=2><meta "
     "name=cXenseParse:recs:publishtime content=3><meta name=sailthru.date content=4>",
     "published=1; published=2; published=3; published=4"},
    {"Parsely", "<meta name=parsely-author content='Jo Harrow'><meta name=parsely-section content=Local>",
     "author=Jo Harrow; section=Local"},
    {"a meta without content", "<meta name=author>", ""},
    {"nothing", "", ""},
};

static void test_gathering(void **state)
{
    (void)state;
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_arena arena;
    assert_non_null(parser);
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_tree tree;
        ngi_meta meta;
        ngi_buffer b = {0};
        assert_int_equal(ngi_html_parse(parser, &arena, ngi_slice_of(cases[i].html), NULL, false, &tree,
                                        NULL), NG_OK);
        assert_true(ngi_meta_read(&arena, &tree, &meta));
        describe(&meta, &b);
        expect_text(cases[i].name, ngi_buffer_slice(&b), cases[i].wanted);
        ngi_buffer_free(&b);
        ngi_arena_reset(&arena);
    }
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}

static void test_what_has_a_field_of_its_own(void **state)
{
    (void)state;
    static const char html[] =
        "<html lang='en-GB'><title>Ice - Post</title><meta property=og:title content=Ice><meta "
        "property=og:description content='It froze.'><meta name=description content='Frost &amp; ice'>"
        "<meta property=og:site_name content=Post><link rel=canonical href=' /ice '><time>now</time>";
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_arena arena;
    ngi_tree tree;
    ngi_meta m;
    ngi_arena_init(&arena, 0);
    assert_non_null(parser);
    assert_int_equal(ngi_html_parse(parser, &arena, NGI_LIT(html), NULL, false, &tree, NULL), NG_OK);
    assert_true(ngi_meta_read(&arena, &tree, &m));
    expect_text("title", m.title, "Ice - Post");
    expect_text("og:title", m.og_title, "Ice");
    expect_text("og:description", m.og_description, "It froze.");
    expect_text("description", m.description, "Frost & ice");
    expect_text("og:site_name", m.og_site_name, "Post");
    expect_text("canonical", m.canonical, "/ice");
    expect_text("lang", m.lang, "en-GB");
    expect_int("time", m.time_count, 1);
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gathering),
        cmocka_unit_test(test_what_has_a_field_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
