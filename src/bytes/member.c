/* SPDX-License-Identifier: Apache-2.0 */
/* See member.h.
 *
 * zstd names the size of each block, so that frames are walked from the file's beginning by
 * reading three bytes in 128 kB.
 *
 * gzip does not. Its magic bytes stand in packed data by chance (some 60 times in a gigabyte),
 * and with sense in what could not be packed further: an archive of a site that offers archives
 * holds their members as they are, in stored blocks. But such a block has 65,535 bytes at most.
 * So a chain of members, each beginning where the one before ends, that is longer than two of
 * these is a true one; so is one that reaches the file's last byte. Where a chain breaks before,
 * by damage or since it was none, and no true one passes over its beginning, nothing is
 * decided here. Chains are looked for from a megabyte before the place on, so that one passes
 * over it unless a record is larger. */
#include "bytes/member.h"

#include "bytes/inflate.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

enum {
    ROOM = 256 << 10,
    SCRATCH = 64 << 10,
    FIRST = 512,           /* of a member, unpacked */
    BEFORE = 1 << 20,      /* where chains are looked for, before the place */
    TRUE_CHAIN = 2 << 16,  /* bytes */
};

/* ---- reading anywhere ---- */

static bool read_at(int fd, void *out, size_t want, uint64_t offset, size_t *got)
{
    *got = 0;
    while (*got < want) {
        ssize_t n = pread(fd, (char *)out + *got, want - *got, (off_t)(offset + *got));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        if (n == 0)
            break;
        *got += (size_t)n;
    }
    return true;
}

typedef struct walker {
    int fd;
    uint64_t size, base; /* of room[0] */
    size_t filled;
    char *room, *scratch;
    z_stream gzip;
    bool failed;
} walker;

/* The bytes from `at` on, as many as there are at hand; empty at the end. */
static ng_slice bytes_at(walker *w, uint64_t at, size_t least)
{
    uint64_t end = w->base + w->filled;
    bool here = at >= w->base && at < end && (end - at >= least || end >= w->size);
    if (!here) {
        w->base = at;
        w->failed = w->failed || !read_at(w->fd, w->room, ROOM, at, &w->filled);
        if (w->failed)
            w->filled = 0;
    }
    return ngi_slice_from(ngi_slice(w->room, w->filled), (size_t)(at - w->base));
}

/* ---- gzip ---- */

static bool is_member(ng_slice s)
{
    return ngi_is_gzip(s) && s.len > 3 && ((unsigned char)s.ptr[3] & 0xE0) == 0;
}

typedef enum followed { WHOLE, BROKEN, GOES_ON } followed;

/* Unpacks the member at `at` and forgets it. *first: its first bytes. GOES_ON: it is longer
 * than a true chain has to be, and the caller did not need its end. */
static followed follow(walker *w, uint64_t at, bool to_end, char *first, size_t *first_len,
                       uint64_t *end)
{
    uint64_t from = at;
    int code = Z_OK;
    *first_len = 0;
    if (!is_member(bytes_at(w, at, 4)) || inflateReset(&w->gzip) != Z_OK)
        return BROKEN;
    while (code == Z_OK) {
        ng_slice in = bytes_at(w, at, 1);
        if (in.len == 0 || w->failed)
            return BROKEN;
        w->gzip.next_in = (Bytef *)(uintptr_t)in.ptr;
        w->gzip.avail_in = (uInt)in.len;
        w->gzip.next_out = (Bytef *)w->scratch;
        w->gzip.avail_out = SCRATCH;
        code = inflate(&w->gzip, Z_NO_FLUSH);
        size_t made = SCRATCH - w->gzip.avail_out, room = FIRST - *first_len;
        size_t kept = made < room ? made : room;
        memcpy(first + *first_len, w->scratch, kept);
        *first_len += kept;
        at += in.len - w->gzip.avail_in;
        if (code == Z_OK && !to_end && *first_len == FIRST && at - from > TRUE_CHAIN)
            return GOES_ON;
    }
    *end = at;
    return code == Z_STREAM_END ? WHOLE : BROKEN;
}

typedef struct search {
    uint64_t start;
    bool (*begins)(ng_slice first);
    bool has_found, is_true;
    uint64_t found, reached; /* how far the chain went */
} search;

/* Follows the chain that begins at `from` until it is true and a record was found at or behind
 * the place, or until it breaks. */
