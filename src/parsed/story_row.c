/* SPDX-License-Identifier: Apache-2.0 */
/* See story_row.h. Read strictly: half a story, repaired, would pass for a shorter one. */
#include "parsed/story_row.h"

#include <yyjson.h>

typedef struct reading {
    ngi_arena *arena;
    yyjson_val *row;
    ng_slice file; /* the row's; may be empty */
} reading;

static ng_slice copy_of(const reading *r, yyjson_val *value)
{
    if (!yyjson_is_str(value) || yyjson_get_len(value) == 0)
        return (ng_slice){0};
    return ngi_arena_copy(r->arena, ngi_slice(yyjson_get_str(value), yyjson_get_len(value)));
}

static ng_slice member(const reading *r, yyjson_val *object, const char *key)
{
    return copy_of(r, yyjson_obj_get(object, key));
}

/* A text or a number: many databases number their stories. */
static ng_slice identifier_of(const reading *r, yyjson_val *story)
{
    yyjson_val *value = yyjson_obj_get(story, "identifier");
    char digits[40];
    int n = 0;
    if (yyjson_is_raw(value)) /* a number too long to be one */
        return ngi_arena_copy(r->arena, ngi_slice(yyjson_get_raw(value), yyjson_get_len(value)));
    if (yyjson_is_uint(value))
        n = snprintf(digits, sizeof(digits), "%llu", (unsigned long long)yyjson_get_uint(value));
    else if (yyjson_is_sint(value))
        n = snprintf(digits, sizeof(digits), "%lld", (long long)yyjson_get_sint(value));
    else if (yyjson_is_real(value))
        n = snprintf(digits, sizeof(digits), "%.17g", yyjson_get_real(value));
    return n > 0 ? ngi_arena_copy(r->arena, ngi_slice(digits, (size_t)n)) : copy_of(r, value);
}

static ng_slice numbered(ngi_arena *arena, ng_slice file, yyjson_val *offset, size_t number)
{
    char digits[56];
    int n = yyjson_is_uint(offset)
                ? snprintf(digits, sizeof(digits), "@%llu#%zu",
                           (unsigned long long)yyjson_get_uint(offset), number)
                : snprintf(digits, sizeof(digits), "#%zu", number);
    char *text = ngi_arena_chars(arena, file.len + (size_t)n);
    if (text == NULL)
        return (ng_slice){0};
    memcpy(text, file.ptr, file.len);
    memcpy(text + file.len, digits, (size_t)n);
    return ngi_slice(text, file.len + (size_t)n);
}

/* ---- who said the quoted stretches ---- */

static bool read_saying(const reading *r, yyjson_val *attribution, yyjson_val *span,
                        ngi_row_saying *out)
{
    yyjson_val *start = yyjson_arr_get(span, 0), *end = yyjson_arr_get(span, 1);
    if (!yyjson_is_uint(start) || !yyjson_is_uint(end) || yyjson_get_uint(end) > UINT32_MAX ||
        yyjson_get_uint(start) >= yyjson_get_uint(end))
        return false;
    yyjson_val *speaker = yyjson_obj_get(attribution, "speaker");
    *out = (ngi_row_saying){.start = (uint32_t)yyjson_get_uint(start),
                            .end = (uint32_t)yyjson_get_uint(end),
                            .speaker = member(r, speaker, "name")};
    if (out->speaker.len == 0)
        out->speaker = member(r, speaker, "description");
    return out->speaker.len != 0;
}

static void read_sayings(const reading *r, yyjson_val *story, ngi_row_story *out)
{
    yyjson_val *list = yyjson_obj_get(story, "attributions"), *attribution, *span;
    size_t i, n, k, m, spans = 0;
    yyjson_arr_foreach(list, i, n, attribution) spans +=
        yyjson_arr_size(yyjson_obj_get(attribution, "content"));
    if (spans == 0 || (out->sayings = NGI_NEW_ARRAY(r->arena, ngi_row_saying, spans)) == NULL)
        return;
    yyjson_arr_foreach(list, i, n, attribution)
    {
        yyjson_val *in = yyjson_obj_get(attribution, "in");
        if (yyjson_is_str(in) && !yyjson_equals_str(in, "articleBody"))
            continue;
        yyjson_val *content = yyjson_obj_get(attribution, "content");
        yyjson_arr_foreach(content, k, m, span) out->saying_count +=
            read_saying(r, attribution, span, &out->sayings[out->saying_count]);
    }
}

