/* SPDX-License-Identifier: Apache-2.0 */
/* Texts made of one thing again and again, made into records with all that can be asked for:
 * twice the text is twice the memory and twice the work. Memory is counted and asserted; time is
 * for people to look at, as a busy machine may fail no test: a loop that runs away is ended by the
 * time that the runner gives a test.
 *
 *   record_test_growth BYTES [ROW]     shows what a row takes, in milliseconds of CPU time */
#include "record/record.h"
#include "tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A record keeps some 250 bytes a token beside its models' work; one character can be a token. */
enum { SMALL_BYTES = 4000, TIMES = 8, LARGE_BYTES = 120000, MOST_A_BYTE = 2500 };

#define PROSE                                                                                      \
    "The mayor of Marlow Ferry, Ilse Brandt, said on Tuesday that 40 boats had sailed, \"and none " \
    "of them will come back,\" according to two people with knowledge of the talks. "

/* "#" in a unit is its number, "@" a letter or two that differ from unit to unit. */
static const struct growth_row {
    const char *name, *unit;
} rows[] = {
    {"prose, one paragraph", PROSE},
    {"prose, many paragraphs", PROSE "\n\n"},
    {"a cue a word", "said "},
    {"cues in capitals", "SAID THAT "},
    {"cues of all kinds", "he said she denied they told us according to it "},
    {"cues without ends", "said that said that "},
    {"cues in headlines", "Minister: "},
    {"quotation marks", "\""},
    {"opening marks", "\xE2\x80\x9C"},
    {"closing marks", "\xE2\x80\x9D"},
    {"marks that nest", "\xE2\x80\x9C\xE2\x80\x98"},
    {"a paragraph of speech each", "\xE2\x80\x9CWe carry on\n"},
    {"speech of a word", "\"a\" said b "},
    {"apostrophes", "'"},
    {"brackets that open", "("},
    {"nested brackets", "(a [b "},
    {"brackets in pairs", "(a) "},
    {"names", "Ilse Brandt "},
    {"names, all new", "Ilse@ Brandt@ met Omar@ Halloran@. "},
    {"names with commas", "Ilse@ Brandt@, "},
    {"one long name", "Brandt@ "},
    {"names that share a last name", "Ilse@ Brandt and "},
    {"acronyms", "the Port Union (PU@), "},
    {"titles", "Mr. Minister President Dr. "},
    {"named sources", "Ilse@ Brandt@ said so. "},
    {"named once, called by title", "Mayor Ilse@ Brandt@ said so. The mayor said no. He said yes. "},
    {"non-answers of many", "Brandt, Halloran, Moss and Lind did not respond to a request. "},
    {"a long list that declined", "Brandt@, "},
    {"relations", "Ilse Brandt@, head of the Port@ Union, a subsidiary of Moss@ Inc., "},
    {"dates", "on Tuesday, March 3, 2024, "},
    {"dates without marks", "Tuesday March 3 2024 "},
    {"ranges", "from March 3 to April 4 until May 5 "},
    {"figures", "about 140,000 drones and $141 million "},
    {"numbers", "1 "},
    {"numbers in words", "twenty hundred thousand million "},
    {"one number", "1,000,"},
    {"conversions", "2,000 km (1,200 miles) "},
    {"hyphens", "80-"},
    {"letters without spaces", "a"},
    {"Chinese", "\xE4\xB8\xAD\xE6\x96\x87"},
    {"Hindi", "\xE0\xA4\xB9\xE0\xA4\xBF "},
    {"marks of combination", "\xCC\x81"},
    {"control characters", "\x01\x02 \x1B[1m\x7F"},
    {"white space", " "},
    {"lines", "\n"},
    {"dashes", "- "},
    {"full stops", ". "},
    {"initials", "J. K. "},
    {"commas", ", "},
    {"who said", "who said who said "},
    {"addresses", "https://a.example/# "},
};

static ngi_buffer text;

