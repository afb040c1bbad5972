/* SPDX-License-Identifier: Apache-2.0 */
/* Goes through the attributions in the story's order and says of each whose word it is. The
 * cast grows on the way: the story's names stand in it from the start, sources without a
 * name enter as they speak. */
#include "record/attributions/sayings.h"
#include "record/speakers/speakers.h"

/* ---- the cast ---- */

static uint32_t token_at(const ngi_prose *p, uint32_t at)
{
    uint32_t low = 0, high = p->token_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (p->tokens[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool ngi_is_medium(const ngi_lexicon *lexicon, ng_slice name)
{
    ng_slice word;
    while (ngi_split(&name, ' ', &word))
        if ((ngi_lexicon_word(lexicon, word) & NGI_W_MEDIUM) != 0)
            return true;
    return false;
}

/* The medium whose story it is: "PORT ELLERY, Sept 14 (Coastwire) -". */
static ng_slice dateline_medium(const ngi_cast *c)
{
    enum { REACH = 14 };
    const ngi_work *w = &c->field[NGI_FIELD_BODY];
    const ngi_prose *p = w->prose;
    for (uint32_t i = 0; i + 2 < p->token_count && i < REACH * 8u; i++) {
        bool starts = i == 0 || p->tokens[i].paragraph != p->tokens[i - 1].paragraph;
        if (!starts)
            continue;
        for (uint32_t k = i + 1; k < i + REACH && k + 2 < p->token_count; k++) {
            uint32_t end = k + 1;
            if (ngi_mark(w, k) != '(')
                continue;
            while (end < p->token_count && end < k + 4 && ngi_mark(w, end) != ')')
                end++;
            ng_slice dash = end + 1 < p->token_count ? ngi_token_text(p, end + 1) : NGI_LIT("");
            bool dashed = ngi_equal(dash, NGI_LIT("-")) ||
                          ngi_equal(dash, NGI_LIT("\xE2\x80\x93")) ||
                          ngi_equal(dash, NGI_LIT("\xE2\x80\x94"));
            if (dashed && end > k + 1 && ngi_mark(w, end) == ')')
                return ngi_stretch_text(c, NGI_FIELD_BODY, (ngi_stretch){k + 1, end});
        }
    }
    return (ng_slice){0};
}

static uint8_t kind_of(const ngi_cast *c, const ngi_name *n)
{
    if (c->own_medium.len != 0 && ngi_equal(n->name, c->own_medium))
        return NGI_SPEAKER_MEDIUM;
    if (n->type == NGI_NAME_PERSON)
        return NGI_SPEAKER_PERSON;
    return ngi_is_medium(&c->words->lexicon, n->name) ? NGI_SPEAKER_MEDIUM
                                                      : NGI_SPEAKER_ORGANIZATION;
}

static void mark_mentions(ngi_cast *c, uint32_t number, const ngi_name *n, ngi_party *party)
{
    for (uint32_t k = 0; k < n->mention_count; k++) {
        const ngi_mention *m = &n->mentions[k];
        const ngi_prose *p = &c->words->prose[m->in];
        uint32_t begin = token_at(p, m->at.begin), end = begin;
        while (end < p->token_count && p->tokens[end].begin < m->at.end)
            c->name_of[m->in][end++] = number + 1;
        if (end == begin)
            continue;
        if (party->at.end == 0) {
            party->at = (ngi_stretch){begin, end};
            party->in = party->at_in = m->in;
            party->seen = begin;
        }
        uint32_t low = begin > 2 ? begin - 2 : 0; /* a title before it */
        uint8_t gender = party->gender != NGI_GENDER_UNKNOWN
                             ? party->gender
                             : ngi_gender_of(c, m->in, (ngi_stretch){begin, end});
        if (gender == NGI_GENDER_UNKNOWN && low < begin &&
            ngi_word_has(&c->field[m->in], begin - 1, NGI_W_TITLE))
            gender = ngi_gender_of(c, m->in, (ngi_stretch){begin - 1, begin});
        party->gender = gender;
    }
}

static bool make_cast(ngi_cast *c)
{
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++) {
        const ngi_prose *p = &c->words->prose[i];
        c->field[i] = (ngi_work){.arena = c->arena,
                                 .prose = p,
                                 .syntax = c->words->tagged ? &c->words->syntax[i] : NULL,
                                 .bits = c->words->bits[i],
                                 .in = i};
        c->name_of[i] = NGI_NEW_ARRAY(c->arena, uint32_t, (size_t)p->token_count + 1);
        if (c->name_of[i] == NULL)
            return false;
    }
    c->own_medium = dateline_medium(c);
    if (!ngi_arena_grow(c->arena, &c->parties, &c->capacity, (size_t)c->name_count + 16,
                        sizeof(*c->parties)))
        return false;
    for (uint32_t i = 0; i < c->name_count; i++) {
        const ngi_name *n = &c->names[i];
        ngi_party *p = &c->parties[c->count++];
        *p = (ngi_party){.named = true, .seen = UINT32_MAX};
        p->speaker.name = n->name;
        p->speaker.kind = kind_of(c, n);
        if (n->description_count > 0)
            p->speaker.description = n->descriptions[0];
        mark_mentions(c, i, n, p);
    }
    return true;
}

static ngi_party *enter(ngi_cast *c)
{
    if (!ngi_arena_grow(c->arena, &c->parties, &c->capacity, c->count + 1, sizeof(*c->parties)))
        return NULL;
    c->parties[c->count] = (ngi_party){0};
    return &c->parties[c->count++];
}

/* ---- one speaker ---- */

static ngi_extent extent_of(const ngi_cast *c, uint8_t in, ngi_stretch s)
{
    const ngi_prose *p = &c->words->prose[in];
    if (s.end <= s.begin)
        return (ngi_extent){0};
    return (ngi_extent){p->tokens[s.begin].begin, p->tokens[s.end - 1].end};
}

/* What an unnamed source is called: its noun with what stands before it; for a document with
 * what follows as well. */
static ng_slice description_of(const ngi_cast *c, uint8_t in, const ngi_source *s)
{
    ngi_stretch words = s->noun;
    if ((s->bits & NGI_W_DOCUMENT) != 0 && (s->bits & NGI_W_PERSON) == 0)
        for (words.end = s->noun.end; words.end < s->at.end && ngi_mark(&c->field[in], words.end) != ',';)
            words.end++;
    if (s->noun.end > 0 && ngi_word_of(&c->field[in], s->noun.end, "familiar briefed close with") &&
        (s->bits & NGI_W_DOCUMENT) == 0)
        for (words.end = s->noun.end; words.end < s->at.end &&
                                      ngi_mark(&c->field[in], words.end) == 0 &&
                                      !ngi_word_is(&c->field[in], words.end, "who");)
            words.end++;
    return ngi_stretch_text(c, in, words);
}

static ng_slice organization_of(const ngi_cast *c, uint8_t in, const ngi_source *s)
{
    const uint32_t *name_of = c->name_of[in];
    bool whole =
        s->of.end == 0 ||
        (s->body >= 0 && s->of.end > s->of.begin && name_of[s->of.end - 1] == s->body + 1 &&
         (name_of[s->of.begin] == s->body + 1 ||
          (s->of.begin + 1 < s->of.end && name_of[s->of.begin + 1] == s->body + 1)));
    if (s->body >= 0 && whole)
        return c->names[s->body].name;
    return ngi_stretch_text(c, in, s->of);
}

/* The noun tells the kind of those who have no name. */
static uint8_t kind_by_noun(const ngi_cast *c, uint8_t in, const ngi_source *s)
{
    uint32_t bits = s->bits;
    if ((bits & NGI_W_PERSON) != 0)
        return NGI_SPEAKER_UNNAMED;
    if ((bits & NGI_W_GROUP) != 0) { /* "two members of the board" hold their names back */
        bool bodies = ngi_word_of(&c->field[in], s->head,
                                  "unions companies governments countries nations ministries "
                                  "agencies banks parties");
        bool some = ngi_word_of(&c->field[in], s->head, "people") || (s->count > 0 && !bodies);
        return some ? NGI_SPEAKER_UNNAMED : NGI_SPEAKER_GROUP;
    }
    if ((bits & NGI_W_MEDIUM) != 0)
        return NGI_SPEAKER_MEDIUM;
    if ((bits & NGI_W_BODY) != 0)
        return NGI_SPEAKER_ORGANIZATION;
    if ((bits & NGI_W_DOCUMENT) != 0)
        return NGI_SPEAKER_DOCUMENT;
    bool capital = ngi_word_capital(&c->field[in], s->head) && s->head > s->at.begin;
    if (capital || (ngi_word_capital(&c->field[in], s->head) && !s->definite))
        return NGI_SPEAKER_PERSON; /* a name that the names do not have */
    return s->plural ? NGI_SPEAKER_GROUP : NGI_SPEAKER_NONE;
}

static void make_unnamed(ngi_cast *c, uint8_t in, const ngi_source *s, ngi_party *p)
{
    ngi_speaker *out = &p->speaker;
    bool capital = ngi_word_capital(&c->field[in], s->head);
    out->kind = kind_by_noun(c, in, s);
    out->description = description_of(c, in, s);
    out->count = s->count;
    p->plural = s->plural && s->count != 1;
    if (c->own_medium.len != 0 && ngi_equal(ngi_stretch_text(c, in, s->noun), c->own_medium))
        out->kind = NGI_SPEAKER_MEDIUM;
    p->head = s->noun.end > 0 ? c->words->prose[in].tokens[s->head].hash : 0;
    p->gender = ngi_gender_of(c, in, s->noun);
    if (out->kind == NGI_SPEAKER_UNNAMED) {
        out->organization = organization_of(c, in, s);
        out->reason = ngi_source_reason(c, in, s->at.begin);
    } else if (out->kind == NGI_SPEAKER_PERSON ||
               (capital &&
                (out->kind == NGI_SPEAKER_ORGANIZATION || out->kind == NGI_SPEAKER_MEDIUM))) {
        ngi_stretch name = s->noun; /* "Ministry of Trade and Industry" */
        if (out->kind == NGI_SPEAKER_ORGANIZATION && s->of.end > name.end &&
            ngi_word_is(&c->field[in], name.end, "of"))
            name.end = s->of.end;
        out->name = ngi_stretch_text(c, in, name);
        out->description = (ng_slice){0};
        out->count = 0;
        p->named = true;
    } else if (out->kind == NGI_SPEAKER_ORGANIZATION && !s->plural) {
        bool alone = s->noun.end - s->noun.begin == 1 && s->of.end == 0 && s->definite;
        bool owned = s->of.end > 0 && s->of.end <= s->noun.begin; /* "Reine's office" */
        ngi_stretch whole = {owned ? s->of.begin : s->noun.begin,
                             s->of.end > s->noun.end ? s->of.end : s->noun.end};
        out->count = 0;
        if (!alone)
            out->description = ngi_stretch_text(c, in, whole);
        else if (ngi_word_of(&c->field[in], s->head,
                             "government police army military parliament "
                             "court council cabinet navy congress"))
            out->description = ngi_stretch_text(c, in, s->noun); /* there is but one */
        else
            out->open = true; /* "the ministry", and no ministry was met before */
    }
    if (out->kind == NGI_SPEAKER_DOCUMENT && s->plural)
        out->count = s->count;
}

/* "One of them", "both", "all three": some of those who were met last; -1 where nobody was. */
static int64_t some_of_many(ngi_cast *c, uint8_t in, const ngi_source *s)
{
    int64_t many = s->part ? ngi_definite_find(c, in, s) : -1;
    size_t first = c->count > c->name_count + 12 ? c->count - 12 : c->name_count;
    if (s->part && (many < 0 || !c->parties[many].plural))
        return -1;
    for (size_t i = first; i < c->count && !s->part; i++) {
        const ngi_party *p = &c->parties[i];
        if (p->plural && p->in == in && p->seen < s->at.begin &&
            (many < 0 || p->seen >= c->parties[many].seen))
            many = (int64_t)i;
    }
    ngi_party *p = many < 0 ? NULL : enter(c);
    if (p == NULL)
        return -1;
    *p = c->parties[many];
    ng_slice reason = ngi_source_reason(c, in, s->at.begin);
    if (reason.len != 0)
        p->speaker.reason = reason;
    if (s->count != 0)
        p->speaker.count = s->count;
    p->speaker.kind = p->speaker.kind == NGI_SPEAKER_GROUP ? NGI_SPEAKER_UNNAMED : p->speaker.kind;
    p->speaker.open = s->one_of;
    p->plural = s->count != 1;
    p->at = s->mention;
    p->at_in = in;
    return (int64_t)c->count - 1;
}

/* A pronoun stands where the noun should: "one of them", "both". */
static bool is_some(const ngi_cast *c, uint8_t in, const ngi_source *s)
{
    const ngi_work *w = &c->field[in];
    return s->name < 0 && (s->one_of || s->count > 0) &&
           (s->noun.end == 0 || s->part || ngi_word_of(w, s->head, "them both whom"));
}

/* The party behind a source that is no pronoun; NULL when memory is out. */
static int64_t party_of(ngi_cast *c, uint8_t in, const ngi_source *s, bool *open)
{
    if (s->name >= 0)
        return s->name;
    if (is_some(c, in, s)) {
        int64_t some = some_of_many(c, in, s);
        *open = some >= 0 && c->parties[some].speaker.open;
        if (some >= 0)
            return some;
    }
    if (s->definite && s->noun.end > 0 && s->of.end == 0 && s->body < 0 && !s->one_of) {
        int64_t found = ngi_definite_find(c, in, s);
        if (found >= 0)
            return found;
        *open = found == -2;
    }
    ngi_party *p = enter(c);
    if (p == NULL)
        return -1;
    make_unnamed(c, in, s, p);
    p->at = s->mention;
    p->in = p->at_in = in;
    p->speaker.open = p->speaker.open || *open || (s->one_of && s->definite);
    *open = p->speaker.open;
    return (int64_t)c->count - 1;
}

static void speak(ngi_cast *c, int64_t party, uint8_t in, const ngi_source *s, ngi_attribution *a)
{
    ngi_party *p = &c->parties[party];
    if (s->name == party && s->mention.begin > s->at.begin &&
        ngi_word_has(&c->field[in], s->mention.begin - 1, NGI_W_MEDIUM))
        p->speaker.kind = NGI_SPEAKER_MEDIUM; /* "the newspaper Ellery Courier" */
    if (p->named && s->name == party && s->mention.end > 0) {
        p->at = s->mention; /* named here */
        p->at_in = in;
        if (p->speaker.description.len == 0 && s->body >= 0 &&
            p->speaker.kind == NGI_SPEAKER_PERSON)
            p->speaker.organization = c->names[s->body].name;
    }
    a->speaker = p->speaker;
    a->speaker.mention = extent_of(c, p->at_in, p->at);
    a->speaker.mention_in = p->at_in;
    p->seen = s->at.begin;
    p->in = in;
    p->spoke = c->speaking + 1;
    c->last = party;
}

/* "the army, which declined to comment": the noun before it, where no name stands there. */
static bool look_before_who(const ngi_cast *c, uint8_t in, ngi_source *s)
{
    const ngi_work *w = &c->field[in];
    uint32_t who = s->at.begin, end = who;
    ngi_draft noun = {.sources = 1};
    if (!ngi_word_of(w, who, "who which"))
        return false;
    while (end > 0 && who - end < 2 && ngi_mark(w, end - 1) == ',')
        end--;
    uint32_t low = ngi_sentence_of(w, w->prose->tokens[who].sentence).begin;
    low = who - low > 40 ? who - 40 : low;
    if (!ngi_phrase_before(w, low, end, &noun.source[0]))
        return false;
    for (uint32_t i = noun.source[0].begin + 1; i < noun.source[0].end; i++)
        if (ngi_word_has(w, i, NGI_W_PREPOSITION) && !ngi_word_is(w, i, "of"))
            noun.source[0].begin = i + 1; /* "questions to the army" */
    if (noun.source[0].begin >= noun.source[0].end)
        return false;
    ngi_source_look(c, in, &noun, s);
    return s->at.end > 0 && !s->pronoun;
}

static void resolve(ngi_cast *c, ngi_attribution *a, const ngi_draft *d, const ngi_speaker *before)
{
    ngi_source s;
    uint8_t in = a->in;
    bool open = false;
    if (d->sources == 0) {
        if (d->carried && before != NULL)
            a->speaker = *before;
        return;
    }
    ngi_source_look(c, in, d, &s);
    if (s.at.end == 0)
        return;
    if (s.pronoun) {
        int64_t found = ngi_pronoun_find(c, in, s.at.begin);
        if (found >= 0) {
            const ngi_work *w = &c->field[in];
            ngi_party *p = &c->parties[found];
            if (p->gender == NGI_GENDER_UNKNOWN && ngi_word_of(w, s.at.begin, "he she"))
                p->gender = ngi_word_is(w, s.at.begin, "he") ? NGI_GENDER_HE : NGI_GENDER_SHE;
            speak(c, found, in, &s, a);
            return;
        }
        if (!look_before_who(c, in, &s)) {
            a->speaker.open = true;
            return;
        }
    }
    int64_t party = party_of(c, in, &s, &open);
    if (party >= 0)
        speak(c, party, in, &s, a);
}

bool ngi_speakers_find(ngi_arena *arena, const ngi_story_words *words, const ngi_name *names,
                       uint32_t name_count, ngi_attribution *attributions, const ngi_draft *drafts,
                       uint32_t count)
{
    ngi_cast c = {
        .arena = arena, .words = words, .names = names, .name_count = name_count, .last = -1};
    const ngi_speaker *before = NULL;
    if (!make_cast(&c))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        c.speaking = i;
        if (i > 0 && attributions[i].in != attributions[i - 1].in)
            before = NULL;
        resolve(&c, &attributions[i], &drafts[i], before);
        if (attributions[i].form != NGI_FORM_INDIRECT)
            before = &attributions[i].speaker;
    }
    return !arena->failed;
}
