/* SPDX-License-Identifier: Apache-2.0 */
/* See quotations.h. */
#include "provenance/quotations.h"
#include "base/utf8.h"
#include "provenance/lists.h"
#include "provenance/marks.h"

#include <stdlib.h>

/* ---- cutting ---- */

typedef struct cutting {
    ngi_arena *arena;
    const ngi_word_row *row;
    ngi_quotation *items;
    size_t room;
    uint32_t count, word;
} cutting;

static bool add(cutting *c, uint32_t begin, uint32_t end)
{
    while (c->word < c->row->count && c->row->items[c->word].begin < begin)
        c->word++;
    uint32_t first = c->word;
    while (c->word < c->row->count && c->row->items[c->word].end <= end)
        c->word++;
    if (c->word - first < NGI_QUOTATION_LEAST)
        return true;
    if (!ngi_arena_grow(c->arena, &c->items, &c->room, c->count + 1, sizeof(*c->items)))
        return false;
    c->items[c->count++] = (ngi_quotation){begin, end, first, c->word};
    return true;
}

/* One that nothing closes goes on in the next paragraph, where it opens this one. */
static bool goes_on(ng_slice text, const ngi_quoted_stretch *s)
{
    size_t at = s->begin;
    (void)ngi_utf8_previous(text, &at);
    return at == 0 || text.ptr[at - 1] == '\n';
}

bool ngi_quotations_cut(ngi_arena *arena, ng_slice text, const ngi_word_row *row,
                        ngi_quotation **out, uint32_t *count)
{
    cutting c = {.arena = arena, .row = row};
    ngi_marks_walk walk = {.text = text};
    ngi_quoted_stretch s;
    uint32_t end = 0;
    bool ok = true;
    while (ok && ngi_marks_next(&walk, &s)) {
        if (s.begin < end || (!s.closed && !goes_on(text, &s)))
            continue;
        ok = add(&c, s.begin, s.end);
        end = s.end;
    }
    *out = c.items;
    *count = c.count;
    return ok;
}

/* ---- the same quotation ---- */

enum { SHINGLE = 4, FIRST = 12, BEFORE = 12, CANDIDATES = 16, LEAST_HEAVY = 2 };
static const double MOST_PART = 0.6;

typedef struct matching {
    ngi_answer *answer;
    ngi_quoted_list *list;
    uint32_t *shingles, *offsets;
    size_t shingle_room;
    ngi_lists lists;
    uint32_t *cursor;
    ngi_word_row row, words, other; /* of a story; of two quotations */
    ngi_aligner aligner;
} matching;

static uint32_t shingle_at(const ngi_row_word *w)
{
    uint32_t h = 0;
    for (uint32_t k = 0; k < SHINGLE; k++)
        h = (((h << 9) | (h >> 23)) + w[k].hash) * 0x9E3779B1u;
    return h ^ h >> 15;
}

