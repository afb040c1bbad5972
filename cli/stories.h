/* SPDX-License-Identifier: Apache-2.0 */
/* Commands that compare stories: from files of JSON lines into a corpus, and out of it. */
#ifndef CLI_STORIES_H
#define CLI_STORIES_H

#include "options.h"
#include "progress.h"

typedef struct stories {
    cli *io;
    ng_corpus *corpus;
    const char *index; /* NULL, or the file in which the stories are kept from run to run */
    progress progress;
} stories;

/* Makes a corpus, opened from `index` where that is there. False after a complaint. */
bool stories_open(stories *s, cli *io, const char *index);
/* Adds the stories of all files ("-": standard input; gzip and zstd too); what is broken is
 * complained about by file and line, and passed over. False: memory was out, or it was stopped. */
bool stories_read(stories *s, const cli_files *files);
/* Writes what is asked for; a failure is complained about, and the output given up. */
void stories_write(stories *s, ng_corpus_form form, ng_ask_options *options);
/* Ends the output; returns the exit code. save: then keeps the stories in the index, where there
 * is one, but not where the output failed: what is in the index is not written again. */
int stories_finish(stories *s, bool save);
void stories_close(stories *s);

#endif
