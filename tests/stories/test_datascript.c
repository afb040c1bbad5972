/* SPDX-License-Identifier: Apache-2.0 */
#include "stories/meta/meta.h"
#include "tests.h"

#define LONG                                                                             \
    "The harbour of Lindesvik froze over last night for the first time in thirty years, said the port."
#define AGAIN "Ferries to the islands stay where they are, and the fishing boats with them, until the thaw."
#define NEXT(json) "<body><div id=app></div><script id=__NEXT_DATA__ type='application/json'>" json "</script>"
#define STATE(code) "<body><div id=app></div><script>" code "</script>"

/* A story as "headline/date/authors: parts joined by |", headings with "#", list items with
 * "-", quotations with ">". */
static void describe(const ngi_data_page *page, ngi_buffer *b)
{
    for (uint32_t i = 0; i < page->story_count; i++) {
        const ngi_data_story *s = &page->stories[i];
        ngi_buffer_format(b, "%s%.*s/%.*s", i > 0 ? "; " : "", (int)s->claim.headline.len, s->claim.headline.ptr,
                          (int)s->claim.date_published.len, s->claim.date_published.ptr);
        for (uint32_t k = 0; k < s->claim.author_count; k++)
            ngi_buffer_format(b, "/%.*s", (int)s->claim.authors[k].name.text.len,
                              s->claim.authors[k].name.text.ptr);
        for (uint32_t k = 0; k < s->part_count; k++) {
            const ngi_part *p = &s->parts[k];
            ngi_buffer_format(b, "|%s%.*s",
                              p->type == NGI_PART_HEADING ? "#" : p->type == NGI_PART_LIST_ITEM ? "-"
                              : p->type == NGI_PART_QUOTE ? ">" : "",
                              (int)p->text.text.len, p->text.text.ptr);
        }
    }
    for (uint32_t i = 0; i < page->teaser_count; i++)
        ngi_buffer_format(b, "%steaser %.*s", b->len > 0 ? "; " : "", (int)page->teasers[i].headline.text.len,
                          page->teasers[i].headline.text.ptr);
}

