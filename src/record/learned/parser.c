/* SPDX-License-Identifier: Apache-2.0 */
/* The parser's state, its features and its greedy run; see parser.h. */
#include "record/learned/parser.h"

void ngi_parse_begin(ngi_parse *p, const ngi_lexeme *words, int count)
{
    p->words = words;
    p->count = count;
    p->depth = p->next = 0;
    for (int i = 0; i <= count; i++) {
        p->head[i] = p->left[i] = p->left2[i] = p->right[i] = p->right2[i] = -1;
        p->label[i] = NGI_DEP_COUNT;
        p->lefts[i] = p->rights[i] = 0;
    }
}

bool ngi_parse_done(const ngi_parse *p)
{
    return p->next == p->count && p->depth == 0;
}

bool ngi_parse_may(const ngi_parse *p, int move)
{
    return move == NGI_MOVE_SHIFT  ? p->next < p->count
           : move == NGI_MOVE_LEFT ? p->depth > 0
                                   : p->depth > 1;
}

int ngi_parse_head(const ngi_parse *p, int move)
{
    return move == NGI_MOVE_LEFT ? p->next : p->stack[p->depth - 2];
}

void ngi_parse_move(ngi_parse *p, int move, uint8_t label)
{
    if (move == NGI_MOVE_SHIFT) {
        p->stack[p->depth++] = p->next++;
        return;
    }
    int head = ngi_parse_head(p, move), child = p->stack[--p->depth];
    p->head[child] = (int16_t)head;
    p->label[child] = label;
    if (child < head) {
        p->left2[head] = p->left[head];
        p->left[head] = (int16_t)child;
        p->lefts[head] += p->lefts[head] < 3;
    } else {
        p->right2[head] = p->right[head];
        p->right[head] = (int16_t)child;
        p->rights[head] += p->rights[head] < 3;
    }
}

static uint32_t word_at(const ngi_parse *p, int i)
{
    return i < 0 ? 7 : i >= p->count ? 9 : p->words[i].word;
}

static uint32_t tag_at(const ngi_parse *p, int i)
{
    return i < 0 ? 60 : i >= p->count ? 61 : p->words[i].tag;
}

static uint32_t label_at(const ngi_parse *p, int i)
{
    return i < 0 ? 70 : p->label[i];
}

/* The words that a move is chosen by. */
typedef struct view {
    int s0, s1, s2, b0, b1, b2, b3;
    int s0l, s0r, s1l, s1r, b0l, s0l2, s0r2, b0l2;
    uint32_t s0w, s0p, s1w, s1p, s2p, b0w, b0p, b1w, b1p, b2p, b3p;
} view;

static int or_none(const int16_t *children, int of)
{
    return of < 0 ? -1 : children[of];
}

static void see(const ngi_parse *p, view *v)
{
    int m = p->depth, n = p->count;
    v->s0 = m > 0 ? p->stack[m - 1] : -1;
    v->s1 = m > 1 ? p->stack[m - 2] : -1;
    v->s2 = m > 2 ? p->stack[m - 3] : -1;
    v->b0 = p->next;
    v->b1 = p->next + 1 <= n ? p->next + 1 : -1;
    v->b2 = p->next + 2 <= n ? p->next + 2 : -1;
    v->b3 = p->next + 3 <= n ? p->next + 3 : -1;
    v->s0l = or_none(p->left, v->s0);
    v->s0r = or_none(p->right, v->s0);
    v->s1l = or_none(p->left, v->s1);
    v->s1r = or_none(p->right, v->s1);
    v->b0l = p->left[v->b0];
    v->s0l2 = or_none(p->left2, v->s0);
    v->s0r2 = or_none(p->right2, v->s0);
    v->b0l2 = p->left2[v->b0];
    v->s0w = word_at(p, v->s0);
    v->s0p = tag_at(p, v->s0);
    v->s1w = word_at(p, v->s1);
    v->s1p = tag_at(p, v->s1);
    v->s2p = tag_at(p, v->s2);
    v->b0w = word_at(p, v->b0);
    v->b0p = tag_at(p, v->b0);
    v->b1w = word_at(p, v->b1);
    v->b1p = tag_at(p, v->b1);
    v->b2p = tag_at(p, v->b2);
    v->b3p = tag_at(p, v->b3);
}

