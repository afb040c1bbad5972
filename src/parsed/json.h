/* SPDX-License-Identifier: Apache-2.0 */
/* JSON as web pages hold it: read leniently, many values in one text, with the way back
 * from a string to its bytes.
 *
 * A value is an opaque pointer, NULL where there is none; every question about NULL has
 * the answer "no" or "empty", so that chains of look-ups need no checks. */
#ifndef NGI_JSON_H
#define NGI_JSON_H

#include "base/base.h"

typedef struct yyjson_val ngi_json;

/* The values found in one text, each in document order: a container is followed by all
 * that it holds, an object's key by its value. */
typedef struct ngi_json_root {
    const ngi_json *value;
    uint32_t count; /* values under it, itself included: value + 0 .. count - 1 */
} ngi_json_root;
typedef struct ngi_json_text {
    ng_slice source;  /* as given */
    const char *copy; /* strings that were read point in here, at their offset */
    ngi_json_root *roots;
    size_t room;
    uint32_t count;
} ngi_json_text;

/* Reads all values in `source`: comments, CDATA marks and script code around them are
 * passed over; what is broken is repaired where that can be done (control characters in
 * strings, quotes within, missing or superfluous commas and brackets, HTML entities for
 * quotes). False when memory is out; a text without JSON gives count 0. Takes time linear
 * in the length of `source`. code: `source` is a program, in which objects and arrays are
 * looked for; nothing is repaired then. */
bool ngi_json_read(ngi_arena *arena, ng_slice source, bool code, ngi_json_text *out);

bool ngi_json_is_object(const ngi_json *value);
bool ngi_json_is_array(const ngi_json *value);
bool ngi_json_is_string(const ngi_json *value);
/* The member `name` (in exactly this case) of an object. */
const ngi_json *ngi_json_get(const ngi_json *object, const char *name);
/* The characters of a string; empty for all else. */
ng_slice ngi_json_string(const ngi_json *value);
/* A whole number (or a string of digits); false for all else. */
bool ngi_json_number(const ngi_json *value, int64_t *out);
/* true or false, also as a string or as schema.org's True; false where it is neither. */
bool ngi_json_truth(const ngi_json *value, bool *out);
/* The value `steps` behind `value` in document order; the caller knows that it is there. */
const ngi_json *ngi_json_at(const ngi_json *value, uint32_t steps);
/* The number of values of a container and all that it holds, itself included. */
uint32_t ngi_json_span(const ngi_json *value);
/* Values in the container itself: elements, or pairs of an object. */
size_t ngi_json_size(const ngi_json *container);

/* Goes through an array's elements, an object's pairs, or a lone value as if it stood in
 * an array:  for (ngi_json_walk w = ngi_json_each(v); ngi_json_step(&w);) use w.value */
typedef struct ngi_json_walk {
    const ngi_json *next;
    size_t left;
    bool pairs;
    const ngi_json *key, *value; /* key: NULL but for objects entered with _pairs */
} ngi_json_walk;
ngi_json_walk ngi_json_each(const ngi_json *value);  /* array: elements; else the value once */
ngi_json_walk ngi_json_pairs(const ngi_json *value); /* an object's pairs */
bool ngi_json_step(ngi_json_walk *walk);

/* Writes a string literal's characters with its escapes resolved to `out`, which has room
 * for as many bytes; returns how many were written. */
size_t ngi_json_unescape(ng_slice literal, char *out);

/* Goes along a string and tells where its bytes stand in text->source, escapes and all.
 * Offsets must be asked for in rising order. */
typedef struct ngi_json_trace {
    const ngi_json_text *text; /* NULL: a string of no known place */
    size_t done;
    uint32_t source;
} ngi_json_trace;
ngi_json_trace ngi_json_trace_of(const ngi_json_text *text, const ngi_json *string);
uint32_t ngi_json_trace_to(ngi_json_trace *trace, size_t offset);

#endif
