/* SPDX-License-Identifier: Apache-2.0 */
/* JSON as web pages hold it: see json.h.
 *
 * yyjson reads it, in a copy, in place: a string that was read points to where it stood, so
 * its offset is known. All repairs therefore keep the length: a bad character becomes a
 * space, a missing bracket goes behind the end. What yyjson takes as it is costs one pass;
 * only what it refuses is repaired, once, by a scanner with a stack of brackets. */
#include "parsed/json.h"

#include "base/utf8.h"

#include <yyjson.h>

enum {
    MAX_DEPTH = 512,   /* brackets closed by the repair */
    MAX_VALUES = 4096, /* values one behind the other in one text */
    MAX_FAULTS = 16,   /* values not well-formed: each may cost a pass over what follows */
    PADDING = 4 + MAX_DEPTH + 8,
};

static const yyjson_read_flag FLAGS = YYJSON_READ_INSITU | YYJSON_READ_STOP_WHEN_DONE |
                                      YYJSON_READ_ALLOW_TRAILING_COMMAS | YYJSON_READ_ALLOW_COMMENTS |
                                      YYJSON_READ_ALLOW_INF_AND_NAN |
                                      YYJSON_READ_ALLOW_EXT_ESCAPE |
                                      YYJSON_READ_ALLOW_EXT_WHITESPACE |
                                      YYJSON_READ_ALLOW_INVALID_UNICODE;

/* ---- repair ---- */

typedef struct repair {
    char *text;
    size_t len;      /* grows by closing brackets, at most MAX_DEPTH + 8 */
    char stack[MAX_DEPTH];
    size_t depth;
} repair;

static size_t skip_space(const repair *r, size_t i)
{
    while (i < r->len && ngi_is_space(r->text[i]))
        i++;
    return i;
}

/* Whether the quote at i ends its string: what follows must go on as JSON does. A comma
 * must be followed by a value or, in an object, by a key and its colon. */
static bool ends_string(const repair *r, size_t i)
{
    size_t next = skip_space(r, i + 1);
    if (next >= r->len)
        return true;
    char c = r->text[next];
    if (c == ':' || c == '}' || c == ']')
        return true;
    if (c == '"') /* a comma is missing, if a line break stands there */
        return memchr(r->text + i, '\n', next - i) != NULL;
    if (c != ',')
        return false;
    next = skip_space(r, next + 1);
    if (next >= r->len)
        return true;
    c = r->text[next];
    return c == '"' || c == '{' || c == '[' || c == '}' || c == ']' || c == '-' || c == ',' ||
           (c >= '0' && c <= '9') || c == 't' || c == 'f' || c == 'n';
}

static bool hex4(const char *p, unsigned *out)
{
    *out = 0;
    for (int i = 0; i < 4; i++) {
        char c = p[i];
        int digit = c >= '0' && c <= '9'                 ? c - '0'
                    : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                         : -1;
        if (digit < 0)
            return false;
        *out = *out * 16 + (unsigned)digit;
    }
    return true;
}

/* Repairs the escape at i (a backslash); returns the offset behind it. */
static size_t repair_escape(repair *r, size_t i)
{
    char c = i + 1 < r->len ? r->text[i + 1] : '\0';
    unsigned unit, low;
    if (c == 'u' && i + 6 <= r->len && hex4(r->text + i + 2, &unit)) {
        if (unit < 0xD800 || unit > 0xDFFF)
            return i + 6;
        if (unit < 0xDC00 && i + 12 <= r->len && r->text[i + 6] == '\\' &&
            r->text[i + 7] == 'u' && hex4(r->text + i + 8, &low) && low >= 0xDC00 &&
            low <= 0xDFFF)
            return i + 12;
        memset(r->text + i, ' ', 6); /* half of a surrogate pair */
        return i + 6;
    }
    if (c == '\0' || strchr("\"\\/bfnrt", c) == NULL) {
        r->text[i] = ' ';
        return i + 1;
    }
    return i + 2;
}

/* Repairs the string whose opening quote stands at i; returns the offset behind it. */
static size_t repair_string(repair *r, size_t i)
{
    for (i++; i < r->len;) {
        unsigned char c = (unsigned char)r->text[i];
        if (c == '\\') {
            i = repair_escape(r, i);
            continue;
        }
        if (c == '"') {
            if (ends_string(r, i))
                return i + 1;
            r->text[i] = '\'';
        }
        if (c < 0x20)
            r->text[i] = ' ';
        i++;
    }
    r->text[r->len++] = '"'; /* cut off within the string */
    return r->len;
}

