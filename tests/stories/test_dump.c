/* SPDX-License-Identifier: Apache-2.0 */
/* Section pages as text dumps: the same four stories and eight teasers, in four languages,
 * set in many ways. Whatever the setting, every boundary must be right and no teaser lost. */
#include "base/utf8.h"
#include "stories/scene.h"

#include "dump_news.h"
#include "tests.h"

/* How a dump is set. */
typedef struct setting {
    const char *name;
    const char *newline;
    unsigned blank;      /* blank lines between units */
    unsigned wrap;       /* columns; 0: not wrapped */
    const char *section; /* with %s for the name; NULL: none */
    const char *headline, *subhead;
    const char *indent; /* before paragraphs */
    const char *rule;   /* between stories; NULL: none */
    enum { MENU_NONE, MENU_LINES, MENU_ONE_LINE, MENU_BARS } menu;
    enum { ITEM_GLUED, ITEM_BULLET, ITEM_BARS, ITEM_NUMBER, ITEM_AGE_BELOW, ITEM_BRACKETS } item;
    bool furniture;  /* share bar, caption, tags, comments */
    bool above;      /* the list stands above the stories */
    bool date_first; /* above the headline */
    bool one_line;   /* byline and date in one line */
} setting;

static const setting settings[] = {
    {"blank lines", "\n", 1, 0, "%s", "%s", "%s", "", NULL, MENU_LINES, ITEM_GLUED, true, false,
     false, false},
    {"no blank line at all", "\n", 0, 0, "%s", "%s", "%s", "", "---", MENU_LINES, ITEM_GLUED, true,
     false, false, false},
    {"hard-wrapped", "\n", 1, 76, "%s", "%s", "%s", "", NULL, MENU_ONE_LINE, ITEM_BULLET, true,
     false, false, false},
    {"hard-wrapped and narrow", "\n", 1, 48, "%s", "%s", "%s", "", "* * *", MENU_NONE, ITEM_BULLET,
     false, true, false, false},
    {"tabs and CRLF", "\r\n", 0, 0, "%s", "%s", "%s", "\t", "* * *", MENU_NONE, ITEM_BULLET, false,
     false, false, false},
    {"bars", "\n", 1, 0, "[%s]", "%s", "%s", "", NULL, MENU_BARS, ITEM_BARS, false, false, false,
     true},
    {"Markdown", "\n", 1, 0, "%s", "## %s", "### %s", "", NULL, MENU_NONE, ITEM_NUMBER, false,
     false, false, false},
    {"date above the headline", "\n", 1, 0, "%s", "%s", "%s", "", NULL, MENU_LINES, ITEM_AGE_BELOW,
     true, false, true, false},
    {"two blank lines", "\n", 2, 0, "%s", "%s", "%s", "", "__________", MENU_LINES, ITEM_GLUED,
     false, true, false, true},
    {"no sections", "\n", 1, 0, NULL, "%s", "%s", "", "---", MENU_NONE, ITEM_BRACKETS, true, false,
     false, false},
};

static void add(ngi_buffer *b, const char *text)
{
    ngi_buffer_add(b, ngi_slice_of(text));
}

/* Words of a text in lines of at most `wrap` characters; Japanese breaks anywhere. */
static void add_wrapped(ngi_buffer *b, const setting *s, const char *text, const char *hang)
{
    ng_slice rest = ngi_slice_of(text);
    size_t column = 0, line_start = b->len;
    for (size_t i = 0; i < rest.len;) {
        size_t end = i;
        uint32_t c = ngi_utf8_next(rest, &end);
        bool tight = ngi_is_cjk(c) || (c >= 0x3000 && c < 0x3040) || c > 0xFF00;
        while (!tight && end < rest.len && rest.ptr[end] != ' ') {
            size_t next = end;
            if (ngi_is_cjk(ngi_utf8_next(rest, &next)))
                break;
            end = next;
        }
        size_t width = ngi_utf8_count(ngi_slice_sub(rest, i, end));
        bool spaced = i > 0 && rest.ptr[i - 1] == ' ';
        if (s->wrap != 0 && column != 0 && column + spaced + width > s->wrap) {
            add(b, s->newline);
            line_start = b->len;
            add(b, hang);
            column = strlen(hang);
        } else if (spaced && b->len != line_start) {
            ngi_buffer_char(b, ' ');
            column++;
        }
        ngi_buffer_add(b, ngi_slice_sub(rest, i, end));
        column += width;
        i = end < rest.len && rest.ptr[end] == ' ' ? end + 1 : end;
    }
}

static void end_unit(ngi_buffer *b, const setting *s)
{
    for (unsigned i = 0; i <= s->blank; i++)
        add(b, s->newline);
}

static void unit(ngi_buffer *b, const setting *s, const char *form, const char *text)
{
    char whole[1200];
    const char *at = strstr(form, "%s");
    snprintf(whole, sizeof whole, "%.*s%s%s", (int)(at - form), form, text, at + 2);
    add_wrapped(b, s, whole, "");
    end_unit(b, s);
}

static void add_item(ngi_buffer *b, const setting *s, const news_teaser *t, int number)
{
    char line[400];
    switch (s->item) {
    case ITEM_GLUED:
        ngi_buffer_format(b, "-%s%s%s%s", s->newline, t->section, t->age, s->newline);
        add_wrapped(b, s, t->headline, "");
        break;
    case ITEM_BULLET:
        ngi_buffer_format(b, "• %s • %s%s  ", t->section, t->age, s->newline);
        add_wrapped(b, s, t->headline, "  ");
        break;
    case ITEM_BARS: ngi_buffer_format(b, "%s | %s | %s", t->section, t->age, t->headline); break;
    case ITEM_NUMBER:
        ngi_buffer_format(b, "%d. %s%s   %s, %s", number, t->headline, s->newline, t->section,
                          t->age);
        break;
    case ITEM_AGE_BELOW:
        snprintf(line, sizeof line, "%s", t->headline);
        unit(b, s, "%s", line);
        ngi_buffer_format(b, "%s · %s", t->section, t->age);
        break;
    case ITEM_BRACKETS:
        ngi_buffer_format(b, "* [%s] %s (%s)", t->section, t->headline, t->age);
        break;
    }
    end_unit(b, s);
}

