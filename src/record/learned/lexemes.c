/* SPDX-License-Identifier: Apache-2.0 */
/* Words as numbers: hashes of the word, its ending, its shape and its lemma.
 *
 * Lemmas come from a table of forms that the training saw; where it has none, the ending is
 * taken off, which brings the forms of one word together as well. */
#include "base/utf8.h"
#include "record/learned/reading.h"

const ngi_lexeme ngi_no_word = {1, 2, 6, 5, 0, NGI_TAG_COUNT, NGI_DEP_COUNT, NGI_QUOTE_OUT};

/* The kinds of characters that follow each other: "Xx", "d", "X.X." */
static uint32_t shape_hash(ng_slice word)
{
    uint32_t h = 2166136261u;
    char last = 0;
    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        char kind = (char)(c >= 'a' && c <= 'z'   ? 'x'
                           : c >= 'A' && c <= 'Z' ? 'X'
                           : c >= '0' && c <= '9' ? 'd'
                           : c >= 128             ? 'u'
                                                  : c);
        if (kind != last)
            h = (h ^ (unsigned char)kind) * 16777619u;
        last = kind;
    }
    return h;
}

/* The hash of the last `n` bytes, ASCII letters as small ones. */
static uint32_t tail_hash(ng_slice word, size_t n)
{
    uint32_t h = 2166136261u;
    for (size_t i = word.len > n ? word.len - n : 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
    }
    return h;
}

/* A number is one of two words: a year, or another. */
static uint32_t number_hash(ng_slice word, uint32_t hash)
{
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if ((c < '0' || c > '9') && c != ',' && c != '.' && c != ':')
            return hash;
    }
    return word.len == 4 && (word.ptr[0] == '1' || word.ptr[0] == '2') ? 0x19990000u : 0x10u;
}

static uint8_t kind_of(ng_slice word, uint8_t state)
{
    (void)state;
    size_t at = 0;
    uint32_t c = ngi_utf8_next(word, &at);
    bool dash = c == 0x2013 || c == 0x2014 || c == 0x2015 || (c == '-' && word.len > 1);
    uint8_t kind = dash ? NGI_KIND_DASH | NGI_KIND_BREAK : 0;
    if (at == word.len && (c == ',' || c == ';' || c == '-'))
        kind |= NGI_KIND_BREAK;
    if (at == word.len && c == ':')
        kind |= NGI_KIND_COLON;
    if (word.len == 4 && ngi_equal_nocase(word, NGI_LIT("that")))
        kind |= NGI_KIND_THAT;
    return kind;
}

ngi_lexeme *ngi_lexemes_make(ngi_arena *arena, const ngi_prose *p)
{
    ngi_lexeme *words = ngi_arena_alloc(arena, (size_t)p->token_count + 1, sizeof *words);
    if (words == NULL)
        return NULL;
    for (uint32_t i = 0; i < p->token_count; i++) {
        const ngi_token *t = &p->tokens[i];
        ng_slice word = ngi_token_text(p, i);
        words[i] = (ngi_lexeme){
            .word = (t->shape & NGI_SHAPE_DIGIT) != 0 ? number_hash(word, t->hash) : t->hash,
            .suffix = tail_hash(word, 3),
            .shape = shape_hash(word),
            .kind = kind_of(word, t->quote_state),
            .quote = t->quote_state,
        };
        if (p->sentences[t->sentence].begin == i)
            words[i].kind |= NGI_KIND_FIRST;
    }
    return words;
}

static uint32_t prefix_hash(ng_slice word, size_t off)
{
    return ngi_word_hash(ngi_slice_sub(word, 0, word.len - off));
}

uint32_t ngi_lemma_rule(ng_slice word, uint8_t tag, uint32_t hash)
{
    if (tag == NGI_TAG_NNS || tag == NGI_TAG_VBZ) {
        if (word.len > 4 && ngi_ends(word, NGI_LIT("sses")))
            return prefix_hash(word, 2);
        if (word.len > 3 && word.ptr[word.len - 1] == 's')
            return prefix_hash(word, 1);
    } else if (tag == NGI_TAG_VBD || tag == NGI_TAG_VBN) {
        if (word.len > 4 && ngi_ends(word, NGI_LIT("ed")))
            return prefix_hash(word, 2);
    } else if (tag == NGI_TAG_VBG && word.len > 5 && ngi_ends(word, NGI_LIT("ing"))) {
        return prefix_hash(word, 3);
    }
    return hash;
}

static uint32_t lemma_of(const ngi_model *model, ng_slice word, uint32_t hash, uint8_t tag)
{
    bool verb = tag >= NGI_TAG_VBD && tag <= NGI_TAG_VBZ && tag != NGI_TAG_VBP;
    if (!verb && tag != NGI_TAG_NNS && !(tag >= NGI_TAG_VB && tag <= NGI_TAG_VBP))
        return hash;
    uint32_t lemma = ngi_pair_find(&model->table[NGI_TABLE_LEMMAS], ngi_mix(hash, tag == NGI_TAG_NNS));
    return lemma != 0 ? lemma : ngi_lemma_rule(word, tag, hash);
}

void ngi_lexemes_finish(const ngi_model *model, const ngi_prose *p, ngi_lexeme *words)
{
    for (uint32_t i = 0; i < p->token_count; i++) {
        ngi_lexeme *w = &words[i];
        w->lemma = lemma_of(model, ngi_token_text(p, i), w->word, w->tag);
        if (w->tag >= NGI_TAG_VB && w->tag <= NGI_TAG_VBZ)
            w->kind |= NGI_KIND_VERB;
        else if (w->tag == NGI_TAG_NN || w->tag == NGI_TAG_NNS)
            w->kind |= NGI_KIND_NOUN;
        if ((w->kind & (NGI_KIND_VERB | NGI_KIND_NOUN)) != 0 || w->tag == NGI_TAG_JJ ||
            ngi_pair_find(&model->table[NGI_TABLE_CUES], w->lemma) != 0)
            w->kind |= NGI_KIND_ANCHOR;
    }
}
