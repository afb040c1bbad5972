/* SPDX-License-Identifier: Apache-2.0 */
/* A whole HTML page to stories: the steps of scene.h, one after the other.
 *
 * The kind decides what the found texts are: on an article or section page stories, on any
 * other the page's text alone. A wish of the caller's (scene->kind) is followed. */
#include "stories/blocks/kind.h"
#include "stories/blocks/model.h"
#include "stories/scene.h"

#include "base/map.h"
#include "base/utf8.h"
#include "parsed/url.h"

#include <math.h>

/* A page with fewer words of main text than this may keep its text in its data. */
enum { FEW_WORDS = 40, DATA_STORY_WORDS = 30 };
enum { LEAST_TEXT = 10, NO_SCRIPT_WORDS = 25 };
static const float SURE_TEXT = 0.6f;

typedef struct reading {
    ngi_scene *scene;
    ngi_page *page;
    ngi_span *spans;
    uint32_t span_count;
    uint32_t headline; /* block taken for the page's headline, or UINT32_MAX */
    float *chances;    /* per block: p before the page was split into stories */
    uint8_t *chosen;   /* per block: became a part */
    ngi_kind_guess guess;
} reading;

/* How much of a block's log odds is its own; the rest is the mean of all blocks of its shape
 * (tag and class of self, parent, grandparent): what is set alike stands or falls together. */
static const float OWN_SHARE = 0.7f;

/* What the page hides (a dialog with the terms, a tab that is shut) counts less by so much log
 * odds, but on lists, which hide entries to show them later. Of 1,488 pages of all kinds, by
 * models that had not seen the sites and blocks alone: word F1 of shops' pages 0.024 higher,
 * no kind lower. With the rules that follow, and the cut of lists, shops' pages lose 0.003,
 * lists gain 0.009. */
static const float HIDDEN_DOUBT = 1, HIDING_LIST = 0.5f;

static float log_odds(float p)
{
    return logf((p + 1e-6f) / (1 - p + 1e-6f));
}

static bool smooth(ngi_scene *s, const ngi_sketch *sketch, float hidden_doubt)
{
    uint32_t n = s->blocks.count;
    uint32_t *shape = NGI_NEW_ARRAY(s->arena, uint32_t, n + 1);
    float *sum = NGI_NEW_ARRAY(s->arena, float, n + 1),
          *count = NGI_NEW_ARRAY(s->arena, float, n + 1),
          *own = NGI_NEW_ARRAY(s->arena, float, n + 1);
    ngi_map shapes;
    ngi_map_init(&shapes, s->arena);
    for (uint32_t i = 0; i < n && !s->arena->failed; i++) {
        bool is_new;
        uint32_t *id = ngi_map_put(&shapes, ngi_slice((const char *)&sketch->shape[i], 8), &is_new);
        if (id == NULL)
            return false;
        if (is_new)
            *id = (uint32_t)shapes.count - 1;
        shape[i] = *id;
        own[i] = log_odds(s->blocks.items[i].p) - (s->blocks.items[i].hidden ? hidden_doubt : 0);
        sum[*id] += own[i];
        count[*id]++;
    }
    for (uint32_t i = 0; i < n && !s->arena->failed; i++) {
        float mean = sum[shape[i]] / count[shape[i]];
        s->blocks.items[i].p = 1 / (1 + expf(-OWN_SHARE * own[i] - (1 - OWN_SHARE) * mean));
    }
    return !s->arena->failed;
}

/* Chances below which a page with one span is taken for no article, and above which a page
 * is a list. News pages are what we are for: the doubt is theirs. Of 920 articles whose sites
 * the page model had not seen, 14 lie below the floor. */
static const float ARTICLE_FLOOR = 0.1f, LOW_LIST = 0.3f, EVEN = 0.5f, LIST_FLOOR = 0.5f;

static bool is_article(const ngi_kind_guess *guess)
{
    return guess->article >= ARTICLE_FLOOR || (guess->says_article && guess->list < LIST_FLOOR);
}

