/* SPDX-License-Identifier: Apache-2.0 */
#include "tests.h"

#include "views/json_out.h"

static const struct {
    const char *name;
    ng_slice text;
    const char *wanted;
} texts[] = {
    {"empty", {"", 0}, "\"\""},
    {"plain", {"ferry", 5}, "\"ferry\""},
    {"quotes and backslashes", {"a\"b\\c", 5}, "\"a\\\"b\\\\c\""},
    {"line ends and tabs", {"a\nb\rc\td", 7}, "\"a\\nb\\rc\\td\""},
    {"other control characters", {"\x01\x1F\x7F", 3}, "\"\\u0001\\u001f\x7F\""},
    {"a NUL", {"a\0b", 3}, "\"a\\u0000b\""},
    {"beyond ASCII stays", {"é 中 \xF0\x9F\x98\x80", 11}, "\"é 中 \xF0\x9F\x98\x80\""},
    {"a quote as the eighth byte", {"1234567\"9", 9}, "\"1234567\\\"9\""},
    {"a quote as the ninth byte", {"12345678\"", 9}, "\"12345678\\\"\""},
    {"a slash stays", {"</script>", 9}, "\"</script>\""},
};

static void test_text_is_escaped(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(texts); i++) {
        ngi_buffer out = {0};
        ngi_out_text(&out, NGI_ITEM, texts[i].text);
        expect_text(texts[i].name, ngi_buffer_slice(&out), texts[i].wanted);
        ngi_buffer_free(&out);
    }
}

/* Each byte at each place of a word is escaped if and only if it must be. */
static void test_every_byte_at_every_place(void **state)
{
    (void)state;
    for (unsigned c = 0; c < 0x80; c++) {
        for (size_t at = 0; at < 20; at++) {
            char text[20];
            ngi_buffer out = {0};
            memset(text, 'x', sizeof(text));
            text[at] = (char)c;
            ngi_out_text(&out, NGI_ITEM, ngi_slice(text, sizeof(text)));
            bool escaped = memchr(out.ptr, '\\', out.len) != NULL;
            assert_int_equal(escaped, c < 0x20 || c == '"' || c == '\\');
            ngi_buffer_free(&out);
        }
    }
}

static void test_commas_stand_between(void **state)
{
    (void)state;
    ngi_buffer out = {0};
    ngi_out_open(&out, NGI_ITEM, '{');
    ngi_out_number(&out, NGI_KEY("a"), 0);
    ngi_out_number(&out, NGI_KEY("b"), UINT64_MAX);
    ngi_out_bool(&out, NGI_KEY("c"), true);
    ngi_out_text_if(&out, NGI_KEY("d"), (ng_slice){0});
    ngi_out_open(&out, NGI_KEY("e"), '[');
    ngi_out_open(&out, NGI_ITEM, '[');
    ngi_out_close(&out, ']');
    ngi_out_text(&out, NGI_ITEM, NGI_LIT("["));
    ngi_out_text(&out, NGI_ITEM, NGI_LIT("{"));
    ngi_out_close(&out, ']');
    ngi_out_close(&out, '}');
    expect_text("row", ngi_buffer_slice(&out),
                "{\"a\":0,\"b\":18446744073709551615,\"c\":true,\"e\":[[],\"[\",\"{\"]}");
    ngi_buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_escaped),
        cmocka_unit_test(test_every_byte_at_every_place),
        cmocka_unit_test(test_commas_stand_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
