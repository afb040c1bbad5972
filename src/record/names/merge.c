/* SPDX-License-Identifier: Apache-2.0 */
/* Which mentions are one name. See found.h.
 *
 * First all mentions of the same words; then fuller names with each other (initials, middle
 * names, spelling variants), short forms of organizations with the long ones, and last single
 * words with the person whose last or first name they are. Groups are joined in a forest of
 * numbers (union-find), and each look-up goes through an index, so that time stays linear. */
#include "record/names/found.h"

#include "record/names/merge.h"

/* ---- the forest ---- */

static uint32_t root_of(merge *m, uint32_t i)
{
    while (m->up[i] != i) {
        m->up[i] = m->up[m->up[i]];
        i = m->up[i];
    }
    return i;
}

/* The earlier mention stays the root. */
static void join(merge *m, uint32_t a, uint32_t b)
{
    a = root_of(m, a);
    b = root_of(m, b);
    if (a == b)
        return;
    if (b < a) {
        uint32_t t = a;
        a = b;
        b = t;
    }
    m->up[b] = a;
}

static const ngi_found *found_at(const merge *m, uint32_t i)
{
    return &m->list->items[i];
}

/* Joins mention i with the one that the index has for the hash, else enters it. */
static bool meet(merge *m, ngi_index *index, uint32_t hash, uint32_t i)
{
    uint32_t *other = ngi_index_put(index, hash);
    if (other == NULL)
        return false;
    if (*other == 0)
        *other = i + 1;
    else
        join(m, *other - 1, i);
    return true;
}

/* ---- the same words ---- */

/* Countries and bodies that go by several names. */
static uint32_t canonical(uint32_t key)
{
    static const struct {
        const char *form, *as;
    } known[] = {
        {"US", "United States"},
        {"USA", "United States"},
        {"America", "United States"},
        {"United States of America", "United States"},
        {"UK", "United Kingdom"},
        {"Britain", "United Kingdom"},
        {"Great Britain", "United Kingdom"},
        {"UAE", "United Arab Emirates"},
        {"EU", "European Union"},
        {"UN", "United Nations"},
        {"DRC", "Democratic Republic of the Congo"},
        {"Democratic Republic of Congo", "Democratic Republic of the Congo"},
        {"DR Congo", "Democratic Republic of the Congo"},
        {"Türkiye", "Turkey"},
        {"Czechia", "Czech Republic"},
        {"Holland", "Netherlands"},
        {"Burma", "Myanmar"},
        {"Russian Federation", "Russia"},
        {"Kiev", "Kyiv"},
        {"Kharkov", "Kharkiv"},
        {"Odessa", "Odesa"},
        {"Bombay", "Mumbai"},
        {"Calcutta", "Kolkata"},
        {"LA", "Los Angeles"},
        {"NYC", "New York City"},
        {"Washington DC", "Washington"},
        {"WHO", "World Health Organization"},
        {"World Health Organisation", "World Health Organization"},
    };
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_merge_key(ngi_slice_of(known[i].form)) == key)
            return ngi_merge_key(ngi_slice_of(known[i].as));
    return key;
}

uint32_t ngi_merge_key(ng_slice words)
{
    uint32_t key = 0;
    ng_slice word;
    while (ngi_split(&words, ' ', &word))
        key = ngi_known_join(key, ngi_found_word(word));
    return key;
}

static bool join_same(merge *m)
{
    ngi_index canonicals = {.arena = m->list->arena};
    for (uint32_t i = 0; i < m->list->count; i++) {
        const ngi_found *f = found_at(m, i);
        uint32_t *key = ngi_index_put(&canonicals, f->key);
        if (key == NULL)
            return false;
        if (*key == 0)
            *key = f->type == NGI_NAME_PERSON ? f->key : canonical(f->key);
        if (!meet(m, &m->keys, *key, i))
            return false;
    }
    return true;
}

/* ---- one type for the same words ---- */

/* The type that most mentions of a group have; the first one's where it is even. */
static bool settle_types(merge *m)
{
    uint32_t(*votes)[NGI_NAME_TYPES] =
        ngi_arena_zero(m->list->arena, m->list->count + 1, sizeof *votes);
    if (votes == NULL)
        return false;
    for (uint32_t i = 0; i < m->list->count; i++)
        votes[root_of(m, i)][found_at(m, i)->type] += found_at(m, i)->told      ? 40
                                                      : found_at(m, i)->shouted ? 1
                                                                                : 3;
    for (uint32_t i = 0; i < m->list->count; i++) {
        const uint32_t *v = votes[root_of(m, i)];
        ngi_found *f = &m->list->items[i];
        uint8_t best = m->list->items[root_of(m, i)].type;
        for (uint8_t t = 0; t < NGI_NAME_TYPES; t++)
            best = v[t] > v[best] ? t : best;
        f->type = best;
    }
    return true;
}

