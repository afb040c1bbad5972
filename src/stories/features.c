/* SPDX-License-Identifier: Apache-2.0 */
/* Computes the numbers that the block model looks at: see features.h and docs/blocks.md.
 *
 * Blocks stand in document order, so the blocks below an element are a stretch of them, and
 * every sum over an element is a difference of two prefix sums. What ancestors hand down
 * (tags, hiddenness, class words) is one pass forth over the nodes. The main container is
 * chosen by Readability's sum of paragraph points (a child's in full, a grandchild's half). */
#include "stories/features.h"

#include "base/map.h"
#include "base/utf8.h"
#include "stories/lexicon.h"

#include <math.h>

const char *const ngi_feature_names[NGI_FEATURE_COUNT] = {
#define NGI_FEATURE_NAME(name) #name,
    NGI_FEATURE_LIST(NGI_FEATURE_NAME)
#undef NGI_FEATURE_NAME
};

/* One word of a block's text. */
typedef struct word {
    uint32_t hash; /* of the folded letters */
    uint8_t length; /* characters, at most 255 */
    bool upper;     /* begins with a capital */
} word;

/* What one look at a block's text tells. */
typedef struct look {
    uint32_t first_word, word_count; /* in work.words */
    uint32_t chars, commas, digits, sentences, symbols, capitals, letters;
    bool ends, colon, ellipsis, quote, lower_start, question, date, paren, at;
} look;

/* Log odds of the class words of an element, summed down the tree. */
typedef struct odds {
    float min, max, sum;
    uint32_t count;
} odds;

enum { LEVELS = 5, DESCRIPTIONS = 4 };
enum { /* bits of a page word */
    IN_TITLE = 1,
    IN_DESCRIPTION = 2, /* shifted by the description's number */
    IS_FUNCTION = 64,
};

typedef struct page_word {
    uint32_t hash, count, stamp;
    uint8_t bits;
} page_word;

typedef struct work {
    ngi_arena *arena;
    const ngi_tree *tree;
    const ngi_meta *meta;
    const ngi_block *blocks;
    uint32_t n;
    word *words;
    look *looks;
    page_word *table; /* open addressing, a power of two */
    uint32_t table_size;
    uint32_t *before; /* per node: number of blocks whose text begins before it */
    float *mass, *link_mass, *long_mass, *long_count; /* prefix sums over blocks */
    float *date_count;                                /* the same, of short blocks with a date */
    float *majority_count;                            /* the same, of the majority's long blocks */
    float *score;     /* per node: points as main container */
    uint32_t *ancestors; /* per node: bits of tags and roles above and at it */
    uint8_t *state;   /* per node: 1 hidden, 2 in an itemprop=articleBody */
    uint16_t *kids;   /* per node: element children */
    odds *odds[3];    /* per node and level; level 2 is summed over all above */
    uint64_t *shape1, *shape2; /* per block */
    uint32_t *shape1_id, *shape2_id;
    uint32_t *dup_id;
    bool *is_long;
    int32_t *long_before, *long_after;
    uint32_t *body_grams; /* hashes of JSON-LD body's three words, open addressing */
    uint32_t body_size;
    uint32_t body_words;
    ng_slice descriptions[DESCRIPTIONS];
    uint32_t description_words[DESCRIPTIONS];
    ng_slice description_plain[DESCRIPTIONS];
    uint32_t description_count, title_words;
    uint32_t container;
    int64_t headline, titled; /* blocks, or -1 */
    int64_t c0, c1;           /* first and last long block of the container, or -1 */
    float total, long_total;
} work;

/* log(1 + x) to within 0.002, for scaling only: the exponent's bits, and a parabola that
 * meets log2 at both ends of the mantissa's range. */
static float log1(float x)
{
    float y = x + 1, m;
    uint32_t bits;
    if (x <= 0)
        return 0;
    memcpy(&bits, &y, sizeof bits);
    int exponent = (int)(bits >> 23) - 127;
    bits = (bits & 0x7FFFFF) | 0x3F800000;
    memcpy(&m, &bits, sizeof m);
    m -= 1;
    return ((float)exponent + m * (1.3465f - 0.3465f * m)) * 0.69314718f;
}

static float part(float a, float b)
{
    return a / (b < 1 ? 1 : b);
}

static float least(float a, float b)
{
    return a < b ? a : b;
}

/* ---- looking at texts ---- */

static uint32_t hash_step(uint32_t h, uint32_t c)
{
    return (h ^ c) * 16777619u;
}

typedef struct word_list {
    word *items;
    size_t count, capacity;
} word_list;

/* A word in the making. */
typedef struct spelling {
    uint32_t hash, length;
    bool upper;
} spelling;

#define NO_SPELLING ((spelling){.hash = 2166136261u})

static void spell(spelling *s, uint32_t c)
{
    if (s->length++ == 0)
        s->upper = ngi_is_upper(c);
    s->hash = hash_step(s->hash, ngi_fold(c));
}

static bool end_word(ngi_arena *arena, word_list *list, spelling *s)
{
    if (s->length == 0)
        return true;
    if (list->count == list->capacity &&
        !ngi_arena_grow(arena, &list->items, &list->capacity, list->count + 1, sizeof(word)))
        return false;
    uint8_t length = (uint8_t)(s->length > 255 ? 255 : s->length);
    list->items[list->count++] = (word){s->hash == 0 ? 1 : s->hash, length, s->upper};
    *s = NO_SPELLING;
    return true;
}

/* Takes the words of `text`. */
static void take_words(ngi_arena *arena, ng_slice text, word_list *list)
{
    spelling s = NO_SPELLING;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = ngi_utf8_next(text, &i);
        if (ngi_is_word(c))
            spell(&s, c);
        else if (!end_word(arena, list, &s))
            return;
    }
    end_word(arena, list, &s);
}

static bool is_sentence_end(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
           c == 0x06D4 || c == 0x061F || c == 0x0964;
}

static bool is_closing(uint32_t c)
{
    return c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x201C ||
           c == 0x201E || c == ')' || c == 0x300D || c == 0x300F || c == ']';
}

static bool is_opening(uint32_t c)
{
    return c == '"' || c == '\'' || c == 0x201C || c == 0x201E || c == 0xAB || c == 0xBB ||
           c == 0x201A || c == 0x2018 || c == 0x300C || c == 0x300E || c == 0x2013 ||
           c == 0x2014 || c == '-';
}

