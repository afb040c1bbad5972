/* SPDX-License-Identifier: Apache-2.0 */
/* One look at the texts of a page's blocks, and what the page's own titles, descriptions and
 * claimed body have in common with them: see features.h.
 *
 * Each text is walked once; its words are kept as hashes, and each word is looked up once in
 * the table of words that mean something on this page. ASCII, which most markup is made of
 * even where the language is not, is told by a table of classes. */
#include "stories/blocks/features_work.h"

/* ---- words ---- */

static uint32_t hash_step(uint32_t h, uint32_t c)
{
    return (h ^ c) * 16777619u;
}

typedef struct word_list {
    ngi_text_word *items;
    size_t count, capacity;
} word_list;

/* A word in the making. */
typedef struct spelling {
    uint32_t hash, length;
    uint32_t token; /* the hash with all digits alike, once there was one */
    bool upper, digits;
} spelling;

#define NO_SPELLING ((spelling){.hash = 2166136261u})

static inline void spell(spelling *s, uint32_t c, bool upper)
{
    uint32_t small = c < 0x80 ? c + (upper ? 32u : 0u) : ngi_fold(c);
    if (s->length++ == 0)
        s->upper = upper;
    if (c >= '0' && c <= '9' && !s->digits) {
        s->token = s->hash;
        s->digits = true;
    }
    if (s->digits)
        s->token = hash_step(s->token, c >= '0' && c <= '9' ? '0' : small);
    s->hash = hash_step(s->hash, small);
}

static bool end_word(ngi_arena *arena, word_list *list, spelling *s)
{
    if (s->length == 0)
        return true;
    if (list->count == list->capacity &&
        !ngi_arena_grow(arena, &list->items, &list->capacity, list->count + 1, sizeof *list->items))
        return false;
    uint8_t length = (uint8_t)(s->length > 255 ? 255 : s->length);
    list->items[list->count++] = (ngi_text_word){.hash = s->hash == 0 ? 1 : s->hash,
                                                 .token = s->digits ? s->token : s->hash,
                                                 .length = length,
                                                 .upper = s->upper};
    *s = NO_SPELLING;
    return true;
}

/* Takes the words of `text`. */
static void take_words(ngi_arena *arena, ng_slice text, word_list *list)
{
    spelling s = NO_SPELLING;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = ngi_utf8_next(text, &i);
        if (ngi_is_word(c))
            spell(&s, c, ngi_is_upper(c));
        else if (!end_word(arena, list, &s))
            return;
    }
    end_word(arena, list, &s);
}

/* ---- looking at texts ---- */

static bool is_sentence_end(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
           c == 0x06D4 || c == 0x061F || c == 0x0964;
}

static bool is_closing(uint32_t c)
{
    return c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x201C ||
           c == 0x201E || c == ')' || c == 0x300D || c == 0x300F || c == ']';
}

static bool is_opening(uint32_t c)
{
    return c == '"' || c == '\'' || c == 0x201C || c == 0x201E || c == 0xAB || c == 0xBB ||
           c == 0x201A || c == 0x2018 || c == 0x300C || c == 0x300E || c == 0x2013 || c == 0x2014 ||
           c == '-';
}

/* A year, a time of day, or a date in figures in the first bytes of a text. */
static bool looks_dated(ng_slice s)
{
    s = ngi_slice_sub(s, 0, 160);
    for (size_t i = 0; i < s.len;) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9') {
            i++;
            continue;
        }
        size_t from = i;
        while (i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9')
            i++;
        size_t digits = i - from;
        char next = i < s.len ? s.ptr[i] : ' ';
        bool more = i + 1 < s.len && s.ptr[i + 1] >= '0' && s.ptr[i + 1] <= '9';
        if (digits == 4 && (ngi_starts(ngi_slice_from(s, from), NGI_LIT("20")) ||
                            ngi_starts(ngi_slice_from(s, from), NGI_LIT("19"))))
            return true;
        if (digits <= 2 && more && (next == ':' || next == '.' || next == 'h' || next == '/'))
            return true;
        ng_slice rest = ngi_trim(ngi_slice_sub(s, i, i + 4));
        if (digits <= 2 &&
            (ngi_starts_nocase(rest, NGI_LIT("am")) || ngi_starts_nocase(rest, NGI_LIT("pm")) ||
             ngi_starts_nocase(rest, NGI_LIT("a.m")) || ngi_starts_nocase(rest, NGI_LIT("p.m"))))
            return true;
    }
    return false;
}

