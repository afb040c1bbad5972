/* SPDX-License-Identifier: Apache-2.0 */
/* Undoes gzip and zstd, told by their magic bytes.
 *
 * A saved page is one gzip member of some 60 kB that unpacks to 300 kB. libdeflate is 2.4
 * times as fast as zlib on these, but needs a member whole and room for its output, so it
 * goes first, with the size that the trailer claims. What it cannot take (a claim that is
 * wrong or far too large, damaged data) goes through zlib piece by piece, which also knows
 * how far it came. Output never grows beyond the limit, whatever a trailer claims. */
#include "bytes/inflate.h"

#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

enum {
    STEP = 256 * 1024,
    LARGEST_CLAIM = 64 * 1024 * 1024, /* a trailer's claim beyond this is streamed */
};

bool ngi_is_gzip(ng_slice s)
{
    return s.len >= 3 && memcmp(s.ptr, "\x1F\x8B\x08", 3) == 0;
}

/* A zstd frame, or a skippable one before it. */
bool ngi_is_zstd(ng_slice s)
{
    if (s.len < 4)
        return false;
    return memcmp(s.ptr, "\x28\xB5\x2F\xFD", 4) == 0 ||
           (((unsigned char)s.ptr[0] & 0xF0) == 0x50 && memcmp(s.ptr + 1, "\x2A\x4D\x18", 3) == 0);
}

bool ngi_is_compressed(ng_slice bytes)
{
    return ngi_is_gzip(bytes) || ngi_is_zstd(bytes);
}

/* ---- failures ---- */

static ng_status too_large(ng_error *error, uint64_t max_bytes)
{
    return ngi_fail(error, NG_ERR_LIMIT, max_bytes,
                    "unpacks to more than the limit of %llu bytes; raise it, or unpack and split "
                    "the file",
                    (unsigned long long)max_bytes);
}

static ng_status out_of_memory(ng_error *error, size_t at)
{
    return ngi_fail(error, NG_ERR_MEMORY, at, "out of memory while unpacking");
}

static ng_status cut_off(ng_error *error, const char *kind, size_t packed, size_t unpacked)
{
    return ngi_fail(
        error, NG_ERR_IO, packed,
        "%s data is cut off after %zu bytes (%zu unpacked); fetch or copy the file again", kind,
        packed, unpacked);
}

static ng_status damaged(ng_error *error, const char *kind, size_t at, size_t unpacked,
                         const char *why)
{
    return ngi_fail(
        error, NG_ERR_IO, at,
        "%s data is damaged at byte %zu (%zu unpacked, %s); fetch or copy the file again", kind, at,
        unpacked, why == NULL ? "no reason given" : why);
}

/* Room for more output, at most one byte beyond the limit (so that passing it is seen). */
static bool more_room(ngi_buffer *out, uint64_t max_bytes, size_t want)
{
    uint64_t left = max_bytes + 1 > out->len ? max_bytes + 1 - out->len : 0;
    if (want > left)
        want = (size_t)left;
    return out->capacity - out->len >= want || ngi_buffer_reserve(out, want);
}

/* ---- gzip ---- */

/* One member by libdeflate, with room for `claim` bytes. Returns the packed bytes it took,
 * 0 where it can't. */
static size_t member_at_once(struct libdeflate_decompressor *d, ng_slice bytes, size_t claim,
                             uint64_t max_bytes, ngi_buffer *out)
{
    size_t took = 0, made = 0;
    uint64_t left = max_bytes > out->len ? max_bytes - out->len : 0;
    if (claim > left || claim > LARGEST_CLAIM || !ngi_buffer_reserve(out, claim + 1))
        return 0;
    enum libdeflate_result result = libdeflate_gzip_decompress_ex(
        d, bytes.ptr, bytes.len, out->ptr + out->len, claim, &took, &made);
    if (result != LIBDEFLATE_SUCCESS)
        return 0;
    out->len += made;
    return took;
}

