/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the blocks that could be the headlines of several stories: see split.c for what is
 * looked for and why.
 *
 * Candidates are grouped by the hash of their shape at three depths (their own, with one and
 * with two elements above), so that each page finds the depth at which its headlines are
 * alike. Each group is measured in one pass and scored; the weights were set by hand on
 * section pages of nine kinds of markup and on 921 article pages, of which 9 are not read
 * as one story. */
#include "stories/pages/heads.h"

#include "base/map.h"
#include "base/utf8.h"

enum {
    LEVELS = 3,
    PREFIX_WORDS = 45, /* prose before the first headline that counts */
    MAX_MEMBERS = 400,
    MIN_HEAD_WORDS = 4, /* of headlines on the average; fewer have names of sections */
    LONG_HEAD_WORDS = 5,
    PLAIN_HEAD_WORDS = 7,
};

/* ---- groups ---- */

/* The element beside the one that holds `other`, of its shape, that holds `node`; else 0. */
static uint32_t like_element(const ngi_tree *tree, uint32_t node, uint32_t other)
{
    while (node != 0 && tree->nodes[tree->nodes[node].parent].end <= other)
        node = tree->nodes[node].parent;
    uint32_t shared = tree->nodes[node].parent, up = other;
    while (up != 0 && tree->nodes[up].parent != shared)
        up = tree->nodes[up].parent;
    return node != 0 && up != 0 && tree->nodes[node].tag != NGI_TAG_P &&
                   ngi_shape(tree, node) == ngi_shape(tree, up)
               ? node
               : 0;
}

/* The heading that heads the prose before the first member: the last heading of the highest
 * rank before its first prose block. */
static void measure_prefix(const ngi_splitter *s, ngi_heads *g)
{
    const ngi_block *blocks = s->scene->blocks.items;
    uint32_t first = g->items[0].block, prose = UINT32_MAX, from = 0;
    g->prefix = ngi_heads_prose(s, 0, first);
    g->prefix_head = UINT32_MAX;
    g->sibling = 0;
    for (uint32_t b = 0; b < first && prose == UINT32_MAX; b++)
        if (s->layout->prose[b] >= 20 && !s->layout->listed[b])
            prose = b;
    if (prose == UINT32_MAX)
        return;
    g->sibling = like_element(s->scene->tree, blocks[prose].node, blocks[first].node);
    if (g->sibling != 0)
        from = ngi_block_at(&s->scene->blocks, g->sibling);
    for (uint32_t b = from; b < prose; b++)
        if (s->layout->rank[b] != 0 && s->layout->rank[b] <= 2 && !s->layout->listed[b] &&
            (g->prefix_head == UINT32_MAX || s->layout->rank[b] <= s->layout->rank[g->prefix_head]))
            g->prefix_head = b;
}

/* Keeps the members that head prose. */
static void drop_empty(ngi_heads *g)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < g->count; i++)
        if (g->items[i].whole)
            g->items[kept++] = g->items[i];
    g->count = kept;
}

/* A section line counts where another member has one of the same shape. */
static void match_kickers(ngi_heads *g)
{
    for (uint32_t i = 0; i < g->count; i++) {
        uint64_t shape = g->items[i].kicker_shape;
        g->items[i].kicker =
            shape != 0 && ((i != 0 && g->items[i - 1].kicker_shape == shape) ||
                           (i + 1 < g->count && g->items[i + 1].kicker_shape == shape));
    }
}

static float share(const ngi_heads *g, size_t offset)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < g->count; i++)
        n += *(const bool *)((const char *)&g->items[i] + offset);
    return (float)n / (float)g->count;
}
#define SHARE(g, field) share((g), offsetof(ngi_head, field))

/* Groups share their blocks: the key of a text is made once. */
static uint64_t text_key(const ngi_splitter *s, uint32_t block)
{
    if (s->keys[block] == 0)
        s->keys[block] = ngi_text_key(s->scene->blocks.items[block].text);
    return s->keys[block];
}

