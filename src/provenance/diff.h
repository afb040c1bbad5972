/* SPDX-License-Identifier: Apache-2.0 */
/* What changed from one story to another, in terms of facts: two versions of one, or an original
 * and its copy. */
#ifndef NGI_DIFF_H
#define NGI_DIFF_H

#include "parsed/story_row.h"
#include "provenance/align.h"
#include "record/record.h"

typedef enum ngi_change_kind {
    NGI_CHANGE_GONE,
    NGI_CHANGE_ADDED,
    NGI_CHANGE_CHANGED,
    NGI_CHANGE_SHORTENED,    /* a quotation that lost words */
    NGI_CHANGE_UNQUOTED,     /* its words stand there without quotation marks */
    NGI_CHANGE_UNATTRIBUTED, /* what was said stands there, but not on whose word */
} ngi_change_kind;

#define NGI_NOWHERE UINT32_MAX

/* Bytes of the bodies; empty where the change has no such side. */
typedef struct ngi_change {
    ngi_extent before, after;
    uint32_t index[2]; /* in the records' lists, or NGI_NOWHERE */
    uint8_t kind;      /* ngi_change_kind */
} ngi_change;

typedef struct ngi_changes {
    ngi_change *items;
    size_t room;
    uint32_t count;
} ngi_changes;

typedef struct ngi_diff {
    const ngi_row_story *sides[2]; /* before, after */
    ngi_record records[2];
    bool headline, description; /* whether these changed, but for typography */
    bool words;                 /* whether the bodies' words did */
    float share, kept;          /* of the words of `after` that are of `before`, and the reverse */
    ngi_changes paragraphs, figures, dates, quotations, statements;
    ngi_changes sentences; /* with words that no other list has */
} ngi_diff;

/* Whether anything is listed. */
bool ngi_diff_changed(const ngi_diff *diff);

/* Compares. Everything lives in `arena`; false when memory is out. */
bool ngi_diff_make(ngi_arena *arena, const ngi_row_story *before, const ngi_row_story *after,
                   ngi_diff *out);

#endif
