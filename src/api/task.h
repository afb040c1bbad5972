/* SPDX-License-Identifier: Apache-2.0 */
/* One input of a run and its row; and where the tasks of a run come from. */
#ifndef NGI_TASK_H
#define NGI_TASK_H

#include "api/api.h"
#include "api/sieve.h"
#include "api/summary.h"
#include "bytes/warc.h"

typedef struct ngi_task {
    ngi_buffer strings; /* those of the input, and of its record */
    ng_input input;     /* points into strings */
    ng_error failure;   /* of the input; status NG_OK: read whole */
    bool in_archive;    /* `block` is to be read, not the file */
    bool in_memory;     /* `block` is the file */
    bool is_broken;     /* no record could be read there */
    uint64_t nth;       /* of the run, in the order of its inputs */
    ng_counts counts;   /* what is added when it is handed out */
    ngi_position after; /* where the run stands then */
    ngi_capture capture;
    ngi_buffer block; /* of the record, as the archive has it, maybe behind its header */
    ng_slice record;  /* that block alone */
    ngi_buffer room, body;
    ngi_buffer row;
} ngi_task;

void ngi_task_free(ngi_task *task);
/* Copies the input and its strings. False when memory is out. */
bool ngi_task_fill(ngi_task *task, const ng_input *input);
/* The same of the record that was read last of the archive that `input` names; NULL: of one that
 * could not be read. */
bool ngi_task_fill_record(ngi_task *task, const ng_input *input, ngi_warc *archive,
                          const ngi_warc_record *record);
/* "20260303140500", as ARC has it, as ISO 8601. */
void ngi_iso_of_arc(ng_slice digits, char out[20]);
/* Whether a digest is that of the body as it was sent or, as some tools have it, without its
 * chunks. */
ngi_digest ngi_check_digest(ng_slice digest, ng_slice sent, ng_slice plain);
/* Reads the task's input and writes its row. */
void ngi_task_work(ng_reader *reader, const ng_run_options *options, ngi_task *task);

/* ---- feeder.c ---- */

/* Gives the tasks of a run: the inputs of its source, and of archives among them the records
 * that are pages. */
typedef struct ngi_feeder {
    const ng_run_options *options;
    ng_input_source *source;
    void *context;
    ngi_warc *archive; /* the open one, else NULL */
    ngi_task named;    /* the input that is the open archive */
    ng_counts counts;  /* since the last task */
    ngi_position at;   /* of the record that was read last */
    ngi_position from; /* where the run begins; all zero: at its beginning */
    ng_skip skip;      /* why the record at hand is none, or NG_SKIP_COUNT */
    ng_counts handed;  /* of the run so far: for its watch */
    uint64_t fed;      /* tasks so far */
    bool is_stopped;   /* on request */
} ngi_feeder;

/* Whether the run is to end. */
bool ngi_feeder_stopped(const ngi_feeder *feeder);

void ngi_feeder_free(ngi_feeder *feeder);
/* Fills the next task. *more: false at the end.
 *   NG_ERR_MEMORY    an allocation failed
 *   NG_ERR_ARGUMENT  the inputs are not those of the state */
ng_status ngi_feeder_next(ngi_feeder *feeder, ngi_task *task, bool *more, ng_error *error);

#endif
