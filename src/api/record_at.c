/* SPDX-License-Identifier: Apache-2.0 */
/* One record of an archive, by its place: for showing it and for holding rows to it. */
#include "api/record_at.h"

#include "api/task.h"
#include "bytes/http.h"

#include <stdlib.h>

struct ng_record {
    ngi_buffer bytes; /* header and block */
    ngi_buffer room, body;
    ngi_warc_record found; /* its slices point into `bytes` */
    ng_slice header, block, page;
    ng_digest digest;
};

void ng_record_free(ng_record *record)
{
    if (record == NULL)
        return;
    ngi_buffer_free(&record->bytes);
    ngi_buffer_free(&record->room);
    ngi_buffer_free(&record->body);
    free(record);
}

static bool wants_all(void *context, const ngi_warc_record *record)
{
    (void)context, (void)record;
    return true;
}

/* A field as it stands in our copy of the header. */
static ng_slice moved(const ng_record *r, ng_slice header, ng_slice field)
{
    bool inside = field.len > 0 && field.ptr >= header.ptr && field.ptr < header.ptr + header.len;
    return inside ? ngi_slice(r->bytes.ptr + (field.ptr - header.ptr), field.len) : field;
}

static ng_status keep(ng_record *r, const ngi_warc_record *found, uint64_t most, ng_error *error)
{
    ngi_buffer_add(&r->bytes, found->header);
    ngi_buffer_add(&r->bytes, found->block);
    if (r->bytes.failed)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a record");
    ng_slice *fields[] = {&r->found.type, &r->found.id,           &r->found.date,
                          &r->found.uri,  &r->found.content_type, &r->found.payload_digest,
                          &r->found.block_digest};
    r->found = *found;
    for (size_t i = 0; i < NGI_COUNT(fields); i++)
        *fields[i] = moved(r, found->header, *fields[i]);
    r->header = ngi_slice_sub(ngi_buffer_slice(&r->bytes), 0, found->header.len);
    r->block = ngi_slice_from(ngi_buffer_slice(&r->bytes), found->header.len);
    ngi_http http;
    ng_slice plain = r->block, sent = r->block;
    ng_status status = NG_OK;
    r->page = r->block;
    ngi_http_read(r->block, &http);
    if (http.code != 0) {
        sent = http.body;
        status = ngi_http_body(&http, most, &r->room, &r->body, &plain, &r->page, error);
    }
    bool payload = r->found.payload_digest.len > 0;
    r->digest = (ng_digest)(payload ? ngi_check_digest(r->found.payload_digest, sent, plain)
                                    : ngi_check_digest(r->found.block_digest, r->block, r->block));
    return status;
}

/* From the record at the place on, those that share it. */
static ng_status find(ngi_warc *warc, uint64_t offset, ng_slice id, ngi_warc_record *found,
                      ng_error *error)
{
    for (;;) {
        ng_error failure = {0};
        ng_status status = ngi_warc_next(warc, wants_all, NULL, found, &failure);
        bool broken = status == NG_ERR_FORMAT && failure.offset_bytes == offset;
        if (broken)
            return ngi_fail(error, status, offset, "%.120s; show another one", failure.text);
        if (status != NG_OK && status != NG_ERR_FORMAT) {
            *error = failure;
            return status;
        }
        if (status != NG_OK || found->at_end || found->offset != offset)
            return ngi_fail(error, NG_ERR_ARGUMENT, offset,
                            "no record%s starts at %llu; nutgraf index lists where they do",
                            id.len > 0 ? " of that id" : "", (unsigned long long)offset);
        if (id.len == 0 || ngi_equal(id, found->id))
            return NG_OK;
    }
}

static ng_status read_at(ngi_warc *warc, uint64_t offset, ng_slice id, uint64_t most, ng_record *r,
                         ng_error *error)
{
    ngi_warc_record found;
    if (!ngi_warc_seek(warc, offset))
        return ngi_fail(error, ngi_warc_size(warc) == 0 ? NG_ERR_IO : NG_ERR_ARGUMENT, offset,
                        ngi_warc_size(warc) == 0
                            ? "is a pipe: no record of it can be looked up; save it to a file"
                            : "ends before %llu; nutgraf index lists where records start",
                        (unsigned long long)offset);
    ng_status status = find(warc, offset, id, &found, error);
    if (status == NG_OK && found.too_large)
        status = ngi_fail(error, NG_ERR_LIMIT, offset, "the record is larger than %llu bytes",
                          (unsigned long long)most);
    return status == NG_OK ? keep(r, &found, most, error) : status;
}

ng_status ngi_archive_open(const char *path, uint64_t most, ngi_warc **out, ng_error *error)
{
    ngi_unpacker *unpacker;
    *out = NULL;
    ng_status status = ngi_unpacker_open(path, &unpacker, error);
    if (status != NG_OK)
        return status;
    if (!ngi_warc_looks_like(ngi_unpacker_peek(unpacker))) {
        ngi_unpacker_close(unpacker);
        return ngi_fail(error, NG_ERR_FORMAT, 0,
                        "is no web archive; give WARC or ARC, plain, gzip or zstd");
    }
    return ngi_warc_open(unpacker, most, out, error);
}

ng_status ng_record_read(const char *path, uint64_t offset, ng_slice id, uint64_t max_bytes,
                         ng_record **out, ng_error *error)
{
    ngi_warc *warc;
    uint64_t most = max_bytes == 0 ? NGI_DEFAULT_MAX_BYTES : max_bytes;
    *out = NULL;
    ng_status status = ngi_archive_open(path, most, &warc, error);
    if (status != NG_OK)
        return status;
    ng_record *record = calloc(1, sizeof(*record));
    status = record == NULL ? ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a record")
                            : read_at(warc, offset, id, most, record, error);
    ngi_warc_close(warc);
    if (status == NG_OK)
        *out = record;
    else
        ng_record_free(record);
    return status;
}

ng_slice ng_record_header(const ng_record *record)
{
    return record->header;
}

ng_slice ng_record_block(const ng_record *record)
{
    return record->block;
}

ng_slice ng_record_page(const ng_record *record)
{
    return record->page;
}

ng_slice ng_record_field_of(const ng_record *record, ng_record_field field)
{
    const ngi_warc_record *r = &record->found;
    switch (field) {
    case NG_RECORD_TYPE: return r->type;
    case NG_RECORD_ID: return r->id;
    case NG_RECORD_DATE: return r->date;
    case NG_RECORD_TARGET_URI: return r->uri;
    case NG_RECORD_CONTENT_TYPE: return r->content_type;
    case NG_RECORD_PAYLOAD_DIGEST: return r->payload_digest;
    case NG_RECORD_BLOCK_DIGEST: return r->block_digest;
    }
    return (ng_slice){0};
}

uint64_t ng_record_length(const ng_record *record)
{
    return record->found.length;
}

ng_digest ng_record_digest(const ng_record *record)
{
    return record->digest;
}
