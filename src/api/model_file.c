/* SPDX-License-Identifier: Apache-2.0 */
/* The file is mapped, so that readers in several threads, and several processes, share one copy of
 * its megabytes; all of it is checked once, before anything is read by it. */
#include "api/model_file.h"
#include "bytes/bytes.h"

#include <stdlib.h>

static ng_status map(ngi_model_file *file, ng_error *error)
{
    ng_error why = {0};
    ng_status status = ngi_file_map(file->path, &file->bytes, &why);
    if (status == NG_OK)
        status = ngi_model_read(file->bytes, &file->model, &why);
    if (status == NG_OK)
        return NG_OK;
    return ngi_fail(error, status, why.offset_bytes, "%s: %s", file->path, why.text);
}

ng_status ngi_model_file_open(ngi_model_file *file, ng_slice path, ng_error *error)
{
    if (file->path != NULL && ngi_equal(ngi_slice_of(file->path), path))
        return NG_OK;
    ngi_model_file_close(file);
    file->path = calloc(path.len + 1, 1);
    if (file->path == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the model's name");
    memcpy(file->path, path.ptr, path.len);
    ng_status status = map(file, error);
    if (status != NG_OK)
        ngi_model_file_close(file);
    return status;
}

void ngi_model_file_close(ngi_model_file *file)
{
    ngi_file_unmap(file->bytes);
    free(file->path);
    *file = (ngi_model_file){0};
}
