/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf verify: holds rows to the pages they came from. */
#include "commands.h"
#include "options.h"

#include <stdio.h>
#include <string.h>

static const cli_help verify_help = {
    "verify",
    "[options] RECORD.jsonl FILE...",
    "Checks the rows of nutgraf read against the pages they came from: the digest, and that\n"
    "every span's text stands at its place and, with \"bytes\", at its place in the page.\n"
    "FILE may be a web archive: the page is then the one in the row's record.",
    "  nutgraf read --evidence --with all page.html > record.jsonl\n"
    "  nutgraf verify record.jsonl page.html\n"
    "  nutgraf verify stories.jsonl news.warc.gz\n",
};

enum { MOST_BYTES = 1 << 30 };

typedef struct verifying {
    cli *io;
    const cli_files *files; /* the record first */
    char name[256];
    bool quiet;
    ng_check all;
    uint64_t rows;
} verifying;

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* The FILE that a row means: of the same path, else of the same name. */
static const char *file_of(const verifying *v, const char *file)
{
    for (size_t i = 1; i < v->files->count; i++)
        if (strcmp(v->files->path[i], file) == 0)
            return v->files->path[i];
    for (size_t i = 1; i < v->files->count; i++)
        if (strcmp(base_name(v->files->path[i]), base_name(file)) == 0)
            return v->files->path[i];
    return NULL;
}

static const char *give_path(void *context, ng_slice file)
{
    verifying *v = context;
    size_t length = file.len < sizeof(v->name) - 1 ? file.len : sizeof(v->name) - 1;
    if (length > 0)
        memcpy(v->name, file.ptr, length);
    v->name[length] = '\0';
    return file_of(v, v->name);
}

/* A name may hold anything; a terminal gets no control character of it. */
static void tame(char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text < ' ' || *text == 0x7F)
            *text = '?';
}

static void take_fault(void *context, const char *where, const char *what)
{
    verifying *v = context;
    if (v->quiet)
        return;
    tame(v->name);
    cli_print(v->io, "%s: line %llu: %s: %s\n", v->name, (unsigned long long)v->rows, where, what);
}

static void verify_row(verifying *v, ng_slice row)
{
    ng_check check;
    ng_error error = {0};
    char where[320];
    v->rows++;
    v->name[0] = '\0';
    if (ng_row_verify_files(row, give_path, MOST_BYTES, take_fault, v, &check, &error) != NG_OK) {
        tame(v->name);
        snprintf(where, sizeof(where), "%s%sline %llu", v->name, v->name[0] != '\0' ? ": " : "",
                 (unsigned long long)v->rows);
        cli_complain(v->io, where, &error);
    }
    v->all.spans += check.spans;
    v->all.places += check.places;
    v->all.faults += check.faults;
}

static void verify_rows(verifying *v, ng_slice rows)
{
    while (rows.len > 0 && *cli_stop_flag() == 0) {
        const char *end = memchr(rows.ptr, '\n', rows.len);
        size_t length = end != NULL ? (size_t)(end - rows.ptr) : rows.len;
        if (length > 0)
            verify_row(v, (ng_slice){rows.ptr, length});
        length += end != NULL;
        rows = (ng_slice){rows.ptr + length, rows.len - length};
    }
}

int cmd_verify(cli *io, int argc, char **argv)
{
    verifying v = {.io = io};
    const cli_option options[] = {
        CLI_FLAG('q', "quiet", &v.quiet, "say nothing; the exit status tells"),
        CLI_END,
    };
    cli_files files;
    ng_slice rows;
    ng_error error;
    int code = cli_parse(io, &verify_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    if (files.count < 2)
        return cli_misused(io, "a RECORD and its FILEs are needed; see nutgraf help verify");
    v.files = &files;
    if (ng_bytes_read(files.path[0], MOST_BYTES, &rows, &error) != NG_OK) {
        cli_complain(io, files.path[0], &error);
        return cli_finish(io);
    }
    verify_rows(&v, rows);
    ng_bytes_free(rows);
    if (!v.quiet)
        cli_print(io, "%llu rows, %llu texts, %llu of them at their bytes: %llu faults\n",
                  (unsigned long long)v.rows, (unsigned long long)v.all.spans,
                  (unsigned long long)v.all.places, (unsigned long long)v.all.faults);
    if (v.all.faults > 0 && io->code == CLI_OK)
        io->code = CLI_SOME_FAILED;
    return cli_finish(io);
}
