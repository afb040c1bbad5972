/* SPDX-License-Identifier: Apache-2.0 */
/* See manifest.h. */
#include "parsed/manifest.h"

#include <yyjson.h>

static ng_slice string_of(ngi_arena *arena, yyjson_val *object, const char *key)
{
    yyjson_val *value = yyjson_obj_get(object, key);
    if (!yyjson_is_str(value) || yyjson_get_len(value) == 0)
        return (ng_slice){0};
    return ngi_arena_copy(arena, ngi_slice(yyjson_get_str(value), yyjson_get_len(value)));
}

ng_status ngi_manifest_parse(ngi_arena *arena, ng_slice line, ngi_manifest_line *out,
                             ng_error *error)
{
    *out = (ngi_manifest_line){0};
    yyjson_read_err why = {0};
    /* Without YYJSON_READ_INSITU the text is not written to, whatever its type says. */
    yyjson_doc *doc = yyjson_read_opts((char *)line.ptr, line.len, YYJSON_READ_NOFLAG, NULL, &why);
    if (doc == NULL)
        return ngi_fail(
            error, why.code == YYJSON_READ_ERROR_MEMORY_ALLOCATION ? NG_ERR_MEMORY : NG_ERR_FORMAT,
            why.pos, "not JSON: %s; mend the line", why.msg != NULL ? why.msg : "unreadable");
    yyjson_val *object = yyjson_doc_get_root(doc);
    ng_status status = NG_OK;
    out->file = string_of(arena, object, "file");
    out->url = string_of(arena, object, "url");
    out->now = string_of(arena, object, "now");
    if (arena->failed)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a line of the manifest");
    else if (out->file.len == 0)
        status = ngi_fail(error, NG_ERR_FORMAT, 0, "no object with a \"file\"; mend the line");
    else if (memchr(out->file.ptr, '\0', out->file.len) != NULL)
        status = ngi_fail(error, NG_ERR_FORMAT, 0, "\"file\" holds a NUL; mend the line");
    yyjson_doc_free(doc);
    return status;
}
