/* SPDX-License-Identifier: Apache-2.0 */
/* See stories.h. */
#include "stories.h"

#include <stdio.h>
#include <string.h>

static const uint64_t MOST_BYTES = UINT64_C(64) << 30;

/* "FILE#12" names a story that has no name, and its line in a complaint. */
static bool add_line(cli *io, const char *path, size_t number, ng_slice line, ng_corpus *corpus)
{
    char name[4096];
    ng_error error = {0};
    int n = snprintf(name, sizeof(name), "%s#%zu", path, number);
    size_t length = n < 0 ? 0 : (size_t)n < sizeof(name) ? (size_t)n : sizeof(name) - 1;
    ng_status status = ng_corpus_add(corpus, line, (ng_slice){name, length}, NULL, &error);
    if (status != NG_OK)
        cli_complain(io, name, &error);
    return status != NG_ERR_MEMORY;
}

static bool is_blank(ng_slice line)
{
    for (size_t i = 0; i < line.len; i++)
        if (strchr(" \t\r", line.ptr[i]) == NULL)
            return false;
    return true;
}

static bool add_lines(cli *io, const char *path, ng_slice rest, ng_corpus *corpus)
{
    if (rest.len >= 3 && memcmp(rest.ptr, "\xEF\xBB\xBF", 3) == 0)
        rest = (ng_slice){rest.ptr + 3, rest.len - 3};
    for (size_t number = 1; rest.len > 0; number++) {
        const char *end = memchr(rest.ptr, '\n', rest.len);
        ng_slice line = {rest.ptr, end != NULL ? (size_t)(end - rest.ptr) : rest.len};
        size_t used = line.len + (end != NULL);
        if (*cli_stop_flag() != 0)
            return false;
        if (!is_blank(line) && !add_line(io, path, number, line, corpus))
            return false;
        rest = (ng_slice){rest.ptr + used, rest.len - used};
    }
    return true;
}

bool stories_read(cli *io, const cli_files *files, ng_corpus *corpus)
{
    bool ok = true;
    for (size_t i = 0; ok && i < files->count; i++) {
        ng_slice bytes;
        ng_error error;
        if (ng_bytes_read(files->path[i], MOST_BYTES, &bytes, &error) != NG_OK) {
            cli_complain(io, files->path[i], &error);
            continue;
        }
        ok = add_lines(io, files->path[i], bytes, corpus);
        ng_bytes_free(bytes);
    }
    return ok;
}
