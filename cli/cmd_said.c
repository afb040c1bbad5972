/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf said: who said what in each story, for people, and as rows for a notebook. */
#include "commands.h"
#include "inputs.h"
#include "model.h"
#include "options.h"
#include "progress.h"
#include "said.h"

#include <stdlib.h>
#include <string.h>

enum { WIDEST = 100 };

static const char *const formats[] = {"text", "jsonl", "csv", "markdown", NULL};
static const char *const kinds[] = {"auto", "article", "section", "page", "text",
                                    "feed", "plain",   "sitemap", "opml", NULL};
static const char *const orders[] = {"story", "speaker", NULL};

static const cli_help said_help = {
    "said",
    "[options] FILE|DIR|-...",
    "Prints who said what: each statement under its speaker, in the order of the story.",
    "  nutgraf said page.html\n"
    "  nutgraf said --speaker Thorley --about pier pages/\n"
    "  nutgraf said --unnamed --format csv pages/\n",
};

typedef struct wish {
    int format, kind, order; /* format -1: by where the output goes */
    const char *speaker, *about, *output, *now, *model;
    bool unnamed, declined, denied;
    ng_read_options read;
    inputs_wish inputs;
} wish;

typedef struct telling {
    cli *io;
    const wish *wish;
    said_text out;
    unsigned width;
    bool started; /* a story was printed */
} telling;

/* ---- what is wanted ---- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

/* Whether `words` stand in `text`, ASCII letters in either case. */
static bool holds(ng_slice text, const char *words)
{
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= text.len; i++) {
        size_t k = 0;
        while (k < length && lower(text.ptr[i + k]) == lower(words[k]))
            k++;
        if (k == length)
            return true;
    }
    return false;
}

static bool is(ng_slice s, const char *text)
{
    return s.len == strlen(text) && memcmp(s.ptr, text, s.len) == 0;
}

static bool about(const said_statement *s, const char *words)
{
    for (size_t i = 0; i < s->found.content_count; i++) {
        ng_span at = s->found.content[i];
        if (at.end <= s->text.len &&
            holds((ng_slice){s->text.ptr + at.start, at.end - at.start}, words))
            return true;
    }
    return false;
}

static bool wanted(const wish *w, const said_statement *s)
{
    const ng_speaker *speaker = &s->found.speaker;
    const char *name = w->speaker;
    bool silent = is(s->found.stance, "declines") || is(s->found.stance, "unknown");
    if (name != NULL && !holds(speaker->name, name) && !holds(speaker->description, name) &&
        !holds(speaker->organization, name))
        return false;
    if (w->about != NULL && !about(s, w->about))
        return false;
    if (w->unnamed && !is(speaker->kind, "unnamed"))
        return false;
    if (w->declined || w->denied)
        return (w->declined && silent) || (w->denied && is(s->found.stance, "denies"));
    return true;
}

/* ---- one story ---- */

