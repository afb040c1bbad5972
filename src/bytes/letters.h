/* SPDX-License-Identifier: Apache-2.0 */
/* The letters beyond ASCII of the languages that legacy charsets were made for. */
#ifndef NGI_LETTERS_H
#define NGI_LETTERS_H

#include <stddef.h>

typedef struct ngi_letters {
    const char *lang;    /* primary tags that it stands for, each followed by a space */
    const char *letters; /* small letters, roughly by falling frequency; UTF-8 */
} ngi_letters;

extern const ngi_letters ngi_letters_table[];
extern const size_t ngi_letters_count;

/* Frequent characters of the languages with thousands of them, in no order; UTF-8. */
extern const char ngi_common_chinese[];  /* simplified and traditional forms */
extern const char ngi_common_japanese[]; /* kanji; kana are told by their block */
extern const char ngi_common_korean[];

#endif