static ng_kind kind_of(const reading *r)
{
    if (r->scene->kind != NG_KIND_AUTO)
        return r->scene->kind;
    if (r->span_count > 1)
        return NG_KIND_SECTION;
    if (r->span_count == 1 && is_article(&r->guess))
        return NG_KIND_ARTICLE;
    return r->guess.list >= LIST_FLOOR || r->span_count == 0 ? NG_KIND_SECTION : NG_KIND_PAGE;
}

/* Where no story was found but the page is plainly an article, it is all one story. */
static bool doubt_no_story(reading *r)
{
    const ngi_kind_guess *g = &r->guess;
    bool wished = r->scene->kind == NG_KIND_ARTICLE;
    bool plain = r->scene->kind == NG_KIND_AUTO && g->article >= 2 * ARTICLE_FLOOR &&
                 g->says_article && g->list < LOW_LIST;
    if (r->span_count != 0 || !(wished || plain))
        return true;
    r->spans = NGI_NEW(r->scene->arena, ngi_span);
    if (r->spans == NULL)
        return false;
    *r->spans = (ngi_span){
        .end = r->scene->blocks.count, .headline = r->headline, .claim = -1, .own = true};
    r->span_count = 1;
    return true;
}

static bool calls_itself_live(const ngi_meta *meta)
{
    for (uint32_t i = 0; i < meta->claim_count; i++)
        if (meta->claims[i].main && ngi_find(meta->claims[i].type, NGI_LIT("LiveBlog")) != NGI_NONE)
            return true;
    return false;
}

/* A live blog is one story, however much its posts look like stories. */
static void join_live(reading *r)
{
    if (r->span_count < 2 || !calls_itself_live(&r->scene->meta))
        return;
    ngi_span all = r->spans[0];
    for (uint32_t i = 0; i < r->span_count; i++) {
        uint32_t title = r->spans[i].headline; /* of a post: a subhead now */
        if (title < r->scene->blocks.count && title != r->headline)
            r->scene->blocks.items[title].p = 1;
        all.begin = r->spans[i].begin < all.begin ? r->spans[i].begin : all.begin;
        all.end = r->spans[i].end > all.end ? r->spans[i].end : all.end;
    }
    if (r->headline != UINT32_MAX && r->headline < all.begin)
        all.begin = r->headline;
    r->spans[0] = (ngi_span){
        .begin = all.begin, .end = all.end, .headline = r->headline, .claim = -1, .own = true};
    r->span_count = 1;
}

static bool is_absolute(ng_slice url)
{
    return ngi_url_host(url).len != 0;
}

/* What links count from: <base>, which may itself be relative to the page's address; without
 * one that address, as given or as the page tells it. */
static ng_slice base_of(const ngi_scene *s)
{
    const ngi_meta *m = &s->meta;
    ng_slice told = is_absolute(m->canonical) ? m->canonical : m->og_url;
    ng_slice page = s->url.len != 0 ? s->url : is_absolute(told) ? told : (ng_slice){0};
    ng_slice base = ngi_url_resolve(s->arena, page, m->base);
    return is_absolute(base) ? base : page;
}

static bool prepare(reading *r)
{
    ngi_scene *s = r->scene;
    ngi_sketch sketch;
    if (!ngi_meta_read(s->arena, s->tree, &s->meta) || ngi_arena_is_up(s->arena) ||
        !ngi_blocks_make(s->arena, s->tree, &s->blocks) || ngi_arena_is_up(s->arena) ||
        !ngi_model_label(s->arena, s->tree, &s->meta, &s->blocks, &sketch) ||
        !ngi_kind_find(s->arena, &s->blocks, &sketch, &r->guess) ||
        !smooth(s, &sketch, r->guess.list < HIDING_LIST ? HIDDEN_DOUBT : 0) ||
        !ngi_kind_cuts(s->arena, &s->blocks, &r->guess) || ngi_arena_is_up(s->arena))
        return false;
    s->base = base_of(s);
    s->article = r->guess.article;
    s->sure = r->guess.article >= EVEN || r->guess.says_article;
    s->cut = s->sure ? r->guess.cut_article : r->guess.cut_page;
    r->headline = sketch.headline;
    r->chosen = NGI_NEW_ARRAY(s->arena, uint8_t, s->blocks.count + 1);
    s->pick = NGI_NEW_ARRAY(s->arena, uint8_t, s->blocks.count + 1);
    s->in_comments = NGI_NEW_ARRAY(s->arena, uint8_t, s->tree->count);
    if (s->arena->failed)
        return false;
    r->chances = ngi_arena_alloc(s->arena, s->blocks.count + 1, sizeof *r->chances);
    if (r->chances == NULL)
        return false;
    for (uint32_t i = 0; i < s->blocks.count; i++)
        r->chances[i] = s->blocks.items[i].p;
    if (!ngi_split_find(s, &r->spans, &r->span_count))
        return false;
    join_live(r);
    return doubt_no_story(r);
}

