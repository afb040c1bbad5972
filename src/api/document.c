/* SPDX-License-Identifier: Apache-2.0 */
/* A document: a page copied out of its reader, so that it lives as long as its owner likes.
 * What is copied is the stories' text, some 20 kB, not the page. */
#include "api/api.h"
#include "api/copy.h"
#include "parsed/feed.h"
#include "views/views.h"

#include <stdlib.h>

/* ---- copying ---- */

static bool copy_text(ngi_arena *arena, ngi_text *text)
{
    text->ranges = ngi_copy_array(arena, text->ranges, text->range_count, sizeof(ng_range));
    return ngi_copy_slice(arena, &text->text);
}

static void copy_author(ngi_arena *arena, ngi_author *author)
{
    copy_text(arena, &author->name);
    ngi_copy_slice(arena, &author->url);
}

static void copy_part(ngi_arena *arena, ngi_part *part)
{
    copy_text(arena, &part->text);
}

static void copy_comment(ngi_arena *arena, ngi_comment *comment)
{
    copy_text(arena, &comment->text);
    ngi_copy_slice(arena, &comment->author);
    ngi_copy_slice(arena, &comment->date);
}

static void copy_story(ngi_arena *arena, ngi_story *s)
{
    ngi_text *texts[] = {&s->headline, &s->description, &s->date_published, &s->date_modified,
                         &s->section};
    ng_slice *slices[] = {&s->date_source,   &s->credit, &s->publisher, &s->image_url,
                          &s->image_caption, &s->url,    &s->language,  &s->body};
    for (size_t i = 0; i < NGI_COUNT(texts); i++)
        copy_text(arena, texts[i]);
    for (size_t i = 0; i < NGI_COUNT(slices); i++)
        ngi_copy_slice(arena, slices[i]);
    NGI_COPY_ITEMS(arena, s->authors, s->author_count, copy_author);
    NGI_COPY_ITEMS(arena, s->keywords, s->keyword_count, ngi_copy_slice);
    NGI_COPY_ITEMS(arena, s->parts, s->part_count, copy_part);
    NGI_COPY_ITEMS(arena, s->comments, s->comment_count, copy_comment);
    s->record = ngi_record_copy(arena, s->record);
}

static void copy_location(ngi_arena *arena, ngi_feed_location *l)
{
    ng_slice *slices[] = {&l->latitude, &l->longitude, &l->shape, &l->text};
    for (size_t i = 0; i < NGI_COUNT(slices); i++)
        ngi_copy_slice(arena, slices[i]);
}

static void copy_teaser(ngi_arena *arena, ngi_teaser *t)
{
    ngi_text *texts[] = {&t->headline, &t->description, &t->section, &t->age};
    for (size_t i = 0; i < NGI_COUNT(texts); i++)
        copy_text(arena, texts[i]);
    t->ranges = ngi_copy_array(arena, t->ranges, t->range_count, sizeof(ng_range));
    ngi_copy_slice(arena, &t->date_published);
    ngi_copy_slice(arena, &t->url);
}

static void copy_entry(ngi_arena *arena, ngi_feed_entry *e)
{
    ngi_feed_text *texts[] = {&e->title, &e->summary,   &e->content, &e->link,
                              &e->id,    &e->published, &e->updated, &e->author};
    for (size_t i = 0; i < NGI_COUNT(texts); i++)
        ngi_copy_slice(arena, &texts[i]->text);
    ng_slice *slices[] = {&e->publication, &e->language, &e->site, &e->folder, &e->type};
    for (size_t i = 0; i < NGI_COUNT(slices); i++)
        ngi_copy_slice(arena, slices[i]);
    NGI_COPY_ITEMS(arena, e->enclosures.items, e->enclosures.count, ngi_copy_slice);
    NGI_COPY_ITEMS(arena, e->tags.items, e->tags.count, ngi_copy_slice);
    NGI_COPY_ITEMS(arena, e->location, e->location != NULL, copy_location);
}

static ngi_feed *copy_feed(ngi_arena *arena, const ngi_feed *feed)
{
    ngi_feed *copy = ngi_copy_array(arena, feed, 1, sizeof(*feed));
    if (copy == NULL)
        return NULL;
    ng_slice reason = ngi_slice(feed->reason, feed->broken ? strlen(feed->reason) + 1 : 0);
    copy->reason = ngi_copy_slice(arena, &reason) ? reason.ptr : NULL;
    ngi_copy_slice(arena, &copy->version);
    ngi_copy_slice(arena, &copy->language);
    ngi_copy_slice(arena, &copy->image);
    copy_entry(arena, &copy->self);
    NGI_COPY_ITEMS(arena, copy->entries, copy->entry_count, copy_entry);
    return copy;
}

bool ngi_page_copy(ngi_arena *arena, const ngi_page *page, ngi_page *out)
{
    *out = *page;
    ngi_copy_slice(arena, &out->url);
    ngi_copy_slice(arena, &out->language);
    ngi_copy_slice(arena, &out->text);
    NGI_COPY_ITEMS(arena, out->stories, out->story_count, copy_story);
    NGI_COPY_ITEMS(arena, out->teasers, out->teaser_count, copy_teaser);
    if (page->feed != NULL)
        out->feed = copy_feed(arena, page->feed);
    return !arena->failed; /* cut_why is static */
}

static ng_status make_document(const ngi_page *page, ng_document **out, ng_error *error)
{
    ng_document *document = calloc(1, sizeof(*document));
    if (document != NULL) {
        ngi_arena_init(&document->arena, 0);
        if (ngi_page_copy(&document->arena, page, &document->page)) {
            *out = document;
            return NG_OK;
        }
        ng_document_free(document);
    }
    return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the document");
}

/* ---- making ---- */

ng_status ng_reader_read_page(ng_reader *reader, ng_slice bytes, const ng_read_options *options,
                              ng_document **out, ng_error *error)
{
    ngi_page page;
    *out = NULL;
    ng_status status = ngi_reader_page(reader, bytes, options, &page, error);
    return status == NG_OK ? make_document(&page, out, error) : status;
}

ng_status ng_reader_read_file(ng_reader *reader, const char *path, const ng_read_options *options,
                              ng_document **out, ng_error *error)
{
    ngi_page page;
    *out = NULL;
    ng_status status = ngi_reader_file(reader, path, options, &page, error);
    return status == NG_OK ? make_document(&page, out, error) : status;
}

void ng_document_free(ng_document *document)
{
    if (document == NULL)
        return;
    ngi_arena_free(&document->arena);
    free(document);
}

/* ---- writing ---- */

ng_status ng_document_write(const ng_document *document, const ng_write_options *given,
                            ng_sink *sink, void *context, ng_error *error)
{
    ng_write_options options = ngi_write_options_of(given);
    ngi_buffer out = {0};
    ngi_page_write(&out, &document->page, &options);
    ng_status status = NG_OK;
    if (out.failed)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the output");
    else if (out.len > 0 && !sink(context, out.ptr, out.len))
        status = ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    ngi_buffer_free(&out);
    return status;
}
