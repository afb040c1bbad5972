/* SPDX-License-Identifier: Apache-2.0 */
/* See stories.h. */
#include "stories.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const uint64_t MOST_BYTES = UINT64_C(64) << 30;

bool stories_open(stories *s, cli *io, const char *index)
{
    ng_error error;
    *s = (stories){.io = io, .index = index};
    ng_status status = index != NULL && access(index, F_OK) == 0
                           ? ng_corpus_open(index, &s->corpus, &error)
                           : ng_corpus_new(&s->corpus, &error);
    if (status != NG_OK)
        cli_complain(io, index != NULL ? index : "stories", &error);
    progress_start(&s->progress, io, 0, 0);
    return status == NG_OK;
}

/* ---- reading ---- */

/* "FILE#12" names a story that has no name, and its line in a complaint. In an index the line says
 * nothing: there "FILE#" lets the library name it by its text. */
static bool add_line(stories *s, const char *path, size_t number, ng_slice line)
{
    char name[8192]; /* longer than any path */
    ng_error error = {0};
    int n = snprintf(name, sizeof(name), "%s#%zu", path, number);
    size_t length = n < 0 ? 0 : (size_t)n < sizeof(name) ? (size_t)n : sizeof(name) - 1;
    size_t given = s->index == NULL ? length : (size_t)(strrchr(name, '#') - name) + 1;
    ng_status status = ng_corpus_add(s->corpus, line, (ng_slice){name, given}, NULL, &error);
    if (status != NG_OK)
        cli_complain(s->io, name, &error);
    progress_stories(&s->progress, "reading", ng_corpus_count(s->corpus), 0);
    return status != NG_ERR_MEMORY;
}

static bool is_blank(ng_slice line)
{
    for (size_t i = 0; i < line.len; i++)
        if (strchr(" \t\r", line.ptr[i]) == NULL)
            return false;
    return true;
}

static bool add_lines(stories *s, const char *path, ng_slice rest)
{
    if (rest.len >= 3 && memcmp(rest.ptr, "\xEF\xBB\xBF", 3) == 0)
        rest = (ng_slice){rest.ptr + 3, rest.len - 3};
    for (size_t number = 1; rest.len > 0; number++) {
        const char *end = memchr(rest.ptr, '\n', rest.len);
        ng_slice line = {rest.ptr, end != NULL ? (size_t)(end - rest.ptr) : rest.len};
        size_t used = line.len + (end != NULL);
        if (*cli_stop_flag() != 0)
            return false;
        if (!is_blank(line) && !add_line(s, path, number, line))
            return false;
        rest = (ng_slice){rest.ptr + used, rest.len - used};
    }
    return true;
}

bool stories_read(stories *s, const cli_files *files)
{
    bool ok = true;
    for (size_t i = 0; ok && i < files->count; i++) {
        ng_slice bytes;
        ng_error error;
        if (ng_bytes_read(files->path[i], MOST_BYTES, &bytes, &error) != NG_OK) {
            cli_complain(s->io, files->path[i], &error);
            continue;
        }
        ok = add_lines(s, files->path[i], bytes);
        ng_bytes_free(bytes);
    }
    return ok;
}

/* ---- writing ---- */

static bool write_rows(void *context, const char *bytes, size_t length)
{
    stories *s = context;
    return cli_write(s->io, bytes, length);
}

static void show_progress(void *context, uint32_t done, uint32_t all)
{
    stories *s = context;
    progress_stories(&s->progress, "comparing", done, all);
}

void stories_write(stories *s, ng_corpus_form form, ng_ask_options *options)
{
    ng_error error;
    options->stop = cli_stop_flag();
    options->progress = show_progress;
    options->color = s->io->color;
    ng_status status = ng_corpus_write(s->corpus, form, options, write_rows, s, &error);
    progress_end(&s->progress);
    if (status == NG_OK)
        return;
    if (status != NG_ERR_WRITE && status != NG_ERR_STOPPED)
        cli_complain(s->io, "stories", &error);
    cli_give_up(s->io);
}

int stories_finish(stories *s, bool save)
{
    ng_error error;
    progress_end(&s->progress);
    int code = cli_finish(s->io); /* a full disk may show only here */
    if (!save || s->index == NULL || code == CLI_NOT_WRITTEN || code == CLI_INTERRUPTED ||
        ng_corpus_save(s->corpus, s->index, &error) == NG_OK)
        return code;
    cli_complain(s->io, s->index, &error);
    return CLI_NOT_WRITTEN;
}

void stories_close(stories *s)
{
    progress_end(&s->progress);
    ng_corpus_free(s->corpus);
}
