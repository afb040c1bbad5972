/* SPDX-License-Identifier: Apache-2.0 */
/* What a record costs: who said what, names, dates, figures and relations of the same pages,
 * beside their reading alone.
 *
 *   bench-record [-r ROUNDS] [-n PAGES] [DIR]
 *
 * Only pages with a story in English count: other languages have rules alone, which are faster.
 * The ways take turns, and of each page the least CPU time of a way counts, as in bench-nutgraf.
 * Tokens are those of the record itself: words, marks, clitics. Then one text as it is, its
 * length doubled, and doubled again: linear work takes twice the time. */
#include "../pages.h"
#include "record/prose.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { GENERATED = 60, TEXT_BYTES = 1 << 20 };

static const struct way {
    const char *name;
    uint32_t with;
    bool fast;
} ways[] = {
    {"pages alone", 0, false},
    {"with everything", NG_WITH_ALL, false},
    {"with everything, --fast", NG_WITH_ALL, true},
    {"with attributions", NG_WITH_ATTRIBUTIONS, false},
    {"with attributions, --fast", NG_WITH_ATTRIBUTIONS, true},
};
enum { ALONE, ALL, ALL_FAST, WAYS = sizeof(ways) / sizeof(*ways) };

typedef struct bench {
    bench_pages pages;
    size_t *tokens;      /* of a page's stories in English; 0: it does not count */
    double *least[WAYS]; /* CPU seconds of each page */
    char *text;          /* bodies, one behind the other, TEXT_BYTES of them */
    size_t text_size;
    ng_reader *reader;
} bench;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool drop(void *context, const char *bytes, size_t length)
{
    (void)context, (void)bytes, (void)length;
    return true;
}

/* Reads one page in one way and writes its row; CPU seconds, or -1. */
static double read_one(bench *b, ng_slice page, const struct way *way, ng_kind kind)
{
    ng_read_options options = NG_READ_OPTIONS;
    ng_write_options form = NG_WRITE_OPTIONS;
    ng_document *document;
    options.with = way->with;
    options.fast = way->fast;
    options.kind = kind;
    options.max_milliseconds = 600000;
    double start = seconds();
    if (ng_reader_read_page(b->reader, page, &options, &document, NULL) != NG_OK)
        return -1;
    bool good = ng_document_write(document, &form, drop, NULL, NULL) == NG_OK;
    ng_document_free(document);
    return good ? seconds() - start : -1;
}

/* ---- what there is to read ---- */

static size_t count_tokens(ng_slice text)
{
    ngi_arena arena;
    ngi_prose prose;
    ngi_arena_init(&arena, 0);
    size_t count = ngi_prose_make(&arena, text, NGI_LIT("en"), &prose) ? prose.token_count : 0;
    ngi_arena_free(&arena);
    return count;
}

/* Adds a body to the long text, between lines of its own. */
static void keep_text(bench *b, ng_slice body)
{
    for (size_t i = 0; i < body.len && b->text_size < TEXT_BYTES; i++)
        b->text[b->text_size++] = body.ptr[i];
    for (int i = 0; i < 2 && b->text_size < TEXT_BYTES; i++)
        b->text[b->text_size++] = '\n';
}

static void count_page(bench *b, size_t page)
{
    static const ng_story_field fields[] = {NG_STORY_HEADLINE, NG_STORY_DESCRIPTION, NG_STORY_BODY};
    ng_document *document;
    ng_slice bytes = {b->pages.list[page].bytes, b->pages.list[page].size};
    if (ng_reader_read_page(b->reader, bytes, NULL, &document, NULL) != NG_OK)
        return;
    for (size_t s = 0; s < ng_document_story_count(document); s++) {
        ng_slice language = ng_document_story(document, s, NG_STORY_LANGUAGE);
        if (language.len < 2 || memcmp(language.ptr, "en", 2) != 0)
            continue;
        for (size_t f = 0; f < 3; f++)
            b->tokens[page] += count_tokens(ng_document_story(document, s, fields[f]));
        keep_text(b, ng_document_story(document, s, NG_STORY_BODY));
    }
    ng_document_free(document);
}

/* Repeats the text until it has its length, and ends it before a character cut in two. */
static void fill_text(bench *b)
{
    size_t have = b->text_size;
    while (have > 0 && b->text_size < TEXT_BYTES) {
        b->text[b->text_size] = b->text[b->text_size - have];
        b->text_size++;
    }
}

