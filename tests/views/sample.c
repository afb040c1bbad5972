/* SPDX-License-Identifier: Apache-2.0 */
/* See sample.h. */
#include "sample.h"

#define T(s)                                                                                       \
    {                                                                                              \
        .text = {(s), sizeof(s) - 1 }                                                              \
    }
#define AT(s, r)                                                                                   \
    {                                                                                              \
        .text = {(s), sizeof(s) - 1}, .ranges = (r), .range_count = 1                              \
    }
#define S(s)                                                                                       \
    {                                                                                              \
        (s), sizeof(s) - 1                                                                         \
    }

static ng_range at_headline[] = {{100, 131}};
static ng_range at_section[] = {{140, 145}};
static ng_range at_age[] = {{145, 155}};
static ng_range at_teaser[] = {{100, 131}, {140, 155}};
static ng_range at_part[] = {{200, 260}};

static ngi_author authors[] = {
    {.name = AT("Ada Marlow", at_section), .url = S("https://daily.example/ada")},
    {.name = T("Joon Pak")},
};
static ng_slice keywords[] = {S("ferries"), S("harbour")};
static ngi_part parts[] = {
    {.text = AT("PORT ELLERY, March 3 - The ferry sailed on time.", at_part)},
    {.text = T("A subhead"), .type = NGI_PART_HEADING, .level = 2},
    {.text = T("\"We waited long,\" she said."), .type = NGI_PART_QUOTE},
    {.text = T("First of two"), .type = NGI_PART_LIST_ITEM, .level = 1},
    {.text = T("Second of two"), .type = NGI_PART_LIST_ITEM, .level = 1},
    {.text = T("Ship | Year\nEider | 1998"), .type = NGI_PART_TABLE},
    {.text = T("The Eider leaves."), .type = NGI_PART_CAPTION},
    {.text = T("a < b"), .type = NGI_PART_CODE},
};
static ngi_comment comments[] = {{.text = T("About time."), .author = S("gull7")}};
static ngi_story story = {
    .headline = AT("Ferry returns to Port Ellery", at_headline),
    .description = T("After nine years the line is open again."),
    .authors = authors,
    .author_count = 2,
    .date_published = T("2026-03-03T10:00:00+01:00"),
    .date_source = S("json-ld"),
    .section = T("World"),
    .keywords = keywords,
    .keyword_count = 2,
    .credit = S("Northwire"),
    .publisher = S("The Daily Example"),
    .image_url = S("https://daily.example/eider.jpg"),
    .image_caption = S("The Eider"),
    .url = S("https://daily.example/ferry"),
    .language = S("en"),
    .access = NGI_ACCESS_FREE,
    .body = S("PORT ELLERY, March 3 - The ferry sailed on time.\n\nA subhead"),
    .parts = parts,
    .part_count = 8,
    .comments = comments,
    .comment_count = 1,
};
static ngi_teaser teasers[] = {
    {.headline = AT("Mill reopens", at_headline),
     .section = AT("World", at_section),
     .age = AT("5 days ago", at_age),
     .date_published = S("2026-02-26"),
     .url = S("https://daily.example/mill"),
     .ranges = at_teaser,
     .range_count = 2},
    {.headline = T("Snow on the pass"), .description = T("Chains are needed.")},
};

ngi_page sample_page(void)
{
    return (ngi_page){
        .kind = NG_KIND_SECTION,
        .url = S("https://daily.example/"),
        .language = S("en"),
        .text = S("PORT ELLERY, March 3 - The ferry sailed on time."),
        .stories = &story,
        .story_count = 1,
        .teasers = teasers,
        .teaser_count = 2,
    };
}

static ngi_author hostile_author[] = {
    {.name = T("<b onclick=x>Eve</b>"), .url = S("javascript:alert(1)")}};
static ngi_part hostile_parts[] = {
    {.text = T("<script>alert('x')</script> & \"more\" \033[31mred\x07")},
    {.text = T("1. not a list")},
    {.text = T("# no *heading* [here](http://x) `code` | _it_ <i>")},
    {.text = T("- dash")},
    {.text = T("``` fence"), .type = NGI_PART_CODE},
    {.text = T("a\xE2\x80\xAE"
               "b"),
     .type = NGI_PART_QUOTE},
};
static ngi_story hostile_story = {
    .headline = T("Bad <img src=x onerror=alert(1)>"),
    .authors = hostile_author,
    .author_count = 1,
    .url = S(" java\tscript:alert(2)"),
    .image_url = S("data:text/html,<script>"),
    .parts = hostile_parts,
    .part_count = 6,
};
static ngi_teaser hostile_teasers[] = {
    {.headline = T("Click\"><script>"), .url = S("JavaScript:alert(3)")},
    {.headline = T("Quote"), .url = S("https://x.example/a\"onmouseover=\"b <c> d")},
};

ngi_page sample_hostile(void)
{
    return (ngi_page){.kind = NG_KIND_ARTICLE,
                      .stories = &hostile_story,
                      .story_count = 1,
                      .teasers = hostile_teasers,
                      .teaser_count = 2};
}

ngi_page sample_forum(void)
{
    return (ngi_page){.kind = NG_KIND_PAGE,
                      .language = S("en"),
                      .text = S("Does the ferry take bicycles?\n\nIt does, in the hold.")};
}

static ngi_part persian_parts[] = {
    {.text = T("کشتی در ساعت مقرر حرکت کرد و صدها نفر در اسکله ایستاده بودند.")}};
static ngi_story persian_story = {
    .headline = T("بازگشت کشتی"),
    .language = S("fa"),
    .parts = persian_parts,
    .part_count = 1,
    .body = S("کشتی در ساعت مقرر حرکت کرد و صدها نفر در اسکله ایستاده بودند."),
};

ngi_page sample_persian(void)
{
    return (ngi_page){.kind = NG_KIND_ARTICLE,
                      .language = S("fa"),
                      .stories = &persian_story,
                      .story_count = 1,
                      .text = persian_story.body};
}

ng_slice sample_written(sample_view *view, const ngi_page *page, const ng_write_options *options)
{
    static char kept[65536];
    ngi_buffer out = {0};
    ng_write_options defaults = NG_WRITE_OPTIONS;
    view(&out, page, options != NULL ? options : &defaults);
    size_t length = out.len < sizeof(kept) ? out.len : sizeof(kept);
    if (length > 0)
        memcpy(kept, out.ptr, length);
    ngi_buffer_free(&out);
    return ngi_slice(kept, length);
}
