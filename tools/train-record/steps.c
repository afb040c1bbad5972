/* SPDX-License-Identifier: Apache-2.0 */
/* Learns anchors, roles and links. `without` is the publisher left out, or -1. Half of the
 * features of each place are dropped at random while learning, and all of the syntax of some
 * texts: so that no model leans on few of them, and reads without syntax as well. */
#include "learn.h"

#include <math.h>
#include <stdlib.h>

static const float anchor_drop = 0.3f, roles_drop = 0.5f, links_drop = 0.5f, blind_share = 0.25f;

/* ---- cues: which lemmas are anchors ---- */

typedef struct tally {
    uint32_t key;
    uint32_t seen, cue, anchor;
} tally;

typedef struct tallies {
    tally *items;
    uint32_t mask;
} tallies;

static tally *tally_of(const tallies *t, uint32_t key)
{
    uint32_t i = ngi_mix(key, 5) & t->mask;
    while (t->items[i].key != key && t->items[i].key != 0)
        i = (i + 1) & t->mask;
    t->items[i].key = key;
    return &t->items[i];
}

static float cue_chance(const tallies *t, const ngi_lexeme *w)
{
    const tally *x = tally_of(t, w->lemma);
    float p = x->seen == 0 ? 0.02f : ((float)x->cue + 0.1f) / ((float)x->seen + 3);
    return (w->kind & (NGI_KIND_VERB | NGI_KIND_NOUN)) != 0 ? p : p * 0.3f;
}

static void count_cues(const articles *texts, const tallies *t)
{
    for (uint32_t a = 0; a < texts->count; a++) {
        const article *x = &texts->items[a];
        for (uint32_t i = 0; i < x->prose.token_count; i++)
            tally_of(t, x->reading.words[i].lemma)->seen++;
        for (uint32_t g = 0; g < x->gold_count; g++)
            for (uint32_t k = 0; k < x->golds[g].cues; k++)
                for (uint32_t i = x->golds[g].cue[k].begin; i < x->golds[g].cue[k].end; i++)
                    tally_of(t, x->reading.words[i].lemma)->cue++;
    }
}

/* The word of each cue that is most often in cues. */
static void choose_anchors(articles *texts, const tallies *t)
{
    for (uint32_t a = 0; a < texts->count; a++)
        for (uint32_t n = 0; n < texts->items[a].gold_count; n++) {
            gold *g = &texts->items[a].golds[n];
            float most = -1;
            for (uint32_t k = 0; k < g->cues; k++)
                for (uint32_t i = g->cue[k].begin; i < g->cue[k].end; i++) {
                    float p = cue_chance(t, &texts->items[a].reading.words[i]);
                    if (p > most) {
                        most = p;
                        g->anchor = (int32_t)i;
                    }
                }
        }
}

static void finish_words(articles *texts, const ngi_model *model)
{
    for (uint32_t a = 0; a < texts->count; a++)
        ngi_lexemes_finish(model, &texts->items[a].prose, texts->items[a].reading.words);
}

void learn_cues(articles *train, articles *dev, ngi_model *model)
{
    tallies t = {need(calloc(1u << 18, sizeof(tally))), (1u << 18) - 1};
    pairs out = {0};
    finish_words(train, model);
    finish_words(dev, model);
    count_cues(train, &t);
    choose_anchors(train, &t);
    choose_anchors(dev, &t);
    for (uint32_t a = 0; a < train->count; a++)
        for (uint32_t g = 0; g < train->items[a].gold_count; g++)
            if (train->items[a].golds[g].anchor >= 0)
                tally_of(&t, train->items[a].reading.words[train->items[a].golds[g].anchor].lemma)
                    ->anchor++;
    for (uint32_t i = 0; i <= t.mask; i++)
        if (t.items[i].anchor >= 2)
            pairs_put(&out, t.items[i].key, t.items[i].anchor);
    model->table[NGI_TABLE_CUES] = pairs_pack(&out);
    free(out.items);
    free(t.items);
    finish_words(train, model);
    finish_words(dev, model);
}

/* ---- anchors ---- */

typedef struct place {
    uint32_t article, at;
    float wanted;
} place;

typedef struct places {
    place *items;
    uint32_t count, room;
} places;

