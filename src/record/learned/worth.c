/* SPDX-License-Identifier: Apache-2.0 */
/* What a candidate is worth: the chance that it is right as a whole. A sparse linear model over
 * its words gives a score, boosted trees over that score and some seventy numbers the chance:
 * how sure the steps before were, how long the spans are and how they lie, quotations, and the
 * other candidates that claim the same words. */
#include "record/learned/candidates.h"

#include <math.h>

enum { NEIGHBOURS = 32 }; /* candidates on either side that are compared */

static float of_logit(float x)
{
    return 1 / (1 + expf(-x));
}

/* The token of a span that the others hang below: the anchor's own child, else the first whose
 * head lies outside. -1: none. */
static int32_t top_of(const ngi_reading *r, uint32_t anchor, const ngi_stretch *s, uint32_t count)
{
    enum { LOOK = 80 };
    int32_t first = -1;
    uint32_t looked = 0;
    for (uint32_t k = 0; k < count; k++)
        for (uint32_t i = s[k].begin; i < s[k].end && looked < LOOK; i++, looked++) {
            int32_t head = r->head[i];
            if (head == (int32_t)anchor)
                return (int32_t)i;
            bool outside = head < (int32_t)s[k].begin || head >= (int32_t)s[k].end;
            if (first < 0 && outside && r->words[i].label != NGI_DEP_PUNCT)
                first = (int32_t)i;
        }
    return first >= 0 || count == 0 || s[0].begin == s[0].end ? first : (int32_t)s[0].begin;
}

static float mean_role(const ngi_reading *r, ngi_stretch s, int role)
{
    float sum = 0;
    for (uint32_t i = s.begin; i < s.end; i++)
        sum += r->roles[i][role];
    return s.end == s.begin ? 0 : sum / (float)(s.end - s.begin);
}

static float mean_content(const ngi_reading *r, const ngi_candidate *c)
{
    float sum = 0;
    for (uint32_t k = 0; k < c->pieces; k++)
        sum += mean_role(r, c->content[k], NGI_ROLE_CONTENT) *
               (float)(c->content[k].end - c->content[k].begin);
    return c->words == 0 ? 0 : sum / (float)c->words;
}

/* ---- the words ---- */

typedef struct view {
    const ngi_reading *r;
    const ngi_candidate *c;
    const ngi_lexeme *x;      /* the anchor */
    const ngi_lexeme *source, *content; /* what the spans hang from */
    bool source_own, content_own;       /* directly below the anchor */
    uint32_t order, quoted, length, first, last;
    uint32_t chance, sureness;
} view;

static uint32_t quoted_of(const ngi_reading *r, const ngi_candidate *c)
{
    uint32_t inside = 0;
    for (uint32_t k = 0; k < c->pieces; k++)
        for (uint32_t i = c->content[k].begin; i < c->content[k].end; i++)
            inside += r->words[i].quote != NGI_QUOTE_OUT;
    return inside == 0 ? 0 : inside == c->words ? 2 : 1;
}

static void see(const ngi_reading *r, const ngi_candidate *c, view *v)
{
    bool source = c->source.end > c->source.begin, content = c->pieces > 0;
    int32_t s = source ? top_of(r, c->anchor, &c->source, 1) : -1;
    int32_t t = content ? top_of(r, c->anchor, c->content, c->pieces) : -1;
    *v = (view){.r = r, .c = c, .x = &r->words[c->anchor], .source = &ngi_no_word,
                .content = &ngi_no_word};
    if (s >= 0) {
        v->source = &r->words[s];
        v->source_own = r->head[s] == (int32_t)c->anchor;
    }
    if (t >= 0) {
        v->content = &r->words[t];
        v->content_own = r->head[t] == (int32_t)c->anchor;
    }
    v->first = content ? c->content[0].begin : c->anchor;
    v->last = content ? c->content[c->pieces - 1].end - 1 : c->anchor;
    uint32_t a = c->anchor;
    v->order = (!source ? 0 : c->source.begin < a ? 1 : 2) * 3u +
               (!content ? 0 : c->content[0].begin < a ? 1 : 2);
    v->quoted = quoted_of(r, c);
    v->length = ngi_step((int)c->words);
    float p = c->chance, l = c->log_chance;
    v->chance = p < .1f ? 0 : p < .2f ? 1 : p < .35f ? 2 : p < .5f ? 3 : p < .7f ? 4
              : p < .9f ? 5 : 6;
    v->sureness = l > -.3f ? 0 : l > -1 ? 1 : l > -2 ? 2 : l > -4 ? 3 : 4;
}

