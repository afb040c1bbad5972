/* SPDX-License-Identifier: Apache-2.0 */
/* Parts of speech: from left to right, each the best by a linear model over the word, its
 * ending and shape, its neighbours and the two tags before. Words that the training never saw
 * with another tag (a third of all) are looked up. */
#include "record/learned/reading.h"

/* ASCII letters as small ones. */
static uint32_t bytes_hash(ng_slice word, size_t begin, size_t end)
{
    uint32_t h = 2166136261u;
    for (size_t i = begin; i < end && i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
    }
    return h;
}

static uint32_t tail(ng_slice word, size_t n)
{
    return bytes_hash(word, word.len > n ? word.len - n : 0, word.len);
}

uint32_t ngi_tagger_rows(const ngi_prose *p, const ngi_lexeme *words, ngi_stretch s, uint32_t i,
                         uint32_t *rows)
{
    ngi_rows r = ngi_rows_of(rows, NGI_TAGGER_BITS);
    ng_slice text = ngi_token_text(p, i);
    const ngi_lexeme *w = &words[i];
    bool first = i == s.begin, last = i + 1 >= s.end;
    uint32_t t1 = first ? 60 : words[i - 1].tag, t2 = i < s.begin + 2 ? 61 : words[i - 2].tag;
    uint32_t w1 = first ? 7 : words[i - 1].word, w2 = i < s.begin + 2 ? 7 : words[i - 2].word;
    uint32_t n1 = last ? 9 : words[i + 1].word, n2 = i + 2 >= s.end ? 9 : words[i + 2].word;
    uint32_t up = p->tokens[i].shape & NGI_SHAPE_CAPITAL;
    uint32_t next_up = last ? 2 : p->tokens[i + 1].shape & NGI_SHAPE_CAPITAL;
    ngi_row(&r, 1);
    ngi_row(&r, w->word);
    ngi_row(&r, tail(text, 1));
    ngi_row(&r, tail(text, 2));
    ngi_row(&r, w->suffix);
    ngi_row(&r, tail(text, 4));
    ngi_row(&r, bytes_hash(text, 0, 1));
    ngi_row(&r, bytes_hash(text, 0, 3));
    ngi_row(&r, ngi_mix(w->shape, first));
    ngi_row(&r, t1);
    ngi_row(&r, ngi_mix(t1, t2));
    ngi_row(&r, ngi_mix(t1, w->word));
    ngi_row(&r, w1);
    ngi_row(&r, w2);
    ngi_row(&r, n1);
    ngi_row(&r, n2);
    ngi_row(&r, ngi_mix(t1, n1));
    ngi_row(&r, ngi_mix(w1, w->word));
    ngi_row(&r, ngi_mix(w->word, n1));
    ngi_row(&r, last ? 3 : words[i + 1].suffix);
    ngi_row(&r, first ? 3 : words[i - 1].suffix);
    ngi_row(&r, ngi_mix3(up, first, next_up));
    ngi_row(&r, ngi_mix(up, t1));
    ngi_row(&r, ngi_mix3(w->suffix, t1, up));
    return r.count;
}

uint32_t ngi_tag_key(const ngi_prose *p, uint32_t i)
{
    return ngi_mix(p->tokens[i].hash, p->tokens[i].shape & NGI_SHAPE_CAPITAL);
}

uint8_t ngi_tag_known(const ngi_model *model, const ngi_prose *p, uint32_t i)
{
    const ngi_token *t = &p->tokens[i];
    if (t->end - t->begin > 7 && memchr("hHwW@#", p->text.ptr[t->begin], 6) != NULL) {
        ng_slice text = ngi_token_text(p, i);
        if (ngi_starts_nocase(text, NGI_LIT("http")) || ngi_starts_nocase(text, NGI_LIT("www.")))
            return NGI_TAG_ADD;
    }
    uint32_t tag = ngi_pair_find(&model->table[NGI_TABLE_TAG_WORDS], ngi_tag_key(p, i));
    return tag == 0 ? NGI_TAG_COUNT : (uint8_t)(tag - 1);
}

/* "added", "warned": whatever stands beside a word in -ed, it is no noun and no present tense. */
bool ngi_tag_may(ng_slice word, uint8_t tag)
{
    const char *end = word.ptr + word.len;
    bool past = word.len > 4 && end[-1] == 'd' && end[-2] == 'e' && end[-3] != 'e' &&
                word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
    return !past || (tag != NGI_TAG_NN && tag != NGI_TAG_NNS && tag != NGI_TAG_VB &&
                     tag != NGI_TAG_VBP && tag != NGI_TAG_VBZ);
}

typedef int16_t lanes __attribute__((vector_size(16), aligned(2)));
typedef int8_t bytes8 __attribute__((vector_size(8), aligned(1)));

/* word: its form, or empty where that does not count. */
static uint8_t best_tag(const ngi_weights *w, ng_slice word, const uint32_t *rows, uint32_t count)
{
    lanes sum[NGI_TAG_ROOM / 8] = {0};
    const int8_t *weights = w->rows;
    for (uint32_t i = 0; i < count; i++) {
        const int8_t *row = weights + (size_t)rows[i] * NGI_TAG_ROOM;
        for (int k = 0; k < NGI_TAG_ROOM / 8; k++) {
            bytes8 part;
            memcpy(&part, row + k * 8, sizeof part);
            sum[k] += __builtin_convertvector(part, lanes);
        }
    }
    int16_t score[NGI_TAG_ROOM];
    memcpy(score, sum, sizeof score);
    uint8_t best = 0; /* any word may have the first */
    for (uint8_t k = 1; k < NGI_TAG_COUNT; k++)
        if (score[k] > score[best] && ngi_tag_may(word, k))
            best = k;
    return best;
}

void ngi_tag_sentence(const ngi_model *model, const ngi_prose *p, ngi_lexeme *words,
                      ngi_stretch sentence, bool by_form)
{
    uint32_t rows[NGI_TAGGER_ROWS];
    for (uint32_t i = sentence.begin; i < sentence.end; i++) {
        words[i].tag = ngi_tag_known(model, p, i);
        if (words[i].tag == NGI_TAG_COUNT)
            words[i].tag = best_tag(&model->table[NGI_TABLE_TAGGER],
                                    by_form ? ngi_token_text(p, i) : (ng_slice){0}, rows,
                                    ngi_tagger_rows(p, words, sentence, i, rows));
    }
}
