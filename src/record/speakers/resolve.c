/* SPDX-License-Identifier: Apache-2.0 */
/* Whom a pronoun or "the official" means, by who was met before in the story. What is near,
 * what spoke last and what agrees counts; where two are as good, the text leaves it open. */
#include "record/attributions/sayings.h"
#include "record/speakers/speakers.h"

enum { WINDOW = 160, FAR = 6 /* sentences */ };

uint8_t ngi_gender_of(const ngi_cast *c, uint8_t in, ngi_stretch s)
{
    static const char he[] =
        "mr mr. sir lord king prince spokesman chairman businessman father son husband brother "
        "congressman man fisherman policeman salesman he john james robert michael william david "
        "richard joseph thomas charles daniel matthew anthony mark donald steven paul andrew "
        "george "
        "kenneth kevin brian edward ronald timothy jason jeffrey ryan jacob gary nicholas eric "
        "jonathan stephen larry justin scott brandon benjamin samuel frank gregory raymond patrick "
        "alexander jack dennis jerry tyler aaron jose adam nathan henry peter zachary douglas ivan "
        "vladimir sergei dmitry mikhail nikolai andrei oleg igor viktor pavel boris yuri hans "
        "klaus "
        "jürgen wolfgang pierre jean jacques luc carlos juan luis miguel pedro antonio mohammed "
        "mohamed muhammad ahmed ali hassan omar ibrahim abdul mustafa mehmet marco giovanni luca "
        "lars erik sven jan piotr tomasz ted bill barack joe tim jim tom bob mike dan ben sam max";
    static const char she[] =
        "mrs mrs. ms ms. miss lady queen princess spokeswoman chairwoman businesswoman mother "
        "daughter wife sister congresswoman woman policewoman actress she mary patricia jennifer "
        "linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley "
        "kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca "
        "sharon "
        "laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha "
        "katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie "
        "olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea "
        "cheryl "
        "hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice "
        "abigail julia judy sophia grace denise amber doris marilyn danielle beverly isabella "
        "theresa "
        "diana natalie brittany charlotte marie kayla alexis lori olga svetlana natalia irina "
        "elena "
        "tatiana ekaterina marta ana fatima aisha leila ingrid astrid birgit ursula angela hillary "
        "claire chloe marine carmen lucia rosa nina eva ada ida vera kate jane";
    const ngi_work *w = &c->field[in];
    for (uint32_t i = s.begin; i < s.end && i < s.begin + 12; i++) {
        if (ngi_word_of(w, i, she))
            return NGI_GENDER_SHE;
        if (ngi_word_of(w, i, he))
            return NGI_GENDER_HE;
    }
    return NGI_GENDER_UNKNOWN;
}

/* ---- pronouns ---- */

typedef enum wish { WISH_PERSON, WISH_MANY, WISH_THING } wish;

static bool agrees(const ngi_party *p, wish wanted, uint8_t gender)
{
    uint8_t kind = p->speaker.kind;
    switch (wanted) {
    case WISH_PERSON:
        if (gender != NGI_GENDER_UNKNOWN && p->gender != NGI_GENDER_UNKNOWN && p->gender != gender)
            return false;
        return !p->plural && (kind == NGI_SPEAKER_PERSON || kind == NGI_SPEAKER_UNNAMED);
    case WISH_MANY:
        return p->plural || kind == NGI_SPEAKER_GROUP || kind == NGI_SPEAKER_ORGANIZATION;
    default:
        return !p->plural && (kind == NGI_SPEAKER_ORGANIZATION || kind == NGI_SPEAKER_DOCUMENT ||
                              kind == NGI_SPEAKER_MEDIUM);
    }
}

typedef struct contest {
    int64_t best;
    double score, second;
} contest;

static void enter(contest *k, int64_t party, double score)
{
    if (party == k->best) {
        if (score > k->score)
            k->score = score;
    } else if (k->best < 0 || score > k->score) {
        k->second = k->best < 0 ? -100 : k->score;
        k->best = party;
        k->score = score;
    } else if (score > k->second) {
        k->second = score;
    }
}

