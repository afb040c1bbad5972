/* SPDX-License-Identifier: Apache-2.0 */
/* Dates as feeds write them: see dates.h.
 *
 * Four readers, each for what those before it leave: the two forms of all but a few feeds letter
 * by letter, as feeds hold thousands and a reader of any form is twenty times as slow; all forms of
 * ISO 8601, W3C's profile among them, by patterns; mail's dates (RFC 822 and its successors,
 * ctime's order too) by what each word can be; and the dates of people, "3. März 2024, 14:05 Uhr".
 *
 * A feed's date is never the reader's guess: forms without a year ("--12-31") are none, and a time
 * without a zone is UTC's, as the formats have it. Years are those from 1900 on: what programs
 * write for "no date" (0001-01-01) is none. */
#include "stories/feeds/dates.h"

#include "stories/dates/calendar.h"
#include "stories/scene.h"

enum { HOUR = 60, WORDS = 12, FIRST_YEAR = 1900, LAST_YEAR = 2199 };

/* ---- numbers ---- */

/* Two digits, or -1. */
static int pair(const char *at)
{
    bool digits = at[0] >= '0' && at[0] <= '9' && at[1] >= '0' && at[1] <= '9';
    return digits ? (at[0] - '0') * 10 + at[1] - '0' : -1;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_from(ng_slice s, size_t at)
{
    while (at < s.len && is_digit(s.ptr[at]))
        at++;
    return at;
}

/* A number of one to four digits and nothing else, or -1. */
static int number_of(ng_slice s)
{
    int value = 0;
    if (s.len == 0 || s.len > 4 || digits_from(s, 0) != s.len)
        return -1;
    for (size_t i = 0; i < s.len; i++)
        value = value * 10 + s.ptr[i] - '0';
    return value;
}

static bool is_day(const ngi_moment *m)
{
    return m->year >= FIRST_YEAR && m->year <= LAST_YEAR && m->day >= 1 &&
           m->day <= ngi_month_length(m->year, m->month);
}

/* ---- the common forms ---- */

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
    *minutes = (hours * HOUR + rest) * (s.ptr[0] == '-' ? -1 : 1);
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

/* 1 to 12 by the first three letters of an English name, 0: none. */
static int month_of(ng_slice word)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (int i = 0; word.len >= 3 && i < 12; i++)
        if (ngi_equal_nocase(ngi_slice_sub(word, 0, 3), ngi_slice(months + 3 * (size_t)i, 3)))
            return i + 1;
    return 0;
}

/* "Tue, 03 Mar 2026 14:05:00 +0100" or "... GMT". */
static bool read_plain_mail(ng_slice s, ngi_moment *m)
{
    const char *p = s.ptr;
    if (s.len < 29 || p[3] != ',' || p[4] != ' ' || p[7] != ' ' || p[11] != ' ' || p[16] != ' ' ||
        p[25] != ' ')
        return false;
    *m = (ngi_moment){.year = pair(p + 12) * 100 + pair(p + 14),
                      .month = month_of(ngi_slice(p + 8, 3)),
                      .day = pair(p + 5)};
    return pair(p + 12) >= 0 && pair(p + 14) >= 0 && read_clock(p + 17, m) &&
           read_zone(ngi_slice_from(s, 26), &m->zone) && is_day(m);
}

/* "2026-03-03T14:05:00+01:00" or "...Z", with a fraction of a second or without. */
static bool read_plain_iso(ng_slice s, ngi_moment *m)
{
    const char *p = s.ptr;
    if (s.len < 20 || p[4] != '-' || p[7] != '-' || p[10] != 'T')
        return false;
    size_t zone = p[19] == '.' ? digits_from(s, 20) : 19;
    *m =
        (ngi_moment){.year = pair(p) * 100 + pair(p + 2), .month = pair(p + 5), .day = pair(p + 8)};
    return pair(p) >= 0 && pair(p + 2) >= 0 && read_clock(p + 11, m) &&
           read_zone(ngi_slice_from(s, zone), &m->zone) && is_day(m);
}

/* ---- zones ---- */

/* Names that stand for a zone behind a date of mail only: RFC 822's letters, and two that pages
 * have as words. */