static void look_at_ends(ngi_look *k, ng_slice t)
{
    size_t at = 0, end = t.len;
    uint32_t first = ngi_utf8_next(t, &at), c;
    k->quote = is_opening(first);
    k->lower_start = ngi_is_lower(first);
    do
        c = ngi_utf8_previous(t, &end);
    while (end > 0 && (is_closing(c) || c == ' '));
    k->ellipsis = c == 0x2026 || ngi_ends(t, NGI_LIT("..."));
    k->colon = t.ptr[t.len - 1] == ':';
    k->ends = is_sentence_end(c) || c == 0x2026 || c == ':' || c == ';' || c == 0x0965;
}

/* Classes of characters. Marks that a look counts have a bit each. */
enum {
    WORD = 1,
    LETTER = 2,
    UPPER = 4,
    DIGIT = 8,
    COMMA = 16,
    SENTENCE = 32,
    SYMBOL = 64,
    MARKS = COMMA | SENTENCE | SYMBOL
};

/* clang-format off */
#define W (WORD | LETTER)
#define U (WORD | LETTER | UPPER)
#define D (WORD | DIGIT)
static const uint8_t ascii[128] = {
    ['0'] = D, ['1'] = D, ['2'] = D, ['3'] = D, ['4'] = D, ['5'] = D, ['6'] = D, ['7'] = D,
    ['8'] = D, ['9'] = D, ['_'] = WORD,
    ['A'] = U, ['B'] = U, ['C'] = U, ['D'] = U, ['E'] = U, ['F'] = U, ['G'] = U, ['H'] = U,
    ['I'] = U, ['J'] = U, ['K'] = U, ['L'] = U, ['M'] = U, ['N'] = U, ['O'] = U, ['P'] = U,
    ['Q'] = U, ['R'] = U, ['S'] = U, ['T'] = U, ['U'] = U, ['V'] = U, ['W'] = U, ['X'] = U,
    ['Y'] = U, ['Z'] = U,
    ['a'] = W, ['b'] = W, ['c'] = W, ['d'] = W, ['e'] = W, ['f'] = W, ['g'] = W, ['h'] = W,
    ['i'] = W, ['j'] = W, ['k'] = W, ['l'] = W, ['m'] = W, ['n'] = W, ['o'] = W, ['p'] = W,
    ['q'] = W, ['r'] = W, ['s'] = W, ['t'] = W, ['u'] = W, ['v'] = W, ['w'] = W, ['x'] = W,
    ['y'] = W, ['z'] = W,
    [','] = COMMA, ['.'] = SENTENCE, ['!'] = SENTENCE, ['?'] = SENTENCE,
    ['|'] = SYMBOL, ['/'] = SYMBOL, ['#'] = SYMBOL, ['>'] = SYMBOL,
};
#undef W
#undef U
#undef D
/* clang-format on */

static unsigned classes_beyond_ascii(uint32_t c)
{
    if (ngi_is_word_wide(c)) {
        bool letter = ngi_is_letter_wide(c);
        return WORD | (letter ? LETTER : 0u) | (ngi_is_upper_wide(c) ? UPPER : 0u) |
               (!letter && ngi_is_digit_wide(c) ? DIGIT : 0u);
    }
    return (c == 0x060C || c == 0x3001 || c == 0xFF0C ? COMMA : 0u) |
           (is_sentence_end(c) ? SENTENCE : 0u) |
           (c == 0xB7 || c == 0x2022 || c == 0xBB || c == 0x203A || c == 0xA9 || c == 0x2192 ||
                    c == 0x25B6
                ? SYMBOL
                : 0u);
}

/* A character that is no part of a word. */
static void look_at_mark(ngi_look *k, uint32_t c, unsigned class)
{
    k->commas += (class & COMMA) != 0;
    k->sentences += (class & SENTENCE) != 0;
    k->symbols += (class & SYMBOL) != 0;
    k->question |= c == '?';
    k->paren |= c == '(';
    k->at |= c == '@';
}

static inline bool is_ascii_letter(unsigned char b)
{
    return (unsigned char)((b | 32) - 'a') < 26;
}

