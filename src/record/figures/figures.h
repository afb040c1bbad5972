/* SPDX-License-Identifier: Apache-2.0 */
/* The figures that a text gives: docs/dates-and-figures.md says what counts as one. */
#ifndef NGI_FIGURES_H
#define NGI_FIGURES_H

#include "record/prose.h"
#include "record/record.h"

/* A field holds more of them only where somebody wants memory to run out. */
enum { NGI_FIGURES_MOST = 1 << 16 };

/* All figures of `prose`, the field `in`, in text order. language: BCP 47; English, German,
 * French and Spanish are read, others give none. False when memory is out. */
bool ngi_figures_find(ngi_arena *arena, const ngi_prose *prose, uint8_t in, ng_slice language,
                      ngi_figure **out, uint32_t *count);

#endif
