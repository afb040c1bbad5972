/* SPDX-License-Identifier: Apache-2.0 */
/* What stands around the text of a story in markup that tells little: its section, standfirst,
 * authors and date, and where the story begins that was loaded behind another. */
#include "stories/section_page.h"

#include "tests.h"

#define PAGE(title, body)                                                                          \
    "<!doctype html><html lang=en><head><title>" title "</title></head><body><nav><ul><li>"        \
    "<a href='/w'>World</a></li><li><a href='/c'>Culture</a></li><li><a href='/s'>Sport</a></li>"  \
    "</ul></nav>" body "</body>"
#define FERRY1                                                                                     \
    "<p>The ferry across the Tarn runs again from Monday, two years after its cable broke in a "   \
    "storm and left the village of Lund without a way to the market.</p>"
#define FERRY2                                                                                     \
    "<p>The district has paid for a new cable and a second engine, and the ferryman, who had "     \
    "worked on a farm since the accident, has come back to his old place.</p>"
#define CHOIR1                                                                                     \
    "<p>Two hundred singers filled the station hall at Marren on Sunday, and the trains were "     \
    "kept waiting for eleven minutes until the last song had come to its end.</p>"
#define CHOIR2                                                                                     \
    "<p>Nobody complained, the stationmaster said, and a driver had sung along from his cab with " \
    "the window down, which the passengers behind him thought was the best of it.</p>"
#define FERRY "Ferry runs again after two years"
#define CHOIR "Choir keeps the trains waiting at Marren"
#define LEAD "A broken cable had cut the village of Lund off from its own market."

