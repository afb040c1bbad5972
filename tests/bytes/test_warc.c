/* SPDX-License-Identifier: Apache-2.0 */
/* Archives, whole, cut at every byte and damaged at every byte: all records that can be read
 * are, and what can not is told. */
#include "bytes/http.h"
#include "bytes/warc.h"
#include "tests.h"

#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

enum { RECORDS = 4, MOST = 64 * 1024 };

typedef enum form { PLAIN, MEMBERS, ONE_MEMBER } form;

typedef struct archive {
    char bytes[MOST];
    size_t length;
    size_t starts[RECORDS + 1]; /* of the records, in the file; the last is the end */
} archive;

/* A record that claims `more` bytes than it has, or what `claim` says. */
static size_t record_that_claims(char *out, size_t room, int i, bool arc, const char *claim,
                                 int more)
{
    char http[400], own[32];
    int length =
        snprintf(http, sizeof http,
                 "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The ferry number %d "
                 "sailed at dawn with %d goats on board.</p>",
                 i, i * 7);
    snprintf(own, sizeof own, "%d", length + more);
    claim = claim != NULL ? claim : own;
    if (arc)
        return (size_t)snprintf(out, room, "https://f.example/%d 10.0.0.1 20260303140501 text/html %s\n%s\n",
                                i, claim, http);
    return (size_t)snprintf(
        out, room,
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\n"
        "WARC-Date: 2026-03-03T14:05:00Z\r\nWARC-Target-URI: https://f.example/%d\r\n"
        "Content-Type: application/http\r\nContent-Length: %s\r\n\r\n%s\r\n\r\n",
        i, i, claim, http);
}

static size_t record(char *out, size_t room, int i)
{
    return record_that_claims(out, room, i, false, NULL, 0);
}

static size_t pack(const char *text, size_t length, char *out, size_t room)
{
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)text;
    z.avail_in = (uInt)length;
    z.next_out = (Bytef *)out;
    z.avail_out = (uInt)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    deflateEnd(&z);
    return room - z.avail_out;
}

/* Record 1 of it may lie about its length. */
static void make_with_lie(archive *a, form form, bool arc, const char *claim, int more)
{
    static char all[MOST];
    size_t used = 0;
    a->length = 0;
    for (int i = 0; i < RECORDS; i++) {
        char text[1024];
        size_t length = record_that_claims(text, sizeof text, i, arc, i == 1 ? claim : NULL,
                                           i == 1 ? more : 0);
        a->starts[i] = a->length;
        if (form == MEMBERS) {
            a->length += pack(text, length, a->bytes + a->length, MOST - a->length);
        } else {
            memcpy(all + used, text, length);
            used += length;
            a->length = used;
        }
    }
    a->starts[RECORDS] = a->length;
    if (form == PLAIN)
        memcpy(a->bytes, all, used);
    if (form == ONE_MEMBER)
        a->length = pack(all, used, a->bytes, MOST);
}

static void make(archive *a, form form)
{
    make_with_lie(a, form, false, NULL, 0);
}

/* ---- reading ---- */

typedef struct seen {
    bool record[RECORDS];
    uint64_t offset[RECORDS];
    int records, broken;
} seen;

static bool wants_all(void *context, const ngi_warc_record *record)
{
    (void)context;
    (void)record;
    return true;
}

static bool wants_all_but_one(void *context, const ngi_warc_record *record)
{
    (void)context;
    return !ngi_ends(record->uri, NGI_LIT("/1"));
}

static const char *path_of_test(void)
{
    static char path[64];
    snprintf(path, sizeof path, "test-warc-%ld.tmp", (long)getpid());
    return path;
}

