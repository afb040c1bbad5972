/* SPDX-License-Identifier: Apache-2.0 */
#include "stories/field_case.h"
#include "stories/fields/fields.h"
#include "tests.h"

#define BODY                                                                                       \
    "<div id=body><p>The harbour of Lindesvik froze over last night for the first time in "        \
    "thirty years, and the ferries stayed where they were.</p></div>"

static ng_slice headline(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->headline.text;
}

static const field_case cases[] = {
    {"the only h1", "<h1>Harbour freezes over</h1>" BODY, "Harbour freezes over"},
    {"title with the site's name behind it",
     "<title>Harbour freezes over | The Lindesvik Post</title>" BODY, "Harbour freezes over"},
    {"print wins over the title for sharing",
     "<meta property=og:title content='Ice! You will not believe this harbour'>"
     "<h1>Harbour freezes over</h1>" BODY,
     "Harbour freezes over"},
    {"the site's name in h1, the headline in h2",
     "<meta property=og:site_name content='Lindesvik Post'><meta property=og:title "
     "content='Harbour freezes over'><h1>Lindesvik Post</h1><h2>Harbour freezes over</h2>" BODY,
     "Harbour freezes over"},
    {"h1 links home",
     "<title>Harbour freezes over - Post</title><h1><a href='/'>The Post</a></h1>"
     "<h2>Harbour freezes over</h2>" BODY,
     "Harbour freezes over"},
    {"kicker within the heading",
     "<h1><span>Winter</span><span>Harbour freezes over</span></h1>" BODY,
     "Winter Harbour freezes over"},
    {"kicker as a block within the heading",
     "<meta property=og:title content='Harbour freezes over'><h1><div>Winter</div><div>Harbour "
     "freezes over</div></h1>" BODY,
     "Harbour freezes over"},
    {"no heading at all, only metadata", LD("\"headline\": \"Harbour freezes over\"") BODY,
     "Harbour freezes over"},
    {"entities in metadata", LD("\"headline\": \"Harbour &amp; fjord freeze over\"") BODY,
     "Harbour & fjord freeze over"},
    {"a div whose class says headline",
     "<title>Harbour freezes over - Lindesvik Post</title><div class='story-headline'>Harbour "
     "freezes over</div>" BODY,
     "Harbour freezes over"},
    {"headings of teasers behind the body do not count",
     "<h1>Harbour freezes over</h1>" BODY "<h2>Fish prices rise again</h2><h2>Mayor to resign"
     "</h2>",
     "Harbour freezes over"},
    {"soft hyphens and wide spaces go", "<h1>Har&shy;bour&nbsp; freezes\n over</h1>" BODY,
     "Harbour freezes over"},
    {"emphasis within the headline adds no space", "<h1>The <em>Ice</em>-breaker stays</h1>" BODY,
     "The Ice-breaker stays"},
    {"an empty h1", "<title>Harbour freezes over</title><h1> </h1>" BODY, "Harbour freezes over"},
    {"in a script without spaces",
     "<title>港が凍る｜リンデ新聞</title><h1>港が三十年ぶりに凍る</h1>" BODY,
     "港が三十年ぶりに凍る"},
    {"the trail's last step loses where the record has another headline",
     LD("\"headline\": \"Harbour freezes over\"") "<ul><li><a href='/'>Home</a></li><li><h1>Ice "
                                                  "news: "
                                                  "Lindesvik harbour "
                                                  "frozen</h1></li></ul><h2>Harbour freezes "
                                                  "over</h2>" BODY,
     "Harbour freezes over"},
    {"and wins where it has the same",
     LD("\"headline\": \"Ice news: harbour frozen\"") "<div class=breadcrumb><h1>Ice news: harbour "
                                                      "frozen</h1></div><h2>Harbour freezes "
                                                      "over</h2>" BODY,
     "Ice news: harbour frozen"},
    {"no heading, the site's name before it in the title",
     "<title>The Lindesvik Post and Harbour Gazette Online - Harbour freezes "
     "over</title><div>Monday</div>"
     "<div>Harbour freezes over</div>" BODY,
     "Harbour freezes over"},
    {"nothing to be found", "<div>x</div>" BODY, ""},
};

static void test_headlines(void **state)
{
    (void)state;
    check_field(cases, ARRAY_COUNT(cases), headline);
}

static const struct {
    const char *name, *title, *house;
    bool any;
    const char *wanted;
} titles[] = {
    {"bar", "Ice on the harbour | Lindesvik Post", "Lindesvik Post", false, "Ice on the harbour"},
    {"dash", "Ice on the harbour – Lindesvik Post", "Lindesvik Post", false, "Ice on the harbour"},
    {"another name stays", "Ice on the harbour | The Sequel", "Lindesvik Post", false,
     "Ice on the harbour | The Sequel"},
    {"any short tail, where asked", "Ice on the harbour | News | Post", "", true,
     "Ice on the harbour"},
    {"a hyphen within a word is none", "Ice-cold harbour", "", true, "Ice-cold harbour"},
    {"a long tail belongs to it", "Ice - the harbour of Lindesvik is frozen over", "", true,
     "Ice - the harbour of Lindesvik is frozen over"},
    {"name alone", "Lindesvik Post", "Lindesvik Post", true, "Lindesvik Post"},
    {"case does not matter", "Ice on the harbour - LINDESVIK POST", "Lindesvik Post", false,
     "Ice on the harbour"},
    {"two names", "Ice on the harbour | Weather | Lindesvik Post", "Lindesvik Post", true,
     "Ice on the harbour"},
    {"nothing", "", "Lindesvik Post", true, ""},
};

static void test_titles_lose_the_sites_name(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(titles); i++)
        expect_text(titles[i].name,
                    ngi_title_strip(&arena, ngi_slice_of(titles[i].title),
                                    ngi_slice_of(titles[i].house), titles[i].any),
                    titles[i].wanted);
    ngi_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headlines),
        cmocka_unit_test(test_titles_lose_the_sites_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
