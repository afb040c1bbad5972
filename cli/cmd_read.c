/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf read: every input to its row, or to text that is made for reading. */
#include "commands.h"
#include "inputs.h"
#include "options.h"
#include "progress.h"

#include <string.h>
#include <unistd.h>

enum { WIDEST = 100 }; /* longer lines are hard to read */

static const char *const formats[] = {"jsonl", "text", "markdown", "html", NULL};
static const char *const kinds[] = {"auto", "article", "section", "page",
                                    "text", "feed",    "plain",   NULL};

/* In the order of the NG_WITH_ bits. */
static const char *const with[] = {"attributions", "names", "dates", "figures",
                                   "relations",    "all",   NULL};

static const cli_help read_help = {
    "read",
    "[options] FILE|DIR|-...",
    "Reads saved pages (HTML; plain, gzip or zstd), plain-text dumps and standard input\n"
    "(-), and prints the stories and teasers on them. A folder is read whole, by name.",
    "  nutgraf read page.html\n"
    "  nutgraf read --evidence -j 4 pages/ > stories.jsonl\n"
    "  nutgraf read --format markdown --url https://daily.example/a/1 - < page.html\n"
    "  nutgraf read --with attributions,names page.html\n"
    "  nutgraf read --manifest crawl.jsonl -o stories.jsonl\n",
};

typedef struct read_wish {
    int kind, format; /* format -1: by where the output goes */
    const char *url, *now, *output;
    uint32_t threads;
    inputs_wish inputs;
    ng_run_options run;
} read_wish;

typedef struct reading {
    cli *io;
    ng_format format;
    bool many;    /* more than one input may come: names are shown */
    bool started; /* something was printed */
    inputs inputs;
    progress progress;
} reading;

/* ---- printing ---- */

/* What stands between and before the pages of forms made for people. */
static void print_between(reading *r, const char *name)
{
    if (r->format == NG_FORMAT_MARKDOWN && r->started)
        cli_print(r->io, "\n---\n\n");
    if (r->format == NG_FORMAT_TEXT && r->many)
        cli_print(r->io, "%s%s==> %s <==%s\n\n", r->started ? "\n" : "",
                  r->io->color ? "\033[2m" : "", name, r->io->color ? "\033[0m" : "");
}

static bool take_row(void *context, const ng_input *input, const ng_error *failure,
                     const char *bytes, size_t length)
{
    reading *r = context;
    if (failure != NULL && input->in_archive && length == 0)
        cli_warn(r->io, input->name, failure->text);
    else if (failure != NULL)
        cli_complain(r->io, input->name, failure);
    if (length > 0) {
        print_between(r, input->name);
        r->started = true;
        if (r->io->out_terminal && r->io->progress_shown)
            progress_end(&r->progress);
        cli_write(r->io, bytes, length);
    }
    progress_step(&r->progress);
    return r->io->code != CLI_NOT_WRITTEN;
}

static bool next_input(void *context, ng_input *out)
{
    return inputs_next(&((reading *)context)->inputs, out);
}

/* ---- the run ---- */

static uint32_t thread_count(uint32_t wished)
{
    long processors = wished == 0 ? sysconf(_SC_NPROCESSORS_ONLN) : 0;
    return processors > 0 ? (uint32_t)processors : wished;
}

static ng_slice slice_of(const char *text)
{
    return text != NULL ? (ng_slice){text, strlen(text)} : (ng_slice){0};
}

static void set_options(cli *io, read_wish *wish)
{
    ng_run_options *run = &wish->run;
    uint32_t width = io->out_terminal ? cli_columns() : 80;
    ng_error error;
    if (wish->now != NULL && ng_moment_check(slice_of(wish->now), &error) != NG_OK) {
        cli_warn(io, "--now", error.text);
        wish->now = NULL;
    }
    run->read.kind = (ng_kind)wish->kind;
    run->read.url = slice_of(wish->url);
    run->read.now = slice_of(wish->now);
    run->write.format = (ng_format)wish->format;
    run->write.color = io->color;
    run->write.width = width < WIDEST ? width : WIDEST;
    run->write.fragment = true;
    run->threads = thread_count(wish->threads);
    run->stop = cli_stop_flag();
}

