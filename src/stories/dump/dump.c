/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a plain-text dump of a news page: no markup, only lines.
 *
 * Text becomes units (dump_lines.c), each is looked at by itself (dump_units.c,
 * dump_words.c), lists of teasers are taken out (dump_lists.c), starts of stories found
 * (dump_heads.c) and the stories filled (dump_story.c, dump_body.c). A text that shows
 * neither a story's start nor a list is one story; what has more lines than any page is
 * given as text alone. */
#include "stories/dump/dump.h"

#define MOST_LOOKS 20000u /* a page of news has some hundreds of short lines */

/* The best candidate for a headline above the first text; heads[] is the room for it. */
static bool whole_text(ngi_dump *dump, ngi_head **heads, uint32_t *count)
{
    ngi_head *h = NGI_NEW(dump->arena, ngi_head);
    if (h == NULL)
        return false;
    *h = (ngi_head){.title = UINT32_MAX,
                    .section = UINT32_MAX,
                    .standfirst = UINT32_MAX,
                    .ending = UINT32_MAX,
                    .end = dump->count};
    *heads = h;
    *count = 1;
    for (uint32_t i = 0; i < dump->count && i < 40; i++) {
        const ngi_unit *u = &dump->units[i];
        if (ngi_dump_is_text(u) && u->prose)
            break;
        if (u->role == NGI_ROLE_OPEN && u->title && u->facts == NULL && !u->section &&
            u->saying == NGI_SAYS_NOTHING && u->mark == NGI_MARK_NONE &&
            !(h->title != UINT32_MAX && ngi_dump_is_bare_name(dump, u))) {
            h->title = i; /* the last one above: the page's name may stand before it */
            h->begin = i;
            h->body = i + 1;
        }
    }
    return true;
}

static bool has_text(const ngi_dump *dump)
{
    uint32_t texts = 0;
    for (uint32_t i = 0; i < dump->count; i++)
        texts += ngi_dump_is_text(&dump->units[i]);
    return texts > (dump->teaser_count != 0 ? 2u : 0u) ||
           (dump->teaser_count == 0 && dump->count != 0);
}

static bool set_languages(ngi_scene *scene, ngi_page *out)
{
    out->language = ngi_language_find(scene->arena, out->text, (ng_slice){0});
    for (uint32_t i = 0; i < out->story_count; i++)
        out->stories[i].language = out->language;
    return !scene->arena->failed;
}

bool ngi_read_dump(ngi_scene *scene, ngi_page *out)
{
    ngi_dump dump = {.scene = scene, .arena = scene->arena};
    ngi_head *heads = NULL;
    uint32_t count = 0;
    out->kind = NG_KIND_TEXT;
    dump.sayings = ngi_sayings_of(scene);
    if (dump.sayings == NULL || scene->text.len >= UINT32_MAX)
        return false;
    dump.looks = MOST_LOOKS;
    ngi_dump_find_day_order(&dump);
    if (!ngi_dump_cut(&dump)) {
        if (dump.arena->failed)
            return false;
        out->text = scene->text; /* too many lines for a page of news */
        return set_languages(scene, out);
    }
    if (ngi_arena_is_up(dump.arena) || !ngi_dump_look(&dump) || ngi_arena_is_up(dump.arena) ||
        !ngi_dump_lists(&dump) || ngi_arena_is_up(dump.arena) ||
        !ngi_dump_heads(&dump, &heads, &count) || ngi_arena_is_up(dump.arena))
        return false;
    if (count == 0 && has_text(&dump) && !whole_text(&dump, &heads, &count))
        return false;
    return ngi_dump_stories(&dump, heads, count, out) && set_languages(scene, out) &&
           ngi_teasers_tidy(scene, out);
}
