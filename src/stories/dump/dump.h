/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that read plain-text dumps share. A dump becomes units (a paragraph, a
 * headline, a date line: hard-wrapped lines are one again), each with what can be seen of
 * it by itself; lists of teasers are found first, then where stories start, then what
 * belongs to each. Only dump*.c include this. */
#ifndef NGI_DUMP_H
#define NGI_DUMP_H

#include "base/map.h"
#include "base/utf8.h"
#include "stories/scene.h"

/* What the words of a line say that it is, in any language; see dump_sayings.c. */
typedef enum ngi_saying {
    NGI_SAYS_NOTHING,
    NGI_SAYS_SHARE,      /* share, print, save, follow, listen */
    NGI_SAYS_AD,         /* advertisement */
    NGI_SAYS_READ_ALSO,  /* read also: ... */
    NGI_SAYS_CREDIT,     /* a caption: photo: ..., file photo */
    NGI_SAYS_TIMES,      /* published, updated, 3 min read */
    NGI_SAYS_LIST,       /* most read, more on this */
    NGI_SAYS_TAGS,       /* tags: a, b */
    NGI_SAYS_COMMENTS,   /* 2 comments, leave a comment */
    NGI_SAYS_NEWSLETTER, /* subscribe, in your inbox */
    NGI_SAYS_AUTHOR,     /* about the author: ... */
    NGI_SAYS_MORE,       /* load more, next page, page 1 of 12 */
    NGI_SAYS_RIGHTS,     /* all rights reserved */
    NGI_SAYS_COOKIES,
    NGI_SAYS_MENU,    /* home, search, log in, skip to content */
    NGI_SAYS_SECTION, /* world, politics, sport: the usual names of sections */
} ngi_saying;

/* How a phrase has to stand in a line (lower-cased, its white space squeezed). */
typedef enum ngi_how {
    NGI_HOW_WHOLE, /* alone, but for digits and punctuation around it */
    NGI_HOW_LABEL, /* at the start, a colon or the line's end behind it */
    NGI_HOW_START, /* at the start, as whole words */
    NGI_HOW_WITHIN /* anywhere; a stem: it need not end its word */
} ngi_how;

typedef struct ngi_saying_words {
    uint8_t says, how;
    const char *phrases; /* with a bar between them */
} ngi_saying_words;
extern const ngi_saying_words ngi_dump_words[];
extern const size_t ngi_dump_words_count;

typedef struct ngi_sayings ngi_sayings;
/* The table of words, made once for a reader; NULL when memory is out. */
const ngi_sayings *ngi_sayings_of(const ngi_scene *scene);
/* `line`: lower-cased and squeezed, at most some hundred bytes. */
ngi_saying ngi_saying_of(const ngi_sayings *sayings, ng_slice line);

typedef enum ngi_mark {
    NGI_MARK_NONE,
    NGI_MARK_BULLET, /* "* text", "• text", "- text" */
    NGI_MARK_DASH,   /* "– text", "— text": as often a voice in a dialogue */
    NGI_MARK_NUMBER, /* "1. text", "1) text" */
    NGI_MARK_LONE,   /* "-", "•", "1" alone on a line: the item follows */
} ngi_mark;

/* What a line of facts tells: a section, an age or a date, persons. */
typedef struct ngi_facts {
    ng_slice section, age, date; /* date: as ngi_date_parse() gives it, or the age's */
    ng_slice shown;              /* the date or age as printed */
    ng_slice *names;
    uint32_t name_count;
    ng_slice credit;
    bool weekday; /* the age is the name of a day alone */
} ngi_facts;

typedef enum ngi_role {
    NGI_ROLE_OPEN, /* not yet told */
    NGI_ROLE_LIST, /* belongs to a list of teasers */
    NGI_ROLE_RULE, /* a line drawn: ---, * * * */
} ngi_role;

