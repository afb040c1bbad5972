/* SPDX-License-Identifier: Apache-2.0 */
/* Makes and keeps the numbers of stories.
 *
 * Copies: hashes of four words in a row, of which those are kept whose value is divisible by
 * NGI_SHINGLE_SAMPLE (Manber, "Finding similar files in a large file system", 1994): the choice
 * depends on the words alone, so that heavy edits leave as large a share of it as of the text.
 * Events: stems with weights that fall with their distance from the story's beginning, where
 * news says what it is about. */
#include "provenance/shelf.h"
#include "base/map.h"
#include "parsed/url.h"

#include <math.h>
#include <stdlib.h>

ng_slice ngi_shelved_string(const ngi_shelved *k, ngi_shelf_string which)
{
    const char *strings = (const char *)(k->data + k->shingle_count + k->term_count);
    uint32_t begin = which == 0 ? 0 : k->ends[which - 1];
    return ngi_slice(strings + begin, k->ends[which] - begin);
}

/* ---- what was said, packed ---- */

/* Eight bytes of numbers, four of length, the name. */
static void pack_saying(ngi_buffer *out, const ngi_row_saying *s)
{
    uint32_t head[3] = {s->start, s->end, (uint32_t)s->speaker.len};
    ngi_buffer_add(out, ngi_slice((const char *)head, sizeof(head)));
    ngi_buffer_add(out, s->speaker);
}

bool ngi_shelved_saying(ng_slice *rest, ngi_row_saying *out)
{
    uint32_t head[3];
    if (rest->len < sizeof(head))
        return false;
    memcpy(head, rest->ptr, sizeof(head));
    *rest = ngi_slice_from(*rest, sizeof(head));
    *out = (ngi_row_saying){head[0], head[1], ngi_slice_sub(*rest, 0, head[2])};
    *rest = ngi_slice_from(*rest, head[2]);
    return true;
}

/* ---- numbers of a story ---- */

static int rising(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* In rising order. Numbers here are hashes: dealt out by their highest bits they are all but in order,
 * and insertion does the rest. Where somebody has chosen them so that it would not, and where they
 * are many, qsort() does it. */
static void sort_numbers(uint32_t *items, uint32_t count)
{
    enum { MOST = 2048, CROWD = 24, BITS = 8, BUCKETS = 1 << BITS };
    uint32_t dealt[MOST], ends[BUCKETS] = {0}, sum = 0, crowd = 0;
    for (uint32_t i = 0; i < count; i++)
        ends[items[i] >> (32 - BITS)]++;
    for (uint32_t b = 0; b < BUCKETS; b++) {
        crowd = ends[b] > crowd ? ends[b] : crowd;
        ends[b] = sum += ends[b];
    }
    if (count > MOST || crowd > CROWD) {
        qsort(items, count, sizeof(*items), rising);
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        dealt[--ends[items[i] >> (32 - BITS)]] = items[i];
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i;
        for (; at > 0 && items[at - 1] > dealt[i]; at--)
            items[at] = items[at - 1];
        items[at] = dealt[i];
    }
}

static uint32_t mix(uint32_t h)
{
    h = (h ^ (h >> 16)) * 0x7FEB352Du;
    h = (h ^ (h >> 15)) * 0x846CA68Bu;
    return h ^ (h >> 16);
}

static uint32_t unique(uint32_t *items, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || items[i] != items[kept - 1])
            items[kept++] = items[i];
    return kept;
}

static bool make_shingles(const ngi_word_row *row, uint32_t **out, uint32_t *count)
{
    uint32_t room = 64 + row->count / 4, n = 0;
    uint32_t *items = malloc(room * sizeof(*items));
    for (uint32_t i = 0; items != NULL && i + NGI_SHINGLE_WORDS <= row->count; i++) {
        uint32_t h = 0;
        for (uint32_t k = 0; k < NGI_SHINGLE_WORDS; k++)
            h = ((h << 9) | (h >> 23)) + row->items[i + k].hash * 0x9E3779B1u;
        h = mix(h);
        if (h % NGI_SHINGLE_SAMPLE != 0)
            continue;
        if (n == room) {
            void *grown = realloc(items, (size_t)(room *= 2) * sizeof(*items));
            if (grown == NULL) {
                free(items);
                return false;
            }
            items = grown;
        }
        items[n++] = h;
    }
    if (items == NULL)
        return false;
    sort_numbers(items, n);
    n = unique(items, n);
    *count = n < NGI_SHINGLES_MOST ? n : NGI_SHINGLES_MOST; /* the smallest: the same for all */
    *out = items;
    return true;
}

