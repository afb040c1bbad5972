/* SPDX-License-Identifier: Apache-2.0 */
/* Looks a page over before it is cut into stories and lists: see layout.h.
 *
 * Shapes are what repeats on a page, whatever the words in its classes are: stories of one
 * page come out of one template, and so do the entries of a list. Digits are dropped from
 * class words ("post-17"), and only the first word counts ("item first odd"). */
#include "stories/pages/layout.h"

#include "base/map.h"
#include "base/sixteen.h"
#include "base/utf8.h"

enum { PROSE_WORDS = 12, HEADING_WORDS = 60, OTHER_WORDS = 7, MOST_INLINE = 16 };

static bool is_inline(const ngi_node *n)
{
    if (n->tag == NGI_TAG_OTHER)
        return ngi_find_char(n->text, '-') == NGI_NONE;
    return !ngi_block_level((ngi_tag)n->tag);
}

/* The first word of a class, without a number at its end ("post-17" is "post-"). Digits inside
 * stay: made-up class words ("css-1x0k") differ by them. */
static ng_slice first_word(ng_slice class)
{
    size_t end = 0;
    class = ngi_trim(class);
    while (end < class.len && !ngi_is_space(class.ptr[end]))
        end++;
    size_t stem = end;
    while (stem > 0 && class.ptr[stem - 1] >= '0' && class.ptr[stem - 1] <= '9')
        stem--;
    if (stem > 0 && (class.ptr[stem - 1] == '-' || class.ptr[stem - 1] == '_'))
        end = stem;
    return ngi_slice_sub(class, 0, end);
}

uint64_t ngi_shape(const ngi_tree *tree, uint32_t node)
{
    const ngi_node *n = &tree->nodes[node];
    uint64_t hash = 1469598103934665603u ^ n->tag;
    if (n->tag == NGI_TAG_OTHER)
        hash ^= ngi_hash(n->text);
    ng_slice class = first_word(ngi_attr_value(tree, node, NGI_ATTR_CLASS));
    for (size_t i = 0; i < class.len; i++)
        hash = (hash ^ (unsigned char)class.ptr[i]) * 1099511628211u;
    return hash * 1099511628211u;
}

uint32_t ngi_holder(const ngi_tree *tree, uint32_t node)
{
    while (node != 0 && is_inline(&tree->nodes[node]))
        node = tree->nodes[node].parent;
    return node;
}

/* The inline element that holds all of a line among other lines of an element ("<td><b>Headline
 * </b><br>text<br>text"); 0: none. */
static uint32_t line_element(const ngi_tree *tree, const ngi_block *block)
{
    uint32_t node = block->node, inner = tree->nodes[block->first].parent;
    while (inner > node && tree->nodes[inner].parent != node)
        inner = tree->nodes[inner].parent;
    bool all = inner > node && tree->nodes[inner].end > block->last;
    bool alone = node + 1 == inner && tree->nodes[inner].end == tree->nodes[node].end;
    return all && !alone ? inner : 0;
}

/* The shape of the elements that hold all of such a line: <b><font>, unlike <b> alone. */
static uint64_t line_shape(const ngi_tree *tree, const ngi_block *block)
{
    uint32_t line = line_element(tree, block), node = tree->nodes[block->first].parent;
    uint64_t hash = 0;
    for (unsigned i = 0; line != 0 && node >= line && i < MOST_INLINE; i++) {
        if (tree->nodes[node].end > block->last)
            hash = (hash << 5 | hash >> 59) ^ ngi_shape(tree, node) >> 1;
        node = tree->nodes[node].parent;
    }
    return hash;
}

uint64_t ngi_block_shape(const ngi_tree *tree, const ngi_block *block, unsigned levels)
{
    uint32_t node = block->node;
    uint64_t hash = ngi_shape(tree, node) ^ line_shape(tree, block);
    for (; levels != 0 && node != 0; levels--) {
        node = ngi_holder(tree, tree->nodes[node].parent);
        hash = (hash << 7 | hash >> 57) ^ ngi_shape(tree, node);
    }
    return hash;
}

size_t ngi_first_from(const uint32_t *key, size_t count, size_t stride, uint32_t node)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        uint32_t at;
        memcpy(&at, (const char *)key + mid * stride, sizeof at);
        if (at < node)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

uint32_t ngi_block_at(const ngi_blocks *blocks, uint32_t node)
{
    return blocks->count == 0 ? 0
                              : (uint32_t)ngi_first_from(&blocks->items[0].first, blocks->count,
                                                         sizeof blocks->items[0], node);
}