static void rows_of_content(const view *v, ngi_rows *r)
{
    const ngi_lexeme *x = v->x, *t = v->content, *f = v->c->pieces > 0 ? &v->r->words[v->first]
                                                                       : &ngi_no_word;
    uint32_t top = ngi_mix(t->label, v->content_own), cue = 0;
    for (uint32_t i = v->c->cue.begin; i < v->c->cue.end; i++)
        cue = ngi_mix(cue, v->r->words[i].word);
    ngi_row(r, 1);
    ngi_row(r, x->lemma);
    ngi_row(r, cue);
    ngi_row(r, ngi_mix(x->lemma, v->c->cue.end - v->c->cue.begin));
    ngi_row(r, ngi_mix(x->lemma, v->order));
    ngi_row(r, ngi_mix(x->tag, v->order));
    ngi_row(r, ngi_mix(x->lemma, v->quoted));
    ngi_row(r, ngi_mix3(x->lemma, f->tag, v->order));
    ngi_row(r, ngi_mix(x->lemma, f->word));
    ngi_row(r, f->word);
    ngi_row(r, ngi_mix(f->word, x->tag));
    ngi_row(r, ngi_mix(x->lemma, top));
    ngi_row(r, ngi_mix(x->tag, top));
    ngi_row(r, t->lemma);
    ngi_row(r, ngi_mix(t->lemma, x->lemma));
    ngi_row(r, ngi_mix3(t->tag, t->label, x->tag));
    ngi_row(r, ngi_mix(v->length, x->lemma));
    ngi_row(r, ngi_mix(v->length, v->quoted));
    ngi_row(r, ngi_mix(v->c->pieces, v->quoted));
}

static void rows_of_source(const view *v, ngi_rows *r)
{
    const ngi_lexeme *x = v->x, *s = v->source;
    uint32_t top = ngi_mix(s->label, v->source_own);
    ngi_row(r, s->lemma);
    ngi_row(r, ngi_mix(s->lemma, x->tag));
    ngi_row(r, ngi_mix(s->lemma, x->lemma));
    ngi_row(r, s->tag);
    ngi_row(r, ngi_mix(s->tag, x->lemma));
    ngi_row(r, ngi_mix(s->suffix, x->lemma));
    ngi_row(r, ngi_mix(s->shape, x->lemma));
    ngi_row(r, ngi_mix(s->shape, x->tag));
    ngi_row(r, ngi_mix(top, x->lemma));
    ngi_row(r, ngi_mix3(top, v->content->label, v->content_own));
}

static void rows_of_sureness(const view *v, ngi_rows *r)
{
    const ngi_lexeme *x = v->x;
    float cue = v->r->roles[v->c->anchor][NGI_ROLE_CUE], content = mean_content(v->r, v->c);
    uint32_t roles = ngi_mix(cue < .1f ? 1 : cue < .25f ? 2 : cue < .45f ? 3 : cue < .7f ? 4 : 5,
                             content < .2f   ? 1
                             : content < .4f ? 2
                             : content < .6f ? 3
                             : content < .8f ? 4
                                             : 5);
    ngi_row(r, roles);
    ngi_row(r, ngi_mix(roles, v->quoted));
    ngi_row(r, ngi_mix(roles, x->tag));
    ngi_row(r, ngi_mix(roles, v->order));
    ngi_row(r, v->chance);
    ngi_row(r, v->sureness);
    ngi_row(r, ngi_mix(v->chance, v->sureness));
    ngi_row(r, ngi_mix(v->chance, v->quoted));
    ngi_row(r, ngi_mix(v->chance, v->order));
    ngi_row(r, ngi_mix(v->chance, x->tag));
    ngi_row(r, ngi_mix(v->chance, v->source->tag));
    ngi_row(r, ngi_mix(v->chance, v->length));
}