static void place_put(places *p, place x)
{
    if (p->count == p->room) {
        p->room = p->room == 0 ? 4096 : p->room * 2;
        p->items = need(realloc(p->items, p->room * sizeof *p->items));
    }
    p->items[p->count++] = x;
}

static void anchor_places(const articles *train, uint32_t a, places *out)
{
    const article *x = &train->items[a];
    uint8_t *mark = need(calloc(x->prose.token_count + 1, 1)); /* 1: in a cue, 2: an anchor */
    for (uint32_t g = 0; g < x->gold_count; g++)
        for (uint32_t k = 0; k < x->golds[g].cues; k++)
            for (uint32_t i = x->golds[g].cue[k].begin; i < x->golds[g].cue[k].end; i++)
                mark[i] = mark[i] == 2 ? 2 : 1 + ((int32_t)i == x->golds[g].anchor);
    for (uint32_t i = 0; i < x->prose.token_count; i++)
        if (mark[i] == 2 || (mark[i] == 0 && (x->reading.words[i].kind & NGI_KIND_ANCHOR) != 0))
            place_put(out, (place){a, i, mark[i] == 2});
    free(mark);
}

static uint32_t *order_of(uint32_t count)
{
    uint32_t *order = need(malloc((count + 1) * sizeof *order));
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    return order;
}

ngi_weights learn_anchors(const articles *train, int without, const ngi_model *model)
{
    enum { EPOCHS = 6, ROUNDS = 4 };
    (void)model;
    places p = {0};
    learner l = learner_new(NGI_ANCHORS_BITS, 1);
    uint32_t rows[NGI_ANCHOR_ROWS];
    rng r = {3};
    for (uint32_t a = 0; a < train->count; a++)
        if (train->items[a].fold != without)
            anchor_places(train, a, &p);
    uint32_t *order = order_of(p.count);
    for (int n = 0; n < EPOCHS * ROUNDS; n++) {
        int e = n % EPOCHS;
        if (e == 0)
            learner_again(&l);
        rng_shuffle(&r, order, p.count);
        for (uint32_t k = 0; k < p.count; k++) {
            const place *x = &p.items[order[k]];
            ngi_reading reading = train->items[x->article].reading;
            reading.fast = (float)(rng_next(&r) >> 8) < blind_share * 16777216.0f;
            uint32_t count = rng_drop(&r, rows, ngi_anchor_rows(&reading, x->at, rows), anchor_drop);
            float error = x->wanted - 1 / (1 + expf(-learner_sum(&l, rows, count, 0)));
            if (fabsf(error) > 0.005f)
                learner_step(&l, rows, count, &error, 0.08f / (1 + 0.3f * (float)e));
        }
        if (e >= 2)
            learner_note(&l);
    }
    learner_settle(&l);
    ngi_weights packed = learner_pack(&l, 1 - anchor_drop, FEW_CLIPPED);
    learner_free(&l);
    free(order);
    free(p.items);
    return packed;
}

/* ---- chains ---- */

typedef struct window {
    ngi_chain chain;
    float pair[NGI_ROLES_PIECE][16];
    uint32_t node[NGI_ROLES_PIECE][NGI_NODE_ROWS], edge[NGI_ROLES_PIECE][NGI_EDGE_ROWS];
    uint32_t nodes[NGI_ROLES_PIECE], edges[NGI_ROLES_PIECE];
    uint8_t wanted[NGI_ROLES_PIECE];
    int32_t anchor; /* place in the window that is a cue for sure, or -1 */
} window;

static void window_score(window *w, const learner *node, const learner *edge)
{
    ngi_chain *c = &w->chain;
    for (uint32_t k = 0; k < c->count; k++) {
        learner_sums(node, w->node[k], w->nodes[k], c->node[k]);
        if (k > 0)
            learner_sums(edge, w->edge[k], w->edges[k], c->edge[k]);
    }
    for (int l = 0; w->anchor >= 0 && l < NGI_ROLE_COUNT; l++)
        if (l != NGI_ROLE_CUE)
            c->node[w->anchor][l] = -1e4f;
    c->pair = w->pair;
    ngi_chain_chances(c);
}