/* ---- organizations: what they may be called ---- */

static bool may_be_short(const merge *m, const ngi_found *f, uint32_t words)
{
    const ngi_prose *p = &m->list->prose[f->in];
    uint32_t known = ngi_found_known(m->list, p, f->first);
    bool vague = (known & (NGI_KNOWN_COUNTRY | NGI_KNOWN_PEOPLE | NGI_KNOWN_BODY_WORD |
                           NGI_KNOWN_PLACE | NGI_KNOWN_COMMON)) != 0;
    return words > 1 ? !(words == 2 && vague && f->word_count > 4) : !vague;
}

/* Enters the beginnings of a long name: 0 new, DOUBTFUL where two names share it. */
#define DOUBTFUL UINT32_MAX
static bool enter_beginnings(merge *m, uint32_t i)
{
    const ngi_found *f = found_at(m, i);
    uint32_t key = 0;
    for (uint32_t w = 0; w + 1 < f->word_count; w++) {
        key = ngi_known_join(key, f->words[w]);
        if (!may_be_short(m, f, w + 1))
            continue;
        uint32_t *who = ngi_index_put(&m->beginnings, key);
        if (who == NULL)
            return false;
        if (*who == 0)
            *who = i + 1;
        else if (*who != DOUBTFUL && root_of(m, *who - 1) != root_of(m, i))
            *who = DOUBTFUL;
    }
    return true;
}

/* "the Front" may be the Northern Front, where no other front was named. */
static bool enter_ending(merge *m, uint32_t i)
{
    const ngi_found *f = found_at(m, i);
    uint32_t *who = ngi_index_put(&m->endings, f->words[f->word_count - 1]);
    if (who == NULL)
        return false;
    if (*who == 0)
        *who = i + 1;
    else if (*who != DOUBTFUL && root_of(m, *who - 1) != root_of(m, i))
        *who = DOUBTFUL;
    return true;
}

static bool behind_article(const merge *m, const ngi_found *f)
{
    const ngi_prose *p = &m->list->prose[f->in];
    ng_slice before = f->first > 0 ? ngi_token_text(p, f->first - 1) : (ng_slice){0};
    return ngi_equal_nocase(before, NGI_LIT("the")) || ngi_equal_nocase(before, NGI_LIT("a"));
}

/* Short forms of organizations, and what their initials are. */
static bool enter_organizations(merge *m)
{
    for (uint32_t i = 0; i < m->list->count; i++) {
        const ngi_found *f = found_at(m, i);
        if (f->type != NGI_NAME_ORGANIZATION || f->word_count < 2 || f->shouted)
            continue;
        if (!enter_beginnings(m, i) || !enter_ending(m, i))
            return false;
        uint32_t *short_form = f->initials == 0 ? NULL : ngi_index_put(&m->initials, f->initials);
        if (short_form != NULL && *short_form == 0)
            *short_form = i + 1;
    }
    return true;
}

/* ---- people ---- */

static ng_slice word_text(const merge *m, const ngi_found *f, uint32_t word)
{
    const ngi_prose *p = &m->list->prose[f->in];
    for (uint32_t i = f->first; i < f->last; i++)
        if ((p->tokens[i].shape & NGI_SHAPE_WORD) && word-- == 0)
            return ngi_token_text(p, i);
    return (ng_slice){0};
}

static bool is_initial(ng_slice word)
{
    return word.len == 1 || (word.len == 2 && word.ptr[1] == '.');
}

/* Words that may both be one first name: the same, an initial, spelled alike. */
static bool first_alike(ng_slice a, ng_slice b)
{
    if (ngi_found_word(a) == ngi_found_word(b) || ngi_spelled_alike(a, b))
        return true;
    return (is_initial(a) || is_initial(b)) && a.len > 0 && b.len > 0 && *a.ptr == *b.ptr;
}