static void rows_around(const view *v, ngi_rows *r)
{
    const ngi_lexeme *x = v->x, *words = v->r->words;
    const ngi_token *a = &v->r->prose->tokens[v->c->anchor];
    bool content = v->c->pieces > 0, behind = v->last + 1 < v->r->prose->token_count;
    uint32_t begin = v->c->anchor < v->first ? v->c->anchor : v->first;
    if (v->c->source.end > v->c->source.begin && v->c->source.begin < begin)
        begin = v->c->source.begin;
    ngi_row(r, ngi_mix(x->label, x->tag));
    ngi_row(r, ngi_mix3(x->label, x->lemma, v->order));
    ngi_row(r, content && behind ? words[v->last + 1].word : 0);
    ngi_row(r, content && behind ? ngi_mix(words[v->last + 1].tag, v->order) : 0);
    ngi_row(r, content ? words[v->last].word : 0);
    ngi_row(r, begin > 0 ? ngi_mix(words[begin - 1].word, words[begin].kind & NGI_KIND_FIRST) : 0);
    ngi_row(r, ngi_mix3(a->paragraph == 0, x->tag, v->quoted));
    ngi_row(r, ngi_mix(a->sentence == 0, x->tag));
}

/* Every word of the spans; one template for each span. */
static void rows_of_spans(const view *v, ngi_rows *r)
{
    const ngi_candidate *c = v->c;
    const ngi_lexeme *words = v->r->words;
    uint32_t base = r->next, left = 40;
    for (uint32_t i = c->cue.begin; i < c->cue.end && left-- > 0; i++, r->next = base)
        if (i != c->anchor)
            ngi_row(r, ngi_mix(71, words[i].lemma));
    r->next = base + 1;
    for (uint32_t k = 0; k < c->pieces && c->words <= 12; k++)
        for (uint32_t i = c->content[k].begin; i < c->content[k].end; i++, r->next = base + 1)
            ngi_row(r, ngi_mix(72, words[i].lemma));
    r->next = base + 2;
    left = 40;
    for (uint32_t i = c->source.begin; i < c->source.end && left-- > 0; i++, r->next = base + 2)
        ngi_row(r, ngi_mix(73, words[i].lemma));
}

uint32_t ngi_worth_rows(const ngi_reading *r, const ngi_candidate *c, uint32_t *rows)
{
    ngi_rows out = ngi_rows_of(rows, NGI_WORTH_BITS);
    view v;
    see(r, c, &v);
    rows_of_content(&v, &out);
    rows_of_source(&v, &out);
    rows_of_sureness(&v, &out);
    rows_around(&v, &out);
    rows_of_spans(&v, &out);
    return out.count;
}

/* ---- the numbers ---- */

typedef struct numbers {
    float *out;
    uint32_t count;
} numbers;

static void put(numbers *n, float v)
{
    if (n->count < NGI_WORTH_NUMBERS)
        n->out[n->count++] = v;
}

static void numbers_of_steps(const ngi_reading *r, const ngi_candidate *c, numbers *n)
{
    float p = c->chance < 0.999f ? c->chance : 0.999f, logit = logf(p / (1 - p));
    const ngi_lexeme *x = &r->words[c->anchor];
    put(n, logit);
    put(n, c->sparse);
    put(n, c->log_chance);
    put(n, c->content_mean);
    put(n, c->source_mean);
    put(n, c->content_least);
    put(n, p * c->content_mean);
    put(n, c->content_mean * c->source_mean);
    put(n, c->log_chance / (1 + logf(1 + (float)c->words)));
    put(n, (float)((x->kind & NGI_KIND_VERB) != 0));
    put(n, (float)((x->kind & NGI_KIND_NOUN) != 0));
    put(n, x->quote != NGI_QUOTE_OUT);
    put(n, (float)quoted_of(r, c));
}

/* How far a span is from the anchor. */
static float away(ngi_stretch s, uint32_t anchor)
{
    if (s.begin == s.end)
        return 99;
    return s.begin > anchor ? (float)(s.begin - anchor) : (float)(anchor - (s.end - 1));
}

static void numbers_of_spans(const ngi_reading *r, const ngi_candidate *c, numbers *n)
{
    ngi_stretch none = {0, 0}, first = c->pieces > 0 ? c->content[0] : none,
                last = c->pieces > 0 ? c->content[c->pieces - 1] : none;
    int balance = 0;
    float most = 0, sum = 0;
    uint32_t words = 0;
    for (uint32_t k = 0; k < c->pieces; k++)
        for (uint32_t i = c->content[k].begin; i < c->content[k].end; i++) {
            balance += (r->words[i].quote == NGI_QUOTE_OPEN) - (r->words[i].quote == NGI_QUOTE_CLOSE);
            sum += r->anchor[i];
            most = r->anchor[i] > most ? r->anchor[i] : most;
            words += ngi_is_word_token(r->prose, i);
        }
    put(n, (float)c->words);
    put(n, (float)words);
    put(n, (float)c->pieces);
    put(n, (float)(c->source.end - c->source.begin));
    put(n, (float)(c->cue.end - c->cue.begin));
    put(n, away(first, c->anchor));
    put(n, away(last, c->anchor));
    put(n, away(c->source, c->anchor));
    put(n, c->pieces > 0 && first.begin > c->anchor);
    put(n, c->source.end > c->source.begin && c->source.begin > c->anchor);
    put(n, (float)balance);
    put(n, most);
    put(n, sum);
}

