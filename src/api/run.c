/* SPDX-License-Identifier: Apache-2.0 */
/* Many inputs to rows, in order, by one thread or several.
 *
 * A ring of slots goes round: the calling thread fills free slots with inputs and hands out
 * the rows of the oldest, workers take filled slots and make rows of them. So the order is
 * that of the inputs whatever the number of threads, and no more than the ring is in memory.
 * Pages differ a hundredfold in size, so the ring has four slots a thread: one long page
 * stops nobody at once. With one thread there is no ring. */
#include "api/api.h"
#include "api/hasher.h"
#include "views/views.h"

#include <pthread.h>
#include <stdlib.h>

enum { MAX_THREADS = 256, SLOTS_A_THREAD = 4, KEEP_ROW_BYTES = 1 << 20 };

typedef enum slot_state { SLOT_FREE, SLOT_FILLED, SLOT_TAKEN, SLOT_DONE } slot_state;

typedef struct slot {
    slot_state state;
    ngi_buffer strings; /* the input's strings: path, name, url, now */
    ng_input input;     /* points into strings */
    ng_error failure;   /* of the input; status NG_OK: read whole */
    ngi_buffer row;
} slot;

typedef struct run {
    const ng_run_options *options;
    slot *slots;
    size_t slot_count;
    size_t filled, taken, handed; /* counts since the start; slot: count % slot_count */
    bool no_more;
    pthread_mutex_t lock;
    pthread_cond_t work, done;
} run;

/* ---- one input ---- */

static void copy_string(ngi_buffer *strings, const char *text, size_t len)
{
    ngi_buffer_add(strings, ngi_slice(text, len));
    ngi_buffer_char(strings, '\0');
}

/* Copies the input's strings behind one another, then points to them. */
static bool fill(slot *s, const ng_input *input)
{
    const char *name = input->name != NULL ? input->name : input->path;
    size_t path_len = strlen(input->path), name_len = strlen(name);
    ngi_buffer_clear(&s->strings);
    copy_string(&s->strings, input->path, path_len);
    copy_string(&s->strings, name, name_len);
    copy_string(&s->strings, input->url.ptr, input->url.len);
    copy_string(&s->strings, input->now.ptr, input->now.len);
    if (s->strings.failed)
        return false;
    const char *at = s->strings.ptr;
    s->input.path = at;
    s->input.name = at + path_len + 1;
    s->input.url = ngi_slice(s->input.name + name_len + 1, input->url.len);
    s->input.now = ngi_slice(s->input.url.ptr + input->url.len + 1, input->now.len);
    s->input.failure = NULL;
    s->failure = input->failure != NULL ? *input->failure : (ng_error){0};
    return true;
}

static void cut_failure(const ngi_page *page, ng_error *out)
{
    if (page->cut)
        (void)ngi_fail(out, NG_ERR_LIMIT, page->cut_at, "%s", page->cut_why);
}

static void write_failure(slot *s, const ng_write_options *options)
{
    if (options->format == NG_FORMAT_JSONL)
        ngi_view_failure(&s->row, &s->failure, options);
}

/* Reads the slot's input and writes its row. */
static void work_on(ng_reader *reader, const ng_run_options *options, slot *s)
{
    ng_read_options read = ngi_read_options_of(&options->read);
    ng_write_options write = ngi_write_options_of(&options->write);
    ngi_page page;
    write.file = ngi_slice(s->input.name, strlen(s->input.name));
    if (s->input.url.len > 0)
        read.url = s->input.url;
    if (s->input.now.len > 0)
        read.now = s->input.now;
    ngi_buffer_clear(&s->row);
    if (s->failure.status == NG_OK)
        s->failure.status = ngi_reader_file(reader, s->input.path, &read, &page, &s->failure);
    if (s->failure.status == NG_OK) {
        ngi_page_write(&s->row, &page, &write);
        cut_failure(&page, &s->failure);
    } else {
        write_failure(s, &write);
    }
    if (s->row.failed) { /* that of a failure is small */
        ngi_buffer_free(&s->row);
        (void)ngi_fail(&s->failure, NG_ERR_MEMORY, 0, "no memory for the row");
        write_failure(s, &write);
    }
}

/* Gives the slot's row to the sink. */
static ng_status hand_out(slot *s, ng_row_sink *sink, void *context, ng_error *error)
{
    const ng_error *failure = s->failure.status != NG_OK ? &s->failure : NULL;
    if (s->row.failed)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the row of %.100s", s->input.name);
    if (!sink(context, &s->input, failure, s->row.ptr, s->row.len))
        return ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    if (s->row.capacity > KEEP_ROW_BYTES)
        ngi_buffer_free(&s->row);
    return NG_OK;
}

static void free_slot(slot *s)
{
    ngi_buffer_free(&s->strings);
    ngi_buffer_free(&s->row);
}

static bool stopped(const ng_run_options *options)
{
    return options->stop != NULL && *options->stop != 0;
}

/* ---- one thread ---- */

