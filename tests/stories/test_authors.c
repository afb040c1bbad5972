/* SPDX-License-Identifier: Apache-2.0 */
#include "stories/field_case.h"
#include "tests.h"

static ng_slice authors(ngi_arena *arena, const ngi_story *story)
{
    ngi_buffer b = {0};
    for (uint32_t i = 0; i < story->author_count; i++) {
        if (i > 0)
            NGI_BUFFER_LIT(&b, " | ");
        ngi_buffer_add(&b, story->authors[i].name.text);
    }
    ng_slice all = ngi_arena_copy(arena, ngi_buffer_slice(&b));
    ngi_buffer_free(&b);
    return all;
}

/* A page whose text is closed by `tail`. */
#define CLOSED(head, tail)                                                                         \
    "<!doctype html><html><head>" head "</head><body><h1>Bridge at Ferrow closed for repairs</h1>" \
    "<div id=body><p>The old bridge over the Ferrow was closed on Monday after engineers had "     \
    "found cracks in two of its piers, the town said.</p><p>Repairs will take until the "          \
    "autumn, and lorries have to use the ford.</p>" tail "</div></body>"

static const field_case closed[] = {
    {"a name in bold", CLOSED("", "<p><strong>Nguyễn Thu Hà</strong></p>"), "Nguyễn Thu Hà"},
    {"a name in italics", CLOSED("", "<p><em>Jo Harrow</em></p>"), "Jo Harrow"},
    {"a name on the right", CLOSED("", "<p style='text-align: right'>Jo Harrow</p>"), "Jo Harrow"},
    {"a name behind a dash", CLOSED("", "<p>— Jo Harrow</p>"), "Jo Harrow"},
    {"a name in brackets behind the last sentence",
     CLOSED("", "<p>橋は秋まで閉じる。（高橋恵子）</p>"), "高橋恵子"},
    {"a set phrase in brackets", CLOSED("", "<p>橋は秋まで閉じる。（敬称略）</p>"), ""},
    {"brackets within a sentence", CLOSED("", "<p>市長は町の人（高橋恵子）</p>"), ""},
    {"a plain name", CLOSED("", "<p>Jo Harrow</p>"), ""},
    {"bold words that are no name", CLOSED("", "<p><b>What happens now</b></p>"), ""},
    {"a byline as the last paragraph", CLOSED("", "<p>Written by Jo Harrow</p>"), "Jo Harrow"},
    {"a label",
     CLOSED("", "</div><ul><li><b>Date</b> 3 May 2026</li><li><b>Author</b> Jo Harrow</li></ul>"),
     "Jo Harrow"},
    {"metadata win", CLOSED("<meta name=author content='Mina Osei'>", "<p><em>Jo Harrow</em></p>"),
     "Mina Osei"},
    {"nobody", CLOSED("", ""), ""},
};

static void test_closed(void **state)
{
    (void)state;
    check_field(closed, ARRAY_COUNT(closed), authors);
}

static ng_slice body(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    ng_slice last = story->parts[story->part_count - 1].text.text;
    return ngi_slice_sub(last, 0, 7);
}

static const field_case bodies[] = {
    {"a name that closes the text is no part of it", CLOSED("", "<p><em>Jo Harrow</em></p>"),
     "Repairs"},
    {"it is where somebody else wrote it",
     CLOSED("<meta name=author content='Mina Osei'>", "<p><em>Jo Harrow</em></p>"), "Jo Harr"},
    {"a last paragraph with a name in brackets stays", CLOSED("", "<p>Shut it.（高橋恵子）</p>"),
     "Shut it"},
};

static void test_bodies(void **state)
{
    (void)state;
    check_field(bodies, ARRAY_COUNT(bodies), body);
}

