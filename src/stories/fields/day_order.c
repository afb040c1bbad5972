/* SPDX-License-Identifier: Apache-2.0 */
/* Which comes first in 3/4/2024 on this page, the day or the month?
 *
 * Languages other than English put the day first. In English the country decides: by
 * another date of the page that can be read in one way only (25/12/2024), by the country code
 * of the address, or by the tag of the language ("en-US", which many sites elsewhere have too). Where none of them tells, it stays
 * open, and ngi_date_parse() looks at the dates themselves. */
#include "stories/scene.h"

#include "parsed/url.h"

enum { MOST_BLOCKS = 600, LONGEST = 120 };

/* Where the month comes first. */
static bool is_american(ng_slice country)
{
    static const char *const all[] = {"US", "PH", "PR", "GU", "FM", "PW", "MH", "VI", "AS"};
    for (size_t i = 0; i < NGI_COUNT(all); i++)
        if (ngi_equal_nocase(country, ngi_slice_of(all[i])))
            return true;
    return false;
}

/* "en-US", "en_GB": by its country; -1 without one. */
static int by_tag(ng_slice tag)
{
    bool country = tag.len >= 5 && (tag.ptr[2] == '-' || tag.ptr[2] == '_') &&
                   (tag.len == 5 || tag.ptr[5] == '-' || tag.ptr[5] == '_' || tag.ptr[5] == '.');
    return country ? !is_american(ngi_slice_sub(tag, 3, 5)) : -1;
}

/* By the end of the host's name: two letters are a country's. */
static int by_host(ng_slice host)
{
    if (host.len < 4 || host.ptr[host.len - 3] != '.')
        return -1;
    ng_slice code = ngi_slice_from(host, host.len - 2);
    static const char *const free_to_all[] = {"io", "co", "tv", "me", "ai", "fm", "ly", "to", "gg"};
    for (size_t i = 0; i < NGI_COUNT(free_to_all); i++)
        if (ngi_equal_nocase(code, ngi_slice_of(free_to_all[i])))
            return -1;
    return !is_american(code);
}

static int two_digits(ng_slice s, size_t i)
{
    bool digits = i + 2 <= s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9' && s.ptr[i + 1] >= '0' &&
                  s.ptr[i + 1] <= '9';
    return digits ? (s.ptr[i] - '0') * 10 + (s.ptr[i + 1] - '0') : -1;
}

/* By a date "25/12/2024" or "12/25/2024" in the text. */
static int by_date(ng_slice s)
{
    for (size_t slash = ngi_find_char(s, '/'), i; slash != NGI_NONE && slash + 8 <= s.len;
         slash++) {
        if (s.ptr[slash] != '/' || slash < 2)
            continue;
        i = slash - 2;
        int a = two_digits(s, i), b = two_digits(s, i + 3), century = two_digits(s, i + 6);
        bool inside = i > 0 && s.ptr[i - 1] >= '0' && s.ptr[i - 1] <= '9';
        if (inside || a < 1 || b < 1 || (century != 19 && century != 20) || s.ptr[i + 5] != '/')
            continue;
        if (a > 12 && a <= 31 && b <= 12)
            return 1;
        if (b > 12 && b <= 31 && a <= 12)
            return 0;
    }
    return -1;
}

static int by_blocks(const ngi_blocks *blocks)
{
    int order = -1;
    for (uint32_t i = 0; i < blocks->count && i < MOST_BLOCKS && order < 0; i++)
        if (blocks->items[i].text.len <= LONGEST)
            order = by_date(blocks->items[i].text);
    return order;
}

int ngi_day_first(const ngi_scene *scene)
{
    const ngi_meta *m = &scene->meta;
    ng_slice lang = m->lang.len >= 2 ? m->lang : m->og_locale;
    if (lang.len >= 2 && !ngi_starts_nocase(lang, NGI_LIT("en")))
        return 1;
    ng_slice host = ngi_url_host(scene->url.len != 0 ? scene->url : m->canonical);
    int order = by_blocks(&scene->blocks);
    order = order >= 0 ? order : by_host(host); /* many sites anywhere say en-US */
    order = order >= 0 ? order : by_tag(lang);
    return order >= 0 ? order : by_tag(m->og_locale);
}
