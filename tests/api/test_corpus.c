/* SPDX-License-Identifier: Apache-2.0 */
/* A corpus through the public interface alone: adding, asking, removing, saving. */
#include "tests.h"

#include <stdlib.h>
#include <unistd.h>

static ng_slice of(const char *text)
{
    return (ng_slice){text, strlen(text)};
}

static const char first[] =
    "{\"identifier\":\"first\",\"datePublished\":\"2025-03-04T10:00:00Z\",\"articleBody\":\"Two "
    "bridges over the Sorrel were closed on Monday after divers found that the spring flood had "
    "washed stones away from their piers, the water office said. Buses go by way of Ashby.\"}";
static const char copy[] =
    "{\"identifier\":\"copy\",\"datePublished\":\"2025-03-04T12:00:00Z\",\"articleBody\":\"Two "
    "bridges over the Sorrel were closed on Monday after divers found that the spring flood had "
    "washed stones away from their piers, the water office said.\"}";
static const char other[] =
    "{\"identifier\":\"other\",\"articleBody\":\"A baker from Merrow has won the national prize for "
    "rye bread with a loaf that takes three days to rise and half an hour to eat.\"}";

static ng_corpus *corpus_of(void)
{
    ng_corpus *corpus;
    uint32_t added;
    static const char *const rows[] = {first, copy, other};
    assert_int_equal(ng_corpus_new(&corpus, NULL), NG_OK);
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        assert_int_equal(ng_corpus_add(corpus, of(rows[i]), (ng_slice){0}, &added, NULL), NG_OK);
        assert_int_equal(added, 1);
    }
    assert_int_equal(ng_corpus_count(corpus), 3);
    return corpus;
}

static void test_near(void **state)
{
    (void)state;
    ng_corpus *corpus = corpus_of();
    ng_near near[4];
    uint32_t count;
    assert_int_equal(ng_corpus_near(corpus, of(copy), near, 4, &count, NULL), NG_OK);
    assert_int_equal(count, 2); /* itself, and the first */
    expect_text("the nearest", near[0].identifier, "copy");
    expect_text("the next", near[1].identifier, "first");
    assert_true(near[1].share > 0.99 && near[1].back < 0.9);
    assert_int_equal(ng_corpus_near(corpus, of(copy), near, 1, &count, NULL), NG_OK);
    assert_int_equal(count, 1);
    assert_int_equal(ng_corpus_near(corpus, of("{}"), near, 4, &count, NULL), NG_ERR_FORMAT);
    ng_corpus_free(corpus);
}

/* Looking up again and again: each time by what is asked for now. */
static void test_near_again(void **state)
{
    (void)state;
    ng_corpus *corpus = corpus_of();
    static const char *const asked[] = {copy, other, first, "{\"articleBody\":\"Short.\"}", copy};
    static const uint32_t wanted[] = {2, 1, 2, 0, 2};
    ng_near near[8];
    uint32_t count;
    for (size_t i = 0; i < ARRAY_COUNT(asked); i++) {
        assert_int_equal(ng_corpus_near(corpus, of(asked[i]), near, 8, &count, NULL), NG_OK);
        expect_int(asked[i], count, wanted[i]);
    }
    ng_corpus_free(corpus);
}

/* Rows that are refused, and why. */
static const struct {
    const char *name, *row;
    ng_status status;
    uint32_t added;
} refused[] = {
    {"no JSON", "{\"identifier\":", NG_ERR_FORMAT, 0},
    {"half a story", "{\"identifier\":\"x\",\"articleBody\":\"Cut of", NG_ERR_FORMAT, 0},
    {"a list", "[1]", NG_ERR_FORMAT, 0},
    {"a number", "3", NG_ERR_FORMAT, 0},
    {"no body", "{\"identifier\":\"x\"}", NG_ERR_FORMAT, 0},
    {"a body of numbers", "{\"identifier\":\"x\",\"articleBody\":[1]}", NG_ERR_FORMAT, 0},
    {"there already", "{\"identifier\":\"first\",\"articleBody\":\"x\"}", NG_ERR_ARGUMENT, 0},
    {"no name", "{\"articleBody\":\"x\"}", NG_ERR_ARGUMENT, 0},
    {"one of two", "{\"stories\":[{\"identifier\":\"first\",\"articleBody\":\"x\"},"
                   "{\"identifier\":\"new\",\"articleBody\":\"x\"}]}", NG_ERR_ARGUMENT, 1},
    {"a failed input", "{\"file\":\"a\",\"error\":{\"code\":\"io\"}}", NG_OK, 0},
    {"no story", "{\"file\":\"a\",\"stories\":[]}", NG_OK, 0},
};

