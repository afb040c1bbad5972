/* SPDX-License-Identifier: Apache-2.0 */
/* Finds where one story ends and the next begins on a page that holds several.
 *
 * Nearly all pages hold one story, so a page is taken to be one story until a group of blocks
 * shows that it is not: blocks of one shape (same element, class and parents), each followed
 * by prose before the next of them, that together head the page's running text. Subheads,
 * captions, names above comments and the titles of live posts do so too. What tells headlines
 * from them is what a reader sees: a date, an age or a section line at each; a heading of the
 * first rank; an element of its own around each with its prose; a link to its own page;
 * a rule, buttons or other furniture between the last paragraph and it; and that hardly any
 * prose stands before the first. Each candidate group is scored by these signs as a whole and
 * the best one over the bar wins. Not simply <article>: teasers and comments use it as well.
 *
 * Tens of stories, thousands of blocks: groups are found by hashing shapes at three depths,
 * and each group is measured in one pass, so time is linear in the blocks. */
#include "stories/pages/heads.h"

#include "base/map.h"
#include "base/utf8.h"

enum { MAX_WORDS = 45, REACH = 14, PREFIX_WORDS = 45 };

/* ---- spans ---- */

static int32_t claim_of(const ngi_scene *scene, ng_slice headline)
{
    uint64_t key = ngi_text_key(headline);
    for (uint32_t i = 0; i < scene->meta.claim_count && i < 200; i++)
        if (ngi_text_key(scene->meta.claims[i].headline) == key)
            return (int32_t)i;
    return -1;
}

/* The headline of a page without headings: the last line before the first paragraph that could
 * be one. */
static uint32_t plain_headline(ngi_splitter *s)
{
    uint32_t count = s->scene->blocks.count, first = 0, best = UINT32_MAX;
    while (first < count && (s->layout->prose[first] < 20 || s->layout->listed[first]))
        first++;
    for (uint32_t b = first; b-- > 0 && first - b < REACH && first < count;)
        if (ngi_heads_candidate(s, b) &&
            (best == UINT32_MAX ||
             s->scene->blocks.items[b].words > s->scene->blocks.items[best].words))
            best = b;
    return best;
}

/* The headline of a page with one story: the heading that the page's title names, else the
 * first of the highest rank. */
static uint32_t single_headline(ngi_splitter *s)
{
    uint32_t best = UINT32_MAX;
    int best_value = 0;
    for (uint32_t b = 0; b < s->scene->blocks.count; b++) {
        const ngi_block *k = &s->scene->blocks.items[b];
        if (s->layout->rank[b] == 0 || k->hidden || s->layout->listed[b] || k->words > MAX_WORDS)
            continue;
        int value = 8 - s->layout->rank[b] + (s->layout->rank[b] == 1 ? 3 : 0);
        if (ngi_heads_titled(s, k->text))
            value += 10;
        if (value > best_value && (value >= 10 || s->cumulated[b] < 60)) {
            best_value = value;
            best = b;
        }
    }
    return best == UINT32_MAX ? plain_headline(s) : ngi_heads_raised(s, best);
}

static void set_bits(uint64_t bits[64], ng_slice text)
{
    ng_slice word;
    while (ngi_split(&text, ' ', &word))
        bits[ngi_hash(word) & 63] |= (uint64_t)1 << (ngi_hash(word) >> 6 & 63);
}

/* Whether the page's titles are about this story: most longer words of one of them are in its
 * headline or first paragraphs. A section page with one story is titled by its section. */
