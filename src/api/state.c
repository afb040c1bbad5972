/* SPDX-License-Identifier: Apache-2.0 */
/* The state of a run, in a file between two of its lives.
 *
 * The file is one JSON object: what the run is made with, its place among inputs and records,
 * the length of the output with all rows up to that place, and the counts. It is written beside
 * the old one, brought to the disk and put in its place, so that at any moment there is one
 * that is whole; the caller brings the output to the disk before. Nothing but the place is
 * needed to go on, and rows behind it are written again after the output is cut to its length:
 * so nothing is lost and nothing comes twice. The names of inputs are held to a hash.
 *
 * Without order, rows are written before their turn. The place is then that up to which all are
 * out, and the state names each task behind it whose row is ("ahead"): the next life passes over
 * those. What is ahead is bounded: the run waits for its oldest task when there is too much. */
#include "api/api.h"
#include "api/summary.h"
#include "views/json_out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_STATE = 16 << 20, MOST_AHEAD = 4096 };

/* A task that was handed out before one that came earlier. */
typedef struct ahead {
    uint64_t nth; /* of this life */
    ngi_position after;
    uint64_t bytes; /* counted with it */
} ahead;

typedef struct ahead_list {
    ahead *items; /* in the order of the inputs */
    size_t count, room;
} ahead_list;

struct ng_state {
    char *path, *new_path;
    char *made_with; /* the options, as text */
    ngi_position position;
    uint64_t next;             /* number of the task that moves the position */
    ahead_list ahead, earlier; /* of this life; of those before it, from earlier_at on */
    size_t earlier_at;
    uint64_t output_bytes;
    bool complete;
    ng_summary *summary;
};

/* ---- what the run is made with ---- */

static void add_name(ngi_buffer *out, const char *name, ng_slice value)
{
    ngi_buffer_format(out, " %s=%zu:", name, value.len);
    ngi_buffer_add(out, value);
}

/* All that rows depend on; threads are none of it. */
static void describe(const ng_run_options *o, ngi_buffer *out)
{
    ng_read_options r = ngi_read_options_of(&o->read);
    ng_write_options w = ngi_write_options_of(&o->write);
    const ng_filter *f = &o->filter;
    ngi_buffer_format(out, "nutgraf=%s kind=%d evidence=%d comments=%d with=%u fast=%d",
                      ng_version(), (int)r.kind, r.evidence, r.comments, r.with, r.fast);
    ngi_buffer_format(out, " limits=%llu,%u,%u format=%d width=%u range=%llu-%llu kinds=%u",
                      (unsigned long long)r.max_bytes, r.max_depth, r.max_milliseconds,
                      (int)w.format, w.width, (unsigned long long)o->range.start,
                      (unsigned long long)o->range.end, f->kinds);
    add_name(out, "url", r.url);
    add_name(out, "now", r.now);
    add_name(out, "charset", r.charset);
    add_name(out, "model", r.model);
    add_name(out, "hosts", f->hosts);
    add_name(out, "from", f->from);
    add_name(out, "to", f->to);
    add_name(out, "words", f->words);
    add_name(out, "languages", f->languages);
    if (o->unordered)
        NGI_BUFFER_LIT(out, " unordered");
    ngi_buffer_char(out, '\0');
}

/* ---- opening ---- */

static uint64_t number_at(const ngi_json *json, const char *name)
{
    int64_t number = 0;
    return ngi_json_number(ngi_json_get(json, name), &number) && number > 0 ? (uint64_t)number : 0;
}

static bool truth_at(const ngi_json *json, const char *name)
{
    bool value = false;
    return ngi_json_truth(ngi_json_get(json, name), &value) && value;
}

