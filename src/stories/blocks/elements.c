/* SPDX-License-Identifier: Apache-2.0 */
/* What elements hand down to the blocks in them, sums over the blocks of an element, and the
 * main container: see features.h.
 *
 * Blocks stand in document order, so the blocks below an element are a stretch of them, and
 * every sum over an element is a difference of two prefix sums. What ancestors hand down
 * (tags, class words) is one pass forth over the nodes. Pages say the same few classes over
 * and over: their odds are kept by the attributes' bytes. The main container is chosen by
 * Readability's sum of paragraph points (a child's in full, a grandchild's half). */
#include "stories/blocks/features_work.h"

#include "base/map.h"
#include "stories/blocks/lexicon.h"

static const float LEAST_SWALLOWED = 40; /* words */

static const uint8_t ancestor_bit[NGI_TAG_COUNT] = {
    [NGI_TAG_ARTICLE] = 1 + NGI_A_ARTICLE,   [NGI_TAG_MAIN] = 1 + NGI_A_MAIN,
    [NGI_TAG_HEADER] = 1 + NGI_A_HEADER,     [NGI_TAG_FOOTER] = 1 + NGI_A_FOOTER,
    [NGI_TAG_NAV] = 1 + NGI_A_NAV,           [NGI_TAG_ASIDE] = 1 + NGI_A_ASIDE,
    [NGI_TAG_FORM] = 1 + NGI_A_FORM,         [NGI_TAG_FIGURE] = 1 + NGI_A_FIGURE,
    [NGI_TAG_TABLE] = 1 + NGI_A_TABLE,       [NGI_TAG_UL] = 1 + NGI_A_LIST,
    [NGI_TAG_OL] = 1 + NGI_A_LIST,           [NGI_TAG_LI] = 1 + NGI_A_LI,
    [NGI_TAG_BLOCKQUOTE] = 1 + NGI_A_QUOTE,  [NGI_TAG_SECTION] = 1 + NGI_A_SECTION,
    [NGI_TAG_DETAILS] = 1 + NGI_A_DETAILS,   [NGI_TAG_BUTTON] = 1 + NGI_A_BUTTON,
    [NGI_TAG_DIALOG] = 1 + NGI_A_DIALOG,     [NGI_TAG_DL] = 1 + NGI_A_DL,
    [NGI_TAG_NOSCRIPT] = 1 + NGI_A_NOSCRIPT, [NGI_TAG_A] = 1 + NGI_A_A,
    [NGI_TAG_ADDRESS] = 1 + NGI_A_ADDRESS,
};

static const struct {
    const char *role;
    uint8_t bit;
} roles[] = {
    {"navigation", NGI_A_NAV},     {"complementary", NGI_A_ASIDE}, {"banner", NGI_A_HEADER},
    {"contentinfo", NGI_A_FOOTER}, {"main", NGI_A_MAIN},           {"article", NGI_A_ARTICLE},
    {"dialog", NGI_A_DIALOG},      {"search", NGI_A_FORM},
};

/* The bit of an element's tag or role; *state is set by its attributes. */
static uint32_t bits_of(const ngi_tree *tree, uint32_t i, uint8_t *state)
{
    const ngi_node *n = &tree->nodes[i];
    uint32_t bits = ancestor_bit[n->tag] != 0 ? 1u << (ancestor_bit[n->tag] - 1) : 0;
    for (uint32_t k = 0; k < n->attr_count; k++) {
        const ngi_attr *a = &tree->attrs[n->attr + k];
        if (a->name == NGI_ATTR_ROLE)
            for (size_t r = 0; r < NGI_COUNT(roles); r++)
                if (ngi_equal_to_nocase(a->value, roles[r].role))
                    bits |= 1u << roles[r].bit;
        if (a->name == NGI_ATTR_ITEMPROP &&
            ngi_find_nocase(ngi_slice_sub(a->value, 0, 100), NGI_LIT("articlebody")) != NGI_NONE)
            *state |= 2;
    }
    return bits;
}

/* Takes the odds of one hashed word in. */
static void add_odds(ngi_odds *o, int8_t entry)
{
    if (entry == NGI_LEXICON_NONE)
        return;
    float v = entry / 16.0f;
    if (o->count == 0 || v < o->min)
        o->min = v;
    if (o->count == 0 || v > o->max)
        o->max = v;
    o->sum += v;
    o->count++;
}

