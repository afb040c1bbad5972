/* SPDX-License-Identifier: Apache-2.0 */
/* Where sentences begin: at paragraphs, behind a dateline, and behind a mark that ends one,
 * its closing brackets and quotation marks included, where something stands that begins one.
 *
 * A full stop that belongs to an abbreviation ends a sentence only before a word that names
 * seldom begin with ("in the U.S. The ministry"). Behind a quotation that ends with a question,
 * a verb of saying near by tells that the sentence goes on ("Why?" Ilse Brandt asked). */
#include "base/utf8.h"
#include "record/text/text.h"

enum { SAYING_NEAR = 5, DATELINE_MAX = 16 };

static uint32_t first_character(const ngi_prose *p, uint32_t i)
{
    size_t at = p->tokens[i].begin;
    return ngi_utf8_next(p->text, &at);
}

/* A mark that ends sentences: 1; of a question or an exclamation: 2; else 0. */
static int ending(const ngi_prose *p, uint32_t i)
{
    if ((p->tokens[i].shape & NGI_SHAPE_WORD) != 0)
        return 0;
    switch (first_character(p, i)) {
    case '.':
    case 0x2026: /* an ellipsis */
    case 0x3002:
    case 0x964:
    case 0x6D4: return 1;
    case '!':
    case '?':
    case 0x61F:
    case 0xFF01:
    case 0xFF1F: return 2;
    default: return 0;
    }
}

static bool is_opening(uint32_t c)
{
    return c == '(' || c == '[' || c == '@' || c == '#' || c == '$' || c == 0xA3 || c == 0x20AC ||
           c == 0xBF || c == 0xA1 || c == 0x2022;
}

/* A character that may begin a sentence. */
static bool begins(uint32_t c)
{
    return ngi_is_upper(c) || ngi_is_digit(c) || is_opening(c) ||
           (c >= 0x80 && ngi_is_letter(c) && !ngi_is_lower(c));
}

/* Saying verb among the next words of the sentence, each of them a name or a pronoun. */
static bool saying_near(const ngi_prose *p, uint32_t i, uint32_t end, ngi_tongue tongue)
{
    for (uint32_t k = i; k < end && k < i + SAYING_NEAR; k++) {
        if (ngi_is_saying(ngi_token_text(p, k), tongue))
            return true;
        if (ending(p, k) != 0 || p->tokens[k].quote_state != NGI_QUOTE_OUT)
            return false;
    }
    return false;
}

static bool stop_in_word(const ngi_prose *p, uint32_t i)
{
    const ngi_token *t = &p->tokens[i];
    return (t->shape & NGI_SHAPE_WORD) != 0 && t->end - t->begin > 1 &&
           p->text.ptr[t->end - 1] == '.';
}

/* Whether an abbreviation with its full stop ends a sentence before token i. */
static bool abbreviation_ends(const ngi_prose *p, uint32_t last, uint32_t i, ngi_tongue tongue)
{
    ng_slice word = ngi_token_text(p, last);
    word.len--;
    ngi_abbreviation kind = ngi_abbreviation_of(word, tongue);
    bool dotted = memchr(word.ptr, '.', word.len) != NULL;
    if (kind == NGI_ABBREVIATION_TITLE || (kind == NGI_ABBREVIATION_NONE && !dotted))
        return false;
    return p->tokens[i].quote_state == NGI_QUOTE_OPEN ||
           ((p->tokens[i].shape & NGI_SHAPE_CAPITAL) != 0 &&
            ngi_is_opener(ngi_token_text(p, i), tongue));
}

