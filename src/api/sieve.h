/* SPDX-License-Identifier: Apache-2.0 */
/* Which pages a run wants (ng_filter), each question asked as early as it can be. */
#ifndef NGI_SIEVE_H
#define NGI_SIEVE_H

#include "base/base.h"

/* Whether a filter's date is one, or empty. */
bool ngi_sieve_is_date(ng_slice text);

/* By the header of a record; an empty date or address lets nothing through that is asked for. */
bool ngi_sieve_date(const ng_filter *filter, ng_slice date);
bool ngi_sieve_host(const ng_filter *filter, ng_slice url);
/* By the page's source, decoded. */
bool ngi_sieve_words(ngi_arena *arena, const ng_filter *filter, ng_slice source);
/* By a sample of the page's text: false where it is surely in another language. */
bool ngi_sieve_sample(ngi_arena *arena, const ng_filter *filter, ng_slice source, bool html);
/* By what was found. */
bool ngi_sieve_language(const ng_filter *filter, ng_slice language);
bool ngi_sieve_kind(const ng_filter *filter, ng_kind kind);

#endif
