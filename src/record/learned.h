/* SPDX-License-Identifier: Apache-2.0 */
/* What was learned about attributions (models/record.md): sources, cues and contents by
 * linear models over words, shapes, quotations and light syntax. */
#ifndef NGI_LEARNED_H
#define NGI_LEARNED_H

#include "record/prose.h"
#include "record/record.h"

/* Light syntax of a prose: a byte and a head a token. Made once, used by all readers. */
typedef struct ngi_syntax {
    uint8_t *tag;   /* part of speech: ngi_pos_name() */
    uint8_t *label; /* relation to the head, as in Universal Dependencies: ngi_label_name() */
    int32_t *head;  /* token, -1: the root of its sentence, or not parsed */
    struct ngi_lexeme *words; /* the words as numbers: the learned steps' own */
} ngi_syntax;

struct ngi_model; /* learned/model.h */

/* Both readers go by a model's numbers; NULL: those that are built in.
 *
 * Tags every token (Penn Treebank tags) and, unless fast, parses the sentences that need it. */
bool ngi_syntax_make(ngi_arena *arena, const ngi_prose *prose, bool fast,
                     const struct ngi_model *model, ngi_syntax *out);
const char *ngi_pos_name(uint8_t tag);
const char *ngi_label_name(uint8_t label);

/* Attributions of English prose, in text order: source, cue, content, confidence and form are
 * set; speaker, stance, depth, parent and `in` are not. False when memory is out. */
bool ngi_attributions_learned(ngi_arena *arena, const ngi_prose *prose, const ngi_syntax *syntax,
                              bool fast, const struct ngi_model *model, ngi_attribution **out,
                              uint32_t *count);

#endif
