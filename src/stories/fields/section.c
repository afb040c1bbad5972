/* SPDX-License-Identifier: Apache-2.0 */
/* The section in which a story stands: what the record of the story says, or the line above
 * its headline: a kicker, the last step of the trail that leads there ("Home > World"), a
 * name that the menu has too. Dates and ages in such a line are cut off. */
#include "stories/fields/fields.h"
#include "stories/pages/layout.h"

#include "base/utf8.h"

static void set_told(ngi_fields *f)
{
    const ngi_meta *m = &f->scene->meta;
    ngi_text *out = &f->story->section;
    if (f->claim != NULL && f->claim->section.len != 0 && f->claim->section.len < 100) {
        out->text = f->claim->section;
        out->place = f->claim->section_place;
        return;
    }
    for (uint8_t rank = 0; rank < 3; rank++)
        for (uint32_t i = 0; i < m->hint_count; i++) {
            const ngi_hint *h = &m->hints[i];
            if (h->kind == NGI_HINT_SECTION && h->rank == rank && h->text.len < 100 &&
                ngi_fields_holds(f, h->node) && !ngi_equal_nocase(h->text, NGI_LIT("false")) &&
                !ngi_equal_nocase(h->text, NGI_LIT("true"))) {
                out->text = h->text;
                out->place = h->place;
                return;
            }
        }
}

enum {
    MOST_TRAIL = 300,
    MOST_HEADER = 8, /* blocks from the headline to the body */
    HEADER_WORDS = 30,
    MOST_ABOVE = 400, /* blocks from the heading above several stories to this one's headline */
};

/* What is left of a section line without the date or age in or behind it ("World5 days ago",
 * "World | 4 May 2026"); *begin: where it stands in `line`. */
static ng_slice without_moment(const ngi_fields *f, ng_slice line, size_t *begin)
{
    ng_slice iso, now = f->scene->now;
    ngi_arena *arena = f->scene->arena;
    size_t from = 0, to = 0;
    *begin = 0;
    if (ngi_age_find(arena, line, now, &from, &to, &iso) ||
        ngi_date_parse(arena, line, now, -1, &iso, &from, &to)) {
        bool front = from * 2 < line.len - to; /* the longer side is the section's */
        *begin = front ? to : 0;
        line = front ? ngi_slice_from(line, to) : ngi_slice_sub(line, 0, from);
    }
    while (line.len != 0 && (ngi_is_space(*line.ptr) || strchr("|/,-", *line.ptr) != NULL)) {
        line = ngi_slice_from(line, 1);
        ++*begin;
    }
    while (line.len != 0 &&
           (ngi_is_space(line.ptr[line.len - 1]) || strchr("|/,-", line.ptr[line.len - 1]) != NULL))
        line.len--;
    return line;
}

static bool is_link(const ngi_block *b)
{
    return b->link_chars == b->text.len;
}

/* Whether a block is an entry of a menu: links side by side. */
static bool is_entry(const ngi_fields *f, uint32_t i)
{
    const ngi_block *b = &f->scene->blocks.items[i];
    const ngi_node *nodes = f->scene->tree->nodes;
    return i > 0 && is_link(b) && is_link(b - 1) &&
           nodes[b->node].parent == nodes[b[-1].node].parent;
}

/* Whether a link above block `end` has this name: that of a section, then. */
static bool in_menu(const ngi_fields *f, ng_slice name, uint32_t end)
{
    for (uint32_t i = 0; i < end && i < 400 && name.len > 2; i++) {
        const ngi_block *b = &f->scene->blocks.items[i];
        if (is_link(b) && ngi_equal_nocase(b->text, name))
            return true;
        if (b->links > 3 && b->text.len < 2000 && ngi_find(b->text, name) != NGI_NONE)
            return true;
    }
    return false;
}

/* ---- the trail ---- */

static bool is_mark(uint32_t c)
{
    return c == '/' || c == '>' || c == '|' || c == 0xBB || c == 0x203A || c == 0x2192 ||
           c == 0xAB || c == 0x2039 || c == 0x25B8 || c == 0x25B6 || c == 0xB7 || c == 0x2022 ||
           c == '-' || c == 0x2013;
}

