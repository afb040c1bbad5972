/* SPDX-License-Identifier: Apache-2.0 */
/* The provenance of all stories of a shelf: which are copies of one another, from which they were
 * taken, and which tell of one event.
 *
 * Stories are numbered by rank: by date, then by identifier, so that nothing depends on the order
 * in which they came. All that is found lives in one arena. */
#ifndef NGI_ANSWER_H
#define NGI_ANSWER_H

#include "provenance/align.h"
#include "provenance/shelf.h"

/* Two stories that share text. Side 0 is the one of lower rank, `from` of the passages. */
typedef struct ngi_pair {
    uint32_t story[2];
    uint32_t covered[2]; /* words of each that lie in the passages */
    float strength[2];   /* share of each that is the other's own text: without quotations and
                             without what its site repeats */
    uint32_t passage, passage_count; /* in ngi_answer.passages, in the order of `to` */
    uint32_t same;                   /* words that are the same */
    uint8_t filled;                  /* not 0: the same text, filled in with other words */
    bool linked;                     /* strong enough for one to be a copy of the other */
} ngi_pair;

/* Two stories that may tell of one event; story[0] < story[1]. */
typedef struct ngi_tie {
    uint32_t story[2];
    float likeness; /* 0 to 1 */
} ngi_tie;

typedef enum ngi_copy_kind {
    NGI_COPY_NONE,
    NGI_COPY_VERBATIM,
    NGI_COPY_CUT,
    NGI_COPY_EDITED,
    NGI_COPY_UPDATE,
    NGI_COPY_MERGED,
    NGI_COPY_BRIEF,
} ngi_copy_kind;

enum {                        /* bits of ngi_verdict.why */
       NGI_WHY_EARLIEST = 1,  /* the original has the earliest date */
       NGI_WHY_CREDIT = 2,    /* the copy names an agency as its source */
       NGI_WHY_AGENCY = 4,    /* the original stands on the site of the agency that it names */
       NGI_WHY_CONTAINS = 8,  /* the original has more of the copy than the copy of it */
       NGI_WHY_DATELINE = 16, /* the copy begins with a line that names an agency */
       NGI_WHY_SAME_SITE = 32,
       NGI_WHY_NOT_TOLD = 64, /* nothing tells which came first */
};

typedef struct ngi_verdict {
    uint32_t group, event;    /* rank of the first story of each */
    uint32_t copy_of;         /* rank, or UINT32_MAX */
    uint32_t also;            /* the second source of a merged story, or UINT32_MAX */
    uint32_t pair, also_pair; /* that they are found by */
    uint32_t first_seen;      /* rank of the earliest of the group, as far as dated */
    float share, also_share;  /* of its words that were taken */
    float confidence;         /* chance that group and source are right */
    uint8_t kind;             /* ngi_copy_kind */
    uint8_t why;              /* NGI_WHY_ bits */
} ngi_verdict;

typedef struct ngi_answer {
    const ngi_shelf *shelf;
    ngi_arena arena;
    uint32_t count;    /* stories */
    uint32_t *handles; /* by rank */
    const ngi_shelved **stories;
    ngi_pair *pairs; /* by story[1], then story[0] */
    size_t pair_room;
    uint32_t pair_count;
    ngi_passage *passages;
    size_t passage_room, passage_count;
    uint32_t *partner_starts, *partners; /* pairs of each story */
    ngi_tie *ties;
    size_t tie_room;
    uint32_t tie_count;
    uint8_t *filled;    /* stories that are of a text filled in with numbers */
    uint32_t *echo_of;  /* of each story: the one that it is compared by; UINT32_MAX: itself */
    uint8_t *composite; /* see ngi_composite */
    ngi_verdict *verdicts;
} ngi_answer;

enum ngi_composite {
    NGI_WHOLE,
    NGI_MERGED,  /* of two others that have nothing to do with each other */
    NGI_ROUNDUP, /* a little of many */
};

typedef struct ngi_asking {
    double window_days; /* stories further apart have nothing to do with each other; 0: no limit */
    const volatile int *stop;
    /* Told how many of how many stories are done; may be NULL. */
    void (*progress)(void *context, uint32_t done, uint32_t all);
    void *context;
} ngi_asking;

/*   NG_ERR_MEMORY   an allocation failed
 *   NG_ERR_STOPPED  *asking->stop was set */
ng_status ngi_answer_make(const ngi_shelf *shelf, const ngi_asking *asking, ngi_answer *out,
                          ng_error *error);
void ngi_answer_free(ngi_answer *answer);

/* ---- the steps, in this order ---- */

/* order.c: ranks. */
bool ngi_answer_order(ngi_answer *answer);
/* echoes.c: texts that very many stories have; those beyond the first few wait until the end. */
bool ngi_answer_find_echoes(ngi_answer *answer);
/* ties.c: stories that are about the same, by their terms. */
bool ngi_answer_ties(ngi_answer *answer, const ngi_asking *asking);
/* pairs.c: stories that share text, and the passages. */
bool ngi_answer_pairs(ngi_answer *answer, const ngi_asking *asking);
/* links.c: how much of a story is another's own. */
bool ngi_answer_links(ngi_answer *answer);
/* composites.c: stories put together of several. */
bool ngi_answer_composites(ngi_answer *answer);
/* groups.c: verdict.group. */
bool ngi_answer_groups(ngi_answer *answer);
/* origins.c: verdict.copy_of and what goes with it. */
bool ngi_answer_origins(ngi_answer *answer);
/* events.c: verdict.event. */
bool ngi_answer_events(ngi_answer *answer);
/* echoes.c again: verdicts of those that waited. */
bool ngi_answer_echoes(ngi_answer *answer);

/* ---- what they share ---- */

/* The pair of two ranks, or NULL. */
const ngi_pair *ngi_pair_of(const ngi_answer *answer, uint32_t a, uint32_t b);
/* The share of `story` that is linked text, by either side; 0 where there is no pair. */
float ngi_pair_strength(const ngi_pair *pair);
/* The other story of a pair. */
static inline uint32_t ngi_pair_other(const ngi_pair *pair, uint32_t story)
{
    return pair->story[pair->story[0] == story];
}
/* The side that a story is in a pair. */
static inline unsigned ngi_pair_side(const ngi_pair *pair, uint32_t story)
{
    return pair->story[1] == story;
}
/* Share of `story`'s words that stand in the other. */
float ngi_pair_share(const ngi_answer *answer, const ngi_pair *pair, uint32_t story);
/* Whether two stories are too far apart in time. */
bool ngi_too_far(const ngi_asking *asking, const ngi_shelved *a, const ngi_shelved *b);
/* 1: a came out before b; -1: behind it; 0: not told. */
int ngi_before(const ngi_shelved *a, const ngi_shelved *b);

/* Least strength at which one story counts as a copy of another. */
#define NGI_LINK 0.4f

#endif
