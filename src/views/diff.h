/* SPDX-License-Identifier: Apache-2.0 */
/* What changed between two stories: JSON, or text with colours. */
#ifndef NGI_VIEW_DIFF_H
#define NGI_VIEW_DIFF_H

#include "provenance/diff.h"

/* One JSON line. False when memory is out. */
bool ngi_view_diff_json(ngi_buffer *out, const ngi_diff *diff);
/* Lines for people: what is gone begins with "-", what is new with "+". */
void ngi_view_diff_text(ngi_buffer *out, const ngi_diff *diff, bool color);

#endif
