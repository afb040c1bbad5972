/* SPDX-License-Identifier: Apache-2.0 */
/* Dumps one by one: what is a story, what a subhead, what belongs to no body. */
#include "stories/scene.h"

#include "tests.h"

#define NOW "2026-05-06T12:00:00+02:00" /* a Wednesday */

#define P1 "The council of Velmora voted on Monday to open the old quay to walkers again.\n"
#define P2 "Work will begin in June and cost about two million, the mayor said after the vote.\n"
#define P3 "Fishermen had asked for a longer pause, but found no majority for their plan.\n"
#define Q1 "A beetle found in a cellar in Osterby eats foam, a team reported on Tuesday.\n"
#define Q2 "It takes nine days for a gram, which is too slow to be of use, they wrote.\n"
#define R1 "The Kestrels beat the Harbour Boys on penalties in front of a full house.\n"

/* What a dump holds: story headlines and teaser headlines, a bar behind each; words that must
 * or must not stand in the first story's body. */
static const struct {
    const char *name, *text, *stories, *teasers, *holds, *without;
} cases[] = {
    {"nothing", "", "", "", NULL, NULL},
    {"blank lines alone", "\n\n \n\t\n", "", "", NULL, NULL},
    {"one article", "Old quay to reopen\n\nBy Ida Marsh\n\n" P1 "\n" P2, "Old quay to reopen|", "",
     "Work will begin", "Ida Marsh"},
    {"one article without a byline", "Old quay to reopen\n\n" P1 "\n" P2 "\n" P3,
     "Old quay to reopen|", "", "Fishermen", NULL},
    {"prose alone", P1 "\n" P2, "|", "", "Work will begin", NULL},
    {"names alone below headlines are bylines",
     "Old quay to reopen\n\nIda Marsh\n\n" P1 "\n" P2 "\nA beetle eats foam\n\nPer Holm\n\n" Q1
     "\n" Q2,
     "Old quay to reopen|A beetle eats foam|", "", "Work will begin", "Ida Marsh"},
    {"a name with a role, and a day",
     "Old quay to reopen\nIda Marsh, Staff Reporter Yesterday\n" P1 P2, "Old quay to reopen|", "",
     "Work will begin", "Staff Reporter"},
    {"bylines and dates that end stories",
     "Old quay to reopen\n\n" P1 "\n" P2 "\nBy Ida Marsh, 5 May 2026\n\n\nA beetle eats foam\n\n" Q1
     "\n" Q2 "\nBy Per Holm, 4 May 2026\n",
     "Old quay to reopen|A beetle eats foam|", "", "Work will begin", "Ida Marsh"},
    {"a standfirst below the date stands close to it",
     "Old quay to reopen\n5 May 2026\nThe plan passed by one vote after a long night of "
     "talks.\n\n" P1 "\n" P2 "\n" P3,
     "Old quay to reopen|", "", "Work will begin", "by one vote"},
    {"the section below the headline",
     "Old quay to reopen\nWorld\n5 May 2026\n" P1 P2
     "\nA beetle eats foam\nScience\n4 May 2026\n" Q1 Q2,
     "Old quay to reopen|A beetle eats foam|", "", "Work will begin", "World"},
    {"buttons to share in one line",
     "Old quay to reopen\nBy Ida Marsh\nShare Tweet Email Copy link\n" P1 P2, "Old quay to reopen|",
     "", "Work will begin", "Tweet"},
    {"a label that comes back is none of the text",
     "Old quay to reopen\nBy Ida Marsh\n" P1 "In focus: Ferries stay in port\n" P2
     "In focus: Kestrels win the cup\n" P3,
     "Old quay to reopen|", "", "Work will begin", "In focus"},
    {"section and age in brackets behind headlines",
     "Most read\n* Kestrels win the cup (Sport, 4 days ago)\n* Ferries stay in port (World, 2 "
     "hours "
     "ago)\n",
     "", "Kestrels win the cup|Ferries stay in port|", NULL, NULL},
    {"a section above and an age below each headline",
     "Most read\nSport\nKestrels win the cup\n4 days ago\nWorld\nFerries stay in port\n2 hours "
     "ago\n",
     "", "Kestrels win the cup|Ferries stay in port|", NULL, NULL},
    {"a subhead starts no story",
     "World\n\nOld quay to reopen\n\n5 May 2026\n\n" P1 "\nFishermen object\n\n" P3
     "\nSport\n\nKestrels win\n\n5 May 2026\n\n" R1,
     "Old quay to reopen|Kestrels win|", "", "Fishermen object", "Kestrels"},
    {"a subhead that reads like a section starts no story",
     "World\nHealth\nSport\nCulture\n\nWorld\nOld quay to reopen\n5 May 2026\n" P1 "Health\n" P3
     "Sport\nKestrels win\n5 May 2026\n" R1,
     "Old quay to reopen|Kestrels win|", "", "Health", NULL},
    {"a live blog is one story, its times left out",
     "Vote on the quay: what happens\n\n5 May 2026, 09:00\n\n13:02\n\nMayor speaks\n\n" P1
     "\n12:40\n\nFishermen arrive\n\n" P3 "\n12:15\n\n" P2,
     "Vote on the quay: what happens|", "", "Fishermen arrive", "12:40"},
    {"the same story twice is one",
     "World\n\nOld quay to reopen\n\n5 May 2026\n\n" P1 "\n" P2
     "\nScience\n\nA beetle eats foam\n\n"
     "5 May 2026\n\n" Q1 "\nWorld\n\nOld quay to reopen\n\n5 May 2026\n\n" P1 "\n" P2,
     "Old quay to reopen|A beetle eats foam|", "", "Work will begin", NULL},
    {"a list alone gives no story",
     "Most read\n-\nSport4 days ago\nKestrels win the cup\n-\nWorld2 hours ago\nOld quay to "
     "reopen\n"
     "-\nWorldYesterday\nFerries stay in port\n",
     "", "Kestrels win the cup|Old quay to reopen|Ferries stay in port|", NULL, NULL},
    {"a list without marks",
     "Latest headlines\n\nSport | 4 days ago\n\nKestrels win the cup\n\nWorld | 2 hours ago\n\n"
     "Old quay to reopen\n\nWorld | Yesterday\n\nFerries stay in port\n",
     "", "Kestrels win the cup|Old quay to reopen|Ferries stay in port|", NULL, NULL},
    {"a weekday is a date",
     "Most read\n* Sport | Monday\n  Kestrels win the cup\n* World | Tuesday\n  Old quay to "
     "reopen\n",
     "", "Kestrels win the cup|Old quay to reopen|", NULL, NULL},
    {"a list within a text stays there",
     "Old quay to reopen\n\nBy Ida Marsh\n\n" P1
     "\nThe plan has three parts:\n\n* new planks on the "
     "east side;\n\n* lamps along the water;\n\n* a ramp for wheelchairs.\n\n" P2,
     "Old quay to reopen|", "", "lamps along the water", NULL},
    {"numbered subheads are no list of teasers",
     "What the vote on the quay means\n\nBy Ida Marsh\n\n" P1 "\n1. The quay will be closed until "
     "June\n\n" P2 "\n2. Boats have to move\n\n" P3 "\n3. Nobody knows the price\n\n" Q2,
     "What the vote on the quay means|", "", "2. Boats have to move", NULL},
    {"lines of a dialogue are no list",
     "Old quay to reopen\n\nBy Ida Marsh\n\n" P1 "\n– We are glad of it, says the mayor.\n\n– Not "
     "all of us are, a fisherman answers.\n\n– It will pass, says the mayor again.\n\n" P2,
     "Old quay to reopen|", "", "a fisherman answers", NULL},
    {"what stands between paragraphs and is no text",
     "Old quay to reopen\n\nBy Ida Marsh\n\nShare\n\n" P1 "\nAdvertisement\n\n" P2
     "\nRead also: Ferries stay in port\n\n" P3 "\nTags: quay, harbour\n\n2 comments\n",
     "Old quay to reopen|", "", "Fishermen", "Ferries stay"},
    {"an advertisement of another language",
     "Alter Kai wird geöffnet\n\nVon Ida Marsch\n\nDer Rat hat am Montag beschlossen, den alten "
     "Kai "
     "wieder zu öffnen.\n\nAnzeige\n\nDie Arbeiten beginnen im Juni, sagte die Bürgermeisterin "
     "nach "
     "der Sitzung.\n\nNewsletter abonnieren\n\nDas Wichtigste jeden Morgen in Ihr Postfach.\n",
     "Alter Kai wird geöffnet|", "", "Die Arbeiten", "Postfach"},
    {"a paragraph that speaks of a newsletter stays",
     "Old quay to reopen\n\nBy Ida Marsh\n\n" P1
     "\nThe mayor had written of it in her newsletter for the people of the harbour.\n\n" P2,
     "Old quay to reopen|", "", "in her newsletter", NULL},
    {"lines that come back in every story are none's",
     "World\n\nOld quay to reopen\n\nBy Ida Marsh\n\nHör zu\n\n" P1 "\n" P2 "\nZurück nach vorn\n\n"
     "Science\n\nA beetle eats foam\n\nBy Bo Lind\n\nHör zu\n\n" Q1 "\n" Q2
     "\nZurück nach vorn\n\n",
     "Old quay to reopen|A beetle eats foam|", "", "Work will begin", "nach vorn"},
    {"underlined headlines",
     "Old quay to reopen\n==================\n\n" P1 "\nFishermen object\n----------------\n\n" P3
     "\nA beetle eats foam\n==================\n\n" Q1 "\n" Q2,
     "Old quay to reopen|A beetle eats foam|", "", "Fishermen object", "beetle"},
    {"a teaser of a story on the page is both",
     "World\n\nOld quay to reopen\n\n5 May 2026\n\n" P1 "\n" P2
     "\nMost read\n\n-\nWorld2 hours ago\nOld quay to reopen\n\n-\nSport4 days ago\nKestrels win\n",
     "Old quay to reopen|", "Old quay to reopen|Kestrels win|", NULL, NULL},
    {"headlines with a summary each are a list",
     "World\n\nOld quay to reopen\n\n" P1 "\nScience\n\nA beetle eats foam\n\n" Q1
     "\nSport\n\nKestrels win the cup\n\n" R1 "\nWorld\n\nFerries stay in port\n\n" P3,
     "", "Old quay to reopen|A beetle eats foam|Kestrels win the cup|Ferries stay in port|", NULL,
     NULL},
    {"a text browser numbers its links",
     "   [1]World [2]Sport\n\n     * [3]World\n     * [4]Sport\n\n   [5]World\n\n"
     "   Old quay to reopen\n\n   5 May 2026\n\n   " P1 "\n   The [6]mayor of the town will speak "
     "of it on Friday.\n\nReferences\n\n   1. https://courier.example/world\n"
     "   2. https://courier.example/sport\n",
     "Old quay to reopen|", "", "The mayor of the town", "https"},
    {"the page's name and menu head nothing",
     "Velmora Courier\n\nWorld | Science | Sport | Culture\n\nWorld\n\nOld quay to reopen\n\n"
     "5 May 2026\n\n" P1 "\n" P2,
     "Old quay to reopen|", "", NULL, "Culture"},
};

