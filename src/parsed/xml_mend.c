/* SPDX-License-Identifier: Apache-2.0 */
/* Mends the faults that feeds have most, before libxml2 sees them, in one pass.
 *
 * Left out: the declaration (the text is UTF-8 by now, whatever it says), the document type
 * with all that it declares (so there are no entities to expand, and no address to fetch),
 * comments, and characters that XML does not allow. Put right: a lone "&" ("a=1&b=2"), HTML's
 * names of characters ("&nbsp;"), numbers of characters that do not exist, a "<" that begins
 * no tag. Marked sections go through as they are. Only the first fault is told. */
#include "parsed/xml_mend.h"

#include "base/utf8.h"
#include "parsed/fragment.h"

typedef struct mending {
    ng_slice s;
    size_t at;
    char *out;
    size_t used;
    uint32_t line;
    ngi_xml_report *report;
} mending;

static void note(mending *m, const char *reason)
{
    if (m->report->broken)
        return;
    m->report->broken = true;
    m->report->line = m->line;
    ng_slice text = ngi_slice_of(reason);
    memcpy(m->report->reason, text.ptr, text.len);
    m->report->reason[text.len] = '\0';
}

static void put(mending *m, ng_slice text)
{
    memcpy(m->out + m->used, text.ptr, text.len);
    m->used += text.len;
}

/* The offset behind `end`, looked for from m->at; the text's end where it is missing. */
static size_t behind(const mending *m, ng_slice end)
{
    size_t found = ngi_find(ngi_slice_from(m->s, m->at), end);
    return found == NGI_NONE ? m->s.len : m->at + found + end.len;
}

static void skip_to(mending *m, size_t end)
{
    for (; m->at < end; m->at++)
        m->line += m->s.ptr[m->at] == '\n';
}

/* Behind a document type: quotes and an inner part in brackets may hold ">". */
static size_t behind_doctype(const mending *m)
{
    bool inner = false;
    for (size_t i = m->at; i < m->s.len; i++) {
        char c = m->s.ptr[i];
        if (c == '"' || c == '\'') {
            size_t quote = ngi_find_char(ngi_slice_from(m->s, i + 1), c);
            if (quote == NGI_NONE)
                return m->s.len;
            i += quote + 1;
        } else if (c == '[') {
            inner = true;
        } else if (c == ']') {
            inner = false;
        } else if (c == '>' && !inner) {
            return i + 1;
        }
    }
    return m->s.len;
}

static bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
           (unsigned char)c >= 0x80;
}

/* Characters as they are, but for those that XML does not allow. */
static void copy_until(mending *m, size_t end)
{
    while (m->at < end) {
        unsigned char c = (unsigned char)m->s.ptr[m->at];
        bool noncharacter = c == 0xEF && m->at + 2 < m->s.len &&
                            (unsigned char)m->s.ptr[m->at + 1] == 0xBF &&
                            (unsigned char)m->s.ptr[m->at + 2] >= 0xBE;
        if (noncharacter) {
            note(m, "a character that XML does not allow");
            m->at += 3;
            continue;
        }
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
            note(m, "a control character");
            m->at++;
            continue;
        }
        m->line += c == '\n';
        m->out[m->used++] = m->s.ptr[m->at++];
    }
}

static void take_reference(mending *m)
{
    static const ng_slice known[] = {{"&amp;", 5}, {"&lt;", 4}, {"&gt;", 4}, {"&quot;", 6},
                                     {"&apos;", 6}};
    ng_slice rest = ngi_slice_from(m->s, m->at);
    size_t length = 0;
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_starts(rest, known[i])) {
            put(m, known[i]);
            m->at += known[i].len;
            return;
        }
    uint32_t c = ngi_entity_at(m->s, m->at, &length);
    if (c == 0) {
        note(m, "an \"&\" that begins no entity");
        put(m, NGI_LIT("&amp;"));
        m->at++;
        return;
    }
    m->at += length;
    if (c == '&')
        put(m, NGI_LIT("&amp;"));
    else if (c == '<')
        put(m, NGI_LIT("&lt;"));
    else if (c == '"')
        put(m, NGI_LIT("&#34;"));
    else if (c == '\'')
        put(m, NGI_LIT("&#39;"));
    else if (c < 0x20 || (c & 0xFFFE) == 0xFFFE)
        put(m, NGI_LIT(" ")); /* a tab or a line's end, or nothing that XML allows */
    else
        m->used += ngi_utf8_put(c, m->out + m->used);
}

static void take_angle(mending *m)
{
    ng_slice rest = ngi_slice_from(m->s, m->at);
    char next = rest.len > 1 ? rest.ptr[1] : '\0';
    if (ngi_starts(rest, NGI_LIT("<![CDATA["))) {
        size_t end = behind(m, NGI_LIT("]]>"));
        bool closed = end >= m->at + 12 && ngi_ends(ngi_slice_sub(m->s, m->at, end), NGI_LIT("]]>"));
        copy_until(m, end);
        if (!closed) {
            note(m, "a marked section without an end");
            put(m, NGI_LIT("]]>"));
        }
    } else if (ngi_starts(rest, NGI_LIT("<!--"))) {
        skip_to(m, behind(m, NGI_LIT("-->")));
    } else if (ngi_starts(rest, NGI_LIT("<?"))) {
        skip_to(m, behind(m, NGI_LIT("?>")));
    } else if (ngi_starts_nocase(rest, NGI_LIT("<!doctype"))) {
        skip_to(m, behind_doctype(m));
    } else if (next == '/' || is_name_start(next)) {
        m->out[m->used++] = m->s.ptr[m->at++];
    } else {
        note(m, "a \"<\" that begins no tag");
        put(m, NGI_LIT("&lt;"));
        m->at++;
    }
}

bool ngi_xml_mend(ngi_arena *arena, ng_slice text, ng_slice *out, ngi_xml_report *report)
{
    /* "&" and "<" grow to five and four bytes; the room for that is counted beforehand. */
    size_t room = text.len + 16;
    for (size_t i = 0; i < text.len; i++)
        room += text.ptr[i] == '&' || text.ptr[i] == '<' ? 4 : 0;
    mending m = {.s = text, .line = 1, .report = report, .out = ngi_arena_chars(arena, room)};
    if (m.out == NULL)
        return false;
    size_t start = ngi_find_char(text, '<');
    size_t blank = 0;
    while (blank < text.len && ngi_is_space(text.ptr[blank]))
        blank++;
    if (start != NGI_NONE && blank < start)
        note(&m, "text before the first tag");
    skip_to(&m, start == NGI_NONE ? text.len : start);
    while (m.at < text.len) {
        size_t end = m.at;
        while (end < text.len && text.ptr[end] != '&' && text.ptr[end] != '<')
            end++;
        copy_until(&m, end);
        if (end < text.len && text.ptr[end] == '&')
            take_reference(&m);
        else if (end < text.len)
            take_angle(&m);
    }
    *out = ngi_slice(m.out, m.used);
    return true;
}