/* Points of a party that was met at token `at`. */
static double points(const ngi_cast *c, const ngi_work *w, int64_t party, uint32_t at,
                     uint32_t token, wish wanted, uint8_t gender)
{
    const ngi_party *p = &c->parties[party];
    uint32_t sentences = w->prose->tokens[token].sentence - w->prose->tokens[at].sentence;
    double score = 10 - 2.0 * sentences;
    if (p->spoke > 0 && c->speaking + 1 - p->spoke <= 1)
        score += 4;
    else if (p->spoke > 0)
        score += 1;
    if (gender != NGI_GENDER_UNKNOWN && p->gender == gender)
        score += 3;
    if (at > 0 && ngi_word_has(w, at - 1, NGI_W_PREPOSITION))
        score -= 1.5;
    if (ngi_word_of(w, at + 1, "'s \xE2\x80\x99s"))
        score -= 1;
    if (wanted == WISH_MANY && !p->plural)
        score -= 3;
    if (w->prose->tokens[at].quote >= 0)
        score -= 3;
    return score;
}

/* The noun phrase before ", who said". */
static int64_t before_who(const ngi_cast *c, uint8_t in, uint32_t token)
{
    uint32_t at = token;
    while (at > 0 && token - at < 2 && ngi_mark(&c->field[in], at - 1) != 0)
        at--;
    return at > 0 && c->name_of[in][at - 1] > 0 ? (int64_t)c->name_of[in][at - 1] - 1 : -1;
}

int64_t ngi_pronoun_find(const ngi_cast *c, uint8_t in, uint32_t token)
{
    const ngi_work *w = &c->field[in];
    contest k = {-1, -100, -100};
    wish wanted = WISH_PERSON;
    uint8_t gender = NGI_GENDER_UNKNOWN;
    if (ngi_word_of(w, token, "who which that"))
        return before_who(c, in, token);
    if (ngi_word_of(w, token, "i we you me us"))
        return -1;
    if (ngi_word_of(w, token, "he his him"))
        gender = NGI_GENDER_HE;
    else if (ngi_word_of(w, token, "she her"))
        gender = NGI_GENDER_SHE;
    else
        wanted = ngi_word_of(w, token, "they their them") ? WISH_MANY : WISH_THING;
    uint32_t floor = token > WINDOW ? token - WINDOW : 0,
             sentence = w->prose->tokens[token].sentence;
    for (uint32_t i = token; i > floor; i--) {
        uint32_t at = i - 1, name = c->name_of[in][at];
        if (sentence - w->prose->tokens[at].sentence > FAR)
            break;
        if (name > 0 && (at == 0 || c->name_of[in][at - 1] != name) &&
            agrees(&c->parties[name - 1], wanted, gender))
            enter(&k, (int64_t)name - 1,
                  points(c, w, (int64_t)name - 1, at, token, wanted, gender));
    }
    size_t first = c->count > c->name_count + 12 ? c->count - 12 : c->name_count;
    for (size_t i = first; i < c->count; i++) { /* those without a name, the latest ones */
        const ngi_party *p = &c->parties[i];
        if (p->in == in && p->seen < token && p->seen >= floor && agrees(p, wanted, gender))
            enter(&k, (int64_t)i, points(c, w, (int64_t)i, p->seen, token, wanted, gender));
    }
    if (c->last >= 0 && agrees(&c->parties[c->last], wanted, gender) &&
        c->parties[c->last].in == in) {
        uint32_t seen = c->parties[c->last].seen;
        if (seen < token && sentence - w->prose->tokens[seen].sentence <= FAR)
            enter(&k, c->last, points(c, w, c->last, seen, token, wanted, gender));
    }
    return k.best >= 0 && k.score > k.second ? k.best : -1;
}

/* ---- "the official", "the ministry" ---- */

/* Whether the words of a text, in any case, hold this word whole. */
static bool has_word(ng_slice text, ng_slice word)
{
    for (size_t at = 0; at + word.len <= text.len && word.len > 0;) {
        size_t found = ngi_find_nocase(ngi_slice_from(text, at), word);
        if (found == NGI_NONE)
            return false;
        size_t begin = at + found, end = begin + word.len;
        bool left =
            begin == 0 || !((text.ptr[begin - 1] | 32) >= 'a' && (text.ptr[begin - 1] | 32) <= 'z');
        bool right =
            end == text.len || !((text.ptr[end] | 32) >= 'a' && (text.ptr[end] | 32) <= 'z');
        if (left && right)
            return true;
        at = begin + 1;
    }
    return false;
}

