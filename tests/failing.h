/* SPDX-License-Identifier: Apache-2.0 */
/* Allocations that fail on request, for tests named test_memory.c: there the linker puts the
 * functions of failing.c before the C library's (meson.build). lexbor's allocations are let
 * through: its version 3.0.1 reads through NULL when a document's first one fails. */
#ifndef NUTGRAF_FAILING_H
#define NUTGRAF_FAILING_H

#include <stdbool.h>

/* From now on `spare` allocations succeed and the next one fails; once alone, or with all that
 * follow it. */
void failing_begin(long spare, bool and_all_that_follow);

/* No more from here. The number of those that failed. */
long failing_end(void);

#endif