static void follow_chain(walker *w, uint64_t from, search *s)
{
    char first[FIRST];
    size_t len;
    uint64_t at = from, end = from;
    s->has_found = false;
    s->is_true = from == 0;
    for (;;) {
        followed how = follow(w, at, at < s->start, first, &len, &end);
        if (at == from && !s->begins(ngi_slice(first, len)))
            break; /* whatever it is, no record begins here */
        if (how == GOES_ON || (how == WHOLE && (end == w->size || end - from > TRUE_CHAIN)))
            s->is_true = true;
        if (len != 0 && at >= s->start && !s->has_found && s->begins(ngi_slice(first, len))) {
            s->has_found = true;
            s->found = at;
        }
        if (how == BROKEN || end == w->size || (s->is_true && s->has_found))
            break;
        if (how == GOES_ON && follow(w, at, true, first, &len, &end) != WHOLE)
            break;
        at = end;
    }
    s->reached = end;
}

/* Members that begin in [from, ...): the next of them that may be one. */
static bool next_candidate(walker *w, uint64_t *at)
{
    while (*at < w->size && !w->failed) {
        ng_slice s = bytes_at(w, *at, 4);
        const char *magic = s.len < 4 ? NULL : memchr(s.ptr, 0x1F, s.len - 3);
        if (magic == NULL) {
            if (s.len < 4)
                return false;
            *at += s.len - 3;
            continue;
        }
        *at += (uint64_t)(magic - s.ptr);
        if (is_member(ngi_slice_from(s, (size_t)(magic - s.ptr))))
            return true;
        ++*at;
    }
    return false;
}

static ngi_found find_gzip(walker *w, search *s, uint64_t *out)
{
    uint64_t at = s->start > BEFORE ? s->start - BEFORE : 0;
    while (next_candidate(w, &at)) {
        follow_chain(w, at, s);
        if (s->is_true && s->has_found) {
            *out = s->found;
            return NGI_FOUND;
        }
        if (s->is_true && s->reached == w->size)
            return NGI_FOUND_NONE;
        if (s->has_found)
            return NGI_FOUND_UNSURE; /* it may be a member, or lie in one */
        at = s->is_true && s->reached > at ? s->reached : at + 1;
    }
    return w->failed ? NGI_FOUND_UNSURE : NGI_FOUND_NONE;
}

ngi_found ngi_find_gzip(int fd, uint64_t size, uint64_t start, bool (*begins)(ng_slice first),
                        uint64_t *out)
{
    walker w = {.fd = fd, .size = size, .room = malloc(ROOM), .scratch = malloc(SCRATCH)};
    search s = {.start = start, .begins = begins};
    ngi_found found = NGI_FOUND_UNSURE;
    if (w.room != NULL && w.scratch != NULL && inflateInit2(&w.gzip, 15 + 16) == Z_OK) {
        found = find_gzip(&w, &s, out);
        inflateEnd(&w.gzip);
    }
    free(w.room);
    free(w.scratch);
    return found;
}

/* ---- zstd ---- */

static uint32_t little_endian(const unsigned char *p, size_t bytes)
{
    uint32_t n = 0;
    for (size_t i = 0; i < bytes; i++)
        n |= (uint32_t)p[i] << (8 * i);
    return n;
}

/* The length of a frame's header (RFC 8878, 3.1.1.1), or 0. *checked: a checksum follows. */
static size_t frame_header(const unsigned char *p, size_t len, bool *checked)
{
    static const uint8_t dictionary[] = {0, 1, 2, 4}, content[] = {0, 2, 4, 8};
    if (len < 5)
        return 0;
    bool single = (p[4] & 0x20) != 0;
    size_t content_bytes = content[p[4] >> 6];
    *checked = (p[4] & 4) != 0;
    return 5 + !single + dictionary[p[4] & 3] +
           (content_bytes == 0 && single ? 1 : content_bytes);
}

/* Where the frame at `at` ends; 0 where none can be followed. */
static uint64_t frame_end(int fd, uint64_t at)
{
    unsigned char p[8];
    size_t got;
    bool checked, last = false;
    if (!read_at(fd, p, sizeof p, at, &got) || got < 5 || !ngi_is_zstd(ngi_slice((char *)p, got)))
        return 0;
    if (p[0] != 0x28)
        return got < 8 ? 0 : at + 8 + little_endian(p + 4, 4);
    at += frame_header(p, got, &checked);
    while (!last) {
        if (!read_at(fd, p, 3, at, &got) || got < 3)
            return 0;
        uint32_t block = little_endian(p, 3), type = block >> 1 & 3;
        if (type == 3)
            return 0;
        last = block & 1;
        at += 3 + (type == 1 ? 1 : block >> 3);
    }
    return at + (checked ? 4 : 0);
}

bool ngi_next_frame(int fd, uint64_t size, uint64_t start, uint64_t *out)
{
    uint64_t at = 0;
    while (at < start) {
        uint64_t end = frame_end(fd, at);
        if (end <= at || end > size)
            return false;
        at = end;
    }
    *out = at;
    return true;
}
