/* SPDX-License-Identifier: Apache-2.0 */
/* See marks.h. A mark opens by its kind and by what stands beside it: inches (6") and apostrophes
 * (the workers' tent) do not. Where nothing closes a mark before the paragraph ends, the same kind is
 * not tried again there: so each paragraph is gone through once for each kind at most. */
#include "provenance/marks.h"
#include "base/sixteen.h"
#include "base/utf8.h"

typedef struct pair {
    uint32_t open, close, also; /* also: another one that closes it */
    bool single;
} pair;

static const pair pairs[] = {
    {'"', '"', 0x201D, false},    {0x201C, 0x201D, '"', false}, {0x201E, 0x201C, 0x201D, false},
    {0xAB, 0xBB, 0, false},       {0xBB, 0xAB, 0, false},       {0x300C, 0x300D, 0, false},
    {0x300E, 0x300F, 0, false},   {0xFF02, 0xFF02, 0, false},   {0x201D, 0x201D, 0, false},
    {0x2018, 0x2019, '\'', true}, {'\'', '\'', 0x2019, true},   {0x2039, 0x203A, 0, false},
};

/* The character before `at` and the one at it; 0 at the text's ends. */
static uint32_t before(ng_slice text, size_t at)
{
    return at == 0 ? 0 : ngi_utf8_previous(text, &at);
}

static uint32_t behind(ng_slice text, size_t at)
{
    return at >= text.len ? 0 : ngi_utf8_next(text, &at);
}

static bool is_wordy(uint32_t c)
{
    return c != 0 && ngi_is_word(c);
}

static const pair *opened_by(ng_slice text, size_t begin, size_t end, uint32_t c)
{
    for (size_t i = 0; i < NGI_COUNT(pairs); i++) {
        if (pairs[i].open != c)
            continue;
        uint32_t left = before(text, begin), right = behind(text, end);
        if (pairs[i].single && (is_wordy(left) || !ngi_is_letter(right)))
            return NULL;
        if (c == '"' && ngi_is_digit(left) && !ngi_is_letter(right))
            return NULL;
        return &pairs[i];
    }
    return NULL;
}

static bool closes(const pair *p, ng_slice text, size_t begin, size_t end, uint32_t c)
{
    if (c != p->close && (p->also == 0 || c != p->also))
        return false;
    return !p->single || (!is_wordy(behind(text, end)) && before(text, begin) != ' ');
}

/* Bytes at which a mark may begin: most of a text is none. */
static bool may_open(unsigned char c)
{
    return c == '"' || c == '\'' || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF;
}

/* The first byte from `at` on at which a mark may begin, or `also`; the text's end. */
static size_t skip(ng_slice text, size_t at, uint8_t also)
{
    while (at + 16 <= text.len) {
        ngi_sixteen v = ngi_sixteen_at(text.ptr + at);
        uint32_t hits = ngi_bits_of(ngi_is_each(v, '"') | ngi_is_each(v, '\'') |
                                    ngi_is_each(v, also) | ngi_is_between(v, 0xC2, 0xEF));
        if (hits != 0)
            return at + (unsigned)__builtin_ctz(hits);
        at += 16;
    }
    while (at < text.len && !may_open((unsigned char)text.ptr[at]) && (uint8_t)text.ptr[at] != also)
        at++;
    return at;
}

/* Where the stretch that begins at `at` is closed, or its paragraph ends; *at_close behind that. */
static bool find_close(ng_slice text, size_t at, const pair *p, size_t *end, size_t *behind_close)
{
    while ((at = skip(text, at, '\n')) < text.len && text.ptr[at] != '\n') {
        size_t here = at;
        uint32_t c = ngi_utf8_next(text, &at);
        if (closes(p, text, here, at, c)) {
            *end = here;
            *behind_close = at;
            return true;
        }
    }
    *end = *behind_close = at;
    return false;
}

bool ngi_marks_next(ngi_marks_walk *w, ngi_quoted_stretch *out)
{
    while ((w->at = skip(w->text, w->at, '"')) < w->text.len) {
        size_t here = w->at, end, on;
        uint32_t c = ngi_utf8_next(w->text, &w->at);
        const pair *p = opened_by(w->text, here, w->at, c);
        if (here >= w->line_end)
            w->open = 0;
        if (p == NULL || (w->open >> (p - pairs) & 1) != 0)
            continue;
        bool closed = find_close(w->text, w->at, p, &end, &on);
        *out = (ngi_quoted_stretch){(uint32_t)w->at, (uint32_t)end, closed};
        if (closed) {
            w->at = on;
        } else {
            w->open |= 1u << (p - pairs);
            w->line_end = end;
        }
        return true;
    }
    return false;
}
