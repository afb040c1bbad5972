/* SPDX-License-Identifier: Apache-2.0 */
/* All that a JSON row holds can be had by the calls of nutgraf.h: every golden page's row is
 * written once more here, by those calls alone, and must be the same to the byte. */
#include "golden.h"
#include "tests.h"
#include "views/json_out.h"

static void write_ranges(ngi_buffer *out, const ng_range *ranges, size_t count)
{
    if (count == 0)
        return;
    ngi_out_open(out, NGI_KEY("bytes"), '[');
    for (size_t i = 0; i < count; i++) {
        ngi_out_open(out, NGI_ITEM, '[');
        ngi_out_number(out, NGI_ITEM, ranges[i].start);
        ngi_out_number(out, NGI_ITEM, ranges[i].end);
        ngi_out_close(out, ']');
    }
    ngi_out_close(out, ']');
}

static void write_authors(ngi_buffer *out, const ng_document *d, size_t story)
{
    size_t count = ng_document_author_count(d, story);
    if (count > 0)
        ngi_out_open(out, NGI_KEY("author"), '[');
    for (size_t i = 0; i < count; i++) {
        ng_author author = ng_document_author(d, story, i);
        ngi_out_open(out, NGI_ITEM, '{');
        ngi_out_text(out, NGI_KEY("name"), author.name);
        ngi_out_text_if(out, NGI_KEY("url"), author.url);
        write_ranges(out, author.ranges, author.range_count);
        ngi_out_close(out, '}');
    }
    if (count > 0)
        ngi_out_close(out, ']');
}

static void write_keywords(ngi_buffer *out, const ng_document *d, size_t story)
{
    size_t count = ng_document_keyword_count(d, story);
    if (count > 0)
        ngi_out_open(out, NGI_KEY("keywords"), '[');
    for (size_t i = 0; i < count; i++)
        ngi_out_text(out, NGI_ITEM, ng_document_keyword(d, story, i));
    if (count > 0)
        ngi_out_close(out, ']');
}

static void write_house(ngi_buffer *out, const ng_document *d, size_t story)
{
    ng_slice publisher = ng_document_story(d, story, NG_STORY_PUBLISHER);
    ng_slice image = ng_document_story(d, story, NG_STORY_IMAGE_URL);
    if (publisher.len > 0) {
        ngi_out_open(out, NGI_KEY("publisher"), '{');
        ngi_out_text(out, NGI_KEY("name"), publisher);
        ngi_out_close(out, '}');
    }
    if (image.len > 0) {
        ngi_out_open(out, NGI_KEY("image"), '{');
        ngi_out_text(out, NGI_KEY("url"), image);
        ngi_out_text_if(out, NGI_KEY("caption"),
                        ng_document_story(d, story, NG_STORY_IMAGE_CAPTION));
        ngi_out_close(out, '}');
    }
}

static void write_parts(ngi_buffer *out, const ng_document *d, size_t story)
{
    ngi_out_open(out, NGI_KEY("parts"), '[');
    for (size_t i = 0; i < ng_document_part_count(d, story); i++) {
        ng_part part = ng_document_part(d, story, i);
        ngi_out_open(out, NGI_ITEM, '{');
        ngi_out_text(out, NGI_KEY("type"), part.type);
        ngi_out_text(out, NGI_KEY("text"), part.text);
        if (part.level > 0)
            ngi_out_number(out, NGI_KEY("level"), part.level);
        write_ranges(out, part.ranges, part.range_count);
        ngi_out_close(out, '}');
    }
    ngi_out_close(out, ']');
}

