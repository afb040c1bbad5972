/* SPDX-License-Identifier: Apache-2.0 */
/* Mends the faults that feeds have most, before libxml2 sees them, in one pass.
 *
 * Left out: the declaration (the text is UTF-8 by now, whatever it says), the document type
 * with all that it declares (so there are no entities to expand, and no address to fetch),
 * comments, and characters that XML does not allow. Put right: a lone "&" ("a=1&b=2"), HTML's
 * names of characters ("&nbsp;"), numbers of characters that do not exist, a "<" that begins
 * no tag, and tags (xml_tags.c). Marked sections go through as they are. Only the first fault is
 * told. */
#include "parsed/xml_mend.h"

#include "base/sixteen.h"
#include "base/utf8.h"
#include "parsed/fragment.h"

enum { STEPS_A_CLOCK = 1 << 16 };

typedef ngi_xml_mending mending;

/* Bytes at which there may be something to do. */
static bool is_special(unsigned char c)
{
    return c == '&' || c == '<' || c == 0xEF || (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
}

/* The first of these bytes from `at` on, `end` where there is none. */
static size_t next_special(ng_slice s, size_t at, size_t end)
{
    for (; at + 16 <= end; at += 16) {
        ngi_sixteen v = ngi_sixteen_at(s.ptr + at);
        uint32_t bits = ngi_bits_of(
            ngi_is_each(v, '&') | ngi_is_each(v, '<') | ngi_is_each(v, 0xEF) |
            (ngi_is_between(v, 0, 0x1F) & ~ngi_is_between(v, '\t', '\n') & ~ngi_is_each(v, '\r')));
        if (bits != 0)
            return at + ngi_first_bit(bits);
    }
    while (at < end && !is_special((unsigned char)s.ptr[at]))
        at++;
    return at;
}

void ngi_xml_fault(mending *m, const char *reason)
{
    if (m->report->broken)
        return;
    m->report->broken = true;
    m->report->line = 1;
    for (size_t i = 0; i < m->at; i++)
        m->report->line += m->s.ptr[i] == '\n';
    ng_slice text = ngi_slice_of(reason);
    memcpy(m->report->reason, text.ptr, text.len);
    m->report->reason[text.len] = '\0';
}

void ngi_xml_replace(mending *m, ng_slice text, size_t skip)
{
    ngi_buffer_add(m->out, ngi_slice_sub(m->s, m->kept, m->at));
    ngi_buffer_add(m->out, text);
    m->kept = m->at += skip;
    m->changed = true;
}

static void leave_out(mending *m, size_t end)
{
    ngi_xml_replace(m, NGI_LIT(""), end - m->at);
}

/* The offset behind `end`, looked for from m->at; the text's end where it is missing. */
static size_t behind(const mending *m, ng_slice end)
{
    size_t found = ngi_find(ngi_slice_from(m->s, m->at), end);
    return found == NGI_NONE ? m->s.len : m->at + found + end.len;
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

/* A control character, or U+FFFE and U+FFFF. */
static void take_forbidden(mending *m)
{
    unsigned char c = (unsigned char)m->s.ptr[m->at];
    if (c != 0xEF) {
        ngi_xml_fault(m, "a control character");
        leave_out(m, m->at + 1);
    } else if (m->at + 2 < m->s.len && (unsigned char)m->s.ptr[m->at + 1] == 0xBF &&
               (unsigned char)m->s.ptr[m->at + 2] >= 0xBE) {
        ngi_xml_fault(m, "a character that XML does not allow");
        leave_out(m, m->at + 3);
    } else {
        m->at++;
    }
}

static void take_reference(mending *m)
{
    static const ng_slice known[] = {
        {"&amp;", 5}, {"&lt;", 4}, {"&gt;", 4}, {"&quot;", 6}, {"&apos;", 6}};
    ng_slice rest = ngi_slice_from(m->s, m->at);
    size_t length = 0;
    char written[4];
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_starts(rest, known[i])) {
            m->at += known[i].len;
            return;
        }
    uint32_t c = ngi_entity_at(m->s, m->at, &length);
    if (c == 0) {
        ngi_xml_fault(m, "an \"&\" that begins no entity");
        ngi_xml_replace(m, NGI_LIT("&amp;"), 1);
    } else if (c == '&') {
        ngi_xml_replace(m, NGI_LIT("&amp;"), length);
    } else if (c == '<') {
        ngi_xml_replace(m, NGI_LIT("&lt;"), length);
    } else if (c == '"') {
        ngi_xml_replace(m, NGI_LIT("&#34;"), length);
    } else if (c == '\'') {
        ngi_xml_replace(m, NGI_LIT("&#39;"), length);
    } else if (c < 0x20 || (c & 0xFFFE) == 0xFFFE) {
        ngi_xml_replace(m, NGI_LIT(" "),
                        length); /* a tab or a line's end, or nothing that XML allows */
    } else {
        size_t bytes = ngi_utf8_put(c, written);
        ngi_xml_replace(m, ngi_slice(written, bytes), length);
    }
}

/* A marked section: as it is, but for characters that XML does not allow. */
static void take_section(mending *m)
{
    size_t end = behind(m, NGI_LIT("]]>"));
    bool closed = ngi_ends(ngi_slice_sub(m->s, m->at + 9, end), NGI_LIT("]]>"));
    m->at += 9;
    while ((m->at = next_special(m->s, m->at, end)) < end) {
        char c = m->s.ptr[m->at];
        if (c != '&' && c != '<')
            take_forbidden(m);
        else
            m->at++;
    }
    if (!closed) {
        ngi_xml_fault(m, "a marked section without an end");
        ngi_xml_replace(m, NGI_LIT("]]>"), 0);
    }
}

void ngi_xml_mend_value(mending *m, size_t end)
{
    while ((m->at = next_special(m->s, m->at, end)) < end) {
        char c = m->s.ptr[m->at];
        if (c == '&') {
            take_reference(m);
        } else if (c == '<') {
            ngi_xml_fault(m, "a \"<\" in a value");
            ngi_xml_replace(m, NGI_LIT("&lt;"), 1);
        } else {
            take_forbidden(m);
        }
    }
}

static void take_angle(mending *m)
{
    ng_slice rest = ngi_slice_from(m->s, m->at);
    char next = rest.len > 1 ? rest.ptr[1] : '\0';
    if (is_name_start(next)) {
        ngi_xml_mend_start_tag(m);
    } else if (next == '/') {
        ngi_xml_mend_end_tag(m);
    } else if (ngi_starts(rest, NGI_LIT("<![CDATA["))) {
        take_section(m);
    } else if (ngi_starts(rest, NGI_LIT("<!--"))) {
        leave_out(m, behind(m, NGI_LIT("-->")));
    } else if (ngi_starts(rest, NGI_LIT("<?"))) {
        leave_out(m, behind(m, NGI_LIT("?>")));
    } else if (ngi_starts_nocase(rest, NGI_LIT("<!doctype"))) {
        leave_out(m, behind_doctype(m));
    } else {
        ngi_xml_fault(m, "a \"<\" that begins no tag");
        ngi_xml_replace(m, NGI_LIT("&lt;"), 1);
    }
}

/* What stands before the first tag: white space, the declaration, and what does not belong. */
static void take_start(mending *m)
{
    size_t start = ngi_find_char(m->s, '<');
    size_t blank = 0;
    while (blank < m->s.len && ngi_is_space(m->s.ptr[blank]))
        blank++;
    if (start != NGI_NONE && blank < start)
        ngi_xml_fault(m, "text before the first tag");
    m->kept = m->at = start == NGI_NONE ? m->s.len : start;
    if (ngi_starts(ngi_slice_from(m->s, m->at), NGI_LIT("<?xml")))
        m->kept = m->at = behind(m, NGI_LIT("?>")); /* so common that it shall cost no copy */
}

bool ngi_xml_mend(ngi_arena *arena, ng_slice text, ngi_buffer *out, ng_slice *mended,
                  ngi_xml_report *report)
{
    mending m = {.s = text, .arena = arena, .report = report, .out = out};
    out->limit = text.len * 8 + 1024; /* "&" and "<" grow five times, "a b" to 'a="" b=""' */
    take_start(&m);
    for (uint32_t steps = 1; m.at < text.len && !out->failed; steps++) {
        if (steps % STEPS_A_CLOCK == 0 && ngi_arena_is_up(arena))
            return false;
        if ((m.at = next_special(text, m.at, text.len)) == text.len)
            break;
        char c = text.ptr[m.at];
        if (c == '&')
            take_reference(&m);
        else if (c == '<')
            take_angle(&m);
        else
            take_forbidden(&m);
    }
    *mended = ngi_slice_sub(text, m.kept, text.len);
    if (m.changed) {
        ngi_buffer_add(out, *mended);
        *mended = ngi_buffer_slice(out);
    }
    return !out->failed;
}
