/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 and the classes of characters. */
#include "base/utf8.h"
#include "tests.h"

#include <utf8proc.h>

static const struct {
    const char *name;
    ng_slice bytes;
    size_t valid; /* length of the valid beginning */
    bool beyond;  /* in that beginning: letters beyond ASCII */
    const char *repaired;
} bytes[] = {
    {"nothing", {"", 0}, 0, false, ""},
    {"ASCII, eight at a time", NGI_LIT("The ferry returns."), 18, false, "The ferry returns."},
    {"two, three and four bytes", NGI_LIT("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9A\xA2"), 9, true,
     "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9A\xA2"},
    {"a NUL is a character", NGI_LIT("a\0b"), 3, false, NULL},
    {"a stray continuation",
     NGI_LIT("ab\x80"
             "c"),
     2, false,
     "ab\xEF\xBF\xBD"
     "c"},
    {"cut off in the middle", NGI_LIT("ab\xE2\x82"), 2, false, "ab\xEF\xBF\xBD"},
    {"cut off behind the first byte", NGI_LIT("ab\xF0"), 2, false, "ab\xEF\xBF\xBD"},
    {"overlong slash", NGI_LIT("\xC0\xAF"), 0, false, "\xEF\xBF\xBD"},
    {"overlong in three", NGI_LIT("\xE0\x80\xAF"), 0, false, "\xEF\xBF\xBD"},
    {"overlong in four", NGI_LIT("\xF0\x80\x80\xAF"), 0, false, "\xEF\xBF\xBD"},
    {"a surrogate", NGI_LIT("\xED\xA0\x80"), 0, false, "\xEF\xBF\xBD"},
    {"above the last plane", NGI_LIT("\xF4\x90\x80\x80"), 0, false, "\xEF\xBF\xBD"},
    {"the last character", NGI_LIT("\xF4\x8F\xBF\xBF"), 4, true, "\xF4\x8F\xBF\xBF"},
    {"no such byte", NGI_LIT("a\xFF"), 1, false, "a\xEF\xBF\xBD"},
    {"Latin-1", NGI_LIT("caf\xE9 au lait"), 3, false, "caf\xEF\xBF\xBD au lait"},
    {"good before and after", NGI_LIT("\xC3\xA9\xFF\xC3\xA9"), 2, true,
     "\xC3\xA9\xEF\xBF\xBD\xC3\xA9"},
};

static void test_validity_and_repair(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(bytes); i++) {
        bool beyond = !bytes[i].beyond;
        expect_int(bytes[i].name, (int64_t)ngi_utf8_valid(bytes[i].bytes, &beyond),
                   (int64_t)bytes[i].valid);
        expect_int(bytes[i].name, beyond, bytes[i].beyond);
        ng_slice repaired = ngi_utf8_repair(&arena, bytes[i].bytes);
        expect_int(bytes[i].name, (int64_t)ngi_utf8_valid(repaired, NULL), (int64_t)repaired.len);
        if (bytes[i].repaired != NULL)
            expect_text(bytes[i].name, repaired, bytes[i].repaired);
    }
    ngi_arena_free(&arena);
}

static void test_every_character_there_and_back(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
        char out[4];
        size_t length = ngi_utf8_put(c, out), at = 0, back = length;
        ng_slice s = ngi_slice(out, length);
        bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        assert_int_equal(ngi_utf8_valid(s, NULL), length);
        assert_int_equal(ngi_utf8_next(s, &at), surrogate ? 0xFFFD : c);
        assert_int_equal(at, length);
        assert_int_equal(ngi_utf8_previous(s, &back), surrogate ? 0xFFFD : c);
        assert_int_equal(back, 0);
        assert_int_equal(ngi_utf8_count(s), 1);
    }
    char out[4];
    assert_int_equal(ngi_utf8_put(0x110000, out), 3); /* U+FFFD */
}

static const struct {
    uint32_t c;
    bool letter, digit, word, upper, lower, cjk;
    int value;
    uint32_t fold;
} classes[] = {
    {'a', true, false, true, false, true, false, -1, 'a'},
    {'Z', true, false, true, true, false, false, -1, 'z'},
    {'7', false, true, true, false, false, false, 7, '7'},
    {'_', false, false, true, false, false, false, -1, '_'},
    {'-', false, false, false, false, false, false, -1, '-'},
    {0xC4, true, false, true, true, false, false, -1, 0xE4},       /* A with dots */
    {0xDF, true, false, true, false, true, false, -1, 0xDF},       /* sharp s */
    {0x416, true, false, true, true, false, false, -1, 0x436},     /* Cyrillic */
    {0x6F5, false, true, true, false, false, false, 5, 0x6F5},     /* Persian five */
    {0x669, false, true, true, false, false, false, 9, 0x669},     /* Arabic nine */
    {0x966, false, true, true, false, false, false, 0, 0x966},     /* Devanagari zero */
    {0xFF13, false, true, true, false, false, false, 3, 0xFF13},   /* full width */
    {0x1D7D8, false, true, true, false, false, false, 0, 0x1D7D8}, /* second run of zeros */
    {0xBD, false, false, true, false, false, false, -1, 0xBD},     /* one half: a number */
    {0x301, false, false, false, false, false, false, -1, 0x301},  /* a combining mark */
    {0x65E5, true, false, true, false, false, true, -1, 0x65E5},
    {0x3042, true, false, true, false, false, true, -1, 0x3042},
    {0xD55C, true, false, true, false, false, true, -1, 0xD55C},
    {0xE01, true, false, true, false, false, true, -1, 0xE01},
    {0x2014, false, false, false, false, false, false, -1, 0x2014},
};

