/* SPDX-License-Identifier: Apache-2.0 */
/* An HTTP response as an archive keeps it. */
#ifndef NGI_HTTP_H
#define NGI_HTTP_H

#include "base/base.h"

typedef struct ngi_http {
    uint32_t code;         /* 200; 0: what stands there is no response */
    ng_slice content_type; /* without its parameters: "text/html" */
    ng_slice charset;      /* as the header names it; may be empty */
    ng_slice encoding;     /* "gzip", "br", ...; may be empty */
    bool chunked;
    ng_slice body; /* as it was sent */
} ngi_http;

void ngi_http_read(ng_slice block, ngi_http *out);

/* The body with chunks joined and compression undone. *plain: the body without its chunks (it
 * is what some archives' digests are of). Both borrow the response or lie in `out` and `room`.
 * A body that is cut off gives what there is; NG_ERR_LIMIT where it unpacks to more than
 * max_bytes. */
ng_status ngi_http_body(const ngi_http *http, uint64_t max_bytes, ngi_buffer *room, ngi_buffer *out,
                        ng_slice *plain, ng_slice *body, ng_error *error);

#endif
