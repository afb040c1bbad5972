/* SPDX-License-Identifier: Apache-2.0 */
/* The record's model from a file: the one in the repository gives what the one built in gives;
 * a file that is cut off, changed in one byte, foreign or missing is refused, page by page and
 * before a run. */
#include "nutgraf.h"
#include "base/base.h"
#include "record/learned/model.h"
#include "tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[] = "/tmp/nutgraf-model-XXXXXX";

static void put_file(const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(size == 0 || fwrite(bytes, size, 1, file) == 1);
    assert_int_equal(fclose(file), 0);
}

static bool collect(void *context, const char *bytes, size_t length)
{
    ngi_buffer_add(context, ngi_slice(bytes, length));
    return true;
}

static const char page[] =
    "Marlow\n\n\"We keep the bridge,\" Mayor Ilse Brandt said on Tuesday. Two officials, who asked "
    "not to be named, denied that it would be closed. The port did not respond to a request for "
    "comment.";

static ng_status read_by(const char *model, ngi_buffer *row, ng_error *error)
{
    ng_reader *reader;
    ng_document *document;
    ng_read_options options = NG_READ_OPTIONS;
    ng_write_options form = NG_WRITE_OPTIONS;
    options.kind = NG_KIND_PLAIN;
    options.with = NG_WITH_ALL;
    options.model = ngi_slice_of(model);
    assert_int_equal(ng_reader_new(&reader, NULL), NG_OK);
    ng_status status =
        ng_reader_read_page(reader, ngi_slice_of(page), &options, &document, error);
    if (status == NG_OK) {
        assert_int_equal(ng_document_write(document, &form, collect, row, NULL), NG_OK);
        ng_document_free(document);
    }
    ng_reader_free(reader);
    return status;
}

static void test_the_same_model_gives_the_same(void **state)
{
    (void)state;
    ngi_buffer builtin = {0}, mapped = {0};
    assert_int_equal(read_by(NULL, &builtin, NULL), NG_OK);
    assert_int_equal(read_by("models/record.bin", &mapped, NULL), NG_OK);
    assert_true(builtin.len > 1000 && ngi_equal(ngi_buffer_slice(&builtin), ngi_buffer_slice(&mapped)));
    ngi_buffer_free(&builtin);
    ngi_buffer_free(&mapped);
}

static bool no_input(void *context, ng_input *out)
{
    (void)context, (void)out;
    return false;
}

static bool no_row(void *context, const ng_input *input, const ng_error *failure, const char *bytes,
                   size_t length)
{
    (void)context, (void)input, (void)failure, (void)bytes, (void)length;
    return true;
}

static void expect_refused(const char *name, const char *file, ng_status wanted, const char *words)
{
    ng_error error = {0};
    ng_run_options run = NG_RUN_OPTIONS;
    ng_status status = read_by(file, NULL, &error);
    if (status != wanted || ngi_find(ngi_slice_of(error.text), ngi_slice_of(words)) == NGI_NONE)
        fail_msg("%s: %d, \"%s\"", name, status, error.text);
    assert_true(ngi_starts(ngi_slice_of(error.text), ngi_slice_of(file)));
    run.read.model = ngi_slice_of(file);
    assert_int_equal(ng_run(&run, no_input, no_row, NULL, &error), wanted);
}

static void test_a_file_of_another_kind_is_refused(void **state)
{
    (void)state;
    expect_refused("a page", "samples/article.html", NG_ERR_FORMAT, "not one of nutgraf's");
    expect_refused("the names' model", "models/names.bin", NG_ERR_FORMAT, "not one of nutgraf's");
    expect_refused("no file", "models/none.bin", NG_ERR_IO, "no such file");
    expect_refused("a folder", "models", NG_ERR_IO, "directory");
    expect_refused("a device", "/dev/zero", NG_ERR_IO, "device");
    put_file("", 0);
    expect_refused("an empty file", path, NG_ERR_FORMAT, "not one of nutgraf's");
}

/* Cut at the head, at the list of tables, and at every table's begin and end. */
static void test_a_file_cut_anywhere_is_refused(void **state)
{
    (void)state;
    ng_slice whole = ngi_model_builtin_file();
    for (size_t t = 0; t < NGI_TABLE_COUNT; t++) {
        uint32_t offset, bytes;
        size_t entry = NGI_MODEL_HEAD + t * NGI_MODEL_ENTRY;
        memcpy(&offset, whole.ptr + entry, 4);
        memcpy(&bytes, whole.ptr + entry + 4, 4);
        const size_t cuts[] = {entry, offset, offset + 1, (size_t)offset + bytes - 1};
        for (size_t i = 0; i < ARRAY_COUNT(cuts); i++) {
            if (cuts[i] >= whole.len)
                continue;
            put_file(whole.ptr, cuts[i]);
            expect_refused("cut", path, NG_ERR_FORMAT, "cut off");
        }
    }
}

static void test_one_byte_changed_is_refused(void **state)
{
    (void)state;
    ng_slice whole = ngi_model_builtin_file();
    char *copy = malloc(whole.len);
    assert_non_null(copy);
    memcpy(copy, whole.ptr, whole.len);
    for (size_t at = 0; at < whole.len; at = at < 24 ? at + 1 : at * 2 + 1) {
        copy[at] ^= 0x20;
        put_file(copy, whole.len);
        expect_refused("one byte", path, NG_ERR_FORMAT, "the model ");
        copy[at] ^= 0x20;
    }
    free(copy);
}

static int set_up(void **state)
{
    (void)state;
    int made = mkstemp(path);
    return made < 0 || close(made) != 0;
}

static int tear_down(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_model_gives_the_same),
        cmocka_unit_test(test_a_file_of_another_kind_is_refused),
        cmocka_unit_test(test_a_file_cut_anywhere_is_refused),
        cmocka_unit_test(test_one_byte_changed_is_refused),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
