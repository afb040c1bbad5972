/* SPDX-License-Identifier: Apache-2.0 */
/* Every page of tests/pages and of the fuzzing corpus, read in every way: each row must be as
 * docs/schema/row.schema.json says, each form valid UTF-8, and clean HTML must be clean. */
#include "tests.h"

#include "base/base.h"
#include "base/utf8.h"
#include "parsed/tree.h"
#include "schema.h"

#include <ftw.h>
#include <stdlib.h>

#ifdef __SANITIZE_ADDRESS__
extern unsigned char ngi_arena_fill; /* base.c: what unset memory is filled with */
#endif

typedef struct paths {
    char **items;
    size_t count, next;
} paths;

static paths found; /* nftw() has no context */

static int note(const char *path, const struct stat *st, int type, struct FTW *where)
{
    (void)st;
    (void)where;
    size_t length = strlen(path);
    if (type != FTW_F || (length > 6 && strcmp(path + length - 6, ".truth") == 0))
        return 0;
    if (strstr(path, "/corpus/warc/") != NULL)
        return 0; /* archives: they give a row a page, not one a file */
    found.items = realloc(found.items, (found.count + 1) * sizeof(*found.items));
    found.items[found.count++] = strdup(path);
    return 0;
}

static bool next(void *context, ng_input *out)
{
    (void)context;
    if (found.next == found.count)
        return false;
    out->path = found.items[found.next++];
    return true;
}

typedef struct taken {
    ngi_buffer rows;
    bool (*check)(const char *path, ng_slice row);
} taken;

static bool take(void *context, const ng_input *input, const ng_error *failure, const char *bytes,
                 size_t length)
{
    taken *t = context;
    ng_slice row = {bytes, length};
    (void)failure;
    if (ngi_utf8_valid(row, NULL) != length)
        fail_msg("%s: not valid UTF-8", input->path);
    if (t->check != NULL && !t->check(input->path, row))
        fail_msg("%s: %.*s", input->path, (int)length, bytes);
    ngi_buffer_add(&t->rows, row);
    return true;
}

static ng_slice run_all(taken *t, const ng_run_options *options)
{
    ng_error error;
    found.next = 0;
    ngi_buffer_clear(&t->rows);
    assert_int_equal(ng_run(options, next, take, t, &error), NG_OK);
    return ngi_buffer_slice(&t->rows);
}

static void expect_rows(taken *t, const ng_run_options *options, const char *name)
{
    char why[256] = "";
    yyjson_doc *schema = schema_load();
    int count = schema_check_rows(schema, run_all(t, options), why);
    if (count != (int)found.count)
        fail_msg("%s: %d rows of %zu; %s", name, count, found.count, why);
    yyjson_doc_free(schema);
}

static void test_every_row_is_as_the_schema_says(void **state)
{
    (void)state;
    taken t = {0};
    ng_run_options options = NG_RUN_OPTIONS;
    expect_rows(&t, &options, "defaults");
    options.threads = 2;
    options.read.evidence = options.read.comments = true;
    options.read.now = NGI_LIT("2026-03-04T10:00:00+01:00");
    options.read.url = NGI_LIT("https://daily.example/a/b");
    expect_rows(&t, &options, "evidence and comments");
    options.read.kind = NG_KIND_TEXT;
    expect_rows(&t, &options, "as text");
    options.read.kind = NG_KIND_SECTION;
    expect_rows(&t, &options, "as section");
    options.read.kind = NG_KIND_PLAIN;
    expect_rows(&t, &options, "as plain");
    ngi_buffer_free(&t.rows);
}

/* No control character but the line's end reaches a terminal. */
static bool is_harmless(const char *path, ng_slice text)
{
    (void)path;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7F)
            return false;
        if (c == 0xC2 && i + 1 < text.len && (unsigned char)text.ptr[i + 1] < 0xA0)
            return false;
    }
    return true;
}

