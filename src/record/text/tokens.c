/* SPDX-License-Identifier: Apache-2.0 */
/* Cuts a text into words and marks, and into paragraphs at its line ends.
 *
 * The words are those of the treebanks that the models learn from: clitics come apart
 * ("would|n't", "Lindqvist|'s"), hyphens and signs of currency stand alone, an abbreviation
 * keeps its full stop, a number its separators, an address is one word. Scripts without spaces
 * give a word a character. One pass; no word is longer than WORD_MAX bytes, so that a text
 * without spaces can't make one that others would go over again and again. */
#include "base/utf8.h"
#include "record/text/text.h"

enum { WORD_MAX = 256 };

typedef struct cutter {
    ngi_arena *arena;
    ngi_prose *prose;
    ng_slice text;
    size_t token_room, paragraph_room;
    ngi_tongue tongue;
    bool space, line; /* white space, a line end stands before the next word */
    bool failed;
} cutter;

static uint32_t peek(ng_slice text, size_t at)
{
    return at < text.len ? ngi_utf8_next(text, &at) : 0;
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019;
}

static bool is_double_mark(uint32_t c)
{
    return c == 0x201C || c == 0x201D || c == 0x201E || c == 0x201F;
}

/* Mark of a vowel or the like that belongs to the letter before it; a soft hyphen. */
static bool joins(uint32_t c)
{
    return c == 0xAD || (c >= 0x300 && !ngi_is_wide_space(c) && c != 0x200B && c != 0xFEFF &&
                         !ngi_is_word(c) && ngi_columns(c) == 0);
}

static bool goes_on(uint32_t c)
{
    return c < 0x80 ? ngi_is_word(c)
                    : (ngi_is_word(c) && (!ngi_is_cjk(c) || (c >= 0xAC00 && c <= 0xD7A3))) ||
                          joins(c);
}

uint32_t ngi_word_hash(ng_slice word)
{
    uint32_t h = 2166136261u; /* FNV-1a */
    size_t at = 0;
    bool doubled = word.len == 2 && word.ptr[0] == word.ptr[1] &&
                   (word.ptr[0] == '\'' || word.ptr[0] == '`');
    if (doubled)
        return (h ^ '"') * 16777619u;
    while (at < word.len) {
        uint32_t c = ngi_utf8_next(word, &at);
        if (c >= 0x80) {
            c = c == 0x2018 || c == 0x2019 ? '\'' : is_double_mark(c) ? '"' : ngi_fold(c);
            if (c == 0xAD)
                continue;
            for (; c >= 0x80; c >>= 6)
                h = (h ^ (0x80 | (c & 0x3F))) * 16777619u;
        } else if (c >= 'A' && c <= 'Z') {
            c += 32;
        }
        h = (h ^ c) * 16777619u;
    }
    return h;
}

uint8_t ngi_word_shape(ng_slice word)
{
    uint8_t shape = 0;
    unsigned letters = 0, small = 0;
    for (size_t at = 0; at < word.len;) {
        bool first = at == 0;
        uint32_t c = ngi_utf8_next(word, &at);
        if (!ngi_is_word(c) || c == '_')
            continue;
        shape |= NGI_SHAPE_WORD;
        if (ngi_is_letter(c)) {
            letters++;
            small += !ngi_is_upper(c);
            if (first && ngi_is_upper(c))
                shape |= NGI_SHAPE_CAPITAL;
        } else if (first && ngi_is_digit(c)) {
            shape |= NGI_SHAPE_DIGIT;
        }
    }
    return letters >= 2 && small == 0 ? shape | NGI_SHAPE_ALL_CAPITALS : shape;
}

static void put_paragraph(cutter *c)
{
    ngi_prose *p = c->prose;
    if (!ngi_arena_grow(c->arena, &p->paragraphs, &c->paragraph_room,
                        (size_t)p->paragraph_count + 1, sizeof *p->paragraphs)) {
        c->failed = true;
        return;
    }
    p->paragraphs[p->paragraph_count++] = (ngi_stretch){p->token_count, p->token_count};
}