typedef struct weighed {
    uint32_t term; /* 24 bits, + 1; 0: free */
    float weight;
} weighed;

enum {
    TERM_WORDS = 4000, /* of a body that terms are taken from: what it is about stands there */
    TERM_SLOTS = 16384,
};
static const float HEAD = 2, FADE = 0.99336f, LEAST = 0.2f; /* a word weighs half behind 104 */

/* Terms with their weights, added up; kept from story to story, with all slots free. */
typedef struct ngi_term_table {
    weighed slots[TERM_SLOTS];
    uint32_t used[2 * TERM_WORDS], count; /* slots, in the order in which they were taken */
    uint32_t terms[2 * TERM_WORDS];
} term_table;

static void add_term(term_table *table, uint32_t term, float weight)
{
    uint32_t i = term * 0x9E3779B1u >> 18;
    while (table->slots[i].term != 0 && table->slots[i].term != term + 1)
        i = (i + 1) % TERM_SLOTS;
    if (table->slots[i].term == 0)
        table->used[table->count++] = i;
    table->slots[i].term = term + 1;
    table->slots[i].weight += weight;
}

static void take_terms(ngi_shelf *shelf, ng_slice language, ng_slice text, bool headline,
                       term_table *table)
{
    uint32_t stemmer = ngi_stems_of(shelf->stems, language);
    float faded = 1;
    for (uint32_t i = 0; i < shelf->words.count && i < TERM_WORDS; i++, faded *= FADE) {
        const ngi_row_word *w = &shelf->words.items[i];
        if (w->flags & NGI_WORD_SHORT || w->end - w->begin < 2)
            continue;
        uint32_t stem = ngi_stem_hash(shelf->stems, stemmer, text, w);
        add_term(table, mix(stem) >> 8, headline ? HEAD : faded > LEAST ? faded : LEAST);
    }
}

static uint32_t steps_of(float weight)
{
    float steps = log1pf(2 * weight) * NGI_TERM_STEP + 0.5f;
    return steps < 1 ? 1 : steps > 255 ? 255 : (uint32_t)steps;
}

/* The least weight of which not all terms can be kept, and how many of it can. */
static uint32_t least_kept(const uint32_t *terms, uint32_t count, uint32_t *room)
{
    uint32_t counts[256] = {0}, left = NGI_TERMS_MOST, steps = 255;
    for (uint32_t i = 0; i < count; i++)
        counts[terms[i] & 0xFF]++;
    for (; steps > 0 && counts[steps] <= left; steps--)
        left -= counts[steps];
    *room = left;
    return steps;
}

/* Keeps the heaviest terms, in rising order; of the same weight the lowest. Frees the table. */
static uint32_t pack_terms(term_table *table, uint32_t *out)
{
    uint32_t room, kept = 0, *terms = table->terms;
    for (uint32_t i = 0; i < table->count; i++) {
        weighed *w = &table->slots[table->used[i]];
        terms[i] = (w->term - 1) << 8 | steps_of(w->weight);
        *w = (weighed){0};
    }
    sort_numbers(terms, table->count);
    uint32_t least = least_kept(terms, table->count, &room);
    for (uint32_t i = 0; i < table->count; i++) {
        uint32_t steps = terms[i] & 0xFF;
        bool keep = steps > least || (steps == least && room > 0);
        room -= keep && steps == least;
        if (keep)
            out[kept++] = terms[i];
    }
    table->count = 0;
    return kept;
}

/* ---- a story ---- */

typedef struct making {
    ngi_shelf *shelf;
    const ngi_row_story *story;
    ng_slice strings[NGI_SHELF_STRINGS];
    uint32_t *shingles, shingle_count, words;
    uint32_t terms[NGI_TERMS_MOST], term_count;
} making;

