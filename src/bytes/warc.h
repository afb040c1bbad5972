/* SPDX-License-Identifier: Apache-2.0 */
/* Web archives: WARC 1.0 and 1.1, and the older ARC, record by record. */
#ifndef NGI_WARC_H
#define NGI_WARC_H

#include "bytes/unpack.h"

typedef struct ngi_warc ngi_warc;

/* Slices hold until the next call. Empty ones are absent. */
typedef struct ngi_warc_record {
    uint64_t offset, length; /* in the file as it is, packed or not */
    uint64_t unit;           /* see ngi_warc_unit() */
    ng_slice type;           /* "response", "resource", "request", ...; of ARC "response" */
    ng_slice id, date, uri, content_type;
    ng_slice payload_digest, block_digest; /* "sha1:ABC..." */
    uint64_t block_length;                 /* bytes, as the record says */
    ng_slice header;                       /* with its empty line; with `block` */
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
typedef bool ngi_warc_wants(void *context, const ngi_warc_record *record);
ng_status ngi_warc_next(ngi_warc *warc, ngi_warc_wants *wants, void *context, ngi_warc_record *out,
                        ng_error *error);

/* Puts the block of the record read last into `to`; *block: where it then lies. It is not copied
 * where nothing else is unpacked yet: then `to` has the record with its header, whose slices hold
 * as long as it does. False when memory is out. */
bool ngi_warc_take_block(ngi_warc *warc, const ngi_warc_record *record, ngi_buffer *to,
                         ng_slice *block);

/* Where reading can begin again to come to the record read last (broken ones too): of a packed
 * archive the last member that begins with a record, of a plain one the record itself. */
uint64_t ngi_warc_unit(const ngi_warc *warc);
/* How far the file was read. */
uint64_t ngi_warc_read_to(const ngi_warc *warc);
/* Bytes of the file; 0 where it is a pipe. */
uint64_t ngi_warc_size(const ngi_warc *warc);
/* Goes to a unit. False, nothing moved, where the file is a pipe or shorter. */
bool ngi_warc_seek(ngi_warc *warc, uint64_t unit);
/* Goes to the first unit at or behind `start`. NGI_FOUND_UNSURE: that has to be found by reading
 * from the beginning, where the archive then is. */
ngi_found ngi_warc_find(ngi_warc *warc, uint64_t start);

/* Whether `digest` ("sha1:", "sha256:", "sha512:" or "md5:"; base32, base64 or hexadecimal) is that
 * of `bytes`.
 * *known: false where the algorithm is not known. */
bool ngi_digest_holds(ng_slice digest, ng_slice bytes, bool *known);
/* "sha1:" and base32 of `bytes`: 37 characters and a NUL; empty where that can't be had. */
void ngi_digest_make(ng_slice bytes, char out[40]);

#endif
