/* SPDX-License-Identifier: Apache-2.0 */
/* The option --model of commands that make records. */
#ifndef NUTGRAF_CLI_MODEL_H
#define NUTGRAF_CLI_MODEL_H

#include "cli.h"

#define CLI_MODEL(target)                                                                          \
    CLI_FILE(0, "model", target, "FILE", "make the record by the model in FILE")

/* Looks through the model's file before anything is read or written, and puts it into the
 * options. CLI_GO_ON, also where none is named; CLI_MISUSED with a complaint. */
int cli_take_model(cli *io, const char *path, ng_read_options *options);

#endif
