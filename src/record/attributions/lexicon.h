/* SPDX-License-Identifier: Apache-2.0 */
/* Words of attribution: what a word can be in a sentence that says who said what. */
#ifndef NGI_LEXICON_H
#define NGI_LEXICON_H

#include "base/map.h"
#include "record/prose.h"

/* Bits of a word; a word may have several. */
enum {
    /* verbs that report, with what they tell of the stance */
    NGI_W_SAY = 1 << 0,     /* said, added, announced: a clause or a quotation follows */
    NGI_W_TELL = 1 << 1,    /* told, informed: somebody is addressed first */
    NGI_W_DENY = 1 << 2,    /* denied, rejected */
    NGI_W_ASK = 1 << 3,     /* asked, wondered */
    NGI_W_INTEND = 1 << 4,  /* vowed, threatened: "to" follows */
    NGI_W_REQUEST = 1 << 5, /* urged, demanded */
    NGI_W_DECLINE = 1 << 6, /* declined, refused: "to" follows */
    NGI_W_ING = 1 << 7,     /* the verb in -ing */
    NGI_W_BASE = 1 << 8,    /* the verb without an ending: finite in the plural only */
    /* small words */
    NGI_W_AUX = 1 << 9,
    NGI_W_ADVERB = 1 << 10,
    NGI_W_NOT = 1 << 11,
    NGI_W_DETERMINER = 1 << 12,
    NGI_W_PRONOUN = 1 << 13, /* he, she, they, it, we, I, who */
    NGI_W_PREPOSITION = 1 << 14,
    NGI_W_CLAUSE = 1 << 15, /* begins a clause: that, which, when, because, but */
    NGI_W_TIME = 1 << 16,   /* Monday, yesterday, week */
    NGI_W_NUMBER = 1 << 17, /* two, several */
    /* nouns of sources */
    NGI_W_PERSON = 1 << 18,   /* official, spokesman */
    NGI_W_PLURAL = 1 << 19,   /* with PERSON or GROUP or DOCUMENT: of several */
    NGI_W_BODY = 1 << 20,     /* ministry, company, police */
    NGI_W_DOCUMENT = 1 << 21, /* report, invoice, filing */
    NGI_W_MEDIUM = 1 << 22,   /* newspaper, television */
    NGI_W_GROUP = 1 << 23,    /* residents, analysts */
    NGI_W_VOICE = 1 << 24,    /* with PERSON: speaks for others: spokesman, representative */
    NGI_W_HIDDEN = 1 << 25,   /* with PERSON: a source as such: source, official, diplomat */
    NGI_W_VERB = 1 << 26,     /* a frequent verb of another kind */
    NGI_W_TITLE = 1 << 27,    /* stands before a name: Mr, President, Gen. */
    NGI_W_WEAK = 1 << 28,     /* a reporting verb that as often is none: noted, found, feared */
};

#define NGI_W_REPORTS                                                                              \
    (NGI_W_SAY | NGI_W_TELL | NGI_W_DENY | NGI_W_ASK | NGI_W_INTEND | NGI_W_REQUEST | NGI_W_DECLINE)
#define NGI_W_NOUN (NGI_W_PERSON | NGI_W_BODY | NGI_W_DOCUMENT | NGI_W_MEDIUM | NGI_W_GROUP)

typedef struct ngi_lexicon {
    ngi_map words; /* to bits */
} ngi_lexicon;

/* False when memory is out. Made for each record: some thousand words, a fraction of a
 * millisecond. */
bool ngi_lexicon_make(ngi_arena *arena, ngi_lexicon *out);

/* The bits of every token of a prose; NULL when memory is out. Words in -ly are adverbs. */
uint32_t *ngi_lexicon_look(ngi_arena *arena, const ngi_lexicon *lexicon, const ngi_prose *prose);

/* The bits of one word. */
uint32_t ngi_lexicon_word(const ngi_lexicon *lexicon, ng_slice word);

/* The words themselves: strings of words between spaces, each with its bits; ends with NULL. */
typedef struct ngi_word_list {
    const char *words;
    uint32_t bits;
} ngi_word_list;
extern const ngi_word_list ngi_lexicon_words[];

#endif
