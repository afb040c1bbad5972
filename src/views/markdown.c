/* SPDX-License-Identifier: Apache-2.0 */
/* A page as CommonMark (tables as GitHub's flavour has them). What a page says is text:
 * every character that Markdown would read as markup is escaped. */
#include "views/views.h"

typedef struct writer {
    ngi_buffer *out;
    bool below; /* something stands above */
} writer;

static void gap(writer *w)
{
    if (w->below)
        ngi_buffer_char(w->out, '\n');
    w->below = true;
}

static bool is_markup(char c)
{
    return memchr("\\`*_[]<>&~|#", c, 12) != NULL;
}

/* What is markup at the start of a line only: lists, underlined headings. Writes it escaped
 * and returns its length. */
static size_t line_start(ngi_buffer *out, ng_slice text)
{
    size_t digits = 0;
    while (digits < text.len && text.ptr[digits] >= '0' && text.ptr[digits] <= '9')
        digits++;
    char c = digits < text.len ? text.ptr[digits] : ' ';
    bool mark = digits > 0 ? c == '.' || c == ')' : c == '+' || c == '-' || c == '=';
    if (!mark)
        return 0;
    ngi_buffer_add(out, ngi_slice_sub(text, 0, digits));
    ngi_buffer_char(out, '\\');
    ngi_buffer_char(out, c);
    return digits + 1;
}

/* One line of text; newlines become spaces, control characters too. */
static void inline_text(writer *w, ng_slice text)
{
    text = ngi_trim(text);
    for (size_t i = line_start(w->out, text); i < text.len; i++) {
        char c = text.ptr[i];
        if (is_markup(c))
            ngi_buffer_char(w->out, '\\');
        ngi_buffer_char(w->out, (unsigned char)c < ' ' || c == 0x7F ? ' ' : c);
    }
}

/* A line across, between stories. */
static void rule(writer *w)
{
    gap(w);
    NGI_BUFFER_LIT(w->out, "---\n");
}

static void address(writer *w, ng_slice url)
{
    static const char hex[] = "0123456789ABCDEF";
    ngi_buffer_char(w->out, '<');
    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.ptr[i];
        if (c <= ' ' || c == 0x7F || c == '<' || c == '>' || c == '\\' || c == '"') {
            char code[3] = {'%', hex[c >> 4], hex[c & 15]};
            ngi_buffer_add(w->out, ngi_slice(code, 3));
        } else {
            ngi_buffer_char(w->out, (char)c);
        }
    }
    ngi_buffer_char(w->out, '>');
}

static void link_or_text(writer *w, ng_slice text, ng_slice url)
{
    if (!ngi_safe_address(url)) {
        inline_text(w, text);
        return;
    }
    ngi_buffer_char(w->out, '[');
    inline_text(w, text);
    NGI_BUFFER_LIT(w->out, "](");
    address(w, url);
    ngi_buffer_char(w->out, ')');
}

static void line(writer *w, ng_slice before, ng_slice text, ng_slice after)
{
    if (text.len == 0)
        return;
    gap(w);
    ngi_buffer_add(w->out, before);
    inline_text(w, text);
    ngi_buffer_add(w->out, after);
    ngi_buffer_char(w->out, '\n');
}

static void byline(writer *w, const ngi_story *story)
{
    ng_slice dot = NGI_LIT(" \xC2\xB7 ");
    ng_slice items[] = {story->credit, story->section.text, story->date_published.text};
    size_t count = story->author_count;
    for (size_t i = 0; i < NGI_COUNT(items); i++)
        count += items[i].len > 0;
    if (count == 0)
        return;
    gap(w);
    for (uint32_t i = 0; i < story->author_count; i++) {
        if (i > 0)
            NGI_BUFFER_LIT(w->out, ", ");
        link_or_text(w, story->authors[i].name.text, story->authors[i].url);
    }
    bool open = story->author_count > 0;
    for (size_t i = 0; i < NGI_COUNT(items); i++) {
        if (items[i].len == 0)
            continue;
        if (open)
            ngi_buffer_add(w->out, dot);
        inline_text(w, items[i]);
        open = true;
    }
    ngi_buffer_char(w->out, '\n');
}

/* A table's rows are lines, its cells stand between " | ". The first row is the head. */
static void table(writer *w, ng_slice text)
{
    ng_slice row;
    bool head = true;
    gap(w);
    while (ngi_split(&text, '\n', &row)) {
        size_t cells = 0;
        ngi_buffer_char(w->out, '|');
        for (bool more = true; more; cells++) {
            size_t end = ngi_find(row, NGI_LIT(" | "));
            more = end != NGI_NONE;
            ngi_buffer_char(w->out, ' ');
            inline_text(w, more ? ngi_slice_sub(row, 0, end) : row);
            NGI_BUFFER_LIT(w->out, " |");
            row = more ? ngi_slice_from(row, end + 3) : (ng_slice){0};
        }
        ngi_buffer_char(w->out, '\n');
        for (size_t i = 0; head && i < cells; i++)
            ngi_buffer_add(w->out, i > 0 ? NGI_LIT(" --- |") : NGI_LIT("| --- |"));
        if (head)
            ngi_buffer_char(w->out, '\n');
        head = false;
    }
}