static bool is_safe_node(const ngi_tree *tree, const ngi_node *node)
{
    static const uint8_t never[] = {NGI_TAG_SCRIPT, NGI_TAG_IFRAME, NGI_TAG_OBJECT,  NGI_TAG_EMBED,
                                    NGI_TAG_FORM,   NGI_TAG_LINK,   NGI_TAG_TEMPLATE};
    for (size_t i = 0; i < sizeof(never); i++)
        if (node->tag == never[i])
            return false;
    for (uint32_t i = 0; i < node->attr_count; i++) {
        const ngi_attr *attr = &tree->attrs[node->attr + i];
        bool address = attr->name == NGI_ATTR_HREF || attr->name == NGI_ATTR_SRC;
        if (attr->name == NGI_ATTR_STYLE)
            return false;
        if (address && (ngi_starts_nocase(ngi_trim(attr->value), NGI_LIT("javascript")) ||
                        ngi_starts_nocase(ngi_trim(attr->value), NGI_LIT("data"))))
            return false;
    }
    return true;
}

static bool is_clean(const char *path, ng_slice html)
{
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_arena arena;
    ngi_tree tree;
    bool clean = true;
    (void)path;
    ngi_arena_init(&arena, 0);
    assert_int_equal(ngi_html_parse(parser, &arena, html, NULL, false, &tree, NULL), NG_OK);
    for (uint32_t i = 0; i < tree.count; i++)
        clean = clean && is_safe_node(&tree, &tree.nodes[i]);
    ngi_html_parser_free(parser);
    ngi_arena_free(&arena);
    /* The parser above leaves scripts out and knows no event attributes. Text is escaped, so
     * what looks like a tag is one, and only the writer's own may be there. */
    for (size_t i = 0; i + 7 < html.len; i++)
        if (html.ptr[i] == '<' && (ngi_starts_nocase(ngi_slice_from(html, i), NGI_LIT("<script")) ||
                                   ngi_starts_nocase(ngi_slice_from(html, i), NGI_LIT("<style"))))
            return false;
    return clean;
}

static void test_every_form_is_harmless(void **state)
{
    (void)state;
    taken t = {0};
    ng_run_options options = NG_RUN_OPTIONS;
    options.write.format = NG_FORMAT_TEXT;
    options.read.comments = true;
    t.check = is_harmless;
    run_all(&t, &options);
    options.write.format = NG_FORMAT_HTML;
    t.check = is_clean;
    run_all(&t, &options);
    options.write.format = NG_FORMAT_MARKDOWN;
    t.check = NULL;
    run_all(&t, &options);
    ngi_buffer_free(&t.rows);
}

static void test_the_same_page_gives_the_same_row(void **state)
{
    (void)state;
    taken t = {0};
    ngi_buffer first = {0};
    ng_run_options options = NG_RUN_OPTIONS;
    options.read.evidence = true;
    ngi_buffer_add(&first, run_all(&t, &options));
    options.threads = 3;
    expect_slice("again", run_all(&t, &options), ngi_buffer_slice(&first));
#ifdef __SANITIZE_ADDRESS__
    static const unsigned char fills[] = {0x00, 0x7F, 0xC2, 0xFF}; /* 0, big, -97, no number */
    unsigned char usual = ngi_arena_fill;
    for (size_t i = 0; i < sizeof fills; i++) {
        ngi_arena_fill = fills[i];
        expect_slice("whatever memory held", run_all(&t, &options), ngi_buffer_slice(&first));
    }
    ngi_arena_fill = usual;
#endif
    ngi_buffer_free(&first);
    ngi_buffer_free(&t.rows);
}

static int find_pages(void **state)
{
    (void)state;
    nftw("tests/pages", note, 16, FTW_PHYS);
    nftw("fuzz/corpus", note, 16, FTW_PHYS);
    return found.count > 0 ? 0 : -1;
}

static int forget_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < found.count; i++)
        free(found.items[i]);
    free(found.items);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_is_as_the_schema_says),
        cmocka_unit_test(test_every_form_is_harmless),
        cmocka_unit_test(test_the_same_page_gives_the_same_row),
    };
    return cmocka_run_group_tests(tests, find_pages, forget_pages);
}
