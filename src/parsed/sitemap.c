/* SPDX-License-Identifier: Apache-2.0 */
/* Sitemaps: XML (sitemaps.org), indexes of them, news sitemaps, and lists of addresses as text.
 * They are kept as a feed is: an address is an entry; of a news sitemap with title, publication
 * and date, pictures and videos as enclosures. */
#include "parsed/feed.h"
#include "parsed/xml.h"

#include "base/utf8.h"

enum { LOOK_BYTES = 4096, MOST_DEPTH = 64, TEXT_BYTES = 64 * 1024 };

/* What an element means, by its name; which entry it is of is told by what it stands in. */
typedef enum meaning {
    NOTHING,
    ENTRY, /* url, sitemap */
    LOCATION,
    CHANGED,
    TITLE,
    PUBLISHED,
    NAME,
    LANGUAGE,
    KEYWORDS,
    PICTURE, /* image:image, video:video: the place of their own is no entry's */
    ENCLOSURE,
} meaning;

typedef struct known_name {
    const char *family, *name; /* of the namespace's address or prefix; "" : the sitemap's own */
    uint8_t meaning;
} known_name;

static const known_name names[] = {
    {"", "url", ENTRY},
    {"", "sitemap", ENTRY},
    {"", "loc", LOCATION},
    {"", "lastmod", CHANGED},
    {"news", "title", TITLE},
    {"news", "publication_date", PUBLISHED},
    {"news", "name", NAME},
    {"news", "language", LANGUAGE},
    {"news", "keywords", KEYWORDS},
    {"news", "genres", NOTHING},
    {"image", "image", PICTURE},
    {"image", "loc", ENCLOSURE},
    {"video", "video", PICTURE},
    {"video", "content_loc", ENCLOSURE},
};

typedef struct walk {
    ngi_arena *arena;
    ngi_feed *feed;
    ngi_feed_entry *entry;
    uint8_t open[MOST_DEPTH]; /* meanings; what is deeper means nothing */
    size_t depth;
    ngi_buffer text;
} walk;

static bool is_of(const ngi_xml_name *name, const char *family)
{
    static const char *const families[] = {"news", "image", "video"};
    if (family[0] != '\0')
        return ngi_find_nocase(name->uri, ngi_slice_of(family)) != NGI_NONE ||
               ngi_equal_nocase(name->prefix, ngi_slice_of(family));
    for (size_t i = 0; i < NGI_COUNT(families); i++)
        if (is_of(name, families[i]))
            return false;
    return true;
}

static uint8_t meaning_of(const walk *w, const ngi_xml_name *name)
{
    uint8_t over = w->depth > 0 && w->depth <= MOST_DEPTH ? w->open[w->depth - 1] : NOTHING;
    for (size_t i = 0; i < NGI_COUNT(names); i++)
        if (ngi_equal_nocase(name->local, ngi_slice_of(names[i].name)) &&
            is_of(name, names[i].family)) {
            uint8_t found = names[i].meaning;
            bool misplaced =
                (found == LOCATION && over != ENTRY) || (found == ENCLOSURE && over != PICTURE);
            return misplaced ? NOTHING : found;
        }
    return NOTHING;
}

static void on_open(void *context, const ngi_xml_name *name, const ngi_xml_attr *attrs,
                    size_t count)
{
    walk *w = context;
    (void)attrs;
    (void)count;
    if (w->depth == 0 && ngi_equal_nocase(name->local, NGI_LIT("urlset")))
        w->feed->version = NGI_LIT("sitemap");
    else if (w->depth == 0 && ngi_equal_nocase(name->local, NGI_LIT("sitemapindex")))
        w->feed->version = NGI_LIT("sitemapindex");
    uint8_t found = meaning_of(w, name);
    if (found == ENTRY && w->entry == NULL)
        w->entry = ngi_feed_entry_new(w->arena, w->feed);
    if (w->depth < MOST_DEPTH)
        w->open[w->depth] = found;
    w->depth++;
    w->text.len = 0;
}

static void on_text(void *context, ng_slice text)
{
    walk *w = context;
    if (w->depth > 0 && w->depth <= MOST_DEPTH && w->open[w->depth - 1] >= LOCATION)
        ngi_buffer_add(&w->text, ngi_slice_sub(text, 0, TEXT_BYTES)); /* a text comes in pieces */
}

