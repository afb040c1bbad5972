/* SPDX-License-Identifier: Apache-2.0 */
#include "tests.h"

#include "sample.h"

static const char page_wanted[] =
    "# [Ferry returns to Port Ellery](<https://daily.example/ferry>)\n"
    "\n"
    "*After nine years the line is open again.*\n"
    "\n"
    "[Ada Marlow](<https://daily.example/ada>), Joon Pak · Northwire · World · "
    "2026-03-03T10:00:00+01:00\n"
    "\n"
    "![The Eider](<https://daily.example/eider.jpg>)\n"
    "\n"
    "PORT ELLERY, March 3 - The ferry sailed on time.\n"
    "\n"
    "## A subhead\n"
    "\n"
    "> \"We waited long,\" she said.\n"
    "\n"
    "- First of two\n"
    "- Second of two\n"
    "\n"
    "| Ship | Year |\n"
    "| --- | --- |\n"
    "| Eider | 1998 |\n"
    "\n"
    "*The Eider leaves.*\n"
    "\n"
    "```\n"
    "a < b\n"
    "```\n"
    "\n"
    "**gull7**\n"
    "\n"
    "About time.\n"
    "\n"
    "---\n"
    "\n"
    "- [Mill reopens](<https://daily.example/mill>) · World · 5 days ago\n"
    "- Snow on the pass\n"
    "  Chains are needed.\n";

static void test_a_page_in_markdown(void **state)
{
    (void)state;
    ngi_page page = sample_page();
    expect_text("page", sample_written(ngi_view_markdown, &page, NULL), page_wanted);
}

static const struct {
    const char *name, *wanted;
} escapes[] = {
    {"markup is text", "\\<script\\>alert('x')\\</script\\> \\& \"more\"  \\[31mred"},
    {"no list begins", "\n1\\. not a list\n"},
    {"nor another", "\n\\- dash\n"},
    {"no heading, link, emphasis, code",
     "\n\\# no \\*heading\\* \\[here\\](http://x) \\`code\\` \\| \\_it\\_ \\<i\\>\n"},
    {"a fence is longer than those in it", "\n````\n``` fence\n````\n"},
    {"an address with spaces and brackets is coded",
     "[Quote](<https://x.example/a%22onmouseover=%22b%20%3Cc%3E%20d>)"},
    {"a javascript: address is no link", "- Click\"\\>\\<script\\>\n"},
};

static void test_hostile_text_stays_text(void **state)
{
    (void)state;
    ngi_page page = sample_hostile();
    ng_slice text = sample_written(ngi_view_markdown, &page, NULL);
    for (size_t i = 0; i < ARRAY_COUNT(escapes); i++)
        if (ngi_find(text, ngi_slice_of(escapes[i].wanted)) == NGI_NONE)
            fail_msg("%s: not in %.*s", escapes[i].name, (int)text.len, text.ptr);
    assert_true(ngi_find_nocase(text, NGI_LIT("javascript:")) == NGI_NONE);
    assert_true(ngi_find(text, NGI_LIT("data:")) == NGI_NONE);
}

static void test_a_page_without_stories_shows_its_text(void **state)
{
    (void)state;
    ngi_page page = sample_forum();
    expect_text("forum", sample_written(ngi_view_markdown, &page, NULL),
                "Does the ferry take bicycles?\n\nIt does, in the hold.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_in_markdown),
        cmocka_unit_test(test_hostile_text_stays_text),
        cmocka_unit_test(test_a_page_without_stories_shows_its_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
