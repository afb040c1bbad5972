/* SPDX-License-Identifier: Apache-2.0 */
/* Slices, the arena and the buffer, at their edges: empty, full, out of memory. */
#include "base/base.h"
#include "tests.h"

/* ---- errors ---- */

static void test_every_status_has_name_and_text(void **state)
{
    (void)state;
    for (int i = NG_OK; i <= NG_ERR_STOPPED; i++) {
        assert_true(strlen(ng_status_name((ng_status)i)) > 0);
        assert_true(strlen(ng_status_text((ng_status)i)) > 0);
    }
    assert_string_equal(ng_status_name(NG_ERR_LIMIT), "limit");
    assert_string_equal(ng_status_name((ng_status)999), "unknown");
    assert_string_equal(ng_status_text((ng_status)999), "unknown status");
}

static void test_the_version_is_that_of_the_header(void **state)
{
    (void)state;
    char version[32];
    snprintf(version, sizeof version, "%d.%d.%d", NG_VERSION_MAJOR, NG_VERSION_MINOR,
             NG_VERSION_PATCH);
    assert_string_equal(ng_version(), version);
}

static void test_a_failure_is_described_within_its_room(void **state)
{
    (void)state;
    ng_error error;
    char long_name[400];
    memset(long_name, 'x', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    assert_int_equal(ngi_fail(NULL, NG_ERR_IO, 0, "no one asks"), NG_ERR_IO);
    assert_int_equal(ngi_fail(&error, NG_ERR_IO, 7, "%s: gone", "a.html"), NG_ERR_IO);
    assert_int_equal(error.status, NG_ERR_IO);
    assert_int_equal(error.offset_bytes, 7);
    assert_string_equal(error.text, "a.html: gone");
    ngi_fail(&error, NG_ERR_IO, 0, "%s", long_name);
    assert_int_equal(strlen(error.text), sizeof error.text - 1);
}

/* ---- slices ---- */

static const struct {
    const char *name, *text, *what;
    int64_t at, at_nocase; /* -1: not there */
    bool starts, starts_nocase, ends;
} finds[] = {
    {"at the beginning", "Ferry returns", "Ferry", 0, 0, true, true, false},
    {"in another case", "Ferry returns", "FERRY", -1, 0, false, true, false},
    {"at the end", "Ferry returns", "turns", 8, 8, false, false, true},
    {"all of it", "Ferry", "Ferry", 0, 0, true, true, true},
    {"longer than the text", "Fer", "Ferry", -1, -1, false, false, false},
    {"nothing is found everywhere", "Ferry", "", 0, 0, true, true, true},
    {"nothing in nothing", "", "", 0, 0, true, true, true},
    {"something in nothing", "", "a", -1, -1, false, false, false},
    {"letters beyond ASCII keep their case", "\xC3\x84ra", "\xC3\xA4ra", -1, -1, false, false,
     false},
    {"the first of several", "aXbxc", "x", 3, 1, false, false, false},
    {"an almost match before the match", "aaab", "aab", 1, 1, false, false, true},
    {"across sixteen bytes", "The ferry of Brackwater returns", "BRACK", -1, 13, false, false,
     false},
    {"behind sixteen bytes", "The ferry of Brackwater returns", "r returns", 22, 22, false, false,
     true},
    {"at the end of many", "The ferry of Brackwater", "ackWATER", -1, 15, false, false, false},
    {"almost at the end of many", "The ferry of Brackwater", "waters", -1, -1, false, false, false},
    {"one letter in many", "The ferry of Brackwater returns", "B", 13, 13, false, false, false},
    {"signs that differ by a bit", "@@@@@@@@@@@@@@@@@@[a`{A", "`{a", -1, 20, false, false, false},
};

static void test_what_is_in_a_slice_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(finds); i++) {
        ng_slice text = ngi_slice_of(finds[i].text), what = ngi_slice_of(finds[i].what);
        const char *name = finds[i].name;
        expect_int(name, (int64_t)ngi_find(text, what), finds[i].at);
        expect_int(name, (int64_t)ngi_find_nocase(text, what), finds[i].at_nocase);
        expect_int(name, ngi_starts(text, what), finds[i].starts);
        expect_int(name, ngi_starts_nocase(text, what), finds[i].starts_nocase);
        expect_int(name, ngi_ends(text, what), finds[i].ends);
        bool same = text.len == what.len;
        expect_int(name, ngi_equal(text, what), same && finds[i].starts);
        expect_int(name, ngi_equal_nocase(text, what), same && finds[i].starts_nocase);
    }
}

