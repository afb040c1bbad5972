/* SPDX-License-Identifier: Apache-2.0 */
/* Plain tags are read as lexbor's tokenizer reads them: the trees are one, for what is written
 * here and for pages put together of such pieces by chance. */
#include "parsed/html.h"
#include "tests.h"

static ngi_html_parser *parser;
static ngi_arena arena;
static ngi_buffer shown[2];

static int set_up(void **state)
{
    (void)state;
    ngi_arena_init(&arena, 0);
    parser = ngi_html_parser_new();
    return parser == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    ngi_html_parser_free(parser);
    ngi_arena_free(&arena);
    ngi_buffer_free(&shown[0]);
    ngi_buffer_free(&shown[1]);
    return 0;
}

/* The tree as text, each text with its place where evidence is asked for. Places of attributes
 * are known better than by lexbor's tokens: test_evidence.c. */
static void show(ng_slice page, bool by_lexbor, bool evidence)
{
    ngi_buffer *out = &shown[by_lexbor];
    ngi_tree t;
    ngi_arena_reset(&arena);
    ngi_buffer_clear(out);
    ngi_html_parser_by_lexbor(parser, by_lexbor);
    assert_int_equal(ngi_html_parse(parser, &arena, page, NULL, evidence, &t, NULL), NG_OK);
    for (uint32_t i = 0; i < t.count; i++) {
        const ngi_node *n = &t.nodes[i];
        ngi_buffer_format(out, "%u-%u %u %s '", n->parent, n->end, n->flags,
                          ngi_tag_name((ngi_tag)n->tag));
        ngi_buffer_add(out, n->text);
        ng_range at = {0};
        if (n->tag == NGI_TAG_TEXT && ngi_tree_locate(&t, i, 0, n->text.len, &at))
            ngi_buffer_format(out, "' at %u-%u", (unsigned)at.start, (unsigned)at.end);
        for (uint32_t k = n->attr; k < n->attr + n->attr_count; k++) {
            ngi_attr_name name = (ngi_attr_name)t.attrs[k].name;
            ngi_buffer_format(out, " %s=", ngi_attr_name_text(name));
            ngi_buffer_add(out, t.attrs[k].value);
        }
        ngi_buffer_char(out, '\n');
    }
    ngi_html_parser_by_lexbor(parser, false);
}

static void compare(const char *name, ng_slice page)
{
    for (int evidence = 0; evidence < 2; evidence++) {
        show(page, false, evidence != 0);
        show(page, true, evidence != 0);
        if (ngi_equal(ngi_buffer_slice(&shown[0]), ngi_buffer_slice(&shown[1])))
            continue;
        fail_msg("%s: \"%.*s\" is\n%.*sbut by lexbor\n%.*s", name, (int)page.len, page.ptr,
                 (int)shown[0].len, shown[0].ptr, (int)shown[1].len, shown[1].ptr);
    }
}

