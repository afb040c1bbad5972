/* SPDX-License-Identifier: Apache-2.0 */
/* Dates as machines write them and as pages print them, and the tables behind them. */
#include "stories/dates/calendar.h"
#include "stories/scene.h"
#include "tests.h"

/* A Wednesday. */
#define NOW "2024-12-11T20:15:00+04:30"

static const struct {
    const char *name, *text, *date, *span;
} printed[] = {
    {"English, month first", "March 3, 2024 5:04 p.m. EST", "2024-03-03T17:04:00-05:00",
     "March 3, 2024 5:04 p.m. EST"},
    {"English, day first", "3rd of March 2024", "2024-03-03", "3rd of March 2024"},
    {"a short month with a dot", "Sept. 5, 2024", "2024-09-05", "Sept. 5, 2024"},
    {"the weekday belongs to it", "On Tuesday, March 5, 2024, at noon", "2024-03-05",
     "Tuesday, March 5, 2024"},
    {"the time before the date", "Published 14:05 GMT, 3 March 2024", "2024-03-03T14:05:00+00:00",
     "14:05 GMT, 3 March 2024"},
    {"Eastern time is summer time in June", "10:21 AM ET June 3, 2024", "2024-06-03T10:21:00-04:00",
     "10:21 AM ET June 3, 2024"},
    {"and standard time in March's first days", "06:00 ET, Mar 3, 2024",
     "2024-03-03T06:00:00-05:00", "06:00 ET, Mar 3, 2024"},
    {"midnight by twelve", "May 5, 2024, 12:10 a.m.", "2024-05-05T00:10:00",
     "May 5, 2024, 12:10 a.m."},
    {"noon by twelve", "May 5, 2024 12:10 PM", "2024-05-05T12:10:00", "May 5, 2024 12:10 PM"},
    {"a time with a dot", "Tue 5 Mar 2024 18.39 GMT", "2024-03-05T18:39:00+00:00",
     "Tue 5 Mar 2024 18.39 GMT"},
    {"a year in two digits", "Mon 4 Mar '24", "2024-03-04", "Mon 4 Mar '24"},
    {"a duration is no time", "5 March 2024 | 2:15", "2024-03-05", "5 March 2024"},
    {"Indian time", "Mar 05, 2024, 10:05 AM IST", "2024-03-05T10:05:00+05:30",
     "Mar 05, 2024, 10:05 AM IST"},
    {"hours in a row", "0021 GMT March 5, 2024", "2024-03-05T00:21:00+00:00",
     "0021 GMT March 5, 2024"},
    {"German", "3. März 2024, 15:04 Uhr", "2024-03-03T15:04:00", "3. März 2024, 15:04 Uhr"},
    {"glued to a section", "Wirtschaft1. November 2024", "2024-11-01", "1. November 2024"},
    {"glued by case", "HealthJune 15, 2024", "2024-06-15", "June 15, 2024"},
    {"French", "le 3 mars 2024 à 15h04", "2024-03-03T15:04:00", "3 mars 2024 à 15h04"},
    {"French, the first", "1er août 2024", "2024-08-01", "1er août 2024"},
    {"Spanish", "3 de marzo de 2024 a las 14:05h", "2024-03-03T14:05:00",
     "3 de marzo de 2024 a las 14:05h"},
    {"Portuguese", "5 de fevereiro de 2024 às 14h05", "2024-02-05T14:05:00",
     "5 de fevereiro de 2024 às 14h05"},
    {"Italian", "4 Febbraio 2024 - 14:41", "2024-02-04T14:41:00", "4 Febbraio 2024 - 14:41"},
    {"Dutch", "5 maart 2024 om 14:05", "2024-03-05T14:05:00", "5 maart 2024 om 14:05"},
    {"Danish", "5. marts 2024 kl. 14.05", "2024-03-05T14:05:00", "5. marts 2024 kl. 14.05"},
    {"Finnish", "5.3.2024 klo 9.05", "2024-03-05T09:05:00", "5.3.2024 klo 9.05"},
    {"Icelandic", "12. febrúar 2024", "2024-02-12", "12. febrúar 2024"},
    {"Polish", "5 listopada 2024 r., 14:05", "2024-11-05T14:05:00", "5 listopada 2024 r., 14:05"},
    {"the Croatian listopad is October", "5. listopada 2024.", "2024-10-05", "5. listopada 2024"},
    {"Czech", "5. prosince 2023 v 9:05", "2023-12-05T09:05:00", "5. prosince 2023 v 9:05"},
    {"Hungarian", "2024. március 5. 14:05", "2024-03-05T14:05:00", "2024. március 5. 14:05"},
    {"Lithuanian", "2024 m. kovo 5 d. 14:05", "2024-03-05T14:05:00", "2024 m. kovo 5 d. 14:05"},
    {"Latvian", "2024. gada 5. marts", "2024-03-05", "2024. gada 5. marts"},
    {"Basque", "2024ko martxoaren 5a", "2024-03-05", "2024ko martxoaren 5a"},
    {"Turkish", "5 Mart 2024 Salı 14:05", "2024-03-05T14:05:00", "5 Mart 2024 Salı 14:05"},
    {"Turkish in capitals", "17 ARALIK 2023", "2023-12-17", "17 ARALIK 2023"},
    {"Greek", "22 Ιουνίου 2024, 14:05", "2024-06-22T14:05:00", "22 Ιουνίου 2024, 14:05"},
    {"Russian", "5 марта 2024 г. в 14:05", "2024-03-05T14:05:00", "5 марта 2024 г. в 14:05"},
    {"Ukrainian", "5 березня 2024, 14:05", "2024-03-05T14:05:00", "5 березня 2024, 14:05"},
    {"Bulgarian", "5 юли 2024", "2024-07-05", "5 юли 2024"},
    {"Serbian", "5. јул 2024.", "2024-07-05", "5. јул 2024"},
    {"Arabic digits", "٥ مارس ٢٠٢٤", "2024-03-05", "٥ مارس ٢٠٢٤"},
    {"both Arabic names of a month", "الثلاثاء 5 آذار/مارس 2024 - 14:05", "2024-03-05T14:05:00",
     "الثلاثاء 5 آذار/مارس 2024 - 14:05"},
    {"a month of two words", "5 كانون الثاني 2024", "2024-01-05", "5 كانون الثاني 2024"},
    {"the Persian calendar", "۱۴ اسفند ۱۴۰۲", "2024-03-04", "۱۴ اسفند ۱۴۰۲"},
    {"the Persian calendar in numbers", "۱۴۰۲/۱۲/۱۴ - ۱۵:۰۴", "2024-03-04T15:04:00",
     "۱۴۰۲/۱۲/۱۴ - ۱۵:۰۴"},
    {"the Persian new year", "۱ فروردین ۱۴۰۳", "2024-03-20", "۱ فروردین ۱۴۰۳"},
    {"Hebrew", "5 במרץ 2024", "2024-03-05", "5 במרץ 2024"},
    {"Hindi", "5 मार्च 2024, 10:05 AM IST", "2024-03-05T10:05:00+05:30",
     "5 मार्च 2024, 10:05 AM IST"},
    {"Bengali digits", "৫ মার্চ ২০২৪", "2024-03-05", "৫ মার্চ ২০২৪"},
    {"Tamil", "5 ஆகஸ்ட் 2024", "2024-08-05", "5 ஆகஸ்ட் 2024"},
    {"Thai, Buddhist year", "5 มีนาคม 2567", "2024-03-05", "5 มีนาคม 2567"},
    {"Thai, short", "5 มี.ค. 67 14:05 น.", "2024-03-05T14:05:00", "5 มี.ค. 67 14:05 น."},
    {"Vietnamese", "5 tháng 3, 2024 14:05 GMT+7", "2024-03-05T14:05:00+07:00",
     "5 tháng 3, 2024 14:05 GMT+7"},
    {"Indonesian", "5 Agustus 2024 18:33 WIB", "2024-08-05T18:33:00+07:00",
     "5 Agustus 2024 18:33 WIB"},
    {"Swahili", "5 Machi, 2024", "2024-03-05", "5 Machi, 2024"},
    {"Japanese", "2024年3月5日 15時04分", "2024-03-05T15:04:00", "2024年3月5日 15時04分"},
    {"a Japanese era", "令和6年3月5日", "2024-03-05", "6年3月5日"},
    {"Chinese afternoon", "2024年3月5日 下午3:04", "2024-03-05T15:04:00", "2024年3月5日 下午3:04"},
    {"Korean", "2024년 3월 5일 오후 3:04", "2024-03-05T15:04:00", "2024년 3월 5일 오후 3:04"},
    {"Korean in numbers", "입력 2024. 3. 5. 15:04", "2024-03-05T15:04:00", "2024. 3. 5. 15:04"},
    {"numbers, year first", "2024/3/5 15:04", "2024-03-05T15:04:00", "2024/3/5 15:04"},
    {"numbers with dashes", "05-12-2023", "2023-12-05", "05-12-2023"},
    {"numbers that are far apart", "3. 4. 2024", "2024-04-03", "3. 4. 2024"},
    {"no month has that number", "12/25/23", "2023-12-25", "12/25/23"},
    {"not in the future", "10/12/2024", "2024-12-10", "10/12/2024"},
    {"rather this week", "12/09/2024", "2024-12-09", "12/09/2024"},
    {"a.m. is American", "3/5/2024 2:00 PM", "2024-03-05T14:00:00", "3/5/2024 2:00 PM"},
    {"without a year", "5 марта, 10:15", "2024-03-05T10:15:00", "5 марта, 10:15"},
    {"without a year, not in the future", "December 24", "2023-12-24", "December 24"},
    {"a day without a year, before a time", "03.04. 14:05 Uhr", "2024-04-03T14:05:00",
     "03.04. 14:05 Uhr"},
    {"Japanese without a year", "3月5日 14:05", "2024-03-05T14:05:00", "3月5日 14:05"},
    {"the year behind the time", "Tue Mar  5 14:00:00 EST 2024", "2024-03-05T14:00:00-05:00",
     "Tue Mar  5 14:00:00 EST 2024"},
    {"the thirtieth of February", "30 February 2024", "", NULL},
    {"a month alone", "March 2024", "", NULL},
    {"a year alone", "2024", "", NULL},
    {"before the web", "3 March 1954", "", NULL},
    {"days in a month", "5 days in May", "", NULL},
    {"a list", "Top 10", "", NULL},
    {"a score", "won 3-2", "", NULL},
    {"a version", "v2.10.24", "", NULL},
    {"an address", "1.2.3.4", "", NULL},
    {"a price", "$3.4.24", "", NULL},
    {"a telephone", "555-12-2024", "", NULL},
    {"a range of days", "3-5 March 2024", "", NULL},
    {"a fraction", "3/4 of them", "", NULL},
    {"an everyday word", "5 ago 3 comments", "", NULL},
    {"nothing", "", "", NULL},
};

