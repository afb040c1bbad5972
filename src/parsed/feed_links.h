/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses of feeds: those that a page names, and those of an OPML list of subscriptions. */
#ifndef NGI_FEED_LINKS_H
#define NGI_FEED_LINKS_H

#include "parsed/tree.h"
#include "parsed/xml.h"

typedef struct ngi_feed_link {
    ng_slice url, title, site; /* site: the address of the page that it is of */
    ng_slice folder;           /* of a list: the names of the folders that it is in, "A/B" */
    const char *type;          /* "rss", "atom", "json"; "" where it does not say */
    const char *from;          /* "link", "anchor", "opml", "feed" */
} ngi_feed_link;

typedef struct ngi_feed_links {
    ng_slice version, title; /* of a list of subscriptions: "2.0"; its own name */
    ngi_feed_link *items;
    size_t room;
    uint32_t count;
} ngi_feed_links;

/* The feeds that a page names: links that say so, then those that look like feeds. `base` is the
 * page's address, or empty. False when memory is out. */
bool ngi_feed_links_of_page(ngi_arena *arena, const ngi_tree *tree, ng_slice base,
                            ngi_feed_links *out);

/* opml.c: whether a text looks like a list of subscriptions; those in it. */
bool ngi_opml_looks_like(ng_slice text);
bool ngi_opml_read(ngi_arena *arena, ng_slice text, ngi_feed_links *out, ngi_xml_report *report);

/* Appends one, unless it is there already. */
void ngi_feed_links_add(ngi_arena *arena, ngi_feed_links *links, const ngi_feed_link *link);

#endif
