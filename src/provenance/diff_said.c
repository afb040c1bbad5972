/* SPDX-License-Identifier: Apache-2.0 */
/* Quotations and statements of two stories: what was said, and on whose word it stands. */
#include "base/utf8.h"
#include "provenance/diff_work.h"

/* ---- quotations ---- */

static ngi_words words_of(const ngi_quotation *q)
{
    return (ngi_words){q->word, q->word_end};
}

/* "..." or "[" tell the reader that something was left out. */
static bool tells_cut(ng_slice text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t d = ngi_utf8_next(text, &at);
        if (d == 0x2026 || d == '[' || (d == '.' && at < text.len && text.ptr[at] == '.'))
            return true;
    }
    return false;
}

/* Whether words within a quotation were replaced or taken out without a mark. What was cut off its
 * ends, or where it was interrupted, was shortened. */
static bool is_altered(const ngi_comparing *c, const ngi_quotation *q)
{
    const uint32_t *map = c->map[0];
    uint32_t last = NGI_NOWHERE; /* the word before that stands there, too */
    for (uint32_t w = q->word; w < q->word_end; w++) {
        if (map[w] == NGI_NOWHERE)
            continue;
        if (last != NGI_NOWHERE && last + 1 < w && c->quoted[1][map[w]] != 0 &&
            c->quoted[1][map[last]] == c->quoted[1][map[w]]) {
            const ngi_row_word *a = &c->row[1].items[map[last]], *b = &c->row[1].items[map[w]];
            if (b < a || b > a + 1 || !tells_cut(ngi_slice_sub(c->text[1], a->end, b->begin)))
                return true;
        }
        last = w;
    }
    return false;
}

/* Words of a quotation that stand on the other side, and those that are quoted there. */
static uint32_t count_kept(const ngi_comparing *c, int side, const ngi_quotation *q,
                           uint32_t *quoted)
{
    uint32_t any = 0;
    *quoted = 0;
    for (uint32_t w = q->word; w < q->word_end; w++) {
        uint32_t to = c->map[side][w];
        any += to != NGI_NOWHERE;
        *quoted += to != NGI_NOWHERE && c->quoted[1 - side][to] != 0;
    }
    return any;
}

static bool compare_before(ngi_comparing *c, const ngi_quotation *q)
{
    uint32_t quoted, all = q->word_end - q->word, any = count_kept(c, 0, q, &quoted);
    ngi_change change = ngi_diff_alone(0, (ngi_extent){q->begin, q->end}, NGI_NOWHERE);
    if (quoted == all)
        return true;
    if ((float)quoted >= NGI_DIFF_TOLD * (float)all)
        change.kind = is_altered(c, q) ? NGI_CHANGE_CHANGED : NGI_CHANGE_SHORTENED;
    else if ((float)any >= NGI_DIFF_MOST * (float)all)
        change.kind = NGI_CHANGE_UNQUOTED;
    if (change.kind != NGI_CHANGE_GONE)
        change.after = ngi_diff_reach(c, 0, words_of(q));
    return ngi_diff_add(c, &c->diff->quotations, change);
}

/* One that has words which were not quoted before, in a paragraph that was there. listed: words
 * that stand beside a quotation of before. */
static bool compare_after(ngi_comparing *c, const ngi_quotation *q, const uint8_t *listed)
{
    uint32_t quoted, all = q->word_end - q->word;
    (void)count_kept(c, 1, q, &quoted);
    if (quoted == all || c->lone[1][q->word])
        return true;
    ngi_change change = ngi_diff_alone(1, (ngi_extent){q->begin, q->end}, NGI_NOWHERE);
    if ((float)quoted >= NGI_DIFF_TOLD * (float)all) {
        if (memchr(listed + q->word, 1, all) != NULL)
            return true;
        change.kind = NGI_CHANGE_CHANGED;
        change.before = ngi_diff_reach(c, 1, words_of(q));
    }
    return ngi_diff_add(c, &c->diff->quotations, change);
}

