/* SPDX-License-Identifier: Apache-2.0 */
/* Learns tagger and parser from a treebank, and lemmas from it and from texts.
 *
 * Averaged perceptrons. The parser learns on tags that taggers made which had not seen the
 * sentence, and with a dynamic oracle (Goldberg and Nivre, 2013): from the third round on it
 * mostly follows its own moves and learns the best way on from there. */
#include "base/map.h"
#include "base/utf8.h"
#include "learn.h"

#include <stdlib.h>

enum { TAGGER_EPOCHS = 8, PARSER_EPOCHS = 15, PARTS = 4, KNOWN_LEAST = 10 };

static int part_of(uint32_t sentence)
{
    return (int)(sentence / 10 % PARTS);
}

/* ---- words with one tag ---- */

typedef struct sighting {
    uint32_t key;
    uint8_t tag;
} sighting;

static int by_key(const void *a, const void *b)
{
    const sighting *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->tag > y->tag) - (x->tag < y->tag);
}

static ngi_weights learn_known(const treebank *t)
{
    uint32_t n = t->prose.token_count;
    sighting *seen = need(malloc(n * sizeof *seen));
    pairs out = {0};
    for (uint32_t i = 0; i < n; i++)
        seen[i] = (sighting){ngi_tag_key(&t->prose, i), t->tag[i]};
    qsort(seen, n, sizeof *seen, by_key);
    for (uint32_t i = 0; i < n;) {
        uint32_t begin = i, most = 0, best = 0, count[NGI_TAG_COUNT] = {0};
        for (; i < n && seen[i].key == seen[begin].key; i++)
            count[seen[i].tag]++;
        for (uint32_t k = 0; k < NGI_TAG_COUNT; k++)
            if (count[k] > most) {
                most = count[k];
                best = k;
            }
        if (most >= KNOWN_LEAST && most * 1000 >= (i - begin) * 995)
            pairs_put(&out, seen[begin].key, best + 1);
    }
    free(seen);
    ngi_weights packed = pairs_pack(&out);
    free(out.items);
    return packed;
}

/* ---- tagger ---- */

static uint8_t best_of(const float *score, unsigned count, unsigned first)
{
    unsigned best = first;
    for (unsigned k = first + 1; k < count; k++)
        if (score[k] > score[best])
            best = k;
    return (uint8_t)best;
}

/* without: the part of the sentences that is not learned from, or -1. */
static ngi_weights learn_tagger(const treebank *t, const ngi_model *known, int without)
{
    learner l = learner_new(NGI_TAGGER_BITS, NGI_TAG_ROOM);
    uint32_t n = t->prose.sentence_count, *order = need(malloc(n * sizeof *order)), rows[NGI_TAGGER_ROWS];
    float score[NGI_TAG_ROOM];
    double now = 1;
    rng r = {1};
    for (uint32_t i = 0; i < n; i++)
        order[i] = i;
    for (int e = 0; e < TAGGER_EPOCHS; e++) {
        rng_shuffle(&r, order, n);
        for (uint32_t k = 0; k < n; k++) {
            ngi_stretch s = t->prose.sentences[order[k]];
            if (part_of(order[k]) == without)
                continue;
            for (uint32_t i = s.begin; i < s.end; i++, now++) {
                uint8_t tag = ngi_tag_known(known, &t->prose, i), gold = t->tag[i];
                if (tag == NGI_TAG_COUNT) {
                    uint32_t count = ngi_tagger_rows(&t->prose, t->words, s, i, rows);
                    learner_sums(&l, rows, count, score);
                    tag = best_of(score, NGI_TAG_COUNT, 0);
                    if (tag != gold) {
                        learner_move(&l, rows, count, gold, 1, now);
                        learner_move(&l, rows, count, tag, -1, now);
                    }
                }
                t->words[i].tag = tag;
            }
        }
    }
    learner_average(&l, now);
    ngi_weights packed = learner_pack(&l, 1, FEW_CLIPPED);
    learner_free(&l);
    free(order);
    return packed;
}

static double tag_all(const treebank *t, const ngi_model *model, int part)
{
    uint32_t right = 0, count = 0;
    for (uint32_t s = 0; s < t->prose.sentence_count; s++) {
        if (part >= 0 && part_of(s) != part)
            continue;
        ngi_stretch at = t->prose.sentences[s];
        ngi_tag_sentence(model, &t->prose, t->words, at, false);
        for (uint32_t i = at.begin; i < at.end; i++, count++)
            right += t->words[i].tag == t->tag[i];
    }
    return (double)right / (count + 1e-9);
}

