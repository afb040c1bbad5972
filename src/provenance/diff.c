/* SPDX-License-Identifier: Apache-2.0 */
/* See diff.h. The bodies are aligned word by word; then each fact of one is looked for at the place
 * in the other to which the words around it lead. */
#include "base/utf8.h"
#include "provenance/diff_work.h"

#include <stdlib.h>

enum { FAR = 14 }; /* words between which a changed one is looked for */
enum { WIDE = 4 }; /* a stretch does not become wider than so many times its words */

/* ---- words and places ---- */

ngi_words ngi_diff_words(const ngi_comparing *c, int side, ngi_extent place)
{
    const ngi_word_row *row = &c->row[side];
    uint32_t low = 0, high = row->count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (row->items[middle].end <= place.begin)
            low = middle + 1;
        else
            high = middle;
    }
    ngi_words w = {low, low};
    while (w.end < row->count && row->items[w.end].begin < place.end)
        w.end++;
    return w;
}

ngi_extent ngi_diff_place(const ngi_comparing *c, int side, ngi_words w)
{
    if (w.begin >= w.end)
        return (ngi_extent){0};
    return (ngi_extent){c->row[side].items[w.begin].begin, c->row[side].items[w.end - 1].end};
}

uint32_t ngi_diff_mapped(const ngi_comparing *c, int side, ngi_words w)
{
    uint32_t n = 0;
    for (uint32_t i = w.begin; i < w.end; i++)
        n += c->map[side][i] != NGI_NOWHERE;
    return n;
}

ngi_extent ngi_diff_reach(const ngi_comparing *c, int side, ngi_words w)
{
    ngi_words there = {UINT32_MAX, 0};
    for (uint32_t i = w.begin; i < w.end; i++) {
        uint32_t to = c->map[side][i];
        if (to == NGI_NOWHERE)
            continue;
        ngi_words more = {to < there.begin ? to : there.begin,
                          to + 1 > there.end ? to + 1 : there.end};
        if (more.end - more.begin <= WIDE * (w.end - w.begin) + FAR)
            there = more; /* else a word that went far off */
    }
    return ngi_diff_place(c, 1 - side, there);
}

void ngi_diff_show(ngi_comparing *c, int side, ngi_extent place)
{
    ngi_words w = ngi_diff_words(c, side, place);
    memset(c->shown[side] + w.begin, 1, w.end - w.begin);
}

ngi_change ngi_diff_alone(int side, ngi_extent place, uint32_t index)
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

bool ngi_diff_add(ngi_comparing *c, ngi_changes *list, ngi_change change)
{
    if (!ngi_arena_grow(c->arena, &list->items, &list->room, list->count + 1, sizeof(change)))
        return false;
    list->items[list->count++] = change;
    ngi_diff_show(c, 0, change.before);
    ngi_diff_show(c, 1, change.after);
    return true;
}

/* ---- signs at numbers ---- */

enum { MINUS = 1 }; /* bit of what signs_at() gives; the others are a hash */

static bool is_dash(uint32_t d)
{
    return d == '-' || d == 0x2212 || d == 0x2013;
}

/* Signs that change what a number says, besides dashes: currencies, parts of a hundred, degrees,
 * bounds. */
static bool is_sign(uint32_t d)
{
    static const uint32_t signs[] = {'$',  '%',    '+',    '<',    '>',    '~',    '=',   0xB0,
                                     0xB1, 0x2030, 0x2248, 0x2264, 0x2265, 0xFF04, 0xFF05};
    for (size_t i = 0; i < NGI_COUNT(signs); i++)
        if (signs[i] == d)
            return true;
    return (d >= 0xA2 && d <= 0xA5) || (d >= 0x20A0 && d <= 0x20CF);
}

/* The signs of bytes [begin, end): those that touch their end, or, tail, all but dashes. */
static uint32_t signs_in(ng_slice text, size_t begin, size_t end, bool tail)
{
    uint32_t signs = 0;
    bool minus = false;
    text = ngi_slice_sub(text, 0, end);
    for (size_t at = begin; at < end;) {
        bool first = at == begin && begin > 0;
        uint32_t d = ngi_utf8_next(text, &at);
        if (is_sign(d)) {
            signs = (signs * 31 + d) << 1;
        } else if (!tail && is_dash(d)) {
            minus = !first; /* behind a word it is a hyphen */
        } else if (tail ? d != ' ' && d != 0xA0 : true) {
            if (tail)
                break;
            signs = 0;
            minus = false;
        }
    }
    return (signs & ~1u) | (minus ? MINUS : 0);
}

