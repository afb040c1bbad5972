/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf index: what web archives hold, as sorted CDXJ lines. */
#include "commands.h"
#include "inputs.h"
#include "options.h"

static const cli_help index_help = {
    "index",
    "[options] ARCHIVE|DIR...",
    "Writes an index of web archives (WARC, ARC; plain, gzip, zstd) in CDXJ: a line for each\n"
    "response, revisit, resource and metadata record, sorted, as players of archives read it.",
    "  nutgraf index news.warc.gz > news.cdxj\n"
    "  nutgraf index -o all.cdxj archives/\n",
};

/* What is broken in an archive is told and passed over. */
static bool take_fault(void *context, const ng_input *input, const ng_error *failure,
                       const char *bytes, size_t length)
{
    (void)bytes, (void)length;
    cli_warn(context, input->name, failure->text);
    return true;
}

static void index_all(cli *io, const inputs_wish *wish, ng_index *index)
{
    inputs in;
    ng_input input;
    ng_error error = {0};
    if (!inputs_open(&in, io, wish))
        return;
    while (*cli_stop_flag() == 0 && inputs_next(&in, &input)) {
        if (input.failure != NULL) {
            cli_complain(io, input.path, input.failure);
            continue;
        }
        ng_status status = ng_index_add(index, &input, cli_stop_flag(), take_fault, io, &error);
        if (status != NG_OK && status != NG_ERR_STOPPED)
            cli_complain(io, input.path, &error);
        if (status == NG_ERR_WRITE || status == NG_ERR_MEMORY) {
            cli_give_up(io);
            break;
        }
    }
    inputs_close(&in);
    if (*cli_stop_flag() == 0 && io->code != CLI_NOT_WRITTEN &&
        ng_index_write(index, cli_write, io, &error) == NG_ERR_IO) {
        cli_complain(io, "index", &error);
        cli_give_up(io);
    }
}

int cmd_index(cli *io, int argc, char **argv)
{
    const char *output = NULL;
    inputs_wish wish = {0};
    const cli_option options[] = {
        CLI_FILE('o', "output", &output, "FILE", "write to FILE, which appears when complete"),
        CLI_FILE(0, "files-from", &wish.list, "LIST", "index the files that LIST names"),
        CLI_END,
    };
    cli_files files;
    ng_index *index;
    ng_error error;
    int code = cli_parse(io, &index_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    wish.paths = files.path;
    wish.count = files.count;
    wish.apart[0] = output;
    if (files.count == 0 && wish.list == NULL)
        return cli_misused(io, "no ARCHIVE to index; see nutgraf help index");
    if (output != NULL && inputs_overwritten(&wish, output) != NULL)
        return cli_misused(io, "-o %s would destroy what is to be read; name another file", output);
    if (output != NULL && !cli_open_output(io, output))
        return cli_finish(io);
    if (ng_index_new(&index, &error) != NG_OK) {
        cli_complain(io, "index", &error);
        cli_give_up(io);
        return cli_finish(io);
    }
    index_all(io, &wish, index);
    ng_index_free(index);
    return cli_finish(io);
}
