/* SPDX-License-Identifier: Apache-2.0 */
/* What a document gives out: all that its JSON row holds (tests/api/test_look.c writes the row
 * by these calls alone). What is not there is empty, never an error. */
#include "api/api.h"
#include "views/views.h"

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

ng_slice ng_document_url(const ng_document *document)
{
    return document->page.url;
}

ng_slice ng_document_sha256(const ng_document *document)
{
    return document->page.evidence ? ngi_slice(document->page.sha256, 64) : (ng_slice){0};
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

static const ngi_text *text_of(const ngi_story *story, ng_story_field field)
{
    switch (field) {
    case NG_STORY_HEADLINE: return &story->headline;
    case NG_STORY_DESCRIPTION: return &story->description;
    case NG_STORY_DATE_PUBLISHED: return &story->date_published;
    case NG_STORY_DATE_MODIFIED: return &story->date_modified;
    case NG_STORY_SECTION: return &story->section;
    default: return NULL;
    }
}

size_t ng_document_story_ranges(const ng_document *document, size_t index, ng_story_field field,
                                const ng_range **out)
{
    const ngi_story *story = story_at(document, index);
    const ngi_text *text = story != NULL ? text_of(story, field) : NULL;
    *out = text != NULL ? text->ranges : NULL;
    return text != NULL ? text->range_count : 0;
}

size_t ng_document_author_count(const ng_document *document, size_t index)
{
    const ngi_story *story = story_at(document, index);
    return story != NULL ? story->author_count : 0;
}

ng_author ng_document_author(const ng_document *document, size_t index, size_t author)
{
    const ngi_story *story = story_at(document, index);
    if (story == NULL || author >= story->author_count)
        return (ng_author){0};
    const ngi_author *a = &story->authors[author];
    return (ng_author){a->name.text, a->url, a->name.ranges, a->name.range_count};
}

size_t ng_document_keyword_count(const ng_document *document, size_t index)
{
    const ngi_story *story = story_at(document, index);
    return story != NULL ? story->keyword_count : 0;
}

ng_slice ng_document_keyword(const ng_document *document, size_t index, size_t keyword)
{
    const ngi_story *story = story_at(document, index);
    return story != NULL && keyword < story->keyword_count ? story->keywords[keyword]
                                                           : (ng_slice){0};
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

size_t ng_document_comment_count(const ng_document *document, size_t index)
{
    const ngi_story *story = story_at(document, index);
    return story != NULL ? story->comment_count : 0;
}

ng_comment ng_document_comment(const ng_document *document, size_t index, size_t comment)
{
    const ngi_story *story = story_at(document, index);
    if (story == NULL || comment >= story->comment_count)
        return (ng_comment){0};
    const ngi_comment *c = &story->comments[comment];
    return (ng_comment){c->author, c->date, c->text.text, c->text.ranges, c->text.range_count};
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

size_t ng_document_teaser_ranges(const ng_document *document, size_t index, const ng_range **out)
{
    bool there = index < document->page.teaser_count;
    *out = there ? document->page.teasers[index].ranges : NULL;
    return there ? document->page.teasers[index].range_count : 0;
}

bool ng_document_cut(const ng_document *document, ng_error *error)
{
    if (error != NULL)
        *error = (ng_error){0};
    if (document->page.cut)
        (void)ngi_fail(error, NG_ERR_LIMIT, document->page.cut_at, "%s", document->page.cut_why);
    return document->page.cut;
}