bool ngi_diff_quotations(ngi_comparing *c)
{
    bool ok = true;
    for (uint32_t i = 0; ok && i < c->quotation_count[0]; i++)
        ok = compare_before(c, &c->quotations[0][i]);
    uint8_t *listed = NGI_NEW_ARRAY(c->arena, uint8_t, c->row[1].count + 1);
    for (uint32_t i = 0; listed != NULL && i < c->diff->quotations.count; i++) {
        ngi_words w = ngi_diff_words(c, 1, c->diff->quotations.items[i].after);
        memset(listed + w.begin, 1, w.end - w.begin);
    }
    ok = ok && listed != NULL;
    for (uint32_t i = 0; ok && i < c->quotation_count[1]; i++)
        ok = compare_after(c, &c->quotations[1][i], listed);
    return ok;
}

/* ---- statements ---- */

/* The statements of the later story by their words, and those that were found again. */
typedef struct telling {
    uint32_t *by[2]; /* of each word: the statement that it is content of, or NGI_NOWHERE; on the
                        story's own word, and within another's */
    uint32_t *votes; /* of each statement; 0 between uses */
    uint8_t *found;
} telling;

static bool note_telling(ngi_comparing *c, telling *t)
{
    const ngi_record *r = &c->diff->records[1];
    size_t words = c->row[1].count + 1;
    for (int depth = 0; depth < 2; depth++) {
        t->by[depth] = ngi_arena_alloc(c->arena, words, sizeof(uint32_t));
        if (t->by[depth] != NULL)
            memset(t->by[depth], 0xFF, words * sizeof(uint32_t));
    }
    t->votes = NGI_NEW_ARRAY(c->arena, uint32_t, r->attribution_count + 1);
    t->found = NGI_NEW_ARRAY(c->arena, uint8_t, r->attribution_count + 1);
    for (uint32_t i = 0; !c->arena->failed && i < r->attribution_count; i++) {
        const ngi_attribution *a = &r->attributions[i];
        for (uint32_t k = 0; a->in == NGI_FIELD_BODY && k < a->content.count; k++) {
            ngi_words w = ngi_diff_words(c, 1, a->content.items[k]);
            for (uint32_t j = w.begin; j < w.end; j++)
                t->by[a->depth > 0][j] = i;
        }
    }
    return !c->arena->failed;
}

static uint32_t count_words(const ngi_comparing *c, int side, const ngi_extents *e, uint32_t *kept)
{
    uint32_t all = 0;
    *kept = 0;
    for (uint32_t i = 0; i < e->count; i++) {
        ngi_words w = ngi_diff_words(c, side, e->items[i]);
        *kept += ngi_diff_mapped(c, side, w);
        all += w.end - w.begin;
    }
    return all;
}

/* The statement of the later story that has most of the content of this one; no half: none. */
static uint32_t find_again(const ngi_comparing *c, telling *t, const ngi_attribution *a,
                           uint32_t all)
{
    uint32_t best = NGI_NOWHERE, kept;
    for (int turn = 0; turn < 2 && best == NGI_NOWHERE; turn++) {
        const uint32_t *by = t->by[turn == 0 ? a->depth > 0 : a->depth == 0];
        uint32_t most = 0;
        for (int reset = 0; reset < 2; reset++)
            for (uint32_t i = 0; i < a->content.count; i++) {
                ngi_words w = ngi_diff_words(c, 0, a->content.items[i]);
                for (uint32_t k = w.begin; k < w.end; k++) {
                    uint32_t to = c->map[0][k];
                    if (to == NGI_NOWHERE || by[to] == NGI_NOWHERE)
                        continue;
                    t->votes[by[to]] = reset ? 0 : t->votes[by[to]] + 1;
                    if (t->votes[by[to]] > most) {
                        most = t->votes[by[to]];
                        best = by[to];
                    }
                }
            }
        if (best == NGI_NOWHERE)
            continue;
        uint32_t theirs = count_words(c, 1, &c->diff->records[1].attributions[best].content, &kept);
        if (most * 2 < (all < theirs ? all : theirs))
            best = NGI_NOWHERE;
    }
    return best;
}

static uint64_t hash_of(const ngi_comparing *c, int side, const ngi_extents *e)
{
    uint64_t hash = 0;
    for (uint32_t i = 0; i < e->count; i++) {
        ngi_words w = ngi_diff_words(c, side, e->items[i]);
        for (uint32_t k = w.begin; k < w.end; k++)
            hash = hash * 1099511628211u + c->row[side].items[k].hash + 1;
    }
    return hash;
}

