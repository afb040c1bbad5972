/* SPDX-License-Identifier: Apache-2.0 */
/* Cuts a page into text blocks: see blocks.h.
 *
 * One pass over the nodes in document order. Elements that begin and end blocks are those
 * that browsers show as blocks, and custom elements (a name with a hyphen) that stand where
 * no loose text stands beside them. The state of inline elements (link, bold, italic, time)
 * is kept by the index at which each ends, so that nothing is pushed or popped. */
#include "stories/blocks/blocks.h"

#include "base/sixteen.h"
#include "base/utf8.h"

static const uint8_t block_tags[NGI_TAG_COUNT] = {
    [NGI_TAG_ADDRESS] = 1,    [NGI_TAG_ARTICLE] = 1,  [NGI_TAG_ASIDE] = 1,
    [NGI_TAG_BLOCKQUOTE] = 1, [NGI_TAG_BODY] = 1,     [NGI_TAG_CENTER] = 1,
    [NGI_TAG_DD] = 1,         [NGI_TAG_DETAILS] = 1,  [NGI_TAG_DIALOG] = 1,
    [NGI_TAG_DIR] = 1,        [NGI_TAG_DIV] = 1,      [NGI_TAG_DL] = 1,
    [NGI_TAG_DT] = 1,         [NGI_TAG_FIELDSET] = 1, [NGI_TAG_FIGCAPTION] = 1,
    [NGI_TAG_FIGURE] = 1,     [NGI_TAG_FOOTER] = 1,   [NGI_TAG_FORM] = 1,
    [NGI_TAG_H1] = 1,         [NGI_TAG_H2] = 1,       [NGI_TAG_H3] = 1,
    [NGI_TAG_H4] = 1,         [NGI_TAG_H5] = 1,       [NGI_TAG_H6] = 1,
    [NGI_TAG_HEADER] = 1,     [NGI_TAG_HGROUP] = 1,   [NGI_TAG_HR] = 1,
    [NGI_TAG_HTML] = 1,       [NGI_TAG_LEGEND] = 1,   [NGI_TAG_LI] = 1,
    [NGI_TAG_MAIN] = 1,       [NGI_TAG_MENU] = 1,     [NGI_TAG_NAV] = 1,
    [NGI_TAG_OL] = 1,         [NGI_TAG_P] = 1,        [NGI_TAG_PRE] = 1,
    [NGI_TAG_SECTION] = 1,    [NGI_TAG_SUMMARY] = 1,  [NGI_TAG_TABLE] = 1,
    [NGI_TAG_TBODY] = 1,      [NGI_TAG_TD] = 1,       [NGI_TAG_TFOOT] = 1,
    [NGI_TAG_TH] = 1,         [NGI_TAG_THEAD] = 1,    [NGI_TAG_TR] = 1,
    [NGI_TAG_UL] = 1,         [NGI_TAG_CAPTION] = 1,  [NGI_TAG_BUTTON] = 1,
    [NGI_TAG_LABEL] = 1,
};

static const uint8_t skipped_tags[NGI_TAG_COUNT] = {
    [NGI_TAG_SCRIPT] = 1,   [NGI_TAG_TEMPLATE] = 0, [NGI_TAG_IFRAME] = 1, [NGI_TAG_OBJECT] = 1,
    [NGI_TAG_EMBED] = 1,    [NGI_TAG_AUDIO] = 1,    [NGI_TAG_VIDEO] = 1,  [NGI_TAG_SELECT] = 1,
    [NGI_TAG_TEXTAREA] = 1, [NGI_TAG_HEAD] = 1,     [NGI_TAG_TITLE] = 1,  [NGI_TAG_OPTION] = 1,
    [NGI_TAG_RP] = 1,       [NGI_TAG_RT] = 1,
};

bool ngi_block_skips(ngi_tag tag)
{
    return skipped_tags[tag];
}

bool ngi_block_level(ngi_tag tag)
{
    return block_tags[tag];
}

