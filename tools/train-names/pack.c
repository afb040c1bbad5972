/* SPDX-License-Identifier: Apache-2.0 */
/* Packs weights and lists. See pack.h. */
#include "pack.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROW_BITS = 17, LEXICON_BITS = 16, UNIT = 32 };
static const float fill = 0.78f;       /* of the rows */
static const float beginning = 0.3f;   /* what makes a name likelier than it is, for recall */
static const float leave_out = 0.5f;   /* as in learn.c: all features are there in reading */

static void fail(const char *what, const char *which)
{
    fprintf(stderr, "train-names: %s %s\n", what, which);
    exit(1);
}

/* ---- lexicon ---- */

static void enter(ngi_known_entry *entries, uint32_t hash, uint32_t bits)
{
    uint32_t mask = (1u << LEXICON_BITS) - 1, at = ngi_known_place(hash) & mask;
    uint16_t check = ngi_known_check(hash);
    for (int tries = 0; tries < 64; tries++, at = (at + 1) & mask)
        if (entries[at].bits == 0 || entries[at].check == check) {
            entries[at].check = check;
            entries[at].bits |= (uint16_t)bits;
            return;
        }
    fail("the lexicon is too full", "");
}

static void enter_phrase(ngi_known_entry *entries, ng_slice phrase, uint32_t bits)
{
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_prose prose;
    if (!ngi_prose_make(&arena, phrase, NGI_LIT("en"), &prose))
        fail("out of memory", "");
    uint32_t hash = 0;
    for (uint32_t i = 0; i < prose.token_count; i++) {
        hash = i == 0 ? prose.tokens[i].hash | 1 : ngi_known_join(hash, prose.tokens[i].hash);
        enter(entries, hash, i + 1 == prose.token_count ? bits : NGI_KNOWN_PREFIX);
    }
    ngi_arena_free(&arena);
}

static void enter_line(ngi_known_entry *entries, ng_slice line, uint32_t bits)
{
    ng_slice phrase;
    line = ngi_trim(line);
    if (line.len == 0 || line.ptr[0] == '#')
        return;
    while (ngi_split(&line, ',', &phrase))
        if (ngi_trim(phrase).len != 0)
            enter_phrase(entries, ngi_trim(phrase), bits);
}

static void enter_file(ngi_known_entry *entries, const char *path, uint32_t bits)
{
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    if (file == NULL)
        fail("can't read", path);
    while ((len = getline(&line, &room, file)) > 0) {
        ng_slice text = ngi_slice(line, (size_t)len);
        uint32_t what = bits;
        if (bits == 0) { /* common words: a mark before each */
            what = *line == '+' ? NGI_KNOWN_COMMON : NGI_KNOWN_USUAL;
            text = ngi_slice_from(text, 1);
        }
        enter_line(entries, text, what);
    }
    free(line);
    fclose(file);
}

ngi_name_lexicon pack_lexicon(const char *folder, const char *common)
{
    static const struct {
        const char *file;
        uint32_t bits;
    } lists[] = {
        {"first.txt", NGI_KNOWN_FIRST},       {"last.txt", NGI_KNOWN_LAST},
        {"countries.txt", NGI_KNOWN_COUNTRY}, {"places.txt", NGI_KNOWN_PLACE},
        {"bodies.txt", NGI_KNOWN_BODY},       {"body-words.txt", NGI_KNOWN_BODY_WORD},
        {"place-words.txt", NGI_KNOWN_PLACE_WORD}, {"titles.txt", NGI_KNOWN_TITLE},
        {"peoples.txt", NGI_KNOWN_PEOPLE},    {"times.txt", NGI_KNOWN_TIME},
        {"other.txt", NGI_KNOWN_OTHER},       {"roles.txt", NGI_KNOWN_ROLE},
    };
    ngi_known_entry *entries = calloc((size_t)1 << LEXICON_BITS, sizeof *entries);
    if (entries == NULL)
        fail("out of memory", "");
    for (size_t i = 0; i < NGI_COUNT(lists); i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, lists[i].file);
        enter_file(entries, path, lists[i].bits);
    }
    enter_file(entries, common, 0);
    return (ngi_name_lexicon){entries, (1u << LEXICON_BITS) - 1};
}

/* ---- rows ---- */

typedef struct ranked {
    float worth;
    uint32_t feature;
} ranked;