static ng_status run_alone(const ng_run_options *options, ng_input_source *source,
                           ng_row_sink *sink, void *context, ng_error *error)
{
    ng_reader *reader;
    slot s = {0};
    ng_input input = {0};
    ng_status status = ng_reader_new(&reader, error);
    while (status == NG_OK && !stopped(options) && source(context, &input)) {
        if (!fill(&s, &input)) {
            status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an input");
        } else {
            work_on(reader, options, &s);
            status = hand_out(&s, sink, context, error);
        }
        input = (ng_input){0};
    }
    if (status == NG_OK && stopped(options))
        status = ngi_fail(error, NG_ERR_STOPPED, 0, "stopped on request");
    free_slot(&s);
    ng_reader_free(reader);
    return status;
}

/* ---- several threads ---- */

/* The next filled slot, or NULL when there are no more. */
static slot *take_slot(run *r)
{
    slot *s = NULL;
    pthread_mutex_lock(&r->lock);
    while (r->taken == r->filled && !r->no_more)
        pthread_cond_wait(&r->work, &r->lock);
    if (r->taken < r->filled) {
        s = &r->slots[r->taken++ % r->slot_count];
        s->state = SLOT_TAKEN;
    }
    pthread_mutex_unlock(&r->lock);
    return s;
}

static void put_done(run *r, slot *s)
{
    pthread_mutex_lock(&r->lock);
    s->state = SLOT_DONE;
    pthread_cond_signal(&r->done);
    pthread_mutex_unlock(&r->lock);
}

static void *worker(void *context)
{
    run *r = context;
    ng_reader *reader;
    ng_error error;
    ng_status status = ng_reader_new(&reader, &error);
    for (slot *s = take_slot(r); s != NULL; s = take_slot(r)) {
        if (status != NG_OK && s->failure.status == NG_OK)
            s->failure = error;
        work_on(reader, r->options, s);
        put_done(r, s);
    }
    ng_reader_free(reader);
    return NULL;
}

static void offer_slot(run *r, bool no_more)
{
    pthread_mutex_lock(&r->lock);
    if (no_more) {
        r->no_more = true;
        pthread_cond_broadcast(&r->work);
    } else {
        r->slots[r->filled++ % r->slot_count].state = SLOT_FILLED;
        pthread_cond_signal(&r->work);
    }
    pthread_mutex_unlock(&r->lock);
}

static slot *wait_for_oldest(run *r)
{
    slot *s = &r->slots[r->handed % r->slot_count];
    pthread_mutex_lock(&r->lock);
    while (s->state != SLOT_DONE)
        pthread_cond_wait(&r->done, &r->lock);
    s->state = SLOT_FREE;
    pthread_mutex_unlock(&r->lock);
    r->handed++;
    return s;
}

/* Fills and hands out until there is no more; slots that are under way then are waited for
 * by the join. */
static ng_status go_round(run *r, ng_input_source *source, ng_row_sink *sink, void *context,
                          ng_error *error)
{
    bool more = true;
    ng_status status = NG_OK;
    while (status == NG_OK) {
        ng_input input = {0};
        if (stopped(r->options))
            return ngi_fail(error, NG_ERR_STOPPED, 0, "stopped on request");
        if (more && r->filled - r->handed < r->slot_count) {
            more = source(context, &input);
            if (more && !fill(&r->slots[r->filled % r->slot_count], &input))
                return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for an input");
            if (more)
                offer_slot(r, false);
        } else if (r->handed < r->filled) {
            status = hand_out(wait_for_oldest(r), sink, context, error);
        } else {
            break;
        }
    }
    return status;
}

static ng_status run_threads(run *r, size_t threads, ng_input_source *source, ng_row_sink *sink,
                             void *context, ng_error *error)
{
    pthread_t ids[MAX_THREADS];
    size_t started = 0;
    while (started < threads && ngi_thread_start(&ids[started], worker, r))
        started++;
    ng_status status = started > 0 ? go_round(r, source, sink, context, error)
                                   : ngi_fail(error, NG_ERR_MEMORY, 0, "no thread could start");
    pthread_mutex_lock(&r->lock);
    if (status != NG_OK)
        r->taken = r->filled; /* nobody needs what was not begun */
    pthread_mutex_unlock(&r->lock);
    offer_slot(r, true);
    for (size_t i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
    return status;
}

ng_status ng_run(const ng_run_options *given, ng_input_source *source, ng_row_sink *sink,
                 void *context, ng_error *error)
{
    ng_run_options options = NG_RUN_OPTIONS;
    memcpy(&options, given, given->size < sizeof(options) ? given->size : sizeof(options));
    if (options.threads <= 1)
        return run_alone(&options, source, sink, context, error);
    size_t threads = options.threads < MAX_THREADS ? options.threads : MAX_THREADS;
    run r = {.options = &options, .slot_count = threads * SLOTS_A_THREAD};
    r.slots = calloc(r.slot_count, sizeof(*r.slots));
    if (r.slots == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the run");
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.work, NULL);
    pthread_cond_init(&r.done, NULL);
    ng_status status = run_threads(&r, threads, source, sink, context, error);
    pthread_cond_destroy(&r.done);
    pthread_cond_destroy(&r.work);
    pthread_mutex_destroy(&r.lock);
    for (size_t i = 0; i < r.slot_count; i++)
        free_slot(&r.slots[i]);
    free(r.slots);
    return status;
}