static void write_comments(ngi_buffer *out, const ng_document *d, size_t story)
{
    size_t count = ng_document_comment_count(d, story);
    if (count > 0)
        ngi_out_open(out, NGI_KEY("comments"), '[');
    for (size_t i = 0; i < count; i++) {
        ng_comment comment = ng_document_comment(d, story, i);
        ngi_out_open(out, NGI_ITEM, '{');
        ngi_out_text_if(out, NGI_KEY("author"), comment.author);
        ngi_out_text_if(out, NGI_KEY("datePublished"), comment.date_published);
        ngi_out_text(out, NGI_KEY("text"), comment.text);
        write_ranges(out, comment.ranges, comment.range_count);
        ngi_out_close(out, '}');
    }
    if (count > 0)
        ngi_out_close(out, ']');
}

static void write_evidence(ngi_buffer *out, const ng_document *d, size_t story)
{
    static const struct {
        ng_slice key;
        ng_story_field field;
    } fields[] = {
        {NGI_KEY("headline"), NG_STORY_HEADLINE},
        {NGI_KEY("description"), NG_STORY_DESCRIPTION},
        {NGI_KEY("datePublished"), NG_STORY_DATE_PUBLISHED},
        {NGI_KEY("dateModified"), NG_STORY_DATE_MODIFIED},
        {NGI_KEY("articleSection"), NG_STORY_SECTION},
    };
    bool open = false;
    for (size_t i = 0; i < ARRAY_COUNT(fields); i++) {
        const ng_range *ranges;
        size_t count = ng_document_story_ranges(d, story, fields[i].field, &ranges);
        if (count == 0)
            continue;
        if (!open)
            ngi_out_open(out, NGI_KEY("evidence"), '{');
        open = true;
        ngi_out_open(out, fields[i].key, '{');
        write_ranges(out, ranges, count);
        ngi_out_close(out, '}');
    }
    if (open)
        ngi_out_close(out, '}');
}

static void write_field(ngi_buffer *out, ng_slice key, const ng_document *d, size_t story,
                        ng_story_field field)
{
    ngi_out_text_if(out, key, ng_document_story(d, story, field));
}

static void write_story(ngi_buffer *out, const ng_document *d, size_t i)
{
    ng_slice access = ng_document_story(d, i, NG_STORY_ACCESS);
    ngi_out_open(out, NGI_ITEM, '{');
    write_field(out, NGI_KEY("headline"), d, i, NG_STORY_HEADLINE);
    write_field(out, NGI_KEY("description"), d, i, NG_STORY_DESCRIPTION);
    write_authors(out, d, i);
    write_field(out, NGI_KEY("datePublished"), d, i, NG_STORY_DATE_PUBLISHED);
    write_field(out, NGI_KEY("dateModified"), d, i, NG_STORY_DATE_MODIFIED);
    write_field(out, NGI_KEY("dateSource"), d, i, NG_STORY_DATE_SOURCE);
    write_field(out, NGI_KEY("articleSection"), d, i, NG_STORY_SECTION);
    write_keywords(out, d, i);
    write_field(out, NGI_KEY("creditText"), d, i, NG_STORY_CREDIT);
    write_house(out, d, i);
    write_field(out, NGI_KEY("url"), d, i, NG_STORY_URL);
    if (access.len > 0)
        ngi_out_bool(out, NGI_KEY("isAccessibleForFree"), access.ptr[0] == 't');
    write_field(out, NGI_KEY("inLanguage"), d, i, NG_STORY_LANGUAGE);
    ngi_out_text(out, NGI_KEY("articleBody"), ng_document_story(d, i, NG_STORY_BODY));
    write_parts(out, d, i);
    write_comments(out, d, i);
    write_evidence(out, d, i);
    ngi_out_close(out, '}');
}

