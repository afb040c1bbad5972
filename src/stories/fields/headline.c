/* SPDX-License-Identifier: Apache-2.0 */
/* The headline as printed on the page.
 *
 * Metadata says what it is called elsewhere (for search, for sharing), the page has some
 * headings. Each heading in reach gets points for its rank, for its place before the body
 * and for its likeness to what metadata says; a heading that is just the site's name loses.
 * Where no heading is good enough, metadata has the word, without the site's name. */
#include "stories/fields/fields.h"
#include "stories/pages/layout.h"

#include "base/utf8.h"

/* ---- what metadata says ---- */

static void add_title(ngi_fields *f, ng_slice text, ngi_place place, uint8_t weight)
{
    ngi_arena *arena = f->scene->arena;
    text = ngi_trim_wide(text);
    if (text.len == 0 || text.len > 1000 || f->title_count == NGI_MAX_TITLES)
        return;
    ngi_told_title t = {text, place, ngi_words_of(arena, text), weight};
    for (uint32_t i = 0; i < f->title_count; i++)
        if (ngi_words_same(&f->titles[i].words, &t.words))
            return;
    if (t.words.count != 0)
        f->titles[f->title_count++] = t;
}

/* The length of the separator at s[i], which stands between white space; 0: none. */
static size_t separator_at(ng_slice s, size_t i)
{
    size_t end = i;
    uint32_t c = ngi_utf8_next(s, &end);
    bool is = c == '|' || c == '-' || c == 0x2013 || c == 0x2014 || c == 0xB7 || c == 0x2022 ||
              c == 0x203A || c == 0xBB || c == 0xAB || c == 0x2039 || c == '/' || c == ':' ||
              c == 0xFF5C || c == '~' || c == '<' || c == '>' || c == '*';
    if (c == ':' && end < s.len && s.ptr[end] == ':')
        end++;
    bool space_after = end < s.len && s.ptr[end] == ' ';
    bool space_before = i > 0 && s.ptr[i - 1] == ' ';
    if (c == '|' || c == 0xFF5C)
        return end - i;
    return is && space_after && space_before ? end - i : 0;
}

static bool same_letters(ngi_arena *arena, ng_slice a, ng_slice b)
{
    ngi_words x = ngi_words_of(arena, a), y = ngi_words_of(arena, b);
    return ngi_words_same(&x, &y);
}

/* The last separator of a title: its offset and length. */
static bool last_separator(ng_slice s, size_t *at, size_t *length)
{
    for (size_t i = s.len; i > 0;) {
        ngi_utf8_previous(s, &i);
        size_t n = separator_at(s, i);
        if (n != 0 && i > 0) {
            *at = i;
            *length = n;
            return true;
        }
    }
    return false;
}

ng_slice ngi_title_strip(ngi_arena *arena, ng_slice title, ng_slice house, bool any)
{
    for (int round = 0; round < 4; round++) {
        size_t at, length;
        if (!last_separator(title, &at, &length))
            break;
        ng_slice head = ngi_trim_wide(ngi_slice_sub(title, 0, at));
        ng_slice tail = ngi_trim_wide(ngi_slice_from(title, at + length));
        ngi_words before = ngi_words_of(arena, head), after = ngi_words_of(arena, tail);
        bool is_house = house.len != 0 && same_letters(arena, tail, house);
        bool is_short = after.count <= 4 && before.count >= 3 && before.count >= after.count;
        if (!is_house && !(any && is_short))
            break;
        title = head;
    }
    return title;
}

