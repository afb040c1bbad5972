/* SPDX-License-Identifier: Apache-2.0 */
/* Learns the name tagger and writes its file.
 *
 *   train-names CORPUS LISTS COMMON OUT    all of CORPUS; writes OUT/names.bin
 *   train-names CORPUS LISTS COMMON        measures: five parts of each near set, by document
 *
 * CORPUS is what corpus.py writes; LISTS the folder of word lists; COMMON the words of running
 * text by corpus.py. Words and features come from the library, so that both mean the same. What is
 * measured is what the library does: the model is packed and read back for each part. */
#include "crf.h"
#include "pack.h"
#include "record/names/features.h"
#include "record/names/names.h"

#include <stdio.h>
#include <stdlib.h>

enum { PARTS = 5, SETS = 3 };
static const float AGAIN = 0.35f; /* weight of a sentence that comes again */

static const crf_settings settings = {.rounds = 8, .rate = 0.1f, .leave_out = 0.5f,
                                      .decay = 1e-6f, .far_weight = 1.0f, .rare = 2};
static const char *const set_names[SETS] = {"web", "news", "gum"};
static const char type_letters[] = "POLX";

typedef struct text_row {
    ngi_prose prose;
    ngi_stretch *names; /* bytes */
    uint8_t *types;
    uint32_t name_count, document;
    uint8_t set;
    bool again; /* a sentence with other names: learned from, not measured */
} text_row;

typedef struct corpus {
    ngi_arena arena;
    text_row *rows;
    size_t row_room;
    uint32_t row_count;
    sentence *sentences;
    size_t sentence_room;
    uint32_t sentence_count;
    uint32_t *numbers; /* of features of all sentences */
    size_t number_room, number_count;
    uint32_t *hashes;  /* of each feature */
    size_t hash_room;
    uint32_t feature_count;
    uint32_t *places;  /* index from hashes to features + 1 */
} corpus;

enum { INDEX_BITS = 22 };

static void fail(const char *what)
{
    fprintf(stderr, "train-names: %s\n", what);
    exit(1);
}

static uint32_t feature_number(corpus *c, uint32_t hash)
{
    uint32_t mask = (1u << INDEX_BITS) - 1, at = (hash * 2654435761u >> 10) & mask;
    while (c->places[at] != 0 && c->hashes[c->places[at] - 1] != hash)
        at = (at + 1) & mask;
    if (c->places[at] == 0) {
        if (c->feature_count > mask / 2 ||
            !ngi_arena_grow(&c->arena, &c->hashes, &c->hash_room, c->feature_count + 1,
                            sizeof *c->hashes))
            fail("too many features");
        c->hashes[c->feature_count++] = hash;
        c->places[at] = c->feature_count;
    }
    return c->places[at] - 1;
}

/* ---- reading ---- */

static unsigned long number(char **at)
{
    unsigned long n = strtoul(*at, at, 10);
    *at += **at != 0;
    return n;
}

static void read_names(corpus *c, text_row *row, char *field)
{
    size_t most = 1;
    for (char *p = field; *p != 0; p++)
        most += *p == ' ';
    row->names = ngi_arena_zero(&c->arena, most, sizeof *row->names);
    row->types = ngi_arena_zero(&c->arena, most, 1);
    while (*field != 0) {
        ngi_stretch name;
        name.begin = (uint32_t)number(&field);
        name.end = (uint32_t)number(&field);
        const char *type = strchr(type_letters, *field);
        if (*field == 0 || type == NULL)
            fail("a name without a type");
        row->types[row->name_count] = (uint8_t)(type - type_letters);
        row->names[row->name_count++] = name;
        field += field[1] == ' ' ? 2 : 1;
    }
}

static void label(sentence *s, const text_row *row)
{
    for (uint32_t n = 0; n < row->name_count; n++) {
        uint8_t next = (uint8_t)(1 + 2 * row->types[n]);
        for (uint32_t i = 0; i < s->count; i++)
            if (s->tokens[i].begin < row->names[n].end && s->tokens[i].end > row->names[n].begin) {
                s->gold[i] = next;
                next = (uint8_t)(2 + 2 * row->types[n]);
            }
    }
}

