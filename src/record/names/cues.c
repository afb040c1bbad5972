/* SPDX-License-Identifier: Apache-2.0 */
/* The type of a name by the words around it, which know better than its looks: "Kessler
 * Motorenbau, a family-owned company", "the newspaper Dagens Ekko", "Uralprom, which", "Brask,
 * who"; and places in datelines. A few words are looked at for each mention. */
#include "record/names/found.h"

static const char *const bodies[] = {
    "company", "companies", "firm", "group", "agency", "party", "bank", "newspaper", "daily",
    "broadcaster", "channel", "station", "magazine", "website", "charity", "foundation",
    "organization", "organisation", "association", "union", "club", "team", "maker", "manufacturer",
    "producer", "supplier", "distributor", "retailer", "wholesaler", "operator", "carrier", "airline",
    "shipyard", "shipbuilder", "carmaker", "automaker", "drugmaker", "chipmaker", "startup",
    "start-up", "subsidiary", "unit", "conglomerate", "consortium", "brand", "insurer", "lender",
    "brokerage", "refiner", "miner", "utility", "regulator", "watchdog", "institute", "institution",
    "university", "college", "hospital", "ministry", "militia", "movement", "faction", "alliance",
    "coalition", "federation", "nonprofit", "non-profit", "ngo", "consultancy", "contractor",
    "exporter", "importer", "trader", "network", "outlet", "publisher", "studio", "label", "factory",
    "tank", "body", "trust", "fund", "business", "enterprise", "cooperative", "band", "orchestra"};
static const char *const callings_too[] = {"producer", "supplier", "distributor", "operator", "trader",
                                           "publisher", "contractor", "miner", "regulator",
                                           "importer", "exporter", "retailer", "lender", "body",
                                           "daily", "unit", "team"};

static bool is_one_of(const ngi_prose *p, uint32_t i, const char *const *words, size_t count)
{
    ng_slice text = ngi_token_text(p, i);
    for (size_t k = 0; k < count; k++)
        if (ngi_equal_nocase(text, ngi_slice_of(words[k])))
            return true;
    return false;
}
#define IS_ONE_OF(p, i, words) is_one_of((p), (i), (words), NGI_COUNT(words))

static bool is_char(const ngi_prose *p, uint32_t i, char c)
{
    return p->tokens[i].end - p->tokens[i].begin == 1 && p->text.ptr[p->tokens[i].begin] == c;
}

static bool is_word(const ngi_prose *p, uint32_t i)
{
    return (p->tokens[i].shape & NGI_SHAPE_WORD) || is_char(p, i, '-');
}

enum { UNTOLD = -1 };

/* ", a Hong Kong-based company in": the noun before the first preposition, clause or mark. */
static int told_by_apposition(const ngi_found_list *list, const ngi_found *f, uint32_t end)
{
    static const char *const articles[] = {"a", "an", "the", "one", "its", "his", "her"};
    static const char *const stops[] = {"of", "in", "at", "for", "with", "that", "which", "who",
                                        "whose", "from", "on", "based", "and", "to", "by", "near",
                                        "owned", "run", "under", "said"};
    const ngi_prose *p = &list->prose[f->in];
    uint32_t at = f->last;
    if (at + 2 >= end || !is_char(p, at, ','))
        return UNTOLD;
    if (IS_ONE_OF(p, at + 1, ((const char *const[]){"who", "whom"})))
        return NGI_NAME_PERSON;
    if (f->type == NGI_NAME_PERSON && ngi_equal(ngi_token_text(p, at + 1), NGI_LIT("which")))
        return NGI_NAME_ORGANIZATION;
    if (!IS_ONE_OF(p, at + 1, articles))
        return UNTOLD;
    bool person = ngi_equal_nocase(ngi_token_text(p, at + 1), NGI_LIT("his")) ||
                  ngi_equal_nocase(ngi_token_text(p, at + 1), NGI_LIT("her"));
    for (uint32_t i = at + 2, noun = 0; i < end && i < at + 10; i++) {
        bool stop = !is_word(p, i) || (IS_ONE_OF(p, i, stops) && !is_char(p, i - 1, '-'));
        if (!stop) {
            noun = i;
            continue;
        }
        if (noun == 0)
            break;
        bool role = (ngi_found_known(list, p, noun) & NGI_KNOWN_ROLE) != 0;
        if (IS_ONE_OF(p, i, ((const char *const[]){"said", "says", "told", "reported", "announced"})))
            break; /* "in Dolany, the interior ministry said" */
        if (IS_ONE_OF(p, noun, bodies) && !(role && IS_ONE_OF(p, noun, callings_too) &&
                                            f->type == NGI_NAME_PERSON))
            return NGI_NAME_ORGANIZATION;
        return role || person ? NGI_NAME_PERSON : UNTOLD;
    }
    return UNTOLD;
}