static const struct {
    const char *name, *html, *wanted;
} cases[] = {
    {"HTML in a string",
     NEXT("{\"props\": {\"story\": {\"headline\": \"Ice\", \"bodyHtml\": \"<p>" LONG "</p><h2>Ferries</h2><p>" AGAIN
          "</p>\"}}}"),
     "Ice/|" LONG "|#Ferries|" AGAIN},
    {"several stories",
     NEXT("{\"stories\": [{\"title\": \"One\", \"body\": \"<p>" LONG " " AGAIN "</p>\"}, {\"title\": \"Two\", \"body\": "
          "\"<p>" AGAIN " " LONG "</p>\"}]}"),
     "One/|" LONG " " AGAIN "; Two/|" AGAIN " " LONG},
    {"an array of paragraphs",
     NEXT("{\"headline\": \"Ice\", \"paragraphs\": [\"" LONG "\", \"" AGAIN "\"]}"), "Ice/|" LONG "|" AGAIN},
    {"content elements",
     STATE("Fusion.globalContent={\"headlines\": {\"basic\": \"Ice\"}, \"first_publish_date\": \"2026-05-03\", "
           "\"credits\": {\"by\": [{\"name\": \"Jo Harrow\"}]}, \"content_elements\": [{\"type\": \"text\", "
           "\"content\": \"" LONG "\"}, {\"type\": \"image\", \"caption\": \"Ice\"}, {\"type\": \"header\", "
           "\"content\": \"Ferries\"}, {\"type\": \"text\", \"content\": \"<b>" AGAIN "</b>\"}, {\"type\": \"list\", "
           "\"items\": [{\"type\": \"text\", \"content\": \"One\"}]}]};"),
     "Ice/2026-05-03/Jo Harrow|" LONG "|#Ferries|" AGAIN "|-One"},
    {"a tree of rich text",
     NEXT("{\"title\": \"Ice\", \"body\": {\"nodeType\": \"document\", \"content\": [{\"nodeType\": \"paragraph\", "
          "\"content\": [{\"nodeType\": \"text\", \"value\": \"" LONG " \"}, {\"nodeType\": \"hyperlink\", "
          "\"content\": [{\"nodeType\": \"text\", \"value\": \"So\"}]}]}, {\"nodeType\": \"heading-2\", \"content\": "
          "[{\"nodeType\": \"text\", \"value\": \"Ferries\"}]}, {\"nodeType\": \"paragraph\", \"content\": "
          "[{\"nodeType\": \"text\", \"value\": \"" AGAIN "\"}]}]}}"),
     "Ice/|" LONG " So|#Ferries|" AGAIN},
    {"blocks with children",
     NEXT("{\"title\": \"Ice\", \"body\": [{\"_type\": \"block\", \"style\": \"normal\", \"children\": [{\"_type\": \"span\", "
          "\"text\": \"" LONG "\"}]}, {\"_type\": \"block\", \"style\": \"h2\", \"children\": [{\"text\": \"Ferries\"}]}, "
          "{\"_type\": \"block\", \"style\": \"blockquote\", \"children\": [{\"text\": \"" AGAIN "\"}]}]}"),
     "Ice/|" LONG "|#Ferries|>" AGAIN},
    {"articleBody of JSON-LD",
     "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Ice\", \"articleBody\": \"" LONG
     "\\n\\n" AGAIN "\"}</script>",
     "Ice/|" LONG "|" AGAIN},
    {"told twice is one story",
     NEXT("{\"headline\": \"Ice\", \"body\": \"<p>" LONG " " AGAIN "</p>\"}")
     "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Ice\", \"articleBody\": \"" LONG
     " " AGAIN "\"}</script>",
     "Ice/|" LONG " " AGAIN},
    {"a teaser has an address and no body",
     NEXT("{\"mostRead\": [{\"title\": \"Bridge at Ferrow closed\", \"href\": \"/b\"}]}"), "teaser Bridge at Ferrow closed"},
    {"a menu is none", NEXT("{\"menu\": [{\"title\": \"Sport\", \"href\": \"/s\"}]}"), ""},
    {"a string of JSON",
     STATE("window.__INITIAL_STATE__ = JSON.parse(\"{\\\"headline\\\": \\\"Ice\\\", \\\"body\\\": \\\"<p>" LONG " " AGAIN
           "</p>\\\"}\");"),
     "Ice/|" LONG " " AGAIN},
    {"a text too short is no story", NEXT("{\"headline\": \"Ice\", \"body\": \"Soon more of this.\"}"), ""},
    {"a body without a headline", NEXT("{\"body\": \"" LONG " " AGAIN "\"}"), ""},
    {"broken off", NEXT("{\"headline\": \"Ice\", \"body\": \"<p>" LONG "</p><p>" AGAIN), "Ice/|" LONG "|" AGAIN},
    {"nothing", "<p>x", ""},
};

static void test_stories_out_of_data(void **state)
{
    (void)state;
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_arena arena;
    assert_non_null(parser);
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_tree tree;
        ngi_meta meta;
        ngi_data_page page;
        ngi_buffer b = {0};
        assert_int_equal(ngi_html_parse(parser, &arena, ngi_slice_of(cases[i].html), NULL, false, &tree, NULL),
                         NG_OK);
        assert_true(ngi_meta_read(&arena, &tree, &meta));
        assert_true(ngi_data_read(&arena, &tree, &meta, 20, &page));
        describe(&page, &b);
        expect_text(cases[i].name, ngi_buffer_slice(&b), cases[i].wanted);
        ngi_buffer_free(&b);
        ngi_arena_reset(&arena);
    }
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}

/* A part's place holds its words. */
static void test_parts_have_their_place(void **state)
{
    (void)state;
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_arena arena;
    ngi_tree tree;
    ngi_meta meta;
    ngi_data_page page;
    ngi_arena_init(&arena, 0);
    assert_non_null(parser);
    assert_int_equal(ngi_html_parse(parser, &arena, ngi_slice_of(cases[0].html), NULL, false, &tree, NULL), NG_OK);
    assert_true(ngi_meta_read(&arena, &tree, &meta));
    assert_true(ngi_data_read(&arena, &tree, &meta, 20, &page));
    assert_int_equal(page.story_count, 1);
    for (uint32_t i = 0; i < page.stories[0].part_count; i++) {
        const ngi_text *t = &page.stories[0].parts[i].text;
        assert_int_equal(t->place.kind, NGI_PLACE_SCRIPT);
        ng_slice source = ngi_slice_sub(tree.nodes[t->place.first].text, t->place.begin, t->place.end);
        assert_true(ngi_find(source, t->text) != NGI_NONE);
    }
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stories_out_of_data),
        cmocka_unit_test(test_parts_have_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