enum { HAS_LOOSE = 1, BLANK = 2 }; /* has a child that is text with words; is blank text */
enum { MOST_LINE = 160 };          /* bytes of a line that is set apart by its style alone */

/* The cutting in progress. For inline state `..._until` is the node index behind the
 * outermost open element of that kind: state is on while the index is below it. */
typedef struct cutter {
    ngi_arena *arena;
    const ngi_tree *tree;
    const uint8_t *loose; /* per node: HAS_LOOSE, BLANK */
    ngi_block *items;
    size_t count, capacity;
    ngi_block open; /* the block being gathered */
    bool started;   /* it has a text node with something to see */
    char *text;     /* arena characters for the open block's text */
    size_t used, room;
    bool gap; /* white space waits to be written */
    uint32_t link_until, bold_until, em_until, time_until, hidden_until;
    uint32_t breaks; /* line breaks in a row */
    uint32_t images;
    uint32_t node; /* the nearest block-level element */
    bool failed;
} cutter;

static bool has_word(ng_slice s)
{
    for (size_t i = 0; i < s.len;)
        if (ngi_is_word(ngi_utf8_next(s, &i)))
            return true;
    return false;
}

static bool is_blank(ng_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ngi_is_space(s.ptr[i]))
            return false;
    return true;
}

/* Counts runs of \w, and words where characters of scripts without spaces count by two. */
static void count_words(ngi_block *b)
{
    uint32_t runs = 0, plain_runs = 0, cjk = 0;
    bool in = false, in_plain = false;
    for (size_t i = 0; i < b->text.len;) {
        size_t left = b->text.len - i;
        uint32_t beyond, words = ngi_word_bits(ngi_sixteen_of(b->text.ptr + i, left), &beyond);
        unsigned ascii = ngi_first_bit(beyond | 1u << (left < 16 ? left : 16));
        words &= (1u << ascii) - 1;
        runs += ngi_count_bits(words & ~(words << 1 | in));
        plain_runs += ngi_count_bits(words & ~(words << 1 | in_plain));
        if (ascii != 0)
            in = in_plain = words >> (ascii - 1) & 1;
        i += ascii;
        while (i < b->text.len && (unsigned char)b->text.ptr[i] >= 0x80) {
            uint32_t c = ngi_utf8_next_wide(b->text, &i);
            bool wide = ngi_is_cjk(c);
            bool word = wide || ngi_is_word_wide(c) || c == 0x200C || c == 0x200D;
            runs += word && !in;
            plain_runs += word && !wide && !in_plain;
            cjk += wide;
            in = word;
            in_plain = word && !wide;
        }
    }
    b->runs = runs;
    b->words = cjk == 0 ? runs : plain_runs + cjk / 2;
}

static void close_block(cutter *c)
{
    if (c->started) {
        c->open.text = ngi_slice(c->text, c->used);
        if (has_word(c->open.text) &&
            ngi_arena_grow(c->arena, &c->items, &c->capacity, c->count + 1, sizeof *c->items)) {
            count_words(&c->open);
            c->open.images = (uint16_t)(c->images > 65535 ? 65535 : c->images);
            c->images = 0;
            c->items[c->count++] = c->open;
            c->text += c->used; /* the next block is written behind it */
            c->room -= c->used;
        }
    }
    c->open = (ngi_block){0};
    c->started = c->gap = false;
    c->used = 0;
    c->breaks = 0;
}

/* Appends text, squeezed. Room for all of it was taken by the caller. */
static void append(cutter *c, ng_slice s)
{
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        bool plain = ngi_is_printed(s.ptr[i]);
        uint32_t ch = plain ? 'a' : ngi_utf8_next(s, &i);
        if (ch == 0xAD || ch == 0x200B || ch == 0x2060 || ch == 0xFEFF)
            continue;
        if (ngi_is_wide_space(ch) || ch < ' ') {
            c->gap = c->used != 0;
            continue;
        }
        if (c->gap)
            c->text[c->used++] = ' ';
        c->gap = false;
        if (plain) {
            i = ngi_copy_even(c->text + c->used, s, i);
            c->used += i - from;
            continue;
        }
        memcpy(c->text + c->used, s.ptr + from, i - from);
        c->used += i - from;
    }
}

