/* SPDX-License-Identifier: Apache-2.0 */
/* Goes over pairs of names that stand near each other in a sentence. See relations.h. */
#include "record/relations/relations.h"

#include "record/relations/patterns.h"

enum {
    REACH = 14,    /* words between two names */
    NEIGHBORS = 3, /* names behind one that it is tried with */
    MARGIN = 12,   /* words before a pair in which it may be taken back */
    AFTER = 6,     /* words behind a pair that a pattern may ask for */
};

typedef struct spot {
    uint32_t first, last; /* tokens */
    uint32_t name;
} spot;

typedef struct relater {
    ngi_arena *arena;
    const ngi_prose *p;
    const ngi_name *names;
    spot *spots; /* of a field, in order */
    uint32_t spot_count;
    ngi_relation *items;
    size_t capacity;
    uint32_t count;
    uint8_t in;
} relater;

/* ---- what takes a relation back ---- */

static bool is_one_of(ng_slice word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ngi_equal_nocase(word, ngi_slice_of(words[i])))
            return true;
    return false;
}

/* Denied, asked, thought, wished, planned. */
static bool takes_back(ng_slice word)
{
    static const char *const words[] = {
        "denied", "denies", "deny", "denying", "not", "n't", "n’t", "never", "no", "neither", "nor",
        "whether", "if", "unless", "would", "could", "might", "may", "should", "allegedly",
        "alleged", "reportedly", "purportedly", "supposedly", "rumored", "rumoured", "suspected",
        "refused", "refuses", "declined", "failed", "plans", "planned", "hopes", "hoped", "wants",
        "wanted", "intends", "seeks", "sought", "wishes", "falsely", "false", "suppose", "imagine",
        "instead", "without", "cannot", "rejected", "rejects", "disputed", "disputes", "unlikely",
        "possible", "possibly", "perhaps", "accused", "accuses", "will", "to"};
    return is_one_of(word, words, NGI_COUNT(words));
}

/* Over by now. */
static bool is_past(ng_slice word)
{
    static const char *const words[] = {"former", "formerly", "ex", "once", "erstwhile", "late",
                                        "then", "ousted", "deposed", "outgoing", "until",
                                        "previously", "then-president"};
    return is_one_of(word, words, NGI_COUNT(words)) || ngi_starts_nocase(word, NGI_LIT("ex-"));
}

static bool is_taken_back(const relater *r, const spot *a, const spot *b, uint8_t kind)
{
    ngi_stretch sentence = r->p->sentences[r->p->tokens[a->first].sentence];
    uint32_t from = a->first > sentence.begin + MARGIN ? a->first - MARGIN : sentence.begin;
    for (uint32_t i = from; i < b->last; i++) {
        if (i == a->first)
            i = a->last; /* names may be of any words; what lies between them counts */
        if (i >= b->first)
            break;
        ng_slice word = ngi_token_text(r->p, i);
        bool inside = i >= a->last, to = ngi_equal_nocase(word, NGI_LIT("to"));
        bool names_past = kind == NGI_RELATION_ALSO_KNOWN_AS || kind == NGI_RELATION_MET;
        if (takes_back(word) && !(to && (inside || i + 1 != a->first)))
            return true;
        if (is_past(word) && !names_past && (inside || i + 4 >= a->first))
            return true;
    }
    uint32_t last = sentence.end - 1;
    for (uint32_t i = last; i + 3 > last && i >= b->last; i--) /* a question */
        if (ngi_equal(ngi_token_text(r->p, i), NGI_LIT("?")))
            return true;
    return false;
}

/* ---- pairs ---- */

static ng_slice name_text(const relater *r, const spot *s)
{
    return r->names[s->name].name;
}

static ng_slice spot_text(const relater *r, const spot *s)
{
    return ngi_slice_sub(r->p->text, r->p->tokens[s->first].begin, r->p->tokens[s->last - 1].end);
}

