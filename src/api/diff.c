/* SPDX-License-Identifier: Apache-2.0 */
/* Two rows to what changed between their stories. */
#include "api/api.h"
#include "views/diff.h"

/* The first story of a row. */
static ng_status read_story(ngi_arena *arena, ng_slice row, const char *which, ngi_row_story **out,
                            ng_error *error)
{
    uint32_t count;
    ng_status status = ngi_story_row_parse(arena, row, out, &count, error);
    if (status == NG_OK && count == 0)
        return ngi_fail(error, NG_ERR_FORMAT, 0, "no story in the %s row", which);
    if (status == NG_OK && (*out)->language.len == 0)
        (*out)->language = ngi_language_find(arena, (*out)->body, (ng_slice){0});
    return status;
}

ng_status ng_diff_write(ng_slice before, ng_slice after, const ng_write_options *given,
                        ng_sink *sink, void *context, ng_diff *result, ng_error *error)
{
    ng_write_options options = ngi_write_options_of(given);
    ngi_arena arena;
    ngi_buffer out = {0};
    ngi_diff diff;
    ngi_row_story *stories[2];
    ng_diff answer = {false, 1};
    ngi_arena_init(&arena, 0);
    ng_status status = read_story(&arena, before, "first", &stories[0], error);
    if (status == NG_OK) {
        answer.refused = 2;
        status = read_story(&arena, after, "second", &stories[1], error);
    }
    if (status == NG_OK) {
        answer.refused = 0;
        bool ok = ngi_diff_make(&arena, stories[0], stories[1], &diff);
        if (ok && options.format == NG_FORMAT_JSONL)
            ok = ngi_view_diff_json(&out, &diff);
        else if (ok)
            ngi_view_diff_text(&out, &diff, options.color);
        answer.changed = ok && ngi_diff_changed(&diff);
        if (!ok || out.failed)
            status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory to compare two stories");
        else if (!sink(context, out.ptr, out.len))
            status = ngi_fail(error, NG_ERR_WRITE, 0, "the output could not be written");
    }
    if (result != NULL)
        *result = answer;
    ngi_buffer_free(&out);
    ngi_arena_free(&arena);
    return status;
}
