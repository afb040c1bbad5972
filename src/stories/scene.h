/* SPDX-License-Identifier: Apache-2.0 */
/* The steps by which a page becomes stories, in the order in which read.c takes them, and
 * what they hand on. Each step is a file of its own. */
#ifndef NGI_SCENE_H
#define NGI_SCENE_H

#include "stories/blocks/blocks.h"
#include "stories/meta/meta.h"
#include "stories/story.h"

/* What a reader keeps from page to page: tables that cost their making. */
typedef struct ngi_kept {
    ngi_arena arena;
    struct ngi_sayings *sayings; /* dump.h; NULL until a page asks for it */
} ngi_kept;

/* A page under reading: what the steps share. */
typedef struct ngi_scene {
    ngi_arena *arena;
    ngi_kept *kept;       /* NULL: nothing is kept */
    const ngi_tree *tree; /* NULL for dumps */
    ngi_meta meta;
    ngi_blocks blocks;    /* labelled: block->p */
    ng_slice text;        /* the decoded page */
    ng_slice url;         /* as given; empty where not known */
    ng_slice base;        /* what links count from: url, else what the page tells; set by read.c */
    ng_slice now;         /* ISO 8601, normalised with zone; empty where not known */
    ng_kind kind;         /* as wished; NG_KIND_AUTO: to be found */
    uint8_t *pick;        /* a byte a block, for choosing the parts of one story after the other */
    uint8_t *in_comments; /* a byte a node: what ngi_in_comments() found so far */
    bool sure;            /* the page is plainly an article, or says so; set by read.c */
    float article;        /* chance that the page is one; set by read.c */
    float cut;            /* blocks with p above it are main text; set by read.c */
    bool comments;
    const struct ngi_layout *layout; /* layout.h: made by the first step that asks for it */
    const struct ngi_section_names *names; /* names.c: as well */
} ngi_scene;

/* Where one story stands on the page. */
typedef struct ngi_span {
    uint32_t begin, end; /* blocks [begin, end): headline, byline, body and what is between */
    uint32_t headline;   /* block, or UINT32_MAX where only metadata has it */
    uint32_t top;        /* the element that holds the story; 0 where it has none of its own */
    int32_t claim;       /* index in meta.claims, or -1 */
    bool own;            /* the page's own story: page-wide metadata is about it */
    uint32_t standfirst; /* 1 + block; 0: not known */
    ngi_text section;    /* the line above the headline, without its age; empty: not known */
    bool kicker;         /* its headline's element begins with the section, as others' do */
} ngi_span;

/* split.c: finds the stories that stand whole on the page. An article page gives one span. */
bool ngi_split_find(ngi_scene *scene, ngi_span **out, uint32_t *count);
/* choose.c: sets pick[i] to 1 for each block of the span that is of the story's body. */
void ngi_choose(const ngi_scene *scene, const ngi_span *span, uint8_t *pick);
/* parts.c: the body of a story: its parts, in order. *chosen, an array of blocks.count
 * bytes, is set to 1 for each block that became a part. Without a story's conventions where
 * the span is of no story (own and claim unset): then all above the cut is taken. */
bool ngi_parts_make(ngi_scene *scene, const ngi_span *span, ngi_story *story, uint8_t *chosen);
/* parts.c: whether the element's class says that it is an embedded post. */
bool ngi_is_post(const ngi_tree *tree, uint32_t node);
/* parts.c: makes the body of the parts, captions left out. */
bool ngi_body_join(ngi_arena *arena, ngi_story *story);
/* fields.c: headline, description, authors, dates, section, keywords, credit, publisher,
 * image, address, access. Needs the parts. */
bool ngi_fields_find(ngi_scene *scene, const ngi_span *span, ngi_story *story);
/* fields.c: the same of a story that stands in the page's data alone (ngi_data_read). own:
 * the page's only story. */
bool ngi_fields_of_claim(ngi_scene *scene, const ngi_claim *claim, bool own, ngi_story *story);
/* comments.c: readers' comments on the page, given to `story`. Comments longer than
 * NGI_COMMENT_MOST bytes are cut at a paragraph. */
