/* SPDX-License-Identifier: Apache-2.0 */
/* Texts that want time or memory to run out: each is read for dates, figures and speech, with
 * spans inside the text and no more answers than are kept. That the time is linear one sees by
 * the bench; here a text that is not would make itself felt, but no clock decides. */
#include "record/figures/figures.h"
#include "record/languages/quotes.h"
#include "record/when/when.h"
#include "tests.h"

enum { SIZE = 300000 };

static const char *const pieces[] = {
    "On Tuesday March 3 he said 12 people came to the 2014 meeting ",
    "\"", "\xC2\xAB", "\xE2\x80\x9E" "a\xE2\x80\x9C ", "a", "1", "1,", "1-", "1.000.", "twenty-",
    "hundred thousand ", "March ", "Tuesday ", "since ", "early ", "the end of ", "last this the ",
    "thousands of ", "\xE4\xB8\xAD\xE6\x96\x87", "\x01\x02 \x7F", "$", "5 km (", "2014-", "1:",
    "\xE2\x80\x94 a, dit ", "\xE0\xA4\xB9\xE0\xA4\xBF ", "\n", "\xC2\xA0", "vor ", "il y a ",
};

static const char *const languages[] = {"en", "de", "fr", "es", "xx"};

static void read_all(ng_slice text, const char *language, size_t limit)
{
    ngi_arena arena;
    ngi_arena_init(&arena, limit);
    ngi_prose prose = {.text = text};
    ng_slice tag = ngi_slice_of(language), base = NGI_LIT("2024-11-20");
    ngi_when *dates;
    ngi_figure *figures;
    ngi_attribution *said;
    uint32_t count;
    bool made = ngi_dates_find(&arena, &prose, 0, base, tag, &dates, &count);
    if (made && count != 0)
        assert_true(count <= NGI_DATES_MOST && dates[count - 1].at.end <= text.len);
    made = ngi_figures_find(&arena, &prose, 0, tag, &figures, &count) && made;
    if (made && count != 0)
        assert_true(count <= NGI_FIGURES_MOST && figures[count - 1].at.end <= text.len);
    made = ngi_quotes_by_rule(&arena, &prose, tag, &said, &count) && made;
    if (made && count != 0)
        assert_true(count <= NGI_QUOTES_MOST && said[count - 1].content.count != 0);
    assert_true(made || limit != 0);
    ngi_arena_free(&arena);
}

static void test_endless_repetitions_end(void **state)
{
    (void)state;
    char *text = malloc(SIZE + 128);
    assert_non_null(text);
    for (size_t p = 0; p < ARRAY_COUNT(pieces); p++) {
        size_t len = strlen(pieces[p]), used = 0;
        while (used < SIZE) {
            memcpy(text + used, pieces[p], len);
            used += len;
        }
        for (size_t l = 0; l < ARRAY_COUNT(languages); l++)
            read_all((ng_slice){text, used}, languages[l], 0);
    }
    free(text);
}

static void test_memory_that_is_out_is_told(void **state)
{
    (void)state;
    static const char text[] = "On Tuesday 12 people came. \"We go home now\", dijo Ana Robles. ";
    for (size_t limit = 1; limit < (1u << 20); limit *= 2)
        for (size_t l = 0; l < ARRAY_COUNT(languages); l++)
            read_all((ng_slice){text, sizeof text - 1}, languages[l], limit);
}

static void test_empty_texts_give_nothing(void **state)
{
    (void)state;
    for (size_t l = 0; l < ARRAY_COUNT(languages); l++)
        read_all((ng_slice){NULL, 0}, languages[l], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_endless_repetitions_end),
        cmocka_unit_test(test_memory_that_is_out_is_told),
        cmocka_unit_test(test_empty_texts_give_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