static int run_all(cli *io, read_wish *wish)
{
    reading r = {.io = io, .format = wish->run.write.format};
    const inputs_wish *from = &wish->inputs;
    bool html = r.format == NG_FORMAT_HTML;
    ng_error error = {0};
    size_t total = progress_wanted(io) ? inputs_count(io, from) : 0;
    if (inputs_open(&r.inputs, io, from)) {
        r.many = from->count > 1 || from->list != NULL || from->manifest != NULL;
        if (from->count == 1 && !r.many && strcmp(from->paths[0], "-") != 0)
            r.many = inputs_is_folder(from->paths[0]);
        progress_start(&r.progress, io, total);
        if (html)
            cli_print(io, "%s", wish->run.read.with != 0 ? ng_html_record_head() : ng_html_head());
        ng_status status = ng_run(&wish->run, next_input, take_row, &r, &error);
        progress_end(&r.progress);
        if (html)
            cli_print(io, "%s", ng_html_foot());
        if (status == NG_ERR_MEMORY)
            cli_complain(io, "read", &error);
    }
    inputs_close(&r.inputs);
    return cli_finish(io);
}

/* What options can't be had together; CLI_GO_ON where all is well. */
static int check(cli *io, const read_wish *wish)
{
    const inputs_wish *from = &wish->inputs;
    if (from->manifest != NULL && (from->count > 0 || from->list != NULL))
        return cli_misused(io, "--manifest names the inputs itself: leave out FILE and "
                               "--files-from");
    if (from->list_nul && from->list == NULL)
        return cli_misused(io, "-0 is about the names of --files-from; see nutgraf help read");
    if (from->manifest == NULL && from->list == NULL && from->count == 0)
        return cli_misused(io, "no FILE to read (- is standard input); see nutgraf help read");
    if (wish->output != NULL && inputs_overwritten(from, wish->output) != NULL)
        return cli_misused(io, "-o %s would destroy what is to be read; name another file",
                           wish->output);
    return CLI_GO_ON;
}

int cmd_read(cli *io, int argc, char **argv)
{
    read_wish wish = {.format = -1, .threads = 1, .run = NG_RUN_OPTIONS};
    ng_read_options *read = &wish.run.read;
    const cli_option options[] = {
        CLI_CHOICE('f', "format", &wish.format, formats,
                   "form of the output (on a terminal text, else jsonl)"),
        CLI_CHOICE(0, "as", &wish.kind, kinds, "what the inputs are (auto)"),
        CLI_TEXT('u', "url", &wish.url, "URL", "the page's address, for resolving links"),
        CLI_TEXT('n', "now", &wish.now, "TIME", "the moment that ages count from (ISO 8601)"),
        CLI_FLAG('e', "evidence", &read->evidence, "add where in the page's bytes all was read"),
        CLI_FLAG('c', "comments", &read->comments, "add readers' comments"),
        CLI_SET('w', "with", &read->with, with, "add each story's record"),
        CLI_FLAG(0, "fast", &read->fast, "make the record without the slow parts of its model"),
        CLI_FILE(0, "files-from", &wish.inputs.list, "LIST", "read the files that LIST names"),
        CLI_FLAG('0', "null", &wish.inputs.list_nul, "names in LIST end with NUL"),
        CLI_FILE('m', "manifest", &wish.inputs.manifest, "FILE",
                 "read what JSON lines {file, url, now} name"),
        CLI_FILE('o', "output", &wish.output, "FILE", "write to FILE"),
        CLI_NUMBER('j', "jobs", &wish.threads, "N", "threads (1); 0: one a processor"),
        CLI_SIZE(0, "max-size", &read->max_bytes, "SIZE", "largest page, decompressed (256M)"),
        CLI_NUMBER(0, "max-depth", &read->max_depth, "N", "deepest nesting kept (512)"),
        CLI_TIME(0, "max-time", &read->max_milliseconds, "SECONDS", "CPU time a page (10)"),
        CLI_END,
    };
    cli_files files;
    int code = cli_parse(io, &read_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    wish.inputs.paths = files.path;
    wish.inputs.count = files.count;
    code = check(io, &wish);
    if (code != CLI_GO_ON)
        return code;
    if (wish.output != NULL && !cli_open_output(io, wish.output))
        return cli_finish(io);
    if (wish.format < 0)
        wish.format = io->out_terminal ? NG_FORMAT_TEXT : NG_FORMAT_JSONL;
    set_options(io, &wish);
    return run_all(io, &wish);
}
