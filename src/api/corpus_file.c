/* SPDX-License-Identifier: Apache-2.0 */
/* A corpus in a file: mapped when it is opened, put in the place of the old one when saved. */
#include "api/corpus.h"
#include "provenance/shelf_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- opening ---- */

static ng_status map_file(const char *path, char **map, size_t *size, ng_error *error)
{
    struct stat about;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    bool ok = fd >= 0 && fstat(fd, &about) == 0;
    ng_status status = NG_OK;
    *map = NULL;
    *size = 0;
    if (!ok)
        status = ngi_fail(error, NG_ERR_IO, 0, "%s; check its name", strerrordesc_np(errno));
    else if (!S_ISREG(about.st_mode) || about.st_size == 0)
        status = ngi_fail(error, NG_ERR_FORMAT, 0, "no index of stories; make one with --index");
    else if ((*map = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0)) ==
             MAP_FAILED)
        status = ngi_fail(error, NG_ERR_IO, 0, "cannot be mapped: %s", strerrordesc_np(errno));
    if (status == NG_OK)
        *size = (size_t)about.st_size;
    else
        *map = NULL;
    if (fd >= 0)
        close(fd);
    return status;
}

ng_status ng_corpus_open(const char *path, ng_corpus **out, ng_error *error)
{
    char *map;
    size_t size;
    *out = NULL;
    ng_status status = map_file(path, &map, &size, error);
    if (status != NG_OK)
        return status;
    status = ng_corpus_new(out, error);
    if (status == NG_OK) {
        (*out)->map = map;
        (*out)->map_size = size;
        status = ngi_shelf_load(&(*out)->shelf, ngi_slice(map, size), error);
        (*out)->known = (*out)->shelf.count;
        if (status != NG_OK) {
            ng_corpus_free(*out);
            *out = NULL;
        }
        return status;
    }
    munmap(map, size);
    return status;
}

/* ---- saving ---- */

typedef struct saving {
    int fd;
    ngi_buffer room;
    bool failed;
} saving;

enum { CHUNK = 1 << 20 };

static void flush(saving *s)
{
    size_t done = 0;
    while (done < s->room.len && !s->failed) {
        ssize_t n = write(s->fd, s->room.ptr + done, s->room.len - done);
        if (n < 0 && errno != EINTR)
            s->failed = true;
        done += n > 0 ? (size_t)n : 0;
    }
    ngi_buffer_clear(&s->room);
}

static void put(saving *s, const void *bytes, size_t size)
{
    ngi_buffer_add(&s->room, ngi_slice(bytes, size));
    if (s->room.failed) {
        s->failed = true;
        errno = ENOMEM;
    } else if (s->room.len >= CHUNK) {
        flush(s);
    }
}

static bool write_shelf(int fd, ngi_shelf *shelf)
{
    saving s = {.fd = fd};
    ngi_shelf_head head = ngi_shelf_head_make(shelf);
    for (uint32_t i = 0; i < shelf->count; i++) {
        if (shelf->stories[i] == NULL)
            continue;
        head.stories++;
        head.size += shelf->stories[i]->size;
        head.sum = ngi_shelf_sum(head.sum, shelf->stories[i]);
    }
    put(&s, &head, sizeof(head));
    for (uint32_t i = 0; i < shelf->count && !s.failed; i++)
        if (shelf->stories[i] != NULL)
            put(&s, shelf->stories[i], shelf->stories[i]->size);
    flush(&s);
    ngi_buffer_free(&s.room);
    return !s.failed && (fsync(fd) == 0 || errno == EINVAL);
}

ng_status ng_corpus_save(ng_corpus *corpus, const char *path, ng_error *error)
{
    ngi_buffer beside = {0};
    ngi_buffer_format(&beside, "%s.new", path);
    ngi_buffer_char(&beside, '\0');
    if (beside.failed) {
        ngi_buffer_free(&beside);
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory to save the stories");
    }
    unlink(beside.ptr); /* of a run that was killed; a link is not followed */
    int fd = open(beside.ptr, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    bool ok = fd >= 0 && write_shelf(fd, &corpus->shelf);
    int why = errno;
    if (fd >= 0 && close(fd) != 0 && ok) {
        ok = false;
        why = errno;
    }
    if (ok && rename(beside.ptr, path) != 0) {
        ok = false;
        why = errno;
    }
    if (!ok && fd >= 0)
        unlink(beside.ptr);
    ngi_buffer_free(&beside);
    return ok ? NG_OK
              : ngi_fail(error, NG_ERR_WRITE, 0, "cannot be written: %s; name another file",
                         strerrordesc_np(why));
}
