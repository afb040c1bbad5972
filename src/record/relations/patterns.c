/* SPDX-License-Identifier: Apache-2.0 */
/* The patterns of relations, as a table, and a matcher that walks all ways of a pattern at
 * once, a bit a place, so that a match takes as many steps as there are words. */
#include "record/relations/patterns.h"

/* ---- the table ---- */

#define SUBSIDIARY NGI_RELATION_SUBSIDIARY
#define OWNER NGI_RELATION_OWNER
#define MEMBER NGI_RELATION_MEMBER
#define HEAD NGI_RELATION_HEAD
#define BASED NGI_RELATION_BASED_IN
#define AKA NGI_RELATION_ALSO_KNOWN_AS
#define SUPPLIER NGI_RELATION_SUPPLIER
#define GO_BETWEEN NGI_RELATION_INTERMEDIARY
#define SANCTIONS NGI_RELATION_SANCTIONS
#define MET NGI_RELATION_MET

/* "A, which is", "A is", "A," */
#define BEING "?, ?which|who ?is|was|are|were ?has|have ?been ?, "

const ngi_relation_pattern ngi_relation_patterns[] = {
    {SUBSIDIARY, false, "", BEING "?now ?DET *2 subsidiary|unit|division|arm|affiliate|offshoot of ?the", ""},
    {SUBSIDIARY, true, "", "'s *2 subsidiary|unit|division|arm|affiliate ?,", ""},
    {SUBSIDIARY, true, "", "subsidiary|unit|division|arm ?,", ""},
    {SUBSIDIARY, true, "", "and its|DET *2 subsidiary|unit|affiliate ?,", ""},
    {SUBSIDIARY, true, "", "?, through its *2 subsidiary|unit|affiliate ?,", ""},
    {SUBSIDIARY, false, "", ", ?DET", "subsidiary|unit|affiliate"},

    {OWNER, true, "", BEING "?now ?wholly|fully|majority|partly|jointly|ultimately|privately ?- owned|controlled by ?the", ""},
    {OWNER, false, "", "?, ?which|who ?also owns ?the", ""},
    {OWNER, false, "", "?, ?which|who ?also owns ?a *3 stake|share|percent|% of|in ?the", ""},
    {OWNER, false, "", BEING "?DET ?sole|majority|main|current|new|principal|billionaire ?co ?- owner|owners|co-owner of ?the", ""},
    {OWNER, true, "", "'s *2 owner ?,", ""},
    {OWNER, true, "", "?, ?whose owner|owners ?is ?,", ""},
    {OWNER, true, "", ", whose *2 owner is", ""},
    {OWNER, true, "", "owner", ""},
    {OWNER, false, "", "- owned|controlled *3", ""},
    {OWNER, false, "", "?, ?which acquired|bought|purchased ?the", ""},
    {OWNER, true, "", ", ?which ?was acquired|bought|purchased by ?the", ""},
    {OWNER, false, "", "?, the ?parent|holding ?company of|behind ?the", ""},
    {OWNER, true, "", "'s parent ?company ?,", ""},
    {OWNER, false, "", ", the parent ?company of", ""},
    {OWNER, false, "", "?, ?which is the parent ?company of", ""},

    {MEMBER, false, "", BEING "DET *2 member|members of ?the", ""},
    {MEMBER, false, "", "?, ?which|who belongs to ?the", ""},
    {MEMBER, false, "", BEING "?also ?DET", "member|members"},
    {MEMBER, true, "", "member|members", ""},
    {MEMBER, false, "", "?, ?which|who joined ?the", ""},
    {MEMBER, false, "", "?, who sits|serves|sat on ?the ?board ?of ?the", ""},
    {MEMBER, false, "", "sits|serves on ?the ?board ?of ?the", ""},
    {MEMBER, true, "", ", whose members include", ""},

    {HEAD, false, "", BEING "?DET ROLE of|at ?the", ""},
    {HEAD, false, "", BEING "DET ?current|new|longtime|founding|managing|executive|general ROLE of|at ?the", ""},
    {HEAD, false, "", "?, who|which heads|leads|chairs|runs ?the", ""},
    {HEAD, false, "", "heads|leads|chairs|runs ?the", ""},
    {HEAD, true, "", BEING "headed|led|chaired|run by ?the ?its ?ROLE", ""},
    {HEAD, true, "", "'s ?new|current ROLE ?,", ""},
    {HEAD, true, "", "ROLE", ""},
    {HEAD, false, "", ", DET", "ROLE ,|."},
    {HEAD, false, "", ",", "'s ?new|current ROLE ,|."},
    {HEAD, false, "", "?, who is", "'s ROLE"},
    {HEAD, true, "", ", whose ROLE is", ""},
    {HEAD, true, "", "ROLE ,", ""},

    {BASED, false, "", BEING "?itself based|headquartered in|at ?the", ""},
    {BASED, false, "", "?, ?which has its headquarters|seat in ?the", ""},
    {BASED, false, "", ", ?DET *3 based|headquartered in", ""},
    {BASED, false, "", ", DET", "- based"},
    {BASED, true, "", "- based|headquartered *3", ""},
    {BASED, true, "", "is home to ?the", ""},

    {AKA, false, "", BEING "?, ?( ?also ?better ?best ?widely ?commonly known ?simply as ?the ?\"", ""},
    {AKA, false, "", "?, ?( aka|a.k.a.|alias|nicknamed ?the ?\"", ""},
    {AKA, false, "", "?, ?( ?who|which ?is ?also ?sometimes called ?the ?\"", ""},
    {AKA, false, "", "?, ?who goes by ?DET ?name ?of ?\"", ""},

    {SUPPLIER, false, "", "?, ?which|who ?also ?has ?regularly supplies|supplied ?the", "with"},
    {SUPPLIER, false, "", "?, ?which|who ?also ?has supplies|supplied|provided|delivered|shipped|sold *6 to ?the", ""},
    {SUPPLIER, false, "", "?, ?which supplies ?the", ""},
    {SUPPLIER, false, "", BEING "DET *2 supplier of *4 to ?the", ""},
    {SUPPLIER, false, "", BEING "DET *2 supplier to|for|of ?the", ""},
    {SUPPLIER, true, "", "'s *2 supplier ?,", ""},
    {SUPPLIER, true, "", "supplier ?,", ""},
    {SUPPLIER, true, "", BEING "supplied ?with *3 by ?the", ""},
    {SUPPLIER, true, "", "?, ?which buys|bought|imports|imported *4 from ?the", ""},

    {GO_BETWEEN, false, "", BEING "DET *2 intermediary|middleman|go-between|broker for|of|to ?the", ""},
    {GO_BETWEEN, false, "", BEING "DET *2 go - between for|of|to ?the", ""},
    {GO_BETWEEN, false, "", "?, ?which|who ?has acted|acts|served|serves as ?DET *2 intermediary|middleman|go-between|broker for|between|of|to ?the", ""},
    {GO_BETWEEN, false, "", "?, ?which|who ?has acted|acts|served|serves as ?DET *2 go - between for|of ?the", ""},
    {GO_BETWEEN, true, "", "'s *2 intermediary|middleman ?,", ""},
    {GO_BETWEEN, true, "", "?, through|via ?DET *2 intermediary|middleman|intermediaries ?,", ""},
    {GO_BETWEEN, false, "", "?, ?which|who brokered|arranged *5 for ?the", ""},

    {SANCTIONS, false, "", BEING "?itself sanctioned|blacklisted by ?the", ""},
    {SANCTIONS, false, "", "has been sanctioned|blacklisted ?by ?the", ""},
    {SANCTIONS, false, "", BEING "placed|put under sanctions by ?the", ""},
    {SANCTIONS, false, "", "?, ?which|who ?is|are|has|have ?been under sanctions ?imposed by ?the", ""},
    {SANCTIONS, false, "", BEING "under ?the", "sanctions"},
    {SANCTIONS, false, "", BEING "subject to ?the", "sanctions"},
    {SANCTIONS, false, "", BEING "subject to sanctions ?imposed by ?the", ""},
    {SANCTIONS, true, "", "?has sanctioned|blacklisted ?the", ""},
    {SANCTIONS, true, "", "?has imposed *2 sanctions on|against ?the", ""},
    {SANCTIONS, true, "", "sanctions on|against ?the", ""},
    {SANCTIONS, true, "", "- sanctioned *3", ""},
    {SANCTIONS, false, "", "?, ?which|who ?is|was ?placed|put on ?the", "'s|sanctions *2 list|sanctions"},

    {MET, false, "", "?, ?who ?also|later ?has met ?briefly|privately ?with ?the", ""},
    {MET, false, "", "met on|in|at *2 with", ""},
    {MET, false, "", "meets|met ?with", ""},
    {MET, false, "", "held|holds|had *2 talks|meeting|meetings with", ""},
    {MET, false, "", "and", "met"},
    {MET, false, "", "and", "held talks"},
    {MET, false, "", "?was|were hosted|received by", ""},
    {MET, false, "", "'s meeting with", ""},
    {MET, false, "meeting|talks between", "and", ""},
};
const size_t ngi_relation_pattern_count = NGI_COUNT(ngi_relation_patterns);

