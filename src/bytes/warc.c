/* SPDX-License-Identifier: Apache-2.0 */
/* See warc.h; the format is ISO 28500 (WARC), and the Internet Archive's for ARC.
 *
 * Unpacked pieces are strung together in one buffer, from the record that is read onwards;
 * marks tell which place in the file each piece came from. A member that is one record, as
 * crawlers write them, is never copied: its memory goes from hand to hand. Records end where their header
 * says; where what follows is no record, that header (or the file) lied, and the next record
 * is looked for: in a packed archive at the next member, in a plain one at the next line that
 * begins a header. A record that claims more than the limit is passed over without being
 * held. Nothing passes silently: what is skipped is told, with its offset. */
#include "bytes/warc.h"

#include <stdlib.h>

enum {
    MOST_HEADER = 64 * 1024,
    KEEP_BYTES = 4 << 20,
    BEGIN_BYTES = 512,  /* a record shows in these */
    LEAST_GIVEN = 4096, /* shorter blocks are copied */
    MOST_BLANK = 8,     /* what parts two records: four bytes */
};

typedef struct mark {
    size_t at;       /* in the buffer */
    uint64_t offset; /* in the file */
    bool starts;     /* a member begins */
    bool linear;     /* the file is plain: bytes count on */
} mark;

struct ngi_warc {
    ngi_unpacker *unpacker;
    uint64_t max_bytes;
    ngi_buffer data;
    size_t at; /* done up to here */
    mark *marks;
    size_t mark_count, mark_room;
    uint64_t read_to; /* in the file */
    uint64_t unit;
    bool packed, at_end;
    const char *damaged; /* the stream stops here: told with the record it is in */
    uint64_t corrupt;    /* the member whose bytes are not to be trusted, + 1; 0: none */
    bool lost;           /* the next record has to be looked for */
    ng_slice record_start;
};

/* ---- opening ---- */

static bool is_arc_header(ng_slice s);

bool ngi_warc_looks_like(ng_slice start)
{
    while (start.len > 0 && ngi_is_space(start.ptr[0]))
        start = ngi_slice_from(start, 1);
    return ngi_starts(start, NGI_LIT("WARC/")) || ngi_starts(start, NGI_LIT("filedesc://"));
}

ng_status ngi_warc_open(ngi_unpacker *unpacker, uint64_t max_bytes, ngi_warc **out, ng_error *error)
{
    *out = calloc(1, sizeof(**out));
    if (*out == NULL) {
        ngi_unpacker_close(unpacker);
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an archive");
    }
    (*out)->unpacker = unpacker;
    (*out)->max_bytes = max_bytes;
    return NG_OK;
}

void ngi_warc_close(ngi_warc *w)
{
    if (w == NULL)
        return;
    ngi_unpacker_close(w->unpacker);
    ngi_buffer_free(&w->data);
    free(w->marks);
    free(w);
}

/* ---- the buffer ---- */

static ng_slice rest_of(const ngi_warc *w)
{
    return ngi_slice_sub(ngi_buffer_slice(&w->data), w->at, w->data.len);
}

/* Where in the file the byte at `at` of the buffer stands: of a packed archive its member. */
static uint64_t place_of(const ngi_warc *w, size_t at)
{
    uint64_t place = w->read_to;
    for (size_t i = w->mark_count; i > 0; i--) {
        const mark *m = &w->marks[i - 1];
        if (m->at <= at) {
            place = m->linear ? m->offset + (at - m->at) : m->offset;
            break;
        }
    }
    return place;
}