static bool make_terms(making *m)
{
    ngi_shelf *shelf = m->shelf;
    const ngi_row_story *s = m->story;
    take_terms(shelf, s->language, s->body, false, shelf->terms);
    bool ok = ngi_word_row_cut(&shelf->words, s->headline);
    if (ok)
        take_terms(shelf, s->language, s->headline, true, shelf->terms);
    m->term_count = pack_terms(shelf->terms, m->terms);
    return ok;
}

static ngi_shelved *assemble(const making *m)
{
    size_t strings = 0, numbers = m->shingle_count + m->term_count;
    for (size_t i = 0; i < NGI_SHELF_STRINGS; i++)
        strings += m->strings[i].len;
    size_t size = sizeof(ngi_shelved) + numbers * sizeof(uint32_t) + strings;
    size = (size + 7) / 8 * 8;
    ngi_shelved *k = size < UINT32_MAX ? calloc(1, size) : NULL;
    if (k == NULL)
        return NULL;
    k->size = (uint32_t)size;
    k->words = m->words;
    k->shingle_count = m->shingle_count;
    k->term_count = m->term_count;
    if (m->shingle_count > 0)
        memcpy(k->data, m->shingles, m->shingle_count * sizeof(uint32_t));
    if (m->term_count > 0)
        memcpy(k->data + m->shingle_count, m->terms, m->term_count * sizeof(uint32_t));
    char *at = (char *)(k->data + numbers);
    uint32_t end = 0;
    for (size_t i = 0; i < NGI_SHELF_STRINGS; i++) {
        if (m->strings[i].len > 0)
            memcpy(at + end, m->strings[i].ptr, m->strings[i].len);
        k->ends[i] = end += (uint32_t)m->strings[i].len;
    }
    ng_slice site = m->strings[NGI_SHELF_SITE];
    k->site = site.len == 0 ? 0 : ngi_hash(site) | 1;
    ngi_moments_of(m->story->published, m->story->url, &k->first, &k->last);
    return k;
}

static bool make_numbers(making *m)
{
    ngi_word_row *words = &m->shelf->words;
    if (!ngi_word_row_cut(words, m->story->body) ||
        !make_shingles(words, &m->shingles, &m->shingle_count))
        return false;
    m->words = words->count;
    return make_terms(m);
}

ng_status ngi_shelved_make(ngi_shelf *shelf, const ngi_row_story *s, ngi_shelved **out,
                           ng_error *error)
{
    ngi_buffer sayings = {0};
    for (uint32_t i = 0; i < s->saying_count; i++)
        pack_saying(&sayings, &s->sayings[i]);
    making m = {
        .shelf = shelf,
        .story = s,
        .strings = {s->identifier, s->url, ngi_url_host(s->url), s->headline, s->body, s->published,
                    s->modified, s->fetched, s->credit, s->language, ngi_buffer_slice(&sayings)},
    };
    *out = NULL;
    if (s->body.len < UINT32_MAX / 2 && !sayings.failed && make_numbers(&m))
        *out = assemble(&m);
    free(m.shingles);
    ngi_buffer_free(&sayings);
    if (*out == NULL)
        return s->body.len >= UINT32_MAX / 2
                   ? ngi_fail(error, NG_ERR_LIMIT, 0, "a body of 2 GiB and more; cut it")
                   : ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a story");
    return NG_OK;
}

/* ---- the shelf ---- */

ng_status ngi_shelf_init(ngi_shelf *shelf, ng_error *error)
{
    *shelf = (ngi_shelf){.stems = ngi_stems_new(), .terms = calloc(1, sizeof(term_table))};
    if (shelf->stems != NULL && shelf->terms != NULL && ngi_postings_init(&shelf->postings) &&
        ngi_postings_init(&shelf->names))
        return NG_OK;
    ngi_shelf_free(shelf);
    return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the stories");
}

void ngi_shelf_free(ngi_shelf *shelf)
{
    for (uint32_t i = 0; i < shelf->count; i++)
        if (shelf->owned[i])
            free((void *)shelf->stories[i]);
    free(shelf->stories);
    free(shelf->owned);
    ngi_postings_free(&shelf->postings);
    ngi_postings_free(&shelf->names);
    ngi_word_row_free(&shelf->words);
    ngi_stems_free(shelf->stems);
    free(shelf->terms);
    *shelf = (ngi_shelf){0};
}

