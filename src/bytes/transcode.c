/* SPDX-License-Identifier: Apache-2.0 */
/* Any WHATWG encoding to UTF-8, with a way back from each place of the text to the bytes.
 *
 * The source is cut about every KiB after a byte that no longer character contains in any
 * encoding but UTF-16 and ISO-2022-JP (controls, 0x20 to 0x2F, '<', '>'). Each piece is
 * decoded from a fresh state, so a pair (text offset, source offset) for each is the whole
 * map: 1.6 % of the source. A place is found by a search and by decoding one piece again.
 * News pages are mostly ASCII: runs of it are copied.
 *
 * Single-byte encodings go through a table of 128 characters; lexbor's decoders are for
 * the others, a character at a time: those that fill a buffer may write past its end in
 * version 3.0.1, and the same function then serves the way there and the way back. Its
 * Shift_JIS decoder lacks all lead bytes from 0xE1 up, so that one is ours (its index is
 * lexbor's). */
#include "base/utf8.h"
#include "bytes/charset.h"

#include <lexbor/encoding/multi.h>

enum { PIECE = 1024, REPLACEMENT = 0xFFFD };

/* What is no character, or half of one, is U+FFFD. */
static uint32_t clean_point(uint32_t c)
{
    return c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? REPLACEMENT : c;
}

/* ---- single bytes ---- */

bool ngi_has_ascii(const lxb_encoding_data_t *encoding)
{
    return encoding->encoding != LXB_ENCODING_UTF_16LE &&
           encoding->encoding != LXB_ENCODING_UTF_16BE &&
           (int)encoding->encoding <= NGI_ENCODING_PAGE;
}

bool ngi_is_single_byte(const lxb_encoding_data_t *encoding)
{
    if (!ngi_has_ascii(encoding))
        return false;
    switch (encoding->encoding) {
    case LXB_ENCODING_BIG5:
    case LXB_ENCODING_EUC_JP:
    case LXB_ENCODING_EUC_KR:
    case LXB_ENCODING_GBK:
    case LXB_ENCODING_GB18030:
    case LXB_ENCODING_ISO_2022_JP:
    case LXB_ENCODING_SHIFT_JIS:
    case LXB_ENCODING_UTF_16BE:
    case LXB_ENCODING_UTF_16LE:
    case LXB_ENCODING_UTF_8:
    case LXB_ENCODING_REPLACEMENT: return false;
    default: return true;
    }
}

void ngi_single_byte_table(const lxb_encoding_data_t *encoding, uint32_t table[128])
{
    for (unsigned i = 0; i < 128; i++) {
        lxb_char_t byte = (lxb_char_t)(i + 128);
        const lxb_char_t *p = &byte;
        lxb_encoding_decode_t d;
        lxb_encoding_decode_init_single(&d, encoding);
        table[i] = clean_point(encoding->decode_single(&d, &p, &byte + 1));
    }
}

/* Copies bytes below 0x80 from the start of `s`; returns how many there are. */
static size_t copy_ascii(ng_slice s, char *out)
{
    size_t i = 0;
    uint64_t eight;
    while (i + 8 <= s.len &&
           (memcpy(&eight, s.ptr + i, 8), (eight & UINT64_C(0x8080808080808080)) == 0)) {
        memcpy(out + i, &eight, 8);
        i += 8;
    }
    for (; i < s.len && (unsigned char)s.ptr[i] < 0x80; i++)
        out[i] = s.ptr[i];
    return i;
}

/* The UTF-8 of each byte from 0x80 up. */
typedef struct byte_texts {
    char bytes[128][4];
    unsigned char len[128];
} byte_texts;

static void fill_byte_texts(const lxb_encoding_data_t *encoding, byte_texts *out)
{
    uint32_t table[128];
    ngi_single_byte_table(encoding, table);
    for (size_t i = 0; i < 128; i++)
        out->len[i] = (unsigned char)ngi_utf8_put(table[i], out->bytes[i]);
}

static size_t single_piece(const byte_texts *texts, ng_slice piece, char *out)
{
    size_t used = 0;
    for (size_t i = 0; i < piece.len;) {
        size_t plain = copy_ascii(ngi_slice_from(piece, i), out + used);
        used += plain;
        i += plain;
        for (; i < piece.len && (unsigned char)piece.ptr[i] >= 0x80; i++) {
            unsigned at = (unsigned char)piece.ptr[i] - 128u;
            memcpy(out + used, texts->bytes[at], 4);
            used += texts->len[at];
        }
    }
    return used;
}

