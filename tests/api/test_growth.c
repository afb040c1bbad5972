/* SPDX-License-Identifier: Apache-2.0 */
/* Pages made of one thing again and again, whole reading: twice as much page is twice as much
 * work. Each row is read once small and once eight times as large; linear reading takes about
 * eight times as long then, quadratic 64 times.
 *
 *   test_growth BYTES [ROW]    shows what a row takes, in milliseconds of CPU time */
#include "nutgraf.h"
#include "base/base.h"
#include "tests.h"

#include <stdlib.h>
#include <time.h>

enum { SMALL_BYTES = 40000, TIMES = 8 };

#define PROSE                                                                                      \
    "The council of Marlow Ferry voted on Tuesday to keep the old bridge open for carts, and "     \
    "the mayor said that the work would begin before the first frost of the year."

/* "#" in a unit is its number. The foot comes once, after all units. */
typedef struct growth_row {
    const char *name, *head, *unit, *foot;
    ng_kind kind;
} growth_row;

static const growth_row rows[] = {
    {"paragraphs", "<h1>Bridge stays</h1>", "<p>" PROSE "</p>", "", 0},
    {"short paragraphs", "<h1>Bridge stays</h1>", "<p>One line #.</p>", "", 0},
    {"empty paragraphs", "<h1>Bridge stays</h1>", "<p>", "", 0},
    {"paragraphs of one letter", "<h1>Bridge stays</h1>", "<p>a", "", 0},
    {"classes of their own", "<h1>Bridge stays</h1>", "<p class='c#'>One line #.</p>", "", 0},
    {"nested boxes", "<h1>Bridge stays</h1>", "<div>", PROSE, 0},
    {"nested boxes with text", "<h1>Bridge stays</h1>", "<div>A line of it #. ", "", 0},
    {"nested boxes with paragraphs", "<h1>Bridge stays</h1>", "<div><p>" PROSE "</p>", "", 0},
    {"nested articles", "", "<article><h2>Bridge # stays</h2><p>" PROSE "</p>", "", 0},
    {"nested inline", "<p>", "<b>word # ", "", 0},
    {"articles", "",
     "<article><h2>Bridge # stays open</h2><time datetime='2024-05-0#T10:00:00Z'></time><p>" PROSE
     "</p><p>" PROSE "</p></article>",
     "", 0},
    {"headings alone", "", "<h2>Bridge # stays open for carts</h2>", "", 0},
    {"headings and a line", "", "<h2>Bridge # stays</h2><p>By Ada Marlow</p><p>2 hours ago</p>", "",
     0},
    {"headings and prose", "", "<h2>Bridge # stays</h2><p>" PROSE "</p><p>" PROSE "</p>", "", 0},
    {"the same heading", "", "<h2>Bridge stays open</h2><p>" PROSE "</p><p>" PROSE "</p>", "", 0},
    {"headings of all ranks", "", "<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4><p>" PROSE "</p>", "",
     0},
    {"sections and rules", "", "<hr><p>World</p><h2>Bridge #</h2><p>" PROSE "</p><p>" PROSE "</p>",
     "", 0},
    {"list", "<h1>Bridge stays</h1><ul>", "<li>Item # of many</li>", "</ul>", 0},
    {"lists in lists", "<h1>Bridge stays</h1>", "<ul><li>Item # of many", "", 0},
    {"lists of links", "", "<ul><li><a href='/a/#'>Bridge # stays open for carts</a></li></ul>", "",
     0},
    {"list of links", "<ul>",
     "<li><a href='/a/#'>Bridge # stays open for carts</a> 2 hours ago</li>", "</ul>", 0},
    {"links in a row", "<p>", "<a href='/a/#'>Bridge #</a> ", "", 0},
    {"headlines in a row", "<p>", "<a href='/a/#'>Bridge # stays open for carts</a> ", "", 0},
    {"an entry of many pieces", "<article><h2><a href='/a'>Bridge stays open for carts</a></h2><p>",
     "<span>cart#</span>", "", 0},
    {"cards", "<div class=grid>",
     "<div class=card><a href='/n/#'><img src=i.jpg><span class=k>World</span><h3>Bridge # stays "
     "open</h3></a><p>The mayor said more.</p><span>5 hours ago</span></div>",
     "</div>", 0},
    {"the same card", "<div class=grid>",
     "<div class=card><a href='/n'><h3>Bridge stays open</h3></a><span>5 hours ago</span></div>",
     "</div>", 0},
    {"table of one column", "<h1>Bridge stays</h1><table>", "<tr><td>Cell #", "</table>", 0},
    {"table of one row", "<h1>Bridge stays</h1><table><tr>", "<td>Cell #", "</table>", 0},
    {"empty cells", "<h1>Bridge stays</h1><table><tr>", "<td>", "</table>", 0},
    {"tables", "<h1>Bridge stays</h1>", "<table><tr><td>A #<td>B</table>", "", 0},
    {"tables in tables", "<h1>Bridge stays</h1>", "<table><tr><td>A # ", "", 0},
    {"table of prose", "<table>", "<tr><td>" PROSE "</td></tr>", "</table>", 0},
    {"times", "<h1>Bridge stays</h1>", "<time datetime='2024-05-08T10:00:0#Z'>8 May 2024</time>",
     "<p>" PROSE, 0},
    {"times in paragraphs", "<h1>Bridge stays</h1>", "<p><time>8 May 2024 10:0#</time></p>",
     "<p>" PROSE, 0},
    {"dates in paragraphs", "<h1>Bridge stays</h1>", "<p>Published 8 May 2024</p>", "<p>" PROSE, 0},
    {"ages in paragraphs", "<h1>Bridge stays</h1>", "<p># hours ago</p>", "<p>" PROSE, 0},
    {"bylines", "<h1>Bridge stays</h1>", "<p>By Ada Marlow and Jo Ferry, Bill #</p>", "<p>" PROSE,
     0},
    {"one long byline", "<h1>Bridge stays</h1><p>By Ada Marlow", ", Jo Ferry and Bill Marlow",
     "</p><p>" PROSE, 0},
    {"authors in the markup", "<h1>Bridge stays</h1>", "<a rel=author href='/u/#'>Ada Marlow#</a>",
     "<p>" PROSE, 0},
    {"item properties", "<div itemscope itemtype='http://schema.org/NewsArticle'>",
     "<span itemprop=author>Ada Marlow #</span><span itemprop=articleBody>" PROSE "</span>",
     "</div>", 0},
    {"items in items", "",
     "<div itemscope itemprop=a itemtype='http://schema.org/NewsArticle'><b itemprop=headline>A #"
     "</b>",
     "", 0},
    {"metas", "", "<meta property='article:author' content='Ada Marlow #'>",
     "<h1>Bridge stays</h1><p>" PROSE, 0},
    {"tags of the page", "", "<meta property='article:tag' content='bridge #'>",
     "<h1>Bridge stays</h1><p>" PROSE, 0},
    {"scripts of data", "",
     "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge "
     "#\",\"author\":{\"name\":\"Ada Marlow\"},\"datePublished\":\"2024-05-08\"}</script>",
     "<h1>Bridge 1</h1><p>" PROSE, 0},
    {"one script of data", "<script type='application/ld+json'>[",
     "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge #\",\"articleBody\":\"" PROSE "\"},",
     "{}]</script><h1>Bridge 1</h1>", 0},
    {"data in data", "<script type='application/ld+json'>",
     "{\"@type\":\"NewsArticle\",\"mainEntity\":", "0</script><h1>Bridge 1</h1>", 0},
    {"broken data", "<script type='application/ld+json'>", "{\"@type\":\"NewsArticle\",}{[\"a\n\"",
     "</script><h1>Bridge 1</h1>", 0},
    {"authors of the data",
     "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[",
     "{\"@type\":\"Person\",\"name\":\"Ada Marlow #\"},", "{}]}</script><h1>Bridge</h1><p>" PROSE,
     0},
    {"keywords of the data",
     "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"keywords\":\"", "bridge #,",
     "\"}</script><h1>Bridge</h1><p>" PROSE, 0},
    {"data of a framework", "<script id='__NEXT_DATA__' type='application/json'>{\"a\":[",
     "{\"headline\":\"Bridge #\",\"body\":\"" PROSE "\"},", "{}]}</script>", 0},
    {"markup in the data",
     "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"",
     "<p>" PROSE "</p><b><i>", "\"}</script>", 0},
    {"data in calls", "<script>", "self.__next_f.push([1,\"{\\\"body\\\":\\\"" PROSE "\\\"}\"]);",
     "</script>", 0},
    {"attributes", "<h1>Bridge stays</h1><p ", "a#='b' ", ">" PROSE, 0},
    {"long classes", "<h1>Bridge stays</h1><p class='", "story-body# ", "'>" PROSE, 0},
    {"one word", "<h1>Bridge stays</h1><p>", "abcdefgh", "", 0},
    {"one word of marks", "<h1>Bridge stays</h1><p>", "-", "", 0},
    {"one heading", "<h1>", "Bridge stays open ", "</h1><p>" PROSE, 0},
    {"one title", "<title>", "Bridge | stays - ", "</title><h1>Bridge</h1><p>" PROSE, 0},
    {"digits", "<h1>Bridge stays</h1><p>", "12:", "", 0},
    {"numbers", "<h1>Bridge stays</h1><p>", "# ", "", 0},
    {"capitals", "<h1>Bridge stays</h1><p>", "Ada Marlow ", "", 0},
    {"line breaks", "<h1>Bridge stays</h1><p>", "Line #<br>", "", 0},
    {"double line breaks", "<h1>Bridge stays</h1><p>", PROSE "<br><br>", "", 0},
    {"preformatted", "<h1>Bridge stays</h1><pre>", "Line #\n", "", 0},
    {"quotes", "<h1>Bridge stays</h1>", "<blockquote><p>" PROSE "</p></blockquote>", "", 0},
    {"quotes in quotes", "<h1>Bridge stays</h1>", "<blockquote>Line #", "", 0},
    {"figures", "<h1>Bridge stays</h1>",
     "<figure><img src='#.jpg'><figcaption>The bridge, seen from # (Ada "
     "Marlow)</figcaption></figure>",
     "<p>" PROSE, 0},
    {"comments of readers", "<h1>Bridge stays</h1><p>" PROSE "</p><div id=comments>",
     "<div class=comment><b class=author>Ada #</b><p>I like it, and " PROSE "</p></div>", "</div>",
     0},
    {"replies to replies", "<h1>Bridge stays</h1><p>" PROSE "</p><div id=comments>",
     "<div class=comment><b class=author>Ada #</b><p>I like it more.</p>", "</div>", 0},
    {"forms", "<h1>Bridge stays</h1>", "<form><input><button>Sign in #</button></form>", "", 0},
    {"frames of others", "<h1>Bridge stays</h1>", "<iframe src='/e/#'></iframe><p>" PROSE "</p>",
     "", 0},
    {"shadow roots", "<h1>Bridge stays</h1>",
     "<x-y><template shadowrootmode=open><p>" PROSE "</p></template></x-y>", "", 0},
    {"Chinese", "<h1>桥梁开放</h1>",
     "<p>市议会周二投票决定保留旧桥，市长表示工程将于霜冻前开始。</p>", "", 0},
    {"one Chinese line", "<h1>桥梁开放</h1><p>", "市议会周二投票决定保留旧桥", "", 0},
    {"a graph of references", "<script type='application/ld+json'>{\"@graph\":[",
     "{\"@id\":\"#/a\",\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#/a\"},\"headline\":\"B "
     "#\"},",
     "{}]}</script><h1>Bridge</h1><p>" PROSE, 0},
    {"people of the graph",
     "<script "
     "type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":[{\"@id\":\"9/"
     "a\"},{\"@id\":\"99/a\"}]},",
     "{\"@id\":\"#/a\",\"@type\":\"Person\",\"name\":\"Ada Marlow #\"},",
     "{}]}</script><h1>Bridge</h1><p>" PROSE, 0},
    {"the data's headline everywhere",
     "<title>Bridge stays open</title><meta property='og:title' content='Bridge stays open'>",
     "<h2>Bridge stays open</h2><p>Bridge stays open</p>", "<p>" PROSE, 0},
    {"links in links of lists", "<ul>",
     "<li><a href='/a/#'>Bridge #</a><ul><li><a href='/b/#'>Open #</a></ul>", "</ul>", 0},
    {"terms", "<dl>", "<dt>Bridge #<dd>" PROSE, "</dl>", 0},
    {"letters that join", "<h1>Bridge stays</h1><p>", "e\xCC\x81\xCC\x81", "", 0},
    {"one long date", "<h1>Bridge stays</h1><p>" PROSE "</p><time datetime='", "2024-05-08T",
     "'>8 May</time>", 0},
    {"one long date shown", "<h1>Bridge stays</h1><p>Published ", "8 May 2024, ", "</p><p>" PROSE,
     0},
    {"one long byline of words", "<h1>Bridge stays</h1><p class=byline>By ", "ada marlow ",
     "</p><p>" PROSE, 0},
    {"one long name", "<h1>Bridge stays</h1><p class=byline>By ", "Ada Marlow ", "</p><p>" PROSE,
     0},
    {"a long author of the metas", "<meta name=author content='", "Ada Marlow, ",
     "'><h1>Bridge stays</h1><p>" PROSE, 0},
    {"a long list of sources", "<h1>Bridge stays</h1><p>" PROSE "</p><img srcset='",
     "/i/#.jpg #w, ", "'>", 0},
    {"a long address", "<link rel=canonical href='https://courier.example/", "../a/",
     "'><h1>Bridge stays</h1><p>" PROSE, 0},
    {"a long title and heading", "<h1>", "Bridge # stays ", "</h1><h1>Bridge 1 stays</h1><p>" PROSE,
     0},
    {"standfirsts", "<h1>Bridge stays</h1>", "<p class=standfirst>The mayor said more of it #.</p>",
     "<p>" PROSE, 0},
    {"captions in paragraphs", "<h1>Bridge stays</h1>", "<p>Photo: Ada Marlow #</p>", "<p>" PROSE,
     0},
    {"read also", "<h1>Bridge stays</h1>",
     "<p>" PROSE "</p><p>Read also: <a href='/#'>Bridge # closes</a></p>", "", 0},
    {"pull quotes", "<h1>Bridge stays</h1>",
     "<p>" PROSE "</p><blockquote>The council of Marlow Ferry voted on Tuesday</blockquote>", "",
     0},
    {"bold lines", "<h1>Bridge stays</h1>", "<p><b>Bridge # stays</b></p><p>" PROSE, "", 0},
    {"live entries", "<h1>Live: the bridge</h1>",
     "<div class=entry><time>10:0#</time><h3>Bridge #</h3><p>" PROSE "</p></div>", "", 0},
    {"posts of a forum", "<h1>Bridge?</h1>",
     "<div class=post><a class=user>ada#</a><span>Posted 8 May 2024</span><div class=body>" PROSE
     "</div></div>",
     "", 0},
    {"sections with heads", "",
     "<section><h2>World #</h2><ul><li><a href='/#'>Bridge # stays open for "
     "carts</a></ul></section>",
     "", 0},
    {"marks of no tag", "<h1>Bridge stays</h1><p>", "<", PROSE, 0},
    {"references", "<h1>Bridge stays</h1><p>", "&amp;&nbsp;&#233;", PROSE, 0},
    {"line ends of old", "<h1>Bridge stays</h1><p>", "word\r", PROSE, 0},
    {"text lost in tables", "<h1>Bridge stays</h1><table>", "word # <b>", PROSE, 0},
    {"words with soft hyphens", "<h1>Bridge stays</h1><p>", "mar\xC2\xADlow ", PROSE, 0},
    {"ignored ends", "<h1>Bridge stays</h1><p>", "word</x> ", PROSE, 0},
    {"right to left", "<h1>Bridge stays</h1>",
     "<p>\xD8\xB4\xD9\x87\xD8\xB1 \xDB\xB5 \xD8\xB1\xD9\x88\xD8\xB2 \xD9\xBE\xDB\x8C\xD8\xB4</p>",
     "", 0},
    {"bytes of no charset", "<h1>Bridge stays</h1><p>", "\xE9t\xE9 \xFC\xDF ", "", 0},
    {"dump: short lines", "", "Line #\n", "", NG_KIND_TEXT},
    {"dump: one line again", "", "World\n", "", NG_KIND_TEXT},
    {"dump: blank lines", "World\n", "\n", "", NG_KIND_TEXT},
    {"dump: letters", "", "a\n", "", NG_KIND_TEXT},
    {"dump: one line", "", PROSE " ", "", NG_KIND_TEXT},
    {"dump: one word", "", "abcdefgh", "", NG_KIND_TEXT},
    {"dump: hard wrapped", "Bridge stays\n\n",
     "The council of Marlow Ferry voted on Tuesday to keep the old\nbridge open for carts, and the "
     "mayor said that work on it,\n",
     "", NG_KIND_TEXT},
    {"dump: stories", "",
     "World\nBridge # stays open\nThe mayor said more of it\nBy Ada Marlow\n5 hours ago\n" PROSE
     "\n" PROSE "\n",
     "", NG_KIND_TEXT},
    {"dump: the same story", "", "World\nBridge stays open\nBy Ada Marlow\n" PROSE "\n" PROSE "\n",
     "", NG_KIND_TEXT},
    {"dump: teasers", "", "World5 days ago\nBridge # stays open for carts\n", "", NG_KIND_TEXT},
    {"dump: ages", "", "# hours ago\n", "", NG_KIND_TEXT},
    {"dump: dates", "", "8 May 2024\n", "", NG_KIND_TEXT},
    {"dump: dashes", "", "- Ada Marlow\n", "", NG_KIND_TEXT},
    {"dump: bullets", "", "* Bridge # stays open\n", "", NG_KIND_TEXT},
    {"dump: links of a text browser", "", "[#]Bridge stays open for carts\n", "", NG_KIND_TEXT},
    {"dump: sayings", "", "\"We keep the bridge,\" she said.\n", "", NG_KIND_TEXT},
    {"dump: headlines and summaries", "", "Bridge # stays open\nThe council voted to keep it.\n\n",
     "", NG_KIND_TEXT},
    {"dump: dates in a line", "", "8 May 2024 ", "", NG_KIND_TEXT},
    {"dump: names in a line", "By ", "Ada Marlow, ", "", NG_KIND_TEXT},
    {"dump: headings and rules", "", "----\nBridge #\n====\n", "", NG_KIND_TEXT},
    {"dump: indented", "", "    Bridge # stays\n        open for carts\n", "", NG_KIND_TEXT},
    {"dump: tables", "", "Bridge # | 12 | 3\n", "", NG_KIND_TEXT},
    {"dump: capitals", "", "BRIDGE STAYS\n" PROSE "\n", "", NG_KIND_TEXT},
    {"dump: sections and lists", "",
     "World\nBridge # stays open\n\nSport\nFerry # wins the cup\n\n", "", NG_KIND_TEXT},
    {"dump: addresses", "", "https://courier.example/a/#\n", "", NG_KIND_TEXT},
    {"dump: Chinese", "", "市议会周二投票决定保留旧桥，市长表示工程将于霜冻前开始。\n5小时前\n", "",
     NG_KIND_TEXT},
    {"dump: line ends of old", "", "Bridge # stays\r", "", NG_KIND_TEXT},
    {"dump: numbers", "", "# ", "", NG_KIND_TEXT},
};

static ngi_buffer page;

static void add_unit(const char *unit, size_t number)
{
    for (const char *c = unit; *c != '\0'; c++) {
        if (*c == '#')
            ngi_buffer_format(&page, "%zu", number);
        else
            ngi_buffer_char(&page, *c);
    }
}

static void make_page(const growth_row *row, size_t size)
{
    ngi_buffer_clear(&page);
    ngi_buffer_add(&page, ngi_slice_of(row->head));
    for (size_t i = 0; page.len < size; i++)
        add_unit(row->unit, i);
    ngi_buffer_add(&page, ngi_slice_of(row->foot));
    assert_false(page.failed);
}

static bool forget(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

static double cpu_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* From the bytes to the row: the whole of it, with all that can be asked for. */
static double read_once(ng_reader *reader, const growth_row *row)
{
    ng_read_options options = NG_READ_OPTIONS;
    ng_write_options form = NG_WRITE_OPTIONS;
    ng_document *document;
    size_t written = 0;
    options.kind = row->kind;
    options.evidence = options.comments = true;
    options.now = ngi_slice_of("2024-05-08T10:00:00Z");
    double start = cpu_seconds();
    assert_int_equal(
        ng_reader_read_page(reader, ngi_buffer_slice(&page), &options, &document, NULL), NG_OK);
    for (int i = NG_FORMAT_JSONL; i <= NG_FORMAT_HTML; i++) {
        form.format = (ng_format)i;
        assert_int_equal(ng_document_write(document, &form, forget, &written, NULL), NG_OK);
    }
    ng_document_free(document);
    assert_true(written > 0);
    return cpu_seconds() - start;
}

/* The least of three: what disturbs only adds. */
static double read_row(ng_reader *reader, const growth_row *row, size_t size)
{
    double least = 1e9;
    make_page(row, size);
    for (int i = 0; i < 3; i++) {
        double took = read_once(reader, row);
        least = took < least ? took : least;
    }
    return least < 0.0005 ? 0.0005 : least;
}

/* Times are for people to look at (show_times): a busy machine may fail no test. Here each
 * page must be read whole and written, small and large; a loop that runs away is ended by
 * the time that the runner gives a test. */
static void test_pages_of_one_thing_are_read(void **state)
{
    ng_reader *reader = *state;
    for (size_t i = 0; i < NGI_COUNT(rows); i++)
        for (size_t times = 1; times <= TIMES; times *= TIMES) {
            make_page(&rows[i], SMALL_BYTES * times);
            read_once(reader, &rows[i]);
        }
}

static int show_times(ng_reader *reader, size_t size, const char *only)
{
    for (size_t i = 0; i < NGI_COUNT(rows); i++) {
        if (only != NULL && strcmp(only, rows[i].name) != 0)
            continue;
        double small = read_row(reader, &rows[i], size);
        make_page(&rows[i], size * TIMES);
        double large = read_once(reader, &rows[i]);
        printf("%8.1f %8.1f %5.1f  %s\n", small * 1e3, large * 1e3, large / small, rows[i].name);
        fflush(stdout);
    }
    return 0;
}

static int set_up(void **state)
{
    ng_reader *reader;
    ng_status status = ng_reader_new(&reader, NULL);
    *state = reader;
    return status != NG_OK;
}

static int tear_down(void **state)
{
    ng_reader_free(*state);
    ngi_buffer_free(&page);
    return 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages_of_one_thing_are_read)};
    void *reader;
    if (argc < 2)
        return cmocka_run_group_tests(tests, set_up, tear_down);
    if (set_up(&reader) != 0)
        return 1;
    size_t size = strtoul(argv[1], NULL, 10);
    int code = show_times(reader, size == 0 ? SMALL_BYTES : size, argc > 2 ? argv[2] : NULL);
    return tear_down(&reader) | code;
}
