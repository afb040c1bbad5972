/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf read: every input to its row, or to text that is made for reading. */
#include "commands.h"
#include "inputs.h"
#include "model.h"
#include "options.h"
#include "progress.h"

#include "resume.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { WIDEST = 100 }; /* longer lines are hard to read */

static const char *const formats[] = {"jsonl", "text", "markdown", "html", NULL};
static const char *const kinds[] = {"auto", "article", "section", "page", "text",
                                    "feed", "plain",   "sitemap", "opml", NULL};

/* In the order of ng_kind, from NG_KIND_ARTICLE on. */
static const char *const found_kinds[] = {"article", "section", "page", "text",
                                          "feed",    "sitemap", "opml", NULL};

/* In the order of the NG_WITH_ bits. */
static const char *const with[] = {"attributions", "names", "dates", "figures",
                                   "relations",    "all",   NULL};

static const cli_help read_help = {
    "read",
    "[options] FILE|DIR|-...",
    "Reads saved pages (HTML; plain, gzip or zstd), feeds, plain-text dumps, web archives\n"
    "(WARC, ARC) and standard input (-), and prints the stories and teasers on them. A folder\n"
    "is read whole, by name.",
    "  nutgraf read page.html\n"
    "  nutgraf read --evidence -j 4 pages/ > stories.jsonl\n"
    "  nutgraf read --format markdown --url https://daily.example/a/1 - < page.html\n"
    "  nutgraf read --with attributions,names page.html\n"
    "  nutgraf read --manifest crawl.jsonl -o stories.jsonl\n"
    "  nutgraf read -j 0 -o stories.jsonl --resume state.json news.warc.gz\n"
    "  nutgraf read --language en,de --from 2026-03 --host daily.example news.warc.gz\n",
};

