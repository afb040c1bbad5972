/* SPDX-License-Identifier: Apache-2.0 */
/* Teasers without --now and --url: ages by the page's own time, links by its own address. */
#include "parsed/html.h"
#include "stories/scene.h"

#include "tests.h"

#define STORKS "Storks come back to the tower"
#define SALMON "Weir to be rebuilt for the salmon"
#define MORE                                                                                       \
    "<aside><h3>More</h3><ul><li><a href='/1'>" STORKS "</a> <span>2 hours ago</span></li>"        \
    "<li><a href='x/2'>" SALMON "</a> <span>3 days ago</span></li></ul></aside>"
#define ARTICLE                                                                                    \
    "<main><article><h1>Ferry sails again to Harrow Isle</h1><p>The ferry to Harrow Isle sailed "  \
    "again on Monday morning, nine weeks after a storm had torn away the pier.</p><p>Some 140 "    \
    "passengers were on board for the first crossing, most of them islanders who had been living " \
    "with relatives on the mainland since March.</p><p>The harbour office said that the repairs "  \
    "had cost a third more than planned.</p></article></main>"
#define PAGE(head)                                                                                 \
    "<!doctype html><html lang=en><head><title>Ferry sails again to Harrow Isle"                   \
    "</title>" head "</head><body>" ARTICLE MORE "</body>"
#define PUBLISHED(iso) "<meta property='article:published_time' content='" iso "'>"
#define MODIFIED(iso) "<meta property='article:modified_time' content='" iso "'>"

static const struct {
    const char *name, *head, *now, *hours, *days;
} dates[] = {
    {"nothing tells a time", PAGE(""), "", "", ""},
    {"the article's own time", PAGE(PUBLISHED("2026-06-01T12:00:00+02:00")), "",
     "2026-06-01T10:00:00+02:00", "2026-05-29"},
    {"the later of two", PAGE(MODIFIED("2026-06-02T09:30:00Z") PUBLISHED("2026-06-01T12:00:00Z")),
     "", "2026-06-02T07:30:00+00:00", "2026-05-30"},
    {"later by its zone",
     PAGE(MODIFIED("2026-06-01T09:00:00-05:00") PUBLISHED("2026-06-01T12:00:00+02:00")), "",
     "2026-06-01T07:00:00-05:00", "2026-05-29"},
    {"a day has no hours", PAGE(PUBLISHED("2026-06-01")), "", "", "2026-05-29"},
    {"now wins", PAGE(PUBLISHED("2026-06-01T12:00:00Z")), "2026-07-01T12:00:00+00:00",
     "2026-07-01T10:00:00+00:00", "2026-06-28"},
    {"JSON-LD tells it",
     PAGE(
         "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sails "
         "again to Harrow Isle\",\"dateModified\":\"2026-06-01T12:00:00Z\"}</script>"),
     "", "2026-06-01T10:00:00+00:00", "2026-05-29"},
    {"a time that is none", PAGE(PUBLISHED("soon")), "", "", ""},
    {"a year that is none", PAGE(PUBLISHED("0001-01-01T00:00:00Z")), "", "", ""},
    {"a comment's time is not the page's",
     PAGE("") "<div class=comments><p>So glad! <time datetime='2026-06-09T12:00:00Z'>9 June</time>"
              "</p></div>",
     "", "", ""},
};

