/* SPDX-License-Identifier: Apache-2.0 */
/* Where members of a packed file begin, told without unpacking all that stands before them. */
#ifndef NGI_MEMBER_H
#define NGI_MEMBER_H

#include "bytes/unpack.h"

/* As ngi_unpacker_find(), of a file of `size` bytes that is packed with gzip. */
ngi_found ngi_find_gzip(int fd, uint64_t size, uint64_t start, bool (*begins)(ng_slice first),
                        uint64_t *out);
/* The first zstd frame that begins at `start` or behind; `size` at the end. False where what
 * stands before is no row of frames. Takes time by the number of blocks. */
bool ngi_next_frame(int fd, uint64_t size, uint64_t start, uint64_t *out);

#endif
