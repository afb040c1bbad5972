/* SPDX-License-Identifier: Apache-2.0 */
/* Attributions of one story: what was learned and what rules find, as one list. */
#ifndef NGI_ATTRIBUTIONS_H
#define NGI_ATTRIBUTIONS_H

#include "record/attributions/work.h"

/* A story's fields as words. */
typedef struct ngi_story_words {
    const ngi_story *story;
    const struct ngi_model *model; /* NULL: the one built in */
    ngi_prose prose[NGI_FIELD_COUNT]; /* no tokens: the field is empty */
    ngi_syntax syntax[NGI_FIELD_COUNT];
    uint32_t *bits[NGI_FIELD_COUNT];
    ngi_lexicon lexicon;
    bool tagged; /* syntax is filled */
} ngi_story_words;

/* Headline, description and body, each in text order, without speakers. *drafts runs beside
 * *out. False when memory is out. */
bool ngi_attributions_make(ngi_arena *arena, const ngi_story_words *words, bool fast,
                           ngi_attribution **out, ngi_draft **drafts, uint32_t *count);

/* Takes drafts of the learned model in, joined with those of rules (merge.c). */
void ngi_merge(ngi_work *w, const ngi_attribution *learned, uint32_t count);
/* Sets form, confidence, depth and parent and turns drafts into attributions. */
bool ngi_finish(ngi_work *w, ngi_attribution **out, uint32_t *count);

#endif
