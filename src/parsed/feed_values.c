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

/* From a base that is itself relative ("blog/", "/blog/", "//host/blog/"), as where the feed's own
 * address is not known: by RFC 3986, 5.2.3; steps up stay as they are. */
static ng_slice merge(ngi_arena *arena, ng_slice base, ng_slice address)
{
    size_t host = ngi_starts(base, NGI_LIT("//")) ? 2 : 0, kept;
    base = ngi_slice_sub(base, 0, ngi_find_char(base, '#'));
    base = ngi_slice_sub(base, 0, ngi_find_char(base, '?'));
    while (host != 0 && host < base.len && base.ptr[host] != '/')
        host++;
    for (kept = base.len; kept > host && base.ptr[kept - 1] != '/';)
        kept--;
    if (*address.ptr == '/')
        kept = ngi_starts(address, NGI_LIT("//")) ? 0 : host;
    else if (*address.ptr == '?' || *address.ptr == '#')
        kept = base.len;
    char *out = ngi_arena_chars(arena, kept + address.len);
    if (out == NULL)
        return (ng_slice){0};
    memcpy(out, base.ptr, kept);
    memcpy(out + kept, address.ptr, address.len);
    return ngi_slice(out, kept + address.len);
}

ng_slice ngi_feed_address(ngi_arena *arena, ng_slice base, ng_slice address)
{
    address = ngi_trim(address);
    if (address.len != 0 && base.len != 0 && !has_scheme(address)) {
        ng_slice whole =
            has_scheme(base) ? ngi_url_resolve(arena, base, address) : merge(arena, base, address);
        if (whole.len != 0)
            address = whole; /* which may borrow */
    }
    return ngi_arena_copy(arena, address);
}

/* ---- markup ---- */

enum { MOST_TAG = 4096 /* bytes of a tag: longer ones are none, so that time stays linear */ };

/* Where what begins at s[at] ('<') ends, if no reader is to see it; else `at`. */
static size_t behind_hidden(ng_slice s, size_t at)
{
    static const struct {
        const char *begin, *end;
    } hidden[] = {{"<script", "</script"},
                  {"<style", "</style"},
                  {"<applet", "</applet"},
                  {"<!--", "-->"},
                  {"<?", ">"}};
    ng_slice rest = ngi_slice_from(s, at);
    char first = rest.len > 1 ? (char)(rest.ptr[1] | 32) : '\0';
    if (first != 's' && first != 'a' && first != '!' && first != '?')
        return at; /* as most tags */
    for (size_t i = 0; i < NGI_COUNT(hidden); i++) {
        ng_slice begin = ngi_slice_of(hidden[i].begin);
        bool tag = ngi_is_letter((unsigned char)begin.ptr[1]);
        char next = rest.len > begin.len ? rest.ptr[begin.len] : '\0';
        if (!ngi_starts_nocase(rest, begin) ||
            (tag && next != '>' && next != '/' && !ngi_is_space(next)))
            continue;
        size_t end = ngi_find_nocase(rest, ngi_slice_of(hidden[i].end));
        size_t close = end == NGI_NONE ? end : ngi_find_char(ngi_slice_from(rest, end), '>');
        return close == NGI_NONE ? s.len : at + end + close + 1;
    }
    return at;
}

/* Behind the tag at s[at], whose quoted values may hold "<" and ">"; `at` where it is none. */
static size_t behind_tag(ng_slice s, size_t at)
{
    char next = at + 1 < s.len ? s.ptr[at + 1] : '\0';
    if (next != '/' && !ngi_is_letter((unsigned char)next))
        return at;
    for (size_t i = at + 2; i < s.len && i < at + MOST_TAG; i++) {
        char c = s.ptr[i];
        if (c == '<')
            return at;
        if (c == '>')
            return i + 1;
        if ((c == '"' || c == '\'') && s.ptr[i - 1] == '=') {
            size_t quote = ngi_find_char(ngi_slice_sub(s, i + 1, at + MOST_TAG), c);
            i += quote == NGI_NONE ? 0 : quote + 1;
        }
    }
    return at;
}

/* Of a document, not of a part of one: a "base" or a "meta" would change the page that shows it. */
static bool is_of_document(ng_slice tag)
{
    static const char *const names[] = {"html", "head", "body",  "base",
                                        "link", "meta", "frame", "frameset"};
    size_t end = 1 + (tag.len > 1 && tag.ptr[1] == '/'), begin = end;
    while (end < tag.len && ngi_is_letter((unsigned char)tag.ptr[end]))
        end++;
    if (end - begin < 4)
        return false; /* as most tags */
    for (size_t i = 0; i < NGI_COUNT(names); i++)
        if (ngi_equal_to_nocase(ngi_slice_sub(tag, begin, end), names[i]))
            return true;
    return false;
}

ng_slice ngi_feed_visible(ngi_arena *arena, ng_slice markup)
{
    char *out = NULL;
    size_t used = 0, kept = 0;
    for (size_t at = 0, next;
         (next = ngi_find_char(ngi_slice_from(markup, at), '<')) != NGI_NONE;) {
        size_t end = behind_hidden(markup, at += next);
        if (end == at) {
            end = behind_tag(markup, at);
            if (!is_of_document(ngi_slice_sub(markup, at, end))) {
                at = end > at ? end : at + 1;
                continue;
            }
        }
        if (out == NULL && (out = ngi_arena_chars(arena, markup.len)) == NULL)
            return markup;
        memcpy(out + used, markup.ptr + kept, at - kept);
        used += at - kept;
        kept = at = end;
    }
    if (out == NULL)
        return markup;
    memcpy(out + used, markup.ptr + kept, markup.len - kept);
    return ngi_trim(ngi_slice(out, used + markup.len - kept));
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
