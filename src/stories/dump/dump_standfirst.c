/* SPDX-License-Identifier: Apache-2.0 */
/* Tells a standfirst from a first paragraph where nothing but their words tells the two apart.
 *
 * A standfirst says what the text says again: its words come back in the paragraph below, which
 * may begin with a place and a dash, and in the paragraphs behind. It has fewer different words
 * than a paragraph. Weights: logistic regression on 71 standfirsts and 158 first paragraphs of
 * news in many languages, right for 0.81 of them with their articles held out.
 *
 * Stories of one page are set alike, so they are judged together: blank lines and emphasis that
 * part the line from the paragraphs, standfirsts that stand in another place of the header, and
 * how many of the page's stories look as if they had one. */
#include "stories/dump/dump.h"

#include <math.h>

#define MOST_WORDS 160u
#define USUAL_AGAIN 0.4 /* of a text's words, those that come back behind the second paragraph */
#define MOST_TEXTS 16u  /* paragraphs behind the first that are looked at */

typedef struct word_set {
    uint32_t words[MOST_WORDS];
    uint32_t count, all;
    double kinds; /* different words, two characters of Chinese or Japanese to one */
} word_set;

static void add_word(word_set *set, uint32_t hash, double weight)
{
    for (uint32_t i = 0; i < set->count; i++)
        if (set->words[i] == hash)
            return;
    if (set->count == MOST_WORDS)
        return;
    set->words[set->count++] = hash;
    set->kinds += weight;
}

/* Adds the beginnings of a text's longer words, so that endings do not count. */
static void collect(ng_slice text, word_set *set)
{
    uint32_t hash = 0, len = 0;
    bool beyond = false;
    for (size_t i = 0; i <= text.len && set->count < MOST_WORDS;) {
        uint32_t c = i < text.len ? ngi_fold(ngi_utf8_next(text, &i)) : (i++, ' ');
        bool cjk = ngi_is_cjk(c) && !(c >= 0xAC00 && c <= 0xD7AF);
        if ((ngi_is_word(c) || (len != 0 && ngi_is_mark(c))) && !cjk) {
            hash = len < 6 ? hash * 16777619u + c : hash;
            beyond = beyond || c > 0x7F;
            len++;
            continue;
        }
        set->all += (len != 0) + cjk;
        if (len >= 4 || (beyond && len != 0))
            add_word(set, hash, 1);
        if (cjk)
            add_word(set, c, 0.5);
        hash = len = 0;
        beyond = false;
    }
}

static double overlap(const word_set *a, const word_set *b)
{
    uint32_t both = 0, least = a->count < b->count ? a->count : b->count;
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < b->count; k++)
            both += a->words[i] == b->words[k];
    return least == 0 ? 0 : (double)both / least;
}

/* "LONDON (Reuters) - ", "KYIV — ": capitals and soon a dash. */
static bool has_dateline(ng_slice s)
{
    uint32_t upper = 0, chars = 0;
    for (size_t i = 0; i < s.len && chars < 60; chars++) {
        uint32_t c = ngi_utf8_next(s, &i);
        upper += chars < 3 && ngi_is_upper(c);
        if (c == '.' || upper < (chars < 3 ? chars + 1 : 3))
            return false;
        if (chars > 3 && (c == 0x2013 || c == 0x2014 || (c == '-' && i < s.len && s.ptr[i] == ' ')))
            return true;
    }
    return false;
}

