/* SPDX-License-Identifier: Apache-2.0 */
/* Values as feeds write them: addresses, markup, base64, people. */
#ifndef NGI_FEED_VALUES_H
#define NGI_FEED_VALUES_H

#include "base/base.h"

/* An address as it is meant: a relative one from its base, where there is one. */
ng_slice ngi_feed_address(ngi_arena *arena, ng_slice base, ng_slice address);

/* Markup without what no reader sees: scripts, styles, applets, comments, instructions; and without
 * the tags of whole documents. */
ng_slice ngi_feed_visible(ngi_arena *arena, ng_slice markup);

/* What base64 stands for, as UTF-8; what is no base64, as it is. */
ng_slice ngi_feed_base64(ngi_arena *arena, ng_slice text);

/* "Name (address)" where both are told. */
ng_slice ngi_feed_person(ngi_arena *arena, ng_slice name, ng_slice email);
/* The same of a text: "a@b.example (Name)", "Name <a@b.example>". */
ng_slice ngi_feed_person_of_text(ngi_arena *arena, ng_slice text);

#endif
