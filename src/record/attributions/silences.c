/* SPDX-License-Identifier: Apache-2.0 */
/* Answers that were not given: "did not respond to a request for comment", "declined to
 * comment", "could not be reached", "was unable to determine", "did not specify".
 *
 * Each party that a sentence names gets its own entry: "Neither the ministry nor the company
 * responded", "A, B and C did not respond", "Representatives for A and B declined". */
#include "record/attributions/sayings.h"

enum { MOST_PARTIES = 8 };

/* What a verb phrase behind the party means. */
typedef struct silence {
    const char *words; /* behind "did not", "has not", ...; or as they stand */
    bool negated;      /* needs "not", "never" or "neither" before it */
    uint8_t stance;
} silence;

static const silence silences[] = {
    {"respond responded reply replied answer answered comment commented", true,
     NGI_STANCE_DECLINES},
    {"return returned", true, NGI_STANCE_DECLINES}, /* calls, messages */
    {"say specify elaborate explain identify disclose provide give name clarify detail reveal "
     "confirm indicate mention describe offer discuss address said specified elaborated "
     "explained identified disclosed provided given named clarified detailed revealed confirmed",
     true, NGI_STANCE_UNKNOWN},
};

typedef struct finding {
    ngi_stretch lead, cue, content;
    uint8_t stance, rule;
} finding;

/* ---- the parties ---- */

typedef struct parties {
    ngi_stretch head; /* "Representatives for", shared by all; may be empty */
    ngi_stretch items[MOST_PARTIES];
    uint32_t count;
} parties;

static bool determined(const ngi_work *w, uint32_t i)
{
    return ngi_word_has(w, i, NGI_W_DETERMINER);
}

/* Whether the "and" at i parts two parties rather than the words of one name. */
static bool parts(const ngi_work *w, ngi_stretch s, uint32_t i)
{
    if (i + 1 >= s.end || i <= s.begin)
        return false;
    bool left = determined(w, s.begin), right = determined(w, i + 1);
    if (right || ngi_word_is(w, i + 1, "for"))
        return true; /* "Orla and the ministry", "for Orla and for Marn" */
    for (uint32_t j = s.begin; j < i; j++)
        if (ngi_word_of(w, j, "of for") && ngi_word_capital(w, j - 1) && left)
            return false; /* "the Ministry of Trade and Industry" */
    if (left && ngi_word_capital(w, i + 1) && ngi_word_capital(w, i - 1) && i - s.begin > 1 &&
        ngi_word_has(w, s.end - 1, NGI_W_BODY))
        return false; /* "the Trade and Industry Ministry" */
    return ngi_word_capital(w, i + 1) || ngi_word_has(w, s.end - 1, NGI_W_NOUN);
}

/* Cuts [s.begin, s.end) at commas and at "and", "or", "nor". */
static void cut(const ngi_work *w, ngi_stretch s, parties *out)
{
    uint32_t begin = s.begin, last = s.begin; /* commas before the last "and" make a list */
    for (uint32_t i = s.begin; i < s.end; i++)
        if (ngi_word_of(w, i, "and nor or") && parts(w, s, i))
            last = i;
    for (uint32_t i = s.begin; i <= s.end && out->count < MOST_PARTIES; i++) {
        bool joint = i < s.end && ngi_word_of(w, i, "and nor or") &&
                     parts(w, (ngi_stretch){begin, s.end}, i);
        bool comma = i < s.end && ngi_mark(w, i) == ',' && i < last;
        if (i < s.end && !joint && !comma)
            continue;
        if (i > begin)
            out->items[out->count++] = (ngi_stretch){begin, i};
        begin = i + 1 + ngi_word_is(w, i + 1, "for");
    }
}

/* "Representatives for A and B": the words before A are shared. */
static uint32_t shared_head(const ngi_work *w, ngi_stretch s)
{
    for (uint32_t i = s.begin; i + 1 < s.end && i < s.begin + 5; i++) {
        if (ngi_word_of(w, i, "and nor or") || ngi_mark(w, i) != 0)
            return s.begin;
        if (i > s.begin && ngi_word_of(w, i, "for of from at") &&
            ngi_word_has(w, i - 1, NGI_W_PERSON) && ngi_word_has(w, i - 1, NGI_W_PLURAL))
            return i + 1;
    }
    return s.begin;
}

