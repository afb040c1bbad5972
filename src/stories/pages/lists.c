/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the lists of a page whose entries link to other stories.
 *
 * A headline link is a link of four words or more, or one that is a heading, outside menus
 * and running text. From each of them the climb goes up to the highest element that holds
 * this headline and no other: that is its entry. Entries of one shape under one parent are a
 * list, and so are, under that parent, the elements of that shape whose headline was too
 * short to be sure. Where entries are single blocks beside each other (no element around
 * headline and summary), an entry reaches to the next.
 *
 * Each node is climbed once and each parent's children are looked at once, so time is linear
 * in the nodes, and for the counts a binary search a step. */
#include "stories/pages/layout.h"

#include "base/map.h"
#include "base/utf8.h"

enum {
    HEADLINE_WORDS = 4,
    SHORT_WORDS = 3,  /* of a headline beside others in a list */
    STORY_WORDS = 75, /* unlinked words that make an entry a whole story */
    LEAD_WORDS = 8,   /* words that may stand before the headline in its own block */
    FLAT_REACH = 5,   /* blocks behind a headline that has no element around its entry */
    TITLE_WORDS = 8,
    ENTRY_BLOCKS = 20,
    MOST_ITEMS = 20000, /* each is cut into pieces later, wherever it stands */
    MOST_NODES = 1000,  /* between a block's first text and its headline */
    MOST_INLINE = 40    /* elements between a text and its block's */
};

typedef struct link {
    uint32_t node, block;
    uint32_t words;
    uint64_t href;
    bool heading;
} link;

typedef struct finder {
    ngi_scene *scene;
    ngi_layout *layout;
    const ngi_tree *tree;
    const ngi_blocks *blocks;
    link *links; /* headline links in page order, one an address in a row */
    size_t count, capacity;
    ngi_item *items;
    size_t item_count, item_capacity;
    ng_slice host;
} finder;

/* ---- links ---- */

static ng_slice host_of(ng_slice url)
{
    size_t at = ngi_find(ngi_slice_sub(url, 0, 10), NGI_LIT("//"));
    if (at == NGI_NONE)
        return (ng_slice){0};
    ng_slice rest = ngi_slice_from(url, at + 2);
    for (size_t i = 0; i < rest.len; i++)
        if (rest.ptr[i] == '/' || rest.ptr[i] == '?' || rest.ptr[i] == '#' || rest.ptr[i] == ':')
            return ngi_slice_sub(rest, 0, i);
    return rest;
}

/* The last two labels of a host name: near enough to the registered domain to tell own
 * pages from advertisements. */
static ng_slice site_of(ng_slice host)
{
    int dots = 0;
    for (size_t i = host.len; i-- > 0;)
        if (host.ptr[i] == '.' && ++dots == 2) {
            ng_slice site = ngi_slice_from(host, i + 1);
            if (site.len > 6 || dots == 3) /* co.uk */
                return site;
            dots = 1;
        }
    return host;
}

/* A script in the place of an address: the headline may be a teaser all the same. */
static bool is_script(ng_slice href)
{
    return ngi_starts_nocase(ngi_trim(href), NGI_LIT("javascript:"));
}

static bool leads_to_story(const finder *f, ng_slice href)
{
    static const char *const bad[] = {"#", "mailto:", "tel:", "whatsapp:", NULL};
    href = ngi_trim(href);
    if (is_script(href))
        return true;
    if (href.len == 0)
        return false;
    for (size_t i = 0; bad[i] != NULL; i++)
        if (ngi_starts_with_nocase(href, bad[i]))
            return false;
    ng_slice host = host_of(href);
    return host.len == 0 || f->host.len == 0 || ngi_equal_nocase(site_of(host), f->host);
}

static uint64_t href_key(ng_slice href)
{
    size_t hash = ngi_find_char(href, '#');
    return ngi_hash(ngi_trim(hash == NGI_NONE ? href : ngi_slice_sub(href, 0, hash)));
}

/* Words of the text nodes of [first, last] from `from` on, up to `to`. */
static uint32_t words_between(const ngi_tree *tree, uint32_t from, uint32_t to)
{
    uint32_t words = 0;
    for (uint32_t i = from; i < to; i++)
        if (tree->nodes[i].tag == NGI_TAG_TEXT)
            words += ngi_count_words(tree->nodes[i].text);
    return words;
}

