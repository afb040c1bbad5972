/* SPDX-License-Identifier: Apache-2.0 */
#include "provenance/quotations.h"

#include "tests.h"

/* A text, and its quotations of four words and more, joined by '|'. */
static const struct {
    const char *name, *text, *wanted;
} cases[] = {
    {"straight", "He said \"we will not pay for it\" twice.", "we will not pay for it"},
    {"curly", "\xE2\x80\x9CWe will not pay,\xE2\x80\x9D he said. \xE2\x80\x9CThey know that well.\xE2\x80\x9D",
     "We will not pay,|They know that well."},
    {"german", "\xE2\x80\x9EWir zahlen das nicht\xE2\x80\x9C, sagte sie.", "Wir zahlen das nicht"},
    {"french", "\xC2\xAB Nous ne paierons pas \xC2\xBB, dit-il.", " Nous ne paierons pas "},
    {"short", "The \"old quay\" is shut.", ""},
    {"not closed", "\"We will not pay for it\n\nThe end.", "We will not pay for it"},
    {"not closed at the end", "\"We will not pay for it", "We will not pay for it"},
    {"a mark inside", "\xE2\x80\x9CShe said 'we will pay' to me\xE2\x80\x9D", "She said 'we will pay' to me"},
    {"opened curly, closed straight", "\xE2\x80\x9CWe will never pay\" he said", "We will never pay"},
    {"none", "No word of this is quoted.", ""},
    {"marks only", "\"\"\"\"\"\"", ""},
    {"japanese", "\xE3\x80\x8C\xE6\xB0\xB4\xE3\x81\x8C\xE3\x81\xAA\xE3\x81\x84\xE3\x80\x8D\xE3\x81\xA8",
     "\xE6\xB0\xB4\xE3\x81\x8C\xE3\x81\xAA\xE3\x81\x84"},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_arena arena;
        ngi_buffer is = {0};
        ngi_word_row row = {0};
        ngi_quotation *found;
        uint32_t count;
        ng_slice text = {cases[i].text, strlen(cases[i].text)};
        ngi_arena_init(&arena, 0);
        assert_true(ngi_word_row_cut(&row, text));
        assert_true(ngi_quotations_cut(&arena, text, &row, &found, &count));
        for (uint32_t k = 0; k < count; k++) {
            if (k > 0)
                ngi_buffer_char(&is, '|');
            ngi_buffer_add(&is, ngi_slice_sub(text, found[k].begin, found[k].end));
        }
        expect_text(cases[i].name, ngi_buffer_slice(&is), cases[i].wanted);
        ngi_buffer_free(&is);
        ngi_word_row_free(&row);
        ngi_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
