/* SPDX-License-Identifier: Apache-2.0 */
/* When a story was published and last changed.
 *
 * A page names many moments: the publication in three kinds of metadata, the last change,
 * today's date in its head, other stories' dates, the copyright year. Each is a candidate
 * with a rank by how it was said; the best-ranked sane one is taken, and made finer (hour,
 * zone) by another candidate that tells the same day. */
#include "base/utf8.h"
#include "parsed/url.h"
#include "stories/dates/calendar.h"
#include "stories/fields/fields.h"
#include "stories/meta/gather.h"

enum {
    MAX_CANDIDATES = 64,
    HEAD_BLOCKS = 25,
    FOOT_BLOCKS = 3,
    TAIL_BLOCKS = 6,
    MAX_CLAIMS = 60,
    CAPTION_WORDS = 6,
    LABEL_REACH = 60,
    CAPTION_RANK = 12,
    DAY_REACH = 3,
    DAY_WORDS = 9
};

typedef struct candidate {
    ngi_moment moment;
    ng_slice iso;
    ngi_place place;
    const char *source;
    uint8_t rank; /* 0 is best */
} candidate;

typedef struct moments {
    const ngi_fields *f;
    candidate published[MAX_CANDIDATES], modified[MAX_CANDIDATES];
    uint32_t published_count, modified_count;
    ngi_moment now;
    bool has_now;
    int day_first; /* as ngi_date_parse() wants it */
} moments;

static int64_t day_of(const ngi_moment *m)
{
    return ngi_days_of(m->year, m->month, m->day);
}

/* Seconds since 1970 as if a missing zone were Greenwich's. */
static int64_t second_of(const ngi_moment *m)
{
    int64_t s = day_of(m) * 86400;
    if (m->has_time)
        s += m->hour * 3600 + m->minute * 60 + m->second;
    return m->has_zone ? s - m->zone * 60 : s;
}

static bool is_sane(const moments *m, const ngi_moment *t)
{
    if (!ngi_moment_sane(t))
        return false;
    return !m->has_now || second_of(t) <= second_of(&m->now) + 86400 + 43200;
}

static void add(moments *m, bool modified, ng_slice iso, const char *source, ngi_place place,
                uint8_t rank)
{
    candidate c = {.iso = iso, .place = place, .source = source, .rank = rank};
    uint32_t *count = modified ? &m->modified_count : &m->published_count;
    candidate *list = modified ? m->modified : m->published;
    if (iso.len == 0 || *count == MAX_CANDIDATES || !ngi_moment_read(iso, &c.moment) ||
        !is_sane(m, &c.moment))
        return;
    list[(*count)++] = c;
}

/* A date written for machines, or, where it is not, for people. */
static ng_slice normal(const moments *m, ng_slice text)
{
    ngi_arena *arena = m->f->scene->arena;
    ng_slice iso = text.len == 0 || text.len > 200 ? (ng_slice){0} : ngi_date_normal(arena, text);
    if (iso.len == 0 && text.len > 5 && text.len <= 200)
        ngi_date_parse(arena, text, m->f->scene->now, m->day_first, &iso, NULL, NULL);
    return iso;
}

/* ---- metadata ---- */

/* Whether a further record of the page is about this story as well. */
static bool is_about(const ngi_fields *f, const ngi_claim *c)
{
    if (!f->span->own || c->taken || ngi_fields_names_list(f, c))
        return false;
    if (c->headline.len == 0 || f->story->headline.text.len == 0)
        return c->main || ngi_type_is_page(c->type);
    ngi_words a = ngi_words_of(f->scene->arena, c->headline);
    for (uint32_t i = 0; i < f->title_count; i++)
        if (ngi_words_alike(&a, &f->titles[i].words) >= 0.6)
            return true;
    ngi_words b = ngi_words_of(f->scene->arena, f->story->headline.text);
    return ngi_words_alike(&a, &b) >= 0.6;
}

static void add_claim(moments *m, const ngi_claim *c, uint8_t rank)
{
    add(m, false, normal(m, c->date_published), c->source, c->date_published_place, rank);
    add(m, true, normal(m, c->date_modified), c->source, c->date_modified_place, rank);
}

static void add_claims(moments *m)
{
    const ngi_meta *meta = &m->f->scene->meta;
    if (m->f->claim != NULL)
        add_claim(m, m->f->claim, 0);
    for (uint32_t i = 0; i < meta->claim_count && i < MAX_CLAIMS; i++) {
        const ngi_claim *c = &meta->claims[i];
        if (c == m->f->claim || (c->date_published.len == 0 && c->date_modified.len == 0) ||
            !is_about(m->f, c))
            continue;
        add_claim(m, c, c->main ? 1 : 3);
    }
}