ngi_odds ngi_odds_of(const uint32_t *hashes, uint32_t count, int level)
{
    ngi_odds o = {0};
    for (uint32_t i = 0; i < count; i++) /* it is larger than the fastest caches */
        __builtin_prefetch(&ngi_lexicon[hashes[i] & (ngi_lexicon_size - 1)]);
    for (uint32_t i = 0; i < count; i++) {
        const int8_t *entry = ngi_lexicon_get(hashes[i]);
        if (entry != NULL)
            add_odds(&o, entry[level]);
    }
    return o;
}

static ngi_odds odds_join(ngi_odds a, ngi_odds b)
{
    if (a.count == 0 || b.count == 0)
        return a.count == 0 ? b : a;
    return (ngi_odds){ngi_least(a.min, b.min), a.max > b.max ? a.max : b.max, a.sum + b.sum,
                      a.count + b.count};
}

/* The odds of elements by their attributes: a place for each of the page's commonest sets. */
enum { CACHE_PLACES = 256 };
typedef struct named_odds {
    uint64_t key; /* 0: free */
    ngi_odds levels[3];
} named_odds;

/* The hash of all that ngi_tokens_of() would read, or 0 where there is nothing to read. */
static uint64_t key_of_names(const ngi_tree *tree, const ngi_node *n)
{
    uint64_t key = 0;
    if (n->tag == NGI_TAG_OTHER)
        key = ngi_shape_hash(n->text, n->tag) | 1;
    for (uint32_t i = 0; i < n->attr_count; i++) {
        const ngi_attr *a = &tree->attrs[n->attr + i];
        if (ngi_names_element(a->name, n->tag))
            key = (key * 0x9E3779B97F4A7C15u ^ ngi_shape_hash(a->value, a->name)) | 1;
    }
    return key;
}

static void hand_down_odds(ngi_work *w, uint32_t i, named_odds *cache)
{
    const ngi_node *n = &w->tree->nodes[i];
    uint64_t key = key_of_names(w->tree, n);
    named_odds *known = &cache[(key >> 32) % CACHE_PLACES];
    if (key != known->key) {
        uint32_t hashes[NGI_TOKENS_MAX], count = ngi_tokens_of(w->tree, i, hashes);
        *known = (named_odds){.key = key};
        for (uint32_t k = 0; k < count; k++) {
            const int8_t *entry = ngi_lexicon_get(hashes[k]);
            for (int level = 0; entry != NULL && level < 3; level++)
                add_odds(&known->levels[level], entry[level]);
        }
    }
    for (int level = 0; level < 3; level++)
        w->odds[level][i] = key == 0 ? (ngi_odds){0} : known->levels[level];
    if (i != 0)
        w->odds[2][i] = odds_join(w->odds[2][n->parent], w->odds[2][i]);
}

bool ngi_look_at_elements(ngi_work *w)
{
    const ngi_tree *t = w->tree;
    uint32_t block = 0;
    w->before = NGI_NEW_ARRAY(w->arena, uint32_t, t->count + 1);
    w->ancestors = ngi_arena_alloc(w->arena, t->count, sizeof *w->ancestors);
    w->state = ngi_arena_alloc(w->arena, t->count, sizeof *w->state);
    w->kids = NGI_NEW_ARRAY(w->arena, uint16_t, t->count);
    w->score = NGI_NEW_ARRAY(w->arena, float, t->count);
    if (w->arena->failed)
        return false;
    for (uint32_t i = 0; i < t->count; i++) {
        w->before[i] = block;
        while (block < w->n && w->blocks[block].first <= i)
            block++;
    }
    w->before[t->count] = w->n;
    for (uint32_t i = 0; i < t->count; i++) {
        const ngi_node *n = &t->nodes[i];
        if (n->tag == NGI_TAG_TEXT)
            continue;
        if (i != 0 && w->kids[n->parent] < 65535)
            w->kids[n->parent]++;
        if (w->before[n->end] == w->before[i])
            continue; /* no text begins below it */
        w->state[i] = i == 0 ? 0 : w->state[n->parent];
        w->ancestors[i] = (i == 0 ? 0 : w->ancestors[n->parent]) | bits_of(t, i, &w->state[i]);
    }
    return true;
}

bool ngi_weigh_names(ngi_work *w, const uint32_t *blocks, uint32_t count)
{
    const ngi_tree *t = w->tree;
    named_odds *cache = NGI_NEW_ARRAY(w->arena, named_odds, CACHE_PLACES);
    bool *wanted = NGI_NEW_ARRAY(w->arena, bool, t->count);
    for (int level = 0; level < 3; level++)
        w->odds[level] = ngi_arena_alloc(w->arena, t->count, sizeof(ngi_odds));
    if (w->arena->failed)
        return false;
    wanted[0] = true;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t e = w->blocks[blocks[i]].node; !wanted[e]; e = t->nodes[e].parent)
            wanted[e] = true;
    for (uint32_t i = 0; i < t->count; i++)
        if (wanted[i])
            hand_down_odds(w, i, cache);
    return true;
}

