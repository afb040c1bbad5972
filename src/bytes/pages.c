/* SPDX-License-Identifier: Apache-2.0 */
/* Charsets beyond those of the web: DOS and Macintosh pages, EBCDIC, UTF-32, and other names of the
 * web's own.
 *
 * Feeds still come in what the program that writes them was born with. Their characters are the C
 * library's (iconv), asked once for each of the 256 bytes; all else is as for the web's encodings,
 * the way back to the bytes too. Where iconv lacks a page, its name is as good as unknown. */
#include "base/utf8.h"
#include "bytes/charset.h"

#include <iconv.h>

enum { BYTES = 256, NAME = 32, REPLACEMENT = 0xFFFD, DECLARATION = 160 };

/* ---- names ---- */

/* Names as known() writes them: small letters and digits. */
static const struct {
    const char *name;
    lxb_encoding_t encoding;
} aliases[] = {
    {"cp932", LXB_ENCODING_SHIFT_JIS},
    {"932", LXB_ENCODING_SHIFT_JIS},
    {"shiftjis", LXB_ENCODING_SHIFT_JIS},
    {"shiftjis2004", LXB_ENCODING_SHIFT_JIS},
    {"shiftjisx0213", LXB_ENCODING_SHIFT_JIS},
    {"eucjp", LXB_ENCODING_EUC_JP},
    {"eucjis2004", LXB_ENCODING_EUC_JP},
    {"eucjisx0213", LXB_ENCODING_EUC_JP},
    {"iso2022jp1", LXB_ENCODING_ISO_2022_JP},
    {"iso2022jp2", LXB_ENCODING_ISO_2022_JP},
    {"iso2022jp3", LXB_ENCODING_ISO_2022_JP},
    {"iso2022jpext", LXB_ENCODING_ISO_2022_JP},
    {"cp949", LXB_ENCODING_EUC_KR},
    {"949", LXB_ENCODING_EUC_KR},
    {"ms949", LXB_ENCODING_EUC_KR},
    {"uhc", LXB_ENCODING_EUC_KR},
    {"euckr", LXB_ENCODING_EUC_KR},
    {"ksc", LXB_ENCODING_EUC_KR},
    {"ksc5601", LXB_ENCODING_EUC_KR},
    {"ksx1001", LXB_ENCODING_EUC_KR},
    {"cp950", LXB_ENCODING_BIG5},
    {"950", LXB_ENCODING_BIG5},
    {"ms950", LXB_ENCODING_BIG5},
    {"big5hkscs", LXB_ENCODING_BIG5},
    {"big5tw", LXB_ENCODING_BIG5},
    {"hkscs", LXB_ENCODING_BIG5},
    {"cp936", LXB_ENCODING_GBK},
    {"936", LXB_ENCODING_GBK},
    {"ms936", LXB_ENCODING_GBK},
    {"euccn", LXB_ENCODING_GBK},
    {"gb180302000", LXB_ENCODING_GB18030},
    {"macroman", LXB_ENCODING_MACINTOSH},
    {"maccyrillic", LXB_ENCODING_X_MAC_CYRILLIC},
    {"tis620", LXB_ENCODING_WINDOWS_874},
    {"cp874", LXB_ENCODING_WINDOWS_874},
    {"usascii", LXB_ENCODING_WINDOWS_1252},
    {"windows1250", LXB_ENCODING_WINDOWS_1250},
    {"windows1251", LXB_ENCODING_WINDOWS_1251},
    {"windows1252", LXB_ENCODING_WINDOWS_1252},
};

