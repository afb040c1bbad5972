/* SPDX-License-Identifier: Apache-2.0 */
/* How a page is set: what shape elements have, where their blocks are, what is a heading,
 * what is prose, what stands in a list of links. Shared by split.c and teasers.c. */
#ifndef NGI_LAYOUT_H
#define NGI_LAYOUT_H

#include "stories/scene.h"

/* One entry of a list: a headline that links elsewhere, with what belongs to it. */
typedef struct ngi_item {
    uint32_t link;       /* the a[href] */
    uint32_t element;    /* the highest element that holds this headline and no other */
    uint32_t list;       /* number of its list */
    uint32_t begin, end; /* blocks [begin, end) */
} ngi_item;

typedef struct ngi_layout {
    const ngi_tree *tree;
    const ngi_blocks *blocks;
    uint8_t *rank;   /* per block: 1 to 6 where it is a heading, else 0 */
    uint8_t *listed; /* per block: stands in a list of links to other stories */
    uint32_t *prose; /* per block: its words where it is running text, else 0 */
    ngi_item *items; /* in page order */
    uint32_t item_count;
} ngi_layout;

/* Looks the page over, once a page: the result is kept in the scene. NULL when memory is
 * out. */
const ngi_layout *ngi_layout_of(ngi_scene *scene);
/* lists.c: fills `items` and `listed`. */
bool ngi_lists_find(ngi_scene *scene, ngi_layout *layout);

/* The element's shape: its tag and first class word without digits. */
uint64_t ngi_shape(const ngi_tree *tree, uint32_t node);
/* The shape of a block: that of its element and `levels` block-level ancestors. */
uint64_t ngi_block_shape(const ngi_tree *tree, const ngi_block *block, unsigned levels);
/* The nearest element at or above `node` that is no inline element; 0 is the root. */
uint32_t ngi_holder(const ngi_tree *tree, uint32_t node);
/* Of `count` items in page order, `stride` bytes apart, whose node the first `key` is a field of:
 * the first one at or behind `node`. */
size_t ngi_first_from(const uint32_t *key, size_t count, size_t stride, uint32_t node);
/* The first block whose text starts at or behind `node`. */
uint32_t ngi_block_at(const ngi_blocks *blocks, uint32_t node);
/* Whether a class, an id or a role of `node` has one of the words, each at the start of a
 * word ("nav" finds "main-nav" and "navigation", not "unnavigable"). */
bool ngi_named(const ngi_tree *tree, uint32_t node, const char *const *words);
/* Whether the block is part of what frames a page: menus, footers, dialogs, forms. */
bool ngi_in_frame(const ngi_tree *tree, uint32_t node);
/* Letters and digits, folded, as one number: for finding equal texts. */
uint64_t ngi_text_key(ng_slice text);
/* Whether a short block tells when: an age, a date, or a clock time. */
bool ngi_tells_time(ngi_scene *scene, const ngi_block *block);

/* names.c: whether a menu of the page has this name too: that of a section, then. */
bool ngi_is_section_name(ngi_scene *scene, ng_slice text);

/* Words of a text; characters of scripts without spaces count by two. */
uint32_t ngi_count_words(ng_slice text);
/* Moves *begin and *end inwards over white space and marks that part words ("|", dashes). */
void ngi_strip_marks(ng_slice text, size_t *begin, size_t *end);

#endif
