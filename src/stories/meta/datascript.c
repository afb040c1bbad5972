/* SPDX-License-Identifier: Apache-2.0 */
/* Stories that stand in a page's data only: the state that a script turns into the page
 * (Next.js, Arc, and many a system of a house's own), or articleBody of JSON-LD.
 *
 * No two systems agree on names, so an object is judged by what it has: a headline under
 * one of the usual keys, and a body under another: HTML, an array of blocks, or a tree of
 * rich text (databody.c makes parts of it). A headline with an address and no body is a
 * teaser. All values are walked once, in document order; what stands inside a story or
 * teaser is passed over. Read only when the page shows no text. */
#include "stories/meta/databody.h"

#include "parsed/fragment.h"
#include "stories/scene.h"

enum { MAX_STORIES = 200, MAX_TEASERS = 500, MAX_SCRIPT = 16 * 1024 * 1024 };

typedef struct finder {
    ngi_gather *g;
    ngi_data_page *out;
    size_t story_room, teaser_room;
    uint32_t least; /* words of a story */
    uint64_t work;  /* values looked at for bodies that may still be looked at: objects around
                       a story are tried too, and nesting must not multiply the time */
} finder;

/* ---- objects ---- */

static const char *const headline_keys[] = {"headline", "headlines", "title", "hed", "articleTitle",
                                            "heading", "titel", NULL};
static const char *const body_keys[] = {
    "bodyHtml", "articleBody", "content_elements", "body", "content", "bodyText", "text", "html",
    "blocks", "paragraphs", "articleContent", "contentHtml", "body_html", "richText",
    "elements", "sections", "components", "story", NULL};
static const char *const standfirst_keys[] = {"standfirst", "subheadline", "subheadlines", "dek",
                                              "deck", "lead", "subtitle", "intro", "summary",
                                              "description", "excerpt", "teaser", NULL};
static const char *const date_keys[] = {
    "publishedAt", "datePublished", "published", "publishDate", "publishedDate", "pubDate",
    "first_publish_date", "publish_date", "display_date", "publicationDate", "published_at",
    "firstPublished", "firstPublishedAt", "created_date", "createdAt", "date", NULL};
static const char *const change_keys[] = {"updatedAt", "dateModified", "last_updated_date",
                                          "modified", "modifiedAt", "lastModified", "updated",
                                          "updated_at", "lastUpdated", NULL};
static const char *const url_keys[] = {"canonical_url", "canonicalUrl", "url", "href", "link",
                                       "permalink", "website_url", "path", NULL};
static const char *const section_keys[] = {"section", "articleSection", "category", "primarySection",
                                           "primary_section", "sectionName", "rubric", "kicker",
                                           "channel", NULL};
static const char *const author_keys[] = {"authors", "author", "byline", "bylines", "by",
                                          "contributors", "creator", "writers", NULL};

/* The first of the keys that the object has with a value that is not null or empty. */
static const ngi_json *first_of(const ngi_json *object, const char *const *keys)
{
    for (; *keys != NULL; keys++) {
        const ngi_json *v = ngi_json_get(object, *keys);
        int64_t number;
        if (v != NULL && (ngi_json_string(v).len != 0 || ngi_json_size(v) != 0 ||
                          ngi_json_number(v, &number)))
            return v;
    }
    return NULL;
}

/* The string that a value means: itself, or under a usual key of an object, or of the
 * first element. */
static const ngi_json *string_in(const ngi_json *v)
{
    static const char *const keys[] = {"basic", "name", "title", "text", "rendered", "main",
                                       "html", "url", "iso", "value", "web", NULL};
    for (int depth = 0; depth < 5 && v != NULL; depth++) {
        if (ngi_json_is_string(v))
            return v;
        ngi_json_walk w = ngi_json_each(v);
        if (ngi_json_is_array(v))
            v = ngi_json_step(&w) ? w.value : NULL;
        else
            v = first_of(v, keys);
    }
    return NULL;
}