/* "the newspaper Dagens Ekko", "Kenya's Radio Nile". */
static int told_before(const ngi_found_list *list, const ngi_found *f, uint32_t begin)
{
    const ngi_prose *p = &list->prose[f->in];
    if (f->first == begin || (p->tokens[f->first - 1].shape & NGI_SHAPE_CAPITAL))
        return UNTOLD;
    if (!IS_ONE_OF(p, f->first - 1, bodies) || IS_ONE_OF(p, f->first - 1, callings_too))
        return UNTOLD;
    return NGI_NAME_ORGANIZATION;
}

/* "The operator, Vodarna,", "intermediaries, Gulf Meridian Trading,": the noun before a comma. */
static int told_before_comma(const ngi_found_list *list, const ngi_found *f, uint32_t begin)
{
    const ngi_prose *p = &list->prose[f->in];
    uint32_t at = f->first;
    while (at > begin + 2 && IS_ONE_OF(p, at - 1, ((const char *const[]){"state", "owned", "-", "the"})))
        at--; /* ", state-owned Vodarna" */
    if (at < begin + 3 || !is_char(p, at - 1, ',') || !IS_ONE_OF(p, at - 2, bodies))
        return at + 3 <= f->first ? NGI_NAME_ORGANIZATION : UNTOLD;
    return IS_ONE_OF(p, at - 2, callings_too) && f->type == NGI_NAME_PERSON && at == f->first
               ? UNTOLD
               : NGI_NAME_ORGANIZATION;
}

/* "Vodarna spokesman", "Helmich shares", "Delta Bunker (DB)"; "in Kadria". */
static int told_beside(const ngi_found_list *list, const ngi_found *f, uint32_t begin, uint32_t end)
{
    static const char *const of_bodies[] = {"spokesman", "spokeswoman", "spokesperson", "shares",
                                            "executives", "spokesmen", "shareholders", "employees"};
    static const char *const not_places[] = {"confidence", "faith", "trust", "interest", "belief",
                                             "believe", "believed", "believes", "stake", "shares"};
    const ngi_prose *p = &list->prose[f->in];
    if (f->last < end && IS_ONE_OF(p, f->last, of_bodies) && f->type == NGI_NAME_PERSON)
        return NGI_NAME_ORGANIZATION;
    static const char *const acts[] = {"said", "says", "has", "had", "was", "is", "denied", "accused",
                                       "declined", "would", "will", "did", "called", "vowed"};
    bool the = f->first > begin && f->last < end && f->last - f->first == 1 &&
               ngi_equal_nocase(ngi_token_text(p, f->first - 1), NGI_LIT("the"));
    if (the && f->type == NGI_NAME_PERSON && IS_ONE_OF(p, f->last, acts))
        return NGI_NAME_ORGANIZATION; /* "The Front has not commented" */
    bool in = f->first > begin + 1 && ngi_equal(ngi_token_text(p, f->first - 1), NGI_LIT("in"));
    if (in && f->last - f->first == 1 && f->type != NGI_NAME_ORGANIZATION &&
        !IS_ONE_OF(p, f->first - 2, not_places))
        return NGI_NAME_PLACE;
    static const char *const of_countries[] = {"embassy",    "government", "foreign", "defence",
                                               "defense",    "capital",    "coast",   "parliament",
                                               "president",  "army",       "central", "economy",
                                               "opposition", "border",     "finance", "interior"};
    static const char *const rulers[] = {"minister", "president", "government", "king",
                                         "capital",  "areas",     "parts",      "port"};
    bool owner = f->last + 1 < end && IS_ONE_OF(p, f->last, ((const char *const[]){"'s", "’s"})) &&
                 IS_ONE_OF(p, f->last + 1, of_countries);
    bool of = f->first > begin + 1 && ngi_equal(ngi_token_text(p, f->first - 1), NGI_LIT("of")) &&
              IS_ONE_OF(p, f->first - 2, rulers);
    if ((owner || of) && f->last - f->first == 1 && f->type == NGI_NAME_PERSON)
        return NGI_NAME_PLACE; /* "Ossen's embassy", "a minister of Caldera" */
    return UNTOLD;
}

