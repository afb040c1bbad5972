/* SPDX-License-Identifier: Apache-2.0 */
#include "tests.h"

#include "base/utf8.h"
#include "views/wrap.h"

static const struct {
    const char *name, *text, *wanted;
} cases[] = {
    {"nothing", "", ""},
    {"short", "the ferry", "the ferry\n"},
    {"a line that just fits", "ten letter", "ten letter\n"},
    {"a word too many", "ten letters", "ten\nletters\n"},
    {"spaces are squeezed", "  a   b ", "a b\n"},
    {"a word wider than the line", "abcdefghijklm no", "abcdefghij\nklm no\n"},
    {"a newline ends the line", "a b\nc", "a b\nc\n"},
    {"Chinese breaks anywhere", "渡轮重新开航了", "渡轮重新开\n航了\n"},
    {"but not before a full stop", "渡轮重新开。航", "渡轮重新\n开。航\n"},
    {"nor behind an opening bracket", "渡轮重新「开」航", "渡轮重新\n「开」航\n"},
    {"Latin and Chinese", "abc 渡轮重新", "abc 渡轮重\n新\n"},
    {"marks take no column",
     "e\xCC\x81"
     "e\xCC\x81"
     "e\xCC\x81 abcdef",
     "e\xCC\x81"
     "e\xCC\x81"
     "e\xCC\x81 abcdef\n"},
    {"an escape sequence is harmless", "a\033[31mb", "a\xEF\xBF\xBD[31mb\n"},
    {"a C1 control too",
     "a\xC2\x9B"
     "31m",
     "a\xEF\xBF\xBD"
     "31m\n"},
    {"an override of direction is left out",
     "a\xE2\x80\xAE"
     "b",
     "ab\n"},
};

static void test_lines_are_wrapped(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_buffer out = {0};
        ngi_lines lines = {.width = 10};
        ngi_wrap(&out, ngi_slice_of(cases[i].text), &lines);
        expect_text(cases[i].name, ngi_buffer_slice(&out), cases[i].wanted);
        ngi_buffer_free(&out);
    }
}

static void test_prefixes_and_styles_go_round_each_line(void **state)
{
    (void)state;
    ngi_buffer out = {0};
    ngi_lines lines = {10, NGI_LIT("- "), NGI_LIT("  "), NGI_LIT("\033[1m"), false};
    ngi_wrap(&out, NGI_LIT("one two three"), &lines);
    expect_text("styled", ngi_buffer_slice(&out),
                "- \033[1mone two\033[0m\n  \033[1mthree\033[0m\n");
    ngi_buffer_free(&out);
}

static void test_lines_from_the_right_say_so(void **state)
{
    (void)state;
    ngi_buffer out = {0};
    ngi_lines lines = {.width = 10, .right_to_left = true};
    ngi_wrap(&out, NGI_LIT("BBC گزارش داد کشتی"), &lines);
    expect_text("lines", ngi_buffer_slice(&out),
                "\xE2\x80\x8F"
                "BBC گزارش\n\xE2\x80\x8Fداد کشتی\n");
    ngi_buffer_free(&out);
}

/* No line is wider than it may be, whatever the text. */
static void test_no_line_is_too_wide(void **state)
{
    (void)state;
    static const char *const units[] = {"a", "渡", " ", "ぁ", "e\xCC\x81", "。", "한", "\n", "ب"};
    unsigned random = 1;
    for (int round = 0; round < 200; round++) {
        ngi_buffer text = {0}, out = {0};
        for (int i = 0; i < 60; i++) {
            random = random * 1103515245u + 12345u;
            ngi_buffer_add(&text, ngi_slice_of(units[(random >> 16) % ARRAY_COUNT(units)]));
        }
        ngi_lines lines = {.width = 7};
        ng_slice rest, line;
        ngi_wrap(&out, ngi_buffer_slice(&text), &lines);
        rest = ngi_buffer_slice(&out);
        while (ngi_split(&rest, '\n', &line)) {
            unsigned width = 0;
            for (size_t i = 0; i < line.len;)
                width += ngi_columns(ngi_utf8_next(line, &i));
            assert_true(width <= 7);
        }
        ngi_buffer_free(&text);
        ngi_buffer_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_are_wrapped),
        cmocka_unit_test(test_prefixes_and_styles_go_round_each_line),
        cmocka_unit_test(test_lines_from_the_right_say_so),
        cmocka_unit_test(test_no_line_is_too_wide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
