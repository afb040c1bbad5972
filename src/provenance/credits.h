/* SPDX-License-Identifier: Apache-2.0 */
/* Agencies as the stories themselves name them: by credit lines and datelines. No list of names:
 * an agency's own site is one whose host is named like the agency that its stories credit. */
#ifndef NGI_CREDITS_H
#define NGI_CREDITS_H

#include "provenance/answer.h"

typedef struct ngi_agencies {
    uint64_t *sites; /* rising */
    uint32_t count;
} ngi_agencies;

/* The sites that are agencies'. False when memory is out. */
bool ngi_agencies_find(ngi_answer *answer, ngi_agencies *out);
bool ngi_is_agency(const ngi_agencies *agencies, const ngi_shelved *story);
/* Whether a credit names the owner of a host: "Reuters" at reuters.com, "The Associated Press" at
 * apnews.com. "with Reuters" names a helper. */
bool ngi_credit_owns(ng_slice credit, ng_slice host);
/* The source that a dateline names in brackets where the body begins: "LAGOS (Meridian) -",
 * "(Meridian) -"; empty where there is none. */
ng_slice ngi_dateline_source(const ngi_shelved *story);
/* Whom a story credits: by its credit line, else its dateline; may be empty. */
ng_slice ngi_credit_of(const ngi_shelved *story);

#endif
