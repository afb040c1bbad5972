/* SPDX-License-Identifier: Apache-2.0 */
/* A feed as it says it of itself (parsed/feed.h) to one that can be used; sitemaps and lists of
 * subscriptions, which are kept like feeds, too. Titles, authors and
 * tags as plain text, dates as moments in UTC, a summary where only the content is there. Its
 * entries are the page's teasers as well, so that each form made for people can show them. */
#include "parsed/feed.h"

#include "parsed/feed_links.h"
#include "base/utf8.h"
#include "parsed/fragment.h"
#include "stories/feeds/dates.h"
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
    return field->type == NGI_FEED_XHTML ? ngi_fragment_text_once(arena, field->text)
                                         : ngi_fragment_text(arena, field->text);
}

static void make_plain(ngi_arena *arena, ngi_feed_text *field)
{
    field->text = plain(arena, field);
    field->type = NGI_FEED_TEXT;
}

/* ---- all ---- */

static void settle(ngi_arena *arena, ngi_feed_entry *e)
{
    make_plain(arena, &e->title);
    make_plain(arena, &e->author);
    e->published.text = ngi_feed_moment(arena, e->published.text);
    e->updated.text = ngi_feed_moment(arena, e->updated.text);
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
        ngi_feed_text start = e->summary; /* enough of it: contents are long */
        start.text = cut(start.text, SUMMARY_BYTES * 2);
        t->description.text = cut(plain(arena, &start), SUMMARY_BYTES);
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
    *out = (ngi_page){
        .kind = NG_KIND_FEED, .url = scene->url, .feed = feed, .language = feed->language};
    return make_teasers(arena, feed, out) && !arena->failed;
}

/* ---- sitemaps ---- */

/* What of an address tells whether another one leads to the same file. */
static ng_slice bare_address(ng_slice url)
{
    url = ngi_slice_sub(url, 0, ngi_find_char(url, '#'));
    size_t scheme = ngi_find(url, NGI_LIT("://"));
    url = scheme == NGI_NONE ? url : ngi_slice_from(url, scheme + 3);
    return ngi_starts_nocase(url, NGI_LIT("www.")) ? ngi_slice_from(url, 4) : url;
}

/* An index that lists itself would lead those who follow it round in circles: that entry goes,
 * and the index says so. It can be told only where the index's own address is known. */
static void leave_out_itself(ngi_feed *feed, ng_slice url)
{
    ng_slice own = bare_address(url);
    uint32_t kept = 0;
    if (own.len == 0 || !ngi_equal(feed->version, NGI_LIT("sitemapindex")))
        return;
    for (uint32_t i = 0; i < feed->entry_count; i++)
        if (!ngi_equal_nocase(bare_address(feed->entries[i].link.text), own))
            feed->entries[kept++] = feed->entries[i];
    if (kept == feed->entry_count)
        return;
    feed->entry_count = kept;
    if (!feed->broken)
        feed->reason = "the index lists itself; that entry was left out";
    feed->broken = true;
}

bool ngi_read_sitemap(ngi_scene *scene, ngi_page *out)
{
    ngi_arena *arena = scene->arena;
    ngi_feed *feed = NGI_NEW(arena, ngi_feed);
    if (feed == NULL || !ngi_sitemap_read(arena, scene->text, feed))
        return false;
    leave_out_itself(feed, scene->url);
    for (uint32_t i = 0; i < feed->entry_count; i++)
        settle(arena, &feed->entries[i]);
    *out = (ngi_page){.kind = NG_KIND_SITEMAP, .url = scene->url, .feed = feed};
    return make_teasers(arena, feed, out) && !arena->failed;
}

/* ---- lists of subscriptions ---- */

static ng_slice opml_version(ng_slice version)
{
    return ngi_starts(version, NGI_LIT("1.0"))   ? NGI_LIT("opml10")
           : ngi_starts(version, NGI_LIT("1.1")) ? NGI_LIT("opml11")
           : ngi_starts(version, NGI_LIT("2"))   ? NGI_LIT("opml20")
                                                 : NGI_LIT("opml");
}

static bool take_links(ngi_arena *arena, const ngi_feed_links *links, ngi_feed *feed)
{
    feed->version = opml_version(links->version);
    feed->self.title.text = ngi_squeeze(arena, links->title);
    for (uint32_t i = 0; i < links->count; i++) {
        const ngi_feed_link *link = &links->items[i];
        ngi_feed_entry *e = ngi_feed_entry_new(arena, feed);
        if (e == NULL)
            break;
        e->link.text = link->url;
        e->title.text = ngi_squeeze(arena, link->title);
        e->site = link->site;
        e->folder = ngi_squeeze(arena, link->folder);
        e->type = ngi_slice_of(link->type);
    }
    return !arena->failed;
}

bool ngi_read_opml(ngi_scene *scene, ngi_page *out)
{
    ngi_arena *arena = scene->arena;
    ngi_feed *feed = NGI_NEW(arena, ngi_feed);
    ngi_feed_links links = {0};
    ngi_xml_report report;
    *out = (ngi_page){.kind = NG_KIND_OPML, .url = scene->url, .feed = feed};
    if (feed == NULL)
        return false;
    if (!ngi_opml_looks_like(scene->text))
        return true; /* its version is empty: it is none */
    return ngi_opml_read(arena, scene->text, &links, &report) && take_links(arena, &links, feed) &&
           ngi_feed_note_faults(arena, &report, feed) && make_teasers(arena, feed, out) &&
           !arena->failed;
}
