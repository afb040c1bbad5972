/* SPDX-License-Identifier: Apache-2.0 */
/* Relations that sentences state, and those that they only deny, ask, plan or remember. Names
 * are given, so that only the patterns are looked at. */
#include "record/relations/relations.h"
#include "tests.h"

#include <stdlib.h>

/* Text: names in brackets with a letter for the type before: "P[Marta Lindqvist]". Wanted:
 * "subject > relation > object", parted by "; ". */
typedef struct row {
    const char *name, *text, *wanted;
} row;

static const row rows[] = {
    /* subsidiary */
    {"a subsidiary of", "O[Velmark], a subsidiary of O[Harbor Holdings], declined to comment.",
     "Velmark > subsidiary > Harbor Holdings"},
    {"is a unit of the", "O[Velmark] is a unit of the O[Harbor Group].",
     "Velmark > subsidiary > Harbor Group"},
    {"which is a wholly new division of", "O[Velmark], which is a large division of O[Harbor Group], grew.",
     "Velmark > subsidiary > Harbor Group"},
    {"the owner's subsidiary", "O[Harbor Holdings]' subsidiary O[Velmark] ordered the parts.",
     "Velmark > subsidiary > Harbor Holdings"},
    {"a noun before the name", "O[Harbor Group] subsidiary O[Velmark] ordered the parts.",
     "Velmark > subsidiary > Harbor Group"},
    {"through its subsidiary", "O[Harbor Group], through its Norwegian subsidiary O[Velmark], paid.",
     "Velmark > subsidiary > Harbor Group"},
    {"an arm of", "O[Skarn Bank] is the lending arm of O[Skarn Rail].",
     "Skarn Bank > subsidiary > Skarn Rail"},
    {"no subsidiary", "O[Velmark] is not a subsidiary of O[Harbor Holdings].", ""},
    {"once a subsidiary", "O[Velmark], once a subsidiary of O[Harbor Holdings], went broke.", ""},
    {"a former subsidiary", "O[Velmark], a former subsidiary of O[Harbor Holdings], went broke.", ""},
    {"whether it is", "Police asked whether O[Velmark] is a subsidiary of O[Harbor Holdings].", ""},
    {"no company but a person", "P[Anton Brask], a unit of O[Harbor Holdings], said so.", ""},

    /* owner */
    {"owns", "P[Anton Brask] owns O[Velmark] and two hotels.", "Anton Brask > owner > Velmark"},
    {"owned by", "O[Velmark], owned by P[Anton Brask], went broke.", "Anton Brask > owner > Velmark"},
    {"which is wholly owned by", "O[Velmark], which is wholly owned by O[Harbor Group], grew.",
     "Harbor Group > owner > Velmark"},
    {"the owner of", "P[Anton Brask], the owner of O[Velmark], was away.",
     "Anton Brask > owner > Velmark"},
    {"co-owner", "P[Anton Brask] is a co-owner of O[Velmark].", "Anton Brask > owner > Velmark"},
    {"a share of it", "P[Anton Brask] owns a 40 percent stake in O[Velmark].",
     "Anton Brask > owner > Velmark"},
    {"-owned", "The P[Brask]-owned O[Velmark] ordered the parts.", "Brask > owner > Velmark"},
    {"the parent company", "O[Harbor Group], the parent company of O[Velmark], paid.",
     "Harbor Group > owner > Velmark"},
    {"denied owning", "P[Anton Brask] denied owning O[Velmark].", ""},
    {"denied that he owns", "O[Velmark] denied that P[Anton Brask] owns O[Nordex].", ""},
    {"does not own", "P[Anton Brask] does not own O[Velmark].", ""},
    {"would own", "P[Anton Brask] would own O[Velmark] if the court agreed.", ""},
    {"a former owner", "P[Anton Brask], the former owner of O[Velmark], was away.", ""},
    {"a question", "Is it true that P[Anton Brask] owns O[Velmark]?", ""},

    /* member */
    {"a member of", "P[Marta Holm] is a member of the O[Green Alliance].",
     "Marta Holm > member > Green Alliance"},
    {"a senior member of", "P[Marta Holm], a senior member of the O[Green Alliance], said so.",
     "Marta Holm > member > Green Alliance"},
    {"a NATO member", "L[Velland], a O[NATO] member, objected.", "Velland > member > NATO"},
    {"member and name", "O[NATO] member L[Velland] objected.", "Velland > member > NATO"},
    {"belongs to", "P[Marta Holm], who belongs to the O[Green Alliance], said so.",
     "Marta Holm > member > Green Alliance"},
    {"joined", "P[Marta Holm] joined the O[Green Alliance].", "Marta Holm > member > Green Alliance"},
    {"sits on the board", "P[Marta Holm] sits on the board of O[Harbor Bank].",
     "Marta Holm > member > Harbor Bank"},
    {"never a member", "P[Marta Holm] was never a member of the O[Green Alliance].", ""},
    {"a former member", "P[Marta Holm], a former member of the O[Green Alliance], said so.", ""},
    {"wants to be one", "L[Velland] wants to be a member of O[NATO].", ""},
    {"may become one", "L[Velland] may become a member of O[NATO].", ""},

    /* head */
    {"head of the", "P[Marta Holm], head of the O[Harbor Institute], said so.",
     "Marta Holm > head > Harbor Institute"},
    {"the executive director of", "P[Marta Holm], the executive director of O[Harbor Watch], said so.",
     "Marta Holm > head > Harbor Watch"},
    {"heads", "P[Marta Holm] heads the O[Harbor Institute].", "Marta Holm > head > Harbor Institute"},
    {"led by", "O[Green Alliance], led by P[Marta Holm], won.", "Marta Holm > head > Green Alliance"},
    {"a role before the name", "O[Harbor Institute] director P[Marta Holm] said so.",
     "Marta Holm > head > Harbor Institute"},
    {"whose president is", "O[Velland FA], whose president is P[Marta Holm], paid.",
     "Marta Holm > head > Velland FA"},
    {"mayor of a place", "P[Marta Holm], the mayor of L[Sandmark], said so.",
     "Marta Holm > head > Sandmark"},
    {"the former head", "P[Marta Holm], the former head of the O[Harbor Institute], said so.", ""},
    {"former before all", "Former O[Harbor Institute] director P[Marta Holm] said so.", ""},
    {"the deputy head", "P[Marta Holm], deputy head of the O[Harbor Institute], said so.", ""},
    {"will head", "P[Marta Holm] will be the head of the O[Harbor Institute].", ""},
    {"no person", "O[Nordex] is the head of O[Velmark].", ""},

    /* based in */
    {"based in", "O[Nordex], based in L[Hong Kong], paid.", "Nordex > based in > Hong Kong"},
    {"which is based in", "The O[Border Agency], which is based in L[Warsaw], paid.",
     "Border Agency > based in > Warsaw"},
    {"is based in", "O[Nordex] is based in L[Hong Kong].", "Nordex > based in > Hong Kong"},
    {"-based", "L[Sandmark]-based O[Nordex] paid.", "Nordex > based in > Sandmark"},
    {"-based with a noun between", "The L[Sandmark]-based trading house O[Nordex] paid.",
     "Nordex > based in > Sandmark"},
    {"a company based in", "O[Nordex], a company based in L[Sandmark], paid.",
     "Nordex > based in > Sandmark"},
    {"headquartered in", "O[Nordex] is headquartered in L[Sandmark].", "Nordex > based in > Sandmark"},
    {"not based in", "O[Nordex] is not based in L[Sandmark].", ""},
    {"formerly based in", "O[Nordex], formerly based in L[Sandmark], paid.", ""},
    {"plans to be based in", "O[Nordex] plans to be based in L[Sandmark].", ""},
    {"based on", "O[Nordex], based on L[Sandmark] law, paid.", ""},

    /* also known as */
    {"better known as", "P[Li Weiming], better known as P[William Li], was away.",
     "Li Weiming > also known as > William Li"},
    {"also known as", "O[Harbor Fund], also known as O[HF], paid.", "Harbor Fund > also known as > HF"},
    {"in brackets", "O[Harbor Fund] (also known as O[HF]) paid.", "Harbor Fund > also known as > HF"},
    {"nicknamed", "P[Jonas Ferrel], nicknamed P[Iron], was away.",
     "Jonas Ferrel > also known as > Iron"},
    {"alias", "P[Jonas Ferrel], alias P[Johnny Iron], was away.",
     "Jonas Ferrel > also known as > Johnny Iron"},
    {"who goes by", "P[Jonas Ferrel], who goes by the name of P[Iron], was away.",
     "Jonas Ferrel > also known as > Iron"},
    {"aka", "P[Jonas Ferrel] aka P[Iron] was away.", "Jonas Ferrel > also known as > Iron"},
    {"with quotation marks", "P[Jonas Ferrel], better known as “P[Iron]”, was away.",
     "Jonas Ferrel > also known as > Iron"},
    {"not known as", "P[Jonas Ferrel] is not known as P[Iron].", ""},
    {"known to", "P[Jonas Ferrel] is known to P[Iron].", ""},

    /* supplier */
    {"supplied with", "O[Nordex] supplied O[Velmark] with engines.", "Nordex > supplier > Velmark"},
    {"supplied to", "O[Nordex] supplied engines to O[Velmark].", "Nordex > supplier > Velmark"},
    {"a supplier to", "O[Nordex], a supplier to O[Velmark], paid.", "Nordex > supplier > Velmark"},
    {"the main supplier of", "O[Nordex] is the main supplier of engines to O[Velmark].",
     "Nordex > supplier > Velmark"},
    {"the other's supplier", "O[Velmark]'s supplier O[Nordex] paid.", "Nordex > supplier > Velmark"},
    {"which supplies", "O[Nordex], which supplies O[Velmark], paid.", "Nordex > supplier > Velmark"},
    {"bought from", "O[Velmark] bought engines from O[Nordex].", "Nordex > supplier > Velmark"},
    {"sold to", "O[Nordex] sold 140 engines to O[Velmark].", "Nordex > supplier > Velmark"},
    {"denied that it supplied", "O[Nordex] denied that O[Kessler] supplied O[Velmark] with engines.", ""},
    {"never supplied", "O[Nordex] never supplied O[Velmark] with engines.", ""},
    {"could supply", "O[Nordex] could have supplied engines to O[Velmark].", ""},

    /* intermediary */
    {"an intermediary for", "O[Nordex], an intermediary for O[Velmark], paid.",
     "Nordex > intermediary > Velmark"},
    {"acted as an intermediary for", "O[Nordex] acted as an intermediary for O[Velmark].",
     "Nordex > intermediary > Velmark"},
    {"served as a middleman for", "P[Li Weiming] served as a middleman for O[Velmark].",
     "Li Weiming > intermediary > Velmark"},
    {"go-between", "P[Li Weiming], a go-between for O[Velmark], was away.",
     "Li Weiming > intermediary > Velmark"},
    {"through an intermediary", "O[Velmark], through an intermediary, O[Nordex], paid.",
     "Nordex > intermediary > Velmark"},
    {"the other's intermediary", "O[Velmark]'s intermediary O[Nordex] paid.",
     "Nordex > intermediary > Velmark"},
    {"acts as a broker for", "O[Nordex] acts as a broker for O[Velmark].",
     "Nordex > intermediary > Velmark"},
    {"refused to be one", "O[Nordex] refused to act as an intermediary for O[Velmark].", ""},
    {"denied it", "P[Li Weiming] denied that O[Nordex] acted as an intermediary for O[Velmark].", ""},
    {"allegedly", "O[Nordex] allegedly acted as an intermediary for O[Velmark].", ""},

    /* under sanctions by */
    {"sanctioned by", "O[Velmark], sanctioned by the O[European Union], paid.",
     "Velmark > under sanctions by > European Union"},
    {"was sanctioned by", "O[Velmark] was sanctioned by the O[EU] in 2023.",
     "Velmark > under sanctions by > EU"},
    {"has been under sanctions", "O[Velmark], which has been under L[U.S.] sanctions, paid.",
     "Velmark > under sanctions by > U.S."},
    {"under sanctions imposed by", "O[Velmark] is under sanctions imposed by the L[United States].",
     "Velmark > under sanctions by > United States"},
    {"imposed sanctions on", "The L[United States] imposed sanctions on O[Velmark].",
     "Velmark > under sanctions by > United States"},
    {"sanctions on", "The L[U.S.] sanctions on O[Velmark] stay.", "Velmark > under sanctions by > U.S."},
    {"blacklisted", "The L[United States] has blacklisted O[Velmark].",
     "Velmark > under sanctions by > United States"},
    {"subject to sanctions", "O[Velmark] is subject to O[EU] sanctions.",
     "Velmark > under sanctions by > EU"},
    {"may be", "O[Velmark] may be sanctioned by the O[EU].", ""},
    {"not under", "O[Velmark] is not under O[EU] sanctions.", ""},
    {"called for", "P[Marta Holm] wants the O[EU] to impose sanctions on O[Velmark].", ""},

    /* met with */
    {"met", "P[Jonas Ferrel] met P[Marta Holm] in L[Paris].", "Jonas Ferrel > met with > Marta Holm"},
    {"met with", "P[Jonas Ferrel] met with P[Marta Holm].", "Jonas Ferrel > met with > Marta Holm"},
    {"met on a day with", "P[Jonas Ferrel] met on Monday with P[Marta Holm].",
     "Jonas Ferrel > met with > Marta Holm"},
    {"and met", "P[Jonas Ferrel] and P[Marta Holm] met in L[Geneva].",
     "Jonas Ferrel > met with > Marta Holm"},
    {"held talks with", "P[Jonas Ferrel] held talks with P[Marta Holm].",
     "Jonas Ferrel > met with > Marta Holm"},
    {"who met", "P[Jonas Ferrel], who met P[Marta Holm], was away.",
     "Jonas Ferrel > met with > Marta Holm"},
    {"a meeting between", "After a meeting between P[Jonas Ferrel] and P[Marta Holm] it rained.",
     "Jonas Ferrel > met with > Marta Holm"},
    {"will meet", "P[Jonas Ferrel] will meet P[Marta Holm].", ""},
    {"never met", "P[Jonas Ferrel] never met P[Marta Holm].", ""},
    {"denied having met", "P[Jonas Ferrel] denied that he met P[Marta Holm].", ""},
    {"hopes to meet", "P[Jonas Ferrel] hopes to meet P[Marta Holm].", ""},
    {"met expectations", "P[Jonas Ferrel] met the demands of P[Marta Holm].", ""},
};

