/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of subscriptions, whole and broken, by what stands in their row. */
#include "rows.h"

#include <stdlib.h>

#define OPML(version, head, body)                                                                  \
    "<?xml version=\"1.0\"?><opml version=\"" version "\"><head>" head "</head><body>" body        \
    "</body></opml>"
#define LIST(body) OPML("2.0", "<title>Ferrow</title>", body)

static const row_case cases[] = {
    {"a list",
     LIST("<outline type=\"rss\" text=\"Tides\" xmlUrl=\"https://t.example/rss\" "
          "htmlUrl=\"https://t.example/\"/>"),
     {"\"kind\":\"opml\",\"version\":\"opml20\",\"bozo\":false,\"feed\":{\"title\":\"Ferrow\"}",
      "\"feeds\":[{\"url\":\"https://t.example/rss\",\"title\":\"Tides\","
      "\"site\":\"https://t.example/\",\"type\":\"rss\"}]"},
     "\"entries\""},
    {"nothing", LIST(""), {"\"feeds\":[]"}, NULL},
    {"version 1.0", OPML("1.0", "", ""), {"\"version\":\"opml10\"", "\"feed\":{}"}, NULL},
    {"version 1.1", OPML("1.1", "", ""), {"\"version\":\"opml11\""}, NULL},
    {"no version", "<opml><body/></opml>", {"\"version\":\"opml\""}, NULL},
    {"folders",
     LIST("<outline text=\"World\"><outline text=\"North\"><outline text=\"A\" "
          "xmlUrl=\"https://a.example/\"/></outline></outline>"),
     {"\"folder\":\"World/North\""},
     NULL},
    {"a title in pieces",
     OPML("2.0", "<title>Sea <![CDATA[& pier]]>\n news</title><title>Other</title>", ""),
     {"\"title\":\"Sea & pier news\""},
     "Other"},
    {"a title behind the head is none of the list",
     "<opml version=\"2.0\"><body><title>Low</title></body></opml>",
     {"\"feed\":{}"},
     "Low"},
    {"cut off",
     "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"https://a.example/\"><outline",
     {"\"bozo\":true", "\"url\":\"https://a.example/\""},
     NULL},
};

static void test_lists(void **state)
{
    (void)state;
    expect_rows_of(cases, ARRAY_COUNT(cases), NG_KIND_OPML);
}

static void test_a_list_is_told_by_itself(void **state)
{
    (void)state;
    expect_rows_of(cases, ARRAY_COUNT(cases), NG_KIND_AUTO);
}

static void test_what_is_no_list_is_refused(void **state)
{
    char *row;
    ng_error error = {0};
    (void)state;
    assert_int_equal(row_of("<rss><channel/></rss>", NG_KIND_OPML, &row, &error), NG_ERR_FORMAT);
    assert_non_null(strstr(error.text, "no list of subscriptions"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_a_list_is_told_by_itself),
        cmocka_unit_test(test_what_is_no_list_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
