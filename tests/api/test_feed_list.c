/* SPDX-License-Identifier: Apache-2.0 */
/* Feeds that pages and lists of subscriptions name. */
#include "tests.h"

#include <stdlib.h>

#define PAGE(head, body) "<!doctype html><html><head>" head "</head><body>" body "</body></html>"
#define RSS "type=\"application/rss+xml\""
#define OPML(body) "<?xml version=\"1.0\"?><opml version=\"2.0\"><body>" body "</body></opml>"

typedef struct list_case {
    const char *name, *text, *url;
    const char *wanted; /* the JSON lines, without their braces' lines' ends */
} list_case;

static const list_case cases[] = {
    {"a link",
     PAGE("<link rel=\"alternate\" " RSS " title=\"All\" href=\"https://d.example/f\">", ""), "",
     "{\"url\":\"https://d.example/f\",\"title\":\"All\",\"type\":\"rss\",\"from\":\"link\"}\n"},
    {"a relative link", PAGE("<link rel=alternate " RSS " href=\"../f?a&amp;b\">", ""),
     "https://d.example/a/b",
     "{\"url\":\"https://d.example/f?a&b\",\"site\":\"https://d.example/a/b\",\"type\":\"rss\","
     "\"from\":\"link\"}\n"},
    {"from the page's base",
     PAGE("<base href=\"https://d.example/n/\"><link rel=alternate " RSS " href=f>", ""), "",
     "{\"url\":\"https://d.example/n/f\",\"type\":\"rss\",\"from\":\"link\"}\n"},
    {"Atom, JSON, and letters in any case",
     PAGE("<link REL=\"Alternate\" TYPE=\"Application/ATOM+xml; charset=utf-8\" "
          "href=\"https://d.example/a\">"
          "<link rel=\"feed alternate\" type=\"application/feed+json\" "
          "href=\"https://d.example/j\">",
          ""),
     "",
     "{\"url\":\"https://d.example/a\",\"type\":\"atom\",\"from\":\"link\"}\n"
     "{\"url\":\"https://d.example/j\",\"type\":\"json\",\"from\":\"link\"}\n"},
    {"no feeds",
     PAGE("<link rel=alternate hreflang=de href=\"https://d.example/de\"><link rel=stylesheet " RSS
          " href=\"https://d.example/s\"><link rel=alternate " RSS ">",
          "<a href=\"https://d.example/feeding\">Feeding seals</a><a>rss</a>"),
     "", ""},
    {"anchors",
     PAGE("", "<a href=\"/rss/\">RSS</a><a href=\"/x.atom#a\">Atom</a>"
              "<a href=\"/blog/feed/?x=1\">F</a><a href=\"/feed.json\">J</a>"),
     "https://d.example/",
     "{\"url\":\"https://d.example/rss/\",\"site\":\"https://d.example/"
     "\",\"type\":\"rss\",\"from\":\"anchor\"}\n"
     "{\"url\":\"https://d.example/x.atom\",\"site\":\"https://d.example/"
     "\",\"type\":\"atom\",\"from\":\"anchor\"}\n"
     "{\"url\":\"https://d.example/blog/feed/?x=1\",\"site\":\"https://d.example/"
     "\",\"from\":\"anchor\"}\n"
     "{\"url\":\"https://d.example/feed.json\",\"site\":\"https://d.example/"
     "\",\"type\":\"json\",\"from\":\"anchor\"}\n"},
    {"links before anchors, each once",
     PAGE("", "<a href=\"https://d.example/rss\">R</a><link rel=alternate " RSS
              " href=\"https://d.example/f\"><a href=\"https://d.example/rss\">R</a>"),
     "",
     "{\"url\":\"https://d.example/f\",\"type\":\"rss\",\"from\":\"link\"}\n"
     "{\"url\":\"https://d.example/rss\",\"type\":\"rss\",\"from\":\"anchor\"}\n"},
    {"an anchor that says its type", PAGE("", "<a " RSS " href=\"https://d.example/n\">News</a>"),
     "", "{\"url\":\"https://d.example/n\",\"type\":\"rss\",\"from\":\"anchor\"}\n"},
    {"an address that leads nowhere",
     PAGE("<link rel=alternate " RSS " href=\"javascript:alert(1)\">", ""), "", ""},
    {"subscriptions",
     OPML("<outline text=\"Ferrow &amp; sons\" xmlUrl=\"https://f.example/rss\" "
          "htmlUrl=\"https://f.example/\" type=\"rss\"/>"),
     "",
     "{\"url\":\"https://f.example/rss\",\"title\":\"Ferrow & "
     "sons\",\"site\":\"https://f.example/\","
     "\"type\":\"rss\",\"from\":\"opml\"}\n"},
    {"the title before the text",
     OPML("<outline text=\"A\" title=\"B\" xmlUrl=\"https://f.example/\"/>"), "",
     "{\"url\":\"https://f.example/\",\"title\":\"B\",\"from\":\"opml\"}\n"},
    {"folders",
     OPML("<outline text=\"World\"><outline text=\"North\"><outline text=\"A\" "
          "xmlUrl=\"https://a.example/\"/></outline><outline text=\"B\" "
          "xmlUrl=\"https://b.example/\"/>"
          "</outline><outline text=\"C\" xmlUrl=\"https://c.example/\"/>"),
     "",
     "{\"url\":\"https://a.example/\",\"title\":\"A\",\"folder\":\"World/"
     "North\",\"from\":\"opml\"}\n"
     "{\"url\":\"https://b.example/\",\"title\":\"B\",\"folder\":\"World\",\"from\":\"opml\"}\n"
     "{\"url\":\"https://c.example/\",\"title\":\"C\",\"from\":\"opml\"}\n"},
    {"a category for a folder",
     OPML("<outline text=\"A\" category=\"/World/North, News\" xmlUrl=\"https://a.example/\"/>"),
     "",
     "{\"url\":\"https://a.example/\",\"title\":\"A\",\"folder\":\"World/"
     "North\",\"from\":\"opml\"}\n"},
    {"subscriptions cut off", "<opml><body><outline text=\"A\" xmlurl=\"https://a.example/\"><outl",
     "", "{\"url\":\"https://a.example/\",\"title\":\"A\",\"from\":\"opml\"}\n"},
    {"a feed itself",
     "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Tides</title><link "
     "href=\"https://t.example/\"/>"
     "</feed>",
     "https://t.example/atom",
     "{\"url\":\"https://t.example/atom\",\"title\":\"Tides\",\"site\":\"https://t.example/\","
     "\"type\":\"atom\",\"from\":\"feed\"}\n"},
    {"a feed whose address is not known", "<rss><channel><title>Tides</title></channel></rss>", "",
     ""},
};