static bool prepare(bench *b, const char *folder, size_t generated)
{
    bool good = folder != NULL ? bench_pages_load(&b->pages, folder, (size_t)1 << 30)
                               : bench_pages_generate(&b->pages, generated);
    b->tokens = calloc(b->pages.count + 1, sizeof(*b->tokens));
    b->text = malloc(TEXT_BYTES);
    for (int way = 0; way < WAYS; way++) {
        b->least[way] = calloc(b->pages.count + 1, sizeof(double));
        good = good && b->least[way] != NULL;
    }
    if (!good || b->tokens == NULL || b->text == NULL || ng_reader_new(&b->reader, NULL) != NG_OK)
        return false;
    for (size_t i = 0; i < b->pages.count; i++)
        count_page(b, i);
    fill_text(b);
    return true;
}

/* ---- measuring ---- */

static bool measure(bench *b, int rounds)
{
    for (int round = 0; round < rounds; round++)
        for (int way = 0; way < WAYS; way++)
            for (size_t i = 0; i < b->pages.count; i++) {
                ng_slice page = {b->pages.list[i].bytes, b->pages.list[i].size};
                if (b->tokens[i] == 0)
                    continue;
                double took = read_one(b, page, &ways[way], NG_KIND_AUTO);
                if (took < 0)
                    return false;
                if (b->least[way][i] == 0 || took < b->least[way][i])
                    b->least[way][i] = took;
            }
    return true;
}

static void report_pages(const bench *b)
{
    size_t pages = 0, tokens = 0;
    double sum[WAYS] = {0};
    for (size_t i = 0; i < b->pages.count; i++) {
        pages += b->tokens[i] > 0;
        tokens += b->tokens[i];
        for (int way = 0; way < WAYS; way++)
            sum[way] += b->least[way][i];
    }
    printf("\nthe record of %zu pages in English, %zu tokens\n\n", pages, tokens);
    printf("%-26s %10s %10s %10s\n", "", "ms a page", "tokens/s", "ratio");
    for (int way = 0; way < WAYS && pages > 0; way++) {
        double own = sum[way] - sum[ALONE];
        printf("%-26s %10.3f ", ways[way].name, sum[way] * 1e3 / (double)pages);
        if (way == ALONE || own <= 0)
            printf("%10s %10.2f\n", "", sum[way] / sum[ALONE]);
        else
            printf("%10.0f %10.2f\n", (double)tokens / own, sum[way] / sum[ALONE]);
    }
    printf("\ntokens/s: of the record alone, reading taken off; ratio: CPU time over that of reading\n");
}

/* A text of half, of a quarter of the bytes beside the whole. */
static bool report_growth(bench *b, int rounds)
{
    for (int way = ALL; way <= ALL_FAST; way++) {
        double least[3] = {0};
        for (int round = 0; round < rounds; round++)
            for (int part = 0; part < 3; part++) {
                ng_slice text = {b->text, b->text_size >> (2 - part)};
                double took = read_one(b, text, &ways[way], NG_KIND_PLAIN);
                if (took < 0)
                    return false;
                if (least[part] == 0 || took < least[part])
                    least[part] = took;
            }
        printf("text doubled, twice: %.2f and %.2f times the time (%s, %zu bytes)\n",
               least[1] / least[0], least[2] / least[1], ways[way].name, b->text_size);
    }
    return true;
}

static void release(bench *b)
{
    for (int way = 0; way < WAYS; way++)
        free(b->least[way]);
    free(b->tokens);
    free(b->text);
    ng_reader_free(b->reader);
    bench_pages_free(&b->pages);
}

int main(int argc, char **argv)
{
    int rounds = 5;
    size_t generated = GENERATED;
    for (int option; (option = getopt(argc, argv, "r:n:")) != -1;) {
        if (option == 'r' && strtol(optarg, NULL, 10) > 0) {
            rounds = (int)strtol(optarg, NULL, 10);
        } else if (option == 'n' && strtol(optarg, NULL, 10) > 0) {
            generated = (size_t)strtol(optarg, NULL, 10);
        } else {
            fprintf(stderr, "use: bench-record [-r ROUNDS] [-n PAGES] [DIR]\n");
            return 2;
        }
    }
    bench b = {0};
    bool good = prepare(&b, optind < argc ? argv[optind] : NULL, generated) && measure(&b, rounds);
    if (good)
        report_pages(&b);
    good = good && report_growth(&b, rounds);
    release(&b);
    return good ? 0 : 1;
}
