/* SPDX-License-Identifier: Apache-2.0 */
/* See warc.h; the format is ISO 28500 (WARC), and the Internet Archive's for ARC.
 *
 * Unpacked pieces are strung together in one buffer, from the record that is read onwards;
 * marks tell which place in the file each piece came from. A member that is one record, as
 * crawlers write them, is never copied: its memory goes from hand to hand. Records end where their header
 * says; where what follows is no record, that header (or the file) lied, and the next record
 * is looked for: in a packed archive at the next member, in a plain one at the next line that
 * begins a header. A record that claims more than the limit is passed over without being
 * held. Nothing passes silently: what is skipped is told, with its offset.
 *
 * A length is believed where another record, or the end, follows the bytes it speaks of. Else
 * the record ends where a line begins the next one. In a packed archive whose records have a
 * member each, that is the next member, and lines are not looked at: a record may hold another
 * archive. */
#include "bytes/warc_header.h"

#include "bytes/http.h"

#include <stdlib.h>

enum {
    MOST_HEADER = 64 * 1024,
    KEEP_BYTES = 4 << 20,
    BEGIN_BYTES = 512,  /* a record shows in these */
    LEAST_GIVEN = 4096, /* shorter blocks are copied */
    MOST_BLANK = 8,     /* what parts two records: four bytes */
    TAIL = 1024,        /* kept while lines are looked for: one may be half there */
    JUMP = 1 << 20,     /* what a jump in a plain file costs, in bytes read */
    FREE_DOUBT = 16 << 20,
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
    bool arc;   /* the records are those of an ARC */
    bool ended; /* the member does, with the piece read last */
    bool alone; /* the record read last had a member of its own */
    uint64_t doubt; /* bytes read again since a length lied */
    const char *damaged; /* the stream stops here: told with the record it is in */
    uint64_t corrupt;    /* the member whose bytes are not to be trusted, + 1; 0: none */
    bool lost;           /* the next record has to be looked for */
};

/* ---- opening ---- */

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
    w->ended = piece.ends;
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

/* ---- anywhere ---- */

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

static bool go_to(ngi_warc *w, uint64_t offset)
{
    if (!ngi_unpacker_seek(w->unpacker, offset))
        return false;
    ngi_buffer_clear(&w->data);
    w->at = w->mark_count = 0;
    w->read_to = offset;
    w->at_end = w->lost = false;
    w->damaged = NULL;
    return true;
}

static bool wants_none(void *context, const ngi_warc_record *record)
{
    (void)context, (void)record;
    return false;
}

bool ngi_warc_seek(ngi_warc *w, uint64_t unit)
{
    ngi_warc_record first;
    bool knows = w->alone || !ngi_unpacker_is_packed(w->unpacker);
    if (unit > ngi_unpacker_size(w->unpacker))
        return false;
    if (unit > 0 && !knows && go_to(w, 0)) /* what is broken is to be judged as from the beginning */
        (void)ngi_warc_next(w, wants_none, NULL, &first, NULL);
    if (!go_to(w, unit))
        return false;
    w->unit = unit;
    w->packed = false;
    return true;
}

ngi_found ngi_warc_find(ngi_warc *w, uint64_t start)
{
    uint64_t unit;
    ngi_found found = ngi_unpacker_find(w->unpacker, start, ngi_record_begins, &unit);
    if (found == NGI_FOUND && ngi_warc_seek(w, unit))
        return found;
    if (found != NGI_FOUND_NONE && ngi_unpacker_size(w->unpacker) > 0 && !ngi_warc_seek(w, 0))
        return NGI_FOUND_NONE; /* it shrank under our hands */
    return found == NGI_FOUND_NONE ? found : NGI_FOUND_UNSURE;
}

/* ---- looking for records ---- */

/* The next member in the buffer from `from` on; NGI_NONE where none begins. */
static size_t next_member(const ngi_warc *w, size_t from)
{
    for (size_t i = 0; w->packed && i < w->mark_count; i++)
        if (w->marks[i].starts && w->marks[i].at >= from)
            return w->marks[i].at;
    return NGI_NONE;
}

/* The first line in [from, to) of the buffer that begins a record; NGI_NONE. */
static size_t next_line(const ngi_warc *w, size_t from, size_t to)
{
    ng_slice all = ngi_buffer_slice(&w->data), mark = w->arc ? NGI_LIT("\n") : NGI_LIT("\nWARC/");
    while (from < to) {
        size_t found = ngi_find(ngi_slice_sub(all, from, to + mark.len - 1), mark);
        if (found == NGI_NONE)
            break;
        from += found + 1;
        ng_slice line = ngi_slice_sub(all, from, from + MOST_HEADER);
        if (from < to && (w->arc ? ngi_arc_begins(line) : ngi_warc_begins_line(line)))
            return from;
    }
    return NGI_NONE;
}

