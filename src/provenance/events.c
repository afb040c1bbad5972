/* SPDX-License-Identifier: Apache-2.0 */
/* Which stories tell of one event: average-link clustering (Sokal & Michener 1958) over the ties,
 * what is not tied counting as 0. Copies are of one event from the start. Texts filled in with
 * numbers are alike in all but what they report: two of them are of one event only as copies. */
#include "provenance/answer.h"

#include <stdlib.h>

static const float ALIKE = 0.07f; /* average likeness at which two groups become one */

/* A group's tie to another: the sum of the likeness of all pairs between them. */
typedef struct bond {
    uint32_t group;
    float sum;
} bond;

typedef struct cluster {
    bond *bonds; /* by group, rising */
    uint32_t bond_count, size;
    uint32_t version; /* changes when it grows */
} cluster;

/* A possible merger, with the versions of both at that time. */
typedef struct offer {
    float average;
    uint32_t a, b, version_a, version_b;
} offer;

typedef struct clustering {
    ngi_answer *answer;
    cluster *clusters;
    uint32_t *leader;
    offer *heap;
    size_t heap_room;
    uint32_t heap_count;
} clustering;

/* ---- the best offer first ---- */

static bool better(const offer *x, const offer *y)
{
    if (x->average != y->average)
        return x->average > y->average;
    return x->a != y->a ? x->a < y->a : x->b < y->b;
}

static bool push(clustering *c, offer o)
{
    if (!ngi_arena_grow(&c->answer->arena, &c->heap, &c->heap_room, c->heap_count + 1, sizeof(o)))
        return false;
    uint32_t i = c->heap_count++;
    for (; i > 0 && better(&o, &c->heap[(i - 1) / 2]); i = (i - 1) / 2)
        c->heap[i] = c->heap[(i - 1) / 2];
    c->heap[i] = o;
    return true;
}

static offer pop(clustering *c)
{
    offer top = c->heap[0], last = c->heap[--c->heap_count];
    uint32_t i = 0, child;
    while ((child = 2 * i + 1) < c->heap_count) {
        child += child + 1 < c->heap_count && better(&c->heap[child + 1], &c->heap[child]);
        if (!better(&c->heap[child], &last))
            break;
        c->heap[i] = c->heap[child];
        i = child;
    }
    if (c->heap_count > 0)
        c->heap[i] = last;
    return top;
}

/* ---- clusters ---- */

static bool offer_merger(clustering *c, uint32_t a, uint32_t b, float sum)
{
    const cluster *x = &c->clusters[a], *y = &c->clusters[b];
    float average = sum / ((float)x->size * (float)y->size);
    if (average < ALIKE)
        return true;
    return push(c, a < b ? (offer){average, a, b, x->version, y->version}
                         : (offer){average, b, a, y->version, x->version});
}

/* Puts `to` in the place of `from` in a group's bonds; the sums of both add up. */
static float rename_bond(cluster *c, uint32_t from, uint32_t to)
{
    float sum = 0;
    uint32_t kept = 0, at;
    for (uint32_t i = 0; i < c->bond_count; i++) {
        if (c->bonds[i].group == from || c->bonds[i].group == to)
            sum += c->bonds[i].sum;
        else
            c->bonds[kept++] = c->bonds[i];
    }
    for (at = kept; at > 0 && c->bonds[at - 1].group > to; at--)
        c->bonds[at] = c->bonds[at - 1];
    c->bonds[at] = (bond){to, sum};
    c->bond_count = kept + 1;
    return sum;
}

/* The bonds of two groups in one row, without those to each other. */
static bool join_bonds(clustering *c, cluster *x, const cluster *y, uint32_t a, uint32_t b)
{
    bond *joined = ngi_arena_alloc(&c->answer->arena, x->bond_count + (size_t)y->bond_count + 1,
                                   sizeof(*joined));
    uint32_t i = 0, k = 0, n = 0;
    if (joined == NULL)
        return false;
    while (i < x->bond_count || k < y->bond_count) {
        bool from_x =
            k == y->bond_count || (i < x->bond_count && x->bonds[i].group <= y->bonds[k].group);
        bond next = from_x ? x->bonds[i++] : y->bonds[k++];
        if (next.group == a || next.group == b)
            continue;
        if (n > 0 && joined[n - 1].group == next.group)
            joined[n - 1].sum += next.sum;
        else
            joined[n++] = next;
    }
    x->bonds = joined;
    x->bond_count = n;
    return true;
}

