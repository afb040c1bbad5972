/* SPDX-License-Identifier: Apache-2.0 */
/* See schema.h. */
#include "schema.h"

#include <stdio.h>
#include <string.h>

enum { WHY_BYTES = 256 };

typedef struct checker {
    yyjson_val *root;
    char *why;
} checker;

yyjson_doc *schema_load(void)
{
    return yyjson_read_file("docs/schema/row.schema.json", YYJSON_READ_NOFLAG, NULL, NULL);
}

static bool wrong(checker *c, const char *path, const char *what)
{
    snprintf(c->why, WHY_BYTES, "%.150s: %.90s", path, what);
    return false;
}

static const char *string_of(yyjson_val *value)
{
    const char *text = yyjson_get_str(value);
    return text != NULL ? text : "";
}

static bool is_type(yyjson_val *value, const char *type)
{
    static const struct {
        const char *name;
        bool (*is)(yyjson_val *);
    } types[] = {{"object", yyjson_is_obj},
                 {"array", yyjson_is_arr},
                 {"string", yyjson_is_str},
                 {"number", yyjson_is_num},
                 {"integer", yyjson_is_int},
                 {"boolean", yyjson_is_bool}};
    for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
        if (strcmp(type, types[i].name) == 0)
            return types[i].is(value);
    return false;
}

static bool check(checker *c, yyjson_val *schema, yyjson_val *value, const char *path);

static bool check_object(checker *c, yyjson_val *schema, yyjson_val *value, const char *path)
{
    yyjson_val *properties = yyjson_obj_get(schema, "properties"), *key, *item;
    bool closed = yyjson_is_false(yyjson_obj_get(schema, "additionalProperties"));
    size_t i, max;
    yyjson_arr_foreach(yyjson_obj_get(schema, "required"), i, max, item)
    {
        if (yyjson_obj_get(value, string_of(item)) == NULL)
            return wrong(c, path, string_of(item));
    }
    yyjson_obj_foreach(value, i, max, key, item)
    {
        char below[WHY_BYTES];
        snprintf(below, sizeof(below), "%.180s.%.60s", path, string_of(key));
        yyjson_val *wish = yyjson_obj_get(properties, string_of(key));
        if (wish == NULL && closed)
            return wrong(c, below, "no such field");
        if (wish != NULL && !check(c, wish, item, below))
            return false;
    }
    return true;
}

static bool check_array(checker *c, yyjson_val *schema, yyjson_val *value, const char *path)
{
    yyjson_val *items = yyjson_obj_get(schema, "items"), *item;
    yyjson_val *least = yyjson_obj_get(schema, "minItems"),
               *most = yyjson_obj_get(schema, "maxItems");
    size_t i, max;
    if (least != NULL && yyjson_arr_size(value) < yyjson_get_uint(least))
        return wrong(c, path, "too few items");
    if (most != NULL && yyjson_arr_size(value) > yyjson_get_uint(most))
        return wrong(c, path, "too many items");
    yyjson_arr_foreach(value, i, max, item)
    {
        char below[WHY_BYTES];
        snprintf(below, sizeof(below), "%.200s[%zu]", path, i);
        if (items != NULL && !check(c, items, item, below))
            return false;
    }
    return true;
}

static bool is_one_of(yyjson_val *choices, yyjson_val *value)
{
    yyjson_val *choice;
    size_t i, max;
    yyjson_arr_foreach(choices, i, max, choice)
    {
        if (yyjson_equals(choice, value))
            return true;
    }
    return false;
}

static bool keywords_are_known(yyjson_val *schema)
{
    static const char *const known[] = {
        "$schema", "$id",      "$ref",     "$defs",    "title",      "description",
        "type",    "const",    "enum",     "required", "properties", "additionalProperties",
        "items",   "minItems", "maxItems", "minimum"};
    yyjson_val *key, *value;
    size_t i, max;
    yyjson_obj_foreach(schema, i, max, key, value)
    {
        bool found = false;
        for (size_t j = 0; j < sizeof(known) / sizeof(*known); j++)
            found = found || yyjson_equals_str(key, known[j]);
        if (!found)
            return false;
    }
    return true;
}

static yyjson_val *definition(checker *c, const char *reference)
{
    return strncmp(reference, "#/$defs/", 8) == 0
               ? yyjson_obj_get(yyjson_obj_get(c->root, "$defs"), reference + 8)
               : NULL;
}

static bool check(checker *c, yyjson_val *schema, yyjson_val *value, const char *path)
{
    yyjson_val *reference = yyjson_obj_get(schema, "$ref"), *type = yyjson_obj_get(schema, "type");
    yyjson_val *constant = yyjson_obj_get(schema, "const"),
               *choices = yyjson_obj_get(schema, "enum");
    yyjson_val *least = yyjson_obj_get(schema, "minimum");
    if (!keywords_are_known(schema))
        return wrong(c, path, "the schema has a keyword that the test does not know");
    if (reference != NULL) {
        yyjson_val *target = definition(c, string_of(reference));
        if (target == NULL)
            return wrong(c, path, "the schema refers to nothing");
        if (!check(c, target, value, path))
            return false;
    }
    if (type != NULL && !is_type(value, string_of(type)))
        return wrong(c, path, "wrong type");
    if (constant != NULL && !yyjson_equals(constant, value))
        return wrong(c, path, "another value");
    if (choices != NULL && !is_one_of(choices, value))
        return wrong(c, path, "none of its values");
    if (least != NULL && yyjson_get_num(value) < yyjson_get_num(least))
        return wrong(c, path, "too small");
    if (yyjson_is_obj(value))
        return check_object(c, schema, value, path);
    return !yyjson_is_arr(value) || check_array(c, schema, value, path);
}

bool schema_holds(yyjson_doc *schema, yyjson_val *value, char *why)
{
    checker c = {yyjson_doc_get_root(schema), why};
    if (c.root == NULL)
        return wrong(&c, "schema", "not loaded");
    return check(&c, c.root, value, "row");
}

int schema_check_rows(yyjson_doc *schema, ng_slice rows, char *why)
{
    int count = 0;
    while (rows.len > 0) {
        const char *end = memchr(rows.ptr, '\n', rows.len);
        size_t length = end != NULL ? (size_t)(end - rows.ptr) : rows.len;
        yyjson_doc *row = yyjson_read(rows.ptr, length, YYJSON_READ_NOFLAG);
        bool good = row != NULL && end != NULL;
        if (!good)
            snprintf(why, WHY_BYTES, "row %d is no whole line of JSON", count);
        else
            good = schema_holds(schema, yyjson_doc_get_root(row), why);
        yyjson_doc_free(row);
        if (!good)
            return -1;
        rows.ptr += length + 1;
        rows.len -= length + 1;
        count++;
    }
    return count;
}
