/* SPDX-License-Identifier: Apache-2.0 */
/* What the elements of feeds are called, and what each means. */
#ifndef NGI_FEED_NAMES_H
#define NGI_FEED_NAMES_H

#include "parsed/xml.h"

typedef enum ngi_feed_action {
    NGI_FEED_NOTHING, /* of no interest, but what it holds may be */
    NGI_FEED_BLOCK,   /* neither it nor what it holds: an entry's source, a contributor */
    NGI_FEED_ROOT,
    NGI_FEED_ENTRY,
    NGI_FEED_TITLE,
    NGI_FEED_LINK,
    NGI_FEED_ID,
    NGI_FEED_DESCRIPTION,
    NGI_FEED_CONTENT,
    NGI_FEED_PUBLISHED,
    NGI_FEED_UPDATED,
    NGI_FEED_AUTHOR,
    NGI_FEED_NAME,
    NGI_FEED_EMAIL,
    NGI_FEED_TAG,
    NGI_FEED_KEYWORDS,
    NGI_FEED_ENCLOSURE,
    NGI_FEED_IMAGE,
    NGI_FEED_IMAGE_URL, /* "url" */
    NGI_FEED_PICTURE,   /* Atom's logo and icon: the address is the text */
    NGI_FEED_LANGUAGE,
    NGI_FEED_PLACE, /* a point that holds its numbers in elements: GML's, W3C's */
    NGI_FEED_POINT, /* "45.256 -71.92" */
    NGI_FEED_LATITUDE,
    NGI_FEED_LONGITUDE,
    NGI_FEED_LINE,
    NGI_FEED_POLYGON,
    NGI_FEED_BOX,
} ngi_feed_action;

typedef struct ngi_feed_meaning {
    uint8_t action; /* ngi_feed_action */
    uint8_t rank;   /* where several elements tell one field: the higher is believed */
} ngi_feed_meaning;

/* The namespaces that a feed uses, so that each is looked up once: a feed has three or four of
 * them and thousands of elements. Those beyond the most are looked up each time. */
enum { NGI_FEED_MOST_SPACES = 12 };
typedef struct ngi_feed_spaces {
    ng_slice root; /* the namespace of the feed's root; in RDF, of its channel */
    struct {
        ng_slice uri;
        const char *space;
    } seen[NGI_FEED_MOST_SPACES];
    size_t count;
} ngi_feed_spaces;

/* What the element means in a feed of these namespaces. */
ngi_feed_meaning ngi_feed_meaning_of(ngi_arena *arena, ngi_feed_spaces *spaces,
                                     const ngi_xml_name *name);

#endif