typedef struct read_wish {
    int kind, format; /* format -1: by where the output goes */
    const char *url, *now, *output, *model;
    const char *range, *summary, *resume;
    const char *hosts, *from, *to, *words, *languages;
    uint32_t kinds;
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
    resume *resume; /* NULL: the run is not to be gone on with */
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

/* A page of an archive is named by its record, as nutgraf show takes it. */
static void warn_of_record(cli *io, const ng_input *input, const ng_error *failure)
{
    char name[512];
    snprintf(name, sizeof name, "%.480s@%llu", input->name, (unsigned long long)input->offset);
    cli_warn(io, name, failure->text);
}

/* What is wrong inside of an archive is told and passed over; an archive that can't be read on
 * has failed as a file has. */
static bool take_row(void *context, const ng_input *input, const ng_error *failure,
                     const char *bytes, size_t length)
{
    reading *r = context;
    if (failure != NULL && input->in_archive && failure->status != NG_ERR_IO)
        warn_of_record(r->io, input, failure);
    else if (failure != NULL)
        cli_complain(r->io, input->name, failure);
    if (length > 0) {
        print_between(r, input->name);
        r->started = true;
        if (r->io->out_terminal && r->io->progress_shown)
            progress_end(&r->progress);
        cli_write(r->io, bytes, length);
    }
    return r->io->code != CLI_NOT_WRITTEN;
}

static bool take_counts(void *context, const ng_counts *counts)
{
    reading *r = context;
    progress_step(&r->progress, counts);
    return r->resume == NULL || resume_step(r->resume);
}

static void take_note(void *context, const ng_input *input, const char *text)
{
    cli_warn(((reading *)context)->io, input->name, text);
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
    run->watch = take_counts;
    run->notes = take_note;
    run->filter = (ng_filter){
        .hosts = slice_of(wish->hosts),
        .from = slice_of(wish->from),
        .to = slice_of(wish->to),
        .words = slice_of(wish->words),
        .languages = slice_of(wish->languages),
        .kinds = (wish->kinds & 31u) << NG_KIND_ARTICLE | (wish->kinds >> 5) << NG_KIND_SITEMAP,
    };
}

static bool print_summary(cli *file, void *context)
{
    ng_error error;
    return ng_summary_write(context, cli_write, file, &error) == NG_OK;
}

/* What a run that ended says of itself, before its output gets its name. */
static void end_run(reading *r, read_wish *wish, ng_status status, const ng_error *error)
{
    cli *io = r->io;
    if (status == NG_ERR_MEMORY) {
        cli_complain(io, "read", error);
        cli_give_up(io);
    } else if (status == NG_ERR_ARGUMENT) {
        cli_misused(io, "%s", error->text);
    }
    if (r->resume != NULL && (status == NG_OK || status == NG_ERR_STOPPED))
        resume_end(r->resume, status == NG_OK);
    if (status == NG_OK && wish->summary != NULL && io->code != CLI_NOT_WRITTEN)
        cli_write_file(io, wish->summary, print_summary, wish->run.summary);
    if (status == NG_OK && io->code == CLI_OK &&
        ng_summary_counts(wish->run.summary).failed_inputs > 0)
        io->code = CLI_SOME_FAILED; /* in an earlier life */
}

static int run_all(cli *io, read_wish *wish, resume *again)
{
    reading r = {.io = io, .format = wish->run.write.format, .resume = again};
    const inputs_wish *from = &wish->inputs;
    bool html = r.format == NG_FORMAT_HTML;
    ng_error error = {0};
    uint64_t bytes = 0;
    size_t total = progress_wanted(io) ? inputs_count(io, from, wish->run.range, &bytes) : 0;
    uint64_t done = ng_summary_counts(wish->run.summary).bytes;
    if (inputs_open(&r.inputs, io, from)) {
        r.many = from->count > 1 || from->list != NULL || from->manifest != NULL;
        if (from->count == 1 && !r.many && strcmp(from->paths[0], "-") != 0)
            r.many = inputs_is_folder(from->paths[0]);
        progress_start(&r.progress, io, total, bytes > done ? bytes - done : 0);
        if (html)
            cli_print(io, "%s", wish->run.read.with != 0 ? ng_html_record_head() : ng_html_head());
        ng_status status = ng_run(&wish->run, next_input, take_row, &r, &error);
        progress_end(&r.progress);
        if (html)
            cli_print(io, "%s", ng_html_foot());
        end_run(&r, wish, status, &error);
    }
    inputs_close(&r.inputs);
    return cli_finish(io);
}

static int run_anew(cli *io, read_wish *wish)
{
    ng_error error;
    if (ng_summary_new(&wish->run.summary, &error) != NG_OK) {
        cli_complain(io, "read", &error);
        cli_give_up(io);
        return cli_finish(io);
    }
    int code = run_all(io, wish, NULL);
    ng_summary_free(wish->run.summary);
    return code;
}

/* A run with a state: from its beginning, from where it was interrupted, or not at all. */
static int run_again(cli *io, read_wish *wish)
{
    resume again;
    int code = resume_open(&again, io, wish->resume, wish->output, &wish->run);
    if (code == CLI_GO_ON) {
        wish->run.state = again.state;
        wish->run.summary = ng_state_summary(again.state);
        if (again.complete) {
            reading r = {.io = io};
            end_run(&r, wish, NG_OK, NULL);
            code = cli_finish(io);
        } else {
            code = run_all(io, wish, &again);
        }
    }
    resume_close(&again);
    return code;
}

static bool read_digits(const char **text, uint64_t *out)
{
    const char *begin = *text;
    *out = 0;
    for (; **text >= '0' && **text <= '9'; ++*text) {
        if (*out > (UINT64_MAX - 9) / 10)
            return false;
        *out = *out * 10 + (uint64_t)(**text - '0');
    }
    return *text != begin;
}

/* "START-END"; "START-": to the end of the file. */
static bool read_range(const char *text, ng_range *out)
{
    if (text == NULL)
        return true;
    if (!read_digits(&text, &out->start) || *text++ != '-')
        return false;
    if (*text == '\0')
        out->end = UINT64_MAX;
    else if (!read_digits(&text, &out->end))
        return false;
    return *text == '\0' && out->end > out->start;
}

/* A date as far as it is wished: "2026", "2026-03", "2026-03-04T12:30:00Z". */
static bool is_date(const char *text)
{
    static const char form[] = "0000-00-00T00:00:00Z";
    size_t i = 0;
    if (text == NULL)
        return true;
    for (; text[i] != '\0' && i < sizeof(form) - 1; i++)
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
            return false;
    return text[i] == '\0' && i >= 4;
}

/* What options can't be had together; CLI_GO_ON where all is well. */
static int check(cli *io, read_wish *wish)
{
    const inputs_wish *from = &wish->inputs;
    if (!read_range(wish->range, &wish->run.range))
        return cli_misused(io, "\"%s\" is no START-END (bytes); see nutgraf help read",
                           wish->range);
    if (from->manifest != NULL && (from->count > 0 || from->list != NULL))
        return cli_misused(io, "--manifest names the inputs itself: leave out FILE and "
                               "--files-from");
    if (from->list_nul && from->list == NULL)
        return cli_misused(io, "-0 is about the names of --files-from; see nutgraf help read");
    if (from->manifest == NULL && from->list == NULL && from->count == 0)
        return cli_misused(io, "no FILE to read (- is standard input); see nutgraf help read");
    if (wish->resume != NULL && wish->format > 0)
        return cli_misused(io, "--resume is for --format jsonl");
    if (!is_date(wish->from) || !is_date(wish->to))
        return cli_misused(io, "\"%s\" is no date like 2026, 2026-03 or 2026-03-04T12:30:00Z",
                           is_date(wish->from) ? wish->to : wish->from);
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
        CLI_MODEL(&wish.model),
        CLI_FILE(0, "files-from", &wish.inputs.list, "LIST", "read the files that LIST names"),
        CLI_FLAG('0', "null", &wish.inputs.list_nul, "names in LIST end with NUL"),
        CLI_FILE('m', "manifest", &wish.inputs.manifest, "FILE",
                 "read what JSON lines {file, url, now} name"),
        CLI_FILE('o', "output", &wish.output, "FILE", "write to FILE, which appears when complete"),
        CLI_FILE(0, "resume", &wish.resume, "STATE", "go on with the run that STATE is of"),
        CLI_FILE(0, "summary", &wish.summary, "FILE", "write the counts as JSON to FILE"),
        CLI_TEXT('r', "range", &wish.range, "START-END",
                 "of archives, the records that start in these bytes"),
        CLI_FLAG(0, "unordered", &wish.run.unordered, "print rows as they are done"),
        CLI_TEXT(0, "host", &wish.hosts, "HOST,...", "only pages of these hosts"),
        CLI_TEXT(0, "from", &wish.from, "DATE", "only pages captured then or later"),
        CLI_TEXT(0, "to", &wish.to, "DATE", "only pages captured then or before"),
        CLI_TEXT(0, "words", &wish.words, "WORD,...", "only pages with one of these words"),
        CLI_TEXT(0, "language", &wish.languages, "TAG,...", "only pages in these languages"),
        CLI_SET(0, "kind", &wish.kinds, found_kinds, "only pages of these kinds"),
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
    if (code == CLI_GO_ON)
        code = cli_take_model(io, wish.model, read);
    if (code != CLI_GO_ON)
        return code;
    wish.inputs.apart[0] = wish.output;
    wish.inputs.apart[1] = wish.resume;
    wish.inputs.apart[2] = wish.summary;
    if (wish.output != NULL && wish.resume == NULL && !cli_open_output(io, wish.output))
        return cli_finish(io);
    if (wish.format < 0)
        wish.format = io->out_terminal && wish.resume == NULL ? NG_FORMAT_TEXT : NG_FORMAT_JSONL;
    set_options(io, &wish);
    return wish.resume != NULL ? run_again(io, &wish) : run_anew(io, &wish);
}
