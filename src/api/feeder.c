/* SPDX-License-Identifier: Apache-2.0 */
/* The tasks of a run, one after the other: see task.h.
 *
 * An input is an archive when its first bytes, unpacked, say so; its pages become tasks of
 * their own, in its order. Unpacking is done here, by the thread that runs: it takes a tenth
 * of the time of reading, and records have to be found one after the other anyway. */
#include "api/task.h"

#include "base/map.h"
#include "bytes/http.h"
#include "bytes/inflate.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LOOK_AFTER = 256 }; /* records without a page, before the run's watch is called */

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

static bool is_http(const ngi_warc_record *r)
{
    return ngi_starts_nocase(r->content_type, NGI_LIT("application/http"));
}

/* ARC has 14 digits: as ISO 8601 writes them, as far as filters look. */
static bool is_wanted_date(const ng_filter *filter, ng_slice date)
{
    char iso[20];
    if (date.len != 14)
        return ngi_sieve_date(filter, date);
    ngi_iso_of_arc(date, iso);
    return ngi_sieve_date(filter, ngi_slice(iso, sizeof iso));
}

/* By its header alone; f->skip says why not. */
static bool may_be_page(void *context, const ngi_warc_record *r)
{
    ngi_feeder *f = context;
    const ng_filter *filter = &f->options->filter;
    bool resource = ngi_equal_nocase(r->type, NGI_LIT("resource"));
    bool response = ngi_equal_nocase(r->type, NGI_LIT("response"));
    bool mime = resource ? is_html_type(r->content_type) : is_http(r);
    f->skip = !resource && !response                   ? NG_SKIP_TYPE
              : !mime                                  ? NG_SKIP_MIME
              : !is_wanted_date(filter, r->date)       ? NG_SKIP_DATE
              : !ngi_sieve_host(filter, r->uri)        ? NG_SKIP_HOST
              : r->block_length == 0                   ? NG_SKIP_EMPTY
                                                       : NG_SKIP_COUNT;
    return f->skip == NG_SKIP_COUNT;
}

/* By what it holds: NG_SKIP_COUNT where it is one. */
static ng_skip why_no_page(const ngi_warc_record *r)
{
    ngi_http http;
    if (!is_http(r))
        return NG_SKIP_COUNT;
    ngi_http_read(r->block, &http);
    bool unnamed = http.content_type.len == 0 && http.encoding.len == 0;
    return http.code < 200 || http.code >= 300 ? NG_SKIP_STATUS
           : http.body.len == 0                ? NG_SKIP_EMPTY
           : is_html_type(http.content_type) || (unnamed && ngi_looks_like_html(http.body))
               ? NG_SKIP_COUNT
               : NG_SKIP_MIME;
}

/* ---- archives ---- */

/* Whether a file may be an archive, by its first bytes as they are; most are not, and cost no
 * more than this. A pipe has to be opened to be told. */
static bool may_be_archive(const char *path, bool *is_pipe, uint64_t *size)
{
    char first[16];
    struct stat about;
    bool standard = strcmp(path, "-") == 0;
    *size = 0;
    if (standard ? fstat(STDIN_FILENO, &about) != 0 : stat(path, &about) != 0)
        return false;
    *size = S_ISREG(about.st_mode) && about.st_size > 0 ? (uint64_t)about.st_size : 0;
    *is_pipe = standard ? S_ISREG(about.st_mode) || S_ISFIFO(about.st_mode) ||
                              S_ISSOCK(about.st_mode) || S_ISCHR(about.st_mode)
                        : S_ISFIFO(about.st_mode);
    if (*is_pipe || !S_ISREG(about.st_mode))
        return *is_pipe;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    ssize_t got = fd < 0 ? -1 : read(fd, first, sizeof first);
    if (fd >= 0)
        close(fd);
    ng_slice start = ngi_slice(first, got > 0 ? (size_t)got : 0);
    return ngi_is_compressed(start) || ngi_warc_looks_like(start);
}

