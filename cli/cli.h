/* SPDX-License-Identifier: Apache-2.0 */
/* What the commands share: the output, complaints, exit codes, interruption. */
#ifndef CLI_H
#define CLI_H

#include "nutgraf.h"
#include "outfile.h"

/* Exit codes, as the man page has them. */
enum {
    CLI_OK = 0,
    CLI_SOME_FAILED = 1, /* inputs that could not be read, or not whole */
    CLI_USAGE = 2,
    CLI_NOT_WRITTEN = 3,
    CLI_INTERRUPTED = 130,
    CLI_GO_ON = -1, /* cli_parse(): there is work to do */
};

struct cli_option;
struct cli_help;

typedef struct cli {
    int out;              /* where results go */
    outfile file;         /* the file of -o, when they go there */
    uint64_t written;     /* bytes of results */
    const char *out_name; /* for complaints */
    bool out_terminal, err_terminal;
    bool color;          /* results may have colours */
    bool progress_shown; /* a progress line stands on stderr */
    bool pipe_told;      /* SIGPIPE was ignored when we came: its reader's going is told */
    bool pipe_gone;      /* the reader of the output has gone */
    int code;            /* CLI_OK or the worst that has happened */
    /* NULL, or takes a command's options instead of running it (completion). */
    void (*list)(void *context, const struct cli_help *help, const struct cli_option *options);
    void *list_context;
} cli;

void cli_start(cli *io);

/* Writes results; a failure is complained about once and remembered. */
bool cli_write(void *io, const char *bytes, size_t length);
void cli_print(cli *io, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Sends results to a file from now on. It has its name once cli_finish() finds it complete. */
bool cli_open_output(cli *io, const char *path);
/* The same, to a part of it that an earlier run has left, behind its first `bytes`. */
bool cli_go_on_output(cli *io, const char *path, uint64_t bytes);
/* Brings what was written so far to the disk. */
bool cli_sync(cli *io);
/* The results are not complete, and will not be: the exit code becomes CLI_NOT_WRITTEN. */
void cli_give_up(cli *io);
/* Writes a small file at once. A failure is complained about: CLI_NOT_WRITTEN. */
bool cli_write_file(cli *io, const char *path, bool (*write)(cli *file, void *context),
                    void *context);
/* Closes the output; returns the exit code. A full disk may show only here. Where the reader
 * of a pipe has gone the process ends here by SIGPIPE, quietly, as others do. */
int cli_finish(cli *io);

/* "nutgraf: NAME: fault; way out" on stderr; the exit code becomes CLI_SOME_FAILED. */
void cli_complain(cli *io, const char *name, const ng_error *error);
/* "nutgraf: NAME: warning: text" on stderr; the exit code stays. */
void cli_warn(cli *io, const char *name, const char *text);
/* Wrong usage: a line on stderr, without control characters, and CLI_USAGE to be returned. */
int cli_misused(cli *io, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Not 0 once SIGINT or SIGTERM came; the process ends a second later, or with the next one. */
const volatile int *cli_stop_flag(void);
unsigned cli_columns(void); /* of the terminal that stdout is; 80 where not known */

#endif