static uint32_t main_words(const reading *r)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < r->scene->blocks.count; i++)
        if (r->scene->blocks.items[i].p > r->scene->cut)
            words += r->scene->blocks.items[i].words;
    return words;
}

static bool in_noscript(const ngi_tree *tree, uint32_t node)
{
    for (; node != 0; node = tree->nodes[node].parent)
        if (tree->nodes[node].tag == NGI_TAG_NOSCRIPT)
            return true;
    return false;
}

/* Whether a page without its scripts holds nothing that a reader came for: a few words that the
 * model doubts among many others, or nothing but a word to those without JavaScript. */
static bool holds_nothing(const reading *r)
{
    uint32_t all = 0, found = 0, told = 0;
    bool doubtful = true;
    for (uint32_t i = 0; i < r->scene->blocks.count; i++) {
        const ngi_block *b = &r->scene->blocks.items[i];
        all += b->words;
        if (r->chances[i] <= r->scene->cut)
            continue;
        found += b->words;
        doubtful &= r->chances[i] <= SURE_TEXT;
        told += b->words <= NO_SCRIPT_WORDS && in_noscript(r->scene->tree, b->first) ? b->words : 0;
    }
    if (r->span_count > 1)
        return false;
    return (found < LEAST_TEXT && doubtful && all >= 4 * LEAST_TEXT) ||
           (found != 0 && found == told && found <= NO_SCRIPT_WORDS);
}

static bool read_span(reading *r, uint32_t i)
{
    ngi_page *page = r->page;
    ngi_story *story = &page->stories[page->story_count];
    if (ngi_arena_is_up(r->scene->arena) ||
        !ngi_parts_make(r->scene, &r->spans[i], story, r->chosen) ||
        !ngi_fields_find(r->scene, &r->spans[i], story))
        return false;
    if (story->body.len != 0)
        r->spans[page->story_count++] = r->spans[i];
    else
        *story = (ngi_story){0};
    return true;
}

/* The chances as they were before the page was split into stories. */
static void restore_chances(reading *r)
{
    for (uint32_t k = 0; k < r->scene->blocks.count; k++)
        r->scene->blocks.items[k].p = r->chances[k];
}

/* An article whose headline stands below its text, or has none within its bounds, is the page
 * as a whole. */
static bool read_whole(reading *r)
{
    restore_chances(r);
    r->spans[0] = (ngi_span){
        .end = r->scene->blocks.count, .headline = r->headline, .claim = -1, .own = true};
    return read_span(r, 0);
}

static bool read_spans(reading *r)
{
    ngi_page *page = r->page;
    page->stories = NGI_NEW_ARRAY(r->scene->arena, ngi_story, r->span_count + 1);
    if (page->stories == NULL)
        return false;
    for (uint32_t i = 0; i < r->span_count; i++)
        if (!read_span(r, i))
            return false;
    bool lost = page->story_count == 0 && page->kind == NG_KIND_ARTICLE && r->span_count == 1;
    if (lost && !read_whole(r))
        return false;
    r->span_count = page->story_count;
    return true;
}

/* What a reader came for on a page that is no article: all of it that the model takes for
 * main text, at the page's own cut. */
static bool read_text(reading *r)
{
    ngi_span whole = {.end = r->scene->blocks.count, .headline = UINT32_MAX, .claim = -1};
    ngi_story all = {0};
    uint8_t *unused = NGI_NEW_ARRAY(r->scene->arena, uint8_t, r->scene->blocks.count + 1);
    restore_chances(r); /* not as the stories want it */
    r->scene->cut = r->guess.cut_page;
    if (unused == NULL || !ngi_parts_make(r->scene, &whole, &all, unused))
        return false;
    r->page->text = all.body;
    return true;
}

