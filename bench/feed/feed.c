/* SPDX-License-Identifier: Apache-2.0 */
/* How fast feeds become JSON lines, beside libxml2's bare parse of the same text.
 *
 *   bench-feed [-r ROUNDS] [-m MEGABYTES]
 *
 * Feeds of MEGABYTES (5) each are put together of made-up stories: RSS with HTML in marked sections
 * and with HTML escaped, headlines alone, Atom with XHTML and with HTML, RDF; small items and few
 * large ones. The bare parses are those of a user of libxml2: into its tree, and by its SAX2
 * interface into functions that do nothing. nutgraf finds out by itself what the text is, reads
 * it and writes its row. Rounds take turns, and of each way the least CPU time counts. */
#include "nutgraf.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef struct text {
    char *bytes;
    size_t size, room;
    uint32_t dice;
} text;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ---- feeds ---- */

static void put(text *t, const char *form, ...) __attribute__((format(printf, 2, 3)));
static void put(text *t, const char *form, ...)
{
    va_list values;
    if (t->room - t->size < 4096 && (t->bytes = realloc(t->bytes, t->room += 1 << 20)) == NULL)
        exit(1);
    va_start(values, form);
    t->size += (size_t)vsnprintf(t->bytes + t->size, t->room - t->size, form, values);
    va_end(values);
}

static unsigned roll(text *t, unsigned sides)
{
    t->dice = t->dice * 1664525u + 1013904223u;
    return (t->dice >> 16) % sides;
}

static void put_words(text *t, unsigned count)
{
    static const char *const words[] = {"harbour",  "the",    "council", "said",     "ferry",
                                        "of",       "divers", "pier",    "had",      "Sker",
                                        "winter",   "votes",  "café",    "repair",   "and",
                                        "“cracks”", "seven",  "under",   "minister", "asked"};
    for (unsigned i = 0; i < count; i++)
        put(t, i == 0 ? "%s" : " %s", words[roll(t, sizeof words / sizeof *words)]);
}

/* Paragraphs of HTML of about `bytes`, written between the given brackets. */
static void put_html(text *t, size_t bytes, bool escaped)
{
    const char *open = escaped ? "&lt;" : "<", *close = escaped ? "&gt;" : ">";
    for (size_t end = t->size + bytes; t->size < end;) {
        put(t, "%sp%s", open, close);
        put_words(t, 12 + roll(t, 30));
        put(t, " %sa href=\"/tag/%u\"%s", open, roll(t, 1000), close);
        put_words(t, 3);
        put(t, "%s/a%s ", open, close);
        put_words(t, 12 + roll(t, 30));
        put(t, ".%s/p%s\n", open, close);
    }
}

static void rss_head(text *t, unsigned number, size_t summary)
{
    put(t, "<item>\n<title>");
    put_words(t, 8);
    put(t,
        "</title>\n<link>https://daily.example/news/%u</link>\n"
        "<guid isPermaLink=\"false\">tag:%u</guid>\n"
        "<pubDate>Tue, %02u Mar 2026 14:%02u:00 +0100</pubDate>\n"
        "<dc:creator><![CDATA[Mara Quill]]></dc:creator>\n<category>Local</category>\n"
        "<description>",
        number, number, 1 + number % 28, number % 60);
    put_words(t, (unsigned)summary);
    put(t, "</description>\n");
}

static void rss_short(text *t, unsigned number)
{
    rss_head(t, number, 20);
    put(t, "</item>\n");
}

static void rss_section(text *t, unsigned number, size_t bytes)
{
    rss_head(t, number, 20);
    put(t, "<content:encoded><![CDATA[");
    put_html(t, bytes, false);
    put(t, "]]></content:encoded>\n</item>\n");
}

static void rss_news(text *t, unsigned number)
{
    rss_section(t, number, 3500);
}

static void rss_large(text *t, unsigned number)
{
    rss_section(t, number, 100000);
}

