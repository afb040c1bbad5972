/* SPDX-License-Identifier: Apache-2.0 */
/* A line on the terminal that says how far a long run is. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli.h"

typedef struct progress {
    cli *io;
    bool wanted;
    uint64_t total, total_bytes; /* of inputs; 0: not known */
    double begin, shown;         /* seconds */
} progress;

/* Wanted where stderr is a terminal, the process in its foreground, and the results go
 * elsewhere. */
bool progress_wanted(const cli *io);
void progress_start(progress *p, cli *io, uint64_t total, uint64_t total_bytes);
void progress_step(progress *p, const ng_counts *counts);
/* "12 of 500 stories", as often. */
void progress_stories(progress *p, const char *doing, uint32_t done, uint32_t all);
void progress_end(progress *p);

#endif
