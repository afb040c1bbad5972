/* SPDX-License-Identifier: Apache-2.0 */
/* JSON-LD: the article-like objects in a script, wherever they stand in it (alone, in an
 * array, under @graph or mainEntity).
 *
 * Values lie in document order, so one walk over them all meets each object once, and
 * depth costs nothing. What stands under keys of lists (itemListElement, hasPart, ...) is
 * noted as not the page's own. Keys are read in any case and with a "schema:" prefix. */
#include "parsed/fragment.h"
#include "stories/meta/gather.h"

enum { MAX_LOOKUPS = 32, MAX_AUTHORS = 40, MAX_NESTING = 6 };

typedef struct claiming {
    ngi_gather *g;
    const ngi_json_text *text;
    ngi_claim *claim;
    uint32_t place_node;
} claiming;

static ng_slice clean(const claiming *c, ng_slice s)
{
    return ngi_fragment_text(c->g->arena, s);
}

static ngi_place place_of(const claiming *c, const ngi_json *string)
{
    ngi_json_trace trace = ngi_json_trace_of(c->text, string);
    if (c->place_node == 0 || trace.text == NULL)
        return (ngi_place){0};
    uint32_t begin = trace.source;
    uint32_t end = ngi_json_trace_to(&trace, ngi_json_string(string).len);
    return (ngi_place){.first = c->place_node, .last = c->place_node, .begin = begin,
                       .end = end, .kind = NGI_PLACE_SCRIPT};
}

/* The first string of a value that should be one: itself, an array's first, an object's
 * name, url or @value. */
static const ngi_json *first_string(const ngi_json *v)
{
    for (int depth = 0; depth < MAX_NESTING && v != NULL; depth++) {
        if (ngi_json_is_string(v))
            return v;
        if (ngi_json_is_array(v)) {
            ngi_json_walk w = ngi_json_each(v);
            v = ngi_json_step(&w) ? w.value : NULL;
            continue;
        }
        static const char *const keys[] = {"name", "@value", "url", "contentUrl", "@id"};
        const ngi_json *next = NULL;
        for (size_t i = 0; i < NGI_COUNT(keys) && next == NULL; i++)
            next = ngi_json_get(v, keys[i]);
        v = next;
    }
    return NULL;
}

static void set_text(const claiming *c, ng_slice *out, ngi_place *place, const ngi_json *v)
{
    const ngi_json *string = first_string(v);
    ng_slice text = clean(c, ngi_json_string(string));
    if (out->len != 0 || text.len == 0)
        return;
    *out = text;
    if (place != NULL)
        *place = place_of(c, string);
}

/* A date: a string, or seconds since 1970. */
static void set_date(const claiming *c, ng_slice *out, ngi_place *place, const ngi_json *v)
{
    int64_t seconds;
    if (ngi_json_is_string(first_string(v))) {
        set_text(c, out, place, v);
    } else if (out->len == 0 && ngi_json_number(v, &seconds) && seconds > 0) {
        char digits[24];
        size_t n = sizeof digits;
        for (; seconds > 0; seconds /= 10)
            digits[--n] = (char)('0' + seconds % 10);
        *out = ngi_arena_copy(c->g->arena, ngi_slice(digits + n, sizeof digits - n));
    }
}

static void read_headline(const claiming *c, const ngi_json *v)
{
    set_text(c, &c->claim->headline, &c->claim->headline_place, v);
}
static void read_alternative(const claiming *c, const ngi_json *v)
{
    set_text(c, &c->claim->alternative_headline, NULL, v);
}
static void read_description(const claiming *c, const ngi_json *v)
{
    set_text(c, &c->claim->description, &c->claim->description_place, v);
}
static void read_section(const claiming *c, const ngi_json *v)
{
    set_text(c, &c->claim->section, &c->claim->section_place, v);
}
static void read_published(const claiming *c, const ngi_json *v)
{
    set_date(c, &c->claim->date_published, &c->claim->date_published_place, v);
}
static void read_modified(const claiming *c, const ngi_json *v)
{
    set_date(c, &c->claim->date_modified, &c->claim->date_modified_place, v);
}
static void read_publisher(const claiming *c, const ngi_json *v)
{
    set_text(c, &c->claim->publisher, NULL, v);
}
static void read_credit(const claiming *c, const ngi_json *v)
{
    set_text(c, &c->claim->credit, NULL, v);
}
static void read_language(const claiming *c, const ngi_json *v)
{
    const ngi_json *code = ngi_json_get(v, "alternateName");
    set_text(c, &c->claim->language, NULL, code != NULL ? code : v);
}
static void read_body(const claiming *c, const ngi_json *v)
{
    ng_slice body = ngi_json_string(v);
    if (body.len <= c->claim->body.len)
        return;
    c->claim->body = body;
    c->claim->body_text = c->text;
    c->claim->body_value = v;
    c->claim->body_script = c->place_node;
}
static void read_url(const claiming *c, const ngi_json *v)
{
    set_text(c, &c->claim->url, NULL, v);
}
static void read_page_url(const claiming *c, const ngi_json *v)
{
    const ngi_json *id = ngi_json_get(v, "@id");
    set_text(c, &c->claim->url, NULL, id != NULL ? id : v);
}

