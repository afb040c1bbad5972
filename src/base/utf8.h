/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 and the classes of characters that reading needs.
 *
 * Text inside the library is valid UTF-8, checked once where bytes come in. */
#ifndef NGI_UTF8_H
#define NGI_UTF8_H

#include "base/base.h"

/* The length of the valid UTF-8 at the start of `s` (s.len when all is valid).
 * *beyond_ascii, where given, tells whether a byte above 0x7F was seen in it. */
size_t ngi_utf8_valid(ng_slice s, bool *beyond_ascii);

/* Decodes the character at s[*at] and moves *at behind it. Needs valid UTF-8, *at < len. */
uint32_t ngi_utf8_next_wide(ng_slice s, size_t *at); /* one beyond ASCII */
static inline uint32_t ngi_utf8_next(ng_slice s, size_t *at)
{
    unsigned char c = (unsigned char)s.ptr[*at];
    return c < 0x80 ? (++*at, c) : ngi_utf8_next_wide(s, at);
}
/* Decodes the character that ends at s[*at] and moves *at before it. *at > 0. */
uint32_t ngi_utf8_previous(ng_slice s, size_t *at);
/* Writes 1 to 4 bytes, returns how many. What is no character is written as U+FFFD. */
size_t ngi_utf8_put_wide(uint32_t c, char out[4]); /* one beyond ASCII */
static inline size_t ngi_utf8_put(uint32_t c, char out[4])
{
    return c < 0x80 ? (out[0] = (char)c, (size_t)1) : ngi_utf8_put_wide(c, out);
}
/* The number of code points. */
size_t ngi_utf8_count(ng_slice s);
/* Copies `s` with each invalid stretch replaced by U+FFFD. */
ng_slice ngi_utf8_repair(ngi_arena *arena, ng_slice s);

/* Classes. Most characters are ASCII and are told inline; ..._wide look into Unicode's tables. */
bool ngi_is_letter_wide(uint32_t c);
bool ngi_is_digit_wide(uint32_t c);
bool ngi_is_word_wide(uint32_t c);
bool ngi_is_upper_wide(uint32_t c);
bool ngi_is_lower_wide(uint32_t c);
uint32_t ngi_fold_wide(uint32_t c);

static inline bool ngi_is_letter(uint32_t c)
{
    return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : ngi_is_letter_wide(c);
}
/* any script's decimal digit */
static inline bool ngi_is_digit(uint32_t c)
{
    return c < 0x80 ? c >= '0' && c <= '9' : ngi_is_digit_wide(c);
}
int ngi_digit_value(uint32_t c); /* 0 to 9, or -1 */
/* letter, number or underscore: \w of Python, so no marks */
static inline bool ngi_is_word(uint32_t c)
{
    return c < 0x80 ? ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9') || c == '_'
                    : ngi_is_word_wide(c);
}
static inline bool ngi_is_upper(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : ngi_is_upper_wide(c);
}
static inline bool ngi_is_lower(uint32_t c)
{
    return c < 0x80 ? c >= 'a' && c <= 'z' : ngi_is_lower_wide(c);
}
bool ngi_is_mark(uint32_t c); /* goes with the letter before it: vowel signs, accents */
bool ngi_is_cjk(uint32_t c);  /* scripts written without spaces: Han, kana, Thai; Hangul too */
bool ngi_is_wide_space(uint32_t c); /* any white space, U+00A0 and U+3000 too */
bool ngi_is_invisible(uint32_t c);  /* soft hyphen, U+200B, U+2060, U+FEFF, direction marks */
unsigned ngi_columns(uint32_t c);   /* on a terminal: 0, 1 or 2 (columns.c) */
/* simple lower-case folding */
static inline uint32_t ngi_fold(uint32_t c)
{
    return c >= 0x80 ? ngi_fold_wide(c) : c >= 'A' && c <= 'Z' ? c + 32 : c;
}
/* Folded and without what writers leave out: diacritics of Latin and Greek letters, the
 * dots of yo, the spellings in which Arabic and Persian keyboards differ. For looking words
 * up in tables whose words are written so. */
uint32_t ngi_base_letter(uint32_t c);

/* Lower-cased copy (simple folding of each character). */
ng_slice ngi_lower(ngi_arena *arena, ng_slice s);

/* Any white space and invisible characters off both ends. */
ng_slice ngi_trim_wide(ng_slice s);

/* Letters and digits only, folded, words joined by one space: for comparing headlines
 * and names. Lives in `arena`. */
ng_slice ngi_plain(ngi_arena *arena, ng_slice s);

static inline bool ngi_is_printed(char c) /* ASCII that is seen */
{
    return c > ' ' && c < 0x7F;
}
/* Copies what needs no squeezing from s[i] on: words of ASCII with a space between each two.
 * Returns where it ends; `out` has room for the rest of `s`. */
size_t ngi_copy_even(char *out, ng_slice s, size_t i);

/* Squeezes each run of white space (U+00A0, U+3000 too) to one space, trims, and drops
 * soft hyphens and zero-width spaces. Borrows where nothing changes. */
ng_slice ngi_squeeze(ngi_arena *arena, ng_slice s);

#endif
