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
    "  nutgraf group --threads stories.jsonl\n"
    "  nutgraf group --index seen.index today.jsonl\n",
};

int cmd_group(cli *io, int argc, char **argv)
{
    static const char *const formats[] = {"jsonl", "text", NULL};
    const char *output = NULL, *index = NULL;
    bool threads = false;
    uint32_t window = 0;
    int format = -1;
    const cli_option options[] = {
        CLI_FLAG('t', "threads", &threads, "print a row an event: its stories in order"),
        CLI_CHOICE('f', "format", &format, formats,
                   "text (default on a terminal), jsonl (else)"),
        CLI_NUMBER('w', "window", &window, "DAYS", "stories further apart have nothing in common"),
        CLI_FILE('i', "index", &index, "FILE",
                 "keep the stories in FILE from run to run; rows are of the new ones"),
        CLI_FILE('o', "output", &output, "FILE", "write to FILE"),
        CLI_END,
    };
    cli_files files;
    stories s;
    int code = cli_parse(io, &group_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    if (files.count == 0 && index == NULL)
        return cli_misused(io, "no STORIES to compare; see nutgraf help group");
    if (output != NULL && !cli_open_output(io, output))
        return cli_finish(io);
    ng_ask_options ask = NG_ASK_OPTIONS;
    ask.window_days = window;
    ask.fresh = index != NULL && files.count > 0;
    ask.text = format < 0 ? io->out_terminal : format == 1;
    if (!stories_open(&s, io, index)) {
        cli_give_up(io);
        return cli_finish(io);
    }
    bool read = stories_read(&s, &files);
    if (read)
        stories_write(&s, threads ? NG_CORPUS_THREADS : NG_CORPUS_STORIES, &ask);
    else
        cli_give_up(io);
    code = stories_finish(&s, read && files.count > 0);
    stories_close(&s);
    return code;
}
