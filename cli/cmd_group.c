/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf group: which stories are copies of one another, and which tell of one event. */
#include "commands.h"
#include "stories.h"

static const cli_help group_help = {
    "group",
    "[options] STORIES.jsonl|-...",
    "Finds copies of stories, from which they were taken, and which stories tell of one event.\n"
    "Takes rows of nutgraf read, or one story a row; prints a row a story.",
    "  nutgraf read pages/ | nutgraf group -\n"
    "  nutgraf group --threads stories.jsonl\n",
};

typedef struct grouping {
    cli *io;
    ng_ask_options ask;
    ng_corpus_form form;
} grouping;

static void write_groups(const grouping *g, const ng_corpus *corpus)
{
    ng_error error;
    ng_status status = ng_corpus_write(corpus, g->form, &g->ask, cli_write, g->io, &error);
    if (status == NG_OK)
        return;
    if (status != NG_ERR_WRITE && status != NG_ERR_STOPPED)
        cli_complain(g->io, "group", &error);
    cli_give_up(g->io);
}

int cmd_group(cli *io, int argc, char **argv)
{
    grouping g = {.io = io, .ask = NG_ASK_OPTIONS};
    const char *output = NULL;
    bool threads = false;
    uint32_t window = 0;
    const cli_option options[] = {
        CLI_FLAG('t', "threads", &threads, "print a row an event: its stories in order"),
        CLI_NUMBER('w', "window", &window, "DAYS", "stories further apart have nothing in common"),
        CLI_FILE('o', "output", &output, "FILE", "write to FILE"),
        CLI_END,
    };
    cli_files files;
    ng_corpus *corpus;
    ng_error error;
    int code = cli_parse(io, &group_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    if (files.count == 0)
        return cli_misused(io, "no STORIES to compare; see nutgraf help group");
    if (output != NULL && !cli_open_output(io, output))
        return cli_finish(io);
    g.form = threads ? NG_CORPUS_THREADS : NG_CORPUS_STORIES;
    g.ask.window_days = window;
    g.ask.stop = cli_stop_flag();
    if (ng_corpus_new(&corpus, &error) != NG_OK) {
        cli_complain(io, "group", &error);
        cli_give_up(io);
        return cli_finish(io);
    }
    if (stories_read(io, &files, corpus))
        write_groups(&g, corpus);
    else
        cli_give_up(io);
    ng_corpus_free(corpus);
    return cli_finish(io);
}
