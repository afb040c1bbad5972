/* SPDX-License-Identifier: Apache-2.0 */
/* The public calls, as a program that uses the library makes them. */
#include "tests.h"

#include <stdlib.h>

static const char page[] =
    "<!doctype html><html lang=en><title>Ferry returns to Port Ellery</title><body>"
    "<nav><a href=/>Home</a> <a href=/world>World</a></nav>"
    "<article><h1>Ferry returns to Port Ellery</h1>"
    "<p>The ferry sailed from Port Ellery on Tuesday morning, for the first time in nine years, "
    "with two hundred people and a brass band on board.</p>"
    "<p>The harbour master, who had waited for the day since the old pier was closed, said that "
    "the line would run twice a day until the autumn storms come.</p>"
    "<p>Tickets cost less than a meal in town, and the boat takes bicycles, dogs and, on the "
    "second deck, up to twelve cars at a time.</p></article></body></html>";

static ng_slice slice_of(const char *text)
{
    return (ng_slice){text, strlen(text)};
}

typedef struct kept {
    char bytes[8192];
    size_t length;
    bool refuse;
} kept;

static bool keep(void *context, const char *bytes, size_t length)
{
    kept *k = context;
    if (k->refuse || length > sizeof(k->bytes) - k->length)
        return false;
    memcpy(k->bytes + k->length, bytes, length);
    k->length += length;
    return true;
}

static ng_reader *new_reader(void)
{
    ng_reader *reader;
    ng_error error;
    assert_int_equal(ng_reader_new(&reader, &error), NG_OK);
    return reader;
}

static void test_a_document_outlives_page_and_reader(void **state)
{
    (void)state;
    ng_document *document;
    ng_error error;
    ng_reader *reader = new_reader();
    size_t length = sizeof(page) - 1;
    char *copy = malloc(length);
    memcpy(copy, page, length);
    assert_int_equal(ng_reader_read_page(reader, (ng_slice){copy, length}, NULL, &document, &error),
                     NG_OK);
    memset(copy, 'x', length);
    free(copy);
    ng_reader_free(reader);
    assert_true(ng_document_story_count(document) >= 1);
    ng_slice body = ng_document_story(document, 0, NG_STORY_BODY);
    assert_non_null(memmem(body.ptr, body.len, "brass band", 10));
    assert_true(ng_document_part_count(document, 0) >= 3);
    ng_part part = ng_document_part(document, 0, ng_document_part_count(document, 0) - 1);
    expect_text("type", part.type, "paragraph");
    assert_non_null(memmem(part.text.ptr, part.text.len, "twelve cars", 11));
    assert_false(ng_document_cut(document, &error));
    ng_document_free(document);
}

static void test_what_is_not_there_is_empty(void **state)
{
    (void)state;
    ng_document *document;
    ng_error error;
    ng_reader *reader = new_reader();
    assert_int_equal(ng_reader_read_page(reader, slice_of(page), NULL, &document, &error), NG_OK);
    assert_int_equal(ng_document_story(document, 99, NG_STORY_BODY).len, 0);
    assert_int_equal(ng_document_author(document, 0, 99).name.len, 0);
    assert_int_equal(ng_document_keyword(document, 0, 99).len, 0);
    assert_int_equal(ng_document_keyword_count(document, 99), 0);
    assert_int_equal(ng_document_comment(document, 0, 99).text.len, 0);
    assert_int_equal(ng_document_comment_count(document, 99), 0);
    assert_int_equal(ng_document_sha256(document).len, 0);
    const ng_range *ranges = (const ng_range *)"";
    assert_int_equal(ng_document_story_ranges(document, 99, NG_STORY_HEADLINE, &ranges), 0);
    assert_null(ranges);
    assert_int_equal(ng_document_story_ranges(document, 0, NG_STORY_BODY, &ranges), 0);
    assert_int_equal(ng_document_teaser_ranges(document, 99, &ranges), 0);
    assert_null(ranges);
    assert_int_equal(ng_document_author_count(document, 99), 0);
    assert_int_equal(ng_document_part(document, 0, 9999).text.len, 0);
    assert_int_equal(ng_document_part(document, 99, 0).text.len, 0);
    assert_int_equal(ng_document_teaser(document, 99, NG_TEASER_HEADLINE).len, 0);
    ng_document_free(document);
    ng_reader_free(reader);
    ng_reader_free(NULL);
    ng_document_free(NULL);
}