static void rss_escaped(text *t, unsigned number)
{
    rss_head(t, number, 20);
    put(t, "<content:encoded>");
    put_html(t, 3500, true);
    put(t, "</content:encoded>\n</item>\n");
}

static void atom_head(text *t, unsigned number)
{
    put(t, "<entry>\n<title>");
    put_words(t, 8);
    put(t,
        "</title>\n<link href=\"https://daily.example/news/%u\"/>\n<id>tag:daily.example,%u</id>\n"
        "<published>2026-03-%02uT14:%02u:00+01:00</published>\n"
        "<updated>2026-03-%02uT15:%02u:00Z</updated>\n"
        "<author><name>Mara Quill</name></author>\n<category term=\"local\"/>\n",
        number, number, 1 + number % 28, number % 60, 1 + number % 28, number % 60);
}

static void atom_xhtml_of(text *t, unsigned number, size_t bytes)
{
    atom_head(t, number);
    put(t, "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">");
    put_html(t, bytes, false);
    put(t, "</div></content>\n</entry>\n");
}

static void atom_xhtml(text *t, unsigned number)
{
    atom_xhtml_of(t, number, 3500);
}

static void atom_large(text *t, unsigned number)
{
    atom_xhtml_of(t, number, 100000);
}

static void atom_html(text *t, unsigned number)
{
    atom_head(t, number);
    put(t, "<content type=\"html\">");
    put_html(t, 3500, true);
    put(t, "</content>\n</entry>\n");
}

static void atom_short(text *t, unsigned number)
{
    atom_head(t, number);
    put(t, "<summary>");
    put_words(t, 20);
    put(t, "</summary>\n</entry>\n");
}

static void rdf_item(text *t, unsigned number)
{
    put(t, "<item rdf:about=\"https://daily.example/news/%u\">\n<title>", number);
    put_words(t, 8);
    put(t,
        "</title>\n<link>https://daily.example/news/%u</link>\n<dc:date>2026-03-%02uT14:%02u:00Z"
        "</dc:date>\n<dc:creator>Mara Quill</dc:creator>\n<dc:subject>local</dc:subject>\n"
        "<description>",
        number, 1 + number % 28, number % 60);
    put_words(t, 20);
    put(t, "</description>\n</item>\n");
}

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define RSS_START                                                                                  \
    DECLARATION "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "              \
                "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n<channel>\n"         \
                "<title>Daily</title>\n<link>https://daily.example/</link>\n"
#define RSS_END "</channel>\n</rss>\n"
#define ATOM_START                                                                                 \
    DECLARATION "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>Daily</title>\n"             \
                "<link href=\"https://daily.example/\"/>\n"
#define RDF_START                                                                                  \
    DECLARATION                                                                                    \
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "                      \
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns=\"http://purl.org/rss/1.0/\">\n"      \
        "<channel><title>Daily</title></channel>\n"

static const struct {
    const char *name, *start;
    void (*item)(text *t, unsigned number);
    const char *end;
} kinds[] = {
    {"RSS, headlines and summaries", RSS_START, rss_short, RSS_END},
    {"RSS, HTML in marked sections", RSS_START, rss_news, RSS_END},
    {"RSS, the same, few and large", RSS_START, rss_large, RSS_END},
    {"RSS, HTML escaped", RSS_START, rss_escaped, RSS_END},
    {"Atom, headlines and summaries", ATOM_START, atom_short, "</feed>\n"},
    {"Atom, XHTML", ATOM_START, atom_xhtml, "</feed>\n"},
    {"Atom, the same, few and large", ATOM_START, atom_large, "</feed>\n"},
    {"Atom, HTML escaped", ATOM_START, atom_html, "</feed>\n"},
    {"RDF, headlines and summaries", RDF_START, rdf_item, "</rdf:RDF>\n"},
};

static unsigned make_feed(text *t, size_t kind, size_t bytes)
{
    unsigned items = 0;
    t->size = 0;
    put(t, "%s", kinds[kind].start);
    while (t->size < bytes)
        kinds[kind].item(t, ++items);
    put(t, "%s", kinds[kind].end);
    return items;
}

/* ---- the ways ---- */

static bool tree(const text *t)
{
    xmlDocPtr document = xmlReadMemory(t->bytes, (int)t->size, NULL, NULL, XML_PARSE_NONET);
    bool good = document != NULL;
    xmlFreeDoc(document);
    return good;
}

static void no_open(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                    int namespaces, const xmlChar **declared, int count, int defaulted,
                    const xmlChar **attributes)
{
    (void)context, (void)local, (void)prefix, (void)uri, (void)namespaces, (void)declared;
    (void)count, (void)defaulted, (void)attributes;
}

static void no_close(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    (void)context, (void)local, (void)prefix, (void)uri;
}

static void no_text(void *context, const xmlChar *bytes, int length)
{
    (void)context, (void)bytes, (void)length;
}

static bool events(const text *t)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = no_open,
        .endElementNs = no_close,
        .characters = no_text,
        .cdataBlock = no_text,
    };
    return xmlSAXUserParseMemory(&sax, NULL, t->bytes, (int)t->size) == 0;
}

