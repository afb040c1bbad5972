/* SPDX-License-Identifier: Apache-2.0 */
/* See outfile.h. Who waits for a file waits for its name: a file that is half written must not
 * have it, whatever ends the process. So it is written beside its place, in the same folder,
 * and renamed. Two processes that are set on the same file write two parts, and the last one
 * that is complete stays. */
#include "outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_NAMES = 1000 };

/* Devices, pipes and the names of open files are written in place. */
static bool in_place(const char *path, const struct stat *about)
{
    return !S_ISREG(about->st_mode) || strncmp(path, "/dev/", 5) == 0 ||
           strncmp(path, "/proc/", 6) == 0;
}

static int make_part(outfile *file)
{
    for (int i = 0; i < MOST_NAMES; i++) {
        if (asprintf(&file->part, "%s.%ld-%d.part", file->path, (long)getpid(), i) < 0) {
            file->part = NULL;
            return -1;
        }
        int fd = open(file->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return fd;
        free(file->part);
        file->part = NULL;
    }
    return -1;
}

static void forget(outfile *file)
{
    int cause = errno;
    free(file->path);
    free(file->part);
    *file = (outfile){.fd = -1};
    errno = cause;
}

/* The file that a link leads to is what is replaced, not the link. */
static char *resolved(const char *path)
{
    char *real = realpath(path, NULL);
    return real != NULL ? real : strdup(path);
}

bool outfile_open(outfile *file, const char *path)
{
    struct stat about;
    bool there = stat(path, &about) == 0;
    *file = (outfile){.fd = -1};
    if (there && in_place(path, &about)) {
        file->fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
        return file->fd >= 0;
    }
    file->path = resolved(path);
    file->fd = file->path != NULL ? make_part(file) : -1;
    if (file->fd < 0) {
        forget(file);
        return false;
    }
    if (there && fchmod(file->fd, about.st_mode & 07777) != 0)
        errno = 0; /* then it has the rights of a new file */
    return true;
}

bool outfile_go_on(outfile *file, const char *path, uint64_t bytes)
{
    struct stat about;
    *file = (outfile){.fd = -1, .kept = true, .path = resolved(path)};
    if (file->path == NULL || asprintf(&file->part, "%s.part", file->path) < 0) {
        file->part = NULL;
        forget(file);
        errno = ENOMEM;
        return false;
    }
    file->fd = open(file->part, O_WRONLY | O_CLOEXEC | (bytes == 0 ? O_CREAT : 0), 0666);
    int cause = file->fd < 0 ? (bytes > 0 && errno == ENOENT ? ENODATA : errno) : 0;
    if (cause == 0 && flock(file->fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        cause = EBUSY;
    if (cause == 0 && fstat(file->fd, &about) == 0 && (uint64_t)about.st_size < bytes)
        cause = ENODATA;
    if (cause == 0 && (ftruncate(file->fd, (off_t)bytes) != 0 ||
                       lseek(file->fd, (off_t)bytes, SEEK_SET) == (off_t)-1))
        cause = errno;
    if (cause == 0)
        return true;
    if (file->fd >= 0)
        close(file->fd);
    forget(file);
    errno = cause;
    return false;
}

bool outfile_complete(outfile *file)
{
    bool good = file->part == NULL || fsync(file->fd) == 0 || errno == EINVAL;
    int cause = errno;
    if (close(file->fd) != 0 && good && errno != EINTR) {
        good = false;
        cause = errno;
    }
    if (good && file->part != NULL && rename(file->part, file->path) != 0) {
        good = false;
        cause = errno;
    }
    if (!good && file->part != NULL && !file->kept)
        unlink(file->part);
    errno = cause;
    forget(file);
    return good;
}

void outfile_give_up(outfile *file)
{
    if (file->fd >= 0)
        close(file->fd);
    if (file->part != NULL && !file->kept)
        unlink(file->part);
    forget(file);
}