static bool same_slice(ng_slice a, ng_slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static bool same_speaker(const said_statement *a, const said_statement *b)
{
    const ng_speaker *x = &a->found.speaker, *y = &b->found.speaker;
    if (x->name.len == 0 && x->description.len == 0)
        return false;
    return same_slice(x->name, y->name) && x->open == y->open && x->count == y->count &&
           (x->name.len > 0 || (same_slice(x->description, y->description) &&
                                same_slice(x->organization, y->organization)));
}

static said_statement statement_at(const ng_document *document, size_t story, size_t index,
                                   const char *file)
{
    said_statement s = {.found = ng_document_attribution(document, story, index)};
    s.story = ng_document_story(document, story, NG_STORY_HEADLINE);
    s.date = ng_document_story(document, story, NG_STORY_DATE_PUBLISHED);
    s.link = ng_document_story(document, story, NG_STORY_URL);
    s.file = (ng_slice){file, strlen(file)};
    s.text = ng_document_story(document, story, s.found.in);
    return s;
}

/* Statements by speaker: each group at the place of its first. Groups are few; they are looked
 * for among the heads alone. */
static void group(said_statement *list, size_t count, said_statement *out)
{
    size_t *head = calloc(count + 1, sizeof(*head)), heads = 0, at = 0;
    size_t *group_of = calloc(count + 1, sizeof(*group_of));
    for (size_t i = 0; i < count && head != NULL && group_of != NULL; i++) {
        size_t g = 0;
        while (g < heads && !same_speaker(&list[head[g]], &list[i]))
            g++;
        if (g == heads)
            head[heads++] = i;
        group_of[i] = g;
    }
    for (size_t g = 0; g < heads; g++)
        for (size_t i = head[g]; i < count; i++)
            if (group_of[i] == g)
                out[at++] = list[i];
    free(head);
    free(group_of);
}

static void print_story(telling *t, const said_statement *list, size_t count)
{
    const wish *w = t->wish;
    said_format format = (said_format)w->format;
    if (format == SAID_TEXT && t->started)
        said_put(&t->out, "\n");
    t->started = true;
    said_story(&t->out, &list[0], format, t->io->color);
    for (size_t i = 0; i < count; i++)
        said_print(&t->out, &list[i], format, t->io->color, t->width,
                   i == 0 || !same_speaker(&list[i - 1], &list[i]));
}

static bool tell_story(telling *t, const ng_document *document, size_t story, const char *file)
{
    size_t all = ng_document_attribution_count(document, story), count = 0;
    said_statement *list = calloc(2 * all + 1, sizeof(*list));
    if (list == NULL)
        return false;
    for (size_t i = 0; i < all; i++) {
        said_statement s = statement_at(document, story, i, file);
        if (wanted(t->wish, &s))
            list[count++] = s;
    }
    if (count > 0 && t->wish->order == 1) {
        group(list, count, list + all);
        print_story(t, list + all, count);
    } else if (count > 0) {
        print_story(t, list, count);
    }
    free(list);
    return true;
}

/* ---- the run ---- */

static void tell(telling *t, ng_reader *reader, const ng_input *input)
{
    const char *name = input->name != NULL ? input->name : input->path;
    ng_read_options options = t->wish->read;
    ng_document *document = NULL;
    ng_error error = {0};
    if (input->url.len > 0)
        options.url = input->url;
    if (input->now.len > 0)
        options.now = input->now;
    if (input->failure != NULL) {
        cli_complain(t->io, name, input->failure);
        return;
    }
    if (ng_reader_read_file(reader, input->path, &options, &document, &error) != NG_OK) {
        cli_complain(t->io, name, &error);
        return;
    }
    t->out.len = 0;
    for (size_t i = 0; i < ng_document_story_count(document); i++)
        t->out.failed = !tell_story(t, document, i, name) || t->out.failed;
    if (ng_document_cut(document, &error))
        cli_complain(t->io, name, &error);
    if (t->out.failed)
        cli_complain(t->io, name,
                     &(ng_error){.status = NG_ERR_MEMORY, .text = "no memory for the output"});
    else if (t->out.len > 0)
        cli_write(t->io, t->out.ptr, t->out.len);
    ng_document_free(document);
}

static int run(cli *io, wish *w)
{
    telling t = {.io = io, .wish = w, .width = io->out_terminal ? cli_columns() : 80};
    ng_reader *reader = NULL;
    ng_error error = {0};
    inputs in;
    ng_input input = {0};
    progress progress;
    if (t.width > WIDEST)
        t.width = WIDEST;
    if (ng_reader_new(&reader, &error) != NG_OK) {
        cli_complain(io, "said", &error);
        return cli_finish(io);
    }
    uint64_t bytes = 0;
    size_t total = progress_wanted(io) ? inputs_count(io, &w->inputs, (ng_range){0, 0}, &bytes) : 0;
    ng_counts counts = {0};
    if (inputs_open(&in, io, &w->inputs)) {
        said_head(&t.out, (said_format)w->format);
        cli_write(io, t.out.ptr, t.out.len);
        progress_start(&progress, io, total, 0);
        while (*cli_stop_flag() == 0 && io->code != CLI_NOT_WRITTEN && inputs_next(&in, &input)) {
            tell(&t, reader, &input);
            counts.inputs++;
            progress_step(&progress, &counts);
            input = (ng_input){0};
        }
        progress_end(&progress);
    }
    inputs_close(&in);
    said_free(&t.out);
    ng_reader_free(reader);
    return cli_finish(io);
}

static int check(cli *io, const wish *w)
{
    const inputs_wish *from = &w->inputs;
    if (from->manifest != NULL && (from->count > 0 || from->list != NULL))
        return cli_misused(io, "--manifest names the inputs itself: leave out FILE and "
                               "--files-from");
    if (from->manifest == NULL && from->list == NULL && from->count == 0)
        return cli_misused(io, "no FILE to read (- is standard input); see nutgraf help said");
    if (w->output != NULL && inputs_overwritten(from, w->output) != NULL)
        return cli_misused(io, "-o %s would destroy what is to be read; name another file",
                           w->output);
    return CLI_GO_ON;
}

int cmd_said(cli *io, int argc, char **argv)
{
    wish w = {.format = -1, .read = NG_READ_OPTIONS};
    const cli_option options[] = {
        CLI_CHOICE('f', "format", &w.format, formats,
                   "form of the output (on a terminal text, else jsonl)"),
        CLI_CHOICE('b', "by", &w.order, orders, "order of the statements (story)"),
        CLI_TEXT('s', "speaker", &w.speaker, "NAME", "only what NAME said"),
        CLI_TEXT('a', "about", &w.about, "WORD", "only statements that hold WORD"),
        CLI_FLAG(0, "unnamed", &w.unnamed, "only sources that the story leaves unnamed"),
        CLI_FLAG(0, "declined", &w.declined, "only answers that were not given"),
        CLI_FLAG(0, "denied", &w.denied, "only denials"),
        CLI_CHOICE(0, "as", &w.kind, kinds, "what the inputs are (auto)"),
        CLI_TEXT('n', "now", &w.now, "TIME", "the moment that ages count from (ISO 8601)"),
        CLI_FLAG(0, "fast", &w.read.fast, "without the slow parts of the model"),
        CLI_MODEL(&w.model),
        CLI_FILE(0, "files-from", &w.inputs.list, "LIST", "read the files that LIST names"),
        CLI_FILE('m', "manifest", &w.inputs.manifest, "FILE",
                 "read what JSON lines {file, url, now} name"),
        CLI_FILE('o', "output", &w.output, "FILE", "write to FILE"),
        CLI_END,
    };
    cli_files files;
    ng_error error;
    int code = cli_parse(io, &said_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    w.inputs.paths = files.path;
    w.inputs.count = files.count;
    code = check(io, &w);
    if (code == CLI_GO_ON)
        code = cli_take_model(io, w.model, &w.read);
    if (code != CLI_GO_ON)
        return code;
    if (w.output != NULL && !cli_open_output(io, w.output))
        return cli_finish(io);
    if (w.format < 0)
        w.format = io->out_terminal ? SAID_TEXT : SAID_JSONL;
    w.read.kind = (ng_kind)w.kind;
    w.read.with = NG_WITH_ATTRIBUTIONS;
    if (w.now != NULL && ng_moment_check((ng_slice){w.now, strlen(w.now)}, &error) != NG_OK)
        cli_warn(io, "--now", error.text);
    else if (w.now != NULL)
        w.read.now = (ng_slice){w.now, strlen(w.now)};
    return run(io, &w);
}