/* Whether another says it: other words for the source, but for one whose name is the same, or a
 * part of it. */
static bool other_source(const ngi_comparing *c, const ngi_attribution *a, const ngi_attribution *b)
{
    ng_slice x = a->speaker.name, y = b->speaker.name;
    if (x.len != 0 && y.len != 0)
        return ngi_find_nocase(x.len > y.len ? x : y, x.len > y.len ? y : x) == NGI_NONE;
    return hash_of(c, 0, &a->source) != hash_of(c, 1, &b->source);
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

/* Whether the words stand there one behind the other, as here. */
static bool is_untouched(const ngi_comparing *c, ngi_words w)
{
    for (uint32_t i = w.begin; i < w.end; i++)
        if (c->map[0][i] == NGI_NOWHERE || c->map[0][i] != c->map[0][w.begin] + (i - w.begin))
            return false;
    return true;
}

/* A statement that was found again: by another, or told in another manner. Where its own words are
 * the same only the reading of them is another, as by the paragraphs around. */
static bool compare_pair(ngi_comparing *c, uint32_t before, uint32_t after)
{
    const ngi_attribution *a = &c->diff->records[0].attributions[before];
    const ngi_attribution *b = &c->diff->records[1].attributions[after];
    if ((a->stance == b->stance && !other_source(c, a, b)) ||
        is_untouched(c, ngi_diff_words(c, 0, hull(a))))
        return true;
    ngi_change change = {hull(a), hull(b), {before, after}, NGI_CHANGE_CHANGED};
    return ngi_diff_add(c, &c->diff->statements, change);
}

/* One whose content is still told: whether its source is not. */
static bool is_unattributed(const ngi_comparing *c, const telling *t, const ngi_attribution *a)
{
    uint32_t sources, cues, all = count_words(c, 0, &a->source, &sources);
    all += count_words(c, 0, &a->cue, &cues);
    if ((float)(sources + cues) > NGI_DIFF_TOLD * (float)all)
        return false;
    for (uint32_t i = 0; i < a->content.count; i++) {
        ngi_words w = ngi_diff_words(c, 0, a->content.items[i]);
        for (uint32_t k = w.begin; k < w.end; k++) {
            uint32_t to = c->map[0][k];
            if (to != NGI_NOWHERE && (t->by[0][to] != NGI_NOWHERE || t->by[1][to] != NGI_NOWHERE))
                return false;
        }
    }
    return true;
}

static bool compare_statement(ngi_comparing *c, telling *t, int side, uint32_t index)
{
    const ngi_attribution *a = &c->diff->records[side].attributions[index];
    uint32_t said, all = count_words(c, side, &a->content, &said);
    ngi_change change = ngi_diff_alone(side, hull(a), index);
    uint32_t again = side == 0 && all > 0 ? find_again(c, t, a, all) : NGI_NOWHERE;
    if (again != NGI_NOWHERE && !t->found[again]) {
        t->found[again] = 1;
        return compare_pair(c, index, again);
    }
    if (all == 0) /* a silence: only its cue tells */
        all = count_words(c, side, &a->cue, &said);
    if (all == 0 || change.before.end + change.after.end == 0 || (side == 1 && t->found[index]))
        return true;
    if ((float)said >= NGI_DIFF_TOLD * (float)all) {
        if (side == 1 || (float)said < NGI_DIFF_MOST * (float)all || !is_unattributed(c, t, a))
            return true;
        change.kind = NGI_CHANGE_UNATTRIBUTED;
    }
    return ngi_diff_add(c, &c->diff->statements, change);
}

bool ngi_diff_statements(ngi_comparing *c)
{
    telling t;
    bool ok = note_telling(c, &t);
    for (int side = 0; side < 2; side++)
        for (uint32_t i = 0; ok && i < c->diff->records[side].attribution_count; i++)
            if (c->diff->records[side].attributions[i].in == NGI_FIELD_BODY)
                ok = compare_statement(c, &t, side, i);
    return ok;
}
