/* SPDX-License-Identifier: Apache-2.0 */
/* Runs over many inputs: order, the same bytes whatever the number of threads, failures,
 * stopping; and manifests. */
#include "tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { INPUTS = 60 };

typedef struct run {
    char folder[64];
    char path[128];
    unsigned next, rows, failures;
    unsigned refuse_at; /* 0: never */
    volatile int stop;
    unsigned stop_at;
    uint64_t hash;
    ng_error fault;
} run;

static void make_pages(run *r)
{
    snprintf(r->folder, sizeof(r->folder), "/tmp/nutgraf-run-XXXXXX");
    assert_non_null(mkdtemp(r->folder));
    for (unsigned i = 0; i < INPUTS; i++) {
        snprintf(r->path, sizeof(r->path), "%s/%02u", r->folder, i);
        FILE *file = fopen(r->path, "w");
        assert_non_null(file);
        fprintf(file, "<h1>Page %u</h1>", i);
        for (unsigned line = 0; line < (i % 7) * 40; line++)
            fprintf(file, "<p>The ferry number %u sailed past the light for the %uth time.", i,
                    line);
        assert_int_equal(fclose(file), 0);
    }
}

static void remove_pages(run *r)
{
    for (unsigned i = 0; i < INPUTS; i++) {
        snprintf(r->path, sizeof(r->path), "%s/%02u", r->folder, i);
        unlink(r->path);
    }
    rmdir(r->folder);
}

/* Every tenth input is missing, every thirteenth known to fail. The strings are used again
 * at once: the run must have copied them. */
static bool next(void *context, ng_input *out)
{
    run *r = context;
    if (r->next == INPUTS)
        return false;
    snprintf(r->path, sizeof(r->path), "%s/%02u%s", r->folder, r->next,
             r->next % 10 == 9 ? "-missing" : "");
    out->path = r->path;
    out->failure = r->next % 13 == 12 ? &r->fault : NULL;
    r->next++;
    return true;
}

static bool take(void *context, const ng_input *input, const ng_error *failure, const char *bytes,
                 size_t length)
{
    run *r = context;
    char wanted[16];
    snprintf(wanted, sizeof(wanted), "/%02u", r->rows);
    if (strstr(input->path, wanted) == NULL)
        fail_msg("row %u is of %s", r->rows, input->path);
    r->failures += failure != NULL;
    r->rows++;
    for (size_t i = 0; i < length; i++)
        r->hash = (r->hash ^ (unsigned char)bytes[i]) * 1099511628211u;
    if (r->rows == r->stop_at)
        r->stop = 1;
    return r->rows != r->refuse_at;
}

static ng_status start(run *r, uint32_t threads, ng_error *error)
{
    ng_run_options options = NG_RUN_OPTIONS;
    options.threads = threads;
    options.stop = &r->stop;
    r->fault = (ng_error){NG_ERR_FORMAT, 0, "known to fail"};
    return ng_run(&options, next, take, r, error);
}

static void test_rows_are_the_same_whatever_the_threads(void **state)
{
    (void)state;
    run pages = {0};
    uint64_t first = 0;
    make_pages(&pages);
    for (uint32_t threads = 1; threads <= 5; threads++) {
        run r = {0};
        ng_error error;
        memcpy(r.folder, pages.folder, sizeof(r.folder));
        assert_int_equal(start(&r, threads, &error), NG_OK);
        assert_int_equal(r.rows, INPUTS);
        assert_int_equal(r.failures, 6 + 4); /* missing, and known to fail */
        if (threads == 1)
            first = r.hash;
        assert_true(first == r.hash);
    }
    remove_pages(&pages);
}

static void test_a_sink_that_refuses_ends_the_run(void **state)
{
    (void)state;
    run pages = {0};
    make_pages(&pages);
    for (uint32_t threads = 1; threads <= 3; threads++) {
        run r = {.refuse_at = 11};
        ng_error error;
        memcpy(r.folder, pages.folder, sizeof(r.folder));
        assert_int_equal(start(&r, threads, &error), NG_ERR_WRITE);
        assert_int_equal(r.rows, 11);
    }
    remove_pages(&pages);
}