static ng_slice text_in(ngi_gather *g, const ngi_json *v)
{
    return ngi_fragment_text(g->arena, ngi_json_string(string_in(v)));
}

static ngi_place place_of(const ngi_json_text *text, const ngi_json *string, uint32_t node)
{
    ngi_json_trace t = ngi_json_trace_of(text, string);
    if (node == 0 || t.text == NULL)
        return (ngi_place){0};
    uint32_t begin = t.source, end = ngi_json_trace_to(&t, ngi_json_string(string).len);
    return (ngi_place){.first = node, .last = node, .begin = begin, .end = end,
                       .kind = NGI_PLACE_SCRIPT};
}

static ng_slice date_in(ngi_gather *g, const ngi_json *v)
{
    int64_t number;
    if (v == NULL || !ngi_json_number(v, &number) || number < 100000000)
        return ngi_fragment_text(g->arena, ngi_json_string(string_in(v)));
    char digits[24];
    size_t n = sizeof digits;
    for (; number > 0; number /= 10)
        digits[--n] = (char)('0' + number % 10);
    return ngi_arena_copy(g->arena, ngi_slice(digits + n, sizeof digits - n));
}

static void add_authors(ngi_gather *g, const ngi_json_text *text, const ngi_json *v,
                        uint32_t node, ngi_claim *claim)
{
    for (ngi_json_walk w = ngi_json_each(v); ngi_json_step(&w) && claim->author_count < 40;) {
        const ngi_json *name = string_in(w.value);
        ngi_author a = {.name = {.text = ngi_fragment_text(g->arena, ngi_json_string(name)),
                                 .place = place_of(text, name, node)}};
        if (a.name.text.len != 0 && a.name.text.len < 200)
            ngi_claim_author(g->arena, claim, a);
    }
}

/* Arc keeps its authors one deeper: {"credits": {"by": [{"name": ...}]}}. */
static const ngi_json *authors_in(const ngi_json *object)
{
    const ngi_json *credits = ngi_json_get(object, "credits");
    const ngi_json *by = ngi_json_get(credits, "by");
    return by != NULL ? by : first_of(object, author_keys);
}

static const ngi_json *section_in(const ngi_json *object)
{
    const ngi_json *taxonomy = ngi_json_get(object, "taxonomy");
    const ngi_json *section = first_of(taxonomy, section_keys);
    return section != NULL ? section : first_of(object, section_keys);
}

static void fill_claim(ngi_gather *g, const ngi_json_text *text, const ngi_json *object,
                       uint32_t node, ngi_claim *claim)
{
    const ngi_json *headline = string_in(first_of(object, headline_keys));
    const ngi_json *published = first_of(object, date_keys);
    const ngi_json *modified = first_of(object, change_keys);
    const ngi_json *section = string_in(section_in(object));
    const ngi_json *description = string_in(first_of(object, standfirst_keys));
    claim->headline = ngi_fragment_text(g->arena, ngi_json_string(headline));
    claim->headline_place = place_of(text, headline, node);
    claim->description = ngi_fragment_text(g->arena, ngi_json_string(description));
    claim->description_place = place_of(text, description, node);
    claim->date_published = date_in(g, published);
    claim->date_published_place = place_of(text, string_in(published), node);
    claim->date_modified = date_in(g, modified);
    claim->date_modified_place = place_of(text, string_in(modified), node);
    claim->url = text_in(g, first_of(object, url_keys));
    claim->section = ngi_fragment_text(g->arena, ngi_json_string(section));
    claim->section_place = place_of(text, section, node);
    add_authors(g, text, authors_in(object), node, claim);
}

/* ---- finding ---- */