/* A text without the marks between steps around it. */
static ng_slice without_marks(ng_slice s)
{
    for (size_t i = 0; s.len != 0; i = 0) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (!is_mark(c) && c != ' ' && c != 0xA0)
            break;
        s = ngi_slice_from(s, i);
    }
    for (size_t i = s.len; s.len != 0; i = s.len) {
        uint32_t c = ngi_utf8_previous(s, &i);
        if (!is_mark(c) && c != ' ' && c != 0xA0)
            break;
        s.len = i;
    }
    return s;
}

/* The last step of a trail of links that is not the headline itself; *from: where it stands
 * in the block's text. */
static ng_slice last_step(const ngi_fields *f, const ngi_block *b, size_t *from)
{
    const ngi_tree *tree = f->scene->tree;
    ngi_words headline = ngi_words_of(f->scene->arena, f->story->headline.text);
    for (uint32_t i = b->last + 1; i-- > b->first;) {
        if (tree->nodes[i].tag != NGI_TAG_TEXT)
            continue;
        ng_slice step = without_marks(ngi_squeeze(f->scene->arena, tree->nodes[i].text));
        ngi_words words = ngi_words_of(f->scene->arena, step);
        size_t at = step.len == 0 ? NGI_NONE : ngi_find(b->text, step);
        if (at == NGI_NONE || ngi_words_same(&words, &headline))
            continue;
        for (size_t next = at; next != NGI_NONE;) { /* the last that reads so */
            at = next;
            next = ngi_find(ngi_slice_from(b->text, at + 1), step);
            next = next == NGI_NONE ? next : next + at + 1;
        }
        *from = at;
        return step;
    }
    return (ng_slice){0};
}

static bool is_button(const ngi_fields *f, const ngi_block *b)
{
    const ngi_tree *tree = f->scene->tree;
    uint32_t node = tree->nodes[b->first].parent;
    for (int up = 0; up < 3 && node != 0; up++, node = tree->nodes[node].parent)
        if (tree->nodes[node].tag == NGI_TAG_BUTTON)
            return true;
    return false;
}

/* Links with the marks of a trail between them: "Home > World". */
static bool is_trail(const ngi_block *b)
{
    bool marked = false;
    for (size_t i = 0; i < b->text.len && !marked;) {
        uint32_t c = ngi_utf8_next(b->text, &i);
        marked = c == '>' || c == 0xBB || c == 0x203A || c == 0x2192 || c == 0x25B8 || c == 0x25B6;
    }
    return marked && b->links >= 2;
}

/* The section line as printed: a short block just above the headline whose class says so,
 * the first line of a
 * further story, or a name that the menu has too. */
static bool set_kicker(ngi_fields *f)
{
    static const char *const says_section[] = {
        "kicker",     "section", "category", "rubri",    "topic",     "eyebrow", "bread",
        "ressort",    "label",   "channel",  "overline", "dachzeile", "trail",   "pfad",
        "breadcrump", "migas",   "ariane",   "briciole", "kruim",     NULL};
    const ngi_blocks *blocks = &f->scene->blocks;
    if (f->headline == UINT32_MAX)
        return false;
    uint32_t begin = f->headline > 4 ? f->headline - 4 : 0;
    if (!f->span->own && begin < f->span->begin)
        begin = f->span->begin;
    for (uint32_t i = f->headline; i-- > begin;) {
        const ngi_block *b = &blocks->items[i];
        size_t from = 0;
        if (b->hidden || b->words == 0 || b->text.len > MOST_TRAIL || is_button(f, b) ||
            ((b->words > 10 || b->text.len > 90) && b->links < 2))
            continue;
        uint32_t above = f->scene->tree->nodes[b->first].parent;
        bool says = ngi_node_saying(f->scene->tree, b->node, 2, says_section) != UINT32_MAX ||
                    ngi_node_saying(f->scene->tree, above, 1, says_section) != UINT32_MAX;
        says = says || is_trail(b);
        ng_slice name =
            says && b->links >= 2 ? last_step(f, b, &from) : without_moment(f, b->text, &from);
        if (!says && b->links >= 2) /* tags, or buttons to share, of the story before */
            continue;
        if (!says && (f->span->own || i != f->span->begin) &&
            !(i + 2 >= f->headline && !is_entry(f, i) && in_menu(f, name, i)))
            continue;
        if (name.len == 0 || name.len > 60 || ngi_is_house(f, name))
            continue;
        f->story->section.text = name;
        f->story->section.place = ngi_block_place(b);
        f->story->section.place.begin = (uint32_t)from;
        f->story->section.place.end = (uint32_t)(from + name.len);
        return true;
    }
    return false;
}

