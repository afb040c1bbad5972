/* SPDX-License-Identifier: Apache-2.0 */
/* Holds a row to the page it came from. Written apart from what makes rows: spans are counted
 * in code points anew, and the words at a place of the page are got by taking markup and
 * escapes out of its bytes, so that a fault in the making shows here. White space does not
 * count where bytes are compared: reading squeezes it. */
#include "api/api.h"
#include "api/task.h"
#include "base/utf8.h"
#include "bytes/http.h"
#include "parsed/fragment.h"
#include "parsed/json.h"

#include <stdio.h>

typedef struct checker {
    ngi_arena arena;
    ngi_decoded page;
    bool plain; /* the page is text: nothing of it is markup */
    ngi_html_parser *parser; /* made when it is needed */
    ng_fault_sink *faults;
    void *context;
    ng_check result;
    size_t story;
} checker;

/* ---- faults ---- */

/* Where: "stories[1].attributions[3].content". index: NGI_NONE for none. */
static void fault(checker *c, const char *list, size_t index, const char *role, const char *what)
{
    char where[160];
    if (index == NGI_NONE)
        snprintf(where, sizeof(where), "stories[%zu].%s", c->story, list);
    else
        snprintf(where, sizeof(where), "stories[%zu].%s[%zu]%s%s", c->story, list, index,
                 *role != '\0' ? "." : "", role);
    c->result.faults++;
    c->faults(c->context, where, what);
}

/* ---- texts ---- */

/* The field's text with a note of where every 64th code point begins. */
typedef struct counted {
    ng_slice text;
    uint32_t *begins;
    uint32_t count; /* code points */
} counted;

enum { STEP = 64 };

static bool count(checker *c, ng_slice text, counted *out)
{
    *out = (counted){.text = text};
    out->begins = NGI_NEW_ARRAY(&c->arena, uint32_t, text.len / STEP + 2);
    if (out->begins == NULL)
        return false;
    for (size_t at = 0; at < text.len; out->count++) {
        if (out->count % STEP == 0)
            out->begins[out->count / STEP] = (uint32_t)at;
        (void)ngi_utf8_next(text, &at);
    }
    return true;
}

static size_t offset_of(const counted *t, uint64_t point)
{
    if (point >= t->count)
        return t->text.len;
    size_t at = t->begins[point / STEP];
    for (uint64_t i = point - point % STEP; i < point; i++)
        (void)ngi_utf8_next(t->text, &at);
    return at;
}

static bool read_pair(const ngi_json *pair, uint64_t *start, uint64_t *end)
{
    int64_t a = -1, b = -1;
    if (!ngi_json_is_array(pair) || ngi_json_size(pair) != 2)
        return false;
    ngi_json_walk w = ngi_json_each(pair);
    bool ok = ngi_json_step(&w) && ngi_json_number(w.value, &a) && ngi_json_step(&w) &&
              ngi_json_number(w.value, &b);
    *start = (uint64_t)a;
    *end = (uint64_t)b;
    return ok && a >= 0 && b >= a;
}

/* The words of a list of spans, joined by a space; false where a span does not lie in the
 * text. */
static bool words_of(checker *c, const counted *t, const ngi_json *spans, ng_slice *out)
{
    ngi_buffer joined = {0};
    bool ok = ngi_json_is_array(spans);
    for (ngi_json_walk w = ngi_json_each(spans); ok && ngi_json_step(&w);) {
        uint64_t start, end;
        ok = read_pair(w.value, &start, &end) && end <= t->count && start < end;
        if (!ok)
            break;
        if (joined.len > 0)
            ngi_buffer_char(&joined, ' ');
        size_t from = offset_of(t, start);
        ngi_buffer_add(&joined, ngi_slice_sub(t->text, from, offset_of(t, end)));
    }
    *out = ngi_arena_copy(&c->arena, ngi_buffer_slice(&joined));
    ngi_buffer_free(&joined);
    return ok;
}

/* ---- the page ---- */

