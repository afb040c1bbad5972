/* SPDX-License-Identifier: Apache-2.0 */
/* A feed as it says it of itself (parsed/feed.h) to one that can be used; sitemaps and lists of
 * subscriptions, which are kept like feeds, too. Titles, authors and
 * tags as plain text, dates as moments in UTC, a summary where only the content is there. Its
 * entries are the page's teasers as well, so that each form made for people can show them. */
#include "parsed/feed.h"

#include "parsed/feed_links.h"
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
    return field->type == NGI_FEED_XHTML ? ngi_fragment_text_once(arena, field->text)
                                         : ngi_fragment_text(arena, field->text);
}

static void make_plain(ngi_arena *arena, ngi_feed_text *field)
{
    field->text = plain(arena, field);
    field->type = NGI_FEED_TEXT;
}

/* ---- dates ---- */

/* Two digits, or -1. */
static int pair(const char *at)
{
    bool digits = at[0] >= '0' && at[0] <= '9' && at[1] >= '0' && at[1] <= '9';
    return digits ? (at[0] - '0') * 10 + at[1] - '0' : -1;
}

/* "+0100", "+01:00" as minutes, "Z" and "GMT" as 0. False: another form. */
static bool read_zone(ng_slice s, int *minutes)
{
    *minutes = 0;
    if (ngi_equal(s, NGI_LIT("Z")) || ngi_equal(s, NGI_LIT("GMT")))
        return true;
    bool colon = s.len == 6 && s.ptr[3] == ':';
    if ((s.len != 5 && !colon) || (s.ptr[0] != '+' && s.ptr[0] != '-'))
        return false;
    int hours = pair(s.ptr + 1), rest = pair(s.ptr + 3 + colon);
    *minutes = (hours * 60 + rest) * (s.ptr[0] == '-' ? -1 : 1);
    return hours >= 0 && hours <= 14 && rest >= 0 && rest < 60;
}

/* "14:05:00". */
static bool read_clock(const char *p, ngi_moment *m)
{
    m->hour = pair(p);
    m->minute = pair(p + 3);
    m->second = pair(p + 6);
    m->has_time = true;
    return p[2] == ':' && p[5] == ':' && m->hour >= 0 && m->minute >= 0 && m->second >= 0 &&
           m->hour < 24 && m->minute < 60 && m->second < 60;
}

/* "Tue, 03 Mar 2026 14:05:00 +0100" or "... GMT". */
static bool read_plain_mail(ng_slice s, ngi_moment *m)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const char *p = s.ptr;
    size_t month = 0;
    if (s.len < 29 || p[3] != ',' || p[4] != ' ' || p[7] != ' ' || p[11] != ' ' || p[16] != ' ' ||
        p[25] != ' ')
        return false;
    while (month < 12 && memcmp(months + 3 * month, p + 8, 3) != 0)
        month++;
    *m = (ngi_moment){
        .year = pair(p + 12) * 100 + pair(p + 14), .month = (int)month + 1, .day = pair(p + 5)};
    return pair(p + 12) >= 0 && pair(p + 14) >= 0 && read_clock(p + 17, m) &&
           read_zone(ngi_slice_from(s, 26), &m->zone) && ngi_moment_sane(m);
}

/* "2026-03-03T14:05:00+01:00" or "...Z", with a fraction of a second or without. */
static bool read_plain_iso(ng_slice s, ngi_moment *m)
{
    const char *p = s.ptr;
    size_t zone = 19;
    if (s.len < 20 || p[4] != '-' || p[7] != '-' || p[10] != 'T')
        return false;
    if (p[zone] == '.')
        do
            zone++;
        while (zone < s.len && p[zone] >= '0' && p[zone] <= '9');
    *m =
        (ngi_moment){.year = pair(p) * 100 + pair(p + 2), .month = pair(p + 5), .day = pair(p + 8)};
    return pair(p) >= 0 && pair(p + 2) >= 0 && read_clock(p + 11, m) &&
           read_zone(ngi_slice_from(s, zone), &m->zone) && ngi_moment_sane(m);
}

/* Dates as all but a few feeds write them, letter by letter. Feeds hold thousands, and the reader
 * of any form is twenty times as slow. */
static bool read_plain_form(ng_slice s, ngi_moment *m)
{
    return read_plain_mail(s, m) || read_plain_iso(s, m);
}

/* Machine-written forms first, then the forms of people: "3. März 2024, 14:05 Uhr". */
static bool read_any_form(ngi_arena *arena, ng_slice text, ngi_moment *m)
{
    size_t begin, end;
    ng_slice iso = ngi_date_normal(arena, text);
    if (iso.len == 0 && !ngi_date_parse(arena, text, (ng_slice){0}, -1, &iso, &begin, &end))
        return false;
    return ngi_moment_read(iso, m);
}

static void put_pair(char *at, int value)
{
    at[0] = (char)('0' + value / 10 % 10);
    at[1] = (char)('0' + value % 10);
}

/* "2026-03-03T13:05:00Z", in UTC; a date alone stays one. */
static ng_slice moment_of(ngi_arena *arena, ng_slice text)
{
    ngi_moment m;
    char *out;
    if (text.len == 0 || (!read_plain_form(text, &m) && !read_any_form(arena, text, &m)))
        return (ng_slice){0};
    if (!m.has_time)
        return ngi_moment_print(arena, &m);
    ngi_moment_seconds_back(&m, (int64_t)m.zone * 60);
    if ((out = ngi_arena_chars(arena, 20)) == NULL)
        return (ng_slice){0};
    memcpy(out, "0000-00-00T00:00:00Z", 20);
    put_pair(out, m.year / 100);
    put_pair(out + 2, m.year);
    put_pair(out + 5, m.month);
    put_pair(out + 8, m.day);
    put_pair(out + 11, m.hour);
    put_pair(out + 14, m.minute);
    put_pair(out + 17, m.second);
    return ngi_slice(out, 20);
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
