/* SPDX-License-Identifier: Apache-2.0 */
/* Which stories a page holds, and where each begins and ends. */
#include "stories/section_page.h"

#include "tests.h"

#define NAV "<div><a href='/a'>World</a> <a href='/b'>Sport</a> <a href='/c'>Culture</a></div>"
#define A1                                                                                         \
    "<p>The town of Ferrow has bought the old mill at the weir and wants to open it to visitors "  \
    "next spring, the mayor said at a meeting on Tuesday evening.</p>"
#define A2                                                                                         \
    "<p>The wheel has not turned since 1974. Volunteers have cleaned the stones and found, "       \
    "behind "                                                                                      \
    "a wall, the ledgers of three generations of millers, who noted every sack.</p>"
#define A3                                                                                         \
    "<p>A school class will copy the ledgers, and the county archive will keep the originals; "    \
    "the "                                                                                         \
    "town pays for the roof and hopes for a grant to pay for the rest.</p>"
#define B1                                                                                         \
    "<p>A glider pilot has flown 600 kilometres along the ridge without once using a tow line, "   \
    "a feat that his club called the longest flight of its kind in the county.</p>"
#define B2                                                                                         \
    "<p>He had started at dawn from the hill above the quarry and landed after nine hours in a "   \
    "field of clover, to the surprise of a farmer who offered him soup.</p>"
#define C1                                                                                         \
    "<p>The library of Sandholm lends tools as well as books from this week on, and the drills "   \
    "were all gone by noon on the first day, the head librarian reported.</p>"
#define C2                                                                                         \
    "<p>A saw may be kept for a week and a ladder for two days, and whoever brings something "     \
    "back dirty has to clean the whole shelf, which nobody has had to do so far.</p>"
#define TEASERS                                                                                    \
    "<section><h3>Related</h3>"                                                                    \
    "<article><h4><a href='/r/1'>Storks come back to the tower of Ferrow</a></h4><p>Three pairs "  \
    "have been seen on the roof since Sunday, more than in any year before.</p><time>2 days ago"   \
    "</time></article>"                                                                            \
    "<article><h4><a href='/r/2'>Weir to be rebuilt for the salmon</a></h4><p>The fish are to "    \
    "pass "                                                                                        \
    "on a ramp of boulders that the county will pay for next year.</p><time>3 days ago</time>"     \
    "</article>"                                                                                   \
    "<article><h4><a href='/r/3'>Miller's daughter turns one hundred</a></h4><p>She still knows "  \
    "the price of flour in 1938 and tells it to whoever asks her.</p><time>5 days ago</time>"      \
    "</article></section>"
#define PAGE(title, body)                                                                          \
    "<!doctype html><html lang=en><head><title>" title "</title></head><body>" NAV body "</body>"

#define MILL "Old mill to open next spring"
#define GLIDER "Pilot glides along the ridge for nine hours"
#define TOOLS "Library lends drills and ladders"

