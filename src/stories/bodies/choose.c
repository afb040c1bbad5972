/* SPDX-License-Identifier: Apache-2.0 */
/* Which blocks of a span are the story's body: the model's chances, and what news pages do
 * that single blocks do not show.
 *
 * A fixed cut settles paragraphs. Subheads stand or fall with their surroundings: between
 * chosen paragraphs a lower cut does. Ends are where furniture joins the text: a heading
 * with nothing behind it, a credit in brackets, an italic note on the author or the paper's
 * newsletter. Measured on 128 news pages whose sites the model had not seen: shingle F1
 * 0.973 to 0.975, exact 0.46 to 0.55; on 792 articles of all kinds of sites: no change. The
 * rules for news hold where the page calls itself a NewsArticle: elsewhere notes in italics
 * are as often the author's own. */
#include "stories/bodies/choose.h"
#include "stories/dump/dump.h"

#include "base/map.h"
#include "base/utf8.h"

enum { PICK_COMMENT = 2 }; /* chosen, but stands in comments */
enum { FEWEST = 3, TAIL_MOST = 3, SHORT_TAIL = 12 };
enum { LONGEST_SAYING = 30, NEAR_END = 4 };
enum { LONGEST_CELL = 40, LONGEST_PULL = 45, MOST_PULLS = 20, REPEAT_WORDS = 12 };
enum { HEAD_LINE = 6, FIRST_PARAGRAPH = 10 };
static const float HEADING_CUT = 0.38f;

typedef struct chooser {
    const ngi_scene *scene;
    const ngi_span *span;
    uint8_t *pick;
    uint32_t first, last; /* the outermost chosen blocks */
    uint32_t count;
    bool news;
} chooser;

static const ngi_block *block_at(const chooser *c, uint32_t i)
{
    return &c->scene->blocks.items[i];
}

static uint8_t tag_at(const chooser *c, uint32_t i)
{
    return c->scene->tree->nodes[block_at(c, i)->node].tag;
}

static bool is_heading(const chooser *c, uint32_t i)
{
    return tag_at(c, i) >= NGI_TAG_H1 && tag_at(c, i) <= NGI_TAG_H6;
}

static bool mostly(uint32_t some, size_t all)
{
    return (size_t)some * 20 >= all * 19;
}

static void find_ends(chooser *c)
{
    c->count = 0;
    for (uint32_t i = c->span->begin; i < c->span->end; i++) {
        if (!c->pick[i])
            continue;
        c->first = c->count++ == 0 ? i : c->first;
        c->last = i;
    }
}

static void drop(chooser *c, uint32_t i)
{
    c->pick[i] = 0;
    find_ends(c);
}

/* A sentence's end, quotation marks and brackets behind it aside. */
static bool ends_sentence(ng_slice t)
{
    size_t at = t.len;
    while (at > 0) {
        uint32_t ch = ngi_utf8_previous(t, &at);
        if (ch == '"' || ch == '\'' || ch == ')' || ch == 0x201D || ch == 0x2019 || ch == 0xBB ||
            ch == 0x201C || ch == 0x300D || ch == 0x300F || ch == ' ')
            continue;
        return ch == '.' || ch == '!' || ch == '?' || ch == 0x2026 || ch == 0x3002 ||
               ch == 0xFF01 || ch == 0xFF1F || ch == 0x06D4 || ch == 0x061F || ch == 0x0964 ||
               ch == ':' || ch == ';';
    }
    return false;
}

static void take_sure(chooser *c)
{
    for (uint32_t i = c->span->begin; i < c->span->end; i++)
        c->pick[i] = i != c->span->headline && block_at(c, i)->p > c->scene->cut &&
                     tag_at(c, i) != NGI_TAG_FIGCAPTION;
    find_ends(c);
}

static void take_subheads(chooser *c)
{
    for (uint32_t i = c->first + 1; c->count != 0 && i < c->last; i++)
        if (i != c->span->headline && is_heading(c, i) && block_at(c, i)->p > HEADING_CUT)
            c->pick[i] = 1;
}

static uint32_t table_of(const chooser *c, uint32_t i)
{
    const ngi_tree *t = c->scene->tree;
    for (uint32_t e = block_at(c, i)->node; e != 0; e = t->nodes[e].parent)
        if (t->nodes[e].tag == NGI_TAG_TABLE)
            return e;
    return 0;
}

