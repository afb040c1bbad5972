/* SPDX-License-Identifier: Apache-2.0 */
/* A text in atoms: words, numbers and marks, as the readers of dates and figures want them.
 *
 * The words of record/prose.h split and join numbers as grammar needs it; here "1,200.50",
 * "1.200,50" and "1 200" are one number each, by the language, and "F", "-" and "16" three
 * atoms. A window holds one paragraph, or a part of it where it is endless, so that memory
 * and the way that a look back can go are bounded. */
#ifndef NGI_ATOMS_H
#define NGI_ATOMS_H

#include "base/utf8.h"
#include "record/languages/words.h"

typedef enum ngi_atom_kind { NGI_ATOM_WORD, NGI_ATOM_NUMBER, NGI_ATOM_MARK } ngi_atom_kind;

enum {                     /* flags of an atom */
       NGI_ATOM_SPACE = 1, /* white space before it, or the text's begin */
       NGI_ATOM_CAPITAL = 2,
       NGI_ATOM_SHOUT = 4,    /* capitals only, two or more */
       NGI_ATOM_GROUPED = 8,  /* number: "1,200" */
       NGI_ATOM_DECIMAL = 16, /* number: "1.5" */
       NGI_ATOM_DATED = 32,   /* is part of a date's name, so no figure */
       NGI_ATOM_STRANGE = 64, /* number with several points or the like: no number */
};

typedef struct ngi_atom {
    uint32_t begin, end; /* bytes of the text */
    uint32_t mark;       /* the character of a mark; curly apostrophes as ' */
    uint8_t kind, flags;
    uint8_t digits;         /* of a number, before its point */
    uint64_t classes;       /* of entry, else 0 */
    const ngi_entry *entry; /* the word in the table, or NULL */
    double number;
} ngi_atom;

/* A number as a whole one; beyond a thousand million it is that. */
static inline int ngi_whole(double number)
{
    return number >= 1e9 ? 1000000000 : number <= -1e9 ? -1000000000 : (int)number;
}

enum { NGI_ATOMS_MOST = 1024 };

typedef struct ngi_atoms {
    ng_slice text;
    ngi_tongue tongue;
    const ngi_lexicon *lexicon;
    uint32_t at;        /* where the next window begins */
    uint16_t first[28]; /* rows of the lexicon by their first letter */
    uint32_t count;
    bool paragraph; /* this window begins one */
    bool line;      /* and the next one will */
    ngi_atom items[NGI_ATOMS_MOST + 1];
} ngi_atoms;

/* Begins; `atoms` is large: in an arena. */
void ngi_atoms_begin(ngi_atoms *atoms, ng_slice text, ngi_tongue tongue);
/* Cuts the next window. False at the end of the text. */
bool ngi_atoms_next(ngi_atoms *atoms);

static inline bool ngi_atom_has(const ngi_atoms *a, uint32_t i, uint64_t classes)
{
    return i < a->count && (a->items[i].classes & classes) != 0;
}
static inline bool ngi_atom_mark(const ngi_atoms *a, uint32_t i, uint32_t mark)
{
    return i < a->count && a->items[i].kind == NGI_ATOM_MARK && a->items[i].mark == mark;
}
static inline bool ngi_atom_number(const ngi_atoms *a, uint32_t i)
{
    return i < a->count && a->items[i].kind == NGI_ATOM_NUMBER;
}
static inline bool ngi_atom_glued(const ngi_atoms *a, uint32_t i)
{
    return i < a->count && (a->items[i].flags & NGI_ATOM_SPACE) == 0;
}
static inline ng_slice ngi_atom_text(const ngi_atoms *a, uint32_t i)
{
    return ngi_slice_sub(a->text, a->items[i].begin, a->items[i].end);
}
/* Whether atom i exists and spells `word` in either case (ASCII). */
static inline bool ngi_atom_is(const ngi_atoms *a, uint32_t i, const char *word)
{
    return i < a->count && ngi_equal_nocase(ngi_atom_text(a, i), ngi_slice_of(word));
}
/* A hyphen or dash. */
bool ngi_atom_dash(const ngi_atoms *a, uint32_t i);
/* Whether atom i is a full stop, question or exclamation mark that ends a sentence. */
bool ngi_atom_ends_sentence(const ngi_atoms *a, uint32_t i);

/* A number in words at atom i ("twenty-three", "a hundred", "dreihundert", "quatre-vingt-dix",
 * "treinta y dos"), or in digits with a power behind ("2.5 million"). Returns the atoms used, or
 * 0. *spelled: it has no digits. */
uint32_t ngi_number_at(const ngi_atoms *atoms, uint32_t i, double *value, bool *spelled);

#endif
