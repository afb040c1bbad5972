/* SPDX-License-Identifier: Apache-2.0 */
/* One line of a manifest of inputs: {"file", "url", "now"}, of which only "file" is needed.
 * Other keys are passed over, so that a crawler's own log can serve. */
#ifndef NGI_MANIFEST_H
#define NGI_MANIFEST_H

#include "base/base.h"

typedef struct ngi_manifest_line {
    ng_slice file, url, now; /* live in the arena */
} ngi_manifest_line;

/*   NG_ERR_FORMAT  no object with a string "file"
 *   NG_ERR_MEMORY  an allocation failed */
ng_status ngi_manifest_parse(ngi_arena *arena, ng_slice line, ngi_manifest_line *out,
                             ng_error *error);

#endif
