/* SPDX-License-Identifier: Apache-2.0 */
/* Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, as they say it of themselves; in
 * the same form sitemaps and lists of subscriptions.
 * Dates are as written here; stories/feeds turns them into moments. */
#ifndef NGI_FEED_H
#define NGI_FEED_H

#include "parsed/xml.h"

typedef enum ngi_feed_type {
    NGI_FEED_TEXT,  /* as it reads */
    NGI_FEED_HTML,  /* markup */
    NGI_FEED_XHTML, /* markup by elements: escaped here, once */
    NGI_FEED_OPEN,  /* RSS: either, it does not say */
} ngi_feed_type;

typedef struct ngi_feed_text {
    ng_slice text; /* empty: absent */
    uint8_t type;  /* ngi_feed_type */
    uint8_t rank;  /* how good a source of the field it was; while reading */
} ngi_feed_text;

typedef struct ngi_feed_list {
    ng_slice *items;
    size_t room;
    uint32_t count;
} ngi_feed_list;

/* Where an entry plays: a point, else a shape. Numbers are as JSON writes them. */
typedef struct ngi_feed_location {
    ng_slice latitude, longitude; /* degrees of WGS 84; both or none */
    ng_slice shape, text;         /* "line", "polygon", "box"; its numbers, latitudes first */
} ngi_feed_location;

typedef struct ngi_feed_entry {
    ngi_feed_text title, summary, content, link, id, published, updated, author;
    ngi_feed_list enclosures, tags;
    ng_slice publication, language; /* of a news sitemap */
    ng_slice site, folder, type;    /* of a subscription; its link is the feed */
    ngi_feed_location *location;    /* NULL: not told. Few have one */
} ngi_feed_entry;

typedef struct ngi_feed ngi_feed;
struct ngi_feed {
    ng_slice version;    /* "rss20", "atom10", "rss10", "json11", "sitemap", "opml20", ... */
    bool broken;         /* not well-formed: what could be read was read */
    const char *reason;  /* of that */
    uint32_t line;       /* of that; 0: not known */
    ngi_feed_entry self; /* of the feed itself: title, link, id, updated, author */
    ng_slice language, image;
    ngi_feed_entry *entries;
    size_t room;
    uint32_t entry_count;
};

/* Whether a decoded text looks like a feed (XML, or JSON Feed). */
bool ngi_feed_looks_like(ng_slice text);

/* Reads a feed; `text` is valid UTF-8, `base` the address that it came from, or empty. A text
 * that is none gives an empty version. False when memory is out. */
bool ngi_feed_read(ngi_arena *arena, ng_slice text, ng_slice base, ngi_feed *out);

/* json_feed.c: the same of a JSON Feed. */
bool ngi_feed_read_json(ngi_arena *arena, ng_slice text, ng_slice base, ngi_feed *out);

/* feed_location.c: a place as feeds write it, "45.256 -71.92" or in two parts. The first is kept,
 * but a point replaces a shape; what is none is left out: not numbers, too few or too many of
 * them, or nowhere on Earth. `shape` outlives the entry. */
void ngi_feed_locate_point(ngi_arena *arena, ngi_feed_entry *entry, ng_slice text);
void ngi_feed_locate_degrees(ngi_arena *arena, ngi_feed_entry *entry, ng_slice latitude,
                             ng_slice longitude);
void ngi_feed_locate_shape(ngi_arena *arena, ngi_feed_entry *entry, ng_slice shape, ng_slice text);

/* sitemap.c: the same of sitemaps: "sitemap", "sitemapindex" or "text". */
bool ngi_sitemap_looks_like(ng_slice text);
bool ngi_sitemap_read(ngi_arena *arena, ng_slice text, ngi_feed *out);

/* Keeps what the XML reader found fault with. False when memory is out. */
bool ngi_feed_note_faults(ngi_arena *arena, const ngi_xml_report *report, ngi_feed *out);
/* Appends to a list, empty and repeated items too; beyond the most, nothing. */
enum { NGI_FEED_MOST_ITEMS = 10000 };
void ngi_feed_add(ngi_arena *arena, ngi_feed_list *list, ng_slice item);
/* Most entries of a feed or addresses of a sitemap (whose own limit is 50,000): two million empty
 * ones fit into 20 kB of gzip. */
enum { NGI_FEED_MOST_ENTRIES = 250000 };
/* The next entry, zeroed; NULL when memory is out, or, which is noted, when there are too many. */
ngi_feed_entry *ngi_feed_entry_new(ngi_arena *arena, ngi_feed *feed);

#endif
