/* SPDX-License-Identifier: Apache-2.0 */
/* Invented agency stories in tests/record/names, each with its names: type, fullest form and
 * other forms. Nine of ten must be right in all of these; what is not is printed. */
#include "record/names/names.h"
#include "tests.h"

#include <dirent.h>
#include <stdlib.h>

static const char folder[] = "tests/record/names";

typedef struct tally {
    unsigned right, wanted;
} tally;

static char *read_file(const char *name, size_t *len)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = calloc(1, 1 << 16);
    *len = fread(bytes, 1, (1 << 16) - 1, file);
    fclose(file);
    return bytes;
}

static void write_name(ngi_buffer *out, const ngi_name *n)
{
    static const char *const types[] = {"person", "organization", "place", "other"};
    ngi_buffer_format(out, "%s ", types[n->type]);
    ngi_buffer_add(out, n->name);
    for (uint32_t i = 0; i < n->alias_count; i++) {
        NGI_BUFFER_LIT(out, "|");
        ngi_buffer_add(out, n->aliases[i]);
    }
    NGI_BUFFER_LIT(out, "\n");
}

/* A line of `all` that is `line`. */
static bool has_line(ng_slice all, ng_slice line)
{
    ng_slice one;
    while (ngi_split(&all, '\n', &one))
        if (ngi_equal(one, line))
            return true;
    return false;
}

static void compare(const char *file, ng_slice truth, ng_slice found, tally *t)
{
    ng_slice line;
    while (ngi_split(&truth, '\n', &line)) {
        if (line.len == 0)
            continue;
        bool right = has_line(found, line);
        t->right += right;
        t->wanted++;
        if (!right)
            printf("# %s: missed %.*s\n", file, (int)line.len, line.ptr);
    }
}

static void check_story(const char *file, tally *t)
{
    size_t len;
    char *bytes = read_file(file, &len);
    ng_slice text = ngi_slice(bytes, len), line;
    if (text.ptr[0] == '#')
        ngi_split(&text, '\n', &line);
    size_t cut = ngi_find(text, NGI_LIT("\n==\n"));
    assert_true(cut != NGI_NONE);
    ng_slice truth = ngi_slice_from(text, cut + 4), story = ngi_slice_sub(text, 0, cut);
    ngi_split(&story, '\n', &line);
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_prose prose[NGI_FIELD_COUNT] = {0};
    ngi_name *names;
    uint32_t count;
    assert_true(ngi_prose_make(&arena, line, NGI_LIT("en"), &prose[NGI_FIELD_HEADLINE]));
    assert_true(ngi_prose_make(&arena, ngi_trim(story), NGI_LIT("en"), &prose[NGI_FIELD_BODY]));
    assert_true(ngi_names_find(&arena, prose, &names, &count));
    ngi_buffer found = {0};
    for (uint32_t i = 0; i < count; i++)
        write_name(&found, &names[i]);
    compare(file, truth, ngi_buffer_slice(&found), t);
    ngi_buffer_free(&found);
    ngi_arena_free(&arena);
    free(bytes);
}

static void test_nine_of_ten_names_of_agency_stories(void **state)
{
    (void)state;
    tally t = {0};
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (strstr(entry->d_name, ".txt") != NULL)
            check_story(entry->d_name, &t);
    closedir(dir);
    printf("# %u of %u names are right\n", t.right, t.wanted);
    assert_true(t.wanted > 0 && t.right * 10 >= t.wanted * 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nine_of_ten_names_of_agency_stories),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
