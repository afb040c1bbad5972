/* SPDX-License-Identifier: Apache-2.0 */
/* See rows.h. */
#include "rows.h"

#include "schema.h"

#include <stdlib.h>

static bool keep(void *context, const char *bytes, size_t length)
{
    char **kept = context;
    *kept = malloc(length + 1);
    memcpy(*kept, bytes, length);
    (*kept)[length] = '\0';
    return true;
}

ng_status row_of(const char *text, ng_kind kind, char **row, ng_error *error)
{
    ng_reader *reader;
    ng_document *document;
    ng_read_options options = NG_READ_OPTIONS;
    ng_write_options form = NG_WRITE_OPTIONS;
    options.kind = kind;
    *row = NULL;
    assert_int_equal(ng_reader_new(&reader, error), NG_OK);
    ng_status status =
        ng_reader_read_page(reader, (ng_slice){text, strlen(text)}, &options, &document, error);
    ng_reader_free(reader);
    if (status == NG_OK)
        assert_int_equal(ng_document_write(document, &form, keep, row, error), NG_OK);
    ng_document_free(document);
    return status;
}

void expect_rows_of(const row_case *cases, size_t count, ng_kind kind)
{
    char why[256] = "";
    yyjson_doc *schema = schema_load();
    for (size_t i = 0; i < count; i++) {
        const row_case *c = &cases[i];
        char *row;
        ng_error error = {0};
        if (row_of(c->text, kind, &row, &error) != NG_OK)
            fail_msg("%s: %s", c->name, error.text);
        for (size_t k = 0; k < ARRAY_COUNT(c->wanted) && c->wanted[k] != NULL; k++)
            if (strstr(row, c->wanted[k]) == NULL)
                fail_msg("%s: no %s in %s", c->name, c->wanted[k], row);
        if (c->absent != NULL && strstr(row, c->absent) != NULL)
            fail_msg("%s: %s in %s", c->name, c->absent, row);
        if (schema_check_rows(schema, (ng_slice){row, strlen(row)}, why) != 1)
            fail_msg("%s: %s", c->name, why);
        free(row);
    }
    yyjson_doc_free(schema);
}

char *row_of_many(const char *head, const char *item, size_t count, const char *tail, ng_kind kind)
{
    size_t begin = strlen(head), length = strlen(item), end = strlen(tail);
    char *text = calloc(1, begin + count * length + end + 1), *row;
    ng_error error = {0};
    assert_non_null(text);
    memcpy(text, head, begin);
    for (size_t i = 0; i < count; i++)
        memcpy(text + begin + i * length, item, length);
    memcpy(text + begin + count * length, tail, end);
    assert_int_equal(row_of(text, kind, &row, &error), NG_OK);
    free(text);
    return row;
}

size_t times_in(const char *row, const char *part)
{
    size_t count = 0, length = strlen(part);
    for (; *row != '\0'; row++)
        count += strncmp(row, part, length) == 0;
    return count;
}