typedef struct ngi_unit {
    ng_slice text;         /* squeezed, one line, without its list mark */
    uint32_t begin, end;   /* bytes in scene->text, mark included */
    uint32_t inner;        /* where `text` begins, behind the mark */
    uint32_t chars, words; /* Chinese, Japanese, Thai: 2 characters a word */
    uint32_t number;       /* of a list mark */
    uint32_t same;         /* the first unit with the same letters, or itself */
    uint32_t repeats;      /* of the first of those: how many there are; only short units */
    ngi_facts *facts;      /* NULL: the line is not made of facts alone */
    uint16_t gap;          /* blank lines before it */
    uint8_t indent;        /* columns, up to 255 */
    uint8_t mark;          /* ngi_mark */
    uint8_t level;         /* of a heading marked as in Markdown, or underlined; else 0 */
    uint8_t saying;        /* ngi_saying */
    uint8_t role;          /* ngi_role */
    uint8_t sentences;     /* sentence ends in it, its own included */
    bool closed;           /* ends like a sentence */
    bool cut;              /* ends in an ellipsis */
    bool colon;            /* ends in a colon or comma */
    bool lower;            /* begins with a small letter */
    bool set_off;          /* a whole line in italics, or a sentence in bold */
    bool caps;             /* has capitals and no small letters */
    bool time;             /* a time of day alone */
    bool prose;            /* a paragraph for sure */
    bool title;            /* may be a headline or subhead */
    bool name;             /* may be the name of a section: one to four words, no more */
    bool section;          /* a name that the page or usage knows as a section's */
} ngi_unit;

typedef struct ngi_dump {
    ngi_scene *scene;
    ngi_arena *arena;
    const ngi_sayings *sayings;
    ngi_unit *units;
    uint32_t count;
    uint32_t looks;     /* lines that may still be looked through for dates and persons */
    bool signed_heads;  /* names alone on a line stand below several headlines */
    int day_first;      /* of 3/4/2024: 1 day, 0 month, -1 not known */
    uint16_t usual_gap; /* blank lines that usually stand between units */
    ngi_map sections;   /* names known as sections on this page, folded */
    ngi_teaser *teasers;
    size_t teaser_count, teaser_room;
    ngi_map heads; /* plain headlines of teasers */
} ngi_dump;

/* dump_marks.c: the mark at the start of a trimmed line, how many bytes it has, and its number. */
ngi_mark ngi_dump_mark_of(ng_slice line, size_t *len, uint32_t *number);
/* dump_lines.c: cuts the text into units. False when memory is out. */
bool ngi_dump_cut(ngi_dump *dump);
/* dump_units.c: sets what can be seen of each unit. */
bool ngi_dump_look(ngi_dump *dump);
/* A time of day alone: "13:02", "08.42 Uhr", "1:02 p.m.". */
bool ngi_dump_is_time(ng_slice text);
/* A walk over a text: what is counted of it. */
typedef struct ngi_tally {
    uint32_t chars, words, cjk, letters, digits, upper, lower, sentences;
    uint32_t first, last; /* first letter or digit; last character, quotes put aside */
    uint32_t before_last;
} ngi_tally;
ngi_tally ngi_dump_count(ng_slice text);
/* Ends a sentence: . ! ? and their like in other scripts. */
bool ngi_dump_ends_sentence(uint32_t c);
bool ngi_dump_closes_quote(uint32_t c);
/* dump_facts.c: whether days stand before months in dates of digits on this page. */
void ngi_dump_find_day_order(ngi_dump *dump);
/* The facts in `text` when it is made of nothing else; NULL otherwise. A section's name may
 * stand beside a date, glued or not. */
ngi_facts *ngi_dump_facts(ngi_dump *dump, ng_slice text);
/* Takes the first age or date out of `text` into `facts`: what stands before it and behind
 * it. False where there is none. */
bool ngi_dump_take_date(ngi_dump *dump, ngi_facts *facts, ng_slice text, ng_slice *before,
                        ng_slice *behind);
/* Whether each word begins with a capital, but for a small one like "de" or "van". */
bool ngi_dump_is_capitalised(ng_slice text);
/* As long as a person's name: two to four words with capitals; in scripts without capitals as
 * few characters as names have. */
bool ngi_dump_is_name_sized(ng_slice name);
/* "Jane Doe and John Roe": two names or more and nothing else, each of a name's size. */
bool ngi_dump_people(ngi_dump *dump, ng_slice text, ng_slice **names, uint32_t *count);
/* "Jane Doe, Staff Reporter" without what is behind the comma. */
ng_slice ngi_dump_without_role(ng_slice line);
/* Cuts the next piece off *rest at a sign that joins facts ("|", "·", " - "). */
bool ngi_dump_next_piece(ng_slice *rest, ng_slice *piece);
/* `text` without joints, brackets and colons around it. */
ng_slice ngi_dump_trim_joints(ng_slice text);
/* `text` without what frames the name of a section: "[World]", "World >". */
ng_slice ngi_dump_unframe(ng_slice text);
/* Makes `name` known as a section's. False when memory is out. */
bool ngi_dump_know(ngi_dump *dump, ng_slice name);
/* Marks the units that are known sections, after names were learned. */
void ngi_dump_apply_names(ngi_dump *dump);
/* Whether `text` may be a section's name; *known: the page or usage has it as one. */
bool ngi_dump_is_name(ngi_dump *dump, ng_slice text, bool *known);