static void test_printed(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(printed); i++) {
        ng_slice text = ngi_slice_of(printed[i].text), date;
        size_t begin = 0, end = 0;
        bool found = ngi_date_parse(&arena, text, NGI_LIT(NOW), -1, &date, &begin, &end);
        expect_int(printed[i].name, found, printed[i].span != NULL);
        expect_text(printed[i].name, date, printed[i].date);
        if (printed[i].span != NULL)
            expect_text(printed[i].name, ngi_slice_sub(text, begin, end), printed[i].span);
    }
    ngi_arena_free(&arena);
}

static const struct {
    const char *name, *text, *date;
    int day_first;
} ordered[] = {
    {"the language says day first", "3/4/2021", "2021-04-03", 1},
    {"the language says month first", "3/4/2021", "2021-03-04", 0},
    {"dots are never month first", "3.4.2021", "2021-04-03", 0},
    {"the language is not known", "3/4/2021", "2021-04-03", -1},
    {"a month of thirteen", "13/4/2021", "2021-04-13", 0},
};

static void test_order_of_day_and_month(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(ordered); i++) {
        ng_slice date;
        ngi_date_parse(&arena, ngi_slice_of(ordered[i].text), (ng_slice){0}, ordered[i].day_first,
                       &date, NULL, NULL);
        expect_text(ordered[i].name, date, ordered[i].date);
    }
    ngi_arena_free(&arena);
}

