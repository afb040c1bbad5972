/* SPDX-License-Identifier: Apache-2.0 */
/* Who says a quotation: what quotes.c asks of the words around it. */
#ifndef NGI_SPEECH_H
#define NGI_SPEECH_H

#include "record/languages/atoms.h"

/* Atoms [begin, end). */
typedef struct ngi_atom_span {
    uint32_t begin, end;
} ngi_atom_span;

typedef struct ngi_speech {
    ngi_atom_span cue, source; /* source may be empty */
    bool found;
} ngi_speech;

/* The cue and speaker of the quotation that is atoms [begin, end), marks included. low, high:
 * the atoms to look at, free of other quotations. */
ngi_speech ngi_speech_behind(const ngi_atoms *a, uint32_t end, uint32_t high);
ngi_speech ngi_speech_before(const ngi_atoms *a, uint32_t low, uint32_t begin);

/* speech_words.c: verbs of saying in the forms that stand with quotations, sorted by bytes. */
typedef struct ngi_speech_words {
    const char *const *verbs; /* finite: "sagte", "declare", "dijo" */
    size_t verb_count;
    const char *const *participles; /* behind "a", "ha", "hat": "gesagt", "declare" */
    size_t participle_count;
    const char *auxiliaries; /* with a space on each side */
    const char *according;   /* "selon", "laut", "segun" */
    const char *pronouns;    /* that may be a source */
    const char *ends;        /* words that end a speaker's name */
    const char *links;       /* words inside a name: "de", "von" */
    const char *articles;
} ngi_speech_words;

extern const ngi_speech_words ngi_speech_de, ngi_speech_fr, ngi_speech_es;

#endif
