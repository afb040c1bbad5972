/* SPDX-License-Identifier: Apache-2.0 */
#include "stories/field_case.h"
#include "tests.h"

static ng_slice section(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->section.text;
}

static const field_case sections[] = {
    {"JSON-LD", PAGE(LD("\"articleSection\": \"Local\""), ""), "Local"},
    {"the first of several", PAGE(LD("\"articleSection\": [\"Local\", \"Traffic\"]"), ""), "Local"},
    {"meta", PAGE("<meta property=article:section content=Local>", ""), "Local"},
    {"Parsely", PAGE("<meta name=parsely-section content=Local>", ""), "Local"},
    {"JSON-LD before meta",
     PAGE(LD("\"articleSection\": \"Local\"") "<meta property=article:section content=news>", ""),
     "Local"},
    {"a kicker", "<div class=kicker>Local</div>" PAGE("", ""), "Local"},
    {"a section line", "<p class='article-section'>Local</p>" PAGE("", ""), "Local"},
    {"entities", PAGE(LD("\"articleSection\": \"Arts &amp; Letters\""), ""), "Arts & Letters"},
    {"microdata", PAGE("", "<meta itemprop=articleSection content=Local>"), "Local"},
    {"true is no section", PAGE("<meta name=article:opinion content=true>", ""), ""},
    {"the last step of a trail",
     "<div class=breadcrumb><a href='/'>Home</a> / <a href='/local'>Local</a></div>" PAGE("", ""),
     "Local"},
    {"a trail without marks between",
     "<div class=breadcrumb><a href='/'>Home</a><a href='/local'>Local</a></div>" PAGE("", ""),
     "Local"},
    {"a trail that ends with the headline",
     "<div class=trail><a href='/'>Home</a> &gt; <a href='/local'>Local</a> &gt; Bridge at Ferrow "
     "closed "
     "for repairs</div>" PAGE("", ""),
     "Local"},
    {"empty", PAGE(LD("\"articleSection\": \"\""), ""), ""},
    {"absent", PAGE("", ""), ""},
};

static ng_slice keywords(ngi_arena *arena, const ngi_story *story)
{
    ngi_buffer b = {0};
    for (uint32_t i = 0; i < story->keyword_count; i++) {
        if (i > 0)
            NGI_BUFFER_LIT(&b, " | ");
        ngi_buffer_add(&b, story->keywords[i]);
    }
    ng_slice all = ngi_arena_copy(arena, ngi_buffer_slice(&b));
    ngi_buffer_free(&b);
    return all;
}

static const field_case keyword_cases[] = {
    {"an array", PAGE(LD("\"keywords\": [\"bridge\", \"Ferrow\"]"), ""), "bridge | Ferrow"},
    {"a list in a string", PAGE(LD("\"keywords\": \"bridge, Ferrow\""), ""), "bridge | Ferrow"},
    {"semicolons", PAGE(LD("\"keywords\": \"bridge; Ferrow\""), ""), "bridge | Ferrow"},
    {"commas within an array's element stay", PAGE(LD("\"keywords\": [\"Ferrow, river\"]"), ""),
     "Ferrow, river"},
    {"objects with a name", PAGE(LD("\"keywords\": [{\"name\": \"bridge\"}]"), ""), "bridge"},
    {"news_keywords", PAGE("<meta name=news_keywords content='bridge, Ferrow'>", ""),
     "bridge | Ferrow"},
    {"tags, one a meta",
     PAGE("<meta property=article:tag content=bridge><meta property=article:tag content=Ferrow>",
          ""),
     "bridge | Ferrow"},
    {"keywords last",
     PAGE("<meta name=keywords content='news, site'><meta name=news_keywords content=bridge>", ""),
     "bridge"},
    {"the same twice", PAGE(LD("\"keywords\": [\"bridge\", \"Bridge\"]"), ""), "bridge"},
    {"empty ones", PAGE(LD("\"keywords\": \", ,bridge,,\""), ""), "bridge"},
    {"null", PAGE(LD("\"keywords\": null"), ""), ""},
    {"absent", PAGE("", ""), ""},
};

static ng_slice publisher(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->publisher;
}

