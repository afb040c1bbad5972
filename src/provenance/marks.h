/* SPDX-License-Identifier: Apache-2.0 */
/* Stretches of a text between quotation marks, of any language. */
#ifndef NGI_MARKS_H
#define NGI_MARKS_H

#include "base/base.h"

/* Bytes between two marks; closed: there is a closing one in the same paragraph. */
typedef struct ngi_quoted_stretch {
    uint32_t begin, end;
    bool closed;
} ngi_quoted_stretch;

/* Goes through a text; zero it but for `text` to begin. */
typedef struct ngi_marks_walk {
    ng_slice text;
    size_t at;
    size_t line_end; /* of the paragraph in which `open` holds */
    uint32_t open;   /* bits of marks that nothing closes in it */
} ngi_marks_walk;

/* The next stretch; false at the end. One that is not closed reaches to its paragraph's end, and
 * what stands in it is gone through again. Linear in the text. */
bool ngi_marks_next(ngi_marks_walk *walk, ngi_quoted_stretch *out);

#endif
