/* SPDX-License-Identifier: Apache-2.0 */
/* Relations between names as a text states them: who owns, heads, supplies whom.
 *
 * Patterns over words around two names of one sentence, precise rather than many: what is
 * denied, asked, planned, wished or past is no relation. */
#ifndef NGI_RELATIONS_H
#define NGI_RELATIONS_H

#include "record/prose.h"
#include "record/record.h"

/* Finds relations between `names` (of ngi_names_find() for the same prose) in text order:
 * headline, description, body. It is read "subject is the relation of object"; one of
 *   subsidiary, owner, member, head, supplier, intermediary,
 *   based in, also known as, under sanctions by, met with.
 * Names are given in their fullest form. False when memory is out. Linear in the text. */
bool ngi_relations_find(ngi_arena *arena, const ngi_prose prose[NGI_FIELD_COUNT],
                        const ngi_name *names, uint32_t name_count, ngi_relation **out,
                        uint32_t *count);

#endif