static const struct {
    const char *name;
    ng_slice text, wanted;
} plain[] = {
    {"words", {"The ferry.", 10}, {"The ferry.", 10}},
    {"white space at both ends stays", {" \n a \n\n", 7}, {" \n a \n\n", 7}},
    {"line ends stay", {"a\r\nb\rc", 6}, {"a\r\nb\rc", 6}},
    {"a byte order mark counts",
     {"\xEF\xBB\xBF"
      "a",
      4},
     {"\xEF\xBB\xBF"
      "a",
      4}},
    {"a NUL stays", {"a\0b", 3}, {"a\0b", 3}},
    {"tags are text", {"<p>a</p>", 8}, {"<p>a</p>", 8}},
    {"no normal form", {"e\xCC\x81", 3}, {"e\xCC\x81", 3}},
    {"a legacy charset is decoded, its line ends stay",
     {"Les p\xEA"
      "cheurs \xE9taient rentr\xE9s.\r\n",
      31},
     {"Les p\xC3\xAA"
      "cheurs \xC3\xA9taient rentr\xC3\xA9s.\r\n",
      34}},
    {"UTF-16 keeps its byte order mark as a character",
     {"\xFF\xFEh\0\xE9\0\n\0", 8},
     {"\xEF\xBB\xBFh\xC3\xA9\n", 7}},
    {"a broken byte among UTF-8 becomes U+FFFD",
     {"\xE6\x9C\x88\xE6\x9C\x9D \xFF \xE9\xA6\x99\xE5\x88\x9D\xE3\x81\xA8", 18},
     {"\xE6\x9C\x88\xE6\x9C\x9D \xEF\xBF\xBD \xE9\xA6\x99\xE5\x88\x9D\xE3\x81\xA8", 20}},
    {"nothing at all", {"", 0}, {"", 0}},
    {"only white space", {"  ", 2}, {"  ", 2}},
};

static void test_plain_text_is_taken_as_it_is(void **state)
{
    (void)state;
    ng_read_options options = NG_READ_OPTIONS;
    ng_reader *reader = new_reader();
    options.kind = NG_KIND_PLAIN;
    options.evidence = true;
    for (size_t i = 0; i < ARRAY_COUNT(plain); i++) {
        ng_document *document;
        ng_error error;
        assert_int_equal(ng_reader_read_page(reader, plain[i].text, &options, &document, &error),
                         NG_OK);
        expect_slice(plain[i].name, ng_document_story(document, 0, NG_STORY_BODY), plain[i].wanted);
        expect_slice(plain[i].name, ng_document_text(document), plain[i].wanted);
        expect_int(plain[i].name, ng_document_kind(document), NG_KIND_TEXT);
        expect_int(plain[i].name, (int64_t)ng_document_story_count(document), 1);
        if (plain[i].text.len > 0)
            expect_int(plain[i].name, (int64_t)ng_document_part(document, 0, 0).ranges[0].end,
                       (int64_t)plain[i].text.len);
        ng_document_free(document);
    }
    ng_reader_free(reader);
}

static const struct {
    const char *name;
    ng_slice page;
    uint64_t max_bytes;
    ng_status wanted;
} failures[] = {
    {"empty", {"", 0}, 0, NG_ERR_FORMAT},
    {"white space", {" \n\t ", 4}, 0, NG_ERR_FORMAT},
    {"a byte order mark alone", {"\xEF\xBB\xBF", 3}, 0, NG_ERR_FORMAT},
    {"binary",
     {"\x7F"
      "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
      16},
     0,
     NG_ERR_FORMAT},
    {"too large", {"<p>The ferry sailed.", 20}, 19, NG_ERR_LIMIT},
};

static void test_what_can_not_be_read_says_why(void **state)
{
    (void)state;
    ng_reader *reader = new_reader();
    for (size_t i = 0; i < ARRAY_COUNT(failures); i++) {
        ng_document *document = NULL;
        ng_read_options options = NG_READ_OPTIONS;
        ng_error error = {0};
        options.max_bytes = failures[i].max_bytes;
        expect_int(failures[i].name,
                   ng_reader_read_page(reader, failures[i].page, &options, &document, &error),
                   failures[i].wanted);
        assert_null(document);
        assert_int_equal(error.status, failures[i].wanted);
        assert_true(error.text[0] != '\0');
    }
    ng_reader_free(reader);
}

