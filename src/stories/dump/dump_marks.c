/* SPDX-License-Identifier: Apache-2.0 */
/* The marks that items of lists begin with in a dump: bullets, dashes, numbers. Each is told
 * from the first characters of its line. */
#include "stories/dump/dump.h"

/* The marks that begin items of lists. 2: as often a voice in a dialogue. */
static int mark_strength(uint32_t c)
{
    switch (c) {
    case '*':
    case '+':
    case '-':
    case 0x2022:
    case 0x00B7:
    case 0x2023:
    case 0x25AA:
    case 0x25AB:
    case 0x25CF:
    case 0x25CB:
    case 0x25A0:
    case 0x25A1:
    case 0x25BA:
    case 0x25B6:
    case 0x27A4:
    case 0x2192:
    case 0x25C6:
    case 0x25C7:
    case 0x2219:
    case 0x2043:
    case 0x25E6:
    case 0x30FB:
    case 0x25B8:
    case 0xBB:
    case '>':
    case 0x203A:
    case 0x2756:
    case 0x2714:
    case 0x25C4:
    case 0x25C0: return 1;
    case 0x2013:
    case 0x2014:
    case 0x2015: return 2;
    default: return 0;
    }
}

/* Digits with "." or ")" behind: how many bytes, and the number. */
static size_t number_mark(ng_slice s, uint32_t *number, bool *lone)
{
    size_t at = 0, digits = 0;
    *number = 0;
    bool open = s.len != 0 && (s.ptr[0] == '(' || s.ptr[0] == '#' || s.ptr[0] == '[');
    at = open ? 1 : 0;
    while (at < s.len) {
        size_t next = at;
        int d = ngi_digit_value(ngi_utf8_next(s, &next));
        if (d < 0)
            break;
        if (++digits > 2)
            return 0;
        *number = *number * 10 + (uint32_t)d;
        at = next;
    }
    if (digits == 0)
        return 0;
    if (at < s.len && (s.ptr[at] == '.' || s.ptr[at] == ')' || s.ptr[at] == ']'))
        at++;
    else if (!(at == s.len || (open && s.ptr[at] == ' ')))
        return 0;
    *lone = at == s.len;
    return *lone || s.ptr[at] == ' ' || s.ptr[at] == '\t' || (unsigned char)s.ptr[at] == 0xC2 ? at
                                                                                              : 0;
}

/* The mark at the start of a trimmed line, and how many bytes it has. */
ngi_mark ngi_dump_mark_of(ng_slice s, size_t *len, uint32_t *number)
{
    size_t at = 0;
    *len = 0;
    *number = 0;
    if (s.len == 0)
        return NGI_MARK_NONE;
    int strength = mark_strength(ngi_utf8_next(s, &at));
    if (strength != 0) {
        ng_slice rest = ngi_trim_wide(ngi_slice_from(s, at));
        *len = rest.len == 0 ? s.len : (size_t)(rest.ptr - s.ptr);
        if (rest.len == 0)
            return NGI_MARK_LONE;
        if (*len > at)
            return strength == 1 ? NGI_MARK_BULLET : NGI_MARK_DASH;
        if (ngi_starts(s, NGI_LIT("-- "))) {
            *len = s.len - ngi_trim_wide(ngi_slice_from(s, 2)).len;
            return NGI_MARK_DASH;
        }
        *len = 0;
        return NGI_MARK_NONE;
    }
    bool lone;
    size_t digits = number_mark(s, number, &lone);
    if (digits == 0)
        return NGI_MARK_NONE;
    ng_slice rest = ngi_trim_wide(ngi_slice_from(s, digits));
    *len = rest.len == 0 ? s.len : (size_t)(rest.ptr - s.ptr);
    return lone ? NGI_MARK_LONE : NGI_MARK_NUMBER;
}