static const struct {
    const char *name; /* iconv's, and what is told */
    const char *known;
    bool ebcdic;
} pages[] = {
    {"cp437", "cp437", false},
    {"cp737", "cp737", false},
    {"cp775", "cp775", false},
    {"cp850", "cp850", false},
    {"cp852", "cp852", false},
    {"cp855", "cp855", false},
    {"cp856", "cp856", false},
    {"cp857", "cp857", false},
    {"cp858", "cp858", false},
    {"cp860", "cp860", false},
    {"cp861", "cp861", false},
    {"cp862", "cp862", false},
    {"cp863", "cp863", false},
    {"cp864", "cp864", false},
    {"cp865", "cp865", false},
    {"cp869", "cp869", false},
    {"cp1125", "cp1125", false},
    {"mac-centraleurope", "macce", false},
    {"mac-centraleurope", "maccentraleurope", false},
    {"mac-centraleurope", "maclatin2", false},
    {"mac-is", "maciceland", false},
    {"mac-is", "macicelandic", false},
    {"hp-roman8", "hproman8", false},
    {"koi8-t", "koi8t", false},
    {"rk1048", "kz1048", false},
    {"pt154", "ptcp154", false},
    {"pt154", "pt154", false},
    {"cp037", "cp037", true},
    {"cp037", "cp37", true},
    {"cp273", "cp273", true},
    {"cp424", "cp424", true},
    {"cp500", "cp500", true},
    {"cp875", "cp875", true},
    {"cp1026", "cp1026", true},
    {"cp1047", "cp1047", true},
    {"cp1140", "cp1140", true},
};

/* A name in small letters and digits alone, "ibm" and bare numbers as "cp", without "x-". Its
 * length, 0 where it is too long. */
static size_t known(ng_slice name, char out[NAME])
{
    size_t used = 0;
    if (ngi_starts_nocase(name, NGI_LIT("x-")))
        name = ngi_slice_from(name, 2);
    bool number = name.len > 0 && name.len <= 4 && *name.ptr >= '0' && *name.ptr <= '9';
    if (ngi_starts_nocase(name, NGI_LIT("ibm")))
        name = ngi_slice_from(name, 3), number = true;
    if (number) {
        memcpy(out, "cp", 2);
        used = 2;
    }
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i], low = (char)(c | 32);
        bool letter = low >= 'a' && low <= 'z';
        if (!letter && !(c >= '0' && c <= '9'))
            continue;
        if (used == NAME)
            return 0;
        out[used++] = letter ? low : c;
    }
    return used;
}

/* ---- pages of 256 characters ---- */

typedef struct page {
    lxb_encoding_data_t data; /* first: lexbor hands it back to decode_page() */
    uint32_t points[BYTES];
} page;

static lxb_codepoint_t decode_page(lxb_encoding_decode_t *d, const lxb_char_t **p,
                                   const lxb_char_t *end)
{
    const page *of = (const page *)d->encoding_data;
    (void)end;
    return of->points[*(*p)++];
}

static uint32_t point_of(iconv_t from, unsigned byte)
{
    char in = (char)byte, *source = &in;
    uint32_t point = 0;
    char *out = (char *)&point;
    size_t left = 1, room = sizeof point;
    bool done = iconv(from, &source, &left, &out, &room) != (size_t)-1 && room == 0;
    (void)iconv(from, NULL, NULL, NULL, NULL);
    return done ? point : REPLACEMENT;
}

static const lxb_encoding_data_t *page_of(ngi_arena *arena, const char *name, bool ebcdic)
{
    const uint16_t one = 1;
    unsigned char low;
    memcpy(&low, &one, 1);
    page *made = NGI_NEW(arena, page);
    iconv_t from = made != NULL ? iconv_open(low != 0 ? "UCS-4LE" : "UCS-4BE", name) : (iconv_t)-1;
    if (from == (iconv_t)-1)
        return NULL;
    *made = (page){
        .data = {.encoding = (lxb_encoding_t)(ebcdic ? NGI_ENCODING_EBCDIC : NGI_ENCODING_PAGE),
                 .decode_single = decode_page}};
    made->data.name = (lxb_char_t *)name;
    for (unsigned i = 0; i < BYTES; i++)
        made->points[i] = point_of(from, i);
    (void)iconv_close(from);
    return &made->data;
}

static const lxb_encoding_data_t *find_page(ngi_arena *arena, ng_slice plain, bool ebcdic)
{
    for (size_t i = 0; i < NGI_COUNT(pages); i++)
        if (pages[i].ebcdic == ebcdic && ngi_equal_to(plain, pages[i].known))
            return page_of(arena, pages[i].name, ebcdic);
    return NULL;
}