/* The offset in the decoded text of an offset in the page's bytes. */
static size_t decoded_at(const checker *c, uint64_t at)
{
    if (c->page.offsets == NULL)
        return at > c->page.skipped ? (size_t)(at - c->page.skipped) : 0;
    size_t low = 0, high = c->page.text.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ngi_source_offset(&c->page, middle) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The next character that counts; 0 at the end. */
static uint32_t next_solid(ng_slice s, size_t *at)
{
    while (*at < s.len) {
        uint32_t c = ngi_utf8_next(s, at);
        if (c > ' ' && !ngi_is_wide_space(c) && c != 0xAD && c != 0x200B && c != 0x2060 &&
            c != 0xFEFF && !(c >= 0x7F && c < 0xA0))
            return c;
    }
    return 0;
}

/* Whether two texts are one; `b` may go on where it is only to begin so. */
static bool agree(ng_slice a, ng_slice b, bool begin)
{
    size_t i = 0, k = 0;
    for (;;) {
        uint32_t x = next_solid(a, &i);
        if (x == 0 && begin)
            return true;
        if (x != next_solid(b, &k))
            return false;
        if (x == 0)
            return true;
    }
}

/* Whether `page` is `text`, or has it: a headline may be a part of what a title says. */
static bool tells(ng_slice page, ng_slice text, bool whole)
{
    if (whole)
        return agree(text, page, false);
    for (size_t at = 0; at < page.len; (void)ngi_utf8_next(page, &at))
        if (agree(text, ngi_slice_from(page, at), true))
            return true;
    return text.len == 0;
}

/* A stretch of JSON's string: its escapes resolved. */
static ng_slice unescaped(checker *c, ng_slice s)
{
    char *out = ngi_arena_chars(&c->arena, s.len + 1);
    return out != NULL ? ngi_slice(out, ngi_json_unescape(s, out)) : (ng_slice){0};
}

/* Markup as a browser reads it: with all of HTML's references. */
static ng_slice parsed(checker *c, ng_slice markup)
{
    ngi_buffer text = {0};
    ngi_tree tree;
    if (c->parser == NULL)
        c->parser = ngi_html_parser_new();
    ngi_buffer_add(&text, NGI_LIT("<body>"));
    ngi_buffer_add(&text, markup);
    ng_slice page = ngi_arena_copy(&c->arena, ngi_buffer_slice(&text));
    ngi_buffer_clear(&text);
    if (c->parser != NULL &&
        ngi_html_parse(c->parser, &c->arena, page, NULL, false, &tree, NULL) == NG_OK)
        for (uint32_t i = 0; i < tree.count; i++)
            if (tree.nodes[i].tag == NGI_TAG_TEXT)
                ngi_buffer_add(&text, tree.nodes[i].text);
    ng_slice out = ngi_arena_copy(&c->arena, ngi_buffer_slice(&text));
    ngi_buffer_free(&text);
    return out;
}

/* Whether the page has `text` at these bytes; whole: and nothing else. */
static bool stands(checker *c, const ngi_json *bytes, ng_slice text, bool whole)
{
    ngi_buffer raw = {0}, bare = {0};
    for (ngi_json_walk w = ngi_json_each(bytes); ngi_json_step(&w);) {
        uint64_t start, end;
        if (!read_pair(w.value, &start, &end))
            break;
        ng_slice piece = ngi_slice_sub(c->page.text, decoded_at(c, start), decoded_at(c, end));
        ngi_buffer_add(&raw, piece);
        ngi_buffer_add(&bare, c->plain ? piece : ngi_fragment_text(&c->arena, piece));
        ngi_buffer_char(&raw, ' ');
        ngi_buffer_char(&bare, ' ');
    }
    ng_slice all = ngi_buffer_slice(&raw);
    bool ok = tells(ngi_buffer_slice(&bare), text, whole) || tells(all, text, whole);
    if (!ok && !c->plain)
        ok = tells(ngi_fragment_text(&c->arena, unescaped(c, all)), text, whole) ||
             tells(parsed(c, all), text, whole);
    ngi_buffer_free(&raw);
    ngi_buffer_free(&bare);
    return ok;
}

static void check_bytes(checker *c, const ngi_json *bytes, ng_slice text, const char *list,
                        size_t index, const char *role)
{
    bool whole = index != NGI_NONE; /* of a field the page may say more */
    if (!ngi_json_is_array(bytes) || ngi_json_size(bytes) == 0 || c->page.text.ptr == NULL)
        return;
    c->result.places++;
    if (!stands(c, bytes, text, whole))
        fault(c, list, index, role, "its text does not stand at its bytes in the page");
}

/* ---- a story ---- */

typedef struct fields {
    counted body, headline, description;
} fields;

static const counted *field_of(const fields *f, const ngi_json *in)
{
    ng_slice name = ngi_json_string(in);
    return ngi_equal(name, NGI_LIT("headline"))      ? &f->headline
           : ngi_equal(name, NGI_LIT("description")) ? &f->description
                                                     : &f->body;
}

static void check_attribution(checker *c, const fields *f, const ngi_json *a, size_t index)
{
    static const char *const roles[] = {"source", "cue", "content"};
    const counted *text = field_of(f, ngi_json_get(a, "in"));
    const ngi_json *texts = ngi_json_get(a, "text"), *bytes = ngi_json_get(a, "bytes");
    for (size_t i = 0; i < NGI_COUNT(roles); i++) {
        const ngi_json *spans = ngi_json_get(a, roles[i]);
        ng_slice told = ngi_json_string(ngi_json_get(texts, roles[i])), found;
        if (spans == NULL && told.len == 0)
            continue;
        c->result.spans++;
        if (!words_of(c, text, spans, &found))
            fault(c, "attributions", index, roles[i], "a span does not lie in the text");
        else if (!ngi_equal(found, told))
            fault(c, "attributions", index, roles[i], "its text is not what stands at its spans");
        check_bytes(c, ngi_json_get(bytes, roles[i]), told, "attributions", index, roles[i]);
    }
    const ngi_json *speaker = ngi_json_get(a, "speaker"),
                   *mention = ngi_json_get(speaker, "mention");
    uint64_t start, end;
    const ngi_json *in = ngi_json_get(speaker, "mentionIn");
    text = in != NULL ? field_of(f, in) : text;
    if (mention == NULL)
        return;
    c->result.spans++;
    if (!read_pair(mention, &start, &end) || end > text->count || start >= end)
        fault(c, "attributions", index, "speaker.mention", "the span does not lie in the text");
    else
        check_bytes(c, ngi_json_get(speaker, "bytes"),
                    ngi_slice_sub(text->text, offset_of(text, start), offset_of(text, end)),
                    "attributions", index, "speaker.mention");
}

/* Names: that mentions lie in the text, and at their bytes. */
static void check_name(checker *c, const fields *f, const ngi_json *name, size_t index)
{
    const ngi_json *bytes = ngi_json_get(name, "bytes");
    ngi_json_walk place = ngi_json_each(bytes);
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(name, "mentions")); ngi_json_step(&w);) {
        uint64_t start, end;
        bool placed = bytes != NULL && ngi_json_step(&place);
        c->result.spans++;
        if (!read_pair(w.value, &start, &end) || end > f->body.count || start >= end)
            fault(c, "names", index, "mentions", "a span does not lie in the text");
        else if (placed)
            check_bytes(
                c, place.value,
                ngi_slice_sub(f->body.text, offset_of(&f->body, start), offset_of(&f->body, end)),
                "names", index, "mentions");
    }
}

