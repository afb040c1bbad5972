/* SPDX-License-Identifier: Apache-2.0 */
/* Roles: which words are source, cue and content of some attribution, all of them together.
 * A chain over each paragraph, in pieces of NGI_ROLES_PIECE words, over the words, quotations,
 * the nearest anchors on both sides, and the way up the syntax to an anchor. It links nothing;
 * what it finds helps links.c, and fills content that no anchor claims. */
#include "record/learned/reading.h"

#define ANCHOR_LIKELY 0.3f

static uint32_t chance_step(float p)
{
    return p > 0.85f ? 5 : p > 0.6f ? 4 : p > 0.4f ? 3 : p > 0.2f ? 2 : p > 0.06f ? 1 : 0;
}

/* The way from a word up to the next anchor above, and that one's lemma. */
static void look_above(ngi_roles_scene *s, uint32_t at)
{
    const ngi_reading *r = s->reading;
    int32_t below = -1, here = (int32_t)(s->begin + at);
    uint32_t way = 0;
    int steps = 0;
    for (; here >= 0 && steps < 6; steps++) {
        if (r->anchor[here] > ANCHOR_LIKELY) {
            way = ngi_mix(below < 0 ? 2 : 1, below < 0 ? 0 : r->words[below].label);
            s->above_lemma[at] = r->words[here].lemma;
            break;
        }
        below = here;
        here = r->head[here];
    }
    s->above[at] = ngi_mix(way, steps >= 6 || here < 0 ? 7 : 0);
}

static void look_beside(ngi_roles_scene *s)
{
    const ngi_reading *r = s->reading;
    int32_t near = -1;
    uint8_t verbs = 0, breaks = 0;
    for (uint32_t i = s->begin; i < s->end; i++) {
        const ngi_lexeme *w = &r->words[i];
        uint32_t at = i - s->begin;
        if (r->anchor[i] > ANCHOR_LIKELY)
            near = (int32_t)i;
        s->left[at] = near;
        if (near == (int32_t)i || (w->kind & NGI_KIND_FIRST) != 0)
            verbs = breaks = 0;
        s->verbs[at] = verbs;
        s->breaks[at] = breaks;
        bool verb = (w->kind & NGI_KIND_VERB) != 0 && w->label != NGI_DEP_AUX &&
                    w->label != NGI_DEP_AUX_PASS;
        verbs += verb && verbs < 4;
        breaks += (w->kind & NGI_KIND_BREAK) != 0 && breaks < 4;
    }
    near = -1;
    for (uint32_t i = s->end; i-- > s->begin;) {
        s->right[i - s->begin] = near;
        if (r->anchor[i] > ANCHOR_LIKELY)
            near = (int32_t)i;
    }
}

void ngi_roles_look(const ngi_reading *r, uint32_t begin, uint32_t end, ngi_roles_scene *s)
{
    s->reading = r;
    s->begin = begin;
    s->end = end;
    look_beside(s);
    for (uint32_t at = 0; at < end - begin; at++) {
        s->above_lemma[at] = 0;
        look_above(s, at);
    }
}

static const ngi_lexeme *word_at(const ngi_roles_scene *s, int64_t i)
{
    return i < s->begin || i >= s->end ? &ngi_no_word : &s->reading->words[i];
}

/* What the features of a word share. */
typedef struct view {
    const ngi_roles_scene *s;
    const ngi_reading *r;
    const ngi_lexeme *y;
    uint32_t i, at;
    uint32_t quoted, quote_length, quote_place;
    int32_t left, right;
    uint32_t left_side, right_side, sides, left_far, right_far, left_lemma, right_lemma;
    uint32_t verbs, breaks, chance;
} view;