static void test_a_missing_file_and_a_folder_are_faults(void **state)
{
    (void)state;
    ng_reader *reader = new_reader();
    ng_document *document;
    ng_error error;
    assert_int_equal(ng_reader_read_file(reader, "tests/no-such-file", NULL, &document, &error),
                     NG_ERR_IO);
    assert_int_equal(ng_reader_read_file(reader, "tests", NULL, &document, &error), NG_ERR_IO);
    assert_null(document);
    assert_int_equal(ng_reader_read_file(reader, "tests/tests.h", NULL, &document, NULL), NG_OK);
    ng_document_free(document);
    ng_reader_free(reader);
}

static void test_a_sink_can_refuse(void **state)
{
    (void)state;
    ng_document *document;
    ng_error error;
    kept out = {.refuse = true};
    ng_reader *reader = new_reader();
    assert_int_equal(ng_reader_read_page(reader, slice_of(page), NULL, &document, &error), NG_OK);
    assert_int_equal(ng_document_write(document, NULL, keep, &out, &error), NG_ERR_WRITE);
    out.refuse = false;
    assert_int_equal(ng_document_write(document, NULL, keep, &out, &error), NG_OK);
    assert_memory_equal(out.bytes, "{\"schema\":1,", 12);
    assert_int_equal(out.bytes[out.length - 1], '\n');
    ng_document_free(document);
    ng_reader_free(reader);
}

static void test_failures_are_written_as_rows_alone(void **state)
{
    (void)state;
    ng_write_options options = NG_WRITE_OPTIONS;
    ng_error failure = {NG_ERR_IO, 0, "cannot be opened"}, error;
    kept out = {0};
    options.format = NG_FORMAT_TEXT;
    assert_int_equal(ng_error_write(&failure, &options, keep, &out, &error), NG_OK);
    assert_int_equal(out.length, 0);
    options.format = NG_FORMAT_JSONL;
    assert_int_equal(ng_error_write(&failure, &options, keep, &out, &error), NG_OK);
    assert_true(out.length > 0);
    out.refuse = true;
    assert_int_equal(ng_error_write(&failure, &options, keep, &out, &error), NG_ERR_WRITE);
}

/* A program built against an older header hands in smaller options. */
static void test_smaller_options_are_taken(void **state)
{
    (void)state;
    ng_document *document;
    ng_error error;
    ng_read_options options = NG_READ_OPTIONS;
    ng_reader *reader = new_reader();
    options.size = offsetof(ng_read_options, url);
    options.kind = NG_KIND_PLAIN;
    options.max_bytes = 1; /* beyond what the caller's header has: not looked at */
    assert_int_equal(ng_reader_read_page(reader, slice_of("ferry"), &options, &document, &error),
                     NG_OK);
    expect_text("body", ng_document_text(document), "ferry");
    ng_document_free(document);
    ng_reader_free(reader);
}

static void test_a_place_is_shown(void **state)
{
    (void)state;
    ng_write_options options = NG_WRITE_OPTIONS;
    ng_error error;
    kept out = {0};
    ng_slice text = slice_of("<p>The ferry sailed.</p>");
    assert_int_equal(ng_place_write(text, (ng_range){7, 12}, &options, keep, &out, &error), NG_OK);
    expect_text("place", (ng_slice){out.bytes, out.length}, "<p>The ⟦ferry⟧ sailed.</p>\n");
    assert_int_equal(ng_place_write(text, (ng_range){7, 99}, &options, keep, &out, &error),
                     NG_ERR_ARGUMENT);
    assert_int_equal(ng_place_write(text, (ng_range){9, 7}, &options, keep, &out, &error),
                     NG_ERR_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_document_outlives_page_and_reader),
        cmocka_unit_test(test_what_is_not_there_is_empty),
        cmocka_unit_test(test_plain_text_is_taken_as_it_is),
        cmocka_unit_test(test_what_can_not_be_read_says_why),
        cmocka_unit_test(test_a_missing_file_and_a_folder_are_faults),
        cmocka_unit_test(test_a_sink_can_refuse),
        cmocka_unit_test(test_failures_are_written_as_rows_alone),
        cmocka_unit_test(test_smaller_options_are_taken),
        cmocka_unit_test(test_a_place_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
