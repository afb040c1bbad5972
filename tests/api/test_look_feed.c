/* SPDX-License-Identifier: Apache-2.0 */
/* All that the row of a feed, a sitemap or a list of subscriptions holds can be had by the calls
 * of nutgraf.h: each row is written once more here, by those calls alone, and must be the same. */
#include "tests.h"
#include "views/json_out.h"

#define ATOM "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"
#define SET_NS                                                                                     \
    "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "                                       \
    "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\" "                               \
    "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\""

static const struct {
    const char *name, *text;
    ng_kind kind;
    size_t entries;
} cases[] = {
    {"RSS",
     "<rss version=\"2.0\"><channel><title>Ferrow News</title><link>https://f.example/</link>"
     "<language>en</language><image><url>https://f.example/i.png</url></image>"
     "<item><title>Ferries</title><guid>https://f.example/1</guid><author>a@f.example (Mara Quill)"
     "</author><pubDate>Tue, 03 Mar 2026 14:05:00 GMT</pubDate><description>Short</description>"
     "<category>sea</category><category>harbour</category>"
     "<enclosure url=\"https://f.example/a.mp3\"/><enclosure "
     "url=\"https://f.example/b.mp3\"/></item>"
     "<item><title>Tides</title></item></channel></rss>",
     NG_KIND_FEED, 2},
    {"Atom",
     ATOM "<title>Ferrow</title><id>urn:f</id><updated>2026-03-03T14:05:00+01:00</updated>"
          "<entry><id>urn:f:1</id><title>Pier</title><content type=\"html\">&lt;p&gt;Long&lt;/p&gt;"
          "</content><published>2026-03-02</published><updated>2026-03-03T10:00:00Z</updated>"
          "</entry></feed>",
     NG_KIND_FEED, 1},
    {"JSON Feed",
     "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[{\"id\":\"1\","
     "\"content_text\":\"Hello\",\"tags\":[\"a\",\"b\"],\"authors\":[{\"name\":\"Mara Quill\"}]}]}",
     NG_KIND_FEED, 1},
    {"places",
     "<rss version=\"2.0\" xmlns:georss=\"http://www.georss.org/georss\"><channel>"
     "<item><georss:point>45.256 -71.92</georss:point></item>"
     "<item><georss:line>45.256 -110.45 46.46 -109.48</georss:line></item></channel></rss>",
     NG_KIND_FEED, 2},
    {"a broken feed", ATOM "<title>Ferrow</title><entry><title>One", NG_KIND_FEED, 1},
    {"a news sitemap",
     "<urlset " SET_NS "><url><loc>https://f.example/1</loc><lastmod>2026-03-03</lastmod>"
     "<news:news><news:publication><news:name>Ferrow</news:name><news:language>en</news:language>"
     "</news:publication><news:publication_date>2026-03-03T08:00Z</news:publication_date>"
     "<news:title>Tides</news:title><news:keywords>sea, pier</news:keywords></news:news>"
     "<image:image><image:loc>https://f.example/i.png</image:loc></image:image></url></urlset>",
     NG_KIND_SITEMAP, 1},
    {"an index",
     "<sitemapindex><sitemap><loc>https://f.example/a.xml</loc></sitemap></sitemapindex>",
     NG_KIND_SITEMAP, 1},
    {"addresses as text", "https://f.example/1\nhttps://f.example/2\n", NG_KIND_SITEMAP, 2},
    {"a list of subscriptions",
     "<opml version=\"2.0\"><head><title>Mine</title></head><body><outline text=\"World\">"
     "<outline type=\"rss\" text=\"F\" xmlUrl=\"https://f.example/rss\" "
     "htmlUrl=\"https://f.example/\"/></outline></body></opml>",
     NG_KIND_OPML, 1},
    {"a page is none", "<html><body><p>No feed.</p></body></html>", NG_KIND_PAGE, 0},
};

typedef struct named_field {
    ng_slice key;
    ng_feed_field field;
} named_field;

static ng_slice one(const ng_document *d, size_t index, ng_feed_field field)
{
    const ng_slice *value;
    size_t count = ng_document_entry(d, index, field, &value);
    assert_true(count <= 1 && (count == 1) == (value != NULL));
    return count == 1 ? *value : (ng_slice){0};
}

