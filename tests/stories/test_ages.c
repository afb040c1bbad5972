/* SPDX-License-Identifier: Apache-2.0 */
/* Relative ages: in many languages, glued and apart, and what is none. */
#include "stories/dates/ages_words.h"
#include "stories/scene.h"
#include "tests.h"

/* A Wednesday evening. */
#define NOW "2024-12-11T20:15:00+04:30"
#define DAYS_2 "2024-12-09"
#define DAYS_3 "2024-12-08"
#define DAYS_5 "2024-12-06"
#define HOURS_2 "2024-12-11T18:15:00+04:30"
#define YESTERDAY "2024-12-10"

typedef struct row {
    const char *name, *text, *span, *date;
} row;

static const row languages[] = {
    {"English", "5 days ago", "5 days ago", DAYS_5},
    {"German", "vor 2 Stunden", "vor 2 Stunden", HOURS_2},
    {"French", "il y a 5 jours", "il y a 5 jours", DAYS_5},
    {"Spanish", "hace 3 días", "hace 3 días", DAYS_3},
    {"Italian", "3 giorni fa", "3 giorni fa", DAYS_3},
    {"Portuguese", "há 2 horas", "há 2 horas", HOURS_2},
    {"Brazilian", "2 horas atrás", "2 horas atrás", HOURS_2},
    {"Dutch", "5 dagen geleden", "5 dagen geleden", DAYS_5},
    {"Swedish", "för 2 timmar sedan", "för 2 timmar sedan", HOURS_2},
    {"Norwegian", "for 2 timer siden", "for 2 timer siden", HOURS_2},
    {"Norwegian without its for", "2 timer siden", "2 timer siden", HOURS_2},
    {"Danish", "for 5 dage siden", "for 5 dage siden", DAYS_5},
    {"Finnish", "2 tuntia sitten", "2 tuntia sitten", HOURS_2},
    {"Icelandic", "fyrir 5 dögum", "fyrir 5 dögum", DAYS_5},
    {"Czech", "před 5 dny", "před 5 dny", DAYS_5},
    {"Slovak", "pred 2 hodinami", "pred 2 hodinami", HOURS_2},
    {"Polish", "3 dni temu", "3 dni temu", DAYS_3},
    {"Hungarian", "2 órája", "2 órája", HOURS_2},
    {"Hungarian with ezelőtt", "3 nappal ezelőtt", "3 nappal ezelőtt", DAYS_3},
    {"Romanian", "acum 2 ore", "acum 2 ore", HOURS_2},
    {"Bulgarian", "преди 2 часа", "преди 2 часа", HOURS_2},
    {"Russian", "2 часа назад", "2 часа назад", HOURS_2},
    {"Ukrainian", "2 години тому", "2 години тому", HOURS_2},
    {"Ukrainian, short", "2 год тому", "2 год тому", HOURS_2},
    {"Serbian", "пре 2 сата", "пре 2 сата", HOURS_2},
    {"Serbian in Latin", "pre 3 dana", "pre 3 dana", DAYS_3},
    {"Croatian", "prije 2 sata", "prije 2 sata", HOURS_2},
    {"Slovenian", "pred 2 urama", "pred 2 urama", HOURS_2},
    {"Greek", "πριν από 2 ώρες", "πριν από 2 ώρες", HOURS_2},
    {"Turkish", "2 saat önce", "2 saat önce", HOURS_2},
    {"Azerbaijani", "2 saat əvvəl", "2 saat əvvəl", HOURS_2},
    {"Arabic", "منذ 3 أيام", "منذ 3 أيام", DAYS_3},
    {"Arabic, two in one word", "منذ يومين", "منذ يومين", DAYS_2},
    {"Arabic, one", "قبل ساعة", "قبل ساعة", "2024-12-11T19:15:00+04:30"},
    {"Persian", "۵ روز پیش", "۵ روز پیش", DAYS_5},
    {"Hebrew", "לפני 2 שעות", "לפני 2 שעות", HOURS_2},
    {"Hebrew, two in one word", "לפני שעתיים", "לפני שעתיים", HOURS_2},
    {"Hindi", "3 दिन पहले", "3 दिन पहले", DAYS_3},
    {"Hindi digits", "३ दिन पहले", "३ दिन पहले", DAYS_3},
    {"Bengali", "২ ঘণ্টা আগে", "২ ঘণ্টা আগে", HOURS_2},
    {"Urdu", "2 گھنٹے پہلے", "2 گھنٹے پہلے", HOURS_2},
    {"Tamil", "2 மணி நேரம் முன்", "2 மணி நேரம் முன்", HOURS_2},
    {"Thai", "2 ชั่วโมงที่แล้ว", "2 ชั่วโมงที่แล้ว", HOURS_2},
    {"Vietnamese", "2 giờ trước", "2 giờ trước", HOURS_2},
    {"Vietnamese, the other way", "cách đây 3 ngày", "cách đây 3 ngày", DAYS_3},
    {"Indonesian", "2 jam yang lalu", "2 jam yang lalu", HOURS_2},
    {"Malay", "3 hari lepas", "3 hari lepas", DAYS_3},
    {"Filipino", "2 oras ang nakalipas", "2 oras ang nakalipas", HOURS_2},
    {"Japanese", "2日前", "2日前", DAYS_2},
    {"Korean", "2시간 전", "2시간 전", HOURS_2},
    {"Chinese", "2小时前", "2小时前", HOURS_2},
    {"Chinese in full", "3天之前", "3天之前", DAYS_3},
    {"Swahili puts the number behind", "siku 3 zilizopita", "siku 3 zilizopita", DAYS_3},
    {"Estonian", "2 tundi tagasi", "2 tundi tagasi", HOURS_2},
    {"Lithuanian", "prieš 3 dienas", "prieš 3 dienas", DAYS_3},
    {"Latvian", "pirms 2 stundām", "pirms 2 stundām", HOURS_2},
    {"Catalan", "fa 2 hores", "fa 2 hores", HOURS_2},
    {"Basque", "duela 2 ordu", "duela 2 ordu", HOURS_2},
    {"Galician", "hai 3 días", "hai 3 días", DAYS_3},
    {"Afrikaans", "2 uur gelede", "2 uur gelede", HOURS_2},
};