/* ---- stories ---- */

/* What several pages call the agency: a string, or {"name"}. */
static ng_slice credit_of(const reading *r, yyjson_val *story)
{
    ng_slice credit = member(r, story, "creditText");
    return credit.len != 0 ? credit : member(r, yyjson_obj_get(story, "creditText"), "name");
}

/* "FILE#2", of a page in an archive "FILE@OFFSET#2"; nothing where the row names no file. */
static void name_story(const reading *r, size_t number, ngi_row_story *out)
{
    yyjson_val *offset = yyjson_obj_get(yyjson_obj_get(r->row, "warc"), "offset");
    out->is_named = true;
    if (r->file.len != 0)
        out->identifier = numbered(r->arena, r->file, offset, number);
}

static void read_story(const reading *r, yyjson_val *story, size_t number, ngi_row_story *out)
{
    bool first = number == 1;
    *out = (ngi_row_story){
        .identifier = identifier_of(r, story),
        .url = member(r, story, "url"),
        .headline = member(r, story, "headline"),
        .description = member(r, story, "description"),
        .body = member(r, story, "articleBody"),
        .published = member(r, story, "datePublished"),
        .modified = member(r, story, "dateModified"),
        .fetched = member(r, story, "fetched"),
        .credit = credit_of(r, story),
        .language = member(r, story, "inLanguage"),
    };
    if (out->url.len == 0 && first)
        out->url = member(r, r->row, "url");
    if (out->language.len == 0)
        out->language = member(r, r->row, "inLanguage");
    if (out->fetched.len == 0)
        out->fetched = member(r, yyjson_obj_get(r->row, "warc"), "date");
    if (out->identifier.len == 0)
        name_story(r, number, out);
    read_sayings(r, story, out);
}

static ng_status read_row(reading *r, ngi_row_story **out, uint32_t *count, ng_error *error)
{
    yyjson_val *stories = yyjson_obj_get(r->row, "stories"), *story;
    size_t i, n, size = yyjson_is_arr(stories) ? yyjson_arr_size(stories) : 1;
    r->file = member(r, r->row, "file");
    if (!yyjson_is_arr(stories) && !yyjson_is_str(yyjson_obj_get(r->row, "articleBody"))) {
        if (yyjson_obj_get(r->row, "error") != NULL)
            return NG_OK; /* a failed input has its row, too */
        return ngi_fail(error, NG_ERR_FORMAT, 0,
                        "neither \"stories\" nor \"articleBody\"; give rows of nutgraf read");
    }
    *out = NGI_NEW_ARRAY(r->arena, ngi_row_story, size + 1);
    if (*out != NULL && !yyjson_is_arr(stories))
        read_story(r, r->row, 1, &(*out)[(*count)++]);
    if (*out != NULL && yyjson_is_arr(stories))
        yyjson_arr_foreach(stories, i, n, story)
        {
            if (yyjson_is_obj(story))
                read_story(r, story, i + 1, &(*out)[(*count)++]);
        }
    return r->arena->failed ? ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a row") : NG_OK;
}

ng_status ngi_story_row_parse(ngi_arena *arena, ng_slice line, ngi_row_story **out, uint32_t *count,
                              ng_error *error)
{
    *out = NULL;
    *count = 0;
    yyjson_read_err why = {0};
    /* Without YYJSON_READ_INSITU the text is not written to, whatever its type says. */
    yyjson_doc *doc =
        yyjson_read_opts((char *)line.ptr, line.len, YYJSON_READ_BIGNUM_AS_RAW, NULL, &why);
    if (doc == NULL)
        return ngi_fail(
            error, why.code == YYJSON_READ_ERROR_MEMORY_ALLOCATION ? NG_ERR_MEMORY : NG_ERR_FORMAT,
            why.pos, "not JSON: %s; mend it", why.msg != NULL ? why.msg : "unreadable");
    reading r = {.arena = arena, .row = yyjson_doc_get_root(doc)};
    ng_status status = NG_OK;
    if (!yyjson_is_obj(r.row))
        status = ngi_fail(error, NG_ERR_FORMAT, 0, "no JSON object; give rows of nutgraf read");
    else
        status = read_row(&r, out, count, error);
    yyjson_doc_free(doc);
    return status;
}
