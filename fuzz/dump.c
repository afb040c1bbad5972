/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a plain-text dump. What must hold: texts that come out are valid UTF-8, their
 * places lie within the input, parts and stories stand in the order of the page, a story has
 * a body, a teaser a headline, and the same input gives the same stories again. */
#include "base/utf8.h"
#include "stories/scene.h"

#include "watch.h"

static void check_text(const ngi_text *t, size_t len)
{
    must(ngi_utf8_valid(t->text, NULL) == t->text.len, "texts are UTF-8");
    if (t->text.len == 0)
        return;
    must(t->place.kind == NGI_PLACE_TEXT, "a text has its place");
    must(t->place.begin < t->place.end && t->place.end <= len, "a place lies within the page");
}

static void check_story(const ngi_story *story, size_t len)
{
    uint32_t end = 0;
    check_text(&story->headline, len);
    check_text(&story->description, len);
    check_text(&story->section, len);
    check_text(&story->date_published, len);
    for (uint32_t i = 0; i < story->author_count; i++)
        check_text(&story->authors[i].name, len);
    for (uint32_t i = 0; i < story->part_count; i++) {
        const ngi_text *t = &story->parts[i].text;
        check_text(t, len);
        must(t->text.len != 0 && t->place.begin >= end, "parts stand in order");
        end = t->place.end;
    }
    must(story->body.len != 0 && ngi_utf8_valid(story->body, NULL) == story->body.len,
         "a story has a body");
}

static void check_page(const ngi_page *page, size_t len)
{
    uint32_t begin = 0;
    must(page->kind == NG_KIND_TEXT, "a dump is a text");
    must(ngi_utf8_valid(page->text, NULL) == page->text.len, "the text is UTF-8");
    for (uint32_t i = 0; i < page->story_count; i++) {
        const ngi_story *story = &page->stories[i];
        check_story(story, len);
        must(story->parts[0].text.place.begin >= begin, "stories stand in order");
        begin = story->parts[0].text.place.begin;
    }
    for (uint32_t i = 0; i < page->teaser_count; i++) {
        check_text(&page->teasers[i].headline, len);
        check_text(&page->teasers[i].description, len);
        check_text(&page->teasers[i].section, len);
        check_text(&page->teasers[i].age, len);
        must(page->teasers[i].headline.text.len != 0, "a teaser has a headline");
    }
}

static bool read_text(ngi_arena *arena, ng_slice text, bool now, ngi_page *page)
{
    ngi_scene scene = {.arena = arena, .text = text};
    ngi_arena_init(arena, (size_t)1 << 29);
    if (now)
        scene.now = NGI_LIT("2024-05-08T10:00:00+02:00");
    *page = (ngi_page){0};
    return ngi_read_dump(&scene, page);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ngi_arena first, second, own;
    ngi_page page, again;
    ngi_arena_init(&own, 0);
    bool now = size != 0 && (bytes[0] & 1);
    ng_slice raw = {size > 1 ? (const char *)bytes + 1 : "", size > 1 ? size - 1 : 0};
    ng_slice text = ngi_utf8_repair(&own, raw);
    watch_begin();
    bool fine = read_text(&first, text, now, &page);
    watch_end(size);
    if (fine) {
        check_page(&page, text.len);
        if (size % 16 == 0) {
            must(read_text(&second, text, now, &again), "what was read is read again");
            must(page.story_count == again.story_count && page.teaser_count == again.teaser_count &&
                     ngi_equal(page.text, again.text),
                 "the same input gives the same output");
            ngi_arena_free(&second);
        }
    }
    ngi_arena_free(&first);
    ngi_arena_free(&own);
    return 0;
}
