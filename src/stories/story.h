/* SPDX-License-Identifier: Apache-2.0 */
/* What reading finds, in schema.org's NewsArticle terms: the form in which stories leave
 * this room and all later rooms see them. Everything lives in the document's arena. */
#ifndef NGI_STORY_H
#define NGI_STORY_H

#include "base/base.h"

/* Where a text was read; turned into byte ranges only when evidence is asked for. */
typedef enum ngi_place_kind {
    NGI_PLACE_NONE,  /* not known (made up of several places, or out of the URL) */
    NGI_PLACE_NODES, /* text nodes of [first, last]; begin, end: offsets in their squeezed
                        text; end UINT32_MAX: to its end */
    NGI_PLACE_ATTR,  /* value of attribute `attr` of node `first` */
    NGI_PLACE_SCRIPT, /* bytes [begin, end) of the text of JSON script text node `first` */
    NGI_PLACE_TEXT,  /* bytes [begin, end) of the decoded page (dumps) */
} ngi_place_kind;

typedef struct ngi_place {
    uint32_t first, last; /* nodes of the tree, inclusive */
    uint32_t begin, end;
    uint8_t kind, attr;
} ngi_place;

typedef struct ngi_text {
    ng_slice text; /* empty: absent */
    ngi_place place;
    ng_range *ranges; /* filled by ngi_evidence_fill(): offsets in the page's bytes */
    uint32_t range_count;
} ngi_text;

typedef struct ngi_author {
    ngi_text name;
    ng_slice url;
    bool organization; /* metadata says that this is no person */
} ngi_author;

typedef enum ngi_part_type {
    NGI_PART_PARAGRAPH,
    NGI_PART_HEADING,
    NGI_PART_QUOTE,
    NGI_PART_LIST_ITEM,
    NGI_PART_TABLE,
    NGI_PART_EMBED,
    NGI_PART_CAPTION, /* not in articleBody */
    NGI_PART_CODE,
} ngi_part_type;

typedef struct ngi_part {
    ngi_text text; /* one line, but for tables (a row a line, cells joined by " | ") and code */
    uint8_t type;  /* ngi_part_type */
    uint8_t level; /* heading: 1 to 6; list item: nesting from 1 */
} ngi_part;

typedef struct ngi_comment {
    ngi_text text;
    ng_slice author, date;
} ngi_comment;

typedef enum ngi_access { NGI_ACCESS_UNKNOWN, NGI_ACCESS_FREE, NGI_ACCESS_PAID } ngi_access;

typedef struct ngi_story {
    ngi_text headline, description;
    ngi_author *authors;
    uint32_t author_count;
    ngi_text date_published, date_modified; /* .text ISO 8601; .place where it was read */
    ng_slice date_source; /* "json-ld", "meta", "time", "text", "url", "microdata", ... */
    ngi_text section;
    ng_slice *keywords;
    uint32_t keyword_count;
    ng_slice credit, publisher, image_url, image_caption, url, language;
    ngi_access access;
    ng_slice body; /* the parts but captions, joined by a blank line */
    ngi_part *parts;
    uint32_t part_count;
    ngi_comment *comments;
    uint32_t comment_count;
    struct ngi_record *record; /* who said what (record.h); NULL unless asked for */
} ngi_story;

typedef struct ngi_teaser {
    ngi_text headline, description, section, age;
    ng_slice date_published, url;
    ng_range *ranges; /* those of all its texts, in page order, joined where they touch */
    uint32_t range_count;
} ngi_teaser;

struct ngi_feed; /* parsed/feed.h */

/* Where in a web archive the page was kept. */
typedef enum ngi_digest { NGI_DIGEST_UNKNOWN, NGI_DIGEST_HOLDS, NGI_DIGEST_FAILS } ngi_digest;
typedef struct ngi_capture {
    ng_slice file, record_id, date, target_uri, payload_digest;
    uint64_t offset, length; /* of the record, in the file */
    uint8_t digest_ok;       /* ngi_digest */
} ngi_capture;

typedef struct ngi_page {
    ng_kind kind;
    ng_slice url, language, text;
    ngi_story *stories;
    uint32_t story_count;
    ngi_teaser *teasers;
    uint32_t teaser_count;
    const ngi_capture *capture; /* NULL: not from an archive */
    struct ngi_feed *feed; /* of a feed, sitemap or OPML; its entries are the teasers too */
    bool cut;            /* a limit stopped the reading: what follows is missing */
    const char *cut_why;
    uint64_t cut_at;     /* offset in the page's bytes */
    bool evidence;       /* the ranges are filled, and sha256 */
    uint8_t left_out;    /* 0, or the ng_skip + 1 for which nothing of it was read on */
    char sha256[65];
} ngi_page;

#endif
