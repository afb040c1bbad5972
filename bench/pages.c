/* SPDX-License-Identifier: Apache-2.0 */
/* Loading and keeping pages: see pages.h. */
#include "pages.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

bool bench_pages_add(bench_pages *pages, char *bytes, size_t size)
{
    if (pages->count == pages->capacity) {
        size_t room = pages->capacity == 0 ? 256 : pages->capacity * 2;
        bench_page *bigger = realloc(pages->list, room * sizeof *bigger);
        if (bigger == NULL)
            return free(bytes), false;
        pages->list = bigger;
        pages->capacity = room;
    }
    pages->list[pages->count++] = (bench_page){bytes, size};
    pages->total += size;
    return true;
}

void bench_pages_free(bench_pages *pages)
{
    for (size_t i = 0; i < pages->count; i++)
        free(pages->list[i].bytes);
    free(pages->list);
    *pages = (bench_pages){0};
}

/* zlib's gzread reads plain files as they are. */
static bool load_file(bench_pages *pages, const char *path)
{
    gzFile file = gzopen(path, "rb");
    size_t size = 0, room = 1 << 20;
    char *bytes = malloc(room);
    int got = 0;
    while (file != NULL && bytes != NULL &&
           (got = gzread(file, bytes + size, (unsigned)(room - size))) > 0) {
        size += (size_t)got;
        if (size == room) {
            char *bigger = realloc(bytes, room *= 2);
            if (bigger == NULL)
                free(bytes);
            bytes = bigger;
        }
    }
    if (file != NULL)
        gzclose(file);
    if (file == NULL || bytes == NULL || got < 0) {
        fprintf(stderr, "bench: cannot read %s: it is passed over\n", path);
        free(bytes);
        return true;
    }
    char *fitting = realloc(bytes, size != 0 ? size : 1);
    return bench_pages_add(pages, fitting != NULL ? fitting : bytes, size);
}

static int visible_page(const struct dirent *entry)
{
    const char *name = entry->d_name;
    size_t length = strlen(name);
    return name[0] != '.' &&
           (strstr(name, ".htm") != NULL || (length > 3 && strcmp(name + length - 3, ".gz") == 0));
}

bool bench_pages_load(bench_pages *pages, const char *folder, size_t most)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, visible_page, alphasort);
    if (count < 0) {
        fprintf(stderr, "bench: cannot read the folder %s\n", folder);
        return false;
    }
    bool good = true;
    for (int i = 0; i < count; i++) {
        char path[4096];
        int length = snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        if (good && length > 0 && (size_t)length < sizeof path && pages->total < most)
            good = load_file(pages, path);
        free(entries[i]);
    }
    free(entries);
    if (pages->count == 0)
        fprintf(stderr, "bench: %s holds no page (*.html, *.htm, *.html.gz)\n", folder);
    return good && pages->count != 0;
}

bool bench_pages_write(const bench_pages *pages, const char *folder)
{
    for (size_t i = 0; i < pages->count; i++) {
        char path[4096];
        int length = snprintf(path, sizeof path, "%s/page-%04zu.html", folder, i);
        FILE *file = length > 0 && (size_t)length < sizeof path ? fopen(path, "wb") : NULL;
        bool good = file != NULL && fwrite(pages->list[i].bytes, 1, pages->list[i].size, file) ==
                                        pages->list[i].size;
        if (file == NULL || fclose(file) != 0 || !good) {
            fprintf(stderr, "bench: cannot write to %s\n", folder);
            return false;
        }
    }
    return true;
}
