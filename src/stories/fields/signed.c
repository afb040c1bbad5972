/* SPDX-License-Identifier: Apache-2.0 */
/* Names that stand for themselves where a text begins or ends: no label, no class, no link,
 * only a line in bold or italics before the first paragraph, or one in bold, italics, on
 * the right, behind a dash or in brackets after the last. Blocks take such a line for part
 * of the text, so it leaves the story's body here. A last resort: asked where nobody else
 * is named, since a bold line may also be a subhead. */
#include "stories/fields/authors.h"

#include "base/utf8.h"
#include "stories/pages/layout.h"

enum {
    PROSE_WORDS = 15,
    LEAST_WORDS = 2,
    MOST_WORDS = 6,
    LONGEST_NAME = 4,
    LONGEST_BRACKET = 90,
    TAIL_REACH = 2,
    PORTRAIT_REACH = 20,
    PORTRAIT_BLOCKS = 8,
    LONGEST = 60,
    LONGEST_BYLINE = 9
};

static bool mostly(uint32_t some, size_t all)
{
    return (size_t)some * 10 >= all * 9;
}

static bool is_paragraph(const ngi_fields *f, const ngi_block *b)
{
    uint8_t tag = f->scene->tree->nodes[b->node].tag;
    return tag == NGI_TAG_P || tag == NGI_TAG_DIV;
}

/* Takes the part that is this block, if there is one, out of the body. */
static void leave_body(ngi_fields *f, const ngi_block *b)
{
    ngi_story *s = f->story;
    for (uint32_t i = 0; i < s->part_count; i++) {
        const ngi_place *place = &s->parts[i].text.place;
        if (place->kind != NGI_PLACE_NODES || place->first != b->first ||
            s->parts[i].type > NGI_PART_HEADING || s->part_count < 2)
            continue;
        memmove(&s->parts[i], &s->parts[i + 1], (s->part_count - i - 1) * sizeof *s->parts);
        s->part_count--;
        ngi_body_join(f->scene->arena, s); /* memory: the arena remembers */
        return;
    }
}

static bool take(ngi_fields *f, const ngi_block *b, ng_slice text, ngi_names *list)
{
    ngi_names_add_text(f, list, text, (ng_slice){0}, ngi_block_place(b), true);
    ngi_names_drop_handles(list);
    return list->count != 0;
}

/* A bare name in an element for the facts of the story: "<div class=info>Jane Doe</div>". */
static bool is_bare(const ngi_fields *f, const ngi_block *b)
{
    static const char *const says_facts[] = {"info", "meta", "details", NULL};
    uint32_t first = b->text.len == 0 ? 0 : ngi_utf8_next(b->text, &(size_t){0});
    return ngi_is_upper(first) && b->links == 0 && !b->hidden && b->words >= LEAST_WORDS &&
           b->words <= LONGEST_NAME && ngi_node_says(f->scene->tree, b->node, says_facts);
}

static bool find_bare(ngi_fields *f, ngi_names *list)
{
    for (uint32_t i = f->headline_end; f->headline != UINT32_MAX && i < f->body; i++)
        if (is_bare(f, &f->scene->blocks.items[i]) &&
            take(f, &f->scene->blocks.items[i], f->scene->blocks.items[i].text, list))
            return true;
    return false;
}

/* A picture of the author beside the name: its words for the blind begin with that. */
static bool has_portrait(const ngi_fields *f, const ngi_block *b)
{
    const ngi_tree *tree = f->scene->tree;
    for (uint32_t i = b->first, k = 0; i-- > 0 && k < PORTRAIT_REACH; k++) {
        uint8_t tag = tree->nodes[i].tag;
        if (tag == NGI_TAG_FIGURE || tag == NGI_TAG_FIGCAPTION)
            return false;
        if (tag == NGI_TAG_IMG)
            return ngi_starts_nocase(ngi_attr_value(tree, i, NGI_ATTR_ALT), b->text);
    }
    return false;
}

static bool find_portrayed(ngi_fields *f, ngi_names *list, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end && i < f->scene->blocks.count; i++) {
        const ngi_block *b = &f->scene->blocks.items[i];
        uint32_t first = b->text.len == 0 ? 0 : ngi_utf8_next(b->text, &(size_t){0});
        bool name = b->words >= LEAST_WORDS && b->words <= LONGEST_NAME && b->text.len <= LONGEST;
        bool plain = b->link_chars == 0 && is_paragraph(f, b); /* teasers have pictures too */
        if (name && plain && ngi_is_upper(first) && !b->hidden && has_portrait(f, b) &&
            take(f, b, b->text, list))
            return true;
    }
    return false;
}

