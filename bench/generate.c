/* SPDX-License-Identifier: Apache-2.0 */
/* Makes up news pages for the benchmark, where no folder of real ones is given.
 *
 * What costs time on real pages is here in like shares: about half of 300 kB is script, JSON
 * and style; then a menu of a few hundred links, a story of 20 to 60 paragraphs with links and
 * boxes in between, lists of other stories with pictures and ages, comments, a long foot. The
 * words are chance, from a generator with a fixed seed: the same pages on every machine. */
#include "pages.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { PAGE_ROOM = 480 * 1024 };

typedef struct maker {
    char *out;
    size_t used;
    uint64_t seed;
} maker;

static const char *const words[] = {
    "the",         "of",           "to",        "and",       "a",        "in",       "for",
    "that",        "is",           "on",        "said",      "with",     "was",      "as",
    "by",          "from",         "harbour",   "council",   "ferry",    "minister", "bridge",
    "storm",       "workers",      "market",    "teachers",  "hospital", "election", "budget",
    "voters",      "company",      "police",    "court",     "island",   "farmers",  "railway",
    "report",      "talks",        "strike",    "energy",    "prices",   "after",    "before",
    "against",     "over",         "under",     "during",    "while",    "because",  "new",
    "old",         "public",       "local",     "national",  "early",    "late",     "first",
    "asked",       "warned",       "announced", "agreed",    "opened",   "closed",   "rose",
    "fell",        "Monday",       "Tuesday",   "Wednesday", "spring",   "winter",   "morning",
    "caf\xC3\xA9", "na\xC3\xAFve", "percent",   "million",   "years",    "people",   "houses",
    "streets",     "families",     "students",
};

static uint32_t chance(maker *m, uint32_t below)
{
    m->seed = m->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(m->seed >> 33) % below;
}

