/* SPDX-License-Identifier: Apache-2.0 */
/* Gathers what a page says of itself: one pass over the tree; see meta.h.
 *
 * Names of <meta> come in many spellings (article:published_time, article.published,
 * PublishedTime), so they are compared without case and punctuation. A page has 30 to 80
 * of them. */
#include "base/utf8.h"
#include "parsed/fragment.h"
#include "stories/meta/gather.h"

/* ---- types ---- */

ng_slice ngi_type_name(ng_slice type)
{
    for (size_t i = type.len; i-- > 0;)
        if (type.ptr[i] == '/' || type.ptr[i] == '#' || type.ptr[i] == ':')
            return ngi_slice_from(type, i + 1);
    return type;
}

bool ngi_type_is_article(ng_slice type)
{
    static const char *const others[] = {"BlogPosting", "LiveBlogPosting", "Report",
                                         "SocialMediaPosting", "DiscussionForumPosting"};
    type = ngi_type_name(type);
    if (ngi_ends(type, NGI_LIT("Article")))
        return true;
    for (size_t i = 0; i < NGI_COUNT(others); i++)
        if (ngi_equal_to(type, others[i]))
            return true;
    return false;
}

bool ngi_type_is_page(ng_slice type)
{
    type = ngi_type_name(type);
    return ngi_equal(type, NGI_LIT("WebPage")) || ngi_equal(type, NGI_LIT("ItemPage"));
}

bool ngi_type_is_organization(ng_slice type)
{
    type = ngi_type_name(type);
    return ngi_ends(type, NGI_LIT("Organization")) || ngi_ends(type, NGI_LIT("Corporation"));
}

/* ---- adding ---- */

ngi_claim *ngi_gather_claim(ngi_gather *g, const char *source, uint32_t node)
{
    ngi_meta *m = g->meta;
    if (m->claim_count >= NGI_MAX_CLAIMS ||
        !ngi_arena_grow(g->arena, &m->claims, &g->claim_room, m->claim_count + 1u,
                        sizeof *m->claims))
        return NULL;
    ngi_claim *claim = &m->claims[m->claim_count++];
    *claim = (ngi_claim){.source = source, .node = node};
    return claim;
}

void ngi_gather_hint(ngi_gather *g, ngi_hint hint)
{
    ngi_meta *m = g->meta;
    if (m->hint_count < NGI_MAX_HINTS &&
        ngi_arena_grow(g->arena, &m->hints, &g->hint_room, m->hint_count + 1u, sizeof *m->hints))
        m->hints[m->hint_count++] = hint;
}

void ngi_gather_type(ngi_gather *g, ng_slice type)
{
    ngi_meta *m = g->meta;
    for (uint32_t i = 0; i < m->type_count; i++)
        if (ngi_equal(m->types[i], type))
            return;
    if (m->type_count < 64 &&
        ngi_arena_grow(g->arena, &m->types, &g->type_room, m->type_count + 1u, sizeof *m->types))
        m->types[m->type_count++] = type;
}

/* Lists of claims are short: each grows by doubling at powers of two. */
static void *grown(ngi_arena *arena, void *items, uint32_t count, size_t size)
{
    if (count != 0 && (count & (count - 1)) != 0)
        return items;
    size_t room = count == 0 ? 1 : (size_t)count * 2;
    void *bigger = ngi_arena_alloc(arena, room, size);
    if (bigger != NULL && count != 0)
        memcpy(bigger, items, count * size);
    return bigger;
}

void ngi_claim_author(ngi_arena *arena, ngi_claim *claim, ngi_author author)
{
    ngi_author *list = grown(arena, claim->authors, claim->author_count, sizeof *list);
    if (list == NULL)
        return;
    claim->authors = list;
    list[claim->author_count++] = author;
}