static bool is_about(ngi_splitter *s, uint32_t headline)
{
    const ngi_scene *scene = s->scene;
    const ngi_meta *m = &scene->meta;
    ng_slice titles[] = {m->og_title, m->title, m->twitter_title, m->og_description};
    uint64_t bits[64] = {0};
    bool any = false;
    if (s->titled != UINT32_MAX && scene->blocks.items[s->titled].words >= 4)
        return true; /* about a heading of this page, even if another one was taken */
    for (uint32_t b = headline, words = 0; b < scene->blocks.count && words < 400; b++) {
        set_bits(bits, ngi_plain(scene->arena, scene->blocks.items[b].text));
        words += scene->blocks.items[b].words;
    }
    for (size_t i = 0; i < NGI_COUNT(titles); i++) {
        ng_slice rest = ngi_plain(scene->arena, titles[i]), word;
        uint32_t count = 0, found = 0;
        while (ngi_split(&rest, ' ', &word)) {
            if (word.len < 4) /* "the", "of" are in every text */
                continue;
            count++;
            found += bits[ngi_hash(word) & 63] >> (ngi_hash(word) >> 6 & 63) & 1;
        }
        if (count != 0 && found * 2 > count)
            return true;
        any |= count >= 2;
    }
    return !any;
}

/* Lists of links behind the last paragraph, under a title of their own, are no text. */
static void drop_last_links(ngi_splitter *s)
{
    const ngi_layout *l = s->layout;
    ngi_block *blocks = s->scene->blocks.items;
    uint32_t last = 0;
    for (uint32_t b = 0; b < s->scene->blocks.count; b++)
        if (l->prose[b] != 0 && !l->listed[b])
            last = b;
    for (uint32_t i = 0; i < l->item_count; i++) {
        const ngi_item *item = &l->items[i];
        bool titled = item->begin != 0 && l->listed[item->begin - 1] != 0;
        for (uint32_t b = item->begin; b < item->end && titled && item->begin > last; b++)
            if (blocks[b].link_chars * 10 >= blocks[b].text.len * 9)
                blocks[b].p = 0;
    }
}

static bool one_span(ngi_splitter *s, ngi_span **out, uint32_t *count)
{
    const ngi_scene *scene = s->scene;
    ngi_span *span = NGI_NEW(scene->arena, ngi_span);
    if (span == NULL)
        return false;
    *span = (ngi_span){
        .end = scene->blocks.count, .headline = single_headline(s), .claim = -1, .own = true};
    for (uint32_t i = scene->meta.claim_count; i-- > 0;)
        if (scene->meta.claims[i].main || scene->meta.claim_count == 1)
            span->claim = (int32_t)i;
    if (span->headline != UINT32_MAX) {
        span->own = is_about(s, span->headline);
        if (!span->own)
            span->claim = -1;
        int32_t claim = claim_of(scene, scene->blocks.items[span->headline].text);
        span->claim = claim >= 0 ? claim : span->claim;
    }
    drop_last_links(s);
    *out = span;
    *count = 1;
    return true;
}

/* Where a story begins: at its section line, date or byline before the headline. */
static uint32_t span_begin(const ngi_splitter *s, const ngi_head *m, uint32_t floor)
{
    uint32_t b = m->block;
    /* Without an element of its own it begins no earlier than the one that holds it does. */
    uint32_t top = m->boxed ? m->top : s->scene->tree->nodes[s->scene->blocks.items[b].node].parent;
    uint32_t box = ngi_block_at(&s->scene->blocks, top), own = box;
    if (s->scene->tree->nodes[top].tag == NGI_TAG_TR) /* a row for the section above it */
        box = ngi_block_at(&s->scene->blocks, s->scene->tree->nodes[top].parent);
    while (b > floor && b > box &&
           (b > own || (s->scene->blocks.items[b - 1].words <= 4 &&
                        s->scene->blocks.items[b - 1].link_chars == 0)) &&
           m->block - b < 4 && s->layout->prose[b - 1] == 0 && !s->layout->listed[b - 1] &&
           (m->boxed || s->scene->blocks.items[b - 1].words <= 5))
        b--;
    return b;
}

/* Where it ends: where its element or the reach of the next story ends, but not beyond a list
 * of teasers behind its last paragraph. */