static void write_file(const char *bytes, size_t length)
{
    FILE *file = fopen(path_of_test(), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void note(seen *s, const ngi_warc_record *r)
{
    char digit = r->uri.len != 0 ? r->uri.ptr[r->uri.len - 1] : 'x';
    s->records++;
    for (int i = 0; i < RECORDS; i++)
        if (digit == '0' + i && ngi_find(r->block, NGI_LIT("goats on board.</p>")) != NGI_NONE) {
            s->record[i] = true;
            s->offset[i] = r->offset;
        }
}

static seen read_wanted(const char *bytes, size_t length, uint64_t limit, ngi_warc_wants *wants)
{
    seen s = {0};
    ngi_unpacker *unpacker;
    ngi_warc *warc;
    ngi_warc_record r;
    ng_error error;
    write_file(bytes, length);
    assert_int_equal(ngi_unpacker_open(path_of_test(), &unpacker, &error), NG_OK);
    assert_int_equal(ngi_warc_open(unpacker, limit, &warc, &error), NG_OK);
    for (int i = 0;; i++) {
        ng_status status = ngi_warc_next(warc, wants, NULL, &r, &error);
        assert_true(i < 1000); /* it comes to an end */
        if (status == NG_ERR_FORMAT) {
            s.broken++;
            continue;
        }
        assert_int_equal(status, NG_OK);
        if (r.at_end)
            break;
        note(&s, &r);
    }
    ngi_warc_close(warc);
    unlink(path_of_test());
    return s;
}

static seen read_bytes(const char *bytes, size_t length, uint64_t limit)
{
    return read_wanted(bytes, length, limit, wants_all);
}

/* ---- tests ---- */

static void test_whole_archives(void **state)
{
    static const form forms[] = {PLAIN, MEMBERS, ONE_MEMBER};
    static archive a;
    (void)state;
    for (size_t f = 0; f < ARRAY_COUNT(forms); f++) {
        make(&a, forms[f]);
        seen s = read_bytes(a.bytes, a.length, 1 << 20);
        expect_int("records", s.records, RECORDS);
        expect_int("broken", s.broken, 0);
        for (int i = 0; i < RECORDS && forms[f] != ONE_MEMBER; i++)
            expect_int("offset", (int64_t)s.offset[i], (int64_t)a.starts[i]);
    }
}

static void test_archives_cut_at_every_byte(void **state)
{
    static const form forms[] = {PLAIN, MEMBERS};
    static archive a;
    (void)state;
    for (size_t f = 0; f < ARRAY_COUNT(forms); f++) {
        make(&a, forms[f]);
        for (size_t length = 1; length < a.length; length++) {
            seen s = read_bytes(a.bytes, length, 1 << 20);
            int whole = 0;
            while (whole + 1 <= RECORDS && a.starts[whole + 1] <= length)
                whole++;
            for (int i = 0; i < whole; i++)
                if (!s.record[i])
                    fail_msg("cut at %zu: record %d is lost", length, i);
            /* A plain record without its last empty lines is whole. */
            bool more = length > a.starts[whole] && s.records == whole;
            if (more && s.broken == 0)
                fail_msg("cut at %zu: nothing is told", length);
        }
    }
}

static void test_archives_damaged_at_every_byte(void **state)
{
    static archive a;
    (void)state;
    make(&a, MEMBERS);
    for (size_t at = a.starts[1]; at < a.starts[2]; at++) {
        char kept = a.bytes[at];
        a.bytes[at] = (char)(kept ^ 0x55);
        seen s = read_bytes(a.bytes, a.length, 1 << 20);
        a.bytes[at] = kept;
        if (!s.record[0] || !s.record[2] || !s.record[3])
            fail_msg("damaged at %zu: a sound record is lost", at);
        if (!s.record[1] && s.broken == 0)
            fail_msg("damaged at %zu: nothing is told", at);
    }
}

static void test_records_that_claim_too_much(void **state)
{
    static const char *const claims[] = {"9223372036854775808", "99999999999999999999", "-1", "abc",
                                         ""};
    static archive a;
    char bytes[4096];
    (void)state;
    make(&a, PLAIN);
    for (size_t i = 0; i < ARRAY_COUNT(claims); i++) {
        int length =
            snprintf(bytes, sizeof bytes,
                     "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %s\r\n\r\nx\r\n\r\n%.*s",
                     claims[i], (int)a.length, a.bytes);
        seen s = read_bytes(bytes, (size_t)length, 1 << 20);
        expect_int(claims[i], s.broken, 1);
        for (int k = 0; k < RECORDS; k++)
            assert_true(s.record[k]);
    }
}

/* Whatever a record says of its length, those around it are read, and it is told. */
static void test_a_length_that_lies_loses_no_other_record(void **state)
{
    static const struct {
        const char *claim;
        int more;
    } lies[] = {{NULL, 20},      {NULL, 60},     {NULL, 250},
                {NULL, 5000},    {NULL, 5 << 20}, {"4611686018427387904", 0},
                {"-1", 0},       {"many", 0},    {"0", 0},
                {NULL, -30}};
    static archive a;
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(lies); i++)
        for (form form = PLAIN; form <= ONE_MEMBER; form++)
            for (int arc = 0; arc < 2; arc++)
                for (int all = 0; all < 2; all++) {
                    make_with_lie(&a, form, arc == 1, lies[i].claim, lies[i].more);
                    seen s = read_wanted(a.bytes, a.length, 1 << 20,
                                         all == 1 ? wants_all : wants_all_but_one);
                    if (!s.record[0] || !s.record[2] || !s.record[3] || s.records > RECORDS)
                        fail_msg("lie %zu, form %d, arc %d, all %d: a record is lost", i, (int)form,
                                 arc, all);
                    if (s.broken == 0)
                        fail_msg("lie %zu, form %d, arc %d, all %d: not told", i, (int)form, arc,
                                 all);
                }
}

/* A page may speak of archives, and hold one. */
static void test_a_record_in_a_record_is_none(void **state)
{
    char inner[1024], bytes[4096];
    static archive a;
    (void)state;
    size_t length = record(inner, sizeof inner, 9);
    make(&a, PLAIN);
    int used = snprintf(bytes, sizeof bytes,
                        "WARC/1.1\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n"
                        "Content-Length: %zu\r\n\r\n\r\n%s\r\n\r\n%.*s",
                        length + 2, inner, (int)a.length, a.bytes);
    for (int all = 0; all < 2; all++) {
        seen s = read_wanted(bytes, (size_t)used, 1 << 20, all == 1 ? wants_all : wants_all_but_one);
        expect_int("records", s.records, RECORDS + 1);
        expect_int("broken", s.broken, 0);
    }
}

static void test_a_large_record_is_passed_over(void **state)
{
    static archive a;
    (void)state;
    make(&a, MEMBERS);
    seen s = read_bytes(a.bytes, a.length, 50);
    expect_int("records", s.records, RECORDS);
    expect_int("broken", s.broken, 0);
    assert_false(s.record[0]);
}

static void test_arc(void **state)
{
    static const char arc[] =
        "filedesc://f.arc 0.0.0.0 20260303140500 text/plain 20\n1 0 Archive\nURL IP\n\n"
        "https://f.example/2 10.0.0.1 20260303140501 text/html 64\n"
        "HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>goats on board.</p>\n";
    seen s;
    (void)state;
    s = read_bytes(arc, sizeof arc - 1, 1 << 20);
    expect_int("records", s.records, 2);
    expect_int("broken", s.broken, 0);
    assert_true(s.record[2]);
}

static void test_bodies(void **state)
{
    static const struct {
        const char *name, *block, *body;
    } cases[] = {
        {"plain", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A</p>", "<p>A</p>"},
        {"chunks",
         "HTTP/1.1 200 OK\r\nTransfer-Encoding: "
         "chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
         "abcde"},
        {"chunks that are none", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>A</p>",
         "<p>A</p>"},
        {"a chunk cut off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc",
         "abc"},
        {"gzip that is none", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>A</p>",
         "<p>A</p>"},
        {"lines that end in a line feed", "HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>A</p>",
         "<p>A</p>"},
        {"no body", "HTTP/1.1 204 No Content\r\n\r\n", ""},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_http http;
        ngi_buffer room = {0}, out = {0};
        ng_slice plain, body;
        ng_error error;
        ngi_http_read(ngi_slice_of(cases[i].block), &http);
        assert_int_equal(ngi_http_body(&http, 1 << 20, &room, &out, &plain, &body, &error), NG_OK);
        expect_text(cases[i].name, body, cases[i].body);
        ngi_buffer_free(&room);
        ngi_buffer_free(&out);
    }
}

static void test_digests(void **state)
{
    bool known;
    (void)state;
    ng_slice text = NGI_LIT("abc");
    assert_true(ngi_digest_holds(NGI_LIT("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"), text, &known));
    assert_true(
        ngi_digest_holds(NGI_LIT("sha1:a9993e364706816aba3e25717850c26c9cd0d89d"), text, &known));
    assert_true(ngi_digest_holds(NGI_LIT("md5:900150983cd24fb0d6963f7d28e17f72"), text, &known));
    assert_true(ngi_digest_holds(NGI_LIT("sha256:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="), text, &known));
    assert_true(ngi_digest_holds(NGI_LIT("SHA-512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                                         "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"),
                                 text, &known));
    assert_false(ngi_digest_holds(NGI_LIT("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE6"), text, &known));
    assert_true(known);
    assert_false(ngi_digest_holds(NGI_LIT("crc:1"), text, &known));
    assert_false(known);
}

/* One text packed in the ways that servers pack it. */
static const char packed_text[] =
    "<p>The ferry sailed at dawn, the ferry sailed at dusk, and the ferry sailed at night.</p>";
#define PACKED(name, encoding, bytes) {name, encoding, bytes, sizeof(bytes) - 1}
static const struct {
    const char *name, *encoding, *bytes;
    size_t length;
} packed[] = {
    PACKED("brotli", "br",
           "\x13\x58\x00\x00\x44\xB7\x79\xBD\xE3\x97\x3A\x1E\xF1\xFA\x05\x3D\xA2\x08\xD1\x22"
           "\x02\x87\x9C\x68\x60\xDE\x96\x41\x82\x17\x0B\xD4\x82\x8D\xB1\xB3\x14\x3A\xFD\x68"
           "\x39\x64\x18\xF7\xEA\x99\x1F\xA5\x63\xB9\x41\x0F\x4C\xDF\xA6\x07\xFC\x48\x75\x6B"
           "\xA6\x89\x68\x38\xB3\x8D\x7B\x08"),
    PACKED("zstd", "zstd",
           "\x28\xB5\x2F\xFD\x20\x59\xC5\x01\x00\x02\x43\x0B\x11\xB0\xEB\x3C\x94\x6D\x05\x43"
           "\x12\xE2\xA1\x36\x99\xF1\x0A\x98\x4C\x45\x84\x89\x11\x1A\x9D\xC4\xCA\x79\xA0\xDC"
           "\xEB\x03\x86\xA9\xEF\xBC\xEE\x4A\xE9\x1E\x5B\x5B\xF3\x45\x85\xB0\x11\x02\x00\x41"
           "\x7D\xDC\xA6\xA7\x13"),
    PACKED("gzip", "gzip",
           "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xB3\x29\xB0\x0B\xC9\x48\x55\x48\x4B\x2D"
           "\x2A\xAA\x54\x28\x4E\xCC\xCC\x49\x4D\x51\x48\x2C\x51\x48\x49\x2C\xCF\xD3\x51\x28"
           "\xC1\x26\x53\x5A\x9C\xAD\xA3\x90\x98\x97\x82\x55\x36\x2F\x33\x3D\xA3\x44\xCF\x46"
           "\xBF\xC0\x0E\x00\x6E\xE2\x76\x4D\x59\x00\x00\x00"),
    PACKED("gzip that the header calls x-gzip", "x-gzip",
           "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xB3\x29\xB0\x0B\xC9\x48\x55\x48\x4B\x2D"
           "\x2A\xAA\x54\x28\x4E\xCC\xCC\x49\x4D\x51\x48\x2C\x51\x48\x49\x2C\xCF\xD3\x51\x28"
           "\xC1\x26\x53\x5A\x9C\xAD\xA3\x90\x98\x97\x82\x55\x36\x2F\x33\x3D\xA3\x44\xCF\x46"
           "\xBF\xC0\x0E\x00\x6E\xE2\x76\x4D\x59\x00\x00\x00"),
    PACKED("gzip twice", "gzip, gzip",
           "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\x93\xEF\xE6\x60\x00\x01\x26\xE6\xCD\x9A"
           "\x1B\xB8\x4F\x7A\x84\x7A\x78\xEB\x6A\xAD\x0A\xD1\xF0\x3B\x73\xC6\xD3\x37\xD0\x43"
           "\x27\xD0\xC3\x53\xE7\xFC\xE5\x40\x8D\x83\x6A\xC1\x51\x73\xD6\x2E\x9E\x30\x63\x7A"
           "\x53\xA8\x99\xBE\xB1\xED\x62\x97\xF3\x6E\xFB\x0F\xF0\x31\xE4\x3D\x2A\xF3\x8D\x04"
           "\xEA\x07\x00\xF4\x63\x23\x3C\x48\x00\x00\x00"),
    PACKED("deflate with its frame", "deflate",
           "\x78\xDA\xB3\x29\xB0\x0B\xC9\x48\x55\x48\x4B\x2D\x2A\xAA\x54\x28\x4E\xCC\xCC\x49"
           "\x4D\x51\x48\x2C\x51\x48\x49\x2C\xCF\xD3\x51\x28\xC1\x26\x53\x5A\x9C\xAD\xA3\x90"
           "\x98\x97\x82\x55\x36\x2F\x33\x3D\xA3\x44\xCF\x46\xBF\xC0\x0E\x00\x7D\x54\x1F\x08"),
    PACKED("deflate without", "deflate",
           "\xB3\x29\xB0\x0B\xC9\x48\x55\x48\x4B\x2D\x2A\xAA\x54\x28\x4E\xCC\xCC\x49\x4D\x51"
           "\x48\x2C\x51\x48\x49\x2C\xCF\xD3\x51\x28\xC1\x26\x53\x5A\x9C\xAD\xA3\x90\x98\x97"
           "\x82\x55\x36\x2F\x33\x3D\xA3\x44\xCF\x46\xBF\xC0\x0E\x00"),
};

static ng_status unpack_body(const char *block, size_t len, uint64_t most, char *text, size_t room)
{
    ngi_http http;
    ngi_buffer chunks = {0}, out = {0};
    ng_slice plain, body;
    ng_error error;
    ngi_http_read(ngi_slice(block, len), &http);
    ng_status status = ngi_http_body(&http, most, &chunks, &out, &plain, &body, &error);
    if (status == NG_OK)
        snprintf(text, room, "%.*s", (int)body.len, body.len == 0 ? "" : body.ptr);
    ngi_buffer_free(&chunks);
    ngi_buffer_free(&out);
    return status;
}

/* Whole, in chunks, cut at every byte, beyond the limit. */
static void test_packed_bodies(void **state)
{
    char block[1024], text[256];
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(packed); i++) {
        size_t half = packed[i].length / 2, rest = packed[i].length - half;
        int head = snprintf(block, sizeof block,
                            "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\n\r\n",
                            packed[i].encoding);
        memcpy(block + head, packed[i].bytes, packed[i].length);
        for (size_t len = 1; len <= packed[i].length; len++) {
            ng_status status =
                unpack_body(block, (size_t)head + len, 1 << 20, text, sizeof text);
            assert_true(status == NG_OK || len < packed[i].length);
        }
        assert_string_equal(text, packed_text);
        assert_int_equal(unpack_body(block, (size_t)head + packed[i].length, 20, text, 20),
                         NG_ERR_LIMIT);
        int at = snprintf(block, sizeof block,
                          "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nTransfer-Encoding: "
                          "chunked\r\n\r\n%zx\r\n",
                          packed[i].encoding, half);
        memcpy(block + at, packed[i].bytes, half);
        at += (int)half;
        at += snprintf(block + at, sizeof block - (size_t)at, "\r\n%zx\r\n", rest);
        memcpy(block + at, packed[i].bytes + half, rest);
        at += (int)rest;
        at += snprintf(block + at, sizeof block - (size_t)at, "\r\n0\r\n\r\n");
        assert_int_equal(unpack_body(block, (size_t)at, 1 << 20, text, sizeof text), NG_OK);
        assert_string_equal(text, packed_text);
    }
}

static void test_headers_without_an_end(void **state)
{
    static archive a;
    static char bytes[MOST * 2];
    (void)state;
    make(&a, PLAIN);
    size_t used = (size_t)snprintf(bytes, sizeof bytes, "WARC/1.0\r\n");
    while (used < 70 * 1024)
        used += (size_t)snprintf(bytes + used, sizeof bytes - used, "X-Field: of no use\r\n");
    memcpy(bytes + used, a.bytes, a.length);
    seen s = read_bytes(bytes, used + a.length, 1 << 20);
    expect_int("broken", s.broken, 1);
    for (int i = 0; i < RECORDS; i++)
        assert_true(s.record[i]);
}

static void test_digests_that_are_made(void **state)
{
    char digest[40];
    (void)state;
    ngi_digest_make(NGI_LIT("abc"), digest);
    assert_string_equal(digest, "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5");
    ngi_digest_make((ng_slice){0}, digest);
    assert_string_equal(digest, "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_archives),
        cmocka_unit_test(test_archives_cut_at_every_byte),
        cmocka_unit_test(test_archives_damaged_at_every_byte),
        cmocka_unit_test(test_records_that_claim_too_much),
        cmocka_unit_test(test_a_length_that_lies_loses_no_other_record),
        cmocka_unit_test(test_a_record_in_a_record_is_none),
        cmocka_unit_test(test_a_large_record_is_passed_over),
        cmocka_unit_test(test_arc),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_digests),
        cmocka_unit_test(test_packed_bodies),
        cmocka_unit_test(test_headers_without_an_end),
        cmocka_unit_test(test_digests_that_are_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
