/* SPDX-License-Identifier: Apache-2.0 */
/* A JSON line with stories: a row of `nutgraf read` with its "stories", or one story in
 * schema.org's terms. */
#ifndef NGI_STORY_ROW_H
#define NGI_STORY_ROW_H

#include "base/base.h"

/* What a story's attributions say of a stretch of its body that is quoted directly. */
typedef struct ngi_row_saying {
    uint32_t start, end; /* code points of the body */
    ng_slice speaker;
} ngi_row_saying;

/* Empty slices are absent. They live in the arena. */
typedef struct ngi_row_story {
    ng_slice identifier; /* its own; else its file and its number there; else empty */
    ng_slice url, headline, description, body, published, modified, fetched, credit, language;
    ngi_row_saying *sayings;
    uint32_t saying_count;
    bool is_named; /* the identifier is not its own */
} ngi_row_story;

/* Reads a line. A row without stories (a list, a failed input) gives none.
 *   NG_ERR_FORMAT  no JSON object, or neither stories nor a body in it
 *   NG_ERR_MEMORY  an allocation failed */
ng_status ngi_story_row_parse(ngi_arena *arena, ng_slice line, ngi_row_story **out, uint32_t *count,
                              ng_error *error);

#endif