static void see(const ngi_roles_scene *s, uint32_t at, view *v)
{
    const ngi_reading *r = s->reading;
    const ngi_prose *p = r->prose;
    uint32_t i = s->begin + at;
    const ngi_token *t = &p->tokens[i];
    *v = (view){.s = s, .r = r, .y = &r->words[i], .i = i, .at = at};
    if (t->quote >= 0) {
        ngi_stretch q = p->quotes[t->quote];
        uint32_t len = q.end - q.begin;
        v->quoted = 1;
        v->quote_length = len < 6 ? 1 : len < 10 ? 2 : len < 25 ? 3 : 4;
        v->quote_place = q.begin == p->sentences[t->sentence].begin ? 2 : 1;
    }
    v->left = s->left[at];
    v->right = s->right[at];
    v->left_side = v->left < 0 ? 0 : p->tokens[v->left].sentence == t->sentence ? 1 : 2;
    v->right_side = v->right < 0 ? 0 : p->tokens[v->right].sentence == t->sentence ? 1 : 2;
    v->sides = ngi_mix(v->left_side, v->right_side);
    v->left_far = ngi_mix(v->left_side, v->left < 0 ? 31 : ngi_step((int)i - v->left));
    v->right_far = ngi_mix(v->right_side, v->right < 0 ? 31 : ngi_step(v->right - (int)i));
    v->left_lemma = ngi_mix(v->left_side, v->left < 0 ? 0 : r->words[v->left].lemma);
    v->right_lemma = ngi_mix(v->right_side, v->right < 0 ? 0 : r->words[v->right].lemma);
    v->verbs = s->verbs[at];
    v->breaks = s->breaks[at];
    v->chance = chance_step(r->anchor[i]);
}

static void rows_of_words(const view *v, ngi_rows *r)
{
    const ngi_lexeme *y = v->y, *a = word_at(v->s, (int64_t)v->i - 1),
                     *b = word_at(v->s, (int64_t)v->i + 1);
    ngi_row(r, 1);
    for (int k = -2; k <= 2; k++) {
        ngi_row(r, word_at(v->s, (int64_t)v->i + k)->word);
        ngi_row(r, word_at(v->s, (int64_t)v->i + k)->tag);
    }
    ngi_row(r, y->shape);
    ngi_row(r, y->suffix);
    ngi_row(r, ngi_mix(a->tag, y->tag));
    ngi_row(r, ngi_mix(y->tag, b->tag));
    ngi_row(r, ngi_mix(a->word, y->word));
    ngi_row(r, ngi_mix(y->word, b->word));
    ngi_row(r, ngi_mix3(a->tag, y->tag, b->tag));
}

static void rows_of_quotes_and_sides(const view *v, ngi_rows *r)
{
    uint32_t q = v->quoted, tag = v->y->tag;
    uint32_t place = ngi_mix(v->quote_place, v->quote_length);
    ngi_row(r, ngi_mix(q, v->quote_length));
    ngi_row(r, place);
    ngi_row(r, ngi_mix(place, v->sides));
    ngi_row(r, ngi_mix(q, v->sides));
    ngi_row(r, ngi_mix(v->sides, tag));
    ngi_row(r, ngi_mix(v->left_far, q));
    ngi_row(r, ngi_mix(v->right_far, q));
    ngi_row(r, ngi_mix(v->left_far, tag));
    ngi_row(r, ngi_mix(v->right_far, tag));
    ngi_row(r, ngi_mix(v->left_lemma, q));
    ngi_row(r, ngi_mix(v->right_lemma, q));
    ngi_row(r, ngi_mix3(v->left_lemma, q, v->left_far));
    ngi_row(r, ngi_mix3(v->right_lemma, q, v->right_far));
    ngi_row(r, ngi_mix(v->left_lemma, tag));
    ngi_row(r, ngi_mix(v->right_lemma, tag));
}

static void rows_of_anchors(const view *v, ngi_rows *r)
{
    const float *anchor = v->r->anchor;
    uint32_t i = v->i, both = ngi_mix(v->verbs, v->breaks);
    ngi_row(r, v->chance);
    ngi_row(r, ngi_mix(v->chance, v->y->lemma));
    ngi_row(r, ngi_mix(v->chance, v->y->tag));
    ngi_row(r, ngi_mix(chance_step(i > v->s->begin ? anchor[i - 1] : 0),
                       chance_step(i + 1 < v->s->end ? anchor[i + 1] : 0)));
    bool other = v->left >= 0 && v->left != (int32_t)i;
    ngi_row(r, ngi_mix3(chance_step(other ? anchor[v->left] : 0), v->left_side, v->quoted));
    ngi_row(r, ngi_mix3(chance_step(v->right < 0 ? 0 : anchor[v->right]), v->right_side,
                        v->quoted));
    ngi_row(r, ngi_mix(v->left_side, both));
    ngi_row(r, ngi_mix3(v->left_side, v->breaks, ngi_mix(v->quoted, v->right_side)));
    ngi_row(r, ngi_mix(v->left_lemma, both));
    ngi_row(r, ngi_mix(both, v->y->tag));
}

