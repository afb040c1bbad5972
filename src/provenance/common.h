/* SPDX-License-Identifier: Apache-2.0 */
/* Terms that most stories have: in a few stories alone, how rare a term is can't be seen. */
#ifndef NGI_COMMON_H
#define NGI_COMMON_H

#include <stddef.h>
#include <stdint.h>

/* models/terms.c: rising; 24 bits of a term's hash, 8 of its share of stories (255: all). */
extern const uint32_t ngi_common_terms[];
extern const size_t ngi_common_terms_count;

#endif
