/* SPDX-License-Identifier: Apache-2.0 */
/* Anchors: the one word of each cue that an attribution hangs from ("said", "according",
 * "accused", a colon). Logistic regression over the words around, quotations near by, what
 * stands ahead in the sentence, and the word's place in its sentence's syntax. Verbs, nouns,
 * adjectives and words that were anchors in training are looked at. */
#include "record/learned/reading.h"

#include <math.h>

typedef struct near_by {
    const ngi_reading *r;
    const ngi_lexeme *w;
    const ngi_prose *p;
    uint32_t i, begin, end;         /* the word, its paragraph */
    uint32_t first, last;           /* its sentence, last is behind */
    uint32_t before, after, length; /* the quotation closed before, the one opened after */
} near_by;

static const ngi_lexeme *at(const near_by *n, int k)
{
    int64_t i = (int64_t)n->i + k;
    return i < n->begin || i >= n->end ? &ngi_no_word : &n->r->words[i];
}

static void see(const ngi_reading *r, uint32_t i, near_by *n)
{
    const ngi_prose *p = r->prose;
    ngi_stretch paragraph = p->paragraphs[p->tokens[i].paragraph],
                sentence = p->sentences[p->tokens[i].sentence];
    *n = (near_by){.r = r, .w = &r->words[i], .p = p, .i = i, .begin = paragraph.begin,
                   .end = paragraph.end, .first = sentence.begin, .last = sentence.end};
    uint32_t back = 99, ahead = 99;
    for (uint32_t k = 1; k < 15 && i >= n->begin + k; k++)
        if (r->words[i - k].quote == NGI_QUOTE_CLOSE) {
            back = k;
            break;
        }
    for (uint32_t k = 1; k < 25 && i + k < n->end; k++)
        if (r->words[i + k].quote == NGI_QUOTE_OPEN) {
            ahead = k;
            break;
        }
    n->before = back < 4 ? back : back < 15 ? 5 : 9;
    n->after = ahead < 4 ? ahead : ahead < 8 ? 5 : ahead < 25 ? 6 : 9;
    n->length = 9;
    if (back < 15 || ahead < 25) {
        ngi_stretch q = p->quotes[p->tokens[back < 15 ? i - back : i + ahead].quote];
        uint32_t len = q.end - q.begin;
        n->length = (back < 15 ? 0 : 3) + (len < 5 ? 1 : len < 9 ? 2 : 3);
    }
}

static void rows_of_words(const near_by *n, ngi_rows *r)
{
    const ngi_lexeme *w = n->w, *a = at(n, -1), *b = at(n, 1), *aa = at(n, -2), *bb = at(n, 2);
    ngi_row(r, 1);
    ngi_row(r, w->lemma);
    ngi_row(r, w->word);
    ngi_row(r, w->tag);
    ngi_row(r, ngi_mix(w->lemma, w->tag));
    ngi_row(r, w->suffix);
    ngi_row(r, w->shape);
    for (int k = -3; k <= 3; k++)
        if (k != 0) {
            ngi_row(r, at(n, k)->word);
            ngi_row(r, at(n, k)->tag);
        }
    ngi_row(r, ngi_mix(w->lemma, b->word));
    ngi_row(r, ngi_mix(w->lemma, a->word));
    ngi_row(r, ngi_mix(w->lemma, b->tag));
    ngi_row(r, ngi_mix(w->lemma, a->tag));
    ngi_row(r, ngi_mix3(w->tag, a->tag, b->tag));
    ngi_row(r, ngi_mix3(w->lemma, a->tag, b->tag));
    ngi_row(r, ngi_mix3(w->lemma, b->word, bb->word));
    ngi_row(r, ngi_mix(b->word, bb->word));
    ngi_row(r, ngi_mix(a->word, aa->word));
    ngi_row(r, ngi_mix3(w->tag, b->tag, bb->tag));
    ngi_row(r, ngi_mix3(w->tag, a->tag, aa->tag));
}