static bool add_story(finder *f, const ngi_json_text *text, const ngi_json *object,
                      uint32_t node, uint32_t script)
{
    ngi_data_page *out = f->out;
    const char *const *keys = body_keys;
    if (out->story_count >= MAX_STORIES || first_of(object, headline_keys) == NULL)
        return false;
    for (; *keys != NULL; keys++) {
        const ngi_json *body = ngi_json_get(object, *keys);
        ngi_data_story story = {0};
        if (body == NULL || (!ngi_json_is_string(body) && ngi_json_size(body) == 0))
            continue;
        uint64_t cost = ngi_json_span(body);
        if (cost > f->work)
            return false;
        f->work -= cost;
        if (!ngi_databody_parts(f->g->arena, text, body, node, &story) ||
            story.words < f->least)
            continue;
        story.claim = (ngi_claim){.source = "data", .type = NGI_LIT("NewsArticle"),
                                  .node = script, .main = true};
        fill_claim(f->g, text, object, node, &story.claim);
        if (story.claim.headline.len == 0 ||
            !ngi_arena_grow(f->g->arena, &out->stories, &f->story_room, out->story_count + 1u,
                            sizeof story))
            return false;
        out->stories[out->story_count++] = story;
        return true;
    }
    return false;
}

/* A headline of three words or more with an address. */
static bool add_teaser(finder *f, const ngi_json_text *text, const ngi_json *object,
                       uint32_t node)
{
    ngi_data_page *out = f->out;
    const ngi_json *headline = string_in(first_of(object, headline_keys));
    const ngi_json *url = string_in(first_of(object, url_keys));
    if (headline == NULL || url == NULL || out->teaser_count >= MAX_TEASERS)
        return false;
    ng_slice title = ngi_fragment_text(f->g->arena, ngi_json_string(headline));
    if (ngi_databody_words(title) < 3 || title.len > 400)
        return false;
    ngi_claim claim = {0};
    fill_claim(f->g, text, object, node, &claim);
    ngi_teaser t = {.headline = {.text = title, .place = claim.headline_place},
                    .section = {.text = claim.section, .place = claim.section_place},
                    .description = {.text = claim.description, .place = claim.description_place},
                    .url = claim.url};
    t.date_published = ngi_date_normal(f->g->arena, claim.date_published);
    if (t.date_published.len == 0 && claim.date_published.len < 60)
        t.age = (ngi_text){.text = claim.date_published, .place = claim.date_published_place};
    if (!ngi_arena_grow(f->g->arena, &out->teasers, &f->teaser_room, out->teaser_count + 1u,
                        sizeof t))
        return false;
    out->teasers[out->teaser_count++] = t;
    return true;
}

static void walk(finder *f, const ngi_json_text *text, uint32_t node, uint32_t script)
{
    for (uint32_t r = 0; r < text->count; r++) {
        const ngi_json_root *root = &text->roots[r];
        f->work = (uint64_t)root->count * 6 + 1000;
        for (uint32_t i = 0; i < root->count;) {
            const ngi_json *v = ngi_json_at(root->value, i);
            bool taken = ngi_json_is_object(v) && (add_story(f, text, v, node, script) ||
                                                   add_teaser(f, text, v, node));
            i += taken ? ngi_json_span(v) : 1;
        }
    }
}

/* ---- strings of JSON in scripts ---- */

/* Next.js's app router and JSON.parse() hold their data as strings: all string literals that
 * hold escaped quotes, decoded and put one behind the other. */
static ng_slice decoded_literals(ngi_arena *arena, ng_slice code)
{
    char *out = ngi_arena_chars(arena, code.len + 1);
    size_t used = 0;
    if (out == NULL)
        return (ng_slice){0};
    for (size_t i = 0; i < code.len; i++) {
        if (code.ptr[i] != '"' && code.ptr[i] != '\'')
            continue;
        char quote = code.ptr[i];
        size_t end = i + 1;
        bool escapes = false;
        while (end < code.len && code.ptr[end] != quote && code.ptr[end] != '\n') {
            escapes = escapes || (code.ptr[end] == '\\' && end + 1 < code.len &&
                                  code.ptr[end + 1] == '"');
            end += code.ptr[end] == '\\' ? 2 : 1;
        }
        if (end >= code.len)
            break;
        bool json = escapes || (quote == '\'' && (code.ptr[i + 1] == '{' || code.ptr[i + 1] == '['));
        if (json && end > i + 20)
            used += ngi_json_unescape(ngi_slice_sub(code, i + 1, end), out + used);
        i = end;
    }
    return (ng_slice){out, used};
}

