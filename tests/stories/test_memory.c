/* SPDX-License-Identifier: Apache-2.0 */
/* Every golden page with less memory than it needs. An arena takes memory in few large pieces,
 * so that failing allocations alone reach few places; here the arena has a limit, raised step
 * by step until the page fits: each step ends at another request. The same for what views
 * write. Nothing may crash, and what comes out of enough memory is the page. */
#include "failing.h"
#include "golden.h"
#include "tests.h"

#include "bytes/bytes.h"
#include "stories/scene.h"
#include "views/views.h"

enum { STEPS = 24 };

typedef struct page_input {
    const char *path;
    ng_slice text;
    const ngi_tree *tree; /* NULL: a dump */
} page_input;

/* Reads the page in `arena`. False where memory was out. */
static bool read_in(ngi_arena *arena, const page_input *in, ngi_page *page)
{
    ngi_scene scene = {.arena = arena,
                       .tree = in->tree,
                       .text = in->text,
                       .comments = true,
                       .url = NGI_LIT("https://www.example.org/news/page.html"),
                       .now = NGI_LIT("2026-06-01T12:00:00+00:00")};
    *page = (ngi_page){0};
    bool fine = in->tree != NULL ? ngi_read_html(&scene, page) : ngi_read_dump(&scene, page);
    return fine && !arena->failed;
}

static ng_slice row_of(ngi_buffer *row, const ngi_page *page)
{
    ng_write_options options = NG_WRITE_OPTIONS;
    ngi_buffer_clear(row);
    ngi_view_jsonl(row, page, &options);
    assert_false(row->failed);
    return ngi_buffer_slice(row);
}

/* Arenas whose limit ends within the page's reading. */
static void read_starved(const page_input *in, size_t needed, ng_slice wanted)
{
    ngi_buffer row = {0};
    for (size_t step = 0; step < STEPS; step++) {
        ngi_arena arena;
        ngi_page page;
        /* By page another remainder, so that the steps fall on other requests. */
        ngi_arena_init(&arena, needed * step / STEPS + in->text.len % 1024 + 1);
        if (read_in(&arena, in, &page))
            expect_slice(in->path, row_of(&row, &page), wanted);
        ngi_arena_free(&arena);
    }
    ngi_buffer_free(&row);
}

/* Each of its few allocations, and buffers beside it, failing in turn. */
static void read_failing(const page_input *in, ng_slice wanted)
{
    ngi_buffer row = {0};
    long failed, n = 0;
    do {
        ngi_arena arena;
        ngi_page page;
        ngi_arena_init(&arena, 0);
        failing_begin(n++, false);
        bool fine = read_in(&arena, in, &page);
        failed = failing_end();
        if (failed == 0) {
            assert_true(fine);
            expect_slice(in->path, row_of(&row, &page), wanted);
        }
        ngi_arena_free(&arena);
        assert_true(n < 10000);
    } while (failed != 0);
    ngi_buffer_free(&row);
}

/* Every form into a buffer that is full before its end. */
static void write_starved(const char *path, const ngi_page *page)
{
    static void (*const views[])(ngi_buffer *, const ngi_page *, const ng_write_options *) = {
        ngi_view_jsonl, ngi_view_text, ngi_view_markdown, ngi_view_html};
    ng_write_options options = NG_WRITE_OPTIONS;
    for (size_t v = 0; v < ARRAY_COUNT(views); v++) {
        ngi_buffer whole = {0};
        views[v](&whole, page, &options);
        assert_false(whole.failed);
        for (size_t step = 1; step < STEPS; step++) {
            ngi_buffer out = {.limit = whole.len * step / STEPS + 1};
            views[v](&out, page, &options);
            if (!out.failed && whole.len > out.limit)
                fail_msg("%s: form %zu was cut and did not tell", path, v);
            ngi_buffer_free(&out);
        }
        ngi_buffer_free(&whole);
    }
}

static void starve(const page_input *in)
{
    ngi_arena arena;
    ngi_page page;
    ngi_buffer row = {0};
    ngi_arena_init(&arena, 0);
    if (!read_in(&arena, in, &page))
        fail_msg("%s: not read", in->path);
    row_of(&row, &page);
    read_starved(in, arena.total, ngi_buffer_slice(&row));
    read_failing(in, ngi_buffer_slice(&row));
    write_starved(in->path, &page);
    ngi_buffer_free(&row);
    ngi_arena_free(&arena);
}

static void starve_file(void *parser, const char *path)
{
    ngi_arena arena;
    ngi_decoded decoded;
    ngi_tree tree;
    ngi_buffer bytes = golden_read(path);
    bool html = strstr(path, "/dumps/") == NULL && !ngi_ends(ngi_slice_of(path), NGI_LIT(".txt"));
    page_input in = {.path = path};
    ngi_arena_init(&arena, 0);
    assert_int_equal(
        ngi_decode(&arena, ngi_buffer_slice(&bytes), (ng_slice){0}, html, &decoded, NULL), NG_OK);
    in.text = decoded.text;
    if (html) {
        assert_int_equal(ngi_html_parse(parser, &arena, in.text, NULL, false, &tree, NULL), NG_OK);
        in.tree = &tree;
    }
    starve(&in);
    ngi_arena_free(&arena);
    ngi_buffer_free(&bytes);
}

static void test_pages_are_read_with_less_memory_than_they_need(void **state)
{
    (void)state;
    ngi_html_parser *parser = ngi_html_parser_new();
    assert_true(golden_pages(starve_file, parser) > 60);
    ngi_html_parser_free(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages_are_read_with_less_memory_than_they_need),
    };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
