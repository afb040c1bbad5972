/* SPDX-License-Identifier: Apache-2.0 */
/* The authors: all persons named as such, and nobody else.
 *
 * Two witnesses: metadata (clean, but it may hold a user's name, the house, or only one of
 * three) and the byline as printed (complete, but with roles, dates and links around it).
 * Where they share a name, the longer list is right; where they share none, print wins,
 * unless it is only guessed. Agencies and the house go to the credit. Where nobody is named and
 * metadata gives the house itself as the author, as schema.org allows, it is that too, marked as
 * an organization: a reader of the record then knows who answers for the text. */
#include "stories/fields/authors.h"

#include "base/utf8.h"

enum { HEAD_BLOCKS = 20, TAIL_BLOCKS = 10, LABEL_REACH = 60, PLURAL_ENDING = 3, MOST_CLAIMS = 60 };

static const char *const says_author[] = {"author",    "byline",      "autor",     "auteur",
                                          "writer",    "journalist",  "redakteur", "skribent",
                                          "forfatter", "signatur",    "firma",     "reporter",
                                          "verfasser", "contributor", "creator",   "szerzo",     "yazar",
                                          "penulis",   "kirjoittaja", "toimittaja", "avtor", NULL};
static const char *const says_box[] = {"bio",    "about",      "more-from", "follow",
                                       "social", "newsletter", "comment",   "related",
                                       "share",  "teaser",     "promo",     NULL};

static bool same_name(ngi_arena *arena, ng_slice a, ng_slice b)
{
    ngi_words x = ngi_words_of(arena, a), y = ngi_words_of(arena, b);
    return ngi_words_same(&x, &y);
}

static bool has_name(ngi_arena *arena, const ngi_names *list, ng_slice name)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (same_name(arena, list->items[i].name.text, name))
            return true;
    return false;
}

static void add_credit(ngi_names *list, ng_slice credit)
{
    if (list->credit.len == 0)
        list->credit = credit;
}

static void add_name(const ngi_fields *f, ngi_names *list, ngi_author author)
{
    if (ngi_is_house(f, author.name.text)) {
        add_credit(list, author.name.text);
        return;
    }
    if (list->count < NGI_MAX_NAMES && !has_name(f->scene->arena, list, author.name.text))
        list->items[list->count++] = author;
}

static void add_names(const ngi_fields *f, ngi_names *list, const ng_slice *names, uint32_t count,
                      ng_slice url, ngi_place place)
{
    for (uint32_t i = 0; i < count; i++) {
        ngi_author author = {.name = {.text = names[i], .place = place}};
        author.url = count == 1 ? url : (ng_slice){0};
        add_name(f, list, author);
    }
}

/* The persons in what metadata gives as an author's name. */
static void add_told(const ngi_fields *f, ngi_names *list, ng_slice text, ng_slice url,
                     ngi_place place)
{
    ng_slice *names, credit = {0};
    uint32_t count = 0;
    if (ngi_is_house(f, text) ||
        (f->domain.len > 3 && ngi_find_nocase(text, f->domain) != NGI_NONE)) {
        add_credit(list, text);
        return;
    }
    if (text.len == 0 || text.len > NGI_MAX_BYLINE * 4 ||
        !ngi_author_clean(f->scene->arena, text, &names, &count, &credit))
        return;
    add_names(f, list, names, count, url, place);
    add_credit(list, credit);
}

/* The persons in `text`, which is known to be about authors (lone) or not. */
void ngi_names_add_text(const ngi_fields *f, ngi_names *list, ng_slice text, ng_slice url,
                        ngi_place place, bool lone)
{
    ng_slice *names, credit = {0};
    uint32_t count = 0;
    if (text.len == 0 || text.len > NGI_MAX_BYLINE ||
        !ngi_byline_parse(f->scene->arena, text, lone, &names, &count, &credit))
        return;
    for (uint32_t i = 0; i < count; i++) {
        ngi_author author = {.name = {.text = names[i], .place = place}};
        author.url = count == 1 ? url : (ng_slice){0};
        add_name(f, list, author);
    }
    add_credit(list, credit);
}