/* Forgets what is done. */
static void forget(ngi_warc *w)
{
    if (w->at == w->data.len) {
        if (w->data.capacity > KEEP_BYTES * 4)
            ngi_buffer_free(&w->data);
        else
            ngi_buffer_clear(&w->data);
        w->at = w->mark_count = 0;
    } else if (w->at > KEEP_BYTES) {
        size_t kept = 0;
        for (size_t i = 0; i < w->mark_count; i++) {
            bool last_before = i + 1 == w->mark_count || w->marks[i + 1].at > w->at;
            if (!last_before)
                continue;
            mark m = w->marks[i];
            if (m.linear && m.at < w->at)
                m.offset += w->at - m.at;
            m.at = m.at > w->at ? m.at - w->at : 0;
            w->marks[kept++] = m;
        }
        w->mark_count = kept;
        memmove(w->data.ptr, w->data.ptr + w->at, w->data.len - w->at);
        w->data.len -= w->at;
        w->at = 0;
    }
}

static bool add_mark(ngi_warc *w, const ngi_piece *piece)
{
    if (w->mark_count == w->mark_room) {
        size_t room = w->mark_room == 0 ? 64 : w->mark_room * 2;
        mark *more = realloc(w->marks, room * sizeof(*more));
        if (more == NULL)
            return false;
        w->marks = more;
        w->mark_room = room;
    }
    w->marks[w->mark_count++] = (mark){w->data.len, piece->offset, piece->starts, !piece->packed};
    return true;
}

/* One more piece. False at the end, at damage, or on failure (*status). */
static bool pull(ngi_warc *w, ng_status *status, ng_error *error)
{
    ngi_piece piece;
    if (w->at_end || w->damaged != NULL)
        return false;
    *status = ngi_unpacker_next(w->unpacker, &piece, error);
    if (*status != NG_OK)
        return false;
    w->read_to = piece.end;
    w->packed = w->packed || piece.packed;
    w->damaged = piece.damaged;
    if (piece.damaged != NULL && !piece.cut)
        w->corrupt = piece.offset + 1;
    w->at_end = piece.bytes.len == 0 && piece.damaged == NULL && !piece.packed;
    if (piece.bytes.len == 0)
        return w->damaged == NULL && !w->at_end;
    bool good = add_mark(w, &piece);
    if (w->data.len != 0 || !ngi_unpacker_give(w->unpacker, &piece, &w->data))
        ngi_buffer_add(&w->data, piece.bytes);
    if (!good || w->data.failed) {
        *status = ngi_fail(error, NG_ERR_MEMORY, piece.offset, "no memory for a record");
        return false;
    }
    return true;
}

/* Whether `bytes` more can be had behind `at`; reads them. */
static bool have(ngi_warc *w, size_t bytes, ng_status *status, ng_error *error)
{
    while (w->data.len - w->at < bytes)
        if (!pull(w, status, error))
            return false;
    return true;
}

/* ---- headers ---- */

typedef struct header {
    ng_slice text;
    size_t length; /* with the empty line */
    bool arc;
} header;

/* The length of a WARC header with its empty line, or 0. */
static size_t header_length(ng_slice s)
{
    for (size_t at = 0; at < s.len;) {
        size_t end = ngi_find_char(ngi_slice_from(s, at), '\n');
        if (end == NGI_NONE)
            return 0;
        ng_slice line = ngi_trim(ngi_slice_sub(s, at, at + end));
        at += end + 1;
        if (line.len == 0)
            return at;
    }
    return 0;
}

static bool read_length(ng_slice text, uint64_t *out)
{
    uint64_t n = 0;
    text = ngi_trim(text);
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || n > UINT64_MAX / 10 - 1)
            return false;
        n = n * 10 + (uint64_t)(text.ptr[i] - '0');
    }
    *out = n;
    return text.len > 0 && n <= (uint64_t)INT64_MAX;
}

static ng_slice unbracket(ng_slice s)
{
    return s.len > 1 && s.ptr[0] == '<' && s.ptr[s.len - 1] == '>' ? ngi_slice_sub(s, 1, s.len - 1)
                                                                   : s;
}

