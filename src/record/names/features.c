/* SPDX-License-Identifier: Apache-2.0 */
/* Features of words for the name tagger. See features.h. */
#include "record/names/features.h"

#include "base/utf8.h"

static uint32_t mix(uint32_t kind, uint32_t value)
{
    uint32_t h = (value ^ (kind * 0x9E3779B1u)) * 0x85EBCA6Bu;
    h ^= h >> 13;
    h *= 0xC2B2AE35u;
    return h ^ (h >> 16);
}

static uint32_t mix2(uint32_t kind, uint32_t a, uint32_t b)
{
    return mix(kind, a * 0x27D4EB2Fu + (b ^ (b >> 11)) * 0x165667B1u);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static uint32_t hash_bytes(const char *s, size_t len)
{
    uint32_t h = 2166136261u + (uint32_t)len;
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)lower(s[i])) * 16777619u;
    return h;
}

/* Prefixes and suffixes in bytes: characters beyond ASCII are cut, alike everywhere. */
static void look_at_ends(ngi_name_word *word, ng_slice text)
{
    for (size_t n = 1; n <= 3; n++)
        word->ends[n - 1] = hash_bytes(text.ptr, text.len < n ? text.len : n);
    for (size_t n = 1; n <= 4; n++) {
        size_t k = text.len < n ? text.len : n;
        word->ends[n + 2] = hash_bytes(text.ptr + text.len - k, k);
    }
}

static char kind_of(unsigned char c)
{
    if (c >= 0x80)
        return 'x';
    if (c >= 'A' && c <= 'Z')
        return 'X';
    if (c >= 'a' && c <= 'z')
        return 'x';
    return c >= '0' && c <= '9' ? 'd' : (char)c;
}

/* The shape: kinds of characters, runs taken as one. Long words are cut. */
static void look_at_shape(ngi_name_word *word, const ngi_token *token, ng_slice text)
{
    uint32_t h = 17, kinds = 0, letters = 0, small = 0;
    char last = 0;
    size_t len = text.len < 32 ? text.len : 32;
    for (size_t i = 0; i < len; i++) {
        char k = kind_of((unsigned char)text.ptr[i]);
        if (i == 0 && k == 'x' && (token->shape & NGI_SHAPE_CAPITAL))
            k = 'X';
        letters += k == 'X';
        small += k == 'x';
        if (k == last)
            continue;
        if (kinds++ < 8)
            h = (h ^ (unsigned char)k) * 16777619u;
        last = k;
    }
    word->shape = h;
    if (token->shape & NGI_SHAPE_DIGIT)
        word->form = NGI_NAME_FORM_DIGIT;
    else if (!(token->shape & NGI_SHAPE_WORD))
        word->form = NGI_NAME_FORM_MARK;
    else if (token->shape & NGI_SHAPE_CAPITAL)
        word->form = letters == 1 && small == 0  ? NGI_NAME_FORM_LETTER
                     : small == 0                ? NGI_NAME_FORM_ALL_CAPITALS
                     : letters > 1               ? NGI_NAME_FORM_MIXED
                                                 : NGI_NAME_FORM_CAPITAL;
    else
        word->form = letters > 0 ? NGI_NAME_FORM_MIXED : NGI_NAME_FORM_LOWER;
}

static bool has_capital(const ngi_name_word *word)
{
    return word->form >= NGI_NAME_FORM_CAPITAL && word->form <= NGI_NAME_FORM_LETTER;
}

/* How the sentence is written: headlines have capitals everywhere, chats none. */
static uint8_t manner_of(const ngi_name_sentence *s)
{
    uint32_t words = 0, capitals = 0, all = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        const ngi_name_word *w = &s->words[i];
        if (w->form == NGI_NAME_FORM_MARK || w->form == NGI_NAME_FORM_DIGIT)
            continue;
        words++;
        capitals += has_capital(w);
        all += w->form == NGI_NAME_FORM_ALL_CAPITALS;
    }
    if (words >= 3 && all * 5 >= words * 3)
        return 2;
    if (words >= 4 && capitals * 3 >= words * 2)
        return 1;
    return words >= 3 && capitals == 0 ? 3 : 0;
}