static void add_hints(moments *m)
{
    static const uint8_t ranks[] = {2, 5, 8};
    const ngi_meta *meta = &m->f->scene->meta;
    for (uint32_t i = 0; i < meta->hint_count && i < 200; i++) {
        const ngi_hint *h = &meta->hints[i];
        if ((h->kind != NGI_HINT_PUBLISHED && h->kind != NGI_HINT_MODIFIED) ||
            !ngi_fields_holds(m->f, h->node))
            continue;
        add(m, h->kind == NGI_HINT_MODIFIED, normal(m, h->text), h->source, h->place,
            ranks[h->rank > 2 ? 2 : h->rank]);
    }
}

/* ---- the page ---- */

static const char *const says_change[] = {"modif",     "updat",   "actuali", "aktualis",
                                          "geaendert", "changed", "revis",   NULL};

/* Words before or in a printed date by which it is that of the last change. */
static bool tells_change(ng_slice text)
{
    static const char *const words[] = {"updated",
                                        "modified",
                                        "aktualisiert",
                                        "geändert",
                                        "actualizado",
                                        "actualizada",
                                        "mis à jour",
                                        "mise à jour",
                                        "modifié",
                                        "aggiornato",
                                        "bijgewerkt",
                                        "atualizado",
                                        "oppdatert",
                                        "uppdaterad",
                                        "opdateret",
                                        "güncelle",
                                        "обновлен",
                                        "изменен",
                                        "päivitetty",
                                        "zaktualizowano",
                                        "aktualizov",
                                        "ενημερώ",
                                        "更新",
                                        "diperbarui",
                                        "actualitzat",
                                        "frissít",
                                        "sist endret",
                                        "ändrad",
                                        "última actualización",
                                        "last update"};
    for (size_t i = 0; i < NGI_COUNT(words); i++)
        if (ngi_find_nocase(text, ngi_slice_of(words[i])) != NGI_NONE)
            return true;
    return false;
}

/* The text of the text node just before `node` in its block, for "Updated: <time>". */
static ng_slice text_before(const ngi_tree *tree, uint32_t node)
{
    uint32_t parent = tree->nodes[node].parent;
    for (uint32_t i = node; i-- > parent && i + 6 > node;)
        if (tree->nodes[i].tag == NGI_TAG_TEXT && ngi_trim(tree->nodes[i].text).len != 0)
            return tree->nodes[i].text;
    return (ng_slice){0};
}

static bool time_is_change(const ngi_tree *tree, uint32_t node, ng_slice shown)
{
    ng_slice before = text_before(tree, node);
    if (before.len > 60)
        before = ngi_slice_from(before, before.len - 60);
    return ngi_node_saying(tree, node, 1, says_change) != UINT32_MAX || tells_change(before) ||
           tells_change(shown);
}

static void add_time(moments *m, uint32_t node, uint8_t rank)
{
    const ngi_fields *f = m->f;
    const ngi_tree *tree = f->scene->tree;
    static const ngi_attr_name names[] = {NGI_ATTR_DATETIME, NGI_ATTR_CONTENT, NGI_ATTR_TITLE};
    ngi_place shown_place = {0}, place = {0};
    ng_slice iso = {0}, shown = ngi_gather_text(f->scene->arena, tree, node, 300, &shown_place);
    for (size_t i = 0; i < NGI_COUNT(names) && iso.len == 0; i++) {
        iso = normal(m, ngi_attr_value(tree, node, names[i]));
        place = (ngi_place){
            .first = node, .last = node, .kind = NGI_PLACE_ATTR, .attr = (uint8_t)names[i]};
    }
    if (iso.len == 0 && shown.len <= 200) {
        ngi_date_parse(f->scene->arena, shown, f->scene->now, m->day_first, &iso, NULL, NULL);
        place = shown_place;
    }
    add(m, time_is_change(tree, node, shown), iso, "time", place, rank);
}

/* The nodes of the story's head: from some blocks above the headline to the body. */
static void head_of(const ngi_fields *f, uint32_t *begin, uint32_t *end)
{
    uint32_t top = f->headline == UINT32_MAX ? (f->body > 10 ? f->body - 10 : 0)
                   : f->headline > 3         ? f->headline - 3
                                             : 0;
    if (!f->span->own && top < f->span->begin)
        top = f->span->begin;
    *begin = top;
    *end = f->body > top + HEAD_BLOCKS ? top + HEAD_BLOCKS : f->body;
}

