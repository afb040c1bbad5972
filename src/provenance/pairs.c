/* SPDX-License-Identifier: Apache-2.0 */
/* Stories that share text. Candidates share shingles, or are so much alike that they must be
 * compared; what they share is then found word by word (align.h).
 *
 * Of the stories that have a shingle only the first few are looked at, where an original stands,
 * and the few just before: a text that a thousand sites carry makes no million pairs. */
#include "provenance/answer.h"
#include "provenance/lists.h"

#include <stdlib.h>

enum {
    FIRST = 24,
    BEFORE = 24,
    RARE = 4,   /* what a shared shingle counts; ... */
    COMMON = 1, /* ... one that more stories have than are looked at: a phrase that all news has */
    CANDIDATES = 32,      /* of one story: those that share most */
    SHORT_STORY = 12,     /* shingles up to which a single shared one is enough */
    KEPT_ROWS = 1024,     /* stories whose words are at hand */
    KEPT_WORDS = 4 << 20, /* and their words in all */
    LEAST_WORDS = 12,     /* that are shared, for a pair to be kept */
};
enum { FILLED_NOT, FILLED, FILLED_PERHAPS }; /* a pair's `filled` while pairs are made */
static const float LEAST_SHARE = 0.06f, ALIKE = 0.25f;

typedef struct cached {
    ngi_word_row row;
    uint32_t story; /* rank + 1; 0: none */
} cached;

typedef struct pairing {
    ngi_answer *answer;
    const ngi_asking *asking;
    ngi_lists lists;
    uint32_t *offsets, *cursor;
    uint16_t *counts; /* shingles that a story shares with the one in hand, weighed */
    uint32_t *touched, touched_count;
    cached *cache;
    size_t cached_words;
    ngi_word_row beside; /* words that have no place there */
    ngi_aligner aligner;
    uint32_t tie; /* the next of answer->ties */
} pairing;

typedef struct candidate {
    uint32_t story, shared;
} candidate;

static bool gather(pairing *p)
{
    ngi_answer *a = p->answer;
    size_t all = 0;
    for (uint32_t i = 0; i < a->count; i++)
        all += a->echo_of[i] == UINT32_MAX ? a->stories[i]->shingle_count : 0;
    p->offsets = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(uint32_t));
    uint32_t *shingles = all < UINT32_MAX ? malloc((all + 1) * sizeof(uint32_t)) : NULL;
    p->counts = NGI_NEW_ARRAY(&a->arena, uint16_t, a->count + 1);
    p->touched = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(uint32_t));
    p->cache = calloc(KEPT_ROWS, sizeof(*p->cache));
    bool ok = !a->arena.failed && shingles != NULL && p->cache != NULL;
    uint32_t filled = 0;
    for (uint32_t i = 0; ok && i <= a->count; i++) {
        p->offsets[i] = filled;
        if (i == a->count || a->stories[i]->shingle_count == 0 || a->echo_of[i] != UINT32_MAX)
            continue;
        memcpy(shingles + filled, ngi_shelved_shingles(a->stories[i]),
               a->stories[i]->shingle_count * sizeof(uint32_t));
        filled += a->stories[i]->shingle_count;
    }
    ok = ok && ngi_lists_make(&a->arena, shingles, p->offsets, a->count, 0, &p->lists);
    free(shingles);
    if (ok)
        p->cursor = NGI_NEW_ARRAY(&a->arena, uint32_t, p->lists.count + 1);
    return ok && !a->arena.failed;
}

/* ---- candidates ---- */

/* Adds what sharing this shingle says to each of the stories. */
static void count_in(pairing *p, uint32_t start, uint32_t begin, uint32_t end, uint16_t weight)
{
    for (uint32_t i = begin; i < end; i++) {
        uint32_t other = p->lists.stories[start + i];
        if (p->counts[other] == 0)
            p->touched[p->touched_count++] = other;
        p->counts[other] += p->counts[other] <= UINT16_MAX - weight ? weight : 0;
    }
}

