/* SPDX-License-Identifier: Apache-2.0 */
/* Who said what, by rows: a text, and what must be among its attributions, each as
 * "speaker|stance|cue|content". A speaker without a name is "description@organization#count";
 * "?" behind it: the text leaves it open. */
#include "tests.h"

#include "record/record.h"
#include "record/record_names.h"

#include <stdio.h>

typedef struct row {
    const char *name, *text, *must[6];
    const char *never; /* NULL, or content that no attribution has */
} row;

static const row rows[] = {
    {"a word in -ed that closes a sentence is a verb",
     "\"It is always the same trick,\" the official added.",
     {"official#1|states|added|\"It is always the same trick,\""},
     NULL},
    {"\"member states\" say nothing",
     "An envoy said Ostrava expected member states \"to keep to the rules\".",
     {"envoy#1|states|said|Ostrava expected member states"},
     NULL},
    {"a source ends before the sentence's verb",
     "The Harbour Board put the firm on its list on March 7, saying it had moved fuel for the navy.",
     {"Harbour Board|states|saying|it had moved fuel for the navy"},
     NULL},
    {"a statement around \"according to\"",
     "Prime Minister Olav Reine, according to two aides, intends to replace the minister within "
     "weeks.",
     {"aides#2|states|according to|Prime Minister Olav Reine intends to replace the minister"},
     NULL},
    {"why the people before are not named stands in the next sentence's words",
     "Three officials, who spoke on condition of anonymity because the talks are private, said a "
     "deal was close.",
     {"officials#3|states|said|a deal was close"},
     "the talks are private"},
    {"some of the people met before",
     "Three people with knowledge of the deal said it was dead.\n\nTwo of the people said the "
     "engines had been sold twice. They asked not to be named.",
     {"people with knowledge of the deal#3|states|said|it was dead",
      "people with knowledge of the deal#2|states|said|the engines had been sold twice"},
     NULL},
    {"asked a firm to do something",
     "The board had asked an outside firm to go through all contracts.",
     {"board?|requests|had asked|an outside firm to go through"},
     NULL},
    {"who goes on after \"and\" is the same",
     "Brandt Lines rejected the bid, saying it undervalued the company, and urged shareholders to "
     "take no action.",
     {"Brandt Lines|denies|rejected|the bid", "Brandt Lines|states|saying|it undervalued",
      "Brandt Lines|requests|urged|shareholders to take no action"},
     NULL},
    {"a request behind a relative clause",
     "Halden Watch, which first reported on the trade in 2024, urged insurers to "
     "stop covering the ships.",
     {"Halden Watch|requests|urged|insurers to stop covering the ships"},
     "the trade in 2024, urged insurers to stop covering the ships"},
    {"people and what they were told of",
     "The envoy visited the capital in May and warned banks there, two sources briefed on the visit "
     "said.",
     {"sources briefed on the visit#2|states|said|The envoy visited the capital"},
     NULL},
    {"when is no part of who",
     "The sale was first reported by Northwire in June.",
     {"Northwire|states|was first reported|The sale"},
     NULL},
    {"neither nor with remarks on each party",
     "Neither the firm's chairman, Otto Falk, nor the insurer, Baltika, responded to emails.",
     {"Otto Falk|declines|Neither responded|to emails",
      "Baltika|declines|Neither responded|to emails"},
     NULL},
    {"an adviser to somebody",
     "An adviser to the speaker, asking not to be identified because the inquiry is secret, said the "
     "emails included travel plans.",
     {"adviser#1|states|said|the emails included travel plans"},
     "not to be identified"},
    {"a transcript",
     "The host went on.\n\nMARSH: Do you see the two as alike, or is one the worse?\n\nPELL: I have said "
     "what I think of that.\n\nMARSH: You have not said it here, governor.",
     {"MARSH|states|:|Do you see the two as alike", "PELL|states|:|I have said what I think",
      "MARSH|states|:|You have not said it here"},
     NULL},
    {"a dateline with a colon is no speaker",
     "NEW HARL: The council met on Friday and closed the pier for a year.",
     {NULL},
     "The council met on Friday"},
    {"signed quotations",
     "\"He scares me whenever he opens his mouth.\" \xE2\x80\x95 Estela Marden\n\n\"Nobody asked us about the "
     "pier, and nobody will.\"\n\n- Carl Sands",
     {"Estela Marden|states|\xE2\x80\x95|\"He scares me", "Carl Sands|states|-|\"Nobody asked us"},
     NULL},
    {"a report goes on behind its noun",
     "Nine people fell ill at two schools in Harl in May, according to a letter that the district "
     "sent to parents on June 3.",
     {"letter that the district sent to parents#1|states|according to|Nine people fell"},
     "on June 3"},
    {"sources of three kinds in a list",
     "The yard sold the vessels to a broker in Tessel in March, according to port records, two "
     "officials with knowledge of the sale and a letter seen by Meridian.",
     {"port records#0|states|according to|The yard sold",
      "officials with knowledge of the sale#2|states|according to|The yard sold",
      "letter seen by Meridian#1|states|according to|The yard sold"},
     NULL},
    {"what is said of the noun is no part of it",
     "A memo dated April 9 says the pumps were never tested.",
     {"memo dated April 9#1|states|says|the pumps were never tested"},
     NULL},
    {"according to within a relative clause",
     "The agent Harlow Bunker, which according to customs records handled nine of the calls, "
     "declined to comment.",
     {"customs records#0|states|according to|handled nine of the calls",
      "Harlow Bunker|declines|declined|to comment"},
     NULL},
    {"a name behind the verb ends the sentence",
     "Some 90,000 tonnes of ore, worth $20 million at today's prices, left the port in May, said "
     "Rana Colby, head of research at the consultancy Minerva.",
     {"Rana Colby|states|said|Some 90,000 tonnes of ore"},
     NULL},
    {"asked somebody to do something",
     "The prosecutor asked the court to jail Mr. Lind for nine years.",
     {"prosecutor#1|requests|asked|to jail Mr. Lind"},
     NULL},
    {"what keeps a source unnamed is no statement",
     "The officer asked not to be identified because he was not authorised to speak.",
     {NULL},
     "not to be identified because he was not authorised to speak"},
    {"people briefed on something",
     "The strike will end on Sunday, three people briefed on the talks told Meridian on Friday.",
     {"people briefed on the talks#3|states|told|The strike will end on Sunday"},
     "the talks told Meridian on Friday"},
    {"neither nor gives an entry for each party",
     "Neither the ministry of transport nor Baltrad Holding responded to requests for comment.",
     {"ministry of transport|declines|Neither responded|to requests for comment",
      "Baltrad Holding|declines|Neither responded|to requests for comment"},
     NULL},
    {"a list gives an entry for each party",
     "Orlen Shipping, Marnex Group and the port authority did not respond to requests for comment.",
     {"Orlen Shipping|declines|did not respond|", "Marnex Group|declines|did not respond|",
      "port authority|declines|did not respond|"},
     NULL},
    {"representatives for several",
     "Representatives for Orlen Shipping and Marnex Group declined to comment.",
     {"Representatives@Orlen Shipping#0|declines|declined|to comment",
      "Representatives@Marnex Group#0|declines|declined|to comment"},
     NULL},
    {"could not be reached",
     "Joren Vask could not be reached for comment on Tuesday.",
     {"Joren Vask|unknown|could not be reached|for comment"},
     NULL},
    {"was unable to determine",
     "Northwire was unable to determine who had signed the contract.",
     {"Northwire|unknown|was unable to determine|who had signed the contract"},
     NULL},
    {"did not specify",
     "The company did not specify when the work would resume.",
     {"company?|unknown|did not specify|when the work would resume"},
     NULL},
    {"no immediate comment from",
     "There was no immediate comment from the embassy of Orla.",
     {"embassy of Orla|declines|There was no immediate comment|"},
     NULL},
    {"requests that went unanswered",
     "Emails sent to Marnex Group went unanswered.",
     {"Marnex Group|declines|went unanswered|Emails"},
     NULL},
    {"nobody could verify",
     "It could not be established whether the crane was in use.",
     {"#0|unknown|could not be established|whether the crane was in use"},
     NULL},
    {"neither confirmed nor denied",
     "Prosecutors have neither confirmed nor denied the report.",
     {"Prosecutors#0|unknown|have neither confirmed nor denied|the report"},
     NULL},
    {"the answer is that there is none",
     "A spokesman for Marnex Group said he could not comment on drafts.",
     {"spokesman@Marnex Group#1|declines|said|he could not comment on drafts"},
     NULL},
    {"a second verb without its subject",
     "The fire chief confirmed that the siren had been broken, but would not say why.",
     {"fire chief#1|declines|would not say|why"},
     NULL},
    {"repeated denial",
     "Baltrad Holding has repeatedly denied that it delayed the work.",
     {"Baltrad Holding|denies|has repeatedly denied|that it delayed the work"},
     NULL},
    {"a call on somebody",
     "Joren Vask called on the ministry to publish the contract.",
     {"Joren Vask|requests|called on|the ministry to publish the contract"},
     NULL},
    {"an intention",
     "Joren Vask vowed to sue the port.",
     {"Joren Vask|intends|vowed|to sue the port"},
     NULL},
    {"two sources with their organization",
     "The ship will be sold, two officials from the port authority said on Tuesday.",
     {"officials@port authority#2|states|said|The ship will be sold"},
     NULL},
    {"why a source is unnamed",
     "A senior official, who asked not to be identified because the talks are private, said the "
     "delay was political.",
     {"senior official#1|states|said|the delay was political"},
     "not to be identified because the talks are private"},
    {"documents as sources",
     "The ship was sold in May, according to court filings seen by Northwire.",
     {"court filings seen by Northwire#0|states|according to|The ship was sold in May"},
     NULL},
    {"a quotation around its cue",
     "\"We will not pay,\" said Ana Ostrova, a lawyer for the union. \"They know that.\"",
     {"Ana Ostrova|states|said|\"We will not pay,\" \"They know that.\""},
     NULL},
    {"she is who spoke before",
     "Ana Ostrova said the ship was late. She said that nobody was told.",
     {"Ana Ostrova|states|said|the ship was late", "Ana Ostrova|states|said|that nobody was told"},
     NULL},
    {"a last name is the whole one",
     "Ana Ostrova runs the union. Ostrova said the ship was late.",
     {"Ana Ostrova|states|said|the ship was late"},
     NULL},
    {"a paragraph that goes on with the quotation",
     "\"We have waited for ten years for this,\" Joren Vask said.\n\n\"Nobody in this town can "
     "wait for another ten years.\"",
     {"Joren Vask|states|said|\"We have waited for ten years for this,\" \"Nobody in this town can "
      "wait for another ten years.\""},
     NULL},
};

