/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a model's file. What must hold: it is refused with a word of why, or every table
 * lies inside of it and trees come to an end. The first byte chooses what the bytes are: a whole
 * file; or a change of the one that is built in, its checksum made right again. */
#include "record/learned/candidates.h"

#include "watch.h"

static void must_be_inside(ng_slice file, const ngi_model *m)
{
    for (size_t t = 0; t < NGI_TABLE_COUNT; t++) {
        const char *rows = m->table[t].rows;
        must(rows >= file.ptr && rows <= file.ptr + file.len, "a table begins inside");
        must(m->table[t].bytes <= (size_t)(file.ptr + file.len - rows), "and ends there");
    }
    float numbers[NGI_WORTH_NUMBERS] = {0};
    (void)ngi_trees_sum(&m->table[NGI_TABLE_TREES], numbers);
    (void)ngi_chance_of(&m->table[NGI_TABLE_CHANCES], 0.5f);
    (void)ngi_pair_find(&m->table[NGI_TABLE_LEMMAS], 12345);
}

static void try_file(ng_slice file)
{
    ngi_model model;
    ng_error error = {0};
    ng_status status = ngi_model_read(file, &model, &error);
    must(status == NG_OK || (status == NG_ERR_FORMAT && error.text[0] != '\0'), "refused by name");
    if (status == NG_OK)
        must_be_inside(file, &model);
}

/* Puts the bytes over the list of tables, or over the trees. */
static void try_change(const uint8_t *data, size_t size)
{
    ng_slice old = ngi_model_builtin_file();
    char *file = malloc(old.len);
    if (file == NULL)
        return;
    memcpy(file, old.ptr, old.len);
    uint32_t trees;
    memcpy(&trees, file + NGI_MODEL_HEAD + NGI_TABLE_TREES * NGI_MODEL_ENTRY, sizeof trees);
    size_t at = data[0] % 2 == 0 ? NGI_MODEL_HEAD : trees < old.len ? trees : NGI_MODEL_HEAD;
    for (size_t i = 1; i < size && at + i < old.len; i++)
        file[at + i] = (char)(file[at + i] ^ data[i]);
    uint64_t sum = ngi_model_checksum(ngi_slice(file + NGI_MODEL_HEAD, old.len - NGI_MODEL_HEAD));
    memcpy(file + 16, &sum, sizeof sum);
    try_file(ngi_slice(file, old.len));
    free(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    watch_begin();
    if (data[0] < 32) {
        ngi_arena arena; /* its memory begins where a model's must */
        ngi_arena_init(&arena, 0);
        uint64_t *copy = ngi_arena_alloc(&arena, size / 8 + 1, 8);
        must(copy != NULL, "memory is there");
        memcpy(copy, data + 1, size - 1);
        try_file(ngi_slice((const char *)copy, size - 1));
        ngi_arena_free(&arena);
    } else {
        try_change(data, size);
    }
    watch_end(size);
    return 0;
}
