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

static const field_case names[] = {
    {"an object", PAGE(LD("\"author\": {\"@type\": \"Person\", \"name\": \"Jo Harrow\"}"), ""),
     "Jo Harrow"},
    {"a string", PAGE(LD("\"author\": \"Jo Harrow\""), ""), "Jo Harrow"},
    {"two in one string", PAGE(LD("\"author\": \"Jo Harrow and Mina Osei\""), ""),
     "Jo Harrow | Mina Osei"},
    {"an array of both kinds",
     PAGE(LD("\"author\": [\"Jo Harrow\", {\"name\": \"Mina Osei\"}]"), ""), "Jo Harrow | Mina Osei"},
    {"names in an array within", PAGE(LD("\"author\": {\"name\": [\"Jo Harrow\", \"Mina Osei\"]}"), ""),
     "Jo Harrow | Mina Osei"},
    {"a name within a name", PAGE(LD("\"author\": {\"name\": {\"name\": \"Jo Harrow\"}}"), ""),
     "Jo Harrow"},
    {"entities", PAGE(LD("\"author\": \"Se&aacute;n O&#039;Dorley\""), ""), "Seán O'Dorley"},
    {"printed byline", PAGE("", "<p>By Jo Harrow and Mina Osei</p>"), "Jo Harrow | Mina Osei"},
    {"a link to the author's page", PAGE("", "<p><a rel=author href='/authors/jo'>Jo Harrow</a></p>"),
     "Jo Harrow"},
    {"print wins over a user's name",
     PAGE("<meta name=author content='jharrow2'>", "<p class=byline>By Jo Harrow</p>"), "Jo Harrow"},
    {"no staff", PAGE(LD("\"author\": \"Staff\""), ""), ""},
    {"no agency", PAGE(LD("\"author\": \"Reuters\""), ""), ""},
    {"not the house",
     PAGE(LD("\"author\": {\"@type\": \"Organization\", \"name\": \"Ferrow Gazette\"}, "
             "\"publisher\": {\"name\": \"Ferrow Gazette\"}"), ""),
     ""},
    {"no address for a name",
     PAGE("<meta property=article:author content='https://social.example/ferrow'>", ""), ""},
    {"no date in a byline", PAGE("", "<p class=byline>By Jo Harrow | Published 3 May 2026</p>"),
     "Jo Harrow"},
    {"microdata", PAGE("", "<p itemscope itemtype='https://schema.org/Person' itemprop=author>"
                           "<span itemprop=name>Jo Harrow</span></p>"),
     "Jo Harrow"},
    {"a name in bold before the prose", PAGE("", "<p><b>Jo Harrow</b></p>"), "Jo Harrow"},
    {"bold words that are no name", PAGE("", "<p><b>what you should know</b></p>"), ""},
    {"a label and the name in the next block", PAGE("", "<p>Written by</p><p>Jo Harrow</p>"), "Jo Harrow"},
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
    {"of JSON-LD", PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"url\": \"https://www.example.org/jo\"}"), ""),
     "https://www.example.org/jo"},
    {"a path", PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"url\": \"/by/jo\"}"), ""),
     "https://www.example.org/by/jo"},
    {"of a link", PAGE("", "<p><a rel=author href='../authors/jo'>Jo Harrow</a></p>"),
     "https://www.example.org/authors/jo"},
    {"no mail address", PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"url\": \"mailto:jo@example.org\"}"), ""),
     ""},
    {"no script", PAGE("", "<p><a rel=author href='javascript:open(1)'>Jo Harrow</a></p>"), ""},
    {"an id that is an address", PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"@id\": \"https://www.example.org/jo\"}"), ""),
     "https://www.example.org/jo"},
    {"an id that is none", PAGE(LD("\"author\": {\"name\": \"Jo Harrow\", \"@id\": \"#jo\"}"), ""), ""},
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
    {"an agency as organization", PAGE(LD("\"author\": {\"@type\": \"Organization\", \"name\": \"AFP\"}"), ""), "AFP"},
    {"an agency behind a name", PAGE("", "<p class=byline>By Jo Harrow, Reuters</p>"), "Reuters"},
    {"a byline of an agency alone", PAGE("", "<p class=byline>dpa</p>"), "dpa"},
    {"creditText", PAGE(LD("\"creditText\": \"Reuters\""), ""), "Reuters"},
    {"sourceOrganization", PAGE(LD("\"sourceOrganization\": {\"name\": \"Reuters\"}"), ""), "Reuters"},
    {"the house",
     PAGE(LD("\"author\": \"Ferrow Gazette\", \"publisher\": {\"name\": \"Ferrow Gazette\"}"), ""),
     "Ferrow Gazette"},
    {"by meta", PAGE("<meta name=author content='Associated Press'>", ""), "Associated Press"},
    {"a person is no credit", PAGE(LD("\"author\": \"Jo Harrow\""), ""), ""},
    {"a house told by its first letters",
     PAGE("<meta property=og:site_name content='FNN'><meta name=author content='Ferrow News "
          "Network'>", ""),
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
        cmocka_unit_test(test_authors),
        cmocka_unit_test(test_author_addresses),
        cmocka_unit_test(test_credits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
