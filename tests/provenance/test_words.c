/* SPDX-License-Identifier: Apache-2.0 */
#include "provenance/words.h"

#include "tests.h"

static ng_slice of(const char *text)
{
    return (ng_slice){text, strlen(text)};
}

/* Texts that are the same words, or are not. */
static const struct {
    const char *name, *one, *other;
    bool same;
    uint32_t words; /* of the first */
} pairs[] = {
    {"case", "The Council Said", "the council said", true, 3},
    {"marks between", "\"Yes,\" she said.", "\xE2\x80\x9CYes\xE2\x80\x9D she said", true, 3},
    {"dashes", "a - b", "a \xE2\x80\x94 b", true, 2},
    {"apostrophes", "don't", "don\xE2\x80\x99t", true, 2},
    {"grouped digits", "1,200 drones", "1200 drones", true, 2},
    {"a decimal point counts", "1.5", "15", false, 1},
    {"a number and its unit", "$1.1bn", "1.1 bn", true, 2},
    {"letters beyond ASCII", "\xC3\x89T\xC3\x89", "\xC3\xA9t\xC3\xA9", true, 1},
    {"other words", "ferry", "berry", false, 1},
    {"han without spaces", "\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD \xE6\x96\x87", true, 2},
    {"digits of other scripts", "\xD9\xA1\xD9\xA2", "12", true, 1},
    {"nothing", "", " ... \n", true, 0},
    {"accents or none", "S\xC3\xA3o Jo\xC3\xA3o", "Sao Joao", true, 2},
    {"one letter longer", "counterproductive", "counterproductiv", false, 1},
    {"letters behind digits", "32km", "32 km", true, 2},
};

static void test_pairs(void **state)
{
    (void)state;
    ngi_word_row a = {0}, b = {0};
    for (size_t i = 0; i < ARRAY_COUNT(pairs); i++) {
        assert_true(ngi_word_row_cut(&a, of(pairs[i].one)));
        assert_true(ngi_word_row_cut(&b, of(pairs[i].other)));
        bool same = a.count == b.count;
        for (uint32_t k = 0; same && k < a.count; k++)
            same = a.items[k].hash == b.items[k].hash;
        expect_int(pairs[i].name, same, pairs[i].same);
        expect_int(pairs[i].name, a.count, pairs[i].words);
    }
    ngi_word_row_free(&a);
    ngi_word_row_free(&b);
}

/* Flags of each word: n a number, q quoted, s short, . none. */
static const struct {
    const char *text, *flags;
} flagged[] = {
    {"Hundreds \"walked out\" of 32 harbours", ".qqsn."},
    {"\xE2\x80\x9CNever again\xE2\x80\x9D he", "qqs"},
    {"\xE2\x80\x9Enie wieder\xE2\x80\x9C sagte", "qq."},
    {"\"open until\nthe line ends", "..s.."}, /* nothing closes it: a slip */
    {"a 60\" pipe \"of lead\" here", "sn.qq."},
    {"the workers' union 'will not pay' now", "s..qqqs"},
    {"\xC2\xAB"
     "jamais plus\xC2\xBB dit",
     "qqs"},
};

static void test_flags(void **state)
{
    (void)state;
    ngi_word_row row = {0};
    for (size_t i = 0; i < ARRAY_COUNT(flagged); i++) {
        char is[32] = "";
        assert_true(ngi_word_row_cut(&row, of(flagged[i].text)));
        ngi_word_row_mark(&row, of(flagged[i].text));
        for (uint32_t k = 0; k < row.count && k < sizeof(is) - 1; k++) {
            uint32_t f = row.items[k].flags;
            is[k] = f & NGI_WORD_QUOTED   ? 'q'
                    : f & NGI_WORD_NUMBER ? 'n'
                    : f & NGI_WORD_SHORT  ? 's'
                                          : '.';
            is[k + 1] = '\0';
        }
        expect_text(flagged[i].text, of(is), flagged[i].flags);
    }
    ngi_word_row_free(&row);
}

static void test_places(void **state)
{
    (void)state;
    ng_slice text = of("\xE2\x80\x9C"
                       "Caf\xC3\xA9 1,200,\xE2\x80\x9D she");
    static const char *const words[] = {"Caf\xC3\xA9", "1,200", "she"};
    ngi_word_row row = {0};
    assert_true(ngi_word_row_cut(&row, text));
    assert_int_equal(row.count, ARRAY_COUNT(words));
    for (uint32_t i = 0; i < row.count; i++)
        expect_text(words[i], ngi_slice_sub(text, row.items[i].begin, row.items[i].end), words[i]);
    ngi_word_row_free(&row);
}

/* A word is the same wherever it stands: at the text's end, before a mark beyond ASCII or before
 * more text, whatever its length. */
static void test_lengths(void **state)
{
    (void)state;
    const char *letters = "Abcdefghijklmnopqrstuvwxyzabcdefghij";
    static const char *const tails[] = {"", "\xE2\x80\x99", " and then so much more of a text",
                                        "."};
    ngi_word_row row = {0};
    for (int length = 1; length <= 36; length++) {
        uint32_t hash = 0;
        for (size_t t = 0; t < ARRAY_COUNT(tails); t++) {
            char text[80];
            snprintf(text, sizeof text, "%.*s%s", length, letters, tails[t]);
            assert_true(ngi_word_row_cut(&row, of(text)));
            assert_true(row.count >= 1);
            hash = t == 0 ? row.items[0].hash : hash;
            assert_int_equal(row.items[0].hash, hash);
            assert_int_equal(row.items[0].end, length);
            assert_int_equal(row.items[0].flags, NGI_WORD_CAPITAL);
        }
    }
    ngi_word_row_free(&row);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pairs), cmocka_unit_test(test_flags),
                                       cmocka_unit_test(test_places),
                                       cmocka_unit_test(test_lengths)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
