/* SPDX-License-Identifier: Apache-2.0 */
/* The namespaces and elements of feeds, as tables.
 *
 * Prefixes are a matter of taste ("d:title" may be Dublin Core's), so a declared address
 * decides, in any case and with or without its last "/" or "#"; where none is declared the
 * prefix has its common meaning. Ranks: the feed's own element before Dublin Core's before
 * Media RSS's, whatever their order. */
#include "parsed/feed_names.h"

static const struct {
    const char *uri, *space;
} spaces[] = {
    {"blogs.law.harvard.edu/tech/rss", ""},
    {"purl.org/rss/1.0", ""},
    {"purl.org/net/rss1.1", ""},
    {"my.netscape.com/rdf/simple/0.9", ""},
    {"channel.netscape.com/rdf/simple/0.9", ""},
    {"my.netscape.com/publish/formats/rss-0.91.dtd", ""},
    {"example.com/newformat", ""},
    {"example.com/necho", ""},
    {"purl.org/echo", ""},
    {"uri/of/echo/namespace#", ""},
    {"purl.org/pie", ""},
    {"purl.org/atom/ns", ""},
    {"www.w3.org/2005/atom", ""},
    {"purl.org/rss/1.0/modules/rss091", ""},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
    {"purl.org/rss/1.0/modules/content", "content"},
    {"purl.org/dc/elements/1.1", "dc"},
    {"purl.org/dc/elements/1.0", "dc"},
    {"purl.org/dc/terms", "dcterms"},
    {"search.yahoo.com/mrss", "media"},
    {"search.yahoo.com/mrss/1.1.1", "media"},
    {"www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"example.com/dtds/podcast-1.0.dtd", "itunes"},
    {"www.georss.org/georss", "georss"},
    {"www.opengis.net/gml", "gml"},
    {"www.opengis.net/gml/3.2", "gml"},
    {"www.w3.org/2003/01/geo/wgs84_pos", "geo"},
    {"www.w3.org/1999/xhtml", "xhtml"},
    {"www.w3.org/xml/1998/namespace", "xml"},
};

/* Sorted by name: they are looked for once for each element of a feed. */
static const struct {
    const char *space, *name;
    ngi_feed_meaning meaning;
} meanings[] = {
    {"", "abstract", {NGI_FEED_DESCRIPTION, 4}},
    {"dcterms", "abstract", {NGI_FEED_DESCRIPTION, 3}},
    {"", "author", {NGI_FEED_AUTHOR, 4}},
    {"dc", "author", {NGI_FEED_AUTHOR, 4}},
    {"itunes", "author", {NGI_FEED_AUTHOR, 3}},
    {"", "body", {NGI_FEED_CONTENT, 4}},
    {"xhtml", "body", {NGI_FEED_CONTENT, 4}},
    {"georss", "box", {NGI_FEED_BOX, 0}},
    {"", "category", {NGI_FEED_TAG, 0}},
    {"itunes", "category", {NGI_FEED_TAG, 0}},
    {"media", "category", {NGI_FEED_TAG, 0}},
    {"", "content", {NGI_FEED_CONTENT, 4}},
    {"", "contributor", {NGI_FEED_BLOCK, 0}},
    {"dc", "contributor", {NGI_FEED_BLOCK, 0}},
    {"dc", "creator", {NGI_FEED_AUTHOR, 4}},
    {"", "date", {NGI_FEED_UPDATED, 4}},
    {"dc", "date", {NGI_FEED_UPDATED, 4}},
    {"", "description", {NGI_FEED_DESCRIPTION, 4}},
    {"dc", "description", {NGI_FEED_DESCRIPTION, 3}},
    {"media", "description", {NGI_FEED_DESCRIPTION, 1}},
    {"xhtml", "div", {NGI_FEED_CONTENT, 3}},
    {"", "email", {NGI_FEED_EMAIL, 0}},
    {"", "enclosure", {NGI_FEED_ENCLOSURE, 0}},
    {"", "encoded", {NGI_FEED_CONTENT, 4}},
    {"content", "encoded", {NGI_FEED_CONTENT, 4}},
    {"", "entry", {NGI_FEED_ENTRY, 0}},
    {"", "feed", {NGI_FEED_ROOT, 0}},
    {"", "fullitem", {NGI_FEED_CONTENT, 4}},
    {"", "guid", {NGI_FEED_ID, 4}},
    {"", "icon", {NGI_FEED_PICTURE, 2}},
    {"", "id", {NGI_FEED_ID, 4}},
    {"dc", "identifier", {NGI_FEED_ID, 2}},
    {"", "image", {NGI_FEED_IMAGE, 3}},
    {"itunes", "image", {NGI_FEED_IMAGE, 1}},
    {"", "issued", {NGI_FEED_PUBLISHED, 4}},
    {"dcterms", "issued", {NGI_FEED_PUBLISHED, 3}},
    {"", "item", {NGI_FEED_ENTRY, 0}},
    {"", "keywords", {NGI_FEED_KEYWORDS, 0}},
    {"itunes", "keywords", {NGI_FEED_KEYWORDS, 0}},
    {"media", "keywords", {NGI_FEED_KEYWORDS, 0}},
    {"", "language", {NGI_FEED_LANGUAGE, 0}},
    {"dc", "language", {NGI_FEED_LANGUAGE, 0}},
    {"", "lastbuilddate", {NGI_FEED_UPDATED, 4}},
    {"geo", "lat", {NGI_FEED_LATITUDE, 0}},
    {"georss", "line", {NGI_FEED_LINE, 0}},
    {"", "link", {NGI_FEED_LINK, 4}},
    {"", "logo", {NGI_FEED_PICTURE, 3}},
    {"geo", "long", {NGI_FEED_LONGITUDE, 0}},
    {"", "managingeditor", {NGI_FEED_AUTHOR, 4}},
    {"", "modified", {NGI_FEED_UPDATED, 4}},
    {"dcterms", "modified", {NGI_FEED_UPDATED, 4}},
    {"", "name", {NGI_FEED_NAME, 0}},
    {"itunes", "owner", {NGI_FEED_BLOCK, 0}},
    {"geo", "point", {NGI_FEED_PLACE, 0}},
    {"georss", "point", {NGI_FEED_POINT, 0}},
    {"gml", "point", {NGI_FEED_PLACE, 0}},
    {"georss", "polygon", {NGI_FEED_POLYGON, 0}},
    {"gml", "pos", {NGI_FEED_POINT, 0}},
    {"", "product", {NGI_FEED_ENTRY, 0}},
    {"", "pubdate", {NGI_FEED_PUBLISHED, 4}},
    {"", "published", {NGI_FEED_PUBLISHED, 4}},
    {"rdf", "rdf", {NGI_FEED_ROOT, 0}},
    {"", "rss", {NGI_FEED_ROOT, 0}},
    {"", "source", {NGI_FEED_BLOCK, 0}},
    {"dc", "subject", {NGI_FEED_TAG, 0}},
    {"", "summary", {NGI_FEED_DESCRIPTION, 4}},
    {"itunes", "summary", {NGI_FEED_DESCRIPTION, 2}},
    {"", "tags", {NGI_FEED_KEYWORDS, 0}},
    {"", "textinput", {NGI_FEED_BLOCK, 0}},
    {"", "title", {NGI_FEED_TITLE, 4}},
    {"dc", "title", {NGI_FEED_TITLE, 3}},
    {"dcterms", "title", {NGI_FEED_TITLE, 3}},
    {"itunes", "title", {NGI_FEED_TITLE, 2}},
    {"media", "title", {NGI_FEED_TITLE, 1}},
    {"", "updated", {NGI_FEED_UPDATED, 4}},
    {"", "url", {NGI_FEED_IMAGE_URL, 0}},
};

/* "http://Purl.org/rss/1.0/" and "purl.org/rss/1.0" are the same. */
static bool same_address(ng_slice uri, const char *known)
{
    ng_slice wanted = ngi_slice_of(known);
    size_t scheme = ngi_find(uri, NGI_LIT("://"));
    if (scheme != NGI_NONE)
        uri = ngi_slice_from(uri, scheme + 3);
    while (uri.len > wanted.len && (ngi_ends(uri, NGI_LIT("/")) || ngi_ends(uri, NGI_LIT("#"))))
        uri.len--;
    return ngi_equal_nocase(uri, wanted);
}

static const char *space_of_uri(ng_slice uri)
{
    if (ngi_find_nocase(uri, NGI_LIT("backend.userland.com/rss")) != NGI_NONE)
        return ""; /* it had a number behind for each version */
    for (size_t i = 0; i < NGI_COUNT(spaces); i++)
        if (same_address(uri, spaces[i].uri))
            return spaces[i].space;
    return NULL;
}

/* The same, but looked up once for each address of a feed. */
static const char *space_seen(ngi_arena *arena, ngi_feed_spaces *seen, ng_slice uri)
{
    for (size_t i = 0; i < seen->count; i++)
        if (ngi_equal(seen->seen[i].uri, uri))
            return seen->seen[i].space;
    const char *space = space_of_uri(uri);
    if (seen->count < NGI_COUNT(seen->seen)) {
        seen->seen[seen->count].uri = ngi_arena_copy(arena, uri);
        seen->seen[seen->count++].space = space;
    }
    return space;
}

static const char *space_of_prefix(ng_slice prefix)
{
    if (prefix.len == 0)
        return "";
    for (size_t i = 0; i < NGI_COUNT(spaces); i++)
        if (ngi_equal_nocase(prefix, ngi_slice_of(spaces[i].space)))
            return spaces[i].space;
    return ngi_equal_nocase(prefix, NGI_LIT("atom")) ? "" : NULL;
}

/* The namespace by the name that this file has for it: "" where it is that of the feed itself,
 * NULL where it is unknown. */
static const char *space_of(ngi_arena *arena, ngi_feed_spaces *seen, const ngi_xml_name *name)
{
    if (name->uri.len == 0)
        return space_of_prefix(name->prefix);
    const char *space = space_seen(arena, seen, name->uri);
    /* One that nobody knows is the feed's own where its root stands in it, or RDF's channel. */
    return space == NULL && ngi_equal(name->uri, seen->root) ? "" : space;
}

/* How `local`, in small letters, compares with a name of the table. */
static int compare(ng_slice local, const char *name)
{
    for (size_t i = 0; i < local.len; i++) {
        char c = local.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c | 32);
        if (c != name[i])
            return (unsigned char)c < (unsigned char)name[i] ? -1 : 1; /* ends differ too */
    }
    return name[local.len] == '\0' ? 0 : -1;
}

ngi_feed_meaning ngi_feed_meaning_of(ngi_arena *arena, ngi_feed_spaces *seen,
                                     const ngi_xml_name *name)
{
    size_t low = 0, high = NGI_COUNT(meanings);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (compare(name->local, meanings[middle].name) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == NGI_COUNT(meanings) || compare(name->local, meanings[low].name) != 0)
        return (ngi_feed_meaning){0};
    const char *space = space_of(arena, seen, name);
    for (size_t i = low; space != NULL && i < NGI_COUNT(meanings); i++) {
        if (compare(name->local, meanings[i].name) != 0)
            break;
        if (ngi_equal(ngi_slice_of(space), ngi_slice_of(meanings[i].space)))
            return meanings[i].meaning;
    }
    return (ngi_feed_meaning){0};
}