enum { NGI_COMMENT_MOST = 16 * 1024 };
/* Whether the element stands in readers' comments. */
bool ngi_in_comments(const ngi_scene *scene, uint32_t node);
bool ngi_comments_find(ngi_scene *scene, const uint8_t *chosen, ngi_story *story);
/* teasers.c: the lists of the page, without what belongs to a story. */
bool ngi_teasers_find(ngi_scene *scene, const ngi_span *spans, uint32_t count,
                      const uint8_t *chosen, ngi_teaser **out, uint32_t *out_count);
/* tidy.c: the last touch to teasers of any origin: each once, ages dated by the page's own
 * time where `now` is not known. False when memory is out. */
bool ngi_teasers_tidy(ngi_scene *scene, ngi_page *page);
/* language.c: BCP 47 primary tag of `text`, checked against what the page declares
 * (may be empty); an empty slice where it can't be told. Static storage or arena. */
ng_slice ngi_language_find(ngi_arena *arena, ng_slice text, ng_slice declared);

/* read.c: a whole HTML page. */
bool ngi_read_html(ngi_scene *scene, ngi_page *out);
/* feeds/feed.c: a feed or a sitemap; one that is none has no version. */
bool ngi_read_feed(ngi_scene *scene, ngi_page *out);
bool ngi_read_sitemap(ngi_scene *scene, ngi_page *out);
bool ngi_read_opml(ngi_scene *scene, ngi_page *out);
/* dump.c: a plain-text dump. */
bool ngi_read_dump(ngi_scene *scene, ngi_page *out);

/* dates.c: the first absolute date (and time) in `text`, in any of the forms and languages
 * that news pages use. out: ISO 8601 with the zone where told, a date alone where no time is
 * told. *begin, *end: where in `text` (may be NULL). now: for a missing year; may be empty.
 * day_first: for 3/4/2024, told by the language: 1 day first, 0 month first, -1 not known. */
bool ngi_date_parse(ngi_arena *arena, ng_slice text, ng_slice now, int day_first, ng_slice *out,
                    size_t *begin, size_t *end);
/* day_order.c: day_first of a page. */
int ngi_day_first(const ngi_scene *scene);
/* dates.c: machine-written dates (JSON-LD, <time datetime>, meta): ISO 8601 in its broken
 * forms, RFC 822, epoch seconds or milliseconds. An empty slice where it is none. */
ng_slice ngi_date_normal(ngi_arena *arena, ng_slice text);
/* ages.c: finds a relative age ("5 days ago", "vor 2 Stunden") in `text`, at its start or
 * its end, glued to other words or not. *begin, *end: where. *date: what it comes to from
 * `now` (a date for days and weeks, a date and time for hours and minutes, in now's zone);
 * empty without now. False where there is none. */
bool ngi_age_find(ngi_arena *arena, ng_slice text, ng_slice now, size_t *begin, size_t *end,
                  ng_slice *date);
/* ages.c: a weekday alone ("Dienstag", "Politik | Tuesday, 14:05"): the latest one on or
 * before `now`. Not for prose. As ngi_age_find() otherwise. */
bool ngi_weekday_find(ngi_arena *arena, ng_slice text, ng_slice now, size_t *begin, size_t *end,
                      ng_slice *date);
/* bylines.c: the persons named in a byline ("By A and B, Reuters"); agencies go to
 * *credit. Nobody for "Staff", dates, "Published", "Follow". lone: the text is known to be
 * a byline (its markup says author), so a bare name counts. */
bool ngi_byline_parse(ngi_arena *arena, ng_slice text, bool lone, ng_slice **names, uint32_t *count,
                      ng_slice *credit);
/* bylines.c: the same for what metadata give as an author's name ("By A and B", "A, B",
 * an address, a desk). Names stay as printed, in capitals too. False when memory is out. */
bool ngi_author_clean(ngi_arena *arena, ng_slice value, ng_slice **names, uint32_t *count,
                      ng_slice *credit);
/* bylines_line.c: whether what metadata give as an author's name is a desk with a name of its own
 * ("Metro Desk", "XYZ Staff"): words for a desk, and one that is none. */
bool ngi_author_is_desk(ng_slice value);
/* bylines_line.c: whether it has a word of its own ("Ferrow Gazette", not "Staff") and names no
 * agency. */
bool ngi_author_is_own(ng_slice value);

#endif
