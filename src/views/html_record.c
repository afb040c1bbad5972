/* SPDX-License-Identifier: Apache-2.0 */
/* Marks sources, cues and contents in a story's text, and in them names, dates and figures.
 * Marks may lie in one another (a statement within a statement) or overlap, elements may not:
 * the text is cut at every border, and each piece is marked as the shortest statement and
 * as the shortest fact that cover it: grounds are coloured for the one, lines drawn for the other.
 * Without a script: links lead from the list of speakers to the words, colours follow the
 * reader's light or dark. */
#include "views/html_record.h"
#include "base/map.h"
#include "views/html_facts.h"
#include "record/record_names.h"

#include <stdlib.h>

enum { MOST_OPEN = 32, LONGEST_SHOWN = 90 };

typedef enum role { ROLE_CONTENT, ROLE_SOURCE, ROLE_CUE, ROLE_NAME, ROLE_DATE, ROLE_FIGURE } role;

typedef struct mark {
    ngi_extent at;
    uint32_t owner; /* index of its attribution, name, date or figure */
    uint8_t role, in;
} mark;

struct ngi_marks {
    ngi_arena *arena;
    const ngi_story *story;
    mark *items; /* by field, then by place */
    uint32_t count, next;
    uint32_t open[MOST_OPEN]; /* marks that cover the place at hand */
    uint32_t open_count;
    bool *placed; /* attributions whose id stands already */
    uint32_t prefix;
};

static const uint8_t rank[NGI_FIELD_COUNT] = {2, 0, 1}; /* headline, description, body */

static int by_place(const void *a, const void *b)
{
    const mark *x = a, *y = b;
    if (x->in != y->in)
        return rank[x->in] < rank[y->in] ? -1 : 1;
    if (x->at.begin != y->at.begin)
        return x->at.begin < y->at.begin ? -1 : 1;
    return x->at.end > y->at.end ? -1 : x->at.end < y->at.end;
}

static void take(ngi_marks *m, ngi_extent at, uint32_t owner, uint8_t role, uint8_t in)
{
    m->items[m->count++] = (mark){at, owner, role, in};
}

static void take_all(ngi_marks *m, const ngi_extents *list, uint32_t owner, uint8_t role, uint8_t in)
{
    for (uint32_t i = 0; i < list->count; i++)
        take(m, list->items[i], owner, role, in);
}

static void take_record(ngi_marks *m, const ngi_record *r)
{
    for (uint32_t i = 0; i < r->attribution_count; i++) {
        const ngi_attribution *a = &r->attributions[i];
        take_all(m, &a->content, i, ROLE_CONTENT, a->in);
        take_all(m, &a->source, i, ROLE_SOURCE, a->in);
        take_all(m, &a->cue, i, ROLE_CUE, a->in);
    }
    for (uint32_t i = 0; i < r->name_count; i++)
        for (uint32_t k = 0; k < r->names[i].mention_count; k++)
            take(m, r->names[i].mentions[k].at, i, ROLE_NAME, r->names[i].mentions[k].in);
    for (uint32_t i = 0; i < r->date_count; i++)
        take(m, r->dates[i].at, i, ROLE_DATE, r->dates[i].in);
    for (uint32_t i = 0; i < r->figure_count; i++)
        take(m, r->figures[i].at, i, ROLE_FIGURE, r->figures[i].in);
}

static size_t count_marks(const ngi_record *r)
{
    size_t count = (size_t)r->date_count + r->figure_count;
    for (uint32_t i = 0; i < r->attribution_count; i++) {
        const ngi_attribution *a = &r->attributions[i];
        count += (size_t)a->source.count + a->cue.count + a->content.count;
    }
    for (uint32_t i = 0; i < r->name_count; i++)
        count += r->names[i].mention_count;
    return count;
}

ngi_marks *ngi_marks_make(ngi_arena *arena, const ngi_story *story, uint32_t prefix)
{
    const ngi_record *r = story->record;
    size_t room = r != NULL ? count_marks(r) : 0;
    if (room == 0)
        return NULL;
    ngi_marks *m = NGI_NEW(arena, ngi_marks);
    mark *items = ngi_arena_alloc(arena, room, sizeof(*items));
    bool *placed = ngi_arena_zero(arena, (size_t)r->attribution_count + 1, sizeof(*placed));
    if (m == NULL || items == NULL || placed == NULL)
        return NULL;
    *m = (ngi_marks){
        .arena = arena, .story = story, .items = items, .placed = placed, .prefix = prefix};
    take_record(m, r);
    qsort(items, m->count, sizeof(*items), by_place);
    return m;
}

/* ---- the text ---- */

static void put_id(ngi_buffer *out, ngi_marks *m, uint32_t owner)
{
    if (!m->placed[owner])
        ngi_buffer_format(out, " id=\"s%x-a%u\"", m->prefix, owner + 1);
    m->placed[owner] = true;
}

