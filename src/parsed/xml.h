/* SPDX-License-Identifier: Apache-2.0 */
/* XML as feeds hold it, well-formed or not, as a row of events. */
#ifndef NGI_XML_H
#define NGI_XML_H

#include "base/base.h"

typedef struct ngi_xml_name {
    ng_slice uri;    /* of the namespace; empty where there is none or it is not declared */
    ng_slice prefix; /* as written; may be empty */
    ng_slice local;
} ngi_xml_name;

typedef struct ngi_xml_attr {
    ngi_xml_name name;
    ng_slice value; /* entities resolved */
} ngi_xml_attr;

/* What is called as the text goes by; all slices hold during the call only. Each element that
 * is opened is closed, at the end of the text at the latest. */
typedef struct ngi_xml_events {
    void (*open)(void *context, const ngi_xml_name *name, const ngi_xml_attr *attrs, size_t count);
    void (*close)(void *context);
    void (*text)(void *context, ng_slice text);
} ngi_xml_events;

typedef struct ngi_xml_report {
    bool broken;      /* not well-formed: what could be read was read */
    uint32_t line;    /* where; 0: not known */
    char reason[160]; /* the first fault, for people */
} ngi_xml_report;

/* Reads `text`, which is valid UTF-8. No network, no DTD, no entities of the text's own: a
 * document type is passed over. False when memory is out, or the arena's time is up. */
bool ngi_xml_read(ngi_arena *arena, ng_slice text, const ngi_xml_events *events, void *context,
                  ngi_xml_report *report);

/* The local name of the first element in the beginning of a text; empty where there is none. */
ng_slice ngi_xml_root(ng_slice text);

#endif