/* Captions and author notes repeat their words; headlines do so only above the same text. */
static float distinct(ngi_splitter *s, const ngi_heads *g)
{
    ngi_map seen;
    uint32_t repeated = 0;
    ngi_map_init(&seen, s->scene->arena);
    for (uint32_t i = 0; i < g->count; i++) {
        uint64_t key = text_key(s, g->items[i].block);
        char *copy = ngi_arena_chars(s->scene->arena, sizeof key);
        bool is_new = false;
        if (copy == NULL)
            return 0;
        memcpy(copy, &key, sizeof key);
        uint32_t *first = ngi_map_put(&seen, ngi_slice(copy, sizeof key), &is_new);
        if (first == NULL)
            return 0;
        if (is_new)
            *first = g->items[i].first;
        else
            repeated += text_key(s, *first) != text_key(s, g->items[i].first);
    }
    return 1 - (float)repeated / (float)g->count;
}

/* Which member the page's title names: its index; -1 none; 1 where it names another heading,
 * so that the group is what frames the page's own story. */
static int titled_member(const ngi_splitter *s, const ngi_heads *g)
{
    if (s->titled == UINT32_MAX)
        return -1;
    uint64_t key = text_key(s, s->titled);
    for (uint32_t i = 0; i < g->count; i++)
        if (text_key(s, g->items[i].block) == key)
            return (int)i;
    return g->prefix_head != UINT32_MAX && text_key(s, g->prefix_head) == key ? -1 : 1;
}

/* Whether each has an author and a moment of its own, and no link to it. */
static bool all_signed(const ngi_splitter *s, const ngi_heads *g)
{
    const ngi_block *blocks = s->scene->blocks.items;
    for (uint32_t i = 0; i < g->count; i++) {
        const ngi_head *m = &g->items[i];
        bool author = false, time = false;
        for (uint32_t b = m->block + 1; b < m->first; b++) {
            bool both = ngi_heads_signed(s, b);
            author = author || both || ngi_heads_author(s, b);
            time = time || both ||
                   (blocks[b].words <= 8 && ngi_tells_time(s->scene, &blocks[b]));
        }
        if (!author || !time || m->linked)
            return false;
    }
    return true;
}

/* Whether the prose before the first member is the page's own story, with stories behind it
 * that were loaded later: all of them are long, and either they are set as it is, or the title
 * names it and each of them has a date or an author of its own. */
static bool follows_own(const ngi_splitter *s, const ngi_heads *g, uint32_t shortest, float words)
{
    uint32_t first = g->items[0].block;
    if (g->prefix_head == UINT32_MAX || words < 4.5f || s->layout->rank[first] == 0 ||
        SHARE(g, boxed) < 0.99f)
        return false;
    bool all = SHARE(g, dated) > 0.99f,
         same = s->layout->rank[g->prefix_head] == s->layout->rank[first],
         named = s->titled != UINT32_MAX &&
                 text_key(s, g->prefix_head) == text_key(s, s->titled);
    if (named && all && shortest >= 35 &&
        ((g->count > 1 && SHARE(g, gap) > 0.99f) || all_signed(s, g)))
        return true;
    if (g->prefix < 80 || shortest < 60)
        return false;
    if (g->sibling != 0 && (g->count > 1 || (all && same && shortest >= 100)))
        return all || s->layout->rank[first] == 1;
    return named && g->count > 1 && same && s->layout->rank[first] == 1;
}

/* Sums over a group. Shares are of its members. */
typedef struct tally {
    float words, headings, styled, first_rank, times;
    float sentences; /* neither set apart nor without a full stop */
    float dated, linked, boxed, article, gap, ruled, kicker, flat;
    float coverage; /* of the page's prose */
    uint32_t shortest, longest, total;
    uint32_t fewest; /* words of a headline */
    bool own;        /* the page's own story stands before the first */
    int titled;      /* see titled_member() */
} tally;

