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
#define R2 "Their captain said that the team had not hoped for so much in the first year.\n"
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
    {"a weblog's line of tags ends a story",
     "The Harbour Post\n\nOld quay to reopen\n\nPosted on May 5, 2026 by Ida Marsh\n\n" P1 "\n" P2
     "\nPosted in World | Tags: quay, harbour | Leave a comment\n\nA beetle eats foam\n\n"
     "Posted on May 4, 2026 by Per Holm\n\n" Q1 "\n" Q2
     "\nPosted in Science | Tags: foam, food | Leave a comment\n",
     "Old quay to reopen|A beetle eats foam|", "", "Work will begin", "Posted in"},
    {"names behind a dash end stories",
     "Old quay to reopen\n\n" P1 "\n" P2 "\n— Ida Marsh, Tuesday, 5 May 2026\n\n\n"
     "A beetle eats foam\n\n" Q1 "\n" Q2 "\n— Per Holm, Monday, 4 May 2026\n",
     "Old quay to reopen|A beetle eats foam|", "", "Work will begin", "Ida Marsh"},
    {"the section below each headline of a list",
     "World\nScience\nSport\nCulture\nMost read\nKestrels win the cup in Osterby\nSport\nFerries "
     "stay in "
     "port for another week\nWorld\nThe Swans beat the Herons of Lum\nSport\nScience\nA beetle "
     "eats foam\n5 May 2026\n" Q1 Q2,
     "A beetle eats foam|",
     "Kestrels win the cup in Osterby|Ferries stay in port for another week|The Swans beat the "
     "Herons of Lum|",
     "takes nine days", "Kestrels"},
    {"numbers alone, headlines, sections",
     "Most read\n1\nKestrels win the cup\nSport\n2\nFerries stay in port\nWorld\n3\nTwo islands "
     "share the sea\nWorld\n",
     "", "Kestrels win the cup|Ferries stay in port|Two islands share the sea|", NULL, NULL},
    {"rows of a copied table",
     "Velmora Courier\tWorld\tSport\tScience\n\nMost read\nSport\tKestrels win the cup - at "
     "last\t4 days ago\nWorld\tFerries stay in port\t2 hours ago\nShore\tTwo islands share the "
     "sea\tYesterday\n\nWorld\t5 May 2026\n\tOld quay to reopen\n\n" P1 "\n" P2,
     "Old quay to reopen|",
     "Kestrels win the cup - at last|Ferries stay in port|Two islands share the sea|",
     "Work will begin", "Kestrels"},
    {"related headlines with their sections",
     "Old quay to reopen\n5 May 2026\n" P1 P2 "Related\nSport\nKestrels win the cup\nWorld\n"
     "Ferries stay in port\n",
     "Old quay to reopen|", "Kestrels win the cup|Ferries stay in port|", "Work will begin",
     "Kestrels"},
    {"a text browser's word for a picture",
     "World\n\nOld quay to reopen\n\n5 May 2026\n\n[image]\n\n" P1 "\n" P2, "Old quay to reopen|",
     "", "Work will begin", "image"},
    {"whose picture it is, said at the end",
     "国際\n\n橋が開通\n\n"
     "2026年5月5日\n\n"
     "原健撮影\n\n" P1 "\n" P2,
     "橋が開通|", "", "Work will begin", "撮影"},
    {"bylines that end stories whose dates stand above",
     "World\n\nOld quay to reopen\n\n5 May 2026\n\n" P1 "\n" P2
     "\nBy Ida Marsh\n\n\nScience\n\nA beetle eats foam\n\n4 May 2026\n\n" Q1 "\n" Q2
     "\nBy Per Holm and Bo Lind\n",
     "Old quay to reopen|A beetle eats foam|", "", "Work will begin", "Ida Marsh"},
    {"a newsletter's one sentence below its title",
     "Old quay to reopen\n\nBy Ida Marsh\n\n" P1 "\n" P2 "\n" P3
     "\nGet the newsletter\n\nA weekly digest of the stories that matter.\n\n© 2026 The Quay\n",
     "Old quay to reopen|", "", "Fishermen", "digest"},
    {"a list's title above labels that stand above their headlines",
     "Old quay to reopen\n\nBy Ida Marsh\n\n" P1 "\n" P2 "\nFrom our desks\n\nSport4 days ago\n"
     "Kestrels win the cup\n\nWorld2 hours ago\nFerries stay in port\n\nWorld3 hours ago\n"
     "Storm closes the northern road\n",
     "Old quay to reopen|",
     "Kestrels win the cup|Ferries stay in port|Storm closes the northern "
     "road|",
     "Work will begin", "From our desks"},
    {"section and date between headline and standfirst",
     "Old quay to reopen\n\nWorld\n\n5 May 2026\n\nThe council voted after a long night of talks "
     "on the quay.\n\n" P1 "\n" P2
     "\nA beetle eats foam\n\nScience\n\n4 May 2026\n\nThe beetle of Osterby eats foam, and "
     "slowly.\n\n" Q1 "\n" Q2,
     "Old quay to reopen|A beetle eats foam|", "", "Work will begin", "World"},
    {"a caption with its source in brackets",
     "Old quay to reopen\n\nBy Ida Marsh\n\nA view of the quay [File: Bo Lind/Reuters]\n\n" P1
     "\n" P2,
     "Old quay to reopen|", "", "Work will begin", "Bo Lind"},
    {"a caption with its photographer behind a stroke",
     "Old quay to reopen\n\nBy Ida Marsh\n\nThe quay in winter. / BO LIND\n\n" P1 "\n" P2,
     "Old quay to reopen|", "", "Work will begin", "BO LIND"},
    {"a credit", "Old quay to reopen\n\nBy Ida Marsh\n\nCredit: Bo Lind/The Quay\n\n" P1 "\n" P2,
     "Old quay to reopen|", "", "Work will begin", "Credit"},
    {"bare headlines with more blank lines above",
     "Old quay to reopen for walkers in June\n\n" P1 "\n" P2 "\n" P3
     "\n\nA beetle from Osterby eats foam, slowly\n\n" Q1 "\n" Q2
     "\n\nKestrels beat the Harbour Boys after penalties\n\n" R1 "\n" R2,
     "Old quay to reopen for walkers in June|A beetle from Osterby eats foam, slowly|Kestrels beat "
     "the Harbour Boys after penalties|",
     "", "Work will begin", "beetle"},
    {"subheads with more blank lines above, below a header that has a date",
     "Old quay to reopen for walkers in June\n\n5 May 2026\n\n" P1 "\n" P2
     "\n\nWhat the fishermen of the harbour ask for\n\n" P3 "\n" Q1
     "\n\nWhat comes next for the old quay\n\n" Q2 "\n" R1,
     "Old quay to reopen for walkers in June|", "", "What comes next", NULL},
    {"headlines broken in narrower lines than the text",
     "Old quay to reopen for walkers\nin June, fishermen object\n\nBy Ida Marsh\n\n" P1 "\n" P2
     "\n\nA beetle found in a cellar eats\nfoam, but slowly\n\nBy Per Holm\n\n" Q1 "\n" Q2
     "\n\nKestrels beat the Harbour Boys\nafter a long evening\n\nBy Bo Lind\n\n" R1 "\n" R2,
     "Old quay to reopen for walkers in June, fishermen object|A beetle found in a cellar eats "
     "foam, "
     "but slowly|Kestrels beat the Harbour Boys after a long evening|",
     "", "Work will begin", "fishermen object"},
    {"a headline and a byline below it are two lines",
     "Old quay to reopen for walkers\nBy Ida Marsh\n\n" P1 "\n" P2
     "\n\nA beetle found in a cellar eats\nBy Per Holm\n\n" Q1 "\n" Q2
     "\n\nKestrels beat the Harbour Boys\nBy Bo Lind\n\n" R1 "\n" R2,
     "Old quay to reopen for walkers|A beetle found in a cellar eats|Kestrels beat the Harbour "
     "Boys|",
     "", "Work will begin", "Ida Marsh"},
    {"the headline once more below itself",
     "World\n\nOld quay to reopen\n\nOld quay to reopen\n\n5 May 2026\n\n" P1 "\n" P2,
     "Old quay to reopen|", "", "Work will begin", "reopen\n"},
};