/* A table of which most cells are chosen is whole: no row without its numbers. */
static void fill_tables(chooser *c)
{
    for (uint32_t i = c->first; c->count != 0 && i <= c->last;) {
        uint32_t table = c->pick[i] ? table_of(c, i) : 0;
        uint32_t end = i + 1, some = 0, all = 0;
        if (table == 0) {
            i++;
            continue;
        }
        uint32_t begin = i;
        while (begin > c->span->begin && block_at(c, begin - 1)->first > table)
            begin--;
        while (end < c->span->end && block_at(c, end)->first < c->scene->tree->nodes[table].end)
            end++;
        bool prose = false;
        for (uint32_t k = begin; k < end; k++) {
            some += c->pick[k];
            all++;
            prose |= block_at(c, k)->words > LONGEST_CELL || k == c->span->headline;
        }
        for (uint32_t k = begin; k < end && !prose && some * 2 > all; k++)
            c->pick[k] = 1;
        i = end;
    }
    find_ends(c);
}

/* "READ MORE: ..." set as a paragraph: a link in bold or capitals. */
static bool is_link_line(const ngi_block *b)
{
    if (b->link_chars * 10 < b->text.len * 9)
        return false;
    if (b->bold_chars * 10 >= b->text.len * 9)
        return true;
    bool letters = false;
    for (size_t i = 0; i < b->text.len;) {
        uint32_t ch = ngi_utf8_next(b->text, &i);
        if (ngi_is_lower(ch))
            return false;
        letters |= ngi_is_upper(ch);
    }
    return letters;
}

static void drop_link_lines(chooser *c)
{
    for (uint32_t i = c->span->begin; i < c->span->end; i++)
        if (c->pick[i] && is_link_line(block_at(c, i)))
            c->pick[i] = 0;
    find_ends(c);
}

static bool is_note(const ngi_block *b)
{
    ng_slice t = b->text;
    return mostly(b->em_chars, t.len) || (b->words <= SHORT_TAIL && !ends_sentence(t)) ||
           (b->words <= SHORT_TAIL && t.ptr[0] == '(' && t.ptr[t.len - 1] == ')');
}

/* ---- what the page prints twice ---- */

static bool stands_quoted(const chooser *c, uint32_t i)
{
    const ngi_tree *t = c->scene->tree;
    for (uint32_t e = block_at(c, i)->node, k = 0; e != 0 && k < 5; e = t->nodes[e].parent, k++) {
        uint8_t tag = t->nodes[e].tag;
        ng_slice class = ngi_slice_sub(ngi_attr_value(t, e, NGI_ATTR_CLASS), 0, 200);
        if (tag == NGI_TAG_BLOCKQUOTE || tag == NGI_TAG_ASIDE || tag == NGI_TAG_Q ||
            ngi_find_nocase(class, NGI_LIT("quote")) != NGI_NONE ||
            ngi_find_nocase(class, NGI_LIT("pull")) != NGI_NONE)
            return true;
    }
    return false;
}

/* A pull quote says again what a paragraph of the story says. */
static bool is_pull_quote(const chooser *c, uint32_t i)
{
    const ngi_block *b = block_at(c, i);
    if (b->words < 4 || b->words > LONGEST_PULL || !stands_quoted(c, i))
        return false;
    ng_slice own = ngi_plain(c->scene->arena, b->text);
    for (uint32_t k = c->first; k <= c->last; k++) {
        const ngi_block *other = block_at(c, k);
        if (k == i || !c->pick[k] || other->words <= b->words || other->text.len > 20000)
            continue;
        if (ngi_find(ngi_plain(c->scene->arena, other->text), own) != NGI_NONE)
            return true;
    }
    return false;
}

/* Each paragraph once, and no pull quotes. At most MOST_PULLS are looked for: each costs a
 * search through the story. */
static void drop_repeats(chooser *c)
{
    ngi_map seen;
    int pulls = 0;
    ngi_map_init(&seen, c->scene->arena);
    for (uint32_t i = c->first; c->count != 0 && i <= c->last; i++) {
        bool is_new = true;
        if (!c->pick[i])
            continue;
        if (block_at(c, i)->words >= REPEAT_WORDS)
            ngi_map_put(&seen, block_at(c, i)->text, &is_new);
        bool pull =
            is_new && pulls < MOST_PULLS && stands_quoted(c, i) && ++pulls && is_pull_quote(c, i);
        if (!is_new || pull)
            c->pick[i] = 0;
    }
    find_ends(c);
}

static bool is_list_item(const chooser *c, uint32_t i)
{
    for (uint32_t e = block_at(c, i)->node, k = 0; e != 0 && k < 3; k++) {
        uint8_t tag = c->scene->tree->nodes[e].tag;
        if (tag == NGI_TAG_LI || tag == NGI_TAG_TD || tag == NGI_TAG_TH ||
            tag == NGI_TAG_BLOCKQUOTE)
            return true;
        e = c->scene->tree->nodes[e].parent;
    }
    return false;
}

static bool begins_with(ng_slice text, ng_slice name)
{
    return name.len >= 5 && ngi_starts_nocase(text, name);
}

