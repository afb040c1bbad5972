/* SPDX-License-Identifier: Apache-2.0 */
/* Between the files of this room: which charset a page is in, and how it is decoded. */
#ifndef NGI_CHARSET_H
#define NGI_CHARSET_H

#include "bytes/bytes.h"

#include <lexbor/encoding/encoding.h>

/* ---- prescan.c ---- */

/* What an HTML page says of itself. */
typedef struct ngi_prescan {
    ng_slice charset; /* of <meta> or an XML declaration, as written; may be empty */
    ng_slice lang;    /* lang of <html> or <body>, else of a meta; may be empty */
} ngi_prescan;

/* Looks at the tags of the page's head, however long its scripts are. */
void ngi_prescan_read(ng_slice page, ngi_prescan *out);

/* ---- pages.c ---- */

/* Encodings that lexbor has not; values beyond its own. */
enum {
    NGI_ENCODING_PAGE = LXB_ENCODING_LAST_ENTRY + 1, /* a byte a character, ASCII itself */
    NGI_ENCODING_EBCDIC,
    NGI_ENCODING_UTF_32LE,
    NGI_ENCODING_UTF_32BE,
};

/* By a name, however it is written; NULL: nobody knows it. ASCII is itself in all of these but
 * UTF-16. */
const lxb_encoding_data_t *ngi_charset_named(ngi_arena *arena, ng_slice name);
const lxb_encoding_data_t *ngi_charset_utf32(bool little);
/* UTF-32 and EBCDIC by the "<" or "<?xm" that a text of markup begins with; else NULL. */
const lxb_encoding_data_t *ngi_charset_not_ascii(ngi_arena *arena, ng_slice bytes);

/* ---- detect.c ---- */

/* UTF-16 without a byte order mark, by its NULs: its encoding, or NULL. */
const lxb_encoding_data_t *ngi_detect_utf16(ng_slice page);
/* Whether a page of ASCII bytes has ISO-2022-JP's escape sequences. */
bool ngi_detect_iso_2022_jp(ng_slice page);
/* What the bytes, which are not UTF-8, look like. lang: a hint, may be empty. Never NULL. */
const lxb_encoding_data_t *ngi_detect_charset(ngi_arena *arena, ng_slice page, ng_slice lang);
/* Whether reading the page in `encoding` would break more than a few of its characters. */
bool ngi_detect_refutes(ngi_arena *arena, ng_slice page, const lxb_encoding_data_t *encoding);

/* ---- transcode.c ---- */

typedef struct ngi_offset_mark {
    size_t text, source;
} ngi_offset_mark;

/* The way back from decoded text: one mark for each piece that was decoded by itself. */
typedef struct ngi_offsets {
    const lxb_encoding_data_t *encoding;
    ng_slice source; /* the page without its byte order mark */
    size_t text_len;
    ngi_offset_mark *marks;
    size_t count;
} ngi_offsets;

/* Whether ASCII bytes stand for themselves, at least until an escape: neither UTF-16 nor UTF-32 nor
 * EBCDIC. */
bool ngi_has_ascii(const lxb_encoding_data_t *encoding);
/* Whether each character is one byte, ASCII being itself. */
bool ngi_is_single_byte(const lxb_encoding_data_t *encoding);
/* The characters of bytes 0x80 to 0xFF in a single-byte encoding; U+FFFD where none. */
void ngi_single_byte_table(const lxb_encoding_data_t *encoding, uint32_t table[128]);

/* Decodes all of `source`; false when memory is out. */
bool ngi_transcode(ngi_arena *arena, ng_slice source, const lxb_encoding_data_t *encoding,
                   ng_slice *text, ngi_offsets **offsets);

/* Decodes a piece that starts and ends between characters (the very last may be cut off).
 * `out` has room for 3 bytes for each of the piece and 16 more. Returns the bytes written. */
size_t ngi_transcode_piece(const lxb_encoding_data_t *encoding, ng_slice piece, char *out);

#endif