static ng_slice joined(ngi_arena *arena, ng_slice text, const ngi_extents *list)
{
    ngi_buffer out = {0};
    for (uint32_t i = 0; i < list->count; i++) {
        if (i > 0)
            ngi_buffer_char(&out, ' ');
        ngi_buffer_add(&out, ngi_slice_sub(text, list->items[i].begin, list->items[i].end));
    }
    ng_slice copy = ngi_arena_copy(arena, ngi_buffer_slice(&out));
    ngi_buffer_free(&out);
    return copy;
}

/* As rows write it. */
static void shown(ngi_arena *arena, ng_slice text, const ngi_attribution *a, char *out, size_t room)
{
    const ngi_speaker *s = &a->speaker;
    ng_slice cue = joined(arena, text, &a->cue), content = joined(arena, text, &a->content);
    ng_slice stance = ngi_stance_name(a->stance);
    char who[256], number[16] = "";
    bool body = s->kind == NGI_SPEAKER_ORGANIZATION && s->count == 0;
    if (s->name.len == 0 && !(body && s->organization.len == 0))
        snprintf(number, sizeof(number), "#%u", s->count);
    snprintf(who, sizeof(who), "%.*s%s%.*s%s%s",
             (int)(s->name.len > 0 ? s->name.len : s->description.len),
             s->name.len > 0 ? s->name.ptr : s->description.ptr,
             s->name.len == 0 && s->organization.len > 0 ? "@" : "",
             s->name.len == 0 ? (int)s->organization.len : 0, s->organization.ptr, number,
             s->open ? "?" : "");
    snprintf(out, room, "%s|%.*s|%.*s|%.*s", who, (int)stance.len, stance.ptr, (int)cue.len,
             cue.ptr, (int)content.len, content.ptr);
}

