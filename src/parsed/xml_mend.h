/* SPDX-License-Identifier: Apache-2.0 */
/* Between the files of the XML reader. */
#ifndef NGI_XML_MEND_H
#define NGI_XML_MEND_H

#include "parsed/xml.h"

/* The text without what the parser shall not see or would stumble over; see xml_mend.c. */
bool ngi_xml_mend(ngi_arena *arena, ng_slice text, ng_slice *out, ngi_xml_report *report);

#endif
