/* SPDX-License-Identifier: Apache-2.0 */
/* What was found out about a corpus, written out. */
#include "api/corpus.h"
#include "views/provenance.h"

#include <stdlib.h>

ng_ask_options ngi_ask_options_of(const ng_ask_options *given)
{
    ng_ask_options options = NG_ASK_OPTIONS;
    if (given != NULL)
        memcpy(&options, given, given->size < sizeof(options) ? given->size : sizeof(options));
    options.size = sizeof(options);
    return options;
}

enum { FLUSH = 1 << 16 };

static bool flush(ngi_buffer *out, size_t least, ng_sink *sink, void *context)
{
    if (out->len < least || out->len == 0)
        return true;
    bool ok = sink(context, out->ptr, out->len);
    ngi_buffer_clear(out);
    return ok;
}

/* The rank of each handle; UINT32_MAX for those that were removed. */
static uint32_t *ranks_of(const ngi_answer *a)
{
    uint32_t *ranks = malloc((a->shelf->count + 1) * sizeof(*ranks));
    for (uint32_t i = 0; ranks != NULL && i < a->shelf->count; i++)
        ranks[i] = UINT32_MAX;
    for (uint32_t i = 0; ranks != NULL && i < a->count; i++)
        ranks[a->handles[i]] = i;
    return ranks;
}

static ng_status write_stories(const ngi_answer *a, ng_sink *sink, void *context, ng_error *error)
{
    ngi_buffer out = {0};
    ngi_verdict_writer writer = {.answer = a};
    uint32_t *ranks = ranks_of(a);
    ng_status status = ranks == NULL ? NG_ERR_MEMORY : NG_OK;
    for (uint32_t i = 0; status == NG_OK && i < a->shelf->count; i++) {
        if (ranks[i] == UINT32_MAX)
            continue;
        if (!ngi_view_verdict(&out, &writer, ranks[i]))
            status = NG_ERR_MEMORY;
        else if (!flush(&out, FLUSH, sink, context))
            status = NG_ERR_WRITE;
    }
    if (status == NG_OK && !flush(&out, 1, sink, context))
        status = NG_ERR_WRITE;
    ngi_verdict_writer_free(&writer);
    ngi_buffer_free(&out);
    free(ranks);
    return status == NG_OK ? NG_OK
                           : ngi_fail(error, status, 0,
                                      status == NG_ERR_WRITE ? "the output could not be written"
                                                             : "no memory for the rows");
}

ng_status ng_corpus_write(const ng_corpus *corpus, ng_corpus_form form,
                          const ng_ask_options *given, ng_sink *sink, void *context,
                          ng_error *error)
{
    ng_ask_options options = ngi_ask_options_of(given);
    ngi_asking asking = {options.window_days, options.stop, options.progress, context};
    ngi_answer answer;
    (void)form;
    ng_status status = ngi_answer_make(&corpus->shelf, &asking, &answer, error);
    if (status == NG_OK)
        status = write_stories(&answer, sink, context, error);
    ngi_answer_free(&answer);
    return status;
}
