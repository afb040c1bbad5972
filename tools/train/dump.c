/* SPDX-License-Identifier: Apache-2.0 */
/* Writes the blocks of pages with all that the training needs, for tools/train/train.py.
 *
 *   dump < LIST > BLOCKS      LIST: a file name a line
 *
 * For each page, in the machine's byte order: u32 blocks, features, elements, then
 *   f32 rows[blocks][features]
 *   u32 element[blocks], u32 words[blocks], u32 shape[blocks], u8 hidden[blocks]
 *   per block: u32 bytes, its text; u32 count, u32 hashes of its text's words
 *   per element: u32 parent (index among the elements), u32 count, u32 hashes of its names
 * Elements are those that stand above a block or hold it, in document order. */
#include "bytes/bytes.h"
#include "stories/blocks/features.h"

#include <stdio.h>
#include <stdlib.h>

static void put(const void *bytes, size_t size)
{
    if (size != 0 && fwrite(bytes, 1, size, stdout) != size)
        exit(3);
}

static void put_u32(uint32_t v)
{
    put(&v, sizeof v);
}

static void put_list(const uint32_t *hashes, uint32_t count)
{
    put_u32(count);
    put(hashes, count * sizeof *hashes);
}

static void put_page(ngi_arena *arena, const ngi_tree *tree, const ngi_blocks *blocks,
                     const ngi_sketch *sketch)
{
    uint32_t *number = ngi_arena_zero(arena, tree->count, sizeof *number); /* 1 + index */
    uint32_t *elements = ngi_arena_zero(arena, tree->count, sizeof *elements);
    uint32_t count = 0, hashes[NGI_TOKENS_MAX + NGI_WORDS_MAX];
    for (uint32_t i = 0; i < blocks->count; i++)
        for (uint32_t e = blocks->items[i].node; number[e] == 0; e = tree->nodes[e].parent)
            number[e] = 1;
    for (uint32_t i = 0; i < tree->count; i++)
        if (number[i] != 0) {
            elements[count] = i;
            number[i] = ++count;
        }
    put_u32(blocks->count);
    put_u32(NGI_FEATURE_COUNT);
    put_u32(count);
    put(sketch->rows, (size_t)blocks->count * NGI_FEATURE_COUNT * sizeof(float));
    for (uint32_t i = 0; i < blocks->count; i++)
        put_u32(number[blocks->items[i].node] - 1);
    for (uint32_t i = 0; i < blocks->count; i++)
        put_u32(blocks->items[i].words);
    for (uint32_t i = 0; i < blocks->count; i++)
        put_u32((uint32_t)(sketch->shape[i] ^ sketch->shape[i] >> 32));
    for (uint32_t i = 0; i < blocks->count; i++)
        put(&(uint8_t){blocks->items[i].hidden}, 1);
    for (uint32_t i = 0; i < blocks->count; i++) {
        const ngi_block *b = &blocks->items[i];
        put_u32((uint32_t)b->text.len);
        put(b->text.ptr, b->text.len);
        put_list(hashes, b->words > 40 ? 0 : ngi_text_tokens(b->text, hashes));
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t e = elements[i];
        put_u32(e == 0 ? 0 : number[tree->nodes[e].parent] - 1);
        put_list(hashes, ngi_tokens_of(tree, e, hashes));
    }
}

int main(int argc, char **argv)
{
    char line[4096];
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_arena arena;
    ngi_buffer bytes = {0};
    ngi_arena_init(&arena, 0);
    if (argc == 2 && strcmp(argv[1], "--names") == 0) {
        for (size_t i = 0; i < NGI_FEATURE_COUNT; i++)
            puts(ngi_feature_names[i]);
        return 0;
    }
    while (fgets(line, sizeof line, stdin) != NULL) {
        ng_error error;
        ngi_decoded page;
        ngi_tree tree;
        ngi_meta meta;
        ngi_blocks blocks;
        ngi_sketch sketch;
        line[strcspn(line, "\n")] = 0;
        ngi_arena_reset(&arena);
        if (ngi_file_read(line, 1 << 28, &bytes, &error) != NG_OK ||
            ngi_decode(&arena, ngi_buffer_slice(&bytes), (ng_slice){0}, true, &page, &error) !=
                NG_OK ||
            ngi_html_parse(parser, &arena, page.text, NULL, false, &tree, &error) != NG_OK) {
            fprintf(stderr, "%s: %s\n", line, error.text);
            return 1;
        }
        if (!ngi_meta_read(&arena, &tree, &meta) || !ngi_blocks_make(&arena, &tree, &blocks) ||
            !ngi_features_make(&arena, &tree, &meta, &blocks, NGI_FEATURES_OF_ALL, &sketch))
            return 1;
        put_page(&arena, &tree, &blocks, &sketch);
    }
    ngi_html_parser_free(parser);
    ngi_buffer_free(&bytes);
    ngi_arena_free(&arena);
    return 0;
}