static void rows_of_quotes(const near_by *n, ngi_rows *r)
{
    const ngi_lexeme *w = n->w;
    uint32_t both = ngi_mix(n->before, n->after);
    ngi_row(r, w->quote);
    ngi_row(r, ngi_mix(w->quote, w->lemma));
    ngi_row(r, both);
    ngi_row(r, ngi_mix(n->before, w->lemma));
    ngi_row(r, ngi_mix(n->after, w->lemma));
    ngi_row(r, ngi_mix(both, w->tag));
    ngi_row(r, n->length);
    ngi_row(r, ngi_mix(n->length, both));
    ngi_row(r, ngi_mix(n->length, w->lemma));
}

static void rows_ahead(const near_by *n, ngi_rows *r)
{
    const ngi_lexeme *w = n->w;
    uint32_t that = 9, colon = 9;
    for (uint32_t k = 1; k < 12 && n->i + k < n->last; k++) {
        const ngi_lexeme *x = &n->r->words[n->i + k];
        if (that == 9 && (x->kind & NGI_KIND_THAT) != 0)
            that = k < 3 ? k : k < 6 ? 3 : 4;
        if (colon == 9 && (x->kind & NGI_KIND_COLON) != 0)
            colon = k == 1 ? 1 : k < 5 ? 2 : 3;
        if ((x->kind & NGI_KIND_VERB) != 0 && x->tag != NGI_TAG_VBN)
            break;
    }
    bool title = n->begin == 0;
    ngi_row(r, that);
    ngi_row(r, ngi_mix(that, w->lemma));
    ngi_row(r, colon);
    ngi_row(r, ngi_mix(colon, w->lemma));
    ngi_row(r, ngi_mix(colon, w->tag));
    ngi_row(r, ngi_mix(n->i == n->first, n->i + 1 == n->last));
    ngi_row(r, ngi_step((int)(n->i - n->first)));
    ngi_row(r, ngi_step((int)(n->last - n->i)));
    ngi_row(r, ngi_mix(title, w->tag));
    ngi_row(r, ngi_mix(title, w->lemma));
    ngi_row(r, ngi_mix(title, n->r->words[n->end - 1].tag == NGI_TAG_STOP));
}

static bool is_subject(uint8_t label)
{
    return label == NGI_DEP_NSUBJ || label == NGI_DEP_NSUBJ_PASS;
}

static bool is_clause(uint8_t label)
{
    return label == NGI_DEP_CCOMP || label == NGI_DEP_XCOMP || label == NGI_DEP_PARATAXIS ||
           label == NGI_DEP_ACL || label == NGI_DEP_ADVCL;
}

/* The child's word with which its phrase or clause begins: "that", "to", "by". */
static uint32_t lead_of(const ngi_reading *r, int32_t i, uint8_t label)
{
    uint32_t word = 0;
    for (int32_t c = r->child[i]; c >= 0; c = r->sibling[c])
        if (r->words[c].label == label)
            word = r->words[c].word;
    return word;
}

/* One child; each kind of feature has a template of its own, the same for every child. */
static void rows_of_child(const near_by *n, int32_t c, uint32_t base, ngi_rows *r)
{
    const ngi_lexeme *w = n->w, *y = &n->r->words[c];
    uint32_t label = y->label;
    r->next = base;
    ngi_row(r, label);
    ngi_row(r, ngi_mix(label, w->lemma));
    ngi_row(r, ngi_mix(label, y->lemma));
    ngi_row(r, ngi_mix3(label, y->tag, w->lemma));
    ngi_row(r, ngi_mix3(label, (uint32_t)c < n->i, w->tag));
    if (is_subject(y->label)) {
        ngi_row(r, ngi_mix(label, y->shape));
        ngi_row(r, ngi_mix3(label, y->word, w->lemma));
        ngi_row(r, ngi_mix3(label, y->suffix, w->tag));
    } else if (is_clause(y->label)) {
        r->next = base + 8;
        ngi_row(r, ngi_mix3(label, lead_of(n->r, c, NGI_DEP_MARK), w->lemma));
        ngi_row(r, ngi_mix3(label, w->tag, y->tag));
    } else {
        r->next = base + 10;
        if (y->label == NGI_DEP_AUX)
            ngi_row(r, ngi_mix3(91, y->word, w->lemma));
        else if (y->label == NGI_DEP_NMOD_POSS)
            ngi_row(r, ngi_mix3(92, y->shape, w->lemma));
        else if (y->label == NGI_DEP_CASE)
            ngi_row(r, ngi_mix3(93, y->word, w->lemma));
        else if (y->label == NGI_DEP_OBL || y->label == NGI_DEP_NMOD)
            ngi_row(r, ngi_mix3(94, lead_of(n->r, c, NGI_DEP_CASE), w->lemma));
    }
}

