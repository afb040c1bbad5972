/* SPDX-License-Identifier: Apache-2.0 */
/* Stories of a shelf that share most with one. */
#ifndef NGI_NEAR_H
#define NGI_NEAR_H

#include "provenance/shelf.h"

enum { NGI_NEAR_MOST = 32 };

/* Their handles, those that share most shingles first; returns how many. */
uint32_t ngi_near_find(const ngi_shelf *shelf, const ngi_shelved *asking,
                       uint32_t handles[NGI_NEAR_MOST]);

#endif
