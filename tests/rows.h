/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of inputs by what stands in their rows. */
#ifndef NUTGRAF_TESTS_ROWS_H
#define NUTGRAF_TESTS_ROWS_H

#include "tests.h"

typedef struct row_case {
    const char *name, *text;
    const char *wanted[4]; /* each stands in the row */
    const char *absent;    /* this does not */
} row_case;

/* Reads a text as a kind. *row gets its JSON line, to be released with free(). */
ng_status row_of(const char *text, ng_kind kind, char **row, ng_error *error);

/* Fails the test unless each text has its row, and the schema holds for that. */
void expect_rows_of(const row_case *cases, size_t count, ng_kind kind);

/* The row of `head`, `count` times `item`, and `tail`; to be released with free(). */
char *row_of_many(const char *head, const char *item, size_t count, const char *tail, ng_kind kind);

/* How often `part` stands in a row. strstr() would measure the rest of it each time. */
size_t times_in(const char *row, const char *part);

#endif