/* The signs before and behind a number; those that touch the next number are not its own. */
static uint32_t signs_at(const ngi_comparing *c, int side, uint32_t word)
{
    const ngi_word_row *row = &c->row[side];
    const ngi_row_word *w = &row->items[word];
    ng_slice text = c->text[side];
    size_t before = word > 0 ? w[-1].end : 0, behind = w->end;
    size_t end = word + 1 < row->count ? w[1].begin : text.len;
    uint32_t head = signs_in(text, before, w->begin, false), tail = 0;
    if (!(word + 1 < row->count && (w[1].flags & NGI_WORD_NUMBER) != 0 &&
          signs_in(text, behind, end, false) != 0))
        tail = signs_in(text, behind, end, true);
    return head ^ (tail * 0x9E3779B1u << 1);
}

/* ---- the same words ---- */

static bool alloc_words(ngi_comparing *c)
{
    for (int side = 0; side < 2; side++) {
        if (!ngi_word_row_cut(&c->row[side], c->text[side]))
            return false;
        size_t n = c->row[side].count + 1;
        c->map[side] = ngi_arena_alloc(c->arena, n, sizeof(uint32_t));
        c->quoted[side] = NGI_NEW_ARRAY(c->arena, uint32_t, n);
        c->lone[side] = NGI_NEW_ARRAY(c->arena, uint8_t, n);
        c->shown[side] = NGI_NEW_ARRAY(c->arena, uint8_t, n);
        if (c->map[side] != NULL)
            memset(c->map[side], 0xFF, n * sizeof(uint32_t));
    }
    return !c->arena->failed;
}

static void pair(ngi_comparing *c, uint32_t from, uint32_t to)
{
    if (c->map[0][from] != NGI_NOWHERE || c->map[1][to] != NGI_NOWHERE)
        return; /* what is said twice there is one here */
    c->map[0][from] = to;
    c->map[1][to] = from;
}

static bool is_same_word(const ngi_comparing *c, uint32_t from, uint32_t to)
{
    return from < c->row[0].count && to < c->row[1].count &&
           c->row[0].items[from].hash == c->row[1].items[to].hash;
}

/* Runs are of three words and more; between them single words stay the same, too. */
static void fill_gaps(ngi_comparing *c)
{
    uint32_t n = c->row[0].count;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t to = i == 0 ? 0 : c->map[0][i - 1] + 1; /* NGI_NOWHERE + 1: the first word */
        if ((i == 0 || to != 0) && is_same_word(c, i, to))
            pair(c, i, to);
    }
    for (uint32_t i = n; i-- > 0;) {
        uint32_t next = i + 1 == n ? c->row[1].count : c->map[0][i + 1];
        if (next != NGI_NOWHERE && next > 0 && is_same_word(c, i, next - 1))
            pair(c, i, next - 1);
    }
}

/* "$5" and "5 euros", "-4" and "4" are not the same, though their letters are. */
static void part_numbers(ngi_comparing *c)
{
    for (uint32_t i = 0; i < c->row[0].count; i++) {
        uint32_t to = c->map[0][i];
        if (to == NGI_NOWHERE || (c->row[0].items[i].flags & NGI_WORD_NUMBER) == 0 ||
            signs_at(c, 0, i) == signs_at(c, 1, to))
            continue;
        c->map[0][i] = c->map[1][to] = NGI_NOWHERE;
    }
}

static bool align(ngi_comparing *c)
{
    ngi_aligner aligner = {.keeps_runs = true};
    bool ok = alloc_words(c);
    for (uint32_t i = 0; ok && !c->diff->words && i < c->row[0].count; i++)
        pair(c, i, i); /* what is said twice in a text might be crossed */
    ok = ok && ngi_align(&aligner, &c->row[0], 0, &c->row[1]);
    for (uint32_t i = 0; ok && i < aligner.run_count; i++) {
        const ngi_run *r = &aligner.runs[i];
        for (uint32_t k = 0; r->passage != UINT32_MAX && k < r->length; k++)
            pair(c, r->from + k, r->to + k);
    }
    ngi_aligner_free(&aligner);
    if (ok) {
        fill_gaps(c);
        part_numbers(c);
    }
    return ok;
}

static bool find_quotations(ngi_comparing *c)
{
    for (int side = 0; side < 2; side++) {
        if (!ngi_quotations_cut(c->arena, c->text[side], &c->row[side], &c->quotations[side],
                                &c->quotation_count[side]))
            return false;
        for (uint32_t i = 0; i < c->quotation_count[side]; i++)
            for (uint32_t w = c->quotations[side][i].word; w < c->quotations[side][i].word_end; w++)
                c->quoted[side][w] = i + 1;
    }
    return true;
}

