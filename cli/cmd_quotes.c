/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf quotes: the quotations that stand in several stories. */
#include "commands.h"
#include "stories.h"

static const cli_help quotes_help = {
    "quotes",
    "[options] STORIES.jsonl|-...",
    "Follows quotations from story to story: the longest form, each place with what was cut or\n"
    "altered there, where it was seen first, and the speaker where the rows have a record.",
    "  nutgraf read --with attributions pages/ | nutgraf quotes -\n",
};

int cmd_quotes(cli *io, int argc, char **argv)
{
    static const char *const formats[] = {"jsonl", "text", NULL};
    const char *output = NULL;
    int format = -1;
    const cli_option options[] = {
        CLI_CHOICE('f', "format", &format, formats,
                   "how to print: text (default on a terminal), jsonl (else)"),
        CLI_FILE('o', "output", &output, "FILE", "write to FILE"),
        CLI_END,
    };
    cli_files files;
    stories s;
    int code = cli_parse(io, &quotes_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    if (files.count == 0)
        return cli_misused(io, "no STORIES to look through; see nutgraf help quotes");
    if (output != NULL && !cli_open_output(io, output))
        return cli_finish(io);
    ng_ask_options ask = NG_ASK_OPTIONS;
    ask.text = format < 0 ? io->out_terminal : format == 1;
    if (!stories_open(&s, io, NULL)) {
        cli_give_up(io);
        return cli_finish(io);
    }
    if (stories_read(&s, &files))
        stories_write(&s, NG_CORPUS_QUOTES, &ask);
    else
        cli_give_up(io);
    stories_close(&s);
    return cli_finish(io);
}