static void skip_blank(ngi_warc *w, ng_status *status, ng_error *error)
{
    while (*status == NG_OK && have(w, 1, status, error) && ngi_is_space(w->data.ptr[w->at]))
        w->at++;
}

/* The next record after one that could not be followed to its end. */
static void find_record(ngi_warc *w, ng_status *status, ng_error *error)
{
    w->lost = false;
    for (;;) {
        size_t member = next_member(w, w->at);
        size_t end = member < w->data.len ? member : w->data.len;
        size_t line = w->alone ? NGI_NONE : next_line(w, w->at, end);
        if (line != NGI_NONE || member != NGI_NONE) {
            w->at = line != NGI_NONE ? line : member;
            return;
        }
        size_t kept = w->alone ? 0 : TAIL;
        w->at = w->data.len - w->at < kept ? w->at : w->data.len - kept;
        forget(w);
        if (!pull(w, status, error)) {
            if (w->damaged == NULL || *status != NG_OK) {
                w->at = w->data.len;
                return;
            }
            w->damaged = NULL; /* told already */
        }
    }
}

static ng_status tell(uint64_t offset, const char *why, ng_error *error)
{
    return ngi_fail(error, NG_ERR_FORMAT, offset, "the record at offset %llu is broken: %s",
                    (unsigned long long)offset, why);
}

static ng_status broken(ngi_warc *w, uint64_t offset, const char *why, ng_error *error)
{
    w->lost = true;
    w->damaged = NULL;
    w->at += w->at < w->data.len; /* not the same record again */
    return tell(offset, why, error);
}

static const char lies[] = "it claims more bytes than there are before the next record";

/* A record that ends before it says so: where the next one begins is known. */
static ng_status lied(ngi_warc *w, uint64_t offset, size_t next, ng_error *error)
{
    w->at = next;
    return tell(offset, lies, error);
}

static const char *why_short(const ngi_warc *w)
{
    return w->damaged != NULL ? w->damaged : "the file is cut off";
}

/* ---- headers ---- */

/* A unit begins at `start` of the buffer where a member begins there, with a record. */
static void note_unit(ngi_warc *w, size_t start)
{
    ng_slice all = ngi_buffer_slice(&w->data);
    if (!ngi_record_begins(ngi_slice_sub(all, start, start + BEGIN_BYTES)))
        return;
    for (size_t i = 0; i < w->mark_count; i++) {
        const mark *m = &w->marks[i];
        bool holds = i + 1 == w->mark_count || w->marks[i + 1].at > start;
        if (m->at <= start && holds && (m->linear || (m->starts && m->at == start)))
            w->unit = place_of(w, start);
    }
}

/* What is there of the header at the buffer's place: none of it lies behind the beginning of
 * another record. */
static ng_slice header_text(const ngi_warc *w)
{
    ng_slice all = ngi_buffer_slice(&w->data);
    size_t end = w->at + MOST_HEADER, member = next_member(w, w->at + 1);
    if (member < end && ngi_record_begins(ngi_slice_sub(all, member, member + BEGIN_BYTES)))
        end = member;
    return ngi_slice_sub(all, w->at, end);
}

/* The header's length, 0 where its end is not there yet; *why: it is none. */
static size_t take_header(ngi_warc *w, ng_slice s, ngi_warc_record *r, const char **why)
{
    if (s.len < 5 || ngi_starts(s, NGI_LIT("WARC/"))) {
        size_t length = ngi_warc_header_length(s);
        w->arc = false;
        if (length != 0)
            *why = next_line(w, w->at, w->at + length) != NGI_NONE
                       ? "its header has no end"
                       : ngi_warc_header_read(ngi_slice_sub(s, 0, length), r);
        return length;
    }
    size_t end = ngi_find_char(s, '\n');
    if (end == NGI_NONE)
        return 0;
    bool arc = ngi_arc_begins(s);
    w->arc = w->arc || arc;
    *why = arc ? ngi_arc_header_read(ngi_slice_sub(s, 0, end), r) : "what stands there is no record";
    return end + 1;
}

