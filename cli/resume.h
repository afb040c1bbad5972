/* SPDX-License-Identifier: Apache-2.0 */
/* A run that can be killed at any moment and gone on with: its output and its state. */
#ifndef CLI_RESUME_H
#define CLI_RESUME_H

#include "cli.h"

typedef struct resume {
    cli *io;
    const char *name; /* of the state */
    ng_state *state;
    bool complete; /* nothing is left to be done */
    double saved;  /* seconds */
} resume;

/* Opens the state and the output; NULL: standard output. CLI_GO_ON, or the exit code. */
int resume_open(resume *r, cli *io, const char *state, const char *output,
                const ng_run_options *run);
/* Behind each row: keeps the state now and then. False where that fails. */
bool resume_step(resume *r);
/* Keeps where the run ended. */
void resume_end(resume *r, bool complete);
void resume_close(resume *r);

#endif