static void write_fields(ngi_buffer *out, const ng_document *d, size_t index,
                         const named_field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ngi_out_text_if(out, fields[i].key, one(d, index, fields[i].field));
}

static void write_list(ngi_buffer *out, const ng_document *d, size_t index, ng_slice key,
                       ng_feed_field field, bool always)
{
    const ng_slice *values;
    size_t count = ng_document_entry(d, index, field, &values);
    if (count == 0 && !always)
        return;
    ngi_out_open(out, key, '[');
    for (size_t i = 0; i < count; i++)
        ngi_out_text(out, NGI_ITEM, values[i]);
    ngi_out_close(out, ']');
}

/* Numbers stand in the row as the call gives them. */
static void write_location(ngi_buffer *out, const ng_document *d, size_t index)
{
    ng_slice latitude = one(d, index, NG_FEED_LATITUDE), shape = one(d, index, NG_FEED_SHAPE);
    if (latitude.len == 0 && shape.len == 0)
        return;
    ngi_out_open(out, NGI_KEY("location"), '{');
    ngi_out_written(out, NGI_KEY("latitude"), latitude);
    ngi_out_written(out, NGI_KEY("longitude"), one(d, index, NG_FEED_LONGITUDE));
    ngi_out_text_if(out, NGI_KEY("shape"), shape);
    ngi_out_text_if(out, NGI_KEY("text"), one(d, index, NG_FEED_SHAPE_TEXT));
    ngi_out_close(out, '}');
}

static void write_entries(ngi_buffer *out, const ng_document *d, ng_slice key,
                          const named_field *fields, size_t count, bool lists)
{
    bool feed = ng_document_kind(d) == NG_KIND_FEED;
    ngi_out_open(out, key, '[');
    for (size_t i = 0; i < ng_document_entry_count(d); i++) {
        ngi_out_open(out, NGI_ITEM, '{');
        write_fields(out, d, i, fields, count);
        if (lists) {
            write_list(out, d, i, NGI_KEY("enclosures"), NG_FEED_ENCLOSURES, feed);
            write_list(out, d, i, NGI_KEY("tags"), NG_FEED_TAGS, feed);
        }
        write_location(out, d, i);
        ngi_out_close(out, '}');
    }
    ngi_out_close(out, ']');
}

static const named_field of_itself[] = {
    {NGI_KEY("title"), NG_FEED_TITLE},
    {NGI_KEY("link"), NG_FEED_LINK},
    {NGI_KEY("id"), NG_FEED_ID},
    {NGI_KEY("updated"), NG_FEED_UPDATED},
    {NGI_KEY("language"), NG_FEED_LANGUAGE},
    {NGI_KEY("image"), NG_FEED_IMAGE},
};
static const named_field of_feed[] = {
    {NGI_KEY("title"), NG_FEED_TITLE},     {NGI_KEY("link"), NG_FEED_LINK},
    {NGI_KEY("id"), NG_FEED_ID},           {NGI_KEY("published"), NG_FEED_PUBLISHED},
    {NGI_KEY("updated"), NG_FEED_UPDATED}, {NGI_KEY("author"), NG_FEED_AUTHOR},
    {NGI_KEY("summary"), NG_FEED_SUMMARY}, {NGI_KEY("content"), NG_FEED_CONTENT},
};
static const named_field of_sitemap[] = {
    {NGI_KEY("link"), NG_FEED_LINK},
    {NGI_KEY("updated"), NG_FEED_UPDATED},
    {NGI_KEY("title"), NG_FEED_TITLE},
    {NGI_KEY("published"), NG_FEED_PUBLISHED},
    {NGI_KEY("publication"), NG_FEED_PUBLICATION},
    {NGI_KEY("language"), NG_FEED_LANGUAGE},
};
static const named_field of_subscription[] = {
    {NGI_KEY("url"), NG_FEED_LINK},  {NGI_KEY("title"), NG_FEED_TITLE},
    {NGI_KEY("site"), NG_FEED_SITE}, {NGI_KEY("folder"), NG_FEED_FOLDER},
    {NGI_KEY("type"), NG_FEED_TYPE},
};

