/* SPDX-License-Identifier: Apache-2.0 */
/* Indexes of archives, held to what is published of CDXJ: a line is a key, a time and an object,
 * parted by single blanks and sorted by its bytes; the key is the address in SURT form, the time
 * fourteen digits; the object's members are strings, named and in the order in which the usual
 * indexer writes them: url, mime, status, digest, length, offset, filename. */
#include "base/base.h"
#include "tests.h"

#include <stdlib.h>
#include <unistd.h>

static char path[64];

#define DATE "2026-03-04T05:06:07Z"
#define PAGE "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The ferry.</p>"
#define SHA1 "XZXSGNEJTLO3V6E3MPAQAKW344ISNKLG"

typedef struct index_case {
    const char *name;
    const char *type, *uri, *date, *media, *digest; /* of the record */
    const char *block;
    const char *key;     /* what the line begins with; NULL: the record has none */
    const char *members; /* behind the url, without what tells its place */
} index_case;

static const index_case cases[] = {
    {"a page", "response", "https://www.Ferrow.example/News/?b=2&a=1", DATE, "application/http",
     "sha1:AAAA", PAGE, "example,ferrow)/news?a=1&b=2 20260304050607 ",
     "\"mime\":\"text/html\",\"status\":\"200\",\"digest\":\"AAAA\""},
    {"an address in brackets", "response", "<https://ferrow.example/>", DATE, "application/http",
     "sha1:AAAA", PAGE, "example,ferrow)/ 20260304050607 ",
     "\"mime\":\"text/html\",\"status\":\"200\",\"digest\":\"AAAA\""},
    {"a digest that is worked out", "response", "https://ferrow.example/2", DATE,
     "application/http; msgtype=response", "", PAGE, "example,ferrow)/2 20260304050607 ",
     "\"mime\":\"text/html\",\"status\":\"200\",\"digest\":\"" SHA1 "\""},
    {"another status", "response", "https://ferrow.example/3", DATE, "application/http",
     "sha1:AAAA", "HTTP/1.1 301 Moved\r\nLocation: /4\r\n\r\n", "example,ferrow)/3 20260304050607 ",
     "\"status\":\"301\",\"digest\":\"AAAA\""},
    {"a media type with a blank alone", "response", "https://ferrow.example/4", DATE,
     "application/http", "sha1:AAAA",
     "HTTP/1.0 200 OK\r\nContent-Type: text/html charset=x\r\n\r\nx",
     "example,ferrow)/4 20260304050607 ",
     "\"mime\":\"text/html\",\"status\":\"200\",\"digest\":\"AAAA\""},
    {"a page seen before", "revisit", "https://ferrow.example/5", DATE, "application/http",
     "sha1:AAAA", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
     "example,ferrow)/5 20260304050607 ",
     "\"mime\":\"warc/revisit\",\"status\":\"200\",\"digest\":\"AAAA\""},
    {"a resource", "resource", "urn:ferrow:Plan", DATE, "image/png", "sha1:AAAA", "x",
     "urn:ferrow:plan 20260304050607 ", "\"mime\":\"image/png\",\"digest\":\"AAAA\""},
    {"metadata", "metadata", "https://ferrow.example/6", DATE, "text/plain", "sha1:AAAA", "x",
     "example,ferrow)/6 20260304050607 ", "\"mime\":\"text/plain\",\"digest\":\"AAAA\""},
    {"a crawler's notes", "metadata", "https://ferrow.example/7", DATE, "application/warc-fields",
     "sha1:AAAA", "x", NULL, NULL},
    {"a request", "request", "https://ferrow.example/8", DATE, "application/http", "sha1:AAAA",
     "GET / HTTP/1.1\r\n\r\n", NULL, NULL},
    {"the archive's own record", "warcinfo", "", DATE, "application/warc-fields", "", "x", NULL,
     NULL},
    {"parts of a second", "resource", "https://ferrow.example/9", "2026-03-04T05:06:07.891Z",
     "text/plain", "sha1:AAAA", "x", "example,ferrow)/9 20260304050607 ",
     "\"mime\":\"text/plain\",\"digest\":\"AAAA\""},
    {"a day", "resource", "https://ferrow.example/10", "2026-03-04", "text/plain", "sha1:AAAA", "x",
     "example,ferrow)/10 20260304000000 ", "\"mime\":\"text/plain\",\"digest\":\"AAAA\""},
    {"a year", "resource", "https://ferrow.example/11", "2026", "text/plain", "sha1:AAAA", "x",
     "example,ferrow)/11 20260101000000 ", "\"mime\":\"text/plain\",\"digest\":\"AAAA\""},
    {"no date", "resource", "https://ferrow.example/12", "", "text/plain", "sha1:AAAA", "x",
     "example,ferrow)/12 - ", "\"mime\":\"text/plain\",\"digest\":\"AAAA\""},
    {"a blank and a quotation mark in an address", "resource", "https://ferrow.example/a b\"c",
     DATE, "text/plain", "sha1:AAAA", "x", "example,ferrow)/a%20b\"c 20260304050607 ",
     "\"mime\":\"text/plain\",\"digest\":\"AAAA\""},
};

