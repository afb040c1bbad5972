/* SPDX-License-Identifier: Apache-2.0 */
/* For tests that go through all golden pages. */
#ifndef NUTGRAF_GOLDEN_H
#define NUTGRAF_GOLDEN_H

#include "base/base.h"

typedef void golden_each(void *context, const char *path);

/* Calls `each` with the path of every page and dump of tests/pages. Their number. */
size_t golden_pages(golden_each *each, void *context);

/* The file's bytes; fails the test where it can't be read. */
ngi_buffer golden_read(const char *path);

#endif
