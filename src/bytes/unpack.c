/* SPDX-License-Identifier: Apache-2.0 */
/* See unpack.h.
 *
 * A window of the file lies in memory. A gzip member that lies in it whole goes through
 * libdeflate at once (a member of an archive has some 10 to 100 kB, the window a megabyte);
 * one that does not, or is damaged, goes through zlib piece by piece, which knows the
 * difference. Behind damage the next member is looked for: where gzip's or zstd's magic bytes
 * stand and what follows unpacks. So memory is bounded whatever a member claims. */
#include "bytes/member.h"

#include "bytes/inflate.h"

#include <errno.h>
#include <fcntl.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

enum {
    WINDOW = 1 << 20,
    LOW = WINDOW / 2, /* refilled below */
    FIRST_ROOM = 1 << 20,
    MOST_ROOM = 32 << 20, /* of a member unpacked at once */
    PIECE = 256 << 10,
    PEEK = 512,
    MOST_REREAD = 16 << 20, /* beyond the file's own size */
};

typedef enum packing { PLAIN, GZIP, ZSTD } packing;
typedef enum streaming { BETWEEN, IN_GZIP, IN_ZSTD } streaming;

struct ngi_unpacker {
    int fd;
    bool at_end;
    packing packing;
    streaming streaming;
    char *window;
    size_t at, filled;
    uint64_t base; /* of window[0] in the file */
    ngi_buffer out;
    uint64_t member; /* where the member that is streamed begins */
    bool first;      /* its first piece is to come */
    uint64_t reread; /* bytes looked at again behind damage */
    struct libdeflate_decompressor *fast;
    z_stream gzip;
    ZSTD_DCtx *zstd;
    char peeked[PEEK];
};

/* ---- the window ---- */

static ng_slice window_of(const ngi_unpacker *u)
{
    return ngi_slice(u->window + u->at, u->filled - u->at);
}

static uint64_t position(const ngi_unpacker *u)
{
    return u->base + u->at;
}