/* The later group becomes part of the earlier one. */
static bool merge(clustering *c, uint32_t a, uint32_t b)
{
    cluster *x = &c->clusters[a], *y = &c->clusters[b];
    if (!join_bonds(c, x, y, a, b))
        return false;
    x->size += y->size;
    x->version++;
    y->version++;
    y->size = 0;
    c->leader[b] = a;
    for (uint32_t i = 0; i < x->bond_count; i++) {
        cluster *other = &c->clusters[x->bonds[i].group];
        for (uint32_t k = 0; k < other->bond_count; k++)
            if (other->bonds[k].group == b) {
                rename_bond(other, b, a);
                break;
            }
        if (!offer_merger(c, a, x->bonds[i].group, x->bonds[i].sum))
            return false;
    }
    return true;
}

/* ---- the start: copies as one ---- */

static bool excluded(const ngi_answer *a, const ngi_tie *t)
{
    return a->filled[t->story[0]] && a->filled[t->story[1]] &&
           a->verdicts[t->story[0]].group != a->verdicts[t->story[1]].group;
}

typedef struct edge {
    uint32_t a, b;
    float likeness;
} edge;

static int by_ends(const void *left, const void *right)
{
    const edge *x = left, *y = right;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return x->likeness < y->likeness ? -1 : x->likeness > y->likeness;
}

/* Ties between groups of copies, both ways, in order. */
static edge *make_edges(clustering *c, uint32_t *count)
{
    ngi_answer *a = c->answer;
    edge *edges = ngi_arena_alloc(&a->arena, 2 * (size_t)a->tie_count + 1, sizeof(*edges));
    *count = 0;
    for (uint32_t i = 0; edges != NULL && i < a->tie_count; i++) {
        const ngi_tie *t = &a->ties[i];
        uint32_t x = a->verdicts[t->story[0]].group, y = a->verdicts[t->story[1]].group;
        if (x == y || excluded(a, t))
            continue;
        edges[(*count)++] = (edge){x, y, t->likeness};
        edges[(*count)++] = (edge){y, x, t->likeness};
    }
    if (*count > 1)
        qsort(edges, *count, sizeof(*edges), by_ends);
    return edges;
}

static bool start(clustering *c)
{
    ngi_answer *a = c->answer;
    uint32_t count;
    edge *edges = make_edges(c, &count);
    bond *bonds = ngi_arena_alloc(&a->arena, count + 1, sizeof(*bonds));
    if (a->arena.failed)
        return false;
    for (uint32_t i = 0; i < a->count; i++) {
        c->leader[i] = a->verdicts[i].group;
        c->clusters[a->verdicts[i].group].size++;
    }
    uint32_t filled = 0;
    for (uint32_t i = 0; i < count; i++) {
        cluster *x = &c->clusters[edges[i].a];
        if (i == 0 || edges[i].a != edges[i - 1].a)
            x->bonds = bonds + filled;
        if (x->bond_count > 0 && x->bonds[x->bond_count - 1].group == edges[i].b) {
            x->bonds[x->bond_count - 1].sum += edges[i].likeness;
        } else {
            x->bonds[x->bond_count++] = (bond){edges[i].b, edges[i].likeness};
            filled++;
        }
    }
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < c->clusters[i].bond_count; k++)
            if (c->clusters[i].bonds[k].group > i &&
                !offer_merger(c, i, c->clusters[i].bonds[k].group, c->clusters[i].bonds[k].sum))
                return false;
    return true;
}

bool ngi_answer_events(ngi_answer *a)
{
    clustering c = {.answer = a};
    c.clusters = NGI_NEW_ARRAY(&a->arena, cluster, a->count + 1);
    c.leader = ngi_arena_alloc(&a->arena, a->count + 1, sizeof(uint32_t));
    if (a->arena.failed || !start(&c))
        return false;
    while (c.heap_count > 0) {
        offer o = pop(&c);
        if (c.clusters[o.a].version != o.version_a || c.clusters[o.b].version != o.version_b)
            continue;
        if (!merge(&c, o.a, o.b))
            return false;
    }
    /* A leader is always earlier than those it leads. */
    for (uint32_t i = 0; i < a->count; i++) {
        c.leader[i] = c.leader[i] == i ? i : c.leader[c.leader[i]];
        a->verdicts[i].event = c.leader[i];
    }
    return !a->arena.failed;
}