static void expect_headlines(const char *name, const ngi_page *page, bool teasers,
                             const char *wanted)
{
    ngi_buffer all = {0};
    uint32_t count = teasers ? page->teaser_count : page->story_count;
    for (uint32_t i = 0; i < count; i++) {
        ngi_buffer_add(&all,
                       teasers ? page->teasers[i].headline.text : page->stories[i].headline.text);
        ngi_buffer_char(&all, '|');
    }
    expect_text(name, ngi_buffer_slice(&all), wanted);
    ngi_buffer_free(&all);
}

static bool has(const ngi_page *page, const char *words)
{
    return page->story_count != 0 &&
           ngi_find(page->stories[0].body, ngi_slice_of(words)) != NGI_NONE;
}

static void test_dumps_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_arena arena;
        ngi_arena_init(&arena, 0);
        ngi_scene scene = {
            .arena = &arena, .text = ngi_slice_of(cases[i].text), .now = NGI_LIT(NOW)};
        ngi_page page = {0};
        assert_true(ngi_read_dump(&scene, &page));
        expect_headlines(cases[i].name, &page, false, cases[i].stories);
        expect_headlines(cases[i].name, &page, true, cases[i].teasers);
        if (cases[i].holds != NULL)
            expect_int(cases[i].name, has(&page, cases[i].holds), true);
        if (cases[i].without != NULL)
            expect_int(cases[i].name, has(&page, cases[i].without), false);
        ngi_arena_free(&arena);
    }
}