static void open_mark(ngi_buffer *out, ngi_marks *m, const mark *k)
{
    static const char *const names[] = {"content", "source", "cue"};
    const ngi_attribution *a = &m->story->record->attributions[k->owner];
    ngi_buffer_format(out, "<mark class=\"%s", names[k->role]);
    if (k->role == ROLE_CONTENT && a->stance != NGI_STANCE_STATES) {
        ngi_buffer_char(out, ' ');
        ngi_buffer_add(out, ngi_stance_name(a->stance));
    }
    ngi_buffer_char(out, '"');
    put_id(out, m, k->owner);
    ngi_buffer_char(out, '>');
}

/* A fact's element; what closes it. */
static ng_slice open_fact(ngi_buffer *out, const ngi_marks *m, const mark *k)
{
    const ngi_record *r = m->story->record;
    switch (k->role) {
    case ROLE_NAME: return ngi_html_name(out, &r->names[k->owner]);
    case ROLE_DATE: return ngi_html_date(out, &r->dates[k->owner]);
    default: return ngi_html_figure(out, &r->figures[k->owner]);
    }
}

/* Drops marks that have ended, takes those that begin; the next border. */
static uint32_t next_border(ngi_marks *m, uint8_t in, uint32_t at, uint32_t end)
{
    uint32_t kept = 0, border = end;
    for (uint32_t i = 0; i < m->open_count; i++) {
        const mark *k = &m->items[m->open[i]];
        if (k->in == in && k->at.end > at)
            m->open[kept++] = m->open[i];
    }
    m->open_count = kept;
    while (m->next < m->count && rank[m->items[m->next].in] < rank[in])
        m->next++; /* of a field before this one */
    for (; m->next < m->count && m->items[m->next].in == in && m->items[m->next].at.begin <= at;
         m->next++)
        if (m->items[m->next].at.end > at && m->open_count < MOST_OPEN)
            m->open[m->open_count++] = m->next;
    for (uint32_t i = 0; i < m->open_count; i++)
        if (m->items[m->open[i]].at.end < border)
            border = m->items[m->open[i]].at.end;
    if (m->next < m->count && m->items[m->next].in == in && m->items[m->next].at.begin < border)
        border = m->items[m->next].at.begin;
    return border;
}

static const mark *shortest(const ngi_marks *m, bool fact)
{
    const mark *best = NULL;
    for (uint32_t i = 0; i < m->open_count; i++) {
        const mark *k = &m->items[m->open[i]];
        if ((k->role >= ROLE_NAME) == fact &&
            (best == NULL || k->at.end - k->at.begin < best->at.end - best->at.begin))
            best = k;
    }
    return best;
}

/* Statements that others cover to their end have no mark of their own to lead to. */
static void place_covered(ngi_buffer *out, ngi_marks *m, const mark *shown, uint32_t border)
{
    for (uint32_t i = 0; i < m->open_count; i++) {
        const mark *k = &m->items[m->open[i]];
        if (k->role >= ROLE_NAME || k->at.end != border || m->placed[k->owner] ||
            (shown != NULL && shown->owner == k->owner))
            continue;
        NGI_BUFFER_LIT(out, "<span");
        put_id(out, m, k->owner);
        NGI_BUFFER_LIT(out, "></span>");
    }
}

void ngi_marks_write(ngi_buffer *out, ngi_marks *m, uint8_t in, uint32_t begin, uint32_t end)
{
    ng_slice text = ngi_field_text(m->story, in);
    const mark *open = NULL; /* the statement whose element stands open; facts lie within */
    for (uint32_t at = begin, border; at < end; at = border) {
        border = next_border(m, in, at, end);
        const mark *statement = shortest(m, false), *fact = shortest(m, true);
        if (open != NULL && open != statement)
            NGI_BUFFER_LIT(out, "</mark>");
        place_covered(out, m, statement, border);
        if (statement != NULL && open != statement)
            open_mark(out, m, statement);
        open = statement;
        ng_slice close = fact != NULL ? open_fact(out, m, fact) : (ng_slice){0};
        ngi_html_escaped(out, ngi_slice_sub(text, at, border));
        ngi_buffer_add(out, close);
    }
    if (open != NULL)
        NGI_BUFFER_LIT(out, "</mark>");
}

/* ---- the speakers ---- */

typedef struct group {
    uint32_t first, last, count;
} group;

/* What tells speakers apart: name, or description and organization. */
static ng_slice key_of(ngi_arena *arena, const ngi_speaker *s)
{
    ngi_buffer key = {0};
    if (s->name.len > 0) {
        ngi_buffer_add(&key, s->name);
    } else {
        ngi_buffer_format(&key, "%u%d ", s->count, s->open);
        ngi_buffer_add(&key, s->description);
        ngi_buffer_char(&key, '\n');
        ngi_buffer_add(&key, s->organization);
    }
    ng_slice copy = ngi_arena_copy(arena, ngi_buffer_slice(&key));
    ngi_buffer_free(&key);
    return copy;
}

