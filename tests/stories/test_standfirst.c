/* SPDX-License-Identifier: Apache-2.0 */
#include "stories/field_case.h"
#include "tests.h"

#define LEAD "Cracks in two piers of the old bridge force lorries to use the ford until autumn."

static ng_slice description(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->description.text;
}

static const field_case cases[] = {
    {"class says standfirst", PAGE("", "<p class='article__standfirst'>" LEAD "</p>"), LEAD},
    {"reads like the description",
     PAGE("<meta property=og:description content='" LEAD "'>", "<p>" LEAD "</p>"), LEAD},
    {"a description cut short",
     PAGE("<meta name=description content='Cracks in two piers of the old bridge force lorries "
          "...'>",
          "<div>" LEAD "</div>"),
     LEAD},
    {"a second heading", PAGE("", "<h2>" LEAD "</h2>"), LEAD},
    {"metadata alone is none", PAGE("<meta name=description content='" LEAD "'>", ""), ""},
    {"a byline is none", PAGE("", "<p class=byline>By Jo Harrow, Correspondent in Ferrow</p>"), ""},
    {"a date is none", PAGE("", "<p><time>3 May 2026, 14:05 in the afternoon</time></p>"), ""},
    {"a caption is none",
     PAGE("", "<figure><figcaption>The old bridge over the Ferrow, seen from the mill."
              "</figcaption></figure>"),
     ""},
    {"links to share it are none",
     PAGE("", "<p class=lead><a href='/a'>Share on one network</a> <a href='/b'>and on another"
              "</a></p>"),
     ""},
    {"standfirst behind byline and date",
     PAGE("", "<p class=byline>By Jo Harrow</p><p>3 May 2026</p><p class=intro>" LEAD "</p>"), LEAD},
    {"the headline printed again is none",
     PAGE("<meta property=og:title content='Bridge at Ferrow closed for repairs'>",
          "<p class=lead>Bridge at Ferrow closed for repairs</p>"),
     ""},
    {"hidden text is none", PAGE("", "<p class=standfirst hidden>" LEAD "</p>"), ""},
    {"nothing between headline and body", PAGE("", ""), ""},
};

static void test_standfirsts(void **state)
{
    (void)state;
    check_field(cases, ARRAY_COUNT(cases), description);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_standfirsts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
