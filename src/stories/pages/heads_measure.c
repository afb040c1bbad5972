/* SPDX-License-Identifier: Apache-2.0 */
/* What stands at a block that could be a headline, and what it heads: see heads.c for how such
 * blocks are grouped and scored. Times and bylines are looked for once a block. */
#include "stories/pages/heads.h"

#include "base/utf8.h"

enum {
    MOST_OF_TITLE = 5,
    MIN_RUNS = 2, /* a headline has at least two words */
    MAX_WORDS = 45,
    SIGNED_WORDS = 30, /* of a line with authors and moment */
    TIME_WORDS = 5,    /* behind the date: the hour */
    BRIEF_WORDS = 14, /* a story of one paragraph has as many words */
};

/* ---- what stands at a block ---- */

bool ngi_heads_time(ngi_splitter *s, uint32_t b)
{
    if (s->time[b] == 0)
        s->time[b] = ngi_tells_time(s->scene, &s->scene->blocks.items[b]) ? 2 : 1;
    return s->time[b] == 2;
}

bool ngi_heads_clock(ng_slice text)
{
    size_t digits = 0, others = 0;
    if (text.len > 9)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            digits++;
        else if (text.ptr[i] != ':' && text.ptr[i] != '.' && text.ptr[i] != ' ')
            others++;
    return digits >= 3 && digits <= 4 && others <= 4;
}

static bool is_byline(const ngi_splitter *s, ng_slice text)
{
    ng_slice *names, credit;
    uint32_t count = 0;
    return ngi_byline_parse(s->scene->arena, text, false, &names, &count, &credit) && count != 0;
}

/* A short line that names who wrote it. */
bool ngi_heads_author(const ngi_splitter *s, uint32_t b)
{
    const ngi_block *k = &s->scene->blocks.items[b];
    if (k->words > 14 || k->words < 2 || s->layout->rank[b] != 0 || s->layout->prose[b] != 0)
        return false;
    if (s->author[b] == 0)
        s->author[b] = is_byline(s, k->text) ? 2 : 1;
    return s->author[b] == 2;
}

/* Where the next part of such a line ends: at a mark that parts. */
static size_t part_end(ng_slice line, size_t from)
{
    for (size_t i = from; i < line.len;) {
        size_t at = i;
        uint32_t c = ngi_utf8_next(line, &i);
        if (c == '|' || c == 0xB7 || c == 0x2022 || c == 0x2013 || c == 0x2014 || c == '/')
            return at;
    }
    return line.len;
}

/* A line of any length that names its author and then tells when, with a section before or
 * between: "World · by Jane Doe and John Roe · 17 June 2026, 5:00 a.m.". */
bool ngi_heads_signed(const ngi_splitter *s, uint32_t b)
{
    const ngi_block *k = &s->scene->blocks.items[b];
    size_t begin = 0, end = 0;
    ng_slice date;
    if (k->words < 3 || k->words > SIGNED_WORDS || s->layout->rank[b] != 0 ||
        (!ngi_age_find(s->scene->arena, k->text, s->scene->now, &begin, &end, &date) &&
         !ngi_date_parse(s->scene->arena, k->text, s->scene->now, -1, &date, &begin, &end)) ||
        ngi_count_words(ngi_slice_from(k->text, end)) > TIME_WORDS)
        return false;
    for (size_t from = 0; from < begin;) {
        size_t first = from, last = part_end(ngi_slice_sub(k->text, 0, begin), from);
        from = last;
        if (from < begin)
            ngi_utf8_next(k->text, &from); /* the mark */
        ngi_strip_marks(k->text, &first, &last);
        if (first < last && is_byline(s, ngi_slice_sub(k->text, first, last)))
            return true;
    }
    return false;
}

/* Set like a heading without being one: bold or large as a whole, a term of a list, or named
 * so. */