static const struct {
    const char *name, *text, *date;
} machine[] = {
    {"ISO 8601", "2024-03-05T14:00:00+01:00", "2024-03-05T14:00:00+01:00"},
    {"a zone without its colon", "2024-03-05T14:00:00+0100", "2024-03-05T14:00:00+01:00"},
    {"a zone of hours", "2024-03-05T14:00:00-05", "2024-03-05T14:00:00-05:00"},
    {"fractions are dropped", "2024-03-05T14:00:00.123456Z", "2024-03-05T14:00:00+00:00"},
    {"no zone stays no zone", "2024-03-05T14:00:00", "2024-03-05T14:00:00"},
    {"no seconds", "2024-03-05 14:00", "2024-03-05T14:00:00"},
    {"a space before the zone", "2024-03-05 14:00:00 -0500", "2024-03-05T14:00:00-05:00"},
    {"a zone in words", "2024-03-05 14:00:00 UTC", "2024-03-05T14:00:00+00:00"},
    {"Java's", "2024-03-05T14:00:00.000+01:00[Europe/Berlin]", "2024-03-05T14:00:00+01:00"},
    {"the zone in the middle", "2024-03-05EST14:00:00", "2024-03-05T14:00:00-05:00"},
    {"a date alone", "2024-03-05", "2024-03-05"},
    {"short numbers", "2025-9-2", "2025-09-02"},
    {"slashes", "2024/03/05", "2024-03-05"},
    {"the basic form", "20240305", "2024-03-05"},
    {"the basic form with a time", "20240305T140005Z", "2024-03-05T14:00:05+00:00"},
    {"digits in a row", "20240305140005", "2024-03-05T14:00:05"},
    {"RFC 822", "Tue, 05 Mar 2024 14:00:00 GMT", "2024-03-05T14:00:00+00:00"},
    {"RFC 822 with an old year", "05 Mar 24 14:00:00 +0100", "2024-03-05T14:00:00+01:00"},
    {"JavaScript's", "Tue Mar 05 2024 14:00:00 GMT+0100 (Central European Standard Time)",
     "2024-03-05T14:00:00+01:00"},
    {"seconds since 1970", "1709640000", "2024-03-05T12:00:00+00:00"},
    {"milliseconds", "1709640000123", "2024-03-05T12:00:00+00:00"},
    {"seconds with a fraction", "1709640000.5", "2024-03-05T12:00:00+00:00"},
    {"in quotes", "\"2024-03-05\"", "2024-03-05"},
    {"with white space", "\n 2024-03-05T14:00Z ", "2024-03-05T14:00:00+00:00"},
    {"American", "3/15/2024 2:00:05 PM", "2024-03-15T14:00:05"},
    {"printed after all", "March 5th, 2024", "2024-03-05"},
    {"a month alone", "2024-03", ""},
    {"a year alone", "2024", ""},
    {"year one", "0001-01-01T00:00:00Z", ""},
    {"the beginning of time", "1970-01-01T00:00:00Z", ""},
    {"zero", "0", ""},
    {"a duration", "PT3M51S", ""},
    {"some number", "142061114273", ""},
    {"a number too large for a date", "9999999999", ""},
    {"the thirteenth month", "2024-13-05", ""},
    {"hours that are none", "2024-03-05T25:00:00Z", "2024-03-05"},
    {"null", "null", ""},
    {"nothing", "", ""},
};