static void find_parties(const ngi_work *w, ngi_stretch s, parties *out)
{
    *out = (parties){0};
    while (s.begin < s.end && (ngi_word_of(w, s.begin, "neither both either nor and but") ||
                               ngi_mark(w, s.begin) == ','))
        s.begin++;
    uint32_t begin = shared_head(w, s);
    out->head = (ngi_stretch){s.begin, begin};
    s.begin = begin;
    cut(w, s, out);
}

/* "Neither its chairman, Otto Falk, | nor the insurer, Baltika, | returned calls": two parties, each
 * with its remark. False where there are none. */
static bool parties_with_remarks(const ngi_work *w, ngi_stretch s, parties *out)
{
    uint32_t nor = s.begin;
    while (nor < s.end && !ngi_word_is(w, nor, "nor"))
        nor++;
    if (nor >= s.end || ngi_mark(w, s.end - 1) != ',' || ngi_mark(w, nor - 1) != ',')
        return false;
    *out = (parties){.count = 2, .items = {{s.begin, nor - 1}, {nor + 1, s.end - 1}}};
    return nor - 1 > s.begin && s.end - 1 > nor + 1;
}

static void add(ngi_work *w, const finding *f, const parties *p)
{
    for (uint32_t i = 0; i < p->count || (i == 0 && p->count == 0); i++) {
        ngi_draft *d = ngi_work_add(w);
        if (d == NULL)
            return;
        d->cue = f->cue;
        d->lead = f->lead;
        d->stance = f->stance;
        d->rule = f->rule;
        if (p->count > 0) {
            bool joined = p->head.end == p->items[i].begin;
            if (p->head.end > p->head.begin && !joined)
                d->source[d->sources++] = p->head;
            d->source[d->sources++] = (ngi_stretch){
                p->head.end > p->head.begin && joined ? p->head.begin : p->items[i].begin,
                p->items[i].end};
        }
        if (f->content.end > f->content.begin)
            ngi_content_add(w, d, f->content.begin, f->content.end);
    }
}

/* ---- the verb phrase ---- */

/* The end of what was not answered: to the next clause of the sentence. */
static uint32_t content_end(const ngi_work *w, uint32_t begin, uint32_t high)
{
    for (uint32_t i = begin; i < high; i++) {
        char mark = ngi_mark(w, i);
        if (mark == ';' || (mark == ',' && !ngi_word_of(w, i + 1, "or nor")))
            return i;
        if (ngi_word_of(w, i, "and but while when as after before because citing") && i > begin &&
            (!ngi_word_is(w, i, "as") || !ngi_word_is(w, i - 1, "such")) &&
            (!ngi_word_is(w, i, "and") ||
             ngi_word_has(w, i + 1, NGI_W_REPORTS | NGI_W_AUX | NGI_W_VERB) ||
             ngi_word_of(w, i + 1, "he she they it")))
            return i;
        if (ngi_word_of(w, i, "on") && i > begin && ngi_word_has(w, i + 1, NGI_W_TIME))
            return i;
    }
    return high;
}

static uint32_t skip_adverbs(const ngi_work *w, uint32_t i, uint32_t high)
{
    while (i < high && ngi_word_has(w, i, NGI_W_ADVERB) && !ngi_word_has(w, i, NGI_W_REPORTS))
        i++;
    return i;
}

/* "did not immediately respond", "has never answered", "neither ... responded". */
static bool negated_verb(const ngi_work *w, uint32_t verb, bool negated, finding *f)
{
    for (size_t i = 0; i < NGI_COUNT(silences); i++) {
        if (!ngi_word_of(w, verb, silences[i].words) || (silences[i].negated && !negated))
            continue;
        if (ngi_word_of(w, verb, "return returned") &&
            !ngi_word_of(w, verb + 1,
                         "a calls messages requests phone telephone multiple several "
                         "repeated emails e-mails an"))
            continue;
        if (ngi_word_of(w, verb,
                        "give given provide provided name named offer offered say said "
                        "address addressed mention describe identify confirm confirmed "
                        "detail indicate discuss reveal") &&
            !ngi_word_of(w, verb + 1,
                         "a any details further more reasons what who when where why how whether "
                         "the which if an evidence additional specific that names or his her its "
                         "their it detailed questions requests"))
            continue;
        f->stance = silences[i].stance;
        f->rule = f->stance == NGI_STANCE_DECLINES ? NGI_RULE_SILENCE : NGI_RULE_UNKNOWN;
        return true;
    }
    return false;
}

