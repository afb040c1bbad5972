/* SPDX-License-Identifier: Apache-2.0 */
/* The word table of language.c: see language_words.c. */
#ifndef NGI_LANGUAGE_WORDS_H
#define NGI_LANGUAGE_WORDS_H

/* Scripts that several languages of the news share, then those that one has. */
typedef enum ngi_script {
    NGI_NO_SCRIPT,
    NGI_LATIN,
    NGI_CYRILLIC,
    NGI_ARABIC,
    NGI_DEVANAGARI,
    NGI_HEBREW,
    NGI_GREEK,
    NGI_HAN,
    NGI_KANA,
    NGI_HANGUL,
    NGI_THAI,
    NGI_LAO,
    NGI_KHMER,
    NGI_BURMESE,
    NGI_TIBETAN,
    NGI_GEORGIAN,
    NGI_ARMENIAN,
    NGI_ETHIOPIC,
    NGI_BENGALI,
    NGI_GURMUKHI,
    NGI_GUJARATI,
    NGI_ORIYA,
    NGI_TAMIL,
    NGI_TELUGU,
    NGI_KANNADA,
    NGI_MALAYALAM,
    NGI_SINHALA,
    NGI_THAANA,
    NGI_MONGOLIAN,
    NGI_SCRIPTS
} ngi_script;

typedef struct ngi_language {
    char tag[4]; /* empty: the end */
    unsigned char script;
    unsigned char kin;   /* 0: none */
    const char *letters; /* beyond a to z; NULL: not told */
    const char *words;
} ngi_language;

extern const ngi_language ngi_languages[];

#endif