/* Dates, figures and relations: one span, its text, its bytes. */
static void check_item(checker *c, const fields *f, const ngi_json *item, const char *list,
                       size_t index)
{
    const counted *text = field_of(f, ngi_json_get(item, "in"));
    ng_slice told = ngi_json_string(ngi_json_get(item, "text"));
    uint64_t start, end;
    c->result.spans++;
    if (!read_pair(ngi_json_get(item, "span"), &start, &end) || end > text->count || start >= end)
        fault(c, list, index, "span", "the span does not lie in the text");
    else if (!ngi_equal(ngi_slice_sub(text->text, offset_of(text, start), offset_of(text, end)),
                        told))
        fault(c, list, index, "span", "its text is not what stands at its span");
    check_bytes(c, ngi_json_get(item, "bytes"), told, list, index, "bytes");
}

/* The parts are the body, and stand in the page. */
static void check_parts(checker *c, const fields *f, const ngi_json *story)
{
    size_t at = 0, index = 0;
    bool whole = true;
    ng_slice body = f->body.text;
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(story, "parts")); ngi_json_step(&w);
         index++) {
        ng_slice text = ngi_json_string(ngi_json_get(w.value, "text"));
        ng_slice type = ngi_json_string(ngi_json_get(w.value, "type"));
        c->result.spans++;
        if (!ngi_equal(type, NGI_LIT("table")) && !ngi_equal(type, NGI_LIT("code")))
            check_bytes(c, ngi_json_get(w.value, "bytes"), text, "parts", index, "text");
        if (ngi_equal(type, NGI_LIT("caption")))
            continue;
        if (!ngi_equal(ngi_slice_sub(body, at, at + text.len), text)) {
            if (whole)
                fault(c, "parts", index, "text", "is not what the articleBody has there");
            whole = false;
        }
        at += text.len + 2;
    }
}

