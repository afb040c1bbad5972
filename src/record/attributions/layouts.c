/* SPDX-License-Identifier: Apache-2.0 */
/* Words that their place on the page attributes, without a sentence around them: transcripts, in
 * which a name and a colon begin a paragraph, and signed quotations, behind which a dash and a
 * name stand, on the same line or the next. */
#include "record/attributions/sayings.h"

enum { LONGEST_NAME = 5, LINES_LEAST = 3, SHORTEST = 3 };

/* The name that begins at `at` and the token behind it; `loud`: in capitals throughout. */
static uint32_t name_end(const ngi_work *w, uint32_t at, uint32_t end, bool loud)
{
    uint32_t i = at;
    for (; i < end && i - at < LONGEST_NAME; i++) {
        char mark = ngi_mark(w, i);
        if (mark == '.' && i > at)
            continue; /* of an initial */
        if (mark != 0 || !ngi_word_capital(w, i) ||
            (loud && (w->prose->tokens[i].shape & NGI_SHAPE_ALL_CAPITALS) == 0))
            break;
    }
    return i;
}

/* ---- transcripts ---- */

/* Whether the paragraph begins with a name in capitals and a colon; the name. */
static bool speaker_line(const ngi_work *w, ngi_stretch p, ngi_stretch *name)
{
    uint32_t at = p.begin + (p.begin < p.end && ngi_mark(w, p.begin) == '"');
    name->begin = at;
    name->end = name_end(w, at, p.end, true);
    return name->end > at && ngi_mark(w, name->end) == ':' && p.end > name->end + SHORTEST;
}

static bool quotation_begins(const ngi_work *w, ngi_stretch p)
{
    return p.begin < p.end && ngi_mark(w, p.begin) == '"';
}

/* Without a closing mark that its own opening mark left behind. */
static void add_paragraph(const ngi_work *w, ngi_draft *d, uint32_t begin, uint32_t end)
{
    while (end > begin && ngi_mark(w, end - 1) == '"')
        end--;
    if (end - begin >= 1)
        ngi_content_add(w, d, begin, end);
}

static void find_transcript(ngi_work *w)
{
    uint32_t lines = 0;
    ngi_stretch name;
    for (uint32_t k = 0; k < w->prose->paragraph_count; k++)
        lines += speaker_line(w, w->prose->paragraphs[k], &name);
    if (lines < LINES_LEAST) /* "NEW DELHI: ..." begins a report, "UPDATE: ..." its last paragraph */
        return;
    ngi_draft *speech = NULL;
    for (uint32_t k = 0; k < w->prose->paragraph_count; k++) {
        ngi_stretch p = w->prose->paragraphs[k];
        if (speaker_line(w, p, &name)) {
            speech = ngi_work_add(w);
            if (speech == NULL)
                return;
            speech->rule = NGI_RULE_LAYOUT;
            speech->source[speech->sources++] = name;
            speech->cue = (ngi_stretch){name.end, name.end + 1};
            add_paragraph(w, speech, name.end + 1, p.end);
        } else if (speech != NULL && quotation_begins(w, p) && ngi_mark(w, p.begin + 1) != '(' &&
                   p.end > p.begin + SHORTEST) {
            add_paragraph(w, speech, p.begin + 1, p.end);
        } else if (!quotation_begins(w, p)) {
            speech = NULL; /* the report goes on */
        }
    }
}

/* ---- signed quotations ---- */

static bool paragraph_begins(const ngi_work *w, uint32_t i)
{
    return i == 0 || w->prose->tokens[i].paragraph != w->prose->tokens[i - 1].paragraph;
}

static void try_signature(ngi_work *w, ngi_stretch quote)
{
    uint32_t dash = quote.end, n = w->prose->token_count;
    if (!paragraph_begins(w, quote.begin) || quote.end < quote.begin + SHORTEST + 2)
        return;
    while (dash < n && ngi_mark(w, dash) == '.' && !paragraph_begins(w, dash))
        dash++;
    ng_slice text = dash < n ? ngi_token_text(w->prose, dash) : (ng_slice){0};
    bool ascii = text.len > 0 && text.ptr[0] == '-' && (text.len == 1 || text.ptr[text.len - 1] == '-');
    if (dash >= n || (ngi_mark(w, dash) != '-' && !ascii))
        return;
    ngi_stretch p = w->prose->paragraphs[w->prose->tokens[dash].paragraph];
    ngi_stretch name = {dash + 1, name_end(w, dash + 1, p.end, false)};
    if (name.end == name.begin)
        return;
    bool ends = name.end >= p.end || ngi_mark(w, name.end) == '.' || ngi_mark(w, name.end) == ',' ||
                ngi_mark(w, name.end) == '(';
    ngi_draft *d = ends ? ngi_work_add(w) : NULL;
    if (d == NULL)
        return;
    d->rule = NGI_RULE_LAYOUT;
    d->source[d->sources++] = name;
    d->cue = (ngi_stretch){dash, dash + 1};
    d->content[d->contents++] = quote;
}

void ngi_find_layouts(ngi_work *w)
{
    find_transcript(w);
    for (uint32_t k = 0; k < w->prose->quote_count; k++)
        try_signature(w, w->prose->quotes[k]);
}