static int rising(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Adds the shingles of a quotation, each once. */
static bool add_shingles(matching *m, const ngi_quotation *q, uint32_t *filled)
{
    uint32_t n = q->word_end - q->word - SHINGLE + 1, kept = 0;
    if (!ngi_arena_grow(&m->answer->arena, &m->shingles, &m->shingle_room, (size_t)*filled + n,
                        sizeof(uint32_t)))
        return false;
    uint32_t *mine = m->shingles + *filled;
    for (uint32_t i = 0; i < n; i++)
        mine[i] = shingle_at(m->row.items + q->word + i);
    qsort(mine, n, sizeof(*mine), rising);
    for (uint32_t i = 0; i < n; i++)
        if (kept == 0 || mine[i] != mine[kept - 1])
            mine[kept++] = mine[i];
    *filled += kept;
    return true;
}

enum { SAYINGS_MOST = 2000 }; /* of a story that are looked through for each quotation */

/* Who said it, by the story's own record: whose words lie most in the quotation. */
static ng_slice speaker_of(const ngi_shelved *k, uint32_t begin, uint32_t end)
{
    ng_slice rest = ngi_shelved_string(k, NGI_SHELF_SAYINGS), best = {0};
    ngi_row_saying saying;
    uint32_t most = 0, left = SAYINGS_MOST;
    while (left-- > 0 && ngi_shelved_saying(&rest, &saying)) {
        uint32_t from = saying.start > begin ? saying.start : begin;
        uint32_t to = saying.end < end ? saying.end : end;
        if (to > from && to - from > most) {
            most = to - from;
            best = saying.speaker;
        }
    }
    return best;
}

static bool gather(matching *m, const ngi_asking *asking)
{
    ngi_answer *a = m->answer;
    ngi_quoted_list *list = m->list;
    size_t room = 0;
    uint32_t filled = 0;
    for (uint32_t i = 0; i < a->count; i++) {
        ng_slice text = ngi_shelved_string(a->stories[i], NGI_SHELF_BODY);
        ngi_quotation *found;
        uint32_t n;
        if (!ngi_word_row_cut(&m->row, text) ||
            !ngi_quotations_cut(&a->arena, text, &m->row, &found, &n) ||
            !ngi_arena_grow(&a->arena, &list->items, &list->room, (size_t)list->count + n + 1,
                            sizeof(ngi_quoted)) ||
            !ngi_arena_grow(&a->arena, &m->offsets, &room, (size_t)list->count + n + 2,
                            sizeof(uint32_t)))
            return false;
        size_t at = 0;
        uint32_t point = 0;
        for (uint32_t k = 0; k < n; k++) {
            m->offsets[list->count] = filled;
            ngi_quoted *q = &list->items[list->count];
            *q = (ngi_quoted){.story = i, .at = found[k], .set = list->count};
            q->point = point + (uint32_t)ngi_utf8_count(ngi_slice_sub(text, at, found[k].begin));
            q->point_end = q->point + (uint32_t)ngi_utf8_count(
                                          ngi_slice_sub(text, found[k].begin, found[k].end));
            q->speaker = speaker_of(a->stories[i], q->point, q->point_end);
            point = q->point_end;
            at = found[k].end;
            list->count++;
            if (!add_shingles(m, &found[k], &filled))
                return false;
        }
        if (asking->stop != NULL && *asking->stop != 0)
            break;
    }
    if (list->count == 0)
        return true;
    m->offsets[list->count] = filled;
    return ngi_lists_make(&a->arena, m->shingles, m->offsets, list->count, 0, &m->lists);
}

static uint32_t set_of(ngi_quoted_list *list, uint32_t i)
{
    while (list->items[i].set != i) {
        list->items[i].set = list->items[list->items[i].set].set;
        i = list->items[i].set;
    }
    return i;
}

static ng_slice text_of(const ngi_answer *a, const ngi_quoted *q)
{
    return ngi_slice_sub(ngi_shelved_string(a->stories[q->story], NGI_SHELF_BODY), q->at.begin,
                         q->at.end);
}

static bool is_heavy(const ngi_row_word *w)
{
    return !(w->flags & NGI_WORD_SHORT);
}

static uint32_t heavy_words(const ngi_word_row *row, uint32_t begin, uint32_t end)
{
    uint32_t n = 0;
    for (uint32_t i = begin; i < end; i++)
        n += is_heavy(&row->items[i]);
    return n;
}

/* Whether the shorter of the quotation in hand and another stands for the most part in the longer:
 * of its words, and of those that are not small ones too. */
static bool is_same(matching *m, uint32_t index, uint32_t other)
{
    if (!ngi_word_row_cut(&m->other, text_of(m->answer, &m->list->items[other])) ||
        !ngi_align(&m->aligner, &m->words, index + 1, &m->other))
        return false;
    uint32_t same = 0, heavy = 0;
    for (uint32_t i = 0; i < m->aligner.run_count; i++) {
        const ngi_run *r = &m->aligner.runs[i];
        same += r->length;
        heavy += heavy_words(&m->other, r->to, r->to + r->length);
    }
    const ngi_word_row *shorter = m->words.count < m->other.count ? &m->words : &m->other;
    uint32_t all = heavy_words(shorter, 0, shorter->count);
    return same >= NGI_QUOTATION_LEAST && same >= MOST_PART * shorter->count &&
           heavy >= LEAST_HEAVY && heavy >= MOST_PART * all;
}

static void try(matching *m, uint32_t index, uint32_t tried[CANDIDATES], uint32_t *count,
                uint32_t other)
{
    uint32_t x = set_of(m->list, other), y = set_of(m->list, index);
    for (uint32_t i = 0; i < *count; i++)
        if (tried[i] == other)
            return;
    if (x == y || *count == CANDIDATES)
        return;
    tried[(*count)++] = other;
    if (is_same(m, index, other))
        m->list->items[x > y ? x : y].set = x < y ? x : y;
}

static bool match(matching *m, uint32_t index)
{
    uint32_t tried[CANDIDATES], count = 0;
    if (!ngi_word_row_cut(&m->words, text_of(m->answer, &m->list->items[index])))
        return false;
    for (uint32_t i = m->offsets[index]; i < m->offsets[index + 1]; i++) {
        uint32_t list = m->lists.list_of[i];
        if (list == UINT32_MAX)
            continue;
        uint32_t start = m->lists.starts[list], passed = m->cursor[list]++;
        for (uint32_t k = 0; k < passed && k < FIRST; k++)
            try(m, index, tried, &count, m->lists.stories[start + k]);
        for (uint32_t k = passed > BEFORE ? passed - BEFORE : 0; k < passed; k++)
            try(m, index, tried, &count, m->lists.stories[start + k]);
    }
    return !m->aligner.failed;
}

bool ngi_quotations_find(ngi_answer *answer, const ngi_asking *asking, ngi_quoted_list *out)
{
    matching m = {.answer = answer, .list = out, .aligner = {.keeps_runs = true}};
    *out = (ngi_quoted_list){0};
    bool ok = gather(&m, asking);
    if (ok && out->count > 0)
        m.cursor = NGI_NEW_ARRAY(&answer->arena, uint32_t, m.lists.count + 1);
    ok = ok && !answer->arena.failed;
    for (uint32_t i = 0; ok && i < out->count; i++) {
        ok = match(&m, i);
        if (asking->progress != NULL && i % 256 == 0)
            asking->progress(asking->context, out->items[i].story, answer->count);
        if (asking->stop != NULL && *asking->stop != 0)
            break;
    }
    for (uint32_t i = 0; ok && i < out->count; i++)
        out->items[i].set = set_of(out, i);
    ngi_word_row_free(&m.row);
    ngi_word_row_free(&m.words);
    ngi_word_row_free(&m.other);
    ngi_aligner_free(&m.aligner);
    return ok;
}