static void add_times(moments *m)
{
    const ngi_fields *f = m->f;
    const ngi_blocks *blocks = &f->scene->blocks;
    const ngi_meta *meta = &f->scene->meta;
    uint32_t begin, end;
    head_of(f, &begin, &end);
    if (begin >= blocks->count)
        return;
    uint32_t first = blocks->items[begin].first;
    uint32_t last = f->body < blocks->count ? blocks->items[f->body].first : f->node_end;
    uint32_t tail = f->body_end + TAIL_BLOCKS < blocks->count
                        ? blocks->items[f->body_end + TAIL_BLOCKS].first
                        : f->scene->tree->count;
    bool alone = f->span->end >= blocks->count;
    if ((!f->span->own || !alone) && tail > f->node_end)
        tail = f->node_end;
    for (uint32_t i = 0; i < meta->time_count; i++) {
        uint32_t node = meta->times[i];
        if (node + 3 >= first && node < last)
            add_time(m, node, 4);
        else if (node >= last && node < tail && m->published_count < MAX_CANDIDATES / 2 &&
                 !ngi_in_comments(f->scene, node))
            add_time(m, node, 10);
    }
}

static bool has_digit(ng_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((s.ptr[i] >= '0' && s.ptr[i] <= '9') || (s.ptr[i] & 0x80) != 0)
            return true;
    return false;
}

/* Whether metadata has told the second and its zone: then print has nothing to add, and
 * reading it costs more than all the rest. */
static bool is_settled(const moments *m)
{
    for (uint32_t i = 0; i < m->published_count; i++) {
        const candidate *c = &m->published[i];
        if (c->rank <= 2 && c->moment.has_time && c->moment.has_zone)
            return true;
    }
    return false;
}

/* A sentence below a picture tells the day on which that was taken. */
static bool is_caption(const ngi_block *b)
{
    return b->images != 0 && b->words > CAPTION_WORDS;
}

static void add_printed(moments *m, uint32_t begin, uint32_t end)
{
    const ngi_fields *f = m->f;
    for (uint32_t i = begin; i < end && i < f->scene->blocks.count; i++) {
        const ngi_block *b = &f->scene->blocks.items[i];
        ng_slice rest = b->text;
        if (b->hidden || b->text.len > 400 || !has_digit(b->text) ||
            (i >= f->headline && i < f->headline_end))
            continue;
        uint8_t rank = is_caption(b)                                  ? CAPTION_RANK
                       : f->headline != UINT32_MAX && i < f->headline ? 9
                                                                      : 6;
        for (int n = 0; n < 2; n++) { /* "Published 3 May 2024, updated 4 May 2024" */
            ng_slice iso;
            size_t from, to;
            if (!ngi_date_parse(f->scene->arena, rest, f->scene->now, m->day_first, &iso, &from,
                                &to) ||
                to == 0)
                break;
            bool change = tells_change(ngi_slice_sub(rest, 0, from));
            add(m, change, iso, "text", ngi_block_place(b), rank);
            rest = ngi_slice_from(rest, to);
        }
    }
}

static bool knows_better_than(const moments *m, uint8_t rank)
{
    for (uint32_t i = 0; i < m->published_count; i++)
        if (m->published[i].rank < rank)
            return true;
    return false;
}

/* "<b>Date</b> 3 May 2024" in a list of facts below the text. */
static void add_labelled(moments *m)
{
    const ngi_blocks *blocks = &m->f->scene->blocks;
    uint32_t begin = m->f->body_end;
    for (uint32_t i = begin; i < blocks->count && i < begin + LABEL_REACH; i++) {
        const ngi_block *b = &blocks->items[i];
        if (b->bold_chars != 0 && b->bold_chars * 10 < b->text.len * 8 && b->links == 0 &&
            b->words <= CAPTION_WORDS && !ngi_in_comments(m->f->scene, b->node))
            add_printed(m, i, i + 1);
    }
}

/* A relative age ("2 hours ago"). */
static void add_ages(moments *m, uint32_t begin, uint32_t end)
{
    const ngi_fields *f = m->f;
    for (uint32_t i = begin; i < end && i < f->scene->blocks.count; i++) {
        const ngi_block *b = &f->scene->blocks.items[i];
        ng_slice iso;
        size_t from, to;
        if (b->text.len <= 120 &&
            ngi_age_find(f->scene->arena, b->text, f->scene->now, &from, &to, &iso))
            add(m, tells_change(b->text), iso, "age", ngi_block_place(b), 11);
    }
}

