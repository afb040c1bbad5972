/* SPDX-License-Identifier: Apache-2.0 */
/* The steps one after the other; see answer.h. */
#include "provenance/answer.h"

ng_status ngi_answer_make(const ngi_shelf *shelf, const ngi_asking *asking, ngi_answer *out,
                          ng_error *error)
{
    *out = (ngi_answer){.shelf = shelf};
    ngi_arena_init(&out->arena, 0);
    bool ok = ngi_answer_order(out) && ngi_answer_find_echoes(out) &&
              ngi_answer_ties(out, asking) && ngi_answer_pairs(out, asking);
    if (ok && asking->stop != NULL && *asking->stop != 0)
        return ngi_fail(error, NG_ERR_STOPPED, 0, "stopped");
    ok = ok && ngi_answer_links(out) && ngi_answer_composites(out) && ngi_answer_groups(out) &&
         ngi_answer_origins(out) && ngi_answer_events(out) && ngi_answer_echoes(out);
    return ok ? NG_OK : ngi_fail(error, NG_ERR_MEMORY, 0, "no memory to compare the stories");
}

void ngi_answer_free(ngi_answer *answer)
{
    ngi_arena_free(&answer->arena);
    *answer = (ngi_answer){0};
}