static void make_text(const char *unit, size_t size)
{
    ngi_buffer_clear(&text);
    for (unsigned i = 0; text.len < size; i++)
        for (const char *c = unit; *c != '\0'; c++) {
            if (*c == '#')
                ngi_buffer_format(&text, "%u", i);
            else if (*c == '@')
                ngi_buffer_format(&text, "%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26);
            else
                ngi_buffer_char(&text, *c);
        }
    assert_false(text.failed);
}

static void expect_inside(ngi_extents e)
{
    for (uint32_t i = 0; i < e.count; i++)
        assert_true(e.items[i].begin < e.items[i].end && e.items[i].end <= text.len);
}

static void expect_sound(const ngi_record *r)
{
    for (uint32_t i = 0; i < r->attribution_count; i++) {
        expect_inside(r->attributions[i].source);
        expect_inside(r->attributions[i].cue);
        expect_inside(r->attributions[i].content);
    }
    for (uint32_t i = 0; i < r->name_count; i++)
        for (uint32_t k = 0; k < r->names[i].mention_count; k++)
            assert_true(r->names[i].mentions[k].at.end <= text.len);
    for (uint32_t i = 0; i < r->date_count; i++)
        assert_true(r->dates[i].at.end <= text.len);
    for (uint32_t i = 0; i < r->figure_count; i++)
        assert_true(r->figures[i].at.end <= text.len);
}

/* Makes the record of what stands in `text`; the bytes of memory that it took. */
static size_t make_record(const char *language, bool fast)
{
    ngi_arena arena;
    ngi_record record;
    ngi_story story = {.body = ngi_buffer_slice(&text), .language = ngi_slice_of(language)};
    ngi_arena_init(&arena, 0);
    assert_true(ngi_record_make(&arena, &story, NGI_LIT("2024-05-08T10:00:00Z"), NGI_WITH_ALL, fast, NULL,
                                &record));
    expect_sound(&record);
    size_t used = arena.total;
    ngi_arena_free(&arena);
    return used;
}

static void grow(const char *language, bool fast)
{
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        make_text(rows[i].unit, SMALL_BYTES);
        size_t small = make_record(language, fast);
        make_text(rows[i].unit, (size_t)SMALL_BYTES * TIMES);
        size_t large = make_record(language, fast);
        if (large > small * TIMES * 3 / 2 + (1 << 20) || large > text.len * MOST_A_BYTE)
            fail_msg("%s, %s: %zu bytes of memory, then %zu", rows[i].name, language, small, large);
    }
}

static void test_twice_the_text_is_twice_the_memory(void **state)
{
    (void)state;
    grow("en", false);
    grow("en", true);
}

static void test_in_other_languages_too(void **state)
{
    (void)state;
    grow("de", false);
    grow("fr", false);
    grow("es", false);
    grow("zh", false);
}

/* Where work grew with the square of the text, a test's time would not do. */
static void test_long_texts_end(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        make_text(rows[i].unit, LARGE_BYTES);
        (void)make_record("en", true);
    }
}

/* Without time a record is given up, however long the text: 10 MB in one paragraph. */
static void test_ten_megabytes_in_a_paragraph(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_record record;
    make_text(PROSE, (size_t)10 << 20);
    ngi_story story = {.body = ngi_buffer_slice(&text)};
    ngi_arena_init(&arena, 0);
    arena.deadline = 1; /* has passed */
    assert_false(ngi_record_make(&arena, &story, (ng_slice){0}, NGI_WITH_ALL, false, NULL, &record));
    ngi_arena_free(&arena);
    make_text(PROSE, (size_t)10 << 20);
    (void)make_record("de", false); /* by rules alone: fast enough under sanitizers */
}

static double milliseconds(const char *unit, size_t size, bool fast)
{
    struct timespec from, to;
    make_text(unit, size);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    (void)make_record("en", fast);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    return (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

static int show_times(size_t size, const char *only)
{
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (only != NULL && strcmp(only, rows[i].name) != 0)
            continue;
        double small = milliseconds(rows[i].unit, size, false);
        double large = milliseconds(rows[i].unit, size * TIMES, false);
        printf("%8.1f %8.1f %5.1f  %s\n", small, large, large / (small + 0.1), rows[i].name);
        fflush(stdout);
    }
    ngi_buffer_free(&text);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    ngi_buffer_free(&text);
    return 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_twice_the_text_is_twice_the_memory),
        cmocka_unit_test(test_in_other_languages_too),
        cmocka_unit_test(test_long_texts_end),
        cmocka_unit_test(test_ten_megabytes_in_a_paragraph),
    };
    if (argc < 2)
        return cmocka_run_group_tests(tests, NULL, tear_down);
    return show_times(strtoul(argv[1], NULL, 10), argc > 2 ? argv[2] : NULL);
}