static int by_worth(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->worth != y->worth)
        return x->worth > y->worth ? -1 : 1;
    return x->feature < y->feature ? -1 : x->feature > y->feature;
}

/* A feature's weights against "no name", as they are added up in reading. */
static float weigh(const crf *m, uint32_t feature, float *out)
{
    const float *shared = m->shared + (size_t)feature * LABELS;
    const float *apart = m->apart + (size_t)feature * LABELS;
    float most = 0;
    for (int y = 1; y < LABELS; y++) {
        float w = (shared[y] + apart[y] - shared[0] - apart[0]) * (1 - leave_out);
        out[y - 1] = w;
        most = fabsf(w) > most ? fabsf(w) : most;
    }
    return most * sqrtf((float)m->seen[feature]);
}

static int8_t small(float w)
{
    float n = roundf(w * UNIT);
    return (int8_t)(n > 127 ? 127 : n < -127 ? -127 : n);
}

static bool put_row(uint16_t *checks, int8_t *weights, uint32_t hash, const float *w)
{
    uint32_t mask = (1u << ROW_BITS) - 1, at = ngi_name_row_place(hash) & mask;
    uint16_t check = ngi_name_row_check(hash);
    for (int tries = 0; tries < NGI_NAME_PROBES; tries++, at = (at + 1) & mask) {
        if (checks[at] == check)
            return true; /* the worthier of two that look alike was first */
        if (checks[at] != 0)
            continue;
        checks[at] = check;
        for (int y = 0; y < NGI_NAME_WEIGHTS; y++)
            weights[(size_t)at * NGI_NAME_WEIGHTS + (size_t)y] = small(w[y]);
        return true;
    }
    return false;
}

static void put_rows(const crf *m, const uint32_t *hashes, uint16_t *checks, int8_t *weights)
{
    ranked *order = calloc(m->feature_count + 1u, sizeof *order);
    float w[NGI_NAME_WEIGHTS];
    uint32_t count = 0;
    if (order == NULL)
        fail("out of memory", "");
    for (uint32_t f = 0; f < m->feature_count; f++)
        if (m->seen[f] > 0 && weigh(m, f, w) > 0)
            order[count++] = (ranked){weigh(m, f, w), f};
    qsort(order, count, sizeof *order, by_worth);
    uint32_t room = (uint32_t)(fill * (float)(1u << ROW_BITS));
    for (uint32_t i = 0; i < count && i < room; i++) {
        weigh(m, order[i].feature, w);
        put_row(checks, weights, hashes[order[i].feature], w);
    }
    free(order);
}

static void put_moves(const crf *m, int16_t *moves)
{
    for (int a = 0; a < LABELS; a++)
        for (int b = 0; b < LABELS; b++) {
            float w = m->moves[a * LABELS + b] + (b % 2 == 1 ? beginning : 0);
            moves[a * LABELS + b] = (int16_t)roundf(w * UNIT);
        }
}

ng_slice pack(const crf *m, const uint32_t *hashes, const ngi_name_lexicon *lexicon)
{
    size_t rows = (size_t)1 << ROW_BITS, entries = (size_t)1 << LEXICON_BITS;
    size_t len = sizeof(ngi_name_model_head) + entries * sizeof(ngi_known_entry) +
                 rows * (sizeof(uint16_t) + NGI_NAME_WEIGHTS);
    char *bytes = calloc(1, len);
    if (bytes == NULL)
        fail("out of memory", "");
    ngi_name_model_head *head = (void *)bytes;
    *head = (ngi_name_model_head){.magic = {'N', 'G', 'N', 'A', 'M', 'E', 'S', '1'},
                                  .row_bits = ROW_BITS, .lexicon_bits = LEXICON_BITS,
                                  .unit = UNIT};
    put_moves(m, head->moves);
    char *at = bytes + sizeof *head;
    memcpy(at, lexicon->entries, entries * sizeof(ngi_known_entry));
    at += entries * sizeof(ngi_known_entry);
    put_rows(m, hashes, (void *)at, (void *)(at + rows * sizeof(uint16_t)));
    head->checksum = ngi_name_model_sum((ng_slice){bytes, len});
    return (ng_slice){bytes, len};
}

bool pack_write(ng_slice bytes, const char *folder)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/names.bin", folder);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes.ptr, 1, bytes.len, file) != bytes.len || fclose(file) != 0)
        fail("can't write", path);
    return true;
}
