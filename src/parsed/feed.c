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
#include "parsed/feed_values.h"

enum { IN_TEXT = 100 /* action of an element inside a text */, LOOK_BYTES = 4096 };

typedef struct frame {
    uint8_t action, rank, type;
    bool blocked, escape, markup, base64, permalink;
    size_t start;        /* of its text in the buffer */
    size_t tag, tag_len; /* IN_TEXT: its name in the buffer */
    uint32_t outer;      /* of an entry: the one around it and 1, or 0 */
    ng_slice base;
    ng_slice label; /* of a tag that has no term */
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

/* RDF's own, by whatever prefix. */
static ng_slice about(const ngi_xml_attr *attrs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ngi_equal(attrs[i].name.local, NGI_LIT("about")) &&
            (ngi_equal_nocase(attrs[i].name.prefix, NGI_LIT("rdf")) ||
             ngi_find(attrs[i].name.uri, NGI_LIT("22-rdf-syntax-ns")) != NGI_NONE))
            return attrs[i].value;
    return (ng_slice){0};
}

static ng_slice attr(const ngi_xml_attr *attrs, size_t count, const char *prefix, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (ngi_equal_nocase(attrs[i].name.local, ngi_slice_of(name)) &&
            ngi_equal_nocase(attrs[i].name.prefix, ngi_slice_of(prefix)))
            return attrs[i].value;
    return (ng_slice){0};
}

/* A better, or as good and later, source of a field takes it. */
static void set(ngi_feed_text *field, ng_slice text, uint8_t type, uint8_t rank, bool first)
{
    if (text.len == 0 || rank < field->rank || (first && rank == field->rank))
        return;
    *field = (ngi_feed_text){text, type, rank};
}

/* ---- the root ---- */

static bool is_root(ng_slice name)
{
    static const char *const roots[] = {"rss", "feed", "rdf", "channel"};
    for (size_t i = 0; i < NGI_COUNT(roots); i++)
        if (ngi_equal_nocase(name, ngi_slice_of(roots[i])))
            return true;
    return false;
}

static bool is_cdf(const walk *w)
{
    return ngi_equal(w->feed->version, NGI_LIT("cdf"));
}

/* Microsoft's Channel Definition Format tells addresses and dates by attributes. */
static void cdf_attributes(walk *w, const frame *f, const ngi_xml_attr *attrs, size_t count)
{
    ngi_feed_entry *e = w->entry != NULL ? w->entry : &w->feed->self;
    ng_slice date = ngi_trim(attr(attrs, count, "", "lastmod"));
    set(&e->link, ngi_feed_address(w->arena, f->base, attr(attrs, count, "", "href")),
        NGI_FEED_TEXT, 4, true);
    set(&e->updated, ngi_arena_copy(w->arena, date), NGI_FEED_TEXT, 4, true);
}

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