static void write_all(ngi_buffer *out, const ng_document *d)
{
    ng_slice version = one(d, NG_FEED_ITSELF, NG_FEED_VERSION);
    const char *why;
    uint32_t line;
    bool bozo = ng_document_bozo(d, &why, &line);
    ngi_out_text(out, NGI_KEY("version"), version);
    ngi_out_bool(out, NGI_KEY("bozo"), bozo);
    if (bozo)
        ngi_out_text(out, NGI_KEY("bozoReason"), ngi_slice_of(why));
    if (bozo && line != 0)
        ngi_out_number(out, NGI_KEY("bozoLine"), line);
    if (ng_document_kind(d) == NG_KIND_SITEMAP) {
        bool index = ngi_equal(version, NGI_LIT("sitemapindex"));
        write_entries(out, d, index ? NGI_KEY("sitemaps") : NGI_KEY("urls"), of_sitemap,
                      ARRAY_COUNT(of_sitemap), true);
        return;
    }
    ngi_out_open(out, NGI_KEY("feed"), '{');
    write_fields(out, d, NG_FEED_ITSELF, of_itself, ARRAY_COUNT(of_itself));
    ngi_out_close(out, '}');
    if (ng_document_kind(d) == NG_KIND_FEED)
        write_entries(out, d, NGI_KEY("entries"), of_feed, ARRAY_COUNT(of_feed), true);
    else
        write_entries(out, d, NGI_KEY("feeds"), of_subscription, ARRAY_COUNT(of_subscription),
                      false);
}

static void write_row(ngi_buffer *out, const ng_document *d)
{
    ngi_buffer_char(out, '{');
    ngi_out_number(out, NGI_KEY("schema"), NG_SCHEMA);
    ngi_out_text_if(out, NGI_KEY("url"), ng_document_url(d));
    ngi_out_text(out, NGI_KEY("kind"), ngi_slice_of(ng_kind_name(ng_document_kind(d))));
    ngi_out_text_if(out, NGI_KEY("inLanguage"), ng_document_language(d));
    write_all(out, d);
    NGI_BUFFER_LIT(out, "}\n");
}

static bool keep(void *context, const char *bytes, size_t length)
{
    ngi_buffer_add((ngi_buffer *)context, (ng_slice){bytes, length});
    return true;
}

static void test_rows_of_feeds_can_be_written_by_the_header(void **state)
{
    (void)state;
    ng_reader *reader;
    assert_int_equal(ng_reader_new(&reader, NULL), NG_OK);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ng_document *d;
        ng_error error;
        ngi_buffer row = {0}, again = {0};
        if (ng_reader_read_page(reader, ngi_slice_of(cases[i].text), NULL, &d, &error) != NG_OK)
            fail_msg("%s: %s", cases[i].name, error.text);
        expect_int(cases[i].name, ng_document_kind(d), cases[i].kind);
        expect_int(cases[i].name, (int64_t)ng_document_entry_count(d), (int64_t)cases[i].entries);
        assert_int_equal(ng_document_write(d, NULL, keep, &row, &error), NG_OK);
        write_row(&again, d);
        if (cases[i].kind != NG_KIND_PAGE)
            expect_slice(cases[i].name, ngi_buffer_slice(&again), ngi_buffer_slice(&row));
        ng_document_free(d);
        ngi_buffer_free(&row);
        ngi_buffer_free(&again);
    }
    ng_reader_free(reader);
}

static void test_what_is_not_there_is_none(void **state)
{
    (void)state;
    ng_reader *reader;
    assert_int_equal(ng_reader_new(&reader, NULL), NG_OK);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ng_document *d;
        const ng_slice *values;
        const char *why;
        uint32_t line;
        bool page = cases[i].kind == NG_KIND_PAGE;
        assert_int_equal(ng_reader_read_page(reader, ngi_slice_of(cases[i].text), NULL, &d, NULL),
                         NG_OK);
        for (int f = NG_FEED_TITLE; f <= NG_FEED_SHAPE_TEXT + 1; f++) {
            values = &(ng_slice){0};
            assert_int_equal(ng_document_entry(d, cases[i].entries, (ng_feed_field)f, &values), 0);
            assert_null(values);
            if (page)
                assert_int_equal(ng_document_entry(d, NG_FEED_ITSELF, (ng_feed_field)f, &values),
                                 0);
        }
        if (page)
            assert_false(ng_document_bozo(d, &why, &line));
        ng_document_free(d);
    }
    ng_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_of_feeds_can_be_written_by_the_header),
        cmocka_unit_test(test_what_is_not_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