static ng_status read_header(ngi_warc *w, ngi_warc_record *r, size_t *length, ng_error *error)
{
    ng_status status = NG_OK;
    const char *why = NULL;
    for (size_t want = 1;;) {
        have(w, want, &status, error);
        if (status != NG_OK)
            return status;
        ng_slice s = header_text(w);
        *length = take_header(w, s, r, &why);
        if (*length != 0)
            break;
        if (s.len >= MOST_HEADER || s.len < w->data.len - w->at || s.len < want) {
            why = s.len < want && s.len == w->data.len - w->at ? why_short(w) : "its header has no end";
            break;
        }
        want = s.len + 1;
    }
    return why == NULL ? NG_OK : broken(w, r->offset, why, error);
}

/* ---- blocks ---- */

/* Reads until `end` of the buffer is there. NULL, or why it is not; *next: the record that begins
 * before it does. */
static const char *read_until(ngi_warc *w, size_t end, size_t *next, ng_status *status,
                              ng_error *error)
{
    *next = NGI_NONE;
    while (w->data.len < end) {
        size_t before = w->data.len;
        if (!pull(w, status, error))
            return why_short(w);
        ng_slice piece = ngi_slice_sub(ngi_buffer_slice(&w->data), before, before + BEGIN_BYTES);
        if (next_member(w, before) == before && ngi_record_begins(piece)) {
            *next = before;
            return lies;
        }
    }
    return NULL;
}

/* Whether what follows the record that ends at `end` of the buffer is as it should be: a blank,
 * and then another record, or the end of the member or the archive. */
static bool is_followed(ngi_warc *w, size_t end, ng_status *status, ng_error *error)
{
    while (!(w->packed && w->ended) && w->data.len < end + BEGIN_BYTES)
        if (!pull(w, status, error))
            break;
    ng_slice rest = ngi_slice_sub(ngi_buffer_slice(&w->data), end, next_member(w, end));
    size_t blank = 0;
    while (blank < rest.len && ngi_is_space(rest.ptr[blank]))
        blank++;
    ng_slice next = ngi_slice_from(rest, blank);
    return next.len == 0 ||
           (w->arc ? blank > 0 && ngi_arc_begins(next) : ngi_starts(next, NGI_LIT("WARC/")));
}

/* Whether looking again costs no more than reading on does. */
static bool may_doubt(ngi_warc *w, uint64_t bytes)
{
    if (w->doubt + bytes > w->read_to + FREE_DOUBT)
        return false;
    w->doubt += bytes;
    return true;
}

/* Whether the record's own digest says that its bytes are right: it may hold an archive. */
static bool is_vouched(ngi_warc *w, ng_slice header, ng_slice block)
{
    ngi_warc_record r = {0};
    ngi_http http;
    bool known;
    if (w->arc || !may_doubt(w, block.len) || ngi_warc_header_read(header, &r) != NULL)
        return false;
    ngi_http_read(block, &http);
    return ngi_digest_holds(r.block_digest, block, &known) ||
           ngi_digest_holds(r.payload_digest, http.code != 0 ? http.body : block, &known);
}

/* Whether the record lies in a member that unpacked, but whose checksum is wrong. */
static bool is_corrupt(const ngi_warc *w, uint64_t offset)
{
    return w->damaged != NULL && w->corrupt == offset + 1;
}

/* Reads all of the record at `start` of the buffer, and holds its length to what follows. */
static ng_status read_whole(ngi_warc *w, size_t start, size_t length, const ngi_warc_record *r,
                            ng_error *error)
{
    ng_status status = NG_OK;
    size_t block = start + length, end = block + (size_t)r->block_length, next;
    const char *why = read_until(w, end, &next, &status, error);
    if (status != NG_OK)
        return status;
    if (next != NGI_NONE)
        return lied(w, r->offset, next, error);
    if (why != NULL || is_corrupt(w, r->offset)) {
        bool other = !w->alone && next_line(w, block, w->data.len) != NGI_NONE;
        return broken(w, r->offset, other ? lies : why_short(w), error);
    }
    bool followed = is_followed(w, end, &status, error);
    if (status != NG_OK)
        return status;
    next = followed || w->alone ? NGI_NONE : next_line(w, block, end);
    ng_slice all = ngi_buffer_slice(&w->data);
    if (next != NGI_NONE &&
        !is_vouched(w, ngi_slice_sub(all, start, block), ngi_slice_sub(all, block, end)))
        return lied(w, r->offset, next, error);
    w->at = end;
    return NG_OK;
}

/* Passes over bytes of a plain file without reading them. */
static bool jump(ngi_warc *w, uint64_t bytes, ng_status *status, ng_error *error)
{
    size_t here = w->data.len - w->at;
    if (bytes <= here) {
        w->at += (size_t)bytes;
        return true;
    }
    w->at = w->data.len;
    forget(w);
    uint64_t jumped = ngi_unpacker_skip(w->unpacker, bytes - here);
    w->read_to += jumped;
    return jumped == bytes - here && is_followed(w, w->at, status, error);
}

