/* SPDX-License-Identifier: Apache-2.0 */
/* Dates as feeds write them, in UTC. */
#include "stories/feeds/dates.h"

#include "base/utf8.h"
#include "tests.h"

static const struct {
    const char *name, *text, *moment;
} cases[] = {
    {"RFC 822", "Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"},
    {"east of Greenwich", "Thu, 01 Jan 2004 00:30:00 +0100", "2003-12-31T23:30:00Z"},
    {"two digits of a year", "Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z"},
    {"two digits of the last century", "Fri, 01 Jan 71 19:48:21 GMT", "1971-01-01T19:48:21Z"},
    {"before there was a web", "Tue, 01 Jan 1985 19:48:21 GMT", "1985-01-01T19:48:21Z"},
    {"no seconds", "Thu, 1 Jan 2004 19:48 GMT", "2004-01-01T19:48:00Z"},
    {"no leading zeros", "Thu, 1 Jan 2004 9:8:1 GMT", "2004-01-01T09:08:01Z"},
    {"no weekday", "01 Jan 2004 19:48:21 EST", "2004-01-02T00:48:21Z"},
    {"a weekday of no language", "Xyz, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"},
    {"names in full", "Thursday, 01 January 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"},
    {"RFC 850", "Thursday, 01-Jan-04 19:48:21 GMT", "2004-01-01T19:48:21Z"},
    {"month before the day", "Thu, Jan 01 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"},
    {"in capitals", "THU, 01 JAN 2004 19:48:21 gmt", "2004-01-01T19:48:21Z"},
    {"no time", "01 Jan 2004", "2004-01-01"},
    {"the beginning of the next day", "Thu, 01 Jan 2004 24:00:00 GMT", "2004-01-02T00:00:00Z"},
    {"a leap second", "Thu, 01 Jan 2004 23:59:60 GMT", "2004-01-02T00:00:00Z"},
    {"a zone as a comment too", "Thu, 01 Jan 2004 19:48:21 +0100 (CET)", "2004-01-01T18:48:21Z"},
    {"a zone that nobody knows is UTC", "Thu, 01 Jan 2004 19:48:21 XQZ", "2004-01-01T19:48:21Z"},
    {"RFC 822's letters", "Thu, 01 Jan 2004 19:48:21 M", "2004-01-02T07:48:21Z"},
    {"Atlantic", "Thu, 01 Jan 2004 19:48:21 AT", "2004-01-01T23:48:21Z"},
    {"Eastern in winter", "Thu, 01 Jan 2004 19:48:21 ET", "2004-01-02T00:48:21Z"},
    {"Eastern in summer", "Thu, 01 Jul 2004 19:48:21 ET", "2004-07-01T23:48:21Z"},
    {"middle Europe", "Thu, 01 Jul 2004 19:48:21 MEST", "2004-07-01T17:48:21Z"},
    {"GMT and an offset", "Thu, 01 Jan 2004 19:48:21 GMT-05:00", "2004-01-02T00:48:21Z"},
    {"a zone's file name", "Thu, 01 Jan 2004 19:48:21 Etc/GMT", "2004-01-01T19:48:21Z"},
    {"hours alone", "Thu, 01 Jan 2004 19:48:21 +1", "2004-01-01T18:48:21Z"},
    {"an offset with a colon", "Thu, 01 Jan 2004 19:48:21 -05:30", "2004-01-02T01:18:21Z"},
    {"no day of that month", "Thu, 31 Jun 2004 19:48:21 GMT", ""},
    {"afternoon", "Thu, 01 Jan 2004 7:48:21 PM", "2004-01-01T19:48:21Z"},

    {"ctime", "Thu Jan 01 19:48:21 2004", "2004-01-01T19:48:21Z"},
    {"ctime with a gap", "Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z"},
    {"date's", "Wed Dec 31 19:48:21 PST 2003", "2004-01-01T03:48:21Z"},
    {"date's with an offset", "Sun Jan  4 16:29:06 +0200 2004", "2004-01-04T14:29:06Z"},
    {"ctime without a weekday", "Jan 4 16:29:06 2004", "2004-01-04T16:29:06Z"},

    {"W3C", "2003-12-31T10:14:55-08:00", "2003-12-31T18:14:55Z"},
    {"W3C, a year", "2003", "2003-01-01"},
    {"W3C, a month", "2003-12", "2003-12-01"},
    {"W3C, no seconds", "2003-12-31T18:14+08:00", "2003-12-31T10:14:00Z"},
    {"W3C, hours", "2003-12-31T10Z", "2003-12-31T10:00:00Z"},
    {"W3C, a fraction", "2003-12-31T10:14:55.9999Z", "2003-12-31T10:14:55Z"},
    {"a fraction behind a comma", "2003-12-31T10:14:55,5+01", "2003-12-31T09:14:55Z"},
    {"no zone", "2003-12-31T10:14:55", "2003-12-31T10:14:55Z"},
    {"24:00", "2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z"},
    {"24:00 in a zone", "2003-12-31T24:00+01:00", "2003-12-31T23:00:00Z"},
    {"no such day", "2003-02-29T10:14:55Z", ""},
    {"ISO, basic", "20031231T101455Z", "2003-12-31T10:14:55Z"},
    {"ISO, basic date", "20031231", "2003-12-31"},
    {"ISO, day of the year", "2003-335", "2003-12-01"},
    {"ISO, day of the year, basic", "2003335", "2003-12-01"},
    {"ISO, the last day of a leap year", "2004-366T10:14Z", "2004-12-31T10:14:00Z"},
    {"ISO, no such day of the year", "2003-366", ""},
    {"ISO, week", "2003-W52-3", "2003-12-24"},
    {"ISO, week 1 begins in the old year", "2003-W01", "2002-12-30"},
    {"ISO, week 53", "2004-W53-7", "2005-01-02"},
    {"ISO, short year", "03-12-31", "2003-12-31"},
    {"ISO, short year and a time", "03-12-31T10:14:55Z", "2003-12-31T10:14:55Z"},
    {"ISO, short year, basic", "031231", "2003-12-31"},
    {"ISO, short year, day of the year", "03-335", "2003-12-01"},
    {"ISO, month of a short year", "-0312", "2003-12-01"},
    {"ISO, month of a short year, extended", "-03-12", "2003-12-01"},
    {"ISO, no year", "--1231", ""},
    {"databases'", "2004-07-08 23:56:58.7", "2004-07-08T23:56:58Z"},
    {"databases' with a zone", "2003-12-31 10:14:55 EST", "2003-12-31T15:14:55Z"},
    {"of old", "1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"},
    {"a program's nothing", "0001-01-01T00:00:00Z", ""},
    {"seconds since 1970", "1074877200", "2004-01-23T17:00:00Z"},

    {"slashes", "Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T12:19:53Z"},
    {"Hungarian", "2004-j\u00falius-13T9:15-05:00", "2004-07-13T14:15:00Z"},
    {"Hungarian, one digit", "2004-janu\u00e1r-3T19:15+01:00", "2004-01-03T18:15:00Z"},
    {"Greek", "\u039a\u03c5\u03c1, 11 \u0399\u03bf\u03cd\u03bb 2004 12:00:00 EST",
     "2004-07-11T17:00:00Z"},
    {"Greek, short", "\u03a3\u03b1\u03b2, 05 \u0399\u03bf\u03bd 2004 12:00:00 +0300",
     "2004-06-05T09:00:00Z"},
    {"Korean time", "2004\ub144 05\uc6d4 28\uc77c  01:31:15", "2004-05-27T16:31:15Z"},
    {"Korean afternoon", "2004-05-25 \uc624\ud6c4 11:23:17", "2004-05-25T14:23:17Z"},
    {"German", "3. M\u00e4rz 2026, 14:05 Uhr", "2026-03-03T14:05:00Z"},
    {"not a date", "soon", ""},
    {"nothing", "  ", ""},
};

static void test_dates(void **state)
{
    ngi_arena arena;
    (void)state;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++)
        expect_slice(cases[i].name, ngi_feed_moment(&arena, ngi_slice_of(cases[i].text)),
                     ngi_slice_of(cases[i].moment));
    ngi_arena_free(&arena);
}

/* Each form cut anywhere: nothing beyond the text is looked at, and what comes out is a moment. */
static void test_dates_cut_anywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ng_slice text = ngi_slice_of(cases[i].text);
        for (size_t end = 0; end <= text.len; end++) {
            ngi_arena arena;
            ngi_arena_init(&arena, 0);
            char *copy = ngi_arena_chars(&arena, end + 1);
            assert_non_null(copy);
            memcpy(copy, text.ptr, end);
            ng_slice cut = ngi_utf8_repair(&arena, ngi_slice(copy, end));
            size_t len = ngi_feed_moment(&arena, cut).len;
            if (len != 0 && len != 10 && len != 20)
                fail_msg("%s, cut at %zu", cases[i].name, end);
            ngi_arena_free(&arena);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_dates_cut_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
