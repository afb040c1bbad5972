/* SPDX-License-Identifier: Apache-2.0 */
/* What the learned steps share while they read one text: its words as numbers, light syntax,
 * and what the steps before have found. */
#ifndef NGI_READING_H
#define NGI_READING_H

#include "record/learned.h"
#include "record/learned/features.h"

/* Parts of speech; the names stand in tags.c, in this order. */
enum {
    NGI_TAG_CC, NGI_TAG_CD, NGI_TAG_DT, NGI_TAG_EX, NGI_TAG_FW, NGI_TAG_IN, NGI_TAG_JJ,
    NGI_TAG_JJR, NGI_TAG_JJS, NGI_TAG_LS, NGI_TAG_MD, NGI_TAG_NN, NGI_TAG_NNS, NGI_TAG_NNP,
    NGI_TAG_NNPS, NGI_TAG_PDT, NGI_TAG_POS, NGI_TAG_PRP, NGI_TAG_PRPS, NGI_TAG_RB, NGI_TAG_RBR,
    NGI_TAG_RBS, NGI_TAG_RP, NGI_TAG_SYM, NGI_TAG_TO, NGI_TAG_UH, NGI_TAG_VB, NGI_TAG_VBD,
    NGI_TAG_VBG, NGI_TAG_VBN, NGI_TAG_VBP, NGI_TAG_VBZ, NGI_TAG_WDT, NGI_TAG_WP, NGI_TAG_WPS,
    NGI_TAG_WRB, NGI_TAG_COMMA, NGI_TAG_STOP, NGI_TAG_COLON, NGI_TAG_QUOTE, NGI_TAG_LEFT,
    NGI_TAG_RIGHT, NGI_TAG_HYPH, NGI_TAG_MONEY, NGI_TAG_ADD, NGI_TAG_COUNT,
};

/* Relations; the names stand in tags.c, in this order. */
enum {
    NGI_DEP_ROOT, NGI_DEP_PUNCT, NGI_DEP_CASE, NGI_DEP_DET, NGI_DEP_NSUBJ, NGI_DEP_NSUBJ_PASS,
    NGI_DEP_AMOD, NGI_DEP_NMOD, NGI_DEP_NMOD_POSS, NGI_DEP_OBL, NGI_DEP_OBL_AGENT, NGI_DEP_ADVMOD,
    NGI_DEP_OBJ, NGI_DEP_COMPOUND, NGI_DEP_COMPOUND_PRT, NGI_DEP_CONJ, NGI_DEP_CC, NGI_DEP_MARK,
    NGI_DEP_AUX, NGI_DEP_AUX_PASS, NGI_DEP_COP, NGI_DEP_ADVCL, NGI_DEP_FLAT, NGI_DEP_XCOMP,
    NGI_DEP_ACL, NGI_DEP_ACL_RELCL, NGI_DEP_APPOS, NGI_DEP_NUMMOD, NGI_DEP_CCOMP,
    NGI_DEP_PARATAXIS, NGI_DEP_EXPL, NGI_DEP_DEP, NGI_DEP_COUNT,
};

enum { NGI_ROLE_NONE, NGI_ROLE_SOURCE, NGI_ROLE_CUE, NGI_ROLE_CONTENT, NGI_ROLE_COUNT };

/* Bits of ngi_lexeme.kind. */
enum {
    NGI_KIND_VERB = 1,
    NGI_KIND_NOUN = 2,    /* common */
    NGI_KIND_BREAK = 4,   /* , ; dashes */
    NGI_KIND_FIRST = 8,   /* of its sentence */
    NGI_KIND_ANCHOR = 16, /* may be an anchor */
    NGI_KIND_DASH = 32,
    NGI_KIND_THAT = 64,
    NGI_KIND_COLON = 128,
};

/* One word as numbers. */
typedef struct ngi_lexeme {
    uint32_t word;   /* hash of the word, numbers as one */
    uint32_t lemma;  /* hash of what it is a form of */
    uint32_t suffix; /* hash of its last three letters */
    uint32_t shape;
    uint8_t kind;
    uint8_t tag, label;
    uint8_t quote; /* ngi_quote_state */
} ngi_lexeme;

struct ngi_reading {
    const ngi_model *model;
    const ngi_prose *prose;
    ngi_lexeme *words;
    const int32_t *head;
    int32_t *child, *sibling; /* first child, next child of the same head; -1: none */
    float *anchor;            /* by token: the chance that it is the anchor of an attribution */
    float (*roles)[NGI_ROLE_COUNT]; /* by token: the chance of each role */
    bool fast;
};
typedef struct ngi_reading ngi_reading;

/* ngi_syntax_make() with a model of one's own. by_form: tags that a word's form rules out are
 * passed over (ngi_tag_may); the models learn without, which made them no worse. */
bool ngi_syntax_by(ngi_arena *arena, const ngi_model *model, const ngi_prose *prose, bool fast,
                   bool by_form, ngi_syntax *out);
/* Words as numbers, all but lemma, tag and what follows from them. */
ngi_lexeme *ngi_lexemes_make(ngi_arena *arena, const ngi_prose *prose);
/* What follows from the tags: lemma and kind. */
void ngi_lexemes_finish(const ngi_model *model, const ngi_prose *prose, ngi_lexeme *words);
/* The lemma of a word that no table has: its ending taken off. */
uint32_t ngi_lemma_rule(ng_slice word, uint8_t tag, uint32_t hash);

/* ---- the tagger ---- */

