/* SPDX-License-Identifier: Apache-2.0 */
/* See words.h. */
#include "provenance/words.h"
#include "base/map.h"
#include "base/sixteen.h"
#include "base/utf8.h"
#include "provenance/marks.h"

#include <stdlib.h>

/* Longer ones are cut: nobody writes them. */
enum { LONGEST = 256 };

typedef struct cutter {
    ngi_word_row *row;
    ng_slice text;
    size_t at;
    char fold[LONGEST + 8];
    size_t fold_len;
} cutter;

static bool add(cutter *c, uint32_t hash, size_t begin, uint32_t flags)
{
    ngi_word_row *row = c->row;
    if (row->count == row->capacity) {
        uint32_t capacity = row->capacity == 0 ? 512 : row->capacity * 2;
        void *items =
            capacity < row->capacity ? NULL : realloc(row->items, capacity * sizeof(*row->items));
        if (items == NULL)
            return !(row->failed = true);
        row->items = items;
        row->capacity = capacity;
    }
    row->items[row->count++] = (ngi_row_word){hash, (uint32_t)begin, (uint32_t)c->at, flags};
    return true;
}

/* Up to sixteen bytes are one block with NULs behind them: as long for each word, no branches. */
static uint32_t hash_of(const cutter *c)
{
    if (c->fold_len > sizeof(ngi_sixteen))
        return (uint32_t)ngi_hash(ngi_slice(c->fold, c->fold_len));
    ngi_sixteen block = ngi_sixteen_of(c->fold, c->fold_len);
    return (uint32_t)ngi_hash_sixteen(&block);
}

static uint32_t peek(const cutter *c, size_t *behind)
{
    *behind = c->at;
    return c->at < c->text.len ? ngi_utf8_next(c->text, behind) : 0;
}

/* "1,200.50", "14:05": marks between digits belong to the number; commas only group it. */
static bool cut_number(cutter *c, size_t begin)
{
    size_t behind;
    for (uint32_t d; c->fold_len < LONGEST;) {
        d = peek(c, &behind);
        if (ngi_is_digit(d)) {
            c->fold[c->fold_len++] = (char)('0' + ngi_digit_value(d));
            c->at = behind;
        } else if ((d == '.' || d == ',' || d == ':') && behind < c->text.len) {
            size_t next = behind;
            if (!ngi_is_digit(ngi_utf8_next(c->text, &next)))
                break;
            if (d != ',')
                c->fold[c->fold_len++] = (char)d;
            c->at = behind;
        } else {
            break;
        }
    }
    return add(c, hash_of(c), begin, NGI_WORD_NUMBER);
}

/* The first of sixteen bytes, NULs in place of the others. */
static ngi_sixteen first_of(ngi_sixteen v, unsigned count)
{
    static const uint8_t masks[32] = {255, 255, 255, 255, 255, 255, 255, 255,
                                      255, 255, 255, 255, 255, 255, 255, 255};
    return v & ngi_sixteen_at(masks + 16 - count);
}

/* A word of up to fifteen letters of ASCII and no others, which most are, in one step. False: it is
 * none. */
static bool cut_plain(cutter *c)
{
    size_t begin = c->at, left = c->text.len - begin;
    ngi_sixteen v = ngi_sixteen_of(c->text.ptr + begin, left);
    uint32_t others = ~ngi_bits_of(ngi_are_letters(v)) & 0xFFFF;
    unsigned length = others == 0 ? 16 : ngi_first_bit(others);
    if (length == 0 || length == 16 || (length < left && (c->text.ptr[begin + length] & 0x80) != 0))
        return false;
    uint32_t capitals = ngi_bits_of(ngi_is_between(v, 'A', 'Z')) & ((1u << length) - 1);
    ngi_sixteen fold = first_of(v | ngi_each(0x20), length);
    c->at = begin + length;
    (void)add(c, (uint32_t)ngi_hash_sixteen(&fold), begin,
              (capitals == 0 && length <= 3 ? NGI_WORD_SHORT : 0) |
                  ((capitals & 1) != 0 ? NGI_WORD_CAPITAL : 0));
    return true;
}

/* Letters of ASCII, without a look at Unicode's tables. False: one is a capital. */
static bool copy_plain(cutter *c)
{
    size_t at = c->at, end = c->text.len, n = c->fold_len;
    bool small = true;
    for (; at < end && n < LONGEST; at++) {
        unsigned char d = (unsigned char)c->text.ptr[at], low = d | 32;
        if (low < 'a' || low > 'z')
            break;
        small &= d == low;
        c->fold[n++] = (char)low;
    }
    c->at = at;
    c->fold_len = n;
    return small;
}

static bool cut_letters(cutter *c, size_t begin)
{
    size_t behind;
    bool small = copy_plain(c);
    while (c->fold_len < LONGEST && c->at < c->text.len && (c->text.ptr[c->at] & 0x80) != 0) {
        uint32_t d = peek(c, &behind);
        if ((!ngi_is_letter(d) && !ngi_is_mark(d)) || (c->fold_len > 0 && ngi_is_cjk(d)))
            break;
        small = false;
        c->at = behind;
        if (d >= 0x300 && d <= 0x36F)
            continue; /* an accent by itself: letters are taken without theirs */
        c->fold_len += ngi_utf8_put(ngi_base_letter(d), c->fold + c->fold_len);
        if (ngi_is_cjk(d))
            break; /* written without spaces: each character is a word */
        (void)copy_plain(c);
    }
    bool capital = !small && ngi_is_upper(ngi_utf8_next(c->text, &(size_t){begin}));
    return add(c, hash_of(c), begin,
               (small && c->fold_len <= 3 ? NGI_WORD_SHORT : 0) | (capital ? NGI_WORD_CAPITAL : 0));
}

bool ngi_word_row_cut(ngi_word_row *row, ng_slice text)
{
    cutter c = {.row = row, .text = text};
    row->count = 0;
    row->failed = text.len > UINT32_MAX;
    while (c.at < text.len && !row->failed) {
        size_t begin = c.at, behind;
        if (text.ptr[begin] == ' ') {
            c.at++;
            continue;
        }
        if (cut_plain(&c))
            continue;
        uint32_t d = peek(&c, &behind);
        c.fold_len = 0;
        if (ngi_is_digit(d)) {
            cut_number(&c, begin);
        } else if (ngi_is_letter(d)) {
            cut_letters(&c, begin);
        } else {
            c.at = behind;
        }
    }
    return !row->failed;
}

void ngi_word_row_mark(ngi_word_row *row, ng_slice text)
{
    ngi_marks_walk walk = {.text = text};
    ngi_quoted_stretch s;
    uint32_t i = 0;
    while (ngi_marks_next(&walk, &s)) {
        if (!s.closed)
            continue; /* one that nothing closes is none */
        while (i < row->count && row->items[i].begin < s.begin)
            i++;
        for (; i < row->count && row->items[i].begin < s.end; i++)
            row->items[i].flags |= NGI_WORD_QUOTED;
    }
}

void ngi_word_row_free(ngi_word_row *row)
{
    free(row->items);
    *row = (ngi_word_row){0};
}