static void close_bracket(repair *r, char c)
{
    char open = c == '}' ? '{' : '[';
    while (r->depth > 0 && r->stack[r->depth - 1] != open)
        r->depth--;
    if (r->depth > 0)
        r->depth--;
}

/* Whether a character outside of strings is one of JSON's. */
static bool means_something(const repair *r, size_t i)
{
    char c = r->text[i], low = (char)(c | 32);
    if (c == '-')
        return i + 1 < r->len && r->text[i + 1] >= '0' && r->text[i + 1] <= '9';
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || ngi_is_space(c) ||
           (c != '\0' && strchr("{}[],:\"+.", c) != NULL);
}

/* Repairs the text in place from `from` on; what is missing at its end is put there. */
static void repair_text(repair *r, size_t from)
{
    size_t last = from; /* the last character that is no space */
    for (size_t i = from; i < r->len;) {
        char c = r->text[i];
        if (!means_something(r, i))
            r->text[i] = c = ' '; /* rests of comments and of code */
        if (ngi_is_space(c)) {
            i++;
            continue;
        }
        bool value = c == '"' || c == '{' || c == '[';
        bool after = r->text[last] == '"' || r->text[last] == '}' || r->text[last] == ']';
        if (value && after && i > last + 1 && r->depth > 0)
            r->text[last + 1] = ','; /* in place of white space: a comma is missing */
        if ((c == '{' || c == '[') && r->depth < MAX_DEPTH)
            r->stack[r->depth++] = c;
        else if (c == '}' || c == ']')
            close_bracket(r, c);
        else if (c == ',' && r->text[last] == ',')
            r->text[last] = ' ';
        last = i;
        i = c == '"' ? repair_string(r, i) : i + 1;
        if (c == '"')
            last = i - 1;
        if (r->depth == 0 && (c == '}' || c == ']'))
            return; /* this value is whole */
    }
    if (r->depth == 0)
        return;
    char end = r->text[last];
    if (end == ',')
        r->text[last] = ' ';
    else if (end == ':')
        r->text[r->len++] = '0';
    while (r->depth > 0)
        r->text[r->len++] = r->stack[--r->depth] == '{' ? '}' : ']';
}

/* Entities for quotes, as in {&quot;@type&quot;: ...}: the quote goes to the string's side
 * that its kind asks for, so that strings keep their characters. */
static void repair_entities(char *text, size_t len)
{
    bool open = false;
    ng_slice all = {text, len};
    for (size_t at = 0;;) {
        size_t found = ngi_find(ngi_slice_from(all, at), NGI_LIT("&quot;"));
        if (found == NGI_NONE)
            return;
        at += found;
        memset(text + at, ' ', 6);
        text[open ? at : at + 5] = '"';
        open = !open;
        at += 6;
    }
}

/* ---- reading ---- */

/* Copies the values into the arena: they hold no address but those of their strings. */
static bool add_root(ngi_arena *arena, ngi_json_text *out, yyjson_doc *doc)
{
    size_t count = yyjson_doc_get_val_count(doc);
    yyjson_val *values = ngi_arena_alloc(arena, count, sizeof *values);
    if (values == NULL || !ngi_arena_grow(arena, &out->roots, &out->room, out->count + 1u,
                                          sizeof *out->roots))
        return false;
    memcpy(values, yyjson_doc_get_root(doc), count * sizeof *values);
    out->roots[out->count] = (ngi_json_root){values, (uint32_t)count};
    out->count++;
    return true;
}

/* The offset of the next bracket that may begin a value: '{', or '[' before one of the
 * characters with which JSON goes on. */
static size_t next_value(const char *text, size_t at, size_t len)
{
    for (; at < len; at++) {
        bool mark = text[at] == '[' && at >= 5 && memcmp(text + at - 5, "CDATA", 5) == 0;
        if ((text[at] != '{' && text[at] != '[') || mark)
            continue;
        size_t next = at + 1;
        while (next < len && ngi_is_space(text[next]))
            next++;
        if (next >= len)
            return len;
        if (text[next] == '"' || text[next] == '{' || text[next] == '[' ||
            (text[at] == '{' && text[next] == '&' && len - next > 6 &&
             memcmp(text + next, "&quot;", 6) == 0))
            return at;
        if (next > at + 1)
            at = next - 1;
    }
    return len;
}

/* A text under reading. */
typedef struct reading {
    ng_slice source;
    char *copy;
    size_t at, len;  /* len: the source's, and brackets put behind it */
    unsigned faults; /* values that had to be repaired or given up */
    bool no_memory;
} reading;