bool ngi_heads_styled(const ngi_splitter *s, uint32_t b)
{
    static const char *const names[] = {"title", "headline", "heading", "hed", NULL};
    const ngi_block *k = &s->scene->blocks.items[b];
    const ngi_tree *tree = s->scene->tree;
    char last = k->text.len == 0 ? '.' : k->text.ptr[k->text.len - 1];
    if (last == ':' || last == ',' || k->words > MAX_WORDS)
        return false;
    if (k->bold_chars * 10 >= k->text.len * 9 || k->link_chars * 10 >= k->text.len * 9 ||
        tree->nodes[k->node].tag == NGI_TAG_DT || tree->nodes[k->node].tag == NGI_TAG_SUMMARY)
        return true;
    uint32_t inner = tree->nodes[k->first].parent;
    if (tree->nodes[inner].tag == NGI_TAG_FONT && k->node == tree->nodes[inner].parent)
        return true;
    return ngi_named(tree, k->node, names) || (inner != k->node && ngi_named(tree, inner, names));
}

bool ngi_heads_candidate(ngi_splitter *s, uint32_t b)
{
    const ngi_block *k = &s->scene->blocks.items[b];
    if (k->hidden || s->layout->listed[b] || k->words < MIN_RUNS || k->words > MAX_WORDS)
        return false;
    if (s->layout->rank[b] != 0)
        return true;
    /* A long one that ends like a sentence is a paragraph, unless it is set apart. */
    if (k->words > 20 && k->text.ptr[k->text.len - 1] == '.' && !ngi_heads_styled(s, b))
        return false;
    return (k->words >= 4 || k->link_chars * 10 >= k->text.len * 9) && !ngi_heads_author(s, b);
}

/* Whether one of the page's own titles begins with this headline, and has not much more. */
bool ngi_heads_titled(const ngi_splitter *s, ng_slice headline)
{
    ng_slice plain;
    if (headline.len <= 8 || headline.len > 400)
        return false;
    plain = ngi_plain(s->scene->arena, headline);
    for (size_t i = 0; i < NGI_COUNT(s->titles); i++) {
        ng_slice title = s->titles[i];
        if (plain.len > 8 && title.len >= plain.len / 2 &&
            ((ngi_starts(title, plain) && plain.len * MOST_OF_TITLE >= title.len) ||
             ngi_starts(plain, title)))
            return true;
    }
    return false;
}

/* ---- what it heads ---- */

uint32_t ngi_heads_prose(const ngi_splitter *s, uint32_t begin, uint32_t end)
{
    return begin < end ? s->cumulated[end] - s->cumulated[begin] : 0;
}

/* Climbs from the headline as long as no other member is inside. */
static uint32_t own_element(const ngi_splitter *s, uint32_t block, uint32_t before, uint32_t after)
{
    const ngi_tree *tree = s->scene->tree;
    uint32_t node = s->scene->blocks.items[block].node;
    while (node != 0) {
        uint32_t up = tree->nodes[node].parent;
        if (up <= before || tree->nodes[up].end > after || tree->nodes[up].tag == NGI_TAG_BODY)
            break;
        node = up;
    }
    return node;
}

static bool is_story_element(const ngi_tree *tree, uint32_t node)
{
    if (tree->nodes[node].tag == NGI_TAG_ARTICLE)
        return true;
    ng_slice type = ngi_attr_value(tree, node, NGI_ATTR_ITEMTYPE);
    return ngi_find_nocase(type, NGI_LIT("article")) != NGI_NONE ||
           ngi_find_nocase(type, NGI_LIT("posting")) != NGI_NONE;
}

/* Whether an element below the highest one is marked as a story: by microformats, in which each
 * entry of a page is (hAtom, h-entry), and its headline links to its page. */
static bool in_entry(const ngi_splitter *s, const ngi_head *m)
{
    static const char *const entry[] = {"hentry", "h-entry", NULL};
    const ngi_tree *tree = s->scene->tree;
    const ngi_block *blocks = s->scene->blocks.items;
    for (uint32_t node = blocks[m->block].node; node >= m->top && node != 0;
         node = tree->nodes[node].parent)
        if (tree->nodes[node].end > blocks[m->first].first && ngi_named(tree, node, entry))
            return true;
    return false;
}

static bool rule_between(const ngi_tree *tree, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (tree->nodes[i].tag == NGI_TAG_HR)
            return true;
    return false;
}

static bool all_linked(const ngi_block *b)
{
    return b->link_chars * 10 > b->text.len * 8;
}

