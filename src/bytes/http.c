/* SPDX-License-Identifier: Apache-2.0 */
/* See http.h. Archives are not exact about bodies: many have undone chunks or compression and
 * kept the header that speaks of them. So a header is believed only where the bytes look like
 * what it says. */
#include "bytes/http.h"

#include "bytes/inflate.h"

#include <brotli/decode.h>
#include <zlib.h>

enum { STEP = 64 * 1024, MOST_LINES = 1000 };

/* ---- the header ---- */

static void read_content_type(ng_slice value, ngi_http *out)
{
    ng_slice part;
    if (!ngi_split(&value, ';', &part))
        return;
    out->content_type = ngi_trim(part);
    while (ngi_split(&value, ';', &part)) {
        part = ngi_trim(part);
        if (!ngi_starts_nocase(part, NGI_LIT("charset=")))
            continue;
        out->charset = ngi_trim(ngi_slice_from(part, 8));
        if (out->charset.len > 1 && (out->charset.ptr[0] == '"' || out->charset.ptr[0] == '\''))
            out->charset = ngi_slice_sub(out->charset, 1, out->charset.len - 1);
    }
}

static void read_field(ng_slice line, ngi_http *out)
{
    size_t colon = ngi_find_char(line, ':');
    if (colon == NGI_NONE)
        return;
    ng_slice name = ngi_trim(ngi_slice_sub(line, 0, colon));
    ng_slice value = ngi_trim(ngi_slice_from(line, colon + 1));
    if (ngi_equal_nocase(name, NGI_LIT("content-type")))
        read_content_type(value, out);
    else if (ngi_equal_nocase(name, NGI_LIT("content-encoding")))
        out->encoding = value;
    else if (ngi_equal_nocase(name, NGI_LIT("transfer-encoding")))
        out->chunked = ngi_find_nocase(value, NGI_LIT("chunked")) != NGI_NONE;
}

void ngi_http_read(ng_slice block, ngi_http *out)
{
    ng_slice rest = block, line;
    *out = (ngi_http){0};
    if (!ngi_starts_nocase(block, NGI_LIT("HTTP/")) || !ngi_split(&rest, '\n', &line))
        return;
    size_t space = ngi_find_char(line, ' ');
    for (size_t i = space == NGI_NONE ? line.len : space + 1; i < line.len && out->code < 1000;
         i++) {
        if (line.ptr[i] < '0' || line.ptr[i] > '9')
            break;
        out->code = out->code * 10 + (uint32_t)(line.ptr[i] - '0');
    }
    for (uint32_t i = 0; i < MOST_LINES && ngi_split(&rest, '\n', &line); i++) {
        if (ngi_trim(line).len == 0)
            break;
        read_field(line, out);
    }
    out->body = rest;
}

/* ---- chunks ---- */

/* "1a2b;name=value" and its line end: the bytes taken, 0 where it is none. */
static size_t chunk_size(ng_slice s, uint64_t *size)
{
    size_t i = 0;
    *size = 0;
    for (; i < s.len && i < 16; i++) {
        char c = s.ptr[i], low = (char)(c | 32);
        int digit = c >= '0' && c <= '9' ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
        if (digit < 0)
            break;
        *size = *size * 16 + (uint64_t)digit;
    }
    size_t end = i == 0 ? NGI_NONE : ngi_find_char(ngi_slice_sub(s, i, i + 200), '\n');
    bool extension =
        i < s.len && (s.ptr[i] == ';' || s.ptr[i] == '\r' || s.ptr[i] == '\n' || s.ptr[i] == ' ');
    return end == NGI_NONE || !extension ? 0 : i + end + 1;
}

/* Joins chunks; false where the body is not in chunks. */
static bool join_chunks(ng_slice body, ngi_buffer *out)
{
    uint64_t size;
    size_t at = chunk_size(body, &size);
    ngi_buffer_clear(out);
    if (at == 0)
        return false;
    while (at != 0 && size != 0) {
        ng_slice chunk = ngi_slice_from(body, at);
        bool whole = size <= chunk.len;
        ngi_buffer_add(out, ngi_slice_sub(chunk, 0, whole ? (size_t)size : chunk.len));
        if (!whole)
            return true; /* cut off */
        size_t next = at + (size_t)size;
        while (next < body.len && (body.ptr[next] == '\r' || body.ptr[next] == '\n'))
            next++;
        size_t taken = chunk_size(ngi_slice_from(body, next), &size);
        at = taken == 0 ? 0 : next + taken;
    }
    return true;
}

