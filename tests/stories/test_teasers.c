/* SPDX-License-Identifier: Apache-2.0 */
/* Entries of lists: what each row of a list is read as. */
#include "stories/section_page.h"

#include "tests.h"

#define STORKS "Storks come back to the tower"
#define SALMON "Weir to be rebuilt for the salmon"
#define MILLER "Miller's daughter turns one hundred"
#define PAGE(list)                                                                                 \
    "<!doctype html><html lang=en><head><title>Latest</title></head><body><div><a href='/w'>World" \
    "</a> <a href='/n'>Nature</a> <a href='/s'>Sport</a></div>" list "</body>"

/* Each teaser as "headline/section/age/date/url/description", a line each. */
#define T(headline, rest) headline "/" rest "\n"

static const struct {
    const char *name, *html, *teasers;
} cases[] = {
    {"section and age are glued by the markup",
     PAGE("<ul><li><span>World</span><span>5 days ago</span><a href='/1'>" STORKS "</a></li><li>"
          "<span>Nature</span><span>2 hours ago</span><a href='/2'>" SALMON "</a></li><li>"
          "<span>World</span><span>Yesterday</span><a href='/3'>" MILLER "</a></li></ul>"),
     T(STORKS, "World/5 days ago/2026-05-27/https://www.example.org/1/")
         T(SALMON, "Nature/2 hours ago/2026-06-01T10:00:00+00:00/https://www.example.org/2/")
             T(MILLER, "World/Yesterday/2026-05-31/https://www.example.org/3/")},
    {"section and age are glued in one text",
     PAGE("<div class=r><p>World5 days ago</p><a href='/1'>" STORKS "</a></div><div class=r><p>"
          "Nature3 days ago</p><a href='/2'>" SALMON "</a></div>"),
     T(STORKS, "World/5 days ago/2026-05-27/https://www.example.org/1/")
         T(SALMON, "Nature/3 days ago/2026-05-29/https://www.example.org/2/")},
    {"a script is no address, but what it opens is a teaser",
     PAGE("<ul><li><a href='javascript:show(1)'>" STORKS
          "</a></li><li><a href=' JavaScript:void(0)'>" SALMON "</a></li><li><a href='/3'>" MILLER
          "</a></li></ul>"),
     T(STORKS, "////") T(SALMON, "////") T(MILLER, "///https://www.example.org/3/")},
    {"absolute dates give a day and no age",
     PAGE("<ul><li><a href='/1'>" STORKS
          "</a> <small>3 May 2026</small></li><li><a href='/2'>" SALMON
          "</a> <small>28 April 2026</small></li></ul>"),
     T(STORKS, "//2026-05-03/https://www.example.org/1/")
         T(SALMON, "//2026-04-28/https://www.example.org/2/")},
    {"a summary, whole or cut short",
     PAGE("<article><h3><a href='/1'>" STORKS "</a></h3><p>Three pairs have been seen on the roof."
          "</p></article><article><h3><a href='/2'>" SALMON "</a></h3><p>The fish are to pass on a "
          "ramp of…</p></article>"),
     T(STORKS, "///https://www.example.org/1/Three pairs have been seen on the roof.")
         T(SALMON, "///https://www.example.org/2/The fish are to pass on a ramp of…")},
    {"the link stands around the whole entry",
     PAGE("<a class=c href='/1'><div>World</div><div>" STORKS
          "</div><div>Three pairs have been seen "
          "on the roof.</div></a><a class=c href='/2'><div>Nature</div><div>" SALMON
          "</div><div>The "
          "fish are to pass on a ramp.</div></a>"),
     T(STORKS, "World///https://www.example.org/1/Three pairs have been seen on the roof.")
         T(SALMON, "Nature///https://www.example.org/2/The fish are to pass on a ramp.")},
    {"no element stands around the entries",
     PAGE("<div><h4><a href='/1'>" STORKS
          "</a></h4><p>World, 5 days ago</p><h4><a href='/2'>" SALMON
          "</a></h4><p>Nature, 3 days ago</p></div>"),
     T(STORKS, "World/5 days ago/2026-05-27/https://www.example.org/1/")
         T(SALMON, "Nature/3 days ago/2026-05-29/https://www.example.org/2/")},
    {"one line each, the headline behind a line break",
     PAGE("<p class=i>World 5 days ago<br><a href='/1'>" STORKS
          "</a></p><p class=i>Nature 3 days ago"
          "<br><a href='/2'>" SALMON "</a></p>"),
     T(STORKS, "World/5 days ago/2026-05-27/https://www.example.org/1/")
         T(SALMON, "Nature/3 days ago/2026-05-29/https://www.example.org/2/")},
    {"picture, section and headline are links of their own",
     PAGE("<div class=t><a href='/1'><img src=a.jpg></a><a href='/w'>World</a><h3><a "
          "href='/1'>" STORKS
          "</a></h3></div><div class=t><a href='/2'><img src=b.jpg></a><a href='/n'>Nature</a><h3>"
          "<a href='/2'>" SALMON "</a></h3></div>"),
     T(STORKS, "World///https://www.example.org/1/")
         T(SALMON, "Nature///https://www.example.org/2/")},
    {"the section stands behind the headline",
     PAGE("<ol><li><a href='/1'>" STORKS
          "</a><div><em>World</em> <small>5 days ago</small></div></li>"
          "<li><a href='/2'>" SALMON "</a><div><em>Nature</em> <small>3 days ago</small></div></li>"
          "</ol>"),
     T(STORKS, "World/5 days ago/2026-05-27/https://www.example.org/1/")
         T(SALMON, "Nature/3 days ago/2026-05-29/https://www.example.org/2/")},
    {"a teaser printed twice is one",
     PAGE("<ul><li><a href='/1'>" STORKS "</a></li><li><a href='/2'>" SALMON "</a></li><li><a "
          "href='/1'>" STORKS "</a></li></ul>"),
     T(STORKS, "///https://www.example.org/1/") T(SALMON, "///https://www.example.org/2/")},
    {"a short headline in a list of longer ones",
     PAGE("<ul><li><a href='/1'>" STORKS "</a></li><li><a href='/2'>Tireless Work</a></li><li><a "
          "href='/3'>" MILLER "</a></li></ul>"),
     T(STORKS, "///https://www.example.org/1/") T("Tireless Work", "///https://www.example.org/2/")
         T(MILLER, "///https://www.example.org/3/")},
    {"menus, tags, breadcrumbs and share bars are none",
     PAGE(
         "<nav><a href='/1'>News from all over the county</a><a href='/2'>Sport and all the results"
         "</a></nav><p>Tags: <a href='/t/1'>Mill</a>, <a href='/t/2'>Weir</a></p><div "
         "class=share><a "
         "href='/s/1'>Share this story by mail</a><a href='/s/2'>Share this story by "
         "post</a></div>"),
     ""},
    {"links beside each other, each an entry with parts that style sets apart",
     PAGE("<h2>Latest</h2><div><a href='/1'><em>World</em><strong>" STORKS "</strong><small>5 days "
          "ago</small></a><a href='/2'><em>Nature</em><strong>" SALMON "</strong><span>The fish are "
          "to pass on a ramp.</span><small>3 days ago</small></a><a href='/3'><strong>" MILLER
          "</strong><small>3 May 2026</small></a></div>"),
     T(STORKS, "World/5 days ago/2026-05-27/https://www.example.org/1/")
         T(SALMON, "Nature/3 days ago/2026-05-29/https://www.example.org/2/The fish are to pass on "
                   "a ramp.") T(MILLER, "//2026-05-03/https://www.example.org/3/")},
    {"an initial in an element of its own stays with its word",
     PAGE("<div><a href='/1'><b>S</b><span>torks come back to the tower</span></a><a href='/2'>"
          "<b>W</b><span>eir to be rebuilt for the salmon</span></a></div>"),
     T(STORKS, "///https://www.example.org/1/") T(SALMON, "///https://www.example.org/2/")},
    {"advertisements of other sites are none",
     PAGE(
         "<ul><li><a href='https://ads.example.com/1'>This trick makes every knee young again</a>"
         "</li><li><a href='https://ads.example.com/2'>Nobody in Ferrow pays for power now</a></li>"
         "</ul>"),
     ""},
    {"links within sentences are none",
     PAGE("<h1>A mill opens</h1><p>The town has bought <a href='/1'>the old mill at the weir</a> "
          "and "
          "wants to open it to visitors next spring, the mayor said on Tuesday evening.</p><p>The "
          "wheel <a href='/2'>has not turned since the year 1974</a>, and volunteers have cleaned "
          "the stones and found the ledgers of three generations of millers.</p>"),
     ""},
    {"an empty page has none", "<!doctype html><title>Nothing</title>", ""},
};

