/* SPDX-License-Identifier: Apache-2.0 */
/* Microdata (itemscope, itemprop) and RDFa (typeof, property), read as one: both name a
 * schema.org property on the element that shows it.
 *
 * Nodes come in document order; a small stack holds the scopes that are open. A property
 * fills the nearest article around it; outside of any it becomes a hint. */
#include "stories/meta/gather.h"

enum { MAX_TEXT = 600 };

typedef enum ngi_prop {
    PROP_NONE,
    PROP_HEADLINE,
    PROP_NAME,
    PROP_AUTHOR,
    PROP_PUBLISHED,
    PROP_MODIFIED,
    PROP_SECTION,
    PROP_DESCRIPTION,
    PROP_BODY,
    PROP_KEYWORDS,
    PROP_IMAGE,
    PROP_URL,
    PROP_PUBLISHER,
    PROP_ACCESS,
} ngi_prop;

static const struct {
    const char *name;
    ngi_prop prop;
} props[] = {
    {"headline", PROP_HEADLINE},          {"name", PROP_NAME},
    {"author", PROP_AUTHOR},              {"creator", PROP_AUTHOR},
    {"datePublished", PROP_PUBLISHED},    {"dateCreated", PROP_PUBLISHED},
    {"date", PROP_PUBLISHED},             {"issued", PROP_PUBLISHED},
    {"created", PROP_PUBLISHED},          {"dateModified", PROP_MODIFIED},
    {"modified", PROP_MODIFIED},          {"articleSection", PROP_SECTION},
    {"description", PROP_DESCRIPTION},    {"articleBody", PROP_BODY},
    {"keywords", PROP_KEYWORDS},          {"image", PROP_IMAGE},
    {"url", PROP_URL},                    {"publisher", PROP_PUBLISHER},
    {"isAccessibleForFree", PROP_ACCESS}, {"title", PROP_HEADLINE},
};

static ngi_prop prop_of(ng_slice name)
{
    for (size_t i = name.len; i-- > 0;) /* "schema:datePublished", "dc:date" */
        if (name.ptr[i] == ':' || name.ptr[i] == '/') {
            name = ngi_slice_from(name, i + 1);
            break;
        }
    for (size_t i = 0; i < NGI_COUNT(props); i++)
        if (ngi_equal_to_nocase(name, props[i].name))
            return props[i].prop;
    return PROP_NONE;
}

/* The first known property of a list of names. */
static ngi_prop first_prop(ng_slice names)
{
    ng_slice name;
    while (ngi_split(&names, ' ', &name)) {
        ngi_prop prop = prop_of(ngi_trim(name));
        if (prop != PROP_NONE)
            return prop;
    }
    return PROP_NONE;
}

/* The value of a property: what its element's kind says. */
static ng_slice value_of(const ngi_gather *g, uint32_t node, ngi_prop prop, ngi_place *place)
{
    static const ngi_attr_name dates[] = {NGI_ATTR_CONTENT, NGI_ATTR_DATETIME, NGI_ATTR_VALUE};
    static const ngi_attr_name links[] = {NGI_ATTR_CONTENT, NGI_ATTR_HREF, NGI_ATTR_SRC};
    bool link = prop == PROP_URL || prop == PROP_IMAGE;
    const ngi_attr_name *names = link ? links : dates;
    for (size_t i = 0; i < 3; i++) {
        ng_slice value = ngi_trim(ngi_attr_value(g->tree, node, names[i]));
        if (value.len != 0) {
            *place = (ngi_place){.first = node, .last = node, .kind = NGI_PLACE_ATTR,
                                 .attr = (uint8_t)names[i]};
            return value;
        }
    }
    return link ? (ng_slice){0} : ngi_gather_text(g->arena, g->tree, node, MAX_TEXT, place);
}

static void set(ng_slice *out, ngi_place *out_place, ng_slice value, ngi_place place)
{
    if (out->len != 0)
        return;
    *out = value;
    if (out_place != NULL)
        *out_place = place;
}