/* A year, a time of day, or a date in figures in the first bytes of a text. */
static bool looks_dated(ng_slice s)
{
    s = ngi_slice_sub(s, 0, 160);
    for (size_t i = 0; i < s.len;) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9') {
            i++;
            continue;
        }
        size_t from = i;
        while (i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9')
            i++;
        size_t digits = i - from;
        char next = i < s.len ? s.ptr[i] : ' ';
        bool more = i + 1 < s.len && s.ptr[i + 1] >= '0' && s.ptr[i + 1] <= '9';
        if (digits == 4 && (ngi_starts(ngi_slice_from(s, from), NGI_LIT("20")) ||
                            ngi_starts(ngi_slice_from(s, from), NGI_LIT("19"))))
            return true;
        if (digits <= 2 && more && (next == ':' || next == '.' || next == 'h' || next == '/'))
            return true;
        ng_slice rest = ngi_trim(ngi_slice_sub(s, i, i + 4));
        if (digits <= 2 && (ngi_starts_nocase(rest, NGI_LIT("am")) ||
                            ngi_starts_nocase(rest, NGI_LIT("pm")) ||
                            ngi_starts_nocase(rest, NGI_LIT("a.m")) ||
                            ngi_starts_nocase(rest, NGI_LIT("p.m"))))
            return true;
    }
    return false;
}

static void look_at_ends(look *k, ng_slice t)
{
    size_t at = 0, end = t.len;
    uint32_t first = ngi_utf8_next(t, &at), c;
    k->quote = is_opening(first);
    k->lower_start = ngi_is_lower(first);
    do
        c = ngi_utf8_previous(t, &end);
    while (end > 0 && (is_closing(c) || c == ' '));
    k->ellipsis = c == 0x2026 || ngi_ends(t, NGI_LIT("..."));
    k->colon = t.ptr[t.len - 1] == ':';
    k->ends = is_sentence_end(c) || c == 0x2026 || c == ':' || c == ';' || c == 0x0965;
}

/* A character that is no part of a word. */
static void look_at_mark(look *k, uint32_t c)
{
    k->commas += c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C;
    k->sentences += is_sentence_end(c);
    k->question |= c == '?';
    k->paren |= c == '(';
    k->at |= c == '@';
    k->symbols += c == '|' || c == 0xB7 || c == 0x2022 || c == 0xBB || c == 0x203A || c == '/' ||
                  c == 0xA9 || c == '#' || c == 0x2192 || c == 0x25B6 || c == '>';
}

static void look_at(work *w, uint32_t i, word_list *list)
{
    look *k = &w->looks[i];
    ng_slice t = w->blocks[i].text;
    spelling s = NO_SPELLING;
    size_t first = list->count;
    for (size_t at = 0; at < t.len;) {
        uint32_t c = ngi_utf8_next(t, &at);
        k->chars++;
        if (!ngi_is_word(c)) {
            if (c != ' ')
                look_at_mark(k, c);
            end_word(w->arena, list, &s);
            continue;
        }
        spell(&s, c);
        bool letter = ngi_is_letter(c);
        k->letters += letter;
        k->capitals += letter && ngi_is_upper(c);
        k->digits += !letter && k->chars <= 300 && ngi_is_digit(c);
    }
    end_word(w->arena, list, &s);
    k->first_word = (uint32_t)first;
    k->word_count = (uint32_t)(list->count - first);
    look_at_ends(k, t);
    k->date = looks_dated(t);
}

/* ---- words of the page ---- */

static page_word *page_word_of(work *w, uint32_t hash, bool make)
{
    uint32_t mask = w->table_size - 1;
    for (uint32_t i = (hash ^ hash >> 16) & mask, tries = 0; tries <= mask;
         i = (i + 1) & mask, tries++) {
        page_word *p = &w->table[i];
        if (p->hash == hash)
            return p;
        if (p->hash == 0) {
            if (!make)
                return NULL;
            p->hash = hash;
            return p;
        }
    }
    return NULL;
}

static uint32_t mark_words(work *w, ng_slice text, uint8_t bit)
{
    word_list words = {0};
    uint32_t distinct = 0;
    take_words(w->arena, ngi_slice_sub(text, 0, 2000), &words);
    for (size_t i = 0; i < words.count; i++) {
        page_word *p = page_word_of(w, words.items[i].hash, true);
        if (p != NULL && !(p->bits & bit)) {
            p->bits |= bit;
            distinct++;
        }
    }
    return distinct;
}

static void add_description(work *w, ng_slice text)
{
    text = ngi_trim_wide(ngi_slice_sub(text, 0, 2000));
    if (text.len < 2 || w->description_count == DESCRIPTIONS)
        return;
    for (uint32_t i = 0; i < w->description_count; i++)
        if (ngi_equal(text, w->descriptions[i]))
            return;
    uint32_t i = w->description_count++;
    w->descriptions[i] = text;
    w->description_words[i] = mark_words(w, text, (uint8_t)(IN_DESCRIPTION << i));
    w->description_plain[i] = ngi_plain(w->arena, ngi_utf8_repair(w->arena, text));
}

static bool is_commoner(const page_word *x, const page_word *y)
{
    return x->count != y->count ? x->count > y->count : x->hash < y->hash;
}

enum { FUNCTION_WORDS = 25 };

/* The page's own function words: the 25 short words that stand in most of its long blocks. */
static bool find_function_words(work *w)
{
    page_word **found = NULL;
    size_t count = 0, capacity = 0;
    for (uint32_t i = 0; i < w->n; i++) {
        const look *k = &w->looks[i];
        for (uint32_t j = 0; w->is_long[i] && j < k->word_count && j < 400; j++) {
            const word *x = &w->words[k->first_word + j];
            page_word *p = x->length < 6 ? page_word_of(w, x->hash, true) : NULL;
            if (p == NULL || p->stamp == i + 1)
                continue;
            p->stamp = i + 1;
            if (p->count++ == 1) {
                if (!ngi_arena_grow(w->arena, &found, &capacity, count + 1, sizeof(void *)))
                    return false;
                found[count++] = p;
            }
        }
    }
    for (size_t i = 0; i < count && i < FUNCTION_WORDS; i++) {
        size_t best = i;
        for (size_t k = i + 1; k < count; k++)
            if (is_commoner(found[k], found[best]))
                best = k;
        page_word *commonest = found[best];
        found[best] = found[i];
        commonest->bits |= IS_FUNCTION;
    }
    return true;
}