static const struct {
    const char *name;
    ng_slice page;
} cases[] = {
#define CASE(name, page)                                                                           \
    {                                                                                              \
        name,                                                                                      \
        {                                                                                          \
            page, sizeof(page) - 1                                                                 \
        }                                                                                          \
    }
    CASE("an attribute in each kind of quotes", "<p id=a class=\"b c\" title='d'>e"),
    CASE("of two attributes the first counts", "<p id=a ID=b class=c class=\"&amp;\">e"),
    CASE("capitals", "<P CLASS=A><DIV Data-Time=\"1\">e</Div></P>"),
    CASE("no space between attributes", "<p id=\"a\"class='b'lang=c>d"),
    CASE("space around the equals sign", "<p id = \"a\" class\n=\n'b' lang= c>d"),
    CASE("bare attributes", "<p hidden>a<p hidden id>b<p hidden= id=c>d"),
    CASE("empty values", "<p id=\"\" class=''>a<p id=>b"),
    CASE("a value with a tag in it", "<p title=\"<b>a</b>\" x='>'>b"),
    CASE("references in values", "<a href=\"?a=1&amp;b=2&copy=3\" title=&lt;>b</a>"),
    CASE("references in values that are not kept", "<a onclick=\"a&amp;b\" id=c>d</a>"),
    CASE("references in text", "<p>a &amp; b<b>c</b> &lt;d&gt; <i>&nbsp;</i>"),
    CASE("the commonest references",
         "<p title=\"&quot;a&amp;b&lt;&gt;&apos;&nbsp;&#39;&#x2019;&#X1F600;\">c "
         "&#233;&#xA0;d<b>&gt;</b>"),
    CASE("numbers that stand for others", "<p title=\"&#0;&#128;&#x9f;\">&#13;<b id='&#xD800;'>"
                                          "&#1114112;<i>&#65534;&#64976;</i>&#9;<u>&#32;</u>"),
    CASE("references without an end",
         "<p title=\"&#39&#x41&amp&copy\">a &#39b<b>&ampc</b><i>&not;"),
    CASE("names that begin with others",
         "<p title=\"?a=1&copy=2&notit;&notin;&copyrighted&b&lang=c&amp=&reg\">&notit;<b>&notin;"),
    CASE("ampersands alone", "<p title=\"a & b &\" id='&&amp;;'>c & d && e&<b>&;</b>&#<i>&#x;</i>"),
    CASE("names that are none", "<p title=\"&nothing;\">&nothing;<b>&;</b>&Amp;<i>&AMP;&LT</i>"),
    CASE("references and NULs", "<p title=\"&amp;\0\">&amp;\0<b>&amp;\r\n</b>"),
    CASE("line ends", "<p\r\nid=\"a\r\nb\"\r>c\r\nd\re<b>f</b>"),
    CASE("NULs", "<p id=\"a\0b\">c\0d<b>e</b><i\0>f</i>\0"),
    CASE("slashes", "<br/><br /><p/>a<p id=b/>c<p / id=d>e<img src=/f/>g<a href=\"/h\"/>i"),
    CASE("quotes in names", "<p a\"b=c id=d>e<p 'id'=f>g<p id=h\"i>j<p =k id=l>m"),
    CASE("less-than signs", "a < b << c <1 d<p>e<<b>f</b><p <i>g"),
    CASE("empty tags", "a<>b</>c</ >d<p></p >e</p id=f>g"),
    CASE("comments", "<!--a-->b<!--c--d-->e<!-->f<!--->g<!--h--!>i<!--j<!--k-->l<!---->m"),
    CASE("a comment left open", "<p>a<!-- b"),
    CASE("declarations", "<!DOCTYPE html><?xml a?><p>b<![CDATA[c]]>d<!e>f"),
    CASE("CDATA in svg", "<svg><![CDATA[a]]><p class=b>c<math><![CDATA[d]]></math>"),
    CASE("what ends svg keeps its attributes", "<svg id=a><path d=b><p class=c id=d>e"),
    CASE("font in svg", "<svg><font color=a class=b>c</font></svg><svg><font class=d>e"),
    CASE("raw text", "<title>a<b>c</title><script>d<e></script><style>f</style><p>g"),
    CASE("scripts that are kept", "<script type=json>{\"a\": \"<b>&amp;</b>\"}</script>"
                                  "<script>c = \"articleBody\" < 1</SCRIPT ><p>d"),
    CASE("scripts that are not as they stand", "<script type=json>a\r\nb</script>"
                                               "<script type=json>c\0d</script>"
                                               "<script type=json><!-- e </script><p>f"),
    CASE("a script of two types", "<p><script type=a type=json>b</script>"
                                  "<script type=c type=\"json\" x\"=d>e</script>f"),
    CASE("an empty script", "<script type=json></script><p>a"),
    CASE("a script in svg", "<svg><script type=json>a<b></script></svg><p>c"),
    CASE("a script left open", "<script type=json>a</scrip"),
    CASE("a script in a table", "<table><script type=json>a</script><tr><td>b"),
    CASE("text areas", "<textarea>\na<b></textarea><xmp><i></xmp><iframe><u></iframe><p>c"),
    CASE("plain text to the end", "<p>a<plaintext><p>b</plaintext>"),
    CASE("names of their own", "<x-a id=b><x-c>d</x-c><X-A>e</x-a><averyverylongname class=f>g"),
    CASE("names that share eight bytes", "<figcapti>a<figcaption>b<blockquo>c<blockquote>d"),
    CASE("text in tables", "<table>a<tr>b<td>c</td> <!-- d --> e<i>f</i></table>g"),
    CASE("formats that are opened again", "<p><a href=b class=c><b id=d>e<p>f</a>g"),
    CASE("formats that are alike", "<p><b id=a><b id=a><b id=a><b id=a><b class=a><p>b</b></b>c"),
    CASE("links that are opened again",
         "<div><a href=b class=c>d<div>e</a>f</div><a id=g>h<a id=i>j"),
    CASE("links opened again in a table", "<a href=\"b\" hidden><table>c<tr><td>d</table>e</a>f"),
    CASE("links opened again with references", "<a href=\"b&amp;c\" title=\"&nbsp;\"><p>d</a><p>e"),
    CASE("paragraphs that a start tag ends",
         "<p id=a>b<div id=c>d<p>e<h1>f<h2>g</h1>h<p><b>i<ul>j"),
    CASE("paragraphs beyond a button", "<p>a<button>b<p>c<div>d</button>e<object><p>f</object>g"),
    CASE("items",
         "<ul><li>a<li><div><li>b</div></li>c<ul><li>d</ul>e<li><p>f<li>g</ul><li>h</li>i"),
    CASE("end tags of what is not open", "</p>a</li><div>b</span>c</p></h1>d</div></div></b>e</a>"),
    CASE("end tags out of order",
         "<div><span>a<em>b</span>c</div>d</em><section><p>e</section>f</p>g"),
    CASE("voids",
         "<p>a<img src=b>c<br id=d><wbr>e</br>f<picture><source srcset=g></picture></img>h"),
    CASE("attributes in math", "<math><mi class=a><p id=b>c</math><math><annotation-xml "
                               "encoding=\"text/html\"><div class=d>e<span id=f>g</div></math>h"),
    CASE("behind the body", "<p>a</body>b<div id=c>d</html>e<span class=f>g<!-- h -->i"),
    CASE("frames", "<div></div><frameset><frame></frameset>a<p>b"),
    CASE("white space before frames", " <ul> </ul> <frameset id=a> b"),
    CASE("preformatted", "<pre>\n\na<b>b</b></pre><div>\nc</div>"),
    CASE("attributes of html and body", "<p>a<html lang=b class=c><body id=d><body id=e class=f>"),
    CASE("hidden fields in tables", "<table><input type=hidden id=a><input type=text id=b>"),
    CASE("shadow roots", "<template shadowrootmode=open><p id=a>b</template><template>c"),
    CASE("cut in a tag", "<p>a<p id=\"b\" class=\"c"),
    CASE("cut in a name", "<p>a<b"),
    CASE("cut behind a bracket", "<p>a<"),
    CASE("cut behind a slash", "<p>a</"),
    CASE("all that is kept", "<p data-timestamp=1 data-published=2 data-component=3 "
                             "shadowrootmode=4 http-equiv=5 aria-label=6 data-timestamps=7>a"),
#undef CASE
};