/* A user's name or an abbreviation rather than a person's name: one word, of a script that
 * writes names in two, or with digits. */
static bool is_handle(ng_slice name)
{
    bool space = false, wide = false, digit = false;
    for (size_t i = 0; i < name.len;) {
        uint32_t c = ngi_utf8_next(name, &i);
        space = space || c == ' ' || c == 0xB7 || c == 0x30FB;
        digit = digit || ngi_is_digit(c);
        wide = wide || ngi_is_cjk(c);
    }
    return digit || (!space && !wide);
}

static uint32_t shared_names(ngi_arena *arena, const ngi_names *a, const ngi_names *b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0; i < a->count; i++)
        shared += has_name(arena, b, a->items[i].name.text);
    return shared;
}

static bool all_handles(const ngi_names *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (!is_handle(list->items[i].name.text))
            return false;
    return true;
}

/* ---- metadata ---- */

static bool is_address(ng_slice s)
{
    return ngi_starts_nocase(s, NGI_LIT("http")) || ngi_starts_nocase(s, NGI_LIT("www.")) ||
           ngi_find(s, NGI_LIT("://")) != NGI_NONE;
}

/* The publisher itself, whole: "Ferrow Gazette Staff" is another name. */
static bool is_publisher(const ngi_fields *f, ng_slice name)
{
    ngi_arena *arena = f->scene->arena;
    return same_name(arena, name, f->house) || ngi_equal_nocase(name, f->domain);
}

static void add_claimed(const ngi_fields *f, ngi_names *list, const ngi_claim *claim)
{
    for (uint32_t i = 0; i < claim->author_count; i++) {
        const ngi_author *a = &claim->authors[i];
        if (is_address(a->name.text))
            continue;
        add_told(f, list, a->name.text, a->url, a->name.place);
    }
}

static void add_hints(const ngi_fields *f, ngi_names *list, uint8_t worst)
{
    const ngi_meta *m = &f->scene->meta;
    for (uint32_t i = 0; i < m->hint_count; i++) {
        const ngi_hint *h = &m->hints[i];
        if (h->kind == NGI_HINT_AUTHOR && h->rank <= worst && !h->shown && !is_address(h->text) &&
            ngi_fields_holds(f, h->node))
            add_told(f, list, h->text, h->url, h->place);
    }
}

static void find_told(const ngi_fields *f, ngi_names *list)
{
    const ngi_meta *m = &f->scene->meta;
    if (f->claim != NULL)
        add_claimed(f, list, f->claim);
    for (uint32_t i = 0; i < m->claim_count && i < MOST_CLAIMS && f->span->own && list->count == 0; i++)
        if ((m->claims[i].main && !m->claims[i].taken &&
             !ngi_fields_names_list(f, &m->claims[i])) ||
            strcmp(m->claims[i].source, "parsely") == 0)
            add_claimed(f, list, &m->claims[i]);
    if (list->count == 0)
        add_hints(f, list, 0);
    if (list->count == 0)
        add_hints(f, list, 2);
}

/* ---- the page ---- */

/* Whether an address goes on behind "/author": "/authors" is where all of them are listed. */
static bool leads_further(ng_slice rest)
{
    size_t more = 0;
    for (size_t i = 0; i < rest.len && rest.ptr[i] != '#'; i++)
        more += rest.ptr[i] != '/';
    return more > PLURAL_ENDING || (more != 0 && ngi_find_char(rest, '/') != NGI_NONE);
}