/* ---- parser ---- */

/* What each move would cost: gold arcs that can't be made after it. */
static void costs(const ngi_parse *p, const int *head, int cost[NGI_MOVE_COUNT])
{
    int s0 = p->depth > 0 ? p->stack[p->depth - 1] : -1;
    int s1 = p->depth > 1 ? p->stack[p->depth - 2] : -1, b0 = p->next, children = 0;
    cost[0] = cost[1] = cost[2] = 99;
    if (b0 < p->count) {
        cost[NGI_MOVE_SHIFT] = 0;
        for (int i = 0; i < p->depth; i++)
            cost[NGI_MOVE_SHIFT] += (p->stack[i] != s0 && head[b0] == p->stack[i]) +
                                    (head[p->stack[i]] == b0);
    }
    for (int j = b0; s0 >= 0 && j < p->count; j++)
        children += head[j] == s0;
    if (s0 >= 0)
        cost[NGI_MOVE_LEFT] = children + (head[s0] != b0 && ((s1 >= 0 && head[s0] == s1) ||
                                                             head[s0] > b0));
    if (s1 >= 0)
        cost[NGI_MOVE_RIGHT] = children + (head[s0] >= b0);
}

static void learn_label(learner *l, const ngi_parse *p, int head, uint8_t gold, uint8_t *label,
                        bool learn, double now)
{
    uint32_t rows[NGI_LABEL_ROWS], count = ngi_parse_label_rows(p, head, rows);
    float score[NGI_LABEL_ROOM];
    learner_sums(l, rows, count, score);
    *label = best_of(score, NGI_DEP_COUNT, 1);
    if (learn && *label != gold) {
        learner_move(l, rows, count, gold, 1, now);
        learner_move(l, rows, count, *label, -1, now);
    }
}

static void learn_sentence(learner *arcs, learner *labels, const treebank *t, ngi_stretch s,
                           int epoch, rng *r, double *now)
{
    ngi_parse p;
    int head[NGI_SENTENCE_MAX], n = (int)(s.end - s.begin);
    uint32_t rows[NGI_ARC_ROWS];
    float score[4];
    for (int i = 0; i < n; i++)
        head[i] = t->head[s.begin + (uint32_t)i] < 0 ? n : t->head[s.begin + (uint32_t)i] - (int)s.begin;
    ngi_parse_begin(&p, t->words + s.begin, n);
    while (!ngi_parse_done(&p)) {
        int cost[NGI_MOVE_COUNT], least = 99, best = -1, good = -1;
        uint32_t count = ngi_parse_rows(&p, rows);
        costs(&p, head, cost);
        learner_sums(arcs, rows, count, score);
        for (int m = 0; m < NGI_MOVE_COUNT; m++)
            if (ngi_parse_may(&p, m))
                least = cost[m] < least ? cost[m] : least;
        for (int m = 0; m < NGI_MOVE_COUNT; m++) {
            if (!ngi_parse_may(&p, m))
                continue;
            if (best < 0 || score[m] > score[best])
                best = m;
            if (cost[m] == least && (good < 0 || score[m] > score[good]))
                good = m;
        }
        if (best != good) {
            learner_move(arcs, rows, count, (unsigned)good, 1, *now);
            learner_move(arcs, rows, count, (unsigned)best, -1, *now);
        }
        ++*now;
        int move = best == good || (epoch >= 2 && rng_next(r) % 10 != 0) ? best : good;
        uint8_t label = 0;
        if (move != NGI_MOVE_SHIFT) {
            int to = ngi_parse_head(&p, move), child = p.stack[p.depth - 1];
            if (to == n)
                label = NGI_DEP_ROOT;
            else
                learn_label(labels, &p, to, t->label[s.begin + (uint32_t)child], &label,
                            head[child] == to, *now);
        }
        ngi_parse_move(&p, move, label);
    }
}