/* The ASCII letters from `at` on, most of a text, in a loop of their own. */
static size_t look_at_letters(ngi_look *k, ng_slice t, size_t at, spelling *s)
{
    size_t from = at;
    uint32_t hash = s->hash, capitals = 0;
    if (s->length == 0)
        s->upper = (t.ptr[at] & 32) == 0;
    for (unsigned char b; at < t.len && is_ascii_letter(b = (unsigned char)t.ptr[at]); at++) {
        hash = hash_step(hash, b | 32);
        capitals += (b & 32) == 0;
    }
    for (size_t i = from; s->digits && i < at; i++)
        s->token = hash_step(s->token, (unsigned char)t.ptr[i] | 32);
    s->hash = hash;
    s->length += (uint32_t)(at - from);
    k->chars += (uint32_t)(at - from);
    k->letters += (uint32_t)(at - from);
    k->capitals += capitals;
    return at;
}

static void look_at(ngi_work *w, uint32_t i, word_list *list)
{
    ngi_look *k = &w->looks[i];
    ng_slice t = w->blocks[i].text;
    spelling s = NO_SPELLING;
    size_t first = list->count;
    for (size_t at = 0; at < t.len;) {
        if (is_ascii_letter((unsigned char)t.ptr[at])) {
            at = look_at_letters(k, t, at, &s);
            continue;
        }
        uint32_t c = ngi_utf8_next(t, &at);
        unsigned class = c < 0x80 ? ascii[c] : classes_beyond_ascii(c);
        k->chars++;
        if (!(class & WORD)) {
            if (c != ' ')
                look_at_mark(k, c, class);
            end_word(w->arena, list, &s);
            continue;
        }
        spell(&s, c, (class & UPPER) != 0);
        k->letters += (class & LETTER) != 0;
        k->capitals += (class & (LETTER | UPPER)) == (LETTER | UPPER);
        k->digits += (class & DIGIT) != 0 && k->chars <= 300;
    }
    end_word(w->arena, list, &s);
    k->first_word = (uint32_t)first;
    k->word_count = (uint32_t)(list->count - first);
    look_at_ends(k, t);
    k->date = looks_dated(t);
}

bool ngi_look_at_texts(ngi_work *w)
{
    word_list words = {0};
    w->looks = NGI_NEW_ARRAY(w->arena, ngi_look, w->n + 1);
    for (uint32_t i = 0; w->looks != NULL && i < w->n; i++)
        look_at(w, i, &words);
    w->words = words.items;
    return !w->arena->failed;
}

/* ---- words of the page ---- */

enum { MOST_PROBES = 256 }; /* of a table that a page has filled on purpose */

ngi_page_word *ngi_page_word_of(ngi_work *w, uint32_t hash, bool make)
{
    uint32_t mask = w->table_size - 1;
    for (uint32_t i = (hash ^ hash >> 16) & mask, tries = 0; tries <= mask && tries < MOST_PROBES;
         i = (i + 1) & mask, tries++) {
        ngi_page_word *p = &w->table[i];
        if (p->hash == hash)
            return p;
        if (p->hash == 0) {
            if (!make)
                return NULL;
            p->hash = hash;
            return p;
        }
    }
    return NULL;
}

static uint32_t mark_words(ngi_work *w, ng_slice text, uint8_t bit)
{
    word_list words = {0};
    uint32_t distinct = 0;
    take_words(w->arena, ngi_slice_sub(text, 0, 2000), &words);
    for (size_t i = 0; i < words.count; i++) {
        ngi_page_word *p = ngi_page_word_of(w, words.items[i].hash, true);
        if (p != NULL && !(p->bits & bit)) {
            p->bits |= bit;
            distinct++;
        }
    }
    return distinct;
}

static void add_description(ngi_work *w, ng_slice text)
{
    text = ngi_trim_wide(ngi_slice_sub(text, 0, 2000));
    if (text.len < 2 || w->description_count == NGI_DESCRIPTIONS)
        return;
    for (uint32_t i = 0; i < w->description_count; i++)
        if (ngi_equal(text, w->descriptions[i]))
            return;
    uint32_t i = w->description_count++;
    w->descriptions[i] = text;
    w->description_words[i] = mark_words(w, text, (uint8_t)(NGI_IN_DESCRIPTION << i));
    w->description_plain[i] = ngi_plain(w->arena, ngi_utf8_repair(w->arena, text));
}

static bool is_commoner(const ngi_page_word *x, const ngi_page_word *y)
{
    return x->count != y->count ? x->count > y->count : x->hash < y->hash;
}

enum { FUNCTION_WORDS = 25 };

