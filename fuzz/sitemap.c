/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a sitemap. What must hold: each entry has an address, texts are valid UTF-8, dates
 * are moments, and the same text gives as many entries again. */
#include "base/utf8.h"
#include "parsed/feed.h"
#include "stories/dates/calendar.h"
#include "stories/scene.h"

#include "watch.h"

static void check_text(ng_slice text)
{
    must(ngi_utf8_valid(text, NULL) == text.len, "texts are UTF-8");
}

static void check_moment(ng_slice text)
{
    ngi_moment m;
    check_text(text);
    must(text.len == 0 || ngi_moment_read(text, &m), "a date is a moment");
}

static bool read_text(ngi_arena *arena, ng_slice text, ngi_page *page)
{
    ngi_scene scene = {.arena = arena, .text = text};
    ngi_arena_init(arena, (size_t)1 << 29);
    *page = (ngi_page){0};
    return ngi_read_sitemap(&scene, page);
}

static void check_entry(const ngi_feed_entry *e)
{
    must(e->link.text.len != 0, "an entry has an address");
    check_text(e->link.text);
    check_text(e->title.text);
    check_text(e->publication);
    check_text(e->language);
    check_moment(e->published.text);
    check_moment(e->updated.text);
    for (uint32_t i = 0; i < e->tags.count; i++)
        check_text(e->tags.items[i]);
    for (uint32_t i = 0; i < e->enclosures.count; i++)
        check_text(e->enclosures.items[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ngi_arena first, second, own;
    ngi_page page, again;
    ngi_arena_init(&own, 0);
    ng_slice text = ngi_utf8_repair(&own, (ng_slice){size == 0 ? "" : (const char *)bytes, size});
    watch_begin();
    (void)ngi_sitemap_looks_like(text);
    bool fine = read_text(&first, text, &page);
    watch_end(size);
    for (uint32_t i = 0; fine && i < page.feed->entry_count; i++)
        check_entry(&page.feed->entries[i]);
    must(!fine || !page.feed->broken || page.feed->reason != NULL, "what is broken has a reason");
    if (fine && size % 16 == 0) {
        must(read_text(&second, text, &again), "what was read is read again");
        must(again.feed->entry_count == page.feed->entry_count, "the same text gives the same");
        ngi_arena_free(&second);
    }
    ngi_arena_free(&first);
    ngi_arena_free(&own);
    return 0;
}