static void count_shared(pairing *p, uint32_t story)
{
    p->touched_count = 0;
    for (uint32_t i = p->offsets[story]; i < p->offsets[story + 1]; i++) {
        uint32_t list = p->lists.list_of[i];
        if (list == UINT32_MAX)
            continue;
        uint32_t start = p->lists.starts[list], passed = p->cursor[list]++;
        uint32_t first = passed < FIRST ? passed : FIRST;
        uint32_t before = passed > BEFORE ? passed - BEFORE : 0;
        uint16_t weight = passed > FIRST + BEFORE ? COMMON : RARE;
        count_in(p, start, 0, first, weight);
        count_in(p, start, before > first ? before : first, passed, weight);
    }
}

static bool enough(const ngi_answer *a, uint32_t x, uint32_t y, uint32_t shared)
{
    uint32_t m = a->stories[x]->shingle_count, n = a->stories[y]->shingle_count;
    uint32_t fewer = m < n ? m : n;
    return fewer <= SHORT_STORY || (shared >= 2 * RARE && shared * 32 >= fewer * RARE);
}

static void insert(candidate out[CANDIDATES], uint32_t *n, candidate c)
{
    for (uint32_t i = 0; i < *n; i++)
        if (out[i].story == c.story)
            return;
    if (*n == CANDIDATES && c.shared <= out[CANDIDATES - 1].shared)
        return;
    uint32_t k = *n < CANDIDATES ? (*n)++ : CANDIDATES - 1;
    for (; k > 0 && (out[k - 1].shared < c.shared ||
                     (out[k - 1].shared == c.shared && out[k - 1].story > c.story));
         k--)
        out[k] = out[k - 1];
    out[k] = c;
}

static uint32_t choose(pairing *p, uint32_t story, candidate out[CANDIDATES])
{
    ngi_answer *a = p->answer;
    uint32_t n = 0;
    count_shared(p, story);
    for (uint32_t i = 0; i < p->touched_count; i++) {
        uint32_t other = p->touched[i], shared = p->counts[other];
        p->counts[other] = 0;
        if (enough(a, other, story, shared) &&
            !ngi_too_far(p->asking, a->stories[other], a->stories[story]))
            insert(out, &n, (candidate){other, shared});
    }
    for (; p->tie < a->tie_count && a->ties[p->tie].story[1] == story; p->tie++)
        if (a->ties[p->tie].likeness >= ALIKE)
            insert(out, &n, (candidate){a->ties[p->tie].story[0], RARE});
    return n;
}

/* ---- comparing ---- */

/* Forgets all words but those in the place `kept`. */
static void forget_rows(pairing *p, size_t kept)
{
    p->cached_words = 0;
    for (size_t i = 0; i < KEPT_ROWS; i++) {
        if (i == kept) {
            p->cached_words += p->cache[i].row.capacity;
            continue;
        }
        ngi_word_row_free(&p->cache[i].row);
        p->cache[i].story = 0;
    }
}

static bool cut_words(const pairing *p, uint32_t story, ngi_word_row *row)
{
    ng_slice text = ngi_shelved_string(p->answer->stories[story], NGI_SHELF_BODY);
    if (!ngi_word_row_cut(row, text))
        return false;
    ngi_word_row_mark(row, text);
    return true;
}

/* The words of a story; they stay at hand until another takes their place. NULL: no memory. */
static const ngi_word_row *words_of(pairing *p, uint32_t story)
{
    cached *c = &p->cache[story % KEPT_ROWS];
    if (c->story == story + 1)
        return &c->row;
    p->cached_words -= c->row.capacity;
    c->story = 0;
    bool ok = cut_words(p, story, &c->row);
    p->cached_words += c->row.capacity;
    c->story = story + 1;
    return ok ? &c->row : NULL;
}

/* The words of one that is compared with the story in hand, whose words stay where they are. */
static const ngi_word_row *words_beside(pairing *p, uint32_t other, uint32_t story)
{
    if (p->cached_words > KEPT_WORDS)
        forget_rows(p, story % KEPT_ROWS);
    if (other % KEPT_ROWS != story % KEPT_ROWS)
        return words_of(p, other);
    return cut_words(p, other, &p->beside) ? &p->beside : NULL;
}

