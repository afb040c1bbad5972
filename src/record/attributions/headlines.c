/* SPDX-License-Identifier: Apache-2.0 */
/* Headlines have a grammar of their own: "Minister: harbour to close", "Harbour to close,
 * officials say", "Harbour to close - report". What a sentence's grammar finds ("Ostrova says
 * harbour will close") is left to it. */
#include "record/attributions/sayings.h"

/* The words could name who speaks: a source's noun, or a name of a few capitals. */
static bool names_source(const ngi_work *w, uint32_t begin, uint32_t end)
{
    if (end <= begin || end - begin > 6)
        return false;
    bool capitals = true;
    for (uint32_t i = begin; i < end; i++) {
        if (ngi_word_has(w, i, NGI_W_NOUN) && i + 1 == end)
            return true;
        capitals = capitals && (ngi_word_capital(w, i) || ngi_mark(w, i) != 0 ||
                                ngi_word_of(w, i, "of the for"));
    }
    return capitals && end - begin <= 3 &&
           !ngi_word_of(w, begin,
                        "exclusive analysis explainer live watch video opinion update "
                        "factbox breaking timeline profile interview review photos "
                        "q special");
}

static void emit(ngi_work *w, ngi_stretch source, ngi_stretch cue, ngi_stretch content)
{
    ngi_draft *d = ngi_work_add(w);
    if (d == NULL)
        return;
    d->rule = NGI_RULE_HEADLINE;
    d->cue = cue;
    d->source[d->sources++] = source;
    ngi_content_add(w, d, content.begin, content.end);
}

/* "Chain hid outbreak for weeks, staff say": the last words, behind the last comma. */
static bool closing_cue(ngi_work *w, uint32_t n)
{
    uint32_t comma = n - 1, most = n > 6 ? n - 6 : 0;
    if (!ngi_word_of(w, n - 1,
                     "say says show shows warn warns suggest suggests find finds reveal reveals claim "
                     "claims insist insists report reports tell tells allege alleges confirm confirms"))
        return false;
    while (comma > most && ngi_mark(w, comma) != ',')
        comma--;
    if (ngi_mark(w, comma) != ',' || comma < 3 || comma + 2 > n - 1)
        return false;
    for (uint32_t i = comma + 1; i < n - 1; i++)
        if (ngi_mark(w, i) != 0 || ngi_word_has(w, i, NGI_W_CLAUSE | NGI_W_NOT | NGI_W_AUX) ||
            ngi_word_of(w, i, "and but to"))
            return false;
    emit(w, (ngi_stretch){comma + 1, n - 1}, (ngi_stretch){n - 1, n}, (ngi_stretch){0, comma});
    return true;
}

void ngi_find_in_headline(ngi_work *w)
{
    uint32_t n = w->prose->token_count;
    if (n < 4 || n > 60 || closing_cue(w, n))
        return;
    for (uint32_t i = 1; i + 1 < n; i++) {
        char mark = ngi_mark(w, i);
        if (w->prose->tokens[i].quote >= 0 || (mark != ':' && mark != '-'))
            continue;
        if (mark == '-' && (w->prose->tokens[i].shape & NGI_SHAPE_SPACE) == 0)
            continue;
        ngi_stretch cue = {i, i + 1};
        if (mark == ':' && names_source(w, 0, i) && n - i > 3) {
            emit(w, (ngi_stretch){0, i}, cue, (ngi_stretch){i + 1, n});
            return;
        }
        bool last = names_source(w, i + 1, n) && i >= 3 &&
                    (mark == ':' ? ngi_word_has(w, n - 1, NGI_W_NOUN) : true);
        if (last && (ngi_word_has(w, n - 1, NGI_W_NOUN) || mark == ':')) {
            emit(w, (ngi_stretch){i + 1, n}, cue, (ngi_stretch){0, i});
            return;
        }
    }
}
