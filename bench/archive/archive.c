/* SPDX-License-Identifier: Apache-2.0 */
/* How fast a web archive becomes JSON lines, beside what has to be done at least.
 *
 *   bench-archive [-r ROUNDS] [-n PAGES] [DIR]
 *
 * Builds a gzip WARC of PAGES records from the pages of a folder, again and again from its
 * beginning, a member a record as crawlers write them. Then, round after round, each way in a
 * process of its own, whose time and peak memory are the system's word:
 *   - unzipping with libdeflate and parsing with bare lexbor, where all members are known
 *     beforehand, with one thread and two; and ng_run() with as many, rows dropped;
 *   - unzipping with zlib, and ng_run() with a filter that no record passes: walking.
 * Of the rounds the least times count. On a machine that is busy the processor's time tells
 * more than the clock. */
#include "nutgraf.h"
#include "../pages.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <lexbor/html/html.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

enum { GENERATED = 200, LARGEST = 64 << 20 };

typedef struct archive {
    char path[64];
    uint64_t *members; /* where they begin, and the end */
    size_t count;
    uint64_t packed, unpacked;
} archive;

/* ---- building ---- */

static char *make_record(const bench_page *page, size_t number, size_t *length)
{
    static const char http[] = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    char *out = malloc(page->size + 1024);
    if (out == NULL)
        return NULL;
    int head = snprintf(out, 1024,
                        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%zu>\r\n"
                        "WARC-Date: 2026-03-04T05:06:07Z\r\nWARC-Target-URI: "
                        "https://daily.example/%zu\r\nContent-Type: application/http; "
                        "msgtype=response\r\nContent-Length: %zu\r\n\r\n%s",
                        number, number, sizeof http - 1 + page->size, http);
    memcpy(out + head, page->bytes, page->size);
    memcpy(out + head + page->size, "\r\n\r\n", 4);
    *length = (size_t)head + page->size + 4;
    return out;
}

static bool add_member(archive *a, FILE *file, struct libdeflate_compressor *z, const char *record,
                       size_t length)
{
    size_t room = libdeflate_gzip_compress_bound(z, length);
    char *out = malloc(room);
    size_t made = out == NULL ? 0 : libdeflate_gzip_compress(z, record, length, out, room);
    bool good = made != 0 && fwrite(out, 1, made, file) == made;
    free(out);
    a->members[a->count++] = a->packed;
    a->packed += made;
    a->unpacked += length;
    return good;
}

static bool build(archive *a, const bench_pages *pages, size_t count)
{
    struct libdeflate_compressor *z = libdeflate_alloc_compressor(6);
    snprintf(a->path, sizeof a->path, "bench-archive-%ld.warc.gz", (long)getpid());
    FILE *file = fopen(a->path, "wb");
    a->members = malloc((count + 1) * sizeof *a->members);
    bool good = z != NULL && file != NULL && a->members != NULL;
    for (size_t i = 0; good && i < count; i++) {
        size_t length = 0;
        char *record = make_record(&pages->list[i % pages->count], i, &length);
        good = record != NULL && add_member(a, file, z, record, length);
        free(record);
    }
    if (good)
        a->members[count] = a->packed;
    if (file != NULL && fclose(file) != 0)
        good = false;
    libdeflate_free_compressor(z);
    if (!good)
        fprintf(stderr, "bench: the archive can't be written here\n");
    return good;
}

/* ---- the least that has to be done ---- */

typedef struct bare_work {
    const archive *a;
    const char *bytes;
    atomic_size_t next, failed;
} bare_work;

static void *parse_members(void *context)
{
    bare_work *w = context;
    struct libdeflate_decompressor *z = libdeflate_alloc_decompressor();
    lxb_html_parser_t *parser = lxb_html_parser_create();
    char *out = malloc(LARGEST);
    if (out == NULL || lxb_html_parser_init(parser) != LXB_STATUS_OK)
        exit(1);
    for (size_t i; (i = atomic_fetch_add(&w->next, 1)) < w->a->count;) {
        size_t made = 0;
        uint64_t from = w->a->members[i], to = w->a->members[i + 1];
        if (libdeflate_gzip_decompress(z, w->bytes + from, to - from, out, LARGEST, &made) != 0) {
            atomic_fetch_add(&w->failed, 1);
            continue;
        }
        const char *body = out;
        for (int heads = 0; heads < 2; heads++)
            body = (const char *)memmem(body, made - (size_t)(body - out), "\r\n\r\n", 4) + 4;
        lxb_html_document_t *document = lxb_html_parse(parser, (const lxb_char_t *)body,
                                                       made - (size_t)(body - out) - 4);
        lxb_html_document_destroy(document);
    }
    free(out);
    lxb_html_parser_destroy(parser);
    libdeflate_free_decompressor(z);
    return NULL;
}

static bool bare(const archive *a, int threads)
{
    int fd = open(a->path, O_RDONLY);
    void *bytes = mmap(NULL, a->packed, PROT_READ, MAP_PRIVATE, fd, 0);
    bare_work w = {.a = a, .bytes = bytes};
    pthread_t other;
    if (bytes == MAP_FAILED)
        return false;
    if (threads == 2 && pthread_create(&other, NULL, parse_members, &w) != 0)
        return false;
    parse_members(&w);
    if (threads == 2)
        pthread_join(other, NULL);
    return w.failed == 0;
}