/* ---- sums ---- */

/* A menu or footer that holds nearly all of the page was never closed, or is used for something
 * else: its content is not furniture for that. Not in training, whose pages
 * are to teach what such elements mean. */
static void forgive_frames(ngi_work *w)
{
    static const uint8_t frames[] = {NGI_A_NAV, NGI_A_FOOTER};
    float text[NGI_COUNT(frames)] = {0}, all[NGI_COUNT(frames)] = {0};
    uint32_t forgiven = 0;
    for (uint32_t i = 0; i < w->n; i++)
        for (size_t k = 0; k < NGI_COUNT(frames); k++)
            if (w->ancestors[w->blocks[i].node] >> frames[k] & 1) {
                all[k] += (float)w->blocks[i].words;
                text[k] += w->is_long[i] ? (float)w->blocks[i].words : 0;
            }
    for (size_t k = 0; k < NGI_COUNT(frames); k++)
        if (w->long_total >= LEAST_SWALLOWED && text[k] > 0.8f * w->long_total &&
            all[k] > 0.8f * w->total)
            forgiven |= 1u << frames[k];
    for (uint32_t i = 0; forgiven != 0 && i < w->tree->count; i++)
        w->ancestors[i] &= ~forgiven;
}

bool ngi_sum_up(ngi_work *w)
{
    float **sums[] = {&w->mass,       &w->link_mass, &w->long_mass, &w->long_count,
                      &w->date_count, &w->log_words, &w->link_share};
    for (size_t k = 0; k < NGI_COUNT(sums); k++)
        if ((*sums[k] = NGI_NEW_ARRAY(w->arena, float, w->n + 1)) == NULL)
            return false;
    w->is_long = NGI_NEW_ARRAY(w->arena, bool, w->n + 1);
    if (w->is_long == NULL)
        return false;
    for (uint32_t i = 0; i < w->n; i++) {
        const ngi_block *b = &w->blocks[i];
        float s = (float)b->words, l = ngi_share_of((float)b->link_chars, (float)b->text.len);
        w->log_words[i] = ngi_log1(s);
        w->link_share[i] = l;
        w->is_long[i] = s >= 12 && l < 0.4f;
        w->mass[i + 1] = w->mass[i] + s;
        w->link_mass[i + 1] = w->link_mass[i] + s * l;
        w->long_mass[i + 1] = w->long_mass[i] + (w->is_long[i] ? s : 0);
        w->long_count[i + 1] = w->long_count[i] + w->is_long[i];
        w->date_count[i + 1] = w->date_count[i] + ((b->in_time || w->looks[i].date) && s < 25);
    }
    w->total = w->mass[w->n] < 1 ? 1 : w->mass[w->n];
    w->long_total = w->long_mass[w->n] < 1 ? 1 : w->long_mass[w->n];
    if (!w->all)
        forgive_frames(w);
    return true;
}

static bool is_leaf_tag(uint8_t tag)
{
    return tag == NGI_TAG_P || tag == NGI_TAG_LI || tag == NGI_TAG_H2 || tag == NGI_TAG_H3 ||
           tag == NGI_TAG_BLOCKQUOTE;
}

void ngi_find_container(ngi_work *w)
{
    const ngi_tree *t = w->tree;
    for (uint32_t i = 0; i < w->n; i++) {
        if (!w->is_long[i])
            continue;
        float v = 1 + ngi_least((float)w->blocks[i].words, 100) / 10;
        uint32_t e = w->blocks[i].node;
        if (is_leaf_tag(t->nodes[e].tag))
            e = t->nodes[e].parent;
        for (int k = 0; k < 3; k++, e = t->nodes[e].parent) {
            w->score[e] += v / (float)(1 << k);
            if (e == 0)
                break;
        }
    }
    float best = 0;
    for (uint32_t e = 0; e < t->count; e++) {
        if (w->score[e] == 0)
            continue;
        w->score[e] *=
            1 - ngi_share_of(ngi_sum_below(w, w->link_mass, e), ngi_sum_below(w, w->mass, e));
        if (w->score[e] > best) {
            best = w->score[e];
            w->container = e;
        }
    }
    w->c0 = w->c1 = -1;
    if (best == 0)
        return;
    for (uint32_t i = w->before[w->container]; i < w->before[t->nodes[w->container].end]; i++)
        if (w->is_long[i]) {
            w->c0 = w->c0 < 0 ? i : w->c0;
            w->c1 = i;
        }
}