static ng_slice kind_name(uint8_t kind)
{
    static const char *const names[NGI_RELATION_COUNT] = {
        "subsidiary", "owner", "member", "head", "based in", "also known as", "supplier",
        "intermediary", "under sanctions by", "met with"};
    return ngi_slice_of(names[kind]);
}

/* Which types a kind relates. */
static bool types_fit(const relater *r, uint8_t kind, const spot *subject, const spot *object)
{
    uint8_t s = r->names[subject->name].type, o = r->names[object->name].type;
    switch (kind) {
    case NGI_RELATION_SUBSIDIARY:
        return s != NGI_NAME_PERSON && s != NGI_NAME_PLACE && o != NGI_NAME_PERSON;
    case NGI_RELATION_OWNER:
        return o != NGI_NAME_PERSON;
    case NGI_RELATION_MEMBER:
        return o == NGI_NAME_ORGANIZATION || o == NGI_NAME_OTHER;
    case NGI_RELATION_HEAD:
        return s == NGI_NAME_PERSON && o != NGI_NAME_PERSON;
    case NGI_RELATION_BASED_IN:
        return o == NGI_NAME_PLACE && s != NGI_NAME_PLACE;
    case NGI_RELATION_MET:
        return s == NGI_NAME_PERSON && o != NGI_NAME_PLACE;
    case NGI_RELATION_SANCTIONS:
        return o != NGI_NAME_PERSON;
    default:
        return true;
    }
}

static bool put(relater *r, const ngi_relation_pattern *pattern, const spot *a, const spot *b)
{
    const spot *subject = pattern->swapped ? b : a, *object = pattern->swapped ? a : b;
    bool other_form = pattern->kind == NGI_RELATION_ALSO_KNOWN_AS;
    if (!ngi_arena_grow(r->arena, &r->items, &r->capacity, (size_t)r->count + 1, sizeof *r->items))
        return false;
    r->items[r->count++] = (ngi_relation){
        .subject = other_form ? spot_text(r, subject) : name_text(r, subject),
        .relation = kind_name(pattern->kind),
        .object = other_form ? spot_text(r, object) : name_text(r, object),
        .at = {r->p->tokens[a->first].begin, r->p->tokens[b->last - 1].end},
        .in = r->in};
    return true;
}

static uint32_t hints_between(const relater *r, uint32_t begin, uint32_t end)
{
    uint32_t hints = 0;
    for (uint32_t i = begin; i < end; i++)
        hints |= ngi_relation_hint(ngi_token_text(r->p, i));
    return hints;
}

static bool fits(const relater *r, const ngi_relation_pattern *pattern, const spot *a,
                 const spot *b, ngi_stretch sentence)
{
    const spot *subject = pattern->swapped ? b : a, *object = pattern->swapped ? a : b;
    bool same = a->name == b->name;
    if (same != (pattern->kind == NGI_RELATION_ALSO_KNOWN_AS && same) ||
        !types_fit(r, pattern->kind, subject, object) ||
        !ngi_relation_match(r->p, a->last, b->first, pattern->between, true))
        return false;
    if (pattern->after[0] != 0 &&
        !ngi_relation_match(r->p, b->last, sentence.end, pattern->after, false))
        return false;
    if (pattern->before[0] == 0)
        return true;
    uint32_t words = 2, from = a->first >= sentence.begin + words ? a->first - words : a->first;
    return ngi_relation_match(r->p, from, a->first, pattern->before, true);
}

/* A pair may be told in one way only. */
static bool relate(relater *r, const spot *a, const spot *b, ngi_stretch sentence)
{
    uint32_t end = b->last + AFTER < sentence.end ? b->last + AFTER : sentence.end;
    uint32_t before = a->first >= sentence.begin + 2 ? a->first - 2 : sentence.begin;
    uint32_t hints = hints_between(r, before, a->first) | hints_between(r, a->last, b->first) |
                     hints_between(r, b->last, end);
    for (size_t i = 0; hints != 0 && i < ngi_relation_pattern_count; i++) {
        const ngi_relation_pattern *pattern = &ngi_relation_patterns[i];
        if (!(hints >> pattern->kind & 1) || !fits(r, pattern, a, b, sentence))
            continue;
        return is_taken_back(r, a, b, pattern->kind) || put(r, pattern, a, b);
    }
    return true;
}

