/* SPDX-License-Identifier: Apache-2.0 */
/* Greedy string tiling after Wise ("YAP3", 1996), in one pass over the later text: from each
 * place the longest run that stands in the other text, found by its first three words; a run that
 * broke off at a changed word goes on with two. Runs that follow each other closely in both texts
 * are then one passage. */
#include "provenance/align.h"

#include <stdlib.h>

enum {
    SEED = 3,   /* words that begin a run */
    TRIES = 16, /* places of a seed that are looked at: the last ones */
    SKIP = 3,   /* words in `to` behind which a broken run may go on */
    SHIFT = 4,  /* and in `from` */
    GAP_TO = 8, /* between runs of one passage */
    GAP_FROM = 12,
    FEWEST = 5, /* words that are the same, for a passage to count */
};

typedef struct run {
    uint32_t from, to, length;
} run;

/* ---- the index of one text ---- */

static uint32_t seed_at(const ngi_row_word *w)
{
    uint32_t h = w[0].hash * 0x9E3779B1u;
    h = ((h << 13) | (h >> 19)) ^ w[1].hash * 0x85EBCA77u;
    h = ((h << 13) | (h >> 19)) ^ w[2].hash * 0xC2B2AE3Du;
    return h ^ (h >> 15);
}

static bool make_room(uint32_t **items, uint32_t *room, uint32_t want)
{
    if (want <= *room)
        return true;
    void *grown = realloc(*items, (size_t)want * sizeof(**items));
    if (grown == NULL)
        return false;
    *items = grown;
    *room = want;
    return true;
}

static bool index_row(ngi_aligner *a, const ngi_word_row *from)
{
    uint32_t size = 256;
    while ((size < from->count * 8 && size < 1u << 13) ||
           (size < from->count * 2 && size < 1u << 26)) /* sparse while that is in a near cache */
        size *= 2;
    if (!make_room(&a->heads, &a->head_room, size) ||
        !make_room(&a->links, &a->link_room, from->count + 1))
        return !(a->failed = true);
    memset(a->heads, 0, size * sizeof(*a->heads));
    a->head_mask = size - 1;
    for (uint32_t i = 0; i + SEED <= from->count; i++) {
        uint32_t *head = &a->heads[seed_at(from->items + i) & a->head_mask];
        a->links[i] = *head;
        *head = i + 1;
    }
    return true;
}

/* ---- runs ---- */

static uint32_t same_from(const ngi_word_row *from, uint32_t i, const ngi_word_row *to, uint32_t j)
{
    uint32_t n = 0;
    while (i + n < from->count && j + n < to->count &&
           from->items[i + n].hash == to->items[j + n].hash)
        n++;
    return n;
}

/* Where a run that broke off goes on, with two words at least. */
static uint32_t go_on(const ngi_word_row *from, const ngi_word_row *to, const run *last, uint32_t j,
                      uint32_t *i)
{
    uint32_t i0 = last->from + last->length, skipped = j - (last->to + last->length);
    if (last->length == 0 || skipped > SKIP)
        return 0;
    for (uint32_t k = 0; k <= SHIFT + 1; k++) {
        uint32_t shift = k == 0 ? skipped : k - 1; /* one word for one, before all else */
        *i = i0 + shift;
        if (*i + 1 < from->count && from->items[*i].hash == to->items[j].hash &&
            j + 1 < to->count && from->items[*i + 1].hash == to->items[j + 1].hash)
            return same_from(from, *i, to, j);
    }
    return 0;
}

/* The longest run that begins with to[j]; of equals the one that follows on the last. */
static uint32_t find_run(const ngi_aligner *a, const ngi_word_row *from, const ngi_word_row *to,
                         const run *last, uint32_t j, uint32_t *i)
{
    uint32_t best = 0, distance = UINT32_MAX, tries = 0;
    if (j + SEED > to->count)
        return 0;
    uint32_t next = a->heads[seed_at(to->items + j) & a->head_mask];
    for (; next != 0 && tries < TRIES; next = a->links[next - 1], tries++) {
        uint32_t at = next - 1, length = same_from(from, at, to, j);
        uint32_t wanted = last->from + (j - last->to);
        uint32_t away = at > wanted ? at - wanted : wanted - at;
        if (length >= SEED && (length > best || (length == best && away < distance))) {
            best = length;
            distance = away;
            *i = at;
        }
    }
    return best;
}

/* ---- passages ---- */

typedef struct tally {
    uint32_t numbers, capitals, quoted;
} tally;

static tally count_words(const ngi_word_row *row, uint32_t begin, uint32_t end)
{
    tally t = {0, 0, 0};
    for (uint32_t i = begin; i < end; i++) {
        t.numbers += (row->items[i].flags & NGI_WORD_NUMBER) != 0;
        t.capitals += (row->items[i].flags & NGI_WORD_CAPITAL) != 0;
        t.quoted += (row->items[i].flags & NGI_WORD_QUOTED) != 0;
    }
    return t;
}

static bool follows(const ngi_passage *p, const run *r)
{
    return r->from >= p->from_end && r->from - p->from_end <= GAP_FROM &&
           r->to - p->to_end <= GAP_TO;
}

