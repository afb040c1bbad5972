/* SPDX-License-Identifier: Apache-2.0 */
/* A story's fields: chooses the record that speaks of it, asks headline.c, standfirst.c,
 * authors.c, moments.c and section.c, and fills what is left: keywords, publisher, image,
 * address, access.
 *
 * The page's own story may use all that the page says; a further story on a section page
 * only what stands in its stretch of the page. */
#include "stories/fields/fields.h"

#include "base/sixteen.h"
#include "base/utf8.h"
#include "parsed/url.h"
#include "stories/meta/gather.h"

enum { MAX_CLAIMS = 200, MAX_KEYWORDS = 60 };

/* ---- shared ---- */

ngi_place ngi_block_place(const ngi_block *block)
{
    return (ngi_place){
        .first = block->first, .last = block->last, .end = UINT32_MAX, .kind = NGI_PLACE_NODES};
}

bool ngi_fields_holds(const ngi_fields *f, uint32_t node)
{
    return f->span->own || (node >= f->node_begin && node < f->node_end);
}

static bool one_starts(ng_slice s, const char *const *words)
{
    char first = (char)(*s.ptr | 32);
    for (; *words != NULL; words++)
        if (**words == first && ngi_starts_with_nocase(s, *words))
            return true;
    return false;
}

/* Whether a word of `value` begins with one of `words`, whose openings are given. */
static bool value_says(ng_slice value, const char *const *words, uint64_t openings)
{
    ngi_byte_before before = {0, 0};
    if (value.len > 1000)
        return false;
    for (size_t i = 0; i < value.len; i += 16) {
        ngi_sixteen v = ngi_sixteen_of(value.ptr + i, value.len - i);
        uint32_t parts = ngi_bits_of(ngi_are_letters(v) | ngi_is_between(v, '0', '9') |
                                     ngi_is_between(v, 0x80, 0xFF));
        for (uint32_t bits = ngi_word_starts(v, parts, &before); bits != 0; bits &= bits - 1) {
            size_t at = i + ngi_first_bit(bits);
            if (at + 1 < value.len && (openings & ngi_opening_bit(value.ptr + at)) != 0 &&
                one_starts(ngi_slice_from(value, at), words))
                return true;
        }
    }
    return false;
}

bool ngi_node_says(const ngi_tree *tree, uint32_t node, const char *const *words)
{
    const ngi_node *n = &tree->nodes[node];
    uint64_t openings = ngi_openings(words);
    if (n->tag == NGI_TAG_OTHER && value_says(n->text, words, openings))
        return true; /* <story-kicker> */
    for (uint32_t k = 0; k < n->attr_count; k++) {
        const ngi_attr *a = &tree->attrs[n->attr + k];
        bool tells = a->name == NGI_ATTR_CLASS || a->name == NGI_ATTR_ITEMPROP ||
                     a->name == NGI_ATTR_ID || a->name == NGI_ATTR_REL ||
                     a->name == NGI_ATTR_DATA_TESTID || a->name == NGI_ATTR_DATA_COMPONENT;
        if (tells && value_says(a->value, words, openings))
            return true;
    }
    return false;
}

uint32_t ngi_node_saying(const ngi_tree *tree, uint32_t node, int levels, const char *const *words)
{
    for (; levels >= 0; levels--) {
        if (ngi_node_says(tree, node, words))
            return node;
        if (node == 0)
            break;
        node = tree->nodes[node].parent;
    }
    return UINT32_MAX;
}

/* Letters and digits of `s`, folded. */
static ng_slice letters_of(ngi_arena *arena, ng_slice s)
{
    ng_slice plain = ngi_plain(arena, s);
    char *out = ngi_arena_chars(arena, plain.len);
    size_t used = 0;
    if (out == NULL)
        return (ng_slice){0};
    for (size_t i = 0; i < plain.len; i++)
        if (plain.ptr[i] != ' ')
            out[used++] = plain.ptr[i];
    return (ng_slice){out, used};
}

/* The first letters of the words of `name`, folded: "Example News Network" is "enn". */
static ng_slice initials_of(ng_slice plain, char out[32])
{
    size_t used = 0;
    for (size_t i = 0; i < plain.len && used + 4 <= 32;) {
        size_t begin = i;
        ngi_utf8_next(plain, &i);
        if (begin == 0 || plain.ptr[begin - 1] == ' ') {
            memcpy(out + used, plain.ptr + begin, i - begin);
            used += i - begin;
        }
    }
    return ngi_slice(out, used);
}