/* ---- paragraphs ---- */

static bool paragraphs_of(ngi_comparing *c, int side)
{
    ng_slice text = c->text[side], rest = text, line;
    while (ngi_split(&rest, '\n', &line)) {
        line = ngi_trim(line);
        uint32_t begin = (uint32_t)(line.ptr - text.ptr);
        ngi_extent place = {begin, begin + (uint32_t)line.len};
        ngi_words w = ngi_diff_words(c, side, place);
        if (line.len == 0 || w.end == w.begin ||
            (float)ngi_diff_mapped(c, side, w) >= NGI_DIFF_GONE * (float)(w.end - w.begin))
            continue;
        memset(c->lone[side] + w.begin, 1, w.end - w.begin);
        if (!ngi_diff_add(c, &c->diff->paragraphs, ngi_diff_alone(side, place, NGI_NOWHERE)))
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
    bool (*same)(const ngi_comparing *c, uint32_t before, uint32_t after);
} facts;

static ngi_extent figure_place(const ngi_record *r, uint32_t i)
{
    return r->figures[i].at;
}

static bool figure_in_body(const ngi_record *r, uint32_t i)
{
    return r->figures[i].in == NGI_FIELD_BODY;
}

/* Signs at the first number of a figure that the record tells nothing of: with a unit it knows
 * them, with a value below 0 the minus, too. */
static uint32_t odd_signs(const ngi_comparing *c, int side, const ngi_figure *f)
{
    ngi_words w = ngi_diff_words(c, side, f->at);
    while (w.begin < w.end && (c->row[side].items[w.begin].flags & NGI_WORD_NUMBER) == 0)
        w.begin++;
    if (w.begin == w.end || f->value < 0)
        return 0;
    uint32_t signs = signs_at(c, side, w.begin);
    return f->unit.len != 0 ? signs & MINUS : signs;
}

static bool same_figure(const ngi_comparing *c, uint32_t before, uint32_t after)
{
    const ngi_figure *x = &c->diff->records[0].figures[before];
    const ngi_figure *y = &c->diff->records[1].figures[after];
    return odd_signs(c, 0, x) == odd_signs(c, 1, y) && x->has_value == y->has_value &&
           x->value == y->value && x->min == y->min && x->max == y->max &&
           ngi_equal_nocase(x->unit, y->unit) && x->approximate == y->approximate;
}

static ngi_extent date_place(const ngi_record *r, uint32_t i)
{
    return r->dates[i].at;
}

static bool date_in_body(const ngi_record *r, uint32_t i)
{
    return r->dates[i].in == NGI_FIELD_BODY;
}

/* Two words that say the same of a date: "October" and "Oct". */
static bool same_date_word(ng_slice a, ng_slice b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    if (ngi_equal_nocase(a, b))
        return true;
    return shorter >= 3 && !ngi_is_digit((unsigned char)a.ptr[0]) &&
           ngi_equal_nocase(ngi_slice_sub(a, 0, shorter), ngi_slice_sub(b, 0, shorter));
}

static ng_slice date_word(const ngi_comparing *c, int side, uint32_t word)
{
    const ngi_row_word *w = &c->row[side].items[word];
    return ngi_slice_sub(c->text[side], w->begin, w->end);
}

/* Whether the other date has a word: "th", "of" and "the" say nothing. */
static bool has_date_word(const ngi_comparing *c, int side, uint32_t word, ngi_words other)
{
    ng_slice text = date_word(c, side, word);
    bool number = (c->row[side].items[word].flags & NGI_WORD_NUMBER) != 0;
    if (!number && (text.len < 3 || ngi_equal_to_nocase(text, "the")))
        return true;
    for (uint32_t i = other.begin; i < other.end; i++)
        if (same_date_word(text, date_word(c, 1 - side, i)))
            return true;
    return false;
}

/* A date of which the text tells no year is compared by its words: what one leaves out, the other
 * may say. */
static bool same_date_words(const ngi_comparing *c, ngi_extent before, ngi_extent after)
{
    ngi_words w[2] = {ngi_diff_words(c, 0, before), ngi_diff_words(c, 1, after)};
    bool whole[2] = {true, true};
    if (w[0].end - w[0].begin > FAR || w[1].end - w[1].begin > FAR)
        return false;
    for (int side = 0; side < 2; side++)
        for (uint32_t i = w[side].begin; i < w[side].end; i++)
            whole[side] &= has_date_word(c, side, i, w[1 - side]);
    return whole[0] || whole[1];
}

static bool same_date(const ngi_comparing *c, uint32_t before, uint32_t after)
{
    const ngi_when *x = &c->diff->records[0].dates[before];
    const ngi_when *y = &c->diff->records[1].dates[after];
    if (x->start.len == 0 || y->start.len == 0)
        return same_date_words(c, x->at, y->at);
    return ngi_equal(x->start, y->start) && ngi_equal(x->end, y->end);
}

/* The words of the other side between which the changed words of `w` would stand: those to which
 * its neighbours lead. False: they lead nowhere, or too far. */
static bool counterpart(const ngi_comparing *c, int side, ngi_words w, ngi_words *out)
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
    *out = (ngi_words){map[p - 1] + 1, map[n]};
    return true;
}