/* Passes over a large block of a plain file. Where what comes then is no record, the block is
 * looked through for the next one after all. */
static ng_status leap(ngi_warc *w, size_t start, size_t length, const ngi_warc_record *r,
                      ng_error *error)
{
    ng_status status = NG_OK;
    uint64_t from = place_of(w, start + length), end = from + r->block_length;
    w->at = start + length;
    if (jump(w, r->block_length, &status, error) || status != NG_OK)
        return status;
    (void)may_doubt(w, JUMP);
    if (!go_to(w, from - 1)) /* with the end of a line before */
        return ngi_fail(error, NG_ERR_IO, from, "cannot be read again");
    find_record(w, &status, error);
    if (status != NG_OK)
        return status;
    bool other = w->at < w->data.len;
    if (other && place_of(w, w->at) >= end) /* it was right: what follows is broken */
        return go_to(w, end) ? NG_OK : ngi_fail(error, NG_ERR_IO, end, "cannot be read again");
    return tell(r->offset, other ? lies : "the file is cut off", error);
}

/* Passes over a large block piece by piece. Nothing can be read twice here, so that a line that
 * begins a record is believed, unless records have members of their own. */
static ng_status wade(ngi_warc *w, size_t start, size_t length, const ngi_warc_record *r,
                      ng_error *error)
{
    ng_status status = NG_OK;
    uint64_t left = r->block_length;
    w->at = start + length;
    for (;;) {
        size_t here = w->data.len - w->at, step = here < left ? here : (size_t)left;
        size_t line = w->alone ? NGI_NONE : next_line(w, w->at, w->at + step), next;
        if (line != NGI_NONE)
            return lied(w, r->offset, line, error);
        if (step < left && step > TAIL)
            step -= TAIL; /* a line may be half there */
        else if (step < left)
            step = 0;
        w->at += step;
        left -= step;
        if (left == 0)
            break;
        forget(w);
        const char *why = read_until(w, w->data.len + 1, &next, &status, error);
        if (next != NGI_NONE)
            return lied(w, r->offset, next, error);
        if (why != NULL)
            return status != NG_OK ? status : broken(w, r->offset, why, error);
    }
    return is_corrupt(w, r->offset) ? broken(w, r->offset, why_short(w), error) : NG_OK;
}

/* Passes over a record. */
static ng_status pass_over(ngi_warc *w, size_t start, size_t length, const ngi_warc_record *r,
                           ng_error *error)
{
    bool large = r->block_length > KEEP_BYTES;
    bool seeks = large && !w->packed && ngi_unpacker_size(w->unpacker) > 0 && may_doubt(w, 0);
    return seeks   ? leap(w, start, length, r, error)
           : large ? wade(w, start, length, r, error)
                   : read_whole(w, start, length, r, error);
}

/* ---- from record to record ---- */

/* Notes whether the record from `start` to the buffer's place filled its member. */
static void note_alone(ngi_warc *w, bool begins)
{
    w->alone = w->packed && begins && w->ended && ngi_trim(rest_of(w)).len == 0;
}

static uint64_t length_of(const ngi_warc *w, uint64_t offset)
{
    return (w->packed ? w->read_to : place_of(w, w->at)) - offset;
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
    bool begins = next_member(w, start) == start;
    out->offset = place_of(w, start);
    status = read_header(w, out, &length, error);
    note_unit(w, start);
    if (status != NG_OK)
        return status;
    out->unit = w->unit;
    out->too_large = out->block_length > w->max_bytes;
    bool wanted = wants(context, out), kept = wanted && !out->too_large;
    /* The header's slices point into the buffer, which may move: none is kept. */
    ngi_warc_record bare = {.offset = out->offset,
                            .unit = w->unit,
                            .block_length = out->block_length,
                            .too_large = out->too_large && wanted};
    *out = bare;
    status = kept ? read_whole(w, start, length, &bare, error)
                  : pass_over(w, start, length, &bare, error);
    if (status != NG_OK)
        return status;
    note_alone(w, begins);
    if (kept) { /* once more, with everything in place */
        ng_slice all = ngi_buffer_slice(&w->data);
        out->header = ngi_slice_sub(all, start, start + length);
        out->block = ngi_slice_sub(all, start + length, w->at);
        (void)(w->arc ? ngi_arc_header_read(out->header, out) : ngi_warc_header_read(out->header, out));
    }
    out->length = length_of(w, out->offset);
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