const lxb_encoding_data_t *ngi_charset_named(ngi_arena *arena, ng_slice name)
{
    char low[NAME];
    const lxb_encoding_data_t *e =
        lxb_encoding_data_by_pre_name((const lxb_char_t *)name.ptr, name.len);
    ng_slice plain = ngi_slice(low, e == NULL ? known(name, low) : 0);
    if (e != NULL || plain.len == 0)
        return e;
    for (size_t i = 0; i < NGI_COUNT(aliases); i++)
        if (ngi_equal_to(plain, aliases[i].name))
            return lxb_encoding_data(aliases[i].encoding);
    e = lxb_encoding_data_by_pre_name((const lxb_char_t *)plain.ptr, plain.len);
    return e != NULL ? e : find_page(arena, plain, false);
}

/* ---- what is not ASCII ---- */

static lxb_codepoint_t decode_32(lxb_encoding_decode_t *d, const lxb_char_t **p,
                                 const lxb_char_t *end)
{
    bool little = (int)d->encoding_data->encoding == NGI_ENCODING_UTF_32LE;
    uint32_t c = 0;
    if (end - *p < 4) {
        *p = end;
        return REPLACEMENT;
    }
    for (int i = 0; i < 4; i++)
        c |= (uint32_t)(*p)[i] << (little ? 8 * i : 24 - 8 * i);
    *p += 4;
    return c > 0x10FFFF ? REPLACEMENT : c;
}

const lxb_encoding_data_t *ngi_charset_utf32(bool little)
{
    static const lxb_encoding_data_t data[] = {
        {.encoding = (lxb_encoding_t)NGI_ENCODING_UTF_32BE,
         .decode_single = decode_32,
         .name = (lxb_char_t *)"utf-32be"},
        {.encoding = (lxb_encoding_t)NGI_ENCODING_UTF_32LE,
         .decode_single = decode_32,
         .name = (lxb_char_t *)"utf-32le"},
    };
    return &data[little];
}

/* The name behind "encoding" in a declaration, in letters and digits. */
static ng_slice declared_name(ng_slice s)
{
    size_t at = ngi_find(s, NGI_LIT("encoding")), end;
    if (at == NGI_NONE)
        return (ng_slice){0};
    for (at += 8; at < s.len && !ngi_is_letter((unsigned char)s.ptr[at]) &&
                  !(s.ptr[at] >= '0' && s.ptr[at] <= '9');)
        at++;
    for (end = at; end < s.len && s.ptr[end] != '"' && s.ptr[end] != '\'';)
        end++;
    return ngi_slice_sub(s, at, end);
}

/* All EBCDIC pages have letters and digits at the same places, so any of them reads what the
 * declaration says. */
static const lxb_encoding_data_t *ebcdic_of(ngi_arena *arena, ng_slice bytes)
{
    char text[DECLARATION * 3 + 16], low[NAME];
    const lxb_encoding_data_t *common = page_of(arena, "cp037", true);
    if (common == NULL)
        return NULL;
    size_t len = ngi_transcode_piece(common, ngi_slice_sub(bytes, 0, DECLARATION), text);
    ng_slice name = declared_name(ngi_slice(text, len));
    const lxb_encoding_data_t *told = find_page(arena, ngi_slice(low, known(name, low)), true);
    return told != NULL ? told : common;
}

const lxb_encoding_data_t *ngi_charset_not_ascii(ngi_arena *arena, ng_slice bytes)
{
    if (ngi_starts(bytes, ngi_slice("<\0\0\0", 4)))
        return ngi_charset_utf32(true);
    if (ngi_starts(bytes, ngi_slice("\0\0\0<", 4)))
        return ngi_charset_utf32(false);
    return ngi_starts(bytes, NGI_LIT("\x4C\x6F\xA7\x94")) ? ebcdic_of(arena, bytes) : NULL;
}
