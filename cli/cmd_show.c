/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf show: prints places of a page's bytes with what stands around them. */
#include "commands.h"
#include "options.h"

#include <string.h>

static const cli_help show_help = {
    "show",
    "[options] FILE START-END...",
    "Shows bytes [START, END) of a page (decompressed, before decoding) with their\n"
    "surroundings: the places that the \"bytes\" of nutgraf read --evidence name.",
    "  nutgraf show page.html 5120-5391\n",
};

static bool take_digits(const char **text, uint64_t *out)
{
    const char *from = *text;
    *out = 0;
    for (; **text >= '0' && **text <= '9'; ++*text) {
        if (*out > (UINT64_MAX - 9) / 10)
            return false;
        *out = *out * 10 + (uint64_t)(**text - '0');
    }
    return *text != from;
}

/* "START-END", or "START,END" and "[START,END]" as they are copied from a row. */
static bool read_range(const char *text, ng_range *out)
{
    bool bracket = *text == '[';
    text += bracket;
    if (!take_digits(&text, &out->start) || (*text != '-' && *text != ','))
        return false;
    text++;
    while (*text == ' ')
        text++;
    if (!take_digits(&text, &out->end))
        return false;
    text += bracket && *text == ']';
    return *text == '\0' && out->start <= out->end;
}

static void show_place(cli *io, const char *file, ng_slice bytes, const char *place, bool many)
{
    ng_write_options options = NG_WRITE_OPTIONS;
    ng_error error;
    ng_range range = {0};
    options.color = io->color;
    read_range(place, &range); /* it was looked at before */
    if (many)
        cli_print(io, "%s%s%s\n", io->color ? "\033[2m" : "", place, io->color ? "\033[0m" : "");
    if (ng_place_write(bytes, range, &options, cli_write, io, &error) != NG_OK &&
        error.status != NG_ERR_WRITE)
        cli_complain(io, file, &error);
    if (many)
        cli_print(io, "\n");
}

int cmd_show(cli *io, int argc, char **argv)
{
    uint64_t max_bytes = 0;
    const cli_option options[] = {
        CLI_SIZE(0, "max-size", &max_bytes, "SIZE", "largest page, as decompressed (256M)"),
        CLI_END,
    };
    cli_files files;
    int code = cli_parse(io, &show_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    if (files.count < 2)
        return cli_misused(io, "show wants a FILE and a START-END; see nutgraf help show");
    for (size_t i = 1; i < files.count; i++) {
        ng_range range;
        if (!read_range(files.path[i], &range))
            return cli_misused(io, "\"%s\" is no START-END; see nutgraf help show", files.path[i]);
    }
    ng_slice bytes;
    ng_error error;
    if (ng_bytes_read(files.path[0], max_bytes, &bytes, &error) != NG_OK) {
        cli_complain(io, files.path[0], &error);
        return cli_finish(io);
    }
    for (size_t i = 1; i < files.count; i++)
        show_place(io, files.path[0], bytes, files.path[i], files.count > 2);
    ng_bytes_free(bytes);
    return cli_finish(io);
}
