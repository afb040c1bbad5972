/* SPDX-License-Identifier: Apache-2.0 */
/* What belongs to a story, or does not, by what stands around it and not by its own look:
 * embedded posts, subheads and quotations that are siblings of the paragraphs, boxes of links.
 *
 * The block model has learned from truths that mostly leave embedded posts out, so it gives
 * them no chance; a reader of the page sees them between the paragraphs. Where the markup says
 * that a block is such a post, it stays. */
#include "stories/bodies/choose.h"
#include "stories/pages/layout.h"

enum { BOX_UP = 6, MOST_ITEM = 40 };
static const float SIBLING_HEADING = 0.2f, SIBLING_QUOTE = 0.3f, SURE_LINK = 0.8f;

static const ngi_block *block_at(const ngi_scene *s, uint32_t i)
{
    return &s->blocks.items[i];
}

static bool is_heading(const ngi_scene *s, uint32_t i)
{
    uint8_t tag = s->tree->nodes[block_at(s, i)->node].tag;
    return tag >= NGI_TAG_H1 && tag <= NGI_TAG_H6;
}

static bool is_link(const ngi_block *b)
{
    return b->link_chars * 10 >= b->text.len * 9;
}

static uint32_t parent_of(const ngi_scene *s, uint32_t node)
{
    return s->tree->nodes[node].parent;
}

/* The blockquote that a block stands in, or 0. */
static uint32_t quote_of(const ngi_scene *s, uint32_t i)
{
    uint32_t e = block_at(s, i)->node;
    for (int up = 0; up < BOX_UP && e != 0; up++, e = parent_of(s, e))
        if (s->tree->nodes[e].tag == NGI_TAG_BLOCKQUOTE)
            return e;
    return 0;
}

/* A line of links within a post is the network's ("View this post on ..."). */
void ngi_choose_posts(const ngi_scene *s, uint8_t *pick, uint32_t first, uint32_t last)
{
    for (uint32_t i = first + 1; i < last; i++) {
        uint32_t quote = pick[i] || is_link(block_at(s, i)) ? 0 : quote_of(s, i);
        if (quote != 0 && ngi_is_post(s->tree, quote))
            pick[i] = 1;
    }
}

/* Whether the block stands in `parent`, at most a list or a quotation deeper. */
static bool stands_in(const ngi_scene *s, uint32_t i, uint32_t parent)
{
    uint32_t e = block_at(s, i)->node;
    for (int up = 0; up < 3 && e != 0; up++)
        if ((e = parent_of(s, e)) == parent)
            return true;
    return false;
}

/* Whether the element is a sibling of the chosen blocks next to block i on both sides. */
static bool is_sibling(const ngi_scene *s, const uint8_t *pick, uint32_t i, uint32_t node,
                       uint32_t first, uint32_t last)
{
    uint32_t before = i, after = i;
    while (before > first && !pick[--before])
        ;
    while (after < last && !pick[++after])
        ;
    uint32_t parent = parent_of(s, node);
    return stands_in(s, before, parent) && stands_in(s, after, parent);
}

void ngi_choose_siblings(const ngi_scene *s, uint32_t headline, uint8_t *pick, uint32_t first,
                         uint32_t last)
{
    for (uint32_t i = first + 1; i < last; i++) {
        const ngi_block *b = block_at(s, i);
        if (pick[i] || i == headline || b->link_chars != 0 || b->p <= SIBLING_HEADING)
            continue;
        uint32_t node = is_heading(s, i) ? b->node : b->p > SIBLING_QUOTE ? quote_of(s, i) : 0;
        if (node != 0 && is_sibling(s, pick, i, node, first, last))
            pick[i] = 1;
    }
}

/* The highest element above block i whose blocks are headings and links, no others. */
static uint32_t box_of(const ngi_scene *s, const uint32_t *plain, uint32_t i)
{
    uint32_t box = 0, e = block_at(s, i)->node;
    for (int up = 0; up < BOX_UP && e != 0; up++, e = parent_of(s, e)) {
        uint32_t from = ngi_block_at(&s->blocks, e),
                 to = ngi_block_at(&s->blocks, s->tree->nodes[e].end);
        if (plain[to] != plain[from])
            break;
        box = e;
    }
    return box;
}

/* Whether the box begins with a heading and all else in it is links, none of them beyond doubt:
 * a guide's "Best overall: NAME" is main text for sure. */
static bool is_link_box(const ngi_scene *s, uint32_t from, uint32_t to)
{
    if (to - from < 2 || !is_heading(s, from) || is_link(block_at(s, from)))
        return false;
    for (uint32_t i = from + 1; i < to; i++)
        if ((is_heading(s, i) && !is_link(block_at(s, i))) || block_at(s, i)->p >= SURE_LINK)
            return false;
    return true;
}

bool ngi_drop_link_boxes(const ngi_scene *s, uint8_t *pick, uint32_t first, uint32_t last)
{
    uint32_t n = s->blocks.count;
    uint32_t *plain = ngi_arena_alloc(s->arena, (size_t)n + 1, sizeof *plain);
    if (plain == NULL)
        return false;
    plain[0] = 0; /* blocks before that are neither heading nor link */
    for (uint32_t i = 0; i < n; i++)
        plain[i + 1] = plain[i] + !(is_heading(s, i) ||
                                    (is_link(block_at(s, i)) && block_at(s, i)->words < MOST_ITEM));
    for (uint32_t i = first; i <= last; i++) {
        uint32_t box = pick[i] && plain[i + 1] == plain[i] ? box_of(s, plain, i) : 0;
        if (box == 0)
            continue;
        uint32_t from = ngi_block_at(&s->blocks, box),
                 to = ngi_block_at(&s->blocks, s->tree->nodes[box].end);
        if (is_link_box(s, from, to))
            memset(pick + from, 0, to - from);
        i = to > i ? to - 1 : i;
    }
    return true;
}
