/* SPDX-License-Identifier: Apache-2.0 */
/* Quotations that go on without a cue: a paragraph that is a quotation and nothing else,
 * behind a paragraph whose quotation has a speaker. Agencies open each such paragraph with a
 * mark and close the last one only. */
#include "record/attributions/work.h"

enum { SHORTEST = 6 };

/* Words of the paragraph that stand in no quotation; only a few decide. */
static bool only_quotation(const ngi_work *w, ngi_stretch p)
{
    for (uint32_t i = p.begin; i < p.end; i++)
        if (w->prose->tokens[i].quote < 0 && (w->prose->tokens[i].shape & NGI_SHAPE_WORD) != 0)
            return false;
    return p.end > p.begin && w->prose->tokens[p.begin].quote_state == NGI_QUOTE_OPEN;
}

static uint32_t word_count(const ngi_work *w, ngi_stretch s)
{
    uint32_t n = 0;
    for (uint32_t i = s.begin; i < s.end; i++)
        n += (w->prose->tokens[i].shape & NGI_SHAPE_WORD) != 0;
    return n;
}

void ngi_find_carried(ngi_work *w)
{
    uint8_t *held = ngi_arena_zero(w->arena, (size_t)w->prose->token_count + 1, 1);
    if (held == NULL)
        return;
    for (size_t i = 0; i < w->count; i++)
        for (uint8_t k = 0; k < w->drafts[i].contents && !w->drafts[i].dead; k++)
            memset(held + w->drafts[i].content[k].begin, 1,
                   w->drafts[i].content[k].end - w->drafts[i].content[k].begin);
    bool open = false; /* the paragraph before ends in a quotation that somebody speaks */
    for (uint32_t k = 0; k < w->prose->paragraph_count; k++) {
        ngi_stretch p = w->prose->paragraphs[k];
        if (open && !held[p.begin] && !held[p.begin + (p.end - p.begin) / 2] && only_quotation(w, p) && word_count(w, p) >= SHORTEST) {
            ngi_draft *d = ngi_work_add(w);
            if (d == NULL)
                return;
            d->rule = NGI_RULE_CARRIED;
            d->carried = true;
            d->content[d->contents++] = p;
            continue; /* and the next may go on from here */
        }
        open = false;
        for (uint32_t i = p.begin; i < p.end && !open; i++)
            open = w->prose->tokens[i].quote >= 0 && held[i];
    }
}
