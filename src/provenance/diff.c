/* SPDX-License-Identifier: Apache-2.0 */
/* See diff.h. The bodies are aligned word by word; then each fact of one is looked for at the place
 * in the other to which the words around it lead. */
#include "provenance/diff.h"
#include "provenance/quotations.h"

#include <stdlib.h>

typedef struct comparing {
    ngi_arena *arena;
    ngi_diff *diff;
    ng_slice text[2];
    ngi_word_row row[2];
    uint32_t *map[2];   /* of each word: the same word on the other side, or NGI_NOWHERE */
    uint8_t *quoted[2]; /* words inside of quotations */
    uint8_t *lone[2];   /* of paragraphs that the other side has not at all */
    uint8_t *told;      /* words of `after` that are the content of a statement */
    ngi_quotation *quotations[2];
    uint32_t quotation_count[2];
} comparing;

typedef struct words {
    uint32_t begin, end;
} words;

static const float GONE = 0.25f, TOLD = 0.3f, UNQUOTED = 0.6f;
enum { FAR = 14 }; /* words between which a changed one is looked for */

/* ---- words and places ---- */

/* The words that lie in bytes [begin, end). */
static words words_in(const ngi_word_row *row, ngi_extent e)
{
    uint32_t low = 0, high = row->count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (row->items[middle].end <= e.begin)
            low = middle + 1;
        else
            high = middle;
    }
    words w = {low, low};
    while (w.end < row->count && row->items[w.end].begin < e.end)
        w.end++;
    return w;
}

static ngi_extent place_of(const ngi_word_row *row, uint32_t begin, uint32_t end)
{
    if (begin >= end)
        return (ngi_extent){0};
    return (ngi_extent){row->items[begin].begin, row->items[end - 1].end};
}

static uint32_t mapped(const comparing *c, int side, words w)
{
    uint32_t n = 0;
    for (uint32_t i = w.begin; i < w.end; i++)
        n += c->map[side][i] != NGI_NOWHERE;
    return n;
}

static bool add(comparing *c, ngi_changes *list, ngi_change change)
{
    if (!ngi_arena_grow(c->arena, &list->items, &list->room, list->count + 1, sizeof(change)))
        return false;
    list->items[list->count++] = change;
    return true;
}

/* A change that one side has alone. */
static ngi_change one_sided(int side, ngi_extent place, uint32_t index)
{
    ngi_change change = {.kind = side == 0 ? NGI_CHANGE_GONE : NGI_CHANGE_ADDED,
                         .index = {NGI_NOWHERE, NGI_NOWHERE}};
    change.index[side] = index;
    if (side == 0)
        change.before = place;
    else
        change.after = place;
    return change;
}

static bool align(comparing *c)
{
    ngi_aligner aligner = {.keeps_runs = true};
    bool ok = true;
    for (int side = 0; side < 2; side++) {
        ok = ok && ngi_word_row_cut(&c->row[side], c->text[side]);
        uint32_t n = c->row[side].count;
        c->map[side] = ngi_arena_alloc(c->arena, n + 1, sizeof(uint32_t));
        c->quoted[side] = NGI_NEW_ARRAY(c->arena, uint8_t, n + 1);
        c->lone[side] = NGI_NEW_ARRAY(c->arena, uint8_t, n + 1);
        if (c->map[side] != NULL)
            memset(c->map[side], 0xFF, (n + 1) * sizeof(uint32_t));
    }
    ok = ok && !c->arena->failed && ngi_align(&aligner, &c->row[0], 0, &c->row[1]);
    for (uint32_t i = 0; ok && i < aligner.run_count; i++) {
        const ngi_run *r = &aligner.runs[i];
        for (uint32_t k = 0; r->passage != UINT32_MAX && k < r->length; k++) {
            if (c->map[0][r->from + k] != NGI_NOWHERE)
                continue; /* what is said twice there is one here */
            c->map[0][r->from + k] = r->to + k;
            c->map[1][r->to + k] = r->from + k;
        }
    }
    ngi_aligner_free(&aligner);
    return ok;
}

static bool find_quotations(comparing *c)
{
    for (int side = 0; side < 2; side++) {
        if (!ngi_quotations_cut(c->arena, c->text[side], &c->row[side], &c->quotations[side],
                                &c->quotation_count[side]))
            return false;
        for (uint32_t i = 0; i < c->quotation_count[side]; i++)
            for (uint32_t w = c->quotations[side][i].word; w < c->quotations[side][i].word_end; w++)
                c->quoted[side][w] = 1;
    }
    return true;
}

/* ---- paragraphs ---- */