void ngi_headline_titles(ngi_fields *f)
{
    const ngi_meta *m = &f->scene->meta;
    ngi_arena *arena = f->scene->arena;
    ngi_place og = {.first = m->og_title_node,
                    .last = m->og_title_node,
                    .kind = NGI_PLACE_ATTR,
                    .attr = NGI_ATTR_CONTENT};
    ngi_place window = {.first = m->title_node + 1,
                        .last = m->title_node + 1,
                        .end = UINT32_MAX,
                        .kind = NGI_PLACE_NODES};
    if (f->claim != NULL)
        add_title(f, ngi_title_strip(arena, f->claim->headline, f->house, false),
                  f->claim->headline_place, 3);
    if (!f->span->own)
        return;
    add_title(f, ngi_title_strip(arena, m->og_title, f->house, false), og, 2);
    for (uint32_t i = 0; i < m->hint_count; i++)
        if (m->hints[i].kind == NGI_HINT_TITLE && m->hints[i].rank == 0)
            add_title(f, ngi_title_strip(arena, m->hints[i].text, f->house, false),
                      m->hints[i].place, 2);
    add_title(f, ngi_title_strip(arena, m->twitter_title, f->house, false), (ngi_place){0}, 2);
    add_title(f, ngi_title_strip(arena, m->title, f->house, true), window, 1);
    add_title(f, m->og_title, og, 1);
    add_title(f, m->title, window, 1);
}

/* ---- what the page shows ---- */

typedef struct heading {
    uint32_t block, end; /* blocks */
    ng_slice text;
    ngi_words words;
    double points;
    bool same; /* as a title of weight 2 or 3 */
} heading;

static const char *const says_headline[] = {"headline", NULL};
static const char *const says_title[] = {"title", "titre", "titulo", "titel", NULL};

/* The heading element around a block: h1 to h6, or none (UINT32_MAX). */
static uint32_t heading_node(const ngi_tree *tree, uint32_t node)
{
    for (int up = 0; up < 4; up++) {
        uint8_t tag = tree->nodes[node].tag;
        if (tag >= NGI_TAG_H1 && tag <= NGI_TAG_H6)
            return node;
        if (node == 0 || tag == NGI_TAG_P || tag == NGI_TAG_LI)
            return UINT32_MAX;
        node = tree->nodes[node].parent;
    }
    return UINT32_MAX;
}

/* Whether node `a` is in the subtree of the parent of `b`'s text, or the other way round:
 * then no border of two elements lies between them. */
static bool nested(const ngi_tree *tree, uint32_t a, uint32_t b)
{
    uint32_t pa = tree->nodes[a].parent, pb = tree->nodes[b].parent;
    return (pa <= pb && pb < tree->nodes[pa].end) || (pb <= pa && pa < tree->nodes[pb].end);
}

/* Whether two texts side by side are words of two elements that style sets apart
 * ("<span>Premier League</span><span>Late goal ...</span>"). */
static bool glued(ng_slice before, ng_slice after)
{
    if (before.len == 0 || after.len == 0)
        return false;
    size_t at = before.len, from = 0;
    uint32_t last = ngi_utf8_previous(before, &at), next = ngi_utf8_next(after, &from);
    bool ends = ngi_is_lower(last) || ngi_is_digit(last) || last == ':' || last == '.' ||
                last == '!' || last == '?' || last == ')' || last == '"' || last == 0x201D;
    bool begins = ngi_is_upper(next) || ngi_is_digit(next) || next == '"' || next == 0x201E ||
                  next == 0x201C || next == 0xAB || next == 0xBB || next == '\'';
    return ends && begins;
}