/* Reads the value at r->at; on success moves behind it. */
static yyjson_doc *read_value(reading *r)
{
    yyjson_read_err error;
    yyjson_doc *doc = yyjson_read_opts(r->copy + r->at, r->len - r->at, FLAGS, NULL, &error);
    if (doc != NULL)
        r->at += yyjson_doc_get_read_size(doc);
    else if (error.code == YYJSON_READ_ERROR_MEMORY_ALLOCATION)
        r->no_memory = true;
    return doc;
}

/* Reading in place has changed what follows `begin`: takes it from the source again. */
static void restore(reading *r, size_t begin)
{
    if (begin < r->source.len)
        memcpy(r->copy + begin, r->source.ptr + begin, r->source.len - begin);
}

/* Reads the value at r->at again, repaired. */
static yyjson_doc *read_repaired(reading *r, repair *work)
{
    size_t begin = r->at;
    restore(r, begin);
    if (ngi_starts(ngi_trim(ngi_slice_from(r->source, begin + 1)), NGI_LIT("&quot;")))
        repair_entities(r->copy + begin, r->source.len - begin);
    *work = (repair){.text = r->copy, .len = r->source.len};
    repair_text(work, begin);
    r->len = work->len;
    return read_value(r);
}

bool ngi_json_read(ngi_arena *arena, ng_slice source, bool code, ngi_json_text *out)
{
    *out = (ngi_json_text){.source = source};
    if (source.len > UINT32_MAX / 2)
        return true;
    reading r = {.source = source, .len = source.len};
    r.at = next_value(source.ptr, 0, source.len);
    if (r.at == r.len)
        return true;
    repair *work = NGI_NEW(arena, repair);
    r.copy = ngi_arena_chars(arena, source.len + PADDING);
    if (r.copy == NULL || work == NULL)
        return false;
    memcpy(r.copy, source.ptr, source.len);
    memset(r.copy + source.len, 0, PADDING);
    out->copy = r.copy;
    while (r.at < r.len && out->count < MAX_VALUES && r.faults < MAX_FAULTS) {
        size_t begin = r.at;
        yyjson_doc *doc = read_value(&r);
        if (doc == NULL && !r.no_memory) {
            r.faults++;
            doc = code ? (restore(&r, begin), NULL) : read_repaired(&r, work);
        }
        bool ok = doc == NULL || add_root(arena, out, doc);
        yyjson_doc_free(doc);
        if (!ok || r.no_memory)
            return false;
        r.at = next_value(r.copy, doc == NULL ? begin + 1 : r.at, r.len);
    }
    return true;
}

/* ---- asking ---- */

bool ngi_json_is_object(const ngi_json *value)
{
    return yyjson_is_obj((yyjson_val *)value);
}

bool ngi_json_is_array(const ngi_json *value)
{
    return yyjson_is_arr((yyjson_val *)value);
}

bool ngi_json_is_string(const ngi_json *value)
{
    return yyjson_is_str((yyjson_val *)value);
}

const ngi_json *ngi_json_get(const ngi_json *object, const char *name)
{
    return yyjson_obj_get((yyjson_val *)object, name);
}

ng_slice ngi_json_string(const ngi_json *value)
{
    yyjson_val *v = (yyjson_val *)value;
    if (!yyjson_is_str(v))
        return (ng_slice){0};
    return (ng_slice){yyjson_get_str(v), yyjson_get_len(v)};
}

bool ngi_json_number(const ngi_json *value, int64_t *out)
{
    yyjson_val *v = (yyjson_val *)value;
    if (yyjson_is_int(v)) {
        *out = yyjson_get_sint(v);
        return true;
    }
    if (yyjson_is_real(v)) {
        double d = yyjson_get_real(v);
        *out = d > -9e15 && d < 9e15 ? (int64_t)d : 0;
        return *out != 0;
    }
    ng_slice s = ngi_json_string(value);
    if (s.len == 0 || s.len > 15)
        return false;
    *out = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        *out = *out * 10 + (s.ptr[i] - '0');
    }
    return true;
}

