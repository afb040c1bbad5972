/* SPDX-License-Identifier: Apache-2.0 */
/* Two texts, apart by a NUL. What must hold: passages and runs lie inside of both, in order of the
 * later one, and a run's words are the same. */
#include "base/utf8.h"
#include "provenance/align.h"
#include "provenance/diff.h"

#include "watch.h"

static void check_runs(const ngi_aligner *a, const ngi_word_row *from, const ngi_word_row *to)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < a->run_count; i++) {
        const ngi_run *r = &a->runs[i];
        must(r->to >= end && r->to + r->length <= to->count, "runs are in order");
        must(r->from + r->length <= from->count, "a run lies in the text");
        for (uint32_t k = 0; k < r->length; k++)
            must(from->items[r->from + k].hash == to->items[r->to + k].hash, "its words are one");
        end = r->to + r->length;
    }
}

static void check_passages(const ngi_aligner *a, const ngi_word_row *from, const ngi_word_row *to)
{
    for (uint32_t i = 0; i < a->count; i++) {
        const ngi_passage *p = &a->passages[i];
        must(p->from < p->from_end && p->from_end <= from->count, "a passage lies in one text");
        must(p->to < p->to_end && p->to_end <= to->count, "and in the other");
        must(i == 0 || p->to >= p[-1].to_end, "passages are in order");
        must(p->same <= p->to_end - p->to && p->quoted_to <= p->to_end - p->to &&
                 p->quoted_from <= p->from_end - p->from,
             "counts fit");
    }
    must(ngi_passages_to(a->passages, a->count) <= to->count, "a word counts once");
}

static void check_changes(const ngi_changes *list, ng_slice before, ng_slice after)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const ngi_change *c = &list->items[i];
        must(c->before.begin <= c->before.end && c->before.end <= before.len, "before is inside");
        must(c->after.begin <= c->after.end && c->after.end <= after.len, "after is inside");
        must(c->before.begin < c->before.end || c->after.begin < c->after.end, "it has words");
    }
}

static void compare(ng_slice before, ng_slice after)
{
    ngi_row_story a = {.body = before, .headline = before}, b = {.body = after};
    ngi_arena arena;
    ngi_diff diff;
    ngi_arena_init(&arena, 0);
    must(ngi_diff_make(&arena, &a, &b, &diff), "the texts were compared");
    must(diff.share >= 0 && diff.share <= 1 && diff.kept >= 0 && diff.kept <= 1, "shares");
    const ngi_changes *lists[] = {&diff.paragraphs, &diff.figures,    &diff.dates,
                                  &diff.quotations, &diff.statements, &diff.sentences};
    for (size_t i = 0; i < NGI_COUNT(lists); i++)
        check_changes(lists[i], before, after);
    must(ngi_diff_make(&arena, &a, &a, &diff) && !ngi_diff_changed(&diff), "nothing changed");
    ngi_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ng_slice whole = {size == 0 ? "" : (const char *)data, size}, before = whole, after;
    ngi_aligner aligner = {.keeps_runs = true};
    ngi_word_row from = {0}, to = {0};
    ngi_arena arena;
    watch_begin();
    ngi_arena_init(&arena, 0);
    size_t nul = ngi_find_char(whole, '\0');
    if (nul != NGI_NONE)
        before = ngi_slice_sub(whole, 0, nul);
    after = ngi_utf8_repair(&arena, ngi_slice_from(whole, nul == NGI_NONE ? size : nul + 1));
    before = ngi_utf8_repair(&arena, before);
    must(ngi_word_row_cut(&from, before) && ngi_word_row_cut(&to, after), "words were cut");
    must(ngi_align(&aligner, &from, 0, &to), "texts were aligned");
    check_runs(&aligner, &from, &to);
    check_passages(&aligner, &from, &to);
    if (size < 4096)
        compare(before, after);
    ngi_word_row_free(&from);
    ngi_word_row_free(&to);
    ngi_aligner_free(&aligner);
    ngi_arena_free(&arena);
    watch_end(size);
    return 0;
}
