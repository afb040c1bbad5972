/* SPDX-License-Identifier: Apache-2.0 */
/* See failing.h. */
#include "failing.h"

#include <stddef.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__real_lexbor_malloc(size_t size);
void *__real_lexbor_calloc(size_t count, size_t size);
void *__real_lexbor_realloc(void *old, size_t size);
void *__wrap_lexbor_malloc(size_t size);
void *__wrap_lexbor_calloc(size_t count, size_t size);
void *__wrap_lexbor_realloc(void *old, size_t size);

static bool in_lexbor;
static long left = -1;  /* allocations until one fails; below 0: none does */
static bool all_follow; /* those after it fail too */
static long failures;   /* how many did */

void failing_begin(long spare, bool and_all_that_follow)
{
    left = spare;
    all_follow = and_all_that_follow;
    failures = 0;
}

long failing_end(void)
{
    left = -1;
    return failures;
}

static bool fails_now(void)
{
    if (left < 0 || in_lexbor)
        return false;
    if (left > 0) {
        left--;
        return false;
    }
    if (!all_follow)
        left = -1;
    failures++;
    return true;
}

void *__wrap_malloc(size_t size)
{
    return fails_now() ? NULL : __real_malloc(size);
}
void *__wrap_calloc(size_t count, size_t size)
{
    return fails_now() ? NULL : __real_calloc(count, size);
}
void *__wrap_realloc(void *old, size_t size)
{
    return fails_now() ? NULL : __real_realloc(old, size);
}

void *__wrap_lexbor_malloc(size_t size)
{
    in_lexbor = true;
    void *p = __real_lexbor_malloc(size);
    in_lexbor = false;
    return p;
}
void *__wrap_lexbor_calloc(size_t count, size_t size)
{
    in_lexbor = true;
    void *p = __real_lexbor_calloc(count, size);
    in_lexbor = false;
    return p;
}
void *__wrap_lexbor_realloc(void *old, size_t size)
{
    in_lexbor = true;
    void *p = __real_lexbor_realloc(old, size);
    in_lexbor = false;
    return p;
}