/* "NAME is our columnist": a short block that begins with an author whom the metadata name. */
static bool is_about_author(const chooser *c, const ngi_block *b)
{
    const ngi_meta *m = &c->scene->meta;
    if (b->words > LONGEST_SAYING)
        return false;
    for (uint32_t i = 0; i < m->claim_count; i++)
        for (uint32_t k = 0; m->claims[i].main && k < m->claims[i].author_count; k++)
            if (begins_with(b->text, m->claims[i].authors[k].name.text))
                return true;
    for (uint32_t i = 0; i < m->hint_count; i++)
        if (m->hints[i].kind == NGI_HINT_AUTHOR && begins_with(b->text, m->hints[i].text))
            return true;
    return false;
}

/* "Jane Doe jane@paper.example": who wrote it and where to write to, no sentence. */
static bool is_contact(const ngi_block *b)
{
    ng_slice rest = b->text, word;
    bool address = false;
    if (b->words > SHORT_TAIL || ends_sentence(b->text))
        return false;
    while (ngi_split(&rest, ' ', &word)) {
        size_t at = ngi_find(word, NGI_LIT("@"));
        address |= at != NGI_NONE && at != 0 &&
                   ngi_find(ngi_slice_from(word, at), NGI_LIT(".")) != NGI_NONE;
    }
    return address;
}

static void trim_tail(chooser *c)
{
    for (int k = 0; k < TAIL_MOST && c->count > FEWEST; k++) {
        bool note = c->news && !is_list_item(c, c->last) && is_note(block_at(c, c->last));
        const ngi_block *b = block_at(c, c->last);
        bool link = b->link_chars * 10 >= b->text.len * 9 && b->words >= 2;
        if (!is_heading(c, c->last) && !note && !link && !is_about_author(c, b) &&
            !is_contact(b))
            return;
        drop(c, c->last);
    }
}

static const ng_slice *descriptions(const chooser *c, uint32_t k)
{
    const ngi_meta *m = &c->scene->meta;
    const ng_slice *all[] = {&m->og_description, &m->description, &m->twitter_description};
    return k < NGI_COUNT(all) ? all[k] : NULL;
}

/* Whether the block's words are those of a description, as far as that goes. */
static bool is_description(const chooser *c, const ngi_block *b)
{
    ng_slice own = ngi_plain(c->scene->arena, b->text);
    for (uint32_t k = 0; descriptions(c, k) != NULL; k++) {
        ng_slice told = ngi_plain(c->scene->arena, ngi_slice_sub(*descriptions(c, k), 0, 1000));
        size_t same = 0, shorter = own.len < told.len ? own.len : told.len;
        while (same < shorter && own.ptr[same] == told.ptr[same])
            same++;
        if (same >= 30 && same * 10 >= own.len * 8 && same * 10 >= shorter * 9)
            return true;
    }
    return false;
}

/* The first block of news is the standfirst where it is the page's description and set
 * apart from the paragraphs. */
static void trim_head(chooser *c)
{
    const ngi_tree *t = c->scene->tree;
    if (!c->news || c->count <= FEWEST)
        return;
    const ngi_block *b = block_at(c, c->first), *next = b + 1;
    while (next < block_at(c, c->last) && !c->pick[next - c->scene->blocks.items])
        next++;
    bool apart = mostly(b->bold_chars, b->text.len) ||
                 t->nodes[b->node].tag != t->nodes[next->node].tag ||
                 !ngi_equal(ngi_attr_value(t, b->node, NGI_ATTR_CLASS),
                            ngi_attr_value(t, next->node, NGI_ATTR_CLASS));
    if (is_heading(c, c->first) || (apart && is_description(c, b)))
        drop(c, c->first);
}

/* Whether two blocks are set in different ways: other tag, class or holder. */
static bool set_apart(const chooser *c, const ngi_block *a, const ngi_block *b)
{
    const ngi_node *nodes = c->scene->tree->nodes;
    return nodes[a->node].tag != nodes[b->node].tag ||
           nodes[a->node].parent != nodes[b->node].parent ||
           !ngi_equal(ngi_attr_value(c->scene->tree, a->node, NGI_ATTR_CLASS),
                      ngi_attr_value(c->scene->tree, b->node, NGI_ATTR_CLASS));
}

/* A name, a place, a count of comments above the first paragraph: short lines that are no
 * sentence and are set in another way than what follows. */
static void drop_head_lines(chooser *c)
{
    uint32_t body = c->first;
    while (body < c->last && !(c->pick[body] && block_at(c, body)->words >= FIRST_PARAGRAPH))
        body++;
    for (uint32_t i = c->first; i < body && c->count > FEWEST; i++) {
        const ngi_block *b = block_at(c, i);
        if (!c->pick[i])
            continue;
        if (b->words > HEAD_LINE || is_heading(c, i) || ends_sentence(b->text) ||
            !set_apart(c, b, block_at(c, body)))
            return;
        drop(c, i);
    }
}