static ng_slice link_of(const ngi_gather *g, uint32_t node)
{
    uint32_t end = g->tree->nodes[node].end;
    for (uint32_t i = node; i < end && i < node + 16; i++)
        if (g->tree->nodes[i].tag == NGI_TAG_A)
            return ngi_trim(ngi_attr_value(g->tree, i, NGI_ATTR_HREF));
    return (ng_slice){0};
}

static void fill_author(ngi_gather *g, ngi_claim *claim, uint32_t node, bool organization,
                        ng_slice value, ngi_place place)
{
    ngi_author author = {.name = {.text = value, .place = place},
                         .url = link_of(g, node),
                         .organization = organization};
    if (value.len != 0 && claim->author_count < 40)
        ngi_claim_author(g->arena, claim, author);
}

static void fill(ngi_gather *g, ngi_claim *claim, uint32_t node, ngi_prop prop)
{
    ngi_place place = {0};
    if (prop == PROP_BODY) {
        if (claim->body_node == 0)
            claim->body_node = node;
        return;
    }
    ng_slice value = value_of(g, node, prop, &place);
    switch (prop) {
    case PROP_HEADLINE:
        set(&claim->headline, &claim->headline_place, value, place);
        break;
    case PROP_NAME:
        set(&claim->alternative_headline, NULL, value, place);
        break;
    case PROP_AUTHOR:
        fill_author(g, claim, node, false, value, place);
        break;
    case PROP_PUBLISHED:
        set(&claim->date_published, &claim->date_published_place, value, place);
        break;
    case PROP_MODIFIED:
        set(&claim->date_modified, &claim->date_modified_place, value, place);
        break;
    case PROP_SECTION:
        set(&claim->section, &claim->section_place, value, place);
        break;
    case PROP_DESCRIPTION:
        set(&claim->description, &claim->description_place, value, place);
        break;
    case PROP_KEYWORDS:
        ngi_claim_keywords(g->arena, claim, value);
        break;
    case PROP_IMAGE:
        set(&claim->image_url, NULL, value, place);
        break;
    case PROP_URL:
        set(&claim->url, NULL, value, place);
        break;
    case PROP_PUBLISHER:
        set(&claim->publisher, NULL, value, place);
        break;
    case PROP_ACCESS:
        claim->access = ngi_equal_nocase(value, NGI_LIT("false"))  ? NGI_ACCESS_PAID
                        : ngi_equal_nocase(value, NGI_LIT("true")) ? NGI_ACCESS_FREE
                                                                   : claim->access;
        break;
    default:
        break;
    }
}

/* Outside of any article, what is said of authors and dates may still be about the page. */
static void hint(ngi_gather *g, uint32_t node, ngi_prop prop)
{
    int kind = prop == PROP_AUTHOR      ? NGI_HINT_AUTHOR
               : prop == PROP_PUBLISHED ? NGI_HINT_PUBLISHED
               : prop == PROP_MODIFIED  ? NGI_HINT_MODIFIED
               : prop == PROP_SECTION   ? NGI_HINT_SECTION
               : prop == PROP_HEADLINE  ? NGI_HINT_TITLE
                                        : -1;
    if (kind < 0)
        return;
    ngi_hint h = {.kind = (uint8_t)kind, .source = "microdata", .node = node, .rank = 1};
    h.text = value_of(g, node, prop, &h.place);
    h.shown = h.place.kind == NGI_PLACE_NODES;
    h.url = prop == PROP_AUTHOR ? link_of(g, node) : (ng_slice){0};
    if (h.text.len != 0)
        ngi_gather_hint(g, h);
}