static ngi_record make(ngi_arena *arena, const char *text)
{
    ngi_story story = {.body = ngi_slice_of(text), .language = NGI_LIT("en")};
    ngi_record record;
    assert_true(
        ngi_record_make(arena, &story, (ng_slice){0}, NGI_WITH_ATTRIBUTIONS, false, NULL, &record));
    return record;
}

/* Every row is looked at, so that all that fail are named. */
static unsigned check(const row *r)
{
    unsigned faults = 0;
    ngi_arena arena;
    char line[1024], all[4096] = "";
    size_t used = 0;
    bool met[6] = {false};
    ngi_arena_init(&arena, 0);
    ngi_record record = make(&arena, r->text);
    for (uint32_t i = 0; i < record.attribution_count; i++) {
        shown(&arena, ngi_slice_of(r->text), &record.attributions[i], line, sizeof(line));
        used += (size_t)snprintf(all + used, sizeof(all) - used, "\n  %s", line);
        for (size_t k = 0; k < 6 && r->must[k] != NULL; k++)
            met[k] = met[k] || ngi_starts(ngi_slice_of(line), ngi_slice_of(r->must[k]));
        if (r->never != NULL && ngi_ends(ngi_slice_of(line), ngi_slice_of(r->never)))
            faults++, print_error("%s: nobody says \"%s\":%s\n", r->name, r->never, all);
        if (used >= sizeof(all))
            break;
    }
    for (size_t k = 0; k < 6 && r->must[k] != NULL; k++)
        if (!met[k])
            faults++, print_error("%s: no \"%s\" among:%s\n", r->name, r->must[k], all);
    ngi_arena_free(&arena);
    return faults;
}

