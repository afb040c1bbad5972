/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 and character classes: see utf8.h. Categories are utf8proc's. */
#include "base/utf8.h"

#include "base/sixteen.h"

#include <utf8proc.h>

/* Bytes of a well-formed character at p (RFC 3629: no surrogates, no overlong forms), or 0. */
static size_t char_length(const unsigned char *p, size_t left)
{
    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xC2)
        return 0;
    if (p[0] < 0xE0)
        return left >= 2 && (p[1] & 0xC0) == 0x80 ? 2 : 0;
    if (p[0] < 0xF0) {
        if (left < 3 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
            return 0;
        return (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ? 0 : 3;
    }
    if (p[0] > 0xF4 || left < 4 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80 ||
        (p[3] & 0xC0) != 0x80)
        return 0;
    return (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F) ? 0 : 4;
}

/* The first byte beyond ASCII from `i` on, or the end. */
static size_t pass_ascii(ng_slice s, size_t i)
{
    for (ngi_sixteen v[4]; i + sizeof v <= s.len; i += sizeof v) {
        memcpy(v, s.ptr + i, sizeof v);
        if (ngi_bits_of(ngi_is_between(v[0] | v[1] | v[2] | v[3], 0x80, 0xFF)) != 0)
            break;
    }
    for (; i + 16 <= s.len; i += 16) {
        uint32_t bits = ngi_bits_of(ngi_is_between(ngi_sixteen_at(s.ptr + i), 0x80, 0xFF));
        if (bits != 0)
            return i + ngi_first_bit(bits);
    }
    while (i < s.len && (unsigned char)s.ptr[i] < 0x80)
        i++;
    return i;
}

size_t ngi_utf8_valid(ng_slice s, bool *beyond_ascii)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t i = 0;
    bool beyond = false;
    while ((i = pass_ascii(s, i)) < s.len) {
        /* Scripts beyond Latin come in runs: letters of two or three bytes, few of ASCII. */
        for (size_t n; i < s.len && p[i] >= 0x80; i += n) {
            n = char_length(p + i, s.len - i);
            if (n == 0)
                goto done;
            beyond = true;
        }
    }
done:
    if (beyond_ascii != NULL)
        *beyond_ascii = beyond;
    return i;
}

uint32_t ngi_utf8_next_wide(ng_slice s, size_t *at)
{
    const unsigned char *p = (const unsigned char *)s.ptr + *at;
    size_t left = s.len - *at;
    if (p[0] < 0x80 || left < 2) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *at += 2;
        return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    }
    if (p[0] < 0xF0 && left >= 3) {
        *at += 3;
        return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    if (left >= 4) {
        *at += 4;
        return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
               (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
    }
    *at = s.len;
    return 0xFFFD;
}

uint32_t ngi_utf8_previous(ng_slice s, size_t *at)
{
    size_t i = *at;
    do
        i--;
    while (i > 0 && ((unsigned char)s.ptr[i] & 0xC0) == 0x80);
    *at = i;
    return ngi_utf8_next(s, &(size_t){i});
}

size_t ngi_utf8_put_wide(uint32_t c, char out[4])
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD; /* no character: what is written is always valid */
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

size_t ngi_utf8_count(ng_slice s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

ng_slice ngi_utf8_repair(ngi_arena *arena, ng_slice s)
{
    size_t good = ngi_utf8_valid(s, NULL);
    if (good == s.len)
        return s;
    if (s.len > SIZE_MAX / 3)
        return arena->failed = true, (ng_slice){0};
    char *out = ngi_arena_chars(arena, s.len * 3);
    size_t used = 0;
    if (out == NULL)
        return (ng_slice){0};
    for (size_t i = 0; i < s.len;) {
        ng_slice rest = ngi_slice_from(s, i);
        good = ngi_utf8_valid(rest, NULL);
        memcpy(out + used, rest.ptr, good);
        used += good;
        i += good;
        if (i == s.len)
            break;
        used += ngi_utf8_put(0xFFFD, out + used);
        do /* one mark for a run of stray continuation bytes */
            i++;
        while (i < s.len && ((unsigned char)s.ptr[i] & 0xC0) == 0x80);
    }
    return (ng_slice){out, used};
}

enum { FIRST_HAN = 0x4E00, LAST_HAN = 0x9FFF, FIRST_HANGUL = 0xAC00, LAST_HANGUL = 0xD7A3 };

/* Most letters beyond ASCII are of Latin-1, basic Cyrillic, kana, Han or Hangul, most marks are
 * quotation marks and dashes: those are told without Unicode's tables. Marks of all kinds are one
 * here: who asks wants letters, digits, numbers and accents. */
static utf8proc_category_t common_category(uint32_t c)
{
    if (c >= FIRST_HAN && c <= LAST_HANGUL)
        return c <= LAST_HAN || c >= FIRST_HANGUL ? UTF8PROC_CATEGORY_LO : UTF8PROC_CATEGORY_CN;
    if (c >= 0xC0 && c <= 0xFF)
        return c == 0xD7 || c == 0xF7 ? UTF8PROC_CATEGORY_PO
               : c < 0xDF             ? UTF8PROC_CATEGORY_LU
                                      : UTF8PROC_CATEGORY_LL;
    if (c >= 0x410 && c <= 0x44F)
        return c < 0x430 ? UTF8PROC_CATEGORY_LU : UTF8PROC_CATEGORY_LL;
    if ((c >= 0x2000 && c <= 0x2027) || c == 0xA0 || c == 0xAB || c == 0xB7 || c == 0xBB)
        return UTF8PROC_CATEGORY_PO;
    if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA))
        return UTF8PROC_CATEGORY_LO;
    return UTF8PROC_CATEGORY_CN;
}

