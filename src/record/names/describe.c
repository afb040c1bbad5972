/* SPDX-License-Identifier: Apache-2.0 */
/* What the story says a name is, read off the words around a mention:
 *
 *   before it           "former weapons inspector Jonas Ferrel"
 *   behind it           "Marta Lindqvist, 41, a research fellow at the Harbor Institute, said"
 *   behind it, a verb   "Lindqvist is a research fellow at ..."
 *   before a comma      "The mayor of Sandmark, Anna Holt, ..."
 *
 * Only what is sure to be a description: a word for what people do must be in it (roles and
 * titles of the lexicon), and no verb. Each look is over some twenty words at most. */
#include "record/names/found.h"

enum { BEFORE = 8, BEHIND = 24 };

typedef struct view {
    const ngi_found_list *list;
    const ngi_prose *p;
    uint32_t begin, end; /* of the sentence */
} view;

static bool is_one_of(const ngi_prose *p, uint32_t i, const char *const *words, size_t count)
{
    ng_slice text = ngi_token_text(p, i);
    for (size_t k = 0; k < count; k++)
        if (ngi_equal_nocase(text, ngi_slice_of(words[k])))
            return true;
    return false;
}
#define IS_ONE_OF(v, i, words) is_one_of((v)->p, (i), (words), NGI_COUNT(words))

static bool is_char(const view *v, uint32_t i, char c)
{
    return i < v->end && v->p->tokens[i].end - v->p->tokens[i].begin == 1 &&
           v->p->text.ptr[v->p->tokens[i].begin] == c;
}

static bool is_mark(const view *v, uint32_t i)
{
    return !(v->p->tokens[i].shape & NGI_SHAPE_WORD);
}

static const char *const determiners[] = {"a", "an", "the", "its", "his", "her", "their", "our",
                                          "my", "one", "another"};
static const char *const honorifics[] = {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr",
                                         "Dr.", "Sir", "Dame", "Lord", "Lady", "Dear", "Hi",
                                         "Hello", "Hey", "Thanks", "Regards", "Cheers", "Love",
                                         "Sincerely", "MP", "Uncle", "Aunt"};
/* What a description does not go over: verbs, prepositions, conjunctions, pronouns. */
static const char *const verbs[] = {
    "said", "says", "say", "told", "tells", "is", "was", "are", "were", "be", "been", "has", "had",
    "have", "will", "would", "can", "could", "may", "might", "must", "should", "did", "does", "do",
    "met", "meets", "called", "calls", "asked", "asks", "added", "wrote", "writes", "announced",
    "announces", "accused", "denied", "denies", "rejected", "urged", "warned", "named", "replaced",
    "succeeded", "visited", "thanked", "praised", "criticized", "criticised", "appointed", "elected",
    "became", "becomes", "remains", "went", "came", "made", "took", "gave", "got", "saw", "left",
    "ordered", "signed", "voted", "won", "lost", "died", "killed", "arrested", "charged", "quoted",
    "believes", "thinks", "knows", "wants", "plans", "faces", "holds", "leads", "led", "heads",
    "declined", "confirmed", "reported", "according", "noted", "insisted", "argued", "testified"};
static const char *const links[] = {
    "of", "in", "at", "on", "for", "with", "to", "by", "from", "as", "and", "or", "but", "nor",
    "that", "who", "which", "whom", "whose", "when", "where", "while", "if", "because", "than",
    "then", "after", "before", "since", "until", "over", "under", "between", "against", "about",
    "into", "through", "during", "without", "within", "he", "she", "they", "we", "you", "i", "it",
    "him", "them", "us", "me", "this", "these", "those", "there", "here", "not", "also", "both",
    "either", "neither", "like", "including", "so", "via", "per"};
static const char *const settlements[] = {
    "city", "town", "village", "capital", "port", "suburb", "region", "island", "province",
    "district", "resort", "county", "state", "country", "republic", "settlement", "hamlet",
    "neighborhood", "neighbourhood", "municipality", "kingdom", "river", "peninsula", "territory"};

