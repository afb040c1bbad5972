/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in a story: the types, levels and texts of its parts, the body that is made of
 * them, and readers' comments. Here all blocks of a page are taken; which of them are the
 * story's is for the golden pages. */
#include "tests.h"

#include "stories/scene.h"

typedef struct body_case {
    const char *name, *html, *wanted;
} body_case;

/* What is looked at, as one text. */
typedef void show(ngi_buffer *out, ngi_scene *scene, ngi_arena *arena);

static const body_case parts[] = {
    {"a paragraph", "<p>The ferry sails.", "paragraph:The ferry sails."},
    {"a div and a text alone", "<div>One</div>two", "paragraph:One paragraph:two"},
    {"a line for each paragraph", "<p>The\n  ferry<b> sails</b>\t.", "paragraph:The ferry sails ."},
    {"subheads by level", "<h2>Coast</h2><h4>Pier</h4><p>One.",
     "heading2:Coast heading4:Pier paragraph:One."},
    {"a short bold line", "<p><b>A door of steel</b></p><p>One.",
     "heading3:A door of steel paragraph:One."},
    {"a bold sentence is none", "<p><b>The door is of steel.</b></p>",
     "paragraph:The door is of steel."},
    {"a quotation", "<blockquote><p>Nobody slept.</p></blockquote>", "quote:Nobody slept."},
    {"a heading in a quotation", "<blockquote><h3>Nobody</h3></blockquote>", "heading3:Nobody"},
    {"list items", "<ul><li>One<li>Two</ul>", "list-item1:One list-item1:Two"},
    {"lists in lists", "<ol><li>One<ul><li>Two</ul></ol>", "list-item1:One list-item2:Two"},
    {"a list item outside of lists", "<li>One", "paragraph:One"},
    {"a table, a row a line", "<table><tr><th>Boat<th>Time<tr><td>Ada<td>7.10</table>",
     "table:Boat | Time\nAda | 7.10"},
    {"two tables", "<table><tr><td>1<td>2</table><table><tr><td>3<td>4</table>",
     "table:1 | 2 table:3 | 4"},
    {"a table that was not closed", "<p>One<table><tr><td>1<td>2", "paragraph:One table:1 | 2"},
    {"a table that lays out the page",
     "<table><tr><td>One, two, three, four, five, six, seven, eight, nine, ten, 11, 12, 13, 14, 15."
     "<br><br>A, b, c, d, e, f, g, h, i, j, k, l, m, n, o.<br><br>The ferry of nine sails when it "
     "wants to and not a minute sooner, says the man.</table>",
     "paragraph:One, two, three, four, five, six, seven, eight, nine, ten, 11, 12, 13, 14, 15. "
     "paragraph:A, b, c, d, e, f, g, h, i, j, k, l, m, n, o. paragraph:The ferry of nine sails "
     "when it wants to and not a minute sooner, says the man."},
    {"a caption", "<figure><img src=a><figcaption>The pier</figcaption></figure><p>One.",
     "caption:The pier paragraph:One."},
    {"code keeps its lines and blanks", "<pre>\n\n  a = 1\n    <b>b</b>  = 2\n\n</pre>",
     "code:  a = 1\n    b  = 2"},
    {"code with line breaks", "<pre><code>a = 1<br>b = 2</code></pre>", "code:a = 1\nb = 2"},
    {"an embedded post", "<blockquote class=twitter-tweet><p>We sail!</p></blockquote>",
     "embed:We sail!"},
    {"nothing", "", ""},
    {"nothing but white space", "<p> &nbsp; </p><div>\n</div>", ""},
    {"tags that end nothing", "</p></b>One</li><p>Two</h2>", "paragraph:One paragraph:Two"},
};

static const body_case bodies[] = {
    {"one paragraph", "<p>One.", "One."},
    {"a blank line between", "<p>One.<p>Two.", "One.\n\nTwo."},
    {"subheads are in it", "<p>One.<h2>Two</h2><p>Three.", "One.\n\nTwo\n\nThree."},
    {"list items are", "<p>One:<ul><li>two<li>three</ul>", "One:\n\ntwo\n\nthree"},
    {"quotations are", "<p>One.<blockquote>Two.</blockquote>", "One.\n\nTwo."},
    {"tables are, a row a line", "<p>One.<table><tr><td>a<td>b<tr><td>c<td>d</table>",
     "One.\n\na | b\nc | d"},
    {"embedded posts are", "<p>One.<blockquote class=twitter-tweet>Two</blockquote>",
     "One.\n\nTwo"},
    {"captions are not", "<p>One.<figure><figcaption>No</figcaption></figure><p>Two.",
     "One.\n\nTwo."},
    {"only a caption", "<figure><figcaption>No</figcaption></figure>", ""},
    {"entities and soft hyphens", "<p>Salt &amp; sons, har&shy;bour", "Salt & sons, harbour"},
    {"a line break", "<p>One<br>two", "One two"},
    {"nothing", "<body></body>", ""},
    {"a broken page", "<p>One<p <p>Two</h", "One\n\nTwo"},
};

