/* SPDX-License-Identifier: Apache-2.0 */
/* What ages.c borrows of the files that read dates: times of day. */
#ifndef NGI_DATES_H
#define NGI_DATES_H

#include "stories/dates/calendar.h"

/* The time behind token i ("today" 14:05, "gestern" um 14.05 Uhr), words and marks between
 * them skipped: sets hour, minute and zone of *moment and returns the token behind it; i
 * where there is none. */
size_t ngi_time_behind(const ngi_tokens *tokens, size_t i, ngi_moment *moment);

#endif
