/* SPDX-License-Identifier: Apache-2.0 */
/* Finds names of people, organizations, places and other things, sentence by sentence. */
#ifndef NGI_NAMES_TAGGER_H
#define NGI_NAMES_TAGGER_H

#include "record/names/model.h"
#include "record/prose.h"

/* Labels all tokens of `prose` in `labels` (room for token_count): 0 no name, 1 + 2t a name of
 * ngi_name_type t begins, 2 + 2t it goes on. False when memory is out. Linear in the text:
 * very long sentences are taken in pieces. */
bool ngi_names_tag(ngi_arena *arena, const ngi_name_model *model, const ngi_prose *prose,
                   uint8_t *labels);

#endif
