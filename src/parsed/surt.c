/* SPDX-License-Identifier: Apache-2.0 */
/* See surt.h: sort-friendly addresses (SURT) as the Internet Archive's tools make them, so that
 * those find in our index what they look for.
 *
 * Of an address scheme, user, fragment, the scheme's own port, "www" with digits behind it, ids
 * of sessions and a slash at the end go; escapes are undone until none is left and made once;
 * dots and doubled slashes of the path are resolved; arguments of the query are sorted; and all
 * is put in lower case. Hosts that are not ASCII are escaped, not put in Punycode: addresses in
 * archives have been through a crawler, which had to. */
#include "parsed/surt.h"

#include <stdlib.h>

enum { MOST_ARGUMENTS = 1024, MOST_UNESCAPES = 16 };

typedef struct parts {
    ng_slice scheme, host, port, path, query;
} parts;

/* ---- taking apart ---- */

static size_t find_any(ng_slice s, const char *set)
{
    for (size_t i = 0; i < s.len; i++)
        for (const char *c = set; *c != '\0'; c++)
            if (s.ptr[i] == *c)
                return i;
    return s.len;
}

static void split(ng_slice url, parts *out)
{
    size_t scheme = ngi_find(url, NGI_LIT("://"));
    *out = (parts){.scheme = ngi_slice_sub(url, 0, scheme)};
    ng_slice rest = ngi_slice_from(url, scheme + 3);
    rest = ngi_slice_sub(rest, 0, find_any(rest, "#"));
    size_t end = find_any(rest, "/?");
    ng_slice host = ngi_slice_sub(rest, 0, end);
    rest = ngi_slice_from(rest, end);
    for (size_t at; (at = ngi_find_char(host, '@')) != NGI_NONE;)
        host = ngi_slice_from(host, at + 1);
    size_t bracket = ngi_find_char(host, ']'), from = bracket == NGI_NONE ? 0 : bracket;
    size_t colon = ngi_find_char(ngi_slice_from(host, from), ':');
    out->host = ngi_slice_sub(host, 0, colon == NGI_NONE ? host.len : from + colon);
    out->port = colon == NGI_NONE ? (ng_slice){0} : ngi_slice_from(host, from + colon + 1);
    size_t query = find_any(rest, "?");
    out->path = ngi_slice_sub(rest, 0, query);
    out->query = ngi_slice_from(rest, query + 1);
}

/* ---- escapes ---- */

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* Undoes escapes in place, once. */
static size_t unescape(char *s, size_t len)
{
    size_t used = 0;
    for (size_t i = 0; i < len; i++) {
        bool escape = s[i] == '%' && i + 2 < len && hex(s[i + 1]) >= 0 && hex(s[i + 2]) >= 0;
        char c = escape ? (char)(hex(s[i + 1]) * 16 + hex(s[i + 2])) : s[i];
        i += escape ? 2 : 0;
        s[used++] = c;
    }
    return used;
}

/* A copy in `arena` with no escape left that can be undone. */
static ng_slice bare(ngi_arena *arena, ng_slice s)
{
    char *copy = ngi_arena_chars(arena, s.len + 1);
    size_t len = s.len;
    if (copy == NULL)
        return (ng_slice){0};
    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    for (int i = 0; i < MOST_UNESCAPES; i++) {
        size_t shorter = unescape(copy, len);
        if (shorter == len)
            break;
        len = shorter;
    }
    return ngi_slice(copy, len);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Adds text in lower case, with what can't stand in an address escaped. */
static void add_escaped(ngi_buffer *out, ng_slice s)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c > ' ' && c < 0x7F && c != '#' && c != '%') {
            ngi_buffer_char(out, lower((char)c));
        } else {
            ngi_buffer_char(out, '%');
            ngi_buffer_char(out, digits[c >> 4]);
            ngi_buffer_char(out, digits[c & 15]);
        }
    }
}

/* ---- ids of sessions ---- */

static size_t run_of_letters(ng_slice s)
{
    size_t n = 0;
    while (n < s.len && ((s.ptr[n] >= '0' && s.ptr[n] <= '9') || (lower(s.ptr[n]) >= 'a' && lower(s.ptr[n]) <= 'z')))
        n++;
    return n;
}

static ng_slice without_session(ng_slice path)
{
    size_t at = ngi_find_nocase(path, NGI_LIT(";jsessionid="));
    bool id = at != NGI_NONE && run_of_letters(ngi_slice_from(path, at + 12)) >= 32;
    return id ? ngi_slice_sub(path, 0, at) : path;
}

static bool is_session(ng_slice argument)
{
    static const struct {
        const char *name;
        size_t length;
    } ids[] = {{"jsessionid=", 32}, {"phpsessid=", 32}, {"sid=", 32}};
    for (size_t i = 0; i < NGI_COUNT(ids); i++) {
        ng_slice name = ngi_slice_of(ids[i].name);
        if (ngi_starts_nocase(argument, name) && argument.len == name.len + ids[i].length &&
            run_of_letters(ngi_slice_from(argument, name.len)) == ids[i].length)
            return true;
    }
    ng_slice asp = NGI_LIT("aspsessionid");
    return ngi_starts_nocase(argument, asp) && argument.len == asp.len + 8 + 1 + 24 &&
           argument.ptr[asp.len + 8] == '=';
}