/* "declined to comment", "refused to say", "declined an interview"; not "refused to leave". */
static bool declines(const ngi_work *w, uint32_t verb)
{
    static const char told[] = "comment say answer discuss confirm identify name elaborate provide "
                               "give respond speak disclose specify be talk explain reveal offer "
                               "detail address share describe characterize release immediately speculate "
                               "directly publicly further";
    if (ngi_word_is(w, verb + 1, "to"))
        return ngi_word_of(w, verb + 2, told);
    return !ngi_word_of(w, verb, "refused refuses refuse") &&
           ngi_word_of(w, verb + 1,
                       "comment requests an repeated multiple several further a "
                       "interview interviews immediate");
}

/* Fills cue and content from the auxiliary at i on; false where it is no silence. */
static bool verb_phrase(const ngi_work *w, uint32_t i, uint32_t high, bool neither, finding *f)
{
    uint32_t at = i;
    bool negated = neither, aux = false;
    while (at < high && (ngi_word_has(w, at, NGI_W_AUX | NGI_W_NOT | NGI_W_ADVERB) &&
                         !ngi_word_has(w, at, NGI_W_REPORTS))) {
        negated = negated || ngi_word_of(w, at, "not n't never");
        aux = aux || ngi_word_has(w, at, NGI_W_AUX);
        at++;
    }
    *f = (finding){.rule = NGI_RULE_SILENCE, .stance = NGI_STANCE_DECLINES};
    if (negated && ngi_word_of(w, at, "reached contacted located") &&
        (ngi_word_is(w, at - 1, "be") || ngi_word_of(w, at - 2, "be"))) {
        f->stance = NGI_STANCE_UNKNOWN;
        f->rule = NGI_RULE_UNKNOWN;
    } else if (negated && aux && ngi_word_of(w, at, "available reachable") &&
               ngi_word_of(w, at + 1, "for to")) {
        f->stance = NGI_STANCE_UNKNOWN;
        f->rule = NGI_RULE_UNKNOWN;
    } else if ((aux && ngi_words_are(w, at, "unable to") > 0) ||
               (negated && aux && ngi_word_of(w, at, "able"))) {
        uint32_t verb = skip_adverbs(w, at + 2, high);
        if (!ngi_word_of(w, verb,
                         "determine verify confirm establish reach locate contact "
                         "ascertain identify obtain authenticate corroborate"))
            return false;
        f->stance = NGI_STANCE_UNKNOWN;
        f->rule = NGI_RULE_UNKNOWN;
        f->cue = (ngi_stretch){i, verb + 1};
        f->content = (ngi_stretch){verb + 1, content_end(w, verb + 1, high)};
        return true;
    } else if (negated && aux &&
               ngi_word_of(w, at,
                           "determine verify establish ascertain "
                           "corroborate authenticate verified")) {
        f->stance = NGI_STANCE_UNKNOWN;
        f->rule = NGI_RULE_UNKNOWN;
    } else if (ngi_word_has(w, at, NGI_W_DECLINE) && !ngi_word_has(w, at, NGI_W_ING) && !negated) {
        if (!declines(w, at))
            return false;
    } else if (!negated && ngi_word_of(w, at, "ignored ignores") &&
               ngi_word_of(w, at + 1, "requests a repeated multiple several questions emails")) {
        /* as it stands */
    } else if (!negated && ngi_word_of(w, at, "gave provided offered had made give") &&
               ngi_word_is(w, at + 1, "no") &&
               (ngi_word_of(w, at + 2,
                            "comment details further response explanation reason "
                            "reasons answer evidence information") ||
                ngi_word_of(w, at + 3, "comment details response reaction"))) {
        bool comment = ngi_word_of(w, at + 2, "comment") || ngi_word_of(w, at + 3, "comment");
        f->stance = comment ? NGI_STANCE_DECLINES : NGI_STANCE_UNKNOWN;
        f->rule = comment ? NGI_RULE_SILENCE : NGI_RULE_UNKNOWN;
    } else if (negated && ngi_word_of(w, i, "could can") &&
               ngi_word_of(w, at, "comment elaborate discuss")) {
        /* as it stands */
    } else if (!negated || ngi_word_of(w, i, "could can is are was were should must may might") ||
               !negated_verb(w, at, negated && (aux || neither), f)) {
        return false;
    }
    f->cue = (ngi_stretch){i, at + 1};
    f->content = (ngi_stretch){at + 1, content_end(w, at + 1, high)};
    if (negated && ngi_word_of(w, i, "would will") && f->stance == NGI_STANCE_UNKNOWN &&
        ngi_word_of(w, at, "say identify name disclose specify confirm discuss elaborate"))
        f->stance = NGI_STANCE_DECLINES; /* "would not say why" */
    return true;
}