/* Whether a link leads to an author's page. */
static bool is_author_link(const ngi_tree *tree, uint32_t node)
{
    static const char *const paths[] = {
        "/author",     "/autor",    "/auteur",        "/people/",     "/profile", "/staff/",
        "/journalist", "/redakt",   "/by/",           "/contributor", "/writer",  "/reporter",
        "/yazar",      "/skribent", "/correspondent", "/firmas/",     "/firma/",  "/penulis"};
    ng_slice rel = ngi_attr_value(tree, node, NGI_ATTR_REL);
    if (ngi_find_nocase(rel, NGI_LIT("author")) != NGI_NONE)
        return true;
    ng_slice href = ngi_attr_value(tree, node, NGI_ATTR_HREF);
    if (href.len == 0 || href.len > 1000)
        return false;
    for (size_t at = 0; at < href.len; at++) {
        if (href.ptr[at] != '/')
            continue;
        ng_slice rest = ngi_slice_from(href, at);
        for (size_t i = 0; i < NGI_COUNT(paths); i++)
            if (rest.len > 1 && (rest.ptr[1] | 32) == paths[i][1] &&
                ngi_starts_nocase(rest, ngi_slice_of(paths[i])))
                return leads_further(ngi_slice_from(rest, ngi_slice_of(paths[i]).len));
    }
    return false;
}

/* The text of an element with a bar where elements touch: "Jane Doe" "Editor" in two spans
 * are no name of three words. */
static ng_slice parted_text(const ngi_fields *f, uint32_t node, ngi_place *place)
{
    const ngi_tree *tree = f->scene->tree;
    uint32_t end = tree->nodes[node].end, before = 0, nodes = 0;
    char buffer[NGI_MAX_BYLINE * 2];
    size_t used = 0;
    bool parted = false; /* a block-level border since the last text */
    for (uint32_t i = node; i < end; i++) {
        const ngi_node *n = &tree->nodes[i];
        if (++nodes > 400)
            return (ng_slice){0};
        if (n->tag != NGI_TAG_TEXT) {
            parted =
                parted || ngi_block_level(n->tag) || n->tag == NGI_TAG_BR || n->tag == NGI_TAG_TIME;
            if (ngi_block_skips(n->tag))
                i = n->end - 1;
            continue;
        }
        ng_slice text = ngi_trim_wide(n->text);
        if (text.len == 0)
            continue;
        if (used + n->text.len + 4 > sizeof buffer)
            return (ng_slice){0};
        bool touch = before != 0 && n->depth != 0 && used != 0 && !ngi_is_space(buffer[used - 1]) &&
                     !ngi_is_space(n->text.ptr[0]) && tree->nodes[before].parent != n->parent &&
                     buffer[used - 1] != '(';
        if (used != 0 && (parted || touch)) {
            memcpy(buffer + used, " | ", 3);
            used += 3;
        }
        parted = false;
        memcpy(buffer + used, n->text.ptr, n->text.len);
        used += n->text.len;
        if (before == 0)
            place->first = i;
        place->last = before = i;
    }
    place->kind = NGI_PLACE_NODES;
    place->begin = 0;
    place->end = UINT32_MAX;
    ng_slice text = ngi_trim_wide(ngi_squeeze(f->scene->arena, ngi_slice(buffer, used)));
    return ngi_arena_copy(f->scene->arena, text);
}

typedef struct printed {
    ngi_names linked; /* from links to authors' pages */
    ngi_names marked; /* from elements whose class says author */
    ngi_names plain;  /* from texts that read like a byline */
    bool wants_plain; /* metadata leaves it open: texts are read (the dearest part) */
} printed;

/* Single words in marked elements are labels and roles more often than names. */
void ngi_names_drop_handles(ngi_names *list)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list->count; i++)
        if (!is_handle(list->items[i].name.text))
            list->items[kept++] = list->items[i];
    list->count = kept;
}

