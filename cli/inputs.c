/* SPDX-License-Identifier: Apache-2.0 */
/* Inputs one by one: nothing is listed beforehand but the names of the open folders, so a
 * run over many files begins at once. A folder is read by name, folders in it in their
 * place, links in it not at all; a link that was named itself is followed. */
#include "inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct inputs_folder {
    inputs_folder *above;
    char *path;
    char **names; /* sorted; each is freed when it has been given */
    size_t count, next;
};

static bool fail_here(inputs *in, ng_input *out, ng_status status, const char *what)
{
    in->named = NULL; /* its folder had something to tell */
    in->failure = (ng_error){.status = status};
    snprintf(in->failure.text, sizeof(in->failure.text), "%s", what);
    out->failure = &in->failure;
    return true;
}

/* ---- folders ---- */

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool add_name(inputs_folder *folder, size_t *capacity, const char *name)
{
    if (folder->count == *capacity) {
        size_t more = *capacity > 0 ? *capacity * 2 : 64;
        char **bigger = realloc(folder->names, more * sizeof(*bigger));
        if (bigger == NULL)
            return false;
        folder->names = bigger;
        *capacity = more;
    }
    char *copy = strdup(name);
    if (copy != NULL)
        folder->names[folder->count++] = copy;
    return copy != NULL;
}

static void close_folder(inputs *in)
{
    inputs_folder *folder = in->folder;
    in->folder = folder->above;
    for (size_t i = folder->next; i < folder->count; i++)
        free(folder->names[i]);
    free(folder->names);
    free(folder->path);
    free(folder);
}

