/* SPDX-License-Identifier: Apache-2.0 */
/* The counts of a run and the names of what failed in it, as JSON and back: a run that is gone
 * on with goes on counting. The lists end after a thousand names, so that an archive of nothing
 * but damage fills no memory; the counts do not. */
#include "api/summary.h"

#include "base/utf8.h"
#include "views/json_out.h"

#include <stdlib.h>
#include <time.h>

/* ---- reasons ---- */

#define SKIP_NAME(code, name, text) name,
#define SKIP_TEXT(code, name, text) text,
static const char *const skip_names[] = {NG_SKIP_LIST(SKIP_NAME)};
static const char *const skip_texts[] = {NG_SKIP_LIST(SKIP_TEXT)};

const char *ng_skip_name(ng_skip skip)
{
    return (size_t)skip < NG_SKIP_COUNT ? skip_names[skip] : "unknown";
}

const char *ng_skip_text(ng_skip skip)
{
    return (size_t)skip < NG_SKIP_COUNT ? skip_texts[skip] : "unknown";
}

/* ---- the numbers, by name ---- */

static const struct {
    const char *name;
    size_t at;
} numbers[] = {
    {"inputs", offsetof(ng_counts, inputs)},
    {"failedInputs", offsetof(ng_counts, failed_inputs)},
    {"records", offsetof(ng_counts, records)},
    {"broken", offsetof(ng_counts, broken)},
    {"pages", offsetof(ng_counts, pages)},
    {"failedPages", offsetof(ng_counts, failed_pages)},
    {"stories", offsetof(ng_counts, stories)},
    {"bytes", offsetof(ng_counts, bytes)},
};

static uint64_t *number_of(ng_counts *counts, size_t i)
{
    return (uint64_t *)(void *)((char *)counts + numbers[i].at);
}

void ngi_counts_add(ng_counts *to, const ng_counts *more)
{
    ng_counts add = *more;
    for (size_t i = 0; i < NGI_COUNT(numbers); i++)
        *number_of(to, i) += *number_of(&add, i);
    for (size_t i = 0; i < NG_SKIP_COUNT; i++)
        to->skipped[i] += add.skipped[i];
}

/* ---- making ---- */