/* "neighbouring Lethia", "the villages of Lipnice and Dolany", "in Tel Oum"; "seen by Northwire". */
static int told_by_place(const ngi_found_list *list, const ngi_found *f, uint32_t begin)
{
    static const char *const sides[] = {"neighbouring", "neighboring", "northern", "southern", "eastern",
                                        "western",      "central",     "downtown", "nearby",   "coastal",
                                        "northeastern", "northwestern", "southeastern", "southwestern"};
    static const char *const kinds[] = {"port", "town", "city", "village", "villages", "towns", "cities",
                                        "province", "region", "island", "islands", "district", "valley"};
    static const char *const readers[] = {"seen", "reviewed", "obtained", "viewed", "published"};
    const ngi_prose *p = &list->prose[f->in];
    uint32_t at = f->first, known = ngi_found_known(list, p, at);
    bool weak = f->type == NGI_NAME_PERSON && (known & NGI_KNOWN_FIRST) == 0;
    if (at < begin + 2 || f->last - f->first > 3)
        return at == begin + 1 && IS_ONE_OF(p, begin, sides) ? NGI_NAME_PLACE : UNTOLD;
    ng_slice before = ngi_token_text(p, at - 1);
    if (IS_ONE_OF(p, at - 1, sides))
        return NGI_NAME_PLACE;
    if (ngi_equal(before, NGI_LIT("of")) && IS_ONE_OF(p, at - 2, kinds))
        return NGI_NAME_PLACE;
    if (ngi_equal(before, NGI_LIT("by")) && IS_ONE_OF(p, at - 2, readers) && f->last - at == 1 && weak)
        return NGI_NAME_ORGANIZATION;
    if (weak && f->last - at > 1 && (ngi_equal(before, NGI_LIT("in")) || ngi_equal(before, NGI_LIT("near"))))
        return NGI_NAME_PLACE;
    uint32_t other = list->name_of[f->in][at - 2];
    bool listed = ngi_equal(before, NGI_LIT("and")) && other != 0 && f->last - at == 1;
    return listed && list->items[other - 1].told && list->items[other - 1].type == NGI_NAME_PLACE
               ? NGI_NAME_PLACE
               : UNTOLD;
}

/* A word in the name that bodies have: "Radio Nile", "Border Agency". */
static int told_by_words(const ngi_found_list *list, const ngi_found *f)
{
    static const char *const last_words[] = {
        "university", "institute", "union",   "holdings",    "trading",   "bank",       "group",
        "council",    "ministry",  "agency",  "commission",  "authority", "association", "federation",
        "committee",  "party",     "company", "corporation", "corp",      "inc",        "ltd",
        "plc",        "alliance",  "sons",    "foundation",  "shipping",  "industries", "logistics"};
    const ngi_prose *p = &list->prose[f->in];
    if (f->last - f->first < 2)
        return UNTOLD;
    if (IS_ONE_OF(p, f->last - 1, last_words) || is_char(p, f->last - 2, '&'))
        return NGI_NAME_ORGANIZATION; /* "Gulf Meridian Trading", "Colby & Stern" */
    if (f->type != NGI_NAME_OTHER)
        return UNTOLD;
    uint32_t last = ngi_found_known(list, p, f->last - 1);
    return last & NGI_KNOWN_BODY_WORD ? NGI_NAME_ORGANIZATION : UNTOLD;
}