static bool read_meta(work *w)
{
    const ngi_meta *m = w->meta;
    size_t words = 0;
    for (uint32_t i = 0; i < w->n; i++)
        words += w->blocks[i].words;
    for (w->table_size = 2048; w->table_size < words && w->table_size < 32768;)
        w->table_size *= 2;
    w->table = NGI_NEW_ARRAY(w->arena, page_word, w->table_size);
    if (w->table == NULL)
        return false;
    ng_slice title = m->og_title;
    for (uint32_t i = 0; i < m->claim_count && title.len == 0; i++)
        title = m->claims[i].headline;
    if (title.len == 0)
        title = m->title;
    w->title_words = mark_words(w, title, IN_TITLE);
    add_description(w, m->og_description);
    add_description(w, m->description);
    for (uint32_t i = 0; i < m->claim_count && i < 8; i++)
        if (m->claims[i].main)
            add_description(w, m->claims[i].description);
    add_description(w, m->twitter_description);
    return true;
}

static uint32_t gram(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t h = a * 0x9E3779B1u ^ b * 0x85EBCA77u ^ c * 0xC2B2AE3Du;
    h ^= h >> 15;
    return h == 0 ? 1 : h;
}

static bool has_gram(const work *w, uint32_t g)
{
    uint32_t mask = w->body_size - 1;
    for (uint32_t i = g & mask; w->body_grams[i] != 0; i = (i + 1) & mask)
        if (w->body_grams[i] == g)
            return true;
    return false;
}

static bool read_claimed_body(work *w)
{
    word_list list = {0};
    take_words(w->arena, ngi_slice_sub(w->meta->ld_body, 0, 200000), &list);
    const word *words = list.items;
    size_t count = list.count;
    w->body_words = (uint32_t)count;
    if (count <= 20)
        return !w->arena->failed;
    for (w->body_size = 64; w->body_size < count * 2;)
        w->body_size *= 2;
    w->body_grams = NGI_NEW_ARRAY(w->arena, uint32_t, w->body_size);
    for (size_t i = 0; w->body_grams != NULL && i + 2 < count; i++) {
        uint32_t g = gram(words[i].hash, words[i + 1].hash, words[i + 2].hash);
        uint32_t at = g & (w->body_size - 1);
        while (w->body_grams[at] != 0 && w->body_grams[at] != g)
            at = (at + 1) & (w->body_size - 1);
        w->body_grams[at] = g;
    }
    return w->body_grams != NULL;
}

/* ---- what elements hand down ---- */

enum { /* bits of work.ancestors, in the order of the a_ features */
    A_ARTICLE, A_MAIN, A_HEADER, A_FOOTER, A_NAV, A_ASIDE, A_FORM, A_FIGURE, A_TABLE, A_LIST,
    A_LI, A_QUOTE, A_SECTION, A_DETAILS, A_BUTTON, A_DIALOG, A_DL, A_NOSCRIPT, A_A, A_ADDRESS,
    A_COUNT
};

static const uint8_t ancestor_bit[NGI_TAG_COUNT] = {
    [NGI_TAG_ARTICLE] = 1 + A_ARTICLE, [NGI_TAG_MAIN] = 1 + A_MAIN,
    [NGI_TAG_HEADER] = 1 + A_HEADER,   [NGI_TAG_FOOTER] = 1 + A_FOOTER,
    [NGI_TAG_NAV] = 1 + A_NAV,         [NGI_TAG_ASIDE] = 1 + A_ASIDE,
    [NGI_TAG_FORM] = 1 + A_FORM,       [NGI_TAG_FIGURE] = 1 + A_FIGURE,
    [NGI_TAG_TABLE] = 1 + A_TABLE,     [NGI_TAG_UL] = 1 + A_LIST,
    [NGI_TAG_OL] = 1 + A_LIST,         [NGI_TAG_LI] = 1 + A_LI,
    [NGI_TAG_BLOCKQUOTE] = 1 + A_QUOTE, [NGI_TAG_SECTION] = 1 + A_SECTION,
    [NGI_TAG_DETAILS] = 1 + A_DETAILS, [NGI_TAG_BUTTON] = 1 + A_BUTTON,
    [NGI_TAG_DIALOG] = 1 + A_DIALOG,   [NGI_TAG_DL] = 1 + A_DL,
    [NGI_TAG_NOSCRIPT] = 1 + A_NOSCRIPT, [NGI_TAG_A] = 1 + A_A,
    [NGI_TAG_ADDRESS] = 1 + A_ADDRESS,
};

static const struct {
    const char *role;
    uint8_t bit;
} roles[] = {
    {"navigation", A_NAV}, {"complementary", A_ASIDE}, {"banner", A_HEADER},
    {"contentinfo", A_FOOTER}, {"main", A_MAIN}, {"article", A_ARTICLE}, {"dialog", A_DIALOG},
    {"search", A_FORM},
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
                if (ngi_equal_nocase(a->value, ngi_slice_of(roles[r].role)))
                    bits |= 1u << roles[r].bit;
        if (a->name == NGI_ATTR_ITEMPROP &&
            ngi_find_nocase(ngi_slice_sub(a->value, 0, 100), NGI_LIT("articlebody")) != NGI_NONE)
            *state |= 2;
    }
    return bits;
}

static odds odds_of(const uint32_t *hashes, uint32_t count, int level)
{
    odds o = {0};
    for (uint32_t i = 0; i < count; i++) {
        const int8_t *entry = ngi_lexicon_get(hashes[i]);
        if (entry == NULL || entry[level] == NGI_LEXICON_NONE)
            continue;
        float v = entry[level] / 16.0f;
        if (o.count == 0 || v < o.min)
            o.min = v;
        if (o.count == 0 || v > o.max)
            o.max = v;
        o.sum += v;
        o.count++;
    }
    return o;
}

static odds odds_join(odds a, odds b)
{
    if (a.count == 0 || b.count == 0)
        return a.count == 0 ? b : a;
    return (odds){least(a.min, b.min), a.max > b.max ? a.max : b.max, a.sum + b.sum,
                  a.count + b.count};
}

static void hand_down_odds(work *w, uint32_t i)
{
    uint32_t hashes[NGI_TOKENS_MAX];
    uint32_t count = w->tree->nodes[i].attr_count == 0 && w->tree->nodes[i].tag != NGI_TAG_OTHER
                         ? 0
                         : ngi_tokens_of(w->tree, i, hashes);
    for (int level = 0; level < 3; level++)
        w->odds[level][i] = odds_of(hashes, count, level);
    if (i != 0)
        w->odds[2][i] = odds_join(w->odds[2][w->tree->nodes[i].parent], w->odds[2][i]);
}

