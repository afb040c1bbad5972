/* SPDX-License-Identifier: Apache-2.0 */
/* What a page says of itself, gathered once: JSON-LD in all its broken forms, OpenGraph,
 * microdata, RDFa, Dublin Core, Parsely, sailthru, and data scripts. Claims, not yet truth:
 * they are checked against what the page shows. */
#ifndef NGI_META_H
#define NGI_META_H

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
    uint32_t node;       /* script or itemscope element it came from */
    bool main;           /* the page's own story, not one of a list, as far as it says */
} ngi_claim;

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
} ngi_meta;

/* Gathers. False when memory is out; broken data is passed over. */
bool ngi_meta_read(ngi_arena *arena, const ngi_tree *tree, ngi_meta *out);

#endif