static bool paragraphs_of(comparing *c, int side)
{
    ng_slice text = c->text[side], rest = text, line;
    while (ngi_split(&rest, '\n', &line)) {
        line = ngi_trim(line);
        uint32_t begin = (uint32_t)(line.ptr - text.ptr);
        ngi_extent place = {begin, begin + (uint32_t)line.len};
        words w = words_in(&c->row[side], place);
        if (line.len == 0 || w.end == w.begin ||
            (float)mapped(c, side, w) >= GONE * (float)(w.end - w.begin))
            continue;
        memset(c->lone[side] + w.begin, 1, w.end - w.begin);
        if (!add(c, &c->diff->paragraphs, one_sided(side, place, NGI_NOWHERE)))
            return false;
    }
    return true;
}

/* ---- figures and dates ---- */

/* What figures and dates have in common. */
typedef struct facts {
    ngi_changes *list;
    uint32_t count[2];
    uint32_t *at[2]; /* of each word: the fact that it belongs to, or NGI_NOWHERE */
    ngi_extent (*place)(const ngi_record *record, uint32_t index);
    bool (*in_body)(const ngi_record *record, uint32_t index);
    bool (*same)(const ngi_diff *diff, uint32_t before, uint32_t after);
} facts;

static ngi_extent figure_place(const ngi_record *r, uint32_t i)
{
    return r->figures[i].at;
}

static bool figure_in_body(const ngi_record *r, uint32_t i)
{
    return r->figures[i].in == NGI_FIELD_BODY;
}

static bool same_figure(const ngi_diff *d, uint32_t before, uint32_t after)
{
    const ngi_figure *x = &d->records[0].figures[before], *y = &d->records[1].figures[after];
    return x->has_value == y->has_value && x->value == y->value && x->min == y->min &&
           x->max == y->max && ngi_equal_nocase(x->unit, y->unit) &&
           x->approximate == y->approximate;
}

static ngi_extent date_place(const ngi_record *r, uint32_t i)
{
    return r->dates[i].at;
}

static bool date_in_body(const ngi_record *r, uint32_t i)
{
    return r->dates[i].in == NGI_FIELD_BODY;
}

static bool same_date(const ngi_diff *d, uint32_t before, uint32_t after)
{
    const ngi_when *x = &d->records[0].dates[before], *y = &d->records[1].dates[after];
    return x->start.len != 0 && ngi_equal(x->start, y->start) && ngi_equal(x->end, y->end);
}

/* The words of the other side between which the changed words of `w` would stand: those to which
 * its neighbours lead. False: they lead nowhere, or too far. */
static bool counterpart(const comparing *c, int side, words w, words *out)
{
    const uint32_t *map = c->map[side];
    uint32_t first = w.begin, p, n, far = FAR;
    while (first < w.end && map[first] != NGI_NOWHERE)
        first++;
    for (p = first; p > 0 && far > 0 && map[p - 1] == NGI_NOWHERE; p--, far--)
        continue;
    far = FAR;
    for (n = first; n < c->row[side].count && far > 0 && map[n] == NGI_NOWHERE; n++, far--)
        continue;
    if (p == 0 || n == c->row[side].count || map[p - 1] == NGI_NOWHERE || map[n] == NGI_NOWHERE ||
        map[n] <= map[p - 1] || map[n] - map[p - 1] > FAR)
        return false;
    *out = (words){map[p - 1] + 1, map[n]};
    return true;
}

static uint32_t fact_at(const facts *f, int side, words w)
{
    for (uint32_t i = w.begin; i < w.end; i++)
        if (f->at[side][i] != NGI_NOWHERE)
            return f->at[side][i];
    return NGI_NOWHERE;
}

static bool note_facts(comparing *c, facts *f)
{
    for (int side = 0; side < 2; side++) {
        uint32_t n = c->row[side].count;
        f->at[side] = ngi_arena_alloc(c->arena, n + 1, sizeof(uint32_t));
        if (f->at[side] == NULL)
            return false;
        memset(f->at[side], 0xFF, (n + 1) * sizeof(uint32_t));
        for (uint32_t i = 0; i < f->count[side]; i++) {
            if (!f->in_body(&c->diff->records[side], i))
                continue;
            words w = words_in(&c->row[side], f->place(&c->diff->records[side], i));
            for (uint32_t k = w.begin; k < w.end; k++)
                f->at[side][k] = i;
        }
    }
    return true;
}