bool ngi_json_truth(const ngi_json *value, bool *out)
{
    yyjson_val *v = (yyjson_val *)value;
    if (yyjson_is_bool(v)) {
        *out = yyjson_get_bool(v);
        return true;
    }
    ng_slice s = ngi_trim(ngi_json_string(value));
    for (size_t slash = s.len; slash-- > 0;) /* "https://schema.org/False" */
        if (s.ptr[slash] == '/') {
            s = ngi_slice_from(s, slash + 1);
            break;
        }
    *out = ngi_equal_nocase(s, NGI_LIT("true")) || ngi_equal_nocase(s, NGI_LIT("yes"));
    return *out || ngi_equal_nocase(s, NGI_LIT("false")) || ngi_equal_nocase(s, NGI_LIT("no"));
}

const ngi_json *ngi_json_at(const ngi_json *value, uint32_t steps)
{
    return value + steps;
}

uint32_t ngi_json_span(const ngi_json *value)
{
    yyjson_val *v = (yyjson_val *)value;
    return v == NULL ? 0 : (uint32_t)(unsafe_yyjson_get_next(v) - v);
}

size_t ngi_json_size(const ngi_json *container)
{
    return yyjson_get_len((yyjson_val *)container) *
           (size_t)yyjson_is_ctn((yyjson_val *)container);
}

ngi_json_walk ngi_json_each(const ngi_json *value)
{
    if (!ngi_json_is_array(value))
        return (ngi_json_walk){.next = value, .left = value == NULL ? 0 : 1};
    return (ngi_json_walk){.next = value + 1, .left = ngi_json_size(value)};
}

ngi_json_walk ngi_json_pairs(const ngi_json *value)
{
    if (!ngi_json_is_object(value))
        return (ngi_json_walk){0};
    return (ngi_json_walk){.next = value + 1, .left = ngi_json_size(value), .pairs = true};
}

bool ngi_json_step(ngi_json_walk *walk)
{
    if (walk->left == 0)
        return false;
    walk->left--;
    walk->key = walk->pairs ? walk->next : NULL;
    walk->value = walk->pairs ? walk->next + 1 : walk->next;
    walk->next = walk->left == 0 ? NULL : unsafe_yyjson_get_next((yyjson_val *)walk->value);
    return true;
}

/* The length of what one unescaped stretch takes: the source characters at `at` and the
 * bytes that they became. */
static size_t escape_length(const ngi_json_text *text, size_t at, size_t *bytes)
{
    const char *p = text->source.ptr + at;
    size_t left = text->source.len - at;
    unsigned unit;
    *bytes = 1;
    if (*p != '\\' || left < 2)
        return 1;
    if (p[1] != 'u' || left < 6 || !hex4(p + 2, &unit))
        return 2;
    bool pair = unit >= 0xD800 && unit <= 0xDBFF && left >= 12;
    *bytes = pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    return pair ? 12 : 6;
}

ngi_json_trace ngi_json_trace_of(const ngi_json_text *text, const ngi_json *string)
{
    ng_slice s = ngi_json_string(string);
    ngi_json_trace trace = {.text = text};
    if (s.len == 0 || s.ptr < text->copy || s.ptr >= text->copy + text->source.len)
        trace.text = NULL;
    else
        trace.source = (uint32_t)(s.ptr - text->copy);
    return trace;
}

uint32_t ngi_json_trace_to(ngi_json_trace *trace, size_t offset)
{
    while (trace->text != NULL && trace->done < offset &&
           trace->source < trace->text->source.len) {
        size_t bytes, taken = escape_length(trace->text, trace->source, &bytes);
        trace->done += bytes;
        trace->source += (uint32_t)taken;
    }
    return trace->source;
}

size_t ngi_json_unescape(ng_slice literal, char *out)
{
    size_t used = 0;
    for (size_t i = 0; i < literal.len;) {
        unsigned unit, low;
        char c = literal.ptr[i];
        if (c != '\\' || i + 1 >= literal.len) {
            out[used++] = c;
            i++;
            continue;
        }
        c = literal.ptr[i + 1];
        if (c == 'u' && i + 6 <= literal.len && hex4(literal.ptr + i + 2, &unit)) {
            i += 6;
            if (unit >= 0xD800 && unit <= 0xDBFF && i + 6 <= literal.len &&
                literal.ptr[i] == '\\' && literal.ptr[i + 1] == 'u' &&
                hex4(literal.ptr + i + 2, &low) && low >= 0xDC00 && low <= 0xDFFF) {
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                i += 6;
            }
            bool half = unit >= 0xD800 && unit <= 0xDFFF;
            used += ngi_utf8_put(half ? ' ' : unit, out + used);
            continue;
        }
        static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
        const char *known = c == '\0' ? NULL : strchr(from, c);
        out[used++] = known != NULL ? to[known - from] : c;
        i += 2;
    }
    return used;
}
