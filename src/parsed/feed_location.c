/* SPDX-License-Identifier: Apache-2.0 */
/* Where an entry of a feed plays: GeoRSS, its GML points, W3C's geo.
 *
 * Numbers stay text: an editor's digits are given on as they are, but as JSON has numbers, so
 * that no reading and writing of floating point comes between. A place that is not wholly sound
 * is none: half a polygon, or one beyond a pole, would put the story somewhere else. */
#include "parsed/feed.h"

enum { MOST_DIGITS = 40, NUMBERS_OF_POINT = 2, LAT_MOST = 90, LONG_MOST = 180 };

/* The next word; commas part words as spaces do, as many feeds write them. */
static bool next_word(ng_slice *rest, ng_slice *word)
{
    size_t begin = 0, end;
    while (begin < rest->len && (ngi_is_space(rest->ptr[begin]) || rest->ptr[begin] == ','))
        begin++;
    for (end = begin; end < rest->len && !ngi_is_space(rest->ptr[end]) && rest->ptr[end] != ',';)
        end++;
    *word = ngi_slice_sub(*rest, begin, end);
    *rest = ngi_slice_from(*rest, end);
    return word->len != 0;
}

static size_t digits_from(ng_slice s, size_t at)
{
    while (at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9')
        at++;
    return at;
}

/* Whether digits before and after a point are at most `most`. */
static bool within(ng_slice whole, ng_slice fraction, unsigned most)
{
    unsigned value = 0;
    for (size_t i = 0; i < whole.len && value <= most; i++)
        value = value * 10 + (unsigned)(whole.ptr[i] - '0');
    return value < most || (value == most && fraction.len == 0);
}

/* "+045.250" is put as "45.25", at most `most` either way. False: no such number. */
static bool put_number(ngi_buffer *out, ng_slice word, unsigned most)
{
    size_t start = word.len > 0 && (word.ptr[0] == '-' || word.ptr[0] == '+');
    size_t point = digits_from(word, start);
    size_t end = point < word.len && word.ptr[point] == '.' ? digits_from(word, point + 1) : point;
    ng_slice whole = ngi_slice_sub(word, start, point);
    ng_slice fraction = ngi_slice_sub(word, point + (end > point), end);
    if (end != word.len || whole.len + fraction.len == 0 || word.len > MOST_DIGITS)
        return false;
    while (whole.len > 0 && whole.ptr[0] == '0')
        whole = ngi_slice_from(whole, 1);
    while (fraction.len > 0 && fraction.ptr[fraction.len - 1] == '0')
        fraction.len--;
    if (!within(whole, fraction, most))
        return false;
    if (word.ptr[0] == '-' && whole.len + fraction.len != 0)
        ngi_buffer_char(out, '-');
    ngi_buffer_add(out, whole.len != 0 ? whole : NGI_LIT("0"));
    if (fraction.len != 0)
        ngi_buffer_char(out, '.');
    ngi_buffer_add(out, fraction);
    return true;
}

/* All numbers of a text, parted by a space each; how many, 0 where one is none. */
static size_t put_numbers(ngi_buffer *out, ng_slice text)
{
    size_t count = 0;
    for (ng_slice word; next_word(&text, &word); count++) {
        if (count != 0)
            ngi_buffer_char(out, ' ');
        if (!put_number(out, word, count % 2 == 0 ? LAT_MOST : LONG_MOST))
            return 0;
    }
    return count;
}

static ngi_feed_location *location_of(ngi_arena *arena, ngi_feed_entry *entry)
{
    if (entry->location == NULL && (entry->location = NGI_NEW(arena, ngi_feed_location)) != NULL)
        *entry->location = (ngi_feed_location){0};
    return entry->location;
}

void ngi_feed_locate_degrees(ngi_arena *arena, ngi_feed_entry *entry, ng_slice latitude,
                             ng_slice longitude)
{
    ngi_buffer out = {.limit = 4 * MOST_DIGITS};
    bool told = entry->location != NULL && entry->location->latitude.len != 0;
    if (!told && put_number(&out, latitude, LAT_MOST)) {
        size_t middle = out.len;
        ngi_feed_location *l;
        if (put_number(&out, longitude, LONG_MOST) && !out.failed &&
            (l = location_of(arena, entry)) != NULL)
            *l = (ngi_feed_location){
                .latitude = ngi_arena_copy(arena, ngi_slice(out.ptr, middle)),
                .longitude = ngi_arena_copy(arena, ngi_slice_from(ngi_buffer_slice(&out), middle)),
            };
    }
    arena->failed |= out.failed;
    ngi_buffer_free(&out);
}

void ngi_feed_locate_point(ngi_arena *arena, ngi_feed_entry *entry, ng_slice text)
{
    ng_slice words[NUMBERS_OF_POINT], height, rest = text;
    for (size_t i = 0; i < NGI_COUNT(words); i++)
        if (!next_word(&rest, &words[i]))
            return;
    /* "45,5 -71" has three words too, but is no point with its height. */
    bool commas = ngi_find_char(text, ',') != NGI_NONE;
    if (next_word(&rest, &height) && (commas || next_word(&rest, &height)))
        return;
    ngi_feed_locate_degrees(arena, entry, words[0], words[1]);
}

void ngi_feed_locate_shape(ngi_arena *arena, ngi_feed_entry *entry, ng_slice shape, ng_slice text)
{
    bool box = ngi_equal(shape, NGI_LIT("box")), polygon = ngi_equal(shape, NGI_LIT("polygon"));
    size_t least = NUMBERS_OF_POINT * (polygon ? 3U : 2U);
    ngi_buffer out = {.limit = text.len * 2 + MOST_DIGITS};
    size_t count = entry->location == NULL ? put_numbers(&out, text) : 0;
    if (count >= least && count % NUMBERS_OF_POINT == 0 && (!box || count == least) &&
        !out.failed) {
        ngi_feed_location *l = location_of(arena, entry);
        if (l != NULL)
            *l = (ngi_feed_location){
                .shape = shape,
                .text = ngi_arena_copy(arena, ngi_buffer_slice(&out)),
            };
    }
    arena->failed |= out.failed;
    ngi_buffer_free(&out);
}