enum { NGI_TAGGER_ROWS = 32 };
/* The features of token i in a sentence, the tags before it being known. */
uint32_t ngi_tagger_rows(const ngi_prose *prose, const ngi_lexeme *words, ngi_stretch sentence,
                         uint32_t i, uint32_t *rows);
uint32_t ngi_tag_key(const ngi_prose *prose, uint32_t i);
/* The tag that needs no look around, or NGI_TAG_COUNT. */
uint8_t ngi_tag_known(const ngi_model *model, const ngi_prose *prose, uint32_t i);
/* Whether the form of the word allows the tag. */
bool ngi_tag_may(ng_slice word, uint8_t tag);
void ngi_tag_sentence(const ngi_model *model, const ngi_prose *prose, ngi_lexeme *words,
                      ngi_stretch sentence, bool by_form);

/* ---- the parser (parser.h) ---- */

enum { NGI_SENTENCE_MAX = 160 }; /* longer ones are parsed in pieces */
void ngi_parse_sentence(const ngi_model *model, const ngi_lexeme *words, ngi_stretch sentence,
                        int32_t *head, uint8_t *label);

/* ---- a reading ---- */

/* Everything before the first learned step. False when memory is out. */
bool ngi_reading_make(ngi_arena *arena, const ngi_model *model, const ngi_prose *prose,
                      const ngi_syntax *syntax, bool fast, ngi_reading *out);

/* A distance as one of eleven steps. */
static inline uint32_t ngi_step(int d)
{
    return d < 0 ? 31 : d <= 4 ? (uint32_t)d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 22 ? 8
         : d <= 40 ? 9 : 10;
}

/* A word that is none: beyond the borders of the part that is looked at. */
extern const ngi_lexeme ngi_no_word;

/* ---- anchors: which words an attribution hangs from ---- */

enum { NGI_ANCHOR_ROWS = 192 };
uint32_t ngi_anchor_rows(const ngi_reading *r, uint32_t i, uint32_t *rows);
void ngi_anchors_find(ngi_reading *r);

/* ---- roles: source, cue, content of all attributions together ---- */

enum { NGI_ROLES_PIECE = 300, NGI_NODE_ROWS = 224, NGI_EDGE_ROWS = 96 };

typedef struct ngi_roles_scene {
    const ngi_reading *reading;
    uint32_t begin, end;
    int32_t left[NGI_ROLES_PIECE], right[NGI_ROLES_PIECE]; /* nearest anchors */
    uint32_t above[NGI_ROLES_PIECE], above_lemma[NGI_ROLES_PIECE]; /* way up to an anchor */
    uint8_t verbs[NGI_ROLES_PIECE], breaks[NGI_ROLES_PIECE];
} ngi_roles_scene;

void ngi_roles_look(const ngi_reading *r, uint32_t begin, uint32_t end, ngi_roles_scene *out);
uint32_t ngi_roles_node(const ngi_roles_scene *s, uint32_t at, uint32_t *rows);
uint32_t ngi_roles_edge(const ngi_roles_scene *s, uint32_t at, uint32_t *rows);
void ngi_roles_find(ngi_reading *r);

/* ---- links: source, cue, content of one anchor ---- */

enum { NGI_WINDOW_BEFORE = 80, NGI_WINDOW_AFTER = 120, NGI_WINDOW_NEXT = 60,
       NGI_WINDOW_BEFORE_FAST = 32, NGI_WINDOW_AFTER_FAST = 48,
       NGI_WINDOW_MAX = NGI_WINDOW_BEFORE + NGI_WINDOW_AFTER + NGI_WINDOW_NEXT };

typedef struct ngi_link_scene {
    const ngi_reading *reading;
    uint32_t anchor, begin, end;
    int32_t left_quote, right_quote;
    uint32_t around, signature, that; /* quotations beside, children, "that" behind the anchor */
    uint32_t path[NGI_WINDOW_MAX], top_label[NGI_WINDOW_MAX];
    int32_t top[NGI_WINDOW_MAX];
    int32_t left[NGI_WINDOW_MAX], right[NGI_WINDOW_MAX];
    uint8_t verbs[NGI_WINDOW_MAX], breaks[NGI_WINDOW_MAX], marks[NGI_WINDOW_MAX],
        anchors[NGI_WINDOW_MAX];
} ngi_link_scene;

/* `narrow`: without the sentences around that hold no quotation. */
void ngi_link_look(const ngi_reading *r, uint32_t anchor, bool narrow, ngi_link_scene *out);
uint32_t ngi_link_node(const ngi_link_scene *s, uint32_t at, uint32_t *rows);
uint32_t ngi_link_edge(const ngi_link_scene *s, uint32_t at, uint32_t *rows);

/* ---- chains: the arithmetic of both ---- */

/* Scores in, chances out, of a chain of `count` words. */
typedef struct ngi_chain {
    uint32_t count;
    float node[NGI_ROLES_PIECE][4];  /* score of each role */
    float edge[NGI_ROLES_PIECE][16]; /* of a role after another: [before * 4 + role] */
    float chance[NGI_ROLES_PIECE][4];
    float (*pair)[16]; /* of each step, where wanted; else NULL */
    uint8_t best[NGI_ROLES_PIECE];
    float log_best; /* logarithm of the best sequence's chance */
} ngi_chain;

void ngi_chain_chances(ngi_chain *c);
void ngi_chain_best(ngi_chain *c); /* after _chances */

#endif