static tally count_up(ngi_splitter *s, const ngi_heads *g)
{
    tally t = {.shortest = UINT32_MAX,
               .fewest = UINT32_MAX,
               .total = s->cumulated[s->scene->blocks.count]};
    uint32_t covered = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        const ngi_head *m = &g->items[i];
        const ngi_block *b = &s->scene->blocks.items[m->block];
        uint8_t rank = s->layout->rank[m->block];
        t.words += (float)b->words / (float)g->count;
        t.fewest = b->words < t.fewest ? b->words : t.fewest;
        t.headings += (float)(rank != 0) / (float)g->count;
        t.styled += (float)(rank == 0 && ngi_heads_styled(s, m->block)) / (float)g->count;
        t.first_rank += (float)(rank == 1) / (float)g->count;
        t.sentences += (float)(rank == 0 && !ngi_heads_styled(s, m->block) &&
                               ngi_ends(b->text, NGI_LIT("."))) /
                       (float)g->count;
        t.times += (float)(b->words <= 6 && ngi_heads_time(s, m->block)) / (float)g->count;
        covered += m->words;
        t.longest = m->words > t.longest ? m->words : t.longest;
        t.shortest = m->words < t.shortest ? m->words : t.shortest;
    }
    t.dated = SHARE(g, dated), t.linked = SHARE(g, linked), t.boxed = SHARE(g, boxed);
    t.article = SHARE(g, article), t.gap = SHARE(g, gap), t.ruled = SHARE(g, ruled);
    if (t.article * (float)g->count < 1.5f)
        t.article = 0; /* the page's own story, and something beside it */
    t.kicker = SHARE(g, kicker), t.flat = SHARE(g, flat);
    t.titled = titled_member(s, g);
    t.own = g->prefix >= PREFIX_WORDS && follows_own(s, g, t.shortest, t.words);
    covered += t.own ? g->prefix : 0;
    t.coverage = t.total == 0 ? 0 : (float)covered / (float)t.total;
    return t;
}

/* Each links to a page of its own, stands apart, and has a date or a section line. */
static bool own_pages(const tally *t)
{
    return t->linked > 0.99f && t->gap > 0.99f && t->fewest >= 3 /* no name of an author */ &&
           (t->dated > 0.99f || (t->boxed > 0.99f && t->kicker > 0.99f));
}

/* Whether anything but their shape says that the members are headlines of stories. */
static bool is_strong(const tally *t, const ngi_heads *g)
{
    bool long_heads = t->words > 4.5f && (t->headings > 0.99f || own_pages(t));
    bool apart = t->gap > 0.9f && long_heads;
    bool first = g->prefix < PREFIX_WORDS;
    bool boxed = t->boxed > 0.99f && t->shortest >= 50;
    return (g->count > 2 ? t->dated >= 0.5f : t->dated > 0.99f) ||
           (t->first_rank >= 0.8f && t->boxed > 0.99f && t->titled == 0 && t->words > 4) ||
           (t->first_rank > 0.99f && boxed && long_heads && (apart || first)) ||
           (t->article >= 0.8f && t->linked >= 0.5f) ||
           (t->article > 0.99f && boxed && apart && first) ||
           (apart && first && t->kicker >= 0.6f && (t->boxed > 0.99f || t->linked > 0.9f)) ||
           (apart && first && t->linked > 0.9f && t->shortest >= 60 && g->prefix < 20) ||
           (boxed && g->count > 2 && t->headings + t->styled > 0.99f && t->words > 5 &&
            g->prefix < 20);
}

/* What speaks for the group, before what speaks against it. */
static float signs(const tally *t)
{
    return 1.1f * t->dated + 0.4f * t->linked + 0.5f * t->boxed + 0.5f * t->article +
           0.4f * t->gap + 0.4f * t->ruled + 0.3f * t->kicker + 0.9f * t->first_rank + t->headings +
           0.6f * t->styled + t->coverage;
}