typedef struct collected {
    char text[8192];
    size_t length;
} collected;

static bool collect(void *context, const char *bytes, size_t length)
{
    collected *c = context;
    assert_true(c->length + length < sizeof c->text);
    memcpy(c->text + c->length, bytes, length);
    c->length += length;
    return true;
}

static ng_feed_list *list_of(const char *text, const char *url)
{
    ng_feed_list *list;
    ng_error error;
    assert_int_equal(ng_feed_list_new(&list, &error), NG_OK);
    assert_int_equal(ng_feed_list_add(list, (ng_slice){text, strlen(text)},
                                      (ng_slice){url, strlen(url)}, &error),
                     NG_OK);
    return list;
}

static void expect_written(const char *name, const ng_feed_list *list, ng_feed_list_form form,
                           const char *wanted)
{
    collected out = {.length = 0};
    assert_int_equal(ng_feed_list_write(list, form, collect, &out, NULL), NG_OK);
    expect_text(name, (ng_slice){out.text, out.length}, wanted);
}

static void test_lists(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ng_feed_list *list = list_of(cases[i].text, cases[i].url);
        expect_written(cases[i].name, list, NG_FEED_LIST_JSONL, cases[i].wanted);
        ng_feed_list_free(list);
    }
}

static void test_several_inputs_make_one_list(void **state)
{
    (void)state;
    ng_error error;
    ng_feed_list *list = list_of(cases[0].text, "");
    static const char more[] =
        OPML("<outline text=\"Again\" xmlUrl=\"https://d.example/f\"/>"
             "<outline text=\"&lt;B&gt;\" xmlUrl=\"https://b.example/?x&amp;y\"/>");
    assert_int_equal(
        ng_feed_list_add(list, (ng_slice){more, strlen(more)}, (ng_slice){"", 0}, &error), NG_OK);
    assert_int_equal(ng_feed_list_count(list), 2);
    expect_text("title", ng_feed_list_get(list, 0).title, "All");
    expect_text("beyond", ng_feed_list_get(list, 2).url, "");
    expect_written("text", list, NG_FEED_LIST_TEXT,
                   "https://d.example/f  All\nhttps://b.example/?x&y  <B>\n");
    ng_feed_list_free(list);
    ng_feed_list_free(NULL);
}

/* What is written as OPML is read again as it was. */
static void test_opml_comes_back(void **state)
{
    (void)state;
    ng_feed_list *list =
        list_of(OPML("<outline text=\"A &amp; &quot;B&quot; &lt;i&gt;\" "
                     "xmlUrl=\"https://a.example/?x&amp;y\" "
                     "htmlUrl=\"https://a.example/\" category=\"World/North\" type=\"atom\"/>"
                     "<outline xmlUrl=\"https://b.example/\" type=\"rss\" text=\"B\"/>"),
                "");
    collected rows = {.length = 0}, opml = {.length = 0};
    assert_int_equal(ng_feed_list_write(list, NG_FEED_LIST_JSONL, collect, &rows, NULL), NG_OK);
    assert_int_equal(ng_feed_list_write(list, NG_FEED_LIST_OPML, collect, &opml, NULL), NG_OK);
    ng_feed_list_free(list);
    rows.text[rows.length] = opml.text[opml.length] = '\0';
    list = list_of(opml.text, "");
    expect_written("again", list, NG_FEED_LIST_JSONL, rows.text);
    ng_feed_list_free(list);
}

static bool refuse(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return false;
}

static void test_failures(void **state)
{
    (void)state;
    ng_error error;
    ng_feed_list *list = list_of(cases[0].text, "");
    assert_int_equal(ng_feed_list_write(list, NG_FEED_LIST_JSONL, refuse, NULL, &error),
                     NG_ERR_WRITE);
    assert_int_equal(ng_feed_list_add(list, (ng_slice){"\x89PNG\r\n\x1a\n\0\0\0\0\1\2\3\4", 16},
                                      (ng_slice){"", 0}, &error),
                     NG_ERR_FORMAT);
    assert_int_equal(ng_feed_list_add(list, (ng_slice){" \n", 2}, (ng_slice){"", 0}, &error),
                     NG_ERR_FORMAT);
    ng_feed_list_free(list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_several_inputs_make_one_list),
        cmocka_unit_test(test_opml_comes_back),
        cmocka_unit_test(test_failures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
