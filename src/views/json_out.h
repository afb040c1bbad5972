/* SPDX-License-Identifier: Apache-2.0 */
/* Writes JSON straight into a buffer.
 *
 * A row is written once, in order, from slices that are valid UTF-8 already: a mutable
 * document would copy each of them first. Commas come from looking at the byte before. */
#ifndef NGI_JSON_OUT_H
#define NGI_JSON_OUT_H

#include "base/base.h"

/* A key that is empty writes the bare value (an item of an array). */
void ngi_out_open(ngi_buffer *out, ng_slice key, char bracket);
static inline void ngi_out_close(ngi_buffer *out, char bracket)
{
    ngi_buffer_char(out, bracket);
}
void ngi_out_text(ngi_buffer *out, ng_slice key, ng_slice text);
/* Nothing where `text` is empty. */
void ngi_out_text_if(ngi_buffer *out, ng_slice key, ng_slice text);
void ngi_out_number(ngi_buffer *out, ng_slice key, uint64_t number);
/* A number that is written as JSON has it; nothing where it is empty. */
void ngi_out_written(ngi_buffer *out, ng_slice key, ng_slice number);
/* The shortest digits that give the number back; a point whatever the locale says. */
void ngi_out_digits(ngi_buffer *out, double number);
void ngi_out_real(ngi_buffer *out, ng_slice key, double number);
/* 0 to 1, with four digits: more would be noise. */
void ngi_out_share(ngi_buffer *out, ng_slice key, float share);
/* "a12": a letter and a number, as ids are. */
void ngi_out_id(ngi_buffer *out, ng_slice key, char kind, uint32_t number);
void ngi_out_bool(ngi_buffer *out, ng_slice key, bool value);

#define NGI_KEY(s) NGI_LIT(s)
#define NGI_ITEM ((ng_slice){NULL, 0})

#endif