static const struct {
    const char *name, *html, *url, *first, *second;
} links[] = {
    {"nothing tells the address", PAGE(""), "", "/1", "x/2"},
    {"as given", PAGE(""), "https://a.example/n/p.html", "https://a.example/1",
     "https://a.example/n/x/2"},
    {"canonical", PAGE("<link rel=canonical href='https://b.example/n/p'>"), "",
     "https://b.example/1", "https://b.example/n/x/2"},
    {"og:url", PAGE("<meta property='og:url' content='https://c.example/p'>"), "",
     "https://c.example/1", "https://c.example/x/2"},
    {"the given wins", PAGE("<link rel=canonical href='https://b.example/n/p'>"),
     "https://a.example/n/", "https://a.example/1", "https://a.example/n/x/2"},
    {"a base", PAGE("<base href='https://d.example/deep/'>"), "https://a.example/n/",
     "https://d.example/1", "https://d.example/deep/x/2"},
    {"a base that is a path", PAGE("<base href='/deep/'>"), "https://a.example/n/",
     "https://a.example/1", "https://a.example/deep/x/2"},
    {"the first base counts", PAGE("<base target=_top><base href='/b/'><base href='/c/'>"),
     "https://a.example/n/", "https://a.example/1", "https://a.example/b/x/2"},
    {"a base that is no address", PAGE("<base href='javascript:void(0)'>"), "https://a.example/n/",
     "https://a.example/1", "https://a.example/n/x/2"},
    {"a canonical that is a path", PAGE("<link rel=canonical href='/n/p'>"), "", "/1", "x/2"},
};

typedef struct fixture {
    ngi_html_parser *parser;
    ngi_arena arena;
} fixture;

static ngi_page read_page(fixture *f, const char *html, const char *url, const char *now)
{
    ngi_tree tree;
    ngi_page page;
    ngi_scene scene = {
        .arena = &f->arena, .tree = &tree, .url = ngi_slice_of(url), .now = ngi_slice_of(now)};
    ngi_arena_reset(&f->arena);
    assert_int_equal(
        ngi_html_parse(f->parser, &f->arena, ngi_slice_of(html), NULL, false, &tree, NULL), NG_OK);
    assert_true(ngi_read_html(&scene, &page));
    assert_int_equal(page.teaser_count, 2);
    return page;
}

static void test_ages_count_from_the_page_s_own_time(void **state)
{
    for (size_t i = 0; i < NGI_COUNT(dates); i++) {
        ngi_page page = read_page(*state, dates[i].head, "", dates[i].now);
        expect_text(dates[i].name, page.teasers[0].date_published, dates[i].hours);
        expect_text(dates[i].name, page.teasers[1].date_published, dates[i].days);
        expect_text(dates[i].name, page.teasers[0].age.text, "2 hours ago");
    }
}

static void test_links_count_from_what_the_page_tells(void **state)
{
    for (size_t i = 0; i < NGI_COUNT(links); i++) {
        ngi_page page = read_page(*state, links[i].html, links[i].url, "");
        expect_text(links[i].name, page.teasers[0].url, links[i].first);
        expect_text(links[i].name, page.teasers[1].url, links[i].second);
    }
}

static void test_each_once_and_no_summary_that_repeats(void **state)
{
    fixture *f = *state;
    ngi_scene scene = {.arena = &f->arena};
    ngi_teaser teasers[4] = {0};
    ngi_page page = {.teasers = teasers, .teaser_count = 4};
    static const char *const headlines[] = {STORKS, SALMON, "STORKS come back, to the tower!",
                                            STORKS};
    for (size_t i = 0; i < 4; i++)
        teasers[i].headline.text = ngi_slice_of(headlines[i]);
    teasers[0].description.text = ngi_slice_of(STORKS ".");
    teasers[1].description.text = ngi_slice_of(STORKS);
    assert_true(ngi_teasers_tidy(&scene, &page));
    assert_int_equal(page.teaser_count, 2);
    expect_text("a summary that is the headline", teasers[0].description.text, "");
    expect_text("a summary that is none", teasers[1].description.text, STORKS);
}

static int set_up(void **state)
{
    static fixture f;
    f.parser = ngi_html_parser_new();
    ngi_arena_init(&f.arena, 0);
    *state = &f;
    return f.parser == NULL;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ngi_arena_free(&f->arena);
    ngi_html_parser_free(f->parser);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ages_count_from_the_page_s_own_time),
        cmocka_unit_test(test_links_count_from_what_the_page_tells),
        cmocka_unit_test(test_each_once_and_no_summary_that_repeats),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
