/* SPDX-License-Identifier: Apache-2.0 */
/* A linear-chain model over hashed features, decoded by Viterbi's method. See tagger.h.
 *
 * Weights are small whole numbers; a word's scores are sums of rows, relative to "no name".
 * A name goes on only where one of its type began, so of 81 moves 45 are possible. */
#include "record/names/tagger.h"

#include "record/names/features.h"
#include "record/record.h"

enum { LONGEST = 256, /* words of a piece */
       NEVER = -(1 << 22) /* a score that no sum makes good; 256 of them fit */ };

typedef struct piece {
    ngi_name_word words[LONGEST];
    int32_t scores[LONGEST][NGI_NAME_LABELS];
    uint8_t from[LONGEST][NGI_NAME_LABELS];
} piece;

static void score_word(const ngi_name_model *model, const uint32_t *features, uint32_t count,
                       int32_t *scores)
{
    int16_t sums[NGI_NAME_WEIGHTS] = {0}; /* at most 96 rows of at most 127 */
    for (uint32_t k = 0; k < count; k++) {
        const int8_t *row = ngi_name_row(model, features[k]);
        if (row == NULL)
            continue;
        for (int l = 0; l < NGI_NAME_WEIGHTS; l++)
            sums[l] = (int16_t)(sums[l] + row[l]);
    }
    scores[0] = 0;
    for (int l = 0; l < NGI_NAME_WEIGHTS; l++)
        scores[l + 1] = sums[l];
}

/* The best way to label `to` at a word, from the best ways to the one before. */
static void step(const ngi_name_model *model, const int32_t *before, int to, int32_t *score,
                 uint8_t *from)
{
    int32_t best = INT32_MIN;
    int first = 0, last = NGI_NAME_LABELS - 1;
    if (to != 0 && to % 2 == 0) { /* goes on: only from its own type */
        first = to - 1;
        last = to;
    }
    for (int l = first; l <= last; l++) {
        int32_t s = before[l] + model->moves[l * NGI_NAME_LABELS + to];
        if (s > best) {
            best = s;
            *from = (uint8_t)l;
        }
    }
    *score = best;
}

static void decode(const ngi_name_model *model, piece *p, uint32_t count, uint8_t *labels)
{
    int32_t now[NGI_NAME_LABELS], before[NGI_NAME_LABELS];
    for (int l = 0; l < NGI_NAME_LABELS; l++)
        now[l] = l == 0 || l % 2 == 1 ? p->scores[0][l] : NEVER;
    for (uint32_t i = 1; i < count; i++) {
        memcpy(before, now, sizeof now);
        for (int l = 0; l < NGI_NAME_LABELS; l++) {
            step(model, before, l, &now[l], &p->from[i][l]);
            now[l] += p->scores[i][l];
        }
    }
    int best = 0;
    for (int l = 1; l < NGI_NAME_LABELS; l++)
        best = now[l] > now[best] ? l : best;
    for (uint32_t i = count; i-- > 0;) {
        labels[i] = (uint8_t)best;
        best = p->from[i][best];
    }
}

/* The type of a phrase that lists have as a country or a body and as nothing else; -1: unsure. */
static int type_of_phrase(const ngi_name_word *w)
{
    const uint32_t doubtful = NGI_KNOWN_FIRST | NGI_KNOWN_LAST | NGI_KNOWN_PEOPLE | NGI_KNOWN_TIME |
                              NGI_KNOWN_OTHER | NGI_KNOWN_TITLE | NGI_KNOWN_COMMON |
                              NGI_KNOWN_USUAL | NGI_KNOWN_BODY_WORD | NGI_KNOWN_PLACE_WORD;
    bool alone = w->phrase == 1;
    if (w->phrase == 0 || (alone && (w->known & doubtful)))
        return -1;
    if (w->known & NGI_KNOWN_COUNTRY)
        return NGI_NAME_PLACE;
    bool body = (w->known & NGI_KNOWN_BODY) && !(w->known & NGI_KNOWN_PLACE);
    return body ? NGI_NAME_ORGANIZATION : -1;
}

/* Countries and bodies of the lists that the model passed over, or took for something else. */
static void trust_lists(const piece *p, uint32_t count, uint8_t *labels)
{
    for (uint32_t i = 0; i < count; i++) {
        int type = type_of_phrase(&p->words[i]);
        uint32_t end = i + p->words[i].phrase, k = i;
        if (type < 0 || end > count || p->words[i].form == NGI_NAME_FORM_LOWER)
            continue;
        uint8_t other = 1 + 2 * NGI_NAME_OTHER, held = labels[i];
        while (k < end && (labels[k] == 0 || (held == other && labels[k] == held + (k > i))))
            k++;
        bool goes_on = end < count && labels[end] != 0 && labels[end] % 2 == 0;
        if (k < end || goes_on)
            continue;
        for (k = i; k < end; k++)
            labels[k] = (uint8_t)(1 + 2 * type + (k > i));
    }
}

/* A word in small letters is part of a name only between capitals ("Bank of the West") or right
 * before one ("bin Laden"): most words need not be scored. Sentences without a capital are scored as a whole. */
static bool may_be_named(const ngi_name_sentence *s, uint32_t i)
{
    enum { NEAR = 3 };
    bool before = s->manner == 3, behind = s->manner == 3;
    if (s->words[i].form != NGI_NAME_FORM_LOWER && s->words[i].form != NGI_NAME_FORM_MARK)
        return true;
    for (uint32_t k = 1; k <= NEAR; k++) {
        before = before || (i >= k && s->words[i - k].form != NGI_NAME_FORM_LOWER &&
                            s->words[i - k].form != NGI_NAME_FORM_MARK);
        before = before || (k == 1 && i + 1 < s->count &&
                            s->words[i + 1].form != NGI_NAME_FORM_LOWER &&
                            s->words[i + 1].form != NGI_NAME_FORM_MARK);
        behind = behind || (i + k < s->count && s->words[i + k].form != NGI_NAME_FORM_LOWER &&
                            s->words[i + k].form != NGI_NAME_FORM_MARK);
    }
    return before && behind;
}

static void tag_piece(const ngi_name_model *model, const ngi_prose *prose, uint32_t begin,
                      uint32_t count, piece *p, uint8_t *labels)
{
    ngi_name_sentence sentence = {.prose = prose, .lexicon = &model->lexicon, .words = p->words,
                                  .begin = begin, .count = count};
    ngi_name_prepare(&sentence);
    uint32_t features[NGI_NAME_FEATURES];
    for (uint32_t i = 0; i < count; i++) {
        if (!may_be_named(&sentence, i)) {
            for (int l = 0; l < NGI_NAME_LABELS; l++)
                p->scores[i][l] = l == 0 ? 0 : NEVER;
            continue;
        }
        uint32_t found = ngi_name_features(&sentence, i, features);
        score_word(model, features, found, p->scores[i]);
    }
    decode(model, p, count, labels + begin);
    trust_lists(p, count, labels + begin);
}

bool ngi_names_tag(ngi_arena *arena, const ngi_name_model *model, const ngi_prose *prose,
                   uint8_t *labels)
{
    piece *p = NGI_NEW(arena, piece);
    if (p == NULL)
        return false;
    for (uint32_t s = 0; s < prose->sentence_count; s++) {
        ngi_stretch all = prose->sentences[s];
        for (uint32_t begin = all.begin; begin < all.end; begin += LONGEST) {
            uint32_t left = all.end - begin;
            tag_piece(model, prose, begin, left < LONGEST ? left : LONGEST, p, labels);
        }
    }
    return true;
}