/* Looks at the nodes [begin, end) for authors. */
static void look(const ngi_fields *f, uint32_t begin, uint32_t end, printed *p)
{
    const ngi_tree *tree = f->scene->tree;
    uint32_t marked_until = 0, box_until = 0;
    for (uint32_t i = begin; i < end; i++) {
        const ngi_node *n = &tree->nodes[i];
        if (n->tag == NGI_TAG_TEXT || n->attr_count == 0)
            continue;
        ngi_place place = {0};
        if (n->tag == NGI_TAG_A && is_author_link(tree, i)) {
            ng_slice text = parted_text(f, i, &place);
            ngi_names_add_text(f, &p->linked, text, ngi_attr_value(tree, i, NGI_ATTR_HREF), place,
                               true);
        } else if (i >= marked_until && i >= box_until && ngi_node_says(tree, i, says_author)) {
            if (ngi_node_says(tree, i, says_box) && n->end - i > 60) {
                box_until = n->end;
                continue;
            }
            ng_slice text = parted_text(f, i, &place);
            if (text.len == 0)
                continue; /* too long: something inside may be marked too */
            ngi_names_add_text(f, &p->marked, text, (ng_slice){0}, place, true);
            ngi_names_drop_handles(&p->marked);
            if (p->marked.count != 0)
                marked_until = n->end;
        }
    }
}

/* "Written by" in a block of its own, and the name in the next. */
static void read_pair(const ngi_fields *f, const ngi_block *label, const ngi_block *name,
                      printed *p)
{
    char joined[200];
    size_t length = label->text.len + 1 + name->text.len;
    if (length > sizeof joined || name->words > 8)
        return;
    memcpy(joined, label->text.ptr, label->text.len);
    joined[label->text.len] = ' ';
    memcpy(joined + label->text.len + 1, name->text.ptr, name->text.len);
    ng_slice text = ngi_arena_copy(f->scene->arena, ngi_slice(joined, length));
    ngi_place place = ngi_block_place(label);
    place.last = name->last;
    ngi_names_add_text(f, &p->plain, text, (ng_slice){0}, place, false);
}

/* Blocks that read like a byline: "By A and B". */
static void read_blocks(const ngi_fields *f, uint32_t begin, uint32_t end, printed *p)
{
    for (uint32_t i = begin; i < end && i < f->scene->blocks.count; i++) {
        const ngi_block *b = &f->scene->blocks.items[i];
        bool menu = b->link_chars * 10 > b->text.len * 8; /* linked names were looked at */
        if (b->hidden || menu || b->words > 25)
            continue;
        if (b->words <= 2 && b->text.len < 24 && i + 1 < f->scene->blocks.count)
            read_pair(f, b, b + 1, p);
        if (b->words >= 2)
            ngi_names_add_text(f, &p->plain, b->text, (ng_slice){0}, ngi_block_place(b), false);
    }
}

static void look_at_blocks(const ngi_fields *f, uint32_t begin, uint32_t end, printed *p)
{
    const ngi_blocks *blocks = &f->scene->blocks;
    if (begin >= end || begin >= blocks->count)
        return;
    uint32_t first = begin == 0 ? 0 : blocks->items[begin - 1].last + 1;
    uint32_t last = end < blocks->count ? blocks->items[end].first : f->scene->tree->count;
    look(f, first, last, p);
    if (p->wants_plain && p->linked.count == 0 && p->marked.count == 0)
        read_blocks(f, begin, end, p);
}

/* A name beside the date, between headline and prose: "Jane Doe | Senior Writer | May 3". */
static void read_dated(const ngi_fields *f, printed *p)
{
    uint32_t begin = f->headline == UINT32_MAX ? f->body : f->headline_end;
    for (uint32_t i = begin; i < f->body && i < begin + 8; i++) {
        const ngi_block *b = &f->scene->blocks.items[i];
        ng_slice iso;
        if (b->words < 4 || b->words > 14 || b->hidden || b->images != 0 ||
            !ngi_date_parse(f->scene->arena, b->text, f->scene->now, -1, &iso, NULL, NULL))
            continue;
        ngi_place place = {0};
        ng_slice text = parted_text(f, b->node, &place);
        ngi_names_add_text(f, &p->marked, text.len != 0 ? text : b->text, (ng_slice){0},
                           ngi_block_place(b), true);
        ngi_names_drop_handles(&p->marked);
        if (p->marked.count != 0)
            return;
    }
}

