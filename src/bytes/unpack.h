/* SPDX-License-Identifier: Apache-2.0 */
/* A file of any size as a stream of unpacked pieces: gzip and zstd member by member, or as it
 * is, told by its first bytes. For archives, where each record is a member of its own. */
#ifndef NGI_UNPACK_H
#define NGI_UNPACK_H

#include "base/base.h"

typedef struct ngi_unpacker ngi_unpacker;

typedef struct ngi_piece {
    ng_slice bytes;  /* holds until the next call; empty at the end of the file */
    uint64_t offset; /* in the file: where the member begins; of a plain file: the piece */
    uint64_t end;    /* in the file: how far it was read for this piece */
    bool starts;     /* the first piece of a member */
    bool packed;
    const char *damaged; /* NULL, or why the member stops here; the next call goes on behind */
} ngi_piece;

/* path "-": standard input. Release with ngi_unpacker_close(). */
ng_status ngi_unpacker_open(const char *path, ngi_unpacker **out, ng_error *error);
void ngi_unpacker_close(ngi_unpacker *unpacker);
/* The next piece. NG_ERR_IO where the file can't be read on. */
ng_status ngi_unpacker_next(ngi_unpacker *unpacker, ngi_piece *out, ng_error *error);
/* The first bytes of the file unpacked, some hundred at most, without taking them. */
ng_slice ngi_unpacker_peek(ngi_unpacker *unpacker);

#endif