static void open_root(walk *w, frame *f, const ngi_xml_name *name, const ngi_xml_attr *attrs,
                      size_t count)
{
    ng_slice version = ngi_trim(attr(attrs, count, "", "version"));
    if (w->feed->version.len != 0)
        return;
    w->spaces.root = ngi_arena_copy(w->arena, name->uri);
    w->feed->language = ngi_arena_copy(w->arena, ngi_trim(attr(attrs, count, "xml", "lang")));
    if (ngi_equal_nocase(name->local, NGI_LIT("rss"))) {
        w->feed->version = rss_version(version);
    } else if (ngi_equal_nocase(name->local, NGI_LIT("channel"))) {
        bool cdf = name->uri.len == 0;
        ng_slice base = attr(attrs, count, "", "base");
        w->feed->version = cdf ? NGI_LIT("cdf") : NGI_LIT("rss11");
        if (cdf && base.len != 0)
            f->base = ngi_feed_address(w->arena, f->base, base);
        if (cdf)
            cdf_attributes(w, f, attrs, count);
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

static bool is_atom(const walk *w)
{
    return ngi_starts(w->feed->version, NGI_LIT("atom"));
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
    bool atom = is_atom(w);
    bool media = type.len > 0 && ngi_find_char(type, '/') != NGI_NONE;
    f->type = atom ? NGI_FEED_TEXT : NGI_FEED_OPEN;
    if (ngi_find_nocase(type, NGI_LIT("html")) != NGI_NONE || is_markup_type(type) ||
        ngi_equal_nocase(name->local, NGI_LIT("encoded")) ||
        ngi_equal_nocase(mode, NGI_LIT("escaped")))
        f->type = NGI_FEED_HTML;
    f->escape = (is_markup_type(type) && !ngi_equal_nocase(mode, NGI_LIT("escaped"))) ||
                ngi_equal_nocase(name->local, NGI_LIT("body"));
    if (f->escape && (atom || type.len == 0)) /* a body is XHTML's without saying so */
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
    ng_slice address = ngi_feed_address(w->arena, f->base, href);
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
    case NGI_FEED_TAG:
        term = term.len != 0 ? term : attr(attrs, count, "", "text");
        add_tag(w, term);
        if (term.len == 0) /* its text is better, if it has one */
            f->label = ngi_arena_copy(w->arena, attr(attrs, count, "", "label"));
        break;
    case NGI_FEED_ENCLOSURE:
        url = url.len != 0 ? url : href;
        url = url.len != 0 ? url : attr(attrs, count, "", "uri");
        if (url.len != 0)
            ngi_feed_add(w->arena, &place(w)->enclosures, ngi_feed_address(w->arena, f->base, url));
        break;
    case NGI_FEED_IMAGE:
        if (href.len != 0 && w->entry == NULL && w->feed->image.len == 0)
            w->feed->image = ngi_feed_address(w->arena, f->base, href);
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
        add_escaped(&w->text, link ? ngi_feed_address(w->arena, f->base, a->value) : a->value);
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

static void close_author(walk *w, const frame *f, ng_slice text)
{
    ngi_feed_text *author = &place(w)->author;
    ng_slice who = w->name.len != 0 || w->email.len != 0
                       ? ngi_feed_person(w->arena, w->name, w->email)
                       : ngi_feed_person_of_text(w->arena, text);
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
    ng_slice id = f->rank == 4 && f->permalink ? ngi_feed_address(w->arena, f->base, text)
                                               : ngi_arena_copy(w->arena, text);
    set(&place(w)->id, id, NGI_FEED_TEXT, f->rank, false);
    if (f->permalink && f->rank == 4)
        set(&place(w)->link, id, NGI_FEED_TEXT, 1, true);
}

/* Escaped once too often: no address has "&amp;" in it. */
static ng_slice without_escapes(ngi_arena *arena, ng_slice text)
{
    char *out;
    size_t used = 0;
    if (ngi_find(text, NGI_LIT("&amp;")) == NGI_NONE ||
        (out = ngi_arena_chars(arena, text.len)) == NULL)
        return text;
    for (size_t i = 0; i < text.len; i++) {
        out[used++] = text.ptr[i];
        if (ngi_starts(ngi_slice_from(text, i), NGI_LIT("&amp;")))
            i += 4;
    }
    return ngi_slice(out, used);
}

static void close_description(walk *w, const frame *f, ng_slice text)
{
    ngi_feed_entry *e = place(w);
    ngi_feed_text other = {text, f->type, f->rank};
    if (e->summary.rank == f->rank && f->rank == 4 && e->content.text.len == 0) {
        set(&e->content, text, f->type, 4, false); /* a second, longer one: the text itself */
        return;
    }
    if (f->rank >= e->summary.rank) {
        other = e->summary;
        set(&e->summary, text, f->type, f->rank, false);
    }
    /* Dublin Core's or a podcast's beside the feed's own: better than no content. */
    if (other.rank >= 2 && !ngi_equal(other.text, e->summary.text))
        set(&e->content, other.text, other.type, 1, true);
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

/* A title of RSS is text until something says otherwise. */
static bool is_markup(const frame *f)
{
    return f->type == NGI_FEED_HTML || f->type == NGI_FEED_XHTML ||
           (f->type == NGI_FEED_OPEN &&
            (f->action == NGI_FEED_DESCRIPTION || f->action == NGI_FEED_CONTENT));
}

static void tell(walk *w, const frame *f, ng_slice text)
{
    ngi_feed_entry *e = place(w);
    if (f->base64)
        text = ngi_trim(ngi_feed_base64(w->arena, text));
    switch (f->action) {
    case NGI_FEED_AUTHOR: close_author(w, f, text); return;
    case NGI_FEED_NAME: w->name = ngi_arena_copy(w->arena, text); return;
    case NGI_FEED_EMAIL: w->email = ngi_arena_copy(w->arena, text); return;
    case NGI_FEED_ID: close_id(w, f, text); return;
    case NGI_FEED_TAG: add_tag(w, text.len != 0 ? text : f->label); return;
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
    if (is_markup(f))
        text = ngi_feed_visible(w->arena, text);
    switch (f->action) {
    case NGI_FEED_TITLE: set(&e->title, text, f->type, f->rank, true); break;
    case NGI_FEED_LINK:
        text = ngi_feed_address(w->arena, f->base, without_escapes(w->arena, text));
        set(&e->link, text, NGI_FEED_TEXT, f->rank, false);
        break;
    case NGI_FEED_DESCRIPTION: close_description(w, f, text); break;
    case NGI_FEED_CONTENT: set(&e->content, text, f->type, f->rank, true); break;
    case NGI_FEED_PUBLISHED: set(&e->published, text, NGI_FEED_TEXT, f->rank, false); break;
    case NGI_FEED_UPDATED: set(&e->updated, text, NGI_FEED_TEXT, f->rank, false); break;
    case NGI_FEED_IMAGE_URL:
    case NGI_FEED_PICTURE:
        if (w->entry == NULL && text.len != 0 && w->feed->image.len == 0)
            w->feed->image = ngi_feed_address(w->arena, f->base, text);
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
    if (w->depth == 0 && f->action == NGI_FEED_NOTHING && is_root(name->local))
        f->action = NGI_FEED_ROOT; /* in a namespace that nobody knows */
    if ((ngi_equal_nocase(name->local, NGI_LIT("pos")) && over != NGI_FEED_PLACE) ||
        (m.action == NGI_FEED_IMAGE_URL && over != NGI_FEED_IMAGE) ||
        ((m.action == NGI_FEED_NAME || m.action == NGI_FEED_EMAIL) && over != NGI_FEED_AUTHOR) ||
        (ngi_equal(name->local, NGI_LIT("div")) && over != NGI_FEED_ENTRY) ||
        (m.action == NGI_FEED_ROOT && w->depth != 0))
        f->action = NGI_FEED_NOTHING;
}

/* A part of its text, not a field of its own; the categories of podcasts stand within each other,
 * people within an author. */
static bool belongs_to_text(const frame *above, const ngi_xml_name *name)
{
    return gathers(above) && above->action != NGI_FEED_AUTHOR &&
           !(above->action == NGI_FEED_TAG && ngi_equal_nocase(name->local, NGI_LIT("category")));
}

static void open_text(walk *w, frame *f, frame *above, const ngi_xml_name *name,
                      const ngi_xml_attr *attrs, size_t count)
{
    f->action = IN_TEXT;
    f->markup = above->markup; /* said to be escaped: it is, inside of an element too */
    f->escape = !f->markup;
    open_in_text(w, f, name, attrs, count);
    if (above->action != IN_TEXT && above->type != NGI_FEED_XHTML)
        above->type = NGI_FEED_HTML;
}

/* An entry within an entry: the end of the first is missing. */
static void open_entry(walk *w, frame *f, const ngi_xml_attr *attrs, size_t count)
{
    f->outer = w->entry == NULL ? 0 : (uint32_t)(w->entry - w->feed->entries) + 1;
    w->entry = ngi_feed_entry_new(w->arena, w->feed);
    f->blocked = w->entry == NULL; /* or what it holds would be the feed's own */
    if (w->entry == NULL)
        return;
    set(&w->entry->id, ngi_feed_address(w->arena, f->base, about(attrs, count)), NGI_FEED_TEXT, 1,
        true);
    if (is_cdf(w))
        cdf_attributes(w, f, attrs, count);
}

static void close_entry(walk *w, const frame *f)
{
    w->entry = f->outer == 0 ? NULL : &w->feed->entries[f->outer - 1];
    w->latitude = w->longitude = (ng_slice){0};
}

static void open_field(walk *w, frame *f, const frame *above, const ngi_xml_name *name,
                       const ngi_xml_attr *attrs, size_t count)
{
    if (w->rdf && w->depth == 1 && ngi_equal_nocase(name->local, NGI_LIT("channel")))
        w->spaces.root = ngi_arena_copy(w->arena, name->uri);
    place_meaning(w, f, above, name);
    if (f->action == NGI_FEED_ROOT || (f->action == NGI_FEED_ENTRY && w->depth == 0))
        open_root(w, f, name, attrs, count);
    if (w->rdf && w->depth == 1 && ngi_find_nocase(name->uri, NGI_LIT("simple/0.9")) != NGI_NONE)
        w->feed->version = NGI_LIT("rss090");
    if (f->action == NGI_FEED_ENTRY) {
        open_entry(w, f, attrs, count);
    } else if (!f->blocked) {
        read_type(w, f, name, attrs, count);
        open_by_attributes(w, f, attrs, count);
    }
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
        f->base = ngi_feed_address(w->arena, f->base, base);
    if (above != NULL && above->blocked)
        f->blocked = true;
    else if (above != NULL && belongs_to_text(above, name))
        open_text(w, f, above, name, attrs, count);
    else
        open_field(w, f, above, name, attrs, count);
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
    if (f.action == NGI_FEED_ENTRY)
        close_entry(w, &f);
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
    return is_root(root) || (ngi_equal_nocase(root, NGI_LIT("entry")) &&
                             ngi_find_nocase(s, NGI_LIT("2005/atom")) != NGI_NONE);
}