static size_t write_record(FILE *file, const index_case *c)
{
    char head[1024];
    int len = snprintf(head, sizeof head,
                       "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:1>\r\n%s%s%s%s%s%s"
                       "%s%s%sContent-Type: %s\r\nContent-Length: %zu\r\n\r\n",
                       c->type, c->uri[0] != '\0' ? "WARC-Target-URI: " : "", c->uri,
                       c->uri[0] != '\0' ? "\r\n" : "", c->date[0] != '\0' ? "WARC-Date: " : "",
                       c->date, c->date[0] != '\0' ? "\r\n" : "",
                       c->digest[0] != '\0' ? "WARC-Payload-Digest: " : "", c->digest,
                       c->digest[0] != '\0' ? "\r\n" : "", c->media, strlen(c->block));
    assert_true(len > 0 && (size_t)len < sizeof head);
    assert_true(fprintf(file, "%s%s\r\n\r\n", head, c->block) > 0);
    return (size_t)len + strlen(c->block); /* the lines that part records are none of it */
}

static bool keep(void *context, const char *bytes, size_t length)
{
    ngi_buffer_add((ngi_buffer *)context, (ng_slice){bytes, length});
    return true;
}

static bool no_fault(void *context, const ng_input *input, const ng_error *failure,
                     const char *bytes, size_t length)
{
    (void)context, (void)input, (void)bytes, (void)length;
    fail_msg("%s", failure != NULL ? failure->text : "a row");
    return false;
}

static void add_file(ng_index *index)
{
    ng_error error;
    ng_input input = {.path = path};
    if (ng_index_add(index, &input, NULL, no_fault, NULL, &error) != NG_OK)
        fail_msg("%s", error.text);
}

/* The line of each record, and none of those that are not to be looked up. */
static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        const index_case *c = &cases[i];
        ng_index *index;
        ngi_buffer lines = {0}, wanted = {0};
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        size_t offset = write_record(file, &cases[10]) + 4; /* behind another one */
        size_t length = write_record(file, c);
        assert_int_equal(fclose(file), 0);
        assert_int_equal(ng_index_new(&index, NULL), NG_OK);
        add_file(index);
        assert_int_equal(ng_index_write(index, keep, &lines, NULL), NG_OK);
        if (c->key != NULL) {
            ng_slice uri = ngi_slice_of(c->uri);
            if (uri.ptr[0] == '<')
                uri = ngi_slice_sub(uri, 1, uri.len - 1);
            ngi_buffer_format(&wanted, "%s{\"url\":\"", c->key);
            for (size_t k = 0; k < uri.len; k++) {
                if (uri.ptr[k] == '"')
                    ngi_buffer_char(&wanted, '\\');
                ngi_buffer_char(&wanted, uri.ptr[k]);
            }
            ngi_buffer_format(&wanted,
                              "\",%s,\"length\":\"%zu\",\"offset\":\"%zu\",\"filename\":\"%s\"}\n",
                              c->members, length, offset, path);
        }
        expect_slice(c->name, ngi_buffer_slice(&lines), ngi_buffer_slice(&wanted));
        ng_index_free(index);
        ngi_buffer_free(&lines);
        ngi_buffer_free(&wanted);
    }
}

/* Sorted as `LC_ALL=C sort` does, whatever the order of the records. */
static void test_lines_are_sorted_by_their_bytes(void **state)
{
    (void)state;
    ng_index *index;
    ngi_buffer lines = {0};
    ng_slice line, last = {0};
    size_t count = 0, wanted = 0;
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        (void)write_record(file, &cases[i]);
        wanted += cases[i].key != NULL;
    }
    assert_int_equal(fclose(file), 0);
    assert_int_equal(ng_index_new(&index, NULL), NG_OK);
    add_file(index);
    assert_int_equal(ng_index_write(index, keep, &lines, NULL), NG_OK);
    ng_slice rest = ngi_buffer_slice(&lines);
    while (ngi_split(&rest, '\n', &line) && line.len != 0) {
        size_t first = ngi_find_char(line, ' ');
        size_t second = first + 1 + ngi_find_char(ngi_slice_from(line, first + 1), ' ');
        assert_true(second - first - 1 == 14 || second - first - 1 == 1);
        assert_true(line.ptr[second + 1] == '{' && line.ptr[line.len - 1] == '}');
        size_t shared = line.len < last.len ? line.len : last.len;
        int order = count == 0 ? -1 : memcmp(last.ptr, line.ptr, shared);
        assert_true(order < 0 || (order == 0 && last.len < line.len));
        last = line;
        count++;
    }
    assert_int_equal(count, wanted);
    ng_index_free(index);
    ngi_buffer_free(&lines);
}

static int set_up(void **state)
{
    (void)state;
    snprintf(path, sizeof path, "test-index-%ld.tmp", (long)getpid());
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_lines_are_sorted_by_their_bytes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
