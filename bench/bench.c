/* SPDX-License-Identifier: Apache-2.0 */
/* How fast pages become JSON lines, beside lexbor's bare parse of the same pages.
 *
 *   bench-nutgraf [-r ROUNDS] [-n PAGES] [-w DIR] [DIR]
 *
 * All pages are in memory before the clock starts, JSON lines are counted and dropped. The ways
 * of reading take turns, round after round, and of each page the least CPU time that a way took
 * counts: what another process takes away, of the caches most of all, comes and goes within a
 * round. Two threads are compared with one by whole rounds, the least of them; their speed-up is
 * in wall time and needs an idle machine. So does what evidence costs by the clock: the page's
 * hash is worked out beside its reading. The bare parse is what a user of lexbor
 * would write: one parser, a document a page, no walk over the tree. */
#include "nutgraf.h"
#include "pages.h"

#include <lexbor/html/html.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { GENERATED = 200 };
static const size_t most_bytes = (size_t)1 << 30;

typedef struct tally {
    double cpu_seconds, wall_seconds; /* of the best round */
    double *least, *least_wall;       /* of each page: CPU seconds, seconds; NULL: not taken */
    size_t failed, written;           /* pages without a row; bytes of JSON */
} tally;

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

typedef struct moment {
    double cpu, wall;
} moment;

static moment now(void)
{
    return (moment){seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC)};
}

/* Keeps what page `i` took since `start` where it is the least so far; all threads of the process
 * count: the page's hash is worked out by another one. */
static void keep_least(const tally *t, size_t i, moment start)
{
    moment end = now();
    if (t->least != NULL && (t->least[i] == 0 || end.cpu - start.cpu < t->least[i]))
        t->least[i] = end.cpu - start.cpu;
    if (t->least_wall != NULL &&
        (t->least_wall[i] == 0 || end.wall - start.wall < t->least_wall[i]))
        t->least_wall[i] = end.wall - start.wall;
}

/* ---- lexbor alone ---- */

static bool parse_bare(const bench_pages *pages, tally *out)
{
    lxb_html_parser_t *parser = lxb_html_parser_create();
    if (parser == NULL || lxb_html_parser_init(parser) != LXB_STATUS_OK)
        return false;
    for (size_t i = 0; i < pages->count; i++) {
        const bench_page *page = &pages->list[i];
        moment start = now();
        lxb_html_document_t *document =
            lxb_html_parse(parser, (const lxb_char_t *)page->bytes, page->size);
        out->failed += document == NULL;
        lxb_html_document_destroy(document);
        keep_least(out, i, start);
    }
    lxb_html_parser_destroy(parser);
    return true;
}

/* ---- nutgraf ---- */

typedef struct work {
    const bench_pages *pages;
    bool evidence;
    const tally *out;
    atomic_size_t next; /* page to read next: threads share it */
    atomic_size_t failed, written;
} work;

static bool count_bytes(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

static void *read_pages(void *argument)
{
    work *w = argument;
    ng_reader *reader;
    ng_read_options options = NG_READ_OPTIONS;
    ng_write_options form = NG_WRITE_OPTIONS;
    size_t written = 0, failed = 0;
    options.evidence = w->evidence;
    if (ng_reader_new(&reader, NULL) != NG_OK)
        return NULL;
    for (size_t i; (i = atomic_fetch_add(&w->next, 1)) < w->pages->count;) {
        ng_slice page = {w->pages->list[i].bytes, w->pages->list[i].size};
        ng_document *document;
        moment start = now();
        if (ng_reader_read_page(reader, page, &options, &document, NULL) != NG_OK ||
            ng_document_write(document, &form, count_bytes, &written, NULL) != NG_OK)
            failed++;
        ng_document_free(document);
        keep_least(w->out, i, start);
    }
    ng_reader_free(reader);
    atomic_fetch_add(&w->written, written);
    atomic_fetch_add(&w->failed, failed);
    return NULL;
}

static bool read_with_threads(const bench_pages *pages, bool evidence, int threads, tally *out)
{
    work w = {.pages = pages, .evidence = evidence, .out = out};
    pthread_t others[16];
    int started = 0;
    while (started < threads - 1 && pthread_create(&others[started], NULL, read_pages, &w) == 0)
        started++;
    read_pages(&w);
    for (int i = 0; i < started; i++)
        pthread_join(others[i], NULL);
    out->failed = w.failed;
    out->written = w.written;
    return started == threads - 1 && w.next >= pages->count;
}

/* ---- the ways, taking turns ---- */

static bool bare(const bench_pages *pages, tally *out)
{
    return parse_bare(pages, out);
}
static bool plain(const bench_pages *pages, tally *out)
{
    return read_with_threads(pages, false, 1, out);
}
static bool with_evidence(const bench_pages *pages, tally *out)
{
    return read_with_threads(pages, true, 1, out);
}
static bool two_threads(const bench_pages *pages, tally *out)
{
    return read_with_threads(pages, false, 2, out);
}

static const struct {
    const char *name;
    bool (*run)(const bench_pages *pages, tally *out);
} ways[] = {
    {"lexbor, bare parse", bare},
    {"nutgraf", plain},
    {"nutgraf, evidence", with_evidence},
    {"nutgraf, 2 threads", two_threads},
};
enum { BARE, PLAIN, EVIDENCE, TWO, WAYS };

/* The sum of the least times of all pages. */
static double sum_of(const bench_pages *pages, const double *least)
{
    double sum = 0;
    for (size_t i = 0; i < pages->count; i++)
        sum += least[i];
    return sum;
}

/* How much more evidence takes, in per cent. */
static double more(const bench_pages *pages, const double *evidence, const double *plain)
{
    return (sum_of(pages, evidence) / sum_of(pages, plain) - 1) * 100;
}

static bool measure(const bench_pages *pages, int rounds, tally best[WAYS])
{
    for (int way = 0; way < TWO; way++) {
        best[way] = (tally){.least = calloc(pages->count + 1, sizeof(double)),
                            .least_wall = calloc(pages->count + 1, sizeof(double))};
        if (best[way].least == NULL || best[way].least_wall == NULL)
            return false;
    }
    best[TWO] = (tally){0};
    for (int round = 0; round < rounds; round++) {
        for (int way = 0; way < WAYS; way++) {
            tally took = {.least = best[way].least, .least_wall = best[way].least_wall};
            moment start = now();
            if (!ways[way].run(pages, &took))
                return false;
            moment end = now();
            took.cpu_seconds = end.cpu - start.cpu;
            took.wall_seconds = end.wall - start.wall;
            if (round > 0 && best[way].cpu_seconds < took.cpu_seconds)
                took.cpu_seconds = best[way].cpu_seconds;
            if (round > 0 && best[way].wall_seconds < took.wall_seconds)
                took.wall_seconds = best[way].wall_seconds;
            best[way] = took;
        }
    }
    return true;
}

/* A field of /proc/self/status in kB, 0 where there is none. */
static long memory_kilobytes(const char *field)
{
    char line[256];
    long value = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status != NULL && fgets(line, sizeof line, status) != NULL)
        if (strncmp(line, field, strlen(field)) == 0)
            value = strtol(line + strlen(field), NULL, 10);
    if (status != NULL)
        fclose(status);
    return value;
}