/* The text of blocks [block, end), with a space where inline elements touch. */
static ng_slice heading_text(const ngi_fields *f, uint32_t block, uint32_t end)
{
    const ngi_tree *tree = f->scene->tree;
    const ngi_block *first = &f->scene->blocks.items[block];
    const ngi_block *last = &f->scene->blocks.items[end - 1];
    if (first->first == last->last)
        return first->text;
    size_t room = 1;
    for (uint32_t i = first->first; i <= last->last; i++)
        room += tree->nodes[i].tag == NGI_TAG_TEXT ? tree->nodes[i].text.len + 1 : 1;
    char *out = room > 4000 ? NULL : ngi_arena_chars(f->scene->arena, room);
    size_t used = 0;
    uint32_t before = 0;
    if (out == NULL)
        return first->text;
    for (uint32_t i = first->first; i <= last->last; i++) {
        const ngi_node *n = &tree->nodes[i];
        if (n->tag != NGI_TAG_TEXT) {
            if (ngi_block_skips(n->tag))
                i = n->end - 1;
            else if (ngi_block_level(n->tag) || n->tag == NGI_TAG_BR)
                out[used++] = ' ';
            continue;
        }
        if (used != 0 && !nested(tree, before, i) && glued(ngi_slice(out, used), n->text))
            out[used++] = ' ';
        memcpy(out + used, n->text.ptr, n->text.len);
        used += n->text.len;
        before = i;
    }
    return ngi_trim_wide(ngi_squeeze(f->scene->arena, ngi_slice(out, used)));
}

static double likeness(const ngi_fields *f, heading *h)
{
    double best = 0;
    for (uint32_t i = 0; i < f->title_count; i++) {
        const ngi_told_title *t = &f->titles[i];
        double alike = ngi_words_alike(&h->words, &t->words);
        if (t->weight == 1 && h->words.count > 2) { /* a window's title has more in it */
            double within = ngi_words_within(&h->words, &t->words) * 0.9;
            alike = within > alike ? within : alike;
        }
        if (ngi_words_same(&h->words, &t->words)) {
            alike = t->words.count <= 2 ? 0.7 : 1.4; /* "Culture": a list's name, mostly */
            h->same = h->same || t->weight > 1;
        }
        best = alike > best ? alike : best;
    }
    return best;
}

static double rank_points(const ngi_fields *f, const ngi_block *b, uint32_t node)
{
    const ngi_tree *tree = f->scene->tree;
    double points = 0;
    if (node != UINT32_MAX) {
        static const double ranks[] = {3, 1.5, 0.6, 0.2, 0, 0};
        points = ranks[tree->nodes[node].tag - NGI_TAG_H1];
    }
    uint32_t at = node != UINT32_MAX ? node : b->node;
    if (ngi_node_says(tree, at, says_headline))
        points += 1;
    else if (ngi_node_says(tree, at, says_title))
        points += 0.5;
    return points;
}

static double place_points(const ngi_fields *f, const ngi_block *b, uint32_t block)
{
    double points = 0;
    if (block >= f->body_end)
        points -= 4;
    else if (block >= f->body)
        points -= 2.5;
    else
        points -= (f->body - block) * 0.03 > 2 ? 2 : (f->body - block) * 0.03;
    if (b->hidden)
        points -= 2;
    if (block == f->span->headline)
        points += f->span->own ? 2 : 6;
    return points;
}

/* The element of a list in which a node stands, up to two levels above, or UINT32_MAX. */
static uint32_t list_item(const ngi_tree *tree, uint32_t node)
{
    for (int up = 0; up < 3 && node != 0; up++, node = tree->nodes[node].parent)
        if (tree->nodes[node].tag == NGI_TAG_LI)
            return node;
    return UINT32_MAX;
}

/* Whether a heading is the last step of the trail that leads to the page ("Home > Politics >
 * ..."), where some sites put their title for search engines: the one to read stands below. */
static bool ends_trail(const ngi_fields *f, uint32_t block)
{
    static const char *const says_trail[] = {"breadcrumb", NULL};
    const ngi_tree *tree = f->scene->tree;
    const ngi_block *b = &f->scene->blocks.items[block];
    if (ngi_node_saying(tree, b->node, 2, says_trail) != UINT32_MAX)
        return true;
    uint32_t item = list_item(tree, b->node);
    if (item == UINT32_MAX || block == 0 || b[-1].link_chars != b[-1].text.len)
        return false;
    uint32_t before = list_item(tree, b[-1].node);
    return before != UINT32_MAX && before != item &&
           tree->nodes[before].parent == tree->nodes[item].parent;
}

