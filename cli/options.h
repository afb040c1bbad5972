/* SPDX-License-Identifier: Apache-2.0 */
/* Options of a command: one table gives the parsing, the help and the completion. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli.h"

typedef enum cli_option_kind {
    CLI_KIND_FLAG,   /* bool */
    CLI_KIND_TEXT,   /* const char * */
    CLI_KIND_FILE,   /* const char *, completed as a file's name */
    CLI_KIND_NUMBER, /* uint32_t */
    CLI_KIND_SIZE,   /* uint64_t bytes: 4096, 64K, 256M, 1G */
    CLI_KIND_TIME,   /* uint32_t milliseconds: 10, 0.5, 10s, 500ms */
    CLI_KIND_CHOICE, /* int: the index in `choices` */
    CLI_KIND_SET,    /* uint32_t: bits of `choices`, by their order; "all": all of them */
} cli_option_kind;

typedef struct cli_option {
    char letter; /* 0: none */
    const char *name;
    cli_option_kind kind;
    void *target;
    const char *value; /* what help calls the value */
    const char *help;
    const char *const *choices; /* ends with NULL */
} cli_option;

#define CLI_FLAG(letter, name, target, help)                                                       \
    {                                                                                              \
        letter, name, CLI_KIND_FLAG, target, NULL, help, NULL                                      \
    }
#define CLI_TEXT(letter, name, target, value, help)                                                \
    {                                                                                              \
        letter, name, CLI_KIND_TEXT, target, value, help, NULL                                     \
    }
#define CLI_FILE(letter, name, target, value, help)                                                \
    {                                                                                              \
        letter, name, CLI_KIND_FILE, target, value, help, NULL                                     \
    }
#define CLI_NUMBER(letter, name, target, value, help)                                              \
    {                                                                                              \
        letter, name, CLI_KIND_NUMBER, target, value, help, NULL                                   \
    }
#define CLI_SIZE(letter, name, target, value, help)                                                \
    {                                                                                              \
        letter, name, CLI_KIND_SIZE, target, value, help, NULL                                     \
    }
#define CLI_TIME(letter, name, target, value, help)                                                \
    {                                                                                              \
        letter, name, CLI_KIND_TIME, target, value, help, NULL                                     \
    }
#define CLI_CHOICE(letter, name, target, choices, help)                                            \
    {                                                                                              \
        letter, name, CLI_KIND_CHOICE, target, NULL, help, choices                                 \
    }
#define CLI_SET(letter, name, target, choices, help)                                               \
    {                                                                                              \
        letter, name, CLI_KIND_SET, target, NULL, help, choices                                    \
    }
#define CLI_END                                                                                    \
    {                                                                                              \
        0, NULL, CLI_KIND_FLAG, NULL, NULL, NULL, NULL                                             \
    }

typedef struct cli_help {
    const char *name;     /* "read" */
    const char *usage;    /* "[options] FILE|DIR|-..." */
    const char *summary;  /* one sentence */
    const char *examples; /* lines, or NULL */
} cli_help;

typedef struct cli_files {
    char **path; /* points into argv */
    size_t count;
} cli_files;

/* Parses argv[1..]: options in any place, "--" ends them. Returns CLI_GO_ON, or the exit code
 * after --help (CLI_OK) or a wrong option (CLI_USAGE). argv is put in order: files first. */
int cli_parse(cli *io, const cli_help *help, const cli_option *options, int argc, char **argv,
              cli_files *files);

#endif
