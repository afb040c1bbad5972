/* SPDX-License-Identifier: Apache-2.0 */
/* Decodes the character references that nearly all are: those of markup's own characters, the
 * space that does not break, and numbers. HTML knows 2,231 names, some of them without their
 * semicolon, and has rules for numbers that are none; a text with one of those is lexbor's. An
 * ampersand that begins no reference stands for itself: in addresses most of them do. */
#include "base/utf8.h"
#include "parsed/html.h"

enum { LONGEST_BARE = 6 }; /* no name that needs no semicolon is longer */

static size_t put(char *out, uint32_t c)
{
    if (c >= 0x80)
        return ngi_utf8_put(c, out);
    *out = (char)c;
    return 1;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
    return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* The character of a name, 0 where it is not one of these. */
static uint32_t named(ng_slice name)
{
    static const struct {
        ng_slice name;
        uint32_t c;
    } known[] = {{{"quot", 4}, '"'}, {{"amp", 3}, '&'}, {{"nbsp", 4}, 0xA0},
                 {{"lt", 2}, '<'},   {{"gt", 2}, '>'},  {{"apos", 4}, '\''}};
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_equal(name, known[i].name))
            return known[i].c;
    return 0;
}

/* Numbers that stand for the character of that number; others have rules of their own. */
static bool stands_for_itself(uint32_t c)
{
    return (c >= ' ' && c < 0x7F) || (c >= 0xA0 && c < 0xD800) || (c >= 0xE000 && c < 0xFDD0) ||
           (c >= 0xFDF0 && c < 0xFFFE);
}

/* The character of the number at the start of `s`, behind "&#"; 0: left to lexbor. *used: with
 * its semicolon. */
static uint32_t numbered(ng_slice s, size_t *used)
{
    bool hex = s.len != 0 && (*s.ptr | 32) == 'x';
    size_t i = hex, first = i;
    uint32_t c = 0;
    for (; i < s.len && i < first + 6 && is_alnum(s.ptr[i]); i++) {
        char digit = (char)(s.ptr[i] | 32);
        if (!is_digit(s.ptr[i]) && !(hex && digit <= 'f'))
            return 0;
        c = c * (hex ? 16 : 10) +
            (uint32_t)(is_digit(s.ptr[i]) ? s.ptr[i] - '0' : digit - 'a' + 10);
    }
    *used = i + 1;
    return i != first && i < s.len && s.ptr[i] == ';' && stands_for_itself(c) ? c : 0;
}

/* The character that the ampersand at the start of `s` begins; 0: left to lexbor. *used: its
 * bytes in the page. */
static uint32_t reference(ng_slice s, bool in_value, size_t *used)
{
    size_t i = 1;
    *used = 1;
    if (s.len > 1 && s.ptr[1] == '#') {
        uint32_t c = numbered(ngi_slice_from(s, 2), used);
        *used += 2;
        return c;
    }
    while (i < s.len && is_alnum(s.ptr[i]))
        i++;
    if (i == 1)
        return '&';
    if (i < s.len && s.ptr[i] == ';') {
        *used = i + 1;
        return named(ngi_slice_sub(s, 1, i));
    }
    bool bare = i - 1 <= LONGEST_BARE && !(i < s.len && s.ptr[i] == '=');
    return in_value && !bare ? '&' : 0;
}

size_t ngi_references_decode(ng_slice s, bool in_value, char *out)
{
    size_t used = 0;
    for (size_t i = 0, bytes; i < s.len; i += bytes) {
        const char *next = memchr(s.ptr + i, '&', s.len - i);
        bytes = next == NULL ? s.len - i : (size_t)(next - s.ptr) - i;
        memcpy(out + used, s.ptr + i, bytes);
        used += bytes;
        if (next == NULL)
            break;
        i += bytes;
        uint32_t c = reference(ngi_slice_from(s, i), in_value, &bytes);
        if (c == 0)
            return NGI_NONE;
        used += put(out + used, c);
    }
    return used;
}
