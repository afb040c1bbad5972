/* SPDX-License-Identifier: Apache-2.0 */
/* Many inputs to rows, in order, by one thread or several. What an input is, and which are in
 * archives, is feeder.c's; how one becomes a row is task.c's.
 *
 * A ring of slots goes round: the calling thread fills free slots with inputs and hands out
 * the rows of the oldest, workers take filled slots and make rows of them. So the order is
 * that of the inputs whatever the number of threads, and no more than the ring is in memory.
 * Pages differ a hundredfold in size, so the ring has four slots a thread: one long page
 * stops nobody at once. With one thread there is no ring. */
#include "api/task.h"
#include "api/hasher.h"

#include <pthread.h>
#include <stdlib.h>

enum { MAX_THREADS = 256, SLOTS_A_THREAD = 4, KEEP_ROW_BYTES = 1 << 20, KEEP_BLOCK_BYTES = 4 << 20 };

typedef enum slot_state { SLOT_FREE, SLOT_FILLED, SLOT_TAKEN, SLOT_DONE } slot_state;

typedef struct slot {
    slot_state state;
    ngi_task task;
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

/* Gives the task's row to the sink. */
static ng_status hand_out(ngi_task *t, ng_row_sink *sink, void *context, ng_error *error)
{
    const ng_error *failure = t->failure.status != NG_OK ? &t->failure : NULL;
    if (t->row.failed)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the row of %.100s", t->input.name);
    if (!sink(context, &t->input, failure, t->row.ptr, t->row.len))
        return ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    if (t->row.capacity > KEEP_ROW_BYTES)
        ngi_buffer_free(&t->row);
    if (t->block.capacity > KEEP_BLOCK_BYTES) { /* one large record of an archive */
        ngi_buffer_free(&t->block);
        ngi_buffer_free(&t->room);
        ngi_buffer_free(&t->body);
    }
    return NG_OK;
}

static bool stopped(const ng_run_options *options)
{
    return options->stop != NULL && *options->stop != 0;
}

/* ---- one thread ---- */

static ng_status run_alone(const ng_run_options *options, ngi_feeder *feeder, ng_row_sink *sink,
                           void *context, ng_error *error)
{
    ng_reader *reader;
    ngi_task task = {0};
    bool more = true;
    ng_status status = ng_reader_new(&reader, error);
    while (status == NG_OK && !stopped(options)) {
        status = ngi_feeder_next(feeder, &task, &more, error);
        if (status != NG_OK || !more)
            break;
        ngi_task_work(reader, options, &task);
        status = hand_out(&task, sink, context, error);
    }
    if (status == NG_OK && stopped(options))
        status = ngi_fail(error, NG_ERR_STOPPED, 0, "stopped on request");
    ngi_task_free(&task);
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
        if (status != NG_OK && s->task.failure.status == NG_OK)
            s->task.failure = error;
        ngi_task_work(reader, r->options, &s->task);
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
static ng_status go_round(run *r, ngi_feeder *feeder, ng_row_sink *sink, void *context,
                          ng_error *error)
{
    bool more = true;
    ng_status status = NG_OK;
    while (status == NG_OK) {
        if (stopped(r->options))
            return ngi_fail(error, NG_ERR_STOPPED, 0, "stopped on request");
        if (more && r->filled - r->handed < r->slot_count) {
            ngi_task *task = &r->slots[r->filled % r->slot_count].task;
            status = ngi_feeder_next(feeder, task, &more, error);
            if (status == NG_OK && more)
                offer_slot(r, false);
        } else if (r->handed < r->filled) {
            status = hand_out(&wait_for_oldest(r)->task, sink, context, error);
        } else {
            break;
        }
    }
    return status;
}

static ng_status run_threads(run *r, size_t threads, ngi_feeder *feeder, ng_row_sink *sink,
                             void *context, ng_error *error)
{
    pthread_t ids[MAX_THREADS];
    size_t started = 0;
    while (started < threads && ngi_thread_start(&ids[started], worker, r))
        started++;
    ng_status status = started > 0 ? go_round(r, feeder, sink, context, error)
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

static ng_status run_ring(const ng_run_options *options, ngi_feeder *feeder, ng_row_sink *sink,
                          void *context, ng_error *error)
{
    size_t threads = options->threads < MAX_THREADS ? options->threads : MAX_THREADS;
    run r = {.options = options, .slot_count = threads * SLOTS_A_THREAD};
    r.slots = calloc(r.slot_count, sizeof(*r.slots));
    if (r.slots == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the run");
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.work, NULL);
    pthread_cond_init(&r.done, NULL);
    ng_status status = run_threads(&r, threads, feeder, sink, context, error);
    pthread_cond_destroy(&r.done);
    pthread_cond_destroy(&r.work);
    pthread_mutex_destroy(&r.lock);
    for (size_t i = 0; i < r.slot_count; i++)
        ngi_task_free(&r.slots[i].task);
    free(r.slots);
    return status;
}

ng_status ng_run(const ng_run_options *given, ng_input_source *source, ng_row_sink *sink,
                 void *context, ng_error *error)
{
    ng_run_options options = NG_RUN_OPTIONS;
    memcpy(&options, given, given->size < sizeof(options) ? given->size : sizeof(options));
    ngi_feeder feeder = {.options = &options, .source = source, .context = context};
    ng_status status = options.threads <= 1
                           ? run_alone(&options, &feeder, sink, context, error)
                           : run_ring(&options, &feeder, sink, context, error);
    ngi_feeder_free(&feeder);
    return status;
}
