/* SPDX-License-Identifier: Apache-2.0 */
/* What the words of a source say: the name in them, or the noun with its number, and to whom
 * it belongs. "Ana Ostrova, a spokeswoman for the union"; "two sources from a European
 * agency"; "the ministry's spokesman". */
#include "record/attributions/sayings.h"
#include "record/speakers/speakers.h"

ng_slice ngi_stretch_text(const ngi_cast *c, uint8_t in, ngi_stretch s)
{
    const ngi_prose *p = &c->words->prose[in];
    if (s.end <= s.begin)
        return (ng_slice){0};
    return ngi_slice_sub(p->text, p->tokens[s.begin].begin, p->tokens[s.end - 1].end);
}

static bool owns(const ngi_work *w, uint32_t i)
{
    return ngi_word_of(w, i, "'s \xE2\x80\x99s ' \xE2\x80\x99");
}

/* The first name in the source that is not governed by a preposition or an owner's 's. */
static void find_name(const ngi_cast *c, uint8_t in, ngi_source *out)
{
    const ngi_work *w = &c->field[in];
    const uint32_t *name_of = c->name_of[in];
    bool governed = false;
    for (uint32_t i = out->at.begin; i < out->at.end;) {
        uint32_t name = name_of[i];
        if (ngi_word_has(w, i, NGI_W_PREPOSITION) && name == 0)
            governed = true;
        if (out->name < 0 && ngi_word_is(w, i, "who") && (out->bits & NGI_W_PERSON) != 0)
            break; /* "an officer who searched the Mira Sol" */
        if (ngi_mark(w, i) == ',' || ngi_word_is(w, i, "who"))
            governed = false;
        if (name == 0) {
            i++;
            continue;
        }
        uint32_t end = i;
        while (end < out->at.end && name_of[end] == name)
            end++;
        if (end == out->at.end && end < w->prose->token_count && name_of[end] == name)
            break; /* the name goes on behind the source: "Orlen and Marnex" taken for one */
        const ngi_name *n = &c->names[name - 1];
        bool person = n->type == NGI_NAME_PERSON;
        bool noun_behind =
            end < out->at.end && ngi_mark(w, end) == 0 && !person &&
            (ngi_word_has(w, end, NGI_W_NOUN) || owns(w, end) ||
             (!ngi_word_has(w, end,
                            NGI_W_PREPOSITION | NGI_W_CLAUSE | NGI_W_PRONOUN | NGI_W_DETERMINER)));
        bool owner = end < out->at.end && owns(w, end);
        if (owner || noun_behind || governed) {
            if (out->body < 0 && !person)
                out->body = (int64_t)name - 1;
        } else if (out->name < 0) {
            out->name = (int64_t)name - 1;
            out->mention = (ngi_stretch){i, end};
        } else if (person && c->names[out->name].type != NGI_NAME_PERSON) {
            if (out->body < 0)
                out->body = out->name;
            out->name = (int64_t)name - 1;
            out->mention = (ngi_stretch){i, end};
        }
        i = end;
    }
}