static void write_teaser(ngi_buffer *out, const ng_document *d, size_t i)
{
    static const struct {
        ng_slice key;
        ng_teaser_field field;
    } fields[] = {
        {NGI_KEY("description"), NG_TEASER_DESCRIPTION},
        {NGI_KEY("articleSection"), NG_TEASER_SECTION},
        {NGI_KEY("ageText"), NG_TEASER_AGE_TEXT},
        {NGI_KEY("datePublished"), NG_TEASER_DATE_PUBLISHED},
        {NGI_KEY("url"), NG_TEASER_URL},
    };
    const ng_range *ranges;
    ngi_out_open(out, NGI_ITEM, '{');
    ngi_out_text(out, NGI_KEY("headline"), ng_document_teaser(d, i, NG_TEASER_HEADLINE));
    for (size_t f = 0; f < ARRAY_COUNT(fields); f++)
        ngi_out_text_if(out, fields[f].key, ng_document_teaser(d, i, fields[f].field));
    size_t count = ng_document_teaser_ranges(d, i, &ranges);
    for (size_t r = 0; r < count; r++) /* of several texts, joined */
        assert_true(ranges[r].start < ranges[r].end &&
                    (r == 0 || ranges[r - 1].end < ranges[r].start));
    write_ranges(out, ranges, count);
    ngi_out_close(out, '}');
}

static void write_row(ngi_buffer *out, const ng_document *d)
{
    ngi_buffer_char(out, '{');
    ngi_out_number(out, NGI_KEY("schema"), NG_SCHEMA);
    ngi_out_text_if(out, NGI_KEY("url"), ng_document_url(d));
    ngi_out_text(out, NGI_KEY("kind"), ngi_slice_of(ng_kind_name(ng_document_kind(d))));
    ngi_out_text_if(out, NGI_KEY("inLanguage"), ng_document_language(d));
    ngi_out_text_if(out, NGI_KEY("sha256"), ng_document_sha256(d));
    ngi_out_text(out, NGI_KEY("text"), ng_document_text(d));
    ngi_out_open(out, NGI_KEY("stories"), '[');
    for (size_t i = 0; i < ng_document_story_count(d); i++)
        write_story(out, d, i);
    ngi_out_close(out, ']');
    ngi_out_open(out, NGI_KEY("teasers"), '[');
    for (size_t i = 0; i < ng_document_teaser_count(d); i++)
        write_teaser(out, d, i);
    ngi_out_close(out, ']');
    NGI_BUFFER_LIT(out, "}\n");
}

static bool keep(void *context, const char *bytes, size_t length)
{
    ngi_buffer_add((ngi_buffer *)context, (ng_slice){bytes, length});
    return true;
}

typedef struct seen {
    ng_reader *reader;
    size_t with_comments, with_teasers;
} seen;

static void compare(seen *seen, const char *path, const ng_read_options *options)
{
    ng_document *d;
    ng_error error;
    ngi_buffer row = {0}, again = {0};
    if (ng_reader_read_file(seen->reader, path, options, &d, &error) != NG_OK)
        fail_msg("%s: %s", path, error.text);
    assert_int_equal(ng_document_write(d, NULL, keep, &row, &error), NG_OK);
    write_row(&again, d);
    expect_slice(path, ngi_buffer_slice(&again), ngi_buffer_slice(&row));
    seen->with_teasers += ng_document_teaser_count(d) > 0;
    for (size_t i = 0; i < ng_document_story_count(d); i++)
        seen->with_comments += ng_document_comment_count(d, i) > 0;
    ng_document_free(d);
    ngi_buffer_free(&row);
    ngi_buffer_free(&again);
}

static void compare_both(void *context, const char *path)
{
    ng_read_options options = NG_READ_OPTIONS;
    compare(context, path, &options);
    options.evidence = options.comments = true;
    options.now = NGI_LIT("2026-03-04T10:00:00+01:00");
    compare(context, path, &options);
}

static void test_every_row_can_be_written_by_the_header(void **state)
{
    (void)state;
    seen seen = {0};
    assert_int_equal(ng_reader_new(&seen.reader, NULL), NG_OK);
    assert_true(golden_pages(compare_both, &seen) > 60);
    ng_reader_free(seen.reader);
    assert_true(seen.with_comments > 0 && seen.with_teasers > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_can_be_written_by_the_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