/* The name without a last word of one letter: "Example D", a user's name. */
static ng_slice without_initial(ng_slice name)
{
    size_t at = name.len, space;
    if (name.len == 0)
        return name;
    ngi_utf8_previous(name, &at);
    space = at;
    return space > 1 && name.ptr[space - 1] == ' ' ? ngi_slice_sub(name, 0, space - 1) : name;
}

bool ngi_is_house(const ngi_fields *f, ng_slice name)
{
    char buffer[32];
    if (name.len > 80)
        return false;
    bool one_word = ngi_find_char(name, ' ') == NGI_NONE;
    ng_slice letters = letters_of(f->scene->arena, without_initial(name));
    if (letters.len == 0)
        return false;
    ng_slice initials = initials_of(ngi_plain(f->scene->arena, name), buffer);
    return ngi_equal(letters, f->house_letters) || ngi_equal(letters, f->host) ||
           (initials.len > 1 &&
            (ngi_equal(initials, f->house_letters) || ngi_equal(initials, f->host))) ||
           (letters.len > 3 && ngi_find(f->host, letters) != NGI_NONE) ||
           (letters.len > 3 && one_word && ngi_starts(f->house_letters, letters)) ||
           (f->host.len > 4 && letters.len < f->host.len + 4 &&
            ngi_find(letters, f->host) != NGI_NONE);
}

/* ---- the record that speaks of the story ---- */

static double claim_points(const ngi_scene *scene, const ngi_claim *c, const ngi_words *shown,
                           uint32_t shown_count)
{
    const ngi_meta *m = &scene->meta;
    double points = c->main ? 6 : ngi_type_is_article(c->type) ? 1 : -2;
    double best = 0;
    ngi_words words = ngi_words_of(scene->arena, c->headline);
    for (uint32_t i = 0; i < shown_count; i++) {
        double alike = ngi_words_alike(&words, &shown[i]);
        best = alike > best ? alike : best;
    }
    points += best * 6;
    if (c->url.len != 0 && (ngi_equal(c->url, m->canonical) || ngi_equal(c->url, m->og_url)))
        points += 3;
    if (strcmp(c->source, "json-ld") == 0)
        points += 1;
    return points + (c->date_published.len != 0) + (c->headline.len != 0) +
           (c->author_count != 0) * 0.5;
}

static const ngi_claim *choose_claim(const ngi_scene *scene, const ngi_span *span)
{
    const ngi_meta *m = &scene->meta;
    if (span->claim >= 0 && (uint32_t)span->claim < m->claim_count)
        return &m->claims[span->claim];
    if (!span->own)
        return NULL;
    ngi_words shown[3];
    uint32_t count = 0;
    if (span->headline < scene->blocks.count)
        shown[count++] = ngi_words_of(scene->arena, scene->blocks.items[span->headline].text);
    shown[count++] = ngi_words_of(scene->arena, m->og_title);
    shown[count++] = ngi_words_of(scene->arena, m->title);
    const ngi_claim *best = NULL;
    double best_points = 2;
    for (uint32_t i = 0; i < m->claim_count && i < MAX_CLAIMS; i++) {
        double points = claim_points(scene, &m->claims[i], shown, count);
        if (points > best_points && !m->claims[i].taken) {
            best = &m->claims[i];
            best_points = points;
        }
    }
    return best;
}

bool ngi_fields_names_list(const ngi_fields *f, const ngi_claim *claim)
{
    ngi_arena *arena = f->scene->arena;
    if (f->headline == UINT32_MAX || claim->headline.len == 0)
        return false;
    ng_slice name = ngi_title_strip(arena, claim->headline, f->house, false);
    ngi_words told = ngi_words_of(arena, name);
    ngi_words shown = ngi_words_of(arena, f->story->headline.text);
    return told.count <= 2 && ngi_words_within(&told, &shown) <= 0.5;
}

/* ---- where the story stands ---- */

/* The block that holds text node `node`: the last that begins at or before it. */
static uint32_t block_of(const ngi_blocks *blocks, uint32_t node)
{
    uint32_t low = 0, high = blocks->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (blocks->items[middle].first <= node)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? 0 : low - 1;
}