static void score(ngi_splitter *s, ngi_heads *g)
{
    tally t = count_up(s, g);
    g->score = -9;
    if (g->count == 0 || (g->count == 1 && !t.own))
        return;
    float x = signs(&t);
    x -= 1.2f * t.flat * (1 - 0.5f * t.dated);
    x -= 2.0f * t.times + 0.6f * t.sentences;
    if (t.words < 3.5f)
        x -= 0.8f;
    if (distinct(s, g) < 0.7f)
        x -= 2.0f;
    if (t.titled > 0 && !t.own)
        x -= 1.5f; /* the page's own story is not its first: the others are what frames it */
    if (t.titled == 0 && g->count == 2 && (t.dated < 0.99f || t.boxed < 0.99f))
        x -= 1.2f; /* the page's own story, and a heading beside it */
    if (g->prefix >= PREFIX_WORDS)
        x -= t.own ? 0.3f : 1.6f;
    if (t.longest < 40)
        x -= 0.8f;
    if (!is_strong(&t, g) || t.coverage < 0.6f)
        x -= 2.0f;
    if (t.headings + t.styled < 0.5f && (t.dated < 0.9f || t.boxed < 0.9f || t.words < 4.5f))
        x -= 1.5f;
    if (t.headings < 0.5f && g->count == 2 && !own_pages(&t) &&
        (t.shortest < 60 || t.dated < 0.99f))
        x -= 1.0f;
    if (t.shortest < 60 && (float)t.longest > 0.88f * (float)t.total && !own_pages(&t) &&
        (t.dated < 0.99f || g->count == 2))
        x -= 1.0f;
    g->score = x;
}

typedef struct keyed {
    uint64_t key;
    uint32_t block;
} keyed;

static void sort_keyed(keyed *items, keyed *spare, uint32_t count)
{
    /* Radix sort by the key's low 32 bits, stable, so that blocks stay in page order. */
    for (unsigned shift = 0; shift < 32; shift += 8) {
        uint32_t at[257] = {0};
        for (uint32_t i = 0; i < count; i++)
            at[(items[i].key >> shift & 255) + 1]++;
        for (unsigned v = 0; v < 256; v++)
            at[v + 1] += at[v];
        for (uint32_t i = 0; i < count; i++)
            spare[at[items[i].key >> shift & 255]++] = items[i];
        memcpy(items, spare, count * sizeof *items);
    }
}

/* The groups that were measured, by their blocks: many are the same at several depths of shape. */
typedef struct measured {
    ngi_splitter *splitter;
    ngi_map numbers; /* of groups */
    ngi_heads *groups;
    size_t count, capacity;
} measured;

/* Measures the members against each other, drops those without prose, and measures again. */
static void measure_group(ngi_splitter *s, ngi_heads *g)
{
    for (uint32_t i = 0; i < g->count; i++) {
        g->items[i] = (ngi_head){.block = g->items[i].block};
        ngi_heads_measure_prose(s, g, i);
    }
    drop_empty(g);
    g->score = -9;
    if (g->count == 0 || (g->count == 1 && s->layout->rank[g->items[0].block] == 0))
        return;
    for (uint32_t i = 0; i < g->count; i++) {
        g->items[i] = (ngi_head){.block = g->items[i].block};
        ngi_heads_measure(s, g, i);
    }
    drop_empty(g);
    if (g->count == 0)
        return;
    match_kickers(g);
    measure_prefix(s, g);
    score(s, g);
}

static void take_better(const ngi_heads *g, ngi_heads *best)
{
    if (g->count != 0 && (g->score > best->score + 1e-4f ||
                          (g->score > best->score - 0.05f && g->count > best->count)))
        *best = *g;
}

/* The group of these blocks, measured. False when memory is out. */
static bool measure(measured *m, const uint32_t *blocks, uint32_t count, ngi_heads *out)
{
    ngi_arena *arena = m->splitter->scene->arena;
    bool is_new;
    uint32_t *number =
        ngi_map_put(&m->numbers, ngi_slice((const char *)blocks, count * sizeof *blocks), &is_new);
    if (number == NULL ||
        !ngi_arena_grow(arena, &m->groups, &m->capacity, m->count + 1, sizeof *m->groups))
        return false;
    if (!is_new) {
        *out = m->groups[*number];
        return true;
    }
    *out = (ngi_heads){.items = NGI_NEW_ARRAY(arena, ngi_head, count), .count = count};
    if (out->items == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++)
        out->items[i].block = blocks[i];
    measure_group(m->splitter, out);
    *number = (uint32_t)m->count;
    m->groups[m->count++] = *out;
    return true;
}

/* Subheads may be set like the headlines: then the members that carry a date or a byline (or
 * link to a page of their own) are tried alone, where the first does, and those that do not
 * stand in the flow of paragraphs. */