static void rows_of_syntax(const view *v, ngi_rows *r)
{
    uint32_t above = v->s->above[v->at], label = v->y->label;
    int32_t head = v->r->head[v->i];
    const ngi_lexeme *h = head >= 0 ? &v->r->words[head] : &ngi_no_word;
    ngi_row(r, above);
    ngi_row(r, ngi_mix(above, v->s->above_lemma[v->at]));
    ngi_row(r, ngi_mix(above, v->y->tag));
    ngi_row(r, ngi_mix(above, v->quoted));
    ngi_row(r, ngi_mix(above, label));
    ngi_row(r, ngi_mix(above, v->sides));
    ngi_row(r, ngi_mix3(above, v->breaks, v->verbs));
    ngi_row(r, label);
    ngi_row(r, ngi_mix(label, h->lemma));
    ngi_row(r, ngi_mix(label, h->tag));
    ngi_row(r, ngi_mix(label, chance_step(head >= 0 ? v->r->anchor[head] : 0)));
}

static void rows_of_place(const view *v, ngi_rows *r)
{
    const ngi_prose *p = v->r->prose;
    const ngi_lexeme *words = v->r->words;
    const ngi_token *t = &p->tokens[v->i];
    ngi_stretch s = p->sentences[t->sentence], paragraph = p->paragraphs[t->paragraph];
    uint32_t edges = ngi_mix(words[s.begin].quote != NGI_QUOTE_OUT,
                             words[s.end - 1].quote != NGI_QUOTE_OUT);
    uint32_t begin = v->s->begin, nth = t->sentence - p->tokens[begin].sentence;
    uint32_t before = begin > 0 ? 1u + words[begin - 1].quote : 0;
    uint32_t state = ngi_mix(v->quoted, v->sides);
    ngi_row(r, ngi_mix(edges, v->quoted));
    ngi_row(r, ngi_mix(edges, v->sides));
    ngi_row(r, ngi_mix(ngi_step((int)(v->i - s.begin)), v->quoted));
    ngi_row(r, ngi_mix(t->paragraph == 0, v->sides));
    ngi_row(r, ngi_mix(nth > 3 ? 3 : nth, state));
    ngi_row(r, ngi_mix(before, v->quoted));
    ngi_row(r, words[begin].quote == NGI_QUOTE_OPEN ? ngi_mix(before, state) : 0);
    ngi_row(r, ngi_mix(paragraph.end - begin < 25, state));
}

uint32_t ngi_roles_node(const ngi_roles_scene *s, uint32_t at, uint32_t *rows)
{
    ngi_rows r = ngi_rows_of(rows, NGI_ROLES_NODE_BITS);
    view v;
    see(s, at, &v);
    rows_of_words(&v, &r);
    rows_of_quotes_and_sides(&v, &r);
    rows_of_anchors(&v, &r);
    rows_of_place(&v, &r);
    if (!s->reading->fast)
        rows_of_syntax(&v, &r);
    return r.count;
}

static void edge_of_words(const view *v, const ngi_lexeme *p, ngi_rows *r)
{
    const ngi_lexeme *y = v->y, *next = word_at(v->s, (int64_t)v->i + 1);
    uint32_t first = (y->kind & NGI_KIND_FIRST) != 0, marks = ngi_mix(p->quote, y->quote);
    uint32_t before = chance_step(v->r->anchor[v->i - 1]), tags = ngi_mix(p->tag, y->tag);
    ngi_row(r, 1);
    ngi_row(r, p->word);
    ngi_row(r, y->word);
    ngi_row(r, p->tag);
    ngi_row(r, y->tag);
    ngi_row(r, tags);
    ngi_row(r, ngi_mix(p->word, y->word));
    ngi_row(r, ngi_mix(p->word, y->tag));
    ngi_row(r, ngi_mix(p->tag, y->word));
    ngi_row(r, marks);
    ngi_row(r, ngi_mix(marks, v->sides));
    ngi_row(r, ngi_mix(marks, first));
    ngi_row(r, ngi_mix(tags, next->tag));
    ngi_row(r, ngi_mix(v->chance, before));
    ngi_row(r, ngi_mix(v->chance, y->lemma));
    ngi_row(r, ngi_mix(before, p->lemma));
    ngi_row(r, ngi_mix(v->left_far, p->tag));
    ngi_row(r, ngi_mix3(v->verbs, v->breaks, p->word));
    ngi_row(r, ngi_mix(v->sides, p->word));
    ngi_row(r, ngi_mix(first, v->sides));
}

