/* SPDX-License-Identifier: Apache-2.0 */
/* Learns in which share of stories the commonest terms stand; see tools/train-terms.sh.
 *
 *   train-terms <STORIES.jsonl >models/terms.c
 */
#include "provenance/common.h"
#include "provenance/shelf.h"

#include <stdio.h>
#include <stdlib.h>

static const double LEAST = 0.03; /* share of stories below which a term is not common */

static void count(ngi_shelf *shelf, ngi_arena *arena, ng_slice line, uint32_t *counts, uint32_t *all)
{
    ngi_row_story *stories;
    uint32_t n;
    if (ngi_story_row_parse(arena, line, &stories, &n, NULL) != NG_OK)
        return;
    for (uint32_t i = 0; i < n; i++) {
        ngi_shelved *story;
        if (ngi_shelved_make(shelf, &stories[i], &story, NULL) != NG_OK)
            exit(1);
        for (uint32_t k = 0; k < story->term_count; k++)
            counts[ngi_shelved_terms(story)[k] >> 8]++;
        free(story);
        ++*all;
    }
}

static void print(const uint32_t *counts, uint32_t all)
{
    puts("/* SPDX-License-Identifier: Apache-2.0 */\n"
         "/* Learned: written by `make train DATA=...` (tools/train-terms), not by hand.\n"
         " * Hashes of the commonest terms of English news and in which share of stories each stands;\n"
         " * see models/terms.md. */\n"
         "#include \"provenance/common.h\"\n\n"
         "/* clang-format off */\n"
         "const uint32_t ngi_common_terms[] = {");
    uint32_t kept = 0;
    for (uint32_t term = 0; term < 1u << 24; term++) {
        double share = (double)counts[term] / all;
        if (share < LEAST)
            continue;
        printf("%s0x%08x,", kept % 8 == 0 ? "    " : " ", term << 8 | (uint32_t)(share * 255));
        if (++kept % 8 == 0)
            putchar('\n');
    }
    printf("%s};\nconst size_t ngi_common_terms_count = %u;\n", kept % 8 == 0 ? "" : "\n", kept);
}

int main(void)
{
    ngi_shelf shelf;
    ngi_arena arena;
    uint32_t *counts = calloc(1u << 24, sizeof(*counts)), all = 0;
    char *line = NULL;
    size_t room = 0;
    if (counts == NULL || ngi_shelf_init(&shelf, NULL) != NG_OK)
        return 1;
    ngi_arena_init(&arena, 0);
    for (ssize_t n; (n = getline(&line, &room, stdin)) > 0;) {
        ngi_arena_reset(&arena);
        count(&shelf, &arena, ngi_slice(line, (size_t)n), counts, &all);
    }
    if (all > 0)
        print(counts, all);
    ngi_arena_free(&arena);
    ngi_shelf_free(&shelf);
    free(counts);
    free(line);
    return all > 0 ? 0 : 1;
}