static void numbers_of_place(const ngi_reading *r, const ngi_candidate *c, numbers *n)
{
    const ngi_prose *p = r->prose;
    const ngi_token *t = &p->tokens[c->anchor];
    ngi_stretch s = p->sentences[t->sentence], paragraph = p->paragraphs[t->paragraph];
    int32_t head = r->head[c->anchor];
    put(n, (float)(t->sentence - p->tokens[paragraph.begin].sentence));
    put(n, (float)(paragraph.end - paragraph.begin));
    put(n, (float)(c->anchor - s.begin));
    put(n, (float)(s.end - c->anchor));
    put(n, t->paragraph == 0);
    put(n, (float)t->sentence / (float)p->sentence_count);
    put(n, head >= 0 ? r->anchor[head] : 0);
    float near = 0;
    for (uint32_t i = c->cue.begin; i < c->cue.end; i++)
        if (i != c->anchor && r->anchor[i] > near)
            near = r->anchor[i];
    put(n, near);
    put(n, near - c->chance);
}

static void numbers_of_roles(const ngi_reading *r, const ngi_candidate *c, numbers *n)
{
    const float *anchor = r->roles[c->anchor];
    float content = mean_content(r, c), most = 0, least = 1, outside = 0;
    for (uint32_t i = c->cue.begin; i < c->cue.end; i++)
        most = r->roles[i][NGI_ROLE_CUE] > most ? r->roles[i][NGI_ROLE_CUE] : most;
    for (uint32_t k = 0; k < c->pieces; k++)
        for (uint32_t i = c->content[k].begin; i < c->content[k].end; i++)
            least = r->roles[i][NGI_ROLE_CONTENT] < least ? r->roles[i][NGI_ROLE_CONTENT] : least;
    if (c->pieces > 0) {
        uint32_t before = c->content[0].begin, behind = c->content[c->pieces - 1].end;
        if (before > 0 && before - 1 != c->anchor)
            outside = r->roles[before - 1][NGI_ROLE_CONTENT];
        if (behind < r->prose->token_count && behind != c->anchor &&
            r->roles[behind][NGI_ROLE_CONTENT] > outside)
            outside = r->roles[behind][NGI_ROLE_CONTENT];
    }
    put(n, content);
    put(n, mean_role(r, c->source, NGI_ROLE_SOURCE));
    put(n, mean_role(r, c->cue, NGI_ROLE_CUE));
    put(n, most);
    put(n, least);
    put(n, outside);
    put(n, anchor[NGI_ROLE_CONTENT]);
    put(n, anchor[NGI_ROLE_NONE]);
    put(n, anchor[NGI_ROLE_CUE] * content);
}

/* What other candidates claim. */
static void numbers_of_others(const ngi_reading *r, const ngi_candidates *all, uint32_t at,
                              numbers *n)
{
    const ngi_candidate *c = &all->items[at];
    float inside = 0, holds = 0, overlap = 0, part = 0, same_source = 0, same_cue = 0, density = 0;
    uint32_t begin = at > NEIGHBOURS ? at - NEIGHBOURS : 0, in_sentence = 0;
    for (uint32_t k = begin; k < all->count && k <= at + NEIGHBOURS; k++) {
        const ngi_candidate *o = &all->items[k];
        if (!o->second)
            density += o->chance;
        if (o->anchor == c->anchor)
            continue;
        float worth = of_logit(o->sparse);
        uint32_t shared = ngi_pieces_shared(c, o);
        if (worth > inside && ngi_pieces_hold(o, c->anchor))
            inside = worth;
        if (worth > holds && ngi_pieces_hold(c, o->anchor))
            holds = worth;
        if (shared > 0 && worth > overlap) {
            overlap = worth;
            part = (float)shared / (float)c->words;
        }
        if (worth > same_cue && ((o->anchor >= c->cue.begin && o->anchor < c->cue.end) ||
                                 (c->anchor >= o->cue.begin && c->anchor < o->cue.end)))
            same_cue = worth;
        if (worth > same_source && o->source.end > o->source.begin &&
            o->source.begin == c->source.begin && c->source.end > c->source.begin)
            same_source = worth;
        in_sentence += worth > 0.4f && r->prose->tokens[o->anchor].sentence ==
                                           r->prose->tokens[c->anchor].sentence;
    }
    put(n, inside);
    put(n, holds);
    put(n, overlap);
    put(n, part);
    put(n, same_source);
    put(n, same_cue);
    put(n, (float)in_sentence);
    put(n, density / (float)(2 * NEIGHBOURS + 1));
    put(n, density * 100 / (float)(r->prose->token_count + 100));
    put(n, inside - of_logit(c->sparse));
    put(n, overlap - of_logit(c->sparse));
}

