/* SPDX-License-Identifier: Apache-2.0 */
/* Holds JSON rows to docs/schema/row.schema.json: a validator of the part of JSON Schema
 * that it uses, and fails on a keyword that it does not know. */
#ifndef NUTGRAF_TESTS_SCHEMA_H
#define NUTGRAF_TESTS_SCHEMA_H

#include "nutgraf.h"

#include <yyjson.h>

/* Fails the test that calls it where the schema can't be read. */
yyjson_doc *schema_load(void);

/* Whether `value` is as the schema wants it. why: at least 256 characters, says what is
 * wrong and where. */
bool schema_holds(yyjson_doc *schema, yyjson_val *value, char *why);

/* Each line of `rows` must be one JSON value that the schema holds for. The number of lines,
 * or -1 with *why set. */
int schema_check_rows(yyjson_doc *schema, ng_slice rows, char *why);

#endif
