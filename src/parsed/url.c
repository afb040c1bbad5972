/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses of the web: see url.h.
 *
 * A page has hundreds of links, nearly all of them absolute, or a plain path from the root:
 * those are put together here. All others go to lexbor's parser. */
#include "parsed/url.h"

#include <lexbor/url/url.h>

enum { MAX_URL = 8192 };

/* "https://" and "http://": their length, else 0. */
static size_t web_scheme(ng_slice s)
{
    return ngi_starts_nocase(s, NGI_LIT("https://")) ? 8
           : ngi_starts_nocase(s, NGI_LIT("http://")) ? 7
                                                      : 0;
}

/* Whether a scheme that is not the web's begins `s` ("mailto:", "javascript:"). */
static bool other_scheme(ng_slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = (char)(s.ptr[i] | 32);
        if (s.ptr[i] == ':')
            return i > 0 && web_scheme(s) == 0 &&
                   !ngi_starts_nocase(s, NGI_LIT("http:")) &&
                   !ngi_starts_nocase(s, NGI_LIT("https:"));
        bool in_scheme = (c >= 'a' && c <= 'z') || (i > 0 && s.ptr[i] >= '0' && s.ptr[i] <= '9') ||
                         (i > 0 && (s.ptr[i] == '+' || s.ptr[i] == '-' || s.ptr[i] == '.'));
        if (!in_scheme && !ngi_is_space(s.ptr[i]))
            return false;
    }
    return false;
}

/* Whether the standard would leave these characters as they are. */
static bool is_plain(ng_slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c <= ' ' || c >= 0x7F || c == '\\' || c == '"' || c == '<' || c == '>' || c == '`' ||
            c == '{' || c == '}' || c == '^' || c == '|')
            return false;
        if (c == '.' && i > 0 && s.ptr[i - 1] == '/' &&
            (i + 1 == s.len || s.ptr[i + 1] == '/' || s.ptr[i + 1] == '.'))
            return false;
    }
    return true;
}

static ng_slice join(ngi_arena *arena, ng_slice a, ng_slice b)
{
    char *out = ngi_arena_chars(arena, a.len + b.len);
    if (out == NULL)
        return (ng_slice){0};
    memcpy(out, a.ptr, a.len);
    memcpy(out + a.len, b.ptr, b.len);
    return (ng_slice){out, a.len + b.len};
}

typedef struct serializing {
    ngi_arena *arena;
    ng_slice out;
} serializing;

static lxb_status_t serialize(const lxb_char_t *data, size_t len, void *context)
{
    serializing *s = context;
    s->out = join(s->arena, s->out, ngi_slice((const char *)data, len));
    return s->arena->failed ? LXB_STATUS_ERROR_MEMORY_ALLOCATION : LXB_STATUS_OK;
}

static ng_slice resolve(ngi_arena *arena, ng_slice base, ng_slice href)
{
    serializing s = {arena, {"", 0}};
    lxb_url_parser_t *parser = lxb_url_parser_create();
    lxb_url_t *root = NULL, *url = NULL;
    if (parser != NULL && lxb_url_parser_init(parser, NULL) == LXB_STATUS_OK) {
        if (base.len != 0)
            root = lxb_url_parse(parser, NULL, (const lxb_char_t *)base.ptr, base.len);
        lxb_url_parser_clean(parser);
        url = lxb_url_parse(parser, root, (const lxb_char_t *)href.ptr, href.len);
        if (url != NULL && lxb_url_serialize(url, serialize, &s, false) != LXB_STATUS_OK)
            s.out = (ng_slice){0};
        lxb_url_parser_memory_destroy(parser);
    }
    lxb_url_parser_destroy(parser, true);
    return web_scheme(s.out) != 0 ? s.out : (ng_slice){0};
}

ng_slice ngi_url_resolve(ngi_arena *arena, ng_slice base, ng_slice href)
{
    href = ngi_trim(href);
    base = ngi_trim(base);
    if (href.len == 0 || href.len > MAX_URL || *href.ptr == '#' || other_scheme(href))
        return (ng_slice){0};
    size_t scheme = web_scheme(href), base_scheme = web_scheme(base);
    if (scheme != 0 && is_plain(ngi_slice_from(href, scheme)) &&
        ngi_find_char(ngi_slice_from(href, scheme), '/') != NGI_NONE)
        return href;
    if (base_scheme == 0 || base.len > MAX_URL)
        return scheme == 0 ? href : resolve(arena, (ng_slice){0}, href);
    if (*href.ptr == '/' && is_plain(href)) {
        if (href.len > 1 && href.ptr[1] == '/')
            return join(arena, ngi_slice_sub(base, 0, base_scheme - 2), href);
        size_t slash = ngi_find_char(ngi_slice_from(base, base_scheme), '/');
        ng_slice origin = slash == NGI_NONE ? base : ngi_slice_sub(base, 0, base_scheme + slash);
        if (is_plain(origin) && ngi_find_char(origin, '?') == NGI_NONE &&
            ngi_find_char(origin, '#') == NGI_NONE)
            return join(arena, origin, href);
    }
    return resolve(arena, base, href);
}

ng_slice ngi_url_host(ng_slice url)
{
    size_t begin = web_scheme(url), end = begin;
    if (begin == 0)
        return (ng_slice){0};
    while (end < url.len && url.ptr[end] != '/' && url.ptr[end] != '?' && url.ptr[end] != '#' &&
           url.ptr[end] != ':')
        end++;
    ng_slice host = ngi_slice_sub(url, begin, end);
    return ngi_starts_nocase(host, NGI_LIT("www.")) ? ngi_slice_from(host, 4) : host;
}

ng_slice ngi_url_path(ng_slice url)
{
    size_t begin = web_scheme(url);
    while (begin != 0 && begin < url.len && url.ptr[begin] != '/' && url.ptr[begin] != '?' &&
           url.ptr[begin] != '#')
        begin++;
    return ngi_slice_from(url, begin);
}
