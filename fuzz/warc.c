/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a web archive, and each of its records as an HTTP response. What must hold: the
 * walk ends, records come in the order of the file, nothing unpacks beyond its limit. */
#include "bytes/http.h"
#include "bytes/warc.h"

#include "watch.h"

#include <sys/mman.h>
#include <unistd.h>

enum { LIMIT = 1 << 20 };

static bool wants_most(void *context, const ngi_warc_record *record)
{
    (void)context;
    return record->uri.len % 7 != 3;
}

static void check_body(const ngi_warc_record *r)
{
    ngi_http http;
    ngi_buffer room = {0}, out = {0};
    ng_slice plain, body;
    ng_error error;
    bool known;
    ngi_http_read(r->block, &http);
    if (ngi_http_body(&http, LIMIT, &room, &out, &plain, &body, &error) == NG_OK)
        must(body.len <= LIMIT, "a body keeps its limit");
    (void)ngi_digest_holds(r->payload_digest, http.body, &known);
    ngi_buffer_free(&room);
    ngi_buffer_free(&out);
}

static void walk(const char *path, size_t size)
{
    ngi_unpacker *unpacker;
    ngi_warc *warc;
    ngi_warc_record r;
    ng_error error;
    uint64_t last = 0;
    if (ngi_unpacker_open(path, &unpacker, &error) != NG_OK)
        return;
    (void)ngi_unpacker_peek(unpacker);
    must(ngi_warc_open(unpacker, LIMIT, &warc, &error) == NG_OK, "an archive opens");
    for (size_t i = 0;; i++) {
        ng_status status = ngi_warc_next(warc, wants_most, NULL, &r, &error);
        must(i <= size * 1100 + 100, "the walk ends"); /* deflate: 1032 to 1 */
        if (status == NG_ERR_FORMAT)
            continue;
        if (status != NG_OK || r.at_end)
            break;
        must(r.offset >= last && r.offset <= size, "records come in order");
        last = r.offset;
        must(r.block.len <= LIMIT, "a block keeps its limit");
        check_body(&r);
    }
    ngi_warc_close(warc);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char path[64];
    int fd = memfd_create("warc", MFD_CLOEXEC);
    must(fd >= 0 && write(fd, bytes, size) == (ssize_t)size, "a file in memory");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    watch_begin();
    walk(path, size);
    watch_end(size);
    close(fd);
    return 0;
}
