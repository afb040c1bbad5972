/* SPDX-License-Identifier: Apache-2.0 */
/* From anchors to candidates: the window's scores, the best sequence, and its spans. */
#include "record/learned/candidates.h"

/* The run of cue words around the anchor. */
static ngi_stretch read_cue(const ngi_link_scene *s, const ngi_chain *c)
{
    uint32_t a = s->anchor - s->begin, begin = a, end = a + 1;
    while (begin > 0 && c->best[begin - 1] == NGI_ROLE_CUE)
        begin--;
    while (end < c->count && c->best[end] == NGI_ROLE_CUE)
        end++;
    return (ngi_stretch){s->begin + begin, s->begin + end};
}

/* The run of source words with the most probability. */
static void read_source(const ngi_link_scene *s, const ngi_chain *c, ngi_candidate *out)
{
    float most = 0;
    for (uint32_t k = 0; k < c->count;) {
        uint32_t begin = k;
        float sum = 0;
        for (; k < c->count && c->best[k] == NGI_ROLE_SOURCE; k++)
            sum += c->chance[k][NGI_ROLE_SOURCE];
        if (sum > most) {
            most = sum;
            out->source = (ngi_stretch){s->begin + begin, s->begin + k};
            out->source_mean = sum / (float)(k - begin);
        }
        k += k == begin;
    }
}

static void read_content(const ngi_link_scene *s, const ngi_chain *c, ngi_candidate *out)
{
    float sum = 0, least = 1;
    for (uint32_t k = 0; k < c->count; k++) {
        if (c->best[k] != NGI_ROLE_CONTENT)
            continue;
        uint32_t i = s->begin + k;
        bool goes_on = out->pieces > 0 && out->content[out->pieces - 1].end == i;
        if (!goes_on && out->pieces == NGI_PIECES_MAX)
            break;
        if (!goes_on)
            out->content[out->pieces++].begin = i;
        out->content[out->pieces - 1].end = i + 1;
        out->words++;
        float chance = c->chance[k][NGI_ROLE_CONTENT];
        sum += chance;
        least = chance < least ? chance : least;
    }
    out->content_mean = out->words == 0 ? 0 : sum / (float)out->words;
    out->content_least = least;
}

void ngi_candidate_read(const ngi_link_scene *s, const ngi_chain *c, ngi_candidate *out)
{
    *out = (ngi_candidate){.anchor = s->anchor,
                           .chance = s->reading->anchor[s->anchor],
                           .log_chance = c->log_best,
                           .cue = read_cue(s, c)};
    read_source(s, c, out);
    read_content(s, c, out);
}

uint32_t ngi_candidate_link(const ngi_reading *r, uint32_t anchor, ngi_chain *c,
                            ngi_candidate out[2])
{
    ngi_link_scene s;
    uint32_t rows[NGI_NODE_ROWS];
    const ngi_weights *node = &r->model->table[NGI_TABLE_LINKS_NODE],
                      *edge = &r->model->table[NGI_TABLE_LINKS_EDGE];
    ngi_link_look(r, anchor, r->fast, &s);
    c->count = s.end - s.begin;
    for (uint32_t k = 0; k < c->count; k++) {
        ngi_sum4(node, rows, ngi_link_node(&s, k, rows), c->node[k]);
        if (k > 0)
            ngi_sum16(edge, rows, ngi_link_edge(&s, k, rows), c->edge[k]);
    }
    for (int l = 0; l < NGI_ROLE_COUNT; l++)
        if (l != NGI_ROLE_CUE)
            c->node[anchor - s.begin][l] = -1e4f;
    ngi_chain_chances(c);
    ngi_chain_best(c);
    ngi_candidate_read(&s, c, out);
    return ngi_candidate_settle(&s, c, &out[0], &out[1]) ? 2 : 1;
}

/* At most one word in eight becomes a candidate, so that a text of nothing but cues costs no
 * more than some times another: the least chance is raised until that holds. */
static float bounded_least(const ngi_reading *r, float least, uint32_t *count)
{
    enum { STEPS = 100 };
    uint32_t above[STEPS + 1] = {0}, most = r->prose->token_count / 8 + 16;
    for (uint32_t i = 0; i < r->prose->token_count; i++)
        if (r->anchor[i] > least)
            above[(int)(r->anchor[i] * STEPS)]++;
    *count = 0;
    for (int k = STEPS; k >= 0; k--) {
        if (*count + above[k] > most) {
            *count = most; /* of those that are alike, the first ones */
            return (float)k / STEPS > least ? (float)k / STEPS : least;
        }
        *count += above[k];
    }
    return least;
}

bool ngi_candidates_find(ngi_arena *arena, const ngi_reading *r, float least, ngi_candidates *out)
{
    uint32_t count;
    least = bounded_least(r, least, &count);
    *out = (ngi_candidates){ngi_arena_alloc(arena, 2 * (size_t)count, sizeof *out->items), 0};
    if (count != 0 && out->items == NULL)
        return false;
    float pair[NGI_WINDOW_MAX][16];
    ngi_chain c;
    c.pair = pair; /* the rest is written before it is read */
    for (uint32_t i = 0, anchors = 0; i < r->prose->token_count && anchors < count; i++) {
        if (r->anchor[i] <= least)
            continue;
        if (anchors++ % 64 == 0 && ngi_arena_is_up(arena))
            return false;
        out->count += ngi_candidate_link(r, i, &c, &out->items[out->count]);
    }
    return true;
}

bool ngi_pieces_hold(const ngi_candidate *c, uint32_t token)
{
    for (uint32_t k = 0; k < c->pieces; k++)
        if (token >= c->content[k].begin && token < c->content[k].end)
            return true;
    return false;
}

uint32_t ngi_pieces_shared(const ngi_candidate *a, const ngi_candidate *b)
{
    uint32_t i = 0, j = 0, shared = 0;
    while (i < a->pieces && j < b->pieces) {
        ngi_stretch x = a->content[i], y = b->content[j];
        uint32_t begin = x.begin > y.begin ? x.begin : y.begin;
        uint32_t end = x.end < y.end ? x.end : y.end;
        shared += end > begin ? end - begin : 0;
        if (x.end < y.end)
            i++;
        else
            j++;
    }
    return shared;
}

bool ngi_is_word_token(const ngi_prose *p, uint32_t i)
{
    return (p->tokens[i].shape & NGI_SHAPE_WORD) != 0;
}