static utf8proc_category_t category(uint32_t c)
{
    utf8proc_category_t common = common_category(c);
    return common != UTF8PROC_CATEGORY_CN ? common : utf8proc_category((utf8proc_int32_t)c);
}

bool ngi_is_letter_wide(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool ngi_is_digit_wide(uint32_t c)
{
    return category(c) == UTF8PROC_CATEGORY_ND;
}

int ngi_digit_value(uint32_t c)
{
    if (c < 0x80)
        return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
    if (!ngi_is_digit(c))
        return -1;
    if (c >= 0x1D7CE && c <= 0x1D7FF) /* mathematical digits: five runs of ten, unaligned */
        return (int)((c - 0x1D7CE) % 10);
    uint32_t zero = c; /* decimal digits stand in runs of ten (Unicode, section 4.6) */
    while (zero > 0 && c - zero < 10 && ngi_is_digit(zero - 1))
        zero--;
    return (int)((c - zero) % 10);
}

bool ngi_is_word_wide(uint32_t c)
{
    utf8proc_category_t k = category(c); /* as Python's \w: no marks */
    return (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO) ||
           (k >= UTF8PROC_CATEGORY_ND && k <= UTF8PROC_CATEGORY_NO);
}

bool ngi_is_mark(uint32_t c)
{
    if (c < 0x300)
        return false;
    utf8proc_category_t k = category(c);
    return k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_MC;
}

bool ngi_is_upper_wide(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool ngi_is_lower_wide(uint32_t c)
{
    return category(c) == UTF8PROC_CATEGORY_LL;
}

bool ngi_is_cjk(uint32_t c)
{
    return c >= 0x0E00 && ((c <= 0x0E7F) || (c >= 0x3040 && c <= 0x30FF) ||
                           (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
                           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF));
}

bool ngi_is_wide_space(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

/* Marks that only tell where a word may break: no part of the words. Direction marks and
 * joiners are: they change what is seen. */
static bool is_break_mark(uint32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

bool ngi_is_invisible(uint32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

uint32_t ngi_fold_wide(uint32_t c)
{
    utf8proc_category_t common = common_category(c);
    if (common != UTF8PROC_CATEGORY_CN)
        return common == UTF8PROC_CATEGORY_LU ? c + 32 : c; /* so in Latin-1 and in Cyrillic */
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t ngi_base_letter(uint32_t c)
{
    static const struct {
        uint32_t from, to;
    } others[] = {
        {0xF8, 'o'},    {0x111, 'd'},   {0x131, 'i'},   {0x142, 'l'},   {0x3C2, 0x3C3},
        {0x451, 0x435}, {0x622, 0x627}, {0x623, 0x627}, {0x625, 0x627}, {0x643, 0x6A9},
        {0x649, 0x6CC}, {0x64A, 0x6CC}, {0x6C0, 0x6D5}, {0x2019, '\''}, {0x95B, 0x91C},
        {0x95E, 0x92B}, {0x9DC, 0x9A1}, {0x9DD, 0x9A2}, {0x9DF, 0x9AF},
    };
    c = ngi_fold(c);
    if (c < 0x80)
        return c;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].from == c)
            return others[i].to;
    if (!(c < 0x250 || (c >= 0x370 && c < 0x400) || (c >= 0x1E00 && c < 0x2000)))
        return c;
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    return n > 0 && n <= 8 && ngi_is_letter((uint32_t)parts[0]) ? (uint32_t)parts[0] : c;
}

ng_slice ngi_lower(ngi_arena *arena, ng_slice s)
{
    char *out = s.len > SIZE_MAX / 2 ? NULL : ngi_arena_chars(arena, s.len * 2);
    size_t used = 0;
    if (out == NULL)
        return (ng_slice){0};
    for (size_t i = 0; i < s.len;) /* folding grows a character by a byte at most */
        used += ngi_utf8_put(ngi_fold(ngi_utf8_next(s, &i)), out + used);
    return (ng_slice){out, used};
}

ng_slice ngi_trim_wide(ng_slice s)
{
    while (s.len != 0 && !ngi_is_printed(s.ptr[s.len - 1])) {
        size_t at = s.len;
        uint32_t c = ngi_utf8_previous(s, &at);
        if (!ngi_is_wide_space(c) && !ngi_is_invisible(c))
            break;
        s.len = at;
    }
    while (s.len != 0 && !ngi_is_printed(*s.ptr)) {
        size_t at = 0;
        uint32_t c = ngi_utf8_next(s, &at);
        if (!ngi_is_wide_space(c) && !ngi_is_invisible(c))
            break;
        s = ngi_slice_from(s, at);
    }
    return s;
}

ng_slice ngi_plain(ngi_arena *arena, ng_slice s)
{
    char *out = s.len > SIZE_MAX / 4 ? NULL : ngi_arena_chars(arena, s.len * 2 + 1);
    size_t used = 0;
    bool gap = false;
    if (out == NULL)
        return (ng_slice){0};
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (c >= 0x80 && ngi_is_invisible(c))
            continue;
        if (!ngi_is_word(c)) {
            gap = used != 0;
            continue;
        }
        if (gap)
            out[used++] = ' ';
        gap = false;
        used += ngi_utf8_put(ngi_fold(c), out + used);
    }
    return (ng_slice){out, used};
}

/* Which of sixteen bytes of seventeen are ASCII that is seen, or a space before such. */
static uint32_t even_bits(const char *p)
{
    ngi_sixteen v = ngi_sixteen_at(p), next = ngi_sixteen_at(p + 1);
    return ngi_bits_of(ngi_is_between(v, '!', '~') |
                       (ngi_is_each(v, ' ') & ngi_is_between(next, '!', '~')));
}

size_t ngi_copy_even(char *out, ng_slice s, size_t i)
{
    for (; i + 17 <= s.len; i += 16, out += 16) {
        uint32_t bits = even_bits(s.ptr + i);
        memcpy(out, s.ptr + i, 16);
        if (bits != 0xFFFF)
            return i + ngi_first_bit(~bits);
    }
    while (i < s.len && (ngi_is_printed(s.ptr[i]) ||
                         (s.ptr[i] == ' ' && i + 1 < s.len && ngi_is_printed(s.ptr[i + 1]))))
        *out++ = s.ptr[i++];
    return i;
}

/* Whether nothing in `s` is to be squeezed: single plain spaces, none at the ends. */
static bool is_squeezed(ng_slice s)
{
    bool space = true;
    for (size_t i = 0; i < s.len;) {
        unsigned char b = (unsigned char)s.ptr[i];
        if (i + 17 <= s.len && !(space && b == ' ') && even_bits(s.ptr + i) == 0xFFFF) {
            i += 16;
            space = s.ptr[i - 1] == ' ';
            continue;
        }
        if (b < 0x80) {
            bool is = ngi_is_space((char)b);
            if (is && (space || b != ' '))
                return false;
            space = is;
            i++;
            continue;
        }
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_wide_space(c) || is_break_mark(c))
            return false;
        space = false;
    }
    return s.len == 0 || !space;
}

ng_slice ngi_squeeze(ngi_arena *arena, ng_slice s)
{
    if (is_squeezed(s))
        return s;
    char *out = ngi_arena_chars(arena, s.len + 1);
    size_t used = 0;
    bool gap = false;
    if (out == NULL)
        return (ng_slice){0};
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        bool plain = ngi_is_printed(s.ptr[i]);
        uint32_t c = plain ? 'a' : ngi_utf8_next(s, &i);
        if (is_break_mark(c))
            continue;
        if (ngi_is_wide_space(c)) {
            gap = used != 0;
            continue;
        }
        if (gap)
            out[used++] = ' ';
        gap = false;
        if (plain)
            i = ngi_copy_even(out + used, s, i);
        else
            memcpy(out + used, s.ptr + from, i - from);
        used += i - from;
    }
    return (ng_slice){out, used};
}
