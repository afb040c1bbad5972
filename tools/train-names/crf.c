/* SPDX-License-Identifier: Apache-2.0 */
/* Learns the weights of the name tagger. See crf.h. */
#include "crf.h"

#include <math.h>
#include <stdlib.h>

typedef float row[LABELS];

typedef struct learner {
    crf *model;
    const crf_settings *settings;
    float *shared_sum, *apart_sum, moves_sum[LABELS * LABELS]; /* squares of gradients */
    uint64_t dice;
    row scores[SENTENCE_MOST], ahead[SENTENCE_MOST], behind[SENTENCE_MOST], raised[SENTENCE_MOST];
    row free[SENTENCE_MOST], held[SENTENCE_MOST]; /* chances of labels: all ways, right ways */
    bool left_out[SENTENCE_MOST * 96];
} learner;

static uint32_t roll(learner *l)
{
    l->dice = l->dice * 6364136223846793005ull + 1442695040888963407ull;
    return (uint32_t)(l->dice >> 33);
}

static bool may_follow(int from, int to)
{
    return to == 0 || to % 2 == 1 || from == to || from == to - 1;
}

static bool is_right(const sentence *s, uint32_t i, int label)
{
    if (label == s->gold[i])
        return true;
    bool open = s->open && s->gold[i] == 0 && i > 0 && (s->tokens[i].shape & NGI_SHAPE_CAPITAL);
    return open && label > 2 * NGI_NAME_OTHER;
}

static void score(learner *l, const sentence *s)
{
    const crf *m = l->model;
    float sign = s->near ? 1.0f : -1.0f;
    for (uint32_t i = 0; i < s->count; i++) {
        memset(l->scores[i], 0, sizeof(row));
        for (uint32_t k = s->first[i]; k < s->first[i + 1]; k++) {
            uint32_t f = m->features[k];
            if (l->left_out[k - s->first[0]] || m->seen[f] < l->settings->rare)
                continue;
            const float *shared = m->shared + (size_t)f * LABELS, *apart = m->apart + (size_t)f * LABELS;
            for (int y = 0; y < LABELS; y++)
                l->scores[i][y] += shared[y] + sign * apart[y];
        }
    }
}

static void level(float *values)
{
    float sum = 0;
    for (int y = 0; y < LABELS; y++)
        sum += values[y];
    for (int y = 0; y < LABELS && sum > 0; y++)
        values[y] /= sum;
}

/* Chances of labels, and of moves added to `moves`; `right` alone where it says so. */
static void chances(learner *l, const sentence *s, bool right, row *out, double *moves)
{
    float go[LABELS][LABELS];
    for (int a = 0; a < LABELS; a++)
        for (int b = 0; b < LABELS; b++)
            go[a][b] = may_follow(a, b) ? expf(l->model->moves[a * LABELS + b]) : 0;
    for (uint32_t i = 0; i < s->count; i++) {
        float top = l->scores[i][0];
        for (int y = 1; y < LABELS; y++)
            top = l->scores[i][y] > top ? l->scores[i][y] : top;
        for (int y = 0; y < LABELS; y++) {
            float way = i == 0 ? (may_follow(0, y) ? 1.0f : 0.0f) : 0;
            for (int a = 0; i > 0 && a < LABELS; a++)
                way += l->ahead[i - 1][a] * go[a][y];
            l->raised[i][y] = right && !is_right(s, i, y) ? 0 : expf(l->scores[i][y] - top);
            l->ahead[i][y] = way * l->raised[i][y];
        }
        level(l->ahead[i]);
    }
    for (int y = 0; y < LABELS; y++)
        l->behind[s->count - 1][y] = 1;
    for (uint32_t i = s->count; i-- > 0;) {
        for (int y = 0; y < LABELS; y++)
            out[i][y] = l->ahead[i][y] * l->behind[i][y];
        level(out[i]);
        if (i == 0)
            break;
        float pair[LABELS][LABELS];
        double sum = 0;
        for (int a = 0; a < LABELS; a++) {
            l->behind[i - 1][a] = 0;
            for (int b = 0; b < LABELS; b++) {
                float way = go[a][b] * l->raised[i][b] * l->behind[i][b];
                l->behind[i - 1][a] += way;
                pair[a][b] = l->ahead[i - 1][a] * way;
                sum += pair[a][b];
            }
        }
        for (int a = 0; a < LABELS; a++)
            for (int b = 0; b < LABELS && sum > 0; b++)
                moves[a * LABELS + b] += pair[a][b] / sum;
        level(l->behind[i - 1]);
    }
}

static void step(float *weight, float *sum, float gradient, float rate)
{
    *sum += gradient * gradient;
    *weight += rate * gradient / sqrtf(*sum + 1e-4f);
}

