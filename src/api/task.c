/* SPDX-License-Identifier: Apache-2.0 */
/* One input to its row: see task.h. What costs time is done here, by whichever thread has the
 * task: undoing a record's compression, its digest, reading, writing. */
#include "api/task.h"

#include "bytes/http.h"
#include "bytes/inflate.h"
#include "views/views.h"

void ngi_task_free(ngi_task *task)
{
    ngi_buffer_free(&task->strings);
    ngi_buffer_free(&task->block);
    ngi_buffer_free(&task->room);
    ngi_buffer_free(&task->body);
    ngi_buffer_free(&task->row);
}

/* ---- filling ---- */

/* Strings are added one behind the other; the buffer may move meanwhile, so that they are
 * pointed to at the end. */
static void add_string(ngi_buffer *strings, ng_slice text)
{
    ngi_buffer_add(strings, text);
    ngi_buffer_char(strings, '\0');
}

static ng_slice take_string(const char **at, size_t len)
{
    ng_slice text = ngi_slice(*at, len);
    *at += len + 1;
    return text;
}

bool ngi_task_fill(ngi_task *task, const ng_input *input)
{
    const char *name = input->name != NULL ? input->name : input->path;
    ng_slice path = ngi_slice(input->path, strlen(input->path));
    ng_slice shown = ngi_slice(name, strlen(name));
    ngi_buffer_clear(&task->strings);
    add_string(&task->strings, path);
    add_string(&task->strings, shown);
    add_string(&task->strings, input->url);
    add_string(&task->strings, input->now);
    if (task->strings.failed)
        return false;
    const char *at = task->strings.ptr;
    task->input = (ng_input){0};
    task->input.path = take_string(&at, path.len).ptr;
    task->input.name = take_string(&at, shown.len).ptr;
    task->input.url = take_string(&at, input->url.len);
    task->input.now = take_string(&at, input->now.len);
    task->failure = input->failure != NULL ? *input->failure : (ng_error){0};
    task->in_archive = task->in_memory = task->is_broken = false;
    return true;
}

void ngi_iso_of_arc(ng_slice digits, char out[20])
{
    static const char form[] = "0000-00-00T00:00:00Z";
    static const uint8_t place[] = {0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18};
    memcpy(out, form, 20);
    for (size_t i = 0; i < sizeof place && i < digits.len; i++)
        out[place[i]] = digits.ptr[i];
}

bool ngi_task_fill_record(ngi_task *task, const ng_input *input, ngi_warc *archive,
                          const ngi_warc_record *r)
{
    ng_slice path = ngi_slice(input->path, strlen(input->path));
    ng_slice name = ngi_slice(input->name, strlen(input->name));
    char iso[20];
    ng_slice date = r->date;
    if (date.len == 14) {
        ngi_iso_of_arc(date, iso);
        date = ngi_slice(iso, sizeof iso);
    }
    ngi_buffer_clear(&task->strings);
    add_string(&task->strings, path);
    add_string(&task->strings, name);
    add_string(&task->strings, r->uri);
    add_string(&task->strings, date);
    add_string(&task->strings, r->id);
    add_string(&task->strings, r->payload_digest);
    task->record = (ng_slice){0};
    if (task->strings.failed ||
        (archive != NULL && !ngi_warc_take_block(archive, r, &task->block, &task->record)))
        return false;
    const char *at = task->strings.ptr;
    task->input = (ng_input){.in_archive = true, .offset = r->offset};
    task->input.path = take_string(&at, path.len).ptr;
    ng_slice file = take_string(&at, name.len);
    task->input.name = file.ptr;
    task->input.url = take_string(&at, r->uri.len);
    task->input.now = take_string(&at, date.len);
    task->capture = (ngi_capture){
        .file = file,
        .offset = r->offset,
        .length = r->length,
        .target_uri = task->input.url,
        .date = task->input.now,
        .digest_ok = NGI_DIGEST_UNKNOWN,
    };
    task->capture.record_id = take_string(&at, r->id.len);
    task->capture.payload_digest = take_string(&at, r->payload_digest.len);
    task->failure = (ng_error){0};
    task->in_archive = true;
    task->in_memory = task->is_broken = false;
    return true;
}

/* ---- working ---- */

static void cut_failure(const ngi_page *page, ng_error *out)
{
    if (page->cut)
        (void)ngi_fail(out, NG_ERR_LIMIT, page->cut_at, "%s", page->cut_why);
}

