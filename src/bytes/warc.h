/* SPDX-License-Identifier: Apache-2.0 */
/* Web archives: WARC 1.0 and 1.1, and the older ARC, record by record. */
#ifndef NGI_WARC_H
#define NGI_WARC_H

#include "bytes/unpack.h"

typedef struct ngi_warc ngi_warc;

/* Slices hold until the next call. Empty ones are absent. */
typedef struct ngi_warc_record {
    uint64_t offset, length; /* in the file as it is, packed or not */
    ng_slice type;           /* "response", "resource", "request", ...; of ARC "response" */
    ng_slice id, date, uri, content_type;
    ng_slice payload_digest, block_digest; /* "sha1:ABC..." */
    uint64_t block_length;                 /* bytes, as the record says */
    ng_slice block; /* empty where the caller did not want it, or it was too large */
    bool too_large;
    bool at_end; /* no record: the archive is at its end */
} ngi_warc_record;

/* Whether a file's first bytes, unpacked, are those of a web archive. */
bool ngi_warc_looks_like(ng_slice start);

/* Reads records from `unpacker`, which it takes over. max_bytes: the largest block kept.
 * Release with ngi_warc_close(). */
ng_status ngi_warc_open(ngi_unpacker *unpacker, uint64_t max_bytes, ngi_warc **out,
                        ng_error *error);
void ngi_warc_close(ngi_warc *warc);

/* The next record; `wants` is asked with the header alone and says whether the block is.
 *   NG_ERR_FORMAT  a record is damaged or cut off: its offset and why are in `error`, and the
 *                  next call goes on with the next record that can be found
 *   NG_ERR_IO      the file can't be read on */
ng_status ngi_warc_next(ngi_warc *warc, bool (*wants)(const ngi_warc_record *record),
                        ngi_warc_record *out, ng_error *error);

/* Whether `digest` ("sha1:" or "sha256:" or "md5:", base32 or hexadecimal) is that of `bytes`.
 * *known: false where the algorithm is not known. */
bool ngi_digest_holds(ng_slice digest, ng_slice bytes, bool *known);

#endif
