/* SPDX-License-Identifier: Apache-2.0 */
/* The last touch to teasers, in whichever way they were found (lists, data, dumps): each once,
 * no summary that only says the headline again, and ages without a `now` counted from the
 * page's own time.
 *
 * That time is the latest moment that the page tells of itself or of a story on it: no page is
 * older than the news it prints. It is a lower bound of when the page was seen, but the page
 * knows no better one. A day without a time will do for days, not for hours. */
#include "stories/pages/layout.h"
#include "stories/scene.h"

#include "base/map.h"
#include "stories/dates/calendar.h"

/* ---- the page's own time ---- */

typedef struct latest {
    ngi_moment moment;
    int64_t seconds;
    ng_slice text;
} latest;

static void look_at(latest *best, ng_slice iso)
{
    ngi_moment m;
    if (iso.len == 0 || !ngi_moment_read(iso, &m) || !ngi_moment_sane(&m))
        return;
    int64_t seconds = ngi_days_of(m.year, m.month, m.day) * 86400 + m.hour * 3600 + m.minute * 60 +
                      m.second - (m.has_zone ? m.zone * 60 : 0);
    if (best->text.len == 0 || seconds > best->seconds)
        *best = (latest){m, seconds, iso};
}

static latest own_time(ngi_scene *scene, const ngi_page *page)
{
    latest best = {0};
    for (uint32_t i = 0; i < scene->meta.hint_count; i++) {
        const ngi_hint *h = &scene->meta.hints[i];
        if ((h->kind == NGI_HINT_PUBLISHED || h->kind == NGI_HINT_MODIFIED) && !h->shown)
            look_at(&best, ngi_date_normal(scene->arena, h->text));
    }
    for (uint32_t i = 0; i < page->story_count; i++) {
        look_at(&best, page->stories[i].date_published.text);
        look_at(&best, page->stories[i].date_modified.text);
    }
    if (best.text.len != 0 && !best.moment.has_time) {
        ngi_moment midnight = best.moment;
        midnight.has_time = true;
        best.text = ngi_moment_print(scene->arena, &midnight);
    }
    return best;
}

static void date_ages(ngi_scene *scene, ngi_page *page)
{
    latest own = {0};
    bool known = false;
    for (uint32_t i = 0; i < page->teaser_count; i++) {
        ngi_teaser *t = &page->teasers[i];
        size_t begin, end;
        ng_slice date;
        if (t->age.text.len == 0 || t->date_published.len != 0)
            continue;
        if (!known)
            own = own_time(scene, page);
        known = true;
        if (own.text.len == 0)
            return;
        if (ngi_age_find(scene->arena, t->age.text, own.text, &begin, &end, &date) &&
            (own.moment.has_time || ngi_find_char(date, 'T') == NGI_NONE))
            t->date_published = date;
    }
}

/* ---- each once ---- */

/* Keeps the first of those with one headline. */
static bool drop_repeats(ngi_scene *scene, ngi_page *page)
{
    ngi_map seen;
    ngi_map_init(&seen, scene->arena);
    uint64_t *keys = NGI_NEW_ARRAY(scene->arena, uint64_t, page->teaser_count + 1);
    uint32_t kept = 0;
    if (keys == NULL)
        return false;
    for (uint32_t i = 0; i < page->teaser_count; i++) {
        bool is_new = false;
        keys[i] = ngi_text_key(page->teasers[i].headline.text);
        if (!ngi_map_put(&seen, ngi_slice((const char *)&keys[i], sizeof keys[i]), &is_new))
            return false;
        if (is_new)
            page->teasers[kept++] = page->teasers[i];
    }
    page->teaser_count = kept;
    return true;
}

bool ngi_teasers_tidy(ngi_scene *scene, ngi_page *page)
{
    if (!drop_repeats(scene, page))
        return false;
    for (uint32_t i = 0; i < page->teaser_count; i++) {
        ngi_teaser *t = &page->teasers[i];
        if (t->description.text.len != 0 &&
            ngi_text_key(t->description.text) == ngi_text_key(t->headline.text))
            t->description = (ngi_text){0};
    }
    if (scene->now.len == 0)
        date_ages(scene, page);
    return !scene->arena->failed;
}