static bool is_role(const view *v, uint32_t i)
{
    uint32_t known = ngi_found_known(v->list, v->p, i);
    return (known & (NGI_KNOWN_ROLE | NGI_KNOWN_TITLE)) && !IS_ONE_OF(v, i, honorifics);
}

static bool is_name(const view *v, const ngi_found *f, uint32_t i)
{
    return v->list->name_of[f->in][i] != 0;
}

static void put(const view *v, ngi_found_said *out, uint32_t first, uint32_t last)
{
    if (first >= last || out->count == NGI_COUNT(out->text))
        return;
    out->text[out->count++] =
        ngi_slice_sub(v->p->text, v->p->tokens[first].begin, v->p->tokens[last - 1].end);
}

/* ---- before ---- */

static bool ends_with(ng_slice s, const char *end)
{
    return ngi_ends(s, ngi_slice_of(end));
}

/* A word that may belong to a description before a name. */
static bool may_precede(const view *v, uint32_t i)
{
    static const char *const fit[] = {"retired", "disgraced", "acting", "convicted", "jailed",
                                      "exiled", "outgoing", "incoming", "leading", "ruling",
                                      "visiting", "renowned", "acclaimed", "self-proclaimed",
                                      "founding", "managing", "sitting", "intelligence",
                                      "fighting", "imprisoned", "detained", "ousted", "deposed"};
    ng_slice text = ngi_token_text(v->p, i);
    if (is_mark(v, i))
        return ngi_equal(text, NGI_LIT("-")) && !(v->p->tokens[i].shape & NGI_SHAPE_SPACE);
    if (IS_ONE_OF(v, i, verbs) || IS_ONE_OF(v, i, links) || IS_ONE_OF(v, i, determiners))
        return false;
    if (v->p->tokens[i].shape & (NGI_SHAPE_CAPITAL | NGI_SHAPE_DIGIT))
        return !(v->p->tokens[i].shape & NGI_SHAPE_DIGIT);
    if (ngi_equal(text, NGI_LIT("'s")) || ngi_equal(text, NGI_LIT("’s")))
        return true;
    bool doing = ends_with(text, "ed") || ends_with(text, "ing") || ends_with(text, "ly");
    return text.len > 1 && (!doing || IS_ONE_OF(v, i, fit));
}

static void before_name(const view *v, const ngi_found *f, ngi_found_said *out)
{
    uint32_t from = f->first;
    while (from > v->begin && f->first - from < BEFORE && may_precede(v, from - 1))
        from--;
    if (from == f->first || !is_role(v, f->first - 1))
        return;
    /* What belongs to an owner starts behind it, unless the owner is a name: "Sandmark's mayor". */
    while (from < f->first && (is_mark(v, from) || v->p->text.ptr[v->p->tokens[from].begin] == '\'' ||
                               (unsigned char)v->p->text.ptr[v->p->tokens[from].begin] == 0xE2))
        from++;
    put(v, out, from, f->first);
}

/* ---- behind ---- */

/* Where the words of a description that begins at `at` end: a mark, a verb's clause. */
static uint32_t description_end(const view *v, uint32_t at)
{
    static const char *const ends[] = {"who", "which", "whose", "that", "where", "when", "while",
                                       "but", "because", "after", "before", "since", "until"};
    uint32_t i = at;
    while (i < v->end && i - at < BEHIND) {
        if (is_mark(v, i)) {
            ng_slice t = ngi_token_text(v->p, i);
            bool inner = (ngi_equal(t, NGI_LIT("-")) && !(v->p->tokens[i].shape & NGI_SHAPE_SPACE)) ||
                         ngi_equal(t, NGI_LIT("&")) || ngi_equal(t, NGI_LIT("$"));
            if (!inner)
                break;
        } else if (IS_ONE_OF(v, i, ends)) {
            break;
        }
        i++;
    }
    return i - at < BEHIND ? i : at;
}

static bool holds_verb(const view *v, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (IS_ONE_OF(v, i, verbs) && !(v->p->tokens[i].shape & NGI_SHAPE_CAPITAL))
            return true;
    return false;
}

