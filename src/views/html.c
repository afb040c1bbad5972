/* SPDX-License-Identifier: Apache-2.0 */
/* A page as clean HTML. Nothing of the page's markup is passed on: elements are made here
 * from plain text, which is escaped, and from addresses, which are checked (views.h). So no
 * script, event attribute or javascript: address can survive. */
#include "views/html_record.h"
#include "base/map.h"
#include "views/views.h"

const char *ng_html_head(void)
{
    return "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>nutgraf</title>\n"
           "</head>\n<body>\n";
}

/* The same with what marked words need. */
const char *ng_html_record_head(void)
{
    return "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" "
           "content=\"width=device-width\">\n<title>nutgraf</title>\n" NGI_MARKS_STYLE
           "</head>\n<body>\n";
}

const char *ng_html_foot(void)
{
    return "</body>\n</html>\n";
}

void ngi_html_escaped(ngi_buffer *out, ng_slice text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        ng_slice code = {0};
        switch (c) {
        case '&': code = NGI_LIT("&amp;"); break;
        case '<': code = NGI_LIT("&lt;"); break;
        case '>': code = NGI_LIT("&gt;"); break;
        case '"': code = NGI_LIT("&quot;"); break;
        case '\'': code = NGI_LIT("&#39;"); break;
        default:
            if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7F)
                code = NGI_LIT("\xEF\xBF\xBD");
        }
        if (code.len == 0)
            continue;
        ngi_buffer_add(out, ngi_slice_sub(text, from, i));
        ngi_buffer_add(out, code);
        from = i + 1;
    }
    ngi_buffer_add(out, ngi_slice_from(text, from));
}

/* open, text, close, newline; nothing where there is no text. */
static void element(ngi_buffer *out, ng_slice open, ng_slice text, ng_slice close)
{
    if (text.len == 0)
        return;
    ngi_buffer_add(out, open);
    ngi_html_escaped(out, text);
    ngi_buffer_add(out, close);
    ngi_buffer_char(out, '\n');
}

/* The same for text that may have marks: what stands at `begin` of a field. */
static void marked(ngi_buffer *out, ng_slice open, ng_slice text, ng_slice close, ngi_marks *marks,
                   uint8_t in, uint32_t begin)
{
    if (marks == NULL || text.len == 0) {
        element(out, open, text, close);
        return;
    }
    ngi_buffer_add(out, open);
    ngi_marks_write(out, marks, in, begin, begin + (uint32_t)text.len);
    ngi_buffer_add(out, close);
    ngi_buffer_char(out, '\n');
}

static void link_or_text(ngi_buffer *out, ng_slice text, ng_slice url)
{
    bool safe = ngi_safe_address(url);
    if (safe) {
        NGI_BUFFER_LIT(out, "<a href=\"");
        ngi_html_escaped(out, url);
        NGI_BUFFER_LIT(out, "\">");
    }
    ngi_html_escaped(out, text);
    if (safe)
        NGI_BUFFER_LIT(out, "</a>");
}

/* The language, and the direction where it is from the right. */
static void direction(ngi_buffer *out, ng_slice language, ng_slice text)
{
    if (language.len > 0) {
        NGI_BUFFER_LIT(out, " lang=\"");
        ngi_html_escaped(out, language);
        ngi_buffer_char(out, '"');
    }
    if (ngi_right_to_left(language, text))
        NGI_BUFFER_LIT(out, " dir=\"rtl\"");
}

static void date(ngi_buffer *out, ng_slice text)
{
    if (text.len == 0)
        return;
    NGI_BUFFER_LIT(out, "<time datetime=\"");
    ngi_html_escaped(out, text);
    NGI_BUFFER_LIT(out, "\">");
    ngi_html_escaped(out, text);
    NGI_BUFFER_LIT(out, "</time>");
}

static void byline(ngi_buffer *out, const ngi_story *story)
{
    if (story->author_count == 0 && story->credit.len == 0 && story->date_published.text.len == 0)
        return;
    NGI_BUFFER_LIT(out, "<p class=\"byline\">");
    for (uint32_t i = 0; i < story->author_count; i++) {
        if (i > 0)
            NGI_BUFFER_LIT(out, ", ");
        link_or_text(out, story->authors[i].name.text, story->authors[i].url);
    }
    bool open = story->author_count > 0;
    if (story->credit.len > 0) {
        ngi_buffer_add(out, open ? NGI_LIT(" \xC2\xB7 ") : (ng_slice){0});
        ngi_html_escaped(out, story->credit);
        open = true;
    }
    if (open && story->date_published.text.len > 0)
        NGI_BUFFER_LIT(out, " \xC2\xB7 ");
    date(out, story->date_published.text);
    NGI_BUFFER_LIT(out, "</p>\n");
}

