/* SPDX-License-Identifier: Apache-2.0 */
/* The word tables of bylines.c: see bylines_words.c. Phrases: each with a | behind it; lists
 * of words: a space on each side of each. */
#ifndef NGI_BYLINES_WORDS_H
#define NGI_BYLINES_WORDS_H

extern const char ngi_byline_open[], ngi_byline_maybe[], ngi_byline_stop[], ngi_byline_agencies[];
extern const char ngi_byline_house[], ngi_byline_roles[], ngi_byline_mods[], ngi_byline_particles[],
    ngi_byline_tail[], ngi_byline_joins[];

#endif
