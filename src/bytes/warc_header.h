/* SPDX-License-Identifier: Apache-2.0 */
/* The headers of records: several lines in a WARC, one in an ARC. */
#ifndef NGI_WARC_HEADER_H
#define NGI_WARC_HEADER_H

#include "bytes/warc.h"

/* The length of a WARC header with its empty line; 0 where that is not there yet. */
size_t ngi_warc_header_length(ng_slice s);
/* Reads the fields of a header into `r`. Returns why it is none, or NULL. */
const char *ngi_warc_header_read(ng_slice text, ngi_warc_record *r);
const char *ngi_arc_header_read(ng_slice text, ngi_warc_record *r);

/* Whether bytes at which a record should begin do so. */
bool ngi_record_begins(ng_slice s);
bool ngi_arc_begins(ng_slice s);
/* Whether a line anywhere begins a WARC header: stricter, for pages may speak of WARC. */
bool ngi_warc_begins_line(ng_slice s);

#endif
