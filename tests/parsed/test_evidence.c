/* SPDX-License-Identifier: Apache-2.0 */
/* From every text node back to its bytes: entities, line ends, tables, lost tags, other
 * charsets, pages that end anywhere. */
#include "fixture.h"

#include "base/utf8.h"
#include "bytes/bytes.h"
#include "tests.h"

#include <stdlib.h>

static ngi_tree parse(ng_slice text)
{
    return fixture_parse(text, NULL, true);
}

/* The first text node that holds `what`, and where. */
static uint32_t find_text(const ngi_tree *t, ng_slice what, size_t *at)
{
    for (uint32_t i = 0; i < t->count; i++)
        if (t->nodes[i].tag == NGI_TAG_TEXT && (*at = ngi_find(t->nodes[i].text, what)) != NGI_NONE)
            return i;
    return 0;
}

static const struct {
    const char *name, *page;
    const char *text;  /* what is asked for */
    const char *bytes; /* what stands there in the page; runs are joined by | */
} cases[] = {
    {"plain", "<p>The ferry returns.", "ferry", "ferry"},
    {"a whole text", "<p>The ferry returns.</p>", "The ferry returns.", "The ferry returns."},
    {"behind an entity", "<p>Salt &amp; sons return.", "sons", "sons"},
    {"an entity itself", "<p>Salt &amp; sons", "&", "&amp;"},
    {"from an entity on", "<p>Salt &amp; sons", "& s", "&amp; s"},
    {"up to an entity", "<p>Salt &amp; sons", "t &", "t &amp;"},
    {"a number", "<p>caf&#233; noir", "caf\xC3\xA9", "caf&#233;"},
    {"a number in hexadecimal", "<p>caf&#xE9; noir", "\xC3\xA9 n", "&#xE9; n"},
    {"a number of windows-1252", "<p>20 &#128; each", "20 \xE2\x82\xAC", "20 &#128;"},
    {"a number without its semicolon", "<p>a&#233 b", "\xC3\xA9 b", "&#233 b"},
    {"a name without its semicolon", "<p>a &eacute b", "\xC3\xA9 b", "&eacute b"},
    {"a name that goes on", "<p>I &notit; you", "\xC2\xACit", "&notit"},
    {"behind a name that goes on", "<p>I &notit; you", "it;", "it;"},
    {"a name that is none", "<p>fish &chips; peas", "&chips;", "&chips;"},
    {"behind it", "<p>fish &chips; peas", "peas", "peas"},
    {"a semicolon by name", "<p>one&semi;two", ";two", "&semi;two"},
    {"an ampersand alone", "<p>A & B &amp; C", "B & C", "B &amp; C"},
    {"two characters by one name", "<p>x &nLt; y", "y", "y"},
    {"inside what one name makes", "<p>x &nLt; y", "\xE2\x83\x92", "&nLt;"},
    {"entity behind entity", "<p>&lt;&gt;&quot;x", "\"x", "&quot;x"},
    {"carriage returns", "<p>one\r\ntwo\rthree", "two\nthree", "two\rthree"},
    {"a line end itself", "<p>one\r\ntwo", "\n", "\r\n"},
    {"a newline that pre swallows", "<pre>\nfirst\nsecond", "first", "first"},
    {"an entity that pre swallows", "<pre>&#10;first &amp; second", "first", "first"},
    {"an empty end tag within", "<p>left</>right", "tr", "t</>r"},
    {"behind an empty end tag", "<p>left</>right", "right", "right"},
    {"before an empty end tag", "<p>left</>right", "left", "left"},
    {"a lost end tag within", "<p>left</b>right", "leftright", "left|right"},
    {"a comment within", "<p>left<!-- x -->right", "tri", "t|ri"},
    {"a title", "<title>Salt &amp; sons <b></title>", "sons <b>", "sons <b>"},
    {"a textarea", "<textarea>\na &lt; b</textarea>", "a < b", "a &lt; b"},
    {"data in a script", "<script type=application/json>{\"a\":\"x &amp; y\"}</script>",
     "x &amp; y", "x &amp; y"},
    {"text out of a table", "<table>lost &amp; found<tr><td>cell</table>", "lost & found",
     "lost &amp; found"},
    {"the cell", "<table>lost<tr><td>a cell</table>", "cell", "cell"},
    {"text out of a table, twice", "<table>left<tr>right<td>cell</table>", "leftright",
     "left|right"},
    {"text in a table around a comment", "<table>left<!-- x -->right<td>cell", "tri", "t|ri"},
    {"white space and text in a table", "<table> <tr> out &amp; <td>cell", "out &", "out &amp;"},
    {"text before the body", "  \n<meta name=a> first", "first", "first"},
    {"text behind the body", "<body>a</body></html> last", "last", "last"},
    {"moved by the adoption agency", "<b>one<p>two</b>three", "two", "two"},
    {"behind a misnested link", "<a>one<div>two<a>three", "three", "three"},
    {"in a shadow root", "<div><template shadowrootmode=open><p>in &amp; out</template></div>",
     "in & out", "in &amp; out"},
    {"a select", "<select><option>one<option>two &amp; three</select>", "two & three",
     "two &amp; three"},
    {"cut off in an entity", "<p>Salt &am", "&am", "&am"},
    {"cut off in a tag", "<p>Salt and <b cla", "Salt and ", "Salt and "},
    {"cut off in an attribute", "<p>Salt<a href=\"x", "Salt", "Salt"},
    {"characters of several bytes", "<p>Fähre über &ouml;stliche Häfen", "über öst",
     "über &ouml;st"},
};