static void add_sentence(corpus *c, const ngi_name_lexicon *lexicon, uint32_t r, uint32_t begin,
                         uint32_t count)
{
    static ngi_name_word words[SENTENCE_MOST];
    const text_row *row = &c->rows[r];
    if (!ngi_arena_grow(&c->arena, &c->sentences, &c->sentence_room, c->sentence_count + 1,
                        sizeof *c->sentences))
        fail("out of memory");
    sentence *s = &c->sentences[c->sentence_count++];
    *s = (sentence){.row = r, .weight = row->again ? AGAIN : 1.0f, .count = count, .tokens = row->prose.tokens + begin,
                    .near = row->set != 2, .open = row->set != 2, .set = row->set,
                    .document = row->document};
    s->gold = ngi_arena_zero(&c->arena, count, 1);
    s->first = ngi_arena_zero(&c->arena, count + 1, sizeof *s->first);
    label(s, row);
    ngi_name_sentence seen = {.prose = &row->prose, .lexicon = lexicon, .words = words,
                              .begin = begin, .count = count};
    ngi_name_prepare(&seen);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t hashes[NGI_NAME_FEATURES], found = ngi_name_features(&seen, i, hashes);
        if (!ngi_arena_grow(&c->arena, &c->numbers, &c->number_room, c->number_count + found,
                            sizeof *c->numbers))
            fail("out of memory");
        s->first[i] = (uint32_t)c->number_count;
        for (uint32_t k = 0; k < found; k++)
            c->numbers[c->number_count++] = feature_number(c, hashes[k]);
    }
    s->first[count] = (uint32_t)c->number_count;
}

static uint8_t set_of(const char *name)
{
    for (uint8_t s = 0; s < SETS; s++)
        if (strcmp(set_names[s], name) == 0)
            return s;
    fail("a set that is not known");
    return 0;
}

static void read_row(corpus *c, const ngi_name_lexicon *lexicon, char *line, char *document,
                     size_t room)
{
    char *field[4];
    for (int i = 0; i < 4; i++)
        field[i] = strsep(&line, "\t");
    if (field[3] == NULL || !ngi_arena_grow(&c->arena, &c->rows, &c->row_room, c->row_count + 1,
                                            sizeof *c->rows))
        fail("a line without four fields");
    uint32_t r = c->row_count++;
    text_row *row = &c->rows[r];
    uint32_t last = r == 0 ? 0 : c->rows[r - 1].document;
    bool same = strcmp(document, field[1]) == 0;
    snprintf(document, room, "%s", field[1]);
    char *plus = strchr(field[0], '+');
    if (plus != NULL)
        *plus = 0;
    *row = (text_row){.set = set_of(field[0]), .document = last + !same, .again = plus != NULL};
    ng_slice text = ngi_arena_copy(&c->arena, ngi_slice_of(field[2]));
    read_names(c, row, field[3]);
    if (!ngi_prose_make(&c->arena, text, NGI_LIT("en"), &row->prose))
        fail("out of memory");
    for (uint32_t s = 0; s < c->rows[r].prose.sentence_count; s++) {
        ngi_stretch at = c->rows[r].prose.sentences[s];
        for (uint32_t b = at.begin; b < at.end; b += SENTENCE_MOST)
            add_sentence(c, lexicon, r, b, at.end - b < SENTENCE_MOST ? at.end - b : SENTENCE_MOST);
    }
}

static void read_corpus(corpus *c, const ngi_name_lexicon *lexicon, const char *path)
{
    FILE *file = fopen(path, "r");
    char *line = NULL, document[512] = "";
    size_t room = 0;
    ssize_t len;
    if (file == NULL)
        fail("the corpus can't be read");
    c->places = calloc((size_t)1 << INDEX_BITS, sizeof *c->places);
    while ((len = getline(&line, &room, file)) > 0) {
        if (line[len - 1] == '\n')
            line[len - 1] = 0;
        read_row(c, lexicon, line, document, sizeof document);
    }
    free(line);
    fclose(file);
}

/* ---- measuring ---- */

typedef struct tally {
    uint32_t right, given, wanted;
} tally;

