/* SPDX-License-Identifier: Apache-2.0 */
/* Sixteen bytes at a time are the same as one after the other. */
#include "base/sixteen.h"
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
        assert_int_equal(ngi_word_bits(again, &found), words);
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_same_as_one_by_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