/* "By Jane Doe" as the first or last paragraph. */
static bool says_who(ngi_fields *f, const ngi_block *b, ngi_names *list)
{
    if (b->words < LEAST_WORDS || b->words > LONGEST_BYLINE || !is_paragraph(f, b))
        return false;
    ngi_names_add_text(f, list, b->text, (ng_slice){0}, ngi_block_place(b), false);
    if (list->count != 0)
        leave_body(f, b);
    return list->count != 0;
}

/* Each word with a capital, the last too, but for small ones like "de" or "van der". */
static bool has_capitals(ng_slice text)
{
    ng_slice word;
    bool small = true;
    while (ngi_split(&text, ' ', &word)) {
        if (word.len == 0)
            continue;
        small = !ngi_is_upper(ngi_utf8_next(word, &(size_t){0}));
        if (small && word.len > 3)
            return false;
    }
    return !small;
}

static bool is_sized_as_name(const ngi_fields *f, const ngi_block *b)
{
    const ngi_tree *tree = f->scene->tree;
    uint8_t tag = tree->nodes[b->node].tag;
    return !b->hidden && b->words >= LEAST_WORDS && b->words <= LONGEST_NAME &&
           b->text.len <= LONGEST && (tag < NGI_TAG_H1 || tag > NGI_TAG_H6) &&
           ngi_is_upper(ngi_utf8_next(b->text, &(size_t){0}));
}

/* Where several stories stand on a page, a line of two to four words between headline and text,
 * each with a capital, that a date stands beside or that the text follows at once. */
static bool find_between(ngi_fields *f, ngi_names *list)
{
    const ngi_block *blocks = f->scene->blocks.items;
    if (f->headline == UINT32_MAX || f->span->own)
        return false;
    for (uint32_t i = f->headline_end; i < f->body; i++) {
        const ngi_block *b = &blocks[i];
        bool beside = i + 1 == f->body || ngi_tells_time(f->scene, b + 1) ||
                      (i > f->headline_end && ngi_tells_time(f->scene, b - 1));
        if (beside && is_sized_as_name(f, b) && has_capitals(b->text) &&
            !ngi_equal(b->text, f->span->section.text) && take(f, b, b->text, list)) {
            if (ngi_equal(b->text, f->story->description.text))
                f->story->description = (ngi_text){0}; /* a name is no standfirst */
            return true;
        }
    }
    return false;
}

bool ngi_signed_head(ngi_fields *f, ngi_names *list)
{
    uint32_t top = f->headline == UINT32_MAX ? f->body : f->headline_end;
    if (find_bare(f, list) || find_portrayed(f, list, top, f->body) || find_between(f, list))
        return true;
    if (f->body < f->body_end && says_who(f, &f->scene->blocks.items[f->body], list))
        return true;
    uint32_t begin = f->body >= 2 ? f->body - 2 : 0;
    if (f->headline != UINT32_MAX && begin < f->headline_end)
        begin = f->headline_end;
    for (uint32_t i = begin; i < f->body + 3 && i + 1 < f->scene->blocks.count; i++) {
        const ngi_block *b = &f->scene->blocks.items[i];
        bool apart = mostly(b->bold_chars, b->text.len) || mostly(b->em_chars, b->text.len);
        bool paragraph = f->scene->tree->nodes[b->node].tag == NGI_TAG_P;
        if (b[1].words < PROSE_WORDS || !paragraph || !apart || b->words < LEAST_WORDS ||
            b->words > MOST_WORDS)
            continue;
        if (take(f, b, b->text, list)) {
            leave_body(f, b);
            return true;
        }
    }
    return false;
}

/* ---- the end ---- */

static bool on_the_right(const ngi_tree *tree, uint32_t node)
{
    ng_slice style = ngi_attr_value(tree, node, NGI_ATTR_STYLE);
    size_t at = style.len > 300 ? NGI_NONE : ngi_find_nocase(style, NGI_LIT("text-align"));
    return at != NGI_NONE && ngi_find_nocase(ngi_slice_sub(ngi_slice_from(style, at), 0, 18),
                                             NGI_LIT("right")) != NGI_NONE;
}

