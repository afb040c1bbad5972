/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the figures of a text: see figures.h.
 *
 * One pass over atoms from which the dates have been taken. A number is read with what stands
 * around it: hedge, unit, what is counted, conversion. Each looks at a few atoms, so the time
 * is linear. What counts as a figure is decided in docs/dates-and-figures.md. */
#include "record/figures/figures.h"

#include "record/figures/reading.h"
#include "record/when/dates.h"

typedef struct list {
    ngi_arena *arena;
    ngi_figure *items;
    size_t count, capacity;
    uint8_t in;
} list;

static bool pass_over(void *user, const ngi_atoms *a, uint32_t begin, uint32_t end,
                      const ngi_days *days)
{
    (void)user, (void)a, (void)begin, (void)end, (void)days;
    return true;
}

static ng_slice between(const ngi_atoms *a, uint32_t begin, uint32_t end)
{
    return end > begin ? ngi_slice_sub(a->text, a->items[begin].begin, a->items[end - 1].end)
                       : (ng_slice){0};
}

/* The same length, weight or sum in another unit: "2,000 km (1,200 miles)". Atoms used. */
static uint32_t conversion(const ngi_atoms *a, uint32_t i, const ngi_quantity *q, ngi_quantity *other)
{
    if (!ngi_atom_mark(a, i, '(') || q->unit.len == 0)
        return 0;
    uint32_t at = i + 1;
    for (int k = 0; k < 3 && at < a->count && a->items[at].kind == NGI_ATOM_WORD &&
                    ngi_atom_has(a, at, NGI_W_ABOUT | NGI_W_OVER | NGI_W_UNDER | NGI_W_STOP);
         k++)
        at++;
    if (at >= a->count)
        return 0;
    *other = (ngi_quantity){.begin = at};
    uint32_t used = ngi_figure_core(a, at, other);
    if (used == 0 || other->unit.len == 0 || ngi_equal(other->unit, q->unit) ||
        !ngi_atom_mark(a, at + used, ')') || ngi_equal(other->unit, NGI_LIT("%")))
        return 0;
    return at + used + 1 - i;
}

static bool add(list *l, const ngi_atoms *a, const ngi_quantity *q, const ngi_quantity *other)
{
    if (l->count >= NGI_FIGURES_MOST)
        return true;
    if (!ngi_arena_grow(l->arena, &l->items, &l->capacity, l->count + 1, sizeof *l->items))
        return false;
    ngi_figure *f = &l->items[l->count++];
    *f = (ngi_figure){.at = {a->items[q->begin].begin, a->items[q->end - 1].end},
                      .in = l->in,
                      .approximate = q->approximate,
                      .has_value = q->has_value,
                      .has_min = q->has_min,
                      .has_max = q->has_max,
                      .value = q->value,
                      .min = q->min,
                      .max = q->max,
                      .unit = q->unit,
                      .of = between(a, q->of_begin, q->of_end)};
    if (!q->has_value)
        f->value = 0;
    if (other != NULL && (other->has_value || other->has_min)) {
        f->has_conversion = true;
        f->conversion_value = other->has_value ? other->value : other->min;
        f->conversion_unit = other->unit;
    }
    return true;
}

/* Reads the figure at atom i. Returns the first atom behind it, or i where there is none. */
static uint32_t figure_at(list *l, const ngi_atoms *a, uint32_t i, bool *alive)
{
    ngi_quantity q = {.begin = i}, other;
    uint32_t skip, used = ngi_figure_core(a, i, &q);
    if (used == 0)
        return i;
    if (ngi_atom_number(a, q.number) && ngi_figure_is_none(a, q.number, &skip))
        return q.number + skip;
    q.end = q.unit_end;
    if (ngi_figure_is_age(a, &q))
        return q.unit_end;
    ngi_figure_hedge(a, &q);
    uint32_t converted = conversion(a, q.unit_end, &q, &other);
    if (converted != 0) {
        ngi_quantity behind = q;
        behind.unit_end = q.unit_end + converted;
        ngi_figure_counted(a, &behind);
        q.of_begin = behind.of_begin;
        q.of_end = behind.of_end;
        q.end = behind.of_end != 0 ? behind.end : q.unit_end + converted;
    } else {
        ngi_figure_counted(a, &q);
    }
    if (ngi_figure_is_label(a, &q))
        return q.unit_end;
    if (converted == 0 && q.of_end != 0) { /* "a 60-mile stretch (100 km)" */
        converted = conversion(a, q.end, &q, &other);
        q.end += converted;
    }
    *alive = add(l, a, &q, converted != 0 ? &other : NULL);
    return q.end > i ? q.end : i + 1;
}

#define STARTS                                                                                     \
    (NGI_W_NUMBER | NGI_W_POWER | NGI_W_MANY | NGI_W_VAGUE | NGI_W_HALF | NGI_W_FRACTION |         \
     NGI_W_CURRENCY)

static bool may_start(const ngi_atoms *a, uint32_t i)
{
    const ngi_atom *atom = &a->items[i];
    if ((atom->flags & NGI_ATOM_DATED) != 0)
        return false;
    if (atom->kind == NGI_ATOM_NUMBER || (atom->classes & STARTS) != 0)
        return true;
    if (atom->kind == NGI_ATOM_MARK) /* signs of money, minus, vulgar fractions */
        return atom->mark == '$' || atom->mark == '-' || (atom->mark >= 0xA2 && atom->mark <= 0xBE) ||
               (atom->mark >= 0x20A0 && atom->mark <= 0x2212);
    ng_slice word = ngi_atom_text(a, i);
    if (word.len <= 5) /* articles before "hundred", "US$", "minus" */
        return ngi_atom_has(a, i + 1, NGI_W_POWER | NGI_W_HALF | NGI_W_FRACTION | NGI_W_VAGUE) ||
               ngi_atom_mark(a, i + 1, '$') || ngi_atom_is(a, i, "minus");
    return a->tongue == NGI_DE && atom->entry == NULL;
}

bool ngi_figures_find(ngi_arena *arena, const ngi_prose *prose, uint8_t in, ng_slice language,
                      ngi_figure **out, uint32_t *count)
{
    *out = NULL;
    *count = 0;
    ngi_tongue tongue = ngi_tongue_of(language);
    if (tongue == NGI_OTHER)
        return true;
    ngi_atoms *atoms = ngi_arena_alloc(arena, 1, sizeof *atoms);
    if (atoms == NULL)
        return false;
    ngi_when_reader dates;
    list l = {.arena = arena, .in = in};
    bool alive = true;
    ngi_when_begin(&dates, atoms, (ng_slice){0});
    ngi_atoms_begin(atoms, prose->text, tongue);
    while (alive && ngi_atoms_next(atoms)) {
        ngi_when_window(&dates, pass_over, NULL);
        for (uint32_t i = 0; i < atoms->count && alive;) {
            uint32_t next = may_start(atoms, i) ? figure_at(&l, atoms, i, &alive) : i;
            i = next > i ? next : i + 1;
        }
    }
    *out = l.items;
    *count = (uint32_t)l.count;
    return alive && !arena->failed;
}