static void test_plain_tags_are_read_as_lexbor_reads_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++)
        compare(cases[i].name, cases[i].page);
}

static uint32_t chance(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33) % below;
}

static void test_pages_of_pieces(void **state)
{
    static const char *const pieces[] = {
        "<p>",
        "<div class=\"a b\">",
        "</div>",
        "<a href='/c?d=1&amp;e'>",
        "</a>",
        "text ",
        "<br/>",
        "<b id=f>",
        "</b>",
        "<!-- g -->",
        "&amp;",
        "\r\n",
        "<li",
        " class=h",
        ">",
        "<table>",
        "<tr><td>",
        "</table>",
        "<svg>",
        "</svg>",
        "<",
        "\"",
        "'",
        "=",
        "</",
        "<script>",
        "<script type=json>",
        "articleBody",
        "</script>",
        "<x-i title=\"j\">",
        "</x-i>",
        " ",
        "<!--",
        "-->",
        "<title>",
        "</title>",
        "<select><option>",
        "<font color=k class=l>",
        "</font>",
        "<h1 id=\"m\" hidden>",
        "</h1>",
        "/",
        "<template>",
        "</template>",
        "<math>",
        "</math>",
        "<i>",
        "</i>",
        "<ul>",
        "</ul>",
        "</li>",
        "</p>",
        "<span lang=n>",
        "</span>",
        "<img src=\"o?p&q=r&amp;s\" alt=t>",
        "<em id=f>",
        "</em>",
        "<button>",
        "</button>",
        "<object>",
        "</object>",
        "<form>",
        "</form>",
        "&quot;",
        "&#8217;",
        "&nbsp",
        "&copy;",
        "<h2 title=\"&#x201c;u&nbsp;\">",
        "<dd>",
        "<td>",
        "<caption>",
        "<body lang=v>",
        "</body>",
        "<section class=w>",
        "</section>",
    };
    uint64_t seed = 7;
    (void)state;
    for (unsigned i = 0; i < 3000; i++) {
        ngi_buffer page = {0};
        for (uint32_t k = 1 + chance(&seed, 40); k != 0; k--)
            ngi_buffer_add(&page, ngi_slice_of(pieces[chance(&seed, ARRAY_COUNT(pieces))]));
        compare("pieces", ngi_buffer_slice(&page));
        ngi_buffer_free(&page);
    }
}

/* The parser is fed in slices of 16 KiB: each piece of a page once lies across the end of one. */
static void test_ends_of_slices(void **state)
{
    static const char page[] = "<p id=\"a\" class='b'>c &amp; d<!-- e --><x-f href=g>h</x-f></p>"
                               "<script type=json>{j}</script><script>k</script><title>l</title>i";
    ngi_buffer padded = {0};
    (void)state;
    for (size_t cut = 0; cut < sizeof page; cut++) {
        ngi_buffer_clear(&padded);
        NGI_BUFFER_LIT(&padded, "<div>");
        while (padded.len < 16 * 1024 - cut)
            ngi_buffer_char(&padded, 'x');
        ngi_buffer_add(&padded, ngi_slice(page, sizeof page - 1));
        compare("slices", ngi_buffer_slice(&padded));
    }
    ngi_buffer_free(&padded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_tags_are_read_as_lexbor_reads_them),
        cmocka_unit_test(test_pages_of_pieces),
        cmocka_unit_test(test_ends_of_slices),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
