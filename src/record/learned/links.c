/* SPDX-License-Identifier: Apache-2.0 */
/* Links: the window around one anchor, and what stands in it as features relative to that
 * anchor: side, distance, sentences, quotations, clauses and other anchors between, the way
 * through the syntax, and what roles.c found. The anchor's paragraph is looked at, and the
 * next one after a colon or where the anchor ends its own. */
#include "record/learned/reading.h"

#define ANCHOR_LIKELY 0.4f

static bool has_quotation(const ngi_reading *r, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        if (r->words[i].quote != NGI_QUOTE_OUT)
            return true;
    return false;
}

/* What is not quoted seldom reaches beyond its sentence. */
static void narrow_window(const ngi_reading *r, ngi_link_scene *s)
{
    ngi_stretch own = r->prose->sentences[r->prose->tokens[s->anchor].sentence];
    if (s->begin < own.begin && !has_quotation(r, s->begin, own.begin))
        s->begin = own.begin;
    if (own.end < s->end && !has_quotation(r, own.end, s->end))
        s->end = own.end;
}

static void window(const ngi_reading *r, ngi_link_scene *s)
{
    const ngi_prose *p = r->prose;
    uint32_t a = s->anchor, k = p->tokens[a].paragraph;
    uint32_t before = r->fast ? NGI_WINDOW_BEFORE_FAST : NGI_WINDOW_BEFORE;
    uint32_t after = r->fast ? NGI_WINDOW_AFTER_FAST : NGI_WINDOW_AFTER;
    ngi_stretch own = p->paragraphs[k];
    s->begin = a - own.begin > before ? a - before : own.begin;
    s->end = own.end - a > after ? a + after : own.end;
    if (s->end != own.end || k + 1 >= p->paragraph_count)
        return;
    bool colon = false;
    for (uint32_t i = own.end; i-- > a && i + 2 >= own.end;)
        colon |= (r->words[i].kind & NGI_KIND_COLON) != 0;
    if (!colon && (own.end - a >= 4 || r->words[a].quote != NGI_QUOTE_OUT))
        return;
    ngi_stretch next = p->paragraphs[k + 1];
    s->end = next.end - next.begin > NGI_WINDOW_NEXT ? next.begin + NGI_WINDOW_NEXT : next.end;
}

/* The way from each word up to where it meets the anchor's own way to the root. */
static void look_paths(const ngi_reading *r, ngi_link_scene *s)
{
    enum { UP = 5, FAR = 40 };
    int32_t chain[UP + 1];
    uint32_t hash[UP + 1], sentence = r->prose->tokens[s->anchor].sentence;
    int length = 0;
    chain[0] = (int32_t)s->anchor;
    hash[0] = 7;
    while (length < UP && r->head[chain[length]] >= 0) {
        hash[length + 1] = ngi_mix(hash[length], r->words[chain[length]].label);
        chain[length + 1] = r->head[chain[length]];
        length++;
    }
    for (uint32_t j = s->begin; j < s->end; j++) {
        uint32_t k = j - s->begin, other = r->prose->tokens[j].sentence;
        int32_t here = (int32_t)j, below = -1;
        int met = -1;
        for (int steps = 0; other == sentence && here >= 0 && met < 0 && steps < FAR; steps++) {
            for (int c = 0; c <= length && met < 0; c++)
                met = chain[c] == here ? c : -1;
            if (met < 0) {
                below = here;
                here = r->head[here];
            }
        }
        if (met < 0) {
            s->path[k] = other == sentence ? 11 : 13;
            s->top_label[k] = 60;
            s->top[k] = -2 - (int32_t)(other - sentence);
        } else {
            s->top_label[k] = below < 0 ? 61 : r->words[below].label;
            s->path[k] = ngi_mix(hash[met], below < 0 ? 99 : s->top_label[k]);
            s->top[k] = below < 0 ? here : below;
        }
    }
}

static void look_anchors(const ngi_reading *r, ngi_link_scene *s)
{
    int32_t near = -1;
    for (uint32_t j = s->begin; j < s->end; j++) {
        if (j == s->anchor || r->anchor[j] > ANCHOR_LIKELY)
            near = (int32_t)j;
        s->left[j - s->begin] = near;
    }
    near = -1;
    for (uint32_t j = s->end; j-- > s->begin;) {
        if (j == s->anchor || r->anchor[j] > ANCHOR_LIKELY)
            near = (int32_t)j;
        s->right[j - s->begin] = near;
    }
}

