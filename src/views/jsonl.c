/* SPDX-License-Identifier: Apache-2.0 */
/* A page as one JSON line in schema.org's NewsArticle terms; docs/schema/row.schema.json
 * describes it and promises what stays. Fields that are absent are left out. */
#include "views/json_out.h"
#include "views/record_json.h"
#include "views/views.h"

static void bytes(ngi_buffer *out, const ng_range *ranges, uint32_t count)
{
    if (count == 0)
        return;
    ngi_out_open(out, NGI_KEY("bytes"), '[');
    for (uint32_t i = 0; i < count; i++) {
        ngi_out_open(out, NGI_ITEM, '[');
        ngi_out_number(out, NGI_ITEM, ranges[i].start);
        ngi_out_number(out, NGI_ITEM, ranges[i].end);
        ngi_out_close(out, ']');
    }
    ngi_out_close(out, ']');
}

static void authors(ngi_buffer *out, const ngi_story *story)
{
    if (story->author_count == 0)
        return;
    ngi_out_open(out, NGI_KEY("author"), '[');
    for (uint32_t i = 0; i < story->author_count; i++) {
        const ngi_author *author = &story->authors[i];
        ngi_out_open(out, NGI_ITEM, '{');
        if (author->organization)
            ngi_out_text(out, NGI_KEY("@type"), NGI_LIT("Organization"));
        ngi_out_text(out, NGI_KEY("name"), author->name.text);
        ngi_out_text_if(out, NGI_KEY("url"), author->url);
        bytes(out, author->name.ranges, author->name.range_count);
        ngi_out_close(out, '}');
    }
    ngi_out_close(out, ']');
}

static void keywords(ngi_buffer *out, const ngi_story *story)
{
    if (story->keyword_count == 0)
        return;
    ngi_out_open(out, NGI_KEY("keywords"), '[');
    for (uint32_t i = 0; i < story->keyword_count; i++)
        ngi_out_text(out, NGI_ITEM, story->keywords[i]);
    ngi_out_close(out, ']');
}

static void publisher_and_image(ngi_buffer *out, const ngi_story *story)
{
    if (story->publisher.len > 0) {
        ngi_out_open(out, NGI_KEY("publisher"), '{');
        ngi_out_text(out, NGI_KEY("name"), story->publisher);
        ngi_out_close(out, '}');
    }
    if (story->image_url.len > 0) {
        ngi_out_open(out, NGI_KEY("image"), '{');
        ngi_out_text(out, NGI_KEY("url"), story->image_url);
        ngi_out_text_if(out, NGI_KEY("caption"), story->image_caption);
        ngi_out_close(out, '}');
    }
}

static void parts(ngi_buffer *out, const ngi_story *story)
{
    ngi_out_open(out, NGI_KEY("parts"), '[');
    for (uint32_t i = 0; i < story->part_count; i++) {
        const ngi_part *part = &story->parts[i];
        ngi_out_open(out, NGI_ITEM, '{');
        ngi_out_text(out, NGI_KEY("type"), ngi_part_name(part->type));
        ngi_out_text(out, NGI_KEY("text"), part->text.text);
        if (part->level > 0)
            ngi_out_number(out, NGI_KEY("level"), part->level);
        bytes(out, part->text.ranges, part->text.range_count);
        ngi_out_close(out, '}');
    }
    ngi_out_close(out, ']');
}

static void comments(ngi_buffer *out, const ngi_story *story)
{
    if (story->comment_count == 0)
        return;
    ngi_out_open(out, NGI_KEY("comments"), '[');
    for (uint32_t i = 0; i < story->comment_count; i++) {
        const ngi_comment *comment = &story->comments[i];
        ngi_out_open(out, NGI_ITEM, '{');
        ngi_out_text_if(out, NGI_KEY("author"), comment->author);
        ngi_out_text_if(out, NGI_KEY("datePublished"), comment->date);
        ngi_out_text(out, NGI_KEY("text"), comment->text.text);
        bytes(out, comment->text.ranges, comment->text.range_count);
        ngi_out_close(out, '}');
    }
    ngi_out_close(out, ']');
}

/* Fields that are plain strings have their places in an object of their own. */
static void evidence(ngi_buffer *out, const ngi_story *story)
{
    const struct {
        ng_slice key;
        const ngi_text *text;
    } fields[] = {
        {NGI_KEY("headline"), &story->headline},
        {NGI_KEY("description"), &story->description},
        {NGI_KEY("datePublished"), &story->date_published},
        {NGI_KEY("dateModified"), &story->date_modified},
        {NGI_KEY("articleSection"), &story->section},
    };
    bool open = false;
    for (size_t i = 0; i < NGI_COUNT(fields); i++) {
        if (fields[i].text->range_count == 0)
            continue;
        if (!open)
            ngi_out_open(out, NGI_KEY("evidence"), '{');
        open = true;
        ngi_out_open(out, fields[i].key, '{');
        bytes(out, fields[i].text->ranges, fields[i].text->range_count);
        ngi_out_close(out, '}');
    }
    if (open)
        ngi_out_close(out, '}');
}

