/* SPDX-License-Identifier: Apache-2.0 */
/* Every parser of this room over the golden pages with less memory than it needs: in an arena
 * whose limit ends within its work, step by step, and with allocations failing. It says that
 * memory was out, or gives what it gives with enough. */
#include "failing.h"
#include "fixture.h"
#include "golden.h"
#include "parsed/fragment.h"
#include "parsed/json.h"
#include "parsed/url.h"
#include "tests.h"

#include "base/utf8.h"

enum { STEPS = 12 };

/* Does a parser's work; false where memory was out. *sum tells what came out. */
typedef bool work(ngi_arena *arena, ng_slice text, size_t *sum);

static bool parse_html(ngi_arena *arena, ng_slice text, size_t *sum)
{
    ngi_tree tree;
    if (ngi_html_parse(fixture_parser, arena, text, NULL, true, &tree, NULL) != NG_OK)
        return false;
    *sum = tree.count;
    for (uint32_t i = 0; i < tree.count; i++)
        *sum += tree.nodes[i].text.len;
    return true;
}

static bool read_json(ngi_arena *arena, ng_slice text, size_t *sum)
{
    ngi_json_text json;
    if (!ngi_json_read(arena, text, true, &json))
        return false;
    *sum = json.count;
    for (uint32_t i = 0; i < json.count; i++)
        *sum += json.roots[i].count;
    return true;
}

static bool cut_fragments(ngi_arena *arena, ng_slice text, size_t *sum)
{
    ngi_fragment *pieces;
    uint32_t count;
    if (!ngi_fragment_cut(arena, text, false, &pieces, &count))
        return false;
    *sum = count;
    for (uint32_t i = 0; i < count; i++)
        *sum += pieces[i].text.len;
    return true;
}

static bool resolve_links(ngi_arena *arena, ng_slice text, size_t *sum)
{
    ng_slice rest = text, word;
    *sum = 0;
    for (int i = 0; i < 200 && ngi_split(&rest, '"', &word); i++)
        *sum += ngi_url_resolve(arena, NGI_LIT("https://daily.example/a/b"), word).len;
    return true;
}

static work *const works[] = {parse_html, read_json, cut_fragments, resolve_links};

static void starve(const char *path, work *each, ng_slice text)
{
    ngi_arena arena;
    size_t wanted = 0, sum = 0;
    ngi_arena_init(&arena, 0);
    assert_true(each(&arena, text, &wanted) && !arena.failed);
    size_t needed = arena.total;
    ngi_arena_free(&arena);
    for (size_t step = 0; step < STEPS; step++) {
        ngi_arena_init(&arena, needed * step / STEPS + text.len % 512 + 1);
        if (each(&arena, text, &sum) && !arena.failed)
            expect_int(path, (int64_t)sum, (int64_t)wanted);
        ngi_arena_free(&arena);
    }
    long failed, n = 0;
    do {
        ngi_arena_init(&arena, 0);
        failing_begin(n++, false);
        bool fine = each(&arena, text, &sum);
        failed = failing_end();
        if (fine && !arena.failed && failed == 0)
            expect_int(path, (int64_t)sum, (int64_t)wanted);
        ngi_arena_free(&arena);
        assert_true(n < 5000);
    } while (failed != 0);
}

static void starve_file(void *context, const char *path)
{
    ngi_arena arena;
    ngi_buffer page = golden_read(path);
    (void)context;
    ngi_arena_init(&arena, 0);
    ng_slice text = ngi_utf8_repair(&arena, ngi_buffer_slice(&page));
    for (size_t i = 0; i < ARRAY_COUNT(works); i++)
        starve(path, works[i], text);
    ngi_arena_free(&arena);
    ngi_buffer_free(&page);
}

static void test_parsers_with_less_memory_than_they_need(void **state)
{
    (void)state;
    assert_true(golden_pages(starve_file, NULL) > 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parsers_with_less_memory_than_they_need),
    };
    return cmocka_run_group_tests_name("memory", tests, fixture_set_up, fixture_tear_down);
}
