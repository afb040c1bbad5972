/* SPDX-License-Identifier: Apache-2.0 */
/* RSS and Atom to a feed: see feed.h.
 *
 * One walk along the events of the XML reader. Each open element is a frame; a frame that
 * tells a field gathers its text in a buffer shared by all, from where it began, so that an
 * author's name inside an author needs no buffer of its own. Elements inside a text (XHTML,
 * or markup that somebody forgot to escape) are written back as they stood, their links made
 * whole. What feeds of the kinds do differently is in feed_names.c and in read_type(). */
#include "parsed/feed.h"

#include "base/sixteen.h"
#include "base/utf8.h"
#include "parsed/feed_names.h"
#include "parsed/url.h"

enum { IN_TEXT = 100 /* action of an element inside a text */, LOOK_BYTES = 4096 };

typedef struct frame {
    uint8_t action, rank, type;
    bool blocked, escape, markup, base64, permalink;
    size_t start;        /* of its text in the buffer */
    size_t tag, tag_len; /* IN_TEXT: its name in the buffer */
    ng_slice base;
} frame;

typedef struct walk {
    ngi_arena *arena;
    ngi_feed *feed;
    ngi_feed_entry *entry; /* the open one, else NULL */
    frame *frames;
    size_t room, depth;
    ngi_buffer text;
    ngi_feed_spaces spaces;
    ng_slice name, email;         /* of the open author */
    ng_slice latitude, longitude; /* of the open entry's place, as written */
    bool atom10, rdf;
} walk;

/* ---- small things ---- */

void ngi_feed_add(ngi_arena *arena, ngi_feed_list *list, ng_slice item)
{
    if (list->count < NGI_FEED_MOST_ITEMS &&
        ngi_arena_grow(arena, &list->items, &list->room, list->count + 1u, sizeof *list->items))
        list->items[list->count++] = item;
}

ngi_feed_entry *ngi_feed_entry_new(ngi_arena *arena, ngi_feed *feed)
{
    if (feed->entry_count >= NGI_FEED_MOST_ENTRIES) {
        feed->broken = true;
        feed->reason = "too many entries; the rest was left out";
        return NULL;
    }
    if (!ngi_arena_grow(arena, &feed->entries, &feed->room, feed->entry_count + 1u,
                        sizeof *feed->entries))
        return NULL;
    ngi_feed_entry *entry = &feed->entries[feed->entry_count++];
    *entry = (ngi_feed_entry){0};
    return entry;
}

static ng_slice attr(const ngi_xml_attr *attrs, size_t count, const char *prefix, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (ngi_equal_nocase(attrs[i].name.local, ngi_slice_of(name)) &&
            ngi_equal_nocase(attrs[i].name.prefix, ngi_slice_of(prefix)))
            return attrs[i].value;
    return (ng_slice){0};
}