static const body_case comments[] = {
    {"none", "<p>The ferry sails.", ""},
    {"a text", "<div class=comment><p>Well done.</p></div>", "||Well done."},
    {"who, when and what",
     "<div class=comment><b class=author>Ada</b> <time datetime='2026-03-04T08:00:00Z'>today"
     "</time><p>Well done.</p></div>",
     "Ada|2026-03-04T08:00:00+00:00|Well done."},
    {"when and who, in a line",
     "<div class=comment><div><time>4 March 2026</time> by <b class=author>Ada</b></div><p>Well "
     "done.</p></div>",
     "Ada|2026-03-04|Well done."},
    {"a date in words",
     "<div class=comment><div class=date>4 March 2026</div><p>Well done.</p></div>",
     "|2026-03-04|Well done."},
    {"an age", "<div class=comment><div class=comment-date>3 days ago</div><p>Well done.</p></div>",
     "|2026-05-29|Well done."},
    {"a date that is none", "<div class=comment><time>soon</time><p>Well done.</p></div>",
     "||Well done."},
    {"two paragraphs", "<div class=comment><p>Well done.</p><p>And thanks.</p></div>",
     "||Well done.\nAnd thanks."},
    {"a reply is one of its own",
     "<div class=comment><p>Well done.</p><div class=comment><p>It was.</p></div></div>",
     "||Well done. / ||It was."},
    {"buttons are no text",
     "<div class=comment><p>Well done.</p><button>Like</button><div class=comment-actions>"
     "Reply</div></div>",
     "||Well done."},
    {"one without text is none", "<div class=comment><b class=author>Ada</b></div>", ""},
    {"by its type", "<div itemscope itemtype='https://schema.org/Comment'><p>Well done.</div>",
     "||Well done."},
    {"by its German name", "<li class='kommentar'><p>Gut gemacht.</li>", "||Gut gemacht."},
    {"a name that only begins so", "<div class=commentary><p>The council was wrong.</div>", ""},
    {"one that was not closed", "<p>One.<div class=comment><span class=user>Ada</span><p>Well",
     "Ada||Well"},
};

static void show_parts(ngi_buffer *out, ngi_scene *scene, ngi_arena *arena)
{
    static const char *const names[] = {"paragraph", "heading", "quote",   "list-item",
                                        "table",     "embed",   "caption", "code"};
    ngi_story story = {0};
    ngi_span all = {.end = scene->blocks.count, .headline = UINT32_MAX, .claim = -1};
    uint8_t *chosen = NGI_NEW_ARRAY(arena, uint8_t, scene->blocks.count + 1);
    assert_true(ngi_parts_make(scene, &all, &story, chosen));
    for (uint32_t i = 0; i < story.part_count; i++) {
        const ngi_part *part = &story.parts[i];
        ngi_buffer_format(out, "%s%s", i != 0 ? " " : "", names[part->type]);
        if (part->level != 0)
            ngi_buffer_format(out, "%u", part->level);
        ngi_buffer_char(out, ':');
        ngi_buffer_add(out, part->text.text);
    }
}

static void show_body(ngi_buffer *out, ngi_scene *scene, ngi_arena *arena)
{
    ngi_story story = {0};
    ngi_span all = {.end = scene->blocks.count, .headline = UINT32_MAX, .claim = -1};
    uint8_t *chosen = NGI_NEW_ARRAY(arena, uint8_t, scene->blocks.count + 1);
    assert_true(ngi_parts_make(scene, &all, &story, chosen));
    ngi_buffer_add(out, story.body);
}

static void show_comments(ngi_buffer *out, ngi_scene *scene, ngi_arena *arena)
{
    ngi_story story = {0};
    uint8_t *chosen = NGI_NEW_ARRAY(arena, uint8_t, scene->blocks.count + 1);
    assert_true(ngi_comments_find(scene, chosen, &story));
    for (uint32_t i = 0; i < story.comment_count; i++) {
        const ngi_comment *comment = &story.comments[i];
        if (i != 0)
            NGI_BUFFER_LIT(out, " / ");
        ngi_buffer_add(out, comment->author);
        ngi_buffer_char(out, '|');
        ngi_buffer_add(out, comment->date);
        ngi_buffer_char(out, '|');
        ngi_buffer_add(out, comment->text.text);
    }
}

static void check_one(const body_case *c, show *each)
{
    ngi_arena arena;
    ngi_tree tree;
    ngi_buffer shown = {0};
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_scene scene = {
        .arena = &arena, .tree = &tree, .cut = 0.5F, .now = NGI_LIT("2026-06-01T12:00:00+00:00")};
    ngi_arena_init(&arena, 0);
    assert_int_equal(
        ngi_html_parse(parser, &arena, ngi_slice_of(c->html), NULL, false, &tree, NULL), NG_OK);
    assert_true(ngi_blocks_make(&arena, &tree, &scene.blocks));
    scene.pick = NGI_NEW_ARRAY(&arena, uint8_t, scene.blocks.count + 1);
    scene.in_comments = NGI_NEW_ARRAY(&arena, uint8_t, tree.count);
    for (uint32_t i = 0; i < scene.blocks.count; i++)
        scene.blocks.items[i].p = 1;
    each(&shown, &scene, &arena);
    expect_text(c->name, ngi_buffer_slice(&shown), c->wanted);
    ngi_buffer_free(&shown);
    ngi_html_parser_free(parser);
    ngi_arena_free(&arena);
}

static void test_types_of_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(parts); i++)
        check_one(&parts[i], show_parts);
}

static void test_bodies(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(bodies); i++)
        check_one(&bodies[i], show_body);
}

static void test_comments(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(comments); i++)
        check_one(&comments[i], show_comments);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_types_of_parts),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
