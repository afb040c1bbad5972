/* SPDX-License-Identifier: Apache-2.0 */
#include "provenance/align.h"

#include "tests.h"

#include <stdlib.h>

static const char original[] =
    "The council of Ashby voted on Monday to close the old bridge for repairs until spring, "
    "forcing 14 bus lines onto the ring road. Engineers found cracks in two of its five piers. "
    "The mayor said the work would cost 3 million crowns and that no other bridge was at risk.";

/* Another text, and what of it stands in the original. */
static const struct {
    const char *name, *text;
    uint32_t passages;
    double least, most; /* share of its words */
} cases[] = {
    {"itself", original, 1, 1, 1},
    {"a sentence", "Engineers found cracks in two of its five piers.", 1, 1, 1},
    {"words changed", "The council of Ashby decided on Monday to shut the old bridge for works until "
                      "spring, forcing 14 bus lines onto the ring road.", 1, 1, 1},
    {"words left out", "The council voted on Monday to close the bridge for repairs until spring.", 1,
     0.8, 1},
    {"two apart, turned round", "The mayor said the work would cost 3 million crowns. Nobody was "
                                "surprised by any of this in the town. Engineers found cracks in two "
                                "of its five piers.", 2, 0.55, 0.75},
    {"too little", "The council of Ashby met.", 0, 0, 0},
    {"nothing", "Rain fell on the harbour all night and the boats stayed in.", 0, 0, 0},
    {"empty", "", 0, 0, 0},
};

static void test_cases(void **state)
{
    (void)state;
    ngi_aligner a = {0};
    ngi_word_row from = {0}, to = {0};
    assert_true(ngi_word_row_cut(&from, (ng_slice){original, sizeof(original) - 1}));
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        assert_true(ngi_word_row_cut(&to, (ng_slice){cases[i].text, strlen(cases[i].text)}));
        assert_true(ngi_align(&a, &from, i % 2, &to));
        expect_int(cases[i].name, a.count, cases[i].passages);
        double share = to.count == 0 ? 0 : (double)ngi_passages_to(a.passages, a.count) / to.count;
        if (share < cases[i].least || share > cases[i].most)
            fail_msg("%s: share %.3f", cases[i].name, share);
    }
    ngi_aligner_free(&a);
    ngi_word_row_free(&from);
    ngi_word_row_free(&to);
}

static void test_numbers(void **state)
{
    (void)state;
    static const char one[] = "a crowd of 4,094 saw minute 15 and 6 cards with place 1 and 29 points";
    static const char two[] = "a crowd of 7,747 saw minute 15 and 2 cards with place 7 and 29 points";
    ngi_aligner a = {0};
    ngi_word_row from = {0}, to = {0};
    assert_true(ngi_word_row_cut(&from, (ng_slice){one, strlen(one)}));
    assert_true(ngi_word_row_cut(&to, (ng_slice){two, strlen(two)}));
    assert_true(ngi_align(&a, &from, 0, &to));
    assert_int_equal(a.count, 1);
    assert_int_equal(a.passages[0].numbers, 2);
    assert_int_equal(a.passages[0].odd_from, 3);
    assert_int_equal(a.passages[0].odd_to, 3);
    ngi_aligner_free(&a);
    ngi_word_row_free(&from);
    ngi_word_row_free(&to);
}

/* Texts on which a naive search would take the square of their length. */
static void test_long_repeats(void **state)
{
    (void)state;
    enum { WORDS = 300000 };
    char *text = malloc(WORDS * 3 + 1);
    ngi_aligner a = {0};
    ngi_word_row from = {0}, to = {0};
    assert_non_null(text);
    for (size_t i = 0; i < WORDS; i++)
        memcpy(text + 3 * i, i % 50 == 49 ? "of " : "to ", 4);
    assert_true(ngi_word_row_cut(&from, (ng_slice){text, WORDS * 3}));
    for (size_t i = 0; i < WORDS; i++)
        memcpy(text + 3 * i, "to ", 4);
    assert_true(ngi_word_row_cut(&to, (ng_slice){text, WORDS * 3}));
    assert_true(ngi_align(&a, &from, 0, &to));
    assert_true(ngi_align(&a, &to, 0, &from));
    assert_true(a.count > 0);
    ngi_aligner_free(&a);
    ngi_word_row_free(&from);
    ngi_word_row_free(&to);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_numbers),
                                       cmocka_unit_test(test_long_repeats)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
