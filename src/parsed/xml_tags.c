/* SPDX-License-Identifier: Apache-2.0 */
/* Mends tags: see xml_mend.c.
 *
 * HTML that somebody forgot to escape brings values without quotes, attributes without values,
 * elements that are never closed ("<br>", "<p>") and end tags of what was never opened. libxml2
 * takes any end tag for that of the innermost element, so that after one such fault a whole feed
 * is read a level too high. An end tag closes here what it names, with all that is open within;
 * one that names nothing open is left out. Names are looked for through 256 levels at most, so
 * that time stays linear. */
#include "parsed/xml_mend.h"

typedef ngi_xml_mending mending;

static char at(const mending *m)
{
    return m->at < m->s.len ? m->s.ptr[m->at] : '\0';
}

static void skip_spaces(mending *m)
{
    while (m->at < m->s.len && ngi_is_space(m->s.ptr[m->at]))
        m->at++;
}

static bool ends_name(char c)
{
    return ngi_is_space(c) || c == '>' || c == '/' || c == '<' || c == '=' || c == '"' ||
           c == '\'' || c == '&';
}

/* Begins no name, whatever follows: "1", "(", ",". */
static bool begins_none(char c)
{
    return (unsigned char)c < 0x80 && !((c | 32) >= 'a' && (c | 32) <= 'z') && c != '_' && c != ':';
}

static ng_slice take_name(mending *m)
{
    size_t start = m->at;
    while (m->at < m->s.len && !ends_name(m->s.ptr[m->at]))
        m->at++;
    return ngi_slice_sub(m->s, start, m->at);
}

/* ---- attributes ---- */

static void take_bare_value(mending *m)
{
    size_t end = m->at;
    while (end < m->s.len && !ngi_is_space(m->s.ptr[end]) && m->s.ptr[end] != '>' &&
           m->s.ptr[end] != '<' && m->s.ptr[end] != '"' && m->s.ptr[end] != '\'')
        end++;
    if (end > m->at && end < m->s.len && m->s.ptr[end] == '>' && m->s.ptr[end - 1] == '/')
        end--; /* "url=a.mp3/>": the tag's */
    ngi_xml_fault(m, "a value without quotes");
    ngi_xml_replace(m, NGI_LIT("\""), 0);
    ngi_xml_mend_value(m, end);
    ngi_xml_replace(m, NGI_LIT("\""), 0);
}

static void take_value(mending *m)
{
    char quote = at(m);
    size_t length = quote == '"' || quote == '\''
                        ? ngi_find_char(ngi_slice_from(m->s, m->at + 1), quote)
                        : NGI_NONE;
    if (length == NGI_NONE) {
        if (quote == '"' || quote == '\'')
            ngi_xml_replace(m, NGI_LIT(""), 1); /* it is never closed */
        take_bare_value(m);
        return;
    }
    size_t end = ++m->at + length;
    ngi_xml_mend_value(m, end);
    m->at = end + 1;
    if (!ends_name(at(m))) {
        ngi_xml_fault(m, "no space between attributes");
        ngi_xml_replace(m, NGI_LIT(" "), 0);
    }
}

static void take_attribute(mending *m)
{
    if (begins_none(at(m))) {
        ngi_xml_fault(m, "what is no attribute");
        ngi_xml_replace(m, NGI_LIT(""), 1);
        return;
    }
    take_name(m);
    size_t end = m->at;
    skip_spaces(m);
    if (at(m) == '=') {
        m->at++;
        skip_spaces(m);
        take_value(m);
        return;
    }
    m->at = end;
    ngi_xml_fault(m, "an attribute without a value");
    ngi_xml_replace(m, NGI_LIT("=\"\""), 0);
    if (!ends_name(at(m)))
        ngi_xml_replace(m, NGI_LIT(" "), 0);
}

/* ---- tags ---- */

static void open_element(mending *m, ng_slice name)
{
    if (m->depth == NGI_XML_MOST_OPEN)
        m->too_deep = true;
    else
        m->open[m->depth++] = name;
}

/* Behind a tag's last attribute. */
static void end_tag(mending *m)
{
    if (at(m) == '>') {
        m->at++;
    } else if (m->at < m->s.len) {
        ngi_xml_fault(m, "a tag without its end");
        ngi_xml_replace(m, NGI_LIT(">"), 0);
    }
}

void ngi_xml_mend_start_tag(mending *m)
{
    m->at++;
    ng_slice name = take_name(m);
    if (!ends_name(at(m)) || at(m) == '=' || at(m) == '"' || at(m) == '\'')
        ngi_xml_replace(m, NGI_LIT(" "), 0);
    for (;;) {
        skip_spaces(m);
        char c = at(m);
        if (m->at >= m->s.len || c == '>' || c == '<')
            break;
        if (ngi_starts(ngi_slice_from(m->s, m->at), NGI_LIT("/>"))) {
            m->at += 2;
            return;
        }
        take_attribute(m);
    }
    if (m->at < m->s.len)
        open_element(m, name);
    end_tag(m);
}

/* How many elements are open with the one that the name closes, 0: it closes none. */
static size_t find_open(const mending *m, ng_slice name)
{
    for (size_t i = m->depth; i > 0; i--)
        if (ngi_equal_nocase(m->open[i - 1], name))
            return i;
    return 0;
}

static void close_within(mending *m, size_t depth)
{
    if (m->depth > depth)
        ngi_xml_fault(m, "an element that is not closed");
    while (m->depth > depth) {
        ngi_xml_replace(m, NGI_LIT("</"), 0);
        ngi_xml_replace(m, m->open[--m->depth], 0);
        ngi_xml_replace(m, NGI_LIT(">"), 0);
    }
}

void ngi_xml_mend_end_tag(mending *m)
{
    size_t start = m->at;
    m->at += 2;
    ng_slice name = take_name(m);
    while (m->at < m->s.len && at(m) != '>' && at(m) != '<')
        m->at++;
    size_t end = m->at;
    if (m->too_deep || end == m->s.len)
        return;
    m->at = start;
    size_t depth = find_open(m, name);
    if (depth == 0) {
        ngi_xml_fault(m, "an end tag of what is not open");
        ngi_xml_replace(m, NGI_LIT(""), end - start + (m->s.ptr[end] == '>'));
        return;
    }
    close_within(m, depth);
    ng_slice open = m->open[--m->depth];
    if (ngi_equal(open, name)) {
        m->at = start + 2 + name.len;
    } else {
        ngi_xml_fault(m, "an end tag in other letters");
        ngi_xml_replace(m, NGI_LIT("</"), 2);
        ngi_xml_replace(m, open, name.len);
    }
    skip_spaces(m);
    if (m->at < end)
        ngi_xml_replace(m, NGI_LIT(""), end - m->at);
    end_tag(m);
}
