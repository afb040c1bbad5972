/* SPDX-License-Identifier: Apache-2.0 */
#include "stories/field_case.h"
#include "tests.h"

static ng_slice published(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->date_published.text;
}

static const field_case publications[] =
    {
        {"JSON-LD, with its zone", PAGE(LD("\"datePublished\": \"2026-05-03T14:05:09+02:00\""), ""),
         "2026-05-03T14:05:09+02:00"},
        {"a date alone stays one", PAGE(LD("\"datePublished\": \"2026-05-03\""), ""), "2026-05-03"},
        {"meta", PAGE("<meta property=article:published_time content='2026-05-03T14:05:00Z'>", ""),
         "2026-05-03T14:05:00+00:00"},
        {"JSON-LD before meta",
         PAGE(LD("\"datePublished\": \"2026-05-03T14:05:09Z\"") "<meta name=date "
                                                                "content='2026-05-09T01:00:00Z'>",
              ""),
         "2026-05-03T14:05:09+00:00"},
        {"the hour from elsewhere, for the same day",
         PAGE(LD("\"datePublished\": \"2026-05-03\""),
              "<time datetime='2026-05-03T14:05:00+02:00'>x</time>"),
         "2026-05-03T14:05:00+02:00"},
        {"a time element", PAGE("", "<p><time datetime='2026-05-03T14:05:00Z'>Sunday</time></p>"),
         "2026-05-03T14:05:00+00:00"},
        {"print", PAGE("", "<p>Published 3 May 2026</p>"), "2026-05-03"},
        {"the address",
         PAGE("<link rel=canonical href='https://www.example.org/2026/05/03/bridge'>", ""),
         "2026-05-03"},
        {"the future is no date of publication",
         PAGE(LD("\"datePublished\": \"2031-05-03\"") "<meta name=dc.date content='2026-05-03'>",
              ""),
         "2026-05-03"},
        {"Dublin Core", PAGE("<meta name=DC.date.issued content='2026-05-03'>", ""), "2026-05-03"},
        {"Parsely's record",
         PAGE("<meta name=parsely-page content='{\"title\": \"Bridge at Ferrow closed for "
              "repairs\", "
              "\"pub_date\": \"2026-05-03T14:05:00Z\"}'>",
              ""),
         "2026-05-03T14:05:00+00:00"},
        {"microdata", PAGE("", "<meta itemprop=datePublished content='2026-05-03T14:05:00Z'>"),
         "2026-05-03T14:05:00+00:00"},
        {"the copyright year is none", PAGE("", "") "<footer>© 2026 Ferrow Gazette</footer>", ""},
        {"day first outside of English",
         "<html lang=de><body><h1>Die Br\u00fccke</h1><p>03/05/2026</p><div id=body>"
         "<p>Die alte Br\u00fccke wurde am Montag geschlossen, weil Risse entdeckt "
         "wurden.</p></div>",
         "2026-05-03"},
        {"month first in American English",
         "<html lang=en-US><body><h1>Bridge closed</h1><p>05/03/2026</p>"
         "<div id=body><p>The old bridge over the Ferrow was closed on Monday, the town "
         "said.</p></div>",
         "2026-05-03"},
        {"another date of the page tells the order",
         PAGE("", "<p>05/03/2026</p>") "<p>Next: 05/30/2026</p>", "2026-05-03"},
        {"and the other way round", PAGE("", "<p>03/05/2026</p>") "<p>Next: 30/05/2026</p>",
         "2026-05-03"},
        {"rubbish", PAGE(LD("\"datePublished\": \"soon\""), ""), ""},
        {"null", PAGE(LD("\"datePublished\": null"), ""), ""},
        {"a picture's day loses against a labelled one",
         PAGE("", "<img src=a.jpg><p>Engineers at work near the old bridge at Ferrow, 1 May "
                  "2026</p>") "<ul><li><b>Date</b> 3 May 2026</li></ul>",
         "2026-05-03"},
        {"a label and a date below the text",
         PAGE("", "") "<ul><li><b>Date</b> 3 May 2026</li></ul>", "2026-05-03"},
        {"a reader's comment has a date of its own",
         PAGE("", "") "<ol class=comments><li><b>Jo</b> <time datetime='2026-05-09T12:00:00Z'>9 "
                      "May</time><p>So glad!</p></li></ol>",
         ""},
        {"a day that no month has", PAGE(LD("\"datePublished\": \"2026-02-31\""), ""), ""},
};