/* One member by zlib. *took: packed bytes used. */
static ng_status member_streamed(ng_slice bytes, size_t at, uint64_t max_bytes, ngi_buffer *out,
                                 size_t *took, ng_error *error)
{
    z_stream z = {0};
    ng_status status = NG_OK;
    int code = inflateInit2(&z, 15 + 16);
    if (code != Z_OK)
        return out_of_memory(error, at);
    *took = 0;
    while (code != Z_STREAM_END && status == NG_OK) {
        size_t piece = bytes.len - *took < STEP ? bytes.len - *took : STEP;
        if (!more_room(out, max_bytes, STEP)) {
            status = out_of_memory(error, at + *took);
            break;
        }
        size_t room = out->capacity - out->len < STEP ? out->capacity - out->len : STEP;
        z.next_in = (Bytef *)(uintptr_t)(bytes.ptr + *took);
        z.avail_in = (uInt)piece;
        z.next_out = (Bytef *)out->ptr + out->len;
        z.avail_out = (uInt)room;
        code = inflate(&z, Z_NO_FLUSH);
        *took += piece - z.avail_in;
        out->len += room - z.avail_out;
        if (out->len > max_bytes)
            status = too_large(error, max_bytes);
        else if (code == Z_BUF_ERROR || (code == Z_OK && *took == bytes.len && z.avail_out != 0))
            status = cut_off(error, "gzip", at + *took, out->len);
        else if (code == Z_MEM_ERROR)
            status = out_of_memory(error, at + *took);
        else if (code != Z_OK && code != Z_STREAM_END)
            status = damaged(error, "gzip", at + *took, out->len, z.msg);
    }
    inflateEnd(&z);
    return status;
}

/* What the last four bytes claim as the size of the (last) member, at least. */
static size_t claimed_size(ng_slice bytes)
{
    if (bytes.len < 18)
        return 0;
    const unsigned char *p = (const unsigned char *)bytes.ptr + bytes.len - 4;
    return (size_t)p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 | (size_t)p[3] << 24;
}

static ng_status gunzip(ng_slice bytes, uint64_t max_bytes, ngi_buffer *out, ng_error *error)
{
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    ng_status status = NG_OK;
    if (d == NULL)
        return out_of_memory(error, 0);
    size_t claim = claimed_size(bytes);
    for (size_t at = 0; status == NG_OK && ngi_is_gzip(ngi_slice_from(bytes, at));) {
        ng_slice rest = ngi_slice_from(bytes, at);
        /* deflate can't pack better than 1032 to 1: a larger claim is none. Of several
         * members the last one's claim is as good a guess as any for the others. */
        size_t took = claim / 1032 <= rest.len ? member_at_once(d, rest, claim, max_bytes, out) : 0;
        if (took == 0)
            status = member_streamed(rest, at, max_bytes, out, &took, error);
        at += took; /* what follows the last member and is no gzip is padding: passed over */
    }
    libdeflate_free_decompressor(d);
    return status;
}

/* ---- zstd ---- */

static ng_status unzstd(ng_slice bytes, uint64_t max_bytes, ngi_buffer *out, ng_error *error)
{
    ZSTD_DCtx *d = ZSTD_createDCtx();
    ZSTD_inBuffer in = {bytes.ptr, bytes.len, 0};
    ng_status status = NG_OK;
    size_t want = 1; /* 0: at the end of a frame */
    if (d == NULL)
        return out_of_memory(error, 0);
    while (status == NG_OK && (want != 0 || ngi_is_zstd(ngi_slice_from(bytes, in.pos)))) {
        if (!more_room(out, max_bytes, STEP)) {
            status = out_of_memory(error, in.pos);
            break;
        }
        ZSTD_outBuffer o = {out->ptr, out->capacity, out->len};
        size_t before = in.pos;
        want = ZSTD_decompressStream(d, &o, &in);
        bool stuck = in.pos == before && o.pos == out->len;
        out->len = o.pos;
        if (ZSTD_isError(want))
            status = damaged(error, "zstd", in.pos, out->len, ZSTD_getErrorName(want));
        else if (out->len > max_bytes)
            status = too_large(error, max_bytes);
        else if (want != 0 && in.pos == in.size && (stuck || o.pos < o.size))
            status = cut_off(error, "zstd", in.pos, out->len);
    }
    ZSTD_freeDCtx(d);
    return status;
}

ng_status ngi_inflate(ng_slice bytes, uint64_t max_bytes, ngi_buffer *out, ng_error *error)
{
    ng_status status = NG_OK;
    if (max_bytes == 0)
        max_bytes = NGI_DEFAULT_MAX_BYTES;
    ngi_buffer_clear(out);
    if (ngi_is_gzip(bytes)) {
        status = gunzip(bytes, max_bytes, out, error);
    } else if (ngi_is_zstd(bytes)) {
        status = unzstd(bytes, max_bytes, out, error);
    } else if (bytes.len > max_bytes) {
        status = ngi_fail(error, NG_ERR_LIMIT, max_bytes, "larger than the limit of %llu bytes",
                          (unsigned long long)max_bytes);
    } else {
        ngi_buffer_add(out, bytes);
        if (out->failed)
            status = out_of_memory(error, 0);
    }
    if (status != NG_OK)
        ngi_buffer_clear(out);
    return status;
}