static void print(ngi_buffer *out, const ngi_page *page)
{
    ngi_buffer_clear(out);
    for (uint32_t i = 0; i < page->teaser_count; i++) {
        const ngi_teaser *t = &page->teasers[i];
        ng_slice fields[] = {t->headline.text,  t->section.text, t->age.text,
                             t->date_published, t->url,          t->description.text};
        for (size_t f = 0; f < ARRAY_COUNT(fields); f++) {
            ngi_buffer_add(out, fields[f]);
            ngi_buffer_char(out, f + 1 < ARRAY_COUNT(fields) ? '/' : '\n');
        }
    }
}

static void test_a_list_is_read_as_these_teasers(void **state)
{
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_buffer found = {0};
    ngi_arena arena;
    (void)state;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_page page = section_page_read(&arena, parser, ngi_slice_of(cases[i].html));
        print(&found, &page);
        expect_text(cases[i].name, ngi_buffer_slice(&found), cases[i].teasers);
        ngi_arena_reset(&arena);
    }
    ngi_buffer_free(&found);
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}

static void check_sample(const char *markup, const ngi_page *page)
{
    expect_int(markup, page->teaser_count, TEASER_COUNT);
    for (size_t i = 0; i < TEASER_COUNT; i++) {
        const ngi_teaser *t = &page->teasers[i];
        const section_teaser *wanted = &section_teasers[i];
        expect_text(markup, t->headline.text, wanted->headline);
        expect_text(markup, t->section.text, wanted->section);
        expect_text(markup, t->age.text, wanted->age);
        expect_text(markup, t->date_published, wanted->date);
        expect_int(markup, t->url.len, (int64_t)(strlen(wanted->url) + 23));
    }
}