void ngi_claim_keyword(ngi_arena *arena, ngi_claim *claim, ng_slice keyword)
{
    keyword = ngi_trim_wide(keyword);
    if (keyword.len == 0 || claim->keyword_count >= 100)
        return;
    ng_slice *list = grown(arena, claim->keywords, claim->keyword_count, sizeof *list);
    if (list == NULL)
        return;
    claim->keywords = list;
    list[claim->keyword_count++] = keyword;
}

void ngi_claim_keywords(ngi_arena *arena, ngi_claim *claim, ng_slice list)
{
    ng_slice piece;
    char separator = ngi_find_char(list, ',') == NGI_NONE && ngi_find_char(list, ';') != NGI_NONE
                         ? ';'
                         : ',';
    while (ngi_split(&list, separator, &piece))
        ngi_claim_keyword(arena, claim, piece);
}

ng_slice ngi_gather_text(ngi_arena *arena, const ngi_tree *tree, uint32_t node, size_t most,
                         ngi_place *place)
{
    enum { MOST_NODES = 2000 };
    uint32_t end = tree->nodes[node].end, first = 0, last = 0;
    size_t total = 0;
    if (end > node + MOST_NODES)
        end = node + MOST_NODES;
    for (uint32_t i = node; i < end && total < most; i++)
        if (tree->nodes[i].tag == NGI_TAG_TEXT) {
            first = first == 0 ? i : first;
            last = i;
            total += tree->nodes[i].text.len;
        } else if (tree->nodes[i].tag == NGI_TAG_SCRIPT) {
            i = tree->nodes[i].end - 1;
        }
    if (first == 0 || total > most * 4)
        return (ng_slice){0};
    *place = (ngi_place){.first = first, .last = last, .end = UINT32_MAX,
                         .kind = NGI_PLACE_NODES};
    if (first == last)
        return ngi_trim_wide(ngi_squeeze(arena, tree->nodes[first].text));
    char *out = ngi_arena_chars(arena, total);
    size_t used = 0;
    if (out == NULL)
        return (ng_slice){0};
    for (uint32_t i = first; i <= last; i++)
        if (tree->nodes[i].tag == NGI_TAG_TEXT) {
            memcpy(out + used, tree->nodes[i].text.ptr, tree->nodes[i].text.len);
            used += tree->nodes[i].text.len;
        } else if (tree->nodes[i].tag == NGI_TAG_SCRIPT) {
            i = tree->nodes[i].end - 1;
        }
    return ngi_trim_wide(ngi_squeeze(arena, ngi_slice(out, used)));
}

/* ---- <meta> ---- */

/* Names without case and punctuation. rank: 0 says what it means, 1 usually does, 2 is
 * also used for other things. */
