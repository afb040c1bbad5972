/* SPDX-License-Identifier: Apache-2.0 */
/* Text on a terminal: wrapped by columns, and harmless. */
#ifndef NGI_WRAP_H
#define NGI_WRAP_H

#include "base/base.h"

/* How lines are set. */
typedef struct ngi_lines {
    uint32_t width;            /* columns, prefix included */
    ng_slice first, following; /* prefixes of the first line and of those after it */
    ng_slice style;            /* colour codes before each line's text; empty: none */
    bool right_to_left;        /* each line begins with a mark that says so */
} ngi_lines;

/* Appends `text`, its words set in lines, each ended by a newline. Scripts without spaces
 * break between characters, though not before closing punctuation. A newline in `text` ends
 * the line. Control characters (escape sequences too) become U+FFFD; those that turn the
 * direction of text are left out. */
void ngi_wrap(ngi_buffer *out, ng_slice text, const ngi_lines *lines);

/* Appends `text` as it is but for its control characters; newlines and tabs stay. */
void ngi_harmless(ngi_buffer *out, ng_slice text);
/* The same as one line: newlines and tabs become U+FFFD too, and so does what is no UTF-8. */
void ngi_harmless_line(ngi_buffer *out, ng_slice text);

#endif
