/* SPDX-License-Identifier: Apache-2.0 */
/* What a document of a feed, a sitemap or a list of subscriptions gives out: all that its JSON
 * row holds (tests/api/test_look_feed.c writes the row by these calls alone). */
#include "api/api.h"
#include "parsed/feed.h"

size_t ng_document_entry_count(const ng_document *document)
{
    return document->page.feed != NULL ? document->page.feed->entry_count : 0;
}

/* What only the whole has; NULL for the fields of entries. */
static const ng_slice *field_of_feed(const ngi_feed *feed, ng_feed_field field)
{
    switch (field) {
    case NG_FEED_LANGUAGE: return &feed->language;
    case NG_FEED_IMAGE: return &feed->image;
    case NG_FEED_VERSION: return &feed->version;
    default: return NULL;
    }
}

static const ng_slice *field_of_entry(const ngi_feed_entry *e, ng_feed_field field)
{
    switch (field) {
    case NG_FEED_TITLE: return &e->title.text;
    case NG_FEED_LINK: return &e->link.text;
    case NG_FEED_ID: return &e->id.text;
    case NG_FEED_PUBLISHED: return &e->published.text;
    case NG_FEED_UPDATED: return &e->updated.text;
    case NG_FEED_AUTHOR: return &e->author.text;
    case NG_FEED_SUMMARY: return &e->summary.text;
    case NG_FEED_CONTENT: return &e->content.text;
    case NG_FEED_LANGUAGE: return &e->language;
    case NG_FEED_PUBLICATION: return &e->publication;
    case NG_FEED_SITE: return &e->site;
    case NG_FEED_FOLDER: return &e->folder;
    case NG_FEED_TYPE: return &e->type;
    case NG_FEED_LATITUDE: return e->location != NULL ? &e->location->latitude : NULL;
    case NG_FEED_LONGITUDE: return e->location != NULL ? &e->location->longitude : NULL;
    case NG_FEED_SHAPE: return e->location != NULL ? &e->location->shape : NULL;
    case NG_FEED_SHAPE_TEXT: return e->location != NULL ? &e->location->text : NULL;
    default: return NULL;
    }
}

size_t ng_document_entry(const ng_document *document, size_t index, ng_feed_field field,
                         const ng_slice **out)
{
    const ngi_feed *feed = document->page.feed;
    bool itself = index == NG_FEED_ITSELF;
    *out = NULL;
    if (feed == NULL || (!itself && index >= feed->entry_count))
        return 0;
    const ngi_feed_entry *e = itself ? &feed->self : &feed->entries[index];
    if (field == NG_FEED_ENCLOSURES || field == NG_FEED_TAGS) {
        const ngi_feed_list *list = field == NG_FEED_TAGS ? &e->tags : &e->enclosures;
        *out = list->count != 0 ? list->items : NULL;
        return list->count;
    }
    const ng_slice *value = itself ? field_of_feed(feed, field) : NULL;
    if (value == NULL)
        value = field_of_entry(e, field);
    *out = value != NULL && value->len != 0 ? value : NULL;
    return *out != NULL;
}

bool ng_document_bozo(const ng_document *document, const char **why, uint32_t *line)
{
    const ngi_feed *feed = document->page.feed;
    bool broken = feed != NULL && feed->broken;
    *why = broken ? feed->reason : NULL;
    *line = broken ? feed->line : 0;
    return broken;
}
