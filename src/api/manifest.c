/* SPDX-License-Identifier: Apache-2.0 */
/* Goes through a manifest line by line. It is held in memory whole (some 150 bytes a page),
 * because it may be compressed or come from a pipe. */
#include "api/api.h"
#include "parsed/manifest.h"

#include <stdlib.h>

struct ng_manifest {
    ngi_buffer file;
    ng_slice rest;   /* lines not yet read */
    ngi_arena arena; /* strings of the line read last */
    char *path;      /* as given */
    size_t folder;   /* length of the folder's part of it, with its slash */
    size_t line;     /* number of the line read last, from 1 */
};

ng_status ng_manifest_open(const char *path, ng_manifest **out, ng_error *error)
{
    *out = NULL;
    ng_manifest *manifest = calloc(1, sizeof(*manifest));
    char *copy = strdup(path);
    if (manifest == NULL || copy == NULL) {
        free(manifest);
        free(copy);
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the manifest");
    }
    ngi_arena_init(&manifest->arena, 0);
    manifest->path = copy;
    const char *slash = strrchr(path, '/');
    manifest->folder = slash != NULL ? (size_t)(slash - path) + 1 : 0;
    ng_status status = ngi_file_read(path, UINT64_C(4) << 30, &manifest->file, error);
    if (status != NG_OK) {
        ng_manifest_free(manifest);
        return status;
    }
    manifest->rest = ngi_buffer_slice(&manifest->file);
    if (ngi_starts(manifest->rest, NGI_LIT("\xEF\xBB\xBF")))
        manifest->rest = ngi_slice_from(manifest->rest, 3);
    *out = manifest;
    return NG_OK;
}

void ng_manifest_free(ng_manifest *manifest)
{
    if (manifest == NULL)
        return;
    ngi_buffer_free(&manifest->file);
    ngi_arena_free(&manifest->arena);
    free(manifest->path);
    free(manifest);
}

/* Joins two stretches and ends them with a NUL. */
static const char *joined(ngi_arena *arena, ng_slice a, ng_slice b)
{
    char *text = ngi_arena_chars(arena, a.len + b.len + 1);
    if (text == NULL)
        return NULL;
    if (a.len > 0)
        memcpy(text, a.ptr, a.len);
    if (b.len > 0)
        memcpy(text + a.len, b.ptr, b.len);
    text[a.len + b.len] = '\0';
    return text;
}

static const char *line_name(ng_manifest *manifest)
{
    ngi_buffer name = {0};
    ngi_buffer_format(&name, "%s:%zu", manifest->path, manifest->line);
    const char *copy = joined(&manifest->arena, ngi_buffer_slice(&name), (ng_slice){0});
    ngi_buffer_free(&name);
    return copy;
}

static ng_status take_line(ng_manifest *manifest, ng_slice line, ng_input *out, ng_error *error)
{
    ngi_manifest_line read;
    ng_status status = ngi_manifest_parse(&manifest->arena, line, &read, error);
    if (status != NG_OK) {
        out->path = out->name = line_name(manifest);
        return status;
    }
    bool relative = read.file.ptr[0] != '/';
    ng_slice folder = ngi_slice(manifest->path, relative ? manifest->folder : 0);
    if (ngi_equal(read.file, NGI_LIT("-")) && folder.len == 0) /* a file, not standard input */
        folder = NGI_LIT("./");
    out->name = joined(&manifest->arena, read.file, (ng_slice){0});
    out->path = joined(&manifest->arena, folder, read.file);
    out->url = read.url;
    out->now = read.now;
    if (manifest->arena.failed) {
        *out = (ng_input){0};
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a line of the manifest");
    }
    return NG_OK;
}

ng_status ng_manifest_next(ng_manifest *manifest, ng_input *out, ng_error *error)
{
    ng_slice line;
    *out = (ng_input){0};
    ngi_arena_reset(&manifest->arena);
    while (ngi_split(&manifest->rest, '\n', &line)) {
        manifest->line++;
        line = ngi_trim(line);
        if (line.len > 0)
            return take_line(manifest, line, out, error);
    }
    return NG_OK;
}
