/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf feeds: the feeds that pages and lists of subscriptions name, also as such a list. */
#include "commands.h"
#include "options.h"

#include <string.h>

static const cli_help feeds_help = {
    "feeds",
    "[options] FILE|-...",
    "Lists the feeds that pages name, those of lists of subscriptions (OPML), and feeds\n"
    "themselves, each once. Nothing is fetched.",
    "  nutgraf feeds --url https://daily.example/ page.html\n"
    "  nutgraf feeds --format opml page.html subscriptions.opml > all.opml\n",
};

int cmd_feeds(cli *io, int argc, char **argv)
{
    static const char *const formats[] = {"jsonl", "text", "opml", NULL};
    const char *url = "", *output = NULL;
    int format = -1;
    const cli_option options[] = {
        CLI_CHOICE('f', "format", &format, formats,
                   "how to print: text (default on a terminal), jsonl (else), opml"),
        CLI_TEXT('u', "url", &url, "URL", "the page's address, for resolving links"),
        CLI_FILE('o', "output", &output, "FILE", "write to FILE instead of standard output"),
        CLI_END,
    };
    cli_files files;
    ng_feed_list *list;
    ng_error error;
    int code = cli_parse(io, &feeds_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    if (files.count == 0)
        return cli_misused(io, "feeds wants a FILE; see nutgraf help feeds");
    if (ng_feed_list_new(&list, &error) != NG_OK) {
        cli_complain(io, "feeds", &error);
        return cli_finish(io);
    }
    for (size_t i = 0; i < files.count; i++) {
        ng_slice bytes = {NULL, 0};
        if (ng_bytes_read(files.path[i], 0, &bytes, &error) != NG_OK ||
            ng_feed_list_add(list, bytes, (ng_slice){url, strlen(url)}, &error) != NG_OK)
            cli_complain(io, files.path[i], &error);
        ng_bytes_free(bytes);
    }
    ng_feed_list_form form = format >= 0                          ? (ng_feed_list_form)format
                             : io->out_terminal && output == NULL ? NG_FEED_LIST_TEXT
                                                                  : NG_FEED_LIST_JSONL;
    if ((output == NULL || cli_open_output(io, output)) &&
        ng_feed_list_write(list, form, cli_write, io, &error) != NG_OK &&
        error.status != NG_ERR_WRITE)
        cli_complain(io, "feeds", &error);
    ng_feed_list_free(list);
    return cli_finish(io);
}