static const ngi_names *best_of(ngi_arena *arena, const printed *p)
{
    const ngi_names *best = p->linked.count != 0   ? &p->linked
                            : p->marked.count != 0 ? &p->marked
                                                   : &p->plain;
    /* "By A and B" with a link for A only */
    if (best == &p->linked && p->marked.count > best->count &&
        shared_names(arena, best, &p->marked) == best->count)
        best = &p->marked;
    return best;
}

/* A label of its own and names behind it, further down: "<b>Author</b> Jane Doe". Lists of
 * facts stand there, so only labels for authors count. */
static void read_labels(const ngi_fields *f, uint32_t begin, printed *p)
{
    uint32_t count = f->scene->blocks.count;
    for (uint32_t i = begin; i < count && i < begin + LABEL_REACH; i++) {
        const ngi_block *b = &f->scene->blocks.items[i];
        if (b->words < 2 || b->words > 14 || b->hidden || b->bold_chars == 0 ||
            b->bold_chars * 10 > b->text.len * 8)
            continue;
        ngi_names_add_text(f, &p->plain, b->text, (ng_slice){0}, ngi_block_place(b), false);
        if (p->plain.count != 0)
            return;
    }
}

static bool found_any(const printed *p)
{
    return p->linked.count + p->marked.count + p->plain.count != 0;
}

/* Above and around the headline, down to the body. */
static void find_above(ngi_fields *f, printed *p)
{
    uint32_t above = 4;
    uint32_t head = f->headline == UINT32_MAX ? (f->body > 10 ? f->body - 10 : 0)
                    : f->headline > above     ? f->headline - above
                                              : 0;
    if (!f->span->own && head < f->span->begin)
        head = f->span->begin;
    look_at_blocks(f, head, f->body > head + HEAD_BLOCKS ? head + HEAD_BLOCKS : f->body, p);
    if (p->wants_plain && !found_any(p))
        read_dated(f, p);
    if (p->wants_plain && !found_any(p))
        ngi_signed_head(f, &p->marked);
}

/* True where a label says who. */
static bool find_below(ngi_fields *f, printed *p)
{
    uint32_t count = f->scene->blocks.count;
    uint32_t end = f->body_end + TAIL_BLOCKS < f->span->end ? f->body_end + TAIL_BLOCKS
                                                            : f->span->end;
    look_at_blocks(f, f->body_end, end < count ? end : count, p);
    if (!p->wants_plain || found_any(p) || !f->span->own)
        return false;
    read_labels(f, f->body_end, p);
    return found_any(p);
}

static void find_printed(ngi_fields *f, printed *p, bool *sure)
{
    find_above(f, p);
    *sure = found_any(p);
    if (*sure || best_of(f->scene->arena, p)->credit.len != 0)
        return;
    *sure = (p->wants_plain && ngi_signed_tail(f, &p->marked)) || find_below(f, p);
}

/* ---- both ---- */

/* The one of two lists to be believed. Metadata that names only the house or an agency
 * says that no person signed: then print must name persons in full. */
static const ngi_names *choose(const ngi_names *told, const ngi_names *shown, bool sure)
{
    if (told->count == 0)
        return told->credit.len != 0 && (!sure || all_handles(shown)) ? told : shown;
    if (shown->count == 0)
        return told;
    return sure && all_handles(told) && !all_handles(shown) ? shown : told;
}

/* Where nobody is named, a desk with a name of its own ("Metro Desk", "XYZ Staff") and initials are
 * who wrote it; a bare "Staff", the house and agencies are not. */
