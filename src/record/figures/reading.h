/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that read figures share. Each reader returns the atoms that it used. */
#ifndef NGI_FIGURES_READING_H
#define NGI_FIGURES_READING_H

#include "record/languages/atoms.h"

/* A figure while it is read. Atoms [begin, end). */
typedef struct ngi_quantity {
    uint32_t begin, end;
    uint32_t number;     /* the first atom of the number itself */
    uint32_t unit_end;   /* the first behind the number and its unit */
    double value, min, max;
    bool has_value, has_min, has_max, approximate;
    bool spelled;        /* in words */
    bool power;          /* with "million" or the like */
    bool hyphen;         /* "12-day": what is counted stands behind in the singular */
    bool share;          /* a part of something: "%", "two-thirds" */
    ng_slice unit;
    uint32_t of_begin, of_end; /* what is counted: atoms */
} ngi_quantity;

/* ---- units.c ---- */

/* A sign or code of money that ends before atom i, on the number's left: where it begins, else i. */
uint32_t ngi_figure_money_before(const ngi_atoms *a, uint32_t i, ng_slice *unit);
/* The sign or code of money that begins at atom i and that a number follows. Atoms used. */
uint32_t ngi_figure_money_at(const ngi_atoms *a, uint32_t i, ng_slice *unit);
/* The unit behind a number. q: value and power are read. */
uint32_t ngi_figure_unit(const ngi_atoms *a, uint32_t i, const ngi_quantity *q, ng_slice *unit,
                         bool *hyphen, bool *share);

/* ---- hedges.c ---- */

/* The words before the number that make it rough or a bound; moves q->begin. */
void ngi_figure_hedge(const ngi_atoms *a, ngi_quantity *q);
/* "between", "from" directly before atom i. */
bool ngi_figure_between(const ngi_atoms *a, uint32_t i);

/* ---- counted.c ---- */

/* What is counted, behind the number and its unit. */
void ngi_figure_counted(const ngi_atoms *a, ngi_quantity *q);

/* ---- numbers.c ---- */

/* A number or range of numbers with its unit at atom i, without its hedge. */
uint32_t ngi_figure_core(const ngi_atoms *a, uint32_t i, ngi_quantity *q);

/* ---- names.c ---- */

/* Whether the number at atom i is part of a name, a time, an age, a score, a telephone number
 * or a list's mark. *skip: atoms that belong to it. */
bool ngi_figure_is_none(const ngi_atoms *a, uint32_t i, uint32_t *skip);
/* The same, asked of a figure that has neither unit nor something counted. */
bool ngi_figure_is_label(const ngi_atoms *a, const ngi_quantity *q);
/* Whether a figure in years is somebody's age. */
bool ngi_figure_is_age(const ngi_atoms *a, const ngi_quantity *q);

#endif