/* Where the block's text begins, behind the link that holds its first text. */
static uint32_t behind_link(const ngi_tree *tree, const ngi_block *b, uint32_t to)
{
    uint32_t up = tree->nodes[b->first].parent;
    for (unsigned i = 0; up > b->node && i < MOST_INLINE; i++, up = tree->nodes[up].parent)
        if (tree->nodes[up].tag == NGI_TAG_A && tree->nodes[up].end <= to)
            return tree->nodes[up].end;
    return b->first;
}

/* Whether more unlinked words of a block than `most` stand before node `to`: entries may be links
 * beside each other in one block. Looked at no further than that, as a block may hold a hundred
 * thousand links. */
static bool more_words(const ngi_tree *tree, const ngi_block *b, uint32_t to, uint32_t most)
{
    uint32_t words = 0;
    if (to - b->first > MOST_NODES)
        return true;
    for (uint32_t i = behind_link(tree, b, to); i < to && words <= most; i++) {
        if (tree->nodes[i].tag == NGI_TAG_A && tree->nodes[i].end <= to)
            i = tree->nodes[i].end - 1;
        else if (tree->nodes[i].tag == NGI_TAG_TEXT)
            words += ngi_count_words(tree->nodes[i].text);
    }
    return words > most;
}

static uint32_t first_text(const ngi_tree *tree, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (tree->nodes[i].tag == NGI_TAG_TEXT && ngi_trim(tree->nodes[i].text).len != 0)
            return i;
    return to;
}

/* The block that holds text node `text`. */
static uint32_t block_of(const ngi_blocks *blocks, uint32_t text)
{
    uint32_t at = ngi_block_at(blocks, text + 1);
    return at != 0 && text <= blocks->items[at - 1].last ? at - 1 : blocks->count;
}

/* A link inside a heading or around one. */
static bool is_heading(const finder *f, uint32_t a, uint32_t block)
{
    uint32_t end = f->tree->nodes[a].end;
    for (uint32_t b = block; b < f->blocks->count && f->blocks->items[b].first < end; b++)
        if (f->layout->rank[b] != 0)
            return true;
    return false;
}

/* Adds the link, or lets it take the place of the one before where both go to one address
 * and this one is the better headline. */
static bool add_link(finder *f, link l)
{
    link *last = f->count == 0 ? NULL : &f->links[f->count - 1];
    if (last != NULL && last->href == l.href) {
        if (l.heading && !last->heading)
            *last = l;
        return true;
    }
    if (!ngi_arena_grow(f->scene->arena, &f->links, &f->capacity, f->count + 1, sizeof l))
        return false;
    f->links[f->count++] = l;
    return true;
}

/* Fewest words of a link that may be a headline by itself. Scripts that are written without
 * spaces have short headlines: a character is half a word, and a menu's entry has two to four. */
static uint32_t least_words(const finder *f, uint32_t text, bool heading)
{
    if (heading)
        return 2;
    uint32_t c = ngi_utf8_next(ngi_trim_wide(f->tree->nodes[text].text), &(size_t){0});
    return ngi_is_cjk(c) && !(c >= 0xAC00 && c <= 0xD7A3) ? HEADLINE_WORDS - 1 : HEADLINE_WORDS;
}

static bool take_link(finder *f, uint32_t a)
{
    const ngi_node *n = &f->tree->nodes[a];
    ng_slice href = ngi_attr_value(f->tree, a, NGI_ATTR_HREF);
    uint32_t text = first_text(f->tree, a + 1, n->end);
    if (text == n->end || !leads_to_story(f, href))
        return true;
    uint32_t block = block_of(f->blocks, text);
    if (block == f->blocks->count || f->blocks->items[block].hidden)
        return true;
    const ngi_block *b = &f->blocks->items[block];
    uint32_t words = words_between(f->tree, a + 1, n->end);
    bool heading = is_heading(f, a, block);
    if (words < least_words(f, text, heading) + is_script(href)) /* buttons are scripts too */
        return true;
    /* Inside running text: many words before it, or few of the block's words are its own. */
    if (b->first < a && more_words(f->tree, b, a, LEAD_WORDS))
        return true;
    if (b->link_chars * 5 < b->text.len)
        return true;
    if (ngi_in_frame(f->tree, a))
        return true;
    return add_link(f, (link){a, block, words, is_script(href) ? a : href_key(href), heading});
}

static bool gather_links(finder *f)
{
    for (uint32_t i = 0; i < f->tree->count; i++) {
        const ngi_node *n = &f->tree->nodes[i];
        if (n->tag == NGI_TAG_A && n->attr_count != 0 &&
            ngi_attr_get(f->tree, i, NGI_ATTR_HREF) != NULL && !take_link(f, i))
            return false;
    }
    return true;
}