static bool joins_run(const ngi_name_sentence *s, uint32_t i)
{
    ng_slice t = ngi_token_text(s->prose, s->begin + i);
    if (t.len == 1)
        return *t.ptr == '&' || *t.ptr == '-' || *t.ptr == '.';
    return t.len == 2 && (ngi_equal(t, NGI_LIT("of")) || ngi_equal(t, NGI_LIT("de")));
}

/* Runs of words with capitals; "of", "&" and the like join two. */
static void find_runs(ngi_name_sentence *s)
{
    uint32_t i = 0;
    while (i < s->count) {
        if (!has_capital(&s->words[i])) {
            s->words[i].run_begin = s->words[i].run_end = 0;
            i++;
            continue;
        }
        uint32_t end = i + 1;
        while (end < s->count && end - i < 64) {
            if (has_capital(&s->words[end]))
                end++;
            else if (end + 1 < s->count && joins_run(s, end) && has_capital(&s->words[end + 1]))
                end += 2;
            else
                break;
        }
        for (uint32_t k = i; k < end; k++) {
            s->words[k].run_begin = i;
            s->words[k].run_end = end;
        }
        i = end;
    }
}

static void mark_phrase(ngi_name_sentence *s, uint32_t first, uint32_t end)
{
    for (uint32_t k = first; k < end; k++)
        s->words[k].phrase = k == first ? (uint8_t)(end - first < 255 ? end - first : 255) : 0;
}

/* What lists know: single words, then the longest phrase from each word on. */
static void look_up(ngi_name_sentence *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        s->words[i].known = ngi_known(s->lexicon, s->words[i].lower | 1);
        s->words[i].phrase = (s->words[i].known & NGI_KNOWN_WORD_BITS) != 0;
    }
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t bits = s->words[i].known, hash = s->words[i].lower | 1;
        uint32_t end = i + 1, best = 0, best_end = i + 1;
        while ((bits & NGI_KNOWN_PREFIX) && end < s->count) {
            hash = ngi_known_join(hash, s->words[end].lower);
            bits = ngi_known(s->lexicon, hash);
            end++;
            if (bits & NGI_KNOWN_WORD_BITS) {
                best = bits & NGI_KNOWN_WORD_BITS;
                best_end = end;
            }
        }
        for (uint32_t k = i; best != 0 && k < best_end; k++)
            s->words[k].known = (s->words[k].known & (NGI_KNOWN_COMMON | NGI_KNOWN_USUAL)) | best |
                                NGI_KNOWN_INSIDE;
        if (best != 0) {
            mark_phrase(s, i, best_end);
            i = best_end - 1;
        }
    }
    for (uint32_t i = 0; i < s->count; i++) {
        ngi_name_word *w = &s->words[i];
        const ngi_token *token = &s->prose->tokens[s->begin + i];
        w->known &= ~(uint32_t)NGI_KNOWN_PREFIX;
        if (token->end - token->begin <= 2 && w->form == NGI_NAME_FORM_LOWER &&
            !(w->known & NGI_KNOWN_INSIDE)) { /* "us" is no country, "is" no army */
            w->known = NGI_KNOWN_COMMON;
            w->phrase = 0;
        }
    }
}

/* Names that lists have and that someone wrote in lower case ("in san francisco") are taken as
 * if they were in capitals; not where they are words as well ("nice"). */
static void lift(ngi_name_sentence *s)
{
    const uint32_t names = NGI_KNOWN_COUNTRY | NGI_KNOWN_PLACE | NGI_KNOWN_FIRST;
    for (uint32_t i = 0; i < s->count; i++) {
        ngi_name_word *w = &s->words[i];
        bool phrase = (w->known & NGI_KNOWN_INSIDE) != 0;
        if (w->form != NGI_NAME_FORM_LOWER ||
            !(w->known & (phrase ? names | NGI_KNOWN_BODY : names)) ||
            (!phrase && (w->known & (NGI_KNOWN_COMMON | NGI_KNOWN_USUAL))))
            continue;
        w->form = NGI_NAME_FORM_CAPITAL;
        w->shape = 0; /* no shape of its own */
    }
}

void ngi_name_prepare(ngi_name_sentence *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        const ngi_token *token = &s->prose->tokens[s->begin + i];
        ng_slice text = ngi_token_text(s->prose, s->begin + i);
        ngi_name_word *word = &s->words[i];
        word->lower = token->hash;
        look_at_ends(word, text);
        look_at_shape(word, token, text);
    }
    look_up(s);
    s->manner = manner_of(s);
    lift(s);
    find_runs(s);
}