/* Words joined by hyphens alone. */
static bool is_hyphened(const merge *m, const ngi_found *f)
{
    const ngi_prose *p = &m->list->prose[f->in];
    for (uint32_t i = f->first + 1; i < f->last; i++)
        if (p->tokens[i].shape & NGI_SHAPE_SPACE)
            return false;
    return f->word_count > 1;
}

/* "Brask", "van Dalen", "Solberg-Lie": what a last name may look like. */
static bool is_last_name(const merge *m, const ngi_found *f)
{
    static const char *const particles[] = {"van", "von", "de",    "der",  "den", "ter", "al", "el",
                                            "bin", "ben", "ibn",   "di",   "da",  "dos", "du", "la",
                                            "le",  "del", "della", "bint", "abu", "st",  "st."};
    if (is_hyphened(m, f))
        return true;
    for (uint32_t w = 0; w + 1 < f->word_count; w++) {
        ng_slice word = word_text(m, f, w);
        bool particle = false;
        for (size_t k = 0; k < NGI_COUNT(particles) && !particle; k++)
            particle = ngi_equal_nocase(word, ngi_slice_of(particles[k]));
        if (!particle)
            return false;
    }
    return f->word_count > 0;
}

static bool is_full_person(const merge *m, const ngi_found *f)
{
    return f->type == NGI_NAME_PERSON && f->word_count >= 2 && !is_last_name(m, f);
}

static uint32_t sound_or_word(const ngi_found *f, uint32_t word)
{
    return f->sounds[word] != 0 ? f->sounds[word] : f->words[word];
}

static bool same_person(const merge *m, const ngi_found *a, const ngi_found *b)
{
    ng_slice last_a = word_text(m, a, a->word_count - 1u),
             last_b = word_text(m, b, b->word_count - 1u);
    bool last =
        ngi_found_word(last_a) == ngi_found_word(last_b) || ngi_spelled_alike(last_a, last_b);
    return last && first_alike(word_text(m, a, 0), word_text(m, b, 0));
}

/* A person by the sound of the last name: up to eight with one are compared. */
static bool join_full_people(merge *m)
{
    ngi_index lasts = {.arena = m->list->arena}, seen = {.arena = m->list->arena};
    for (uint32_t i = 0; i < m->list->count; i++) {
        const ngi_found *f = found_at(m, i);
        if (!is_full_person(m, f))
            continue;
        uint32_t *met = ngi_index_put(&seen, f->key);
        if (met == NULL)
            return false;
        if ((*met)++ != 0)
            continue;
        uint32_t *head = ngi_index_put(&lasts, sound_or_word(f, f->word_count - 1u));
        if (head == NULL)
            return false;
        uint32_t tries = 0;
        for (uint32_t k = *head; k != 0 && tries < 8; k = m->next[k - 1], tries++)
            if (same_person(m, found_at(m, k - 1), f)) {
                join(m, k - 1, i);
                break;
            }
        m->next[i] = *head;
        *head = i + 1;
    }
    return true;
}

/* Full names by their last and first words. Of several with one last name the first in the
 * story is meant by it alone: the others come with their first names. */
static bool enter_person(merge *m, uint32_t i)
{
    const ngi_found *f = found_at(m, i);
    uint32_t *last = ngi_index_put(&m->last_names, f->words[f->word_count - 1]);
    if (last == NULL)
        return false;
    *last = *last == 0 ? i + 1 : *last;
    uint32_t *first = ngi_index_put(&m->first_names, f->words[0]);
    if (first == NULL)
        return false;
    *first = *first == 0 ? i + 1 : *first;
    for (uint32_t w = 0; w < f->word_count; w += f->word_count - 1u) {
        uint32_t *sound = f->sounds[w] == 0 ? NULL : ngi_index_put(&m->sounds, f->sounds[w]);
        if (sound != NULL && *sound == 0)
            *sound = (i + 1) * 2 + (w != 0);
    }
    return true;
}

/* A word of lists that is a place or a body for itself. */
static bool stands_for_itself(const merge *m, const ngi_found *f)
{
    const ngi_prose *p = &m->list->prose[f->in];
    uint32_t known = ngi_found_known(m->list, p, f->first);
    return (known & (NGI_KNOWN_COUNTRY | NGI_KNOWN_PLACE | NGI_KNOWN_BODY)) &&
           f->type != NGI_NAME_PERSON;
}

