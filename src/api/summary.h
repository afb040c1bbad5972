/* SPDX-License-Identifier: Apache-2.0 */
/* What a run counts, and where it stands: shared by the files that run. */
#ifndef NGI_SUMMARY_H
#define NGI_SUMMARY_H

#include "base/base.h"
#include "parsed/json.h"

/* A place that failed, for the lists of a summary. */
typedef struct ngi_fault {
    char *name; /* of the file */
    uint64_t offset;
    bool in_archive;
    ng_error error;
} ngi_fault;

enum { NGI_MOST_FAULTS = 1000 }; /* of each list */

typedef struct ngi_faults {
    ngi_fault *items;
    size_t count, room;
} ngi_faults;

struct ng_summary {
    ng_counts counts;
    ngi_faults broken, failed;
    double seconds; /* of runs before this one */
    double begin;
};

/* Adds to the counts. */
void ngi_counts_add(ng_counts *to, const ng_counts *more);
/* Keeps a fault, while there is room and memory. */
void ngi_summary_fault(ng_summary *summary, bool broken, const ng_input *input,
                       const ng_error *failure);
/* The summary as a JSON object; and back. */
void ngi_summary_out(const ng_summary *summary, ng_slice key, ngi_buffer *out);
void ngi_summary_in(const ngi_json *json, ng_summary *summary);

/* ---- where a run stands (state.c) ---- */

typedef struct ngi_position {
    uint64_t input;    /* inputs that are done */
    bool in_archive;   /* and the next is an archive, of which */
    uint64_t unit;     /* reading begins again here (ngi_warc_unit()), */
    uint64_t offset;   /* and all records before this offset are done, */
    uint64_t nth;      /* and so many of those at it */
    uint64_t read_to;  /* bytes of it were counted */
    uint64_t size;     /* bytes of it */
    uint64_t names;    /* hash of the names of all inputs so far */
} ngi_position;

const ngi_position *ngi_state_position(const ng_state *state);
/* At the end of all inputs. */
void ngi_state_move(ng_state *state, const ngi_position *position);

/* Task number `nth` of this life was handed out, the run then standing at `after` if all before
 * it were too; `bytes` were counted with it. False when memory is out. */
bool ngi_state_done(ng_state *state, uint64_t nth, const ngi_position *after, uint64_t bytes);
/* Whether the next task, behind which the run stands at `after`, was handed out by an earlier
 * life; *bytes: what that one counted with it. */
bool ngi_state_was_done(ng_state *state, const ngi_position *after, uint64_t *bytes);
/* Whether so many tasks were handed out before their turn that the oldest is to be waited for. */
bool ngi_state_is_full(const ng_state *state);

#endif