/* Opens a folder and reads its names. Returns 0 or the error. */
static int open_folder(inputs *in, const char *path)
{
    DIR *dir = opendir(path);
    if (dir == NULL)
        return errno;
    inputs_folder *folder = calloc(1, sizeof(*folder));
    size_t capacity = 0;
    bool good = folder != NULL && (folder->path = strdup(path)) != NULL;
    for (struct dirent *entry; good && (entry = readdir(dir)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            good = add_name(folder, &capacity, entry->d_name);
    closedir(dir);
    if (folder != NULL) {
        folder->above = in->folder;
        in->folder = folder;
        if (!good)
            close_folder(in);
        else if (folder->count > 0)
            qsort(folder->names, folder->count, sizeof(*folder->names), by_name);
    }
    return good ? 0 : ENOMEM;
}

/* The output, and what else the run writes: an earlier one may have left it. */
static bool is_output(const inputs *in, const struct stat *st)
{
    struct stat other;
    for (size_t i = 0; i < sizeof(in->wish.apart) / sizeof(*in->wish.apart); i++)
        if (in->wish.apart[i] != NULL && stat(in->wish.apart[i], &other) == 0 &&
            st->st_dev == other.st_dev && st->st_ino == other.st_ino)
            return true;
    return in->out_known && st->st_dev == in->out_device && st->st_ino == in->out_inode;
}

/* The next file of the open folders. */
static bool next_in_folder(inputs *in, ng_input *out)
{
    while (in->folder != NULL) {
        inputs_folder *folder = in->folder;
        if (folder->next == folder->count) {
            close_folder(in);
            if (in->folder == NULL && in->named != NULL && !in->wish.quiet)
                cli_warn(in->io, in->named, "no files in this folder; name another one");
            continue;
        }
        char *name = folder->names[folder->next++];
        size_t length = strlen(folder->path);
        const char *slash = length > 0 && folder->path[length - 1] == '/' ? "" : "/";
        free(in->path);
        if (asprintf(&in->path, "%s%s%s", folder->path, slash, name) < 0)
            in->path = NULL;
        free(name);
        if (in->path == NULL)
            return false;
        out->path = in->path;
        struct stat st;
        if (lstat(in->path, &st) != 0)
            return fail_here(in, out, NG_ERR_IO, strerror(errno));
        if (S_ISREG(st.st_mode) && !is_output(in, &st)) {
            in->named = NULL;
            return true;
        }
        int error = S_ISDIR(st.st_mode) ? open_folder(in, in->path) : 0;
        if (error != 0)
            return fail_here(in, out, NG_ERR_IO, strerror(error));
    }
    return false;
}

/* ---- names ---- */

/* A name that was given: a file, or a folder to open. False where a folder was opened. */
static bool take_path(inputs *in, const char *path, ng_input *out)
{
    struct stat st;
    out->path = path;
    if (strcmp(path, "-") == 0 || stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
        return true; /* what can't be read says so when it is read */
    int error = open_folder(in, path);
    in->named = error == 0 ? path : NULL;
    return error != 0 && fail_here(in, out, NG_ERR_IO, strerror(error));
}

static void end_of_list(inputs *in)
{
    ng_error error = {.status = NG_ERR_IO};
    if (feof(in->list) || in->wish.quiet || *cli_stop_flag() != 0)
        return;
    snprintf(error.text, sizeof(error.text), "%s; the names from there on were not read",
             strerror(errno));
    cli_complain(in->io, in->wish.list, &error);
}

/* The next name of the list, or NULL. A byte order mark before the first is none of it, nor
 * is a carriage return behind one. */
static const char *next_of_list(inputs *in)
{
    int end = in->wish.list_nul ? '\0' : '\n';
    for (;;) {
        ssize_t length = getdelim(&in->line, &in->line_capacity, end, in->list);
        if (length <= 0) {
            end_of_list(in);
            return NULL;
        }
        if (in->line[length - 1] == end)
            in->line[--length] = '\0';
        if (end == '\n' && length > 0 && in->line[length - 1] == '\r')
            in->line[--length] = '\0';
        char *name = in->line;
        if (!in->list_begun && strncmp(name, "\xEF\xBB\xBF", 3) == 0)
            name += 3;
        in->list_begun = true;
        if (*name != '\0')
            return name;
    }
}

/* ---- manifests ---- */

static bool next_of_manifest(inputs *in, ng_input *out)
{
    ng_status status = ng_manifest_next(in->manifest, out, &in->failure);
    if (status != NG_OK) {
        if (out->path == NULL)
            return false;
        out->failure = &in->failure;
        return true;
    }
    if (out->path == NULL)
        return false;
    ng_error error;
    if (out->now.len > 0 && ng_moment_check(out->now, &error) != NG_OK) {
        if (!in->wish.quiet)
            cli_warn(in->io, out->name, error.text);
        out->now = (ng_slice){" ", 1}; /* no moment: not that of the options either */
    }
    return true;
}

/* ---- all ---- */

bool inputs_next(void *context, ng_input *out)
{
    inputs *in = context;
    *out = (ng_input){0};
    if (in->manifest != NULL)
        return next_of_manifest(in, out);
    for (;;) {
        const char *path = NULL;
        if (next_in_folder(in, out))
            return true;
        if (in->next_path < in->wish.count)
            path = in->wish.paths[in->next_path++];
        else if (in->list != NULL)
            path = next_of_list(in);
        if (path == NULL)
            return false;
        if (take_path(in, path, out))
            return true;
    }
}

bool inputs_open(inputs *in, cli *io, const inputs_wish *wish)
{
    ng_error error = {.status = NG_ERR_IO};
    struct stat st;
    *in = (inputs){.io = io, .wish = *wish};
    if (fstat(io->out, &st) == 0 && S_ISREG(st.st_mode)) {
        in->out_known = true;
        in->out_device = st.st_dev;
        in->out_inode = st.st_ino;
    }
    if (wish->manifest != NULL &&
        ng_manifest_open(wish->manifest, &in->manifest, &error) != NG_OK) {
        if (!wish->quiet)
            cli_complain(io, wish->manifest, &error);
        return false;
    }
    if (wish->list == NULL)
        return true;
    in->list = strcmp(wish->list, "-") == 0 ? stdin : fopen(wish->list, "re");
    if (in->list == NULL && !wish->quiet) {
        snprintf(error.text, sizeof(error.text), "%s", strerror(errno));
        cli_complain(io, wish->list, &error);
    }
    return in->list != NULL;
}

void inputs_close(inputs *in)
{
    while (in->folder != NULL)
        close_folder(in);
    if (in->list != NULL && in->list != stdin)
        fclose(in->list);
    ng_manifest_free(in->manifest);
    free(in->line);
    free(in->path);
}

static bool is_same(const char *path, const struct stat *out)
{
    struct stat st;
    return path != NULL && strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
           st.st_dev == out->st_dev && st.st_ino == out->st_ino;
}

const char *inputs_overwritten(const inputs_wish *wish, const char *output)
{
    struct stat out;
    if (stat(output, &out) != 0)
        return NULL;
    for (size_t i = 0; i < wish->count; i++)
        if (is_same(wish->paths[i], &out))
            return wish->paths[i];
    return is_same(wish->list, &out)       ? wish->list
           : is_same(wish->manifest, &out) ? wish->manifest
                                           : NULL;
}

bool inputs_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* A pipe's names are gone once they are counted. */
static bool can_be_read_twice(const char *list)
{
    struct stat st;
    return list == NULL || (strcmp(list, "-") != 0 && stat(list, &st) == 0 && S_ISREG(st.st_mode));
}

static void add_bytes(const char *path, ng_range range, uint64_t *bytes, bool *known)
{
    struct stat st;
    uint64_t size = stat(path, &st) == 0 && S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
    if (strcmp(path, "-") == 0 || (stat(path, &st) == 0 && !S_ISREG(st.st_mode)))
        *known = false;
    if (range.end != 0 && size > range.end)
        size = range.end;
    *bytes += size > range.start ? size - range.start : 0;
}

size_t inputs_count(cli *io, const inputs_wish *wish, ng_range range, uint64_t *bytes)
{
    inputs in;
    bool known = true;
    inputs_wish quiet = *wish;
    ng_input input;
    size_t count = 0;
    quiet.quiet = true;
    *bytes = 0;
    if (!can_be_read_twice(wish->list) || !can_be_read_twice(wish->manifest))
        return 0;
    if (inputs_open(&in, io, &quiet))
        while (*cli_stop_flag() == 0 && inputs_next(&in, &input)) {
            add_bytes(input.path, range, bytes, &known);
            count++;
        }
    inputs_close(&in);
    if (!known)
        *bytes = 0;
    return count;
}
