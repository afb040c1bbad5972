/* SPDX-License-Identifier: Apache-2.0 */
/* The body of a story: the blocks that the model takes for main text, in order, each with
 * what it is (paragraph, subhead, quote, list item, table, caption, code, embedded post).
 *
 * The model chooses; here its choice becomes parts. Captions are kept as parts but are no
 * body. Cells of one table become one part, a line a row; so do the lines of an embedded post. */
#include "stories/scene.h"

#include "base/utf8.h"

/* So many blocks of so many words in one cell: paragraphs. */
enum { CELL_PARAGRAPH = 15, CELL_PARAGRAPHS = 3 };

/* What stands above a block, as far as its type goes. */
typedef struct context {
    uint32_t table, row; /* the innermost; 0: none */
    uint8_t heading;     /* 1 to 6 */
    uint32_t post;       /* the embedded post; 0: none */
    uint8_t lists;       /* nesting of list items */
    bool item, quote, caption, code;
} context;

typedef struct maker {
    ngi_scene *scene;
    ngi_part *parts;
    size_t count, capacity;
    uint32_t table, row; /* of the cell added last, or the embedded post; 0: none */
    uint32_t headline;   /* node of the headline's block; 0: none */
    uint32_t judged;     /* the table looked at last; 0: none */
    bool layout;         /* whether that one only lays out the page */
    ngi_buffer cells;    /* text of the table part that is open */
} maker;

/* Class words by which embedded posts of social networks are marked. */
bool ngi_is_post(const ngi_tree *tree, uint32_t node)
{
    static const char *const words[] = {
        "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed",  "bluesky-embed",
        "mastodon-embed", "fb-post",      "fb-xfbml",        "reddit-embed",  "reddit-card",
        "telegram-post", "threads-embed", "text-post-media", "truthsocial-embed",
        "social-embed",  "embedded-post", "embed-post",      "post-embed"};
    ng_slice class = ngi_slice_sub(ngi_attr_value(tree, node, NGI_ATTR_CLASS), 0, 200);
    for (size_t i = 0; class.len != 0 && i < NGI_COUNT(words); i++)
        if (ngi_find(class, ngi_slice_of(words[i])) != NGI_NONE)
            return true;
    return false;
}

static context context_of(const ngi_tree *tree, uint32_t node)
{
    context c = {0};
    for (uint32_t e = node;; e = tree->nodes[e].parent) {
        uint8_t tag = tree->nodes[e].tag;
        if (tag >= NGI_TAG_H1 && tag <= NGI_TAG_H6 && c.heading == 0)
            c.heading = (uint8_t)(tag - NGI_TAG_H1 + 1);
        c.lists += (tag == NGI_TAG_UL || tag == NGI_TAG_OL) && c.lists < 9;
        c.item |= tag == NGI_TAG_LI;
        c.caption |= tag == NGI_TAG_FIGCAPTION;
        c.code |= tag == NGI_TAG_PRE;
        if (tag == NGI_TAG_BLOCKQUOTE) {
            c.quote = true;
            c.post = ngi_is_post(tree, e) ? e : c.post;
        }
        if (tag == NGI_TAG_TR && c.table == 0 && c.row == 0)
            c.row = e;
        if (tag == NGI_TAG_TABLE && c.table == 0)
            c.table = e;
        if (e == 0)
            return c;
    }
}

/* A paragraph that is set like a subhead: short, all bold, no end of a sentence. */
static bool is_bold_heading(const ngi_block *b)
{
    if (b->words > 14 || b->bold_chars * 10 < b->text.len * 9 || b->link_chars != 0)
        return false;
    char last = b->text.ptr[b->text.len - 1];
    return last != '.' && last != ',' && last != ';' && last != ':';
}

static uint8_t type_of(const ngi_scene *scene, const ngi_block *b, const context *c, uint8_t *level)
{
    *level = 0;
    if (c->caption)
        return NGI_PART_CAPTION;
    if (c->heading != 0)
        return *level = c->heading, NGI_PART_HEADING;
    if (c->code)
        return NGI_PART_CODE;
    if (c->post != 0)
        return NGI_PART_EMBED;
    if (c->item && c->lists != 0)
        return *level = c->lists, NGI_PART_LIST_ITEM;
    if (c->quote)
        return NGI_PART_QUOTE;
    uint8_t tag = scene->tree->nodes[b->node].tag;
    if ((tag == NGI_TAG_P || tag == NGI_TAG_DIV) && is_bold_heading(b))
        return *level = 3, NGI_PART_HEADING;
    return NGI_PART_PARAGRAPH;
}

static ngi_text text_of(const ngi_block *b)
{
    return (ngi_text){
        .text = b->text,
        .place = {.kind = NGI_PLACE_NODES, .first = b->first, .last = b->last, .end = UINT32_MAX}};
}

/* Code with its lines and blanks as they stand; the text as it is where memory is out. */
static ng_slice code_of(ngi_scene *scene, const ngi_block *b)
{
    const ngi_tree *t = scene->tree;
    ngi_buffer code = {0};
    for (uint32_t i = b->first; i <= b->last && i < t->count;) {
        uint8_t tag = t->nodes[i].tag;
        if (tag == NGI_TAG_TEXT)
            ngi_buffer_add(&code, t->nodes[i].text);
        else if (tag == NGI_TAG_BR)
            ngi_buffer_char(&code, '\n');
        i = tag != NGI_TAG_TEXT && ngi_block_skips(tag) ? t->nodes[i].end : i + 1;
    }
    ng_slice out = ngi_buffer_slice(&code);
    while (out.len != 0 && ngi_is_space(out.ptr[out.len - 1]))
        out.len--;
    size_t line = 0; /* empty lines in front go, the first line's blanks stay */
    for (size_t i = 0; i < out.len && ngi_is_space(out.ptr[i]); i++)
        line = out.ptr[i] == '\n' ? i + 1 : line;
    out = ngi_arena_copy(scene->arena, ngi_slice_from(out, line));
    ngi_buffer_free(&code);
    return out.len != 0 ? out : b->text;
}