static void count_row(const ngi_name_model *model, const text_row *row, tally *tallies)
{
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ngi_prose prose[NGI_FIELD_COUNT] = {[NGI_FIELD_BODY] = row->prose};
    ngi_name *names;
    uint32_t count;
    if (!ngi_names_find_by(&arena, model, prose, &names, &count))
        fail("out of memory");
    for (uint32_t n = 0; n < row->name_count; n++)
        tallies[row->types[n]].wanted++;
    for (uint32_t k = 0; k < count; k++) {
        tallies[names[k].type].given += names[k].mention_count;
        for (uint32_t m = 0; m < names[k].mention_count; m++)
            for (uint32_t n = 0; n < row->name_count; n++)
                tallies[names[k].type].right += row->types[n] == names[k].type &&
                                                row->names[n].begin == names[k].mentions[m].at.begin &&
                                                row->names[n].end == names[k].mentions[m].at.end;
    }
    ngi_arena_free(&arena);
}

static void show(const char *what, tally t)
{
    double p = t.given ? (double)t.right / t.given : 0, r = t.wanted ? (double)t.right / t.wanted : 0;
    printf("%-14s P %.3f R %.3f F1 %.4f\n", what, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
}

static void show_set(uint8_t set, const tally *tallies)
{
    static const char *const types[] = {"person", "organization", "place"};
    tally all = {0};
    for (int t = 0; t < 3; t++) {
        char what[64];
        snprintf(what, sizeof what, "%s %s", set_names[set], types[t]);
        show(what, tallies[t]);
        all.right += tallies[t].right;
        all.given += tallies[t].given;
        all.wanted += tallies[t].wanted;
    }
    show(set_names[set], all);
    fflush(stdout);
}

static void learn(corpus *c, crf *model)
{
    if (!crf_learn(model, &settings, c->sentences, c->sentence_count))
        fail("out of memory");
}

static void check(corpus *c, crf *model, const ngi_name_lexicon *lexicon)
{
    for (uint8_t set = 0; set < 2; set++) {
        tally tallies[NGI_NAME_TYPES] = {0};
        for (uint32_t part = 0; part < PARTS; part++) {
            for (uint32_t i = 0; i < c->sentence_count; i++)
                c->sentences[i].used =
                    c->sentences[i].set != set || c->sentences[i].document % PARTS != part;
            learn(c, model);
            ng_slice bytes = pack(model, c->hashes, lexicon);
            ngi_name_model packed;
            if (!ngi_name_model_open(bytes, &packed))
                fail("the packed model is not read");
            for (uint32_t r = 0; r < c->row_count; r++)
                if (c->rows[r].set == set && !c->rows[r].again &&
                    c->rows[r].document % PARTS == part)
                    count_row(&packed, &c->rows[r], tallies);
            free((void *)bytes.ptr);
        }
        show_set(set, tallies);
    }
}

int main(int argc, char **argv)
{
    if (argc != 4 && argc != 5)
        fail("use: train-names CORPUS LISTS COMMON [OUT]");
    static corpus c;
    ngi_arena_init(&c.arena, 0);
    ngi_name_lexicon lexicon = pack_lexicon(argv[2], argv[3]);
    read_corpus(&c, &lexicon, argv[1]);
    crf model = {.features = c.numbers, .feature_count = c.feature_count};
    size_t numbers = (size_t)c.feature_count * LABELS;
    model.seen = calloc(c.feature_count, sizeof *model.seen);
    model.shared = calloc(numbers, sizeof(float));
    model.apart = calloc(numbers, sizeof(float));
    if (model.seen == NULL || model.shared == NULL || model.apart == NULL)
        fail("out of memory");
    fprintf(stderr, "train-names: %u sentences, %u features\n", c.sentence_count, c.feature_count);
    if (argc == 4) {
        check(&c, &model, &lexicon);
        return 0;
    }
    for (uint32_t i = 0; i < c.sentence_count; i++)
        c.sentences[i].used = true;
    learn(&c, &model);
    ng_slice bytes = pack(&model, c.hashes, &lexicon);
    return pack_write(bytes, argv[4]) ? 0 : 3;
}