static uint32_t span_end(const ngi_splitter *s, const ngi_head *m, uint32_t limit)
{
    const ngi_tree *tree = s->scene->tree;
    const ngi_block *blocks = s->scene->blocks.items;
    uint32_t end = limit, last = m->first;
    if (m->boxed) {
        uint32_t box = ngi_block_at(&s->scene->blocks, tree->nodes[m->top].end);
        end = box < end ? box : end;
    } else { /* flat: what holds the headline and most of the text holds the story */
        uint32_t holder = blocks[m->block].node, total = s->cumulated[end] - s->cumulated[m->block];
        uint32_t box = m->block + 1;
        while (holder != 0) {
            box = ngi_block_at(&s->scene->blocks, tree->nodes[holder].end);
            box = box > m->block && box < end ? box : end;
            if (5 * (s->cumulated[box] - s->cumulated[m->block]) >= 4 * total)
                break;
            holder = tree->nodes[holder].parent;
        }
        end = holder == 0 ? end : box;
    }
    for (uint32_t b = m->first; b < end; b++)
        if (s->layout->prose[b] != 0 && !s->layout->listed[b])
            last = b;
    for (uint32_t b = last + 1; b < end; b++)
        if (s->layout->listed[b])
            end = b;
    return end;
}

/* A story printed twice: same headline and same first paragraph. */
static bool seen_before(ngi_splitter *s, ngi_map *seen, const ngi_head *m, bool *failed)
{
    const ngi_block *blocks = s->scene->blocks.items;
    uint64_t key[2] = {ngi_text_key(blocks[m->block].text), ngi_text_key(blocks[m->first].text)};
    char *copy = ngi_arena_chars(s->scene->arena, sizeof key);
    bool is_new = false;
    if (copy != NULL)
        memcpy(copy, key, sizeof key);
    if (copy == NULL || ngi_map_put(seen, ngi_slice(copy, sizeof key), &is_new) == NULL)
        *failed = true;
    return !is_new;
}

static ngi_span span_of(ngi_splitter *s, const ngi_head *m, uint32_t floor, uint32_t limit)
{
    ng_slice headline = s->scene->blocks.items[m->block].text;
    ngi_span span = {.begin = span_begin(s, m, floor),
                     .end = span_end(s, m, limit),
                     .headline = m->block,
                     .top = m->boxed ? m->top : 0,
                     .claim = claim_of(s->scene, headline),
                     .own = ngi_heads_titled(s, headline)};
    return span;
}

/* The shape of a short element that stands in a heading before the headline; 0: there is none. */
static uint64_t kicker_shape(const ngi_splitter *s, const ngi_span *span)
{
    const ngi_tree *tree = s->scene->tree;
    if (span->headline == UINT32_MAX)
        return 0;
    const ngi_block *b = &s->scene->blocks.items[span->headline];
    uint32_t inner = tree->nodes[b->first].parent;
    bool before = inner != b->node && tree->nodes[inner].end <= b->last;
    return before && ngi_count_words(tree->nodes[b->first].text) <= 4 ? ngi_shape(tree, inner) : 0;
}

/* Where half of the headlines have such an element, and of one shape, it is the section's. */
static void mark_kickers(const ngi_splitter *s, ngi_span *spans, uint32_t count)
{
    uint64_t shape = 0;
    uint32_t same = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t own = kicker_shape(s, &spans[i]);
        shape = same == 0 ? own : shape;
        same += own != 0 && own == shape;
    }
    for (uint32_t i = 0; i < count && same >= 2 && same * 2 >= count; i++)
        spans[i].kicker = kicker_shape(s, &spans[i]) == shape;
}

