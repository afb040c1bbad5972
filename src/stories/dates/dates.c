/* SPDX-License-Identifier: Apache-2.0 */
/* Reads absolute dates: as machines write them and as pages print them.
 *
 * A short text is cut into numbers, words and marks (calendar.h), in a window of a
 * kilobyte; from each number or month name the forms are tried in turn, then a time and a
 * zone around the date. Digits of any script, month names of some sixty languages, the
 * Persian calendar, Buddhist and Japanese years. What could be a score, a price, a phone
 * number or a range is no date. A time without a zone is given without one: the page does
 * not tell, and a guess would look like knowledge. Fractions of a second are dropped. */
#include "stories/dates/dates_parts.h"
#include "stories/scene.h"

/* ---- a date and its time ---- */

/* The time behind the date, and what of the date may stand behind it ("Mar 5 14:00 2024"). */
static void time_behind(ngi_reading *r)
{
    const ngi_tokens *t = r->t;
    ngi_gap g = ngi_gap_skip(r, r->last);
    size_t at = g.end;
    size_t zone = r->last;
    if (ngi_zone_at(r, &zone, true) && is_number(t, zone, 2) && mark_at(t, zone + 1) == ':')
        at = zone; /* 2024-03-05EST14:00:00 */
    else
        r->m.has_zone = false;
    if (!ngi_time_at(r, &at, g.led, g.parted)) {
        r->m.has_time = r->m.has_zone = false;
        return;
    }
    r->last = at;
    if (r->yearless && ngi_is_year(t, at) && value(t, at) >= 1990 &&
        ngi_set_day(r, value(t, at), r->m.month, r->m.day))
        r->last = at + 1;
}

/* Between a time and a date behind it: weekdays and marks. True when a date follows. */
static bool time_then_date(ngi_reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    size_t at = i;
    if (ngi_tied_left(t, i) ||
        !(is_number(t, i, 2) || (is_number(t, i, 4) && t->at[i].digits == 4)))
        return false;
    bool led = i > 0 && is_word(t, i - 1 - (mark_at(t, i - 1) == '.' && i > 1), ngi_time_words);
    if (!ngi_time_at(r, &at, led, false))
        return false;
    ngi_gap g = ngi_gap_skip(r, at);
    ngi_moment time = r->m;
    if (g.end < t->count && ngi_date_at(r, g.end)) {
        r->m.hour = time.hour, r->m.minute = time.minute, r->m.second = time.second;
        r->m.has_time = true, r->m.has_zone = time.has_zone, r->m.zone = time.zone;
        r->first = i;
        return true;
    }
    r->m = (ngi_moment){0};
    return false;
}

/* ---- putting it together ---- */

/* News is mostly days old. */
enum { FRESH_DAYS = 7 };

/* 03/04/2024 in a language not known: not the future, rather this week than long ago, else
 * with a.m. the American way. */
static void settle_order(ngi_reading *r, ng_slice text)
{
    if (!r->unsure || r->m.month > 12 || r->m.day > 12)
        return;
    ngi_moment other = r->m;
    other.month = r->m.day, other.day = r->m.month;
    const ngi_token *from = token(r->t, r->first), *to = token(r->t, r->last - 1);
    ng_slice shown = ngi_slice_sub(text, from->begin, to->end);
    bool american = ngi_find_nocase(shown, NGI_LIT("pm")) != NGI_NONE ||
                    ngi_find_nocase(shown, NGI_LIT("am")) != NGI_NONE ||
                    ngi_find_nocase(shown, NGI_LIT("p.m")) != NGI_NONE ||
                    ngi_find_nocase(shown, NGI_LIT("a.m")) != NGI_NONE;
    if (r->now != NULL) {
        int64_t now = ngi_days_of(r->now->year, r->now->month, r->now->day);
        int64_t age = now - ngi_days_of(r->m.year, r->m.month, r->m.day);
        int64_t other_age = now - ngi_days_of(other.year, other.month, other.day);
        bool fresh = age >= -1 && age <= FRESH_DAYS;
        bool other_fresh = other_age >= -1 && other_age <= FRESH_DAYS;
        if ((age < -1) != (other_age < -1) || fresh != other_fresh) {
            if (age < -1 || (other_fresh && !fresh))
                r->m = other;
            return;
        }
    }
    if (american)
        r->m = other;
}

/* "ET" is standard or summer time, by the day. */
static void settle_zone(ngi_reading *r)
{
    if (r->m.has_zone && r->m.zone > NGI_ZONE_US / 2) {
        r->m.zone -= NGI_ZONE_US;
        if (ngi_us_summer(r->m.year, r->m.month, r->m.day))
            r->m.zone += 60;
    }
}

/* The first date of a window. */
static bool find_in_window(ngi_reading *r)
{
    const ngi_tokens *t = r->t;
    for (size_t i = 0; i < t->count; i++) {
        if (t->at[i].kind == NGI_TOKEN_MARK)
            continue;
        r->m = (ngi_moment){0};
        r->unsure = r->yearless = false;
        if (t->at[i].kind == NGI_TOKEN_NUMBER && time_then_date(r, i))
            return true;
        r->m = (ngi_moment){0};
        if (ngi_date_at(r, i)) {
            time_behind(r);
            return true;
        }
    }
    return false;
}

