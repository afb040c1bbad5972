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

typedef struct writing {
    ngi_answer answer;
    ng_ask_options options;
    uint32_t known; /* handles below were there when the corpus was opened */
    ngi_buffer out;
    ng_sink *sink;
    void *context;
    bool refused; /* by the sink */
} writing;

static bool flush(writing *w, size_t least)
{
    if (w->out.len < least || w->out.len == 0)
        return true;
    w->refused = !w->sink(w->context, w->out.ptr, w->out.len);
    ngi_buffer_clear(&w->out);
    return !w->refused;
}

static bool flush_some(void *context, ngi_buffer *out)
{
    (void)out;
    return flush(context, FLUSH);
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

static bool write_stories(writing *w)
{
    uint32_t *ranks = ranks_of(&w->answer);
    bool ok = ranks != NULL;
    for (uint32_t i = w->options.fresh ? w->known : 0; ok && i < w->answer.shelf->count; i++) {
        if (ranks[i] == UINT32_MAX)
            continue;
        ok = w->options.text
                 ? ngi_view_verdict_text(&w->out, &w->answer, ranks[i], w->options.color)
                 : ngi_view_verdict(&w->out, &w->answer, ranks[i]);
        ok = ok && flush(w, FLUSH);
    }
    free(ranks);
    return ok;
}

static ng_status write_quotes(writing *w, const ngi_shelf *shelf, const ngi_asking *asking,
                              ng_error *error)
{
    ngi_quoted_list list;
    w->answer = (ngi_answer){.shelf = shelf};
    ngi_arena_init(&w->answer.arena, 0);
    bool ok = ngi_answer_order(&w->answer) && ngi_quotations_find(&w->answer, asking, &list);
    if (ok && asking->stop != NULL && *asking->stop != 0)
        return ngi_fail(error, NG_ERR_STOPPED, 0, "stopped");
    ok = ok && ngi_view_quotes(&w->out, &w->answer, &list, w->options.text, w->options.color,
                               flush_some, w);
    return ok || w->refused ? NG_OK : ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for quotations");
}

static ng_status write_groups(writing *w, const ngi_shelf *shelf, const ngi_asking *asking,
                              bool threads, ng_error *error)
{
    ng_status status = ngi_answer_make(shelf, asking, &w->answer, error);
    if (status != NG_OK)
        return status;
    bool ok = threads ? ngi_view_threads(&w->out, &w->answer, w->options.fresh ? w->known : 0,
                                         w->options.text, w->options.color, flush_some, w)
                      : write_stories(w);
    return ok || w->refused ? NG_OK : ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the rows");
}

ng_status ng_corpus_write(const ng_corpus *corpus, ng_corpus_form form, const ng_ask_options *given,
                          ng_sink *sink, void *context, ng_error *error)
{
    writing w = {.options = ngi_ask_options_of(given),
                 .known = corpus->known,
                 .sink = sink,
                 .context = context};
    ngi_asking asking = {w.options.window_days, w.options.stop, w.options.progress, context};
    ng_status status = form == NG_CORPUS_QUOTES ? write_quotes(&w, &corpus->shelf, &asking, error)
                                                : write_groups(&w, &corpus->shelf, &asking,
                                                               form == NG_CORPUS_THREADS, error);
    if (status == NG_OK && !w.refused)
        flush(&w, 1);
    if (status == NG_OK && w.refused)
        status = ngi_fail(error, NG_ERR_WRITE, 0, "the output could not be written");
    ngi_answer_free(&w.answer);
    ngi_buffer_free(&w.out);
    return status;
}
