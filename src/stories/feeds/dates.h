/* SPDX-License-Identifier: Apache-2.0 */
/* The dates of feeds. */
#ifndef NGI_FEED_DATES_H
#define NGI_FEED_DATES_H

#include "base/base.h"

/* A date as a feed writes it, in UTC: "2026-03-03T13:05:00Z"; a date alone stays one. Empty where
 * it is none. */
ng_slice ngi_feed_moment(ngi_arena *arena, ng_slice text);

#endif
