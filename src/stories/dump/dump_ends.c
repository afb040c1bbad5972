/* SPDX-License-Identifier: Apache-2.0 */
/* Bylines and dates that stand at the end of a story instead of below its headline.
 *
 * A line of facts between two stories may belong to either. It is the one before that it ends
 * where the page's first story shows none in its header and most stories, the last one
 * included, have such a line right behind their last paragraph. One pass over the units
 * between each story's last paragraph and the next headline. */
#include "stories/dump/dump.h"

#define REACH 3u /* units behind the last paragraph */

static bool is_ending(ngi_dump *dump, const ngi_unit *u)
{
    if (u->role != NGI_ROLE_OPEN || u->mark == NGI_MARK_LONE)
        return false;
    return (u->facts != NULL && (u->facts->shown.len != 0 || u->facts->name_count != 0)) ||
           ngi_dump_is_bare_name(dump, u);
}

/* The line that ends a story, looked for up to the next headline; UINT32_MAX: none. */
static uint32_t ending_of(ngi_dump *dump, const ngi_head *h, uint32_t limit)
{
    uint32_t last = UINT32_MAX;
    for (uint32_t i = h->body; i < limit; i++)
        if (ngi_dump_is_text(&dump->units[i]))
            last = i;
    for (uint32_t i = last + 1; last != UINT32_MAX && i < limit && i <= last + REACH; i++)
        if (is_ending(dump, &dump->units[i]))
            return i;
    return UINT32_MAX;
}

static bool has_facts(const ngi_dump *dump, const ngi_head *h, uint32_t from)
{
    for (uint32_t i = from; i < h->body; i++)
        if (dump->units[i].facts != NULL)
            return true;
    return false;
}

void ngi_dump_find_ends(ngi_dump *dump, ngi_head *heads, uint32_t count)
{
    uint32_t found = 0, dashes = 0;
    for (uint32_t k = 0; k < count; k++) {
        uint32_t limit = k + 1 < count ? heads[k + 1].title : dump->count;
        heads[k].ending = has_facts(dump, &heads[k], heads[k].title)
                              ? UINT32_MAX
                              : ending_of(dump, &heads[k], limit);
        found += heads[k].ending != UINT32_MAX;
        dashes +=
            heads[k].ending != UINT32_MAX && dump->units[heads[k].ending].mark == NGI_MARK_DASH;
    }
    bool last = count != 0 && heads[count - 1].ending != UINT32_MAX;
    bool ends = count != 0 && (last || dashes == found) && found * 3 >= count * 2 &&
                !has_facts(dump, &heads[0], heads[0].begin);
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
