/* SPDX-License-Identifier: Apache-2.0 */
/* A record's model from a file, in place of the one that is built in. */
#ifndef NGI_MODEL_FILE_H
#define NGI_MODEL_FILE_H

#include "record/learned/model.h"

typedef struct ngi_model_file {
    char *path; /* NULL: none is open */
    ng_slice bytes;
    ngi_model model;
} ngi_model_file;

/* Maps and checks the file at `path`, unless it is open already.
 *   NG_ERR_IO      it can't be read
 *   NG_ERR_FORMAT  it is cut off, damaged, of another version or no model at all
 *   NG_ERR_MEMORY  an allocation failed */
NG_MUST_USE ng_status ngi_model_file_open(ngi_model_file *file, ng_slice path, ng_error *error);
void ngi_model_file_close(ngi_model_file *file);

#endif