/* An image's address; the first that is one ("image" may hold objects or bare ids). */
static void read_image(const claiming *c, const ngi_json *v)
{
    for (int depth = 0; depth < MAX_NESTING && c->claim->image_url.len == 0; depth++) {
        ngi_json_walk w = ngi_json_each(v);
        if (!ngi_json_step(&w))
            return;
        v = w.value;
        if (ngi_json_is_string(v)) {
            if (ngi_json_string(v).len > 0 && *ngi_json_string(v).ptr != '#')
                set_text(c, &c->claim->image_url, NULL, v);
            return;
        }
        const ngi_json *url = ngi_json_get(v, "url");
        v = url != NULL ? url : ngi_json_get(v, "contentUrl");
    }
}

static void read_keywords(const claiming *c, const ngi_json *v)
{
    for (ngi_json_walk w = ngi_json_each(v); ngi_json_step(&w);) {
        ng_slice text = clean(c, ngi_json_string(first_string(w.value)));
        if (ngi_json_is_array(v))
            ngi_claim_keyword(c->g->arena, c->claim, text);
        else
            ngi_claim_keywords(c->g->arena, c->claim, text);
    }
}

static void read_access(const claiming *c, const ngi_json *v)
{
    bool is_free;
    if (ngi_json_truth(v, &is_free))
        c->claim->access = is_free ? NGI_ACCESS_FREE : NGI_ACCESS_PAID;
}

/* ---- authors ---- */

/* The object of this text that has the same @id and tells more. */
static const ngi_json *look_up(const claiming *c, const ngi_json *object)
{
    ng_slice id = ngi_json_string(ngi_json_get(object, "@id"));
    if (id.len == 0 || c->g->lookups++ >= MAX_LOOKUPS)
        return NULL;
    for (uint32_t r = 0; r < c->text->count; r++)
        for (uint32_t i = 0; i < c->text->roots[r].count; i++) {
            const ngi_json *v = ngi_json_at(c->text->roots[r].value, i);
            if (ngi_json_is_object(v) && ngi_json_get(v, "name") != NULL &&
                ngi_equal(ngi_json_string(ngi_json_get(v, "@id")), id))
                return v;
        }
    return NULL;
}

static bool says_organization(const ngi_json *object)
{
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(object, "@type")); ngi_json_step(&w);)
        if (ngi_type_is_organization(ngi_json_string(w.value)))
            return true;
    return false;
}

static ng_slice author_url(const claiming *c, const ngi_json *object)
{
    ng_slice url = ngi_json_string(first_string(ngi_json_get(object, "url")));
    ng_slice id = ngi_json_string(ngi_json_get(object, "@id"));
    if (url.len == 0 && ngi_starts_nocase(id, NGI_LIT("http")))
        url = id;
    return clean(c, url);
}

static void add_author(const claiming *c, const ngi_json *name, ng_slice url, bool organization)
{
    ngi_author author = {.url = url, .organization = organization};
    author.name.text = clean(c, ngi_json_string(name));
    author.name.place = place_of(c, name);
    if (author.name.text.len != 0 && c->claim->author_count < MAX_AUTHORS)
        ngi_claim_author(c->g->arena, c->claim, author);
}

/* A string, an object, an array of them, {"name": ["A", "B"]}, {"name": {"name": ...}}. */
static void read_author_nested(const claiming *c, const ngi_json *v, int depth)
{
    for (ngi_json_walk w = ngi_json_each(v); ngi_json_step(&w);) {
        const ngi_json *one = w.value;
        if (ngi_json_is_string(one)) {
            add_author(c, one, (ng_slice){0}, false);
            continue;
        }
        if (ngi_json_is_array(one) && depth < MAX_NESTING)
            read_author_nested(c, one, depth + 1);
        if (!ngi_json_is_object(one))
            continue;
        const ngi_json *name = ngi_json_get(one, "name");
        const ngi_json *found = name == NULL ? look_up(c, one) : NULL;
        if (found != NULL)
            one = found, name = ngi_json_get(one, "name");
        if (name == NULL)
            name = ngi_json_get(one, "@value");
        if (ngi_json_is_string(name))
            add_author(c, name, author_url(c, one), says_organization(one));
        else if (depth < MAX_NESTING)
            read_author_nested(c, name, depth + 1);
    }
}

static void read_author(const claiming *c, const ngi_json *v)
{
    read_author_nested(c, v, 0);
}

/* ---- objects ---- */

