/* SPDX-License-Identifier: Apache-2.0 */
/* What a page says of itself, gathered once: JSON-LD in all its broken forms, OpenGraph,
 * microdata, RDFa, Dublin Core, Parsely, sailthru, and data scripts. Claims, not yet truth:
 * they are checked against what the page shows. */
#ifndef NGI_META_H
#define NGI_META_H

#include "parsed/json.h"
#include "parsed/tree.h"
#include "stories/story.h"

/* One article-like object of JSON-LD, microdata or a data script. */
typedef struct ngi_claim {
    const char *source;  /* "json-ld", "microdata", "data"; static storage */
    ng_slice type;       /* "NewsArticle" */
    ng_slice headline, alternative_headline, description, section, body, url, language;
    ng_slice date_published, date_modified; /* as printed */
    ng_slice publisher, image_url, credit;
    ngi_author *authors;
    uint32_t author_count;
    ng_slice *keywords;
    uint32_t keyword_count;
    ngi_access access;
    ngi_place headline_place, description_place, date_published_place, date_modified_place, section_place;
    uint32_t node;       /* script or itemscope element it came from */
    uint32_t body_node;  /* microdata: the element marked as articleBody; 0: none */
    const ngi_json_text *body_text; /* JSON: where `body` can be traced to its bytes, */
    const ngi_json *body_value;     /* else NULL, */
    uint32_t body_script;           /* and the script's text node */
    bool main;           /* the page's own story, not one of a list, as far as it says */
    bool taken;          /* has the headline of another story of the page; set by split.c */
} ngi_claim;

/* What a hint tells. */
typedef enum ngi_hint_kind {
    NGI_HINT_TITLE,
    NGI_HINT_AUTHOR,
    NGI_HINT_PUBLISHED,
    NGI_HINT_MODIFIED,
    NGI_HINT_SECTION,
    NGI_HINT_KEYWORDS,
    NGI_HINT_PUBLISHER,
    NGI_HINT_CREDIT,
    NGI_HINT_ACCESS,
} ngi_hint_kind;

/* One thing told by a <meta>, or by an element with itemprop, property or rel outside of an
 * article's scope. */
typedef struct ngi_hint {
    uint8_t kind;       /* ngi_hint_kind */
    uint8_t rank;       /* how far to trust its name: 0 best */
    bool shown;         /* text of the page, not an attribute */
    const char *source; /* "meta", "microdata"; static storage */
    ng_slice text, url; /* url: of an author's link */
    ngi_place place;
    uint32_t node;
} ngi_hint;

typedef struct ngi_meta {
    ng_slice title;        /* <title> */
    ng_slice og_title, og_description, og_type, og_url, og_site_name, og_image, og_locale;
    ng_slice description;  /* <meta name=description> */
    ng_slice twitter_title, twitter_description;
    ng_slice canonical;    /* <link rel=canonical> */
    ng_slice lang;         /* <html lang> */
    ngi_claim *claims;     /* article-like objects in page order */
    uint32_t claim_count;
    ng_slice *types;       /* every @type named in JSON-LD, e.g. "Product" */
    uint32_t type_count;
    ng_slice ld_body;      /* longest articleBody claimed, tags stripped */
    ngi_hint *hints;       /* in page order */
    uint32_t hint_count;
    uint32_t *times;       /* <time> elements, in page order */
    uint32_t time_count;
    uint32_t *scripts;     /* script elements that are not JSON-LD, in page order */
    uint32_t script_count;
    uint32_t og_title_node, title_node, description_node; /* 0: none */
    ng_slice base;         /* <base href> */
} ngi_meta;

/* Gathers. False when memory is out; broken data is passed over. */
bool ngi_meta_read(ngi_arena *arena, const ngi_tree *tree, ngi_meta *out);

/* The stories that stand in data scripts only (state of Next.js, Arc and the like, or
 * articleBody of JSON-LD): for pages that show no text. A story is one whose parts hold at
 * least `least` words; a headline with an address and no body is a teaser. False when memory is out. Costs a reading of all scripts. */
typedef struct ngi_data_story {
    ngi_claim claim;
    ngi_part *parts;
    uint32_t part_count;
    uint32_t words;
} ngi_data_story;
typedef struct ngi_data_page {
    ngi_data_story *stories;
    uint32_t story_count;
    ngi_teaser *teasers;
    uint32_t teaser_count;
} ngi_data_page;
bool ngi_data_read(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta, uint32_t least,
                   ngi_data_page *out);
/* The stories alone. */
bool ngi_data_body(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta, uint32_t least,
                   ngi_data_story **out, uint32_t *count);

#endif
