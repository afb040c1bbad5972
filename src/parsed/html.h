/* SPDX-License-Identifier: Apache-2.0 */
/* Between the files that read HTML: html.c walks lexbor's tree, guard.c keeps hostile pages
 * from running away, lean.c keeps out what no reader sees, tags.c reads plain tags fast, nest.c
 * puts them into the tree, evidence.c notes where in the page each text stood. lexbor's structures
 * are looked into in these files only. */
#ifndef NGI_HTML_H
#define NGI_HTML_H

#include "base/sixteen.h"
#include "parsed/tree.h"

#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>
#include <lexbor/html/tokenizer/state.h>
#include <lexbor/html/tree/insertion_mode.h>

/* ---- html.c: which attributes are kept ---- */

/* Names of a page's own attributes, looked up once. A name's id is lexbor's: small for the
 * names it knows, else the address of its entry, which holds for one page. */
typedef struct ngi_attr_names {
    struct {
        uintptr_t id;
        uint32_t page;
        uint8_t name;
    } slots[256];
    uint32_t page;
} ngi_attr_names;

/* The ngi_attr_name of an attribute, or NGI_ATTR_COUNT where it is dropped. `name` is read
 * for ids that are not yet known. */
uint8_t ngi_attr_known(ngi_attr_names *names, uintptr_t id, const lexbor_hash_entry_t *name);

/* Whether all is left to lexbor's tokenizer and tree builder, for comparing. */
void ngi_html_parser_by_lexbor(ngi_html_parser *parser, bool all);

/* The tag of an element, by lexbor's id. */
uint8_t ngi_tag_of_lexbor(lxb_tag_id_t id);

/* ---- lean.c ---- */

typedef struct ngi_lean {
    unsigned svg;              /* open svg elements whose content is being dropped */
    unsigned links;            /* open links of svg's own */
    lxb_tag_id_t holder;       /* the open element of svg that may hold HTML; 0: none */
    uint8_t script;            /* what is to be done with the text of the script at hand */
    lxb_tag_id_t leaping;      /* the element whose text is leapt over ... */
    const lxb_char_t *leap_to; /* ... up to here; NULL: not yet looked for ... */
    const lxb_char_t *page_end;
    lxb_html_tokenizer_state_f resume; /* ... and the state that takes over there */
} ngi_lean;

/* Tells of a script or style that the tree builder has opened. */
void ngi_lean_opened(ngi_lean *lean, lxb_html_tree_t *tree, lxb_html_tokenizer_t *tokenizer,
                     lxb_tag_id_t id);
/* Whether a token need not reach the tree. */
bool ngi_lean_drops(ngi_lean *lean, lxb_html_tree_t *tree, const lxb_html_token_t *token);

/* ---- references.c ---- */

/* Writes what `s` stands for (in_value: of an attribute) to `out`, which has room for as many
 * bytes, and returns how many it is. NGI_NONE: a reference in it is left to lexbor. */
size_t ngi_references_decode(ng_slice s, bool in_value, char *out);

/* ---- tags.c ---- */

enum { NGI_TAGS_NAMES = 128, NGI_TAGS_SLOTS = 128 };

typedef struct ngi_tags {
    uint8_t names[NGI_TAGS_NAMES]; /* open addressing: an ngi_attr_name; NGI_ATTR_COUNT: free */
    ngi_sixteen spelled[NGI_ATTR_COUNT]; /* the names, NULs behind them */
    struct {
        uint64_t bytes; /* of an element's name */
        lxb_tag_id_t id;
    } slots[NGI_TAGS_SLOTS];
    const lxb_dom_attr_data_t *known[NGI_ATTR_COUNT]; /* lexbor's entries, of this page */
    lxb_html_token_attr_t attrs[NGI_ATTR_COUNT];      /* of the tag at hand ... */
    uint8_t kept[NGI_ATTR_COUNT];                     /* ... and their ngi_attr_name */
    bool decoded;                                     /* a value of it does not lie in the page */
    const lxb_char_t *read_to;                        /* beyond the slice at hand: where ... */
    lxb_html_tokenizer_state_f resume;                /* ... this state goes on */
} ngi_tags;