static const struct {
    const char *name, *text;
    size_t begin, end;
    const char *sub, *from;
} cuts[] = {
    {"inside", "abcdef", 2, 4, "cd", "cdef"},
    {"to the end", "abcdef", 2, 6, "cdef", "cdef"},
    {"past the end", "abcdef", 4, 99, "ef", "ef"},
    {"behind the end", "abcdef", 9, 12, "", ""},
    {"the wrong way round", "abcdef", 4, 2, "", "ef"},
    {"nothing", "", 0, 3, "", ""},
};

static void test_cuts_stay_inside(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cuts); i++) {
        ng_slice text = ngi_slice_of(cuts[i].text);
        expect_text(cuts[i].name, ngi_slice_sub(text, cuts[i].begin, cuts[i].end), cuts[i].sub);
        expect_text(cuts[i].name, ngi_slice_from(text, cuts[i].begin), cuts[i].from);
    }
    ng_slice nothing = {NULL, 0};
    assert_null(ngi_slice_from(nothing, 0).ptr);
    assert_null(ngi_slice_sub(nothing, 3, 5).ptr);
    assert_int_equal(ngi_find_char(nothing, 'a'), NGI_NONE);
    assert_int_equal(ngi_find(nothing, NGI_LIT("a")), NGI_NONE);
}

static const struct {
    const char *name, *text, *wanted; /* pieces, each in brackets */
} splits[] = {
    {"three", "a,b,c", "[a][b][c]"},       {"an empty one between", "a,,c", "[a][][c]"},
    {"an empty one first", ",b", "[][b]"}, {"none at the end", "a,", "[a]"},
    {"no separator", "abc", "[abc]"},      {"nothing", "", ""},
    {"separators alone", ",,", "[][]"},
};

static void test_a_list_comes_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(splits); i++) {
        ng_slice rest = ngi_slice_of(splits[i].text), piece;
        ngi_buffer all = {0};
        while (ngi_split(&rest, ',', &piece))
            ngi_buffer_format(&all, "[%.*s]", (int)piece.len, piece.ptr);
        expect_text(splits[i].name, ngi_buffer_slice(&all), splits[i].wanted);
        ngi_buffer_free(&all);
    }
}

static void test_white_space_goes_off_both_ends(void **state)
{
    (void)state;
    expect_text("both ends", ngi_trim(NGI_LIT(" \t\r\n\f\va b \n")), "a b");
    expect_text("only space", ngi_trim(NGI_LIT(" \n ")), "");
    expect_text("nothing", ngi_trim((ng_slice){0}), "");
    expect_text("wide space stays",
                ngi_trim(NGI_LIT("\xC2\xA0"
                                 "a")),
                "\xC2\xA0"
                "a");
}

/* ---- arena ---- */

static void test_memory_is_aligned_and_apart(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    char *last = NULL;
    for (size_t size = 0; size < 3000; size += 7) {
        char *chars = ngi_arena_chars(&arena, 1 + size % 5);
        char *p = ngi_arena_zero(&arena, size, 3);
        assert_non_null(chars);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size * 3; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xAA, size * 3);
        assert_true(p != last);
        last = p;
    }
    assert_non_null(ngi_arena_alloc(&arena, 20, 1 << 20)); /* larger than any step */
    ngi_arena_free(&arena);
    assert_int_equal(arena.total, 0);
    assert_non_null(ngi_arena_chars(&arena, 1)); /* usable again */
    ngi_arena_free(&arena);
}

static void test_a_failed_arena_keeps_failing(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 1 << 20);
    assert_non_null(ngi_arena_alloc(&arena, 1, 100));
    assert_null(ngi_arena_alloc(&arena, 1, 2 << 20));
    assert_true(arena.failed);
    assert_null(ngi_arena_alloc(&arena, 1, 1)); /* there would be room */
    assert_null(ngi_arena_chars(&arena, 1));
    assert_null(ngi_arena_copy(&arena, NGI_LIT("word")).ptr);
    ngi_arena_reset(&arena);
    assert_false(arena.failed);
    assert_non_null(ngi_arena_alloc(&arena, 1, 1));
    ngi_arena_free(&arena);
}

static void test_sizes_that_overflow_fail(void **state)
{
    (void)state;
    const size_t counts[][2] = {
        {SIZE_MAX, 1}, {SIZE_MAX / 2, 3}, {SIZE_MAX, SIZE_MAX}, {2, SIZE_MAX - 8}};
    for (size_t i = 0; i < ARRAY_COUNT(counts); i++) {
        ngi_arena arena;
        ngi_arena_init(&arena, 0);
        assert_null(ngi_arena_zero(&arena, counts[i][0], counts[i][1]));
        assert_true(arena.failed);
        ngi_arena_free(&arena);
    }
}

