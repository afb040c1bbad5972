/* SPDX-License-Identifier: Apache-2.0 */
/* What the files share that fill a story's fields (fields.c, headline.c, standfirst.c,
 * authors.c, moments.c, section.c). */
#ifndef NGI_FIELDS_H
#define NGI_FIELDS_H

#include "stories/fields/likeness.h"
#include "stories/scene.h"

enum { NGI_MAX_TITLES = 12 };

/* A headline as metadata has it. */
typedef struct ngi_told_title {
    ng_slice text;
    ngi_place place;
    ngi_words words;
    uint8_t weight; /* 3: said to be the headline; 2: made for sharing; 1: of the window */
} ngi_told_title;

typedef struct ngi_fields {
    ngi_scene *scene;
    const ngi_span *span;
    ngi_story *story;
    const ngi_claim *claim;        /* what a record of the page says of this story, or NULL */
    uint32_t body, body_end;       /* blocks from the first of the body to behind the last */
    uint32_t headline;             /* block; UINT32_MAX: none */
    uint32_t headline_end;         /* behind the last block of the headline */
    uint32_t node_begin, node_end; /* the story's stretch of nodes */
    ngi_told_title titles[NGI_MAX_TITLES];
    uint32_t title_count;
    ng_slice house;         /* the publisher's name; may be empty */
    ng_slice house_letters; /* its letters and digits, folded */
    ng_slice domain;        /* the site's host without "www."; may be empty */
    ng_slice host;          /* letters and digits of the site's host name; may be empty */
} ngi_fields;

/* headline.c */
void ngi_headline_titles(ngi_fields *f); /* gathers f->titles */
void ngi_headline_find(ngi_fields *f);
void ngi_headline_take_told(ngi_fields *f); /* the best of f->titles */
/* Cuts the site's name off a title: " | The Daily Example". */
ng_slice ngi_title_strip(ngi_arena *arena, ng_slice title, ng_slice house, bool any);
/* standfirst.c */
void ngi_standfirst_find(ngi_fields *f);
/* authors.c */
void ngi_authors_find(ngi_fields *f);
/* Whether a name is the house's own: the publisher's or of the site's host. */
bool ngi_is_house(const ngi_fields *f, ng_slice name);
/* moments.c */
void ngi_moments_find(ngi_fields *f);
/* section.c */
void ngi_section_find(ngi_fields *f);

/* fields.c */
ngi_place ngi_block_place(const ngi_block *block);
/* Whether a hint or element at `node` speaks of this story. */
bool ngi_fields_holds(const ngi_fields *f, uint32_t node);
/* Whether a record's headline is a name of one or two words that the printed headline does
 * not have: then it speaks of the list on which the story stands. */
bool ngi_fields_names_list(const ngi_fields *f, const ngi_claim *claim);
/* Whether class, id, itemprop, rel or data-testid of a node has a word that begins with one
 * of a list (small letters, NULL at its end), in any case: "article-author", "bylineBox". */
bool ngi_node_says(const ngi_tree *tree, uint32_t node, const char *const *words);
/* The nearest of the node and its ancestors (up to `levels` above) that says so, or
 * UINT32_MAX. */
uint32_t ngi_node_saying(const ngi_tree *tree, uint32_t node, int levels, const char *const *words);

#endif