/* ---- with the party before ---- */

static bool verb_begins(const ngi_work *w, uint32_t low, uint32_t i)
{
    if (i > low && ngi_word_has(w, i - 1, NGI_W_AUX | NGI_W_NOT | NGI_W_ADVERB) &&
        !ngi_word_capital(w, i - 1))
        return false;
    return ngi_word_of(w, i, "did do does has have had was were is are could would can will 'd") ||
           ngi_word_of(w, i,
                       "declined declines refused refuses decline refuse gave provided "
                       "offered ignored ignores made responded replied commented answered "
                       "immediately never also repeatedly both all");
}

/* "Neither A nor B": from its first word to the verb. */
static bool neither_before(const ngi_work *w, uint32_t low, uint32_t verb, ngi_stretch *out)
{
    uint32_t floor = verb - low > 40 ? verb - 40 : low;
    for (uint32_t i = verb; i > floor; i--) {
        if (ngi_mark(w, i - 1) == ';' || ngi_mark(w, i - 1) == '"')
            return false;
        if (ngi_word_is(w, i - 1, "neither")) {
            *out = (ngi_stretch){i, verb}; /* behind the word itself */
            return i < verb;
        }
    }
    return false;
}

/* A longer list than a phrase takes: "A, B, C and D" from the start of the sentence. */
static void widen(const ngi_work *w, uint32_t low, ngi_stretch *s)
{
    if (s->begin <= low || ngi_mark(w, s->begin - 1) != ',' || s->begin - low > 30)
        return;
    bool list = false;
    for (uint32_t i = s->begin; i < s->end; i++)
        list = list || ngi_word_of(w, i, "and or");
    for (uint32_t i = low; i < s->begin && list; i++)
        list = !ngi_word_finite(w, i) && ngi_mark(w, i) != '"' &&
               !(ngi_word_has(w, i, NGI_W_CLAUSE) && !ngi_word_of(w, i, "and or")) &&
               !(i == low && ngi_word_has(w, i, NGI_W_PREPOSITION | NGI_W_ADVERB));
    if (list)
        s->begin = low;
}

/* "X confirmed that it was so but gave no details": X, the subject of the sentence's first
 * report. */
static bool subject_of_first(const ngi_work *w, uint32_t low, uint32_t end, ngi_stretch *out)
{
    uint32_t stop = low + 40 < end ? low + 40 : end;
    for (uint32_t k = low + 1; k < stop; k++) {
        if (w->prose->tokens[k].quote >= 0 || !ngi_word_has(w, k, NGI_W_REPORTS) ||
            ngi_word_has(w, k, NGI_W_ING | NGI_W_BASE))
            continue;
        while (k > low && ngi_word_has(w, k - 1, NGI_W_AUX | NGI_W_ADVERB))
            k--;
        return ngi_phrase_before(w, low, k, out);
    }
    return false;
}

static bool try_party_before(ngi_work *w, ngi_stretch s, uint32_t i)
{
    finding f;
    parties p;
    ngi_stretch source = {0};
    bool neither = neither_before(w, s.begin, i, &source);
    if (!verb_phrase(w, i, s.end, neither, &f))
        return false;
    if (neither)
        f.lead = (ngi_stretch){source.begin - 1, source.begin};
    if (!neither) {
        uint32_t end = i;
        while (end > s.begin && ngi_word_of(w, end - 1, "also both all"))
            end--;
        if (end > s.begin && ngi_word_of(w, end - 1, "and but") && w->count > 0 &&
            w->drafts[w->count - 1].cue.begin >= s.begin && w->drafts[w->count - 1].sources > 0)
            source = w->drafts[w->count - 1].source[0]; /* "confirmed it but declined to ..." */
        else if (!ngi_phrase_before(w, s.begin, end, &source) &&
                 !(end > s.begin && ngi_word_of(w, end - 1, "and but") &&
                   subject_of_first(w, s.begin, end - 1, &source)))
            return false;
        widen(w, s.begin, &source);
    }
    if (source.begin > s.begin && ngi_word_of(w, source.begin - 1, "said says that") &&
        (ngi_word_of(w, source.begin, "he she it they the")))
        return false; /* "A spokesman said he could not comment": his answer, see finish.c */
    if (!neither || !parties_with_remarks(w, source, &p))
        find_parties(w, source, &p);
    add(w, &f, &p);
    return true;
}