/* Makes room for `more` characters behind what the open block has. Blocks are written one
 * behind the other into large pieces of the arena. */
static bool make_room(cutter *c, size_t more)
{
    if (c->used + more <= c->room)
        return true;
    size_t want = (c->used + more) * 2 + 16384;
    char *bigger = ngi_arena_chars(c->arena, want);
    if (bigger == NULL)
        return false;
    if (c->used != 0)
        memcpy(bigger, c->text, c->used);
    c->text = bigger;
    c->room = want;
    return true;
}

static bool in_link(const ngi_tree *tree, uint32_t node)
{
    for (int up = 0; up < 3 && node != 0; up++, node = tree->nodes[node].parent)
        if (tree->nodes[node].tag == NGI_TAG_A)
            return true;
    return false;
}

/* Whether the text at `index`, behind one line break, is set in another inline element than
 * the text before it, in a cell of a table that lays out a page: a section line above a
 * headline. Links below each other are left together. */
static bool is_restyled(const cutter *c, uint32_t index)
{
    const ngi_node *nodes = c->tree->nodes;
    uint32_t before = nodes[c->open.last].parent, here = nodes[index].parent;
    if (nodes[c->node].tag != NGI_TAG_TD || c->used > MOST_LINE)
        return false;
    return before != c->node && here != c->node && before != here &&
           (nodes[before].tag != nodes[here].tag || nodes[before].parent != nodes[here].parent) &&
           !(in_link(c->tree, before) && in_link(c->tree, here));
}

static bool take_text(cutter *c, uint32_t index, ng_slice s)
{
    if (c->loose[index] & BLANK) {
        c->gap = c->gap || (c->used != 0 && s.len != 0);
        return true;
    }
    if (c->started && c->breaks == 1 && is_restyled(c, index))
        close_block(c);
    if (!make_room(c, s.len + 1))
        return false;
    size_t before = c->used;
    append(c, s);
    size_t added = c->used - before;
    if (added == 0)
        return true;
    if (!c->started) {
        c->started = true;
        c->open.node = c->node;
        c->open.first = index;
        c->open.hidden = index < c->hidden_until;
    }
    c->open.last = index;
    c->breaks = 0;
    if (index < c->link_until)
        c->open.link_chars += (uint32_t)added;
    if (index < c->bold_until)
        c->open.bold_chars += (uint32_t)added;
    if (index < c->em_until)
        c->open.em_chars += (uint32_t)added;
    c->open.in_time |= index < c->time_until;
    return true;
}

static bool is_hidden(const ngi_tree *tree, uint32_t index)
{
    const ngi_node *n = &tree->nodes[index];
    for (uint32_t i = 0; i < n->attr_count; i++) {
        const ngi_attr *a = &tree->attrs[n->attr + i];
        if (a->name == NGI_ATTR_HIDDEN)
            return true;
        if (a->name == NGI_ATTR_ARIA_HIDDEN && ngi_equal(a->value, NGI_LIT("true")))
            return true;
        if (a->name == NGI_ATTR_STYLE && a->value.len < 2000) {
            size_t at = ngi_find_nocase(a->value, NGI_LIT("display"));
            ng_slice rest = at == NGI_NONE ? (ng_slice){0} : ngi_slice_from(a->value, at + 7);
            rest = ngi_trim(rest);
            if (rest.len > 1 && rest.ptr[0] == ':' &&
                ngi_starts_nocase(ngi_trim(ngi_slice_from(rest, 1)), NGI_LIT("none")))
                return true;
            if (ngi_find_nocase(a->value, NGI_LIT("visibility:hidden")) != NGI_NONE ||
                ngi_find_nocase(a->value, NGI_LIT("visibility: hidden")) != NGI_NONE)
                return true;
        }
    }
    return false;
}

