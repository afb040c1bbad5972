/* SPDX-License-Identifier: Apache-2.0 */
/* Direct speech by rules, for languages without a learned model: docs/languages.md. */
#ifndef NGI_QUOTES_H
#define NGI_QUOTES_H

#include "record/prose.h"
#include "record/record.h"

/* A text holds more of them only where somebody wants memory to run out. */
enum { NGI_QUOTES_MOST = 1 << 16 };

/* The quotations of `prose`, in text order. German, French and Spanish ones have source and
 * cue where their sentence tells; of other languages the content alone is set. Speaker,
 * stance, depth, parent and `in` are not set. False when memory is out. Linear in the text. */
bool ngi_quotes_by_rule(ngi_arena *arena, const ngi_prose *prose, ng_slice language,
                        ngi_attribution **out, uint32_t *count);

#endif