static ng_reader *reader;

static bool count_bytes(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

static bool nutgraf(const text *t)
{
    ng_write_options form = NG_WRITE_OPTIONS;
    ng_slice bytes = {t->bytes, t->size};
    ng_document *document;
    size_t written = 0;
    bool good = ng_reader_read_page(reader, bytes, NULL, &document, NULL) == NG_OK &&
                ng_document_kind(document) == NG_KIND_FEED &&
                ng_document_write(document, &form, count_bytes, &written, NULL) == NG_OK &&
                written > t->size / 4;
    ng_document_free(document);
    return good;
}

static bool (*const ways[])(const text *t) = {tree, events, nutgraf};
enum { TREE, EVENTS, NUTGRAF, WAYS };

static bool measure(const text *t, int rounds, double least[WAYS])
{
    for (int round = 0; round < rounds; round++)
        for (int way = 0; way < WAYS; way++) {
            double start = seconds();
            if (!ways[way](t))
                return false;
            double took = seconds() - start;
            if (round == 0 || took < least[way])
                least[way] = took;
        }
    return true;
}

int main(int argc, char **argv)
{
    int rounds = 12;
    double megabytes = 5;
    text t = {.dice = 7};
    for (int option; (option = getopt(argc, argv, "r:m:")) != -1;) {
        double value = option == '?' ? 0 : strtod(optarg, NULL);
        if (value <= 0 || value > 1000) {
            fprintf(stderr, "use: bench-feed [-r ROUNDS] [-m MEGABYTES]\n");
            return 2;
        }
        *(option == 'm' ? &megabytes : &(double){0}) = value;
        rounds = option == 'r' ? (int)value : rounds;
    }
    if (ng_reader_new(&reader, NULL) != NG_OK)
        return 1;
    printf("feeds of %.1f MB      items   tree ms   SAX ms  nutgraf ms  of tree  of SAX\n",
           megabytes);
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        double least[WAYS];
        unsigned items = make_feed(&t, kind, (size_t)(megabytes * 1e6));
        if (!measure(&t, rounds, least))
            return fprintf(stderr, "bench: %s was not read\n", kinds[kind].name), 1;
        printf("%-30s %5u %9.1f %8.1f %11.1f %8.2f %7.2f\n", kinds[kind].name, items,
               least[TREE] * 1e3, least[EVENTS] * 1e3, least[NUTGRAF] * 1e3,
               least[NUTGRAF] / least[TREE], least[NUTGRAF] / least[EVENTS]);
    }
    ng_reader_free(reader);
    free(t.bytes);
    return 0;
}