/* Whether the page's record of the story has another headline. */
static bool is_told_otherwise(const ngi_fields *f, const heading *h)
{
    for (uint32_t i = 0; i < f->title_count; i++)
        if (f->titles[i].weight == 3)
            return !ngi_words_same(&h->words, &f->titles[i].words);
    return false;
}

static void rate(const ngi_fields *f, heading *h, uint32_t node)
{
    const ngi_block *b = &f->scene->blocks.items[h->block];
    h->words = ngi_words_of(f->scene->arena, h->text);
    h->points = rank_points(f, b, node) + place_points(f, b, h->block) + 5 * likeness(f, h);
    bool link = b->link_chars * 10 > b->text.len * 9;
    bool h1 = node != UINT32_MAX && f->scene->tree->nodes[node].tag == NGI_TAG_H1;
    if (link)
        h->points -= h1 ? 1 : h->block == f->span->headline ? 1.5 : 3;
    if (h->words.count < 2 && !h->same)
        h->points -= 2;
    if (h->words.count > 45)
        h->points -= 3;
    if (ngi_is_house(f, h->text))
        h->points -= 8;
    if (ends_trail(f, h->block) && is_told_otherwise(f, h))
        h->points -= 8;
}

/* Whether a block can be a headline at all: a heading, or short and marked, or the same as
 * what metadata says. */
static bool eligible(const ngi_fields *f, uint32_t block, uint32_t node)
{
    const ngi_block *b = &f->scene->blocks.items[block];
    if (node != UINT32_MAX || block == f->span->headline)
        return true;
    if (b->text.len > 400 || block >= f->body_end)
        return false;
    if (ngi_node_says(f->scene->tree, b->node, says_headline) ||
        ngi_node_says(f->scene->tree, b->node, says_title))
        return true;
    for (uint32_t i = 0; i < f->title_count; i++) {
        size_t length = f->titles[i].text.len;
        if (f->titles[i].words.count > 2 && b->text.len > length * 2 / 3 &&
            b->text.len < length * 2 && block < f->body)
            return true;
        if (f->titles[i].words.count > 2 && b->words > 2 && block < f->body &&
            ngi_find(f->titles[i].text, b->text) != NGI_NONE)
            return true; /* behind the site's name */
    }
    return false;
}

static void better(heading *best, const heading *h)
{
    if (best->block == UINT32_MAX || h->points > best->points)
        *best = *h;
}

/* The blocks where a headline may stand: on an article page from the top. */
static void reach(const ngi_fields *f, uint32_t *begin, uint32_t *end)
{
    uint32_t count = f->scene->blocks.count;
    *begin = f->span->own ? 0 : f->span->begin;
    *end = f->span->own && f->span->end == count ? count : f->span->end;
    if (f->span->own && *end > f->body + 3 && f->body != UINT32_MAX)
        *end = f->body + 3;
    if (*end > count)
        *end = count;
    if (*end > *begin + 1500)
        *begin = f->span->own ? *end - 1500 : *begin;
}

static heading best_heading(const ngi_fields *f)
{
    const ngi_blocks *blocks = &f->scene->blocks;
    heading best = {.block = UINT32_MAX};
    uint32_t begin, end;
    reach(f, &begin, &end);
    for (uint32_t i = begin; i < end; i++) {
        uint32_t node = heading_node(f->scene->tree, blocks->items[i].node);
        if (!eligible(f, i, node))
            continue;
        uint32_t stop = i + 1; /* blocks in the same heading */
        while (node != UINT32_MAX && stop < blocks->count && stop < i + 6 &&
               blocks->items[stop].first < f->scene->tree->nodes[node].end)
            stop++;
        for (uint32_t from = i; from < stop && stop > i + 1; from++) {
            heading part = {.block = from, .end = from + 1};
            part.text = heading_text(f, from, from + 1);
            rate(f, &part, node);
            part.points -= 0.3; /* the whole heading, where all else is equal */
            better(&best, &part);
        }
        heading whole = {.block = i, .end = stop, .text = heading_text(f, i, stop)};
        rate(f, &whole, node);
        better(&best, &whole);
        i = stop - 1;
    }
    return best;
}