static uint64_t most_bytes(const ngi_feeder *f)
{
    return ngi_read_options_of(&f->options->read).max_bytes;
}

/* What came out of a pipe and is no archive can't be read again: the task keeps it. */
static ng_status keep_bytes(ngi_feeder *f, ngi_unpacker *unpacker, ngi_task *task, ng_error *error)
{
    uint64_t most = most_bytes(f);
    ng_error failure = {0};
    ngi_buffer_clear(&task->block);
    ng_status status = ngi_unpacker_rest(unpacker, most, &task->block, &failure);
    if (status == NG_ERR_MEMORY) {
        *error = failure;
        return status;
    }
    if (status == NG_OK && task->block.len > most)
        status = ngi_fail(&failure, NG_ERR_LIMIT, most,
                          "larger than the limit of %llu bytes; raise it, or split the file",
                          (unsigned long long)most);
    task->in_memory = true;
    if (status != NG_OK && task->failure.status == NG_OK)
        task->failure = failure;
    return NG_OK;
}

static void tell(const ngi_feeder *f, const char *text)
{
    if (f->options->notes != NULL)
        f->options->notes(f->context, &f->named.input, text);
}

static bool wants_none(void *context, const ngi_warc_record *record)
{
    (void)context, (void)record;
    return false;
}

/* Ranges cut between members. Where one holds several records (the file packed as a whole,
 * most of all), that is said. Costs two records. */
static void look_at_members(ngi_feeder *f)
{
    ngi_warc_record first, second;
    ng_error ignored;
    bool shared = ngi_warc_next(f->archive, wants_none, NULL, &first, &ignored) == NG_OK &&
                  !first.at_end &&
                  ngi_warc_next(f->archive, wants_none, NULL, &second, &ignored) == NG_OK &&
                  !second.at_end && second.unit == first.unit;
    if (shared)
        tell(f, "its records are not packed one by one: a range gives those whose packed piece "
                "begins in it, and one piece may be the whole file");
}

/* To where the state or the range begins. */
static ng_status go_to_begin(ngi_feeder *f, ng_error *error)
{
    uint64_t start = f->options->range.start;
    bool resumed = f->from.in_archive && f->at.input == f->from.input;
    f->at.unit = f->at.offset = f->at.nth = f->at.read_to = 0;
    f->at.in_archive = true;
    f->at.size = ngi_warc_size(f->archive);
    if (resumed && f->from.size != f->at.size)
        return ngi_fail(error, NG_ERR_ARGUMENT, 0,
                        "%.100s has changed since the run was interrupted", f->named.input.name);
    if (ngi_warc_size(f->archive) > 0 && f->options->range.end != 0) {
        look_at_members(f);
        if (!ngi_warc_seek(f->archive, 0))
            return ngi_fail(error, NG_ERR_IO, 0, "%.100s cannot be read", f->named.input.name);
    }
    if (resumed) {
        (void)ngi_warc_seek(f->archive, f->from.unit);
        f->at.read_to = f->from.read_to;
    } else if (start > 0) {
        if (ngi_warc_find(f->archive, start) == NGI_FOUND_NONE) {
            ngi_warc_close(f->archive);
            f->archive = NULL;
        } else {
            f->at.read_to = ngi_warc_read_to(f->archive);
        }
    }
    return NG_OK;
}

