/* SPDX-License-Identifier: Apache-2.0 */
#include "tests.h"

#include "sample.h"

static const char wanted[] = "World\n"
                             "Ferry returns to Port Ellery\n"
                             "\n"
                             "After nine years the line is open again.\n"
                             "\n"
                             "Ada Marlow, Joon Pak · Northwire ·\n"
                             "2026-03-03 10:00 +01:00\n"
                             "\n"
                             "PORT ELLERY, March 3 - The ferry sailed\n"
                             "on time.\n"
                             "\n"
                             "A subhead\n"
                             "\n"
                             "│ \"We waited long,\" she said.\n"
                             "\n"
                             "• First of two\n"
                             "• Second of two\n"
                             "\n"
                             "Ship | Year\n"
                             "Eider | 1998\n"
                             "\n"
                             "[The Eider leaves.]\n"
                             "\n"
                             "a < b\n"
                             "\n"
                             "  gull7\n"
                             "  About time.\n"
                             "\n"
                             "────────────────────────\n"
                             "\n"
                             "• Mill reopens\n"
                             "  World · 5 days ago\n"
                             "\n"
                             "• Snow on the pass\n"
                             "  Chains are needed.\n";

static void test_a_page_is_set_for_reading(void **state)
{
    (void)state;
    ngi_page page = sample_page();
    ng_write_options options = NG_WRITE_OPTIONS;
    options.width = 40;
    expect_text("page", sample_written(ngi_view_text, &page, &options), wanted);
}

static void test_colours_come_only_when_asked(void **state)
{
    (void)state;
    ngi_page page = sample_page();
    ng_write_options options = NG_WRITE_OPTIONS;
    ng_slice plain = sample_written(ngi_view_text, &page, &options);
    assert_true(ngi_find_char(plain, '\033') == NGI_NONE);
    options.color = true;
    ng_slice colored = sample_written(ngi_view_text, &page, &options);
    assert_true(ngi_find(colored, NGI_LIT("\033[1mFerry returns to Port Ellery\033[0m")) !=
                NGI_NONE);
}

static void test_hostile_text_can_not_steer_the_terminal(void **state)
{
    (void)state;
    ngi_page page = sample_hostile();
    ng_slice text = sample_written(ngi_view_text, &page, NULL);
    for (size_t i = 0; i < text.len; i++)
        assert_true((unsigned char)text.ptr[i] >= ' ' || text.ptr[i] == '\n');
    assert_true(ngi_find(text, NGI_LIT("\xE2\x80\xAE")) == NGI_NONE);
}

static void test_a_page_without_stories_shows_its_text(void **state)
{
    (void)state;
    ngi_page page = sample_forum();
    expect_text("forum", sample_written(ngi_view_text, &page, NULL),
                "Does the ferry take bicycles?\n\nIt does, in the hold.\n");
}

static void test_persian_lines_run_from_the_right(void **state)
{
    (void)state;
    ngi_page page = sample_persian();
    ng_slice text = sample_written(ngi_view_text, &page, NULL);
    assert_true(ngi_starts(text, NGI_LIT("\xE2\x80\x8F")));
}

static void test_a_place_is_marked(void **state)
{
    (void)state;
    ngi_place_text place = {NGI_LIT("<p>The "), NGI_LIT("fer\033ry"), NGI_LIT(" sailed"), true,
                            true};
    ng_write_options options = NG_WRITE_OPTIONS;
    ngi_buffer out = {0};
    ngi_view_place(&out, &place, &options);
    expect_text("place", ngi_buffer_slice(&out), "…<p>The ⟦fer\xEF\xBF\xBDry⟧ sailed…\n");
    ngi_buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_is_set_for_reading),
        cmocka_unit_test(test_colours_come_only_when_asked),
        cmocka_unit_test(test_hostile_text_can_not_steer_the_terminal),
        cmocka_unit_test(test_a_page_without_stories_shows_its_text),
        cmocka_unit_test(test_persian_lines_run_from_the_right),
        cmocka_unit_test(test_a_place_is_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