static uint32_t signature_bit(uint8_t label)
{
    switch (label) {
    case NGI_DEP_NSUBJ:
    case NGI_DEP_NSUBJ_PASS: return 1;
    case NGI_DEP_CCOMP: return 2;
    case NGI_DEP_XCOMP: return 4;
    case NGI_DEP_PARATAXIS:
    case NGI_DEP_ACL:
    case NGI_DEP_ADVCL: return 8;
    case NGI_DEP_OBJ: return 16;
    case NGI_DEP_AUX_PASS: return 32;
    case NGI_DEP_NMOD_POSS: return 64;
    default: return 0;
    }
}

static void rows_of_head(const near_by *n, uint32_t signature, ngi_rows *r)
{
    const ngi_lexeme *w = n->w;
    int32_t head = n->r->head[n->i];
    ngi_row(r, signature);
    ngi_row(r, ngi_mix(signature, w->lemma));
    ngi_row(r, ngi_mix(signature, w->tag));
    ngi_row(r, ngi_mix3(signature, w->label, w->tag));
    bool inherits = w->label == NGI_DEP_CONJ || w->label == NGI_DEP_ADVCL ||
                    w->label == NGI_DEP_XCOMP || w->label == NGI_DEP_ACL ||
                    w->label == NGI_DEP_ACL_RELCL;
    if ((signature & 1) != 0 || !inherits || head < 0)
        return;
    ngi_row(r, ngi_mix(w->label, n->r->words[head].lemma));
    int left = 12;
    for (int32_t c = n->r->child[head]; c >= 0 && left-- > 0; c = n->r->sibling[c])
        if (is_subject(n->r->words[c].label)) {
            ngi_row(r, ngi_mix3(w->label, n->r->words[c].shape, w->lemma));
            ngi_row(r, ngi_mix3(w->label, n->r->words[c].tag, w->tag));
            return;
        }
}

static void rows_of_syntax(const near_by *n, ngi_rows *r)
{
    const ngi_lexeme *w = n->w;
    int32_t head = n->r->head[n->i];
    const ngi_lexeme *h = head >= 0 ? &n->r->words[head] : &ngi_no_word;
    uint32_t base = r->next + 8, signature = 0;
    int left = 10; /* children that are looked at */
    ngi_row(r, w->label);
    ngi_row(r, ngi_mix(w->label, w->lemma));
    ngi_row(r, ngi_mix(w->label, w->tag));
    ngi_row(r, ngi_mix(w->label, h->lemma));
    ngi_row(r, ngi_mix(w->label, h->tag));
    for (int32_t c = n->r->child[n->i]; c >= 0 && left > 0; c = n->r->sibling[c]) {
        if (n->r->words[c].label == NGI_DEP_PUNCT)
            continue;
        signature |= signature_bit(n->r->words[c].label);
        rows_of_child(n, c, base, r);
        left--;
    }
    r->next = base + 12;
    rows_of_head(n, signature, r);
}

uint32_t ngi_anchor_rows(const ngi_reading *r, uint32_t i, uint32_t *rows)
{
    ngi_rows out = ngi_rows_of(rows, NGI_ANCHORS_BITS);
    near_by n;
    see(r, i, &n);
    rows_of_words(&n, &out);
    rows_of_quotes(&n, &out);
    rows_ahead(&n, &out);
    if (!r->fast)
        rows_of_syntax(&n, &out);
    return out.count;
}

void ngi_anchors_find(ngi_reading *r)
{
    uint32_t rows[NGI_ANCHOR_ROWS];
    const ngi_weights *w = &r->model->table[NGI_TABLE_ANCHORS];
    for (uint32_t i = 0; i < r->prose->token_count; i++) {
        r->anchor[i] = 0;
        if ((r->words[i].kind & NGI_KIND_ANCHOR) != 0)
            r->anchor[i] = 1 / (1 + expf(-ngi_sum1(w, rows, ngi_anchor_rows(r, i, rows))));
    }
}