static int by_size(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* What the paragraphs of a story tell of the first: which of its words come back behind the
 * second, and how many words a paragraph has, as a rule. */
typedef struct rest_of {
    bool again[MOST_WORDS];
    uint32_t words;
    double length;
} rest_of;

static void mark_again(const word_set *first, ng_slice text, rest_of *rest)
{
    word_set more = {0};
    collect(text, &more);
    rest->words += more.count;
    for (uint32_t i = 0; i < first->count; i++)
        for (uint32_t k = 0; k < more.count && !rest->again[i]; k++)
            rest->again[i] = first->words[i] == more.words[k];
}

static void look_behind(const ngi_dump *dump, uint32_t second, uint32_t end, const word_set *first,
                        rest_of *rest)
{
    uint32_t sizes[MOST_TEXTS], count = 0;
    for (uint32_t i = second; i < end && count < MOST_TEXTS; i++) {
        if (!ngi_dump_is_text(&dump->units[i]))
            continue;
        sizes[count++] = dump->units[i].words;
        if (i != second)
            mark_again(first, dump->units[i].text, rest);
    }
    qsort(sizes, count, sizeof *sizes, by_size);
    rest->length = count == 0 ? 1 : sizes[count / 2] + 1.0;
}

static double share_again(const word_set *first, const rest_of *rest)
{
    uint32_t found = 0, least = first->count < rest->words ? first->count : rest->words;
    for (uint32_t i = 0; i < first->count; i++)
        found += rest->again[i];
    return least == 0 ? USUAL_AGAIN : (double)found / least;
}

/* How much the words of unit `i` and of what follows it speak for a standfirst: the log of how
 * much likelier they are of one than of a first paragraph. */
static double odds_by_words(const ngi_dump *dump, uint32_t i, uint32_t end)
{
    const ngi_unit *first = &dump->units[i], *second = first + 1;
    word_set a = {0}, b = {0};
    rest_of rest = {0};
    collect(first->text, &a);
    collect(second->text, &b);
    double sentences = first->sentences > 3 ? 3 : first->sentences;
    look_behind(dump, i + 1, end, &a, &rest);
    return -0.8 - 0.12 * a.kinds + 4.7 * overlap(&a, &b) + 2.7 * share_again(&a, &rest) +
           0.4 * sentences - 0.6 * log((first->words + 1.0) / rest.length) +
           4.5 * has_dateline(second->text) - 3.4 * has_dateline(first->text);
}

bool ngi_dump_may_be_standfirst(const ngi_unit *u)
{
    return u->role == NGI_ROLE_OPEN && u->facts == NULL && !u->time && u->chars <= 600 &&
           u->words >= 1 && (u->mark == NGI_MARK_NONE || u->mark == NGI_MARK_DASH) && !u->section &&
           (u->saying == NGI_SAYS_NOTHING || u->saying == NGI_SAYS_SECTION);
}

/* What blank lines say: lines of a header stand close and paragraphs apart, or the line stands
 * further from the text than its paragraphs from each other. */
static double odds_by_gaps(const ngi_dump *dump, uint32_t i, uint32_t end)
{
    const ngi_unit *u = &dump->units[i];
    if (i + 2 >= end)
        return u->gap == 0 && u[1].gap != 0 ? 5 : 0;
    if (u->gap == 0 && u[1].gap != 0 && u[2].gap != 0)
        return 5;
    return u[1].gap > u[2].gap && ngi_dump_is_text(u + 2) ? 5 : 0;
}

/* Whether the line behind the header of `h` may be a standfirst. */
static bool is_open_question(const ngi_dump *dump, const ngi_head *h)
{
    uint32_t i = h->body;
    if (h->standfirst != UINT32_MAX || i + 1 >= h->end)
        return false;
    const ngi_unit *a = &dump->units[i];
    bool text = ngi_dump_is_text(a) || (a->closed && a->words >= 2);
    return text && ngi_dump_may_be_standfirst(a) && ngi_dump_is_text(a + 1);
}

/* Dates or persons stand between the headline and `i`. */
static bool is_below_facts(const ngi_dump *dump, const ngi_head *h, uint32_t i)
{
    for (uint32_t k = h->title + 1; k < i; k++)
        if (dump->units[k].facts != NULL)
            return true;
    return false;
}

static double odds_of(const ngi_dump *dump, const ngi_head *h)
{
    uint32_t i = h->body;
    const ngi_unit *a = &dump->units[i], *b = a + 1;
    double odds = odds_by_words(dump, i, h->end) + odds_by_gaps(dump, i, h->end);
    uint8_t indent = dump->units[h->title].indent; /* paragraphs may be set in, it is not */
    if (b->indent >= indent + 2)
        odds += a->indent >= indent + 2 ? -6 : 6;
    if (a->set_off && !b->set_off)
        odds += 6;
    return odds;
}

/* The headers of a page: where those have their standfirst that show it. */
typedef struct habits {
    uint32_t above, below; /* facts: how many stand above them, how many below */
} habits;

static habits find_habits(const ngi_dump *dump, const ngi_head *heads, uint32_t count)
{
    habits found = {0};
    for (uint32_t k = 0; k < count; k++) {
        const ngi_head *h = &heads[k];
        if (h->standfirst == UINT32_MAX)
            continue;
        bool below = is_below_facts(dump, h, h->standfirst);
        found.below += below;
        found.above += !below && is_below_facts(dump, h, h->body);
    }
    return found;
}

static double odds_by_habits(const ngi_dump *dump, const ngi_head *h, const habits *seen)
{
    bool below = is_below_facts(dump, h, h->body);
    if (below && seen->above > seen->below)
        return -3; /* its place is above them */
    return below ? (seen->below != 0 ? 2 : 0) : seen->above + seen->below != 0 ? 0.7 : 0;
}

/* A page's stories have standfirsts hardly ever, now and then, or nearly always. */
#define CUSTOMS 3
static const double share[CUSTOMS] = {0.02, 0.5, 0.92};
static const double usual[CUSTOMS] = {0.70, 0.15, 0.15};

/* The chances of each custom, given what the page's stories look like. */
static void weigh_customs(const double *odds, const bool *open, uint32_t count, double *chance)
{
    double sum = 0, most = -1e9;
    for (int c = 0; c < CUSTOMS; c++) {
        chance[c] = log(usual[c]);
        for (uint32_t k = 0; k < count; k++)
            if (open[k]) /* stories of one page are not quite independent witnesses */
                chance[c] += 0.7 * log(share[c] * exp(odds[k]) + 1 - share[c]);
        most = chance[c] > most ? chance[c] : most;
    }
    for (int c = 0; c < CUSTOMS; c++)
        sum += chance[c] = exp(chance[c] - most);
    for (int c = 0; c < CUSTOMS; c++)
        chance[c] /= sum;
}

/* Whether a story has one: what is likelier over all customs. */
static bool has_one(double odds, const double *chance)
{
    double has = 0;
    for (int c = 0; c < CUSTOMS; c++)
        has += chance[c] * share[c] * exp(odds) / (share[c] * exp(odds) + 1 - share[c]);
    return has > 0.5;
}

bool ngi_dump_find_standfirsts(ngi_dump *dump, ngi_head *heads, uint32_t count)
{
    double *odds = NGI_NEW_ARRAY(dump->arena, double, count + 1);
    bool *open = NGI_NEW_ARRAY(dump->arena, bool, count + 1);
    habits seen = find_habits(dump, heads, count);
    if (odds == NULL || open == NULL)
        return false;
    for (uint32_t k = 0; k < count; k++) {
        open[k] = is_open_question(dump, &heads[k]);
        if (open[k])
            odds[k] = odds_of(dump, &heads[k]) + odds_by_habits(dump, &heads[k], &seen);
    }
    double chance[CUSTOMS];
    weigh_customs(odds, open, count, chance);
    for (uint32_t k = 0; k < count; k++)
        if (open[k] && has_one(odds[k], chance))
            heads[k].standfirst = heads[k].body++;
    return true;
}
