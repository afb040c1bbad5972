/* SPDX-License-Identifier: Apache-2.0 */
/* Where the inputs of a run come from: arguments, folders, lists, a manifest. */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include "cli.h"

#include <stdio.h>
#include <sys/types.h>

typedef struct inputs_folder inputs_folder;

typedef struct inputs_wish {
    char **paths;
    size_t count;
    const char *list;     /* NULL, or a file of names ("-": standard input) */
    bool list_nul;        /* names in it end with NUL, not a newline */
    const char *manifest; /* NULL, or JSON lines */
    const char *apart[3]; /* NULL, or files of the run itself, should they lie in a folder */
    bool quiet;           /* a count beforehand: nothing is complained about */
} inputs_wish;

typedef struct inputs {
    cli *io;
    inputs_wish wish;
    size_t next_path;
    FILE *list;
    char *line; /* of the list; owned */
    size_t line_capacity;
    bool list_begun; /* a name was read from it */
    ng_manifest *manifest;
    inputs_folder *folder; /* the innermost open folder */
    const char *named;     /* the folder that was named, while no file of it was given; or NULL */
    char *path;            /* of the input given last; owned */
    ng_error failure;
    dev_t out_device; /* the output file, should it lie in a folder that is read */
    ino_t out_inode;
    bool out_known;
} inputs;

/* False after a complaint where the list or the manifest can't be opened. */
bool inputs_open(inputs *in, cli *io, const inputs_wish *wish);
/* An ng_input_source. */
bool inputs_next(void *in, ng_input *out);
void inputs_close(inputs *in);

bool inputs_is_folder(const char *path);

/* The file, list or manifest that writing to `output` would destroy; NULL where it is none. */
const char *inputs_overwritten(const inputs_wish *wish, const char *output);

/* The number of inputs and their bytes within `range` ({0, 0}: all), or 0 where that can't be
 * known beforehand (a pipe). */
size_t inputs_count(cli *io, const inputs_wish *wish, ng_range range, uint64_t *bytes);

#endif
