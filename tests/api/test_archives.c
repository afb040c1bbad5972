/* SPDX-License-Identifier: Apache-2.0 */
/* Runs over archives: ranges that are cut anywhere, runs that stop behind any row and go on,
 * rows without order, filters, counts. The archive is made here, in each form, and holds what
 * tries to mislead: members within members, records that speak of records, damage. */
#include "tests.h"

#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

enum { PAGES = 10, MOST = 512 * 1024 };

typedef enum form { PLAIN, GZIP, ZSTD, ONE_MEMBER, THREE_A_MEMBER, DAMAGED, FORMS } form;
static const char *const form_names[] = {"plain",          "gzip",   "zstd", "one member",
                                         "three a member", "damaged"};

static char path[64];
static char archive[MOST];
static size_t length;
static size_t starts[2 * PAGES + 2]; /* of the packed records */
static size_t start_count;

/* ---- making ---- */

static size_t pack(const char *text, size_t len, int level, char *out, size_t room)
{
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)text;
    z.avail_in = (uInt)len;
    z.next_out = (Bytef *)out;
    z.avail_out = (uInt)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    deflateEnd(&z);
    return room - z.avail_out;
}

static size_t one_record(char *out, size_t room, const char *type, int i, const char *body,
                         size_t body_len, const char *mime)
{
    char http[200];
    int head = snprintf(http, sizeof http, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n", mime);
    int used = snprintf(out, room,
                        "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%d>\r\n"
                        "WARC-Date: 2026-03-%02dT14:05:00Z\r\nWARC-Target-URI: "
                        "https://%s.example/%d\r\nContent-Type: application/http\r\n"
                        "Content-Length: %zu\r\n\r\n%s",
                        type, i, 1 + i, i % 2 == 0 ? "ferry" : "www.harbour", i,
                        (size_t)head + body_len, http);
    memcpy(out + used, body, body_len);
    memcpy(out + used + body_len, "\r\n\r\n", 4);
    return (size_t)used + body_len + 4;
}

/* A page, and every third time a record that holds a small archive, packed and as it is. */
static size_t make_record(char *out, size_t room, int i)
{
    static char body[64 * 1024], inner[32 * 1024];
    int len;
    if (i % 2 == 1) {
        size_t plain = one_record(inner, sizeof inner, "response", 99, "<p>Not a page.", 14,
                                  "text/html");
        size_t used = 0;
        for (int k = 0; k < 4; k++) {
            memcpy(body + used, inner, plain);
            used += plain;
            used += pack(inner, plain, 6, body + used, sizeof body - used);
        }
        return one_record(out, room, "response", i, body, used, "application/octet-stream");
    }
    len = snprintf(body, sizeof body,
                   "<html lang=%s><title>Boat %d</title><h1>Boat %d sails</h1><p>%s number %d "
                   "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\n",
                   i == 4 ? "de" : "en", i, i,
                   i == 4 ? "Die Nummer der Fähre war am Morgen nicht zu lesen, und das war"
                          : "The ferry sailed past the light at seven with",
                   i);
    return one_record(out, room, "response", i, body, (size_t)len, "text/html");
}

static void make(form f)
{
    static char all[MOST], record[128 * 1024];
    size_t used = 0;
    length = start_count = 0;
    for (int i = 0; i < 2 * PAGES; i++) {
        size_t len = make_record(record, sizeof record, i);
        if (f == GZIP || f == DAMAGED || f == ZSTD || (f == THREE_A_MEMBER && i % 3 == 0) ||
            f == PLAIN)
            starts[start_count++] = length;
        if (f == GZIP || f == DAMAGED) { /* what is odd is stored as it is */
            length += pack(record, len, i % 2 == 1 ? 0 : 6, archive + length, MOST - length);
        } else if (f == ZSTD) {
            length += ZSTD_compress(archive + length, MOST - length, record, len, 3);
        } else {
            memcpy(all + used, record, len);
            used += len;
            if (f == THREE_A_MEMBER && (i % 3 == 2 || i == 2 * PAGES - 1)) {
                length += pack(all, used, 6, archive + length, MOST - length);
                used = 0;
            }
            if (f == PLAIN)
                length = used;
        }
    }
    if (f == PLAIN)
        memcpy(archive, all, used);
    if (f == ONE_MEMBER)
        length = pack(all, used, 6, archive, MOST);
    for (size_t i = 2; f == DAMAGED && i < start_count; i += 5)
        archive[starts[i] + 60] ^= 0x55;
    starts[start_count] = length;
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(archive, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* ---- reading ---- */

typedef struct seen {
    char *rows;
    size_t len, room;
    unsigned count, broken, notes, stop_after; /* 0: never */
    bool given;
    ng_counts counts;
} seen;

static bool give(void *context, ng_input *out)
{
    seen *s = context;
    bool first = !s->given;
    s->given = true;
    out->path = path;
    return first;
}

static void add(seen *s, const char *bytes, size_t len)
{
    if (s->len + len > s->room) {
        s->room = (s->len + len) * 2;
        s->rows = realloc(s->rows, s->room);
        assert_non_null(s->rows);
    }
    memcpy(s->rows + s->len, bytes, len);
    s->len += len;
}

static bool take(void *context, const ng_input *input, const ng_error *failure, const char *bytes,
                 size_t len)
{
    seen *s = context;
    char text[260];
    if (failure != NULL) {
        assert_true(input->in_archive && len == 0);
        add(s, text, (size_t)snprintf(text, sizeof text, "%s\n", failure->text));
        s->broken++;
        return true;
    }
    add(s, bytes, len);
    s->count++;
    return true;
}

static bool watch(void *context, const ng_counts *counts)
{
    seen *s = context;
    (void)counts;
    return s->stop_after == 0 || s->count + s->broken < s->stop_after;
}

static void note(void *context, const ng_input *input, const char *text)
{
    assert_string_equal(input->path, path);
    assert_non_null(strstr(text, "one by one"));
    ((seen *)context)->notes++;
}

static ng_status go(seen *s, ng_run_options *options)
{
    ng_error error;
    ng_summary *summary = NULL;
    options->watch = watch;
    options->notes = note;
    s->given = false;
    if (options->summary == NULL) {
        assert_int_equal(ng_summary_new(&summary, &error), NG_OK);
        options->summary = summary;
    }
    ng_status status = ng_run(options, give, take, s, &error);
    s->counts = ng_summary_counts(options->summary);
    if (summary != NULL) {
        options->summary = NULL;
        ng_summary_free(summary);
    }
    return status;
}

static seen read_all(void)
{
    seen s = {0};
    ng_run_options options = NG_RUN_OPTIONS;
    assert_int_equal(go(&s, &options), NG_OK);
    return s;
}

static void expect_same(const char *name, size_t at, const seen *is, const seen *wanted)
{
    if (is->len != wanted->len || memcmp(is->rows, wanted->rows, is->len) != 0)
        fail_msg("%s, %zu: %u rows and %u broken, wanted %u and %u", name, at, is->count,
                 is->broken, wanted->count, wanted->broken);
    if (memcmp(&is->counts.records, &wanted->counts.records,
               sizeof(ng_counts) - offsetof(ng_counts, records)) != 0)
        fail_msg("%s, %zu: other counts: %d records of %d, %d bytes of %d", name, at,
                 (int)is->counts.records, (int)wanted->counts.records, (int)is->counts.bytes,
                 (int)wanted->counts.bytes);
}

/* ---- tests ---- */

/* Of each form, cuts at and around each start, and others. */
static void test_ranges_are_together_the_whole(void **state)
{
    (void)state;
    for (form f = 0; f < FORMS; f++) {
        make(f);
        seen whole = read_all();
        assert_true(whole.count + whole.broken >= PAGES);
        for (size_t cut = 1; cut < length; cut++) {
            bool near = cut % 997 == 0;
            for (size_t i = 0; i < start_count; i++)
                near = near || (cut + 1 >= starts[i] && cut <= starts[i] + 1);
            if (!near)
                continue;
            seen both = {0};
            ng_run_options options = NG_RUN_OPTIONS;
            options.range = (ng_range){0, cut};
            assert_int_equal(go(&both, &options), NG_OK);
            ng_counts first = both.counts;
            options.range = (ng_range){cut, length};
            assert_int_equal(go(&both, &options), NG_OK);
            both.counts.records += first.records;
            both.counts.broken += first.broken;
            both.counts.pages += first.pages;
            both.counts.stories += first.stories;
            both.counts.bytes = whole.counts.bytes; /* counted by members, from their start */
            for (int i = 0; i < NG_SKIP_COUNT; i++)
                both.counts.skipped[i] += first.skipped[i];
            expect_same(form_names[f], cut, &both, &whole);
            assert_int_equal(both.notes, f == ONE_MEMBER || f == THREE_A_MEMBER ? 2 : 0);
            free(both.rows);
        }
        free(whole.rows);
    }
}

static void test_a_run_goes_on_behind_any_row(void **state)
{
    char file[80];
    (void)state;
    snprintf(file, sizeof file, "%s.state", path);
    for (form f = 0; f < FORMS; f++) {
        make(f);
        seen whole = read_all();
        for (unsigned step = 1; step <= whole.count + whole.broken + 1; step++) {
            seen s = {0};
            ng_status status;
            unsigned lives = 0;
            unlink(file);
            do {
                ng_run_options options = NG_RUN_OPTIONS;
                ng_error error;
                options.threads = step % 3;
                ng_state *kept;
                assert_int_equal(ng_state_open(file, &options, &kept, &error), NG_OK);
                assert_int_equal(ng_state_output_bytes(kept), s.len);
                assert_false(ng_state_complete(kept));
                options.state = kept;
                options.summary = ng_state_summary(kept);
                s.stop_after = s.count + s.broken + step;
                status = go(&s, &options);
                assert_int_equal(ng_state_save(kept, s.len, status == NG_OK, &error), NG_OK);
                ng_state_free(kept);
                assert_true(lives++ < 100);
            } while (status == NG_ERR_STOPPED);
            assert_int_equal(status, NG_OK);
            assert_true(step > 1 || lives > PAGES / 2);
            expect_same(form_names[f], step, &s, &whole);
            free(s.rows);
        }
        free(whole.rows);
    }
    unlink(file);
}

static void test_a_state_is_held_to_its_run(void **state)
{
    char file[80];
    ng_error error;
    ng_state *kept;
    seen s = {.stop_after = 3};
    ng_run_options options = NG_RUN_OPTIONS;
    (void)state;
    make(GZIP);
    snprintf(file, sizeof file, "%s.state", path);
    unlink(file);
    assert_int_equal(ng_state_open(file, &options, &kept, &error), NG_OK);
    options.state = kept;
    assert_int_equal(go(&s, &options), NG_ERR_STOPPED);
    assert_int_equal(ng_state_save(kept, s.len, false, &error), NG_OK);
    ng_state_free(kept);
    options.read.evidence = true;
    assert_int_equal(ng_state_open(file, &options, &kept, &error), NG_ERR_ARGUMENT);
    options.read.evidence = false;
    assert_int_equal(ng_state_open(file, &options, &kept, &error), NG_OK);
    options.state = kept;
    FILE *longer = fopen(path, "ab"); /* the archive has grown */
    assert_non_null(longer);
    assert_int_equal(fputc('x', longer), 'x');
    assert_int_equal(fclose(longer), 0);
    assert_int_equal(go(&s, &options), NG_ERR_ARGUMENT);
    path[0] = '.'; /* another name for it */
    assert_int_equal(go(&s, &options), NG_ERR_ARGUMENT);
    path[0] = 't';
    ng_state_free(kept);
    static const char *const wrong[] = {"", "{}", "no state", "{\"options\":\"\",\"position\":[]}"};
    for (size_t i = 0; i < ARRAY_COUNT(wrong); i++) {
        FILE *bad = fopen(file, "wb");
        assert_non_null(bad);
        assert_true(fputs(wrong[i], bad) >= 0);
        assert_int_equal(fclose(bad), 0);
        assert_int_equal(ng_state_open(file, &options, &kept, &error), NG_ERR_FORMAT);
        assert_null(kept);
    }
    unlink(file);
    free(s.rows);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void sort_rows(seen *s)
{
    char *lines[64], *sorted = malloc(s->len + 1);
    size_t count = 0, used = 0;
    assert_non_null(sorted);
    add(s, "", 1);
    for (char *line = strtok(s->rows, "\n"); line != NULL; line = strtok(NULL, "\n"))
        lines[count++] = line;
    qsort(lines, count, sizeof *lines, by_bytes);
    for (size_t i = 0; i < count; i++)
        used += (size_t)sprintf(sorted + used, "%s\n", lines[i]);
    free(s->rows);
    s->rows = sorted;
    s->len = used;
}

static void test_rows_without_order_are_the_same_rows(void **state)
{
    (void)state;
    make(DAMAGED);
    seen whole = read_all();
    sort_rows(&whole);
    for (uint32_t threads = 0; threads <= 4; threads++) {
        seen s = {0};
        ng_run_options options = NG_RUN_OPTIONS;
        options.unordered = true;
        options.threads = threads;
        assert_int_equal(go(&s, &options), NG_OK);
        sort_rows(&s);
        expect_same("threads", threads, &s, &whole);
        free(s.rows);
    }
    free(whole.rows);
}

static ng_slice text(const char *s)
{
    return (ng_slice){s, strlen(s)};
}

static void test_filters(void **state)
{
    static const struct {
        const char *name, *hosts, *from, *to, *words, *languages;
        uint32_t kinds;
        unsigned rows;
        ng_skip why;
        uint64_t skipped;
    } cases[] = {
        {"all", "", "", "", "", "", 0, PAGES, NG_SKIP_MIME, PAGES},
        {"a host", "ferry.example", "", "", "", "", 0, PAGES, NG_SKIP_HOST, PAGES},
        {"those below it too", "harbour.example", "", "", "", "", 0, 0, NG_SKIP_HOST, PAGES},
        {"no part of a name", "erry.example", "", "", "", "", 0, 0, NG_SKIP_HOST, 2 * PAGES},
        {"one of two hosts", "x.example, FERRY.example", "", "", "", "", 0, PAGES, NG_SKIP_HOST,
         PAGES},
        {"from", "", "2026-03-11", "", "", "", 0, PAGES / 2, NG_SKIP_DATE, PAGES},
        {"to, with the day itself", "", "", "2026-03-11", "", "", 0, 6, NG_SKIP_DATE, 9},
        {"between", "", "2026-03-03T14", "2026-03-05T14:05", "", "", 0, 2, NG_SKIP_DATE, 17},
        {"a year", "", "2025", "2026", "", "", 0, PAGES, NG_SKIP_DATE, 0},
        {"a word", "", "", "", "MORGEN", "", 0, 1, NG_SKIP_WORDS, PAGES - 1},
        {"one of two words", "", "", "", "fähre,ferry", "", 0, PAGES, NG_SKIP_WORDS, 0},
        {"no word", "", "", "", "zeppelin", "", 0, 0, NG_SKIP_WORDS, PAGES},
        {"a language", "", "", "", "", "en", 0, PAGES - 1, NG_SKIP_LANGUAGE, 1},
        {"another, in capitals", "", "", "", "", "DE", 0, 1, NG_SKIP_LANGUAGE, PAGES - 1},
        {"one of two languages", "", "", "", "", "de, en", 0, PAGES, NG_SKIP_LANGUAGE, 0},
        {"a language that is not there", "", "", "", "", "fa", 0, 0, NG_SKIP_LANGUAGE, PAGES},
        {"a kind that is not there", "", "", "", "", "", 1U << NG_KIND_FEED, 0, NG_SKIP_KIND,
         PAGES},
    };
    (void)state;
    make(GZIP);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        seen s = {0};
        ng_run_options options = NG_RUN_OPTIONS;
        options.filter = (ng_filter){text(cases[i].hosts), text(cases[i].from),
                                     text(cases[i].to),    text(cases[i].words),
                                     text(cases[i].languages), cases[i].kinds};
        assert_int_equal(go(&s, &options), NG_OK);
        expect_int(cases[i].name, s.count, cases[i].rows);
        expect_int(cases[i].name, (int64_t)s.counts.pages, cases[i].rows);
        expect_int(cases[i].name, (int64_t)s.counts.skipped[cases[i].why],
                   (int64_t)cases[i].skipped);
        uint64_t all = s.counts.pages + s.counts.failed_pages;
        for (int k = 0; k < NG_SKIP_COUNT; k++)
            all += s.counts.skipped[k];
        expect_int(cases[i].name, (int64_t)all, (int64_t)s.counts.records);
        free(s.rows);
    }
}

static void test_options_that_make_no_sense(void **state)
{
    seen s = {0};
    ng_run_options options = NG_RUN_OPTIONS;
    (void)state;
    make(GZIP);
    options.range = (ng_range){100, 50};
    assert_int_equal(go(&s, &options), NG_ERR_ARGUMENT);
    options.range = (ng_range){length + 5, length + 10}; /* behind the end: nothing */
    assert_int_equal(go(&s, &options), NG_OK);
    assert_int_equal(s.count, 0);
    static const char *const dates[] = {"x", "20", "2026-13", "2026-00", "2026-03-32", "2026-03-04 12"};
    for (size_t i = 0; i < ARRAY_COUNT(dates); i++) {
        ng_run_options dated = NG_RUN_OPTIONS;
        dated.filter.to = (ng_slice){dates[i], strlen(dates[i])};
        assert_int_equal(go(&s, &dated), NG_ERR_ARGUMENT);
    }
}

static int set_up(void **state)
{
    (void)state;
    snprintf(path, sizeof path, "test-archives-%ld.tmp", (long)getpid());
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
        cmocka_unit_test(test_ranges_are_together_the_whole),
        cmocka_unit_test(test_a_run_goes_on_behind_any_row),
        cmocka_unit_test(test_a_state_is_held_to_its_run),
        cmocka_unit_test(test_rows_without_order_are_the_same_rows),
        cmocka_unit_test(test_filters),
        cmocka_unit_test(test_options_that_make_no_sense),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