static void rows_of_words(const ngi_parse *p, const view *v, ngi_rows *r)
{
    const uint32_t single[] = {1,      v->s0w, v->s0p, v->s1w, v->s1p, v->b0w, v->b0p,
                               v->b1w, v->b1p, v->b2p, word_at(p, v->b2), word_at(p, v->s2), v->s2p};
    const uint32_t pairs[][2] = {
        {v->s0w, v->s0p}, {v->s1w, v->s1p}, {v->b0w, v->b0p}, {v->s0w, v->b0w}, {v->s0w, v->b0p},
        {v->s0p, v->b0w}, {v->s0p, v->b0p}, {v->s0w, v->s1w}, {v->s0w, v->s1p}, {v->s0p, v->s1w},
        {v->s0p, v->s1p}, {v->s1p, v->b0p}, {v->s1w, v->b0p}, {v->s1p, v->b0w}};
    for (size_t i = 0; i < NGI_COUNT(single); i++)
        ngi_row(r, single[i]);
    for (size_t i = 0; i < NGI_COUNT(pairs); i++)
        ngi_row(r, ngi_mix(pairs[i][0], pairs[i][1]));
}

static void rows_of_three(const ngi_parse *p, const view *v, ngi_rows *r)
{
    const uint32_t threes[][3] = {
        {v->s0p, v->b0p, v->b1p},
        {v->b0p, v->b1p, v->b2p},
        {v->s1p, v->s0p, v->b0p},
        {v->s2p, v->s1p, v->s0p},
        {v->s0p, tag_at(p, v->s0l), v->b0p},
        {v->s0p, tag_at(p, v->s0r), v->b0p},
        {v->s0p, v->b0p, tag_at(p, v->b0l)},
        {v->s1p, v->s0p, tag_at(p, v->s0l)},
        {v->s1p, v->s0p, tag_at(p, v->s0r)},
        {v->s1p, tag_at(p, v->s1r), v->s0p},
        {v->s1p, tag_at(p, v->s1l), v->s0p},
        {v->s0w, v->b0p, v->b1p},
        {v->s0p, v->b0w, v->b1p},
        {v->s1w, v->s0p, v->b0p},
        {v->s1p, v->s0w, v->b0p},
        {v->s1p, v->s0p, v->b0w},
        {ngi_mix(v->b0p, v->b1p), v->b2p, v->b3p},
        {ngi_mix(v->s1p, v->s0p), v->b0p, v->b1p},
        {ngi_mix(v->s0p, v->b0p), v->b1p, v->b2p},
    };
    for (size_t i = 0; i < NGI_COUNT(threes); i++)
        ngi_row(r, ngi_mix3(threes[i][0], threes[i][1], threes[i][2]));
}

