/* SPDX-License-Identifier: Apache-2.0 */
/* JSON Feed 1.0 and 1.1 to a feed: see feed.h. */
#include "parsed/feed.h"

#include "parsed/feed_values.h"
#include "parsed/json.h"
#include "parsed/url.h"

static ng_slice text_of(const ngi_json *object, const char *name)
{
    return ngi_trim(ngi_json_string(ngi_json_get(object, name)));
}

static ng_slice address_of(ngi_arena *arena, const ngi_json *object, const char *name,
                           ng_slice base)
{
    ng_slice address = text_of(object, name);
    ng_slice whole = address.len != 0 ? ngi_url_resolve(arena, base, address) : (ng_slice){0};
    return whole.len != 0 ? whole : address;
}

/* 1.1 has a list of authors, 1.0 has one. */
static ng_slice authors_of(ngi_arena *arena, const ngi_json *object)
{
    const ngi_json *list = ngi_json_get(object, "authors");
    ngi_buffer names = {0};
    if (!ngi_json_is_array(list))
        list = ngi_json_get(object, "author");
    for (ngi_json_walk w = ngi_json_each(list); ngi_json_step(&w);) {
        ng_slice name = text_of(w.value, "name");
        if (name.len != 0 && names.len != 0)
            NGI_BUFFER_LIT(&names, ", ");
        ngi_buffer_add(&names, name);
    }
    ng_slice all = ngi_arena_copy(arena, ngi_buffer_slice(&names));
    ngi_buffer_free(&names);
    return all;
}

static void read_item(ngi_arena *arena, const ngi_json *item, ng_slice base, ngi_feed *feed)
{
    ngi_feed_entry *e = ngi_feed_entry_new(arena, feed);
    int64_t number;
    if (e == NULL)
        return;
    e->title.text = text_of(item, "title");
    e->link.text = address_of(arena, item, "url", base);
    if (e->link.text.len == 0)
        e->link.text = address_of(arena, item, "external_url", base);
    e->id.text = text_of(item, "id");
    if (e->id.text.len == 0 && ngi_json_number(ngi_json_get(item, "id"), &number)) {
        ngi_buffer digits = {0}; /* 1.0 allowed numbers */
        ngi_buffer_format(&digits, "%lld", (long long)number);
        e->id.text = ngi_arena_copy(arena, ngi_buffer_slice(&digits));
        ngi_buffer_free(&digits);
    }
    e->content =
        (ngi_feed_text){ngi_feed_visible(arena, text_of(item, "content_html")), NGI_FEED_HTML, 0};
    if (e->content.text.len == 0)
        e->content = (ngi_feed_text){text_of(item, "content_text"), NGI_FEED_TEXT, 0};
    e->summary.text = text_of(item, "summary");
    e->published.text = text_of(item, "date_published");
    e->updated.text = text_of(item, "date_modified");
    e->author.text = authors_of(arena, item);
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(item, "tags")); ngi_json_step(&w);)
        if (ngi_json_string(w.value).len != 0)
            ngi_feed_add(arena, &e->tags, ngi_json_string(w.value));
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(item, "attachments")); ngi_json_step(&w);)
        if (text_of(w.value, "url").len != 0)
            ngi_feed_add(arena, &e->enclosures, address_of(arena, w.value, "url", base));
}

bool ngi_feed_read_json(ngi_arena *arena, ng_slice text, ng_slice base, ngi_feed *out)
{
    ngi_json_text json;
    *out = (ngi_feed){0};
    if (!ngi_json_read(arena, text, false, &json))
        return false;
    const ngi_json *feed = json.count > 0 ? json.roots[0].value : NULL;
    ng_slice version = text_of(feed, "version");
    if (ngi_find(version, NGI_LIT("jsonfeed.org/version/")) == NGI_NONE)
        return true;
    out->version = ngi_ends(version, NGI_LIT("/1.1")) ? NGI_LIT("json11") : NGI_LIT("json1");
    if (base.len == 0)
        base = text_of(feed, "feed_url");
    out->self.title.text = text_of(feed, "title");
    out->self.link.text = address_of(arena, feed, "home_page_url", base);
    out->self.id.text = text_of(feed, "feed_url");
    out->self.author.text = authors_of(arena, feed);
    out->language = text_of(feed, "language");
    out->image = address_of(arena, feed, "icon", base);
    if (out->image.len == 0)
        out->image = address_of(arena, feed, "favicon", base);
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(feed, "items")); ngi_json_step(&w);)
        if (ngi_json_is_object(w.value))
            read_item(arena, w.value, base, out);
    return !arena->failed;
}
