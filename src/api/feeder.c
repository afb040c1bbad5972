/* SPDX-License-Identifier: Apache-2.0 */
/* The tasks of a run, one after the other: see task.h.
 *
 * An input is an archive when its first bytes, unpacked, say so; its pages become tasks of
 * their own, in its order. Unpacking is done here, by the thread that runs: it takes a tenth
 * of the time of reading, and records have to be found one after the other anyway. */
#include "api/task.h"

#include "bytes/http.h"
#include "bytes/inflate.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

void ngi_feeder_free(ngi_feeder *feeder)
{
    ngi_warc_close(feeder->archive);
    feeder->archive = NULL;
    ngi_task_free(&feeder->named);
}

/* ---- which records are pages ---- */

static bool is_html_type(ng_slice type)
{
    return ngi_starts_nocase(type, NGI_LIT("text/html")) ||
           ngi_starts_nocase(type, NGI_LIT("application/xhtml"));
}

/* By its header alone. */
static bool may_be_page(const ngi_warc_record *r)
{
    if (ngi_equal_nocase(r->type, NGI_LIT("resource")))
        return is_html_type(r->content_type);
    return ngi_equal_nocase(r->type, NGI_LIT("response")) &&
           ngi_starts_nocase(r->content_type, NGI_LIT("application/http"));
}

static bool is_page(const ngi_warc_record *r)
{
    ngi_http http;
    if (r->block.len == 0)
        return false;
    if (!ngi_starts_nocase(r->content_type, NGI_LIT("application/http")))
        return true;
    ngi_http_read(r->block, &http);
    bool answered = http.code >= 200 && http.code < 300 && http.body.len != 0;
    return answered && (is_html_type(http.content_type) ||
                        (http.content_type.len == 0 && http.encoding.len == 0 &&
                         ngi_looks_like_html(http.body)));
}

/* ---- archives ---- */

/* Whether a file may be an archive, by its first bytes as they are; most are not, and cost no
 * more than this. */
static bool may_be_archive(const char *path)
{
    char first[16];
    struct stat about;
    if (strcmp(path, "-") == 0 || stat(path, &about) != 0 || !S_ISREG(about.st_mode))
        return false;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    ssize_t got = fd < 0 ? -1 : read(fd, first, sizeof first);
    if (fd >= 0)
        close(fd);
    ng_slice start = ngi_slice(first, got > 0 ? (size_t)got : 0);
    return ngi_is_compressed(start) || ngi_warc_looks_like(start);
}

/* Opens the input as an archive where it is one. */
static ng_status open_archive(ngi_feeder *f, const ng_input *input, ng_error *error)
{
    ngi_unpacker *unpacker;
    ng_error ignored;
    if (input->failure != NULL || !may_be_archive(input->path) ||
        ngi_unpacker_open(input->path, &unpacker, &ignored) != NG_OK)
        return NG_OK; /* the reading of the file says why it can't be read */
    if (!ngi_warc_looks_like(ngi_unpacker_peek(unpacker))) {
        ngi_unpacker_close(unpacker);
        return NG_OK;
    }
    ng_read_options read = ngi_read_options_of(&f->options->read);
    ng_status status = ngi_warc_open(
        unpacker, read.max_bytes == 0 ? NGI_DEFAULT_MAX_BYTES : read.max_bytes, &f->archive, error);
    if (status == NG_OK && !ngi_task_fill(&f->named, input))
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an input");
    return status;
}

static ng_status failed_record(ngi_feeder *f, ngi_task *task, uint64_t offset,
                               const ng_error *failure, ng_error *error)
{
    ngi_warc_record record = {.offset = offset};
    if (!ngi_task_fill_record(task, &f->named.input, &record))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an input");
    task->failure = *failure;
    return NG_OK;
}

/* The next page of the open archive, or what is wrong with a record. *more: false when it is
 * at its end. */
static ng_status next_record(ngi_feeder *f, ngi_task *task, bool *more, ng_error *error)
{
    ngi_warc_record record;
    ng_error failure = {0};
    for (;;) {
        ng_status status = ngi_warc_next(f->archive, may_be_page, &record, &failure);
        if (status == NG_ERR_MEMORY) {
            *error = failure;
            return status;
        }
        if (status == NG_OK && record.too_large)
            status = ngi_fail(&failure, NG_ERR_LIMIT, record.offset,
                              "the record at offset %llu has %llu bytes, more than the limit",
                              (unsigned long long)record.offset,
                              (unsigned long long)record.block_length);
        failure.status = status;
        *more = status != NG_OK || !record.at_end;
        if (status == NG_ERR_IO || !*more) {
            ngi_warc_close(f->archive);
            f->archive = NULL;
        }
        if (status != NG_OK)
            return failed_record(f, task, failure.offset_bytes, &failure, error);
        if (!*more)
            return NG_OK;
        if (!is_page(&record))
            continue;
        if (!ngi_task_fill_record(task, &f->named.input, &record))
            return ngi_fail(error, NG_ERR_MEMORY, record.offset, "no memory for a record");
        return NG_OK;
    }
}

ng_status ngi_feeder_next(ngi_feeder *f, ngi_task *task, bool *more, ng_error *error)
{
    for (;;) {
        ng_input input = {0};
        if (f->archive != NULL) {
            ng_status status = next_record(f, task, more, error);
            if (status != NG_OK || *more)
                return status;
        }
        *more = f->source(f->context, &input);
        if (!*more)
            return NG_OK;
        ng_status status = open_archive(f, &input, error);
        if (status != NG_OK)
            return status;
        if (f->archive == NULL)
            return ngi_task_fill(task, &input)
                       ? NG_OK
                       : ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an input");
    }
}
