/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a whole file, or standard input, into memory and undoes its compression.
 *
 * Pages are read whole because the parser keeps pointers into one buffer. The size that a
 * file claims is only a hint: pipes have none, and files grow while they are read. */
#include "bytes/bytes.h"
#include "bytes/inflate.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STEP = 64 * 1024 };

/* What to do about an errno of opening or reading, in a few words. */
static const char *way_out(int code)
{
    switch (code) {
    case ENOENT: return "no such file; check the name";
    case EACCES:
    case EPERM: return "no permission to read it; change its mode, or run as its owner";
    case EISDIR: return "is a directory; name files in it";
    case EMFILE:
    case ENFILE: return "too many open files; raise the limit (ulimit -n)";
    case ELOOP: return "too many symbolic links lead to it";
    case ENAMETOOLONG: return "its name is too long for this system";
    case ENOTDIR: return "a part of its path is not a directory; check the name";
    case ENXIO:
    case ENODEV: return "is a device or socket that can't be read";
    default: return strerrordesc_np(code);
    }
}

static ng_status fail_errno(ng_error *error, const char *what, int code)
{
    const char *help = way_out(code);
    return ngi_fail(error, NG_ERR_IO, 0, "cannot be %s: %s", what, help == NULL ? "unknown" : help);
}

static ng_status too_large(ng_error *error, uint64_t max_bytes)
{
    return ngi_fail(error, NG_ERR_LIMIT, max_bytes,
                    "larger than the limit of %llu bytes; raise it, or split the file",
                    (unsigned long long)max_bytes);
}

/* Everything that `fd` gives, up to max_bytes. */
static ng_status read_all(int fd, size_t hint, uint64_t max_bytes, ngi_buffer *out, ng_error *error)
{
    ngi_buffer_clear(out);
    if (hint != 0)
        ngi_buffer_reserve(out, hint + 1); /* one more, so that the end is seen at once */
    for (;;) {
        if (out->capacity - out->len < 2 && !ngi_buffer_reserve(out, STEP))
            return ngi_fail(error, NG_ERR_MEMORY, out->len, "out of memory while reading");
        ssize_t got = read(fd, out->ptr + out->len, out->capacity - out->len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_errno(error, "read", errno);
        if (got == 0)
            return NG_OK;
        out->len += (size_t)got;
        if (out->len > max_bytes)
            return too_large(error, max_bytes);
    }
}

static ng_status read_fd(int fd, uint64_t max_bytes, ngi_buffer *out, ng_error *error)
{
    struct stat about;
    if (fstat(fd, &about) != 0)
        return fail_errno(error, "read", errno);
    if (S_ISDIR(about.st_mode))
        return fail_errno(error, "read", EISDIR);
    size_t hint = 0;
    if (S_ISREG(about.st_mode) && about.st_size > 0) {
        if ((uint64_t)about.st_size > max_bytes)
            return too_large(error, max_bytes);
        hint = (size_t)about.st_size;
    }
    return read_all(fd, hint, max_bytes, out, error);
}

ng_status ngi_file_read(const char *path, uint64_t max_bytes, ngi_buffer *out, ng_error *error)
{
    bool standard_input = path[0] == '-' && path[1] == '\0';
    if (max_bytes == 0)
        max_bytes = NGI_DEFAULT_MAX_BYTES;
    ngi_buffer_clear(out);
    int fd;
    do /* a pipe waits here for its writer */
        fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return fail_errno(error, "opened", errno);
    ng_status status = read_fd(fd, max_bytes, out, error);
    if (!standard_input)
        close(fd);
    if (status != NG_OK) {
        ngi_buffer_clear(out);
        return status;
    }
    if (!ngi_is_compressed(ngi_buffer_slice(out)))
        return NG_OK;
    ngi_buffer packed = *out;
    *out = (ngi_buffer){.limit = packed.limit};
    status = ngi_inflate(ngi_buffer_slice(&packed), max_bytes, out, error);
    packed.limit = 0;
    ngi_buffer_free(&packed);
    return status;
}

static ng_status map_fd(int fd, ng_slice *out, ng_error *error)
{
    struct stat about;
    if (fstat(fd, &about) != 0)
        return fail_errno(error, "read", errno);
    if (!S_ISREG(about.st_mode))
        return fail_errno(error, "mapped", S_ISDIR(about.st_mode) ? EISDIR : ENODEV);
    if (about.st_size == 0)
        return NG_OK; /* an empty file can't be mapped */
    void *bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED)
        return fail_errno(error, "mapped", errno);
    *out = ngi_slice(bytes, (size_t)about.st_size);
    return NG_OK;
}

ng_status ngi_file_map(const char *path, ng_slice *out, ng_error *error)
{
    *out = (ng_slice){0};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return fail_errno(error, "opened", errno);
    ng_status status = map_fd(fd, out, error);
    close(fd);
    return status;
}

void ngi_file_unmap(ng_slice bytes)
{
    if (bytes.len > 0)
        munmap((void *)(uintptr_t)bytes.ptr, bytes.len);
}