static void test_refused(void **state)
{
    (void)state;
    ng_corpus *corpus = corpus_of();
    for (size_t i = 0; i < ARRAY_COUNT(refused); i++) {
        ng_error error = {0};
        uint32_t added = 99;
        ng_status is = ng_corpus_add(corpus, of(refused[i].row), (ng_slice){0}, &added, &error);
        expect_int(refused[i].name, is, refused[i].status);
        expect_int(refused[i].name, added, refused[i].added);
        expect_int(refused[i].name, is == NG_OK || error.text[0] != '\0', true);
    }
    ng_corpus_free(corpus);
}

/* A story that comes again, before and behind a saving, and what it is called. */
static const struct {
    const char *name, *row;
    bool opened; /* in a corpus that was opened */
    uint32_t added;
    const char *identifier; /* NULL: it is refused, or there already */
} again[] = {
    {"the same", first, false, 0, NULL},
    {"a number", "{\"identifier\":7,\"articleBody\":\"x\"}", false, 1, "7"},
    {"an address", "{\"url\":\"https://a.example\",\"articleBody\":\"x\"}", false, 1,
     "https://a.example"},
    {"a changed text there", "{\"url\":\"https://a.example\",\"articleBody\":\"y\"}", false, 1,
     "https://a.example@2"},
    {"no name, no address", "{\"articleBody\":\"z\"}", false, 1, "in#"},
    {"the same in a file", first, true, 0, NULL},
    {"a changed text", "{\"identifier\":\"first\",\"articleBody\":\"x\"}", true, 1, "first@2"},
    {"that text", "{\"identifier\":\"first\",\"articleBody\":\"x\"}", true, 0, NULL},
    {"a third", "{\"identifier\":\"first\",\"articleBody\":\"y\"}", true, 1, "first@3"},
};

static ng_corpus *opened_of(ng_corpus *corpus)
{
    char path[] = "/tmp/nutgraf-again-XXXXXX";
    int fd = mkstemp(path);
    ng_corpus *out;
    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(ng_corpus_save(corpus, path, NULL), NG_OK);
    assert_int_equal(ng_corpus_open(path, &out, NULL), NG_OK);
    unlink(path);
    ng_corpus_free(corpus);
    return out;
}

static void test_again(void **state)
{
    (void)state;
    ng_corpus *corpus = corpus_of();
    bool opened = false;
    for (size_t i = 0; i < ARRAY_COUNT(again); i++) {
        uint32_t added, count;
        if (again[i].opened && !opened)
            corpus = opened_of(corpus);
        opened = again[i].opened;
        assert_int_equal(ng_corpus_add(corpus, of(again[i].row), of("in#"), &added, NULL), NG_OK);
        expect_int(again[i].name, added, again[i].added);
        count = ng_corpus_count(corpus);
        if (again[i].identifier == NULL || strcmp(again[i].identifier, "in#") == 0)
            continue; /* a hash is no test's concern */
        expect_int(again[i].name, ng_corpus_remove(corpus, of(again[i].identifier)), true);
        assert_int_equal(ng_corpus_add(corpus, of(again[i].row), of("in#"), NULL, NULL), NG_OK);
        expect_int(again[i].name, ng_corpus_count(corpus), count);
    }
    ng_corpus_free(corpus);
}

typedef struct rows {
    char text[4096];
    size_t length, most;
} rows;

static bool keep(void *context, const char *bytes, size_t length)
{
    rows *r = context;
    if (r->length + length >= r->most)
        return false;
    memcpy(r->text + r->length, bytes, length);
    r->length += length;
    r->text[r->length] = '\0';
    return true;
}

static rows written(const ng_corpus *corpus, ng_corpus_form form)
{
    rows r = {.most = sizeof(r.text)};
    assert_int_equal(ng_corpus_write(corpus, form, NULL, keep, &r, NULL), NG_OK);
    return r;
}