static int zone_of_mail(ng_slice name)
{
    static const struct {
        const char *name;
        int minutes;
    } zones[] = {{"a", -1 * HOUR},  {"m", -12 * HOUR}, {"n", 1 * HOUR},   {"y", 12 * HOUR},
                 {"at", -4 * HOUR}, {"met", 1 * HOUR}, {"mest", 2 * HOUR}};
    for (size_t i = 0; i < NGI_COUNT(zones); i++)
        if (ngi_equal_to_nocase(name, zones[i].name))
            return zones[i].minutes;
    return 0;
}

/* "+01:00", "+0100", "+01", "+1". */
static bool read_offset(ng_slice s, int *minutes)
{
    size_t end = s.len > 0 && (*s.ptr == '+' || *s.ptr == '-') ? digits_from(s, 1) : 0;
    bool colon = end < s.len && s.ptr[end] == ':';
    int first = number_of(ngi_slice_sub(s, 1, end));
    int rest = colon ? number_of(ngi_slice_sub(s, end + 1, digits_from(s, end + 1))) : 0;
    if (end == 0 || first < 0 || rest < 0)
        return false;
    if (!colon && end > 3)
        rest = first % 100, first /= 100;
    *minutes = (first * HOUR + rest) * (*s.ptr == '-' ? -1 : 1);
    return first <= 14 && rest < 60;
}

/* A zone by its name, by an offset, or both ("GMT+01:00"); what nobody knows is UTC. */
static void take_zone(ng_slice s, ngi_moment *m)
{
    char low[6];
    if (ngi_starts_nocase(s, NGI_LIT("etc/")))
        s = ngi_slice_from(s, 4);
    if (s.len > 3 && (ngi_starts_nocase(s, NGI_LIT("gmt")) || ngi_starts_nocase(s, NGI_LIT("utc"))))
        s = ngi_slice_from(s, 3);
    if (read_offset(s, &m->zone) || s.len == 0 || s.len > sizeof low)
        return;
    for (size_t i = 0; i < s.len; i++)
        low[i] = (char)ngi_fold((unsigned char)s.ptr[i]);
    if (!ngi_zone_named(ngi_slice(low, s.len), &m->zone))
        m->zone = zone_of_mail(s);
    if (m->zone > NGI_ZONE_US / 2)
        m->zone += (ngi_us_summer(m->year, m->month, m->day) ? HOUR : 0) - NGI_ZONE_US;
}

/* ---- ISO 8601 ---- */

typedef struct iso_parts {
    int year, month, day, ordinal, week, weekday; /* -1: not told */
} iso_parts;

/* Where a letter of a pattern puts its digit; NULL: the letter stands for itself. */
static int *part_of(iso_parts *p, char letter)
{
    switch (letter) {
    case 'Y': return &p->year;
    case 'M': return &p->month;
    case 'D': return &p->day;
    case 'O': return &p->ordinal;
    case 'w': return &p->week;
    case 'd': return &p->weekday;
    default: return NULL;
    }
}

/* How long the text is that fits the pattern; 0: it does not. */
static size_t fit(ng_slice s, const char *pattern, iso_parts *out)
{
    size_t i = 0;
    *out = (iso_parts){-1, -1, -1, -1, -1, -1};
    for (; pattern[i] != '\0'; i++) {
        int *part = part_of(out, pattern[i]);
        if (i == s.len || (part == NULL ? s.ptr[i] != pattern[i] : !is_digit(s.ptr[i])))
            return 0;
        if (part != NULL)
            *part = (*part < 0 ? 0 : *part * 10) + s.ptr[i] - '0';
    }
    bool goes_on = i < s.len && s.ptr[i] != 'T' && s.ptr[i] != 't' && s.ptr[i] != ' ';
    return goes_on ? 0 : i;
}

/* Months, weeks and years are told by their first day. Week 1 has the year's fourth of January. */
static bool set_day(const iso_parts *p, bool short_year, ngi_moment *m)
{
    int year = short_year ? 2000 + p->year : p->year;
    int64_t first = ngi_days_of(year, 1, 1), days;
    *m = (ngi_moment){.year = year, .month = 1, .day = 1};
    if (p->ordinal >= 0) {
        ngi_days_to(first + p->ordinal - 1, &m->year, &m->month, &m->day);
        return p->ordinal >= 1 && m->year == year && is_day(m);
    }
    if (p->week >= 0) {
        int weekday = p->weekday < 0 ? 1 : p->weekday;
        days = first + 3 - (first + 3 + 3) % 7; /* 1970-01-01 was a Thursday */
        ngi_days_to(days + (p->week - 1) * 7 + weekday - 1, &m->year, &m->month, &m->day);
        return p->week >= 1 && p->week <= 53 && weekday >= 1 && weekday <= 7 && is_day(m);
    }
    m->month = p->month < 0 ? 1 : p->month;
    m->day = p->day < 0 ? 1 : p->day;
    return is_day(m);
}

