/* SPDX-License-Identifier: Apache-2.0 */
/* The SHA-256 of a page while the page is read.
 *
 * At 1.5 GB/s, with the processor's own instructions, it still takes a sixth of the time that
 * reading takes, and nothing of reading needs it: so it is worked out by a thread of its own,
 * on a second processor where there is one. Small pages are not worth the hand-over. */
#ifndef NGI_HASHER_H
#define NGI_HASHER_H

#include "base/base.h"

typedef struct ngi_hasher ngi_hasher;

/* NULL when memory is out. Its thread starts with the first large page. */
ngi_hasher *ngi_hasher_new(void);
void ngi_hasher_free(ngi_hasher *hasher);

/* Begins; `bytes` and `out` (64 digits and a NUL) must stay until ngi_hasher_end(). */
void ngi_hasher_begin(ngi_hasher *hasher, ng_slice bytes, char out[65]);
/* Waits until it is done. */
void ngi_hasher_end(ngi_hasher *hasher);

/* Starts a thread that takes no signals: those are the caller's. Returns false where it can't
 * be started. */
bool ngi_thread_start(void *thread, void *(*work)(void *), void *context);

#endif