/* Adds a run: to the passage that it goes on with, else as a new one. */
static bool add_run(ngi_aligner *a, const ngi_word_row *from, const ngi_word_row *to, const run *r)
{
    ngi_passage *p = a->count > 0 ? &a->passages[a->count - 1] : NULL;
    if (p == NULL || !follows(p, r)) {
        if (p != NULL && p->same < FEWEST)
            a->count--; /* too little to be a passage: its place is free again */
        if (a->count == a->room) {
            uint32_t room = a->room == 0 ? 32 : a->room * 2;
            void *grown = realloc(a->passages, (size_t)room * sizeof(*a->passages));
            if (grown == NULL)
                return !(a->failed = true);
            a->passages = grown;
            a->room = room;
        }
        p = &a->passages[a->count++];
        *p = (ngi_passage){.from = r->from, .from_end = r->from, .to = r->to, .to_end = r->to};
    }
    tally left = count_words(from, p->from_end, r->from), right = count_words(to, p->to_end, r->to);
    tally same = count_words(to, r->to, r->to + r->length);
    p->odd_from += left.numbers;
    p->odd_to += right.numbers;
    p->lone_from += left.capitals;
    p->lone_to += right.capitals;
    p->numbers += same.numbers;
    p->capitals += same.capitals;
    p->quoted_from += left.quoted + count_words(from, r->from, r->from + r->length).quoted;
    p->quoted_to += right.quoted + same.quoted;
    p->from_end = r->from + r->length;
    p->to_end = r->to + r->length;
    p->same += r->length;
    return true;
}

static bool keep_run(ngi_aligner *a, const run *r)
{
    if (a->run_count == a->run_room) {
        uint32_t room = a->run_room == 0 ? 64 : a->run_room * 2;
        void *grown = realloc(a->runs, (size_t)room * sizeof(*a->runs));
        if (grown == NULL)
            return !(a->failed = true);
        a->runs = grown;
        a->run_room = room;
    }
    a->runs[a->run_count++] = (ngi_run){r->from, r->to, r->length, UINT32_MAX};
    return true;
}

static ngi_extent place_of(const ngi_word_row *row, uint32_t begin, uint32_t end)
{
    return (ngi_extent){row->items[begin].begin, row->items[end - 1].end};
}

static void place_passages(ngi_aligner *a, const ngi_word_row *from, const ngi_word_row *to)
{
    for (uint32_t i = 0; i < a->count; i++) {
        ngi_passage *p = &a->passages[i];
        p->place_from = place_of(from, p->from, p->from_end);
        p->place_to = place_of(to, p->to, p->to_end);
    }
}

/* Passages and runs are in one order. */
static void place_runs(ngi_aligner *a)
{
    uint32_t p = 0;
    for (uint32_t i = 0; i < a->run_count; i++) {
        ngi_run *r = &a->runs[i];
        while (p < a->count && a->passages[p].to_end <= r->to)
            p++;
        if (p < a->count && a->passages[p].to <= r->to && a->passages[p].from <= r->from &&
            a->passages[p].from_end >= r->from + r->length)
            r->passage = p;
    }
}

bool ngi_align(ngi_aligner *a, const ngi_word_row *from, uint64_t key, const ngi_word_row *to)
{
    a->count = a->run_count = 0;
    a->failed = false;
    if (key == 0 || key != a->key || from != a->indexed) {
        a->indexed = NULL;
        if (!index_row(a, from))
            return false;
        a->indexed = from;
        a->key = key;
    }
    run last = {0};
    for (uint32_t j = 0; j < to->count;) {
        uint32_t i = 0, length = go_on(from, to, &last, j, &i);
        if (length == 0)
            length = find_run(a, from, to, &last, j, &i);
        if (length == 0) {
            j++;
            continue;
        }
        last = (run){i, j, length};
        if (!add_run(a, from, to, &last) || (a->keeps_runs && !keep_run(a, &last)))
            return false;
        j += length;
    }
    if (a->count > 0 && a->passages[a->count - 1].same < FEWEST)
        a->count--;
    place_passages(a, from, to);
    place_runs(a);
    return true;
}

void ngi_aligner_free(ngi_aligner *a)
{
    free(a->heads);
    free(a->links);
    free(a->passages);
    free(a->runs);
    *a = (ngi_aligner){0};
}

/* ---- passages as they are ---- */

ngi_passage ngi_passage_turned(const ngi_passage *p)
{
    ngi_passage t = *p;
    t.from = p->to;
    t.from_end = p->to_end;
    t.to = p->from;
    t.to_end = p->from_end;
    t.odd_from = p->odd_to;
    t.odd_to = p->odd_from;
    t.lone_from = p->lone_to;
    t.lone_to = p->lone_from;
    t.quoted_from = p->quoted_to;
    t.quoted_to = p->quoted_from;
    t.place_from = p->place_to;
    t.place_to = p->place_from;
    return t;
}

uint32_t ngi_passages_to(const ngi_passage *passages, uint32_t count)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += passages[i].to_end - passages[i].to;
    return sum;
}

static int by_from(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return x[0] < y[0] ? -1 : x[0] > y[0];
}

uint32_t ngi_passages_from(const ngi_passage *passages, uint32_t count)
{
    /* Passages are few; those beyond are taken as if they did not overlap. */
    uint32_t spans[256][2], sum = 0, end = 0, held = count < 256 ? count : 256;
    for (uint32_t i = 0; i < held; i++) {
        spans[i][0] = passages[i].from;
        spans[i][1] = passages[i].from_end;
    }
    qsort(spans, held, sizeof(spans[0]), by_from);
    for (uint32_t i = 0; i < held; i++) {
        uint32_t begin = spans[i][0] > end ? spans[i][0] : end;
        if (spans[i][1] > begin) {
            sum += spans[i][1] - begin;
            end = spans[i][1];
        }
    }
    for (uint32_t i = held; i < count; i++)
        sum += passages[i].from_end - passages[i].from;
    return sum;
}
