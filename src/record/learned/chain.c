/* SPDX-License-Identifier: Apache-2.0 */
/* The arithmetic of a chain of words with a role each (a linear-chain conditional random
 * field): the chance of each role by running forward and backward, the best sequence by
 * Viterbi's algorithm. Chances are kept scaled, so that a word costs twenty exponentials and
 * no logarithm. */
#include "record/learned/reading.h"

#include <math.h>

/* e^x to six digits, the same on every machine: 2^(x / ln 2), its fraction as a polynomial. */
static float exponential(float x)
{
    if (x < -80)
        return 0;
    float t = x * 1.44269504f, whole = floorf(t), f = t - whole;
    float p = 1 + f * (0.693147180f + f * (0.240226507f + f * (0.0555041087f + f * (0.00961812911f +
              f * (0.00133335581f + f * 0.000154035304f)))));
    union {
        uint32_t bits;
        float value;
    } power = {(uint32_t)((int)whole + 127) << 23};
    return p * power.value;
}

enum { R = NGI_ROLE_COUNT };

/* weight[before * 4 + role]: e^(edge + node), the largest of them 1. */
static void step_weights(const ngi_chain *c, uint32_t k, float out[R * R])
{
    float most = -1e30f;
    for (int b = 0; b < R; b++)
        for (int l = 0; l < R; l++) {
            out[b * R + l] = c->edge[k][b * R + l] + c->node[k][l];
            most = out[b * R + l] > most ? out[b * R + l] : most;
        }
    for (int i = 0; i < R * R; i++)
        out[i] = exponential(out[i] - most);
}

static void scale(float v[R])
{
    float sum = 1e-30f;
    for (int l = 0; l < R; l++)
        sum += v[l];
    for (int l = 0; l < R; l++)
        v[l] /= sum;
}

void ngi_chain_chances(ngi_chain *c)
{
    float weight[NGI_ROLES_PIECE][R * R], back[R] = {1, 1, 1, 1};
    float most = -1e30f;
    for (int l = 0; l < R; l++)
        most = c->node[0][l] > most ? c->node[0][l] : most;
    for (int l = 0; l < R; l++)
        c->chance[0][l] = exponential(c->node[0][l] - most);
    scale(c->chance[0]);
    for (uint32_t k = 1; k < c->count; k++) {
        step_weights(c, k, weight[k]);
        for (int l = 0; l < R; l++) {
            float sum = 0;
            for (int b = 0; b < R; b++)
                sum += c->chance[k - 1][b] * weight[k][b * R + l];
            c->chance[k][l] = sum;
        }
        scale(c->chance[k]);
    }
    for (uint32_t k = c->count - 1; k > 0; k--) {
        float before[R] = {0}, total = 1e-30f, pair[R * R];
        for (int b = 0; b < R; b++)
            for (int l = 0; l < R; l++) {
                float reach = weight[k][b * R + l] * back[l];
                before[b] += reach;
                pair[b * R + l] = c->chance[k - 1][b] * reach;
                total += pair[b * R + l];
            }
        for (int l = 0; l < R; l++)
            c->chance[k][l] *= back[l];
        scale(c->chance[k]);
        if (c->pair != NULL)
            for (int i = 0; i < R * R; i++)
                c->pair[k][i] = pair[i] / total;
        scale(before);
        memcpy(back, before, sizeof back);
    }
    for (int l = 0; l < R; l++)
        c->chance[0][l] *= back[l];
    scale(c->chance[0]);
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