static bool begins_block(const cutter *c, uint32_t index)
{
    const ngi_node *n = &c->tree->nodes[index];
    if (n->tag != NGI_TAG_OTHER)
        return block_tags[n->tag];
    return ngi_find_char(n->text, '-') != NGI_NONE && !(c->loose[n->parent] & HAS_LOOSE);
}

static uint32_t longer(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

static void inline_state(cutter *c, uint32_t index)
{
    const ngi_node *n = &c->tree->nodes[index];
    switch (n->tag) {
    case NGI_TAG_A:
        if (ngi_attr_get(c->tree, index, NGI_ATTR_HREF) != NULL) {
            c->link_until = longer(c->link_until, n->end);
            c->open.links += c->open.links < 65535;
        }
        break;
    case NGI_TAG_B:
    case NGI_TAG_STRONG: c->bold_until = longer(c->bold_until, n->end); break;
    case NGI_TAG_I:
    case NGI_TAG_EM:
    case NGI_TAG_CITE: c->em_until = longer(c->em_until, n->end); break;
    case NGI_TAG_TIME: c->time_until = longer(c->time_until, n->end); break;
    default: break;
    }
    if (n->attr_count != 0 && index >= c->hidden_until && is_hidden(c->tree, index))
        c->hidden_until = n->end;
}

static void line_break(cutter *c)
{
    if (++c->breaks >= 2)
        close_block(c);
    else
        c->gap = c->used != 0;
}

/* Per node: whether loose text with something to see stands directly in it, or it is text
 * with nothing. */
static uint8_t *find_loose(ngi_arena *arena, const ngi_tree *tree)
{
    uint8_t *loose = NGI_NEW_ARRAY(arena, uint8_t, tree->count + 1);
    for (uint32_t i = 0; loose != NULL && i < tree->count; i++)
        if (tree->nodes[i].tag != NGI_TAG_TEXT)
            continue;
        else if (is_blank(tree->nodes[i].text))
            loose[i] = BLANK;
        else
            loose[tree->nodes[i].parent] |= HAS_LOOSE;
    return loose;
}

bool ngi_blocks_make(ngi_arena *arena, const ngi_tree *tree, ngi_blocks *out)
{
    cutter c = {.arena = arena, .tree = tree, .loose = find_loose(arena, tree)};
    uint32_t block_end = 0; /* where the innermost open block-level element ends */
    *out = (ngi_blocks){0};
    if (c.loose == NULL)
        return false;
    for (uint32_t i = 0; i < tree->count;) {
        const ngi_node *n = &tree->nodes[i];
        while (i >= block_end && c.node != 0) { /* leave block-level elements that ended */
            close_block(&c);
            do
                c.node = tree->nodes[c.node].parent;
            while (c.node != 0 && !begins_block(&c, c.node));
            block_end = tree->nodes[c.node].end;
        }
        if (n->tag == NGI_TAG_TEXT) {
            if (!take_text(&c, i, n->text))
                return false;
            i++;
            continue;
        }
        if (n->tag == NGI_TAG_IMG || n->tag == NGI_TAG_IFRAME || n->tag == NGI_TAG_VIDEO ||
            n->tag == NGI_TAG_OBJECT)
            c.images++;
        if (skipped_tags[n->tag]) {
            i = n->end;
            continue;
        }
        if (n->tag == NGI_TAG_BR) {
            line_break(&c);
        } else if (begins_block(&c, i)) {
            close_block(&c);
            c.node = i;
            block_end = n->end;
        }
        inline_state(&c, i);
        i++;
    }
    close_block(&c);
    out->items = c.items;
    out->count = (uint32_t)c.count;
    return !arena->failed;
}
