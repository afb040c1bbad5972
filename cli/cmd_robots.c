/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf robots: what a robots.txt says of addresses. */
#include "commands.h"
#include "options.h"

#include <string.h>

enum { CLI_NOT_ALLOWED = 4 };

static const cli_help robots_help = {
    "robots",
    "[options] FILE URL...",
    "Says whether an agent may fetch the URLs by the robots.txt in FILE (RFC 9309), and by\n"
    "which of its lines. Exit status 4: one of them is not allowed.",
    "  nutgraf robots --agent nutgraf robots.txt https://daily.example/news/1\n",
};

int cmd_robots(cli *io, int argc, char **argv)
{
    static const char *const formats[] = {"jsonl", "text", NULL};
    const char *agent = "";
    int format = -1;
    const cli_option options[] = {
        CLI_TEXT('a', "agent", &agent, "NAME", "the product token of the crawler (any)"),
        CLI_CHOICE('f', "format", &format, formats,
                   "how to print: text (default on a terminal), jsonl (else)"),
        CLI_END,
    };
    cli_files files;
    int code = cli_parse(io, &robots_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    if (files.count < 2)
        return cli_misused(io, "robots wants a FILE and a URL; see nutgraf help robots");
    ng_slice file;
    ng_error error;
    if (ng_bytes_read(files.path[0], 0, &file, &error) != NG_OK) {
        cli_complain(io, files.path[0], &error);
        return cli_finish(io);
    }
    ng_write_options form = NG_WRITE_OPTIONS;
    bool lines = format < 0 ? !io->out_terminal : format == 0, forbidden = false;
    form.format = lines ? NG_FORMAT_JSONL : NG_FORMAT_TEXT;
    form.file = (ng_slice){files.path[0], strlen(files.path[0])};
    for (size_t i = 1; i < files.count; i++) {
        ng_slice url = {files.path[i], strlen(files.path[i])};
        ng_robots_answer answer;
        ng_status status = ng_robots_write(file, url, (ng_slice){agent, strlen(agent)}, &form,
                                           cli_write, io, &answer, &error);
        if (status != NG_OK && status != NG_ERR_WRITE)
            cli_complain(io, files.path[error.status == NG_ERR_FORMAT ? 0 : i], &error);
        forbidden = forbidden || (status == NG_OK && !answer.allowed);
    }
    ng_bytes_free(file);
    if (io->code == CLI_OK && forbidden)
        io->code = CLI_NOT_ALLOWED;
    return cli_finish(io);
}
