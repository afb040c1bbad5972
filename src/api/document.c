/* SPDX-License-Identifier: Apache-2.0 */
/* A document: a page copied out of its reader, so that it lives as long as its owner likes.
 * What is copied is the stories' text, some 20 kB, not the page. */
#include "api/api.h"
#include "views/views.h"

#include <stdlib.h>

struct ng_document {
    ngi_arena arena;
    ngi_page page;
};

/* ---- copying ---- */

static bool copy_slice(ngi_arena *arena, ng_slice *slice)
{
    *slice = slice->len > 0 ? ngi_arena_copy(arena, *slice) : (ng_slice){0};
    return !arena->failed;
}

static void *copy_array(ngi_arena *arena, const void *items, size_t count, size_t size)
{
    void *copy = count > 0 ? ngi_arena_alloc(arena, count, size) : NULL;
    if (copy != NULL)
        memcpy(copy, items, count * size);
    return copy;
}

static bool copy_text(ngi_arena *arena, ngi_text *text)
{
    text->ranges = copy_array(arena, text->ranges, text->range_count, sizeof(ng_range));
    return copy_slice(arena, &text->text);
}

/* Copies the array at *items with its `count` items; `each` copies what an item holds. */
#define COPY_ITEMS(arena, items, count, each)                                                      \
    do {                                                                                           \
        (items) = copy_array((arena), (items), (count), sizeof(*(items)));                         \
        for (uint32_t i_ = 0; (items) != NULL && i_ < (count); i_++)                               \
            each((arena), &(items)[i_]);                                                           \
    } while (0)

static void copy_author(ngi_arena *arena, ngi_author *author)
{
    copy_text(arena, &author->name);
    copy_slice(arena, &author->url);
}

static void copy_part(ngi_arena *arena, ngi_part *part)
{
    copy_text(arena, &part->text);
}

static void copy_comment(ngi_arena *arena, ngi_comment *comment)
{
    copy_text(arena, &comment->text);
    copy_slice(arena, &comment->author);
    copy_slice(arena, &comment->date);
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
        copy_slice(arena, slices[i]);
    COPY_ITEMS(arena, s->authors, s->author_count, copy_author);
    COPY_ITEMS(arena, s->keywords, s->keyword_count, copy_slice);
    COPY_ITEMS(arena, s->parts, s->part_count, copy_part);
    COPY_ITEMS(arena, s->comments, s->comment_count, copy_comment);
}

static void copy_teaser(ngi_arena *arena, ngi_teaser *t)
{
    ngi_text *texts[] = {&t->headline, &t->description, &t->section, &t->age};
    for (size_t i = 0; i < NGI_COUNT(texts); i++)
        copy_text(arena, texts[i]);
    copy_slice(arena, &t->date_published);
    copy_slice(arena, &t->url);
}

bool ngi_page_copy(ngi_arena *arena, const ngi_page *page, ngi_page *out)
{
    *out = *page;
    copy_slice(arena, &out->url);
    copy_slice(arena, &out->language);
    copy_slice(arena, &out->text);
    COPY_ITEMS(arena, out->stories, out->story_count, copy_story);
    COPY_ITEMS(arena, out->teasers, out->teaser_count, copy_teaser);
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

/* ---- looking ---- */

ng_kind ng_document_kind(const ng_document *document)
{
    return document->page.kind;
}

ng_slice ng_document_text(const ng_document *document)
{
    return document->page.text;
}

ng_slice ng_document_language(const ng_document *document)
{
    return document->page.language;
}

size_t ng_document_story_count(const ng_document *document)
{
    return document->page.story_count;
}

size_t ng_document_teaser_count(const ng_document *document)
{
    return document->page.teaser_count;
}

static const ngi_story *story_at(const ng_document *document, size_t index)
{
    return index < document->page.story_count ? &document->page.stories[index] : NULL;
}

ng_slice ng_document_story(const ng_document *document, size_t index, ng_story_field field)
{
    const ngi_story *story = story_at(document, index);
    if (story == NULL)
        return (ng_slice){0};
    switch (field) {
    case NG_STORY_HEADLINE: return story->headline.text;
    case NG_STORY_DESCRIPTION: return story->description.text;
    case NG_STORY_DATE_PUBLISHED: return story->date_published.text;
    case NG_STORY_DATE_MODIFIED: return story->date_modified.text;
    case NG_STORY_DATE_SOURCE: return story->date_source;
    case NG_STORY_SECTION: return story->section.text;
    case NG_STORY_CREDIT: return story->credit;
    case NG_STORY_PUBLISHER: return story->publisher;
    case NG_STORY_IMAGE_URL: return story->image_url;
    case NG_STORY_IMAGE_CAPTION: return story->image_caption;
    case NG_STORY_URL: return story->url;
    case NG_STORY_LANGUAGE: return story->language;
    case NG_STORY_BODY: return story->body;
    case NG_STORY_ACCESS:
        if (story->access == NGI_ACCESS_UNKNOWN)
            return (ng_slice){0};
        return story->access == NGI_ACCESS_FREE ? NGI_LIT("true") : NGI_LIT("false");
    }
    return (ng_slice){0};
}

size_t ng_document_author_count(const ng_document *document, size_t index)
{
    const ngi_story *story = story_at(document, index);
    return story != NULL ? story->author_count : 0;
}

ng_slice ng_document_author(const ng_document *document, size_t index, size_t author)
{
    const ngi_story *story = story_at(document, index);
    if (story == NULL || author >= story->author_count)
        return (ng_slice){0};
    return story->authors[author].name.text;
}

size_t ng_document_part_count(const ng_document *document, size_t index)
{
    const ngi_story *story = story_at(document, index);
    return story != NULL ? story->part_count : 0;
}

ng_part ng_document_part(const ng_document *document, size_t index, size_t part)
{
    const ngi_story *story = story_at(document, index);
    if (story == NULL || part >= story->part_count)
        return (ng_part){0};
    const ngi_part *p = &story->parts[part];
    return (ng_part){ngi_part_name(p->type), p->text.text, p->level, p->text.ranges,
                     p->text.range_count};
}

ng_slice ng_document_teaser(const ng_document *document, size_t index, ng_teaser_field field)
{
    if (index >= document->page.teaser_count)
        return (ng_slice){0};
    const ngi_teaser *teaser = &document->page.teasers[index];
    switch (field) {
    case NG_TEASER_HEADLINE: return teaser->headline.text;
    case NG_TEASER_DESCRIPTION: return teaser->description.text;
    case NG_TEASER_SECTION: return teaser->section.text;
    case NG_TEASER_AGE_TEXT: return teaser->age.text;
    case NG_TEASER_DATE_PUBLISHED: return teaser->date_published;
    case NG_TEASER_URL: return teaser->url;
    }
    return (ng_slice){0};
}

bool ng_document_cut(const ng_document *document, ng_error *error)
{
    if (error != NULL)
        *error = (ng_error){0};
    if (document->page.cut)
        (void)ngi_fail(error, NG_ERR_LIMIT, document->page.cut_at, "%s", document->page.cut_why);
    return document->page.cut;
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
