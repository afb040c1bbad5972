/* SPDX-License-Identifier: Apache-2.0 */
/* How fast stories are compared, and whether the groups come out as they were made.
 *
 *   bench-corpus [-n STORIES] [-m STORIES]
 *
 * Stories are JSON lines in memory. Compared are a tenth of STORIES (100,000) and all of them;
 * then as many as -m says (1,000,000; 0: left out) are indexed and the times of single further
 * additions and look-ups are taken. CPU time of one thread; the greatest of the times of single
 * steps is in wall time. Exit status 1: groups came out wrong. */
#include "nutgraf.h"
#include "stories.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static ng_corpus *index_all(const bench_stories *s, size_t count)
{
    ng_corpus *corpus;
    if (ng_corpus_new(&corpus, NULL) != NG_OK)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        ng_slice row = {s->list[i].row, s->list[i].length};
        if (ng_corpus_add(corpus, row, (ng_slice){0}, NULL, NULL) != NG_OK) {
            ng_corpus_free(corpus);
            return NULL;
        }
    }
    return corpus;
}

/* ---- the groups ---- */

typedef struct groups {
    char *rows;
    size_t used, room;
} groups;

static bool keep_rows(void *context, const char *bytes, size_t length)
{
    groups *g = context;
    if (g->used + length + 1 > g->room) {
        size_t room = (g->used + length + 1) * 2;
        char *grown = realloc(g->rows, room);
        if (grown == NULL)
            return false;
        g->rows = grown;
        g->room = room;
    }
    memcpy(g->rows + g->used, bytes, length);
    g->used += length;
    g->rows[g->used] = '\0';
    return true;
}

/* The number of the story that `key` names in a row, as "s12". */
static uint32_t number_of(const char *row, const char *key)
{
    const char *at = strstr(row, key);
    return at == NULL ? UINT32_MAX : (uint32_t)strtoul(at + strlen(key) + 1, NULL, 10);
}

typedef struct shares {
    double precision, recall;
} shares;

static int by_both(const void *left, const void *right)
{
    const uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

/* Sum over runs of equal numbers of their pairs. */
static double pairs_of(uint64_t *items, size_t count)
{
    double sum = 0;
    qsort(items, count, sizeof(*items), by_both);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && items[end] == items[i]; end++)
            continue;
        sum += (double)(end - i) * (double)(end - i - 1) / 2;
    }
    return sum;
}

/* Pairs of stories that are in one group, against those that were made so. */
static shares compare(const bench_stories *s, size_t count, char *rows, const char *key, bool event)
{
    uint64_t *found = calloc(count + 1, sizeof(*found)), *made = calloc(count + 1, sizeof(*made));
    uint64_t *both = calloc(count + 1, sizeof(*both));
    size_t n = 0;
    if (found == NULL || made == NULL || both == NULL)
        exit(1);
    for (char *line = rows, *end; n < count && (end = strchr(line, '\n')) != NULL; line = end + 1) {
        *end = '\0';
        uint32_t story = number_of(line, "\"identifier\":\"");
        found[n] = number_of(line, key);
        made[n] = event ? s->list[story].event : s->list[story].group;
        both[n] = found[n] << 32 | made[n];
        n++;
        *end = '\n';
    }
    double b = pairs_of(both, n), f = pairs_of(found, n), m = pairs_of(made, n);
    free(found);
    free(made);
    free(both);
    return (shares){f == 0 ? 1 : b / f, m == 0 ? 1 : b / m};
}

/* ---- the runs ---- */

static bool run(const bench_stories *s, size_t count, double *took)
{
    double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
    groups g = {0};
    ng_corpus *corpus = index_all(s, count);
    if (corpus == NULL)
        return false;
    double added = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
    bool ok = ng_corpus_write(corpus, NG_CORPUS_STORIES, NULL, keep_rows, &g, NULL) == NG_OK;
    *took = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
    double bytes = (double)ng_corpus_bytes(corpus) / (double)count;
    ng_corpus_free(corpus);
    if (ok) {
        shares copies = compare(s, count, g.rows, "\"copyGroup\":\"", false);
        shares events = compare(s, count, g.rows, "\"event\":\"", true);
        printf("group %7zu stories  %8.0f a second (read %.2f s, all %.2f s), %.0f bytes each\n",
               count, (double)count / *took, added, *took, bytes);
        printf("  copies: pairs P %.4f R %.4f; events: pairs P %.4f R %.4f\n", copies.precision,
               copies.recall, events.precision, events.recall);
        ok = copies.precision >= 0.99 && copies.recall >= 0.99;
        if (!ok)
            fprintf(stderr, "bench-corpus: groups came out wrong\n");
    }
    free(g.rows);
    return ok;
}

typedef struct steps {
    double sum, most;
    size_t count;
} steps;

static void note(steps *s, double start)
{
    double took = seconds(CLOCK_MONOTONIC) - start;
    s->sum += took;
    s->most = took > s->most ? took : s->most;
    s->count++;
}

/* Adds and looks up the last stories of all to an index of those before them. */
static bool run_steps(size_t count)
{
    enum { STEPS = 1000 };
    bench_stories s;
    steps adding = {0}, asking = {0};
    if (!bench_stories_make(&s, count + STEPS))
        return false;
    ng_corpus *corpus = index_all(&s, count);
    for (size_t i = count; corpus != NULL && i < s.count; i++) {
        ng_slice row = {s.list[i].row, s.list[i].length};
        ng_near near[16];
        uint32_t found;
        double start = seconds(CLOCK_MONOTONIC);
        if (ng_corpus_near(corpus, row, near, 16, &found, NULL) != NG_OK)
            return false;
        note(&asking, start);
        start = seconds(CLOCK_MONOTONIC);
        if (ng_corpus_add(corpus, row, (ng_slice){0}, NULL, NULL) != NG_OK)
            return false;
        note(&adding, start);
    }
    if (corpus != NULL)
        printf("index of %zu stories: one more in %.3f ms (at most %.2f), its copies in %.3f ms "
               "(at most %.2f), %.0f bytes each besides texts\n",
               count, adding.sum * 1000 / (double)adding.count, adding.most * 1000,
               asking.sum * 1000 / (double)asking.count, asking.most * 1000,
               (double)ng_corpus_bytes(corpus) / (double)ng_corpus_count(corpus));
    bool ok = corpus != NULL;
    ng_corpus_free(corpus);
    bench_stories_free(&s);
    return ok;
}

int main(int argc, char **argv)
{
    size_t count = 100000, index = 1000000;
    for (int c; (c = getopt(argc, argv, "n:m:")) != -1;) {
        if (c == 'n')
            count = strtoul(optarg, NULL, 10);
        else if (c == 'm')
            index = strtoul(optarg, NULL, 10);
        else
            return 2;
    }
    bench_stories s;
    double tenth = 0, all = 0;
    if (!bench_stories_make(&s, count))
        return 1;
    bool ok = run(&s, count / 10, &tenth) && run(&s, count, &all);
    bench_stories_free(&s);
    if (ok)
        printf("ten times the stories took %.1f times as long\n", all / tenth);
    if (ok && index > 0)
        ok = run_steps(index);
    return ok ? 0 : 1;
}