static void put(cutter *c, size_t begin, size_t end)
{
    ngi_prose *p = c->prose;
    if (c->line)
        put_paragraph(c);
    if (c->failed || !ngi_arena_grow(c->arena, &p->tokens, &c->token_room,
                                     (size_t)p->token_count + 1, sizeof *p->tokens)) {
        c->failed = true;
        return;
    }
    ng_slice word = ngi_slice_sub(c->text, begin, end);
    uint8_t space = c->space || c->line ? NGI_SHAPE_SPACE : 0;
    p->tokens[p->token_count++] = (ngi_token){.begin = (uint32_t)begin,
                                              .end = (uint32_t)end,
                                              .hash = ngi_word_hash(word),
                                              .paragraph = p->paragraph_count - 1,
                                              .quote = -1,
                                              .shape = ngi_word_shape(word) | space};
    p->paragraphs[p->paragraph_count - 1].end = p->token_count;
    c->space = c->line = false;
}

/* ---- words ---- */

static size_t end_of_address(ng_slice text, size_t at)
{
    size_t limit = at + 8 * WORD_MAX;
    while (at < text.len && at < limit) {
        size_t next = at;
        uint32_t c = ngi_utf8_next(text, &next);
        if (c <= ' ' || c == '<' || c == '>' || c == '"' || is_double_mark(c) ||
            ngi_is_wide_space(c))
            break;
        at = next;
    }
    while (at > 0 && memchr(".,;:!?)'", text.ptr[at - 1], 8) != NULL)
        at--;
    return at;
}

static bool is_address(ng_slice rest)
{
    return ngi_starts_nocase(rest, NGI_LIT("http://")) ||
           ngi_starts_nocase(rest, NGI_LIT("https://")) ||
           ngi_starts_nocase(rest, NGI_LIT("www."));
}

/* "U.S.", "a.m.", "z.B.": letters each with a full stop, two at least; else `at`. */
static size_t end_of_dotted(ng_slice text, size_t at)
{
    size_t end = at;
    unsigned letters = 0;
    for (; letters < 8; letters++) {
        size_t next = end;
        if (!ngi_is_letter(peek(text, next)))
            break;
        ngi_utf8_next(text, &next);
        if (next >= text.len || text.ptr[next] != '.')
            break;
        end = next + 1;
    }
    bool more = letters >= 2 && goes_on(peek(text, end)); /* "x.y.com" */
    return letters >= 2 && !more ? end : at;
}

static size_t end_of_word(const cutter *c, size_t at)
{
    size_t begin = at;
    while (at < c->text.len && at - begin < WORD_MAX) {
        size_t next = at;
        uint32_t ch = ngi_utf8_next(c->text, &next);
        if (is_apostrophe(ch) && at > begin && ngi_is_letter(peek(c->text, next))) {
            at = next;
            continue;
        }
        if (!goes_on(ch))
            break;
        at = next;
    }
    return at;
}

static size_t end_of_number(ng_slice text, size_t at)
{
    size_t begin = at;
    while (at < text.len && at - begin < WORD_MAX) {
        size_t next = at;
        uint32_t c = ngi_utf8_next(text, &next);
        bool inner = (c == '.' || c == ',' || c == ':') && ngi_is_digit(peek(text, next));
        if (!inner && !goes_on(c))
            break;
        at = next;
    }
    return at;
}

/* Where an English clitic begins in a word, or 0: "'s", "n't". */
static size_t clitic(ng_slice word)
{
    static const char *const known[] = {"s", "re", "ve", "ll", "d", "m"};
    for (size_t k = 0; k < NGI_COUNT(known) + 1; k++) {
        ng_slice tail = k < NGI_COUNT(known) ? ngi_slice_of(known[k]) : NGI_LIT("t");
        if (word.len <= tail.len + 1 ||
            !ngi_equal_nocase(ngi_slice_from(word, word.len - tail.len), tail))
            continue;
        size_t at = word.len - tail.len;
        if (!is_apostrophe(ngi_utf8_previous(word, &at)))
            continue;
        if (k < NGI_COUNT(known))
            return at;
        if (at > 1 && (word.ptr[at - 1] | 32) == 'n')
            return at - 1;
    }
    return 0;
}

