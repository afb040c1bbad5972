/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences that changed in a way that no list of facts shows: "covers" became "does not cover".
 * Each is set beside the sentence of the other story that has most of its words. */
#include "provenance/diff_work.h"
#include "record/prose.h"

typedef struct sentences {
    ngi_words *items[2];   /* the words of each */
    ngi_extent *places[2]; /* its bytes */
    uint32_t count[2];
    uint32_t *of[2];     /* of each word: its sentence */
    uint32_t *votes;     /* of each sentence of the other side; 0 between uses */
    uint32_t *listed[2]; /* beside which sentence it was listed, or NGI_NOWHERE */
} sentences;

static bool cut(ngi_comparing *c, int side, sentences *s)
{
    ngi_prose prose;
    if (!ngi_prose_make(c->arena, c->text[side], c->diff->sides[side]->language, &prose))
        return false;
    uint32_t n = prose.sentence_count;
    s->count[side] = n;
    s->items[side] = NGI_NEW_ARRAY(c->arena, ngi_words, n + 1);
    s->places[side] = NGI_NEW_ARRAY(c->arena, ngi_extent, n + 1);
    s->of[side] = ngi_arena_alloc(c->arena, c->row[side].count + 1, sizeof(uint32_t));
    s->listed[side] = ngi_arena_alloc(c->arena, n + 1, sizeof(uint32_t));
    if (c->arena->failed)
        return false;
    memset(s->of[side], 0xFF, (c->row[side].count + 1) * sizeof(uint32_t));
    memset(s->listed[side], 0xFF, (n + 1) * sizeof(uint32_t));
    for (uint32_t i = 0; i < n; i++) {
        ngi_stretch t = prose.sentences[i];
        if (t.begin >= t.end)
            continue;
        ngi_extent place = s->places[side][i] =
            (ngi_extent){prose.tokens[t.begin].begin, prose.tokens[t.end - 1].end};
        ngi_words w = s->items[side][i] = ngi_diff_words(c, side, place);
        for (uint32_t k = w.begin; k < w.end; k++)
            s->of[side][k] = i;
    }
    return true;
}

/* The sentence of the other side that has most of its words, or NGI_NOWHERE. */
static uint32_t partner_of(const ngi_comparing *c, const sentences *s, int side, uint32_t index)
{
    ngi_words w = s->items[side][index];
    uint32_t best = NGI_NOWHERE, most = 0;
    for (int reset = 0; reset < 2; reset++)
        for (uint32_t i = w.begin; i < w.end; i++) {
            uint32_t to = c->map[side][i];
            uint32_t there = to == NGI_NOWHERE ? NGI_NOWHERE : s->of[1 - side][to];
            if (there == NGI_NOWHERE)
                continue;
            s->votes[there] = reset ? 0 : s->votes[there] + 1;
            if (s->votes[there] > most) {
                most = s->votes[there];
                best = there;
            }
        }
    return (float)most >= NGI_DIFF_GONE * (float)(w.end - w.begin) ? best : NGI_NOWHERE;
}

static bool same_words(const ngi_comparing *c, ngi_words a, ngi_words b)
{
    bool same = a.end - a.begin == b.end - b.begin;
    for (uint32_t i = 0; same && i < a.end - a.begin; i++)
        same = c->map[0][a.begin + i] == b.begin + i ||
               (c->row[0].items[a.begin + i].hash == c->row[1].items[b.begin + i].hash &&
                (c->row[0].items[a.begin + i].flags & NGI_WORD_NUMBER) == 0);
    return same;
}

/* Whether it has words that are new or gone and are in no list, or whose order is another. */
static bool is_changed(const ngi_comparing *c, const sentences *s, int side, ngi_words w)
{
    for (uint32_t i = w.begin; i < w.end; i++) {
        uint32_t to = c->map[side][i], next = i + 1 < w.end ? c->map[side][i + 1] : NGI_NOWHERE;
        if (to == NGI_NOWHERE && !c->shown[side][i])
            return true;
        if (to != NGI_NOWHERE && next != NGI_NOWHERE && next < to && !c->shown[side][i] &&
            s->of[1 - side][to] == s->of[1 - side][next])
            return true;
    }
    return false;
}

static bool compare_sentence(ngi_comparing *c, sentences *s, int side, uint32_t index)
{
    ngi_words w = s->items[side][index];
    if (w.begin == w.end || !is_changed(c, s, side, w))
        return true;
    ngi_change change = ngi_diff_alone(side, s->places[side][index], NGI_NOWHERE);
    uint32_t other = partner_of(c, s, side, index);
    if (other != NGI_NOWHERE) {
        ngi_words there = s->items[1 - side][other];
        if (s->listed[side][index] == other || s->listed[1 - side][other] == index ||
            same_words(c, side == 0 ? w : there, side == 0 ? there : w))
            return true;
        s->listed[side][index] = other;
        s->listed[1 - side][other] = index;
        change.kind = NGI_CHANGE_CHANGED;
        *(side == 0 ? &change.after : &change.before) = s->places[1 - side][other];
    }
    return ngi_diff_add(c, &c->diff->sentences, change);
}

bool ngi_diff_sentences(ngi_comparing *c)
{
    sentences s = {0};
    bool ok = cut(c, 0, &s) && cut(c, 1, &s);
    uint32_t most = s.count[0] > s.count[1] ? s.count[0] : s.count[1];
    s.votes = NGI_NEW_ARRAY(c->arena, uint32_t, most + 1);
    ok = ok && s.votes != NULL;
    for (int side = 0; side < 2; side++)
        for (uint32_t i = 0; ok && i < s.count[side]; i++)
            ok = compare_sentence(c, &s, side, i);
    return ok;
}