/* ---- several bytes ---- */

/* ASCII bytes stand for themselves whatever stands before them, from 0x2F down. */
static bool has_safe_bytes(const lxb_encoding_data_t *e)
{
    return e->encoding != LXB_ENCODING_ISO_2022_JP && ngi_has_ascii(e);
}

static bool is_safe_byte(char c)
{
    return (unsigned char)c < 0x30 || c == '<' || c == '>';
}

/* The character of a pair of bytes in Shift_JIS, 0 where there is none (WHATWG Encoding
 * standard, 12.3.1). */
static uint32_t shift_jis_pair(uint32_t lead, uint32_t trail)
{
    if (trail < 0x40 || trail == 0x7F || trail > 0xFC)
        return 0;
    uint32_t pointer =
        (lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 188 + trail - (trail < 0x7F ? 0x40 : 0x41);
    if (pointer >= 8836 && pointer <= 10715)
        return 0xE000 - 8836 + pointer; /* end-user defined characters */
    uint32_t c = pointer < NGI_COUNT(lxb_encoding_multi_jis0208_map)
                     ? lxb_encoding_multi_jis0208_map[pointer]
                     : 0;
    return c > 0x10FFFF ? 0 : c;
}

static uint32_t next_shift_jis(const lxb_char_t **p, const lxb_char_t *end)
{
    uint32_t lead = *(*p)++;
    if (lead <= 0x80)
        return lead;
    if (lead >= 0xA1 && lead <= 0xDF)
        return 0xFF61 - 0xA1 + lead; /* half-width katakana */
    if (lead == 0xA0 || lead > 0xFC || *p == end)
        return REPLACEMENT;
    uint32_t c = shift_jis_pair(lead, **p);
    if (c != 0 || **p >= 0x80)
        (*p)++; /* an ASCII byte behind a broken lead byte stands for itself */
    return c != 0 ? c : REPLACEMENT;
}

/* Decodes the character at *p, *p < end, and moves *p behind it. False where the bytes
 * that are left make none, as an escape sequence does. */
static bool next_point(lxb_encoding_decode_t *d, const lxb_char_t **p, const lxb_char_t *end,
                       uint32_t *out)
{
    const lxb_encoding_data_t *e = d->encoding_data;
    const lxb_char_t *before = *p;
    if (e->encoding == LXB_ENCODING_SHIFT_JIS) {
        *out = next_shift_jis(p, end);
        return true;
    }
    uint32_t c = e->decode_single(d, p, end);
    *out = clean_point(c);
    if (c > 0x10FFFF && *p == before)
        *p = end; /* can't happen, but must not loop */
    return !(c == LXB_ENCODING_DECODE_CONTINUE && e->encoding == LXB_ENCODING_ISO_2022_JP &&
             end - before >= 3 && end[-3] == 0x1B);
}

/* Text at the start of `s` that needs no decoder is copied; returns how many bytes. */
static size_t copy_plain(const lxb_encoding_data_t *e, ng_slice s, char *out)
{
    if (e->encoding == LXB_ENCODING_UTF_8) {
        size_t valid = ngi_utf8_valid(s, NULL);
        memcpy(out, s.ptr, valid);
        return valid;
    }
    return has_safe_bytes(e) ? copy_ascii(s, out) : 0;
}

static size_t multi_piece(const lxb_encoding_data_t *e, ng_slice piece, char *out)
{
    const lxb_char_t *p = (const lxb_char_t *)piece.ptr, *end = p + piece.len;
    lxb_encoding_decode_t d = {0};
    size_t used = 0;
    uint32_t c;
    lxb_encoding_decode_init_single(&d, e);
    while (p < end) {
        size_t plain = copy_plain(e, ngi_slice((const char *)p, (size_t)(end - p)), out + used);
        p += plain;
        used += plain;
        if (p < end && next_point(&d, &p, end, &c))
            used += ngi_utf8_put(c, out + used);
    }
    return used;
}

size_t ngi_transcode_piece(const lxb_encoding_data_t *encoding, ng_slice piece, char *out)
{
    if (!ngi_is_single_byte(encoding))
        return multi_piece(encoding, piece, out);
    byte_texts texts;
    fill_byte_texts(encoding, &texts);
    return single_piece(&texts, piece, out);
}

/* ---- pieces ---- */

/* ISO-2022-JP: whether its state is ASCII again behind each escape sequence. */
static bool jis_cut(ng_slice s, size_t at, bool *ascii)
{
    if (s.ptr[at] == 0x1B && at + 2 < s.len)
        *ascii = s.ptr[at + 1] == '(' && s.ptr[at + 2] == 'B';
    return *ascii && s.ptr[at] == '\n';
}

/* The end of the piece that starts at `at`. */
static size_t piece_end(const lxb_encoding_data_t *e, ng_slice s, size_t at)
{
    size_t end = s.len - at > PIECE ? at + PIECE : s.len;
    bool ascii = true;
    switch (e->encoding) {
    case LXB_ENCODING_ISO_2022_JP:
        for (size_t i = at; i < s.len; i++)
            if (jis_cut(s, i, &ascii) && i + 1 >= end)
                return i + 1;
        return s.len;
    case LXB_ENCODING_UTF_16LE: /* not behind the first half of a pair */
        while (end < s.len && ((unsigned char)s.ptr[end - 1] & 0xFC) == 0xD8)
            end += 2;
        break;
    case LXB_ENCODING_UTF_16BE:
        while (end < s.len && ((unsigned char)s.ptr[end - 2] & 0xFC) == 0xD8)
            end += 2;
        break;
    default:
        if (!ngi_is_single_byte(e) && ngi_has_ascii(e)) /* EBCDIC, UTF-32: at any character */
            while (end < s.len && !is_safe_byte(s.ptr[end - 1]))
                end++;
    }
    return end < s.len ? end : s.len;
}

bool ngi_transcode(ngi_arena *arena, ng_slice source, const lxb_encoding_data_t *encoding,
                   ng_slice *text, ngi_offsets **offsets)
{
    bool single = ngi_is_single_byte(encoding);
    byte_texts texts;
    ngi_offsets *o = NGI_NEW(arena, ngi_offsets);
    size_t capacity = source.len / PIECE + 2, used = 0;
    if (o == NULL || source.len > SIZE_MAX / 4)
        return false;
    o->encoding = encoding;
    o->source = source;
    o->marks = ngi_arena_alloc(arena, capacity, sizeof *o->marks);
    char *out = ngi_arena_chars(arena, source.len * 3 + 16);
    if (o->marks == NULL || out == NULL)
        return false;
    if (single)
        fill_byte_texts(encoding, &texts);
    for (size_t at = 0; at < source.len;) {
        size_t end = piece_end(encoding, source, at);
        ng_slice piece = ngi_slice_sub(source, at, end);
        o->marks[o->count++] = (ngi_offset_mark){used, at}; /* no piece but the last is shorter */
        used += single ? single_piece(&texts, piece, out + used)
                       : multi_piece(encoding, piece, out + used);
        at = end;
    }
    if (arena->next == out + source.len * 3 + 16)
        arena->next = out + used; /* gives back what wasn't needed */
    o->text_len = used;
    *text = ngi_slice(out, used);
    *offsets = o;
    return true;
}

/* ---- the way back ---- */

static size_t find_mark(const ngi_offsets *o, size_t at)
{
    size_t low = 0, high = o->count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (o->marks[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The source offset, within a piece, of the character that text offset `at` lies in. */
static size_t place_in_piece(const lxb_encoding_data_t *e, ng_slice piece, size_t at)
{
    const lxb_char_t *begin = (const lxb_char_t *)piece.ptr, *end = begin + piece.len, *p = begin;
    lxb_encoding_decode_t d = {0};
    lxb_encoding_decode_init_single(&d, e);
    for (size_t made = 0; p < end;) {
        const lxb_char_t *before = p;
        char bytes[4];
        uint32_t c = *p;
        if (c < 0x80 && has_safe_bytes(e))
            p++;
        else if (!next_point(&d, &p, end, &c))
            break;
        made += ngi_utf8_put(c, bytes);
        if (at < made)
            return (size_t)(before - begin);
    }
    return piece.len;
}

uint64_t ngi_source_offset(const ngi_decoded *decoded, size_t at)
{
    const ngi_offsets *o = decoded->offsets;
    if (o == NULL)
        return decoded->skipped + at;
    if (at >= o->text_len || o->count == 0)
        return decoded->skipped + o->source.len;
    size_t i = find_mark(o, at);
    size_t end = i + 1 < o->count ? o->marks[i + 1].source : o->source.len;
    ng_slice piece = ngi_slice_sub(o->source, o->marks[i].source, end);
    return decoded->skipped + o->marks[i].source +
           place_in_piece(o->encoding, piece, at - o->marks[i].text);
}