/* ---- entries ---- */

/* The number of headline links in front of `node`. */
static uint32_t links_before(const finder *f, uint32_t node)
{
    return f->count == 0
               ? 0
               : (uint32_t)ngi_first_from(&f->links[0].node, f->count, sizeof f->links[0], node);
}

/* An item of a list that has others with links of some words: an entry, whatever its list holds. */
static bool is_list_item(const finder *f, uint32_t node)
{
    const ngi_node *nodes = f->tree->nodes;
    uint32_t parent = nodes[node].parent;
    if (nodes[node].tag != NGI_TAG_LI ||
        (nodes[parent].tag != NGI_TAG_UL && nodes[parent].tag != NGI_TAG_OL))
        return false;
    for (uint32_t i = parent + 1; i < nodes[parent].end && i < parent + MOST_NODES; i++) {
        i = i == node ? nodes[node].end : i;
        if (i < nodes[parent].end && nodes[i].tag == NGI_TAG_A &&
            words_between(f->tree, i + 1, nodes[i].end) >= SHORT_WORDS)
            return true;
    }
    return false;
}

/* The highest element that holds link `i` and no other. */
static uint32_t climb(const finder *f, size_t i)
{
    uint32_t node = f->links[i].node;
    uint32_t before = i == 0 ? 0 : f->links[i - 1].node + 1;
    uint32_t after = i + 1 < f->count ? f->links[i + 1].node : f->tree->count;
    while (node != 0) {
        uint32_t up = f->tree->nodes[node].parent;
        if (up < before || f->tree->nodes[up].end > after ||
            f->tree->nodes[up].tag == NGI_TAG_BODY || f->tree->nodes[up].tag == NGI_TAG_MAIN ||
            is_list_item(f, node))
            break;
        node = up;
    }
    return node;
}

/* Whether the blocks [begin, end) hold more than a headline and a summary: a long paragraph,
 * several, or too many blocks for an entry. */
static bool holds_story(const finder *f, uint32_t begin, uint32_t end)
{
    uint32_t words = 0, paragraphs = 0;
    for (uint32_t b = begin; b < end; b++) {
        words += f->layout->prose[b];
        paragraphs += f->layout->prose[b] != 0;
    }
    return end - begin > ENTRY_BLOCKS || words >= STORY_WORDS ||
           (paragraphs >= 2 && words >= STORY_WORDS / 2);
}

/* Whether a story's text follows behind item `i`, before the next one or a heading: the entry is
 * a header whose text stands in an element of its own (dt and dd, two rows of a table). */
static bool heads_story(const finder *f, size_t i, size_t to)
{
    uint32_t parent = f->tree->nodes[f->items[i].element].parent;
    uint32_t end =
        i + 1 < to ? f->items[i + 1].begin : ngi_block_at(f->blocks, f->tree->nodes[parent].end);
    uint32_t words = 0, paragraphs = 0;
    for (uint32_t b = f->items[i].end; b < end && f->layout->rank[b] == 0; b++) {
        words += f->layout->prose[b];
        paragraphs += f->layout->prose[b] != 0;
    }
    return words >= STORY_WORDS || (paragraphs >= 2 && words >= STORY_WORDS / 2);
}

static bool push_item(finder *f, ngi_item item)
{
    if (f->item_count == MOST_ITEMS)
        return true;
    if (!ngi_arena_grow(f->scene->arena, &f->items, &f->item_capacity, f->item_count + 1,
                        sizeof item))
        return false;
    f->items[f->item_count++] = item;
    return true;
}

/* The best link of an element that has no headline link: its longest. */
static uint32_t best_link(const finder *f, uint32_t element)
{
    uint32_t best = 0, most = 0;
    for (uint32_t i = element; i < f->tree->nodes[element].end; i++) {
        const ngi_node *n = &f->tree->nodes[i];
        if (n->tag != NGI_TAG_A || !leads_to_story(f, ngi_attr_value(f->tree, i, NGI_ATTR_HREF)))
            continue;
        uint32_t words = words_between(f->tree, i + 1, n->end);
        if (words > most) {
            most = words;
            best = i;
        }
    }
    return best;
}

/* One run of entries: those of links [from, to), all under `parent` and of one shape. */
typedef struct run {
    size_t from, to;
    uint32_t parent;
    uint64_t shape;
} run;

