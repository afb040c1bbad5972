/* SPDX-License-Identifier: Apache-2.0 */
/* Whose word each attribution is on, resolved within the story. */
#ifndef NGI_SPEAKERS_H
#define NGI_SPEAKERS_H

#include "record/attributions/attributions.h"

/* Fills the speaker of every attribution; drafts run beside them. names: of the story, may be
 * none. False when memory is out. */
bool ngi_speakers_find(ngi_arena *arena, const ngi_story_words *words, const ngi_name *names,
                       uint32_t name_count, ngi_attribution *attributions, const ngi_draft *drafts,
                       uint32_t count);

/* ---- for the files of this folder ---- */

typedef enum ngi_gender {
    NGI_GENDER_UNKNOWN,
    NGI_GENDER_HE,
    NGI_GENDER_SHE,
} ngi_gender;

/* Somebody or something that speaks, or could. The first ones are the story's names, in their
 * order; sources without a name follow as they come. */
typedef struct ngi_party {
    ngi_speaker speaker;
    ngi_stretch at; /* its words, where it was introduced or last named */
    uint32_t head;  /* hash of the noun: "official"; 0: none */
    uint32_t seen;  /* token where it was met last, in field `in` */
    uint32_t spoke; /* 1 + number of the attribution that it made last; 0: none */
    uint8_t in;     /* field of `seen` */
    uint8_t at_in;  /* field of `at` */
    uint8_t gender;
    bool plural, named;
} ngi_party;

/* A field's words as finders see them, with the names in them. */
typedef struct ngi_cast {
    ngi_arena *arena;
    const ngi_story_words *words;
    ngi_work field[NGI_FIELD_COUNT];
    uint32_t *name_of[NGI_FIELD_COUNT]; /* of each token its name + 1, or 0 */
    const ngi_name *names;
    ngi_party *parties;
    size_t count, capacity;
    uint32_t name_count;
    uint32_t speaking; /* number of the attribution at hand */
    ng_slice own_medium; /* whose story it is, by its dateline; may be empty */
    int64_t last;      /* party that spoke last, or -1 */
} ngi_cast;

/* What a source's words are (sources.c). */
typedef struct ngi_source {
    ngi_stretch at;      /* all of them */
    ngi_stretch noun;    /* the head with what stands before it, without the determiner */
    ngi_stretch mention; /* the words that name: the name, else noun with determiner */
    uint32_t head;       /* token of the noun */
    uint32_t bits;       /* of the noun (lexicon.h) */
    int64_t name;        /* number of the name that speaks, or -1 */
    int64_t body;        /* number of the name that the speaker belongs to, or -1 */
    ngi_stretch of;      /* "from a European agency": what follows the preposition */
    uint32_t count;
    bool definite, plural, pronoun, one_of;
    bool part; /* "two of the people": some of those met before */
} ngi_source;

void ngi_source_look(const ngi_cast *c, uint8_t in, const ngi_draft *draft, ngi_source *out);
/* The reason that a sentence gives for leaving a source unnamed; empty where none. */
ng_slice ngi_source_reason(const ngi_cast *c, uint8_t in, uint32_t token);
/* The words of a stretch, as they stand. */
ng_slice ngi_stretch_text(const ngi_cast *c, uint8_t in, ngi_stretch s);
/* Of a person's words: "Mr", "spokeswoman", a first name. */
uint8_t ngi_gender_of(const ngi_cast *c, uint8_t in, ngi_stretch s);
/* Whom a pronoun means; -1 where the text leaves it open. */
int64_t ngi_pronoun_find(const ngi_cast *c, uint8_t in, uint32_t token);
/* Whom "the official" or "the ministry" means; -1: nobody met before, -2: open. */
int64_t ngi_definite_find(const ngi_cast *c, uint8_t in, const ngi_source *source);
/* Whether a name is that of a news medium. */
bool ngi_is_medium(const ngi_lexicon *lexicon, ng_slice name);

#endif
