/* SPDX-License-Identifier: Apache-2.0 */
/* OPML as feed readers write it: outlines with an xmlUrl are subscriptions, those without one
 * are folders. */
#include "parsed/feed_links.h"

enum { MOST_DEPTH = 32, LOOK_BYTES = 4096, FOLDER_BYTES = 1024, TITLE_BYTES = 64 * 1024 };

typedef struct walk {
    ngi_arena *arena;
    ngi_feed_links *links;
    ng_slice folders[MOST_DEPTH]; /* of each open element; what is deeper has none */
    size_t depth;
    ngi_buffer title; /* of the list, while its element is open: at title_depth */
    size_t title_depth;
    bool in_body;
} walk;

static ng_slice attr(const ngi_xml_attr *attrs, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (ngi_equal_nocase(attrs[i].name.local, ngi_slice_of(name)))
            return ngi_trim(attrs[i].value);
    return (ng_slice){0};
}

static ng_slice joined(ngi_arena *arena, ng_slice above, ng_slice name)
{
    if (above.len == 0 || name.len == 0 || above.len + name.len > FOLDER_BYTES)
        return name.len == 0 ? above : ngi_arena_copy(arena, name);
    char *out = ngi_arena_chars(arena, above.len + 1 + name.len);
    if (out == NULL)
        return above;
    memcpy(out, above.ptr, above.len);
    out[above.len] = '/';
    memcpy(out + above.len + 1, name.ptr, name.len);
    return ngi_slice(out, above.len + 1 + name.len);
}

/* Lists without folders may name them: "/World/North,News", of which the first counts. */
static ng_slice category_of(const walk *w, const ngi_xml_attr *attrs, size_t count)
{
    ng_slice all = attr(attrs, count, "category");
    ng_slice first = ngi_trim(ngi_slice_sub(all, 0, ngi_find_char(all, ',')));
    return ngi_arena_copy(w->arena, ngi_slice_from(first, ngi_starts(first, NGI_LIT("/"))));
}

static const char *type_of(ng_slice type)
{
    return ngi_equal_nocase(type, NGI_LIT("rss"))    ? "rss"
           : ngi_equal_nocase(type, NGI_LIT("atom")) ? "atom"
           : ngi_equal_nocase(type, NGI_LIT("json")) ? "json"
                                                     : "";
}

/* The list's version and title stand before its outlines. */
static void open_head(walk *w, const ngi_xml_name *name, const ngi_xml_attr *attrs, size_t count)
{
    if (w->depth == 0)
        w->links->version = ngi_arena_copy(w->arena, attr(attrs, count, "version"));
    w->in_body = w->in_body || ngi_equal_nocase(name->local, NGI_LIT("body"));
    if (!w->in_body && w->title_depth == 0 && w->links->title.len == 0 &&
        ngi_equal_nocase(name->local, NGI_LIT("title")))
        w->title_depth = w->depth + 1;
}

static void on_open(void *context, const ngi_xml_name *name, const ngi_xml_attr *attrs,
                    size_t count)
{
    walk *w = context;
    open_head(w, name, attrs, count);
    ng_slice folder =
        w->depth > 0 && w->depth <= MOST_DEPTH ? w->folders[w->depth - 1] : (ng_slice){0};
    if (ngi_equal_nocase(name->local, NGI_LIT("outline"))) {
        ng_slice url = attr(attrs, count, "xmlUrl"), title = attr(attrs, count, "title");
        if (title.len == 0)
            title = attr(attrs, count, "text");
        if (url.len == 0) {
            folder = joined(w->arena, folder, title);
        } else {
            ngi_feed_link link = {.url = ngi_arena_copy(w->arena, url),
                                  .title = ngi_arena_copy(w->arena, title),
                                  .site = ngi_arena_copy(w->arena, attr(attrs, count, "htmlUrl")),
                                  .folder = folder.len != 0 ? folder : category_of(w, attrs, count),
                                  .type = type_of(attr(attrs, count, "type")),
                                  .from = "opml"};
            ngi_feed_links_add(w->arena, w->links, &link);
        }
    }
    if (w->depth < MOST_DEPTH)
        w->folders[w->depth] = folder;
    w->depth++;
}

static void on_close(void *context)
{
    walk *w = context;
    if (w->title_depth != 0 && w->title_depth == w->depth) {
        w->links->title = ngi_arena_copy(w->arena, ngi_trim(ngi_buffer_slice(&w->title)));
        w->title_depth = 0;
    }
    w->depth -= w->depth > 0;
}

static void on_text(void *context, ng_slice text)
{
    walk *w = context;
    if (w->title_depth != 0 && w->title.len < TITLE_BYTES)
        ngi_buffer_add(&w->title, text);
}

bool ngi_opml_looks_like(ng_slice text)
{
    return ngi_equal_nocase(ngi_xml_root(ngi_slice_sub(text, 0, LOOK_BYTES)), NGI_LIT("opml"));
}

bool ngi_opml_read(ngi_arena *arena, ng_slice text, ngi_feed_links *out, ngi_xml_report *report)
{
    static const ngi_xml_events events = {on_open, on_close, on_text};
    walk w = {.arena = arena, .links = out};
    bool good = ngi_xml_read(arena, text, &events, &w, report) && !w.title.failed;
    ngi_buffer_free(&w.title);
    return good && !arena->failed;
}