static double now_seconds(void)
{
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

ng_status ng_summary_new(ng_summary **out, ng_error *error)
{
    *out = calloc(1, sizeof(**out));
    if (*out == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a summary");
    (*out)->begin = now_seconds();
    return NG_OK;
}

static void free_faults(ngi_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        free(faults->items[i].name);
    free(faults->items);
}

void ng_summary_free(ng_summary *summary)
{
    if (summary == NULL)
        return;
    free_faults(&summary->broken);
    free_faults(&summary->failed);
    free(summary);
}

ng_counts ng_summary_counts(const ng_summary *summary)
{
    return summary->counts;
}

static void add_fault(ngi_faults *list, const ngi_fault *fault)
{
    if (list->count == list->room) {
        size_t room = list->room == 0 ? 16 : list->room * 2;
        ngi_fault *more = realloc(list->items, room * sizeof(*more));
        if (more == NULL)
            return;
        list->items = more;
        list->room = room;
    }
    char *name = strdup(fault->name);
    if (name == NULL)
        return;
    list->items[list->count] = *fault;
    list->items[list->count++].name = name;
}

void ngi_summary_fault(ng_summary *summary, bool broken, const ng_input *input,
                       const ng_error *failure)
{
    ngi_faults *list = broken ? &summary->broken : &summary->failed;
    ngi_fault fault = {(char *)(uintptr_t)input->name, input->offset, input->in_archive, *failure};
    if (list->count < NGI_MOST_FAULTS)
        add_fault(list, &fault);
}

/* ---- JSON ---- */

static void faults_out(const ngi_faults *list, ng_slice key, ngi_buffer *out)
{
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_out_open(out, key, '[');
    for (size_t i = 0; i < list->count; i++) {
        const ngi_fault *f = &list->items[i];
        ng_slice text = ngi_slice_of(f->error.text);
        ngi_out_open(out, NGI_ITEM, '{');
        ngi_out_text(out, NGI_KEY("file"), ngi_utf8_repair(&arena, ngi_slice_of(f->name)));
        if (f->in_archive)
            ngi_out_number(out, NGI_KEY("offset"), f->offset);
        ngi_out_text(out, NGI_KEY("code"), ngi_slice_of(ng_status_name(f->error.status)));
        ngi_out_text(out, NGI_KEY("message"), ngi_utf8_repair(&arena, text));
        ngi_out_close(out, '}');
    }
    ngi_out_close(out, ']');
    ngi_arena_free(&arena);
}

void ngi_summary_out(const ng_summary *summary, ng_slice key, ngi_buffer *out)
{
    ng_counts counts = summary->counts;
    double seconds = summary->seconds + now_seconds() - summary->begin;
    ngi_out_open(out, key, '{');
    ngi_out_number(out, NGI_KEY("schema"), NG_SCHEMA);
    for (size_t i = 0; i < NGI_COUNT(numbers); i++)
        ngi_out_number(out, ngi_slice_of(numbers[i].name), *number_of(&counts, i));
    ngi_out_open(out, NGI_KEY("skipped"), '{');
    for (size_t i = 0; i < NG_SKIP_COUNT; i++)
        ngi_out_number(out, ngi_slice_of(skip_names[i]), counts.skipped[i]);
    ngi_out_close(out, '}');
    ngi_out_real(out, NGI_KEY("seconds"), (double)(int64_t)(seconds * 1000) / 1000);
    faults_out(&summary->broken, NGI_KEY("brokenRecords"), out);
    faults_out(&summary->failed, NGI_KEY("failures"), out);
    ngi_out_close(out, '}');
}

ng_status ng_summary_write(const ng_summary *summary, ng_sink *sink, void *context, ng_error *error)
{
    ngi_buffer out = {0};
    ng_status status = NG_OK;
    ngi_summary_out(summary, NGI_ITEM, &out);
    ngi_buffer_char(&out, '\n');
    if (out.failed)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the summary");
    else if (!sink(context, out.ptr, out.len))
        status = ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    ngi_buffer_free(&out);
    return status;
}

static void number_in(const ngi_json *json, uint64_t *out)
{
    int64_t number = 0;
    *out = ngi_json_number(json, &number) && number > 0 ? (uint64_t)number : 0;
}

static ng_status status_named(ng_slice name)
{
    for (int i = 0; i <= NG_ERR_STOPPED; i++)
        if (ngi_equal(name, ngi_slice_of(ng_status_name((ng_status)i))))
            return (ng_status)i;
    return NG_ERR_FORMAT;
}

static void faults_in(const ngi_json *json, ngi_faults *list)
{
    for (ngi_json_walk w = ngi_json_each(json); ngi_json_step(&w);) {
        ng_slice file = ngi_json_string(ngi_json_get(w.value, "file"));
        ng_slice text = ngi_json_string(ngi_json_get(w.value, "message"));
        ngi_fault fault = {.name = strndup(file.len == 0 ? "" : file.ptr, file.len)};
        fault.in_archive = ngi_json_get(w.value, "offset") != NULL;
        number_in(ngi_json_get(w.value, "offset"), &fault.offset);
        (void)ngi_fail(&fault.error, status_named(ngi_json_string(ngi_json_get(w.value, "code"))),
                       fault.offset, "%.*s", (int)text.len, text.len == 0 ? "" : text.ptr);
        if (fault.name != NULL)
            add_fault(list, &fault);
        free(fault.name);
    }
}

void ngi_summary_in(const ngi_json *json, ng_summary *summary)
{
    const ngi_json *skipped = ngi_json_get(json, "skipped");
    for (size_t i = 0; i < NGI_COUNT(numbers); i++)
        number_in(ngi_json_get(json, numbers[i].name), number_of(&summary->counts, i));
    for (size_t i = 0; i < NG_SKIP_COUNT; i++)
        number_in(ngi_json_get(skipped, skip_names[i]), &summary->counts.skipped[i]);
    faults_in(ngi_json_get(json, "brokenRecords"), &summary->broken);
    faults_in(ngi_json_get(json, "failures"), &summary->failed);
}
