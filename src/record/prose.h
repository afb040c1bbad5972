/* SPDX-License-Identifier: Apache-2.0 */
/* A text as words: tokens, sentences, paragraphs and stretches of quotation, with their
 * places to the byte. All that reads the record stands on this. */
#ifndef NGI_PROSE_H
#define NGI_PROSE_H

#include "base/base.h"

typedef enum ngi_quote_state {
    NGI_QUOTE_OUT,
    NGI_QUOTE_OPEN, /* the token is an opening mark */
    NGI_QUOTE_INSIDE,
    NGI_QUOTE_CLOSE, /* the token is a closing mark */
} ngi_quote_state;

typedef struct ngi_token {
    uint32_t begin, end; /* bytes of the text */
    uint32_t hash;       /* of the word in lower case, curly marks as straight ones */
    uint32_t sentence, paragraph;
    int32_t quote;       /* the quotation that it stands in, marks included, or -1 */
    uint8_t quote_state; /* ngi_quote_state; marks inside a quotation are INSIDE */
    uint8_t shape;       /* ngi_shape bits */
} ngi_token;

enum {                             /* bits of shape */
       NGI_SHAPE_CAPITAL = 1,      /* begins with a capital letter */
       NGI_SHAPE_ALL_CAPITALS = 2, /* two letters or more, none of them small */
       NGI_SHAPE_DIGIT = 4,        /* begins with a digit */
       NGI_SHAPE_WORD = 8,         /* has a letter or a digit */
       NGI_SHAPE_SPACE = 16,       /* white space stands before it, or nothing */
};

/* Tokens [begin, end). */
typedef struct ngi_stretch {
    uint32_t begin, end;
} ngi_stretch;

/* A quotation ends with its paragraph at the latest; one that runs on over paragraphs, each
 * opened by a mark, is several stretches: ngi_quote_carried() tells. */
typedef struct ngi_prose {
    ng_slice text;
    ngi_token *tokens;
    uint32_t token_count;
    ngi_stretch *sentences, *paragraphs, *quotes; /* in text order, not overlapping */
    uint32_t sentence_count, paragraph_count, quote_count;
} ngi_prose;

/* Cuts `text` (valid UTF-8) into words. language: BCP 47 primary tag ("en"; empty: English);
 * says which abbreviations and marks are known. Clitics are words of their own ("did|n't",
 * "ministry|'s"), as are hyphens inside of words and signs of currency. Lines are paragraphs.
 * False when memory is out. Linear in the text. */
bool ngi_prose_make(ngi_arena *arena, ng_slice text, ng_slice language, ngi_prose *out);

/* The quotation carries on the one before: that is not closed, and this one opens the next
 * paragraph. */
bool ngi_quote_carried(const ngi_prose *prose, uint32_t quote);

/* The hash that a token of this word has; the word in lower case, marks straight. */
uint32_t ngi_word_hash(ng_slice word);

static inline ng_slice ngi_token_text(const ngi_prose *p, uint32_t i)
{
    return ngi_slice_sub(p->text, p->tokens[i].begin, p->tokens[i].end);
}

#endif
