/* SPDX-License-Identifier: Apache-2.0 */
/* Patterns of words that state a relation, and how they are matched. */
#ifndef NGI_RELATIONS_PATTERNS_H
#define NGI_RELATIONS_PATTERNS_H

#include "record/prose.h"

typedef enum ngi_relation_kind {
    NGI_RELATION_SUBSIDIARY,
    NGI_RELATION_OWNER,
    NGI_RELATION_MEMBER,
    NGI_RELATION_HEAD,
    NGI_RELATION_BASED_IN,
    NGI_RELATION_ALSO_KNOWN_AS,
    NGI_RELATION_SUPPLIER,
    NGI_RELATION_INTERMEDIARY,
    NGI_RELATION_SANCTIONS,
    NGI_RELATION_MET,
    NGI_RELATION_COUNT,
} ngi_relation_kind;

/* Of two names A and B in this order: the words before A, between and after B. Words are parted
 * by spaces: "a|b" either, "?a" may be absent, "*3" up to three words of any kind, "ROLE" who
 * heads something, "DET" an article or possessive; the words between must match whole. */
typedef struct ngi_relation_pattern {
    uint8_t kind;
    bool swapped; /* B is the subject */
    const char *before, *between, *after; /* before and after: "" asks for nothing */
} ngi_relation_pattern;

extern const ngi_relation_pattern ngi_relation_patterns[];
extern const size_t ngi_relation_pattern_count;

/* The kinds that a word hints at, as bits; most words hint at none. */
uint32_t ngi_relation_hint(ng_slice word);

/* Do the tokens [begin, end) match? whole: all of them; else a beginning is enough. */
bool ngi_relation_match(const ngi_prose *prose, uint32_t begin, uint32_t end, const char *pattern,
                        bool whole);

#endif
