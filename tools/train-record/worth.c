/* SPDX-License-Identifier: Apache-2.0 */
/* Learns what candidates are worth: the sparse model of their words, boosted trees over their
 * numbers, and the steps from worth to chance. Each candidate was found by models that have
 * not seen its publisher. */
#include "learn.h"

#include <math.h>
#include <stdlib.h>

static float chance_of(float x)
{
    return 1 / (1 + expf(-x));
}

/* ---- the words ---- */

ngi_weights learn_sparse(const articles *train, int without)
{
    enum { EPOCHS = 4 };
    static const float drop = 0.3f;
    learner l = learner_new(NGI_WORTH_BITS, 1);
    uint32_t n = 0, rows[NGI_WORTH_ROWS], (*places)[2];
    rng r = {4};
    for (uint32_t a = 0; a < train->count; a++)
        n += train->items[a].candidates.count;
    places = need(malloc((n + 1) * sizeof *places));
    n = 0;
    for (uint32_t a = 0; a < train->count; a++)
        for (uint32_t c = 0; train->items[a].fold != without && c < train->items[a].candidates.count;
             c++, n++) {
            places[n][0] = a;
            places[n][1] = c;
        }
    uint32_t *order = need(malloc((n + 1) * sizeof *order));
    for (uint32_t i = 0; i < n; i++)
        order[i] = i;
    for (int e = 0; e < EPOCHS; e++) {
        rng_shuffle(&r, order, n);
        for (uint32_t k = 0; k < n; k++) {
            const article *a = &train->items[places[order[k]][0]];
            uint32_t c = places[order[k]][1];
            uint32_t count = rng_drop(
                &r, rows, ngi_worth_rows(&a->reading, &a->candidates.items[c], rows), drop);
            float error = (float)a->right[c] - chance_of(learner_sum(&l, rows, count, 0));
            learner_step(&l, rows, count, &error, 0.04f / (1 + 0.4f * (float)e));
        }
        if (e >= 1)
            learner_note(&l);
    }
    learner_settle(&l);
    ngi_weights packed = learner_pack(&l, 1 - drop, FEW_CLIPPED);
    learner_free(&l);
    free(order);
    free(places);
    return packed;
}

/* ---- the trees ---- */

enum { STEPS = 40, TREES = 200, DEPTH = 4, SMALLEST = 25, F = NGI_WORTH_NUMBERS };

typedef struct rows_of {
    uint32_t count;
    float (*x)[F];
    uint8_t (*step)[F];
    float *y, *score, *gradient, *weight;
    float cut[F][STEPS];
    unsigned cuts[F];
} rows_of;

