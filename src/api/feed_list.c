/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of feeds' addresses: what inputs name is copied into an arena of the list's own. */
#include "api/api.h"
#include "base/map.h"
#include "base/utf8.h"
#include "parsed/feed.h"
#include "parsed/feed_links.h"
#include "views/views.h"

#include <stdlib.h>

enum { MOST_FEEDS = 100000 };

struct ng_feed_list {
    ngi_arena arena;
    ngi_map seen; /* addresses */
    ngi_feed_links links;
};

ng_status ng_feed_list_new(ng_feed_list **out, ng_error *error)
{
    *out = calloc(1, sizeof **out);
    if (*out == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the list");
    ngi_arena_init(&(*out)->arena, 0);
    ngi_map_init(&(*out)->seen, &(*out)->arena);
    return NG_OK;
}

void ng_feed_list_free(ng_feed_list *list)
{
    if (list == NULL)
        return;
    ngi_arena_free(&list->arena);
    free(list);
}

static ng_status keep(ng_feed_list *list, const ngi_feed_links *found, ng_error *error)
{
    for (uint32_t i = 0; i < found->count; i++) {
        const ngi_feed_link *f = &found->items[i];
        bool is_new = false;
        ngi_feed_link copy = *f;
        copy.url = ngi_arena_copy(&list->arena, f->url);
        if (ngi_map_put(&list->seen, copy.url, &is_new) == NULL)
            break;
        if (!is_new)
            continue;
        if (list->links.count >= MOST_FEEDS)
            return ngi_fail(error, NG_ERR_LIMIT, 0, "more than %d feeds", MOST_FEEDS);
        /* squeezing may borrow */
        copy.title = ngi_arena_copy(&list->arena, ngi_squeeze(&list->arena, f->title));
        copy.site = ngi_arena_copy(&list->arena, f->site);
        copy.folder = ngi_arena_copy(&list->arena, ngi_squeeze(&list->arena, f->folder));
        ngi_feed_links_add(&list->arena, &list->links, &copy);
    }
    if (list->arena.failed)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the list");
    return NG_OK;
}

/* A feed that was given itself. */
static bool of_feed(ngi_arena *arena, ng_slice text, ng_slice url, ngi_feed_links *out)
{
    ngi_feed feed;
    if (!ngi_feed_read(arena, text, url, &feed))
        return false;
    ngi_feed_link link = {.url = url,
                          .title = feed.self.title.text,
                          .site = feed.self.link.text,
                          .type = ngi_starts(feed.version, NGI_LIT("atom"))   ? "atom"
                                  : ngi_starts(feed.version, NGI_LIT("json")) ? "json"
                                                                              : "rss",
                          .from = "feed"};
    ngi_feed_links_add(arena, out, &link);
    return true;
}

static ng_status of_page(ngi_arena *arena, ng_slice text, ng_slice url, ngi_feed_links *out,
                         ng_error *error)
{
    ngi_html_parser *parser = ngi_html_parser_new();
    ngi_tree tree;
    ng_status status = parser == NULL
                           ? ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the page")
                           : ngi_html_parse(parser, arena, text, NULL, false, &tree, error);
    if (status == NG_OK && !ngi_feed_links_of_page(arena, &tree, url, out))
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the page");
    for (uint32_t i = 0; status == NG_OK && i < out->count; i++) { /* the parser owns them */
        out->items[i].url = ngi_arena_copy(arena, out->items[i].url);
        out->items[i].title = ngi_arena_copy(arena, out->items[i].title);
    }
    ngi_html_parser_free(parser);
    return status;
}

ng_status ng_feed_list_add(ng_feed_list *list, ng_slice bytes, ng_slice url, ng_error *error)
{
    ngi_arena arena;
    ngi_decoded decoded;
    ngi_feed_links found = {0};
    ngi_xml_report report;
    ngi_arena_init(&arena, 0);
    ng_status status = ngi_decode(&arena, bytes, (ng_slice){0}, true, &decoded, error);
    if (status == NG_OK && ngi_trim_wide(decoded.text).len == 0)
        status = ngi_fail(error, NG_ERR_FORMAT, 0, "the input is empty");
    if (status == NG_OK) {
        bool good = true;
        if (ngi_opml_looks_like(decoded.text))
            good = ngi_opml_read(&arena, decoded.text, &found, &report);
        else if (ngi_feed_looks_like(decoded.text))
            good = of_feed(&arena, decoded.text, url, &found);
        else
            status = of_page(&arena, decoded.text, url, &found, error);
        if (!good)
            status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the input");
    }
    if (status == NG_OK)
        status = keep(list, &found, error);
    ngi_arena_free(&arena);
    return status;
}

size_t ng_feed_list_count(const ng_feed_list *list)
{
    return list->links.count;
}

ng_feed_link ng_feed_list_get(const ng_feed_list *list, size_t index)
{
    if (index >= list->links.count)
        return (ng_feed_link){.type = "", .from = ""};
    const ngi_feed_link *f = &list->links.items[index];
    return (ng_feed_link){f->url, f->title, f->site, f->folder, f->type, f->from};
}

ng_status ng_feed_list_write(const ng_feed_list *list, ng_feed_list_form form, ng_sink *sink,
                             void *context, ng_error *error)
{
    ngi_buffer out = {0};
    ng_status status = NG_OK;
    ngi_view_feed_list(&out, list, form);
    if (out.failed)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the list");
    else if (out.len != 0 && !sink(context, out.ptr, out.len))
        status = ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    ngi_buffer_free(&out);
    return status;
}
