/* SPDX-License-Identifier: Apache-2.0 */
/* What cmd_said.c and said_print.c share: a statement, and how it is printed. */
#ifndef CLI_SAID_H
#define CLI_SAID_H

#include "cli.h"

typedef enum said_format { SAID_TEXT, SAID_JSONL, SAID_CSV, SAID_MARKDOWN } said_format;

/* A statement of a story, with what is printed beside it. */
typedef struct said_statement {
    ng_attribution found;
    ng_slice story, date, link, file; /* headline, date, address of the story */
    ng_slice text;                    /* of the field that the spans count in */
} said_statement;

/* A growing text. `failed` once memory was out. */
typedef struct said_text {
    char *ptr;
    size_t len, capacity;
    bool failed;
} said_text;

void said_add(said_text *out, const char *bytes, size_t length);
void said_put(said_text *out, const char *text); /* NUL-terminated */
void said_free(said_text *out);

/* The words of spans, joined by " ... "; white space as one space. */
void said_words(said_text *out, ng_slice text, const ng_span *spans, size_t count);
/* Who speaks: a name, else a description with number and organization; "not named" else. */
void said_speaker(said_text *out, const said_statement *s);

/* One statement in the form. first: the head of a table comes before it. heading: the line
 * that names the speaker, where the form has one, is wanted. */
void said_print(said_text *out, const said_statement *s, said_format format, bool color,
                unsigned width, bool heading);
/* What opens the output: the names of a table's columns. */
void said_head(said_text *out, said_format format);
/* The line above a story's statements, where the form has one. */
void said_story(said_text *out, const said_statement *s, said_format format, bool color);

#endif