/* Counts what stands between the anchor and each word on one side. */
static void look_between(const ngi_reading *r, ngi_link_scene *s, int step)
{
    uint8_t verbs = 0, breaks = 0, marks = 0, anchors = 0;
    for (int64_t j = (int64_t)s->anchor + step; j >= s->begin && j < s->end; j += step) {
        const ngi_lexeme *w = &r->words[j];
        uint32_t k = (uint32_t)j - s->begin;
        s->verbs[k] = verbs;
        s->breaks[k] = breaks;
        s->marks[k] = marks;
        s->anchors[k] = anchors;
        bool verb = (w->kind & NGI_KIND_VERB) != 0 && w->label != NGI_DEP_AUX &&
                    w->label != NGI_DEP_AUX_PASS;
        verbs += verb && verbs < 4;
        breaks += (w->kind & NGI_KIND_BREAK) != 0 && breaks < 4;
        marks += (w->quote == NGI_QUOTE_OPEN || w->quote == NGI_QUOTE_CLOSE) && marks < 4;
        anchors += r->anchor[j] > ANCHOR_LIKELY && anchors < 3;
    }
}

static void look_quotes(const ngi_reading *r, ngi_link_scene *s)
{
    const ngi_prose *p = r->prose;
    int32_t own = p->tokens[s->anchor].quote;
    uint32_t a = s->anchor, left = 2, right = 2;
    s->left_quote = s->right_quote = -1;
    for (uint32_t j = a; j-- > s->begin && s->left_quote < 0;)
        if (p->tokens[j].quote != own)
            s->left_quote = p->tokens[j].quote;
    for (uint32_t j = a + 1; j < s->end && s->right_quote < 0; j++)
        if (p->tokens[j].quote != own)
            s->right_quote = p->tokens[j].quote;
    left = s->left_quote < 0 || a - p->quotes[s->left_quote].end < 4 ? 1 : 2;
    if (s->left_quote < 0)
        left = 0;
    right = s->right_quote < 0 ? 0 : p->quotes[s->right_quote].begin - a <= 4 ? 1 : 2;
    s->around = ngi_mix3(own >= 0, left, right);
}

static void look_anchor(const ngi_reading *r, ngi_link_scene *s)
{
    uint32_t a = s->anchor;
    s->signature = s->that = 0;
    for (int32_t c = r->child[a]; c >= 0; c = r->sibling[c]) {
        bool before = (uint32_t)c < a;
        switch (r->words[c].label) {
        case NGI_DEP_NSUBJ:
        case NGI_DEP_NSUBJ_PASS: s->signature |= before ? 1 : 2; break;
        case NGI_DEP_CCOMP: s->signature |= before ? 4 : 8; break;
        case NGI_DEP_XCOMP: s->signature |= 16; break;
        case NGI_DEP_OBJ: s->signature |= 32; break;
        case NGI_DEP_AUX_PASS: s->signature |= 64; break;
        case NGI_DEP_PARATAXIS: s->signature |= 128; break;
        default: break;
        }
    }
    for (uint32_t k = 1; k < 8 && a + k < s->end && s->that == 0; k++)
        if ((r->words[a + k].kind & NGI_KIND_THAT) != 0)
            s->that = k < 3 ? 1 : 2;
}

void ngi_link_look(const ngi_reading *r, uint32_t anchor, bool narrow, ngi_link_scene *s)
{
    s->reading = r;
    s->anchor = anchor;
    window(r, s);
    if (narrow)
        narrow_window(r, s);
    if (!r->fast)
        look_paths(r, s);
    look_anchors(r, s);
    uint32_t own = anchor - s->begin;
    s->verbs[own] = s->breaks[own] = s->marks[own] = s->anchors[own] = 0;
    look_between(r, s, -1);
    look_between(r, s, 1);
    look_quotes(r, s);
    look_anchor(r, s);
}

static const ngi_lexeme *word_at(const ngi_link_scene *s, int64_t i)
{
    return i < s->begin || i >= s->end ? &ngi_no_word : &s->reading->words[i];
}