static uint64_t hash_at(const ngi_json *json, const char *name)
{
    ng_slice digits = ngi_json_string(ngi_json_get(json, name));
    uint64_t hash = 0;
    for (size_t i = 0; i < digits.len; i++) {
        char c = digits.ptr[i];
        hash = hash << 4 | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return hash;
}

/* ---- what is ahead ---- */

static bool insert(ahead_list *list, size_t at, const ahead *item)
{
    if (list->count == list->room) {
        size_t room = list->room == 0 ? 64 : list->room * 2;
        ahead *more = realloc(list->items, room * sizeof(*more));
        if (more == NULL)
            return false;
        list->items = more;
        list->room = room;
    }
    memmove(list->items + at + 1, list->items + at, (list->count - at) * sizeof(*list->items));
    list->items[at] = *item;
    list->count++;
    return true;
}

bool ngi_state_done(ng_state *s, uint64_t nth, const ngi_position *after, uint64_t bytes)
{
    size_t at = s->ahead.count, first = 0;
    if (nth != s->next) {
        while (at > 0 && s->ahead.items[at - 1].nth > nth)
            at--;
        return insert(&s->ahead, at, &(ahead){nth, *after, bytes});
    }
    s->position = *after;
    s->next++;
    for (; first < s->ahead.count && s->ahead.items[first].nth == s->next; first++, s->next++)
        s->position = s->ahead.items[first].after;
    if (first > 0) {
        s->ahead.count -= first;
        memmove(s->ahead.items, s->ahead.items + first, s->ahead.count * sizeof(*s->ahead.items));
    }
    return true;
}

static bool is_same_task(const ngi_position *a, const ngi_position *b)
{
    return a->input == b->input && a->in_archive == b->in_archive && a->offset == b->offset &&
           a->nth == b->nth;
}

/* Tasks come in the order in which those of an earlier life came. */
bool ngi_state_was_done(ng_state *s, const ngi_position *after, uint64_t *bytes)
{
    if (s->earlier_at == s->earlier.count)
        return false;
    const ahead *next = &s->earlier.items[s->earlier_at];
    if (!is_same_task(&next->after, after))
        return false;
    *bytes = next->bytes;
    s->earlier_at++;
    return true;
}

bool ngi_state_is_full(const ng_state *s)
{
    return s->ahead.count >= MOST_AHEAD;
}

/* [input, in an archive, offset, nth, bytes] */
static bool take_ahead(ng_state *s, const ngi_json *list)
{
    bool good = true;
    for (ngi_json_walk w = ngi_json_each(list); good && ngi_json_step(&w);) {
        uint64_t numbers[5] = {0};
        size_t count = 0;
        for (ngi_json_walk n = ngi_json_each(w.value); count < 5 && ngi_json_step(&n); count++) {
            int64_t number = 0;
            (void)ngi_json_number(n.value, &number);
            numbers[count] = number > 0 ? (uint64_t)number : 0;
        }
        ahead item = {.bytes = numbers[4],
                      .after = {.input = numbers[0],
                                .in_archive = numbers[1] != 0,
                                .offset = numbers[2],
                                .nth = numbers[3]}};
        good = insert(&s->earlier, s->earlier.count, &item);
    }
    return good;
}

static void write_ahead(const ahead_list *list, size_t from, ngi_buffer *out)
{
    for (size_t i = from; i < list->count; i++) {
        const ahead *a = &list->items[i];
        ngi_out_open(out, NGI_ITEM, '[');
        ngi_out_number(out, NGI_ITEM, a->after.input);
        ngi_out_number(out, NGI_ITEM, a->after.in_archive);
        ngi_out_number(out, NGI_ITEM, a->after.offset);
        ngi_out_number(out, NGI_ITEM, a->after.nth);
        ngi_out_number(out, NGI_ITEM, a->bytes);
        ngi_out_close(out, ']');
    }
}

static ng_status take_state(ng_state *s, const ngi_json *json, ng_error *error)
{
    const ngi_json *at = ngi_json_get(json, "position");
    ng_slice made = ngi_json_string(ngi_json_get(json, "options"));
    if (!ngi_json_is_object(at) || made.len == 0)
        return ngi_fail(error, NG_ERR_FORMAT, 0,
                        "holds no state of a run; name another file for it, or remove it");
    if (!ngi_equal(made, ngi_slice_of(s->made_with)))
        return ngi_fail(error, NG_ERR_ARGUMENT, 0,
                        "is of a run with other options, or of another version; give the same "
                        "ones, or remove it to begin anew");
    s->position = (ngi_position){
        .input = number_at(at, "input"),
        .in_archive = truth_at(at, "inArchive"),
        .unit = number_at(at, "unit"),
        .offset = number_at(at, "offset"),
        .nth = number_at(at, "nth"),
        .read_to = number_at(at, "readTo"),
        .size = number_at(at, "size"),
        .names = hash_at(at, "names"),
    };
    s->output_bytes = number_at(json, "outputBytes");
    s->complete = truth_at(json, "complete");
    ngi_summary_in(ngi_json_get(json, "summary"), s->summary);
    if (!take_ahead(s, ngi_json_get(json, "ahead")))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the state");
    return NG_OK;
}

static ng_status read_state(ng_state *s, ng_error *error)
{
    ngi_buffer bytes = {0};
    ngi_arena arena;
    ngi_json_text json;
    if (access(s->path, F_OK) != 0 && errno == ENOENT)
        return NG_OK;
    ngi_arena_init(&arena, 0);
    ng_status status = ngi_file_read(s->path, MOST_STATE, &bytes, error);
    if (status == NG_OK && !ngi_json_read(&arena, ngi_buffer_slice(&bytes), false, &json))
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the state");
    if (status == NG_OK)
        status = take_state(s, json.count == 1 ? json.roots[0].value : NULL, error);
    ngi_arena_free(&arena);
    ngi_buffer_free(&bytes);
    return status;
}

ng_status ng_state_open(const char *path, const ng_run_options *given, ng_state **out,
                        ng_error *error)
{
    ng_run_options options = NG_RUN_OPTIONS;
    ngi_buffer made = {0};
    memcpy(&options, given, given->size < sizeof(options) ? given->size : sizeof(options));
    describe(&options, &made);
    ng_state *s = *out = calloc(1, sizeof(*s));
    ng_status status = NG_OK;
    if (s != NULL) {
        s->made_with = made.ptr;
        s->path = strdup(path);
        if (asprintf(&s->new_path, "%s.new", path) < 0)
            s->new_path = NULL;
        status = ng_summary_new(&s->summary, error);
    } else {
        ngi_buffer_free(&made);
    }
    if (s == NULL || made.failed || s->path == NULL || s->new_path == NULL)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a state");
    if (status == NG_OK)
        status = read_state(s, error);
    if (status != NG_OK) {
        ng_state_free(s);
        *out = NULL;
    }
    return status;
}

void ng_state_free(ng_state *state)
{
    if (state == NULL)
        return;
    ng_summary_free(state->summary);
    free(state->path);
    free(state->new_path);
    free(state->made_with);
    free(state->ahead.items);
    free(state->earlier.items);
    free(state);
}

/* ---- looking and moving ---- */

uint64_t ng_state_output_bytes(const ng_state *state)
{
    return state->output_bytes;
}

bool ng_state_complete(const ng_state *state)
{
    return state->complete;
}

ng_summary *ng_state_summary(ng_state *state)
{
    return state->summary;
}

void ngi_state_move(ng_state *state, const ngi_position *position)
{
    state->position = *position;
}

const ngi_position *ngi_state_position(const ng_state *state)
{
    return &state->position;
}

/* ---- saving ---- */

static void write_state(const ng_state *s, ngi_buffer *out)
{
    const ngi_position *p = &s->position;
    char hash[17];
    snprintf(hash, sizeof hash, "%016llx", (unsigned long long)p->names);
    ngi_out_open(out, NGI_ITEM, '{');
    ngi_out_text(out, NGI_KEY("options"), ngi_slice_of(s->made_with));
    ngi_out_bool(out, NGI_KEY("complete"), s->complete);
    ngi_out_number(out, NGI_KEY("outputBytes"), s->output_bytes);
    ngi_out_open(out, NGI_KEY("position"), '{');
    ngi_out_number(out, NGI_KEY("input"), p->input);
    ngi_out_bool(out, NGI_KEY("inArchive"), p->in_archive);
    ngi_out_number(out, NGI_KEY("unit"), p->unit);
    ngi_out_number(out, NGI_KEY("offset"), p->offset);
    ngi_out_number(out, NGI_KEY("nth"), p->nth);
    ngi_out_number(out, NGI_KEY("readTo"), p->read_to);
    ngi_out_number(out, NGI_KEY("size"), p->size);
    ngi_out_text(out, NGI_KEY("names"), ngi_slice_of(hash));
    ngi_out_close(out, '}');
    if (s->ahead.count > 0 || s->earlier_at < s->earlier.count) {
        ngi_out_open(out, NGI_KEY("ahead"), '[');
        write_ahead(&s->ahead, 0, out);
        write_ahead(&s->earlier, s->earlier_at, out);
        ngi_out_close(out, ']');
    }
    ngi_summary_out(s->summary, NGI_KEY("summary"), out);
    ngi_out_close(out, '}');
    ngi_buffer_char(out, '\n');
}

static bool write_whole(const char *path, ng_slice bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool good = fd >= 0;
    while (good && bytes.len > 0) {
        ssize_t done = write(fd, bytes.ptr, bytes.len);
        if (done > 0)
            bytes = ngi_slice_from(bytes, (size_t)done);
        else
            good = done < 0 && errno == EINTR;
    }
    good = good && (fsync(fd) == 0 || errno == EINVAL);
    int cause = errno;
    if (fd >= 0)
        good = close(fd) == 0 && good;
    errno = cause;
    return good;
}

ng_status ng_state_save(ng_state *s, uint64_t output_bytes, bool complete, ng_error *error)
{
    ngi_buffer out = {0};
    ng_status status = NG_OK;
    s->output_bytes = output_bytes;
    s->complete = complete;
    write_state(s, &out);
    if (out.failed)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the state");
    else if (!write_whole(s->new_path, ngi_buffer_slice(&out)) || rename(s->new_path, s->path) != 0)
        status = ngi_fail(error, NG_ERR_WRITE, 0, "cannot be written: %s; name another file",
                          strerrordesc_np(errno));
    ngi_buffer_free(&out);
    return status;
}