static const row forms[] = {
    {"minutes keep the time", "12 minutes ago", "12 minutes ago", "2024-12-11T20:03:00+04:30"},
    {"hours cross midnight", "23 hours ago", "23 hours ago", "2024-12-10T21:15:00+04:30"},
    {"weeks are days", "2 weeks ago", "2 weeks ago", "2024-11-27"},
    {"months", "3 months ago", "3 months ago", "2024-09-11"},
    {"years", "2 years ago", "2 years ago", "2022-12-11"},
    {"two units", "1 hour 20 minutes ago", "1 hour 20 minutes ago", "2024-12-11T18:55:00+04:30"},
    {"short, with ago", "2h ago", "2h ago", HOURS_2},
    {"short, alone", "5d", "5d", DAYS_5},
    {"a short form keeps its dot", "vor 12 Min.", "vor 12 Min.", "2024-12-11T20:03:00+04:30"},
    {"an hour", "an hour ago", "an hour ago", "2024-12-11T19:15:00+04:30"},
    {"a number in words", "vor zwei Stunden", "vor zwei Stunden", HOURS_2},
    {"not told how many", "a few hours ago", "few hours ago", "2024-12-11"},
    {"just now", "just now", "just now", "2024-12-11T20:15:00+04:30"},
    {"yesterday", "Yesterday", "Yesterday", YESTERDAY},
    {"gestern", "gestern", "gestern", YESTERDAY},
    {"hier", "hier", "hier", YESTERDAY},
    {"i går", "i går", "i går", YESTERDAY},
    {"昨日", "昨日", "昨日", YESTERDAY},
    {"dün", "Dün", "Dün", YESTERDAY},
    {"أمس", "أمس", "أمس", YESTERDAY},
    {"vorgestern", "vorgestern", "vorgestern", DAYS_2},
    {"yesterday with its time", "Yesterday at 2:05 pm", "Yesterday at 2:05 pm",
     "2024-12-10T14:05:00+04:30"},
    {"heute with its time", "Heute, 07:09 Uhr", "Heute, 07:09 Uhr", "2024-12-11T07:09:00+04:30"},
    {"сегодня в", "сегодня в 14:05", "сегодня в 14:05", "2024-12-11T14:05:00+04:30"},
    {"its section in front, glued", "World5 days ago", "5 days ago", DAYS_5},
    {"glued to a small marker", "Politikvor 2 Stunden", "vor 2 Stunden", HOURS_2},
    {"glued to three words", "Mondeil y a 5 jours", "il y a 5 jours", DAYS_5},
    {"glued in Persian", "جهان۵ روز پیش", "۵ روز پیش", DAYS_5},
    {"glued in Arabic", "رياضةمنذ 3 أيام", "منذ 3 أيام", DAYS_3},
    {"glued in Japanese", "経済2日前", "2日前", DAYS_2},
    {"glued, a word for a day", "SportGestern", "Gestern", YESTERDAY},
    {"glued in Arabic, a word for a day", "اقتصادأمس", "أمس", YESTERDAY},
    {"glued, short", "World5d", "5d", DAYS_5},
    {"its section in front", "Politics 5 days ago", "5 days ago", DAYS_5},
    {"behind a dot", "Politics · 2h", "2h", HOURS_2},
    {"before a stroke", "5 days ago | Politics", "5 days ago", DAYS_5},
    {"between strokes", "Politics | 5 days ago | 3 comments", "5 days ago", DAYS_5},
    {"after Updated", "Updated 2 hours ago", "2 hours ago", HOURS_2},
    {"before an author", "2 hours ago By Jane Doe", "2 hours ago", HOURS_2},
    {"a word before an author", "Yesterday By Jane Doe", "Yesterday", YESTERDAY},
    {"glued to an author", "Jane Doe2 hours ago", "2 hours ago", HOURS_2},
    {"right to left marks", "\xE2\x80\x8Fرياضةمنذ 3 أيام", "منذ 3 أيام", DAYS_3},
    {"a race", "Formula 1", NULL, ""},
    {"days in a month", "5 days in May", NULL, ""},
    {"a list", "Top 10", NULL, ""},
    {"a film", "Avatar in 3D", NULL, ""},
    {"around the clock", "24h", NULL, ""},
    {"opening hours", "9h à 17h", NULL, ""},
    {"a reading time", "5 min read", NULL, ""},
    {"watts", "350W", NULL, ""},
    {"bevor", "bevor 2 Stunden", NULL, ""},
    {"for how long", "for 5 days", NULL, ""},
    {"prose that ends so", "The clerk who vanished from the town hall five years ago", NULL, ""},
    {"prose that begins so", "Vor fünf Jahren, im September, versprach sie den Umbau", NULL, ""},
    {"a look back", "Vor 100 Jahren: So lebten die Fischer", NULL, ""},
    {"a name", "Sport Today", NULL, ""},
    {"a place in Korea", "15일 전남 순천", NULL, ""},
    {"half a number", "2.5 hours ago", NULL, ""},
    {"nothing", "", NULL, ""},
};