/* A fact of one side. taken: facts of the other side that are accounted for. */
static bool compare_fact(comparing *c, const facts *f, int side, uint32_t i, uint8_t *taken)
{
    ngi_extent place = f->place(&c->diff->records[side], i);
    words w = words_in(&c->row[side], place), there;
    if (w.end == w.begin || mapped(c, side, w) == w.end - w.begin || c->lone[side][w.begin])
        return true;
    ngi_change change = one_sided(side, place, i);
    if (counterpart(c, side, w, &there)) {
        uint32_t other = fact_at(f, 1 - side, there);
        if (other != NGI_NOWHERE && side == 0) {
            taken[other] = 1;
            if (f->same(c->diff, i, other))
                return true;
            change.kind = NGI_CHANGE_CHANGED;
            change.after = f->place(&c->diff->records[1], other);
            change.index[1] = other;
        }
    }
    return add(c, f->list, change);
}

static bool compare_facts(comparing *c, facts *f)
{
    uint8_t *taken = NGI_NEW_ARRAY(c->arena, uint8_t, f->count[1] + 1);
    bool ok = taken != NULL && note_facts(c, f);
    for (uint32_t i = 0; ok && i < f->count[0]; i++)
        if (f->in_body(&c->diff->records[0], i))
            ok = compare_fact(c, f, 0, i, taken);
    for (uint32_t i = 0; ok && i < f->count[1]; i++)
        if (f->in_body(&c->diff->records[1], i) && !taken[i])
            ok = compare_fact(c, f, 1, i, taken);
    return ok;
}

static bool compare_values(comparing *c)
{
    ngi_record *r = c->diff->records;
    facts figures = {&c->diff->figures,
                     {r[0].figure_count, r[1].figure_count},
                     {NULL},
                     figure_place,
                     figure_in_body,
                     same_figure};
    facts dates = {&c->diff->dates, {r[0].date_count, r[1].date_count},
                   {NULL},          date_place,
                   date_in_body,    same_date};
    return compare_facts(c, &figures) && compare_facts(c, &dates);
}

/* ---- quotations ---- */

/* Where the words of a quotation went, from the first to the last. */
static ngi_extent reach(const comparing *c, const ngi_quotation *q)
{
    uint32_t low = UINT32_MAX, high = 0;
    for (uint32_t w = q->word; w < q->word_end; w++) {
        uint32_t to = c->map[0][w];
        if (to == NGI_NOWHERE)
            continue;
        low = to < low ? to : low;
        high = to + 1 > high ? to + 1 : high;
    }
    return low < high ? place_of(&c->row[1], low, high) : (ngi_extent){0};
}

/* Whether words stand there in the place of those that are missing. */
static bool is_altered(const comparing *c, const ngi_quotation *q)
{
    for (uint32_t w = q->word + 1; w < q->word_end; w++) {
        words there;
        if (c->map[0][w] == NGI_NOWHERE && counterpart(c, 0, (words){w, w + 1}, &there) &&
            there.end > there.begin)
            return true;
    }
    return false;
}

static bool compare_quotation(comparing *c, const ngi_quotation *q)
{
    uint32_t all = q->word_end - q->word, any = 0, quoted = 0;
    for (uint32_t w = q->word; w < q->word_end; w++) {
        uint32_t to = c->map[0][w];
        any += to != NGI_NOWHERE;
        quoted += to != NGI_NOWHERE && c->quoted[1][to];
    }
    ngi_change change = one_sided(0, (ngi_extent){q->begin, q->end}, NGI_NOWHERE);
    if (quoted == all)
        return true;
    if ((float)quoted >= TOLD * (float)all)
        change.kind = is_altered(c, q) ? NGI_CHANGE_CHANGED : NGI_CHANGE_SHORTENED;
    else if ((float)any >= UNQUOTED * (float)all)
        change.kind = NGI_CHANGE_UNQUOTED;
    if (change.kind != NGI_CHANGE_GONE)
        change.after = reach(c, q);
    return add(c, &c->diff->quotations, change);
}

/* ---- statements ---- */

static uint32_t count_mapped(const comparing *c, int side, const ngi_extents *e, uint32_t *all)
{
    uint32_t n = 0;
    *all = 0;
    for (uint32_t i = 0; i < e->count; i++) {
        words w = words_in(&c->row[side], e->items[i]);
        n += mapped(c, side, w);
        *all += w.end - w.begin;
    }
    return n;
}

static ngi_extent hull(const ngi_attribution *a)
{
    const ngi_extents *parts[] = {&a->source, &a->cue, &a->content};
    ngi_extent e = {UINT32_MAX, 0};
    for (size_t p = 0; p < NGI_COUNT(parts); p++)
        for (uint32_t i = 0; i < parts[p]->count; i++) {
            e.begin = parts[p]->items[i].begin < e.begin ? parts[p]->items[i].begin : e.begin;
            e.end = parts[p]->items[i].end > e.end ? parts[p]->items[i].end : e.end;
        }
    return e.begin < e.end ? e : (ngi_extent){0};
}