static void test_the_limit_holds_to_the_byte(void **state)
{
    (void)state;
    for (size_t limit = 256; limit < 500000; limit = limit * 3 / 2) {
        ngi_arena arena;
        ngi_arena_init(&arena, limit);
        while (ngi_arena_alloc(&arena, 1, 40) != NULL)
            assert_true(arena.total <= limit);
        assert_true(arena.failed);
        assert_true(arena.total <= limit);
        assert_true(arena.total >= limit / 2); /* it was made use of */
        ngi_arena_free(&arena);
    }
}

static void test_reset_keeps_a_chunk_of_modest_size(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_arena_reset(&arena); /* of an empty one */
    assert_int_equal(arena.total, 0);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++)
            assert_non_null(ngi_arena_alloc(&arena, 1, 100000));
        assert_non_null(ngi_arena_alloc(&arena, 1, 64 << 20));
        ngi_arena_reset(&arena);
        assert_true(arena.total > 0);
        assert_true(arena.total <= 4 << 20);
    }
    ngi_arena_free(&arena);
}

static void test_arrays_grow_with_what_they_hold(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    uint32_t *numbers = NULL;
    size_t capacity = 0;
    for (uint32_t i = 0; i < 10000; i++) {
        assert_true(ngi_arena_grow(&arena, &numbers, &capacity, i + 1, sizeof *numbers));
        numbers[i] = i;
    }
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(numbers[i], i);
    assert_false(ngi_arena_grow(&arena, &numbers, &capacity, SIZE_MAX / 2, sizeof *numbers));
    assert_int_equal(numbers[9999], 9999); /* what there was is untouched */
    ngi_arena_free(&arena);
}

/* ---- buffer ---- */

static void test_a_buffer_takes_what_it_is_given(void **state)
{
    (void)state;
    ngi_buffer buffer = {0};
    char long_text[1000];
    memset(long_text, 'y', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = '\0';
    NGI_BUFFER_LIT(&buffer, "a\0b");
    ngi_buffer_char(&buffer, '-');
    ngi_buffer_add(&buffer, (ng_slice){0});
    ngi_buffer_format(&buffer, "%d", 42);
    expect_slice("short pieces", ngi_buffer_slice(&buffer), NGI_LIT("a\0b-42"));
    ngi_buffer_format(&buffer, "<%s>", long_text); /* longer than the inner one */
    assert_int_equal(buffer.len, 6 + 2 + 999);
    assert_int_equal(buffer.ptr[buffer.len - 1], '>');
    ngi_buffer_clear(&buffer);
    assert_int_equal(buffer.len, 0);
    assert_true(buffer.capacity > 0);
    ngi_buffer_free(&buffer);
    assert_null(buffer.ptr);
}

static void test_a_buffer_never_passes_its_limit(void **state)
{
    (void)state;
    for (size_t limit = 1; limit < 2000; limit += 37) {
        ngi_buffer buffer = {.limit = limit};
        for (int i = 0; i < 3000; i++)
            ngi_buffer_add(&buffer, NGI_LIT("abc"));
        assert_true(buffer.failed);
        assert_int_equal(buffer.len, limit / 3 * 3);
        ngi_buffer_char(&buffer, 'd'); /* failed is failed */
        assert_int_equal(buffer.len, limit / 3 * 3);
        ngi_buffer_clear(&buffer);
        ngi_buffer_char(&buffer, 'd');
        assert_int_equal(buffer.len, 1);
        ngi_buffer_free(&buffer);
    }
    ngi_buffer buffer = {0};
    assert_false(ngi_buffer_reserve(&buffer, SIZE_MAX / 2));
    assert_true(buffer.failed);
    ngi_buffer_free(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_status_has_name_and_text),
        cmocka_unit_test(test_the_version_is_that_of_the_header),
        cmocka_unit_test(test_a_failure_is_described_within_its_room),
        cmocka_unit_test(test_what_is_in_a_slice_is_found),
        cmocka_unit_test(test_cuts_stay_inside),
        cmocka_unit_test(test_a_list_comes_apart),
        cmocka_unit_test(test_white_space_goes_off_both_ends),
        cmocka_unit_test(test_memory_is_aligned_and_apart),
        cmocka_unit_test(test_a_failed_arena_keeps_failing),
        cmocka_unit_test(test_sizes_that_overflow_fail),
        cmocka_unit_test(test_the_limit_holds_to_the_byte),
        cmocka_unit_test(test_reset_keeps_a_chunk_of_modest_size),
        cmocka_unit_test(test_arrays_grow_with_what_they_hold),
        cmocka_unit_test(test_a_buffer_takes_what_it_is_given),
        cmocka_unit_test(test_a_buffer_never_passes_its_limit),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
