/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as gzip or zstd. What must hold: output within the limit, or an error that says
 * something; nothing kept after an error; the same input gives the same output. */
#include "bytes/inflate.h"

#include "watch.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    enum { LIMIT = 1 << 20 };
    static ngi_buffer first, second;
    ng_slice page = {(const char *)bytes, size};
    ng_error error = {0};
    watch_begin();
    ng_status status = ngi_inflate(page, LIMIT, &first, &error);
    watch_end(size);
    must(first.len <= LIMIT, "the limit holds");
    must(first.capacity <= 4 * LIMIT, "memory is bounded as well");
    if (status != NG_OK) {
        must(first.len == 0, "nothing is kept after an error");
        must(error.status == status && error.text[0] != '\0', "the error says something");
        must(status == NG_ERR_IO || status == NG_ERR_LIMIT, "of damage, or of the limit");
    } else if (!ngi_is_compressed(page)) {
        must(ngi_equal(ngi_buffer_slice(&first), page), "plain bytes stay");
    }
    must(ngi_inflate(page, LIMIT, &second, &error) == status &&
             ngi_equal(ngi_buffer_slice(&first), ngi_buffer_slice(&second)),
         "the same bytes give the same output");
    return 0;
}
