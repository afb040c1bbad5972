/* SPDX-License-Identifier: Apache-2.0 */
/* Files and their compression: what comes out, and what is said where nothing can. */
#include "bytes/bytes.h"
#include "tests.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

static char folder[] = "/tmp/nutgraf-test-XXXXXX";
static ngi_buffer out;

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    ngi_buffer_free(&out);
    return rmdir(folder);
}

/* ---- packing ---- */

static void add_gzip(ngi_buffer *to, ng_slice text)
{
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    assert_true(ngi_buffer_reserve(to, text.len + 1024));
    z.next_in = (Bytef *)(uintptr_t)text.ptr;
    z.avail_in = (uInt)text.len;
    z.next_out = (Bytef *)to->ptr + to->len;
    z.avail_out = (uInt)(to->capacity - to->len);
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    to->len = to->capacity - z.avail_out;
    deflateEnd(&z);
}

static void add_zstd(ngi_buffer *to, ng_slice text)
{
    assert_true(ngi_buffer_reserve(to, ZSTD_compressBound(text.len)));
    size_t made = ZSTD_compress(to->ptr + to->len, to->capacity - to->len, text.ptr, text.len, 3);
    assert_false(ZSTD_isError(made));
    to->len += made;
}

/* What a packed input is made of: 'g' a gzip member, 'z' a zstd frame (of "Harbour. " each),
 * '0' eight zero bytes, 'x' other bytes. */
static void pack(const char *recipe, ngi_buffer *to)
{
    ngi_buffer_clear(to);
    for (; *recipe != '\0'; recipe++) {
        if (*recipe == 'g')
            add_gzip(to, NGI_LIT("Harbour. "));
        else if (*recipe == 'z')
            add_zstd(to, NGI_LIT("Harbour. "));
        else if (*recipe == '0')
            ngi_buffer_add(to, ngi_slice("\0\0\0\0\0\0\0\0", 8));
        else
            NGI_BUFFER_LIT(to, "more");
    }
}

static const struct {
    const char *name, *recipe;
    int cut;        /* bytes taken off the end */
    int harm;       /* a byte to turn round, counted from 1; 0: none */
    uint64_t limit; /* 0: none */
    ng_status status;
    const char *text; /* what comes out, or a part of the message */
} cases[] = {
    {"plain bytes stay", "x", 0, 0, 0, NG_OK, "more"},
    {"one gzip member", "g", 0, 0, 0, NG_OK, "Harbour. "},
    {"three gzip members", "ggg", 0, 0, 0, NG_OK, "Harbour. Harbour. Harbour. "},
    {"gzip with zeros behind", "g00", 0, 0, 0, NG_OK, "Harbour. "},
    {"gzip with other bytes behind", "ggx", 0, 0, 0, NG_OK, "Harbour. Harbour. "},
    {"gzip cut off in its trailer", "g", 3, 0, 0, NG_ERR_IO, "cut off after 26 bytes"},
    {"gzip cut off in its data", "g", 12, 0, 0, NG_ERR_IO, "cut off"},
    {"gzip cut off in its head", "g", 20, 0, 0, NG_ERR_IO, "cut off after 9 bytes (0 unpacked)"},
    {"second member cut off", "gg", 6, 0, 0, NG_ERR_IO, "(18 unpacked)"},
    {"gzip with a wrong sum", "g", 0, 25, 0, NG_ERR_IO, "damaged"},
    {"gzip with a wrong size", "g", 0, 28, 0, NG_ERR_IO, "damaged"},
    {"gzip up to the limit", "g", 0, 0, 9, NG_OK, "Harbour. "},
    {"gzip beyond the limit", "gg", 0, 0, 17, NG_ERR_LIMIT, "limit of 17 bytes"},
    {"plain beyond the limit", "x", 0, 0, 3, NG_ERR_LIMIT, "limit of 3 bytes"},
    {"one zstd frame", "z", 0, 0, 0, NG_OK, "Harbour. "},
    {"two zstd frames", "zz", 0, 0, 0, NG_OK, "Harbour. Harbour. "},
    {"zstd with zeros behind", "z0", 0, 0, 0, NG_OK, "Harbour. "},
    {"zstd cut off", "z", 4, 0, 0, NG_ERR_IO, "zstd data is cut off"},
    {"zstd damaged", "z", 0, 6, 0, NG_ERR_IO, "zstd data"},
    {"zstd beyond the limit", "zz", 0, 0, 12, NG_ERR_LIMIT, "limit of 12 bytes"},
};