static bool look_at_elements(work *w)
{
    const ngi_tree *t = w->tree;
    uint32_t block = 0;
    w->before = NGI_NEW_ARRAY(w->arena, uint32_t, t->count + 1);
    w->ancestors = ngi_arena_alloc(w->arena, t->count, sizeof *w->ancestors);
    w->state = ngi_arena_alloc(w->arena, t->count, sizeof *w->state);
    w->kids = NGI_NEW_ARRAY(w->arena, uint16_t, t->count);
    w->score = NGI_NEW_ARRAY(w->arena, float, t->count);
    for (int level = 0; level < 3; level++)
        w->odds[level] = ngi_arena_alloc(w->arena, t->count, sizeof(odds));
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
        hand_down_odds(w, i);
    }
    return true;
}

/* ---- sums ---- */

static float sum_below(const work *w, const float *prefix, uint32_t node)
{
    return prefix[w->before[w->tree->nodes[node].end]] - prefix[w->before[node]];
}

static float link_share(const ngi_block *b)
{
    return part((float)b->link_chars, (float)b->text.len);
}

static bool sum_up(work *w)
{
    float **sums[] = {&w->mass, &w->link_mass, &w->long_mass, &w->long_count, &w->date_count};
    for (size_t k = 0; k < NGI_COUNT(sums); k++)
        if ((*sums[k] = NGI_NEW_ARRAY(w->arena, float, w->n + 1)) == NULL)
            return false;
    for (uint32_t i = 0; i < w->n; i++) {
        const ngi_block *b = &w->blocks[i];
        float s = (float)b->words, l = link_share(b);
        w->is_long[i] = s >= 12 && l < 0.4f;
        w->mass[i + 1] = w->mass[i] + s;
        w->link_mass[i + 1] = w->link_mass[i] + s * l;
        w->long_mass[i + 1] = w->long_mass[i] + (w->is_long[i] ? s : 0);
        w->long_count[i + 1] = w->long_count[i] + w->is_long[i];
        w->date_count[i + 1] = w->date_count[i] + ((b->in_time || w->looks[i].date) && s < 25);
    }
    w->total = w->mass[w->n] < 1 ? 1 : w->mass[w->n];
    w->long_total = w->long_mass[w->n] < 1 ? 1 : w->long_mass[w->n];
    return true;
}

static bool is_leaf_tag(uint8_t tag)
{
    return tag == NGI_TAG_P || tag == NGI_TAG_LI || tag == NGI_TAG_H2 || tag == NGI_TAG_H3 ||
           tag == NGI_TAG_BLOCKQUOTE;
}

