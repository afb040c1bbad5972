/* SPDX-License-Identifier: Apache-2.0 */
/* The names of a story: people, organizations, places, other things, each once, with all the
 * places where it is mentioned, its other forms and what the story says it is. */
#ifndef NGI_NAMES_H
#define NGI_NAMES_H

#include "record/names/model.h"
#include "record/prose.h"
#include "record/record.h"

/* Finds the names of a story from its fields (an absent one has no tokens), in the order of
 * their first mention; a name's mentions are in text order: headline, description, body.
 * English is assumed. Strings are parts of the fields' texts, but for places
 * that are written in capitals alone, which get small letters. False when memory is out.
 * Linear in the text. */
bool ngi_names_find(ngi_arena *arena, const ngi_prose prose[NGI_FIELD_COUNT], ngi_name **out,
                    uint32_t *count);
/* The same by another model than the library's. */
bool ngi_names_find_by(ngi_arena *arena, const ngi_name_model *model,
                       const ngi_prose prose[NGI_FIELD_COUNT], ngi_name **out, uint32_t *count);

#endif
