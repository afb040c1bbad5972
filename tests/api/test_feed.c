/* SPDX-License-Identifier: Apache-2.0 */
/* Feeds of each kind, whole and broken, by what stands in their row. */
#include "rows.h"

#include <stdlib.h>

#define RSS(channel) "<?xml version=\"1.0\"?><rss version=\"2.0\">" channel "</rss>"
#define ITEM(inner) RSS("<channel><title>Ferrow News</title><item>" inner "</item></channel>")
#define RSS_NS(ns, inner)                                                                          \
    "<rss version=\"2.0\" " ns "><channel><item>" inner "</item></channel></rss>"
#define ATOM(inner) "<feed xmlns=\"http://www.w3.org/2005/Atom\">" inner "</feed>"
#define ENTRY(inner) ATOM("<entry>" inner "</entry>")
#define GEORSS "xmlns:georss=\"http://www.georss.org/georss\""
#define GML "xmlns:gml=\"http://www.opengis.net/gml\""
#define GEO "xmlns:geo=\"http://www.w3.org/2003/01/geo/wgs84_pos#\""
#define DC "xmlns:dc=\"http://purl.org/dc/elements/1.1/\""

static const row_case cases[] = {
    {"RSS 2.0",
     RSS("<channel><title>Ferrow News</title><link>https://ferrow.example/</link></channel>"),
     {"\"kind\":\"feed\"", "\"version\":\"rss20\"", "\"title\":\"Ferrow News\"",
      "\"link\":\"https://ferrow.example/\""},
     "\"text\""},
    {"RSS 0.91", "<rss version=\"0.91\"><channel/></rss>", {"\"version\":\"rss091u\""}, NULL},
    {"RSS 0.92", "<rss version='0.92'><channel/></rss>", {"\"version\":\"rss092\""}, NULL},
    {"RSS without a version", "<rss><channel/></rss>", {"\"version\":\"rss\""}, NULL},
    {"RSS 1.0",
     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
     "xmlns=\"http://purl.org/rss/1.0/\"><channel><title>Tides</title></channel>"
     "<item rdf:about=\"https://t.example/1\"><title>High</title></item></rdf:RDF>",
     {"\"version\":\"rss10\"", "\"title\":\"Tides\"", "\"title\":\"High\"",
      "\"id\":\"https://t.example/1\""},
     NULL},
    {"RSS 0.90",
     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
     "xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>Old</title></channel>"
     "</rdf:RDF>",
     {"\"version\":\"rss090\"", "\"title\":\"Old\""},
     NULL},
    {"RSS 0.90 by its other address, in small letters",
     "<rdf:rdf xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
     "xmlns=\"http://channel.netscape.com/rdf/simple/0.9/\"><channel><title>Old</title></channel>"
     "<item><title>Ebb</title></item></rdf:rdf>",
     {"\"version\":\"rss090\"", "\"title\":\"Old\"", "\"title\":\"Ebb\""},
     NULL},
    {"RDF whose channel and items stand in a namespace that nobody knows",
     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
     "xmlns=\"http://feeds.example/of-our-own/\"><channel><title>Own</title></channel>"
     "<item><title>Flood</title></item></rdf:RDF>",
     {"\"version\":\"rss10\"", "\"title\":\"Own\"", "\"title\":\"Flood\""},
     NULL},
    {"Atom 1.0",
     ATOM("<title>Ferrow</title><id>urn:f:1</id>"),
     {"\"version\":\"atom10\"", "\"title\":\"Ferrow\"", "\"id\":\"urn:f:1\""},
     NULL},
    {"Atom 0.3",
     "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>Old</title></feed>",
     {"\"version\":\"atom03\"", "\"title\":\"Old\""},
     NULL},
    {"JSON Feed 1.1",
     "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Ferrow\", \"items\": "
     "[{\"id\": \"7\", \"url\": \"https://f.example/7\", \"title\": \"Seven\", \"content_html\": "
     "\"<p>A</p>\", \"authors\": [{\"name\": \"Ann Bell\"}, {\"name\": \"Bo Carr\"}], \"tags\": "
     "[\"sea\"]}]}",
     {"\"version\":\"json11\"", "\"author\":\"Ann Bell, Bo Carr\"", "\"content\":\"<p>A</p>\"",
      "\"tags\":[\"sea\"]"},
     NULL},
    {"JSON Feed 1 with one author",
     "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": 7, "
     "\"content_text\": \"A & B\", \"author\": {\"name\": \"Ann Bell\"}}]}",
     {"\"version\":\"json1\"", "\"id\":\"7\"", "\"content\":\"A & B\"", "\"author\":\"Ann Bell\""},
     NULL},

    {"title as plain text",
     ITEM("<title>Fish &amp;amp; &lt;b&gt;chips&lt;/b&gt;</title>"),
     {"\"title\":\"Fish & chips\""},
     NULL},
    {"title in a marked section",
     ITEM("<title><![CDATA[Fish & <i>chips</i>]]></title>"),
     {"\"title\":\"Fish & chips\""},
     NULL},
    {"title of text in Atom stays",
     ENTRY("<title>a &lt; b</title>"),
     {"\"title\":\"a < b\""},
     NULL},
    {"title in XHTML",
     ENTRY("<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">The <em>sea</em>"
           "</div></title>"),
     {"\"title\":\"The sea\""},
     NULL},
    {"media title only where there is no other",
     RSS_NS("xmlns:media=\"http://search.yahoo.com/mrss/\"",
            "<title>Ferry</title><media:title>ferry.jpg</media:title>"),
     {"\"title\":\"Ferry\""},
     "ferry.jpg"},
    {"title of the image is not the feed's",
     RSS("<channel><image><title>Logo</title><url>https://f.example/l.png</url></image>"
         "<title>Ferrow</title></channel>"),
     {"\"title\":\"Ferrow\"", "\"image\":\"https://f.example/l.png\""},
     "Logo"},

    {"link",
     ITEM("<link> https://f.example/1 </link>"),
     {"\"link\":\"https://f.example/1\""},
     NULL},
    {"link by guid",
     ITEM("<guid>https://f.example/2</guid>"),
     {"\"link\":\"https://f.example/2\"", "\"id\":\"https://f.example/2\""},
     NULL},
    {"no link by a guid that is none",
     ITEM("<guid isPermaLink=\"false\">tag:2</guid>"),
     {"\"id\":\"tag:2\""},
     "\"link\":\"tag:2\""},
    {"alternate link of Atom",
     ENTRY("<link rel=\"self\" href=\"https://f.example/s\"/><link href=\"https://f.example/3\"/>"),
     {"\"link\":\"https://f.example/3\""},
     "example/s"},
    {"link from xml:base",
     ATOM("<entry xml:base=\"https://f.example/a/\"><link href=\"4.html\"/></entry>"),
     {"\"link\":\"https://f.example/a/4.html\""},
     NULL},
    {"link from an outer and an inner xml:base",
     "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://f.example/\">"
     "<entry xml:base=\"b/\"><link href=\"5\"/></entry></feed>",
     {"\"link\":\"https://f.example/b/5\""},
     NULL},
    {"links inside of XHTML",
     "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://f.example/\"><entry>"
     "<content type=\"xhtml\"><div><a href=\"6\">six</a></div></content></entry></feed>",
     {"href=\\\"https://f.example/6\\\""},
     NULL},
    {"lone ampersands",
     ITEM("<link>https://f.example/?a=1&b=2</link>"),
     {"\"link\":\"https://f.example/?a=1&b=2\"", "\"bozo\":true"},
     NULL},
    {"ampersand in an attribute",
     ENTRY("<link href=\"https://f.example/?a=1&amp;b=2\"/>"),
     {"\"link\":\"https://f.example/?a=1&b=2\"", "\"bozo\":false"},
     NULL},

    {"summary",
     ITEM("<description>&lt;p&gt;Short.&lt;/p&gt;</description>"),
     {"\"summary\":\"<p>Short.</p>\""},
     "\"content\""},
    {"content and summary",
     RSS_NS("xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"",
            "<description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]>"
            "</content:encoded>"),
     {"\"summary\":\"Short.\"", "\"content\":\"<p>Long.</p>\""},
     NULL},
    {"summary repeats a lone content",
     ENTRY("<content type=\"html\">&lt;p&gt;All&lt;/p&gt;</content>"),
     {"\"summary\":\"<p>All</p>\"", "\"content\":\"<p>All</p>\""},
     NULL},
    {"content in base64",
     ENTRY("<content type=\"application/octet-stream\">PGI+QTwvYj4=</content>"),
     {"\"content\":\"<b>A</b>\""},
     NULL},
    {"source of an entry is another feed",
     ENTRY("<source><title>Other</title><updated>2026-01-01T00:00:00Z</updated></source>"
           "<title>Own</title>"),
     {"\"title\":\"Own\""},
     "Other"},

    {"author with an address, RSS",
     ITEM("<author>ann@f.example (Ann Bell)</author>"),
     {"\"author\":\"Ann Bell (ann@f.example)\""},
     NULL},
    {"author with an address, Atom",
     ENTRY("<author><name>Ann Bell</name><email>ann@f.example</email></author>"),
     {"\"author\":\"Ann Bell (ann@f.example)\""},
     NULL},
    {"author by Dublin Core",
     RSS_NS(DC, "<dc:creator>Ann Bell</dc:creator>"),
     {"\"author\":\"Ann Bell\""},
     NULL},
    {"two authors",
     ENTRY("<author><name>Ann</name></author><author><name>Bo</name></author>"),
     {"\"author\":\"Ann, Bo\""},
     NULL},
    {"contributors are no authors",
     ENTRY("<contributor><name>Cy</name></contributor>"),
     {"\"entries\":[{"},
     "Cy"},
    {"prefix without a declaration",
     ITEM("<dc:creator>Ann Bell</dc:creator>"),
     {"\"author\":\"Ann Bell\""},
     NULL},

    {"RFC 822",
     ITEM("<pubDate>Tue, 03 Mar 2026 14:05:00 +0100</pubDate>"),
     {"\"published\":\"2026-03-03T13:05:00Z\""},
     NULL},
    {"RFC 822 by a zone's name",
     ITEM("<pubDate>Tue, 3 Mar 2026 14:05 EST</pubDate>"),
     {"\"published\":\"2026-03-03T19:05:00Z\""},
     NULL},
    {"ISO 8601",
     ENTRY("<updated>2026-03-03T14:05:00+05:30</updated>"),
     {"\"updated\":\"2026-03-03T08:35:00Z\""},
     NULL},
    {"date alone",
     RSS_NS(DC, "<dc:date>2026-03-03</dc:date>"),
     {"\"updated\":\"2026-03-03\""},
     NULL},
    {"month by its name in German",
     ITEM("<pubDate>3. M\xC3\xA4rz 2026, 14:05</pubDate>"),
     {"\"published\":\"2026-03-03T14:05:00Z\""},
     NULL},
    {"over midnight",
     ITEM("<pubDate>Thu, 01 Jan 2026 00:30:00 +0100</pubDate>"),
     {"\"published\":\"2025-12-31T23:30:00Z\""},
     NULL},
    {"no date", ITEM("<pubDate>soon</pubDate>"), {"\"entries\":[{"}, "published"},

    {"enclosures",
     ITEM("<enclosure url=\"https://f.example/a.mp3\"/><enclosure "
          "url=\"https://f.example/b.mp3\"/>"),
     {"\"enclosures\":[\"https://f.example/a.mp3\",\"https://f.example/b.mp3\"]"},
     NULL},
    {"enclosure of Atom",
     ENTRY("<link rel=\"enclosure\" href=\"https://f.example/c.mp3\"/>"),
     {"\"enclosures\":[\"https://f.example/c.mp3\"]"},
     "\"link\""},
    {"tags, each once",
     ITEM("<category>Sea</category><category>Sea</category><category>A &amp;amp; B</category>"),
     {"\"tags\":[\"Sea\",\"A & B\"]"},
     NULL},
    {"tags of Atom",
     ENTRY("<category term=\"sea\" label=\"The sea\"/>"),
     {"\"tags\":[\"sea\"]"},
     NULL},
    {"language",
     RSS("<channel><language>en-GB</language></channel>"),
     {"\"language\":\"en-GB\""},
     NULL},

    {"a point",
     RSS_NS(GEORSS, "<georss:point>45.256 -71.92</georss:point>"),
     {"\"location\":{\"latitude\":45.256,\"longitude\":-71.92}"},
     NULL},
    {"a point as people write numbers",
     RSS_NS(GEORSS, "<georss:point>\n +05.50,-.250 </georss:point>"),
     {"\"location\":{\"latitude\":5.5,\"longitude\":-0.25}"},
     NULL},
    {"a point of zeros, at the edge",
     RSS_NS(GEORSS, "<georss:point>-0.0 180.00</georss:point>"),
     {"\"location\":{\"latitude\":0,\"longitude\":180}"},
     NULL},
    {"a point of GML, with its height",
     ATOM("<entry " GEORSS " " GML "><georss:where><gml:Point><gml:pos>45.256 -71.92 310</gml:pos>"
          "</gml:Point></georss:where></entry>"),
     {"\"location\":{\"latitude\":45.256,\"longitude\":-71.92}"},
     NULL},
    {"a point of GML in other measures",
     RSS_NS(GML, "<gml:Point srsName=\"urn:ogc:def:crs:EPSG::25833\"><gml:pos>39 58</gml:pos>"
                 "</gml:Point>"),
     {"\"entries\":[{"},
     "location"},
    {"where a line of GML begins is no point",
     RSS_NS(GML, "<gml:LineString><gml:pos>1 2</gml:pos><gml:pos>3 4</gml:pos></gml:LineString>"),
     {"\"entries\":[{"},
     "location"},
    {"W3C's numbers",
     RSS_NS(GEO, "<geo:long>-71.92</geo:long><geo:lat>45.256</geo:lat>"),
     {"\"location\":{\"latitude\":45.256,\"longitude\":-71.92}"},
     NULL},
    {"W3C's point, undeclared, the first of two",
     ITEM("<geo:Point><geo:lat>1.5</geo:lat><geo:long>2.5</geo:long></geo:Point>"
          "<geo:Point><geo:lat>3</geo:lat><geo:long>4</geo:long></geo:Point>"),
     {"\"location\":{\"latitude\":1.5,\"longitude\":2.5}"},
     NULL},
    {"W3C's numbers of two entries are not put together",
     RSS("<channel><item><geo:lat>1</geo:lat></item><item><geo:long>2</geo:long></item></channel>"),
     {"\"entries\":[{"},
     "location"},
    {"a broken point before a good one",
     RSS_NS(GEORSS " " GEO, "<georss:point>north</georss:point><geo:lat>1</geo:lat>"
                            "<geo:long>2</geo:long>"),
     {"\"location\":{\"latitude\":1,\"longitude\":2}"},
     NULL},
    {"a point instead of a shape",
     RSS_NS(GEORSS, "<georss:box>1 2 3 4</georss:box><georss:point>1 2</georss:point>"
                    "<georss:line>1 2 3 4</georss:line>"),
     {"\"location\":{\"latitude\":1,\"longitude\":2}}"},
     NULL},
    {"a line",
     RSS_NS(GEORSS, "<georss:line>45.256 -110.45\n46.46  -109.48</georss:line>"),
     {"\"location\":{\"shape\":\"line\",\"text\":\"45.256 -110.45 46.46 -109.48\"}"},
     NULL},
    {"a polygon",
     RSS_NS(GEORSS, "<georss:polygon>1 2, 3 4, 5 6, 1 2</georss:polygon>"),
     {"\"location\":{\"shape\":\"polygon\",\"text\":\"1 2 3 4 5 6 1 2\"}"},
     NULL},
    {"a box",
     RSS_NS(GEORSS, "<georss:box>42.943 -71.032 43.039 -69.856</georss:box>"),
     {"\"location\":{\"shape\":\"box\",\"text\":\"42.943 -71.032 43.039 -69.856\"}"},
     NULL},
    {"the place of the feed is not an entry's",
     RSS("<channel><georss:point>1 2</georss:point><item><title>A</title></item></channel>"),
     {"\"title\":\"A\""},
     "location"},
    {"no place: no numbers",
     RSS_NS(GEORSS " " GEO, "<georss:point>Ferrow Harbour</georss:point>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: one number",
     RSS_NS(GEORSS " " GEO, "<georss:point>45.256</georss:point>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: decimal commas",
     RSS_NS(GEORSS " " GEO, "<georss:point>45,5 -71</georss:point>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: beyond a pole",
     RSS_NS(GEORSS " " GEO, "<georss:point>90.001 0</georss:point>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: longitude out of range",
     RSS_NS(GEORSS " " GEO, "<georss:point>45 -180.5</georss:point>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: digits, then letters",
     RSS_NS(GEORSS " " GEO, "<georss:point>45N 71W</georss:point>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: signs and points alone",
     RSS_NS(GEORSS " " GEO, "<georss:point>- .</georss:point>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: an empty point",
     RSS_NS(GEORSS " " GEO, "<georss:point/>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: latitude alone",
     RSS_NS(GEORSS " " GEO, "<geo:lat>45</geo:lat>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: a box of three points",
     RSS_NS(GEORSS " " GEO, "<georss:box>1 2 3 4 5 6</georss:box>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: half a point in a line",
     RSS_NS(GEORSS " " GEO, "<georss:line>1 2 3</georss:line>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: a polygon of two points",
     RSS_NS(GEORSS " " GEO, "<georss:polygon>1 2 3 4</georss:polygon>"),
     {"\"entries\":[{"},
     "location"},
    {"no place: a word in a polygon",
     RSS_NS(GEORSS " " GEO, "<georss:polygon>1 2 3 4 5 six</georss:polygon>"),
     {"\"entries\":[{"},
     "location"},

    {"dates of Atom, with fractions and zones",
     ATOM("<entry><published>2026-03-03T14:05:09.250+05:30</published>"
          "<updated>2026-12-31T23:30:00-01:00</updated></entry>"),
     {"\"published\":\"2026-03-03T08:35:09Z\"", "\"updated\":\"2027-01-01T00:30:00Z\""},
     NULL},
    {"dates that no clock shows",
     ATOM("<entry><published>2026-02-30T14:05:09Z</published>"
          "<updated>2026-03-03T24:05:09.Z</updated></entry>"),
     {"\"entries\":[{"},
     "2026-02-30"},

    {"scripts, styles and comments are not shown",
     ITEM("<description>&lt;p&gt;The &lt;script src=\"a\"&gt;x('&lt;/p&gt;')&lt;/script&gt;sea"
          "&lt;style&gt;p {}&lt;/STYLE &gt;&lt;!-- or --&gt;&lt;/p&gt;</description>"),
     {"\"summary\":\"<p>The sea</p>\""},
     NULL},
    {"scripts that nobody escaped",
     ENTRY("<title>The <script>x()</script>sea</title><content type=\"html\"><div>A<style>p {}"
           "</style></div>&lt;scripted&gt;</content>"),
     {"\"title\":\"The sea\"", "\"content\":\"<div>A</div><scripted>\""},
     NULL},
    {"values that hold tags",
     ITEM("<description><![CDATA[<a title=\"<script>\" href='<!--'>The</a> sea "
          "<b>]]></description>"),
     {"<a title=\\\"<script>\\\" href='<!--'>The</a> sea <b>\""},
     NULL},
    {"tags that are never closed",
     ITEM("<description><![CDATA[<a title=\"x <style>p</style><a b=c The sea]]></description>"),
     {"\"summary\":\"<a title=\\\"x <a b=c The sea\""},
     NULL},
    {"a whole document as a summary",
     ITEM(
         "<description><![CDATA[<HTML><head><base href=\"/x\"></head><body bgcolor=red><header>The "
         "sea</header></body></html>]]></description>"),
     {"\"summary\":\"<header>The sea</header>\""},
     NULL},
    {"a comment without an end",
     ITEM("<description><![CDATA[The sea <!-- and]]></description>"),
     {"\"summary\":\"The sea\""},
     NULL},
    {"text that speaks of scripts",
     ENTRY("<title type=\"text\">The &lt;script&gt; tag</title>"),
     {"\"title\":\"The <script> tag\""},
     NULL},
    {"text that looks like markup inside of a body",
     RSS_NS("xmlns:x=\"http://www.w3.org/1999/xhtml\"",
            "<x:body><x:p>The &lt;b&gt; tag</x:p></x:body>"),
     {"\"content\":\"<p>The &lt;b&gt; tag</p>\""},
     NULL},
    {"links from a relative base",
     "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"/blog/x?y\"><link href=\"1\"/><entry "
     "xml:base=\"a/\"><link href=\"2\"/><link rel=\"enclosure\" href=\"/3\"/></entry><entry "
     "xml:base=\"//f.example\"><link href=\"4\"/><link rel=\"enclosure\" "
     "href=\"?5\"/></entry></feed>",
     {"\"link\":\"/blog/1\"", "\"link\":\"/blog/a/2\"", "\"enclosures\":[\"/3\"]",
      "\"enclosures\":[\"//f.example?5\"]"},
     NULL},
    {"enclosures by other names",
     ITEM("<enclosure href=\"https://f.example/a.mp3\"/><enclosure "
          "uri=\"https://f.example/b.mp3\"/>"),
     {"\"enclosures\":[\"https://f.example/a.mp3\",\"https://f.example/b.mp3\"]"},
     NULL},
    {"a tag's text before its label",
     ITEM("<category label=\"A\">sea</category><category label=\"Sky\"/>"),
     {"\"tags\":[\"sea\",\"Sky\"]"},
     NULL},
    {"tags in one element", ITEM("<tags>sea, sky</tags>"), {"\"tags\":[\"sea\",\"sky\"]"}, NULL},
    {"a namespace that had a number",
     "<rss xmlns=\"http://backend.userland.com/rss2\"><channel><title>F</title></channel></rss>",
     {"\"title\":\"F\""},
     NULL},

    {"HTML's entities",
     ITEM("<title>Caf&eacute;&nbsp;open</title>"),
     {"\"title\":\"Caf\xC3\xA9 open\"", "\"bozo\":false"},
     NULL},
    {"a document type goes by",
     "<!DOCTYPE rss [<!ENTITY x \"y\">]>" ITEM("<title>A</title>") "",
     {"\"title\":\"A\""},
     NULL},
    {"entities of its own are not expanded",
     "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><rss><channel><title>x&b;x</title>"
     "</channel></rss>",
     {"\"title\":\"x&b;x\"", "\"bozo\":true"},
     "haha"},
    {"no file is fetched",
     "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&f;</title>"
     "</channel></rss>",
     {"\"title\":\"&f;\""},
     "root:"},
    {"control characters",
     ITEM("<title>A\x01\x0B"
          "B</title>"),
     {"\"title\":\"AB\"", "\"bozo\":true", "\"bozoReason\":\"a control character\""},
     NULL},
    {"markup that nobody escaped, with elements that are never closed",
     ITEM("<title>Ferry <b>late<br></title><description><p>First<br>line<p>second</description>"
          "<link>https://f.example/1</link>"),
     {"\"title\":\"Ferry late\"", "\"link\":\"https://f.example/1\"", "\"bozo\":true",
      "\"bozoReason\":\"an element that is not closed\""},
     NULL},
    {"an end tag of what is not open",
     ITEM("<title>One</div></title></p><link>https://f.example/1</link>"),
     {"\"title\":\"One\"", "\"link\":\"https://f.example/1\"", "\"bozo\":true"},
     NULL},
    {"attributes without quotes or values",
     ITEM("<title>One</title><description><img src=/a.png alt></description>"),
     {"img src=", "\"bozo\":true"},
     NULL},
    {"cut off",
     "<rss version=\"2.0\"><channel><title>F</title><item><title>One</title></item><item><title>Tw",
     {"\"title\":\"One\"", "\"bozo\":true"},
     NULL},
    {"text before the start",
     "\n\nhello <rss><channel><title>F</title></channel></rss>",
     {"\"title\":\"F\"", "\"bozo\":true"},
     NULL},
    {"escaped markup inside an element of what is said to be HTML",
     ENTRY("<content type=\"html\"><div xmlns=\"http://www.w3.org/1999/xhtml\">The "
           "&lt;b&gt;sea&lt;/b&gt;</div></content>"),
     {"\"content\":\"<div>The <b>sea</b></div>\""},
     NULL},
    {"text that looks like markup inside of XHTML",
     ENTRY("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">The &lt;b&gt; "
           "<i>tag</i> &amp; more</div></content>"),
     {"\"content\":\"<div>The &lt;b&gt; <i>tag</i> &amp; more</div>\""},
     NULL},
    {"text that looks like markup in a title of XHTML",
     ENTRY("<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">The &lt;b&gt; "
           "<i>tag</i> &amp;amp; more</div></title>"),
     {"\"title\":\"The <b> tag &amp; more\""},
     NULL},
    {"text that looks like markup inside of elements that nobody announced",
     ENTRY(
         "<content><div xmlns=\"http://www.w3.org/1999/xhtml\">The &lt;b&gt; tag</div></content>"),
     {"\"content\":\"<div>The &lt;b&gt; tag</div>\""},
     NULL},
    {"declared in another charset",
     "<?xml version=\"1.0\" "
     "encoding=\"windows-1252\"?><rss><channel><title>Caf\xE9</title></channel></rss>",
     {"\"title\":\"Caf\xC3\xA9\""},
     NULL},
};

static void test_feeds(void **state)
{
    (void)state;
    expect_rows_of(cases, ARRAY_COUNT(cases), NG_KIND_FEED);
}

static void test_a_feed_is_told_by_itself(void **state)
{
    static const struct {
        const char *name, *text;
        bool feed;
    } kinds[] = {
        {"RSS", "<?xml version=\"1.0\"?>\n<!-- a <b> --><rss><channel/></rss>", true},
        {"RDF", "<rdf:RDF xmlns:rdf=\"x\"></rdf:RDF>", true},
        {"Atom", "\xEF\xBB\xBF<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", true},
        {"JSON", "{\"version\": \"https://jsonfeed.org/version/1.1\"}", true},
        {"XHTML",
         "<?xml version=\"1.0\"?><html><body><p>A feed is a row of news.</p></body></html>", false},
        {"a page that speaks of feeds", "<html><body><p>Write &lt;rss&gt; first.</p></body></html>",
         false},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(kinds); i++) {
        char *row;
        ng_error error = {0};
        assert_int_equal(row_of(kinds[i].text, NG_KIND_AUTO, &row, &error), NG_OK);
        if ((strstr(row, "\"kind\":\"feed\"") != NULL) != kinds[i].feed)
            fail_msg("%s: %s", kinds[i].name, row);
        free(row);
    }
}

/* Faults are looked for sixteen bytes at a time, markup is escaped so: each at each place. */
static void test_faults_are_found_at_every_place(void **state)
{
    static const char filler[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const struct {
        const char *start, *fault, *end, *mended;
        bool bozo;
    } faults[] = {
        {"<title>", "\x01", "</title>", "", true},
        {"<title>", "\x1F", "</title>", "", true},
        {"<title>", "\t", "</title>", " ", false},
        {"<title>", "&", "</title>", "&", true},
        {"<title>", " < ", "</title>", " < ", true},
        {"<title>", "\xEF\xBF\xBF", "</title>", "", true},
        {"<title>", "\xEF\xBC\x8C", "</title>", "\xEF\xBC\x8C", false},
        {"<title><![CDATA[", "\x0B", "]]></title>", "", true},
        {"<title><![CDATA[", " & ", "]]></title>", " & ", false},
        {"<content type='xhtml'><div>", "&amp;", "</div></content>", "&amp;", false},
        {"<content type='xhtml'><div>", "&lt;", "</div></content>", "&lt;", false},
        {"<content type='xhtml'><div>", "&gt;", "</div></content>", "&gt;", false},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(faults); i++)
        for (int at = 1; at < 36; at++) {
            char text[512], mended[256], *row;
            ng_error error = {0};
            snprintf(text, sizeof text, ENTRY("%s%.*s%s%s%s"), faults[i].start, at, filler,
                     faults[i].fault, filler + at, faults[i].end);
            snprintf(mended, sizeof mended, "%.*s%s%s", at, filler, faults[i].mended, filler + at);
            assert_int_equal(row_of(text, NG_KIND_FEED, &row, &error), NG_OK);
            if (strstr(row, mended) == NULL ||
                (strstr(row, "\"bozo\":true") != NULL) != faults[i].bozo)
                fail_msg("fault %zu at %d: %s", i, at, row);
            free(row);
        }
}

static void test_what_is_no_feed_is_refused(void **state)
{
    char *row;
    ng_error error = {0};
    (void)state;
    assert_int_equal(row_of("<html><body>No feed</body></html>", NG_KIND_FEED, &row, &error),
                     NG_ERR_FORMAT);
    assert_non_null(strstr(error.text, "no feed"));
}

/* A few kB of gzip can hold millions of entries. */
static void test_too_many_entries_are_left_out(void **state)
{
    (void)state;
    char *row = row_of_many("<rss><channel><title>Own</title>", "<item><title>T</title></item>",
                            250001, "</channel></rss>", NG_KIND_FEED);
    assert_non_null(strstr(row, "\"bozoReason\":\"too many entries; the rest was left out\""));
    assert_non_null(strstr(row, "\"title\":\"Own\""));
    assert_int_equal(times_in(row, "\"title\":\"T\""), 250000);
    free(row);
}

static void test_too_many_enclosures_are_left_out(void **state)
{
    (void)state;
    char *row = row_of_many("<rss><channel><item>", "<enclosure url=\"https://d.example/a\"/>",
                            10001, "<title>T</title></item></channel></rss>", NG_KIND_FEED);
    assert_int_equal(times_in(row, "d.example"), 10000);
    assert_non_null(strstr(row, "\"title\":\"T\""));
    free(row);
}

/* Trees of tags would cost memory for each, feeds are some ten deep. */
static void test_what_is_too_deep_is_left_out(void **state)
{
    (void)state;
    char *row = row_of_many("<rss><channel><title>Own</title>", "<a>", 100000, "", NG_KIND_FEED);
    assert_non_null(strstr(row, "\"bozoReason\":\"too deep; what is deeper was left out\""));
    assert_non_null(strstr(row, "\"title\":\"Own\""));
    free(row);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_feeds),
        cmocka_unit_test(test_a_feed_is_told_by_itself),
        cmocka_unit_test(test_faults_are_found_at_every_place),
        cmocka_unit_test(test_what_is_no_feed_is_refused),
        cmocka_unit_test(test_too_many_entries_are_left_out),
        cmocka_unit_test(test_too_many_enclosures_are_left_out),
        cmocka_unit_test(test_what_is_too_deep_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