/* Headers of single stories: what comes out of them. */
static const struct {
    const char *name, *header, *description, *section, *authors, *day;
} headers[] = {
    {"a time that ends in a dot", "Old quay to reopen\n\nby Ida Marsh | May 5, 2026, 5:45 p.m.", "",
     "", "Ida Marsh|", "2026-05-05T17:45:00"},
    {"published at such a time", "Old quay to reopen\n\nPublished May 5, 2026, 7:45 a.m.", "", "",
     "", "2026-05-05T07:45:00"},
    {"a day's name beside the name", "Old quay to reopen\n\nIda Marsh, Tuesday, 5 May 2026", "", "",
     "Ida Marsh|", "2026-05-05"},
    {"two names beside a date", "Old quay to reopen\n\nIda Marsh and Per Holm | 5 May 2026", "", "",
     "Ida Marsh|Per Holm|", "2026-05-05"},
    {"minutes to read", "Old quay to reopen\n\nBy Ida Marsh\n\n4-minute read", "", "", "Ida Marsh|",
     ""},
    {"minutes to listen, in brackets",
     "Old quay to reopen\n\nBy Ida Marsh\n\nListen to this article (6 min)", "", "", "Ida Marsh|",
     ""},
    {"minutes to read, in Chinese", "Old quay to reopen\n\nBy Ida Marsh\n\n阅读时间4分钟", "", "",
     "Ida Marsh|", ""},
    {"a byline with its agency in brackets is no caption",
     "Old quay to reopen\n\nBy Ida Marsh (Reuters)", "", "", "Ida Marsh|", ""},
    {"names beside an agency", "Old quay to reopen\n\nIda Marsh and Per Holm | Reuters", "", "",
     "Ida Marsh|Per Holm|", ""},
    {"a name, a comma, an agency", "Old quay to reopen\n\nIda Marsh, dpa", "", "", "Ida Marsh|",
     ""},
    {"two names in capitals", "Old quay to reopen\n\nBY IDA ANN MARSH AND PER HOLM", "", "",
     "IDA ANN MARSH|PER HOLM|", ""},
    {"a name in brackets", "Old quay to reopen\n\n[이민수 기자]", "", "", "이민수|", ""},
    {"a name and its verb", "Old quay to reopen\n\nSigrún Bjarnadóttir skrifar", "", "",
     "Sigrún Bjarnadóttir|", ""},
    {"a role behind a dash", "Old quay to reopen\n\nIda Marsh — Harbour editor\n\n5 May 2026", "",
     "", "Ida Marsh|", "2026-05-05"},
    {"two names joined by a letter", "Old quay to reopen\n\nبقلم سمير حداد وليلى ناصر", "", "",
     "سمير حداد|ليلى ناصر|", ""},
    {"a byline in italics", "Old quay to reopen\n\n_By Ida Marsh_", "", "", "Ida Marsh|", ""},
    {"a standfirst in bold",
     "Old quay to reopen\n\n5 May 2026\n\n**Walkers may come back in June, fishermen object.**",
     "Walkers may come back in June, fishermen object.", "", "", "2026-05-05"},
    {"a standfirst between date and length",
     "Old quay to reopen\n\n5 May 2026\n\nWalkers may come back to the quay in June. Fishermen "
     "object to that.\n\nListen (4 min)",
     "Walkers may come back to the quay in June. Fishermen object to that.", "", "", "2026-05-05"},
    {"a standfirst below a length",
     "Old quay to reopen\n\nListen (4 min)\n\nWalkers may come back to the quay in June. Fishermen "
     "object to that.\n\n5 May 2026",
     "Walkers may come back to the quay in June. Fishermen object to that.", "", "", "2026-05-05"},
    {"minutes in Czech", "Old quay to reopen\n\n5 May 2026\n\n4 min čtení", "", "", "",
     "2026-05-05"},
    {"minutes in German", "Old quay to reopen\n\n5 May 2026\n\nLesezeit: 4 Min.", "", "", "",
     "2026-05-05"},
    {"where on the site", "The Harbour Post > Science\n\nOld quay to reopen\n\n5 May 2026", "",
     "Science", "", "2026-05-05"},
    {"where, without spaces", "Home>Science\n\nOld quay to reopen\n\n5 May 2026", "", "Science", "",
     "2026-05-05"},
    {"a person, and what she is",
     "Old quay to reopen\n5 May 2026\nShare\nSave\nIda Marsh\nHarbour "
     "correspondent",
     "", "", "Ida Marsh|", "2026-05-05"},
    {"a person, what he is, a date",
     "Old quay to reopen\nBo Lind\nReporting from Osterby\n5 May "
     "2026\nShare",
     "", "", "Bo Lind|", "2026-05-05"},
    {"an article by", "Alter Kai öffnet\n\nEin Artikel von Ida Marsch\n\n5. Mai 2026", "", "",
     "Ida Marsch|", "2026-05-05"},
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

static void test_headers(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(headers); i++) {
        ngi_arena arena;
        ngi_buffer text = {0}, names = {0};
        ngi_arena_init(&arena, 0);
        ngi_buffer_format(&text, "%s\n\n" P1 "\n" P2 "\n" P3, headers[i].header);
        ngi_scene scene = {.arena = &arena, .text = ngi_buffer_slice(&text), .now = NGI_LIT(NOW)};
        ngi_page page = {0};
        assert_true(ngi_read_dump(&scene, &page));
        expect_int(headers[i].name, page.story_count, 1);
        const ngi_story *story = &page.stories[0];
        for (uint32_t k = 0; k < story->author_count; k++) {
            ngi_buffer_add(&names, story->authors[k].name.text);
            ngi_buffer_char(&names, '|');
        }
        expect_text(headers[i].name, story->description.text, headers[i].description);
        expect_text(headers[i].name, story->section.text, headers[i].section);
        expect_text(headers[i].name, ngi_buffer_slice(&names), headers[i].authors);
        expect_text(headers[i].name, story->date_published.text, headers[i].day);
        expect_int(headers[i].name, (int)story->part_count, 3);
        ngi_buffer_free(&names);
        ngi_buffer_free(&text);
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
        cmocka_unit_test(test_headers),
        cmocka_unit_test(test_places_hold_the_words),
        cmocka_unit_test(test_a_bare_weekday_is_the_latest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
