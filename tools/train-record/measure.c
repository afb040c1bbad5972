/* SPDX-License-Identifier: Apache-2.0 */
/* How right candidates and choices are: an attribution is right as a whole when its content
 * shares half of all words with a true one's, and its source a word with that one's source (or
 * neither has one). Words are tokens with a letter or digit here, which is near to the scorer
 * of the data; that one has the last word, on the rows that write_predictions() makes. */
#include "learn.h"

#include <stdlib.h>

static uint32_t words_in(const ngi_prose *p, const ngi_stretch *s, uint32_t count)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < count; k++)
        for (uint32_t i = s[k].begin; i < s[k].end; i++)
            n += ngi_is_word_token(p, i);
    return n;
}

static uint32_t words_shared(const ngi_prose *p, const ngi_stretch *a, uint32_t an,
                             const ngi_stretch *b, uint32_t bn)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < an; i++)
        for (uint32_t j = 0; j < bn; j++) {
            ngi_stretch both = {a[i].begin > b[j].begin ? a[i].begin : b[j].begin,
                                a[i].end < b[j].end ? a[i].end : b[j].end};
            if (both.begin < both.end)
                n += words_in(p, &both, 1);
        }
    return n;
}

static float content_likeness(const article *a, const ngi_candidate *c, const gold *g)
{
    const ngi_prose *p = &a->prose;
    uint32_t shared = words_shared(p, c->content, c->pieces, g->content, g->contents);
    uint32_t all = words_in(p, c->content, c->pieces) + words_in(p, g->content, g->contents) - shared;
    return all == 0 ? 0 : (float)shared / (float)all;
}

static bool source_matches(const article *a, const ngi_candidate *c, const gold *g)
{
    uint32_t own = c->source.end > c->source.begin;
    if (own == 0 && g->sources == 0)
        return true;
    return words_shared(&a->prose, &c->source, own, g->source, g->sources) > 0;
}

bool gold_right(const article *a, const ngi_candidate *c)
{
    for (uint32_t g = 0; g < a->gold_count; g++)
        if (content_likeness(a, c, &a->golds[g]) >= 0.5f && source_matches(a, c, &a->golds[g]))
            return true;
    return false;
}

typedef struct counts {
    uint32_t right, given, wanted;
} counts;

static void count_article(const article *a, const ngi_candidates *kept, counts *n)
{
    bool *used = need(calloc(a->gold_count + 1, 1)), *done = need(calloc(kept->count + 1, 1));
    for (uint32_t g = 0; g < a->gold_count; g++)
        n->wanted += a->golds[g].contents > 0;
    n->given += kept->count;
    for (int pass = 9; pass >= 5; pass--) /* likest first */
        for (uint32_t c = 0; c < kept->count; c++)
            for (uint32_t g = 0; g < a->gold_count && !done[c]; g++)
                if (!used[g] &&
                    content_likeness(a, &kept->items[c], &a->golds[g]) >= (float)pass / 10 &&
                    source_matches(a, &kept->items[c], &a->golds[g])) {
                    used[g] = done[c] = true;
                    n->right++;
                }
    free(used);
    free(done);
}

static counts count_all(const articles *texts, const ngi_choice *how)
{
    counts n = {0};
    for (uint32_t a = 0; a < texts->count; a++) {
        ngi_arena arena;
        ngi_candidates kept;
        ngi_arena_init(&arena, 0);
        if (!ngi_candidates_choose(&arena, &texts->items[a].reading, &texts->items[a].candidates,
                                   how, &kept))
            die("memory", "out");
        count_article(&texts->items[a], &kept, &n);
        ngi_arena_free(&arena);
    }
    return n;
}

double measure_whole(const articles *texts, const ngi_choice *how)
{
    counts n = count_all(texts, how);
    return 2.0 * n.right / (n.given + n.wanted + 1e-9);
}

void measure(const articles *texts, const ngi_choice *how, const char *name)
{
    counts n = count_all(texts, how);
    printf("%s: whole P %.4f R %.4f F1 %.4f\n", name, n.right / (n.given + 1e-9),
           n.right / (n.wanted + 1e-9), 2.0 * n.right / (n.given + n.wanted + 1e-9));
    fflush(stdout);
}

/* Spans as code points. */
static void put_spans(FILE *out, const article *a, const char *name, const ngi_stretch *s,
                      uint32_t count)
{
    uint32_t place = 0;
    fprintf(out, "\"%s\": [", name);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t edge[2] = {a->prose.tokens[s[k].begin].begin, a->prose.tokens[s[k].end - 1].end};
        for (int e = 0; e < 2; e++) {
            while (a->places[place] < edge[e])
                place++;
            edge[e] = place;
        }
        fprintf(out, "%s[%u, %u]", k == 0 ? "" : ", ", edge[0], edge[1]);
    }
    fprintf(out, "]");
}

void write_predictions(const articles *texts, const ngi_choice *how, const ngi_weights *chances,
                       const char *path)
{
    FILE *out = need(fopen(path, "w"));
    for (uint32_t a = 0; a < texts->count; a++) {
        const article *x = &texts->items[a];
        ngi_arena arena;
        ngi_candidates kept;
        ngi_arena_init(&arena, 0);
        if (!ngi_candidates_choose(&arena, &x->reading, &x->candidates, how, &kept))
            die("memory", "out");
        fprintf(out, "{\"id\": \"%.*s\", \"attributions\": [", (int)x->id.len, x->id.ptr);
        for (uint32_t c = 0; c < kept.count; c++) {
            const ngi_candidate *k = &kept.items[c];
            fprintf(out, "%s{", c == 0 ? "" : ", ");
            put_spans(out, x, "source", &k->source, k->source.end > k->source.begin);
            fprintf(out, ", ");
            put_spans(out, x, "cue", &k->cue, k->cue.end > k->cue.begin);
            fprintf(out, ", ");
            put_spans(out, x, "content", k->content, k->pieces);
            fprintf(out, ", \"confidence\": %.4f}", ngi_chance_of(chances, k->worth));
        }
        fprintf(out, "]}\n");
        ngi_arena_free(&arena);
    }
    fclose(out);
}
