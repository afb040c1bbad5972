/* SPDX-License-Identifier: Apache-2.0 */
/* How sure a candidate is, and whether another reading of its window is surer.
 *
 * Sequences are drawn by their chance, and each is taken for the truth in turn: the share of
 * them in which the candidate would be right as a whole (half of all content words shared, and
 * a word of the source) is what a reader wants to be large, and the most likely sequence is not
 * always the one that has most of it. Others to choose from: content as the words above some
 * chance, sources that are less sure, none at all.
 *
 * Where that reading would be wrong in some of the sequences, the one that is right in most of
 * those is offered as a second reading. Which of the two is worth more, worth.c says. */
#include "record/learned/candidates.h"

enum { DRAWS = 24, LINES = (NGI_WINDOW_MAX + 63) / 64, CONTENTS = 4, SOURCES = 6, SECOND_LEAST = 3 };
static const float likely = 0.95f, unlikely = 0.995f, loose = 0.2f;
static const float content_least[CONTENTS - 1] = {0.5f, 0.3f, 0.7f};

/* Words of a window. */
typedef struct lines {
    uint64_t word[LINES];
} lines;

typedef struct drawn {
    lines content[DRAWS], source[DRAWS];
    uint32_t first, last; /* words beyond these have no role for sure */
    uint32_t lines, state;
} drawn;

/* A number from 0 to below `most`; the same ones for every window. */
static float chance_below(drawn *d, float most)
{
    d->state ^= d->state << 13; /* xorshift */
    d->state ^= d->state >> 17;
    d->state ^= d->state << 5;
    return (float)(d->state >> 8) * 0x1p-24f * most;
}

static void draw_bounds(const ngi_link_scene *s, const ngi_chain *c, drawn *d)
{
    uint32_t anchor = s->anchor - s->begin;
    d->first = 0;
    d->last = c->count - 1;
    while (d->first < anchor && c->chance[d->first][NGI_ROLE_NONE] > unlikely)
        d->first++;
    while (d->last > anchor && c->chance[d->last][NGI_ROLE_NONE] > unlikely)
        d->last--;
}

/* One sequence, from its end to its beginning: a role by its chance with the one behind it. */
static void draw_one(const ngi_link_scene *s, const ngi_chain *c, drawn *d, int n)
{
    const ngi_token *t = s->reading->prose->tokens + s->begin;
    const float *chance = c->chance[d->last];
    float at = chance_below(d, chance[0] + chance[1] + chance[2] + chance[3]);
    int role = 0;
    while (role < NGI_ROLE_COUNT - 1 && at >= chance[role])
        at -= chance[role++];
    memset(&d->content[n], 0, sizeof d->content[n]);
    memset(&d->source[n], 0, sizeof d->source[n]);
    for (uint32_t k = d->last;; k--) {
        if ((t[k].shape & NGI_SHAPE_WORD) != 0) {
            d->content[n].word[k / 64] |= (uint64_t)(role == NGI_ROLE_CONTENT) << k % 64;
            d->source[n].word[k / 64] |= (uint64_t)(role == NGI_ROLE_SOURCE) << k % 64;
        }
        if (k == d->first)
            return;
        const float *pair = &c->pair[k][role];
        at = chance_below(d, pair[0] + pair[4] + pair[8] + pair[12]);
        role = at < pair[0]                       ? 0
               : at < pair[0] + pair[4]           ? 1
               : at < pair[0] + pair[4] + pair[8] ? 2
                                                  : 3;
    }
}

/* ---- agreement: a bit for each draw ---- */

static void put_words(const ngi_link_scene *s, ngi_stretch x, lines *out)
{
    for (uint32_t i = x.begin; i < x.end; i++)
        if (ngi_is_word_token(s->reading->prose, i))
            out->word[(i - s->begin) / 64] |= (uint64_t)1 << (i - s->begin) % 64;
}

static uint32_t content_agrees(const ngi_link_scene *s, const drawn *d, const ngi_candidate *c)
{
    lines own = {{0}};
    uint32_t bits = 0;
    for (uint32_t k = 0; k < c->pieces; k++)
        put_words(s, c->content[k], &own);
    for (uint32_t n = 0; n < DRAWS; n++) {
        int shared = 0, all = 0;
        for (uint32_t k = 0; k < d->lines; k++) {
            shared += __builtin_popcountll(own.word[k] & d->content[n].word[k]);
            all += __builtin_popcountll(own.word[k] | d->content[n].word[k]);
        }
        bits |= (uint32_t)(all > 0 && 2 * shared >= all) << n;
    }
    return bits;
}

static uint32_t source_agrees(const ngi_link_scene *s, const drawn *d, ngi_stretch source)
{
    lines own = {{0}};
    uint32_t bits = 0;
    put_words(s, source, &own);
    for (uint32_t n = 0; n < DRAWS; n++) {
        uint64_t shared = 0, any = 0;
        for (uint32_t k = 0; k < d->lines; k++) {
            shared |= own.word[k] & d->source[n].word[k];
            any |= own.word[k] | d->source[n].word[k];
        }
        bits |= (uint32_t)(shared != 0 || any == 0) << n;
    }
    return bits;
}

