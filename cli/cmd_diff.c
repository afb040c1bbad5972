/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf diff: what changed from one story to another, in terms of facts. */
#include "commands.h"
#include "options.h"

#include <stdlib.h>
#include <string.h>

static const cli_help diff_help = {
    "diff",
    "[options] BEFORE AFTER",
    "Compares two versions of a story, or an original and its copy: paragraphs, figures, dates,\n"
    "quotations, statements, headline, standfirst, other sentences. Takes pages, texts, or JSON\n"
    "rows. Exit status 4: something changed.",
    "  nutgraf diff monday.html tuesday.html\n"
    "  nutgraf diff --format jsonl agency.json local.json\n",
};

enum { CLI_DIFFERENT = 4 };

typedef struct text {
    char *ptr;
    size_t length;
    bool failed;
} text;

static bool keep(void *context, const char *bytes, size_t length)
{
    text *t = context;
    char *grown = realloc(t->ptr, t->length + length + 1);
    if (grown == NULL)
        return !(t->failed = true);
    memcpy(grown + t->length, bytes, length);
    t->ptr = grown;
    t->length += length;
    return true;
}

static bool is_row(ng_slice bytes)
{
    size_t i = 0;
    while (i < bytes.len && strchr(" \t\r\n", bytes.ptr[i]) != NULL)
        i++;
    return i < bytes.len && bytes.ptr[i] == '{';
}

/* The row of a page or a text. One that holds no story is taken as an article all the same. */
static ng_status read_page(const char *path, ng_slice bytes, text *out, ng_error *error)
{
    ng_reader *reader;
    ng_document *document = NULL;
    ng_read_options read = NG_READ_OPTIONS;
    ng_write_options write = NG_WRITE_OPTIONS;
    write.file = (ng_slice){path, strlen(path)};
    ng_status status = ng_reader_new(&reader, error);
    if (status != NG_OK)
        return status;
    status = ng_reader_read_page(reader, bytes, &read, &document, error);
    if (status == NG_OK && ng_document_story_count(document) == 0) {
        bool dump = ng_document_kind(document) == NG_KIND_TEXT;
        ng_document_free(document);
        document = NULL;
        read.kind = dump ? NG_KIND_PLAIN : NG_KIND_ARTICLE;
        status = ng_reader_read_page(reader, bytes, &read, &document, error);
    }
    if (status == NG_OK)
        status = ng_document_write(document, &write, keep, out, error);
    ng_document_free(document);
    ng_reader_free(reader);
    return status;
}

/* False after a complaint. */
static bool read_row(cli *io, const char *path, text *out)
{
    ng_slice bytes;
    ng_error error;
    ng_status status = ng_bytes_read(path, 0, &bytes, &error);
    if (status == NG_OK) {
        if (is_row(bytes))
            status = keep(out, bytes.ptr, bytes.len) ? NG_OK : NG_ERR_MEMORY;
        else
            status = read_page(path, bytes, out, &error);
        ng_bytes_free(bytes);
    }
    if (out->failed)
        error = (ng_error){.status = NG_ERR_MEMORY, .text = "no memory for the page"};
    if (status != NG_OK)
        cli_complain(io, path, &error);
    return status == NG_OK;
}

static void compare(cli *io, const cli_files *files, const text rows[2], bool lines)
{
    ng_write_options options = NG_WRITE_OPTIONS;
    ng_error error;
    ng_diff result;
    text out = {0};
    options.format = lines ? NG_FORMAT_JSONL : NG_FORMAT_TEXT;
    options.color = io->color;
    ng_status status = ng_diff_write((ng_slice){rows[0].ptr, rows[0].length},
                                     (ng_slice){rows[1].ptr, rows[1].length}, &options, keep, &out,
                                     &result, &error);
    if (status != NG_OK)
        cli_complain(io, files->path[result.refused == 2], &error);
    else
        cli_write(io, out.ptr, out.length);
    if (status == NG_OK && result.changed && io->code == CLI_OK)
        io->code = CLI_DIFFERENT;
    free(out.ptr);
}

int cmd_diff(cli *io, int argc, char **argv)
{
    static const char *const formats[] = {"jsonl", "text", NULL};
    int format = -1;
    const cli_option options[] = {
        CLI_CHOICE('f', "format", &format, formats,
                   "how to print: text (default on a terminal), jsonl (else)"),
        CLI_END,
    };
    cli_files files;
    int code = cli_parse(io, &diff_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    if (files.count != 2)
        return cli_misused(io, "diff wants two stories: BEFORE and AFTER");
    text rows[2] = {{0}, {0}};
    if (read_row(io, files.path[0], &rows[0]) && read_row(io, files.path[1], &rows[1]))
        compare(io, &files, rows, format < 0 ? !io->out_terminal : format == 0);
    free(rows[0].ptr);
    free(rows[1].ptr);
    return cli_finish(io);
}