static void story_row(ngi_buffer *out, const ngi_story *story)
{
    ngi_out_open(out, NGI_ITEM, '{');
    ngi_out_text_if(out, NGI_KEY("headline"), story->headline.text);
    ngi_out_text_if(out, NGI_KEY("description"), story->description.text);
    authors(out, story);
    ngi_out_text_if(out, NGI_KEY("datePublished"), story->date_published.text);
    ngi_out_text_if(out, NGI_KEY("dateModified"), story->date_modified.text);
    ngi_out_text_if(out, NGI_KEY("dateSource"), story->date_source);
    ngi_out_text_if(out, NGI_KEY("articleSection"), story->section.text);
    keywords(out, story);
    ngi_out_text_if(out, NGI_KEY("creditText"), story->credit);
    publisher_and_image(out, story);
    ngi_out_text_if(out, NGI_KEY("url"), story->url);
    if (story->access != NGI_ACCESS_UNKNOWN)
        ngi_out_bool(out, NGI_KEY("isAccessibleForFree"), story->access == NGI_ACCESS_FREE);
    ngi_out_text_if(out, NGI_KEY("inLanguage"), story->language);
    ngi_out_text(out, NGI_KEY("articleBody"), story->body);
    parts(out, story);
    comments(out, story);
    evidence(out, story);
    ngi_record_json(out, story);
    ngi_out_close(out, '}');
}

static void teaser_row(ngi_buffer *out, const ngi_teaser *teaser)
{
    ngi_out_open(out, NGI_ITEM, '{');
    ngi_out_text(out, NGI_KEY("headline"), teaser->headline.text);
    ngi_out_text_if(out, NGI_KEY("description"), teaser->description.text);
    ngi_out_text_if(out, NGI_KEY("articleSection"), teaser->section.text);
    ngi_out_text_if(out, NGI_KEY("ageText"), teaser->age.text);
    ngi_out_text_if(out, NGI_KEY("datePublished"), teaser->date_published);
    ngi_out_text_if(out, NGI_KEY("url"), teaser->url);
    bytes(out, teaser->ranges, teaser->range_count);
    ngi_out_close(out, '}');
}

static void error_object(ngi_buffer *out, ng_status status, ng_slice text, uint64_t offset)
{
    ngi_out_open(out, NGI_KEY("error"), '{');
    ngi_out_text(out, NGI_KEY("code"), ngi_slice_of(ng_status_name(status)));
    ngi_out_text(out, NGI_KEY("text"), text);
    ngi_out_number(out, NGI_KEY("offset"), offset);
    ngi_out_close(out, '}');
}

static size_t row_open(ngi_buffer *out, const ng_write_options *options)
{
    size_t start = out->len;
    ngi_buffer_char(out, '{'); /* not by ngi_out_open: rows have no commas between */
    ngi_out_number(out, NGI_KEY("schema"), NG_SCHEMA);
    ngi_out_text_if(out, NGI_KEY("file"), options->file);
    return start;
}

static void row_close(ngi_buffer *out, size_t start)
{
    NGI_BUFFER_LIT(out, "}\n");
    ngi_view_repair(out, start);
}

/* Where in an archive the page was kept. */
static void capture(ngi_buffer *out, const ngi_capture *c)
{
    if (c == NULL)
        return;
    ngi_out_open(out, NGI_KEY("warc"), '{');
    ngi_out_text(out, NGI_KEY("file"), c->file);
    ngi_out_number(out, NGI_KEY("offset"), c->offset);
    ngi_out_number(out, NGI_KEY("length"), c->length);
    ngi_out_text_if(out, NGI_KEY("recordId"), c->record_id);
    ngi_out_text_if(out, NGI_KEY("date"), c->date);
    ngi_out_text_if(out, NGI_KEY("targetURI"), c->target_uri);
    ngi_out_text_if(out, NGI_KEY("payloadDigest"), c->payload_digest);
    if (c->digest_ok != NGI_DIGEST_UNKNOWN)
        ngi_out_bool(out, NGI_KEY("digestOk"), c->digest_ok == NGI_DIGEST_HOLDS);
    ngi_out_close(out, '}');
}

void ngi_view_jsonl(ngi_buffer *out, const ngi_page *page, const ng_write_options *options)
{
    size_t start = row_open(out, options);
    capture(out, page->capture);
    ngi_out_text_if(out, NGI_KEY("url"), page->url);
    ngi_out_text(out, NGI_KEY("kind"), ngi_slice_of(ng_kind_name(page->kind)));
    ngi_out_text_if(out, NGI_KEY("inLanguage"), page->language);
    if (page->evidence)
        ngi_out_text(out, NGI_KEY("sha256"), ngi_slice(page->sha256, 64));
    if (page->feed != NULL) {
        ngi_view_feed_members(out, page->feed, page->kind);
        row_close(out, start);
        return;
    }
    ngi_out_text(out, NGI_KEY("text"), page->text);
    ngi_out_open(out, NGI_KEY("stories"), '[');
    for (uint32_t i = 0; i < page->story_count; i++)
        story_row(out, &page->stories[i]);
    ngi_out_close(out, ']');
    ngi_out_open(out, NGI_KEY("teasers"), '[');
    for (uint32_t i = 0; i < page->teaser_count; i++)
        teaser_row(out, &page->teasers[i]);
    ngi_out_close(out, ']');
    if (page->cut)
        error_object(out, NG_ERR_LIMIT, ngi_slice_of(page->cut_why), page->cut_at);
    row_close(out, start);
}

void ngi_view_failure(ngi_buffer *out, const ng_error *failure, const ngi_capture *c,
                      const ng_write_options *options)
{
    size_t start = row_open(out, options);
    capture(out, c);
    error_object(out, failure->status, ngi_slice_of(failure->text), failure->offset_bytes);
    row_close(out, start);
}
