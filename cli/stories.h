/* SPDX-License-Identifier: Apache-2.0 */
/* Stories from files of JSON lines into a corpus. */
#ifndef CLI_STORIES_H
#define CLI_STORIES_H

#include "cli.h"
#include "options.h"

/* Adds the stories of all files ("-": standard input; gzip and zstd too); what is broken is
 * complained about by file and line, and passed over. False: memory was out, or it was stopped. */
bool stories_read(cli *io, const cli_files *files, ng_corpus *corpus);

#endif
