/* SPDX-License-Identifier: Apache-2.0 */
/* How alike two short texts are: see likeness.h. */
#include "stories/fields/likeness.h"

#include "base/map.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { MAX_WORDS = 400 };

static int rising(const void *a, const void *b)
{
    uint64_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return x < y ? -1 : x > y;
}

/* Most texts are a line: their words are sorted where they stand. */
static void sort_words(uint64_t *items, uint32_t count)
{
    enum { FEW = 32 };
    if (count > FEW) {
        qsort(items, count, sizeof *items, rising);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        uint64_t item = items[i];
        uint32_t at = i;
        for (; at > 0 && items[at - 1] > item; at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
}

typedef struct word_reader {
    ngi_words words;
    char word[256]; /* the letters of the word under way */
    size_t used;
} word_reader;

static void end_word(word_reader *r)
{
    if (r->used == 0)
        return;
    uint64_t hash = ngi_hash(ngi_slice(r->word, r->used));
    if (r->words.count < MAX_WORDS)
        r->words.items[r->words.count++] = hash;
    r->used = 0;
}

ngi_words ngi_words_of(ngi_arena *arena, ng_slice text)
{
    word_reader r = {.used = 0};
    size_t most = text.len < MAX_WORDS ? text.len : MAX_WORDS;
    r.words.items = NGI_NEW_ARRAY(arena, uint64_t, most);
    if (r.words.items == NULL)
        return r.words;
    uint64_t whole = 1469598103934665603u; /* FNV-1a over the folded characters */
    for (size_t i = 0; i < text.len;) {
        uint32_t c = ngi_utf8_next(text, &i);
        if (c >= 0x80 && ngi_is_invisible(c))
            continue;
        if (!ngi_is_word(c) || c == '_') {
            if (c != '\'' && c != 0x2019) /* don't, l'eau: one word in every spelling */
                end_word(&r);
            continue;
        }
        c = ngi_fold(c);
        whole = (whole ^ c) * 1099511628211u;
        if (ngi_is_cjk(c))
            end_word(&r);
        if (r.used + 4 > sizeof r.word)
            end_word(&r);
        r.used += ngi_utf8_put(c, r.word + r.used);
        if (ngi_is_cjk(c))
            end_word(&r);
    }
    end_word(&r);
    sort_words(r.words.items, r.words.count);
    r.words.whole = whole;
    return r.words;
}

bool ngi_words_same(const ngi_words *a, const ngi_words *b)
{
    return a->count != 0 && b->count != 0 && a->whole == b->whole;
}

uint32_t ngi_words_shared(const ngi_words *a, const ngi_words *b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->items[i] == b->items[j]) {
            shared++;
            i++;
            j++;
        } else if (a->items[i] < b->items[j]) {
            i++;
        } else {
            j++;
        }
    }
    return shared;
}

double ngi_words_alike(const ngi_words *a, const ngi_words *b)
{
    uint32_t all = a->count + b->count;
    return all == 0 ? 0 : 2.0 * ngi_words_shared(a, b) / all;
}

double ngi_words_within(const ngi_words *a, const ngi_words *b)
{
    return a->count == 0 ? 0 : (double)ngi_words_shared(a, b) / a->count;
}
