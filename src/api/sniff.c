/* SPDX-License-Identifier: Apache-2.0 */
/* Tells HTML from a plain-text dump by what it shows.
 *
 * A dump may speak of "<b>" or hold a stray "<", a page may open with pages of script or
 * lack its head (cut out, or saved from the middle). So: what the first characters say, and
 * else how many known tags stand in the first 64 kB, against the length of it. */
#include "api/api.h"

#include "parsed/tree.h"

enum { LOOK_BYTES = 64 * 1024, NAME_BYTES = 12 };

static bool is_name_end(ng_slice s, size_t at)
{
    return at >= s.len || ngi_is_space(s.ptr[at]) || s.ptr[at] == '>' || s.ptr[at] == '/';
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Whether a known tag (or doctype or comment) stands at the "<" at `at`. */
static bool tag_at(ng_slice s, size_t at)
{
    ng_slice rest = ngi_slice_from(s, at + 1);
    if (ngi_starts_nocase(rest, NGI_LIT("!doctype")) || ngi_starts(rest, NGI_LIT("!--")))
        return true;
    if (ngi_starts(rest, NGI_LIT("/")))
        rest = ngi_slice_from(rest, 1);
    size_t len = 0;
    while (len < rest.len && len < NAME_BYTES && is_letter_or_digit(rest.ptr[len]))
        len++;
    if (len == 0 || !is_name_end(rest, len))
        return false;
    return ngi_tag_of(ngi_slice_sub(rest, 0, len)) != NGI_TAG_OTHER;
}

/* Tags that a dump would hardly begin with. */
static bool opens_as_html(ng_slice s)
{
    s = ngi_trim(s);
    if (ngi_starts_nocase(s, NGI_LIT("<?xml")) || ngi_starts_nocase(s, NGI_LIT("<!doctype")) ||
        ngi_starts_nocase(s, NGI_LIT("<html")) || ngi_starts_nocase(s, NGI_LIT("<head")) ||
        ngi_starts_nocase(s, NGI_LIT("<body")) || ngi_starts(s, NGI_LIT("<!--")))
        return true;
    return s.len > 0 && s.ptr[0] == '<' && tag_at(s, 0);
}

bool ngi_looks_like_html(ng_slice text)
{
    ng_slice look = ngi_slice_sub(text, 0, LOOK_BYTES);
    if (opens_as_html(look))
        return true;
    size_t tags = 0;
    for (size_t at = 0; at < look.len; at++) {
        size_t next = ngi_find_char(ngi_slice_from(look, at), '<');
        if (next == NGI_NONE)
            break;
        at += next;
        tags += tag_at(look, at);
    }
    /* Three tags and one for each 1,500 bytes: text about HTML has fewer, the barest pages
     * (a tag a paragraph) have more. */
    return tags >= 3 && tags * 1500 >= look.len;
}