static void item_range(const finder *f, ngi_item *item)
{
    item->begin = ngi_block_at(f->blocks, item->element);
    item->end = ngi_block_at(f->blocks, f->tree->nodes[item->element].end);
    /* An element inside a block: the block's first text stands before it. */
    if (item->begin == item->end ||
        (item->begin != 0 && f->blocks->items[item->begin - 1].last >= item->element)) {
        uint32_t text = first_text(f->tree, item->link + 1, f->tree->nodes[item->link].end);
        uint32_t block = block_of(f->blocks, text);
        if (block < f->blocks->count) {
            if (block < item->begin || item->begin == item->end)
                item->begin = block;
            if (item->end <= block)
                item->end = block + 1;
        }
    }
}

/* Whether a block's text stands in `parent` itself or in a child of it. */
static bool stands_in(const finder *f, uint32_t block, uint32_t parent)
{
    uint32_t node = f->blocks->items[block].node;
    return node == parent || f->tree->nodes[node].parent == parent;
}

/* Entries that are one block each, with further blocks between them: where the block before
 * the first headline is of the same shape as those before the others, entries begin there. */
static void stretch_flat(finder *f, size_t from, size_t to, uint32_t parent)
{
    uint32_t end_of_parent = ngi_block_at(f->blocks, f->tree->nodes[parent].end);
    uint32_t begin_of_parent = ngi_block_at(f->blocks, parent);
    bool gap = false;
    for (size_t i = from; i < to; i++) {
        if (f->items[i].end - f->items[i].begin > 1)
            return;
        gap |= i + 1 < to && f->items[i + 1].begin > f->items[i].end;
    }
    if (!gap)
        return;
    /* How many blocks of each entry stand before its headline. */
    uint32_t lead = 0;
    for (uint32_t back = 1; back <= 3; back++) {
        size_t same = 0;
        if (f->items[from].begin < begin_of_parent + back ||
            !stands_in(f, f->items[from].begin - back, parent))
            break;
        uint64_t shape =
            ngi_block_shape(f->tree, &f->blocks->items[f->items[from].begin - back], 1);
        for (size_t i = from + 1; i < to; i++)
            same +=
                f->items[i].begin >= f->items[i - 1].end + back &&
                ngi_block_shape(f->tree, &f->blocks->items[f->items[i].begin - back], 1) == shape;
        if (same * 2 < to - from - 1 || to - from < 2 ||
            f->layout->rank[f->items[from].begin - back] != 0)
            break;
        lead = back;
    }
    for (size_t i = from; i < to; i++)
        f->items[i].begin -= lead;
    for (size_t i = from; i < to; i++) {
        uint32_t limit = i + 1 < to ? f->items[i + 1].begin : end_of_parent;
        if (limit > f->items[i].end + FLAT_REACH)
            limit = f->items[i].end + FLAT_REACH;
        while (f->items[i].end < limit && f->layout->rank[f->items[i].end] == 0 &&
               stands_in(f, f->items[i].end, parent))
            f->items[i].end++;
    }
}

/* Whether a sentence goes on behind the link: "<a>The museum</a> opened in 1990 and ...". */
static bool runs_on(const finder *f, const ngi_item *item)
{
    const ngi_tree *tree = f->tree;
    uint32_t text = first_text(tree, item->link + 1, tree->nodes[item->link].end);
    uint32_t block = block_of(f->blocks, text);
    if (block == f->blocks->count || f->layout->rank[block] != 0)
        return false;
    uint32_t last = f->blocks->items[block].last, end = tree->nodes[item->link].end;
    uint32_t next = first_text(tree, end, last + 1);
    if (next > last || tree->nodes[next].parent != tree->nodes[item->link].parent)
        return false;
    for (uint32_t i = end; i < next; i++)
        if (tree->nodes[i].tag == NGI_TAG_BR)
            return false;
    return words_between(tree, next, last + 1) > 6;
}

/* Whether entries that are single blocks stand among paragraphs of their own shape. */
static bool in_prose(const finder *f, size_t from, size_t to)
{
    const ngi_item *first = &f->items[from], *last = &f->items[to - 1];
    uint64_t shape = ngi_shape(f->tree, first->element);
    uint32_t around[2] = {first->begin - 1, last->end}, same = 0;
    if (first->end - first->begin > 1)
        return false;
    for (int i = 0; i < 2; i++)
        if (around[i] < f->blocks->count && f->layout->prose[around[i]] >= 20) {
            const ngi_block *b = &f->blocks->items[around[i]];
            same += ngi_shape(f->tree, b->node) == shape &&
                    f->tree->nodes[b->node].parent == f->tree->nodes[first->element].parent;
        }
    return same != 0;
}