/* The page's own function words: the 25 short words that stand in most of its long blocks. */
static bool find_function_words(ngi_work *w)
{
    ngi_page_word **found = NULL;
    size_t count = 0, capacity = 0;
    for (uint32_t i = 0; i < w->n; i++) {
        const ngi_look *k = &w->looks[i];
        for (uint32_t j = 0; w->is_long[i] && j < k->word_count && j < 400; j++) {
            const ngi_text_word *x = &w->words[k->first_word + j];
            ngi_page_word *p = x->length < 6 ? ngi_page_word_of(w, x->hash, true) : NULL;
            if (p == NULL || p->stamp == i + 1)
                continue;
            p->stamp = i + 1;
            if (p->count++ == 1) {
                if (!ngi_arena_grow(w->arena, &found, &capacity, count + 1, sizeof(void *)))
                    return false;
                found[count++] = p;
            }
        }
    }
    for (size_t i = 0; i < count && i < FUNCTION_WORDS; i++) {
        size_t best = i;
        for (size_t k = i + 1; k < count; k++)
            if (is_commoner(found[k], found[best]))
                best = k;
        ngi_page_word *commonest = found[best];
        found[best] = found[i];
        commonest->bits |= NGI_IS_FUNCTION;
    }
    return true;
}

static bool read_meta(ngi_work *w)
{
    const ngi_meta *m = w->meta;
    size_t words = 0;
    for (uint32_t i = 0; i < w->n; i++)
        words += w->blocks[i].words;
    /* Most of a page's words come again, or are too long for the table. */
    for (w->table_size = 1024; w->table_size * 2 < words && w->table_size < 32768;)
        w->table_size *= 2;
    w->table = NGI_NEW_ARRAY(w->arena, ngi_page_word, w->table_size);
    if (w->table == NULL)
        return false;
    ng_slice title = m->og_title;
    for (uint32_t i = 0; i < m->claim_count && title.len == 0; i++)
        title = m->claims[i].headline;
    if (title.len == 0)
        title = m->title;
    w->title_words = mark_words(w, title, NGI_IN_TITLE);
    add_description(w, m->og_description);
    add_description(w, m->description);
    for (uint32_t i = 0; i < m->claim_count && i < 8; i++)
        if (m->claims[i].main)
            add_description(w, m->claims[i].description);
    add_description(w, m->twitter_description);
    return true;
}

static uint32_t gram(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t h = a * 0x9E3779B1u ^ b * 0x85EBCA77u ^ c * 0xC2B2AE3Du;
    h ^= h >> 15;
    return h == 0 ? 1 : h;
}

bool ngi_body_has(const ngi_work *w, const ngi_text_word words[3])
{
    uint32_t g = gram(words[0].hash, words[1].hash, words[2].hash), mask = w->body_size - 1;
    for (uint32_t i = g & mask; w->body_grams[i] != 0; i = (i + 1) & mask)
        if (w->body_grams[i] == g)
            return true;
    return false;
}

static bool read_claimed_body(ngi_work *w)
{
    word_list list = {0};
    take_words(w->arena, ngi_slice_sub(w->meta->ld_body, 0, 200000), &list);
    const ngi_text_word *words = list.items;
    size_t count = list.count;
    w->body_words = (uint32_t)count;
    if (count <= 20)
        return !w->arena->failed;
    for (w->body_size = 64; w->body_size < count * 2;)
        w->body_size *= 2;
    w->body_grams = NGI_NEW_ARRAY(w->arena, uint32_t, w->body_size);
    for (size_t i = 0; w->body_grams != NULL && i + 2 < count; i++) {
        uint32_t g = gram(words[i].hash, words[i + 1].hash, words[i + 2].hash);
        uint32_t at = g & (w->body_size - 1);
        while (w->body_grams[at] != 0 && w->body_grams[at] != g)
            at = (at + 1) & (w->body_size - 1);
        w->body_grams[at] = g;
    }
    return w->body_grams != NULL;
}

/* Each word of the page, looked up once. */
static void know_words(ngi_work *w)
{
    uint32_t count = w->n == 0 ? 0 : w->looks[w->n - 1].first_word + w->looks[w->n - 1].word_count;
    for (uint32_t i = 0; i < count; i++) {
        const ngi_page_word *p = ngi_page_word_of(w, w->words[i].hash, false);
        w->words[i].bits = p == NULL ? 0 : p->bits;
    }
}

bool ngi_look_at_claims(ngi_work *w)
{
    if (!read_meta(w) || !find_function_words(w) || !read_claimed_body(w))
        return false;
    know_words(w);
    return true;
}