static bool is_news(const ngi_meta *meta)
{
    for (uint32_t i = 0; i < meta->type_count; i++)
        if (ngi_find(meta->types[i], NGI_LIT("NewsArticle")) != NGI_NONE)
            return true;
    return false;
}

/* ---- what lines say of themselves ---- */

/* Whether a block is of a kind whose words are worth a look: mostly links, or a line at the
 * end that is no sentence. */
static bool may_be_furniture(const chooser *c, uint32_t i)
{
    const ngi_block *b = block_at(c, i);
    if (b->words > LONGEST_SAYING)
        return false;
    bool at_end = i + NEAR_END > c->last;
    return b->link_chars * 10 >= b->text.len * 3 ||
           (at_end && (b->link_chars != 0 || !ends_sentence(b->text)));
}

static bool is_furniture(const chooser *c, const ngi_sayings *sayings, uint32_t i)
{
    const ngi_block *b = block_at(c, i);
    ng_slice start = ngi_utf8_repair(c->scene->arena, ngi_slice_sub(b->text, 0, 240));
    switch (ngi_saying_of(sayings, ngi_lower(c->scene->arena, start))) {
    case NGI_SAYS_READ_ALSO:
    case NGI_SAYS_LIST:
    case NGI_SAYS_NEWSLETTER:
    case NGI_SAYS_RIGHTS:
    case NGI_SAYS_COMMENTS:
    case NGI_SAYS_SHARE:
    case NGI_SAYS_TAGS:
    case NGI_SAYS_MORE: return true;
    default: return false;
    }
}

/* "Read also: ...", "Subscribe to ...", by the words of forty languages. The table of words
 * costs its making, so it is asked for only where a block may need it. */
static void drop_furniture(chooser *c)
{
    const ngi_sayings *sayings = NULL;
    for (uint32_t i = c->first; c->count > FEWEST && i <= c->last; i++) {
        if (!c->pick[i] || !may_be_furniture(c, i))
            continue;
        if (sayings == NULL && (sayings = ngi_sayings_of(c->scene)) == NULL)
            return;
        if (is_furniture(c, sayings, i))
            c->pick[i] = 0;
    }
    find_ends(c);
}

static void drop_link_boxes(chooser *c)
{
    if (c->count > FEWEST)
        ngi_drop_link_boxes(c->scene, c->pick, c->first, c->last);
    find_ends(c);
}

/* A page that says it is a thread or a question: its comments are its posts. */
static bool is_thread(const ngi_meta *meta)
{
    for (uint32_t i = 0; i < meta->type_count; i++)
        if (ngi_find(meta->types[i], NGI_LIT("DiscussionForumPosting")) != NGI_NONE ||
            ngi_find(meta->types[i], NGI_LIT("QAPage")) != NGI_NONE)
            return true;
    return false;
}

/* Readers' comments are no part of a story, however well written, unless they may be what
 * the page is for. */
static void drop_comments(chooser *c)
{
    uint32_t words = 0, left = 0;
    if (is_thread(&c->scene->meta))
        return;
    for (uint32_t i = c->first; i <= c->last; i++) {
        if (!c->pick[i])
            continue;
        bool inside = ngi_in_comments(c->scene, block_at(c, i)->node);
        c->pick[i] = inside ? PICK_COMMENT : 1;
        words += block_at(c, i)->words;
        left += inside ? 0 : block_at(c, i)->words;
    }
    bool sure = c->scene->article >= 0.5f ? left >= 100 : left * 3 >= words * 2;
    for (uint32_t i = c->first; i <= c->last; i++)
        if (c->pick[i] == PICK_COMMENT)
            c->pick[i] = !sure;
    find_ends(c);
}

void ngi_choose(const ngi_scene *scene, const ngi_span *span, uint8_t *pick)
{
    ngi_span within = *span;
    if (within.end > scene->blocks.count)
        within.end = scene->blocks.count;
    chooser c = {.scene = scene, .span = &within, .pick = pick, .news = is_news(&scene->meta)};
    take_sure(&c);
    if (!scene->sure && !c.news)
        return; /* perhaps no story at all: a forum, a shop */
    take_subheads(&c);
    fill_tables(&c);
    if (c.count <= FEWEST)
        return;
    ngi_choose_siblings(scene, span->headline, pick, c.first, c.last);
    drop_comments(&c);
    drop_link_boxes(&c);
    drop_furniture(&c);
    drop_repeats(&c);
    if (c.news)
        drop_link_lines(&c);
    trim_tail(&c);
    drop_head_lines(&c);
    trim_head(&c);
    if (c.count > 1)
        ngi_choose_posts(scene, pick, c.first, c.last);
}
