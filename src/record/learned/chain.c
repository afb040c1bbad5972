/* SPDX-License-Identifier: Apache-2.0 */
/* The arithmetic of a chain of words with a role each (a linear-chain conditional random
 * field): the chance of each role by running forward and backward, the best sequence by
 * Viterbi's algorithm. Chances are kept scaled, so that a word costs twenty exponentials and
 * no logarithm. */
#include "record/learned/reading.h"

#include <math.h>

enum { R = NGI_ROLE_COUNT };
typedef float four __attribute__((vector_size(16)));
typedef int32_t four_int __attribute__((vector_size(16)));

static four load(const float *at)
{
    four v;
    memcpy(&v, at, sizeof v);
    return v;
}

static four all(float x)
{
    return (four){x, x, x, x};
}

/* e^x of numbers that are 0 at most, to six digits, the same on every machine:
 * 2^(x / ln 2), its fraction as a polynomial. */
static four exponentials(four x)
{
    four t = x * 1.44269504f;
    four_int tiny = t < all(-120);
    four_int whole = __builtin_convertvector(t - 1, four_int);
    four f = t - __builtin_convertvector(whole, four);
    four p = 0.00961812911f + f * (0.00133335581f + f * 0.000154035304f);
    p = 1 + f * (0.693147180f + f * (0.240226507f + f * (0.0555041087f + f * p)));
    four power = (four)((whole + 127) << 23);
    return (four)((four_int)(p * power) & ~tiny);
}

/* weight[before * 4 + role]: e^(edge + node), the largest of them 1. */
static void step_weights(const ngi_chain *c, uint32_t k, four out[R])
{
    float most = -1e30f, sum[R * R];
    four node = load(c->node[k]);
    for (int b = 0; b < R; b++)
        out[b] = load(&c->edge[k][b * R]) + node;
    memcpy(sum, out, sizeof sum);
    for (int i = 0; i < R * R; i++)
        most = sum[i] > most ? sum[i] : most;
    for (int b = 0; b < R; b++)
        out[b] = exponentials(out[b] - most);
}

static four scaled(four v)
{
    return v / all(v[0] + v[1] + v[2] + v[3] + 1e-30f);
}

static four first_chances(const ngi_chain *c)
{
    const float *node = c->node[0];
    float most = node[0];
    for (int l = 1; l < R; l++)
        most = node[l] > most ? node[l] : most;
    return scaled(exponentials(load(node) - most));
}

/* The chances of each pair of roles at a step, of those that come from before and behind. */
static void put_pairs(ngi_chain *c, uint32_t k, const four reach[R], four before)
{
    four pair[R], sum = all(0);
    for (int b = 0; b < R; b++) {
        pair[b] = reach[b] * before[b];
        sum += pair[b];
    }
    float total = sum[0] + sum[1] + sum[2] + sum[3] + 1e-30f;
    for (int b = 0; b < R; b++) {
        pair[b] /= total;
        memcpy(&c->pair[k][b * R], &pair[b], sizeof pair[b]);
    }
}

void ngi_chain_chances(ngi_chain *c)
{
    four weight[NGI_ROLES_PIECE][R], here = first_chances(c), back = all(1);
    memcpy(c->chance[0], &here, sizeof here);
    for (uint32_t k = 1; k < c->count; k++) {
        step_weights(c, k, weight[k]);
        four next = all(0);
        for (int b = 0; b < R; b++)
            next += weight[k][b] * here[b];
        here = scaled(next);
        memcpy(c->chance[k], &here, sizeof here);
    }
    for (uint32_t k = c->count - 1; k > 0; k--) {
        four reach[R], sum;
        for (int b = 0; b < R; b++)
            reach[b] = weight[k][b] * back;
        if (c->pair != NULL)
            put_pairs(c, k, reach, load(c->chance[k - 1]));
        here = scaled(load(c->chance[k]) * back);
        memcpy(c->chance[k], &here, sizeof here);
        for (int b = 0; b < R; b++)
            sum[b] = reach[b][0] + reach[b][1] + reach[b][2] + reach[b][3];
        back = scaled(sum);
    }
    here = scaled(load(c->chance[0]) * back);
    memcpy(c->chance[0], &here, sizeof here);
}

void ngi_chain_best(ngi_chain *c)
{
    uint8_t from[NGI_ROLES_PIECE][R];
    float score[R];
    memcpy(score, c->node[0], sizeof score);
    for (uint32_t k = 1; k < c->count; k++) {
        float next[R];
        for (int l = 0; l < R; l++) {
            int best = 0;
            float most = score[0] + c->edge[k][l];
            for (int b = 1; b < R; b++)
                if (score[b] + c->edge[k][b * R + l] > most) {
                    most = score[b] + c->edge[k][b * R + l];
                    best = b;
                }
            next[l] = most + c->node[k][l];
            from[k][l] = (uint8_t)best;
        }
        memcpy(score, next, sizeof score);
    }
    int role = 0;
    for (int l = 1; l < R; l++)
        if (score[l] > score[role])
            role = l;
    for (uint32_t k = c->count; k-- > 0;) {
        c->best[k] = (uint8_t)role;
        if (k > 0)
            role = from[k][role];
    }
    c->log_best = logf(c->chance[0][c->best[0]] + 1e-9f);
    for (uint32_t k = 1; c->pair != NULL && k < c->count; k++)
        c->log_best += logf(c->pair[k][c->best[k - 1] * R + c->best[k]] + 1e-9f) -
                       logf(c->chance[k - 1][c->best[k - 1]] + 1e-9f);
}