static bool bare_one(const archive *a)
{
    return bare(a, 1);
}
static bool bare_two(const archive *a)
{
    return bare(a, 2);
}

static bool unzip(const archive *a)
{
    static char out[256 << 10];
    gzFile file = gzopen(a->path, "rb");
    uint64_t sum = 0;
    int got = 0;
    if (file == NULL || gzbuffer(file, 256 << 10) != 0)
        return false;
    while ((got = gzread(file, out, sizeof out)) > 0)
        sum += (uint64_t)got;
    return gzclose(file) == Z_OK && sum == a->unpacked;
}

/* ---- nutgraf ---- */

typedef struct taking {
    const char *path;
    bool given;
    size_t rows;
} taking;

static bool give(void *context, ng_input *out)
{
    taking *t = context;
    bool more = !t->given;
    t->given = true;
    out->path = t->path;
    return more;
}

static bool take(void *context, const ng_input *input, const ng_error *failure, const char *bytes,
                 size_t length)
{
    (void)input, (void)bytes;
    ((taking *)context)->rows += failure == NULL && length > 0;
    return true;
}

static bool run(const archive *a, uint32_t threads, bool walk)
{
    taking t = {.path = a->path};
    ng_run_options options = NG_RUN_OPTIONS;
    ng_error error;
    options.threads = threads;
    if (walk)
        options.filter.to = (ng_slice){"1900", 4};
    return ng_run(&options, give, take, &t, &error) == NG_OK && t.rows == (walk ? 0 : a->count);
}

static bool read_one(const archive *a)
{
    return run(a, 1, false);
}
static bool read_two(const archive *a)
{
    return run(a, 2, false);
}
static bool walk(const archive *a)
{
    return run(a, 1, true);
}

/* ---- the ways, taking turns ---- */

static const struct {
    const char *name;
    bool (*run)(const archive *a);
    int beside; /* the way that it is compared with */
} ways[] = {
    {"unzip + lexbor", bare_one, 0},
    {"nutgraf", read_one, 0},
    {"unzip + lexbor, 2 threads", bare_two, 2},
    {"nutgraf, 2 threads", read_two, 2},
    {"unzip with zlib", unzip, 4},
    {"nutgraf, records walked", walk, 4},
};
enum { WAYS = sizeof ways / sizeof *ways };

typedef struct cost {
    double wall, cpu;
    long peak; /* kB */
} cost;

static double now_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds_of(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static bool measure(const archive *a, int way, cost *best)
{
    int status = 0;
    struct rusage used;
    double begin = now_seconds();
    pid_t child = fork();
    if (child == 0)
        _exit(ways[way].run(a) ? 0 : 1);
    if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0) {
        fprintf(stderr, "bench: %s failed\n", ways[way].name);
        return false;
    }
    double wall = now_seconds() - begin;
    double cpu = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
    best->wall = best->wall == 0 || wall < best->wall ? wall : best->wall;
    best->cpu = best->cpu == 0 || cpu < best->cpu ? cpu : best->cpu;
    best->peak = used.ru_maxrss > best->peak ? used.ru_maxrss : best->peak;
    return true;
}

static void report(const archive *a, const cost best[WAYS])
{
    printf("archive of %zu pages, %.1f MB packed, %.1f MB unpacked\n\n", a->count,
           (double)a->packed / 1e6, (double)a->unpacked / 1e6);
    printf("%-26s %9s %9s %9s %9s %9s %9s\n", "", "wall s", "CPU s", "pages/s", "ratio",
           "CPU ratio", "peak MB");
    for (int i = 0; i < WAYS; i++) {
        const cost *c = &best[i], *beside = &best[ways[i].beside];
        printf("%-26s %9.2f %9.2f %9.0f %9.2f %9.2f %9.1f\n", ways[i].name, c->wall, c->cpu,
               (double)a->count / c->wall, c->wall / beside->wall, c->cpu / beside->cpu,
               (double)c->peak / 1024);
    }
    printf("\nratio: to the way above without nutgraf; least of all rounds, peak the most\n");
}

static bool run_all(const archive *a, int rounds)
{
    cost best[WAYS] = {{0, 0, 0}};
    for (int round = 0; round < rounds; round++)
        for (int way = 0; way < WAYS; way++)
            if (!measure(a, way, &best[way]))
                return false;
    report(a, best);
    return true;
}

int main(int argc, char **argv)
{
    int rounds = 3;
    size_t count = 0;
    for (int option; (option = getopt(argc, argv, "r:n:")) != -1;) {
        long value = option != '?' ? strtol(optarg, NULL, 10) : 0;
        if (value <= 0) {
            fprintf(stderr, "use: bench-archive [-r ROUNDS] [-n PAGES] [DIR]\n");
            return 2;
        }
        if (option == 'r')
            rounds = (int)value;
        else
            count = (size_t)value;
    }
    bench_pages pages = {0};
    archive a = {0};
    bool good = optind < argc ? bench_pages_load(&pages, argv[optind], (size_t)1 << 30)
                              : bench_pages_generate(&pages, GENERATED);
    good = good && build(&a, &pages, count != 0 ? count : pages.count);
    bench_pages_free(&pages);
    good = good && run_all(&a, rounds);
    unlink(a.path);
    free(a.members);
    return good ? 0 : 1;
}