/* The next two digits behind an optional colon; -1: there are none. */
static int next_pair(ng_slice *s)
{
    size_t colon = s->len > 0 && *s->ptr == ':';
    if (s->len < colon + 2 || pair(s->ptr + colon) < 0)
        return -1;
    int value = pair(s->ptr + colon);
    *s = ngi_slice_from(*s, colon + 2);
    return value;
}

/* "10", "10:14", "101455", "10:14:55.25" and a zone. 24:00 is the next day's beginning. */
static bool read_iso_time(ng_slice s, ngi_moment *m)
{
    m->hour = next_pair(&s);
    m->minute = next_pair(&s);
    m->second = m->minute < 0 ? -1 : next_pair(&s);
    m->has_time = true;
    bool good = m->hour >= 0 && m->hour < 24 + (m->minute <= 0 && m->second <= 0);
    m->minute = m->minute < 0 ? 0 : m->minute;
    m->second = m->second < 0 ? 0 : m->second;
    if (s.len > 1 && (*s.ptr == '.' || *s.ptr == ',') && is_digit(s.ptr[1]))
        s = ngi_slice_from(s, digits_from(s, 1));
    s = ngi_trim(s);
    bool named = s.len == 1 && (*s.ptr == 'Z' || *s.ptr == 'z');
    return good && m->minute < 60 && m->second <= 60 &&
           (s.len == 0 || named || read_offset(s, &m->zone));
}

static bool read_iso(ng_slice s, ngi_moment *m)
{
    static const struct {
        const char *pattern;
        bool short_year; /* of this century, as the standard had it */
    } patterns[] = {
        {"YYYY-MM-DD", false}, {"YYYYMMDD", false}, {"YYYY-OOO", false},   {"YYYYOOO", false},
        {"YYYY-MM", false},    {"YYYY", false},     {"YYYY-Www-d", false}, {"YYYYWwwd", false},
        {"YYYY-Www", false},   {"YYYYWww", false},  {"YY-MM-DD", true},    {"YYMMDD", true},
        {"YY-OOO", true},      {"YYOOO", true},     {"-YY-MM", true},      {"-YYMM", true},
        {"-YY", true},
    };
    iso_parts parts;
    for (size_t i = 0; i < NGI_COUNT(patterns); i++) {
        size_t end = fit(s, patterns[i].pattern, &parts);
        if (end == 0)
            continue;
        ng_slice time = ngi_trim(ngi_slice_from(s, end + (end < s.len)));
        return set_day(&parts, patterns[i].short_year, m) &&
               (time.len == 0 || read_iso_time(time, m));
    }
    return false;
}

/* ---- mail's dates ---- */

/* "14:05", "14:05:09", "9:5:9.25". */
static bool take_time(ng_slice word, ngi_moment *m)
{
    int *const fields[] = {&m->hour, &m->minute, &m->second};
    ng_slice piece;
    size_t count = 0;
    while (count < NGI_COUNT(fields) && ngi_split(&word, ':', &piece)) {
        if (count == 2) /* a fraction is dropped */
            piece = ngi_slice_sub(piece, 0, digits_from(piece, 0));
        if ((*fields[count++] = number_of(piece)) < 0)
            return false;
    }
    m->has_time = true;
    return count >= 2 && word.len == 0 && m->minute < 60 && m->second <= 60 &&
           m->hour < 24 + (m->minute == 0 && m->second == 0);
}

