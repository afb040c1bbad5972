/* SPDX-License-Identifier: Apache-2.0 */
/* Headlines in groups of one shape: what heads.c finds and split.c cuts the page by. */
#ifndef NGI_HEADS_H
#define NGI_HEADS_H

#include "stories/pages/layout.h"

/* A headline that could be, measured against its neighbours in its group. */
typedef struct ngi_head {
    uint32_t block; /* the headline */
    uint32_t first; /* first prose block before the next headline */
    uint32_t words; /* prose words before the next headline */
    uint32_t top;   /* highest element that holds it and no other */
    bool whole;     /* it heads prose */
    uint64_t kicker_shape;
    bool dated /* or signed */, linked, boxed, article, gap, ruled, kicker, flat;
} ngi_head;

typedef struct ngi_heads {
    ngi_head *items;
    uint32_t count;
    uint32_t prefix;      /* prose words before the first whole headline */
    uint32_t prefix_head; /* heading block that heads them, or UINT32_MAX */
    uint32_t sibling;     /* element that holds them, of the shape of the one that holds the
                              first headline, beside it; 0 where there is none */
    float score;
} ngi_heads;

typedef struct ngi_splitter {
    ngi_scene *scene;
    const ngi_layout *layout;
    uint32_t *cumulated; /* prose words in front of block i; count + 1 values */
    uint64_t lead;       /* shape of headings that are standfirsts; 0: none (settle.c) */
    uint32_t titled;     /* the heading that the page's title names, or UINT32_MAX */
    ng_slice titles[3];  /* the page's own, plain */
    uint8_t *author;     /* per block, as `time`: who wrote it */
    uint8_t *time;       /* per block: 0 not looked at, 1 tells no time, 2 tells one */
    uint64_t *keys;      /* per block: ngi_text_key() of its text; 0 not looked at */
} ngi_splitter;

enum { NGI_HEADS_REACH = 14 }; /* blocks between a headline and its first paragraph */

/* Fills `cumulated`, `titled` and the rest of a splitter whose scene and layout are set. */
bool ngi_heads_prepare(ngi_splitter *s);
/* The member's headline may be set smaller than the standfirst below it: takes the line above
 * each for the headline where all have one of the same shape, shorter, but no section's name. */
void ngi_heads_raise(ngi_splitter *s, ngi_heads *g);
/* The same for the only headline of a page: the block above it, or the block itself. */
uint32_t ngi_heads_raised(ngi_splitter *s, uint32_t headline);
/* Whether one of the page's own titles begins with this headline. */
bool ngi_heads_titled(const ngi_splitter *s, ng_slice headline);
/* Whether a block could be a headline, by itself. */
bool ngi_heads_candidate(ngi_splitter *s, uint32_t b);
/* Whether block `b` tells a time, or who wrote it. */
bool ngi_heads_time(ngi_splitter *s, uint32_t b);
/* "07:37" alone: a post of a live blog, no story's date. */
bool ngi_heads_clock(ng_slice text);
bool ngi_heads_author(const ngi_splitter *s, uint32_t b);
/* Set like a heading without being one. */
bool ngi_heads_styled(const ngi_splitter *s, uint32_t b);
/* Whether a line of any length names its authors and then tells when. */
bool ngi_heads_signed(const ngi_splitter *s, uint32_t b);
/* Words of prose in the blocks [begin, end). */
uint32_t ngi_heads_prose(const ngi_splitter *s, uint32_t begin, uint32_t end);
/* Whether member `i` heads prose before the next one: its first block and its words. */
void ngi_heads_measure_prose(const ngi_splitter *s, ngi_heads *g, uint32_t i);
/* Looks for prose behind the headline of member `i`, and at what stands around it. */
void ngi_heads_measure(ngi_splitter *s, ngi_heads *g, uint32_t i);
/* The best group of headlines, its score far below 0 where there is none. False when memory
 * is out. */
bool ngi_heads_best(ngi_splitter *s, ngi_heads *best);

/* settle.c: sets p of the blocks of several stories on one page. */
bool ngi_heads_settle(ngi_splitter *s, ngi_span *spans, uint32_t count);
/* settle.c: the same for the header of a page's only story. */
void ngi_heads_settle_own(ngi_splitter *s, ngi_span *span);
/* settle.c: takes clock times that stand alone, where there are two or more, out of the text. */
void ngi_heads_drop_clocks(ngi_splitter *s);

#endif
