/* SPDX-License-Identifier: Apache-2.0 */
/* A file that is written under another name and takes its own when it is complete. */
#ifndef CLI_OUTFILE_H
#define CLI_OUTFILE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct outfile {
    int fd;     /* -1: none */
    char *path; /* the name it will have; owned */
    char *part; /* the name it has; owned. NULL: written in place (a device, a pipe) */
    bool kept;  /* the part stays when the run is given up: it can be gone on with */
} outfile;

/* Opens for writing. False: errno tells. */
bool outfile_open(outfile *file, const char *path);
/* Opens PATH.part, which stays from run to run, and cuts it to `bytes`. False: errno tells;
 * ENODATA: it is shorter, EBUSY: another process writes it. */
bool outfile_go_on(outfile *file, const char *path, uint64_t bytes);
/* Brings it to the disk and gives it its name. False: errno tells. */
bool outfile_complete(outfile *file);
/* Closes it incomplete; what was written is removed unless it is kept. */
void outfile_give_up(outfile *file);

#endif
