/* SPDX-License-Identifier: Apache-2.0 */
/* The map: what is put in is found, whatever the order and however much it grew. */
#include "base/map.h"
#include "tests.h"

static void test_words_are_found_again(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_map map;
    ngi_arena_init(&arena, 0);
    ngi_map_init(&map, &arena);
    assert_null(ngi_map_get(&map, NGI_LIT("ferry")));
    for (uint32_t i = 0; i < 5000; i++) {
        char key[16];
        bool is_new = false;
        int len = snprintf(key, sizeof key, "word-%u", i % 2500);
        uint32_t *value =
            ngi_map_put(&map, ngi_arena_copy(&arena, ngi_slice(key, (size_t)len)), &is_new);
        assert_non_null(value);
        assert_int_equal(is_new, i < 2500);
        if (!is_new)
            assert_int_equal(*value, i - 2500);
        *value = i;
    }
    assert_int_equal(map.count, 2500);
    assert_int_equal(*ngi_map_get(&map, NGI_LIT("word-7")), 2507);
    assert_null(ngi_map_get(&map, NGI_LIT("word-2500")));
    assert_null(ngi_map_get(&map, NGI_LIT("")));
    ngi_arena_free(&arena);
}

static void test_a_full_arena_ends_the_growth(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_map map;
    ngi_arena_init(&arena, 200 * 1024);
    ngi_map_init(&map, &arena);
    uint32_t *value = NULL;
    uint32_t put = 0;
    do {
        char key[16];
        int len = snprintf(key, sizeof key, "word-%u", put++);
        value = ngi_map_put(&map, ngi_arena_copy(&arena, ngi_slice(key, (size_t)len)), NULL);
    } while (value != NULL && !arena.failed); /* a failed copy is an empty key */
    assert_true(arena.failed);
    assert_non_null(ngi_map_get(&map, NGI_LIT("word-0"))); /* what was in stays in */
    ngi_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_found_again),
        cmocka_unit_test(test_a_full_arena_ends_the_growth),
    };
    return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}
