/* SPDX-License-Identifier: Apache-2.0 */
/* The table of shingles against a plain list, while it grows and shrinks. */
#include "provenance/postings.h"

#include "tests.h"

#include <stdlib.h>

enum { STORIES = 4000, EACH = 12 };

static uint32_t hash_of(uint32_t story, uint32_t k)
{
    uint32_t h = (story % 97 == 0 ? 5 : story) * 2654435761u + k * 40503u; /* some share theirs */
    return (h ^ h >> 13) * 8; /* as sampled ones: divisible */
}

static uint32_t found(const ngi_postings *p, uint32_t hash, uint32_t story)
{
    const ngi_bucket *b = ngi_postings_of(p, hash);
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->count; i++)
        n += b->items[i].hash == hash && b->items[i].story == story;
    return n;
}

static void test_grows_and_shrinks(void **state)
{
    (void)state;
    ngi_postings p;
    assert_true(ngi_postings_init(&p));
    for (uint32_t s = 0; s < STORIES; s++)
        for (uint32_t k = 0; k < EACH; k++)
            assert_true(ngi_postings_add(&p, hash_of(s, k), s));
    assert_int_equal(p.items, STORIES * EACH);
    for (uint32_t s = 0; s < STORIES; s += 2)
        for (uint32_t k = 0; k < EACH; k++)
            ngi_postings_remove(&p, hash_of(s, k), s);
    ngi_postings_remove(&p, 12345, 1); /* not there */
    assert_int_equal(p.items, STORIES * EACH / 2);
    for (uint32_t s = 0; s < STORIES; s++)
        for (uint32_t k = 0; k < EACH; k++)
            expect_int("posting", found(&p, hash_of(s, k), s) != 0, s % 2);
    ngi_postings_free(&p);
}

/* One hash for all: its bucket grows, and nothing else suffers. */
static void test_one_hash(void **state)
{
    (void)state;
    ngi_postings p;
    assert_true(ngi_postings_init(&p));
    for (uint32_t s = 0; s < 50000; s++)
        assert_true(ngi_postings_add(&p, 64, s));
    assert_true(ngi_postings_add(&p, 72, 7));
    assert_int_equal(found(&p, 72, 7), 1);
    assert_int_equal(found(&p, 64, 49999), 1);
    ngi_postings_free(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_grows_and_shrinks),
                                       cmocka_unit_test(test_one_hash)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