/* Every text of a dump lies in the dump's bytes where it says. */
static void test_places_hold_the_words(void **state)
{
    (void)state;
    ng_slice text =
        NGI_LIT("World\n\nOld quay to reopen\n\nNow for walkers only\n\nBy Ida Marsh\n\n"
                "5 May 2026\n\n" P1 "\n" P2 "\nMost read\n\n* Sport | 4 days ago\n"
                "  Kestrels win the cup\n* World | 2 hours ago\n  Ferries in port\n");
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_scene scene = {.arena = &arena, .text = text, .now = NGI_LIT(NOW)};
    ngi_page page = {0};
    assert_true(ngi_read_dump(&scene, &page));
    assert_int_equal(page.story_count, 1);
    assert_int_equal(page.teaser_count, 2);
    const ngi_story *story = &page.stories[0];
    const ngi_text *texts[] = {
        &story->headline,          &story->description,   &story->section,
        &story->authors[0].name,   &story->parts[0].text, &story->parts[1].text,
        &page.teasers[0].headline, &page.teasers[0].age,  &page.teasers[1].section};
    for (size_t i = 0; i < ARRAY_COUNT(texts); i++) {
        assert_int_equal(texts[i]->place.kind, NGI_PLACE_TEXT);
        ng_slice there = ngi_slice_sub(text, texts[i]->place.begin, texts[i]->place.end);
        assert_true(ngi_find(there, texts[i]->text) != NGI_NONE);
    }
    expect_text("age", page.teasers[0].age.text, "4 days ago");
    expect_text("its day", page.teasers[0].date_published, "2026-05-02");
    ngi_arena_free(&arena);
}

static void test_a_bare_weekday_is_the_latest(void **state)
{
    (void)state;
    ng_slice text = NGI_LIT("Most read\n* Sport | Monday\n  Kestrels win the cup\n"
                            "* World | Wednesday\n  Old quay to reopen\n"
                            "* World | Thursday\n  Ferries stay in port\n");
    static const char *const days[] = {"2026-05-04", "2026-05-06", "2026-04-30"};
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_scene scene = {.arena = &arena, .text = text, .now = NGI_LIT(NOW)};
    ngi_page page = {0};
    assert_true(ngi_read_dump(&scene, &page));
    assert_int_equal(page.teaser_count, 3);
    for (int i = 0; i < 3; i++)
        expect_text(days[i], page.teasers[i].date_published, days[i]);
    ngi_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dumps_one_by_one),
        cmocka_unit_test(test_places_hold_the_words),
        cmocka_unit_test(test_a_bare_weekday_is_the_latest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
