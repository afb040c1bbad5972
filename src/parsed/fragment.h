/* SPDX-License-Identifier: Apache-2.0 */
/* HTML inside strings: what JSON-LD and data scripts hold as text is often markup, or
 * escaped once too often. Too small and too many for a tree: one scan each. */
#ifndef NGI_FRAGMENT_H
#define NGI_FRAGMENT_H

#include "parsed/tree.h"

/* The words of a short text (a headline, a name): entities resolved (twice, where they were
 * escaped twice), tags taken out, white space squeezed. Borrows where nothing changes. */
ng_slice ngi_fragment_text(ngi_arena *arena, ng_slice source);

/* The same of markup that is known to be escaped once at most: what it escapes is text. */
ng_slice ngi_fragment_text_once(ngi_arena *arena, ng_slice source);

/* The character of the entity at s[at] ('&') and its length in bytes; 0 where it is none that
 * is known. Not XML's only: HTML's names and all numbers. */
uint32_t ngi_entity_at(ng_slice s, size_t at, size_t *length);

/* One block of a longer text. */
typedef struct ngi_fragment {
    ng_slice text;     /* as ngi_fragment_text() */
    size_t begin, end; /* the bytes of the source that it was made of */
    size_t link_bytes; /* how many of them stand in links, between <a> and </a> */
    uint8_t tag;       /* ngi_tag of its block: P, H1 to H6, LI, BLOCKQUOTE, PRE, FIGCAPTION,
                          TD; NGI_TAG_P where no tag tells */
} ngi_fragment;

/* Cuts a text at block-level tags and line breaks: at empty lines only (breaks: false), or
 * at each line's end (true; plain articleBody texts have one or the other). Script, style
 * and tables' captions are left out. False when memory is out. */
bool ngi_fragment_cut(ngi_arena *arena, ng_slice source, bool breaks, ngi_fragment **out,
                      uint32_t *count);

#endif
