/* SPDX-License-Identifier: Apache-2.0 */
/* The invented section page: see section_page.h. */
#include "stories/section_page.h"

#include "tests.h"

const section_story section_stories[STORY_COUNT] = {
    {"Ferry service to Harrow Isle resumes after nine weeks",
     "Coast",
     "Lena Marsh",
     "2 hours ago",
     {"PORT ELLERY, June 1 - The ferry to Harrow Isle sailed again on Monday morning, nine weeks "
      "after a storm had torn away the pier on the island's eastern shore.",
      "Some 140 passengers were on board for the first crossing, most of them islanders who had "
      "been living with relatives on the mainland since the end of March.",
      "The harbour office said that the repairs had cost 4.2 million crowns, a third more than "
      "planned, because divers found a crack in the old foundation."}},
    {"Parliament votes to keep the night trains running",
     "Politics",
     "Tomas Keel",
     "5 hours ago",
     {"The lower house voted on Monday to pay for the country's four night trains for another "
      "three years, ending a dispute that had split the coalition since the winter.",
      "The vote was 112 to 97. Two members of the governing party stayed away from the chamber "
      "and said afterwards that the money should have gone to local lines.",
      "#Ticket prices will rise in autumn",
      "The railway will raise the price of a berth by six per cent in October, the minister of "
      "transport told the house, and add a carriage to the train to the northern lakes.",
      "Passenger groups welcomed the decision but asked for cleaner carriages and for a second "
      "stop in the valley towns, where trains now pass without a halt."}},
    {"Bakers find a way to bake without gas",
     "Business",
     "Ruth Okelo",
     "Yesterday",
     {"A dozen bakeries in the old town of Velden have switched off their gas ovens and bake with "
      "stored solar heat instead, the chamber of crafts reported on Sunday.",
      "The stones of the ovens are heated by day and keep their warmth for about fifteen hours, "
      "long enough for the bread of the next morning and for a second batch at noon."}},
    {"Village team wins the cup at the first attempt",
     "Sport",
     "Ivo Brandt",
     "3 days ago",
     {"A team from a village of 900 people won the national handball cup on Friday, beating the "
      "champions from the capital by two goals in front of 6,000 spectators.",
      "Nobody in the hall had expected it, the captain said after the match, least of all the "
      "players, who had hired a bus for the same evening and had to send it back.",
      "The club will now play in Europe for the first time; its own hall is too small for that, "
      "so that it will have to move to the arena in the county town."}},
};

const section_teaser section_teasers[TEASER_COUNT] = {
    {"Museum shows letters that nobody had opened", "Culture", "12 minutes ago",
     "2026-06-01T11:48:00+00:00", "/culture/letters"},
    {"Apple growers expect the best harvest in ten years", "Business", "1 hour ago",
     "2026-06-01T11:00:00+00:00", "/business/apples"},
    {"Bridge at Ferrow closed to lorries until autumn", "Regional News", "4 hours ago",
     "2026-06-01T08:00:00+00:00", "/regional/bridge"},
    {"Students build a boat out of milk cartons", "Regional News", "Yesterday", "2026-05-31",
     "/regional/boat"},
    {"Court stops the sale of the old lighthouse", "Coast", "2 days ago", "2026-05-30",
     "/coast/lighthouse"},
    {"Doctors warn of an early wave of hay fever", "Health", "3 days ago", "2026-05-29",
     "/health/fever"},
    {"Choir of the deaf sings with its hands", "Culture", "5 days ago", "2026-05-27",
     "/culture/choir"},
    {"Goalkeeper who never trained retires at 41", "Sport", "2 weeks ago", "2026-05-18",
     "/sport/goalkeeper"},
};

static void put(ngi_buffer *out, const char *text)
{
    ngi_buffer_add(out, ngi_slice_of(text));
}

static void body(ngi_buffer *out, const section_story *s, const char *paragraph,
                 const char *subhead)
{
    for (size_t i = 0; i < MOST_PARAGRAPHS && s->paragraphs[i] != NULL; i++) {
        const char *text = s->paragraphs[i];
        bool sub = text[0] == '#';
        ngi_buffer_format(out, sub ? subhead : paragraph, sub ? text + 1 : text);
    }
}

#define P "<p>%s</p>\n"

/* GCC wants to see formats; these are constants of this file. */
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"