static void check(const row *r, ngi_arena *arena)
{
    ng_slice text = ngi_slice_of(r->text), date;
    size_t begin = 0, end = 0;
    bool found = ngi_age_find(arena, text, NGI_LIT(NOW), &begin, &end, &date);
    expect_int(r->name, found, r->span != NULL);
    expect_text(r->name, date, r->date);
    if (found)
        expect_text(r->name, ngi_slice_sub(text, begin, end), r->span);
}

static void test_languages(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(languages); i++)
        check(&languages[i], &arena);
    ngi_arena_free(&arena);
}

static void test_forms_and_places(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(forms); i++)
        check(&forms[i], &arena);
    ngi_arena_free(&arena);
}

static void test_without_now_there_is_no_date(void **state)
{
    (void)state;
    ngi_arena arena;
    ng_slice date;
    size_t begin, end;
    ngi_arena_init(&arena, 0);
    assert_true(
        ngi_age_find(&arena, NGI_LIT("World5 days ago"), (ng_slice){0}, &begin, &end, &date));
    expect_int("begins behind the section", (int64_t)begin, 5);
    expect_int("no date", (int64_t)date.len, 0);
    assert_true(
        ngi_age_find(&arena, NGI_LIT("31 days ago"), NGI_LIT("2024-03-31"), &begin, &end, &date));
    expect_text("from a day", date, "2024-02-29");
    assert_true(ngi_age_find(&arena, NGI_LIT("1 month ago"), NGI_LIT("2024-03-31T08:00:00+00:00"),
                             &begin, &end, &date));
    expect_text("the month is shorter", date, "2024-02-29");
    ngi_arena_free(&arena);
}

