/* SPDX-License-Identifier: Apache-2.0 */
/* Any text read for dates. The first byte chooses the language and the story's date. What must
 * hold: spans lie inside the text, on characters, in order, apart from each other; days that
 * come out can be read again and begin before they end; the same text gives the same twice. */
#include "base/utf8.h"
#include "record/when/days.h"
#include "record/when/when.h"

#include "watch.h"

static bool on_character(ng_slice text, size_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

static void must_be_dates(ng_slice text, const ngi_when *dates, uint32_t count)
{
    uint32_t behind = 0;
    for (uint32_t i = 0; i < count; i++) {
        ngi_extent at = dates[i].at;
        ngi_day start, end;
        must(at.begin >= behind && at.begin < at.end && at.end <= text.len, "a span is in order");
        must(on_character(text, at.begin) && on_character(text, at.end), "a span holds characters");
        behind = at.end;
        bool has_start = dates[i].start.len != 0, has_end = dates[i].end.len != 0;
        must(!has_start || ngi_day_read(dates[i].start, &start), "a start can be read");
        must(!has_end || ngi_day_read(dates[i].end, &end), "an end can be read");
        must(!has_start || !has_end || start <= end, "a date begins before it ends");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const bases[] = {"", "2024-11-20", "2024-02-29T23:59:00-12:00", "0001-01-01",
                                        "9999-12-31", "no date"};
    static const char *const languages[] = {"en", "de", "fr", "es", "", "pt"};
    if (size == 0)
        return 0;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_prose prose = {
        .text = ngi_utf8_repair(&arena, ngi_slice((const char *)data + 1, size - 1))};
    ng_slice base = ngi_slice_of(bases[data[0] % NGI_COUNT(bases)]);
    ng_slice language = ngi_slice_of(languages[data[0] / 8 % NGI_COUNT(languages)]);
    ngi_when *dates, *again;
    uint32_t count, count_again;
    watch_begin();
    must(ngi_dates_find(&arena, &prose, 0, base, language, &dates, &count), "memory is not out");
    must_be_dates(prose.text, dates, count);
    must(ngi_dates_find(&arena, &prose, 0, base, language, &again, &count_again) &&
             count == count_again,
         "the same text gives the same twice");
    watch_end(size);
    ngi_arena_free(&arena);
    return 0;
}