static void test_rows(void **state)
{
    unsigned faults = 0;
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++)
        faults += check(&rows[i]);
    assert_int_equal(faults, 0);
}

/* Headlines close with those who say it. */
static void test_headlines(void **state)
{
    static const struct {
        const char *text, *source, *content;
    } headlines[] = {
        {"Ferry line hid repairs for years, staff say", "staff", "Ferry line hid repairs for years"},
        {"Flood could reach Harl by Friday, forecasters warn", "forecasters",
         "Flood could reach Harl by Friday"},
        {"Minister knew of cracks in bridge, records show", "records",
         "Minister knew of cracks in bridge"},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(headlines); i++) {
        ngi_arena arena;
        ngi_record r;
        ng_slice text = ngi_slice_of(headlines[i].text);
        ngi_story story = {.headline.text = text, .language = NGI_LIT("en")};
        ngi_arena_init(&arena, 0);
        assert_true(ngi_record_make(&arena, &story, (ng_slice){0}, NGI_WITH_ATTRIBUTIONS, false,
                                    NULL, &r));
        bool met = false;
        for (uint32_t k = 0; k < r.attribution_count; k++) {
            const ngi_attribution *a = &r.attributions[k];
            met = met || (a->source.count == 1 && a->content.count == 1 &&
                          ngi_equal(ngi_slice_sub(text, a->source.items[0].begin,
                                                  a->source.items[0].end),
                                    ngi_slice_of(headlines[i].source)) &&
                          ngi_equal(ngi_slice_sub(text, a->content.items[0].begin,
                                                  a->content.items[0].end),
                                    ngi_slice_of(headlines[i].content)));
        }
        if (!met)
            fail_msg("%s", headlines[i].text);
        ngi_arena_free(&arena);
    }
}

/* What a source says another said stands in it. */
static void test_a_report_within_a_report_has_its_parent(void **state)
{
    ngi_arena arena;
    (void)state;
    ngi_arena_init(&arena, 0);
    ngi_record r = make(&arena, "The harbour will close, two officials said on Tuesday, according "
                                "to documents seen by Northwire.");
    bool inner = false;
    for (uint32_t i = 0; i < r.attribution_count; i++)
        inner = inner ||
                (r.attributions[i].depth == 1 && r.attributions[i].parent < r.attribution_count);
    assert_true(inner);
    ngi_arena_free(&arena);
}

static void test_many_quotation_marks_are_read(void **state)
{
    enum { MARKS = 10000 };
    ngi_arena arena;
    ngi_buffer text = {0};
    (void)state;
    ngi_arena_init(&arena, 0);
    for (int i = 0; i < MARKS; i++)
        ngi_buffer_add(&text, i % 3 == 0 ? NGI_LIT("\" said \"") : NGI_LIT("\"he said,"));
    ngi_buffer_char(&text, '\0');
    ngi_record r = make(&arena, text.ptr);
    for (uint32_t i = 0; i < r.attribution_count; i++)
        assert_true(r.attributions[i].confidence >= 0 && r.attributions[i].confidence <= 1);
    ngi_buffer_free(&text);
    ngi_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_headlines),
        cmocka_unit_test(test_a_report_within_a_report_has_its_parent),
        cmocka_unit_test(test_many_quotation_marks_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