static void articles(ngi_buffer *out)
{
    put(out, "<main class='stream'>");
    for (size_t i = 0; i < STORY_COUNT; i++) {
        const section_story *s = &section_stories[i];
        ngi_buffer_format(out,
                          "<article class='entry'><header><p class='rubric'>%s</p><h2><a "
                          "href='/story/%zu'>%s</a></h2><p class='line'>By %s, <time>%s</time></p>"
                          "</header><div class='text'>",
                          s->section, i, s->headline, s->author, s->age);
        body(out, s, P, "<h3>%s</h3>");
        put(out, "</div><ul class='share'><li><a href='#'>Share</a></li></ul></article>");
    }
    put(out, "</main><aside><h3>Most read</h3><ul>");
    for (size_t i = 0; i < TEASER_COUNT; i++) {
        const section_teaser *t = &section_teasers[i];
        ngi_buffer_format(out,
                          "<li><a href='%s'><span>%s</span><span>%s</span><h4>%s</h4></a></li>",
                          t->url, t->section, t->age, t->headline);
    }
    put(out, "</ul></aside>");
}

static void div_teasers(ngi_buffer *out, size_t from, size_t to)
{
    put(out, "<div class='q0z'><div class='q1z'>More from us</div>");
    for (size_t i = from; i < to; i++) {
        const section_teaser *t = &section_teasers[i];
        ngi_buffer_format(out,
                          "<div class='q2z'><div class='q3z'>%s%s</div><div class='q4z'><a "
                          "href='%s'>%s</a></div></div>",
                          t->section, t->age, t->url, t->headline);
    }
    put(out, "</div>");
}

static void divs(ngi_buffer *out)
{
    put(out, "<div class='k1x'>");
    for (size_t i = 0; i < STORY_COUNT; i++) {
        const section_story *s = &section_stories[i];
        ngi_buffer_format(out,
                          "<div class='k2x'><div class='k3x'>%s</div><div class='k4x'>%s</div>"
                          "<div class='k5x'>%s | By %s</div><div class='k6x'>",
                          s->section, s->headline, s->age, s->author);
        body(out, s, "<div class='k7x'>%s</div>", "<div class='k8x'>%s</div>");
        put(out, "</div></div>");
        if (i % 2 == 0)
            div_teasers(out, i * 2, i * 2 + 4);
    }
    put(out, "</div>");
}

static void tables(ngi_buffer *out)
{
    put(out, "<table width='100%'>");
    for (size_t i = 0; i < STORY_COUNT; i++) {
        const section_story *s = &section_stories[i];
        ngi_buffer_format(out,
                          "<tr><td><table><tr><td>%s</td></tr><tr><td><font size='5'><b>%s</b>"
                          "</font></td></tr><tr><td><i>By %s, %s</i></td></tr></table>",
                          s->section, s->headline, s->author, s->age);
        body(out, s, P, "<p><b>%s</b></p>");
        put(out, "</td></tr>");
    }
    put(out, "<tr><td><b>Most read</b></td></tr><tr><td><table>");
    for (size_t i = 0; i < TEASER_COUNT; i++) {
        const section_teaser *t = &section_teasers[i];
        ngi_buffer_format(out, "<tr><td>%s | %s<br><a href='%s'>%s</a></td></tr>", t->section,
                          t->age, t->url, t->headline);
    }
    put(out, "</table></td></tr></table>");
}

void section_page_write(section_markup markup, ngi_buffer *out)
{
    static void (*const set[MARKUP_COUNT])(ngi_buffer *) = {articles, divs, tables};
    put(out, "<!doctype html><html lang='en'><head><title>Latest - The Ellery Post</title></head>"
             "<body><div><a href='/coast'>Coast</a> <a href='/politics'>Politics</a> <a "
             "href='/business'>Business</a> <a href='/sport'>Sport</a></div>");
    set[markup](out);
    put(out, "<div><p>The Ellery Post, all rights reserved. Nothing may be copied without the "
             "permission of the publishers.</p></div></body></html>");
}

ngi_page section_page_read(ngi_arena *arena, ngi_html_parser *parser, ng_slice html)
{
    ngi_tree *tree = NGI_NEW(arena, ngi_tree);
    ngi_scene scene = {.arena = arena,
                       .tree = tree,
                       .text = html,
                       .url = NGI_LIT("https://www.example.org/latest/"),
                       .now = NGI_LIT("2026-06-01T12:00:00+00:00")};
    ngi_page page = {0};
    assert_non_null(tree);
    assert_int_equal(ngi_html_parse(parser, arena, html, NULL, false, tree, NULL), NG_OK);
    assert_true(ngi_read_html(&scene, &page));
    return page;
}

void section_page_in_each_markup(void (*check)(const char *markup, const ngi_page *page))
{
    static const char *const names[MARKUP_COUNT] = {"article elements", "divs", "tables"};
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_buffer html = {0};
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (int m = 0; m < MARKUP_COUNT; m++) {
        ngi_buffer_clear(&html);
        section_page_write((section_markup)m, &html);
        ngi_page page = section_page_read(&arena, parser, ngi_buffer_slice(&html));
        check(names[m], &page);
        ngi_arena_reset(&arena);
    }
    ngi_buffer_free(&html);
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}