static void window_learn(window *w, learner *node, learner *edge, float rate)
{
    ngi_chain *c = &w->chain;
    window_score(w, node, edge);
    for (uint32_t k = 0; k < c->count; k++) {
        float error[16], most = 0;
        for (int l = 0; l < NGI_ROLE_COUNT; l++) {
            error[l] = (w->wanted[k] == l) - c->chance[k][l];
            most = fabsf(error[l]) > most ? fabsf(error[l]) : most;
        }
        if (most > 0.003f)
            learner_step(node, w->node[k], w->nodes[k], error, rate);
        if (k == 0)
            continue;
        most = 0;
        for (int i = 0; i < 16; i++) {
            error[i] = (w->wanted[k - 1] * 4 + w->wanted[k] == i) - c->pair[k][i];
            most = fabsf(error[i]) > most ? fabsf(error[i]) : most;
        }
        if (most > 0.003f)
            learner_step(edge, w->edge[k], w->edges[k], error, rate);
    }
}

static void mark_roles(uint8_t *roles, uint32_t begin, uint32_t end, const ngi_stretch *s,
                       uint32_t count, uint8_t role, bool over)
{
    for (uint32_t k = 0; k < count; k++)
        for (uint32_t i = s[k].begin; i < s[k].end; i++)
            if (i >= begin && i < end && (over || roles[i - begin] == 0))
                roles[i - begin] = role;
}

/* The roles of all attributions of a text together. */
static uint8_t *joint_roles(const article *a)
{
    uint32_t n = a->prose.token_count;
    uint8_t *roles = need(calloc(n + 1, 1));
    for (uint32_t g = 0; g < a->gold_count; g++) {
        mark_roles(roles, 0, n, a->golds[g].source, a->golds[g].sources, NGI_ROLE_SOURCE, false);
        mark_roles(roles, 0, n, a->golds[g].content, a->golds[g].contents, NGI_ROLE_CONTENT, true);
    }
    for (uint32_t g = 0; g < a->gold_count; g++)
        mark_roles(roles, 0, n, a->golds[g].cue, a->golds[g].cues, NGI_ROLE_CUE, true);
    return roles;
}

static void piece_places(const articles *train, uint32_t a, places *out)
{
    const ngi_prose *p = &train->items[a].prose;
    for (uint32_t k = 0; k < p->paragraph_count; k++)
        for (uint32_t b = p->paragraphs[k].begin; b < p->paragraphs[k].end; b += NGI_ROLES_PIECE)
            place_put(out, (place){a, b, (float)k});
}

static void learn_piece(const articles *train, const place *x, uint8_t *const *roles, window *w,
                        learner *node, learner *edge, rng *r, float rate)
{
    ngi_reading reading = train->items[x->article].reading;
    ngi_roles_scene s;
    uint32_t end = reading.prose->paragraphs[(uint32_t)x->wanted].end;
    end = end - x->at < NGI_ROLES_PIECE ? end : x->at + NGI_ROLES_PIECE;
    reading.fast = (float)(rng_next(r) >> 8) < blind_share * 16777216.0f;
    ngi_roles_look(&reading, x->at, end, &s);
    w->chain.count = end - x->at;
    w->anchor = -1;
    for (uint32_t k = 0; k < w->chain.count; k++) {
        w->nodes[k] = rng_drop(r, w->node[k], ngi_roles_node(&s, k, w->node[k]), roles_drop);
        w->edges[k] = k == 0 ? 0 : rng_drop(r, w->edge[k], ngi_roles_edge(&s, k, w->edge[k]),
                                            roles_drop);
        w->wanted[k] = roles[x->article][x->at + k];
    }
    window_learn(w, node, edge, rate);
}

