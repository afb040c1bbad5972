/* SPDX-License-Identifier: Apache-2.0 */
/* Any text through the learned steps. The first byte chooses the fast way. What must hold: spans
 * lie inside the text on whole characters, in order, not overlapping; heads lie in their
 * sentence; chances are chances; the same text gives the same answer twice. */
#include "base/utf8.h"
#include "record/learned.h"

#include "watch.h"

static bool on_character(ng_slice text, size_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

static void must_be_spans(ng_slice text, ngi_extents e)
{
    uint32_t last = 0;
    for (uint32_t k = 0; k < e.count; k++) {
        must(e.items[k].begin >= last && e.items[k].begin < e.items[k].end, "spans in order");
        must(e.items[k].end <= text.len, "spans inside");
        must(on_character(text, e.items[k].begin) && on_character(text, e.items[k].end),
             "whole characters");
        last = e.items[k].end;
    }
}

static void must_be_syntax(const ngi_prose *p, const ngi_syntax *s)
{
    for (uint32_t i = 0; i < p->token_count; i++) {
        must(s->head[i] >= -1 && s->head[i] < (int32_t)p->token_count && s->head[i] != (int32_t)i,
             "a head is another word");
        must(s->head[i] < 0 || p->tokens[s->head[i]].sentence == p->tokens[i].sentence,
             "a head is in the sentence");
        must(ngi_pos_name(s->tag[i])[0] != '\0', "each word has a tag");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    bool fast = data[0] % 2 == 1;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ng_slice text = ngi_utf8_repair(&arena, ngi_slice((const char *)data + 1, size - 1));
    ngi_prose prose;
    ngi_syntax syntax;
    ngi_attribution *found, *again;
    uint32_t count, same;
    watch_begin();
    must(ngi_prose_make(&arena, text, NGI_LIT("en"), &prose) &&
             ngi_syntax_make(&arena, &prose, fast, NULL, &syntax) &&
             ngi_attributions_learned(&arena, &prose, &syntax, fast, NULL, &found, &count) &&
             ngi_attributions_learned(&arena, &prose, &syntax, fast, NULL, &again, &same),
         "memory is there");
    must_be_syntax(&prose, &syntax);
    must(count == same, "the same text gives the same answer");
    for (uint32_t i = 0; i < count; i++) {
        must_be_spans(text, found[i].source);
        must_be_spans(text, found[i].cue);
        must_be_spans(text, found[i].content);
        must(found[i].content.count > 0, "something is said");
        must(found[i].confidence >= 0 && found[i].confidence <= 1, "a chance is one");
        must(found[i].confidence == again[i].confidence, "the same text gives the same answer");
    }
    watch_end(size);
    ngi_arena_free(&arena);
    return 0;
}
