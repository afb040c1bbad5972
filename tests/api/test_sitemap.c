/* SPDX-License-Identifier: Apache-2.0 */
/* Sitemaps of each kind, whole and broken, by what stands in their row. */
#include "base/base.h"
#include "rows.h"

#include <stdlib.h>

#define SET(inner)                                                                                 \
    "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "        \
    "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\" "                               \
    "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\" "                             \
    "xmlns:video=\"http://www.google.com/schemas/sitemap-video/1.1\">" inner "</urlset>"
#define PAGE(inner) SET("<url><loc>https://d.example/a</loc>" inner "</url>")
#define NEWS(inner) PAGE("<news:news>" inner "</news:news>")

static const row_case cases[] = {
    {"a page",
     PAGE(""),
     {"\"kind\":\"sitemap\"", "\"version\":\"sitemap\"", "\"bozo\":false",
      "\"urls\":[{\"link\":\"https://d.example/a\"}]"},
     "\"sitemaps\""},
    {"nothing", SET(""), {"\"urls\":[]"}, NULL},
    {"white space",
     SET("\n <url>\n <loc>\n https://d.example/a \n</loc></url>"),
     {"\"link\":\"https://d.example/a\""},
     NULL},
    {"an ampersand",
     SET("<url><loc>https://d.example/?a=1&amp;b=2</loc></url>"),
     {"\"link\":\"https://d.example/?a=1&b=2\""},
     NULL},
    {"a lone ampersand",
     SET("<url><loc>https://d.example/?a=1&b=2</loc></url>"),
     {"\"link\":\"https://d.example/?a=1&b=2\"", "\"bozo\":true"},
     NULL},
    {"a marked section",
     SET("<url><loc><![CDATA[https://d.example/?a&b]]></loc></url>"),
     {"\"link\":\"https://d.example/?a&b\""},
     NULL},
    {"a moment",
     PAGE("<lastmod>2026-03-04T01:30:00+02:00</lastmod>"),
     {"\"updated\":\"2026-03-03T23:30:00Z\""},
     NULL},
    {"a day", PAGE("<lastmod>2026-03-04</lastmod>"), {"\"updated\":\"2026-03-04\""}, NULL},
    {"no date", PAGE("<lastmod>soon</lastmod>"), {"\"link\""}, "\"updated\""},
    {"priority and frequency are no news",
     PAGE("<changefreq>daily</changefreq><priority>0.8</priority>"),
     {"\"link\""},
     "0.8"},
    {"an entry without an address",
     SET("<url><lastmod>2026-03-04</lastmod></url>"),
     {"\"urls\":[]"},
     NULL},
    {"news",
     NEWS("<news:publication><news:name>The Ferrow Daily</news:name>"
          "<news:language>en</news:language></news:publication>"
          "<news:publication_date>2026-03-03T08:00Z</news:publication_date>"
          "<news:title>Ferries &amp; tides</news:title>"),
     {"\"title\":\"Ferries & tides\"", "\"published\":\"2026-03-03T08:00:00Z\"",
      "\"publication\":\"The Ferrow Daily\"", "\"language\":\"en\""},
     NULL},
    {"keywords",
     NEWS("<news:keywords>ferry, old pier,,sea</news:keywords>"),
     {"\"tags\":[\"ferry\",\"old pier\",\"sea\"]"},
     NULL},
    {"genres and tickers",
     NEWS("<news:genres>Blog</news:genres><news:stock_tickers>X:Y"
          "</news:stock_tickers>"),
     {"\"link\""},
     "Blog"},
    {"news in a prefix that nobody declared",
     "<urlset><url><loc>https://d.example/a</loc><news:news><news:title>Tides</news:title>"
     "</news:news></url></urlset>",
     {"\"title\":\"Tides\""},
     NULL},
    {"news by its address alone",
     "<urlset><url><loc>https://d.example/a</loc><n:news "
     "xmlns:n=\"http://www.google.com/schemas/sitemap-news/0.9\"><n:title>Tides</n:title></n:news>"
     "</url></urlset>",
     {"\"title\":\"Tides\"", "\"bozo\":false"},
     NULL},
    {"pictures",
     PAGE("<image:image><image:loc>https://d.example/1.jpg</image:loc><image:title>One"
          "</image:title></image:image><image:image><image:loc>https://d.example/2.jpg"
          "</image:loc></image:image>"),
     {"\"link\":\"https://d.example/a\"",
      "\"enclosures\":[\"https://d.example/1.jpg\",\"https://d.example/2.jpg\"]"},
     "One"},
    {"videos",
     PAGE("<video:video><video:title>Film</video:title><video:content_loc>"
          "https://d.example/f.mp4</video:content_loc></video:video>"),
     {"\"enclosures\":[\"https://d.example/f.mp4\"]"},
     "Film"},
    {"a picture before the address",
     SET("<url><image:image><image:loc>https://d.example/1.jpg</image:loc></image:image>"
         "<loc>https://d.example/a</loc></url>"),
     {"\"link\":\"https://d.example/a\""},
     NULL},
    {"alternates in other languages",
     PAGE("<xhtml:link xmlns:xhtml=\"http://www.w3.org/1999/xhtml\" rel=\"alternate\" "
          "hreflang=\"de\" href=\"https://d.example/de\"/>"),
     {"\"link\""},
     "/de"},
    {"an index",
     "<sitemapindex><sitemap><loc>https://d.example/1.xml</loc><lastmod>2026-03-04"
     "</lastmod></sitemap></sitemapindex>",
     {"\"version\":\"sitemapindex\"",
      "\"sitemaps\":[{\"link\":\"https://d.example/1.xml\",\"updated\":\"2026-03-04\"}]"},
     "\"urls\""},
    {"cut off",
     "<urlset><url><loc>https://d.example/a</loc></url><url><loc>https://d.exam",
     {"\"link\":\"https://d.example/a\"", "\"bozo\":true"},
     NULL},
    {"entities of its own",
     "<!DOCTYPE urlset [<!ENTITY a \"https://evil.example/\"><!ENTITY b SYSTEM "
     "\"file:///etc/passwd\">"
     "]><urlset><url><loc>https://d.example/&a;&b;</loc></url></urlset>",
     {"\"link\":\"https://d.example/"},
     "evil"},
    {"a list",
     "https://d.example/1\r\n\r\n https://d.example/2 \nHTTP://d.example/3",
     {"\"version\":\"text\"", "\"bozo\":false", "\"link\":\"https://d.example/2\"",
      "\"link\":\"HTTP://d.example/3\""},
     NULL},
    {"a list with other lines",
     "https://d.example/1\n# more\nhttps://d.example/2\n",
     {"\"bozo\":true", "\"bozoLine\":2", "\"link\":\"https://d.example/2\""},
     "more"},
};