void ngi_tags_init(ngi_tags *tags);
void ngi_tags_begin(ngi_tags *tags); /* a page */
/* A state of the tokenizer of a guard: takes the place of lexbor's for data, for as long as tags
 * are plain. */
const lxb_char_t *ngi_tags_state(lxb_html_tokenizer_t *tokenizer, const lxb_char_t *data,
                                 const lxb_char_t *end);
/* Hands on a text of the page, which stands for itself, as a token. False on failure. */
bool ngi_tags_hand_on(lxb_html_tokenizer_t *tokenizer, ng_slice text);

/* ---- nest.c ---- */

typedef struct ngi_nest_pieces { /* of memory: taken in large ones, given out by one */
    char *next;
    size_t left;
} ngi_nest_pieces;

typedef struct ngi_attr_run {
    uint32_t begin, count; /* in attrs */
} ngi_attr_run;

typedef struct ngi_nest {
    ng_slice page;
    const lxb_dom_node_t *clear; /* an open element that stands in no paragraph; NULL: not known */
    ngi_nest_pieces elements, texts;
    ngi_attr *attrs; /* of all elements: the flat tree's */
    ngi_attr_run *runs;
    size_t attr_count, attr_capacity, run_count, run_capacity;
} ngi_nest;

/* Whether an element is of those that are put into the tree here. */
bool ngi_nest_knows(lxb_tag_id_t id);
void ngi_nest_begin(ngi_nest *nest, ng_slice page);
void ngi_nest_forget(ngi_nest *nest); /* frees its memory */
/* Adds an attribute of the flat tree. False when memory is out. */
bool ngi_nest_attr(ngi_nest *nest, ngi_attr attr);
/* The attributes of an element that lexbor does not know; NULL: lexbor has them all. */
const ngi_attr_run *ngi_nest_attrs(const ngi_nest *nest, const lxb_dom_element_t *element);

/* ---- guard.c ---- */

typedef struct ngi_guard {
    /* limits */
    size_t max_depth, max_formatting, max_attrs, max_names, max_tokens, max_memory;
    uint64_t max_nanoseconds;
    /* what was counted, of one page */
    size_t tokens;
    size_t dropped; /* start tags dropped whose end tag is yet to be dropped */
    size_t memory;
    uint64_t started_nanoseconds;
    const lexbor_mem_chunk_t *counted[2];
    /* lexbor's */
    lxb_html_tree_t *tree;
    lxb_html_tokenizer_token_f build; /* lexbor's tree builder, or who stands before it */
    void *build_context;
    struct ngi_evidence *evidence; /* NULL: not asked for */
    ngi_attr_names *names;
    bool by_lexbor; /* tags.c and nest.c are left out */
    ngi_lean lean;
    ngi_tags tags;
    ngi_nest nest;
} ngi_guard;

/* nest.c: takes a token that has passed the guard. */
lxb_html_token_t *ngi_nest_token(ngi_guard *guard, lxb_html_tokenizer_t *tokenizer,
                                 lxb_html_token_t *token);

/* Puts the guard before the tree builder of `parser`, for good. */
void ngi_guard_init(ngi_guard *guard, lxb_html_parser_t *parser, ngi_attr_names *names);
/* Parses all of `text`, or up to a limit (out->cut then). NULL when memory is out. */
lxb_html_document_t *ngi_guard_parse(ngi_guard *guard, lxb_html_parser_t *parser, ng_slice text,
                                     const ngi_html_limits *limits, ngi_tree *out);
/* Room in a tokenizer for the longest text that `size` bytes can make. */
bool ngi_guard_room(lxb_html_tokenizer_t *tokenizer, size_t size);

/* ---- evidence.c ---- */

typedef struct ngi_evidence ngi_evidence;

ngi_evidence *ngi_evidence_new(void);
void ngi_evidence_free(ngi_evidence *evidence);
/* Stands before the tree builder for one page. */
void ngi_evidence_begin(ngi_evidence *evidence, ngi_guard *guard, ng_slice text);
/* Notes that the text of a node, so far where it stands in the page, is no longer there. */
bool ngi_evidence_note(ngi_evidence *evidence, lxb_dom_node_t *node, ng_slice text);
/* False when memory was out. */
bool ngi_evidence_end(ngi_evidence *evidence, ngi_guard *guard);

#endif