static void test_machine_written(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(machine); i++)
        expect_text(machine[i].name, ngi_date_normal(&arena, ngi_slice_of(machine[i].text)),
                    machine[i].date);
    ngi_arena_free(&arena);
}

static void test_far_into_a_long_text(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    static char text[20000];
    memset(text, 'x', sizeof text);
    for (size_t i = 0; i < sizeof text; i += 7)
        text[i] = ' ';
    for (size_t at = 0; at + 14 < sizeof text; at += 331) {
        ng_slice date;
        size_t begin, end;
        memcpy(text + at, " 3 March 2024 ", 14);
        assert_true(ngi_date_parse(&arena, ngi_slice(text, sizeof text), (ng_slice){0}, 1, &date,
                                   &begin, &end));
        expect_text("somewhere", date, "2024-03-03");
        expect_int("where it begins", (int64_t)begin, (int64_t)at + 1);
        expect_int("where it ends", (int64_t)end, (int64_t)at + 13);
        memset(text + at, ' ', 14);
    }
    ngi_arena_free(&arena);
}

static void test_calendars(void **state)
{
    (void)state;
    for (int64_t day = -10000; day < 60000; day += 13) {
        int y, m, d;
        ngi_days_to(day, &y, &m, &d);
        expect_int("there and back", ngi_days_of(y, m, d), day);
    }
    static const struct {
        int py, pm, pd, y, m, d;
    } persian[] = {{1370, 1, 1, 1991, 3, 21},   {1399, 12, 30, 2021, 3, 20},
                   {1400, 1, 1, 2021, 3, 21},   {1403, 1, 1, 2024, 3, 20},
                   {1403, 12, 30, 2025, 3, 20}, {1404, 7, 1, 2025, 9, 23}};
    for (size_t i = 0; i < ARRAY_COUNT(persian); i++) {
        ngi_moment m;
        assert_true(ngi_from_persian(persian[i].py, persian[i].pm, persian[i].pd, &m));
        expect_int("year", m.year, persian[i].y);
        expect_int("month", m.month, persian[i].m);
        expect_int("day", m.day, persian[i].d);
        expect_int("year again", ngi_persian_year(&m), persian[i].py);
    }
    assert_false(ngi_from_persian(1402, 12, 30, &(ngi_moment){0}));
    assert_false(ngi_us_summer(2024, 3, 9));
    assert_true(ngi_us_summer(2024, 3, 10));
    assert_true(ngi_us_summer(2024, 11, 2));
    assert_false(ngi_us_summer(2024, 11, 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_printed),         cmocka_unit_test(test_order_of_day_and_month),
        cmocka_unit_test(test_machine_written), cmocka_unit_test(test_far_into_a_long_text),
        cmocka_unit_test(test_calendars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