/* ---- names that a menu has too ---- */

static void set_name(ngi_fields *f, uint32_t node, ng_slice name)
{
    ng_slice whole = f->scene->tree->nodes[node].text;
    uint32_t begin = (uint32_t)(name.ptr - whole.ptr);
    f->story->section.text = name;
    f->story->section.place =
        (ngi_place){node, node, begin, begin + (uint32_t)name.len, NGI_PLACE_NODES, 0};
}

/* A name among what a text node has, cut at the marks that part such lines: "Culture · by ...". */
static bool name_in(ngi_fields *f, uint32_t node)
{
    ng_slice text = f->scene->tree->nodes[node].text;
    size_t from = 0;
    for (size_t i = 0; from < text.len && text.len <= MOST_TRAIL;) {
        size_t at = i;
        uint32_t c = i < text.len ? ngi_utf8_next(text, &i) : '|';
        if (!is_mark(c) || c == '-')
            continue;
        ng_slice name = ngi_trim_wide(ngi_slice_sub(text, from, at));
        from = at == i ? text.len : i;
        if (name.len > 2 && ngi_is_section_name(f->scene, name) && !ngi_is_house(f, name)) {
            set_name(f, node, name);
            return true;
        }
    }
    return false;
}

/* In the lines between headline and body, byline and date among them. */
static bool set_from_header(ngi_fields *f)
{
    const ngi_blocks *blocks = &f->scene->blocks;
    const ngi_tree *tree = f->scene->tree;
    if (f->headline == UINT32_MAX || f->body == UINT32_MAX)
        return false;
    for (uint32_t i = f->headline_end; i < f->body && i < f->headline_end + MOST_HEADER; i++) {
        const ngi_block *b = &blocks->items[i];
        if (b->hidden || b->words > HEADER_WORDS)
            continue;
        for (uint32_t node = b->first; node <= b->last; node++)
            if (tree->nodes[node].tag == NGI_TAG_TEXT && name_in(f, node))
                return true;
    }
    return false;
}

/* A heading above several stories, in the element that holds this one: <section><h2>World</h2>
 * <article>...</article><article>...</article></section>. */
static bool set_from_group(ngi_fields *f)
{
    const ngi_layout *layout = ngi_layout_of(f->scene);
    const ngi_blocks *blocks = &f->scene->blocks;
    const ngi_tree *tree = f->scene->tree;
    if (layout == NULL || f->headline == UINT32_MAX)
        return false;
    uint8_t rank = layout->rank[f->headline];
    uint32_t end = f->headline > MOST_ABOVE ? f->headline - MOST_ABOVE : 0;
    for (uint32_t i = f->headline; i-- > end && rank > 1;) {
        const ngi_block *b = &blocks->items[i];
        if (layout->rank[i] == 0 || layout->rank[i] >= rank || b->hidden)
            continue;
        uint32_t holder = tree->nodes[ngi_holder(tree, b->node)].parent;
        if (tree->nodes[holder].end <= blocks->items[f->headline].node || b->words > 4 ||
            b->first != b->last || !ngi_is_section_name(f->scene, b->text))
            return false;
        set_name(f, b->first, ngi_trim_wide(tree->nodes[b->first].text));
        return true;
    }
    return false;
}

void ngi_section_find(ngi_fields *f)
{
    if (f->story->section.text.len != 0) /* the headline's element had it */
        return;
    if (f->span->section.text.len != 0) {
        f->story->section = f->span->section; /* split.c saw it */
        return;
    }
    if (f->span->own || !set_kicker(f))
        set_told(f);
    if (f->story->section.text.len == 0 && !set_kicker(f) && f->scene->tree != NULL &&
        !set_from_header(f))
        set_from_group(f);
}