static bool sentence_begins(const ngi_prose *p, uint32_t i, ngi_stretch paragraph,
                            ngi_tongue tongue)
{
    const ngi_token *t = &p->tokens[i];
    uint32_t c = first_character(p, i);
    bool open = t->quote_state == NGI_QUOTE_OPEN, closed = false;
    if (open)
        c = i + 1 < paragraph.end ? first_character(p, i + 1) : 'A';
    bool gap = (t->shape & NGI_SHAPE_SPACE) != 0 || open || (c >= 0x2E80 && ngi_is_cjk(c));
    if (!gap || !begins(c) || t->quote_state == NGI_QUOTE_CLOSE)
        return false;
    uint32_t last = i - 1;
    for (; last > paragraph.begin; last--) {
        bool mark = p->tokens[last].quote_state == NGI_QUOTE_CLOSE;
        if (!mark && !ngi_token_is(p, last, ')') && !ngi_token_is(p, last, ']'))
            break;
        closed |= mark;
    }
    int end = ending(p, last);
    if (end == 0 && !stop_in_word(p, last))
        return false;
    if (end == 0)
        return abbreviation_ends(p, last, i, tongue);
    if (end == 1 && last == paragraph.begin + 1 && (p->tokens[last - 1].shape & NGI_SHAPE_DIGIT))
        return false; /* "1. Read" */
    return !(closed && end == 2 && !open && !ngi_is_opener(ngi_token_text(p, i), tongue) &&
             saying_near(p, i, paragraph.end, tongue));
}

static bool is_dash(const ngi_prose *p, uint32_t i)
{
    uint32_t c = first_character(p, i);
    return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

/* "LONDON, March 3 (Agency) -": the token behind the dash, or the paragraph's begin. */
static uint32_t dateline_end(const ngi_prose *p, ngi_stretch at)
{
    bool brackets = false, capitals = at.begin < at.end &&
                                      (p->tokens[at.begin].shape & NGI_SHAPE_ALL_CAPITALS) != 0;
    for (uint32_t i = at.begin; i < at.end && i < at.begin + DATELINE_MAX; i++) {
        const ngi_token *t = &p->tokens[i];
        bool apart = (t->shape & NGI_SHAPE_SPACE) != 0 ||
                     (i + 1 < at.end && (p->tokens[i + 1].shape & NGI_SHAPE_SPACE) != 0);
        if (i > at.begin && is_dash(p, i) && (apart || t->end - t->begin > 1))
            return i + 1 < at.end && (capitals || brackets) ? i + 1 : at.begin;
        brackets |= i > at.begin && ngi_token_is(p, i, ')');
        bool mark = memchr(",.()/-'&|", p->text.ptr[t->begin], 9) != NULL;
        bool agency = i > at.begin && i + 1 < at.end && ngi_token_is(p, i - 1, '(') &&
                      ngi_token_is(p, i + 1, ')'); /* "(nw)" */
        if (!mark && !agency && (t->shape & (NGI_SHAPE_CAPITAL | NGI_SHAPE_DIGIT)) == 0 &&
            !ngi_equal(ngi_token_text(p, i), NGI_LIT("and")))
            return at.begin;
    }
    return at.begin;
}

static bool put_sentence(ngi_arena *arena, ngi_prose *p, size_t *room, uint32_t begin)
{
    if (!ngi_arena_grow(arena, &p->sentences, room, (size_t)p->sentence_count + 1,
                        sizeof *p->sentences))
        return false;
    p->sentences[p->sentence_count++] = (ngi_stretch){begin, begin};
    return true;
}

bool ngi_sentences_make(ngi_arena *arena, ngi_tongue tongue, ngi_prose *prose)
{
    size_t room = 0;
    for (uint32_t k = 0; k < prose->paragraph_count; k++) {
        ngi_stretch at = prose->paragraphs[k];
        uint32_t dateline = dateline_end(prose, at);
        for (uint32_t i = at.begin; i < at.end; i++) {
            bool new = i == at.begin || i == dateline ||
                       (i > dateline && sentence_begins(prose, i, at, tongue));
            if (new && !put_sentence(arena, prose, &room, i))
                return false;
            prose->tokens[i].sentence = prose->sentence_count - 1;
            prose->sentences[prose->sentence_count - 1].end = i + 1;
        }
    }
    return true;
}
