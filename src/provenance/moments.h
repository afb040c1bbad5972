/* SPDX-License-Identifier: Apache-2.0 */
/* When a story was published, as far as its date tells: a date without a time is a day. */
#ifndef NGI_PROVENANCE_MOMENTS_H
#define NGI_PROVENANCE_MOMENTS_H

#include "base/base.h"

#define NGI_NO_MOMENT INT64_MIN /* of *first: no date is known */

/* Seconds since 1970 between which the story came out, by its date or else the day that its
 * address names. *first is INT64_MIN where neither is a real day. */
void ngi_moments_of(ng_slice published, ng_slice url, int64_t *first, int64_t *last);

#endif