/* Archives print the day once, in or just below the page's first heading: it is that of
 * every story below. */
static void add_day_above(moments *m)
{
    const ngi_fields *f = m->f;
    const ngi_tree *tree = f->scene->tree;
    uint32_t begin = 0, end = f->span->begin;
    while (begin < end && tree->nodes[f->scene->blocks.items[begin].node].tag != NGI_TAG_H1)
        begin++;
    for (uint32_t i = begin; i < end && i < begin + DAY_REACH && m->published_count == 0; i++) {
        const ngi_block *b = &f->scene->blocks.items[i];
        if (b->words <= DAY_WORDS && b->links == 0)
            add_printed(m, i, i + 1);
    }
}

/* ---- the address ---- */

static void add_url(moments *m, ng_slice url)
{
    ngi_moment day;
    if (ngi_url_day(url, &day))
        add(m, false, ngi_moment_print(m->f->scene->arena, &day), "url", (ngi_place){0}, 7);
}

/* ---- choosing ---- */

static const candidate *best_of(const candidate *list, uint32_t count)
{
    const candidate *best = NULL;
    for (uint32_t i = 0; i < count; i++)
        if (best == NULL || list[i].rank < best->rank)
            best = &list[i];
    return best;
}

/* A candidate that tells the same day and more of it: the hour, or the hour's zone. */
static const candidate *finer(const candidate *best, const candidate *list, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const ngi_moment *a = &best->moment, *b = &list[i].moment;
        bool same_day = day_of(a) == day_of(b);
        bool near = second_of(a) - second_of(b) < 86400 && second_of(b) - second_of(a) < 86400;
        if (!a->has_time && b->has_time && same_day)
            return &list[i];
        if (a->has_time && !a->has_zone && b->has_time && b->has_zone && a->minute == b->minute &&
            near && (a->second == b->second || a->second == 0))
            return &list[i];
    }
    return NULL;
}

static void take(ngi_text *out, const candidate *c)
{
    out->text = c->iso;
    out->place = c->place;
}

static void choose(moments *m)
{
    ngi_story *story = m->f->story;
    const candidate *published = best_of(m->published, m->published_count);
    const candidate *modified = best_of(m->modified, m->modified_count);
    /* a lone date in the head is that of the publication, whatever stands beside it */
    if (published == NULL && modified != NULL && modified->rank >= 4)
        published = modified, modified = NULL;
    if (published == NULL) {
        if (modified != NULL) { /* all that the page tells */
            take(&story->date_modified, modified);
            story->date_source = ngi_slice_of(modified->source);
        }
        return;
    }
    const candidate *better = finer(published, m->published, m->published_count);
    const candidate *source = better != NULL ? better : published;
    take(&story->date_published, source);
    story->date_source = ngi_slice_of(source->source);
    if (modified == NULL)
        return;
    bool before = modified->moment.has_time && source->moment.has_time
                      ? second_of(&modified->moment) < second_of(&source->moment)
                      : day_of(&modified->moment) < day_of(&source->moment);
    if (!before)
        take(&story->date_modified, modified);
}

void ngi_moments_find(ngi_fields *f)
{
    moments *m = NGI_NEW(f->scene->arena, moments);
    if (m == NULL)
        return;
    uint32_t begin, end;
    m->f = f;
    m->day_first = ngi_day_first(f->scene);
    m->has_now = ngi_moment_read(f->scene->now, &m->now);
    add_claims(m);
    add_hints(m);
    if (!is_settled(m)) {
        add_times(m);
        head_of(f, &begin, &end);
        add_printed(m, begin, end);
    }
    if (f->span->own) {
        add_url(m, f->scene->meta.canonical);
        add_url(m, f->scene->meta.og_url);
        add_url(m, f->scene->url);
    } else if (f->story->url.len != 0) {
        add_url(m, f->story->url);
    }
    head_of(f, &begin, &end);
    if (m->published_count == 0)
        add_ages(m, begin, end);
    /* A story among others may carry its date below its text. */
    if (m->published_count == 0 && !f->span->own) {
        end = f->span->end < f->body_end + FOOT_BLOCKS ? f->span->end : f->body_end + FOOT_BLOCKS;
        add_printed(m, f->body_end, end);
        if (m->published_count == 0)
            add_ages(m, f->body_end, end);
    }
    if (f->span->own && !knows_better_than(m, CAPTION_RANK))
        add_labelled(m);
    if (m->published_count == 0 && !f->span->own)
        add_day_above(m);
    choose(m);
}
