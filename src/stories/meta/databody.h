/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies as data scripts hold them, to parts (databody.c, for datascript.c). */
#ifndef NGI_DATABODY_H
#define NGI_DATABODY_H

#include "stories/meta/gather.h"

/* Fills parts, part_count and words of `out` from a body: HTML or plain text, an array of
 * texts or blocks, or a tree of rich text. node: the script's text node, 0 where places are
 * no use. False when memory is out. */
bool ngi_databody_parts(ngi_arena *arena, const ngi_json_text *text, const ngi_json *body,
                        uint32_t node, ngi_data_story *out);
/* The same from the articleBody that a claim holds. */
bool ngi_databody_claim(ngi_arena *arena, const ngi_claim *claim, ngi_data_story *out);
/* Runs of letters and digits; characters of scripts without spaces count a half. */
uint32_t ngi_databody_words(ng_slice text);

#endif