static const field_case publishers[] = {
    {"an object",
     PAGE(LD("\"publisher\": {\"@type\": \"Organization\", \"name\": \"Ferrow Gazette\"}"), ""),
     "Ferrow Gazette"},
    {"a string", PAGE(LD("\"publisher\": \"Ferrow Gazette\""), ""), "Ferrow Gazette"},
    {"an array", PAGE(LD("\"publisher\": [{\"name\": \"Ferrow Gazette\"}]"), ""), "Ferrow Gazette"},
    {"OpenGraph", PAGE("<meta property=og:site_name content='Ferrow Gazette'>", ""),
     "Ferrow Gazette"},
    {"an address is no name",
     PAGE(LD("\"publisher\": {\"@id\": \"https://www.example.org/#us\"}") "<meta "
                                                                          "property=og:site_name "
                                                                          "content='Ferrow "
                                                                          "Gazette'>",
          ""),
     "Ferrow Gazette"},
    {"Dublin Core", PAGE("<meta name=DC.publisher content='Ferrow Gazette'>", ""),
     "Ferrow Gazette"},
    {"white space", PAGE("<meta property=og:site_name content=' Ferrow \n Gazette '>", ""),
     "Ferrow Gazette"},
    {"microdata",
     PAGE("", "<div itemscope itemtype='https://schema.org/NewsArticle'><span itemprop=publisher "
              "itemscope itemtype='https://schema.org/Organization'><meta itemprop=name "
              "content='Ferrow Gazette'></span></div>"),
     "Ferrow Gazette"},
    {"null", PAGE(LD("\"publisher\": null"), ""), ""},
    {"absent", PAGE("", ""), ""},
};

static ng_slice image(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->image_url;
}

static const field_case images[] = {
    {"a string", PAGE(LD("\"image\": \"https://img.example.org/a.jpg\""), ""),
     "https://img.example.org/a.jpg"},
    {"an object", PAGE(LD("\"image\": {\"url\": \"https://img.example.org/a.jpg\"}"), ""),
     "https://img.example.org/a.jpg"},
    {"an array", PAGE(LD("\"image\": [\"https://img.example.org/a.jpg\", \"b.jpg\"]"), ""),
     "https://img.example.org/a.jpg"},
    {"contentUrl", PAGE(LD("\"image\": [{\"contentUrl\": \"https://img.example.org/a.jpg\"}]"), ""),
     "https://img.example.org/a.jpg"},
    {"OpenGraph", PAGE("<meta property=og:image content='https://img.example.org/a.jpg'>", ""),
     "https://img.example.org/a.jpg"},
    {"a path", PAGE("<meta property=og:image content='/i/a.jpg'>", ""),
     "https://www.example.org/i/a.jpg"},
    {"without scheme", PAGE("<meta property=og:image content='//img.example.org/a.jpg'>", ""),
     "https://img.example.org/a.jpg"},
    {"data in the address is none",
     PAGE("<meta property=og:image content='data:image/gif;base64,R0'>", ""), ""},
    {"a bare id is none", PAGE(LD("\"image\": {\"@id\": \"#primary\"}"), ""), ""},
    {"empty", PAGE(LD("\"image\": []"), ""), ""},
    {"absent", PAGE("", ""), ""},
};

static ng_slice caption(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->image_caption;
}

#define FIGURE(inside)                                                                             \
    "<h1>Bridge at Ferrow closed</h1><div id=body><p>The bridge was closed on Monday.</p>" inside  \
    "</div>"

static const field_case captions[] = {
    {"of a figure", FIGURE("<figure><img src=a.jpg><figcaption>The bridge</figcaption></figure>"),
     "The bridge"},
    {"the first of two",
     FIGURE("<figure><figcaption>One</figcaption></figure><figure><figcaption>Two</figcaption></"
            "figure>"),
     "One"},
    {"with markup", FIGURE("<figure><figcaption>The <b>old</b> bridge</figcaption></figure>"),
     "The old bridge"},
    {"with a credit",
     FIGURE("<figure><figcaption>The bridge. Photo: J. Harrow</figcaption></figure>"),
     "The bridge. Photo: J. Harrow"},
    {"entities", FIGURE("<figure><figcaption>Bridge &amp; ford</figcaption></figure>"),
     "Bridge & ford"},
    {"white space", FIGURE("<figure><figcaption>\n The\n bridge </figcaption></figure>"),
     "The bridge"},
    {"empty", FIGURE("<figure><figcaption> </figcaption></figure>"), ""},
    {"a figure without", FIGURE("<figure><img src=a.jpg></figure>"), ""},
    {"not the alternative text", FIGURE("<img alt='The bridge' src=a.jpg>"), ""},
    {"absent", FIGURE(""), ""},
};

