/* SPDX-License-Identifier: Apache-2.0 */
/* Names in sentences: what is found, under which name, with which aliases and descriptions. */
#include "record/names/names.h"
#include "record/names/model.h"
#include "tests.h"

#include <stdlib.h>

typedef struct row {
    const char *name, *text, *wanted;
} row;

/* Wanted: "type fullest form|alias|alias {description} (mentions)", names parted by "; ". */
static const row rows[] = {
    {"a person by the full name and the last one",
     "Marta Lindqvist said the plan was dead. Lindqvist spoke in London.",
     "person Marta Lindqvist|Lindqvist (2); place London (1)"},
    {"titles are no part of a name",
     "President Jonas Ferrel met Mr. Anton Brask in Paris.",
     "person Jonas Ferrel {President} (1); person Anton Brask (1); place Paris (1)"},
    {"a short form in brackets",
     "The European Border Agency (EBA) said on Monday it had no data. The EBA declined to comment.",
     "organization European Border Agency|EBA (3)"},
    {"spelling variants are one", "Mohammed Ssali spoke in Cairo. Mohamed Ssali denied it.",
     "person Mohammed Ssali|Mohamed Ssali (2); place Cairo (1)"},
    {"a description behind the name, and the age passed over",
     "Marta Lindqvist, 41, a research fellow at the Harbor Institute, said so.",
     "person Marta Lindqvist {a research fellow at the Harbor Institute} (1); "
     "organization Harbor Institute (1)"},
    {"a description before the name", "The former weapons inspector Jonas Ferrel said so.",
     "person Jonas Ferrel {former weapons inspector} (1)"},
    {"a description before a comma", "The mayor of Oslo, Anna Holt, said so.",
     "place Oslo (1); person Anna Holt {The mayor of Oslo} (1)"},
    {"a description behind a verb", "Anna Holt is a former minister.",
     "person Anna Holt {a former minister} (1)"},
    {"better known as", "Jonas Ferrel, better known as Johnny Iron, was arrested in Madrid.",
     "person Jonas Ferrel|Johnny Iron (2); place Madrid (1)"},
    {"a company by what it is said to be, and its short form",
     "Kessler Motorenbau, a family-owned company in Bavaria, declined to comment. Kessler made "
     "engines.",
     "organization Kessler Motorenbau|Kessler {a family-owned company in Bavaria} (2); "
     "place Bavaria (1)"},
    {"countries by their letters", "The United States and Japan signed. The U.S. will pay.",
     "place United States|U.S. (2); place Japan (1)"},
    {"particles of last names", "Pieter van Dalen spoke. Van Dalen left.",
     "person Pieter van Dalen|Van Dalen (2)"},
    {"a noun before says what it is", "The newspaper Dagens Ekko said so.",
     "organization Dagens Ekko (1)"},
    {"of two with one last name the first is meant",
     "Anton Brask and his wife, Helena Brask, left. Brask smiled.",
     "person Anton Brask|Brask (2); person Helena Brask {his wife} (1)"},
    {"a body behind what it is, though nothing else tells it",
     "The satellite firm Orvex sold the images, and the consultancy Delmark checked them.",
     "organization Orvex (1); organization Delmark (1)"},
    {"the last word of a body behind an article",
     "The Sarnian Commission met on Friday. The Commission has not commented.",
     "organization Sarnian Commission|Commission (2)"},
    {"places by what stands before them",
     "Floods reached the villages of Lorna and Pasek, and neighbouring Vethia sent boats.",
     "place Lorna (1); place Pasek (1); place Vethia (1)"},
    {"a side that belongs to a place",
     "Ships left the occupied parts of Western Vethia in May.", "place Western Vethia (1)"},
    {"the ministry that says so is no apposition",
     "Nine people died in the town of Pasek, the interior ministry said.",
     "place Pasek (1)"},
    {"the agency of a dateline", "SARN, May 4 (Nordwire) - Rain fell.", "place SARN (1); organization Nordwire (1)"},
    {"days and months are no names", "A 12-day offensive began on Tuesday in May.", ""},
    {"no words at all", "", ""},
    {"possessives go",
     "Germany's parliament and France’s president agreed.",
     "place Germany (1); place France (1)"},
};

static const char *const type_names[] = {"person", "organization", "place", "other"};

static void print_name(ngi_buffer *out, const ngi_name *n)
{
    ngi_buffer_format(out, "%s%s ", out->len ? "; " : "", type_names[n->type]);
    ngi_buffer_add(out, n->name);
    for (uint32_t i = 0; i < n->alias_count; i++) {
        NGI_BUFFER_LIT(out, "|");
        ngi_buffer_add(out, n->aliases[i]);
    }
    for (uint32_t i = 0; i < n->description_count; i++) {
        NGI_BUFFER_LIT(out, " {");
        ngi_buffer_add(out, n->descriptions[i]);
        NGI_BUFFER_LIT(out, "}");
    }
    ngi_buffer_format(out, " (%u)", (unsigned)n->mention_count);
}

static void test_names_in_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        ngi_arena arena;
        ngi_arena_init(&arena, 0);
        ngi_prose prose[NGI_FIELD_COUNT] = {0};
        ngi_name *names;
        uint32_t count;
        ngi_buffer out = {0};
        assert_true(ngi_prose_make(&arena, ngi_slice_of(rows[i].text), NGI_LIT("en"),
                                   &prose[NGI_FIELD_BODY]));
        assert_true(ngi_names_find(&arena, prose, &names, &count));
        for (uint32_t n = 0; n < count; n++)
            print_name(&out, &names[n]);
        ngi_buffer_add(&out, NGI_LIT("")); /* a pointer, even when nothing was found */
        expect_text(rows[i].name, ngi_buffer_slice(&out), rows[i].wanted);
        ngi_buffer_free(&out);
        ngi_arena_free(&arena);
    }
}

static void test_the_model_is_whole(void **state)
{
    (void)state;
    assert_true(ngi_name_model_check(ngi_name_model_bytes()));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_in_sentences),
        cmocka_unit_test(test_the_model_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
