/* SPDX-License-Identifier: Apache-2.0 */
/* A page for reading on a terminal: section, headline, standfirst, byline and date, then the
 * body; teasers as a list. Words of our own are few, for pages come in any language. */
#include "base/utf8.h"
#include "views/views.h"
#include "views/wrap.h"

enum { DEFAULT_WIDTH = 80, LEAST_WIDTH = 20 };

#define BOLD NGI_LIT("\033[1m")
#define DIM NGI_LIT("\033[2m")
#define ITALIC NGI_LIT("\033[3m")
#define CYAN NGI_LIT("\033[36m")

typedef struct painter {
    ngi_buffer *out;
    const ng_write_options *options;
    uint32_t width;
    bool right_to_left;
    bool below; /* something stands above: a blank line comes first */
} painter;

/* A paragraph with its prefixes and style; a blank line before it unless it is close. */
static void set(painter *p, ng_slice text, ng_slice first, ng_slice following, ng_slice style,
                bool close)
{
    if (text.len == 0)
        return;
    if (p->below && !close)
        ngi_buffer_char(p->out, '\n');
    ngi_lines lines = {p->width, first, following, p->options->color ? style : (ng_slice){0},
                       p->right_to_left};
    ngi_wrap(p->out, text, &lines);
    p->below = true;
}

static void set_plain(painter *p, ng_slice text, ng_slice style, bool close)
{
    set(p, text, (ng_slice){0}, (ng_slice){0}, style, close);
}

static void rule(painter *p)
{
    if (p->below)
        ngi_buffer_char(p->out, '\n');
    for (uint32_t i = 0; i < 24 && i < p->width; i++)
        NGI_BUFFER_LIT(p->out, "\xE2\x94\x80");
    ngi_buffer_char(p->out, '\n');
    p->below = true;
}

static void add_item(ngi_buffer *line, ng_slice item, ng_slice separator)
{
    if (item.len == 0)
        return;
    if (line->len > 0)
        ngi_buffer_add(line, separator);
    ngi_buffer_add(line, item);
}

/* "2026-03-04T15:06:00+01:00" with a space for the T and before the zone. */
static void add_date(ngi_buffer *line, ng_slice date)
{
    if (date.len == 0)
        return;
    add_item(line, ngi_slice_sub(date, 0, 10), NGI_LIT(" \xC2\xB7 "));
    if (date.len >= 16) {
        ngi_buffer_char(line, ' ');
        ngi_buffer_add(line, ngi_slice_sub(date, 11, 16));
        size_t zone = date.len > 19 ? 19 : 16;
        while (zone < date.len &&
               (date.ptr[zone] == '.' || ngi_digit_value((unsigned char)date.ptr[zone]) >= 0))
            zone++;
        if (zone < date.len) {
            ngi_buffer_char(line, ' ');
            ngi_buffer_add(line, ngi_slice_from(date, zone));
        }
    }
}

static void byline(painter *p, const ngi_story *story)
{
    ngi_buffer line = {0};
    for (uint32_t i = 0; i < story->author_count; i++)
        add_item(&line, story->authors[i].name.text, NGI_LIT(", "));
    add_item(&line, story->credit, NGI_LIT(" \xC2\xB7 "));
    add_date(&line, story->date_published.text);
    if (line.failed)
        p->out->failed = true;
    set_plain(p, ngi_buffer_slice(&line), DIM, false);
    ngi_buffer_free(&line);
}

static void caption(painter *p, ng_slice text)
{
    ngi_buffer line = {0};
    ngi_buffer_char(&line, '[');
    ngi_buffer_add(&line, text);
    ngi_buffer_char(&line, ']');
    p->out->failed = p->out->failed || line.failed;
    set(p, ngi_buffer_slice(&line), (ng_slice){0}, NGI_LIT(" "), DIM, false);
    ngi_buffer_free(&line);
}

static void part(painter *p, const ngi_part *part, bool close)
{
    static const ng_slice bullets[] = {
        {"\xE2\x80\xA2 ", 4}, {"  \xE2\x80\xA2 ", 6}, {"    \xE2\x80\xA2 ", 8}};
    static const ng_slice hangs[] = {{"  ", 2}, {"    ", 4}, {"      ", 6}};
    ng_slice bar = NGI_LIT("\xE2\x94\x82 ");
    size_t nest = part->level > 3 ? 2 : part->level > 1 ? part->level - 1u : 0;
    switch (part->type) {
    case NGI_PART_HEADING: set_plain(p, part->text.text, BOLD, false); return;
    case NGI_PART_QUOTE:
    case NGI_PART_EMBED: set(p, part->text.text, bar, bar, (ng_slice){0}, false); return;
    case NGI_PART_LIST_ITEM:
        set(p, part->text.text, bullets[nest], hangs[nest], (ng_slice){0}, close);
        return;
    case NGI_PART_CAPTION: caption(p, part->text.text); return;
    case NGI_PART_CODE:
        if (p->below)
            ngi_buffer_char(p->out, '\n');
        ngi_harmless(p->out, part->text.text);
        ngi_buffer_char(p->out, '\n');
        p->below = true;
        return;
    default: set_plain(p, part->text.text, (ng_slice){0}, false);
    }
}

