/* SPDX-License-Identifier: Apache-2.0 */
/* libxml2's SAX2 interface behind xml.h, in its mode that goes on after faults.
 *
 * The text is pushed in pieces, so that libxml2 holds no second copy of it; after each the clock
 * is looked at. Its limits stay on (10 MB a text node), and what they cut off is told as a fault.
 * That of depth holds for its own trees only, so there is one here: feeds are some ten deep. */
#include "parsed/xml.h"

#include "parsed/xml_mend.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>

enum {
    PIECE = 64 * 1024,
    MAX_ATTRS = 64,
    MOST_DEPTH = 1000,
    FIELDS = 5 /* of an attribute of libxml2 */
};

typedef struct reading {
    ngi_arena *arena;
    const ngi_xml_events *events;
    void *context;
    ngi_xml_report *report;
    size_t depth;
    bool no_memory;
} reading;

static ng_slice of_xml(const xmlChar *text)
{
    return text == NULL ? (ng_slice){0} : ngi_slice((const char *)text, (size_t)xmlStrlen(text));
}

/* libxml2 leaves an "&" in a value as "&#38;", for those who expand entities later. */
static ng_slice plain_value(ngi_arena *arena, ng_slice value)
{
    static const char kept[] = "&#38;";
    if (ngi_find_char(value, '&') == NGI_NONE)
        return value;
    char *out = ngi_arena_chars(arena, value.len);
    size_t used = 0;
    if (out == NULL)
        return (ng_slice){0};
    for (size_t i = 0; i < value.len; i++) {
        out[used++] = value.ptr[i];
        if (ngi_starts(ngi_slice_from(value, i), ngi_slice(kept, sizeof kept - 1)))
            i += sizeof kept - 2;
    }
    return ngi_slice(out, used);
}

static void note(ngi_xml_report *report, ng_slice text, uint32_t line)
{
    if (report->broken)
        return;
    report->broken = true;
    report->line = line;
    text = ngi_slice_sub(text, 0, sizeof(report->reason) - 1);
    while (text.len > 0 && ((unsigned char)text.ptr[text.len - 1] & 0x80) != 0)
        text.len--; /* cut inside a character, maybe */
    memcpy(report->reason, text.ptr, text.len);
    report->reason[text.len] = '\0';
}

static void on_open(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                    int namespaces, const xmlChar **declared, int count, int defaulted,
                    const xmlChar **attributes)
{
    reading *r = context;
    ngi_xml_attr attrs[MAX_ATTRS];
    ngi_xml_name name = {of_xml(uri), of_xml(prefix), of_xml(local)};
    size_t kept = 0;
    (void)namespaces, (void)declared, (void)defaulted;
    if (++r->depth > MOST_DEPTH) {
        note(r->report, NGI_LIT("too deep; what is deeper was left out"), 0);
        return;
    }
    for (int i = 0; i < count && kept < MAX_ATTRS; i++) {
        const xmlChar **a = attributes + (size_t)i * FIELDS; /* local, prefix, uri, value, end */
        attrs[kept++] = (ngi_xml_attr){
            .name = {of_xml(a[2]), of_xml(a[1]), of_xml(a[0])},
            .value = plain_value(r->arena, ngi_slice((const char *)a[3], (size_t)(a[4] - a[3]))),
        };
    }
    r->events->open(r->context, &name, attrs, kept);
}

static void on_close(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    reading *r = context;
    (void)local, (void)prefix, (void)uri;
    if (r->depth > 0 && r->depth-- <= MOST_DEPTH)
        r->events->close(r->context);
}

static void on_text(void *context, const xmlChar *text, int length)
{
    reading *r = context;
    if (r->depth <= MOST_DEPTH)
        r->events->text(r->context, ngi_slice((const char *)text, (size_t)length));
}

static void on_fault(void *context, xmlErrorPtr fault)
{
    reading *r = context;
    ngi_xml_report *report = r->report;
    if (fault->code == XML_ERR_NO_MEMORY)
        r->no_memory = true;
    /* An undeclared prefix is so common that it is no fault here. */
    if (fault->level >= XML_ERR_ERROR && fault->code != XML_NS_ERR_UNDEFINED_NAMESPACE)
        note(report, ngi_trim(of_xml((const xmlChar *)fault->message)),
             fault->line > 0 ? (uint32_t)fault->line : 0);
}

static void start_libxml(void)
{
    xmlInitParser();
}

bool ngi_xml_read(ngi_arena *arena, ng_slice text, const ngi_xml_events *events, void *context,
                  ngi_xml_report *report)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    reading r = {.arena = arena, .events = events, .context = context, .report = report};
    ngi_buffer mended = {0};
    *report = (ngi_xml_report){0};
    if (!ngi_xml_mend(arena, text, &mended, &text, report)) {
        ngi_buffer_free(&mended);
        return false;
    }
    pthread_once(&once, start_libxml);
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_open,
        .endElementNs = on_close,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_fault,
    };
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&sax, &r, NULL, 0, NULL);
    if (parser == NULL) {
        ngi_buffer_free(&mended);
        return false;
    }
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_COMPACT);
    for (size_t at = 0; at < text.len && !r.no_memory && !ngi_arena_is_up(arena); at += PIECE) {
        ng_slice piece = ngi_slice_sub(text, at, at + PIECE);
        (void)xmlParseChunk(parser, piece.ptr, (int)piece.len, 0);
    }
    (void)xmlParseChunk(parser, "", 0, 1);
    xmlFreeParserCtxt(parser);
    ngi_buffer_free(&mended);
    for (r.depth = r.depth < MOST_DEPTH ? r.depth : MOST_DEPTH; r.depth > 0; r.depth--)
        events->close(context);
    return !r.no_memory && !arena->failed;
}

ng_slice ngi_xml_root(ng_slice text)
{
    for (size_t at = ngi_find_char(text, '<'); at != NGI_NONE && at < text.len;) {
        ng_slice rest = ngi_slice_from(text, at);
        if (ngi_starts(rest, NGI_LIT("<!--"))) {
            size_t end = ngi_find(rest, NGI_LIT("-->"));
            if (end == NGI_NONE)
                break;
            at += end;
        } else if (!ngi_starts(rest, NGI_LIT("<?")) && !ngi_starts(rest, NGI_LIT("<!"))) {
            size_t end = 1;
            while (end < rest.len && !ngi_is_space(rest.ptr[end]) && rest.ptr[end] != '>' &&
                   rest.ptr[end] != '/')
                end++;
            ng_slice name = ngi_slice_sub(rest, 1, end);
            size_t colon = ngi_find_char(name, ':');
            return colon == NGI_NONE ? name : ngi_slice_from(name, colon + 1);
        }
        size_t next = ngi_find_char(ngi_slice_from(text, at + 1), '<');
        if (next == NGI_NONE)
            break;
        at += 1 + next;
    }
    return (ng_slice){0};
}