uint32_t ngi_relation_hint(ng_slice word)
{
    static const struct {
        const char *start;
        uint32_t kinds;
    } hints[] = {
        {"subsidiar", 1 << SUBSIDIARY}, {"unit", 1 << SUBSIDIARY}, {"division", 1 << SUBSIDIARY},
        {"arm", 1 << SUBSIDIARY}, {"affiliate", 1 << SUBSIDIARY}, {"offshoot", 1 << SUBSIDIARY},
        {"own", 1 << OWNER}, {"controlled", 1 << OWNER}, {"acquired", 1 << OWNER},
        {"bought", 1 << OWNER | 1 << SUPPLIER}, {"purchased", 1 << OWNER}, {"parent", 1 << OWNER},
        {"co-owner", 1 << OWNER}, {"company", 1 << OWNER}, {"member", 1 << MEMBER},
        {"belongs", 1 << MEMBER}, {"joined", 1 << MEMBER}, {"sits", 1 << MEMBER},
        {"serve", 1 << MEMBER | 1 << GO_BETWEEN}, {"sat", 1 << MEMBER}, {"head", 1 << HEAD | 1 << BASED},
        {"lead", 1 << HEAD}, {"led", 1 << HEAD}, {"chair", 1 << HEAD}, {"run", 1 << HEAD},
        {"director", 1 << HEAD}, {"chief", 1 << HEAD}, {"ceo", 1 << HEAD}, {"president", 1 << HEAD},
        {"governor", 1 << HEAD}, {"mayor", 1 << HEAD}, {"secretary", 1 << HEAD},
        {"commander", 1 << HEAD}, {"boss", 1 << HEAD}, {"premier", 1 << HEAD}, {"prime", 1 << HEAD},
        {"king", 1 << HEAD}, {"queen", 1 << HEAD}, {"chancellor", 1 << HEAD}, {"rector", 1 << HEAD},
        {"based", 1 << BASED}, {"seat", 1 << BASED}, {"home", 1 << BASED}, {"known", 1 << AKA},
        {"aka", 1 << AKA}, {"a.k.a.", 1 << AKA}, {"alias", 1 << AKA}, {"nicknamed", 1 << AKA},
        {"called", 1 << AKA}, {"goes", 1 << AKA}, {"suppl", 1 << SUPPLIER},
        {"provided", 1 << SUPPLIER}, {"delivered", 1 << SUPPLIER}, {"shipped", 1 << SUPPLIER},
        {"sold", 1 << SUPPLIER}, {"buys", 1 << SUPPLIER}, {"import", 1 << SUPPLIER},
        {"intermediar", 1 << GO_BETWEEN}, {"middleman", 1 << GO_BETWEEN}, {"go", 1 << GO_BETWEEN},
        {"broker", 1 << GO_BETWEEN}, {"arranged", 1 << GO_BETWEEN}, {"acts", 1 << GO_BETWEEN},
        {"acted", 1 << GO_BETWEEN}, {"sanction", 1 << SANCTIONS}, {"blacklisted", 1 << SANCTIONS},
        {"list", 1 << SANCTIONS}, {"met", 1 << MET}, {"meet", 1 << MET}, {"talks", 1 << MET},
        {"hosted", 1 << MET}, {"received", 1 << MET},
    };
    char first = word.len >= 2 ? (char)(word.ptr[0] | 32) : 0;
    for (size_t i = 0; word.len >= 2 && i < NGI_COUNT(hints); i++)
        if (hints[i].start[0] == first && ngi_starts_nocase(word, ngi_slice_of(hints[i].start)))
            return hints[i].kinds;
    return 0;
}

