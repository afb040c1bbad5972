/* SPDX-License-Identifier: Apache-2.0 */
/* robots.txt by RFC 9309: which of its lines decides for an address and an agent. */
#ifndef NGI_ROBOTS_H
#define NGI_ROBOTS_H

#include "base/base.h"

enum {
    NGI_ROBOTS_BYTES = 500 * 1024,   /* what a reader must read at least; more is not looked at */
    NGI_ROBOTS_URL_BYTES = 16 * 1024 /* longest address; each rule may look through all of it */
};

/* What a line says; `key` is empty at the end. All point into the file. */
typedef struct ngi_robots_line {
    ng_slice key, value, text; /* text: the line as it stands, without comment */
    uint32_t number;           /* counts from 1 */
} ngi_robots_line;

typedef struct ngi_robots_reader {
    ng_slice rest;
    uint32_t number;
} ngi_robots_reader;

ngi_robots_reader ngi_robots_begin(ng_slice file);
/* The next line that has a key. False at the end. */
bool ngi_robots_next(ngi_robots_reader *reader, ngi_robots_line *out);

/* What decides. Without a rule that matches everything is allowed: rule.number is 0. */
typedef struct ngi_robots_ruling {
    bool allowed;
    ngi_robots_line rule;
    ng_slice group; /* the agent that the group is for; empty where no group is */
    ng_slice delay; /* the group's Crawl-delay, as it stands */
} ngi_robots_ruling;

/* Seconds; negative where that is no number. */
double ngi_robots_seconds(ng_slice delay);
/* Path and query of an absolute address; empty where it is none. A path stays as it is. */
ng_slice ngi_robots_target(ngi_buffer *out, ng_slice url);

/* The product token at the start of an agent's name: letters, "_" and "-"; or "*". May be empty. */
ng_slice ngi_robots_token(ng_slice agent);
/* `target` is path and query of the address. Time: the file's length times the target's at
 * worst. False when memory is out. */
bool ngi_robots_rule(ng_slice file, ng_slice target, ng_slice token,
                     ngi_robots_ruling *out);

#endif