typedef struct differing {
    uint32_t same, odd;  /* numbers */
    uint32_t kept, lone; /* words with capitals */
} differing;

static differing count_differing(const ngi_passage *passages, uint32_t count)
{
    differing d = {0, 0, 0, 0};
    for (uint32_t i = 0; i < count; i++) {
        const ngi_passage *p = &passages[i];
        d.same += p->numbers;
        d.kept += p->capitals;
        d.odd += p->odd_from < p->odd_to ? p->odd_from : p->odd_to;
        d.lone += p->lone_from < p->lone_to ? p->lone_from : p->lone_to;
    }
    return d;
}

static bool same_address(const ngi_answer *a, uint32_t x, uint32_t y)
{
    ng_slice u = ngi_shelved_string(a->stories[x], NGI_SHELF_URL);
    return u.len != 0 && ngi_equal(u, ngi_shelved_string(a->stories[y], NGI_SHELF_URL));
}

/* Texts filled in with numbers and names: weather, results, markets. Where two copies have such
 * words beside each other, most are the same. New numbers alone may be those of an update: they tell
 * of a form only where names changed with them, or where a third story has it too (below). */
static uint8_t filled_in(const pairing *p, uint32_t x, uint32_t y)
{
    differing d = count_differing(p->aligner.passages, p->aligner.count);
    bool numbers = d.odd >= 2 && d.odd * 5 >= (d.same + d.odd) * 2;
    bool names = d.lone >= 3 && d.lone * 2 >= d.kept + d.lone;
    if (same_address(p->answer, x, y) || (!numbers && !names))
        return FILLED_NOT;
    return names || d.lone > 0 ? FILLED : FILLED_PERHAPS;
}

static bool keep(pairing *p, uint32_t other, uint32_t story)
{
    ngi_answer *a = p->answer;
    const ngi_passage *found = p->aligner.passages;
    uint32_t n = p->aligner.count;
    /* The story in hand is indexed: it is `from`. Passages are turned, so that side 0 is. */
    uint32_t covered[2] = {ngi_passages_to(found, n), ngi_passages_from(found, n)};
    float share[2] = {(float)covered[0] / (float)(a->stories[other]->words + 1),
                      (float)covered[1] / (float)(a->stories[story]->words + 1)};
    bool whole = covered[0] == a->stories[other]->words && covered[1] == a->stories[story]->words;
    if (n == 0 || (covered[0] < LEAST_WORDS && !whole) ||
        (share[0] < LEAST_SHARE && share[1] < LEAST_SHARE))
        return true;
    if (!ngi_arena_grow(&a->arena, &a->pairs, &a->pair_room, a->pair_count + 1, sizeof(ngi_pair)) ||
        !ngi_arena_grow(&a->arena, &a->passages, &a->passage_room, a->passage_count + n,
                        sizeof(ngi_passage)))
        return false;
    ngi_pair *pair = &a->pairs[a->pair_count++];
    *pair = (ngi_pair){.story = {other, story},
                       .covered = {covered[0], covered[1]},
                       .passage = (uint32_t)a->passage_count,
                       .passage_count = n,
                       .filled = filled_in(p, other, story)};
    for (uint32_t i = 0; i < n; i++) {
        const ngi_passage *f = &found[i];
        pair->same += f->same;
        a->passages[a->passage_count++] = ngi_passage_turned(&found[i]);
    }
    return true;
}

static bool compare(pairing *p, uint32_t story)
{
    candidate candidates[CANDIDATES];
    uint32_t n = choose(p, story, candidates);
    if (n == 0)
        return true;
    const ngi_word_row *words = words_of(p, story);
    for (uint32_t i = 0; words != NULL && i < n; i++) {
        const ngi_word_row *other = words_beside(p, candidates[i].story, story);
        if (other == NULL || !ngi_align(&p->aligner, words, story + 1, other) ||
            !keep(p, candidates[i].story, story))
            return false;
    }
    return words != NULL;
}

