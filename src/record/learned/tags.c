/* SPDX-License-Identifier: Apache-2.0 */
/* Names of the parts of speech and relations, in the order of reading.h. */
#include "record/learned/reading.h"

static const char tags[][6] = {
    "CC",  "CD",  "DT",   "EX",  "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",    "MD",    "NN",
    "NNS", "NNP", "NNPS", "PDT", "POS", "PRP",  "PRP$", "RB", "RBR", "RBS",   "RP",    "SYM",
    "TO",  "UH",  "VB",   "VBD", "VBG", "VBN",  "VBP", "VBZ", "WDT", "WP",    "WP$",   "WRB",
    ",",   ".",   ":",    "''",  "-LRB-", "-RRB-", "HYPH", "$", "ADD",
};
_Static_assert(NGI_COUNT(tags) == NGI_TAG_COUNT, "a name for each tag");
_Static_assert((int)NGI_TAG_COUNT <= (int)NGI_TAG_ROOM, "the tagger has a column for each tag");

static const char labels[][13] = {
    "root",   "punct",  "case",      "det",       "nsubj", "nsubj:pass", "amod",
    "nmod",   "nmod:poss", "obl",    "obl:agent", "advmod", "obj",       "compound",
    "compound:prt", "conj", "cc",    "mark",      "aux",   "aux:pass",   "cop",
    "advcl",  "flat",   "xcomp",     "acl",       "acl:relcl", "appos",  "nummod",
    "ccomp",  "parataxis", "expl",   "dep",
};
_Static_assert(NGI_COUNT(labels) == NGI_DEP_COUNT, "a name for each relation");
_Static_assert((int)NGI_DEP_COUNT <= (int)NGI_LABEL_ROOM, "a column for each relation");

const char *ngi_pos_name(uint8_t tag)
{
    return tag < NGI_TAG_COUNT ? tags[tag] : "";
}

const char *ngi_label_name(uint8_t label)
{
    return label < NGI_DEP_COUNT ? labels[label] : "";
}