static void header(ngi_buffer *out, const ngi_story *story, ngi_marks *marks)
{
    size_t start = out->len;
    NGI_BUFFER_LIT(out, "<header>\n");
    size_t empty = out->len;
    element(out, NGI_LIT("<p class=\"section\">"), story->section.text, NGI_LIT("</p>"));
    if (story->headline.text.len > 0) {
        NGI_BUFFER_LIT(out, "<h1>");
        if (marks != NULL)
            ngi_marks_write(out, marks, NGI_FIELD_HEADLINE, 0, (uint32_t)story->headline.text.len);
        else
            link_or_text(out, story->headline.text, story->url);
        NGI_BUFFER_LIT(out, "</h1>\n");
    }
    marked(out, NGI_LIT("<p class=\"description\">"), story->description.text, NGI_LIT("</p>"),
           marks, NGI_FIELD_DESCRIPTION, 0);
    byline(out, story);
    if (out->len == empty)
        out->len = start; /* nothing to head the story with */
    else
        NGI_BUFFER_LIT(out, "</header>\n");
    if (!ngi_safe_address(story->image_url))
        return;
    NGI_BUFFER_LIT(out, "<figure><img alt=\"\" src=\"");
    ngi_html_escaped(out, story->image_url);
    NGI_BUFFER_LIT(out, "\">");
    element(out, NGI_LIT("<figcaption>"), story->image_caption, NGI_LIT("</figcaption>"));
    NGI_BUFFER_LIT(out, "</figure>\n");
}

static void table(ngi_buffer *out, ng_slice text)
{
    ng_slice row;
    NGI_BUFFER_LIT(out, "<table>\n");
    while (ngi_split(&text, '\n', &row)) {
        NGI_BUFFER_LIT(out, "<tr>");
        for (bool more = true; more;) {
            size_t end = ngi_find(row, NGI_LIT(" | "));
            more = end != NGI_NONE;
            NGI_BUFFER_LIT(out, "<td>");
            ngi_html_escaped(out, more ? ngi_slice_sub(row, 0, end) : row);
            NGI_BUFFER_LIT(out, "</td>");
            row = more ? ngi_slice_from(row, end + 3) : (ng_slice){0};
        }
        NGI_BUFFER_LIT(out, "</tr>\n");
    }
    NGI_BUFFER_LIT(out, "</table>\n");
}

static void part(ngi_buffer *out, const ngi_part *part, ngi_marks *marks, uint32_t begin)
{
    static const struct {
        ng_slice open, close;
    } elements[] = {
        [NGI_PART_PARAGRAPH] = {{"<p>", 3}, {"</p>", 4}},
        [NGI_PART_QUOTE] = {{"<blockquote><p>", 15}, {"</p></blockquote>", 17}},
        [NGI_PART_LIST_ITEM] = {{"<li>", 4}, {"</li>", 5}},
        [NGI_PART_EMBED] = {{"<blockquote class=\"embed\"><p>", 29}, {"</p></blockquote>", 17}},
        [NGI_PART_CAPTION] = {{"<p class=\"caption\">", 19}, {"</p>", 4}},
        [NGI_PART_CODE] = {{"<pre>", 5}, {"</pre>", 6}},
    };
    if (part->type == NGI_PART_TABLE) {
        table(out, part->text.text);
    } else if (part->type == NGI_PART_HEADING) {
        char open[] = "<h2>", close[] = "</h2>";
        char level = (char)('0' + (part->level < 2 ? 2 : part->level > 6 ? 6 : part->level));
        open[2] = close[3] = level;
        marked(out, ngi_slice(open, 4), part->text.text, ngi_slice(close, 5), marks, NGI_FIELD_BODY,
               begin);
    } else {
        size_t type = part->type < NGI_COUNT(elements) ? part->type : NGI_PART_PARAGRAPH;
        marked(out, elements[type].open, part->text.text, elements[type].close,
               type != NGI_PART_CAPTION ? marks : NULL, NGI_FIELD_BODY, begin);
    }
}

/* Whether the body is its parts and nothing else, so that a part's place in it is known. */
static bool made_of_parts(const ngi_story *story)
{
    size_t length = 0;
    for (uint32_t i = 0; i < story->part_count; i++)
        if (story->parts[i].type != NGI_PART_CAPTION)
            length += story->parts[i].text.text.len + 2;
    return length == story->body.len + 2;
}

/* The caption that stands below the story's picture already. */
static bool is_shown(const ngi_story *story, const ngi_part *part)
{
    return part->type == NGI_PART_CAPTION && ngi_safe_address(story->image_url) &&
           ngi_equal(part->text.text, story->image_caption);
}

static void body(ngi_buffer *out, const ngi_story *story, ngi_marks *marks)
{
    bool list = false;
    uint32_t at = 0;
    if (!made_of_parts(story))
        marks = NULL;
    for (uint32_t i = 0; i < story->part_count; i++) {
        bool item = story->parts[i].type == NGI_PART_LIST_ITEM;
        if (item != list)
            ngi_buffer_add(out, item ? NGI_LIT("<ul>\n") : NGI_LIT("</ul>\n"));
        list = item;
        if (!is_shown(story, &story->parts[i]))
            part(out, &story->parts[i], marks, at);
        if (story->parts[i].type != NGI_PART_CAPTION)
            at += (uint32_t)story->parts[i].text.text.len + 2;
    }
    if (list)
        NGI_BUFFER_LIT(out, "</ul>\n");
}

