/* SPDX-License-Identifier: Apache-2.0 */
/* See hasher.h. */
#include "api/hasher.h"

#include "bytes/bytes.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

enum { LEAST_BYTES = 64 * 1024 };

struct ngi_hasher {
    pthread_t thread;
    bool started, quit;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool busy;
    ng_slice bytes;
    char *out;
};

bool ngi_thread_start(void *thread, void *(*work)(void *), void *context)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool good = pthread_create(thread, NULL, work, context) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return good;
}

ngi_hasher *ngi_hasher_new(void)
{
    ngi_hasher *hasher = calloc(1, sizeof(*hasher));
    if (hasher != NULL) {
        pthread_mutex_init(&hasher->lock, NULL);
        pthread_cond_init(&hasher->changed, NULL);
    }
    return hasher;
}

static void *work(void *context)
{
    ngi_hasher *h = context;
    pthread_mutex_lock(&h->lock);
    while (!h->quit) {
        if (h->busy) {
            pthread_mutex_unlock(&h->lock);
            ngi_sha256(h->bytes, h->out);
            pthread_mutex_lock(&h->lock);
            h->busy = false;
            pthread_cond_broadcast(&h->changed);
        } else {
            pthread_cond_wait(&h->changed, &h->lock);
        }
    }
    pthread_mutex_unlock(&h->lock);
    return NULL;
}

void ngi_hasher_free(ngi_hasher *hasher)
{
    if (hasher == NULL)
        return;
    pthread_mutex_lock(&hasher->lock);
    hasher->quit = true;
    pthread_cond_broadcast(&hasher->changed);
    pthread_mutex_unlock(&hasher->lock);
    if (hasher->started)
        pthread_join(hasher->thread, NULL);
    pthread_cond_destroy(&hasher->changed);
    pthread_mutex_destroy(&hasher->lock);
    free(hasher);
}

void ngi_hasher_begin(ngi_hasher *hasher, ng_slice bytes, char out[65])
{
    if (bytes.len >= LEAST_BYTES && !hasher->started)
        hasher->started = ngi_thread_start(&hasher->thread, work, hasher);
    if (bytes.len < LEAST_BYTES || !hasher->started) {
        ngi_sha256(bytes, out);
        return;
    }
    pthread_mutex_lock(&hasher->lock);
    hasher->bytes = bytes;
    hasher->out = out;
    hasher->busy = true;
    pthread_cond_broadcast(&hasher->changed);
    pthread_mutex_unlock(&hasher->lock);
}

void ngi_hasher_end(ngi_hasher *hasher)
{
    pthread_mutex_lock(&hasher->lock);
    while (hasher->busy)
        pthread_cond_wait(&hasher->changed, &hasher->lock);
    pthread_mutex_unlock(&hasher->lock);
}