static void put(maker *m, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(maker *m, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(m->out + m->used, PAGE_ROOM - m->used, format, args);
    va_end(args);
    if (length > 0)
        m->used += (size_t)length < PAGE_ROOM - m->used ? (size_t)length : PAGE_ROOM - m->used - 1;
}

static const char *word(maker *m)
{
    return words[chance(m, sizeof words / sizeof *words)];
}

static void sentence(maker *m, uint32_t length)
{
    const char *first = word(m);
    put(m, "%c%s", first[0] >= 'a' && first[0] <= 'z' ? first[0] - 32 : first[0], first + 1);
    for (uint32_t i = 1; i < length; i++)
        put(m, "%s%s", chance(m, 14) == 0 ? ", " : " ", word(m));
    put(m, ". ");
}

/* What somebody says, quoted or not. */
static void statement(maker *m)
{
    static const char *const who[] = {
        "Mayor Ilse Brandt",          "she",  "Omar Halloran, a spokesman for the port",
        "two people with knowledge of the talks", "he", "the ministry"};
    const char *speaker = who[chance(m, sizeof who / sizeof *who)];
    bool quoted = chance(m, 2) == 0;
    put(m, "%sThe %s", quoted ? "&quot;" : "", word(m));
    for (uint32_t i = 0; i < 10; i++)
        put(m, " %s", word(m));
    put(m, ",%s %s said on Monday. ", quoted ? "&quot;" : "", speaker);
}

static void headline(maker *m)
{
    put(m, "The %s", word(m));
    for (uint32_t i = 0; i < 7; i++)
        put(m, " %s", word(m));
}

static void head(maker *m, size_t number)
{
    put(m, "<!DOCTYPE html>\n<html lang=\"en\" class=\"no-js\"><head><meta "
           "charset=\"utf-8\">\n<title>");
    headline(m);
    put(m, " | Example Courier</title>\n<meta name=\"description\" content=\"");
    sentence(m, 18);
    put(m,
        "\">\n<meta property=\"og:type\" content=\"article\"><meta property=\"og:url\" "
        "content=\"https://courier.example/news/%zu\">\n<link rel=\"canonical\" "
        "href=\"https://courier.example/news/%zu\">\n",
        number, number);
    put(m, "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":"
           "\"NewsArticle\",\"headline\":\"");
    headline(m);
    put(m,
        "\",\"datePublished\":\"2024-05-%02zuT08:%02zu:00+02:00\",\"author\":[{\"@type\":"
        "\"Person\",\"name\":\"Mara Ellingsen\"}],\"publisher\":{\"@type\":\"Organization\","
        "\"name\":\"Example Courier\"}}</script>\n<style>",
        1 + number % 28, number % 60);
    for (int i = 0; i < 320; i++)
        put(m, ".c%d-%s>.item:hover{margin:0 %dpx;color:#%06x;display:flex}\n", i, word(m), i % 40,
            chance(m, 0xFFFFFF));
    put(m, "</style>\n</head>\n");
}

static void menu(maker *m)
{
    put(m,
        "<body class=\"page article\"><div id=\"app\"><header class=\"site-header\"><a href=\"/\" "
        "class=\"logo\"><svg viewBox=\"0 0 24 24\"><path d=\"M4 4h16v16H4z\"/></svg>Example "
        "Courier</a><nav class=\"menu\" aria-label=\"Main\"><ul>\n");
    for (int i = 0; i < 24; i++) {
        put(m,
            "<li class=\"menu-item\"><a href=\"/%s-%d\" data-track=\"menu|%d\">%s</a><ul "
            "class=\"sub\">",
            word(m), i, i, word(m));
        for (int j = 0; j < 10; j++)
            put(m, "<li><a href=\"/%s/%s\" class=\"link link--plain\"><span>%s %s</span></a></li>",
                word(m), word(m), word(m), word(m));
        put(m, "</ul></li>\n");
    }
    put(m, "</ul></nav><button type=\"button\" aria-expanded=\"false\">Search</button></header>\n");
}

static void story(maker *m)
{
    put(m, "<main><article class=\"story\"><p class=\"kicker\">National</p><h1>");
    headline(m);
    put(m, "</h1><p class=\"standfirst\">");
    sentence(m, 24);
    put(m, "</p><div class=\"byline\">By <a rel=\"author\" href=\"/by/mara\">Mara Ellingsen</a> "
           "<time datetime=\"2024-05-07T08:12:00+02:00\">7 May 2024, 08.12</time></div>\n");
    put(m,
        "<ul class=\"share\"><li><a href=\"#\">Share</a></li><li><a href=\"#\">Mail</a></li></ul>\n"
        "<figure><img src=\"/i/1.jpg\" srcset=\"/i/1.jpg 1x, /i/2.jpg 2x\" alt=\"A pier\">"
        "<figcaption>The pier on a calm day. Photo: J. Orrin</figcaption></figure><div "
        "class=\"story-body\">\n");
    uint32_t paragraphs = 20 + chance(m, 40);
    for (uint32_t i = 0; i < paragraphs; i++) {
        if (i % 9 == 8)
            put(m, "<h2>The %s %s</h2>\n", word(m), word(m));
        put(m, "<p class=\"text\" data-block=\"%u\">", i);
        for (uint32_t j = 0; j < 2 + chance(m, 4); j++)
            sentence(m, 8 + chance(m, 20));
        if (i % 3 == 1)
            statement(m);
        put(m, "<a href=\"/news/%u\">%s &amp; %s</a> ", chance(m, 9999), word(m), word(m));
        sentence(m, 12);
        put(m, "</p>\n");
        if (i % 7 == 3)
            put(m,
                "<aside class=\"related\"><strong>Read also</strong><a href=\"/news/%u\">The %s %s "
                "%s</a></aside><div class=\"ad\" data-slot=\"mid-%u\"><span>Advertisement</span>"
                "</div>\n",
                chance(m, 9999), word(m), word(m), word(m), i);
    }
    put(m,
        "</div><ul class=\"tags\"><li><a href=\"/t/1\">%s</a></li><li><a href=\"/t/2\">%s</a></li>"
        "</ul></article>\n",
        word(m), word(m));
}

static void lists(maker *m)
{
    static const char *const titles[] = {"Most read", "Latest", "More from National",
                                         "World",     "Sport",  "Culture"};
    for (int i = 0; i < 6; i++) {
        put(m, "<section class=\"list list--%d\"><h2>%s</h2><ol>\n", i, titles[i]);
        for (int j = 0; j < 16; j++) {
            put(m,
                "<li class=\"card\"><a class=\"card__link\" href=\"/news/%u\"><picture><source "
                "srcset=\"/i/%d.webp\" type=\"image/webp\"><img loading=\"lazy\" src=\"/i/%d.jpg\" "
                "width=\"320\" height=\"180\" alt=\"\"></picture><h3 class=\"card__title\">",
                chance(m, 99999), j, j);
            headline(m);
            put(m, "</h3></a><p class=\"card__text\">");
            sentence(m, 14);
            put(m,
                "</p><span class=\"card__meta\"><span>%s</span><time>%u hours ago</time></span>"
                "</li>\n",
                titles[(i + j) % 6], 2 + chance(m, 20));
        }
        put(m, "</ol></section>\n");
    }
}

static void comments_and_foot(maker *m)
{
    put(m, "</main><section id=\"comments\" class=\"comments\"><h2>Comments</h2>\n");
    for (int i = 0; i < 30; i++) {
        put(m, "<div class=\"comment\" id=\"c%d\"><span class=\"user\">reader%u</span><p>", i,
            chance(m, 999));
        sentence(m, 20);
        sentence(m, 12);
        put(m, "</p><a href=\"#reply\">Reply</a></div>\n");
    }
    put(m,
        "</section><footer class=\"foot\"><div class=\"newsletter\"><p>Sign up for our letter</p>"
        "<form><input type=\"email\" name=\"mail\"><button>Send</button></form></div>\n");
    for (int i = 0; i < 60; i++)
        put(m, "<a href=\"/about/%d\">About our %s</a>\n", i, word(m));
    put(m, "<p>&copy; 2024 Example Courier. All rights reserved.</p></footer></div>\n");
}

/* The state that pages built by script carry along: the rest of the page's 300 kB. */
static void state(maker *m)
{
    put(m, "<script>window.__STATE__={\"items\":[");
    while (m->used < 296 * 1024) {
        put(m,
            "{\"id\":%u,\"type\":\"%s\",\"title\":\"%s %s "
            "%s\",\"url\":\"\\/news\\/%u\",\"flags\":[%u,%u,"
            "%u],\"html\":\"\\u003cp\\u003e%s %s\\u003c\\/p\\u003e\"},",
            chance(m, 99999), word(m), word(m), word(m), word(m), chance(m, 99999), chance(m, 2),
            chance(m, 9), chance(m, 99), word(m), word(m));
    }
    put(m, "null]};</script>\n<script async src=\"/js/app.js\"></script></body></html>\n");
}

bool bench_pages_generate(bench_pages *pages, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        maker m = {.out = malloc(PAGE_ROOM), .seed = UINT64_C(20240507) + i};
        if (m.out == NULL)
            return false;
        head(&m, i);
        menu(&m);
        story(&m);
        lists(&m);
        comments_and_foot(&m);
        state(&m);
        char *fitting = realloc(m.out, m.used);
        if (!bench_pages_add(pages, fitting != NULL ? fitting : m.out, m.used))
            return false;
    }
    return true;
}