static bool has_word(ng_slice s, const char *const *words, uint64_t openings)
{
    ngi_byte_before before = {0, 0};
    for (size_t i = 0; i < s.len; i += 16) {
        ngi_sixteen v = ngi_sixteen_of(s.ptr + i, s.len - i);
        uint32_t bits = ngi_word_starts(v, ngi_bits_of(ngi_are_letters(v)), &before);
        for (; bits != 0; bits &= bits - 1) {
            ng_slice rest = ngi_slice_from(s, i + ngi_first_bit(bits));
            if (rest.len < 2 || (openings & ngi_opening_bit(rest.ptr)) == 0)
                continue;
            for (size_t w = 0; words[w] != NULL; w++)
                if (*words[w] == (*rest.ptr | 32) && ngi_starts_with_nocase(rest, words[w]))
                    return true;
        }
    }
    return false;
}

bool ngi_named(const ngi_tree *tree, uint32_t node, const char *const *words)
{
    const ngi_node *n = &tree->nodes[node];
    uint64_t openings = n->attr_count == 0 ? 0 : ngi_openings(words);
    for (uint32_t i = 0; i < n->attr_count; i++) {
        const ngi_attr *a = &tree->attrs[n->attr + i];
        if ((a->name == NGI_ATTR_CLASS || a->name == NGI_ATTR_ID || a->name == NGI_ATTR_ROLE) &&
            a->value.len < 400 && has_word(a->value, words, openings))
            return true;
    }
    return false;
}

bool ngi_in_frame(const ngi_tree *tree, uint32_t node)
{
    static const char *const words[] = {
        "nav",    "menu",     "footer", "breadcrumb", "cookie",     "consent",     "share",
        "social", "tag-list", "tags",   "comment",    "pagination", "contentinfo", NULL};
    for (unsigned i = 0; node != 0 && i < 40; i++, node = tree->nodes[node].parent) {
        uint8_t tag = tree->nodes[node].tag;
        bool most = tree->nodes[node].end - node >= tree->count / 3;
        if (tag == NGI_TAG_NAV || tag == NGI_TAG_MENU || tag == NGI_TAG_DIALOG)
            return true;
        if (tag == NGI_TAG_FORM && !most) /* some systems put the whole page into a form */
            return true;
        /* A footer inside an article is no frame of the page. */
        if (tag == NGI_TAG_FOOTER && tree->nodes[node].depth < 6)
            return true;
        if (tag == NGI_TAG_BODY || tag == NGI_TAG_MAIN || tag == NGI_TAG_ARTICLE)
            return false;
        /* What holds most of the page is named after its theme, not its part. */
        if (!most && ngi_named(tree, node, words))
            return true;
    }
    return false;
}

uint64_t ngi_text_key(ng_slice text)
{
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = ngi_utf8_next(text, &i);
        if (ngi_is_letter(c) || ngi_is_digit(c))
            hash = (hash ^ ngi_fold(c)) * 1099511628211u;
    }
    return hash;
}

static bool has_digit(ng_slice text)
{
    for (size_t i = 0; i < text.len;)
        if (ngi_is_digit(ngi_utf8_next(text, &i)))
            return true;
    return false;
}

bool ngi_tells_time(ngi_scene *scene, const ngi_block *block)
{
    size_t begin, end;
    ng_slice date, text = block->text;
    if (block->words > 14)
        return false;
    if (block->in_time)
        return true;
    if (!ngi_age_find(scene->arena, text, scene->now, &begin, &end, &date) &&
        (!has_digit(text) ||
         !ngi_date_parse(scene->arena, text, scene->now, -1, &date, &begin, &end)))
        return false;
    /* A sentence that names a day is no date line. */
    return ngi_count_words(ngi_slice_sub(text, 0, begin)) +
               ngi_count_words(ngi_slice_from(text, end)) <=
           OTHER_WORDS;
}

/* The rank of an element that is a heading by its role alone: level 2 where it tells none
 * (WAI-ARIA 1.2, "heading"), and never the first, which boxes over the page claim as well. */
static uint8_t role_rank(const ngi_tree *tree, uint32_t node)
{
    ng_slice level = ngi_trim(ngi_attr_value(tree, node, NGI_ATTR_ARIA_LEVEL));
    if (!ngi_equal_nocase(ngi_trim(ngi_attr_value(tree, node, NGI_ATTR_ROLE)), NGI_LIT("heading")))
        return 0;
    return level.len == 1 && level.ptr[0] >= '3' && level.ptr[0] <= '6'
               ? (uint8_t)(level.ptr[0] - '0')
               : 2;
}