static void let_go(pairing *p)
{
    if (p->cache != NULL)
        forget_rows(p, KEPT_ROWS);
    free(p->cache);
    ngi_word_row_free(&p->beside);
    ngi_aligner_free(&p->aligner);
}

/* ---- pairs by story ---- */

static int by_stories(const void *left, const void *right)
{
    const ngi_pair *a = left, *b = right;
    if (a->story[1] != b->story[1])
        return a->story[1] < b->story[1] ? -1 : 1;
    return (a->story[0] > b->story[0]) - (a->story[0] < b->story[0]);
}

static bool note_partners(ngi_answer *a)
{
    a->partner_starts = NGI_NEW_ARRAY(&a->arena, uint32_t, a->count + 2);
    a->partners = ngi_arena_alloc(&a->arena, 2 * (size_t)a->pair_count + 1, sizeof(uint32_t));
    if (a->arena.failed)
        return false;
    for (uint32_t i = 0; i < a->pair_count; i++)
        for (int side = 0; side < 2; side++)
            a->partner_starts[a->pairs[i].story[side] + 2]++;
    for (uint32_t i = 2; i <= a->count + 1; i++)
        a->partner_starts[i] += a->partner_starts[i - 1];
    for (uint32_t i = 0; i < a->pair_count; i++)
        for (int side = 0; side < 2; side++)
            a->partners[a->partner_starts[a->pairs[i].story[side] + 1]++] = i;
    return true;
}

/* New numbers alone are those of a form where both stories have more than one such partner. */
static bool settle_filled(ngi_answer *a)
{
    uint8_t *partners = NGI_NEW_ARRAY(&a->arena, uint8_t, a->count + 1);
    for (uint32_t i = 0; partners != NULL && i < a->pair_count; i++)
        for (int side = 0; a->pairs[i].filled != FILLED_NOT && side < 2; side++)
            partners[a->pairs[i].story[side]] += partners[a->pairs[i].story[side]] < 2;
    for (uint32_t i = 0; partners != NULL && i < a->pair_count; i++) {
        ngi_pair *p = &a->pairs[i];
        bool many = partners[p->story[0]] > 1 && partners[p->story[1]] > 1;
        p->filled = p->filled == FILLED || (p->filled == FILLED_PERHAPS && many);
    }
    return partners != NULL;
}

bool ngi_answer_pairs(ngi_answer *answer, const ngi_asking *asking)
{
    pairing p = {.answer = answer, .asking = asking};
    bool ok = gather(&p);
    for (uint32_t i = 0; ok && i < answer->count; i++) {
        ok = compare(&p, i);
        if (asking->progress != NULL && i % 256 == 0)
            asking->progress(asking->context, i, answer->count);
        if (asking->stop != NULL && *asking->stop != 0)
            break;
    }
    let_go(&p);
    if (!ok)
        return !(answer->arena.failed = true);
    if (answer->pair_count > 0)
        qsort(answer->pairs, answer->pair_count, sizeof(ngi_pair), by_stories);
    return settle_filled(answer) && note_partners(answer);
}

const ngi_pair *ngi_pair_of(const ngi_answer *a, uint32_t x, uint32_t y)
{
    uint32_t fewer = a->partner_starts[x + 1] - a->partner_starts[x] <
                             a->partner_starts[y + 1] - a->partner_starts[y]
                         ? x
                         : y;
    uint32_t wanted = fewer == x ? y : x;
    for (uint32_t i = a->partner_starts[fewer]; i < a->partner_starts[fewer + 1]; i++)
        if (ngi_pair_other(&a->pairs[a->partners[i]], fewer) == wanted)
            return &a->pairs[a->partners[i]];
    return NULL;
}

float ngi_pair_strength(const ngi_pair *pair)
{
    if (pair == NULL || pair->filled)
        return 0;
    return pair->strength[0] > pair->strength[1] ? pair->strength[0] : pair->strength[1];
}

float ngi_pair_share(const ngi_answer *a, const ngi_pair *pair, uint32_t story)
{
    unsigned side = ngi_pair_side(pair, story);
    uint32_t words = a->stories[story]->words;
    return words == 0 ? 0 : (float)pair->covered[side] / (float)words;
}