static void test_publication(void **state)
{
    (void)state;
    check_field(publications, ARRAY_COUNT(publications), published);
}

static ng_slice modified(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->date_modified.text;
}

#define PUBLISHED "\"datePublished\": \"2026-05-03T14:05:00Z\""

static const field_case changes[] = {
    {"JSON-LD", PAGE(LD(PUBLISHED ", \"dateModified\": \"2026-05-04T08:00:00Z\""), ""),
     "2026-05-04T08:00:00+00:00"},
    {"meta",
     PAGE(LD(PUBLISHED) "<meta property=article:modified_time content='2026-05-04T08:00:00Z'>", ""),
     "2026-05-04T08:00:00+00:00"},
    {"OpenGraph",
     PAGE(LD(PUBLISHED) "<meta property=og:updated_time content='2026-05-04T08:00:00Z'>", ""),
     "2026-05-04T08:00:00+00:00"},
    {"before the publication it is none",
     PAGE(LD(PUBLISHED ", \"dateModified\": \"2026-05-01T08:00:00Z\""), ""), ""},
    {"the same moment", PAGE(LD(PUBLISHED ", \"dateModified\": \"2026-05-03T14:05:00Z\""), ""),
     "2026-05-03T14:05:00+00:00"},
    {"print says so", PAGE("", "<p>Published 3 May 2026</p><p>Updated 4 May 2026</p>"),
     "2026-05-04"},
    {"a time element behind the word",
     PAGE("",
          "<p>3 May 2026</p><p>Last updated: <time datetime='2026-05-04T08:00:00Z'>x</time></p>"),
     "2026-05-04T08:00:00+00:00"},
    {"in the far future it is none", PAGE(LD(PUBLISHED ", \"dateModified\": \"2036-05-04\""), ""),
     ""},
    {"microdata", PAGE(LD(PUBLISHED), "<meta itemprop=dateModified content='2026-05-04'>"),
     "2026-05-04"},
    {"rubbish", PAGE(LD(PUBLISHED ", \"dateModified\": \"0000-00-00\""), ""), ""},
    {"absent", PAGE(LD(PUBLISHED), ""), ""},
    {"without a publication", PAGE(LD("\"dateModified\": \"2026-05-04T08:00:00Z\""), ""),
     "2026-05-04T08:00:00+00:00"},
};

static void test_change(void **state)
{
    (void)state;
    check_field(changes, ARRAY_COUNT(changes), modified);
}

static ng_slice source(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->date_source;
}

static const field_case sources[] = {
    {"JSON-LD", PAGE(LD(PUBLISHED), ""), "json-ld"},
    {"meta", PAGE("<meta name=pubdate content='2026-05-03'>", ""), "meta"},
    {"time", PAGE("", "<time datetime='2026-05-03'>x</time>"), "time"},
    {"text", PAGE("", "<p>3 May 2026</p>"), "text"},
    {"url", PAGE("<meta property=og:url content='https://www.example.org/20260503/bridge'>", ""),
     "url"},
    {"microdata", PAGE("", "<meta itemprop=datePublished content='2026-05-03'>"), "microdata"},
    {"parsely", PAGE("<meta name=parsely-page content='{\"pub_date\": \"2026-05-03\"}'>", ""),
     "parsely"},
    {"the better of two", PAGE("<meta name=pubdate content='2026-05-03'>", "<p>2 May 2026</p>"),
     "meta"},
    {"the finer of two",
     PAGE("<meta name=pubdate content='2026-05-03'>",
          "<time datetime='2026-05-03T14:00:00Z'>x</time>"),
     "time"},
    {"a broken one is passed over", PAGE(LD("\"datePublished\": \"?\""), "<p>3 May 2026</p>"),
     "text"},
    {"none", PAGE("", ""), ""},
};

static void test_source(void **state)
{
    (void)state;
    check_field(sources, ARRAY_COUNT(sources), source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_publication),
        cmocka_unit_test(test_change),
        cmocka_unit_test(test_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