static bool may_matter(ng_slice script)
{
    return script.len > 60 && script.len <= MAX_SCRIPT &&
           (ngi_find(script, NGI_LIT("headline")) != NGI_NONE ||
            ngi_find(script, NGI_LIT("title\"")) != NGI_NONE ||
            ngi_find(script, NGI_LIT("title\\\"")) != NGI_NONE);
}

static bool read_script(finder *f, uint32_t script)
{
    const ngi_tree *tree = f->g->tree;
    ngi_arena *arena = f->g->arena;
    ng_slice source = tree->nodes[script + 1].text;
    if (tree->nodes[script].end <= script + 1 || !may_matter(source))
        return true;
    bool code = ngi_find_nocase(ngi_attr_value(tree, script, NGI_ATTR_TYPE), NGI_LIT("json")) ==
                NGI_NONE;
    ngi_json_text *text = NGI_NEW(arena, ngi_json_text);
    if (text == NULL || !ngi_json_read(arena, source, code, text))
        return false;
    uint32_t before = f->out->story_count;
    walk(f, text, script + 1, script);
    if (!code || f->out->story_count != before ||
        ngi_find(source, NGI_LIT("\\\"")) == NGI_NONE)
        return true;
    text = NGI_NEW(arena, ngi_json_text);
    if (text == NULL || !ngi_json_read(arena, decoded_literals(arena, source), true, text))
        return false;
    walk(f, text, 0, script);
    return true;
}

/* ---- articleBody ---- */

static void add_claimed(finder *f, const ngi_claim *claim)
{
    ngi_data_page *out = f->out;
    ngi_data_story story = {.claim = *claim};
    if (claim->body.len < 100 || claim->headline.len == 0 ||
        !ngi_databody_claim(f->g->arena, claim, &story) || story.words < f->least ||
        !ngi_arena_grow(f->g->arena, &out->stories, &f->story_room, out->story_count + 1u,
                        sizeof story))
        return;
    out->stories[out->story_count++] = story;
}

/* The same story told twice on a page (JSON-LD and state) is one. */
static bool told_already(const ngi_data_page *page, const ngi_claim *claim)
{
    for (uint32_t i = 0; i < page->story_count; i++)
        if (ngi_equal(page->stories[i].claim.headline, claim->headline))
            return true;
    return false;
}

bool ngi_data_read(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta, uint32_t least,
                   ngi_data_page *out)
{
    ngi_meta *copy = NGI_NEW(arena, ngi_meta);
    ngi_gather *g = NGI_NEW(arena, ngi_gather);
    *out = (ngi_data_page){0};
    if (copy == NULL || g == NULL)
        return false;
    *copy = *meta;
    g->arena = arena;
    g->tree = tree;
    g->meta = copy;
    finder f = {.g = g, .out = out, .least = least};
    for (uint32_t i = 0; i < meta->script_count && i < 400; i++)
        if (!read_script(&f, meta->scripts[i]))
            return false;
    for (uint32_t i = 0; i < meta->claim_count && i < 400; i++)
        if (meta->claims[i].body.len != 0 && !told_already(out, &meta->claims[i]))
            add_claimed(&f, &meta->claims[i]);
    return !arena->failed;
}

bool ngi_data_body(ngi_arena *arena, const ngi_tree *tree, const ngi_meta *meta, uint32_t least,
                   ngi_data_story **out, uint32_t *count)
{
    ngi_data_page page;
    bool ok = ngi_data_read(arena, tree, meta, least, &page);
    *out = page.stories;
    *count = page.story_count;
    return ok;
}
