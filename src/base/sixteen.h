/* SPDX-License-Identifier: Apache-2.0 */
/* Sixteen bytes at a time: for loops that pass over much text to find a few bytes of it.
 *
 * Written with the vectors of gcc and clang, which any processor has a form of; only the step
 * from lanes to bits, which they have none for, is SSE2's own where there is one. A lane that
 * fits is 0xFF, another 0, so that tests are joined with | and &. */
#ifndef NGI_SIXTEEN_H
#define NGI_SIXTEEN_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef uint8_t ngi_sixteen __attribute__((vector_size(16)));
typedef uint64_t ngi_halves __attribute__((vector_size(16)));

/* From an address without alignment; all sixteen must be there. */
static inline ngi_sixteen ngi_sixteen_at(const void *bytes)
{
    ngi_sixteen v;
    memcpy(&v, bytes, sizeof v);
    return v;
}

/* The first `count` bytes, all where there are more than sixteen; NULs behind them. */
static inline ngi_sixteen ngi_sixteen_of(const char *bytes, size_t count)
{
    ngi_sixteen v = {0};
    if (count >= 16)
        return ngi_sixteen_at(bytes);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t half[2] = {0, 0}, last = 0;
    uint32_t quarter, end = 0;
    if (count >= 8) { /* the last eight overlap the first */
        memcpy(&half[0], bytes, 8);
        memcpy(&last, bytes + count - 8, 8);
        half[1] = count == 8 ? 0 : last >> 8 * (16 - count);
    } else if (count >= 4) {
        memcpy(&quarter, bytes, 4);
        memcpy(&end, bytes + count - 4, 4);
        half[0] = quarter | (uint64_t)end << 8 * (count - 4);
    } else if (count != 0) {
        half[0] = (uint64_t)(uint8_t)bytes[0] |
                  (uint64_t)(uint8_t)bytes[count / 2] << 8 * (count / 2) |
                  (uint64_t)(uint8_t)bytes[count - 1] << 8 * (count - 1);
    }
    v = (ngi_sixteen)(ngi_halves){half[0], half[1]};
#else
    memcpy(&v, bytes, count);
#endif
    return v;
}

static inline ngi_sixteen ngi_each(uint8_t byte)
{
    return byte - (ngi_sixteen){0};
}

static inline ngi_sixteen ngi_is_each(ngi_sixteen v, uint8_t byte)
{
    return (ngi_sixteen)(v == ngi_each(byte));
}

/* From `low` to `high`, both included: one comparison. */
static inline ngi_sixteen ngi_is_between(ngi_sixteen v, uint8_t low, uint8_t high)
{
    return (ngi_sixteen)(v - ngi_each(low) <= ngi_each((uint8_t)(high - low)));
}

static inline ngi_sixteen ngi_are_letters(ngi_sixteen v) /* of ASCII */
{
    return ngi_is_between(v | ngi_each(0x20), 'a', 'z');
}

/* ngi_bits_of() where the processor has no step of its own for it. */
static inline uint32_t ngi_bits_of_any(ngi_sixteen fits)
{
    const ngi_sixteen weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint64_t halves[2]; /* of each the sum of its bytes */
    fits &= weights;
    memcpy(halves, &fits, sizeof halves);
    return (uint32_t)(halves[0] * UINT64_C(0x0101010101010101) >> 56) |
           (uint32_t)(halves[1] * UINT64_C(0x0101010101010101) >> 56) << 8;
}

/* A bit for each lane that fits, the first byte's the lowest. */
static inline uint32_t ngi_bits_of(ngi_sixteen fits)
{
#if defined(__SSE2__)
    __m128i lanes;
    memcpy(&lanes, &fits, sizeof lanes);
    return (uint32_t)_mm_movemask_epi8(lanes);
#else
    return ngi_bits_of_any(fits);
#endif
}

/* The first lane that fits; `bits` is not 0. */
static inline unsigned ngi_first_bit(uint32_t bits)
{
    return (unsigned)__builtin_ctz(bits);
}

static inline unsigned ngi_count_bits(uint32_t bits) /* of the lowest sixteen */
{
    bits -= bits >> 1 & 0x5555;
    bits = (bits & 0x3333) + (bits >> 2 & 0x3333);
    return ((bits + (bits >> 4)) & 0x0F0F) * 0x0101 >> 8 & 0x1F;
}

/* Which of sixteen bytes are letters, digits and underscores of ASCII; *beyond: are no ASCII. */
static inline uint32_t ngi_word_bits(ngi_sixteen v, uint32_t *beyond)
{
    *beyond = ngi_bits_of(ngi_is_between(v, 0x80, 0xFF));
    return ngi_bits_of(ngi_are_letters(v) | ngi_is_between(v, '0', '9') | ngi_is_each(v, '_'));
}

/* What the last of the sixteen bytes before is. */
typedef struct ngi_byte_before {
    uint32_t part, small;
} ngi_byte_before;

/* Where words begin in a name in camelCase or with marks between its words: at the first of some
 * `parts` of words, and at a capital behind a small letter. */
static inline uint32_t ngi_word_starts(ngi_sixteen v, uint32_t parts, ngi_byte_before *before)
{
    uint32_t capitals = ngi_bits_of(ngi_is_between(v, 'A', 'Z'));
    uint32_t smalls = ngi_bits_of(ngi_is_between(v, 'a', 'z'));
    uint32_t starts =
        (parts & ~(parts << 1 | before->part)) | (capitals & (smalls << 1 | before->small));
    before->part = parts >> 15 & 1;
    before->small = smalls >> 15 & 1;
    return starts;
}

/* Where a word may begin that one of some words begins with, told by its first two letters: one of
 * 64 bits for each two, whatever their case. */
static inline uint64_t ngi_opening_bit(const char *word)
{
    return UINT64_C(1) << (((word[0] & 31) * 7 + (word[1] & 31)) & 63);
}

static inline uint64_t ngi_openings(const char *const *words)
{
    uint64_t bits = 0;
    for (; *words != NULL; words++)
        bits |= ngi_opening_bit(*words);
    return bits;
}

#endif
