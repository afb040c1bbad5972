/* SPDX-License-Identifier: Apache-2.0 */
/* See stories.h. Words are made of syllables and chosen so that the n-th commonest comes about
 * once in n, as in any language; those of an event come more often in its reports. */
#include "stories.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    VOCABULARY = 60000,
    TOPIC = 48, /* words of an event */
    PARAGRAPHS = 9,
    WORDS = 45,  /* of a paragraph */
    REPORTS = 4, /* independent ones of an event, at most */
    SITES = 2000,
    ROW = 16384,
};

typedef struct text {
    uint32_t words[PARAGRAPHS][WORDS];
    uint32_t count[PARAGRAPHS];
    uint32_t paragraphs;
} text;

typedef struct maker {
    uint64_t seed;
    uint32_t topic[TOPIC];
    char row[ROW];
    size_t used;
} maker;

static uint32_t chance(maker *m, uint32_t below)
{
    m->seed = m->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(m->seed >> 33) % below;
}

static uint32_t common_word(maker *m)
{
    double u = chance(m, 1 << 24) / (double)(1 << 24);
    return (uint32_t)(exp(u * log((double)VOCABULARY)) - 1);
}

/* The word of a rank: the commoner the shorter. */
static void put_word(maker *m, uint32_t rank, bool capital)
{
    static const char *const syllables[] = {"ba", "re",  "to",  "lin", "mar", "ke", "sol", "di",
                                            "nu", "per", "van", "so",  "tel", "mi", "gor", "ha"};
    uint32_t rest = rank + 16; /* one syllable for none but the first */
    size_t begin = m->used;
    do {
        const char *s = syllables[rest % 16];
        size_t n = strlen(s);
        if (m->used + n + 8 > ROW)
            return;
        memcpy(m->row + m->used, s, n);
        m->used += n;
        rest /= 16;
    } while (rest > 1);
    if (capital)
        m->row[begin] = (char)(m->row[begin] - 'a' + 'A');
}

static void put(maker *m, const char *s)
{
    size_t n = strlen(s);
    if (m->used + n < ROW) {
        memcpy(m->row + m->used, s, n);
        m->used += n;
    }
}

static void make_topic(maker *m)
{
    for (size_t i = 0; i < TOPIC; i++)
        m->topic[i] = 500 + chance(m, VOCABULARY - 500);
}

static void write_report(maker *m, text *t)
{
    t->paragraphs = PARAGRAPHS;
    for (uint32_t p = 0; p < PARAGRAPHS; p++) {
        t->count[p] = WORDS - chance(m, 10);
        for (uint32_t w = 0; w < t->count[p]; w++)
            t->words[p][w] = chance(m, 5) == 0 ? m->topic[chance(m, TOPIC)] : common_word(m);
    }
}

/* Drops paragraphs, changes words: what a desk does to a story of its agency. */
static void edit(maker *m, text *t)
{
    uint32_t kept = chance(m, 3) == 0 ? 3 + chance(m, PARAGRAPHS - 3) : PARAGRAPHS;
    uint32_t every = chance(m, 3) == 0 ? 9 : 60;
    t->paragraphs = kept;
    for (uint32_t p = 0; p < kept; p++)
        for (uint32_t w = 0; w < t->count[p]; w++)
            if (chance(m, every) == 0)
                t->words[p][w] = common_word(m);
}

/* ---- rows ---- */

static void put_paragraph(maker *m, const uint32_t *words, uint32_t count)
{
    for (uint32_t w = 0; w < count; w++) {
        bool first = w % 15 == 0;
        put(m, w == 0 ? "" : first ? ". " : " ");
        put_word(m, words[w], first || words[w] % 7 == 3);
    }
    put(m, ".");
}

static void put_house(maker *m, uint32_t site)
{
    uint32_t words[30];
    for (uint32_t i = 0; i < 30; i++)
        words[i] = (site * 7919 + i * 104729) % 3000;
    put(m, "\\n\\n");
    put_paragraph(m, words, 30);
}

static bool put_row(maker *m, const text *t, size_t number, uint32_t minute, uint32_t site,
                    bench_story *out)
{
    char head[256];
    m->used = 0;
    snprintf(head, sizeof(head),
             "{\"identifier\":\"s%zu\",\"url\":\"https://site%u.example/%zu\","
             "\"inLanguage\":\"en\",\"datePublished\":\"2025-%02u-%02uT%02u:%02u:00Z\","
             "\"headline\":\"",
             number, site, number, 1 + minute / 40320 % 12, 1 + minute / 1440 % 28,
             minute / 60 % 24, minute % 60);
    put(m, head);
    put_paragraph(m, t->words[0], 8);
    put(m, "\",\"articleBody\":\"");
    for (uint32_t p = 0; p < t->paragraphs; p++) {
        put(m, p == 0 ? "" : "\\n\\n");
        put_paragraph(m, t->words[p], t->count[p]);
    }
    if (site % 10 == 0)
        put_house(m, site);
    put(m, "\"}");
    out->length = m->used;
    out->row = malloc(m->used);
    if (out->row != NULL)
        memcpy(out->row, m->row, m->used);
    return out->row != NULL;
}

/* The reports of an event, each with its copies, until all stories are there. */
static bool make_event(maker *m, bench_stories *s, size_t wanted, uint32_t event, uint32_t *group)
{
    uint32_t begin = chance(m, 12 * 40320 - 4000), reports = 1 + chance(m, REPORTS);
    make_topic(m);
    for (uint32_t r = 0; r < reports && s->count < wanted; r++) {
        text report;
        uint32_t copies = chance(m, 3) == 0 ? 1 + chance(m, 4) : 0;
        write_report(m, &report);
        for (uint32_t c = 0; c <= copies && s->count < wanted; c++) {
            text t = report;
            if (c > 0)
                edit(m, &t);
            bench_story *story = &s->list[s->count];
            *story = (bench_story){.group = *group, .event = event};
            if (!put_row(m, &t, s->count, begin + 60 * c + chance(m, 59) + 600 * (c > 0),
                         chance(m, SITES), story))
                return false;
            s->count++;
        }
        ++*group;
    }
    return true;
}

bool bench_stories_make(bench_stories *stories, size_t count)
{
    maker *m = calloc(1, sizeof(*m));
    uint32_t group = 0;
    *stories = (bench_stories){.list = calloc(count + 1, sizeof(bench_story))};
    bool ok = m != NULL && stories->list != NULL;
    if (ok)
        m->seed = 20250304;
    for (uint32_t event = 0; ok && stories->count < count; event++)
        ok = make_event(m, stories, count, event, &group);
    free(m);
    return ok;
}

void bench_stories_free(bench_stories *stories)
{
    for (size_t i = 0; i < stories->count; i++)
        free(stories->list[i].row);
    free(stories->list);
    *stories = (bench_stories){0};
}