/* The highest word that the phrase beginning at `i` hangs below, its head before it. */
static int32_t phrase_top(const ngi_reading *r, uint32_t i, uint32_t begin)
{
    int32_t top = (int32_t)i;
    for (int steps = 0; steps < 20 && r->head[top] >= 0; steps++) {
        int32_t head = r->head[top];
        if (head < (int32_t)i && head >= (int32_t)begin)
            break;
        top = head;
    }
    return top;
}

static void edge_of_syntax(const view *v, const ngi_lexeme *p, ngi_rows *r)
{
    uint32_t above = v->s->above[v->at];
    int32_t top = phrase_top(v->r, v->i, v->s->begin);
    const ngi_lexeme *t = &v->r->words[top];
    ngi_row(r, ngi_mix(above, v->s->above[v->at - 1]));
    ngi_row(r, ngi_mix3(above, p->tag, v->y->tag));
    ngi_row(r, ngi_mix(t->label, p->word));
    ngi_row(r, ngi_mix(t->label, t->tag));
    ngi_row(r, ngi_mix3(t->label, v->r->head[top] == (int32_t)v->i - 1, v->y->word));
}

uint32_t ngi_roles_edge(const ngi_roles_scene *s, uint32_t at, uint32_t *rows)
{
    ngi_rows r = ngi_rows_of(rows, NGI_ROLES_EDGE_BITS);
    view v;
    see(s, at, &v);
    const ngi_lexeme *before = &s->reading->words[v.i - 1];
    edge_of_words(&v, before, &r);
    if (!s->reading->fast)
        edge_of_syntax(&v, before, &r);
    return r.count;
}

static void find_piece(ngi_reading *r, ngi_roles_scene *s, ngi_chain *c)
{
    uint32_t rows[NGI_NODE_ROWS];
    const ngi_weights *node = &r->model->table[NGI_TABLE_ROLES_NODE],
                      *edge = &r->model->table[NGI_TABLE_ROLES_EDGE];
    c->count = s->end - s->begin;
    for (uint32_t k = 0; k < c->count; k++) {
        ngi_sum4(node, rows, ngi_roles_node(s, k, rows), c->node[k]);
        if (k > 0)
            ngi_sum16(edge, rows, ngi_roles_edge(s, k, rows), c->edge[k]);
    }
    ngi_chain_chances(c);
    memcpy(r->roles[s->begin], c->chance, c->count * sizeof *c->chance);
}

/* No quotation and nothing near an anchor: the fast way passes it over. */
#define FAST_LIKELY 0.6f /* of a candidate: see attributions.c */
static bool is_plain(const ngi_reading *r, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        if (r->anchor[i] > FAST_LIKELY || r->words[i].quote != NGI_QUOTE_OUT)
            return false;
    return true;
}

void ngi_roles_find(ngi_reading *r)
{
    ngi_roles_scene s;
    ngi_chain c;
    c.pair = NULL; /* the rest is written before it is read */
    for (uint32_t k = 0; k < r->prose->paragraph_count; k++) {
        ngi_stretch p = r->prose->paragraphs[k];
        for (uint32_t begin = p.begin; begin < p.end; begin += NGI_ROLES_PIECE) {
            uint32_t end = p.end - begin < NGI_ROLES_PIECE ? p.end : begin + NGI_ROLES_PIECE;
            if (r->fast && is_plain(r, begin, end))
                continue;
            ngi_roles_look(r, begin, end, &s);
            find_piece(r, &s, &c);
        }
    }
}
