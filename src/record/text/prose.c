/* SPDX-License-Identifier: Apache-2.0 */
/* A text as words, step by step; see prose.h. */
#include "record/text/text.h"

bool ngi_prose_make(ngi_arena *arena, ng_slice text, ng_slice language, ngi_prose *out)
{
    static const struct {
        const char *tag;
        ngi_tongue tongue;
    } known[] = {{"de", NGI_GERMAN}, {"fr", NGI_FRENCH}, {"es", NGI_SPANISH}};
    ngi_tongue tongue = NGI_ENGLISH;
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_equal(language, ngi_slice_of(known[i].tag)))
            tongue = known[i].tongue;
    *out = (ngi_prose){.text = text};
    if (text.len > INT32_MAX || !ngi_tokens_make(arena, tongue, out) ||
        !ngi_quotes_make(arena, tongue, out) || !ngi_sentences_make(arena, tongue, out)) {
        *out = (ngi_prose){0};
        return false;
    }
    return true;
}

bool ngi_quote_carried(const ngi_prose *p, uint32_t quote)
{
    if (quote == 0)
        return false;
    uint32_t first = p->quotes[quote].begin, last = p->quotes[quote - 1].end - 1;
    return last + 1 == first && p->tokens[last].quote_state != NGI_QUOTE_CLOSE &&
           p->tokens[first].paragraph == p->tokens[last].paragraph + 1;
}
