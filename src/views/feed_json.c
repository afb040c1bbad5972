/* SPDX-License-Identifier: Apache-2.0 */
/* A feed's members of a JSON row. */
#include "parsed/feed.h"
#include "views/json_out.h"
#include "views/views.h"

static void list(ngi_buffer *out, ng_slice key, const ngi_feed_list *items)
{
    ngi_out_open(out, key, '[');
    for (uint32_t i = 0; i < items->count; i++)
        ngi_out_text(out, NGI_ITEM, items->items[i]);
    ngi_out_close(out, ']');
}

static void about(ngi_buffer *out, const ngi_feed *feed)
{
    const ngi_feed_entry *self = &feed->self;
    ngi_out_open(out, NGI_KEY("feed"), '{');
    ngi_out_text_if(out, NGI_KEY("title"), self->title.text);
    ngi_out_text_if(out, NGI_KEY("link"), self->link.text);
    ngi_out_text_if(out, NGI_KEY("id"), self->id.text);
    ngi_out_text_if(out, NGI_KEY("updated"), self->updated.text);
    ngi_out_text_if(out, NGI_KEY("language"), feed->language);
    ngi_out_text_if(out, NGI_KEY("image"), feed->image);
    ngi_out_close(out, '}');
}

static void location(ngi_buffer *out, const ngi_feed_location *l)
{
    ngi_out_open(out, NGI_KEY("location"), '{');
    ngi_out_written(out, NGI_KEY("latitude"), l->latitude);
    ngi_out_written(out, NGI_KEY("longitude"), l->longitude);
    ngi_out_text_if(out, NGI_KEY("shape"), l->shape);
    ngi_out_text_if(out, NGI_KEY("text"), l->text);
    ngi_out_close(out, '}');
}

static void entry(ngi_buffer *out, const ngi_feed_entry *e)
{
    ngi_out_open(out, NGI_ITEM, '{');
    ngi_out_text_if(out, NGI_KEY("title"), e->title.text);
    ngi_out_text_if(out, NGI_KEY("link"), e->link.text);
    ngi_out_text_if(out, NGI_KEY("id"), e->id.text);
    ngi_out_text_if(out, NGI_KEY("published"), e->published.text);
    ngi_out_text_if(out, NGI_KEY("updated"), e->updated.text);
    ngi_out_text_if(out, NGI_KEY("author"), e->author.text);
    ngi_out_text_if(out, NGI_KEY("summary"), e->summary.text);
    ngi_out_text_if(out, NGI_KEY("content"), e->content.text);
    list(out, NGI_KEY("enclosures"), &e->enclosures);
    list(out, NGI_KEY("tags"), &e->tags);
    if (e->location != NULL)
        location(out, e->location);
    ngi_out_close(out, '}');
}

/* Of an index the sitemaps that it lists, else the pages. */
static void sitemap(ngi_buffer *out, const ngi_feed *feed)
{
    bool index = ngi_equal(feed->version, NGI_LIT("sitemapindex"));
    ngi_out_open(out, index ? NGI_KEY("sitemaps") : NGI_KEY("urls"), '[');
    for (uint32_t i = 0; i < feed->entry_count; i++) {
        const ngi_feed_entry *e = &feed->entries[i];
        ngi_out_open(out, NGI_ITEM, '{');
        ngi_out_text(out, NGI_KEY("link"), e->link.text);
        ngi_out_text_if(out, NGI_KEY("updated"), e->updated.text);
        ngi_out_text_if(out, NGI_KEY("title"), e->title.text);
        ngi_out_text_if(out, NGI_KEY("published"), e->published.text);
        ngi_out_text_if(out, NGI_KEY("publication"), e->publication);
        ngi_out_text_if(out, NGI_KEY("language"), e->language);
        if (e->enclosures.count != 0)
            list(out, NGI_KEY("enclosures"), &e->enclosures);
        if (e->tags.count != 0)
            list(out, NGI_KEY("tags"), &e->tags);
        ngi_out_close(out, '}');
    }
    ngi_out_close(out, ']');
}

/* As `nutgraf feeds` has them. */
static void subscriptions(ngi_buffer *out, const ngi_feed *feed)
{
    about(out, feed);
    ngi_out_open(out, NGI_KEY("feeds"), '[');
    for (uint32_t i = 0; i < feed->entry_count; i++) {
        const ngi_feed_entry *e = &feed->entries[i];
        ngi_out_open(out, NGI_ITEM, '{');
        ngi_out_text(out, NGI_KEY("url"), e->link.text);
        ngi_out_text_if(out, NGI_KEY("title"), e->title.text);
        ngi_out_text_if(out, NGI_KEY("site"), e->site);
        ngi_out_text_if(out, NGI_KEY("folder"), e->folder);
        ngi_out_text_if(out, NGI_KEY("type"), e->type);
        ngi_out_close(out, '}');
    }
    ngi_out_close(out, ']');
}

void ngi_view_feed_members(ngi_buffer *out, const ngi_feed *feed, ng_kind kind)
{
    ngi_out_text(out, NGI_KEY("version"), feed->version);
    ngi_out_bool(out, NGI_KEY("bozo"), feed->broken);
    if (feed->broken) {
        ngi_out_text(out, NGI_KEY("bozoReason"), ngi_slice_of(feed->reason));
        if (feed->line != 0)
            ngi_out_number(out, NGI_KEY("bozoLine"), feed->line);
    }
    if (kind == NG_KIND_SITEMAP) {
        sitemap(out, feed);
        return;
    }
    if (kind == NG_KIND_OPML) {
        subscriptions(out, feed);
        return;
    }
    about(out, feed);
    ngi_out_open(out, NGI_KEY("entries"), '[');
    for (uint32_t i = 0; i < feed->entry_count; i++)
        entry(out, &feed->entries[i]);
    ngi_out_close(out, ']');
}
