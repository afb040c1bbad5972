/* SPDX-License-Identifier: Apache-2.0 */
/* Between the files of the XML reader. */
#ifndef NGI_XML_MEND_H
#define NGI_XML_MEND_H

#include "parsed/xml.h"

/* Open elements that end tags are held to; where more are open, tags go through as they are. */
enum { NGI_XML_MOST_OPEN = 256 };

typedef struct ngi_xml_mending {
    ng_slice s;
    size_t at;       /* done up to here */
    size_t kept;     /* s[kept, at) is to be copied as it is */
    ngi_buffer *out; /* what is before that, where something was changed */
    bool changed;
    ng_slice open[NGI_XML_MOST_OPEN]; /* names of open elements */
    size_t depth;
    bool too_deep;
    ngi_arena *arena;
    ngi_xml_report *report;
} ngi_xml_mending;

/* The text without what the parser shall not see or would stumble over; see xml_mend.c. It may
 * live in `out`, which the caller frees when it is done with the text. */
bool ngi_xml_mend(ngi_arena *arena, ng_slice text, ngi_buffer *out, ng_slice *mended,
                  ngi_xml_report *report);

/* Notes a fault at m->at, if it is the first. */
void ngi_xml_fault(ngi_xml_mending *m, const char *reason);
/* Writes `text` in the place of the next `skip` bytes. */
void ngi_xml_replace(ngi_xml_mending *m, ng_slice text, size_t skip);
/* Mends the value of an attribute, up to its end. */
void ngi_xml_mend_value(ngi_xml_mending *m, size_t end);

/* xml_tags.c: mends the tag at m->at, which begins with a letter, or with "/" */
void ngi_xml_mend_start_tag(ngi_xml_mending *m);
void ngi_xml_mend_end_tag(ngi_xml_mending *m);

#endif
