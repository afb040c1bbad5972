/* SPDX-License-Identifier: Apache-2.0 */
/* The number by itself, and the question whether a word is a plural: for numbers.c and its
 * neighbours. */
#ifndef NGI_FIGURES_NUMBERS_H
#define NGI_FIGURES_NUMBERS_H

#include "record/figures/reading.h"

/* One number at atom i, with its power. money: letters behind it are powers. */
uint32_t ngi_figure_number(const ngi_atoms *a, uint32_t i, bool money, double *value, bool *spelled,
                           bool *power);
/* Whether the word at atom i looks like a noun in the plural. */
bool ngi_figure_plural(const ngi_atoms *a, uint32_t i);

#endif