static void add_keywords(walk *w, ng_slice text)
{
    ng_slice piece;
    while (ngi_split(&text, ',', &piece))
        if (ngi_trim(piece).len != 0)
            ngi_feed_add(w->arena, &w->entry->tags, ngi_trim(piece));
}

static void on_close(void *context)
{
    walk *w = context;
    if (w->depth == 0)
        return;
    uint8_t closed = --w->depth < MOST_DEPTH ? w->open[w->depth] : NOTHING;
    ngi_feed_entry *e = w->entry;
    ng_slice text = ngi_trim(ngi_buffer_slice(&w->text));
    if (closed == ENTRY) {
        w->entry = NULL;
        if (e != NULL && e->link.text.len == 0)
            w->feed->entry_count--; /* it leads nowhere */
    }
    if (closed >= LOCATION && e != NULL && text.len != 0) {
        text = ngi_arena_copy(w->arena, text);
        switch (closed) {
        case LOCATION: e->link.text = text; break;
        case CHANGED: e->updated.text = text; break;
        case TITLE: e->title.text = text; break;
        case PUBLISHED: e->published.text = text; break;
        case NAME: e->publication = text; break;
        case LANGUAGE: e->language = text; break;
        case KEYWORDS: add_keywords(w, text); break;
        case ENCLOSURE: ngi_feed_add(w->arena, &e->enclosures, text); break;
        default: break;
        }
    }
    w->text.len = 0;
}

/* ---- as text ---- */

static bool is_address(ng_slice line)
{
    for (size_t i = 0; i < line.len; i++)
        if (ngi_is_space(line.ptr[i]))
            return false;
    return ngi_starts_nocase(line, NGI_LIT("https://")) ||
           ngi_starts_nocase(line, NGI_LIT("http://"));
}

static bool read_lines(ngi_arena *arena, ng_slice text, ngi_feed *out)
{
    ng_slice line;
    out->version = NGI_LIT("text");
    for (uint32_t number = 1; ngi_split(&text, '\n', &line); number++) {
        line = ngi_trim(line);
        if (line.len == 0)
            continue;
        if (!is_address(line)) {
            if (!out->broken)
                out->line = number;
            out->broken = true;
            out->reason = "a line that is no address";
            continue;
        }
        ngi_feed_entry *entry = ngi_feed_entry_new(arena, out);
        if (entry == NULL)
            break;
        entry->link.text = line;
    }
    if (out->entry_count == 0)
        out->version = (ng_slice){0}; /* any text would be such a list */
    return !arena->failed;
}

static bool looks_like_lines(ng_slice text)
{
    ng_slice line, look = ngi_slice_sub(text, 0, LOOK_BYTES);
    bool cut = look.len < text.len, any = false;
    while (ngi_split(&look, '\n', &line)) {
        line = ngi_trim(line);
        if (line.len == 0 || (cut && look.len == 0 && any))
            continue;
        if (!is_address(line))
            return false;
        any = true;
    }
    return any;
}

/* ---- both ---- */

bool ngi_sitemap_looks_like(ng_slice text)
{
    ng_slice root = ngi_xml_root(ngi_slice_sub(text, 0, LOOK_BYTES));
    return ngi_equal_nocase(root, NGI_LIT("urlset")) ||
           ngi_equal_nocase(root, NGI_LIT("sitemapindex")) || looks_like_lines(text);
}

bool ngi_sitemap_read(ngi_arena *arena, ng_slice text, ngi_feed *out)
{
    static const ngi_xml_events events = {on_open, on_close, on_text};
    ngi_xml_report report;
    *out = (ngi_feed){0};
    if (ngi_find_char(ngi_slice_sub(text, 0, LOOK_BYTES), '<') == NGI_NONE)
        return read_lines(arena, text, out);
    walk w = {.arena = arena, .feed = out, .text = {.limit = text.len + 1024}};
    bool good = ngi_xml_read(arena, text, &events, &w, &report) && !w.text.failed && !arena->failed;
    ngi_buffer_free(&w.text);
    return good && ngi_feed_note_faults(arena, &report, out);
}
