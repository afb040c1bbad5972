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
    {"backend.userland.com/rss", ""},
    {"blogs.law.harvard.edu/tech/rss", ""},
    {"purl.org/rss/1.0", ""},
    {"my.netscape.com/rdf/simple/0.9", ""},
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
    {"www.w3.org/1999/xhtml", "xhtml"},
    {"www.w3.org/xml/1998/namespace", "xml"},
};

static const struct {
    const char *space, *name;
    ngi_feed_meaning meaning;
} meanings[] = {
    {"", "rss", {NGI_FEED_ROOT, 0}},
    {"", "feed", {NGI_FEED_ROOT, 0}},
    {"rdf", "rdf", {NGI_FEED_ROOT, 0}},
    {"", "item", {NGI_FEED_ENTRY, 0}},
    {"", "entry", {NGI_FEED_ENTRY, 0}},
    {"", "product", {NGI_FEED_ENTRY, 0}},
    {"", "title", {NGI_FEED_TITLE, 4}},
    {"dc", "title", {NGI_FEED_TITLE, 3}},
    {"dcterms", "title", {NGI_FEED_TITLE, 3}},
    {"itunes", "title", {NGI_FEED_TITLE, 2}},
    {"media", "title", {NGI_FEED_TITLE, 1}},
    {"", "link", {NGI_FEED_LINK, 4}},
    {"", "id", {NGI_FEED_ID, 4}},
    {"", "guid", {NGI_FEED_ID, 4}},
    {"dc", "identifier", {NGI_FEED_ID, 2}},
    {"", "description", {NGI_FEED_DESCRIPTION, 4}},
    {"", "summary", {NGI_FEED_DESCRIPTION, 4}},
    {"", "abstract", {NGI_FEED_DESCRIPTION, 4}},
    {"dc", "description", {NGI_FEED_DESCRIPTION, 3}},
    {"dcterms", "abstract", {NGI_FEED_DESCRIPTION, 3}},
    {"itunes", "summary", {NGI_FEED_DESCRIPTION, 2}},
    {"media", "description", {NGI_FEED_DESCRIPTION, 1}},
    {"", "content", {NGI_FEED_CONTENT, 4}},
    {"content", "encoded", {NGI_FEED_CONTENT, 4}},
    {"", "encoded", {NGI_FEED_CONTENT, 4}},
    {"", "fullitem", {NGI_FEED_CONTENT, 4}},
    {"", "body", {NGI_FEED_CONTENT, 4}},
    {"xhtml", "body", {NGI_FEED_CONTENT, 4}},
    {"xhtml", "div", {NGI_FEED_CONTENT, 3}},
    {"", "pubdate", {NGI_FEED_PUBLISHED, 4}},
    {"", "published", {NGI_FEED_PUBLISHED, 4}},
    {"", "issued", {NGI_FEED_PUBLISHED, 4}},
    {"dcterms", "issued", {NGI_FEED_PUBLISHED, 3}},
    {"", "updated", {NGI_FEED_UPDATED, 4}},
    {"", "modified", {NGI_FEED_UPDATED, 4}},
    {"", "lastbuilddate", {NGI_FEED_UPDATED, 4}},
    {"", "date", {NGI_FEED_UPDATED, 4}},
    {"dc", "date", {NGI_FEED_UPDATED, 4}},
    {"dcterms", "modified", {NGI_FEED_UPDATED, 4}},
    {"", "author", {NGI_FEED_AUTHOR, 4}},
    {"dc", "creator", {NGI_FEED_AUTHOR, 4}},
    {"dc", "author", {NGI_FEED_AUTHOR, 4}},
    {"", "managingeditor", {NGI_FEED_AUTHOR, 4}},
    {"itunes", "author", {NGI_FEED_AUTHOR, 3}},
    {"", "name", {NGI_FEED_NAME, 0}},
    {"", "email", {NGI_FEED_EMAIL, 0}},
    {"", "category", {NGI_FEED_TAG, 0}},
    {"dc", "subject", {NGI_FEED_TAG, 0}},
    {"media", "category", {NGI_FEED_TAG, 0}},
    {"itunes", "category", {NGI_FEED_TAG, 0}},
    {"", "keywords", {NGI_FEED_KEYWORDS, 0}},
    {"itunes", "keywords", {NGI_FEED_KEYWORDS, 0}},
    {"", "enclosure", {NGI_FEED_ENCLOSURE, 0}},
    {"", "image", {NGI_FEED_IMAGE, 3}},
    {"itunes", "image", {NGI_FEED_IMAGE, 1}},
    {"", "url", {NGI_FEED_IMAGE_URL, 0}},
    {"", "logo", {NGI_FEED_PICTURE, 3}},
    {"", "icon", {NGI_FEED_PICTURE, 2}},
    {"", "language", {NGI_FEED_LANGUAGE, 0}},
    {"dc", "language", {NGI_FEED_LANGUAGE, 0}},
    {"", "source", {NGI_FEED_BLOCK, 0}},
    {"", "textinput", {NGI_FEED_BLOCK, 0}},
    {"", "contributor", {NGI_FEED_BLOCK, 0}},
    {"dc", "contributor", {NGI_FEED_BLOCK, 0}},
    {"itunes", "owner", {NGI_FEED_BLOCK, 0}},
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

/* The namespace by the name that this file has for it: "" where it is that of the feed itself,
 * NULL where it is unknown. */
static const char *space_of(const ngi_xml_name *name, ng_slice root)
{
    if (name->uri.len == 0) {
        if (name->prefix.len == 0)
            return "";
        for (size_t i = 0; i < NGI_COUNT(spaces); i++)
            if (ngi_equal_nocase(name->prefix, ngi_slice_of(spaces[i].space)))
                return spaces[i].space;
        return ngi_equal_nocase(name->prefix, NGI_LIT("atom")) ? "" : NULL;
    }
    for (size_t i = 0; i < NGI_COUNT(spaces); i++)
        if (same_address(name->uri, spaces[i].uri))
            return spaces[i].space;
    /* One that nobody knows is the feed's own where its root stands in it. */
    return ngi_equal(name->uri, root) ? "" : NULL;
}

ngi_feed_meaning ngi_feed_meaning_of(const ngi_xml_name *name, ng_slice root)
{
    const char *space = space_of(name, root);
    for (size_t i = 0; space != NULL && i < NGI_COUNT(meanings); i++)
        if (meanings[i].name[0] == (name->local.ptr[0] | 32) &&
            ngi_equal_nocase(name->local, ngi_slice_of(meanings[i].name)) &&
            ngi_equal(ngi_slice_of(space), ngi_slice_of(meanings[i].space)))
            return meanings[i].meaning;
    return (ngi_feed_meaning){0};
}