static int by_size(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

static void make_steps(rows_of *d)
{
    float *v = need(malloc((d->count + 1) * sizeof *v));
    for (int f = 0; f < F; f++) {
        for (uint32_t i = 0; i < d->count; i++)
            v[i] = d->x[i][f];
        qsort(v, d->count, sizeof *v, by_size);
        d->cuts[f] = 0;
        for (uint32_t q = 1; q < STEPS; q++) {
            float c = v[(uint64_t)q * d->count / STEPS];
            if (d->cuts[f] == 0 || c > d->cut[f][d->cuts[f] - 1])
                d->cut[f][d->cuts[f]++] = c;
        }
        for (uint32_t i = 0; i < d->count; i++) {
            unsigned s = 0;
            while (s < d->cuts[f] && d->x[i][f] > d->cut[f][s])
                s++;
            d->step[i][f] = (uint8_t)s;
        }
    }
    free(v);
}

static rows_of rows_make(const articles *train, int without)
{
    rows_of d = {0};
    for (uint32_t a = 0; a < train->count; a++)
        d.count += train->items[a].fold != without ? train->items[a].candidates.count : 0;
    d.x = need(malloc((d.count + 1) * sizeof *d.x));
    d.step = need(malloc((d.count + 1) * sizeof *d.step));
    d.y = need(malloc((d.count + 1) * sizeof *d.y));
    d.score = need(malloc((d.count + 1) * sizeof *d.score));
    d.gradient = need(malloc((d.count + 1) * sizeof *d.gradient));
    d.weight = need(malloc((d.count + 1) * sizeof *d.weight));
    uint32_t n = 0;
    for (uint32_t a = 0; a < train->count; a++)
        for (uint32_t c = 0; train->items[a].fold != without && c < train->items[a].candidates.count;
             c++, n++) {
            ngi_worth_numbers(&train->items[a].reading, &train->items[a].candidates, c, d.x[n]);
            d.y[n] = (float)train->items[a].right[c];
        }
    make_steps(&d);
    return d;
}

typedef struct part {
    uint32_t node, depth, begin, end; /* of the index */
} part;

typedef struct forest {
    ngi_tree_node *nodes;
    uint32_t count, room;
} forest;

static ngi_tree_node *node_new(forest *t)
{
    if (t->count + 4 > t->room) {
        t->room = t->room == 0 ? 1024 : t->room * 2;
        t->nodes = need(realloc(t->nodes, t->room * sizeof *t->nodes));
    }
    t->nodes[t->count] = (ngi_tree_node){0, NGI_TREE_LEAF, 0};
    return &t->nodes[t->count++];
}

/* The best cut of a part: its number and step; false where none helps. */
static bool best_cut(const rows_of *d, const uint32_t *index, part p, int *number, unsigned *step)
{
    static const float ridge = 3;
    double all_g = 0, all_h = 0, best = 1e-3;
    bool found = false;
    for (uint32_t i = p.begin; i < p.end; i++) {
        all_g += d->gradient[index[i]];
        all_h += d->weight[index[i]];
    }
    for (int f = 0; f < F; f++) {
        double g[STEPS + 1] = {0}, h[STEPS + 1] = {0}, left_g = 0, left_h = 0;
        uint32_t n[STEPS + 1] = {0}, left = 0;
        for (uint32_t i = p.begin; i < p.end; i++) {
            unsigned s = d->step[index[i]][f];
            g[s] += d->gradient[index[i]];
            h[s] += d->weight[index[i]];
            n[s]++;
        }
        for (unsigned s = 0; s < d->cuts[f]; s++) {
            left_g += g[s];
            left_h += h[s];
            left += n[s];
            if (left < SMALLEST || p.end - p.begin - left < SMALLEST)
                continue;
            double gain = left_g * left_g / (left_h + ridge) +
                          (all_g - left_g) * (all_g - left_g) / (all_h - left_h + ridge) -
                          all_g * all_g / (all_h + ridge);
            if (gain > best) {
                best = gain;
                *number = f;
                *step = s;
                found = true;
            }
        }
    }
    return found;
}

static float leaf_value(const rows_of *d, const uint32_t *index, part p)
{
    double g = 0, h = 0;
    for (uint32_t i = p.begin; i < p.end; i++) {
        g += d->gradient[index[i]];
        h += d->weight[index[i]];
    }
    return (float)(0.06 * g / (h + 3));
}

/* Rows whose number is at most the cut come first, in their old order. */
static uint32_t divide(const rows_of *d, uint32_t *index, part p, int f, unsigned step,
                       uint32_t *room)
{
    uint32_t left = p.begin, right = 0;
    for (uint32_t i = p.begin; i < p.end; i++)
        if (d->step[index[i]][f] <= step)
            index[left++] = index[i];
        else
            room[right++] = index[i];
    memcpy(index + left, room, right * sizeof *room);
    return left;
}

static void grow_tree(const rows_of *d, uint32_t *index, uint32_t count, uint32_t *room, forest *t)
{
    uint32_t head = t->count, done = 0, last = 1;
    part queue[1 << (DEPTH + 2)];
    node_new(t)->feature = NGI_TREE_HEAD;
    node_new(t);
    queue[0] = (part){head + 1, 0, 0, count};
    while (done < last) {
        part p = queue[done++];
        int f = 0;
        unsigned step = 0;
        if (p.depth == DEPTH || p.end - p.begin < 2 * SMALLEST || !best_cut(d, index, p, &f, &step)) {
            t->nodes[p.node].cut = leaf_value(d, index, p);
            continue;
        }
        uint32_t middle = divide(d, index, p, f, step, room), child = t->count;
        node_new(t);
        node_new(t);
        t->nodes[p.node] = (ngi_tree_node){d->cut[f][step], (uint16_t)f, (uint16_t)(child - p.node)};
        queue[last++] = (part){child, p.depth + 1, p.begin, middle};
        queue[last++] = (part){child + 1, p.depth + 1, middle, p.end};
    }
    t->nodes[head].left = (uint16_t)(t->count - head);
}

static float tree_value(const ngi_tree_node *head, const float *x)
{
    const ngi_tree_node *n = head + 1;
    while (n->feature != NGI_TREE_LEAF)
        n += n->left + (x[n->feature] > n->cut);
    return n->cut;
}

ngi_weights learn_trees(const articles *train, int without)
{
    rows_of d = rows_make(train, without);
    uint32_t *index = need(malloc((d.count + 1) * sizeof *index)),
             *room = need(malloc((d.count + 1) * sizeof *room));
    forest t = {0};
    double mean = 0;
    rng r = {9};
    for (uint32_t i = 0; i < d.count; i++)
        mean += d.y[i];
    mean /= d.count + 1e-9;
    node_new(&t);
    t.nodes[0] = (ngi_tree_node){0, NGI_TREE_HEAD, 2};
    node_new(&t)->cut = (float)log(mean / (1 - mean));
    for (uint32_t i = 0; i < d.count; i++)
        d.score[i] = t.nodes[1].cut;
    for (int k = 0; k < TREES; k++) {
        uint32_t n = 0, head = t.count;
        for (uint32_t i = 0; i < d.count; i++) {
            float p = chance_of(d.score[i]);
            d.gradient[i] = d.y[i] - p;
            d.weight[i] = p * (1 - p) > 1e-4f ? p * (1 - p) : 1e-4f;
            if (rng_next(&r) % 10 < 6)
                index[n++] = i;
        }
        grow_tree(&d, index, n, room, &t);
        for (uint32_t i = 0; i < d.count; i++)
            d.score[i] += tree_value(&t.nodes[head], d.x[i]);
    }
    free(d.x);
    free(d.step);
    free(d.y);
    free(d.score);
    free(d.gradient);
    free(d.weight);
    free(index);
    free(room);
    return (ngi_weights){t.nodes, t.count * (uint32_t)sizeof *t.nodes, 1};
}

/* ---- chances ---- */

typedef struct sample {
    float worth, right, weight;
} sample;

static int by_worth(const void *a, const void *b)
{
    const sample *x = a, *y = b;
    return (x->worth > y->worth) - (x->worth < y->worth);
}

/* Those that are kept, with whether they are right. */
static sample *kept_samples(const articles *train, const ngi_choice *how, uint32_t *count)
{
    uint32_t room = 1;
    for (uint32_t a = 0; a < train->count; a++)
        room += train->items[a].candidates.count;
    sample *all = need(malloc(room * sizeof *all));
    *count = 0;
    for (uint32_t a = 0; a < train->count; a++) {
        const article *x = &train->items[a];
        ngi_arena arena;
        ngi_candidates kept;
        ngi_arena_init(&arena, 0);
        if (!ngi_candidates_choose(&arena, &x->reading, &x->candidates, how, &kept))
            die("memory", "out");
        for (uint32_t c = 0; c < kept.count; c++)
            if (kept.items[c].worth > 0)
                all[(*count)++] = (sample){kept.items[c].worth,
                                           (float)gold_right(x, &kept.items[c]), 1};
        ngi_arena_free(&arena);
    }
    return all;
}

/* Isotonic regression (pool adjacent violators) over groups of as many candidates. */
ngi_weights learn_chances(const articles *train, const ngi_choice *how)
{
    enum { GROUPS = 24 };
    uint32_t n, used = 0;
    sample *all = kept_samples(train, how, &n), pool[GROUPS];
    qsort(all, n, sizeof *all, by_worth);
    for (uint32_t g = 0; g < GROUPS && n >= GROUPS; g++) {
        sample s = {0, 0, 0};
        for (uint32_t i = (uint32_t)((uint64_t)g * n / GROUPS);
             i < (uint32_t)((uint64_t)(g + 1) * n / GROUPS); i++) {
            s.worth += all[i].worth;
            s.right += all[i].right;
            s.weight += 1;
        }
        pool[used++] = s;
        while (used > 1 && pool[used - 2].right * pool[used - 1].weight >
                               pool[used - 1].right * pool[used - 2].weight) {
            pool[used - 2].worth += pool[used - 1].worth;
            pool[used - 2].right += pool[used - 1].right;
            pool[used - 2].weight += pool[used - 1].weight;
            used--;
        }
    }
    if (used < 2) {
        pool[0] = (sample){0, 0, 1};
        pool[1] = (sample){1, 1, 1};
        used = 2;
    }
    float(*out)[2] = need(malloc(used * sizeof *out));
    for (uint32_t k = 0; k < used; k++) {
        out[k][0] = pool[k].worth / pool[k].weight;
        out[k][1] = pool[k].right / pool[k].weight;
    }
    free(all);
    return (ngi_weights){out, used * (uint32_t)sizeof *out, how->cut};
}