/* Reads the fields of a WARC header. Returns why it is none, or NULL. */
static const char *read_warc(ng_slice text, ngi_warc_record *r)
{
    struct {
        const char *name;
        ng_slice *value;
    } fields[] = {
        {"WARC-Type", &r->type},
        {"WARC-Record-ID", &r->id},
        {"WARC-Date", &r->date},
        {"WARC-Target-URI", &r->uri},
        {"WARC-Payload-Digest", &r->payload_digest},
        {"WARC-Block-Digest", &r->block_digest},
        {"Content-Type", &r->content_type},
    };
    ng_slice line;
    bool length = false;
    while (ngi_split(&text, '\n', &line)) {
        size_t colon = ngi_find_char(line, ':');
        if (colon == NGI_NONE)
            continue;
        ng_slice name = ngi_trim(ngi_slice_sub(line, 0, colon));
        ng_slice value = ngi_trim(ngi_slice_from(line, colon + 1));
        for (size_t i = 0; i < NGI_COUNT(fields); i++)
            if (ngi_equal_nocase(name, ngi_slice_of(fields[i].name)) && fields[i].value->len == 0)
                *fields[i].value = value;
        if (ngi_equal_nocase(name, NGI_LIT("Content-Length"))) {
            if (!read_length(value, &r->block_length))
                return "its Content-Length is no length";
            length = true;
        }
    }
    r->uri = unbracket(r->uri);
    return !length            ? "its header has no Content-Length"
           : r->type.len == 0 ? "its header has no type"
                              : NULL;
}

/* ARC: "URL IP-address date content-type length". */
static bool split_arc(ng_slice line, ng_slice parts[8], size_t *count)
{
    ng_slice part;
    *count = 0;
    while (*count < 8 && ngi_split(&line, ' ', &part))
        parts[(*count)++] = ngi_trim(part);
    return *count >= 5;
}

static bool is_arc_header(ng_slice s)
{
    ng_slice parts[8];
    size_t count, end = ngi_find_char(s, '\n');
    uint64_t length;
    return end != NGI_NONE && split_arc(ngi_trim(ngi_slice_sub(s, 0, end)), parts, &count) &&
           ngi_find(parts[0], NGI_LIT(":")) != NGI_NONE && parts[2].len == 14 &&
           read_length(parts[count - 1], &length);
}

static const char *read_arc(ng_slice line, ngi_warc_record *r)
{
    ng_slice parts[8];
    size_t count;
    if (!split_arc(ngi_trim(line), parts, &count) ||
        !read_length(parts[count - 1], &r->block_length))
        return "its header is none of an archive";
    bool about = ngi_starts(parts[0], NGI_LIT("filedesc://"));
    bool http = ngi_starts_nocase(parts[0], NGI_LIT("http"));
    r->type = about ? NGI_LIT("warcinfo") : NGI_LIT("response");
    r->uri = parts[0];
    r->date = parts[2]; /* 20260303140500 */
    r->content_type = http ? NGI_LIT("application/http") : parts[3];
    return NULL;
}

/* ---- anywhere ---- */

static bool begins_record(ng_slice first)
{
    return ngi_starts(first, NGI_LIT("WARC/")) || ngi_starts(first, NGI_LIT("filedesc://")) ||
           is_arc_header(first);
}

uint64_t ngi_warc_unit(const ngi_warc *w)
{
    return w->unit;
}

uint64_t ngi_warc_read_to(const ngi_warc *w)
{
    return w->read_to;
}

uint64_t ngi_warc_size(const ngi_warc *w)
{
    return ngi_unpacker_size(w->unpacker);
}

bool ngi_warc_seek(ngi_warc *w, uint64_t unit)
{
    if (!ngi_unpacker_seek(w->unpacker, unit))
        return false;
    ngi_buffer_clear(&w->data);
    w->at = w->mark_count = 0;
    w->read_to = w->unit = unit;
    w->packed = w->at_end = w->lost = false;
    w->damaged = NULL;
    return true;
}