/* ---- other readings ---- */

static bool has_source(const ngi_candidate *c)
{
    return c->source.begin < c->source.end;
}

static bool source_is_free(const ngi_candidate *c)
{
    for (uint32_t k = 0; k < c->pieces; k++)
        if (c->content[k].begin < c->source.end && c->source.begin < c->content[k].end)
            return false;
    return !has_source(c) || c->cue.begin >= c->source.end || c->source.begin >= c->cue.end;
}

/* The words by their own chances: content above `least`. */
static void read_words(const ngi_link_scene *s, ngi_chain *c, float least, ngi_candidate *out)
{
    for (uint32_t k = 0; k < c->count; k++) {
        const float *p = c->chance[k];
        uint8_t other = p[NGI_ROLE_CUE] > p[NGI_ROLE_NONE] ? NGI_ROLE_CUE : NGI_ROLE_NONE;
        other = p[NGI_ROLE_SOURCE] > p[other] ? NGI_ROLE_SOURCE : other;
        c->best[k] = p[NGI_ROLE_CONTENT] > least ? NGI_ROLE_CONTENT : other;
    }
    ngi_candidate_read(s, c, out);
}

/* The source with words of a small chance, too. */
static void read_loose_source(const ngi_link_scene *s, ngi_chain *c, ngi_candidate *out)
{
    for (uint32_t k = 0; k < c->count; k++)
        c->best[k] = c->chance[k][NGI_ROLE_SOURCE] > loose && c->best[k] != NGI_ROLE_CONTENT
                         ? NGI_ROLE_SOURCE
                         : NGI_ROLE_NONE;
    ngi_candidate_read(s, c, out);
}

static void put_agreement(ngi_candidate *c, uint32_t content, uint32_t source)
{
    c->agree_content = (float)__builtin_popcount(content) / DRAWS;
    c->agree_source = (float)__builtin_popcount(source) / DRAWS;
    c->agree = (float)__builtin_popcount(content & source) / DRAWS;
}

/* The parts that readings are put together from, with the draws that each agrees with. */
typedef struct parts {
    ngi_candidate contents[CONTENTS], sources[SOURCES];
    uint32_t content[CONTENTS], source[SOURCES];
} parts;

static void find_parts(const ngi_link_scene *s, ngi_chain *c, const drawn *d,
                       const ngi_candidate *first, parts *p)
{
    *p = (parts){.contents = {*first}, .sources = {*first, *first}};
    read_loose_source(s, c, &p->sources[0]);
    p->sources[1].source = (ngi_stretch){0, 0};
    p->sources[1].source_mean = 0;
    for (int k = 0; k < CONTENTS - 1; k++) {
        read_words(s, c, content_least[k], &p->contents[k + 1]);
        p->sources[k + 2] = p->contents[k + 1];
    }
    p->sources[SOURCES - 1] = *first;
    for (int k = 0; k < CONTENTS; k++)
        p->content[k] = content_agrees(s, d, &p->contents[k]);
    for (int l = 0; l < SOURCES; l++)
        p->source[l] = source_agrees(s, d, p->sources[l].source);
}

/* Every content with every source: the first of those that agree with more than `least` of the
 * draws in `asked`, and most often. False: none does. */
static bool take_best(const parts *p, uint32_t asked, int least, ngi_candidate *out,
                      uint32_t *agreed)
{
    bool found = false;
    for (int k = 0; k < CONTENTS; k++)
        for (int l = 0; l < SOURCES; l++) {
            uint32_t both = p->content[k] & p->source[l];
            int count = __builtin_popcount(both & asked);
            if (count <= least || p->contents[k].words == 0)
                continue;
            ngi_candidate x = p->contents[k];
            x.source = p->sources[l].source;
            x.source_mean = p->sources[l].source_mean;
            if (!source_is_free(&x))
                continue;
            put_agreement(&x, p->content[k], p->source[l]);
            least = count;
            *out = x;
            *agreed = both;
            found = true;
        }
    return found;
}

bool ngi_candidate_settle(const ngi_link_scene *s, ngi_chain *c, ngi_candidate *out,
                          ngi_candidate *second)
{
    static const float sure = -0.05f; /* logarithm of the chance of the whole */
    drawn d = {.lines = (c->count + 63) / 64, .state = 0x9E3779B9u};
    out->agree = out->agree_content = out->agree_source = 1;
    if (c->log_best > sure)
        return false;
    draw_bounds(s, c, &d);
    for (int n = 0; n < DRAWS; n++)
        draw_one(s, c, &d, n);
    uint32_t content = content_agrees(s, &d, out), source = source_agrees(s, &d, out->source);
    uint32_t agreed = content & source;
    put_agreement(out, content, source);
    if (out->agree > likely)
        return false;
    parts p;
    find_parts(s, c, &d, out, &p);
    take_best(&p, UINT32_MAX, __builtin_popcount(agreed), out, &agreed);
    if (!take_best(&p, ~agreed, SECOND_LEAST - 1, second, &agreed))
        return false;
    second->second = true;
    return true;
}