static void test_eight_teasers_beside_four_stories(void **state)
{
    (void)state;
    section_page_in_each_markup(check_sample);
}

/* Where a teaser's parts were read: their characters stand there. */
static void test_places_hold_the_words(void **state)
{
    static const char html[] =
        PAGE("<ul><li><span>World</span><span>5 days ago</span><a href='/1'>" STORKS
             "</a></li><li><span>Nature3 days ago</span><a href='/2'>" SALMON "</a></li></ul>");
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_arena arena;
    (void)state;
    ngi_arena_init(&arena, 0);
    ngi_page page = section_page_read(&arena, parser, ngi_slice_of(html));
    assert_int_equal(page.teaser_count, 2);
    for (uint32_t i = 0; i < page.teaser_count; i++) {
        const ngi_teaser *t = &page.teasers[i];
        assert_int_equal(t->headline.place.kind, NGI_PLACE_NODES);
        assert_int_equal(t->section.place.kind, NGI_PLACE_NODES);
        assert_int_equal(t->age.place.kind, NGI_PLACE_NODES);
        assert_true(t->section.place.first <= t->age.place.first);
        assert_true(t->age.place.last < t->headline.place.first);
    }
    assert_int_equal(page.teasers[1].section.place.end, 6);
    assert_int_equal(page.teasers[1].age.place.begin, 6);
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_list_is_read_as_these_teasers),
        cmocka_unit_test(test_eight_teasers_beside_four_stories),
        cmocka_unit_test(test_places_hold_the_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
