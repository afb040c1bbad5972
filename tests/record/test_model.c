/* SPDX-License-Identifier: Apache-2.0 */
/* The model's file: the one built in is sound; what is cut off, foreign, of another version or
 * changed anywhere is refused by name. */
#include "record/learned/model.h"
#include "tests.h"

#include <stdlib.h>

static char *copy_builtin(size_t *size)
{
    ng_slice file = ngi_model_builtin_file();
    char *copy = malloc(file.len);
    assert_non_null(copy);
    memcpy(copy, file.ptr, file.len);
    *size = file.len;
    return copy;
}

static void expect_refused(const char *name, ng_slice file, const char *words)
{
    ngi_model model;
    ng_error error = {0};
    if (ngi_model_read(file, &model, &error) != NG_ERR_FORMAT)
        fail_msg("%s: is taken", name);
    if (strstr(error.text, words) == NULL)
        fail_msg("%s: says \"%s\", wanted \"%s\"", name, error.text, words);
    for (size_t t = 0; t < NGI_TABLE_COUNT; t++)
        assert_null(model.table[t].rows);
}

static void test_the_builtin_one_is_sound(void **state)
{
    (void)state;
    ngi_model model, builtin;
    ng_error error = {0};
    if (ngi_model_read(ngi_model_builtin_file(), &model, &error) != NG_OK)
        fail_msg("%s", error.text);
    ngi_model_builtin(&builtin);
    assert_memory_equal(&model, &builtin, sizeof model);
    assert_true(ngi_model_builtin_file().len < 9u << 20);
}

static void test_cut_off(void **state)
{
    (void)state;
    ng_slice file = ngi_model_builtin_file();
    static const size_t sizes[] = {8, 20, 100, 247, 4096, 1000000};
    expect_refused("nothing", ngi_slice("", 0), "not one of nutgraf's");
    for (size_t i = 0; i < ARRAY_COUNT(sizes); i++)
        expect_refused("cut off", ngi_slice_sub(file, 0, sizes[i]), "cut off");
    expect_refused("a byte short", ngi_slice_sub(file, 0, file.len - 1), "cut off");
}

static void test_foreign(void **state)
{
    (void)state;
    static _Alignas(8) const char page[] = "<!DOCTYPE html><title>Not a model at all, but a page</title>";
    expect_refused("a page", ngi_slice(page, sizeof page), "not one of nutgraf's");
}

/* Each change is found: of the version, of the list of tables, of any weight. */
static void test_changed(void **state)
{
    (void)state;
    size_t size;
    char *copy = copy_builtin(&size);
    static const struct {
        const char *name;
        size_t at;
        const char *words;
    } rows[] = {
        {"another version", 8, "another version"},
        {"another number of tables", 12, "another version"},
        {"another checksum", 17, "damaged"},
        {"a weight", 1000000, "damaged"},
        {"the first pair", 400, "damaged"},
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        copy[rows[i].at] ^= 1;
        expect_refused(rows[i].name, ngi_slice(copy, size), rows[i].words);
        copy[rows[i].at] ^= 1;
    }
    copy[size - 1] ^= 64;
    expect_refused("the last byte", ngi_slice(copy, size), "damaged");
    free(copy);
}

/* Tables that point outside, with a checksum that holds. */
static void test_sound_sum_but_no_sense(void **state)
{
    (void)state;
    size_t size;
    char *copy = copy_builtin(&size);
    for (size_t t = 0; t < NGI_TABLE_COUNT; t++) {
        size_t entry = NGI_MODEL_HEAD + t * NGI_MODEL_ENTRY;
        uint32_t old, none = 0xFFFFFFF8u;
        for (size_t field = 0; field < 8; field += 4) {
            memcpy(&old, copy + entry + field, 4);
            memcpy(copy + entry + field, &none, 4);
            uint64_t sum = ngi_model_checksum(ngi_slice(copy + NGI_MODEL_HEAD, size - NGI_MODEL_HEAD));
            memcpy(copy + 16, &sum, 8);
            expect_refused("a table outside", ngi_slice(copy, size), "cut off");
            memcpy(copy + entry + field, &old, 4);
        }
    }
    free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_builtin_one_is_sound), cmocka_unit_test(test_cut_off),
        cmocka_unit_test(test_foreign),                  cmocka_unit_test(test_changed),
        cmocka_unit_test(test_sound_sum_but_no_sense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