/* Where a French word begins behind its elided article, or 0: "l'|homme", "qu'|il". */
static size_t elision(ng_slice word)
{
    static const char *const known[] = {"l", "d", "c", "j", "m", "n", "s", "t", "qu",
                                        "jusqu", "lorsqu", "puisqu"};
    for (size_t k = 0; k < NGI_COUNT(known); k++) {
        ng_slice head = ngi_slice_of(known[k]);
        size_t at = head.len;
        if (ngi_starts_nocase(word, head) && at < word.len &&
            is_apostrophe(ngi_utf8_next(word, &at)) && at < word.len)
            return at;
    }
    return 0;
}

/* ---- full stops ---- */

/* The word that begins at or behind `at`, after blanks, on the same line. */
static ng_slice next_word(const cutter *c, size_t at)
{
    while (at < c->text.len && c->text.ptr[at] == ' ')
        at++;
    return ngi_slice_sub(c->text, at, end_of_word(c, at));
}

static bool line_ends(ng_slice text, size_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at >= text.len || text.ptr[at] == '\n' || text.ptr[at] == '\r';
}

/* Lower-case words that are no abbreviation but for these. */
static bool small_abbreviation(ng_slice word)
{
    static const char *const known[] = {"vs", "v", "etc", "cf", "approx", "al", "pp", "inc"};
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_equal(word, ngi_slice_of(known[i])))
            return true;
    return false;
}

static bool is_initial(const cutter *c, ng_slice word, ng_slice next)
{
    size_t at = 0;
    if (word.len == 0 || !ngi_is_upper(ngi_utf8_next(word, &at)) || at != word.len ||
        ngi_equal(word, NGI_LIT("I")) || next.len == 0)
        return false;
    return ngi_is_upper(peek(next, 0)) && !ngi_is_opener(next, c->tongue);
}

/* Whether the full stop at `end` belongs to the word before it. */
static bool takes_stop(const cutter *c, ng_slice word, size_t end)
{
    if (end >= c->text.len || c->text.ptr[end] != '.' || line_ends(c->text, end + 1))
        return false;
    uint32_t after = peek(c->text, end + 1);
    if (ngi_is_word(after))
        return false; /* "St.Gallen": the stop stands alone */
    ng_slice next = next_word(c, end + 1);
    if (is_initial(c, word, next))
        return true;
    ngi_abbreviation kind = ngi_abbreviation_of(word, c->tongue);
    bool capital = ngi_is_upper(peek(word, 0));
    if (kind == NGI_ABBREVIATION_NONE)
        return c->tongue == NGI_GERMAN && word.len <= 2 && ngi_is_digit(peek(word, 0)) &&
               next.len != 0 && !ngi_is_opener(next, c->tongue); /* "3. März" */
    if (kind == NGI_ABBREVIATION_NUMBER && !ngi_is_digit(peek(next, 0)))
        return word.len > 3 && capital; /* "Sept. or" */
    return capital || c->tongue != NGI_ENGLISH || kind == NGI_ABBREVIATION_NUMBER ||
           small_abbreviation(word);
}

static size_t cut_word(cutter *c, size_t begin)
{
    size_t end = end_of_dotted(c->text, begin);
    if (end > begin) {
        put(c, begin, end);
        return end;
    }
    end = end_of_word(c, begin);
    ng_slice word = ngi_slice_sub(c->text, begin, end);
    if (ngi_equal(word, NGI_LIT("Ph")) &&
        ngi_starts(ngi_slice_from(c->text, end), NGI_LIT(".D."))) {
        put(c, begin, end + 3);
        return end + 3;
    }
    size_t apart = c->tongue == NGI_FRENCH    ? elision(word)
                   : c->tongue == NGI_ENGLISH ? clitic(word)
                                              : 0;
    if (apart != 0) {
        put(c, begin, begin + apart);
        begin += apart;
        word = ngi_slice_from(word, apart); /* "l'art. 12" */
        if (c->tongue != NGI_FRENCH) {
            put(c, begin, end);
            return end;
        }
    }
    end += takes_stop(c, word, end);
    put(c, begin, end);
    return end;
}