void learn_roles(const articles *train, int without, ngi_model *model)
{
    enum { EPOCHS = 4, ROUNDS = 1 };
    learner node = learner_new(NGI_ROLES_NODE_BITS, 4), edge = learner_new(NGI_ROLES_EDGE_BITS, 16);
    window *w = need(calloc(1, sizeof *w));
    uint8_t **roles = need(calloc(train->count + 1, sizeof *roles));
    places p = {0};
    rng r = {21};
    for (uint32_t a = 0; a < train->count; a++)
        if (train->items[a].fold != without) {
            roles[a] = joint_roles(&train->items[a]);
            piece_places(train, a, &p);
        }
    uint32_t *order = order_of(p.count);
    for (int n = 0; n < EPOCHS * ROUNDS; n++) {
        int e = n % EPOCHS;
        if (e == 0) {
            learner_again(&node);
            learner_again(&edge);
        }
        rng_shuffle(&r, order, p.count);
        for (uint32_t k = 0; k < p.count; k++)
            learn_piece(train, &p.items[order[k]], roles, w, &node, &edge, &r,
                        0.015f / (1 + 0.4f * (float)e));
        if (e >= 1) {
            learner_note(&node);
            learner_note(&edge);
        }
    }
    learner_settle(&node);
    learner_settle(&edge);
    model->table[NGI_TABLE_ROLES_NODE] = learner_pack(&node, 1 - roles_drop, FEW_CLIPPED);
    model->table[NGI_TABLE_ROLES_EDGE] = learner_pack(&edge, 1 - roles_drop, FEW_CLIPPED);
    for (uint32_t a = 0; a < train->count; a++)
        free(roles[a]);
    free(roles);
    free(order);
    free(p.items);
    free(w);
    learner_free(&node);
    learner_free(&edge);
}

static void learn_link(const articles *train, const place *x, window *w, learner *node,
                       learner *edge, rng *r, float rate)
{
    const article *a = &train->items[x->article];
    const gold *g = &a->golds[x->at];
    ngi_reading reading = a->reading;
    ngi_link_scene s;
    reading.fast = (float)(rng_next(r) >> 8) < blind_share * 16777216.0f;
    ngi_link_look(&reading, (uint32_t)g->anchor, false, &s);
    w->chain.count = s.end - s.begin;
    w->anchor = g->anchor - (int32_t)s.begin;
    memset(w->wanted, 0, w->chain.count);
    mark_roles(w->wanted, s.begin, s.end, g->content, g->contents, NGI_ROLE_CONTENT, true);
    mark_roles(w->wanted, s.begin, s.end, g->source, g->sources, NGI_ROLE_SOURCE, true);
    mark_roles(w->wanted, s.begin, s.end, g->cue, g->cues, NGI_ROLE_CUE, true);
    for (uint32_t k = 0; k < w->chain.count; k++) {
        w->nodes[k] = rng_drop(r, w->node[k], ngi_link_node(&s, k, w->node[k]), links_drop);
        w->edges[k] = k == 0 ? 0 : rng_drop(r, w->edge[k], ngi_link_edge(&s, k, w->edge[k]),
                                            links_drop);
    }
    window_learn(w, node, edge, rate);
}

void learn_links(const articles *train, int without, ngi_model *model)
{
    enum { EPOCHS = 6, ROUNDS = 2 };
    learner node = learner_new(NGI_LINKS_NODE_BITS, 4), edge = learner_new(NGI_LINKS_EDGE_BITS, 16);
    window *w = need(calloc(1, sizeof *w));
    places p = {0};
    rng r = {11};
    for (uint32_t a = 0; a < train->count; a++)
        for (uint32_t g = 0; train->items[a].fold != without && g < train->items[a].gold_count; g++)
            if (train->items[a].golds[g].anchor >= 0 && train->items[a].golds[g].contents > 0)
                place_put(&p, (place){a, g, 0});
    uint32_t *order = order_of(p.count);
    for (int n = 0; n < EPOCHS * ROUNDS; n++) {
        int e = n % EPOCHS;
        if (e == 0) {
            learner_again(&node);
            learner_again(&edge);
        }
        rng_shuffle(&r, order, p.count);
        for (uint32_t k = 0; k < p.count; k++)
            learn_link(train, &p.items[order[k]], w, &node, &edge, &r,
                       0.015f / (1 + 0.25f * (float)e));
        if (e >= 2) {
            learner_note(&node);
            learner_note(&edge);
        }
    }
    learner_settle(&node);
    learner_settle(&edge);
    model->table[NGI_TABLE_LINKS_NODE] = learner_pack(&node, 1 - links_drop, MANY_CLIPPED);
    model->table[NGI_TABLE_LINKS_EDGE] = learner_pack(&edge, 1 - links_drop, MANY_CLIPPED);
    free(order);
    free(p.items);
    free(w);
    learner_free(&node);
    learner_free(&edge);
}