static void test_sitemaps(void **state)
{
    (void)state;
    expect_rows_of(cases, ARRAY_COUNT(cases), NG_KIND_SITEMAP);
}

static void test_a_sitemap_is_told_by_itself(void **state)
{
    static const struct {
        const char *name, *text;
        bool sitemap;
    } table[] = {
        {"pages", PAGE(""), true},
        {"an index", "<?xml version=\"1.0\"?><!-- a --><sitemapindex/>", true},
        {"in a prefix", "<sm:urlset xmlns:sm=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>",
         true},
        {"a list", "https://d.example/1\nhttps://d.example/2\n", true},
        {"a list with a word", "https://d.example/1\nFerries\n", false},
        {"a line that goes on", "https://d.example/1 is the address of the board.", false},
        {"a page", "<html><body><p>A urlset is a list of addresses.</p></body></html>", false},
        {"a feed", "<rss version=\"2.0\"><channel/></rss>", false},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(table); i++) {
        char *row;
        ng_error error = {0};
        assert_int_equal(row_of(table[i].text, NG_KIND_AUTO, &row, &error), NG_OK);
        if ((strstr(row, "\"kind\":\"sitemap\"") != NULL) != table[i].sitemap)
            fail_msg("%s: %s", table[i].name, row);
        free(row);
    }
}

static void test_what_is_no_sitemap_is_refused(void **state)
{
    char *row;
    ng_error error = {0};
    (void)state;
    assert_int_equal(row_of("<html><p>No map</p></html>", NG_KIND_SITEMAP, &row, &error),
                     NG_ERR_FORMAT);
    assert_non_null(strstr(error.text, "no sitemap"));
    assert_int_equal(row_of("The ferry sailed.", NG_KIND_SITEMAP, &row, &error), NG_ERR_FORMAT);
}

/* A few kB of gzip can hold millions of addresses. */
static void test_too_many_entries_are_left_out(void **state)
{
    (void)state;
    char *row = row_of_many("", "https://d.example/\n", 250001, "", NG_KIND_SITEMAP);
    assert_non_null(strstr(row, "\"bozoReason\":\"too many entries; the rest was left out\""));
    assert_int_equal(times_in(row, "d.example"), 250000);
    free(row);
}

static bool keep(void *context, const char *bytes, size_t length)
{
    ngi_buffer_add((ngi_buffer *)context, (ng_slice){bytes, length});
    return true;
}

/* Who follows what an index lists must not come back to it for ever. */
static void test_an_index_that_lists_itself(void **state)
{
    static const char index[] =
        "<sitemapindex><sitemap><loc>https://d.example/a.xml</loc></sitemap>"
        "<sitemap><loc>http://www.D.example/sitemap.xml#top</loc></sitemap>"
        "<sitemap><loc>https://d.example/sitemap.xml.gz</loc></sitemap></sitemapindex>";
    static const struct {
        const char *name, *url;
        bool itself;
    } table[] = {
        {"its own address", "https://d.example/sitemap.xml", true},
        {"in other words", "http://www.d.example/sitemap.xml", true},
        {"another address", "https://d.example/sitemaps.xml", false},
        {"no address", "", false},
    };
    ng_reader *reader;
    (void)state;
    assert_int_equal(ng_reader_new(&reader, NULL), NG_OK);
    for (size_t i = 0; i < ARRAY_COUNT(table); i++) {
        ng_document *document;
        ng_read_options options = NG_READ_OPTIONS;
        ngi_buffer row = {0};
        options.url = ngi_slice_of(table[i].url);
        assert_int_equal(
            ng_reader_read_page(reader, ngi_slice_of(index), &options, &document, NULL), NG_OK);
        expect_int(table[i].name, (int64_t)ng_document_entry_count(document),
                   table[i].itself ? 2 : 3);
        assert_int_equal(ng_document_write(document, NULL, keep, &row, NULL), NG_OK);
        ng_slice fault = NGI_LIT("\"bozo\":true,\"bozoReason\":\"the index lists itself");
        expect_int(table[i].name, ngi_find(ngi_buffer_slice(&row), fault) != NGI_NONE,
                   table[i].itself);
        ng_document_free(document);
        ngi_buffer_free(&row);
    }
    ng_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sitemaps),
        cmocka_unit_test(test_a_sitemap_is_told_by_itself),
        cmocka_unit_test(test_what_is_no_sitemap_is_refused),
        cmocka_unit_test(test_too_many_entries_are_left_out),
        cmocka_unit_test(test_an_index_that_lists_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