/* What the features of a word share. */
typedef struct view {
    const ngi_link_scene *s;
    const ngi_reading *r;
    const ngi_lexeme *x, *y; /* the anchor, the word */
    uint32_t i, k;
    uint32_t side, side_sentence, distance;        /* side; with the sentence's number */
    uint32_t quote, quote_length, sentence_quotes; /* where the word stands in quotations */
    uint32_t near, sames, left_lemma, right_lemma; /* nearest anchors: which, in its sentence */
    uint32_t chance;
} view;

static uint32_t quote_place(const ngi_link_scene *s, uint32_t i)
{
    const ngi_token *t = s->reading->prose->tokens;
    int32_t q = t[i].quote;
    return q < 0 ? 0 : q == t[s->anchor].quote ? 1 : q == s->left_quote ? 2
         : q == s->right_quote ? 3 : 4;
}

static void see_anchors(view *v)
{
    const ngi_token *t = v->r->prose->tokens;
    int32_t left = v->s->left[v->k], right = v->s->right[v->k], a = (int32_t)v->s->anchor;
    uint32_t l = left < 0 ? 0 : left == a ? 1 : 2, r = right < 0 ? 0 : right == a ? 1 : 2;
    v->near = ngi_mix(l, r);
    v->left_lemma = l == 2 ? v->r->words[left].lemma : 1;
    v->right_lemma = r == 2 ? v->r->words[right].lemma : 1;
    v->sames = ngi_mix(l != 2 ? 0 : 1 + (t[left].sentence == t[v->i].sentence),
                       r != 2 ? 0 : 1 + (t[right].sentence == t[v->i].sentence));
}

static void see(const ngi_link_scene *s, uint32_t at, view *v)
{
    const ngi_reading *r = s->reading;
    const ngi_prose *p = r->prose;
    uint32_t i = s->begin + at;
    const ngi_token *t = &p->tokens[i];
    *v = (view){.s = s, .r = r, .x = &r->words[s->anchor], .y = &r->words[i], .i = i, .k = at};
    v->side = i < s->anchor ? 1 : i == s->anchor ? 2 : 3;
    int away = (int)(t->sentence - p->tokens[s->anchor].sentence);
    v->side_sentence = ngi_mix(v->side, (uint32_t)(away < -2 ? 10 : away > 2 ? 11 : 5 + away));
    v->distance = ngi_step(i < s->anchor ? (int)(s->anchor - i) : (int)(i - s->anchor));
    v->quote = quote_place(s, i);
    uint32_t len = t->quote < 0 ? 0 : p->quotes[t->quote].end - p->quotes[t->quote].begin;
    v->quote_length = len == 0 ? 0 : len < 6 ? 1 : len < 10 ? 2 : 3;
    ngi_stretch sentence = p->sentences[t->sentence];
    v->sentence_quotes = ngi_mix(r->words[sentence.begin].quote != NGI_QUOTE_OUT,
                                 r->words[sentence.end - 1].quote != NGI_QUOTE_OUT);
    float c = r->anchor[i];
    v->chance = c > 0.8f ? 4 : c > 0.5f ? 3 : c > 0.2f ? 2 : c > 0.05f ? 1 : 0;
    see_anchors(v);
}

static void rows_of_words(const view *v, ngi_rows *r)
{
    const ngi_lexeme *y = v->y, *a = word_at(v->s, (int64_t)v->i - 1),
                     *b = word_at(v->s, (int64_t)v->i + 1);
    uint32_t side = v->side, far = ngi_mix(v->side_sentence, v->distance);
    ngi_row(r, 1);
    ngi_row(r, side);
    ngi_row(r, v->side_sentence);
    ngi_row(r, far);
    ngi_row(r, ngi_mix(y->tag, far));
    ngi_row(r, y->word);
    ngi_row(r, ngi_mix(y->word, v->side_sentence));
    ngi_row(r, y->tag);
    ngi_row(r, ngi_mix(y->tag, v->side_sentence));
    ngi_row(r, a->word);
    ngi_row(r, b->word);
    ngi_row(r, ngi_mix(a->word, side));
    ngi_row(r, ngi_mix(b->word, side));
    ngi_row(r, ngi_mix(a->tag, side));
    ngi_row(r, ngi_mix(b->tag, side));
    ngi_row(r, ngi_mix3(a->tag, y->tag, side));
    ngi_row(r, ngi_mix3(b->tag, y->tag, side));
    ngi_row(r, ngi_mix(word_at(v->s, (int64_t)v->i - 2)->word, side));
    ngi_row(r, ngi_mix(word_at(v->s, (int64_t)v->i + 2)->word, side));
    ngi_row(r, ngi_mix3(ngi_mix(a->tag, y->tag), b->tag, side));
    ngi_row(r, ngi_mix(y->shape, v->side_sentence));
    ngi_row(r, ngi_mix(y->suffix, side));
}

