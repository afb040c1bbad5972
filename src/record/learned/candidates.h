/* SPDX-License-Identifier: Apache-2.0 */
/* Candidates: an anchor with the source, cue and content that links.c and chain.c give it, what
 * it is worth (worth.c), and which of them are kept (choose.c). */
#ifndef NGI_CANDIDATES_H
#define NGI_CANDIDATES_H

#include "record/learned/reading.h"

enum { NGI_PIECES_MAX = 12 };

typedef struct ngi_candidate {
    uint32_t anchor;
    float chance;            /* of the anchor */
    float log_chance;        /* of the whole sequence */
    float content_mean, content_least, source_mean; /* chances of the words' roles */
    ngi_stretch source, cue; /* tokens; empty: none */
    ngi_stretch content[NGI_PIECES_MAX];
    uint32_t pieces, words;  /* of content; tokens in it */
    float agree, agree_source, agree_content; /* share of sequences where it would be right */
    bool second;             /* another reading of the anchor of the one before it */
    float sparse;            /* score by the words */
    float worth;             /* chance that it is right as a whole, before the steps */
} ngi_candidate;

typedef struct ngi_candidates {
    ngi_candidate *items; /* in text order of their anchors */
    uint32_t count;
} ngi_candidates;

/* Reads the candidate's spans off a scene's best sequence. */
void ngi_candidate_read(const ngi_link_scene *s, const ngi_chain *c, ngi_candidate *out);
/* How sure it is (`agree`), or a reading in its place that is surer (draws.c). True: there is a
 * second one as well. */
bool ngi_candidate_settle(const ngi_link_scene *s, ngi_chain *c, ngi_candidate *out,
                          ngi_candidate *second);
/* Decodes one anchor to one candidate or two; returns how many. The chain is room to work in, with
 * `pair` set. */
uint32_t ngi_candidate_link(const ngi_reading *r, uint32_t anchor, ngi_chain *c,
                            ngi_candidate out[2]);
/* All anchors with a chance above `least`. False when memory is out. */
bool ngi_candidates_find(ngi_arena *arena, const ngi_reading *r, float least, ngi_candidates *out);

/* Anchors with a smaller chance are no candidates; the fast way looks at fewer. */
#define NGI_ANCHOR_LEAST 0.10F
#define NGI_ANCHOR_LEAST_FAST 0.6F

enum { NGI_WORTH_ROWS = 192 };
uint32_t ngi_worth_rows(const ngi_reading *r, const ngi_candidate *c, uint32_t *rows);
/* The numbers for the trees; needs `sparse` of all candidates. */
void ngi_worth_numbers(const ngi_reading *r, const ngi_candidates *all, uint32_t i,
                       float out[NGI_WORTH_NUMBERS]);
float ngi_trees_sum(const ngi_weights *trees, const float *numbers);
void ngi_worth_find(const ngi_reading *r, ngi_candidates *all);

/* Kept candidates: those worth `cut`, without what others have; then content that roles.c is
 * sure of and no one has is added (chosen are appended where it has no anchor: .cue empty).
 * `kept` has room for `room` items. */
typedef struct ngi_choice {
    float cut;       /* least worth */
    float fill;      /* least chance of content that no candidate has; above 1: none is added */
    bool fill_alone; /* and quoted content that lies next to none */
} ngi_choice;
bool ngi_candidates_choose(ngi_arena *arena, const ngi_reading *r, const ngi_candidates *all,
                           const ngi_choice *how, ngi_candidates *kept);
bool ngi_is_word_token(const ngi_prose *p, uint32_t i);
/* Tokens that two lists of stretches share. */
uint32_t ngi_pieces_shared(const ngi_candidate *a, const ngi_candidate *b);
bool ngi_pieces_hold(const ngi_candidate *c, uint32_t token);
bool ngi_attributions_by(ngi_arena *arena, const ngi_model *model, const ngi_prose *prose,
                         const ngi_syntax *syntax, bool fast, const ngi_choice *how,
                         ngi_attribution **out, uint32_t *count);
/* The chance that a worth stands for: the table's steps, between them a straight line. */
float ngi_chance_of(const ngi_weights *steps, float worth);

#endif