ngi_found ngi_warc_find(ngi_warc *w, uint64_t start)
{
    uint64_t unit;
    ngi_found found = ngi_unpacker_find(w->unpacker, start, begins_record, &unit);
    if (found == NGI_FOUND && ngi_warc_seek(w, unit))
        return found;
    if (found != NGI_FOUND_NONE && ngi_unpacker_size(w->unpacker) > 0 && !ngi_warc_seek(w, 0))
        return NGI_FOUND_NONE; /* it shrank under our hands */
    return found == NGI_FOUND_NONE ? found : NGI_FOUND_UNSURE;
}

/* ---- from record to record ---- */

static void skip_blank(ngi_warc *w, ng_status *status, ng_error *error)
{
    while (*status == NG_OK && have(w, 1, status, error) && ngi_is_space(w->data.ptr[w->at]))
        w->at++;
}

/* The next record after one that could not be followed to its end: at the start of a member,
 * else at the start of a line. */
static void find_record(ngi_warc *w, ng_status *status, ng_error *error)
{
    w->lost = false;
    for (;;) {
        if (w->packed) {
            size_t i = 0;
            while (i < w->mark_count && (w->marks[i].at < w->at || !w->marks[i].starts))
                i++;
            if (i < w->mark_count) {
                w->at = w->marks[i].at;
                return;
            }
            w->at = w->data.len;
        } else {
            size_t found = ngi_find(rest_of(w), NGI_LIT("\nWARC/1."));
            if (found != NGI_NONE) {
                w->at += found + 1;
                return;
            }
            w->at = w->data.len - (w->data.len - w->at < 8 ? w->data.len - w->at : 8);
        }
        if (w->packed)
            forget(w);
        if (!pull(w, status, error)) {
            if (w->damaged == NULL || *status != NG_OK) {
                w->at = w->data.len;
                return;
            }
            w->damaged = NULL; /* told already */
        }
        forget(w);
    }
}

static ng_status broken(ngi_warc *w, uint64_t offset, const char *why, ng_error *error)
{
    w->lost = true;
    w->damaged = NULL;
    w->at += w->at < w->data.len; /* not the same record again */
    return ngi_fail(error, NG_ERR_FORMAT, offset, "the record at offset %llu is broken: %s",
                    (unsigned long long)offset, why);
}

static const char *why_short(const ngi_warc *w)
{
    return w->damaged != NULL ? w->damaged : "the file is cut off";
}

/* Passes over bytes without holding them. */
static bool skip_bytes(ngi_warc *w, uint64_t bytes, ng_status *status, ng_error *error)
{
    while (bytes > 0) {
        size_t here = w->data.len - w->at;
        size_t step = here < bytes ? here : (size_t)bytes;
        w->at += step;
        bytes -= step;
        if (bytes == 0)
            break;
        forget(w);
        uint64_t jump = w->damaged == NULL ? ngi_unpacker_skip(w->unpacker, bytes) : 0;
        w->read_to += jump;
        bytes -= jump;
        if (bytes == 0)
            break;
        if (!pull(w, status, error))
            return false;
    }
    return true;
}

/* A unit begins at `start` of the buffer where a member begins there, with a record. */
static void note_unit(ngi_warc *w, size_t start)
{
    if (!begins_record(ngi_slice_sub(ngi_buffer_slice(&w->data), start, start + BEGIN_BYTES)))
        return;
    for (size_t i = 0; i < w->mark_count; i++) {
        const mark *m = &w->marks[i];
        bool holds = i + 1 == w->mark_count || w->marks[i + 1].at > start;
        if (m->at <= start && holds && (m->linear || (m->starts && m->at == start)))
            w->unit = place_of(w, start);
    }
}

