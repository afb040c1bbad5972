/* SPDX-License-Identifier: Apache-2.0 */
/* See stems.h. A stemmer takes a microsecond a word, a look-up some nanoseconds, and news
 * repeats its words: stems are kept in a table in which each word has one place. */
#include "provenance/stems.h"
#include "base/map.h"
#include "base/utf8.h"

#include <libstemmer.h>
#include <stdlib.h>

enum { SLOTS = 1 << 18, MOST_LANGUAGES = 16, LONGEST = 64 };

typedef struct tongue {
    char tag[4];
    struct sb_stemmer *stemmer; /* NULL: the language has none */
} tongue;

typedef struct slot {
    uint32_t word, stem;
    uint8_t tongue; /* index + 1; 0: free */
} slot;

struct ngi_stems {
    tongue tongues[MOST_LANGUAGES];
    uint32_t count;
    slot slots[SLOTS];
};

ngi_stems *ngi_stems_new(void)
{
    return calloc(1, sizeof(ngi_stems));
}

void ngi_stems_free(ngi_stems *stems)
{
    if (stems == NULL)
        return;
    for (uint32_t i = 0; i < stems->count; i++)
        sb_stemmer_delete(stems->tongues[i].stemmer);
    free(stems);
}

/* Index of the language; MOST_LANGUAGES where it has none, or where no room is left. */
uint32_t ngi_stems_of(ngi_stems *stems, ng_slice language)
{
    char tag[4] = "en";
    if (language.len != 0) {
        memset(tag, 0, sizeof(tag));
        for (size_t i = 0; i < language.len && i < 3 && language.ptr[i] != '-'; i++)
            tag[i] = language.ptr[i];
    }
    for (uint32_t i = 0; i < stems->count; i++)
        if (memcmp(stems->tongues[i].tag, tag, sizeof(tag)) == 0)
            return stems->tongues[i].stemmer == NULL ? MOST_LANGUAGES : i;
    if (stems->count == MOST_LANGUAGES)
        return MOST_LANGUAGES;
    tongue *t = &stems->tongues[stems->count];
    memcpy(t->tag, tag, sizeof(tag));
    t->stemmer = sb_stemmer_new(tag, "UTF_8");
    stems->count++;
    return t->stemmer == NULL ? MOST_LANGUAGES : stems->count - 1;
}

static uint32_t stem(const tongue *t, ng_slice word, uint32_t own)
{
    char fold[LONGEST + 8];
    size_t length = 0;
    for (size_t at = 0; at < word.len && length < LONGEST;)
        length += ngi_utf8_put(ngi_fold(ngi_utf8_next(word, &at)), fold + length);
    const sb_symbol *found = sb_stemmer_stem(t->stemmer, (const sb_symbol *)fold, (int)length);
    if (found == NULL)
        return own;
    return (uint32_t)ngi_hash(
        ngi_slice((const char *)found, (size_t)sb_stemmer_length(t->stemmer)));
}

uint32_t ngi_stem_hash(ngi_stems *stems, uint32_t stemmer, ng_slice text, const ngi_row_word *word)
{
    if (stemmer == MOST_LANGUAGES || (word->flags & NGI_WORD_NUMBER) != 0 ||
        word->end - word->begin > LONGEST)
        return word->hash;
    slot *s = &stems->slots[(word->hash ^ stemmer * 0x9E3779B1u) % SLOTS];
    if (s->word != word->hash || s->tongue != stemmer + 1) {
        ng_slice letters = ngi_slice_sub(text, word->begin, word->end);
        s->stem = stem(&stems->tongues[stemmer], letters, word->hash);
        s->word = word->hash;
        s->tongue = (uint8_t)(stemmer + 1);
    }
    return s->stem;
}