static void rows_of_anchor(const view *v, ngi_rows *r)
{
    const ngi_lexeme *x = v->x, *y = v->y;
    uint32_t ss = v->side_sentence, quoted = ngi_mix(ss, v->quote);
    ngi_row(r, ngi_mix(x->lemma, ss));
    ngi_row(r, ngi_mix(x->lemma, quoted));
    ngi_row(r, ngi_mix3(x->lemma, v->side, ngi_mix(y->tag, v->distance)));
    ngi_row(r, ngi_mix3(x->lemma, y->word, v->side));
    ngi_row(r, ngi_mix(x->word, quoted));
    ngi_row(r, ngi_mix(x->tag, quoted));
    ngi_row(r, ngi_mix3(x->tag, ss, y->tag));
}

static void rows_of_quotes(const view *v, ngi_rows *r)
{
    uint32_t q = v->quote, ss = v->side_sentence, around = v->s->around, sig = v->s->signature;
    uint32_t length = ngi_mix(q, v->quote_length);
    ngi_row(r, ngi_mix(q, ss));
    ngi_row(r, ngi_mix(length, ss));
    ngi_row(r, ngi_mix3(q, around, ss));
    ngi_row(r, ngi_mix3(around, ss, v->y->tag));
    ngi_row(r, ngi_mix3(around, ss, length));
    ngi_row(r, ngi_mix3(sig, ss, q));
    ngi_row(r, ngi_mix3(sig, v->side, ngi_mix(v->y->tag, v->distance)));
    ngi_row(r, ngi_mix(v->sentence_quotes, ss));
    ngi_row(r, ngi_mix3(v->sentence_quotes, q, ss));
    ngi_row(r, ngi_mix3(v->sentence_quotes, around, ngi_mix(ss, q)));
}

static void rows_between(const view *v, ngi_rows *r)
{
    const ngi_link_scene *s = v->s;
    uint32_t k = v->k, ss = v->side_sentence, verbs = s->verbs[k], breaks = s->breaks[k],
             marks = s->marks[k], anchors = s->anchors[k], both = ngi_mix(verbs, breaks);
    ngi_row(r, ngi_mix3(verbs, ss, 1));
    ngi_row(r, ngi_mix3(breaks, ss, 2));
    ngi_row(r, ngi_mix3(marks, ss, 3));
    ngi_row(r, ngi_mix3(anchors, ss, 4));
    ngi_row(r, ngi_mix(both, ss));
    ngi_row(r, ngi_mix3(both, anchors, ss));
    ngi_row(r, ngi_mix3(ngi_mix(marks, anchors), v->quote, ss));
    ngi_row(r, ngi_mix3(both, v->y->tag, v->side));
    ngi_row(r, ngi_mix3(breaks, v->x->lemma, ngi_mix(v->side, verbs)));
    ngi_row(r, ngi_mix3(both, s->that, ss));
    ngi_row(r, ngi_mix(s->that, ss));
}

static void rows_of_others(const view *v, ngi_rows *r)
{
    uint32_t ss = v->side_sentence, quoted = ngi_mix(ss, v->quote);
    ngi_row(r, ngi_mix(v->near, ss));
    ngi_row(r, ngi_mix(v->near, quoted));
    ngi_row(r, ngi_mix3(v->near, v->left_lemma, ss));
    ngi_row(r, ngi_mix3(v->near, v->right_lemma, ss));
    ngi_row(r, ngi_mix(v->sames, quoted));
    ngi_row(r, ngi_mix3(v->sames, quoted, v->sentence_quotes));
    ngi_row(r, ngi_mix(v->chance, ss));
    ngi_row(r, ngi_mix3(v->chance, v->side, v->distance));
}

