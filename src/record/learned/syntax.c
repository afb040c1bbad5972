/* SPDX-License-Identifier: Apache-2.0 */
/* Tags and parses a text, and makes ready what the learned steps look at. */
#include "record/learned/reading.h"

bool ngi_syntax_by(ngi_arena *arena, const ngi_model *model, const ngi_prose *prose, bool fast,
                   bool by_form, ngi_syntax *out)
{
    *out = (ngi_syntax){0};
    ngi_lexeme *words = ngi_lexemes_make(arena, prose);
    uint8_t *tag = ngi_arena_alloc(arena, prose->token_count, 1);
    uint8_t *label = ngi_arena_alloc(arena, prose->token_count, 1);
    int32_t *head = ngi_arena_alloc(arena, prose->token_count, sizeof *head);
    if (words == NULL || (prose->token_count != 0 && (tag == NULL || label == NULL || head == NULL)))
        return false;
    for (uint32_t i = 0; i < prose->token_count; i++) {
        head[i] = -1;
        label[i] = NGI_DEP_COUNT;
    }
    for (uint32_t s = 0; s < prose->sentence_count; s++) {
        if (s % 64 == 0 && ngi_arena_is_up(arena))
            return false;
        ngi_tag_sentence(model, prose, words, prose->sentences[s], by_form);
        if (!fast)
            ngi_parse_sentence(model, words, prose->sentences[s], head, label);
    }
    ngi_lexemes_finish(model, prose, words);
    for (uint32_t i = 0; i < prose->token_count; i++) {
        tag[i] = words[i].tag;
        words[i].label = label[i];
    }
    *out = (ngi_syntax){.tag = tag, .label = label, .head = head, .words = words};
    return true;
}

bool ngi_syntax_make(ngi_arena *arena, const ngi_prose *prose, bool fast, const ngi_model *model,
                     ngi_syntax *out)
{
    ngi_model builtin;
    if (model == NULL)
        ngi_model_builtin(&builtin);
    return ngi_syntax_by(arena, model != NULL ? model : &builtin, prose, fast, true, out);
}

bool ngi_reading_make(ngi_arena *arena, const ngi_model *model, const ngi_prose *prose,
                      const ngi_syntax *syntax, bool fast, ngi_reading *out)
{
    size_t n = prose->token_count;
    *out = (ngi_reading){.model = model, .prose = prose, .words = syntax->words,
                         .head = syntax->head, .fast = fast};
    out->child = ngi_arena_alloc(arena, n + 1, sizeof *out->child);
    out->sibling = ngi_arena_alloc(arena, n + 1, sizeof *out->sibling);
    out->anchor = ngi_arena_zero(arena, n + 1, sizeof *out->anchor);
    out->roles = ngi_arena_zero(arena, n + 1, sizeof *out->roles);
    if (out->child == NULL || out->sibling == NULL || out->anchor == NULL || out->roles == NULL)
        return false;
    memset(out->child, 0xFF, n * sizeof *out->child);
    memset(out->sibling, 0xFF, n * sizeof *out->sibling);
    for (size_t i = n; i-- > 0;)
        if (out->head[i] >= 0) {
            out->sibling[i] = out->child[out->head[i]];
            out->child[out->head[i]] = (int32_t)i;
        }
    return true;
}
