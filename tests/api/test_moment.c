/* SPDX-License-Identifier: Apache-2.0 */
#include "tests.h"

#include "api/api.h"

static const struct {
    const char *name, *text, *wanted; /* wanted "": not a moment */
} cases[] = {
    {"with a zone", "2026-03-04T15:06:07+01:00", "2026-03-04T15:06:07+01:00"},
    {"west of Greenwich", "2026-03-04T15:06:07-04:30", "2026-03-04T15:06:07-04:30"},
    {"Z is UTC", "2026-03-04T15:06:07Z", "2026-03-04T15:06:07+00:00"},
    {"no zone is UTC", "2026-03-04T15:06:07", "2026-03-04T15:06:07+00:00"},
    {"no seconds", "2026-03-04T15:06+02:00", "2026-03-04T15:06:00+02:00"},
    {"a date alone is its midnight", "2026-03-04", "2026-03-04T00:00:00+00:00"},
    {"a space for the T", "2026-03-04 15:06:07 +01:00", "2026-03-04T15:06:07+01:00"},
    {"parts of a second", "2026-03-04T15:06:07.123456Z", "2026-03-04T15:06:07+00:00"},
    {"basic form", "20260304T150607Z", "2026-03-04T15:06:07+00:00"},
    {"a zone without colon", "2026-03-04T15:06:07+0130", "2026-03-04T15:06:07+01:30"},
    {"a zone of hours", "2026-03-04T15:06:07+01", "2026-03-04T15:06:07+01:00"},
    {"a leap second", "2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"},
    {"a leap day", "2024-02-29", "2024-02-29T00:00:00+00:00"},
    {"white space around", " 2026-03-04\n", "2026-03-04T00:00:00+00:00"},
    {"no leap day", "2026-02-29", ""},
    {"no such month", "2026-13-04", ""},
    {"no such hour", "2026-03-04T24:06:07Z", ""},
    {"no such zone", "2026-03-04T15:06:07+25:00", ""},
    {"words", "yesterday", ""},
    {"a year alone", "2026", ""},
    {"something behind it", "2026-03-04x", ""},
    {"half a time", "2026-03-04T15", ""},
    {"empty", "", ""},
    {"the American way", "03/04/2026", ""},
};

static void test_moments_are_normalised(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_arena arena;
        ng_error error;
        ng_slice text = ngi_slice_of(cases[i].text);
        ngi_arena_init(&arena, 0);
        expect_text(cases[i].name, ngi_moment_normal(&arena, text), cases[i].wanted);
        expect_int(cases[i].name, ng_moment_check(text, &error) == NG_OK, *cases[i].wanted != 0);
        ngi_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_moments_are_normalised)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