static const field_case names[] = {
    {"an object", PAGE(LD("\"author\": {\"@type\": \"Person\", \"name\": \"Jo Harrow\"}"), ""),
     "Jo Harrow"},
    {"a string", PAGE(LD("\"author\": \"Jo Harrow\""), ""), "Jo Harrow"},
    {"two in one string", PAGE(LD("\"author\": \"Jo Harrow and Mina Osei\""), ""),
     "Jo Harrow | Mina Osei"},
    {"an array of both kinds",
     PAGE(LD("\"author\": [\"Jo Harrow\", {\"name\": \"Mina Osei\"}]"), ""),
     "Jo Harrow | Mina Osei"},
    {"names in an array within",
     PAGE(LD("\"author\": {\"name\": [\"Jo Harrow\", \"Mina Osei\"]}"), ""),
     "Jo Harrow | Mina Osei"},
    {"a name within a name", PAGE(LD("\"author\": {\"name\": {\"name\": \"Jo Harrow\"}}"), ""),
     "Jo Harrow"},
    {"entities", PAGE(LD("\"author\": \"Se&aacute;n O&#039;Dorley\""), ""), "Seán O'Dorley"},
    {"printed byline", PAGE("", "<p>By Jo Harrow and Mina Osei</p>"), "Jo Harrow | Mina Osei"},
    {"a link to the author's page",
     PAGE("", "<p><a rel=author href='/authors/jo'>Jo Harrow</a></p>"), "Jo Harrow"},
    {"print wins over a user's name",
     PAGE("<meta name=author content='jharrow2'>", "<p class=byline>By Jo Harrow</p>"),
     "Jo Harrow"},
    {"no staff", PAGE(LD("\"author\": \"Staff\""), ""), ""},
    {"no agency", PAGE(LD("\"author\": \"Reuters\""), ""), ""},
    {"the house where metadata names nobody else",
     PAGE(LD("\"author\": {\"@type\": \"Organization\", \"name\": \"Ferrow Gazette\"}, "
             "\"publisher\": {\"name\": \"Ferrow Gazette\"}"),
          ""),
     "Ferrow Gazette"},
    {"the house gives way to a person in the record",
     PAGE(LD("\"author\": [{\"@type\": \"Organization\", \"name\": \"Ferrow Gazette\"}, "
             "{\"@type\": \"Person\", \"name\": \"Jo Harrow\"}], "
             "\"publisher\": {\"name\": \"Ferrow Gazette\"}"),
          ""),
     "Jo Harrow"},
    {"the house gives way to a printed person",
     PAGE(LD("\"author\": {\"@type\": \"Organization\", \"name\": \"Ferrow Gazette\"}, "
             "\"publisher\": {\"name\": \"Ferrow Gazette\"}"),
          "<p class=byline>By Jo Harrow</p>"),
     "Jo Harrow"},
    {"no house that only publishes",
     PAGE(LD("\"publisher\": {\"name\": \"Ferrow Gazette\"}"), ""), ""},
    {"no staff of an organization",
     PAGE(LD("\"author\": {\"@type\": \"Organization\", \"name\": \"Staff\"}"), ""), ""},
    {"no agency of an organization",
     PAGE(LD("\"author\": {\"@type\": \"Organization\", \"name\": \"Reuters\"}"), ""), ""},
    {"no source of pictures", PAGE("", "<p class=author>Getty Images</p>"), ""},
    {"no address for a name",
     PAGE("<meta property=article:author content='https://social.example/ferrow'>", ""), ""},
    {"no date in a byline", PAGE("", "<p class=byline>By Jo Harrow | Published 3 May 2026</p>"),
     "Jo Harrow"},
    {"microdata",
     PAGE("", "<p itemscope itemtype='https://schema.org/Person' itemprop=author>"
              "<span itemprop=name>Jo Harrow</span></p>"),
     "Jo Harrow"},
    {"a name in bold before the prose", PAGE("", "<p><b>Jo Harrow</b></p>"), "Jo Harrow"},
    {"bold words that are no name", PAGE("", "<p><b>what you should know</b></p>"), ""},
    {"a label and the name in the next block", PAGE("", "<p>Written by</p><p>Jo Harrow</p>"),
     "Jo Harrow"},
    {"a label and no name", PAGE("", "<p class=byline>Written by</p>"), ""},
    {"a name in italics before the prose", PAGE("", "<p><i>Jo Harrow</i></p>"), "Jo Harrow"},
    {"a byline as the first paragraph",
     "<html><body><h1>Bridge at Ferrow closed for repairs</h1><div id=body><p>By <b>Jo "
     "Harrow</b></p><p>The "
     "old bridge was closed on Monday after cracks had been found, the town said.</p></div>",
     "Jo Harrow"},
    {"a name beside a portrait",
     PAGE("", "<img src=j.jpg alt='Jo Harrow, harbour reporter'><p>Jo Harrow</p>"), "Jo Harrow"},
    {"the name below a picture in the news",
     PAGE("", "<figure><img src=j.jpg alt='Jo Harrow'><figcaption>Jo Harrow</figcaption></figure>"),
     ""},
    {"a teaser's picture",
     PAGE("", "<a href='/x'><img src=j.jpg alt='Harbour Walks'><p>Harbour Walks</p></a>"), ""},
    {"undefined", PAGE(LD("\"author\": \"undefined\""), ""), ""},
    {"a label and a name in two elements",
     PAGE("", "<p class=byline><span>Written by</span><br><span>Jo Harrow</span></p>"),
     "Jo Harrow"},
    {"a bare name among the facts", PAGE("", "<div class=info>Jo Harrow</div>"), "Jo Harrow"},
    {"a place among the facts", PAGE("", "<div class=info>in the north</div>"), ""},
    {"a desk with a name of its own", PAGE(LD("\"author\": \"Metro Ferrow Desk\""), ""),
     "Metro Ferrow Desk"},
    {"letters and staff", PAGE("<meta name=author content='FGT Staff'>", ""), "FGT Staff"},
    {"a bare desk", PAGE(LD("\"author\": \"Web Desk\""), ""), ""},
    {"print wins over a desk",
     PAGE(LD("\"author\": \"Metro Ferrow Desk\""), "<p class=byline>By Jo Harrow</p>"),
     "Jo Harrow"},
    {"the house and a letter",
     PAGE("<meta property=og:site_name content='Ferrow Gazette'>"
          "<meta name=author content='Ferrow Gazette D'>",
          "<p><b>JO HARROW</b></p>"),
     "JO HARROW"},
    {"a link to the list of all authors", PAGE("", "<p><a href='/authors'>Authors</a></p>"), ""},
    {"a picture's day names nobody",
     PAGE("", "<img src=a.jpg><p>Harbour Crane at work near the old pier, 3 May 2026</p>"), ""},
    {"a role of several words",
     PAGE("", "<p class=byline>Jo Harrow | Certified Harbour Consultant</p>"), "Jo Harrow"},
    {"labels one after another",
     PAGE("", "<div class=info>2026-03-28 10:15 来源：晨光网 记者：林晓</div>"), "林晓"},
    {"in brackets", PAGE("", "<p class=writer>（高橋恵）</p>"), "高橋恵"},
    {"and between two links",
     PAGE("",
          "<div class=byline>מאת <a href='/a/1'>נועה ברק</a> ו<a href='/a/2'>דן שגיא</a></div>"),
     "נועה ברק | דן שגיא"},
    {"nobody", PAGE("", ""), ""},
};

