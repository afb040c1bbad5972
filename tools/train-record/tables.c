/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of weights while they are learned, and packed into bytes. */
#include "learn.h"

#include <math.h>
#include <stdlib.h>

uint32_t rng_next(rng *r)
{
    r->state += 0x9E3779B97F4A7C15u; /* SplitMix64 */
    uint64_t z = r->state;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ z >> 31) >> 32);
}

void rng_shuffle(rng *r, uint32_t *items, uint32_t count)
{
    for (uint32_t i = count; i > 1; i--) {
        uint32_t k = (uint32_t)((uint64_t)rng_next(r) * i >> 32), item = items[i - 1];
        items[i - 1] = items[k];
        items[k] = item;
    }
}

uint32_t rng_drop(rng *r, uint32_t *rows, uint32_t count, float share)
{
    uint32_t limit = (uint32_t)(share * 65536.0f), kept = 0, bits = 0;
    for (uint32_t i = 0; i < count; i++) {
        bits = i % 2 == 0 ? rng_next(r) : bits >> 16;
        if ((bits & 0xFFFF) >= limit)
            rows[kept++] = rows[i];
    }
    return kept;
}

/* A row holds its weights and behind them, in the same line of the cache, the sums that go
 * with them. */
learner learner_new(unsigned bits, unsigned columns)
{
    learner l = {.bits = bits, .columns = columns};
    size_t bytes = ((size_t)2 << bits) * columns * sizeof *l.rows;
    l.rows = need(aligned_alloc(128, (bytes + 127) / 128 * 128));
    memset(l.rows, 0, bytes);
    return l;
}

void learner_free(learner *l)
{
    free(l->rows);
    free(l->sum);
    *l = (learner){0};
}

static size_t size_of(const learner *l)
{
    return ((size_t)1 << l->bits) * l->columns;
}

/* The i-th weight of all. */
static float *weight(const learner *l, size_t i)
{
    return &l->rows[i / l->columns * 2 * l->columns + i % l->columns];
}

float learner_sum(const learner *l, const uint32_t *rows, uint32_t count, unsigned column)
{
    float sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += l->rows[(size_t)rows[i] * 2 * l->columns + column];
    return sum;
}

static inline void sums(const learner *l, const uint32_t *rows, uint32_t count, unsigned columns,
                        float *restrict out)
{
    for (unsigned c = 0; c < columns; c++)
        out[c] = 0;
    for (uint32_t i = 0; i < count; i++) {
        const float *row = l->rows + (size_t)rows[i] * 2 * columns;
        for (unsigned c = 0; c < columns; c++)
            out[c] += row[c];
    }
}

void learner_sums(const learner *l, const uint32_t *rows, uint32_t count, float *out)
{
    float four[4], sixteen[16];
    if (l->columns == 4) {
        sums(l, rows, count, 4, four);
        memcpy(out, four, sizeof four);
    } else if (l->columns == 16) {
        sums(l, rows, count, 16, sixteen);
        memcpy(out, sixteen, sizeof sixteen);
    } else {
        sums(l, rows, count, l->columns, out);
    }
}

static inline void step(const learner *l, const uint32_t *rows, uint32_t count, unsigned columns,
                        const float *error, float rate)
{
    for (uint32_t i = 0; i < count; i++) {
        float *restrict w = l->rows + (size_t)rows[i] * 2 * columns, *restrict g = w + columns;
        for (unsigned c = 0; c < columns; c++) {
            float gradient = error[c] - 1e-7f * w[c];
            g[c] += gradient * gradient;
            w[c] += rate * gradient / sqrtf(g[c] + 1e-6f);
        }
    }
}

void learner_step(learner *l, const uint32_t *rows, uint32_t count, const float *error, float rate)
{
    if (l->columns == 4)
        step(l, rows, count, 4, error, rate);
    else if (l->columns == 16)
        step(l, rows, count, 16, error, rate);
    else
        step(l, rows, count, l->columns, error, rate);
}

void learner_note(learner *l)
{
    size_t n = size_of(l);
    if (l->sum == NULL)
        l->sum = need(calloc(n, sizeof *l->sum));
    for (size_t i = 0; i < n; i++)
        l->sum[i] += *weight(l, i);
    l->summed++;
}

void learner_again(learner *l)
{
    memset(l->rows, 0, 2 * size_of(l) * sizeof *l->rows);
}

void learner_settle(learner *l)
{
    for (size_t i = 0; i < size_of(l) && l->summed > 0; i++)
        *weight(l, i) = (float)(l->sum[i] / l->summed);
}

void learner_move(learner *l, const uint32_t *rows, uint32_t count, unsigned column, float by,
                  double now)
{
    if (l->sum == NULL)
        l->sum = need(calloc(size_of(l), sizeof *l->sum));
    for (uint32_t i = 0; i < count; i++) {
        size_t at = (size_t)rows[i] * l->columns + column;
        *weight(l, at) += by;
        l->sum[at] += by * now;
    }
}

void learner_average(learner *l, double now)
{
    for (size_t i = 0; i < size_of(l) && l->sum != NULL; i++)
        *weight(l, i) = (float)(*weight(l, i) - l->sum[i] / now);
}

/* The size that all but one weight in `clipped` stay below. */
static float largest(const learner *l, size_t clipped)
{
    enum { STEPS = 8192 };
    size_t n = size_of(l), count[STEPS + 1] = {0}, used = 0, above = 0;
    float most = 1e-6f;
    for (size_t i = 0; i < n; i++)
        most = fabsf(*weight(l, i)) > most ? fabsf(*weight(l, i)) : most;
    for (size_t i = 0; i < n; i++)
        if (*weight(l, i) != 0) {
            count[(size_t)(fabsf(*weight(l, i)) / most * STEPS)]++;
            used++;
        }
    int step = STEPS;
    while (step > 1 && above + count[step] <= used / clipped)
        above += count[step--];
    return most * (float)(step + 1) / STEPS;
}

ngi_weights learner_pack(const learner *l, float factor, size_t clipped)
{
    size_t n = size_of(l);
    bool excess = l->columns == 4 || l->columns == 16;
    float unit = largest(l, clipped) / 127;
    uint8_t *bytes = need(malloc(n));
    for (size_t i = 0; i < n; i++) {
        long v = lroundf(*weight(l, i) / unit);
        v = v > 127 ? 127 : v < -127 ? -127 : v;
        bytes[i] = (uint8_t)(excess ? v + 128 : v);
    }
    return (ngi_weights){bytes, (uint32_t)n, unit * factor};
}

void pairs_put(pairs *p, uint32_t key, uint32_t value)
{
    if (p->count == p->room) {
        p->room = p->room == 0 ? 256 : p->room * 2;
        p->items = need(realloc(p->items, p->room * sizeof *p->items));
    }
    if (key != 0)
        p->items[p->count++] = (ngi_pair){key, value};
}

ngi_weights pairs_pack(const pairs *p)
{
    uint32_t size = 16;
    while (size < p->count * 2)
        size *= 2;
    ngi_pair *out = need(calloc(size, sizeof *out));
    for (uint32_t k = 0; k < p->count; k++) {
        uint32_t i = p->items[k].key & (size - 1);
        while (out[i].key != 0 && out[i].key != p->items[k].key)
            i = (i + 1) & (size - 1);
        if (out[i].key == 0)
            out[i] = p->items[k];
    }
    return (ngi_weights){out, size * (uint32_t)sizeof *out, 1};
}
