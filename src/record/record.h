/* SPDX-License-Identifier: Apache-2.0 */
/* The record of one story: who said what, on whose word; names, dates, figures, relations.
 *
 * Knows no HTML: it is made from the story's headline, standfirst and body alone. Spans are
 * bytes of the field that they lie in, on the borders of characters; views turn them into
 * code points, api into bytes of the page. Everything lives in the document's arena. */
#ifndef NGI_RECORD_H
#define NGI_RECORD_H

#include "stories/story.h"

typedef enum ngi_field {
    NGI_FIELD_BODY,
    NGI_FIELD_HEADLINE,
    NGI_FIELD_DESCRIPTION,
    NGI_FIELD_COUNT,
} ngi_field;

/* Where words stand in the page's bytes; empty unless evidence was asked for and is known to
 * the letter. Filled by api (evidence.c). */
typedef struct ngi_bytes {
    ng_range *ranges;
    uint32_t count;
} ngi_bytes;

/* In order, not overlapping; several where the words are interrupted. */
typedef struct ngi_extents {
    ngi_extent *items;
    uint32_t count;
    ngi_bytes bytes;
} ngi_extents;

typedef enum ngi_form { NGI_FORM_INDIRECT, NGI_FORM_DIRECT, NGI_FORM_MIXED } ngi_form;

typedef enum ngi_stance {
    NGI_STANCE_STATES,
    NGI_STANCE_DENIES,    /* "denied that", "rejected the claim" */
    NGI_STANCE_DECLINES,  /* "declined to comment", "did not respond to" */
    NGI_STANCE_UNKNOWN,   /* "could not be reached", "was unable to determine" */
    NGI_STANCE_QUESTIONS, /* "asked whether", "wondered" */
    NGI_STANCE_INTENDS,   /* "vowed to", "plans to" */
    NGI_STANCE_REQUESTS,  /* "called on ... to", "urged" */
} ngi_stance;

typedef enum ngi_speaker_kind {
    NGI_SPEAKER_NONE, /* not told */
    NGI_SPEAKER_PERSON,
    NGI_SPEAKER_ORGANIZATION,
    NGI_SPEAKER_GROUP, /* several people or bodies: "residents", "both ministries" */
    NGI_SPEAKER_DOCUMENT,
    NGI_SPEAKER_MEDIUM,  /* a news medium as source */
    NGI_SPEAKER_UNNAMED, /* a source whose name is held back */
} ngi_speaker_kind;

/* Whose word it is. Empty slices are absent. */
typedef struct ngi_speaker {
    ng_slice name;         /* the fullest form in the story: "Marta Lindqvist" */
    ng_slice description;  /* "a research fellow at ..."; of the unnamed: their role */
    ng_slice organization; /* "a European agency" */
    ng_slice reason;       /* why unnamed: "because the talks are private" */
    uint32_t count;        /* "two sources": 2; 0: not told */
    uint8_t kind;          /* ngi_speaker_kind */
    bool open;             /* the text leaves open who it is ("the official", one of three) */
    uint8_t mention_in;    /* ngi_field of the mention */
    ngi_extent mention;    /* the words that name the speaker; empty where there are none */
    ngi_bytes bytes;       /* of the mention */
} ngi_speaker;

#define NGI_NO_PARENT UINT32_MAX

typedef struct ngi_attribution {
    ngi_extents source, cue, content; /* in the field `in` */
    ngi_speaker speaker;
    uint32_t parent;  /* the attribution in whose content this one stands, else NGI_NO_PARENT */
    uint8_t in;       /* ngi_field */
    uint8_t form;     /* ngi_form */
    uint8_t stance;   /* ngi_stance */
    uint8_t depth;    /* 0: on the story's own word */
    float confidence; /* chance that source, cue and content are right */
} ngi_attribution;

typedef enum ngi_name_type {
    NGI_NAME_PERSON,
    NGI_NAME_ORGANIZATION,
    NGI_NAME_PLACE,
    NGI_NAME_OTHER,
} ngi_name_type;

typedef struct ngi_mention {
    ngi_extent at;
    uint8_t in; /* ngi_field */
    ngi_bytes bytes;
} ngi_mention;

typedef struct ngi_name {
    ng_slice name;     /* the fullest form */
    uint8_t type;      /* ngi_name_type */
    ng_slice *aliases; /* other forms, in the order in which they come */
    uint32_t alias_count;
    ngi_mention *mentions; /* in text order: headline, description, body */
    uint32_t mention_count;
    ng_slice *descriptions; /* "a former weapons inspector" */
    uint32_t description_count;
} ngi_name;

typedef struct ngi_when {
    ngi_extent at;
    uint8_t in;
    bool approximate;
    ng_slice start, end; /* ISO 8601, inclusive; empty where the text alone can't tell */
    ngi_bytes bytes;
} ngi_when;

typedef struct ngi_figure {
    ngi_extent at;
    uint8_t in;
    bool approximate, has_value, has_min, has_max, has_conversion;
    double value, min, max;
    ng_slice unit, of; /* "km"; what is counted: "drones" */
    double conversion_value;
    ng_slice conversion_unit;
    ngi_bytes bytes;
} ngi_figure;

typedef struct ngi_relation {
    ng_slice subject, relation, object; /* relation: "owner", "subsidiary", "head", ... */
    ngi_extent at;
    uint8_t in;
    ngi_bytes bytes;
} ngi_relation;

/* What to make: bits, the same as ng_with in nutgraf.h. */
enum {
    NGI_WITH_ATTRIBUTIONS = 1,
    NGI_WITH_NAMES = 2,
    NGI_WITH_DATES = 4,
    NGI_WITH_FIGURES = 8,
    NGI_WITH_RELATIONS = 16,
    NGI_WITH_ALL = 31,
};

typedef struct ngi_record {
    uint32_t with;     /* what was asked for */
    ng_slice language; /* which was assumed */
    ngi_attribution *attributions;
    uint32_t attribution_count;
    ngi_name *names;
    uint32_t name_count;
    ngi_when *dates;
    uint32_t date_count;
    ngi_figure *figures;
    uint32_t figure_count;
    ngi_relation *relations;
    uint32_t relation_count;
} ngi_record;

/* The text of a field. */
static inline ng_slice ngi_field_text(const ngi_story *story, uint8_t field)
{
    return field == NGI_FIELD_HEADLINE      ? story->headline.text
           : field == NGI_FIELD_DESCRIPTION ? story->description.text
                                            : story->body;
}

struct ngi_model; /* record/learned/model.h */

/* Makes what `with` asks for. fast: without the slow parts of the model. Dates are resolved
 * against the story's date_published, else `now` (may be empty). model: NULL for the one that is
 * built in. False when memory is out. */
bool ngi_record_make(ngi_arena *arena, const ngi_story *story, ng_slice now, uint32_t with,
                     bool fast, const struct ngi_model *model, ngi_record *out);

#endif