/* The noun that a description is about stands before its first link. */
static bool holds_role(const view *v, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last && i < first + 9; i++) {
        if (i > first && IS_ONE_OF(v, i, links))
            return false;
        if (is_role(v, i))
            return true;
    }
    return false;
}

static bool holds_settlement(const view *v, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last && i < first + 6; i++)
        if (IS_ONE_OF(v, i, settlements))
            return true;
    return false;
}

/* Does the stretch say what a name of this type is? */
static bool tells(const view *v, const ngi_found *f, uint32_t first, uint32_t last)
{
    static const char *const articles[] = {"a", "an"};
    if (last < first + 1 || holds_verb(v, first, last))
        return false;
    bool article = IS_ONE_OF(v, first, articles);
    if (f->type == NGI_NAME_PLACE)
        return article && holds_settlement(v, first, last);
    if (f->type != NGI_NAME_PERSON)
        return article && last - first >= 3;
    if (!holds_role(v, first, last) || is_name(v, f, first))
        return false;
    return IS_ONE_OF(v, first, determiners) || is_role(v, first) ||
           !(v->p->tokens[first].shape & NGI_SHAPE_CAPITAL);
}

static bool is_age(const view *v, uint32_t i)
{
    return i + 1 < v->end && (v->p->tokens[i].shape & NGI_SHAPE_DIGIT) &&
           v->p->tokens[i].end - v->p->tokens[i].begin <= 3 && is_char(v, i + 1, ',');
}

static void behind_name(const view *v, const ngi_found *f, ngi_found_said *out)
{
    uint32_t at = f->last;
    if (!is_char(v, at, ',') || at + 1 >= v->end)
        return;
    at++;
    if (is_age(v, at))
        at += 2;
    if (at >= v->end)
        return;
    uint32_t end = description_end(v, at);
    bool closed = end < v->end && end > at && (is_mark(v, end) || IS_ONE_OF(v, end, links));
    if (closed && tells(v, f, at, end))
        put(v, out, at, end);
}

static void behind_verb(const view *v, const ngi_found *f, ngi_found_said *out)
{
    static const char *const being[] = {"is", "was", "became"};
    static const char *const articles[] = {"a", "an", "the"};
    uint32_t at = f->last;
    if (f->type != NGI_NAME_PERSON || at + 2 >= v->end || !IS_ONE_OF(v, at, being) ||
        !IS_ONE_OF(v, at + 1, articles))
        return;
    uint32_t end = description_end(v, at + 1);
    if (end > at + 2 && holds_role(v, at + 1, end) && !holds_verb(v, at + 2, end))
        put(v, out, at + 1, end);
}

/* ---- before a comma ---- */

static void before_comma(const view *v, const ngi_found *f, ngi_found_said *out)
{
    if (f->type != NGI_NAME_PERSON || f->first < v->begin + 3 || !is_char(v, f->first - 1, ','))
        return;
    if (!is_char(v, f->last, ',') && !is_char(v, f->last, '.') && f->last != v->end)
        return;
    uint32_t last = f->first - 1, from = last;
    while (from > v->begin && last - from < 14 && (!is_mark(v, from - 1) || is_char(v, from - 1, '-')) &&
           !IS_ONE_OF(v, from - 1, verbs)) {
        from--;
        if (IS_ONE_OF(v, from, determiners) && holds_role(v, from, last)) {
            put(v, out, from, last);
            return;
        }
    }
}

void ngi_found_describe(const ngi_found_list *list, const ngi_found *f, ngi_found_said *out)
{
    const ngi_prose *p = &list->prose[f->in];
    ngi_stretch sentence = p->sentences[p->tokens[f->first].sentence];
    view v = {list, p, sentence.begin, sentence.end};
    out->count = 0;
    if (f->type == NGI_NAME_PERSON)
        before_name(&v, f, out);
    behind_name(&v, f, out);
    behind_verb(&v, f, out);
    before_comma(&v, f, out);
}