/* The word is what the description is about: "executive" in "chief executive of the firm". */
static bool is_head_of(ng_slice text, ng_slice word)
{
    static const char *const behind[] = {" of ", " for ", " at ", " in ", " with ", " from ", " who ",
                                         " to ", " on ", " familiar ", " close ", " briefed "};
    ng_slice noun = text;
    for (size_t k = 0; k < NGI_COUNT(behind); k++) {
        size_t at = ngi_find_nocase(noun, ngi_slice_of(behind[k]));
        if (at != NGI_NONE)
            noun.len = at;
    }
    size_t comma = ngi_find(noun, NGI_LIT(","));
    noun.len = comma != NGI_NONE ? comma : noun.len;
    return noun.len >= word.len && has_word(ngi_slice_from(noun, noun.len - word.len), word) &&
           has_word(noun, word);
}

static bool fits(const ngi_cast *c, const ngi_party *p, const ngi_source *s, ng_slice head,
                 uint32_t hash)
{
    (void)c;
    bool body = (s->bits & NGI_W_BODY) != 0;
    if (p->speaker.kind == NGI_SPEAKER_DOCUMENT && (s->bits & NGI_W_DOCUMENT) == 0)
        return false; /* "a report that the company sent" is no company */
    if (p->head == hash && hash != 0)
        return true;
    if (p->named && body && p->speaker.kind == NGI_SPEAKER_ORGANIZATION &&
        has_word(p->speaker.name, head))
        return true;
    return is_head_of(p->speaker.description, head);
}

/* "The company" of a story that has told its name otherwise: the organization that spoke last,
 * where it did so in this paragraph or the one before. */
static int64_t last_organization(const ngi_cast *c, uint8_t in, const ngi_source *s)
{
    const ngi_work *w = &c->field[in];
    if (c->last < 0 || s->plural ||
        !ngi_word_of(w, s->head,
                     "company firm group organization organisation manufacturer maker operator "
                     "charity party bank retailer supplier airline union lender carmaker"))
        return -1;
    const ngi_party *p = &c->parties[c->last];
    bool near = p->in == in && p->seen < s->at.begin &&
                w->prose->tokens[s->at.begin].paragraph - w->prose->tokens[p->seen].paragraph <= 1;
    return near && p->named && p->speaker.kind == NGI_SPEAKER_ORGANIZATION ? c->last : -1;
}

int64_t ngi_definite_find(const ngi_cast *c, uint8_t in, const ngi_source *s)
{
    const ngi_work *w = &c->field[in];
    ng_slice head = ngi_token_text(w->prose, s->head);
    uint32_t hash = w->prose->tokens[s->head].hash, fitting = 0;
    int64_t latest = -1, plural = -1;
    size_t first = c->count > 400 ? c->count - 400 : 0;
    for (size_t i = first; i < c->count; i++) {
        const ngi_party *p = &c->parties[i];
        bool met = p->in != in || p->seen < s->at.begin;
        if (!met || p->seen == UINT32_MAX || !fits(c, p, s, head, hash))
            continue;
        if (p->plural && !s->plural) {
            plural = (int64_t)i;
            continue;
        }
        if (s->plural != p->plural)
            continue;
        fitting++;
        if (latest < 0 || p->in != in || p->seen >= c->parties[latest].seen)
            latest = (int64_t)i;
    }
    if (fitting == 0 && !s->plural) { /* "officials said ... the official": which one is open */
        ng_slice text = head;
        for (size_t i = first; i < c->count; i++)
            if (c->parties[i].plural && has_word(c->parties[i].speaker.description, text))
                plural = (int64_t)i;
        return plural >= 0 ? -2 : last_organization(c, in, s);
    }
    if (fitting <= 1)
        return latest;
    if (latest == c->last && c->parties[latest].in == in &&
        w->prose->tokens[s->at.begin].paragraph -
                w->prose->tokens[c->parties[latest].seen].paragraph <=
            1)
        return latest;
    return -2;
}
