/* SPDX-License-Identifier: Apache-2.0 */
/* From a file or memory to UTF-8 text, with the way back to the bytes it came from. */
#ifndef NGI_BYTES_H
#define NGI_BYTES_H

#include "base/base.h"

/* The largest page unless the caller says otherwise (max_bytes 0): 256 MiB. */
#define NGI_DEFAULT_MAX_BYTES (UINT64_C(256) << 20)

/* Reads a whole file ("-": standard input) and undoes gzip (several members too) and
 * zstd, told by the bytes. `out` keeps its memory from call to call.
 *   NG_ERR_IO     cannot be opened or read, a directory, damaged or cut-off compression
 *   NG_ERR_LIMIT  more than max_bytes after decompression */
ng_status ngi_file_read(const char *path, uint64_t max_bytes, ngi_buffer *out, ng_error *error);
/* Maps a file, as it is, for reading; the memory begins at a page's border. It must not be written
 * to while it is mapped.
 *   NG_ERR_IO     cannot be opened or mapped, or is no plain file */
ng_status ngi_file_map(const char *path, ng_slice *out, ng_error *error);
void ngi_file_unmap(ng_slice bytes); /* an empty one is allowed */
/* Undoes gzip and zstd of bytes in memory; copies plain bytes as they are. */
ng_status ngi_inflate(ng_slice bytes, uint64_t max_bytes, ngi_buffer *out, ng_error *error);

/* Text decoded to UTF-8. `text` borrows the page where it was valid UTF-8 already. */
typedef struct ngi_decoded {
    ng_slice text;               /* valid UTF-8 without byte order mark */
    const char *charset;         /* WHATWG name, static storage */
    const char *source;          /* "bom", "utf-8", "http", "meta", "detected", "default" */
    uint64_t skipped;            /* bytes of the byte order mark */
    struct ngi_offsets *offsets; /* NULL: text offset + skipped is the page's offset */
} ngi_decoded;

/* Decodes a page. hint: charset of the HTTP header, may be empty. is_html: look for <meta>.
 *   NG_ERR_MEMORY, NG_ERR_FORMAT (binary: not text in any charset) */
ng_status ngi_decode(ngi_arena *arena, ng_slice page, ng_slice hint, bool is_html, ngi_decoded *out,
                     ng_error *error);

/* The offset in the page's bytes of offset `at` in decoded->text. */
uint64_t ngi_source_offset(const ngi_decoded *decoded, size_t at);

/* SHA-256 as 64 hexadecimal digits, NUL-terminated. */
void ngi_sha256(ng_slice bytes, char out[65]);

#endif
