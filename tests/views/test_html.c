/* SPDX-License-Identifier: Apache-2.0 */
#include "tests.h"

#include "sample.h"

static const char wanted[] =
    "<article lang=\"en\">\n"
    "<header>\n"
    "<p class=\"section\">World</p>\n"
    "<h1><a href=\"https://daily.example/ferry\">Ferry returns to Port Ellery</a></h1>\n"
    "<p class=\"description\">After nine years the line is open again.</p>\n"
    "<p class=\"byline\"><a href=\"https://daily.example/ada\">Ada Marlow</a>, Joon Pak · "
    "Northwire · <time datetime=\"2026-03-03T10:00:00+01:00\">2026-03-03T10:00:00+01:00</time>"
    "</p>\n"
    "</header>\n"
    "<figure><img alt=\"\" src=\"https://daily.example/eider.jpg\"><figcaption>The Eider"
    "</figcaption>\n</figure>\n"
    "<p>PORT ELLERY, March 3 - The ferry sailed on time.</p>\n"
    "<h2>A subhead</h2>\n"
    "<blockquote><p>&quot;We waited long,&quot; she said.</p></blockquote>\n"
    "<ul>\n<li>First of two</li>\n<li>Second of two</li>\n</ul>\n"
    "<table>\n<tr><td>Ship</td><td>Year</td></tr>\n<tr><td>Eider</td><td>1998</td></tr>\n"
    "</table>\n"
    "<p class=\"caption\">The Eider leaves.</p>\n"
    "<pre>a &lt; b</pre>\n"
    "<section class=\"comments\">\n<p class=\"author\">gull7</p>\n<p>About time.</p>\n"
    "</section>\n"
    "</article>\n"
    "<nav lang=\"en\">\n<ul>\n"
    "<li><a href=\"https://daily.example/mill\">Mill reopens</a> · World · 5 days ago</li>\n"
    "<li>Snow on the pass<br>Chains are needed.</li>\n"
    "</ul>\n</nav>\n";

static void test_a_page_in_html(void **state)
{
    (void)state;
    ngi_page page = sample_page();
    ng_write_options options = NG_WRITE_OPTIONS;
    options.fragment = true;
    expect_text("page", sample_written(ngi_view_html, &page, &options), wanted);
}

static void test_a_document_stands_alone(void **state)
{
    (void)state;
    ngi_page page = sample_persian();
    ng_slice html = sample_written(ngi_view_html, &page, NULL);
    assert_true(ngi_starts(html, NGI_LIT("<!doctype html>\n<html lang=\"fa\" dir=\"rtl\">")));
    assert_true(ngi_find(html, NGI_LIT("<title>بازگشت کشتی</title>")) != NGI_NONE);
    assert_true(ngi_ends(html, NGI_LIT("</body>\n</html>\n")));
}

/* Whether the tag that begins at `at` is one that the writer makes, with attributes that it
 * makes: lang, dir, class, href, src, alt, datetime, name, content, charset. */
static void test_nothing_hostile_survives(void **state)
{
    (void)state;
    ngi_page page = sample_hostile();
    ng_slice html = sample_written(ngi_view_html, &page, NULL);
    static const char *const never[] = {"<script",    "<img",  "<b ",           "<i>",
                                        "javascript", "data:", "\"onmouseover", "\033"};
    for (size_t i = 0; i < ARRAY_COUNT(never); i++)
        if (ngi_find_nocase(html, ngi_slice_of(never[i])) != NGI_NONE)
            fail_msg("%s survives in %.*s", never[i], (int)html.len, html.ptr);
    assert_true(ngi_find(html, NGI_LIT("&lt;script&gt;alert(&#39;x&#39;)")) != NGI_NONE);
}

static const struct {
    const char *name, *url;
    bool safe;
} addresses[] = {
    {"https", "https://a.example/", true},
    {"http in capitals", "HTTP://a.example/", true},
    {"mail", "mailto:desk@a.example", true},
    {"a path", "/news/1", true},
    {"a path with a colon in it", "/news:1", true},
    {"a query with a colon in it", "?a=b:c", true},
    {"no scheme, other host", "//a.example/x", true},
    {"empty", "", false},
    {"javascript", "javascript:alert(1)", false},
    {"in mixed letters", "jAvAsCrIpT:alert(1)", false},
    {"with white space before it", " javascript:alert(1)", false},
    {"with a tab in it", "java\tscript:alert(1)", false},
    {"with a control character before it", "\x01javascript:alert(1)", false},
    {"data", "data:text/html,x", false},
    {"vbscript", "vbscript:x", false},
    {"file", "file:///etc/passwd", false},
    {"a name with a colon", "a:b", false},
};

static void test_addresses_are_told_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(addresses); i++)
        expect_int(addresses[i].name, ngi_safe_address(ngi_slice_of(addresses[i].url)),
                   addresses[i].safe);
}

static const struct {
    const char *name, *language, *text;
    bool right;
} directions[] = {
    {"English", "en", "x", false},
    {"Arabic", "ar", "", true},
    {"Hebrew by its letters", "", "\"שלום", true},
    {"English by its letters", "", "12 abc שלום", false},
    {"a language beats the letters", "en", "שלום", false},
    {"nothing to tell by", "", "12", false},
};

static void test_directions(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(directions); i++)
        expect_int(directions[i].name,
                   ngi_right_to_left(ngi_slice_of(directions[i].language),
                                     ngi_slice_of(directions[i].text)),
                   directions[i].right);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_in_html),
        cmocka_unit_test(test_a_document_stands_alone),
        cmocka_unit_test(test_nothing_hostile_survives),
        cmocka_unit_test(test_addresses_are_told_apart),
        cmocka_unit_test(test_directions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
