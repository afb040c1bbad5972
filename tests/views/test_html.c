/* SPDX-License-Identifier: Apache-2.0 */
#include "tests.h"

#include "sample.h"

#include "record/record.h"

#include <stdio.h>

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

/* The caption of the story's picture stands below it, and not once more in the text. */
static void test_a_caption_stands_once(void **state)
{
    (void)state;
    ngi_page page = sample_page();
    ngi_story *story = &page.stories[0];
    ng_slice before = story->image_caption;
    story->image_caption = ngi_slice_of("The Eider leaves.");
    ng_slice html = sample_written(ngi_view_html, &page, NULL);
    size_t first = ngi_find(html, story->image_caption);
    story->image_caption = before;
    assert_true(first != NGI_NONE);
    assert_true(ngi_find(ngi_slice_from(html, first + 1), ngi_slice_of("The Eider leaves.")) ==
                NGI_NONE);
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

/* ---- the record ---- */

#define AT(b, e) (ngi_extents){.items = (ngi_extent[]){{(b), (e)}}, .count = 1}

/* "The mayor said Ada <Marlow> told her on Tuesday that 40 ferries sailed." */
static ngi_part told_part[] = {
    {.type = NGI_PART_PARAGRAPH,
     .text.text = {"The mayor said Ada <Marlow> told her on Tuesday that 40 ferries sailed.", 71}}};
static ngi_mention told_mention[] = {{.at = {15, 27}}};
static ng_slice told_described[] = {{"a \"pilot\"", 9}};
static ngi_name told_name[] = {{.name = {"Ada <Marlow>", 12},
                                .type = NGI_NAME_PERSON,
                                .mentions = told_mention,
                                .mention_count = 1,
                                .descriptions = told_described,
                                .description_count = 1}};
static ngi_when told_date[] = {
    {.at = {40, 47}, .start = {"2026-03-03", 10}, .end = {"2026-03-03", 10}}};
static ngi_figure told_figure[] = {
    {.at = {53, 63}, .has_value = true, .value = 40, .has_min = true, .min = 40,
     .of = {"ferries", 7}}};

static ng_slice told(uint32_t attributions, bool facts)
{
    ngi_attribution list[] = {
        {.source = AT(0, 9), .cue = AT(10, 14), .content = AT(15, 70), .parent = NGI_NO_PARENT,
         .speaker = {.name = {"the mayor", 9}, .kind = NGI_SPEAKER_PERSON}},
        {.source = AT(15, 27), .cue = AT(28, 32), .content = AT(48, 70), .depth = 1,
         .stance = NGI_STANCE_DENIES, .speaker = {.name = {"Ada <Marlow>", 12}}},
        {.content = AT(53, 63), .parent = 0}, /* the same words as the next: covered to its end */
        {.content = AT(53, 63), .parent = 0},
    };
    ngi_record record = {.attributions = list, .attribution_count = attributions};
    if (facts) {
        record.names = told_name;
        record.dates = told_date;
        record.figures = told_figure;
        record.name_count = record.date_count = record.figure_count = 1;
    }
    ngi_story story = {.parts = told_part, .part_count = 1, .body = told_part[0].text.text,
                       .record = &record};
    ngi_page page = {.kind = NG_KIND_ARTICLE, .stories = &story, .story_count = 1};
    ng_write_options options = NG_WRITE_OPTIONS;
    options.fragment = true;
    return sample_written(ngi_view_html, &page, &options);
}

static void test_statements_and_facts_are_marked(void **state)
{
    (void)state;
    static const char facts[] =
        "<p>The mayor said <span class=\"name person\" title=\"Ada &lt;Marlow&gt;, a "
        "&quot;pilot&quot;\">Ada &lt;Marlow&gt;</span> told her on <time class=\"date\" "
        "datetime=\"2026-03-03\" title=\"2026-03-03\">Tuesday</time> that <data class=\"figure\" "
        "value=\"40\" title=\"at least 40 ferries\">40 ferries</data> sailed.</p>";
    static const char both[] =
        "<p><mark class=\"source\" id=\"s0-a1\">The mayor</mark> <mark class=\"cue\">said</mark> "
        "<mark class=\"source\" id=\"s0-a2\"><span class=\"name person\" "
        "title=\"Ada &lt;Marlow&gt;, a &quot;pilot&quot;\">Ada &lt;Marlow&gt;</span></mark>"
        "<mark class=\"content\"> </mark><mark class=\"cue\">told</mark>"
        "<mark class=\"content\"> her on <time class=\"date\" datetime=\"2026-03-03\" "
        "title=\"2026-03-03\">Tuesday</time> </mark><mark class=\"content denies\">that <data "
        "class=\"figure\" value=\"40\" title=\"at least 40 ferries\">40 ferries</data> sailed"
        "</mark>.</p>";
    if (ngi_find(told(0, true), ngi_slice_of(facts)) == NGI_NONE)
        fail_msg("facts alone: %s", told(0, true).ptr);
    if (ngi_find(told(2, true), ngi_slice_of(both)) == NGI_NONE)
        fail_msg("both: %s", told(2, true).ptr);
    assert_true(ngi_find(told(0, true), NGI_LIT("<aside")) == NGI_NONE);
    assert_true(ngi_find(told(0, false), NGI_LIT("<footer")) == NGI_NONE);
}

/* Each statement in the list of speakers leads to an element that is there, once. */
static void test_links_lead_to_their_words(void **state)
{
    (void)state;
    ng_slice html = told(4, true);
    for (int i = 1; i <= 4; i++) {
        char id[32], link[32];
        snprintf(id, sizeof(id), " id=\"s0-a%d\"", i);
        snprintf(link, sizeof(link), "<a href=\"#s0-a%d\">", i);
        size_t at = ngi_find(html, ngi_slice_of(id));
        if (at == NGI_NONE || ngi_find(html, ngi_slice_of(link)) == NGI_NONE)
            fail_msg("statement %d: %.*s", i, (int)html.len, html.ptr);
        assert_true(ngi_find(ngi_slice_from(html, at + 1), ngi_slice_of(id)) == NGI_NONE);
    }
    assert_true(ngi_find(html, NGI_LIT("<script")) == NGI_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_in_html),
        cmocka_unit_test(test_a_caption_stands_once),
        cmocka_unit_test(test_a_document_stands_alone),
        cmocka_unit_test(test_nothing_hostile_survives),
        cmocka_unit_test(test_addresses_are_told_apart),
        cmocka_unit_test(test_directions),
        cmocka_unit_test(test_statements_and_facts_are_marked),
        cmocka_unit_test(test_links_lead_to_their_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
