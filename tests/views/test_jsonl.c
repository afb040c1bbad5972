/* SPDX-License-Identifier: Apache-2.0 */
#include "tests.h"

#include "sample.h"
#include "schema.h"

static void expect_valid(const char *name, ng_slice rows)
{
    char why[256] = "";
    yyjson_doc *schema = schema_load();
    if (schema_check_rows(schema, rows, why) != 1)
        fail_msg("%s: %s", name, why);
    yyjson_doc_free(schema);
}

static void test_every_sample_is_as_the_schema_says(void **state)
{
    (void)state;
    ngi_page pages[] = {sample_page(), sample_hostile(), sample_forum(), sample_persian(), {0}};
    pages[4].kind = NG_KIND_PAGE;
    for (size_t i = 0; i < ARRAY_COUNT(pages); i++)
        expect_valid("sample", sample_written(ngi_view_jsonl, &pages[i], NULL));
}

static void test_a_row_has_its_fields_in_order(void **state)
{
    (void)state;
    ngi_page page = sample_page();
    ng_write_options options = NG_WRITE_OPTIONS;
    options.file = NGI_LIT("a.html");
    expect_text(
        "row", sample_written(ngi_view_jsonl, &page, &options),
        "{\"schema\":1,\"file\":\"a.html\",\"url\":\"https://daily.example/\","
        "\"kind\":\"section\",\"inLanguage\":\"en\","
        "\"text\":\"PORT ELLERY, March 3 - The ferry sailed on time.\",\"stories\":[{"
        "\"headline\":\"Ferry returns to Port Ellery\","
        "\"description\":\"After nine years the line is open again.\","
        "\"author\":[{\"name\":\"Ada Marlow\",\"url\":\"https://daily.example/ada\","
        "\"bytes\":[[140,145]]},{\"name\":\"Joon Pak\"}],"
        "\"datePublished\":\"2026-03-03T10:00:00+01:00\",\"dateSource\":\"json-ld\","
        "\"articleSection\":\"World\",\"keywords\":[\"ferries\",\"harbour\"],"
        "\"creditText\":\"Northwire\",\"publisher\":{\"name\":\"The Daily Example\"},"
        "\"image\":{\"url\":\"https://daily.example/eider.jpg\",\"caption\":\"The Eider\"},"
        "\"url\":\"https://daily.example/ferry\",\"isAccessibleForFree\":true,"
        "\"inLanguage\":\"en\","
        "\"articleBody\":\"PORT ELLERY, March 3 - The ferry sailed on time.\\n\\nA subhead\","
        "\"parts\":[{\"type\":\"paragraph\",\"text\":"
        "\"PORT ELLERY, March 3 - The ferry sailed on time.\",\"bytes\":[[200,260]]},"
        "{\"type\":\"heading\",\"text\":\"A subhead\",\"level\":2},"
        "{\"type\":\"quote\",\"text\":\"\\\"We waited long,\\\" she said.\"},"
        "{\"type\":\"list-item\",\"text\":\"First of two\",\"level\":1},"
        "{\"type\":\"list-item\",\"text\":\"Second of two\",\"level\":1},"
        "{\"type\":\"table\",\"text\":\"Ship | Year\\nEider | 1998\"},"
        "{\"type\":\"caption\",\"text\":\"The Eider leaves.\"},"
        "{\"type\":\"code\",\"text\":\"a < b\"}],"
        "\"comments\":[{\"author\":\"gull7\",\"text\":\"About time.\"}],"
        "\"evidence\":{\"headline\":{\"bytes\":[[100,131]]}}}],"
        "\"teasers\":[{\"headline\":\"Mill reopens\",\"articleSection\":\"World\","
        "\"ageText\":\"5 days ago\",\"datePublished\":\"2026-02-26\","
        "\"url\":\"https://daily.example/mill\",\"bytes\":[[100,131],[140,155]]},"
        "{\"headline\":\"Snow on the pass\",\"description\":\"Chains are needed.\"}]}\n");
}

static void test_a_failure_has_its_row(void **state)
{
    (void)state;
    ng_error failure = {NG_ERR_IO, 7, "cannot be opened"};
    ng_write_options options = NG_WRITE_OPTIONS;
    ngi_buffer out = {0};
    options.file = NGI_LIT("no\xFFne.html");
    ngi_view_failure(&out, &failure, NULL, &options);
    expect_text("row", ngi_buffer_slice(&out),
                "{\"schema\":1,\"file\":\"no\xEF\xBF\xBDne.html\",\"error\":{\"code\":\"io\","
                "\"text\":\"cannot be opened\",\"offset\":7}}\n");
    expect_valid("failure", ngi_buffer_slice(&out));
    ngi_buffer_free(&out);
}

static void test_a_cut_page_has_both(void **state)
{
    (void)state;
    ngi_page page = sample_forum();
    page.cut = true;
    page.cut_why = "the time limit was reached";
    page.cut_at = 12;
    ng_slice row = sample_written(ngi_view_jsonl, &page, NULL);
    expect_valid("cut", row);
    assert_true(ngi_find(row, NGI_LIT("\"teasers\":[],\"error\":{\"code\":\"limit\"")) != NGI_NONE);
    assert_true(ngi_find(row, NGI_LIT("bicycles")) != NGI_NONE);
}

static void test_rows_follow_one_another(void **state)
{
    (void)state;
    char why[256] = "";
    ngi_buffer out = {0};
    ng_write_options options = NG_WRITE_OPTIONS;
    ngi_page page = sample_page();
    yyjson_doc *schema = schema_load();
    ngi_view_jsonl(&out, &page, &options);
    ngi_view_jsonl(&out, &page, &options);
    if (schema_check_rows(schema, ngi_buffer_slice(&out), why) != 2)
        fail_msg("%s", why);
    yyjson_doc_free(schema);
    ngi_buffer_free(&out);
}

/* The validator itself refuses what is wrong. */
static void test_the_schema_refuses(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "{}",
        "{\"schema\":2}",
        "{\"schema\":1,\"x\":1}",
        "{\"schema\":1,\"kind\":\"auto\"}",
        "{\"schema\":1,\"stories\":[{}]}",
        "{\"schema\":1,\"teasers\":[{\"headline\":1}]}",
        "{\"schema\":1,\"error\":{\"code\":\"limit\",\"text\":\"\",\"offset\":-1}}",
        "{\"schema\":1,\"teasers\":[{\"headline\":\"a\",\"bytes\":[[1]]}]}",
        "[]",
    };
    char why[256];
    yyjson_doc *schema = schema_load();
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        yyjson_doc *row = yyjson_read(rows[i], strlen(rows[i]), 0);
        if (schema_holds(schema, yyjson_doc_get_root(row), why))
            fail_msg("%s was taken", rows[i]);
        yyjson_doc_free(row);
    }
    yyjson_doc_free(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sample_is_as_the_schema_says),
        cmocka_unit_test(test_a_row_has_its_fields_in_order),
        cmocka_unit_test(test_a_failure_has_its_row),
        cmocka_unit_test(test_a_cut_page_has_both),
        cmocka_unit_test(test_rows_follow_one_another),
        cmocka_unit_test(test_the_schema_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
