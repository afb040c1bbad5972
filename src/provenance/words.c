/* SPDX-License-Identifier: Apache-2.0 */
/* See words.h. */
#include "provenance/words.h"
#include "base/map.h"
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

static bool add(cutter *c, size_t begin, uint32_t flags)
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
    row->items[row->count++] = (ngi_row_word){
        .hash = (uint32_t)ngi_hash(ngi_slice(c->fold, c->fold_len)),
        .begin = (uint32_t)begin,
        .end = (uint32_t)c->at,
        .flags = flags,
    };
    return true;
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
    return add(c, begin, NGI_WORD_NUMBER);
}

/* How many of eight bytes, from the first on, are letters of ASCII, by arithmetic on all of them at
 * once; *low gets them in small letters, *small whether they were. */
static unsigned letters_of_eight(const char *text, uint64_t *low, bool *small)
{
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    uint64_t v;
    memcpy(&v, text, sizeof(v));
    *low = v | ones * 0x20;
    uint64_t plain = *low & ~tops;
    uint64_t least = plain + ones * (0x80 - 'a'), beyond = plain + ones * (0x80 - 'z' - 1);
    uint64_t others = ~(least & ~beyond & ~v) & tops;
    unsigned count = others == 0 ? 8 : (unsigned)__builtin_ctzll(others) / 8;
    uint64_t those = count == 8 ? ~UINT64_C(0) : (UINT64_C(1) << 8 * count) - 1;
    *small &= ((v ^ *low) & those) == 0;
    return count;
}

/* Letters of ASCII, which most are, without a look at Unicode's tables. False: one is a capital. */
static bool copy_plain(cutter *c)
{
    size_t at = c->at, end = c->text.len, n = c->fold_len;
    bool small = true;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    while (at + 8 <= end && n + 8 <= LONGEST) {
        uint64_t low;
        unsigned letters = letters_of_eight(c->text.ptr + at, &low, &small);
        memcpy(c->fold + n, &low, sizeof(low)); /* what is no letter is written over */
        at += letters;
        n += letters;
        if (letters < 8) {
            c->at = at;
            c->fold_len = n;
            return small;
        }
    }
#endif
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
    return add(c, begin,
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