/* The bytes of all runs of text[begin, end), joined by '|'. */
static ng_slice bytes_of(const ngi_tree *t, ng_slice page, uint32_t node, size_t begin, size_t end)
{
    static char joined[4096];
    size_t used = 0;
    while (begin < end) {
        ng_range range;
        size_t next = ngi_tree_locate_run(t, node, begin, end, &range);
        if (next == begin)
            return (ng_slice){0};
        assert_true(range.start <= range.end && range.end <= page.len);
        if (used != 0)
            joined[used++] = '|';
        assert_true(used + (range.end - range.start) < sizeof joined);
        memcpy(joined + used, page.ptr + range.start, range.end - range.start);
        used += range.end - range.start;
        begin = next;
    }
    return ngi_slice(joined, used);
}

static void test_places_of_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ng_slice page = ngi_slice_of(cases[i].page), text = ngi_slice_of(cases[i].text);
        ngi_tree tree = parse(page);
        size_t at = 0;
        uint32_t node = find_text(&tree, text, &at);
        if (node == 0)
            fail_msg("%s: the text is not in the tree", cases[i].name);
        expect_text(cases[i].name, bytes_of(&tree, page, node, at, at + text.len), cases[i].bytes);
    }
}

/* Places asked for in any order, and one after the other, are the same. */
static void test_order_does_not_matter(void **state)
{
    (void)state;
    ng_slice page = NGI_LIT("<p>a &amp; b &lt; c\r\nd &notit; e</x> f &#233; g &amp;&amp; h");
    ngi_tree tree = parse(page);
    size_t at = 0;
    uint32_t node = find_text(&tree, NGI_LIT("a & b"), &at);
    ng_slice text = tree.nodes[node].text;
    ng_range forth[128], range;
    assert_true(text.len < ARRAY_COUNT(forth));
    for (size_t i = 0; i < text.len; i++)
        assert_int_equal(ngi_tree_locate_run(&tree, node, i, i + 1, &forth[i]), i + 1);
    for (size_t i = text.len; i-- > 0;) {
        assert_int_equal(ngi_tree_locate_run(&tree, node, i, i + 1, &range), i + 1);
        assert_int_equal(range.start, forth[i].start);
        assert_int_equal(range.end, forth[i].end);
        assert_true(i == 0 || forth[i - 1].start <= forth[i].start);
    }
    assert_true(ngi_tree_locate(&tree, node, 0, text.len, &range));
    assert_int_equal(range.start, 3);
    assert_int_equal(range.end, page.len);
}

/* Each beginning of a page: every text is found, in the order of the page, and where no
 * reference stands its bytes are its words. */
static void test_pages_that_end_anywhere(void **state)
{
    static const char whole[] =
        "<!DOCTYPE html><title>Salt &amp; sons</title><body class=\"a\"><p>The ferry <b>will "
        "return</b> on Monday, the harbour said &mdash; \"at last\".<table>lost<tr><td>Fare</td>"
        "<td>4 &euro;</td></tr></table><ul><li>one<li>two\r\n</ul><pre>\nlines\r\nkept</pre>"
        "<select><option>a<option>b</select><template shadowrootmode=open>in</template></>end";
    (void)state;
    for (size_t len = 0; len < sizeof whole; len++) {
        char *copy = malloc(len + (len == 0));
        assert_non_null(copy);
        memcpy(copy, whole, len);
        ng_slice page = ngi_slice(copy, len);
        ngi_tree tree = parse(page);
        for (uint32_t i = 0; i < tree.count; i++) {
            ng_slice text = tree.nodes[i].text;
            if (tree.nodes[i].tag != NGI_TAG_TEXT)
                continue;
            ng_slice bytes = bytes_of(&tree, page, i, 0, text.len);
            assert_true(bytes.ptr != NULL);
            if (ngi_find_char(bytes, '&') == NGI_NONE && ngi_find_char(bytes, '\r') == NGI_NONE &&
                ngi_find_char(bytes, '|') == NGI_NONE)
                expect_slice("beginning", bytes, text);
        }
        free(copy);
    }
}