static uint32_t role_step(float p)
{
    return p < .03f ? 0 : p < .1f ? 1 : p < .25f ? 2 : p < .45f ? 3 : p < .65f ? 4
         : p < .85f ? 5 : p < .96f ? 6 : 7;
}

static void rows_of_roles(const view *v, ngi_rows *r)
{
    const ngi_link_scene *s = v->s;
    const float *own = v->r->roles[v->i], *anchor = v->r->roles[s->anchor];
    uint32_t k = v->k, side = v->side, ss = v->side_sentence;
    uint32_t content = role_step(own[NGI_ROLE_CONTENT]), source = role_step(own[NGI_ROLE_SOURCE]),
             cue = role_step(own[NGI_ROLE_CUE]);
    uint32_t both = ngi_mix3(s->verbs[k], s->breaks[k], s->anchors[k]);
    ngi_row(r, ngi_mix(content, ss));
    ngi_row(r, ngi_mix(content, side));
    ngi_row(r, ngi_mix3(content, source, ngi_mix(cue, side)));
    ngi_row(r, ngi_mix(source, ss));
    ngi_row(r, ngi_mix3(cue, side, v->distance));
    ngi_row(r, ngi_mix3(content, v->near, ss));
    ngi_row(r, ngi_mix3(source, v->near, ss));
    ngi_row(r, ngi_mix3(content, both, side));
    ngi_row(r, ngi_mix3(content, v->quote, ngi_mix(ss, s->around)));
    ngi_row(r, ngi_mix3(source, side, v->distance));
    ngi_row(r, ngi_mix3(content, v->x->lemma, side));
    ngi_row(r, ngi_mix3(role_step(anchor[NGI_ROLE_CONTENT]), ss, content));
    ngi_row(r, ngi_mix3(role_step(anchor[NGI_ROLE_CUE]), ss, content));
    if (!v->r->fast) {
        ngi_row(r, ngi_mix(content, s->path[k]));
        ngi_row(r, ngi_mix(source, s->path[k]));
    }
}

static void rows_of_place(const view *v, ngi_rows *r)
{
    const ngi_prose *p = v->r->prose;
    const ngi_token *t = &p->tokens[v->i], *a = &p->tokens[v->s->anchor];
    ngi_stretch s = p->sentences[t->sentence];
    ngi_row(r, ngi_mix3(v->i == s.begin, v->i + 1 == s.end, v->side_sentence));
    ngi_row(r, ngi_mix(ngi_step((int)(v->i - s.begin)), v->side_sentence));
    ngi_row(r, ngi_mix(a->paragraph == 0, v->side_sentence));
    ngi_row(r, ngi_mix(t->paragraph != a->paragraph, v->side_sentence));
}

static uint32_t lead_of(const ngi_reading *r, int32_t i)
{
    for (int32_t c = r->child[i]; c >= 0; c = r->sibling[c])
        if (r->words[c].label == NGI_DEP_MARK || r->words[c].label == NGI_DEP_CASE)
            return r->words[c].word;
    return 0;
}

static void rows_of_paths(const view *v, ngi_rows *r)
{
    const ngi_link_scene *s = v->s;
    const ngi_lexeme *x = v->x, *y = v->y;
    uint32_t k = v->k, path = s->path[k], side = v->side;
    ngi_row(r, path);
    ngi_row(r, ngi_mix(path, side));
    ngi_row(r, ngi_mix(path, y->tag));
    ngi_row(r, ngi_mix(path, x->lemma));
    ngi_row(r, ngi_mix(path, y->label));
    ngi_row(r, ngi_mix(path, x->tag));
    ngi_row(r, ngi_mix3(path, v->quote, s->around));
    ngi_row(r, ngi_mix(path, v->distance));
    ngi_row(r, ngi_mix(path, s->signature));
    ngi_row(r, ngi_mix3(path, s->breaks[k], s->verbs[k]));
    ngi_row(r, ngi_mix3(path, s->anchors[k], side));
    ngi_row(r, ngi_mix3(path, v->sames, x->tag));
    ngi_row(r, ngi_mix3(path, s->that, side));
    ngi_row(r, ngi_mix(path, s->path[k > 0 ? k - 1 : 0]));
    ngi_row(r, ngi_mix(path, s->path[v->i + 1 < s->end ? k + 1 : k]));
}