static bool has_scheme(ng_slice address)
{
    for (size_t i = 0; i < address.len; i++) {
        char c = address.ptr[i], low = (char)(c | 32);
        if (c == ':')
            return i > 0;
        if (!(low >= 'a' && low <= 'z') &&
            !(i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')))
            return false;
    }
    return false;
}

/* An address as it is meant: a relative one from its base, where there is one. */
static ng_slice whole_address(ngi_arena *arena, ng_slice base, ng_slice address)
{
    address = ngi_trim(address);
    if (address.len != 0 && base.len != 0 && !has_scheme(address)) {
        ng_slice whole = ngi_url_resolve(arena, base, address);
        if (whole.len != 0)
            address = whole; /* which may borrow */
    }
    return ngi_arena_copy(arena, address);
}

static int base64_digit(char c)
{
    return c >= 'A' && c <= 'Z'   ? c - 'A'
           : c >= 'a' && c <= 'z' ? c - 'a' + 26
           : c >= '0' && c <= '9' ? c - '0' + 52
           : c == '+' || c == '-' ? 62
           : c == '/' || c == '_' ? 63
                                  : -1;
}

static ng_slice from_base64(ngi_arena *arena, ng_slice text)
{
    char *out = ngi_arena_chars(arena, text.len + 1);
    size_t used = 0;
    uint32_t bits = 0, count = 0;
    for (size_t i = 0; out != NULL && i < text.len && text.ptr[i] != '='; i++) {
        int digit = base64_digit(text.ptr[i]);
        if (digit < 0)
            continue;
        bits = bits << 6 | (uint32_t)digit;
        if (++count % 4 != 1)
            out[used++] = (char)(bits >> (6 - 2 * ((count - 1) % 4)) & 0xFF);
    }
    return ngi_utf8_repair(arena, ngi_slice(out, used)); /* it may be a picture */
}

/* A better, or as good and later, source of a field takes it. */
static void set(ngi_feed_text *field, ng_slice text, uint8_t type, uint8_t rank, bool first)
{
    if (text.len == 0 || rank < field->rank || (first && rank == field->rank))
        return;
    *field = (ngi_feed_text){text, type, rank};
}

/* ---- the root ---- */

static ng_slice rss_version(ng_slice version)
{
    static const struct {
        const char *written, *name;
    } known[] = {{"0.90", "rss090"},
                 {"0.91", "rss091u"},
                 {"0.92", "rss092"},
                 {"0.93", "rss093"},
                 {"0.94", "rss094"}};
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_equal(version, ngi_slice_of(known[i].written)))
            return ngi_slice_of(known[i].name);
    return ngi_starts(version, NGI_LIT("2")) ? NGI_LIT("rss20") : NGI_LIT("rss");
}

static void open_root(walk *w, const ngi_xml_name *name, const ngi_xml_attr *attrs, size_t count)
{
    ng_slice version = ngi_trim(attr(attrs, count, "", "version"));
    if (w->feed->version.len != 0)
        return;
    w->spaces.root = ngi_arena_copy(w->arena, name->uri);
    w->feed->language = ngi_arena_copy(w->arena, ngi_trim(attr(attrs, count, "xml", "lang")));
    if (ngi_equal_nocase(name->local, NGI_LIT("rss"))) {
        w->feed->version = rss_version(version);
    } else if (ngi_equal_nocase(name->local, NGI_LIT("rdf"))) {
        w->rdf = true;
        w->feed->version = NGI_LIT("rss10");
    } else {
        w->atom10 = ngi_find_nocase(name->uri, NGI_LIT("2005/atom")) != NGI_NONE;
        w->feed->version = w->atom10                            ? NGI_LIT("atom10")
                           : ngi_equal(version, NGI_LIT("0.3")) ? NGI_LIT("atom03")
                           : ngi_equal(version, NGI_LIT("0.2")) ? NGI_LIT("atom02")
                           : ngi_equal(version, NGI_LIT("0.1")) ? NGI_LIT("atom01")
                                                                : NGI_LIT("atom");
    }
}

/* ---- what a text is ---- */

static bool is_markup_type(ng_slice type)
{
    return ngi_equal_nocase(type, NGI_LIT("xhtml")) ||
           ngi_equal_nocase(type, NGI_LIT("application/xhtml+xml")) ||
           ngi_ends(type, NGI_LIT("+xml")) || ngi_ends(type, NGI_LIT("/xml"));
}

/* Atom says what a text is by `type` (a word in 1.0, a media type in 0.3) and `mode`; RSS says
 * nothing. */
static void read_type(const walk *w, frame *f, const ngi_xml_name *name, const ngi_xml_attr *attrs,
                      size_t count)
{
    ng_slice type = ngi_trim(attr(attrs, count, "", "type"));
    ng_slice mode = ngi_trim(attr(attrs, count, "", "mode"));
    bool atom = ngi_starts(w->feed->version, NGI_LIT("atom"));
    bool media = type.len > 0 && ngi_find_char(type, '/') != NGI_NONE;
    f->type = atom ? NGI_FEED_TEXT : NGI_FEED_OPEN;
    if (ngi_find_nocase(type, NGI_LIT("html")) != NGI_NONE || is_markup_type(type) ||
        ngi_equal_nocase(name->local, NGI_LIT("encoded")) ||
        ngi_equal_nocase(mode, NGI_LIT("escaped")))
        f->type = NGI_FEED_HTML;
    f->escape = is_markup_type(type) && !ngi_equal_nocase(mode, NGI_LIT("escaped"));
    if (f->escape && atom)
        f->type = NGI_FEED_XHTML;
    f->markup =
        !f->escape && atom &&
        (ngi_equal_nocase(type, NGI_LIT("html")) || ngi_equal_nocase(mode, NGI_LIT("escaped")));
    f->base64 =
        ngi_equal_nocase(mode, NGI_LIT("base64")) ||
        (atom && media && !is_markup_type(type) && !ngi_starts_nocase(type, NGI_LIT("text/")) &&
         mode.len == 0 && f->action != NGI_FEED_LINK);
    if (f->base64)
        f->type = NGI_FEED_HTML;
}

/* ---- elements that tell by their attributes ---- */

static ngi_feed_entry *place(walk *w)
{
    return w->entry != NULL ? w->entry : &w->feed->self;
}

static void open_link(walk *w, const frame *f, const ngi_xml_attr *attrs, size_t count)
{
    ng_slice href = attr(attrs, count, "", "href"), rel = ngi_trim(attr(attrs, count, "", "rel"));
    ng_slice type = ngi_trim(attr(attrs, count, "", "type"));
    if (href.len == 0)
        return;
    ng_slice address = whole_address(w->arena, f->base, href);
    if (ngi_equal_nocase(rel, NGI_LIT("enclosure")))
        ngi_feed_add(w->arena, &place(w)->enclosures, address);
    else if ((rel.len == 0 || ngi_equal_nocase(rel, NGI_LIT("alternate"))) &&
             (type.len == 0 || ngi_find_nocase(type, NGI_LIT("html")) != NGI_NONE))
        set(&place(w)->link, address, NGI_FEED_TEXT, 4, true);
}

static void add_tag(walk *w, ng_slice term)
{
    ngi_feed_list *tags = &place(w)->tags;
    term = ngi_trim(term);
    for (uint32_t i = 0; i < tags->count && i < 100; i++)
        if (ngi_equal(tags->items[i], term))
            return;
    if (term.len != 0)
        ngi_feed_add(w->arena, tags, ngi_arena_copy(w->arena, term));
}

static void open_by_attributes(walk *w, frame *f, const ngi_xml_attr *attrs, size_t count)
{
    ng_slice term = attr(attrs, count, "", "term"), href = attr(attrs, count, "", "href");
    ng_slice url = attr(attrs, count, "", "url"), name = attr(attrs, count, "", "srsName");
    switch (f->action) {
    case NGI_FEED_LINK: open_link(w, f, attrs, count); break;
    case NGI_FEED_TAG: add_tag(w, term.len != 0 ? term : attr(attrs, count, "", "text")); break;
    case NGI_FEED_ENCLOSURE:
        if (url.len != 0)
            ngi_feed_add(w->arena, &place(w)->enclosures, whole_address(w->arena, f->base, url));
        break;
    case NGI_FEED_IMAGE:
        if (href.len != 0 && w->entry == NULL && w->feed->image.len == 0)
            w->feed->image = whole_address(w->arena, f->base, href);
        break;
    case NGI_FEED_ID:
        f->permalink =
            !ngi_equal_nocase(ngi_trim(attr(attrs, count, "", "isPermaLink")), NGI_LIT("false"));
        break;
    case NGI_FEED_AUTHOR: w->name = w->email = (ng_slice){0}; break;
    case NGI_FEED_PLACE: /* what other measures say is left out; so is longitude first */
        w->latitude = w->longitude = (ng_slice){0};
        f->blocked = name.len != 0 && ngi_find_nocase(name, NGI_LIT("4326")) == NGI_NONE;
        break;
    default: break;
    }
}

/* ---- elements inside a text ---- */

static const char *escape_of(char c)
{
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : NULL;
}

/* The first byte from `at` on that is escaped. */
static size_t next_escaped(ng_slice text, size_t at)
{
    for (; at + 16 <= text.len; at += 16) {
        ngi_sixteen v = ngi_sixteen_at(text.ptr + at);
        uint32_t bits = ngi_bits_of(ngi_is_each(v, '&') | ngi_is_each(v, '<') |
                                    ngi_is_each(v, '>') | ngi_is_each(v, '"'));
        if (bits != 0)
            return at + ngi_first_bit(bits);
    }
    while (at < text.len && escape_of(text.ptr[at]) == NULL)
        at++;
    return at;
}

static void add_escaped(ngi_buffer *out, ng_slice text)
{
    for (size_t start = 0, at; start < text.len; start = at + 1) {
        at = next_escaped(text, start);
        ngi_buffer_add(out, ngi_slice_sub(text, start, at));
        if (at < text.len)
            ngi_buffer_add(out, ngi_slice_of(escape_of(text.ptr[at])));
    }
}

static void open_in_text(walk *w, frame *f, const ngi_xml_name *name, const ngi_xml_attr *attrs,
                         size_t count)
{
    ngi_buffer_char(&w->text, '<');
    f->tag = w->text.len;
    ngi_buffer_add(&w->text, name->local);
    f->tag_len = w->text.len - f->tag;
    for (size_t i = 0; i < count; i++) {
        const ngi_xml_attr *a = &attrs[i];
        bool link = ngi_equal_nocase(a->name.local, NGI_LIT("href")) ||
                    ngi_equal_nocase(a->name.local, NGI_LIT("src"));
        if (a->name.prefix.len != 0)
            continue;
        ngi_buffer_char(&w->text, ' ');
        ngi_buffer_add(&w->text, a->name.local);
        NGI_BUFFER_LIT(&w->text, "=\"");
        add_escaped(&w->text, link ? whole_address(w->arena, f->base, a->value) : a->value);
        ngi_buffer_char(&w->text, '"');
    }
    ngi_buffer_char(&w->text, '>');
}

static void close_in_text(walk *w, const frame *f)
{
    static const char *const empty[] = {"br", "img", "hr", "input", "wbr", "source", "col", "area"};
    char name[32];
    if (w->text.failed || f->tag + f->tag_len > w->text.len)
        return;
    ng_slice tag = ngi_slice(w->text.ptr + f->tag, f->tag_len);
    for (size_t i = 0; i < NGI_COUNT(empty); i++)
        if (ngi_equal_nocase(tag, ngi_slice_of(empty[i])))
            return;
    if (tag.len > sizeof name)
        return;                     /* no element of HTML: it need not be closed */
    memcpy(name, tag.ptr, tag.len); /* the buffer may move while it grows */
    NGI_BUFFER_LIT(&w->text, "</");
    ngi_buffer_add(&w->text, ngi_slice(name, tag.len));
    ngi_buffer_char(&w->text, '>');
}

/* ---- elements that tell by their text ---- */

static bool gathers(const frame *f)
{
    return !f->blocked && ((f->action >= NGI_FEED_TITLE && f->action <= NGI_FEED_KEYWORDS) ||
                           f->action == NGI_FEED_IMAGE_URL || f->action == NGI_FEED_PICTURE ||
                           f->action == NGI_FEED_LANGUAGE || f->action >= NGI_FEED_POINT);
}

/* "Name (address)" where both are told, whichever way round. */
static ng_slice person(ngi_arena *arena, ng_slice name, ng_slice email)
{
    char *out;
    if (name.len == 0 || email.len == 0)
        return ngi_arena_copy(arena, name.len != 0 ? name : email);
    if ((out = ngi_arena_chars(arena, name.len + email.len + 3)) == NULL)
        return (ng_slice){0};
    memcpy(out, name.ptr, name.len);
    memcpy(out + name.len, " (", 2);
    memcpy(out + name.len + 2, email.ptr, email.len);
    out[name.len + email.len + 2] = ')';
    return ngi_slice(out, name.len + email.len + 3);
}

/* RSS: "a@b.example (Name)" and "Name <a@b.example>" as "Name (a@b.example)". */
static ng_slice person_of_text(ngi_arena *arena, ng_slice text)
{
    char last = text.len > 0 ? text.ptr[text.len - 1] : '\0';
    size_t open = last == ')'   ? ngi_find_char(text, '(')
                  : last == '>' ? ngi_find_char(text, '<')
                                : NGI_NONE;
    if (open == NGI_NONE)
        return ngi_arena_copy(arena, text);
    ng_slice before = ngi_trim(ngi_slice_sub(text, 0, open));
    ng_slice inside = ngi_trim(ngi_slice_sub(text, open + 1, text.len - 1));
    bool first = ngi_find_char(before, '@') != NGI_NONE && ngi_find_char(before, ' ') == NGI_NONE;
    if (!first && ngi_find_char(inside, '@') == NGI_NONE)
        return ngi_arena_copy(arena, text);
    return first ? person(arena, inside, before) : person(arena, before, inside);
}

static void close_author(walk *w, const frame *f, ng_slice text)
{
    ngi_feed_text *author = &place(w)->author;
    ng_slice who = w->name.len != 0 || w->email.len != 0 ? person(w->arena, w->name, w->email)
                                                         : person_of_text(w->arena, text);
    w->name = w->email = (ng_slice){0};
    if (author->rank != f->rank || who.len == 0 || ngi_equal(author->text, who)) {
        set(author, who, NGI_FEED_OPEN, f->rank, false);
        return;
    }
    char *out = ngi_arena_chars(w->arena, author->text.len + 2 + who.len);
    if (out == NULL)
        return;
    memcpy(out, author->text.ptr, author->text.len); /* one more: all are named */
    memcpy(out + author->text.len, ", ", 2);
    memcpy(out + author->text.len + 2, who.ptr, who.len);
    author->text = ngi_slice(out, author->text.len + 2 + who.len);
}

static void close_id(walk *w, const frame *f, ng_slice text)
{
    ng_slice id =
        f->rank == 4 ? whole_address(w->arena, f->base, text) : ngi_arena_copy(w->arena, text);
    set(&place(w)->id, id, NGI_FEED_TEXT, f->rank, false);
    if (f->permalink && f->rank == 4)
        set(&place(w)->link, id, NGI_FEED_TEXT, 1, true);
}

static void close_description(walk *w, const frame *f, ng_slice text)
{
    ngi_feed_entry *e = place(w);
    if (e->summary.rank == f->rank && f->rank == 4 && e->content.text.len == 0)
        set(&e->content, text, f->type, 4, false); /* a second, longer one: the text itself */
    else
        set(&e->summary, text, f->type, f->rank, false);
}

static void close_keywords(walk *w, ng_slice text)
{
    ng_slice piece;
    while (ngi_split(&text, ',', &piece))
        add_tag(w, piece);
}

/* W3C's numbers come one by one. */
static void close_degrees(walk *w, const frame *f, ng_slice text)
{
    *(f->action == NGI_FEED_LATITUDE ? &w->latitude : &w->longitude) =
        ngi_arena_copy(w->arena, text);
    if (w->latitude.len == 0 || w->longitude.len == 0)
        return;
    ngi_feed_locate_degrees(w->arena, w->entry, w->latitude, w->longitude);
    w->latitude = w->longitude = (ng_slice){0};
}

static void close_place(walk *w, const frame *f, ng_slice text)
{
    ng_slice shape = f->action == NGI_FEED_LINE      ? NGI_LIT("line")
                     : f->action == NGI_FEED_POLYGON ? NGI_LIT("polygon")
                                                     : NGI_LIT("box");
    if (w->entry == NULL)
        return; /* of the feed itself */
    if (f->action == NGI_FEED_POINT)
        ngi_feed_locate_point(w->arena, w->entry, text);
    else if (f->action == NGI_FEED_LATITUDE || f->action == NGI_FEED_LONGITUDE)
        close_degrees(w, f, text);
    else
        ngi_feed_locate_shape(w->arena, w->entry, shape, text);
}

static void tell(walk *w, const frame *f, ng_slice text)
{
    ngi_feed_entry *e = place(w);
    if (f->base64)
        text = ngi_trim(from_base64(w->arena, text));
    switch (f->action) {
    case NGI_FEED_AUTHOR: close_author(w, f, text); return;
    case NGI_FEED_NAME: w->name = ngi_arena_copy(w->arena, text); return;
    case NGI_FEED_EMAIL: w->email = ngi_arena_copy(w->arena, text); return;
    case NGI_FEED_ID: close_id(w, f, text); return;
    case NGI_FEED_TAG: add_tag(w, text); return;
    case NGI_FEED_KEYWORDS: close_keywords(w, text); return;
    case NGI_FEED_POINT:
    case NGI_FEED_LATITUDE:
    case NGI_FEED_LONGITUDE:
    case NGI_FEED_LINE:
    case NGI_FEED_POLYGON:
    case NGI_FEED_BOX: close_place(w, f, text); return;
    default: break;
    }
    text = ngi_arena_copy(w->arena, text);
    switch (f->action) {
    case NGI_FEED_TITLE: set(&e->title, text, f->type, f->rank, false); break;
    case NGI_FEED_LINK:
        set(&e->link, whole_address(w->arena, f->base, text), NGI_FEED_TEXT, f->rank, false);
        break;
    case NGI_FEED_DESCRIPTION: close_description(w, f, text); break;
    case NGI_FEED_CONTENT: set(&e->content, text, f->type, f->rank, true); break;
    case NGI_FEED_PUBLISHED: set(&e->published, text, NGI_FEED_TEXT, f->rank, false); break;
    case NGI_FEED_UPDATED: set(&e->updated, text, NGI_FEED_TEXT, f->rank, false); break;
    case NGI_FEED_IMAGE_URL:
    case NGI_FEED_PICTURE:
        if (w->entry == NULL && text.len != 0 && w->feed->image.len == 0)
            w->feed->image = whole_address(w->arena, f->base, text);
        break;
    case NGI_FEED_LANGUAGE:
        if (w->entry == NULL && text.len != 0)
            w->feed->language = text;
        break;
    default: break;
    }
}

/* ---- the walk ---- */

/* What an element means where it stands. */
static void place_meaning(walk *w, frame *f, const frame *above, const ngi_xml_name *name)
{
    ngi_feed_meaning m = ngi_feed_meaning_of(w->arena, &w->spaces, name);
    uint8_t over = above != NULL ? above->action : NGI_FEED_NOTHING;
    f->action = m.action;
    f->rank = m.rank;
    f->blocked =
        m.action == NGI_FEED_BLOCK || (over == NGI_FEED_IMAGE && m.action != NGI_FEED_IMAGE_URL);
    if (w->depth == 0 && f->action == NGI_FEED_NOTHING &&
        (ngi_equal_nocase(name->local, NGI_LIT("rss")) ||
         ngi_equal_nocase(name->local, NGI_LIT("feed")) ||
         ngi_equal_nocase(name->local, NGI_LIT("rdf"))))
        f->action = NGI_FEED_ROOT; /* in a namespace that nobody knows */
    if ((ngi_equal_nocase(name->local, NGI_LIT("pos")) && over != NGI_FEED_PLACE) ||
        (m.action == NGI_FEED_IMAGE_URL && over != NGI_FEED_IMAGE) ||
        ((m.action == NGI_FEED_NAME || m.action == NGI_FEED_EMAIL) && over != NGI_FEED_AUTHOR) ||
        (ngi_equal(name->local, NGI_LIT("div")) && over != NGI_FEED_ENTRY) ||
        (m.action == NGI_FEED_ROOT && w->depth != 0))
        f->action = NGI_FEED_NOTHING;
}

static void on_open(void *context, const ngi_xml_name *name, const ngi_xml_attr *attrs,
                    size_t count)
{
    walk *w = context;
    if (!ngi_arena_grow(w->arena, &w->frames, &w->room, w->depth + 1, sizeof *w->frames))
        return;
    frame *f = &w->frames[w->depth], *above = w->depth > 0 ? f - 1 : NULL;
    ng_slice base = attr(attrs, count, "xml", "base");
    *f = (frame){.base = above != NULL ? above->base : w->feed->self.link.text};
    if (base.len != 0)
        f->base = whole_address(w->arena, f->base, base);
    if (above != NULL && above->blocked) {
        f->blocked = true;
    } else if (above != NULL && gathers(above) && above->action != NGI_FEED_AUTHOR) {
        f->action = IN_TEXT;
        f->markup = above->markup; /* said to be escaped: it is, inside of an element too */
        f->escape = !f->markup;
        open_in_text(w, f, name, attrs, count);
        if (above->action != IN_TEXT && above->type != NGI_FEED_XHTML)
            w->frames[w->depth - 1].type = NGI_FEED_HTML;
    } else {
        place_meaning(w, f, above, name);
        if (f->action == NGI_FEED_ROOT)
            open_root(w, name, attrs, count);
        if (w->rdf && w->depth == 1 && ngi_find_nocase(name->uri, NGI_LIT("simple/0.9")) != NGI_NONE)
            w->feed->version = NGI_LIT("rss090");
        if (f->action == NGI_FEED_ENTRY && w->entry == NULL) {
            w->entry = ngi_feed_entry_new(w->arena, w->feed);
            ng_slice about = attr(attrs, count, "rdf", "about");
            f->blocked = w->entry == NULL; /* or what it holds would be the feed's own */
            if (w->entry != NULL)
                set(&w->entry->id, whole_address(w->arena, f->base, about), NGI_FEED_TEXT, 1, true);
        } else if (!f->blocked) {
            read_type(w, f, name, attrs, count);
            open_by_attributes(w, f, attrs, count);
        }
    }
    f->start = w->text.len;
    w->depth++;
}

static void on_text(void *context, ng_slice text)
{
    walk *w = context;
    const frame *f = w->depth > 0 ? &w->frames[w->depth - 1] : NULL;
    if (f == NULL || !gathers(f))
        return;
    if (f->escape)
        add_escaped(&w->text, text);
    else
        ngi_buffer_add(&w->text, text);
}

static void on_close(void *context)
{
    walk *w = context;
    if (w->depth == 0)
        return;
    frame f = w->frames[--w->depth];
    if (f.action == IN_TEXT) {
        close_in_text(w, &f);
        return;
    }
    if (gathers(&f) && w->text.len >= f.start && !w->text.failed) {
        tell(w, &f, ngi_trim(ngi_slice_sub(ngi_buffer_slice(&w->text), f.start, w->text.len)));
        w->text.len = f.start;
    }
    if (f.action == NGI_FEED_ENTRY) {
        w->entry = NULL;
        w->latitude = w->longitude = (ng_slice){0};
    }
}

bool ngi_feed_note_faults(ngi_arena *arena, const ngi_xml_report *report, ngi_feed *out)
{
    if (!report->broken || out->broken)
        return true;
    ng_slice reason = ngi_slice_of(report->reason);
    char *copy = ngi_arena_chars(arena, reason.len + 1);
    if (copy == NULL)
        return false;
    memcpy(copy, reason.ptr, reason.len + 1);
    out->broken = true;
    out->reason = copy;
    out->line = report->line;
    return true;
}

bool ngi_feed_read(ngi_arena *arena, ng_slice text, ng_slice base, ngi_feed *out)
{
    static const ngi_xml_events events = {on_open, on_close, on_text};
    ngi_xml_report report;
    *out = (ngi_feed){0};
    if (ngi_starts(ngi_trim(ngi_slice_sub(text, 0, LOOK_BYTES)), NGI_LIT("{")))
        return ngi_feed_read_json(arena, text, base, out);
    walk w = {.arena = arena, .feed = out, .text = {.limit = text.len * 8 + 1024}};
    out->self.link.text = base; /* what links count from, until the feed says more */
    bool good = ngi_xml_read(arena, text, &events, &w, &report) && !w.text.failed && !arena->failed;
    ngi_buffer_free(&w.text);
    if (out->self.link.rank == 0)
        out->self.link.text = (ng_slice){0};
    return good && ngi_feed_note_faults(arena, &report, out);
}

bool ngi_feed_looks_like(ng_slice text)
{
    ng_slice s = ngi_trim(ngi_slice_sub(text, 0, LOOK_BYTES));
    if (ngi_starts(s, NGI_LIT("{")))
        return ngi_find(s, NGI_LIT("//jsonfeed.org/version/")) != NGI_NONE;
    ng_slice root = ngi_xml_root(s);
    return ngi_equal_nocase(root, NGI_LIT("rss")) || ngi_equal_nocase(root, NGI_LIT("feed")) ||
           ngi_equal_nocase(root, NGI_LIT("rdf"));
}