/* Decoded from another charset, a place leads back to the bytes that were sent. */
static void test_other_charsets(void **state)
{
    static const struct {
        const char *name;
        ng_slice page;
        const char *text;
        ng_slice bytes;
    } rows[] = {
        {"windows-1252",
         NGI_LIT("<meta charset=windows-1252><p>\xDC"
                 "ber die F\xE4hre &amp; mehr"),
         "F\xC3\xA4hre & m", NGI_LIT("F\xE4hre &amp; m")},
        {"shift_jis", NGI_LIT("<meta charset=shift_jis><p>\x8E\x73\x8B\x63\x89\xEF &amp; \x8C\x8E"),
         "\xE6\x9C\x88", NGI_LIT("\x8C\x8E")},
        {"utf-16 with a mark", NGI_LIT("\xFF\xFE<\0p\0>\0a\0\xE9\0b\0"),
         "\xC3\xA9"
         "b",
         NGI_LIT("\xE9\0b\0")},
        {"utf-8 with a mark", NGI_LIT("\xEF\xBB\xBF<p>caf\xC3\xA9 noir"), "noir", NGI_LIT("noir")},
        {"utf-8 with a broken byte",
         NGI_LIT("<p>\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xE9 "
                 "end"),
         "end", NGI_LIT("end")},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        ngi_decoded decoded;
        ngi_arena memory;
        ng_range range;
        size_t at = 0;
        ngi_arena_init(&memory, 0);
        assert_int_equal(ngi_decode(&memory, rows[i].page, (ng_slice){0}, true, &decoded, NULL),
                         NG_OK);
        ngi_tree tree = parse(decoded.text);
        ng_slice text = ngi_slice_of(rows[i].text);
        uint32_t node = find_text(&tree, text, &at);
        assert_true(node != 0 && ngi_tree_locate(&tree, node, at, at + text.len, &range));
        uint64_t start = ngi_source_offset(&decoded, range.start);
        uint64_t end = ngi_source_offset(&decoded, range.end);
        expect_slice(rows[i].name, ngi_slice_sub(rows[i].page, start, end), rows[i].bytes);
        ngi_arena_free(&memory);
    }
}

/* A text that goes on behind each of many ignored tags has as many runs, noted at once when
 * it is first asked for. */
static void test_a_text_of_many_runs(void **state)
{
    enum { RUNS = 5000 };
    static char page[RUNS * 7];
    (void)state;
    for (size_t i = 0; i < RUNS; i++)
        memcpy(page + i * 7, "abc</x>", 7);
    ngi_tree tree = parse(ngi_slice(page, sizeof page));
    ng_range range;
    size_t at = 0;
    uint32_t node = find_text(&tree, NGI_LIT("abcabc"), &at);
    assert_true(ngi_tree_locate(&tree, node, RUNS * 3 - 2, RUNS * 3, &range));
    expect_int("the last run", (int64_t)range.start, RUNS * 7 - 6);
    expect_int("the last run's end", (int64_t)range.end, RUNS * 7 - 4);
}

static const struct {
    const char *name, *page, *bytes; /* bytes: NULL: none */
    ngi_attr_name attr;
} attrs[] = {
    {"in quotes", "<a href=\"/story?a=1&amp;b=2\">x", "/story?a=1&amp;b=2", NGI_ATTR_HREF},
    {"in single quotes", "<a class=y href='/story'>x", "/story", NGI_ATTR_HREF},
    {"without quotes", "<a href=/story>x", "/story", NGI_ATTR_HREF},
    {"in capitals", "<A HREF=/story>x", "/story", NGI_ATTR_HREF},
    {"behind one that is dropped", "<a onclick='a>b' href=/story>x", "/story", NGI_ATTR_HREF},
    {"the first of two", "<a href=/one href=/two>x", "/one", NGI_ATTR_HREF},
    {"of a void element", "<meta content='Salt' name=a>", "Salt", NGI_ATTR_CONTENT},
    {"of the html element", "<html lang=de>x", "de", NGI_ATTR_LANG},
    {"with a custom name", "<time data-timestamp=\"123\">x", "123", NGI_ATTR_DATA_TIMESTAMP},
    {"bare", "<div hidden>x", NULL, NGI_ATTR_HIDDEN},
    {"bare, then with a value", "<a rel rel=next>x", NULL, NGI_ATTR_REL},
};

static void test_places_of_attributes(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(attrs); i++) {
        ng_slice page = ngi_slice_of(attrs[i].page);
        ngi_tree tree = parse(page);
        ng_range range;
        uint32_t node = 0;
        while (node < tree.count && ngi_attr_get(&tree, node, attrs[i].attr) == NULL)
            node++;
        assert_true(node < tree.count);
        bool found = ngi_tree_locate_attr(&tree, node, attrs[i].attr, &range);
        expect_int(attrs[i].name, found, attrs[i].bytes != NULL);
        if (found)
            expect_text(attrs[i].name, ngi_slice_sub(page, range.start, range.end), attrs[i].bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_of_words),
        cmocka_unit_test(test_order_does_not_matter),
        cmocka_unit_test(test_pages_that_end_anywhere),
        cmocka_unit_test(test_other_charsets),
        cmocka_unit_test(test_a_text_of_many_runs),
        cmocka_unit_test(test_places_of_attributes),
    };
    return cmocka_run_group_tests(tests, fixture_set_up, fixture_tear_down);
}