/* Between fences longer than any row of back-ticks in it. */
static void code(writer *w, ng_slice text)
{
    size_t longest = 2, run = 0;
    for (size_t i = 0; i < text.len; i++) {
        run = text.ptr[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    gap(w);
    for (size_t i = 0; i <= longest; i++)
        ngi_buffer_char(w->out, '`');
    ngi_buffer_char(w->out, '\n');
    ngi_buffer_add(w->out, text);
    ngi_buffer_char(w->out, '\n');
    for (size_t i = 0; i <= longest; i++)
        ngi_buffer_char(w->out, '`');
    ngi_buffer_char(w->out, '\n');
}

static void quote(writer *w, ng_slice text)
{
    ng_slice row;
    gap(w);
    while (ngi_split(&text, '\n', &row)) {
        NGI_BUFFER_LIT(w->out, "> ");
        inline_text(w, row);
        ngi_buffer_char(w->out, '\n');
    }
}

static void part(writer *w, const ngi_part *part, bool follows_item)
{
    static const ng_slice marks[] = {{"- ", 2}, {"  - ", 4}, {"    - ", 6}};
    ng_slice heads[] = {NGI_LIT("## "), NGI_LIT("### "), NGI_LIT("#### "), NGI_LIT("##### ")};
    ng_slice text = part->text.text, none = {0};
    size_t level = part->level < 2 ? 0 : part->level > 5 ? 3 : part->level - 2u;
    size_t nest = part->level > 3 ? 2 : part->level > 1 ? part->level - 1u : 0;
    switch (part->type) {
    case NGI_PART_HEADING: line(w, heads[level], text, none); return;
    case NGI_PART_QUOTE:
    case NGI_PART_EMBED: quote(w, text); return;
    case NGI_PART_LIST_ITEM:
        w->below = w->below && !follows_item;
        line(w, marks[nest], text, none);
        return;
    case NGI_PART_TABLE: table(w, text); return;
    case NGI_PART_CAPTION: line(w, NGI_LIT("*"), text, NGI_LIT("*")); return;
    case NGI_PART_CODE: code(w, text); return;
    default: line(w, none, text, none);
    }
}

static void story(writer *w, const ngi_story *story)
{
    ng_slice none = {0};
    if (story->headline.text.len > 0) {
        gap(w);
        NGI_BUFFER_LIT(w->out, "# ");
        link_or_text(w, story->headline.text, story->url);
        ngi_buffer_char(w->out, '\n');
    }
    line(w, NGI_LIT("*"), story->description.text, NGI_LIT("*"));
    byline(w, story);
    if (ngi_safe_address(story->image_url)) {
        gap(w);
        NGI_BUFFER_LIT(w->out, "![");
        inline_text(w, story->image_caption);
        NGI_BUFFER_LIT(w->out, "](");
        address(w, story->image_url);
        NGI_BUFFER_LIT(w->out, ")\n");
    }
    for (uint32_t i = 0; i < story->part_count; i++)
        part(w, &story->parts[i], i > 0 && story->parts[i - 1].type == NGI_PART_LIST_ITEM);
    for (uint32_t i = 0; i < story->comment_count; i++) {
        line(w, NGI_LIT("**"), story->comments[i].author, NGI_LIT("**"));
        line(w, none, story->comments[i].text.text, none);
    }
}

static void teaser(writer *w, const ngi_teaser *teaser)
{
    ng_slice dot = NGI_LIT(" \xC2\xB7 ");
    ng_slice when = teaser->age.text.len > 0 ? teaser->age.text : teaser->date_published;
    ng_slice items[] = {teaser->section.text, when};
    NGI_BUFFER_LIT(w->out, "- ");
    link_or_text(w, teaser->headline.text, teaser->url);
    for (size_t i = 0; i < NGI_COUNT(items); i++) {
        if (items[i].len == 0)
            continue;
        ngi_buffer_add(w->out, dot);
        inline_text(w, items[i]);
    }
    ngi_buffer_char(w->out, '\n');
    if (teaser->description.text.len > 0) {
        NGI_BUFFER_LIT(w->out, "  ");
        inline_text(w, teaser->description.text);
        ngi_buffer_char(w->out, '\n');
    }
}

static void page_text(writer *w, ng_slice text)
{
    ng_slice row, none = {0};
    while (ngi_split(&text, '\n', &row))
        line(w, none, row, none);
}

void ngi_view_markdown(ngi_buffer *out, const ngi_page *page, const ng_write_options *options)
{
    size_t start = out->len;
    writer w = {.out = out};
    (void)options;
    for (uint32_t i = 0; i < page->story_count; i++) {
        if (i > 0)
            rule(&w);
        story(&w, &page->stories[i]);
    }
    if (page->story_count == 0 && (page->kind != NG_KIND_SECTION || page->teaser_count == 0))
        page_text(&w, page->text);
    if (page->teaser_count > 0 && w.below)
        rule(&w);
    if (page->teaser_count > 0)
        gap(&w);
    for (uint32_t i = 0; i < page->teaser_count; i++)
        teaser(&w, &page->teasers[i]);
    ngi_view_repair(out, start);
}
