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
    bool ends;       /* the last one */
    bool packed;
    const char *damaged; /* NULL, or why the member stops here; the next call goes on behind */
    bool cut;            /* it does because the file ends: what there is of it is right */
} ngi_piece;

/* path "-": standard input. Release with ngi_unpacker_close(). */
ng_status ngi_unpacker_open(const char *path, ngi_unpacker **out, ng_error *error);
void ngi_unpacker_close(ngi_unpacker *unpacker);
/* The next piece. NG_ERR_IO where the file can't be read on. */
ng_status ngi_unpacker_next(ngi_unpacker *unpacker, ngi_piece *out, ng_error *error);
/* Gives the bytes of that piece to `to`, whose own memory is used on in their place. False where
 * they lie in no memory of their own: they have to be copied. */
bool ngi_unpacker_give(ngi_unpacker *unpacker, const ngi_piece *piece, ngi_buffer *to);
/* The first bytes from here unpacked, some hundred at most, without taking them. */
ng_slice ngi_unpacker_peek(ngi_unpacker *unpacker);

/* Goes to byte `offset` of the file, where a member begins. False where the file is a pipe, or
 * ends before. */
bool ngi_unpacker_seek(ngi_unpacker *unpacker, uint64_t offset);
/* Passes over bytes of a plain file without reading them; returns how many. */
uint64_t ngi_unpacker_skip(ngi_unpacker *unpacker, uint64_t bytes);
/* Bytes of the file; 0 where it is a pipe. */
uint64_t ngi_unpacker_size(const ngi_unpacker *unpacker);
bool ngi_unpacker_is_packed(const ngi_unpacker *unpacker);
/* What is left of the file as it is, not unpacked: added to `out`, up to one byte more than
 * max_bytes. */
ng_status ngi_unpacker_rest(ngi_unpacker *unpacker, uint64_t max_bytes, ngi_buffer *out,
                            ng_error *error);

typedef enum ngi_found { NGI_FOUND, NGI_FOUND_NONE, NGI_FOUND_UNSURE } ngi_found;

/* The first member of a packed file that begins at `start` or behind and opens with what
 * `begins` takes for the beginning of a record. NGI_FOUND_UNSURE: that can be told only by
 * reading from the file's beginning. Moves the unpacker. */
ngi_found ngi_unpacker_find(ngi_unpacker *unpacker, uint64_t start, bool (*begins)(ng_slice first),
                            uint64_t *out);

#endif