/* ---- the matcher ---- */

enum { ITEMS = 40 };

typedef struct item {
    ng_slice words; /* empty: any word */
    bool optional;
} item;

static bool is_one_of(ng_slice word, ng_slice words)
{
    ng_slice one;
    while (ngi_split(&words, '|', &one))
        if (ngi_equal_nocase(word, one))
            return true;
    return false;
}

static bool item_fits(const ngi_prose *p, uint32_t i, const item *it)
{
    ng_slice word = ngi_token_text(p, i);
    if (it->words.len == 0)
        return (p->tokens[i].shape & NGI_SHAPE_WORD) != 0 || ngi_equal(word, NGI_LIT("-"));
    if (ngi_equal(it->words, NGI_LIT("ROLE")))
        return is_one_of(word, NGI_LIT("head|director|chief|ceo|president|chairman|chairwoman|"
                                        "chairperson|chair|leader|governor|mayor|boss|premier|"
                                        "secretary-general|commander|king|queen|chancellor|rector"));
    if (ngi_equal(it->words, NGI_LIT("DET")))
        return is_one_of(word, NGI_LIT("a|an|the|its|his|her|their|one|another"));
    if (ngi_starts(it->words, NGI_LIT("'s")) &&
        (ngi_equal(word, NGI_LIT("’s")) || ngi_equal(word, NGI_LIT("'")) ||
         ngi_equal(word, NGI_LIT("’"))))
        return true;
    if (ngi_equal(it->words, NGI_LIT("\"")))
        return ngi_equal(word, NGI_LIT("“")) || ngi_equal(word, NGI_LIT("\""));
    return is_one_of(word, it->words);
}