/* Opens the input as an archive where it is one; else fills the task with it. */
static ng_status open_input(ngi_feeder *f, const ng_input *input, ngi_task *task, ng_error *error)
{
    ngi_unpacker *unpacker;
    ng_error ignored;
    bool is_pipe = false;
    uint64_t size;
    if (!ngi_task_fill(task, input))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an input");
    bool may_be = may_be_archive(input->path, &is_pipe, &size);
    f->counts.bytes += input->failure == NULL ? size : 0;
    if (input->failure != NULL || !may_be ||
        ngi_unpacker_open(input->path, &unpacker, &ignored) != NG_OK)
        return NG_OK; /* the reading of the file says why it can't be read */
    if (!ngi_warc_looks_like(ngi_unpacker_peek(unpacker))) {
        ng_status status = is_pipe ? keep_bytes(f, unpacker, task, error) : NG_OK;
        ngi_unpacker_close(unpacker);
        return status;
    }
    f->counts.bytes -= size; /* counted as they are read */
    ng_status status = ngi_warc_open(unpacker, most_bytes(f), &f->archive, error);
    if (status == NG_OK && !ngi_task_fill(&f->named, input))
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an input");
    return status == NG_OK ? go_to_begin(f, error) : status;
}

/* ---- records ---- */

static void hand_over(ngi_feeder *f, ngi_task *task)
{
    task->counts = f->counts;
    task->after = f->at;
    f->counts = (ng_counts){0};
}

static ng_status failed_record(ngi_feeder *f, ngi_task *task, const ng_error *failure,
                               ng_error *error)
{
    ngi_warc_record record = {.offset = failure->offset_bytes};
    if (!ngi_task_fill_record(task, &f->named.input, NULL, &record))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an input");
    task->failure = *failure;
    task->is_broken = failure->status == NG_ERR_FORMAT;
    f->counts.broken += task->is_broken;
    f->counts.failed_pages += failure->status == NG_ERR_LIMIT;
    f->counts.failed_inputs += failure->status == NG_ERR_IO;
    hand_over(f, task);
    return NG_OK;
}

/* Notes that the record at `offset` was read. False where it is none of this run: before the
 * range, or done in an earlier life of the run. */
static bool take_place(ngi_feeder *f, uint64_t offset)
{
    const ngi_position *from = &f->from;
    uint64_t unit = ngi_warc_unit(f->archive), read_to = ngi_warc_read_to(f->archive);
    bool again = f->at.nth > 0 && offset == f->at.offset;
    f->at.nth = again ? f->at.nth + 1 : 1;
    f->at.unit = unit;
    f->at.offset = offset;
    bool done = from->in_archive && f->at.input == from->input &&
                (offset < from->offset || (offset == from->offset && f->at.nth <= from->nth));
    if (done || unit < f->options->range.start) {
        f->at.read_to = read_to > f->at.read_to ? read_to : f->at.read_to;
        return false;
    }
    if (read_to > f->at.read_to) {
        f->counts.bytes += read_to - f->at.read_to;
        f->at.read_to = read_to;
    }
    return true;
}

static void close_archive(ngi_feeder *f)
{
    ngi_warc_close(f->archive);
    f->archive = NULL;
    f->at = (ngi_position){.input = f->at.input + 1, .names = f->at.names};
}

static bool is_behind_range(const ngi_feeder *f)
{
    uint64_t end = f->options->range.end;
    return end != 0 && ngi_warc_unit(f->archive) >= end;
}

static ng_status judge_size(const ngi_warc_record *record, ng_error *failure)
{
    if (!record->too_large)
        return NG_OK;
    return ngi_fail(failure, NG_ERR_LIMIT, record->offset,
                    "the record at offset %llu has %llu bytes, more than the limit",
                    (unsigned long long)record->offset,
                    (unsigned long long)record->block_length);
}

