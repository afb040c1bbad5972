/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that gather metadata share (meta.c, jsonld.c, microdata.c, datascript.c). */
#ifndef NGI_GATHER_H
#define NGI_GATHER_H

#include "parsed/json.h"
#include "stories/meta/meta.h"

/* An element with itemscope or typeof whose end has not come yet. */
typedef struct ngi_scope {
    uint32_t node, end;
    int32_t claim;     /* index, when it is an article; else -1 */
    int32_t above;     /* the claim of the nearest article around it, or -1 */
    uint8_t fills;     /* what it is of that article: an ngi_prop */
    bool organization; /* its type says so */
} ngi_scope;

enum { NGI_MAX_SCOPES = 32, NGI_MAX_CLAIMS = 2000, NGI_MAX_HINTS = 4000 };

typedef struct ngi_gather {
    ngi_arena *arena;
    const ngi_tree *tree;
    ngi_meta *meta;
    size_t claim_room, hint_room, type_room, time_room, script_room;
    ngi_scope scopes[NGI_MAX_SCOPES];
    uint32_t scope_count;
    uint32_t lookups; /* of @id */
} ngi_gather;

/* A new claim, zeroed, or NULL: memory is out, or a page has too many. */
ngi_claim *ngi_gather_claim(ngi_gather *g, const char *source, uint32_t node);
void ngi_gather_hint(ngi_gather *g, ngi_hint hint);
void ngi_gather_type(ngi_gather *g, ng_slice type);
/* Adds to the claim's authors or keywords. */
void ngi_claim_author(ngi_arena *arena, ngi_claim *claim, ngi_author author);
void ngi_claim_keyword(ngi_arena *arena, ngi_claim *claim, ng_slice keyword);
/* "a, b; c" or "a". */
void ngi_claim_keywords(ngi_arena *arena, ngi_claim *claim, ng_slice list);
/* Whether a schema.org type is an article's. "http://schema.org/NewsArticle" counts. */
bool ngi_type_is_article(ng_slice type);
bool ngi_type_is_page(ng_slice type);         /* WebPage and its kinds */
bool ngi_type_is_organization(ng_slice type); /* Organization, NewsMediaOrganization, ... */
/* The last part of a type: behind its last '/', '#' or ':'. */
ng_slice ngi_type_name(ng_slice type);

/* jsonld.c: all article-like objects in one text. */
bool ngi_jsonld_read(ngi_gather *g, ng_slice source, uint32_t node);
/* jsonld.c: one object into a claim. place_node: the text node, 0 where places are no use. */
void ngi_jsonld_claim(ngi_gather *g, const ngi_json_text *text, const ngi_json *object,
                      uint32_t place_node, ngi_claim *claim);

/* microdata.c: an element with itemprop, itemscope, property, typeof or rel=author. */
void ngi_microdata_node(ngi_gather *g, uint32_t node);
/* Closes the scopes that end at or before `node`. */
void ngi_microdata_close(ngi_gather *g, uint32_t node);

/* meta.c: the text of a node, squeezed, up to about `most` bytes, and its place. */
ng_slice ngi_gather_text(ngi_arena *arena, const ngi_tree *tree, uint32_t node, size_t most,
                         ngi_place *place);

#endif