/* An author, said of the article `claim` (-1: of the page). */
static void name_author(ngi_gather *g, int32_t claim, uint32_t node, bool organization)
{
    ngi_place place = {0};
    ng_slice name = value_of(g, node, PROP_NAME, &place);
    if (claim >= 0)
        fill_author(g, &g->meta->claims[claim], node, organization, name, place);
    else if (name.len != 0)
        ngi_gather_hint(g, (ngi_hint){.kind = NGI_HINT_AUTHOR, .rank = 1, .source = "microdata",
                                      .shown = place.kind == NGI_PLACE_NODES, .text = name,
                                      .url = link_of(g, node), .place = place, .node = node});
}

void ngi_microdata_close(ngi_gather *g, uint32_t node)
{
    while (g->scope_count > 0 && g->scopes[g->scope_count - 1].end <= node) {
        const ngi_scope *s = &g->scopes[--g->scope_count];
        if (s->fills == PROP_AUTHOR) /* no name was marked in it: its text is the name */
            name_author(g, s->above, s->node, s->organization);
    }
}

/* The claim of the nearest article around, or NULL; *inner: the innermost open scope. */
static ngi_claim *around(ngi_gather *g, uint32_t node, ngi_scope **inner)
{
    ngi_microdata_close(g, node);
    *inner = g->scope_count > 0 ? &g->scopes[g->scope_count - 1] : NULL;
    if (*inner == NULL)
        return NULL;
    int32_t claim = (*inner)->claim >= 0 ? (*inner)->claim : (*inner)->above;
    return claim < 0 ? NULL : &g->meta->claims[claim];
}

static void open_scope(ngi_gather *g, uint32_t node, ng_slice type, ngi_prop prop,
                       int32_t above)
{
    if (g->scope_count == NGI_MAX_SCOPES)
        return;
    ngi_scope scope = {.node = node, .end = g->tree->nodes[node].end, .claim = -1, .above = above,
                       .fills = (uint8_t)prop,
                       .organization = ngi_type_is_organization(type)};
    if (ngi_type_is_article(type)) {
        ngi_claim *claim = ngi_gather_claim(g, "microdata", node);
        if (claim == NULL)
            return;
        claim->type = ngi_type_name(type);
        claim->main = above < 0 && prop == PROP_NONE;
        scope.claim = (int32_t)(claim - g->meta->claims);
    }
    g->scopes[g->scope_count++] = scope;
}

void ngi_microdata_node(ngi_gather *g, uint32_t node)
{
    ngi_scope *inner;
    ngi_claim *claim = around(g, node, &inner);
    int32_t above = claim == NULL ? -1 : (int32_t)(claim - g->meta->claims);
    bool direct = inner == NULL || inner->claim >= 0;
    ng_slice type = ngi_trim(ngi_attr_value(g->tree, node, NGI_ATTR_ITEMTYPE));
    if (type.len == 0)
        type = ngi_trim(ngi_attr_value(g->tree, node, NGI_ATTR_TYPEOF));
    ng_slice names = ngi_attr_value(g->tree, node, NGI_ATTR_ITEMPROP);
    if (names.len == 0 && g->tree->nodes[node].tag != NGI_TAG_META)
        names = ngi_attr_value(g->tree, node, NGI_ATTR_PROPERTY);
    ngi_prop prop = first_prop(names);
    bool opens = type.len != 0 || ngi_attr_get(g->tree, node, NGI_ATTR_ITEMSCOPE) != NULL;
    if (prop == PROP_NAME && inner != NULL && inner->fills == PROP_AUTHOR) {
        name_author(g, above, node, inner->organization);
        inner->fills = PROP_NONE;
    } else if (prop == PROP_NAME && inner != NULL && inner->fills == PROP_PUBLISHER &&
               claim != NULL) {
        fill(g, claim, node, PROP_PUBLISHER);
    } else if (prop != PROP_NONE && !opens && direct) {
        if (claim != NULL)
            fill(g, claim, node, prop);
        else
            hint(g, node, prop);
    }
    if (opens)
        open_scope(g, node, type, prop, above);
}