/* A list of teasers under work: its items and how they are set. */
typedef struct ngi_item {
    uint32_t begin, end; /* units */
} ngi_item;

#define NGI_ITEM_LINES 6u /* most lines of one item */

typedef struct ngi_item_lines {
    const ngi_unit *lines[NGI_ITEM_LINES];
    uint32_t count;
    const ngi_unit *facts;
    ng_slice url;
} ngi_item_lines;

typedef struct ngi_list {
    uint32_t title; /* unit, or UINT32_MAX */
    ngi_item *items;
    size_t count, room;
    bool sections;      /* first lines are sections */
    bool last_sections; /* last lines are */
    bool inner_dates;   /* a date stands within the line of the headline */
    bool inner_section; /* so does a section, before a joint */
} ngi_list;

/* dump_items.c: the lines of an item, its date line apart. */
void ngi_item_gather(const ngi_dump *dump, const ngi_item *item, ngi_item_lines *out);
/* A date within the line of a headline, at either end of it, a section's name between. */
bool ngi_item_inner_date(ngi_dump *dump, ng_slice text, ngi_facts *facts, ng_slice *headline);
/* "World | Headline", "[World] Headline", "World: Headline". trust: so do the other items of the
 * list, and a name that is not known may be one. */
bool ngi_item_inner_section(ngi_dump *dump, ng_slice text, bool trust, ng_slice *section,
                            ng_slice *headline);
/* "Headline (World)", "Headline | World": a known section's name at the end. */
bool ngi_item_ends_in_section(ngi_dump *dump, ng_slice text, ng_slice *section, ng_slice *headline);
/* Reads the items into teasers and takes their units. False when memory is out. */
bool ngi_list_accept(ngi_dump *dump, ngi_list *list);
/* Adds a teaser, unless the page has had it. False when memory is out. */
bool ngi_teaser_keep(ngi_dump *dump, const ngi_teaser *teaser);
/* dump_lists.c: finds the lists of teasers. */
bool ngi_dump_lists(ngi_dump *dump);

/* Where a story stands among the units. */
typedef struct ngi_head {
    uint32_t begin;      /* first unit of its header: section, date line, headline */
    uint32_t title;      /* its headline */
    uint32_t body;       /* first unit behind the header */
    uint32_t end;        /* behind its last unit */
    uint32_t standfirst; /* or UINT32_MAX */
    uint32_t section;    /* the unit that names it, or UINT32_MAX */
    uint32_t ending;     /* a byline or date behind its text, or UINT32_MAX (dump_ends.c) */
    uint32_t signs;      /* bits: what speaks for it */
    float score;
} ngi_head;
/* A line of running text, as far as it shows alone. */
bool ngi_dump_is_text(const ngi_unit *unit);
/* A person's name alone on a line, as some headers have it. */
bool ngi_dump_is_bare_name(ngi_dump *dump, const ngi_unit *unit);
/* dump_heads.c: finds where stories start. */
bool ngi_dump_heads(ngi_dump *dump, ngi_head **out, uint32_t *count);
/* dump_standfirst.c: whether a line can be one, by itself. */
bool ngi_dump_may_be_standfirst(const ngi_unit *unit);
/* Finds those that only their words and places tell from a first paragraph, and sets them in
 * `heads`. False when memory is out. */
bool ngi_dump_find_standfirsts(ngi_dump *dump, ngi_head *heads, uint32_t count);
/* dump_ends.c: finds bylines and dates that end stories. */
void ngi_dump_find_ends(ngi_dump *dump, ngi_head *heads, uint32_t count);
/* Of each line (its first unit): in how many different stories it stands, and whether it
 * stands behind the text of one. */
#define NGI_SEEN_COUNT 0x7Fu
#define NGI_SEEN_BEHIND 0x80u
/* dump_body.c: the parts of the story at `head`. seen: a byte for each unit, as above. */
bool ngi_dump_body(ngi_dump *dump, const ngi_head *head, const uint8_t *seen, ngi_story *story);
/* dump_story.c: fills the stories. */
bool ngi_dump_stories(ngi_dump *dump, ngi_head *heads, uint32_t count, ngi_page *out);

#endif