/* ---- the parts ---- */

static ng_slice without_www(ng_slice host)
{
    size_t at = 3;
    if (!ngi_starts_nocase(host, NGI_LIT("www")))
        return host;
    while (at < host.len && host.ptr[at] >= '0' && host.ptr[at] <= '9')
        at++;
    return at + 1 < host.len && host.ptr[at] == '.' ? ngi_slice_from(host, at + 1) : host;
}

static bool is_number_host(ng_slice host)
{
    for (size_t i = 0; i < host.len; i++)
        if ((host.ptr[i] < '0' || host.ptr[i] > '9') && host.ptr[i] != '.')
            return false;
    return true;
}

/* Labels from the last to the first; an IP address as it is. */
static void add_host(ngi_buffer *out, ngi_arena *arena, ng_slice raw)
{
    ng_slice host = without_www(bare(arena, raw));
    bool first = true;
    if (is_number_host(host) || ngi_starts(host, NGI_LIT("["))) {
        add_escaped(out, host);
        return;
    }
    for (size_t end = host.len; end > 0;) {
        size_t begin = end;
        while (begin > 0 && host.ptr[begin - 1] != '.')
            begin--;
        if (begin < end) {
            if (!first)
                ngi_buffer_char(out, ',');
            add_escaped(out, ngi_slice_sub(host, begin, end));
            first = false;
        }
        end = begin > 0 ? begin - 1 : 0;
    }
}

static bool is_own_port(const parts *p)
{
    return p->port.len == 0 ||
           (ngi_equal_nocase(p->scheme, NGI_LIT("http")) && ngi_equal(p->port, NGI_LIT("80"))) ||
           (ngi_equal_nocase(p->scheme, NGI_LIT("https")) && ngi_equal(p->port, NGI_LIT("443")));
}

/* Dots and empty pieces resolved; no slash at the end. Pieces are kept as a path in `kept`. */
static void add_path(ngi_buffer *out, ngi_arena *arena, ng_slice raw)
{
    ngi_buffer kept = {0};
    ng_slice rest = without_session(bare(arena, raw)), piece;
    while (ngi_split(&rest, '/', &piece)) {
        if (ngi_equal(piece, NGI_LIT(".."))) {
            while (kept.len > 0 && kept.ptr[--kept.len] != '/')
                ;
        } else if (piece.len > 0 && !ngi_equal(piece, NGI_LIT("."))) {
            ngi_buffer_char(&kept, '/');
            ngi_buffer_add(&kept, piece);
        }
    }
    if (kept.len == 0)
        ngi_buffer_char(out, '/');
    add_escaped(out, ngi_buffer_slice(&kept));
    out->failed = out->failed || kept.failed;
    ngi_buffer_free(&kept);
}

/* By name, then value; "a" before "a=". */
static int by_argument(const void *a, const void *b)
{
    const ng_slice *x = a, *y = b;
    size_t i = 0;
    for (; i < x->len && i < y->len; i++) {
        unsigned char c = (unsigned char)lower(x->ptr[i]), d = (unsigned char)lower(y->ptr[i]);
        if (c != d) { /* a name that ends comes first */
            c = c == '=' ? 0 : c;
            d = d == '=' ? 0 : d;
            return c != d ? (c < d ? -1 : 1) : x->ptr[i] == '=' ? -1 : 1;
        }
    }
    return (x->len > y->len) - (x->len < y->len);
}

static void add_query(ngi_buffer *out, ngi_arena *arena, ng_slice raw)
{
    ng_slice rest = bare(arena, raw), argument;
    ng_slice *list = NGI_NEW_ARRAY(arena, ng_slice, MOST_ARGUMENTS);
    size_t count = 0;
    while (list != NULL && count < MOST_ARGUMENTS && ngi_split(&rest, '&', &argument))
        if (!is_session(argument))
            list[count++] = argument;
    if (rest.len > 0) { /* more of them than anyone sorts */
        ngi_buffer_char(out, '?');
        add_escaped(out, bare(arena, raw));
        return;
    }
    if (count > 1)
        qsort(list, count, sizeof(*list), by_argument);
    for (size_t i = 0; i < count; i++) {
        ngi_buffer_char(out, i == 0 ? '?' : '&');
        add_escaped(out, list[i]);
    }
}

ng_slice ngi_surt(ngi_arena *arena, ng_slice url)
{
    ngi_buffer out = {0};
    parts p;
    url = ngi_trim(url);
    if (ngi_find(url, NGI_LIT("://")) == NGI_NONE) {
        add_escaped(&out, url); /* "dns:daily.example", "urn:..." */
    } else {
        split(url, &p);
        add_host(&out, arena, p.host);
        if (!is_own_port(&p)) {
            ngi_buffer_char(&out, ':');
            add_escaped(&out, p.port);
        }
        ngi_buffer_char(&out, ')');
        add_path(&out, arena, p.path);
        if (p.query.len > 0)
            add_query(&out, arena, p.query);
    }
    ng_slice key = out.failed ? (ng_slice){0} : ngi_arena_copy(arena, ngi_buffer_slice(&out));
    ngi_buffer_free(&out);
    return key;
}