/* Each story as "headline/section/standfirst/authors/day", a line each. */
static const struct {
    const char *name, *html, *stories;
} cases[] = {
    {"the section behind the headline, in a line with author and date",
     PAGE("Latest", "<div class=s><h2>" FERRY "</h2><p>Culture · by Jo Harrow · 3 May 2026, 8:45 "
                    "p.m.</p>" FERRY1 FERRY2 "</div><div class=s><h2>" CHOIR "</h2><p>World · by "
                    "Ann Low and Bo High · 2 May 2026, 9:15 a.m.</p>" CHOIR1 CHOIR2 "</div>"),
     FERRY "/Culture//Jo Harrow/2026-05-03\n" CHOIR "/World//Ann Low, Bo High/2026-05-02\n"},
    {"a link of its own behind the date",
     PAGE("Latest", "<div class=s><h2>" FERRY "</h2><div><time>3 May 2026</time><a href='/x'>Sport"
                    "</a></div>" FERRY1 FERRY2 "</div><div class=s><h2>" CHOIR "</h2><div><time>"
                    "2 May 2026</time><a href='/x'>World</a></div>" CHOIR1 CHOIR2 "</div>"),
     FERRY "/Sport///2026-05-03\n" CHOIR "/World///2026-05-02\n"},
    {"the heading above several stories",
     PAGE("Latest", "<section><h2>World</h2><article><h3>" FERRY "</h3><p>3 May 2026</p>" FERRY1
                    FERRY2 "</article></section><section><h2>Culture</h2><article><h3>" CHOIR
                    "</h3><p>2 May 2026</p>" CHOIR1 CHOIR2 "</article></section>"),
     FERRY "/World///2026-05-03\n" CHOIR "/Culture///2026-05-02\n"},
    {"a list's title above the stories is no section",
     PAGE("Latest", "<section><h2>Most recent</h2><article><h3>" FERRY "</h3><p>3 May 2026</p>"
                    FERRY1 FERRY2 "</article><article><h3>" CHOIR "</h3><p>2 May 2026</p>" CHOIR1
                    CHOIR2 "</article></section>"),
     FERRY "////2026-05-03\n" CHOIR "////2026-05-02\n"},
    {"the last step of a trail",
     PAGE("Latest", "<div class=s><div><a href='/'>Home</a> › <a href='/w'>World</a></div><h1>" FERRY
                    "</h1><p>3 May 2026</p>" FERRY1 FERRY2 "</div><div class=s><div><a href='/'>"
                    "Home</a> › <a href='/c'>Culture</a></div><h1>" CHOIR "</h1><p>2 May 2026</p>"
                    CHOIR1 CHOIR2 "</div>"),
     FERRY "/World///2026-05-03\n" CHOIR "/Culture///2026-05-02\n"},
    {"the section within the heading",
     PAGE("Latest", "<article><h2><small>World</small> " FERRY "</h2><p>3 May 2026</p>" FERRY1
                    FERRY2 "</article><article><h2><small>Sport</small> " CHOIR "</h2><p>2 May 2026"
                    "</p>" CHOIR1 CHOIR2 "</article>"),
     FERRY "/World///2026-05-03\n" CHOIR "/Sport///2026-05-02\n"},
    {"a section that no menu has, within most headings alike",
     PAGE("Latest", "<article><h2><small>Rivers</small> " FERRY "</h2><p>3 May 2026</p>" FERRY1
                    FERRY2 "</article><article><h2><small>Music</small> " CHOIR "</h2><p>2 May 2026"
                    "</p>" CHOIR1 CHOIR2 "</article>"),
     FERRY "/Rivers///2026-05-03\n" CHOIR "/Music///2026-05-02\n"},
    {"a label in the heading, which the page's title does not have",
     PAGE(FERRY " | The Lund Post", "<article><h1><span>Exclusive</span> " FERRY "</h1><p>3 May "
                                    "2026</p>" FERRY1 FERRY2 "</article>"),
     FERRY "////2026-05-03\n"},
    {"a word in small print that no menu has belongs to the headline",
     PAGE("Latest", "<article><h2><small>Again:</small> " FERRY "</h2><p>3 May 2026</p>" FERRY1
                    FERRY2 "</article><article><h2>" CHOIR "</h2><p>2 May 2026</p>" CHOIR1 CHOIR2
                    "</article>"),
     "Again: " FERRY "////2026-05-03\n" CHOIR "////2026-05-02\n"},
    {"a button of the story before is no section",
     PAGE("Latest", "<dl><dt>" FERRY "</dt><dd><p>3 May 2026</p>" FERRY1 FERRY2 FERRY1
                    "<button>Copy link</button></dd><dt>" CHOIR "</dt><dd><p>2 May 2026</p>" CHOIR1
                    CHOIR2 CHOIR1 "<button>Copy link</button></dd></dl>"),
     FERRY "////2026-05-03\n" CHOIR "////2026-05-02\n"},
    {"what is a heading by its role",
     PAGE("Latest", "<div class=a><div role=heading><span>" FERRY "</span></div><div>3 May 2026"
                    "</div><div>" FERRY1 FERRY2 "</div></div><div class=a><div role=heading><span>"
                    CHOIR "</span></div><div>2 May 2026</div><div>" CHOIR1 CHOIR2 "</div></div>"),
     FERRY "////2026-05-03\n" CHOIR "////2026-05-02\n"},
    {"entries of a blog in microformats, without a date",
     PAGE("Latest", "<div class=outer><div class='post hentry'><h3><a href='/1'>" FERRY "</a></h3>"
                    "<div>" FERRY1 FERRY2 "</div></div></div><div class=outer><div class='post "
                    "hentry'><h3><a href='/2'>" CHOIR "</a></h3><div>" CHOIR1 CHOIR2
                    "</div></div></div>"),
     FERRY "////\n" CHOIR "////\n"},
    {"bold and large above bold alone",
     PAGE("Latest", "<div><b><font size=4>" FERRY "</font></b><br><br><font size=2>3 May 2026</font><br><br>" FERRY1
                    "<b>The cable of the old ferry</b><br>" FERRY2 "<hr><b><font size=4>" CHOIR
                    "</font></b><br><br><font size=2>2 May 2026</font><br><br>" CHOIR1 "<b>Eleven minutes in the hall</b><br>"
                    CHOIR2 "</div>"),
     FERRY "////2026-05-03\n" CHOIR "////2026-05-02\n"},
    {"stories with less markup behind the page's own",
     PAGE(FERRY " | The Lund Post",
          "<main><article><h1>" FERRY "</h1><p>3 May 2026</p>" FERRY1 FERRY2 "</article><div "
          "class=next><h2>" CHOIR "</h2><p>By Ann Low</p><p>2 May 2026</p>" CHOIR1 CHOIR2
          "</div></main>"),
     FERRY "////2026-05-03\n" CHOIR "///Ann Low/2026-05-02\n"},
    {"a note on the letter behind an article is no story",
     PAGE(FERRY " | The Lund Post",
          "<main><article><h1>" FERRY "</h1><p>3 May 2026</p>" FERRY1 FERRY2 "</article><div "
          "class=next><h2>Our letter comes every week to you</h2><p>Since 2 May 2026</p>" CHOIR1
          CHOIR2 "</div></main>"),
     FERRY "////2026-05-03\n"},
    {"a paragraph above author and date is the standfirst of the only story",
     PAGE(FERRY " | The Lund Post",
          "<div class=a><h1>" FERRY "</h1><p class=x>" LEAD "</p><div>Text: Jo Harrow</div><div>"
          "<span>3 May 2026</span></div><div class=t>" FERRY1 FERRY2 "</div></div>"),
     FERRY "//" LEAD "/Jo Harrow/2026-05-03\n"},
    {"a record of another story on the page says nothing of the first",
     PAGE("Latest",
          "<div class=p><h1>" FERRY "</h1>" FERRY1 FERRY2 FERRY1 "</div><div class=p><script "
          "type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"" CHOIR "\", "
          "\"author\": {\"name\": \"Ann Low\"}, \"datePublished\": \"2026-05-02\"}</script><h1>"
          CHOIR "</h1>" CHOIR1 CHOIR2 CHOIR1 "</div>"),
     FERRY "////\n" CHOIR "///Ann Low/2026-05-02\n"},
};

static void print(ngi_buffer *out, const ngi_page *page)
{
    ngi_buffer_clear(out);
    for (uint32_t i = 0; i < page->story_count; i++) {
        const ngi_story *s = &page->stories[i];
        ngi_buffer_add(out, s->headline.text);
        ngi_buffer_char(out, '/');
        ngi_buffer_add(out, s->section.text);
        ngi_buffer_char(out, '/');
        ngi_buffer_add(out, s->description.text);
        ngi_buffer_char(out, '/');
        for (uint32_t k = 0; k < s->author_count; k++) {
            ngi_buffer_add(out, k == 0 ? (ng_slice){0} : NGI_LIT(", "));
            ngi_buffer_add(out, s->authors[k].name.text);
        }
        ngi_buffer_char(out, '/');
        ngi_buffer_add(out, ngi_slice_sub(s->date_published.text, 0, 10));
        ngi_buffer_char(out, '\n');
    }
}

static void test_a_page_has_these_stories(void **state)
{
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_buffer found = {0};
    ngi_arena arena;
    (void)state;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_page page = section_page_read(&arena, parser, ngi_slice_of(cases[i].html));
        print(&found, &page);
        expect_text(cases[i].name, ngi_buffer_slice(&found), cases[i].stories);
        ngi_arena_reset(&arena);
    }
    ngi_buffer_free(&found);
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_has_these_stories),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
