/* SPDX-License-Identifier: Apache-2.0 */
/* The dates that a text names, as days: docs/dates-and-figures.md says how each is understood. */
#ifndef NGI_WHEN_H
#define NGI_WHEN_H

#include "record/prose.h"
#include "record/record.h"

/* A field holds more of them only where somebody wants memory to run out. */
enum { NGI_DATES_MOST = 1 << 16 };

/* All dates of `prose`, the field `in`, in text order. base: the story's date in ISO 8601, of
 * which the day counts; empty: what needs it stays without start and end. language: BCP 47;
 * English, German, French and Spanish are read, others give none. False when memory is out. */
bool ngi_dates_find(ngi_arena *arena, const ngi_prose *prose, uint8_t in, ng_slice base,
                    ng_slice language, ngi_when **out, uint32_t *count);

#endif