/* ---- with the party behind, or elsewhere ---- */

static void add_one(ngi_work *w, ngi_stretch cue, ngi_stretch source, uint8_t stance)
{
    finding f = {.cue = cue, .stance = stance};
    parties p;
    f.rule = stance == NGI_STANCE_DECLINES ? NGI_RULE_SILENCE : NGI_RULE_UNKNOWN;
    find_parties(w, source, &p);
    add(w, &f, &p);
}

/* "There was no immediate comment from X", "No response came from X". */
static bool try_no_comment(ngi_work *w, ngi_stretch s, uint32_t i)
{
    if (!ngi_word_is(w, i, "no"))
        return false;
    uint32_t at = i + 1;
    while (at < s.end && (ngi_word_has(w, at, NGI_W_ADVERB) ||
                          ngi_word_of(w, at, "immediate official public word")))
        at++;
    bool noun = ngi_word_of(w, at, "comment response reaction reply answer statement") ||
                ngi_word_is(w, at - 1, "word");
    if (!noun)
        return false;
    uint32_t from = at;
    while (from < s.end && from < at + 6 && !ngi_word_is(w, from, "from") && ngi_mark(w, from) == 0)
        from++;
    ngi_stretch source;
    if (!ngi_word_is(w, from, "from") || !ngi_phrase_after(w, from + 1, s.end, &source))
        return false;
    uint32_t begin = i;
    if (begin >= s.begin + 2 && ngi_word_of(w, begin - 2, "there"))
        begin -= 2;
    add_one(w, (ngi_stretch){begin, at + 1}, source, NGI_STANCE_DECLINES);
    return true;
}

/* "Requests for comment sent to X were not answered", "Calls to X went unanswered",
 * "Efforts to reach X were unsuccessful". */
static bool try_requests(ngi_work *w, ngi_stretch s, uint32_t i)
{
    if (!ngi_word_of(w, i,
                     "request requests calls call emails email messages message questions "
                     "letters inquiries enquiries efforts attempts e-mails phone"))
        return false;
    uint32_t to = i + 1, verb = 0;
    while (to < s.end && to < i + 14 && !ngi_word_is(w, to, "to"))
        to++;
    if (!ngi_word_is(w, to, "to"))
        return false;
    bool efforts = ngi_word_of(w, i, "efforts attempts");
    if (efforts != (ngi_word_of(w, to + 1, "reach contact") != 0))
        return false;
    ngi_stretch source;
    if (!ngi_phrase_after(w, to + 1 + efforts, s.end, &source))
        return false;
    uint32_t at = source.end;
    while (at < s.end && at < source.end + 8 && verb == 0) {
        if (ngi_word_of(w, at, "unanswered unreturned unsuccessful failed ignored"))
            verb = at + 1;
        else if (ngi_word_of(w, at, "not n't") &&
                 ngi_word_of(w, at + 1 + ngi_word_has(w, at + 1, NGI_W_ADVERB),
                             "answered returned successful acknowledged"))
            verb = at + 2 + ngi_word_has(w, at + 1, NGI_W_ADVERB);
        else if (ngi_word_is(w, at, "no") && ngi_word_of(w, at + 1, "reply response answer"))
            verb = at + 2;
        at++;
    }
    if (verb == 0)
        return false;
    uint32_t begin = source.end;
    while (begin < verb && ngi_mark(w, begin) == ',')
        begin++;
    finding f = {.cue = {begin, verb},
                 .content = {i, to},
                 .stance = efforts ? NGI_STANCE_UNKNOWN : NGI_STANCE_DECLINES,
                 .rule = efforts ? NGI_RULE_UNKNOWN : NGI_RULE_SILENCE};
    parties p;
    if (i > s.begin && ngi_word_has(w, i - 1, NGI_W_DETERMINER | NGI_W_NUMBER))
        f.content.begin = i - 1;
    find_parties(w, source, &p);
    add(w, &f, &p);
    return true;
}

