/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a date, an age, a weekday, a byline, an author's name, a text in some language.
 * The first byte chooses now and the order of day and month. What must hold: spans lie inside
 * the text and on characters; dates that come out can be read again and are of sane years;
 * names and tags are valid UTF-8; the same text gives the same answer twice. */
#include "base/utf8.h"
#include "stories/dates/calendar.h"
#include "stories/scene.h"

#include "watch.h"

static bool on_character(ng_slice text, size_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

static void must_be_span(ng_slice text, size_t begin, size_t end)
{
    must(begin < end && end <= text.len, "a span lies inside the text and holds something");
    must(on_character(text, begin) && on_character(text, end), "a span holds whole characters");
}

static void must_be_date(ng_slice date)
{
    ngi_moment moment;
    must(ngi_moment_read(date, &moment), "a date that comes out can be read");
}

static void must_be_utf8(ng_slice text)
{
    must(ngi_utf8_valid(text, NULL) == text.len, "what comes out is valid UTF-8");
}

static void try_dates(ngi_arena *arena, ng_slice text, ng_slice now, int day_first)
{
    ng_slice date, again;
    size_t begin = 0, end = 0;
    if (ngi_date_parse(arena, text, now, day_first, &date, &begin, &end)) {
        must_be_span(text, begin, end);
        must_be_date(date);
        must(ngi_date_parse(arena, text, now, day_first, &again, NULL, NULL) &&
                 ngi_equal(date, again),
             "a text has the same date twice");
    }
    date = ngi_date_normal(arena, text);
    if (date.len != 0) {
        must_be_date(date);
        must(ngi_equal(date, ngi_date_normal(arena, date)), "a normal date stays as it is");
    }
    if (ngi_age_find(arena, text, now, &begin, &end, &date)) {
        must_be_span(text, begin, end);
        if (date.len != 0)
            must_be_date(date);
    }
    if (ngi_weekday_find(arena, text, now, &begin, &end, &date)) {
        must_be_span(text, begin, end);
        if (date.len != 0)
            must_be_date(date);
    }
}

static void must_be_names(const ng_slice *names, uint32_t count, ng_slice credit)
{
    for (uint32_t i = 0; i < count; i++) {
        must(names[i].len != 0, "a name is not empty");
        must_be_utf8(names[i]);
    }
    must_be_utf8(credit);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const moments[] = {"", "2024-12-11T20:15:00+04:30", "2026-03-01", "now",
                                          "2024-02-29T00:00:00-12:00"};
    if (size == 0)
        return 0;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ng_slice text = ngi_utf8_repair(&arena, ngi_slice((const char *)data + 1, size - 1));
    ng_slice now = ngi_slice_of(moments[data[0] % NGI_COUNT(moments)]), credit, *names;
    uint32_t count;
    watch_begin();
    try_dates(&arena, text, now, data[0] / 8 % 3 - 1);
    ngi_byline_parse(&arena, text, data[0] >= 128, &names, &count, &credit);
    must_be_names(names, count, credit);
    ngi_author_clean(&arena, text, &names, &count, &credit);
    must_be_names(names, count, credit);
    ng_slice tag = ngi_language_find(&arena, text, ngi_slice_sub(text, 0, data[0] / 32));
    must(tag.len <= 3, "a tag is a primary tag");
    must_be_utf8(tag);
    watch_end(size);
    ngi_arena_free(&arena);
    return 0;
}