/* Puts a cell behind those of its table; a line of an embedded post (row 0) behind the others. */
static void join_cell(maker *m, const ngi_block *b, uint32_t row)
{
    if (m->cells.len != 0)
        ngi_buffer_add(&m->cells, row == 0        ? NGI_LIT(" ")
                                  : row == m->row ? NGI_LIT(" | ")
                                                  : NGI_LIT("\n"));
    ngi_buffer_add(&m->cells, b->text);
    m->parts[m->count - 1].text.place.last = b->last;
    m->row = row;
}

/* Ends the table part that is open, if there is one. */
static void close_table(maker *m)
{
    if (m->table != 0) {
        m->parts[m->count - 1].text.text =
            ngi_arena_copy(m->scene->arena, ngi_buffer_slice(&m->cells));
        m->scene->arena->failed |= m->cells.failed;
    }
    ngi_buffer_clear(&m->cells);
    m->table = 0;
}

/* Whether a table only lays out a page: it holds the headline, or one of its cells several
 * paragraphs. `first`: the first of its blocks that was chosen. */
static bool is_layout(maker *m, uint32_t table, const ngi_block *first)
{
    const ngi_scene *s = m->scene;
    const ngi_block *end = s->blocks.items + s->blocks.count;
    uint32_t stop = s->tree->nodes[table].end, cell = 0, paragraphs = 0;
    if (m->judged == table)
        return m->layout;
    m->judged = table;
    m->layout = m->headline > table && m->headline < stop;
    for (const ngi_block *b = first; b < end && b->first < stop && !m->layout; b++) {
        paragraphs = b->node == cell ? paragraphs : 0;
        cell = b->node;
        paragraphs += b->words >= CELL_PARAGRAPH;
        m->layout = paragraphs >= CELL_PARAGRAPHS;
    }
    return m->layout;
}

static bool add_part(maker *m, const ngi_block *b)
{
    context c = context_of(m->scene->tree, b->node);
    bool same_post = c.post != 0 && c.post == m->table;
    if (same_post || (m->table != 0 && c.table == m->table && c.row != 0)) {
        join_cell(m, b, same_post ? 0 : c.row);
        return true;
    }
    close_table(m);
    if (!ngi_arena_grow(m->scene->arena, &m->parts, &m->capacity, m->count + 1, sizeof *m->parts))
        return false;
    ngi_part *part = &m->parts[m->count++];
    *part = (ngi_part){.text = text_of(b)};
    part->type = type_of(m->scene, b, &c, &part->level);
    if (part->type == NGI_PART_CODE)
        part->text.text = code_of(m->scene, b);
    /* Tables that only lay out a page hold paragraphs, not rows of cells. */
    bool layout = b->words > 40 || (c.table != 0 && is_layout(m, c.table, b));
    if (c.table != 0 && c.row != 0 && !layout && part->type == NGI_PART_PARAGRAPH) {
        part->type = NGI_PART_TABLE;
        m->table = c.table;
        join_cell(m, b, c.row);
    } else if (part->type == NGI_PART_EMBED) {
        m->table = c.post;
        join_cell(m, b, 0);
    }
    return true;
}

bool ngi_body_join(ngi_arena *arena, ngi_story *story)
{
    size_t size = 0, used = 0;
    for (uint32_t i = 0; i < story->part_count; i++)
        size += story->parts[i].text.text.len + 2;
    char *out = ngi_arena_chars(arena, size);
    if (out == NULL)
        return false;
    for (uint32_t i = 0; i < story->part_count; i++) {
        ng_slice t = story->parts[i].text.text;
        if (story->parts[i].type == NGI_PART_CAPTION || t.len == 0)
            continue;
        if (used != 0) {
            memcpy(out + used, "\n\n", 2);
            used += 2;
        }
        memcpy(out + used, t.ptr, t.len);
        used += t.len;
    }
    story->body = ngi_slice(out, used);
    return true;
}

/* All blocks above the cut: what a page holds that is no story. */
static void take_all(const ngi_scene *scene, uint8_t *pick)
{
    for (uint32_t i = 0; i < scene->blocks.count; i++)
        pick[i] = scene->blocks.items[i].p > scene->cut;
}

bool ngi_parts_make(ngi_scene *scene, const ngi_span *span, ngi_story *story, uint8_t *chosen)
{
    maker m = {.scene = scene};
    bool done = true, whole = span->begin == 0 && span->headline == UINT32_MAX && !span->own;
    uint8_t *pick = scene->pick;
    if (whole)
        take_all(scene, pick);
    else
        ngi_choose(scene, span, pick);
    if (span->headline < scene->blocks.count)
        m.headline = scene->blocks.items[span->headline].node;
    for (uint32_t i = span->begin; done && i < span->end && i < scene->blocks.count; i++) {
        const ngi_block *b = &scene->blocks.items[i];
        /* The model leaves captions out; those of the story stand below its headline. */
        bool caption = scene->tree->nodes[b->node].tag == NGI_TAG_FIGCAPTION &&
                       i != span->headline && (m.count != 0 || i > span->headline);
        if (!pick[i] && !caption)
            continue;
        done = add_part(&m, b);
        chosen[i] = 1;
    }
    close_table(&m);
    ngi_buffer_free(&m.cells);
    story->parts = m.parts;
    story->part_count = (uint32_t)m.count;
    return done && ngi_body_join(scene->arena, story);
}