/* "It was not immediately clear whether ...": the story itself does not know. */
static bool try_unclear(ngi_work *w, ngi_stretch s, uint32_t i)
{
    if (!ngi_word_is(w, i, "it") || !ngi_word_of(w, i + 1, "was is remains remained"))
        return false;
    uint32_t at = i + 2;
    bool negated = false;
    for (; at < s.end && ngi_word_has(w, at, NGI_W_NOT | NGI_W_ADVERB); at++)
        negated = negated || ngi_word_has(w, at, NGI_W_NOT);
    if (!(ngi_word_is(w, at, "unclear") || (negated && ngi_word_of(w, at, "clear known"))))
        return false;
    ngi_draft *d = ngi_work_add(w);
    if (d == NULL)
        return true;
    d->cue = (ngi_stretch){i + 1, at + 1};
    d->stance = NGI_STANCE_UNKNOWN;
    d->rule = NGI_RULE_UNKNOWN;
    ngi_content_add(w, d, at + 1, content_end(w, at + 1, s.end));
    return true;
}

/* "Neither account could be verified", "it could not be established whether ...": nobody's
 * word; the content is what is not known. */
static bool try_unverified(ngi_work *w, ngi_stretch s, uint32_t i)
{
    if (!ngi_word_of(w, i, "could can"))
        return false;
    uint32_t at = i + 1;
    bool negated = false;
    for (; at < s.end && ngi_word_has(w, at, NGI_W_NOT | NGI_W_ADVERB | NGI_W_AUX); at++)
        negated = negated || ngi_word_has(w, at, NGI_W_NOT);
    at += ngi_word_is(w, at, "independently");
    if (!ngi_word_of(w, at, "verified confirmed established determined corroborated authenticated "
                            "ascertained learned"))
        return false;
    ngi_stretch subject, content = {0};
    bool neither = !negated && neither_before(w, s.begin, i, &subject);
    if (neither)
        content = (ngi_stretch){subject.begin - 1, subject.end};
    else if (negated && ngi_phrase_before(w, s.begin, i, &subject))
        content = subject;
    if (content.end > 0 && ngi_word_is(w, content.begin, "it") &&
        ngi_word_of(w, at + 1, "whether how if that what who why where when which"))
        content = (ngi_stretch){at + 1, content_end(w, at + 1, s.end)};
    ngi_draft *d = content.end == 0 ? NULL : ngi_work_add(w);
    if (d == NULL)
        return false;
    d->cue = (ngi_stretch){i, at + 1};
    d->stance = NGI_STANCE_UNKNOWN;
    d->rule = NGI_RULE_UNKNOWN;
    ngi_content_add(w, d, content.begin, content.end);
    return true;
}

/* "has neither confirmed nor denied the report". */
static bool try_neither_nor(ngi_work *w, ngi_stretch s, uint32_t i)
{
    ngi_stretch source;
    parties p;
    if (!ngi_word_is(w, i, "neither") || !ngi_word_of(w, i + 1, "confirmed confirm confirms") ||
        !ngi_word_is(w, i + 2, "nor") || !ngi_word_of(w, i + 3, "denied deny denies"))
        return false;
    uint32_t begin = i;
    while (begin > s.begin && ngi_word_has(w, begin - 1, NGI_W_AUX))
        begin--;
    if (!ngi_phrase_before(w, s.begin, begin, &source))
        return false;
    finding f = {.cue = {begin, i + 4},
                 .content = {i + 4, content_end(w, i + 4, s.end)},
                 .stance = NGI_STANCE_UNKNOWN,
                 .rule = NGI_RULE_UNKNOWN};
    find_parties(w, source, &p);
    add(w, &f, &p);
    return true;
}

void ngi_find_silences(ngi_work *w)
{
    for (uint32_t k = 0; k < w->prose->sentence_count; k++) {
        ngi_stretch s = ngi_sentence_of(w, k);
        for (uint32_t i = s.begin; i < s.end; i++) {
            if (w->prose->tokens[i].quote >= 0)
                continue;
            ngi_stretch near = ngi_window_of(s, i);
            if (try_no_comment(w, near, i) || try_requests(w, near, i) || try_unclear(w, near, i) ||
                try_unverified(w, near, i) || try_neither_nor(w, near, i))
                continue;
            if (verb_begins(w, near.begin, i) && i > near.begin)
                try_party_before(w, near, i);
        }
    }
}