ngi_digest ngi_check_digest(ng_slice digest, ng_slice sent, ng_slice plain)
{
    bool known = false;
    if (digest.len == 0)
        return NGI_DIGEST_UNKNOWN;
    bool holds = ngi_digest_holds(digest, sent, &known) ||
                 (plain.ptr != sent.ptr && ngi_digest_holds(digest, plain, &known));
    return !known ? NGI_DIGEST_UNKNOWN : holds ? NGI_DIGEST_HOLDS : NGI_DIGEST_FAILS;
}

static void check_digest(ngi_capture *capture, ng_slice sent, ng_slice plain)
{
    capture->digest_ok = (uint8_t)ngi_check_digest(capture->payload_digest, sent, plain);
}

static ng_status read_record(ng_reader *reader, ngi_task *task, ng_read_options *read,
                             ngi_page *page)
{
    ngi_http http;
    ng_slice block = task->record, plain = block, body = block;
    ngi_http_read(block, &http);
    if (http.code == 0) {
        check_digest(&task->capture, block, block); /* a resource: the page itself */
        return ngi_reader_page(reader, block, read, page, &task->failure);
    }
    uint64_t most = read->max_bytes == 0 ? NGI_DEFAULT_MAX_BYTES : read->max_bytes;
    ng_status status =
        ngi_http_body(&http, most, &task->room, &task->body, &plain, &body, &task->failure);
    check_digest(&task->capture, http.body, plain);
    if (status != NG_OK)
        return status;
    if (http.charset.len != 0)
        read->charset = http.charset;
    return ngi_reader_page(reader, body, read, page, &task->failure);
}

/* Standard input, when it turned out to be no archive. */
static ng_status read_memory(ng_reader *reader, ngi_task *task, ng_read_options *read,
                             ngi_page *page)
{
    ng_slice bytes = ngi_buffer_slice(&task->block);
    if (!ngi_is_compressed(bytes))
        return ngi_reader_page(reader, bytes, read, page, &task->failure);
    ng_status status = ngi_inflate(bytes, read->max_bytes, &task->body, &task->failure);
    return status != NG_OK
               ? status
               : ngi_reader_page(reader, ngi_buffer_slice(&task->body), read, page, &task->failure);
}

static void write_failure(ngi_task *task, const ng_write_options *options)
{
    const ngi_capture *capture = task->in_archive ? &task->capture : NULL;
    if (options->format == NG_FORMAT_JSONL)
        ngi_view_failure(&task->row, &task->failure, capture, options);
}

void ngi_task_work(ng_reader *reader, const ng_run_options *options, ngi_task *task)
{
    ng_read_options read = ngi_read_options_of(&options->read);
    ng_write_options write = ngi_write_options_of(&options->write);
    ngi_page page = {0};
    write.file = ngi_slice(task->input.name, strlen(task->input.name));
    if (task->input.url.len > 0)
        read.url = task->input.url;
    if (task->input.now.len > 0)
        read.now = task->input.now;
    ngi_buffer_clear(&task->row);
    if (task->in_archive && task->failure.status != NG_OK)
        return; /* what is broken in an archive is told, but is no page: it has no row */
    const ng_filter *filter = &options->filter;
    if (task->failure.status == NG_OK && !task->in_archive && !ngi_sieve_date(filter, read.now)) {
        task->counts.skipped[NG_SKIP_DATE]++;
        return;
    }
    ngi_reader_sieve(reader, filter, task->in_archive);
    if (task->failure.status == NG_OK)
        task->failure.status = task->in_archive  ? read_record(reader, task, &read, &page)
                               : task->in_memory ? read_memory(reader, task, &read, &page)
                                                 : ngi_reader_file(reader, task->input.path, &read,
                                                                   &page, &task->failure);
    if (task->failure.status == NG_OK && page.left_out != 0) {
        task->counts.skipped[page.left_out - 1]++;
        return;
    }
    page.capture = task->in_archive ? &task->capture : NULL;
    if (task->failure.status == NG_OK) {
        ngi_page_write(&task->row, &page, &write);
        task->counts.pages++;
        task->counts.stories += page.story_count;
        cut_failure(&page, &task->failure);
    } else {
        write_failure(task, &write);
    }
    if (task->row.failed) { /* that of a failure is small */
        ngi_buffer_free(&task->row);
        (void)ngi_fail(&task->failure, NG_ERR_MEMORY, 0, "no memory for the row");
        write_failure(task, &write);
    }
    bool failed = task->failure.status != NG_OK;
    task->counts.failed_pages += failed && task->in_archive;
    task->counts.failed_inputs += failed && !task->in_archive;
}
