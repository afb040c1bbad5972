/* SPDX-License-Identifier: Apache-2.0 */
/* The pass over a window of atoms, for those who want its dates while they have the atoms:
 * the reader of figures leaves out what a date's name has taken (NGI_ATOM_DATED). */
#ifndef NGI_WHEN_DATES_H
#define NGI_WHEN_DATES_H

#include "record/when/reading.h"

/* Atoms [begin, end) are a date. False ends the pass. */
typedef bool ngi_when_found(void *user, const ngi_atoms *atoms, uint32_t begin, uint32_t end,
                            const ngi_days *days);

void ngi_when_begin(ngi_when_reader *reader, ngi_atoms *atoms, ng_slice base);
bool ngi_when_window(ngi_when_reader *reader, ngi_when_found *found, void *user);

#endif