static void rows_of_syntax(const view *v, ngi_rows *r)
{
    const ngi_link_scene *s = v->s;
    uint32_t side = v->side, label = v->y->label, path = s->path[v->k];
    int32_t head = v->r->head[v->i], top = s->top[v->k];
    const ngi_lexeme *h = head >= 0 ? &v->r->words[head] : &ngi_no_word;
    rows_of_paths(v, r);
    ngi_row(r, ngi_mix(label, side));
    ngi_row(r, ngi_mix3(label, h->tag, v->side_sentence));
    ngi_row(r, ngi_mix3(label, h->lemma, side));
    ngi_row(r, ngi_mix3(label, head == (int32_t)s->anchor, side));
    if (top < 0)
        return;
    const ngi_lexeme *t = &v->r->words[top];
    uint32_t lead = lead_of(v->r, top);
    ngi_row(r, ngi_mix(path, t->lemma));
    ngi_row(r, ngi_mix(path, t->tag));
    ngi_row(r, ngi_mix3(path, t->tag, v->x->lemma));
    ngi_row(r, ngi_mix3(s->top_label[v->k], side, v->y->tag));
    ngi_row(r, ngi_mix(path, lead));
    ngi_row(r, ngi_mix3(path, lead, v->x->lemma));
}

uint32_t ngi_link_node(const ngi_link_scene *s, uint32_t at, uint32_t *rows)
{
    ngi_rows r = ngi_rows_of(rows, NGI_LINKS_NODE_BITS);
    view v;
    see(s, at, &v);
    rows_of_words(&v, &r);
    rows_of_anchor(&v, &r);
    rows_of_quotes(&v, &r);
    rows_between(&v, &r);
    rows_of_others(&v, &r);
    rows_of_place(&v, &r);
    rows_of_roles(&v, &r);
    if (!s->reading->fast)
        rows_of_syntax(&v, &r);
    return r.count;
}

static void edge_of_words(const view *v, const ngi_lexeme *p, ngi_rows *r)
{
    const ngi_lexeme *y = v->y, *next = word_at(v->s, (int64_t)v->i + 1),
                     *last = word_at(v->s, (int64_t)v->i - 2);
    uint32_t side = v->side, tags = ngi_mix(p->tag, y->tag);
    uint32_t which = v->i == v->s->anchor ? 1 : v->i - 1 == v->s->anchor ? 2 : 0;
    ngi_row(r, 1);
    ngi_row(r, side);
    ngi_row(r, p->word);
    ngi_row(r, y->word);
    ngi_row(r, p->tag);
    ngi_row(r, y->tag);
    ngi_row(r, tags);
    ngi_row(r, ngi_mix(p->word, y->word));
    ngi_row(r, ngi_mix(p->word, y->tag));
    ngi_row(r, ngi_mix(p->tag, y->word));
    ngi_row(r, ngi_mix(tags, side));
    ngi_row(r, ngi_mix3(p->word, side, y->quote));
    ngi_row(r, ngi_mix3(y->word, side, p->quote));
    ngi_row(r, which);
    ngi_row(r, ngi_mix(which, v->x->lemma));
    ngi_row(r, ngi_mix(which, tags));
    ngi_row(r, ngi_mix3(which, y->word, p->word));
    ngi_row(r, ngi_mix(v->distance, side));
    ngi_row(r, ngi_mix3(tags, next->tag, side));
    ngi_row(r, ngi_mix3(tags, last->tag, side));
    ngi_row(r, ngi_mix3(v->x->lemma, side, p->tag));
    ngi_row(r, ngi_mix3(v->x->lemma, side, y->word));
    ngi_row(r, ngi_mix3(v->x->tag, side, y->word));
}

