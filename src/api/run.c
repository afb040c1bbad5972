/* SPDX-License-Identifier: Apache-2.0 */
/* Many inputs to rows, in order, by one thread or several. What an input is, and which are in
 * archives, is feeder.c's; how one becomes a row is task.c's.
 *
 * A ring of slots goes round: the calling thread fills free slots with inputs and hands out
 * the rows of the oldest, workers take filled slots and make rows of them. So the order is
 * that of the inputs whatever the number of threads, and no more than the ring is in memory.
 * Pages differ a hundredfold in size, and behind a long one all that is done waits for its turn:
 * with four slots a thread, reckoned with the sizes of 1,500 real pages, two threads take 6 % more
 * time than without any order, eight 66 %; with sixteen 0.1 % and 3 %. Beyond 256 slots, which
 * hold some hundred megabytes, there are four a thread. With one thread there is no ring. */
#include "api/model_file.h"
#include "api/task.h"
#include "api/hasher.h"

#include <pthread.h>
#include <stdlib.h>

enum {
    MAX_THREADS = 256,
    LEAST_A_THREAD = 4,
    SLOTS_A_THREAD = 16,
    MOST_SLOTS = 256, /* but for the least a thread */
    KEEP_ROW_BYTES = 256 << 10,
    KEEP_BLOCK_BYTES = 1 << 20,
};

typedef enum slot_state { SLOT_FREE, SLOT_FILLED, SLOT_TAKEN, SLOT_DONE } slot_state;

/* Where rows go. */
typedef struct outlet {
    const ng_run_options *options;
    ngi_feeder *feeder;
    ng_row_sink *sink;
    void *context;
} outlet;

typedef struct slot {
    slot_state state;
    ngi_task task;
} slot;

typedef struct run {
    const ng_run_options *options;
    slot *slots;
    size_t slot_count;
    slot **queue; /* filled slots, in the order of their inputs: count % slot_count */
    size_t filled, taken, handed; /* counts since the start */
    bool no_more;
    pthread_mutex_t lock;
    pthread_cond_t work, done;
} run;

static void count_in(const outlet *o, const ng_counts *counts)
{
    ngi_counts_add(&o->feeder->handed, counts);
    if (o->options->summary != NULL)
        ngi_counts_add(&o->options->summary->counts, counts);
}

/* Gives the task's row to the sink; then the run stands behind it. */
static ng_status hand_out(const outlet *o, ngi_task *t, ng_error *error)
{
    const ng_error *failure = t->failure.status != NG_OK ? &t->failure : NULL;
    ng_summary *summary = o->options->summary;
    if (t->row.failed)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the row of %.100s", t->input.name);
    if ((failure != NULL || t->row.len > 0) &&
        !o->sink(o->context, &t->input, failure, t->row.ptr, t->row.len))
        return ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    count_in(o, &t->counts);
    if (summary != NULL && failure != NULL)
        ngi_summary_fault(summary, t->is_broken, &t->input, failure);
    if (o->options->state != NULL &&
        !ngi_state_done(o->options->state, t->nth, &t->after, t->counts.bytes))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the state");
    if (o->options->watch != NULL && !o->options->watch(o->context, &o->feeder->handed))
        o->feeder->is_stopped = true;
    if (t->row.capacity > KEEP_ROW_BYTES)
        ngi_buffer_free(&t->row);
    if (t->block.capacity > KEEP_BLOCK_BYTES) { /* one large record of an archive */
        ngi_buffer_free(&t->block);
        ngi_buffer_free(&t->room);
        ngi_buffer_free(&t->body);
    }
    return NG_OK;
}

/* At the end of all inputs: what came behind the last row counts too. */
static void hand_out_rest(const outlet *o)
{
    count_in(o, &o->feeder->counts);
    if (o->options->state != NULL)
        ngi_state_move(o->options->state, &o->feeder->at);
}

