/* SPDX-License-Identifier: Apache-2.0 */
/* Feeds that a page names. A link of the kind rel=alternate with a feed's media type says so; of
 * other links only an address that ends as feeds' do is taken, and only on the page's own word
 * that it leads there ("/feed/", "rss.xml"), never fetched. */
#include "parsed/feed_links.h"

#include "parsed/url.h"

enum { MOST_LINKS = 1000 /* of a page; each new one is compared with all */ };

void ngi_feed_links_add(ngi_arena *arena, ngi_feed_links *links, const ngi_feed_link *link)
{
    if (link->url.len == 0)
        return;
    if (ngi_arena_grow(arena, &links->items, &links->room, links->count + 1u, sizeof *links->items))
        links->items[links->count++] = *link;
}

static bool is_there(const ngi_feed_links *links, ng_slice url)
{
    for (uint32_t i = 0; i < links->count; i++)
        if (ngi_equal(links->items[i].url, url))
            return true;
    return false;
}

/* One of the words of a space-separated attribute. */
static bool has_word(ng_slice words, const char *wanted)
{
    ng_slice word;
    while (ngi_split(&words, ' ', &word))
        if (ngi_equal_nocase(ngi_trim(word), ngi_slice_of(wanted)))
            return true;
    return false;
}

static const char *type_of_media(ng_slice media)
{
    media = ngi_trim(ngi_slice_sub(media, 0, ngi_find_char(media, ';')));
    if (ngi_equal_nocase(media, NGI_LIT("application/rss+xml")) ||
        ngi_equal_nocase(media, NGI_LIT("application/rdf+xml")))
        return "rss";
    if (ngi_equal_nocase(media, NGI_LIT("application/atom+xml")))
        return "atom";
    if (ngi_equal_nocase(media, NGI_LIT("application/feed+json")))
        return "json";
    return NULL;
}

/* Whether a path ends as those of feeds do. */
static const char *type_of_path(ng_slice url)
{
    static const struct {
        const char *end, *type;
    } ends[] = {{"/feed", ""},         {"/feed/", ""},    {"/feeds/", ""},
                {"/rss", "rss"},       {"/rss/", "rss"},  {".rss", "rss"},
                {".atom", "atom"},     {"/atom", "atom"}, {"/atom/", "atom"},
                {"/rss.xml", "rss"},   {"/feed.xml", ""}, {"/atom.xml", "atom"},
                {"/index.rdf", "rss"}, {".rdf", "rss"},   {"/feed.json", "json"},
                {"/rss.php", "rss"},   {"/feed.php", ""}};
    ng_slice path = ngi_url_path(url);
    path = ngi_slice_sub(path, 0, ngi_find_char(path, '?'));
    for (size_t i = 0; i < NGI_COUNT(ends); i++) {
        ng_slice end = ngi_slice_of(ends[i].end);
        if (path.len >= end.len && ngi_equal_nocase(ngi_slice_from(path, path.len - end.len), end))
            return ends[i].type;
    }
    return NULL;
}

static ng_slice base_of(ngi_arena *arena, const ngi_tree *tree, ng_slice base)
{
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->nodes[i].tag == NGI_TAG_OTHER &&
            ngi_equal_nocase(tree->nodes[i].text, NGI_LIT("base"))) {
            ng_slice own = ngi_url_resolve(arena, base, ngi_attr_value(tree, i, NGI_ATTR_HREF));
            return own.len != 0 ? own : base;
        }
    return base;
}

static void take(ngi_arena *arena, ngi_feed_links *out, const ngi_feed_link *link)
{
    if (out->count < MOST_LINKS && !is_there(out, link->url))
        ngi_feed_links_add(arena, out, link);
}

bool ngi_feed_links_of_page(ngi_arena *arena, const ngi_tree *tree, ng_slice base,
                            ngi_feed_links *out)
{
    ng_slice from = base_of(arena, tree, base);
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < tree->count && !arena->failed; i++) {
            if (tree->nodes[i].tag != (pass == 0 ? NGI_TAG_LINK : NGI_TAG_A))
                continue;
            ng_slice rel = ngi_attr_value(tree, i, NGI_ATTR_REL);
            ng_slice href = ngi_trim(ngi_attr_value(tree, i, NGI_ATTR_HREF));
            href = ngi_slice_sub(href, 0, ngi_find_char(href, '#'));
            const char *type = type_of_media(ngi_attr_value(tree, i, NGI_ATTR_TYPE));
            bool says = type != NULL && (pass == 1 || has_word(rel, "alternate"));
            if (!says && pass == 1)
                type = type_of_path(href);
            if (href.len == 0 || type == NULL || (pass == 0 && !says))
                continue;
            ngi_feed_link link = {.url = ngi_url_resolve(arena, from, href),
                                  .title = ngi_trim(ngi_attr_value(tree, i, NGI_ATTR_TITLE)),
                                  .site = base,
                                  .type = type,
                                  .from = pass == 0 ? "link" : "anchor"};
            take(arena, out, &link);
        }
    return !arena->failed;
}
