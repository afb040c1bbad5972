/* SPDX-License-Identifier: Apache-2.0 */
/* A page's forms: JSON lines for programs, text for a terminal, Markdown, clean HTML.
 *
 * Every form appends to a buffer; the buffer's `failed` tells whether memory was out, and
 * its owner checks once, at the end. Pages are small when they come here (some 15 kB of a
 * page of 300), so a form may look at each character, but only a few times. */
#ifndef NGI_VIEWS_H
#define NGI_VIEWS_H

#include "stories/story.h"

/* The forms; `options` is never NULL. */
void ngi_view_jsonl(ngi_buffer *out, const ngi_page *page, const ng_write_options *options);
void ngi_view_text(ngi_buffer *out, const ngi_page *page, const ng_write_options *options);
void ngi_view_markdown(ngi_buffer *out, const ngi_page *page, const ng_write_options *options);
void ngi_view_html(ngi_buffer *out, const ngi_page *page, const ng_write_options *options);

/* feed_json.c: "version", "bozo", "feed" and "entries" of a feed's row; those of a
 * sitemap's and of a list of subscriptions. */
void ngi_view_feed_members(ngi_buffer *out, const struct ngi_feed *feed, ng_kind kind);

/* The row of an input that failed, as a JSON line. */
void ngi_view_failure(ngi_buffer *out, const ng_error *failure, const ngi_capture *capture,
                      const ng_write_options *options);

/* The place [range.start, range.end) of a page's bytes with what stands around it. `text`
 * is that stretch in UTF-8, cut into what stands before, in and after the place. */
typedef struct ngi_place_text {
    ng_slice before, inside, after;
    bool more_before, more_after; /* the page goes on there */
} ngi_place_text;
void ngi_view_place(ngi_buffer *out, const ngi_place_text *place, const ng_write_options *options);

/* feed_list.c: addresses of feeds in each form. */
void ngi_view_feed_list(ngi_buffer *out, const ng_feed_list *list, ng_feed_list_form form);

/* What a robots.txt (`file`) says of an address. */
void ngi_view_robots(ngi_buffer *out, const ng_robots_answer *answer, ng_slice file, ng_slice url,
                     ng_slice agent, const ng_write_options *options);

/* "paragraph", "list-item" ...: the names of ngi_part_type. */
ng_slice ngi_part_name(uint8_t type);

/* Makes what was added behind `start` valid UTF-8, should it not be. */
void ngi_view_repair(ngi_buffer *out, size_t start);

/* An address that may be followed: http, https, mailto or relative; all others (javascript:,
 * data: ...) are not printed as links. */
bool ngi_safe_address(ng_slice url);

/* Whether text of this language or, where that is not known, this text runs from right to
 * left. */
bool ngi_right_to_left(ng_slice language, ng_slice text);

#endif