/* ---- marks ---- */

/* "'em", "'80s": an apostrophe that stands for what was left out. Where it ends, or `at`. */
static size_t end_of_elided(const cutter *c, size_t at)
{
    static const char *const known[] = {"em", "til", "cause", "tis", "twas", "n", "bout"};
    size_t begin = at;
    if (!is_apostrophe(ngi_utf8_next(c->text, &at)))
        return begin;
    size_t end = end_of_word(c, at);
    ng_slice word = ngi_slice_sub(c->text, at, end);
    if (word.len == 3 && ngi_is_digit(peek(word, 0)) && word.ptr[2] == 's')
        return end;
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_equal_nocase(word, ngi_slice_of(known[i])))
            return end;
    return begin;
}

static size_t end_of_run(ng_slice text, size_t at, char c, size_t most)
{
    size_t begin = at;
    while (at < text.len && text.ptr[at] == c && at - begin < most)
        at++;
    return at;
}

static size_t cut_mark(cutter *c, size_t begin)
{
    size_t end = begin;
    uint32_t mark = ngi_utf8_next(c->text, &end);
    if ((mark == '@' || mark == '#') && goes_on(peek(c->text, end)))
        end = end_of_word(c, end);
    else if (mark == '\'' || mark == '`')
        end = end_of_run(c->text, begin, (char)mark, 2);
    else if (mark == '-' || mark == '.')
        end = end_of_run(c->text, begin, (char)mark, WORD_MAX);
    if (mark == '.' && end - begin == 2)
        end--; /* "etc.." */
    if (is_apostrophe(mark)) {
        size_t elided = end_of_elided(c, begin);
        end = elided > begin ? elided : end;
    }
    while (end < c->text.len && joins(peek(c->text, end)) && end - begin < WORD_MAX)
        ngi_utf8_next(c->text, &end);
    put(c, begin, end);
    return end;
}

static size_t cut(cutter *c, size_t at)
{
    ng_slice rest = ngi_slice_from(c->text, at);
    uint32_t first = peek(c->text, at);
    char small = (char)(rest.ptr[0] | 32);
    if ((small == 'h' || small == 'w') && is_address(rest)) {
        size_t end = end_of_address(c->text, at);
        put(c, at, end);
        return end;
    }
    if (ngi_is_digit(first)) {
        size_t end = end_of_number(c->text, at);
        end += takes_stop(c, ngi_slice_sub(c->text, at, end), end);
        put(c, at, end);
        return end;
    }
    return ngi_is_word(first) && goes_on(first) ? cut_word(c, at) : cut_mark(c, at);
}

bool ngi_tokens_make(ngi_arena *arena, ngi_tongue tongue, ngi_prose *prose)
{
    cutter c = {.arena = arena,
                .prose = prose,
                .text = prose->text,
                .tongue = tongue,
                .space = true,
                .line = true};
    if (!ngi_arena_grow(arena, &prose->tokens, &c.token_room, c.text.len / 5 + 8,
                        sizeof *prose->tokens)) /* about what news has: grows seldom */
        return false;
    for (size_t at = 0; at < c.text.len && !c.failed;) {
        size_t next = at;
        uint32_t ch = ngi_utf8_next(c.text, &next);
        bool line = ch == '\n' || ch == '\r' || ch == 0x2028 || ch == 0x2029;
        c.line |= line;
        if (ch <= ' ' || ch == 0x7F || line || ngi_is_wide_space(ch))
            c.space = true;
        else if (!ngi_is_invisible(ch)) {
            at = cut(&c, at);
            continue;
        }
        at = next;
    }
    return !c.failed;
}