static void check_result(size_t i, ng_status status, const ng_error *error)
{
    expect_int(cases[i].name, status, cases[i].status);
    if (status == NG_OK)
        expect_text(cases[i].name, ngi_buffer_slice(&out), cases[i].text);
    else if (strstr(error->text, cases[i].text) == NULL)
        fail_msg("%s: says \"%s\"", cases[i].name, error->text);
}

static void write_file(const char *path, ng_slice bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

static void test_packed_bytes(void **state)
{
    (void)state;
    ngi_buffer packed = {0};
    char path[64];
    snprintf(path, sizeof path, "%s/page", folder);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ng_error error = {0};
        pack(cases[i].recipe, &packed);
        packed.len -= (size_t)cases[i].cut;
        if (cases[i].harm != 0)
            packed.ptr[cases[i].harm - 1] ^= 0x55;
        check_result(i, ngi_inflate(ngi_buffer_slice(&packed), cases[i].limit, &out, &error),
                     &error);
        if (cases[i].limit != 0)
            continue; /* of a file, the limit holds for its packed bytes too */
        write_file(path, ngi_buffer_slice(&packed));
        check_result(i, ngi_file_read(path, cases[i].limit, &out, &error), &error);
    }
    unlink(path);
    ngi_buffer_free(&packed);
}

/* A bomb stops at the limit, and no trailer makes the buffer larger than that. */
static void test_a_bomb_stops_at_the_limit(void **state)
{
    (void)state;
    ngi_buffer bomb = {0}, zeros = {0};
    ng_error error;
    assert_true(ngi_buffer_reserve(&zeros, 8 << 20));
    memset(zeros.ptr, 0, 8 << 20);
    zeros.len = 8 << 20;
    add_gzip(&bomb, ngi_buffer_slice(&zeros));
    ngi_buffer_free(&out);
    assert_int_equal(ngi_inflate(ngi_buffer_slice(&bomb), 1 << 20, &out, &error), NG_ERR_LIMIT);
    assert_true(out.capacity <= 4 << 20);
    assert_int_equal(ngi_inflate(ngi_buffer_slice(&bomb), 0, &out, &error), NG_OK);
    assert_int_equal(out.len, 8 << 20);
    memset(bomb.ptr + bomb.len - 4, 0xFF, 4); /* claims 4 GiB */
    ngi_buffer_free(&out);
    assert_int_equal(ngi_inflate(ngi_buffer_slice(&bomb), 0, &out, &error), NG_ERR_IO);
    assert_true(out.capacity <= 32 << 20);
    ngi_buffer_free(&bomb);
    ngi_buffer_free(&zeros);
}

static void test_what_cannot_be_read(void **state)
{
    (void)state;
    ng_error error;
    char path[64];
    assert_int_equal(ngi_file_read(folder, 0, &out, &error), NG_ERR_IO);
    assert_non_null(strstr(error.text, "directory"));
    snprintf(path, sizeof path, "%s/none", folder);
    assert_int_equal(ngi_file_read(path, 0, &out, &error), NG_ERR_IO);
    assert_non_null(strstr(error.text, "no such file"));
    assert_int_equal(out.len, 0);
    write_file(path, NGI_LIT("ten bytes."));
    assert_int_equal(ngi_file_read(path, 9, &out, &error), NG_ERR_LIMIT);
    assert_int_equal(ngi_file_read(path, 10, &out, &error), NG_OK);
    write_file(path, (ng_slice){"", 0});
    assert_int_equal(ngi_file_read(path, 10, &out, &error), NG_OK);
    assert_int_equal(out.len, 0);
    if (geteuid() != 0) { /* root may read anything */
        assert_int_equal(chmod(path, 0), 0);
        assert_int_equal(ngi_file_read(path, 10, &out, &error), NG_ERR_IO);
        assert_non_null(strstr(error.text, "permission"));
    }
    unlink(path);
}

static void test_standard_input(void **state)
{
    (void)state;
    ng_error error;
    int ends[2], kept = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "from a pipe", 11), 11);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    assert_int_equal(ngi_file_read("-", 0, &out, &error), NG_OK);
    expect_text("pipe", ngi_buffer_slice(&out), "from a pipe");
    if (kept >= 0)
        dup2(kept, STDIN_FILENO);
    close(kept);
}

static const struct {
    const char *text, *sum;
} sums[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
};

static void test_sha256(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(sums); i++) {
        char sum[65];
        ngi_sha256(ngi_slice_of(sums[i].text), sum);
        assert_string_equal(sum, sums[i].sum);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_packed_bytes),
        cmocka_unit_test(test_a_bomb_stops_at_the_limit),
        cmocka_unit_test(test_what_cannot_be_read),
        cmocka_unit_test(test_standard_input),
        cmocka_unit_test(test_sha256),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
