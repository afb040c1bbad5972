/* SPDX-License-Identifier: Apache-2.0 */
/* An invented section page for tests: four agency stories, one with a subhead, and eight
 * teasers, set in three kinds of markup. */
#ifndef NUTGRAF_SECTION_PAGE_H
#define NUTGRAF_SECTION_PAGE_H

#include "stories/scene.h"

enum { STORY_COUNT = 4, TEASER_COUNT = 8, MOST_PARAGRAPHS = 6 };

typedef struct section_story {
    const char *headline, *section, *author, *age;
    const char *paragraphs[MOST_PARAGRAPHS]; /* one that begins with '#' is a subhead */
} section_story;

typedef struct section_teaser {
    const char *headline, *section, *age, *date, *url;
} section_teaser;

extern const section_story section_stories[STORY_COUNT];
extern const section_teaser section_teasers[TEASER_COUNT];

typedef enum section_markup {
    MARKUP_ARTICLES, /* article elements, headlines that link */
    MARKUP_DIVS,     /* divs with made-up class words, teasers between the stories */
    MARKUP_TABLES,   /* a table lays the page out, bold headlines */
    MARKUP_COUNT
} section_markup;

/* Writes the page to `out`. */
void section_page_write(section_markup markup, ngi_buffer *out);

/* Reads a whole page; the result lives in the arena. Fails the test where that fails. */
ngi_page section_page_read(ngi_arena *arena, ngi_html_parser *parser, ng_slice html);

/* Writes and reads the page in each markup, and hands it to `check` with the markup's name. */
void section_page_in_each_markup(void (*check)(const char *markup, const ngi_page *page));

#endif