static bool join_bodies(reading *r)
{
    ngi_page *page = r->page;
    if (page->story_count == 1) {
        page->text = page->stories[0].body;
        return true;
    }
    ngi_story all = {.parts = NGI_NEW_ARRAY(r->scene->arena, ngi_part, page->story_count + 1),
                     .part_count = page->story_count};
    for (uint32_t i = 0; all.parts != NULL && i < page->story_count; i++)
        all.parts[i].text.text = page->stories[i].body;
    if (all.parts == NULL || !ngi_body_join(r->scene->arena, &all))
        return false;
    page->text = all.body;
    return true;
}

/* Teasers of the data, with the dates that their ages come to. */
static void take_teasers(reading *r, const ngi_data_page *data)
{
    r->page->teasers = data->teasers;
    r->page->teaser_count = data->teaser_count;
    for (uint32_t i = 0; i < data->teaser_count; i++) {
        ngi_teaser *t = &data->teasers[i];
        size_t begin, end;
        t->url = ngi_url_resolve(r->scene->arena, r->scene->base, t->url);
        if (t->age.text.len != 0 && !ngi_age_find(r->scene->arena, t->age.text, r->scene->now,
                                                  &begin, &end, &t->date_published))
            t->age = (ngi_text){0}; /* no age */
    }
}

/* Stories that stand in the page's data alone. False when memory is out. */
static bool read_data(reading *r)
{
    ngi_scene *s = r->scene;
    ngi_data_page data;
    if (!ngi_data_read(s->arena, s->tree, &s->meta, DATA_STORY_WORDS, &data))
        return false;
    const ngi_data_story *found = data.stories;
    uint32_t count = data.story_count;
    take_teasers(r, &data);
    if (count == 0)
        return true;
    r->page->stories = NGI_NEW_ARRAY(s->arena, ngi_story, count);
    if (r->page->stories == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        ngi_story *story = &r->page->stories[i];
        story->parts = found[i].parts;
        story->part_count = found[i].part_count;
        if (!ngi_fields_of_claim(s, &found[i].claim, count == 1, story) ||
            !ngi_body_join(s->arena, story))
            return false;
    }
    r->page->story_count = count;
    r->page->kind = count == 1 ? NG_KIND_ARTICLE : NG_KIND_SECTION;
    return true;
}

static void find_language(reading *r)
{
    ngi_page *page = r->page;
    ng_slice declared = r->scene->meta.lang;
    page->language = ngi_language_find(r->scene->arena, page->text, declared);
    for (uint32_t i = 0; i < page->story_count; i++)
        page->stories[i].language =
            page->story_count == 1
                ? page->language
                : ngi_language_find(r->scene->arena, page->stories[i].body, declared);
}

bool ngi_read_html(ngi_scene *scene, ngi_page *out)
{
    reading r = {.scene = scene, .page = out};
    *out = (ngi_page){.url = scene->url};
    if (!prepare(&r))
        return false;
    out->kind = kind_of(&r);
    if ((out->kind != NG_KIND_PAGE || scene->kind == NG_KIND_AUTO) && main_words(&r) < FEW_WORDS &&
        !read_data(&r))
        return false;
    bool nothing = out->story_count == 0 && scene->kind == NG_KIND_AUTO && holds_nothing(&r);
    if (out->story_count == 0 && out->kind != NG_KIND_PAGE && !nothing && !read_spans(&r))
        return false;
    if (out->kind == NG_KIND_ARTICLE && out->story_count == 0)
        out->kind = NG_KIND_PAGE; /* an article without a story is none */
    bool shown = !nothing && (out->story_count == 0 || out->kind == NG_KIND_SECTION);
    if ((shown && !read_text(&r)) || (out->text.len == 0 && !join_bodies(&r)))
        return false;
    if (scene->comments && out->story_count != 0 &&
        !ngi_comments_find(scene, r.chosen, &out->stories[0]))
        return false;
    if (out->teaser_count == 0 && !ngi_teasers_find(scene, r.spans, r.span_count, r.chosen,
                                                    &out->teasers, &out->teaser_count))
        return false;
    find_language(&r);
    return ngi_teasers_tidy(scene, out);
}