/* What the lists know stays, but for a town's name that is said to be a body. */
static bool is_countrys(const ngi_found_list *list, const ngi_found *f, bool apposed)
{
    uint32_t known = ngi_found_known(list, &list->prose[f->in], f->first);
    uint32_t kept = NGI_KNOWN_COUNTRY | (apposed ? 0 : NGI_KNOWN_PLACE);
    return f->last - f->first == 1 && (known & kept) != 0;
}

/* "occupied areas of | Western | Lodia": the side belongs to the place, but at a sentence's start. */
static void widen_by_side(ngi_found_list *list, uint32_t m)
{
    static const char *const sides[] = {"Northern", "Southern", "Eastern", "Western", "Upper", "Lower",
                                        "North",    "South",    "East",    "West"};
    ngi_found *f = &list->items[m];
    const ngi_prose *p = &list->prose[f->in];
    uint32_t at = f->first - (f->first > 0);
    bool open = f->type == NGI_NAME_PERSON && f->last - f->first == 1 &&
                ngi_ends(ngi_token_text(p, at), NGI_LIT("ern"));
    if (f->first < 2 || (f->type != NGI_NAME_PLACE && !open) || list->name_of[f->in][at] != 0 ||
        p->sentences[p->tokens[f->first].sentence].begin >= at ||
        (p->tokens[at].shape & NGI_SHAPE_SPACE) == 0) /* "North-West" */
        return;
    for (size_t k = 0; k < NGI_COUNT(sides); k++)
        if (ngi_equal(ngi_token_text(p, at), ngi_slice_of(sides[k]))) {
            f->first = at;
            f->type = NGI_NAME_PLACE;
            list->name_of[f->in][at] = m + 1;
            ngi_found_look(list, f);
            return;
        }
}

bool ngi_found_cues(ngi_found_list *list)
{
    for (uint32_t m = 0; m < list->count; m++) {
        ngi_found *f = &list->items[m];
        const ngi_prose *p = &list->prose[f->in];
        ngi_stretch sentence = p->sentences[p->tokens[f->first].sentence];
        int type = told_by_words(list, f);
        if (type == UNTOLD)
            type = told_by_apposition(list, f, sentence.end);
        bool apposed = type == NGI_NAME_ORGANIZATION;
        if (type == UNTOLD)
            type = told_before(list, f, sentence.begin);
        if (type == UNTOLD)
            type = told_before_comma(list, f, sentence.begin);
        if (type == UNTOLD)
            type = told_by_place(list, f, sentence.begin);
        if (type == UNTOLD)
            type = told_beside(list, f, sentence.begin, sentence.end);
        if (type == UNTOLD || is_countrys(list, f, apposed))
            continue;
        f->type = (uint8_t)type;
        f->told = true;
    }
    for (uint32_t m = 0; m < list->count; m++)
        widen_by_side(list, m);
    return true;
}

/* ---- what the tagger missed ---- */

static const char *const verbs_too[] = {"fund", "trust", "label", "brand", "network", "team", "club"};

/* "the consultancy Agrisight", "the state news agency, ONA,": a word in capitals behind what it
 * is. */
bool ngi_found_nouns(ngi_found_list *list)
{
    for (size_t k = 0; k < NGI_FIELD_COUNT; k++) {
        uint8_t in = ngi_found_order[k];
        const ngi_prose *p = &list->prose[in];
        for (uint32_t i = 2; i < p->token_count; i++) {
            bool comma = is_char(p, i - 1, ',');
            uint32_t noun = i - 1 - comma, end = i;
            if (list->name_of[in][i] != 0 || (p->tokens[i].shape & NGI_SHAPE_CAPITAL) == 0 ||
                (p->tokens[noun].shape & NGI_SHAPE_CAPITAL) != 0 ||
                p->tokens[noun].sentence != p->tokens[i].sentence || !IS_ONE_OF(p, noun, bodies) ||
                IS_ONE_OF(p, noun, callings_too) || IS_ONE_OF(p, noun, verbs_too) ||
                (ngi_found_known(list, p, i) & (NGI_KNOWN_TIME | NGI_KNOWN_PEOPLE)) != 0)
                continue;
            while (end < p->token_count && end < i + 4 && list->name_of[in][end] == 0 &&
                   (p->tokens[end].shape & NGI_SHAPE_CAPITAL) != 0)
                end++;
            bool closed = end < p->token_count && list->name_of[in][end] == 0 &&
                          (!comma || is_char(p, end, ',') || is_char(p, end, '.'));
            if (closed && !ngi_found_add(list, in, i, end, NGI_NAME_ORGANIZATION))
                return false;
            i = end;
        }
    }
    return true;
}