#define N(name, kind, rank) {name, sizeof name - 1, NGI_HINT_##kind, rank}
static const struct {
    const char *name;
    uint8_t length, kind, rank;
} names[] = {
    N("articlepublishedtime", PUBLISHED, 0),
    N("articlepublished", PUBLISHED, 0),
    N("ogarticlepublishedtime", PUBLISHED, 0),
    N("ogpublishedtime", PUBLISHED, 0),
    N("publishedtime", PUBLISHED, 0),
    N("datepublished", PUBLISHED, 0),
    N("publisheddate", PUBLISHED, 0),
    N("publishdate", PUBLISHED, 0),
    N("publishtime", PUBLISHED, 0),
    N("publicationdate", PUBLISHED, 0),
    N("pubdate", PUBLISHED, 0),
    N("firstpublished", PUBLISHED, 0),
    N("originalpublicationdate", PUBLISHED, 0),
    N("articlefirstpublished", PUBLISHED, 0),
    N("rnewsdatepublished", PUBLISHED, 0),
    N("parselypubdate", PUBLISHED, 0),
    N("sailthrudate", PUBLISHED, 1),
    N("cxenseparserecspublishtime", PUBLISHED, 0),
    N("cxenseparsepublishtime", PUBLISHED, 0),
    N("btpubdate", PUBLISHED, 0),
    N("citationpublicationdate", PUBLISHED, 1),
    N("citationonlinedate", PUBLISHED, 1),
    N("citationdate", PUBLISHED, 1),
    N("dctermsissued", PUBLISHED, 1),
    N("dcdateissued", PUBLISHED, 1),
    N("dctermscreated", PUBLISHED, 1),
    N("dcdatecreated", PUBLISHED, 1),
    N("dcdate", PUBLISHED, 1),
    N("dctermsdate", PUBLISHED, 1),
    N("datecreated", PUBLISHED, 1),
    N("articlecreated", PUBLISHED, 1),
    N("articledateoriginal", PUBLISHED, 1),
    N("date", PUBLISHED, 2),
    N("releasedate", PUBLISHED, 2),
    N("timestamp", PUBLISHED, 2),
    N("articlemodifiedtime", MODIFIED, 0),
    N("articlemodified", MODIFIED, 0),
    N("ogupdatedtime", MODIFIED, 1),
    N("articleupdatedtime", MODIFIED, 0),
    N("datemodified", MODIFIED, 0),
    N("modifieddate", MODIFIED, 0),
    N("lastmodified", MODIFIED, 1),
    N("lastmod", MODIFIED, 1),
    N("lastupdated", MODIFIED, 1),
    N("dctermsmodified", MODIFIED, 1),
    N("dcdatemodified", MODIFIED, 1),
    N("revised", MODIFIED, 2),
    N("author", AUTHOR, 1),
    N("articleauthor", AUTHOR, 1),
    N("ogarticleauthor", AUTHOR, 1),
    N("articleauthorname", AUTHOR, 0),
    N("parselyauthor", AUTHOR, 0),
    N("sailthruauthor", AUTHOR, 0),
    N("cxenseparseauthor", AUTHOR, 0),
    N("citationauthor", AUTHOR, 0),
    N("dccreator", AUTHOR, 1),
    N("dctermscreator", AUTHOR, 1),
    N("dccontributor", AUTHOR, 2),
    N("creator", AUTHOR, 2),
    N("ogauthor", AUTHOR, 1),
    N("byl", AUTHOR, 0),
    N("byline", AUTHOR, 0),
    N("authors", AUTHOR, 0),
    N("articlesection", SECTION, 0),
    N("ogarticlesection", SECTION, 0),
    N("parselysection", SECTION, 0),
    N("cxenseparsesection", SECTION, 1),
    N("section", SECTION, 1),
    N("category", SECTION, 2),
    N("articlecategory", SECTION, 1),
    N("newskeywords", KEYWORDS, 0),
    N("articletag", KEYWORDS, 1),
    N("ogarticletag", KEYWORDS, 1),
    N("parselytags", KEYWORDS, 1),
    N("sailthrutags", KEYWORDS, 1),
    N("keywords", KEYWORDS, 2),
    N("dcsubject", KEYWORDS, 2),
    N("parselytitle", TITLE, 0),
    N("sailthrutitle", TITLE, 0),
    N("cxenseparsetitle", TITLE, 1),
    N("citationtitle", TITLE, 1),
    N("dctitle", TITLE, 1),
    N("dctermstitle", TITLE, 1),
    N("headline", TITLE, 1),
    N("dcpublisher", PUBLISHER, 1),
    N("dctermspublisher", PUBLISHER, 1),
    N("applicationname", PUBLISHER, 2),
    N("citationpublisher", PUBLISHER, 2),
    N("syndicationsource", CREDIT, 1),
    N("articlecontenttier", ACCESS, 0),
    N("articleopinion", SECTION, 2),
};
#undef N

enum { MAX_NAME = 40 };

/* Lower-cased letters and digits of `name`, at most MAX_NAME. */
static ng_slice plain_name(ng_slice name, char out[MAX_NAME])
{
    size_t used = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
            continue;
        if (used == MAX_NAME)
            return (ng_slice){0};
        out[used++] = c;
    }
    return (ng_slice){out, used};
}