static void find_body(ngi_fields *f)
{
    const ngi_story *s = f->story;
    f->body = f->body_end = UINT32_MAX;
    for (uint32_t i = 0; i < s->part_count; i++) {
        const ngi_place *place = &s->parts[i].text.place;
        if (place->kind != NGI_PLACE_NODES || s->parts[i].type == NGI_PART_CAPTION)
            continue;
        if (f->body == UINT32_MAX)
            f->body = block_of(&f->scene->blocks, place->first);
        f->body_end = block_of(&f->scene->blocks, place->last) + 1;
    }
    if (f->body == UINT32_MAX) { /* no body on the page: the whole stretch is head */
        f->body = f->span->end < f->scene->blocks.count ? f->span->end : f->scene->blocks.count;
        f->body_end = f->body;
    }
    if (f->body_end < f->body)
        f->body_end = f->body;
}

static void find_nodes(ngi_fields *f)
{
    const ngi_blocks *blocks = &f->scene->blocks;
    const ngi_tree *tree = f->scene->tree;
    const ngi_span *span = f->span;
    f->node_begin = span->begin < blocks->count ? blocks->items[span->begin].first : 0;
    f->node_end = span->end < blocks->count ? blocks->items[span->end].first : tree->count;
    if (span->top != 0) {
        f->node_begin = span->top;
        f->node_end = tree->nodes[span->top].end;
    } else if (span->begin < blocks->count) {
        f->node_begin = blocks->items[span->begin].node; /* its own tags too */
    }
}

static void find_house(ngi_fields *f)
{
    const ngi_meta *m = &f->scene->meta;
    ngi_arena *arena = f->scene->arena;
    ng_slice house = f->claim != NULL ? f->claim->publisher : (ng_slice){0};
    if (house.len == 0 || ngi_url_host(house).len != 0 || *house.ptr == '#')
        house = m->og_site_name; /* an address, or "#publisher" */
    for (uint32_t i = 0; i < m->hint_count && house.len == 0; i++)
        if (m->hints[i].kind == NGI_HINT_PUBLISHER && ngi_url_host(m->hints[i].text).len == 0)
            house = m->hints[i].text;
    f->house = ngi_squeeze(arena, house);
    f->house_letters = letters_of(arena, f->house);
    ng_slice host = ngi_url_host(f->scene->url);
    host = host.len != 0 ? host : ngi_url_host(m->canonical);
    host = host.len != 0 ? host : ngi_url_host(m->og_url);
    f->domain = host;
    for (size_t i = host.len; i-- > 0;) /* without the top-level domain */
        if (host.ptr[i] == '.') {
            host = ngi_slice_sub(host, 0, i);
            break;
        }
    f->host = letters_of(arena, host);
}

/* ---- the plain fields ---- */

static void add_keyword(ngi_fields *f, ng_slice keyword)
{
    ngi_story *s = f->story;
    keyword = ngi_squeeze(f->scene->arena, ngi_trim_wide(keyword));
    if (keyword.len == 0 || keyword.len > 100 || s->keyword_count == MAX_KEYWORDS)
        return;
    for (uint32_t i = 0; i < s->keyword_count; i++)
        if (ngi_equal_nocase(s->keywords[i], keyword))
            return;
    s->keywords[s->keyword_count++] = keyword;
}

static void set_keywords(ngi_fields *f)
{
    const ngi_meta *m = &f->scene->meta;
    f->story->keywords = NGI_NEW_ARRAY(f->scene->arena, ng_slice, MAX_KEYWORDS);
    if (f->story->keywords == NULL)
        return;
    for (uint32_t i = 0; f->claim != NULL && i < f->claim->keyword_count; i++)
        add_keyword(f, f->claim->keywords[i]);
    for (uint8_t rank = 0; rank < 3 && f->story->keyword_count == 0; rank++)
        for (uint32_t i = 0; i < m->hint_count; i++) {
            const ngi_hint *h = &m->hints[i];
            ng_slice rest = h->text, piece;
            if (h->kind != NGI_HINT_KEYWORDS || h->rank != rank || !ngi_fields_holds(f, h->node))
                continue;
            char mark = ngi_find_char(rest, ',') == NGI_NONE ? ';' : ',';
            while (ngi_split(&rest, mark, &piece))
                add_keyword(f, piece);
        }
}

static void set_image(ngi_fields *f)
{
    ng_slice url = f->claim != NULL ? f->claim->image_url : (ng_slice){0};
    if (url.len == 0 && f->span->own)
        url = f->scene->meta.og_image;
    ngi_story *s = f->story;
    s->image_url = ngi_url_resolve(f->scene->arena, f->scene->base, url);
    for (uint32_t i = 0; i < s->part_count && s->image_caption.len == 0; i++)
        if (s->parts[i].type == NGI_PART_CAPTION)
            s->image_caption = s->parts[i].text.text;
}

