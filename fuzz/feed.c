/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a feed. What must hold: the texts that come out are valid UTF-8, moments are
 * moments, each entry is a teaser too, and the same input gives the same feed again. */
#include "base/utf8.h"
#include "parsed/feed.h"
#include "stories/scene.h"

#include "watch.h"

static void check_text(ng_slice text)
{
    must(ngi_utf8_valid(text, NULL) == text.len, "texts are UTF-8");
}

/* "2026-03-03" or "2026-03-03T13:05:00Z". */
static void check_moment(ng_slice text)
{
    static const char form[] = "0000-00-00T00:00:00Z";
    must(text.len == 0 || text.len == 10 || text.len == sizeof form - 1, "a date is a moment");
    for (size_t i = 0; i < text.len; i++)
        must(form[i] == '0' ? text.ptr[i] >= '0' && text.ptr[i] <= '9' : text.ptr[i] == form[i],
             "a moment has its form");
}

static void check_entry(const ngi_feed_entry *e)
{
    check_text(e->title.text);
    check_text(e->link.text);
    check_text(e->id.text);
    check_text(e->author.text);
    check_text(e->summary.text);
    check_text(e->content.text);
    check_moment(e->published.text);
    check_moment(e->updated.text);
    must(e->content.text.len == 0 || e->summary.text.len != 0, "a summary where content is");
    for (uint32_t i = 0; i < e->tags.count; i++)
        check_text(e->tags.items[i]);
    for (uint32_t i = 0; i < e->enclosures.count; i++)
        check_text(e->enclosures.items[i]);
    if (e->location != NULL) {
        bool point = e->location->latitude.len != 0;
        must(point == (e->location->longitude.len != 0), "both numbers of a point");
        must(point != (e->location->shape.len != 0), "a point or a shape");
        check_text(e->location->text);
    }
}

static bool read_text(ngi_arena *arena, ng_slice text, bool based, ngi_page *page)
{
    ngi_scene scene = {.arena = arena, .text = text};
    ngi_arena_init(arena, (size_t)1 << 29);
    if (based)
        scene.url = NGI_LIT("https://ferrow.example/feeds/news.xml");
    *page = (ngi_page){0};
    return ngi_read_feed(&scene, page);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ngi_arena first, second, own;
    ngi_page page, again;
    ngi_arena_init(&own, 0);
    bool based = size != 0 && (bytes[0] & 1);
    ng_slice raw = {size > 1 ? (const char *)bytes + 1 : "", size > 1 ? size - 1 : 0};
    ng_slice text = ngi_utf8_repair(&own, raw);
    watch_begin();
    bool fine = read_text(&first, text, based, &page);
    watch_end(size);
    if (fine) {
        const ngi_feed *feed = page.feed;
        must(page.teaser_count == feed->entry_count, "each entry is a teaser");
        must(!feed->broken || feed->reason != NULL, "what is broken has a reason");
        check_entry(&feed->self);
        for (uint32_t i = 0; i < feed->entry_count; i++)
            check_entry(&feed->entries[i]);
        if (size % 16 == 0) {
            must(read_text(&second, text, based, &again), "what was read is read again");
            must(again.feed->entry_count == feed->entry_count &&
                     ngi_equal(again.feed->self.title.text, feed->self.title.text),
                 "the same input gives the same output");
            ngi_arena_free(&second);
        }
    }
    ngi_arena_free(&first);
    ngi_arena_free(&own);
    return 0;
}