/* The fields that are plain strings, where the row tells what was read for them. */
static void check_field(checker *c, const ngi_json *story, const char *name)
{
    const ngi_json *place = ngi_json_get(ngi_json_get(story, "evidence"), name);
    if (place == NULL)
        return;
    c->result.spans++;
    check_bytes(c, ngi_json_get(place, "bytes"), ngi_json_string(ngi_json_get(story, name)), name,
                NGI_NONE, "");
}

static bool check_story(checker *c, const ngi_json *story)
{
    static const char *const lists[] = {"dates", "figures", "relations"};
    fields f;
    if (!count(c, ngi_json_string(ngi_json_get(story, "articleBody")), &f.body) ||
        !count(c, ngi_json_string(ngi_json_get(story, "headline")), &f.headline) ||
        !count(c, ngi_json_string(ngi_json_get(story, "description")), &f.description))
        return false;
    check_field(c, story, "headline");
    check_field(c, story, "description");
    check_parts(c, &f, story);
    size_t index = 0;
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(story, "attributions")); ngi_json_step(&w);)
        check_attribution(c, &f, w.value, index++);
    index = 0;
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(story, "names")); ngi_json_step(&w);)
        check_name(c, &f, w.value, index++);
    for (size_t i = 0; i < NGI_COUNT(lists); i++) {
        index = 0;
        for (ngi_json_walk w = ngi_json_each(ngi_json_get(story, lists[i])); ngi_json_step(&w);)
            check_item(c, &f, w.value, lists[i], index++);
    }
    return !c->arena.failed;
}

/* ---- a row ---- */

static void row_fault(checker *c, const char *where, const char *what)
{
    c->result.faults++;
    c->faults(c->context, where, what);
}

/* Where pages come from: bytes that the caller has, or files. */
typedef struct page_source {
    ng_page_source *pages; /* NULL: paths are used */
    ng_path_source *paths;
    uint64_t max_bytes;
    ng_slice bytes;    /* of a file; owned */
    ng_record *record; /* of an archive; owned */
} page_source;

/* The record of a row: that it is the one that the row names, and its digest is that of its
 * bytes. */
static void check_record(checker *c, const ngi_json *warc, const ng_record *record)
{
    static const struct {
        const char *name, *where;
        ng_record_field field;
    } fields[] = {
        {"recordId", "warc.recordId", NG_RECORD_ID},
        {"targetURI", "warc.targetURI", NG_RECORD_TARGET_URI},
        {"payloadDigest", "warc.payloadDigest", NG_RECORD_PAYLOAD_DIGEST},
    };
    int64_t length = 0;
    for (size_t i = 0; i < NGI_COUNT(fields); i++)
        if (!ngi_equal(ngi_json_string(ngi_json_get(warc, fields[i].name)),
                       ng_record_field_of(record, fields[i].field)))
            row_fault(c, fields[i].where, "is not what the record has");
    if (ngi_json_number(ngi_json_get(warc, "length"), &length) &&
        (uint64_t)length != ng_record_length(record))
        row_fault(c, "warc.length", "is not the length of the record");
    char iso[20];
    ng_slice date = ng_record_field_of(record, NG_RECORD_DATE);
    if (date.len == 14) { /* of ARC */
        ngi_iso_of_arc(date, iso);
        date = ngi_slice(iso, sizeof iso);
    }
    if (!ngi_equal(ngi_json_string(ngi_json_get(warc, "date")), date))
        row_fault(c, "warc.date", "is not what the record has");
    bool held = true;
    if (ng_record_digest(record) == NG_DIGEST_FAILS)
        row_fault(c, "warc.digestOk", "the record's bytes have another digest than it says");
    else if (ngi_json_truth(ngi_json_get(warc, "digestOk"), &held) && !held &&
             ng_record_digest(record) == NG_DIGEST_HOLDS)
        row_fault(c, "warc.digestOk", "is false, but the record's bytes have the digest it says");
}