static void speaker(ngi_buffer *out, const ngi_speaker *s)
{
    NGI_BUFFER_LIT(out, "<p><strong>");
    if (s->name.len > 0) {
        ngi_html_escaped(out, s->name);
    } else {
        if (s->count > 1)
            ngi_buffer_format(out, "%u ", s->count);
        ngi_html_escaped(out, s->description.len > 0 ? s->description : NGI_LIT("Not named"));
    }
    NGI_BUFFER_LIT(out, "</strong>");
    const ng_slice more[] = {s->name.len > 0 ? s->description : (ng_slice){0}, s->organization,
                             s->kind == NGI_SPEAKER_UNNAMED ? NGI_LIT("unnamed") : (ng_slice){0},
                             s->reason,
                             s->open ? NGI_LIT("which one is left open") : (ng_slice){0}};
    for (size_t i = 0; i < NGI_COUNT(more); i++) {
        if (more[i].len == 0)
            continue;
        NGI_BUFFER_LIT(out, ", ");
        ngi_html_escaped(out, more[i]);
    }
    NGI_BUFFER_LIT(out, "</p>\n");
}

/* The statement's first words, cut at a space. */
static void statement(ngi_buffer *out, const ngi_marks *m, uint32_t index)
{
    const ngi_attribution *a = &m->story->record->attributions[index];
    const ngi_extents *list = a->content.count > 0 ? &a->content : &a->cue;
    if (list->count == 0)
        return;
    ng_slice text =
        ngi_slice_sub(ngi_field_text(m->story, a->in), list->items[0].begin, list->items[0].end);
    bool cut = text.len > LONGEST_SHOWN;
    while (text.len > LONGEST_SHOWN || (cut && text.len > 0 && text.ptr[text.len] != ' '))
        text.len--;
    NGI_BUFFER_LIT(out, "<li>");
    if (m->placed[index]) /* not in a table: their words are not marked */
        ngi_buffer_format(out, "<a href=\"#s%x-a%u\">", m->prefix, index + 1);
    ngi_html_escaped(out, text);
    if (m->placed[index])
        NGI_BUFFER_LIT(out, "</a>");
    if (cut)
        NGI_BUFFER_LIT(out, " \xE2\x80\xA6");
    if (a->stance != NGI_STANCE_STATES) {
        NGI_BUFFER_LIT(out, " <small>");
        ngi_buffer_add(out, ngi_stance_name(a->stance));
        NGI_BUFFER_LIT(out, "</small>");
    }
    NGI_BUFFER_LIT(out, "</li>\n");
}

void ngi_marks_speakers(ngi_buffer *out, ngi_marks *m)
{
    const ngi_record *r = m->story->record;
    uint32_t n = r->attribution_count, groups = 0;
    uint32_t *following = ngi_arena_alloc(m->arena, n, sizeof(*following)); /* of one speaker */
    group *list = ngi_arena_alloc(m->arena, n, sizeof(*list));
    ngi_map map;
    ngi_map_init(&map, m->arena);
    if (n == 0 || following == NULL || list == NULL)
        return;
    for (uint32_t i = 0; i < n; i++) {
        bool is_new = false;
        uint32_t *number =
            ngi_map_put(&map, key_of(m->arena, &r->attributions[i].speaker), &is_new);
        if (number == NULL)
            return;
        following[i] = UINT32_MAX;
        if (is_new) {
            *number = groups++;
            list[*number] = (group){i, i, 1};
            continue;
        }
        following[list[*number].last] = i;
        list[*number].last = i;
    }
    NGI_BUFFER_LIT(out, "<aside aria-label=\"Speakers\">\n<h2 lang=\"en\">Speakers</h2>\n<ul>\n");
    for (uint32_t g = 0; g < groups; g++) {
        NGI_BUFFER_LIT(out, "<li>");
        speaker(out, &r->attributions[list[g].first].speaker);
        NGI_BUFFER_LIT(out, "<ul>\n");
        for (uint32_t i = list[g].first; i != UINT32_MAX; i = following[i])
            statement(out, m, i);
        NGI_BUFFER_LIT(out, "</ul></li>\n");
    }
    NGI_BUFFER_LIT(out, "</ul>\n</aside>\n");
}

void ngi_marks_key(ngi_buffer *out, const ngi_marks *m)
{
    const ngi_record *r = m->story->record;
    NGI_BUFFER_LIT(out, "<footer lang=\"en\" dir=\"ltr\">\n<p>Marked:");
    if (r->attribution_count > 0)
        NGI_BUFFER_LIT(out, " <mark class=\"source\">source</mark> <mark class=\"cue\">cue</mark> "
                            "<mark class=\"content\">content</mark>");
    if (r->name_count > 0)
        NGI_BUFFER_LIT(out, " <span class=\"name\">name</span>");
    if (r->date_count > 0)
        NGI_BUFFER_LIT(out, " <span class=\"date\">date</span>");
    if (r->figure_count > 0)
        NGI_BUFFER_LIT(out, " <span class=\"figure\">figure</span>");
    NGI_BUFFER_LIT(out, "</p>\n</footer>\n");
}
