/* SPDX-License-Identifier: Apache-2.0 */
/* The standfirst: the sentences that a page prints between headline and body to say what
 * the story is about.
 *
 * Never metadata alone. A block in that stretch (or just above the headline's end) is one
 * when it reads like a description that metadata has, or when its class says so; bylines,
 * dates, captions and menus in the same stretch are told by what they lack. */
#include "stories/fields/fields.h"

#include "base/utf8.h"

enum { MOST_BLOCKS = 25 };

static const char *const says_standfirst[] = {
    "standfirst", "stand-first", "lead", "lede", "deck", "dek", "summary", "intro",
    "subtitle", "sub-title", "subheadline", "sub-headline", "subhead", "subheading",
    "teaser", "chapo", "vorspann", "excerpt", "kicker-text", "abstract", "description",
    "bajada", "entradilla", "ingress", "sommario", "occhiello", "strapline", "tagline",
    "underrubrik", "preamble", "perex", "zapowiedz", "spot", NULL};
static const char *const says_other[] = {
    "caption", "byline", "author", "date", "time", "share", "social", "breadcrumb",
    "comment", "tag", "advert", "promo", "newsletter", "related", "credit", "figcaption",
    "nav", "menu", "button", "toolbar", "audio", "video", NULL};

static double like_description(const ngi_words *words, const ngi_words *told,
                               uint32_t told_count)
{
    double best = 0;
    for (uint32_t i = 0; i < told_count; i++) {
        double alike = ngi_words_alike(words, &told[i]);
        double within = words->count >= 6 ? ngi_words_within(words, &told[i]) : 0;
        double around = told[i].count >= 8 ? ngi_words_within(&told[i], words) * 0.9 : 0;
        double one = alike > within ? alike : within;
        one = one > around ? one : around;
        best = one > best ? one : best;
    }
    return best;
}

static bool in_link_list(const ngi_block *b)
{
    return b->link_chars * 2 > b->text.len;
}

static bool ends_sentence(ng_slice s)
{
    size_t at = s.len;
    while (at > 0) {
        uint32_t c = ngi_utf8_previous(s, &at);
        if (c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB || c == ')')
            continue;
        return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0x06D4 ||
               c == 0x0964 || c == 0xFF01 || c == 0xFF1F;
    }
    return false;
}

/* Points of one block for being the standfirst; 1 is enough. */
static double points_of(const ngi_fields *f, uint32_t i, const ngi_words *told, uint32_t count)
{
    const ngi_block *b = &f->scene->blocks.items[i];
    const ngi_tree *tree = f->scene->tree;
    if (b->hidden || in_link_list(b) || b->words < 3 || b->text.len > 1500 || b->in_time)
        return 0;
    ngi_words words = ngi_words_of(f->scene->arena, b->text);
    double alike = like_description(&words, told, count);
    bool other = ngi_node_saying(tree, b->node, 2, says_other) != UINT32_MAX;
    double points = alike >= 0.6 ? 1.2 : alike * 0.8;
    if (ngi_node_saying(tree, b->node, 2, says_standfirst) != UINT32_MAX)
        points += b->words >= 5 ? 0.9 : 0.3;
    uint8_t tag = tree->nodes[b->node].tag;
    if ((tag == NGI_TAG_H2 || tag == NGI_TAG_H3) && b->words >= 6)
        points += 0.5;
    if (b->words >= 8 && ends_sentence(b->text))
        points += 0.4;
    else if (b->words >= 14)
        points += 0.3;
    if (b->bold_chars * 10 > b->text.len * 8 && b->words >= 8)
        points += 0.3;
    if (i == f->headline_end)
        points += 0.2;
    if (other)
        points -= alike >= 0.8 ? 0.2 : 1;
    for (uint32_t t = 0; t < f->title_count; t++)
        if (ngi_words_same(&words, &f->titles[t].words))
            return 0;
    return points;
}

/* Whether byline or date stands between block i and the body: what is above them and reads
 * like a sentence is no first paragraph. */
static bool above_byline(const ngi_fields *f, uint32_t i)
{
    ngi_arena *arena = f->scene->arena;
    for (uint32_t k = i + 1; k < f->body && k < i + 6; k++) {
        const ngi_block *b = &f->scene->blocks.items[k];
        ng_slice *names, credit, iso;
        uint32_t count;
        if (b->words > 15 || b->hidden)
            continue;
        if (b->in_time || ngi_byline_parse(arena, b->text, false, &names, &count, &credit) ||
            ngi_date_parse(arena, b->text, f->scene->now, -1, &iso, NULL, NULL))
            return true;
    }
    return false;
}

void ngi_standfirst_find(ngi_fields *f)
{
    const ngi_meta *m = &f->scene->meta;
    if (f->span->standfirst != 0) { /* split.c saw it */
        const ngi_block *b = &f->scene->blocks.items[f->span->standfirst - 1];
        f->story->description = (ngi_text){.text = b->text, .place = ngi_block_place(b)};
        return;
    }
    ng_slice texts[4] = {f->claim != NULL ? f->claim->description : (ng_slice){0}};
    ngi_words told[4];
    uint32_t count = 0, begin = f->headline_end, end = f->body;
    if (f->headline == UINT32_MAX)
        begin = f->body > 8 ? f->body - 8 : 0;
    if (f->span->own) {
        texts[1] = m->og_description;
        texts[2] = m->description;
        texts[3] = m->twitter_description;
    }
    for (uint32_t i = 0; i < 4; i++)
        if (texts[i].len != 0)
            told[count++] = ngi_words_of(f->scene->arena, texts[i]);
    if (begin < f->span->begin && !f->span->own)
        begin = f->span->begin;
    if (end > begin + MOST_BLOCKS)
        end = begin + MOST_BLOCKS;
    double best = 0.99;
    uint32_t found = UINT32_MAX;
    for (uint32_t i = begin; i < end && i < f->scene->blocks.count; i++) {
        double points = points_of(f, i, told, count);
        if (points > 0.39 && points <= best && i < f->headline_end + 2 && above_byline(f, i))
            points += 0.6;
        if (points > best) {
            best = points;
            found = i;
        }
    }
    if (found == UINT32_MAX)
        return;
    f->story->description.text = f->scene->blocks.items[found].text;
    f->story->description.place = ngi_block_place(&f->scene->blocks.items[found]);
}
