/* SPDX-License-Identifier: Apache-2.0 */
/* An index of archives in CDXJ: "SURT time {json}" a line, sorted by bytes, with the fields that
 * players of archives look for, all of them strings.
 *
 * Lines are some 300 bytes, archives have a hundred thousand records, collections many
 * archives: what does not fit into 64 MB is sorted and put aside in a file without a name, and
 * all is merged in the end. */
#include "api/record_at.h"
#include "base/utf8.h"
#include "bytes/bytes.h"
#include "bytes/http.h"
#include "parsed/surt.h"
#include "views/json_out.h"

#include <stdio.h>
#include <stdlib.h>

enum { IN_MEMORY = 64 << 20, MOST_ASIDE = 256 };

typedef struct aside {
    FILE *file;
    char *line; /* the next; NULL: at its end */
    size_t room;
    ssize_t len;
} aside;

struct ng_index {
    ngi_arena arena; /* of the lines */
    ng_slice *lines;
    size_t count, room;
    aside aside[MOST_ASIDE];
    size_t aside_count;
};

ng_status ng_index_new(ng_index **out, ng_error *error)
{
    *out = calloc(1, sizeof(**out));
    if (*out == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an index");
    ngi_arena_init(&(*out)->arena, 0);
    return NG_OK;
}

void ng_index_free(ng_index *index)
{
    if (index == NULL)
        return;
    for (size_t i = 0; i < index->aside_count; i++) {
        fclose(index->aside[i].file);
        free(index->aside[i].line);
    }
    ngi_arena_free(&index->arena);
    free(index->lines);
    free(index);
}

/* ---- sorting ---- */

static int compare(ng_slice a, ng_slice b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = memcmp(a.ptr, b.ptr, len);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static int by_bytes(const void *a, const void *b)
{
    return compare(*(const ng_slice *)a, *(const ng_slice *)b);
}

static void sort_lines(ng_index *index)
{
    if (index->count > 1)
        qsort(index->lines, index->count, sizeof(*index->lines), by_bytes);
}

static void drop_lines(ng_index *index)
{
    ngi_arena_free(&index->arena);
    ngi_arena_init(&index->arena, 0);
    index->count = 0;
}

/* Puts the lines at hand into a file of their own. */
static ng_status put_aside(ng_index *index, ng_error *error)
{
    FILE *file = index->aside_count < MOST_ASIDE ? tmpfile() : NULL;
    bool good = file != NULL;
    sort_lines(index);
    for (size_t i = 0; good && i < index->count; i++)
        good = fwrite(index->lines[i].ptr, 1, index->lines[i].len, file) == index->lines[i].len;
    good = good && fflush(file) == 0 && fseek(file, 0, SEEK_SET) == 0;
    if (!good) {
        if (file != NULL)
            fclose(file);
        return ngi_fail(error, NG_ERR_WRITE, 0,
                        "no room for the index in the folder of temporary files");
    }
    index->aside[index->aside_count++].file = file;
    drop_lines(index);
    return NG_OK;
}

static ng_status add_line(ng_index *index, ng_slice line, ng_error *error)
{
    if (index->count == index->room) {
        size_t room = index->room == 0 ? 1024 : index->room * 2;
        ng_slice *more = realloc(index->lines, room * sizeof(*more));
        if (more == NULL)
            return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an index");
        index->lines = more;
        index->room = room;
    }
    index->lines[index->count++] = ngi_arena_copy(&index->arena, line);
    if (index->arena.failed)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an index");
    return index->arena.total > IN_MEMORY ? put_aside(index, error) : NG_OK;
}

/* ---- a line ---- */

static bool is_indexed(void *context, const ngi_warc_record *r)
{
    (void)context;
    bool fields = ngi_starts_nocase(r->content_type, NGI_LIT("application/warc-fields"));
    bool kept = ngi_equal_nocase(r->type, NGI_LIT("response")) ||
                ngi_equal_nocase(r->type, NGI_LIT("revisit")) ||
                (!fields && (ngi_equal_nocase(r->type, NGI_LIT("resource")) ||
                             ngi_equal_nocase(r->type, NGI_LIT("metadata"))));
    return kept && r->uri.len > 0;
}

/* The fourteen digits of "2026-03-04T05:06:07.8Z"; of a date that says less its first moment, as
 * who looks up a time counts on all of them. "-" where there is none: a key has no empty part. */
static size_t time_of(ng_slice date, char out[14])
{
    static const char first[] = "00000101000000";
    size_t used = 0;
    for (size_t i = 0; i < date.len && used < 14 && date.ptr[i] != '.'; i++)
        if (date.ptr[i] >= '0' && date.ptr[i] <= '9')
            out[used++] = date.ptr[i];
    if (used < 4) {
        out[0] = '-';
        return 1;
    }
    memcpy(out + used, first + used, 14 - used);
    return 14;
}

/* Without parameters, even where nothing but a blank parts them. */
static ng_slice media_type(ng_slice type)
{
    size_t end = 0;
    type = ngi_trim(type);
    while (end < type.len && type.ptr[end] != ';' && !ngi_is_space(type.ptr[end]))
        end++;
    return ngi_slice_sub(type, 0, end);
}

/* Without the name of the algorithm, as those who make indexes leave it out. */
static ng_slice bare_digest(ng_slice digest)
{
    for (size_t colon; (colon = ngi_find_char(digest, ':')) != NGI_NONE;)
        digest = ngi_slice_from(digest, colon + 1);
    return digest;
}

static void out_digits(ngi_buffer *out, ng_slice key, uint64_t number)
{
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
    ngi_out_text(out, key, ngi_slice(digits, (size_t)len));
}

static void write_line(ngi_arena *arena, const ngi_warc_record *r, ng_slice file, ngi_buffer *out)
{
    ngi_http http = {0};
    char time[14], digest[40];
    bool revisit = ngi_equal_nocase(r->type, NGI_LIT("revisit"));
    if (ngi_starts_nocase(r->content_type, NGI_LIT("application/http")))
        ngi_http_read(r->block, &http);
    ng_slice mime = media_type(http.code != 0 ? http.content_type : r->content_type);
    ng_slice sum = r->payload_digest;
    if (sum.len == 0) {
        ngi_digest_make(http.code != 0 ? http.body : r->block, digest);
        sum = ngi_slice_of(digest);
    }
    ngi_buffer_clear(out);
    ngi_buffer_add(out, ngi_surt(arena, r->uri));
    ngi_buffer_char(out, ' ');
    ngi_buffer_add(out, ngi_slice(time, time_of(r->date, time)));
    ngi_buffer_char(out, ' ');
    ngi_buffer_char(out, '{');
    ngi_out_text(out, NGI_KEY("url"), ngi_utf8_repair(arena, r->uri));
    ngi_out_text_if(out, NGI_KEY("mime"),
                    revisit ? NGI_LIT("warc/revisit") : ngi_utf8_repair(arena, mime));
    if (http.code != 0)
        out_digits(out, NGI_KEY("status"), http.code);
    ngi_out_text_if(out, NGI_KEY("digest"), ngi_utf8_repair(arena, bare_digest(sum)));
    out_digits(out, NGI_KEY("length"), r->length);
    out_digits(out, NGI_KEY("offset"), r->offset);
    ngi_out_text(out, NGI_KEY("filename"), ngi_utf8_repair(arena, file));
    ngi_buffer_add(out, NGI_LIT("}\n"));
}

/* ---- archives ---- */

static ng_slice base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return ngi_slice_of(slash != NULL ? slash + 1 : path);
}

typedef struct adding {
    ng_index *index;
    ngi_warc *warc;
    const ng_input *input;
    ngi_arena arena;
    ngi_buffer line;
    ng_row_sink *sink;
    void *context;
} adding;

/* One record; *more: false at the end. */
static ng_status add_record(adding *a, bool *more, ng_error *error)
{
    ngi_warc_record r;
    ng_error failure = {0};
    const char *name = a->input->name != NULL ? a->input->name : a->input->path;
    ng_status status = ngi_warc_next(a->warc, is_indexed, NULL, &r, &failure);
    if (status == NG_OK && r.too_large)
        status = ngi_fail(&failure, NG_ERR_FORMAT, r.offset,
                          "the record at offset %llu is too large to be indexed",
                          (unsigned long long)r.offset);
    if (status == NG_ERR_FORMAT) {
        ng_input place = {
            .path = a->input->path, .name = name, .in_archive = true, .offset = failure.offset_bytes};
        failure.status = status;
        return a->sink(a->context, &place, &failure, NULL, 0)
                   ? NG_OK
                   : ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    }
    if (status != NG_OK) {
        *error = failure;
        return status;
    }
    *more = !r.at_end;
    if (r.at_end || r.header.len == 0)
        return NG_OK;
    ngi_arena_reset(&a->arena);
    write_line(&a->arena, &r, base_name(name), &a->line);
    if (a->line.failed || a->arena.failed)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an index");
    return add_line(a->index, ngi_buffer_slice(&a->line), error);
}

ng_status ng_index_add(ng_index *index, const ng_input *input, const volatile int *stop,
                       ng_row_sink *sink, void *context, ng_error *error)
{
    adding a = {.index = index, .input = input, .sink = sink, .context = context};
    bool more = true;
    ng_status status = ngi_archive_open(input->path, NGI_DEFAULT_MAX_BYTES, &a.warc, error);
    if (status != NG_OK)
        return status;
    ngi_arena_init(&a.arena, 0);
    while (status == NG_OK && more) {
        status = add_record(&a, &more, error);
        if (status == NG_OK && stop != NULL && *stop != 0)
            status = ngi_fail(error, NG_ERR_STOPPED, 0, "stopped on request");
    }
    ngi_warc_close(a.warc);
    ngi_buffer_free(&a.line);
    ngi_arena_free(&a.arena);
    return status;
}

/* ---- writing ---- */

static void next_aside(aside *a)
{
    a->len = getline(&a->line, &a->room, a->file);
}

/* The file whose next line comes first; NULL: that of memory does, or all are at their end. */
static aside *first_aside(ng_index *index, bool has_line, ng_slice line)
{
    aside *first = NULL;
    for (size_t i = 0; i < index->aside_count; i++) {
        aside *a = &index->aside[i];
        if (a->len <= 0)
            continue;
        ng_slice candidate = ngi_slice(a->line, (size_t)a->len);
        if (first == NULL || compare(candidate, ngi_slice(first->line, (size_t)first->len)) < 0)
            first = a;
    }
    bool memory = has_line && (first == NULL ||
                               compare(line, ngi_slice(first->line, (size_t)first->len)) <= 0);
    return memory ? NULL : first;
}

ng_status ng_index_write(ng_index *index, ng_sink *sink, void *context, ng_error *error)
{
    size_t at = 0;
    bool good = true;
    sort_lines(index);
    for (size_t i = 0; i < index->aside_count; i++)
        next_aside(&index->aside[i]);
    while (good) {
        bool has_line = at < index->count;
        ng_slice line = has_line ? index->lines[at] : (ng_slice){0};
        aside *a = first_aside(index, has_line, line);
        if (a == NULL && !has_line)
            break;
        good = a != NULL ? sink(context, a->line, (size_t)a->len) : sink(context, line.ptr, line.len);
        if (a != NULL)
            next_aside(a);
        else
            at++;
    }
    for (size_t i = 0; i < index->aside_count; i++)
        if (ferror(index->aside[i].file) != 0)
            return ngi_fail(error, NG_ERR_IO, 0, "the part of the index that was put aside is lost");
    return good ? NG_OK : ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
}
