/* SPDX-License-Identifier: Apache-2.0 */
/* What the fuzz targets share: what must hold, and how long one input may take.
 *
 * The fuzzer's own time limit counts wall-clock time, which on a busy machine is not the
 * input's fault. So CPU time is counted here: WATCH_SECONDS an input (sanitizers make all of
 * it several times slower: four times that). The slowest is named at the end. */
#ifndef FUZZ_WATCH_H
#define FUZZ_WATCH_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifdef __SANITIZE_ADDRESS__
#define WATCH_SECONDS 4.0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCH_SECONDS 4.0
#endif
#endif
#ifndef WATCH_SECONDS
#define WATCH_SECONDS 1.0
#endif

static double watch_slowest, watch_start;
static size_t watch_slowest_size, watch_inputs;

static inline void must(bool holds, const char *what)
{
    if (!holds) {
        fprintf(stderr, "does not hold: %s\n", what);
        abort();
    }
}

static inline double watch_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline void watch_report(void)
{
    fprintf(stderr, "watch: %zu inputs, slowest %.1f ms of CPU time (%zu bytes)\n", watch_inputs,
            watch_slowest * 1e3, watch_slowest_size);
}

static inline void watch_begin(void)
{
    if (watch_inputs++ == 0)
        atexit(watch_report);
    watch_start = watch_seconds();
}

static inline void watch_end(size_t size)
{
    double spent = watch_seconds() - watch_start;
    if (spent > watch_slowest) {
        watch_slowest = spent;
        watch_slowest_size = size;
    }
    must(spent <= WATCH_SECONDS, "an input takes a second of CPU time at most");
}

#endif