/* RFC 2822: "49" is 2049, "50" 1950. */
static int whole_year(ng_slice word)
{
    int year = number_of(word);
    return word.len > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/* A word of a date: a month, a day, a time, a year, in any order of these; zones follow times.
 * False: this is no date of mail. */
static bool take_word(ng_slice word, bool first, ngi_moment *m, ng_slice *zone)
{
    int number = number_of(word);
    if (first && number < 0 && month_of(word) == 0)
        return word.len >= 2; /* some weekday, in whatever language */
    if (number >= 0 && m->day == 0 && word.len <= 2)
        m->day = number;
    else if (number >= 0 && m->year == 0)
        m->year = whole_year(word);
    else if (!m->has_time && ngi_find_char(word, ':') != NGI_NONE)
        return take_time(word, m);
    else if (m->month == 0)
        return (m->month = month_of(word)) != 0;
    else if (m->has_time && zone->len == 0)
        *zone = word;
    else
        return *word.ptr == '('; /* "(CET)" */
    return true;
}

/* The next word; "01-Jan-2004," is three. */
static ng_slice next_word(ng_slice *s, const ngi_moment *m)
{
    size_t begin = 0, end;
    bool dashes = !m->has_time;
    while (begin < s->len && (ngi_is_space(s->ptr[begin]) || s->ptr[begin] == ',' ||
                              (dashes && s->ptr[begin] == '-')))
        begin++;
    for (end = begin; end < s->len && !ngi_is_space(s->ptr[end]) && s->ptr[end] != ',' &&
                      !(dashes && s->ptr[end] == '-');)
        end++;
    ng_slice word = ngi_slice_sub(*s, begin, end);
    *s = ngi_slice_from(*s, end);
    return word;
}

static bool read_mail(ng_slice s, ngi_moment *m)
{
    ng_slice zone = {0}, word;
    *m = (ngi_moment){0};
    for (size_t count = 0; (word = next_word(&s, m)).len != 0; count++)
        if (count == WORDS || !take_word(word, count == 0, m, &zone))
            return false;
    if (!is_day(m) || ngi_equal_to_nocase(zone, "am") || ngi_equal_to_nocase(zone, "pm"))
        return false;
    take_zone(zone, m);
    return true;
}

/* ---- dates of people ---- */

/* Korean words, and no zone: Korea has one. */
static bool is_korean(ng_slice text)
{
    static const char *const words[] = {"년", "오전", "오후"};
    for (size_t i = 0; i < NGI_COUNT(words); i++)
        if (ngi_find(text, ngi_slice_of(words[i])) != NGI_NONE)
            return true;
    return false;
}

/* Machine-written forms first, then the forms of people: "3. März 2024, 14:05 Uhr". */
static bool read_any_form(ngi_arena *arena, ng_slice text, ngi_moment *m)
{
    size_t begin, end;
    ng_slice iso = ngi_date_normal(arena, text);
    if (iso.len == 0 && !ngi_date_parse(arena, text, (ng_slice){0}, -1, &iso, &begin, &end))
        return false;
    if (!ngi_moment_read(iso, m))
        return false;
    if (m->has_time && !m->has_zone && is_korean(text))
        m->zone = 9 * HOUR;
    return true;
}

/* ---- all ---- */

static void put_pair(char *at, int value)
{
    at[0] = (char)('0' + value / 10 % 10);
    at[1] = (char)('0' + value % 10);
}

static ng_slice print(ngi_arena *arena, const ngi_moment *m)
{
    char *out = ngi_arena_chars(arena, 20);
    if (out == NULL)
        return (ng_slice){0};
    memcpy(out, "0000-00-00T00:00:00Z", 20);
    put_pair(out, m->year / 100);
    put_pair(out + 2, m->year);
    put_pair(out + 5, m->month);
    put_pair(out + 8, m->day);
    put_pair(out + 11, m->hour);
    put_pair(out + 14, m->minute);
    put_pair(out + 17, m->second);
    return ngi_slice(out, m->has_time ? 20 : 10);
}

ng_slice ngi_feed_moment(ngi_arena *arena, ng_slice text)
{
    ngi_moment m;
    text = ngi_trim(text);
    if (text.len == 0 ||
        (!read_plain_mail(text, &m) && !read_plain_iso(text, &m) && !read_iso(text, &m) &&
         !read_mail(text, &m) && !read_any_form(arena, text, &m)))
        return (ng_slice){0};
    if (m.has_time)
        ngi_moment_seconds_back(&m, (int64_t)m.zone * 60);
    return print(arena, &m);
}