/* Fills the window where it has run low. */
static ng_status refill(ngi_unpacker *u, ng_error *error)
{
    if (u->at_end || u->filled - u->at >= LOW)
        return NG_OK;
    memmove(u->window, u->window + u->at, u->filled - u->at);
    u->base += u->at;
    u->filled -= u->at;
    u->at = 0;
    while (u->filled < WINDOW) {
        ssize_t got = read(u->fd, u->window + u->filled, WINDOW - u->filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return ngi_fail(error, NG_ERR_IO, u->base + u->filled, "cannot be read: %s",
                            strerrordesc_np(errno));
        if (got == 0) {
            u->at_end = true;
            break;
        }
        u->filled += (size_t)got;
    }
    return NG_OK;
}

/* ---- opening ---- */

static ng_status set_up(ngi_unpacker *u, ng_error *error)
{
    u->window = malloc(WINDOW);
    u->fast = libdeflate_alloc_decompressor();
    u->zstd = ZSTD_createDCtx();
    if (u->window == NULL || u->fast == NULL || u->zstd == NULL ||
        inflateInit2(&u->gzip, 15 + 16) != Z_OK)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory to unpack the file");
    ng_status status = refill(u, error);
    ng_slice start = window_of(u);
    u->packing = ngi_is_gzip(start) ? GZIP : ngi_is_zstd(start) ? ZSTD : PLAIN;
    return status;
}

ng_status ngi_unpacker_open(const char *path, ngi_unpacker **out, ng_error *error)
{
    bool standard_input = path[0] == '-' && path[1] == '\0';
    *out = NULL;
    ngi_unpacker *u = calloc(1, sizeof(*u));
    if (u == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory to unpack the file");
    u->fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    ng_status status = NG_OK;
    if (u->fd < 0)
        status = ngi_fail(error, NG_ERR_IO, 0, "cannot be opened: %s", strerrordesc_np(errno));
    if (status == NG_OK)
        status = set_up(u, error);
    if (status == NG_OK)
        *out = u;
    else
        ngi_unpacker_close(u);
    return status;
}

void ngi_unpacker_close(ngi_unpacker *u)
{
    if (u == NULL)
        return;
    if (u->fd > STDIN_FILENO)
        close(u->fd);
    libdeflate_free_decompressor(u->fast);
    ZSTD_freeDCtx(u->zstd);
    inflateEnd(&u->gzip);
    ngi_buffer_free(&u->out);
    free(u->window);
    free(u);
}

/* ---- moving ---- */

uint64_t ngi_unpacker_size(const ngi_unpacker *u)
{
    struct stat about;
    bool regular = fstat(u->fd, &about) == 0 && S_ISREG(about.st_mode);
    return regular && about.st_size > 0 ? (uint64_t)about.st_size : 0;
}

bool ngi_unpacker_is_packed(const ngi_unpacker *u)
{
    return u->packing != PLAIN;
}

ngi_found ngi_unpacker_find(ngi_unpacker *u, uint64_t start, bool (*begins)(ng_slice first),
                            uint64_t *out)
{
    uint64_t size = ngi_unpacker_size(u);
    *out = start;
    if (u->packing == PLAIN || size == 0)
        return NGI_FOUND_UNSURE;
    if (start >= size)
        return NGI_FOUND_NONE;
    if (u->packing == GZIP)
        return ngi_find_gzip(u->fd, size, start, begins, out);
    while (ngi_next_frame(u->fd, size, *out, out)) {
        if (*out >= size)
            return NGI_FOUND_NONE;
        if (!ngi_unpacker_seek(u, *out))
            break;
        if (begins(ngi_unpacker_peek(u)))
            return NGI_FOUND;
        ++*out;
    }
    return NGI_FOUND_UNSURE;
}

static bool move_to(ngi_unpacker *u, uint64_t offset)
{
    ng_error ignored;
    if (offset > ngi_unpacker_size(u) || lseek(u->fd, (off_t)offset, SEEK_SET) == (off_t)-1)
        return false;
    u->base = offset;
    u->at = u->filled = 0;
    u->at_end = false;
    u->streaming = BETWEEN;
    return refill(u, &ignored) == NG_OK;
}

static ng_status take_dictionary(ngi_unpacker *u, ng_error *error);

bool ngi_unpacker_seek(ngi_unpacker *u, uint64_t offset)
{
    ng_error ignored;
    if (u->packing == ZSTD && u->base + u->at == 0 && take_dictionary(u, &ignored) != NG_OK)
        return false;
    ZSTD_DCtx_reset(u->zstd, ZSTD_reset_session_only);
    return move_to(u, offset);
}

uint64_t ngi_unpacker_skip(ngi_unpacker *u, uint64_t bytes)
{
    uint64_t here = u->filled - u->at, at = position(u);
    if (u->packing != PLAIN)
        return 0;
    if (bytes <= here) {
        u->at += (size_t)bytes;
        return bytes;
    }
    return bytes > UINT64_MAX - at || !move_to(u, at + bytes) ? 0 : bytes;
}

ng_status ngi_unpacker_rest(ngi_unpacker *u, uint64_t max_bytes, ngi_buffer *out, ng_error *error)
{
    ng_status status = NG_OK;
    while (status == NG_OK && u->at < u->filled && out->len <= max_bytes) {
        uint64_t room = max_bytes + 1 - out->len;
        ng_slice rest = ngi_slice_sub(window_of(u), 0, room < WINDOW ? (size_t)room : WINDOW);
        ngi_buffer_add(out, rest);
        if (out->failed)
            return ngi_fail(error, NG_ERR_MEMORY, out->len, "out of memory while reading");
        u->at += rest.len;
        status = refill(u, error);
    }
    return status;
}

bool ngi_unpacker_give(ngi_unpacker *u, const ngi_piece *piece, ngi_buffer *to)
{
    ngi_buffer own = *to;
    if (piece->bytes.ptr != u->out.ptr)
        return false;
    *to = u->out;
    to->len = piece->bytes.len;
    u->out = own;
    ngi_buffer_clear(&u->out);
    return true;
}

/* ---- looking ahead ---- */

/* What the packed bytes begin with when unpacked. */
static ng_slice first_of_gzip(ng_slice packed, char *out)
{
    z_stream z = {.next_in = (Bytef *)(uintptr_t)packed.ptr,
                  .avail_in = (uInt)packed.len,
                  .next_out = (Bytef *)out,
                  .avail_out = PEEK};
    if (inflateInit2(&z, 15 + 16) != Z_OK)
        return (ng_slice){0};
    int code = inflate(&z, Z_SYNC_FLUSH);
    size_t made = PEEK - z.avail_out;
    inflateEnd(&z);
    return code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR ? ngi_slice(out, made)
                                                                       : (ng_slice){0};
}

static ng_slice first_of_zstd(ngi_unpacker *u, ng_slice packed)
{
    ZSTD_inBuffer in = {packed.ptr, packed.len, 0};
    ZSTD_outBuffer out = {u->peeked, PEEK, 0};
    while (out.pos < PEEK && in.pos < in.size) {
        size_t before = in.pos, made = out.pos;
        size_t want = ZSTD_decompressStream(u->zstd, &out, &in);
        if (ZSTD_isError(want) || (in.pos == before && out.pos == made))
            break;
    }
    ZSTD_DCtx_reset(u->zstd, ZSTD_reset_session_only);
    return ngi_slice(u->peeked, out.pos);
}

ng_slice ngi_unpacker_peek(ngi_unpacker *u)
{
    ng_error error;
    if (u->packing == GZIP)
        return first_of_gzip(window_of(u), u->peeked);
    if (u->packing == PLAIN)
        return ngi_slice_sub(window_of(u), 0, PEEK);
    if (take_dictionary(u, &error) != NG_OK)
        return (ng_slice){0};
    return first_of_zstd(u, window_of(u));
}

/* ---- damage ---- */

/* Whether a member begins here that can be unpacked, as far as its first bytes tell. */
static bool member_at(ngi_unpacker *u, ng_slice rest)
{
    char first[PEEK];
    if (u->packing == GZIP)
        return ngi_is_gzip(rest) && rest.len > 3 && ((unsigned char)rest.ptr[3] & 0xE0) == 0 &&
               first_of_gzip(ngi_slice_sub(rest, 0, 4096), first).len != 0;
    return ngi_is_zstd(rest);
}

/* Goes on to the next member, which begins after the window's place. */
static ng_status find_member(ngi_unpacker *u, ng_error *error)
{
    char magic = u->packing == GZIP ? '\x1F' : '\x28';
    for (;;) {
        ng_status status = refill(u, error);
        if (status != NG_OK || u->at == u->filled)
            return status;
        const char *found = memchr(u->window + u->at, magic, u->filled - u->at);
        if (found == NULL) {
            u->at = u->filled;
            continue;
        }
        u->at = (size_t)(found - u->window);
        status = refill(u, error);
        if (status != NG_OK || member_at(u, window_of(u)))
            return status;
        u->at++;
    }
}

static ng_status tell_damage(ngi_unpacker *u, ngi_piece *out, const char *why, ng_error *error)
{
    uint64_t gone = position(u) - u->member;
    u->streaming = BETWEEN;
    out->damaged = why;
    /* Damaged data may have run on into the members behind it: they are looked for from where
     * the damaged one began, as long as that stays linear in the file. */
    if (u->member >= u->base && u->reread + gone <= position(u) + MOST_REREAD) {
        u->at = (size_t)(u->member - u->base);
        u->reread += gone;
    }
    if (position(u) == u->member)
        u->at++; /* not the same member again */
    ng_status status = find_member(u, error);
    out->end = position(u);
    return status;
}

static ng_status tell_cut(ngi_unpacker *u, ngi_piece *out, ng_error *error)
{
    out->cut = true;
    return tell_damage(u, out, "the file is cut off", error);
}

/* ---- gzip ---- */

/* A member that lies whole in the window; false where it does not, or is damaged. */
static bool member_at_once(ngi_unpacker *u, ngi_piece *out)
{
    size_t took = 0, made = 0, room = u->out.capacity > FIRST_ROOM ? u->out.capacity : FIRST_ROOM;
    ng_slice rest = window_of(u);
    for (; room <= MOST_ROOM; room *= 4) {
        ngi_buffer_clear(&u->out);
        if (!ngi_buffer_reserve(&u->out, room))
            return false;
        enum libdeflate_result result = libdeflate_gzip_decompress_ex(
            u->fast, rest.ptr, rest.len, u->out.ptr, room, &took, &made);
        if (result == LIBDEFLATE_SUCCESS) {
            out->offset = position(u);
            u->at += took;
            u->out.len = made;
            *out = (ngi_piece){.bytes = ngi_slice(u->out.ptr, made),
                               .offset = out->offset,
                               .end = position(u),
                               .starts = true,
                               .ends = true,
                               .packed = true};
            return true;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE)
            return false;
    }
    return false;
}

static void start_stream(ngi_unpacker *u, streaming how)
{
    u->streaming = how;
    u->member = position(u);
    u->first = true;
}

static void fill_piece(ngi_unpacker *u, ngi_piece *out, size_t made)
{
    *out = (ngi_piece){.bytes = ngi_slice(u->out.ptr, made),
                       .offset = u->member,
                       .end = position(u),
                       .starts = u->first,
                       .packed = true};
    u->first = false;
}

static ng_status stream_gzip(ngi_unpacker *u, ngi_piece *out, ng_error *error)
{
    size_t made = 0;
    int code = Z_OK;
    ngi_buffer_clear(&u->out);
    if (!ngi_buffer_reserve(&u->out, PIECE))
        return ngi_fail(error, NG_ERR_MEMORY, position(u), "no memory to unpack the file");
    while (made < PIECE && code == Z_OK) {
        ng_status status = refill(u, error);
        if (status != NG_OK)
            return status;
        u->gzip.next_in = (Bytef *)(u->window + u->at);
        u->gzip.avail_in = (uInt)(u->filled - u->at);
        u->gzip.next_out = (Bytef *)u->out.ptr + made;
        u->gzip.avail_out = (uInt)(PIECE - made);
        code = inflate(&u->gzip, Z_NO_FLUSH);
        made = PIECE - u->gzip.avail_out;
        u->at = u->filled - u->gzip.avail_in;
        if (code == Z_OK && u->at == u->filled && u->at_end && made < PIECE)
            code = Z_BUF_ERROR;
    }
    fill_piece(u, out, made);
    out->ends = code == Z_STREAM_END;
    if (out->ends)
        u->streaming = BETWEEN;
    else if (code == Z_BUF_ERROR)
        return tell_cut(u, out, error);
    else if (code != Z_OK)
        return tell_damage(u, out, "damaged gzip data", error);
    return NG_OK;
}

static ng_status next_gzip(ngi_unpacker *u, ngi_piece *out, ng_error *error)
{
    if (!ngi_is_gzip(window_of(u))) { /* padding, or what is left of a damaged member */
        start_stream(u, BETWEEN);
        *out = (ngi_piece){.offset = position(u), .packed = true};
        return tell_damage(u, out, "bytes that are no gzip data", error);
    }
    if (member_at_once(u, out))
        return NG_OK;
    inflateReset(&u->gzip);
    start_stream(u, IN_GZIP);
    return stream_gzip(u, out, error);
}

/* ---- zstd ---- */

static size_t little_endian(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return b[0] | (size_t)b[1] << 8 | (size_t)b[2] << 16 | (size_t)b[3] << 24;
}

/* A .warc.zst may open with its dictionary, packed or not, in a frame to be skipped. */
static ng_status take_dictionary(ngi_unpacker *u, ng_error *error)
{
    ng_slice s = window_of(u);
    if (u->base + u->at != 0 || s.len < 8 || memcmp(s.ptr, "\x5D\x2A\x4D\x18", 4) != 0)
        return NG_OK;
    size_t size = little_endian(s.ptr + 4);
    if (size > s.len - 8)
        return ngi_fail(error, NG_ERR_IO, 0, "its dictionary is cut off or too large");
    ng_slice dictionary = ngi_slice_sub(s, 8, 8 + size);
    ngi_buffer unpacked = {0};
    if (ngi_is_zstd(dictionary) && ngi_inflate(dictionary, MOST_ROOM, &unpacked, error) == NG_OK)
        dictionary = ngi_buffer_slice(&unpacked);
    size_t code = ZSTD_DCtx_loadDictionary(u->zstd, dictionary.ptr, dictionary.len);
    ngi_buffer_free(&unpacked);
    u->at += 8 + size;
    return ZSTD_isError(code) ? ngi_fail(error, NG_ERR_IO, 0, "its dictionary can't be used")
                              : NG_OK;
}

static ng_status stream_zstd(ngi_unpacker *u, ngi_piece *out, ng_error *error)
{
    size_t want = 1;
    ngi_buffer_clear(&u->out);
    if (!ngi_buffer_reserve(&u->out, PIECE))
        return ngi_fail(error, NG_ERR_MEMORY, position(u), "no memory to unpack the file");
    ZSTD_outBuffer o = {u->out.ptr, PIECE, 0};
    bool cut = false;
    while (o.pos < o.size && want != 0 && !ZSTD_isError(want) && !cut) {
        ng_status status = refill(u, error);
        if (status != NG_OK)
            return status;
        ZSTD_inBuffer in = {u->window + u->at, u->filled - u->at, 0};
        size_t made = o.pos;
        want = ZSTD_decompressStream(u->zstd, &o, &in);
        u->at += in.pos;
        cut = want != 0 && u->at == u->filled && u->at_end && o.pos == made;
    }
    fill_piece(u, out, o.pos);
    out->ends = want == 0;
    if (out->ends)
        u->streaming = BETWEEN;
    if (!cut && !ZSTD_isError(want))
        return NG_OK;
    ZSTD_DCtx_reset(u->zstd, ZSTD_reset_session_only);
    return cut ? tell_cut(u, out, error) : tell_damage(u, out, "damaged zstd data", error);
}

static ng_status next_zstd(ngi_unpacker *u, ngi_piece *out, ng_error *error)
{
    ng_status status = take_dictionary(u, error);
    if (status != NG_OK)
        return status;
    start_stream(u, IN_ZSTD);
    if (!ngi_is_zstd(window_of(u)) && u->at != u->filled) {
        *out = (ngi_piece){.offset = position(u), .packed = true};
        return tell_damage(u, out, "bytes that are no zstd data", error);
    }
    return stream_zstd(u, out, error);
}

/* ---- all ---- */

ng_status ngi_unpacker_next(ngi_unpacker *u, ngi_piece *out, ng_error *error)
{
    *out = (ngi_piece){0};
    ng_status status = refill(u, error);
    if (status != NG_OK)
        return status;
    if (u->streaming == IN_GZIP)
        return stream_gzip(u, out, error);
    if (u->streaming == IN_ZSTD)
        return stream_zstd(u, out, error);
    out->offset = out->end = position(u);
    if (u->at == u->filled)
        return NG_OK;
    if (u->packing == GZIP)
        return next_gzip(u, out, error);
    if (u->packing == ZSTD)
        return next_zstd(u, out, error);
    ng_slice rest = ngi_slice_sub(window_of(u), 0, PIECE);
    u->at += rest.len;
    *out = (ngi_piece){.bytes = rest, .offset = out->offset, .end = position(u), .starts = true};
    return NG_OK;
}