static const row weekdays[] = {
    {"the day itself", "Wednesday", "Wednesday", "2024-12-11"},
    {"the day before", "Dienstag", "Dienstag", YESTERDAY},
    {"six days before", "Thursday", "Thursday", "2024-12-05"},
    {"in a line", "Politik | Sonntag", "Sonntag", DAYS_3},
    {"with a time", "Monday at 7:38 AM", "Monday at 7:38 AM", "2024-12-09T07:38:00+04:30"},
    {"French", "lundi", "lundi", DAYS_2},
    {"Russian", "понедельник", "понедельник", DAYS_2},
    {"Japanese", "月曜日", "月曜日", DAYS_2},
    {"Arabic", "الاثنين", "الاثنين", DAYS_2},
    {"prose", "The council meets on Monday to vote on the plan", NULL, ""},
    {"a short form is no sign", "Sat", NULL, ""},
    {"nothing", "", NULL, ""},
};

static void test_weekdays(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(weekdays); i++) {
        ng_slice text = ngi_slice_of(weekdays[i].text), date;
        size_t begin = 0, end = 0;
        bool found = ngi_weekday_find(&arena, text, NGI_LIT(NOW), &begin, &end, &date);
        expect_int(weekdays[i].name, found, weekdays[i].span != NULL);
        expect_text(weekdays[i].name, date, weekdays[i].date);
        if (found)
            expect_text(weekdays[i].name, ngi_slice_sub(text, begin, end), weekdays[i].span);
    }
    ngi_arena_free(&arena);
}

static void check_table(const ngi_word *table, size_t count)
{
    ngi_tokens tokens;
    for (size_t i = 0; i < count; i++) {
        ng_slice word = ngi_slice_of(table[i].word);
        ngi_tokens_cut(word, &tokens);
        expect_slice(table[i].word, ngi_slice(tokens.fold, tokens.fold_len), word);
        if (i > 0 && strcmp(table[i - 1].word, table[i].word) >= 0)
            fail_msg("%s stands behind %s", table[i].word, table[i - 1].word);
    }
}

static void test_tables_are_folded_and_sorted(void **state)
{
    (void)state;
    check_table(ngi_age_units, ngi_age_units_count);
    check_table(ngi_age_numbers, ngi_age_numbers_count);
    check_table(ngi_age_before, ngi_age_before_count);
    check_table(ngi_age_after, ngi_age_after_count);
    check_table(ngi_age_days, ngi_age_days_count);
    check_table(ngi_age_lead, ngi_age_lead_count);
    check_table(ngi_month_names, ngi_month_names_count);
    check_table(ngi_weekday_names, ngi_weekday_names_count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_forms_and_places),
        cmocka_unit_test(test_without_now_there_is_no_date),
        cmocka_unit_test(test_weekdays),
        cmocka_unit_test(test_tables_are_folded_and_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