static ng_status page_of_file(checker *c, const ngi_json *row, page_source *from, ng_slice *page,
                              ng_error *error)
{
    const ngi_json *warc = ngi_json_get(row, "warc");
    ng_slice file = ngi_json_string(ngi_json_get(warc != NULL ? warc : row, "file"));
    const char *path = from->paths(c->context, file);
    int64_t offset = 0;
    if (path == NULL)
        return ngi_fail(error, NG_ERR_IO, 0, "the page of the row is not there");
    if (warc == NULL) {
        ng_status status = ng_bytes_read(path, from->max_bytes, &from->bytes, error);
        *page = from->bytes;
        return status;
    }
    (void)ngi_json_number(ngi_json_get(warc, "offset"), &offset);
    ng_status status =
        ng_record_read(path, (uint64_t)offset, ngi_json_string(ngi_json_get(warc, "recordId")),
                       from->max_bytes, &from->record, error);
    if (status != NG_OK)
        return status;
    check_record(c, warc, from->record);
    *page = ng_record_page(from->record);
    return NG_OK;
}

static ng_status page_of(checker *c, const ngi_json *row, page_source *from, ng_slice *page,
                         ng_error *error)
{
    if (from->pages == NULL)
        return page_of_file(c, row, from, page, error);
    return from->pages(c->context, ngi_json_string(ngi_json_get(row, "file")), page)
               ? NG_OK
               : ngi_fail(error, NG_ERR_IO, 0, "the page of the row is not there");
}

static ng_status check_row(checker *c, const ngi_json *row, page_source *from, ng_error *error)
{
    ng_slice page, digest = ngi_json_string(ngi_json_get(row, "sha256"));
    ng_slice kind = ngi_json_string(ngi_json_get(row, "kind"));
    if (ngi_json_get(row, "error") != NULL && ngi_json_get(row, "stories") == NULL)
        return NG_OK; /* the page was not read */
    ng_status status = page_of(c, row, from, &page, error);
    if (status != NG_OK)
        return status;
    c->plain = ngi_equal(kind, NGI_LIT("text"));
    ngi_http http = {0};
    if (from->record != NULL) /* as reading did: the header's charset comes first */
        ngi_http_read(ng_record_block(from->record), &http);
    status = ngi_decode(&c->arena, page, http.charset, !c->plain, &c->page, error);
    if (status == NG_ERR_MEMORY)
        return status;
    if (digest.len > 0) {
        char found[65];
        ngi_sha256(page, found);
        if (!ngi_equal(digest, ngi_slice(found, 64)))
            row_fault(c, "sha256", "the page has another digest: it is not the same");
    }
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(row, "stories")); ngi_json_step(&w);
         c->story++)
        if (!check_story(c, w.value))
            return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the check");
    ngi_json_walk first = ngi_json_each(ngi_json_get(row, "stories"));
    if (ngi_equal(kind, NGI_LIT("article")) && ngi_json_step(&first) &&
        !ngi_equal(ngi_json_string(ngi_json_get(row, "text")),
                   ngi_json_string(ngi_json_get(first.value, "articleBody"))))
        row_fault(c, "text", "is not the story's articleBody");
    return NG_OK;
}

static ng_status verify(ng_slice row, page_source *from, ng_fault_sink *faults, void *context,
                        ng_check *out, ng_error *error)
{
    checker c = {.faults = faults, .context = context};
    ngi_json_text json;
    ng_status status = NG_OK;
    *out = (ng_check){0};
    ngi_arena_init(&c.arena, 0);
    if (ngi_utf8_valid(row, NULL) != row.len)
        status = ngi_fail(error, NG_ERR_FORMAT, 0, "the row is not UTF-8");
    else if (!ngi_json_read(&c.arena, row, false, &json))
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the row");
    else if (json.count != 1 || !ngi_json_is_object(json.roots[0].value) ||
             ngi_json_get(json.roots[0].value, "schema") == NULL)
        status = ngi_fail(error, NG_ERR_FORMAT, 0, "no row of nutgraf read");
    else
        status = check_row(&c, json.roots[0].value, from, error);
    *out = c.result;
    ngi_html_parser_free(c.parser);
    ngi_arena_free(&c.arena);
    ng_bytes_free(from->bytes);
    ng_record_free(from->record);
    return status;
}

ng_status ng_row_verify(ng_slice row, ng_page_source *pages, ng_fault_sink *faults, void *context,
                        ng_check *out, ng_error *error)
{
    return verify(row, &(page_source){.pages = pages}, faults, context, out, error);
}

ng_status ng_row_verify_files(ng_slice row, ng_path_source *paths, uint64_t max_bytes,
                              ng_fault_sink *faults, void *context, ng_check *out, ng_error *error)
{
    page_source from = {.paths = paths, .max_bytes = max_bytes};
    return verify(row, &from, faults, context, out, error);
}
