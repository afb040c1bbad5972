/* SPDX-License-Identifier: Apache-2.0 */
/* What the steps of ngi_names_find() share: mentions as found, the forms of their words, and
 * an index from hashes to numbers. */
#ifndef NGI_NAMES_FOUND_H
#define NGI_NAMES_FOUND_H

#include "record/names/model.h"
#include "record/names/names.h"

enum { NGI_FOUND_WORDS = 8 }; /* words of a mention that are compared */

/* A mention: tokens [first, last) of a field. */
typedef struct ngi_found {
    uint32_t first, last;
    uint32_t group;  /* which name; set by ngi_found_merge() */
    uint32_t key;    /* hash of all of its words */
    uint32_t words[NGI_FOUND_WORDS];  /* hashes of its words in base letters */
    uint32_t sounds[NGI_FOUND_WORDS]; /* the same for spelling variants alike; 0: too short */
    uint32_t initials;  /* hash of the letters that its capitalised words begin with; 0: few */
    uint32_t letters;   /* hash of its letters where it is one word in capitals; else 0 */
    uint8_t word_count;
    uint8_t in, type;
    bool shouted; /* all in capitals, several words or a long one: a headline's way */
    bool told;    /* the words around it say its type */
} ngi_found;

typedef struct ngi_found_list {
    ngi_arena *arena;
    const ngi_prose *prose; /* NGI_FIELD_COUNT of them */
    const ngi_name_model *model;
    ngi_found *items;
    size_t capacity;
    uint32_t count;
    uint32_t groups;
    uint32_t *name_of[NGI_FIELD_COUNT]; /* of each token its mention + 1, or 0 */
} ngi_found_list;

/* An index from 32-bit hashes to numbers. Open addressing, grows. */
typedef struct ngi_index_entry {
    uint32_t hash, value; /* hash 0: empty */
} ngi_index_entry;
typedef struct ngi_index {
    ngi_arena *arena;
    ngi_index_entry *entries;
    uint32_t mask, count;
} ngi_index;

/* The number of a hash, made as 0 where it is new; NULL when memory is out. Holds until the
 * next call. */
uint32_t *ngi_index_put(ngi_index *index, uint32_t hash);
/* The number of a hash, 0 where there is none. */
uint32_t ngi_index_get(const ngi_index *index, uint32_t hash);

/* Fills words, sounds, key and the like from first, last, in. */
void ngi_found_look(const ngi_found_list *list, ngi_found *found);
/* Adds a mention, looked at; false when memory is out. */
bool ngi_found_add(ngi_found_list *list, uint8_t in, uint32_t first, uint32_t last, uint8_t type);

/* The words of a token compared: a hash in base letters ("U.S." is "us"), and how it sounds. */
uint32_t ngi_found_word(ng_slice word);
/* What lists know of a token. */
static inline uint32_t ngi_found_known(const ngi_found_list *list, const ngi_prose *p, uint32_t i)
{
    return ngi_known(&list->model->lexicon, p->tokens[i].hash | 1);
}

/* Mentions in the order headline, description, body. */
extern const uint8_t ngi_found_order[NGI_FIELD_COUNT];

/* Steps. Each false when memory is out. */
bool ngi_found_tag(ngi_found_list *list);         /* tagged.c: by the tagger, edges made even */
bool ngi_found_dateline(ngi_found_list *list);    /* cues.c: the place of a dateline */
bool ngi_found_nouns(ngi_found_list *list);       /* cues.c: behind what they are */
bool ngi_found_cues(ngi_found_list *list);        /* cues.c: types by the words around */
bool ngi_found_brackets(ngi_found_list *list);    /* spread.c: "(EBA)" behind a name */
bool ngi_found_spread(ngi_found_list *list);      /* spread.c: the same words elsewhere */
bool ngi_found_merge(ngi_found_list *list);       /* merge.c: which mentions are one name */

/* describe.c: appends what the story says a mention is. */
typedef struct ngi_found_said {
    ng_slice text[4];
    uint32_t count;
} ngi_found_said;
void ngi_found_describe(const ngi_found_list *list, const ngi_found *found, ngi_found_said *out);

/* Whether two forms may be spellings of one word ("Mohammed", "Mohamed"). */
bool ngi_spelled_alike(ng_slice a, ng_slice b);

#endif
