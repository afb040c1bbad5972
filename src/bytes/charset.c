/* SPDX-License-Identifier: Apache-2.0 */
/* Which charset a page is in, and its text in UTF-8.
 *
 * The order: a byte order mark; UTF-8 wherever the bytes are valid UTF-8 with characters
 * beyond ASCII, whatever is declared (saved pages often are, and still declare what they
 * were in once; no other charset makes such bytes by chance); the HTTP header's hint;
 * <meta>; what the bytes look like. A page of UTF-8 with a few broken bytes stays UTF-8,
 * and a declared charset in which much of the page is broken is not believed. */
#include "base/sixteen.h"
#include "base/utf8.h"
#include "bytes/charset.h"
#include "bytes/inflate.h"

/* ---- what is no text ---- */

static const struct {
    const char *bytes;
    unsigned char len, at;
    const char *name, *help;
} magics[] = {
    {"%PDF-", 5, 0, "a PDF document", "extract its text first, for instance with pdftotext"},
    {"\x89PNG", 4, 0, "a PNG image", "name the page that shows it"},
    {"\xFF\xD8\xFF", 3, 0, "a JPEG image", "name the page that shows it"},
    {"GIF8", 4, 0, "a GIF image", "name the page that shows it"},
    {"WEBP", 4, 8, "a WebP image", "name the page that shows it"},
    {"PK\x03\x04", 4, 0, "a ZIP archive or office document", "unpack it or save it as HTML first"},
    {"Rar!", 4, 0, "a RAR archive", "unpack it first"},
    {"7z\xBC\xAF\x27\x1C", 6, 0, "a 7-Zip archive", "unpack it first"},
    {"\xFD"
     "7zXZ",
     5, 0, "xz data", "unpack it first, with xz -d"},
    {"BZh", 3, 0, "bzip2 data", "unpack it first, with bzip2 -d"},
    {"\x1F\x8B\x08", 3, 0, "gzip data within the input", "unpack it first, with gzip -d"},
    {"\x28\xB5\x2F\xFD", 4, 0, "zstd data within the input", "unpack it first, with zstd -d"},
    {"ustar", 5, 127, "a tar archive", "unpack it first, with tar -x"},
    {"\xD0\xCF\x11\xE0", 4, 0, "an old office document", "save it as HTML first"},
    {"\x7F"
     "ELF",
     4, 0, "a program", "name a page"},
    {"SQLite format 3", 15, 0, "an SQLite database", "name a page"},
    {"bplist", 6, 0, "a web archive of Safari", "save the page as HTML"},
    {"ftyp", 4, 4, "a video or audio file", "name a page"},
    {"ID3", 3, 0, "an audio file", "name a page"},
    {"OggS", 4, 0, "a video or audio file", "name a page"},
    {"wOFF", 4, 0, "a font", "name a page"},
    {"wOF2", 4, 0, "a font", "name a page"},
};

/* tar keeps its magic at 257, beyond what a byte holds. */
static size_t magic_place(unsigned char at)
{
    return at == 127 ? 257 : at;
}

/* Which of sixteen bytes are control bytes that no text has: line ends, escapes and the like are
 * none. */
static uint32_t control_bits(ngi_sixteen v)
{
    return ngi_bits_of(ngi_is_between(v, 0, 7) | ngi_is_between(v, 14, 0x19) |
                       ngi_is_between(v, 0x1C, 0x1F) | ngi_is_each(v, 0x7F));
}

/* Whether the first 16 KiB hold more control bytes than a text with some dirt in it. */
static bool is_binary(ng_slice page, size_t *first)
{
    size_t looked = page.len < 16384 ? page.len : 16384, controls = 0;
    *first = 0;
    for (size_t i = 0; i < looked; i += 16) {
        uint32_t bits = control_bits(ngi_sixteen_of(page.ptr + i, looked - i));
        if (looked - i < 16)
            bits &= (1u << (looked - i)) - 1;
        if (bits == 0)
            continue;
        *first = controls == 0 ? i + ngi_first_bit(bits) : *first;
        controls += ngi_count_bits(bits);
    }
    ng_slice start = ngi_trim(ngi_slice_sub(page, 0, 1024));
    bool markup = start.len != 0 && *start.ptr == '<'; /* markup with NULs is read all the same */
    return controls >= 3 && controls * (markup ? 2 : 16) > looked;
}

/* Files known by their first bytes. */
static ng_status refuse_magic(ng_slice page, ng_error *error)
{
    size_t first;
    for (size_t i = 0; i < NGI_COUNT(magics); i++) {
        ng_slice magic = {magics[i].bytes, magics[i].len};
        size_t at = magic_place(magics[i].at);
        bool sure = magic.len >= 5 || (unsigned char)*magic.ptr >= 0x7F; /* no text starts so */
        if (page.len >= at + magic.len && ngi_starts(ngi_slice_from(page, at), magic) &&
            (sure || is_binary(page, &first)))
            return ngi_fail(error, NG_ERR_FORMAT, 0, "not text but %s; %s", magics[i].name,
                            magics[i].help);
    }
    return NG_OK;
}

static ng_status refuse_binary(ng_slice page, ng_error *error)
{
    size_t first;
    if (!is_binary(page, &first))
        return NG_OK;
    return ngi_fail(error, NG_ERR_FORMAT, first,
                    "not text, but binary data from byte %zu on; name an HTML or text file", first);
}

/* ---- UTF-8 with broken bytes ---- */