/* In order: of two keys with one meaning the first is the better. */
static const struct {
    const char *key;
    void (*read)(const claiming *c, const ngi_json *value);
} keys[] = {
    {"headline", read_headline},
    {"name", read_headline},
    {"title", read_headline},
    {"alternativeHeadline", read_alternative},
    {"description", read_description},
    {"articleSection", read_section},
    {"section", read_section},
    {"datePublished", read_published},
    {"pub_date", read_published},
    {"dateCreated", read_published},
    {"uploadDate", read_published},
    {"dateModified", read_modified},
    {"author", read_author},
    {"authors", read_author},
    {"publisher", read_publisher},
    {"creditText", read_credit},
    {"sourceOrganization", read_credit},
    {"inLanguage", read_language},
    {"articleBody", read_body},
    {"url", read_url},
    {"link", read_url},
    {"mainEntityOfPage", read_page_url},
    {"@id", read_url},
    {"image", read_image},
    {"image_url", read_image},
    {"keywords", read_keywords},
    {"tags", read_keywords},
    {"isAccessibleForFree", read_access},
    {"hasPart", NULL},
};

void ngi_jsonld_claim(ngi_gather *g, const ngi_json_text *text, const ngi_json *object,
                      uint32_t place_node, ngi_claim *claim)
{
    const ngi_json *values[NGI_COUNT(keys)] = {0};
    claiming c = {g, text, claim, place_node};
    for (ngi_json_walk w = ngi_json_pairs(object); ngi_json_step(&w);) {
        ng_slice key = ngi_json_string(w.key);
        if (ngi_starts(key, NGI_LIT("schema:")))
            key = ngi_slice_from(key, 7);
        for (size_t i = 0; i < NGI_COUNT(keys); i++)
            if (values[i] == NULL && ngi_equal_to_nocase(key, keys[i].key)) {
                values[i] = w.value;
                break;
            }
    }
    for (size_t i = 0; i < NGI_COUNT(keys); i++)
        if (values[i] != NULL && keys[i].read != NULL)
            keys[i].read(&c, values[i]);
    if (claim->author_count == 0)
        read_author(&c, ngi_json_get(object, "creator"));
}

/* Below these keys stand other things than the page's own story. */
static bool lists_others(ng_slice key)
{
    static const char *const others[] = {"itemListElement", "hasPart",  "mentions",
                                         "isPartOf",        "isBasedOn", "citation",
                                         "about",           "comment",  "relatedLink",
                                         "liveBlogUpdate",  "review",   "subjectOf"};
    for (size_t i = 0; i < NGI_COUNT(others); i++)
        if (ngi_equal_to(key, others[i]))
            return true;
    return false;
}

typedef enum standing { STANDS_FOR_NOTHING, STANDS_FOR_PAGE, STANDS_FOR_ARTICLE } standing;

static standing note_types(ngi_gather *g, const ngi_json *object, ng_slice *type)
{
    standing best = STANDS_FOR_NOTHING;
    for (ngi_json_walk w = ngi_json_each(ngi_json_get(object, "@type")); ngi_json_step(&w);) {
        ng_slice name = ngi_json_string(w.value);
        standing one = ngi_type_is_article(name) ? STANDS_FOR_ARTICLE
                       : ngi_type_is_page(name)  ? STANDS_FOR_PAGE
                                                 : STANDS_FOR_NOTHING;
        if (name.len != 0)
            ngi_gather_type(g, ngi_type_name(name));
        if (one > best) {
            best = one;
            *type = ngi_type_name(name);
        }
    }
    return best;
}

static void read_object(ngi_gather *g, const ngi_json_text *text, const ngi_json *object,
                        uint32_t node, bool listed)
{
    ng_slice type = {0};
    standing is = note_types(g, object, &type);
    if (is == STANDS_FOR_NOTHING)
        return;
    ngi_claim *claim = ngi_gather_claim(g, "json-ld", node);
    if (claim == NULL)
        return;
    claim->type = type;
    claim->main = is == STANDS_FOR_ARTICLE && !listed;
    ngi_jsonld_claim(g, text, object, node + 1, claim);
}

static void read_root(ngi_gather *g, const ngi_json_text *text, const ngi_json_root *root,
                      uint32_t node)
{
    uint32_t listed_end = 0;
    for (uint32_t i = 0; i < root->count; i++) {
        const ngi_json *v = ngi_json_at(root->value, i);
        if (ngi_json_is_object(v))
            read_object(g, text, v, node, i < listed_end);
        else if (ngi_json_is_string(v) && i >= listed_end && i + 1 < root->count &&
                 lists_others(ngi_json_string(v)))
            listed_end = i + 1 + ngi_json_span(ngi_json_at(root->value, i + 1));
    }
}

bool ngi_jsonld_read(ngi_gather *g, ng_slice source, uint32_t node)
{
    ngi_json_text *text = NGI_NEW(g->arena, ngi_json_text);
    if (text == NULL || !ngi_json_read(g->arena, source, false, text))
        return false;
    for (uint32_t r = 0; r < text->count; r++)
        read_root(g, text, &text->roots[r], node);
    return !g->arena->failed;
}
