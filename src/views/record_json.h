/* SPDX-License-Identifier: Apache-2.0 */
/* The record's part of a JSON row, and the way from bytes to code points. */
#ifndef NGI_RECORD_JSON_H
#define NGI_RECORD_JSON_H

#include "record/record.h"

/* Appends the members of a story's record; nothing where it has none. */
void ngi_record_json(ngi_buffer *out, const ngi_story *story);

/* Counts code points before offsets of a text. */
typedef struct ngi_points {
    ng_slice text;
    uint32_t *counts; /* before each STEP bytes; NULL: the text is ASCII */
} ngi_points;
bool ngi_points_make(ngi_points *points, ng_slice text); /* false when memory is out */
uint32_t ngi_points_at(const ngi_points *points, uint32_t offset);
void ngi_points_free(ngi_points *points);

#endif