static bool try_marked(measured *m, const ngi_heads *g, bool by_link, ngi_heads *best)
{
    uint32_t *blocks = ngi_arena_alloc(m->splitter->scene->arena, g->count, sizeof *blocks);
    uint32_t flat = 0, count = 0;
    ngi_heads part;
    if (blocks == NULL)
        return false;
    for (uint32_t i = 0; i < g->count; i++) {
        const ngi_head *head = &g->items[i];
        if (by_link ? head->linked : head->dated)
            blocks[count++] = head->block;
        else if (head->boxed || head->article)
            return true;
        else
            flat += head->flat;
    }
    if (count < 2 || blocks[0] != g->items[0].block || flat * 2 < g->count - count ||
        count == g->count)
        return true;
    if (!measure(m, blocks, count, &part))
        return false;
    take_better(&part, best);
    return true;
}

static bool try_group(measured *m, const keyed *keys, uint32_t count, ngi_heads *best)
{
    uint32_t *blocks = ngi_arena_alloc(m->splitter->scene->arena, count, sizeof *blocks);
    ngi_heads g;
    if (blocks == NULL || count > MAX_MEMBERS)
        return blocks != NULL;
    for (uint32_t i = 0; i < count; i++)
        blocks[i] = keys[i].block;
    if (!measure(m, blocks, count, &g))
        return false;
    take_better(&g, best);
    return g.count < 3 || (try_marked(m, &g, false, best) && try_marked(m, &g, true, best));
}

/* Whether prose follows within reach: without it a block heads nothing. */
static bool before_prose(const ngi_splitter *s, uint32_t b)
{
    uint32_t count = s->scene->blocks.count,
             to = b + 1 + NGI_HEADS_REACH < count ? b + 1 + NGI_HEADS_REACH : count;
    return ngi_heads_prose(s, b + 1, to) != 0;
}

/* The best group of headlines at any depth of shape. */
bool ngi_heads_best(ngi_splitter *s, ngi_heads *best)
{
    uint32_t count = s->scene->blocks.count, used = 0;
    keyed *keys = NGI_NEW_ARRAY(s->scene->arena, keyed, count + 1);
    keyed *spare = NGI_NEW_ARRAY(s->scene->arena, keyed, count + 1);
    bool *heads = NGI_NEW_ARRAY(s->scene->arena, bool, count + 1);
    measured m = {.splitter = s};
    ngi_map_init(&m.numbers, s->scene->arena);
    *best = (ngi_heads){.score = -9};
    if (keys == NULL || spare == NULL || heads == NULL)
        return false;
    for (uint32_t b = 0; b < count; b++)
        heads[b] = before_prose(s, b) && ngi_heads_candidate(s, b);
    for (unsigned level = 0; level < LEVELS; level++) {
        used = 0;
        for (uint32_t b = 0; b < count; b++)
            if (heads[b]) {
                uint64_t key = ngi_block_shape(s->scene->tree, &s->scene->blocks.items[b], level);
                key = (key ^ s->layout->rank[b]) * 1099511628211u;
                keys[used++] = (keyed){key >> 32, b};
            }
        sort_keyed(keys, spare, used);
        for (uint32_t i = 0, j; i < used; i = j) {
            for (j = i + 1; j < used && keys[j].key == keys[i].key; j++)
                ;
            if (j - i >= 1 && !try_group(&m, keys + i, j - i, best))
                return false;
        }
    }
    return true;
}

/* ---- headlines above large standfirsts ---- */

/* The block up to three above `b` that could be a headline, with nothing but dates, bylines and
 * the like between; UINT32_MAX: none. */
static uint32_t line_above(ngi_splitter *s, uint32_t b, uint32_t floor)
{
    for (uint32_t back = 1; back <= 3 && b >= floor + back; back++) {
        uint32_t up = b - back;
        if (s->layout->listed[up])
            break;
        if (ngi_heads_candidate(s, up) && !ngi_heads_time(s, up))
            return up;
        if (s->layout->prose[up] != 0)
            break;
    }
    return UINT32_MAX;
}

/* The nearest of the three blocks above `b` that has this shape; UINT32_MAX: none. */
static uint32_t shape_above(const ngi_splitter *s, uint32_t b, uint32_t floor, uint64_t shape)
{
    for (uint32_t back = 1; back <= 3 && b >= floor + back; back++)
        if (!s->layout->listed[b - back] &&
            ngi_block_shape(s->scene->tree, &s->scene->blocks.items[b - back], 1) == shape)
            return b - back;
    return UINT32_MAX;
}

