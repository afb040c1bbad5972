/* SPDX-License-Identifier: Apache-2.0 */
/* See lexicon.h. Words are looked up in lower case; a word of more than 24 bytes is none of
 * ours. */
#include "record/attributions/lexicon.h"

enum { LONGEST = 24 };

bool ngi_lexicon_make(ngi_arena *arena, ngi_lexicon *out)
{
    ngi_map_init(&out->words, arena);
    for (const ngi_word_list *list = ngi_lexicon_words; list->words != NULL; list++) {
        ng_slice rest = ngi_slice_of(list->words), word;
        while (ngi_split(&rest, ' ', &word)) {
            uint32_t *bits = ngi_map_put(&out->words, word, NULL);
            if (bits == NULL)
                return false;
            *bits |= list->bits;
        }
    }
    return true;
}

uint32_t ngi_lexicon_word(const ngi_lexicon *lexicon, ng_slice word)
{
    char lower[LONGEST];
    if (word.len == 0 || word.len > LONGEST)
        return 0;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
    }
    const uint32_t *bits = ngi_map_get(&lexicon->words, ngi_slice(lower, word.len));
    if (bits != NULL)
        return *bits;
    bool adverb = word.len > 4 && memcmp(lower + word.len - 2, "ly", 2) == 0;
    return adverb && lower[0] == word.ptr[0] ? NGI_W_ADVERB : 0;
}

uint32_t *ngi_lexicon_look(ngi_arena *arena, const ngi_lexicon *lexicon, const ngi_prose *prose)
{
    uint32_t *bits = ngi_arena_alloc(arena, (size_t)prose->token_count + 1, sizeof(*bits));
    for (uint32_t i = 0; bits != NULL && i < prose->token_count; i++)
        bits[i] = (prose->tokens[i].shape & NGI_SHAPE_WORD) != 0
                      ? ngi_lexicon_word(lexicon, ngi_token_text(prose, i))
                      : 0;
    return bits;
}