static uint32_t fact_at(const facts *f, int side, ngi_words w)
{
    for (uint32_t i = w.begin; i < w.end; i++)
        if (f->at[side][i] != NGI_NOWHERE)
            return f->at[side][i];
    return NGI_NOWHERE;
}

static bool note_facts(ngi_comparing *c, facts *f)
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
            ngi_words w = ngi_diff_words(c, side, f->place(&c->diff->records[side], i));
            for (uint32_t k = w.begin; k < w.end; k++)
                f->at[side][k] = i;
        }
    }
    return true;
}

/* The fact of the other side that stands where this one stood: between the words to which its
 * neighbours lead, or where its own words went. */
static uint32_t other_fact(const ngi_comparing *c, const facts *f, int side, ngi_words w)
{
    ngi_words there;
    uint32_t other = NGI_NOWHERE;
    if (counterpart(c, side, w, &there))
        other = fact_at(f, 1 - side, there);
    for (uint32_t i = w.begin; i < w.end && other == NGI_NOWHERE; i++)
        if (c->map[side][i] != NGI_NOWHERE)
            other = f->at[1 - side][c->map[side][i]];
    return other;
}

/* A fact of one side. taken: facts of the other side that are accounted for. */
static bool compare_fact(ngi_comparing *c, const facts *f, int side, uint32_t i, uint8_t *taken)
{
    ngi_extent place = f->place(&c->diff->records[side], i);
    ngi_words w = ngi_diff_words(c, side, place);
    if (w.end == w.begin || ngi_diff_mapped(c, side, w) == w.end - w.begin ||
        c->lone[side][w.begin])
        return true;
    ngi_change change = ngi_diff_alone(side, place, i);
    uint32_t other = side == 0 ? other_fact(c, f, side, w) : NGI_NOWHERE;
    if (other == NGI_NOWHERE)
        return ngi_diff_add(c, f->list, change);
    taken[other] = 1;
    change.after = f->place(&c->diff->records[1], other);
    if (f->same(c, i, other)) {
        ngi_diff_show(c, 0, place);
        ngi_diff_show(c, 1, change.after);
        return true;
    }
    change.kind = NGI_CHANGE_CHANGED;
    change.index[1] = other;
    return ngi_diff_add(c, f->list, change);
}

static bool compare_facts(ngi_comparing *c, facts *f)
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

static bool compare_values(ngi_comparing *c)
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

static bool compare(ngi_comparing *c)
{
    ngi_diff *d = c->diff;
    if (!align(c) || !find_quotations(c))
        return false;
    for (int side = 0; side < 2; side++) {
        ngi_words all = {0, c->row[side].count};
        float share = all.end == 0 ? 0 : (float)ngi_diff_mapped(c, side, all) / (float)all.end;
        *(side == 0 ? &d->kept : &d->share) = share;
        if (!make_record(c->arena, d->sides[side], &d->records[side]) || !paragraphs_of(c, side))
            return false;
    }
    return compare_values(c) && ngi_diff_quotations(c) && ngi_diff_statements(c) &&
           ngi_diff_sentences(c);
}

bool ngi_diff_changed(const ngi_diff *d)
{
    return d->headline || d->description ||
           d->paragraphs.count + d->figures.count + d->dates.count + d->quotations.count +
                   d->statements.count + d->sentences.count >
               0;
}

bool ngi_diff_make(ngi_arena *arena, const ngi_row_story *before, const ngi_row_story *after,
                   ngi_diff *out)
{
    *out = (ngi_diff){.sides = {before, after}};
    ngi_comparing c = {.arena = arena, .diff = out, .text = {before->body, after->body}};
    out->headline = differ(before->headline, after->headline);
    out->description = differ(before->description, after->description);
    out->words = differ(before->body, after->body);
    bool ok = compare(&c);
    for (int side = 0; side < 2; side++)
        ngi_word_row_free(&c.row[side]);
    return ok && !arena->failed;
}