static ng_slice url(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->url;
}

static const field_case urls[] = {
    {"canonical", PAGE("<link rel=canonical href='https://www.example.org/bridge'>", ""),
     "https://www.example.org/bridge"},
    {"canonical, a path", PAGE("<link rel=canonical href='/bridge'>", ""),
     "https://www.example.org/bridge"},
    {"canonical in capitals", PAGE("<link rel=CANONICAL href='/bridge'>", ""),
     "https://www.example.org/bridge"},
    {"canonical before OpenGraph",
     PAGE("<meta property=og:url content='https://m.example.org/b'><link rel=canonical "
          "href='/bridge'>",
          ""),
     "https://www.example.org/bridge"},
    {"OpenGraph", PAGE("<meta property=og:url content='https://www.example.org/bridge'>", ""),
     "https://www.example.org/bridge"},
    {"JSON-LD", PAGE(LD("\"url\": \"https://www.example.org/bridge\""), ""),
     "https://www.example.org/bridge"},
    {"mainEntityOfPage",
     PAGE(LD("\"mainEntityOfPage\": {\"@id\": \"https://www.example.org/bridge\"}"), ""),
     "https://www.example.org/bridge"},
    {"two dots", PAGE("<link rel=canonical href='../bridge'>", ""),
     "https://www.example.org/bridge"},
    {"a script is no address", PAGE("<link rel=canonical href='javascript:void(0)'>", ""),
     "https://www.example.org/news/page.html"},
    {"the page's own", PAGE("", ""), "https://www.example.org/news/page.html"},
};

static ng_slice access(ngi_arena *arena, const ngi_story *story)
{
    (void)arena;
    return story->access == NGI_ACCESS_FREE   ? NGI_LIT("free")
           : story->access == NGI_ACCESS_PAID ? NGI_LIT("paid")
                                              : (ng_slice){0};
}

static const field_case accesses[] = {
    {"true", PAGE(LD("\"isAccessibleForFree\": true"), ""), "free"},
    {"false", PAGE(LD("\"isAccessibleForFree\": false"), ""), "paid"},
    {"a string", PAGE(LD("\"isAccessibleForFree\": \"True\""), ""), "free"},
    {"another string", PAGE(LD("\"isAccessibleForFree\": \"False\""), ""), "paid"},
    {"schema.org's word", PAGE(LD("\"isAccessibleForFree\": \"http://schema.org/False\""), ""),
     "paid"},
    {"a part's access is not the story's",
     PAGE(LD("\"isAccessibleForFree\": true, \"hasPart\": {\"@type\": \"WebPageElement\", "
             "\"isAccessibleForFree\": false}"),
          ""),
     "free"},
    {"microdata",
     PAGE("", "<div itemscope itemtype='https://schema.org/NewsArticle'><meta "
              "itemprop=headline content='Bridge at Ferrow closed for repairs'><meta "
              "itemprop=datePublished content=2026-05-03>"
              "<meta itemprop=isAccessibleForFree content=false></div>"),
     "paid"},
    {"content tier", PAGE("<meta property=article:content_tier content=locked>", ""), "paid"},
    {"free tier", PAGE("<meta property=article:content_tier content=free>", ""), "free"},
    {"rubbish", PAGE(LD("\"isAccessibleForFree\": \"perhaps\""), ""), ""},
    {"absent", PAGE("", ""), ""},
};

#define TABLE(function, cases, get)                                                                \
    static void function(void **state)                                                             \
    {                                                                                              \
        (void)state;                                                                               \
        check_field(cases, ARRAY_COUNT(cases), get);                                               \
    }

TABLE(test_section, sections, section)
TABLE(test_keywords, keyword_cases, keywords)
TABLE(test_publisher, publishers, publisher)
TABLE(test_image, images, image)
TABLE(test_caption, captions, caption)
TABLE(test_url, urls, url)
TABLE(test_access, accesses, access)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_section),   cmocka_unit_test(test_keywords),
        cmocka_unit_test(test_publisher), cmocka_unit_test(test_image),
        cmocka_unit_test(test_caption),   cmocka_unit_test(test_url),
        cmocka_unit_test(test_access),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
