/* SPDX-License-Identifier: Apache-2.0 */
/* Mentions that the tagger missed, seen by those that it found: short forms introduced in
 * brackets behind a name, and the same words elsewhere in the story. */
#include "base/utf8.h"
#include "record/names/found.h"

static bool is_char(const ngi_prose *p, uint32_t i, char c)
{
    return i < p->token_count && p->tokens[i].end - p->tokens[i].begin == 1 &&
           p->text.ptr[p->tokens[i].begin] == c;
}

/* ---- brackets ---- */

/* The letters of a short form, in base letters; 0 where it can't be one. */
static size_t short_letters(ng_slice word, uint32_t out[8])
{
    size_t count = 0, capitals = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t c = ngi_utf8_next(word, &at);
        if (c == '.' || c == '&' || c == '-')
            continue;
        if (!ngi_is_letter(c) || count == 8)
            return 0;
        capitals += ngi_is_upper(c);
        out[count++] = ngi_base_letter(c);
    }
    return count >= 2 && capitals >= 2 && capitals * 2 > count ? count : 0;
}

static uint32_t first_letter(ng_slice word)
{
    size_t at = 0;
    return ngi_base_letter(ngi_utf8_next(word, &at));
}

/* Each letter begins a word, in order, the first of them the first word. */
static bool begins_words(const ngi_prose *p, uint32_t first, uint32_t last,
                         const uint32_t *letters, size_t count)
{
    size_t met = 0;
    for (uint32_t i = first; i < last && i < first + 16 && met < count; i++) {
        if (first_letter(ngi_token_text(p, i)) == letters[met])
            met++;
        else if (i == first)
            return false;
    }
    return met == count;
}

/* Whether the letters stand in order in the words: the first begins the first word, and half of
 * them at least begin words. */
static bool shortens(const ngi_prose *p, uint32_t first, uint32_t last, const uint32_t *letters,
                     size_t count)
{
    size_t met = 0, starts = 0;
    if (begins_words(p, first, last, letters, count))
        return true;
    for (uint32_t i = first; i < last && i < first + 16; i++) {
        ng_slice word = ngi_token_text(p, i);
        bool start = true;
        for (size_t at = 0; at < word.len && met < count; start = false) {
            if (ngi_base_letter(ngi_utf8_next(word, &at)) != letters[met])
                continue;
            if (met == 0 && !(start && i == first))
                continue;
            met++;
            starts += start;
        }
    }
    return met == count && starts * 2 >= count;
}

/* Where the name begins that the letters shorten: at the mention, or before it, where words in
 * capitals that the tagger left out belong to it. NONE: nowhere. */
#define NONE UINT32_MAX
static uint32_t long_form(const ngi_found_list *list, const ngi_found *f, const uint32_t *letters,
                          size_t count)
{
    const ngi_prose *p = &list->prose[f->in];
    for (uint32_t first = f->first;; first--) {
        if (f->last - first >= 2 && shortens(p, first, f->last, letters, count))
            return first;
        if (first == 0 || f->first - first == 4 || list->name_of[f->in][first - 1] != 0 ||
            !(p->tokens[first - 1].shape & NGI_SHAPE_CAPITAL) ||
            p->tokens[first - 1].sentence != p->tokens[first].sentence)
            return NONE;
    }
}

static void begin_at(ngi_found_list *list, uint32_t m, uint32_t first)
{
    ngi_found *f = &list->items[m];
    for (uint32_t i = first; i < f->first; i++)
        list->name_of[f->in][i] = m + 1;
    f->first = first;
    ngi_found_look(list, f);
}

/* "European Border Agency (EBA)": the name's type is the short form's, tagged or not. */
bool ngi_found_brackets(ngi_found_list *list)
{
    uint32_t count = list->count;
    for (uint32_t m = 0; m < count; m++) {
        ngi_found f = list->items[m];
        const ngi_prose *p = &list->prose[f.in];
        uint32_t at = f.last, letters[8];
        if (!is_char(p, at, '(') || at + 2 >= p->token_count ||
            !(is_char(p, at + 2, ')') || is_char(p, at + 2, ',') || is_char(p, at + 2, ';')))
            continue;
        size_t found = short_letters(ngi_token_text(p, at + 1), letters);
        uint32_t first = found == 0 ? NONE : long_form(list, &f, letters, found);
        if (first == NONE)
            continue;
        begin_at(list, m, first);
        uint32_t known = list->name_of[f.in][at + 1];
        if (known != 0)
            list->items[known - 1].type = f.type;
        else if (!ngi_found_add(list, f.in, at + 1, at + 2, f.type))
            return false;
    }
    return true;
}

/* ---- the same words elsewhere ---- */

typedef struct spread {
    ngi_found_list *list;
    ngi_index forms; /* a key, or a person's last word, to its mention + 1 */
    ngi_index endings; /* the last word of an organization to its mention + 1 */
    ngi_index firsts; /* words that a form begins with: how many words its longest has */
} spread;

