/* SPDX-License-Identifier: Apache-2.0 */
/* A feed as it says it of itself (parsed/feed.h) to one that can be used: titles, authors and
 * tags as plain text, dates as moments in UTC, a summary where only the content is there. Its
 * entries are the page's teasers as well, so that each form made for people can show them. */
#include "parsed/feed.h"

#include "parsed/fragment.h"
#include "stories/dates/calendar.h"
#include "stories/scene.h"

enum { SUMMARY_BYTES = 600 };

/* ---- texts ---- */

static bool has_markup(ng_slice text)
{
    return ngi_find_char(text, '<') != NGI_NONE || ngi_find_char(text, '&') != NGI_NONE;
}

static ng_slice plain(ngi_arena *arena, const ngi_feed_text *field)
{
    if (field->type == NGI_FEED_TEXT || !has_markup(field->text))
        return ngi_squeeze(arena, field->text);
    return ngi_fragment_text(arena, field->text);
}

static void make_plain(ngi_arena *arena, ngi_feed_text *field)
{
    field->text = plain(arena, field);
    field->type = NGI_FEED_TEXT;
}

/* ---- dates ---- */

/* The moment in UTC; a date alone stays one. Machine-written forms first, then the forms of
 * people: "3. März 2024, 14:05 Uhr". */
static ng_slice moment_of(ngi_arena *arena, ng_slice text)
{
    ngi_moment m;
    ng_slice iso = ngi_date_normal(arena, text);
    size_t begin, end;
    if (iso.len == 0 && !ngi_date_parse(arena, text, (ng_slice){0}, -1, &iso, &begin, &end))
        return (ng_slice){0};
    if (!ngi_moment_read(iso, &m))
        return (ng_slice){0};
    if (!m.has_time)
        return iso;
    ngi_moment_seconds_back(&m, (int64_t)m.zone * 60);
    m.zone = 0;
    m.has_zone = false;
    iso = ngi_moment_print(arena, &m);
    char *utc = ngi_arena_chars(arena, iso.len + 1);
    if (utc == NULL)
        return (ng_slice){0};
    memcpy(utc, iso.ptr, iso.len);
    utc[iso.len] = 'Z';
    return ngi_slice(utc, iso.len + 1);
}

/* ---- all ---- */

static void settle(ngi_arena *arena, ngi_feed_entry *e)
{
    make_plain(arena, &e->title);
    make_plain(arena, &e->author);
    e->published.text = moment_of(arena, e->published.text);
    e->updated.text = moment_of(arena, e->updated.text);
    if (e->summary.text.len == 0)
        e->summary = e->content;
    for (uint32_t i = 0; i < e->tags.count; i++)
        if (has_markup(e->tags.items[i]))
            e->tags.items[i] = ngi_fragment_text(arena, e->tags.items[i]);
}

/* At most `most` bytes, on the border of a character. */
static ng_slice cut(ng_slice text, size_t most)
{
    if (text.len <= most)
        return text;
    while (most > 0 && ((unsigned char)text.ptr[most] & 0xC0) == 0x80)
        most--;
    return ngi_slice_sub(text, 0, most);
}

static bool make_teasers(ngi_arena *arena, const ngi_feed *feed, ngi_page *page)
{
    page->teasers = NGI_NEW_ARRAY(arena, ngi_teaser, feed->entry_count + 1u);
    if (page->teasers == NULL)
        return false;
    for (uint32_t i = 0; i < feed->entry_count; i++) {
        const ngi_feed_entry *e = &feed->entries[i];
        ngi_teaser *t = &page->teasers[page->teaser_count++];
        t->headline.text = e->title.text.len != 0 ? e->title.text : e->link.text;
        t->description.text = cut(plain(arena, &e->summary), SUMMARY_BYTES);
        t->date_published = e->published.text.len != 0 ? e->published.text : e->updated.text;
        t->url = e->link.text;
    }
    return true;
}

bool ngi_read_feed(ngi_scene *scene, ngi_page *out)
{
    ngi_arena *arena = scene->arena;
    ngi_feed *feed = NGI_NEW(arena, ngi_feed);
    if (feed == NULL || !ngi_feed_read(arena, scene->text, scene->url, feed))
        return false;
    settle(arena, &feed->self);
    for (uint32_t i = 0; i < feed->entry_count; i++)
        settle(arena, &feed->entries[i]);
    *out = (ngi_page){.kind = NG_KIND_FEED, .url = scene->url, .feed = feed,
                      .language = feed->language};
    return make_teasers(arena, feed, out) && !arena->failed;
}