/* ---- compression ---- */

static ng_status too_large(uint64_t max_bytes, ng_error *error)
{
    return ngi_fail(error, NG_ERR_LIMIT, max_bytes, "unpacks to more than the limit of %llu bytes",
                    (unsigned long long)max_bytes);
}

/* Raw deflate, or zlib's; what was unpacked before a fault is kept. */
static ng_status undo_deflate(ng_slice body, int window, uint64_t max_bytes, ngi_buffer *out,
                              ng_error *error)
{
    z_stream z = {.next_in = (Bytef *)(uintptr_t)body.ptr, .avail_in = (uInt)body.len};
    int code = Z_OK;
    ngi_buffer_clear(out);
    if (body.len > UINT32_MAX || inflateInit2(&z, window) != Z_OK)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a body");
    while (code == Z_OK && out->len <= max_bytes && ngi_buffer_reserve(out, STEP)) {
        z.next_out = (Bytef *)out->ptr + out->len;
        z.avail_out = STEP;
        code = inflate(&z, Z_NO_FLUSH);
        out->len += STEP - z.avail_out;
    }
    inflateEnd(&z);
    return out->len > max_bytes ? too_large(max_bytes, error) : NG_OK;
}

static ng_status undo_brotli(ng_slice body, uint64_t max_bytes, ngi_buffer *out, ng_error *error)
{
    BrotliDecoderState *b = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    const uint8_t *in = (const uint8_t *)body.ptr;
    size_t left = body.len;
    ngi_buffer_clear(out);
    if (b == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a body");
    while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out->len <= max_bytes &&
           ngi_buffer_reserve(out, STEP)) {
        uint8_t *to = (uint8_t *)out->ptr + out->len;
        size_t room = STEP;
        result = BrotliDecoderDecompressStream(b, &left, &in, &room, &to, NULL);
        out->len += STEP - room;
    }
    BrotliDecoderDestroyInstance(b);
    return out->len > max_bytes ? too_large(max_bytes, error) : NG_OK;
}

static ng_status undo(const ngi_http *http, ng_slice body, uint64_t max_bytes, ngi_buffer *out,
                      ng_slice *unpacked, ng_error *error)
{
    ng_status status = NG_OK;
    *unpacked = body;
    bool deflate = ngi_equal_nocase(http->encoding, NGI_LIT("deflate"));
    if (ngi_is_gzip(body)) {
        status = undo_deflate(body, 15 + 16, max_bytes, out, error);
    } else if (ngi_is_zstd(body)) {
        status = ngi_inflate(body, max_bytes, out, error);
    } else if (deflate && body.len > 1) {
        bool zlib = (body.ptr[0] & 15) == 8;
        status = undo_deflate(body, zlib ? 15 : -15, max_bytes, out, error);
    } else if (ngi_equal_nocase(http->encoding, NGI_LIT("br"))) {
        status = undo_brotli(body, max_bytes, out, error);
    } else {
        return NG_OK;
    }
    if (status == NG_OK && out->len != 0) /* nothing: it was not packed after all */
        *unpacked = ngi_buffer_slice(out);
    return status;
}

/* "gzip, gzip": a server packed what was packed already. */
static ng_status undo_again(uint64_t max_bytes, ngi_buffer *out, ng_slice *body, ng_error *error)
{
    ngi_buffer inner = {0};
    ng_status status = undo_deflate(*body, 15 + 16, max_bytes, &inner, error);
    if (inner.failed || inner.len == 0 || status != NG_OK) {
        out->failed = out->failed || inner.failed;
        ngi_buffer_free(&inner);
        return status;
    }
    ngi_buffer_free(out);
    *out = inner;
    *body = ngi_buffer_slice(out);
    return NG_OK;
}

ng_status ngi_http_body(const ngi_http *http, uint64_t max_bytes, ngi_buffer *room, ngi_buffer *out,
                        ng_slice *plain, ng_slice *body, ng_error *error)
{
    *plain = http->body;
    if (http->chunked && join_chunks(http->body, room))
        *plain = ngi_buffer_slice(room);
    ng_status status = undo(http, *plain, max_bytes, out, body, error);
    if (status == NG_OK && body->ptr == out->ptr && ngi_is_gzip(*body))
        status = undo_again(max_bytes, out, body, error);
    if (room->failed || out->failed)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a body");
    return status;
}