/* Whether the entries [from, to) are teasers: none or few of them hold a whole story. */
static bool are_teasers(const finder *f, size_t from, size_t to)
{
    size_t whole = 0, headings = 0, running = 0;
    for (size_t i = from; i < to; i++) {
        whole += holds_story(f, f->items[i].begin, f->items[i].end) || heads_story(f, i, to);
        running += runs_on(f, &f->items[i]);
        headings += is_heading(f, f->items[i].link, f->items[i].begin);
    }
    if (whole * 3 > to - from || running * 2 > to - from || in_prose(f, from, to))
        return false;
    /* A lone one is no headline above its own story. */
    for (uint32_t b = f->items[from].end;
         to - from == 1 && b < f->items[from].end + 6 && b < f->blocks->count; b++)
        if (f->layout->prose[b] != 0)
            return false;
    return to - from >= 2 || headings != 0;
}

static void mark(finder *f, size_t from, size_t to)
{
    ngi_layout *l = f->layout;
    for (size_t i = from; i < to; i++)
        for (uint32_t b = f->items[i].begin; b < f->items[i].end; b++)
            l->listed[b] = 1;
    if (from == to)
        return;
    /* The list's title. */
    uint32_t first = f->items[from].begin;
    if (first != 0 && f->blocks->items[first - 1].words <= TITLE_WORDS &&
        f->blocks->items[first - 1].link_chars * 2 <= f->blocks->items[first - 1].text.len)
        l->listed[first - 1] = 2;
}

/* All entries of a list: its headline links' and, between and behind them, elements of the
 * same shape with any link. */
static bool take_run(finder *f, const run *r, const uint32_t *elements, uint32_t list)
{
    size_t from = f->item_count, next = r->from;
    uint32_t node = elements[r->from], end = f->tree->nodes[r->parent].end;
    if (r->to < f->count && elements[r->to] < end)
        end = elements[r->to]; /* the next run goes on there: no child is seen twice */
    while (node < end) {
        bool sure = next < r->to && elements[next] == node;
        bool item = r->to - r->from == 1 && f->tree->nodes[node].tag == NGI_TAG_LI;
        if (sure || ((r->to - r->from > 1 || item) && ngi_shape(f->tree, node) == r->shape)) {
            uint32_t a = sure ? f->links[next].node : 0;
            if (!sure && links_before(f, node) == links_before(f, f->tree->nodes[node].end))
                a = best_link(f, node);
            if (a != 0 && item && !sure &&
                words_between(f->tree, a + 1, f->tree->nodes[a].end) < SHORT_WORDS)
                a = 0;
            if (a != 0 && !push_item(f, (ngi_item){a, node, list, 0, 0}))
                return false;
        }
        next += sure;
        node = f->tree->nodes[node].end;
    }
    for (size_t i = from; i < f->item_count; i++)
        item_range(f, &f->items[i]);
    stretch_flat(f, from, f->item_count, r->parent);
    if (!are_teasers(f, from, f->item_count)) {
        f->item_count = from;
        return true;
    }
    size_t kept = from;
    for (size_t i = from; i < f->item_count; i++)
        if (!holds_story(f, f->items[i].begin, f->items[i].end))
            f->items[kept++] = f->items[i];
    f->item_count = kept;
    mark(f, from, kept);
    return true;
}

bool ngi_lists_find(ngi_scene *scene, ngi_layout *layout)
{
    finder f = {.scene = scene, .layout = layout, .tree = layout->tree, .blocks = layout->blocks};
    f.host = site_of(host_of(scene->url.len != 0 ? scene->url : scene->meta.canonical));
    if (!gather_links(&f))
        return false;
    uint32_t *elements = NGI_NEW_ARRAY(scene->arena, uint32_t, f.count + 1);
    if (elements == NULL)
        return false;
    for (size_t i = 0; i < f.count; i++)
        elements[i] = climb(&f, i);
    uint32_t list = 0;
    for (size_t i = 0; i < f.count;) {
        run r = {i, i + 1, f.tree->nodes[elements[i]].parent, ngi_shape(f.tree, elements[i])};
        while (r.to < f.count && f.tree->nodes[elements[r.to]].parent == r.parent &&
               ngi_shape(f.tree, elements[r.to]) == r.shape)
            r.to++;
        if (!take_run(&f, &r, elements, list++))
            return false;
        i = r.to;
    }
    layout->items = f.items;
    layout->item_count = (uint32_t)f.item_count;
    return !scene->arena->failed;
}