/* The next task that no earlier life of the run has handed out. Of one that has, all is counted
 * but where its bytes end, which depends on where reading began. */
static ng_status next_task(const outlet *o, ngi_task *t, bool *more, ng_error *error)
{
    ng_state *state = o->options->state;
    uint64_t bytes;
    for (;;) {
        ng_status status = ngi_feeder_next(o->feeder, t, more, error);
        if (status != NG_OK || !*more)
            return status;
        t->nth = o->feeder->fed++;
        if (state == NULL || !ngi_state_was_done(state, &t->after, &bytes))
            return NG_OK;
        count_in(o, &(ng_counts){.bytes = t->counts.bytes - bytes});
        if (!ngi_state_done(state, t->nth, &t->after, t->counts.bytes))
            return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the state");
    }
}

static ng_status stop_here(ng_error *error)
{
    return ngi_fail(error, NG_ERR_STOPPED, 0, "stopped on request");
}

/* ---- one thread ---- */

static ng_status run_alone(const outlet *o, ng_error *error)
{
    ng_reader *reader;
    ngi_task task = {0};
    bool more = true;
    ng_status status = ng_reader_new(&reader, error);
    while (status == NG_OK && more && !ngi_feeder_stopped(o->feeder)) {
        status = next_task(o, &task, &more, error);
        if (status != NG_OK || !more)
            break;
        ngi_task_work(reader, o->options, &task);
        status = hand_out(o, &task, error);
    }
    if (status == NG_OK && ngi_feeder_stopped(o->feeder))
        status = stop_here(error);
    else if (status == NG_OK)
        hand_out_rest(o);
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
        s = r->queue[r->taken++ % r->slot_count];
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

/* Offers a filled slot, or NULL: there will be no more. */
static void offer_slot(run *r, slot *s)
{
    pthread_mutex_lock(&r->lock);
    if (s == NULL) {
        r->no_more = true;
        pthread_cond_broadcast(&r->work);
    } else {
        s->state = SLOT_FILLED;
        r->queue[r->filled++ % r->slot_count] = s;
        pthread_cond_signal(&r->work);
    }
    pthread_mutex_unlock(&r->lock);
}

/* A slot to fill, NULL where all are in use. Without order any free one will do; else the next
 * of the ring. */
static slot *free_slot(run *r)
{
    if (r->filled - r->handed == r->slot_count)
        return NULL;
    size_t at = r->filled % r->slot_count;
    pthread_mutex_lock(&r->lock);
    while (r->options->unordered && r->slots[at].state != SLOT_FREE)
        at = (at + 1) % r->slot_count;
    pthread_mutex_unlock(&r->lock);
    return &r->slots[at];
}

static slot *any_done(run *r)
{
    for (size_t i = 0; i < r->slot_count; i++)
        if (r->slots[i].state == SLOT_DONE)
            return &r->slots[i];
    return NULL;
}

/* The slot to hand out next, as soon as it is done: the oldest, or without order any. */
static slot *wait_for_done(run *r)
{
    slot *s = &r->slots[r->handed % r->slot_count];
    pthread_mutex_lock(&r->lock);
    if (r->options->unordered)
        while ((s = any_done(r)) == NULL)
            pthread_cond_wait(&r->done, &r->lock);
    else
        while (s->state != SLOT_DONE)
            pthread_cond_wait(&r->done, &r->lock);
    s->state = SLOT_FREE; /* filled again only when its row is out */
    pthread_mutex_unlock(&r->lock);
    return s;
}

/* Fills and hands out until there is no more; slots that are under way then are waited for
 * by the join. */
static ng_status go_round(run *r, const outlet *o, ng_error *error)
{
    bool more = true;
    ng_status status = NG_OK;
    while (status == NG_OK) {
        if (ngi_feeder_stopped(o->feeder))
            return stop_here(error);
        bool wait = r->handed < r->filled && o->options->state != NULL &&
                    ngi_state_is_full(o->options->state);
        slot *s = more && !wait ? free_slot(r) : NULL;
        if (s != NULL) {
            status = next_task(o, &s->task, &more, error);
            if (status == NG_OK && more)
                offer_slot(r, s);
        } else if (r->handed < r->filled) {
            s = wait_for_done(r);
            status = hand_out(o, &s->task, error);
            r->handed++;
        } else {
            hand_out_rest(o);
            break;
        }
    }
    return status;
}

static ng_status run_threads(run *r, size_t threads, const outlet *o, ng_error *error)
{
    pthread_t ids[MAX_THREADS];
    size_t started = 0;
    while (started < threads && ngi_thread_start(&ids[started], worker, r))
        started++;
    ng_status status = started > 0 ? go_round(r, o, error)
                                   : ngi_fail(error, NG_ERR_MEMORY, 0, "no thread could start");
    pthread_mutex_lock(&r->lock);
    if (status != NG_OK)
        r->taken = r->filled; /* nobody needs what was not begun */
    pthread_mutex_unlock(&r->lock);
    offer_slot(r, NULL);
    for (size_t i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
    return status;
}

static size_t slots_for(size_t threads)
{
    size_t most = threads * SLOTS_A_THREAD, least = threads * LEAST_A_THREAD;
    return most <= MOST_SLOTS ? most : least > MOST_SLOTS ? least : MOST_SLOTS;
}

static ng_status run_ring(const outlet *o, ng_error *error)
{
    uint32_t wished = o->options->threads;
    size_t threads = wished < MAX_THREADS ? wished : MAX_THREADS;
    run r = {.options = o->options, .slot_count = slots_for(threads)};
    r.slots = calloc(r.slot_count, sizeof(*r.slots));
    r.queue = calloc(r.slot_count, sizeof(slot *));
    ng_status status = NG_OK;
    if (r.slots == NULL || r.queue == NULL) {
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the run");
        r.slot_count = 0;
    } else {
        pthread_mutex_init(&r.lock, NULL);
        pthread_cond_init(&r.work, NULL);
        pthread_cond_init(&r.done, NULL);
        status = run_threads(&r, threads, o, error);
        pthread_cond_destroy(&r.done);
        pthread_cond_destroy(&r.work);
        pthread_mutex_destroy(&r.lock);
    }
    for (size_t i = 0; i < r.slot_count; i++)
        ngi_task_free(&r.slots[i].task);
    free(r.slots);
    free(r.queue);
    return status;
}

static ng_status check_options(const ng_run_options *o, ng_error *error)
{
    if (o->range.start != 0 && o->range.end <= o->range.start)
        return ngi_fail(error, NG_ERR_ARGUMENT, 0, "the range ends before it begins");
    if (!ngi_sieve_is_date(o->filter.from) || !ngi_sieve_is_date(o->filter.to))
        return ngi_fail(error, NG_ERR_ARGUMENT, 0,
                        "pages are filtered by dates like 2026, 2026-03 or 2026-03-04T12:30:00Z");
    if (o->read.model.len == 0)
        return NG_OK;
    ngi_model_file model = {0};
    ng_status status = ngi_model_file_open(&model, o->read.model, error);
    ngi_model_file_close(&model);
    return status;
}

ng_status ng_run(const ng_run_options *given, ng_input_source *source, ng_row_sink *sink,
                 void *context, ng_error *error)
{
    ng_run_options options = NG_RUN_OPTIONS;
    memcpy(&options, given, given->size < sizeof(options) ? given->size : sizeof(options));
    ng_status status = check_options(&options, error);
    if (status != NG_OK)
        return status;
    ngi_feeder feeder = {.options = &options, .source = source, .context = context};
    if (options.state != NULL)
        feeder.from = *ngi_state_position(options.state);
    outlet out = {&options, &feeder, sink, context};
    status = options.threads <= 1 ? run_alone(&out, error) : run_ring(&out, error);
    ngi_feeder_free(&feeder);
    return status;
}