/* Headings may wrap their text in further elements: up to three above the block count, as
 * long as the heading holds nothing but this block. */
static uint8_t heading_rank(const ngi_layout *l, const ngi_block *b)
{
    uint32_t node = b->node;
    for (int i = 0; i < 4 && node != 0; i++, node = l->tree->nodes[node].parent) {
        const ngi_node *n = &l->tree->nodes[node];
        if (n->tag >= NGI_TAG_H1 && n->tag <= NGI_TAG_H6)
            return (uint8_t)(n->tag - NGI_TAG_H1 + 1);
        uint8_t rank = n->attr_count == 0 ? 0 : role_rank(l->tree, node);
        if (rank != 0)
            return rank;
        if (n->tag == NGI_TAG_P || n->tag == NGI_TAG_LI)
            break;
    }
    return 0;
}

/* Running text: long enough, mostly unlinked, no heading, no caption, shown. */
static uint32_t prose_words(const ngi_layout *l, uint32_t i)
{
    const ngi_block *b = &l->blocks->items[i];
    if (b->words < PROSE_WORDS || l->rank[i] != 0 || b->hidden || b->link_chars * 2 > b->text.len)
        return 0;
    uint32_t node = b->node;
    for (int up = 0; up < 6 && node != 0; up++, node = l->tree->nodes[node].parent) {
        uint8_t tag = l->tree->nodes[node].tag;
        if (tag == NGI_TAG_FIGCAPTION || tag == NGI_TAG_BUTTON || tag == NGI_TAG_LABEL ||
            tag == NGI_TAG_NAV)
            return 0;
    }
    return b->words;
}

const ngi_layout *ngi_layout_of(ngi_scene *scene)
{
    ngi_arena *arena = scene->arena;
    uint32_t count = scene->blocks.count;
    if (scene->layout != NULL)
        return scene->layout;
    ngi_layout *out = NGI_NEW(arena, ngi_layout);
    if (out == NULL)
        return NULL;
    *out = (ngi_layout){.tree = scene->tree, .blocks = &scene->blocks};
    out->rank = NGI_NEW_ARRAY(arena, uint8_t, count + 1);
    out->listed = NGI_NEW_ARRAY(arena, uint8_t, count + 1);
    out->prose = NGI_NEW_ARRAY(arena, uint32_t, count + 1);
    if (arena->failed)
        return NULL;
    for (uint32_t i = 0; i < count; i++) {
        const ngi_block *b = &scene->blocks.items[i];
        out->rank[i] = b->words <= HEADING_WORDS ? heading_rank(out, b) : 0;
        out->prose[i] = prose_words(out, i);
    }
    if (!ngi_lists_find(scene, out))
        return NULL;
    scene->layout = out;
    return out;
}

uint32_t ngi_count_words(ng_slice s)
{
    uint32_t words = 0, wide = 0;
    bool in = false;
    for (size_t i = 0; i < s.len;) {
        if ((unsigned char)s.ptr[i] < 0x80) {
            size_t left = s.len - i;
            uint32_t beyond, bits = ngi_word_bits(ngi_sixteen_of(s.ptr + i, left), &beyond);
            unsigned ascii = ngi_first_bit(beyond | 1u << (left < 16 ? left : 16));
            bits &= (1u << ascii) - 1;
            words += ngi_count_bits(bits & ~(bits << 1 | in));
            in = bits >> (ascii - 1) & 1;
            i += ascii;
            continue;
        }
        uint32_t c = ngi_utf8_next(s, &i);
        bool cjk = ngi_is_cjk(c) && !(c >= 0xAC00 && c <= 0xD7A3);
        bool word = !cjk && (ngi_is_word(c) || (in && ngi_is_mark(c)));
        wide += cjk;
        words += word && !in;
        in = word;
    }
    return words + wide / 2;
}

static bool is_separator(uint32_t c)
{
    return ngi_is_wide_space(c) || ngi_is_invisible(c) || c == '|' || c == '-' || c == ',' ||
           c == ':' || c == '/' || c == ';' || c == 0xB7 || c == 0x2022 || c == 0x2013 ||
           c == 0x2014 || c == '(' || c == ')' || c == '[' || c == ']' || c == 0x25CF || c == '>';
}

void ngi_strip_marks(ng_slice s, size_t *begin, size_t *end)
{
    while (*begin < *end) {
        size_t at = *begin;
        if (!is_separator(ngi_utf8_next(s, &at)))
            break;
        *begin = at;
    }
    while (*end > *begin) {
        size_t at = *end;
        if (!is_separator(ngi_utf8_previous(s, &at)))
            break;
        *end = at;
    }
}