static void learn_parser(const treebank *t, ngi_model *model)
{
    learner arcs = learner_new(NGI_ARCS_BITS, 4), labels = learner_new(NGI_LABELS_BITS, NGI_LABEL_ROOM);
    uint32_t n = t->prose.sentence_count, *order = need(malloc(n * sizeof *order));
    double now = 1;
    rng r = {2};
    for (uint32_t i = 0; i < n; i++)
        order[i] = i;
    for (int e = 0; e < PARSER_EPOCHS; e++) {
        rng_shuffle(&r, order, n);
        for (uint32_t k = 0; k < n; k++) {
            ngi_stretch s = t->prose.sentences[order[k]];
            if (s.end - s.begin <= NGI_SENTENCE_MAX)
                learn_sentence(&arcs, &labels, t, s, e, &r, &now);
        }
    }
    learner_average(&arcs, now);
    learner_average(&labels, now);
    model->table[NGI_TABLE_ARCS] = learner_pack(&arcs, 1, FEW_CLIPPED);
    model->table[NGI_TABLE_LABELS] = learner_pack(&labels, 1, FEW_CLIPPED);
    learner_free(&arcs);
    learner_free(&labels);
    free(order);
}

static void measure_parser(const treebank *t, const ngi_model *model)
{
    uint32_t n = t->prose.token_count, count = 0, heads = 0, both = 0;
    int32_t *head = need(malloc(n * sizeof *head));
    uint8_t *label = need(malloc(n));
    for (uint32_t s = 0; s < t->prose.sentence_count; s++)
        ngi_parse_sentence(model, t->words, t->prose.sentences[s], head, label);
    for (uint32_t i = 0; i < n; i++) {
        if (t->label[i] == NGI_DEP_PUNCT)
            continue;
        count++;
        heads += head[i] == t->head[i];
        both += head[i] == t->head[i] && label[i] == t->label[i];
    }
    printf("parser: heads %.4f, heads and relations %.4f of %u words without punctuation\n",
           (double)heads / count, (double)both / count, count);
    free(head);
    free(label);
}

void learn_syntax(const treebank *train, const treebank *dev, ngi_model *model)
{
    ngi_model part = *model;
    part.table[NGI_TABLE_TAG_WORDS] = model->table[NGI_TABLE_TAG_WORDS] = learn_known(train);
    uint8_t *tags = need(malloc(train->prose.token_count));
    for (int k = 0; k < PARTS; k++) {
        part.table[NGI_TABLE_TAGGER] = learn_tagger(train, &part, k);
        tag_all(train, &part, k);
        for (uint32_t s = 0; s < train->prose.sentence_count; s++)
            for (uint32_t i = train->prose.sentences[s].begin;
                 part_of(s) == k && i < train->prose.sentences[s].end; i++)
                tags[i] = train->words[i].tag;
    }
    model->table[NGI_TABLE_TAGGER] = learn_tagger(train, model, -1);
    printf("tagger: %.4f of %u words of other texts\n", tag_all(dev, model, -1),
           dev->prose.token_count);
    for (uint32_t i = 0; i < train->prose.token_count; i++)
        train->words[i].tag = tags[i];
    learn_parser(train, model);
    measure_parser(dev, model);
    free(tags);
}

/* ---- lemmas ---- */

typedef struct forms {
    ngi_arena arena;
    ngi_map verbs, nouns; /* base forms and how often they were seen */
    ngi_map done;         /* keys that have a lemma, to keep the first */
    pairs out;
} forms;

static void put_lemma(forms *f, ng_slice form, uint8_t tag, ng_slice lemma)
{
    uint32_t key = ngi_mix(ngi_word_hash(form), tag == NGI_TAG_NNS);
    bool is_new;
    ng_slice bytes = ngi_arena_copy(&f->arena, ngi_slice((const char *)&key, sizeof key));
    ngi_map_put(&f->done, bytes, &is_new);
    if (is_new)
        pairs_put(&f->out, key, ngi_word_hash(lemma));
}

static uint32_t seen(const ngi_map *map, ng_slice word)
{
    uint32_t *count = ngi_map_get(map, word);
    return count == NULL ? 0 : *count;
}