/* The other reading of the same anchor, if there is one. */
static void numbers_of_rival(const ngi_candidates *all, uint32_t at, numbers *n)
{
    const ngi_candidate *c = &all->items[at], *o = NULL;
    if (c->second)
        o = c - 1;
    else if (at + 1 < all->count && all->items[at + 1].second)
        o = c + 1;
    put(n, c->second ? 2 : o != NULL);
    put(n, o == NULL ? 1 : c->agree - o->agree);
    put(n, o == NULL ? 9 : c->sparse - o->sparse);
    put(n, o == NULL ? 0 : (float)c->words - (float)o->words);
    put(n, o == NULL ? 0 : (float)ngi_pieces_shared(c, o) / (float)(c->words + 1));
    put(n, o != NULL && c->source.begin == o->source.begin && c->source.end == o->source.end);
}

void ngi_worth_numbers(const ngi_reading *r, const ngi_candidates *all, uint32_t i,
                       float out[NGI_WORTH_NUMBERS])
{
    numbers n = {out, 0};
    const ngi_candidate *c = &all->items[i];
    memset(out, 0, NGI_WORTH_NUMBERS * sizeof *out);
    numbers_of_steps(r, c, &n);
    numbers_of_spans(r, c, &n);
    numbers_of_place(r, c, &n);
    numbers_of_roles(r, c, &n);
    numbers_of_others(r, all, i, &n);
    put(&n, r->words[c->anchor].tag);
    put(&n, r->words[c->anchor].label);
    put(&n, c->source.end > c->source.begin ? r->words[c->source.end - 1].tag : -1);
    put(&n, c->pieces > 0 ? r->words[c->content[0].begin].tag : -1);
    put(&n, c->agree);
    put(&n, c->agree_source);
    put(&n, c->agree_content);
    numbers_of_rival(all, i, &n);
}

/* Trees follow each other, each behind a node that tells its size. */
float ngi_trees_sum(const ngi_weights *trees, const float *numbers)
{
    const ngi_tree_node *nodes = trees->rows;
    uint32_t count = trees->bytes / (uint32_t)sizeof *nodes;
    float sum = 0;
    for (uint32_t head = 0; head < count && nodes[head].left > 0; head += nodes[head].left) {
        uint32_t i = head + 1;
        while (i < count && nodes[i].feature < NGI_WORTH_NUMBERS)
            i += nodes[i].left + (numbers[nodes[i].feature] > nodes[i].cut);
        sum += i < count ? nodes[i].cut : 0;
    }
    return sum;
}

void ngi_worth_find(const ngi_reading *r, ngi_candidates *all)
{
    uint32_t rows[NGI_WORTH_ROWS];
    float numbers[NGI_WORTH_NUMBERS];
    for (uint32_t i = 0; i < all->count; i++)
        all->items[i].sparse = ngi_sum1(&r->model->table[NGI_TABLE_WORTH], rows,
                                        ngi_worth_rows(r, &all->items[i], rows));
    for (uint32_t i = 0; i < all->count; i++) {
        ngi_worth_numbers(r, all, i, numbers);
        all->items[i].worth = of_logit(ngi_trees_sum(&r->model->table[NGI_TABLE_TREES], numbers));
    }
}

float ngi_chance_of(const ngi_weights *steps, float worth)
{
    const float(*s)[2] = steps->rows;
    uint32_t count = steps->bytes / (uint32_t)sizeof *s;
    if (count == 0 || worth <= s[0][0])
        return count == 0 ? worth : s[0][1];
    for (uint32_t k = 1; k < count; k++)
        if (worth <= s[k][0]) {
            float part = (worth - s[k - 1][0]) / (s[k][0] - s[k - 1][0] + 1e-9f);
            return s[k - 1][1] + part * (s[k][1] - s[k - 1][1]);
        }
    return s[count - 1][1];
}