static ng_status read_header(ngi_warc *w, ngi_warc_record *r, size_t *length, ng_error *error)
{
    ng_status status = NG_OK;
    size_t want = 1;
    const char *why = NULL;
    for (;;) {
        have(w, want, &status, error);
        if (status != NG_OK)
            return status;
        ng_slice s = rest_of(w);
        if (s.len >= 5 && !ngi_starts(s, NGI_LIT("WARC/"))) {
            size_t end = ngi_find_char(ngi_slice_sub(s, 0, MOST_HEADER), '\n');
            if (end != NGI_NONE) {
                *length = end + 1;
                why = is_arc_header(s) ? read_arc(ngi_slice_sub(s, 0, end), r)
                                       : "what stands there is no record";
                break;
            }
        } else if ((*length = header_length(ngi_slice_sub(s, 0, MOST_HEADER))) != 0) {
            why = read_warc(ngi_slice_sub(s, 0, *length), r);
            break;
        }
        if (s.len >= MOST_HEADER) {
            why = "its header has no end";
            break;
        }
        if (s.len < want) {
            why = why_short(w);
            break;
        }
        want = s.len + 1;
    }
    return why == NULL ? NG_OK : broken(w, r->offset, why, error);
}

/* Whether the record lies in a member that unpacked, but whose checksum is wrong. */
static bool is_corrupt(const ngi_warc *w, uint64_t offset)
{
    return w->damaged != NULL && w->corrupt == offset + 1;
}

ng_status ngi_warc_next(ngi_warc *w, ngi_warc_wants *wants, void *context, ngi_warc_record *out,
                        ng_error *error)
{
    ng_status status = NG_OK;
    size_t length = 0;
    *out = (ngi_warc_record){0};
    forget(w);
    if (w->lost)
        find_record(w, &status, error);
    skip_blank(w, &status, error);
    if (status != NG_OK)
        return status;
    if (w->at == w->data.len) {
        if (w->damaged != NULL)
            return broken(w, w->read_to, w->damaged, error);
        out->at_end = true;
        return NG_OK;
    }
    size_t start = w->at;
    out->offset = place_of(w, start);
    status = read_header(w, out, &length, error);
    note_unit(w, start);
    if (status != NG_OK)
        return status;
    out->unit = w->unit;
    out->too_large = out->block_length > w->max_bytes;
    bool wanted = wants(context, out), kept = wanted && !out->too_large;
    if (!kept) {
        /* The header's slices point into the buffer, which skipping may move: none is kept. */
        ngi_warc_record bare = {.offset = out->offset,
                                .unit = w->unit,
                                .block_length = out->block_length,
                                .too_large = out->too_large && wanted};
        *out = bare;
        w->at += length;
        if (!skip_bytes(w, bare.block_length, &status, error) || is_corrupt(w, bare.offset))
            return status != NG_OK ? status : broken(w, bare.offset, why_short(w), error);
        out->length = w->packed ? w->read_to - out->offset : place_of(w, w->at) - out->offset;
        return NG_OK;
    }
    bool whole = have(w, length + (size_t)out->block_length, &status, error);
    if (!whole || is_corrupt(w, out->offset))
        return status != NG_OK ? status : broken(w, out->offset, why_short(w), error);
    /* The buffer may have moved: once more, with everything in place. */
    ng_slice text = ngi_slice_sub(rest_of(w), 0, length);
    ngi_warc_record again = {.offset = out->offset, .unit = w->unit};
    (void)(ngi_starts(text, NGI_LIT("WARC/")) ? read_warc(text, &again) : read_arc(text, &again));
    again.header = text;
    again.block = ngi_slice_sub(rest_of(w), length, length + (size_t)again.block_length);
    w->at += length + (size_t)again.block_length;
    again.length = w->packed ? w->read_to - again.offset : place_of(w, w->at) - again.offset;
    *out = again;
    return NG_OK;
}

bool ngi_warc_take_block(ngi_warc *w, const ngi_warc_record *r, ngi_buffer *to, ng_slice *block)
{
    ng_slice rest = rest_of(w);
    ngi_buffer_clear(to);
    *block = r->block;
    if (r->block.len < LEAST_GIVEN || rest.len > MOST_BLANK || ngi_trim(rest).len != 0) {
        ngi_buffer_add(to, r->block);
        *block = ngi_buffer_slice(to);
        return !to->failed;
    }
    ngi_buffer own = *to;
    *to = w->data;
    w->data = own;
    w->at = w->mark_count = 0;
    return true;
}
