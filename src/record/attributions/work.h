/* SPDX-License-Identifier: Apache-2.0 */
/* What the finders of attributions share: one field's words, what each can be, and the
 * drafts found so far. Stretches are of tokens until a draft is finished. */
#ifndef NGI_WORK_H
#define NGI_WORK_H

#include "record/attributions/lexicon.h"
#include "record/learned.h"
#include "record/record.h"

enum { NGI_DRAFT_SOURCES = 3, NGI_DRAFT_CONTENTS = 4 };

/* Which finder made a draft; its precision was measured by kind (rules.c). */
typedef enum ngi_rule {
    NGI_RULE_LEARNED,
    NGI_RULE_SAID_CLEAR, /* said, told, added, according to: with content beside it */
    NGI_RULE_SAID,       /* other verbs */
    NGI_RULE_SAID_WEAK,  /* verbs that as often report nothing */
    NGI_RULE_DENIES,
    NGI_RULE_INTENDS,
    NGI_RULE_REQUESTS,
    NGI_RULE_SILENCE, /* did not respond, declined to comment */
    NGI_RULE_UNKNOWN, /* could not be reached, was unable to determine */
    NGI_RULE_HEADLINE,
    NGI_RULE_LAYOUT, /* transcripts, signed quotations */
    NGI_RULE_CARRIED, /* a quotation with no cue of its own */
    NGI_RULE_COUNT,
} ngi_rule;

typedef struct ngi_draft {
    ngi_stretch source[NGI_DRAFT_SOURCES], cue, content[NGI_DRAFT_CONTENTS];
    ngi_stretch lead;          /* of the cue, where it stands apart: "Neither ... responded" */
    uint8_t sources, contents; /* cue: empty where there is none */
    uint8_t stance, rule;
    bool carried; /* the speaker is that of the attribution before */
    bool dead;    /* merged into another */
    float confidence;
} ngi_draft;

typedef struct ngi_work {
    ngi_arena *arena;
    const ngi_prose *prose;
    const ngi_syntax *syntax; /* NULL: no tags */
    uint32_t *bits;           /* of each token (lexicon.h), 0 behind the last */
    uint8_t in;               /* ngi_field */
    ngi_draft *drafts;
    size_t count, capacity;
} ngi_work;

ngi_draft *ngi_work_add(ngi_work *w); /* zeroed; NULL when memory is out */

/* ---- looking at words (words.c) ---- */

bool ngi_token_same(ng_slice token, ng_slice wanted);
bool ngi_token_among(ng_slice token, ng_slice words);
/* The token is this word, in any case; `word` in lower case. Inline: the length of a constant
 * costs nothing, and most words are told apart by it. */
static inline bool ngi_word_is(const ngi_work *w, uint32_t i, const char *word)
{
    ng_slice wanted = ngi_slice_of(word);
    return i < w->prose->token_count &&
           w->prose->tokens[i].end - w->prose->tokens[i].begin == wanted.len &&
           ngi_token_same(ngi_token_text(w->prose, i), wanted);
}
/* One of the words, between spaces. */
static inline bool ngi_word_of(const ngi_work *w, uint32_t i, const char *words)
{
    return i < w->prose->token_count &&
           ngi_token_among(ngi_token_text(w->prose, i), ngi_slice_of(words));
}
/* Tokens from i on are these words; how many, else 0. */
uint32_t ngi_words_are(const ngi_work *w, uint32_t i, const char *words);
bool ngi_word_capital(const ngi_work *w, uint32_t i);
/* ',', '.', '"' (any double quotation mark), ':', '(' ...; 0 where it is a word. */
char ngi_mark(const ngi_work *w, uint32_t i);
static inline bool ngi_word_has(const ngi_work *w, uint32_t i, uint32_t bits)
{
    return i < w->prose->token_count && (w->bits[i] & bits) != 0;
}
/* A finite verb, as far as tags or the lexicon tell. */
bool ngi_word_finite(const ngi_work *w, uint32_t i);
/* A noun or a name, as far as tags or the lexicon tell. */
bool ngi_word_noun(const ngi_work *w, uint32_t i);
bool ngi_tag_is(const ngi_work *w, uint32_t i, const char *start);

/* ---- noun phrases (phrases.c) ---- */

/* The noun phrase that ends before `end`, not before `low`, with a relative clause or an
 * apposition behind its noun. False where none is found. */
bool ngi_phrase_before(const ngi_work *w, uint32_t low, uint32_t end, ngi_stretch *out);
/* The noun phrase that begins at `begin`, to `high` at most. */
bool ngi_phrase_after(const ngi_work *w, uint32_t begin, uint32_t high, ngi_stretch *out);

/* ---- finders: each adds drafts ---- */

void ngi_find_sayings(ngi_work *w);     /* sayings.c */
void ngi_find_silences(ngi_work *w);    /* silences.c */
void ngi_find_in_headline(ngi_work *w); /* headlines.c */
void ngi_find_layouts(ngi_work *w);     /* layouts.c */
void ngi_find_carried(ngi_work *w);     /* carried.c */

#endif
