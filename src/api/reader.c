/* SPDX-License-Identifier: Apache-2.0 */
/* One page from bytes to stories: decode, parse, read, and the way back to the bytes.
 *
 * The reader keeps its parser, its arena and its file buffer from page to page, so that a
 * run over many pages takes no new memory; after a very large page they are given back. */
#include "api/api.h"
#include "api/hasher.h"
#include "api/model_file.h"
#include "api/record_evidence.h"
#include "api/sieve.h"
#include "base/utf8.h"
#include "parsed/feed.h"
#include "parsed/feed_links.h"

#include <stdlib.h>

enum { KEEP_BYTES = 64 << 20, DEFAULT_MILLISECONDS = 10000 };

struct ng_reader {
    ngi_html_parser *parser;
    ngi_arena arena; /* of the page read last */
    ngi_kept kept;
    ngi_buffer file;
    ngi_hasher *hasher; /* NULL until evidence is asked for */
    ngi_model_file model; /* none until one is asked for */
    char sha256[65];
    const ng_filter *filter; /* NULL: all pages are wanted */
    bool in_archive;
};

ng_status ng_reader_new(ng_reader **out, ng_error *error)
{
    *out = NULL;
    ng_reader *reader = calloc(1, sizeof(*reader));
    if (reader == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a reader");
    ngi_arena_init(&reader->arena, 0);
    ngi_arena_init(&reader->kept.arena, 0);
    reader->parser = ngi_html_parser_new();
    if (reader->parser == NULL) {
        ng_reader_free(reader);
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a parser");
    }
    *out = reader;
    return NG_OK;
}

void ng_reader_free(ng_reader *reader)
{
    if (reader == NULL)
        return;
    ngi_hasher_free(reader->hasher);
    ngi_model_file_close(&reader->model);
    ngi_html_parser_free(reader->parser);
    ngi_arena_free(&reader->arena);
    ngi_arena_free(&reader->kept.arena);
    ngi_buffer_free(&reader->file);
    free(reader);
}

ng_read_options ngi_read_options_of(const ng_read_options *given)
{
    ng_read_options options = NG_READ_OPTIONS;
    if (given != NULL)
        memcpy(&options, given, given->size < sizeof(options) ? given->size : sizeof(options));
    if (options.max_bytes == 0)
        options.max_bytes = NGI_DEFAULT_MAX_BYTES;
    if (options.max_milliseconds == 0)
        options.max_milliseconds = DEFAULT_MILLISECONDS;
    return options;
}

/* What a limit of the parser means to people. */
static const char *cut_text(const char *why)
{
    static const struct {
        const char *why, *text;
    } table[] = {
        {"time", "the time limit was reached: the rest of the page was not read"},
        {"memory", "the memory limit of the parser was reached: the rest was not read"},
        {"names", "too many different names in the markup: the rest was not read"},
        {"tokens", "too many tags: the rest of the page was not read"},
    };
    for (size_t i = 0; why != NULL && i < NGI_COUNT(table); i++)
        if (strcmp(why, table[i].why) == 0)
            return table[i].text;
    return "a limit was reached: the rest of the page was not read";
}

/* One story whose body is the text as it is. */
static bool read_plain(ngi_scene *scene, ngi_page *out)
{
    ngi_story *story = NGI_NEW(scene->arena, ngi_story);
    ngi_part *part = NGI_NEW(scene->arena, ngi_part);
    if (story == NULL || part == NULL)
        return false;
    part->type = NGI_PART_PARAGRAPH;
    part->text.text = scene->text;
    part->text.place.kind = NGI_PLACE_NONE; /* ranges are set with the whole page at hand */
    story->body = scene->text;
    story->parts = part;
    story->part_count = scene->text.len > 0;
    story->language = ngi_language_find(scene->arena, scene->text, (ng_slice){0});
    *out = (ngi_page){.kind = NG_KIND_TEXT,
                      .url = scene->url,
                      .text = scene->text,
                      .language = story->language,
                      .stories = story,
                      .story_count = 1};
    return true;
}

/* Whether more characters of several bytes are right than bytes are wrong: text in UTF-8 that was
 * damaged, as no text of another charset would come out so by chance. */
static bool is_damaged_utf8(ng_slice page)
{
    size_t right = 0, wrong = 0;
    for (ng_slice rest = page; rest.len != 0;) {
        size_t good = ngi_utf8_valid(rest, NULL);
        for (size_t i = 0; i < good; i++)
            right += (unsigned char)rest.ptr[i] >= 0xC0;
        wrong += good < rest.len;
        rest = ngi_slice_from(rest, good < rest.len ? good + 1 : good);
    }
    return right > wrong;
}

/* Text as it is: UTF-8 to the byte, with its byte order mark; what is no UTF-8 is decoded, its
 * mark kept as a character too. What is no text in any charset has its broken bytes replaced. */
static ng_slice plain_text(ngi_arena *arena, ng_slice page, ng_slice charset)
{
    ngi_decoded decoded;
    ng_error unused;
    if (ngi_utf8_valid(page, NULL) == page.len)
        return page;
    if ((charset.len == 0 && is_damaged_utf8(page)) ||
        ngi_decode(arena, page, charset, false, &decoded, &unused) != NG_OK)
        return ngi_utf8_repair(arena, page);
    if (decoded.skipped == 0 || arena->failed)
        return decoded.text;
    char *out = ngi_arena_chars(arena, decoded.text.len + 3);
    if (out == NULL)
        return (ng_slice){0};
    memcpy(out, "\xEF\xBB\xBF", 3);
    memcpy(out + 3, decoded.text.ptr, decoded.text.len);
    return ngi_slice(out, decoded.text.len + 3);
}

/* The record of each story. Its dates count from the story's own, else from the page's. */
static bool make_records(const ng_reader *reader, const ngi_scene *scene,
                         const ng_read_options *options, ngi_page *page)
{
    const ngi_model *model = options->model.len > 0 ? &reader->model.model : NULL;
    for (uint32_t i = 0; options->with != 0 && i < page->story_count; i++) {
        ngi_record *record = NGI_NEW(scene->arena, ngi_record);
        if (record == NULL || !ngi_record_make(scene->arena, &page->stories[i], scene->now,
                                               options->with, options->fast, model, record))
            return false;
        page->stories[i].record = record;
    }
    return true;
}

/* ---- what is wanted ---- */

void ngi_reader_sieve(ng_reader *reader, const ng_filter *filter, bool in_archive)
{
    reader->filter = filter;
    reader->in_archive = in_archive;
}

static bool leave_out(ngi_page *page, ng_skip why)
{
    *page = (ngi_page){.left_out = (uint8_t)(why + 1)};
    return true;
}

/* Before a page is parsed. */
static bool unwanted_source(ng_reader *reader, ng_slice text, bool html, ngi_page *out)
{
    const ng_filter *f = reader->filter;
    if (f == NULL)
        return false;
    if (!ngi_sieve_words(&reader->arena, f, text))
        return leave_out(out, NG_SKIP_WORDS);
    return !ngi_sieve_sample(&reader->arena, f, text, html) && leave_out(out, NG_SKIP_LANGUAGE);
}

/* Before its record is made. */
static bool unwanted_page(const ng_reader *reader, ngi_page *page)
{
    const ng_filter *f = reader->filter;
    if (f == NULL)
        return false;
    if (!ngi_sieve_kind(f, page->kind))
        return leave_out(page, NG_SKIP_KIND);
    if (!ngi_sieve_language(f, page->language))
        return leave_out(page, NG_SKIP_LANGUAGE);
    return !reader->in_archive && !ngi_sieve_host(f, page->url) && leave_out(page, NG_SKIP_HOST);
}

static ng_status plain_page(ng_reader *reader, ngi_scene *scene, ng_slice page,
                            const ng_read_options *options, ngi_page *out, ng_error *error)
{
    scene->text = plain_text(&reader->arena, page, options->charset);
    if (!reader->arena.failed && unwanted_source(reader, scene->text, false, out))
        return NG_OK;
    if (reader->arena.failed || !read_plain(scene, out))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the text");
    if (unwanted_page(reader, out))
        return NG_OK;
    if (!make_records(reader, scene, options, out))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the record");
    if (options->evidence && page.len > 0) {
        ng_range *range = NGI_NEW(&reader->arena, ng_range);
        if (range == NULL)
            return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the evidence");
        *range = (ng_range){0, page.len};
        out->stories[0].parts[0].text.ranges = range;
        out->stories[0].parts[0].text.range_count = 1;
        if (scene->text.ptr == page.ptr) /* as it came: its offsets are the page's */
            ngi_record_evidence(&reader->arena, &out->stories[0], ngi_evidence_plain,
                                &reader->arena);
    }
    return NG_OK;
}

static ng_status html_page(ng_reader *reader, ngi_scene *scene, const ngi_decoded *decoded,
                           const ng_read_options *options, ngi_page *out, ng_error *error)
{
    /* What was parsed in half of the time is read in the other. */
    ngi_html_limits limits = {options->max_depth, options->max_milliseconds / 2 + 1};
    ngi_tree *tree = NGI_NEW(&reader->arena, ngi_tree);
    if (tree == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the page");
    ng_status status = ngi_html_parse(reader->parser, &reader->arena, decoded->text, &limits,
                                      options->evidence, tree, error);
    if (status != NG_OK)
        return status;
    scene->tree = tree;
    if (!ngi_read_html(scene, out))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the stories");
    if (tree->cut) {
        out->cut = true;
        out->cut_why = cut_text(tree->cut_why);
        out->cut_at = ngi_source_offset(decoded, tree->cut_at);
    }
    return NG_OK;
}

static ng_status feed_page(ngi_scene *scene, ngi_page *out, ng_error *error)
{
    if (!ngi_read_feed(scene, out))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the feed");
    if (out->feed->version.len == 0)
        return ngi_fail(error, NG_ERR_FORMAT, 0, "no feed: neither RSS nor Atom nor JSON Feed");
    return NG_OK;
}

static ng_status sitemap_page(ngi_scene *scene, ngi_page *out, ng_error *error)
{
    if (!ngi_read_sitemap(scene, out))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the sitemap");
    if (out->feed->version.len == 0)
        return ngi_fail(error, NG_ERR_FORMAT, 0,
                        "no sitemap: neither urlset nor sitemapindex nor a list of addresses");
    return NG_OK;
}

static ng_status opml_page(ngi_scene *scene, ngi_page *out, ng_error *error)
{
    if (!ngi_read_opml(scene, out))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the list");
    if (out->feed->version.len == 0)
        return ngi_fail(error, NG_ERR_FORMAT, 0, "no list of subscriptions: its root is not opml");
    return NG_OK;
}

/* Told by itself where the caller does not know better. */
static ng_kind kind_of(ng_kind wished, ng_slice text)
{
    if (wished != NG_KIND_AUTO)
        return wished;
    return ngi_sitemap_looks_like(text) ? NG_KIND_SITEMAP
           : ngi_feed_looks_like(text)  ? NG_KIND_FEED
           : ngi_opml_looks_like(text)  ? NG_KIND_OPML
           : ngi_looks_like_html(text)  ? NG_KIND_AUTO
                                        : NG_KIND_TEXT;
}

static ng_status decoded_page(ng_reader *reader, ngi_scene *scene, ng_slice page,
                              const ng_read_options *options, ngi_page *out, ng_error *error)
{
    ngi_decoded decoded;
    ng_status status = ngi_decode(&reader->arena, page, options->charset,
                                  options->kind != NG_KIND_TEXT, &decoded, error);
    if (status != NG_OK)
        return status;
    scene->text = decoded.text;
    if (ngi_trim_wide(decoded.text).len == 0)
        return ngi_fail(error, NG_ERR_FORMAT, 0, "the input holds nothing but white space");
    ng_kind kind = kind_of(options->kind, decoded.text);
    if (unwanted_source(reader, decoded.text, kind != NG_KIND_TEXT, out))
        return NG_OK;
    if (kind == NG_KIND_SITEMAP || kind == NG_KIND_FEED || kind == NG_KIND_OPML) {
        status = kind == NG_KIND_SITEMAP ? sitemap_page(scene, out, error)
                 : kind == NG_KIND_FEED  ? feed_page(scene, out, error)
                                         : opml_page(scene, out, error);
        (void)(status == NG_OK && unwanted_page(reader, out));
        return status;
    }
    if (kind != NG_KIND_TEXT) {
        status = html_page(reader, scene, &decoded, options, out, error);
        if (status != NG_OK)
            return status;
    } else if (!ngi_read_dump(scene, out)) {
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the stories");
    }
    if (unwanted_page(reader, out))
        return NG_OK;
    if (!make_records(reader, scene, options, out))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the record");
    if (options->evidence && !ngi_evidence_fill(scene, &decoded, out))
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the evidence");
    return NG_OK;
}

static void start_page(ng_reader *reader, uint32_t milliseconds)
{
    if (reader->arena.total > KEEP_BYTES) {
        ngi_arena_free(&reader->arena);
        ngi_arena_init(&reader->arena, 0);
    } else {
        ngi_arena_reset(&reader->arena);
    }
    reader->arena.deadline = ngi_cpu_nanoseconds() + (uint64_t)milliseconds * 1000000;
}

static ng_status read_page(ng_reader *reader, ng_slice page, const ng_read_options *options,
                           ngi_page *out, ng_error *error)
{
    ngi_scene scene = {
        .arena = &reader->arena,
        .kept = &reader->kept,
        .url = options->url,
        .now = ngi_moment_normal(&reader->arena, options->now),
        .kind = options->kind,
        .comments = options->comments,
    };
    ng_status status = options->kind == NG_KIND_PLAIN
                           ? plain_page(reader, &scene, page, options, out, error)
                           : decoded_page(reader, &scene, page, options, out, error);
    if (reader->arena.late)
        status = ngi_fail(error, NG_ERR_LIMIT, 0, "%s", cut_text("time"));
    else if (status == NG_OK && reader->arena.failed)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the page");
    return status;
}

/* With evidence: the page's hash is worked out beside its reading. */
static ng_status read_hashed_page(ng_reader *reader, ng_slice page, const ng_read_options *options,
                                  ngi_page *out, ng_error *error)
{
    if (reader->hasher == NULL)
        reader->hasher = ngi_hasher_new();
    if (reader->hasher == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the evidence");
    ngi_hasher_begin(reader->hasher, page, reader->sha256);
    ng_status status = read_page(reader, page, options, out, error);
    ngi_hasher_end(reader->hasher);
    out->evidence = true;
    memcpy(out->sha256, reader->sha256, sizeof(out->sha256));
    return status;
}

ng_status ngi_reader_page(ng_reader *reader, ng_slice page, const ng_read_options *given,
                          ngi_page *out, ng_error *error)
{
    ng_read_options options = ngi_read_options_of(given);
    *out = (ngi_page){0};
    start_page(reader, options.max_milliseconds);
    if (options.with != 0 && options.model.len > 0) {
        ng_status status = ngi_model_file_open(&reader->model, options.model, error);
        if (status != NG_OK)
            return status;
    }
    if (page.len > options.max_bytes)
        return ngi_fail(error, NG_ERR_LIMIT, options.max_bytes,
                        "larger than the limit of %llu bytes",
                        (unsigned long long)options.max_bytes);
    if (page.len == 0 && options.kind != NG_KIND_PLAIN)
        return ngi_fail(error, NG_ERR_FORMAT, 0, "the input is empty");
    ng_status status = options.evidence ? read_hashed_page(reader, page, &options, out, error)
                                        : read_page(reader, page, &options, out, error);
    if (status != NG_OK)
        *out = (ngi_page){0};
    return status;
}

ng_status ngi_reader_file(ng_reader *reader, const char *path, const ng_read_options *given,
                          ngi_page *out, ng_error *error)
{
    ng_read_options options = ngi_read_options_of(given);
    *out = (ngi_page){0};
    if (reader->file.capacity > KEEP_BYTES)
        ngi_buffer_free(&reader->file);
    ng_status status = ngi_file_read(path, options.max_bytes, &reader->file, error);
    if (status != NG_OK)
        return status;
    return ngi_reader_page(reader, ngi_buffer_slice(&reader->file), &options, out, error);
}