enum { MOST_NAMES = 8 };

typedef struct marked {
    char text[256];
    size_t len;
    ngi_name names[MOST_NAMES];
    ngi_mention mentions[MOST_NAMES];
    uint32_t count;
} marked;

/* Takes the marks out of a row's text. */
static void read_marks(const char *text, marked *m)
{
    static const char types[] = "POLX";
    for (const char *at = text; *at != 0; at++) {
        const char *type = at[1] == '[' ? strchr(types, *at) : NULL;
        if (type == NULL) {
            if (*at != ']')
                m->text[m->len++] = *at;
            else
                m->mentions[m->count - 1].at.end = (uint32_t)m->len;
            continue;
        }
        assert_true(m->count < MOST_NAMES);
        m->mentions[m->count] = (ngi_mention){.at = {(uint32_t)m->len, 0}, .in = NGI_FIELD_BODY};
        m->names[m->count++].type = (uint8_t)(type - types);
        at++;
    }
    for (uint32_t i = 0; i < m->count; i++) {
        ngi_extent at = m->mentions[i].at;
        m->names[i].name = (ng_slice){m->text + at.begin, at.end - at.begin};
        m->names[i].mentions = &m->mentions[i];
        m->names[i].mention_count = 1;
    }
}

static void test_relations_of_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        marked m = {0};
        read_marks(rows[i].text, &m);
        ngi_arena arena;
        ngi_arena_init(&arena, 0);
        ngi_prose prose[NGI_FIELD_COUNT] = {0};
        ngi_relation *found;
        uint32_t count;
        ngi_buffer out = {0};
        assert_true(ngi_prose_make(&arena, ngi_slice(m.text, m.len), NGI_LIT("en"),
                                   &prose[NGI_FIELD_BODY]));
        assert_true(ngi_relations_find(&arena, prose, m.names, m.count, &found, &count));
        for (uint32_t k = 0; k < count; k++) {
            ngi_buffer_add(&out, k == 0 ? NGI_LIT("") : NGI_LIT("; "));
            ngi_buffer_add(&out, found[k].subject);
            NGI_BUFFER_LIT(&out, " > ");
            ngi_buffer_add(&out, found[k].relation);
            NGI_BUFFER_LIT(&out, " > ");
            ngi_buffer_add(&out, found[k].object);
            assert_true(found[k].at.begin < found[k].at.end && found[k].at.end <= m.len);
        }
        ngi_buffer_add(&out, NGI_LIT("")); /* a pointer, even when nothing was found */
        expect_text(rows[i].name, ngi_buffer_slice(&out), rows[i].wanted);
        ngi_buffer_free(&out);
        ngi_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_relations_of_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
