/* SPDX-License-Identifier: Apache-2.0 */
/* Parts of sayings.c, clauses.c and mend.c; see there. */
#ifndef NGI_SAYINGS_H
#define NGI_SAYINGS_H

#include "record/attributions/work.h"

/* A cue in its sentence. */
typedef struct ngi_cue {
    uint32_t low, high; /* the sentence, without its end mark */
    uint32_t verb;
    ngi_stretch at;     /* the verb with auxiliaries, adverbs and particles */
    ngi_stretch source; /* empty: none */
    bool inverted;      /* the source stands behind the verb */
} ngi_cue;

/* What stands behind a cue, once the addressee and remarks on time and place are passed. */
typedef enum ngi_behind {
    NGI_BEHIND_NOTHING, /* the sentence ends */
    NGI_BEHIND_COMMA,
    NGI_BEHIND_THAT,
    NGI_BEHIND_QUOTE,
    NGI_BEHIND_COLON,
    NGI_BEHIND_CLAUSE,
} ngi_behind;

/* Moves *at behind the addressee (told: somebody is addressed) and adjuncts. */
ngi_behind ngi_clause_behind(const ngi_work *w, uint32_t *at, uint32_t high, bool told);
/* Where content that begins at `begin` ends. */
uint32_t ngi_clause_end(const ngi_work *w, uint32_t begin, uint32_t high);
/* The content that ends before `end` (a comma or a closing mark may stand there); false where
 * there is none: only a remark on time or place. */
bool ngi_clause_before(const ngi_work *w, uint32_t low, uint32_t end, ngi_stretch *out);
/* Adds content to a draft, its border commas trimmed. */
void ngi_content_add(const ngi_work *w, ngi_draft *d, uint32_t begin, uint32_t end);
/* The end of a list of sources that closes the sentence, or that of its first. */
uint32_t ngi_sources_end(const ngi_work *w, ngi_stretch first, uint32_t high);
/* The sentence of token i without its end mark, from its first word. */
ngi_stretch ngi_sentence_of(const ngi_work *w, uint32_t sentence);

/* Mends what was learned (mend.c). */
void ngi_mend(ngi_work *w);

/* The part of a sentence that is looked at around a word: all of any real sentence, so that one
 * of a million words takes no longer a word. */
static inline ngi_stretch ngi_window_of(ngi_stretch sentence, uint32_t at)
{
    enum { BEFORE = 150, BEHIND = 300 };
    if (at - sentence.begin > BEFORE)
        sentence.begin = at - BEFORE;
    if (sentence.end - at > BEHIND)
        sentence.end = at + BEHIND;
    return sentence;
}

#endif