static void test_removed(void **state)
{
    (void)state;
    ng_corpus *corpus = corpus_of();
    uint64_t bytes = ng_corpus_bytes(corpus);
    assert_non_null(strstr(written(corpus, NG_CORPUS_STORIES).text, "\"copyOf\":\"first\""));
    assert_true(ng_corpus_remove(corpus, of("first")));
    assert_false(ng_corpus_remove(corpus, of("first")));
    assert_false(ng_corpus_remove(corpus, of("nobody")));
    assert_int_equal(ng_corpus_count(corpus), 2);
    assert_true(ng_corpus_bytes(corpus) < bytes);
    rows r = written(corpus, NG_CORPUS_STORIES);
    assert_null(strstr(r.text, "first\""));
    assert_int_equal(ng_corpus_add(corpus, of(first), (ng_slice){0}, NULL, NULL), NG_OK);
    assert_non_null(strstr(written(corpus, NG_CORPUS_STORIES).text, "\"copyOf\":\"first\""));
    ng_corpus_free(corpus);
}

static void test_saved(void **state)
{
    (void)state;
    char path[] = "/tmp/nutgraf-corpus-XXXXXX";
    int fd = mkstemp(path);
    ng_corpus *corpus = corpus_of(), *again;
    ng_error error;
    assert_true(fd >= 0);
    close(fd);
    rows before = written(corpus, NG_CORPUS_STORIES);
    assert_true(ng_corpus_remove(corpus, of("other")));
    assert_int_equal(ng_corpus_add(corpus, of(other), (ng_slice){0}, NULL, NULL), NG_OK);
    assert_int_equal(ng_corpus_save(corpus, path, &error), NG_OK);
    ng_corpus_free(corpus);
    assert_int_equal(ng_corpus_open(path, &again, &error), NG_OK);
    assert_int_equal(ng_corpus_count(again), 3);
    expect_text("rows of what was opened", (ng_slice){before.text, before.length},
                written(again, NG_CORPUS_STORIES).text);
    assert_true(ng_corpus_remove(again, of("copy")));
    assert_int_equal(ng_corpus_save(again, path, &error), NG_OK); /* over what is mapped */
    ng_corpus_free(again);
    assert_int_equal(ng_corpus_open(path, &again, &error), NG_OK);
    assert_int_equal(ng_corpus_count(again), 2);
    ng_corpus_free(again);
    unlink(path);
    assert_int_equal(ng_corpus_open(path, &again, &error), NG_ERR_IO);
    assert_int_equal(ng_corpus_open("tests", &again, &error), NG_ERR_FORMAT);
    assert_null(again);
}

static void test_sinks(void **state)
{
    (void)state;
    ng_corpus *corpus = corpus_of();
    rows full = {.most = 10};
    ng_ask_options options = NG_ASK_OPTIONS;
    volatile int stop = 1;
    ng_error error = {0};
    assert_int_equal(ng_corpus_write(corpus, NG_CORPUS_THREADS, NULL, keep, &full, &error),
                     NG_ERR_WRITE);
    options.stop = &stop;
    for (int form = 0; form < 3; form++)
        assert_int_equal(
            ng_corpus_write(corpus, (ng_corpus_form)form, &options, keep, &full, &error),
            NG_ERR_STOPPED);
    ng_corpus_free(corpus);
    ng_corpus_free(NULL);
}

static void test_diff(void **state)
{
    (void)state;
    rows r = {.most = sizeof(r.text)};
    ng_error error = {0};
    ng_diff out = {true, 3};
    assert_int_equal(ng_diff_write(of(first), of(first), NULL, keep, &r, &out, &error), NG_OK);
    assert_true(!out.changed && out.refused == 0);
    assert_int_equal(ng_diff_write(of(first), of("{"), NULL, keep, &r, NULL, &error),
                     NG_ERR_FORMAT);
    assert_int_equal(ng_diff_write(of(first), of(copy), NULL, keep, &r, &out, &error), NG_OK);
    assert_non_null(strstr(r.text, "\"share\":1"));
    assert_true(out.changed && out.refused == 0);
    assert_int_equal(ng_diff_write(of(first), of("{"), NULL, keep, &r, &out, &error), NG_ERR_FORMAT);
    assert_int_equal(out.refused, 2);
    assert_int_equal(ng_diff_write(of("{\"stories\":[]}"), of(copy), NULL, keep, &r, &out, &error),
                     NG_ERR_FORMAT);
    assert_int_equal(out.refused, 1);
    r.most = 1;
    assert_int_equal(ng_diff_write(of(first), of(copy), NULL, keep, &r, &out, &error), NG_ERR_WRITE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_near),    cmocka_unit_test(test_near_again),
        cmocka_unit_test(test_refused), cmocka_unit_test(test_removed),
        cmocka_unit_test(test_saved),   cmocka_unit_test(test_sinks),
        cmocka_unit_test(test_diff),    cmocka_unit_test(test_again)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