static uint32_t number_of(const ngi_work *w, uint32_t i)
{
    static const char *const words[] = {"one",   "two",   "three", "four", "five",   "six",
                                        "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
    for (uint32_t k = 0; k < NGI_COUNT(words); k++)
        if (ngi_word_is(w, i, words[k]))
            return k + 1;
    ng_slice t = ngi_token_text(w->prose, i);
    uint32_t number = 0;
    for (size_t k = 0; k < t.len && t.len < 6; k++) {
        if (t.ptr[k] < '0' || t.ptr[k] > '9')
            return 0;
        number = number * 10 + (uint32_t)(t.ptr[k] - '0');
    }
    return t.len < 6 ? number : 0;
}

/* The determiner and number before the noun. */
static uint32_t read_determiner(const ngi_work *w, ngi_source *out)
{
    uint32_t i = out->at.begin;
    bool indefinite = false;
    for (; i < out->at.end; i++) {
        uint32_t number = number_of(w, i);
        if (ngi_word_of(w, i, "a an another")) {
            out->count = 1;
            indefinite = true;
        } else if (number > 0) {
            out->count = number;
            indefinite = indefinite || !out->definite;
            if (number == 1 && ngi_word_is(w, i + 1, "of")) {
                out->one_of = true;
                i++;
            }
        } else if (ngi_word_of(w, i, "the this these those his her its their our both that")) {
            out->definite = true;
            if (ngi_word_is(w, i, "both"))
                out->count = 2;
        } else if (!ngi_word_of(w, i,
                                "some several many all other no each every most few any "
                                "multiple at least nearly about more than dozens numerous")) {
            break;
        }
    }
    if (ngi_word_of(w, i, "second third fourth") && out->definite)
        out->definite = false;
    return i;
}

/* "a memo | dated March 3", "doctors | named in the report", "data | analysed by X": a participle
 * behind the noun, with no noun behind it that it could belong to. */
static bool participle_behind(const ngi_work *w, uint32_t i, uint32_t end)
{
    if (!ngi_tag_is(w, i, "VBN") && !ngi_tag_is(w, i, "VBD") && !ngi_tag_is(w, i, "VBG"))
        return false;
    if (ngi_word_capital(w, i) || (ngi_word_has(w, i, NGI_W_NOUN) && i + 1 >= end))
        return false;
    return i + 1 >= end || !(ngi_tag_is(w, i + 1, "NN") || ngi_tag_is(w, i + 1, "JJ")) ||
           ngi_word_has(w, i + 1, NGI_W_TIME);
}

/* The head noun: the last noun before a preposition, a comma or a relative clause. */
static void find_noun(const ngi_cast *c, uint8_t in, ngi_source *out)
{
    const ngi_work *w = &c->field[in];
    uint32_t begin = read_determiner(w, out), end;
    if (begin > out->at.begin && ngi_word_is(w, begin, "of") &&
        ngi_word_has(w, begin + 1, NGI_W_DETERMINER)) { /* "two | of the people" */
        out->part = true;
        out->definite = true;
        begin += 2;
    }
    end = begin;
    for (uint32_t i = begin; i < out->at.end; i++) { /* "the ministry's spokesman" */
        if (ngi_mark(w, i) != 0 && !owns(w, i) && ngi_mark(w, i) != '&')
            break;
        if (i > begin && (ngi_word_has(w, i, NGI_W_PREPOSITION) ||
                          participle_behind(w, i, out->at.end) ||
                          ngi_word_of(w, i,
                                      "who that which representing whose familiar briefed close "
                                      "reviewed seen "
                                      "obtained directly involved speaking released")))
            break;
        if (owns(w, i) && i > begin) {
            out->definite = true;
            out->of = (ngi_stretch){begin, i};
            begin = i + 1;
        }
        end = i + 1;
    }
    if (end <= begin)
        return;
    out->noun = (ngi_stretch){begin, end};
    out->head = end - 1;
    out->bits = w->bits[end - 1];
    if ((out->bits & NGI_W_NOUN) == 0 && end - begin > 1 && (w->bits[end - 2] & NGI_W_NOUN) != 0 &&
        ngi_word_has(w, end - 1, NGI_W_ADVERB)) {
        out->head = end - 2;
        out->bits = w->bits[end - 2];
        out->noun.end = end - 1;
    }
    ng_slice head = ngi_token_text(w->prose, out->head);
    out->plural = (out->bits & NGI_W_PLURAL) != 0 ||
                  ((out->bits & NGI_W_NOUN) == 0 && head.len > 3 && head.ptr[head.len - 1] == 's');
    if (out->count == 0 && !out->plural && (out->definite || (out->bits & NGI_W_PERSON) != 0))
        out->count = 1;
    if (out->plural && out->count == 1 && !out->one_of)
        out->count = 0;
    uint32_t i = out->noun.end; /* what it belongs to */
    bool knows = ngi_word_is(w, i, "with") &&
                 (ngi_word_of(w, i + 1, "knowledge information access insight") ||
                  ngi_word_of(w, i + 2, "knowledge information access insight"));
    if (knows)
        return; /* "with direct knowledge of the talks": no body */
    if (i + 1 < out->at.end && ngi_word_of(w, i, "from at of for in with inside within")) {
        uint32_t stop = i + 1;
        while (stop < out->at.end && ngi_mark(w, stop) != ',' && ngi_mark(w, stop) != '-' &&
               ngi_mark(w, stop) != '"' &&
               !ngi_word_of(w, stop,
                            "who that which whose familiar briefed with said says as "
                            "on speaking") &&
               !(ngi_word_is(w, stop, "and") &&
                 !(ngi_word_capital(w, stop - 1) && ngi_word_capital(w, stop + 1))))
            stop++;
        if (stop > i + 1 && (out->of.end == 0 || ngi_word_of(w, i, "from at for")))
            out->of = (ngi_stretch){i + 1, stop};
    }
}

void ngi_source_look(const ngi_cast *c, uint8_t in, const ngi_draft *d, ngi_source *out)
{
    const ngi_work *w = &c->field[in];
    *out = (ngi_source){.name = -1, .body = -1};
    if (d->sources == 0)
        return;
    out->at = d->source[d->sources - 1];
    if (d->sources > 1 && d->source[0].end <= out->at.begin)
        out->of = out->at; /* "Representatives for" ... "Orlen" */
    while (out->at.begin < out->at.end && ngi_mark(w, out->at.begin) != 0)
        out->at.begin++;
    if (out->at.begin >= out->at.end)
        return;
    uint32_t first = out->at.begin;
    out->pronoun = out->at.end - first == 1 &&
                   ngi_word_of(w, first,
                               "he she they it we i you who which his her their its "
                               "him them that me us");
    out->head = first;
    if (out->pronoun) {
        out->mention = out->at;
        return;
    }
    if (d->sources > 1 && d->source[0].end <= out->at.begin) {
        ngi_stretch shared = d->source[0];
        ngi_stretch party = out->at;
        out->at = shared;
        find_noun(c, in, out);
        out->of = party;
        out->mention = shared;
        return;
    }
    find_noun(c, in, out);
    find_name(c, in, out);
    if (out->name < 0) {
        uint32_t end = out->noun.end > first ? out->noun.end : out->at.end;
        out->mention = (ngi_stretch){first, out->of.end > end ? out->of.end : end};
    }
}

/* ---- why a source is unnamed ---- */

/* Where the words that withhold the name begin and end; false where there are none. */
static bool withheld(const ngi_work *w, ngi_stretch s, ngi_stretch *out)
{
    static const char *const phrases[] = {
        "on condition of anonymity",
        "on the condition of anonymity",
        "under condition of anonymity",
        "asked not to be identified",
        "asked not to be named",
        "asked to remain anonymous",
        "requested anonymity",
        "declined to be named",
        "declined to be identified",
        "refused to be named",
        "did not want to be named",
        "not to be identified",
        "not to be named",
        "not authorized to",
        "not authorised to",
        "not permitted to",
        "not allowed to",
        "anonymously",
        "insisted on anonymity",
        "wished to remain anonymous",
        "spoke on background",
    };
    for (uint32_t i = s.begin; i < s.end; i++)
        for (size_t k = 0; k < NGI_COUNT(phrases); k++) {
            uint32_t words = ngi_words_are(w, i, phrases[k]);
            if (words > 0) {
                *out = (ngi_stretch){i, i + words};
                return true;
            }
        }
    return false;
}

/* "They asked not to be named because ...": the sentence behind tells it of those before. */
static bool told_next(const ngi_work *w, uint32_t sentence, ngi_stretch *s, ngi_stretch *found)
{
    const ngi_prose *p = w->prose;
    if (sentence + 1 >= p->sentence_count ||
        p->tokens[p->sentences[sentence + 1].begin].paragraph !=
            p->tokens[p->sentences[sentence].begin].paragraph)
        return false;
    *s = ngi_sentence_of(w, sentence + 1);
    if (s->end - s->begin > 200)
        return false;
    bool same = ngi_word_of(w, s->begin, "they he she both neither all") ||
                (ngi_word_of(w, s->begin, "the both all") &&
                 ngi_word_has(w, s->begin + 1, NGI_W_HIDDEN | NGI_W_GROUP | NGI_W_PERSON | NGI_W_NUMBER));
    return same && withheld(w, *s, found);
}

ng_slice ngi_source_reason(const ngi_cast *c, uint8_t in, uint32_t token)
{
    const ngi_work *w = &c->field[in];
    uint32_t sentence = w->prose->tokens[token].sentence;
    ngi_stretch found;
    ngi_stretch s = ngi_sentence_of(w, sentence);
    if (s.end - s.begin > 200) { /* no sentence; only what is near */
        s.begin = token > s.begin + 60 ? token - 60 : s.begin;
        s.end = token + 120 < s.end ? token + 120 : s.end;
    }
    if (!withheld(w, s, &found) && !told_next(w, sentence, &s, &found))
        return (ng_slice){0};
    uint32_t stop = s.end, begin = found.end;
    while (begin < stop && begin < found.end + 8 &&
           !ngi_word_of(w, begin, "because as since citing due given for to out"))
        begin++;
    bool told = begin < stop && begin < found.end + 8 && !ngi_word_is(w, begin, "to") &&
                !(ngi_word_is(w, begin, "for") && !ngi_word_of(w, begin + 1, "fear security")) &&
                !(ngi_word_is(w, begin, "out") && !ngi_word_is(w, begin + 1, "of"));
    if (!told && ngi_word_of(w, found.begin + 1, "authorized authorised permitted allowed")) {
        begin = found.begin;
        told = true;
    }
    if (!told)
        return ngi_stretch_text(c, in, found);
    uint32_t end = begin + 1;
    while (end < stop && ngi_mark(w, end) != ',' && ngi_mark(w, end) != '"' &&
           ngi_mark(w, end) != ';' && !ngi_word_of(w, end, "told said"))
        end++;
    return ngi_stretch_text(c, in, (ngi_stretch){begin, end});
}