/* The base form that was seen most of those that the ending may have come from. */
static ng_slice guess(forms *f, ng_slice form, uint8_t tag)
{
    static const struct {
        uint8_t tag;
        const char *off, *on;
        bool twice; /* and one of the doubled consonants */
    } ways[] = {
        {NGI_TAG_VBD, "ed", "", false}, {NGI_TAG_VBD, "d", "", false}, {NGI_TAG_VBD, "ed", "", true},
        {NGI_TAG_VBD, "ied", "y", false}, {NGI_TAG_VBG, "ing", "", false},
        {NGI_TAG_VBG, "ing", "e", false}, {NGI_TAG_VBG, "ing", "", true}, {NGI_TAG_VBZ, "s", "", false},
        {NGI_TAG_VBZ, "es", "", false}, {NGI_TAG_VBZ, "ies", "y", false}, {NGI_TAG_NNS, "s", "", false},
        {NGI_TAG_NNS, "es", "", false}, {NGI_TAG_NNS, "ies", "y", false},
    };
    const ngi_map *map = tag == NGI_TAG_NNS ? &f->nouns : &f->verbs;
    ng_slice best = {NULL, 0};
    uint32_t most = 1;
    for (size_t k = 0; k < NGI_COUNT(ways); k++) {
        ng_slice off = ngi_slice_of(ways[k].off);
        if (ways[k].tag != (tag == NGI_TAG_VBN ? NGI_TAG_VBD : tag) || !ngi_ends(form, off) ||
            form.len < off.len + 2)
            continue;
        size_t len = form.len - off.len;
        if (ways[k].twice && form.ptr[len - 1] != form.ptr[len - 2])
            continue;
        ngi_buffer b = {0};
        ngi_buffer_add(&b, ngi_slice_sub(form, 0, len - ways[k].twice));
        ngi_buffer_add(&b, ngi_slice_of(ways[k].on));
        ng_slice base = ngi_arena_copy(&f->arena, ngi_buffer_slice(&b));
        ngi_buffer_free(&b);
        if (seen(map, base) > most) {
            most = seen(map, base);
            best = base;
        }
    }
    return best;
}

static bool is_base(uint8_t tag)
{
    return tag == NGI_TAG_VB || tag == NGI_TAG_VBP || tag == NGI_TAG_NN;
}

static void count_base(forms *f, ng_slice word, uint8_t tag)
{
    uint32_t *count = ngi_map_put(tag == NGI_TAG_NN ? &f->nouns : &f->verbs, word, NULL);
    need(count);
    ++*count;
}

void learn_lemmas(const treebank *t, const articles *texts, ngi_model *model)
{
    forms f = {0};
    ngi_arena_init(&f.arena, 0);
    ngi_map_init(&f.verbs, &f.arena);
    ngi_map_init(&f.nouns, &f.arena);
    ngi_map_init(&f.done, &f.arena);
    for (uint32_t i = 0; i < t->prose.token_count; i++) {
        uint8_t tag = t->tag[i];
        ng_slice form = ngi_lower(&f.arena, ngi_token_text(&t->prose, i));
        if ((tag >= NGI_TAG_VB && tag <= NGI_TAG_VBZ) || tag == NGI_TAG_NNS || tag == NGI_TAG_NN)
            count_base(&f, t->lemma[i], tag == NGI_TAG_NNS || tag == NGI_TAG_NN ? NGI_TAG_NN : tag);
        if (((tag >= NGI_TAG_VB && tag <= NGI_TAG_VBZ) || tag == NGI_TAG_NNS) &&
            !ngi_equal(form, t->lemma[i]))
            put_lemma(&f, form, tag, t->lemma[i]);
    }
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t a = 0; a < texts->count; a++) {
            const article *x = &texts->items[a];
            for (uint32_t i = 0; i < x->prose.token_count; i++) {
                uint8_t tag = x->syntax.tag[i];
                bool changed = (tag >= NGI_TAG_VBD && tag <= NGI_TAG_VBZ && tag != NGI_TAG_VBP) ||
                               tag == NGI_TAG_NNS;
                if (pass == 0 ? !is_base(tag) : !changed)
                    continue;
                ng_slice form = ngi_lower(&f.arena, ngi_token_text(&x->prose, i));
                if (pass == 0) {
                    count_base(&f, form, tag);
                    continue;
                }
                ng_slice base = guess(&f, form, tag);
                if (base.len > 0)
                    put_lemma(&f, form, tag, base);
            }
        }
    model->table[NGI_TABLE_LEMMAS] = pairs_pack(&f.out);
    printf("lemmas: %u forms\n", f.out.count);
    free(f.out.items);
    ngi_arena_free(&f.arena);
}