static void move_word(learner *l, const sentence *s, uint32_t i)
{
    row gap;
    float most = 0, weight = s->weight * (s->near ? 1.0f : l->settings->far_weight);
    for (int y = 0; y < LABELS; y++) {
        gap[y] = (l->held[i][y] - l->free[i][y]) * weight;
        most = fabsf(gap[y]) > most ? fabsf(gap[y]) : most;
    }
    if (most < 1e-4f)
        return;
    float rate = l->settings->rate, decay = l->settings->decay, sign = s->near ? 0.5f : -0.5f;
    for (uint32_t k = s->first[i]; k < s->first[i + 1]; k++) {
        uint32_t f = l->model->features[k];
        if (l->left_out[k - s->first[0]] || l->model->seen[f] < l->settings->rare)
            continue;
        size_t at = (size_t)f * LABELS;
        for (int y = 0; y < LABELS; y++) {
            float *shared = &l->model->shared[at + (size_t)y], *apart = &l->model->apart[at + (size_t)y];
            step(shared, &l->shared_sum[at + (size_t)y], gap[y] - decay * *shared, rate);
            if (y <= 2 * NGI_NAME_OTHER) /* the near sets don't mark other things */
                step(apart, &l->apart_sum[at + (size_t)y], sign * gap[y] - decay * *apart, rate);
        }
    }
}

static void learn_sentence(learner *l, const sentence *s)
{
    double all[LABELS * LABELS] = {0}, right[LABELS * LABELS] = {0};
    uint32_t features = s->first[s->count] - s->first[0];
    uint32_t limit = (uint32_t)(l->settings->leave_out * 65536.0f);
    for (uint32_t k = 0; k < features; k++)
        l->left_out[k] = (roll(l) & 0xFFFF) < limit;
    score(l, s);
    chances(l, s, false, l->free, all);
    chances(l, s, true, l->held, right);
    for (uint32_t i = 0; i < s->count; i++)
        move_word(l, s, i);
    float weight = s->weight * (s->near ? 1.0f : l->settings->far_weight);
    for (int k = 0; k < LABELS * LABELS; k++)
        step(&l->model->moves[k], &l->moves_sum[k], (float)(right[k] - all[k]) * weight,
             l->settings->rate);
}

static void shuffle(learner *l, uint32_t *order, uint32_t count)
{
    for (uint32_t i = count; i-- > 1;) {
        uint32_t k = roll(l) % (i + 1), held = order[i];
        order[i] = order[k];
        order[k] = held;
    }
}

/* Adds a share of the weights of now: what is used in the end is the mean of later rounds. */
static void keep(const crf *model, float *kept, size_t numbers, float share)
{
    for (size_t i = 0; i < numbers; i++) {
        kept[i] += share * model->shared[i];
        kept[numbers + i] += share * model->apart[i];
    }
    for (size_t i = 0; i < LABELS * LABELS; i++)
        kept[2 * numbers + i] += share * model->moves[i];
}

bool crf_learn(crf *model, const crf_settings *settings, const sentence *sentences, uint32_t count)
{
    size_t numbers = (size_t)model->feature_count * LABELS;
    learner *l = calloc(1, sizeof *l);
    uint32_t *order = calloc(count + 1, sizeof *order), used = 0;
    if (l == NULL || order == NULL)
        return false;
    *l = (learner){.model = model, .settings = settings, .dice = 12345};
    l->shared_sum = calloc(numbers, sizeof(float));
    l->apart_sum = calloc(numbers, sizeof(float));
    if (l->shared_sum == NULL || l->apart_sum == NULL)
        return false;
    memset(model->shared, 0, numbers * sizeof(float));
    memset(model->apart, 0, numbers * sizeof(float));
    memset(model->moves, 0, sizeof model->moves);
    memset(model->seen, 0, model->feature_count * sizeof *model->seen);
    for (uint32_t i = 0; i < count; i++) {
        const sentence *s = &sentences[i];
        if (!s->used)
            continue;
        order[used++] = i;
        for (uint32_t k = s->first[0]; k < s->first[s->count]; k++)
            model->seen[model->features[k]]++;
    }
    float *kept = calloc(2 * numbers + LABELS * LABELS, sizeof(float));
    if (kept == NULL)
        return false;
    for (int r = 0; r < settings->rounds; r++) {
        shuffle(l, order, used);
        for (uint32_t i = 0; i < used; i++)
            learn_sentence(l, &sentences[order[i]]);
        if (r >= settings->rounds / 2)
            keep(model, kept, numbers, 1.0f / (float)(settings->rounds - settings->rounds / 2));
    }
    memcpy(model->shared, kept, numbers * sizeof(float));
    memcpy(model->apart, kept + numbers, numbers * sizeof(float));
    memcpy(model->moves, kept + 2 * numbers, sizeof model->moves);
    free(kept);
    free(l->shared_sum);
    free(l->apart_sum);
    free(order);
    free(l);
    return true;
}
