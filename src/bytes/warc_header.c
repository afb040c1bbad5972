/* SPDX-License-Identifier: Apache-2.0 */
/* See warc_header.h. */
#include "bytes/warc_header.h"

/* ---- WARC ---- */

size_t ngi_warc_header_length(ng_slice s)
{
    for (size_t at = 0; at < s.len;) {
        size_t end = ngi_find_char(ngi_slice_from(s, at), '\n');
        if (end == NGI_NONE)
            return 0;
        ng_slice line = ngi_trim(ngi_slice_sub(s, at, at + end));
        at += end + 1;
        if (line.len == 0)
            return at;
    }
    return 0;
}

static bool read_length(ng_slice text, uint64_t *out)
{
    uint64_t n = 0;
    text = ngi_trim(text);
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || n > UINT64_MAX / 10 - 1)
            return false;
        n = n * 10 + (uint64_t)(text.ptr[i] - '0');
    }
    *out = n;
    return text.len > 0 && n <= (uint64_t)INT64_MAX;
}

static ng_slice unbracket(ng_slice s)
{
    return s.len > 1 && s.ptr[0] == '<' && s.ptr[s.len - 1] == '>' ? ngi_slice_sub(s, 1, s.len - 1)
                                                                   : s;
}

const char *ngi_warc_header_read(ng_slice text, ngi_warc_record *r)
{
    struct {
        const char *name;
        ng_slice *value;
    } fields[] = {
        {"WARC-Type", &r->type},
        {"WARC-Record-ID", &r->id},
        {"WARC-Date", &r->date},
        {"WARC-Target-URI", &r->uri},
        {"WARC-Payload-Digest", &r->payload_digest},
        {"WARC-Block-Digest", &r->block_digest},
        {"Content-Type", &r->content_type},
    };
    ng_slice line;
    bool length = false;
    while (ngi_split(&text, '\n', &line)) {
        size_t colon = ngi_find_char(line, ':');
        if (colon == NGI_NONE)
            continue;
        ng_slice name = ngi_trim(ngi_slice_sub(line, 0, colon));
        ng_slice value = ngi_trim(ngi_slice_from(line, colon + 1));
        for (size_t i = 0; i < NGI_COUNT(fields); i++)
            if (ngi_equal_nocase(name, ngi_slice_of(fields[i].name)) && fields[i].value->len == 0)
                *fields[i].value = value;
        if (ngi_equal_nocase(name, NGI_LIT("Content-Length"))) {
            if (!read_length(value, &r->block_length))
                return "its Content-Length is no length";
            length = true;
        }
    }
    r->uri = unbracket(r->uri);
    return !length            ? "its header has no Content-Length"
           : r->type.len == 0 ? "its header has no type"
                              : NULL;
}

/* ---- ARC ---- */

typedef struct arc_line {
    ng_slice uri, date, type, length;
} arc_line;

static bool all_of(ng_slice s, const char *set)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '\0' || strchr(set, s.ptr[i]) == NULL)
            return false;
    return s.len > 0;
}

/* "URL IP-address date content-type length". Crawlers left spaces in addresses and types, so
 * the date is looked for: fourteen digits behind an address of numbers. */
static bool split_arc(ng_slice line, arc_line *out)
{
    ng_slice rest = line, piece, before = {0};
    *out = (arc_line){0};
    for (int i = 0; ngi_split(&rest, ' ', &piece); i++) {
        bool date = piece.len == 14 && all_of(piece, "0123456789");
        if (i >= 2 && date && all_of(before, "0123456789.:abcdefABCDEF")) {
            out->uri = ngi_trim(ngi_slice_sub(line, 0, (size_t)(before.ptr - line.ptr)));
            out->date = piece;
            break;
        }
        before = piece;
    }
    rest = ngi_trim(rest);
    size_t space = rest.len;
    while (space > 0 && rest.ptr[space - 1] != ' ')
        space--;
    out->type = ngi_trim(ngi_slice_sub(rest, 0, space));
    out->length = ngi_slice_from(rest, space);
    return out->date.len > 0 && space > 0;
}

/* One that begins with a scheme, as all of an archive do. */
static bool is_address(ng_slice s)
{
    size_t colon = ngi_find_char(s, ':');
    for (size_t i = 0; i < s.len && i < colon; i++)
        if (!((s.ptr[i] | 32) >= 'a' && (s.ptr[i] | 32) <= 'z') && (i == 0 || ngi_is_space(s.ptr[i])))
            return false;
    return colon != NGI_NONE && colon > 0;
}

bool ngi_arc_begins(ng_slice s)
{
    arc_line line;
    size_t end = ngi_find_char(s, '\n');
    uint64_t length;
    return end != NGI_NONE && split_arc(ngi_trim(ngi_slice_sub(s, 0, end)), &line) &&
           is_address(line.uri) && read_length(line.length, &length);
}

const char *ngi_arc_header_read(ng_slice text, ngi_warc_record *r)
{
    arc_line line;
    if (!split_arc(ngi_trim(text), &line) || !read_length(line.length, &r->block_length))
        return "its header is none of an archive";
    bool about = ngi_starts(line.uri, NGI_LIT("filedesc://"));
    bool http = ngi_starts_nocase(line.uri, NGI_LIT("http"));
    r->type = about ? NGI_LIT("warcinfo") : NGI_LIT("response");
    r->uri = line.uri;
    r->date = line.date; /* 20260303140500 */
    r->content_type = http ? NGI_LIT("application/http") : line.type;
    return NULL;
}

/* ---- either ---- */

/* "WARC/1.1" on a line of its own. */
static bool is_version(ng_slice line)
{
    line = ngi_trim(line);
    return ngi_starts(line, NGI_LIT("WARC/")) && all_of(ngi_slice_from(line, 5), "0123456789.");
}

bool ngi_warc_begins_line(ng_slice s)
{
    size_t end = ngi_find_char(s, '\n');
    if (end == NGI_NONE || !is_version(ngi_slice_sub(s, 0, end)))
        return false;
    ng_slice next = ngi_slice_from(s, end + 1);
    return ngi_starts_nocase(next, NGI_LIT("WARC-")) ||
           ngi_starts_nocase(next, NGI_LIT("Content-")) || next.len < 8;
}

bool ngi_record_begins(ng_slice s)
{
    return ngi_starts(s, NGI_LIT("WARC/")) || ngi_starts(s, NGI_LIT("filedesc://")) ||
           ngi_arc_begins(s);
}
