/* SPDX-License-Identifier: Apache-2.0 */
/* Bylines and dates that stand at the end of a story instead of below its headline.
 *
 * A line of facts between two stories may belong to either. It is the one before that it ends
 * where most stories have such a line right behind their last paragraph, while their headers,
 * the first story's above all, do not show what it tells: a date, or persons. Dates may stand
 * in the headers while bylines end the stories. One pass over the units between each story's
 * last paragraph and the next headline. */
#include "stories/dump/dump.h"

#define REACH 3u /* units behind the last paragraph */

static bool names_someone(const ngi_unit *u)
{
    return u->facts != NULL && u->facts->name_count != 0;
}

/* A line that may end a story; signed_only: by a byline's words, without a date. */
static bool is_ending(ngi_dump *dump, const ngi_unit *u, bool signed_only)
{
    if (u->role != NGI_ROLE_OPEN || u->mark == NGI_MARK_LONE)
        return false;
    if (signed_only)
        return names_someone(u) && u->facts->shown.len == 0;
    return (u->facts != NULL && (u->facts->shown.len != 0 || u->facts->name_count != 0)) ||
           ngi_dump_is_bare_name(dump, u);
}

/* Behind what stands here no story goes on. */
static bool is_beyond(const ngi_unit *u)
{
    return u->role == NGI_ROLE_LIST || u->saying == NGI_SAYS_RIGHTS || u->saying == NGI_SAYS_MORE ||
           u->saying == NGI_SAYS_NEWSLETTER;
}

/* The line that ends a story, looked for up to the next headline; UINT32_MAX: none. */
static uint32_t ending_of(ngi_dump *dump, const ngi_head *h, uint32_t limit, bool signed_only)
{
    uint32_t last = UINT32_MAX, found = UINT32_MAX;
    for (uint32_t i = h->body; i < limit; i++) {
        const ngi_unit *u = &dump->units[i];
        if (signed_only && found != UINT32_MAX && is_beyond(u))
            break; /* the page's own words follow */
        if (ngi_dump_is_text(u))
            last = i, found = UINT32_MAX;
        else if (last != UINT32_MAX && i <= last + REACH && found == UINT32_MAX &&
                 is_ending(dump, u, signed_only))
            found = i;
    }
    return found;
}

/* Whether the header's units [from, body) tell what an ending would. */
static bool has_facts(const ngi_dump *dump, const ngi_head *h, uint32_t from, bool signed_only)
{
    for (uint32_t i = from; i < h->body; i++)
        if (signed_only ? names_someone(&dump->units[i]) : dump->units[i].facts != NULL)
            return true;
    return false;
}

/* Finds the endings of one kind, and says whether they are the page's way. */
static bool find_kind(ngi_dump *dump, ngi_head *heads, uint32_t count, bool signed_only)
{
    uint32_t found = 0, dashes = 0;
    for (uint32_t k = 0; k < count; k++) {
        uint32_t limit = k + 1 < count ? heads[k + 1].title : dump->count;
        heads[k].ending = has_facts(dump, &heads[k], heads[k].title, signed_only)
                              ? UINT32_MAX
                              : ending_of(dump, &heads[k], limit, signed_only);
        found += heads[k].ending != UINT32_MAX;
        dashes +=
            heads[k].ending != UINT32_MAX && dump->units[heads[k].ending].mark == NGI_MARK_DASH;
    }
    bool last = count != 0 && heads[count - 1].ending != UINT32_MAX;
    uint32_t top = count == 0 ? 0 : heads[0].begin;
    bool above = signed_only && top > 0 && names_someone(&dump->units[top - 1]);
    return count != 0 && (last || dashes == found) && found * 3 >= count * 2 && !above &&
           !has_facts(dump, &heads[0], top, signed_only);
}

void ngi_dump_find_ends(ngi_dump *dump, ngi_head *heads, uint32_t count)
{
    bool ends = find_kind(dump, heads, count, false) || find_kind(dump, heads, count, true);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t at = heads[k].ending;
        if (!ends)
            heads[k].ending = UINT32_MAX;
        if (!ends || at == UINT32_MAX || k + 1 == count || heads[k + 1].begin > at)
            continue;
        if (heads[k + 1].section <= at)
            heads[k + 1].section = UINT32_MAX;
        heads[k + 1].begin = at + 1;
        heads[k].end = at + 1;
    }
}