static void add_desk(const ngi_fields *f, ngi_names *list, const ngi_author *told)
{
    if (list->count != 0 || is_address(told->name.text) || is_publisher(f, told->name.text) ||
        !ngi_author_is_desk(told->name.text))
        return;
    list->items[list->count] = *told;
    list->items[list->count++].name.text = ngi_squeeze(f->scene->arena, told->name.text);
}

static void find_desk(const ngi_fields *f, ngi_names *list)
{
    const ngi_meta *m = &f->scene->meta;
    for (uint32_t i = 0; f->claim != NULL && i < f->claim->author_count; i++)
        add_desk(f, list, &f->claim->authors[i]);
    for (uint32_t i = 0; i < m->hint_count; i++) {
        const ngi_hint *h = &m->hints[i];
        ngi_author told = {.name = {.text = h->text, .place = h->place}, .url = h->url};
        if (h->kind == NGI_HINT_AUTHOR && h->rank <= 2 && ngi_fields_holds(f, h->node))
            add_desk(f, list, &told);
    }
}

static void add_house(const ngi_fields *f, ngi_names *list, const ngi_author *told)
{
    ng_slice name = ngi_squeeze(f->scene->arena, told->name.text);
    if (list->count != 0 || is_address(name) ||
        (!told->organization && !ngi_is_house(f, name) && !is_publisher(f, name)) ||
        !ngi_author_is_own(name))
        return;
    list->items[list->count] = *told;
    list->items[list->count].organization = true;
    list->items[list->count++].name.text = name;
}

/* The house, where metadata gives it as the author. A record about the story is believed before
 * one about the page. */
static void find_house_author(const ngi_fields *f, ngi_names *list)
{
    const ngi_meta *m = &f->scene->meta;
    for (uint32_t i = 0; f->claim != NULL && i < f->claim->author_count; i++)
        add_house(f, list, &f->claim->authors[i]);
    for (uint32_t i = 0; i < m->claim_count && i < MOST_CLAIMS && f->span->own; i++)
        for (uint32_t k = 0;
             m->claims[i].main && !m->claims[i].taken && k < m->claims[i].author_count; k++)
            add_house(f, list, &m->claims[i].authors[k]);
    for (uint32_t i = 0; i < m->hint_count; i++) {
        const ngi_hint *h = &m->hints[i];
        ngi_author told = {.name = {.text = h->text, .place = h->place}, .url = h->url};
        if (h->kind == NGI_HINT_AUTHOR && h->rank <= 2 && !h->shown && ngi_fields_holds(f, h->node))
            add_house(f, list, &told);
    }
}

void ngi_authors_find(ngi_fields *f)
{
    ngi_arena *arena = f->scene->arena;
    ngi_names *told = NGI_NEW(arena, ngi_names);
    printed *p = NGI_NEW(arena, printed);
    bool sure = false;
    if (told == NULL || p == NULL)
        return;
    find_told(f, told);
    p->wants_plain = told->count == 0 || all_handles(told);
    find_printed(f, p, &sure);
    const ngi_names *shown = best_of(arena, p);
    const ngi_names *best = choose(told, shown, sure);
    if (best->count == 0) {
        told->count = 0;
        find_desk(f, told);
        find_house_author(f, told);
        best = told;
    }
    f->story->authors = NGI_NEW_ARRAY(arena, ngi_author, best->count);
    if (f->story->authors == NULL)
        return;
    for (uint32_t i = 0; i < best->count; i++)
        f->story->authors[i] = best->items[i];
    f->story->author_count = best->count;
    f->story->credit = shown->credit.len != 0      ? shown->credit
                       : p->plain.credit.len != 0  ? p->plain.credit
                       : p->marked.credit.len != 0 ? p->marked.credit
                       : told->credit.len != 0     ? told->credit
                       : f->claim != NULL          ? f->claim->credit
                                                   : (ng_slice){0};
}
