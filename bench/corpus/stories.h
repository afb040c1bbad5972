/* SPDX-License-Identifier: Apache-2.0 */
/* Makes up stories of which it is known which are copies of one another. */
#ifndef BENCH_STORIES_H
#define BENCH_STORIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bench_story {
    char *row; /* a JSON line; its identifier is "s" and the story's number */
    size_t length;
    uint32_t group, event; /* same number: same copy, same event */
} bench_story;

typedef struct bench_stories {
    bench_story *list;
    size_t count;
} bench_stories;

/* `count` stories of about 400 words, the same ones each time: independent reports of invented
 * events on many sites over a year, two of five of them copies, cut and edited, and a few of
 * sites that repeat a paragraph of their own. */
bool bench_stories_make(bench_stories *stories, size_t count);
void bench_stories_free(bench_stories *stories);

#endif
