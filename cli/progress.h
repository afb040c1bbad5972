/* SPDX-License-Identifier: Apache-2.0 */
/* A line on the terminal that says how far a long run is. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli.h"

typedef struct progress {
    cli *io;
    bool wanted;
    size_t done, total;  /* total 0: not known */
    double begin, shown; /* seconds */
} progress;

/* Wanted where stderr is a terminal, the process in its foreground, and the results go
 * elsewhere. */
bool progress_wanted(const cli *io);
void progress_start(progress *p, cli *io, size_t total);
void progress_step(progress *p);
void progress_end(progress *p);

#endif
