/* SPDX-License-Identifier: Apache-2.0 */
/* Reading and writing with each allocation failing in turn: the first, the second, the third
 * and so on until none is left to fail; once alone, once with all that follow it. Nothing may
 * crash, leak (the sanitizer build looks) or come out half made. All golden pages go through
 * the same; tests/stories/test_memory.c goes by smaller steps. */
#include "failing.h"
#include "golden.h"
#include "tests.h"

#define PROSE                                                                                      \
    "The night ferry between Orsund and the outer islands will sail again from Friday, the "       \
    "harbour council said, after eleven weeks in which repairs to its bow door kept it in dock. "

static const struct {
    const char *name;
    ng_slice page;
    ng_kind kind;
} pages[] = {
#define PAGE(name, kind, text)                                                                     \
    {                                                                                              \
        name, {text, sizeof(text) - 1}, kind                                                       \
    }
    PAGE(
        "an article", NG_KIND_AUTO,
        "<!DOCTYPE html><html lang=en><head><title>Night ferry returns | Orsund Mail</title>"
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Night ferry "
        "returns\",\"datePublished\":\"2024-05-07T08:12:00+02:00\",\"author\":{\"name\":\"Mara "
        "Ellingsen\"}}</script></head><body><nav><a href=/a>News</a><a href=/b>Sport</a></nav>"
        "<article><h1>Night ferry returns</h1><p class=byline>By Mara Ellingsen</p><p>" PROSE
        "</p><h2>A door of steel</h2><p>" PROSE "<b>Nobody</b> was hurt &amp; nothing lost.</p><ul>"
        "<li>" PROSE "</ul><table><tr><td>One<td>Two</table></article><aside><h3>Most read</h3><ul>"
        "<li><a href=/1>Bridge toll to fall in June</a> 2 hours ago<li><a href=/2>Council votes on "
        "new school roof</a> 3 days ago</ul></aside></body></html>"),
    PAGE("an old charset", NG_KIND_AUTO,
         "<html><head><meta charset=windows-1252><title>Caf\xE9</title></head><body><article><h1>"
         "Caf\xE9 on the pier</h1><p>" PROSE "\x93Yes\x94, she said.</p><p>" PROSE
         "</p></article>"),
    PAGE("a dump", NG_KIND_TEXT,
         "World\nNight ferry returns\nRepairs took eleven weeks\n\n" PROSE "\n\n" PROSE
         "\n\nWorld\n"
         "Bridge toll to fall\n\n" PROSE "\n\n" PROSE "\n\n- World5 days ago\nA school roof\n"),
    PAGE("plain text", NG_KIND_PLAIN, PROSE),
};

static bool keep_nothing(void *context, const char *bytes, size_t length)
{
    (void)context;
    return bytes != NULL || length == 0;
}

/* One whole use of the library. The worst status of its steps. */
static ng_status use(ng_slice page, ng_kind kind, ng_format format)
{
    ng_reader *reader = NULL;
    ng_document *document = NULL;
    ng_error error = {.status = NG_OK};
    ng_read_options options = NG_READ_OPTIONS;
    ng_write_options form = NG_WRITE_OPTIONS;
    options.kind = kind;
    options.evidence = true;
    options.comments = true;
    options.now = (ng_slice){"2024-05-08T10:00:00Z", 20};
    options.url = (ng_slice){"https://mail.example/ferry", 26};
    form.format = format;
    ng_status status = ng_reader_new(&reader, &error);
    if (status == NG_OK)
        status = ng_reader_read_page(reader, page, &options, &document, &error);
    if (status == NG_OK)
        status = ng_document_write(document, &form, keep_nothing, NULL, &error);
    else
        assert_null(document);
    if (status != NG_OK) {
        assert_int_equal(error.status, status);
        assert_true(strlen(error.text) > 0);
    }
    ng_document_free(document);
    ng_reader_free(reader);
    return status;
}

static const ng_format formats[] = {NG_FORMAT_JSONL, NG_FORMAT_TEXT, NG_FORMAT_MARKDOWN,
                                    NG_FORMAT_HTML};

/* The page with each allocation failing in turn. */
static void fail_each(const char *name, ng_slice page, ng_kind kind, ng_format format,
                      bool and_all_that_follow)
{
    long failed, n = 0;
    expect_int(name, use(page, kind, format), NG_OK);
    do {
        assert_true(n < 20000);
        failing_begin(n++, and_all_that_follow);
        ng_status status = use(page, kind, format);
        failed = failing_end();
        if (failed == 0)
            expect_int(name, status, NG_OK);
        else if (status != NG_OK) /* a step that can do without may go on */
            expect_int(name, status, NG_ERR_MEMORY);
        else
            assert_false(and_all_that_follow && n < 3);
    } while (failed != 0);
}

static void fail_all(bool and_all_that_follow)
{
    for (size_t i = 0; i < ARRAY_COUNT(pages); i++)
        for (size_t f = 0; f < ARRAY_COUNT(formats); f++)
            fail_each(pages[i].name, pages[i].page, pages[i].kind, formats[f], and_all_that_follow);
}

static void test_one_allocation_fails(void **state)
{
    (void)state;
    fail_all(false);
}

static void test_all_allocations_fail_from_one_on(void **state)
{
    (void)state;
    fail_all(true);
}

/* The forms take turns. */
static void fail_golden(void *context, const char *path)
{
    size_t *turn = context;
    ngi_buffer page = golden_read(path);
    fail_each(path, ngi_buffer_slice(&page), NG_KIND_AUTO, formats[*turn % 4], *turn / 4 % 2 != 0);
    ngi_buffer_free(&page);
    (*turn)++;
}

static void test_golden_pages_too(void **state)
{
    (void)state;
    size_t turn = 0;
    assert_true(golden_pages(fail_golden, &turn) > 60);
}

typedef struct handed {
    size_t next, rows, without_row; /* without_row: their memory was out when they were written */
} handed;

static bool give(void *context, ng_input *out)
{
    static const char *const paths[] = {"samples/section.html", "samples/article.html",
                                        "samples/section.txt"};
    handed *h = context;
    if (h->next == ARRAY_COUNT(paths))
        return false;
    *out = (ng_input){.path = paths[h->next++]};
    return true;
}

static bool take(void *context, const ng_input *input, const ng_error *failure, const char *bytes,
                 size_t length)
{
    handed *h = context;
    assert_non_null(input->name);
    assert_true(length > 10 && memcmp(bytes, "{\"schema\":", 10) == 0);
    assert_true(bytes[length - 1] == '\n');
    h->without_row += failure != NULL && strcmp(failure->text, "no memory for the row") == 0;
    h->rows++;
    return true;
}

/* An input that memory does not suffice for has its row, and the others go on. */
static void test_a_run_goes_on(void **state)
{
    (void)state;
    ng_run_options options = NG_RUN_OPTIONS;
    long failed, n = 0;
    size_t whole_runs = 0, without_row = 0;
    options.read.evidence = true;
    do {
        handed h = {0};
        ng_error error;
        failing_begin(n++, false);
        ng_status status = ng_run(&options, give, take, &h, &error);
        failed = failing_end();
        if (status == NG_OK)
            assert_int_equal(h.rows, 3);
        else
            assert_int_equal(status, NG_ERR_MEMORY);
        whole_runs += status == NG_OK;
        without_row += h.without_row;
    } while (failed != 0);
    assert_true(whole_runs * 2 > (size_t)n && without_row > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_allocation_fails),
        cmocka_unit_test(test_all_allocations_fail_from_one_on),
        cmocka_unit_test(test_golden_pages_too),
        cmocka_unit_test(test_a_run_goes_on),
    };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