void ngi_headline_take_told(ngi_fields *f)
{
    const ngi_told_title *best = NULL;
    for (uint32_t i = 0; i < f->title_count; i++)
        if (!ngi_is_house(f, f->titles[i].text) &&
            (best == NULL || f->titles[i].weight > best->weight))
            best = &f->titles[i];
    if (best == NULL)
        return;
    f->story->headline.text = ngi_squeeze(f->scene->arena, best->text);
    f->story->headline.place = best->place;
}

/* Whether metadata has more than the name of a section or of the house. */
static bool is_told(const ngi_fields *f)
{
    for (uint32_t i = 0; i < f->title_count; i++)
        if (f->titles[i].weight > 1 || f->titles[i].words.count > 2)
            return true;
    return f->title_count != 0 && f->span->headline == UINT32_MAX;
}

static bool is_told_as(const ngi_fields *f, ng_slice text)
{
    ngi_words words = ngi_words_of(f->scene->arena, text);
    for (uint32_t i = 0; i < f->title_count; i++)
        if (ngi_words_same(&words, &f->titles[i].words))
            return true;
    return false;
}

/* "<h2><small>Culture</small> Headline</h2>": what stands in an element of its own before the
 * headline, in the same heading, is the section where a menu has the name too, where the page's
 * title has the rest alone, or where the other headlines of the page have such an element. */
static void cut_section(ngi_fields *f, const ngi_block *b)
{
    const ngi_tree *tree = f->scene->tree;
    ngi_text *headline = &f->story->headline;
    ng_slice name = ngi_trim_wide(tree->nodes[b->first].text);
    uint32_t inner = tree->nodes[b->first].parent, next = b->first + 1;
    if (b->first == b->last || inner == b->node || tree->nodes[inner].end > b->last ||
        ngi_ends(name, NGI_LIT(":")) || !ngi_starts(headline->text, name))
        return;
    while (next < b->last &&
           (tree->nodes[next].tag != NGI_TAG_TEXT || ngi_trim_wide(tree->nodes[next].text).len == 0))
        next++;
    size_t begin = name.len, end = headline->text.len;
    ngi_strip_marks(headline->text, &begin, &end);
    ng_slice rest = ngi_slice_from(headline->text, begin);
    if (ngi_count_words(rest) < 3 || ngi_count_words(name) > 4 ||
        !(f->span->kicker || is_told_as(f, rest) || ngi_is_section_name(f->scene, name)))
        return;
    headline->text = rest;
    headline->place.first = next;
    if (!f->span->kicker && !ngi_is_section_name(f->scene, name))
        return; /* "Exclusive" */
    f->story->section.text = name;
    f->story->section.place =
        (ngi_place){b->first, b->first, 0, UINT32_MAX, NGI_PLACE_NODES, 0};
}

void ngi_headline_find(ngi_fields *f)
{
    heading best = best_heading(f);
    bool told = is_told(f);
    /* without metadata any heading will do; with it, one must have its rank or likeness */
    if (best.block == UINT32_MAX || best.points < (told ? 2.2 : 0.3)) {
        ngi_headline_take_told(f);
        return;
    }
    ngi_place place = ngi_block_place(&f->scene->blocks.items[best.block]);
    place.last = f->scene->blocks.items[best.end - 1].last;
    f->headline = best.block;
    f->headline_end = best.end;
    f->story->headline.text = best.text;
    f->story->headline.place = place;
    if (best.end == best.block + 1 && f->scene->tree != NULL)
        cut_section(f, &f->scene->blocks.items[best.block]);
}
