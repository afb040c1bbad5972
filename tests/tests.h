/* SPDX-License-Identifier: Apache-2.0 */
/* What every test includes: cmocka with the headers that it needs first, and checks that
 * name the row of a table. */
#ifndef NUTGRAF_TESTS_H
#define NUTGRAF_TESTS_H

#include "nutgraf.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ARRAY_COUNT(a) (sizeof(a) / sizeof *(a))

/* Fails the test with the row's name unless both slices hold the same bytes. */
static inline void expect_slice(const char *name, ng_slice is, ng_slice wanted)
{
    if (is.len != wanted.len || (is.len != 0 && memcmp(is.ptr, wanted.ptr, is.len) != 0))
        fail_msg("%s: is \"%.*s\", wanted \"%.*s\"", name, (int)is.len, is.len ? is.ptr : "",
                 (int)wanted.len, wanted.len ? wanted.ptr : "");
}

/* The same with a NUL-terminated text that is wanted. */
static inline void expect_text(const char *name, ng_slice is, const char *wanted)
{
    expect_slice(name, is, (ng_slice){wanted, strlen(wanted)});
}

static inline void expect_int(const char *name, int64_t is, int64_t wanted)
{
    if (is != wanted)
        fail_msg("%s: is %" PRId64 ", wanted %" PRId64, name, is, wanted);
}

#endif