/* One record. *given: it made a task. *more: false at the end of the archive. */
static ng_status take_record(ngi_feeder *f, ngi_task *task, bool *given, bool *more,
                             ng_error *error)
{
    ngi_warc_record record;
    ng_error failure = {0};
    *given = false;
    ng_status status = ngi_warc_next(f->archive, may_be_page, f, &record, &failure);
    if (status == NG_ERR_MEMORY) {
        *error = failure;
        return status;
    }
    bool at_end = (status == NG_OK && record.at_end) || is_behind_range(f);
    if (at_end) {
        *more = false;
        close_archive(f);
        return NG_OK;
    }
    bool ours = take_place(f, status == NG_OK ? record.offset : failure.offset_bytes);
    f->counts.records += ours && status == NG_OK;
    if (status == NG_OK)
        status = judge_size(&record, &failure);
    failure.status = status;
    if (status == NG_ERR_IO) {
        *more = false;
        close_archive(f);
        ours = true;
    }
    if (!ours)
        return NG_OK;
    *given = status != NG_OK;
    if (*given)
        return failed_record(f, task, &failure, error);
    if (f->skip == NG_SKIP_COUNT)
        f->skip = why_no_page(&record);
    if (f->skip != NG_SKIP_COUNT) {
        f->counts.skipped[f->skip]++;
        return NG_OK;
    }
    *given = true;
    if (!ngi_task_fill_record(task, &f->named.input, f->archive, &record))
        return ngi_fail(error, NG_ERR_MEMORY, record.offset, "no memory for a record");
    hand_over(f, task);
    return NG_OK;
}

bool ngi_feeder_stopped(const ngi_feeder *f)
{
    return f->is_stopped || (f->options->stop != NULL && *f->options->stop != 0);
}

/* The next page of the open archive, or what is wrong with a record. *given: false at its end,
 * or when the run is to stop. */
static ng_status next_record(ngi_feeder *f, ngi_task *task, bool *given, ng_error *error)
{
    bool more = true;
    ng_status status = NG_OK;
    *given = false;
    for (uint32_t i = 1; status == NG_OK && more && !*given && !ngi_feeder_stopped(f); i++) {
        status = take_record(f, task, given, &more, error);
        if (i % LOOK_AFTER == 0 && f->options->watch != NULL) {
            ng_counts counts = f->handed;
            ngi_counts_add(&counts, &f->counts);
            f->is_stopped = !f->options->watch(f->context, &counts);
        }
    }
    return status;
}

/* ---- inputs ---- */

/* Passes over the inputs that an earlier life of the run has done, and holds the names of all to
 * those it had. */
static ng_status draw_input(ngi_feeder *f, ng_input *input, bool *more, ng_error *error)
{
    const ngi_position *from = &f->from;
    for (;;) {
        bool here = f->at.input == from->input && from->names != 0;
        if (here && !from->in_archive && f->at.names != from->names)
            break;
        *input = (ng_input){0};
        *more = f->source(f->context, input);
        if (!*more && f->at.input < from->input)
            break;
        if (!*more)
            return NG_OK;
        f->at.names = ngi_shape_hash(ngi_slice(input->path, strlen(input->path)), f->at.names);
        if (here && from->in_archive && f->at.names != from->names)
            break;
        if (f->at.input >= from->input) {
            f->counts.inputs += !(here && from->in_archive);
            return NG_OK;
        }
        f->at.input++;
    }
    return ngi_fail(error, NG_ERR_ARGUMENT, 0,
                    "the inputs are not those of the run that was interrupted; give the same ones, "
                    "or remove the state to begin anew");
}

ng_status ngi_feeder_next(ngi_feeder *f, ngi_task *task, bool *more, ng_error *error)
{
    for (;;) {
        ng_input input;
        if (f->archive != NULL) {
            ng_status status = next_record(f, task, more, error);
            if (status != NG_OK || *more || f->archive != NULL)
                return status; /* open without a task: stopped */
        }
        ng_status status = draw_input(f, &input, more, error);
        if (status != NG_OK || !*more)
            return status;
        status = open_input(f, &input, task, error);
        if (status != NG_OK)
            return status;
        bool is_archive = f->at.in_archive;
        if (f->archive != NULL)
            continue;
        f->at = (ngi_position){.input = f->at.input + 1, .names = f->at.names};
        if (!is_archive && f->options->range.start == 0) {
            hand_over(f, task);
            return NG_OK;
        }
    }
}
