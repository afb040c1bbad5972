/* SPDX-License-Identifier: Apache-2.0 */
/* Looking at the words of a prose; see work.h. */
#include "record/attributions/work.h"

ngi_draft *ngi_work_add(ngi_work *w)
{
    if (!ngi_arena_grow(w->arena, &w->drafts, &w->capacity, w->count + 1, sizeof(*w->drafts)))
        return NULL;
    w->drafts[w->count] = (ngi_draft){0};
    return &w->drafts[w->count++];
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

static bool same(ng_slice token, ng_slice wanted)
{
    if (token.len != wanted.len)
        return false;
    for (size_t i = 0; i < token.len; i++)
        if (lower(token.ptr[i]) != wanted.ptr[i])
            return false;
    return true;
}

bool ngi_token_same(ng_slice token, ng_slice wanted)
{
    return same(token, wanted);
}

/* Asked for each token many times: from one place of its first letter to the next. */
bool ngi_token_among(ng_slice token, ng_slice words)
{
    const char *at = words.ptr, *end = words.ptr + words.len;
    if (token.len == 0)
        return false;
    char first = lower(token.ptr[0]);
    while ((at = memchr(at, first, (size_t)(end - at))) != NULL) {
        if ((size_t)(end - at) < token.len)
            return false;
        bool whole = (at == words.ptr || at[-1] == ' ') &&
                     (at + token.len == end || at[token.len] == ' ');
        if (whole && same(token, (ng_slice){at, token.len}))
            return true;
        at++;
    }
    return false;
}

uint32_t ngi_words_are(const ngi_work *w, uint32_t i, const char *words)
{
    ng_slice rest = ngi_slice_of(words), word;
    uint32_t n = 0;
    while (ngi_split(&rest, ' ', &word)) {
        if (i + n >= w->prose->token_count || !same(ngi_token_text(w->prose, i + n), word))
            return 0;
        n++;
    }
    return n;
}

bool ngi_word_capital(const ngi_work *w, uint32_t i)
{
    return i < w->prose->token_count && (w->prose->tokens[i].shape & NGI_SHAPE_CAPITAL) != 0;
}

char ngi_mark(const ngi_work *w, uint32_t i)
{
    if (i >= w->prose->token_count)
        return '.';
    if ((w->prose->tokens[i].shape & NGI_SHAPE_WORD) != 0)
        return 0;
    if (w->prose->tokens[i].quote_state == NGI_QUOTE_OPEN ||
        w->prose->tokens[i].quote_state == NGI_QUOTE_CLOSE)
        return '"';
    ng_slice t = ngi_token_text(w->prose, i);
    if (t.len == 1 && t.ptr[0] == '-' && (w->prose->tokens[i].shape & NGI_SHAPE_SPACE) == 0)
        return 0; /* "state-run": the words go on */
    if (t.len == 1 || (t.len > 1 && (t.ptr[0] == '.' || t.ptr[0] == '-')))
        return t.ptr[0];
    if (t.len == 3 && memcmp(t.ptr, "\xE2\x80", 2) == 0) {
        unsigned char c = (unsigned char)t.ptr[2];
        if (c >= 0x90 && c <= 0x95)
            return '-'; /* dashes */
        if (c >= 0x9C && c <= 0x9F)
            return '"';
        if (c == 0x98 || c == 0x99)
            return '\'';
        if (c == 0xA6)
            return '.'; /* an ellipsis */
    }
    return '?';
}

bool ngi_tag_is(const ngi_work *w, uint32_t i, const char *start)
{
    if (w->syntax == NULL || i >= w->prose->token_count)
        return false;
    return ngi_starts(ngi_slice_of(ngi_pos_name(w->syntax->tag[i])), ngi_slice_of(start));
}

/* "analysts", "the neighbours": people, whatever a tagger takes the word for. */
static bool people(const ngi_work *w, uint32_t i)
{
    return ngi_word_has(w, i, NGI_W_PERSON | NGI_W_GROUP) &&
           !ngi_word_has(w, i, NGI_W_REPORTS | NGI_W_VERB | NGI_W_AUX);
}

bool ngi_word_finite(const ngi_work *w, uint32_t i)
{
    if (w->syntax != NULL && people(w, i))
        return false;
    if (w->syntax != NULL && i < w->prose->token_count)
        return ngi_tag_is(w, i, "VBD") || ngi_tag_is(w, i, "VBZ") || ngi_tag_is(w, i, "VBP") ||
               ngi_tag_is(w, i, "MD");
    if (!ngi_word_has(w, i, NGI_W_REPORTS | NGI_W_AUX | NGI_W_VERB) || ngi_word_capital(w, i))
        return false;
    if (ngi_word_has(w, i, NGI_W_ING))
        return false;
    /* "the report", "both claims", "Moscow's demands" */
    bool noun = ngi_word_has(w, i, NGI_W_NOUN) || ngi_word_has(w, i, NGI_W_BASE);
    return !(i > 0 && (ngi_word_has(w, i - 1, NGI_W_DETERMINER) || ngi_word_is(w, i - 1, "'s"))) &&
           !noun;
}

bool ngi_word_noun(const ngi_work *w, uint32_t i)
{
    if (w->syntax != NULL && i < w->prose->token_count)
        return ngi_tag_is(w, i, "NN") || ngi_tag_is(w, i, "PRP") || ngi_tag_is(w, i, "CD") ||
               ngi_tag_is(w, i, "WP") ||
               (ngi_word_has(w, i, NGI_W_NOUN) && (!ngi_tag_is(w, i, "VB") || people(w, i)));
    if (ngi_word_has(w, i, NGI_W_NOUN) || ngi_word_has(w, i, NGI_W_PRONOUN))
        return true;
    return ngi_word_capital(w, i) || (w->bits[i] == 0 && ngi_mark(w, i) == 0);
}