static const struct {
    const char *name, *html, *headlines; /* joined by " | " */
} cases[] = {
    {"an article with subheads is one story",
     PAGE(MILL, "<h1>" MILL "</h1><p>By Jo Harrow, 3 May 2026</p>" A1 "<h2>The wheel stands still"
                "</h2>" A2 "<h2>A class copies the ledgers</h2>" A3),
     MILL},
    {"subheads in sections of their own start no story",
     PAGE(MILL, "<h1>" MILL "</h1><p>3 May 2026</p><section>" A1 "</section><section><h2>The wheel "
                "stands still today</h2>" A2 "</section><section><h2>A class copies the ledgers"
                "</h2>" A3 "</section>"),
     MILL},
    {"a subhead that is named like a section starts no story",
     PAGE(MILL, "<h1>" MILL "</h1><p>3 May 2026</p>" A1 "<h2>Culture</h2>" A2 "<h2>Sport</h2>" A3),
     MILL},
    {"teasers with summaries below an article are no stories",
     PAGE(MILL, "<article><h1>" MILL "</h1><p>3 May 2026</p>" A1 A2 A3 "</article>" TEASERS), MILL},
    {"comments are no stories",
     PAGE(MILL, "<article><h1>" MILL "</h1><p>3 May 2026</p>" A1 A2 A3
                "</article><div class=comments><article><h3>weir_rat</h3><time>4 May 2026</time>"
                "<p>I was in there as a boy, and the stones were so loud that you could not hear "
                "the water any more.</p></article><article><h3>mira</h3><time>5 May 2026</time><p>"
                "Will there be bread as well? My grandmother says that no bread since has been as "
                "good as that.</p></article></div>"),
     MILL},
    {"posts of a live blog are one story",
     PAGE("Live: " MILL,
          "<h1>Live: " MILL "</h1><p>By Jo Harrow, 3 May 2026</p><div><h3>10:15</h3>" A1
          "</div><div><h3>09:40</h3>" A2 "</div><div><h3>09:02</h3>" A3 "</div>"),
     "Live: " MILL},
    {"headlines that stand above larger standfirsts",
     PAGE("Latest",
          "<div class=s><h3>" MILL "</h3><h2>The town has bought the mill at the weir and "
          "hopes for a grant</h2><p>3 May 2026</p>" A1 A2 "</div><div class=s><h3>" GLIDER
          "</h3><h2>Nine hours in the air without once "
          "using a tow line above the ridge</h2><p>2 May 2026</p>" B1 B2 "</div>"),
     MILL " | " GLIDER},
    {"header and text in elements of their own",
     PAGE("Latest",
          "<dl><dt><a href='/1'>" MILL "</a><p>3 May 2026</p></dt><dd>" A1 A2 A3
          "</dd><dt><a href='/2'>" GLIDER "</a><p>2 May 2026</p></dt><dd>" B1 B2 B1 "</dd>"
          "<dt><a href='/3'>" TOOLS "</a><p>1 May 2026</p></dt><dd>" C1 C2 C1 "</dd></dl>"),
     MILL " | " GLIDER " | " TOOLS},
    {"articles below each other are stories of their own",
     PAGE("Latest", "<article><h2><a href='/1'>" MILL "</a></h2><time>3 May 2026</time>" A1 A2
                    "</article><article><h2><a href='/2'>" GLIDER
                    "</a></h2><time>2 May 2026</time>" B1 B2 "</article>"),
     MILL " | " GLIDER},
    {"the same story twice is one",
     PAGE("Latest",
          "<article><h2>" MILL "</h2><time>3 May 2026</time>" A1 A2 "</article><article><h2>" GLIDER
          "</h2><time>2 May 2026</time>" B1 B2 "</article><article><h2>" MILL
          "</h2><time>3 May 2026</time>" A1 A2 "</article>"),
     MILL " | " GLIDER},
    {"no element stands around the stories",
     PAGE("Latest",
          "<div><h1>" MILL "</h1><p>3 May 2026</p>" A1 "<h2>The wheel stands still</h2>" A2
          "<hr><h1>" GLIDER "</h1><p>2 May 2026</p>" B1 B2 "<hr><h1>" TOOLS
          "</h1><p>1 May 2026</p>" C1 C2 "</div>"),
     MILL " | " GLIDER " | " TOOLS},
    {"subheads set like the headlines are told by the missing date",
     PAGE("Latest",
          "<div><h2>" MILL "</h2><p>3 May 2026</p>" A1 "<h2>The wheel stands still</h2>" A2
          "<h2>" GLIDER "</h2><p>2 May 2026</p>" B1 B2 "<h2>" TOOLS "</h2><p>1 May 2026"
          "</p>" C1 "<h2>Clean shelves all around</h2>" C2 "</div>"),
     MILL " | " GLIDER " | " TOOLS},
    {"a brief set like the other stories is a story",
     PAGE("Latest", "<div class=s><h2>" MILL "</h2><p>3 May 2026</p>" A1 A2 A3
                    "</div><div class=s><h2>" GLIDER "</h2><p>2 May 2026</p>" B1
                    "</div><div class=s><h2>" TOOLS "</h2><p>1 May 2026</p>" C1 C2 "</div>"),
     MILL " | " GLIDER " | " TOOLS},
    {"further stories were loaded below an article",
     PAGE(MILL " - The Ferrow Post",
          "<main><article class=a><h1>" MILL "</h1><p>3 May 2026</p>" A1 A2 A3
          "</article><article class=a><h1>" GLIDER "</h1><p>2 May 2026</p>" B1 B2 B1
          "</article></main>"),
     MILL " | " GLIDER},
    {"each next story stands within the one before",
     PAGE("Latest", "<div class=p><div class=s><h1>" MILL "</h1><p>3 May 2026</p>" A1 A2
                    "</div><div class=p><div class=s><h1>" GLIDER "</h1><p>2 May 2026</p>" B1 B2
                    "</div><div class=p><div class=s><h1>" TOOLS "</h1><p>1 May 2026</p>" C1 C2
                    "</div></div></div></div>"),
     MILL " | " GLIDER " | " TOOLS},
    {"terms of a list are headlines",
     PAGE("Latest", "<dl><dt>" MILL "</dt><dd>3 May 2026</dd><dd>" A1 A2 "</dd><dt>" GLIDER
                    "</dt><dd>2 May 2026</dd><dd>" B1 B2 "</dd><dt>" TOOLS
                    "</dt><dd>1 May 2026</dd><dd>" C1 C2 "</dd></dl>"),
     MILL " | " GLIDER " | " TOOLS},
    {"a page of teasers holds no story", PAGE("Latest", TEASERS), ""},
    {"an empty page holds no story", "<!doctype html><title>Nothing</title>", ""},
};

