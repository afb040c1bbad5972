/* SPDX-License-Identifier: Apache-2.0 */
/* Features as hashes, and sums of the weights in their rows.
 *
 * A feature is what its template looks at, mixed into 32 bits; its row is the top bits of
 * that, the template's number and a multiplication. Training and reading share these
 * functions, so a row means the same to both. */
#ifndef NGI_FEATURES_H
#define NGI_FEATURES_H

#include "record/learned/model.h"

static inline uint32_t ngi_mix(uint32_t a, uint32_t b)
{
    uint32_t x = (a ^ (b * 0x85EBCA6Bu + 0x9E3779B9u + (a << 6) + (a >> 2))) * 0xC2B2AE35u;
    return x ^ x >> 15;
}

static inline uint32_t ngi_mix3(uint32_t a, uint32_t b, uint32_t c)
{
    return ngi_mix(ngi_mix(a, b), c);
}

/* The rows of the features of one place. */
typedef struct ngi_rows {
    uint32_t *items;
    uint32_t count;
    uint32_t next; /* number of the next template */
    uint32_t shift;
} ngi_rows;

static inline ngi_rows ngi_rows_of(uint32_t *items, unsigned bits)
{
    return (ngi_rows){items, 0, 1, 32 - bits};
}

static inline void ngi_row(ngi_rows *r, uint32_t h)
{
    r->items[r->count++] = (h + r->next++ * 0x9E3779B1u) * 0xCC9E2D51u >> r->shift;
}

/* Sums of four columns of bytes, 128 in excess: two columns of 16 bits in each half. */
static inline void ngi_sum4(const ngi_weights *w, const uint32_t *rows, uint32_t count, float out[4])
{
    const uint32_t *bytes = w->rows;
    uint32_t even = 0, odd = 0; /* 255 * 257 is the most that 16 bits hold */
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = bytes[rows[i]];
        even += row & 0x00FF00FFu;
        odd += row >> 8 & 0x00FF00FFu;
    }
    int excess = (int)count * 128;
    out[0] = (float)((int)(even & 0xFFFF) - excess) * w->scale;
    out[1] = (float)((int)(odd & 0xFFFF) - excess) * w->scale;
    out[2] = (float)((int)(even >> 16) - excess) * w->scale;
    out[3] = (float)((int)(odd >> 16) - excess) * w->scale;
}

/* The same of sixteen columns. */
static inline void ngi_sum16(const ngi_weights *w, const uint32_t *rows, uint32_t count,
                             float out[16])
{
    const uint64_t *bytes = w->rows;
    const uint64_t mask = 0x00FF00FF00FF00FFu;
    uint64_t even[2] = {0, 0}, odd[2] = {0, 0};
    for (uint32_t i = 0; i < count; i++)
        for (int k = 0; k < 2; k++) {
            uint64_t row = bytes[(size_t)rows[i] * 2 + (size_t)k];
            even[k] += row & mask;
            odd[k] += row >> 8 & mask;
        }
    int excess = (int)count * 128;
    for (int k = 0; k < 2; k++)
        for (int c = 0; c < 4; c++) {
            out[k * 8 + c * 2] = (float)((int)(even[k] >> c * 16 & 0xFFFF) - excess) * w->scale;
            out[k * 8 + c * 2 + 1] = (float)((int)(odd[k] >> c * 16 & 0xFFFF) - excess) * w->scale;
        }
}

/* The sum of one column. */
static inline float ngi_sum1(const ngi_weights *w, const uint32_t *rows, uint32_t count)
{
    const int8_t *weights = w->rows;
    int sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += weights[rows[i]];
    return (float)sum * w->scale;
}

#endif
