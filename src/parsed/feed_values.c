/* SPDX-License-Identifier: Apache-2.0 */
/* Values as feeds write them: see feed_values.h. */
#include "parsed/feed_values.h"

#include "base/utf8.h"
#include "parsed/url.h"

/* ---- addresses ---- */

static bool has_scheme(ng_slice address)
{
    for (size_t i = 0; i < address.len; i++) {
        char c = address.ptr[i], low = (char)(c | 32);
        if (c == ':')
            return i > 0;
        if (!(low >= 'a' && low <= 'z') &&
            !(i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')))
            return false;
    }
    return false;
}

ng_slice ngi_feed_address(ngi_arena *arena, ng_slice base, ng_slice address)
{
    address = ngi_trim(address);
    if (address.len != 0 && base.len != 0 && !has_scheme(address)) {
        ng_slice whole = ngi_url_resolve(arena, base, address);
        if (whole.len != 0)
            address = whole; /* which may borrow */
    }
    return ngi_arena_copy(arena, address);
}

/* ---- base64 ---- */

static int base64_digit(char c)
{
    return c >= 'A' && c <= 'Z'   ? c - 'A'
           : c >= 'a' && c <= 'z' ? c - 'a' + 26
           : c >= '0' && c <= '9' ? c - '0' + 52
           : c == '+' || c == '-' ? 62
           : c == '/' || c == '_' ? 63
                                  : -1;
}

/* Mail's kind with its padding, white space anywhere. */
static bool is_base64(ng_slice text)
{
    size_t digits = 0, padding = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (base64_digit(c) >= 0 && padding == 0)
            digits++;
        else if (c == '=')
            padding++;
        else if (!ngi_is_space(c))
            return false;
    }
    return padding <= 2 && digits % 4 != 1 && (padding == 0 || (digits + padding) % 4 == 0);
}

ng_slice ngi_feed_base64(ngi_arena *arena, ng_slice text)
{
    if (!is_base64(text))
        return text;
    char *out = ngi_arena_chars(arena, text.len + 1);
    size_t used = 0;
    uint32_t bits = 0, count = 0;
    for (size_t i = 0; out != NULL && i < text.len && text.ptr[i] != '='; i++) {
        int digit = base64_digit(text.ptr[i]);
        if (digit < 0)
            continue;
        bits = bits << 6 | (uint32_t)digit;
        if (++count % 4 != 1)
            out[used++] = (char)(bits >> (6 - 2 * ((count - 1) % 4)) & 0xFF);
    }
    return ngi_utf8_repair(arena, ngi_slice(out, used)); /* it may be a picture */
}

/* ---- people ---- */

ng_slice ngi_feed_person(ngi_arena *arena, ng_slice name, ng_slice email)
{
    char *out;
    if (name.len == 0 || email.len == 0)
        return ngi_arena_copy(arena, name.len != 0 ? name : email);
    if ((out = ngi_arena_chars(arena, name.len + email.len + 3)) == NULL)
        return (ng_slice){0};
    memcpy(out, name.ptr, name.len);
    memcpy(out + name.len, " (", 2);
    memcpy(out + name.len + 2, email.ptr, email.len);
    out[name.len + email.len + 2] = ')';
    return ngi_slice(out, name.len + email.len + 3);
}

ng_slice ngi_feed_person_of_text(ngi_arena *arena, ng_slice text)
{
    char last = text.len > 0 ? text.ptr[text.len - 1] : '\0';
    size_t open = last == ')'   ? ngi_find_char(text, '(')
                  : last == '>' ? ngi_find_char(text, '<')
                                : NGI_NONE;
    if (open == NGI_NONE)
        return ngi_arena_copy(arena, text);
    ng_slice before = ngi_trim(ngi_slice_sub(text, 0, open));
    ng_slice inside = ngi_trim(ngi_slice_sub(text, open + 1, text.len - 1));
    bool first = ngi_find_char(before, '@') != NGI_NONE && ngi_find_char(before, ' ') == NGI_NONE;
    if (!first && ngi_find_char(inside, '@') == NGI_NONE)
        return ngi_arena_copy(arena, text);
    return first ? ngi_feed_person(arena, inside, before) : ngi_feed_person(arena, before, inside);
}