static void join_short_person(merge *m, uint32_t i)
{
    ngi_found *f = &m->list->items[i];
    uint32_t who = ngi_index_get(&m->last_names, f->words[f->word_count - 1]);
    if (stands_for_itself(m, f) || f->type == NGI_NAME_ORGANIZATION)
        return;
    if (who == 0 && f->type == NGI_NAME_PERSON && f->word_count == 1) {
        who = ngi_index_get(&m->first_names, f->words[0]);
        uint32_t sound =
            who == 0 && f->sounds[0] != 0 ? ngi_index_get(&m->sounds, f->sounds[0]) : 0;
        if (sound != 0) {
            const ngi_found *other = found_at(m, sound / 2 - 1);
            uint32_t word = sound % 2 ? other->word_count - 1u : 0;
            if (ngi_spelled_alike(word_text(m, f, 0), word_text(m, other, word)))
                who = sound / 2;
        }
    }
    /* Whoever comes later is not meant by the first word of a body that was named before. */
    uint32_t body = ngi_index_get(&m->beginnings, f->key);
    bool body_first = body != 0 && body != DOUBTFUL && body - 1 < i && who > i + 1;
    bool of_body = body != 0 && body != DOUBTFUL && f->word_count == 1;
    if (who == 0 && of_body && f->type == NGI_NAME_PERSON) {
        f->type = NGI_NAME_ORGANIZATION; /* "Wexmere" of "Wexmere Health", and no person's name */
        m->up[i] = root_of(m, body - 1);
    }
    if (who == 0 || body_first)
        return;
    /* The words alone joined all such mentions; each goes with its own person. */
    f->type = NGI_NAME_PERSON;
    m->up[i] = root_of(m, who - 1);
}

static bool join_short_people(merge *m)
{
    for (uint32_t i = 0; i < m->list->count; i++)
        if (is_full_person(m, found_at(m, i)) && !enter_person(m, i))
            return false;
    for (uint32_t i = 0; i < m->list->count; i++)
        if (is_last_name(m, found_at(m, i)))
            join_short_person(m, i);
    return true;
}

/* ---- organizations ---- */

/* A first name or a place of the lists. */
static bool is_listed(const merge *m, const ngi_found *f)
{
    uint32_t known = ngi_found_known(m->list, &m->list->prose[f->in], f->first);
    return (known & (NGI_KNOWN_FIRST | NGI_KNOWN_COUNTRY | NGI_KNOWN_PLACE)) != 0;
}

static void join_organizations(merge *m)
{
    for (uint32_t i = 0; i < m->list->count; i++) {
        const ngi_found *f = found_at(m, i);
        bool lone = f->type != NGI_NAME_ORGANIZATION && f->type != NGI_NAME_OTHER;
        if (lone && (f->word_count != 1 || root_of(m, i) != i || f->told || is_listed(m, f)))
            continue; /* one that went with a person stays there */
        uint32_t who = f->letters != 0 && !lone ? ngi_index_get(&m->initials, f->letters) : 0;
        if (who == 0)
            who = ngi_index_get(&m->beginnings, f->key);
        if (who == 0 && f->word_count == 1 && behind_article(m, f))
            who = ngi_index_get(&m->endings, f->words[0]);
        if (who != 0 && who != DOUBTFUL && root_of(m, who - 1) != root_of(m, i)) {
            uint8_t type = found_at(m, who - 1)->type;
            join(m, who - 1, i);
            m->list->items[i].type = type;
        }
    }
}

/* ---- said to be one ---- */

static bool is_char(const ngi_prose *p, uint32_t i, char c)
{
    return i < p->token_count && p->tokens[i].end - p->tokens[i].begin == 1 &&
           p->text.ptr[p->tokens[i].begin] == c;
}

/* Behind a name: the token behind "(", or behind ", also known as"; else 0. */
static uint32_t other_form_at(const ngi_prose *p, uint32_t at)
{
    static const char *const sayings[] = {
        "also known as",
        "better known as",
        "best known as",
        "known as",
        "widely known as",
        "commonly known as",
        "formerly known as",
        "also called",
        "aka",
        "a.k.a.",
        "alias",
        "nicknamed",
        "formerly",
        "née",
        "previously known as",
        "known simply as",
        "who goes by",
        "which goes by",
        "also spelled",
        "or",
    };
    bool comma = is_char(p, at, ',') || is_char(p, at, '(');
    at += comma;
    for (size_t s = 0; s < NGI_COUNT(sayings); s++) {
        ng_slice rest = ngi_slice_of(sayings[s]), word;
        uint32_t k = at;
        while (ngi_split(&rest, ' ', &word) && k < p->token_count &&
               ngi_equal_nocase(ngi_token_text(p, k), word))
            k++;
        bool whole = rest.len == 0 && k > at && ngi_equal_nocase(ngi_token_text(p, k - 1), word);
        bool weak = s + 1 == NGI_COUNT(sayings); /* "or" asks for a bracket */
        if (!whole || (weak && !is_char(p, at - 1, '(')))
            continue;
        while (k < p->token_count && !(p->tokens[k].shape & NGI_SHAPE_WORD) && k < at + 6)
            k++;
        if (k < p->token_count && ngi_equal_nocase(ngi_token_text(p, k), NGI_LIT("the")))
            k++;
        return k;
    }
    return comma && is_char(p, at - 1, '(') ? at : 0;
}