static void take(ng_slice *out, uint32_t *out_node, ng_slice value, uint32_t node)
{
    if (out->len != 0 || value.len == 0)
        return;
    *out = value;
    if (out_node != NULL)
        *out_node = node;
}

/* The well-known names that have a field of their own. */
static bool take_known(ngi_gather *g, ng_slice name, ng_slice value, uint32_t node)
{
    ngi_meta *m = g->meta;
    const struct {
        const char *name;
        ng_slice *out;
        uint32_t *out_node;
    } known[] = {
        {"ogtitle", &m->og_title, &m->og_title_node},
        {"ogdescription", &m->og_description, NULL},
        {"ogtype", &m->og_type, NULL},
        {"ogurl", &m->og_url, NULL},
        {"ogsitename", &m->og_site_name, NULL},
        {"ogimage", &m->og_image, NULL},
        {"ogimageurl", &m->og_image, NULL},
        {"oglocale", &m->og_locale, NULL},
        {"description", &m->description, &m->description_node},
        {"twittertitle", &m->twitter_title, NULL},
        {"twitterdescription", &m->twitter_description, NULL},
        {"twitterimage", &m->og_image, NULL},
    };
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_equal_to(name, known[i].name)) {
            take(known[i].out, known[i].out_node, value, node);
            return true;
        }
    return false;
}

/* Parsely's whole record as JSON in an attribute. */
static void read_parsely(ngi_gather *g, ng_slice value, uint32_t node)
{
    ngi_json_text *text = NGI_NEW(g->arena, ngi_json_text);
    if (text == NULL || !ngi_json_read(g->arena, value, false, text) || text->count == 0)
        return;
    ngi_claim *claim = ngi_gather_claim(g, "parsely", node);
    if (claim == NULL)
        return;
    claim->type = NGI_LIT("WebPage");
    ngi_jsonld_claim(g, text, text->roots[0].value, 0, claim);
}

static void add_hint(ngi_gather *g, ng_slice name, ng_slice value, uint32_t node)
{
    for (size_t i = 0; i < NGI_COUNT(names); i++) {
        if (name.len != names[i].length || memcmp(name.ptr, names[i].name, name.len) != 0)
            continue;
        ngi_hint hint = {.kind = names[i].kind, .rank = names[i].rank, .source = "meta",
                         .text = value, .node = node};
        hint.place = (ngi_place){.first = node, .last = node, .kind = NGI_PLACE_ATTR,
                                 .attr = NGI_ATTR_CONTENT};
        ngi_gather_hint(g, hint);
        return;
    }
}

static void read_meta(ngi_gather *g, uint32_t node)
{
    char buffer[MAX_NAME];
    ng_slice value = ngi_attr_value(g->tree, node, NGI_ATTR_CONTENT);
    static const ngi_attr_name keys[] = {NGI_ATTR_PROPERTY, NGI_ATTR_NAME, NGI_ATTR_HTTP_EQUIV};
    value = ngi_fragment_text(g->arena, value);
    if (value.len == 0)
        return;
    for (size_t i = 0; i < NGI_COUNT(keys); i++) {
        ng_slice name = plain_name(ngi_attr_value(g->tree, node, keys[i]), buffer);
        if (name.len == 0)
            continue;
        if (ngi_equal(name, NGI_LIT("parselypage")))
            read_parsely(g, ngi_attr_value(g->tree, node, NGI_ATTR_CONTENT), node);
        else if (!take_known(g, name, value, node))
            add_hint(g, name, value, node);
    }
}

static void read_link(ngi_gather *g, uint32_t node)
{
    ng_slice rel = ngi_attr_value(g->tree, node, NGI_ATTR_REL);
    if (ngi_equal_nocase(ngi_trim(rel), NGI_LIT("canonical")))
        take(&g->meta->canonical, NULL, ngi_trim(ngi_attr_value(g->tree, node, NGI_ATTR_HREF)),
             node);
}

