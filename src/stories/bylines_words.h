/* SPDX-License-Identifier: Apache-2.0 */
/* The word tables of bylines.c: see bylines_words.c. Lists of phrases end in NULL; lists of
 * words are one string with a space on each side of each. */
#ifndef NGI_BYLINES_WORDS_H
#define NGI_BYLINES_WORDS_H

extern const char *const ngi_byline_open[],
    *const ngi_byline_maybe[], *const ngi_byline_stop[], *const ngi_byline_agencies[];
extern const char ngi_byline_house[], ngi_byline_roles[], ngi_byline_mods[], ngi_byline_particles[],
    ngi_byline_tail[], ngi_byline_joins[];

#endif