/* A comment: who and when, then what. */
static void comment(painter *p, const ngi_comment *comment)
{
    ngi_buffer line = {0};
    add_item(&line, comment->author, (ng_slice){0});
    add_date(&line, comment->date);
    set(p, ngi_buffer_slice(&line), NGI_LIT("  "), NGI_LIT("  "), DIM, false);
    set(p, comment->text.text, NGI_LIT("  "), NGI_LIT("  "), (ng_slice){0}, line.len > 0);
    ngi_buffer_free(&line);
}

static void story(painter *p, const ngi_story *story)
{
    p->right_to_left = ngi_right_to_left(story->language, story->body);
    set_plain(p, story->section.text, CYAN, false);
    set_plain(p, story->headline.text, BOLD, story->section.text.len > 0);
    set_plain(p, story->description.text, ITALIC, false);
    byline(p, story);
    for (uint32_t i = 0; i < story->part_count; i++)
        part(p, &story->parts[i], i > 0 && story->parts[i - 1].type == NGI_PART_LIST_ITEM);
    for (uint32_t i = 0; i < story->comment_count; i++)
        comment(p, &story->comments[i]);
}

static void teaser(painter *p, const ngi_teaser *teaser, bool close)
{
    ngi_buffer line = {0};
    add_item(&line, teaser->section.text, (ng_slice){0});
    if (teaser->age.text.len > 0)
        add_item(&line, teaser->age.text, NGI_LIT(" \xC2\xB7 "));
    else
        add_date(&line, teaser->date_published);
    set(p, teaser->headline.text, NGI_LIT("\xE2\x80\xA2 "), NGI_LIT("  "), BOLD, close);
    set(p, teaser->description.text, NGI_LIT("  "), NGI_LIT("  "), (ng_slice){0}, true);
    set(p, ngi_buffer_slice(&line), NGI_LIT("  "), NGI_LIT("  "), DIM, true);
    if (line.failed)
        p->out->failed = true;
    ngi_buffer_free(&line);
}

/* A page without stories: its text, paragraph by paragraph. */
static void page_text(painter *p, ng_slice text)
{
    while (text.len > 0) {
        size_t end = ngi_find(text, NGI_LIT("\n\n"));
        set_plain(p, ngi_slice_sub(text, 0, end == NGI_NONE ? text.len : end), (ng_slice){0},
                  false);
        text = end == NGI_NONE ? (ng_slice){0} : ngi_slice_from(text, end + 2);
    }
}

void ngi_view_text(ngi_buffer *out, const ngi_page *page, const ng_write_options *options)
{
    size_t start = out->len;
    painter p = {.out = out,
                 .options = options,
                 .width = options->width == 0 ? DEFAULT_WIDTH : options->width};
    if (p.width < LEAST_WIDTH)
        p.width = LEAST_WIDTH;
    for (uint32_t i = 0; i < page->story_count; i++) {
        if (i > 0)
            rule(&p);
        story(&p, &page->stories[i]);
    }
    p.right_to_left = ngi_right_to_left(page->language, page->text);
    if (page->story_count == 0 && (page->kind != NG_KIND_SECTION || page->teaser_count == 0))
        page_text(&p, page->text);
    if (page->teaser_count > 0 && p.below)
        rule(&p);
    for (uint32_t i = 0; i < page->teaser_count; i++)
        teaser(&p, &page->teasers[i], false);
    ngi_view_repair(out, start);
}

void ngi_view_place(ngi_buffer *out, const ngi_place_text *place, const ng_write_options *options)
{
    ng_slice on = options->color ? NGI_LIT("\033[7m") : NGI_LIT("\xE2\x9F\xA6");
    ng_slice off = options->color ? NGI_LIT("\033[0m") : NGI_LIT("\xE2\x9F\xA7");
    if (place->more_before)
        NGI_BUFFER_LIT(out, "\xE2\x80\xA6");
    ngi_harmless(out, place->before);
    ngi_buffer_add(out, on);
    ngi_harmless(out, place->inside);
    ngi_buffer_add(out, off);
    ngi_harmless(out, place->after);
    if (place->more_after)
        NGI_BUFFER_LIT(out, "\xE2\x80\xA6");
    ngi_buffer_char(out, '\n');
}