/* A word outside of the sentence. */
static const ngi_name_word nothing = {.lower = 1, .shape = 1, .form = NGI_NAME_FORM_MARK};

static const ngi_name_word *word_at(const ngi_name_sentence *s, int64_t i)
{
    return i < 0 || i >= (int64_t)s->count ? &nothing : &s->words[i];
}

typedef struct feature_list {
    uint32_t *out, count;
} feature_list;

static void add(feature_list *list, uint32_t feature)
{
    if (list->count < NGI_NAME_FEATURES)
        list->out[list->count++] = feature;
}

static void add_known(feature_list *list, uint32_t kind, uint32_t known)
{
    for (uint32_t bits = known & (NGI_KNOWN_WORD_BITS); bits != 0; bits &= bits - 1)
        add(list, mix(kind, (uint32_t)__builtin_ctz(bits)));
}

static void add_run(feature_list *list, const ngi_name_sentence *s, uint32_t i)
{
    const ngi_name_word *w = &s->words[i];
    if (w->run_begin == w->run_end)
        return;
    uint32_t length = w->run_end - w->run_begin, place = i - w->run_begin;
    const ngi_name_word *before = word_at(s, (int64_t)w->run_begin - 1);
    const ngi_name_word *after = word_at(s, w->run_end);
    const ngi_name_word *first = &s->words[w->run_begin], *last = &s->words[w->run_end - 1];
    add(list, mix2(40, length < 6 ? length : 6, place < 3 ? place : 3));
    add(list, mix(41, before->lower));
    add(list, mix(42, after->lower));
    add(list, mix(43, first->lower));
    add(list, mix(44, last->lower));
    add(list, mix2(45, before->lower, after->lower));
    add(list, mix2(46, first->known, last->known));
    add(list, mix(47, last->ends[5]));
    add(list, mix2(48, before->known, length < 4 ? length : 4));
    add(list, mix2(49, after->known, length < 4 ? length : 4));
}

uint32_t ngi_name_features(const ngi_name_sentence *s, uint32_t i, uint32_t *out)
{
    feature_list list = {out, 0};
    const ngi_name_word *w = &s->words[i];
    const ngi_name_word *b = word_at(s, (int64_t)i - 1), *bb = word_at(s, (int64_t)i - 2);
    const ngi_name_word *a = word_at(s, (int64_t)i + 1), *aa = word_at(s, (int64_t)i + 2);
    uint32_t form = w->form * 8u + s->manner * 2u + (i == 0);
    add(&list, mix(0, 0));
    add(&list, mix(1, w->lower));
    add(&list, mix(2, b->lower));
    add(&list, mix(3, a->lower));
    add(&list, mix(4, bb->lower));
    add(&list, mix(5, aa->lower));
    add(&list, mix2(6, b->lower, w->lower));
    add(&list, mix2(7, w->lower, a->lower));
    add(&list, mix2(8, b->lower, a->lower));
    add(&list, mix2(9, w->lower, form));
    add(&list, mix2(10, b->lower, form));
    add(&list, mix2(11, a->lower, form));
    add(&list, mix(12, w->shape));
    add(&list, mix2(13, b->shape, w->shape));
    add(&list, mix2(14, w->shape, a->shape));
    add(&list, mix(15, form));
    add(&list, mix2(16, b->form * 8u + a->form, form));
    add(&list, mix(17, (uint32_t)bb->form * 64u + b->form * 8u + w->form));
    add(&list, mix(18, (uint32_t)w->form * 64u + a->form * 8u + aa->form));
    for (uint32_t k = 0; k < 7; k++)
        add(&list, mix(20 + k, w->ends[k]));
    add(&list, mix2(27, w->ends[5], w->form));
    add(&list, mix(28, b->ends[5]));
    add(&list, mix(29, a->ends[5]));
    add(&list, mix2(30, s->manner, w->form));
    add_known(&list, 50, w->known);
    add_known(&list, 51, b->known);
    add_known(&list, 52, a->known);
    add_known(&list, 53, aa->known);
    add(&list, mix2(54, w->known, form));
    add(&list, mix2(55, b->known, w->known));
    add(&list, mix2(56, w->known, a->known));
    add(&list, mix2(57, w->known, b->lower));
    add(&list, mix2(58, w->known, a->lower));
    add_run(&list, s, i);
    return list.count;
}