static void test_authors(void **state)
{
    (void)state;
    check_field(names, ARRAY_COUNT(names), authors);
}

static ng_slice first_url(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->author_count > 0 ? story->authors[0].url : (ng_slice){0};
}

static const field_case urls[] = {
    {"of JSON-LD",
     PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"url\": \"https://www.example.org/jo\"}"), ""),
     "https://www.example.org/jo"},
    {"a path", PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"url\": \"/by/jo\"}"), ""),
     "https://www.example.org/by/jo"},
    {"of a link", PAGE("", "<p><a rel=author href='../authors/jo'>Jo Harrow</a></p>"),
     "https://www.example.org/authors/jo"},
    {"no mail address",
     PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"url\": \"mailto:jo@example.org\"}"), ""), ""},
    {"no script", PAGE("", "<p><a rel=author href='javascript:open(1)'>Jo Harrow</a></p>"), ""},
    {"an id that is an address",
     PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"@id\": \"https://www.example.org/jo\"}"), ""),
     "https://www.example.org/jo"},
    {"an id that is none", PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"@id\": \"#jo\"}"), ""),
     ""},
    {"empty", PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"url\": \"\"}"), ""), ""},
    {"null", PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"url\": null}"), ""), ""},
    {"nobody", PAGE("", ""), ""},
};

static void test_author_addresses(void **state)
{
    (void)state;
    check_field(urls, ARRAY_COUNT(urls), first_url);
}

static ng_slice credit(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->credit;
}

static const field_case credits[] = {
    {"an agency as author", PAGE(LD("\"author\": \"Reuters\""), ""), "Reuters"},
    {"an agency as organization",
     PAGE(LD("\"author\": {\"@type\": \"Organization\", \"name\": \"AFP\"}"), ""), "AFP"},
    {"an agency behind a name", PAGE("", "<p class=byline>By Jo Harrow, Reuters</p>"), "Reuters"},
    {"a byline of an agency alone", PAGE("", "<p class=byline>dpa</p>"), "dpa"},
    {"creditText", PAGE(LD("\"creditText\": \"Reuters\""), ""), "Reuters"},
    {"sourceOrganization", PAGE(LD("\"sourceOrganization\": {\"name\": \"Reuters\"}"), ""),
     "Reuters"},
    {"the house",
     PAGE(LD("\"author\": \"Ferrow Gazette\", \"publisher\": {\"name\": \"Ferrow Gazette\"}"), ""),
     "Ferrow Gazette"},
    {"by meta", PAGE("<meta name=author content='Associated Press'>", ""), "Associated Press"},
    {"a person is no credit", PAGE(LD("\"author\": \"Jo Harrow\""), ""), ""},
    {"a house told by its first letters",
     PAGE("<meta property=og:site_name content='FNN'><meta name=author content='Ferrow News "
          "Network'>",
          ""),
     "Ferrow News Network"},
    {"nothing", PAGE("", ""), ""},
};

static void test_credits(void **state)
{
    (void)state;
    check_field(credits, ARRAY_COUNT(credits), credit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_authors), cmocka_unit_test(test_closed),
        cmocka_unit_test(test_bodies),  cmocka_unit_test(test_author_addresses),
        cmocka_unit_test(test_credits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