static void comments(ngi_buffer *out, const ngi_story *story)
{
    if (story->comment_count == 0)
        return;
    NGI_BUFFER_LIT(out, "<section class=\"comments\">\n");
    for (uint32_t i = 0; i < story->comment_count; i++) {
        element(out, NGI_LIT("<p class=\"author\">"), story->comments[i].author, NGI_LIT("</p>"));
        element(out, NGI_LIT("<p>"), story->comments[i].text.text, NGI_LIT("</p>"));
    }
    NGI_BUFFER_LIT(out, "</section>\n");
}

static void story(ngi_buffer *out, const ngi_story *story, uint32_t prefix)
{
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_marks *marks = ngi_marks_make(&arena, story, prefix);
    bool beside = marks != NULL && story->record->attribution_count > 0; /* the speakers */
    ngi_buffer_add(out, beside ? NGI_LIT("<article class=\"record\"") : NGI_LIT("<article"));
    direction(out, story->language, story->body);
    NGI_BUFFER_LIT(out, ">\n");
    header(out, story, marks);
    body(out, story, marks);
    comments(out, story);
    if (marks != NULL) {
        ngi_marks_key(out, marks);
        ngi_marks_speakers(out, marks);
    }
    NGI_BUFFER_LIT(out, "</article>\n");
    out->failed = out->failed || arena.failed;
    ngi_arena_free(&arena);
}

static void teasers(ngi_buffer *out, const ngi_page *page)
{
    if (page->teaser_count == 0)
        return;
    NGI_BUFFER_LIT(out, "<nav");
    direction(out, page->language, page->teasers[0].headline.text);
    NGI_BUFFER_LIT(out, ">\n<ul>\n");
    for (uint32_t i = 0; i < page->teaser_count; i++) {
        const ngi_teaser *t = &page->teasers[i];
        NGI_BUFFER_LIT(out, "<li>");
        link_or_text(out, t->headline.text, t->url);
        ng_slice when = t->age.text.len > 0 ? t->age.text : t->date_published;
        ng_slice items[] = {t->section.text, when, t->description.text};
        for (size_t j = 0; j < NGI_COUNT(items); j++) {
            if (items[j].len == 0)
                continue;
            ngi_buffer_add(out, j < 2 ? NGI_LIT(" \xC2\xB7 ") : NGI_LIT("<br>"));
            ngi_html_escaped(out, items[j]);
        }
        NGI_BUFFER_LIT(out, "</li>\n");
    }
    NGI_BUFFER_LIT(out, "</ul>\n</nav>\n");
}

/* A page without stories: its text, a paragraph a line. */
static void page_text(ngi_buffer *out, const ngi_page *page)
{
    ng_slice text = page->text, row;
    NGI_BUFFER_LIT(out, "<section");
    direction(out, page->language, page->text);
    NGI_BUFFER_LIT(out, ">\n");
    while (ngi_split(&text, '\n', &row))
        element(out, NGI_LIT("<p>"), row, NGI_LIT("</p>"));
    NGI_BUFFER_LIT(out, "</section>\n");
}

static void document_head(ngi_buffer *out, const ngi_page *page)
{
    ng_slice title = page->story_count > 0 ? page->stories[0].headline.text : page->url;
    NGI_BUFFER_LIT(out, "<!doctype html>\n<html");
    direction(out, page->language, page->text);
    NGI_BUFFER_LIT(out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    ngi_html_escaped(out, title.len > 0 ? title : NGI_LIT("nutgraf"));
    NGI_BUFFER_LIT(out, "</title>\n");
    bool record = page->story_count > 0 && page->stories[0].record != NULL;
    ngi_buffer_add(out, record ? NGI_LIT(NGI_MARKS_STYLE) : (ng_slice){0});
    NGI_BUFFER_LIT(out, "</head>\n<body>\n");
}

void ngi_view_html(ngi_buffer *out, const ngi_page *page, const ng_write_options *options)
{
    size_t start = out->len;
    /* so that ids of joined pages differ */
    uint32_t prefix = options->file.len > 0 ? (uint32_t)ngi_hash(options->file) & 0xFFFFFFF0u : 0;
    if (!options->fragment)
        document_head(out, page);
    for (uint32_t i = 0; i < page->story_count; i++)
        story(out, &page->stories[i], prefix + i);
    if (page->story_count == 0 && (page->kind != NG_KIND_SECTION || page->teaser_count == 0))
        page_text(out, page);
    teasers(out, page);
    if (!options->fragment)
        ngi_buffer_add(out, ngi_slice_of(ng_html_foot()));
    ngi_view_repair(out, start);
}
