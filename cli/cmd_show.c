/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf show: prints places of a page's bytes with what stands around them. */
#include "commands.h"
#include "options.h"

#include <string.h>
#include <unistd.h>

static const cli_help show_help = {
    "show",
    "[options] FILE|ARCHIVE@OFFSET START-END...",
    "Shows bytes [START, END) of a page (decompressed, before decoding) with their\n"
    "surroundings: the places that the \"bytes\" of nutgraf read --evidence name. Of a web\n"
    "archive the page in the record that starts at OFFSET; without START-END all of it.",
    "  nutgraf show page.html 5120-5391\n"
    "  nutgraf show news.warc.gz@1203\n"
    "  nutgraf show news.warc.gz@1203 512-800\n",
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

/* "ARCHIVE@OFFSET": cuts the name off in place. */
static bool is_record(char *name, uint64_t *offset)
{
    char *at = strrchr(name, '@');
    if (at == NULL || at == name || access(name, F_OK) == 0)
        return false;
    const char *digits = at + 1;
    if (!take_digits(&digits, offset) || *digits != '\0')
        return false;
    *at = '\0';
    return true;
}

/* On a terminal control characters of the record do nothing. */
static void print_bytes(cli *io, ng_slice bytes)
{
    size_t clean = 0;
    for (size_t i = 0; io->out_terminal && i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        if ((c >= ' ' && c != 0x7F) || c == '\n' || c == '\t')
            continue;
        cli_write(io, bytes.ptr + clean, i - clean);
        if (c != '\r')
            cli_write(io, "\xEF\xBF\xBD", 3);
        clean = i + 1;
    }
    cli_write(io, bytes.ptr + clean, bytes.len - clean);
}

/* A record whole, or places of the page in it. */
static int show_record(cli *io, const cli_files *files, uint64_t offset, uint64_t max_bytes)
{
    ng_record *record;
    ng_error error;
    const char *file = files->path[0];
    if (ng_record_read(file, offset, (ng_slice){0}, max_bytes, &record, &error) != NG_OK) {
        cli_complain(io, file, &error);
        return cli_finish(io);
    }
    for (size_t i = 1; i < files->count; i++)
        show_place(io, file, ng_record_page(record), files->path[i], files->count > 2);
    if (files->count == 1) {
        print_bytes(io, ng_record_header(record));
        print_bytes(io, ng_record_block(record));
        if (ng_record_digest(record) == NG_DIGEST_FAILS)
            cli_warn(io, file, "the record's bytes have another digest than it says");
    }
    ng_record_free(record);
    return cli_finish(io);
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
    uint64_t offset = 0;
    bool record = files.count > 0 && is_record(files.path[0], &offset);
    if (files.count < (record ? 1 : 2))
        return cli_misused(io, "show wants a FILE and a START-END; see nutgraf help show");
    for (size_t i = 1; i < files.count; i++) {
        ng_range range;
        if (!read_range(files.path[i], &range))
            return cli_misused(io, "\"%s\" is no START-END; see nutgraf help show", files.path[i]);
    }
    if (record)
        return show_record(io, &files, offset, max_bytes);
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