static void test_classes(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(classes); i++) {
        uint32_t c = classes[i].c;
        char name[16];
        snprintf(name, sizeof name, "U+%04X", (unsigned)c);
        expect_int(name, ngi_is_letter(c), classes[i].letter);
        expect_int(name, ngi_is_digit(c), classes[i].digit);
        expect_int(name, ngi_is_word(c), classes[i].word);
        expect_int(name, ngi_is_upper(c), classes[i].upper);
        expect_int(name, ngi_is_lower(c), classes[i].lower);
        expect_int(name, ngi_is_cjk(c), classes[i].cjk);
        expect_int(name, ngi_digit_value(c), classes[i].value);
        expect_int(name, ngi_fold(c), classes[i].fold);
    }
}

static const struct {
    const char *name, *text, *squeezed, *plain, *trimmed;
} texts[] = {
    {"nothing to do", "The ferry returns", "The ferry returns", "the ferry returns",
     "The ferry returns"},
    {"runs and ends", "  The \n\t ferry ", "The ferry", "the ferry", "The \n\t ferry"},
    {"one tab", "The\tferry", "The ferry", "the ferry", "The\tferry"},
    {"no-break and ideographic space",
     "\xC2\xA0The\xC2\xA0\xE3\x80\x80"
     "ferry",
     "The ferry", "the ferry",
     "The\xC2\xA0\xE3\x80\x80"
     "ferry"},
    {"soft hyphen and zero width space", "fer\xC2\xADry\xE2\x80\x8B", "ferry", "ferry",
     "fer\xC2\xADry"},
    {"direction marks are kept inside, not at the ends",
     "\xE2\x80\x8F"
     "a\xE2\x80\x8E"
     "b",
     "\xE2\x80\x8F"
     "a\xE2\x80\x8E"
     "b",
     "ab",
     "a\xE2\x80\x8E"
     "b"},
    {"signs fall away in the plain form", "\xC2\xABYes!\xC2\xBB \xE2\x80\x94 No-one",
     "\xC2\xABYes!\xC2\xBB \xE2\x80\x94 No-one", "yes no one",
     "\xC2\xABYes!\xC2\xBB \xE2\x80\x94 No-one"},
    {"only space", " \xC2\xA0\n", "", "", ""},
    {"nothing", "", "", "", ""},
    {"a letter that grows when folded", "\xC8\xBA\xC8\xBA", "\xC8\xBA\xC8\xBA",
     "\xE2\xB1\xA5\xE2\xB1\xA5", "\xC8\xBA\xC8\xBA"},
};

/* What is told without Unicode's tables is what these say. */
static void test_classes_of_every_character(void **state)
{
    (void)state;
    for (uint32_t c = 0x80; c <= 0x10FFFF; c++) {
        utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
        bool letter = k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
        bool number = k >= UTF8PROC_CATEGORY_ND && k <= UTF8PROC_CATEGORY_NO;
        if (ngi_is_letter(c) != letter || ngi_is_word(c) != (letter || number) ||
            ngi_is_digit(c) != (k == UTF8PROC_CATEGORY_ND) ||
            ngi_is_lower(c) != (k == UTF8PROC_CATEGORY_LL) ||
            ngi_is_upper(c) != (k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT) ||
            ngi_is_mark(c) !=
                (c >= 0x300 && (k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_MC)) ||
            ngi_fold(c) != (uint32_t)utf8proc_tolower((utf8proc_int32_t)c))
            fail_msg("U+%04X is of another class", c);
    }
}

static void test_space_and_signs(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(texts); i++) {
        ng_slice s = ngi_slice_of(texts[i].text), squeezed = ngi_squeeze(&arena, s);
        expect_text(texts[i].name, squeezed, texts[i].squeezed);
        expect_slice(texts[i].name, ngi_squeeze(&arena, squeezed), squeezed); /* stays so */
        expect_text(texts[i].name, ngi_plain(&arena, s), texts[i].plain);
        expect_text(texts[i].name, ngi_trim_wide(s), texts[i].trimmed);
    }
    ng_slice clean = NGI_LIT("nothing to do");
    assert_ptr_equal(ngi_squeeze(&arena, clean).ptr, clean.ptr); /* borrowed */
    expect_text("lower", ngi_lower(&arena, NGI_LIT("\xC3\x84RA \xD0\x96")), "\xC3\xA4ra \xD0\xB6");
    ngi_arena_free(&arena);
}

/* Each function that takes memory gives an empty slice when there is none. */
static void test_without_memory(void **state)
{
    (void)state;
    static const char invalid[] = "word \xFF  word";
    for (int function = 0; function < 4; function++) {
        ngi_arena arena;
        ngi_arena_init(&arena, 1);
        ng_slice s = NGI_LIT(invalid), valid = NGI_LIT("Word  WORD");
        ng_slice out = function == 0   ? ngi_utf8_repair(&arena, s)
                       : function == 1 ? ngi_lower(&arena, valid)
                       : function == 2 ? ngi_plain(&arena, valid)
                                       : ngi_squeeze(&arena, valid);
        assert_true(arena.failed);
        assert_int_equal(out.len, 0);
        ngi_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_validity_and_repair),
        cmocka_unit_test(test_every_character_there_and_back),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_classes_of_every_character),
        cmocka_unit_test(test_space_and_signs),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
