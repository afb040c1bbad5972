/* SPDX-License-Identifier: Apache-2.0 */
/* Light syntax: an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta, 2011). A word is
 * shifted onto a stack, or the stack's top gets its head: the next word (left), or the word
 * below it (right). The root is the place behind the last word. The relation is chosen by a
 * model of its own when an arc is made. Training (tools/train-record) drives the same state. */
#ifndef NGI_PARSER_H
#define NGI_PARSER_H

#include "record/learned/reading.h"

enum { NGI_MOVE_SHIFT, NGI_MOVE_LEFT, NGI_MOVE_RIGHT, NGI_MOVE_COUNT };
enum { NGI_ARC_ROWS = 96, NGI_LABEL_ROWS = 48 };

typedef struct ngi_parse {
    const ngi_lexeme *words; /* of the sentence */
    int count;
    int stack[NGI_SENTENCE_MAX], depth, next;
    int16_t head[NGI_SENTENCE_MAX + 1];
    uint8_t label[NGI_SENTENCE_MAX + 1];
    /* outermost children and those before them, on either side; -1: none */
    int16_t left[NGI_SENTENCE_MAX + 1], left2[NGI_SENTENCE_MAX + 1];
    int16_t right[NGI_SENTENCE_MAX + 1], right2[NGI_SENTENCE_MAX + 1];
    uint8_t lefts[NGI_SENTENCE_MAX + 1], rights[NGI_SENTENCE_MAX + 1];
} ngi_parse;

void ngi_parse_begin(ngi_parse *p, const ngi_lexeme *words, int count);
bool ngi_parse_done(const ngi_parse *p);
bool ngi_parse_may(const ngi_parse *p, int move);
uint32_t ngi_parse_rows(const ngi_parse *p, uint32_t *rows);
/* The features of the relation of the stack's top to `head`. */
uint32_t ngi_parse_label_rows(const ngi_parse *p, int head, uint32_t *rows);
/* The head that a move would give to the stack's top. */
int ngi_parse_head(const ngi_parse *p, int move);
void ngi_parse_move(ngi_parse *p, int move, uint8_t label);

#endif
