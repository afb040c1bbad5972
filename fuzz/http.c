/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as an HTTP response of an archive. What must hold: its fields and its body stand in
 * it, a body keeps its limit, and the same bytes give the same body again. */
#include "bytes/http.h"

#include "watch.h"

enum { LIMIT = 1 << 20 };

static void check_inside(ng_slice part, ng_slice whole)
{
    must(part.len == 0 || (part.ptr >= whole.ptr && part.ptr + part.len <= whole.ptr + whole.len),
         "what is read stands in the response");
}

/* The body, in `out` where it had to be unpacked; all empty where it is too large. */
static ng_slice body_of(const ngi_http *http, ngi_buffer *room, ngi_buffer *out)
{
    ng_slice plain = {0}, body = {0};
    ng_error error = {.status = NG_OK};
    ng_status status = ngi_http_body(http, LIMIT, room, out, &plain, &body, &error);
    must(status == NG_OK || error.text[0] != '\0', "an error says why");
    must(status == NG_OK || status == NG_ERR_LIMIT || status == NG_ERR_IO ||
             status == NG_ERR_FORMAT,
         "a body is read or is not");
    must(status != NG_OK || body.len <= LIMIT, "a body keeps its limit");
    must(plain.len <= http->body.len, "joined chunks are no more than they were");
    return status == NG_OK ? body : (ng_slice){0};
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ng_slice block = {size == 0 ? "" : (const char *)bytes, size};
    ngi_buffer room[2] = {{0}, {0}}, out[2] = {{0}, {0}};
    ngi_http http;
    watch_begin();
    ngi_http_read(block, &http);
    must(http.code < 10000, "a code has four digits at most");
    check_inside(http.content_type, block);
    check_inside(http.charset, block);
    check_inside(http.encoding, block);
    check_inside(http.body, block);
    ng_slice body = body_of(&http, &room[0], &out[0]);
    watch_end(size);
    if (size % 16 == 0) {
        ng_slice again = body_of(&http, &room[1], &out[1]);
        must(ngi_equal(body, again), "the same response has the same body");
    }
    for (size_t i = 0; i < 2; i++) {
        ngi_buffer_free(&room[i]);
        ngi_buffer_free(&out[i]);
    }
    return 0;
}