static void add_list(ngi_buffer *b, const setting *s, const news *n)
{
    unit(b, s, "%s", n->list_title);
    for (int i = 0; i < 8; i++)
        add_item(b, s, &n->teasers[i], i + 1);
}

static void add_menu(ngi_buffer *b, const setting *s, const news *n)
{
    if (s->menu == MENU_NONE)
        return;
    for (size_t i = 0; i < ARRAY_COUNT(n->menu); i++) {
        if (s->menu == MENU_LINES) {
            unit(b, s, "%s", n->menu[i]);
            continue;
        }
        if (i != 0)
            add(b, s->menu == MENU_BARS ? " | " : " ");
        add(b, n->menu[i]);
    }
    if (s->menu != MENU_LINES)
        end_unit(b, s);
}

static void add_story(ngi_buffer *b, const setting *s, const news *n, const news_story *story)
{
    if (s->section != NULL)
        unit(b, s, s->section, story->section);
    if (s->date_first)
        unit(b, s, "%s", story->shown);
    unit(b, s, s->headline, story->headline);
    unit(b, s, "%s", story->standfirst);
    if (s->one_line) {
        ngi_buffer_format(b, "%s | %s", story->byline, story->shown);
        end_unit(b, s);
    } else {
        unit(b, s, "%s", story->byline);
        if (!s->date_first)
            unit(b, s, "%s", story->shown);
    }
    if (s->furniture) {
        unit(b, s, "%s", n->share);
        unit(b, s, "%s", n->caption);
    }
    for (int i = 0; story->parts[i] != NULL; i++) {
        if (story->parts[i][0] == '#') {
            unit(b, s, s->subhead, story->parts[i] + 1);
            continue;
        }
        add(b, s->indent);
        unit(b, s, "%s", story->parts[i]);
    }
    if (s->furniture) {
        unit(b, s, "%s", n->tags);
        unit(b, s, "%s", n->comments);
    }
}

static void set_page(ngi_buffer *b, const setting *s, const news *n)
{
    add_menu(b, s, n);
    if (s->above)
        add_list(b, s, n);
    for (int i = 0; i < 4; i++) {
        if (s->rule != NULL && (i != 0 || s->above))
            unit(b, s, "%s", s->rule);
        add_story(b, s, n, &n->stories[i]);
    }
    if (!s->above)
        add_list(b, s, n);
}

static void expect_story(const char *name, const setting *s, const ngi_story *is,
                         const news_story *wanted)
{
    expect_text(name, is->headline.text, wanted->headline);
    expect_text(name, is->description.text, wanted->standfirst);
    expect_text(name, is->section.text, s->section != NULL ? wanted->section : "");
    expect_int(name, is->author_count, 1);
    expect_text(name, is->authors[0].name.text, wanted->author);
    expect_text(name, ngi_slice_sub(is->date_published.text, 0, 10), wanted->date);
    uint32_t at = 0;
    for (uint32_t i = 0; i < is->part_count; i++) {
        if (is->parts[i].type == NGI_PART_CAPTION)
            continue;
        const char *part = wanted->parts[at] != NULL ? wanted->parts[at] : "";
        expect_text(name, is->parts[i].text.text, part + (part[0] == '#'));
        expect_int(name, is->parts[i].type, part[0] == '#' ? NGI_PART_HEADING : NGI_PART_PARAGRAPH);
        at++;
    }
    assert_null(wanted->parts[at]);
}

static void expect_teaser(const char *name, const ngi_page *page, const news_teaser *wanted)
{
    for (uint32_t i = 0; i < page->teaser_count; i++) {
        const ngi_teaser *t = &page->teasers[i];
        if (!ngi_equal(t->headline.text, ngi_slice_of(wanted->headline)))
            continue;
        expect_text(name, t->section.text, wanted->section);
        expect_text(name, t->age.text, wanted->age);
        expect_text(name, ngi_slice_sub(t->date_published, 0, 10), wanted->date);
        return;
    }
    fail_msg("%s: the teaser \"%s\" is lost", name, wanted->headline);
}

static void test_every_setting_in_every_language(void **state)
{
    (void)state;
    for (size_t n = 0; n < ARRAY_COUNT(all_news); n++) {
        for (size_t k = 0; k < ARRAY_COUNT(settings); k++) {
            char name[100];
            snprintf(name, sizeof name, "%s, %s", all_news[n].language, settings[k].name);
            ngi_buffer text = {0};
            set_page(&text, &settings[k], &all_news[n]);
            ngi_arena arena;
            ngi_arena_init(&arena, 0);
            ngi_scene scene = {
                .arena = &arena, .text = ngi_buffer_slice(&text), .now = NGI_LIT(NEWS_NOW)};
            ngi_page page = {0};
            assert_true(ngi_read_dump(&scene, &page));
            expect_int(name, page.kind, NG_KIND_TEXT);
            expect_int(name, page.story_count, 4);
            for (int i = 0; i < 4; i++)
                expect_story(name, &settings[k], &page.stories[i], &all_news[n].stories[i]);
            expect_int(name, page.teaser_count, 8);
            for (int i = 0; i < 8; i++)
                expect_teaser(name, &page, &all_news[n].teasers[i]);
            ngi_arena_free(&arena);
            ngi_buffer_free(&text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_setting_in_every_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