static void edge_of_quotes(const view *v, const ngi_lexeme *p, ngi_rows *r)
{
    const ngi_lexeme *y = v->y;
    uint32_t side = v->side, first = (y->kind & NGI_KIND_FIRST) != 0;
    uint32_t marks = ngi_mix(p->quote, y->quote), places = ngi_mix(quote_place(v->s, v->i - 1), v->quote);
    uint32_t quoted = ngi_mix(y->quote != NGI_QUOTE_OUT, p->quote);
    uint32_t both = ngi_mix(v->s->breaks[v->k], v->s->verbs[v->k]);
    ngi_row(r, ngi_mix(marks, side));
    ngi_row(r, ngi_mix(places, marks));
    ngi_row(r, ngi_mix3(places, v->s->around, v->side_sentence));
    ngi_row(r, ngi_mix(first, v->side_sentence));
    ngi_row(r, ngi_mix3(first, v->side_sentence, quoted));
    ngi_row(r, ngi_mix3(both, side, p->tag));
    ngi_row(r, ngi_mix3(v->near, side, p->tag));
    ngi_row(r, ngi_mix3(v->sames, side, p->word));
    ngi_row(r, ngi_mix3(v->chance, side, p->word));
}

static uint32_t edge_step(float p)
{
    return p < .1f ? 0 : p < .3f ? 1 : p < .5f ? 2 : p < .7f ? 3 : p < .9f ? 4 : 5;
}

static void edge_of_roles(const view *v, const ngi_lexeme *p, ngi_rows *r)
{
    const float *own = v->r->roles[v->i], *before = v->r->roles[v->i - 1];
    uint32_t first = (v->y->kind & NGI_KIND_FIRST) != 0;
    for (int role = NGI_ROLE_SOURCE; role <= NGI_ROLE_CONTENT; role++)
        ngi_row(r, ngi_mix3(edge_step(own[role]), edge_step(before[role]), v->side));
    ngi_row(r, ngi_mix3(ngi_mix(edge_step(own[NGI_ROLE_CONTENT]),
                                edge_step(before[NGI_ROLE_CONTENT])), p->word, first));
}

/* Does a phrase begin here: the highest word above that has its head before this one. */
static void edge_of_phrase(const view *v, const ngi_lexeme *p, ngi_rows *r)
{
    const ngi_reading *rd = v->r;
    int32_t here = (int32_t)v->i, a = (int32_t)v->s->anchor, top = here;
    for (int steps = 0; steps < 20 && rd->head[top] >= 0; steps++) {
        int32_t head = rd->head[top];
        if ((head < here && head >= (int32_t)v->s->begin) || head == a)
            break;
        top = head;
    }
    const ngi_lexeme *t = &rd->words[top];
    int32_t head = rd->head[top];
    uint32_t where = head < 0 ? 0 : head == here - 1 ? 1 : head < a ? 2 : head == a ? 3 : 4;
    uint32_t label = ngi_mix(t->label, where);
    ngi_row(r, ngi_mix3(t->label, v->side, p->word));
    ngi_row(r, ngi_mix3(t->label, t->tag, v->side));
    ngi_row(r, ngi_mix(label, v->side));
    ngi_row(r, ngi_mix3(label, v->side, p->word));
    ngi_row(r, ngi_mix3(label, v->side, v->y->word));
}

static void edge_of_syntax(const view *v, const ngi_lexeme *p, ngi_rows *r)
{
    const ngi_link_scene *s = v->s;
    uint32_t k = v->k, same = s->top[k] == s->top[k - 1], path = s->path[k], last = s->path[k - 1];
    ngi_row(r, ngi_mix3(same, v->side, 1));
    ngi_row(r, ngi_mix3(same, last, path));
    ngi_row(r, ngi_mix3(ngi_mix(same, s->top_label[k - 1]), s->top_label[k], v->side));
    ngi_row(r, ngi_mix3(path, same, p->tag));
    ngi_row(r, ngi_mix3(last, same, v->y->tag));
    ngi_row(r, ngi_mix3(path, same, p->word));
    ngi_row(r, ngi_mix3(last, same, v->y->word));
    edge_of_phrase(v, p, r);
}

uint32_t ngi_link_edge(const ngi_link_scene *s, uint32_t at, uint32_t *rows)
{
    ngi_rows r = ngi_rows_of(rows, NGI_LINKS_EDGE_BITS);
    view v;
    see(s, at, &v);
    const ngi_lexeme *before = &s->reading->words[v.i - 1];
    edge_of_words(&v, before, &r);
    edge_of_quotes(&v, before, &r);
    edge_of_roles(&v, before, &r);
    if (!s->reading->fast)
        edge_of_syntax(&v, before, &r);
    return r.count;
}
