/* SPDX-License-Identifier: Apache-2.0 */
/* What an HTML page says of its charset and language, before it can be decoded.
 *
 * Browsers look at the first 1,024 bytes, then find a later <meta> while parsing and start
 * again. Here the whole head is looked at once, past comments and scripts, as all ASCII
 * bytes of a page that has such a <meta> stand for themselves. Only pages that are not
 * valid UTF-8 come here. */
#include "bytes/charset.h"

/* An attribute of a tag, as written. */
typedef struct attribute {
    ng_slice name, value;
} attribute;

static bool ends_name(char c)
{
    return ngi_is_space(c) || c == '=' || c == '>' || c == '/';
}

/* Cuts the next attribute off *rest, which starts behind the tag's name. False at '>'. */
static bool next_attribute(ng_slice *rest, attribute *out)
{
    ng_slice s = *rest;
    size_t i = 0, start;
    *out = (attribute){0};
    while (i < s.len && (ngi_is_space(s.ptr[i]) || s.ptr[i] == '/' || s.ptr[i] == '='))
        i++;
    for (start = i; i < s.len && !ends_name(s.ptr[i]); i++)
        ;
    out->name = ngi_slice_sub(s, start, i);
    while (i < s.len && ngi_is_space(s.ptr[i]))
        i++;
    if (i < s.len && s.ptr[i] == '=') {
        for (i++; i < s.len && ngi_is_space(s.ptr[i]); i++)
            ;
        if (i < s.len && (s.ptr[i] == '"' || s.ptr[i] == '\'')) {
            size_t length = ngi_find_char(ngi_slice_from(s, i + 1), s.ptr[i]);
            start = i + 1;
            i = length == NGI_NONE ? s.len : start + length;
            out->value = ngi_slice_sub(s, start, i);
            i += i < s.len;
        } else {
            for (start = i; i < s.len && !ngi_is_space(s.ptr[i]) && s.ptr[i] != '>'; i++)
                ;
            out->value = ngi_slice_sub(s, start, i);
        }
    }
    *rest = ngi_slice_from(s, i);
    return out->name.len != 0;
}

/* The charset of "text/html; charset=x". */
static ng_slice charset_in(ng_slice content)
{
    for (size_t at; (at = ngi_find_nocase(content, NGI_LIT("charset"))) != NGI_NONE;) {
        content = ngi_trim(ngi_slice_from(content, at + 7));
        if (content.len == 0 || *content.ptr != '=')
            continue;
        content = ngi_trim(ngi_slice_from(content, 1));
        size_t end = 0;
        while (end < content.len && (*content.ptr == '"' || *content.ptr == '\''))
            content = ngi_slice_from(content, 1);
        while (end < content.len && !ngi_is_space(content.ptr[end]) && content.ptr[end] != ';' &&
               content.ptr[end] != '"' && content.ptr[end] != '\'')
            end++;
        return ngi_slice_sub(content, 0, end);
    }
    return (ng_slice){0};
}

/* A <meta>: its charset, and a language that it names ("og:locale", "language"). */
static ng_slice read_meta(ng_slice rest, ngi_prescan *out)
{
    attribute a;
    ng_slice content = {0}, charset = {0}, name = {0};
    while (next_attribute(&rest, &a)) {
        if (ngi_equal_nocase(a.name, NGI_LIT("charset")))
            charset = ngi_trim(a.value);
        else if (ngi_equal_nocase(a.name, NGI_LIT("content")))
            content = a.value;
        else if (ngi_equal_nocase(a.name, NGI_LIT("property")) ||
                 ngi_equal_nocase(a.name, NGI_LIT("name")) ||
                 ngi_equal_nocase(a.name, NGI_LIT("http-equiv")))
            name = a.value;
    }
    if (charset.len == 0 && ngi_equal_nocase(name, NGI_LIT("content-type")))
        charset = charset_in(content);
    if (out->charset.len == 0)
        out->charset = charset;
    if (out->lang.len == 0 && (ngi_equal_nocase(name, NGI_LIT("og:locale")) ||
                               ngi_equal_nocase(name, NGI_LIT("language")) ||
                               ngi_equal_nocase(name, NGI_LIT("content-language"))))
        out->lang = ngi_trim(content);
    return rest;
}

static ng_slice read_lang(ng_slice rest, ngi_prescan *out)
{
    attribute a;
    bool found = false;
    while (next_attribute(&rest, &a))
        if (!found &&
            (ngi_equal_nocase(a.name, NGI_LIT("lang")) ||
             ngi_equal_nocase(a.name, NGI_LIT("xml:lang"))) &&
            a.value.len != 0) {
            out->lang = ngi_trim(a.value);
            found = true;
        }
    return rest;
}

static ng_slice read_declaration(ng_slice rest, ngi_prescan *out)
{
    attribute a;
    while (rest.len != 0 && *rest.ptr != '?' && next_attribute(&rest, &a))
        if (out->charset.len == 0 && ngi_equal(a.name, NGI_LIT("encoding")))
            out->charset = ngi_trim(a.value);
    return rest;
}

static bool is_tag(ng_slice s, ng_slice name)
{
    return ngi_starts_nocase(s, name) && s.len > name.len && ends_name(s.ptr[name.len]);
}

/* Behind the end of an element whose content is no markup. */
static ng_slice skip_past(ng_slice s, ng_slice end)
{
    for (;;) {
        size_t at = ngi_find_char(s, end.ptr[0]);
        if (at == NGI_NONE)
            return (ng_slice){s.ptr + s.len, 0};
        s = ngi_slice_from(s, at);
        if (ngi_starts_nocase(s, end))
            return ngi_slice_from(s, end.len);
        s = ngi_slice_from(s, 1);
    }
}

void ngi_prescan_read(ng_slice page, ngi_prescan *out)
{
    ng_slice s = page;
    *out = (ngi_prescan){0};
    for (size_t at; (at = ngi_find_char(s, '<')) != NGI_NONE;) {
        s = ngi_slice_from(s, at + 1);
        if (ngi_starts(s, NGI_LIT("!--")))
            s = skip_past(s, NGI_LIT("-->"));
        else if (is_tag(s, NGI_LIT("script")))
            s = skip_past(s, NGI_LIT("</script"));
        else if (is_tag(s, NGI_LIT("style")))
            s = skip_past(s, NGI_LIT("</style"));
        else if (is_tag(s, NGI_LIT("meta")))
            s = read_meta(ngi_slice_from(s, 4), out);
        else if (is_tag(s, NGI_LIT("html")))
            s = read_lang(ngi_slice_from(s, 4), out);
        else if (is_tag(s, NGI_LIT("?xml")))
            s = read_declaration(ngi_slice_from(s, 4), out);
        else if (is_tag(s, NGI_LIT("body"))) {
            if (out->lang.len == 0)
                read_lang(ngi_slice_from(s, 4), out);
            return;
        }
    }
}