static void find_container(work *w)
{
    const ngi_tree *t = w->tree;
    for (uint32_t i = 0; i < w->n; i++) {
        if (!w->is_long[i])
            continue;
        float v = 1 + least((float)w->blocks[i].words, 100) / 10;
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
        w->score[e] *= 1 - part(sum_below(w, w->link_mass, e), sum_below(w, w->mass, e));
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

/* ---- shapes ---- */

static uint64_t shape_of(const ngi_tree *t, uint32_t node)
{
    ng_slice name = ngi_slice_sub(ngi_attr_value(t, node, NGI_ATTR_CLASS), 0, 80);
    return ngi_shape_hash(name, t->nodes[node].tag);
}

/* Gives equal keys equal small numbers, in order of first sight. */
static uint32_t *number_keys(ngi_arena *arena, const uint64_t *keys, uint32_t n)
{
    uint32_t size = 64;
    while (size < n * 2)
        size *= 2;
    uint32_t *slots = NGI_NEW_ARRAY(arena, uint32_t, size); /* 1 + index of the first */
    uint32_t *ids = NGI_NEW_ARRAY(arena, uint32_t, n + 1);
    uint32_t next = 0;
    if (slots == NULL || ids == NULL)
        return NULL;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = (uint32_t)(keys[i] >> 20) & (size - 1);
        while (slots[at] != 0 && keys[slots[at] - 1] != keys[i])
            at = (at + 1) & (size - 1);
        if (slots[at] == 0) {
            slots[at] = i + 1;
            ids[i] = next++;
        } else {
            ids[i] = ids[slots[at] - 1];
        }
    }
    return ids;
}

static bool find_shapes(work *w)
{
    const ngi_tree *t = w->tree;
    uint64_t *memo = NGI_NEW_ARRAY(w->arena, uint64_t, t->count); /* 0: not made yet */
    uint64_t *texts = NGI_NEW_ARRAY(w->arena, uint64_t, w->n + 1);
    w->shape1 = NGI_NEW_ARRAY(w->arena, uint64_t, w->n + 1);
    w->shape2 = NGI_NEW_ARRAY(w->arena, uint64_t, w->n + 1);
    if (w->arena->failed)
        return false;
    for (uint32_t i = 0; i < w->n; i++) {
        uint32_t e = w->blocks[i].node;
        uint64_t all = 0;
        for (int k = 0; k < 3; k++, e = t->nodes[e].parent) {
            if (memo[e] == 0)
                memo[e] = shape_of(t, e) | 1;
            all = all * 0x9E3779B97F4A7C15u + memo[e];
            if (k == 0)
                w->shape1[i] = memo[e];
        }
        w->shape2[i] = all ^ all >> 29;
        texts[i] = ngi_shape_hash(w->blocks[i].text, 0);
    }
    w->shape1_id = number_keys(w->arena, w->shape1, w->n);
    w->shape2_id = number_keys(w->arena, w->shape2, w->n);
    w->dup_id = number_keys(w->arena, texts, w->n);
    return !w->arena->failed;
}

typedef struct tally {
    float *count, *mass, *link_mass;
} tally;

static bool tally_up(const work *w, const uint32_t *ids, tally *out)
{
    out->count = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    out->mass = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    out->link_mass = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    if (w->arena->failed)
        return false;
    for (uint32_t i = 0; i < w->n; i++) {
        float s = (float)w->blocks[i].words;
        out->count[ids[i]]++;
        out->mass[ids[i]] += s;
        out->link_mass[ids[i]] += s * link_share(&w->blocks[i]);
    }
    return true;
}

/* The majority paragraph: the shape, path and parent of most of the container's long text. */
typedef struct majority {
    uint32_t shape1, shape2, parent;
    float length;
    bool known;
} majority;

static uint32_t heaviest(const work *w, const uint32_t *ids)
{
    float *sums = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    uint32_t best = 0;
    for (int64_t i = w->c0; sums != NULL && i >= 0 && i <= w->c1; i++)
        if (w->is_long[i])
            sums[ids[i]] += (float)w->blocks[i].words;
    for (uint32_t i = 1; sums != NULL && i < w->n; i++)
        if (sums[i] > sums[best])
            best = i;
    return best;
}

static majority find_majority(work *w)
{
    majority m = {.known = w->c0 >= 0};
    float sum = 0, count = 0, best = -1;
    w->majority_count = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    if (!m.known || w->majority_count == NULL)
        return m;
    m.shape1 = heaviest(w, w->shape1_id);
    m.shape2 = heaviest(w, w->shape2_id);
    for (int64_t i = w->c0; i <= w->c1; i++)
        if (w->is_long[i]) {
            sum += (float)w->blocks[i].words;
            count++;
        }
    m.length = sum / (count < 1 ? 1 : count);
    for (int64_t i = w->c0; i <= w->c1; i++) { /* the parent by its own long children's mass */
        uint32_t p = w->tree->nodes[w->blocks[i].node].parent;
        float below = sum_below(w, w->long_mass, p);
        if (w->is_long[i] && w->shape1_id[i] == m.shape1 && below > best) {
            best = below;
            m.parent = p;
        }
    }
    for (uint32_t i = 0; i < w->n; i++)
        w->majority_count[i + 1] = w->majority_count[i] +
                                   (w->is_long[i] && w->shape1_id[i] == m.shape1);
    return m;
}

/* ---- headline ---- */

static void find_headline(work *w)
{
    float best = 0.5f;
    int64_t h1 = -1;
    w->titled = -1;
    for (uint32_t i = 0; i < w->n; i++) {
        const look *k = &w->looks[i];
        uint8_t tag = w->tree->nodes[w->blocks[i].node].tag;
        if (tag == NGI_TAG_H1 && h1 < 0)
            h1 = i;
        if (k->word_count < 2 || k->word_count > 40 || w->title_words == 0)
            continue;
        uint32_t hit = 0, distinct = 0;
        for (uint32_t j = 0; j < k->word_count; j++) {
            page_word *p = page_word_of(w, w->words[k->first_word + j].hash, false);
            if (p != NULL && (p->bits & IN_TITLE) && p->stamp != 0x40000000u + i) {
                p->stamp = 0x40000000u + i;
                hit++;
            }
            distinct++;
        }
        float both = (float)(distinct + w->title_words - hit);
        float like = (float)hit / (both < 1 ? 1 : both) +
                     (tag == NGI_TAG_H1 || tag == NGI_TAG_H2 ? 0.3f : 0);
        if (like > best + 1e-6f) {
            best = like;
            w->titled = i;
        }
    }
    bool titled_h1 = w->titled >= 0 &&
                     w->tree->nodes[w->blocks[w->titled].node].tag == NGI_TAG_H1;
    w->headline = h1 >= 0 && !titled_h1 ? h1 : w->titled;
}

/* ---- a row ---- */

static void tag_features(const work *w, uint32_t i, float *f)
{
    const ngi_tree *t = w->tree;
    uint32_t e = w->blocks[i].node;
    uint32_t up = w->ancestors[t->nodes[e].parent];
    switch (t->nodes[e].tag) {
    case NGI_TAG_P: f[NGI_F_t_p] = 1; break;
    case NGI_TAG_DIV: f[NGI_F_t_div] = 1; break;
    case NGI_TAG_LI: f[NGI_F_t_li] = 1; break;
    case NGI_TAG_H1: f[NGI_F_t_h1] = 1; break;
    case NGI_TAG_H2: f[NGI_F_t_h2] = 1; break;
    case NGI_TAG_H3: f[NGI_F_t_h3] = 1; break;
    case NGI_TAG_H4: case NGI_TAG_H5: case NGI_TAG_H6: f[NGI_F_t_h4] = 1; break;
    case NGI_TAG_TD: case NGI_TAG_TH: f[NGI_F_t_td] = 1; break;
    case NGI_TAG_FIGCAPTION: case NGI_TAG_CAPTION: f[NGI_F_t_figcap] = 1; break;
    case NGI_TAG_BLOCKQUOTE: f[NGI_F_t_quote] = 1; break;
    case NGI_TAG_PRE: f[NGI_F_t_pre] = 1; break;
    case NGI_TAG_DD: case NGI_TAG_DT: f[NGI_F_t_dd] = 1; break;
    case NGI_TAG_BUTTON: case NGI_TAG_LABEL: f[NGI_F_t_button] = 1; break;
    case NGI_TAG_SECTION: case NGI_TAG_ARTICLE: f[NGI_F_t_section] = 1; break;
    default: f[NGI_F_t_other] = 1;
    }
    switch (t->nodes[t->nodes[e].parent].tag) {
    case NGI_TAG_DIV: f[NGI_F_pt_div] = 1; break;
    case NGI_TAG_SECTION: f[NGI_F_pt_section] = 1; break;
    case NGI_TAG_ARTICLE: f[NGI_F_pt_article] = 1; break;
    case NGI_TAG_MAIN: f[NGI_F_pt_main] = 1; break;
    case NGI_TAG_LI: f[NGI_F_pt_li] = 1; break;
    case NGI_TAG_UL: case NGI_TAG_OL: case NGI_TAG_DL: f[NGI_F_pt_list] = 1; break;
    case NGI_TAG_TR: case NGI_TAG_TD: case NGI_TAG_TBODY: f[NGI_F_pt_row] = 1; break;
    case NGI_TAG_BLOCKQUOTE: f[NGI_F_pt_quote] = 1; break;
    case NGI_TAG_FIGURE: f[NGI_F_pt_figure] = 1; break;
    case NGI_TAG_ASIDE: f[NGI_F_pt_aside] = 1; break;
    case NGI_TAG_HEADER: f[NGI_F_pt_header] = 1; break;
    case NGI_TAG_FOOTER: f[NGI_F_pt_footer] = 1; break;
    case NGI_TAG_NAV: f[NGI_F_pt_nav] = 1; break;
    case NGI_TAG_FORM: f[NGI_F_pt_form] = 1; break;
    case NGI_TAG_BODY: f[NGI_F_pt_body] = 1; break;
    default: break;
    }
    for (int k = 0; k < A_COUNT; k++)
        f[NGI_F_a_article + k] = (float)(up >> k & 1);
    f[NGI_F_hid] = w->blocks[i].hidden;
    f[NGI_F_ib] = (w->state[e] & 2) != 0;
    f[NGI_F_depth] = t->nodes[e].depth;
    f[NGI_F_kids] = log1(w->kids[e]);
    f[NGI_F_sibs] = log1(w->kids[t->nodes[e].parent]);
    f[NGI_F_firstc] = t->nodes[e].parent + 1 == e ||
                      w->before[e] == w->before[t->nodes[e].parent];
    f[NGI_F_lastc] = w->before[t->nodes[e].end] == w->before[t->nodes[t->nodes[e].parent].end];
}

static void text_features(work *w, uint32_t i, float *f)
{
    const ngi_block *b = &w->blocks[i];
    const look *k = &w->looks[i];
    float s = (float)b->words, bytes = (float)b->text.len, runs = (float)k->word_count;
    uint32_t upper = 0, fun = 0, seen = 0;
    for (uint32_t j = 0; j < k->word_count && j < 80; j++) {
        const word *x = &w->words[k->first_word + j];
        page_word *p = x->length < 6 ? page_word_of(w, x->hash, false) : NULL;
        fun += p != NULL && (p->bits & IS_FUNCTION);
        upper += j < 60 && x->upper;
        seen++;
    }
    f[NGI_F_lw] = log1(s);
    f[NGI_F_lc] = log1((float)k->chars);
    f[NGI_F_avgw] = part((float)k->chars, runs);
    f[NGI_F_ld] = link_share(b);
    f[NGI_F_nlinks] = least(b->links, 20);
    f[NGI_F_bold] = part((float)b->bold_chars, bytes);
    f[NGI_F_em] = part((float)b->em_chars, bytes);
    f[NGI_F_time] = b->in_time;
    f[NGI_F_endp] = k->ends;
    f[NGI_F_colon] = k->colon;
    f[NGI_F_ell] = k->ellipsis;
    f[NGI_F_comma] = part((float)k->commas, s);
    f[NGI_F_digit] = part((float)k->digits, least((float)k->chars, 300));
    f[NGI_F_upper] = part((float)upper, least((float)seen, 60));
    f[NGI_F_allcap] = k->letters > 1 && k->capitals == k->letters;
    f[NGI_F_quote] = k->quote;
    f[NGI_F_sent] = least((float)k->sentences, 20);
    f[NGI_F_sym] = part((float)k->symbols, s);
    f[NGI_F_date] = k->date;
    f[NGI_F_lowst] = k->lower_start;
    f[NGI_F_quest] = k->question;
    f[NGI_F_fun] = part((float)fun, (float)seen);
    f[NGI_F_paren] = k->paren;
    f[NGI_F_at] = k->at;
}

/* How the block's words stand to the title, the descriptions and the claimed body. */
static void claim_features(work *w, uint32_t i, float *f)
{
    const look *k = &w->looks[i];
    uint32_t title = 0, described[DESCRIPTIONS] = {0}, grams = 0;
    uint32_t limit = k->word_count < 200 ? k->word_count : 200;
    for (uint32_t j = 0; j < limit; j++) {
        page_word *p = page_word_of(w, w->words[k->first_word + j].hash, false);
        if (p == NULL)
            continue;
        title += (p->bits & IN_TITLE) != 0;
        for (uint32_t d = 0; d < w->description_count; d++)
            described[d] += (p->bits & (IN_DESCRIPTION << d)) != 0;
    }
    float words = (float)(limit == 0 ? 1 : limit);
    f[NGI_F_tin] = (float)title / words;
    f[NGI_F_tsim] = least(1, part((float)title, words + (float)w->title_words - (float)title));
    for (uint32_t d = 0; d < w->description_count; d++) {
        float in = (float)described[d] / words;
        float like = least(1, part((float)described[d], words + (float)w->description_words[d] -
                                                            (float)described[d]));
        f[NGI_F_din] = in > f[NGI_F_din] ? in : f[NGI_F_din];
        f[NGI_F_dsim] = like > f[NGI_F_dsim] ? like : f[NGI_F_dsim];
    }
    f[NGI_F_istitle] = (int64_t)i == w->titled;
    f[NGI_F_jb] = -1;
    if (w->body_grams != NULL && k->word_count > 2) {
        for (uint32_t j = 0; j + 2 < limit; j++) {
            const word *x = &w->words[k->first_word + j];
            grams += has_gram(w, gram(x[0].hash, x[1].hash, x[2].hash));
        }
        f[NGI_F_jb] = (float)grams / (float)(limit - 2);
    }
}

static void description_features(work *w, uint32_t i, float *f)
{
    const ngi_block *b = &w->blocks[i];
    if (b->words < 4 || w->description_count == 0 || f[NGI_F_din] < 0.5f)
        return;
    ng_slice own = ngi_plain(w->arena, ngi_slice_sub(b->text, 0, b->text.len < 400 ? b->text.len
                                                                                   : 400));
    for (uint32_t d = 0; d < w->description_count; d++) {
        ng_slice other = w->description_plain[d];
        size_t same = 0, shorter = own.len < other.len ? own.len : other.len;
        while (same < shorter && own.ptr[same] == other.ptr[same])
            same++;
        if (same >= 60 || same == shorter)
            f[NGI_F_dpre] = (float)same > f[NGI_F_dpre] ? (float)same : f[NGI_F_dpre];
        f[NGI_F_deq] = f[NGI_F_deq] != 0 || ngi_equal(own, other);
    }
}

/* Steps from `a` up to the lowest common ancestor with `b`; *other: from `b`. */
static float common(const ngi_tree *t, uint32_t a, uint32_t b, float *other, uint32_t *top)
{
    uint32_t up = 0, down = 0;
    while (a != b) {
        if (t->nodes[a].depth >= t->nodes[b].depth && a != 0) {
            a = t->nodes[a].parent;
            up++;
        } else {
            b = t->nodes[b].parent;
            down++;
        }
    }
    *other = least((float)down, 30);
    *top = a;
    return least((float)up, 30);
}

static void container_features(const work *w, uint32_t i, float *f)
{
    const ngi_tree *t = w->tree;
    uint32_t e = w->blocks[i].node, top = 0;
    for (int k = 0; k < LEVELS; k++) {
        f[NGI_F_pm0 + k] = sum_below(w, w->long_mass, e) / w->long_total;
        f[NGI_F_al0 + k] = part(sum_below(w, w->link_mass, e), sum_below(w, w->mass, e));
        f[NGI_F_n0 + k] = log1((float)(w->before[t->nodes[e].end] - w->before[e]));
        f[NGI_F_pc0 + k] = log1(sum_below(w, w->long_count, e));
        e = t->nodes[e].parent;
    }
    f[NGI_F_c_up] = f[NGI_F_c_down] = 30;
    f[NGI_F_c_pos] = -9;
    if (w->c0 < 0)
        return;
    e = w->blocks[i].node;
    f[NGI_F_c_up] = common(t, e, w->container, &f[NGI_F_c_down], &top);
    f[NGI_F_c_par] = t->nodes[e].parent == w->container || e == w->container;
    f[NGI_F_c_before] = (int64_t)i < w->c0;
    f[NGI_F_c_after] = (int64_t)i > w->c1;
    f[NGI_F_c_pos] = (float)((int64_t)i - w->c0) / (float)(w->c1 > w->c0 ? w->c1 - w->c0 : 1);
    f[NGI_F_c_end] = (int64_t)i <= w->c1 ? log1((float)(w->c1 - i)) : -log1((float)(i - w->c1));
    f[NGI_F_c_beg] = (int64_t)i >= w->c0 ? log1((float)(i - w->c0)) : -log1((float)(w->c0 - i));
}

static void place_features(const work *w, uint32_t i, float *f)
{
    f[NGI_F_pos] = (float)i / (float)w->n;
    f[NGI_F_mpos] = w->long_mass[i] / w->long_total;
    f[NGI_F_h1d] = 99;
    f[NGI_F_h1m] = -1;
    f[NGI_F_byb] = -1;
    if (w->headline >= 0) {
        float d = (float)((int64_t)i - w->headline);
        float m = w->long_mass[i] - w->long_mass[w->headline];
        f[NGI_F_h1d] = d >= 0 ? log1(d) : -log1(-d);
        f[NGI_F_h1m] = d >= 0 ? log1(m) : -log1(-m);
        if (d > 0)
            f[NGI_F_byb] = least(4, w->date_count[i] - w->date_count[w->headline + 1]);
    }
    uint32_t from = i < 5 ? 0 : i - 5, to = i + 6 > w->n ? w->n : i + 6;
    f[NGI_F_win] = log1(w->long_mass[to] - w->long_mass[from]);
}

static float tag_rank(uint8_t tag)
{
    switch (tag) {
    case NGI_TAG_P: return 1;
    case NGI_TAG_H1: case NGI_TAG_H2: case NGI_TAG_H3: case NGI_TAG_H4: return 2;
    case NGI_TAG_LI: return 3;
    case NGI_TAG_FIGCAPTION: return 4;
    case NGI_TAG_TD: return 5;
    case NGI_TAG_DIV: return 6;
    default: return 0;
    }
}

static void neighbour_features(const work *w, uint32_t i, float *f)
{
    static const int8_t steps[] = {-3, -2, -1, 1, 2, 3};
    const ngi_tree *t = w->tree;
    uint32_t parent = t->nodes[w->blocks[i].node].parent;
    for (int k = 0; k < 6; k++) {
        int64_t j = (int64_t)i + steps[k];
        bool there = j >= 0 && j < (int64_t)w->n;
        uint32_t node = there ? w->blocks[j].node : 0;
        f[NGI_F_lwb3 + k] = there ? log1((float)w->blocks[j].words) : -1;
        f[NGI_F_ldb3 + k] = there ? link_share(&w->blocks[j]) : -1;
        f[NGI_F_spb3 + k] = there ? (float)((t->nodes[node].parent == parent) +
                                            2 * (w->shape1_id[i] == w->shape1_id[j]))
                                  : -1;
        if (k == 0 || k == 5)
            continue;
        f[NGI_F_tpb2 + k - 1] = there ? tag_rank(t->nodes[node].tag) : 0;
        f[NGI_F_epb2 + k - 1] = there ? (float)w->looks[j].ends : -1;
    }
}

static void nearest_features(const work *w, uint32_t i, float *f)
{
    uint32_t node = w->blocks[i].node, top;
    for (int side = 0; side < 2; side++) {
        int32_t j = side == 0 ? w->long_before[i] : w->long_after[i];
        float *out = &f[side == 0 ? NGI_F_pld : NGI_F_nld]; /* distance, up, other side, in C */
        if (j < 0) {
            out[0] = 9;
            out[1] = out[2] = 30;
            continue;
        }
        out[0] = log1((float)(side == 0 ? (int32_t)i - j : j - (int32_t)i));
        out[1] = common(w->tree, node, w->blocks[j].node, &out[2], &top);
        out[3] = w->c0 >= 0 && top == w->container;
    }
    int32_t next = w->long_after[i];
    f[NGI_F_bya] = f[NGI_F_imgn] = -1;
    if (next > (int32_t)i) {
        f[NGI_F_bya] = least(4, w->date_count[next] - w->date_count[i + 1]);
        f[NGI_F_nls1] = w->shape1_id[next] == w->shape1_id[i];
        f[NGI_F_nls2] = w->shape2_id[next] == w->shape2_id[i];
        f[NGI_F_imgn] = w->blocks[next].images;
    }
    f[NGI_F_imgb] = least(4, w->blocks[i].images);
    f[NGI_F_imga] = i + 1 < w->n ? least(4, w->blocks[i + 1].images) : 0;
}

static void shape_features(const work *w, const tally *t1, const tally *t2, const tally *dup,
                           const majority *m, uint32_t i, float *f)
{
    uint32_t a = w->shape1_id[i], b = w->shape2_id[i], e = w->blocks[i].node;
    f[NGI_F_dup] = least(5, dup->count[w->dup_id[i]] - 1);
    f[NGI_F_s1n] = log1(t1->count[a]);
    f[NGI_F_s1m] = t1->mass[a] / w->total;
    f[NGI_F_s2n] = log1(t2->count[b]);
    f[NGI_F_s2m] = t2->mass[b] / w->total;
    f[NGI_F_s2len] = log1(part(t2->mass[b], t2->count[b]));
    f[NGI_F_s2ld] = part(t2->link_mass[b], t2->mass[b]);
    f[NGI_F_mpar] = 9;
    f[NGI_F_mrel] = (float)w->blocks[i].words;
    if (!m->known)
        return;
    f[NGI_F_mk1] = a == m->shape1;
    f[NGI_F_mk2] = b == m->shape2;
    f[NGI_F_mrel] = part((float)w->blocks[i].words, m->length);
    f[NGI_F_mkb] = log1(w->majority_count[i]);
    f[NGI_F_mka] = log1(w->majority_count[w->n] - w->majority_count[i + 1]);
    for (int k = 0; k < 8; k++, e = w->tree->nodes[e].parent)
        if (e == m->parent) {
            f[NGI_F_mpar] = (float)k;
            break;
        }
}

static void odds_features(const work *w, uint32_t i, float *f)
{
    uint32_t e = w->blocks[i].node, up = w->tree->nodes[e].parent;
    const odds all[] = {w->odds[0][e], w->odds[1][up], w->odds[2][up]};
    for (int k = 0; k < 3; k++) {
        f[NGI_F_x0min + 3 * k] = all[k].min;
        f[NGI_F_x0max + 3 * k] = all[k].max;
        f[NGI_F_x0mean + 3 * k] = part(all[k].sum, (float)all[k].count);
    }
    if (w->blocks[i].words > 40)
        return;
    uint32_t hashes[NGI_WORDS_MAX];
    odds o = odds_of(hashes, ngi_text_tokens(w->blocks[i].text, hashes), 3);
    f[NGI_F_wmin] = o.min;
    f[NGI_F_wmax] = o.max;
    f[NGI_F_wmean] = part(o.sum, (float)o.count);
}

static bool any_type(const ngi_meta *m, const char *what)
{
    for (uint32_t i = 0; i < m->type_count; i++)
        if (ngi_find(m->types[i], ngi_slice_of(what)) != NGI_NONE)
            return true;
    return false;
}

static bool has_hint(const ngi_meta *m, ngi_hint_kind kind)
{
    for (uint32_t i = 0; i < m->hint_count; i++)
        if (m->hints[i].kind == kind)
            return true;
    return false;
}

static void page_features(const work *w, float *f)
{
    const ngi_meta *m = w->meta;
    bool known = w->c0 >= 0;
    f[NGI_F_pg_n] = log1((float)w->n);
    f[NGI_F_pg_tot] = log1(w->total);
    f[NGI_F_pg_ptot] = w->long_total / w->total;
    f[NGI_F_pg_body] = log1((float)w->body_words);
    f[NGI_F_pg_article] = any_type(m, "Article") || any_type(m, "BlogPosting");
    f[NGI_F_pg_product] = any_type(m, "Product");
    f[NGI_F_pg_forum] = any_type(m, "DiscussionForumPosting") || any_type(m, "QAPage");
    f[NGI_F_pg_og] = ngi_equal_nocase(ngi_trim(m->og_type), NGI_LIT("article"));
    f[NGI_F_pg_sc] = known ? sqrtf(w->score[w->container]) : 0;
    f[NGI_F_pg_cm] = known ? sum_below(w, w->long_mass, w->container) / w->long_total : 0;
    f[NGI_F_pg_long] = w->long_count[w->n] / (float)(w->n == 0 ? 1 : w->n);
    f[NGI_F_pg_cc] = known ? log1(sum_below(w, w->long_count, w->container)) : 0;
    f[NGI_F_pg_h] = w->headline >= 0;
    f[NGI_F_pg_news] = any_type(m, "NewsArticle");
    f[NGI_F_pg_dated] = has_hint(m, NGI_HINT_PUBLISHED);
    f[NGI_F_pg_times] = least((float)m->time_count, 5);
}

/* ---- all ---- */

static void find_nearest_long(work *w)
{
    int32_t last = -1;
    for (uint32_t i = 0; i < w->n; i++) {
        w->long_before[i] = last;
        if (w->is_long[i] && w->blocks[i].words >= 15)
            last = (int32_t)i;
    }
    last = -1;
    for (uint32_t i = w->n; i-- > 0;) {
        w->long_after[i] = last;
        if (w->is_long[i] && w->blocks[i].words >= 15)
            last = (int32_t)i;
    }
}

/* How often the block's first two words begin a short block. */
static bool begin_features(const work *w, float *rows)
{
    uint64_t *keys = NGI_NEW_ARRAY(w->arena, uint64_t, w->n + 1);
    float *counts = NGI_NEW_ARRAY(w->arena, float, w->n + 1);
    if (keys == NULL || counts == NULL)
        return false;
    for (uint32_t i = 0; i < w->n; i++) {
        const look *k = &w->looks[i];
        const word *x = &w->words[k->first_word];
        keys[i] = k->word_count == 0 ? 1 : (uint64_t)x[0].hash << 32 | x[k->word_count > 1].hash;
        keys[i] *= 0x9E3779B97F4A7C15u;
    }
    uint32_t *ids = number_keys(w->arena, keys, w->n);
    if (ids == NULL)
        return false;
    for (uint32_t i = 0; i < w->n; i++)
        counts[ids[i]] += w->blocks[i].words < 30;
    for (uint32_t i = 0; i < w->n; i++)
        rows[(size_t)i * NGI_FEATURE_COUNT + NGI_F_pre2] =
            w->blocks[i].words < 30 ? least(9, counts[ids[i]]) : 0;
    return true;
}

static bool prepare(work *w)
{
    word_list words = {0};
    w->looks = NGI_NEW_ARRAY(w->arena, look, w->n + 1);
    w->is_long = NGI_NEW_ARRAY(w->arena, bool, w->n + 1);
    w->long_before = NGI_NEW_ARRAY(w->arena, int32_t, w->n + 1);
    w->long_after = NGI_NEW_ARRAY(w->arena, int32_t, w->n + 1);
    if (w->arena->failed)
        return false;
    for (uint32_t i = 0; i < w->n; i++)
        look_at(w, i, &words);
    w->words = words.items;
    if (!read_meta(w) || !look_at_elements(w) || !sum_up(w) || !find_function_words(w) ||
        !read_claimed_body(w) || !find_shapes(w))
        return false;
    find_container(w);
    find_headline(w);
    find_nearest_long(w);
    return true;
}

bool ngi_features_make(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta,
                       const ngi_blocks *blocks, ngi_sketch *out)
{
    work w = {.arena = arena, .tree = tree, .meta = meta, .blocks = blocks->items,
              .n = blocks->count};
    tally t1, t2, dup;
    float page[NGI_FEATURE_COUNT] = {0};
    *out = (ngi_sketch){.headline = UINT32_MAX};
    if (w.n == 0)
        return true;
    if (!prepare(&w) || !tally_up(&w, w.shape1_id, &t1) || !tally_up(&w, w.shape2_id, &t2) ||
        !tally_up(&w, w.dup_id, &dup))
        return false;
    majority m = find_majority(&w);
    page_features(&w, page);
    out->rows = ngi_arena_alloc(arena, (size_t)w.n * NGI_FEATURE_COUNT, sizeof(float));
    if (out->rows == NULL)
        return false;
    for (uint32_t i = 0; i < w.n; i++) {
        float *f = out->rows + (size_t)i * NGI_FEATURE_COUNT;
        memcpy(f, page, sizeof page);
        text_features(&w, i, f);
        tag_features(&w, i, f);
        claim_features(&w, i, f);
        description_features(&w, i, f);
        container_features(&w, i, f);
        place_features(&w, i, f);
        neighbour_features(&w, i, f);
        nearest_features(&w, i, f);
        shape_features(&w, &t1, &t2, &dup, &m, i, f);
        odds_features(&w, i, f);
    }
    out->container = w.container;
    out->headline = w.headline < 0 ? UINT32_MAX : (uint32_t)w.headline;
    out->shape = w.shape2;
    return begin_features(&w, out->rows) && !arena->failed;
}