/* The weekday and the like before the date belong to it. */
static size_t begin_of(const ngi_tokens *t, size_t first)
{
    size_t i = first, used;
    while (i > 0 && first - i < 2 && (mark_at(t, i - 1) == ',' || mark_at(t, i - 1) == '.'))
        i--;
    if (i > 0 && (ngi_weekday_short(t, i - 1) || ngi_weekday_at(t, i - 1, &used) >= 0))
        return t->at[i - 1].begin;
    return t->at[first].begin;
}

static size_t first_digit(ng_slice text, size_t from)
{
    for (size_t i = from; i < text.len;) {
        size_t at = i;
        unsigned char b = (unsigned char)text.ptr[i];
        if (b < 0x80) {
            i++;
            if (b >= '0' && b <= '9')
                return at;
        } else if (ngi_is_digit(ngi_utf8_next(text, &i))) {
            return at;
        }
    }
    return NGI_NONE;
}

/* Moves `at` back by up to `most` bytes to the beginning of a character. */
static size_t step_back(ng_slice text, size_t at, size_t most)
{
    size_t to = at > most ? at - most : 0;
    while (to > 0 && to < text.len && ((unsigned char)text.ptr[to] & 0xC0) == 0x80)
        to--;
    return to;
}

enum { LEAD_BYTES = 48, OVERLAP_BYTES = 160 };

static bool find_date(ngi_reading *r, ngi_tokens *tokens, ng_slice text, size_t *begin, size_t *end)
{
    r->t = tokens;
    for (size_t from = 0;;) {
        size_t digit = first_digit(text, from);
        if (digit == NGI_NONE)
            return false;
        size_t start = step_back(text, digit, LEAD_BYTES);
        start = start > from ? start : from;
        ng_slice window = ngi_slice_from(text, start);
        ngi_tokens_cut(window, tokens);
        if (find_in_window(r)) {
            settle_order(r, window);
            settle_zone(r);
            *begin = start + begin_of(tokens, r->first);
            *end = start + tokens->at[r->last - 1].end;
            return true;
        }
        if (tokens->used >= window.len)
            return false;
        size_t next = step_back(text, start + tokens->used, OVERLAP_BYTES);
        from = next > digit ? next : start + tokens->used;
    }
}

bool ngi_date_parse(ngi_arena *arena, ng_slice text, ng_slice now, int day_first, ng_slice *out,
                    size_t *begin, size_t *end)
{
    ngi_moment moment;
    ngi_reading r = {.day_first = day_first};
    size_t from, to;
    ngi_tokens tokens;
    *out = (ng_slice){0};
    if (ngi_moment_read(now, &moment))
        r.now = &moment;
    if (!find_date(&r, &tokens, text, &from, &to))
        return false;
    if (begin != NULL)
        *begin = from;
    if (end != NULL)
        *end = to;
    *out = ngi_moment_print(arena, &r.m);
    return out->len != 0;
}

/* Seconds or milliseconds since 1970, or digits of a date and time in a row. */
static bool digits_only(ng_slice text, ngi_moment *out)
{
    int64_t v = 0;
    *out = (ngi_moment){.has_time = true};
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || i == 18)
            return false;
        v = v * 10 + (text.ptr[i] - '0');
    }
    if (text.len == 14 || text.len == 12) {
        if (text.len == 12)
            v *= 100;
        *out = (ngi_moment){.year = (int)(v / 10000000000),
                            .month = (int)(v / 100000000 % 100),
                            .day = (int)(v / 1000000 % 100),
                            .hour = (int)(v / 10000 % 100),
                            .minute = (int)(v / 100 % 100),
                            .second = (int)(v % 100),
                            .has_time = true};
        return ngi_moment_sane(out) && out->hour < 24 && out->minute < 60 && out->second < 61;
    }
    if (text.len == 13)
        v /= 1000;
    else if (text.len != 10)
        return false;
    ngi_days_to(v / 86400, &out->year, &out->month, &out->day);
    out->hour = (int)(v % 86400 / 3600), out->minute = (int)(v / 60 % 60),
    out->second = (int)(v % 60);
    out->has_zone = true;
    return ngi_moment_sane(out) && out->year < 2036; /* beyond: some other number */
}

ng_slice ngi_date_normal(ngi_arena *arena, ng_slice text)
{
    ngi_moment m;
    text = ngi_trim_wide(text);
    if (text.len > NGI_TOKENS_BYTES || text.len < 6)
        return (ng_slice){0};
    while (text.len > 2 && (text.ptr[0] == '"' || text.ptr[0] == '\''))
        text = ngi_slice_sub(text, 1, text.len - (text.ptr[text.len - 1] == text.ptr[0]));
    size_t dot = ngi_find_char(text, '.'); /* 1709640000.123 */
    if (digits_only(dot == 10 ? ngi_slice_sub(text, 0, 10) : text, &m))
        return ngi_moment_print(arena, &m);
    ngi_reading r = {.day_first = -1, .machine = true};
    ngi_tokens tokens;
    size_t begin, end;
    if (!find_date(&r, &tokens, text, &begin, &end))
        return (ng_slice){0};
    return ngi_moment_print(arena, &r.m);
}
