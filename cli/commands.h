/* SPDX-License-Identifier: Apache-2.0 */
/* The table of commands: a new one is a line in commands.c and a file cmd_NAME.c. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli.h"

typedef struct cli_command {
    const char *name;
    const char *summary;
    int (*run)(cli *io, int argc, char **argv); /* argv[0] is the command's name */
} cli_command;

extern const cli_command cli_commands[];                /* ends with a NULL name */
const cli_command *cli_command_named(const char *name); /* NULL: there is none */

int cmd_read(cli *io, int argc, char **argv);
int cmd_said(cli *io, int argc, char **argv);
int cmd_verify(cli *io, int argc, char **argv);
int cmd_feeds(cli *io, int argc, char **argv);
int cmd_robots(cli *io, int argc, char **argv);
int cmd_diff(cli *io, int argc, char **argv);
int cmd_group(cli *io, int argc, char **argv);
int cmd_quotes(cli *io, int argc, char **argv);
int cmd_index(cli *io, int argc, char **argv);
int cmd_show(cli *io, int argc, char **argv);
int cmd_completion(cli *io, int argc, char **argv);
int cmd_help(cli *io, int argc, char **argv);

#endif