/* Where a further story leads: the link in its headline. */
static ng_slice headline_link(const ngi_fields *f)
{
    const ngi_tree *tree = f->scene->tree;
    if (f->headline == UINT32_MAX)
        return (ng_slice){0};
    const ngi_block *b = &f->scene->blocks.items[f->headline];
    for (uint32_t i = b->first, up = 0; up < 6 && i != 0; up++, i = tree->nodes[i].parent)
        if (tree->nodes[i].tag == NGI_TAG_A)
            return ngi_attr_value(tree, i, NGI_ATTR_HREF);
    for (uint32_t i = b->node; i <= b->last; i++)
        if (tree->nodes[i].tag == NGI_TAG_A)
            return ngi_attr_value(tree, i, NGI_ATTR_HREF);
    return (ng_slice){0};
}

static void set_url(ngi_fields *f)
{
    const ngi_meta *m = &f->scene->meta;
    ng_slice claimed = f->claim != NULL ? f->claim->url : (ng_slice){0};
    ng_slice own[] = {m->canonical, m->og_url, claimed, f->scene->url};
    ng_slice further[] = {headline_link(f), claimed, {0}, {0}};
    for (size_t i = 0; i < 4 && f->story->url.len == 0; i++)
        f->story->url =
            ngi_url_resolve(f->scene->arena, f->scene->base, f->span->own ? own[i] : further[i]);
}

static void set_access(ngi_fields *f)
{
    const ngi_meta *m = &f->scene->meta;
    if (f->claim != NULL)
        f->story->access = f->claim->access;
    for (uint32_t i = 0; i < m->hint_count && f->story->access == NGI_ACCESS_UNKNOWN; i++) {
        const ngi_hint *h = &m->hints[i];
        if (h->kind != NGI_HINT_ACCESS || !f->span->own)
            continue;
        if (ngi_equal_nocase(h->text, NGI_LIT("free")))
            f->story->access = NGI_ACCESS_FREE;
        else if (ngi_equal_nocase(h->text, NGI_LIT("locked")))
            f->story->access = NGI_ACCESS_PAID;
    }
}

static void resolve_authors(ngi_fields *f)
{
    ng_slice base = f->scene->base.len != 0 ? f->scene->base : f->story->url;
    for (uint32_t i = 0; i < f->story->author_count; i++)
        f->story->authors[i].url = ngi_url_resolve(f->scene->arena, base, f->story->authors[i].url);
}

static ngi_fields *begin(ngi_scene *scene, const ngi_span *span, ngi_story *story)
{
    ngi_fields *f = NGI_NEW(scene->arena, ngi_fields);
    if (f == NULL)
        return NULL;
    f->scene = scene;
    f->span = span;
    f->story = story;
    f->headline = f->headline_end = UINT32_MAX;
    return f;
}

/* All that comes behind headline and standfirst, in an order in which each finds what it needs. */
static void find_others(ngi_fields *f)
{
    set_url(f);
    ngi_authors_find(f);
    ngi_moments_find(f);
    ngi_section_find(f);
    set_keywords(f);
    set_image(f);
    set_access(f);
    resolve_authors(f);
}

bool ngi_fields_find(ngi_scene *scene, const ngi_span *span, ngi_story *story)
{
    ngi_fields *f = begin(scene, span, story);
    if (f == NULL)
        return false;
    f->claim = choose_claim(scene, span);
    find_body(f);
    find_nodes(f);
    find_house(f);
    ngi_headline_titles(f);
    ngi_headline_find(f);
    if (f->claim != NULL && ngi_fields_names_list(f, f->claim))
        f->claim = NULL;
    ngi_standfirst_find(f);
    find_others(f);
    if (span->own || f->claim != NULL)
        story->publisher = f->house;
    return !scene->arena->failed;
}

bool ngi_fields_of_claim(ngi_scene *scene, const ngi_claim *claim, bool own, ngi_story *story)
{
    ngi_span *span = NGI_NEW(scene->arena, ngi_span);
    ngi_fields *f = begin(scene, span, story);
    if (f == NULL || span == NULL)
        return false;
    *span = (ngi_span){.headline = UINT32_MAX, .claim = -1, .own = own};
    f->claim = claim;
    find_house(f);
    ngi_headline_titles(f);
    ngi_headline_take_told(f);
    if (strcmp(claim->source, "data") == 0) /* there it is what the page would print */
        story->description = (ngi_text){claim->description, claim->description_place, NULL, 0};
    find_others(f);
    story->publisher = f->house;
    return !scene->arena->failed;
}