/* Whether characters of several bytes in UTF-8 by far outnumber the bytes that break it. */
static bool is_broken_utf8(ng_slice page, size_t valid, size_t whole_for_each)
{
    size_t whole = 0, broken = 0;
    for (size_t at = 0; at < page.len;) {
        for (size_t i = at; i < at + valid; i++)
            whole += ((unsigned char)page.ptr[i] & 0xC0) == 0xC0;
        at += valid;
        if (at < page.len)
            broken++, at++;
        while (at < page.len && ((unsigned char)page.ptr[at] & 0xC0) == 0x80)
            at++; /* what is left of a broken character */
        valid = ngi_utf8_valid(ngi_slice_from(page, at), NULL);
    }
    return whole > broken * whole_for_each;
}

/* ---- the choice ---- */

typedef struct choice {
    const lxb_encoding_data_t *encoding;
    const char *source;
    size_t skipped;
    bool plain; /* the bytes behind the mark are the text */
} choice;

static const lxb_encoding_data_t *utf8_data(void)
{
    return lxb_encoding_data(LXB_ENCODING_UTF_8);
}

static bool choose_by_mark(ng_slice page, choice *out)
{
    static const struct {
        const char *bytes;
        size_t len;
        lxb_encoding_t encoding;
    } marks[] = {
        {"\xEF\xBB\xBF", 3, LXB_ENCODING_UTF_8},
        {"\xFF\xFE", 2, LXB_ENCODING_UTF_16LE},
        {"\xFE\xFF", 2, LXB_ENCODING_UTF_16BE},
    };
    bool little = ngi_starts(page, ngi_slice("\xFF\xFE\0\0", 4));
    if (little || ngi_starts(page, ngi_slice("\0\0\xFE\xFF", 4))) {
        *out = (choice){ngi_charset_utf32(little), "bom", 4, false};
        return true;
    }
    for (size_t i = 0; i < NGI_COUNT(marks); i++)
        if (ngi_starts(page, ngi_slice(marks[i].bytes, marks[i].len))) {
            ng_slice rest = ngi_slice_from(page, marks[i].len);
            *out = (choice){lxb_encoding_data(marks[i].encoding), "bom", marks[i].len, false};
            out->plain = i == 0 && ngi_utf8_valid(rest, NULL) == rest.len;
            return true;
        }
    return false;
}

/* A charset that is declared in ASCII: UTF-16 and the like are then UTF-8. */
static const lxb_encoding_data_t *declared(ngi_arena *arena, ng_slice name)
{
    name = ngi_trim(name);
    if (name.len == 0 || name.len > 64)
        return NULL;
    const lxb_encoding_data_t *e = ngi_charset_named(arena, name);
    if (e == NULL || e->encoding == LXB_ENCODING_REPLACEMENT)
        return NULL;
    if (e->encoding == LXB_ENCODING_UTF_16LE || e->encoding == LXB_ENCODING_UTF_16BE)
        return utf8_data();
    if (e->encoding == LXB_ENCODING_X_USER_DEFINED)
        return lxb_encoding_data(LXB_ENCODING_WINDOWS_1252);
    return e;
}

static bool believe(ngi_arena *arena, ng_slice page, size_t valid, ng_slice name,
                    const char *source, choice *out)
{
    const lxb_encoding_data_t *e = declared(arena, name);
    if (e == NULL)
        return false;
    bool ascii = valid == page.len, fits;
    if (ascii)
        fits = e->encoding == LXB_ENCODING_ISO_2022_JP || !ngi_detect_iso_2022_jp(page);
    else if (e->encoding == LXB_ENCODING_UTF_8)
        fits = is_broken_utf8(page, valid, 1);
    else
        fits = !ngi_detect_refutes(arena, page, e);
    if (fits)
        *out = (choice){e, source, 0, ascii && e->encoding != LXB_ENCODING_ISO_2022_JP};
    return fits;
}

static choice choose(ngi_arena *arena, ng_slice page, ng_slice hint, bool is_html)
{
    choice c;
    ngi_prescan says = {{0}, {0}};
    bool beyond_ascii;
    if (choose_by_mark(page, &c))
        return c;
    const lxb_encoding_data_t *wide = ngi_charset_not_ascii(arena, page);
    if (wide == NULL)
        wide = ngi_detect_utf16(page);
    if (wide != NULL)
        return (choice){wide, "detected", 0, false};
    size_t valid = ngi_utf8_valid(page, &beyond_ascii);
    if (valid == page.len && beyond_ascii)
        return (choice){utf8_data(), "utf-8", 0, true};
    if (valid < page.len && is_broken_utf8(page, valid, 8))
        return (choice){utf8_data(), "utf-8", 0, false};
    if (is_html)
        ngi_prescan_read(page, &says);
    if (believe(arena, page, valid, hint, "http", &c) ||
        believe(arena, page, valid, says.charset, "meta", &c))
        return c;
    c = (choice){ngi_detect_charset(arena, page, says.lang), "detected", 0, false};
    if (valid == page.len && ngi_is_single_byte(c.encoding))
        return (choice){utf8_data(), "default", 0, true}; /* all ASCII: any would do */
    return c;
}

ng_status ngi_decode(ngi_arena *arena, ng_slice page, ng_slice hint, bool is_html, ngi_decoded *out,
                     ng_error *error)
{
    *out = (ngi_decoded){.charset = "utf-8", .source = "default"};
    if (page.len == 0)
        return NG_OK;
    ng_status status = refuse_magic(page, error);
    if (status != NG_OK)
        return status;
    choice c = choose(arena, page, hint, is_html);
    if (ngi_has_ascii(c.encoding) && (status = refuse_binary(page, error)) != NG_OK)
        return status;
    ng_slice bytes = ngi_slice_from(page, c.skipped);
    out->charset = (const char *)c.encoding->name;
    out->source = c.source;
    out->skipped = c.skipped;
    if (c.plain)
        out->text = bytes;
    else if (!ngi_transcode(arena, bytes, c.encoding, &out->text, &out->offsets))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "out of memory while decoding");
    return NG_OK;
}