static bool relate_field(relater *r)
{
    for (uint32_t i = 0; i < r->spot_count; i++) {
        const spot *a = &r->spots[i];
        uint32_t number = r->p->tokens[a->first].sentence;
        for (uint32_t k = i + 1; k < r->spot_count && k <= i + NEIGHBORS; k++) {
            const spot *b = &r->spots[k];
            if (b->first - a->last > REACH || r->p->tokens[b->first].sentence != number)
                break;
            if (!relate(r, a, b, r->p->sentences[number]))
                return false;
        }
    }
    return true;
}

/* ---- mentions of a field, in order ---- */

/* Mentions are places in bytes; the tokens are found again in one pass. */
static bool gather(relater *r, uint32_t name_count)
{
    uint32_t *name_at = NGI_NEW_ARRAY(r->arena, uint32_t, (size_t)r->p->token_count + 1);
    if (name_at == NULL)
        return false;
    uint32_t count = 0;
    for (uint32_t n = 0; n < name_count; n++)
        for (uint32_t m = 0, low = 0; m < r->names[n].mention_count; m++) {
            ngi_mention mention = r->names[n].mentions[m];
            if (mention.in != r->in)
                continue;
            uint32_t high = r->p->token_count;
            while (low < high) { /* mentions are in order, so `low` stays behind the last */
                uint32_t middle = low + (high - low) / 2;
                if (r->p->tokens[middle].begin < mention.at.begin)
                    low = middle + 1;
                else
                    high = middle;
            }
            if (low < r->p->token_count && name_at[low] == 0) {
                name_at[low] = n * 1u + 1;
                count++;
            }
        }
    r->spots = NGI_NEW_ARRAY(r->arena, spot, (size_t)count + 1);
    uint32_t *last_of = NGI_NEW_ARRAY(r->arena, uint32_t, (size_t)name_count + 1);
    if (r->spots == NULL || last_of == NULL)
        return false;
    r->spot_count = 0;
    for (uint32_t i = 0; i < r->p->token_count; i++) {
        if (name_at[i] == 0)
            continue;
        const ngi_name *name = &r->names[name_at[i] - 1];
        uint32_t *m = &last_of[name_at[i] - 1], end = i;
        while (*m < name->mention_count && (name->mentions[*m].in != r->in ||
                                            name->mentions[*m].at.begin < r->p->tokens[i].begin))
            ++*m;
        while (*m < name->mention_count && end < r->p->token_count &&
               r->p->tokens[end].begin < name->mentions[*m].at.end)
            end++;
        if (end > i)
            r->spots[r->spot_count++] = (spot){i, end, name_at[i] - 1};
    }
    return true;
}

bool ngi_relations_find(ngi_arena *arena, const ngi_prose prose[NGI_FIELD_COUNT],
                        const ngi_name *names, uint32_t name_count, ngi_relation **out,
                        uint32_t *count)
{
    static const uint8_t order[NGI_FIELD_COUNT] = {NGI_FIELD_HEADLINE, NGI_FIELD_DESCRIPTION,
                                                   NGI_FIELD_BODY};
    relater r = {.arena = arena, .names = names};
    *out = NULL;
    *count = 0;
    for (size_t k = 0; k < NGI_FIELD_COUNT; k++) {
        r.in = order[k];
        r.p = &prose[r.in];
        if (r.p->token_count != 0 && (!gather(&r, name_count) || !relate_field(&r)))
            return false;
    }
    *out = r.items;
    *count = r.count;
    return !arena->failed;
}