static uint32_t name_hash(ng_slice identifier)
{
    return (uint32_t)ngi_hash(identifier);
}

uint32_t ngi_shelf_find(const ngi_shelf *shelf, ng_slice identifier)
{
    uint32_t hash = name_hash(identifier);
    const ngi_bucket *bucket = ngi_postings_of(&shelf->names, hash);
    for (uint32_t i = 0; i < bucket->count; i++) {
        uint32_t story = bucket->items[i].story;
        if (bucket->items[i].hash == hash &&
            ngi_equal(ngi_shelved_string(shelf->stories[story], NGI_SHELF_IDENTIFIER), identifier))
            return story;
    }
    return UINT32_MAX;
}

static bool make_room(ngi_shelf *shelf)
{
    if (shelf->count < shelf->room)
        return true;
    uint32_t room = shelf->room == 0 ? 1024 : shelf->room + shelf->room / 2;
    void *stories = realloc(shelf->stories, room * sizeof(*shelf->stories));
    if (stories != NULL)
        shelf->stories = stories;
    void *owned = stories == NULL ? NULL : realloc(shelf->owned, room);
    if (owned == NULL)
        return false;
    shelf->owned = owned;
    shelf->room = room;
    return true;
}

static size_t number_bytes(const ngi_shelved *k)
{
    return sizeof(*k) + ((size_t)k->shingle_count + k->term_count) * sizeof(uint32_t);
}

static void take_back(ngi_shelf *shelf, const ngi_shelved *story, uint32_t handle)
{
    const uint32_t *shingles = ngi_shelved_shingles(story);
    for (uint32_t i = 0; i < story->shingle_count; i++)
        ngi_postings_remove(&shelf->postings, shingles[i], handle);
    ngi_postings_remove(&shelf->names, name_hash(ngi_shelved_string(story, NGI_SHELF_IDENTIFIER)),
                        handle);
}

ng_status ngi_shelf_add(ngi_shelf *shelf, const ngi_shelved *story, bool owned, ng_error *error)
{
    ng_slice identifier = ngi_shelved_string(story, NGI_SHELF_IDENTIFIER);
    if (identifier.len == 0)
        return ngi_fail(error, NG_ERR_ARGUMENT, 0, "a story without an identifier; give it one");
    if (ngi_shelf_find(shelf, identifier) != UINT32_MAX)
        return ngi_fail(error, NG_ERR_ARGUMENT, 0, "\"%.*s\" is there already; remove it first",
                        (int)(identifier.len < 100 ? identifier.len : 100), identifier.ptr);
    uint32_t handle = shelf->count;
    const uint32_t *shingles = ngi_shelved_shingles(story);
    bool ok = handle < UINT32_MAX - 1 && make_room(shelf) &&
              ngi_postings_add(&shelf->names, name_hash(identifier), handle);
    for (uint32_t i = 0; ok && i < story->shingle_count; i++)
        ok = ngi_postings_add(&shelf->postings, shingles[i], handle);
    if (!ok) {
        take_back(shelf, story, handle);
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for another story");
    }
    shelf->stories[handle] = story;
    shelf->owned[handle] = owned;
    shelf->count++;
    shelf->living++;
    shelf->bytes += number_bytes(story);
    shelf->text_bytes += story->size - number_bytes(story);
    return NG_OK;
}

bool ngi_shelf_remove(ngi_shelf *shelf, ng_slice identifier)
{
    uint32_t handle = ngi_shelf_find(shelf, identifier);
    if (handle == UINT32_MAX)
        return false;
    const ngi_shelved *story = shelf->stories[handle];
    take_back(shelf, story, handle);
    shelf->bytes -= number_bytes(story);
    shelf->text_bytes -= story->size - number_bytes(story);
    shelf->living--;
    if (shelf->owned[handle])
        free((void *)story);
    shelf->stories[handle] = NULL;
    return true;
}

size_t ngi_shelf_bytes(const ngi_shelf *shelf)
{
    return shelf->bytes + shelf->postings.bytes + shelf->names.bytes +
           (sizeof(*shelf->stories) + 1) * shelf->room;
}
