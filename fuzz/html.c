/* SPDX-License-Identifier: Apache-2.0 */
/* Any UTF-8 text as HTML: the first byte chooses depth and slices of it, the rest is parsed
 * four times: with evidence, without, with again, and with lexbor's tokenizer alone. What must
 * hold: the flat tree is one; every text has its bytes, inside the page; runs of one text
 * are in its order, and where no reference, tag or line end stands in them they are it. */
#include "base/utf8.h"
#include "parsed/html.h"

#include "watch.h"

static void check_tree(const ngi_tree *t)
{
    must(t->count >= 1 && t->nodes[0].end == t->count, "the root holds all nodes");
    for (uint32_t i = 1; i < t->count; i++) {
        const ngi_node *n = &t->nodes[i], *parent = &t->nodes[n->parent];
        must(n->parent < i && n->end > i && n->end <= parent->end, "nodes nest");
        must(n->depth == parent->depth + 1, "depth counts parents");
        must(parent->tag != NGI_TAG_TEXT, "text has no children");
        must(n->attr + n->attr_count <= t->attr_count, "attributes are in the array");
        must(ngi_utf8_valid(n->text, NULL) == n->text.len, "texts are UTF-8");
    }
}

/* Whether bytes are their own text in any kind of element. */
static bool is_plain(ng_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '&' || s.ptr[i] == '<' || s.ptr[i] == '\r' || s.ptr[i] == '\0')
            return false;
    return true;
}

static void check_text(const ngi_tree *t, uint32_t i, ng_slice page)
{
    ng_slice text = t->nodes[i].text;
    uint64_t last = 0;
    for (size_t at = 0, next; at < text.len; at = next) {
        ng_range run, first;
        next = ngi_tree_locate_run(t, i, at, text.len, &run);
        if (next == at)
            return; /* in a frameset lexbor keeps white space from anywhere in a token */
        must(run.start < run.end && run.end <= page.len, "runs are in the page");
        ng_slice bytes = ngi_slice_sub(page, run.start, run.end);
        if (is_plain(bytes))
            must(ngi_equal(bytes, ngi_slice_sub(text, at, next)), "plain bytes are the text");
        must(ngi_tree_locate_run(t, i, at, at + 1, &first) == at + 1, "a byte has its place");
        must(first.start == run.start && first.end <= run.end, "a run starts with its first byte");
        last = run.end > last ? run.end : last;
    }
}

static void check_attrs(const ngi_tree *t, uint32_t i, ng_slice page)
{
    const ngi_node *n = &t->nodes[i];
    for (uint32_t a = n->attr; a < n->attr + n->attr_count && a < n->attr + 4; a++) {
        ng_range range;
        if (!ngi_tree_locate_attr(t, i, t->attrs[a].name, &range))
            continue;
        must(range.start <= range.end && range.end <= page.len, "attributes are in the page");
        ng_slice bytes = ngi_slice_sub(page, range.start, range.end);
        if (is_plain(bytes) && t->nodes[i].tag != NGI_TAG_HTML && t->nodes[i].tag != NGI_TAG_BODY)
            must(ngi_equal(bytes, t->attrs[a].value), "plain bytes are the value");
    }
}

#define FNV_PRIME UINT64_C(0x100000001B3)

static uint64_t hash_text(uint64_t sum, ng_slice text)
{
    for (size_t k = 0; k < text.len; k++)
        sum = (sum ^ (unsigned char)text.ptr[k]) * FNV_PRIME;
    return sum;
}

static uint64_t hash_tree(const ngi_tree *t)
{
    uint64_t sum = t->count;
    for (uint32_t i = 0; i < t->count; i++) {
        const ngi_node *n = &t->nodes[i];
        uint32_t numbers[] = {n->parent, n->end, n->attr_count, n->tag, n->flags};
        for (size_t k = 0; k < NGI_COUNT(numbers); k++)
            sum = (sum ^ numbers[k]) * FNV_PRIME;
        sum = hash_text(sum, n->text);
        for (uint32_t a = n->attr; a < n->attr + n->attr_count; a++)
            sum = hash_text((sum ^ t->attrs[a].name) * FNV_PRIME, t->attrs[a].value);
    }
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static ngi_html_parser *parser;
    static ngi_arena arena;
    ngi_html_limits limits = {.max_depth = size == 0 || bytes[0] < 200 ? 0 : bytes[0] - 192u};
    ngi_tree tree;
    ng_error error;
    uint64_t sums[4] = {0};
    bool cut = false;
    if (parser == NULL)
        parser = ngi_html_parser_new();
    must(parser != NULL, "there is memory");
    watch_begin();
    for (int round = 0; round < 4; round++) {
        ngi_html_parser_by_lexbor(parser, round == 3);
        ngi_arena_reset(&arena);
        ng_slice page = {size > 1 ? (const char *)bytes + 1 : "", size > 1 ? size - 1 : 0};
        page = ngi_utf8_repair(&arena, page);
        must(ngi_html_parse(parser, &arena, page, &limits, round != 1, &tree, &error) == NG_OK,
             "every text is a page");
        check_tree(&tree);
        sums[round] = hash_tree(&tree);
        cut = cut || tree.cut;
        for (uint32_t i = 0; round != 1 && i < tree.count; i++) {
            if (tree.nodes[i].tag == NGI_TAG_TEXT)
                check_text(&tree, i, page);
            else if (i < 200)
                check_attrs(&tree, i, page);
        }
    }
    watch_end(size);
    must(sums[0] == sums[1] && sums[0] == sums[2], "evidence changes nothing");
    must(cut || sums[0] == sums[3], "plain tags are read as lexbor reads them");
    return 0;
}