static void test_a_stop_flag_ends_the_run(void **state)
{
    (void)state;
    run pages = {0};
    make_pages(&pages);
    for (uint32_t threads = 1; threads <= 3; threads++) {
        run r = {.stop_at = 11};
        ng_error error;
        memcpy(r.folder, pages.folder, sizeof(r.folder));
        assert_int_equal(start(&r, threads, &error), NG_ERR_STOPPED);
        assert_int_equal(r.rows, 11);
    }
    remove_pages(&pages);
}

static void test_no_input_is_no_fault(void **state)
{
    (void)state;
    for (uint32_t threads = 0; threads <= 2; threads++) {
        run r = {.next = INPUTS};
        ng_error error;
        assert_int_equal(start(&r, threads, &error), NG_OK);
        assert_int_equal(r.rows, 0);
    }
}

/* ---- manifests ---- */

static const struct {
    const char *name, *line, *path, *file, *url, *now; /* path NULL: a fault */
} lines[] = {
    {"a file alone", "{\"file\":\"a.html\"}", "/tmp/a.html", "a.html", "", ""},
    {"all three", "{\"url\":\"https://x.example/\",\"now\":\"2026-03-04\",\"file\":\"b/c\"}",
     "/tmp/b/c", "b/c", "https://x.example/", "2026-03-04"},
    {"an absolute path", "{\"file\":\"/var/x\"}", "/var/x", "/var/x", "", ""},
    {"other keys are passed over", "{\"file\":\"a\",\"status\":200}", "/tmp/a", "a", "", ""},
    {"a url that is no string", "{\"file\":\"a\",\"url\":null}", "/tmp/a", "a", "", ""},
    {"no file", "{\"url\":\"x\"}", NULL, NULL, NULL, NULL},
    {"an empty file", "{\"file\":\"\"}", NULL, NULL, NULL, NULL},
    {"no object", "[1]", NULL, NULL, NULL, NULL},
    {"no JSON", "a.html", NULL, NULL, NULL, NULL},
    {"a NUL in the file", "{\"file\":\"a\\u0000b\"}", NULL, NULL, NULL, NULL},
};

static void test_manifest_lines(void **state)
{
    (void)state;
    char path[] = "/tmp/nutgraf-manifest-XXXXXX";
    int fd = mkstemp(path);
    FILE *file = fdopen(fd, "w");
    ng_manifest *manifest;
    ng_error error;
    ng_input input;
    fputs("\xEF\xBB\xBF", file);
    for (size_t i = 0; i < ARRAY_COUNT(lines); i++)
        fprintf(file, "%s%s", lines[i].line, i % 2 == 0 ? "\r\n\n" : "\n");
    assert_int_equal(fclose(file), 0);
    assert_int_equal(ng_manifest_open(path, &manifest, &error), NG_OK);
    for (size_t i = 0; i < ARRAY_COUNT(lines); i++) {
        ng_status status = ng_manifest_next(manifest, &input, &error);
        expect_int(lines[i].name, status, lines[i].path != NULL ? NG_OK : NG_ERR_FORMAT);
        assert_non_null(input.path);
        if (lines[i].path == NULL)
            continue;
        assert_string_equal(input.path, lines[i].path);
        assert_string_equal(input.name, lines[i].file);
        expect_text(lines[i].name, input.url, lines[i].url);
        expect_text(lines[i].name, input.now, lines[i].now);
    }
    assert_int_equal(ng_manifest_next(manifest, &input, &error), NG_OK);
    assert_null(input.path);
    ng_manifest_free(manifest);
    unlink(path);
    assert_int_equal(ng_manifest_open(path, &manifest, &error), NG_ERR_IO);
    assert_null(manifest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_are_the_same_whatever_the_threads),
        cmocka_unit_test(test_a_sink_that_refuses_ends_the_run),
        cmocka_unit_test(test_a_stop_flag_ends_the_run),
        cmocka_unit_test(test_no_input_is_no_fault),
        cmocka_unit_test(test_manifest_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