static void rows_of_children(const ngi_parse *p, const view *v, ngi_rows *r)
{
    uint32_t dist = v->s0 < 0 ? 9 : v->b0 - v->s0 < 8 ? (uint32_t)(v->b0 - v->s0) : 8;
    uint32_t vs0 = v->s0 < 0 ? 0 : p->lefts[v->s0] * 4u + p->rights[v->s0];
    uint32_t vs1 = v->s1 < 0 ? 0 : p->lefts[v->s1] * 4u + p->rights[v->s1];
    uint32_t vb0 = p->lefts[v->b0];
    uint32_t l0 = label_at(p, v->s0l), r0 = label_at(p, v->s0r), l1 = label_at(p, v->s1l),
             r1 = label_at(p, v->s1r), lb = label_at(p, v->b0l);
    const uint32_t sets[][3] = {
        {v->s0w, vs0, 0},
        {v->s0p, vs0, 0},
        {v->s1p, vs1, 0},
        {v->b0p, vb0, 0},
        {v->s0p, v->b0p, dist},
        {v->s0w, v->b0w, dist},
        {dist, v->b0p, 1},
        {v->s0p, l0, 0},
        {v->s0p, r0, 0},
        {v->s1p, r1, 0},
        {v->s1p, l1, 0},
        {v->b0p, lb, 0},
        {v->s0w, l0, r0},
        {v->s0p, l0, label_at(p, v->s0l2)},
        {v->s0p, r0, label_at(p, v->s0r2)},
        {v->b0p, lb, label_at(p, v->b0l2)},
        {ngi_mix(v->s0p, v->b0p), l0, r0},
        {ngi_mix(v->s0p, v->s1p), r0, r1},
        {v->s1w, r1, 0},
        {v->s1w, v->s0w, l0},
        {word_at(p, v->s0r), v->s0p, 0},
        {word_at(p, v->s0l), v->s0p, 0},
        {word_at(p, v->b0l), v->b0p, 0},
        {word_at(p, v->s1r), v->s1p, 0},
    };
    for (size_t i = 0; i < NGI_COUNT(sets); i++)
        ngi_row(r, ngi_mix3(sets[i][0], sets[i][1], sets[i][2]));
}

uint32_t ngi_parse_rows(const ngi_parse *p, uint32_t *rows)
{
    ngi_rows r = ngi_rows_of(rows, NGI_ARCS_BITS);
    view v;
    see(p, &v);
    rows_of_words(p, &v, &r);
    rows_of_three(p, &v, &r);
    rows_of_children(p, &v, &r);
    return r.count;
}

uint32_t ngi_parse_label_rows(const ngi_parse *p, int head, uint32_t *rows)
{
    ngi_rows r = ngi_rows_of(rows, NGI_LABELS_BITS);
    int d = p->stack[p->depth - 1];
    uint32_t side = d < head, hw = word_at(p, head), ht = tag_at(p, head), dw = word_at(p, d),
             dt = tag_at(p, d);
    uint32_t gap = ngi_step(d < head ? head - d : d - head);
    uint32_t hl = p->left[head], hr = p->right[head];
    uint32_t before = label_at(p, (int)(side ? (int16_t)hl : (int16_t)hr));
    uint32_t dl = p->left[d], dr = p->right[d];
    uint32_t dll = label_at(p, (int16_t)dl), drl = label_at(p, (int16_t)dr);
    uint32_t dlw = word_at(p, (int16_t)dl), dlt = tag_at(p, (int16_t)dl);
    ngi_row(&r, ngi_mix(1, side));
    ngi_row(&r, ngi_mix(dw, side));
    ngi_row(&r, ngi_mix(dt, side));
    ngi_row(&r, ngi_mix(hw, side));
    ngi_row(&r, ngi_mix(ht, side));
    ngi_row(&r, ngi_mix3(dt, ht, side));
    ngi_row(&r, ngi_mix3(dw, ht, side));
    ngi_row(&r, ngi_mix3(dt, hw, side));
    ngi_row(&r, ngi_mix3(dw, hw, side));
    ngi_row(&r, ngi_mix3(ngi_mix(dt, ht), gap, side));
    ngi_row(&r, ngi_mix3(ngi_mix(dt, ht), before, side));
    ngi_row(&r, ngi_mix3(dll, drl, ngi_mix3(dt, ht, side)));
    ngi_row(&r, ngi_mix3(dll, dt, side));
    ngi_row(&r, ngi_mix3(dlw, dt, ngi_mix(ht, side)));
    ngi_row(&r, ngi_mix3(dlw, dt, ngi_mix(hw, side)));
    ngi_row(&r, ngi_mix3(dlt, dt, ngi_mix(ht, side)));
    ngi_row(&r, ngi_mix3(before, dt, side));
    ngi_row(&r, ngi_mix3(tag_at(p, d - 1), dt, ngi_mix(ht, side)));
    ngi_row(&r, ngi_mix3(tag_at(p, d + 1), dt, ngi_mix(ht, side)));
    ngi_row(&r, ngi_mix3(word_at(p, d - 1), dt, side));
    ngi_row(&r, ngi_mix3(head < p->count ? tag_at(p, head - 1) : 62, ht, ngi_mix(dt, side)));
    ngi_row(&r, ngi_mix3(label_at(p, (int16_t)hl), ht, ngi_mix(dt, side)));
    ngi_row(&r, ngi_mix3(label_at(p, (int16_t)hr), ht, ngi_mix(dt, side)));
    ngi_row(&r, ngi_mix3(d < p->count ? p->words[d].suffix : 0, ht, side));
    ngi_row(&r, ngi_mix3(label_at(p, p->left2[head]), before, ngi_mix3(ht, dt, side)));
    return r.count;
}