/* Signs at the headline itself: time near it, kicker before it. */
static void look_around(ngi_splitter *s, ngi_head *m, uint32_t begin, uint32_t end)
{
    const ngi_block *blocks = s->scene->blocks.items;
    /* A standfirst that reads like a paragraph may stand between headline and date. */
    for (uint32_t b = m->block + 1, prose = 0; b < m->block + 8 && b < end && !m->dated; b++) {
        prose += s->layout->prose[b] != 0;
        if (prose > 1)
            break;
        m->dated =
            !s->layout->listed[b] &&
            ((ngi_heads_time(s, b) && !ngi_heads_clock(blocks[b].text)) || ngi_heads_author(s, b));
    }
    for (uint32_t back = 1; back <= 3 && m->block >= begin + back; back++) {
        uint32_t b = m->block - back;
        if (s->layout->prose[b] != 0 || s->layout->listed[b])
            break;
        if (blocks[b].words <= 8 && ngi_heads_time(s, b) && !ngi_heads_clock(blocks[b].text))
            m->dated = true;
        if (back == 1 && blocks[b].words <= 4 && s->layout->rank[b] == 0)
            m->kicker_shape = ngi_block_shape(s->scene->tree, &blocks[b], 1);
    }
}

/* Whether it heads prose before the next member: its first block and its words. */
void ngi_heads_measure_prose(const ngi_splitter *s, ngi_heads *g, uint32_t i)
{
    ngi_head *m = &g->items[i];
    uint32_t end = i + 1 < g->count ? g->items[i + 1].block : s->scene->blocks.count;
    m->first = UINT32_MAX;
    m->whole = false;
    for (uint32_t b = m->block + 1; b < end && b <= m->block + NGI_HEADS_REACH; b++)
        if (s->layout->prose[b] != 0 && !s->layout->listed[b]) {
            m->first = b;
            break;
        }
    if (m->first == UINT32_MAX)
        return;
    m->words = ngi_heads_prose(s, m->block + 1, end);
    m->whole = m->words >= BRIEF_WORDS;
}

/* Whether the member's element holds its text: all of it that stands before the next member,
 * or most (a table may have a row for the header and another one for the text). */
static bool holds_text(const ngi_splitter *s, const ngi_head *m, uint32_t end)
{
    uint32_t box = ngi_block_at(&s->scene->blocks, s->scene->tree->nodes[m->top].end);
    box = box < end ? box : end;
    return m->first < box && 2 * ngi_heads_prose(s, m->block + 1, box) >= m->words;
}

void ngi_heads_measure(ngi_splitter *s, ngi_heads *g, uint32_t i)
{
    const ngi_tree *tree = s->scene->tree;
    const ngi_block *blocks = s->scene->blocks.items;
    ngi_head *m = &g->items[i];
    uint32_t begin = i == 0 ? 0 : g->items[i - 1].block + 1;
    uint32_t end = i + 1 < g->count ? g->items[i + 1].block : s->scene->blocks.count;
    ngi_heads_measure_prose(s, g, i);
    if (m->first == UINT32_MAX)
        return;
    uint32_t before = i == 0 ? 0 : blocks[g->items[i - 1].block].node;
    uint32_t after = i + 1 < g->count ? blocks[g->items[i + 1].block].first : tree->count;
    m->top = own_element(s, m->block, before, after);
    m->boxed = tree->nodes[m->top].tag != NGI_TAG_BODY && holds_text(s, m, end);
    m->linked = all_linked(&blocks[m->block]);
    m->article =
        m->boxed && (is_story_element(tree, m->top) || (m->linked && in_entry(s, m)));
    look_around(s, m, begin, end);
    if (m->block != 0) {
        uint32_t p = m->block - 1;
        m->gap = s->layout->prose[p] == 0 || s->layout->listed[p];
        m->ruled = rule_between(tree, blocks[p].last, blocks[m->block].first);
        m->flat = !m->gap && !m->ruled &&
                  ngi_holder(tree, tree->nodes[blocks[p].node].parent) ==
                      ngi_holder(tree, tree->nodes[blocks[m->block].node].parent);
    }
}