/* Whether the other side has a statement about the words to which these lead. */
static bool is_attributed(const comparing *c, const ngi_attribution *a)
{
    for (uint32_t i = 0; i < a->content.count; i++) {
        words w = words_in(&c->row[0], a->content.items[i]);
        for (uint32_t k = w.begin; k < w.end; k++)
            if (c->map[0][k] != NGI_NOWHERE && c->told[c->map[0][k]])
                return true;
    }
    return false;
}

static bool note_told(comparing *c)
{
    const ngi_record *r = &c->diff->records[1];
    c->told = NGI_NEW_ARRAY(c->arena, uint8_t, c->row[1].count + 1);
    for (uint32_t i = 0; c->told != NULL && i < r->attribution_count; i++)
        for (uint32_t k = 0; k < r->attributions[i].content.count; k++) {
            if (r->attributions[i].in != NGI_FIELD_BODY)
                continue;
            words w = words_in(&c->row[1], r->attributions[i].content.items[k]);
            memset(c->told + w.begin, 1, w.end - w.begin);
        }
    return c->told != NULL;
}

static bool compare_statement(comparing *c, int side, uint32_t index)
{
    const ngi_attribution *a = &c->diff->records[side].attributions[index];
    uint32_t all, said = count_mapped(c, side, &a->content, &all), source_words, cue_words;
    uint32_t source = count_mapped(c, side, &a->source, &source_words);
    uint32_t cue = count_mapped(c, side, &a->cue, &cue_words);
    ngi_change change = one_sided(side, hull(a), index);
    if (all == 0) { /* a silence: only its cue tells */
        all = cue_words;
        said = cue;
    }
    if (all == 0 || change.before.end + change.after.end == 0)
        return true;
    if ((float)said >= TOLD * (float)all) {
        bool lost = side == 0 && source + cue == 0 && (float)said >= UNQUOTED * (float)all;
        if (!lost || is_attributed(c, a))
            return true;
        change.kind = NGI_CHANGE_UNATTRIBUTED;
    }
    return add(c, &c->diff->statements, change);
}

static bool compare_statements(comparing *c)
{
    if (!note_told(c))
        return false;
    for (int side = 0; side < 2; side++)
        for (uint32_t i = 0; i < c->diff->records[side].attribution_count; i++)
            if (c->diff->records[side].attributions[i].in == NGI_FIELD_BODY &&
                !compare_statement(c, side, i))
                return false;
    return true;
}

/* ---- the whole ---- */

/* Whether two texts differ in their words. */
static bool differ(ng_slice a, ng_slice b)
{
    ngi_word_row x = {0}, y = {0};
    bool same = ngi_word_row_cut(&x, a) && ngi_word_row_cut(&y, b) && x.count == y.count;
    for (uint32_t i = 0; same && i < x.count; i++)
        same = x.items[i].hash == y.items[i].hash;
    ngi_word_row_free(&x);
    ngi_word_row_free(&y);
    return !same;
}

static bool make_record(ngi_arena *arena, const ngi_row_story *s, ngi_record *out)
{
    ngi_story story = {.body = s->body, .language = s->language};
    story.headline.text = s->headline;
    story.description.text = s->description;
    story.date_published.text = s->published;
    return ngi_record_make(arena, &story, (ng_slice){0},
                           NGI_WITH_ATTRIBUTIONS | NGI_WITH_DATES | NGI_WITH_FIGURES, false, NULL,
                           out);
}

static bool compare(comparing *c)
{
    ngi_diff *d = c->diff;
    if (!align(c) || !find_quotations(c))
        return false;
    for (int side = 0; side < 2; side++) {
        words all = {0, c->row[side].count};
        float share = all.end == 0 ? 0 : (float)mapped(c, side, all) / (float)all.end;
        *(side == 0 ? &d->kept : &d->share) = share;
        if (!make_record(c->arena, d->sides[side], &d->records[side]) || !paragraphs_of(c, side))
            return false;
    }
    if (!compare_values(c))
        return false;
    for (uint32_t i = 0; i < c->quotation_count[0]; i++)
        if (!compare_quotation(c, &c->quotations[0][i]))
            return false;
    return compare_statements(c);
}

bool ngi_diff_make(ngi_arena *arena, const ngi_row_story *before, const ngi_row_story *after,
                   ngi_diff *out)
{
    *out = (ngi_diff){.sides = {before, after}};
    comparing c = {.arena = arena, .diff = out, .text = {before->body, after->body}};
    out->headline = differ(before->headline, after->headline);
    out->description = differ(before->description, after->description);
    bool ok = compare(&c);
    for (int side = 0; side < 2; side++)
        ngi_word_row_free(&c.row[side]);
    return ok && !arena->failed;
}