/* "Harbor Fund, also known as HF": and a short form in brackets. */
static void join_said(merge *m)
{
    for (uint32_t i = 0; i < m->list->count; i++) {
        const ngi_found *f = found_at(m, i);
        const ngi_prose *p = &m->list->prose[f->in];
        uint32_t at = other_form_at(p, f->last);
        uint32_t other = at != 0 && at < p->token_count ? m->list->name_of[f->in][at] : 0;
        if (other == 0 || other - 1 == i)
            continue;
        const ngi_found *o = found_at(m, other - 1);
        bool bracket = at == f->last + 1;
        bool shortened = o->letters != 0 && o->letters == f->initials;
        if (o->first > at || (bracket && !is_char(p, o->last, ')')))
            continue;
        if (bracket && !shortened &&
            !(o->word_count == 1 && o->type == f->type && f->type == NGI_NAME_ORGANIZATION &&
              (p->tokens[o->first].shape & NGI_SHAPE_ALL_CAPITALS)))
            continue;
        uint8_t type = f->type;
        join(m, i, other - 1);
        m->list->items[other - 1].type = type;
    }
}

static bool behind_preposition(const merge *m, const ngi_found *f)
{
    const ngi_prose *p = &m->list->prose[f->in];
    ng_slice before = f->first > 0 ? ngi_token_text(p, f->first - 1) : (ng_slice){0};
    return ngi_equal(before, NGI_LIT("in")) || ngi_equal(before, NGI_LIT("from")) ||
           ngi_equal(before, NGI_LIT("to")) || ngi_equal(before, NGI_LIT("near"));
}

/* "from Washington" alone, where nobody of that name was met, is the town. */
static void settle_towns(merge *m)
{
    for (uint32_t i = 0; i < m->list->count; i++) {
        ngi_found *f = &m->list->items[i];
        const ngi_found *root = found_at(m, root_of(m, i));
        uint32_t known = ngi_found_known(m->list, &m->list->prose[f->in], f->first);
        bool alone = f->word_count == 1 && root->word_count == 1 && f->last - f->first == 1;
        if (alone && behind_preposition(m, f) && f->type == NGI_NAME_PERSON && !f->told && (known & NGI_KNOWN_PLACE) != 0 &&
            (known & NGI_KNOWN_FIRST) == 0 && ngi_index_get(&m->last_names, f->words[0]) == 0)
            f->type = NGI_NAME_PLACE;
    }
}

/* ---- all steps ---- */

static void number_groups(merge *m)
{
    ngi_found_list *list = m->list;
    memset(m->next, 0, sizeof *m->next * list->count); /* the chains are done with */
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t *number = &m->next[root_of(m, i)];
        if (*number == 0)
            *number = ++list->groups;
        list->items[i].group = *number - 1;
    }
}

bool ngi_found_merge(ngi_found_list *list)
{
    merge m = {.list = list};
    m.up = NGI_NEW_ARRAY(list->arena, uint32_t, (size_t)list->count + 1);
    m.next = NGI_NEW_ARRAY(list->arena, uint32_t, (size_t)list->count + 1);
    m.keys.arena = m.last_names.arena = m.first_names.arena = m.sounds.arena = list->arena;
    m.beginnings.arena = m.endings.arena = m.initials.arena = list->arena;
    if (m.up == NULL || m.next == NULL)
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        m.up[i] = i;
    if (!join_same(&m) || !settle_types(&m) || !enter_organizations(&m) || !join_full_people(&m) ||
        !join_short_people(&m))
        return false;
    join_organizations(&m);
    join_said(&m);
    settle_towns(&m);
    if (!settle_types(&m))
        return false;
    number_groups(&m);
    return !list->arena->failed;
}