static bool is_set_apart(const ngi_fields *f, const ngi_block *b)
{
    return mostly(b->bold_chars, b->text.len) || mostly(b->em_chars, b->text.len) ||
           on_the_right(f->scene->tree, b->node) || ngi_starts(b->text, NGI_LIT("—")) ||
           ngi_starts(b->text, NGI_LIT("–"));
}

static bool is_opening_bracket(uint32_t c)
{
    return c == '(' || c == '[' || c == 0xFF08 || c == 0x3010 || c == 0x3014;
}

static bool is_closing_bracket(uint32_t c)
{
    return c == ')' || c == ']' || c == 0xFF09 || c == 0x3011 || c == 0x3015;
}

static bool may_end_sentence(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == '"' || c == 0x201D || c == 0x201C ||
           c == 0xBB || c == 0x3002 || c == 0x300D || c == 0xFF01 || c == 0xFF1F || c == 0x06D4 ||
           c == 0x061F || c == 0x0964;
}

/* What stands in brackets behind the last sentence of a text, or is all of it. */
static ng_slice last_bracket(ng_slice text)
{
    size_t at = text.len, end;
    if (text.len == 0 || !is_closing_bracket(ngi_utf8_previous(text, &at)))
        return (ng_slice){0};
    end = at;
    while (at > 0 && end - at <= LONGEST_BRACKET) {
        size_t behind = at;
        if (!is_opening_bracket(ngi_utf8_previous(text, &at)))
            continue;
        ng_slice before = ngi_trim_wide(ngi_slice_sub(text, 0, at));
        size_t last = before.len;
        return before.len == 0 || may_end_sentence(ngi_utf8_previous(before, &last))
                   ? ngi_slice_sub(text, behind, end)
                   : (ng_slice){0};
    }
    return (ng_slice){0};
}

/* Three to five letters of Han: a Chinese or Japanese name, but for set phrases. */
static bool is_han_name(ng_slice s)
{
    static const char *const phrases[] = {"敬称略", "無断転載", "文中敬称略",
                                          "全文完", "未完待续", "未完待續"};
    size_t letters = 0;
    for (size_t i = 0; i < s.len; letters++) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (c < 0x3400 || c > 0x9FFF)
            return false;
    }
    for (size_t i = 0; i < NGI_COUNT(phrases); i++)
        if (ngi_equal(s, ngi_slice_of(phrases[i])))
            return false;
    return letters >= 3 && letters <= 5;
}

/* "... （佐藤恵子）": the name, or the agency, that closes the last paragraph. */
static bool closes(ngi_fields *f, const ngi_block *b, ngi_names *list)
{
    ng_slice text = last_bracket(b->text), *names, credit;
    uint32_t count;
    if (text.len == 0)
        return false;
    if (is_han_name(text))
        return take(f, b, text, list);
    bool said = ngi_byline_parse(f->scene->arena, text, false, &names, &count, &credit);
    if (said && count == 0 && list->credit.len == 0)
        list->credit = credit;
    if (!said || count == 0)
        return false;
    ngi_names_add_text(f, list, text, (ng_slice){0}, ngi_block_place(b), false);
    return list->count != 0;
}

bool ngi_signed_tail(ngi_fields *f, ngi_names *list)
{
    const ngi_blocks *blocks = &f->scene->blocks;
    const ngi_node *nodes = f->scene->tree->nodes;
    if (f->body_end == f->body || f->body_end > blocks->count)
        return false;
    const ngi_block *last = &blocks->items[f->body_end - 1];
    uint32_t end = f->body_end + TAIL_REACH, limit = f->span->end;
    for (uint32_t i = f->body_end - 1; i < end && i < limit && i < blocks->count; i++) {
        const ngi_block *b = &blocks->items[i];
        if (nodes[b->node].parent != nodes[last->node].parent || b->hidden || !is_paragraph(f, b))
            break;
        if (closes(f, b, list) || says_who(f, b, list))
            return true;
        if (b->words < LEAST_WORDS || b->words > MOST_WORDS || !is_set_apart(f, b) ||
            last_bracket(b->text).len != 0)
            continue;
        if (take(f, b, b->text, list)) {
            leave_body(f, b);
            return true;
        }
    }
    return f->span->own && find_portrayed(f, list, f->body_end, f->body_end + PORTRAIT_BLOCKS);
}
