/* SPDX-License-Identifier: Apache-2.0 */
/* Compression told by magic bytes: what the files of this room share. */
#ifndef NGI_INFLATE_H
#define NGI_INFLATE_H

#include "bytes/bytes.h"

/* Whether the bytes begin as gzip or zstd do. */
bool ngi_is_compressed(ng_slice bytes);
bool ngi_is_gzip(ng_slice bytes);
bool ngi_is_zstd(ng_slice bytes); /* a skippable frame too */

#endif