void ngi_heads_raise(ngi_splitter *s, ngi_heads *g)
{
    const ngi_block *blocks = s->scene->blocks.items;
    uint32_t above[MAX_MEMBERS], words = 0, below = 0, plain = 0, kicked = 0;
    uint64_t shape = 0;
    if (g->count < 2 || g->count > MAX_MEMBERS)
        return;
    for (uint32_t i = 0; i < g->count; i++) {
        uint32_t floor = i == 0 ? 0 : g->items[i - 1].first + 1;
        above[i] = i == 0 ? line_above(s, g->items[i].block, floor)
                          : shape_above(s, g->items[i].block, floor, shape);
        if (above[i] == UINT32_MAX || g->items[i].first > above[i] + NGI_HEADS_REACH)
            return; /* none, or it would head its text no more */
        shape = ngi_block_shape(s->scene->tree, &blocks[above[i]], 1);
        words += blocks[above[i]].words;
        plain += s->layout->rank[above[i]] == 0 && !ngi_heads_styled(s, above[i]);
        kicked += above[i] != 0 && blocks[above[i] - 1].words <= 3 &&
                  s->layout->prose[above[i] - 1] == 0 && !s->layout->listed[above[i] - 1];
        below += blocks[g->items[i].block].words;
    }
    /* Section lines, or topics above the headlines, are few words, in plain type mostly. */
    bool longer = below * 10 >= words * 11;
    if (words < MIN_HEAD_WORDS * g->count ||
        (plain != 0 && kicked != g->count ? words < PLAIN_HEAD_WORDS * g->count || !longer
                                          : !longer && words < LONG_HEAD_WORDS * g->count) ||
        below * 4 < words * 3)
        return;
    for (uint32_t i = 0; i < g->count; i++)
        g->items[i].block = above[i];
    for (uint32_t i = 0; i < g->count; i++)
        ngi_heads_measure(s, g, i);
}

uint32_t ngi_heads_raised(ngi_splitter *s, uint32_t headline)
{
    const ngi_block *blocks = s->scene->blocks.items;
    if (s->layout->rank[headline] < 2 || s->titled != UINT32_MAX)
        return headline;
    uint32_t up = line_above(s, headline, 0);
    bool head = up != UINT32_MAX && s->layout->rank[up] != 0 && blocks[up].words >= 3 &&
                blocks[headline].words * 10 >= blocks[up].words * 11;
    return head ? up : headline;
}

/* ---- the page ---- */

static void find_titled(ngi_splitter *s)
{
    s->titled = UINT32_MAX;
    for (uint32_t b = 0; b < s->scene->blocks.count && s->titled == UINT32_MAX; b++)
        if (s->layout->rank[b] != 0 && s->layout->rank[b] <= 3 && !s->layout->listed[b] &&
            ngi_heads_titled(s, s->scene->blocks.items[b].text))
            s->titled = b;
}

bool ngi_heads_prepare(ngi_splitter *s)
{
    uint32_t count = s->scene->blocks.count;
    s->cumulated = NGI_NEW_ARRAY(s->scene->arena, uint32_t, count + 1);
    s->time = NGI_NEW_ARRAY(s->scene->arena, uint8_t, count + 1);
    s->keys = NGI_NEW_ARRAY(s->scene->arena, uint64_t, count + 1);
    s->author = NGI_NEW_ARRAY(s->scene->arena, uint8_t, count + 1);
    s->titles[0] = ngi_plain(s->scene->arena, s->scene->meta.og_title);
    s->titles[1] = ngi_plain(s->scene->arena, s->scene->meta.title);
    s->titles[2] = ngi_plain(s->scene->arena, s->scene->meta.twitter_title);
    if (s->scene->arena->failed)
        return false;
    for (uint32_t b = 0; b < count; b++)
        s->cumulated[b + 1] = s->cumulated[b] + (s->layout->listed[b] ? 0 : s->layout->prose[b]);
    find_titled(s);
    return true;
}
