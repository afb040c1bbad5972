/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of tests of one field of a story: a page, and what the field must be. */
#ifndef NUTGRAF_FIELD_CASE_H
#define NUTGRAF_FIELD_CASE_H

#include "stories/scene.h"

typedef struct field_case {
    const char *name, *html;
    const char *wanted; /* "" where the field must be absent */
} field_case;

/* The field as one text: lists joined by " | ". */
typedef ng_slice field_get(ngi_arena *arena, const ngi_story *story);

/* Reads each page as an article whose body is what stands in the element with id="body",
 * at https://www.example.org/news/page.html, on 1 June 2026, and compares. */
void check_field(const field_case *cases, size_t count, field_get *get);

/* A page of a headline, a byline line and a body around `head` (in <head>) and `top`
 * (between headline and body): for tables whose rows differ in a line. */
#define PAGE(head, top)                                                                  \
    "<!doctype html><html lang=en><head>" head "</head><body><h1>Bridge at Ferrow closed " \
    "for repairs</h1>" top "<div id=body><p>The old bridge over the Ferrow was closed on "  \
    "Monday after engineers had found cracks in two of its piers, the town said.</p><p>"   \
    "Repairs will take until the autumn, and lorries have to use the ford.</p></div></body>"

/* JSON-LD around the members of one NewsArticle. */
#define LD(members)                                                                      \
    "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": " \
    "\"NewsArticle\", " members "}</script>"

#endif
