/* SPDX-License-Identifier: Apache-2.0 */
/* The pages that the benchmark reads, all in memory before the clock starts. */
#ifndef BENCH_PAGES_H
#define BENCH_PAGES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct bench_page {
    char *bytes;
    size_t size;
} bench_page;

typedef struct bench_pages {
    bench_page *list;
    size_t count, capacity;
    size_t total; /* bytes of all pages */
} bench_pages;

/* Takes over `bytes`. False when memory is out. */
bool bench_pages_add(bench_pages *pages, char *bytes, size_t size);
/* Reads the files of a folder by name, gzip undone, up to `most` bytes in all. False, with a
 * line on standard error, where the folder cannot be read. */
bool bench_pages_load(bench_pages *pages, const char *folder, size_t most);
void bench_pages_free(bench_pages *pages);

/* Makes up `count` news pages of about 300 kB each, always the same ones (generate.c). */
bool bench_pages_generate(bench_pages *pages, size_t count);
/* Writes them to a folder that is there. */
bool bench_pages_write(const bench_pages *pages, const char *folder);

#endif