static bool many_spans(ngi_splitter *s, ngi_heads *g, ngi_span **out, uint32_t *count)
{
    ngi_span *spans = NGI_NEW_ARRAY(s->scene->arena, ngi_span, g->count + 1);
    ngi_map seen;
    bool failed = false, prefix = g->prefix >= PREFIX_WORDS && g->prefix_head != UINT32_MAX;
    uint32_t used = 0, floor = 0;
    ngi_map_init(&seen, s->scene->arena);
    if (spans == NULL)
        return false;
    if (prefix) {
        ngi_heads own = {.items = &(ngi_head){.block = g->prefix_head}, .count = 1};
        ngi_heads_measure(s, &own, 0);
        ngi_head *m = own.items;
        m->boxed = false;
        if (m->first < g->items[0].block)
            spans[used++] =
                (ngi_span){.end = span_begin(s, &g->items[0], 0),
                           .headline = m->block,
                           .claim = claim_of(s->scene, s->scene->blocks.items[m->block].text),
                           .own = true};
    }
    for (uint32_t i = 0; i < g->count; i++) {
        const ngi_head *m = &g->items[i];
        uint32_t limit = i + 1 < g->count ? span_begin(s, &g->items[i + 1], m->block + 1)
                                          : s->scene->blocks.count;
        ngi_span span = span_of(s, m, floor, limit);
        floor = limit;
        if (!seen_before(s, &seen, m, &failed))
            spans[used++] = span;
        if (span.claim >= 0 && !span.own)
            s->scene->meta.claims[span.claim].taken = true;
    }
    mark_kickers(s, spans, used);
    *out = spans;
    *count = used;
    return !failed;
}

/* The only story of a section page: it ends with what holds its headline and its text. */
static void trim_span(ngi_splitter *s, ngi_span *span)
{
    ngi_heads one = {.items = &(ngi_head){.block = span->headline}, .count = 1};
    ngi_head *m = one.items;
    ngi_heads_measure(s, &one, 0);
    m->boxed = false;
    if (m->whole) {
        span->begin = span_begin(s, m, 0);
        span->end = span_end(s, m, span->end);
    }
}

/* ---- the page ---- */

/* Whether a paragraph or two stand below a heading. */
static bool heads_text(const ngi_splitter *s, uint32_t heading)
{
    const ngi_layout *l = s->layout;
    uint32_t words = 0;
    for (uint32_t i = heading + 1; i <= heading + REACH && i < s->scene->blocks.count; i++) {
        if (l->listed[i])
            continue;
        words += l->prose[i];
        if (l->prose[i] >= 18 || words >= 26)
            return true;
    }
    return false;
}

/* Whether a line below a heading tells when. */
static bool has_moment(ngi_splitter *s, uint32_t heading)
{
    const ngi_layout *l = s->layout;
    for (uint32_t b = heading + 1; b < heading + 5 && b < s->scene->blocks.count; b++)
        if (l->rank[b] == 0 && !l->listed[b] && ngi_heads_time(s, b))
            return true;
    return false;
}

/* Whether the page is a list of teasers and no more. */
static bool is_front(ngi_splitter *s)
{
    const ngi_layout *l = s->layout;
    uint32_t total = s->cumulated[s->scene->blocks.count];
    if (l->item_count < 2 || total > 60 + 2 * l->item_count || s->scene->meta.ld_body.len >= 400)
        return false;
    for (uint32_t b = 0; b < s->scene->blocks.count; b++)
        if (l->rank[b] != 0 && !l->listed[b] && s->scene->blocks.items[b].words >= 4 &&
            (l->rank[b] <= 2 || has_moment(s, b)) && heads_text(s, b))
            return false;
    return true;
}

#define BAR 2.6f

bool ngi_split_find(ngi_scene *scene, ngi_span **out, uint32_t *count)
{
    ngi_splitter s = {.scene = scene};
    ngi_heads best;
    *out = NULL;
    *count = 0;
    s.layout = ngi_layout_of(scene);
    if (s.layout == NULL || !ngi_heads_prepare(&s))
        return false;
    if (scene->kind != NG_KIND_ARTICLE && is_front(&s))
        return true;
    if (scene->kind == NG_KIND_ARTICLE || scene->kind == NG_KIND_PAGE)
        return one_span(&s, out, count);
    if (!ngi_heads_best(&s, &best))
        return false;
    ngi_heads_drop_clocks(&s);
    if (best.score >= BAR)
        ngi_heads_raise(&s, &best);
    if (best.score >= BAR)
        return many_spans(&s, &best, out, count) && ngi_heads_settle(&s, *out, *count);
    if (!one_span(&s, out, count))
        return false;
    if ((*out)->own) {
        ngi_heads_settle_own(&s, *out);
        return true;
    }
    trim_span(&s, *out);
    return ngi_heads_settle(&s, *out, *count);
}