static size_t read_pattern(const char *pattern, item *out)
{
    ng_slice rest = ngi_slice_of(pattern), word;
    size_t count = 0;
    while (ngi_split(&rest, ' ', &word) && count < ITEMS) {
        if (word.len == 0)
            continue;
        if (word.ptr[0] == '*') {
            for (int n = word.ptr[1] - '0'; n > 0 && count < ITEMS; n--)
                out[count++] = (item){{0}, true};
            continue;
        }
        bool optional = word.ptr[0] == '?';
        out[count++] = (item){ngi_slice_from(word, optional), optional};
    }
    return count;
}

/* Places reached without a word: behind items that may be absent. */
static uint64_t skip_optional(uint64_t at, const item *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if ((at >> i & 1) && items[i].optional)
            at |= (uint64_t)1 << (i + 1);
    return at;
}

bool ngi_relation_match(const ngi_prose *p, uint32_t begin, uint32_t end, const char *pattern,
                        bool whole)
{
    item items[ITEMS];
    size_t count = read_pattern(pattern, items);
    uint64_t done = (uint64_t)1 << count, at = skip_optional(1, items, count);
    for (uint32_t i = begin; i < end && at != 0; i++) {
        if (!whole && (at & done))
            return true;
        uint64_t next = 0;
        for (size_t k = 0; k < count; k++)
            if ((at >> k & 1) && item_fits(p, i, &items[k]))
                next |= (uint64_t)1 << (k + 1);
        at = skip_optional(next, items, count);
    }
    return (at & done) != 0;
}
