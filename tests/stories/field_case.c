/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of tests of one field of a story: see field_case.h. */
#include "stories/field_case.h"

#include "tests.h"

/* The blocks below the element with id="body" as paragraphs. */
static void make_parts(ngi_scene *s, ngi_story *story)
{
    uint32_t body = 0;
    for (uint32_t i = 0; i < s->tree->count && body == 0; i++)
        if (ngi_equal(ngi_attr_value(s->tree, i, NGI_ATTR_ID), NGI_LIT("body")))
            body = i;
    story->parts = NGI_NEW_ARRAY(s->arena, ngi_part, s->blocks.count + 1);
    assert_non_null(story->parts);
    for (uint32_t i = 0; i < s->blocks.count; i++) {
        const ngi_block *b = &s->blocks.items[i];
        if (body == 0 || b->first < body || b->first >= s->tree->nodes[body].end)
            continue;
        ngi_part *part = &story->parts[story->part_count++];
        part->text.text = b->text;
        part->text.place = (ngi_place){.first = b->first, .last = b->last, .end = UINT32_MAX,
                                       .kind = NGI_PLACE_NODES};
        if (s->tree->nodes[b->node].tag == NGI_TAG_FIGCAPTION)
            part->type = NGI_PART_CAPTION;
    }
}

static void check_one(ngi_html_parser *parser, ngi_arena *arena, const field_case *c,
                      field_get *get)
{
    ngi_tree tree;
    ngi_scene s = {.arena = arena,
                   .tree = &tree,
                   .url = NGI_LIT("https://www.example.org/news/page.html"),
                   .base = NGI_LIT("https://www.example.org/news/page.html"),
                   .now = NGI_LIT("2026-06-01T12:00:00Z")};
    ngi_story story = {0};
    ng_slice html = ngi_slice_of(c->html);
    assert_int_equal(ngi_html_parse(parser, arena, html, NULL, false, &tree, NULL), NG_OK);
    assert_true(ngi_meta_read(arena, &tree, &s.meta));
    assert_true(ngi_blocks_make(arena, &tree, &s.blocks));
    s.in_comments = NGI_NEW_ARRAY(arena, uint8_t, tree.count);
    make_parts(&s, &story);
    ngi_span span = {.end = s.blocks.count, .headline = UINT32_MAX, .claim = -1, .own = true};
    assert_true(ngi_fields_find(&s, &span, &story));
    expect_text(c->name, get(arena, &story), c->wanted);
}

void check_field(const field_case *cases, size_t count, field_get *get)
{
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_arena arena;
    assert_non_null(parser);
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < count; i++) {
        check_one(parser, &arena, &cases[i], get);
        ngi_arena_reset(&arena);
    }
    ngi_arena_free(&arena);
    ngi_html_parser_free(parser);
}