/* ---- datelines ---- */

static bool is_month(const ngi_found_list *list, const ngi_prose *p, uint32_t i)
{
    return (ngi_found_known(list, p, i) & NGI_KNOWN_TIME) != 0;
}

static bool is_dash(const ngi_prose *p, uint32_t i)
{
    ng_slice t = ngi_token_text(p, i);
    return ngi_equal(t, NGI_LIT("-")) || ngi_equal(t, NGI_LIT("–")) || ngi_equal(t, NGI_LIT("—")) ||
           ngi_equal(t, NGI_LIT("--"));
}

/* "SANDMARK, Velland, Feb 11 (Coastwire) -": where the place's words end, or `begin`. */
static uint32_t dateline_end(const ngi_found_list *list, const ngi_prose *p, uint32_t begin,
                             uint32_t end)
{
    uint32_t i = begin, dash = begin;
    while (i < end && i < begin + 4 && (p->tokens[i].shape & NGI_SHAPE_CAPITAL))
        i++;
    if (i == begin || i >= end || !(is_char(p, i, ',') || is_char(p, i, '(') || is_dash(p, i)))
        return begin;
    bool date = false, bracket = false;
    for (dash = i; dash < end && dash < i + 14 && !is_dash(p, dash); dash++) {
        date = date || is_month(list, p, dash);
        bracket = bracket || is_char(p, dash, '(');
    }
    bool open = dash < end && is_dash(p, dash) && (p->tokens[dash].shape & NGI_SHAPE_SPACE);
    bool shouted = (p->tokens[begin].shape & NGI_SHAPE_ALL_CAPITALS) != 0;
    return open && (date || bracket || shouted) ? i : begin;
}

/* "(Coastwire) -": the agency in the dateline's brackets. */
static bool tell_agency(ngi_found_list *list, const ngi_prose *p, uint32_t at, uint32_t end)
{
    uint32_t stop = at + 14 < end ? at + 14 : end;
    for (; at + 1 < stop && !is_dash(p, at); at++) {
        uint32_t known = list->name_of[NGI_FIELD_BODY][at + 1], last = at + 1;
        if (!is_char(p, at, '('))
            continue;
        while (last < stop && (p->tokens[last].shape & NGI_SHAPE_CAPITAL))
            last++;
        if (known == 0 && last > at + 1 && is_char(p, last, ')')) {
            if (!ngi_found_add(list, NGI_FIELD_BODY, at + 1, last, NGI_NAME_ORGANIZATION))
                return false;
            known = list->count;
        }
        if (known == 0)
            continue;
        list->items[known - 1].type = NGI_NAME_ORGANIZATION;
        list->items[known - 1].told = true;
    }
    return true;
}

/* The place that a paragraph's dateline names, where the tagger did not see it. */
bool ngi_found_dateline(ngi_found_list *list)
{
    const ngi_prose *p = &list->prose[NGI_FIELD_BODY];
    for (uint32_t k = 0; k < p->paragraph_count && k < 3; k++) {
        uint32_t begin = p->paragraphs[k].begin;
        uint32_t end = dateline_end(list, p, begin, p->paragraphs[k].end);
        if (end == begin)
            continue;
        if (!tell_agency(list, p, end, p->paragraphs[k].end))
            return false;
        uint32_t known = list->name_of[NGI_FIELD_BODY][begin];
        if (known != 0 && list->items[known - 1].last <= end) {
            list->items[known - 1].type = NGI_NAME_PLACE;
            list->items[known - 1].told = true;
            continue;
        }
        for (uint32_t i = begin; i < end && known == 0; i++)
            known = list->name_of[NGI_FIELD_BODY][i];
        if (known != 0)
            continue;
        if (!ngi_found_add(list, NGI_FIELD_BODY, begin, end, NGI_NAME_PLACE))
            return false;
        list->items[list->count - 1].told = true;
    }
    return true;
}