/* What reading takes on top of the pages themselves: the peak from here on. */
static long memory_of_reading(const bench_pages *pages)
{
    tally ignored = {0};
    FILE *reset = fopen("/proc/self/clear_refs", "w"); /* 5: forget the peak so far */
    if (reset != NULL) {
        fputs("5", reset);
        fclose(reset);
    }
    long before = memory_kilobytes("VmRSS:");
    read_with_threads(pages, false, 1, &ignored);
    return memory_kilobytes("VmHWM:") - before;
}

static void report(const bench_pages *pages, const tally best[WAYS], long reading_kilobytes)
{
    double megabytes = (double)pages->total / 1e6;
    printf("%zu pages, %.1f MB, %.0f kB a page\n\n", pages->count, megabytes,
           megabytes * 1e3 / (double)pages->count);
    printf("%-20s %10s %10s %10s %10s\n", "", "ms a page", "pages/s", "MB/s", "ratio");
    double bare_seconds = sum_of(pages, best[BARE].least);
    for (int way = 0; way < TWO; way++) {
        double cpu = sum_of(pages, best[way].least);
        printf("%-20s %10.3f %10.0f %10.0f %10.2f\n", ways[way].name,
               cpu * 1e3 / (double)pages->count, (double)pages->count / cpu, megabytes / cpu,
               cpu / bare_seconds);
    }
    printf("\nper second of CPU time; ratio: CPU time over that of the bare parse\n");
    printf("evidence costs      %+.1f %% of CPU time, %+.1f %% of the clock's\n",
           more(pages, best[EVIDENCE].least, best[PLAIN].least),
           more(pages, best[EVIDENCE].least_wall, best[PLAIN].least_wall));
    printf("two threads         %.2f times the CPU time of one, %.2f times as fast\n",
           best[TWO].cpu_seconds / best[PLAIN].cpu_seconds,
           best[PLAIN].wall_seconds / best[TWO].wall_seconds);
    printf("memory of reading   %.1f MB at its peak, beside the pages\n",
           (double)reading_kilobytes / 1024);
    printf("JSON lines          %.1f MB; %zu pages gave none\n", (double)best[PLAIN].written / 1e6,
           best[PLAIN].failed);
}

int main(int argc, char **argv)
{
    int rounds = 12;
    size_t generated = GENERATED;
    const char *write_to = NULL;
    for (int option; (option = getopt(argc, argv, "r:n:w:")) != -1;) {
        if (option == 'r' && strtol(optarg, NULL, 10) > 0) {
            rounds = (int)strtol(optarg, NULL, 10);
        } else if (option == 'n' && strtol(optarg, NULL, 10) > 0) {
            generated = (size_t)strtol(optarg, NULL, 10);
        } else if (option == 'w') {
            write_to = optarg;
        } else {
            fprintf(stderr, "use: bench-nutgraf [-r ROUNDS] [-n PAGES] [-w DIR] [DIR]\n");
            return 2;
        }
    }
    bench_pages pages = {0};
    tally best[WAYS];
    bool good = optind < argc ? bench_pages_load(&pages, argv[optind], most_bytes)
                              : bench_pages_generate(&pages, generated);
    if (good && write_to != NULL) {
        good = bench_pages_write(&pages, write_to);
    } else if (good) {
        long reading = memory_of_reading(&pages); /* first: before anything else has grown */
        good = measure(&pages, rounds, best);
        if (good)
            report(&pages, best, reading);
        for (int way = 0; way < TWO; way++) {
            free(best[way].least);
            free(best[way].least_wall);
        }
    }
    bench_pages_free(&pages);
    return good ? 0 : 1;
}