static void read_script(ngi_gather *g, uint32_t node)
{
    const ngi_node *n = &g->tree->nodes[node];
    if (n->end <= node + 1)
        return;
    ng_slice text = g->tree->nodes[node + 1].text;
    ngi_meta *m = g->meta;
    if (ngi_find_nocase(ngi_attr_value(g->tree, node, NGI_ATTR_TYPE), NGI_LIT("ld+json")) !=
        NGI_NONE)
        ngi_jsonld_read(g, text, node);
    else if (ngi_arena_grow(g->arena, &m->scripts, &g->script_room, m->script_count + 1u,
                            sizeof *m->scripts))
        m->scripts[m->script_count++] = node;
}

static void read_title(ngi_gather *g, uint32_t node)
{
    const ngi_node *n = &g->tree->nodes[node];
    ng_slice text = n->text;
    if (text.len == 0 && n->end > node + 1)
        text = g->tree->nodes[node + 1].text;
    take(&g->meta->title, &g->meta->title_node, ngi_fragment_text(g->arena, text), node);
}

/* Whether an element carries microdata or RDFa. */
static bool has_data(const ngi_tree *tree, const ngi_node *n)
{
    for (uint32_t i = 0; i < n->attr_count; i++) {
        uint8_t name = tree->attrs[n->attr + i].name;
        if (name == NGI_ATTR_ITEMPROP || name == NGI_ATTR_ITEMSCOPE || name == NGI_ATTR_ITEMTYPE ||
            name == NGI_ATTR_TYPEOF || (name == NGI_ATTR_PROPERTY && n->tag != NGI_TAG_META))
            return true;
    }
    return false;
}

static void read_node(ngi_gather *g, uint32_t node)
{
    const ngi_node *n = &g->tree->nodes[node];
    ngi_meta *m = g->meta;
    switch (n->tag) {
    case NGI_TAG_META:
        read_meta(g, node);
        break;
    case NGI_TAG_LINK:
        read_link(g, node);
        break;
    case NGI_TAG_SCRIPT:
        read_script(g, node);
        break;
    case NGI_TAG_TITLE:
        read_title(g, node);
        break;
    case NGI_TAG_HTML:
        take(&m->lang, NULL, ngi_trim(ngi_attr_value(g->tree, node, NGI_ATTR_LANG)), node);
        break;
    case NGI_TAG_TIME:
        if (ngi_arena_grow(g->arena, &m->times, &g->time_room, m->time_count + 1u,
                           sizeof *m->times))
            m->times[m->time_count++] = node;
        break;
    case NGI_TAG_OTHER:
        if (ngi_equal(n->text, NGI_LIT("base")))
            take(&m->base, NULL, ngi_trim(ngi_attr_value(g->tree, node, NGI_ATTR_HREF)), node);
        break;
    default:
        break;
    }
    if (n->attr_count != 0 && has_data(g->tree, n))
        ngi_microdata_node(g, node);
}

/* The longest body that JSON-LD claims, as words. */
static void find_body(ngi_gather *g)
{
    const ngi_claim *best = NULL;
    for (uint32_t i = 0; i < g->meta->claim_count; i++) {
        const ngi_claim *c = &g->meta->claims[i];
        if (c->body.len != 0 && (best == NULL || c->body.len > best->body.len))
            best = c;
    }
    if (best != NULL)
        g->meta->ld_body = ngi_fragment_text(g->arena, best->body);
}

bool ngi_meta_read(ngi_arena *arena, const ngi_tree *tree, ngi_meta *out)
{
    *out = (ngi_meta){0};
    ngi_gather *g = NGI_NEW(arena, ngi_gather);
    if (g == NULL)
        return false;
    g->arena = arena;
    g->tree = tree;
    g->meta = out;
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->nodes[i].tag != NGI_TAG_TEXT)
            read_node(g, i);
    ngi_microdata_close(g, tree->count);
    find_body(g);
    return !arena->failed;
}