static void headlines(ngi_buffer *out, const ngi_page *page)
{
    ngi_buffer_clear(out);
    for (uint32_t i = 0; i < page->story_count; i++) {
        if (i != 0)
            ngi_buffer_add(out, NGI_LIT(" | "));
        ngi_buffer_add(out, page->stories[i].headline.text);
    }
}

static void test_a_page_holds_these_stories(void **state)
{
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_buffer found = {0};
    ngi_arena arena;
    (void)state;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_page page = section_page_read(&arena, parser, ngi_slice_of(cases[i].html));
        headlines(&found, &page);
        expect_text(cases[i].name, ngi_buffer_slice(&found), cases[i].headlines);
        ngi_arena_reset(&arena);
    }
    ngi_buffer_free(&found);
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}

static void body_of(ngi_buffer *out, const section_story *s)
{
    ngi_buffer_clear(out);
    for (size_t i = 0; i < MOST_PARAGRAPHS && s->paragraphs[i] != NULL; i++) {
        if (i != 0)
            ngi_buffer_add(out, NGI_LIT("\n\n"));
        ngi_buffer_add(out, ngi_slice_of(s->paragraphs[i] + (s->paragraphs[i][0] == '#')));
    }
}

static void check_sample(const char *markup, const ngi_page *page)
{
    ngi_buffer wanted = {0};
    expect_int(markup, page->kind, NG_KIND_SECTION);
    expect_int(markup, page->story_count, STORY_COUNT);
    for (size_t i = 0; i < STORY_COUNT; i++) {
        const ngi_story *s = &page->stories[i];
        body_of(&wanted, &section_stories[i]);
        expect_text(markup, s->headline.text, section_stories[i].headline);
        expect_slice(markup, s->body, ngi_buffer_slice(&wanted));
        expect_text(markup, s->section.text, section_stories[i].section);
        expect_int(markup, s->author_count, 1);
        expect_text(markup, s->authors[0].name.text, section_stories[i].author);
    }
    ngi_buffer_free(&wanted);
}

static void test_four_stories_come_apart_in_any_markup(void **state)
{
    (void)state;
    section_page_in_each_markup(check_sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_holds_these_stories),
        cmocka_unit_test(test_four_stories_come_apart_in_any_markup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
