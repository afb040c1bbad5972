/* SPDX-License-Identifier: Apache-2.0 */
/* Sixteen bytes at a time are the same as one after the other. */
#include "base/sixteen.h"
#include "base/utf8.h"
#include "tests.h"

static uint32_t chance(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33) % below;
}

/* Letters, marks and bytes at the edges of ranges. */
static char some_byte(uint64_t *seed)
{
    static const char bytes[] = "azAZ09_-/ {`[@:\x7F\x80\xC3\xFF\x01mM";
    return bytes[chance(seed, sizeof bytes)];
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static uint32_t starts_one_by_one(const char *s, size_t count, char before)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < count; before = s[i++])
        if (is_letter(s[i]) && (!is_letter(before) || (before >= 'a' && s[i] <= 'Z')))
            bits |= 1u << i;
    return bits;
}

static void test_same_as_one_by_one(void **state)
{
    uint64_t seed = 5;
    (void)state;
    for (int round = 0; round < 20000; round++) {
        char text[33];
        size_t count = chance(&seed, 17);
        uint32_t words = 0, beyond = 0, found, ones = 0;
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = some_byte(&seed);
        ngi_sixteen v = ngi_sixteen_of(text + 1, count);
        for (size_t i = 0; i < count; i++) {
            char c = text[i + 1];
            words |= (uint32_t)(is_letter(c) || (c >= '0' && c <= '9') || c == '_') << i;
            beyond |= (uint32_t)((unsigned char)c >= 0x80) << i;
            ones += words >> i & 1;
        }
        char again[16];
        memcpy(again, &v, sizeof v);
        assert_memory_equal(again, text + 1, count);
        for (size_t i = count; i < 16; i++)
            assert_int_equal(again[i], 0);
        assert_int_equal(ngi_word_bits(v, &found), words);
        assert_int_equal(found, beyond);
        assert_int_equal(ngi_count_bits(words), ones);
        ngi_byte_before before = {is_letter(text[0]), text[0] >= 'a' && text[0] <= 'z'};
        uint32_t letters = ngi_bits_of(ngi_are_letters(v));
        assert_int_equal(ngi_bits_of_any(ngi_are_letters(v)), letters);
        assert_int_equal(ngi_word_starts(v, letters, &before),
                         starts_one_by_one(text + 1, count, text[0]));
    }
    assert_int_equal(ngi_count_bits(0xFFFF), 16);
    assert_int_equal(ngi_first_bit(0x28), 3);
}

/* What squeezing is, one character after the other. */
static void squeeze_one_by_one(ng_slice s, ngi_buffer *out)
{
    bool gap = false;
    ngi_buffer_clear(out);
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        uint32_t c = ngi_utf8_next(s, &i);
        if (c == 0xAD || c == 0x200B)
            continue;
        if (ngi_is_wide_space(c)) {
            gap = out->len != 0;
            continue;
        }
        if (gap)
            ngi_buffer_char(out, ' ');
        gap = false;
        ngi_buffer_add(out, ngi_slice_sub(s, from, i));
    }
}

static void test_squeezed_as_one_by_one(void **state)
{
    static const char *const pieces[] = {" ",      " ",       "a",
                                         "bc",     "harbour", "it is a ferry",
                                         "  ",     "\n",      "\u00A0",
                                         "\u00E9", "\u00AD",  "\u200B",
                                         "\x7F",   "\x01",    "twenty-four letters long",
                                         "\u6E2F"};
    uint64_t seed = 11;
    ngi_arena arena;
    ngi_buffer text = {0}, wanted = {0};
    (void)state;
    ngi_arena_init(&arena, 0);
    for (int round = 0; round < 20000; round++) {
        ngi_arena_reset(&arena);
        ngi_buffer_clear(&text);
        for (uint32_t k = chance(&seed, 12); k != 0; k--)
            ngi_buffer_add(&text, ngi_slice_of(pieces[chance(&seed, ARRAY_COUNT(pieces))]));
        ng_slice own = ngi_arena_copy(&arena, ngi_buffer_slice(&text)); /* its end is watched */
        squeeze_one_by_one(own, &wanted);
        expect_slice("squeezed", ngi_squeeze(&arena, own), ngi_buffer_slice(&wanted));
    }
    ngi_buffer_free(&text);
    ngi_buffer_free(&wanted);
    ngi_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_as_one_by_one),
        cmocka_unit_test(test_squeezed_as_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