static int best_move(const ngi_model *model, const ngi_parse *p)
{
    uint32_t rows[NGI_ARC_ROWS];
    float score[4];
    int best = -1;
    if (p->depth == 0)
        return NGI_MOVE_SHIFT;
    ngi_sum4(&model->table[NGI_TABLE_ARCS], rows, ngi_parse_rows(p, rows), score);
    for (int m = 0; m < NGI_MOVE_COUNT; m++)
        if (ngi_parse_may(p, m) && (best < 0 || score[m] > score[best]))
            best = m;
    return best;
}

typedef int16_t lanes __attribute__((vector_size(16), aligned(2)));
typedef int8_t bytes8 __attribute__((vector_size(8), aligned(1)));

static uint8_t best_label(const ngi_model *model, const ngi_parse *p, int head)
{
    if (head == p->count)
        return NGI_DEP_ROOT;
    uint32_t rows[NGI_LABEL_ROWS], count = ngi_parse_label_rows(p, head, rows);
    const int8_t *weights = model->table[NGI_TABLE_LABELS].rows;
    lanes sum[NGI_LABEL_ROOM / 8] = {0};
    for (uint32_t i = 0; i < count; i++)
        for (int k = 0; k < NGI_LABEL_ROOM / 8; k++) {
            bytes8 part;
            memcpy(&part, weights + (size_t)rows[i] * NGI_LABEL_ROOM + k * 8, sizeof part);
            sum[k] += __builtin_convertvector(part, lanes);
        }
    int16_t score[NGI_LABEL_ROOM];
    memcpy(score, sum, sizeof score);
    uint8_t best = 1;
    for (uint8_t k = 2; k < NGI_DEP_COUNT; k++)
        if (score[k] > score[best])
            best = k;
    return best;
}

void ngi_parse_sentence(const ngi_model *model, const ngi_lexeme *words, ngi_stretch s,
                        int32_t *head, uint8_t *label)
{
    ngi_parse p;
    for (uint32_t begin = s.begin; begin < s.end; begin += NGI_SENTENCE_MAX) {
        int count = (int)(s.end - begin < NGI_SENTENCE_MAX ? s.end - begin : NGI_SENTENCE_MAX);
        ngi_parse_begin(&p, words + begin, count);
        while (!ngi_parse_done(&p)) {
            int move = best_move(model, &p);
            uint8_t l = move == NGI_MOVE_SHIFT ? 0 : best_label(model, &p, ngi_parse_head(&p, move));
            ngi_parse_move(&p, move, l);
        }
        for (int i = 0; i < count; i++) {
            head[begin + (uint32_t)i] = p.head[i] == count ? -1 : (int32_t)begin + p.head[i];
            label[begin + (uint32_t)i] = p.label[i];
        }
    }
}