static bool learn_form(spread *s, uint32_t key, uint32_t first_word, uint32_t words, uint32_t m)
{
    uint32_t *form = ngi_index_put(&s->forms, key);
    if (form == NULL)
        return false;
    if (*form == 0)
        *form = m + 1;
    uint32_t *longest = ngi_index_put(&s->firsts, first_word);
    if (longest == NULL)
        return false;
    *longest = *longest < words ? words : *longest;
    return true;
}

static bool learn(spread *s, uint32_t m)
{
    const ngi_found *f = &s->list->items[m];
    if (f->word_count == 0 || f->last - f->first > NGI_FOUND_WORDS)
        return true;
    if (!learn_form(s, f->key, f->words[0], f->word_count, m))
        return false;
    uint32_t last = f->words[f->word_count - 1];
    if (f->type == NGI_NAME_ORGANIZATION && f->word_count > 1 && !f->shouted) {
        uint32_t *ending = ngi_index_put(&s->endings, last);
        if (ending == NULL)
            return false;
        *ending = m + 1;
    }
    if (f->type != NGI_NAME_PERSON || f->word_count < 2 || f->word_count == NGI_FOUND_WORDS)
        return true;
    return learn_form(s, ngi_known_join(0, last), last, 1, m);
}

/* May a single word be taken for a name? Not one that begins a sentence and is common, nor
 * one that goes on in capitals. */
static bool stands_alone(const spread *s, const ngi_prose *p, uint32_t i)
{
    uint32_t known = ngi_found_known(s->list, p, i);
    bool opens = p->sentences[p->tokens[i].sentence].begin == i;
    if (known & (NGI_KNOWN_COMMON | NGI_KNOWN_USUAL))
        return !opens && !(known & NGI_KNOWN_COMMON);
    bool after = i + 1 < p->token_count && (p->tokens[i + 1].shape & NGI_SHAPE_CAPITAL) &&
                 p->tokens[i + 1].sentence == p->tokens[i].sentence;
    return !after || (p->tokens[i].shape & NGI_SHAPE_ALL_CAPITALS);
}

/* The longest known form that begins at token i; its end, or i. */
static uint32_t match(const spread *s, uint8_t in, uint32_t i, uint32_t *mention)
{
    const ngi_prose *p = &s->list->prose[in];
    uint32_t longest = ngi_index_get(&s->firsts, ngi_found_word(ngi_token_text(p, i)));
    uint32_t key = 0, words = 0, best = i;
    for (uint32_t k = i; k < p->token_count && words < longest && k < i + 2 * NGI_FOUND_WORDS; k++) {
        if (s->list->name_of[in][k] != 0 || p->tokens[k].sentence != p->tokens[i].sentence)
            break;
        if (!(p->tokens[k].shape & NGI_SHAPE_WORD))
            continue;
        key = ngi_known_join(key, ngi_found_word(ngi_token_text(p, k)));
        words++;
        uint32_t found = ngi_index_get(&s->forms, key);
        if (found != 0 && (words > 1 || stands_alone(s, p, i))) {
            best = k + 1;
            *mention = found - 1;
        }
    }
    return best;
}

/* "the Commission", where the European Commission was named. */
static bool is_ending(const spread *s, uint8_t in, uint32_t i, uint32_t *mention)
{
    const ngi_prose *p = &s->list->prose[in];
    ng_slice before = i > 0 ? ngi_token_text(p, i - 1) : (ng_slice){0};
    if ((!ngi_equal_nocase(before, NGI_LIT("the")) && !ngi_equal_nocase(before, NGI_LIT("a"))) ||
        (i + 1 < p->token_count && (p->tokens[i + 1].shape & NGI_SHAPE_CAPITAL)))
        return false;
    uint32_t found = ngi_index_get(&s->endings, ngi_found_word(ngi_token_text(p, i)));
    *mention = found - (found != 0);
    return found != 0;
}

static bool spread_field(spread *s, uint8_t in)
{
    const ngi_prose *p = &s->list->prose[in];
    for (uint32_t i = 0; i < p->token_count; i++) {
        uint32_t mention = 0;
        if (s->list->name_of[in][i] != 0 || !(p->tokens[i].shape & NGI_SHAPE_CAPITAL))
            continue;
        uint32_t end = match(s, in, i, &mention);
        if (end == i && is_ending(s, in, i, &mention))
            end = i + 1;
        if (end == i)
            continue;
        if (!ngi_found_add(s->list, in, i, end, s->list->items[mention].type))
            return false;
        i = end - 1;
    }
    return true;
}

bool ngi_found_spread(ngi_found_list *list)
{
    spread s = {.list = list, .forms = {.arena = list->arena},
                .endings = {.arena = list->arena}, .firsts = {.arena = list->arena}};
    uint32_t count = list->count;
    for (uint32_t m = 0; m < count; m++)
        if (!learn(&s, m))
            return false;
    for (size_t k = 0; k < NGI_FIELD_COUNT; k++)
        if (!spread_field(&s, ngi_found_order[k]))
            return false;
    return true;
}
